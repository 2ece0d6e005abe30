import {describe, expect, it} from '@jest/globals';
import {isSameId, isTerminal, plainId} from '../src/task.ts';

describe('an id', () => {
  it.each([
    ['a1', 'a1', false, true],
    ['A1', 'a1', false, false],
    ['a1', 'A1', false, false],
    ['A1', 'a1', true, true],
    ['4827F2DA-b008', '4827f2da-B008', true, true],
    ['task-G', 'task-g', true, false],
    ['XA1', 'xa1', true, false],
    ['A1X', 'a1x', true, false],
    ['a1', 'a2', true, false],
    ['', 'a1', true, false]
  ])('%j is the same as %j, where ids are hexadecimal: %j: %j', (answered, asked, areHexadecimal, same) => {
    expect(isSameId(answered, asked, areHexadecimal)).toBe(same);
  });
});

it.each([
  ['7', true],
  ['4827f2da-B008_x', true],
  ['a'.repeat(128), true],
  ['a'.repeat(129), false],
  ['', false],
  ['../a', false],
  ['a/..', false],
  ['a b', false],
  ['ä', false]
])('%j is a plain id: %j', (id, isPlain) => {
  expect(plainId.test(id)).toBe(isPlain);
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
