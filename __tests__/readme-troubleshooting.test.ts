import {readFileSync, writeFileSync} from 'node:fs';
import {expect, it} from '@jest/globals';
import {adviceTable, symptomsTable} from './helpers/troubleshooting-table.ts';

it.each([
  ['README.md', 'troubleshooting', symptomsTable],
  ['README.md', 'advice', () => adviceTable('en')],
  ['README.zh-CN.md', 'advice', () => adviceTable('zh')]
])('%s has the table of %s that the messages make (UPDATE_README=1 npm test writes it)', (file, name, made) => {
  const markers = new RegExp(`(<!-- ${name} -->\\n)(.*?)(<!-- /${name} -->)`, 's');
  if (process.env.UPDATE_README === '1') {
    const readme = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      readme.replace(markers, (_, start, __, end) => `${start}${made()}\n${end}`)
    );
  }
  expect(markers.exec(readFileSync(file, 'utf8'))?.[2]).toBe(`${made()}\n`);
});
