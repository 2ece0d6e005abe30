import {describe, expect, it} from '@jest/globals';
import {isSameId, isTerminal} from '../src/task.ts';

describe('an id', () => {
  it.each([
    ['a1', 'a1', true],
    ['A1', 'a1', true],
    ['a1', 'A1', true],
    ['a1', 'a2', false],
    ['', 'a1', false],
    [undefined, 'a1', false],
    [undefined, 'undefined', false]
  ])('%j is the same as %j: %j', (a, b, same) => {
    expect(isSameId(a, b)).toBe(same);
  });
});

describe('an end', () => {
  it.each([
    ['running', false],
    ['unknown', false],
    ['untold', false],
    ['succeeded', true],
    ['warning', true],
    ['failed', true],
    ['stopped', true],
    ['skipped', true]
  ] as const)('is %s: %j', (state, isEnd) => {
    expect(isTerminal(state)).toBe(isEnd);
  });
});
