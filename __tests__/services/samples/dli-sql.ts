import {madeFor, type Sample} from './sample.ts';

const docs = 'github.com/opentelekomcloud-docs/data-lake-insight, api-ref/source';
const job = {is_success: true, message: '', job_id: '208b08d4-0dc2-4dd7-8879-ddd4c020d7aa'};

export const dliSql: readonly Sample[] = [
  {
    name: 'a finished job, whose end is its start and its duration',
    source: `${docs}/sql_job-related_apis/querying_job_status.rst`,
    body: {file: 'dli-sql-finished'},
    expected: {
      id: job.job_id,
      state: 'succeeded',
      serviceStatus: 'FINISHED',
      start: '2017-10-30T03:45:08.918Z',
      end: '2017-10-30T03:45:11.441Z',
      subtasks: []
    }
  },
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
    source: madeFor('is_success tells of the request'),
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
  ...(
    [
      ['LAUNCHING', 'running'],
      ['SCALING', 'running'],
      ['CANCELLED', 'stopped'],
      ['FINISHED', 'succeeded'],
      ['FINISH', 'unknown'],
      ['finished', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `a job in the state ${status}`,
      source: `${docs}/sql_job-related_apis/querying_job_status.rst`,
      body: {json: {...job, status}},
      expected: {id: job.job_id, state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'a request that failed, whatever else the answer says',
    source: madeFor('is_success tells of the request'),
    body: {json: {...job, is_success: false, message: 'an error', status: 'FINISHED'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a request that succeeded, without a state of the job',
    source: madeFor('a field left out'),
    body: {json: job},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  },
  ...(
    [
      [400, 'DLI.0002', 'not-found'],
      [404, 'DLI.0023', 'not-found'],
      [401, 'DLI.0013', 'denied'],
      [400, 'DLI.0015', 'denied'],
      [400, 'DLI.0016', 'denied'],
      [400, 'DLI.0999', 'transient'],
      [400, 'DLI.0001', 'rejected']
    ] as const
  ).map(
    ([status, code, failure]): Sample => ({
      name: `the error ${code} under HTTP ${status}`,
      source: `${docs}/public_parameters/error_codes.rst`,
      status,
      body: {json: {error_code: code, error_msg: 'an error'}},
      expected: {failure, code}
    })
  )
];
