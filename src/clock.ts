import {setTimeout as delay} from 'node:timers/promises';

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
