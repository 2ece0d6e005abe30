import {describe, expect, it} from '@jest/globals';
import {isSameId, isTerminal} from '../src/task.ts';

describe('an id', () => {
  it.each([
    ['a1', 'a1', false, true],
    ['A1', 'a1', false, false],
    ['a1', 'A1', false, false],
    ['A1', 'a1', true, true],
    ['4827F2DA-b008', '4827f2da-B008', true, true],
    ['task-G', 'task-g', true, false],
    ['a1', 'a2', true, false],
    ['', 'a1', true, false]
  ])('%j is the same as %j, where ids are hexadecimal: %j: %j', (answered, asked, areHexadecimal, same) => {
    expect(isSameId(answered, asked, areHexadecimal)).toBe(same);
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
