import {expect, it} from '@jest/globals';
import {heldPart, marked} from './helpers/held-part.ts';
import {servicesTable} from './helpers/services-table.ts';

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh']
] as const)(
  '%s has the table of services that their folders make (UPDATE_README=1 npm test writes it)',
  (file, language) => {
    const table = servicesTable(language);
    // Row by row, for a message that shows the row and not the README.
    const rows = heldPart(file, marked('services'), table).split('\n');
    for (const [index, row] of table.split('\n').entries()) expect(rows[index]).toBe(row);
    expect(rows).toHaveLength(table.split('\n').length);
  }
);
