import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {awaitMany, type Course, limiters, percentile} from './helpers/many-tasks.ts';

const minuteMs = 60_000;

/** Numbers from 0 to 1 that look random and are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Tasks of 30 s to 30 min, of which about a tenth fail. */
function manyCourses(count: number, random: () => number): Readonly<Record<string, Course>> {
  return Object.fromEntries(
    Array.from({length: count}, (_, index) => [
      `task-${index}`,
      {lastsMs: 30_000 + random() * 1_770_000, ends: random() < 0.9 ? ('SUCCESSFUL' as const) : ('FAILED' as const)}
    ])
  );
}

function verdictsOf(courses: Readonly<Record<string, Course>>) {
  return Object.fromEntries(
    Object.entries(courses).map(([id, {ends}]) => [id, ends === 'FAILED' ? 'failed' : 'succeeded'])
  );
}

const good = (lastsMs: number): Course => ({lastsMs, ends: 'SUCCESSFUL'});
const bad = (lastsMs: number): Course => ({lastsMs, ends: 'FAILED'});

describe('a hundred tasks in one step', () => {
  it.each(Object.entries(limiters))(
    'get the right verdicts within a minute where requests are counted %s',
    async (_, limited) => {
      const random = seeded(11);
      const courses = manyCourses(100, random);
      const {statusOf, lagsMs, throttled, outputs} = await awaitMany({courses, random, limiter: limited(120)});
      const got = Object.fromEntries(Object.keys(courses).map(id => [id, statusOf(id)]));
      expect(got).toEqual(verdictsOf(courses));
      expect(lagsMs).toHaveLength(100);
      expect(Math.max(...lagsMs)).toBeLessThanOrEqual(minuteMs);
      // Once for those that were in flight together, and never again.
      expect(throttled).toBeLessThanOrEqual(4);
      expect(outputs.status).toBe('failed');
    }
  );

  it.each([
    ['that tell nothing', {text: 'slow down'}],
    ['that tell a time to wait', {text: 'slow down', headers: {'retry-after': '20'}}]
  ])('get the right verdicts from throttled answers %s', async (_, told) => {
    const random = seeded(12);
    const courses = manyCourses(100, random);
    const limiter = limiters['over the last minute']?.(120);
    const {statusOf, lagsMs} = await awaitMany({courses, random, ...(limiter && {limiter: {...limiter, told}})});
    expect(Object.fromEntries(Object.keys(courses).map(id => [id, statusOf(id)]))).toEqual(verdictsOf(courses));
    expect(Math.max(...lagsMs)).toBeLessThanOrEqual(2 * minuteMs);
  });

  it('are seen to end as soon as a single one where nothing limits them', async () => {
    const random = seeded(13);
    const latencyMs = 200;
    const {lagsMs, mostInFlight, throttled} = await awaitMany({courses: manyCourses(100, random), random, latencyMs});
    expect(percentile(lagsMs, 95)).toBeLessThanOrEqual(15_000 + latencyMs);
    expect(mostInFlight).toBe(4);
    expect(throttled).toBe(0);
  });

  it('have a log that stays readable', async () => {
    const random = seeded(14);
    const {log} = await awaitMany({courses: manyCourses(100, random), random});
    expect(log[1]).toMatch(/^waiting at most \S.* for 100 tasks of /);
    const heartbeats = log.filter(line => /^ +\S.* \d+ of 100 done, .*\(\d+ polls\)$/.test(line));
    expect(heartbeats.length).toBeGreaterThan(1);
    // Two lines for each task, one a minute where nothing changes, those that did not succeed, and a folded list of all.
    expect(log.length).toBeLessThan(400);
  });
});

describe('several tasks', () => {
  it('are each looked at once at first, and repeated ids are one', async () => {
    const courses = {a1: good(0), b2: good(0)};
    const {looks, outputs, colour} = await awaitMany({courses, inputs: {'task-id': 'a1, b2\n a1'}});
    expect(looks).toEqual({a1: 1, b2: 1});
    expect([colour, outputs.status, outputs.polls]).toEqual(['green', 'succeeded', '2']);
  });

  it('are all looked at once more at the limit', async () => {
    const courses = {a1: good(10_000), b2: good(90_000), c3: bad(59_500)};
    const {statusOf, outputs, annotations} = await awaitMany({courses, inputs: {timeout: '1m'}});
    expect([statusOf('a1'), statusOf('b2'), statusOf('c3')]).toEqual(['succeeded', 'timed-out', 'failed']);
    expect(outputs.status).toBe('failed');
    expect(annotations).toEqual([
      {
        level: 'error',
        title: expect.stringMatching(/^3 tasks of DataArts Studio: 1 failed, /),
        message: expect.stringContaining('c3')
      }
    ]);
  });

  it('are each looked at by timeout: 0, and an open one keeps the gate shut', async () => {
    const courses = Object.fromEntries(Array.from({length: 20}, (_, index) => [`t-${index}`, good(index * 60_000)]));
    const {looks, outputs, colour, annotations} = await awaitMany({courses, inputs: {timeout: '0'}});
    expect(Object.values(looks)).toEqual(Array.from({length: 20}, () => 1));
    expect([colour, outputs.status]).toEqual(['red', 'unfinished']);
    expect(annotations.map(({level}) => level)).toEqual(['notice']);
  });

  it('go on when one fails', async () => {
    const {statusOf, outputs} = await awaitMany({courses: {a1: bad(5000), b2: good(100_000)}});
    expect([statusOf('a1'), statusOf('b2'), outputs.status]).toEqual(['failed', 'succeeded', 'failed']);
  });

  it('stop at the first that fails with fail-fast', async () => {
    const courses = {a1: good(1000), b2: bad(20_000), c3: good(1_000_000)};
    const {statusOf, outputs, clock, log} = await awaitMany({courses, inputs: {'fail-fast': 'true'}});
    expect(['a1', 'b2', 'c3'].map(statusOf)).toEqual(['succeeded', 'failed', 'unfinished']);
    expect(outputs.status).toBe('failed');
    expect(clock.now()).toBeLessThan(30_000);
    expect(log.join('\n')).toMatch(/c3: not ended: .*fail-fast/);
  });

  it('do not stop at a success with fail-fast', async () => {
    const courses = {a1: good(1000), b2: good(50_000)};
    const {colour} = await awaitMany({courses, inputs: {'fail-fast': 'true'}});
    expect(colour).toBe('green');
  });

  it('are cancelled together', async () => {
    const controller = new AbortController();
    const {statusOf, outputs, annotations} = await awaitMany({
      courses: {a1: good(1000), b2: good(500_000), c3: good(500_000)},
      signal: controller.signal,
      answer: (_id, nowMs) => {
        if (nowMs > 100_000) controller.abort();
        return undefined;
      }
    });
    expect(['a1', 'b2', 'c3'].map(statusOf)).toEqual(['succeeded', 'cancelled', 'cancelled']);
    expect(outputs.status).toBe('cancelled');
    expect(annotations).toHaveLength(1);
  });

  it('show credentials that are refused once, and not once for each', async () => {
    const refused = {
      status: 401,
      text: '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information"}'
    };
    const courses = Object.fromEntries(Array.from({length: 50}, (_, index) => [`t-${index}`, good(0)]));
    const {outputs, requestedAtMs, statusOf} = await awaitMany({courses, answer: () => refused});
    expect(outputs.status).toBe('denied');
    expect(requestedAtMs).toHaveLength(1);
    expect(statusOf('t-49')).toBe('denied');
  });

  it('go on when one of them may not be read', async () => {
    const forbidden = {status: 403, text: '{"error_code":"DLF.6888","error_msg":"no permission"}'};
    const {statusOf, outputs} = await awaitMany({
      courses: {a1: good(0), b2: good(20_000)},
      answer: id => (id === 'a1' ? forbidden : undefined)
    });
    expect([statusOf('a1'), statusOf('b2'), outputs.status]).toEqual(['denied', 'succeeded', 'denied']);
  });

  it('give a host up together that never answers', async () => {
    const courses = Object.fromEntries(Array.from({length: 50}, (_, index) => [`t-${index}`, good(0)]));
    const page = {status: 200, text: '<html>Sign in to the network</html>'};
    const {outputs, clock, statusOf, requestedAtMs} = await awaitMany({courses, answer: () => page});
    expect([outputs.status, statusOf('t-7')]).toEqual(['error', 'error']);
    expect(clock.now()).toBeLessThan(65_000);
    // One task at a time asks until the host is known to be the right one.
    expect(requestedAtMs.length).toBeLessThan(16);
  });

  it('end soon after the limit where nothing is answered any more', async () => {
    const courses = Object.fromEntries(Array.from({length: 100}, (_, index) => [`t-${index}`, good(1_000_000)]));
    const silence = {status: 504, text: ''};
    const {outputs, clock, requestedAtMs} = await awaitMany({
      courses,
      inputs: {timeout: '2m'},
      latencyMs: 20_000,
      answer: (_id, nowMs) => (nowMs > 60_000 ? silence : undefined)
    });
    expect(outputs.status).toBe('timed-out');
    expect(clock.now()).toBeLessThan(120_000 + 3 * 20_000);
    expect(requestedAtMs.length).toBeLessThan(60);
  });

  it('tell an outage once and not for each', async () => {
    const courses = Object.fromEntries(Array.from({length: 30}, (_, index) => [`task-${index}`, good(300_000)]));
    const {log, colour} = await awaitMany({
      courses,
      answer: (_id, nowMs) => (nowMs > 60_000 && nowMs < 180_000 ? {status: 503, text: ''} : undefined)
    });
    expect(colour).toBe('green');
    expect(log.filter(line => line.includes('request failed: '))).toHaveLength(1);
    expect(log.filter(line => line.includes('  requests succeed again'))).toHaveLength(1);
    expect(log.some(line => /no answer about \d+ for up to /.test(line))).toBe(true);
  });

  it('are green only where each of them is proven', async () => {
    const course = fc.record({
      lastsMs: fc.integer({min: 0, max: 200_000}),
      // Mostly: each of up to six has to succeed for a green end.
      ends: fc.oneof({arbitrary: fc.constant('SUCCESSFUL'), weight: 12}, fc.constant('FAILED'))
    });
    const answers = fc.constantFrom(
      undefined,
      {status: 503, text: ''},
      {status: 200, text: '{}'},
      {status: 200, text: '{"id":"another","status":"SUCCESSFUL"}'},
      {status: 404, text: '{}'}
    );
    const seen = {green: 0, red: 0};
    await fc.assert(
      fc.asyncProperty(
        fc.array(course, {minLength: 2, maxLength: 6}),
        fc.array(answers, {maxLength: 8}),
        fc.constantFrom('true', 'false'),
        fc.constantFrom('0', '60s', '5m', '5m', '5m'),
        async (list, oddities, failFast, timeout) => {
          const courses = Object.fromEntries(list.map((each, index) => [`t-${index}`, each as Course]));
          const last: Record<string, unknown> = {};
          const {colour, outputs} = await awaitMany({
            courses,
            random: () => 0.5,
            inputs: {'fail-fast': failFast, timeout},
            answer: (id, nowMs, number) => {
              const odd = oddities[(Number(id.slice(2)) * 3 + number) % 16];
              const {lastsMs = 0, ends = ''} = courses[id] ?? {};
              last[id] = odd ?? (nowMs >= lastsMs ? ends : 'RUNNING');
              return odd;
            }
          });
          seen[colour] += 1;
          expect(colour === 'green').toBe(outputs.status === 'succeeded');
          if (colour === 'green') expect(Object.values(last)).toEqual(list.map(() => 'SUCCESSFUL'));
        }
      ),
      {numRuns: 120}
    );
    expect(Math.min(seen.green, seen.red)).toBeGreaterThan(2);
  }, 60_000);
});
