import {errorNames, errorSample, madeFor, openApi, provider, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/ServiceStage/src/ShowJobInfo.json`;
const reference = 'support.huaweicloud.com/api-servicestage/servicestage_06_0190.html';
const errorCodes = 'support.huaweicloud.com/api-servicestage/servicestage_06_0162.html';
const job = {job_id: 'JOB66761060-f209-407c-a093-4df6f531b9dc', job_type: 'DAILY_OPERATION', rollback_enabled: false};
const read = {id: job.job_id, name: job.job_type};

/**
 * A task of a job, as an answer has it.
 * @param {string} id
 * @param {string} name
 * @param {string} status
 * @param {string} [messages]
 */
const task = (id, name, status, messages = '') => ({
  task_id: id,
  task_name: name,
  task_status: status,
  task_type: 'deploy',
  messages
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {en: 'jobs on components, such as a deployment, an upgrade or a restart', zh: '组件任务，如部署、升级、重启'},
    id: {
      en: '`job_id` of the calls of version 3 that create, change or delete a component, such as `POST /v3/{project_id}/cas/applications/{application_id}/components/{component_id}/action`',
      zh: 'v3 接口中创建、变更、删除组件的接口（如 `POST /v3/{project_id}/cas/applications/{application_id}/components/{component_id}/action`）返回的 `job_id`'
    },
    permission: {
      en: '`servicestage:app:listApplication` (identity policy) or `servicestage:app:list` (role or policy)',
      zh: '`servicestage:app:listApplication`（身份策略授权）或 `servicestage:app:list`（角色与策略授权）'
    },
    unconfirmed: {
      en: 'That `UNKNOWN` and `ROLLBACKED` are ends, and failures, and that a success after `ROLLBACKING` is none; whether `task_count` counts the tasks of a job with more than 50; that an unknown id can get `SVCSTG.00100401` under HTTP 401; an older edition of the reference has the names of fields in capitals, which are not read',
      zh: '`UNKNOWN`、`ROLLBACKED` 是否为终态、是否表示失败，`ROLLBACKING` 之后的成功是否不算成功（这里不算）；任务超过 50 个时 `task_count` 是否计入全部；查询未知 ID 时是否会以 HTTP 401 返回 `SVCSTG.00100401`；旧版接口文档中的字段名为大写，这里不识别'
    }
  },
  id: '{job_id}',
  example: job.job_id,
  poll: {path: '/v3/{project_id}/cas/jobs/{job_id}?limit=50'},
  start: {
    path: '/v3/{project_id}/cas/applications/{application_id}/components/{component_id}/action',
    body: {action: 'rollback', parameters: {version: '{story}'}},
    answer: {body: {job_id: '{job_id}'}}
  },
  hosts: {
    'cn-north-4': 'servicestage.cn-north-4.myhuaweicloud.com',
    'la-south-2': 'servicestage.la-south-2.myhuaweicloud.com',
    'eu-de': null,
    'xx-private-1': null
  },
  sdk: {client: 'servicestage.v3', method: 'show_job_info', arguments: {job_id: '{job_id}', limit: '50'}},
  needs: {
    id: 'job.job_id',
    word: 'job.execution_status',
    words: ['SUCCEEDED'],
    parts: [{at: 'tasks', word: 'task_status', words: ['succeeded', 'skipped'], count: 'task_count'}]
  },
  altered: [
    [{task_count: 1, tasks: [{task_status: 'FAILED'}]}, 'failed', 'succeeded'],
    [{task_count: 1, tasks: [{task_status: 'SUCCEEDED', error_code: 'X.1'}]}, 'unproven: "', 'succeeded'],
    [{task_count: 2, tasks: [{task_status: 'SUCCEEDED'}]}, 'unproven: "', 'succeeded'],
    [{task_count: 1, tasks: {}}, 'malformed', 'succeeded'],
    [{task_count: 1, tasks: [null]}, 'malformed: task 1 should be an object', 'succeeded'],
    ...errorNames.map(/** @returns {Altered} */ name => [{[`job.${name}`]: 'X.1'}, `unproven: "job.${name}"`])
  ],
  answers: [
    {
      name: 'a job that succeeded, with a task that was skipped',
      source: `made from ${definition}`,
      body: {
        json: {
          task_count: 2,
          job: {...job, execution_status: 'SUCCEEDED'},
          tasks: [task('T1', 'Initialize instance', 'SUCCEEDED'), task('T2', 'Create ELB listener', 'SKIPPED')]
        }
      },
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: 'SUCCEEDED',
        subtasks: [
          {id: 'T1', name: 'Initialize instance', state: 'succeeded', serviceStatus: 'SUCCEEDED'},
          {id: 'T2', name: 'Create ELB listener', state: 'skipped', serviceStatus: 'SKIPPED'}
        ]
      }
    },
    {
      name: 'a running job with a task that is done',
      source: `made from ${definition}`,
      body: {
        json: {
          task_count: 2,
          job: {...job, execution_status: 'RUNNING'},
          tasks: [task('T1', 'Initialize instance', 'SUCCEEDED'), task('T2', 'Deploy workload', 'RUNNING')]
        }
      },
      expected: {
        ...read,
        state: 'running',
        serviceStatus: 'RUNNING',
        subtasks: [
          {id: 'T1', name: 'Initialize instance', state: 'succeeded', serviceStatus: 'SUCCEEDED'},
          {id: 'T2', name: 'Deploy workload', state: 'running', serviceStatus: 'RUNNING'}
        ]
      }
    },
    {
      name: 'a failed job, whose reason its task has',
      source: `made from ${definition}`,
      body: {
        json: {
          task_count: 1,
          job: {...job, execution_status: 'FAILED'},
          tasks: [task('T1', 'Deploy workload', 'FAILED', 'The image cannot be pulled.')]
        }
      },
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'FAILED',
        subtasks: [
          {
            id: 'T1',
            name: 'Deploy workload',
            state: 'failed',
            serviceStatus: 'FAILED',
            message: 'The image cannot be pulled.'
          }
        ]
      }
    },
    .../** @type {const} */ ([
      ['SUBMITTED', 'running'],
      ['SCHEDULED', 'running'],
      ['PARTIALLY_FAILED', 'failed'],
      ['CANCELLED', 'stopped'],
      ['ROLLBACKED', 'failed'],
      ['UNKNOWN', 'failed'],
      ['SKIPPED', 'unknown'],
      ['succeeded', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: `made from ${reference}, the list of states, and words that it does not hold`,
        body: {json: {task_count: 0, job: {...job, execution_status: status}, tasks: []}},
        expected: {...read, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a rollback',
      source: `made from ${reference}, the list of states`,
      body: {json: {task_count: 0, job: {...job, execution_status: 'ROLLBACKING'}, tasks: []}},
      expected: {...read, state: 'running', serviceStatus: 'ROLLBACKING', isUndoing: true, subtasks: []}
    },
    {
      name: 'more tasks than the answer has',
      source: madeFor('a list that is cut'),
      body: {
        json: {
          task_count: 51,
          job: {...job, execution_status: 'SUCCEEDED'},
          tasks: [task('T1', 'Deploy workload', 'SUCCEEDED')]
        }
      },
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: 'SUCCEEDED',
        contradictions: ['"task_count" is 51 and "tasks" has 1'],
        subtasks: [{id: 'T1', name: 'Deploy workload', state: 'succeeded', serviceStatus: 'SUCCEEDED'}]
      }
    },
    .../** @type {const} */ ([
      ['no job', {task_count: 0, tasks: []}],
      ['no state', {task_count: 0, job, tasks: []}],
      [
        'a task without a state',
        {task_count: 1, job: {...job, execution_status: 'SUCCEEDED'}, tasks: [{task_id: 'T1'}]}
      ],
      [
        'the names of fields in capitals',
        {task_count: 0, job: {JOB_ID: job.job_id, EXECUTION_STATUS: 'SUCCEEDED'}, tasks: []}
      ]
    ]).map(
      /** @returns {Sample} */ ([name, json]) => ({
        name,
        source: madeFor('a field left out or of another name'),
        body: {json},
        expected: {failure: 'malformed'}
      })
    ),
    errorSample(errorCodes, 404, 'SVCSTG.00100429', 'job not found', 'not-found'),
    errorSample(
      `made from ${provider}, resource_huaweicloud_servicestagev3_component.go`,
      401,
      'SVCSTG.00100401',
      'The resource does not exist.',
      'not-found'
    ),
    errorSample(errorCodes, 400, 'SVCSTG.00100414', 'job id can not empty', 'rejected'),
    refusedByTheGateway
  ]
};
