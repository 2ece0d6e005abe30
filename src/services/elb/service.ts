import {hostsOf} from '../../hosts.ts';
import {isoMs} from '../../json.ts';
import {jobWithSubJobs} from '../families/job.ts';
import {defineService, objectUnder, path, plainId, type StateTable} from '../service.ts';

const states: StateTable = {
  INIT: 'running',
  RUNNING: 'running',
  ROLLBACKING: 'running',
  SUCCESS: 'succeeded',
  COMPLETE: 'succeeded',
  FAIL: 'failed',
  ROLLBACK_FAIL: 'failed',
  CANCEL: 'stopped'
};

/** A job of the load balancers: their copy, upgrade, or creation and removal of many at once. */
export const elb = defineService({
  name: 'elb',
  title: {en: 'Elastic Load Balance', zh: '弹性负载均衡 ELB'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as ef6da45b-35d9-4c18-8c35-0b80d94ab9e6',
      zh: '字母、数字和“-”，例如 ef6da45b-35d9-4c18-8c35-0b80d94ab9e6'
    }
  },
  // The vendor's SDK table. Open Telekom Cloud does not document these jobs.
  hosts: hostsOf('elb.v3', {usual: 'elb'}),
  request: ({projectId, taskId}) => ({path: path`/v3/${projectId}/elb/jobs/${taskId}`}),
  ...jobWithSubJobs({states, timeMs: isoMs, reasons: ['error_msg']}),
  // No source says which word comes after a rollback that went well, and COMPLETE can be it: what the job was to do is
  // undone then.
  undoingWords: ['ROLLBACKING'],
  find: objectUnder('job'),
  idsAreHexadecimal: true
});
