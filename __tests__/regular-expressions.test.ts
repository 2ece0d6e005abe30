import {describe, expect, it} from '@jest/globals';
import {expressionsIn, expressionsUnder, shorter, timeExpressions} from './helpers/regular-expressions.ts';

describe('the regular expressions', () => {
  const all = expressionsUnder('src');

  it('are found', () => {
    expect(
      expressionsIn('a = b / c; // /x/\nconst d = /[/]\\/x/gi.test(`$' + '{e / f} /no/ $' + "{/y{2}/u}`) && '/z/';")
    ).toEqual([
      {source: '[/]\\/x', flags: 'gi'},
      {source: 'y{2}', flags: 'u'}
    ]);
    expect(all.length).toBeGreaterThan(100);
    for (const {source, flags} of all) expect(() => new RegExp(source, flags)).not.toThrow();
  });

  it('take twice the time for twice the text, and end, on their worst texts', () => {
    const {names, times, slow, last} = timeExpressions('src');
    expect(slow).toEqual([]);
    expect(last).toBe('END');
    expect(times.map(({name}) => name)).toEqual(names);
    expect(Object.keys(shorter).filter(name => !names.includes(name))).toEqual([]);
  }, 120_000);
});
