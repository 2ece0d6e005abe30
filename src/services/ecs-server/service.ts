import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {objectUnder, path} from '../service.ts';

/** A server. */
export const ecsServer = resourceService({
  name: 'ecs-server',
  title: {en: 'Elastic Cloud Server', zh: '弹性云服务器 ECS'},
  noun: {en: 'instance', zh: '实例'},
  taskId: uuidOf({en: 'the id of the server', zh: '云服务器的 ID'}, '0f58c8dc-4a78-42e6-9811-565679de8e9e'),
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('ecs.v2', {more: {ecs: 'eu-de eu-nl'}, usual: 'ecs'}),
  request: ({projectId, taskId}) => ({path: path`/v1/${projectId}/cloudservers/${taskId}`}),
  find: objectUnder('server'),
  words: {
    underWay: ['BUILD', 'REBOOT', 'HARD_REBOOT', 'REBUILD', 'MIGRATING', 'RESIZE', 'REVERT_RESIZE'],
    good: ['ACTIVE'],
    resting: ['SHUTOFF', 'PAUSED', 'SUSPENDED', 'VERIFY_RESIZE', 'SHELVED', 'SHELVED_OFFLOADED', 'SOFT_DELETED'],
    bad: ['ERROR'],
    deleted: ['DELETED']
  },
  fields: {id: 'id', name: 'name', word: 'status', reasons: ['fault.message'], doing: ['OS-EXT-STS:task_state']},
  errors: ['fault'],
  gone: {codes: ['Ecs.0114', 'Ecs.0614'], things: ['server', 'instance']}
});
