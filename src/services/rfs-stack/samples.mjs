import {madeFor, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/RFS/src/GetStackMetadata.json`;
const events = `${openApi}, schemas/RFS/src/ListStackEvents.json`;
const otcCodes = `${otcDocs}/resource-formation-service, api-ref/source, the error codes`;
const stack = {id: 'my_hello_world_stack', name: 'my_hello_world_stack'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'management',
    what: {en: 'deployment of a stack', zh: '资源栈的部署'},
    id: {
      en: 'the name of the stack, which is in the path of `POST /v1/{project_id}/stacks/{stack_name}/deployments`; neither its `stack_id` nor a `deployment_id`',
      zh: '资源栈的名称，即 `POST /v1/{project_id}/stacks/{stack_name}/deployments` 路径中的名称；既不是它的 `stack_id`，也不是 `deployment_id`'
    },
    permission: {en: '`rf:stack:getStackMetadata`', zh: '`rf:stack:getStackMetadata`'},
    causes: {
      en: 'the events of the last deployment that tell of a failure, with the resource and the reason',
      zh: '最近一次部署中表示失败的事件，含资源和原因'
    },
    unconfirmed: {
      en: 'Whether a deployment that waits in the queue of the service, which can take six hours, shows already: where it does not, the end of the one before counts after `settle`; whether each deployment has an event `SUMMARY`: where it has none, failures of earlier deployments can stand at the end of the causes; the host in eu-west-101',
      zh: '在服务队列中等待的部署（可能长达六小时）是否已能查到：如果查不到，过了 `settle` 之后，上一次部署的终态就会算数；每次部署是否都有 `SUMMARY` 事件：如果没有，更早部署的失败事件可能排在原因列表的后面；eu-west-101 的主机名'
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
  settles: {
    en: 'The id names the stack, which can be deployed many times',
    zh: '该 ID 指向资源栈，而资源栈可以部署多次'
  },
  hosts: {
    'cn-north-4': 'rfs.cn-north-4.myhuaweicloud.com',
    'eu-de': null,
    'eu-west-101': 'rfs.eu-west-101.myhuaweicloud.eu',
    'xx-private-1': null
  },
  sdk: {
    client: 'aos.v1',
    method: 'get_stack_metadata',
    arguments: {stack_name: '{stack_name}', client_request_id: '{request_id}'}
  },
  needs: {id: 'stack_name', word: 'status', words: ['DEPLOYMENT_COMPLETE']},
  altered: [[{stack_name: 'My_hello_world_stack'}, 'other: My_hello_world_stack']],
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
      name: 'a rollback',
      source:
        'github.com/huaweicloud/huaweicloud-sdk-python-v3, aos v1, GetStackMetadataResponse: the deployment has failed',
      body: {json: {stack_name: stack.name, status: 'ROLLBACK_IN_PROGRESS'}},
      expected: {...stack, state: 'running', serviceStatus: 'ROLLBACK_IN_PROGRESS', isUndoing: true, subtasks: []}
    },
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
  ],
  causes: [
    {
      request: {
        path: '/v1/{project_id}/stacks/{stack_name}/events?filter=event_type==ERROR|CREATION_FAILED|UPDATE_FAILED|DELETION_FAILED|SUMMARY&limit=100',
        headers: {'client-request-id': '{request_id}'}
      },
      sdk: {
        method: 'list_stack_events',
        arguments: {
          stack_name: '{stack_name}',
          client_request_id: '{request_id}',
          filter: 'event_type==ERROR|CREATION_FAILED|UPDATE_FAILED|DELETION_FAILED|SUMMARY',
          limit: '100'
        }
      },
      answers: [
        {
          name: 'two resources that failed, after a deployment that had not',
          source: `${madeFor('the words of event_type and the fields of an event')}, ${events}`,
          body: {
            json: {
              stack_events: [
                {
                  resource_type: 'huaweicloud_vpc',
                  resource_name: 'network',
                  event_type: 'CREATION_FAILED',
                  event_message: 'The quota of VPCs is exceeded.',
                  time: '2023-05-24T08:56:07Z'
                },
                {
                  resource_type: 'huaweicloud_compute_instance',
                  resource_name: 'web',
                  resource_key: '1',
                  resource_id_key: 'id',
                  resource_id_value: '38d617da-9b7f-4550-9ff7-d0e271dd4735',
                  event_type: 'UPDATE_FAILED',
                  event_message: 'The flavor is sold out.',
                  elapsed_seconds: 8,
                  time: '2023-05-24T08:56:05Z'
                },
                {
                  event_type: 'SUMMARY',
                  event_message: 'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.',
                  time: '2023-05-17T11:56:45Z'
                },
                {event_type: 'ERROR', event_message: 'A failure of long ago.', time: '2023-05-16T11:56:45Z'}
              ],
              page_info: {current_count: 4, next_marker: null}
            }
          },
          expected: [
            {
              name: 'network',
              type: 'huaweicloud_vpc',
              serviceStatus: 'CREATION_FAILED',
              message: 'The quota of VPCs is exceeded.',
              time: '2023-05-24T08:56:07.000Z'
            },
            {
              name: 'web[1]',
              type: 'huaweicloud_compute_instance',
              serviceStatus: 'UPDATE_FAILED',
              message: 'The flavor is sold out.',
              time: '2023-05-24T08:56:05.000Z'
            }
          ]
        },
        {
          name: 'a failure that a rollback came after, of no resource',
          source: madeFor('a summary that is newer than the failure'),
          body: {
            json: {
              stack_events: [
                {event_type: 'SUMMARY', event_message: 'Destroy complete!'},
                {event_type: 'ERROR', event_message: 'Invalid template'},
                {event_type: 'SUMMARY'},
                {event_type: 'DELETION_FAILED', resource_name: 'old'}
              ]
            }
          },
          expected: [{serviceStatus: 'ERROR', message: 'Invalid template'}]
        },
        {
          name: 'a failure among events that were not asked for',
          source: madeFor('an answer that pays no heed to the filter'),
          body: {
            json: {
              stack_events: [
                {event_type: 'LOG', event_message: 'Apply required resource failed.'},
                {event_type: 'CREATION_FAILED', resource_name: 'web'},
                {event_type: 'LOG', event_message: 'Creating'},
                {event_type: 'CREATION_COMPLETE', resource_name: 'vpc'},
                {event_type: 'ERROR', event_message: 'Invalid template'}
              ]
            }
          },
          expected: [
            {name: 'web', serviceStatus: 'CREATION_FAILED'},
            {serviceStatus: 'ERROR', message: 'Invalid template'}
          ]
        },
        {
          name: 'events without a failure',
          source: `${events}, answer 200`,
          body: {
            json: {
              page_info: {current_count: '5,', previous_marker: 'zxc1oHc0'},
              stack_events: [
                {
                  event_message: 'Apply required resource success. ',
                  event_type: 'LOG',
                  time: '2023-05-17T11:56:47Z'
                },
                {
                  event_message: 'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.',
                  event_type: 'SUMMARY',
                  time: '2023-05-17T11:56:45Z'
                },
                {
                  elapsed_seconds: 8,
                  event_message:
                    'huaweicloud_vpc.vpc: Creation complete after 8s [id=38d617da-9b7f-4550-9ff7-d0e271dd4735]',
                  event_type: 'CREATION_COMPLETE',
                  resource_id_key: 'id',
                  resource_id_value: '38d617da-9b7f-4550-9ff7-d0e271dd4735',
                  resource_name: 'vpc',
                  resource_type: 'huaweicloud_vpc',
                  time: '2023-05-17T11:56:40Z'
                }
              ]
            }
          },
          expected: []
        },
        {
          name: 'no list',
          source: madeFor('a field left out'),
          body: {json: {page_info: {}}},
          expected: {malformed: '"stack_events" should be a list and is missing'}
        },
        {
          name: 'an event of another form',
          source: madeFor('a list of texts'),
          body: {json: {stack_events: ['Invalid template']}},
          expected: {malformed: 'event 1 should be an object and is a string'}
        }
      ]
    }
  ]
};
