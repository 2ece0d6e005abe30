import {MalformedAnswer} from '../../errors.ts';
import {epochMs, isoMs, type JsonRecord, percent, plausibleMs, property} from '../../json.ts';
import type {Subtask} from '../../task.ts';
import {inWords, type Message} from '../../text.ts';
import {attempt, errorNames, errorsIn, type Flaw, type Part} from '../parts.ts';
import {
  defineService,
  type IdForm,
  type Reading,
  type Service,
  type StateTable,
  stateOf,
  type TaskReference
} from '../service.ts';
import {type Definition, parseDefinition, type Readings, type WordMeanings} from './definition.ts';
import {type Expression, type Plain, plain} from './expression.ts';
import {objectsThatDecide, wayOf} from './path.ts';
import {type CustomMessage, type CustomWords, said} from './words.ts';
import type {Problems} from './yaml.ts';

const idForm: IdForm = {
  pattern: /^(?!\.+$)[A-Za-z0-9._:-]{1,256}$/,
  form: {en: 'letters, digits, ".", "_", ":" and "-"', zh: '字母、数字、“.”、“_”、“:”和“-”'}
};

/** The service that a definition describes, or all that is wrong with it; `clean` takes secrets out of what that shows. */
export function customService(definition: string, clean?: (text: string) => string): Service | Problems {
  const parsed = parseDefinition(definition, clean);
  return 'problems' in parsed ? parsed : serviceOf(parsed);
}

function serviceOf(definition: Definition): Service {
  const {title, host, path, headers, list, httpStatuses, task, words, codes, errorCodesInTasks, settleMs} = definition;
  const statusErrors = errorsOnWayOf(task.status, codes);
  const find = list && entryFinder(list, task);
  const listErrors = list && errorsOnWayOf(list, codes);
  const texts = [path, ...Object.values(headers)];
  return defineService({
    name: 'custom',
    isDefinedByWorkflow: true,
    title,
    taskId: idForm,
    ...(texts.some(text => text.includes('{parent_id}')) && {parentId: idForm}),
    scope: definition.scope,
    needsProjectId: texts.some(text => text.includes('{project_id}')),
    hosts: {byRegion: () => host, ...(host !== undefined && {usual: host})},
    request: reference => ({
      path: filled(path, reference, encodeURIComponent),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, filled(value, reference, text => text)])
      )
    }),
    states: Object.fromEntries(Object.entries(words).filter(([, state]) => state !== 'skipped')) as StateTable,
    prepare: body =>
      decided(
        ({answer}) => answer.answer,
        () => plain(body)
      ),
    find: (answer, {taskId}) => (find ? find(answer as Plain, taskId) : [answer]),
    read: own => read(own as Plain, definition),
    parts: partsReader(definition),
    successInParts: definition.successInSubtasks,
    flaws: (own, answer, {taskId}) =>
      attempt(() => [
        ...statusErrors(own as Plain),
        ...(find && listErrors ? listErrors(answer as Plain, {find: within => find(within, taskId)}) : [])
      ]),
    httpStatuses,
    answersWithId: task.id !== undefined,
    settleMs,
    tasksHaveErrorCodes: errorCodesInTasks,
    codes,
    advice: {
      verdicts: {
        'not-found': {
          en: 'Check task-id, endpoint or region, and host and path in the definition.',
          zh: '检查 task-id、endpoint 或 region，以及定义中的 host 和 path。'
        }
      }
    }
  });
}

function filled(text: string, {projectId, taskId, parentId}: TaskReference, encode: (id: string) => string): string {
  const ids: Readonly<Record<string, string>> = {project_id: projectId, task_id: taskId, parent_id: parentId};
  return text.replace(/\{(project_id|task_id|parent_id)\}/g, (_, name: string) => encode(ids[name] ?? ''));
}

function read(own: Plain, definition: Definition): Reading {
  const {task, words} = definition;
  const serviceStatus = isBlank(task.status, own) ? '' : statusIn(own, task, words);
  const observed = observe(own, task, serviceStatus, definition);
  return {
    ...observed,
    // Only a subtask can be passed over.
    state: observed.state === 'skipped' ? 'unknown' : observed.state,
    progress: percent(perhaps(task.progress, own))
  };
}

function partsReader({subtasks, codes, timeZone}: Definition): (own: unknown) => readonly Part[] {
  if (!subtasks) return () => [];
  const {list, each, words} = subtasks;
  const read = listReader(list, 'subtasks.list');
  const statusErrors = errorsOnWayOf(each.status, codes);
  return own =>
    attempt(() =>
      read(own as Plain).flatMap((item, index) =>
        attempt((): readonly Part[] => {
          const of = (what: string, {answer}: CustomWords) => answer.ofSubtask(index + 1, what);
          const part = observe(item, each, statusIn(item, each, words, of), {words, timeZone}, of);
          return part.state === 'succeeded' ? [part, ...statusErrors(item, {part})] : [part];
        })
      )
    );
}

/** Reads the list that an expression finds; none where it finds nothing and nothing else is in its place. */
function listReader(list: Expression, name: string): (answer: Plain) => readonly Plain[] {
  const way = wayOf(list);
  return answer => {
    const items = decided(
      () => name,
      () => list(answer)
    );
    const other = Array.isArray(items) || items === null ? way.inPlaceOfList(answer) : items;
    if (other !== undefined) throw new MalformedAnswer(said(words => words.answer.noList(name, kindOf(other, words))));
    return Array.isArray(items) ? items : [];
  };
}

/** The entries of a list that are of a task. */
function entryFinder(list: Expression, task: Readings): (answer: Plain, taskId: string) => readonly Plain[] {
  const read = listReader(list, 'list');
  return (answer, taskId) => read(answer).filter(item => idIn(item, task, ({answer}) => answer.entryId) === taskId);
}

/** What the objects that an expression goes through say against a success of what it, or `find`, finds in an answer. */
function errorsOnWayOf(expression: Expression, codes: Definition['codes']) {
  const way = wayOf(expression);
  const namesIn = (object: JsonRecord) => {
    const code = String(property(object, 'code')).trim();
    return Object.hasOwn(codes, code) ? [...errorNames, 'code'] : errorNames;
  };
  const hasErrors = (object: JsonRecord) => errorsIn(object, namesIn(object)).length > 0;
  return (
    from: Plain,
    {find = expression, part}: {find?: (answer: Plain) => unknown; part?: Subtask} = {}
  ): readonly Flaw[] => {
    const objects = new Set([...way.objects(from), ...objectsThatDecide(from, hasErrors, find)]);
    return [...objects].flatMap(object => errorsIn(object, namesIn(object), part));
  };
}

/**
 * Whether the place of the status is there and empty. An expression finds null both where a key is missing and where its
 * value is null: with an empty text instead of each null it finds that, if the key is there.
 */
function isBlank(status: Expression, answer: Plain): boolean {
  const found = perhaps(status, answer);
  if (typeof found === 'string') return found.trim() === '';
  return found === null && perhaps(status, plain(answer, '')) === '';
}

/** What a task and its subtasks have in common. */
function observe(
  from: Plain,
  readings: Readings,
  serviceStatus: string,
  {words, timeZone}: Pick<Definition, 'words' | 'timeZone'>,
  of: Of = ofTask
): Subtask {
  return {
    id: idIn(from, readings, words => of(words.answer.id, words)),
    name: textOf(perhaps(readings.name, from)),
    serviceStatus,
    state: stateOf(words, serviceStatus),
    startMs: timeOf(perhaps(readings['start-time'], from), timeZone),
    endMs: timeOf(perhaps(readings['end-time'], from), timeZone),
    message: textOf(perhaps(readings.message, from))
  };
}

/** Names what is read, with the subtask that it is of. */
type Of = (what: string, words: CustomWords) => string;

const ofTask: Of = what => what;

function idIn(from: Plain, {id}: Readings, what: CustomMessage): string | undefined {
  const given = id && decided(what, () => id(from));
  return typeof given === 'number' ? String(given) : textOf(given);
}

/** A number or a truth value is a status where the lists have such words; else the answer is not what was promised. */
function statusIn(from: Plain, {status}: Readings, words: WordMeanings, of: Of = ofTask): string {
  const what: CustomMessage = own => of(own.answer.status, own);
  const value = decided(what, () => status(from));
  // As it is: what a definition compares is no other.
  if (typeof value === 'string' && value.trim() !== '') return value;
  const listed = Object.keys(words);
  const isWord =
    typeof value === 'number'
      ? listed.some(word => /^-?\d+(\.\d+)?$/.test(word))
      : typeof value === 'boolean' && listed.includes(String(value));
  if (isWord) return String(value);
  throw new MalformedAnswer(said(own => own.answer.noWord(what(own), kindOf(value, own))));
}

/** Of what decides: where it cannot be evaluated, the answer proves nothing. */
function decided<T>(what: CustomMessage, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    // The library has no other language than English.
    const why: Message =
      error instanceof RangeError
        ? said(({answer}) => answer.tooLarge)
        : error instanceof MalformedAnswer
          ? error.what
          : (error as Error).message;
    throw new MalformedAnswer(words => said(own => own.answer.unread(what(own), inWords(why, words)))(words), {
      cause: error
    });
  }
}

/** Of what decides nothing: where it cannot be evaluated, there is nothing. */
function perhaps(expression: Expression | undefined, from: Plain): unknown {
  try {
    return expression?.(from);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function timeOf(value: unknown, timeZone = ''): number | undefined {
  const withZone = typeof value === 'string' ? value.trim() + timeZone : undefined;
  return epochMs(value) ?? epochSeconds(value) ?? isoMs(value) ?? isoMs(withZone);
}

/** No number is a plausible time both in seconds and in milliseconds. */
function epochSeconds(value: unknown): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d{9,10}$/.test(value.trim()));
  return isNumber ? plausibleMs(Number(value) * 1000) : undefined;
}

function kindOf(value: unknown, {answer: {kinds}}: CustomWords): string {
  if (value === null) return kinds.nothing;
  if (typeof value === 'string' && value.trim() === '') return kinds.empty;
  return Array.isArray(value) ? kinds.list : kinds[typeof value as 'object' | 'string' | 'number' | 'boolean'];
}
