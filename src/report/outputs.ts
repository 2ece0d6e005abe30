import type {NonEmpty} from '../non-empty.ts';
import type {WaitResult} from '../polling/poller.ts';
import {type Strictness, subtaskFailed} from '../polling/verdict.ts';
import {fullId} from '../services/service.ts';
import {type Cause, isTerminal, type Subtask, type Task} from '../task.ts';
import {inWords} from '../text.ts';
import {en, type Words} from '../words/en.ts';
import {causesOf} from './causes.ts';
import {decisiveOf} from './facts/rank.ts';
import {type ToldTask, unsuccessfulFirst} from './facts/told.ts';
import type {OutputName, Redact} from './output-names.ts';
import {failedFirst, summarizeSubtasks} from './subtasks.ts';
import {oneLine} from './text.ts';

/**
 * Of a list, as it stands in the JSON of all outputs: with the other ones that is less than 100 KiB, and a variable of
 * the environment has room for 32,767 letters on Windows and for 128 KiB on Linux.
 */
const maxListBytes = 24 * 1024;
/** The causes are few, and the other lists leave them less room. */
const maxCausesBytes = 8 * 1024;

/** The outputs of a wait that took place: over all tasks of the step, and for each of them in `tasks`. */
export function outputsOf(told: NonEmpty<ToldTask>, {allowWarnings}: Strictness, redact: Redact, words: Words = en) {
  const text = (value: string | undefined) => redact(oneLine(value ?? ''));
  const joined = (values: readonly (string | undefined)[]) => text(values.filter(Boolean).join(', '));
  const decisive = decisiveOf(told);
  const seen = told.flatMap(({result}) => result.last?.task ?? []);
  const all = seen.flatMap(({subtasks}) => subtasks);
  const subtasks = failedFirst(all, allowWarnings);
  const failed = subtasks.filter(subtask => subtaskFailed(subtask, allowWarnings));
  const listed = (list: readonly Subtask[], leftOut = 0) =>
    fitting(list.length, count =>
      withRest(
        list.slice(0, count).map(subtask => subtaskJson(subtask, text)),
        list.length + leftOut
      )
    );
  const leftOut = seen.reduce((sum, {subtasksLeftOut = 0}) => sum + subtasksLeftOut, 0);
  const times = timesOfAll(told.map(({result}) => result.last?.task));
  const lags = told.flatMap(({result}) => detectionLagSeconds(result) ?? []);
  const jsons = unsuccessfulFirst(told).map(each => taskJson(each, allowWarnings, redact, words));
  const tasks = (most: number) => jsons.map(json => json(most));
  const mostSubtasks = Math.max(...seen.map(({subtasks, causes = []}) => Math.max(subtasks.length, causes.length)), 0);
  const causes = told.flatMap(({result}) => causesOf(result).map(cause => causeJson(cause, text)));
  return {
    status: decisive.result.ending.verdict,
    'service-status': joined(seen.map(({serviceStatus}) => serviceStatus)),
    'task-name': joined(seen.map(({name}) => name)),
    'resource-name': joined(seen.map(({resourceName}) => resourceName)),
    'start-time': isoTime(times.startMs),
    'end-time': isoTime(times.endMs),
    'duration-seconds': numberText(durationSeconds(times)),
    message: text(inWords(decisive.facts.happened, words)),
    progress: numberText(meanProgress(told)),
    'subtask-summary': seen.length > 0 ? redact(summarizeSubtasks(all, allowWarnings)) : '',
    subtasks: listed(subtasks, leftOut),
    'failed-subtasks': listed(failed),
    causes: fitting(causes.length, count => withRest(causes.slice(0, count), causes.length), maxCausesBytes),
    tasks: fittingTasks(tasks, mostSubtasks),
    polls: String(told.reduce((sum, {result}) => sum + result.requests, 0)),
    'detection-lag-seconds': lags.length > 0 ? String(Math.max(...lags)) : ''
  } satisfies Record<OutputName, string>;
}

/** All that the step says about one task, with so many of its subtasks. */
function taskJson(told: ToldTask, allowWarnings: boolean, redact: Redact, words: Words) {
  const {reference, result, facts} = told;
  const task = result.last?.task;
  const text = (value: string | undefined) => redact(oneLine(value ?? ''));
  const all = failedFirst(task?.subtasks ?? [], allowWarnings);
  const failedCount = all.filter(subtask => subtaskFailed(subtask, allowWarnings)).length;
  const times = timesOf(task);
  const before = {
    id: redact(fullId(reference)),
    status: result.ending.verdict,
    serviceStatus: text(task?.serviceStatus),
    taskName: text(task?.name),
    resourceName: text(task?.resourceName),
    startTime: isoTime(times.startMs),
    endTime: isoTime(times.endMs),
    durationSeconds: durationSeconds(times),
    message: text(inWords(facts.happened, words)),
    progress: task?.progress ?? null,
    subtaskSummary: task ? redact(summarizeSubtasks(task.subtasks, allowWarnings)) : ''
  };
  const causes = causesOf(result).map(cause => causeJson(cause, text));
  const after = {polls: result.requests, detectionLagSeconds: detectionLagSeconds(result)};
  return (most: number) => {
    const subtasks = all.slice(0, most).map(subtask => subtaskJson(subtask, text));
    return {
      ...before,
      subtasks: withRest(subtasks, all.length + (task?.subtasksLeftOut ?? 0)),
      failedSubtasks: withRest(subtasks.slice(0, failedCount), failedCount),
      // The first one stays where the subtasks give way.
      causes: withRest(causes.slice(0, Math.max(1, most)), causes.length),
      ...after
    };
  };
}

/** From the first start to the last end; no end while one of them has none. */
function timesOfAll(tasks: readonly (Task | undefined)[]): ReturnType<typeof timesOf> {
  const times = tasks.map(timesOf);
  const starts = times.flatMap(({startMs}) => startMs ?? []);
  const ends = times.flatMap(({endMs}) => endMs ?? []);
  return {
    startMs: starts.length > 0 ? Math.min(...starts) : undefined,
    endMs: ends.length === times.length ? Math.max(...ends) : undefined
  };
}

/** Of all tasks, where each says how far it is. */
function meanProgress(told: readonly ToldTask[]): number | null {
  const percentages = told.flatMap(({result}) => result.last?.task.progress ?? []);
  if (percentages.length < told.length) return null;
  return Math.floor(percentages.reduce((sum, percent) => sum + percent, 0) / told.length);
}

/** An end time in a word that is not known here is not set: the task may still run. */
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

function causeJson({name, type, serviceStatus, message, timeMs}: Cause, text: (value: string | undefined) => string) {
  return {
    name: text(name),
    type: text(type),
    serviceStatus: text(serviceStatus),
    message: text(message),
    time: isoTime(timeMs)
  };
}

function isoTime(ms: number | undefined): string {
  return ms === undefined ? '' : new Date(ms).toISOString();
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}

/** A list that was cut ends with the number of what it lacks. */
function withRest<T>(kept: readonly T[], length: number): readonly (T | {truncated: number})[] {
  return length > kept.length ? [...kept, {truncated: length - kept.length}] : kept;
}

/** The subtasks give way first, then whole tasks. */
function fittingTasks(tasksWith: (mostSubtasks: number) => readonly unknown[], mostSubtasks: number): string {
  const bare = tasksWith(0);
  if (bytesOf(JSON.stringify(bare)) > maxListBytes) {
    return fitting(bare.length, count => withRest(bare.slice(0, count), bare.length));
  }
  return fitting(mostSubtasks, tasksWith);
}

/**
 * The JSON of as many elements as fit into an output: people pass outputs on through the environment. Never tries more
 * than twice as many as fit, for there can be millions.
 */
function fitting(length: number, listOf: (count: number) => unknown, maxBytes = maxListBytes): string {
  const json = (count: number) => JSON.stringify(listOf(count));
  const doesFit = (count: number) => bytesOf(json(count)) <= maxBytes;
  let fits = 0;
  let tooMany = 1;
  while (tooMany <= length && doesFit(tooMany)) {
    fits = tooMany;
    tooMany *= 2;
  }
  tooMany = Math.min(tooMany, length + 1);
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (doesFit(middle)) fits = middle;
    else tooMany = middle;
  }
  return json(fits);
}

/** As they count where the text stands in JSON itself, as in `toJSON(steps.wait.outputs)`. */
function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
