import {expect, it} from '@jest/globals';
import {heldPart, marked} from './helpers/held-part.ts';
import {adviceTable, symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['troubleshooting', symptomsTable],
  ['advice', adviceTable]
])('the README has the table of %s that the messages make (UPDATE_README=1 npm test writes it)', (name, made) => {
  const table = made();
  expect(heldPart('README.md', marked(name), table)).toBe(table);
});
