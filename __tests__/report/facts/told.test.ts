import {describe, expect, it} from '@jest/globals';
import type {NonEmpty} from '../../../src/non-empty.ts';
import type {WaitResult} from '../../../src/polling/poller.ts';
import {endingText} from '../../../src/report/ending.ts';
import {factsOf} from '../../../src/report/facts/facts.ts';
import {factsOfAll} from '../../../src/report/facts/several.ts';
import {firstIds, nowOfAll, type ToldTask} from '../../../src/report/facts/told.ts';
import type {Subtask, Task} from '../../../src/task.ts';
import {en, type Words} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {explain, failureOf, inputsFor, subtaskIn, taskIn, waitEnding} from '../results.ts';

function headlineOf(task: Partial<Task>, given: Readonly<Record<string, string>> = {}, words: Words = en): string {
  const inputs = inputsFor(given);
  const result = waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', task));
  return explain(result, inputs.tasks[0], inputs, words).title;
}

function allTold(results: readonly WaitResult[], given: Readonly<Record<string, string>> = {}): NonEmpty<ToldTask> {
  const inputs = inputsFor({'task-id': results.map((_, index) => `T${index + 1}`).join(' '), ...given});
  return results.map((result, index) => {
    const reference = inputs.tasks[index] ?? inputs.tasks[0];
    return {reference, result, facts: factsOf(result, reference, inputs)};
  }) as unknown as NonEmpty<ToldTask>;
}

describe('the headline', () => {
  it('has the name of the thing and that of the task, each once', () => {
    const both = {resourceName: 'Factory', name: 'Import'};
    expect(headlineOf(both)).toBe('DataArts Studio task "Factory" (Import) failed');
    expect(headlineOf(both, {}, zh)).toBe('数据治理中心 DataArts Studio 任务“Factory”（Import）失败');
    expect(headlineOf({name: 'Import'})).toBe('DataArts Studio task "Import" failed');
    expect(headlineOf({resourceName: 'Import', name: 'Import'})).toBe('DataArts Studio task "Import" failed');
  });

  it('has an id of 80 characters whole, and both ends of a longer one', () => {
    const id = 'a'.repeat(80);
    expect(headlineOf({}, {'task-id': id})).toBe(`DataArts Studio task ${id} failed`);
    const [begin, middle, end] = [`begin-${'b'.repeat(29)}`, 'mm', `${'e'.repeat(40)}-end`];
    expect(headlineOf({}, {'task-id': begin + middle + end})).toBe(`DataArts Studio task ${begin}…${end} failed`);
  });

  it('has the reason without white space around it and without its full stop, and with all other ones', () => {
    expect(headlineOf({message: ' Version 1.2 cannot read a.txt. '})).toBe(
      'DataArts Studio task T1 failed: Version 1.2 cannot read a.txt'
    );
    expect(headlineOf({message: '无法读取 1.2。'}, {}, zh)).toBe(
      '数据治理中心 DataArts Studio 任务 T1 失败：无法读取 1.2'
    );
  });

  it('has the progress behind the state, where there is one', () => {
    const inputs = inputsFor();
    const title = (progress?: number) =>
      explain(waitEnding({verdict: 'timed-out'}, taskIn('running', {progress})), inputs.tasks[0], inputs).title;
    expect(title(60)).toBe('DataArts Studio task T1: wait timed out after 1h 00m 00s, task still RUNNING, 60 %');
    expect(title(0)).toBe('DataArts Studio task T1: wait timed out after 1h 00m 00s, task still RUNNING, 0 %');
    expect(title()).toBe('DataArts Studio task T1: wait timed out after 1h 00m 00s, task still RUNNING');
  });
});

it('asks for a new run where the fix is a change of the workflow', () => {
  const cause = failureOf({kind: 'denied', party: 'github', explanation: words => words.refusals.noIdToken});
  const [told] = allTold([waitEnding({verdict: 'denied', cause}, taskIn('running'))]);
  const {toDo} = endingText(told.facts, en);
  expect(toDo).toEqual([
    [
      'Add to the job the two lines "permissions:" and "id-token: write" (and "contents: read", if the job uses actions/checkout). This does not help runs of pull requests from forks, which never get an id token: leave the wait out of such runs.'
    ],
    [
      'If no job of this workflow starts the task: start a new run, because a re-run keeps the old workflow file.',
      'If a job of this workflow starts the task: run this step and the later ones in a workflow that does not start it, with task-id: T1. A new run of this workflow would start it a second time.'
    ]
  ]);
});

it('asks for one that looks first where the task was not seen', () => {
  const cause = failureOf({kind: 'denied', party: 'github', explanation: words => words.refusals.noIdToken});
  const [told] = allTold([waitEnding({verdict: 'denied', cause})]);
  expect(endingText(told.facts, en).toDo.at(-1)).toEqual([
    'If no job of this workflow starts the task: start a new run, because a re-run keeps the old workflow file.',
    'If a job of this workflow starts the task: look first whether the service has this task. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1. If not, start a new run of this workflow.'
  ]);
});

it('names ten ids, and says how many more there are', () => {
  const ids = Array.from({length: 12}, (_, index) => `T${index + 1}`);
  expect(firstIds(ids.slice(0, 10), en)).toBe('T1, T2, T3, T4, T5, T6, T7, T8, T9, T10');
  expect(firstIds(ids, en)).toBe('T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, and 2 more');
});

describe('whether a task is running', () => {
  const endMs = Date.UTC(2018, 11, 14, 8);
  const endedUnknown = (subtasks: readonly Subtask[]) =>
    waitEnding({verdict: 'error', problem: 'ended-in-unknown-word'}, taskIn('unknown', {endMs, subtasks}));
  const succeeded = (subtasks: readonly Subtask[] = []) =>
    waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {endMs, subtasks}));
  const timedOut = (beforeEndMs: number) =>
    waitEnding({verdict: 'timed-out'}, taskIn('running'), {look: {beforeEndMs}});
  const nowOf = (result: WaitResult) => endingText(allTold([result])[0].facts, en).now;

  it('is not known where subtasks run behind an end time, of which those are counted that run', () => {
    expect(nowOf(endedUnknown([subtaskIn('running', 'a'), subtaskIn('succeeded', 'b')]))).toBe(
      'Not known for certain: it may have ended at 08:00:00 UTC. Check before you start another.'
    );
    expect(nowOf(endedUnknown([subtaskIn('succeeded', 'b')]))).toBe('Ended at 08:00:00 UTC.');
  });

  it('is not left open by a subtask that runs where the task has succeeded', () => {
    expect(nowOf(succeeded([subtaskIn('running', 'a')]))).toBe('Ended at 08:00:00 UTC.');
  });

  it('is counted for several, with the time of the last poll that showed one running', () => {
    const told = allTold([
      timedOut(9000),
      timedOut(3000),
      timedOut(6000),
      endedUnknown([subtaskIn('running', 'a')]),
      waitEnding({verdict: 'timed-out'}),
      succeeded(),
      succeeded()
    ]);
    expect(endingText(factsOfAll(told, inputsFor()), en, told).now).toBe(
      '2 ended. 3 still running when last polled (08:59:57 UTC); this step did not stop them. The state of 2 tasks is not known: they may be running, so check before you start another.'
    );
  });

  it('is settled for resources that are gone', () => {
    const gone = waitEnding({verdict: 'succeeded', because: 'gone'}, taskIn('running', {serviceStatus: 'DELETING'}));
    const serverId = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
    const told = allTold([gone, gone], {
      service: 'ecs-server',
      'task-id': `${serverId(1)} ${serverId(2)}`,
      expect: 'gone'
    });
    expect(nowOfAll(told)).toMatchObject({ended: 2, running: 0, unknown: 0});
  });
});
