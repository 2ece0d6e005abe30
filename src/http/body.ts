import {promisify} from 'node:util';

import type {Message} from '../text.ts';

/** A body as text, or why it cannot be read. */
export interface BodyText {
  readonly text: string;
  /** Then `text` has no more than its ASCII part, which distinguishes a page from an answer and is not for people. */
  readonly problem?: Message;
}

type Decoder = (
  bytes: Uint8Array,
  options: {readonly maxOutputLength: number; readonly info: true}
) => Promise<{readonly buffer: Uint8Array; readonly engine: {readonly bytesWritten: number}}>;

/** Loaded with the first coded body: none is asked for, and loading takes time that each step would pay. */
async function loadDecoders(): Promise<Readonly<Record<string, Decoder>>> {
  const {brotliDecompress, gunzip, inflate, inflateRaw} = await import('node:zlib');
  // With `info` they give more than their types say.
  const gzip = promisify(gunzip) as unknown as Decoder;
  const wrapped = promisify(inflate) as unknown as Decoder;
  const bare = promisify(inflateRaw) as unknown as Decoder;
  return {
    gzip,
    'x-gzip': gzip,
    br: promisify(brotliDecompress) as unknown as Decoder,
    // Some servers leave out the wrapper, whose first two bytes are a multiple of 31.
    deflate: (bytes, options) => {
      const [first = 0, second = 0] = bytes;
      return ((first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? wrapped : bare)(bytes, options);
    }
  };
}
/** Codings that change nothing, the last two by mistake. */
const noCodings: ReadonlySet<string> = new Set(['', 'identity', 'none', 'utf-8']);
const maxCodings = 3;

/** Undoes the codings, the last one first; none may give more than `maxBytes`, else `too-large`. */
export async function decodeBody(
  bytes: Uint8Array,
  contentEncoding: string,
  maxBytes: number
): Promise<Uint8Array | 'too-large' | {readonly problem: Message}> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',', maxCodings + 1)
    .map(coding => coding.trim())
    .filter(coding => !noCodings.has(coding));
  if (bytes.length === 0 || codings.length === 0) return bytes;
  const decoders = await loadDecoders();
  let decoded = bytes;
  for (const coding of codings.reverse()) {
    const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!decoder || codings.length > maxCodings) return {problem: words => words.answer.wrongCompression};
    const problem: Message = words => words.answer.compression(coding);
    try {
      const {buffer, engine} = await decoder(decoded, {maxOutputLength: maxBytes, info: true});
      // What stands behind the end is not unpacked, and zeros alone are no more than padding.
      if (decoded.subarray(engine.bytesWritten).some(byte => byte !== 0)) return {problem};
      decoded = buffer;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : {problem};
    }
  }
  return decoded;
}

/** UTF-8 where the bytes are that, else what the answer declares. */
export function bodyText(bytes: Uint8Array, contentType: string): BodyText {
  const charset = /charset\s*=\s*["']?([^\s;"',]+)/i.exec(contentType)?.[1];
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  // In UTF-16, ASCII is UTF-8 too, with a zero after each letter.
  const candidates = [mark, /^utf-16/i.test(charset ?? '') ? charset : 'utf-8', charset];
  for (const candidate of candidates) {
    const text = candidate === undefined ? undefined : decodedAs(candidate, bytes);
    if (text !== undefined) return {text};
  }
  return {
    text: Buffer.from(bytes)
      .toString()
      .replace(/[^\0-\x7f]+/g, '?'),
    problem: ({answer}) =>
      charset === undefined || /^utf-?8$/i.test(charset)
        ? answer.notUtf8
        : answer.charset(/^[\w.-]{1,20}$/.test(charset) ? charset : undefined)
  };
}

function decodedAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}
