import {madeFor, openApi, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definitions = `${openApi}, schemas/CodeArtsBuild/src`;
const asked = {taskId: '20', parentId: 'f5af662119404ad187437cd272b5099b'};
/** @param {unknown} result */
const wrapped = result => ({error: null, result, status: 'success'});

/** @type {Evidence} */
export const evidence = {
  about: {
    id: {
      en: '`job_id`, a slash, and `actual_build_number` of `POST /v1/job/execute`',
      zh: '`POST /v1/job/execute` 返回的 `job_id`、斜杠，以及 `actual_build_number`'
    },
    permission: {
      en: 'A role in the CodeArts project that may view the build task; the call needs no identity policy',
      zh: 'CodeArts 项目中可查看构建任务的角色；该接口不需要身份策略'
    },
    unconfirmed: {
      en: 'The list of words: only those in the examples are known, and any other counts as running; what an unknown build is answered with',
      zh: '状态列表：已知的只有示例中出现的状态，其他一律视为运行中；查询未知的构建时返回什么'
    }
  },
  id: '{job_id}/{build_number}',
  example: 'f5af662119404ad187437cd272b5099b/20',
  poll: {path: '/v1/job/{job_id}/{build_number}/build-info'},
  start: {
    path: '/v1/job/execute',
    body: {job_id: '{job_id}', parameter: [{name: 'demo', value: '{story}'}]},
    answer: {body: {octopus_job_name: 'demo', actual_build_number: '{build_number}', daily_build_number: '20260101.1'}}
  },
  hosts: {
    'cn-north-4': 'cloudbuild-ext.cn-north-4.myhuaweicloud.com',
    'eu-west-101': 'build-backend.eu-west-101.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {
    client: 'codeartsbuild.v3',
    method: 'show_build_details',
    arguments: {job_id: '{job_id}', build_no: '{build_number}'}
  },
  needs: {task: 'result', word: 'build_result', words: ['SUCCESS'], fixed: {building: false}},
  answers: [
    {
      name: 'a build that runs, whatever its result is',
      source: `${definitions}/ShowBuildDetails.json`,
      asked,
      body: {json: wrapped({building: true, build_result: 'SUCCESS', region: 'cn-north-4'})},
      expected: {state: 'running', serviceStatus: 'building', subtasks: []}
    },
    .../** @type {const} */ ([
      ['FAILURE', 'failed', 'ShowBuildDetails.json, answer 200'],
      ['SUCCESS', 'succeeded', 'ListBuildInfoRecord.json and ShowRecordDetail.json, answer 200'],
      ['ABORTED', 'stopped', 'ListRecords.json, answer 200'],
      ['SCHEDULE_FAILURE', 'failed', 'ListBriefRecord.json, answer 200'],
      ['Finished', 'unknown', 'ShowRunningStatus.json, where it tells that a build ended and not how'],
      ['success', 'unknown', 'ShowBuildDetails.json, where it is about the request']
    ]).map(
      /** @returns {Sample} */ ([result, state, file]) => ({
        name: `a build that ended as ${result}`,
        source: `${definitions}/${file}`,
        asked,
        body: {json: wrapped({build_result: result, building: false, region: 'xx-xxxx-xx'})},
        expected: {state, serviceStatus: result, subtasks: []}
      })
    ),
    {
      name: 'the answer of the call for the running status, which is about the last build and not about this one',
      source: `${definitions}/ShowRunningStatus.json, answer 200; Finished stands there beside the result aborted too`,
      asked,
      body: {
        json: {
          error: null,
          result: {
            is_running: false,
            last_build_no: '9',
            last_build_status: 'Finished',
            last_job_id: 'c798139500d2456d82d95d108f182b5a'
          },
          status: 'success'
        }
      },
      expected: {failure: 'malformed'}
    },
    {
      name: 'a build that ended with null for its result, which is none yet',
      source: madeFor('an optional field that is empty'),
      asked,
      body: {json: wrapped({building: false, build_result: null})},
      expected: {state: 'untold', serviceStatus: '', subtasks: []}
    },
    {
      name: 'a result without the word whether it runs',
      source: madeFor('an optional field left out'),
      asked,
      body: {json: wrapped({build_result: 'SUCCESS'})},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a request that failed',
      source: 'support.huaweicloud.com, api-codeci: the status of a request is success or fail',
      asked,
      body: {json: {...wrapped({building: false, build_result: 'SUCCESS'}), status: 'fail'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no result',
      source: madeFor('the envelope without its content'),
      asked,
      body: {json: wrapped(null)},
      expected: {failure: 'malformed'}
    },
    unknownAccessKey,
    {
      name: 'a build task that does not exist',
      source: 'github.com/huaweicloud/terraform-provider-huaweicloud, services/codeartsbuild',
      asked,
      status: 422,
      body: {json: {error_code: 'DEVCB.00031006', error_msg: 'an error'}},
      expected: {failure: 'not-found', code: 'DEVCB.00031006'}
    }
  ]
};
