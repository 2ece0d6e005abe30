import {isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap} from 'yaml';
import {hourMs, parseDuration} from '../../duration.ts';
import {nearest} from '../../nearest.ts';
import {type Expression, parseExpression} from './expression.ts';
import {type Problems, readYaml, type Say} from './yaml.ts';

/** What the input `definition` says, checked. */
export interface Definition {
  readonly title: string;
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
  readonly words: Words;
  readonly subtasks?: {readonly list: Expression; readonly each: Readings; readonly words: Words} | undefined;
  /** Whether a word for success counts only with at least one subtask, and all of them good. */
  readonly successInSubtasks: boolean;
  readonly codes: Readonly<Record<string, (typeof codeLists)[number]>>;
  /** Statuses of HTTP beside 200 under which a success counts. */
  readonly httpStatuses: readonly number[];
  readonly errorCodesInTasks: boolean;
  readonly settleMs: number;
}

/** Where the parts of a task, or of a subtask, stand in an answer. */
export interface Readings extends Partial<Record<(typeof readings)[number], Expression>> {
  readonly status: Expression;
}

export type Words = Readonly<Record<string, (typeof wordLists)[number]>>;

const readings = ['id', 'name', 'message', 'progress', 'start-time', 'end-time'] as const;
const wordLists = ['running', 'succeeded', 'failed', 'stopped', 'warning', 'skipped'] as const;
const codeLists = ['not-found', 'transient', 'denied'] as const;
const placeholders = ['{project_id}', '{task_id}', '{parent_id}'] as const;

/** A value that stands in a definition, and what its reader has to know to say what is wrong with it. */
interface Given {
  /** Its key, with that of the map around it: `subtasks.status`. */
  readonly name: string;
  readonly node: Node | null;
  /** As the table of keys has it. */
  readonly form: string;
  /** The words and the codes that stand in this map before it, each with the key of its list. */
  readonly listed: Readonly<Record<'words' | 'codes', Map<string, string>>>;
  readonly say: Say;
  /** Says what is wrong with it, behind its name. */
  wrong(what: string): undefined;
}

interface Key<Value> {
  /** What it takes, in words. */
  readonly form: string;
  /** Whether it may or has to stand in the definition, and in `subtasks`. */
  readonly task?: 'optional' | 'required';
  readonly subtasks?: 'optional' | 'required';
  /** What those write for it who have not read the list of keys. */
  readonly meant?: string;
  /** `undefined` only where something is said to be wrong. */
  read(given: Given): Value | undefined;
}

const everywhere = {task: 'optional', subtasks: 'optional'} as const;
const expression = {form: 'a JMESPath expression such as status or job.status', read: readExpression};
const words = (example: string) => ({
  form: `a list of words such as [${example}]`,
  read: (given: Given) => readList(given, 'words')
});
const codes = {
  form: 'a list of error codes such as [ABC.0404]',
  task: 'optional',
  read: (given: Given) => readList(given, 'codes')
} as const;
const codesMeant = 'error-code error-codes codes';

/** All keys there are, in the order in which they are read and listed. */
export const keys = {
  title: {
    form: 'a text of one line, at most 80 characters',
    task: 'optional',
    read: given => readText(given, /^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u)
  },
  host: {
    form: 'the name of the API before the region, such as dms in dms.eu-de.otc.t-systems.com: letters, digits, "-" and "."',
    task: 'optional',
    meant: 'hostname subdomain',
    // No more than labels, so that what is made of it stays in the cloud's domain.
    read: given => readText(given, /^(?=.{1,63}$)[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*$/)
  },
  scope: {
    form: 'project or domain: whether the tasks are those of a project or of a whole account',
    task: 'optional',
    read: given => readText(given, /^(project|domain)$/) as 'project' | 'domain' | undefined
  },
  path: {
    form: 'the path of the GET request behind the endpoint, such as /v1/{project_id}/jobs/{task_id}',
    task: 'required',
    meant: 'url uri route request',
    read: readPath
  },
  headers: {form: 'a map of names and values, such as {x-language: en-us}', task: 'optional', read: readHeaders},
  list: {
    ...expression,
    form: 'a JMESPath expression for the list, such as subtasks or data.tasks',
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
    form: 'the zone of times that have none, as an offset such as +08:00 or +00:00',
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
    form: 'a map with list and status, such as {list: subtasks, status: status}',
    task: 'optional',
    meant: 'sub-tasks sub-jobs steps children',
    read: readSubtasks
  },
  'success-in': {
    form: 'subtasks: a word for success counts only with at least one subtask then, and all of them good',
    task: 'optional',
    read: given => readText(given, /^subtasks$/)
  },
  'not-found': {...codes, meant: `${codesMeant} missing not-exist`},
  transient: {...codes, meant: `${codesMeant} retry temporary`},
  denied: {...codes, meant: `${codesMeant} unauthorized forbidden`},
  'error-codes-in-tasks': {form: 'true or false', task: 'optional', read: readBoolean},
  'http-status': {
    form: 'a list of numbers such as [202]: from 200 to 299, without 203 to 206 and 226',
    task: 'optional',
    meant: 'http status-code http-code http-statuses',
    read: readHttpStatuses
  },
  settle: {form: 'a duration such as 90, 90s, 15m or 1h30m, at most 24h', task: 'optional', read: readSettle}
} satisfies Readonly<Record<string, Key<unknown>>>;

type Name = keyof typeof keys;
type Values = {readonly [Each in Name]?: Exclude<ReturnType<(typeof keys)[Each]['read']>, undefined>};

/** These are inputs of the step, beside the definition. */
const inputsBeside = ['endpoint', 'region', 'project-id', 'timeout', 'token', 'service'];
const maxSettleMs = 24 * hourMs;
/** Those that the request itself sets, and those that say where it ends. */
const ownHeaders =
  /^(authorization|x-auth-token|x-security-token|x-subject-token|x-sdk-.*|x-project-id|x-domain-id|host|cookie2?|content-length|content-encoding|transfer-encoding|accept|accept-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;
/** The others have no content, hold a part of an answer, or say that something on the way has changed it. */
const wholeAnswers = /^2(?!0[3-6]|26)\d\d$/;

/** Reads a definition in YAML or JSON: it, or all that is wrong with it. */
export function parseDefinition(text: string, clean: (text: string) => string = same): Definition | Problems {
  return readYaml(text, clean, readDefinition);
}

const same = (text: string) => text;

function readDefinition(map: YAMLMap, say: Say): Definition | undefined {
  const values = valuesOf(map, 'task', '', say);
  const {title = 'Custom service', host, path, headers = {}, subtasks} = values;
  if (values.succeeded?.length === 0) {
    const what = 'succeeded is empty: without a word for success the step can never be green.';
    say(map.get('succeeded', true), what);
  }
  const all = [path, ...Object.values(headers)].join(' ');
  const asksForTask = all.includes('{task_id}') || values.list !== undefined;
  if (path !== undefined && !asksForTask && unknownPlaceholders(all).length === 0) {
    const what = 'neither path nor headers have {task_id}, so that nothing says which task is asked for.';
    say(map.get('path', true), what);
  }
  if (values.list && !values.id && !map.has('id')) {
    say(map.get('list', true), 'list is given without id: it is by its id that the task is found in a list.');
  }
  if (values['success-in'] && !map.has('subtasks') && !subtasks) {
    say(map.get('success-in', true), 'success-in is given without subtasks, which say where they are.');
  }
  if (values.scope === 'domain' && all.includes('{project_id}')) {
    say(
      map.get('scope', true),
      'scope is domain, and {project_id} is asked for: the tasks of a whole account have no project.'
    );
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
  readonly words: Words | undefined;
}

function readSubtasks({node, form, name, say, wrong}: Given): Subtasks | undefined {
  if (!isMap(node)) return wrong(`takes ${form}.`);
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

/** The values in a map; `where` ends with a dot. */
function valuesOf(map: YAMLMap, place: 'task' | 'subtasks', where: string, say: Say): Values {
  const table = Object.entries<Key<unknown>>(keys).filter(([, key]) => key[place]);
  const names = table.map(([name]) => name);
  const entries = entriesOf(map, names, where, say);
  const listed = {words: new Map<string, string>(), codes: new Map<string, string>()};
  const values = table.flatMap(([key, {form, read, ...of}]) => {
    const name = `${where}${key}`;
    const entry = entries.get(key);
    if (!entry && of[place] === 'required') say(map, `${name} is missing: it takes ${form}.`);
    return entry ? [[key, read(givenIn(entry, {name, form, listed, say}))]] : [];
  });
  return Object.fromEntries(values);
}

interface Entry {
  readonly key: Scalar;
  readonly node: Node | null;
}

function givenIn({key, node}: Entry, given: Omit<Given, 'node' | 'wrong'>): Given {
  const wrong = (what: string) => void given.say(node ?? key, `${given.name} ${what}`);
  return {...given, node, wrong: wrong as Given['wrong']};
}

function entriesOf(map: YAMLMap, known: readonly string[], where: string, say: Say): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const {key, value} of map.items) {
    const node = value as Node | null;
    const name = isScalar(key) ? wordOf(key) : undefined;
    if (!isScalar(key) || name === undefined) {
      say(key ?? map, `a key takes a text${known.length > 0 ? `: one of ${known.join(', ')}` : ''}.`);
    } else if (known.length > 0 && !known.includes(name)) {
      const near = meantKeys(name, known);
      say(key, `${where}${say.beginning(name)} is no key; ${suggestion(name, near, known)}`);
      // Read as what was meant, so that this is not said to be missing as well.
      const [meant, ...others] = near;
      if (meant !== undefined && others.length === 0 && !entries.has(meant)) entries.set(meant, {key, node});
    } else {
      entries.set(name, {key, node});
    }
  }
  return entries;
}

function meantKeys(name: string, known: readonly string[]): readonly string[] {
  const word = plainWord(name);
  const meant = known.filter(key =>
    (keys as Readonly<Record<string, Key<unknown>>>)[key]?.meant?.split(' ').includes(word)
  );
  return meant.length > 0 ? meant : nearest(word, known);
}

function suggestion(name: string, near: readonly string[], known: readonly string[]): string {
  if (name === '<<') return 'merge keys are not taken: write out what is to be merged.';
  if (near.length > 0) return `was ${near.join(' or ')} meant?`;
  if (inputsBeside.includes(plainWord(name))) return 'it is an input of the step, beside definition.';
  return `the keys are ${known.join(', ')}.`;
}

function plainWord(name: string): string {
  return name.slice(0, 80).toLowerCase().replaceAll('_', '-');
}

/** A text or a number as it is written, so that the version 1.0 stays one. */
function wordOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return node.value.trim();
  const isPlain = typeof node.value === 'number' || typeof node.value === 'boolean';
  return isPlain ? (node.source ?? String(node.value)) : undefined;
}

function readText({node, form, wrong}: Given, pattern = /^/): string | undefined {
  const text = wordOf(node);
  if (text) return pattern.test(text) ? text : wrong(`takes ${form}.`);
  // An unquoted {…} is a map in YAML, and &… an anchor.
  const isOther = isMap(node) || isSeq(node) || (isScalar(node) && node.anchor);
  return wrong(`takes ${form}.${isOther ? ' Put it between quotes.' : ''}`);
}

function readPath(given: Given): string | undefined {
  const path = readText(given);
  if (path === undefined) return undefined;
  const {node, say} = given;
  const wrong = (what: string) => given.wrong(`is ${JSON.stringify(say.beginning(path))} and ${what}.`);
  if (/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i.test(path))
    return wrong('holds a host, which the input endpoint takes: path begins behind it, with one "/"');
  if (/\$[{(]/.test(path)) return wrong('has a "$" before "{": write {task_id} alone');
  if (!path.startsWith('/')) return wrong('takes a text that begins with "/"');
  if (!/^[!-~]+$/.test(path)) return wrong('takes printable ASCII without white space: encode other characters as %XX');
  if (/[\\#"<>^`|]/.test(path)) return wrong('takes none of \\ # " < > ^ ` |');
  if (/%(?![0-9a-f]{2})/i.test(path)) return wrong('takes % before two hexadecimal digits alone');
  if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path.split('?', 1)[0] ?? '')) return wrong('takes no part "." or ".."');
  sayUnknownPlaceholders(path, node, say);
  return path;
}

function sayUnknownPlaceholders(text: string, node: unknown, say: Say): void {
  for (const found of unknownPlaceholders(text)) {
    const near = nearest(found, placeholders)[0];
    say(node, `${found} is no placeholder; ${near ? `was ${near} meant?` : `they are ${placeholders.join(', ')}.`}`);
  }
}

function unknownPlaceholders(text: string): readonly string[] {
  const found = [...text.matchAll(/\{[^{}]*\}?|\}/g)].map(([whole]) => whole);
  return found.filter(whole => !placeholders.some(placeholder => placeholder === whole));
}

function readHeaders({
  node,
  form,
  name: where,
  say,
  wrong,
  listed
}: Given): Readonly<Record<string, string>> | undefined {
  if (!isMap(node)) return wrong(`takes ${form}.`);
  const headers = new Map<string, string>();
  for (const [given, entry] of entriesOf(node, [], `${where}.`, say)) {
    const name = given.toLowerCase();
    const value = readText(givenIn(entry, {name: `${where}.${given}`, form: 'a text of one line', listed, say}));
    const wrongName = (what: string) => say(entry.key, `${where}.${what}`);
    if (!/^[a-z0-9_-]{1,64}$/.test(name)) wrongName(`${say.beginning(given)} is no name of a header.`);
    else if (ownHeaders.test(name)) wrongName(`${given} is set by the action itself and cannot be given.`);
    else if (headers.has(name)) wrongName(`${given} stands here a second time.`);
    if (value === undefined) continue;
    if (!/^[ -~]{1,1024}$/.test(value)) say(entry.node, `${where}.${given} takes printable ASCII on one line.`);
    sayUnknownPlaceholders(value, entry.node, say);
    headers.set(name, value);
  }
  return Object.fromEntries(headers);
}

function readExpression(given: Given): Expression | undefined {
  const text = readText(given);
  if (text === undefined) return undefined;
  const parsed = parseExpression(text);
  if (!('problem' in parsed)) return parsed;
  return given.wrong(
    `is ${JSON.stringify(given.say.beginning(text))} and takes a JMESPath expression: ${parsed.problem}`
  );
}

/** The items, each of which can stand in one list alone. */
function readList(
  {node, form, name, listed, say, wrong}: Given,
  kind: 'words' | 'codes'
): readonly string[] | undefined {
  if (!isSeq(node)) {
    const word = wordOf(node);
    return wrong(`takes ${word ? `a list: write ${name.split('.').at(-1)}: [${say.beginning(word)}]` : form}.`);
  }
  const items: string[] = [];
  for (const item of node.items) {
    const word = wordOf(item);
    const known = word && listed[kind].get(word);
    const other = otherFormOf(item);
    const sayOf = (what: string) => say(item ?? node, what);
    if (!word || word.length > 200) sayOf(`${name} takes ${form}: texts or numbers.`);
    else if (other !== undefined) {
      const written = other === '' ? `no number that it can hold: write` : `${other}: write ${other}, or`;
      sayOf(`${name} has ${word}, which in an answer is ${written} '${word}' for the text.`);
    } else if (known === name) sayOf(`${name} has ${JSON.stringify(word)} twice.`);
    else if (known) sayOf(`${JSON.stringify(word)} stands in ${known} and in ${name}: it can mean only one.`);
    else {
      listed[kind].set(word, name);
      items.push(word);
    }
  }
  return items.length === node.items.length ? items : undefined;
}

/** How JavaScript writes a number or truth value that is written otherwise; empty where it cannot. */
function otherFormOf(item: unknown): string | undefined {
  const word = wordOf(item);
  if (!isScalar(item) || typeof item.value === 'string' || word === undefined) return undefined;
  // These come as texts.
  if (/^-?[1-9]\d{15,}$/.test(word)) return undefined;
  const form = String(item.value);
  if (form === word) return undefined;
  return /^(-?\d+(\.\d+)?|true|false)$/.test(form) ? form : '';
}

function readBoolean({node, form, wrong}: Given): boolean | undefined {
  return isScalar(node) && typeof node.value === 'boolean' ? node.value : wrong(`takes ${form}.`);
}

function readHttpStatuses({node, form, wrong}: Given): readonly number[] | undefined {
  const given = (isSeq(node) ? node.items : [node]).map(item => wordOf(item) ?? '');
  return given.every(word => wholeAnswers.test(word)) ? given.map(Number) : wrong(`takes ${form}.`);
}

function readSettle({node, form, wrong}: Given): number | undefined {
  const ms = parseDuration(wordOf(node) ?? '');
  return ms !== undefined && ms <= maxSettleMs ? ms : wrong(`takes ${form}.`);
}
