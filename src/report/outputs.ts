import type {Inputs} from '../inputs.ts';
import type {WaitResult} from '../poller.ts';
import {fullId} from '../services/service.ts';
import {isTerminal, type Subtask, type Task} from '../task.ts';
import {subtaskFailed, type Verdict} from '../verdict.ts';
import {failedFirst, summarizeSubtasks} from './subtasks.ts';
import {oneLine} from './text.ts';

export type OutputName =
  | 'status'
  | 'service-status'
  | 'task-name'
  | 'start-time'
  | 'end-time'
  | 'duration-seconds'
  | 'message'
  | 'progress'
  | 'subtask-summary'
  | 'subtasks'
  | 'failed-subtasks'
  | 'tasks'
  | 'polls'
  | 'detection-lag-seconds';

/** Replaces what must not stand in an output. */
export type Redact = (text: string) => string;

const maxListBytes = 64 * 1024;

/** The outputs of a wait that took place. */
export function outputsOf(verdict: Verdict, message: string, result: WaitResult, inputs: Inputs, redact: Redact) {
  const {allowWarnings} = inputs.strictness;
  const task = result.last?.task;
  const text = (value: string | undefined) => redact(oneLine(value ?? ''));
  const all = failedFirst(task?.subtasks ?? [], allowWarnings);
  const subtasks = all.map(subtask => subtaskJson(subtask, text));
  const failed = subtasks.slice(0, all.filter(subtask => subtaskFailed(subtask, allowWarnings)).length);
  const times = timesOf(task);
  const facts = {
    status: verdict,
    serviceStatus: text(task?.serviceStatus),
    taskName: text(task?.name),
    startTime: isoTime(times.startMs),
    endTime: isoTime(times.endMs),
    durationSeconds: durationSeconds(times),
    message: text(message),
    progress: task?.progress ?? null,
    subtaskSummary: task ? redact(summarizeSubtasks(task.subtasks, allowWarnings)) : ''
  };
  const lagSeconds = detectionLagSeconds(result);
  const taskJson = (maxSubtasks: number) => ({
    id: redact(fullId(inputs.task)),
    ...facts,
    subtasks: cutTo(maxSubtasks, subtasks),
    failedSubtasks: cutTo(maxSubtasks, failed),
    polls: result.polls,
    detectionLagSeconds: lagSeconds
  });
  return {
    status: facts.status,
    'service-status': facts.serviceStatus,
    'task-name': facts.taskName,
    'start-time': facts.startTime,
    'end-time': facts.endTime,
    'duration-seconds': numberText(facts.durationSeconds),
    message: facts.message,
    progress: numberText(facts.progress),
    'subtask-summary': facts.subtaskSummary,
    subtasks: fitting(subtasks.length, count => cutTo(count, subtasks)),
    'failed-subtasks': fitting(failed.length, count => cutTo(count, failed)),
    tasks: fitting(subtasks.length, count => [taskJson(count)]),
    polls: String(result.polls),
    'detection-lag-seconds': numberText(lagSeconds)
  } satisfies Record<OutputName, string>;
}

/** The outputs of a step that never came to wait, because of its inputs or an error of its own. */
export function outputsWithoutWait(message: string, redact: Redact): Record<OutputName, string> {
  return {
    status: 'error',
    'service-status': '',
    'task-name': '',
    'start-time': '',
    'end-time': '',
    'duration-seconds': '',
    message: redact(oneLine(message, 4000)),
    progress: '',
    'subtask-summary': '',
    subtasks: '[]',
    'failed-subtasks': '[]',
    tasks: '[]',
    polls: '0',
    'detection-lag-seconds': ''
  };
}

/** Some services send an end time while the task runs; it is none before the end. */
export function timesOf(task: Task | undefined): {
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
} {
  return {startMs: task?.startMs, endMs: task && isTerminal(task.state) ? task.endMs : undefined};
}

function durationSeconds({startMs, endMs}: ReturnType<typeof timesOf>): number | null {
  return startMs !== undefined && endMs !== undefined && endMs >= startMs ? (endMs - startMs) / 1000 : null;
}

/** `Date` headers count whole seconds, so that an end can seem to lie up to a second ahead. */
const dateHeaderStepMs = 1000;

/** Between two times of the server: of the answer that showed the end, and of the end. */
export function detectionLagSeconds({last}: WaitResult): number | null {
  const {endMs} = timesOf(last?.task);
  if (endMs === undefined || last?.serverDateMs === undefined || last.serverDateMs + dateHeaderStepMs < endMs)
    return null;
  return Math.max(0, last.serverDateMs - endMs) / 1000;
}

function subtaskJson(subtask: Subtask, text: (value: string | undefined) => string) {
  return {
    id: text(subtask.id),
    name: text(subtask.name),
    status: subtask.state,
    serviceStatus: text(subtask.serviceStatus),
    startTime: isoTime(subtask.startMs),
    endTime: isoTime(subtask.endMs),
    message: text(subtask.message)
  };
}

export function isoTime(ms: number | undefined): string {
  return ms === undefined ? '' : new Date(ms).toISOString();
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}

function cutTo<T>(count: number, list: readonly T[]): readonly (T | {truncated: number})[] {
  return list.length > count ? [...list.slice(0, count), {truncated: list.length - count}] : list;
}

/** The JSON of as many elements as fit into an output: people pass outputs on through the environment. */
function fitting(length: number, listOf: (count: number) => unknown): string {
  let fits = 0;
  let tooMany = length + 1;
  const json = (count: number) => JSON.stringify(listOf(count));
  const whole = json(length);
  if (Buffer.byteLength(whole) <= maxListBytes) return whole;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (Buffer.byteLength(json(middle)) <= maxListBytes) fits = middle;
    else tooMany = middle;
  }
  return json(fits);
}
