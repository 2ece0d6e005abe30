import {MalformedAnswer} from './errors.ts';
import {inWords, type Message} from './text.ts';
import type {Words} from './words/en.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Own properties alone: an answer may carry keys such as `__proto__` or `constructor`. */
export function property(from: JsonRecord, key: string): unknown {
  return Object.hasOwn(from, key) ? from[key] : undefined;
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown, {malformed: {kinds}}: Words): string {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return kinds[kind] ?? kind;
}

/** What has another form than the API promises. */
function otherForm(form: 'object' | 'text' | 'integer' | 'list', what: Message, value: unknown): MalformedAnswer {
  return new MalformedAnswer(words => words.malformed[form](inWords(what, words), kindOf(value, words)));
}

/** The body of an answer as an object. */
export function theAnswer(body: unknown): JsonRecord {
  return record(body, words => words.malformed.theAnswer);
}

/** The body of an answer as a list. */
export function theList(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) throw otherForm('list', words => words.malformed.theAnswer, body);
  return body;
}

/** The value as an object, or an error that names what was expected to be one. */
export function record(value: unknown, what: Message): JsonRecord {
  if (!isRecord(value)) throw otherForm('object', what, value);
  return value;
}

/** The object under a key, which must be there. */
export function recordIn(from: JsonRecord, key: string): JsonRecord {
  return record(optional(from, key), `"${key}"`);
}

/** What an answer lists, as the words have it. */
export type PartKind = keyof Words['malformed']['parts'];

/** A list of objects of a kind. */
export function records(items: readonly unknown[], kind: PartKind): readonly JsonRecord[] {
  return items.map((item, index) => record(item, partOf(kind, index)));
}

/** One of a list, for what is wrong with it. */
export function partOf(kind: PartKind, index: number): Message {
  return ({malformed: {part, parts}}) => part(parts[kind], index + 1);
}

/** A text that must be there and must not be empty. */
export function text(from: JsonRecord, key: string): string {
  const value = property(from, key);
  if (typeof value !== 'string') throw otherForm('text', `"${key}"`, value);
  if (value.trim() === '') throw new MalformedAnswer(words => words.malformed.empty(`"${key}"`));
  return value.trim();
}

/** A service's word for a state: it must be there and can still be blank or null, which gives an empty text. */
export function statusIn(from: JsonRecord, key: string): string {
  const value = property(from, key);
  return value === null || (typeof value === 'string' && value.trim() === '') ? '' : text(from, key);
}

/** A word that may be missing, which gives an empty text, and is never blank. */
export function optionalWord(from: JsonRecord, key: string): string {
  return property(from, key) === undefined ? '' : text(from, key);
}

/** An integer that must be there. */
export function integer(from: JsonRecord, key: string): number {
  const value = property(from, key);
  if (!Number.isSafeInteger(value)) throw otherForm('integer', `"${key}"`, value);
  return value as number;
}

/** The digits of an integer that must be there. One that JavaScript cannot hold comes as a text. */
export function digits(from: JsonRecord, key: string): string {
  const value = property(from, key);
  return typeof value === 'string' && /^-?\d{16,}$/.test(value) ? value : String(integer(from, key));
}

/** A text for people: absent when missing, of another type, or without anything to see, for it decides nothing. */
export function optionalText(from: JsonRecord, key: string): string | undefined {
  const value = property(from, key);
  return typeof value === 'string' && /[^\p{Cc}\p{Cf}\p{Z}]/u.test(value) ? value.trim() : undefined;
}

/** The value of the first of these keys that is there. */
export function optional(from: JsonRecord, ...keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = property(from, key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** An object that decides nothing by itself: empty when missing or of another type. */
export function optionalRecord(from: JsonRecord, key: string): JsonRecord {
  const value = property(from, key);
  return isRecord(value) ? value : {};
}

/** A list that must be there; null is an empty one. */
export function list(from: JsonRecord, key: string): readonly unknown[] {
  const value = property(from, key);
  if (value === null) return [];
  if (!Array.isArray(value)) throw otherForm('list', `"${key}"`, value);
  return value;
}

/** A list that may be missing or null, which both mean an empty one. */
export function optionalList(value: unknown, what: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw otherForm('list', what, value);
  return value;
}

/**
 * The value under a path such as `error_info.code`, or those in a list on the way; absent where a key is missing or null.
 * Throws MalformedAnswer where something else than an object stands on the way.
 */
export function valueAt(from: JsonRecord, path: string): unknown {
  const keys = path.split('.');
  let value: unknown = from;
  for (const [index, key] of keys.entries()) {
    const what = `"${keys.slice(0, index).join('.')}"`;
    value = Array.isArray(value)
      ? value.map(item =>
          item === null
            ? undefined
            : optional(
                record(item, words => words.malformed.oneOf(what)),
                key
              )
        )
      : optional(record(value, what), key);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Whether a field for an error shows none: it holds nothing, or nothing but what says nothing. */
export function isAbsent(value: unknown): boolean {
  if (typeof value === 'string') return saysNothing(value.trim());
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isAbsent);
  return value === undefined || value === null || value === false || value === 0;
}

/** Some services send JSON as a text. A number in it, other than 0 as such, can be a code: `0e5`. */
function saysNothing(text: string): boolean {
  if (text === '' || text === '0') return true;
  if (!/^["[{n]/.test(text)) return false;
  try {
    return isAbsent(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Outside of these no task of a cloud ran; far outside, a `Date` cannot even be made. */
const epochRangeMs = {from: Date.UTC(2000, 0, 1), to: Date.UTC(2200, 0, 1)};

/** The time, unless it is no number or out of range. */
export function plausibleMs(ms: number): number | undefined {
  return ms >= epochRangeMs.from && ms < epochRangeMs.to ? ms : undefined;
}

/** Epoch milliseconds given as a number or as digits. */
export function epochMs(value: unknown): number | undefined {
  if (typeof value === 'number') return plausibleMs(value);
  return typeof value === 'string' && /^\d{12,14}$/.test(value.trim()) ? plausibleMs(Number(value)) : undefined;
}

/** The time at the end of a duration in milliseconds. */
export function endMsAfter(startMs: number | undefined, durationMs: unknown): number | undefined {
  return startMs !== undefined && typeof durationMs === 'number' ? plausibleMs(startMs + durationMs) : undefined;
}

const isoForm = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)? ?(Z|[+-]\d\d:?\d\d)$/;

/** An ISO 8601 time with a zone, whose offset may come without its colon (`2018-08-06T10:41:14+0800`). */
export function isoMs(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? isoForm.exec(value.trim()) : null;
  if (!parts) return undefined;
  const [, day, time, fraction = '', zone = 'Z'] = parts;
  const ms = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(ms) ? undefined : plausibleMs(ms);
}

/** A time without a zone (`2023-07-26 09:33:58`, `2022-11-09T20:25:00.123`) that a source says to be in UTC. */
export function utcMs(value: unknown): number | undefined {
  return typeof value === 'string' ? isoMs(`${value.trim()}Z`) : undefined;
}

/** A time as Go prints it: `2018-08-02 08:12:40.672772389 +0000 UTC`. */
export function goMs(value: unknown): number | undefined {
  return typeof value === 'string' ? isoMs(value.trim().replace(/ [A-Z]{3,4}( m=\S+)?$/, '')) : undefined;
}

/** A percentage such as `"60%"`, `"60"` or `60`; absent when it is none between 0 and 100. */
export function percent(value: unknown): number | undefined {
  const number =
    typeof value === 'string' ? Number(/^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(value.trim())?.[1] ?? Number.NaN) : value;
  return typeof number === 'number' && number >= 0 && number <= 100 ? number : undefined;
}
