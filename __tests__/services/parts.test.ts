import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer} from '../../src/errors.ts';
import {type JsonRecord, text} from '../../src/json.ts';
import {
  attempt,
  contradiction,
  countAgrees,
  errorsIn,
  nestedPartsIn,
  type Part,
  partsIn,
  withErrors
} from '../../src/services/parts.ts';
import type {Subtask, SubtaskState} from '../../src/task.ts';
import {inEnglish} from '../helpers/in-english.ts';

const part = (name: string, state: SubtaskState = 'succeeded'): Subtask => ({name, state, serviceStatus: 'A'});

/** A part by its name, which may be missing. */
const named = (from: JsonRecord): readonly Subtask[] => [part(text(from, 'name'))];

const malformed = (what: string) => ({flaw: 'malformed', what});
const against = (what: string) => ({flaw: 'contradiction', what});

describe('an attempt', () => {
  it('gives what was read', () => {
    expect(attempt(() => [part('A'), contradiction('B')])).toEqual([part('A'), against('B')]);
  });

  it('makes a flaw of what has another form than promised', () => {
    const read = () => {
      throw new MalformedAnswer('A');
    };
    expect(attempt(read)).toEqual([malformed('A')]);
  });

  it('hides no other error', () => {
    const read = () => {
      throw new TypeError('a bug');
    };
    expect(() => attempt(read)).toThrow(new TypeError('a bug'));
  });
});

describe('parts in a list', () => {
  it.each([{}, {parts: null}, {parts: []}])('are none in %j', from => {
    expect(partsIn(from, 'parts', 'step', named)).toEqual([]);
  });

  it.each([
    ['is no list', {parts: 'A'}, ['"parts" should be a list and is a string']],
    ['holds no object', {parts: [null]}, ['step 1 should be an object and is null']],
    [
      'holds other objects',
      {parts: [{}, {name: 1}]},
      ['"name" should be a string and is missing', '"name" should be a string and is a number']
    ]
  ])('are malformed where it %s', (_, from, flaws) => {
    expect(inEnglish(partsIn(from, 'parts', 'step', named))).toEqual(flaws.map(malformed));
  });

  const many = (count: number, entry: object) => Array.from({length: count}, () => entry);

  it('are read no further after 100 that are malformed', () => {
    const parts = [{name: 'A'}, ...many(101, {}), {name: 'B'}];
    const read = partsIn({parts}, 'parts', 'step', named);
    expect(read).toHaveLength(101);
    expect(read[0]).toEqual(part('A'));
    expect(read.slice(1)).toEqual(many(100, {flaw: 'malformed', what: expect.any(Function)}));
  });

  it('are read on after 99 that are malformed', () => {
    const read = partsIn({parts: [...many(99, {}), {name: 'B'}, {}]}, 'parts', 'step', named);
    expect(read).toHaveLength(101);
    expect(read[99]).toEqual(part('B'));
  });

  it.each([
    ['good', () => [part('A')]],
    ['contradicted', () => [contradiction('A')]]
  ])('are all read where they are %s', (_, read) => {
    expect(partsIn({parts: many(150, {})}, 'parts', 'step', read)).toEqual(many(150, read()).flat());
  });
});

describe('parts within parts', () => {
  const tree = {steps: [{name: 'A', steps: [{name: 'B', jobs: [{name: 'C'}]}]}], jobs: [{name: 'D'}]};

  it('follow the part that they are in, under each of the keys', () => {
    const names = nestedPartsIn(tree, ['steps', 'jobs'], 'step', named);
    expect(names).toEqual(['A', 'B', 'C', 'D'].map(name => part(name)));
  });

  it('are left out where that was passed over, whatever stands beside it', () => {
    const read = (from: JsonRecord): readonly Part[] => [
      part(text(from, 'name'), from.name === 'B' ? 'skipped' : 'succeeded'),
      contradiction('X')
    ];
    const names = nestedPartsIn(tree, ['steps', 'jobs'], 'step', read).filter(each => 'name' in each);
    expect(names).toEqual([part('A'), part('B', 'skipped'), part('D')]);
  });

  it('are read where that gives no part of its own', () => {
    const read = (from: JsonRecord) => (from.name === 'C' ? [part('C')] : []);
    expect(nestedPartsIn(tree, ['steps', 'jobs'], 'step', read)).toEqual([part('C')]);
  });
});

describe('a field for an error', () => {
  it.each([{}, {error: null}, {error: ''}, {error: 0}, {error: {}}, {error: {code: ''}}, {error: {other: 'A'}}])(
    'says nothing against a success in %j',
    from => {
      expect(errorsIn(from, ['error.code'])).toEqual([]);
    }
  );

  it.each([
    ['a text, without the blanks around it', ' A ', '"error" is A'],
    ['a number', 1, '"error" is 1'],
    ['an object', {code: 'A'}, '"error" is {"code":"A"}']
  ])('contradicts a success by %s', (_, error, what) => {
    expect(inEnglish(errorsIn({error}, ['error']))).toEqual([against(what)]);
  });

  it('is malformed where something else than an object stands on the way to it', () => {
    expect(inEnglish(errorsIn({error: 'A'}, ['error.code']))).toEqual([
      malformed('"error" should be an object and is a string')
    ]);
  });

  it.each([
    [{id: 'I1', name: 'N1'}, '"error" of N1 is A'],
    [{id: 'I1'}, '"error" of I1 is A'],
    [{}, '"error" of a subtask is A']
  ])('is of the part %j', (ids, what) => {
    const own = {...ids, state: 'succeeded', serviceStatus: 'A'} as const;
    expect(inEnglish(errorsIn({error: 'A'}, ['error'], own))).toEqual([against(what)]);
  });
});

describe('a part with an error', () => {
  const errors = {error_code: 'A', reason: 'B'};

  it.each(['succeeded', 'untold'] as const)('is contradicted where it is %s', state => {
    const own = part('P', state);
    expect(inEnglish(withErrors(own, errors))).toEqual([own, against('"error_code" of P is A')]);
  });

  it.each(['running', 'warning', 'failed', 'stopped', 'unknown', 'skipped'] as const)(
    'is as it is where it is %s',
    state => {
      expect(withErrors(part('P', state), errors)).toEqual([part('P', state)]);
    }
  );

  it('is contradicted once by each field, those that its service names among them', () => {
    expect(inEnglish(withErrors(part('P'), errors, ['reason', 'error_code']))).toEqual([
      part('P'),
      against('"reason" of P is B'),
      against('"error_code" of P is A')
    ]);
  });
});

describe('the number of a list', () => {
  it.each([{}, {list: ['A']}, {total: null, list: ['A']}, {total: 1, list: ['A']}, {total: 0}, {total: 0, list: null}])(
    'agrees in %j',
    from => {
      expect(countAgrees(from, 'total', 'list')).toEqual([]);
    }
  );

  it.each([
    [{total: 2, list: ['A']}, against('"total" is 2 and "list" has 1')],
    [{total: 1}, against('"total" is 1 and "list" has 0')],
    [{total: 'A', list: ['A']}, malformed('"total" should be an integer and is a string')],
    [{total: 1, list: {}}, malformed('"list" should be a list and is an object')]
  ])('does not agree in %j', (from, flaw) => {
    expect(inEnglish(countAgrees(from, 'total', 'list'))).toEqual([flaw]);
  });
});
