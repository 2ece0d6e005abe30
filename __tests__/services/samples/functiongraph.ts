import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/FunctionGraph/src/ListAsyncInvocations.json`;
const requestId = '1167bf8c-87b0-43ab-8f5f-26b16c64f252';
const asked = {
  taskId: requestId,
  parentId: 'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest'
};

export const functiongraph: readonly Sample[] = [
  {
    name: 'an invocation that succeeded, its times in UTC without a zone',
    source: `${definition}, answer 200`,
    asked: {...asked, taskId: '403fcbd6-ec41-401f-9fa7-386f3d3d****'},
    body: {file: 'functiongraph-async-success'},
    expected: {
      id: '403fcbd6-ec41-401f-9fa7-386f3d3d****',
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      start: '2019-10-25T15:37:27.000Z',
      end: '2019-10-25T15:37:27.000Z',
      subtasks: []
    }
  },
  {
    name: 'a list of other invocations alone',
    source: `${definition}, answer 200`,
    asked,
    body: {file: 'functiongraph-async-success'},
    expected: {failure: 'not-found'}
  },
  {
    name: 'an empty list',
    source: madeFor('a list without this task'),
    asked,
    body: {json: {invocations: [], count: 0}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'an invocation that failed, behind one that succeeded',
    source: madeFor('a list is searched'),
    asked,
    body: {
      json: {
        invocations: [
          {request_id: 'another', status: 'SUCCESS', error_code: 0, error_message: ''},
          {request_id: requestId, status: 'FAIL', error_code: 4001, error_message: 'the function threw'}
        ]
      }
    },
    expected: {id: requestId, state: 'failed', serviceStatus: 'FAIL', message: 'the function threw', subtasks: []}
  },
  ...(
    [
      ['WAIT', 'running'],
      ['RUNNING', 'running'],
      ['SUCCESS', 'succeeded'],
      ['DISCARD', 'stopped'],
      ['CANCEL', 'unknown'],
      ['success', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `an invocation in the state ${status}`,
      source: definition,
      asked: {...asked, taskId: requestId.toUpperCase()},
      body: {json: {invocations: [{request_id: requestId, status, end_time: ''}]}},
      expected: {id: requestId, state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'no list',
    source: madeFor('a field left out'),
    asked,
    body: {json: {count: 0}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an invocation without a state',
    source: madeFor('a field left out'),
    asked,
    body: {json: {invocations: [{request_id: requestId, error_code: 0}]}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  },
  ...(
    [
      [403, 'FSS.0403', 'denied'],
      [404, 'FSS.0404', 'not-found'],
      [500, 'FSS.0500', 'transient']
    ] as const
  ).map(
    ([status, code, failure]): Sample => ({
      name: `the error ${code} under HTTP ${status}`,
      source: definition,
      asked,
      status,
      body: {json: {error_code: code, error_msg: 'an error'}},
      expected: {failure, code}
    })
  )
];
