import {jobService} from './job-family.ts';
import {labelByRegion} from './service.ts';

/** The vendor's SDK table. Open Telekom Cloud does not document these jobs. */
const hosts = {
  byRegion: labelByRegion({
    vpc: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11
      cn-north-12 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1
      my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1`
  }),
  usual: 'vpc'
};

/** A job on many public addresses at once. All else in this service is done when the call returns. */
export const eip = jobService({
  name: 'eip',
  title: 'Elastic IP',
  hosts,
  advice: {},
  about: {
    id: '`job_id` of `POST /v2/{project_id}/batchpublicips`, or one of the `job_ids` of `DELETE` there',
    permission: 'None with identity policies',
    unconfirmed:
      'All words but `SUCCESS`, which are those of the related services; what an unknown id is answered with; the permission with roles and policies'
  }
});
