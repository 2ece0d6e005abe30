import {hostsOf} from '../../hosts.ts';
import {type JsonRecord, optional, optionalText, stateWord, text, utcMs} from '../../json.ts';
import {reasonOf} from '../families/job.ts';
import {nestedPartsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type StateTable, stateOf} from '../service.ts';

const errors = ['error_code', 'fail_reason'];

/** The last word is not in the vendor's list, but in its example of a subtask. */
const states: StateTable = {
  waiting: 'running',
  running: 'running',
  success: 'succeeded',
  failed: 'failed',
  FAIL: 'failed'
};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = hostsOf('sfsturbo.v1', {more: {'sfs-turbo': 'eu-de eu-nl'}, usual: 'sfs-turbo'});

/** A job of the file systems: the creation or change of a connection to LDAP or Active Directory, say. */
export const sfsTurbo = defineService({
  name: 'sfs-turbo',
  title: {en: 'SFS Turbo', zh: '高性能弹性文件服务 SFS Turbo'},
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 26f6b565-7a2d-4c2b-9d0e-03f0bd975433'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: path`/v1/${projectId}/sfs-turbo/jobs/${taskId}`
  }),
  states,
  read: (job: JsonRecord) => observe(job, stateWord(job, 'status')),
  parts: (job: JsonRecord) =>
    nestedPartsIn(job, ['sub_jobs'], 'subtask', subJob =>
      withErrors(observe(subJob, text(subJob, 'status')), subJob, errors)
    ),
  errors,
  answersWithId: true,
  idsAreHexadecimal: true,
  tasksHaveErrorCodes: true,
  // The first comes under HTTP 404, the second, a fault of the server, under HTTP 500 and HTTP 400.
  codes: {'SFS.TURBO.0019': 'not-found', 'SFS.TURBO.0005': 'transient'}
});

/** What a job and its subtasks have in common. Their times are in UTC, without saying so. */
function observe(job: JsonRecord, serviceStatus: string) {
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: utcMs(optional(job, 'begin_time')),
    endMs: utcMs(optional(job, 'end_time')),
    message: reasonOf(optionalText(job, 'error_code'), optionalText(job, 'fail_reason'))
  };
}
