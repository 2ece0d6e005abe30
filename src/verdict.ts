import {isTerminal, type Subtask, type Task} from './task.ts';

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
}

/**
 * What one observation proves. `running`: nothing yet. `unproven`: the service says success, but a subtask has not
 * ended, so it is no proof.
 */
export type Proof =
  | {readonly kind: 'running'}
  | {readonly kind: 'unproven'; readonly open: readonly Subtask[]}
  | {readonly kind: 'succeeded'}
  | {readonly kind: 'failed' | 'stopped'; readonly because: 'task' | 'warning' | 'subtasks'};

export function subtaskFailed({state}: Subtask, allowWarnings: boolean): boolean {
  return state === 'failed' || state === 'stopped' || (state === 'warning' && !allowWarnings);
}

export function proofOf(task: Task, {strictSubtasks, allowWarnings}: Strictness): Proof {
  switch (task.state) {
    case 'running':
    case 'unknown':
      return {kind: 'running'};
    case 'failed':
    case 'stopped':
      return {kind: task.state, because: 'task'};
    case 'warning':
      if (!allowWarnings) return {kind: 'failed', because: 'warning'};
      break;
    case 'succeeded':
      break;
    default:
      return task.state satisfies never;
  }
  if (!strictSubtasks) return {kind: 'succeeded'};
  if (task.subtasks.some(subtask => subtaskFailed(subtask, allowWarnings)))
    return {kind: 'failed', because: 'subtasks'};
  const open = task.subtasks.filter(({state}) => !isTerminal(state) && state !== 'untold');
  return open.length > 0 ? {kind: 'unproven', open} : {kind: 'succeeded'};
}
