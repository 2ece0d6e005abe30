import {alteredParts, madeFor, malformedAnswers, openApi, provider, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const docs = 'support.huaweicloud.com, api-cae, ShowJob';
/** @param {unknown} spec */
const job = spec => ({api_version: 'v1', kind: 'Job', spec});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {en: 'jobs on components, such as a deployment or an upgrade', zh: '组件任务，如部署、升级'},
    id: {
      en: 'the id of the environment, a slash, and `job_id` of `POST /v1/{project_id}/cae/applications/{application_id}/components/{component_id}/action`',
      zh: '环境 ID、斜杠，以及 `POST /v1/{project_id}/cae/applications/{application_id}/components/{component_id}/action` 返回的 `job_id`'
    },
    permission: {
      en: 'None with identity policies; no source names the action of roles and policies',
      zh: '使用身份策略授权时无需权限；没有资料说明角色与策略授权所需的授权项'
    },
    unconfirmed: {
      en: 'The scale of its progress, which is left out; what an unknown job is answered with',
      zh: '进度的取值范围，因此不输出进度；查询未知的任务时返回什么'
    }
  },
  id: '{environment_id}/{job_id}',
  example: '5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898/15cbf4ff-e6a8-4504-a5e0-574b9c21493a',
  // X-Enterprise-Project-ID: support.huaweicloud.com, api-cae, ShowJob; without it the default enterprise project alone.
  poll: {
    path: '/v1/{project_id}/cae/jobs/{job_id}',
    headers: {'x-environment-id': '{environment_id}'},
    variants: [
      {
        given: {enterpriseProjectId: '8a3bd1e0-2f5d-4ef1-958b-3fc1ed0b0898', parentId: 'E1', taskId: 'T1'},
        headers: {'x-environment-id': 'E1', 'x-enterprise-project-id': '8a3bd1e0-2f5d-4ef1-958b-3fc1ed0b0898'}
      }
    ]
  },
  start: {
    path: '/v1/{project_id}/cae/applications/{application_id}/components/{component_id}/action',
    headers: {'x-environment-id': '{environment_id}'},
    body: {api_version: 'v1', kind: 'Action', metadata: {name: 'upgrade', annotations: {version: '{story}'}}},
    answer: {status: 202, body: {job_id: '{job_id}'}}
  },
  hosts: {'cn-north-4': 'cae.cn-north-4.myhuaweicloud.com', 'eu-de': null},
  sdk: {client: 'cae.v1', method: 'show_job', arguments: {job_id: '{job_id}', x_environment_id: '{environment_id}'}},
  needs: {
    task: 'spec',
    word: 'status',
    words: ['success'],
    parts: [{at: 'tasks', word: 'status', words: ['success', 'skip']}]
  },
  altered: [
    ...alteredParts('spec.tasks', {status: 'success'}, {status: 'failed'}, 'tasks'),
    // Below a task that was passed over nothing counts.
    [{'spec.tasks': [{status: 'skip', tasks: [{status: 'failed'}]}]}, 'succeeded']
  ],
  answers: [
    {
      name: 'a running job with its task',
      source: `${openApi}, schemas/CAE/src/ShowJob.json, answer 200`,
      body: {
        json: {
          api_version: 'v1',
          kind: 'Job',
          spec: {
            progress: 0,
            status: 'running',
            tasks: [
              {
                index: 1,
                name: 'upgrade',
                status: 'init',
                detail: '',
                created_at: '2023-02-16T11:24:07.950175Z',
                updated_at: '2023-02-16T11:24:07.950175Z'
              }
            ]
          }
        }
      },
      expected: {
        state: 'running',
        serviceStatus: 'running',
        subtasks: [{name: 'upgrade', state: 'running', serviceStatus: 'init', start: '2023-02-16T11:24:07.950Z'}]
      }
    },
    {
      name: 'a failed job with the detail of the task that failed',
      source: `${provider}, services/cae, which reads a job's failure so`,
      body: {
        json: job({
          status: 'failed',
          tasks: [
            {
              name: 'build',
              status: 'success',
              detail: 'done',
              created_at: '2023-02-16T11:24:07.950175Z',
              updated_at: '2023-02-16T11:25:07.950175Z'
            },
            {name: 'upgrade', status: 'failed', detail: 'no image'},
            {name: 'route', status: 'skip', detail: ''}
          ]
        })
      },
      expected: {
        state: 'failed',
        serviceStatus: 'failed',
        message: 'no image',
        subtasks: [
          {
            name: 'build',
            state: 'succeeded',
            serviceStatus: 'success',
            message: 'done',
            start: '2023-02-16T11:24:07.950Z',
            end: '2023-02-16T11:25:07.950Z'
          },
          {name: 'upgrade', state: 'failed', serviceStatus: 'failed', message: 'no image'},
          {name: 'route', state: 'skipped', serviceStatus: 'skip'}
        ]
      }
    },
    .../** @type {const} */ ([
      ['init', 'running'],
      ['terminating', 'running'],
      ['success', 'succeeded'],
      ['timeout', 'failed'],
      ['terminated', 'stopped'],
      ['skip', 'stopped'],
      ['finish', 'unknown'],
      ['Success', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a job in the state ${status}`,
        source: docs,
        body: {json: job({status, progress: 50, tasks: null})},
        expected: {state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'no state',
      source: madeFor('a field left out'),
      body: {json: job({progress: 100, tasks: []})},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no content',
      source: madeFor('the envelope without its content'),
      body: {json: job(null)},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"spec" should be an object and is missing': {},
      '"tasks" should be a list and is an object': job({status: 'success', tasks: {}}),
      'task 1 should be an object and is a string': job({status: 'success', tasks: ['init']})
    }),
    unknownAccessKey,
    .../** @type {const} */ (['CAE.01500404', 'CAE.01500005']).map(
      /** @returns {Sample} */ code => ({
        name: `the error ${code}, an environment or resource that does not exist`,
        source: `${provider}, services/cae`,
        status: 400,
        body: {json: {error_code: code, error_msg: 'an error'}},
        expected: {failure: 'not-found', code}
      })
    )
  ]
};
