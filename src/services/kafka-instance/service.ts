import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {path} from '../service.ts';

/** An instance of Kafka. */
export const kafkaInstance = resourceService({
  name: 'kafka-instance',
  title: {en: 'Distributed Message Service for Kafka', zh: '分布式消息服务 Kafka 版'},
  noun: {en: 'instance', zh: '实例'},
  taskId: uuidOf({en: 'the id of the instance', zh: '实例的 ID'}, '1afbd7e4-3d40-4ae1-8b2c-3c2f5e6a7b80'),
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('kafka.v2', {more: {dms: 'eu-de eu-nl'}, usual: 'dms'}),
  request: ({projectId, taskId}) => ({path: path`/v2/${projectId}/instances/${taskId}`}),
  words: {
    underWay: ['CREATING', 'RESTARTING', 'STARTING', 'EXTENDING', 'UPGRADING', 'ROLLINGBACK', 'FREEZING', 'DELETING'],
    good: ['RUNNING'],
    bad: ['CREATEFAILED', 'ERROR', 'EXTENDEDFAILED', 'FROZEN'],
    deleted: ['DELETED']
  },
  fields: {id: 'instance_id', name: 'name', word: 'status'},
  gone: {codes: ['DMS.00404022'], things: ['instance']}
});
