import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/** A job of the bare metal servers: their creation, power, reinstallation, disks or network cards. */
export const bms = jobService({
  name: 'bms',
  title: {en: 'Bare Metal Server', zh: '裸金属服务器 BMS'},
  // The vendor's SDK table; on Open Telekom Cloud the servers' host answers for bare metal too.
  hosts: hostsOf('bms.v1', {more: {ecs: 'eu-de'}}),
  // A server with a yearly or monthly price waits for its order to be paid.
  moreStates: {PENDING_PAYMENT: 'running'},
  // By the vendor's SDK, the code of an error, of sub-jobs as well.
  moreErrors: ['code']
});
