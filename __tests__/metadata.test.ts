import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {hourMs} from '../src/duration.ts';
import {InputError} from '../src/errors.ts';
import {parseInputs} from '../src/inputs/inputs.ts';
import {table} from '../src/inputs/table.ts';
import type {WaitResult} from '../src/polling/poller.ts';
import {outputsOf} from '../src/report/outputs.ts';
import {outputsWithoutWait} from '../src/report/trouble.ts';
import {version} from '../src/version.ts';
import {heldPart, marked} from './helpers/held-part.ts';
import {inputNames, inputsTable, inputsYaml, shortInputsTable} from './helpers/inputs-table.ts';
import {pages} from './helpers/pages.ts';
import {loaded, services} from './helpers/services.ts';
import {toldTask} from './report/results.ts';

interface Metadata {
  readonly inputs: Readonly<Record<string, {description: string; required?: boolean; default?: string}>>;
  readonly outputs: Readonly<Record<string, {description: string}>>;
  readonly runs: Readonly<Record<string, string>>;
}

// First of all, for it is written anew with UPDATE_README=1.
const declared = heldPart('action.yml', [/\ninputs:\n/, /\n(?=outputs:)/], inputsYaml());
const metadata = parse(readFileSync('action.yml', 'utf8')) as Metadata;

const complete: Readonly<Record<string, string>> = {
  service: 'dataarts-studio',
  'task-id': 'T1',
  'project-id': 'P1',
  region: 'eu-de',
  token: 'example-token-value'
};

/** The names of the inputs that are read, with these given and all others empty. */
function namesRead(given: Readonly<Record<string, string>>): readonly string[] {
  const names = new Set<string>();
  const get = (name: string): string => {
    names.add(name);
    return given[name] ?? '';
  };
  try {
    parseInputs(get, {}, loaded);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return [...names].sort();
}

/** Rows of the tables whose first cell is one name in backticks; within a cell, `|` is written `\|`. */
function namedRows(readme: string): readonly (readonly string[])[] {
  return readme
    .split('\n')
    .filter(line => /^\| *`[a-z][a-z0-9-]*` *\|/.test(line))
    .map(line =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map(cell => cell.trim())
    );
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Of a workflow, or of a list of steps; none where the code is neither. */
function stepsOf(code: unknown): readonly Step[] {
  if (Array.isArray(code)) return code as Step[];
  const {jobs = {}} = code as {jobs?: Readonly<Record<string, {steps: readonly Step[]}>>};
  return Object.values(jobs).flatMap(({steps}) => steps);
}

describe('action.yml', () => {
  it('declares the inputs of the table, as they are described (UPDATE_README=1 npm test writes them)', () => {
    expect(declared).toBe(inputsYaml());
    expect(Object.keys(metadata.inputs)).toEqual(inputNames);
  });

  it('declares no input that is not read', () => {
    expect(namesRead(complete)).toEqual([...inputNames].sort());
  });

  it.each([
    ['nothing given', {}],
    ['an endpoint given', {...complete, endpoint: 'https://service.example'}],
    ['keys given', {...complete, token: '', 'access-key': 'AKAK', 'secret-key': 'SKSK'}]
  ])('declares every input that is read with %s', (_, given) => {
    for (const name of namesRead(given)) expect(Object.keys(metadata.inputs)).toContain(name);
  });

  it('has defaults that are accepted', () => {
    const read = (get: (name: string) => string) => JSON.stringify(parseInputs(get, {}, loaded));
    expect(read(name => complete[name] ?? metadata.inputs[name]?.default ?? '')).toBe(
      read(name => complete[name] ?? '')
    );
  });

  it('requires what no default and no environment can bring', () => {
    const required = Object.entries(metadata.inputs).filter(([, input]) => input.required);
    expect(required.map(([name]) => name).sort()).toEqual(['service', 'task-id']);
  });

  it('declares the outputs that a step without a wait sets', () => {
    expect(Object.keys(outputsWithoutWait('', text => text)).sort()).toEqual(Object.keys(metadata.outputs).sort());
  });

  it('declares the outputs that a wait sets', () => {
    const result: WaitResult = {
      ending: {verdict: 'cancelled'},
      polls: 1,
      requests: 0,
      failedPolls: 0,
      throttledPolls: 0,
      notFoundPolls: 0,
      failures: [],
      elapsedMs: 0,
      endedDateMs: 0
    };
    const inputs = parseInputs(name => complete[name] ?? '', {}, loaded);
    const outputs = outputsOf(
      toldTask(result, {...inputs, credentialKind: 'token'}),
      inputs.judging.strictness,
      text => text
    );
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(metadata.outputs).sort());
  });

  it('has the version of package.json', () => {
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('describes every input and output', () => {
    for (const {description} of [...Object.values(metadata.inputs), ...Object.values(metadata.outputs)]) {
      expect(description.trim()).not.toBe('');
    }
  });

  it('names services that there are, and where all of them are', () => {
    const {description = ''} = metadata.inputs.service ?? {};
    const [, named = ''] = /such as ([a-z, -]+):/.exec(description) ?? [];
    for (const name of named.split(/, | or /)) expect(services.map(service => service.name)).toContain(name);
    expect(description).toContain('the list Services in the README');
  });

  it('runs the bundle under the Node that it was made for', () => {
    expect(metadata.runs).toEqual({using: 'node24', main: 'dist/index.js'});
  });
});

/** The lines of a table that is written anew with UPDATE_README=1, and those that it should have. */
const linesOf = (file: string, made: string) => ({
  held: heldPart(file, marked('inputs'), made).split('\n'),
  made: made.split('\n')
});

describe.each([
  ['docs/inputs.md', 'en'],
  ['docs/inputs.zh-CN.md', 'zh']
] as const)('%s', (file, language) => {
  const {held, made} = linesOf(file, inputsTable(language));
  const rows = namedRows(readFileSync(file, 'utf8'));

  it('has the table of inputs, as they are described (UPDATE_README=1 npm test writes it)', () => {
    expect(held).toEqual(made);
  });

  it.each(inputNames)('has one row for the input %s, with its limit', name => {
    const found = rows.filter(([cell]) => cell === `\`${name}\``);
    expect(found).toHaveLength(1);
    expect(found[0]?.[2]).toMatch(/\p{L}/u);
    const row = table[name];
    if (row.kind === 'duration') expect(found[0]?.[2]).toContain(`\`${row.maxMs / hourMs}h\``);
  });
});

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh']
] as const)('%s', (file, language) => {
  const {held, made} = linesOf(file, shortInputsTable(language));
  const readme = readFileSync(file, 'utf8');
  const rows = namedRows(readme);

  it('has a short table of inputs, as they are described (UPDATE_README=1 npm test writes it)', () => {
    expect(held).toEqual(made);
  });

  it.each(Object.keys(metadata.outputs))('has one row for the output %s', name => {
    const found = rows.filter(([cell]) => cell === `\`${name}\``);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toMatch(/\p{L}/u);
  });

  it.each(services.map(({name}) => name))('names the service %s', name => {
    expect(readme).toContain(`\`${name}\``);
  });
});

it('the documents have workflows and steps that are YAML, with names of inputs that there are', () => {
  const blocks = pages.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, code = '']) => parse(code))
  );
  const waits = blocks.flatMap(stepsOf).filter(({uses}) => uses?.startsWith('OWNER/await-huawei-cloud-task@'));
  expect(waits.length).toBeGreaterThan(10);
  for (const {with: given = {}} of waits) {
    expect(Object.keys(metadata.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  }
});
