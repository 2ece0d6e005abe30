import {describe, expect, it} from '@jest/globals';
import {evaluation, type Plain, plain} from '../../../src/services/custom/expression.ts';
import {objectsThatDecide, wayOf} from '../../../src/services/custom/path.ts';

describe('the way of an expression', () => {
  const named = (name: string, more: object = {}) => ({name, ...more});

  it.each<[string, object, readonly string[]]>([
    ['job.status', {job: named('job')}, ['body', 'job']],
    ['job.status || status', {job: named('job')}, ['body', 'job']],
    ['status || job.status', {job: named('job')}, ['body', 'job']],
    ['status || job.status', {status: 'DONE', job: named('job')}, ['body', 'job']],
    ['jobs[1].status', {jobs: [named('first'), named('second')]}, ['body', 'second']],
    ['jobs[*].status | [0]', {jobs: [named('first'), named('second')]}, ['body', 'first']],
    ['jobs[*].status | [-1]', {jobs: [named('first'), named('second')]}, ['body', 'second']],
    ['jobs[*].status | [ 0 ]', {jobs: [named('first'), named('second')]}, ['body', 'first']],
    ['  jobs[*].status | [0]', {jobs: [named('first'), named('second')]}, ['body', 'first']],
    ['jobs[*].status | [10]', {jobs: Array.from({length: 12}, (_, index) => named(`${index}`))}, ['body', '10']],
    ['jobs[*] | [0]', {jobs: [named('first')]}, ['body']],
    ['jobs[*].job | [0].status', {jobs: [{job: named('job'), status: named('status')}]}, ['body', 'job']],
    ['"a[b".status', {'a[b': named('odd')}, ['body', 'odd']],
    ["jobs[?a == '[b'] | [0].status", {jobs: [named('first', {a: '[b'})]}, ['body', 'first']],
    ["jobs[?a == 'b]'] | [0].status", {jobs: [named('first', {a: 'b]'})]}, ['body', 'first']],
    ['other || job | status', {other: named('other'), job: named('job')}, ['body', 'other']],
    ['other || job | status', {job: named('job')}, ['body', 'job']],
    ['{a: job}.a.status', {job: named('job')}, ['body', 'job']],
    ['job.status', {job: 'none'}, ['body']]
  ])('has the objects that %s goes through in %j', (text, body, names) => {
    const objects = wayOf(evaluation(text)).objects(plain(named('body', body)));
    expect(objects.flatMap(({name}) => name ?? []).sort()).toEqual([...names].sort());
  });

  it.each(['', ' == `2.5`'])('has the twenty objects next to what is found, with "%s" behind it', behind => {
    const depths = Array.from({length: 25}, (_, depth) => depth);
    const body = depths.reduceRight<object>((within, depth) => ({depth, a: within}), {});
    const text = depths.map(() => 'a').join('.') + behind;
    expect(
      wayOf(evaluation(text))
        .objects(plain(body))
        .map(({depth}) => depth)
    ).toEqual(depths.slice(5));
  });

  it.each<[string, unknown, unknown]>([
    ['(jobs)', {jobs: 7}, 7],
    ['jobs[]', {jobs: {}}, {}],
    ['"jobs"[]', {jobs: {}}, {}],
    ['(jobs)[]', {jobs: {}}, {}],
    ['jobs[0][]', {jobs: [{}]}, {}],
    ['{a: jobs}[]', {}, {a: null}],
    ['@[]', {}, {}],
    ['[]', {}, {}],
    ['[ * ]', {}, {}],
    ['[?a]', {}, {}],
    ['[0]', {}, {}],
    ['jobs.items', {jobs: 'x'}, 'x'],
    ['jobs | items', {jobs: 'x'}, 'x'],
    ['jobs', [], []],
    ['jobs.items | sort(@)', {jobs: 'x'}, 'x'],
    ["jobs[?a == 'b'] || items", {jobs: 7}, 7],
    ['jobs.*==items && more', {jobs: 7}, 7],
    // What these functions and lists find, they make.
    ['max(@)', [], undefined],
    ['jobs.items | to_array(@)', {jobs: 'x'}, undefined],
    ["'none'[0]", {}, undefined],
    ['(jobs[])', {}, undefined],
    ['jobs', {}, undefined],
    ['jobs', null, undefined]
  ])('knows what is in place of a list: %s in %j', (text, body, found) => {
    expect(wayOf(evaluation(text)).inPlaceOfList(plain(body))).toEqual(found);
  });

  it.each(['jobs.', 'jobs |', '|| items', 'items || || items'])(
    'finds nothing in place of a list by %s, which is wrong',
    text => {
      expect(wayOf(evaluation(text)).inPlaceOfList(plain({jobs: 7}))).toBeUndefined();
    }
  );
});

describe('objects that decide', () => {
  const hasError = ({error}: Readonly<Record<string, unknown>>) => error !== undefined;
  const namesOf = (answer: unknown, find: (answer: Plain) => unknown) =>
    objectsThatDecide(plain(answer), hasError, find).map(({name}) => name);

  it('are those with an error without which something else is found', () => {
    const answer = {a: {name: 'a', error: 1, b: {name: 'b'}}, c: {name: 'c', error: 1}};
    expect(namesOf(answer, evaluation('not_null(a.b.name, c)'))).toEqual(['a']);
    expect(namesOf(answer, evaluation("'always'"))).toEqual([]);
  });

  it('are those without which nothing can be found', () => {
    const find = evaluation('max([length(a.name), length(b)])');
    expect(namesOf({a: {name: 'a', error: 1}, b: 'b'}, find)).toEqual(['a']);
  });

  it('are twenty at most by trial, and all that follow', () => {
    const answer = Array.from({length: 25}, (_, name) => ({name, error: 1}));
    expect(namesOf({answer}, () => 'the same')).toHaveLength(5);
  });

  it('are not looked for where no object has an error', () => {
    const find = () => {
      throw new Error('evaluated');
    };
    expect(objectsThatDecide(plain({a: {name: 'a'}}), hasError, find)).toEqual([]);
  });

  it('leave the answer as it was', () => {
    const answer = plain({a: {error: 1}, list: [{error: 2}]});
    const before = JSON.stringify(answer);
    objectsThatDecide(answer, hasError, evaluation('a'));
    expect(JSON.stringify(answer)).toBe(before);
  });
});
