import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {MalformedAnswer} from '../../src/errors.ts';
import {customService} from '../../src/services/custom.ts';
import {dataartsStudio} from '../../src/services/dataarts-studio.ts';
import type {Service, TaskReference} from '../../src/services/service.ts';
import type {Task} from '../../src/task.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import {samples} from './samples/index.ts';
import type {Sample} from './samples/sample.ts';

const readme = readFileSync('README.md', 'utf8');
const definition = /<!-- definition -->\n```yaml\n(.*?)```/s.exec(readme)?.[1] ?? '';
const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};

function made(text: string): Service {
  const service = customService(text);
  if ('problems' in service) throw new Error(service.problems.join('\n'));
  return service;
}

function problemsOf(text: string): readonly string[] {
  const service = customService(text);
  return 'problems' in service ? service.problems : [];
}

function readBy(service: Service, body: unknown): Task | 'malformed' {
  try {
    return JSON.parse(JSON.stringify(service.read(body, reference)));
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    return 'malformed';
  }
}

function textOf({body}: Sample): string {
  if ('file' in body) return readFileSync(`__tests__/fixtures/${body.file}.fixture.json`, 'utf8');
  return 'text' in body ? body.text : JSON.stringify(body.json);
}

describe('the definition in the README', () => {
  it.each(samples['dataarts-studio'])('gives the same as the built-in service: $name', async sample => {
    const script = [{status: sample.status ?? 200, body: textOf(sample)}];
    const id = ('state' in sample.expected && sample.expected.id) || 'T1';
    const inputs = {...dataartsInputs, 'task-id': id, timeout: '0', endpoint: 'https://cloud.example'};
    const builtIn = await act(inputs, script);
    const custom = await act({...inputs, service: 'custom', definition}, script);
    expect([custom.colour, custom.outputs.status]).toEqual([builtIn.colour, builtIn.outputs.status]);
    if ((sample.status ?? 200) !== 200 || 'text' in sample.body) return;
    const body = JSON.parse(textOf(sample));
    const expected = readBy(dataartsStudio, body);
    // The expression makes another word of a warning that has not ended.
    const isOpenWarning =
      expected !== 'malformed' && expected.serviceStatus === 'WARNING' && expected.state === 'running';
    expect(readBy(made(definition), body)).toEqual(isOpenWarning ? {...expected, serviceStatus: 'RUNNING'} : expected);
  });
});

const least = 'path: /v1/{task_id}\nstatus: status\nsucceeded: [DONE, 2]\nfailed: [no]\n';

describe('a definition', () => {
  it.each([
    ['a: [', /line 1.*YAML/],
    ['- a', /takes a map/],
    [`${least}statsu: x`, /line 5, column 1: statsu is no key; was status/],
    [`${least}running: [DONE]`, /line 3.*"DONE" stands in running and in succeeded/],
    [`${least}message: a..b`, /line 5.*message is "a\.\.b".*character 3/],
    [`${least}message: lenght(a)`, /no function lenght\(\); was length\(\) meant/],
    [`${least}headers: {Authorization: x}`, /headers\.Authorization is set by the action/],
    [`${least}---\na: b`, /more than one YAML document/],
    [`${least}path: /x`, /second time/],
    [`${least}stopped: &a [X]\nwarning: *a`, /alias \*a/],
    [`${least}settle: soon`, /settle takes a duration/],
    [`${least}headers: {x: "{tsk_id}"}`, /\{tsk_id\} is no placeholder; was \{task_id\}/],
    ...['https://evil.example/{task_id}', '//evil/{task_id}', '/a/../{task_id}', 'v1/{task_id}', '/a\\{task_id}'].map(
      (path): [string, RegExp] => [least.replace('/v1/{task_id}', `'${path}'`), /line 1, column 7: path is/]
    )
  ])('that is wrong is told of: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  it('has all its problems told', () => {
    expect(problemsOf('title: T')).toHaveLength(4);
  });

  it('takes numbers and no as words', () => {
    const service = made(least);
    expect([2, '2', 'no', 3, 'x'].map(status => service.read({status}, reference).state)).toEqual([
      'succeeded',
      'succeeded',
      'failed',
      'unknown',
      'unknown'
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a.__proto__'])('does not reach a prototype by %s', expression => {
    const service = made(least.replace('status: status', `status: ${expression}`));
    expect(readBy(service, {a: {}})).toBe('malformed');
  });

  it('is green for no answer whose status is no word for success', () => {
    const service = made(least);
    fc.assert(
      fc.property(fc.record({status: fc.oneof(fc.jsonValue(), fc.constantFrom('DONE', 2, 'no'))}), body => {
        const task = readBy(service, body);
        const isWord = typeof body.status === 'string' || typeof body.status === 'number';
        const isSuccess = isWord && ['DONE', '2'].includes(String(body.status).trim());
        expect(task !== 'malformed' && task.state === 'succeeded').toBe(isSuccess);
      })
    );
  });
});
