import type {CredentialKind} from '../../auth/credentials.ts';
import {secondMs} from '../../duration.ts';
import type {Party, RequestError} from '../../errors.ts';
import type {Inputs} from '../../inputs/inputs.ts';
import type {NonEmpty} from '../../non-empty.ts';
import type {WaitResult} from '../../polling/poller.ts';
import {kindOf, type Service, type TaskReference} from '../../services/service.ts';
import type {Subtask, Task} from '../../task.ts';
import {type Message, type Text, textIn} from '../../text.ts';
import {shownBetweenMs} from '../../time.ts';
import {type Change, en, type Refused, type Words} from '../../words/en.ts';
import {describeFailure} from '../failure.ts';
import {maxNames, nameOf, shownState} from '../subtasks.ts';
import {listed, oneLine} from '../text.ts';
import {rankOf} from './rank.ts';

/** What is known at the end of a wait, before it has words. The log, the annotation, the summary and `message` are made of it. */
export interface Facts {
  readonly headline: Message;
  /** The whole of it, as it is said without the headline. */
  readonly happened: Message;
  /** The same without what several tasks say once: that nobody tells whose side the reason is on. */
  readonly briefly?: Message;
  /** What stands below the headline in its place, where that differs. */
  readonly besides?: Message;
  /** Where there is more than one thing to tell, each of them: shown in the place of `happened`. */
  readonly reasons?: (words: Words) => readonly string[];
  /** What holds for all of these, or for several. */
  readonly ofReasons?: Message;
  readonly now: TaskNow;
  readonly toDo: readonly Step[];
  /** What is to do in its place where the work of other tasks must not be done anew. */
  readonly alone?: readonly Step[] | undefined;
  /** The step of these that waits for the task again, and how it is made. */
  readonly wait?: Wait;
  readonly support: Support;
}

/**
 * On whose side an ending lies:
 * - `service`: it failed the task, or it does not answer as it should.
 * - `request`: the service, or who gives credentials for it, refused what was asked.
 * - `inputs`: what the workflow gave.
 * - `runner`: the runner, or its way to the network.
 * - `between`: a proxy, gateway or log-in page that answers for the one who was asked.
 * - `nobody`: nothing is wrong; the wait succeeded, was cancelled, or reached its limit.
 * - `action`: this action.
 */
export type Side = 'service' | 'request' | 'inputs' | 'runner' | 'between' | 'nobody' | 'action';

/** One thing to do: a line, or one for each case where it depends on what the job does. */
export type Step = NonEmpty<Message>;

/** A step that waits again. */
export interface Wait {
  readonly step: Step;
  /** For all of these tasks; with the others of the step where what to do about those comes first. */
  readonly of: (ids: readonly string[], withOthers: boolean) => Step;
}

/** Whether the task is running, as far as this step knows. */
export type TaskNow =
  | {readonly is: 'ended'; readonly atMs?: number | undefined; readonly seen: Seen}
  | {readonly is: 'gone' | 'running' | 'not-proven' | 'unknown'; readonly seen: Seen}
  /** `lost`: an error of this action's own ended the step. */
  | {readonly is: 'never-seen' | 'not-asked' | 'lost'};

/** How the task was last seen, and how long before the end of the wait. */
export interface Seen {
  readonly task: Task;
  readonly dateMs: number;
  readonly ageMs: number;
}

/** What a person needs who asks the service or the maintainers. */
export interface Support {
  readonly title?: string | Text;
  readonly ids: readonly string[];
  readonly places: readonly Message[];
  readonly kind: 'task' | 'resource';
  /** What is asked for, in a word. */
  readonly noun: Message;
  /** Of each task that did not succeed; where all have, of the first. */
  readonly requestIds: readonly LastRequest[];
  readonly failedPolls: number;
  readonly throttledPolls: number;
  /** Where the service's answers that it is not found are the proof of what was waited for. */
  readonly isGone: boolean;
  readonly failures: WaitResult['failures'];
  /** When the first of all failed requests was, also of those that are not kept, in milliseconds since the epoch. */
  readonly firstFailedDateMs?: number | undefined;
  /** The tasks whose requests failed, where the step has several. */
  readonly failedIds: readonly string[];
  /** Whether the verdict comes from the last of them. */
  readonly failuresDecide: boolean;
  /** When the wait ended, in milliseconds since the epoch. */
  readonly endedDateMs?: number | undefined;
}

/** The last request id that an answer had. */
export interface LastRequest {
  readonly id: string;
  /** Who gave it, where that was not the service. */
  readonly party?: Party | undefined;
  /** The failure that it was, or `good` beside others that failed. */
  readonly brought?: RequestError | 'good' | undefined;
  /** What it is about, where the step has several tasks. */
  readonly taskIds: readonly string[];
}

/** One task of the step, how the wait for it ended, and what is known of that. */
export interface ToldTask {
  readonly reference: TaskReference;
  readonly result: WaitResult;
  readonly facts: Facts;
}

/** A task and how the wait for it ended. */
export type EndedTask = Pick<ToldTask, 'reference' | 'result'>;

export function hasSucceeded({result}: Pick<EndedTask, 'result'>): boolean {
  return result.ending.verdict === 'succeeded';
}

/** Those that did not succeed first, failures before the others: they are to be read, and the last to be cut off. */
export function unsuccessfulFirst<T extends EndedTask>(told: readonly T[]): readonly T[] {
  return told.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** As between the times that are shown: never less than what lies between two of these. At its limit, this limit. */
export function waitedMs({elapsedMs, endedDateMs}: WaitResult, {timeoutMs}: Asked['limits']): number {
  const isAtLimit = elapsedMs >= timeoutMs && elapsedMs < timeoutMs + secondMs;
  return isAtLimit ? timeoutMs : shownBetweenMs(endedDateMs - elapsedMs, endedDateMs);
}

/** What was asked for, as far as a wait is explained with it. */
export interface Asked extends Pick<Inputs, 'service' | 'place' | 'limits' | 'judging'> {
  readonly credentialKind: CredentialKind;
  /** Only needed where a task was not found: its id can be that of another one. */
  readonly allServices?: readonly Service[];
}

export interface Case extends Asked {
  readonly result: WaitResult;
  readonly reference: TaskReference;
  readonly id: string;
  readonly title: (words: Words) => string;
  readonly side: Side;
}

export type Told = Pick<Facts, 'headline' | 'happened' | 'briefly' | 'besides' | 'reasons' | 'toDo' | 'alone' | 'wait'>;

/** A headline about the task of the case. */
export function about(own: Case, make: (words: Words, who: string) => string): Message {
  return words => make(words, who(own, words));
}

/** A headline with what is said of the task of the case. */
export function aboutTask(own: Case, what: (words: Words) => string): Message {
  return about(own, (words, name) => words.headline.about(name, what(words)));
}

/** The name of the thing and of the task, where the answer has them; else the id. */
function who({result, service, id, title}: Case, words: Words): string {
  const {name, resourceName} = result.last?.task ?? {};
  const [first, second] = [...new Set([resourceName, name].flatMap(text => (text ? shortened(text, 80) : [])))];
  const shown = first === undefined ? shortenedId(id) : words.quoted(first);
  const one = words.one(title(words), nounOf(service, words), shown);
  return second === undefined ? one : one + words.inBrackets(second);
}

/** Of a long id both ends tell most. */
function shortenedId(id: string): string {
  const shown = oneLine(id, 200);
  return shown.length <= 80 ? shown : `${shown.slice(0, 35)}…${shown.slice(-44)}`;
}

/** What the service is asked for, in a word. */
export function nounOf(service: Pick<Service, 'noun' | 'resource'>, words: Words): string {
  return service.noun === undefined ? words.nouns[kindOf(service)] : textIn(service.noun, words.language);
}

/** What a success of the service does not say. */
export function caveatOf({advice: {caveat}}: Pick<Service, 'advice'>): Message {
  return caveat === undefined ? '' : ({language}) => textIn(caveat, language);
}

/** How the work is done anew, inside a sentence. */
export function againIn({advice: {again}}: Pick<Service, 'advice'>, {language, toDo}: Words): string {
  return again ? textIn(again, language) : toDo.again;
}

/** Whether work that is done anew has the id that it had. */
export function keepsId({settleMs, advice}: Pick<Service, 'settleMs' | 'advice'>): boolean {
  return settleMs > 0 && !advice.again?.givesNewId;
}

/** For a task that may be running: what to do first, and then to wait for it again. */
export function thenWait(before: readonly Step[], wait: Wait): Required<Pick<Told, 'toDo' | 'wait'>> {
  return {toDo: [...before, wait.step], wait};
}

/** To wait for the task after something was put right, which can be in the workflow file. */
export function waitAfterFix(own: Case, fixed: (words: Words) => Refused | undefined = () => undefined): Wait {
  if (fixed(en)?.isInWorkflow) return waitInNewRun(own);
  return waitOr(own, false, ({toDo}) => toDo.firstThatFits, ...afterFix(kindOf(own.service)));
}

/** In which cases nothing is started a second time. The first that fits holds. */
export function afterFix(change: Change): Step {
  return [({toDo}) => toDo.unedited, ({toDo}) => toDo.edited(change)];
}

/** After an edit of the workflow file. */
export function waitInNewRun(own: Case): Wait {
  return waitOr(own, false, ({toDo}) => toDo.noneStarts(kindOf(own.service)));
}

/** By a re-run of this job. */
export function waitFor(own: Case, ...onlyWaits: Step): Wait {
  return waitOr(own, true, ...onlyWaits);
}

/** Many workflows start the task in the job that waits, or in one beside it. `isThisJob`: of the first alone, for a re-run. */
function waitOr({id, service, result}: Case, isThisJob: boolean, ...onlyWaits: Step): Wait {
  const starts = result.last ? 'startsOnce' : 'startsUnseen';
  return waitBy(id, ids => [...onlyWaits, ({toDo}) => toDo[starts][kindOf(service)](ids, isThisJob)]);
}

/** To wait again by these steps; with the others where those have to be done first. */
export function waitBy(id: string, steps: (ids: string) => Step): Wait {
  const of: Wait['of'] = (ids, withOthers) =>
    withOthers ? [({toDo}) => toDo.waitWithOthers(ids.length)] : steps(ids.join(', '));
  return {step: of([id], false), of};
}

/** The service's word alone: behind that of a resource stands what is being done with it, in brackets. */
export function plainWord({serviceStatus}: Task): string {
  return serviceStatus.split(' (', 1)[0] ?? '';
}

export function reports({result, title}: Case, words: Words): string {
  return words.happened.reports(title(words), stateIn(result.last?.task, words));
}

export function stateIn(task: Task | undefined, words: Words): string {
  if (!task) return words.states.untold;
  const progress = task.progress === undefined ? '' : words.list(['', `${task.progress} %`]);
  return shownState(task, words) + progress;
}

/** The first names, and how many more there are. */
export function names(subtasks: readonly Subtask[], words: Words): readonly [names: string, more: number] {
  const shown = subtasks.slice(0, maxNames);
  return [words.names(shown.map(each => nameOf(each, words))), subtasks.length - shown.length];
}

/** In a line, without a full stop. */
export function shortened(text: string, maxLength: number): string {
  return oneLine(text.trim().replace(/[.。]$/, ''), maxLength);
}

/** As much of a reason as a headline has room for. */
export const maxCause = 160;

/** For a task in a state that nobody has told the meaning of: it can have ended in it, or run on. */
export function unknownWord(
  word: string,
  own: Case,
  more: readonly Step[] = []
): Required<Pick<Told, 'toDo' | 'wait'>> {
  const {service, id} = own;
  if (service.isDefinedByWorkflow) {
    return thenWait([[({toDo}) => toDo.defineWord(word)], ...more], waitInNewRun(own));
  }
  const wait = service.resource ? waitFor(own, ({toDo}) => toDo.onlyWaitsUnknown) : waitBy(id, onceChanged);
  return {toDo: [lookAtTask(own), ...more, wait.step, ...judgeWord(word, own), reportWord(word)], wait};
}

/** Where only the service can tell how it did. */
export function lookAtTask({service, title}: Case): Step {
  return [words => words.toDo.lookAtTask(title(words), nounOf(service, words))];
}

/** To wait again, which helps once its state is one that is known. */
export function onceChanged(ids: string): Step {
  return [({toDo}) => toDo.onceChanged.onlyWaits, ({toDo}) => toDo.onceChanged.starts(ids)];
}

/** What holds as long as it stays in this state. */
export function judgeWord(word: string, {service}: Case): readonly Step[] {
  return service.resource ? [] : [[words => words.toDo.judged(word, againIn(service, words), !keepsId(service))]];
}

export function reportWord(word: string): Step {
  return [({toDo}) => toDo.reportMeaning(word)];
}

export function adviceFor({service}: Case, {failure: {code = ''}}: RequestError): readonly Step[] {
  const {codes = {}} = service.advice;
  return Object.hasOwn(codes, code) ? advised(codes[code]) : [];
}

export function advised(text: Text | undefined): readonly Step[] {
  return text === undefined ? [] : [[({language}) => textIn(text, language)]];
}

export function sentence(text: string, words: Words): string {
  return words.sentence(oneLine(text));
}

export function answerIn(cause: RequestError, words: Words): string {
  return describeFailure(cause, words, {withId: false});
}

/** Of the ids that a line names. */
export const maxIds = 10;

/** The first ids, and how many more there are. */
export function firstIds(ids: readonly string[], words: Words): string {
  return words.list(listed(ids, maxIds, words.support.andMore, id => id));
}

/** How many subtasks still run of a task that is taken to have ended by its end time alone. */
export function openSubtaskCount({state, subtasks}: Task): number {
  return state === 'unknown' ? subtasks.filter(subtask => subtask.state === 'running').length : 0;
}

/** Whether the task is known to have ended. */
export function isOver(now: TaskNow): boolean {
  return now.is === 'gone' || (now.is === 'ended' && openSubtaskCount(now.seen.task) === 0);
}

/** How many of several tasks have ended, run, or are in a state that is not known, and when those that run were last polled. */
export function nowOfAll(
  told: readonly ToldTask[]
): Readonly<Record<'ended' | 'running' | 'unknown' | 'polledDateMs', number>> {
  const ended = told.filter(({facts}) => isOver(facts.now)).length;
  const polled = told.flatMap(({facts: {now}}) => (now.is === 'running' ? now.seen.dateMs : []));
  return {
    ended,
    running: polled.length,
    polledDateMs: Math.max(...polled),
    unknown: told.length - ended - polled.length
  };
}
