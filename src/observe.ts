import {causesIn} from './causes.ts';
import {MalformedAnswer, TaskNotListed} from './errors.ts';
import {isRecord, optional, theAnswer, valueAt} from './json.ts';
import {expectedState} from './polling/expectation.ts';
import {claimsSuccess, keptForShow, type Strictness, subtaskFailed} from './polling/verdict.ts';
import {attempt, contradiction, countAgrees, errorNames, errorsIn, type Flaw, isFlaw} from './services/parts.ts';
import {type Reading, type Service, stateOf, type TaskReference} from './services/service.ts';
import {isSameId, isTerminal, type Subtask, type Task} from './task.ts';
import {inWords, type Message} from './text.ts';
import {en} from './words/en.ts';

/** A 2xx answer. */
export interface GoodAnswer {
  readonly body: unknown;
  readonly httpStatus: number;
}

/** An object of the answer that says something about the task, and what it is read as. */
interface Candidate {
  readonly own: unknown;
  readonly reading: Reading;
}

/**
 * What an answer shows of the task asked for: the service's reading of it, held against what the service's data says of
 * such answers. Throws MalformedAnswer where it has not the promised form, and TaskNotListed where it is a list without
 * this task.
 */
export function observe(service: Service, answer: GoodAnswer, asked: TaskReference, strictness: Strictness): Task {
  const body = service.prepare ? service.prepare(answer.body) : answer.body;
  const found = service.find?.(body, asked) ?? [theAnswer(body)];
  const {expectation} = strictness;
  const told = found.map((own): Candidate => {
    const reading = service.read(own, asked);
    const isUsual = stateOf(service.states, reading.serviceStatus) === 'succeeded';
    const state = expectedState(reading.state, reading.serviceStatus, expectation, isUsual);
    return {own, reading: withoutEarlyEnd({...reading, state}, service)};
  });
  const claims = ({reading}: Candidate) => claimsSuccess(reading.state, strictness);
  const decisive = told.find(claims) ?? told[0];
  if (!decisive) throw new TaskNotListed();
  const {own, reading} = decisive;
  if (service.answersWithId && reading.id === undefined) throw new MalformedAnswer(words => words.malformed.noTaskId);
  const isClaimed = claims(decisive);
  const {httpStatus} = answer;
  const goodStatuses = [200, ...(service.httpStatuses ?? []), ...(isClaimed ? [] : [201, 202])];
  if (!goodStatuses.includes(httpStatus)) throw new MalformedAnswer(words => words.malformed.httpStatus(httpStatus));

  // Of what is gone, nothing else matters.
  const isGone = expectation?.kind === 'gone';
  const parts = told.map(each => (isGone ? [] : (service.parts?.(each.own) ?? [])));
  const subtasks = parts.flat().filter((part): part is Subtask => !isFlaw(part));
  const isUndoing = service.undoingWords?.includes(reading.serviceStatus) || undefined;
  const causes = causesIn(service, own, reading.state, asked);
  const task: Task = {
    ...reading,
    isUndoing,
    subtasks,
    ...(causes.length > 0 && {causes}),
    other: otherThan(service, own, reading, asked)
  };
  if (!isClaimed || isGone) return keptForShow(task, strictness.allowWarnings);
  const {successInParts = false} = service;
  const countsParts = successInParts || (strictness.strictSubtasks && !reading.isForced);
  const flaws = [
    ...told.flatMap(({own, reading}) => flawsOf(service, own, reading)),
    ...errorsAround(service, body, own),
    ...told.flatMap(({own}) => service.flaws?.(own, body, asked) ?? []),
    ...differingStates(told),
    ...(successInParts && subtasks.every(({state}) => state === 'skipped')
      ? [contradiction(words => words.against.noGoodPart)]
      : []),
    ...(countsParts ? [...parts.flat().filter(isFlaw), ...disagreeingCounts(service, body)] : [])
  ];
  const malformed = flaws.find(({flaw}) => flaw === 'malformed');
  if (malformed) throw new MalformedAnswer(malformed.what);
  const contradictions = distinct(flaws.map(({what}) => what)).slice(0, maxContradictions);
  const hasFailed = subtasks.some(subtask => subtaskFailed(subtask, strictness.allowWarnings));
  const decided = successInParts ? {...task, isDecidedByParts: true} : task;
  const judged =
    successInParts && hasFailed
      ? {...decided, state: 'failed' as const}
      : {...decided, ...(contradictions.length > 0 && {contradictions})};
  return keptForShow(judged, strictness.allowWarnings);
}

/** Some services send an end time, or what reads like one, while the task runs. In a word that is not known it can be the end. */
function withoutEarlyEnd(reading: Reading, {endTimeMeansEnd}: Service): Reading {
  const mayHaveEnded = isTerminal(reading.state) || (endTimeMeansEnd && reading.state === 'unknown');
  return mayHaveEnded ? reading : {...reading, endMs: undefined};
}

/** Those that say the same once. */
function distinct(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map(message => [inWords(message, en), message])).values()];
}

/** More would say no more. */
const maxContradictions = 3;

/** What the answer names instead of what it should repeat. */
function otherThan(service: Service, own: unknown, {id}: Reading, asked: TaskReference): string | undefined {
  const isSame = (answered: string, expected: string) => isSameId(answered, expected, service.idsAreHexadecimal);
  if (id !== undefined && !isSame(id, asked.taskId)) return id;
  for (const [path, expectedOf] of Object.entries(service.repeats ?? {})) {
    const value = isRecord(own) ? valueAt(own, path) : undefined;
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new MalformedAnswer(words => words.malformed.noText(`"${path}"`));
    const answered = String(value).trim();
    if (![expectedOf(asked)].flat().some(expected => isSame(answered, expected))) return `${path} ${answered}`;
  }
  return undefined;
}

/** What the task's own fields say against its success. */
function flawsOf({errors = [], flags = []}: Service, own: unknown, {message}: Reading): readonly Flaw[] {
  if (!isRecord(own)) return [];
  return [
    ...errorsIn(own, errors),
    ...flags.flatMap(flag =>
      attempt(() => {
        const value = valueAt(own, flag);
        if (value === undefined || value === true) return [];
        throw new MalformedAnswer(words =>
          value === false ? words.against.isFalse(flag, message) : words.malformed.boolean(`"${flag}"`)
        );
      })
    )
  ];
}

/** Errors under the usual names, in the task and in the objects around it, or a code that this service has for errors. */
function errorsAround({codes}: Service, body: unknown, own: unknown): readonly Flaw[] {
  return (wayTo(own, body) ?? [body, own])
    .filter(isRecord)
    .flatMap(object => [
      ...errorsIn(object, [...errorNames, 'errors']),
      ...(Object.hasOwn(codes, String(optional(object, 'code'))) ? errorsIn(object, ['code']) : [])
    ]);
}

/** The objects and lists from an outer one to one in it, both included; absent where it is not in it. */
function wayTo(inner: unknown, outer: unknown): readonly unknown[] | undefined {
  if (outer === inner) return [outer];
  if (typeof outer !== 'object' || outer === null) return undefined;
  for (const value of Object.values(outer)) {
    const way = wayTo(inner, value);
    if (way) return [outer, ...way];
  }
  return undefined;
}

function disagreeingCounts({counts = {}}: Service, body: unknown): readonly Flaw[] {
  return isRecord(body) ? Object.entries(counts).flatMap(([count, list]) => countAgrees(body, count, list)) : [];
}

/** Several entries of a list can have the id of the task; they have to agree. */
function differingStates(told: readonly Candidate[]): readonly Flaw[] {
  const words = [...new Set(told.map(({reading}) => reading.serviceStatus))];
  return words.length > 1 ? [contradiction(({against, and}) => against.differing(and(words.slice(0, 5))))] : [];
}
