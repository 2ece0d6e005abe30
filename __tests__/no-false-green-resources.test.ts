import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {TransportError} from '../src/http/transport.ts';
import type {ServiceName} from '../src/services/index.ts';
import type {Evidence, Sample} from '../src/services/samples.ts';
import {act} from './helpers/act.ts';
import {evidence, textOf} from './helpers/evidence.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import type {Scripted} from './helpers/fake-transport.ts';
import {oneOfMany} from './helpers/one-of-many.ts';
import {services} from './helpers/services.ts';
import {someOf} from './helpers/some-of.ts';

/**
 * An answer, and what its source says that it shows: the resource in a state, that it is gone, another thing that
 * concerns it, or nothing of it. An old one was made before the step.
 */
interface Told {
  readonly answer: Scripted | TransportError;
  readonly shows: 'there' | 'gone' | 'other' | 'nothing';
  readonly sample?: Sample;
  readonly isOld?: true;
}

const nothing: readonly Told[] = [
  {answer: new TransportError('reset'), shows: 'nothing'},
  {answer: {status: 503}, shows: 'nothing'},
  {answer: {status: 404, body: '<html>404 Not Found</html>'}, shows: 'nothing'},
  {answer: {status: 200, body: ''}, shows: 'nothing'},
  {answer: {status: 429, headers: {'retry-after': '7'}}, shows: 'nothing'}
];

/** None of these says that a resource is gone, or that it is there. */
const fakes: readonly Told[] = [
  {status: 404, body: {}},
  {status: 404, body: ''},
  {status: 404, body: {error_code: 'APIGW.0404', error_msg: 'Not found.'}},
  {status: 404, body: {error_code: 'APIG.0404', error_msg: 'Not found.'}},
  {status: 404, body: {error_code: 'APIC.7106', error_msg: 'Not found.'}},
  {status: 404, body: {error_code: 'X.0404', error_msg: 'The cluster does not exist.'}},
  {status: 400, body: {error_code: 'X.0404', error_msg: 'The instance does not exist.'}},
  {status: 409, body: {error_msg: 'The instance does not exist.'}},
  {status: 200, body: {}},
  {status: 200, body: {instances: [], total_count: 3}},
  {status: 200, body: {instances: null, total_count: 0}},
  {status: 206, body: {instances: [], total_count: 0}},
  {status: 200, body: '[{"instances": []'}
].map(answer => ({answer, shows: 'other'}));

/** Words for deleted, by the vendors' tables. */
const deletedWords = ['DELETED', 'terminated', 'deleteSuccess'];
const stayingWords: Readonly<Record<string, readonly string[]>> = {
  'cce-cluster': ['Hibernation'],
  'cdn-domain': ['offline'],
  'dcs-instance': ['CLOSED'],
  'ecs-server': ['SHUTOFF', 'SHELVED'],
  'rds-instance': ['SHUTDOWN']
};

const startMs = Date.UTC(2026, 0, 15, 8, 30);
const old = (told: Told, headers: Readonly<Record<string, string>>): Told => ({
  ...told,
  answer: {...(told.answer as Scripted), headers},
  isOld: true
});

function toldOf(own: Evidence) {
  const plain = own.answers
    .filter(({expected}) => !('failure' in expected && expected.failure === 'denied'))
    .map((sample): Told => {
      const shows = 'state' in sample.expected ? 'there' : sample.provesGone ? 'gone' : 'other';
      return {answer: {status: sample.status ?? 200, body: textOf(sample)}, shows, sample};
    });
  const there = plain.filter(({shows}) => shows === 'there');
  const gone = plain.filter(({shows}) => shows === 'gone');
  const before = new Date(startMs - 3_600_000).toUTCString();
  return {
    there,
    gone,
    fake: [
      ...plain.filter(({shows}) => shows === 'other'),
      ...fakes,
      ...[...gone, ...there].flatMap(told => [old(told, {age: '99999'}), old(told, {age: 'soon'})]),
      // A date is old where another one is newer.
      ...gone.map(told => old(told, {date: before}))
    ]
  };
}

/** A resource with what is expected of it. */
const resources = services
  .filter(service => 'resource' in service)
  .flatMap(({name}) => {
    const own = evidence[name];
    const told = toldOf(own);
    return ['', 'gone', ...(stayingWords[name] ?? [])].map(expected => ({
      name,
      expected,
      id: own.example,
      ...told,
      // For a message that shows what failed and not all that there is.
      [fc.toStringMethod]: () => `${name}, expecting ${expected}`
    }));
  });
type Resource = (typeof resources)[number];

/** Whether the answer alone is the state that is expected, by the source of its sample. */
function isExpected({shows, sample, isOld}: Told, expected: string): boolean {
  if (shows !== 'there' || isOld || !sample || !('state' in sample.expected)) return false;
  const {serviceStatus, state, subtasks, contradictions} = sample.expected;
  if (expected === 'gone') return deletedWords.includes(serviceStatus);
  const isWhole = contradictions === undefined && subtasks.every(part => part.state === 'succeeded');
  return isWhole && (expected === '' ? state === 'succeeded' : serviceStatus === expected);
}

interface Poll {
  readonly told: Told;
  readonly atMs: number;
}

/** What must be true of a green step, at the least. */
function mayBeGreen(polls: readonly Poll[], expected: string): boolean {
  const last = polls.at(-1);
  if (!last) return false;
  const about = polls.filter(({told}) => told.shows !== 'nothing');
  if (isExpected(last.told, expected)) {
    // An end is one only after something else, or after the time in which it could be an older one.
    const [first] = about;
    const others = about.filter(({told}) => told.shows === 'there' && !told.isOld && !isExpected(told, expected));
    return others.length > 0 || last.atMs - (first?.atMs ?? last.atMs) >= 60_000;
  }
  if (expected !== 'gone' || last.told.shows !== 'gone') return false;
  const since = about.findLastIndex(({told}) => told.shows !== 'gone' || told.isOld) + 1;
  const tail = about.slice(since);
  const wasSeen = about.slice(0, since).some(({told}) => told.shows === 'there');
  return wasSeen && tail.length >= 3 && last.atMs - (tail[0]?.atMs ?? last.atMs) >= 30_000;
}

async function play({name, expected, id}: Resource, history: readonly Told[], timeout: string) {
  const clock = fakeClock();
  const polls: Poll[] = [];
  const inputs = {
    service: name,
    'task-id': id,
    expect: expected,
    'project-id': 'p1',
    endpoint: 'https://cloud.example',
    token: 'example-token',
    timeout,
    'job-summary': 'false'
  };
  const {outputs, colour} = await act(
    inputs,
    (_, index) => {
      const told = history[Math.min(index, history.length - 1)] as Told;
      polls.push({told, atMs: clock.now()});
      if (told.answer instanceof TransportError) return told.answer;
      return {...told.answer, headers: {date: new Date(clock.date()).toUTCString(), ...told.answer.headers}};
    },
    {clock}
  );
  return {colour, status: outputs.status, message: outputs.message, polls};
}

const times = (told: fc.Arbitrary<Told>, maxLength: number) =>
  fc.tuple(told, fc.integer({min: 1, max: maxLength})).map(([one, count]) => Array<Told>(count).fill(one));

/** Fewer than those of tasks, for each polls until something is proven gone. */
const runs = Number(process.env.FALSE_GREEN_RUNS ?? 300);
/** Much more than it takes, for a machine that others use as well. */
const limitMs = Math.max(300_000, runs * 30);

describe('a history of a resource', () => {
  it('has every resource in it, and each with what shows that it is gone', () => {
    expect(new Set(resources.map(({name}) => name)).size).toBe(11);
    for (const {name, there, gone} of resources)
      expect([name, there.length > 5, gone.length > 0]).toEqual([name, true, true]);
  });

  it(
    'is green only when the last answers read prove what is expected',
    async () => {
      const histories = fc.constantFrom(...resources).chain(resource =>
        fc.record({
          resource: fc.constant(resource),
          history: fc
            .array(
              fc.oneof(
                {weight: 3, arbitrary: times(fc.constantFrom(...resource.there), 2)},
                {weight: 4, arbitrary: times(fc.constantFrom(...resource.gone), 12)},
                {weight: 1, arbitrary: times(fc.constantFrom(...nothing), 2)},
                {weight: 2, arbitrary: times(fc.constantFrom(...resource.fake), 4)}
              ),
              {minLength: 1, maxLength: 6}
            )
            .map(parts => parts.flat()),
          timeout: fc.constantFrom('0', '45s', '100s')
        })
      );
      const seen = {green: 0, red: 0, gone: 0};
      await fc.assert(
        fc.asyncProperty(histories, async ({resource, history, timeout}) => {
          const {colour, status, polls} = await oneOfMany(() => play(resource, history, timeout));
          seen[colour] += 1;
          if (colour === 'green' && polls.at(-1)?.told.shows === 'gone') seen.gone += 1;
          expect(colour === 'green').toBe(status === 'succeeded');
          if (colour === 'green') expect(mayBeGreen(polls, resource.expected)).toBe(true);
        }),
        {numRuns: runs}
      );
      expect(Math.min(seen.green, seen.red)).toBeGreaterThan(runs / 100);
      expect(seen.gone).toBeGreaterThan(runs / 200);
    },
    limitMs
  );

  it.each([...new Set(resources.map(({name}): ServiceName => name))])(
    'ends green when %s is gone, by each sign of that, once it was seen in whatever state',
    async name => {
      const resource = resources.find(each => each.name === name && each.expected === 'gone') as Resource;
      const wrong: unknown[] = [];
      for (const before of resource.there.filter(told => !isExpected(told, 'gone'))) {
        for (const sign of resource.gone) {
          const {status, message} = await oneOfMany(() => play(resource, [before, sign], '3m'));
          if (status !== 'succeeded') wrong.push({before, sign, status, message});
        }
      }
      expect(wrong).toEqual([]);
    },
    limitMs
  );

  it(
    'is red where nothing but a sign that it is gone ever comes',
    async () => {
      for (const resource of resources.filter(({expected}) => expected === 'gone')) {
        for (const sign of resource.gone) expect((await play(resource, [sign], '3m')).status).toBe('not-found');
      }
    },
    limitMs
  );

  it(
    'is red where nothing but a fake follows',
    async () => {
      const wrong: unknown[] = [];
      for (const resource of resources.filter(({expected}) => expected === 'gone')) {
        const [before] = resource.there.filter(
          ({sample}) => sample && 'state' in sample.expected && sample.expected.state === 'running'
        );
        for (const fake of someOf(resource.fake)) {
          const {colour} = await oneOfMany(() => play(resource, [before as Told, fake], '70s'));
          if (colour === 'green') wrong.push({name: resource.name, fake});
        }
      }
      expect(wrong).toEqual([]);
    },
    limitMs
  );
});
