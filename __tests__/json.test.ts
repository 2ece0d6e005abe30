import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {MalformedAnswer} from '../src/errors.ts';
import {
  digits,
  endMsAfter,
  epochMs,
  goMs,
  integer,
  isAbsent,
  isoMs,
  isRecord,
  list,
  optional,
  optionalList,
  optionalRecord,
  optionalText,
  optionalWord,
  percent,
  record,
  recordIn,
  records,
  statusIn,
  text,
  theAnswer,
  theList,
  utcMs,
  valueAt
} from '../src/json.ts';

/** As an answer brings it: `__proto__` is an own property there, and not the prototype. */
const parsed = (json: string) => record(JSON.parse(json), 'the answer');

describe('record', () => {
  it('passes an object on as it is', () => {
    const value = {a: 1};
    expect(record(value, 'the answer')).toBe(value);
    expect(isRecord(value)).toBe(true);
  });

  it.each([
    [undefined, 'the answer should be an object and is missing'],
    [null, 'the answer should be an object and is null'],
    [[], 'the answer should be an object and is a list'],
    ['{}', 'the answer should be an object and is a string'],
    [0, 'the answer should be an object and is a number'],
    [true, 'the answer should be an object and is a boolean']
  ])('refuses %j and says what it is', (value, message) => {
    expect(() => record(value, 'the answer')).toThrow(new MalformedAnswer(message));
    expect(isRecord(value)).toBe(false);
  });
});

describe('theAnswer and theList', () => {
  it('pass the body of an answer on as it is', () => {
    const [answer, items] = [{a: 1}, [1, null]];
    expect(theAnswer(answer)).toBe(answer);
    expect(theList(items)).toBe(items);
  });

  it('refuse one of another form', () => {
    expect(() => theAnswer([])).toThrow(new MalformedAnswer('the answer should be an object and is a list'));
    expect(() => theList({})).toThrow(new MalformedAnswer('the answer should be a list and is an object'));
    expect(() => theList(undefined)).toThrow(new MalformedAnswer('the answer should be a list and is missing'));
  });
});

describe('recordIn and records', () => {
  it('give the object under a key, and those of a list', () => {
    expect(recordIn({job: {a: 1}}, 'job')).toEqual({a: 1});
    expect(records([{a: 1}, {a: 2}], 'job')).toEqual([{a: 1}, {a: 2}]);
  });

  it('say which is none', () => {
    expect(() => recordIn({}, 'job')).toThrow(new MalformedAnswer('"job" should be an object and is missing'));
    expect(() => records([{}, null], 'job')).toThrow(new MalformedAnswer('job 2 should be an object and is null'));
  });
});

describe('text', () => {
  it('gives the text without white space around it', () => {
    expect(text({status: ' RUNNING\n'}, 'status')).toBe('RUNNING');
  });

  it.each([
    ['{}', '"status" should be a string and is missing'],
    ['{"status": null}', '"status" should be a string and is null'],
    ['{"status": 2}', '"status" should be a string and is a number'],
    ['{"status": true}', '"status" should be a string and is a boolean'],
    ['{"status": ["RUNNING"]}', '"status" should be a string and is a list'],
    ['{"status": {"a": 1}}', '"status" should be a string and is an object'],
    ['{"status": ""}', '"status" is empty'],
    ['{"status": " \\n"}', '"status" is empty']
  ])('refuses %s', (json, message) => {
    expect(() => text(parsed(json), 'status')).toThrow(new MalformedAnswer(message));
  });
});

describe('integer', () => {
  it.each([0, 2, -1])('gives %d', value => {
    expect(integer({task_status: value}, 'task_status')).toBe(value);
  });

  it.each([
    ['{}', 'missing'],
    ['{"n": null}', 'null'],
    ['{"n": "2"}', 'a string'],
    ['{"n": 1.5}', 'a number'],
    ['{"n": 1e300}', 'a number'],
    ['{"n": false}', 'a boolean'],
    ['{"n": [2]}', 'a list']
  ])('refuses %s, so that nothing but an integer is ever read as a state', (json, kind) => {
    expect(() => integer(parsed(json), 'n')).toThrow(new MalformedAnswer(`"n" should be an integer and is ${kind}`));
  });
});

describe('optionalText', () => {
  it.each([
    ['{"message": " done "}', 'done'],
    ['{"message": ""}', undefined],
    ['{"message": "  "}', undefined],
    ['{"message": null}', undefined],
    ['{"message": 7}', undefined],
    ['{}', undefined]
  ])('reads %s as %j', (json, expected) => {
    expect(optionalText(parsed(json), 'message')).toBe(expected);
  });
});

describe('optional', () => {
  it.each([
    ['{"subtasks": [1], "subTasks": [2]}', [1]],
    ['{"subTasks": [2]}', [2]],
    ['{"subtasks": null, "subTasks": [2]}', [2]],
    ['{"subtasks": 0}', 0],
    ['{"subtasks": ""}', ''],
    ['{}', undefined]
  ])('takes the first that is there of %s', (json, expected) => {
    expect(optional(parsed(json), 'subtasks', 'subTasks')).toEqual(expected);
  });
});

describe('keys that every object inherits', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('are not taken for a property: %s', key => {
    expect(optional({}, key)).toBeUndefined();
    expect(optionalText({}, key)).toBeUndefined();
    expect(() => text({}, key)).toThrow('is missing');
  });

  it('are properties where the answer really has them', () => {
    expect(text(parsed('{"__proto__": "a text", "constructor": 1}'), '__proto__')).toBe('a text');
  });
});

describe('optionalList', () => {
  it('takes missing and null as empty, and a list as it is', () => {
    expect(optionalList(undefined, '"subtasks"')).toEqual([]);
    expect(optionalList(null, '"subtasks"')).toEqual([]);
    expect(optionalList([1, null], '"subtasks"')).toEqual([1, null]);
  });

  it.each([
    [{}, 'an object'],
    ['[]', 'a string'],
    [0, 'a number']
  ])('refuses %j: a list in a wrong form could hide a failed subtask', (value, kind) => {
    expect(() => optionalList(value, '"subtasks"')).toThrow(
      new MalformedAnswer(`"subtasks" should be a list and is ${kind}`)
    );
  });
});

describe('list', () => {
  it('gives the list as it is', () => {
    expect(list({jobs: [1, null]}, 'jobs')).toEqual([1, null]);
  });

  it.each([
    ['{}', 'missing'],
    ['{"jobs": {}}', 'an object']
  ])('refuses %s', (json, kind) => {
    expect(() => list(parsed(json), 'jobs')).toThrow(new MalformedAnswer(`"jobs" should be a list and is ${kind}`));
  });
});

describe('a list that is null', () => {
  it('is an empty one', () => {
    expect(list(parsed('{"jobs": null}'), 'jobs')).toEqual([]);
  });
});

describe('optionalRecord', () => {
  it.each([
    ['{"status": {"phase": "Success"}}', {phase: 'Success'}],
    ['{"status": null}', {}],
    ['{"status": [1]}', {}],
    ['{"status": "Success"}', {}],
    ['{}', {}]
  ])('reads %s as %j', (json, expected) => {
    expect(optionalRecord(parsed(json), 'status')).toEqual(expected);
  });
});

describe('statusIn', () => {
  it('gives a word, and an empty text where its place is there and empty', () => {
    expect(['" DONE "', 'null', '""', '" "'].map(word => statusIn(parsed(`{"status": ${word}}`), 'status'))).toEqual([
      'DONE',
      '',
      '',
      ''
    ]);
  });

  it.each(['{}', '{"status": 1}', '{"status": ["DONE"]}', '{"__proto__": {"status": ""}}'])('refuses %s', json => {
    expect(() => statusIn(parsed(json), 'status')).toThrow(MalformedAnswer);
  });
});

describe('optionalWord', () => {
  it('may be missing, but neither null nor blank', () => {
    expect(optionalWord({}, 'status')).toBe('');
    expect(optionalWord({status: ' DONE '}, 'status')).toBe('DONE');
    expect(() => optionalWord({status: null}, 'status')).toThrow(MalformedAnswer);
    expect(() => optionalWord({status: ' '}, 'status')).toThrow(MalformedAnswer);
  });
});

describe('digits', () => {
  it('gives an integer as it was written, also one that is too large for a number', () => {
    expect([7, 0, '9007199254740993'].map(id => digits({id}, 'id'))).toEqual(['7', '0', '9007199254740993']);
  });

  it.each([
    '7',
    '34765',
    1.5,
    null,
    undefined,
    '90071992547409.93',
    'x9007199254740993',
    '9007199254740993x',
    Number.MAX_SAFE_INTEGER + 1,
    ['9007199254740993']
  ])('refuses %j', id => {
    expect(() => digits({id}, 'id')).toThrow(MalformedAnswer);
  });
});

describe('valueAt', () => {
  it('finds what stands under a path, also in each of a list', () => {
    const from = parsed('{"a": {"b": {"c": 1}}, "list": [{"b": 2}, {"b": null}, null], "none": null}');
    expect(['a.b.c', 'a.x.c', 'none.c', 'list.b'].map(path => valueAt(from, path))).toEqual([
      1,
      undefined,
      undefined,
      [2, undefined, undefined]
    ]);
  });

  it('refuses a path through what is no object', () => {
    expect(() => valueAt({a: {b: 'text'}}, 'a.b.c')).toThrow(
      new MalformedAnswer('"a.b" should be an object and is a string')
    );
    for (const [item, kind] of [
      ['text', 'a string'],
      [1, 'a number'],
      [[{b: 3}], 'a list']
    ])
      expect(() => valueAt({a: {list: [{b: 2}, item]}}, 'a.list.b')).toThrow(
        new MalformedAnswer(`one of "a.list" should be an object and is ${kind}`)
      );
  });
});

describe('isAbsent', () => {
  it.each([
    null,
    undefined,
    false,
    '',
    ' ',
    0,
    '0',
    {},
    [],
    '[]',
    '{}',
    [null, ''],
    {code: '', message: null},
    'null',
    '""',
    '[null]',
    ' [ "" ] ',
    '{"code":""}',
    '"null"'
  ])('takes %j for no error', value => {
    expect(isAbsent(value)).toBe(true);
  });

  it.each([
    true,
    1,
    '00',
    '0e5',
    'nil',
    'none',
    '[',
    '[1]',
    '"x"',
    '{"code":"X"}',
    [0, 'x'],
    {code: 'Ecs.0319'},
    {code: {inner: 1}}
  ])('takes %j for one', value => {
    expect(isAbsent(value)).toBe(false);
  });
});

describe('epochMs', () => {
  it.each([
    [1544777083000, 1544777083000],
    ['1544777083000', 1544777083000],
    [' 1544777083000 ', 1544777083000],
    ['978307200000', 978307200000]
  ])('reads %j', (value, expected) => {
    expect(epochMs(value)).toBe(expected);
  });

  it.each([
    ['seconds', 1544777083],
    ['seconds as a text', '1544777083'],
    ['zero', 0],
    ['a negative number', -1544777083000],
    ['more than a date can hold', 8.64e15 + 1],
    ['infinity', Number.POSITIVE_INFINITY],
    ['no number', Number.NaN],
    ['an empty text', ''],
    ['a text with a sign', '+1544777083000'],
    ['a text with a fraction', '1544777083000.5'],
    ['an ISO time', '2018-12-14T08:44:43Z'],
    ['null', null],
    ['a boolean', true],
    ['a list', [1544777083000]]
  ])('takes %s as no time', (_, value) => {
    expect(epochMs(value)).toBeUndefined();
  });
});

describe('endMsAfter', () => {
  it.each([
    [1_600_000_000_000, 5000, 1_600_000_005_000],
    [undefined, 5000, undefined],
    ...['5000', '', null, undefined, true, []].map(none => [1_600_000_000_000, none, undefined] as const),
    [1_600_000_000_000, Number.MAX_VALUE, undefined]
  ])('gives after %p and %p milliseconds %p', (startMs, durationMs, endMs) => {
    expect(endMsAfter(startMs, durationMs)).toBe(endMs);
  });
});

describe('isoMs', () => {
  it.each([
    ['2018-08-06T10:41:14+0800', '2018-08-06T02:41:14.000Z'],
    ['2018-08-06T10:41:14+08:00', '2018-08-06T02:41:14.000Z'],
    ['2018-08-06T16:41:14+0000', '2018-08-06T16:41:14.000Z'],
    ['2018-08-06T10:41:14-0330', '2018-08-06T14:11:14.000Z'],
    ['2018-08-06T10:41:14Z', '2018-08-06T10:41:14.000Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['2018-08-06T10:41:14.5Z', '2018-08-06T10:41:14.500Z'],
    ['2022-03-01T12:00:00.123456+00:00', '2022-03-01T12:00:00.123Z'],
    ['2018-08-06 10:41:14 +0800', '2018-08-06T02:41:14.000Z'],
    [' 2018-08-06T10:41:14Z ', '2018-08-06T10:41:14.000Z']
  ])('reads %s as %s', (value, expected) => {
    expect(new Date(isoMs(value) ?? 0).toISOString()).toBe(expected);
  });

  it.each([
    ['a time without a zone, which could be anywhere', '2018-08-06T10:41:14'],
    ['a day alone', '2018-08-06'],
    ['an empty text', ''],
    ['words', 'yesterday'],
    ['a month that does not exist', '2018-13-06T10:41:14Z'],
    ['an hour that does not exist', '2018-08-06T25:41:14Z'],
    ['a year before any cloud', '1970-01-01T00:00:00Z'],
    ['a year far ahead', '9999-12-31T23:59:59Z'],
    ['the first moment that is too far ahead', '2200-01-01T00:00:00Z'],
    ['a time with something before it', 'at 2018-08-06T10:41:14Z'],
    ['a time with something behind it', '2018-08-06T10:41:14Z\n::error::'],
    ['a number', 1544777083000],
    ['null', null]
  ])('takes %s as no time', (_, value) => {
    expect(isoMs(value)).toBeUndefined();
  });

  it('reads each time in each offset, with and without the colon', () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date('2001-01-01'), max: new Date('2190-01-01'), noInvalidDate: true}),
        fc.integer({min: -12 * 60, max: 14 * 60}),
        fc.constantFrom('', ':'),
        (date, offsetMinutes, colon) => {
          const instantMs = Math.floor(date.getTime() / 1000) * 1000;
          const local = new Date(instantMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
          const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
          const padded = (value: number) => String(value).padStart(2, '0');
          const zone = `${offsetMinutes < 0 ? '-' : '+'}${padded(hours)}${colon}${padded(minutes)}`;
          expect(isoMs(`${local}${zone}`)).toBe(instantMs);
        }
      )
    );
  });
});

describe('utcMs', () => {
  it.each([
    ['2023-07-26 09:33:58', '2023-07-26T09:33:58.000Z'],
    ['2022-11-09T20:25:00.123', '2022-11-09T20:25:00.123Z'],
    [' 2023-07-26 09:33:58 \n', '2023-07-26T09:33:58.000Z']
  ])('reads %j as %s', (value, expected) => {
    expect(new Date(utcMs(value) ?? 0).toISOString()).toBe(expected);
  });

  it.each([
    ['a time with a zone', '2023-07-26T09:33:58+0800'],
    ['an empty text', ''],
    ['a number', 1544777083000],
    ['null', null]
  ])('takes %s as no time', (_, value) => {
    expect(utcMs(value)).toBeUndefined();
  });
});

describe('goMs', () => {
  it.each([
    ['2018-08-02 08:12:40.672772389 +0000 UTC', '2018-08-02T08:12:40.672Z'],
    ['2018-08-02 16:12:40 +0800 CST', '2018-08-02T08:12:40.000Z'],
    ['2018-08-02 08:12:40 +0000 UTC m=+0.000012345', '2018-08-02T08:12:40.000Z'],
    [' 2018-08-02 08:12:40 +0000 UTC\n', '2018-08-02T08:12:40.000Z'],
    ['2018-08-02T08:12:40Z', '2018-08-02T08:12:40.000Z']
  ])('reads %j as %s', (value, expected) => {
    expect(new Date(goMs(value) ?? 0).toISOString()).toBe(expected);
  });

  it.each([
    ['a name of a zone before the offset', '2018-08-02 08:12:40 UTC +0000'],
    ['a name of a zone alone', '2018-08-02 08:12:40 UTC'],
    ['a number', 1544777083000]
  ])('takes %s as no time', (_, value) => {
    expect(goMs(value)).toBeUndefined();
  });
});

describe('percent', () => {
  it.each([
    ['60%', 60],
    ['60', 60],
    ['60 %', 60],
    [' 9% ', 9],
    ['99.5%', 99.5],
    ['99.25%', 99.25],
    [60, 60],
    [0, 0],
    ['0%', 0],
    [100, 100],
    ['100%', 100]
  ])('reads %j as %d', (value, expected) => {
    expect(percent(value)).toBe(expected);
  });

  it.each<unknown>([
    '',
    ' ',
    '%',
    'half',
    '101%',
    '-1%',
    '1e1',
    '0x10',
    '60%%',
    -1,
    101,
    Number.NaN,
    null,
    undefined,
    true,
    false,
    [],
    [50],
    ['50'],
    {},
    {toString: 0, valueOf: 0}
  ])('takes %j as no progress', value => {
    expect(percent(value)).toBeUndefined();
  });
});

describe('every reader of an optional value', () => {
  it('gives a value in its range or nothing, whatever an answer holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const progress = percent(value);
        expect(progress === undefined || (progress >= 0 && progress <= 100)).toBe(true);
        for (const ms of [epochMs(value), isoMs(value)]) {
          expect(ms === undefined || !Number.isNaN(new Date(ms).getTime())).toBe(true);
        }
      })
    );
  });
});
