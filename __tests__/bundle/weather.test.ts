import {afterAll, expect} from '@jest/globals';
import {describe, test} from '../helpers/at-once.ts';
import {
  annotated,
  dataartsTask,
  endingOf,
  fast,
  faster,
  green,
  inputsFor,
  red,
  runBundle,
  startBundle
} from '../helpers/bundle.ts';
import {clockSpeed} from '../helpers/clock-speed.ts';
import {
  type Answer,
  cutBody,
  cutChunks,
  drippingBody,
  drippingHead,
  hangUp,
  json,
  reset,
  silence,
  stalledBody,
  startServer,
  stopAll
} from '../helpers/server.ts';

afterAll(stopAll);

const running = json(dataartsTask('RUNNING'));
const succeeded = json(dataartsTask('SUCCESSFUL'));
const failed = json(dataartsTask('FAILED'));
/** In each answer that is none: if it counted, the gate would open. */
const lie = dataartsTask('SUCCESSFUL');

const mebibyte = 1024 * 1024;
const padding = 'x'.repeat(9 * mebibyte);

const badWeather: readonly {readonly weather: string; readonly answer: Answer}[] = [
  {weather: 'a body cut half-way', answer: cutBody(lie)},
  {weather: 'a chunked body cut half-way', answer: cutChunks(lie)},
  {weather: 'a stalled body', answer: stalledBody(lie)},
  {weather: 'a body that drips without end', answer: drippingBody(lie)},
  {weather: 'headers that drip without end', answer: drippingHead},
  {weather: 'no answer at all', answer: silence},
  {weather: 'a reset connection', answer: reset},
  {weather: 'a connection closed without an answer', answer: hangUp},
  {weather: 'a body of 9 MiB', answer: json({...lie, padding})},
  {weather: 'a page under 200', answer: response => response.end('<html>SUCCESSFUL</html>')},
  {weather: 'a good body under 503', answer: json(lie, {status: 503})}
];

describe('bad weather', () => {
  // The longest first: of all tests that wait, ten do at the same time.
  test.concurrent('a dripping answer that lasts until timeout is told, with the limit it came up against', async () => {
    const server = await startServer([running, drippingBody(lie)]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '2s', 'request-timeout': '1s'}));
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(annotated(ran)).toContain('no complete answer within 1 s');
  });

  test.concurrent('a broken connection that lasts until timeout is timed-out, never green', async () => {
    const server = await startServer([json({...lie, status: 'RUNNING'}), cutBody(lie)]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '3s'}));
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(annotated(ran)).toMatch(/last request failed.*half-way/);
  });

  test.concurrent('one policy decides on retries: each request is a look that is counted, and pauses lie between', async () => {
    const server = await startServer([json({error_code: 'APIGW.0203', error_msg: 'Backend timeout.'}, {status: 504})]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '4s'}));
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(server.requests).toHaveLength(Number(ran.outputs.polls));
    // At 0 s, 1 s and 3 s, give or take a fifth, and at the deadline.
    expect(server.requests.length).toBeLessThanOrEqual(4);
    expect(server.requests.length).toBeGreaterThanOrEqual(3);
  });

  test.concurrent('of a server that restarts passes', async () => {
    const before = await startServer([running]);
    const step = await startBundle(inputsFor(before.url));
    await before.received(1);
    before.stop();
    await step.says('ECONNREFUSED');
    const after = await startServer([running, succeeded], {port: before.port});
    expect(endingOf(await step.ended)).toEqual(green);
    expect(after.requests).toHaveLength(2);
  });

  test.concurrent('of a server that never comes back is timed-out', async () => {
    const server = await startServer([running]);
    const step = await startBundle(inputsFor(server.url, {timeout: '4s'}));
    await server.received(1);
    await step.says('RUNNING');
    server.stop();
    const ran = await step.ended;
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(annotated(ran)).toContain('ECONNREFUSED');
  });

  test.concurrent('of throttling heeds Retry-After', async () => {
    const throttled = json({error_code: 'APIGW.0308'}, {status: 429, headers: {'retry-after': '3'}});
    const server = await startServer([throttled, succeeded]);
    expect(endingOf(await runBundle(inputsFor(server.url)))).toEqual(green);
    const [first, second] = server.requests.map(({atMs}) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(2900);
  });

  test.concurrent.each(badWeather)('$weather says nothing, and the next look decides: green', async ({answer}) => {
    const server = await startServer([running, answer, succeeded]);
    const ran = await runBundle(inputsFor(server.url, {'request-timeout': '1s'}), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(ran.outputs.polls).toBe('3');
    expect(server.requests).toHaveLength(3);
    // request-timeout is a limit for the whole of an attempt.
    expect(server.requests[1]?.openMs).toBeLessThan(1900);
  });

  test.concurrent.each([
    {weather: 'a body cut half-way', answer: cutBody(lie)},
    {weather: 'a chunked body cut half-way', answer: cutChunks(lie)},
    {weather: 'a stalled body', answer: stalledBody(lie)},
    {weather: 'a body of 9 MiB', answer: json({...lie, padding})}
  ])('$weather, as the very first answer, is no success either', async ({answer}) => {
    const server = await startServer([answer, failed]);
    const ran = await runBundle(inputsFor(server.url, {'request-timeout': '1s'}), {env: fast});
    expect(endingOf(ran)).toEqual(red('failed'));
    expect(ran.outputs.polls).toBe('2');
    expect(server.requests).toHaveLength(2);
  });

  test.concurrent('of five resets in a row passes', async () => {
    const server = await startServer([running, reset, reset, reset, reset, succeeded]);
    const ran = await runBundle(inputsFor(server.url), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests).toHaveLength(6);
  });

  test.concurrent('of the look-up of names passes once the host was reached', async () => {
    const closing = {headers: {connection: 'close'}};
    const server = await startServer([
      json(dataartsTask('RUNNING'), closing),
      json(dataartsTask('SUCCESSFUL'), closing)
    ]);
    const preload = new URL('../helpers/failing-lookup.js', import.meta.url);
    const ran = await runBundle(inputsFor(`http://localhost:${server.port}`), {
      env: faster(10, preload)
    });
    expect(endingOf(ran)).toEqual(green);
    expect(ran.stdout).toContain('EAI_AGAIN');
    expect(server.requests).toHaveLength(2);
  });
});

function runFast(url: string, speed = clockSpeed) {
  return runBundle(inputsFor(url, {'min-interval': '2s', 'max-interval': '15s'}), {env: faster(speed)});
}

describe('a long outage', () => {
  const page: Answer = response => response.writeHead(502, {'content-type': 'text/html'}).end('<h1>Bad Gateway</h1>');

  test.concurrent('of ten minutes passes, and costs no more than a look every ten seconds', async () => {
    // Not faster: a second in which the machine does something else is more than three minutes.
    const speed = clockSpeed / 2;
    let firstMs: number | undefined;
    const outage: Answer = (response, request) => {
      firstMs ??= performance.now();
      const isOver = (performance.now() - firstMs) * speed >= 600_000;
      (isOver ? succeeded : page)(response, request);
    };
    const server = await startServer([running, outage]);
    const ran = await runFast(server.url, speed);
    expect(endingOf(ran)).toEqual(green);
    expect(ran.summary).toMatch(/Waited 1[0-3]m /);
    expect(server.requests.length).toBeGreaterThan(10);
    expect(server.requests.length).toBeLessThan(60);
    expect(ran.stdout.match(/next poll in /g)).toHaveLength(1);
  });

  test.concurrent('of a hundred resets in a row passes', async () => {
    const server = await startServer([running, ...Array.from({length: 100}, () => reset), succeeded]);
    expect(endingOf(await runFast(server.url))).toEqual(green);
    expect(server.requests).toHaveLength(102);
  });

  test.concurrent('that ends in a failure is red', async () => {
    const server = await startServer([running, ...Array.from({length: 20}, () => page), failed]);
    expect(endingOf(await runFast(server.url))).toEqual(red('failed'));
  });
});
