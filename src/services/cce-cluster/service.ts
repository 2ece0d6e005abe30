import {hostsOf} from '../../hosts.ts';
import {cceRequest} from '../families/cce.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {path} from '../service.ts';

/** A cluster of Cloud Container Engine. What runs in it is not part of it. */
export const cceCluster = resourceService({
  name: 'cce-cluster',
  title: {en: 'Cloud Container Engine', zh: '云容器引擎 CCE'},
  noun: {en: 'cluster', zh: '集群'},
  taskId: uuidOf({en: 'the id of the cluster', zh: '集群的 ID'}, '4d1ecb2c-229a-11e8-9c75-0255ac100ceb'),
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('cce.v3', {more: {cce: 'eu-de eu-nl'}, usual: 'cce'}),
  request: ({projectId, taskId}) => cceRequest(path`/api/v3/projects/${projectId}/clusters/${taskId}`),
  words: {
    underWay: [
      ...['Creating', 'Deleting', 'ScalingUp', 'ScalingDown', 'Upgrading', 'Resizing', 'RollingBack', 'Hibernating'],
      'Awaking'
    ],
    good: ['Available'],
    resting: ['Hibernation'],
    bad: ['Unavailable', 'RollbackFailed', 'Error']
  },
  fields: {
    id: 'metadata.uid',
    name: 'metadata.name',
    word: 'status.phase',
    reasons: ['status.reason', 'status.message']
  },
  gone: {codes: ['CCE.01404001', 'CCE.02404001', 'CCE.03404001'], things: ['cluster']}
});
