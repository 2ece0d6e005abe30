import {isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap} from 'yaml';
import {hourMs, parseDuration} from '../../duration.ts';
import {nearest} from '../../nearest.ts';
import {type Expression, parseExpression} from './expression.ts';
import type {CustomMessage, CustomWords} from './words.ts';
import type {Say} from './yaml.ts';

/** A value that stands in a definition, and what its reader has to know to say what is wrong with it. */
export interface Given {
  /** Its key, with that of the map around it: `subtasks.status`. */
  readonly name: string;
  readonly node: Node | null;
  /** What it takes, as the table of keys has it. */
  readonly form: CustomMessage;
  /** The words and the codes that stand in this map before it, each with the key of its list. */
  readonly listed: Readonly<Record<'words' | 'codes', Map<string, string>>>;
  readonly say: Say;
  /** Says what is wrong with it. */
  wrong(what: CustomMessage): undefined;
  /** Says that it takes another form. */
  wrongForm(): undefined;
}

const placeholders = ['{project_id}', '{task_id}', '{parent_id}'] as const;
/** These are inputs of the step, beside the definition. */
const inputsBeside = ['endpoint', 'region', 'project-id', 'timeout', 'token', 'service'];
const maxSettleMs = 24 * hourMs;
/** Those that the request itself sets, and those that say where it ends. */
const ownHeaders =
  /^(authorization|x-auth-token|x-security-token|x-subject-token|x-sdk-.*|x-project-id|x-domain-id|host|cookie2?|content-length|content-encoding|transfer-encoding|accept|accept-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;
/** The others have no content, hold a part of an answer, or say that something on the way has changed it. */
const wholeAnswers = /^2(?!0[3-6]|26)\d\d$/;

interface Entry {
  readonly key: Scalar;
  readonly node: Node | null;
}

/** What a reader is given of an entry. */
export function givenIn({key, node}: Entry, given: Omit<Given, 'node' | 'wrong' | 'wrongForm'>): Given {
  const {say, name, form} = given;
  const wrong = (what: CustomMessage): undefined => {
    say(node ?? key, what);
  };
  return {...given, node, wrong, wrongForm: () => wrong(words => words.takes(name, form(words)))};
}

/** Keys, each with what those write for it who have not read the list of them. */
type KnownKeys = Readonly<Record<string, {readonly meant?: string}>>;

/** The entries of a map; `where` is empty or ends with a dot. Where no keys are known, all are taken. */
export function entriesOf(map: YAMLMap, known: KnownKeys, where: string, say: Say): ReadonlyMap<string, Entry> {
  const names = Object.keys(known);
  const entries = new Map<string, Entry>();
  const standing = new Set<string>();
  for (const {key, value} of map.items) {
    const node = value as Node | null;
    const name = isScalar(key) ? wordOf(key) : undefined;
    if (!isScalar(key) || name === undefined) {
      say(key ?? map, words => words.keyIsText(names));
    } else if (names.length > 0 && !names.includes(name)) {
      const near = meantKeys(name, known);
      const shown = `${where}${say.beginning(name)}`;
      say(key, words => `${words.noKey(shown)}${words.blank}${suggestion(name, near, names, words)}`);
      // Read as what was meant, so that this is not said to be missing as well.
      const [meant, ...others] = near;
      if (meant !== undefined && others.length === 0 && !entries.has(meant)) entries.set(meant, {key, node});
    } else {
      // The parser says this of two that are alike to the letter, blanks included.
      if (standing.has(name)) say(key, ({yaml}) => yaml.twice);
      standing.add(name);
      entries.set(name, {key, node});
    }
  }
  return entries;
}

function meantKeys(name: string, known: KnownKeys): readonly string[] {
  const word = plainWord(name);
  const meant = Object.keys(known).filter(key => known[key]?.meant?.split(' ').includes(word));
  return meant.length > 0 ? meant : nearest(word, Object.keys(known));
}

function suggestion(name: string, near: readonly string[], known: readonly string[], words: CustomWords): string {
  if (name === '<<') return words.mergeKey;
  if (near.length > 0) return words.didYouMean(near);
  return inputsBeside.includes(plainWord(name)) ? words.inputBeside : words.keysAre(known);
}

function plainWord(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

/** A text or a number as it is written, so that the version 1.0 stays one. */
function wordOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return node.value.trim();
  const isPlain = typeof node.value === 'number' || typeof node.value === 'boolean';
  return isPlain ? (node.source ?? String(node.value)) : undefined;
}

/** A text that is not empty; a number is one as it is written. */
export function readText({node, name, form, wrong, wrongForm}: Given, pattern = /^/): string | undefined {
  const text = wordOf(node);
  if (text) return pattern.test(text) ? text : wrongForm();
  // An unquoted {…} is a map in YAML, and &… an anchor.
  const isOther = isMap(node) || isSeq(node) || (isScalar(node) && node.anchor);
  return isOther ? wrong(words => words.takesQuoted(name, form(words))) : wrongForm();
}

export function readPath(given: Given): string | undefined {
  const path = readText(given);
  if (path === undefined) return undefined;
  const {node, say} = given;
  const wrong = (what: CustomMessage) =>
    given.wrong(words => words.path(JSON.stringify(say.beginning(path)), what(words)));
  if (/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i.test(path)) return wrong(words => words.pathHasHost);
  if (/\$[{(]/.test(path)) return wrong(words => words.pathHasDollar);
  if (!path.startsWith('/')) return wrong(words => words.pathBegins);
  if (!/^[!-~]+$/.test(path)) return wrong(words => words.pathAscii);
  if (/[\\#"<>^`|]/.test(path)) return wrong(words => words.pathMarks);
  if (!isPercentEncoded(path)) return wrong(words => words.pathPercent);
  if (/\/(\.|%2e){1,2}(\/|$)/i.test(path.split('?', 1)[0] ?? '')) return wrong(words => words.pathDots);
  sayUnknownPlaceholders(path, node, say);
  return path;
}

/** Whether each % in a text begins a byte of UTF-8, percent-encoded. */
function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function sayUnknownPlaceholders(text: string, node: unknown, say: Say): void {
  for (const found of unknownPlaceholders(text)) {
    const near = nearest(found, placeholders)[0];
    say(
      node,
      words =>
        words.noPlaceholder(found) +
        words.blank +
        (near ? words.didYouMean([near]) : words.placeholdersAre(placeholders))
    );
  }
}

/** What stands in braces and is none of them. */
export function unknownPlaceholders(text: string): readonly string[] {
  const found = [...text.matchAll(/\{[^{}]*\}?|\}/g)].map(([whole]) => whole);
  return found.filter(whole => !placeholders.some(placeholder => placeholder === whole));
}

export function readHeaders({
  node,
  name: where,
  say,
  wrongForm,
  listed
}: Given): Readonly<Record<string, string>> | undefined {
  if (!isMap(node)) return wrongForm();
  const headers = new Map<string, string>();
  for (const [given, entry] of entriesOf(node, {}, `${where}.`, say)) {
    const name = given.toLowerCase();
    const path = `${where}.${given}`;
    const value = readText(givenIn(entry, {name: path, form: ({forms}) => forms.header, listed, say}));
    if (!/^[a-z0-9_-]{1,64}$/.test(name))
      say(entry.key, words => words.noHeaderName(`${where}.${say.beginning(given)}`));
    else if (ownHeaders.test(name)) say(entry.key, words => words.ownHeader(path));
    else if (headers.has(name)) say(entry.key, words => words.headerTwice(path));
    if (value === undefined) continue;
    if (!/^[ -~]{1,1024}$/.test(value)) say(entry.node, words => words.headerAscii(path));
    sayUnknownPlaceholders(value, entry.node, say);
    headers.set(name, value);
  }
  return Object.fromEntries(headers);
}

export function readExpression(given: Given): Expression | undefined {
  const text = readText(given);
  if (text === undefined) return undefined;
  const parsed = parseExpression(text);
  if (!('problem' in parsed)) return parsed;
  const {name, say} = given;
  return given.wrong(words =>
    words.expression.problem(name, JSON.stringify(say.beginning(text)), parsed.problem(words))
  );
}

/** The items, each of which can stand in one list alone. */
export function readList(
  {node, form, name, listed, say, wrong, wrongForm}: Given,
  kind: 'words' | 'codes'
): readonly string[] | undefined {
  if (!isSeq(node)) {
    const word = wordOf(node);
    if (!word) return wrongForm();
    return wrong(words => words.aList(name, say.beginning(word)));
  }
  const items: string[] = [];
  for (const item of node.items) {
    const word = wordOf(item);
    const known = word && listed[kind].get(word);
    const other = otherFormOf(item);
    const sayOf = (what: CustomMessage) => say(item ?? node, what);
    if (!word || word.length > 200) sayOf(words => words.listItems(name, form(words)));
    else if (other !== undefined) {
      sayOf(words => (other === '' ? words.noNumber(name, word) : words.otherForm(name, word, other)));
    } else if (known === name) sayOf(words => words.itemTwice(name, JSON.stringify(word)));
    else if (known) sayOf(words => words.inTwoLists(JSON.stringify(word), known, name));
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
  const isRead = /^(-?\d+(\.\d+)?|true|false)$/.test(form) && Math.abs(Number(item.value)) <= Number.MAX_SAFE_INTEGER;
  if (!isRead) return '';
  return form === word ? undefined : form;
}

export function readBoolean({node, wrongForm}: Given): boolean | undefined {
  return isScalar(node) && typeof node.value === 'boolean' ? node.value : wrongForm();
}

export function readHttpStatuses({node, wrongForm}: Given): readonly number[] | undefined {
  const given = (isSeq(node) ? node.items : [node]).map(item => wordOf(item) ?? '');
  return given.every(word => wholeAnswers.test(word)) ? given.map(Number) : wrongForm();
}

export function readSettle({node, wrongForm}: Given): number | undefined {
  const ms = parseDuration(wordOf(node) ?? '') ?? Number.POSITIVE_INFINITY;
  return ms <= maxSettleMs ? ms : wrongForm();
}
