import {alteredParts, madeFor, malformedAnswers, openApi, otcDocs} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/SFSTurbo/src/ShowJobDetail.json`;
const errorCodes = `${otcDocs}/scalable-file-service, api-ref/source/appendix/sfs_turbo_error_codes.rst`;
const job = {job_id: 'b959dfbb-0000-4000-8000-8930ec3a87b7', job_type: 'bind_ldap'};
const readJob = {id: job.job_id, name: job.job_type};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'storage',
    what: {en: 'jobs on file systems', zh: '文件系统任务'},
    id: {
      en: '`jobId` of `POST /v1/{project_id}/sfs-turbo/shares/{share_id}/fs/ldap`, `job_id` of `…/fs/active-directory-domain`; there are also jobs that create, extend or delete a file system, change its security group or connect it to OBS',
      zh: '`POST /v1/{project_id}/sfs-turbo/shares/{share_id}/fs/ldap` 返回的 `jobId`，`…/fs/active-directory-domain` 返回的 `job_id`；此外还有创建、扩容、删除文件系统，变更其安全组，以及将其与 OBS 联动的任务'
    },
    permission: {en: '`sfsturbo:shares:getJob`', zh: '`sfsturbo:shares:getJob`'},
    unconfirmed: {
      en: 'Which calls answer with the id of such a job beside these two; whether a subtask can really have the state `FAIL`, which stands in an example, but not in the list of words',
      zh: '除这两个接口外，哪些接口会返回此类任务的 ID；子任务是否真的会有 `FAIL` 状态：它出现在一个示例中，但不在状态列表中'
    }
  },
  id: '{job_id}',
  example: '26f6b565-7a2d-4c2b-9d0e-03f0bd975433',
  poll: {path: '/v1/{project_id}/sfs-turbo/jobs/{job_id}'},
  start: {
    path: '/v1/{project_id}/sfs-turbo/shares/{share_id}/fs/ldap',
    body: {url: 'ldap://192.168.0.9:389', base_dn: 'dc=example,dc=com'},
    answer: {body: {jobId: '{job_id}'}}
  },
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {'eu-west-101': 'sfs-turbo.eu-west-101.myhuaweicloud.eu', 'eu-de': 'sfs-turbo.eu-de.otc.t-systems.com'},
  usualHost: 'sfs-turbo',
  sdk: {client: 'sfsturbo.v1', method: 'show_job_detail', arguments: {job_id: '{job_id}'}},
  needs: {
    id: 'job_id',
    word: 'status',
    errors: ['error_code', 'fail_reason'],
    words: ['success'],
    parts: [{at: 'sub_jobs', word: 'status', words: ['success']}]
  },
  altered: [
    [{fail_reason: 'server error'}, 'unproven: "'],
    ...alteredParts('sub_jobs', {status: 'success'}, {status: 'failed'}, 'sub_jobs')
  ],
  answers: [
    {
      name: 'a connection to LDAP, with times in UTC that do not say so, and without mandatory fields',
      source: `${definition}, answer 200`,
      body: {
        json: {
          begin_time: '2023-07-26 09:33:58',
          end_time: '2023-07-26 09:33:58',
          job_id: '26f6b565-xxxx-XXXX-xxxx-03f0bd975433',
          job_type: 'bind_ldap',
          status: 'success'
        }
      },
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
      /** @returns {Sample} */ word => ({
        name: `a job that is ${word}`,
        source: `made from ${definition}, the list of states`,
        body: {
          json: {...job, status: word, begin_time: '', end_time: '', error_code: '', fail_reason: '', sub_jobs: []}
        },
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
            {
              ...job,
              job_id: 'S1',
              status: 'FAIL',
              begin_time: '2016-01-02 15:04:06',
              error_code: 'X',
              fail_reason: 'Y'
            },
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
    ...malformedAnswers({
      'subtask 1 should be an object and is null': {...job, status: 'success', sub_jobs: [null]}
    }),
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
      /** @returns {Sample} */ status => ({
        name: `a fault of the server, under HTTP ${status}`,
        source: `made from ${errorCodes}, row SFS.TURBO.0005`,
        status,
        body: {json: {errCode: 'SFS.TURBO.0005', errMsg: 'Internal server error'}},
        expected: {failure: 'transient', code: 'SFS.TURBO.0005'}
      })
    ),
    {
      name: 'no permission, by its code',
      source: `made from ${errorCodes}, row SFS.TURBO.0015`,
      status: 400,
      body: {json: {errCode: 'SFS.TURBO.0015', errMsg: 'Forbidden'}},
      expected: {failure: 'denied', code: 'SFS.TURBO.0015'}
    },
    ...['create_share', 'extend_share', 'delete_share', 'change_security_group', 'create_obs_target'].map(
      /** @returns {Sample} */ type => ({
        name: `a job of the type ${type}`,
        source: `made from ${otcDocs}/scalable-file-service, api-ref/source, the types of jobs of SFS Turbo`,
        body: {json: {...job, job_type: type, status: 'running'}},
        expected: {id: job.job_id, name: type, state: 'running', serviceStatus: 'running', subtasks: []}
      })
    ),
    {
      name: 'no permission',
      source: madeFor('a refusal in the form of this service'),
      status: 403,
      body: {json: {errMsg: 'Forbidden'}},
      expected: {failure: 'denied'}
    }
  ]
};
