import {isMap, type YAMLMap} from 'yaml';
import type {Text} from '../../text.ts';
import type {Expression} from './expression.ts';
import {
  entriesOf,
  type Given,
  givenIn,
  readBoolean,
  readExpression,
  readHeaders,
  readHttpStatuses,
  readList,
  readPath,
  readSettle,
  readText,
  unknownPlaceholders
} from './values.ts';
import type {CustomMessage, CustomWords} from './words.ts';
import {type Problems, readYaml, type Say} from './yaml.ts';

/** What the input `definition` says, checked. */
export interface Definition {
  readonly title: string | Text;
  /** Of the API in a region, before the region and the cloud's domain. */
  readonly host: string | undefined;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the answer is a list: it, in which the task is found by its id. */
  readonly list: Expression | undefined;
  readonly scope: 'project' | 'domain';
  readonly task: Readings;
  /** Of times that are written without one: `+08:00`. */
  readonly timeZone: string | undefined;
  readonly words: WordMeanings;
  readonly subtasks?: {readonly list: Expression; readonly each: Readings; readonly words: WordMeanings} | undefined;
  /** Whether a word for success counts only with at least one subtask, and all of them good. */
  readonly successInSubtasks: boolean;
  readonly codes: Readonly<Record<string, (typeof codeLists)[number]>>;
  /** Statuses of HTTP beside 200 under which a success counts. */
  readonly httpStatuses: readonly number[];
  readonly errorCodesInTasks: boolean;
  readonly settleMs: number;
}

/** Where an answer has what is read of a task, or of a subtask. */
export interface Readings extends Partial<Record<(typeof readings)[number], Expression>> {
  readonly status: Expression;
}

/** The words of the lists, each with what it means. */
export type WordMeanings = Readonly<Record<string, (typeof wordLists)[number]>>;

const readings = ['id', 'name', 'message', 'progress', 'start-time', 'end-time'] as const;
const wordLists = ['running', 'succeeded', 'failed', 'stopped', 'warning', 'skipped'] as const;
const codeLists = ['not-found', 'transient', 'denied', 'unauthenticated'] as const;

interface Key<Value> {
  /** What it takes, in words. */
  readonly form: CustomMessage;
  /** Whether it may or has to stand in the definition, and in `subtasks`. */
  readonly task?: 'optional' | 'required';
  readonly subtasks?: 'optional' | 'required';
  /** What those write for it who have not read the list of keys. */
  readonly meant?: string;
  /** `undefined` only where something is said to be wrong. */
  read(given: Given): Value | undefined;
}

const everywhere = {task: 'optional', subtasks: 'optional'} as const;
const expression = {form: ({forms}: CustomWords) => forms.expression, read: readExpression};
const words = (example: string) => ({
  form: ({forms}: CustomWords) => forms.words(example),
  read: (given: Given) => readList(given, 'words')
});
const codes = {
  form: ({forms}: CustomWords) => forms.codes,
  task: 'optional',
  read: (given: Given) => readList(given, 'codes')
} as const;
const codesMeant = 'error-code error-codes codes';

/** All keys there are, in the order in which they are read and listed. */
export const keys = {
  title: {
    form: ({forms}) => forms.title,
    task: 'optional',
    read: given => readText(given, /^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u)
  },
  host: {
    form: ({forms}) => forms.host,
    task: 'optional',
    meant: 'hostname subdomain',
    // No more than labels, so that what is made of it stays in the cloud's domain.
    read: given => readText(given, /^(?=.{1,63}$)[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*$/)
  },
  scope: {
    form: ({forms}) => forms.scope,
    task: 'optional',
    read: given => readText(given, /^(project|domain)$/) as 'project' | 'domain' | undefined
  },
  path: {
    form: ({forms}) => forms.path,
    task: 'required',
    meant: 'url uri route request',
    read: readPath
  },
  headers: {form: ({forms}) => forms.headers, task: 'optional', read: readHeaders},
  list: {
    ...expression,
    form: ({forms}) => forms.list,
    task: 'optional',
    subtasks: 'required',
    meant: 'items path'
  },
  status: {...expression, task: 'required', subtasks: 'required', meant: 'state phase task-status job-status'},
  id: {...expression, ...everywhere, meant: 'task-id job-id'},
  name: {...expression, ...everywhere},
  message: {...expression, ...everywhere, meant: 'reason fail-reason error-message error-msg'},
  progress: {...expression, task: 'optional', meant: 'percent percentage ratio'},
  'start-time': {...expression, ...everywhere, meant: 'start started started-at begin-time created created-at'},
  'end-time': {...expression, ...everywhere, meant: 'end ended ended-at finished-at completed-at'},
  'time-zone': {
    form: ({forms}) => forms.timeZone,
    task: 'optional',
    meant: 'timezone zone tz utc-offset',
    read: given => readText(given, /^[+-](0\d|1[0-4]):[0-5]\d$/)
  },
  running: {...words('RUNNING'), ...everywhere, meant: 'run pending waiting in-progress processing queued'},
  succeeded: {
    ...words('SUCCEEDED'),
    ...everywhere,
    task: 'required',
    meant: 'success successful successes ok done complete completed finished'
  },
  failed: {...words('FAILED'), ...everywhere, task: 'required', meant: 'fail fails failure failures error errors'},
  stopped: {
    ...words('CANCELED'),
    ...everywhere,
    meant: 'stop cancel canceled cancelled abort aborted terminated'
  },
  warning: {...words('WARNING'), ...everywhere, meant: 'warn warnings partial'},
  skipped: {...words('SKIPPED'), ...everywhere, meant: 'skip ignored'},
  subtasks: {
    form: ({forms}) => forms.subtasks,
    task: 'optional',
    meant: 'sub-tasks sub-jobs steps children',
    read: readSubtasks
  },
  'success-in': {
    form: ({forms}) => forms.successIn,
    task: 'optional',
    read: given => readText(given, /^subtasks$/)
  },
  'not-found': {...codes, meant: `${codesMeant} missing not-exist`},
  transient: {...codes, meant: `${codesMeant} retry temporary`},
  denied: {...codes, meant: `${codesMeant} unauthorized forbidden`},
  unauthenticated: {...codes, meant: 'expired invalid-token'},
  'error-codes-in-tasks': {form: ({forms}) => forms.boolean, task: 'optional', read: readBoolean},
  'http-status': {
    form: ({forms}) => forms.httpStatus,
    task: 'optional',
    meant: 'http status-code http-code http-statuses',
    read: readHttpStatuses
  },
  settle: {form: ({forms}) => forms.settle, task: 'optional', read: readSettle}
} satisfies Readonly<Record<string, Key<unknown>>>;

type Name = keyof typeof keys;
type Values = {readonly [Each in Name]?: Exclude<ReturnType<(typeof keys)[Each]['read']>, undefined>};

/** Reads a definition in YAML or JSON: it, or all that is wrong with it. */
export function parseDefinition(text: string, clean: (text: string) => string = same): Definition | Problems {
  return readYaml(text, clean, readDefinition);
}

const same = (text: string) => text;

const usualTitle: Required<Text> = {en: 'Custom service', zh: '自定义服务'};

function readDefinition(map: YAMLMap, say: Say): Definition | undefined {
  const values = valuesOf(map, 'task', '', say);
  const {title = usualTitle, host, path, headers = {}, subtasks} = values;
  if (values.succeeded?.length === 0) {
    say(map.get('succeeded', true), words => words.emptySucceeded);
  }
  const sent = [path ?? '', ...Object.values(headers)];
  const asksFor = (placeholder: string) => sent.some(text => text.includes(placeholder));
  const asksForTask = asksFor('{task_id}') || values.list !== undefined;
  if (path !== undefined && !asksForTask && sent.flatMap(unknownPlaceholders).length === 0) {
    say(map.get('path', true), words => words.noTaskId);
  }
  if (values.list && !('id' in values)) {
    say(map.get('list', true), words => words.listWithoutId);
  }
  if (values['success-in'] && !('subtasks' in values)) {
    say(map.get('success-in', true), words => words.successInWithoutSubtasks);
  }
  if (values.scope === 'domain' && asksFor('{project_id}')) {
    say(map.get('scope', true), words => words.domainWithProject);
  }
  const task = readingsIn(values);
  if (path === undefined || !task) return undefined;
  const shared = inLists(values, wordLists);
  return {
    title,
    host,
    path,
    headers,
    list: values.list,
    scope: values.scope ?? 'project',
    task,
    timeZone: values['time-zone'],
    words: shared,
    subtasks: subtasks && {...subtasks, words: subtasks.words ?? shared},
    successInSubtasks: values['success-in'] !== undefined,
    codes: inLists(values, codeLists),
    httpStatuses: values['http-status'] ?? [],
    errorCodesInTasks: values['error-codes-in-tasks'] ?? false,
    settleMs: values.settle ?? 0
  };
}

interface Subtasks {
  readonly list: Expression;
  readonly each: Readings;
  readonly words: WordMeanings | undefined;
}

function readSubtasks({node, name, say, wrongForm}: Given): Subtasks | undefined {
  if (!isMap(node)) return wrongForm();
  const values = valuesOf(node, 'subtasks', `${name}.`, say);
  const each = readingsIn(values);
  const hasOwn = wordLists.some(list => values[list]);
  return values.list && each && {list: values.list, each, words: hasOwn ? inLists(values, wordLists) : undefined};
}

function readingsIn(values: Values): Readings | undefined {
  const {status} = values;
  return status && {...Object.fromEntries(readings.map(name => [name, values[name]])), status};
}

/** From each item to the name of its list. */
function inLists<List extends (typeof wordLists | typeof codeLists)[number]>(
  values: Values,
  lists: readonly List[]
): Readonly<Record<string, List>> {
  return Object.fromEntries(lists.flatMap(list => (values[list] ?? []).map(item => [item, list])));
}

/** The values in a map; `where` is empty or ends with a dot. */
function valuesOf(map: YAMLMap, place: 'task' | 'subtasks', where: string, say: Say): Values {
  const table = Object.entries<Key<unknown>>(keys).filter(([, key]) => key[place]);
  const entries = entriesOf(map, Object.fromEntries(table), where, say);
  const listed = {words: new Map<string, string>(), codes: new Map<string, string>()};
  const values = table.flatMap(([key, {form, read, ...of}]) => {
    const name = `${where}${key}`;
    const entry = entries.get(key);
    if (!entry && of[place] === 'required') say(map, words => words.missing(name, form(words)));
    return entry ? [[key, read(givenIn(entry, {name, form, listed, say}))]] : [];
  });
  return Object.fromEntries(values);
}
