import {describe, expect, it} from '@jest/globals';
import type {NonEmpty} from '../../../src/non-empty.ts';
import type {Ending} from '../../../src/polling/judge.ts';
import type {WaitResult} from '../../../src/polling/poller.ts';
import {endingText} from '../../../src/report/ending.ts';
import {factsOf} from '../../../src/report/facts/facts.ts';
import {factsOfAll} from '../../../src/report/facts/several.ts';
import type {ToldTask} from '../../../src/report/facts/told.ts';
import {en, type Words} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {failureOf, inputsFor, places, subtaskIn, taskIn, waitEnding} from '../results.ts';

/** Of tasks T1, T2 and so on, in this order. */
function told(results: readonly WaitResult[], given: Readonly<Record<string, string>> = {}, words: Words = en) {
  const ids = results.map((_, index) => `T${index + 1}`).join(' ');
  const inputs = inputsFor({'task-id': ids, ...given});
  const all = results.map((result, index) => {
    const reference = inputs.tasks[index] ?? inputs.tasks[0];
    return {reference, result, facts: factsOf(result, reference, inputs)};
  }) as unknown as NonEmpty<ToldTask>;
  const {headline, whole, reasons, ofReasons, toDo} = endingText(factsOfAll(all, inputs), words, all);
  return {headline, message: whole, reasons, ...(ofReasons && {ofReasons}), toDo};
}

const of = (ending: Ending, ...rest: readonly [ReturnType<typeof taskIn>?]) => waitEnding(ending, ...rest);
const succeeded = of({verdict: 'succeeded'}, taskIn('succeeded'));
const failed = (message: string) => of({verdict: 'failed', because: 'task'}, taskIn('failed', {message}));
const full = failed('The disk is full.');
const stopped = of({verdict: 'stopped', because: 'task'}, taskIn('stopped'));
const timedOut = of({verdict: 'timed-out'}, taskIn('running'));
const unseen = of({verdict: 'timed-out'});
const cached = of({verdict: 'timed-out', doubt: 'cached'}, taskIn('succeeded'));
const polledOnce = of({verdict: 'unfinished', because: 'polled-once'}, taskIn('running'));
const cancelled = of({verdict: 'cancelled'}, taskIn('running'));
const rejected = (code: string) =>
  of({verdict: 'error', problem: 'request', cause: failureOf({kind: 'rejected', status: 400, code, text: 'No.'})});

const title = 'DataArts Studio';
const side = 'Whether this lies with the service or with what it was asked to do, this step cannot tell.';
const isFull = `${title} reports FAILED. Reason: The disk is full. ${side}`;
const isStopped = `${title} reports STOPPED. The answer does not say who stopped it, or why.`;
const limit = 'The wait reached its limit, timeout: 1h 00m 00s.';
const fix = `Fix the cause. For more about it, look at the task in ${title}. Check there also whether the failed task has left anything behind, and remove that first.`;
const thisOneOnly = 'Then start the task again (only this one: by hand, or in another workflow).';
const checkStop = `Look in ${title} why it was stopped. If that was on purpose, nothing more is to be done. If not, do the following.`;
const newId =
  'If this workflow only waits: start the task again, then start a new run with the new id in task-id. A re-run would wait for the old id.';
const alsoStarts =
  'If a job of this workflow starts the task: re-run that job; if you changed files of this repository, start a new run instead.';
const nothing = ['Succeeded: nothing to do.'];
const nothingOfOthers = ['Succeeded: nothing to do; their ids can stay in task-id.'];
const newIds =
  'Then, if this workflow starts none of the tasks: start a new run, with each new id in the place of its old one in task-id. A re-run would wait for the old ids.';
const sameIds = 'If this job only waits: after these points, re-run it. Before that it would be red again.';
const twice = (which: string, starter: 'If this job' | 'If this workflow' = 'If this job') =>
  `${starter} starts the tasks, do not run it again: those that ${which} would run twice.`;
const waitForNew =
  'Run this step and the later ones in a workflow that starts none of the tasks, with each new id in the place of its old one in task-id.';
const replaced =
  'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also starts the task, check that the task does not run twice.';
const raiseJobTimeout =
  'If timeout-minutes ran out, and the wait usually takes longer, raise timeout-minutes for later runs.';
const raiseTimeout = 'If such a task usually takes longer, raise timeout for later runs.';
const afterThat = 'If this job only waits: once that is done, re-run this job alone. The task-id stays the same.';
const onlyWaits = 'If this job only waits: re-run this job alone. The task-id stays the same.';
const startsOnce = (ids: string) =>
  `If this job also starts the task: do not re-run this job or start a new run, because that starts the task a second time. Run this step and the later ones in a workflow that does not start it, with task-id: ${ids}.`;
const startsUnseen = (ids: string) =>
  `If this job also starts the task: look first whether the service has this task. If so, run this step and the later ones in a workflow that does not start it, with task-id: ${ids}. If not, start a new run of this workflow.`;

describe('several tasks that succeeded', () => {
  it('are counted, and nothing else is said', () => {
    expect(told([succeeded, succeeded])).toEqual({
      headline: `2 tasks of ${title}: 2 succeeded`,
      message: '',
      reasons: [],
      toDo: []
    });
  });

  it('have what their success does not say', () => {
    expect(told([succeeded, succeeded], {service: 'codearts-check'})).toEqual({
      headline: '2 tasks of CodeArts Check: 2 succeeded',
      message:
        'This says that the check has ended: it does not say what it found, nor whether its quality gate was passed.',
      reasons: [],
      toDo: []
    });
  });
});

describe('of several tasks', () => {
  it('those that failed are told first, each with its reason and with what helps it alone', () => {
    expect(told([succeeded, stopped, full])).toEqual({
      headline: `3 tasks of ${title}: 1 failed, 1 was stopped, 1 succeeded`,
      message: `1 failed, 1 was stopped, 1 succeeded. Task T3: ${isFull}`,
      reasons: [`T3: failed: ${isFull}`, `T2: stopped: ${isStopped}`],
      toDo: [
        [`Failed (T3): ${fix} ${thisOneOnly}`],
        [`Stopped (T2): ${checkStop} ${thisOneOnly}`],
        nothingOfOthers,
        [newIds, `${twice('succeeded', 'If this workflow')} ${waitForNew}`]
      ]
    });
  });

  it('the same is said in Chinese', () => {
    const {headline, reasons, toDo} = told([succeeded, stopped, full], {}, zh);
    expect(headline).toBe('数据治理中心 DataArts Studio 的 3 个任务：1 个失败，1 个被停止，1 个成功');
    expect(reasons).toEqual([
      'T3：失败：数据治理中心 DataArts Studio 返回的状态为 FAILED。服务给出的原因：The disk is full. 是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。',
      'T2：已停止：数据治理中心 DataArts Studio 返回的状态为 STOPPED。响应中没有说明是谁停止的，也没有说明原因。'
    ]);
    expect(toDo).toEqual([
      [
        '失败（T3）：请解决问题；详情见数据治理中心 DataArts Studio 中的该任务。还请在那里确认失败的任务是否有残留，如有请先清理。然后单独重新发起任务（手动，或通过其他工作流）。'
      ],
      [
        '已停止（T2）：在数据治理中心 DataArts Studio 中查看停止的原因。如果是有意停止的，就不必再处理；如果不是，请按下面的方法处理。然后单独重新发起任务（手动，或通过其他工作流）。'
      ],
      ['成功的任务：无需处理，它们的 ID 可以留在 task-id 中。'],
      [
        '最后，如果本工作流不启动这些任务：在 task-id 中用新的 ID 替换对应的旧 ID，再触发新的运行（如果只是重新运行，等待的仍是旧的 ID）。',
        '如果本工作流也负责启动任务，不要重新运行，也不要触发新的运行：已成功的任务会重复执行。请在不启动这些任务的工作流中执行本步骤和后续步骤，在 task-id 中用新的 ID 替换对应的旧 ID。'
      ]
    ]);
  });

  it('one that was stopped would make a re-run red again as well', () => {
    expect(told([stopped, succeeded]).toDo).toEqual([
      [`Stopped (T1): ${checkStop} ${thisOneOnly}`],
      nothingOfOthers,
      [newIds, `${twice('succeeded', 'If this workflow')} ${waitForNew}`]
    ]);
  });

  it('those that failed for one reason are told once, and may be started again where there are no others', () => {
    const {reasons, ofReasons, toDo} = told([full, full]);
    expect(reasons).toEqual([`T1, T2: failed: ${isFull.replace(` ${side}`, '')}`]);
    expect(ofReasons).toBe(
      'Whether these failures lie with the service or with what it was asked to do, this step cannot tell.'
    );
    expect(told([full, stopped]).ofReasons).toBeUndefined();
    expect(toDo).toEqual([[`Failed (T1, T2): ${fix}`, newId, alsoStarts]]);
  });

  it('one with subtasks that failed has what it can do without them', () => {
    const bySubtasks = of(
      {verdict: 'failed', because: 'subtasks'},
      taskIn('succeeded', {subtasks: [subtaskIn('failed', 'a', {message: 'No such job.'})]})
    );
    expect(told([bySubtasks, succeeded]).toDo[0]).toEqual([
      `Failed (T1): Fix the cause. For more about it, look at the task in ${title}. ${thisOneOnly}`,
      'If you can do without the subtasks that did not succeed: take its id out of task-id. Nothing else is to be done about this task.'
    ]);
  });

  it('those that were stopped by themselves and by their subtasks have steps of their own', () => {
    const byParts = of(
      {verdict: 'stopped', because: 'subtasks'},
      taskIn('stopped', {isDecidedByParts: true, subtasks: [subtaskIn('stopped', 'a')]})
    );
    expect(told([stopped, byParts, stopped]).toDo).toEqual([
      [`Stopped (T1, T3): ${checkStop}`, newId, alsoStarts],
      [`Stopped (T2): Look for the cause in ${title}, and fix it.`, newId, alsoStarts]
    ]);
  });

  it('all that timed out are to be waited for again, with their ids', () => {
    const {headline, reasons, toDo} = told([timedOut, timedOut]);
    expect(headline).toBe(`2 tasks of ${title}: wait timed out for 2`);
    expect(reasons).toEqual([
      `T1, T2: timed out: ${limit} The task has not failed so far. Whether timeout is too short for such a task, or this one is unusually slow, is not known.`
    ]);
    expect(toDo).toEqual([
      [`Timed out (T1, T2): ${onlyWaits}`, startsOnce('T1, T2'), raiseTimeout],
      [twice('may still be running')]
    ]);
  });

  it('one that was never seen may not have been started', () => {
    const failing = of({verdict: 'timed-out', cause: failureOf({kind: 'transient', status: 503})}, taskIn('running'));
    expect(told([unseen, unseen]).toDo).toEqual([
      [`Timed out (T1, T2): ${onlyWaits}`, startsUnseen('T1, T2'), raiseTimeout]
    ]);
    expect(told([failing, unseen]).toDo).toEqual([
      [
        `Timed out (T1): ${onlyWaits}`,
        startsOnce('T1'),
        expect.stringMatching(/^If requests keep failing/),
        raiseTimeout
      ],
      [`Timed out (T2): ${onlyWaits}`, startsUnseen('T2'), raiseTimeout]
    ]);
  });

  it('those that timed out beside one that failed are to be waited for alone', () => {
    const {headline, message, toDo} = told([full, timedOut, timedOut]);
    expect(headline).toBe(`3 tasks of ${title}: 1 failed, wait timed out for 2`);
    expect(message).toBe(`1 failed, wait timed out for 2. Task T1: ${isFull}`);
    expect(toDo).toEqual([
      [`Failed (T1): ${fix} ${thisOneOnly}`],
      ['Timed out (T2, T3): Keep their ids for the next wait.', raiseTimeout],
      [newIds, `${twice('may still be running', 'If this workflow')} ${waitForNew}`]
    ]);
  });

  it('one whose end does not count yet may still run', () => {
    expect(told([cached, full]).toDo).toEqual([
      [`Failed (T2): ${fix} ${thisOneOnly}`],
      ['Timed out (T1): Keep its id for the next wait.', raiseTimeout],
      [newIds, `${twice('may still be running', 'If this workflow')} ${waitForNew}`]
    ]);
  });

  it('those that were polled once are to be waited for again, with their ids', () => {
    const {headline, toDo} = told([polledOnce, polledOnce], {timeout: '0'});
    expect(headline).toBe(`2 tasks of ${title}: 2 not ended`);
    expect(toDo).toEqual([
      [
        'Not ended (T1, T2): Poll again later: re-run this job if it only waits, or use a scheduled workflow.',
        startsOnce('T1, T2')
      ],
      [twice('may still be running')]
    ]);
  });

  it('those whose wait was cancelled are to be waited for again, which nothing makes red', () => {
    const {headline, toDo} = told([cancelled, succeeded, cancelled]);
    expect(headline).toBe(`3 tasks of ${title}: wait cancelled for 2, 1 succeeded`);
    expect(toDo).toEqual([
      [`Cancelled (T1, T3): ${replaced}`, 'Otherwise:', onlyWaits, startsOnce('T1, T3'), raiseJobTimeout],
      nothing,
      [twice('succeeded or may still be running')]
    ]);
  });

  it('those with the same advice are told once, whatever their reasons are', () => {
    const noState = of({verdict: 'error', problem: 'no-state'}, taskIn('untold', {serviceStatus: ''}));
    const {headline, reasons, toDo} = told([rejected('A.1'), rejected('A.2'), noState, rejected('A.1')]);
    const answered = `${title} rejected the request to https://${places.host} (built from region "cn-north-4"): HTTP 400`;
    const afterFix = [
      'Then do the first of these that fits:',
      'If this job only waits, and you changed no file of this repository: re-run this job alone.',
      'If you changed files, and no job of this workflow starts the task: start a new run (a re-run uses the old files).'
    ];
    expect(headline).toBe(`4 tasks of ${title}: error for 4`);
    expect(reasons).toEqual([
      `T1, T4: error: ${answered}, A.1: No.`,
      `T2: error: ${answered}, A.2: No.`,
      `T3: error: For a minute ${title} answered without a state.`
    ]);
    expect(toDo).toEqual([
      [
        'Error (T1, T2, T4): Compare the inputs with what the answer says.',
        ...afterFix,
        'If a job of this workflow starts the task: look first whether the service has this task. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1, T2, T4. If not, start a new run of this workflow.'
      ],
      [`Error (T3): Check the task in ${title}, until it has a state there.`, afterThat, startsOnce('T3')]
    ]);
  });

  it('one whose id names a thing is waited for again by the same id', () => {
    expect(told([full, succeeded], {service: 'rfs-stack'}).toDo.at(-1)).toEqual([
      sameIds,
      `${twice('succeeded')} After these points, run this step and the later ones in a workflow that starts none of the tasks.`
    ]);
    expect(told([full, succeeded], {service: 'rfs-plan', 'task-id': 's/T1 s/T2'}).toDo.at(-1)).toEqual([
      newIds,
      `${twice('succeeded', 'If this workflow')} ${waitForNew}`
    ]);
  });

  it('those that are to be waited for in other ways have steps of their own', () => {
    const unseenToo = of({verdict: 'cancelled'});
    expect(told([cancelled, unseenToo]).toDo).toEqual([
      [`Cancelled (T1): ${replaced}`, 'Otherwise:', onlyWaits, startsOnce('T1'), raiseJobTimeout],
      [`Cancelled (T2): ${replaced}`, 'Otherwise:', onlyWaits, startsUnseen('T2'), raiseJobTimeout],
      [twice('may still be running')]
    ]);
  });

  it('those in different states that are not known have steps of their own', () => {
    const inState = (serviceStatus: string) => of({verdict: 'timed-out'}, taskIn('unknown', {serviceStatus}));
    expect(told([inState('A'), inState('B')]).toDo.map(([first]) => first)).toEqual([
      expect.stringMatching(/^Timed out \(T1\): Look in/),
      expect.stringMatching(/^Timed out \(T2\): Look in/),
      twice('may still be running')
    ]);
  });

  it('one whose end does not count yet may still run beside those that succeeded, and one that was refused beside those that failed', () => {
    expect(told([cached, succeeded]).toDo.at(-1)).toEqual([twice('succeeded or may still be running')]);
    const denied = of({verdict: 'denied', cause: failureOf({kind: 'denied', status: 401})});
    expect(told([full, denied]).toDo.at(-1)).toEqual([
      newIds,
      `${twice('may still be running', 'If this workflow')} ${waitForNew}`
    ]);
  });

  it('those decided by their subtasks have no input that lets them pass', () => {
    const part = subtaskIn('failed', 'two');
    const failing = (isDecidedByParts: boolean) =>
      of({verdict: 'failed', because: 'subtasks'}, taskIn('succeeded', {isDecidedByParts, subtasks: [part]}));
    const first = (isDecidedByParts: boolean) => told([failing(isDecidedByParts), succeeded]).toDo[0];
    const find = `Failed (T1): Look for the cause in ${title}, and fix it. ${thisOneOnly}`;
    expect(first(true)).toEqual([find]);
    expect(first(false)).toEqual([
      find,
      'If you can do without the subtasks that did not succeed: take its id out of task-id. Nothing else is to be done about this task.'
    ]);
  });

  it('a resource that failed is changed alone, where others must not be', () => {
    const ids = ['0f58c8dc-4a78-42e6-9811-565679de8e9e', '1f58c8dc-4a78-42e6-9811-565679de8e9e'];
    const {toDo} = told([full, succeeded], {service: 'ecs-server', 'task-id': ids.join(' ')});
    expect(toDo.slice(0, -2)).toEqual([
      [
        `Failed (${ids[0]}): Fix the cause. For more about it, look at the resource in the console.`,
        'If its creation failed: delete the resource, and create it again (only this one: by hand, or in another workflow). The new id of the resource in the input task-id needs a new run.',
        'If another operation failed: repeat it (only for this one: by hand, or in another workflow). Its id stays the same.'
      ]
    ]);
  });

  it('a resource whose creation failed is created alone', () => {
    const ids = ['0f58c8dc-4a78-42e6-9811-565679de8e9e', '1f58c8dc-4a78-42e6-9811-565679de8e9e'];
    const lastRunning = taskIn('running', {serviceStatus: 'BUILD'});
    const task = taskIn('failed', {serviceStatus: 'ERROR'});
    const uncreated = waitEnding({verdict: 'failed', because: 'task'}, task, {lastRunning});
    const {toDo} = told([uncreated, succeeded], {service: 'ecs-server', 'task-id': ids.join(' ')});
    expect(toDo[0]).toEqual([
      `Failed (${ids[0]}): Look at the resource in the console and fix the cause.`,
      'If its creation failed: delete the resource, and create it again (only this one: by hand, or in another workflow). The new id of the resource in the input task-id needs a new run.'
    ]);
  });

  it('fifty reasons are told, and how many more there are', () => {
    const reasonsOf = (count: number) =>
      told(Array.from({length: count}, (_, index) => failed(`Reason ${index + 1}.`))).reasons;
    const all = Array.from(
      {length: 50},
      (_, index) => `T${index + 1}: failed: ${title} reports FAILED. Reason: Reason ${index + 1}.`
    );
    expect(reasonsOf(50)).toEqual(all);
    expect(reasonsOf(53)).toEqual([...all, '… and 3 more.']);
  });
});
