import {expect, it} from '@jest/globals';
import {causesTable} from './helpers/causes-table.ts';
import {heldPart, marked} from './helpers/held-part.ts';
import {symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['README.md', 'troubleshooting', () => symptomsTable('en')],
  ['README.zh-CN.md', 'troubleshooting', () => symptomsTable('zh')],
  ['README.md', 'causes', () => causesTable('en')],
  ['README.zh-CN.md', 'causes', () => causesTable('zh')]
])('%s has the table of %s that is made for it (UPDATE_README=1 npm test writes it)', (file, name, made) => {
  const table = made();
  expect(heldPart(file, marked(name), table)).toBe(table);
});
