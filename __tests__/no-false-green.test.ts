import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {findService, services} from '../src/services/index.ts';
import type {Service} from '../src/services/service.ts';
import {TransportError} from '../src/transport.ts';
import {act} from './helpers/act.ts';
import type {Scripted} from './helpers/fake-transport.ts';
import {samples} from './services/samples/index.ts';
import type {ReadTask, Sample} from './services/samples/sample.ts';

/** One answer of a history, and what its source says that it shows of the task asked for. */
interface Told {
  readonly answer: Scripted | TransportError;
  readonly shows: 'proof' | 'running' | 'other';
}

const page: Told = {answer: {body: '<html>Sign in</html>'}, shows: 'other'};
const passing: readonly Told[] = [
  {answer: new TransportError('reset'), shows: 'other'},
  {answer: new TransportError('reset', {staleConnection: true}), shows: 'other'},
  {answer: {status: 502, body: '<html></html>'}, shows: 'other'},
  {answer: {status: 503}, shows: 'other'},
  {answer: {status: 429, headers: {'retry-after': '7'}}, shows: 'other'},
  {answer: {status: 429, body: {error_code: 'APIGW.0308', error_msg: 'limit:5,time:10 second'}}, shows: 'other'}
];
const odd: readonly Told[] = [
  page,
  {answer: {status: 200, body: ''}, shows: 'other'},
  {answer: {status: 204}, shows: 'other'},
  {answer: {status: 302, headers: {location: 'https://evil.example/'}}, shows: 'other'},
  {answer: {status: 304}, shows: 'other'},
  {answer: {status: 401, body: {}}, shows: 'other'},
  {answer: {status: 403, body: {}}, shows: 'other'},
  {answer: {status: 404, body: {}}, shows: 'other'},
  {answer: {body: {}}, shows: 'other'},
  {answer: {body: []}, shows: 'other'},
  {answer: {body: 'null'}, shows: 'other'},
  {answer: {body: '{"__proto__": {"status": "SUCCESSFUL"}}'}, shows: 'other'},
  {answer: {body: `${'['.repeat(20_000)}${']'.repeat(20_000)}`}, shows: 'other'},
  {answer: {body: '{"status": 1e999, "id": 1e999}'}, shows: 'other'}
];

const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

/** By what the source of the sample says, without the code under test. */
function judge({expected}: Sample, taskId: string): Told['shows'] {
  if ('failure' in expected) return 'other';
  const task: ReadTask = expected;
  if (task.id !== undefined && !same(task.id, taskId)) return 'other';
  if (task.state === 'running') return 'running';
  const isWhole = task.subtasks.every(({state}) => ['succeeded', 'skipped', 'untold'].includes(state));
  return task.state === 'succeeded' && isWhole ? 'proof' : 'other';
}

function answerOf({status = 200, body}: Sample): Scripted {
  if ('file' in body) return {status, body: readFileSync(`__tests__/fixtures/${body.file}.fixture.json`, 'utf8')};
  return {status, body: 'text' in body ? body.text : JSON.stringify(body.json)};
}

/** A parent that the service takes, for samples in which it plays no part. */
function anyParent({parentId}: Service): string {
  const known = ['P1', 'urn:fss:cn-north-4:p1:function:default:f1', 'o1/r1/cn-north-4/o2'];
  return known.find(parent => parentId?.pattern.test(parent)) ?? 'P1';
}

/** The ids that the samples of a service speak of, with all samples read for each of them. */
function storiesOf(service: Service, itsSamples: readonly Sample[]) {
  const ids = itsSamples
    .filter(({expected}) => 'state' in expected)
    .map(({asked, expected}) => ({
      taskId: ('state' in expected && expected.id) || (asked?.taskId ?? 'T1'),
      parentId: asked?.parentId ?? anyParent(service)
    }));
  const distinct = [...new Map(ids.map(each => [`${each.parentId}/${each.taskId}`, each])).values()];
  return distinct
    .filter(
      ({taskId, parentId}) => service.taskId.pattern.test(taskId) && (service.parentId?.pattern.test(parentId) ?? true)
    )
    .map(({taskId, parentId}) => ({
      input: service.parentId ? `${parentId}/${taskId}` : taskId,
      told: itsSamples
        // Some answers are read by the ids asked for: they belong to no other.
        .filter(
          ({asked}) =>
            asked === undefined || (same(asked.taskId, taskId) && (asked.parentId ?? anyParent(service)) === parentId)
        )
        .map((sample): Told => ({answer: answerOf(sample), shows: judge(sample, taskId)}))
    }));
}

const stories = services.flatMap(({name}) => {
  const service = findService(name);
  return service ? storiesOf(service, samples[name]).map(story => ({service, ...story})) : [];
});

async function play(service: Service, input: string, history: readonly Told[], timeout: string) {
  const inputs = {
    service: service.name,
    'task-id': input,
    'project-id': 'p1',
    endpoint: 'https://cloud.example',
    token: 'example-token',
    timeout
  };
  const acted = await act(
    inputs,
    history.map(({answer}) => answer)
  );
  const last = history[Math.min(acted.requests.length, history.length) - 1];
  return {status: acted.outputs.status, colour: acted.colour, last, message: acted.outputs.message};
}

const runs = Number(process.env.FALSE_GREEN_RUNS ?? 10_000);
const limitMs = 120_000;

describe('a history of answers', () => {
  it('has samples of every service in it', () => {
    expect(new Set(stories.map(({service}) => service.name)).size).toBe(services.length);
  });

  it(
    'is green only when the last answer read is proof',
    async () => {
      const histories = fc.constantFrom(...stories).chain(({service, input, told}) =>
        fc.record({
          service: fc.constant(service),
          input: fc.constant(input),
          history: fc.array(fc.constantFrom(...told, ...passing, ...odd), {minLength: 1, maxLength: 8}),
          timeout: fc.constantFrom('0', '20s', '3m')
        })
      );
      const seen = {green: 0, red: 0};
      await fc.assert(
        fc.asyncProperty(histories, async ({service, input, history, timeout}) => {
          const {colour, status, last} = await play(service, input, history, timeout);
          seen[colour] += 1;
          expect(colour === 'green').toBe(status === 'succeeded');
          if (colour === 'green') expect(last?.shows).toBe('proof');
        }),
        {numRuns: runs}
      );
      expect(Math.min(seen.green, seen.red)).toBeGreaterThan(runs / 50);
    },
    limitMs
  );

  it(
    'is green when it ends in proof before the limit',
    async () => {
      const provable = stories.filter(({told}) => told.some(({shows}) => shows === 'proof'));
      const histories = fc.constantFrom(...provable).chain(({service, input, told}) =>
        fc.record({
          service: fc.constant(service),
          input: fc.constant(input),
          before: fc.array(fc.constantFrom(...passing, ...told.filter(({shows}) => shows === 'running')), {
            maxLength: 8
          }),
          proof: fc.constantFrom(...told.filter(({shows}) => shows === 'proof'))
        })
      );
      await fc.assert(
        fc.asyncProperty(histories, async ({service, input, before, proof}) => {
          const {status, message} = await play(service, input, [...before, proof], '30m');
          expect([status, message]).toEqual(['succeeded', expect.anything()]);
        }),
        {numRuns: runs / 10}
      );
      const names = new Set(provable.map(({service}) => service.name));
      expect(services.map(({name}) => name).filter(name => !names.has(name))).toEqual([]);
    },
    limitMs
  );
});
