import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib';
import {describe, expect, it} from '@jest/globals';
import {bodyText, decodeBody} from '../../src/http/body.ts';
import {inEnglish} from '../helpers/in-english.ts';

const text = '{"status":"SUCCESS"}';
const bytes = Buffer.from(text);
const limit = 4 * 1024 * 1024;

const decoded = async (body: Uint8Array, coding: string) => {
  const result = inEnglish(await decodeBody(body, coding, limit));
  return result instanceof Uint8Array ? Buffer.from(result).toString() : result;
};

/**
 * A bare deflate that begins with such a byte and a block of that length. 0x08 has the method of a wrapper, as one of the
 * bits that are not looked at; and 0x00 before 31 is a multiple of 31, as a wrapper's two first bytes are.
 */
function storedAs(first: number, body: Buffer, length = 5): Buffer {
  const block = (head: number, part: Buffer) => {
    const sizes = Buffer.alloc(4);
    sizes.writeUInt16LE(part.length, 0);
    sizes.writeUInt16LE(part.length ^ 0xffff, 2);
    return Buffer.concat([Buffer.from([head]), sizes, part]);
  };
  return Buffer.concat([block(first, body.subarray(0, length)), block(1, body.subarray(length))]);
}

describe('a coded body', () => {
  it.each([
    {coding: '', body: bytes},
    {coding: 'identity', body: bytes},
    {coding: 'none', body: bytes},
    {coding: 'gzip , gzip,gzip', body: gzipSync(gzipSync(gzipSync(bytes)))},
    {coding: 'UTF-8', body: bytes},
    {coding: 'gzip', body: gzipSync(bytes)},
    {coding: 'X-GZip', body: gzipSync(bytes)},
    {coding: 'deflate', body: deflateSync(bytes)},
    {coding: 'deflate', body: deflateRawSync(bytes)},
    {coding: 'deflate', body: storedAs(0x08, bytes)},
    {coding: 'BR', body: brotliCompressSync(bytes)},
    {coding: 'gzip, identity, br', body: brotliCompressSync(gzipSync(bytes))},
    {coding: 'gzip', body: Buffer.concat([gzipSync(bytes), Buffer.alloc(3)])},
    {coding: 'gzip', body: Buffer.concat([gzipSync(bytes.subarray(0, 5)), gzipSync(bytes.subarray(5))])}
  ])('in $coding is decoded', async ({coding, body}) => {
    expect(await decoded(body, coding)).toBe(text);
  });

  it('is a bare deflate also where its first bytes are a multiple of 31', async () => {
    const body = storedAs(0x00, Buffer.alloc(40, 'x'), 31);
    expect(await decoded(body, 'deflate')).toBe('x'.repeat(40));
  });

  it('that is empty is empty', async () => {
    expect(await decoded(new Uint8Array(), 'gzip')).toBe('');
  });

  it.each([
    {coding: 'zstd', body: bytes, problem: 'not asked for'},
    {coding: 'constructor', body: bytes, problem: 'not asked for'},
    {coding: 'gzip,gzip,gzip,gzip', body: bytes, problem: 'not asked for'},
    {coding: 'gzip', body: bytes, problem: 'cannot be unpacked'},
    {coding: 'gzip', body: gzipSync(bytes).subarray(0, 20), problem: 'cannot be unpacked'},
    {coding: 'br', body: gzipSync(bytes), problem: 'cannot be unpacked'},
    ...[gzipSync, deflateSync, deflateRawSync, brotliCompressSync].map((pack, index) => ({
      coding: ['gzip', 'deflate', 'deflate', 'br'][index] ?? '',
      body: Buffer.concat([pack(bytes), Buffer.alloc(3), pack(Buffer.from('{"status":"FAIL"}'))]),
      problem: 'cannot be unpacked'
    })),
    {coding: 'deflate', body: Buffer.from('xx'), problem: 'cannot be unpacked'}
  ])('in $coding that is $problem is a problem in words', async ({coding, body, problem}) => {
    expect(await decoded(body, coding)).toEqual({problem: expect.stringContaining(problem)});
  });

  it.each([
    {coding: 'gzip', body: gzipSync(Buffer.alloc(8 * limit))},
    {coding: 'br', body: brotliCompressSync(Buffer.alloc(8 * limit))},
    {coding: 'gzip, gzip', body: gzipSync(gzipSync(Buffer.alloc(8 * limit)))}
  ])('in $coding is never more than the limit', async ({coding, body}) => {
    expect(await decoded(body, coding)).toBe('too-large');
  });

  it('may be as large as the limit', async () => {
    const result = await decodeBody(gzipSync(Buffer.alloc(limit)), 'gzip', limit);
    expect(result).toHaveLength(limit);
  });
});

describe('a body as text', () => {
  const gbk = Buffer.from([0xc8, 0xce, 0xce, 0xf1]);
  const utf16 = Buffer.from('\ufeff{"a":"任务"}', 'utf16le');
  it.each([
    {what: 'UTF-8', body: Buffer.from('任务'), type: 'application/json', read: '任务'},
    {what: 'UTF-8 with a mark', body: Buffer.from('\ufeff任务'), type: '', read: '任务'},
    {what: 'UTF-8 that says it is latin1', body: Buffer.from('任务'), type: 'text/x; charset=iso-8859-1', read: '任务'},
    {what: 'GBK', body: gbk, type: 'application/json;charset=GBK', read: '任务'},
    {what: 'gb18030', body: gbk, type: 'application/json; Charset="gb18030"', read: '任务'},
    {what: 'latin1', body: Buffer.from([0xe9]), type: 'text/html; charset=latin1', read: 'é'},
    {
      what: 'UTF-16 that is declared',
      body: utf16.subarray(2),
      type: 'text/html; charset=utf-16le',
      read: '{"a":"任务"}'
    },
    {what: 'ASCII in UTF-16', body: Buffer.from('{}', 'utf16le'), type: 'text/html; charset=UTF-16LE', read: '{}'},
    {what: 'UTF-16 with a mark alone', body: utf16, type: '', read: '{"a":"任务"}'},
    {what: 'UTF-16 the other way round', body: Buffer.from(utf16).swap16(), type: '', read: '{"a":"任务"}'},
    {what: 'UTF-8 in an unknown charset', body: bytes, type: 'text/html; charset=unknown', read: text},
    {what: 'UTF-8 that says another name for UTF-16', body: bytes, type: 'text/html; charset=utf16', read: text},
    {what: 'UTF-8 that says a name like it', body: bytes, type: 'text/html; charset=x-utf-16', read: text},
    {what: 'GBK with blanks', body: gbk, type: "application/json; charset = 'GBK', x", read: '任务'},
    {what: 'latin1 that begins like UTF-16', body: Buffer.from([0xff, 0x41]), type: 'charset=latin1', read: 'ÿA'},
    {what: 'latin1 that goes on like UTF-16', body: Buffer.from([0xe9, 0xfe]), type: 'charset=latin1', read: 'éþ'},
    {what: 'latin1 that begins like it, swapped', body: Buffer.from([0xfe, 0x41]), type: 'charset=latin1', read: 'þA'},
    {what: 'latin1 that goes on like it, swapped', body: Buffer.from([0xe9, 0xff]), type: 'charset=latin1', read: 'éÿ'}
  ])('is $what', ({body, type, read}) => {
    expect(inEnglish(bodyText(body, type))).toEqual({text: read});
  });

  it.each([
    {type: 'application/json', problem: 'an answer whose text is not UTF-8'},
    {type: 'application/json; charset=utf-8', problem: 'an answer whose text is not UTF-8'},
    {type: 'application/json; charset=UTF8', problem: 'an answer whose text is not UTF-8'},
    {type: 'charset=x-utf-8', problem: 'an answer whose text is neither UTF-8 nor readable as x-utf-8'},
    {type: 'charset=utf-8-x', problem: 'an answer whose text is neither UTF-8 nor readable as utf-8-x'},
    {
      type: `charset=${'x'.repeat(20)}`,
      problem: `an answer whose text is neither UTF-8 nor readable as ${'x'.repeat(20)}`
    },
    {type: 'application/json; charset=x-mine', problem: 'an answer whose text is neither UTF-8 nor readable as x-mine'},
    {
      type: `application/json; charset=${'x'.repeat(21)}`,
      problem: 'an answer whose text is neither UTF-8 nor readable as what it declares'
    },
    {
      type: 'application/json; charset=a%62c',
      problem: 'an answer whose text is neither UTF-8 nor readable as what it declares'
    }
  ])('that nobody can read ($type) is a problem in words, and no garbage', ({type, problem}) => {
    const body = Buffer.concat([Buffer.from('<p>'), gbk, Buffer.from('</p>')]);
    expect(inEnglish(bodyText(body, type))).toEqual({text: '<p>?</p>', problem});
  });
});
