import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {path} from '../service.ts';

/** An instance of the cache. */
export const dcsInstance = resourceService({
  name: 'dcs-instance',
  title: {en: 'Distributed Cache Service', zh: '分布式缓存服务 DCS'},
  noun: {en: 'instance', zh: '实例'},
  taskId: uuidOf({en: 'the id of the instance', zh: '实例的 ID'}, '979e9a6b-e2f5-4b5d-8e98-fea495ea27a1'),
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('dcs.v2', {more: {dcs: 'eu-de eu-nl'}, usual: 'dcs'}),
  request: ({projectId, taskId}) => ({path: path`/v2/${projectId}/instances/${taskId}`}),
  words: {
    underWay: [
      ...['CREATING', 'RESTARTING', 'EXTENDING', 'RESTORING', 'FLUSHING', 'CLOSING', 'STARTING'],
      ...['UPGRADING', 'ROLLBACKING', 'IPEXCHANGING']
    ],
    good: ['RUNNING'],
    resting: ['CLOSED'],
    bad: ['CREATEFAILED', 'ERROR', 'FROZEN'],
    deleted: ['DELETED']
  },
  fields: {
    id: 'instance_id',
    name: 'name',
    word: 'status',
    // The last one by Terraform's provider.
    doing: ['sub_status', 'service_upgrade', 'task']
  },
  gone: {codes: ['DCS.3022', '111404022'], things: ['instance']}
});
