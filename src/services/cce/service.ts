import {hostsOf} from '../../hosts.ts';
import {cceJobs, cceRequest} from '../families/cce.ts';
import {defineService, path} from '../service.ts';

/** A job of Cloud Container Engine: the creation of a cluster or a node, say. */
export const cce = defineService({
  name: 'cce',
  title: {en: 'Cloud Container Engine', zh: '云容器引擎 CCE'},
  ...cceJobs,
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('cce.v3', {more: {cce: 'eu-de eu-nl'}, usual: 'cce'}),
  request: ({projectId, taskId}) => cceRequest(path`/api/v3/projects/${projectId}/jobs/${taskId}`)
});
