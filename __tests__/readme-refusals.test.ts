import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {type CodedRefusal, explainRefusal, refusals} from '../src/auth/refusals.ts';
import {en} from '../src/words/en.ts';

interface Row {
  readonly code: string;
  /** Texts that the row is for; empty where it is for any. */
  readonly texts: readonly string[];
  readonly cause: string;
  readonly fix: string;
}

const [, section = ''] = readFileSync('docs/troubleshooting.md', 'utf8').split('\n## When access is denied\n');
const [, , ...lines] = section
  .split(/\n##+ /)[0]
  ?.split('\n')
  .filter(line => line.startsWith('|')) ?? [''];
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
const rows: readonly Row[] = lines.map(line => {
  const [code = '', text = '', cause = '', fix = ''] = line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map(cell => cell.trim());
  return {code: quoted(code)[0] ?? '', texts: quoted(text), cause, fix};
});

const shownCode = ({code}: CodedRefusal) => (/^\d{4}$/.test(code) ? `APIGW.${code}` : code);

describe('the table of refusals', () => {
  it.each(refusals.map(refusal => [shownCode(refusal), refusal.text?.source ?? 'any text', refusal] as const))(
    'has one row for %s, %s, word for word',
    (code, _, refusal) => {
      const found = rows.filter(
        row =>
          row.code === code &&
          row.texts.length > 0 === (refusal.text !== undefined) &&
          row.texts.every(text => refusal.text?.test(text))
      );
      expect(found.map(({cause, fix}) => ({cause, fix}))).toEqual([
        {cause: refusal.says(en).cause, fix: refusal.says(en).fix}
      ]);
    }
  );

  it('has no row more', () => {
    expect(rows).toHaveLength(refusals.length);
  });

  it.each(
    rows.flatMap(row =>
      (row.texts.length > 0 ? row.texts : ['some other text']).map(text => [row.code, text, row] as const)
    )
  )('tells for %s, %s what the action tells', (code, text, {cause, fix}) => {
    expect(explainRefusal({kind: 'denied', code, text}).says(en)).toMatchObject({cause, fix});
  });
});
