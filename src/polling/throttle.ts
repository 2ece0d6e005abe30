import type {Clock} from '../clock.ts';
import type {Quota, RequestFailure} from '../errors.ts';
import {capped, lengthenedBy, pauseWhenThrottled, type Random} from './backoff.ts';

/**
 * How fast a service may be polled, learned from its answers. One for all tasks of a step, for the service
 * counts the requests of all of them together. All times are of the monotonic clock, in milliseconds.
 */
export interface Throttle {
  /** From when on the next request may go out. */
  opensAtMs(): number;
  /** For how long nothing may be sent because the last answers said so. */
  heldMs(): number;
  sent(): void;
  /** An answer to a request sent at that time, whatever it says, or none at all. */
  answered(sentAtMs: number, isGood: boolean): void;
  /** The same of an answer that says "too many requests". */
  throttled(failure: RequestFailure, sentAtMs: number): void;
}

/** Below what the service allows: its clock and ours do not count the same. */
const usedShare = 0.98;
/** After a pause, requests go out at twice the rate that would last: soon, and yet not all at once. */
const burst = 2;
/** Fewer answers say nothing about how many the service allows. */
const tellingAnswers = 10;
const keptTimes = 5000;

export function createThrottle({
  clock,
  random
}: {
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}): Throttle {
  let heldUntilMs = 0;
  let throttledAtMs = Number.NEGATIVE_INFINITY;
  let throttleStreak = 0;
  let inFlight = 0;
  let lastSentMs = Number.NEGATIVE_INFINITY;
  /** When each request that was not throttled was over, the oldest first: the service may have counted it. */
  const answeredAtMs: number[] = [];
  /** What came through since the last throttling was over, to learn a quota that the service does not state. */
  let sinceOpen = {atMs: clock.now(), answers: 0};
  let quota: (Quota & {readonly isStated: boolean}) | undefined;
  /** The part of the quota that others leave, when it was last throttled. */
  let share = 1;

  /** Grows by an eighth with each window without throttling; beyond the whole only where the quota is an estimate. */
  function currentLimit({limit, windowMs, isStated}: NonNullable<typeof quota>): number {
    const grown = share + Math.floor((clock.now() - throttledAtMs) / windowMs) / 8;
    return Math.max(1, Math.floor(limit * usedShare * (isStated ? Math.min(1, grown) : grown)));
  }

  /** When the oldest of the last `limit` requests leaves the window, so that another may come in. */
  function slotAtMs(limit: number, windowMs: number): number {
    const answers = limit - inFlight;
    if (answers <= 0) return Number.POSITIVE_INFINITY;
    const oldest = answeredAtMs.at(-answers);
    return oldest === undefined ? clock.now() : oldest + windowMs;
  }

  function learn(stated: Quota): void {
    const nowMs = clock.now();
    const used = answeredAtMs.filter(ms => ms > nowMs - stated.windowMs).length + inFlight;
    // Throttled below the limit: others send as well.
    const limit = quota?.isStated && quota.limit === stated.limit ? currentLimit(quota) : stated.limit;
    share = used < stated.limit * 0.9 ? Math.max(limit / stated.limit / 2, 1 / stated.limit) : 1;
    quota = {...stated, isStated: true};
  }

  /**
   * Without a `Retry-After`, until the window is over that the text states. Else doubling, and at least what the header
   * asks for.
   */
  function pauseMs({quota: stated, retryAfterMs}: RequestFailure): number {
    if (stated === undefined || retryAfterMs !== undefined) {
      return lengthenedBy(retryAfterMs, pauseWhenThrottled(throttleStreak, random));
    }
    const nowMs = clock.now();
    // The rest of a window in which the service has already said so.
    if (heldUntilMs > nowMs) return heldUntilMs - nowMs;
    // In the future only where the quota was used up by us; else by others, of whose requests we know nothing.
    const opensMs = slotAtMs(stated.limit, stated.windowMs);
    return capped(opensMs > nowMs && Number.isFinite(opensMs) ? opensMs - nowMs : stated.windowMs);
  }

  return {
    opensAtMs() {
      const nowMs = clock.now();
      if (heldUntilMs > nowMs) return heldUntilMs;
      if (quota === undefined) return nowMs;
      const limit = currentLimit(quota);
      const opensMs = Math.max(lastSentMs + quota.windowMs / limit / burst, slotAtMs(limit, quota.windowMs));
      return lastSentMs + capped(opensMs - lastSentMs);
    },

    heldMs: () => Math.max(0, heldUntilMs - clock.now()),

    sent() {
      inFlight += 1;
      lastSentMs = clock.now();
    },

    answered(sentAtMs, isGood) {
      const nowMs = clock.now();
      inFlight -= 1;
      answeredAtMs.push(nowMs);
      if (answeredAtMs.length > 2 * keptTimes) answeredAtMs.splice(0, keptTimes);
      sinceOpen.answers += 1;
      // What was in flight with a throttled request does not lift the throttling.
      if (!isGood || sentAtMs < throttledAtMs || throttleStreak === 0) return;
      if (!quota?.isStated && sinceOpen.answers > tellingAnswers) {
        quota = {limit: sinceOpen.answers - 1, windowMs: nowMs - sinceOpen.atMs, isStated: false};
        share = 1;
      }
      sinceOpen = {atMs: nowMs, answers: 1};
      throttleStreak = 0;
      heldUntilMs = 0;
    },

    throttled(failure, sentAtMs) {
      const nowMs = clock.now();
      inFlight -= 1;
      // Requests that were in flight together count as one.
      const isNews = sentAtMs >= throttledAtMs;
      if (isNews) {
        throttleStreak += 1;
        if (failure.quota) learn(failure.quota);
        heldUntilMs = nowMs + pauseMs(failure);
        throttledAtMs = nowMs;
      } else {
        heldUntilMs = Math.max(heldUntilMs, nowMs + capped(failure.retryAfterMs ?? 0));
      }
    }
  };
}
