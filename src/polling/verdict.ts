import {isTerminal, type Subtask, type Task, type TaskState} from '../task.ts';
import type {Message} from '../text.ts';
import type {Expectation} from './expectation.ts';

/** How a wait ended: the value of the output `status`. Only `succeeded` is green. */
export type Verdict =
  | 'succeeded'
  | 'failed'
  | 'stopped'
  | 'timed-out'
  | 'unfinished'
  | 'cancelled'
  | 'not-found'
  | 'denied'
  | 'error';

export interface Strictness {
  readonly strictSubtasks: boolean;
  readonly allowWarnings: boolean;
  /** Of a resource, where it is not the usual. */
  readonly expectation?: Expectation | undefined;
}

/**
 * What one observation proves. `running`: nothing yet. `untold`: nothing, for it shows no state. `unproven`: the service
 * says success, but a subtask has not ended, or the answer contradicts itself, so it is no proof.
 */
export type Proof =
  | {readonly kind: 'running'}
  | {readonly kind: 'untold'}
  | {readonly kind: 'unproven'; readonly open: readonly Subtask[]; readonly contradictions: readonly Message[]}
  | {readonly kind: 'succeeded'}
  | {readonly kind: 'failed' | 'stopped'; readonly because: 'task' | 'warning' | 'subtasks' | 'undone'};

export function subtaskFailed({state}: Subtask, allowWarnings: boolean): boolean {
  return state === 'failed' || state === 'stopped' || (state === 'warning' && !allowWarnings);
}

function isOpen({state}: Subtask): boolean {
  return !isTerminal(state) && state !== 'untold';
}

/** Whether a state is one that counts as success, where nothing speaks against it. */
export function claimsSuccess(state: TaskState, {allowWarnings}: Strictness): boolean {
  return state === 'succeeded' || (state === 'warning' && allowWarnings);
}

const maxShown = 10_000;

/** All subtasks are judged; of very many, those are kept that speak against a success, then the first ones. */
export function keptForShow(task: Task, allowWarnings: boolean): Task {
  const {subtasks} = task;
  if (subtasks.length <= maxShown) return task;
  const rank = (subtask: Subtask) => (subtaskFailed(subtask, allowWarnings) ? 0 : isOpen(subtask) ? 1 : 2);
  const kept = new Set([...subtasks].sort((a, b) => rank(a) - rank(b)).slice(0, maxShown));
  return {
    ...task,
    subtasks: subtasks.filter(subtask => kept.has(subtask)),
    subtasksLeftOut: subtasks.length - maxShown
  };
}

/** `wasUndoing`: the task was seen undoing its work before. */
export function proofOf(task: Task, {strictSubtasks, allowWarnings}: Strictness, wasUndoing = false): Proof {
  switch (task.state) {
    case 'running':
    case 'unknown':
      return {kind: 'running'};
    case 'untold':
      return {kind: 'untold'};
    case 'failed':
    case 'stopped':
      return {kind: task.state, because: task.isDecidedByParts ? 'subtasks' : 'task'};
    case 'warning':
      if (!allowWarnings) return {kind: 'failed', because: 'warning'};
      break;
    case 'succeeded':
      break;
    default:
      return task.state satisfies never;
  }
  if (wasUndoing) return {kind: 'failed', because: 'undone'};
  const {isDecidedByParts = false} = task;
  const subtasks = isDecidedByParts || (strictSubtasks && !task.isForced) ? task.subtasks : [];
  if (subtasks.some(subtask => subtaskFailed(subtask, allowWarnings))) return {kind: 'failed', because: 'subtasks'};
  const open = subtasks.filter(each => isOpen(each) || (isDecidedByParts && each.state === 'untold'));
  const {contradictions = []} = task;
  return open.length + contradictions.length > 0 ? {kind: 'unproven', open, contradictions} : {kind: 'succeeded'};
}
