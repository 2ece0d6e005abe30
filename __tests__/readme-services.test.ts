import {expect, it} from '@jest/globals';
import {heldPart, marked} from './helpers/held-part.ts';
import {resourcesTable} from './helpers/resources-table.ts';
import {causesTable, servicesTable} from './helpers/services-table.ts';

it.each([
  ['README.md', 'services', servicesTable('en')],
  ['README.zh-CN.md', 'services', servicesTable('zh')],
  ['README.md', 'resources', resourcesTable('en')],
  ['README.zh-CN.md', 'resources', resourcesTable('zh')],
  ['docs/outputs.md', 'causes', causesTable('en')],
  ['docs/outputs.zh-CN.md', 'causes', causesTable('zh')]
] as const)(
  '%s has the table of %s that their folders make (UPDATE_README=1 npm test writes it)',
  (file, mark, table) => {
    // Row by row, for a message that shows the row and not the README.
    const rows = heldPart(file, marked(mark), table).split('\n');
    for (const [index, row] of table.split('\n').entries()) expect(rows[index]).toBe(row);
    expect(rows).toHaveLength(table.split('\n').length);
  }
);
