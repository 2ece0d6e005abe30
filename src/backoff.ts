/** How long to pause between two looks. All times in milliseconds; `random` gives 0 (inclusive) to 1 (exclusive). */
export interface Bounds {
  readonly minMs: number;
  readonly maxMs: number;
}

export type Random = () => number;

const second = 1000;

/** Spreads looks of parallel waits: 0.8 to 1.2 times the pause. */
function jitter(ms: number, random: Random): number {
  return ms * (0.8 + 0.4 * random());
}

function clamp(ms: number, {minMs, maxMs}: Bounds): number {
  return Math.min(Math.max(ms, minMs), maxMs);
}

/** A tenth of the task's age, within the bounds: an end is seen late by about a tenth of what it took. */
export function pauseWhileRunning(ageMs: number, bounds: Bounds, random: Random): number {
  return clamp(jitter(clamp(ageMs * 0.1, bounds), random), bounds);
}

/** Not found or malformed: soon again, like a task of at most 50 seconds. */
export function pauseWhileUnclear(ageMs: number, bounds: Bounds, random: Random): number {
  return pauseWhileRunning(Math.min(ageMs, 50 * second), bounds, random);
}

/** After the nth failed request in a row: 1 s, doubling to 15 s. */
export function pauseAfterFailure(failuresInARow: number, random: Random): number {
  return jitter(Math.min(second * 2 ** (failuresInARow - 1), 15 * second), random);
}

/** After the nth throttled answer in a row where nothing says how long: 5 s, doubling to 60 s. */
export function pauseWhenThrottled(throttledInARow: number, random: Random): number {
  return jitter(Math.min(5 * second * 2 ** (throttledInARow - 1), 60 * second), random);
}

/** A server can only lengthen a pause, and not by hours. */
export function lengthenedBy(retryAfterMs: number | undefined, pauseMs: number): number {
  return Math.max(pauseMs, Math.min(retryAfterMs ?? 0, 300 * second));
}
