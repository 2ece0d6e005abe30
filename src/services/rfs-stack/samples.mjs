import {madeFor, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/RFS/src/GetStackMetadata.json`;
const otcCodes = `${otcDocs}/resource-formation-service, api-ref/source, the error codes`;
const stack = {id: 'my_hello_world_stack', name: 'my_hello_world_stack'};

/** @type {Evidence} */
export const evidence = {
  about: {
    id: {
      en: 'the name of the stack, which is in the path of `POST /v1/{project_id}/stacks/{stack_name}/deployments`; neither its `stack_id` nor a `deployment_id`',
      zh: '资源栈的名称，即 `POST /v1/{project_id}/stacks/{stack_name}/deployments` 路径中的名称；既不是它的 `stack_id`，也不是 `deployment_id`'
    },
    permission: {en: '`rf:stack:getStackMetadata`', zh: '`rf:stack:getStackMetadata`'},
    unconfirmed: {
      en: 'Whether a deployment that waits in the queue of the service, which can take six hours, shows already: where it does not, the end of the one before counts after `settle`',
      zh: '在服务队列中等待的部署（可能长达六小时）是否已能查到：如果查不到，过了 `settle` 之后，上一次部署的终态就会算数'
    }
  },
  id: '{stack_name}',
  example: 'my_hello_world_stack',
  poll: {
    path: '/v1/{project_id}/stacks/{stack_name}/metadata',
    headers: {'client-request-id': '{request_id}'},
    variants: [
      {
        given: {taskId: 'vpc-网络'},
        path: '/v1/P1/stacks/vpc-%E7%BD%91%E7%BB%9C/metadata',
        headers: {'client-request-id': 'R1'}
      }
    ]
  },
  start: {
    path: '/v1/{project_id}/stacks/{stack_name}/deployments',
    headers: {'client-request-id': '{request_id}'},
    body: {template_body: '{}'},
    answer: {status: 202, body: {deployment_id: 'a9f5614f-c16e-4374-a8f3-f3864546782e'}}
  },
  settles: 'The id names the stack, which can be deployed many times.',
  hosts: {'cn-north-4': 'rfs.cn-north-4.myhuaweicloud.com', 'eu-de': null, 'eu-west-101': null, 'xx-private-1': null},
  sdk: {
    client: 'aos.v1',
    method: 'get_stack_metadata',
    arguments: {stack_name: '{stack_name}', client_request_id: '{request_id}'}
  },
  needs: {id: 'stack_name', word: 'status', words: ['DEPLOYMENT_COMPLETE']},
  answers: [
    {
      name: 'a deployed stack, whose times are not those of the deployment',
      source: `${definition}, answer 200`,
      body: {
        json: {
          agencies: [
            {
              agency_name: 'rf_admin_trust',
              provider_name: 'huaweicloud'
            }
          ],
          create_time: '2023-03-16T03:28:20Z',
          description: 'my hello world stack',
          enable_auto_rollback: false,
          enable_deletion_protection: false,
          stack_id: 'f689e9fd-97e7-4185-bd8a-7d5f708d45d7',
          stack_name: 'my_hello_world_stack',
          status: 'DEPLOYMENT_COMPLETE',
          update_time: '2023-05-24T08:56:10Z'
        }
      },
      expected: {...stack, state: 'succeeded', serviceStatus: 'DEPLOYMENT_COMPLETE', subtasks: []}
    },
    .../** @type {const} */ ([
      ['CREATION_COMPLETE', 'running'],
      ['DEPLOYMENT_IN_PROGRESS', 'running'],
      ['DEPLOYMENT_COMPLETE', 'succeeded'],
      ['DEPLOYMENT_FAILED', 'failed'],
      ['ROLLBACK_IN_PROGRESS', 'running'],
      ['ROLLBACK_COMPLETE', 'failed'],
      ['ROLLBACK_FAILED', 'failed'],
      ['DELETION_IN_PROGRESS', 'running'],
      ['DELETION_FAILED', 'failed'],
      ['DELETION_COMPLETE', 'unknown'],
      ['IMPORT_COMPLETE', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: madeFor('the words of the definition, and words that it does not hold'),
        body: {json: {stack_name: stack.name, status}},
        expected: {...stack, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a failed deployment with its reason, of a stack with a Chinese name',
      source: madeFor('status_message, which comes with the states that end with FAILED'),
      body: {json: {stack_name: '网络', status: 'DEPLOYMENT_FAILED', status_message: 'VPC quota exceeded.'}},
      expected: {
        id: '网络',
        name: '网络',
        state: 'failed',
        serviceStatus: 'DEPLOYMENT_FAILED',
        message: 'VPC quota exceeded.',
        subtasks: []
      }
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      body: {json: {stack_name: stack.name, update_time: '2023-05-24T08:56:10Z'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'an empty status, which is none yet',
      source: madeFor('a field that is empty'),
      body: {json: {stack_name: stack.name, status: ''}},
      expected: {...stack, state: 'untold', serviceStatus: '', subtasks: []}
    },
    {
      name: 'a stack that does not exist',
      source: `made from ${otcCodes}, row RF.10013001`,
      status: 404,
      body: {json: {error_code: 'RF.10013001', error_msg: 'The stack does not exist.'}},
      expected: {failure: 'not-found', code: 'RF.10013001'}
    },
    {
      name: 'no permission, by its code',
      source: `made from ${otcCodes}, row RF.10012507`,
      status: 403,
      body: {json: {error_code: 'RF.10012507', error_msg: 'No permission.'}},
      expected: {failure: 'denied', code: 'RF.10012507'}
    },
    {
      name: 'no permission',
      source: `made from ${definition}, answer 403, whose code is not told`,
      status: 403,
      body: {json: {error_msg: 'No permission.', encoded_authorization_message: 'EXAMPLE', details: []}},
      expected: {failure: 'denied'}
    },
    refusedByTheGateway
  ]
};
