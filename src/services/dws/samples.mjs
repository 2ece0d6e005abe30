import {madeFor, openApi, provider} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/DWS/src/ListJobDetails.json`;
const job = {job_id: '2c9080e88459fa44018459fbeb600001', job_name: 'ecfClusterElbCreateJob'};
const readJob = {id: job.job_id, name: job.job_name};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {
      en: 'jobs on clusters, such as a change of nodes or load balancers',
      zh: '集群任务，如变更节点、绑定负载均衡'
    },
    id: {
      en: '`job_id` of `POST /v2/{project_id}/clusters/{cluster_id}/elbs/{elb_id}` and of the other calls that answer with one',
      zh: '`POST /v2/{project_id}/clusters/{cluster_id}/elbs/{elb_id}` 以及其他返回任务 ID 的接口中的 `job_id`'
    },
    permission: {
      en: '`dws:service:listJobDetail` (identity policy)',
      zh: '`dws:service:listJobDetail`（身份策略授权）'
    },
    unconfirmed: {
      en: "`ERROR`, which Terraform's provider alone expects (a failure here); the zone of its times, which are left out therefore; the hosts in ap-southeast-4, cn-east-4, cn-north-12, cn-south-4 and tr-west-1; the permission with roles and policies; the code under which an unknown id is refused",
      zh: '`ERROR`（只有 Terraform 的 provider 会处理它，这里视为失败）；时间的时区，因此不输出时间；ap-southeast-4、cn-east-4、cn-north-12、cn-south-4 和 tr-west-1 的主机名；角色与策略授权所需的授权项；查询未知 ID 被拒绝时的错误码'
    }
  },
  id: '{job_id}',
  example: '2c9080e88459fa44018459fbeb600001',
  poll: {path: '/v1.0/{project_id}/job/{job_id}'},
  start: {path: '/v2/{project_id}/clusters/{cluster_id}/elbs/{elb_id}', body: {}, answer: {body: {job_id: '{job_id}'}}},
  tasksHaveErrorCodes: '`failed_code` of the job, under HTTP 200.',
  hosts: {
    'cn-north-4': 'dws.cn-north-4.myhuaweicloud.com',
    'eu-de': 'dws.eu-de.otc.t-systems.com',
    'eu-nl': null,
    'cn-east-4': null
  },
  usualHost: 'dws',
  sdk: {client: 'dws.v2', method: 'list_job_details', arguments: {job_id: '{job_id}'}},
  needs: {id: 'job_id', word: 'status', errors: ['failed_code', 'failed_detail'], words: ['SUCCESS']},
  altered: [
    [{failed_code: 'DWS.0114'}, 'unproven: "'],
    [{failed_detail: 'no address'}, 'unproven: "']
  ],
  answers: [
    {
      name: 'a failed creation of a load balancer, whose times have no zone',
      source: `${definition}, answer 200`,
      body: {
        json: {
          begin_time: '2022-11-09T20:25:00',
          end_time: '2022-11-09T20:30:00',
          failed_code: 'CreateELBTask-fail:DWS.0114',
          failed_detail: 'DWS.0114:ELB private IP is not configured.',
          job_id: '2c9080e88459fa44018459fbeb600001',
          job_name: 'ecfClusterElbCreateJob',
          progress: '9%',
          status: 'FAIL'
        }
      },
      expected: {
        ...readJob,
        state: 'failed',
        serviceStatus: 'FAIL',
        progress: 9,
        message: 'CreateELBTask-fail:DWS.0114: DWS.0114:ELB private IP is not configured.',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['INIT', 'running'],
      ['WAITING', 'running'],
      ['RUNNING', 'running'],
      ['DELAY_SCHEDULED', 'running'],
      ['SUCCESS', 'succeeded'],
      ['FAIL', 'failed'],
      ['STOP', 'stopped'],
      ['success', 'unknown'],
      ['toString', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([word, state]) => ({
        name: `the word ${word}`,
        source:
          state === 'unknown' ? madeFor('a state that no definition lists') : `made from ${definition}, the states`,
        body: {json: {...job, status: word, begin_time: '2022-11-09T20:25:00', end_time: '2022-11-09T20:30:00'}},
        expected: {...readJob, state, serviceStatus: word, subtasks: []}
      })
    ),
    {
      name: 'the word ERROR',
      source: `${provider}, services/dws/resource_huaweicloud_dws_ext_data_source.go, which fails at it`,
      body: {json: {...job, status: 'ERROR'}},
      expected: {...readJob, state: 'failed', serviceStatus: 'ERROR', subtasks: []}
    },
    {
      name: 'no status',
      source: madeFor('a mandatory field left out'),
      body: {json: {...job, progress: '100%'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'an unknown id',
      source: `made from ${definition}, answer 404`,
      status: 404,
      body: {json: {error_msg: 'The resource does not exist.'}},
      expected: {failure: 'not-found'}
    },
    {
      name: 'no permission',
      source: `made from ${definition}, answer 403`,
      status: 403,
      body: {json: {error_msg: 'No permission.'}},
      expected: {failure: 'denied'}
    }
  ]
};
