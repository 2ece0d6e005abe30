import {readFileSync, writeFileSync} from 'node:fs';
import {expect, it} from '@jest/globals';
import {servicesTable} from './helpers/services-table.ts';

const markers = /(<!-- services -->\n)(.*?)(\n<!-- \/services -->)/s;

it('the README has the table of services that the code makes (UPDATE_README=1 npm test writes it)', () => {
  const readme = readFileSync('README.md', 'utf8');
  if (process.env.UPDATE_README === '1') {
    writeFileSync(
      'README.md',
      readme.replace(markers, (_, start, __, end) => `${start}${servicesTable()}${end}`)
    );
  }
  expect(markers.exec(readFileSync('README.md', 'utf8'))?.[2]).toBe(servicesTable());
});
