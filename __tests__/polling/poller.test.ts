import {getEventListeners} from 'node:events';
import {describe, expect, it} from '@jest/globals';
import type {Clock} from '../../src/clock.ts';
import {type FailureKind, type Party, RequestError, type RequestFailure} from '../../src/errors.ts';
import type {Doubt, Judging, Snapshot} from '../../src/polling/judge.ts';
import {type Poll, type PollOptions, pollUntilDone, Stop} from '../../src/polling/poller.ts';
import {createPool, GivenUp, type Leases} from '../../src/polling/pool.ts';
import type {Subtask, Task} from '../../src/task.ts';
import {type FakeClock, fakeClock} from '../helpers/fake-clock.ts';
import {judging} from '../helpers/judging.ts';

const taskId = 'task-1';
const start = Date.UTC(2026, 0, 15, 8, 30);

function task(over: Partial<Task> = {}): Task {
  return {id: taskId, state: 'running', serviceStatus: 'RUNNING', subtasks: [], ...over};
}

const running = task();
const succeeded = task({state: 'succeeded', serviceStatus: 'SUCCESSFUL'});
const failed = task({state: 'failed', serviceStatus: 'FAILED'});

function failure(kind: FailureKind, details: Partial<RequestFailure> = {}): RequestError {
  return new RequestError(`${kind} failure`, {kind, ...details});
}

type Answer = Task | RequestError | ((clock: FakeClock) => Task | RequestError);

interface Told {
  looks: {status: string; doubt: Doubt | undefined}[];
  failures: {kind: FailureKind; pauseMs: number}[];
  words: string[];
}

const judgedBy = (over: Partial<Judging>) => ({judging: {...judging, ...over}});
const settling = (settleMs: number) => judgedBy({settleMs, idNamesThing: true});

function optionsWith(over: Partial<PollOptions>): PollOptions {
  const {clock = fakeClock(), random = () => 0.5, timeoutMs = 3_600_000} = over;
  return {
    judging,
    timeoutMs,
    clock,
    random,
    leases: createPool({
      clock,
      random,
      deadlineMs: clock.now() + timeoutMs,
      closesAtMs: Number.POSITIVE_INFINITY
    }).join(),
    signal: new AbortController().signal,
    observer: {polled: () => undefined, failed: () => undefined, unknownWord: () => undefined, ended: () => undefined},
    ...over
  };
}

/** A process runs for a while before its wait begins. */
function begunClock(): FakeClock {
  const clock = fakeClock({startDateMs: start - 7000});
  clock.advance(7000);
  return clock;
}

/** Polls through the answers, of which the last one repeats. */
async function poll(
  answers: readonly Answer[],
  over: Partial<PollOptions> & {clock?: FakeClock; withServerDate?: boolean} = {}
) {
  const {clock = begunClock(), withServerDate = false, ...options} = over;
  const begunMs = clock.now();
  const told: Told = {looks: [], failures: [], words: []};
  const lookedAtMs: number[] = [];
  const ask: Poll = async (_, sent): Promise<Snapshot> => {
    sent();
    const scripted = answers[Math.min(lookedAtMs.length, answers.length - 1)];
    lookedAtMs.push(clock.now() - begunMs);
    const answer = typeof scripted === 'function' ? scripted(clock) : scripted;
    if (answer === undefined) throw new Error('no answer scripted');
    if (answer instanceof RequestError) throw answer;
    return withServerDate ? {task: answer, serverDateMs: clock.date()} : {task: answer};
  };
  const result = await pollUntilDone(
    ask,
    optionsWith({
      clock,
      observer: {
        polled: ({serviceStatus}, doubt) => told.looks.push({status: serviceStatus, doubt}),
        failed: ({failure: {kind}}, pauseMs) => told.failures.push({kind, pauseMs}),
        unknownWord: word => told.words.push(word),
        ended: () => undefined
      },
      ...options
    })
  );
  return {result, told, lookedAtMs, sleeps: clock.sleeps.map(Math.round), verdict: result.ending.verdict};
}

function repeat<T>(count: number, value: T): T[] {
  return Array.from({length: count}, () => value);
}

describe('a wait for a task that runs', () => {
  it('looks at once and ends with the first look that shows an end', async () => {
    const {result, sleeps} = await poll([succeeded]);
    expect(result.ending).toStrictEqual({verdict: 'succeeded'});
    expect(result.requests).toBe(1);
    expect(sleeps).toEqual([]);
  });

  it('pauses a tenth of the time since the first look, within the bounds', async () => {
    const {sleeps, lookedAtMs} = await poll([...repeat(20, running), succeeded]);
    expect(sleeps).toEqual([...repeat(11, 2000), 2200, 2420, 2662, 2928, 3221, 3543, 3897, 4287, 4716]);
    expect(Math.round(lookedAtMs.at(-1) ?? 0)).toBe(51_875);
  });

  it('looks closer together around the end that the progress lets expect', async () => {
    const tenMinutes: Answer = ({now}: FakeClock) =>
      now() >= 600_000 ? succeeded : task({progress: Math.floor(now() / 6000)});
    const {lookedAtMs, sleeps} = await poll([tenMinutes]);
    expect(sleeps.slice(20, -10).every(ms => ms === 15_000)).toBe(true);
    expect(Math.max(...sleeps.slice(-3))).toBeLessThan(2500);
    expect(lookedAtMs.at(-1)).toBeLessThan(602_500);
  });

  it('counts the age from the start that the service tells, so that a wait for an old task does not hurry', async () => {
    const old = task({startMs: start - 3_600_000});
    expect((await poll([old, old, succeeded], {withServerDate: true})).sleeps).toEqual([15_000, 15_000]);
  });

  it.each([
    ['lies in the future', 1, 0, 5000],
    ['is the time of the look', 0, 0, 2000],
    ['is a minute ago', -60_000, 0, 6000],
    ["is compared with a clock that is a minute off the server's", -60_000, 60_000, 6000],
    ["is compared with a clock that is more than a minute off the server's", -60_000, 60_001, 5000],
    ["is compared with a clock that is more than a minute behind the server's", -60_000, -60_001, 5000]
  ])('after a look of 50 s takes a start that %s as it is, or not at all', async (_, startsInMs, offMs, pauseMs) => {
    const clock = fakeClock({startDateMs: start});
    const looks: Snapshot[] = [
      {
        task: task({startMs: start + 50_000 + startsInMs}),
        serverDateMs: start + 50_000 + offMs
      }
    ];
    const ask = async () => {
      clock.advance(50_000);
      return looks.shift() ?? {task: succeeded};
    };
    await pollUntilDone(ask, optionsWith({clock}));
    expect(clock.sleeps.map(Math.round)).toEqual([pauseMs]);
  });

  it.each([
    ['failed', failed, {verdict: 'failed', because: 'task'}],
    ['stopped', task({state: 'stopped'}), {verdict: 'stopped', because: 'task'}],
    ['ended with a warning', task({state: 'warning', endMs: 1}), {verdict: 'failed', because: 'warning'}]
  ])('is red for a task that %s', async (_, last, ending) => {
    expect((await poll([running, last])).result.ending).toEqual(ending);
  });

  it('takes a warning for success where that is allowed', async () => {
    const {verdict} = await poll(
      [task({state: 'warning'})],
      judgedBy({strictness: {strictSubtasks: true, allowWarnings: true}})
    );
    expect(verdict).toBe('succeeded');
  });

  it('tells how it went', async () => {
    const {result} = await poll([running, failure('transient'), failure('throttled'), succeeded]);
    expect(result).toMatchObject({
      polls: 4,
      requests: 4,
      failedPolls: 2,
      throttledPolls: 1,
      elapsedMs: 8000,
      lastRunning: running
    });
    expect(result.last).toEqual({task: succeeded, beforeEndMs: 0});
    const throttled = await poll([failure('throttled'), failure('throttled'), failure('transient'), succeeded]);
    expect(throttled.result).toMatchObject({failedPolls: 3, throttledPolls: 2, lastRunning: undefined});
    const denied = await poll([failure('denied')]);
    expect(denied.result).toMatchObject({polls: 1, failedPolls: 1, lastRunning: undefined, last: undefined});
  });

  it('keeps the last five failures, with the time of each, and when the first of all was', async () => {
    const failures = Array.from({length: 7}, (_, index) => failure('transient', {status: 500 + index}));
    const {result} = await poll([...failures, succeeded]);
    expect(result.failures).toEqual(
      [3, 7, 15, 30, 45].map((atS, index) => ({error: failures[index + 2], dateMs: start + atS * 1000}))
    );
    expect(result.firstFailedDateMs).toBe(start);
    expect((await poll([running, succeeded])).result).toMatchObject({failures: [], firstFailedDateMs: undefined});
  });

  it('counts the answers that the task is not found', async () => {
    const {result} = await poll([failure('not-found'), failure('transient'), failure('not-found'), succeeded]);
    expect(result).toMatchObject({failedPolls: 3, notFoundPolls: 2});
  });

  const identifiedAfter = async (...answers: readonly (Snapshot | RequestError)[]) => {
    const left = [...answers, {task: succeeded}];
    const ask: Poll = async () => {
      const answer = left.shift() ?? {task: succeeded};
      if (answer instanceof RequestError) throw answer;
      return answer;
    };
    const {requestId, requestIdParty, requestIdError} = await pollUntilDone(ask, optionsWith({}));
    return [requestId, requestIdParty, requestIdError];
  };

  it('keeps the last request id of an answer, a good one or not, who gave it, and as what failure', async () => {
    const good = {task: running, requestId: 'good'};
    const bad = failure('transient', {requestId: 'bad', party: 'iam'});
    expect(await identifiedAfter(good, bad, failure('transient', {party: 'service'}))).toEqual(['bad', 'iam', bad]);
    expect(await identifiedAfter(bad, good, {task: running})).toEqual(['good', undefined, undefined]);
    expect(await identifiedAfter({task: running})).toEqual([undefined, undefined, undefined]);
    // However many failures without an id follow.
    expect(await identifiedAfter(bad, ...repeat(9, failure('transient')))).toEqual(['bad', 'iam', bad]);
  });

  it('keeps the request id of what is no answer of the service only until the service has given one', async () => {
    const good = {task: running, requestId: 'good'};
    const bad = failure('transient', {requestId: 'bad'});
    const page = (requestId: string) => failure('transient', {requestId, isPage: true});
    expect((await identifiedAfter(good, page('page')))[0]).toBe('good');
    expect((await identifiedAfter(bad, page('page')))[0]).toBe('bad');
    expect((await identifiedAfter(page('page'), good))[0]).toBe('good');
    expect((await identifiedAfter(page('page'), bad))[0]).toBe('bad');
    expect((await identifiedAfter(page('page'), page('another')))[0]).toBe('another');
  });

  it('leaves nothing behind that listens for the end of the step', async () => {
    const {signal} = new AbortController();
    await poll([...repeat(20, running), succeeded], {signal});
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('passes on what is not a failed request', async () => {
    await expect(
      poll([
        () => {
          throw new TypeError('a bug');
        }
      ])
    ).rejects.toThrow('a bug');
  });
});

describe('the limit of the wait', () => {
  it('has its last look at the limit, not before it', async () => {
    const {verdict, lookedAtMs, sleeps} = await poll([running], {timeoutMs: 7000});
    expect(verdict).toBe('timed-out');
    expect(lookedAtMs).toEqual([0, 2000, 4000, 6000, 7000]);
    expect(sleeps).toEqual([2000, 2000, 2000, 1000]);
  });

  it('sees a task that ends in the last second', async () => {
    expect((await poll([...repeat(4, running), succeeded], {timeoutMs: 7000})).verdict).toBe('succeeded');
  });

  it('lets a request in flight finish, and looks once more after it, as its answer may be old where the process was frozen', async () => {
    const slow = (clock: FakeClock) => {
      clock.advance(10_000);
      return running;
    };
    const {result, lookedAtMs} = await poll([running, slow, running, succeeded], {timeoutMs: 7000});
    expect(result.ending).toMatchObject({verdict: 'timed-out'});
    expect(lookedAtMs).toEqual([0, 2000, 12_000]);
    const frozen = (clock: FakeClock) => {
      clock.advance(7_200_000);
      return failure('transient');
    };
    expect((await poll([running, frozen, succeeded], {timeoutMs: 7000})).verdict).toBe('succeeded');
    const inTime = (clock: FakeClock) => {
      clock.advance(10_000);
      return succeeded;
    };
    expect((await poll([running, inTime], {timeoutMs: 7000})).verdict).toBe('succeeded');
    const justInTime = (clock: FakeClock) => {
      clock.advance(5000);
      return running;
    };
    expect((await poll([running, justInTime, running], {timeoutMs: 7000})).lookedAtMs).toEqual([0, 2000, 7000]);
  });

  it('has one last look, also where a timer wakes too early', async () => {
    let nowMs = 7000;
    const early: Clock = {
      now: () => nowMs,
      date: () => start + nowMs,
      sleep: async ms => {
        nowMs += ms - 0.5;
      }
    };
    const lookedAtMs: number[] = [];
    const ask = async () => {
      lookedAtMs.push(nowMs - 7000);
      return {task: running};
    };
    const {ending} = await pollUntilDone(ask, optionsWith({clock: early, timeoutMs: 2000}));
    expect(ending.verdict).toBe('timed-out');
    expect(lookedAtMs).toEqual([0, 1999.5]);
  });

  it('is a limit, and no lost task, where the task was seen before or faults hid it', async () => {
    expect((await poll([running, failure('not-found')], {timeoutMs: 4000})).verdict).toBe('timed-out');
    expect((await poll([failure('transient')], {timeoutMs: 4000})).verdict).toBe('timed-out');
  });

  it('counts time that passes in requests, not pauses', async () => {
    const slow = (clock: FakeClock) => {
      clock.advance(3000);
      return running;
    };
    expect((await poll([slow], {timeoutMs: 12_000})).lookedAtMs).toEqual([0, 5000, 10_000, 13_000]);
  });

  it('keeps the failure of the last look, and the state seen before with its age', async () => {
    const {result} = await poll([running, failure('transient')], {timeoutMs: 4000});
    expect(result.ending).toMatchObject({verdict: 'timed-out', cause: {message: 'transient failure'}});
    expect(result.last).toMatchObject({task: running, beforeEndMs: 4000});
  });

  it('looks once when it is 0', async () => {
    const once = {timeoutMs: 0};
    expect((await poll([running], once)).result.ending).toEqual({
      verdict: 'unfinished',
      because: 'polled-once',
      doubt: undefined
    });
    expect((await poll([succeeded], once)).verdict).toBe('succeeded');
    expect((await poll([failed], once)).verdict).toBe('failed');
    expect((await poll([failure('not-found')], once)).verdict).toBe('not-found');
    expect((await poll([failure('transient')], once)).result.ending).toMatchObject({
      verdict: 'error',
      problem: 'request',
      cause: {message: 'transient failure'}
    });
    expect((await poll([running, succeeded], once)).lookedAtMs).toEqual([0]);
  });
});

describe('failed requests', () => {
  it('are repeated after 1 s, doubling to 15 s, until the limit; one good answer resets that', async () => {
    const {sleeps, verdict} = await poll([
      running,
      ...repeat(6, failure('transient')),
      running,
      failure('transient'),
      succeeded
    ]);
    expect(verdict).toBe('succeeded');
    expect(sleeps).toEqual([2000, 1000, 2000, 4000, 8000, 15_000, 15_000, 4700, 1000]);
  });

  it('never end the wait after the host was reached, however many', async () => {
    const {verdict, result} = await poll([...repeat(200, failure('transient')), succeeded]);
    expect(verdict).toBe('succeeded');
    expect(result.failedPolls).toBe(200);
  });

  it('are repeated at once where a kept connection turned out closed', async () => {
    const stale = failure('transient', {staleConnection: true});
    const {sleeps, result} = await poll([running, stale, succeeded]);
    expect(sleeps).toEqual([2000]);
    expect(result).toMatchObject({polls: 3, requests: 3, failedPolls: 0});
    expect((await poll([stale, succeeded])).sleeps).toEqual([]);
  });

  it('are told with the pause after them, but for a kept connection that turned out closed', async () => {
    const {told} = await poll([
      failure('transient', {staleConnection: true}),
      failure('transient'),
      failure('malformed'),
      succeeded
    ]);
    expect(told.failures).toEqual([
      {kind: 'transient', pauseMs: 1000},
      {kind: 'malformed', pauseMs: 2000}
    ]);
  });

  it('are told with the time that is left before the last poll, and none after it', async () => {
    const pausesMs = async (answers: readonly Answer[], timeoutMs: number) =>
      (await poll(answers, {timeoutMs})).told.failures.map(({pauseMs}) => pauseMs);
    expect(await pausesMs([failure('transient')], 2500)).toEqual([1000, 1500, 0]);
    expect(await pausesMs([failure('transient')], 0)).toEqual([0]);
    const slow = (clock: FakeClock) => {
      clock.advance(5000);
      return failure('transient');
    };
    expect(await pausesMs([slow, succeeded], 2500)).toEqual([0]);
    const early = (clock: FakeClock) => {
      clock.advance(1000);
      return failure('transient');
    };
    expect(await pausesMs([early, succeeded], 1500)).toEqual([500]);
  });

  it('are repeated at once also at the limit, and once in a row', async () => {
    const stale = failure('transient', {staleConnection: true});
    const {verdict, lookedAtMs} = await poll([running, stale, succeeded], {timeoutMs: 2000});
    expect(verdict).toBe('succeeded');
    expect(lookedAtMs).toEqual([0, 2000, 2000]);
    const {sleeps, result} = await poll([running, stale, stale, stale, succeeded]);
    expect(sleeps).toEqual([2000, 1000]);
    // What is not repeated at once has failed.
    expect(result).toMatchObject({failedPolls: 1, failures: [{error: stale}]});
  });

  it('of each host have their own patience', async () => {
    const at = (party: Party) => failure('unreached', {party});
    const {verdict} = await poll([...repeat(6, at('sts')), ...repeat(3, at('service')), succeeded]);
    expect(verdict).toBe('succeeded');
  });

  it('wait as long as Retry-After asks, and 5 minutes at most', async () => {
    const {sleeps} = await poll([
      failure('transient', {retryAfterMs: 30_000}),
      failure('transient', {retryAfterMs: 500}),
      failure('throttled', {retryAfterMs: 86_400_000}),
      succeeded
    ]);
    expect(sleeps).toEqual([30_000, 2000, 300_000]);
  });

  it('when throttled wait for 5 s, doubling to 60 s, apart from other failures', async () => {
    const {sleeps} = await poll([
      ...repeat(5, failure('throttled')),
      failure('transient'),
      failure('throttled'),
      running,
      failure('throttled'),
      succeeded
    ]);
    expect(sleeps).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 1000, 60_000, 15_000, 5000]);
  });

  it('when throttled wait for the rest of the window that the text tells', async () => {
    const {sleeps} = await poll([
      failure('throttled', {quota: {limit: 120, windowMs: 60_000}}),
      failure('throttled', {quota: {limit: 120, windowMs: 60_000}}),
      succeeded
    ]);
    expect(sleeps).toEqual([60_000, 60_000]);
    const brief = await poll([failure('throttled', {quota: {limit: 20, windowMs: 1000}}), succeeded]);
    expect(brief.sleeps).toEqual([1000]);
  });

  it('of a host that never answered are given 60 s', async () => {
    const {result, lookedAtMs} = await poll([failure('unreached')]);
    expect(result.ending).toMatchObject({verdict: 'error', problem: 'request'});
    expect(lookedAtMs).toEqual([0, 1000, 3000, 7000, 15_000, 30_000, 45_000, 60_000]);
  });

  it('of a host that never answered are given 60 s and no more, whatever the chance', async () => {
    const {lookedAtMs, verdict} = await poll([failure('unreached')], {random: () => 0.9});
    expect(verdict).toBe('error');
    expect(lookedAtMs.at(-1)).toBe(60_000);
  });

  it('of a host that never answered are an error at an earlier limit', async () => {
    expect((await poll([failure('unreached')], {timeoutMs: 5000})).result.ending).toMatchObject({
      verdict: 'error',
      problem: 'request',
      cause: {message: 'unreached failure'}
    });
  });

  it('of a host that never answered count anew after any answer', async () => {
    const {verdict} = await poll([
      ...repeat(7, failure('unreached')),
      failure('transient'),
      ...repeat(3, failure('unreached')),
      succeeded
    ]);
    expect(verdict).toBe('succeeded');
  });
});

describe('refused requests', () => {
  it('end the wait at once when access is denied', async () => {
    const {result, lookedAtMs} = await poll([running, failure('denied'), succeeded]);
    expect(result.ending).toMatchObject({verdict: 'denied'});
    expect(lookedAtMs).toHaveLength(2);
  });

  it('end the wait at once when rejected before the task was seen', async () => {
    const {verdict, lookedAtMs} = await poll([failure('rejected'), succeeded]);
    expect(verdict).toBe('error');
    expect(lookedAtMs).toHaveLength(1);
  });

  it('end the wait after rejections alone for 30 s once the task was seen, for a gateway that reloads takes some', async () => {
    const twice = await poll([
      running,
      failure('rejected'),
      failure('rejected'),
      running,
      failure('rejected'),
      succeeded
    ]);
    expect(twice.verdict).toBe('succeeded');
    expect((await poll([running, ...repeat(3, failure('rejected')), succeeded])).verdict).toBe('succeeded');
    const forLong = await poll([running, failure('rejected')]);
    expect(forLong.verdict).toBe('error');
    expect(forLong.lookedAtMs.at(-1)).toBeCloseTo(32_210, 0);
    const seldom = await poll([running, failure('rejected')], judgedBy({bounds: {minMs: 60_000, maxMs: 60_000}}));
    expect(seldom.lookedAtMs).toHaveLength(4);
  });
});

describe('something between the runner and the service', () => {
  it('ends the wait at once where it keeps every request out', async () => {
    const {result, lookedAtMs} = await poll([failure('blocked')]);
    expect(result.ending).toMatchObject({verdict: 'error', problem: 'request', cause: {message: 'blocked failure'}});
    expect(lookedAtMs).toHaveLength(1);
  });

  it('is given half a minute where others were good, but for a proxy that refuses its user', async () => {
    expect((await poll([running, failure('blocked'), succeeded])).result.ending).toEqual({verdict: 'succeeded'});
    const {result, lookedAtMs} = await poll([running, failure('blocked')]);
    expect(result.ending).toMatchObject({verdict: 'error', problem: 'request', cause: {message: 'blocked failure'}});
    expect(lookedAtMs.length).toBeGreaterThan(3);
    expect((await poll([running, failure('blocked', {status: 407}), succeeded])).lookedAtMs).toHaveLength(2);
  });

  it('ends the wait when it has answered in the place of the service for 5 minutes', async () => {
    const page = failure('transient', {status: 403, isPage: true});
    const {result, lookedAtMs} = await poll([running, page]);
    expect(result.ending).toMatchObject({verdict: 'error', problem: 'pages', cause: page});
    expect(lookedAtMs.at(-1)).toBeGreaterThanOrEqual(302_000);
    expect(lookedAtMs.at(-1)).toBeLessThan(320_000);
  });

  it('is forgotten after any other answer', async () => {
    const pages = repeat(15, failure('transient', {status: 403, isPage: true}));
    const outage = failure('transient', {status: 503});
    expect((await poll([...pages, outage, ...pages, running, ...pages, succeeded])).verdict).toBe('succeeded');
  });
});

describe('a task that is not found', () => {
  it('may still appear within the grace', async () => {
    const {verdict, sleeps} = await poll([...repeat(3, failure('not-found')), running, succeeded]);
    expect(verdict).toBe('succeeded');
    expect(sleeps).toEqual([2000, 2000, 2000, 2000]);
  });

  it('is not found when the grace is over', async () => {
    const {verdict, lookedAtMs} = await poll([failure('not-found')]);
    expect(verdict).toBe('not-found');
    expect(lookedAtMs.at(-2)).toBeLessThan(60_000);
    expect(lookedAtMs.at(-1)).toBeGreaterThanOrEqual(60_000);
    expect(lookedAtMs.at(-1)).toBeLessThan(65_000);
  });

  it('is not found when three answers in a row say so, where no grace is given', async () => {
    expect((await poll([failure('not-found')], judgedBy({notFoundGraceMs: 0}))).lookedAtMs).toHaveLength(3);
  });

  it('is not found as soon as the grace is over', async () => {
    expect((await poll([failure('not-found')], judgedBy({notFoundGraceMs: 4000}))).lookedAtMs).toEqual([0, 2000, 4000]);
  });

  it('is not found at a limit within the grace', async () => {
    expect((await poll([failure('not-found')], {timeoutMs: 5000})).verdict).toBe('not-found');
  });

  it('is given three answers and 30 s, and no grace, once it was seen', async () => {
    const vanished = await poll([running, failure('not-found')]);
    expect(vanished.verdict).toBe('not-found');
    expect(vanished.lookedAtMs.at(-1)).toBeCloseTo(32_210, 0);
    expect((await poll([running, ...repeat(3, failure('not-found')), succeeded])).verdict).toBe('succeeded');
    const back = await poll([running, failure('not-found'), failure('transient'), failure('not-found'), succeeded]);
    expect(back.verdict).toBe('succeeded');
  });

  it('has its grace from the first time that the service tells anything of it', async () => {
    const {verdict} = await poll([
      ...repeat(10, failure('transient')),
      ...repeat(5, failure('not-found')),
      running,
      succeeded
    ]);
    expect(verdict).toBe('succeeded');
  });

  it('is looked for in the rhythm of a task of 50 s at most', async () => {
    const {sleeps} = await poll([failure('not-found')], judgedBy({notFoundGraceMs: 300_000}));
    expect(Math.max(...sleeps)).toBe(5000);
  });
});

describe('answers that make no sense', () => {
  it('are an error after three in a row that take 30 s at least', async () => {
    const {result, lookedAtMs} = await poll([running, failure('malformed')]);
    expect(result.ending).toMatchObject({verdict: 'error', problem: 'request', cause: {message: 'malformed failure'}});
    expect(lookedAtMs.at(-1)).toBeCloseTo(32_210, 0);
    const seldom = await poll([failure('malformed')], judgedBy({bounds: {minMs: 60_000, maxMs: 60_000}}));
    expect(seldom.lookedAtMs).toEqual([0, 60_000, 120_000]);
  });

  it('are counted through passing faults, and forgotten after a good answer', async () => {
    const counted = await poll([
      failure('malformed'),
      failure('transient', {retryAfterMs: 15_000}),
      failure('malformed'),
      failure('throttled', {retryAfterMs: 15_000}),
      failure('malformed'),
      succeeded
    ]);
    expect(counted.verdict).toBe('error');
    const forgotten = await poll([
      failure('malformed'),
      failure('malformed'),
      running,
      failure('malformed'),
      failure('malformed'),
      succeeded
    ]);
    expect(forgotten.verdict).toBe('succeeded');
  });

  it.each(['malformed', 'rejected'] as const)('are looked at again like a running task: %s', async kind => {
    const {sleeps} = await poll([running, failure(kind), failure('transient'), failure(kind), succeeded]);
    expect(sleeps).toEqual([2000, 2000, 1000, 2000]);
  });

  it('are none when they name no task', async () => {
    expect((await poll([task({id: undefined, state: 'succeeded'})])).verdict).toBe('succeeded');
  });

  it('are an error at once when they are of another task', async () => {
    const {result, told} = await poll([running, task({id: 'task-2', other: 'task-2', state: 'succeeded'})]);
    expect(result.ending).toEqual({verdict: 'error', problem: 'other-task', answeredId: 'task-2'});
    expect(result.last?.task).toBe(running);
    expect(told.looks).toEqual([{status: 'RUNNING', doubt: undefined}]);
  });

  it('count as still running when the word is not known, with one warning for each word', async () => {
    const odd = (word: string) => task({state: 'unknown', serviceStatus: word});
    const {verdict, told} = await poll([odd('A'), odd('A'), odd('B'), odd('A'), succeeded]);
    expect(verdict).toBe('succeeded');
    expect(told.words).toEqual(['A', 'B']);
  });

  it('are an error when an unknown word comes twice in a row with an end time that means an end', async () => {
    const odd = task({state: 'unknown', serviceStatus: 'A', endMs: start});
    expect((await poll([odd, running, odd, odd, succeeded])).result.ending).toEqual({
      verdict: 'error',
      problem: 'ended-in-unknown-word'
    });
    expect((await poll([odd, odd, succeeded], judgedBy({endTimeMeansEnd: false}))).verdict).toBe('succeeded');
    const ended = task({endMs: start});
    expect((await poll([ended, ended, ended, succeeded])).verdict).toBe('succeeded');
  });
});

describe('a success with subtasks', () => {
  const subtask = (state: Subtask['state']): Subtask => ({name: state, state, serviceStatus: state});
  const withSubtasks = (...states: readonly Subtask['state'][]) =>
    task({state: 'succeeded', subtasks: states.map(subtask)});

  it('is red when one failed, was stopped or has a warning', async () => {
    for (const state of ['failed', 'stopped', 'warning'] as const) {
      expect((await poll([withSubtasks('succeeded', state, 'running')])).result.ending).toEqual({
        verdict: 'failed',
        because: 'subtasks'
      });
    }
  });

  it('is green when the others were skipped or have no state of their own', async () => {
    expect((await poll([withSubtasks('succeeded', 'skipped', 'untold')])).verdict).toBe('succeeded');
  });

  it('is no proof while one runs: it is looked at for 60 s, then an error', async () => {
    const {result, lookedAtMs, told} = await poll([withSubtasks('succeeded', 'running')]);
    expect(result.ending).toMatchObject({verdict: 'error', problem: 'open-subtasks', open: [{name: 'running'}]});
    expect(lookedAtMs.at(-1)).toBe(60_000);
    expect(told.looks[0]).toEqual({status: 'RUNNING', doubt: 'open-subtasks'});
  });

  it('is proof as soon as the last one has ended', async () => {
    expect((await poll([withSubtasks('running'), withSubtasks('unknown'), withSubtasks('succeeded')])).verdict).toBe(
      'succeeded'
    );
  });

  it('is looked at for 60 s anew after it was none', async () => {
    const open = withSubtasks('running');
    expect((await poll([open, ...repeat(35, running), open, open, succeeded])).verdict).toBe('succeeded');
  });

  it('counts alone where subtasks are not to count', async () => {
    const lax = judgedBy({strictness: {strictSubtasks: false, allowWarnings: false}});
    expect((await poll([withSubtasks('failed', 'running')], lax)).verdict).toBe('succeeded');
  });

  it('is not proven by a limit that comes first', async () => {
    const {result} = await poll([withSubtasks('running')], {timeoutMs: 3000});
    expect(result.ending).toMatchObject({verdict: 'timed-out', doubt: 'open-subtasks'});
  });
});

describe('a success that the answer itself speaks against', () => {
  const contradicted = task({...succeeded, contradictions: ['"error_code" is Ecs.0319']});

  it('is looked at for 60 s, then an error with both sides', async () => {
    const {result, lookedAtMs, told} = await poll([contradicted]);
    expect(result.ending).toEqual({
      verdict: 'error',
      problem: 'contradiction',
      contradictions: ['"error_code" is Ecs.0319']
    });
    expect(lookedAtMs.at(-1)).toBe(60_000);
    expect(told.looks[0]).toEqual({status: 'SUCCESSFUL', doubt: 'contradiction'});
  });

  it('is proof as soon as nothing speaks against it', async () => {
    expect((await poll([contradicted, contradicted, succeeded])).verdict).toBe('succeeded');
  });

  it('is not proven by a limit that comes first', async () => {
    const {result} = await poll([contradicted], {timeoutMs: 3000});
    expect(result.ending).toMatchObject({verdict: 'timed-out', doubt: 'contradiction'});
  });

  it('says nothing against a task that runs or has failed', async () => {
    const {contradictions} = contradicted;
    expect((await poll([{...running, contradictions}, succeeded])).verdict).toBe('succeeded');
    expect((await poll([{...failed, contradictions}])).verdict).toBe('failed');
  });
});

describe('an answer with no state in the place of it', () => {
  const untold = task({state: 'untold', serviceStatus: ''});

  it('is looked at for 60 s in the rhythm of an unclear one, then an error', async () => {
    const {result, lookedAtMs, sleeps, told} = await poll([untold]);
    expect(result.ending).toEqual({verdict: 'error', problem: 'no-state'});
    expect(lookedAtMs.at(-1)).toBe(60_000);
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(5000);
    expect(told.looks[0]).toEqual({status: '', doubt: 'no-state'});
  });

  it('counts for nothing once a state is there, and anew after it', async () => {
    const often = repeat(12, untold);
    expect((await poll([...often, running, ...often, succeeded])).verdict).toBe('succeeded');
  });
});

describe('an answer that was made before the wait began', () => {
  const thing = settling(1);

  /** Looks every 2 s at answers with these ages in a cache, and dates of a server whose clock is an hour slow. */
  async function pollOld(
    answers: readonly {task: Task; cachedForMs?: number; madeAtMs?: number}[],
    over: Partial<PollOptions> = {}
  ) {
    const clock = begunClock();
    let looks = 0;
    const ask: Poll = async () => {
      const {task, cachedForMs, madeAtMs} = answers[Math.min(looks, answers.length - 1)] ?? {task: running};
      looks += 1;
      const serverDateMs = start - 3_600_000 + (madeAtMs ?? clock.now() - 7000);
      return {task, cachedForMs, serverDateMs: Math.floor(serverDateMs / 1000) * 1000};
    };
    const {ending} = await pollUntilDone(ask, optionsWith({clock, timeoutMs: 30_000, ...thing, ...over}));
    return {ending, looks};
  }

  it('proves no end of a thing', async () => {
    const cached = {task: succeeded, cachedForMs: 3_600_000};
    expect((await pollOld([cached])).ending).toMatchObject({verdict: 'timed-out', doubt: 'cached'});
    expect((await pollOld([cached, cached, {task: succeeded}])).ending).toEqual({verdict: 'succeeded'});
    expect((await pollOld([{...cached, task: failed}, {task: succeeded}])).ending).toEqual({verdict: 'succeeded'});
  });

  it('is known by its date, once another answer has told what the clock of the server shows', async () => {
    const old = {task: succeeded, madeAtMs: -60_000};
    expect((await pollOld([{task: running}, old, old, old])).ending).toMatchObject({doubt: 'cached'});
    expect((await pollOld([{task: running}, {task: succeeded}])).looks).toBe(2);
  });

  it('was seen to run before, which says nothing of now', async () => {
    const cached = {task: running, cachedForMs: 3_600_000};
    const {ending} = await pollOld([cached, {task: succeeded}], settling(60_000));
    expect(ending).toMatchObject({verdict: 'timed-out', doubt: 'settling'});
  });

  it('was seen to run before, as a later date shows, which says nothing of now either', async () => {
    const old = {task: running, madeAtMs: -600_000};
    const {ending} = await pollOld([old, {task: succeeded}], settling(60_000));
    expect(ending).toMatchObject({verdict: 'timed-out', doubt: 'settling'});
    expect((await pollOld([{task: running}, {task: succeeded}], settling(60_000))).looks).toBe(2);
  });

  it('counts where it was made in the wait, or where the id names a run', async () => {
    expect((await pollOld([{task: running}, {task: succeeded, cachedForMs: 1000}])).looks).toBe(2);
    const run = judgedBy({settleMs: 0, idNamesThing: false});
    expect((await pollOld([{task: succeeded, cachedForMs: 3_600_000}], run)).ending).toEqual({verdict: 'succeeded'});
  });
});

describe('an id that names a thing and not a run', () => {
  const settle = settling(60_000);

  it.each([
    ['success', succeeded],
    ['failure', failed]
  ])('has its first %s doubted until the settle time has passed', async (_, last) => {
    const {result, lookedAtMs, told} = await poll([last], settle);
    expect(result.ending.verdict).toBe(last.state);
    expect(lookedAtMs.at(-1)).toBe(60_000);
    expect(result.lastRunning).toBeUndefined();
    expect(told.looks.at(0)?.doubt).toBe('settling');
    expect(told.looks.at(-1)?.doubt).toBeUndefined();
  });

  it('has an end believed at once after it was seen running', async () => {
    const {lookedAtMs, result} = await poll([succeeded, running, failed], settle);
    expect(result.ending.verdict).toBe('failed');
    expect(lookedAtMs).toEqual([0, 2000, 4000]);
  });

  it('is unfinished at a single look, unless nothing is to settle', async () => {
    expect((await poll([succeeded], {...settle, timeoutMs: 0})).result.ending).toEqual({
      verdict: 'unfinished',
      because: 'polled-once',
      doubt: 'settling'
    });
    expect((await poll([succeeded], {timeoutMs: 0})).verdict).toBe('succeeded');
  });

  it('times out when the limit comes before the settle time', async () => {
    expect((await poll([succeeded], {...settle, timeoutMs: 30_000})).result.ending).toMatchObject({
      verdict: 'timed-out',
      doubt: 'settling'
    });
  });
});

describe('cancellation', () => {
  it('ends the wait before the first look', async () => {
    const {result, lookedAtMs} = await poll([succeeded], {signal: AbortSignal.abort()});
    expect(result.ending).toEqual({verdict: 'cancelled'});
    expect(lookedAtMs).toEqual([]);
  });

  it('ends the wait in a pause', async () => {
    const controller = new AbortController();
    const {result, lookedAtMs} = await poll([running, succeeded], {
      signal: controller.signal,
      observer: {
        polled: () => setTimeout(() => controller.abort(), 0),
        failed: () => undefined,
        unknownWord: () => undefined,
        ended: () => undefined
      },
      clock: {
        ...fakeClock(),
        sleep: (_, signal) => new Promise(resolve => signal.addEventListener('abort', () => resolve()))
      }
    });
    expect(result.ending).toEqual({verdict: 'cancelled'});
    expect(lookedAtMs).toHaveLength(1);
  });

  it('ends the wait while a request breaks off because of it', async () => {
    const controller = new AbortController();
    const breaking: Poll = signal =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('broken off')));
        setImmediate(() => controller.abort());
      });
    const {ending} = await pollUntilDone(breaking, optionsWith({signal: controller.signal}));
    expect(ending).toEqual({verdict: 'cancelled'});
  });

  it('ends the wait while a request hangs', async () => {
    const controller = new AbortController();
    const ask: Poll = () => {
      setImmediate(() => controller.abort());
      return new Promise(() => undefined);
    };
    expect((await pollUntilDone(ask, optionsWith({signal: controller.signal}))).ending).toEqual({verdict: 'cancelled'});
  });

  it('ends the wait with the ending that it brings', async () => {
    const ending = {verdict: 'unfinished', because: 'fail-fast'} as const;
    const {result} = await poll([running], {signal: AbortSignal.abort(new Stop(ending))});
    expect(result.ending).toEqual(ending);
  });
});

describe('the seat in the pool', () => {
  /** Runs each poll at once, and notes what came of it. */
  function seatOf(over: Partial<Leases> = {}) {
    const outcomes: unknown[] = [];
    const dueMs: number[] = [];
    const leases: Leases = {
      run: async (ms, _, poll) => {
        dueMs.push(ms);
        const outcome = await poll();
        outcomes.push(outcome instanceof RequestError || outcome === 'aborted' ? outcome : 'answered');
        return outcome;
      },
      heldMs: () => 5000,
      unreachedSinceMs: () => undefined,
      leave: () => undefined,
      ...over
    };
    return {leases, outcomes, dueMs};
  }

  it('hears what came of each look, and gets the next one when it is due', async () => {
    const {leases, outcomes, dueMs} = seatOf();
    const [transient, throttled] = [failure('transient'), failure('throttled')];
    const answers = [running, transient, throttled, succeeded];
    await poll(answers, {leases, clock: fakeClock()});
    expect(outcomes).toEqual(['answered', transient, throttled, 'answered']);
    // One that was throttled away stays due.
    expect(dueMs).toEqual([0, 2000, 3000, 3000]);
  });

  it('hears of a look that was broken off', async () => {
    const controller = new AbortController();
    const hanging = seatOf();
    const ask: Poll = () => {
      setImmediate(() => controller.abort());
      return new Promise(() => undefined);
    };
    await pollUntilDone(ask, optionsWith({signal: controller.signal, leases: hanging.leases}));
    expect(hanging.outcomes).toEqual(['aborted']);
    await expect(
      pollUntilDone(() => Promise.reject(new TypeError('a bug')), optionsWith({leases: seatOf().leases}))
    ).rejects.toThrow();
  });

  it('can say that nobody gets an answer any more', async () => {
    const unreached = failure('unreached');
    const never = seatOf({run: async () => new GivenUp(unreached)});
    expect((await poll([succeeded], {leases: never.leases})).result.ending).toEqual({
      verdict: 'error',
      problem: 'request',
      cause: unreached
    });
    let turns = 0;
    const after = seatOf({
      run: async (_dueMs, _signal, poll) => {
        turns += 1;
        return turns > 1 ? new GivenUp(unreached) : poll();
      }
    });
    expect((await poll([running, succeeded], {leases: after.leases})).result.ending).toMatchObject({
      verdict: 'timed-out',
      cause: unreached
    });
  });

  it('can be given up when there is no time left', async () => {
    /** How a wait ends that is given up after these polls. */
    const afterPolls = async (
      answers: readonly Answer[],
      over: Parameters<typeof poll>[1] = {},
      cause?: RequestError
    ) => {
      let turns = 0;
      const {leases} = seatOf({
        run: async (_dueMs, _signal, poll) => {
          turns += 1;
          return turns > answers.length ? new GivenUp(cause) : poll();
        }
      });
      return (await poll(answers, {leases, ...over})).result.ending;
    };
    const [notFound, unreached] = [failure('not-found'), failure('unreached')];
    expect(await afterPolls([])).toEqual({verdict: 'timed-out'});
    // A single poll that never came has shown nothing of the task.
    expect(await afterPolls([], {timeoutMs: 0})).toEqual({verdict: 'timed-out'});
    // The polls before it count.
    expect(await afterPolls([notFound])).toEqual({verdict: 'not-found', cause: notFound});
    expect(await afterPolls([running, notFound])).toEqual({verdict: 'timed-out', cause: notFound});
    expect(await afterPolls([succeeded], settling(60_000))).toEqual({verdict: 'timed-out', doubt: 'settling'});
    expect(await afterPolls([succeeded], settling(60_000), unreached)).toEqual({
      verdict: 'timed-out',
      cause: unreached
    });
  });
});
