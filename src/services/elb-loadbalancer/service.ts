import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {objectUnder, path} from '../service.ts';

/** A load balancer. What its listeners and backends do is not part of it. */
export const elbLoadbalancer = resourceService({
  name: 'elb-loadbalancer',
  title: {en: 'Elastic Load Balance', zh: '弹性负载均衡 ELB'},
  noun: {en: 'load balancer', zh: '负载均衡器'},
  taskId: uuidOf({en: 'the id of the load balancer', zh: '负载均衡器的 ID'}, '3dbde7e5-c277-4ea3-a424-edd339357eff'),
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('elb.v3', {more: {elb: 'eu-de eu-nl'}, usual: 'elb'}),
  request: ({projectId, taskId}) => ({path: path`/v3/${projectId}/elb/loadbalancers/${taskId}`}),
  find: objectUnder('loadbalancer'),
  words: {underWay: ['PENDING_CREATE', 'PENDING_DELETE'], good: ['ACTIVE'], bad: ['ERROR']},
  fields: {id: 'id', name: 'name', word: 'provisioning_status', doing: ['operating_status']},
  // `operating_status` says whether it serves: ONLINE is nothing that is being done.
  doingStates: {ONLINE: 'succeeded', FROZEN: 'failed'},
  gone: {codes: ['ELB.1002', 'ELB.8904'], things: ['load balancer', 'loadbalancer']}
});
