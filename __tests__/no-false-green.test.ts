import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {TransportError} from '../src/http/transport.ts';
import type {ReadTask, Sample} from '../src/services/samples.ts';
import type {Service} from '../src/services/service.ts';
import {act} from './helpers/act.ts';
import {anyParent, evidence, textOf} from './helpers/evidence.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import type {Scripted} from './helpers/fake-transport.ts';
import {oneOfMany} from './helpers/one-of-many.ts';
import {findService, services} from './helpers/services.ts';
import {someOf} from './helpers/some-of.ts';

/** One answer of a history, and what its source says that it shows of the task asked for. */
interface Told {
  readonly answer: Scripted | TransportError;
  readonly shows: 'proof' | 'running' | 'undoing' | 'other';
}

const page: Told = {answer: {body: '<html>Sign in</html>'}, shows: 'other'};
const passing: readonly Told[] = [
  {answer: new TransportError('reset'), shows: 'other'},
  {answer: new TransportError('reset', {staleConnection: true}), shows: 'other'},
  {answer: new TransportError('cloud.example broke off its answer half-way'), shows: 'other'},
  {answer: new TransportError('cloud.example gave no complete answer within 30 s'), shows: 'other'},
  {answer: new TransportError('cloud.example sent an answer of more than 8 MiB'), shows: 'other'},
  {answer: {status: 502, body: '<html></html>'}, shows: 'other'},
  {answer: {status: 503}, shows: 'other'},
  {answer: {status: 429, headers: {'retry-after': '7'}}, shows: 'other'},
  {answer: {status: 429, body: {error_code: 'APIGW.0308', error_msg: 'limit:5,time:10 second'}}, shows: 'other'}
];
const odd: readonly Told[] = [
  page,
  {answer: {status: 200, body: ''}, shows: 'other'},
  {answer: {status: 202, body: ''}, shows: 'other'},
  {answer: {status: 202, body: {}}, shows: 'other'},
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
  if (task.state === 'running') return task.isUndoing ? 'undoing' : 'running';
  const isWhole = task.subtasks.every(({state}) => ['succeeded', 'skipped', 'untold'].includes(state));
  const isForced = task.serviceStatus === 'forceSuccess';
  const isPlain = task.contradictions === undefined;
  return task.state === 'succeeded' && (isWhole || isForced) && isPlain ? 'proof' : 'other';
}

function answerOf(sample: Sample): Scripted {
  return {status: sample.status ?? 200, body: textOf(sample)};
}

type Leaf = string | number | boolean | null;
const isLeaf = (value: unknown): value is Leaf => typeof value !== 'object' || value === null;

/** What to do with a leaf: `keep`, `drop`, or another value in its place. */
type Change = (leaf: Leaf) => 'keep' | 'drop' | {readonly put: unknown};

function changed(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map(item => changed(item, change));
  if (isLeaf(value)) {
    const now = change(value);
    return typeof now === 'object' ? now.put : value;
  }
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([key, inner]) =>
      isLeaf(inner) && change(inner) === 'drop' ? [] : [[key, changed(inner, change)]]
    )
  );
}

function leavesOf(value: unknown): readonly Leaf[] {
  return isLeaf(value) ? [value] : Object.values(value as object).flatMap(leavesOf);
}

/** None of these is a word, an id or a number that any service uses. */
const wrongValues = [
  'WOBBLE',
  'constructor',
  '__proto__',
  '',
  ' ',
  -7,
  1e308,
  true,
  null,
  [],
  {},
  ['SUCCESS'],
  {status: 'SUCCESS'}
];
const wrongStatuses = [201, 203, 206, 226, 300, 302, 304, 400, 401, 403, 404, 408, 409, 418, 429, 500, 502, 503];

/** Each time with another of the words that stand for the task and its subtasks, where nothing else is the same word. */
function contradictions(body: unknown, word: string, subtasks: number, wrong: string): readonly string[] {
  const text = JSON.stringify(body);
  const places = [...text.matchAll(new RegExp(`(?<=":)("${word}"|${word}(?=[,}]))`, 'g'))];
  if (places.length !== 1 + subtasks) return [];
  return places.map(({0: found, index}) => `${text.slice(0, index)}"${wrong}"${text.slice(index + found.length)}`);
}

/** The same key twice with two words, of which the last counts, as everywhere in JavaScript. */
function contradicting(text: string, word: string, wrong: string): readonly string[] {
  const key = new RegExp(`("[^"]+")(\\s*:\\s*)("${word}"|${word}(?=[,}\\s]))`, 'g');
  return key.test(text) ? [text.replace(key, `$&,$1$2"${wrong}"`)] : [];
}

/** What is no proof any more, made from a sample that is one: without its word, or for another task. */
function spoilt(sample: Sample, taskId: string, others: readonly Sample[]): readonly Told[] {
  const text = String(answerOf(sample).body);
  const body: unknown = JSON.parse(text);
  const {expected} = sample;
  if (!('state' in expected)) return [];
  const words = new Set([expected.serviceStatus, ...expected.serviceStatus.split(/\W+/)]);
  const isWord = (leaf: Leaf) => words.has(String(leaf));
  const isId = (leaf: Leaf) => typeof leaf === 'string' && same(leaf, taskId);
  const alwaysHasId = others.every(({expected}) => !('state' in expected) || expected.id !== undefined);
  const replacing = (isMeant: (leaf: Leaf) => boolean, values: readonly unknown[]) => [
    changed(body, leaf => (isMeant(leaf) ? 'drop' : 'keep')),
    ...values.map(put => changed(body, leaf => (isMeant(leaf) ? {put} : 'keep')))
  ];
  const wordsOf = (...states: readonly string[]) =>
    others.flatMap(({expected: other}) =>
      'state' in other && states.includes(other.state) ? [other.serviceStatus] : []
    );
  // Where the success lies in the parts, the word is the same for both.
  const failedWords = wordsOf('failed', 'stopped').filter(word => !wordsOf('succeeded').includes(word));
  const bodies = [
    ...(leavesOf(body).some(isWord) ? replacing(isWord, [...wrongValues, ...failedWords]) : []),
    ...(expected.id !== undefined && leavesOf(body).some(isId)
      ? replacing(isId, alwaysHasId ? wrongValues : ['WOBBLE'])
      : []),
    ...(Array.isArray(body) ? [] : [{error_code: 'X.1'}, {errorCode: 7}, {error: 'boom'}, {error: {code: 'X.1'}}]).map(
      error => ({...(body as object), ...error})
    ),
    {wobble: body},
    {constructor: body}
  ];
  const texts = [
    ...bodies.map(wrong => JSON.stringify(wrong)),
    ...[...words].flatMap(word => ['WOBBLE', ...failedWords].flatMap(wrong => contradicting(text, word, wrong))),
    ...contradictions(body, expected.serviceStatus, expected.subtasks.length, failedWords[0] ?? 'WOBBLE'),
    `{"__proto__": ${text}}`,
    text.slice(0, text.trimEnd().length - 1),
    `${text}}`,
    `<html>${text}</html>`
  ];
  return texts.map((body): Told => ({answer: {body}, shows: 'other'}));
}

/** A proof in an answer that is no good one. */
function inBadAnswers(proof: Sample): readonly Told[] {
  const body = String(answerOf(proof).body);
  return wrongStatuses.map((status): Told => ({answer: {status, body}, shows: 'other'}));
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
    .map(({taskId, parentId}) => {
      // Some answers are read by the ids asked for: they belong to no other.
      const own = itsSamples.filter(
        ({asked}) =>
          asked === undefined || (same(asked.taskId, taskId) && (asked.parentId ?? anyParent(service)) === parentId)
      );
      const proofs = own.filter(sample => judge(sample, taskId) === 'proof');
      return {
        input: service.parentId ? `${parentId}/${taskId}` : taskId,
        told: own.map((sample): Told => ({answer: answerOf(sample), shows: judge(sample, taskId)})),
        spoilt: [
          ...proofs.flatMap(sample => spoilt(sample, taskId, itsSamples)),
          // A status means the same whatever stands below it.
          ...proofs.slice(0, 1).flatMap(inBadAnswers)
        ]
      };
    });
}

const stories = services.flatMap(({name}) => {
  const service = findService(name);
  return service ? storiesOf(service, evidence[name].answers).map(story => ({service, ...story})) : [];
});

/** What befalls the runner during a look. */
interface Incident {
  readonly look: number;
  /** By how much the wall clock is set forwards. */
  readonly clockJumpMs?: number;
  /** The step is told to stop. */
  readonly stops?: true;
}

async function play(
  service: Service,
  input: string,
  history: readonly Told[],
  timeout: string,
  incidents: readonly Incident[] = [],
  more: Readonly<Record<string, string>> = {}
) {
  const inputs = {
    ...more,
    service: service.name,
    'task-id': input,
    'project-id': 'p1',
    endpoint: 'https://cloud.example',
    token: 'example-token-value',
    timeout,
    'job-summary': 'false'
  };
  const clock = fakeClock();
  const stop = new AbortController();
  let polled: string | undefined;
  let looks = 0;
  const acted = await act(
    inputs,
    ({url}) => {
      polled ??= url.pathname;
      // Why a task failed is answered by the last of its answers, and is no look.
      if (url.pathname !== polled) return history.at(-1)?.answer ?? {};
      const index = looks;
      looks += 1;
      for (const {look, clockJumpMs = 0, stops} of incidents) {
        if (look !== index) continue;
        clock.setDate(clock.date() + clockJumpMs);
        if (stops) stop.abort();
      }
      return history[Math.min(index, history.length - 1)]?.answer ?? {};
    },
    {clock, signal: stop.signal}
  );
  const read = history.slice(0, looks);
  const last = read.at(-1);
  const {status, message} = acted.outputs;
  return {
    status,
    colour: acted.colour,
    last,
    /** Whether the task was undoing its work before. */
    wasUndoing: read.some(({shows}) => shows === 'undoing'),
    message,
    annotations: acted.annotations.length,
    stopped: stop.signal.aborted
  };
}

const yearMs = 365 * 86_400_000;
const jumps = fc.record({
  look: fc.nat(5),
  clockJumpMs: fc.constantFrom(-20 * yearMs, -yearMs, -90_000, 90_000, 3_600_000, yearMs, 100 * yearMs)
});
const stop = fc.record({look: fc.nat(9), stops: fc.constant(true as const)});

const runs = Number(process.env.FALSE_GREEN_RUNS ?? 400);
/** Much more than it takes, for a machine that others use as well. */
const limitMs = Math.max(120_000, runs * 12);

describe('a history of answers', () => {
  it('has samples of every service in it', () => {
    expect(new Set(stories.map(({service}) => service.name)).size).toBe(services.length);
  });

  it(
    'is green only when the last answer read is proof',
    async () => {
      const histories = fc.constantFrom(...stories).chain(({service, input, told, spoilt}) =>
        fc.record({
          service: fc.constant(service),
          input: fc.constant(input),
          history: fc.array(
            fc.oneof(
              {weight: 2, arbitrary: fc.constantFrom(...told)},
              {weight: 1, arbitrary: fc.constantFrom(...passing, ...odd)},
              {weight: 1, arbitrary: fc.constantFrom(...(spoilt.length > 0 ? spoilt : told))}
            ),
            {minLength: 1, maxLength: 8}
          ),
          timeout: fc.constantFrom('0', '20s', '3m'),
          incidents: fc.oneof(
            {weight: 4, arbitrary: fc.array(jumps, {maxLength: 2})},
            {weight: 1, arbitrary: fc.array(stop, {minLength: 1, maxLength: 1})}
          )
        })
      );
      const seen = {green: 0, red: 0};
      await fc.assert(
        fc.asyncProperty(histories, async ({service, input, history, timeout, incidents}) => {
          const played = await oneOfMany(() => play(service, input, history, timeout, incidents));
          const {colour, status, last, wasUndoing, annotations, stopped} = played;
          seen[colour] += 1;
          expect(colour === 'green').toBe(status === 'succeeded');
          expect(annotations).toBe(colour === 'green' ? 0 : 1);
          if (stopped) expect(status).toBe('cancelled');
          if (colour === 'green') expect([last?.shows, wasUndoing]).toEqual(['proof', false]);
        }),
        {numRuns: runs}
      );
      expect(Math.min(seen.green, seen.red)).toBeGreaterThan(runs / 50);
    },
    limitMs
  );

  it('of one answer that was proof, and is not as it comes, is never green', async () => {
    const wrong: unknown[] = [];
    for (const {service, input, told, spoilt} of stories) {
      for (const each of [...told.filter(({shows}) => shows === 'proof'), ...someOf(spoilt)]) {
        const {colour} = await oneOfMany(() => play(service, input, [each], '0', [], {settle: '0'}));
        if ((colour === 'green') !== (each.shows === 'proof')) wrong.push({service: service.name, input, ...each});
      }
    }
    expect(wrong).toEqual([]);
  });

  it(
    'is green when it ends in proof before the limit',
    async () => {
      const provable = stories.filter(({told}) => told.some(({shows}) => shows === 'proof'));
      const histories = fc.constantFrom(...provable).chain(({service, input, told}) =>
        fc.record({
          service: fc.constant(service),
          input: fc.constant(input),
          before: fc.array(fc.constantFrom(...passing, ...told.filter(({shows}) => shows === 'running')), {
            // One more, each of them a reset, and a host that has never answered is given up after 60 s.
            maxLength: 7
          }),
          proof: fc.constantFrom(...told.filter(({shows}) => shows === 'proof')),
          incidents: fc.array(jumps, {maxLength: 2})
        })
      );
      await fc.assert(
        fc.asyncProperty(histories, async ({service, input, before, proof, incidents}) => {
          const {status, message} = await oneOfMany(() => play(service, input, [...before, proof], '30m', incidents));
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
