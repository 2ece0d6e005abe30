import {jobService} from './job-family.ts';
import {labelByRegion} from './service.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = {
  byRegion: labelByRegion({
    evs: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11
      cn-north-12 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2
      la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de
      eu-nl`
  }),
  usual: 'evs'
};

/** A job of the disks: their creation, extension, change of type or removal. */
export const evs = jobService({
  name: 'evs',
  title: 'Elastic Volume Service',
  hosts,
  advice: {},
  about: {
    id: '`job_id` of `POST /v2.1/{project_id}/cloudvolumes` and of the calls that extend, change or delete disks',
    permission: 'None with identity policies',
    unconfirmed: 'The permission with roles and policies'
  }
});
