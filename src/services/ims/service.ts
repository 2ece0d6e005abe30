import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/**
 * A job of the images: their creation, import, export, copy or sharing. The vendor has deprecated this path and has
 * `GET /v1/cloudimages/job/{job_id}` in its place, whose answers have no `results`: without these a sharing that failed
 * for one of its images would pass for a success. So this one is asked, as long as it answers.
 */
export const ims = jobService({
  name: 'ims',
  title: {en: 'Image Management Service', zh: '镜像服务 IMS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('ims.v2', {more: {ims: 'eu-de eu-nl'}, usual: 'ims'})
});
