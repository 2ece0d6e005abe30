import {hostsOf} from '../../hosts.ts';
import {epochMs, type JsonRecord, statusIn} from '../../json.ts';
import {observeJob} from '../families/job.ts';
import {defineService, hexId, path, plainId, type StateTable} from '../service.ts';

const reasons = ['fail_reason', 'fail_resson'];

const states: StateTable = {INIT: 'running', RUNNING: 'running', SUCCESS: 'succeeded', FAIL: 'failed'};

/** A job of the cache: the creation, backup or extension of an instance, or a switch to its standby, say. */
export const dcs = defineService({
  name: 'dcs',
  title: {en: 'Distributed Cache Service', zh: '分布式缓存服务 DCS'},
  taskId: {
    pattern: plainId,
    usual: hexId,
    form: {
      en: 'letters and digits, such as ff8080818822bbf70188235afc24141a',
      zh: '字母和数字，例如 ff8080818822bbf70188235afc24141a'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('dcs.v2', {more: {dcs: 'eu-de eu-nl'}, usual: 'dcs'}),
  request: ({projectId, taskId}) => ({path: path`/v2/${projectId}/jobs/${taskId}`}),
  states,
  // The times are digits in a text; the reason of a failure also comes under a misspelt name.
  read: (job: JsonRecord) => observeJob(job, statusIn(job, 'status'), {states, timeMs: epochMs, reasons}),
  errors: reasons,
  idsAreHexadecimal: true,
  tasksHaveErrorCodes: true
});
