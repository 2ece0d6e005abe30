import type {FailureKind} from '../../src/errors.ts';
import type {ServiceName} from '../../src/services/index.ts';
import type {SubtaskState, TaskState} from '../../src/task.ts';

/** What an answer must be read as; times in ISO 8601, so that they can be compared by eye. Fields that are absent must be absent. */
export interface ReadTask {
  readonly id?: string;
  readonly name?: string;
  readonly state: TaskState;
  readonly serviceStatus: string;
  readonly progress?: number;
  readonly start?: string;
  readonly end?: string;
  readonly message?: string;
  readonly subtasks: readonly ReadSubtask[];
}

export interface ReadSubtask {
  readonly id?: string;
  readonly name?: string;
  readonly state: SubtaskState;
  readonly serviceStatus: string;
  readonly start?: string;
  readonly end?: string;
  readonly message?: string;
}

export interface ReadFailure {
  readonly failure: FailureKind;
  readonly code?: string;
  readonly throttleWindowMs?: number;
}

/** An answer of a service, and what it must be read as. */
export interface Sample {
  readonly name: string;
  /** Where the answer was published, or what it was made from. */
  readonly source: string;
  /** Default: 200. */
  readonly status?: number;
  readonly body: {readonly file: string} | {readonly text: string} | {readonly json: unknown};
  readonly expected: ReadTask | ReadFailure;
}

const systemTask = 'Huawei Cloud, API reference of Data Lake Factory, "Querying a System Task"';
const systemTaskOtc =
  'github.com/opentelekomcloud-docs/data-arts-studio, api-ref/source/dataarts_factory_apis/job_development_apis/querying_system_task_details.rst';
const openApi = 'github.com/mingyang91/huawei-cloud-api-definitions';
const madeFor = (quirk: string) => `made from the documented fields: ${quirk}`;

const importTask = {id: '008aae2e67abe2ff0167abe3a28f0000', name: 'Import the job from obs://aaaaa/job_batch.zip.'};

const dataartsStudio: readonly Sample[] = [
  {
    name: 'an import that succeeded with one subtask, whose taskId is another task',
    source: `${systemTaskOtc}, with its missing comma put in`,
    body: {file: 'dataarts-job-import-success-otc'},
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
    body: {file: 'dataarts-solution-import-success'},
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
    body: {file: 'dataarts-solution-import-failed-empty-subtasks'},
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
    body: {file: 'dataarts-solution-start-failed-no-message'},
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
    body: {file: 'dataarts-failed-zh'},
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
    body: {file: 'dataarts-task-not-found-dlf0810'},
    expected: {failure: 'not-found', code: 'DLF.0810'}
  },
  {
    name: 'a task that does not exist, in the newer form',
    source: systemTaskOtc,
    status: 400,
    body: {file: 'dataarts-task-not-found-dlf20810'},
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
  {
    name: 'a subtask that is no object',
    source: madeFor('an element of another type'),
    body: {json: {...importTask, status: 'SUCCESSFUL', subtasks: [null]}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an error under HTTP 200, in place of a task',
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
    source: madeFor('errorCode and errorMsg in place of error_code and error_msg'),
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
];

const job = {id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886', name: 'CreateGaussDBforMySQLInstance'};

const taurusdb: readonly Sample[] = [
  {
    name: 'a creation that completed, with two offsets and an empty progress',
    source: `${openApi}, schemas/GaussDB/src/ShowGaussMySqlJobInfo.json, answer 200`,
    body: {file: 'taurusdb-create-completed'},
    expected: {
      ...job,
      state: 'succeeded',
      serviceStatus: 'Completed',
      start: '2018-08-06T02:41:14.000Z',
      end: '2018-08-06T16:41:14.000Z',
      subtasks: []
    }
  },
  {
    name: 'a task that does not exist',
    source:
      'made from github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst, row DBS.200543',
    status: 400,
    body: {file: 'taurusdb-job-not-found'},
    expected: {failure: 'not-found', code: 'DBS.200543'}
  },
  {
    name: 'a running task with its progress, an empty end and a name with a blank before it',
    source: madeFor('process is a percentage while the task runs'),
    body: {
      json: {
        job: {
          ...job,
          name: ' CreateGaussDBforMySQLInstance',
          status: 'Running',
          created: '2018-08-06T10:41:14+0800',
          ended: '',
          process: '60%',
          fail_reason: ''
        }
      }
    },
    expected: {
      ...job,
      state: 'running',
      serviceStatus: 'Running',
      progress: 60,
      start: '2018-08-06T02:41:14.000Z',
      subtasks: []
    }
  },
  {
    name: 'a pending task without times',
    source: madeFor('created can be empty while the instance is being created'),
    body: {json: {job: {...job, status: 'Pending', created: '', process: ''}}},
    expected: {...job, state: 'running', serviceStatus: 'Pending', subtasks: []}
  },
  {
    name: 'a failed task with its reason',
    source: madeFor('fail_reason'),
    body: {
      json: {
        job: {
          ...job,
          status: 'Failed',
          created: '2018-08-06T10:41:14-0330',
          ended: '2018-08-06T10:42:14+08:00',
          fail_reason: 'No free IP address.'
        }
      }
    },
    expected: {
      ...job,
      state: 'failed',
      serviceStatus: 'Failed',
      start: '2018-08-06T14:11:14.000Z',
      end: '2018-08-06T02:42:14.000Z',
      message: 'No free IP address.',
      subtasks: []
    }
  },
  {
    name: 'a word in capitals, which is not the word that means success',
    source: madeFor('a state that no definition lists'),
    body: {json: {job: {...job, status: 'COMPLETED'}}},
    expected: {...job, state: 'unknown', serviceStatus: 'COMPLETED', subtasks: []}
  },
  {
    name: 'a word that every object has',
    source: madeFor('a state that no definition lists'),
    body: {json: {job: {...job, status: 'constructor'}}},
    expected: {...job, state: 'unknown', serviceStatus: 'constructor', subtasks: []}
  },
  {
    name: 'a job that is null',
    source: madeFor('the envelope without its content'),
    body: {json: {job: null}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no job',
    source: madeFor('the envelope without its content'),
    body: {json: {}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a list of jobs',
    source: madeFor('the form of a related service'),
    body: {json: {job: [{...job, status: 'Completed'}]}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a job without its envelope',
    source: madeFor('the content without its envelope'),
    body: {json: {...job, status: 'Completed'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    body: {json: {job: {...job, ended: '2018-08-06T16:41:14+0000'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a status of another type',
    source: madeFor('a mandatory field of another type'),
    body: {json: {job: {...job, status: true}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an invalid token',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 403,
    body: {json: {error_code: 'DBS.280056', error_msg: 'Invalid token.'}},
    expected: {failure: 'denied', code: 'DBS.280056'}
  },
  {
    name: 'no permission',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 403,
    body: {json: {error_code: 'DBS.200010', error_msg: 'Permission denied.'}},
    expected: {failure: 'denied', code: 'DBS.200010'}
  },
  {
    name: 'a fault of the server',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 500,
    body: {json: {error_code: 'DBS.108000', error_msg: 'Server failure.'}},
    expected: {failure: 'transient', code: 'DBS.108000'}
  },
  {
    name: 'a bad parameter',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 400,
    body: {json: {error_code: 'DBS.280001', error_msg: 'Parameter error.'}},
    expected: {failure: 'rejected', code: 'DBS.280001'}
  }
];

const errorTable = 'support.huaweicloud.com, error codes of CodeArts Check, which come under HTTP 200';

const codeartsCheck: readonly Sample[] = [
  {
    name: 'a running check',
    source: `${openApi}, schemas/CodeArtsCheck/src/ShowProgressDetail.json, answer 200`,
    body: {file: 'codearts-check-running'},
    expected: {state: 'running', serviceStatus: '0', progress: 50, message: '执行检查中', subtasks: []}
  },
  {
    name: 'a busy network under HTTP 400',
    source: `${openApi}, schemas/CodeArtsCheck/src/ShowProgressDetail.json, answer 400`,
    status: 400,
    body: {file: 'codearts-check-network-busy'},
    expected: {failure: 'transient', code: 'CC.00000000'}
  },
  {
    name: 'expired credentials',
    source: `${openApi}, schemas/CodeArtsCheck/src/ShowProgressDetail.json, answer 401`,
    status: 401,
    body: {file: 'codearts-check-auth-expired'},
    expected: {failure: 'denied', code: 'CC.00000003'}
  },
  ...(
    [
      [1, 'failed'],
      [2, 'succeeded'],
      [3, 'stopped'],
      [4, 'unknown'],
      [-1, 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `the state ${status}`,
      source: madeFor('task_status is a number'),
      body: {json: {task_status: status}},
      expected: {state, serviceStatus: String(status), subtasks: []}
    })
  ),
  {
    name: 'a progress that is no object',
    source: madeFor('an optional field of another type'),
    body: {json: {task_status: 2, progress: null}},
    expected: {state: 'succeeded', serviceStatus: '2', subtasks: []}
  },
  {
    name: 'an empty ratio',
    source: madeFor('an optional field that is empty'),
    body: {json: {task_status: 0, progress: {ratio: '', info: ''}}},
    expected: {state: 'running', serviceStatus: '0', subtasks: []}
  },
  {
    name: 'no state, which is neither running nor success',
    source: madeFor('an optional field left out'),
    body: {json: {progress: {ratio: '100%', info: 'done'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an empty object',
    source: madeFor('all fields left out'),
    body: {json: {}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a state as a text',
    source: madeFor('a field of another type'),
    body: {json: {task_status: '2'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a list',
    source: madeFor('another form'),
    body: {json: [{task_status: 2}]},
    expected: {failure: 'malformed'}
  },
  ...(
    [
      ['CC.00050007', 'denied'],
      ['CC.00050010', 'denied'],
      ['CC.00050012', 'transient'],
      ['CC.00050014', 'transient'],
      ['CC.00050000', 'rejected'],
      ['CC.00050011', 'rejected'],
      ['CC.00050013', 'rejected']
    ] as const
  ).map(
    ([code, failure]): Sample => ({
      name: `the error ${code} under HTTP 200`,
      source: errorTable,
      body: {json: {error_code: code, error_msg: 'an error'}},
      expected: {failure, code}
    })
  ),
  {
    name: 'an error beside a success',
    source: madeFor('both forms in one answer'),
    body: {json: {task_status: 2, error_code: 'CC.00050014', error_msg: 'an error'}},
    expected: {failure: 'transient', code: 'CC.00050014'}
  }
];

/** Typed by the list of services, so that one without samples does not compile. */
export const samples: Readonly<Record<ServiceName, readonly Sample[]>> = {
  'dataarts-studio': dataartsStudio,
  taurusdb,
  'codearts-check': codeartsCheck
};

/** What the gateway before every service answers. */
export const gatewaySamples: readonly Sample[] = [
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  },
  {
    name: 'too many requests',
    source: 'recorded and published by a user',
    status: 429,
    body: {file: 'apigw-429-throttled-api'},
    expected: {failure: 'throttled', code: 'APIGW.0308', throttleWindowMs: 60_000}
  },
  {
    name: 'too many requests under another HTTP status',
    source: madeFor('the code of the gateway decides'),
    status: 400,
    body: {json: {error_code: 'APIG.0308', error_msg: 'limit:5,time:1 second'}},
    expected: {failure: 'throttled', code: 'APIG.0308', throttleWindowMs: 1000}
  },
  {
    name: 'a quota of a day, whose window is not waited for',
    source: madeFor('a window that is longer than any pause'),
    status: 429,
    body: {json: {error_code: 'APIGW.0308', error_msg: 'over ratelimit,limit:5,time:1 day'}},
    expected: {failure: 'throttled', code: 'APIGW.0308'}
  },
  {
    name: 'an API that does not exist there',
    source: madeFor('the one 404 that says nothing about the task'),
    status: 404,
    body: {json: {error_code: 'APIGW.0101', error_msg: 'The API does not exist or has not been published'}},
    expected: {failure: 'rejected', code: 'APIGW.0101'}
  },
  {
    name: 'an API that does not exist there, told by the gateway of another cloud',
    source: madeFor('the one 404 that says nothing about the task'),
    status: 404,
    body: {json: {error_code: 'APIG.0101', error_msg: 'The API does not exist or has not been published'}},
    expected: {failure: 'rejected', code: 'APIG.0101'}
  },
  ...(
    [
      [400, 'rejected'],
      [413, 'rejected'],
      [500, 'transient'],
      [502, 'transient'],
      [504, 'transient']
    ] as const
  ).map(
    ([status, failure]): Sample => ({
      name: `the code 0201, which means what its HTTP status ${status} means`,
      source: 'developer guide of API signing, error codes',
      status,
      body: {json: {error_code: 'APIGW.0201', error_msg: 'Backend error'}},
      expected: {failure, code: 'APIGW.0201'}
    })
  ),
  ...(
    [
      [400, 'rejected'],
      [401, 'denied'],
      [403, 'denied'],
      [404, 'not-found'],
      [405, 'rejected'],
      [408, 'transient'],
      [425, 'transient'],
      [429, 'throttled'],
      [500, 'transient'],
      [501, 'rejected'],
      [502, 'transient'],
      [503, 'transient'],
      [504, 'transient']
    ] as const
  ).map(
    ([status, failure]): Sample => ({
      name: `HTTP ${status} without a code`,
      source: madeFor('an answer without a body that tells more'),
      status,
      body: {json: {}},
      expected: {failure}
    })
  ),
  {
    name: 'a redirect',
    source: madeFor('it would carry the token to another host'),
    status: 302,
    body: {text: ''},
    expected: {failure: 'rejected'}
  },
  {
    name: 'broken JSON under HTTP 200',
    source: madeFor('an answer that was cut'),
    body: {text: '{"status": "SUCCESSFUL"'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a text under HTTP 200',
    source: madeFor('JSON of another form'),
    body: {text: '"SUCCESSFUL"'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'null under HTTP 200',
    source: madeFor('JSON of another form'),
    body: {text: 'null'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a page under HTTP 200 of a host that never answered in JSON',
    source: madeFor('a proxy that answers in place of the cloud'),
    body: {text: '<html>SUCCESSFUL</html>'},
    expected: {failure: 'unreached'}
  }
];
