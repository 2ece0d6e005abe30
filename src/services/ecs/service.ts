import {hostsOf} from '../../hosts.ts';
import {jobService, orders} from '../families/job.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = hostsOf('ecs.v2', {more: {ecs: 'eu-de eu-nl'}, usual: 'ecs'});

/** A job of the servers: their creation, change or removal, or one on their disks and network cards. */
export const ecs = jobService({
  name: 'ecs',
  title: 'Elastic Cloud Server',
  hosts,
  ...orders,
  // By the vendor's SDK, the code of an error in the query of a job.
  moreErrors: ['code'],
  advice: {
    'not-found': 'Check task-id, project-id and region. The service deletes a job one day after its end.'
  }
});
