import {errorSample, madeFor, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const documents = `${otcDocs}/distributed-message-service, api-ref/source`;
const errorCodes = `${documents}/appendix/error_codes.rst`;
const task = {id: '8abfa7b272adc5b40172b73130065ae7', name: 'bindInstancePublicIp'};
const instance = '9b6b7173-d1d8-4604-86a8-43b732715a03';
const asked = {taskId: task.id, parentId: instance};

/** What no source confirms of any member. */
export const messageUnconfirmed = {
  en: 'What an unknown id is answered with; that `DELETED` and `CANCELLED` are ends',
  zh: '查询未知 ID 时返回什么；`DELETED`、`CANCELLED` 是否为终态'
};

/**
 * The evidence of a member, but for its start call and its texts.
 * @param {string} product as in the definitions, such as `Kafka`
 * @returns {Pick<Evidence, 'id' | 'example' | 'poll' | 'hosts' | 'usualHost' | 'sdk' | 'needs' | 'answers'>}
 */
export function messageEvidence(product) {
  const definition = `${openApi}, schemas/${product}/src/ShowBackgroundTask.json`;
  return {
    id: '{instance_id}/{task_id}',
    example: `${instance}/${task.id}`,
    poll: {path: '/v2/{project_id}/instances/{instance_id}/tasks/{task_id}'},
    hosts: {
      'cn-north-4': 'dms.cn-north-4.myhuaweicloud.com',
      'eu-west-101': 'dms.eu-west-101.myhuaweicloud.eu',
      'eu-de': product === 'Kafka' ? 'dms.eu-de.otc.t-systems.com' : null
    },
    usualHost: 'dms',
    sdk: {
      client: `${product.toLowerCase()}.v2`,
      method: 'show_background_task',
      arguments: {instance_id: '{instance_id}', task_id: '{task_id}'}
    },
    needs: {list: 'tasks', id: 'id', word: 'status', words: ['SUCCESS']},
    answers: [
      {
        name: 'a public address that was bound',
        source: `${definition}, answer 200, with the id of Kafka's`,
        asked,
        body: {
          json: {
            task_count: '1',
            tasks: [
              {
                created_at: '2020-06-15T08:55:53.606Z',
                id: '8abfa7b272adc5b40172b73130065ae7',
                name: 'bindInstancePublicIp',
                params:
                  '{"public_ip_id":"1aea7aed-e7d8-40ea-b3de-6f3ee9d5db9f","public_ip_address":"100.93.2.18","enable_public_ip":true}',
                status: 'SUCCESS',
                updated_at: '2020-06-15T08:55:56.600Z',
                user_id: '3df5acbc24a54fadb62a043c9000a307',
                user_name: 'paas_dms'
              }
            ]
          }
        },
        expected: {
          ...task,
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          start: '2020-06-15T08:55:53.606Z',
          end: '2020-06-15T08:55:56.600Z',
          subtasks: []
        }
      },
      {
        name: 'a task that is executing, with the time of its last update',
        source: `made from ${documents}/apis_v2_recommended/background_task_management/listing_background_tasks.rst`,
        asked,
        body: {
          json: {
            task_count: '1',
            tasks: [
              {
                ...task,
                params: '{"old_auto_status":true,"new_auto_status":false}',
                status: 'EXECUTING',
                created_at: '2020-05-15T03:19:51.046Z',
                updated_at: '2020-05-15T03:19:51.065Z'
              }
            ]
          }
        },
        expected: {
          ...task,
          state: 'running',
          serviceStatus: 'EXECUTING',
          start: '2020-05-15T03:19:51.046Z',
          subtasks: []
        }
      },
      .../** @type {const} */ ([
        ['CREATED', 'running'],
        ['FAILED', 'failed'],
        ['DELETED', 'stopped'],
        ['CANCELLED', 'stopped'],
        ['success', 'unknown'],
        ['SUCCEEDED', 'unknown']
      ]).map(
        /** @returns {Sample} */ ([status, state]) => ({
          name: `the state ${status}`,
          source: `made from ${definition}, the list of states, and words that it does not hold`,
          asked,
          body: {json: {task_count: '1', tasks: [{...task, status, created_at: '2020-05-15T03:19:51.046Z'}]}},
          expected: {...task, state, serviceStatus: status, start: '2020-05-15T03:19:51.046Z', subtasks: []}
        })
      ),
      {
        name: 'two entries of the task that contradict each other',
        source: madeFor('a list with an id twice'),
        asked,
        body: {
          json: {
            task_count: '2',
            tasks: [
              {...task, status: 'SUCCESS'},
              {...task, status: 'FAILED'}
            ]
          }
        },
        expected: {
          ...task,
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          contradictions: ['entries of its list with its id say SUCCESS and FAILED'],
          subtasks: []
        }
      },
      {
        name: 'a list without the task',
        source: madeFor('an unknown id'),
        asked,
        body: {json: {task_count: '0', tasks: []}},
        expected: {failure: 'not-found'}
      },
      {
        name: 'no list',
        source: madeFor('a field left out'),
        asked,
        body: {json: {task_count: '0'}},
        expected: {failure: 'malformed'}
      },
      {
        name: 'no status',
        source: madeFor('a field left out'),
        asked,
        body: {json: {task_count: '1', tasks: [task]}},
        expected: {failure: 'malformed'}
      },
      errorSample(errorCodes, 404, 'DMS.00404022', 'This instance does not exist.', 'not-found'),
      errorSample(errorCodes, 400, 'DMS.00400070', 'Invalid task ID format.', 'rejected'),
      errorSample(errorCodes, 401, 'DMS.10240101', 'Invalid token.', 'denied'),
      errorSample(
        errorCodes,
        403,
        'DMS.00403003',
        'This role does not have the permissions to perform this operation.',
        'denied'
      ),
      refusedByTheGateway
    ]
  };
}
