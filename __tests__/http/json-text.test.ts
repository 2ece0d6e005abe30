import {describe, expect, it, test} from '@jest/globals';
import fc from 'fast-check';
import {maxJsonDepth, maxJsonValues, parseJson} from '../../src/http/json-text.ts';
import {inEnglish} from '../helpers/in-english.ts';
import {isValidJson} from '../helpers/is-valid-json.ts';

const readValue = (text: string) => {
  const read = inEnglish(parseJson(text));
  return 'value' in read ? read.value : read;
};
const problemOf = (text: string) => {
  const read = inEnglish(parseJson(text));
  return 'problem' in read ? read.problem : undefined;
};

describe('the same key twice in one object', () => {
  it.each([
    '{"status":"FAILED","status":"SUCCESSFUL"}',
    '{"a":1,"\\u0061":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"":1,"":2}',
    '{"a":[{"b":{}}],"a":[]}',
    '[[{"x":{"a":{"b":1},"c":0,"a":{"b":2}}}]]',
    '{"a":1 , "b":"a" , "a":"1"}',
    '{"a":[1,2],"a":[1,3]}',
    '{"a":"}","a":"]"}',
    '{"s":"{","a":1,"a":2}',
    '[{"s":"x, y","a":1,"a":2}]'
  ])('with two values is a problem: %s', text => {
    expect(problemOf(text)).toMatch(/^the key ".*" twice in one object, with different values$/);
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a": [1, {"b":2}] , "\\u0061":[1, {"b":2}]}',
    '[{"a":1},{"a":2}]',
    '{"a":{"a":{"a":1}},"b":{"a":2}}',
    '{"a":"\\"a\\":1,","b":"\\"a\\":2,"}',
    '{"a":1,"A":2}',
    '{"a":1\r,"a":\t1\n,"a":\r1\t,"a":\n1 ,"a": 1}'
  ])('with one value, or in two objects, or inside a text, is none: %s', text => {
    expect(readValue(text)).toEqual(JSON.parse(text));
  });

  it.each(['{1,2}', '{"a":1,2}', '{,"a":1}'])('is none where there is no key: %s', text => {
    expect(problemOf(text)).toBe('broken JSON');
  });

  it('is told by its name, unless that is long', () => {
    const told = (key: string) => problemOf(`{"${key}":1,"${key}":2}`);
    expect(told('s'.repeat(64))).toBe(`the key "${'s'.repeat(64)}" twice in one object, with different values`);
    expect(told('s'.repeat(65))).toBe('the key twice in one object, with different values');
  });

  /** Objects of so many keys, in one that has keys of its own before them. */
  it.each([15, 16, 17, 18, 40])('is found among %i keys, whichever it is', count => {
    const keys = Array.from({length: count}, (_, index) => `"k${index}":${index}`);
    const inside = (...pairs: string[]) => `{"x":1,"k0":"other","list":[{"k1":"other"}],"in":{${pairs.join()}},"y":2}`;
    expect(problemOf(inside(...keys))).toBeUndefined();
    expect(problemOf(inside(...keys, '"x":2'))).toBeUndefined();
    for (let index = 0; index < count; index += 1) {
      expect(problemOf(inside(...keys, `"k${index}":${index}`))).toBeUndefined();
      expect(problemOf(inside(...keys, `"k${index}":-1`))).toContain(`"k${index}" twice`);
      expect(problemOf(inside(...keys, '"z":0', `"k${index}":-1`))).toContain(`"k${index}" twice`);
    }
    expect(problemOf(`[${inside(...keys)},${inside(...keys)}]`)).toBeUndefined();
    expect(problemOf(`${inside(...keys).slice(0, -1)},"k0":"third"}`)).toContain('"k0" twice');
    expect(problemOf(`${inside(...keys).slice(0, -1)},"k2":"own","k2":"own"}`)).toBeUndefined();
  });
});

describe('a number beyond the safe integers', () => {
  it.each([
    '9007199254740992',
    '9007199254740993',
    '-9007199254740993',
    '123456789012345678901234567890',
    '1.23456789012346E+18',
    '9007199254740993.0',
    '1e400'
  ])('%s becomes its text', number => {
    expect(readValue(`{"id":${number},"ids":[ ${number} ]}`)).toEqual({id: number, ids: [number]});
  });

  it.each(['9007199254740991', '-9007199254740991', '0.12345678901234567890', '1e15', '1545208860000', '-0'])(
    '%s, which is none, stays a number',
    number => {
      expect(readValue(`{"id":${number}}`)).toEqual({id: Number(number)});
    }
  );

  it.each([
    '{12345678901234567890:1}',
    '[012345678901234567890]',
    '[12345678901234567890.]',
    '[--12345678901234567890]'
  ])('makes no JSON of %s', text => {
    expect(problemOf(text)).toBe('broken JSON');
  });

  it('becomes its text also alone, and in lists', () => {
    expect(readValue(' 12345678901234567890\r')).toBe('12345678901234567890');
    expect(readValue('[1,12345678901234567890,{"a":1},12345678901234567890,[],12345678901234567890]')).toEqual([
      1,
      '12345678901234567890',
      {a: 1},
      '12345678901234567890',
      [],
      '12345678901234567890'
    ]);
  });

  it('inside a text is left alone', () => {
    expect(readValue('{"a":"12345678901234567890","b":"\\",12345678901234567890"}')).toEqual({
      a: '12345678901234567890',
      b: '",12345678901234567890'
    });
    expect(readValue('["\\",12345678901234567890,"]')).toEqual(['",12345678901234567890,']);
    expect(readValue('["x, 12345678901234567890 ,y", "[", 1]')).toEqual(['x, 12345678901234567890 ,y', '[', 1]);
  });
});

describe('too much', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const list = (values: number) => `[${Array.from({length: values - 1}, () => '{}').join(',')}]`;

  it('is more than 100 levels', () => {
    expect(problemOf(nested(maxJsonDepth))).toBeUndefined();
    expect(problemOf(nested(maxJsonDepth + 1))).toBe('more than 100 levels of nesting');
    expect(problemOf('{"a":'.repeat(1_000_000))).toBe('more than 100 levels of nesting');
  });

  it('is more than 200,000 values', () => {
    expect(problemOf(list(maxJsonValues))).toBeUndefined();
    expect(problemOf(list(maxJsonValues + 1))).toBe('more than 200,000 values');
  });
});

describe('ordinary JSON', () => {
  test('has the values that JSON.parse gives, however it is written', () => {
    const indent = fc.constantFrom('', ' ', '\t', '\n \r\n');
    fc.assert(
      fc.property(fc.json({maxDepth: 5}), indent, (text, blanks) => {
        const written = JSON.stringify(JSON.parse(text), undefined, blanks);
        const hasUnsafe = /\d{16}|e\+/.test(written);
        fc.pre(!hasUnsafe);
        expect(parseJson(written)).toEqual({value: JSON.parse(written)});
      }),
      {numRuns: 1000}
    );
  });

  test('is read where JSON.parse reads it, and nothing else is', () => {
    const part = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '\\"',
        '"a"',
        '"b"',
        '"\\u0061"',
        'true',
        'nul',
        '-',
        '.',
        'e+',
        '0'
      ],
      ...['1', '12345678901234567890', ' ', '\n', '{"a":', '"a":1', '/', '\u0000', '{"a":{}}', '[]']
    );
    fc.assert(
      fc.property(fc.array(part, {maxLength: 12}), parts => {
        const text = parts.join('');
        const problem = problemOf(text);
        if (!isValidJson(text)) expect(problem).toBeDefined();
        else if (problem !== undefined) expect(problem).toContain('twice');
      }),
      {numRuns: 8_000}
    );
  });

  it.each(['null', '"text"', '12', ' [1, -2.5, 3e2, {"__proto__": {"a": 1}}] ', '{"constructor":1,"toString":2}'])(
    '%s is as it is',
    text => {
      expect(JSON.stringify(readValue(text))).toBe(JSON.stringify(JSON.parse(text)));
    }
  );
});
