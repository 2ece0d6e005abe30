import {madeFor, otcDocs, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const docs = `${otcDocs}/data-lake-insight, api-ref/source`;
const id = '0a324461-d9d9-45da-a52a-3b3c7a3d809e';

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'Spark batch job', zh: 'Spark 批处理作业'},
    id: {en: '`id` of `POST /v2.0/{project_id}/batches`', zh: '`POST /v2.0/{project_id}/batches` 返回的 `id`'},
    permission: {en: '`dli:jobs:get` (identity policy)', zh: '`dli:jobs:get`（身份策略授权）'},
    unconfirmed: {
      en: 'Whether a job that was cancelled is told from one that failed; which of its codes an unknown id is answered with; the permission on Open Telekom Cloud',
      zh: '能否区分被取消的作业与失败的作业；查询未知 ID 时返回它的哪个错误码；Open Telekom Cloud 上所需的权限'
    }
  },
  id: '{batch_id}',
  example: '0a324461-d9d9-45da-a52a-3b3c7a3d809e',
  poll: {path: '/v2.0/{project_id}/batches/{batch_id}/state'},
  start: {
    path: '/v2.0/{project_id}/batches',
    body: {name: '{story}', queue: 'spark', file: 'demo/spark-examples.jar', className: 'com.example.Demo'},
    answer: {body: {id: '{batch_id}', appId: '', name: '{story}', state: 'starting', log: []}}
  },
  hosts: {'cn-north-4': 'dli.cn-north-4.myhuaweicloud.com', 'cn-north-12': null},
  usualHost: 'dli',
  sdk: {client: 'dli.v1', method: 'show_spark_job_status', arguments: {batch_id: '{batch_id}'}},
  needs: {id: 'id', word: 'state', words: ['success'], anyLetters: true},
  answers: [
    .../** @type {const} */ ([
      ['Success', 'succeeded'],
      ['success', 'succeeded'],
      ['SUCCESS', 'succeeded'],
      ['starting', 'running'],
      ['Running', 'running'],
      ['recovering', 'running'],
      ['dead', 'failed'],
      ['Dead', 'failed'],
      ['finished', 'unknown'],
      ['constructor', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([word, state]) => ({
        name: `a job in the state ${word}`,
        source: `${docs}/spark_job-related_apis/querying_a_batch_processing_job_status.rst, whose example has a capital`,
        body: {json: {id, state: word}},
        expected: {id, state, serviceStatus: word, subtasks: []}
      })
    ),
    {
      name: 'no state',
      source: madeFor('an optional field left out'),
      body: {json: {id}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a job that does not exist',
      source: `${docs}/public_parameters/error_codes.rst`,
      status: 400,
      body: {json: {error_code: 'DLI.0002', error_msg: 'The object does not exist.'}},
      expected: {failure: 'not-found', code: 'DLI.0002'}
    },
    unknownAccessKey
  ]
};
