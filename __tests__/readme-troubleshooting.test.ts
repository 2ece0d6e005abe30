import {expect, it} from '@jest/globals';
import {heldPart, marked} from './helpers/held-part.ts';
import {adviceTable, shortSymptomsTable, symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['docs/troubleshooting.md', 'troubleshooting', () => symptomsTable('en')],
  ['docs/troubleshooting.zh-CN.md', 'troubleshooting', () => symptomsTable('zh')],
  ['docs/troubleshooting.md', 'advice', () => adviceTable('en')],
  ['docs/troubleshooting.zh-CN.md', 'advice', () => adviceTable('zh')],
  ['README.md', 'troubleshooting', () => shortSymptomsTable('en')],
  ['README.zh-CN.md', 'troubleshooting', () => shortSymptomsTable('zh')]
])('%s has the table of %s that the messages make (UPDATE_README=1 npm test writes it)', (file, name, made) => {
  const table = made();
  expect(heldPart(file, marked(name), table)).toBe(table);
});

it('the README has five rows of them', () => {
  expect(shortSymptomsTable('en').split('\n')).toHaveLength(2 + 5);
});
