import {setMaxListeners} from 'node:events';
import {secondMs} from '../duration.ts';
import {isOfCredentials} from '../errors.ts';
import {mapAll, type NonEmpty} from '../non-empty.ts';
import type {Ending} from './judge.ts';
import {type Observer, type Poll, type PollOptions, pollUntilDone, Stop, type WaitResult} from './poller.ts';
import {createPool} from './pool.ts';

/** One of the tasks of a step. */
export interface AwaitedTask {
  readonly poll: Poll;
  readonly observer: Observer;
}

export interface WaitOptions extends Omit<PollOptions, 'observer' | 'leases'> {
  /** Whether the first task that does not succeed ends the waits for the others. */
  readonly failFast: boolean;
  /** How long a request may take. */
  readonly requestTimeoutMs: number;
}

/** A request that met a stale connection at the deadline is repeated as soon as it has failed. */
const repeatMs = secondMs;

/** Waits for all tasks at the same time, and gives their results in the same order. */
export async function waitForAll<T extends AwaitedTask>(
  tasks: NonEmpty<T>,
  options: WaitOptions
): Promise<NonEmpty<{readonly task: T; readonly result: WaitResult}>> {
  const {judging, timeoutMs, failFast, requestTimeoutMs, clock, random} = options;
  const deadlineMs = clock.now() + timeoutMs;
  const pool = createPool({clock, random, deadlineMs, closesAtMs: deadlineMs + requestTimeoutMs + repeatMs});
  const others = new AbortController();
  const signal = AbortSignal.any([options.signal, others.signal]);
  // Every task listens to it, and a wait for many is no leak.
  setMaxListeners(Number.POSITIVE_INFINITY, signal);
  // All of them before the first one is polled: its place in the pool is the first.
  const joined = mapAll(tasks, task => ({task, leases: pool.join()}));
  try {
    return await Promise.all(
      mapAll(joined, async ({task, leases}) => {
        const {poll, observer} = task;
        const result = await pollUntilDone(poll, {judging, timeoutMs, clock, random, signal, observer, leases});
        const {ending} = result;
        if (meetsAll(ending)) others.abort(new Stop(ending));
        else if (failFast && ending.verdict !== 'succeeded') {
          others.abort(new Stop({verdict: 'unfinished', because: 'fail-fast'}));
        }
        leases.leave();
        return {task, result};
      })
    );
  } finally {
    others.abort(new Stop({verdict: 'cancelled'}));
  }
}

/**
 * Whether every other task would meet the same: bad credentials, which are not to be shown again and again, a wrong
 * host, or something that keeps all requests out.
 */
function meetsAll(ending: Ending): boolean {
  if (!('cause' in ending) || ending.cause === undefined) return false;
  const {failure} = ending.cause;
  const isOfService = (failure.party ?? 'service') === 'service';
  if (ending.verdict === 'denied') return !isOfService || isOfCredentials(failure);
  return ending.verdict === 'error' && (!isOfService || failure.kind === 'unreached' || failure.kind === 'blocked');
}

/**
 * Gives what comes of the work, beside which the companions run. They are told to stop when it is over. An error of one of
 * them ends the work too.
 */
export async function withCompanions<T>(
  companions: readonly ((signal: AbortSignal) => Promise<void>)[],
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const over = new AbortController();
  const underWay = companions.map(companion => companion(over.signal));
  try {
    const worked = work(AbortSignal.any([signal, over.signal]));
    return await Promise.race([worked, Promise.all(underWay).then(() => worked)]);
  } finally {
    over.abort();
    await Promise.allSettled(underWay);
  }
}
