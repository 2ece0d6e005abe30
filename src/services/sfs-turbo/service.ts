import {hostsOf} from '../../hosts.ts';
import {utcMs} from '../../json.ts';
import {jobWithSubJobs} from '../families/job.ts';
import {defineService, path, plainId, type StateTable} from '../service.ts';

/** The last word is not in the vendor's list, but in its example of a subtask. */
const states: StateTable = {
  waiting: 'running',
  running: 'running',
  success: 'succeeded',
  failed: 'failed',
  FAIL: 'failed'
};

/** A job of the file systems: their creation, extension or removal, or a change of their security group or connections. */
export const sfsTurbo = defineService({
  name: 'sfs-turbo',
  title: {en: 'SFS Turbo', zh: '高性能弹性文件服务 SFS Turbo'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 26f6b565-7a2d-4c2b-9d0e-03f0bd975433',
      zh: '字母、数字和“-”，例如 26f6b565-7a2d-4c2b-9d0e-03f0bd975433'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('sfsturbo.v1', {more: {'sfs-turbo': 'eu-de eu-nl'}, usual: 'sfs-turbo'}),
  request: ({projectId, taskId}) => ({path: path`/v1/${projectId}/sfs-turbo/jobs/${taskId}`}),
  // Its times are in UTC, without saying so.
  ...jobWithSubJobs({states, timeMs: utcMs, reasons: ['fail_reason']}),
  idsAreHexadecimal: true,
  // A fault of the server comes under HTTP 400 as well as 500, a missing permission under 400.
  codes: {'SFS.TURBO.0005': 'transient', 'SFS.TURBO.0015': 'denied'},
  advice: {
    codes: {
      'SFS.TURBO.0015': {
        en: 'Give the user of these credentials the right to read SFS Turbo jobs: sfsturbo:shares:getJob.',
        zh: '为凭证所属的用户授予查询 SFS Turbo 任务的权限：sfsturbo:shares:getJob。'
      }
    }
  }
});
