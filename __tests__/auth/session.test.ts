import {describe, expect, it} from '@jest/globals';
import {createSession, type Issued, lifeOf, temporaryKeys} from '../../src/auth/session.ts';
import {type FailureKind, RequestError} from '../../src/errors.ts';
import {failureOf} from '../helpers/failure-of.ts';
import {fakeClock} from '../helpers/fake-clock.ts';

const signal = new AbortController().signal;
const lifeMs = 900_000;

/** A session whose tickets are numbered; `outcome` may replace an issue by a failure, or change its life. */
function stage(outcome: (count: number) => Error | number | undefined = () => lifeMs) {
  const clock = fakeClock();
  let issues = 0;
  const session = createSession(async () => {
    issues += 1;
    const result = outcome(issues);
    if (result instanceof Error) throw result;
    return {ticket: {kind: 'token', token: `T${issues}`}, lifeMs: result};
  }, clock);
  const current = async () => tokenOf(await session.current(signal));
  return {clock, session, current, issues: () => issues};
}

function tokenOf({ticket}: Issued): string {
  return ticket.kind === 'token' ? ticket.token : '';
}

function failure(kind: FailureKind): RequestError {
  return new RequestError(`${kind} failure`, {kind});
}

it('tells each of the temporary keys that came, also where one is missing', () => {
  const secrets: string[] = [];
  const names = {accessKey: 'a', secretKey: 's', securityToken: 't'};
  expect(() => temporaryKeys({s: ' SK ', t: 'ST'}, names, secret => secrets.push(secret))).toThrow('"a"');
  expect(secrets).toEqual(['SK', 'ST']);
});

it('knows a life where both times are there', () => {
  expect(lifeOf(5000, 2000)).toBe(3000);
  expect(lifeOf(undefined, 2000)).toBeUndefined();
  expect(lifeOf(5000, undefined)).toBeUndefined();
});

describe('a session', () => {
  it('issues nothing before it is asked', async () => {
    const {issues, current} = stage();
    expect(issues()).toBe(0);
    expect(await current()).toBe('T1');
  });

  it.each([
    [0, 'T1'],
    [lifeMs * 0.79, 'T1'],
    [lifeMs * 0.8, 'T2'],
    [lifeMs, 'T2'],
    [lifeMs * 100, 'T2']
  ])('after %i of 900000 ms has %s', async (passedMs, token) => {
    const {clock, current} = stage();
    await current();
    clock.advance(passedMs);
    expect(await current()).toBe(token);
  });

  it.each([undefined, 0, -1])('is never renewed by itself where its life is %p', async life => {
    const {clock, current} = stage(() => life);
    await current();
    expect(await current()).toBe('T1');
    clock.advance(1e12);
    expect(await current()).toBe('T1');
  });

  it('does not heed the system clock', async () => {
    const {clock, current} = stage();
    await current();
    clock.setDate(Date.UTC(2050, 0, 1));
    expect(await current()).toBe('T1');
  });

  it('issues once for all who ask at the same time', async () => {
    const {clock, current, issues} = stage();
    expect(await Promise.all([current(), current(), current()])).toEqual(['T1', 'T1', 'T1']);
    clock.advance(lifeMs);
    expect(await Promise.all([current(), current()])).toEqual(['T2', 'T2']);
    expect(issues()).toBe(2);
  });

  it.each<FailureKind>(['transient', 'unreached', 'throttled', 'malformed', 'rejected'])(
    'keeps the old ticket while a renewal fails (%s) and it is still good',
    async kind => {
      const {clock, current, issues} = stage(count => (count > 1 ? failure(kind) : lifeMs));
      await current();
      clock.advance(lifeMs * 0.8);
      for (let passedMs = lifeMs * 0.8; passedMs < lifeMs; passedMs += 1000) {
        expect(await current()).toBe('T1');
        clock.advance(1000);
      }
      // Tried some times, and not with each of the 180 requests.
      expect(issues()).toBeGreaterThan(3);
      expect(issues()).toBeLessThan(15);
      expect((await failureOf(current())).kind).toBe(kind);
    }
  );

  it('takes the new ticket as soon as a renewal works again', async () => {
    const {clock, current} = stage(count => (count === 2 ? failure('transient') : lifeMs));
    await current();
    clock.advance(lifeMs * 0.8);
    expect(await current()).toBe('T1');
    clock.advance(lifeMs * 0.1);
    expect(await current()).toBe('T3');
  });

  it.each<FailureKind>(['denied', 'blocked'])('is asked for once where that is %s at the start', async kind => {
    const {current, issues} = stage(() => failure(kind));
    const first = await failureOf(current());
    expect(first).toMatchObject({kind});
    expect(first).not.toHaveProperty('workedBefore');
    expect(await failureOf(current())).toEqual(first);
    expect(issues()).toBe(1);
  });

  it.each<FailureKind>(['denied', 'blocked'])(
    'is used up where its renewal is %s, and not asked for again',
    async kind => {
      const {clock, session, current, issues} = stage(count => (count > 1 ? failure(kind) : lifeMs));
      await current();
      for (const passedMs of [lifeMs * 0.8, lifeMs * 0.1, lifeMs * 0.1 - 1]) {
        clock.advance(passedMs);
        expect(await current()).toBe('T1');
      }
      expect(session.drop({keepsLast: true})).toBe(false);
      expect(await current()).toBe('T1');
      clock.advance(1);
      for (let count = 0; count < 2; count += 1) {
        expect(await failureOf(current())).toMatchObject({kind, ...(kind === 'denied' && {workedBefore: true})});
      }
      expect(issues()).toBe(2);
      expect(session.drop()).toBe(true);
    }
  );

  it('says of no passing failure that it worked before', async () => {
    const {clock, current} = stage(count => (count > 1 ? failure('transient') : lifeMs));
    await current();
    clock.advance(lifeMs);
    expect(await failureOf(current())).not.toHaveProperty('workedBefore');
  });

  it('asks again after a failure', async () => {
    const {current} = stage(count => (count === 1 ? failure('transient') : lifeMs));
    await failureOf(current());
    expect(await current()).toBe('T2');
  });

  it('passes on what is no failure of a request', async () => {
    const {clock, current} = stage(count => (count > 1 ? new TypeError('a bug') : lifeMs));
    await current();
    clock.advance(lifeMs * 0.9);
    await expect(current()).rejects.toThrow('a bug');
  });

  it('forgets a ticket that was refused, even where no other can be had', async () => {
    const {session, current} = stage(count => (count === 2 ? failure('transient') : lifeMs));
    const refused = await session.current(signal);
    expect(session.holds(refused)).toBe(true);
    expect(session.drop()).toBe(true);
    expect((await failureOf(current())).kind).toBe('transient');
    expect(await current()).toBe('T3');
  });

  it.each<FailureKind>(['transient', 'denied'])(
    'does not go back to a ticket that was refused during its renewal, which failed (%s)',
    async kind => {
      const {clock, session, current} = stage(count => (count === 2 ? failure(kind) : lifeMs));
      const refused = await session.current(signal);
      clock.advance(lifeMs * 0.8);
      const renewed = current();
      session.drop();
      expect((await failureOf(renewed)).kind).toBe(kind);
      expect(session.holds(refused)).toBe(false);
    }
  );

  it('knows whether a ticket is still the one in use', async () => {
    const {session, current} = stage();
    const refused = await session.current(signal);
    expect(session.drop({keepsLast: true})).toBe(true);
    expect(session.holds(refused)).toBe(false);
    expect(await current()).toBe('T2');
    expect(session.holds(refused)).toBe(false);
  });
});
