import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, visit, type YAMLMap} from 'yaml';
import {hourMs, parseDuration} from '../../duration.ts';
import {nearest} from '../../nearest.ts';
import {type Expression, parseExpression} from './expression.ts';

/** What the input `definition` says, checked. */
export interface Definition {
  readonly title: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly task: Readings;
  readonly words: Words;
  readonly subtasks?: {readonly list: Expression; readonly each: Readings; readonly words: Words} | undefined;
  readonly codes: Readonly<Record<string, 'not-found' | 'transient' | 'denied'>>;
  /** Statuses of HTTP beside 200 under which a success counts. */
  readonly httpStatuses: readonly number[];
  readonly errorCodesInTasks: boolean;
  readonly settleMs: number;
}

/** Where the parts of a task, or of a subtask, stand in an answer. */
export interface Readings {
  readonly status: Expression;
  readonly id?: Expression | undefined;
  readonly name?: Expression | undefined;
  readonly message?: Expression | undefined;
  readonly progress?: Expression | undefined;
  readonly 'start-time'?: Expression | undefined;
  readonly 'end-time'?: Expression | undefined;
}

export type WordState = 'running' | 'succeeded' | 'warning' | 'failed' | 'stopped' | 'skipped';
export type Words = Readonly<Record<string, WordState>>;

const wordLists = ['running', 'succeeded', 'failed', 'stopped', 'warning', 'skipped'] as const;
const codeLists = ['not-found', 'transient', 'denied'] as const;
const readings = ['id', 'name', 'message', 'start-time', 'end-time'] as const;
const keys = [
  ...['title', 'path', 'headers', 'status', 'progress', 'subtasks', 'settle', 'http-status', 'error-codes-in-tasks'],
  ...readings,
  ...wordLists,
  ...codeLists
];
const subtaskKeys = ['list', 'status', ...readings, ...wordLists];
export const placeholders = ['{project_id}', '{task_id}', '{parent_id}'] as const;

/** What is written for these keys by those who have not read the list. */
const meantBy: Readonly<Record<string, readonly string[]>> = {
  succeeded: ['success', 'successful', 'successes', 'ok', 'done', 'complete', 'completed', 'finished'],
  failed: ['fail', 'fails', 'failure', 'failures', 'error', 'errors'],
  stopped: ['stop', 'cancel', 'canceled', 'cancelled', 'abort', 'aborted', 'terminated'],
  running: ['run', 'pending', 'waiting', 'in-progress', 'processing', 'queued'],
  warning: ['warn', 'warnings', 'partial'],
  skipped: ['skip', 'ignored'],
  status: ['state', 'phase', 'task-status', 'job-status'],
  path: ['url', 'uri', 'route', 'request'],
  id: ['task-id', 'job-id'],
  message: ['reason', 'fail-reason', 'error-message', 'error-msg'],
  progress: ['percent', 'percentage', 'ratio'],
  'start-time': ['start', 'started', 'started-at', 'begin-time', 'created', 'created-at'],
  'http-status': ['http', 'status-code', 'http-code', 'http-statuses'],
  'end-time': ['end', 'ended', 'ended-at', 'finished-at', 'completed-at'],
  subtasks: ['sub-tasks', 'sub-jobs', 'steps', 'children'],
  list: ['items', 'path'],
  'not-found': ['error-code', 'error-codes', 'codes', 'missing', 'not-exist'],
  transient: ['error-code', 'error-codes', 'codes', 'retry', 'temporary'],
  denied: ['error-code', 'error-codes', 'codes', 'unauthorized', 'forbidden']
};
/** These are inputs of the step, beside the definition. */
const inputsBeside = ['endpoint', 'host', 'region', 'project-id', 'timeout', 'token', 'service'];

const maxLength = 16_384;
const maxProblems = 20;
const maxSettleMs = 24 * hourMs;
/** Those that the request itself sets, and those that say where it ends. */
const ownHeaders =
  /^(authorization|x-auth-token|x-security-token|x-subject-token|x-sdk-.*|x-project-id|x-domain-id|host|cookie2?|content-length|content-encoding|transfer-encoding|accept|accept-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;

/** Reads a definition in YAML or JSON: it, or all that is wrong with it. */
export function parseDefinition(
  text: string,
  clean: (text: string) => string = same
): Definition | {readonly problems: readonly string[]} {
  if (text.length > maxLength)
    return {problems: [`definition has ${text.length} characters and takes at most ${maxLength}.`]};
  const lines = new LineCounter();
  const problems: string[] = [];
  const say: Say = Object.assign(
    (node: unknown, what: string) => void problems.push(`definition${placeOf(node, lines)}: ${what}`),
    {beginning: (given: string) => clean(given).slice(0, 80)}
  );
  try {
    const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, merge: false});
    for (const {pos, code} of document.errors.filter(({code}) => code === 'DUPLICATE_KEY')) {
      say({range: pos}, syntaxProblem(code));
    }
    // One mistake of syntax makes others behind it.
    const [first] = [...document.errors, ...document.warnings]
      .filter(({code}) => code !== 'DUPLICATE_KEY')
      .sort((a, b) => a.pos[0] - b.pos[0]);
    if (first && /call stack/.test(first.message)) return {problems: ['definition is nested too deep.']};
    if (first) say({range: first.pos}, syntaxProblem(first.code, first.message));
    visit(document, {
      Alias: (_, node) =>
        void say(
          node,
          `the alias *${node.source} is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.`
        )
    });
    if (problems.length > 0) return {problems: shortened(problems)};
    if (!isMap(document.contents)) {
      say(document.contents, 'takes a map of keys and values in YAML or JSON, beginning with path: /v1/….');
      return {problems};
    }
    const definition = readDefinition(document.contents, say);
    return definition && problems.length === 0 ? definition : {problems: shortened(problems)};
  } catch (error) {
    // Nested deeper than the parser can go.
    if (!(error instanceof RangeError)) throw error;
    return {problems: ['definition is nested too deep.']};
  }
}

function shortened(problems: readonly string[]): readonly string[] {
  const more = problems.length - maxProblems;
  return more > 0 ? [...problems.slice(0, maxProblems), `definition has ${more} more such mistakes.`] : problems;
}

interface Say {
  (node: unknown, what: string): void;
  /** As much of a given text as is shown. A secret that stands in it by mistake goes first: in a part it would not be known. */
  beginning(given: string): string;
}

const same = (text: string) => text;

function placeOf(node: unknown, lines: LineCounter): string {
  const start = (node as {readonly range?: readonly number[] | null} | null)?.range?.[0];
  if (start === undefined) return '';
  const {line, col} = lines.linePos(start);
  return `, line ${line}, column ${col}`;
}

/** The usual cause of what the parser says. */
function syntaxProblem(code: string, message = ''): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'more than one YAML document; it takes one, without a line "---" or "..." behind it.';
    case 'DUPLICATE_KEY':
      return 'the same key stands here a second time.';
    case 'TAB_AS_INDENT':
      return 'no valid YAML: a tab indents this line. Use blanks.';
    case 'TAG_RESOLVE_FAILED':
      return 'a value that begins with "!" goes between quotes, else YAML takes it for a tag.';
    case 'BAD_SCALAR_START':
      return 'no valid YAML: a value that begins with "@", "`" or "%" goes between quotes.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'no valid YAML: a second ": " in one value, or a line that is indented too far. A value with ": " in it goes between quotes.';
    case 'MISSING_CHAR':
      return /quote/.test(message)
        ? 'no valid YAML: the quote that begins before here is never closed.'
        : 'no valid YAML: a key without ": " and a value behind it.';
    case 'BAD_INDENT':
      return /^Flow/.test(message)
        ? 'no valid YAML: "[" or "{" is never closed, or a line of it is not indented.'
        : 'no valid YAML: this line is not indented like the one before it.';
    case 'UNEXPECTED_TOKEN':
      return /at node end/.test(message)
        ? 'no valid YAML: a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.'
        : `no valid YAML: ${message.replace(/\.?$/, '.')}`;
    default:
      return `no valid YAML: ${message.replace(/\.?$/, '.')}`;
  }
}

function readDefinition(map: YAMLMap, say: Say): Definition | undefined {
  const at = entriesOf(map, keys, '', say);
  const path = readPath(at, map, say);
  const headers = readHeaders(at.get('headers')?.value, say);
  const task = readReadings(at, ['progress'], map, '', say);
  const words = readWords(at, '', say);
  for (const list of ['succeeded', 'failed'] as const) {
    if (!at.has(list)) say(map, `${list} is missing: it takes a list of words such as [${list.toUpperCase()}].`);
  }
  const succeeded = at.get('succeeded')?.value;
  if (isSeq(succeeded) && succeeded.items.length === 0) {
    say(succeeded, 'succeeded is empty: without a word for success the step can never be green.');
  }
  const subtasks = readSubtasks(at.get('subtasks')?.value, words, say);
  const codes = readLists(at, codeLists, 'error codes such as [ABC.0404]', '', say);
  const settleMs = readSettle(at.get('settle')?.value, say);
  const inTasks = at.get('error-codes-in-tasks')?.value;
  if (inTasks && !(isScalar(inTasks) && typeof inTasks.value === 'boolean')) {
    say(inTasks, 'error-codes-in-tasks takes true or false.');
  }
  const title = textOf(at.get('title'), 'title', 'a text of one line, at most 80 characters', say);
  if (title !== undefined && !/^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u.test(title)) {
    say(at.get('title')?.value, 'title takes a text of one line, at most 80 characters.');
  }
  const all = [path, ...Object.values(headers)].join(' ');
  if (path !== undefined && !all.includes('{task_id}') && unknownPlaceholders(all).length === 0) {
    say(
      at.get('path')?.value,
      'neither path nor headers have {task_id}, so that nothing says which task is asked for.'
    );
  }
  if (path === undefined || !task) return undefined;
  return {
    title: title ?? 'Custom service',
    path,
    headers,
    task,
    words,
    subtasks,
    codes,
    httpStatuses: readHttpStatuses(at.get('http-status')?.value, say),
    errorCodesInTasks: isScalar(inTasks) && inTasks.value === true,
    settleMs
  };
}

interface Entry {
  readonly key: Scalar;
  readonly value: Node | null;
}
type Entries = ReadonlyMap<string, Entry>;

/** The entries by their keys; `where` ends with a dot. */
function entriesOf(map: YAMLMap, known: readonly string[], where: string, say: Say): Entries {
  const entries = new Map<string, Entry>();
  for (const {key, value} of map.items) {
    const name = isScalar(key) ? wordOf(key) : undefined;
    if (!isScalar(key) || name === undefined) {
      say(key ?? map, `a key takes a text${known.length > 0 ? `: one of ${known.join(', ')}` : ''}.`);
    } else if (known.length > 0 && !known.includes(name)) {
      const near = meantKeys(name, known);
      say(key, `${where}${say.beginning(name)} is no key; ${suggestion(name, near, known)}`);
      // Read as what was meant, so that this is not said to be missing as well.
      const [meant, ...others] = near;
      if (meant !== undefined && others.length === 0 && !entries.has(meant)) {
        entries.set(meant, {key, value: value as Node | null});
      }
    } else {
      entries.set(name, {key, value: value as Node | null});
    }
  }
  return entries;
}

function meantKeys(name: string, known: readonly string[]): readonly string[] {
  const word = plainWord(name);
  const meant = known.filter(key => meantBy[key]?.includes(word));
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

function textOf(entry: Entry | undefined, name: string, accepted: string, say: Say): string | undefined {
  if (!entry) return undefined;
  const text = wordOf(entry.value);
  if (text) return text;
  // An unquoted {…} is a map in YAML, and &… an anchor.
  const isOther = isMap(entry.value) || isSeq(entry.value) || (isScalar(entry.value) && entry.value.anchor);
  const hint = isOther ? ' Put it between quotes.' : '';
  say(entry.value ?? entry.key, `${name} takes ${accepted}.${hint}`);
  return undefined;
}

function readPath(at: Entries, map: YAMLMap, say: Say): string | undefined {
  const form = `the path of the GET request behind the endpoint, such as /v1/{project_id}/jobs/{task_id}`;
  if (!at.has('path')) say(map, `path is missing: it takes ${form}.`);
  const path = textOf(at.get('path'), 'path', form, say);
  if (path === undefined) return undefined;
  const wrong = (what: string) =>
    say(at.get('path')?.value, `path is ${JSON.stringify(say.beginning(path))} and ${what}.`);
  if (/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i.test(path)) {
    wrong('holds a host, which the input endpoint takes: path begins behind it, with one "/"');
  } else if (/\$[{(]/.test(path)) wrong('has a "$" before "{": write {task_id} alone');
  else if (!path.startsWith('/')) wrong('takes a text that begins with "/"');
  else if (!/^[!-~]+$/.test(path)) wrong('takes printable ASCII without white space: encode other characters as %XX');
  else if (/[\\#"<>^`|]/.test(path)) wrong('takes none of \\ # " < > ^ ` |');
  else if (/%(?![0-9a-f]{2})/i.test(path)) wrong('takes % before two hexadecimal digits alone');
  else if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path.split('?', 1)[0] ?? '')) wrong('takes no part "." or ".."');
  else {
    sayUnknownPlaceholders(path, at.get('path')?.value, say);
    return path;
  }
  return undefined;
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

function readHeaders(node: unknown, say: Say): Readonly<Record<string, string>> {
  if (node === undefined) return {};
  if (!isMap(node)) {
    say(node, 'headers takes a map of names and values, such as {x-language: en-us}.');
    return {};
  }
  const headers = new Map<string, string>();
  for (const [given, entry] of entriesOf(node, [], 'headers.', say)) {
    const name = given.toLowerCase();
    const value = textOf(entry, `headers.${given}`, 'a text of one line', say);
    if (!/^[a-z0-9_-]{1,64}$/.test(name)) say(entry.key, `headers.${say.beginning(given)} is no name of a header.`);
    else if (ownHeaders.test(name)) say(entry.key, `headers.${given} is set by the action itself and cannot be given.`);
    else if (headers.has(name)) say(entry.key, `headers.${given} stands here a second time.`);
    if (value === undefined) continue;
    if (!/^[ -~]{1,1024}$/.test(value)) say(entry.value, `headers.${given} takes printable ASCII on one line.`);
    sayUnknownPlaceholders(value, entry.value, say);
    headers.set(name, value);
  }
  return Object.fromEntries(headers);
}

function readReadings(
  at: Entries,
  more: readonly 'progress'[],
  map: YAMLMap,
  where: string,
  say: Say
): Readings | undefined {
  if (!at.has('status'))
    say(map, `${where}status is missing: it takes a JMESPath expression such as status or job.status.`);
  const read = (name: string) => readExpression(at.get(name), `${where}${name}`, say);
  const optional = Object.fromEntries([...readings, ...more].map(name => [name, read(name)]));
  const status = read('status');
  return status && {...optional, status};
}

function readExpression(entry: Entry | undefined, name: string, say: Say): Expression | undefined {
  const text = textOf(entry, name, 'a JMESPath expression such as status or job.status', say);
  if (entry === undefined || text === undefined) return undefined;
  const parsed = parseExpression(text);
  if (!('problem' in parsed)) return parsed;
  say(
    entry.value,
    `${name} is ${JSON.stringify(say.beginning(text))} and takes a JMESPath expression: ${parsed.problem}`
  );
  return undefined;
}

function readWords(at: Entries, where: string, say: Say): Words {
  return readLists(at, wordLists, 'words such as [DONE]', where, say);
}

/** From each item to the name of its list. */
function readLists<Name extends string>(
  at: Entries,
  names: readonly Name[],
  items: string,
  where: string,
  say: Say
): Readonly<Record<string, Name>> {
  const listOf = new Map<string, Name>();
  for (const name of names) {
    const entry = at.get(name);
    if (!entry) continue;
    if (!isSeq(entry.value)) {
      const word = wordOf(entry.value);
      const form = word ? `: write ${name}: [${say.beginning(word)}].` : ` of ${items}.`;
      say(entry.value ?? entry.key, `${where}${name} takes a list${form}`);
      continue;
    }
    for (const item of entry.value.items) {
      const word = wordOf(item);
      const known = word && listOf.get(word);
      const plainForm = otherFormOf(item);
      if (!word || word.length > 200)
        say(item ?? entry.value, `${where}${name} takes a list of ${items}: texts or numbers.`);
      else if (plainForm !== undefined) {
        const form = plainForm === '' ? `no number that it can hold: write` : `${plainForm}: write ${plainForm}, or`;
        say(item, `${where}${name} has ${word}, which in an answer is ${form} '${word}' for the text.`);
      } else if (known === name) say(item, `${where}${name} has ${JSON.stringify(word)} twice.`);
      else if (known)
        say(item, `${JSON.stringify(word)} stands in ${where}${known} and in ${where}${name}: it can mean only one.`);
      else listOf.set(word, name);
    }
  }
  return Object.fromEntries(listOf);
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

function readSubtasks(node: unknown, shared: Words, say: Say): Definition['subtasks'] {
  if (node === undefined) return undefined;
  if (!isMap(node)) {
    say(node, 'subtasks takes a map with list and status, such as {list: subtasks, status: status}.');
    return undefined;
  }
  const at = entriesOf(node, subtaskKeys, 'subtasks.', say);
  if (!at.has('list'))
    say(node, 'subtasks.list is missing: it takes a JMESPath expression for the list, such as subtasks.');
  const list = readExpression(at.get('list'), 'subtasks.list', say);
  const each = readReadings(at, [], node, 'subtasks.', say);
  const own = readWords(at, 'subtasks.', say);
  const hasOwn = wordLists.some(name => at.has(name));
  return list && each && {list, each, words: hasOwn ? own : shared};
}

/** The others have no content, hold a part of an answer, or say that something on the way has changed it. */
const wholeAnswers = /^2(?!0[3-6]|26)\d\d$/;

function readHttpStatuses(node: unknown, say: Say): readonly number[] {
  if (node === undefined) return [];
  const items = isSeq(node) ? node.items : [node];
  const words = items.map(item => wordOf(item) ?? '');
  if (words.every(word => wholeAnswers.test(word))) return words.map(Number);
  say(node, 'http-status takes a list of numbers such as [202]: from 200 to 299, without 203 to 206 and 226.');
  return [];
}

function readSettle(node: unknown, say: Say): number {
  if (node === undefined) return 0;
  const ms = parseDuration(wordOf(node) ?? '');
  if (ms === undefined || ms > maxSettleMs) {
    say(node, 'settle takes a duration such as 90, 90s, 15m or 1h30m, at most 24h.');
  }
  return ms ?? 0;
}
