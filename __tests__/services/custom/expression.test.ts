import {describe, expect, it} from '@jest/globals';
import {type Expression, parseExpression, plain} from '../../../src/services/custom/expression.ts';
import {customWords} from '../../../src/services/custom/words.ts';

function problemIn(text: string): string | undefined {
  const parsed = parseExpression(text);
  return 'problem' in parsed ? parsed.problem(customWords.en) : undefined;
}

function expressionOf(text: string): Expression {
  const parsed = parseExpression(text);
  if ('problem' in parsed) throw new Error(parsed.problem(customWords.en));
  return parsed;
}

const tooLarge =
  'it could make an answer more than 100 times as large: use fewer lists […, …], objects {…, …}, merge(), join() and to_string().';
const times = (count: number, item: string) => Array.from({length: count}, () => item).join(',');

describe('an expression', () => {
  it.each<[string, unknown]>([
    ['a', 1],
    ['a.b', null],
    ['list[1]', 'y'],
    ['"a-b"', 'c'],
    ["list[?@ == 'x'] | [0]", 'x'],
    ["'lenght(a)'", 'lenght(a)'],
    ["'it\\'s lenght(a)'", "it's lenght(a)"],
    ["'a\nlenght(a)'", 'a\nlenght(a)'],
    ['"lenght(a)"', null],
    ['"a\\"lenght(b)"', null],
    ['`"lenght(a)"`', 'lenght(a)'],
    ['`"\\`lenght(a)"`', '`lenght(a)'],
    [`'[${times(200, '@')}]'`, `[${times(200, '@')}]`],
    ['constructor', null],
    ['toString', null],
    ["constructor == 'x'", false],
    ['__proto__', null],
    ['a'.repeat(1000), null]
  ])('is evaluated: %s', (text, value) => {
    expect(expressionOf(text)(plain({a: 1, 'a-b': 'c', list: ['x', 'y']}))).toEqual(value);
  });

  it.each<[string, unknown, unknown]>([
    ['map(&a, @)', [{a: false}, {a: 0}, {a: ''}, {}], [false, 0, '', null]],
    ['not_null(a, b)', {a: null, b: 0}, 0],
    ['not_null(a, b)', {a: false, b: 'x'}, false],
    ['not_null(a, b)', {a: '', b: 'x'}, ''],
    ['not_null(a, b)', {}, null],
    ['not_null(a < b, c)', {a: 'x', b: 'y', c: 'z'}, 'z'],
    ['to_number(@)', '', null],
    ['to_number(@)', ' ', null],
    ['to_number(@)', '0x0', null],
    ['to_number(@)', '007', null],
    ['to_number(@)', 'Infinity', null],
    ['to_number(@)', '-1.5e3', -1500],
    ['to_number(@)', '1E2', 100],
    ['to_number(@)', '0', 0],
    ['to_number(@)', 7, 7],
    ['to_number(@)', true, null],
    ['sort(@)', ['b', 'B', 'a', 'ä', 'a1'], ['B', 'a', 'a1', 'b', 'ä']],
    ['sort(@)', ['😀', '\uff5e'], ['\uff5e', '😀']],
    ['sort(@)', ['😁', '😀'], ['😀', '😁']],
    ['sort(@)', ['ab', 'a'], ['a', 'ab']],
    ['sort(@)', [10, 9, -1], [-1, 9, 10]],
    ['sort(@)', [], []],
    [
      'sort_by(@, &a)[].b',
      [
        {a: 2, b: 'x'},
        {a: 1, b: 'y'},
        {a: 2, b: 'z'}
      ],
      ['y', 'x', 'z']
    ],
    ['max(@)', ['\uff5e', '😀'], '😀'],
    ['min(@)', [3, 1, 2], 1],
    ['max(@)', [], null],
    [
      'max_by(@, &a).b',
      [
        {a: 2, b: 'x'},
        {a: 1, b: 'y'},
        {a: 2, b: 'z'}
      ],
      'x'
    ],
    [
      'min_by(@, &a).b',
      [
        {a: 2, b: 'x'},
        {a: 1, b: 'y'},
        {a: 1, b: 'z'}
      ],
      'y'
    ],
    ['reverse(@)', [1, 2, 3], [3, 2, 1]],
    ['reverse(@)', 'a😀', '😀a'],
    ['length(@)', '😀', 1],
    ['length(@)', [1, 2], 2],
    ['length(@)', {a: 1}, 1],
    ['avg(@)', [], null],
    ['avg(@)', [1, 2], 1.5],
    ['contains(@, `{"a": [1]}`)', [{a: [1]}], true],
    ['contains(@, `{"a": [1]}`)', [{a: {0: 1}}, {b: [1]}, {}, null, 'a'], false],
    ['contains(@, `{"b": 1}`)', [JSON.parse('{"__proto__": {}}')], false],
    ['contains(@, `1`)', ['1'], false],
    ['contains(@, `1`)', 'a1', false],
    ["contains(@, 'b')", 'abc', true],
    ['a < b', {a: 'x', b: 'y'}, null],
    ['type(a < b)', {a: 'x', b: 'y'}, 'null'],
    ['{b: a}.b', {a: 1}, 1]
  ])('finds what JMESPath says: %s in %j', (text, answer, value) => {
    expect(expressionOf(text)(plain(answer))).toStrictEqual(value);
  });

  it.each([
    ['sort(@)', ['x', 1]],
    ['sort(@)', [{}, {}]],
    ['sort_by(@, &a)', [{a: 'x'}, {a: 1}]],
    ['sort_by(@, &a)', [{a: 'x'}, {}]],
    ['max(@)', [1, 'x']],
    ['max_by(@, &a)', [{a: 1}, {a: 'x'}]],
    ['map(&sum(@), @)', [['x']]],
    ['map(&[::0], @)', [[1]]],
    ['length(@)', 1]
  ])('fails where JMESPath says so: %s in %j', (text, answer) => {
    expect(() => expressionOf(text)(plain(answer))).toThrow();
  });

  it.each(['reverse(@)', 'sort(@)', 'sort_by(@, &@)', 'reverse(sort(@))'])('leaves the answer as it is: %s', text => {
    const answer = plain([2, 3, 1]);
    const found = [1, 2].map(() => expressionOf(text)(answer));
    expect(found[0]).toStrictEqual(found[1]);
    expect(answer).toStrictEqual([2, 3, 1]);
  });

  it.each([
    ['""', 'it asks for the key "", which is never found.'],
    ...['"\\q"', 'a."b\nc"', 'a..b || "\\q"'].map((text): [string, string] => [
      text,
      `the key ${/".*"/s.exec(text)?.[0]} has a mistake: what stands between double quotes is written as in JSON.`
    ]),
    ['{a: a}.constructor', 'it asks for constructor, which each object has that an expression makes.'],
    ['{a: a}."to\\u0053tring"', 'it asks for toString, which each object has that an expression makes.'],
    ['merge(a, b).__proto__', 'it asks for __proto__, which each object has that an expression makes.'],
    ['merge (a, b).__proto__', 'it asks for __proto__, which each object has that an expression makes.'],
    ['`{}`.valueOf', 'it asks for valueOf, which each object has that an expression makes.']
  ])('is refused where the library does not do what JMESPath says: %s', (text, problem) => {
    expect(problemIn(text)).toBe(problem);
  });

  it.each([
    ...['abs(a)', 'avg(a)', 'ceil(a)', 'contains(a, b)', 'ends_with(a, b)', 'floor(a)', 'join(a, b)', 'keys(a)'],
    ...['length(a)', 'map(&a, b)', 'max(a)', 'max_by(a, &b)', 'merge(a)', 'min(a)', 'min_by(a, &b)', 'not_null(a)'],
    ...['reverse(a)', 'sort(a)', 'sort_by(a, &b)', 'starts_with(a, b)', 'sum(a)', 'to_array(a)', 'to_number(a)'],
    ...['to_string(a)', 'type(a)', 'values(a)', 'type (a)']
  ])('may have the function %s', text => {
    expect(problemIn(text)).toBeUndefined();
  });

  it.each([
    ['lenght(a)', 'JMESPath has no function lenght(). Did you mean length()?'],
    ['a.lenght (b)', 'JMESPath has no function lenght(). Did you mean length()?'],
    ['LENGTH(a)', 'JMESPath has no function LENGTH(). Did you mean length()?'],
    ['length(sort_byy(a))', 'JMESPath has no function sort_byy(). Did you mean sort_by()?'],
    ['_max(a)', 'JMESPath has no function _max(). Did you mean max()?'],
    ['zzzzzzzzz9(a)', 'JMESPath has no function zzzzzzzzz9().'],
    ['x(a)', 'JMESPath has no function x(). Did you mean max()?'],
    ['a'.repeat(1001), 'it has more than 1000 characters.'],
    ['', 'found unexpected end of expression (EOF) at its end.'],
    ['a[', 'found unexpected end of expression (EOF) at its end.'],
    ['a..b', 'found unexpected token "." (dot) at character 3.'],
    ['a b', 'found unexpected token "b" (unquoted_identifier) at character 3.'],
    ['a)', 'found unexpected token ")" (rparen) at character 2.'],
    ['a,b', 'found unexpected token "," (comma) at character 2.'],
    ['a = b', 'unknown token "=" at character 3.'],
    ["'abc", 'the quote at character 1 is never closed.'],
    ['a."b', 'the quote at character 3 is never closed.'],
    ['a == `DONE`', "what begins with ` at character 6 is never closed, or is not JSON: '…' is for texts."],
    ['"a"(b)', 'quoted identifiers cannot be used as a function name.'],
    ["'😀' = a", 'unknown token "=" at character 5.'],
    ['abs(a,b)', 'abs() takes 1 argument and is given 2.'],
    ['not_null()', 'not_null() takes at least 1 argument and is given 0.'],
    ['max_by(a)', 'max_by() takes 2 arguments and is given 1.'],
    ['$.a', 'unknown token "$" at character 1. JMESPath has no "$": job.status begins at the top.'],
    [
      '.a',
      'found unexpected token "." (dot) at character 1. Leave out the "." at the beginning: job.status begins at the top.'
    ],
    [
      '  .a',
      'found unexpected token "." (dot) at character 3. Leave out the "." at the beginning: job.status begins at the top.'
    ],
    ['a || .b', 'found unexpected token "." (dot) at character 6.'],
    [
      'a.b-c',
      `unknown token "-" at character 4. A name with "-" in it goes between double quotes, as in '"job-status"'.`
    ],
    ['-1', 'found unexpected token "-1" (number) at character 1.'],
    // A hint is for what stands outside of texts.
    ["'a'.b c", 'found unexpected token "c" (unquoted_identifier) at character 7.'],
    ["'$' '.a-b'", 'found unexpected token ".a-b" (literal) at character 5.']
  ])('that is wrong has its problem told: %s', (text, problem) => {
    expect(problemIn(text)).toBe(problem);
  });

  it.each([
    [`[${times(100, '@')}]`, undefined],
    [`[${times(101, '@')}]`, tooLarge],
    [`{${Array.from({length: 100}, (_, index) => `a${index}: @`)}}`, undefined],
    [`{${Array.from({length: 101}, (_, index) => `a${index}: @`)}}`, tooLarge],
    [`merge(${times(100, '@')})`, undefined],
    [`merge(${times(101, '@')})`, tooLarge],
    [`\`[${times(101, '1')}]\``, undefined],
    // Those of another function do not count, whatever is around them.
    [`[${times(50, "contains('a', 'b')")}]`, undefined],
    [`[contains(@, @), ${times(99, '@')}]`, undefined],
    [`[contains(@, @), ${times(100, '@')}]`, tooLarge],
    ['[[@, @], [@, @, @, @, @]] | [@, @, @, @, @]', undefined],
    ['[[@, @], [@, @, @, @, @]] | [@, @, @, @, @, @]', tooLarge],
    ['to_string(to_string(to_string(@)))', undefined],
    ['to_string(to_string(to_string(to_string(@))))', tooLarge],
    ["join('', join('', join('', a)))", undefined],
    ["join('', join('', join('', join('', a))))", tooLarge],
    [`(${times(1, 'a')}) | [@, @]`, undefined]
  ])('may not make much of an answer: %s', (text, problem) => {
    expect(problemIn(text)).toBe(problem);
  });

  it('is told to be nested too deep where the stack ends', () => {
    let count = 0;
    // Each time another one, for what was parsed is kept.
    const nested = () => {
      count += 1;
      return `${'('.repeat(400)}a${count}${')'.repeat(400)}`;
    };
    // Often enough for the regular expressions to be compiled: where the stack ends, that would end the process.
    while (count < 20) expect(problemIn(nested())).toBeUndefined();
    const found: ReturnType<typeof parseExpression>[] = [];
    let hasRun = false;
    const descend = (): void => {
      try {
        descend();
      } catch {
        // Now with a little more room each time.
        if (hasRun) return;
        const parsed = parseExpression(nested());
        found.push(parsed);
        hasRun = !('problem' in parsed);
        if (!hasRun) throw new RangeError();
      }
    };
    descend();
    const problems = found.map(parsed => ('problem' in parsed ? parsed.problem(customWords.en) : undefined));
    expect([...new Set(problems)]).toEqual(['it is nested too deep.', undefined]);
  });
});

describe('an answer for expressions', () => {
  const message = 'it has more than 50000 values or 1000000 characters, which is too much for expressions';

  it('is a copy that holds what the answer holds', () => {
    const answer = JSON.parse('{"a": [1, "x", null, true, {"b": {}}], "__proto__": {"c": 2}}');
    const copy = plain(answer);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(answer));
    expect(Object.getPrototypeOf(copy)).toBeNull();
    expect(copy).not.toBe(answer);
  });

  it.each<[string, (size: number) => unknown, number]>([
    ['values in a list', size => Array.from({length: size - 1}, () => 1), 50_000],
    ['values in an object', size => Object.fromEntries(Array.from({length: size - 1}, (_, i) => [i, null])), 50_000],
    ['characters of a text', size => 'x'.repeat(size), 1_000_000],
    ['characters of texts', size => ['x'.repeat(size - 7), 'x'.repeat(7)], 1_000_000],
    // Seen with the value behind it.
    ['characters of a key', size => ({['x'.repeat(size)]: 1}), 1_000_000]
  ])('has at most so many %s', (_, answerOf, most) => {
    expect(() => plain(answerOf(most))).not.toThrow();
    expect(() => plain(answerOf(most + 1))).toThrow(message);
  });
});
