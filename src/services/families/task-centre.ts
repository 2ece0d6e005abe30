import {
  isoMs,
  isRecord,
  type JsonRecord,
  list,
  optional,
  optionalText,
  percent,
  record,
  stateWord
} from '../../json.ts';
import {isSameId} from '../../task.ts';
import {path, plainId, type Reading, type StateTable, stateOf, type TaskReference} from '../service.ts';

/** The words that all databases share. */
export const databaseStates = {Running: 'running', Completed: 'succeeded', Failed: 'failed'} as const;

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
export function findJob(body: unknown): readonly JsonRecord[] {
  return [record(optional(record(body, 'the answer'), 'job'), '"job"')];
}

/** In the answer that lists jobs, in which the one asked for may be missing or not be the first. */
export function findListedJob(body: unknown, {taskId}: TaskReference): readonly JsonRecord[] {
  return list(record(body, 'the answer'), 'jobs')
    .filter(isRecord)
    .filter(listed => isSameId(optionalText(listed, 'id') ?? '', taskId, true));
}

/** A fault that passes, under HTTP 400 ("the system is busy"). */
export const databaseCodes = {'DBS.200998': 'transient'} as const;

/** One meaning has different names: `process` or `progress`, `created` or `start_time`, `ended` or `end_time`. */
export function readJob(job: JsonRecord, states: StateTable): Reading {
  const serviceStatus = stateWord(job, 'status');
  return {
    id: optionalText(job, 'id'),
    name: optionalText(job, 'name'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    progress: percent(optional(job, 'process', 'progress')),
    startMs: isoMs(optional(job, 'created', 'start_time')),
    endMs: isoMs(optional(job, 'ended', 'end_time')),
    message: optionalText(job, 'fail_reason')
  };
}
