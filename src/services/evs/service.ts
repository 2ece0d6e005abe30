import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = hostsOf('evs.v2', {more: {evs: 'eu-de eu-nl'}, usual: 'evs'});

/** A job of the disks: their creation, extension, change of type or removal. */
export const evs = jobService({
  name: 'evs',
  title: 'Elastic Volume Service',
  hosts,
  // The API reference of 2025-11-11 alone.
  moreStates: {WAITING_EXECUTE: 'running', LISTENING: 'running'},
  advice: {
    'not-found':
      'Check task-id, project-id and region. The jobs of snapshots by API v5 and of snapshot groups have another path, /v2/{project_id}/jobs/{job_id}: wait for these with service: custom.'
  }
});
