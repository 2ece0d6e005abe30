import {hostsOf} from '../../hosts.ts';
import {epochMs, type JsonRecord, optional, optionalText, stateWord} from '../../json.ts';
import {reasonOf} from '../families/job.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf} from '../service.ts';

const states: StateTable = {INIT: 'running', RUNNING: 'running', SUCCESS: 'succeeded', FAIL: 'failed'};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = hostsOf('dcs.v2', {more: {dcs: 'eu-de eu-nl'}, usual: 'dcs'});

/** A job of the cache: the creation, backup or extension of an instance, or a switch to its standby, say. */
export const dcs = defineService({
  name: 'dcs',
  title: {en: 'Distributed Cache Service', zh: '分布式缓存服务 DCS'},
  taskId: {pattern: plainId, form: 'letters and digits, such as ff8080818822bbf70188235afc24141a'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: path`/v2/${projectId}/jobs/${taskId}`
  }),
  states,
  read,
  errors: ['error_code', 'fail_reason', 'fail_resson'],
  answersWithId: true,
  idsAreHexadecimal: true,
  tasksHaveErrorCodes: true
});

/** The times are digits in a text; the reason of a failure also comes under a misspelt name. */
function read(job: JsonRecord): Reading {
  const serviceStatus = stateWord(job, 'status');
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: epochMs(optional(job, 'begin_time')),
    endMs: epochMs(optional(job, 'end_time')),
    message: reasonOf(
      optionalText(job, 'error_code'),
      optionalText(job, 'fail_reason') ?? optionalText(job, 'fail_resson')
    )
  };
}
