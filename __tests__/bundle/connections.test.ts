import {brotliCompressSync, gzipSync} from 'node:zlib';
import {afterAll, expect} from '@jest/globals';
import {describe, test} from '../helpers/at-once.ts';
import {annotated, dataartsTask, endingOf, fast, green, inputsFor, red, runBundle} from '../helpers/bundle.ts';
import {
  type Answer,
  flood,
  hangUp,
  json,
  redirect,
  reset,
  type SeenRequest,
  silence,
  startServer,
  stopAll
} from '../helpers/server.ts';

afterAll(stopAll);

const running = json(dataartsTask('RUNNING'));
const succeeded = json(dataartsTask('SUCCESSFUL'));
/** In an answer that must not count. */
const lie = dataartsTask('SUCCESSFUL');

const mebibyte = 1024 * 1024;

describe('a body over 4 MiB', () => {
  test.concurrent.each([
    {length: 'of unknown length', headers: {}},
    {length: 'of 64 MiB', headers: {'content-length': 64 * mebibyte}}
  ])('$length is not read on', async ({headers}) => {
    const server = await startServer([running, flood(lie, headers), succeeded]);
    const ran = await runBundle(inputsFor(server.url), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(ran.stdout).toContain('more than 4 MiB');
    expect(server.requests).toHaveLength(3);
    // What stands in the buffers of two sockets comes on top of what was read.
    expect(server.requests[1]?.sentBytes).toBeLessThan(32 * mebibyte);
    expect(server.requests[1]?.openMs).toBeLessThan(2000);
  });

  test.concurrent('starts above 4 MiB: a body just below is read', async () => {
    const server = await startServer([json({...lie, padding: 'x'.repeat(3.9 * mebibyte)})]);
    const ran = await runBundle(inputsFor(server.url), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a body in another form than plain UTF-8', () => {
  const coded =
    (bytes: Uint8Array, headers: Readonly<Record<string, string>>): Answer =>
    response => {
      response.writeHead(200, {'content-type': 'application/json', ...headers}).end(bytes);
    };
  const named = (name: string) => JSON.stringify(dataartsTask('SUCCESSFUL', {name}));

  test.concurrent.each([
    {form: 'gzip', bytes: gzipSync(named('导入')), headers: {'content-encoding': 'gzip'}},
    {form: 'br', bytes: brotliCompressSync(named('导入')), headers: {'content-encoding': 'br'}},
    {
      form: 'utf-16',
      bytes: Buffer.from(named('导入'), 'utf16le'),
      headers: {'content-type': 'text/json; charset=utf-16'}
    }
  ])('($form) is read', async ({bytes, headers}) => {
    const server = await startServer([coded(bytes, headers)]);
    const ran = await runBundle(inputsFor(server.url), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(ran.outputs['task-name']).toBe('导入');
  });

  test.concurrent('in GBK that says so is read, and one that does not proves nothing', async () => {
    const [before = '', after = ''] = named('@').split('@');
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xb5, 0xbc, 0xc8, 0xeb]), Buffer.from(after)]);
    const server = await startServer([
      coded(bytes, {'content-type': 'application/json'}),
      coded(bytes, {'content-type': 'application/json;charset=GBK'})
    ]);
    const ran = await runBundle(inputsFor(server.url), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(ran.outputs['task-name']).toBe('导入');
    expect(ran.stdout).toContain('text is not UTF-8');
    expect(ran.stdout).not.toContain('\ufffd');
  });

  test.concurrent('that would be endless is not unpacked on', async () => {
    const part = gzipSync(Buffer.alloc(16 * mebibyte));
    // Members of gzip in a row are one text.
    const bomb = Buffer.concat(Array.from({length: 16}, () => part));
    const server = await startServer([coded(bomb, {'content-encoding': 'gzip'}), succeeded]);
    const ran = await runBundle(inputsFor(server.url), {env: fast});
    expect(endingOf(ran)).toEqual(green);
    expect(ran.stdout).toContain('more than 4 MiB');
  });
});

describe('a redirect', () => {
  test.concurrent.each([301, 302, 307])('%i is an error, and the other host gets no request', async status => {
    const other = await startServer([succeeded]);
    const server = await startServer([redirect(status, `${other.url}/v1/elsewhere`)]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`HTTP ${status}`);
    expect(annotated(ran)).toContain(new URL(other.url).host);
    expect(server.requests).toHaveLength(1);
    expect(other.requests).toHaveLength(0);
  });

  test.concurrent('within the same host is not followed either', async () => {
    const server = await startServer([redirect(302, '/v1/elsewhere'), succeeded]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(server.requests).toHaveLength(1);
  });
});

describe('a kept connection that the server closes', () => {
  /** Time between two requests. */
  const between = (before: SeenRequest | undefined, after: SeenRequest | undefined) =>
    (after?.atMs ?? Number.NaN) - (before?.atMs ?? Number.NaN);

  test.concurrent('between two looks is replaced, which nobody notices', async () => {
    const closing: Answer = (response, request) => {
      response.once('finish', () => setTimeout(() => request.socket.destroy(), 100));
      running(response, request);
    };
    const server = await startServer([closing, closing, succeeded]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(green);
    expect(ran.outputs.polls).toBe('3');
    expect(ran.stdout).not.toContain('request failed');
    expect(server.requests.map(({connection}) => connection)).toEqual([1, 2, 3]);
  });

  test.concurrent.each([
    {how: 'reset', answer: reset},
    {how: 'closed', answer: hangUp}
  ])('just when the next request comes, $how, is tried again at once on a fresh one', async ({answer}) => {
    const server = await startServer([running, answer, succeeded]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests.map(({connection}) => connection)).toEqual([1, 1, 2]);
    // A failed request would have paused for 0.8 s at least.
    expect(between(server.requests[1], server.requests[2])).toBeLessThan(600);
  });

  test.concurrent('and says nothing, as one that a router has forgotten, is tried again at once', async () => {
    const server = await startServer([running, silence, succeeded]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '3s', 'request-timeout': '2s'}));
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests.map(({connection}) => connection)).toEqual([1, 1, 2]);
  });

  test.concurrent('each time does not make the looks hurry', async () => {
    const server = await startServer([running, reset]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '4s'}));
    expect(endingOf(ran)).toEqual(red('timed-out'));
    // At 0 s; at 1 s twice, the second time at once; after a pause of 1 s; and at the deadline.
    expect(server.requests.length).toBeLessThanOrEqual(6);
  });
});
