import {epochMs, type JsonRecord, optional, optionalText, percent, record, stateWord} from '../json.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/** Words of `job_state`, except FINISHED, which says that the job has ended and not how: `job_result` says it. */
const jobStates: StateTable = {
  NEW: 'running',
  NEW_SAVING: 'running',
  SUBMITTED: 'running',
  ACCEPTED: 'running',
  RUNNING: 'running',
  FAILED: 'failed',
  KILLED: 'stopped'
};

const jobResults: StateTable = {UNDEFINED: 'running', SUCCEEDED: 'succeeded', FAILED: 'failed', KILLED: 'stopped'};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
const hosts = {
  byRegion: labelByRegion({
    mrs: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2
      cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-north-12 cn-south-1
      cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-0 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1
      na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de`
  }),
  usual: 'mrs'
};

/** A job in a cluster of MapReduce Service. The answer comes under HTTP 202. */
export const mrs = {
  name: 'mrs',
  aliases: [],
  title: 'MapReduce Service',
  taskId: {pattern: plainId, form: 'the id of the job, such as 431b135e-c090-489f-b1db-0abe3822b855'},
  parentId: {pattern: plainId, form: 'the id of the cluster, such as 2b460e01-3351-4170-b0a7-57b9dd5ffef3'},
  needsProjectId: true,
  hosts,
  request: ({projectId, parentId, taskId}) => ({
    path: `/v2/${encodeURIComponent(projectId)}/clusters/${encodeURIComponent(parentId)}/job-executions/${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states: {...jobStates, ...jobResults},
  find: body => [record(optional(record(body, 'the answer'), 'job_detail'), '"job_detail"')],
  read,
  httpStatuses: [202],
  // No source names it, and an answer that has it names the cluster.
  repeats: {cluster_id: ({parentId}) => parentId},
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  // All but the cluster that does not exist (400) come under HTTP 500.
  codes: {
    '12000003': 'not-found',
    '0176': 'not-found',
    '0201': 'not-found',
    '0167': 'rejected',
    '0192': 'denied'
  },
  advice: {
    failed: 'The log of the job is in its cluster, under the job and in YARN.',
    '0167': 'This cluster does not offer the API of jobs (v2) that this step asks.',
    '0192':
      'The user of these credentials is not known in the cluster: synchronize the IAM users on the Dashboard of the cluster.'
  },
  about: {
    id: 'the id of the cluster, a slash, and `job_submit_result.job_id` of `POST /v2/{project_id}/clusters/{cluster_id}/job-executions`',
    permission: '`mrs:cluster:getJob` (identity policy) or `mrs:job:get` (role or policy)',
    unconfirmed:
      'Whether job_result can still be UNDEFINED after job_state has become FINISHED (waited for); whether finished_time is absent while the job runs'
  }
} as const satisfies Service;

function read(job: JsonRecord): Reading {
  const jobState = stateWord(job, 'job_state');
  const [serviceStatus, states] =
    jobState === 'FINISHED' ? [stateWord(job, 'job_result'), jobResults] : [jobState, jobStates];
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_name'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    progress: percent(optional(job, 'job_progress')),
    startMs: epochMs(optional(job, 'started_time')),
    endMs: epochMs(optional(job, 'finished_time'))
  };
}
