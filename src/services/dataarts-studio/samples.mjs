import {alteredParts, madeFor, malformedAnswers, otcDocs} from '../evidence.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const systemTask = 'Huawei Cloud, API reference of Data Lake Factory, "Querying a System Task"';
const systemTaskOtc = `${otcDocs}/data-arts-studio, api-ref/source/dataarts_factory_apis/job_development_apis/querying_system_task_details.rst`;
const importTask = {id: '008aae2e67abe2ff0167abe3a28f0000', name: 'Import the job from obs://aaaaa/job_batch.zip.'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'import of jobs', zh: '作业导入任务'},
    id: {
      en: '`taskId` of `POST /v1/{project_id}/jobs/import`',
      zh: '`POST /v1/{project_id}/jobs/import` 返回的 `taskId`'
    },
    success: {
      en: '`WARNING` is an end only together with an end time (`endTime`); without one the task is still running',
      zh: '只有同时带有结束时间（`endTime`）时，`WARNING` 才算终态；否则任务仍在运行'
    },
    permission: {
      en: 'A workspace role such as Viewer, beside the system role `DAYU User` or the narrower `DataArts Studio User` (`DARTS User` on Open Telekom Cloud); IAM policies have no action for it',
      zh: '工作空间中的角色（如访客 Viewer），外加系统角色 `DAYU User` 或范围更小的 `DataArts Studio User`（Open Telekom Cloud 上为 `DARTS User`）；IAM 策略中没有对应的授权项'
    },
    unconfirmed: {
      en: 'What `WARNING` means, and that it is an end; that the role Viewer is enough',
      zh: '`WARNING` 的含义，以及它是否为终态；访客角色是否足够'
    }
  },
  id: '{task_id}',
  example: '008aae2e67abe2ff0167abe3a28f0000',
  poll: {
    path: '/v1/{project_id}/system-tasks/{task_id}',
    headers: {'x-language': 'en_us'},
    variants: [
      {given: {workspace: 'W1'}, headers: {'x-language': 'en_us', workspace: 'W1'}},
      {given: {language: 'zh-cn'}, headers: {'x-language': 'zh_cn'}}
    ]
  },
  start: {
    path: '/v1/{project_id}/jobs/import',
    body: {path: 'obs://demo/{story}.zip', sameNamePolicy: 'OVERWRITE'},
    answer: {body: {taskId: '{task_id}'}}
  },
  endTimeMeansEnd: 'By the tables of the API reference it is absent while the task runs.',
  hosts: {
    'eu-de': 'dayu-dlf.eu-de.otc.t-systems.com',
    'eu-west-101': 'dayu-dlf.eu-west-101.myhuaweicloud.eu',
    'cn-north-4': 'dayu-dlf.cn-north-4.myhuaweicloud.com',
    'ap-southeast-3': 'dayu-dlf.ap-southeast-3.myhuaweicloud.com',
    'cn-east-4': null,
    'eu-nl': null
  },
  usualHost: 'dayu-dlf',
  sdk: {client: 'dgc.v1', method: 'list_system_tasks', arguments: {task_id: '{task_id}'}},
  needs: {
    id: 'id',
    word: 'status',
    words: ['SUCCESSFUL'],
    parts: [
      {at: 'subtasks', word: 'status', words: ['successful']},
      {at: 'subTasks', word: 'status', words: ['successful']}
    ]
  },
  altered: [
    ...['subtasks', 'subTasks'].flatMap(key => alteredParts(key, {status: 'SUCCESSFUL'}, {status: 'FAILED'}, key)),
    [{subTasks: [{status: ['FAILED']}]}, 'malformed', 'succeeded']
  ],
  answers: [
    {
      name: 'an import that succeeded with one subtask, whose taskId is another task',
      source: `${systemTaskOtc}, with its missing comma put in`,
      body: {
        json: {
          endTime: 1544777083000,
          id: '008aae2e67abe2ff0167abe3a28f0000',
          lastUpdate: 1544777083000,
          name: 'Import the job from obs://aaaaa/job_batch.zip.',
          projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
          startTime: 1544777081000,
          status: 'SUCCESSFUL',
          subtasks: [
            {
              id: '008aae2e67abe2ff0167abe3a7e70002',
              lastUpdate: 1544777083000,
              name: 'Import the job_batch job.',
              status: 'SUCCESSFUL',
              taskId: '008aae2e675d3bcb01675d40ab3f0005'
            }
          ]
        }
      },
      expected: {
        ...importTask,
        state: 'succeeded',
        serviceStatus: 'SUCCESSFUL',
        start: '2018-12-14T08:44:41.000Z',
        end: '2018-12-14T08:44:43.000Z',
        subtasks: [
          {
            id: '008aae2e67abe2ff0167abe3a7e70002',
            name: 'Import the job_batch job.',
            state: 'succeeded',
            serviceStatus: 'SUCCESSFUL'
          }
        ]
      }
    },
    {
      name: 'an import that succeeded with two subtasks',
      source: `${systemTask}, example 1, without its stray brace`,
      body: {
        json: {
          endTime: 1543457514000,
          id: '008aae2e675d3bcb01675d3c66f20000',
          lastUpdate: 1543457514000,
          name: 'Import the solution from OBS path obs://aaaaa/traffic.zip.',
          projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
          startTime: 1543457499000,
          status: 'SUCCESSFUL',
          subtasks: [
            {
              id: '008aae2e675d3bcb01675d3c9f5f0002',
              lastUpdate: 1543457513000,
              name: 'Import the job_batch job.',
              status: 'SUCCESSFUL',
              taskId: '008aae2e675d3bcb01675d3c66f20000'
            },
            {
              id: '008aae2e675d3bcb01675d3c9fdc0003',
              lastUpdate: 1543457513000,
              name: 'Import the job_stream job.',
              status: 'SUCCESSFUL',
              taskId: '008aae2e675d3bcb01675d3c66f20000'
            }
          ]
        }
      },
      expected: {
        id: '008aae2e675d3bcb01675d3c66f20000',
        name: 'Import the solution from OBS path obs://aaaaa/traffic.zip.',
        state: 'succeeded',
        serviceStatus: 'SUCCESSFUL',
        start: '2018-11-29T02:11:39.000Z',
        end: '2018-11-29T02:11:54.000Z',
        subtasks: [
          {
            id: '008aae2e675d3bcb01675d3c9f5f0002',
            name: 'Import the job_batch job.',
            state: 'succeeded',
            serviceStatus: 'SUCCESSFUL'
          },
          {
            id: '008aae2e675d3bcb01675d3c9fdc0003',
            name: 'Import the job_stream job.',
            state: 'succeeded',
            serviceStatus: 'SUCCESSFUL'
          }
        ]
      }
    },
    {
      name: 'an import that failed before it had subtasks',
      source: `${systemTask}, example 2, with its missing comma put in`,
      body: {
        json: {
          endTime: 1543457631000,
          id: '008aae2e675d3bcb01675d3e6b960004',
          lastUpdate: 1543457631000,
          message: 'Failed to read the OBS file obs://aaaaa/traffic2.zip. ',
          name: 'Import the solution from OBS path obs://aaaaa/traffic2.zip.',
          projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
          startTime: 1543457631000,
          status: 'FAILED',
          subtasks: []
        }
      },
      expected: {
        id: '008aae2e675d3bcb01675d3e6b960004',
        name: 'Import the solution from OBS path obs://aaaaa/traffic2.zip.',
        state: 'failed',
        serviceStatus: 'FAILED',
        start: '2018-11-29T02:13:51.000Z',
        end: '2018-11-29T02:13:51.000Z',
        message: 'Failed to read the OBS file obs://aaaaa/traffic2.zip.',
        subtasks: []
      }
    },
    {
      name: 'a start that failed without a message',
      source: `${systemTask}, example 3`,
      body: {
        json: {
          endTime: 1543457794000,
          id: '008aae2e675d3bcb01675d40ab3f0005',
          lastUpdate: 1543457794000,
          name: 'Start the traffic solution',
          projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
          startTime: 1543457778000,
          status: 'FAILED',
          subtasks: [
            {
              id: '008aae2e675d3bcb01675d40e8560006',
              lastUpdate: 1543457794000,
              name: 'Start the job_batch job',
              status: 'FAILED',
              taskId: '008aae2e675d3bcb01675d40ab3f0005'
            }
          ]
        }
      },
      expected: {
        id: '008aae2e675d3bcb01675d40ab3f0005',
        name: 'Start the traffic solution',
        state: 'failed',
        serviceStatus: 'FAILED',
        start: '2018-11-29T02:16:18.000Z',
        end: '2018-11-29T02:16:34.000Z',
        subtasks: [
          {
            id: '008aae2e675d3bcb01675d40e8560006',
            name: 'Start the job_batch job',
            state: 'failed',
            serviceStatus: 'FAILED'
          }
        ]
      }
    },
    {
      name: 'an import that failed, told in Chinese',
      source: `${systemTask}, Chinese edition, example 2`,
      body: {
        json: {
          endTime: 1543457631000,
          id: '008aae2e675d3bcb01675d3e6b960004',
          lastUpdate: 1543457631000,
          message: '读取OBS文件[obs://aaaaa/traffic2.zip]失败。',
          name: '从OBS路径[obs://aaaaa/traffic2.zip]导入解决方案。',
          projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
          startTime: 1543457631000,
          status: 'FAILED',
          subtasks: []
        }
      },
      expected: {
        id: '008aae2e675d3bcb01675d3e6b960004',
        name: '从OBS路径[obs://aaaaa/traffic2.zip]导入解决方案。',
        state: 'failed',
        serviceStatus: 'FAILED',
        start: '2018-11-29T02:13:51.000Z',
        end: '2018-11-29T02:13:51.000Z',
        message: '读取OBS文件[obs://aaaaa/traffic2.zip]失败。',
        subtasks: []
      }
    },
    {
      name: 'a task that does not exist',
      source: systemTask,
      status: 400,
      body: {
        json: {
          error_code: 'DLF.0810',
          error_msg: 'Task does not exist'
        }
      },
      expected: {failure: 'not-found', code: 'DLF.0810'}
    },
    {
      name: 'a task that does not exist, in the newer form',
      source: systemTaskOtc,
      status: 400,
      body: {
        json: {
          error_code: 'DLF.20810',
          error_msg: 'Task[008aae2e675d3bcb01675d40ab3f0005] does not exist'
        }
      },
      expected: {failure: 'not-found', code: 'DLF.20810'}
    },
    {
      name: 'an example of the documentation that lacks a comma',
      source: `${systemTaskOtc}, as printed`,
      body: {
        text: `{
    "endTime": 1544777083000,
    "id": "008aae2e67abe2ff0167abe3a28f0000",
    "lastUpdate": 1544777083000,
"name": "Import the job from obs://aaaaa/job_batch.zip.",
    "projectId": "b384b9e9ab9b4ee8994c8633aabc9505",
    "startTime": 1544777081000,
    "status": "SUCCESSFUL",
    "subtasks": [
        {
            "id": "008aae2e67abe2ff0167abe3a7e70002",
            "lastUpdate": 1544777083000,
"name": "Import the job_batch job.",
            "status": "SUCCESSFUL"
            "taskId": "008aae2e675d3bcb01675d40ab3f0005"
        }
    ]
}`
      },
      expected: {failure: 'malformed'}
    },
    {
      name: 'an example of the documentation that has a stray brace',
      source: `${systemTask}, example 1, as printed`,
      body: {
        text: `{
{
"endTime":1543457514000,
"id":"008aae2e675d3bcb01675d3c66f20000",
"lastUpdate":1543457514000,
"name": "Import the solution from OBS path obs://aaaaa/traffic.zip.",
"projectId":"b384b9e9ab9b4ee8994c8633aabc9505",
"startTime":1543457499000,
"status":"SUCCESSFUL",
"subtasks":[
{
"id":"008aae2e675d3bcb01675d3c9f5f0002",
"lastUpdate":1543457513000,
"name": "Import the job_batch job.",
"status":"SUCCESSFUL",
"taskId":"008aae2e675d3bcb01675d3c66f20000"
},
{
"id":"008aae2e675d3bcb01675d3c9fdc0003",
"lastUpdate":1543457513000,
"name": "Import the job_stream job.",
"status":"SUCCESSFUL",
"taskId":"008aae2e675d3bcb01675d3c66f20000"
}
]
}`
      },
      expected: {failure: 'malformed'}
    },
    {
      name: 'an example of the documentation that lacks another comma',
      source: `${systemTask}, example 2, as printed`,
      body: {
        text: `{
"endTime":1543457631000,
"id":"008aae2e675d3bcb01675d3e6b960004",
"lastUpdate":1543457631000,
"message": "Failed to read the OBS file obs://aaaaa/traffic2.zip. "
"name": "Import the solution from OBS path obs://aaaaa/traffic2.zip.",
"projectId":"b384b9e9ab9b4ee8994c8633aabc9505",
"startTime":1543457631000,
"status":"FAILED",
"subtasks":[]
}`
      },
      expected: {failure: 'malformed'}
    },
    {
      name: 'a running task',
      source: madeFor('no end time while it runs'),
      body: {json: {...importTask, status: 'RUNNING', startTime: 1544777081000, lastUpdate: 1544777081000}},
      expected: {
        ...importTask,
        state: 'running',
        serviceStatus: 'RUNNING',
        start: '2018-12-14T08:44:41.000Z',
        subtasks: []
      }
    },
    {
      name: 'subtasks under the name subTasks, with times as texts and messages',
      source: madeFor('the OpenAPI definition of DLF types times as texts and calls the list subTasks'),
      body: {
        json: {
          ...importTask,
          status: 'FAILED',
          startTime: '1544777081000',
          endTime: '1544777083000',
          subTasks: [
            {
              id: 'S1',
              name: 'one',
              status: 'FAILED',
              startTime: '1544777081500',
              endTime: '1544777082500',
              message: ' No such job. '
            },
            {id: 'S2', name: 'two', status: 'RUNNING'}
          ]
        }
      },
      expected: {
        ...importTask,
        state: 'failed',
        serviceStatus: 'FAILED',
        start: '2018-12-14T08:44:41.000Z',
        end: '2018-12-14T08:44:43.000Z',
        subtasks: [
          {
            id: 'S1',
            name: 'one',
            state: 'failed',
            serviceStatus: 'FAILED',
            start: '2018-12-14T08:44:41.500Z',
            end: '2018-12-14T08:44:42.500Z',
            message: 'No such job.'
          },
          {id: 'S2', name: 'two', state: 'running', serviceStatus: 'RUNNING'}
        ]
      }
    },
    {
      name: 'a warning with an end time, which is an end',
      source: madeFor('the state WARNING of the newer definition'),
      body: {
        json: {
          ...importTask,
          status: 'WARNING',
          endTime: 1544777083000,
          subtasks: [{id: 'S1', name: 'one', status: 'WARNING'}]
        }
      },
      expected: {
        ...importTask,
        state: 'warning',
        serviceStatus: 'WARNING',
        end: '2018-12-14T08:44:43.000Z',
        subtasks: [{id: 'S1', name: 'one', state: 'warning', serviceStatus: 'WARNING'}]
      }
    },
    {
      name: 'a warning without an end time, which is none',
      source: madeFor('the state WARNING of the newer definition'),
      body: {json: {...importTask, status: 'WARNING', startTime: 1544777081000, endTime: null}},
      expected: {
        ...importTask,
        state: 'running',
        serviceStatus: 'WARNING',
        start: '2018-12-14T08:44:41.000Z',
        subtasks: []
      }
    },
    {
      name: 'a word that is not known',
      source: madeFor('a state that no definition lists'),
      body: {json: {...importTask, status: 'SUCCESSFUL_ROLLBACK', subtasks: null}},
      expected: {...importTask, state: 'unknown', serviceStatus: 'SUCCESSFUL_ROLLBACK', subtasks: []}
    },
    {
      name: 'a word in lower case, which is not the word that means success',
      source: madeFor('a state that no definition lists'),
      body: {json: {...importTask, status: 'successful'}},
      expected: {...importTask, state: 'unknown', serviceStatus: 'successful', subtasks: []}
    },
    {
      name: 'no status',
      source: madeFor('a mandatory field left out'),
      body: {json: {...importTask, endTime: 1544777083000}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a status of another type',
      source: madeFor('a mandatory field of another type'),
      body: {json: {...importTask, status: 2}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a subtask without a status',
      source: madeFor('a mandatory field left out'),
      body: {json: {...importTask, status: 'SUCCESSFUL', subtasks: [{id: 'S1', name: 'one'}]}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'subtasks that are no list',
      source: madeFor('a list of another type'),
      body: {json: {...importTask, status: 'SUCCESSFUL', subtasks: {S1: 'FAILED'}}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      'subtask 1 should be an object and is null': {...importTask, status: 'SUCCESSFUL', subtasks: [null]}
    }),
    {
      name: 'an error under HTTP 200, instead of a task',
      source: madeFor('the error form of the API under another HTTP status'),
      body: {json: {error_code: 'DLF.3051', error_msg: 'The request parameter is invalid.'}},
      expected: {failure: 'rejected', code: 'DLF.3051'}
    },
    {
      name: 'an error under HTTP 200, beside a success',
      source: madeFor('both forms in one answer'),
      body: {json: {...importTask, status: 'SUCCESSFUL', errorCode: 'DLF.3051'}},
      expected: {failure: 'rejected', code: 'DLF.3051'}
    },
    {
      name: 'a task that does not exist, in the spelling of the DGC definition',
      source: madeFor('errorCode and errorMsg instead of error_code and error_msg'),
      status: 400,
      body: {json: {errorCode: 'DLF.0810', errorMsg: 'Task does not exist'}},
      expected: {failure: 'not-found', code: 'DLF.0810'}
    },
    {
      name: 'no permission',
      source: 'Huawei Cloud, error codes of DataArts Factory',
      status: 400,
      body: {json: {error_code: 'DLF.6888', error_msg: 'The account permissions are invalid.'}},
      expected: {failure: 'denied', code: 'DLF.6888'}
    },
    {
      name: 'a workspace that does not exist',
      source: 'Huawei Cloud, error codes of DataArts Factory',
      status: 400,
      body: {json: {error_code: 'DLF.20819', error_msg: 'Workspace does not exist.'}},
      expected: {failure: 'rejected', code: 'DLF.20819'}
    }
  ]
};
