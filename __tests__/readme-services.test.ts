import {expect, it} from '@jest/globals';
import {heldPart, marked} from './helpers/held-part.ts';
import {resourcesTable} from './helpers/resources-table.ts';
import {servicesTable} from './helpers/services-table.ts';

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh']
] as const)(
  '%s has the tables that the folders of services make (UPDATE_README=1 npm test writes them)',
  (file, language) => {
    const tables = {services: servicesTable(language), resources: resourcesTable(language)};
    for (const [name, table] of Object.entries(tables)) {
      // Row by row, for a message that shows the row and not the README.
      const rows = heldPart(file, marked(name), table).split('\n');
      for (const [index, row] of table.split('\n').entries()) expect(rows[index]).toBe(row);
      expect(rows).toHaveLength(table.split('\n').length);
    }
  }
);
