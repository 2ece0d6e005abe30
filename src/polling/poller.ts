import type {Clock} from '../clock.ts';
import {type FailureKind, RequestError} from '../errors.ts';
import type {Subtask, Task} from '../task.ts';
import {
  type Bounds,
  expectedEndAgeMs,
  lengthenedBy,
  type Pace,
  paceAfter,
  pauseAfterFailure,
  pauseWhileRunning,
  pauseWhileUnclear,
  type Random
} from './backoff.ts';
import type {Seat} from './pool.ts';
import {proofOf, type Strictness} from './verdict.ts';

/** What one good answer shows, with the server's time of the answer (epoch milliseconds), where it tells one. */
export interface Look {
  readonly task: Task;
  readonly serverDateMs?: number | undefined;
  /** For how long a cache on the way has kept the answer. */
  readonly cachedForMs?: number | undefined;
}

/** Asks for the task once. Rejects with a RequestError when no usable answer came. */
export type Ask = (signal: AbortSignal) => Promise<Look>;

export interface PollOptions {
  readonly taskId: string;
  /** 0 looks once. */
  readonly timeoutMs: number;
  /** Of the pause between two looks. */
  readonly bounds: Bounds;
  readonly notFoundGraceMs: number;
  /** How long an end that no running state came before is doubted. */
  readonly settleMs: number;
  readonly endTimeMeansEnd: boolean;
  /** Whether the id names a thing and not a run, so that an answer from before the wait may tell of the run before. */
  readonly idNamesThing: boolean;
  readonly strictness: Strictness;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when this wait is to stop: with a Stop as its reason, if not because the step was told to. */
  readonly signal: AbortSignal;
  readonly observer: Observer;
  /** In the pool that all waits of the step share. */
  readonly seat: Seat;
}

/** The reason of a signal that ends a wait before its time, with the ending that it gives. */
export class Stop {
  readonly ending: Ending;

  constructor(ending: Ending) {
    this.ending = ending;
  }
}

/**
 * Why a look does not count yet: it shows an end that may be the run before (`settling`) or was made before the wait
 * (`cached`), a success that something in the answer speaks against, or no state at all.
 */
export type Doubt = 'settling' | 'cached' | 'open-subtasks' | 'contradiction' | 'no-state';

/** Told what happens, while it happens. */
export interface Observer {
  looked(task: Task, doubt: Doubt | undefined): void;
  failed(error: RequestError, pauseMs: number): void;
  /** Once for each state word that no source names. */
  unknownWord(word: string): void;
}

export type Ending =
  | {readonly verdict: 'succeeded'}
  | {readonly verdict: 'failed' | 'stopped'; readonly because: 'task' | 'warning' | 'subtasks'}
  /** The limit passed. With a cause, the last request failed. */
  | {readonly verdict: 'timed-out'; readonly doubt?: Doubt | undefined; readonly cause?: RequestError | undefined}
  | {readonly verdict: 'unfinished'; readonly because: 'looked-once'; readonly doubt?: Doubt | undefined}
  /** Another task of the step did not succeed, and that was to end all waits. */
  | {readonly verdict: 'unfinished'; readonly because: 'fail-fast'}
  | {readonly verdict: 'cancelled'}
  | {readonly verdict: 'not-found' | 'denied'; readonly cause: RequestError}
  | {readonly verdict: 'error'; readonly problem: 'request'; readonly cause: RequestError}
  /** For minutes nothing but pages came, which something in the service's place writes. */
  | {readonly verdict: 'error'; readonly problem: 'pages'; readonly cause: RequestError}
  | {readonly verdict: 'error'; readonly problem: 'other-task'; readonly answeredId: string}
  | {readonly verdict: 'error'; readonly problem: 'ended-in-unknown-word' | 'no-state'}
  | {readonly verdict: 'error'; readonly problem: 'contradiction'; readonly contradictions: readonly string[]}
  | {readonly verdict: 'error'; readonly problem: 'open-subtasks'; readonly open: readonly Subtask[]};

/** The last good answer, and how long before the end of the wait it came. */
export interface Sighting extends Look {
  readonly ageMs: number;
}

export interface WaitResult {
  readonly ending: Ending;
  readonly last?: Sighting | undefined;
  /** How often the task was asked for. */
  readonly looks: number;
  /** Number of requests sent to the task API, which is another one where credentials could not be had, or had to be renewed. */
  readonly polls: number;
  readonly failedPolls: number;
  readonly throttledPolls: number;
  readonly elapsedMs: number;
  /** Whether the task was ever seen running. */
  readonly seenRunning: boolean;
}

type Step =
  | {readonly ending: Ending}
  | {readonly pauseMs: number; readonly doubt?: Doubt | undefined; readonly cause?: RequestError | undefined};

const minute = 60_000;
/** How long a host that never answered, or an answer that is no proof and could be, is given. */
const patienceMs = minute;
/** How many answers of one kind in a row are final, where a single one can be a passing fault. */
const finalInARow = 3;
/** A gateway that reloads its configuration takes some seconds. */
const finalAfterMs = 30_000;
const onlyPagesMs = 5 * minute;

/**
 * Asks until the task has ended, the limit has passed, the signal aborts, or asking again would be of no use. All of
 * these are values; it rejects only with what is not a RequestError.
 */
export async function pollUntilDone(ask: Ask, options: PollOptions): Promise<WaitResult> {
  const {clock, signal, timeoutMs} = options;
  const startedMs = clock.now();
  const deadlineMs = startedMs + timeoutMs;
  const judge = createJudge(options, startedMs);
  let polls = 0;
  let failedPolls = 0;
  let throttledPolls = 0;

  const end = (ending: Ending): WaitResult => {
    const nowMs = clock.now();
    const seen = judge.lastSeen();
    return {
      ending,
      last: seen && {...seen.look, ageMs: nowMs - seen.atMs},
      looks: polls,
      polls,
      failedPolls,
      throttledPolls,
      elapsedMs: nowMs - startedMs,
      seenRunning: judge.seenRunning()
    };
  };

  let dueMs = startedMs;
  for (let isLastLook = timeoutMs === 0; ; ) {
    const turn = await options.seat.turn(dueMs, signal);
    if (turn === 'aborted') return end(endingBy(signal));
    if (turn instanceof RequestError) {
      return end(outOfTime({pauseMs: 0, cause: turn}, judge.lastSeen() !== undefined, timeoutMs));
    }
    if (signal.aborted) {
      turn.end('aborted');
      return end(endingBy(signal));
    }
    polls += 1;
    const lookStartMs = clock.now();
    let answer: Look | RequestError | 'aborted' = 'aborted';
    try {
      answer = await settled(ask(signal), signal);
    } finally {
      turn.end(answer === 'aborted' || answer instanceof RequestError ? answer : 'answered');
    }
    if (answer === 'aborted') return end(endingBy(signal));
    if (answer instanceof RequestError && !answer.failure.staleConnection) {
      failedPolls += 1;
      if (answer.failure.kind === 'throttled') throttledPolls += 1;
    }
    const step = answer instanceof RequestError ? judge.failed(answer, lookStartMs) : judge.looked(answer, lookStartMs);
    if ('ending' in step) return end(step.ending);
    // At once, also at the deadline: it was not the look that failed.
    if (step.pauseMs === 0) continue;
    const nowMs = clock.now();
    const remainingMs = deadlineMs - nowMs;
    // The last look begins at the limit or after it: an answer before it can be old, where the process stood still.
    if (isLastLook || lookStartMs >= deadlineMs) return end(outOfTime(step, judge.lastSeen() !== undefined, timeoutMs));
    // Never past the deadline: the last look is at it, not before it.
    isLastLook = step.pauseMs >= remainingMs;
    const pauseMs = Math.max(0, Math.min(step.pauseMs, remainingMs));
    // A look that was throttled away stays due, before those of other tasks that have become due since.
    if (step.cause?.failure.kind !== 'throttled') dueMs = nowMs + pauseMs;
    if (pauseMs > 0) await clock.sleep(pauseMs, signal);
  }
}

function endingBy({reason}: AbortSignal): Ending {
  return reason instanceof Stop ? reason.ending : {verdict: 'cancelled'};
}

/** The promise's outcome, or `aborted` as soon as the signal aborts, whatever the promise still does. */
async function settled(promise: Promise<Look>, signal: AbortSignal): Promise<Look | RequestError | 'aborted'> {
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<'aborted'>(resolve => {
    onAbort = () => resolve('aborted');
    signal.addEventListener('abort', onAbort, {once: true});
  });
  try {
    return await Promise.race([promise, aborted]);
  } catch (error) {
    if (signal.aborted) return 'aborted';
    if (error instanceof RequestError) return error;
    throw error;
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}

function outOfTime({doubt, cause}: Exclude<Step, {ending: Ending}>, everSeen: boolean, timeoutMs: number): Ending {
  if (cause !== undefined && !everSeen) {
    if (cause.failure.kind === 'not-found') return {verdict: 'not-found', cause};
    if (cause.failure.kind === 'unreached') return {verdict: 'error', problem: 'request', cause};
  }
  if (timeoutMs > 0) return {verdict: 'timed-out', doubt, cause};
  return cause === undefined
    ? {verdict: 'unfinished', because: 'looked-once', doubt}
    : {verdict: 'error', problem: 'request', cause};
}

/** A page under 5xx is an outage of the service, and one under 429 has its own pace. */
function isPageInPlaceOfAnswer({failure: {kind, isPage, status = 0}}: RequestError): boolean {
  return kind === 'transient' && isPage === true && status < 500;
}

/**
 * Tells whether an answer was made before the wait began: by the time that a cache has kept it, or by its date, which is
 * compared with the latest beginning that any date so far shows, for the server's clock is its own. Dates have full
 * seconds.
 */
function createFreshness(startedMs: number) {
  let serverStartMs = Number.NEGATIVE_INFINITY;
  return ({serverDateMs, cachedForMs = 0}: Pick<Look, 'serverDateMs' | 'cachedForMs'>, nowMs: number): boolean => {
    const sinceStartMs = nowMs - startedMs;
    if (serverDateMs !== undefined) serverStartMs = Math.max(serverStartMs, serverDateMs - sinceStartMs);
    return cachedForMs > sinceStartMs || (serverDateMs !== undefined && serverDateMs + 1000 <= serverStartMs);
  };
}

/** Decides after each look whether it ends the wait, and else how long to pause. Remembers what came before. */
function createJudge(options: PollOptions, startedMs: number) {
  const {clock, random, bounds, observer} = options;
  let seen: {readonly look: Look; readonly atMs: number} | undefined;
  let seenRunning = false;
  let pace: Pace | undefined;
  /** Since when the answers claim an end, or none at all, and are no proof. */
  let doubtfulSinceMs: number | undefined;
  let onlyPagesSinceMs: number | undefined;
  const madeBefore = createFreshness(startedMs);
  /** When the service first told anything of the id. Grace and settle time are for what it tells. */
  let firstToldMs: number | undefined;
  let failuresInARow = 0;
  let wasStale = false;
  let unknownEndsInARow = 0;
  /** Answers of one kind in a row. Failures that say nothing about the task neither count nor interrupt. */
  let row: {readonly kind: FailureKind; readonly length: number; readonly sinceMs: number} | undefined;
  const warnedWords = new Set<string>();

  const sinceStartMs = () => clock.now() - startedMs;
  const sinceToldMs = () => clock.now() - (firstToldMs ?? clock.now());

  /** By the start that the service tells, so that a wait for an old task does not hurry; else by the first look. */
  function taskAgeMs(): number {
    const startMs = seen?.look.task.startMs;
    const dateMs = clock.date();
    const serverDateMs = seen?.look.serverDateMs ?? dateMs;
    const clocksAgree = Math.abs(dateMs - serverDateMs) <= minute;
    return startMs !== undefined && startMs <= dateMs && clocksAgree ? dateMs - startMs : sinceStartMs();
  }

  function looked(look: Look, lookStartMs: number): Step {
    firstToldMs ??= lookStartMs;
    const {task} = look;
    failuresInARow = 0;
    wasStale = false;
    row = undefined;
    onlyPagesSinceMs = undefined;
    if (task.other !== undefined) return {ending: {verdict: 'error', problem: 'other-task', answeredId: task.other}};
    seen = {look, atMs: clock.now()};
    const isOld = madeBefore(look, clock.now()) && options.idNamesThing;
    seenRunning ||= task.state === 'running' && !isOld;
    if (task.state === 'unknown' && !warnedWords.has(task.serviceStatus)) {
      warnedWords.add(task.serviceStatus);
      observer.unknownWord(task.serviceStatus);
    }
    const step = weigh(task, isOld);
    observer.looked(task, 'ending' in step ? undefined : step.doubt);
    return step;
  }

  function weigh(task: Task, isOld: boolean): Step {
    const proof = proofOf(task, options.strictness);
    const ageMs = taskAgeMs();
    pace = paceAfter(pace, task.progress, ageMs);
    const pauseMs = pauseWhileRunning(ageMs, bounds, random, expectedEndAgeMs(pace));
    const endedInUnknownWord = task.state === 'unknown' && task.endMs !== undefined && options.endTimeMeansEnd;
    unknownEndsInARow = endedInUnknownWord ? unknownEndsInARow + 1 : 0;
    if (unknownEndsInARow >= 2) return {ending: {verdict: 'error', problem: 'ended-in-unknown-word'}};
    if (proof.kind === 'untold') {
      const unclearMs = pauseWhileUnclear(sinceStartMs(), bounds, random);
      return doubted('no-state', unclearMs, {verdict: 'error', problem: 'no-state'});
    }
    if (proof.kind === 'unproven') {
      const {open, contradictions} = proof;
      return contradictions.length > 0
        ? doubted('contradiction', pauseMs, {verdict: 'error', problem: 'contradiction', contradictions})
        : doubted('open-subtasks', pauseMs, {verdict: 'error', problem: 'open-subtasks', open});
    }
    doubtfulSinceMs = undefined;
    if (proof.kind === 'running') return {pauseMs};
    if (isOld) return {pauseMs, doubt: 'cached'};
    const settleLeftMs = options.settleMs - sinceToldMs();
    if (!seenRunning && settleLeftMs > 0) return {pauseMs: Math.min(pauseMs, settleLeftMs), doubt: 'settling'};
    return {
      ending: proof.kind === 'succeeded' ? {verdict: 'succeeded'} : {verdict: proof.kind, because: proof.because}
    };
  }

  /** For a minute what may pass is looked at again. */
  function doubted(doubt: Doubt, pauseMs: number, ending: Ending): Step {
    doubtfulSinceMs ??= clock.now();
    const leftMs = doubtfulSinceMs + patienceMs - clock.now();
    return leftMs <= 0 ? {ending} : {pauseMs: Math.min(pauseMs, leftMs), doubt};
  }

  function failed(cause: RequestError, lookStartMs: number): Step {
    const {kind, retryAfterMs} = cause.failure;
    onlyPagesSinceMs = isPageInPlaceOfAnswer(cause) ? (onlyPagesSinceMs ?? lookStartMs) : undefined;
    if (kind === 'not-found') firstToldMs ??= lookStartMs;
    if (kind === 'not-found' || kind === 'malformed' || kind === 'rejected') {
      row = row?.kind === kind ? {...row, length: row.length + 1} : {kind, length: 1, sinceMs: lookStartMs};
    }
    const ending = finalEnding(cause, lookStartMs);
    if (ending) return {ending};
    const pauseMs = lengthenedBy(retryAfterMs, pauseAfter(cause));
    if (pauseMs > 0) observer.failed(cause, pauseMs);
    return {pauseMs, cause};
  }

  function finalEnding(cause: RequestError, lookStartMs: number): Ending | undefined {
    const isRow = row !== undefined && row.length >= finalInARow;
    const isLongRow = isRow && clock.now() - (row?.sinceMs ?? 0) >= finalAfterMs;
    const broken: Ending = {verdict: 'error', problem: 'request', cause};
    switch (cause.failure.kind) {
      case 'denied':
        return {verdict: 'denied', cause};
      case 'not-found': {
        const mayStillAppear = seen === undefined && sinceToldMs() < options.notFoundGraceMs;
        const isFinal = seen === undefined ? isRow && !mayStillAppear : isLongRow;
        return isFinal ? {verdict: 'not-found', cause} : undefined;
      }
      case 'malformed':
        return isLongRow ? broken : undefined;
      case 'rejected':
        return seen === undefined || isLongRow ? broken : undefined;
      case 'blocked':
        return broken;
      case 'unreached':
        return clock.now() - (options.seat.unreachedSinceMs() ?? lookStartMs) >= patienceMs ? broken : undefined;
      case 'transient':
      case 'throttled': {
        const isHopeless = onlyPagesSinceMs !== undefined && clock.now() - onlyPagesSinceMs >= onlyPagesMs;
        return isHopeless ? {verdict: 'error', problem: 'pages', cause} : undefined;
      }
      default:
        return cause.failure.kind satisfies never;
    }
  }

  function pauseAfter({failure}: RequestError): number {
    const {kind} = failure;
    if (kind === 'not-found' || kind === 'malformed' || kind === 'rejected') {
      return pauseWhileUnclear(sinceStartMs(), bounds, random);
    }
    if (kind === 'throttled') return Math.max(1, options.seat.heldMs());
    // Once in a row: the pool is empty after it, so that a second one is no kept connection's fault.
    if (failure.staleConnection && !wasStale) {
      wasStale = true;
      return 0;
    }
    wasStale = false;
    failuresInARow += 1;
    const pauseMs = pauseAfterFailure(failuresInARow, random);
    const unreachedSinceMs = options.seat.unreachedSinceMs();
    return unreachedSinceMs === undefined
      ? pauseMs
      : Math.min(pauseMs, Math.max(1, unreachedSinceMs + patienceMs - clock.now()));
  }

  return {looked, failed, lastSeen: () => seen, seenRunning: () => seenRunning};
}
