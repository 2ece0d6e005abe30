import {madeFor, openApi, otcDocs} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/DCS/src/ShowJobInfo.json`;
const errorCodes = `${otcDocs}/distributed-cache-service, api-ref/source/appendix/error_codes.rst`;
const job = {job_id: 'ff8080818822bbf70188235afc24141a', job_type: 'masterStandbySwapJob'};
const readJob = {id: job.job_id, name: job.job_type};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {en: 'jobs on instances, such as a switchover or a backup', zh: '实例任务，如主备切换、备份'},
    id: {
      en: '`job_id` of `PUT /v2/{project_id}/instances/{instance_id}/async-swap` and of the other calls that answer with one',
      zh: '`PUT /v2/{project_id}/instances/{instance_id}/async-swap` 以及其他返回任务 ID 的接口中的 `job_id`'
    },
    permission: {en: '`dcs:job:get`', zh: '`dcs:job:get`'},
    unconfirmed: {en: 'The code under which an unknown id is refused', zh: '查询未知 ID 被拒绝时的错误码'}
  },
  id: '{job_id}',
  example: 'ff8080818822bbf70188235afc24141a',
  poll: {path: '/v2/{project_id}/jobs/{job_id}'},
  start: {
    method: 'PUT',
    path: '/v2/{project_id}/instances/{instance_id}/async-swap',
    body: {},
    answer: {body: {job_id: '{job_id}'}}
  },
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {'cn-south-1': 'dcs.cn-south-1.myhuaweicloud.com', 'eu-nl': 'dcs.eu-nl.otc.t-systems.com'},
  usualHost: 'dcs',
  sdk: {client: 'dcs.v2', method: 'show_job_info', arguments: {job_id: '{job_id}'}},
  needs: {id: 'job_id', word: 'status', errors: ['error_code', 'fail_reason'], words: ['SUCCESS']},
  altered: [[{fail_resson: 'out of reach'}, 'unproven: "']],
  answers: [
    {
      name: 'a switch to the standby, with times as digits in a text and a misspelt field',
      source: `${definition}, answer 200`,
      body: {
        json: {
          begin_time: '1684191545379',
          end_time: '1684191548248',
          fail_resson: null,
          job_id: 'ff8080818822bbf70188235afc24141a',
          job_type: 'masterStandbySwapJob',
          status: 'SUCCESS'
        }
      },
      expected: {
        ...readJob,
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: '2023-05-15T22:59:05.379Z',
        end: '2023-05-15T22:59:08.248Z',
        subtasks: []
      }
    },
    {
      name: 'a job that waits',
      source: `made from ${definition}, the list of states`,
      body: {json: {...job, status: 'INIT', begin_time: null, end_time: '', fail_reason: null}},
      expected: {...readJob, state: 'running', serviceStatus: 'INIT', subtasks: []}
    },
    {
      name: 'a running job',
      source: `made from ${definition}, the list of states`,
      body: {json: {...job, status: 'RUNNING', begin_time: '1684191545379'}},
      expected: {
        ...readJob,
        state: 'running',
        serviceStatus: 'RUNNING',
        start: '2023-05-15T22:59:05.379Z',
        subtasks: []
      }
    },
    ...['fail_reason', 'fail_resson'].map(
      /** @returns {Sample} */ field => ({
        name: `a failed job with its reason under ${field}`,
        source: `made from ${definition}: the definition and its example spell the field differently`,
        body: {json: {...job, status: 'FAIL', [field]: 'The standby is out of reach.', error_code: '111400842'}},
        expected: {
          ...readJob,
          state: 'failed',
          serviceStatus: 'FAIL',
          message: '111400842: The standby is out of reach.',
          subtasks: []
        }
      })
    ),
    {
      name: 'a word in small letters, which is not the word that means success',
      source: madeFor('a state that no definition lists'),
      body: {json: {...job, status: 'success'}},
      expected: {...readJob, state: 'unknown', serviceStatus: 'success', subtasks: []}
    },
    {
      name: 'no status',
      source: madeFor('a mandatory field left out'),
      body: {json: {...job, end_time: '1684191548248'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'an unknown id',
      source: `made from ${definition}, answer 404`,
      status: 404,
      body: {json: {error_code: null, error_msg: 'The resource does not exist.', error_ext_msg: null}},
      expected: {failure: 'not-found'}
    },
    {
      name: 'a bad parameter, with a code of digits',
      source: `${definition}, answer 400`,
      status: 400,
      body: {json: {error_code: '111400063', error_msg: 'Invalid {0} parameter in the request.'}},
      expected: {failure: 'rejected', code: '111400063'}
    },
    {
      name: 'an expired token',
      source: `made from ${errorCodes}`,
      status: 401,
      body: {json: {error_code: '111401002', error_msg: 'Token expired.'}},
      expected: {failure: 'denied', code: '111401002'}
    },
    {
      name: 'no permission',
      source: `made from ${errorCodes}`,
      status: 403,
      body: {json: {error_code: 'DCS.2007', error_msg: 'Policy does not allow it.'}},
      expected: {failure: 'denied', code: 'DCS.2007'}
    }
  ]
};
