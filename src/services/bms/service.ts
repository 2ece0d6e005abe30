import {hostsOf} from '../../hosts.ts';
import {jobService, orderAdvice, orderStates} from '../families/job.ts';

/** A job of the bare metal servers: their creation, power, reinstallation, disks or network cards. */
export const bms = jobService({
  name: 'bms',
  title: {en: 'Bare Metal Server', zh: '裸金属服务器 BMS'},
  // The vendor's SDK table; on Open Telekom Cloud the servers' host answers for bare metal too.
  hosts: hostsOf('bms.v1', {more: {ecs: 'eu-de'}}),
  moreStates: orderStates,
  // By the vendor's SDK, the code of an error, of sub-jobs as well.
  moreErrors: ['code'],
  advice: {words: orderAdvice}
});
