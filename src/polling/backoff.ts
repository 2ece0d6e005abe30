import {secondMs} from '../duration.ts';

/** The shortest and the longest pause between two polls. */
export interface Bounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/** From 0 to 1, without 1. */
export type Random = () => number;

/**
 * Spreads polls of parallel waits: 0.9 to 1.1 times the pause. No pause is over the bound, so more would only shorten some,
 * which costs polls.
 */
function jitter(ms: number, random: Random): number {
  return ms * (0.9 + 0.2 * random());
}

function clamp(ms: number, {minMs, maxMs}: Bounds): number {
  return Math.min(Math.max(ms, minMs), maxMs);
}

/**
 * A tenth of the task's age, within the bounds: an end is seen late by about a tenth of what it took. Where an end is
 * expected, half of the time until then, and at most a fifth of the age; after it, half of the time since then, and at most
 * a tenth.
 */
export function pauseWhileRunning(ageMs: number, bounds: Bounds, random: Random, endAgeMs?: number): number {
  const usualMs = ageMs * 0.1;
  const leftMs = endAgeMs === undefined ? undefined : endAgeMs - ageMs;
  const pauseMs = leftMs === undefined ? usualMs : Math.min(leftMs > 0 ? 2 * usualMs : usualMs, Math.abs(leftMs) / 2);
  return clamp(jitter(clamp(pauseMs, bounds), random), bounds);
}

/** What the polls so far show of how fast a task goes on. Ages are the task's, in milliseconds. */
export interface Pace {
  /** Where the progress was first seen. */
  readonly from: {readonly percent: number; readonly ageMs: number};
  readonly percent: number;
  /** When it came to this percentage: between the last poll that saw another one and the first that saw this. */
  readonly sinceAgeMs: number;
  readonly polledAgeMs: number;
}

/** The pace after one more poll. A progress that falls behind its beginning begins anew. */
export function paceAfter(pace: Pace | undefined, percent: number | undefined, ageMs: number): Pace | undefined {
  if (percent === undefined) return undefined;
  if (pace === undefined || percent < pace.from.percent) {
    return {from: {percent, ageMs}, percent, sinceAgeMs: ageMs, polledAgeMs: ageMs};
  }
  const sinceAgeMs = percent === pace.percent ? pace.sinceAgeMs : (pace.polledAgeMs + ageMs) / 2;
  return {from: pace.from, percent, sinceAgeMs, polledAgeMs: ageMs};
}

/** How old the task will be at its end, if it goes on as it did. Nobody knows before its progress has moved. */
export function expectedEndAgeMs(pace: Pace | undefined): number | undefined {
  if (pace === undefined || pace.percent === pace.from.percent) return undefined;
  const msPerPercent = (pace.sinceAgeMs - pace.from.ageMs) / (pace.percent - pace.from.percent);
  return pace.sinceAgeMs + (100 - pace.percent) * msPerPercent;
}

/**
 * While nothing shows how far the task is (not found, malformed, rejected, blocked, an empty state): as for a task of at
 * most 50 seconds. `ageMs` is that of the wait.
 */
export function pauseWhileUnclear(ageMs: number, bounds: Bounds, random: Random): number {
  return pauseWhileRunning(Math.min(ageMs, 50 * secondMs), bounds, random);
}

/** After the nth failed request in a streak: 1 s, doubling to 15 s. */
export function pauseAfterFailure(failureStreak: number, random: Random): number {
  return jitter(Math.min(secondMs * 2 ** (failureStreak - 1), 15 * secondMs), random);
}

/** After the nth throttled answer in a streak, where nothing says how long: 5 s, doubling to 60 s. */
export function pauseWhenThrottled(throttleStreak: number, random: Random): number {
  return jitter(Math.min(5 * secondMs * 2 ** (throttleStreak - 1), 60 * secondMs), random);
}

/** No server makes a pause last for hours. */
export function capped(ms: number): number {
  return Math.min(ms, 300 * secondMs);
}

/** A server can only lengthen a pause. */
export function lengthenedBy(retryAfterMs: number | undefined, pauseMs: number): number {
  return Math.max(pauseMs, capped(retryAfterMs ?? 0));
}
