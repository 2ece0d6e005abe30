import {readFileSync, writeFileSync} from 'node:fs';
import {expect, it} from '@jest/globals';
import {servicesTable} from './helpers/services-table.ts';

const markers = /(<!-- services -->\n)(.*?)(\n<!-- \/services -->)/s;

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh']
] as const)(
  '%s has the table of services that their folders make (UPDATE_README=1 npm test writes it)',
  (file, language) => {
    const readme = readFileSync(file, 'utf8');
    const table = servicesTable(language);
    if (process.env.UPDATE_README === '1') {
      writeFileSync(
        file,
        readme.replace(markers, (_, start, __, end) => `${start}${table}${end}`)
      );
    }
    // Row by row, for a message that shows the row and not the README.
    const rows = markers.exec(readFileSync(file, 'utf8'))?.[2]?.split('\n') ?? [];
    for (const [index, row] of table.split('\n').entries()) expect(rows[index]).toBe(row);
    expect(rows).toHaveLength(table.split('\n').length);
  }
);
