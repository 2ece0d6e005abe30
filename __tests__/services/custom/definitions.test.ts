import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parseDocument} from 'yaml';
import {act} from '../../helpers/act.ts';

/** What a definition in `examples/` is played with. */
interface Sample {
  readonly 'task-id': string;
  /** First labels of the host that the definition's `host` makes, in place of `endpoint`. */
  readonly host?: string;
  readonly endpoint?: string;
  readonly path: string;
  readonly answers: readonly {
    readonly verdict: string;
    readonly body: unknown;
    /** Status of HTTP, where it is not 200. */
    readonly http?: number;
    /** What the annotation has to tell. */
    readonly says?: string;
    /** Where the answer is documented; without it, it is made after the model. */
    readonly source?: string;
  }[];
}

const folder = 'examples/definitions';
const samples: Readonly<Record<string, Sample>> = JSON.parse(readFileSync(`${folder}/samples.json`, 'utf8'));
const names = readdirSync(folder)
  .filter(name => name.endsWith('.yml'))
  .map(name => name.slice(0, -'.yml'.length));
const textOf = (name: string) => readFileSync(`${folder}/${name}.yml`, 'utf8');

function inputsFor(name: string, {'task-id': taskId, endpoint = ''}: Sample) {
  const place = endpoint === '' ? {region: 'cn-north-4'} : {endpoint};
  const access = {token: 'example-token-value', 'project-id': 'P1'};
  return {service: 'custom', definition: textOf(name), 'task-id': taskId, ...place, ...access};
}

it('each definition has samples', () => {
  expect(Object.keys(samples).sort()).toEqual([...names].sort());
});

it('each definition stands in the table of examples/README.md', () => {
  const readme = readFileSync('examples/README.md', 'utf8');
  const listed = [...readme.matchAll(/^\| .*\]\(definitions\/([a-z0-9-]+)\.yml\)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...names].sort());
});

it.each(['docs/custom.md', 'docs/custom.zh-CN.md'])('each definition is named in %s', file => {
  const [, line = ''] = /\(\.\.\/examples\/README\.md#definitions\)(.*?)\n\n/s.exec(readFileSync(file, 'utf8')) ?? [];
  expect([...line.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name).sort()).toEqual([...names].sort());
});

describe.each(Object.entries(samples))('%s', (name, sample) => {
  const {answers, path} = sample;
  const inputs = inputsFor(name, sample);
  const id = sample['task-id'].split('/').at(-1) ?? '';

  it('says what it is, what it takes as task-id, and its source', () => {
    const [comment = ''] = /^(#.*\n)+/.exec(textOf(name)) ?? [];
    for (const what of [/^# An? |^# The /, /^# task-id: /m, /^# Source: /m]) expect(comment).toMatch(what);
  });

  it('has answers that succeed, run on and fail', () => {
    const verdicts = answers.map(({verdict}) => verdict);
    expect(verdicts).toEqual(expect.arrayContaining(['succeeded', 'timed-out', 'failed']));
  });

  it.each(answers)('is $verdict with $body', async ({verdict, body, http = 200, says = ''}) => {
    const {colour, outputs, requests, annotations} = await act(inputs, [{status: http, body}]);
    expect([outputs.status, colour]).toEqual([verdict, verdict === 'succeeded' ? 'green' : 'red']);
    const address = sample.endpoint ?? `https://${sample.host}.myhuaweicloud.com`;
    expect(requests[0]?.url.href).toBe(address + path);
    expect(annotations.map(({message}) => message).join()).toContain(says);
  });

  it('is green for no other task, if the answer names its own', async () => {
    const good = answers.find(({verdict}) => verdict === 'succeeded');
    const namesTask = parseDocument(textOf(name)).has('id');
    const body = JSON.stringify(good?.body).replaceAll(id, `${id}9`);
    const {colour} = await act(inputs, [{body}]);
    expect(colour).toBe(namesTask ? 'red' : 'green');
  });
});
