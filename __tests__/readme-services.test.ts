import {readFileSync, writeFileSync} from 'node:fs';
import {expect, it} from '@jest/globals';
import {services} from '../src/services/index.ts';
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

it.each(['README.md', 'README.zh-CN.md', 'CHANGELOG.md'])('%s has the number of services right', file => {
  const told = [...readFileSync(file, 'utf8').matchAll(/\b(\d+) (?:services|种服务)/g)].map(([, number]) =>
    Number(number)
  );
  expect(told.filter(number => number !== services.length)).toEqual([]);
});
