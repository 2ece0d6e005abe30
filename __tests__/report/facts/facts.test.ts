import {describe, expect, it} from '@jest/globals';
import type {RequestError} from '../../../src/errors.ts';
import type {NonEmpty} from '../../../src/non-empty.ts';
import type {Ending} from '../../../src/polling/judge.ts';
import type {WaitResult} from '../../../src/polling/poller.ts';
import type {Task} from '../../../src/task.ts';
import {zh} from '../../../src/words/zh.ts';
import {failureOf, places, subtaskIn, taskIn, type Wait, waitEnding} from '../results.ts';
import {saidOf} from './said.ts';

const serverIds = ['0f58c8dc-4a78-42e6-9811-565679de8e9e', '1f58c8dc-4a78-42e6-9811-565679de8e9e'] as const;
const server = {service: 'ecs-server', 'task-id': serverIds[0]};
const ended = Date.UTC(2018, 11, 14, 9, 0, 0);
const unavailable = failureOf({kind: 'transient', status: 503});
const succeeded = {verdict: 'succeeded'} as const;
const failed = {verdict: 'failed', because: 'task'} as const;
const gone = {verdict: 'succeeded', because: 'gone'} as const;

/** A failed request, so many seconds before the end. */
const failure = (error: RequestError, secondsBefore: number) => ({error, dateMs: ended - secondsBefore * 1000});

describe('of a success', () => {
  const one = subtaskIn('succeeded', 'one');
  const two = subtaskIn('failed', 'two');
  const three = subtaskIn('warning', 'three');
  const allowed = 'It ended with a warning, which allow-warnings: true lets pass.';
  const passedOver = (some: string) =>
    `${some} did not succeed. With strict-subtasks: false this step does not count that.`;
  const cases: readonly {
    readonly name: string;
    readonly task: Task;
    readonly given?: Readonly<Record<string, string>>;
    readonly message: string;
    readonly below: string;
  }[] = [
    {
      name: 'what its service says of it',
      task: taskIn('succeeded', {message: 'All is imported'}),
      message: 'All is imported.',
      below: 'DataArts Studio reports SUCCEEDED. It says: All is imported.'
    },
    {
      name: 'that a warning was let pass',
      task: taskIn('warning', {message: 'One was skipped', subtasks: [one]}),
      given: {'allow-warnings': 'true'},
      message: `One was skipped. ${allowed}`,
      below: `DataArts Studio reports WARNING. ${allowed} It says: One was skipped.`
    },
    {
      name: 'which subtasks were passed over',
      task: taskIn('succeeded', {subtasks: [one, two, three]}),
      given: {'strict-subtasks': 'false'},
      message: passedOver('2 of its 3 subtasks'),
      below: `DataArts Studio reports SUCCEEDED. ${passedOver('2 of its 3 subtasks')}`
    },
    {
      name: 'which subtasks were passed over of all, also of those that are not kept',
      task: taskIn('succeeded', {subtasks: [one, two], subtasksLeftOut: 3}),
      given: {'strict-subtasks': 'false'},
      message: passedOver('1 of its 5 subtasks'),
      below: `DataArts Studio reports SUCCEEDED. ${passedOver('1 of its 5 subtasks')}`
    },
    {
      name: 'that a warning was let pass, and which subtasks were passed over',
      task: taskIn('warning', {subtasks: [one, two, three]}),
      given: {'allow-warnings': 'true', 'strict-subtasks': 'false'},
      message: `${allowed} ${passedOver('1 of its 3 subtasks')}`,
      below: `DataArts Studio reports WARNING. ${allowed} ${passedOver('1 of its 3 subtasks')}`
    },
    {
      name: 'nothing of subtasks with warnings that are accepted',
      task: taskIn('succeeded', {subtasks: [one, three]}),
      given: {'strict-subtasks': 'false', 'allow-warnings': 'true'},
      message: '',
      below: 'DataArts Studio reports SUCCEEDED.'
    },
    {
      name: 'nothing of subtasks that have succeeded',
      task: taskIn('succeeded', {subtasks: [one]}),
      given: {'strict-subtasks': 'false'},
      message: '',
      below: 'DataArts Studio reports SUCCEEDED.'
    }
  ];

  it.each(cases)('it says $name', ({task, given, message, below}) => {
    expect(saidOf([waitEnding(succeeded, task)], given)).toMatchObject({
      headline: 'DataArts Studio task T1 succeeded',
      message,
      below,
      toDo: []
    });
  });

  it('it says so in Chinese', () => {
    const warning = waitEnding(succeeded, taskIn('warning'));
    expect(saidOf([warning], {'allow-warnings': 'true'}, zh)).toMatchObject({
      headline: '数据治理中心 DataArts Studio 任务 T1 成功',
      message: '任务结束但有警告；由于设置了 allow-warnings: true，按成功处理。'
    });
  });
});

it.each([
  [{}, 'ACTIVE', 'is ready: ACTIVE', '已就绪：ACTIVE'],
  [{expect: 'SHUTOFF'}, 'SHUTOFF', 'is in the expected state: SHUTOFF', '已处于预期状态：SHUTOFF']
])('of a resource the headline says the state, with %j', (given, serviceStatus, inEnglish, inChinese) => {
  const results = [waitEnding(succeeded, taskIn('succeeded', {serviceStatus}))] as const;
  expect(saidOf(results, {...server, ...given}).headline).toBe(
    `Elastic Cloud Server instance ${serverIds[0]} ${inEnglish}`
  );
  expect(saidOf(results, {...server, ...given}, zh).headline).toBe(
    `弹性云服务器 ECS 实例 ${serverIds[0]} ${inChinese}`
  );
});

it('of a wait that ended because another task failed, it says that', () => {
  expect(saidOf([waitEnding({verdict: 'unfinished', because: 'fail-fast'}, taskIn('running'))])).toMatchObject({
    headline: 'DataArts Studio task T1: wait ended because another task did not succeed',
    message: 'Another task of this step did not succeed. Because fail-fast is true, the wait ended here as well.',
    toDo: [
      [
        'If this job only waits: re-run this job alone. The task-id stays the same.',
        'If this job also starts the task: do not re-run this job or start a new run, because that starts the task a second time. Run this step and the later ones in a workflow that does not start it, with task-id: T1.'
      ]
    ]
  });
});

describe('whether the task runs', () => {
  const running = taskIn('running');
  const endMs = ended - 60_000;
  const sinceThen = '08:59:50 UTC, 10s before the wait ended';
  const isRunning = `Still running when last polled (RUNNING, ${sinceThen}). This step did not stop it.`;
  const isUnknown = `Not known. Last seen RUNNING at ${sinceThen}. It may still be running.`;
  const notProven = (state: string) =>
    `Not known for certain: ${state} when last polled at ${sinceThen}. This step did not stop it.`;
  const cancelled = {verdict: 'cancelled'} as const;
  const failFast = {verdict: 'unfinished', because: 'fail-fast'} as const;
  const polledOnce = {verdict: 'unfinished', because: 'polled-once'} as const;
  const timedOut = {verdict: 'timed-out'} as const;
  const denied = {verdict: 'denied', cause: failureOf({kind: 'denied', status: 403})} as const;

  const cases: readonly (readonly [name: string, ending: Ending, task: Task, now: string, more?: Wait])[] = [
    ['of a success', succeeded, taskIn('succeeded', {endMs}), 'Ended at 08:59:00 UTC.'],
    ['of a failure', failed, taskIn('failed', {endMs}), 'Ended at 08:59:00 UTC.'],
    ['of a stop', {verdict: 'stopped', because: 'task'}, taskIn('stopped', {endMs}), 'Ended at 08:59:00 UTC.'],
    [
      'of an end in a word that is not known',
      {verdict: 'error', problem: 'ended-in-unknown-word'},
      taskIn('unknown', {endMs}),
      'Ended at 08:59:00 UTC.'
    ],
    [
      'of a state that is missing',
      {verdict: 'error', problem: 'no-state'},
      taskIn('untold', {serviceStatus: '', endMs}),
      `Not known. Last seen no state at ${sinceThen}. It may still be running.`
    ],
    ['of a refusal', denied, running, isUnknown],
    ['at the limit', timedOut, running, isRunning],
    ['at the limit in a word that is not known', timedOut, taskIn('unknown', {serviceStatus: 'ODD'}), notProven('ODD')],
    [
      'at the limit at an end that does not count',
      {verdict: 'timed-out', doubt: 'settling'},
      taskIn('succeeded'),
      notProven('SUCCEEDED')
    ],
    ['at the limit while no request was let through', {verdict: 'timed-out', cause: unavailable}, running, isUnknown],
    ['after the only poll', polledOnce, running, isRunning],
    [
      'after the only poll, at an end that does not count',
      {...polledOnce, doubt: 'settling'},
      taskIn('succeeded'),
      notProven('SUCCEEDED')
    ],
    ['of a wait that another task ended', failFast, running, isRunning],
    [
      'of a wait that another task ended after a failed request',
      failFast,
      running,
      isUnknown,
      {failures: [failure(unavailable, 5)]}
    ],
    ['of a wait that was cancelled', cancelled, running, isRunning],
    ['of a wait that was cancelled at an end that does not count', cancelled, taskIn('failed'), notProven('FAILED')],
    [
      'of a wait that was cancelled after a failed request',
      cancelled,
      running,
      isUnknown,
      {failures: [failure(unavailable, 20), failure(unavailable, 5)]}
    ],
    [
      'of a wait that was cancelled after an answer that came behind failed requests',
      cancelled,
      running,
      isRunning,
      // The last of them was repeated at once.
      {failures: [failure(unavailable, 20), failure(unavailable, 10)]}
    ]
  ];

  it.each(cases.map(([name, ...rest]) => ({name, rest})))('is said $name', ({rest: [ending, task, now, more]}) => {
    const result = waitEnding(ending, task, {look: {beforeEndMs: 10_000}, ...more});
    expect(saidOf([result]).now).toBe(now);
  });
});

describe('what the support is told', () => {
  const two = {'task-id': 'a1 b2'};
  const where = ['workspace default (none given)', `project ${places.project}`, 'region cn-north-4'];
  const told = (results: NonEmpty<WaitResult>, given?: Readonly<Record<string, string>>) =>
    saidOf(results, given).support.split(' · ').slice(0, -1);
  const running = taskIn('running');
  const noIdToken = failureOf(
    {kind: 'denied', party: 'github', explanation: words => words.refusals.noIdToken},
    words => words.refusals.noIdTokenToGet
  );
  const refused = failureOf(
    {kind: 'denied', status: 401, party: 'iam', explanation: words => words.refusals.logIn},
    ''
  );

  it('is the task, its place, and when the step ended', () => {
    expect(told([waitEnding({verdict: 'cancelled'}, running)])).toEqual([
      'DataArts Studio',
      'task T1',
      ...where,
      'step ended 2018-12-14 09:00:00 UTC'
    ]);
  });

  it('is the endpoint, where one was given', () => {
    expect(told([waitEnding({verdict: 'cancelled'}, running)], {endpoint: 'https://dlf.example'})).toEqual([
      'DataArts Studio',
      'task T1',
      ...where,
      'endpoint https://dlf.example',
      'step ended 2018-12-14 09:00:00 UTC'
    ]);
  });

  it('of several tasks is when the last of them ended', () => {
    const results = [
      waitEnding(succeeded, taskIn('succeeded'), {endedDateMs: ended + 2000}),
      waitEnding(succeeded, taskIn('succeeded'))
    ] as const;
    expect(told(results, two)).toEqual([
      'DataArts Studio',
      'tasks a1, b2',
      ...where,
      'step ended 2018-12-14 09:00:02 UTC'
    ]);
  });

  it('of several tasks is the failed requests of all, by their time, and that they decide a verdict', () => {
    const results = [
      waitEnding({verdict: 'timed-out', cause: unavailable}, running, {
        failedPolls: 1,
        throttledPolls: 1,
        failures: [failure(unavailable, 1)]
      }),
      waitEnding(succeeded, taskIn('succeeded'), {
        failedPolls: 2,
        throttledPolls: 1,
        failures: [
          failure(failureOf({kind: 'throttled', status: 429}), 3),
          failure(failureOf({kind: 'transient', status: 500}), 2)
        ]
      })
    ] as const;
    expect(told(results, two)).toContain(
      '3 failed requests in all, of tasks a1, b2 (2 throttled): HTTP 429 at 08:59:57 UTC; HTTP 500 at 08:59:58 UTC; HTTP 503 at 08:59:59 UTC'
    );
  });

  it('of several tasks names those alone of which a request was sent and failed', () => {
    const failing = waitEnding({verdict: 'timed-out', cause: unavailable}, running, {
      failedPolls: 1,
      failures: [failure(unavailable, 1)]
    });
    const lacking = waitEnding({verdict: 'denied', cause: noIdToken}, undefined, {
      failedPolls: 1,
      failures: [failure(noIdToken, 1)]
    });
    expect(told([lacking, failing], two)).toContain('1 failed request in all, of task b2: HTTP 503 at 08:59:59 UTC');
  });

  it.each<[string, Ending]>([
    ['at the limit', {verdict: 'timed-out', doubt: undefined, cause: undefined}],
    ['of a success', succeeded]
  ])('is that failed requests did not decide the verdict, %s after an answer', (_, ending) => {
    const result = waitEnding(ending, running, {failedPolls: 1, failures: [failure(unavailable, 60)]});
    expect(told([result])).toContain(
      '1 failed request in all, without effect on the verdict: HTTP 503 at 08:59:00 UTC'
    );
  });

  it('is no failed request where none was sent for what the job lacks', () => {
    const result = waitEnding({verdict: 'denied', cause: noIdToken}, undefined, {
      failedPolls: 2,
      failures: [failure(unavailable, 2), failure(noIdToken, 1)]
    });
    expect(told([result])).toContain('1 failed request in all: HTTP 503 at 08:59:58 UTC');
  });

  it('is the request that was refused, also where the reason is known', () => {
    const result = waitEnding({verdict: 'denied', cause: refused}, undefined, {
      failedPolls: 1,
      failures: [failure(refused, 1)]
    });
    expect(told([result])).toContain('1 failed request in all: HTTP 401 (IAM) at 08:59:59 UTC');
  });

  it('of resources that are gone is how many polls did not find them, and else the failed requests', () => {
    const given = {service: 'ecs-server', 'task-id': serverIds.join(' '), expect: 'gone'};
    const away = waitEnding(gone, running, {failedPolls: 4, notFoundPolls: 3});
    const bad = waitEnding(failed, taskIn('failed', {serviceStatus: 'ERROR'}), {failedPolls: 1});
    expect(told([away, away], given)).toContain('6 polls did not find it');
    expect(told([away, bad], given)).toContain('5 failed requests in all, without effect on the verdict');
  });
});
