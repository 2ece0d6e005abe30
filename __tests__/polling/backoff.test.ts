import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  expectedEndAgeMs,
  lengthenedBy,
  type Pace,
  paceAfter,
  pauseAfterFailure,
  pauseWhenThrottled,
  pauseWhileRunning,
  pauseWhileUnclear
} from '../../src/polling/backoff.ts';

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
        fc.option(fc.double({min: -1e12, max: 1e15, noNaN: true}), {nil: undefined}),
        (ageMs, chance, endAgeMs) => {
          const pauseMs = pauseWhileRunning(ageMs, bounds, () => chance, endAgeMs);
          expect(pauseMs).toBeGreaterThanOrEqual(bounds.minMs);
          expect(pauseMs).toBeLessThanOrEqual(bounds.maxMs);
        }
      )
    );
  });

  it('differs by a tenth either way, so that parallel waits spread', () => {
    expect(pauseWhileRunning(100_000, bounds, () => 0)).toBeCloseTo(9000, 6);
    expect(pauseWhileRunning(100_000, bounds, () => 0.999999)).toBeCloseTo(11_000, 0);
  });

  it.each([
    ['far off', 50, 1000, 10],
    ['near', 100, 112, 6],
    ['now', 100, 100, 2],
    ['just over', 100, 94, 3],
    ['long over', 50, 10, 5]
  ])('is half of the time to an end that is expected, or since then: %s', (_, ageS, endAgeS, pauseS) => {
    expect(pauseWhileRunning(ageS * 1000, bounds, middle, endAgeS * 1000)).toBeCloseTo(pauseS * 1000, 6);
  });

  it('grows to 5 s at most while it is unclear whether the task is there', () => {
    expect([0, 30_000, 50_000, 500_000].map(ageMs => pauseWhileUnclear(ageMs, bounds, middle))).toEqual([
      2000, 3000, 5000, 5000
    ]);
  });
});

describe('the end that a progress lets expect', () => {
  const expected = (looks: readonly (readonly [ageMs: number, percent: number | undefined])[]) =>
    expectedEndAgeMs(
      looks.reduce<Pace | undefined>((pace, [ageMs, percent]) => paceAfter(pace, percent, ageMs), undefined)
    );

  it.each<[string, readonly (readonly [number, number | undefined])[], number | undefined]>([
    ['is unknown without a progress', [[0, undefined]], undefined],
    [
      'is unknown before the progress has moved',
      [
        [0, 0],
        [50, 0]
      ],
      undefined
    ],
    [
      'is where the line meets 100 %',
      [
        [0, 0],
        [10, 10]
      ],
      5 + 90 * 0.5
    ],
    [
      'counts from the first look also where the progress moves late',
      [
        [0, 0],
        [10, 0],
        [20, 10]
      ],
      15 + 90 * 1.5
    ],
    [
      'stays while the percentage does',
      [
        [0, 0],
        [10, 10],
        [15, 10]
      ],
      5 + 90 * 0.5
    ],
    [
      'takes the middle between two looks for the change',
      [
        [0, 0],
        [10, 10],
        [20, 10],
        [30, 50]
      ],
      25 + 50 * 0.5
    ],
    [
      'counts from the first look, for a wait that joins late',
      [
        [600, 40],
        [640, 41],
        [720, 50]
      ],
      680 + 50 * 8
    ],
    [
      'is the moment that 100 % came',
      [
        [0, 0],
        [10, 50],
        [20, 100],
        [30, 100]
      ],
      15
    ],
    [
      'begins anew where the progress falls behind its beginning',
      [
        [0, 30],
        [10, 40],
        [20, 0]
      ],
      undefined
    ],
    [
      'is forgotten where the progress is no longer told',
      [
        [0, 0],
        [10, 10],
        [20, undefined]
      ],
      undefined
    ]
  ])('%s', (_, looks, endAgeMs) => {
    expect(expected(looks)).toBe(endAgeMs);
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
