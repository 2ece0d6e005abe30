import {errorSample, madeFor, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/RFS/src/GetExecutionPlanMetadata.json`;
const errorCodes = `${otcDocs}/resource-formation-service, api-ref/source/appendix/error_codes.rst`;
const plan = {stack_name: 'my_hello_world_stack', execution_plan_name: 'my_first_execution_plan'};
const read = {id: plan.execution_plan_name, name: plan.execution_plan_name};
const asked = {taskId: plan.execution_plan_name, parentId: plan.stack_name};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'management',
    what: {en: 'creation of an execution plan', zh: '执行计划的创建'},
    id: {
      en: 'the name of the stack, a slash, and `execution_plan_name` as given to `POST /v1/{project_id}/stacks/{stack_name}/execution-plans`; for a plan that is applied, wait for the stack with `rfs-stack`',
      zh: '资源栈的名称、斜杠，以及传给 `POST /v1/{project_id}/stacks/{stack_name}/execution-plans` 的 `execution_plan_name`；执行该计划之后，请用 `rfs-stack` 等待资源栈'
    },
    permission: {
      en: "`rf:stack:getExecutionPlanMetadata`, by Open Telekom Cloud's documents",
      zh: '`rf:stack:getExecutionPlanMetadata`（依据 Open Telekom Cloud 的文档）'
    },
    causes: {
      en: 'the reason in the plan itself, which is the only one',
      zh: '执行计划自身给出的原因，只有一个'
    },
    unconfirmed: {
      en: 'How a plan shows that it could not be applied; `APPLIED`, which says nothing of the deployment, is a warning here; the host in eu-west-101',
      zh: '执行计划执行失败时显示什么；`APPLIED` 不能说明部署结果，这里视为警告；eu-west-101 的主机名'
    }
  },
  id: '{stack_name}/{plan_name}',
  example: `${plan.stack_name}/${plan.execution_plan_name}`,
  ids: {accepted: ['网络/p1'], refused: ['网/络/p1']},
  poll: {
    path: '/v1/{project_id}/stacks/{stack_name}/execution-plans/{plan_name}/metadata',
    headers: {'client-request-id': '{request_id}'},
    variants: [
      {
        given: {parentId: 'vpc-网络', taskId: '计划1'},
        path: '/v1/P1/stacks/vpc-%E7%BD%91%E7%BB%9C/execution-plans/%E8%AE%A1%E5%88%921/metadata',
        headers: {'client-request-id': 'R1'}
      }
    ]
  },
  start: {
    path: '/v1/{project_id}/stacks/{stack_name}/execution-plans',
    headers: {'client-request-id': '{request_id}'},
    body: {execution_plan_name: '{plan_name}', template_body: '{}'},
    answer: {status: 202, body: {execution_plan_id: 'fb5e781e-a27d-46e2-9954-242753857a9f'}}
  },
  settles: {
    en: 'The name of a plan can be used again after the plan was deleted',
    zh: '删除执行计划之后，可以再用同样的名称'
  },
  hosts: {
    'cn-north-4': 'rfs.cn-north-4.myhuaweicloud.com',
    'eu-de': null,
    'eu-west-101': 'rfs.eu-west-101.myhuaweicloud.eu',
    'xx-private-1': null
  },
  sdk: {
    client: 'aos.v1',
    method: 'get_execution_plan_metadata',
    arguments: {
      stack_name: '{stack_name}',
      execution_plan_name: '{plan_name}',
      client_request_id: '{request_id}'
    }
  },
  needs: {
    id: 'execution_plan_name',
    word: 'status',
    words: ['AVAILABLE'],
    repeats: {stack_name: 0},
    errors: ['status_message']
  },
  altered: [[{stack_name: 'another'}, 'other: stack_name another']],
  answers: [
    {
      name: 'a plan that was applied, which proves no deployment',
      source: `${definition}, answer 200`,
      asked,
      body: {
        json: {
          apply_time: '2023-05-17T11:56:40Z',
          create_time: '2023-05-16T03:37:24Z',
          execution_plan_id: 'ebc0979a-c617-4382-9147-57fc83a634aa',
          execution_plan_name: 'my_first_execution_plan',
          stack_id: 'f689e9fd-97e7-4185-bd8a-7d5f708d45d7',
          stack_name: 'my_hello_world_stack',
          status: 'APPLIED',
          summary: {resource_add: 2}
        }
      },
      expected: {
        ...read,
        state: 'warning',
        serviceStatus: 'APPLIED',
        start: '2023-05-16T03:37:24.000Z',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['CREATION_IN_PROGRESS', 'running'],
      ['AVAILABLE', 'succeeded'],
      ['APPLY_IN_PROGRESS', 'running'],
      ['CREATION_FAILED', 'failed'],
      ['available', 'unknown'],
      ['DELETION_IN_PROGRESS', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: `made from ${definition}, the list of states, and words that it does not hold`,
        asked,
        body: {json: {...plan, status, create_time: '2023-05-16T03:37:24Z'}},
        expected: {...read, state, serviceStatus: status, start: '2023-05-16T03:37:24.000Z', subtasks: []}
      })
    ),
    {
      name: 'a plan that could not be created, with its reason',
      source: madeFor('status_message, which comes with CREATION_FAILED'),
      asked,
      body: {json: {...plan, status: 'CREATION_FAILED', status_message: 'Invalid template.'}},
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'CREATION_FAILED',
        message: 'Invalid template.',
        causes: [
          {
            name: read.name,
            type: 'execution plan',
            serviceStatus: 'CREATION_FAILED',
            message: 'Invalid template.'
          }
        ],
        subtasks: []
      }
    },
    {
      name: 'a reason for a failure beside a success',
      source: madeFor('a field that comes with CREATION_FAILED alone'),
      asked,
      body: {json: {...plan, status: 'AVAILABLE', status_message: 'Invalid template.'}},
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: 'AVAILABLE',
        message: 'Invalid template.',
        contradictions: ['"status_message" is Invalid template.'],
        subtasks: []
      }
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      asked,
      body: {json: {...plan, apply_time: '2023-05-17T11:56:40Z'}},
      expected: {failure: 'malformed'}
    },
    errorSample(errorCodes, 404, 'RF.10013002', 'Execution plan is not exist.', 'not-found'),
    errorSample(errorCodes, 404, 'RF.10013001', 'Stack is not exist.', 'not-found'),
    errorSample(errorCodes, 403, 'RF.10012507', "Policy doesn't allow action to be performed.", 'denied'),
    refusedByTheGateway
  ]
};
