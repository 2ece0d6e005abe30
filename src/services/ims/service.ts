import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/**
 * A job of the images: their creation, import, export, copy or sharing. The vendor now recommends another path for it,
 * which only some editions of the documentation have; this one is in all of them.
 */
export const ims = jobService({
  name: 'ims',
  title: {en: 'Image Management Service', zh: '镜像服务 IMS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('ims.v2', {more: {ims: 'eu-de eu-nl'}, usual: 'ims'})
});
