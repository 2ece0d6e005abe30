import {madeFor, openApi, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/RFS/src/ShowStackSetOperationMetadata.json`;
const instances = `${openApi}, schemas/RFS/src/ListStackInstances.json`;
const operation = {
  stack_set_operation_id: 'daa46d87-045b-4a50-a0d5-c167fc34b632',
  stack_set_name: 'my_hello_world_stack_set',
  action: 'DEPLOY_STACK_SET'
};
const read = {id: operation.stack_set_operation_id, name: operation.action};
const asked = {taskId: operation.stack_set_operation_id, parentId: operation.stack_set_name};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'management',
    what: {en: 'operation on a stack set', zh: '资源栈集的操作'},
    id: {
      en: 'the name of the stack set, a slash, and `stack_set_operation_id` of `POST /v1/stack-sets/{stack_set_name}/deployments` or of the calls that create, update or delete its stack instances',
      zh: '资源栈集的名称、斜杠，以及 `POST /v1/stack-sets/{stack_set_name}/deployments` 或创建、更新、删除资源栈实例的接口返回的 `stack_set_operation_id`'
    },
    causes: {
      en: 'the stack instances that this operation failed on: the stack, its region and account, and the reason',
      zh: '本次操作失败的资源栈实例：资源栈、所在区域和账号，以及原因'
    },
    unconfirmed: {
      en: 'Whether an operation that tolerates failures (`failure_tolerance_count`, `failure_tolerance_percentage`) is `OPERATION_COMPLETE` with some of its stacks failed: it is a warning here; that `STOP_FAILED` is an end; what a delegated administrator, for whom `call_identity` is not sent, is answered; the host in eu-west-101',
      zh: '允许部分失败（`failure_tolerance_count`、`failure_tolerance_percentage`）的操作在部分资源栈失败时是否仍为 `OPERATION_COMPLETE`（这里视为警告）；`STOP_FAILED` 是否为终态；委托管理员查询时得到什么（不发送 `call_identity`）；eu-west-101 的主机名'
    }
  },
  id: '{stack_set_name}/{operation_id}',
  example: `${operation.stack_set_name}/${operation.stack_set_operation_id}`,
  poll: {
    path: '/v1/stack-sets/{stack_set_name}/operations/{operation_id}/metadata',
    headers: {'client-request-id': '{request_id}'},
    variants: [
      {
        given: {parentId: '网络', taskId: operation.stack_set_operation_id},
        path: `/v1/stack-sets/%E7%BD%91%E7%BB%9C/operations/${operation.stack_set_operation_id}/metadata`,
        headers: {'client-request-id': 'R1'}
      }
    ]
  },
  start: {
    path: '/v1/stack-sets/{stack_set_name}/deployments',
    headers: {'client-request-id': '{request_id}'},
    body: {template_uri: 'https://demo.obs.cn-north-4.myhuaweicloud.com/{story}.tf'},
    answer: {status: 202, body: {stack_set_operation_id: '{operation_id}'}}
  },
  hosts: {
    'cn-north-4': 'rfs.cn-north-4.myhuaweicloud.com',
    'eu-de': null,
    'eu-west-101': 'rfs.eu-west-101.myhuaweicloud.eu',
    'xx-private-1': null
  },
  sdk: {
    client: 'aos.v1',
    method: 'show_stack_set_operation_metadata',
    arguments: {
      stack_set_name: '{stack_set_name}',
      stack_set_operation_id: '{operation_id}',
      client_request_id: '{request_id}'
    }
  },
  needs: {
    id: 'stack_set_operation_id',
    word: 'status',
    words: ['OPERATION_COMPLETE'],
    repeats: {stack_set_name: 0},
    errors: ['status_message'],
    flags: {
      'operation_preferences.failure_tolerance_count': 0,
      'operation_preferences.failure_tolerance_percentage': 0
    }
  },
  altered: [
    [{stack_set_name: 'another'}, 'other: stack_set_name another'],
    [{status_message: 'Too many stack instances failed.'}, 'unproven: "status_message"'],
    [{operation_preferences: '{"failure_tolerance_count":5}'}, 'malformed'],
    [{operation_preferences: [{failure_tolerance_count: 5}]}, 'failed']
  ],
  answers: [
    {
      name: 'stacks that were created, where some could have failed',
      source: `${definition}, answer 200`,
      asked,
      body: {
        json: {
          action: 'CREATE_STACK_INSTANCES',
          administration_agency_name: 'test_administration_agency_name',
          create_time: '2023-05-15T15:39:25.210Z',
          deployment_targets: {
            domain_ids: ['dfda721e8ecd46088662f2dc9e97b1c6', 'dfda721e8ecd46088662f2dc9e97b1c7'],
            regions: 'cn-north-5'
          },
          managed_agency_name: 'test_managed_agency_name',
          operation_preferences: {
            failure_tolerance_count: 4,
            failure_tolerance_mode: 'STRICT_FAILURE_TOLERANCE',
            max_concurrent_count: 3,
            region_concurrency_type: 'SEQUENTIAL',
            region_order: ['cn-north-5']
          },
          stack_set_id: '10f29827-939f-4a11-8bcc-65b051257860',
          stack_set_name: 'my_hello_world_stack_set',
          stack_set_operation_id: 'daa46d87-045b-4a50-a0d5-c167fc34b632',
          status: 'OPERATION_COMPLETE',
          update_time: '2023-05-15T16:39:25.210Z'
        }
      },
      expected: {
        id: operation.stack_set_operation_id,
        name: 'CREATE_STACK_INSTANCES',
        state: 'warning',
        serviceStatus: 'OPERATION_COMPLETE',
        start: '2023-05-15T15:39:25.210Z',
        message: '"failure_tolerance_count" is 4',
        subtasks: []
      }
    },
    .../** @type {const} */ ([undefined, {}, {failure_tolerance_count: 0}, {failure_tolerance_percentage: 0}]).map(
      /** @returns {Sample} */ preferences => ({
        name: `a deployment in which no stack could fail: ${JSON.stringify(preferences)}`,
        source: `made from ${definition}, where 0 is the default`,
        asked,
        body: {json: {...operation, status: 'OPERATION_COMPLETE', operation_preferences: preferences}},
        expected: {...read, state: 'succeeded', serviceStatus: 'OPERATION_COMPLETE', subtasks: []}
      })
    ),
    {
      name: 'a deployment in which a tenth of the stacks could fail',
      source: `made from ${definition}, failure_tolerance_percentage`,
      asked,
      body: {
        json: {...operation, status: 'OPERATION_COMPLETE', operation_preferences: {failure_tolerance_percentage: 10}}
      },
      expected: {
        ...read,
        state: 'warning',
        serviceStatus: 'OPERATION_COMPLETE',
        message: '"failure_tolerance_percentage" is 10',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['QUEUE_IN_PROGRESS', 'running'],
      ['OPERATION_IN_PROGRESS', 'running'],
      ['STOP_IN_PROGRESS', 'running'],
      ['STOP_COMPLETE', 'stopped'],
      ['STOP_FAILED', 'failed'],
      ['COMPLETE', 'unknown'],
      ['operation_complete', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: `made from ${definition}, the list of states, and words that it does not hold`,
        asked,
        body: {json: {...operation, status, create_time: '2023-05-15T15:39:25.210Z'}},
        expected: {...read, state, serviceStatus: status, start: '2023-05-15T15:39:25.210Z', subtasks: []}
      })
    ),
    {
      name: 'a failed operation with its reason',
      source: madeFor('status_message, which comes with a failure'),
      asked,
      body: {json: {...operation, status: 'OPERATION_FAILED', status_message: 'Too many stack instances failed.'}},
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'OPERATION_FAILED',
        message: 'Too many stack instances failed.',
        subtasks: []
      }
    },
    {
      name: 'a failed operation in which some of the stacks could have failed, and more did',
      source: `made from ${definition}, failure_tolerance_count`,
      asked,
      body: {
        json: {...operation, status: 'OPERATION_FAILED', operation_preferences: {failure_tolerance_count: 4}}
      },
      expected: {...read, state: 'failed', serviceStatus: 'OPERATION_FAILED', subtasks: []}
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      asked,
      body: {json: {...operation, update_time: '2023-05-15T16:39:25.210Z'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a stack set or an operation that does not exist',
      source: `made from ${definition}, answer 404, whose code is not told`,
      asked,
      status: 404,
      body: {json: {error_code: 'RF.00000000', error_msg: 'The stack set operation does not exist.'}},
      expected: {failure: 'not-found', code: 'RF.00000000'}
    },
    {
      name: 'no permission',
      source: `made from ${definition}, answer 403, whose code is not told`,
      asked,
      status: 403,
      body: {json: {error_msg: 'No permission.', encoded_authorization_message: 'EXAMPLE', details: []}},
      expected: {failure: 'denied'}
    },
    refusedByTheGateway
  ],
  causes: [
    {
      request: {
        path: '/v1/stack-sets/{stack_set_name}/stack-instances?limit=1000',
        headers: {'client-request-id': '{request_id}'}
      },
      sdk: {
        method: 'list_stack_instances',
        arguments: {stack_set_name: '{stack_set_name}', client_request_id: '{request_id}', limit: '1000'}
      },
      answers: [
        {
          name: 'one stack that the operation failed on, and one of another operation',
          source: `${instances}, answer 200`,
          asked: {taskId: 'fb5e781e-a27d-46e2-9954-242753857a9f', parentId: asked.parentId},
          body: {
            json: {
              page_info: {current_count: 2, previous_marker: 'zxc1oHc0'},
              stack_instances: [
                {
                  create_time: '2023-05-17T15:39:25.210Z',
                  latest_stack_set_operation_id: '3fef5d3e-27b6-44e8-9769-1d7262bd9430',
                  region: 'cn-north-7',
                  stack_domain_id: '6cbcca2a2f114a63841bdbc7a19b7b09',
                  stack_id: 'ea6a4f0e-ee8a-494e-b12a-8be4a1e65af2',
                  stack_name: 'my_hello_world_stack',
                  stack_set_id: 'f689e9fd-97e7-4185-bd8a-7d5f708d45d7',
                  stack_set_name: 'my_hello_world_stack_set',
                  status: 'OPERATION_COMPLETE',
                  update_time: '2023-05-18T16:39:25.210Z'
                },
                {
                  create_time: '2023-05-15T15:39:25.210Z',
                  latest_stack_set_operation_id: 'fb5e781e-a27d-46e2-9954-242753857a9f',
                  region: 'cn-north-7',
                  stack_domain_id: '6cbcca2a2f114a63841bdbc7a19b7b12',
                  stack_id: '4abf1770-2760-4339-9c18-427fa115db6a',
                  stack_name: 'my_hello_world_stack',
                  stack_set_id: 'f689e9fd-97e7-4185-bd8a-7d5f708d45d7',
                  stack_set_name: 'my_hello_world_stack_set',
                  status: 'OPERATION_FAILED',
                  status_message: 'Deploy stack failed',
                  update_time: '2023-05-16T16:39:25.210Z'
                }
              ]
            }
          },
          expected: [
            {
              name: 'my_hello_world_stack/cn-north-7/6cbcca2a2f114a63841bdbc7a19b7b12',
              type: 'stack',
              serviceStatus: 'OPERATION_FAILED',
              message: 'Deploy stack failed',
              time: '2023-05-16T16:39:25.210Z'
            }
          ]
        },
        {
          name: 'stacks in each of their states',
          source: `${instances}, StackInstance`,
          asked,
          body: {
            json: {
              stack_instances: [
                'WAIT_IN_PROGRESS',
                'CANCEL_COMPLETE',
                'OPERATION_IN_PROGRESS',
                'OPERATION_FAILED',
                'INOPERABLE',
                'OPERATION_COMPLETE'
              ].map(status => ({latest_stack_set_operation_id: asked.taskId, region: 'cn-east-3', status}))
            }
          },
          expected: [
            {name: 'cn-east-3', type: 'stack', serviceStatus: 'OPERATION_FAILED'},
            {name: 'cn-east-3', type: 'stack', serviceStatus: 'INOPERABLE'}
          ]
        },
        {
          name: 'stacks of another operation alone',
          source: madeFor('latest_stack_set_operation_id'),
          asked,
          body: {json: {stack_instances: [{latest_stack_set_operation_id: 'other', status: 'OPERATION_FAILED'}]}},
          expected: []
        },
        {
          name: 'a stack of another form',
          source: madeFor('a list of texts'),
          asked,
          body: {json: {stack_instances: ['my_hello_world_stack']}},
          expected: {malformed: 'stack instance 1 should be an object and is a string'}
        }
      ]
    }
  ]
};
