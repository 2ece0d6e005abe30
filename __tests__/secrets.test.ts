import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createCleaner, maxKeptLength, maxTextLength} from '../src/secrets.ts';

const token = 'MIITokEnSECRET0123456789+/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP0123456789/+zyxw==';

function cleanerOf(...secrets: readonly string[]) {
  const cleaner = createCleaner(() => 0);
  for (const secret of secrets) cleaner.add(secret);
  return cleaner;
}

type Form = (text: string) => string;
const json: Form = text => JSON.stringify(text).slice(1, -1);
const hexOf = (letter: string) => letter.charCodeAt(0).toString(16);

/** Ways to write a text that a reader undoes. */
const escapes: Readonly<Record<string, Form>> = {
  json,
  'json in json': text => json(json(text)),
  gson: text => json(text).replace(/[/=<>&']/g, mark => (mark === '/' ? '\\/' : `\\u00${hexOf(mark)}`)),
  'all as \\u': text => text.replace(/./gs, letter => `\\u${hexOf(letter).padStart(4, '0').toUpperCase()}`),
  '\\u{}': text => text.replace(/[^A-Za-z0-9]/g, letter => `\\u{${hexOf(letter)}}`),
  '\\x': text => text.replace(/[!-/:-@[-`{-~]/g, letter => `\\x${hexOf(letter).padStart(2, '0')}`),
  percent: encodeURIComponent,
  'percent in lower case, of all': text =>
    [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  entities: text => text.replace(/[^A-Za-z0-9]/g, mark => `&#${mark.charCodeAt(0)};`),
  'hexadecimal entities': text => text.replace(/./gs, mark => `&#X${hexOf(mark)};`),
  'named entities': text =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('=', '&equals;')
      .replaceAll('+', '&plus;')
      .replaceAll('/', '&sol;')
      .replaceAll('"', '&quot;')
};

const folds: Readonly<Record<string, Form>> = {
  'lines that are folded': text => text.replace(/.{20}/g, '$&\r\n    '),
  'letters that take no room': text => text.replace(/.{7}/g, '$&\u200b\u00ad\ufeff'),
  'no-break spaces': text => text.replace(/.{5}/g, '$&\u00a0'),
  'breaks of HTML': text => text.replace(/.{30}/g, '$&<br/>\n'),
  'folds that are escaped': text => text.replace(/.{30}/g, '$&\\n\\t')
};

const codes: Readonly<Record<string, Form>> = {
  hexadecimal: text => Buffer.from(text).toString('hex'),
  'hexadecimal in upper case': text => Buffer.from(text).toString('hex').toUpperCase(),
  'a dump': text => Buffer.from(text).toString('hex').replace(/../g, '$&:'),
  base64: text => Buffer.from(text).toString('base64'),
  'base64, one byte on': text => Buffer.from(`:${text}:`).toString('base64'),
  'base64, two bytes on': text => Buffer.from(`a:${text}`).toString('base64').replace(/=+$/, ''),
  base64url: text => Buffer.from(text).toString('base64url'),
  'base64 of UTF-16': text => Buffer.from(text, 'utf16le').toString('base64')
};

const one = (forms: Readonly<Record<string, Form>>) => fc.constantFrom(...Object.entries(forms));
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const mark = fc.constantFrom(...`"'\\$%&+/=<>|\`*_~#@!?;:,.{}[]()^-`);
const randomToken = fc.noShrink(
  fc
    .string({
      unit: fc.oneof({weight: 9, arbitrary: letter}, {weight: 1, arbitrary: mark}),
      minLength: 100,
      maxLength: 400
    })
    // A secret that is itself written like an escape cannot be told from what the escape stands for.
    .filter(secret => !/\\[ux"'/bfnrtv\\]|%[\da-f]{2}|&[#\w]+;/i.test(secret))
);

/** Of one form after the other, with at most one code among them. No fold splits an escape, which nobody could undo. */
const writing = fc
  .record({
    inner: fc.array(one(escapes), {maxLength: 2}),
    code: fc.option(one(codes)),
    outer: fc.array(one(escapes), {maxLength: 2}),
    fold: fc.option(one(folds))
  })
  .map(({inner, code, outer, fold}) => {
    const folded = fold ? [fold] : [];
    return code ? [...inner, code, ...folded, ...outer] : [...folded, ...inner, ...outer];
  });

const written = (text: string, forms: readonly (readonly [string, Form])[]) =>
  forms.reduce((result, [, form]) => form(result), text);

/** How much longer folds make a line of thirty letters. */
function foldLength(forms: readonly (readonly [string, Form])[]): number {
  const line = 'x'.repeat(30);
  return (
    written(line, forms).length -
    written(
      line,
      forms.filter(([name]) => !Object.hasOwn(folds, name))
    ).length
  );
}

describe('a secret', () => {
  it.each([...Object.entries(escapes), ...Object.entries(folds), ...Object.entries(codes)])(
    'goes from a text as %s',
    (_, form) => {
      const cleaned = cleanerOf(token).clean(`the request was {X: ${form(token)}} in full`);
      expect(cleaned).toMatch(/^the request was \{X: \S{0,4}\*\*\*[\s\S]{0,12}\} in full$/);
    }
  );

  it('goes in any composition of forms, but for fifteen letters at each end', () => {
    fc.assert(
      fc.property(randomToken, writing, (secret, forms) => {
        const cleaned = cleanerOf(secret).clean(`before ${written(secret, forms)} after`);
        expect(cleaned).toMatch(/^before [\s\S]*\*\*\*[\s\S]* after$/);
        const ends = [secret.slice(0, 15), secret.slice(-15)].map(end => written(end, forms).length);
        expect(cleaned.replaceAll('***', '').length).toBeLessThan(20 + 2 * (Math.max(...ends) + foldLength(forms)));
      }),
      {numRuns: 500}
    );
  });

  it('goes from four forms in one another, folded in the midst of a byte', () => {
    const secret =
      '7nDei|\\OFdMmVQDv36g7XyjhH2RyV5erePfIvQZIgLcg9VqxxvoEe]f,byUgTHA=f2at8JzXXQIGQQsx0hUQXXDZ,AR5ijNXtQsn`o4J!rdf9PObyGZl~4y0OEh3+b=gbsxXPavKtNIj6n6X';
    const unicode = secret.replace(
      /./gs,
      letter => `\\\\\\\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    );
    const text = Buffer.from(unicode).toString('hex').replace(/.{5}/g, '$&\u00a0');
    expect(cleanerOf(secret).clean(text).replaceAll('***', '').length).toBeLessThan(884);
  });

  it('goes from a text in which it is cut, but for eleven letters', () => {
    for (const [from, to] of [
      [0, 12],
      [30, 42],
      [60, token.length],
      [0, 50]
    ] as const) {
      expect(cleanerOf(token).clean(`…${token.slice(from, to)}…`)).toBe('…***…');
    }
    expect(cleanerOf(token).clean(token.slice(30, 41))).toBe(token.slice(30, 41));
  });

  it('that is short goes as a whole, in each form, and with the blanks that it has alone', () => {
    const cleaner = cleanerOf('p:w"d', 'two words', 'pässwörd');
    expect(cleaner.clean('a p:w"d b p%3Aw%22d c p:w\\"d d')).toBe('a *** b *** c *** d');
    expect(cleaner.clean(`Basic ${Buffer.from('user:p:w"d').toString('base64')}`)).toMatch(/^Basic dXNlcj\*\*\*=*$/);
    expect(cleaner.clean('two+words two%20words two words')).toBe('*** *** ***');
    expect(cleaner.clean('p%C3%A4ssw%c3%b6rd p\\u00e4ssw\\u00f6rd p&#228;ssw&#xf6;rd')).toBe('*** *** ***');
    expect(cleanerOf('none').clean('it was not one of them, and no negative')).toBe(
      'it was not one of them, and no negative'
    );
    expect(cleanerOf('a+b+c').clean('abc')).toBe('abc');
  });

  it('is none where it is shorter than four letters or stands for nothing', () => {
    const cleaner = createCleaner(() => 0);
    for (const value of ['', '1', 'abc', '***', '*****', 'null', 'undefined']) expect(cleaner.add(value)).toBe(false);
    expect(cleaner.clean('1 abc *** null undefined')).toBe('1 abc *** null undefined');
  });

  it('of nothing but halves of letters does not go on for ever', () => {
    expect(cleanerOf('\ud800'.repeat(4)).clean('a text')).toBe('a text');
  });

  it('is known as new once', () => {
    const cleaner = cleanerOf();
    expect([cleaner.add('four'), cleaner.add('four')]).toEqual([true, false]);
  });

  it('is not cut where a text is', () => {
    const short = 'pass/word';
    const long = 'MIIExampleToken/'.repeat(940);
    // What is left of the text comes near enough to its beginning to be shown.
    for (const shift of [-1030, -1025, -1020, -20, -5, -3, 0]) {
      const filler = ' '.repeat(maxTextLength - long.length + shift);
      const cleaned = cleanerOf(short, long).cleanText(`${long}${filler}${encodeURIComponent(short)}${'x'.repeat(99)}`);
      expect(cleaned.trim()).toMatch(/^\*\*\*\s*(\*\*\*)?x*$/);
    }
  });

  it('leaves of a text what anybody reads', () => {
    const cleaned = cleanerOf('pass/word').cleanText(`pass/word${'x'.repeat(100_000)}`);
    expect(cleaned).toBe(`***${'x'.repeat(maxKeptLength - 3)}`);
  });

  it('of less than 16 letters can be a word of ours in a text that is put together', () => {
    expect(cleanerOf('section', token).cleanLong(`section ${token}`)).toBe('section ***');
  });
});

const bytesOf = (text: string) => [...Buffer.from(text)];
const each = (text: string, form: (hexadecimal: string, byte: number) => string, between = '') =>
  bytesOf(text)
    .map(byte => form(byte.toString(16).padStart(2, '0'), byte))
    .join(between);
const apart = (text: string, between: string) => text.replace(/.{6}(?=.)/g, `$&${between}`);

const rareForms: Readonly<Record<string, Form>> = {
  'hexadecimal digits with hyphens': text => each(text, hex => hex.toUpperCase(), '-'),
  'hexadecimal digits with blanks': text => each(text, hex => hex, ' '),
  'hexadecimal digits in quotes': text => each(text, hex => `"${hex}"`, ', '),
  'numbers in hexadecimal': text => each(text, hex => `0x${hex}`, ', '),
  'a buffer in JSON': text => JSON.stringify(Buffer.from(text)),
  'a list of bytes': text => `[${each(text, (_, byte) => String(byte), ', ')}]`,
  'a list of bytes as Go prints it': text => `[${each(text, (_, byte) => String(byte), ' ')}]`,
  'a list of letters': text => JSON.stringify([...text]),
  'quoted-printable': text => each(text, hex => `=${hex.toUpperCase()}`).replace(/.{30}/g, '$&=\r\n'),
  'entities without an end': text => each(text, (_, byte) => `&#${byte}`),
  'hexadecimal entities without an end': text => each(text, hex => `&#x${hex}`),
  'entities with zeros': text => each(text, (_, byte) => `&#${String(byte).padStart(9, '0')};`),
  octal: text => each(text, (_, byte) => `\\${byte.toString(8).padStart(3, '0')}`),
  '\\U': text => each(text, hex => `\\U000000${hex}`),
  'named blanks': text => apart(text, '&ensp;&ZeroWidthSpace;'),
  colors: text => apart(text, '\u001b[0m\u001b[31m'),
  'halves of letters': text => apart(text, '\ud83d'),
  'letters that could not be read': text => apart(text, '\ufffd'),
  'pieces that are put together': text => apart(text, '" + "'),
  'quoted lines': text => apart(text, '\n> '),
  'a list of pieces': text => apart(text, ', '),
  elements: text => apart(text, '</b><b>'),
  'full width': text => text.replace(/[!-~]/g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  'capital letters': text => text.toUpperCase(),
  'small letters': text => text.toLowerCase()
};

describe('a secret in a rare form', () => {
  it.each(Object.entries(rareForms))('goes as %s', (_, form) => {
    for (const secret of [token, 'qQ7xVb2Lk9ZtY4mRw8NcHsPdFgJa3ue6', 'Tr0ub4dor&3Horse', 'S3cr3tPlace']) {
      const cleaned = cleanerOf(secret).clean(`the value is ${form(secret)} in full`);
      const shown = cleaned.replace(/\*\*\*|[^\p{L}\p{N}]|type|Buffer|data/gu, '');
      expect(cleaned).toContain('***');
      expect(shown.length).toBeLessThan('thevalueisinfull'.length + 0.2 * form(secret).length);
    }
  });

  it('is none where a word of the text could be meant', () => {
    const cleaner = cleanerOf('Production', 'read-only');
    const text = 'PRODUCTION, read only, Product, Productio';
    expect(cleaner.clean(text)).toBe(text);
  });
});

describe('a short secret that is cut', () => {
  const secret = 'Tr0ub4dor&3-hors';

  it.each([secret.slice(0, -1), secret.slice(1), secret.slice(0, 10), secret.slice(-10), `${secret.slice(0, 12)}…`])(
    'goes from %s',
    part => expect(cleanerOf(secret).clean(`(${part})`)).toMatch(/^\(\*\*\*…?\)$/)
  );

  it('stays where too few letters of it stand, or it has fewer than eight', () => {
    expect(cleanerOf(secret).clean('Tr0ub4')).toBe('Tr0ub4');
    expect(cleanerOf('Tr0ub4d').clean('Tr0ub4')).toBe('Tr0ub4');
    expect(cleanerOf('Tr0ub4d0').clean('Tr0ub4')).toBe('***');
  });
});

describe('a text of one letter', () => {
  /** A step for each pair of letters would take minutes; the tests' own limit notices that. */
  it('is cleaned of a secret of the same letter in linear time', () => {
    const cleaner = cleanerOf('aaaa', 'a a a', 'aaaaaaaaaa1', 'aaaaaaaaaaaaaaaaaaaaaaaa');
    for (const text of ['a', 'a ', 'aaaa ', 'YWFh', '6161', '97,', '=61']) {
      expect(cleaner.clean(text.repeat(64_000 / text.length)).length).toBeLessThan(64_000);
    }
  });
});

describe('a signature', () => {
  const signature = '0123456789abcdef'.repeat(4);

  it.each(['Signature=', 'signature%3D', 'Signature\\u003d', 'SIGNATURE&#61;'])('goes behind %s', opening => {
    expect(cleanerOf().clean(`Access=A, ${opening}${signature}, x`)).toBe(`Access=A, ${opening}***, x`);
  });

  it.each([
    'Signature: ',
    '{"signature":"',
    '{\\"signature\\": \\"',
    "signature='",
    'signature = "',
    'signature ',
    'signature is '
  ])('goes behind %s in a text', opening => {
    expect(cleanerOf().clean(`${opening}${signature}, x`)).toBe(`${opening}***, x`);
  });

  it.each([
    `signature of the request was ${signature}`,
    `client sent ${signature}, which is no valid signature`,
    `sign=${signature}`,
    `{"sig": "${signature}"}`,
    `authorization value ${signature}`
  ])('goes wherever the text speaks of one: %s', text => {
    expect(cleanerOf().clean(text)).toBe(text.replace(signature, '***'));
  });

  it('is none where the text does not speak of one', () => {
    const text = `sha256:${signature} of the design`;
    expect(cleanerOf().clean(text)).toBe(text);
  });
});

describe('a text without secrets', () => {
  it('comes through as it is', () => {
    const text = fc.string({
      unit: fc.oneof(letter, mark, fc.constantFrom(' ', '\n', 'ä', '密', '\\u00', '%2')),
      maxLength: 400
    });
    const cleaner = cleanerOf('Zq9$Zq9$Zq9$', token.toLowerCase());
    fc.assert(fc.property(text, any => expect(cleaner.clean(any)).toBe(any)));
  });
});

describe('the life of a secret', () => {
  it('ends an hour after that of its session, and one that was given lives on', () => {
    let nowMs = 0;
    const cleaner = createCleaner(() => nowMs);
    cleaner.add('given by the workflow');
    cleaner.add('issued by the cloud', 60_000);
    cleaner.add('given by the workflow', 60_000);
    nowMs = 60_000 + 3_600_000 - 1;
    expect(cleaner.clean('issued by the cloud, given by the workflow')).toBe('***, ***');
    nowMs += 1;
    expect(cleaner.clean('issued by the cloud, given by the workflow')).toBe('issued by the cloud, ***');
    expect(cleaner.add('issued by the cloud')).toBe(true);
  });
});

describe('a large token', () => {
  const random = (seed: number, length: number) => {
    let state = seed;
    return Array.from({length}, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[(state >> 16) & 63];
    }).join('');
  };

  it('is found among 500 with the same beginning, in a text of them', () => {
    const beginning = random(1, 1000);
    const tokens = Array.from({length: 500}, (_, index) => beginning + random(index + 2, 7192));
    const cleaner = cleanerOf(...tokens);
    expect(cleaner.clean(tokens.slice(490).join(' '))).toBe(Array(10).fill('***').join(' '));
  });
});
