import {otcDocs} from '../evidence.mjs';
import {alteredJobWithCode, familySamples, jobNeeds, pendingPayment} from '../families/job.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'compute',
    what: {en: 'jobs on servers, such as their creation, change or removal', zh: '云服务器任务，如创建、变更、删除'},
    id: {
      en: '`job_id` of `POST /v1.1/{project_id}/cloudservers` and of the calls that start, stop, change or delete servers',
      zh: '`POST /v1.1/{project_id}/cloudservers` 以及开机、关机、变更、删除云服务器的接口返回的 `job_id`'
    },
    unconfirmed: {en: 'The permission', zh: '所需的权限'}
  },
  id: '{job_id}',
  example: '2c9eb2c5544cbf6101544f0602af2b4f',
  poll: {path: '/v1/{project_id}/jobs/{job_id}'},
  start: {
    path: '/v1.1/{project_id}/cloudservers',
    body: {server: {name: '{story}', flavorRef: 's3.medium.2', count: 2}},
    answer: {body: {job_id: '{job_id}'}}
  },
  endTimeMeansEnd: 'A running job has an empty end time.',
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {
    'cn-north-4': 'ecs.cn-north-4.myhuaweicloud.com',
    'eu-west-101': 'ecs.eu-west-101.myhuaweicloud.eu',
    'eu-nl': 'ecs.eu-nl.otc.t-systems.com',
    'ru-northwest-2': null
  },
  usualHost: 'ecs',
  sdk: {client: 'ecs.v2', method: 'show_job', arguments: {job_id: '{job_id}'}},
  needs: jobNeeds,
  altered: alteredJobWithCode,
  answers: [
    {
      name: 'the creation of a server, with one sub-job',
      source: `${otcDocs}/elastic-cloud-server, api-ref/source/apis_recommended/job_status_management/querying_job_execution_status.rst`,
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
                job_type: 'createSingleServer',
                begin_time: '2016-04-25T20:04:47.591Z',
                end_time: '2016-04-25T20:08:21.328Z',
                error_code: null,
                fail_reason: null
              }
            ]
          },
          job_id: '2c9eb2c5544cbf6101544f0602af2b4f',
          job_type: 'createServer',
          begin_time: '2016-04-25T20:04:34.604Z',
          end_time: '2016-04-25T20:08:41.593Z',
          error_code: null,
          fail_reason: null
        }
      },
      expected: {
        id: '2c9eb2c5544cbf6101544f0602af2b4f',
        name: 'createServer',
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: '2016-04-25T20:04:34.604Z',
        end: '2016-04-25T20:08:41.593Z',
        subtasks: [
          {
            id: '2c9eb2c5544cbf6101544f0635672b60',
            name: 'createSingleServer',
            state: 'succeeded',
            serviceStatus: 'SUCCESS',
            start: '2016-04-25T20:04:47.591Z',
            end: '2016-04-25T20:08:21.328Z'
          }
        ]
      }
    },
    pendingPayment('support.huaweicloud.com/intl/en-us/api-ecs/ecs_02_0901.html'),
    ...familySamples
  ]
};
