import {openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/CCE/src/ShowAddonInstance.json`;
const errorTable = `${otcDocs}/cloud-container-engine, api-ref/source/appendix/error_codes.rst`;
const clusterId = '0c0e4a63-5539-11e9-95f7-0255ac10177e';
const id = '24b23108-55c0-11e9-926f-0255ac101a31';
const asked = {taskId: id, parentId: clusterId};
const read = {id, name: 'gpu-beta', resourceName: 'gpu-beta', subtasks: []};
/**
 * @param {unknown} status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const addon = (status, more = {}) => ({
  kind: 'Addon',
  apiVersion: 'v3',
  metadata: {uid: id, name: 'gpu-beta', alias: 'gpu', creationTimestamp: '2019-04-03T03:25:34Z'},
  spec: {clusterID: clusterId, version: '1.0.0', addonTemplateName: 'gpu-beta', addonTemplateType: 'helm'},
  status: {status, Reason: '', message: '', targetVersions: null, ...more}
});

/** @type {readonly Sample[]} */
const answers = [
  {
    name: 'an add-on that is being installed',
    source: `${definition}, answer 200, without what plays no part`,
    body: {json: addon('installing')},
    expected: {...read, state: 'running', serviceStatus: 'installing'}
  },
  {
    name: 'an add-on that could not be installed',
    source: `made from ${definition}, Reason and message`,
    body: {json: addon('installFailed', {Reason: 'Install release failed', message: 'No node has a GPU.'})},
    expected: {
      ...read,
      state: 'failed',
      serviceStatus: 'installFailed',
      message: 'Install release failed; No node has a GPU.'
    }
  },
  ...resourceSamples({
    source: definition,
    thing: addon,
    read,
    words: {
      running: ['upgrading', 'deleting', 'rollbacking', 'available'],
      succeeded: ['running'],
      failed: ['abnormal', 'upgradeFailed', 'deleteFailed', 'rollbackFailed', 'deleteSuccess'],
      // A word of the service, which says that it does not know either.
      unknown: ['unknown']
    },
    noWord: {metadata: {uid: id, name: 'gpu-beta'}, spec: {clusterID: clusterId}, status: {}}
  }),
  unknownResource(errorTable, 404, 'CCE.01404001', 'Resource not found.'),
  unknownResource(errorTable, 404, 'CCE.02404001', 'Resource not found.'),
  unknownResource(errorTable, 404, 'CCE.03404001', 'Resource not found.'),
  bare404(`${provider}, services/cce`, 'The addon does not exist.'),
  {
    ...bare404(`${provider}, services/cce`, 'The add-on does not exist.'),
    name: 'a 404 without a code, as the documents spell the word'
  },
  empty404
];

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'containers',
    what: {en: 'add-on in a cluster', zh: '集群中的插件'},
    id: {
      en: 'The id of the cluster, a slash, and `metadata.uid` of `POST /api/v3/addons`',
      zh: '集群 ID、斜杠，加上 `POST /api/v3/addons` 返回的 `metadata.uid`'
    },
    // support.huaweicloud.com/api-cce/cce_02_0325.html.
    permission: {en: '`cce:addonInstance:get` (identity policy)', zh: '`cce:addonInstance:get`（身份策略授权）'},
    limits: {
      en: '`available`, where a part of its instances is ready, counts as still running',
      zh: '`available` 表示只有部分实例就绪，视为运行中'
    },
    unconfirmed: {en: 'The permission with roles and policies', zh: '角色与策略授权所需的授权项'}
  },
  id: '{cluster_id}/{addon_id}',
  example: `${clusterId}/${id}`,
  ids: {refused: [`${clusterId}/coredns`, `production/${id}`]},
  poll: {path: '/api/v3/addons/{addon_id}?cluster_id={cluster_id}', headers: {'content-type': 'application/json'}},
  start: {
    path: '/api/v3/addons',
    body: {kind: 'Addon', apiVersion: 'v3', metadata: {name: '{story}'}, spec: {clusterID: '{cluster_id}'}},
    answer: {status: 201, body: {kind: 'Addon', metadata: {uid: '{addon_id}'}}}
  },
  settles,
  hosts: {'cn-north-4': 'cce.cn-north-4.myhuaweicloud.com', 'eu-nl': 'cce.eu-nl.otc.t-systems.com'},
  usualHost: 'cce',
  sdk: {client: 'cce.v3', method: 'show_addon_instance', arguments: {id: '{addon_id}', cluster_id: '{cluster_id}'}},
  needs: {
    id: 'metadata.uid',
    word: 'status.status',
    words: ['running'],
    errors: ['status.Reason'],
    repeats: {'spec.clusterID': 0}
  },
  altered: [
    [{'spec.clusterID': id}, `other: spec.clusterID ${id}`],
    [{'status.Reason': 'Install release failed'}, 'unproven: "status.Reason"']
  ],
  answers: answers.map(sample => ({...sample, asked}))
};
