import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {objectUnder, path} from '../service.ts';

/** A cluster of MapReduce Service. */
export const mrsCluster = resourceService({
  name: 'mrs-cluster',
  title: {en: 'MapReduce Service', zh: 'MapReduce 服务 MRS'},
  noun: {en: 'cluster', zh: '集群'},
  taskId: uuidOf({en: 'the id of the cluster', zh: '集群的 ID'}, 'bdb064ff-2855-4624-90d5-e9a6376abd6e'),
  // As for the jobs of the same service.
  hosts: hostsOf('mrs.v1', {more: {mrs: 'ap-southeast-1 ap-southeast-4 ru-northwest-2 eu-de'}, usual: 'mrs'}),
  request: ({projectId, taskId}) => ({path: path`/v1.1/${projectId}/cluster_infos/${taskId}`}),
  find: objectUnder('cluster'),
  words: {
    underWay: ['starting', 'scaling-out', 'scaling-in', 'terminating'],
    good: ['running'],
    bad: ['failed', 'abnormal', 'frozen'],
    deleted: ['terminated']
  },
  fields: {id: 'clusterId', name: 'clusterName', word: 'clusterState', reasons: ['errorInfo'], doing: ['scale']},
  doingStates: {
    'scaling-out': 'running',
    'scaling-in': 'running',
    'scaling-up': 'running',
    scaling_up_first: 'running',
    scaled_up_first: 'running',
    'scaled-up-success': 'succeeded',
    'scaling-error': 'failed'
  },
  errors: ['errorInfo'],
  gone: {codes: ['12000003'], things: ['cluster']}
});
