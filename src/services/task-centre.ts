import {TaskNotListed} from '../errors.ts';
import {isoMs, isRecord, type JsonRecord, list, optional, optionalText, percent, record, text} from '../json.ts';
import {isSameId, type Task} from '../task.ts';
import {plainId, type StateTable, stateOf, type TaskReference} from './service.ts';

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
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false
} as const;

export function jobPath({projectId, taskId}: TaskReference): string {
  return `/v3/${encodeURIComponent(projectId)}/jobs?id=${encodeURIComponent(taskId)}`;
}

/** Reads the answer that holds one job. */
export function readJob(body: unknown, states: StateTable): Task {
  return observe(record(optional(record(body, 'the answer'), 'job'), '"job"'), states);
}

/** Reads the answer that lists jobs, in which the one asked for may be missing or not be the first. */
export function readListedJob(body: unknown, {taskId}: TaskReference, states: StateTable): Task {
  const job = list(record(body, 'the answer'), 'jobs')
    .filter(isRecord)
    .find(listed => isSameId(optionalText(listed, 'id'), taskId));
  if (!job) throw new TaskNotListed();
  return observe(job, states);
}

/** One meaning has different names: `process` or `progress`, `created` or `start_time`, `ended` or `end_time`. */
function observe(job: JsonRecord, states: StateTable): Task {
  const serviceStatus = text(job, 'status');
  return {
    id: optionalText(job, 'id'),
    name: optionalText(job, 'name'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    progress: percent(optional(job, 'process', 'progress')),
    startMs: isoMs(optional(job, 'created', 'start_time')),
    endMs: isoMs(optional(job, 'ended', 'end_time')),
    message: optionalText(job, 'fail_reason'),
    subtasks: []
  };
}
