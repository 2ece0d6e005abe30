import {jobService} from './job-family.ts';
import {labelByRegion} from './service.ts';

/** The vendor's SDK table; on Open Telekom Cloud the servers' host answers for bare metal too. */
const hosts = {
  byRegion: labelByRegion({
    bms: `
      af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-east-4
      cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-south-1 cn-south-2 cn-south-4
      cn-southwest-2 cn-southwest-3 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1
      ru-northwest-2 sa-brazil-1 tr-west-1`,
    ecs: 'eu-de'
  })
};

/** A job of the bare metal servers: their creation, power, reinstallation, disks or network cards. */
export const bms = jobService({
  name: 'bms',
  title: 'Bare Metal Server',
  hosts,
  // A server with a yearly or monthly price waits for its order to be paid.
  moreStates: {PENDING_PAYMENT: 'running'},
  advice: {},
  about: {
    id: '`job_id` of `POST /v1/{project_id}/baremetalservers` and of the calls that change servers, disks or network cards',
    permission: '',
    unconfirmed: 'The permission; what an unknown id is answered with'
  }
});
