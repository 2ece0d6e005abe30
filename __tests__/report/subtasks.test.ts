import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {subtaskFailed} from '../../src/polling/verdict.ts';
import {failedFirst, nameOf, summarizeSubtasks} from '../../src/report/subtasks.ts';
import type {SubtaskState} from '../../src/task.ts';
import {subtaskIn} from './results.ts';

const ofStates = (...states: readonly SubtaskState[]) =>
  states.map((state, index) => subtaskIn(state, `job ${index + 1}`));

describe('summarizeSubtasks', () => {
  it.each<[string, readonly SubtaskState[], string]>([
    ['none', [], 'no subtasks'],
    ['all good', ['succeeded', 'succeeded'], '2/2 succeeded'],
    ['one running', ['running'], '0/1 succeeded, 1 RUNNING'],
    ['one stopped', ['stopped', 'succeeded'], '1/2 succeeded, 1 stopped (job 1)'],
    ['one skipped', ['succeeded', 'skipped'], '1/2 succeeded, 1 skipped'],
    ['one without a state', ['succeeded', 'untold'], '1/2 succeeded, 1 without a state'],
    ['one in a state that is not known', ['unknown'], '0/1 succeeded, 1 in an unknown state'],
    ['two failed', ['failed', 'succeeded', 'failed'], '1/3 succeeded, 2 failed (job 1; job 3)'],
    [
      'all kinds',
      ['untold', 'unknown', 'skipped', 'running', 'warning', 'stopped', 'failed', 'succeeded'],
      '1/8 succeeded, 1 failed (job 7), 1 stopped (job 6), 1 with a warning (job 5), 1 RUNNING, 1 skipped, 1 in an unknown state, 1 without a state'
    ]
  ])('says of %s what it is', (_, states, expected) => {
    expect(summarizeSubtasks(ofStates(...states), false)).toBe(expected);
  });

  it('names the failed ones behind their count', () => {
    const subtasks = [
      subtaskIn('succeeded', 'Import the job_stream job.'),
      subtaskIn('failed', 'Import the job_batch job.'),
      subtaskIn('running', 'Import the last job.')
    ];
    expect(summarizeSubtasks(subtasks, false)).toBe('1/3 succeeded, 1 failed (Import the job_batch job.), 1 RUNNING');
  });

  it('names at most five of them', () => {
    const states = Array.from({length: 7}, (): SubtaskState => 'failed');
    expect(summarizeSubtasks(ofStates(...states), false)).toMatch(
      /^0\/7 succeeded, 7 failed \(job 1; job 2; job 3; job 4; job 5(; …)?\)$/
    );
    expect(summarizeSubtasks(ofStates(...states.slice(2)), false)).toBe(
      '0/5 succeeded, 5 failed (job 1; job 2; job 3; job 4; job 5)'
    );
  });

  it('does not name a warning that is allowed', () => {
    expect(summarizeSubtasks(ofStates('warning'), true)).toBe('0/1 succeeded, 1 with a warning');
    expect(summarizeSubtasks(ofStates('warning'), false)).toBe('0/1 succeeded, 1 with a warning (job 1)');
  });

  it('is one line, whatever the names are', () => {
    const subtasks = [subtaskIn('failed', 'a\n::error::b'), subtaskIn('failed', '\u001b[31m\u202ec')];
    expect(summarizeSubtasks(subtasks, false)).toBe('0/2 succeeded, 2 failed (a ::error::b; [31m c)');
  });

  it('counts each subtask once', () => {
    const states: readonly SubtaskState[] = [
      'running',
      'succeeded',
      'warning',
      'failed',
      'stopped',
      'unknown',
      'skipped',
      'untold'
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), {minLength: 1, maxLength: 20}), chosen => {
        const [, succeeded = '', total = '', rest = ''] =
          /^(\d+)\/(\d+) succeeded([^:]*)/.exec(summarizeSubtasks(ofStates(...chosen), true)) ?? [];
        const others = [...rest.matchAll(/, (\d+) /g)].reduce((sum, [, count]) => sum + Number(count), 0);
        expect(Number(total)).toBe(chosen.length);
        expect(Number(succeeded) + others).toBe(chosen.length);
      })
    );
  });
});

describe('the name of a subtask', () => {
  it('is its name, else its id', () => {
    expect(nameOf({name: 'one', id: 'S1', state: 'failed', serviceStatus: ''})).toBe('one');
    expect(nameOf({id: 'S1', state: 'failed', serviceStatus: ''})).toBe('S1');
    expect(nameOf({state: 'failed', serviceStatus: ''})).toBe('(no name)');
  });

  it('is cut where it is long', () => {
    expect(nameOf(subtaskIn('failed', 'a'.repeat(5000)))).toHaveLength(200);
    expect(
      summarizeSubtasks(
        Array.from({length: 9}, () => subtaskIn('failed', 'a'.repeat(5000))),
        false
      ).length
    ).toBeLessThan(1050);
  });
});

describe('failedFirst', () => {
  it('puts the failed ones first and keeps the order of the service otherwise', () => {
    const subtasks = ofStates('succeeded', 'failed', 'running', 'stopped', 'warning');
    const names = (allowWarnings: boolean) => failedFirst(subtasks, allowWarnings).map(({name}) => name);
    expect(names(false)).toEqual(['job 2', 'job 4', 'job 5', 'job 1', 'job 3']);
    expect(names(true)).toEqual(['job 2', 'job 4', 'job 1', 'job 3', 'job 5']);
    expect(subtasks.map(({name}) => name)).toEqual(['job 1', 'job 2', 'job 3', 'job 4', 'job 5']);
    expect(failedFirst(subtasks, false).map(each => subtaskFailed(each, false))).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
  });
});
