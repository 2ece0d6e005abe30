import {alteredParts, madeFor, malformedAnswers, openApi, provider, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/CodeArtsPipeline/src/ShowPipelineRunDetail.json`;
const errorCodes = `${provider}, services/codeartspipeline/common.go`;
const run = {id: '7ba7be7de80c4b819f4c9e3c8ea79c7b', name: 'release'};
const asked = {taskId: run.id, parentId: '7bcedd0f556a4baead77105f8b238dde'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'codearts',
    what: {en: 'run of a pipeline', zh: '流水线的一次运行'},
    id: {
      en: 'the id of the pipeline, a slash, and `pipeline_run_id` of `POST /v5/{project_id}/api/pipelines/{pipeline_id}/run`; a run that is put into a queue comes as the error `DEVPIPE.00011169` or `DEVPIPE.00011170`, with its id as `error.pipeline_run_id`',
      zh: '流水线 ID、斜杠，以及 `POST /v5/{project_id}/api/pipelines/{pipeline_id}/run` 返回的 `pipeline_run_id`；排队的运行会以错误 `DEVPIPE.00011169` 或 `DEVPIPE.00011170` 返回，其 ID 在 `error.pipeline_run_id` 中'
    },
    permission: {
      en: 'The right to view the pipeline (`operation_query`), which a role in the CodeArts project or the pipeline itself gives',
      zh: '查看该流水线的权限（`operation_query`），由 CodeArts 项目中的角色或流水线自身的权限设置授予'
    },
    causes: {
      en: 'the checks, jobs and steps that failed, with their messages',
      zh: '失败的准入准出检查、任务和步骤，及其错误信息'
    },
    exampleId: '{codearts_project_id}/{pipeline_id}/{pipeline_run_id}',
    unconfirmed: {
      en: 'What an unknown run is answered with; whether IGNORED is ever the state of a run (read as stopped); that the codes `DEVPIPE.30021001` and `DEV_21_100169`, a project that does not exist, come from this call too; an IAM action',
      zh: '查询未知的运行时返回什么；IGNORED 是否会是一次运行的状态（视为已停止）；该接口是否也会返回表示项目不存在的错误码 `DEVPIPE.30021001` 和 `DEV_21_100169`；IAM 授权项'
    }
  },
  id: '{pipeline_id}/{pipeline_run_id}',
  example: '7bcedd0f556a4baead77105f8b238dde/7ba7be7de80c4b819f4c9e3c8ea79c7b',
  ids: {accepted: ['a/b/r1', 'c1/l1/r1'], refused: ['c1/c2/l1/r1', '/l1/r1', 'c1//r1']},
  poll: {
    path: '/v5/{project_id}/api/pipelines/{pipeline_id}/pipeline-runs/detail?pipeline_run_id={pipeline_run_id}',
    variants: [
      {
        given: {parentId: 'C1/L1', taskId: 'T1'},
        path: '/v5/C1/api/pipelines/L1/pipeline-runs/detail?pipeline_run_id=T1',
        headers: {}
      }
    ]
  },
  start: {
    path: '/v5/{project_id}/api/pipelines/{pipeline_id}/run',
    body: {description: '{story}', sources: [], variables: []},
    answer: {body: {pipeline_run_id: '{pipeline_run_id}'}}
  },
  hosts: {
    'cn-north-4': 'cloudpipeline-ext.cn-north-4.myhuaweicloud.com',
    'tr-west-1': 'pipeline-external.tr-west-1.myhuaweicloud.com',
    'me-east-1': 'pipeline.me-east-1.myhuaweicloud.com',
    'cn-northeast-1': 'cloudpipeline-ext.cn-northeast-1.myhuaweicloud.com',
    'eu-west-101': 'pipeline-external.eu-west-101.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {
    client: 'codeartspipeline.v2',
    method: 'show_pipeline_run_detail',
    arguments: {project_id: '{project_id}', pipeline_id: '{pipeline_id}', pipeline_run_id: '{pipeline_run_id}'}
  },
  needs: {
    id: 'id',
    word: 'status',
    words: ['COMPLETED'],
    repeats: {pipeline_id: 0},
    parts: [{at: 'stages', word: 'status', words: ['completed', 'ignored', 'skipped', 'unselected']}]
  },
  altered: [
    ...alteredParts('stages', {status: 'COMPLETED'}, {status: 'FAILED'}),
    ...alteredParts('stages.0.jobs', {status: 'COMPLETED'}, {status: 'FAILED'}),
    ...alteredParts('stages.0.jobs.0.steps', {status: 'COMPLETED'}, {status: 'FAILED'}),
    ...alteredParts('stages.0.pre', {}, {status: 'FAILED'}),
    ...alteredParts('stages.0.post', {}, {status: 'FAILED'}),
    [{pipeline_id: 'L2'}, 'other: pipeline_id L2'],
    [{'stages.0.jobs': [{status: 'QUEUED'}]}, 'unproven', 'succeeded'],
    [{'stages.0.jobs': [{steps: [{status: 'FAILED'}]}]}, 'failed', 'succeeded'],
    [{'stages.0.jobs': [{steps: [{}]}]}, 'succeeded'],
    [{'stages.0.jobs': [{status: ['FAILED']}]}, 'malformed', 'succeeded'],
    ...[null, '', ' '].flatMap(
      /** @returns {readonly Altered[]} */ status => [
        [{'stages.0.jobs': [{status}]}, 'malformed', 'succeeded'],
        [{'stages.0.jobs': [{steps: [{status}]}]}, 'malformed', 'succeeded']
      ]
    ),
    // Below what was passed over nothing counts.
    [{'stages.0.jobs': [{status: 'IGNORED', steps: [{status: 'FAILED'}]}]}, 'succeeded'],
    [{'stages.0': {status: 'SKIPPED', jobs: [{status: 'FAILED'}]}}, 'succeeded']
  ],
  answers: [
    {
      name: 'a completed run with its stages',
      source: `made from the examples of the fields in ${definition}`,
      asked,
      body: {
        json: {
          ...run,
          pipeline_id: asked.parentId,
          subject_id: run.id,
          status: 'COMPLETED',
          start_time: 1674907575000,
          end_time: 1674907589000,
          stages: [
            {
              id: 'ade35e3345ed46579aa7e637547c74ea',
              name: 'build',
              status: 'COMPLETED',
              start_time: 1674998127000,
              end_time: 1674998165000,
              jobs: [{name: 'clone-build-upload', status: 'COMPLETED', message: null, steps: []}]
            }
          ]
        }
      },
      expected: {
        ...run,
        state: 'succeeded',
        serviceStatus: 'COMPLETED',
        start: '2023-01-28T12:06:15.000Z',
        end: '2023-01-28T12:06:29.000Z',
        subtasks: [
          {
            id: 'ade35e3345ed46579aa7e637547c74ea',
            name: 'build',
            state: 'succeeded',
            serviceStatus: 'COMPLETED',
            start: '2023-01-29T13:15:27.000Z',
            end: '2023-01-29T13:16:05.000Z'
          }
        ]
      }
    },
    {
      name: 'a completed run with a step that failed in a stage that is complete',
      source: madeFor('jobs and steps have states of their own'),
      asked,
      body: {
        json: {
          ...run,
          status: 'COMPLETED',
          stages: [
            {
              name: 'S',
              status: 'COMPLETED',
              jobs: [{status: 'COMPLETED', steps: [{name: 'lint', status: 'FAILED', message: 'shut'}]}]
            }
          ]
        }
      },
      expected: {
        ...run,
        state: 'succeeded',
        serviceStatus: 'COMPLETED',
        subtasks: [
          {name: 'S', state: 'succeeded', serviceStatus: 'COMPLETED', message: 'shut'},
          {name: 'lint', state: 'failed', serviceStatus: 'FAILED', message: 'shut'}
        ]
      }
    },
    {
      name: 'a completed run with a job that was passed over, which is no subtask',
      source: madeFor('a job that was passed over does not spoil its stage'),
      asked,
      body: {
        json: {
          ...run,
          status: 'COMPLETED',
          stages: [{name: 'S', status: 'COMPLETED', jobs: [{name: 'lint', status: 'UNSELECTED'}]}]
        }
      },
      expected: {
        ...run,
        state: 'succeeded',
        serviceStatus: 'COMPLETED',
        subtasks: [{name: 'S', state: 'succeeded', serviceStatus: 'COMPLETED'}]
      }
    },
    {
      name: 'a failed run, whose stage says why in a step',
      source: madeFor('messages are told by steps and jobs alone'),
      asked,
      body: {
        json: {
          ...run,
          status: 'FAILED',
          stages: [
            {
              name: 'check',
              status: 'FAILED',
              jobs: [
                {
                  name: 'lint',
                  status: 'FAILED',
                  message: 'a job',
                  steps: [{message: null}, {message: 'The gate is shut.'}]
                }
              ]
            },
            {name: 'test', status: 'ASYNC_FAILED', jobs: [{message: 'The job says why.', steps: null}]},
            {name: 'deploy', status: 'INIT', jobs: null}
          ]
        }
      },
      expected: {
        ...run,
        state: 'failed',
        serviceStatus: 'FAILED',
        subtasks: [
          {name: 'check', state: 'failed', serviceStatus: 'FAILED', message: 'The gate is shut.'},
          {name: 'test', state: 'failed', serviceStatus: 'ASYNC_FAILED', message: 'The job says why.'},
          {name: 'deploy', state: 'running', serviceStatus: 'INIT'}
        ],
        causes: [
          {name: 'lint', type: 'step', message: 'The gate is shut.'},
          {name: 'test', type: 'job', message: 'The job says why.'}
        ]
      }
    },
    .../** @type {const} */ ([
      ['jobs of another form before one with a message', [null, 'text', {message: 'no runner'}], 'no runner'],
      ['a text instead of its jobs', 'text', undefined],
      ['an object instead of its jobs', {message: 'no list'}, undefined],
      ['no jobs', undefined, undefined]
    ]).map(
      /** @returns {Sample} */ ([what, jobs, message]) => ({
        name: `a failed run, whose stage has ${what}`,
        source: madeFor('a field left out or of another type'),
        asked,
        body: {json: {...run, status: 'FAILED', stages: [{status: 'FAILED', jobs}]}},
        expected: {
          ...run,
          state: 'failed',
          serviceStatus: 'FAILED',
          subtasks: [{state: 'failed', serviceStatus: 'FAILED', ...(message && {message})}],
          causes: [message ? {type: 'job', message} : {type: 'stage', serviceStatus: 'FAILED'}]
        }
      })
    ),
    {
      name: 'a failed run, whose failures come before what was cancelled, and steps before a check',
      source: `${definition}, StageRun, JobRun and StepRun`,
      asked,
      body: {
        json: {
          ...run,
          status: 'FAILED',
          stages: [
            {
              name: 'build',
              status: 'FAILED',
              pre: [{name: 'approval', status: 'FAILED', message: 'Nobody has approved it.', end_time: 1674998165000}],
              jobs: [
                {
                  name: 'compile',
                  status: 'FAILED',
                  message: 'a step failed',
                  steps: [
                    {name: 'fetch', status: 'COMPLETED', message: '120 files'},
                    {name: 'make', status: 'FAILED'}
                  ]
                },
                {name: 'package', status: 'CANCELED'}
              ]
            },
            {
              name: 'release',
              status: 'FAILED',
              jobs: [
                {name: 'publish', status: 'CANCELED', message: 'cancelled, for another job failed'},
                {name: 'sign', status: 'FAILED', message: 'no key'}
              ]
            },
            {
              name: 'clean up',
              status: 'CANCELED',
              jobs: [
                {name: 'remove', status: 'COMPLETED', message: '3 files'},
                {name: 'notify', status: 'CANCELED', message: 'cancelled by a person'}
              ]
            }
          ]
        }
      },
      expected: {
        ...run,
        state: 'failed',
        serviceStatus: 'FAILED',
        subtasks: [
          {name: 'build', state: 'failed', serviceStatus: 'FAILED', message: 'a step failed'},
          {name: 'release', state: 'failed', serviceStatus: 'FAILED', message: 'no key'},
          {name: 'clean up', state: 'stopped', serviceStatus: 'CANCELED', message: 'cancelled by a person'}
        ],
        causes: [
          {name: 'make', type: 'step', serviceStatus: 'FAILED', message: 'a step failed'},
          {
            name: 'approval',
            type: 'check',
            serviceStatus: 'FAILED',
            message: 'Nobody has approved it.',
            time: '2023-01-29T13:16:05.000Z'
          },
          {name: 'sign', type: 'job', serviceStatus: 'FAILED', message: 'no key'},
          {name: 'publish', type: 'job', serviceStatus: 'CANCELED', message: 'cancelled, for another job failed'},
          {name: 'notify', type: 'job', serviceStatus: 'CANCELED', message: 'cancelled by a person'}
        ]
      }
    },
    {
      name: 'a run that a gate stopped, before a stage and after one',
      source: `made from ${definition}, which gives stages the lists pre and post of steps with a message`,
      asked,
      body: {
        json: {
          ...run,
          status: 'FAILED',
          stages: [
            {
              name: 'build',
              status: 'FAILED',
              pre: [{name: 'auto', status: 'COMPLETED', message: null}],
              jobs: [{name: 'compile', status: 'COMPLETED', message: '', steps: []}],
              post: [{name: 'gate', status: 'FAILED', message: 'The rule on coverage is not met.'}]
            },
            {name: 'deploy', status: 'FAILED', pre: [{status: 'FAILED', message: 'Refused by a person.'}], jobs: null}
          ]
        }
      },
      expected: {
        ...run,
        state: 'failed',
        serviceStatus: 'FAILED',
        subtasks: [
          {name: 'build', state: 'failed', serviceStatus: 'FAILED', message: 'The rule on coverage is not met.'},
          {name: 'deploy', state: 'failed', serviceStatus: 'FAILED', message: 'Refused by a person.'}
        ],
        causes: [
          {name: 'gate', type: 'check', serviceStatus: 'FAILED', message: 'The rule on coverage is not met.'},
          {name: 'deploy', type: 'check', serviceStatus: 'FAILED', message: 'Refused by a person.'}
        ]
      }
    },
    .../** @type {const} */ ([
      ['RUNNING', 'running'],
      ['PAUSED', 'running'],
      ['SUSPEND', 'running'],
      ['COMPLETED', 'succeeded'],
      ['FAILED', 'failed'],
      ['CANCELED', 'stopped'],
      ['IGNORED', 'stopped'],
      ['SUCCESS', 'unknown'],
      ['completed', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a run in the state ${status}`,
        source: definition,
        asked,
        body: {json: {...run, status, stages: null}},
        expected: {...run, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a run that was asked for with its project, which the answer repeats without it',
      source: madeFor('pipeline_id is the id of the pipeline alone'),
      asked: {...asked, parentId: `C1/${asked.parentId}`},
      body: {json: {...run, pipeline_id: asked.parentId, status: 'RUNNING', stages: []}},
      expected: {...run, state: 'running', serviceStatus: 'RUNNING', subtasks: []}
    },
    {
      name: 'a stage in each of its states',
      source: definition,
      asked,
      body: {
        json: {
          ...run,
          status: 'RUNNING',
          stages: [
            'INIT',
            'QUEUED',
            'RUNNING',
            'CANCELED',
            'SKIPPED',
            'IGNORED',
            'PAUSED',
            'SUSPEND',
            'ASYNC_RUNNING',
            'UNSELECTED',
            'REDISPATCH',
            'toString'
          ].map(status => ({status}))
        }
      },
      expected: {
        ...run,
        state: 'running',
        serviceStatus: 'RUNNING',
        subtasks: [
          {state: 'running', serviceStatus: 'INIT'},
          {state: 'running', serviceStatus: 'QUEUED'},
          {state: 'running', serviceStatus: 'RUNNING'},
          {state: 'stopped', serviceStatus: 'CANCELED'},
          {state: 'skipped', serviceStatus: 'SKIPPED'},
          {state: 'skipped', serviceStatus: 'IGNORED'},
          {state: 'running', serviceStatus: 'PAUSED'},
          {state: 'running', serviceStatus: 'SUSPEND'},
          {state: 'running', serviceStatus: 'ASYNC_RUNNING'},
          {state: 'skipped', serviceStatus: 'UNSELECTED'},
          {state: 'running', serviceStatus: 'REDISPATCH'},
          {state: 'unknown', serviceStatus: 'toString'}
        ]
      }
    },
    {
      name: 'the answer of another call, which is about the creation of a pipeline and not about a run',
      source: `${openApi}, schemas/CodeArtsPipeline/src/ShowInstanceStatus.json, answer 200`,
      asked,
      body: {
        json: {
          pipeline_id: '4f73c81f5d98455eab7a2fda2f3d2434',
          pipeline_name: 'pipeline-20200316144601',
          pipeline_url: 'https://xxx/3560a08e3c5143c5bb0236e0ef910926/pipeline/detail/4f73c81f5d98455eab7a2fda2f3d2434',
          task_id: 'eafaff0bf9094d3d8456d13dddf67b40',
          task_status: 'succeeded'
        }
      },
      expected: {failure: 'malformed'}
    },
    {
      name: 'a stage without a state',
      source: madeFor('a field left out'),
      asked,
      body: {json: {...run, status: 'COMPLETED', stages: [{name: 'build'}]}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers(
      {
        '"stages" should be a list and is an object': {...run, status: 'COMPLETED', stages: {}},
        'stage 1 should be an object and is null': {...run, status: 'COMPLETED', stages: [null]}
      },
      asked
    ),
    .../** @type {const} */ (['DEVPIPE.00011401', 'DEVPIPE.00011412', 'DEVPIPE.30021001', 'DEV_21_100169']).map(
      /** @returns {Sample} */ code => ({
        name: `a pipeline or project that does not exist, by the code ${code}`,
        source: errorCodes,
        asked,
        status: 400,
        body: {json: {error_code: code, error_msg: 'an error'}},
        expected: {failure: 'not-found', code}
      })
    ),
    {
      name: 'a pipeline that does not exist, told under HTTP 200',
      source: `${errorCodes}, which looks for the code in good answers, in either form`,
      asked,
      body: {json: {error: {code: 'DEVPIPE.00011401', message: 'an error'}}},
      expected: {failure: 'not-found', code: 'DEVPIPE.00011401'}
    },
    {
      name: 'another error under HTTP 200, beside a success',
      source: `${errorCodes}, which looks for the code in good answers`,
      asked,
      body: {json: {...run, status: 'COMPLETED', error: {code: 'DEVPIPE.00000001', message: 'an error'}}},
      expected: {failure: 'rejected', code: 'DEVPIPE.00000001'}
    },
    unknownAccessKey,
    {
      name: 'no permission to view the pipeline',
      source: `${errorCodes.replace('common.go', 'resource_huaweicloud_codearts_pipeline_service_endpoint.go')}`,
      asked,
      status: 400,
      body: {json: {error_code: 'DEVPIPE.30011011', error_msg: 'no operation permission'}},
      expected: {failure: 'denied', code: 'DEVPIPE.30011011'}
    }
  ]
};
