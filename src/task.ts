import type {Message} from './text.ts';

/**
 * What a status of a service means. `warning` is an end that the service itself marks as not clean (DataArts
 * Studio's `WARNING`); `unknown` is a status that no source of ours names, and counts as still running. `untold`: the place
 * of the status is there and empty; a subtask may lack it altogether.
 */
export type TaskState = 'running' | 'succeeded' | 'warning' | 'failed' | 'stopped' | 'unknown' | 'untold';

/** A subtask can also be passed over on purpose. */
export type SubtaskState = TaskState | 'skipped';

/** Times are milliseconds since the epoch; absent where the service gives none. */
export interface Subtask {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly state: SubtaskState;
  /** The service's own word. */
  readonly serviceStatus: string;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  readonly message?: string | undefined;
}

/** One of the reasons why a task failed, in a field of its own and not in a log. */
export interface Cause {
  /** Of what failed: a resource, a step. */
  readonly name?: string | undefined;
  /** What it is, such as `huaweicloud_vpc` or `step`. */
  readonly type?: string | undefined;
  /** The service's own word for how it failed. */
  readonly serviceStatus?: string | undefined;
  readonly message?: string | undefined;
  readonly timeMs?: number | undefined;
}

/** One observation of a task: what a single answer of the service says about it. */
export interface Task {
  /** The id that the answer names, to be compared with the id asked; absent where the service's answers carry none. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** The name of the thing that the task works on, such as an instance. */
  readonly resourceName?: string | undefined;
  readonly state: TaskState;
  /** The service's own word, e.g. `SUCCESSFUL`, `Completed`, `2`. */
  readonly serviceStatus: string;
  /** 0 to 100. */
  readonly progress?: number | undefined;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  readonly message?: string | undefined;
  readonly subtasks: readonly Subtask[];
  /** Why it failed, the likeliest cause first; for a state that is an end, and where the service says so. */
  readonly causes?: readonly Cause[] | undefined;
  /** How many subtasks were judged and are not kept to be shown. */
  readonly subtasksLeftOut?: number | undefined;
  /** What the answer names instead of what was asked: it is about another task. */
  readonly other?: string | undefined;
  /** What the answer says against the success that it claims, in words. */
  readonly contradictions?: readonly Message[] | undefined;
  /** It is undoing its work, so that no success can follow. */
  readonly isUndoing?: boolean | undefined;
  /** A person has declared the success, whatever the subtasks say. */
  readonly isForced?: boolean | undefined;
  /** The service's word says that the task is over; whether it succeeded was read from its subtasks alone. */
  readonly isDecidedByParts?: boolean | undefined;
}

/** By what a service shows that it no longer knows a resource. */
export interface GoneSigns {
  /** Its own words for a resource that was deleted. */
  readonly words: readonly string[];
  /** Error codes that say that this very resource is unknown, and nothing else. */
  readonly codes: readonly string[];
  /**
   * Where a source shows that an HTTP 404 without a code says it: what the resource is called, in small letters. Its text
   * has to say that such a thing is not there, for a gateway answers so where it knows no route.
   */
  readonly things: readonly string[];
  /** Whether a list that was asked for by the id, and is empty, says it. */
  readonly lists: boolean;
}

/** Ids of ASCII letters, digits, `_` and `-`: nothing in them changes the path or the header that they stand in. */
export const plainId = /^[A-Za-z0-9_-]{1,128}$/;

/** Ids are compared as they are written; only hexadecimal ones, UUIDs among them, can be written in letters of both cases. */
export function isSameId(answered: string, asked: string, areHexadecimal: boolean): boolean {
  const ignoresCase = areHexadecimal && /^[0-9a-f-]+$/i.test(asked);
  return answered === asked || (ignoresCase && answered.toLowerCase() === asked.toLowerCase());
}

const terminalStates: ReadonlySet<SubtaskState> = new Set(['succeeded', 'warning', 'failed', 'stopped', 'skipped']);

/** Whether a state is an end. Says nothing about whether the end is a good one. */
export function isTerminal(state: SubtaskState): boolean {
  return terminalStates.has(state);
}
