import {hostsOf} from '../../hosts.ts';
import {cceRequest} from '../families/cce.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {path} from '../service.ts';

/** An add-on in a cluster of Cloud Container Engine. */
export const cceAddon = resourceService({
  name: 'cce-addon',
  title: {en: 'Cloud Container Engine', zh: '云容器引擎 CCE'},
  noun: {en: 'add-on', zh: '插件'},
  parentId: uuidOf({en: 'the id of the cluster', zh: '集群的 ID'}, '0c0e4a63-5539-11e9-95f7-0255ac10177e'),
  taskId: uuidOf({en: 'the id of the add-on instance', zh: '插件实例的 ID'}, '24b23108-55c0-11e9-926f-0255ac101a31'),
  needsProjectId: false,
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('cce.v3', {more: {cce: 'eu-de eu-nl'}, usual: 'cce'}),
  request: ({parentId, taskId}) => cceRequest(path`/api/v3/addons/${taskId}?cluster_id=${parentId}`),
  repeats: {'spec.clusterID': ({parentId}) => parentId},
  words: {
    // `available`: only some of its instances are ready, which is no success yet.
    underWay: ['installing', 'upgrading', 'deleting', 'rollbacking', 'available'],
    good: ['running'],
    bad: ['abnormal', 'installFailed', 'upgradeFailed', 'deleteFailed', 'rollbackFailed'],
    deleted: ['deleteSuccess']
  },
  fields: {
    id: 'metadata.uid',
    name: 'metadata.name',
    word: 'status.status',
    reasons: ['status.Reason', 'status.message']
  },
  errors: ['status.Reason'],
  gone: {codes: ['CCE.01404001', 'CCE.02404001', 'CCE.03404001'], things: ['addon', 'add-on']}
});
