import {openApi} from '../evidence.mjs';
import {alteredJob, familySamples, job, jobNeeds, readJob, refusal} from '../families/job.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/EIP/src/ShowResourcesJobDetail.json`;

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'network',
    what: {en: 'creation of several addresses in one call', zh: '批量创建弹性公网 IP 的任务'},
    id: {
      en: '`job_id` of `POST /v2/{project_id}/batchpublicips`; the id that `DELETE` there answers with is not kept, and cannot be asked for',
      zh: '`POST /v2/{project_id}/batchpublicips` 返回的 `job_id`；对同一路径 `DELETE` 时返回的 ID 不会保存，无法查询'
    },
    permission: {en: 'None with identity policies', zh: '使用身份策略授权时无需权限'},
    unconfirmed: {
      en: 'All words but `SUCCESS`, which are those of the related services; what an unknown id is answered with; the permission with roles and policies',
      zh: '除 `SUCCESS` 之外的所有状态（取自同类服务）；查询未知 ID 时返回什么；角色与策略授权所需的授权项'
    }
  },
  id: '{job_id}',
  example: '2c9eb2c5544cbf6101544f0602af2b4f',
  poll: {path: '/v1/{project_id}/jobs/{job_id}'},
  start: {
    path: '/v2/{project_id}/batchpublicips',
    body: {publicip: {type: '5_bgp', count: 2}, bandwidth: {name: '{story}', size: 5, share_type: 'PER'}},
    answer: {body: {job_id: '{job_id}'}}
  },
  endTimeMeansEnd: 'A running job has an empty end time.',
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {'cn-north-4': 'vpc.cn-north-4.myhuaweicloud.com', 'eu-de': null},
  usualHost: 'vpc',
  sdk: {client: 'eip.v2', method: 'show_resources_job_detail', arguments: {job_id: '{job_id}'}},
  needs: jobNeeds,
  altered: alteredJob,
  answers: [
    {
      name: 'the creation of addresses, with an empty list of sub-jobs',
      source: `made from ${definition}, answer 200`,
      body: {
        json: {
          job_id: 'ff808082843684110184e155fdb36461',
          job_type: 'createBatchPublicip',
          status: 'SUCCESS',
          begin_time: '2022-12-05T08:10:19.951Z',
          end_time: '2022-12-05T08:10:21.864Z',
          error_code: null,
          fail_reason: null,
          entities: {sub_jobs: []}
        }
      },
      expected: {
        id: 'ff808082843684110184e155fdb36461',
        name: 'createBatchPublicip',
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: '2022-12-05T08:10:19.951Z',
        end: '2022-12-05T08:10:21.864Z',
        subtasks: []
      }
    },
    {
      name: 'a sub-job that has a sub-job itself',
      source: `made from ${definition}, which gives sub-jobs the form of the job`,
      body: {
        json: {
          ...job,
          status: 'SUCCESS',
          entities: {
            sub_jobs: [
              {job_id: 'S1', status: 'SUCCESS', entities: {sub_jobs: [{job_id: 'S1.1', status: 'FAIL'}]}},
              {job_id: 'S2', status: 'SUCCESS', entities: {}}
            ]
          }
        }
      },
      expected: {
        ...readJob,
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        subtasks: [
          {id: 'S1', state: 'succeeded', serviceStatus: 'SUCCESS'},
          {id: 'S1.1', state: 'failed', serviceStatus: 'FAIL'},
          {id: 'S2', state: 'succeeded', serviceStatus: 'SUCCESS'}
        ]
      }
    },
    {
      name: 'sub-jobs in a list of entities',
      source: 'made from support.huaweicloud.com/api-eip/ShowResourcesJobDetail.html, where entities are a list',
      body: {
        json: {
          ...job,
          status: 'SUCCESS',
          entities: [{sub_jobs: [{job_id: 'S1', status: 'SUCCESS'}]}, {sub_jobs: [{job_id: 'S2', status: 'RUNNING'}]}]
        }
      },
      expected: {
        ...readJob,
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        subtasks: [
          {id: 'S1', state: 'succeeded', serviceStatus: 'SUCCESS'},
          {id: 'S2', state: 'running', serviceStatus: 'RUNNING'}
        ]
      }
    },
    refusal('no permission', 403, 'VPC.2201', 'No permission.', 'denied', `made from ${definition}, error codes`),
    refusal('an invalid token', 401, 'VPC.0008', 'Invalid token.', 'denied', `made from ${definition}, error codes`),
    ...familySamples
  ]
};
