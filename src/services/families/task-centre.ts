import {
  isoMs,
  isRecord,
  type JsonRecord,
  list,
  optional,
  optionalList,
  optionalRecord,
  optionalText,
  percent,
  property,
  record,
  stateWord,
  text
} from '../../json.ts';
import {isSameId} from '../../task.ts';
import {nameOf, path, plainId, type Reading, type StateTable, stateOf, type TaskReference} from '../service.ts';

/** The words that all databases share. */
export const databaseStates = {Running: 'running', Completed: 'succeeded', Failed: 'failed'} as const;

/** What the databases' lists of scheduled tasks have besides; that a job by its id has them too is not confirmed. */
export const scheduledStates = {Pending: 'running', Canceled: 'stopped'} as const;

/** What else RDS and TaurusDB can wait for. */
export const authorizationAdvice = {
  Unauthorized: {
    en: 'The task waits for an authorization: give it in the task centre of the database, or cancel the task there.',
    zh: '任务等待授权：请在数据库的任务中心授权，或在那里取消任务。'
  }
} as const;

/**
 * What the task centres of the databases have in common. An end time is no evidence: DDS and GeminiDB send one while
 * the task runs.
 */
export const taskCentre = {
  taskId: {
    pattern: plainId,
    form: 'letters, digits and "-", such as 31b8ae23-c687-4d80-b7b4-42a66c9bb886'
  },
  needsProjectId: true,
  answersWithId: true,
  idsAreHexadecimal: true,
  errors: ['fail_reason']
} as const;

export function jobPath({projectId, taskId}: TaskReference): string {
  return path`/v3/${projectId}/jobs?id=${taskId}`;
}

/** In the answer that holds one job. */
export function findJob(body: unknown, {taskId}: TaskReference): readonly JsonRecord[] {
  const answer = record(body, 'the answer');
  const job = record(optional(answer, 'job'), '"job"');
  return [job, ...twins([answer, ...optionalList(optional(answer, 'jobs'), '"jobs"')], taskId)];
}

/** In the answer that lists jobs, in which the one asked for may be missing or not be the first. */
export function findListedJob(body: unknown, {taskId}: TaskReference): readonly JsonRecord[] {
  const answer = record(body, 'the answer');
  const jobs = list(answer, 'jobs');
  const found = jobs.filter(isRecord).filter(job => hasId(job, taskId));
  if (found.length === 0) return [];
  // Beside it, one whose id cannot be read could be the same.
  for (const [index, job] of jobs.entries()) text(record(job, `job ${index + 1}`), 'id');
  return [...found, ...twins([answer, optional(answer, 'job')], taskId)];
}

/** What else in the answer tells a state under the id of the task: it has to agree. */
function twins(others: readonly unknown[], taskId: string): readonly JsonRecord[] {
  return others.filter(isRecord).filter(other => hasId(other, taskId) && property(other, 'status') !== undefined);
}

function hasId(job: JsonRecord, taskId: string): boolean {
  return isSameId(optionalText(job, 'id') ?? '', taskId, true);
}

/** A fault that passes, under HTTP 400 ("the system is busy"). */
export const databaseCodes = {'DBS.200998': 'transient'} as const;

/** How GeminiDB and GaussDB tell a user without a permission, under HTTP 400. */
export const permissionCodes = {'DBS.280063': 'denied', 'DBS.216003': 'denied'} as const;
const mayList = {
  en: 'Give the user of these credentials the right to list the tasks of this database.',
  zh: '为凭证所属的用户授予查询该数据库任务列表的权限。'
} as const;
export const permissionAdvice = {'DBS.280063': mayList, 'DBS.216003': mayList} as const;

/** One meaning has different names: `process` or `progress`, `created` or `start_time`, `ended` or `end_time`. */
export function readJob(job: JsonRecord, states: StateTable): Reading {
  const serviceStatus = stateWord(job, 'status');
  return {
    id: optionalText(job, 'id'),
    name: nameOf(optionalText(job, 'name'), instanceOf(job)),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    progress: percent(optional(job, 'process', 'progress')),
    startMs: isoMs(optional(job, 'created', 'start_time')),
    endMs: isoMs(optional(job, 'ended', 'end_time')),
    message: optionalText(job, 'fail_reason')
  };
}

function instanceOf(job: JsonRecord): string | undefined {
  const instance = optionalRecord(job, 'instance');
  return optionalText(instance, 'name') ?? optionalText(instance, 'id');
}
