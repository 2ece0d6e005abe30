import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {objectUnder, path} from '../service.ts';

/** Words of `task_status` for what did not go well; the others say that something is being done. */
const failures = [
  ...['REBOOT_FAILURE', 'RESIZE_FAILURE', 'CREATE_NODE_FAILED', 'DELETE_NODE_FAILED', 'REDISTRIBUTE_FAILURE'],
  ...['ELB_BIND_FAILED', 'ELB_UNBIND_FAILED', 'ELB_SWITCHING_FAILED', 'NETWORK_CONFIG_FAILED', 'DISK_EXPAND_FAILED'],
  ...['ACTIVE_STANDY_SWITCHOVER_FAILURE', 'CLUSTER_SHRINK_FAILED', 'SHRINK_CHECK_FAILED', 'FLAVOR_RESIZING_FAILED'],
  'MANAGE_IP_BIND_FAILED'
];

/** A cluster of Data Warehouse Service: its state, what is being done with it, and all its nodes. */
export const dwsCluster = resourceService({
  name: 'dws-cluster',
  title: {en: 'Data Warehouse Service', zh: '数据仓库服务 DWS'},
  noun: {en: 'cluster', zh: '集群'},
  taskId: uuidOf({en: 'the id of the cluster', zh: '集群的 ID'}, '7d85f602-a948-4a30-afd4-e84f47471c15'),
  // As for the jobs of the same service.
  hosts: hostsOf('dws.v2', {more: {dws: 'eu-de'}, usual: 'dws'}),
  request: ({projectId, taskId}) => ({path: path`/v1.0/${projectId}/clusters/${taskId}`}),
  find: objectUnder('cluster'),
  words: {
    underWay: ['CREATING', 'DELETING'],
    good: ['AVAILABLE', 'ACTIVE'],
    bad: ['FAILED', 'CREATE_FAILED', 'DELETE_FAILED', 'FROZEN', 'POLICE_FROZEN'],
    deleted: ['DELETED']
  },
  fields: {
    id: 'id',
    name: 'name',
    word: 'status',
    reasons: ['failed_reasons.error_code', 'failed_reasons.error_msg'],
    doing: ['task_status', 'action_progress']
  },
  doingStates: Object.fromEntries(failures.map(word => [word, 'failed' as const])),
  nodes: {
    key: 'nodes',
    words: {underWay: ['100', '304'], good: ['200'], resting: ['199'], bad: ['300', '303', '305'], deleted: ['400']}
  },
  errors: ['failed_reasons'],
  gone: {codes: ['DWS.3027'], things: ['cluster']},
  // Under 403. It is no proof that the cluster is gone: DWS.3027 is.
  codes: {'DWS.0015': 'not-found'}
});
