import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/** A job of the disks: their creation, extension, change of type or removal. */
export const evs = jobService({
  name: 'evs',
  title: {en: 'Elastic Volume Service', zh: '云硬盘 EVS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('evs.v2', {more: {evs: 'eu-de eu-nl'}, usual: 'evs'})
});
