import {getMaxListeners} from 'node:events';
import {describe, expect, it} from '@jest/globals';
import {type FailureKind, RequestError, type RequestFailure} from '../../src/errors.ts';
import type {Snapshot} from '../../src/polling/judge.ts';
import {type AwaitedTask, type WaitOptions, waitForAll, withCompanions} from '../../src/polling/wait.ts';
import type {TaskState} from '../../src/task.ts';
import {fakeClock} from '../helpers/fake-clock.ts';

const observer = {
  polled: () => undefined,
  failed: () => undefined,
  unknownWord: () => undefined,
  ended: () => undefined
};

function failure(kind: FailureKind, details: Partial<RequestFailure> = {}): RequestError {
  return new RequestError(`${kind} failure`, {kind, ...details});
}

const seen = (taskId: string, state: TaskState): Snapshot => ({
  task: {id: taskId, state, serviceStatus: state.toUpperCase(), subtasks: []}
});

/** What each look at a task brings; the last one repeats. */
type Script = readonly (TaskState | Error | (() => TaskState))[];

/** Waits for tasks on virtual time. Tells of each how it ended, and how often and with which signals it was asked for. */
async function waitFor(
  scripts: Readonly<Record<string, Script>>,
  options: Partial<WaitOptions> = {},
  clock = fakeClock()
) {
  const signals: Record<string, AbortSignal> = {};
  const looks: Record<string, number> = {};
  const tasks = Object.entries(scripts).map(([taskId, script]): AwaitedTask & {readonly taskId: string} => {
    looks[taskId] = 0;
    return {
      taskId,
      observer,
      poll: async signal => {
        signals[taskId] = signal;
        const step = script[Math.min(looks[taskId] ?? 0, script.length - 1)] ?? 'running';
        looks[taskId] = (looks[taskId] ?? 0) + 1;
        await clock.sleep(100, signal);
        if (step instanceof Error) throw step;
        return seen(taskId, typeof step === 'function' ? step() : step);
      }
    };
  });
  const [first, ...others] = tasks;
  if (!first) throw new Error('no task');
  const waited = waitForAll([first, ...others], {
    timeoutMs: 600_000,
    judging: {
      bounds: {minMs: 2000, maxMs: 15_000},
      notFoundGraceMs: 0,
      settleMs: 0,
      endTimeMeansEnd: true,
      idNamesThing: false,
      runsOverlap: false,
      strictness: {strictSubtasks: true, allowWarnings: false}
    },
    failFast: false,
    requestTimeoutMs: 30_000,
    clock,
    random: () => 0.5,
    signal: new AbortController().signal,
    ...options
  });
  const results = await waited.catch((error: unknown) => error);
  return {
    clock,
    looks,
    signals,
    results,
    endings: Array.isArray(results)
      ? Object.fromEntries(results.map(({task, result}) => [task.taskId, result.ending]))
      : undefined,
    verdicts: Array.isArray(results)
      ? Object.fromEntries(results.map(({task, result}) => [task.taskId, result.ending.verdict]))
      : undefined
  };
}

describe('the wait for several tasks', () => {
  it('gives the results in the order of the tasks, whichever ends first', async () => {
    const {results} = await waitFor({
      a: ['running', 'running', 'succeeded'],
      b: ['failed'],
      c: ['running', 'succeeded']
    });
    expect(results).toEqual([
      {task: expect.objectContaining({taskId: 'a'}), result: expect.objectContaining({polls: 3})},
      {task: expect.objectContaining({taskId: 'b'}), result: expect.objectContaining({polls: 1})},
      {task: expect.objectContaining({taskId: 'c'}), result: expect.objectContaining({polls: 2})}
    ]);
  });

  it('goes on after one has not succeeded', async () => {
    const {verdicts} = await waitFor({a: ['failed'], b: ['running', 'running', 'succeeded']});
    expect(verdicts).toEqual({a: 'failed', b: 'succeeded'});
  });

  it('ends with the first that does not succeed where that was asked for, and not with one that does', async () => {
    const scripts: Record<string, Script> = {a: ['succeeded'], b: ['running', 'running', 'failed'], c: ['running']};
    const {endings} = await waitFor(scripts, {failFast: true});
    expect(endings).toEqual({
      a: {verdict: 'succeeded'},
      b: {verdict: 'failed', because: 'task'},
      c: {verdict: 'unfinished', because: 'fail-fast'}
    });
  });

  it('looks once more at all at the limit', async () => {
    const {verdicts, clock, looks} = await waitFor({a: ['running'], b: ['running']}, {timeoutMs: 3000});
    expect(verdicts).toEqual({a: 'timed-out', b: 'timed-out'});
    expect(looks).toEqual({a: 3, b: 3});
    expect(clock.now()).toBe(3100);
  });

  it('looks at all at the limit also where the service throttles for longer', async () => {
    const busy = failure('throttled', {retryAfterMs: 120_000});
    const {verdicts, clock} = await waitFor(
      {a: ['running', busy], b: ['running', busy, 'succeeded']},
      {timeoutMs: 30_000}
    );
    expect(verdicts).toEqual({a: 'timed-out', b: 'succeeded'});
    expect(clock.now()).toBeLessThan(31_000);
  });

  it('counts its limit from its own beginning', async () => {
    const clock = fakeClock();
    clock.advance(100_000);
    const busy = failure('throttled', {retryAfterMs: 5000});
    await waitFor({a: [busy, 'succeeded'], b: ['succeeded']}, {timeoutMs: 60_000}, clock);
    expect(clock.now()).toBe(105_300);
  });

  it('gives all tasks one signal, to which as many as there are may listen', async () => {
    const {signals} = await waitFor({a: ['succeeded'], b: ['succeeded']});
    const [one, ...others] = new Set(Object.values(signals));
    expect(others).toEqual([]);
    expect(one && getMaxListeners(one)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is cancelled by the signal of the step', async () => {
    const controller = new AbortController();
    const cancel = (): TaskState => {
      controller.abort();
      return 'running';
    };
    const {verdicts} = await waitFor(
      {a: ['succeeded'], b: ['running', cancel], c: ['running']},
      {signal: controller.signal}
    );
    expect(verdicts).toEqual({a: 'succeeded', b: 'cancelled', c: 'cancelled'});
  });

  it('stops asking for the others where something breaks that is no failed request', async () => {
    const broken = new TypeError('broken');
    const {results, signals} = await waitFor({a: ['running', broken], b: ['running']});
    expect(results).toBe(broken);
    expect(signals.b?.aborted).toBe(true);
    expect(signals.b?.reason).toEqual({ending: {verdict: 'cancelled'}});
  });

  it('stops its signal also when all has ended', async () => {
    const {signals} = await waitFor({a: ['succeeded']});
    expect(signals.a?.aborted).toBe(true);
  });

  it('ends for all where something below the API keeps every request out', async () => {
    const blocked = failure('blocked');
    const {verdicts, looks} = await waitFor({a: [blocked], b: ['running', 'running', 'running']});
    expect(verdicts).toEqual({a: 'error', b: 'error'});
    expect(looks).toEqual({a: 1, b: 0});
  });

  it('ends for all where the host never answers, before it is the turn of the last one', async () => {
    const unreached = failure('unreached', {party: 'service'});
    const {verdicts, looks} = await waitFor({a: [unreached], b: [unreached], c: [unreached]});
    expect(verdicts).toEqual({a: 'error', b: 'error', c: 'error'});
    expect(looks.c).toBe(1);
  });

  it('polls until the limit, however short a request is', async () => {
    const {verdicts} = await waitFor(
      {a: ['running', 'running', 'succeeded'], b: ['running', 'running', 'running']},
      {timeoutMs: 10_000, requestTimeoutMs: 100}
    );
    expect(verdicts).toEqual({a: 'succeeded', b: 'timed-out'});
  });

  it('polls once more at the limit, which is within the second that a repeated request has', async () => {
    const {verdicts, looks} = await waitFor(
      {a: [...Array<TaskState>(5).fill('running'), 'succeeded'], b: Array<TaskState>(9).fill('running')},
      {timeoutMs: 10_000, requestTimeoutMs: 100}
    );
    expect(looks).toEqual({a: 6, b: 6});
    expect(verdicts).toEqual({a: 'succeeded', b: 'timed-out'});
  });

  it('lets another task ask first after the first has ended', async () => {
    const notThis = failure('denied', {status: 403, party: 'service'});
    const {verdicts} = await waitFor({a: [notThis], b: ['succeeded']});
    expect(verdicts).toEqual({a: 'denied', b: 'succeeded'});
  });
});

describe('what one task meets', () => {
  it.each<[string, RequestError, boolean]>([
    ['refused credentials', failure('denied', {status: 401, party: 'service'}), true],
    ['refused credentials of an unnamed source', failure('denied', {status: 401}), true],
    [
      'refused credentials under a 403',
      failure('denied', {status: 403, party: 'service', unauthenticated: true}),
      true
    ],
    ['a missing permission', failure('denied', {status: 403, party: 'service'}), false],
    ['a missing permission under a 400', failure('denied', {status: 400, party: 'service'}), false],
    ['a missing permission under a 200', failure('denied', {status: 200, party: 'service'}), false],
    [
      'refused credentials under a 400',
      failure('denied', {status: 400, party: 'service', unauthenticated: true}),
      true
    ],
    ['a missing permission of an unnamed source', failure('denied', {status: 403}), false],
    ['a missing permission where credentials come from', failure('denied', {status: 403, party: 'iam'}), true],
    ['an answer that rejects the request', failure('rejected', {status: 400, party: 'service'}), false],
    ['the same from an unnamed source', failure('rejected', {status: 400}), false],
    ['the same where credentials come from', failure('rejected', {status: 400, party: 'iam'}), true],
    ['answers of another form', failure('malformed', {party: 'service'}), false],
    ['a proxy or certificate that keeps all requests out', failure('blocked', {status: 407, party: 'service'}), true],
    ['a host that never answers', failure('unreached', {status: 200, party: 'service'}), true],
    ['an id that is not there', failure('not-found', {status: 401, party: 'iam'}), false]
  ])('ends the waits for all where all would meet it: %s', async (_, cause, isForAll) => {
    const others = [
      ...Array<TaskState>(cause.failure.kind === 'unreached' ? 99 : 9).fill('running'),
      'succeeded'
    ] as TaskState[];
    const {endings, looks} = await waitFor({a: [cause], b: others});
    expect(endings?.a).toMatchObject({cause});
    expect(endings?.b).toEqual(isForAll ? endings?.a : {verdict: 'succeeded'});
    // Credentials that were refused are not shown once more.
    if (isForAll && ['denied', 'blocked'].includes(cause.failure.kind)) expect(looks.b).toBe(0);
  });

  it('of an error without a failed request concerns it alone', async () => {
    const {verdicts} = await waitFor({a: ['unknown', 'running', 'succeeded'], b: ['succeeded']}, {timeoutMs: 0});
    expect(verdicts).toEqual({a: 'unfinished', b: 'succeeded'});
  });

  it('of a task that had no time for its only poll says that nothing is known of it', async () => {
    const clock = fakeClock();
    const slow = (): TaskState => {
      clock.advance(2000);
      return 'running';
    };
    const {verdicts, looks} = await waitFor({a: [slow], b: ['running']}, {timeoutMs: 0, requestTimeoutMs: 0}, clock);
    expect(verdicts).toEqual({a: 'unfinished', b: 'timed-out'});
    expect(looks).toEqual({a: 1, b: 0});
  });

  it('at the limit concerns it alone', async () => {
    const cause = failure('transient', {party: 'iam'});
    const {endings} = await waitFor({a: ['running', cause], b: ['running', 'running', 'succeeded']}, {timeoutMs: 5000});
    expect(endings).toEqual({a: {verdict: 'timed-out', doubt: undefined, cause}, b: {verdict: 'succeeded'}});
  });
});

describe('what goes along with the work', () => {
  const until = (signal: AbortSignal) =>
    new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), {once: true}));

  it('ends with it', async () => {
    const ended: string[] = [];
    const companion = async (signal: AbortSignal) => {
      await until(signal);
      ended.push('companion');
    };
    const {signal} = new AbortController();
    expect(await withCompanions([companion, async () => undefined], signal, async () => 'done')).toBe('done');
    expect(ended).toEqual(['companion']);
  });

  it('may end before it, or be nothing', async () => {
    const {signal} = new AbortController();
    const work = () => new Promise<string>(resolve => setImmediate(() => resolve('done')));
    expect(await withCompanions([async () => undefined], signal, work)).toBe('done');
    expect(await withCompanions([], signal, work)).toBe('done');
  });

  it('ends it by an error of its own', async () => {
    let seen: AbortSignal | undefined;
    const broken = Promise.reject(new TypeError('a bug'));
    const {signal} = new AbortController();
    const work = withCompanions([() => broken], signal, own => {
      seen = own;
      return until(own);
    });
    await expect(work).rejects.toThrow('a bug');
    expect(seen?.aborted).toBe(true);
  });
});
