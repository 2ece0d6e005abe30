import {expect, it} from '@jest/globals';
import {nearest} from '../src/nearest.ts';

it('is what a mistyped word was most likely meant to be, the likeliest first', () => {
  expect(nearest('RDSS', ['elb', 'dds', 'rds'])).toEqual(['rds', 'dds']);
  expect(nearest('dcs', ['bms', 'dcs', 'dds', 'dws'], 2)).toEqual(['dcs', 'dds']);
  expect(nearest('something else', ['rds', 'elb'])).toEqual([]);
});

it('takes no time for a word of any length', () => {
  const startedMs = performance.now();
  expect(nearest('rds'.repeat(1_000_000), ['rds', 'dds'])).toEqual([]);
  expect(performance.now() - startedMs).toBeLessThan(1000);
});
