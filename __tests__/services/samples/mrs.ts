import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/MRS/src/ShowSingleJobExe.json`;
const errorCodes = 'github.com/opentelekomcloud-docs/mapreduce-service, api-ref/source/appendix/error_code.rst';
const job = {job_id: '431b135e-c090-489f-b1db-0abe3822b855', job_name: 'pyspark1'};
const read = {id: job.job_id, name: job.job_name, subtasks: []};

export const mrs: readonly Sample[] = [
  {
    name: 'a job that succeeded, under HTTP 202',
    source:
      'github.com/opentelekomcloud-docs/mapreduce-service, api-ref/source/apis/job_object_apis_v2/querying_information_about_a_job.rst',
    status: 202,
    body: {file: 'mrs-job-succeeded'},
    expected: {
      ...read,
      state: 'succeeded',
      serviceStatus: 'SUCCEEDED',
      progress: 100,
      start: '2019-08-01T02:29:38.817Z',
      end: '2019-08-01T02:31:04.930Z'
    }
  },
  ...(
    [
      ['NEW', 'UNDEFINED', 'running', 'NEW'],
      ['NEW_SAVING', 'UNDEFINED', 'running', 'NEW_SAVING'],
      ['SUBMITTED', 'UNDEFINED', 'running', 'SUBMITTED'],
      ['ACCEPTED', 'UNDEFINED', 'running', 'ACCEPTED'],
      ['RUNNING', 'UNDEFINED', 'running', 'RUNNING'],
      ['RUNNING', 'SUCCEEDED', 'running', 'RUNNING'],
      ['FAILED', 'FAILED', 'failed', 'FAILED'],
      ['FAILED', 'SUCCEEDED', 'failed', 'FAILED'],
      ['KILLED', 'KILLED', 'stopped', 'KILLED'],
      ['FINISHED', 'UNDEFINED', 'running', 'UNDEFINED'],
      ['FINISHED', 'FAILED', 'failed', 'FAILED'],
      ['FINISHED', 'KILLED', 'stopped', 'KILLED'],
      ['FINISHED', 'SUCCEEDED', 'succeeded', 'SUCCEEDED'],
      ['FINISHED', 'FINISHED', 'unknown', 'FINISHED'],
      ['SUCCEEDED', 'SUCCEEDED', 'unknown', 'SUCCEEDED'],
      ['finished', 'SUCCEEDED', 'unknown', 'finished']
    ] as const
  ).map(
    ([jobState, jobResult, state, serviceStatus]): Sample => ({
      name: `job_state ${jobState} with job_result ${jobResult}`,
      source: definition,
      status: 202,
      body: {json: {job_detail: {...job, job_state: jobState, job_result: jobResult, job_progress: 0.5}}},
      expected: {...read, state, serviceStatus, progress: 0.5}
    })
  ),
  {
    name: 'a job that has finished without a result, which is no success',
    source: madeFor('an optional field left out'),
    status: 202,
    body: {json: {job_detail: {...job, job_state: 'FINISHED'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a result without a state',
    source: madeFor('an optional field left out'),
    status: 202,
    body: {json: {job_detail: {...job, job_result: 'SUCCEEDED'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no job',
    source: madeFor('the envelope without its content'),
    status: 202,
    body: {json: {job_detail: null}},
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
      [400, '12000003', 'not-found'],
      [500, '0176', 'not-found'],
      [500, '0201', 'not-found'],
      [500, '0192', 'denied'],
      [500, '0167', 'rejected'],
      [500, '0162', 'transient'],
      [401, '12000001', 'denied']
    ] as const
  ).map(
    ([status, code, failure]): Sample => ({
      name: `the error ${code} under HTTP ${status}`,
      source: errorCodes,
      status,
      body: {json: {error_code: code, error_msg: 'an error'}},
      expected: {failure, code}
    })
  )
];
