import {getEventListeners, setMaxListeners} from 'node:events';
import {describe, expect, it} from '@jest/globals';
import {type FailureKind, RequestError, type RequestFailure} from '../../src/errors.ts';
import {createPool, GivenUp, type Leases} from '../../src/polling/pool.ts';
import {fakeClock} from '../helpers/fake-clock.ts';

const never = new AbortController().signal;
setMaxListeners(0, never);

function failure(kind: FailureKind, details: Partial<RequestFailure> = {}): RequestError {
  return new RequestError(`${kind} failure`, {kind, ...details});
}

/** Lets everything go on that needs no time. */
async function soon(): Promise<void> {
  for (let count = 0; count < 10; count += 1) await null;
}

/** Lets time go on until nobody sleeps any more. */
async function idle(): Promise<void> {
  for (let count = 0; count < 50; count += 1) await new Promise(resolve => setImmediate(resolve));
}

type Outcome = RequestError | 'answered' | 'aborted';

/** Somebody who waits for a lease, and what has come of it. */
interface Asking {
  got: 'nothing yet' | 'turn' | 'aborted' | 'closed' | RequestError;
  /** Ends the poll, so that the lease is released. */
  end(outcome: Outcome): Promise<void>;
}

function ask(seat: Leases, {dueMs = 0, signal = never} = {}): Asking {
  const asking: Asking = {
    got: 'nothing yet',
    end: () => {
      throw new Error('there is no turn');
    }
  };
  const poll = () =>
    new Promise<Outcome>(resolve => {
      asking.got = 'turn';
      asking.end = outcome => {
        resolve(outcome);
        return soon();
      };
    });
  seat.run(dueMs, signal, poll).then(came => {
    if (asking.got === 'nothing yet')
      asking.got = came instanceof GivenUp ? (came.cause ?? 'closed') : (came as 'aborted');
  });
  return asking;
}

function start({deadlineMs = 3_600_000, closesAtMs = Number.POSITIVE_INFINITY, seats = 6} = {}) {
  const clock = fakeClock();
  const pool = createPool({clock, random: () => 0.5, deadlineMs, closesAtMs});
  const joined = Array.from({length: seats}, () => pool.join());
  const [first = pool.join(), second = pool.join(), third = pool.join()] = joined;
  return {clock, pool, seats: joined, first, second, third};
}

/** A pool whose credentials were accepted. */
async function startAccepted(options: Parameters<typeof start>[0] = {}) {
  const started = start(options);
  const asking = ask(started.first);
  await soon();
  await asking.end('answered');
  return started;
}

const outcomesOf = (asking: readonly Asking[]) => asking.map(({got}) => got);

describe('the pool', () => {
  it('lets the first task ask alone until its credentials are accepted, and then four at once', async () => {
    const {seats} = start();
    const asking = [...seats].reverse().map(seat => ask(seat));
    await soon();
    expect(outcomesOf(asking)).toEqual([...Array(5).fill('nothing yet'), 'turn']);
    await asking[5]?.end('answered');
    await soon();
    expect(outcomesOf(asking)).toEqual(['turn', 'turn', 'turn', 'turn', 'nothing yet', 'turn']);
    await asking[1]?.end('answered');
    await soon();
    expect(outcomesOf(asking)).toEqual(Array(6).fill('turn'));
  });

  it.each<[FailureKind, boolean]>([
    ['not-found', true],
    ['rejected', true],
    ['malformed', true],
    ['transient', false],
    ['unreached', false],
    ['denied', false]
  ])('takes a failure of the kind %s for acceptance of the credentials: %s', async (kind, accepts) => {
    const {first, second, third} = start();
    const asked = ask(first);
    const others = [ask(second), ask(third)];
    await soon();
    await asked.end(failure(kind));
    await soon();
    expect(outcomesOf(others)).toEqual(Array(2).fill(accepts ? 'turn' : 'nothing yet'));
  });

  it('takes an aborted request for nothing', async () => {
    const {first, second} = start();
    const asked = ask(first);
    const other = ask(second);
    await soon();
    await asked.end('aborted');
    await soon();
    expect(other.got).toBe('nothing yet');
    const again = ask(first);
    await soon();
    expect(again.got).toBe('turn');
  });

  it('once accepted keeps asking for several, whatever comes', async () => {
    const {first, second, third} = await startAccepted();
    const asked = ask(first);
    await soon();
    await asked.end(failure('transient'));
    const others = [ask(second), ask(third)];
    await soon();
    expect(outcomesOf(others)).toEqual(['turn', 'turn']);
  });

  it('gives turns in the order in which the looks were due, and of those due at once in that of asking', async () => {
    const {seats, clock} = await startAccepted();
    const holders = seats.slice(0, 4).map(seat => ask(seat));
    const order: string[] = [];
    const wait = (name: string, seat: Leases | undefined, dueMs: number) =>
      seat?.run(dueMs, never, async () => {
        order.push(name);
        return 'answered';
      });
    wait('b', seats[4], 20);
    wait('c', seats[5], 20);
    wait('a', seats[4], 10);
    wait('e', seats[5], 30);
    wait('d', seats[4], 20);
    await soon();
    expect(order).toEqual([]);
    await holders[0]?.end('answered');
    await soon();
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(clock.now()).toBe(0);
  });

  it('tells at once that the signal has aborted, also while a task waits', async () => {
    const {first, second, third} = start();
    ask(first);
    const controller = new AbortController();
    const waiting = ask(second, {signal: controller.signal});
    const other = ask(third);
    await soon();
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();
    await soon();
    expect(outcomesOf([waiting, other])).toEqual(['aborted', 'nothing yet']);
    const late = ask(second, {signal: controller.signal});
    await soon();
    expect(late.got).toBe('aborted');
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('gives no turn to a task that was aborted while it waited', async () => {
    const {seats} = await startAccepted();
    const holders = seats.slice(0, 4).map(seat => ask(seat));
    const controller = new AbortController();
    const [gone, stays] = seats
      .slice(4)
      .map((seat, index) => ask(seat, index === 0 ? {signal: controller.signal} : {}));
    await soon();
    controller.abort();
    await holders[0]?.end('answered');
    await soon();
    expect([gone?.got, stays?.got]).toEqual(['aborted', 'turn']);
  });

  it('takes back no lease from those who were aborted before they had one', async () => {
    const {seats, first} = await startAccepted();
    const [early, late] = [new AbortController(), new AbortController()];
    early.abort();
    const gone = ask(first, {signal: early.signal});
    const holders = seats.slice(0, 4).map(seat => ask(seat));
    const waiting = [ask(first, {signal: late.signal}), ...seats.slice(4).map(seat => ask(seat))];
    await soon();
    late.abort();
    await soon();
    expect(outcomesOf([gone, ...holders, ...waiting])).toEqual([
      'aborted',
      ...Array(4).fill('turn'),
      'aborted',
      'nothing yet',
      'nothing yet'
    ]);
  });

  it('does not listen to a signal any more after the turn has come', async () => {
    const {first} = start();
    const controller = new AbortController();
    ask(first, {signal: controller.signal});
    await soon();
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('gets its lease back from a poll that a bug broke off, as from one that was aborted', async () => {
    const {first, second} = start();
    await expect(first.run(0, never, () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    const broken = () => {
      throw new TypeError('a bug');
    };
    await expect(first.run(0, never, broken)).rejects.toThrow('a bug');
    const [again, other] = [ask(first), ask(second)];
    await soon();
    expect(outcomesOf([again, other])).toEqual(['turn', 'nothing yet']);
  });

  it('gets its lease back where the step was told to stop meanwhile', async () => {
    const {first} = start();
    const controller = new AbortController();
    const polled: string[] = [];
    const run = first.run(0, controller.signal, async () => polled.push('polled'));
    controller.abort();
    expect(await run).toBe('aborted');
    expect(polled).toEqual([]);
    const again = ask(first);
    await soon();
    expect(again.got).toBe('turn');
  });

  it.each<FailureKind>(['denied', 'blocked'])(
    'lets nobody ask between an answer of the kind %s and the end of the task that met it',
    async kind => {
      const {first, second, third} = await startAccepted();
      const holders = [ask(first), ask(second), ask(third), ask(first)];
      const waiting = ask(second);
      await soon();
      await holders[0]?.end(failure(kind));
      await soon();
      expect(waiting.got).toBe('nothing yet');
      first.leave();
      await soon();
      expect(waiting.got).toBe('turn');
    }
  );

  it('passes the first place on when its task leaves', async () => {
    const {first, second, third} = start();
    const asking = [ask(third), ask(second)];
    await soon();
    expect(outcomesOf(asking)).toEqual(['nothing yet', 'nothing yet']);
    first.leave();
    await soon();
    expect(outcomesOf(asking)).toEqual(['nothing yet', 'turn']);
  });

  it('lets nobody ask at the deadline beside the first request, where nothing was accepted yet', async () => {
    const {first, second, third, clock} = start({deadlineMs: 20_000});
    ask(first);
    const asking = [ask(second), ask(third)];
    await soon();
    // The first one's request takes as long as that.
    await idle();
    expect(outcomesOf(asking)).toEqual(['nothing yet', 'nothing yet']);
    expect(clock.now()).toBe(20_000);
  });

  it('wakes those at the deadline who wait for the first task', async () => {
    const {second, third, clock} = start({deadlineMs: 20_000});
    const asking = [ask(second), ask(third)];
    await soon();
    expect(outcomesOf(asking)).toEqual(['nothing yet', 'nothing yet']);
    await idle();
    expect(outcomesOf(asking)).toEqual(['turn', 'nothing yet']);
    expect(clock.now()).toBe(20_000);
    await asking[0]?.end(failure('transient'));
    await soon();
    expect(asking[1]?.got).toBe('turn');
  });

  it('lets the others ask too, one at a time, where the first one has got no answer for half a minute', async () => {
    const {first, second, third, clock} = start();
    const asked = ask(first);
    const asking = [ask(second), ask(third)];
    await soon();
    await asked.end(failure('transient'));
    expect(outcomesOf(asking)).toEqual(['nothing yet', 'nothing yet']);
    await idle();
    expect(clock.sleeps[0]).toBe(30_000);
    expect(outcomesOf(asking)).toEqual(['turn', 'nothing yet']);
  });

  it('counts the half minutes from when the wait began', async () => {
    const clock = fakeClock();
    clock.advance(45_000);
    const pool = createPool({clock, random: () => 0.5, deadlineMs: 600_000, closesAtMs: 660_000});
    const seats = Array.from({length: 7}, () => pool.join());
    clock.advance(1000);
    const asking = seats.map(seat => ask(seat));
    await soon();
    expect(outcomesOf(asking)).toEqual(['turn', ...Array(6).fill('nothing yet')]);
  });

  it('sends nothing more from the time on at which it closes', async () => {
    const {first, second, clock} = start({deadlineMs: 10_000, closesAtMs: 15_000});
    const asked = ask(first);
    await soon();
    await asked.end('answered');
    const late = [ask(first), ask(second), ask(first), ask(second)];
    const waiting = [ask(first), ask(second)];
    await soon();
    clock.advance(15_000);
    await late[0]?.end('answered');
    await soon();
    expect(outcomesOf(waiting)).toEqual(['closed', 'closed']);
  });

  it('sleeps no longer when there is nobody left to wake', async () => {
    const {first, second, clock} = start({deadlineMs: 60_000});
    const waiting = ask(second);
    await soon();
    expect(clock.sleeps).toEqual([30_000]);
    const asked = ask(first);
    await soon();
    await asked.end('answered');
    await soon();
    expect(waiting.got).toBe('turn');
    await idle();
    expect(clock.now()).toBe(0);
  });

  it('does not sleep where all that wait may ask, or after the deadline', async () => {
    const accepted = await startAccepted();
    for (const seat of accepted.seats) ask(seat);
    const late = start({deadlineMs: 0});
    for (const seat of late.seats) ask(seat);
    await soon();
    expect(accepted.clock.sleeps).toEqual([]);
    expect(late.clock.sleeps).toEqual([]);
  });

  it('holds requests back while the service throttles', async () => {
    const {first, second, third, clock} = await startAccepted();
    const asked = ask(first);
    await soon();
    clock.advance(1000);
    await asked.end(failure('throttled', {retryAfterMs: 20_000}));
    expect(second.heldMs()).toBe(20_000);
    const asking = [ask(second), ask(third)];
    await soon();
    expect(outcomesOf(asking)).toEqual(['nothing yet', 'nothing yet']);
    expect(clock.sleeps.at(-1)).toBe(20_000);
    await idle();
    expect(outcomesOf(asking)).toEqual(['turn', 'turn']);
    expect(clock.now()).toBe(21_000);
  });

  it('does not take an answer in flight with a throttled one for the end of the throttling', async () => {
    const {first, second, clock} = await startAccepted();
    const [throttled, good] = [ask(first), ask(second)];
    await soon();
    clock.advance(1000);
    await throttled.end(failure('throttled', {retryAfterMs: 20_000}));
    clock.advance(1000);
    await good.end('answered');
    expect(first.heldMs()).toBe(19_000);
    clock.advance(19_000);
    const later = ask(first);
    await soon();
    clock.advance(500);
    await later.end(failure('transient'));
    expect(first.heldMs()).toBe(0);
  });

  it('lifts the throttling with a good answer alone', async () => {
    const pauseAfter = async (outcome: 'answered' | 'aborted' | RequestError) => {
      const {first, clock} = await startAccepted();
      for (const each of [failure('throttled'), outcome, failure('throttled')]) {
        const asked = ask(first);
        await idle();
        clock.advance(100);
        await asked.end(each);
      }
      return first.heldMs();
    };
    expect(await pauseAfter('answered')).toBe(5000);
    expect(await pauseAfter('aborted')).toBe(10_000);
    expect(await pauseAfter(failure('transient'))).toBe(10_000);
  });

  it('lets each task ask at the deadline also while the service throttles', async () => {
    const {first, second, clock} = await startAccepted({deadlineMs: 10_000});
    const asked = ask(first);
    await soon();
    await asked.end(failure('throttled', {retryAfterMs: 60_000}));
    const waiting = ask(second);
    await idle();
    expect(waiting.got).toBe('turn');
    expect(clock.now()).toBe(10_000);
  });
});

describe('a host that does not answer', () => {
  it('is told since when, until somebody answers', async () => {
    const {first, second, clock} = start();
    expect(second.unreachedSinceMs()).toBeUndefined();
    const outcome = async (end: 'answered' | 'aborted' | RequestError) => {
      const asked = ask(first);
      await soon();
      clock.advance(1000);
      await asked.end(end);
      return second.unreachedSinceMs();
    };
    expect(await outcome(failure('unreached', {party: 'iam'}))).toBe(0);
    expect(await outcome(failure('unreached', {party: 'iam'}))).toBe(0);
    expect(await outcome('aborted')).toBe(0);
    expect(await outcome(failure('unreached', {party: 'sts'}))).toBe(3000);
    expect(await outcome(failure('transient'))).toBeUndefined();
    expect(await outcome(failure('unreached'))).toBe(5000);
    expect(await outcome('answered')).toBeUndefined();
  });
});

describe('after the deadline', () => {
  /** What a task that has waited gets after these outcomes of others. */
  async function afterOutcomes(outcomes: readonly ('answered' | 'aborted' | RequestError)[], atMs = 60_000) {
    const {first, seats, clock} = await startAccepted({deadlineMs: 60_000, seats: 5});
    clock.advance(atMs);
    const holders = seats.slice(0, 4).map(seat => ask(seat));
    await soon();
    const waiting = Array.from({length: outcomes.length}, () => ask(first, {dueMs: 1}));
    const last = [ask(first, {dueMs: 2}), ask(first, {dueMs: 3})];
    await soon();
    for (const [index, outcome] of outcomes.entries()) {
      await [...holders, ...waiting][index]?.end(outcome);
      await soon();
    }
    return last.map(({got}) => got);
  }

  const silent = failure('transient', {status: 504});

  it('four failures in a row end the wait of all', async () => {
    expect(await afterOutcomes([silent, silent, silent])).toEqual(['nothing yet', 'nothing yet']);
    expect(await afterOutcomes([silent, silent, silent, silent])).toEqual([silent, silent]);
    expect(await afterOutcomes([silent, silent, silent, silent], 59_999)).toEqual(['nothing yet', 'nothing yet']);
  });

  it('each poll tells what it met, also the one that ends the wait of all', async () => {
    const {seats, clock} = await startAccepted({deadlineMs: 60_000, seats: 9});
    clock.advance(60_000);
    const runs = seats.map(seat => seat.run(0, never, async () => silent));
    // Each of the first three that fail lets another one in.
    expect(await Promise.all(runs)).toEqual([...Array(7).fill(silent), new GivenUp(silent), new GivenUp(silent)]);
  });

  it.each<[FailureKind, boolean]>([
    ['not-found', false],
    ['rejected', false],
    ['malformed', false],
    ['denied', false],
    ['unreached', true],
    ['throttled', true]
  ])('an answer of the kind %s is one of them: %s', async (kind, isOne) => {
    const end = isOne ? silent : 'nothing yet';
    expect(await afterOutcomes([silent, failure(kind), silent, silent])).toEqual([end, end]);
  });

  it('they count from the last answer on', async () => {
    expect(await afterOutcomes([silent, 'answered', silent, silent, silent])).toEqual(['nothing yet', 'nothing yet']);
    expect(await afterOutcomes([silent, 'answered', silent, silent, silent, silent])).toEqual([silent, silent]);
    expect(await afterOutcomes([silent, 'aborted', silent, silent, silent])).toEqual([silent, silent]);
  });
});
