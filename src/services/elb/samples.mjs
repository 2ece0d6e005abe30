import {alteredParts, madeFor, malformedAnswers, openApi, otcDocs} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/ELB/src/ShowJob.json`;
const job = {job_id: 'ef6da45b-35d9-4c18-8c35-0b80d94ab9e6', job_type: 'UPGRADE'};
const readJob = {id: job.job_id, name: job.job_type};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'network',
    what: {en: 'jobs on load balancers, such as a copy or a batch operation', zh: '负载均衡器任务，如复制、批量操作'},
    id: {
      en: '`job_id` of `POST /v3/{project_id}/elb/loadbalancers/{loadbalancer_id}/clone` and of the batch calls',
      zh: '`POST /v3/{project_id}/elb/loadbalancers/{loadbalancer_id}/clone` 以及各批量接口返回的 `job_id`'
    },
    permission: {en: 'None with identity policies', zh: '使用身份策略授权时无需权限'},
    unconfirmed: {
      en: 'The state of a job after a rollback that went well: a success that follows `ROLLBACKING` within the wait counts as a failure, but a rollback that no poll saw leaves no trace; the permission with roles and policies; the code under which an unknown id is refused',
      zh: '回滚成功之后任务的状态：等待期间若在 `ROLLBACKING` 之后出现成功，则视为失败，但没有被查询到的回滚不会留下痕迹；角色与策略授权所需的授权项；查询未知 ID 被拒绝时的错误码'
    }
  },
  id: '{job_id}',
  example: 'ef6da45b-35d9-4c18-8c35-0b80d94ab9e6',
  poll: {path: '/v3/{project_id}/elb/jobs/{job_id}'},
  start: {
    path: '/v3/{project_id}/elb/loadbalancers/{loadbalancer_id}/clone',
    body: {},
    answer: {body: {job_id: '{job_id}', request_id: '8d80c547-355b-4d44-b1d7-fcdd5843c64d'}}
  },
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {
    'la-south-2': 'elb.la-south-2.myhuaweicloud.com',
    'cn-north-12': 'elb.cn-north-12.myhuaweicloud.com',
    'eu-de': null
  },
  usualHost: 'elb',
  sdk: {client: 'elb.v3', method: 'show_job', arguments: {job_id: '{job_id}'}},
  needs: {
    id: 'job_id',
    word: 'status',
    errors: ['error_code'],
    task: 'job',
    words: ['SUCCESS', 'COMPLETE'],
    parts: [{at: 'sub_jobs', word: 'status', words: ['success', 'complete']}]
  },
  altered: [
    [{'job.error_msg': 'pool could not be found.'}, 'unproven: "'],
    ...alteredParts('job.sub_jobs', {status: 'SUCCESS'}, {status: 'FAIL'}, 'sub_jobs')
  ],
  answers: [
    {
      name: 'an upgrade that is complete, with three subtasks and empty errors',
      source: `${definition}, answer 200`,
      body: {
        json: {
          job: {
            begin_time: '2024-03-23T08:20:42Z',
            end_time: '2024-03-23T08:49:11Z',
            error_code: '',
            error_msg: '',
            job_id: 'ef6da45b-35d9-4c18-8c35-0b80d94ab9e6',
            job_type: 'UPGRADE',
            project_id: '7b7705dce1e847b08b3b16dda67fec24',
            resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
            status: 'COMPLETE',
            sub_jobs: [
              {
                begin_time: '2024-03-23T08:47:11Z',
                end_time: '2024-03-23T08:47:11Z',
                entities: [
                  {
                    resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
                    resource_type: 'loadbalancer'
                  }
                ],
                error_code: '',
                error_msg: '',
                job_id: '481a5ab3-b3ff-46fa-b074-d3b8e09ab9cb',
                job_type: 'UPGRADE_TRAFFIC_SWITCH',
                project_id: '7b7705dce1e847b08b3b16dda67fec24',
                resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
                status: 'SUCCESS'
              },
              {
                begin_time: '2024-03-23T08:20:42Z',
                end_time: '2024-03-23T08:46:44Z',
                entities: [
                  {
                    resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
                    resource_type: 'loadbalancer'
                  }
                ],
                error_code: '',
                error_msg: '',
                job_id: 'c4cf4e5b-fa53-427d-ad43-497e7a876c2e',
                job_type: 'UPGRADE_INIT',
                project_id: '7b7705dce1e847b08b3b16dda67fec24',
                resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
                status: 'SUCCESS'
              },
              {
                begin_time: '2024-03-23T08:49:11Z',
                end_time: '2024-03-23T08:49:11Z',
                entities: [
                  {
                    resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
                    resource_type: 'loadbalancer'
                  }
                ],
                error_code: '',
                error_msg: '',
                job_id: 'ee56e027-5d52-4bd9-abba-9821a742a466',
                job_type: 'UPGRADE_COMPLETE',
                project_id: '7b7705dce1e847b08b3b16dda67fec24',
                resource_id: '9f5b432c-987e-4777-a1bc-6642be4b2b50',
                status: 'SUCCESS'
              }
            ]
          },
          request_id: '39551f69-3c49-4200-8ad3-73f9a8b4a3e4'
        }
      },
      expected: {
        ...readJob,
        state: 'succeeded',
        serviceStatus: 'COMPLETE',
        start: '2024-03-23T08:20:42.000Z',
        end: '2024-03-23T08:49:11.000Z',
        subtasks: [
          {
            id: '481a5ab3-b3ff-46fa-b074-d3b8e09ab9cb',
            name: 'UPGRADE_TRAFFIC_SWITCH',
            state: 'succeeded',
            serviceStatus: 'SUCCESS',
            start: '2024-03-23T08:47:11.000Z',
            end: '2024-03-23T08:47:11.000Z'
          },
          {
            id: 'c4cf4e5b-fa53-427d-ad43-497e7a876c2e',
            name: 'UPGRADE_INIT',
            state: 'succeeded',
            serviceStatus: 'SUCCESS',
            start: '2024-03-23T08:20:42.000Z',
            end: '2024-03-23T08:46:44.000Z'
          },
          {
            id: 'ee56e027-5d52-4bd9-abba-9821a742a466',
            name: 'UPGRADE_COMPLETE',
            state: 'succeeded',
            serviceStatus: 'SUCCESS',
            start: '2024-03-23T08:49:11.000Z',
            end: '2024-03-23T08:49:11.000Z'
          }
        ]
      }
    },
    .../** @type {const} */ ([
      ['INIT', 'running'],
      ['RUNNING', 'running'],
      ['SUCCESS', 'succeeded'],
      ['COMPLETE', 'succeeded'],
      ['FAIL', 'failed'],
      ['ROLLBACK_FAIL', 'failed'],
      ['CANCEL', 'stopped'],
      ['COMPLETED', 'unknown'],
      ['constructor', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([word, state]) => ({
        name: `the word ${word}, of a job and of a subtask`,
        source:
          state === 'unknown' ? madeFor('a state that no definition lists') : `made from ${definition}, the states`,
        body: {json: {job: {...job, status: word, end_time: '', sub_jobs: [{job_id: 'S1', status: word}]}}},
        expected: {...readJob, state, serviceStatus: word, subtasks: [{id: 'S1', state, serviceStatus: word}]}
      })
    ),
    {
      name: 'a job that is being rolled back',
      source: 'made from support.huaweicloud.com/api-elb/ListJobs.html, the list of states',
      body: {json: {job: {...job, status: 'ROLLBACKING', end_time: '', sub_jobs: []}}},
      expected: {...readJob, state: 'running', serviceStatus: 'ROLLBACKING', isUndoing: true, subtasks: []}
    },
    {
      name: 'a failed job with its code and its reason',
      source: `made from ${definition}: error_code and error_msg within the job`,
      body: {json: {job: {...job, status: 'FAIL', error_code: 'ELB.8904', error_msg: 'pool could not be found.'}}},
      expected: {
        ...readJob,
        state: 'failed',
        serviceStatus: 'FAIL',
        message: 'ELB.8904: pool could not be found.',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['a job that is null', {job: null}],
      ['a job without its envelope', {...job, status: 'SUCCESS'}],
      ['a list of jobs', {job: [{...job, status: 'SUCCESS'}]}],
      ['no status', {job: {...job, end_time: '2024-03-23T08:49:11Z'}}],
      ['subtasks that are no list', {job: {...job, status: 'SUCCESS', sub_jobs: {}}}]
    ]).map(
      /** @returns {Sample} */ ([name, json]) => ({
        name,
        source: madeFor('a mandatory field left out or of another type'),
        body: {json},
        expected: {failure: 'malformed'}
      })
    ),
    ...malformedAnswers({
      '"job" should be an object and is missing': {},
      'subtask 1 should be an object and is null': {job: {...job, status: 'COMPLETE', sub_jobs: [null]}}
    }),
    {
      name: 'an unknown id',
      source: `made from ${otcDocs}/elastic-load-balancing, api-ref/source/appendix/error_codes.rst, row ELB.8904`,
      status: 404,
      body: {json: {error_code: 'ELB.8904', error_msg: 'job J1 could not be found.', request_id: 'R1'}},
      expected: {failure: 'not-found', code: 'ELB.8904'}
    },
    {
      name: 'no permission',
      source: madeFor('a refusal in the form of this service'),
      status: 403,
      body: {json: {error_msg: 'No permission.'}},
      expected: {failure: 'denied'}
    }
  ]
};
