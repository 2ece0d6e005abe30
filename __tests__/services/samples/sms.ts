import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/SMS/src/ShowTask.json`;
const task = {id: '7a9a9540-ff28-4869-b9e4-855fbe3b1c4d', name: 'MigrationTask'};

export const sms: readonly Sample[] = [
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
  ...(
    [
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
    ] as const
  ).map(
    ([state, meaning]): Sample => ({
      name: `a task in the state ${state}`,
      source: definition,
      body: {json: {...task, state}},
      expected: {...task, state: meaning, serviceStatus: state, subtasks: []}
    })
  ),
  ...(
    [
      ['SYNC_F_ROLLBACKING', 'running'],
      ['SYNC_F_ROLLBACK_SUCCESS', 'failed']
    ] as const
  ).map(
    ([state, meaning]): Sample => ({
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
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  },
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
];
