import type {FailureKind} from '../errors.ts';
import type {Task, TaskState} from '../task.ts';

/** What a request needs to know about the task asked for. */
export interface TaskReference {
  readonly taskId: string;
  /** Empty where the service needs none and none was given. */
  readonly projectId: string;
  readonly workspace?: string | undefined;
  readonly language: Language;
}

export type Language = 'en-us' | 'zh-cn';

/** Path with its query, ready to be put behind the endpoint, and the headers that this API adds. */
export interface TaskRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** All that the action knows about one service: tables and pure functions, without I/O, clock or GitHub. */
export interface Service {
  /** Value of the input `service`. */
  readonly name: string;
  /** Former product names that the input takes as well. */
  readonly aliases: readonly string[];
  /** Product name, for people. */
  readonly title: string;
  readonly taskId: {
    readonly pattern: RegExp;
    /** The accepted form in words, for the input's error. */
    readonly form: string;
  };
  /** Whether the path holds the project id. */
  readonly needsProjectId: boolean;
  readonly hosts: Hosts;
  request(task: TaskReference): TaskRequest;
  /** Reads a 2xx body; throws MalformedAnswer where it has not the promised form. */
  read(body: unknown): Task;
  /** Whether an answer names the task, so that an answer without an id is malformed. */
  readonly answersWithId: boolean;
  /** Whether an end time appears only when the task has ended. Where false, an end time is no evidence of anything. */
  readonly endTimeMeansEnd: boolean;
  /** For a service whose id names a thing and not a run: how long an end that no running state came before is doubted. */
  readonly settleMs: number;
  /** Error codes that mean something else than their HTTP status says. */
  readonly codes: Readonly<Record<string, FailureKind>>;
  /** What to do about a code or a verdict, where this service knows better than the general advice. */
  readonly advice: Readonly<Record<string, string>>;
}

/**
 * First label of the service's host name. Only regions that a source names are listed, for a guessed host may be
 * another service's; `usual` is for regions of clouds that no source covers, where one name is used everywhere else.
 */
export interface Hosts {
  readonly byRegion: ReadonlyMap<string, string>;
  readonly usual?: string;
}

/** From labels to their regions, which are separated by white space, to the label of each region. */
export function labelByRegion(regionsByLabel: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(regionsByLabel).flatMap(([label, regions]) =>
      regions
        .trim()
        .split(/\s+/)
        .map(region => [region, label] as const)
    )
  );
}

/** A service's words and what they mean. A word that is not listed is `unknown`. */
export type StateTable = Readonly<Record<string, TaskState>>;

export function stateOf(states: StateTable, word: string): TaskState {
  return Object.hasOwn(states, word) ? (states[word] ?? 'unknown') : 'unknown';
}
