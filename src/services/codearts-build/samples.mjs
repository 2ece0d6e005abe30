import {madeFor, malformedAnswers, openApi, provider, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definitions = `${openApi}, schemas/CodeArtsBuild/src`;
const asked = {taskId: '20', parentId: 'f5af662119404ad187437cd272b5099b'};
const recordId = '9d6169b9-022d-458c-9dc8-48cc94cc4083';
const stage = {
  create_time: '2024-09-24T03:18:49.000+00:00',
  finish_time: '2024-09-24T03:18:59.000+00:00',
  log_status: null
};
/** @param {unknown} result */
const wrapped = result => ({error: null, result, status: 'success'});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'codearts',
    what: {en: 'run of a build task', zh: '构建任务的一次运行'},
    id: {
      en: '`job_id`, a slash, and `actual_build_number` of `POST /v1/job/execute`',
      zh: '`POST /v1/job/execute` 返回的 `job_id`、斜杠，以及 `actual_build_number`'
    },
    permission: {
      en: 'A role in the CodeArts project that may view the build task; the call needs no identity policy',
      zh: 'CodeArts 项目中可查看构建任务的角色；使用身份策略授权时无需权限'
    },
    causes: {
      en: 'the error in the record of the build, and the stages that failed',
      zh: '构建记录中的错误信息，以及失败的构建阶段'
    },
    unconfirmed: {
      en: 'The list of words: only those in the examples are known, and any other counts as running; what an unknown build is answered with; the words of a stage that failed (read like those of a build)',
      zh: '状态列表：已知的只有示例中出现的状态，其他一律视为运行中；查询未知的构建时返回什么；失败阶段的状态（视同构建的状态）'
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
      name: 'a build that does not tell whether it runs, whatever its result is',
      source: madeFor('null instead of true or false'),
      asked,
      body: {json: wrapped({building: null, build_result: 'SUCCESS'})},
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
    ...malformedAnswers(
      {
        '"result" should be an object and is missing': {status: 'success'},
        'the "status" of the request is error': {status: 'error', result: {building: false}},
        '"building" should be true or false': {status: 'success', result: {building: 'false'}}
      },
      asked
    ),
    unknownAccessKey,
    {
      name: 'a build task that does not exist',
      source: `${provider}, services/codeartsbuild`,
      asked,
      status: 422,
      body: {json: {error_code: 'DEVCB.00031006', error_msg: 'an error'}},
      expected: {failure: 'not-found', code: 'DEVCB.00031006'}
    }
  ],
  causes: [
    {
      request: {path: '/v1/record/{job_id}/{build_number}/record-info'},
      sdk: {method: 'show_job_build_record_detail', arguments: {job_id: '{job_id}', build_no: '{build_number}'}},
      answers: [
        {
          name: 'a build with an error',
          source: `made from ${definitions}/ShowJobBuildRecordDetail.json, answer 200, with an err_msg`,
          body: {
            json: wrapped({
              build_config_type: 'YAML',
              build_no: 532,
              build_record_id: recordId,
              codeci_job_id: '68491d9bc97b4774adb93e29b46d2dc6',
              err_msg: 'The build of the project failed.',
              finish_time: '2022-10-11T08:30:27.000+00:00',
              record_status: null,
              status: 'FAILURE'
            })
          },
          expected: [{message: 'The build of the project failed.'}]
        },
        {
          name: 'a build without an error',
          source: `${definitions}/ShowJobBuildRecordDetail.json, answer 200`,
          body: {json: {result: {build_record_id: recordId, err_msg: null, status: 'SUCCESS'}, status: 'success'}},
          expected: []
        },
        {
          name: 'a request that failed',
          source: madeFor('the status of the request'),
          body: {json: {status: 'fail'}},
          expected: {malformed: 'the "status" of the request is fail'}
        }
      ]
    },
    {
      request: {path: '/v1/record/{record_id}/full-stages'},
      sdk: {method: 'show_build_record_full_stages', arguments: {record_id: '{record_id}'}},
      values: {record_id: recordId},
      answers: [
        {
          name: 'a stage that failed among others',
          source: `made from ${definitions}/ShowBuildRecordFullStages.json, answer 200, with the words of builds`,
          body: {
            json: wrapped({
              build_stages: {
                final: {
                  ...stage,
                  display_name: 'final',
                  execution_stage_name: 'final',
                  status: 'ABORTED',
                  status_code: 8
                },
                initial: {...stage, display_name: 'initial', execution_stage_name: 'initial', status: 'SUCCESS'},
                stage3: {...stage, display_name: 'Maven', execution_stage_name: 'stage3', status: 'FAILURE'}
              },
              check_stages: null
            })
          },
          expected: [{name: 'Maven', type: 'stage', serviceStatus: 'FAILURE', time: '2024-09-24T03:18:59.000Z'}]
        },
        {
          name: 'stages of a build that was stopped',
          source: `${definitions}/ShowBuildRecordFullStages.json, answer 200`,
          body: {
            json: wrapped({
              build_stages: {final: {...stage, display_name: 'final', status: 'ABORTED', status_code: 8}},
              check_stages: null
            })
          },
          expected: []
        },
        {
          name: 'a check that failed, beside a stage of another form',
          source: madeFor('both kinds of stages have the same form, and what is no object is passed over'),
          body: {
            json: wrapped({
              build_stages: {initial: null},
              check_stages: {scan: {...stage, display_name: 'scan', status: 'FAILURE'}}
            })
          },
          expected: [{name: 'scan', type: 'stage', serviceStatus: 'FAILURE', time: '2024-09-24T03:18:59.000Z'}]
        },
        {
          name: 'no stages',
          source: madeFor('the envelope without its content'),
          body: {json: wrapped(null)},
          expected: {malformed: '"result" should be an object and is missing'}
        }
      ]
    }
  ]
};
