import {otcDocs} from './job-family.ts';
import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/SFSTurbo/src/ShowJobDetail.json`;
const errorCodes = `${otcDocs}/scalable-file-service, api-ref/source/appendix/sfs_turbo_error_codes.rst`;
const job = {job_id: 'b959dfbb-0000-4000-8000-8930ec3a87b7', job_type: 'bind_ldap'};
const readJob = {id: job.job_id, name: job.job_type};

export const sfsTurbo: readonly Sample[] = [
  {
    name: 'a connection to LDAP, with times in UTC that do not say so, and without mandatory fields',
    source: `${definition}, answer 200`,
    body: {file: 'sfsturbo-success'},
    expected: {
      id: '26f6b565-xxxx-XXXX-xxxx-03f0bd975433',
      name: 'bind_ldap',
      state: 'succeeded',
      serviceStatus: 'success',
      start: '2023-07-26T09:33:58.000Z',
      end: '2023-07-26T09:33:58.000Z',
      subtasks: []
    }
  },
  ...['waiting', 'running'].map(
    (word): Sample => ({
      name: `a job that is ${word}`,
      source: `made from ${definition}, the list of states`,
      body: {json: {...job, status: word, begin_time: '', end_time: '', error_code: '', fail_reason: '', sub_jobs: []}},
      expected: {...readJob, state: 'running', serviceStatus: word, subtasks: []}
    })
  ),
  {
    name: 'a failed job with a subtask that failed, in the words of the list and of the example',
    source: `made from ${definition}, the examples of its fields`,
    body: {
      json: {
        ...job,
        status: 'failed',
        begin_time: '2016-01-02 15:04:05',
        end_time: '2016-01-02 15:05:05',
        error_code: 'SFS.TURBO.0005',
        fail_reason: 'server error',
        sub_jobs: [
          {...job, job_id: 'S1', status: 'FAIL', begin_time: '2016-01-02 15:04:06', error_code: 'X', fail_reason: 'Y'},
          {...job, job_id: 'S2', status: 'failed', end_time: '2016-01-02 15:05:04'},
          {...job, job_id: 'S3', status: 'success'}
        ]
      }
    },
    expected: {
      ...readJob,
      state: 'failed',
      serviceStatus: 'failed',
      start: '2016-01-02T15:04:05.000Z',
      end: '2016-01-02T15:05:05.000Z',
      message: 'SFS.TURBO.0005: server error',
      subtasks: [
        {
          id: 'S1',
          name: 'bind_ldap',
          state: 'failed',
          serviceStatus: 'FAIL',
          start: '2016-01-02T15:04:06.000Z',
          message: 'X: Y'
        },
        {id: 'S2', name: 'bind_ldap', state: 'failed', serviceStatus: 'failed', end: '2016-01-02T15:05:04.000Z'},
        {id: 'S3', name: 'bind_ldap', state: 'succeeded', serviceStatus: 'success'}
      ]
    }
  },
  {
    name: 'a word in capitals, which is not the word that means success',
    source: madeFor('a state that no definition lists'),
    body: {json: {...job, status: 'SUCCESS'}},
    expected: {...readJob, state: 'unknown', serviceStatus: 'SUCCESS', subtasks: []}
  },
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    body: {json: {...job, end_time: '2016-01-02 15:05:05'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'subtasks that are no list',
    source: madeFor('a field of another type'),
    body: {json: {...job, status: 'success', sub_jobs: {}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an unknown id',
    source: `made from ${errorCodes}, row SFS.TURBO.0019`,
    status: 404,
    body: {json: {errCode: 'SFS.TURBO.0019', errMsg: 'Invalid Job Id'}},
    expected: {failure: 'not-found', code: 'SFS.TURBO.0019'}
  },
  {
    name: 'an unknown id, in the form of the definition',
    source: `${definition}, answer 404`,
    status: 404,
    body: {json: {errCode: 'SFS.TURBO.0001', errMsg: 'parameter error'}},
    expected: {failure: 'not-found', code: 'SFS.TURBO.0001'}
  },
  {
    name: 'a bad parameter',
    source: `${definition}, answer 400`,
    status: 400,
    body: {json: {errCode: 'SFS.TURBO.0001', errMsg: 'parameter error'}},
    expected: {failure: 'rejected', code: 'SFS.TURBO.0001'}
  },
  ...[400, 500].map(
    (status): Sample => ({
      name: `a fault of the server, under HTTP ${status}`,
      source: `made from ${errorCodes}, row SFS.TURBO.0005`,
      status,
      body: {json: {errCode: 'SFS.TURBO.0005', errMsg: 'Internal server error'}},
      expected: {failure: 'transient', code: 'SFS.TURBO.0005'}
    })
  ),
  {
    name: 'no permission',
    source: madeFor('a refusal in the form of this service'),
    status: 403,
    body: {json: {errMsg: 'Forbidden'}},
    expected: {failure: 'denied'}
  }
];
