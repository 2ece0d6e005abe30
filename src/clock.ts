import {setTimeout as delay} from 'node:timers/promises';
import {RequestError} from './errors.ts';

/** Time as the wait needs it, so that tests can run hours in no time. */
export interface Clock {
  /** Monotonic milliseconds, for durations and deadlines. */
  now(): number;
  /** Milliseconds since the epoch, for signatures and for comparing with the service's times. */
  date(): number;
  /** Resolves after `ms`, and early, without an error, when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, {signal}).catch(() => undefined)
};

/** Nobody reads it: without a reason, each signal makes an error with a stack of calls. */
const over = 'over';

/** What comes of the work, whose signal aborts when its time is over. */
export async function within<T>(
  limitMs: number,
  clock: Pick<Clock, 'sleep'>,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const own = new AbortController();
  const stop = () => own.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, {once: true});
  clock.sleep(Math.max(0, limitMs), own.signal).then(() => {
    if (!own.signal.aborted) own.abort(new RequestError(words => words.answer.tooLate, {kind: 'transient'}));
  });
  try {
    return await work(own.signal);
  } finally {
    own.abort(over);
    signal.removeEventListener('abort', stop);
  }
}
