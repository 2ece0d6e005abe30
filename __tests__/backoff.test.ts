import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  lengthenedBy,
  pauseAfterFailure,
  pauseWhenThrottled,
  pauseWhileRunning,
  pauseWhileUnclear
} from '../src/backoff.ts';

const bounds = {minMs: 2000, maxMs: 15_000};
const middle = () => 0.5;

describe('the pause between two looks', () => {
  it.each([
    [0, 2000],
    [20_000, 2000],
    [50_000, 5000],
    [100_000, 10_000],
    [150_000, 15_000],
    [36_000_000, 15_000]
  ])('is a tenth of the age of %i ms, within the bounds: %i ms', (ageMs, pauseMs) => {
    expect(pauseWhileRunning(ageMs, bounds, middle)).toBeCloseTo(pauseMs, 6);
  });

  it('stays within the bounds at any age and chance', () => {
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 1e12, noNaN: true}),
        fc.double({min: 0, max: 0.999, noNaN: true}),
        (ageMs, chance) => {
          const pauseMs = pauseWhileRunning(ageMs, bounds, () => chance);
          expect(pauseMs).toBeGreaterThanOrEqual(bounds.minMs);
          expect(pauseMs).toBeLessThanOrEqual(bounds.maxMs);
        }
      )
    );
  });

  it('differs by a fifth either way, so that parallel waits spread', () => {
    expect(pauseWhileRunning(100_000, bounds, () => 0)).toBeCloseTo(8000, 6);
    expect(pauseWhileRunning(100_000, bounds, () => 0.999999)).toBeCloseTo(12_000, 0);
  });

  it('grows to 5 s at most while it is unclear whether the task is there', () => {
    expect([0, 30_000, 50_000, 500_000].map(ageMs => pauseWhileUnclear(ageMs, bounds, middle))).toEqual([
      2000, 3000, 5000, 5000
    ]);
  });
});

describe('the pause after a request that brought nothing', () => {
  it('doubles from 1 s to 15 s after failures', () => {
    expect([1, 2, 3, 4, 5, 6, 10_000].map(count => pauseAfterFailure(count, middle))).toEqual([
      1000, 2000, 4000, 8000, 15_000, 15_000, 15_000
    ]);
  });

  it('doubles from 5 s to 60 s when throttled', () => {
    expect([1, 2, 3, 4, 5, 10_000].map(count => pauseWhenThrottled(count, middle))).toEqual([
      5000, 10_000, 20_000, 40_000, 60_000, 60_000
    ]);
  });

  it.each([
    [undefined, 3000, 3000],
    [1000, 3000, 3000],
    [20_000, 3000, 20_000],
    [86_400_000, 3000, 300_000],
    [Number.MAX_VALUE, 3000, 300_000]
  ])(
    'is lengthened by Retry-After, never shortened, and not beyond 5 minutes (%p)',
    (retryAfterMs, pauseMs, expected) => {
      expect(lengthenedBy(retryAfterMs, pauseMs)).toBe(expected);
    }
  );
});
