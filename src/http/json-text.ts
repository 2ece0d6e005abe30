import type {Message} from '../text.ts';

export const maxJsonDepth = 100;
export const maxJsonValues = 200_000;

/** A value, or in words why the text is none. */
export type ReadJson = {readonly value: unknown} | {readonly problem: Message};

/**
 * Reads JSON without loss. One pass over the text finds what JSON.parse hides, and stops before what blocks it for long:
 * the same key twice with different values, too many levels, too many values. A number beyond the safe integers becomes
 * its text as it was written, in whatever form, because it is an id more often than a quantity.
 */
export function parseJson(text: string): ReadJson {
  const scanned = scan(text);
  if (typeof scanned !== 'string') return scanned;
  try {
    return {value: JSON.parse(scanned)};
  } catch {
    return {problem: words => words.answer.brokenJson};
  }
}

/** An object that is open: its keys so far, and the key whose value is being read. */
interface OpenObject {
  /** Keys from this place on are its own. */
  readonly firstKey: number;
  /** The places of its keys, once they are many. */
  byName: Map<string, number> | undefined;
  key: string | undefined;
  valueStart: number;
}

/** So many keys are looked through faster than a map is made. */
const fewKeys = 16;

/** Keys of all open objects, the innermost last, with where their values stand. */
class OpenKeys {
  readonly #names: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  get length(): number {
    return this.#names.length;
  }

  /** The place of the object's key, or -1. */
  find({firstKey, byName}: OpenObject, name: string): number {
    if (byName) return byName.get(name) ?? -1;
    for (let place = firstKey; place < this.length; place++) if (this.#names[place] === name) return place;
    return -1;
  }

  add(object: OpenObject, name: string, start: number, end: number): void {
    const place = this.#names.push(name) - 1;
    this.starts.push(start);
    this.ends.push(end);
    if (object.byName) object.byName.set(name, place);
    else if (place - object.firstKey === fewKeys) {
      object.byName = new Map(this.#names.slice(object.firstKey).map((own, index) => [own, object.firstKey + index]));
    }
  }

  close({firstKey}: OpenObject): void {
    this.#names.length = firstKey;
    this.starts.length = firstKey;
    this.ends.length = firstKey;
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The text with unsafe numbers in quotes. It takes what is no JSON as well, and leaves that to JSON.parse. */
function scan(text: string): string | {readonly problem: Message} {
  /** Absent for a list. */
  const open: (OpenObject | undefined)[] = [];
  const keys = new OpenKeys();
  let object: OpenObject | undefined;
  let expectsKey = false;
  let values = 0;
  let tokenEnd = 0;
  const pieces: string[] = [];
  let copiedTo = 0;

  /** Notes where the value that ends here is. Says whether its key had another one before. */
  const contradicts = (object: OpenObject): boolean => {
    const {key, valueStart: start} = object;
    if (key === undefined) return false;
    const before = keys.find(object, key);
    if (before === -1) keys.add(object, key, start, tokenEnd);
    return before !== -1 && text.slice(keys.starts[before], keys.ends[before]) !== text.slice(start, tokenEnd);
  };

  for (let at = 0; at < text.length; at = Math.max(at + 1, tokenEnd)) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) continue;
    if (code === comma || code === closeBrace || code === closeBracket) {
      if (object && contradicts(object)) return {problem: twice(object.key)};
      if (object) object.key = undefined;
      if (code !== comma) {
        if (object) keys.close(object);
        open.pop();
        object = open.at(-1);
        tokenEnd = at + 1;
      }
      expectsKey = code === comma && object !== undefined;
      continue;
    }
    if (code === colon) {
      expectsKey = false;
      if (object) object.valueStart = -1;
      continue;
    }
    if (object?.valueStart === -1) object.valueStart = at;
    if (code === quote && expectsKey && object) {
      tokenEnd = endOfText(text, at);
      object.key = unescaped(text, at, tokenEnd);
      continue;
    }
    values += 1;
    if (values > maxJsonValues) return {problem: words => words.answer.values(maxJsonValues)};
    if (code === openBrace || code === openBracket) {
      object =
        code === openBrace ? {firstKey: keys.length, byName: undefined, key: undefined, valueStart: at} : undefined;
      open.push(object);
      if (open.length > maxJsonDepth) return {problem: words => words.answer.levels(maxJsonDepth)};
      expectsKey = object !== undefined;
    } else if (code === quote) {
      tokenEnd = endOfText(text, at);
    } else {
      tokenEnd = endOfWord(text, at);
      if (!expectsKey && isUnsafeNumber(text, at, tokenEnd)) {
        pieces.push(text.slice(copiedTo, at), '"', text.slice(at, tokenEnd), '"');
        copiedTo = tokenEnd;
      }
    }
  }
  return pieces.join('') + text.slice(copiedTo);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at + 1;
  }
  return text.length;
}

/** Of a number, a literal, or what is neither and no JSON. */
function endOfWord(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === closeBrace || code === closeBracket || isBlank(code)) return at;
  }
  return text.length;
}

function isUnsafeNumber(text: string, start: number, end: number): boolean {
  // So few digits are safe, unless there is an exponent, which takes two characters more.
  if (end - start < 3) return false;
  const word = text.slice(start, end);
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word) && Math.abs(Number(word)) > Number.MAX_SAFE_INTEGER;
}

/** Absent where the text is broken. */
function unescaped(text: string, start: number, end: number): string | undefined {
  const key = text.slice(start + 1, end - 1);
  if (!key.includes('\\')) return key;
  try {
    return JSON.parse(text.slice(start, end)) as string;
  } catch {
    return undefined;
  }
}

/** A long key is not shown: cut, it could show a part of a secret. */
function twice(key = ''): Message {
  return words => words.answer.twice(key.length <= 64 ? JSON.stringify(key) : undefined);
}
