import {type JsonRecord, optional, optionalText, stateWord, text, utcMs} from '../json.ts';
import {reasonOf} from './job-family.ts';
import {partsIn, withErrors} from './parts.ts';
import {labelByRegion, plainId, type Service, type StateTable, stateOf} from './service.ts';

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
const hosts = {
  byRegion: labelByRegion({
    'sfs-turbo': `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11
      cn-north-12 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2
      la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1 eu-de eu-nl`
  }),
  usual: 'sfs-turbo'
};

/** A job of the file systems: the creation or change of a connection to LDAP or Active Directory, say. */
export const sfsTurbo = {
  name: 'sfs-turbo',
  aliases: [],
  title: 'SFS Turbo',
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 26f6b565-7a2d-4c2b-9d0e-03f0bd975433'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: `/v1/${encodeURIComponent(projectId)}/sfs-turbo/jobs/${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  read: (job: JsonRecord) => observe(job, stateWord(job, 'status')),
  parts: (job: JsonRecord) =>
    partsIn(job, 'sub_jobs', 'subtask', subJob => withErrors(observe(subJob, text(subJob, 'status')), subJob, errors)),
  errors,
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: true,
  // The first comes under HTTP 404, the second, a fault of the server, under HTTP 500 and HTTP 400.
  codes: {'SFS.TURBO.0019': 'not-found', 'SFS.TURBO.0005': 'transient'},
  advice: {},
  about: {
    id: '`jobId` of `POST /v1/{project_id}/sfs-turbo/shares/{share_id}/fs/ldap`, `job_id` of `…/fs/active-directory-domain`',
    permission: '`sfsturbo:shares:getJob`',
    unconfirmed:
      'Whether a subtask can really have the state `FAIL`, which stands in an example, but not in the list of words'
  }
} as const satisfies Service;

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
