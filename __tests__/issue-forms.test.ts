import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import type {Verdict} from '../src/polling/verdict.ts';

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: {readonly label?: string; readonly value?: string; readonly options?: readonly string[]};
  }[];
}

const folder = '.github/ISSUE_TEMPLATE';
const formIn = (file: string) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as Form;
const verdicts: Readonly<Record<Verdict, true>> = {
  succeeded: true,
  failed: true,
  stopped: true,
  'timed-out': true,
  unfinished: true,
  cancelled: true,
  'not-found': true,
  denied: true,
  error: true
};

describe.each(readdirSync(folder).filter(file => file.endsWith('.yml') && file !== 'config.yml'))('%s', file => {
  const {name, description, body} = formIn(file);

  it('is a form that GitHub takes: each field has a label and an id of its own', () => {
    expect([name, description].every(text => text !== '')).toBe(true);
    const fields = body.filter(({type}) => type !== 'markdown');
    const ids = fields.map(({id}) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const {type, id, attributes} of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[a-z-]+$/);
      expect(attributes.label).toMatch(/\w/);
    }
  });
});

it('a bug can have each verdict, or none', () => {
  const {attributes} = formIn('bug.yml').body.find(({id}) => id === 'verdict') ?? {};
  expect(attributes?.options).toEqual([...Object.keys(verdicts), 'none, the step ended without outputs']);
});
