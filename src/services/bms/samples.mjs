import {openApi, otcDocs} from '../evidence.mjs';
import {
  alteredJobWithCode,
  familySamples,
  job,
  jobNeeds,
  pendingPayment,
  readJob,
  refusal
} from '../families/job.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const errorCodes = `made from ${otcDocs}/bare-metal-server, api-ref/source/public_parameters/error_codes.rst`;

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'compute',
    what: {
      en: 'jobs on servers, such as their creation, reinstallation or power',
      zh: '服务器任务，如创建、重装操作系统、开关机'
    },
    id: {
      en: '`job_id` of `POST /v1/{project_id}/baremetalservers` and of the calls that change servers, disks or network cards',
      zh: '`POST /v1/{project_id}/baremetalservers` 以及变更服务器、磁盘、网卡的接口返回的 `job_id`'
    },
    unconfirmed: {en: 'The permission; what an unknown id is answered with', zh: '所需的权限；查询未知 ID 时返回什么'}
  },
  id: '{job_id}',
  example: '2c9eb2c5544cbf6101544f0602af2b4f',
  poll: {path: '/v1/{project_id}/jobs/{job_id}'},
  start: {
    path: '/v1/{project_id}/baremetalservers',
    body: {server: {name: '{story}', flavorRef: 'physical.o2.medium', count: 1}},
    answer: {body: {job_id: '{job_id}'}}
  },
  endTimeMeansEnd: 'A running job has an empty end time.',
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {
    'cn-north-4': 'bms.cn-north-4.myhuaweicloud.com',
    'eu-de': 'ecs.eu-de.otc.t-systems.com',
    'eu-nl': null,
    'eu-west-101': null,
    'xx-private-1': null
  },
  sdk: {client: 'bms.v1', method: 'show_job_infos', arguments: {job_id: '{job_id}'}},
  needs: jobNeeds,
  altered: alteredJobWithCode,
  answers: [
    {
      name: 'the creation of a bare metal server, with one sub-job',
      source: `${otcDocs}/bare-metal-server, api-ref/source/bms_apis/task_management/querying_task_statuses.rst`,
      body: {
        json: {
          status: 'SUCCESS',
          entities: {
            sub_jobs_total: 1,
            sub_jobs: [
              {
                status: 'SUCCESS',
                entities: {
                  server_id: 'bae51750-0089-41a1-9b18-5c777978ff6d'
                },
                job_id: '2c9eb2c5544cbf6101544f0635672b60',
                job_type: 'baremetalSingleCreate',
                begin_time: '2019-04-25T20:04:47.591Z',
                end_time: '2019-04-25T20:08:21.328Z',
                error_code: null,
                fail_reason: null
              }
            ]
          },
          job_id: '2c9eb2c5544cbf6101544f0602af2b4f',
          job_type: 'baremetalBatchCreate',
          begin_time: '2019-04-25T20:04:34.604Z',
          end_time: '2019-04-25T20:08:41.593Z',
          error_code: null,
          fail_reason: null
        }
      },
      expected: {
        id: '2c9eb2c5544cbf6101544f0602af2b4f',
        name: 'baremetalBatchCreate',
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: '2019-04-25T20:04:34.604Z',
        end: '2019-04-25T20:08:41.593Z',
        subtasks: [
          {
            id: '2c9eb2c5544cbf6101544f0635672b60',
            name: 'baremetalSingleCreate',
            state: 'succeeded',
            serviceStatus: 'SUCCESS',
            start: '2019-04-25T20:04:47.591Z',
            end: '2019-04-25T20:08:21.328Z'
          }
        ]
      }
    },
    {
      name: 'a sub-job with its error under message',
      source: `made from ${openApi}, schemas/BMS/src/ShowJobInfos.json, which gives sub-jobs a message`,
      body: {
        json: {
          ...job,
          status: 'FAIL',
          entities: {
            sub_jobs_total: 1,
            sub_jobs: [{job_id: 'S1', status: 'FAIL', code: 'BMS.0006', message: 'No host.'}]
          }
        }
      },
      expected: {
        ...readJob,
        state: 'failed',
        serviceStatus: 'FAIL',
        subtasks: [{id: 'S1', state: 'failed', serviceStatus: 'FAIL', message: 'No host.'}]
      }
    },
    pendingPayment('support.huaweicloud.com/intl/en-us/api-bms/bms_api_0640.html'),
    refusal('no permission', 403, 'BMS.0033', 'Fail to check roles.', 'denied', errorCodes),
    refusal('no permission, by a policy', 403, 'BMS.0288', "Policy doesn't allow it.", 'denied', errorCodes),
    ...familySamples
  ]
};
