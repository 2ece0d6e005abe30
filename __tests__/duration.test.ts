import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {formatDuration, parseDuration} from '../src/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['0', 0],
    ['90', 90_000],
    ['90s', 90_000],
    ['007', 7000],
    ['15m', 900_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1h30m15s', 5_415_000],
    ['1h15s', 3_615_000],
    ['90m', 5_400_000],
    ['120h', 432_000_000]
  ])('reads %s as %d ms', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    's',
    'h',
    '1.5h',
    '1,5h',
    '-1',
    '+1',
    '1 h',
    '1H',
    '1d',
    '500ms',
    '1m1h',
    '1h1h',
    '1h30',
    '1e3',
    '0x10',
    'Infinity',
    'forever',
    '1h\n',
    '1234567890'
  ])('takes %j as none', text => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('is the sum of its parts', () => {
    const part = fc.integer({min: 0, max: 99_999});
    fc.assert(
      fc.property(part, part, part, (hours, minutes, seconds) => {
        expect(parseDuration(`${hours}h${minutes}m${seconds}s`)).toBe((hours * 3600 + minutes * 60 + seconds) * 1000);
      })
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [499, '0s'],
    [500, '1s'],
    [12_000, '12s'],
    [59_499, '59s'],
    [59_500, '1m 00s'],
    [245_000, '4m 05s'],
    [3_599_600, '1h 00m 00s'],
    [3_725_000, '1h 02m 05s'],
    [432_000_000, '120h 00m 00s'],
    [-1000, '0s']
  ])('writes %d ms as %s', (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });

  it('loses no whole second', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 10_000_000}), seconds => {
        expect(parseDuration(formatDuration(seconds * 1000).replaceAll(' ', ''))).toBe(seconds * 1000);
      })
    );
  });
});
