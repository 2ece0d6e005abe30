import {hourMs} from './duration.ts';
import {LetterReader, type Letters} from './letters.ts';

/** Takes secrets out of texts, in many forms and in these within one another. Each way is linear in the text. */
export interface Cleaner {
  /**
   * Keeps a secret out of all texts from now on: until an hour after the end of its life (milliseconds from now), where
   * that is told. The last word about a life counts. A secret without an end is never forgotten. False where it was
   * known, or where the value is no secret: too short, or a placeholder such as `***` or `null`.
   */
  add(secret: string, lifeMs?: number): boolean;
  /** A text by others, as far as anybody reads it, copied. To be called before anything else happens to the text. */
  cleanText(text: string): string;
  /** A text that is put together, of any length. */
  clean(text: string): string;
  /** The same without what could as well be a word of ours: secrets of less than 16 letters. */
  cleanLong(text: string): string;
}

/** Whether a value is what a log that masked one leaves, or a look-up that found none. */
export function isPlaceholder(value: string): boolean {
  return /^(?:\*+|null|undefined)$/.test(value);
}

/** Whether a value can be kept out of texts without taking them apart. */
export function isSecret(value: string): boolean {
  return value.length >= leastLetters && !isPlaceholder(value);
}

/** Looked up once: where tests run, that takes longer than the sum itself. */
const {imul, min} = Math;

const leastLetters = 4;
const leastLettersOfCut = 6;
/** From so many letters on, a secret goes in pieces as well. */
const longLetters = 16;
/** With fewer, a short secret would be found across two neighbouring words. */
const lettersThroughBlanks = 8;
/** How many of its letters in a row are a piece: as they are, in base64 and in hexadecimal digits, where 16 stand for as many. */
const pieceLetters = {plain: 12, base64: 9, hexadecimal: 8};
/** Base64 of base64 and the like. */
const maxDepth = 2;

/** So much of a text is read: a large token and what stands around it. */
export const maxTextLength = 16 * 1024;
/** So many letters before a cut are dropped too, for a short secret can begin in them. Of longer ones, pieces are found. */
const longestShortForm = 1024;
/** More of a text is shown nowhere. */
export const maxKeptLength = 2000;

/** What a text that repeats the signature of a request calls it. With the rest of the request, it is good for minutes. */
const signatureName = /(?<![a-z])(?:sig|sign|signed|signature|authorization)(?![a-z])/i;
const signatureForm = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi;
/** The same among letters without the blanks, with few marks between: `Signature=…`, `"signature":"…"`, `signature is '…'`. */
const namedSignatureForm = /signature[^0-9a-z]{0,8}(?:(?:is|was)[^0-9a-z]{0,8})?[0-9a-f]{64}/gi;

interface ShortSecret {
  /** As it may stand in a text letter by letter. */
  readonly forms: readonly string[];
  /** As it is meant, and the same with its blanks. */
  readonly letters: string;
  readonly exact: string;
}

/** A secret of which a beginning or an end of so many letters goes too, for a service may cut it. */
interface CutSecret {
  readonly letters: string;
  readonly least: number;
  /** Absent where it could as well be a word. */
  readonly beginning: string | undefined;
  readonly ending: string | undefined;
}

/** What is searched for. */
function nothingLearned() {
  return {
    short: [] as ShortSecret[],
    leastShort: Number.POSITIVE_INFINITY,
    pieces: createPieces(),
    /** Of secrets with letters that are not seen as such: some of them make fewer than 12. */
    loosePieces: createPieces(),
    /** Without marks and case. */
    foldedShort: [] as string[],
    foldedPieces: createPieces(),
    cut: [] as CutSecret[],
    hasWide: false
  };
}

const leastSignatureLetters = 'signature'.length + 64;

function findSignatures(where: Letters, marks: Marks): void {
  if (where.length < leastSignatureLetters) return;
  for (const {index, 0: found} of where.toString().matchAll(namedSignatureForm)) {
    const last = index + found.length;
    marks.add(where.starts[last - 64] as number, where.ends[last - 1] as number);
  }
}

/** `now` in monotonic milliseconds. */
export function createCleaner(now: () => number): Cleaner {
  /** With the time when each is forgotten. */
  const known = new Map<string, number>();
  let learned = nothingLearned();
  let nextEndMs = Number.POSITIVE_INFINITY;

  function learn(secret: string): void {
    // A form on the web sends a blank as a plus.
    for (const value of new Set([secret, secret.replaceAll(' ', '+')])) {
      const letters = reader.read(value);
      const isWhole = letters.length === value.length;
      for (let index = 0; index < letters.length; index += 1)
        learned.hasWide ||= (letters.units[index] as number) >= 0x80;
      if (value.length >= longLetters && letters.length >= pieceLetters.plain) {
        (isWhole ? learned.pieces : learned.loosePieces).add(letters);
      } else {
        const meant = {letters: letters.toString(), exact: exactReader.read(value).toString()};
        learned.short.push({forms: [...new Set(commonForms(value))], ...meant});
        learned.leastShort = Math.min(learned.leastShort, Math.max(leastLetters, meant.letters.length));
      }
      learnCut(letters.toString());
      const folded = foldedReader.read(value);
      if (value.length >= longLetters && folded.length >= pieceLetters.plain) learned.foldedPieces.add(folded);
      else if (value.length >= lettersThroughBlanks && folded.length >= leastLettersOfCut && !isLikeWord(value)) {
        learned.foldedShort.push(folded.toString());
      }
    }
  }

  function learnCut(letters: string): void {
    const least = Math.max(leastLettersOfCut, Math.ceil(0.6 * letters.length));
    // Of longer ones, pieces go.
    if (letters.length < lettersThroughBlanks || least >= pieceLetters.plain) return;
    const unlessLikeWord = (part: string) => (isLikeWord(part) ? undefined : part);
    const [beginning, ending] = [letters.slice(0, least), letters.slice(-least)].map(unlessLikeWord);
    learned.cut.push({letters, least, beginning, ending});
    learned.leastShort = Math.min(learned.leastShort, least);
  }

  function forget(): void {
    // Without an end no clock is asked, which takes time to load.
    if (nextEndMs === Number.POSITIVE_INFINITY) return;
    const nowMs = now();
    if (nowMs < nextEndMs) return;
    for (const [secret, untilMs] of known) if (untilMs <= nowMs) known.delete(secret);
    nextEndMs = [...known.values()].reduce((soonest, ms) => Math.min(soonest, ms), Number.POSITIVE_INFINITY);
    learned = nothingLearned();
    for (const secret of known.keys()) learn(secret);
  }

  function findPieces(letters: Letters, least: number, marks: Marks): void {
    learned.pieces.find(letters, least, marks);
    if (!learned.loosePieces.isEmpty()) learned.loosePieces.find(letters, pieceLetters.hexadecimal, marks);
  }

  const hasShort = () => learned.short.length + learned.cut.length > 0;

  function findShort(letters: LetterReader, text: string | undefined, marks: Marks): void {
    if (text === undefined && letters.length < learned.leastShort) return;
    const meant = letters.toString();
    findCut(letters, meant, marks);
    // Of few letters, those with blanks between are words beside each other.
    const isFew = ({letters: wanted}: ShortSecret) => text !== undefined && wanted.length < lettersThroughBlanks;
    const exactLetters = text !== undefined && learned.short.some(isFew) ? exactReader.read(text) : letters;
    const exactMeant = exactLetters === letters ? meant : exactLetters.toString();
    for (const secret of learned.short) {
      if (text !== undefined) {
        for (const form of secret.forms) {
          for (const index of placesOf(form, text)) marks.add(index, index + form.length);
        }
      }
      if (secret.letters.length < leastLetters) continue;
      const [where, whole, wanted] = isFew(secret)
        ? [exactLetters, exactMeant, secret.exact]
        : [letters, meant, secret.letters];
      for (const index of placesOf(wanted, whole)) {
        marks.add(where.starts[index] as number, where.ends[index + wanted.length - 1] as number);
      }
    }
  }

  function findCut(where: Letters, meant: string, marks: Marks): void {
    for (const {letters, least, beginning, ending} of learned.cut) {
      if (beginning !== undefined) {
        for (const index of placesOf(beginning, meant)) {
          let end = least;
          while (end < letters.length && meant[index + end] === letters[end]) end += 1;
          marks.add(where.starts[index] as number, where.ends[index + end - 1] as number);
        }
      }
      if (ending !== undefined) {
        for (const index of placesOf(ending, meant)) {
          let more = 0;
          while (
            least + more < letters.length &&
            index > more &&
            meant[index - more - 1] === letters.at(-least - more - 1)
          )
            more += 1;
          marks.add(where.starts[index - more] as number, where.ends[index + least - 1] as number);
        }
      }
    }
  }

  function findFolded(text: string, withShort: boolean, marks: Marks): void {
    const wanted = withShort ? learned.foldedShort : [];
    if (learned.foldedPieces.isEmpty() && wanted.length === 0) return;
    const letters = foldedReader.read(text);
    learned.foldedPieces.find(letters, pieceLetters.plain, marks);
    const folded = wanted.length > 0 ? letters.toString() : '';
    for (const secret of wanted) {
      for (const index of placesOf(secret, folded)) {
        marks.add(letters.starts[index] as number, letters.ends[index + secret.length - 1] as number);
      }
    }
  }

  /** What digits in base64 or hexadecimal stand for, each stretch that looks like a text. */
  function findDecoded(letters: Letters, depth: number, withShort: boolean, marks: Marks): void {
    const inner = nested[depth];
    const places = placesAt[depth];
    if (!inner || !places) return;
    const {hasWide} = learned;
    const leastBytes = withShort && hasShort() ? leastLetters : pieceLetters.hexadecimal;

    const decode = (bits: 6 | 4, length: number) => {
      const digitsInByte = bits === 4 ? 2 : 4;
      if ((length * bits) / 8 < leastBytes) return;
      for (let phase = 0; phase < digitsInByte; phase += 1) {
        let count = 0;
        inner.begin();
        const flush = () => {
          if (count >= leastBytes) look(inner.end(), bits === 4 ? pieceLetters.hexadecimal : pieceLetters.base64);
          if (count > 0) inner.begin();
          count = 0;
        };
        let buffer = 0;
        let bufferBits = 0;
        for (let index = phase; index < length; index += 1) {
          buffer = ((buffer << bits) | (places.digits[index] as number)) & 0xffff;
          bufferBits += bits;
          if (bufferBits < 8) continue;
          bufferBits -= 8;
          const byte = (buffer >> bufferBits) & 0xff;
          if (isOfText(byte, hasWide)) {
            count += 1;
            const first = places.indices[index - 1] as number;
            const last = places.indices[index] as number;
            inner.addByte(byte, letters.starts[first] as number, letters.ends[last] as number);
          } else flush();
        }
        flush();
      }
    };

    const look = (found: LetterReader, least: number) => {
      findPieces(found, least, marks);
      findSignatures(found, marks);
      if (withShort && hasShort()) findShort(found, undefined, marks);
      findDecoded(found, depth + 1, withShort, marks);
    };

    /** Numbers of bytes: `[77, 73]`, or as Go prints them, `[77 73]`. */
    const decodeList = () => {
      let count = 0;
      let value = -1;
      let first = 0;
      inner.begin();
      for (let index = 0; index <= letters.length; index += 1) {
        const unit = index < letters.length ? (letters.units[index] as number) : 0;
        const isDigit = unit >= 0x30 && unit <= 0x39;
        const isApart = index > 0 && (letters.starts[index] as number) > (letters.ends[index - 1] as number);
        if (!isDigit || (isApart && value !== -1)) {
          const isByte = value !== -1 && value < 0x100 && isOfText(value, hasWide);
          if (isByte) {
            inner.addByte(value, letters.starts[first] as number, letters.ends[index - 1] as number);
            count += 1;
          }
          value = -1;
          if (!isByte || !(unit === comma || isDigit)) {
            if (count >= leastBytes) look(inner.end(), pieceLetters.hexadecimal);
            if (count > 0) inner.begin();
            count = 0;
          }
        }
        if (!isDigit) continue;
        if (value === -1) first = index;
        value = value === -1 ? unit - 0x30 : min(0x100, 10 * value + unit - 0x30);
      }
    };

    decodeList();
    for (const bits of [6, 4] as const) {
      const table = bits === 6 ? base64Digits : hexadecimalDigits;
      places.length = 0;
      for (let index = 0; index < letters.length; index += 1) {
        const unit = letters.units[index] as number;
        const digit = unit < 0x80 ? (table[unit] as number) : noDigit;
        if (digit >= 0) places.add(digit, index);
        // `0x4d`
        else if (bits === 4 && (unit | 0x20) === 0x78 && places.length > 0 && letters.units[index - 1] === zero) {
          places.length -= 1;
        } else if (digit === noDigit && places.length > 0) {
          decode(bits, places.length);
          places.length = 0;
        }
      }
      decode(bits, places.length);
    }
  }

  function cleaned(text: string, withShort: boolean, isCut = false): string {
    if (text.length < leastLetters) return text;
    forget();
    const mayRepeatSignature = signatureName.test(text);
    const shownLength = isCut ? text.length - longestShortForm : text.length;
    if (known.size === 0 && !mayRepeatSignature) return text.slice(0, shownLength);
    const marks = new Marks();
    const letters = reader.read(text);
    if (known.size > 0) {
      findPieces(letters, pieceLetters.plain, marks);
      if (withShort && hasShort()) findShort(letters, text, marks);
      findDecoded(letters, 0, withShort, marks);
      findFolded(text, withShort, marks);
    }
    if (mayRepeatSignature) {
      for (const {index, 0: found} of text.matchAll(signatureForm)) marks.add(index, index + found.length);
      findSignatures(letters, marks);
    }
    return marks.replacedIn(text, shownLength);
  }

  return {
    add(secret, lifeMs = Number.POSITIVE_INFINITY) {
      if (!isSecret(secret)) return false;
      const isNew = !known.has(secret);
      const untilMs = lifeMs === Number.POSITIVE_INFINITY ? lifeMs : now() + lifeMs + hourMs;
      if (known.get(secret) !== Number.POSITIVE_INFINITY) known.set(secret, untilMs);
      nextEndMs = Math.min(nextEndMs, untilMs);
      if (isNew) learn(secret);
      forget();
      return isNew;
    },
    clean: text => cleaned(text, true),
    cleanLong: text => cleaned(text, false),
    cleanText: text => {
      const isCut = text.length > maxTextLength;
      const clean = cleaned(isCut ? text.slice(0, maxTextLength) : text, true, isCut);
      return copied(clean.slice(0, maxKeptLength));
    }
  };
}

/** A part of a text keeps the whole of it in memory, unless it is made anew. */
export function copied(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}

/** Where it stands in the text, each place, also those that overlap. Nothing stands nowhere. */
function* placesOf(wanted: string, text: string): Generator<number> {
  if (wanted === '') return;
  for (let index = text.indexOf(wanted); index !== -1; index = text.indexOf(wanted, index + 1)) yield index;
}

const comma = 0x2c;
const zero = 0x30;
const noDigit = -1;
/** Stands between digits without ending them. */
const between = -2;

function digitTable(alphabets: readonly string[], separators: string): Int8Array {
  const table = new Int8Array(0x80).fill(noDigit);
  for (const alphabet of alphabets) {
    for (const [digit, letter] of [...alphabet].entries()) table[letter.charCodeAt(0)] = digit;
  }
  for (const letter of separators) table[letter.charCodeAt(0)] = between;
  return table;
}

const sixtyTwo = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64Digits = digitTable([`${sixtyTwo}+/`, `${sixtyTwo}-_`], '');
const hexadecimalDigits = digitTable(['0123456789abcdef', '0123456789ABCDEF'], ':-,="\'');

/** A zero is the other half of a letter in UTF-16. */
function isOfText(byte: number, hasWide: boolean): boolean {
  if (byte >= 0x80) return hasWide;
  return (byte >= 0x20 && byte !== 0x7f) || byte === 0 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Whether it has no digit, no mark but those between words, and no capitals but the first or all. */
function isLikeWord(text: string): boolean {
  return /^(?:\p{L}?\p{Ll}*|\p{Lu}*|\P{L}*)$/u.test(text.replace(/[-_./\s]/g, ''));
}

/** For what has too few letters to be read as it is meant, or ends in a part of an escape. */
function commonForms(secret: string): readonly string[] {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  const inAddress = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, ''));
  return [secret, inJson(secret), inJson(inJson(secret)), inAddress, inAddress.toLowerCase()];
}

/** Digits, and at which letters they stand. */
class Places {
  digits = new Uint8Array(256);
  indices = new Int32Array(256);
  length = 0;

  add(digit: number, index: number): void {
    if (this.length === this.digits.length) {
      const [digits, indices] = [this.digits, this.indices];
      this.digits = new Uint8Array(2 * digits.length);
      this.digits.set(digits);
      this.indices = new Int32Array(2 * indices.length);
      this.indices.set(indices);
    }
    this.digits[this.length] = digit;
    this.indices[this.length] = index;
    this.length += 1;
  }
}

/** What one text is read with, and then the next. */
const reader = new LetterReader();
const foldedReader = new LetterReader({isLoose: true});
const exactReader = new LetterReader({keepsBlanks: true});
const nested = Array.from({length: maxDepth}, () => new LetterReader());
const placesAt = Array.from({length: maxDepth}, () => new Places());

/** Stretches of a text that have to go. */
class Marks {
  readonly #stretches: {start: number; end: number}[] = [];

  add(start: number, end: number): void {
    const last = this.#stretches.at(-1);
    if (last && start >= last.start && start <= last.end) last.end = Math.max(last.end, end);
    else this.#stretches.push({start, end});
  }

  /** No more than so many letters of the text as it was. */
  replacedIn(text: string, length: number): string {
    let result = '';
    let shownTo = 0;
    let isHidden = false;
    for (const {start, end} of this.#stretches.sort((a, b) => a.start - b.start)) {
      if (start >= length) break;
      if (start > shownTo || !isHidden) result += `${text.slice(shownTo, start)}***`;
      isHidden = true;
      shownTo = Math.max(shownTo, end);
    }
    return result + text.slice(shownTo, Math.max(shownTo, length));
  }
}

interface Pieces {
  add(letters: Letters): void;
  /** Marks each run of at least so many letters, 8 or more, that stands in a secret. */
  find(letters: Letters, least: number, marks: Marks): void;
  isEmpty(): boolean;
}

/** Each run of 8 letters holds one of the grams that begin at every fourth letter. */
const gramLetters = 5;
const gramStride = 4;
/** A run of 12 letters ends no farther from a gram in it. */
const around = pieceLetters.plain - gramLetters;

/**
 * Finds runs of letters by an index of short grams: the secrets one after the other, and a hash table of places in them.
 * What stands there several times in the same surroundings, such as the beginning of all tokens of a cloud, is there once.
 */
function createPieces(): Pieces {
  let store = new Uint16Array(256);
  /** The first place stays free: 0 stands between the secrets and around them. */
  let stored = around;
  let table = new Int32Array(256);
  let entries = 0;

  const hashOf = (units: ArrayLike<number>, at: number) => {
    let value = 0;
    for (let index = 0; index < gramLetters; index += 1)
      value = imul(value ^ (units[at + index] as number), 0x01000193);
    value ^= value >>> 15;
    return imul(value, 0x2c1b3c6d) >>> 7;
  };

  function insert(place: number): void {
    const mask = table.length - 1;
    let slot = hashOf(store, place) & mask;
    for (let other = table[slot] as number; other !== 0; other = table[slot] as number) {
      if (isSameAround(other, place)) return;
      slot = (slot + 1) & mask;
    }
    table[slot] = place;
    entries += 1;
  }

  function isSameAround(a: number, b: number): boolean {
    for (let offset = -around; offset < gramLetters + around; offset += 1) {
      if (store[a + offset] !== store[b + offset]) return false;
    }
    return true;
  }

  function makeRoom(length: number): void {
    if (stored + length + around > store.length) {
      const old = store;
      store = new Uint16Array(2 * (stored + length + around));
      store.set(old);
    }
    const wanted = 2 * (entries + length / gramStride);
    if (wanted <= table.length) return;
    const old = table;
    table = new Int32Array(2 ** Math.ceil(Math.log2(2 * wanted)));
    entries = 0;
    for (const place of old) if (place !== 0) insert(place);
  }

  return {
    isEmpty: () => entries === 0,

    add(letters) {
      makeRoom(letters.length);
      const start = stored;
      for (let index = 0; index < letters.length; index += 1) {
        const unit = letters.units[index] as number;
        store[stored + index] = unit <= 0xffff ? unit : 0xfdd0;
      }
      stored += letters.length + around;
      for (let at = 0; at + gramLetters <= letters.length; at += gramStride) insert(start + at);
    },

    find({units, starts, ends, length}, least, marks) {
      if (entries === 0) return;
      const mask = table.length - 1;
      for (let at = 0; at + gramLetters <= length; at += 1) {
        let slot = hashOf(units, at) & mask;
        for (let place = table[slot] as number; place !== 0; place = table[slot] as number) {
          slot = (slot + 1) & mask;
          let before = 0;
          while (before < around && at - before > 0 && units[at - before - 1] === store[place - before - 1])
            before += 1;
          let after = 0;
          while (after < gramLetters + around && at + after < length && units[at + after] === store[place + after])
            after += 1;
          if (after >= gramLetters && before + after >= least) {
            marks.add(starts[at - before] as number, ends[at + after - 1] as number);
          }
        }
      }
    }
  };
}
