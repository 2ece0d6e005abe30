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
import {GivenUp, type Leases} from './pool.ts';
import {proofOf, type Strictness} from './verdict.ts';

/** What one good answer shows, with the server's time of the answer (epoch milliseconds), where there is one. */
export interface Snapshot {
  readonly task: Task;
  readonly serverDateMs?: number | undefined;
  /** For how long a cache on the way has kept the answer. */
  readonly cachedForMs?: number | undefined;
}

/** Sends one poll. Rejects with a RequestError when no usable answer came. */
export type Poll = (signal: AbortSignal) => Promise<Snapshot>;

export interface PollOptions {
  readonly taskId: string;
  /** 0 polls once. */
  readonly timeoutMs: number;
  /** Of the pause between two polls. */
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
  readonly leases: Leases;
}

/** The reason of a signal that ends a wait before its time, with the ending that it gives. */
export class Stop {
  readonly ending: Ending;

  constructor(ending: Ending) {
    this.ending = ending;
  }
}

/**
 * Why a poll does not count yet: it shows an end that may be the run before (`settling`) or was made before the wait
 * (`cached`), a success that something in the answer speaks against, or no state at all.
 */
export type Doubt = 'settling' | 'cached' | 'open-subtasks' | 'contradiction' | 'no-state';

/** Learns what happens, while it happens. */
export interface Observer {
  polled(task: Task, doubt: Doubt | undefined): void;
  failed(error: RequestError, pauseMs: number): void;
  /** Once for each state word that no source names. */
  unknownWord(word: string): void;
}

export type Ending =
  | {readonly verdict: 'succeeded'}
  | {readonly verdict: 'failed' | 'stopped'; readonly because: 'task' | 'warning' | 'subtasks'}
  /** The limit passed. With a cause, the last request failed. */
  | {readonly verdict: 'timed-out'; readonly doubt?: Doubt | undefined; readonly cause?: RequestError | undefined}
  | {readonly verdict: 'unfinished'; readonly because: 'polled-once'; readonly doubt?: Doubt | undefined}
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
export interface Sighting extends Snapshot {
  readonly ageMs: number;
}

export interface WaitResult {
  readonly ending: Ending;
  readonly last?: Sighting | undefined;
  /** How often the task was polled. */
  readonly attempts: number;
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
/** How many answers of one kind on end are final, where a single one can be a passing fault. */
const finalStreak = 3;
/** A gateway that reloads its configuration takes some seconds. */
const finalAfterMs = 30_000;
const onlyPagesMs = 5 * minute;

/**
 * Polls until the task has ended, the limit has passed, the signal aborts, or polling again would be of no use. All of
 * these are values; it rejects only with what is not a RequestError.
 */
export async function pollUntilDone(poll: Poll, options: PollOptions): Promise<WaitResult> {
  const {clock, signal, timeoutMs} = options;
  const startedMs = clock.now();
  const deadlineMs = startedMs + timeoutMs;
  const judge = createJudge(options, startedMs);
  let attempts = 0;
  let failedPolls = 0;
  let throttledPolls = 0;

  const end = (ending: Ending): WaitResult => {
    const nowMs = clock.now();
    const seen = judge.lastSeen();
    return {
      ending,
      last: seen && {...seen.snapshot, ageMs: nowMs - seen.atMs},
      attempts,
      polls: attempts,
      failedPolls,
      throttledPolls,
      elapsedMs: nowMs - startedMs,
      seenRunning: judge.seenRunning()
    };
  };

  let dueMs = startedMs;
  for (let isLastPoll = timeoutMs === 0; ; ) {
    let sentMs = dueMs;
    const answer = await options.leases.run(dueMs, signal, () => {
      attempts += 1;
      sentMs = clock.now();
      return settled(poll(signal), signal);
    });
    if (answer === 'aborted') return end(endingBy(signal));
    if (answer instanceof GivenUp) {
      return end(outOfTime({pauseMs: 0, cause: answer.cause}, judge.lastSeen() !== undefined, timeoutMs));
    }
    if (answer instanceof RequestError && !answer.failure.staleConnection) {
      failedPolls += 1;
      if (answer.failure.kind === 'throttled') throttledPolls += 1;
    }
    const step = answer instanceof RequestError ? judge.failed(answer, sentMs) : judge.answered(answer, sentMs);
    if ('ending' in step) return end(step.ending);
    // At once, also at the deadline: it was not the poll that failed.
    if (step.pauseMs === 0) continue;
    const nowMs = clock.now();
    const remainingMs = deadlineMs - nowMs;
    // The last poll begins at the limit or after it: an answer before it can be old, where the process stood still.
    if (isLastPoll || sentMs >= deadlineMs) return end(outOfTime(step, judge.lastSeen() !== undefined, timeoutMs));
    // Never past the deadline: the last poll is at it, not before it.
    isLastPoll = step.pauseMs >= remainingMs;
    const pauseMs = Math.max(0, Math.min(step.pauseMs, remainingMs));
    // A poll that was throttled away stays due, before those of other tasks that have become due since.
    if (step.cause?.failure.kind !== 'throttled') dueMs = nowMs + pauseMs;
    if (pauseMs > 0) await clock.sleep(pauseMs, signal);
  }
}

function endingBy({reason}: AbortSignal): Ending {
  return reason instanceof Stop ? reason.ending : {verdict: 'cancelled'};
}

/** The promise's outcome, or `aborted` as soon as the signal aborts, whatever the promise still does. */
async function settled(promise: Promise<Snapshot>, signal: AbortSignal): Promise<Snapshot | RequestError | 'aborted'> {
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
    ? {verdict: 'unfinished', because: 'polled-once', doubt}
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
  return ({serverDateMs, cachedForMs = 0}: Pick<Snapshot, 'serverDateMs' | 'cachedForMs'>, nowMs: number): boolean => {
    const sinceStartMs = nowMs - startedMs;
    if (serverDateMs !== undefined) serverStartMs = Math.max(serverStartMs, serverDateMs - sinceStartMs);
    return cachedForMs > sinceStartMs || (serverDateMs !== undefined && serverDateMs + 1000 <= serverStartMs);
  };
}

/** Decides after each poll whether it ends the wait, and else how long to pause. Remembers what came before. */
function createJudge(options: PollOptions, startedMs: number) {
  const {clock, random, bounds, observer} = options;
  let seen: {readonly snapshot: Snapshot; readonly atMs: number} | undefined;
  let seenRunning = false;
  let pace: Pace | undefined;
  /** Since when the answers claim an end, or none at all, and are no proof. */
  let doubtfulSinceMs: number | undefined;
  let onlyPagesSinceMs: number | undefined;
  const madeBefore = createFreshness(startedMs);
  /** When the service first said anything of the id. Grace and settle time are for what it says. */
  let firstAnsweredMs: number | undefined;
  let failureStreak = 0;
  let wasStale = false;
  let unknownEndStreak = 0;
  /** Answers of one kind on end. Failures that say nothing about the task neither count nor interrupt. */
  let streak: {readonly kind: FailureKind; readonly length: number; readonly sinceMs: number} | undefined;
  const warnedWords = new Set<string>();

  const sinceStartMs = () => clock.now() - startedMs;
  const sinceAnsweredMs = () => clock.now() - (firstAnsweredMs ?? clock.now());

  /** By the start that the service tells, so that a wait for an old task does not hurry; else by the first poll. */
  function taskAgeMs(): number {
    const startMs = seen?.snapshot.task.startMs;
    const dateMs = clock.date();
    const serverDateMs = seen?.snapshot.serverDateMs ?? dateMs;
    const clocksAgree = Math.abs(dateMs - serverDateMs) <= minute;
    return startMs !== undefined && startMs <= dateMs && clocksAgree ? dateMs - startMs : sinceStartMs();
  }

  function answered(snapshot: Snapshot, sentMs: number): Step {
    firstAnsweredMs ??= sentMs;
    const {task} = snapshot;
    failureStreak = 0;
    wasStale = false;
    streak = undefined;
    onlyPagesSinceMs = undefined;
    if (task.other !== undefined) return {ending: {verdict: 'error', problem: 'other-task', answeredId: task.other}};
    seen = {snapshot, atMs: clock.now()};
    const isOld = madeBefore(snapshot, clock.now()) && options.idNamesThing;
    seenRunning ||= task.state === 'running' && !isOld;
    if (task.state === 'unknown' && !warnedWords.has(task.serviceStatus)) {
      warnedWords.add(task.serviceStatus);
      observer.unknownWord(task.serviceStatus);
    }
    const step = weigh(task, isOld);
    observer.polled(task, 'ending' in step ? undefined : step.doubt);
    return step;
  }

  function weigh(task: Task, isOld: boolean): Step {
    const proof = proofOf(task, options.strictness);
    const ageMs = taskAgeMs();
    pace = paceAfter(pace, task.progress, ageMs);
    const pauseMs = pauseWhileRunning(ageMs, bounds, random, expectedEndAgeMs(pace));
    const endedInUnknownWord = task.state === 'unknown' && task.endMs !== undefined && options.endTimeMeansEnd;
    unknownEndStreak = endedInUnknownWord ? unknownEndStreak + 1 : 0;
    if (unknownEndStreak >= 2) return {ending: {verdict: 'error', problem: 'ended-in-unknown-word'}};
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
    const settleLeftMs = options.settleMs - sinceAnsweredMs();
    if (!seenRunning && settleLeftMs > 0) return {pauseMs: Math.min(pauseMs, settleLeftMs), doubt: 'settling'};
    return {
      ending: proof.kind === 'succeeded' ? {verdict: 'succeeded'} : {verdict: proof.kind, because: proof.because}
    };
  }

  /** For a minute what may pass is polled again. */
  function doubted(doubt: Doubt, pauseMs: number, ending: Ending): Step {
    doubtfulSinceMs ??= clock.now();
    const leftMs = doubtfulSinceMs + patienceMs - clock.now();
    return leftMs <= 0 ? {ending} : {pauseMs: Math.min(pauseMs, leftMs), doubt};
  }

  function failed(cause: RequestError, sentMs: number): Step {
    const {kind, retryAfterMs} = cause.failure;
    onlyPagesSinceMs = isPageInPlaceOfAnswer(cause) ? (onlyPagesSinceMs ?? sentMs) : undefined;
    if (kind === 'not-found') firstAnsweredMs ??= sentMs;
    if (kind === 'not-found' || kind === 'malformed' || kind === 'rejected') {
      streak = streak?.kind === kind ? {...streak, length: streak.length + 1} : {kind, length: 1, sinceMs: sentMs};
    }
    const ending = finalEnding(cause, sentMs);
    if (ending) return {ending};
    const pauseMs = lengthenedBy(retryAfterMs, pauseAfter(cause));
    if (pauseMs > 0) observer.failed(cause, pauseMs);
    return {pauseMs, cause};
  }

  function finalEnding(cause: RequestError, sentMs: number): Ending | undefined {
    const isStreak = streak !== undefined && streak.length >= finalStreak;
    const isLongStreak = isStreak && clock.now() - (streak?.sinceMs ?? 0) >= finalAfterMs;
    const broken: Ending = {verdict: 'error', problem: 'request', cause};
    switch (cause.failure.kind) {
      case 'denied':
        return {verdict: 'denied', cause};
      case 'not-found': {
        const mayStillAppear = seen === undefined && sinceAnsweredMs() < options.notFoundGraceMs;
        const isFinal = seen === undefined ? isStreak && !mayStillAppear : isLongStreak;
        return isFinal ? {verdict: 'not-found', cause} : undefined;
      }
      case 'malformed':
        return isLongStreak ? broken : undefined;
      case 'rejected':
        return seen === undefined || isLongStreak ? broken : undefined;
      case 'blocked':
        return broken;
      case 'unreached':
        return clock.now() - (options.leases.unreachedSinceMs() ?? sentMs) >= patienceMs ? broken : undefined;
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
    if (kind === 'throttled') return Math.max(1, options.leases.heldMs());
    // Once in a streak: the pool is empty after it, so that a second one is no kept connection's fault.
    if (failure.staleConnection && !wasStale) {
      wasStale = true;
      return 0;
    }
    wasStale = false;
    failureStreak += 1;
    const pauseMs = pauseAfterFailure(failureStreak, random);
    const unreachedSinceMs = options.leases.unreachedSinceMs();
    return unreachedSinceMs === undefined
      ? pauseMs
      : Math.min(pauseMs, Math.max(1, unreachedSinceMs + patienceMs - clock.now()));
  }

  return {answered, failed, lastSeen: () => seen, seenRunning: () => seenRunning};
}
