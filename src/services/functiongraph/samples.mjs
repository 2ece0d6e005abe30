import {errorSample, madeFor, malformedAnswers, openApi, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/FunctionGraph/src/ListAsyncInvocations.json`;
const requestId = '1167bf8c-87b0-43ab-8f5f-26b16c64f252';
const asked = {
  taskId: requestId,
  parentId: 'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest'
};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'compute',
    what: {en: 'asynchronous invocation of a function', zh: '函数的异步调用'},
    id: {
      en: 'the URN of the function, a slash, and `request_id` of `POST /v2/{project_id}/fgs/functions/{function_urn}/invocations-async`',
      zh: '函数的 URN、斜杠，以及 `POST /v2/{project_id}/fgs/functions/{function_urn}/invocations-async` 返回的 `request_id`'
    },
    permission: {
      en: 'Read access to the function; no source names the action for its invocations',
      zh: '函数的读权限；没有资料说明查询其调用的授权项'
    },
    unconfirmed: {
      en: 'How long the states of invocations are kept, and the longest time span that can be asked for (seven days here); that a stopped one is `FAIL` with the code 4208',
      zh: '调用状态的保留时间，以及可查询的最长时间范围（这里为七天）；被停止的调用是否为 `FAIL` 加错误码 4208'
    }
  },
  id: '{function_urn}/{request_id}',
  example:
    'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest/1167bf8c-87b0-43ab-8f5f-26b16c64f252',
  ids: {
    accepted: [
      'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test/i1',
      'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test-1_b:!prod/i1'
    ],
    refused: [
      'test/i1',
      'urn:fss:cn-north-4/i1',
      'urn:fss:r:p:function:default:a/b/i1',
      'urn:fss:r:p:function:default:a?b/i1',
      'urn:smn:r:p:a:b:c/i1'
    ]
  },
  poll: {
    path: '/v2/{project_id}/fgs/functions/{function_urn}/async-invocations?request_id={request_id}&query_begin_time={a_week_ago}'
  },
  start: {
    path: '/v2/{project_id}/fgs/functions/{function_urn}/invocations-async',
    body: {key: 'value'},
    answer: {status: 202, body: {request_id: '{request_id}'}}
  },
  hosts: {
    'eu-west-101': 'functiongraph.eu-west-101.myhuaweicloud.eu',
    'eu-de': 'functiongraph.eu-de.otc.t-systems.com',
    'eu-nl': null
  },
  usualHost: 'functiongraph',
  sdk: {
    client: 'functiongraph.v2',
    method: 'list_async_invocations',
    arguments: {function_urn: '{function_urn}', request_id: '{request_id}', query_begin_time: '{a_week_ago}'}
  },
  needs: {list: 'invocations', id: 'request_id', word: 'status', words: ['SUCCESS'], errors: ['error_code']},
  altered: [
    // 4208 is the code of one that was stopped, where it has failed.
    ...[4001, 4208].map(
      /** @returns {Altered} */ code => [{'invocations.0.error_code': code}, `unproven: "error_code" is ${code}`]
    ),
    [{'invocations.0.error_message': 'threw'}, 'unproven: "'],
    [{count: 2}, 'unproven: "count" is 2 and "invocations" has 1', 'succeeded'],
    [{invocations: null}, 'not listed'],
    // Several entries of its id have to agree; one that cannot be placed may be another of them.
    [{'invocations.1': {request_id: '{id}', status: 'SUCCESS'}}, 'succeeded'],
    ...['FAIL', 'RUNNING'].map(
      /** @returns {Altered} */ status => [
        {'invocations.1': {request_id: '{id}', status}},
        `unproven: entries of its list with its id say SUCCESS and ${status}`
      ]
    ),
    ...[7, ['{id}'], null].map(
      /** @returns {Altered} */ id => [{'invocations.1': {request_id: id, status: 'FAIL'}}, 'malformed']
    )
  ],
  answers: [
    {
      name: 'an invocation that succeeded, its times in UTC without a zone',
      source: `${definition}, answer 200`,
      asked: {...asked, taskId: '403fcbd6-ec41-401f-9fa7-386f3d3d****'},
      body: {
        json: {
          invocations: [
            {
              end_time: '2019-10-25T15:37:27',
              error_code: 0,
              error_message: '',
              request_id: '403fcbd6-ec41-401f-9fa7-386f3d3d****',
              start_time: '2019-10-25T15:37:27',
              status: 'SUCCESS'
            }
          ]
        }
      },
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
      body: {
        json: {
          invocations: [
            {
              end_time: '2019-10-25T15:37:27',
              error_code: 0,
              error_message: '',
              request_id: '403fcbd6-ec41-401f-9fa7-386f3d3d****',
              start_time: '2019-10-25T15:37:27',
              status: 'SUCCESS'
            }
          ]
        }
      },
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
      name: 'null instead of the list, which is an empty one',
      source: madeFor('a list without this task'),
      asked,
      body: {json: {invocations: null, count: 0}},
      expected: {failure: 'not-found'}
    },
    {
      name: 'an invocation that a person stopped',
      source: `made from ${openApi}, schemas/FunctionGraph/src/CancelAsyncInvocation.json, which gives a stopped request the code 4208`,
      asked,
      body: {
        json: {
          invocations: [
            {request_id: requestId, status: 'FAIL', error_code: 4208, error_message: 'function invocation canceled'}
          ]
        }
      },
      expected: {
        id: requestId,
        state: 'stopped',
        serviceStatus: 'FAIL',
        message: 'function invocation canceled',
        subtasks: []
      }
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
    .../** @type {const} */ ([
      ['WAIT', 'running'],
      ['RUNNING', 'running'],
      ['SUCCESS', 'succeeded'],
      ['DISCARD', 'stopped'],
      ['CANCEL', 'unknown'],
      ['success', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
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
    ...malformedAnswers(
      {
        '"invocations" should be a list and is missing': {},
        '"invocations" should be a list and is an object': {invocations: {}},
        'invocation 1 should be an object and is null': {invocations: [null]}
      },
      asked
    ),
    unknownAccessKey,
    .../** @type {const} */ ([
      [403, 'FSS.0403', 'denied'],
      [404, 'FSS.0404', 'not-found'],
      [500, 'FSS.0500', 'transient']
    ]).map(([status, code, failure]) => ({...errorSample(definition, status, code, 'an error', failure), asked}))
  ]
};
