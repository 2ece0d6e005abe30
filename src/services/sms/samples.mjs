import {madeFor, malformedAnswers, openApi, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/SMS/src/ShowTask.json`;
const task = {id: '7a9a9540-ff28-4869-b9e4-855fbe3b1c4d', name: 'MigrationTask'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'management',
    what: {en: 'migration of a server', zh: '主机迁移任务'},
    id: {
      en: '`id` of `POST /v3/tasks`, which is also in the path of `POST /v3/tasks/{task_id}/action`',
      zh: '`POST /v3/tasks` 返回的 `id`，它也在 `POST /v3/tasks/{task_id}/action` 的路径中'
    },
    permission: {
      en: '`sms:server:getTask` (identity policy) or `sms:server:queryServer` (role or policy)',
      zh: '`sms:server:getTask`（身份策略授权）或 `sms:server:queryServer`（角色与策略授权）'
    },
    unconfirmed: {
      en: "Whether requests signed with an access key need the header X-Domain-Id, which is not sent: the vendor's SDKs for Go and Java and its Terraform provider sign with it, its SDK for Python refuses to (with a token the question does not arise); how long the state of the run before is shown after a start",
      zh: '用访问密钥签名的请求是否需要请求头 X-Domain-Id（这里不发送）：厂商的 Go、Java SDK 和 Terraform provider 会用它签名，Python SDK 则拒绝这样做（使用 Token 时不存在该问题）；启动之后，上一次运行的状态还会显示多久'
    }
  },
  id: '{task_id}',
  example: '7a9a9540-ff28-4869-b9e4-855fbe3b1c4d',
  poll: {path: '/v3/tasks/{task_id}'},
  start: {
    path: '/v3/tasks',
    body: {name: '{story}', type: 'MIGRATE_FILE', os_type: 'LINUX', auto_start: true},
    answer: {body: {id: '{task_id}'}}
  },
  settles: {en: 'A task can be started again and again under its id', zh: '同一个迁移任务可以用同一个 ID 反复启动'},
  hosts: {
    'cn-north-4': 'sms.cn-north-4.myhuaweicloud.com',
    'ru-moscow-1': 'sms-api.ru-moscow-1.myhuaweicloud.com',
    'cn-east-3': null
  },
  sdk: {client: 'sms.v3', method: 'show_task', arguments: {task_id: '{task_id}'}},
  needs: {id: 'id', word: 'state', words: ['MIGRATE_SUCCESS', 'SYNC_SUCCESS']},
  altered: [
    ...['[{"error_code":"SMS.1904"}]', '[1]', '{"a":"b"}', 'none'].map(
      /** @returns {Altered} */ error => [{error_json: error}, 'unproven: "']
    ),
    // The text of JSON that holds nothing.
    ...['', 'null', '[null]', '""', '[]', '{}', ' [ ] '].map(
      /** @returns {Altered} */ error => [{error_json: error}, 'succeeded']
    ),
    [{sub_tasks: {}}, 'malformed', 'succeeded']
  ],
  answers: [
    {
      name: 'a running task, whose subtasks have no state of their own',
      source: `made from the example of answer 200 in ${definition}`,
      body: {
        json: {
          ...task,
          state: 'RUNNING',
          create_date: 1598435778000,
          start_date: 1598435784000,
          finish_date: null,
          error_json: '',
          sub_tasks: [
            {id: 7278, name: 'CREATE_CLOUD_SERVER', progress: 100, start_date: 1598435802000, end_date: 1598435812000},
            {id: 7279, name: 'SSL_CONFIG', progress: 0, start_date: null, end_date: null, process_trace: null}
          ]
        }
      },
      expected: {
        ...task,
        state: 'running',
        serviceStatus: 'RUNNING',
        start: '2020-08-26T09:56:24.000Z',
        subtasks: [
          {
            id: '7278',
            name: 'CREATE_CLOUD_SERVER',
            state: 'untold',
            serviceStatus: '100%',
            start: '2020-08-26T09:56:42.000Z',
            end: '2020-08-26T09:56:52.000Z'
          },
          {id: '7279', name: 'SSL_CONFIG', state: 'untold', serviceStatus: '0%'}
        ]
      }
    },
    {
      name: 'subtasks whose id and progress have another form, or that tell what they do',
      source: madeFor('sub_tasks; an id that is a text and no progress'),
      body: {
        json: {...task, state: 'RUNNING', sub_tasks: [{id: 'S1'}, {id: 7, progress: 40, process_trace: 'copying'}]}
      },
      expected: {
        ...task,
        state: 'running',
        serviceStatus: 'RUNNING',
        subtasks: [
          {state: 'untold', serviceStatus: ''},
          {id: '7', state: 'untold', serviceStatus: '40%', message: 'copying'}
        ]
      }
    },
    {
      name: 'a failed task with its error',
      source: madeFor('error_json'),
      body: {
        json: {
          ...task,
          state: 'MIGRATE_FAIL',
          start_date: 1598435784000,
          finish_date: 1598435884000,
          error_json: '[{"error_code":"SMS.1904"}]',
          sub_tasks: null
        }
      },
      expected: {
        ...task,
        state: 'failed',
        serviceStatus: 'MIGRATE_FAIL',
        start: '2020-08-26T09:56:24.000Z',
        end: '2020-08-26T09:58:04.000Z',
        message: '[{"error_code":"SMS.1904"}]',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['READY', 'running'],
      ['SYNCING', 'running'],
      ['ABORTING', 'running'],
      ['SKIPPING', 'running'],
      ['DELETING', 'running'],
      ['RESETING', 'running'],
      ['MIGRATE_SUCCESS', 'succeeded'],
      ['SYNC_SUCCESS', 'succeeded'],
      ['SYNC_FAIL', 'failed'],
      ['ABORT', 'stopped'],
      ['SUCCESS', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([state, meaning]) => ({
        name: `a task in the state ${state}`,
        source: definition,
        body: {json: {...task, state}},
        expected: {...task, state: meaning, serviceStatus: state, subtasks: []}
      })
    ),
    .../** @type {const} */ ([
      ['SYNC_F_ROLLBACKING', 'running'],
      ['SYNC_F_ROLLBACK_SUCCESS', 'failed']
    ]).map(
      /** @returns {Sample} */ ([state, meaning]) => ({
        name: `a task in the state ${state}`,
        source: 'support.huaweicloud.com, api-sms, Listing Migration Tasks',
        body: {json: {...task, state}},
        expected: {...task, state: meaning, serviceStatus: state, subtasks: []}
      })
    ),
    {
      name: 'no state',
      source: madeFor('an optional field left out'),
      body: {json: task},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      'subtask 1 should be an object and is null': {...task, state: 'MIGRATE_SUCCESS', sub_tasks: [null]}
    }),
    unknownAccessKey,
    {
      name: 'no permission',
      source: `${definition}, answer 403`,
      status: 403,
      body: {json: {error_code: 'SMS.9004', error_msg: 'no permission', details: [{error_code: 'SMS.9004'}]}},
      expected: {failure: 'denied', code: 'SMS.9004'}
    },
    {
      name: 'a task that does not exist',
      source: `${openApi}, schemas/SMS, the error codes of calls with a task`,
      status: 404,
      body: {json: {error_code: 'SMS.7703', error_msg: "Task doesn't exist"}},
      expected: {failure: 'not-found', code: 'SMS.7703'}
    }
  ]
};
