import type {FailureKind, Quota} from '../errors.ts';
import type {Cause, SubtaskState, TaskState} from '../task.ts';
import type {Text} from '../text.ts';
import type {TaskReference} from './service.ts';

/**
 * What is known of a service beside what runs: `samples.mjs` in its folder. Tests, the stand-in cloud, its stories and
 * the documentation are made from it. Texts between braces are names: of the parts of the id, of `{project_id}`, and of
 * `{story}`, which says what the stand-in plays.
 */
export interface Evidence {
  readonly about: About;
  /** The input `task-id`, in names: `{cluster_id}/{job_id}`. */
  readonly id: string;
  /** Such an id. */
  readonly example: string;
  /** What `task-id` takes as well, and what could be taken for an id and is refused: a name, say. */
  readonly ids?: {readonly accepted?: readonly string[]; readonly refused?: readonly string[]};
  /** The request that reads the task; its path is not yet encoded. */
  readonly poll: PollRequest;
  readonly start: StartCall;
  /** The call that removes a resource, and the HTTP status of its answer. */
  readonly removal?: {readonly method: 'DELETE'; readonly path: string; readonly status: number};
  /** Why an end that is seen at once may be that of the run before: for services whose id names a thing and not a run. */
  readonly settles?: Text;
  /** Why runs of such a thing can overlap, so that a running one can be the run before as well. */
  readonly runsOverlap?: string;
  /** Why an end time is believed to come with the end alone. */
  readonly endTimeMeansEnd?: string;
  /** Where a good answer holds the error code of the task itself. */
  readonly tasksHaveErrorCodes?: string;
  /** Host by region; null where none is known, so that none may be guessed. */
  readonly hosts: Readonly<Record<string, string | null>>;
  /** The first label of its host in clouds of which no source has a list, where it is the same everywhere else. */
  readonly usualHost?: string;
  /** The call of the vendor's SDK for Python that sends the same; or why its client has none. */
  readonly sdk: SdkCall | {readonly client: string; readonly none: string};
  readonly needs: Needs;
  readonly answers: readonly Sample[];
  /** What the first answer that proves success comes to with other values in it. */
  readonly altered?: readonly Altered[];
  /** The requests that read why a task failed, in their order, where that takes any. */
  readonly causes?: readonly CauseRead[];
}

/** The request that reads a task. */
interface PollRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in its place for other inputs: the headers, and the path where it differs. */
  readonly variants?: readonly {
    readonly given: Partial<TaskReference>;
    readonly path?: string;
    readonly headers: Readonly<Record<string, string>>;
  }[];
}

/** The categories of the vendor's products, some of them put together. */
export type Group =
  | 'data'
  | 'codearts'
  | 'databases'
  | 'compute'
  | 'containers'
  | 'storage'
  | 'network'
  | 'middleware'
  | 'management';

/** What the documentation says: each service has a page in docs/services, made of this and of `service.ts`. */
export interface About {
  readonly group: Group;
  /** What is waited for, as a title has it. */
  readonly what: Text;
  /** What the id is and which call returns it. */
  readonly id: Text;
  /** What words that are numbers stand for. */
  readonly words?: Readonly<Record<string, Text>>;
  /** What a success needs, or how a word is read, that no other field tells. */
  readonly success?: Text;
  /** The permission to read such tasks; absent where no source names it. */
  readonly permission?: Text;
  /** What is read of why a task failed; for a service that says so. */
  readonly causes?: Text;
  /** The id in the example, where it has more parts than `id`. */
  readonly exampleId?: string;
  /** What holds for certain, and could surprise. */
  readonly limits?: Text;
  /** What no source confirms; absent where two sources agree on all of it. */
  readonly unconfirmed?: Text;
}

/** The call that starts a task. A part of the id stands in the path, in what is sent, or in the answer. */
interface StartCall {
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly answer: {readonly status?: number; readonly body: unknown};
}

/** A call of `huaweicloudsdk<package>`, for example `ecs.v2`. */
interface SdkCall {
  readonly client: string;
  readonly method: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** An answer of a service, and what it must be read as. */
export interface Sample {
  readonly name: string;
  /** Where the answer was published, or what it was made from. */
  readonly source: string;
  /** The ids asked for, where the answer is read by them. Default: `T1` without a parent. */
  readonly asked?: {readonly taskId: string; readonly parentId?: string};
  /** HTTP status; 200 where it is absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: {readonly text: string} | {readonly json: unknown};
  readonly expected: ReadTask | ReadFailure;
  /** It is one of the answers that prove, several in a row, that a resource is gone. */
  readonly provesGone?: true;
}

/**
 * Other values by their paths in the body, where `{id}` is the id asked for; what the answer proves then, or how that
 * begins; and what with `strict-subtasks: false`, where that is something else.
 */
export type Altered = readonly [
  values: Readonly<Record<string, unknown>>,
  proves: Outcome | `${Outcome}: ${string}`,
  withoutParts?: Outcome
];

/** What an answer comes to in a word; `other` is another task, and `unproven` a success that something contradicts. */
type Outcome = 'succeeded' | 'failed' | 'running' | 'untold' | 'unproven' | 'malformed' | 'other' | 'not listed';

/** A request that reads why a task failed. */
interface CauseRead {
  readonly request: Omit<PollRequest, 'variants'>;
  /** Of the same client as the poll. */
  readonly sdk: Omit<SdkCall, 'client'>;
  /** What names in the path stand for, by the first answer to the request before. */
  readonly values?: Readonly<Record<string, string>>;
  /** The stand-in gives the first one. */
  readonly answers: readonly CauseSample[];
}

interface CauseSample extends Pick<Sample, 'name' | 'source' | 'asked' | 'body'> {
  readonly expected: readonly ReadCause[] | {readonly malformed: string};
}

export interface ReadCause extends Omit<Cause, 'timeMs'> {
  readonly time?: string;
}

/** What an answer must be read as; times in ISO 8601. A field that is absent must be absent. */
export interface ReadTask {
  readonly id?: string;
  readonly name?: string;
  readonly resourceName?: string;
  readonly state: TaskState;
  readonly serviceStatus: string;
  readonly progress?: number;
  readonly start?: string;
  readonly end?: string;
  readonly message?: string;
  readonly contradictions?: readonly string[];
  readonly isUndoing?: true;
  readonly subtasks: readonly ReadSubtask[];
  readonly causes?: readonly ReadCause[];
}

interface ReadSubtask {
  readonly id?: string;
  readonly name?: string;
  readonly state: SubtaskState;
  readonly serviceStatus: string;
  readonly start?: string;
  readonly end?: string;
  readonly message?: string;
}

export interface ReadFailure {
  readonly failure: FailureKind;
  /** What is said of an answer of another form, where that is part of the sample. */
  readonly because?: string;
  /** Whether the credentials themselves are refused. */
  readonly unauthenticated?: true;
  readonly code?: string;
  readonly quota?: Quota;
}

/** Parts of a task, each with a status of its own. */
export interface PartNeeds {
  /** Path of the list. A list on the way is gone through. */
  readonly at: string;
  /** Path of the status in a part. */
  readonly word: string;
  /** Path of the status in older answers, which counts where the other is missing. */
  readonly olderWord?: string;
  /** The statuses that leave a success whole, in small letters. */
  readonly words: readonly string[];
  /** A part may come without a status. */
  readonly untold?: true;
  /** Parts have parts themselves, at the same places. */
  readonly nested?: true;
  /** Paths of numbers of parts, which are as long as the list where they are there. */
  readonly count?: string | readonly string[];
  /** There is at least one part. */
  readonly some?: true;
}

/**
 * What an answer must have, at the least, to prove success: by the sources of the samples, and not by what is under
 * test. Paths are keys with dots.
 */
export interface Needs {
  /** HTTP statuses. Default: 200 alone. */
  readonly statuses?: readonly number[];
  /** Path of the list in which the task is found by its id; empty for the answer itself. */
  readonly list?: string;
  /** Path of the task, where it is not the answer or the entry of the list. */
  readonly task?: string;
  /** Path of the id in the task, for a service whose answers carry one. */
  readonly id?: string;
  /** Path of the status in the task. */
  readonly word: string;
  /** Path of the status in older answers, which counts where the other is missing. */
  readonly olderWord?: string;
  readonly words: readonly (string | number)[];
  /** The words may be in any letters. */
  readonly anyLetters?: true;
  /** Values that must be there, by their paths in the task. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Values where anything is there, by their paths in the task. */
  readonly flags?: Readonly<Record<string, unknown>>;
  /** Texts that are as asked where they are there, by their paths in the task; `n` is a part of what stands before the id. */
  readonly repeats?: Readonly<Record<string, number>>;
  /** Paths in the task of what says why it failed. */
  readonly errors?: readonly string[];
  readonly parts?: readonly PartNeeds[];
}
