import type {Clock} from '../clock.ts';
import {type Party, RequestError} from '../errors.ts';
import type {Task} from '../task.ts';
import type {Random} from './backoff.ts';
import {
  beginning,
  type Decision,
  type Doubt,
  decide,
  type Ending,
  type Judging,
  type Memory,
  remember,
  type Snapshot
} from './judge.ts';
import {GivenUp, type Leases} from './pool.ts';
import type {Proof, Verdict} from './verdict.ts';

/** Sends one poll, and calls `sent` for each request to the service. Rejects with a RequestError when no good answer came. */
export type Poll = (signal: AbortSignal, sent: () => void) => Promise<Snapshot>;

export interface PollOptions {
  readonly judging: Judging;
  /** 0 polls once. */
  readonly timeoutMs: number;
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

/** Learns what happens, while it happens. */
export interface Observer {
  polled(task: Task, doubt: Doubt | undefined, proof: Proof, answer?: Pick<Snapshot, 'httpStatus' | 'requestId'>): void;
  /** The pause until the next poll; 0 where there is none. */
  failed(error: RequestError, pauseMs: number): void;
  /** Once for each status that no source names. */
  unknownWord(word: string): void;
  /** The wait for this task is over. */
  ended(verdict: Verdict): void;
}

/** The last good answer, and how long before the end of the wait it came. */
export interface Sighting extends Snapshot {
  readonly beforeEndMs: number;
}

export interface WaitResult {
  readonly ending: Ending;
  readonly last?: Sighting | undefined;
  readonly polls: number;
  /** Sent to the service: none in a poll that got no credentials, several in one that renewed them. */
  readonly requests: number;
  readonly failedPolls: number;
  readonly throttledPolls: number;
  /** Of the failed polls, those whose answer was that the service does not know the id. */
  readonly notFoundPolls: number;
  /** The last of the failed polls, and when each was, in milliseconds since the epoch. */
  readonly failures: readonly {readonly error: RequestError; readonly dateMs: number}[];
  /** When the first of the failed polls was, in milliseconds since the epoch. */
  readonly firstFailedDateMs?: number | undefined;
  /** Of the last answer that had one, a good one or not. What answers in place of the service counts only until that does. */
  readonly requestId?: string | undefined;
  /** Who gave it; the service where it is absent. */
  readonly requestIdParty?: Party | undefined;
  /** The failure that it was; absent for a good answer. */
  readonly requestIdError?: RequestError | undefined;
  readonly elapsedMs: number;
  /** When the wait ended, in milliseconds since the epoch. */
  readonly endedDateMs: number;
  /** As it was last seen running; absent where it never was. */
  readonly lastRunning?: Task | undefined;
}

/** So many of the last failures are kept. */
const maxFailures = 5;

/** Why the last poll ended nothing. */
type Open = Pick<Exclude<Decision, {readonly ending: Ending}>, 'doubt' | 'cause'>;

/**
 * Polls until the task has ended, the limit has passed, the signal aborts, or polling again would be of no use. All of
 * these are values; it rejects only with what is not a RequestError.
 */
export async function pollUntilDone(poll: Poll, options: PollOptions): Promise<WaitResult> {
  const {judging, clock, random, signal, timeoutMs, observer, leases} = options;
  const startedMs = clock.now();
  const deadlineMs = startedMs + timeoutMs;
  const counts = {polls: 0, requests: 0, failedPolls: 0, throttledPolls: 0, notFoundPolls: 0};
  const failures: {error: RequestError; dateMs: number}[] = [];
  let firstFailedDateMs: number | undefined;
  let identified: Identified = {};
  let memory = beginning(startedMs);
  let open: Open = {};

  let dueMs = startedMs;
  for (let isLastPoll = false; ; ) {
    let sentMs = dueMs;
    const answer = await leases.run(dueMs, signal, () => {
      counts.polls += 1;
      sentMs = clock.now();
      return outcomeOf(poll(signal, countSent), signal);
    });
    if (answer === 'aborted') return end(endingBy(signal));
    if (answer instanceof GivenUp) {
      return end(outOfTime(answer.cause ? {cause: answer.cause} : open, memory, timeoutMs));
    }
    identified = identify(answer, identified);

    const before = memory;
    const atMs = clock.now();
    memory = remember(before, {sentMs, atMs, dateMs: clock.date(), answer}, judging);
    if (answer instanceof RequestError && !memory.repeatsAtOnce) countFailure(answer);
    const now = {ms: atMs, random, heldMs: leases.heldMs(), unreachedSinceMs: leases.unreachedSinceMs()};
    const decision = decide(memory, answer, judging, now);
    // The last poll begins at the limit or after it: an answer before it can be old, where the process stood still.
    const isOver = isLastPoll || sentMs >= deadlineMs;
    const leftMs = isOver ? 0 : Math.max(0, deadlineMs - atMs);
    const newWords = memory.unknownWords.slice(before.unknownWords.length);
    inform(observer, answer, newWords, memory.seen?.proof, decision, leftMs);
    if ('ending' in decision) return end(decision.ending);
    open = decision;
    // At once, also at the deadline: it was not the poll that failed.
    if (decision.pauseMs === 0) continue;
    if (isOver) return end(outOfTime(decision, memory, timeoutMs));

    const nowMs = clock.now();
    const remainingMs = deadlineMs - nowMs;
    // Never past the deadline: the last poll is at it, not before it.
    isLastPoll = decision.pauseMs >= remainingMs;
    const pauseMs = Math.max(0, Math.min(decision.pauseMs, remainingMs));
    // A poll that was throttled away stays due, before those of other tasks that have become due since.
    if (decision.cause?.failure.kind !== 'throttled') dueMs = nowMs + pauseMs;
    await clock.sleep(pauseMs, signal);
  }

  function countSent(): void {
    counts.requests += 1;
  }

  function countFailure(error: RequestError): void {
    const {failure} = error;
    const dateMs = clock.date();
    firstFailedDateMs ??= dateMs;
    failures.push({error, dateMs});
    if (failures.length > maxFailures) failures.shift();
    counts.failedPolls += 1;
    if (failure.kind === 'throttled') counts.throttledPolls += 1;
    if (failure.kind === 'not-found') counts.notFoundPolls += 1;
  }

  function end(ending: Ending): WaitResult {
    observer.ended(ending.verdict);
    const nowMs = clock.now();
    const {seen, lastRunning} = memory;
    const last = seen && {...seen.snapshot, beforeEndMs: nowMs - seen.atMs};
    const elapsedMs = nowMs - startedMs;
    const failed = {failures, firstFailedDateMs};
    return {ending, last, ...counts, ...failed, ...identified, elapsedMs, endedDateMs: clock.date(), lastRunning};
  }
}

type Identified = Pick<WaitResult, 'requestId' | 'requestIdParty' | 'requestIdError'>;

function identify(answer: Snapshot | RequestError, before: Identified): Identified {
  if (!(answer instanceof RequestError)) {
    const {requestId} = answer;
    return requestId === undefined ? before : {requestId};
  }
  const {requestId, party, isPage} = answer.failure;
  const isOfService = before.requestId !== undefined && !before.requestIdError?.failure.isPage;
  if (requestId === undefined || (isPage && isOfService)) return before;
  return {requestId, requestIdParty: party, requestIdError: answer};
}

/** Passes on what the last poll brought, after it was judged. */
function inform(
  observer: Observer,
  answer: Snapshot | RequestError,
  newWords: readonly string[],
  proof: Proof | undefined,
  decision: Decision,
  leftMs: number
): void {
  if (answer instanceof RequestError) {
    if ('pauseMs' in decision && decision.pauseMs > 0) observer.failed(answer, Math.min(decision.pauseMs, leftMs));
    return;
  }
  if (answer.task.other !== undefined || !proof) return;
  for (const word of newWords) observer.unknownWord(word);
  observer.polled(answer.task, 'doubt' in decision ? decision.doubt : undefined, proof, answer);
}

function endingBy({reason}: AbortSignal): Ending {
  return reason instanceof Stop ? reason.ending : {verdict: 'cancelled'};
}

/** The promise's outcome, or `aborted` as soon as the signal aborts, whatever the promise still does. */
async function outcomeOf(
  promise: Promise<Snapshot>,
  signal: AbortSignal
): Promise<Snapshot | RequestError | 'aborted'> {
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

function outOfTime({doubt, cause}: Open, {seen}: Memory, timeoutMs: number): Ending {
  if (cause !== undefined && seen === undefined) {
    if (cause.failure.kind === 'not-found') return {verdict: 'not-found', cause};
    if (cause.failure.kind === 'unreached') return {verdict: 'error', problem: 'request', cause};
  }
  // Given up before its only poll, nothing is known of it.
  const wasPolled = cause !== undefined || seen !== undefined;
  if (timeoutMs > 0 || !wasPolled) return {verdict: 'timed-out', doubt, cause};
  return cause === undefined
    ? {verdict: 'unfinished', because: 'polled-once', doubt}
    : {verdict: 'error', problem: 'request', cause};
}
