import {madeFor, openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, doing, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/DCS/src/ShowInstance.json`;
const statuses = 'support.huaweicloud.com/api-dcs/dcs-api-0312047.html';
const errorTable = `${otcDocs}/distributed-cache-service, api-ref/source/appendix/error_codes.rst`;
const id = '979e9a6b-e2f5-4b5d-8e98-fea495ea27a1';
const read = {id, name: 'dcs-125d', resourceName: 'dcs-125d'};
/**
 * @param {unknown} status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const instance = (status, more = {}) => ({
  instance_id: id,
  name: 'dcs-125d',
  engine: 'Redis',
  capacity: 64,
  status,
  sub_status: null,
  service_upgrade: false,
  service_task_id: null,
  created_at: '2018-12-11T07:24:18.149Z',
  ...more
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {en: 'cache instance', zh: '缓存实例'},
    id: {
      en: '`instances[].instance_id` of `POST /v2/{project_id}/instances`, the id of the instance',
      zh: '`POST /v2/{project_id}/instances` 返回的 `instances[].instance_id`，即实例 ID'
    },
    // support.huaweicloud.com/intl/en-us/api-dcs/ShowInstance.html and support.huaweicloud.com/api-dcs/dcs-api-0003.html.
    permission: {
      en: '`dcs:instance:get` (identity policy as well as role or policy)',
      zh: '`dcs:instance:get`（身份策略授权、角色与策略授权均为该授权项）'
    },
    unconfirmed: {
      en: 'That `sub_status` is empty once nothing is being done: while it holds a word, the instance counts as in change. `task`, which the Terraform provider alone names',
      zh: '无操作进行时 `sub_status` 是否为空：只要其中有值，就视为实例正在变更。`task` 字段只见于 Terraform provider'
    }
  },
  id: '{instance_id}',
  example: id,
  ids: {refused: ['dcs-125d']},
  poll: {path: '/v2/{project_id}/instances/{instance_id}'},
  start: {
    path: '/v2/{project_id}/instances',
    body: {name: '{story}', engine: 'Redis', engine_version: '5.0', capacity: 1},
    answer: {body: {instances: [{instance_id: '{instance_id}', instance_name: '{story}'}]}}
  },
  removal: {method: 'DELETE', path: '/v2/{project_id}/instances/{instance_id}', status: 204},
  settles,
  hosts: {'cn-south-1': 'dcs.cn-south-1.myhuaweicloud.com', 'eu-nl': 'dcs.eu-nl.otc.t-systems.com'},
  usualHost: 'dcs',
  sdk: {client: 'dcs.v2', method: 'show_instance', arguments: {instance_id: '{instance_id}'}},
  needs: {id: 'instance_id', word: 'status', words: ['RUNNING'], errors: ['sub_status', 'service_upgrade', 'task']},
  answers: [
    doing(`${definition}, answer 200, without what plays no part`, instance('RUNNING', {sub_status: 'UPDATE_SSL'}), {
      ...read,
      state: 'running',
      serviceStatus: 'RUNNING (UPDATE_SSL)'
    }),
    doing(
      `made from ${definition}: an upgrade waits or goes on`,
      instance('RUNNING', {service_upgrade: true, service_task_id: '8a2c9b1e'}),
      {...read, state: 'running', serviceStatus: 'RUNNING (service_upgrade)'}
    ),
    doing(`${provider}, services/dcs, refreshDcsInstanceState`, instance('RUNNING', {task: 'RESIZE'}), {
      ...read,
      state: 'running',
      serviceStatus: 'RUNNING (RESIZE)'
    }),
    doing(madeFor('an older error while an upgrade goes on'), instance('ERROR', {service_upgrade: true}), {
      ...read,
      state: 'running',
      serviceStatus: 'ERROR (service_upgrade)'
    }),
    ...resourceSamples({
      source: statuses,
      thing: instance,
      read,
      words: {
        running: [
          'CREATING',
          'RESTARTING',
          'EXTENDING',
          'RESTORING',
          'FLUSHING',
          'CLOSING',
          'STARTING',
          'CLOSED',
          'UPGRADING',
          'ROLLBACKING',
          'IPEXCHANGING'
        ],
        succeeded: ['RUNNING'],
        failed: ['CREATEFAILED', 'ERROR', 'FROZEN', 'DELETED']
      },
      noWord: {instance_id: id, name: 'dcs-125d'}
    }),
    unknownResource(errorTable, 404, 'DCS.3022', 'This DCS instance does not exist.'),
    unknownResource(errorTable, 404, '111404022', 'This DCS instance does not exist.'),
    bare404(`${provider}, services/dcs`, 'The instance does not exist.'),
    empty404
  ]
};
