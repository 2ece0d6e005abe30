import {describe, expect, it} from '@jest/globals';
import type {Ending} from '../../../src/polling/judge.ts';
import type {Task} from '../../../src/task.ts';
import {zh} from '../../../src/words/zh.ts';
import {subtaskIn, taskIn, waitEnding} from '../results.ts';
import {saidOf} from './said.ts';

type Broken = Exclude<Extract<Ending, {verdict: 'error'}>, {problem: 'request'}>;
type Without<T> = T extends unknown ? Omit<T, 'verdict'> : never;

const said = (
  problem: Without<Broken>,
  task: Task,
  ...more: Parameters<typeof saidOf> extends [unknown, ...infer R] ? R : []
) => saidOf([waitEnding({verdict: 'error', ...problem} as Broken, task)], ...more);

const one = subtaskIn('succeeded', 'one');
const two = subtaskIn('running', 'two');

describe('of a task that reports success while subtasks have not ended', () => {
  const open = {problem: 'open-subtasks', open: [two]} as const;

  it('it says which, and how to do without them', () => {
    expect(said(open, taskIn('succeeded', {subtasks: [one, two]}))).toMatchObject({
      headline: 'DataArts Studio task T1: its state is SUCCEEDED, but 1 subtask did not end',
      message: 'DataArts Studio reports SUCCEEDED, but after a minute 1 subtask had still not ended: two.',
      toDo: [
        [
          'If you can do without the subtasks that did not succeed: set strict-subtasks: false, and start a new run, because a re-run keeps the old workflow file. If a new run would start the task a second time: instead, run this step and the later ones in a workflow that does not start it, with the same task-id and strict-subtasks: false. If you need these subtasks, do the following.'
        ],
        ['Check these subtasks in DataArts Studio.'],
        [
          'If this job only waits: once that is done, re-run this job alone. The task-id stays the same.',
          'If this job also starts the task: do not re-run this job or start a new run, because that starts the task a second time. Run this step and the later ones in a workflow that does not start it, with task-id: T1.'
        ]
      ]
    });
  });

  it('it says so in Chinese', () => {
    expect(said(open, taskIn('succeeded', {subtasks: [one, two]}), {}, zh)).toMatchObject({
      headline: '数据治理中心 DataArts Studio 任务 T1：状态为 SUCCEEDED，但有 1 个子任务没有结束',
      message: '数据治理中心 DataArts Studio 返回的状态为 SUCCEEDED，但一分钟后仍有 1 个子任务没有结束：two。'
    });
  });

  it('it does not say to do without those that decide', () => {
    const task = taskIn('succeeded', {serviceStatus: 'task_done', isDecidedByParts: true, subtasks: [one, two]});
    expect(said(open, task, {service: 'cdn', 'project-id': ''}).toDo).toEqual([
      ['Check these subtasks in Content Delivery Network.'],
      [expect.stringMatching(/^If this job only waits/), expect.stringMatching(/^If this job also starts/)]
    ]);
  });

  it.each([
    ['strict-subtasks is false already', {'strict-subtasks': 'false'}, [one, two]],
    ['it has none', {}, []]
  ])('it does not say to do without them where %s', (_, given, subtasks) => {
    const {toDo} = said({problem: 'contradiction', contradictions: ['no']}, taskIn('succeeded', {subtasks}), given);
    expect(toDo).toEqual([
      ['Check the task in DataArts Studio: the state or the rest of the answer is wrong.'],
      [expect.stringMatching(/^If this job only waits/), expect.stringMatching(/^If this job also starts/)]
    ]);
  });
});

describe('of a task that has ended in a word that is not known', () => {
  const ended = {problem: 'ended-in-unknown-word'} as const;
  const task = taskIn('unknown', {serviceStatus: 'HALF_DONE', endMs: Date.UTC(2018, 11, 14, 8)});

  it('it says that it may have ended, where a subtask has not', () => {
    const open = {...task, subtasks: [subtaskIn('running', 'two')]};
    expect(said(ended, open)).toMatchObject({
      headline: 'DataArts Studio task T1 may have ended in "HALF_DONE", a state that this action does not know',
      message:
        'DataArts Studio reports "HALF_DONE", a state that this action does not know. The answer has an end time, so this step waits no longer, although the same answer has 1 subtask that has not ended. Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell.',
      below:
        'This action does not know the state that DataArts Studio reports. The answer has an end time, so this step waits no longer, although the same answer has 1 subtask that has not ended. Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell.',
      now: 'Not known for certain: it may have ended at 08:00:00 UTC. Check before you start another.'
    });
    expect(said(ended, open, {}, zh)).toMatchObject({
      headline: '数据治理中心 DataArts Studio 任务 T1 可能已结束，但本 Action 不认识其状态“HALF_DONE”',
      below:
        '数据治理中心 DataArts Studio 返回的状态不在本 Action 的状态列表中。响应中有结束时间，因此本步骤不再等待，尽管同一响应中还有 1 个子任务没有结束。是任务本身有问题，还是仅仅因为本 Action 没有收录该状态，本步骤无法判断。',
      now: '不能确定：可能已于 08:00:00 UTC 结束。请先确认任务状态，再决定是否重新发起任务。'
    });
    const more = {...task, subtasks: [subtaskIn('running', 'two'), subtaskIn('running', 'three')]};
    expect(said(ended, more).message).toContain('although the same answer has 2 subtasks that have not ended. ');
  });

  it('it says what to do if it succeeded, and to report the word', () => {
    expect(said(ended, task)).toEqual({
      headline: 'DataArts Studio task T1 seems to have ended in "HALF_DONE", a state that this action does not know',
      message:
        'DataArts Studio reports "HALF_DONE", a state that this action does not know. The answer has an end time, so this step waits no longer. Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell.',
      below:
        'This action does not know the state that DataArts Studio reports. The answer has an end time, so this step waits no longer. Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell.',
      now: 'Ended at 08:00:00 UTC.',
      toDo: [
        ['Look in DataArts Studio what became of the task.'],
        [
          'If its state stays "HALF_DONE", a wait for it stays red: find out yourself what the state means. If the work is done: run the commands of the later steps yourself. If it has failed: fix the cause, start the task again, and wait for its new id.'
        ],
        [
          'Once its state has changed, if this job only waits: re-run this job alone. The task-id stays the same.',
          'Once its state has changed, if this job also starts it: run this step and the later ones in a workflow that does not start it, with task-id: T1. A re-run of this job would start it again.'
        ],
        [
          'Report the word "HALF_DONE" in an issue of this action\'s repository. If you know what it means, say that too.'
        ]
      ],
      support: expect.any(String)
    });
  });
});
