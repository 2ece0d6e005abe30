import {subtaskFailed} from '../polling/verdict.ts';
import type {Subtask, SubtaskState} from '../task.ts';
import {putFirst} from './order.ts';
import {oneLine} from './text.ts';

const phrases: readonly (readonly [SubtaskState, string])[] = [
  ['failed', 'failed'],
  ['stopped', 'stopped'],
  ['warning', 'with a warning'],
  ['running', 'running'],
  ['skipped', 'skipped'],
  ['unknown', 'in an unknown state'],
  ['untold', 'without a state']
];

const maxNames = 5;

/** One line such as `1/3 succeeded, 1 failed, 1 running: Import the job_batch job.` */
export function summarizeSubtasks(subtasks: readonly Subtask[], allowWarnings: boolean): string {
  if (subtasks.length === 0) return 'no subtasks';
  const count = (wanted: SubtaskState) => subtasks.filter(({state}) => state === wanted).length;
  const others = phrases
    .map(([state, phrase]) => [count(state), phrase] as const)
    .filter(([number]) => number > 0)
    .map(([number, phrase]) => `${number} ${phrase}`);
  const failed = subtasks.filter(subtask => subtaskFailed(subtask, allowWarnings));
  const names = failed.length > 0 ? `: ${namesOf(failed)}` : '';
  return `${[`${count('succeeded')}/${subtasks.length} succeeded`, ...others].join(', ')}${names}`;
}

/** The first few names, separated by semicolons. */
export function namesOf(subtasks: readonly Subtask[]): string {
  const names = subtasks.slice(0, maxNames).map(nameOf).join('; ');
  return subtasks.length > maxNames ? `${names}; …` : names;
}

export function nameOf({name, id}: Subtask): string {
  return oneLine(name ?? id ?? '(no name)', 200);
}

/** Failed ones first, else in the service's order. */
export function failedFirst(subtasks: readonly Subtask[], allowWarnings: boolean): readonly Subtask[] {
  return putFirst(subtasks, subtask => subtaskFailed(subtask, allowWarnings));
}
