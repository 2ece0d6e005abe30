import {expect, it} from '@jest/globals';
import {causesTable} from './helpers/causes-table.ts';
import {heldPart, marked} from './helpers/held-part.ts';
import {refusalsTable} from './helpers/refusals-table.ts';
import {shortSymptomsTable, symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['docs/troubleshooting.md', 'troubleshooting', () => symptomsTable('en')],
  ['docs/troubleshooting.zh-CN.md', 'troubleshooting', () => symptomsTable('zh')],
  ['docs/troubleshooting.md', 'refusals', () => refusalsTable('en')],
  ['docs/troubleshooting.zh-CN.md', 'refusals', () => refusalsTable('zh')],
  ['README.md', 'troubleshooting', () => shortSymptomsTable('en')],
  ['README.zh-CN.md', 'troubleshooting', () => shortSymptomsTable('zh')],
  ['docs/outputs.md', 'causes', () => causesTable('en')],
  ['docs/outputs.zh-CN.md', 'causes', () => causesTable('zh')]
])('%s has the table of %s that is made for it (UPDATE_README=1 npm test writes it)', (file, name, made) => {
  const table = made();
  expect(heldPart(file, marked(name), table)).toBe(table);
});

it('quotes in Chinese all that is said in Chinese', () => {
  const quoted = [...symptomsTable('zh').matchAll(/^\| \S+ \| “(.*?)” \|/gm)].map(([, says]) => says);
  expect(quoted).toEqual(['APIGW.0101', 'HTTP 494']);
});

it('the README has five rows of them', () => {
  expect(shortSymptomsTable('en').split('\n')).toHaveLength(2 + 5);
});
