import type {Clock} from '../clock.ts';
import {secondMs} from '../duration.ts';
import {type Party, RequestError, type RequestFailure, showsAcceptance} from '../errors.ts';
import type {Random} from './backoff.ts';
import {createThrottle} from './throttle.ts';

/**
 * No lease was given: the pool is closed, or after the deadline one request after the other failed, the last of them with
 * `cause`.
 */
export class GivenUp {
  readonly cause: RequestError | undefined;

  constructor(cause?: RequestError) {
    this.cause = cause;
  }
}

/** One task's part in the pool. */
export interface Leases {
  /**
   * Sends a poll as soon as it may go out, in the order of when the polls were due, and gives what came of it: anything
   * but a RequestError and `aborted` is an answer. `aborted` also as soon as the signal aborts while the poll waits.
   */
  run<T>(dueMs: number, signal: AbortSignal, poll: () => Promise<T>): Promise<T | GivenUp | 'aborted'>;
  /** For how long at most nothing may be sent, because the service throttles. */
  heldMs(): number;
  /** Since when the host that failed last has not answered anybody; `undefined` once it has. */
  unreachedSinceMs(): number | undefined;
  /** The task needs no leases any more. Serves others who have waited for what it finds out. */
  leave(): void;
}

/** What the tasks of one step share: requests in flight, throttling, and the patience with a host that never answers. */
export interface Pool {
  join(): Leases;
}

export interface PoolOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Monotonic milliseconds. Each task may be polled once more at it, throttled or not. */
  readonly deadlineMs: number;
  /** Monotonic milliseconds from which nothing more is sent. */
  readonly closesAtMs: number;
}

/** For how long one task alone finds out whether the credentials are good, before it is the turn of the next one. */
const aloneMs = 30 * secondMs;

const maxInFlight = 4;
/** So many failures in a row after the deadline, and the polls that are still to come are given up. */
const hopelessStreak = maxInFlight;

/** What has come of the wait for a lease; where it is one, when it began. */
type Grant = {readonly sentMs: number} | GivenUp | 'aborted';

interface Waiter {
  readonly leases: Leases;
  readonly dueMs: number;
  readonly resolve: (grant: Grant) => void;
}

export function createPool({clock, random, deadlineMs, closesAtMs}: PoolOptions): Pool {
  const startedMs = clock.now();
  const throttle = createThrottle({clock, random});
  const members = new Set<Leases>();
  let waiting: Waiter[] = [];
  let inFlight = 0;
  /** Bad credentials that are shown several times can lock their owner out: until they were accepted, one task alone is polled. */
  let isAccepted = false;
  let unreached: {readonly party: Party | undefined; readonly sinceMs: number} | undefined;
  let failuresAfterDeadline = 0;
  let alarm: AbortController | undefined;

  /** Whose turn it is to ask alone. */
  function turn(): number {
    return Math.floor((clock.now() - startedMs) / aloneMs);
  }

  /** The first in line that may be polled now. */
  function next(): number {
    if (isAccepted || clock.now() >= deadlineMs) return 0;
    const alone = [...members][turn() % members.size];
    return waiting.findIndex(({leases}) => leases === alone);
  }

  function start(): Grant {
    inFlight += 1;
    throttle.sent();
    return {sentMs: clock.now()};
  }

  function release(sentMs: number, outcome: unknown): void {
    inFlight -= 1;
    const failure = outcome instanceof RequestError ? outcome.failure : undefined;
    if (failure?.kind === 'throttled') throttle.throttled(failure, sentMs);
    else throttle.answered(sentMs, failure === undefined && outcome !== 'aborted');
    if (outcome !== 'aborted') {
      if (failure?.kind !== 'unreached') unreached = undefined;
      else if (!unreached || unreached.party !== failure.party) unreached = {party: failure.party, sinceMs: sentMs};
      isAccepted ||= failure === undefined || showsAcceptance(failure);
      const failed = outcome instanceof RequestError && !wasJudged(outcome.failure);
      failuresAfterDeadline = failed && clock.now() >= deadlineMs ? failuresAfterDeadline + 1 : 0;
      if (failed && failuresAfterDeadline >= hopelessStreak) giveUp(new GivenUp(outcome));
    }
    // A task that is denied or kept out ends now, and may end the others with it: none is polled before it has left.
    if (failure?.kind !== 'denied' && failure?.kind !== 'blocked') serve();
  }

  function giveUp(grant: GivenUp): void {
    const waiters = waiting;
    waiting = [];
    for (const {resolve} of waiters) resolve(grant);
  }

  function lease(leases: Leases, dueMs: number, signal: AbortSignal): Promise<Grant> {
    return new Promise(resolve => {
      if (signal.aborted) return resolve('aborted');
      const onAbort = () => {
        waiting = waiting.filter(other => other !== waiter);
        resolve('aborted');
        serve();
      };
      const waiter: Waiter = {
        leases,
        dueMs,
        resolve: grant => {
          signal.removeEventListener('abort', onAbort);
          resolve(grant);
        }
      };
      signal.addEventListener('abort', onAbort, {once: true});
      const after = waiting.findIndex(other => other.dueMs > dueMs);
      waiting.splice(after === -1 ? waiting.length : after, 0, waiter);
      serve();
    });
  }

  function serve(): void {
    alarm?.abort();
    alarm = undefined;
    if (clock.now() >= closesAtMs) {
      giveUp(new GivenUp());
      return;
    }
    while (inFlight < (isAccepted ? maxInFlight : 1)) {
      const index = next();
      const waiter = waiting[index];
      if (waiter === undefined) break;
      const opensAtMs = Math.min(throttle.opensAtMs(), deadlineMs);
      if (opensAtMs > clock.now()) {
        serveAt(opensAtMs);
        return;
      }
      waiting.splice(index, 1);
      waiter.resolve(start());
    }
    // Those that have to wait for the first one's credentials are polled at the deadline all the same.
    const othersAtMs = Math.min(startedMs + (turn() + 1) * aloneMs, deadlineMs);
    if (!isAccepted && waiting.length > 0 && clock.now() < othersAtMs) serveAt(othersAtMs);
  }

  function serveAt(ms: number): void {
    const own = new AbortController();
    alarm = own;
    clock.sleep(ms - clock.now(), own.signal).then(() => {
      if (!own.signal.aborted) serve();
    });
  }

  return {
    join() {
      const leases: Leases = {
        async run(dueMs, signal, poll) {
          const grant = await lease(leases, dueMs, signal);
          if (grant === 'aborted' || grant instanceof GivenUp) return grant;
          let outcome: Awaited<ReturnType<typeof poll>> | 'aborted' = 'aborted';
          try {
            if (!signal.aborted) outcome = await poll();
            return outcome;
          } finally {
            release(grant.sentMs, outcome);
          }
        },
        heldMs: throttle.heldMs,
        unreachedSinceMs: () => unreached?.sinceMs,
        leave: () => {
          members.delete(leases);
          serve();
        }
      };
      members.add(leases);
      return leases;
    }
  };
}

/** Whether the request came through and was judged: no outage, throttling, page or broken connection. */
function wasJudged(failure: RequestFailure): boolean {
  return showsAcceptance(failure) || failure.kind === 'denied';
}
