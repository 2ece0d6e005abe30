import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../src/errors.ts';
import {createThrottle} from '../src/throttle.ts';
import {fakeClock} from './helpers/fake-clock.ts';

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
});
