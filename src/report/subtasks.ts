import {subtaskFailed} from '../polling/verdict.ts';
import type {Subtask, SubtaskState} from '../task.ts';
import {en, type Words} from '../words/en.ts';
import {oneLine} from './text.ts';

const others: readonly Exclude<SubtaskState, 'succeeded'>[] = [
  'failed',
  'stopped',
  'warning',
  'running',
  'skipped',
  'unknown',
  'untold'
];

/** Of the subtasks that a text names. */
export const maxNames = 5;

/** One line such as `1/3 succeeded, 1 failed (Import the job_batch job.), 1 RUNNING`: those that count as failed have names. */
export function summarizeSubtasks(subtasks: readonly Subtask[], allowWarnings: boolean, words: Words = en): string {
  if (subtasks.length === 0) return words.subtasks.none;
  const inState = (wanted: SubtaskState) => subtasks.filter(({state}) => state === wanted);
  const counted = others
    .map(state => [inState(state), state] as const)
    .filter(([{length}]) => length > 0)
    .map(([own, state]) => {
      const failed = own.filter(subtask => subtaskFailed(subtask, allowWarnings));
      const names = failed.length > 0 ? words.inBrackets(namesOf(failed, words)) : '';
      return words.subtasks[state](own.length, wordOf(own)) + names;
    });
  return words.list([words.subtasks.succeeded(inState('succeeded').length, subtasks.length), ...counted]);
}

/** The service's word for them, where it has one alone, and no number. */
function wordOf([first, ...others]: readonly Subtask[]): string {
  const word = oneLine(first?.serviceStatus ?? '', 40);
  return /^-?\d+$/.test(word) || others.some(({serviceStatus}) => serviceStatus !== first?.serviceStatus) ? '' : word;
}

/** The first few names. */
export function namesOf(subtasks: readonly Subtask[], words: Words): string {
  const names = subtasks.slice(0, maxNames).map(subtask => nameOf(subtask, words));
  return words.names(subtasks.length > maxNames ? [...names, '…'] : names);
}

export function nameOf({name, id}: Subtask, words: Words = en): string {
  return oneLine(name ?? id ?? words.subtasks.noName, 200);
}

/** Failed ones first, else in the service's order. */
export function failedFirst(subtasks: readonly Subtask[], allowWarnings: boolean): readonly Subtask[] {
  const isFirst = (subtask: Subtask) => subtaskFailed(subtask, allowWarnings);
  return [...subtasks.filter(isFirst), ...subtasks.filter(subtask => !isFirst(subtask))];
}

/** The service's word, with what it means where it is a number, which means nothing to a reader. */
export function shownState(
  {state, serviceStatus}: Pick<Subtask, 'state' | 'serviceStatus'>,
  words: Words,
  maxLength = 100
): string {
  const word = oneLine(serviceStatus, maxLength);
  if (word === '') return words.states[state];
  // Behind a number, a resource has what is being done with it.
  const [, code, more] = /^(-?\d+)(?: \((.+)\))?$/.exec(word) ?? [];
  return code === undefined ? word : (more ?? words.states[state]) + words.inBrackets(words.stateCode(code));
}
