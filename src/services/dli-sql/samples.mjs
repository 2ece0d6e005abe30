import {errorSample, madeFor, malformedAnswers, otcDocs, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const docs = `${otcDocs}/data-lake-insight, api-ref/source`;
const job = {is_success: true, message: '', job_id: '208b08d4-0dc2-4dd7-8879-ddd4c020d7aa'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'SQL job', zh: 'SQL 作业'},
    id: {
      en: '`job_id` of `POST /v1.0/{project_id}/jobs/submit-job`',
      zh: '`POST /v1.0/{project_id}/jobs/submit-job` 返回的 `job_id`'
    },
    permission: {en: '`dli:jobs:get` (identity policy)', zh: '`dli:jobs:get`（身份策略授权）'},
    unconfirmed: {
      en: 'That `FINISH`, which the SDK alone prints for this call, is `FINISHED`; which of its codes an unknown id is answered with; the permission on Open Telekom Cloud',
      zh: '`FINISH`（仅见于 SDK 对该接口的说明）是否就是 `FINISHED`；查询未知 ID 时返回它的哪个错误码；Open Telekom Cloud 上所需的权限'
    }
  },
  id: '{job_id}',
  example: '208b08d4-0dc2-4dd7-8879-ddd4c020d7aa',
  poll: {path: '/v1.0/{project_id}/jobs/{job_id}/status'},
  start: {
    path: '/v1.0/{project_id}/jobs/submit-job',
    body: {currentdb: 'demo', queue_name: 'default', sql: 'SELECT * FROM {story}'},
    answer: {
      body: {
        is_success: true,
        message: '',
        job_id: '{job_id}',
        job_type: 'QUERY',
        schema: [],
        rows: [],
        job_mode: 'async'
      }
    }
  },
  hosts: {'eu-de': 'dli.eu-de.otc.t-systems.com', 'eu-nl': null},
  usualHost: 'dli',
  sdk: {client: 'dli.v1', method: 'show_sql_job_status', arguments: {job_id: '{job_id}'}},
  needs: {id: 'job_id', word: 'status', words: ['FINISHED', 'FINISH'], flags: {is_success: true}},
  altered: [
    [{job_id: '2c9eb2c5544cbf6101544f0602af2b4f'}, 'other: 2c9eb2c5544cbf6101544f0602af2b4f'],
    [{is_success: 'false', status: 'RUNNING'}, 'running'],
    [{is_success: false, status: 'FAILED'}, 'failed']
  ],
  answers: [
    {
      name: 'a finished job, whose end is its start and its duration',
      source: `${docs}/sql_job-related_apis/querying_job_status.rst`,
      body: {
        json: {
          is_success: true,
          message: '',
          job_id: '208b08d4-0dc2-4dd7-8879-ddd4c020d7aa',
          job_type: 'QUERY',
          job_mode: 'async',
          queue_name: 'default',
          owner: 'test',
          start_time: 1509335108918,
          duration: 2523,
          status: 'FINISHED',
          input_size: 22,
          result_count: 4,
          database_name: 'dbtest',
          table_name: 'tbtest',
          detail:
            '{"type":"struct","fields":[{"name":"id","type":"integer","nullable":true,"metadata":{}},{"name":"name","type":"string","nullable":true,"metadata":{}}]}',
          statement: 'select * from t1'
        }
      },
      expected: {
        id: job.job_id,
        state: 'succeeded',
        serviceStatus: 'FINISHED',
        start: '2017-10-30T03:45:08.918Z',
        end: '2017-10-30T03:45:11.441Z',
        subtasks: []
      }
    },
    ...[true, null].map(
      /** @returns {Sample} */ duration => ({
        name: `a finished job whose duration is ${duration}, which tells no end`,
        source: madeFor('a field of another type'),
        body: {json: {...job, status: 'FINISHED', start_time: 1509335108918, duration}},
        expected: {
          id: job.job_id,
          state: 'succeeded',
          serviceStatus: 'FINISHED',
          start: '2017-10-30T03:45:08.918Z',
          subtasks: []
        }
      })
    ),
    {
      name: 'a running job, whose duration is no end',
      source: madeFor('the duration grows while the job runs'),
      body: {json: {...job, status: 'RUNNING', start_time: 1509335108918, duration: 2523}},
      expected: {
        id: job.job_id,
        state: 'running',
        serviceStatus: 'RUNNING',
        start: '2017-10-30T03:45:08.918Z',
        subtasks: []
      }
    },
    {
      name: 'a failed job under a request that succeeded, with its reason',
      source: madeFor('is_success is about the request'),
      body: {
        json: {...job, message: 'DLI.0005: no such column', status: 'FAILED', start_time: 1509335108918, duration: 7}
      },
      expected: {
        id: job.job_id,
        state: 'failed',
        serviceStatus: 'FAILED',
        start: '2017-10-30T03:45:08.918Z',
        end: '2017-10-30T03:45:08.925Z',
        message: 'DLI.0005: no such column',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['LAUNCHING', 'running'],
      ['SCALING', 'running'],
      ['CANCELLED', 'stopped'],
      ['FINISHED', 'succeeded'],
      ['finished', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a job in the state ${status}`,
        source: `${docs}/sql_job-related_apis/querying_job_status.rst`,
        body: {json: {...job, status}},
        expected: {id: job.job_id, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a job in the state FINISH',
      source: 'github.com/huaweicloud/huaweicloud-sdk-python-v3, dli v1, ShowSqlJobStatusResponse, its list of states',
      body: {json: {...job, status: 'FINISH'}},
      expected: {id: job.job_id, state: 'succeeded', serviceStatus: 'FINISH', subtasks: []}
    },
    {
      name: 'a request that failed, whatever else the answer says',
      source: madeFor('is_success is about the request'),
      body: {json: {...job, is_success: false, message: 'an error', status: 'FINISHED'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a request that succeeded, without a state of the job',
      source: madeFor('a field left out'),
      body: {json: job},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"is_success" is false: no reason': {job_id: job.job_id, is_success: false, status: 'FINISHED'},
      '"is_success" is false: busy': {job_id: job.job_id, is_success: false, message: 'busy', status: 'FINISHED'}
    }),
    unknownAccessKey,
    .../** @type {const} */ ([
      [400, 'DLI.0002', 'not-found'],
      [404, 'DLI.0023', 'not-found'],
      [401, 'DLI.0013', 'denied'],
      [400, 'DLI.0015', 'unauthenticated'],
      [400, 'DLI.0016', 'denied'],
      [400, 'DLI.0999', 'transient'],
      [400, 'DLI.0001', 'rejected']
    ]).map(([status, code, failure]) =>
      errorSample(`${docs}/public_parameters/error_codes.rst`, status, code, 'an error', failure)
    )
  ]
};
