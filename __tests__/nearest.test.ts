import {expect, it} from '@jest/globals';
import {nearest} from '../src/nearest.ts';

it('is what a mistyped word was most likely meant to be, the likeliest first', () => {
  expect(nearest('RDSS', ['elb', 'dds', 'rds'])).toEqual(['rds', 'dds']);
  expect(nearest('dcs', ['bms', 'dcs', 'dds', 'dws'], 2)).toEqual(['dcs', 'dds']);
  expect(nearest('something else', ['rds', 'elb'])).toEqual([]);
});

/** A step for each pair of letters would take minutes; the tests' own limit notices that. */
it('does not compare all letters of a word that is much too long', () => {
  expect(nearest('rds'.repeat(1_000_000), Array<string>(1000).fill('rds'.repeat(10)))).toEqual([]);
});
