import {hostsOf} from '../../hosts.ts';
import {cceJobs, cceRequest} from '../families/cce.ts';
import {defineService, path} from '../service.ts';

/** A job of an Autopilot cluster of Cloud Container Engine: its creation or deletion, say. */
export const cceAutopilot = defineService({
  name: 'cce-autopilot',
  title: {en: 'CCE Autopilot', zh: '云容器引擎 CCE Autopilot'},
  ...cceJobs,
  // The vendor's SDK table: Open Telekom Cloud's documents do not have this API.
  hosts: hostsOf('cce.v3', {usual: 'cce'}),
  request: ({projectId, taskId}) => cceRequest(path`/autopilot/v3/projects/${projectId}/jobs/${taskId}`)
});
