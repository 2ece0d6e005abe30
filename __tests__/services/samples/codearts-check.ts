import {madeFor, openApi, type Sample} from './sample.ts';

const errorTable = 'support.huaweicloud.com, error codes of CodeArts Check, which come under HTTP 200';

export const codeartsCheck: readonly Sample[] = [
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
    name: 'a task that has not been checked yet',
    source: 'support.huaweicloud.com/api-codeartscheck/ShowProgressDetail.html, which describes null so',
    body: {json: {task_status: null, progress: {}}},
    expected: {state: 'running', serviceStatus: 'null', subtasks: []}
  },
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
