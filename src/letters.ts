/**
 * A text as it is meant: without blanks and what cannot be seen, and with the escapes of JSON, of addresses and of HTML
 * read, however often one was put on another. Each letter knows the stretch of the text that stands for it.
 */
export interface Letters {
  /** UTF-16 code units; those of `strayByte` and above are bytes that make no letter. */
  readonly units: Int32Array;
  /** Where the letter begins in the text, and where it ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly length: number;
}

const strayByte = 0x10000;
/** How many letters one call of `fromCharCode` takes. */
const lettersAtOnce = 4096;
const longestEntity = 16;
const longestColor = 32;
const longestTag = 32;

/** Looked up once: where tests run, that takes longer than the call itself. */
const {fromCharCode} = String;
const codeOf = (letter: string) => letter.charCodeAt(0);
const backslash = codeOf('\\');
const percent = codeOf('%');
const ampersand = codeOf('&');
const hash = codeOf('#');
const lessThan = codeOf('<');
const semicolon = codeOf(';');
const equals = codeOf('=');
const upperU = codeOf('U');
const lowerU = codeOf('u');
const lowerX = codeOf('x');

/** Of the marks of ASCII, by the names of HTML. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  equals: '=',
  plus: '+',
  sol: '/',
  bsol: '\\',
  num: '#',
  dollar: '$',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  ast: '*',
  midast: '*',
  comma: ',',
  period: '.',
  colon: ':',
  semi: ';',
  excl: '!',
  quest: '?',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  rsqb: ']',
  rbrack: ']',
  Hat: '^',
  lowbar: '_',
  UnderBar: '_',
  grave: '`',
  lcub: '{',
  lbrace: '{',
  rcub: '}',
  rbrace: '}',
  verbar: '|',
  vert: '|',
  VerticalLine: '|',
  hyphen: '-',
  dash: '-',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  ThinSpace: ' ',
  NonBreakingSpace: ' ',
  ZeroWidthSpace: '\u200b',
  NoBreak: '\u2060',
  Tab: '\t',
  NewLine: '\n',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c'
};

/** For a stray byte, what no text has. */
const shown = (unit: number) => (unit < strayByte ? unit : 0xfdd0);

function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 && unit < 0x80 ? lower - 0x57 : -1;
}

function isBlank(unit: number): boolean {
  return (
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0x20 ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Control characters, and what takes no room. */
function isUnseen(unit: number): boolean {
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit === 0xad) return true;
  if (unit < 0x34f) return false;
  return (
    unit === 0x34f ||
    unit === 0x61c ||
    unit === 0x115f ||
    unit === 0x1160 ||
    (unit >= 0x17b4 && unit <= 0x17b5) ||
    (unit >= 0x180b && unit <= 0x180f) ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    unit === 0x3164 ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    unit === 0xfeff ||
    unit === 0xffa0 ||
    (unit >= 0xfff0 && unit <= 0xfffb)
  );
}

/** The last letter of what sets colors in a terminal, or the place where it would begin. */
function endOfColor(text: string, start: number): number {
  if (text.charCodeAt(start + 1) !== 0x5b) return start;
  for (let at = start + 2; at < text.length && at < start + longestColor; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x40 && unit <= 0x7e) return at;
    if (unit < 0x20 || unit > 0x3f) return start;
  }
  return start;
}

function isLetterOrDigit(unit: number): boolean {
  if (unit >= 0x80) return unit >= strayByte || /[\p{L}\p{N}]/u.test(fromCharCode(unit));
  const lower = unit | 0x20;
  return (unit >= 0x30 && unit <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/**
 * Reads letter by letter. As soon as the last ones make an escape, they become the letter that they stand for, which can
 * be the last one of another escape: each step takes letters away, so that all of it is linear in the text.
 */
export class LetterReader implements Letters {
  units = new Int32Array(256);
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** How many letters or bytes, as they came, became each one: folds between them do not count. */
  #widths = new Int32Array(256);
  length = 0;
  /** For short texts: blanks count, each as one. */
  readonly #keepsBlanks: boolean;
  /**
   * Letters and digits alone, without their case, and more escapes: those that could as well stand for themselves, so that
   * what they stand for is searched for beside what stands there.
   */
  readonly #isLoose: boolean;

  constructor({keepsBlanks = false, isLoose = false} = {}) {
    this.#keepsBlanks = keepsBlanks;
    this.#isLoose = isLoose;
  }

  /** The letters are good until the next text is read. */
  read(text: string): this {
    this.length = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      // The letters of planes that are never seen: tags and variants.
      if (unit === 0xdb40) at += 1;
      else if (unit === 0x1b) at = endOfColor(text, at);
      else this.add(unit, at, at + 1);
    }
    return this.end();
  }

  begin(): void {
    this.length = 0;
  }

  addByte(byte: number, start: number, end: number): void {
    this.add(byte < 0x80 ? byte : strayByte + byte, start, end);
  }

  /** Backslashes that are left can be one, or several for one. */
  end(): this {
    if (this.#isLoose) this.#endEntity(-1);
    let length = 0;
    for (let index = 0; index < this.length; index += 1) {
      const unit = this.units[index] as number;
      if (this.#isLoose ? !isLetterOrDigit(unit) : unit === backslash) continue;
      this.units[length] = this.#isLoose && unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
      this.starts[length] = this.starts[index] as number;
      this.ends[length] = this.ends[index] as number;
      length += 1;
    }
    this.length = length;
    return this;
  }

  toString(): string {
    let text = '';
    for (let from = 0; from < this.length; from += lettersAtOnce) {
      const part = this.units.slice(from, from + lettersAtOnce < this.length ? from + lettersAtOnce : this.length);
      for (let index = 0; index < part.length; index += 1) part[index] = shown(part[index] as number);
      text += fromCharCode(...part);
    }
    return text;
  }

  add(unit: number, start: number, end: number, width = 1): void {
    if (isBlank(unit)) {
      if (this.#keepsBlanks) this.#append(0x20, start, end, width);
      return;
    }
    if (isUnseen(unit)) return;
    // ASCII in full width.
    if (this.#isLoose && unit > 0xff00 && unit < 0xff5f) {
      this.add(unit - 0xfee0, start, end, width);
      return;
    }
    if (this.#isLoose && this.length > 1) this.#endEntity(unit);
    this.#append(unit, start, end, width);
    if (unit >= strayByte) this.#joinBytes();
    else if (unit < 0x80 && this.length > 1) this.#readEscape(unit);
  }

  #append(unit: number, start: number, end: number, width: number): void {
    if (this.length === this.units.length) this.#grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.#widths[this.length] = width;
    this.length += 1;
  }

  #grow(): void {
    const longer = (old: Int32Array) => {
      const grown = new Int32Array(2 * old.length);
      grown.set(old);
      return grown;
    };
    this.units = longer(this.units);
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.#widths = longer(this.#widths);
  }

  /** The unit so many places before the end; 1 is the last. */
  #back(count: number): number {
    return count <= this.length ? (this.units[this.length - count] as number) : -1;
  }

  #readEscape(unit: number): void {
    switch (unit) {
      case 0x22: // "
      case 0x27: // '
      case 0x2f: // /
        if (this.#back(2) === backslash) this.#replace(this.#withBackslashes(2), unit);
        return;
      case 0x3b: // ;
        this.#readEntity();
        return;
      case 0x3e: // >
        if (this.#isLoose) this.#readTag();
        else this.#readLineBreak();
        return;
      case 0x7d: // }
        this.#readBraces();
        return;
      case 0x62: // b
      case 0x66: // f
      case 0x6e: // n
      case 0x72: // r
      case 0x74: // t
      case 0x76: // v
        // Not where a line was folded behind a backslash.
        if (this.#back(2) === backslash && this.ends[this.length - 2] === this.starts[this.length - 1]) {
          this.#replace(this.#withBackslashes(2), 0x20);
          return;
        }
        break;
    }
    if (digitOf(unit) >= 0) this.#readDigits();
  }

  /** `%3d`, `\x3d`, `\u003d`, `%u003d`, and `=3D`, `\075`, `\U0000003d` */
  #readDigits(): void {
    if (this.#isLoose) {
      const isOctal = [1, 2, 3].every(back => this.#back(back) >= 0x30 && this.#back(back) <= 0x37);
      if (this.#back(3) === equals) {
        this.#replaceByDigits(3, 2);
        return;
      }
      if (this.#back(4) === backslash && isOctal && this.#back(3) < 0x34) {
        const value = 64 * (this.#back(3) - 0x30) + 8 * (this.#back(2) - 0x30) + this.#back(1) - 0x30;
        this.#replace(this.#withBackslashes(4), value < 0x80 ? value : strayByte + value);
        return;
      }
      if (this.#back(9) === upperU && this.#back(10) === backslash) {
        this.#replaceByDigits(10, 8);
        return;
      }
    }
    if (this.#back(3) === percent) this.#replaceByDigits(3, 2);
    else if (this.#back(3) === lowerX && this.#back(4) === backslash) this.#replaceByDigits(4, 2);
    else if (this.#back(5) === lowerU && (this.#back(6) === backslash || this.#back(6) === percent)) {
      this.#replaceByDigits(6, 4);
    }
  }

  #replaceByDigits(count: number, digits: number): void {
    let value = 0;
    for (let back = digits; back > 0; back -= 1) {
      const digit = digitOf(this.#back(back));
      if (digit < 0) return;
      value = 16 * value + digit;
    }
    const isByte = digits === 2 && value >= 0x80;
    if (value > 0xffff) return;
    this.#replace(this.#withBackslashes(count), isByte ? strayByte + value : value);
  }

  /** `&#61`, `&#x3d`, without the mark that ends it: what comes is none of its digits. */
  #endEntity(next: number): void {
    if (next === semicolon || digitOf(this.#back(1)) < 0) return;
    let count = 1;
    while (count <= longestEntity && digitOf(this.#back(count)) >= 0) count += 1;
    const isHexadecimal = (this.#back(count) | 0x20) === 0x78;
    if (isHexadecimal) count += 1;
    if (this.#back(count) !== hash || this.#back(count + 1) !== ampersand) return;
    if (isHexadecimal ? digitOf(next) >= 0 : next >= 0x30 && next <= 0x39) return;
    const end = this.ends[this.length - 1] as number;
    this.#append(semicolon, end, end, 0);
    this.#readEntity();
  }

  /** `&#61;`, `&#x3d;`, `&equals;` */
  #readEntity(): void {
    let count = 2;
    while (count <= longestEntity + 2 && this.#back(count) !== ampersand) {
      if (count > this.length) return;
      count += 1;
    }
    if (this.#back(count) !== ampersand || count < 4) return;
    let name = '';
    for (let back = count - 1; back > 1; back -= 1) name += fromCharCode(this.#back(back));
    const isNumber = this.#back(count - 1) === hash;
    const number = /^#(?:0*(\d{1,7})|x0*([\da-f]{1,6}))$/i.exec(name);
    if (number) this.#replaceByPoint(count, number[1] ? Number(number[1]) : Number.parseInt(number[2] ?? '', 16));
    else if (!isNumber && Object.hasOwn(entities, name)) this.#replace(count, codeOf(entities[name] ?? ''));
  }

  /** `\u{3d}` */
  #readBraces(): void {
    let value = 0;
    let factor = 1;
    let back = 2;
    for (let digit = digitOf(this.#back(back)); digit >= 0 && back <= 7; digit = digitOf(this.#back(back))) {
      value += factor * digit;
      factor *= 16;
      back += 1;
    }
    const isEscape = this.#back(back) === 0x7b && this.#back(back + 1) === lowerU && this.#back(back + 2) === backslash;
    if (isEscape && back > 2) this.#replaceByPoint(this.#withBackslashes(back + 2), value);
  }

  /** `<em>`, `</span>`, `<!-- -->` */
  #readTag(): void {
    let count = 2;
    while (count < longestTag && this.#back(count) !== lessThan && count <= this.length) count += 1;
    if (this.#back(count) === lessThan) this.length -= count;
  }

  /** `<br>`, `<br/>`, `<wbr>` */
  #readLineBreak(): void {
    let back = this.#back(2) === 0x2f ? 3 : 2;
    for (const letter of [0x72, 0x62]) {
      if ((this.#back(back) | 0x20) !== letter) return;
      back += 1;
    }
    if ((this.#back(back) | 0x20) === 0x77) back += 1;
    if (this.#back(back) === 0x3c) this.#replace(back, 0x20);
  }

  /** Bytes of UTF-8 that are complete. */
  #joinBytes(): void {
    let value = 0;
    for (let back = 1; back <= 4; back += 1) {
      const byte = this.#back(back) - strayByte;
      if (byte < 0x80) return;
      if (byte < 0xc0) {
        value |= (byte & 0x3f) << (6 * (back - 1));
        continue;
      }
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      if (length !== back) return;
      this.#replaceByPoint(back, value | ((byte & (0x7f >> length)) << (6 * (back - 1))));
      return;
    }
  }

  #replaceByPoint(count: number, point: number): void {
    if (point > 0x10ffff) return;
    if (point < 0x10000) {
      this.#replace(count, point);
      return;
    }
    const start = this.starts[this.length - count] as number;
    const end = this.ends[this.length - 1] as number;
    const width = this.#widthOfLast(count);
    this.length -= count;
    const pair = String.fromCodePoint(point);
    // The planes that are never seen.
    if (pair.charCodeAt(0) === 0xdb40) return;
    this.#append(pair.charCodeAt(0), start, end, width);
    this.#append(pair.charCodeAt(1), start, end, width);
  }

  /** Instead of the last letters, the one that they stand for, which is read in its turn. */
  #replace(count: number, unit: number): void {
    const start = this.starts[this.length - count] as number;
    const end = this.ends[this.length - 1] as number;
    const width = this.#widthOfLast(count);
    this.length -= count;
    this.add(unit, start, end, width);
  }

  #widthOfLast(count: number): number {
    let width = 0;
    for (let back = 1; back <= count; back += 1) width += this.#widths[this.length - back] as number;
    return width;
  }

  /** With all the backslashes before the one that an escape begins with, which escape it once more, written like it. */
  #withBackslashes(count: number): number {
    const widthAt = (back: number) => this.#widths[this.length - back];
    if (this.#back(count) !== backslash) return count;
    let all = count;
    while (this.#back(all + 1) === backslash && widthAt(all + 1) === widthAt(count)) all += 1;
    return all;
  }
}
