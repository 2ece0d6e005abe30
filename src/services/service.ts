import type {CodeMeaning} from '../errors.ts';
import type {Hosts} from '../hosts.ts';
import {type JsonRecord, recordIn, theAnswer} from '../json.ts';
import type {Cause, GoneSigns, SubtaskState, Task, TaskState} from '../task.ts';
import {type Text, textIn} from '../text.ts';
import type {Words} from '../words/en.ts';
import type {Flaw, Part} from './parts.ts';

/** What a request needs to know about the task asked for. */
export interface TaskReference {
  readonly taskId: string;
  /** For a service whose task has two ids, `parent/id`: the first of them. */
  readonly parentId: string;
  /** Empty where none was given, until it is looked up for a service that needs one. */
  readonly projectId: string;
  readonly workspace?: string | undefined;
  /** Only for a service that has a place for it. */
  readonly enterpriseProjectId?: string | undefined;
  readonly language: Language;
}

/** As the input `task-id` takes it. */
export function fullId({parentId, taskId}: TaskReference): string {
  return parentId === '' ? taskId : `${parentId}/${taskId}`;
}

export type Ids = Pick<TaskReference, 'taskId' | 'parentId'>;

type IdForms = Pick<Service, 'taskId' | 'parentId' | 'parentCanStandAlone'>;

/** The ids in an item of the input `task-id`, whatever their form. */
export function idsIn(item: string, {parentId: parentForm}: IdForms): Ids {
  const slash = parentForm ? item.lastIndexOf('/') : -1;
  return {parentId: item.slice(0, Math.max(slash, 0)), taskId: item.slice(slash + 1)};
}

/** Whether an item of the input `task-id` has the form of a service's ids. */
export function isIdOf(forms: IdForms, item: string): boolean {
  const {parentId, taskId} = idsIn(item, forms);
  if (!forms.parentId) return forms.taskId.pattern.test(taskId);
  if (forms.parentCanStandAlone && !item.includes('/')) return forms.parentId.pattern.test(taskId);
  return forms.parentId.pattern.test(parentId) && forms.taskId.pattern.test(taskId);
}

/** The accepted form in words. */
export function formOf({taskId, parentId, parentCanStandAlone}: IdForms, {inputs, language}: Words): string {
  const own = textIn(taskId.form, language);
  if (!parentId) return own;
  return (parentCanStandAlone ? inputs.oneOrTwoIds : inputs.twoIds)(textIn(parentId.form, language), own);
}

export type Language = 'en-us' | 'zh-cn';

/** Path with its query, ready to be put behind the endpoint, and the headers that this API adds. */
export interface TaskRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request has of its moment. */
export interface Moment {
  /** A fresh UUID, for an API that wants each request to have one. */
  readonly requestId: string;
  /** The runner's time, in milliseconds since the epoch. */
  readonly dateMs: number;
}

/** What an object about a task is read as, apart from its parts. */
export type Reading = Pick<
  Task,
  'id' | 'name' | 'resourceName' | 'state' | 'serviceStatus' | 'progress' | 'startMs' | 'endMs' | 'message' | 'isForced'
>;

/** Where a service says why a task failed. A log is none: it holds secrets that nobody masks. */
export interface CauseSource {
  /** What is sent to read them. Where it is left out, they are in the object of the task. */
  request?(task: TaskReference, moment: Moment): TaskRequest;
  /** The causes in the answer, the likeliest first. Throws MalformedAnswer where it has not the promised form. */
  read(answer: unknown, task: TaskReference): readonly Cause[];
  /** Where the answer leads to more of them. */
  next?(answer: unknown): CauseSource | undefined;
}

/** All that the action knows about one service: tables and pure functions, without I/O, clock or GitHub. */
export interface Service {
  /** Value of the input `service`. */
  readonly name: string;
  /** Former product names that the input takes as well. */
  readonly aliases: readonly string[];
  /** The product's name, as in the vendor's documents. */
  readonly title: string | Text;
  readonly taskId: IdForm;
  /** For a service whose task has two ids: the form of the one before the last slash. */
  readonly parentId?: IdForm;
  /** Whether `task-id` takes the parent alone as well: then its id is the task's, and there is no parent. */
  readonly parentCanStandAlone?: boolean;
  /**
   * Whose its tasks are: a project's, or a whole account's, which the APIs call a domain. Tokens are for it, and requests
   * signed by keys name it.
   */
  readonly scope: 'project' | 'domain';
  /** The name of the workspace that is searched for a task when none is given, for a service that has workspaces. */
  readonly usualWorkspace?: string;
  /** Whether the path holds the project id. */
  readonly needsProjectId: boolean;
  readonly hosts: Hosts;
  request(task: TaskReference, moment: Moment): TaskRequest;
  /** Where a request takes the enterprise project, if it does: the name of a parameter of the query, or of a header. */
  readonly enterpriseProject?: {readonly query: string} | {readonly header: string};
  /** The words that this service uses for its states, and what they mean. */
  readonly states: StateTable;
  /** Words of a running task that is undoing its work: once one was seen, a success that follows is none. */
  readonly undoingWords?: readonly string[];
  /** Makes what `find`, `read` and the others below are given of a 2xx body. Throws MalformedAnswer where it cannot. */
  prepare?(body: unknown): unknown;
  /**
   * The objects of a 2xx body about the task: one, or in a list all that have its id. The body itself where this is
   * left out. Empty where it is a list without this task; throws TaskNotListed to say that the whole list is empty, and
   * MalformedAnswer where it has not the promised form.
   */
  find?(body: unknown, task: TaskReference): readonly unknown[];
  /** Reads such an object. Throws MalformedAnswer where it has not the promised form. */
  read(own: unknown, task: TaskReference): Reading;
  /** The parts in such an object, with what is wrong with them, which counts under a success alone. */
  parts?(own: unknown): readonly Part[];
  /**
   * Whether success lies in the parts: the service's word for it says no more than that the task is over. At least one
   * part must have succeeded and every part be good, whatever `strict-subtasks` says.
   */
  readonly successInParts?: boolean;
  /** What such an object says against its success, where `errors` and `flags` cannot show it. */
  flaws?(own: unknown, body: unknown, task: TaskReference): readonly Flaw[];
  readonly causes?: CauseSource;
  /** Statuses of HTTP beside 200 under which the service shows a success. */
  readonly httpStatuses?: readonly number[];
  /** Whether a source shows that ids are hexadecimal or UUIDs, which count in letters of both cases. */
  readonly idsAreHexadecimal: boolean;
  /** Fields of the object, by their paths, that repeat what was asked beside the id: one of these values. */
  readonly repeats?: Readonly<Record<string, (task: TaskReference) => string | readonly string[]>>;
  /** Fields of the object, by their paths, that hold the task's error or its reason: no success has any. */
  readonly errors?: readonly string[];
  /** Fields of the object that are true, where they are there, under a success. */
  readonly flags?: readonly string[];
  /** Fields of the body that say how long a list beside them is, which was asked for as a whole. */
  readonly counts?: Readonly<Record<string, string>>;
  /** Whether an answer names the task, so that an answer without an id is malformed. */
  readonly answersWithId: boolean;
  /** Whether an end time appears only when the task has ended. Where false, an end time is no evidence of anything. */
  readonly endTimeMeansEnd: boolean;
  /** For a service whose id names a thing and not a run: how long an end that no running state came before is doubted. */
  readonly settleMs: number;
  /** For such a service: whether runs of one thing overlap, so that a running one can be the run before as well. */
  readonly runsOverlap?: true;
  /** Whether a good answer can hold the error code of the task itself, which is no refusal of the request then. */
  readonly tasksHaveErrorCodes: boolean;
  /** Error codes that mean something else than their HTTP status says. */
  readonly codes: Readonly<Record<string, CodeMeaning>>;
  readonly advice: Advice;
  /** The noun for what it is asked for, where that is neither "task" nor "resource": `backup`. */
  readonly noun?: Text;
  /** For a resource, which is waited for without a task. */
  readonly resource?: Resource;
  /** Whether the workflow itself says what the words mean, in its definition. */
  readonly isDefinedByWorkflow?: true;
}

/** What a service is asked for, in a word. */
export function kindOf({resource}: Pick<Service, 'resource'>): 'task' | 'resource' {
  return resource ? 'resource' : 'task';
}

/** What can be expected of a resource, and what its words tell. */
export interface Resource {
  /** The words for states that it stays in, of which those for success are the usual ones. */
  readonly ends: readonly string[];
  /** The words that say that it is being created, or that its creation failed. */
  readonly creation: readonly string[];
  /** For the service's pages: paths of what is being done with it, and its words that do not mean "under way". */
  readonly doing: {readonly fields: readonly string[]; readonly states: StateTable};
  readonly gone: GoneSigns;
}

/** What to do, where this service knows better than the general advice. */
export interface Advice {
  /** `warning` is for an end with a warning where that is a failure. */
  readonly verdicts?: Readonly<Partial<Record<'failed' | 'warning' | 'stopped' | 'not-found', Text>>>;
  /** By the service's error code, under `not-found`, `denied` and `error`. It comes before that for the verdict. */
  readonly codes?: Readonly<Record<string, Text>>;
  /** By the word of a running task that can stay in it for ever, under `timed-out` and `unfinished`. */
  readonly words?: Readonly<Record<string, Text>>;
  /**
   * How the work is done anew after a failure or a stop, where that is more than to start the task again: `deploy the
   * stack again`. `givesNewId` where the id does not stay the same although it names a thing.
   */
  readonly again?: Text & {readonly givesNewId?: true};
  /** What a success does not say. */
  readonly caveat?: Text;
}

/** A pattern that keeps an id from changing the host or the path of a request, and the accepted form in words. */
export interface IdForm {
  readonly pattern: RegExp;
  readonly form: string | Text;
  /** The form of all ids that a source shows, where another one is more likely the id of another service. */
  readonly usual?: RegExp;
}

export {plainId} from '../task.ts';

/** 32 hexadecimal digits. */
export const hexId = /^[0-9a-f]{32}$/i;
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A service's words and what they mean. A word that is not listed is `unknown`, and an empty text none yet. */
export type StateTable = Readonly<Record<string, TaskState>>;

export function stateOf<State extends SubtaskState>(
  states: Readonly<Record<string, State>>,
  word: string
): State | 'unknown' | 'untold' {
  if (word === '') return 'untold';
  return Object.hasOwn(states, word) ? (states[word] ?? 'unknown') : 'unknown';
}

/** A word of the service, and what it means. */
export function wordAndState(states: StateTable, serviceStatus: string): Pick<Reading, 'serviceStatus' | 'state'> {
  return {serviceStatus, state: stateOf(states, serviceStatus)};
}

/** For `find`: the object under a key of the body. */
export function objectUnder(key: string): (body: unknown) => readonly JsonRecord[] {
  return body => [recordIn(theAnswer(body), key)];
}

/** What most services have. */
const defaults = {
  aliases: [],
  needsProjectId: true,
  answersWithId: true,
  scope: 'project',
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  idsAreHexadecimal: false,
  codes: {},
  advice: {}
} satisfies Partial<Service>;

type Given<Name extends string> = Omit<Service, 'name' | keyof typeof defaults> &
  Partial<Pick<Service, keyof typeof defaults>> & {readonly name: Name};

/** A service with what it does not say for itself. */
export function defineService<Name extends string>(given: Given<Name>): Service & {readonly name: Name} {
  return {...defaults, ...given};
}

/** What is sent to read a task: the service's request, with the enterprise project where one was given. */
export function requestOf(service: Service, task: TaskReference, moment: Moment): TaskRequest {
  const request = service.request(task, moment);
  const {enterpriseProject: place} = service;
  const {enterpriseProjectId: id} = task;
  if (place === undefined || id === undefined) return request;
  if ('header' in place) return {...request, headers: {...request.headers, [place.header]: id}};
  const mark = request.path.includes('?') ? '&' : '?';
  return {...request, path: request.path + mark + path`${place.query}=${id}`};
}

/** A path with its query, in which no value can leave its place. */
export function path(texts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({raw: texts}, ...values.map(encodeURIComponent));
}
