import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {claimsSuccess, keptForShow, type Proof, proofOf, subtaskFailed} from '../../src/polling/verdict.ts';
import {isTerminal, type Subtask, type SubtaskState, type Task, type TaskState} from '../../src/task.ts';

const strict = {strictSubtasks: true, allowWarnings: false};
const lenient = {strictSubtasks: false, allowWarnings: false};
const warningsAllowed = {strictSubtasks: true, allowWarnings: true};
const anything = {strictSubtasks: false, allowWarnings: true};

const subtask = (state: SubtaskState): Subtask => ({name: `a ${state} one`, state, serviceStatus: state.toUpperCase()});

function taskIn(state: TaskState, ...subtasks: readonly SubtaskState[]): Task {
  return {state, serviceStatus: state.toUpperCase(), subtasks: subtasks.map(subtask)};
}

const forced = (...states: Parameters<typeof taskIn>): Task => ({...taskIn(...states), isForced: true});
const byParts = (...states: Parameters<typeof taskIn>): Task => ({...taskIn(...states), isDecidedByParts: true});

const subtaskStates: Readonly<Record<SubtaskState, {readonly ended: boolean}>> = {
  running: {ended: false},
  unknown: {ended: false},
  untold: {ended: false},
  succeeded: {ended: true},
  warning: {ended: true},
  failed: {ended: true},
  stopped: {ended: true},
  skipped: {ended: true}
};
const allSubtaskStates = Object.keys(subtaskStates) as SubtaskState[];
const allTaskStates = allSubtaskStates.filter((state): state is TaskState => state !== 'skipped' && state !== 'untold');

describe('isTerminal', () => {
  it.each(Object.entries(subtaskStates))('tells of the state %s: %j', (state, {ended}) => {
    expect(isTerminal(state as SubtaskState)).toBe(ended);
  });
});

describe('proofOf', () => {
  const succeeded: Proof = {kind: 'succeeded'};
  const running: Proof = {kind: 'running'};
  const failedSubtasks: Proof = {kind: 'failed', because: 'subtasks'};
  const warning: Proof = {kind: 'failed', because: 'warning'};
  const unproven = (...open: readonly SubtaskState[]): Proof => ({
    kind: 'unproven',
    open: open.map(subtask),
    contradictions: []
  });

  it.each([
    ['a running task proves nothing', taskIn('running'), strict, running],
    ['a running task with a failed subtask proves nothing yet', taskIn('running', 'failed'), strict, running],
    ['a running task whose subtasks all succeeded proves nothing', taskIn('running', 'succeeded'), anything, running],
    ['a word that is not known counts as running', taskIn('unknown', 'succeeded'), anything, running],
    ['a failed task has failed', taskIn('failed'), strict, {kind: 'failed', because: 'task'}],
    [
      'a failed task has failed, however good its subtasks are',
      taskIn('failed', 'succeeded'),
      anything,
      {kind: 'failed', because: 'task'}
    ],
    [
      'a failed task does not wait for its subtasks',
      taskIn('failed', 'running'),
      strict,
      {kind: 'failed', because: 'task'}
    ],
    ['a stopped task was stopped', taskIn('stopped', 'succeeded'), anything, {kind: 'stopped', because: 'task'}],
    ['success without subtasks is success', taskIn('succeeded'), strict, succeeded],
    ['success with good subtasks is success', taskIn('succeeded', 'succeeded', 'succeeded'), strict, succeeded],
    ['skipped subtasks pass', taskIn('succeeded', 'succeeded', 'skipped'), strict, succeeded],
    ['subtasks without a state prove nothing either way', taskIn('succeeded', 'untold'), strict, succeeded],
    ['a failed subtask makes it a failure', taskIn('succeeded', 'succeeded', 'failed'), strict, failedSubtasks],
    ['a stopped subtask makes it a failure', taskIn('succeeded', 'stopped'), strict, failedSubtasks],
    ['a subtask with a warning makes it a failure', taskIn('succeeded', 'warning'), strict, failedSubtasks],
    ['a failed subtask outranks a running one', taskIn('succeeded', 'running', 'failed'), strict, failedSubtasks],
    ['a running subtask leaves it unproven', taskIn('succeeded', 'succeeded', 'running'), strict, unproven('running')],
    [
      'a subtask in a state that is not known leaves it unproven',
      taskIn('succeeded', 'unknown', 'running', 'untold'),
      strict,
      unproven('unknown', 'running')
    ],
    ['without strict-subtasks a failed subtask does not count', taskIn('succeeded', 'failed'), lenient, succeeded],
    ['without strict-subtasks a running subtask does not count', taskIn('succeeded', 'running'), lenient, succeeded],
    ['a warning is a failure', taskIn('warning'), strict, warning],
    ['a warning is a failure also without strict-subtasks', taskIn('warning'), lenient, warning],
    ['an allowed warning is success', taskIn('warning'), warningsAllowed, succeeded],
    ['an allowed warning is success for subtasks too', taskIn('warning', 'warning'), warningsAllowed, succeeded],
    [
      'an allowed warning does not excuse a failed subtask',
      taskIn('warning', 'failed'),
      warningsAllowed,
      failedSubtasks
    ],
    ['an allowed warning waits for its subtasks', taskIn('warning', 'running'), warningsAllowed, unproven('running')],
    ['an allowed warning without strict-subtasks is success', taskIn('warning', 'failed'), anything, succeeded],
    ['a task without a state proves nothing', taskIn('untold', 'failed'), strict, {kind: 'untold'}],
    ['the subtasks of a forced success do not count', forced('succeeded', 'failed', 'running'), strict, succeeded],
    [
      'a contradiction leaves it unproven',
      {...taskIn('succeeded', 'succeeded'), contradictions: ['x']},
      lenient,
      {kind: 'unproven', open: [], contradictions: ['x']}
    ],
    ['no contradictions are none', {...taskIn('succeeded'), contradictions: []}, strict, succeeded],
    ['a failure in the parts is theirs', byParts('failed', 'failed'), strict, failedSubtasks],
    ['a stop in the parts is theirs', byParts('stopped'), strict, {kind: 'stopped', because: 'subtasks'}],
    ['a success in the parts is success', byParts('succeeded', 'succeeded', 'skipped'), lenient, succeeded],
    ['parts that decide count in any case', byParts('succeeded', 'failed'), lenient, failedSubtasks],
    ['parts that decide have to end', byParts('succeeded', 'running'), lenient, unproven('running')],
    ['parts that decide have to have a state', byParts('succeeded', 'untold'), lenient, unproven('untold')],
    [
      'parts that decide count also where the success was forced',
      {...byParts('succeeded', 'failed'), isForced: true},
      strict,
      failedSubtasks
    ]
  ])('%s', (_, task, strictness, expected) => {
    expect(proofOf(task, strictness)).toEqual(expected);
  });

  it('never calls a success one after the task was undoing its work, whatever is allowed', () => {
    const undone: Proof = {kind: 'failed', because: 'undone'};
    expect(proofOf(taskIn('succeeded'), anything, true)).toEqual(undone);
    expect(proofOf(taskIn('warning'), anything, true)).toEqual(undone);
    expect(proofOf(taskIn('running'), strict, true)).toEqual(running);
    expect(proofOf(taskIn('failed'), strict, true)).toEqual({kind: 'failed', because: 'task'});
  });

  it('never calls anything success but a task that says so, under strict rules with subtasks that do not deny it', () => {
    const denying: readonly SubtaskState[] = ['failed', 'stopped', 'running', 'unknown'];
    fc.assert(
      fc.property(
        fc.constantFrom(...allTaskStates),
        fc.array(fc.constantFrom(...allSubtaskStates), {maxLength: 6}),
        fc.boolean(),
        fc.boolean(),
        (state, subtasks, strictSubtasks, allowWarnings) => {
          const saysSuccess = state === 'succeeded' || (state === 'warning' && allowWarnings);
          const bad = subtasks.some(each => denying.includes(each) || (each === 'warning' && !allowWarnings));
          const {kind} = proofOf(taskIn(state, ...subtasks), {strictSubtasks, allowWarnings});
          expect(kind === 'succeeded').toBe(saysSuccess && !(strictSubtasks && bad));
        }
      )
    );
  });
});

describe('subtaskFailed', () => {
  it.each(allSubtaskStates)('counts failed and stopped, and a warning where it is not allowed: %s', state => {
    const isBad = state === 'failed' || state === 'stopped';
    expect(subtaskFailed(subtask(state), false)).toBe(isBad || state === 'warning');
    expect(subtaskFailed(subtask(state), true)).toBe(isBad);
  });
});

describe('claimsSuccess', () => {
  it.each<[SubtaskState, boolean, boolean]>([
    ['succeeded', true, true],
    ['warning', false, true],
    ['running', false, false],
    ['failed', false, false],
    ['untold', false, false]
  ])('of the state %s: %s, and where warnings are allowed %s', (state, usual, allowed) => {
    expect(claimsSuccess(state as TaskState, strict)).toBe(usual);
    expect(claimsSuccess(state as TaskState, warningsAllowed)).toBe(allowed);
  });
});

describe('the subtasks that are kept for show', () => {
  const repeat = (count: number, state: SubtaskState): SubtaskState[] => Array(count).fill(state);
  const shown = (states: readonly SubtaskState[], allowWarnings = false) => {
    const {subtasks, subtasksLeftOut} = keptForShow(taskIn('succeeded', ...states), allowWarnings);
    return {states: subtasks.map(({state}) => state), subtasksLeftOut};
  };

  it('are all of 10,000', () => {
    const task = taskIn('succeeded', ...repeat(10_000, 'succeeded'));
    expect(keptForShow(task, false)).toBe(task);
  });

  it('are the first ones of more that are alike', () => {
    const task = taskIn('succeeded', ...repeat(10_001, 'succeeded'));
    const kept = keptForShow(task, false);
    expect(kept).toEqual({...task, subtasks: task.subtasks.slice(0, -1), subtasksLeftOut: 1});
  });

  it('are those that failed, then those that are open, then others, in their own order', () => {
    const states: SubtaskState[] = [...repeat(9998, 'succeeded'), 'running', 'failed', 'untold', 'unknown', 'stopped'];
    expect(shown(states)).toEqual({
      states: [...repeat(9996, 'succeeded'), 'running', 'failed', 'unknown', 'stopped'],
      subtasksLeftOut: 3
    });
    const open: SubtaskState[] = [...repeat(10_000, 'running'), 'failed', 'succeeded'];
    expect(shown(open)).toEqual({states: [...repeat(9999, 'running'), 'failed'], subtasksLeftOut: 2});
    const failed: SubtaskState[] = ['running', 'succeeded', ...repeat(10_001, 'failed')];
    expect(shown(failed)).toEqual({states: repeat(10_000, 'failed'), subtasksLeftOut: 3});
  });

  it('take a warning for a failure where it is none that is allowed', () => {
    const states: SubtaskState[] = [...repeat(10_000, 'succeeded'), 'warning'];
    expect(shown(states).states.at(-1)).toBe('warning');
    expect(shown(states, true).states.at(-1)).toBe('succeeded');
  });
});
