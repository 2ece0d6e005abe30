import {expect, it} from '@jest/globals';
import {heldPart, marked} from './helpers/held-part.ts';
import {adviceTable, symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['README.md', 'troubleshooting', () => symptomsTable('en')],
  ['README.zh-CN.md', 'troubleshooting', () => symptomsTable('zh')],
  ['README.md', 'advice', () => adviceTable('en')],
  ['README.zh-CN.md', 'advice', () => adviceTable('zh')]
])('%s has the table of %s that the messages make (UPDATE_README=1 npm test writes it)', (file, name, made) => {
  const table = made();
  expect(heldPart(file, marked(name), table)).toBe(table);
});
