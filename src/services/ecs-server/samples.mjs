import {madeFor, openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, doing, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/ECS/src/ShowServer.json`;
const statuses = 'support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html';
const errorTable = `${otcDocs}/elastic-cloud-server, api-ref/source/appendix/error_codes.rst`;
const id = '0f58c8dc-4a78-42e6-9811-565679de8e9e';
const read = {id, name: 'ecs-test', resourceName: 'ecs-test'};
/**
 * @param {unknown} status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const server = (status, more = {}) => ({
  server: {
    id,
    name: 'ecs-test',
    status,
    'OS-EXT-STS:power_state': 4,
    'OS-EXT-STS:task_state': null,
    fault: null,
    progress: null,
    created: '2019-07-15T11:30:52Z',
    ...more
  }
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'compute',
    what: {en: 'server', zh: '云服务器'},
    id: {
      en: '`serverIds[]` of `POST /v1.1/{project_id}/cloudservers`, the id of the server. To wait for its creation alone, `ecs` with the `job_id` of the same answer says more',
      zh: '`POST /v1.1/{project_id}/cloudservers` 返回的 `serverIds[]`，即云服务器 ID。只等待创建时，用 `ecs` 和同一响应中的 `job_id` 可以得到更多信息'
    },
    // support.huaweicloud.com/api-ecs/ecs_02_0104.html, which calls the second an alias.
    permission: {
      en: '`ecs:cloudServers:showServer` (identity policy) or `ecs:cloudServers:get` (role or policy)',
      zh: '`ecs:cloudServers:showServer`（身份策略授权）或 `ecs:cloudServers:get`（角色与策略授权）'
    },
    unconfirmed: {
      en: '`PAUSED`, `SUSPENDED` and `SOFT_DELETED`, which the SDK lists and no document explains',
      zh: '`PAUSED`、`SUSPENDED` 和 `SOFT_DELETED` 只在 SDK 中列出，没有文档说明'
    }
  },
  id: '{server_id}',
  example: id,
  ids: {refused: ['ecs-test']},
  poll: {path: '/v1/{project_id}/cloudservers/{server_id}'},
  start: {
    path: '/v1.1/{project_id}/cloudservers',
    body: {server: {name: '{story}', flavorRef: 's3.xlarge.4'}},
    answer: {body: {job_id: 'ff8080816ed97546016ed9dfd7bc0001', serverIds: ['{server_id}']}}
  },
  settles,
  hosts: {'cn-north-1': 'ecs.cn-north-1.myhuaweicloud.com', 'eu-nl': 'ecs.eu-nl.otc.t-systems.com'},
  usualHost: 'ecs',
  sdk: {client: 'ecs.v2', method: 'show_server', arguments: {server_id: '{server_id}'}},
  needs: {
    task: 'server',
    id: 'id',
    word: 'status',
    words: ['ACTIVE'],
    errors: ['OS-EXT-STS:task_state', 'fault']
  },
  answers: [
    {
      name: 'a server that was stopped',
      source: `${definition}, answer 200, without what plays no part`,
      body: {json: server('SHUTOFF', {'OS-EXT-STS:vm_state': 'stopped', host_status: 'UP'})},
      expected: {...read, state: 'running', serviceStatus: 'SHUTOFF', subtasks: []}
    },
    .../** @type {const} */ ([
      ['ACTIVE', 'powering-off'],
      ['ACTIVE', 'deleting'],
      ['SHUTOFF', 'powering-on'],
      ['BUILD', 'spawning'],
      ['ERROR', 'deleting']
    ]).map(([status, task]) =>
      doing(`made from ${statuses}, table 3`, server(status, {'OS-EXT-STS:task_state': task}), {
        ...read,
        state: 'running',
        serviceStatus: `${status} (${task})`
      })
    ),
    {
      name: 'a server with an error',
      source: `made from ${definition}, fault`,
      body: {
        json: server('ERROR', {
          fault: {code: 500, message: 'No valid host was found.', created: '2019-07-15T11:31:09Z'}
        })
      },
      expected: {...read, state: 'failed', serviceStatus: 'ERROR', message: 'No valid host was found.', subtasks: []}
    },
    {
      name: 'a fault beside a good state',
      source: madeFor('a fault belongs to ERROR alone'),
      body: {json: server('ACTIVE', {fault: {code: 500, message: 'No.'}})},
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: 'ACTIVE',
        message: 'No.',
        contradictions: ['"fault" is {"code":500,"message":"No."}'],
        subtasks: []
      }
    },
    ...resourceSamples({
      source: statuses,
      thing: server,
      read,
      words: {
        running: [
          'BUILD',
          'REBOOT',
          'HARD_REBOOT',
          'REBUILD',
          'MIGRATING',
          'RESIZE',
          'REVERT_RESIZE',
          'PAUSED',
          'SUSPENDED',
          'VERIFY_RESIZE',
          'SHELVED',
          'SHELVED_OFFLOADED',
          'SOFT_DELETED'
        ],
        succeeded: ['ACTIVE'],
        failed: ['ERROR', 'DELETED']
      },
      noWord: {server: {id, name: 'ecs-test'}}
    }),
    unknownResource(errorTable, 404, 'Ecs.0114', 'The ECS does not exist.'),
    unknownResource(errorTable, 404, 'Ecs.0614', 'The ECS does not exist.'),
    bare404(`${provider}, services/ecs`, 'The server does not exist.'),
    {
      ...bare404(`${provider}, services/ecs`, ''),
      body: {json: {itemNotFound: {message: 'Instance could not be found.', code: 404}}},
      name: 'a 404 that repeats its status as its code',
      source: madeFor('the form in which OpenStack refuses an unknown server'),
      expected: {failure: 'not-found', code: '404'}
    },
    empty404
  ]
};
