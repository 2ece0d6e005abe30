import {minuteMs, secondMs} from '../duration.ts';
import {type FailureKind, RequestError, type RequestFailure} from '../errors.ts';
import type {Subtask, Task} from '../task.ts';
import type {Message} from '../text.ts';
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
import {saysGone} from './expectation.ts';
import {type Proof, proofOf, type Strictness} from './verdict.ts';

/** What one good answer shows, with the server's time of the answer (epoch milliseconds), where there is one. */
export interface Snapshot {
  readonly task: Task;
  readonly serverDateMs?: number | undefined;
  readonly requestId?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** For how long a cache on the way has kept the answer. */
  readonly cachedForMs?: number | undefined;
}

/**
 * Why a poll does not count yet: it shows an end that may be the run before (`settling`), or that was made before the wait
 * or before the task was seen running (`cached`), a success that something in the answer speaks against, or no state at all.
 */
export type Doubt = 'settling' | 'cached' | 'open-subtasks' | 'contradiction' | 'no-state';

export type Ending =
  /** `gone`: the service no longer knows what was seen before, which was expected. */
  | {readonly verdict: 'succeeded'; readonly because?: 'gone'}
  /** `undone`: the service says success after the task was seen undoing its work. */
  | {readonly verdict: 'failed' | 'stopped'; readonly because: 'task' | 'warning' | 'subtasks' | 'undone'}
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
  | {readonly verdict: 'error'; readonly problem: 'ended-in-unknown-word'}
  | {readonly verdict: 'error'; readonly problem: 'no-state'}
  | {readonly verdict: 'error'; readonly problem: 'contradiction'; readonly contradictions: readonly Message[]}
  | {readonly verdict: 'error'; readonly problem: 'open-subtasks'; readonly open: readonly Subtask[]};

/** What the workflow and the service say of when to poll again, and of what an answer proves. */
export interface Judging {
  readonly bounds: Bounds;
  readonly notFoundGraceMs: number;
  /** How long an end is doubted that came without a running state before it. */
  readonly settleMs: number;
  readonly endTimeMeansEnd: boolean;
  /** Whether the id names a thing and not a run, so that an answer from before the wait may show the run before. */
  readonly idNamesThing: boolean;
  /** Whether runs of the thing overlap, so that a running state may be that of the run before too. */
  readonly runsOverlap: boolean;
  readonly strictness: Strictness;
}

/** One poll: what came of it, and when (`sentMs` and `atMs` by the monotonic clock, `dateMs` since the epoch). */
export interface Polled {
  readonly sentMs: number;
  readonly atMs: number;
  readonly dateMs: number;
  readonly answer: Snapshot | RequestError;
}

/** All that the polls so far have shown. Times are of the monotonic clock, in milliseconds. */
export interface Memory {
  readonly startedMs: number;
  /** The last good answer about the task. */
  readonly seen?: Seen;
  /** As the task was last seen running, by an answer that nothing so far shows to be older than the wait. */
  readonly lastRunning?: Task | undefined;
  /** The last answer that showed it running. */
  readonly running?: (Made & {readonly task: Task}) | undefined;
  /** The latest date of the answers about the task that no cache kept from before the wait; infinite where one has none. */
  readonly newestDateMs?: number | undefined;
  /** The last answer that showed the task undoing its work. */
  readonly undoing?: Made | undefined;
  readonly pace?: Pace | undefined;
  /** When the service first said anything of the id. Grace and settle time are for what it says. */
  readonly firstAnsweredMs?: number | undefined;
  /** Why the last answers are no proof, and since when for this reason. */
  readonly doubtful?: {readonly doubt: Doubt; readonly sinceMs: number} | undefined;
  /** How many good answers in a row have shown an end in a word that no source names. */
  readonly unknownEnds: number;
  readonly unknownWords: readonly string[];
  readonly serverClock: ServerClock;
  /** Failures of one kind in a row, of those kinds that end the wait so. Others neither count nor interrupt. */
  readonly streak?: Streak | undefined;
  /**
   * Answers in a row that say that the resource is gone, which is expected. Failures that count in no streak neither count
   * nor interrupt.
   */
  readonly gone?: GoneStreak | undefined;
  /** How many failures in a row were transient or unreached; one that is repeated at once does not count. */
  readonly failures: number;
  /** Whether the last of these met a stale connection and is repeated at once. */
  readonly repeatsAtOnce: boolean;
  /** Since when nothing but pages instead of answers has come. */
  readonly onlyPagesSinceMs?: number | undefined;
}

interface Seen {
  readonly snapshot: Snapshot;
  readonly made: Made;
  readonly atMs: number;
  /** The task's. */
  readonly ageMs: number;
  readonly proof: Proof;
  /** Whether it was made before the wait, or before the last answer that showed the task running. */
  readonly isOld: boolean;
}

/** When an answer was made: by its headers, and by when it was asked for. */
interface Made extends Pick<Snapshot, 'serverDateMs' | 'cachedForMs'> {
  readonly sentAfterMs: number;
}

interface Streak {
  readonly kind: FailureKind;
  readonly length: number;
  readonly sinceMs: number;
}

interface GoneStreak {
  readonly length: number;
  readonly first: Made;
  readonly last: Made;
}

/** What the server's dates show of when the wait began, by the server's clock. */
interface ServerClock {
  readonly startMs: number;
  /** The last date, and the beginning that it shows. */
  readonly last?: {readonly dateMs: number; readonly startMs: number};
  /** Whether two dates in a row have advanced as the time did: a clock does, a kept answer and a wrong date do not. */
  readonly isConfirmed: boolean;
}

/** The present, with its random numbers, and what the pool knows of all tasks of the step. */
export interface Now {
  readonly ms: number;
  readonly random: Random;
  /** For how long the service's throttling holds all requests back. */
  readonly heldMs: number;
  /** Since when the host that failed last has not answered anybody. */
  readonly unreachedSinceMs?: number | undefined;
}

export type Decision =
  | {readonly ending: Ending}
  | {readonly pauseMs: number; readonly doubt?: Doubt | undefined; readonly cause?: RequestError | undefined};

/** How long a host that never answered, or an answer that is no proof and could be, is given. */
const patienceMs = minuteMs;
/** How many answers of one kind in a row are final, where a single one can be a passing fault. */
const finalStreak = 3;
/** A gateway that reloads its configuration takes some seconds. */
const finalAfterMs = 30 * secondMs;
const onlyPagesMs = 5 * minuteMs;

export function beginning(startedMs: number): Memory {
  return {
    startedMs,
    unknownEnds: 0,
    unknownWords: [],
    serverClock: {startMs: Number.NEGATIVE_INFINITY, isConfirmed: false},
    failures: 0,
    repeatsAtOnce: false
  };
}

/** What is known after one more poll. */
export function remember(before: Memory, polled: Polled, judging: Judging): Memory {
  const {answer} = polled;
  return answer instanceof RequestError
    ? rememberFailure(before, answer.failure, polled, judging)
    : rememberSnapshot(before, answer, polled, judging);
}

/** Whether the wait ends after the answer remembered last, and else how long to pause. Pure, but for `random`. */
export function decide(memory: Memory, answer: Snapshot | RequestError, judging: Judging, now: Now): Decision {
  if (answer instanceof RequestError) return decideOnFailure(memory, answer, judging, now);
  if (answer.task.other !== undefined) {
    return {ending: {verdict: 'error', problem: 'other-task', answeredId: answer.task.other}};
  }
  return decideOnTask(memory, memory.seen as Seen, judging, now);
}

function rememberSnapshot(before: Memory, snapshot: Snapshot, polled: Polled, judging: Judging): Memory {
  const {task} = snapshot;
  const answered: Memory = {
    ...before,
    firstAnsweredMs: before.firstAnsweredMs ?? polled.sentMs,
    streak: undefined,
    gone: undefined,
    failures: 0,
    repeatsAtOnce: false,
    onlyPagesSinceMs: undefined
  };
  if (task.other !== undefined) return answered;
  const sinceStartMs = polled.atMs - before.startedMs;
  const {serverDateMs, cachedForMs} = snapshot;
  const serverClock = clockAfter(before.serverClock, serverDateMs, polled.sentMs - before.startedMs);
  const isOlder = (made: Made) => judging.idNamesThing && madeAfterMs(made, serverClock) < 0;
  const made = {serverDateMs, cachedForMs, sentAfterMs: polled.sentMs - before.startedMs};
  const isOld = isOlder(made) || isBefore(made, before.running, serverClock, judging);
  const isKeptFromBefore = (cachedForMs ?? 0) > made.sentAfterMs;
  const running = task.state === 'running' && !isOld ? {...made, task} : before.running;
  const ageMs = taskAgeMs(snapshot, polled.dateMs, sinceStartMs);
  const undoing = task.isUndoing === true && !isOld ? made : before.undoing;
  const proof = proofOf(task, judging.strictness, undoing !== undefined && !isOlder(undoing));
  const doubt = proof.kind === 'untold' || proof.kind === 'unproven' ? noProof(proof).problem : undefined;
  const endedInUnknownWord = task.state === 'unknown' && task.endMs !== undefined && judging.endTimeMeansEnd;
  return {
    ...answered,
    seen: {snapshot, made, atMs: polled.atMs, ageMs, proof, isOld},
    newestDateMs: isKeptFromBefore
      ? before.newestDateMs
      : Math.max(before.newestDateMs ?? Number.NEGATIVE_INFINITY, serverDateMs ?? Number.POSITIVE_INFINITY),
    running,
    lastRunning: running !== undefined && !isOlder(running) ? running.task : undefined,
    undoing,
    pace: paceAfter(before.pace, task.progress, ageMs),
    doubtful: doubt && (before.doubtful?.doubt === doubt ? before.doubtful : {doubt, sinceMs: polled.atMs}),
    unknownEnds: endedInUnknownWord ? before.unknownEnds + 1 : 0,
    unknownWords: withUnknownWord(before.unknownWords, task),
    serverClock
  };
}

/** Whether an end was made before the last answer that showed the task running: that was the end of another run. */
function isBefore(made: Made, running: Made | undefined, clock: ServerClock, {idNamesThing}: Judging): boolean {
  return idNamesThing && running !== undefined && madeAfterMs(made, clock) < madeAfterMs(running, clock);
}

/** How the wait ends where a task goes on to show an end, or no state, that is no proof. */
function noProof(
  proof: Extract<Proof, {kind: 'untold' | 'unproven'}>
): Extract<Ending, {problem: 'no-state' | 'contradiction' | 'open-subtasks'}> {
  if (proof.kind === 'untold') return {verdict: 'error', problem: 'no-state'};
  const {open, contradictions} = proof;
  return contradictions.length > 0
    ? {verdict: 'error', problem: 'contradiction', contradictions}
    : {verdict: 'error', problem: 'open-subtasks', open};
}

/** The words so far that no source names, each once. */
function withUnknownWord(words: readonly string[], {state, serviceStatus}: Task): readonly string[] {
  return state === 'unknown' && !words.includes(serviceStatus) ? [...words, serviceStatus] : words;
}

/** Two dates and the time between them, each in full seconds, and the way of two answers. */
const clockSlackMs = 2 * secondMs;

/**
 * With one more date. Where two in a row do not agree, the latest beginning that any has shown is the safe one, for kept
 * answers can have any date from before. `sentAfterMs`: of the request, for the date was made after it.
 */
function clockAfter(clock: ServerClock, dateMs: number | undefined, sentAfterMs: number): ServerClock {
  if (dateMs === undefined) return clock;
  const {last} = clock;
  const startMs = dateMs - sentAfterMs;
  const advances = last !== undefined && dateMs !== last.dateMs && Math.abs(startMs - last.startMs) <= clockSlackMs;
  return {
    startMs: Math.max(startMs, advances ? last.startMs : clock.startMs),
    last: {dateMs, startMs},
    isConfirmed: clock.isConfirmed || advances
  };
}

/**
 * When an answer was made, counted from the beginning of the wait: when it was asked for, less the time that a cache has
 * kept it, and no later than its date, which has full seconds, allows. Negative where it was made before the wait.
 */
function madeAfterMs(
  {serverDateMs = Number.POSITIVE_INFINITY, cachedForMs = 0, sentAfterMs}: Made,
  {startMs}: ServerClock
): number {
  return Math.min(sentAfterMs - cachedForMs, serverDateMs + secondMs - 1 - startMs);
}

/** By the start that the service states, so that a wait for an old task does not hurry; else by the beginning of the wait. */
function taskAgeMs({task, serverDateMs}: Snapshot, dateMs: number, sinceStartMs: number): number {
  const {startMs = Number.POSITIVE_INFINITY} = task;
  const clocksAgree = Math.abs(dateMs - (serverDateMs ?? dateMs)) <= minuteMs;
  return startMs <= dateMs && clocksAgree ? dateMs - startMs : sinceStartMs;
}

function rememberFailure(before: Memory, failure: RequestFailure, {sentMs}: Polled, judging: Judging): Memory {
  const {kind, party = 'service', serverDateMs} = failure;
  const isPage = isPageInPlaceOfAnswer(failure);
  // A page has the clock of whoever wrote it, and IAM another one than the service.
  const isOfService = party === 'service' && !failure.isPage;
  const memory = {
    ...before,
    // What brought nothing at all is no answer either.
    onlyPagesSinceMs: isPage
      ? (before.onlyPagesSinceMs ?? sentMs)
      : failure.status === undefined
        ? before.onlyPagesSinceMs
        : undefined,
    serverClock: isOfService
      ? clockAfter(before.serverClock, serverDateMs, sentMs - before.startedMs)
      : before.serverClock
  };
  const calmed = {...memory, failures: 0, repeatsAtOnce: false};
  if (countsInStreak(kind)) {
    const firstAnsweredMs = before.firstAnsweredMs ?? (kind === 'not-found' ? sentMs : undefined);
    return {
      ...calmed,
      firstAnsweredMs,
      streak: streakAfter(before.streak, kind, sentMs),
      gone: saysGone(failure, judging.strictness.expectation) ? goneAfter(memory, failure, sentMs) : undefined
    };
  }
  if (kind === 'throttled') return calmed;
  // Once in a row: the pool of connections is empty after it, so that a second one is no kept connection's fault.
  const repeatsAtOnce = failure.staleConnection === true && !before.repeatsAtOnce;
  return {...memory, repeatsAtOnce, failures: before.failures + (repeatsAtOnce ? 0 : 1)};
}

/**
 * One more answer that says that the resource is gone. None counts that was made before the wait, as later dates may
 * show, and a kept answer counts once.
 */
function goneAfter(
  {gone, startedMs, serverClock}: Memory,
  {serverDateMs, cachedForMs}: RequestFailure,
  sentMs: number
): GoneStreak | undefined {
  const made = {serverDateMs, cachedForMs, sentAfterMs: sentMs - startedMs};
  const after = (one: Made) => madeAfterMs(one, serverClock);
  if (after(made) < 0) return undefined;
  if (!gone || after(gone.first) < 0) return {length: 1, first: made, last: made};
  if (after(made) <= after(gone.last)) return gone;
  return {length: gone.length + 1, first: gone.first, last: made};
}

/** Whether the task was seen by an answer that was not made before the wait. */
function wasSeenInWait({newestDateMs, serverClock}: Memory): boolean {
  if (newestDateMs === undefined) return false;
  // By a single date nobody can tell a kept answer from a new one.
  const isDated = serverClock.isConfirmed || !Number.isFinite(newestDateMs);
  return isDated && madeAfterMs({serverDateMs: newestDateMs, sentAfterMs: 0}, serverClock) >= 0;
}

/** Whether enough answers, made over enough time, say that it is gone. */
function isProvenGone({serverClock}: Memory, {length, first, last}: GoneStreak): boolean {
  const overMs = madeAfterMs(last, serverClock) - madeAfterMs(first, serverClock);
  return length >= finalStreak && overMs >= finalAfterMs;
}

/** Kinds of failures that end the wait when several come in a row. */
function countsInStreak(kind: FailureKind): boolean {
  return kind === 'not-found' || kind === 'malformed' || kind === 'rejected' || kind === 'blocked';
}

/** Pages of other kinds have a patience of their own. */
function isPageInPlaceOfAnswer({kind, isPage}: RequestFailure): boolean {
  return kind === 'transient' && isPage === true;
}

function streakAfter(streak: Streak | undefined, kind: FailureKind, sentMs: number): Streak {
  return streak?.kind === kind ? {...streak, length: streak.length + 1} : {kind, length: 1, sinceMs: sentMs};
}

function decideOnTask(memory: Memory, {made, ageMs, proof, isOld}: Seen, judging: Judging, now: Now): Decision {
  const pauseMs = pauseWhileRunning(ageMs, judging.bounds, now.random, expectedEndAgeMs(memory.pace));
  if (memory.unknownEnds >= 2) return {ending: {verdict: 'error', problem: 'ended-in-unknown-word'}};
  switch (proof.kind) {
    case 'untold':
      return doubted(memory, now, unclearMs(memory, judging, now), noProof(proof));
    case 'unproven':
      return doubted(memory, now, pauseMs, noProof(proof));
    case 'running':
      return {pauseMs};
    default: {
      if (isOld) return {pauseMs, doubt: 'cached'};
      const leftMs = settleLeftMs(memory, made, judging);
      return leftMs > 0 ? {pauseMs: Math.min(pauseMs, leftMs), doubt: 'settling'} : {ending: endingOf(proof)};
    }
  }
}

function endingOf(proof: Extract<Proof, {kind: 'succeeded' | 'failed' | 'stopped'}>): Ending {
  return proof.kind === 'succeeded' ? {verdict: 'succeeded'} : {verdict: proof.kind, because: proof.because};
}

/** Polls again for a minute, for the doubt may pass. */
function doubted({doubtful}: Memory, now: Now, pauseMs: number, ending: ReturnType<typeof noProof>): Decision {
  const leftMs = (doubtful?.sinceMs ?? now.ms) + patienceMs - now.ms;
  return leftMs <= 0 ? {ending} : {pauseMs: Math.min(pauseMs, leftMs), doubt: ending.problem};
}

/** For how long an end may still be the one of the run before: not once this run was seen. A kept answer is as old as it was. */
function settleLeftMs(
  {lastRunning, firstAnsweredMs, startedMs, serverClock}: Memory,
  made: Made,
  {settleMs, runsOverlap}: Judging
): number {
  if (settleMs === 0) return 0;
  // An end without a date, where others have one, may have been made before the task was seen running.
  const isDated = made.serverDateMs !== undefined || serverClock.last === undefined;
  if (lastRunning !== undefined && !runsOverlap && isDated) return 0;
  const firstAfterMs = (firstAnsweredMs ?? startedMs) - startedMs;
  return settleMs - (madeAfterMs(made, serverClock) - firstAfterMs);
}

function sinceAnsweredMs({firstAnsweredMs}: Memory, {ms}: Now): number {
  return ms - (firstAnsweredMs ?? ms);
}

function decideOnFailure(memory: Memory, cause: RequestError, judging: Judging, now: Now): Decision {
  const ending = finalEnding(memory, cause, judging, now);
  if (ending) return {ending};
  return {pauseMs: lengthenedBy(cause.failure.retryAfterMs, pauseAfter(memory, cause.failure, judging, now)), cause};
}

/** The ending, where polling again after this failure would be of no use. */
function finalEnding(memory: Memory, cause: RequestError, judging: Judging, now: Now): Ending | undefined {
  const wasSeen = memory.seen !== undefined;
  const broken: Ending = {verdict: 'error', problem: 'request', cause};
  switch (cause.failure.kind) {
    case 'denied':
      return {verdict: 'denied', cause};
    case 'not-found': {
      if (wasSeenInWait(memory) && memory.gone) {
        return isProvenGone(memory, memory.gone) ? {verdict: 'succeeded', because: 'gone'} : undefined;
      }
      const isFinal = wasSeen
        ? isEnoughOverTime(memory.streak, now)
        : isEnough(memory.streak) && !mayStillAppear(memory, judging, now);
      return isFinal ? {verdict: 'not-found', cause} : undefined;
    }
    case 'malformed':
      return isEnoughOverTime(memory.streak, now) ? broken : undefined;
    case 'rejected':
    case 'blocked':
      // A refused user of the proxy can be locked. Else one bad connection says little where others were good.
      return !wasSeen || cause.failure.status === 407 || isEnoughOverTime(memory.streak, now) ? broken : undefined;
    case 'unreached':
      return now.ms - (now.unreachedSinceMs ?? now.ms) >= patienceMs ? broken : undefined;
    case 'transient':
      return isPageInPlaceOfAnswer(cause.failure) && isHopeless(memory, now)
        ? {verdict: 'error', problem: 'pages', cause}
        : undefined;
    case 'throttled':
      return undefined;
    default:
      return cause.failure.kind satisfies never;
  }
}

function isEnough(streak: Streak | undefined): streak is Streak {
  return streak !== undefined && streak.length >= finalStreak;
}

function isEnoughOverTime(streak: Streak | undefined, {ms}: Now): boolean {
  return isEnough(streak) && ms - streak.sinceMs >= finalAfterMs;
}

/** Grace: a task that was started a moment ago is not known everywhere yet. */
function mayStillAppear(memory: Memory, {notFoundGraceMs}: Judging, now: Now): boolean {
  return sinceAnsweredMs(memory, now) < notFoundGraceMs;
}

function isHopeless({onlyPagesSinceMs}: Memory, {ms}: Now): boolean {
  return ms - (onlyPagesSinceMs ?? ms) >= onlyPagesMs;
}

function pauseAfter(memory: Memory, {kind}: RequestFailure, judging: Judging, now: Now): number {
  if (countsInStreak(kind)) return unclearMs(memory, judging, now);
  if (kind === 'throttled') return Math.max(1, now.heldMs);
  if (memory.repeatsAtOnce) return 0;
  const unreachedLeftMs = (now.unreachedSinceMs ?? Number.POSITIVE_INFINITY) + patienceMs - now.ms;
  return Math.min(pauseAfterFailure(memory.failures, now.random), Math.max(1, unreachedLeftMs));
}

function unclearMs({startedMs}: Memory, {bounds}: Judging, now: Now): number {
  return pauseWhileUnclear(now.ms - startedMs, bounds, now.random);
}
