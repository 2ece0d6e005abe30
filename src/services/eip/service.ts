import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/** A job on many public addresses at once. All else in this service is done when the call returns. */
export const eip = jobService({
  name: 'eip',
  title: {en: 'Elastic IP', zh: '弹性公网 IP EIP'},
  // The vendor's SDK table. Open Telekom Cloud does not document these jobs.
  hosts: hostsOf('eip.v2', {usual: 'vpc'})
});
