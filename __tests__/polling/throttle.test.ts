import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../../src/errors.ts';
import {createThrottle} from '../../src/polling/throttle.ts';
import {fakeClock} from '../helpers/fake-clock.ts';

const tooMany: RequestFailure = {kind: 'throttled'};
const quota = {limit: 10, windowMs: 60_000};

function start() {
  const clock = fakeClock();
  const throttle = createThrottle({clock, random: () => 0.5});
  /** One request that takes no time. */
  const ask = (outcome: 'good' | 'other' | RequestFailure) => {
    const sentMs = clock.now();
    throttle.sent();
    if (typeof outcome === 'object') throttle.throttled(outcome, sentMs);
    else throttle.answered(sentMs, outcome === 'good');
  };
  return {clock, throttle, ask};
}

describe('the throttle', () => {
  it('holds nothing back before the service has complained', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 1000; count += 1) ask('good');
    expect(throttle.opensAtMs()).toBe(clock.now());
  });

  it('holds until the oldest request leaves the window that the text tells', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 10; count += 1) {
      ask('good');
      clock.advance(1000);
    }
    ask({...tooMany, quota});
    expect(throttle.heldMs()).toBe(50_000);
    expect(throttle.opensAtMs()).toBe(60_000);
  });

  it('holds for the whole window where others have used the quota up', () => {
    const {throttle, ask} = start();
    ask('good');
    ask({...tooMany, quota});
    expect(throttle.heldMs()).toBe(60_000);
  });

  it('never asks more often than the quota allows, from then on', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 10; count += 1) ask('good');
    ask({...tooMany, quota});
    const askedAtMs: number[] = [];
    while (clock.now() < 600_000) {
      clock.advance(Math.max(0, throttle.opensAtMs() - clock.now()));
      askedAtMs.push(clock.now());
      ask('good');
    }
    const mostInAnyWindow = Math.max(
      ...askedAtMs.map(from => askedAtMs.filter(ms => ms >= from && ms < from + quota.windowMs).length)
    );
    expect(mostInAnyWindow).toBeLessThanOrEqual(quota.limit);
    // And makes use of most of it.
    expect(askedAtMs.length).toBeGreaterThan(9 * 9);
  });

  it('takes answers to requests that were in flight together for one', () => {
    const {clock, throttle} = start();
    const sentMs = clock.now();
    for (let count = 0; count < 4; count += 1) throttle.sent();
    clock.advance(100);
    throttle.throttled(tooMany, sentMs);
    for (let count = 0; count < 2; count += 1) throttle.throttled(tooMany, sentMs);
    // Nor does a good one among them lift the hold.
    throttle.answered(sentMs, true);
    expect(throttle.heldMs()).toBe(5000);
  });

  it('doubles the hold where nothing tells how long, until a good answer', () => {
    const {clock, throttle, ask} = start();
    const holds = [];
    for (let count = 0; count < 6; count += 1) {
      ask(tooMany);
      holds.push(throttle.heldMs());
      clock.advance(throttle.heldMs());
      ask('other');
    }
    expect(holds).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    ask('good');
    ask(tooMany);
    expect(throttle.heldMs()).toBe(5000);
  });

  it('lets Retry-After only lengthen the hold, and not by hours', () => {
    const {throttle, ask} = start();
    ask({...tooMany, retryAfterMs: 100});
    expect(throttle.heldMs()).toBe(5000);
    const other = start();
    other.ask({...tooMany, retryAfterMs: 86_400_000});
    expect(other.throttle.heldMs()).toBe(300_000);
  });

  it('is not held for hours by an answer that is no news, nor by a window of hours', () => {
    const {clock, throttle} = start();
    for (let count = 0; count < 2; count += 1) throttle.sent();
    clock.advance(100);
    throttle.throttled(tooMany, 0);
    throttle.throttled({...tooMany, retryAfterMs: 86_400_000}, 0);
    expect(throttle.heldMs()).toBe(300_000);
    const other = start();
    other.ask({...tooMany, quota: {limit: 10, windowMs: 86_400_000}});
    expect(other.throttle.heldMs()).toBe(300_000);
  });

  it('learns how fast it may ask where the service does not tell', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 30; count += 1) {
      ask('good');
      clock.advance(1000);
    }
    ask(tooMany);
    clock.advance(throttle.heldMs());
    ask('good');
    // 30 answers came through in 35 seconds.
    const fromMs = clock.now();
    let asked = 0;
    for (;;) {
      clock.advance(Math.max(0, throttle.opensAtMs() - clock.now()));
      if (clock.now() >= fromMs + 35_000) break;
      ask('good');
      asked += 1;
    }
    expect(asked).toBeGreaterThan(20);
    expect(asked).toBeLessThanOrEqual(30);
  });

  it('asks half as often when it is throttled below the quota, and slowly more again', () => {
    const {clock, throttle, ask} = start();
    ask('good');
    ask({...tooMany, quota});
    clock.advance(throttle.heldMs());
    const paceMs = () => {
      ask('good');
      return throttle.opensAtMs() - clock.now();
    };
    const afterwards = paceMs();
    clock.advance(10 * quota.windowMs);
    expect(afterwards).toBeGreaterThan(1.4 * paceMs());
  });

  it('leaves twice the even pace between requests after that, of a little less than the quota', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 8; count += 1) ask('good');
    clock.advance(30_000);
    ask('good');
    ask({...tooMany, quota});
    expect(throttle.heldMs()).toBe(60_000);
    clock.advance(60_000);
    ask('good');
    // Of 10 in a minute 9, whose even pace would be 6.7 s.
    expect(throttle.opensAtMs()).toBe(clock.now() + 60_000 / 9 / 2);
  });

  it('counts requests in flight among those of the window', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 8; count += 1) {
      ask('good');
      clock.advance(1000);
    }
    clock.advance(2000);
    for (let count = 0; count < 2; count += 1) throttle.sent();
    ask({...tooMany, quota});
    expect(throttle.heldMs()).toBe(50_000);
    clock.advance(50_000);
    // Nine may be in the window: two in flight, seven of the eight answered ones.
    expect(throttle.opensAtMs()).toBe(61_000);
  });

  it('lets the next one go where the window is not full', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 8; count += 1) ask('good');
    for (let count = 0; count < 2; count += 1) throttle.sent();
    throttle.throttled({...tooMany, quota}, 0);
    throttle.throttled(tooMany, 0);
    clock.advance(60_000);
    expect(throttle.opensAtMs()).toBe(60_000);
  });

  it('waits for an answer where as many as may be are in flight', () => {
    const {clock, throttle, ask} = start();
    ask('good');
    const sentMs = clock.now();
    for (let count = 0; count < 4; count += 1) throttle.sent();
    clock.advance(1000);
    throttle.throttled({...tooMany, quota: {limit: 3, windowMs: 30_000}}, sentMs);
    // The window, for when one of them is answered nobody knows.
    expect(throttle.heldMs()).toBe(30_000);
    throttle.answered(sentMs, false);
    clock.advance(30_000);
    expect(throttle.opensAtMs()).toBe(300_000);
    throttle.answered(sentMs, false);
    expect(throttle.opensAtMs()).toBeLessThan(300_000);
  });

  it('takes a header for the hold where there is one, and keeps to the quota all the same', () => {
    const {clock, throttle, ask} = start();
    for (let count = 0; count < 10; count += 1) ask('good');
    ask({...tooMany, quota, retryAfterMs: 20_000});
    expect(throttle.heldMs()).toBe(20_000);
    clock.advance(20_000);
    expect(throttle.heldMs()).toBe(0);
    expect(throttle.opensAtMs()).toBe(60_000);
  });

  it('holds for the rest of the window where it is told the same once more', () => {
    const {clock, throttle, ask} = start();
    clock.advance(5000);
    ask({...tooMany, quota});
    clock.advance(20_000);
    ask({...tooMany, quota});
    expect(throttle.heldMs()).toBe(40_000);
    clock.advance(40_000);
    ask({...tooMany, quota});
    expect(throttle.heldMs()).toBe(60_000);
  });

  it('lets a header lengthen the hold also in an answer that is no news', () => {
    const {clock, throttle} = start();
    const sentMs = clock.now();
    for (let count = 0; count < 3; count += 1) throttle.sent();
    clock.advance(100);
    throttle.throttled(tooMany, sentMs);
    throttle.throttled({...tooMany, retryAfterMs: 20_000}, sentMs);
    expect(throttle.heldMs()).toBe(20_000);
    throttle.throttled({...tooMany, retryAfterMs: 1000}, sentMs);
    expect(throttle.heldMs()).toBe(20_000);
  });

  it('takes a request of the same millisecond for one that was sent later', () => {
    const {throttle, ask} = start();
    ask(tooMany);
    ask(tooMany);
    expect(throttle.heldMs()).toBe(10_000);
    ask('good');
    expect(throttle.heldMs()).toBe(0);
  });

  describe('where it is throttled below the quota', () => {
    /** How many requests a window it allows itself after this. */
    const allowed = ({clock, throttle, ask}: ReturnType<typeof start>) => {
      ask('other');
      return Math.round(quota.windowMs / 2 / (throttle.opensAtMs() - clock.now()));
    };

    it('halves what it allows itself with each time', () => {
      const started = start();
      const limits = [];
      for (let count = 0; count < 5; count += 1) {
        started.ask({...tooMany, quota});
        started.clock.advance(60_000);
        limits.push(allowed(started));
        started.clock.advance(1);
      }
      // The hold takes a window, with which it allows itself an eighth of the quota more.
      expect(limits).toEqual([6, 4, 3, 2, 2]);
    });

    it('counts the requests of the last window alone', () => {
      const allowedAfter = (ms: number) => {
        const started = start();
        for (let count = 0; count < 9; count += 1) started.ask('good');
        started.clock.advance(ms);
        started.ask({...tooMany, quota});
        started.clock.advance(60_000);
        return allowed(started);
      };
      expect([allowedAfter(59_999), allowedAfter(60_000)]).toEqual([9, 6]);
    });

    it('counts what is in flight as well', () => {
      const started = start();
      for (let count = 0; count < 7; count += 1) started.ask('good');
      for (let count = 0; count < 2; count += 1) started.throttle.sent();
      started.ask({...tooMany, quota});
      for (let count = 0; count < 2; count += 1) started.throttle.answered(0, false);
      started.clock.advance(60_000);
      expect(allowed(started)).toBe(9);
    });

    it('allows itself an eighth of the quota more with each window, up to the whole', () => {
      const started = start();
      started.ask({...tooMany, quota});
      const limits = Array.from({length: 6}, () => {
        started.clock.advance(60_000);
        return allowed(started);
      });
      // A half and one eighth after the first window.
      expect(limits).toEqual([6, 7, 8, 9, 9, 9]);
    });

    it('begins anew with another quota', () => {
      const started = start();
      started.ask({...tooMany, quota});
      started.clock.advance(60_000);
      started.ask({...tooMany, quota: {limit: 40, windowMs: 60_000}});
      started.clock.advance(60_000);
      // A half and an eighth of 40.
      expect(allowed(started)).toBe(24);
    });
  });

  describe('where nothing tells the quota', () => {
    /** So many good answers, one each second, and then a throttled one and the first good one after it. */
    function throttledAfter(answers: number, started = start()) {
      for (let count = 0; count < answers; count += 1) {
        started.ask('good');
        started.clock.advance(1000);
      }
      started.ask(tooMany);
      started.clock.advance(started.throttle.heldMs());
      started.ask('good');
      return started;
    }
    const paceMs = ({clock, throttle, ask}: ReturnType<typeof start>) => {
      ask('other');
      return throttle.opensAtMs() - clock.now();
    };
    const paceOf = (answers: number, windowMs: number) => windowMs / Math.floor(answers * 0.98) / 2;

    it('learns from eleven answers and not from ten', () => {
      // The first good one after the throttling is one of them.
      expect(paceMs(throttledAfter(9))).toBe(0);
      const started = throttledAfter(10);
      started.clock.advance(9000);
      // Ten in 10 s and a hold of 5 s: the last one does not count, for with it the next window begins.
      expect(paceMs(started)).toBeCloseTo(paceOf(10, 15_000));
    });

    it('learns again with each throttling, from what came since the last one', () => {
      const started = start();
      started.clock.advance(7000);
      throttledAfter(20, started);
      started.ask('other');
      started.clock.advance(25_000);
      throttledAfter(40, started);
      started.clock.advance(60_000);
      // The one that lifted the throttling, another one, and 40, in silence of 25 s, 40 s and a hold of 5 s.
      expect(paceMs(started)).toBeCloseTo(paceOf(42, 70_000));
    });

    it('allows itself more with each window without throttling, and without an end', () => {
      const started = throttledAfter(20);
      started.clock.advance(30 * 25_000);
      expect(paceMs(started)).toBeCloseTo(paceOf(20 * (1 + 30 / 8), 25_000));
    });
  });
});
