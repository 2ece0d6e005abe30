import {expect, it} from '@jest/globals';
import type {NonEmpty} from '../../../src/non-empty.ts';
import type {Ending} from '../../../src/polling/judge.ts';
import type {Verdict} from '../../../src/polling/verdict.ts';
import {byRank, decisiveOf, rankOf} from '../../../src/report/facts/rank.ts';
import {waitEnding} from '../results.ts';

/** From what decides over all others to what decides over none. */
const verdicts: readonly Verdict[] = [
  'cancelled',
  'failed',
  'stopped',
  'error',
  'denied',
  'not-found',
  'timed-out',
  'unfinished',
  'succeeded'
];
const ended = (verdict: Verdict, name: string = verdict) => ({
  name,
  result: waitEnding({verdict} as Ending)
});

it('ranks all verdicts, the one that decides over all others first', () => {
  expect(byRank).toEqual(verdicts);
  expect(verdicts.map(verdict => rankOf(ended(verdict)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it.each(verdicts.slice(1))('lets the verdict before %s decide, wherever it stands', verdict => {
  const above = verdicts[verdicts.indexOf(verdict) - 1] as Verdict;
  const both: NonEmpty<ReturnType<typeof ended>> = [ended(verdict), ended(above)];
  expect(decisiveOf(both).name).toBe(above);
  expect(decisiveOf([both[1] as ReturnType<typeof ended>, both[0]]).name).toBe(above);
});

it('lets the first of two with the same verdict decide', () => {
  expect(decisiveOf([ended('failed', 'a'), ended('failed', 'b')]).name).toBe('a');
});
