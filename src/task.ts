/**
 * What a state word of a service means. `warning` is an end that the service itself marks as not clean (DataArts
 * Studio's `WARNING`); `unknown` is a word that no source of ours names, and counts as still running.
 */
export type TaskState = 'running' | 'succeeded' | 'warning' | 'failed' | 'stopped' | 'unknown';

/** A subtask can also be passed over on purpose (`skipped`) or come without any state of its own (`untold`). */
export type SubtaskState = TaskState | 'skipped' | 'untold';

/** Times are milliseconds since the epoch; absent where the service tells none. */
export interface Subtask {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly state: SubtaskState;
  /** The service's own word. */
  readonly serviceStatus: string;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** When it last changed, for a service that tells this in place of an end. */
  readonly changedMs?: number | undefined;
  readonly message?: string | undefined;
}

/** One observation of a task: what a single answer of the service says about it. */
export interface Task {
  /** The id that the answer names, to be compared with the id asked; absent where the service's answers carry none. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly state: TaskState;
  /** The service's own word, e.g. `SUCCESSFUL`, `Completed`, `2`. */
  readonly serviceStatus: string;
  /** 0 to 100. */
  readonly progress?: number | undefined;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  readonly message?: string | undefined;
  readonly subtasks: readonly Subtask[];
}

/** Services do not agree on the case of an id with themselves. */
export function isSameId(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

const terminalStates: ReadonlySet<SubtaskState> = new Set(['succeeded', 'warning', 'failed', 'stopped', 'skipped']);

/** Whether a state is an end. Says nothing about whether the end is a good one. */
export function isTerminal(state: SubtaskState): boolean {
  return terminalStates.has(state);
}
