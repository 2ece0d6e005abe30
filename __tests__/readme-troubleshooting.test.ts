import {readFileSync, writeFileSync} from 'node:fs';
import {expect, it} from '@jest/globals';
import {adviceTable, symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['troubleshooting', symptomsTable],
  ['advice', adviceTable]
])('the README has the table of %s that the messages make (UPDATE_README=1 npm test writes it)', (name, made) => {
  const markers = new RegExp(`(<!-- ${name} -->\\n)(.*?)(<!-- /${name} -->)`, 's');
  if (process.env.UPDATE_README === '1') {
    const readme = readFileSync('README.md', 'utf8');
    writeFileSync(
      'README.md',
      readme.replace(markers, (_, start, __, end) => `${start}${made()}\n${end}`)
    );
  }
  expect(markers.exec(readFileSync('README.md', 'utf8'))?.[2]).toBe(`${made()}\n`);
});
