import {describe, expect, it} from '@jest/globals';
import {TransportError} from '../src/http/transport.ts';
import {act, dataartsInputs} from './helpers/act.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import type {Scripted} from './helpers/fake-transport.ts';

const minuteMs = 60_000;
const task = (status: string): Scripted => ({
  headers: {date: 'Thu, 15 Jan 2026 08:30:00 GMT'},
  body: {id: dataartsInputs['task-id'], name: 'Import', startTime: Date.UTC(2026, 0, 15, 8, 30), status}
});

/** A task that is seen running, then weather until that time, then its end. */
async function through(weather: (index: number) => Scripted | TransportError, untilMs: number, end = 'SUCCESSFUL') {
  const clock = fakeClock();
  const inputs = {...dataartsInputs, timeout: '1h'};
  return act(
    inputs,
    (_, index) => (index === 0 ? task('RUNNING') : clock.now() < untilMs ? weather(index) : task(end)),
    {clock}
  );
}

describe('ten minutes of bad weather', () => {
  it.each([
    {what: 'refused connections', answer: new TransportError('refused the connection (ECONNREFUSED)')},
    {what: 'resets', answer: new TransportError('was broken off (ECONNRESET)')},
    {what: 'resets of kept connections', answer: new TransportError('was broken off', {staleConnection: true})},
    {what: 'names that cannot be looked up', answer: new TransportError('could not be looked up (ENOTFOUND)')},
    {what: 'pages under 502', answer: {status: 502, body: '<html>SUCCESSFUL</html>'}},
    {what: 'empty answers under 520', answer: {status: 520, body: ''}},
    {what: 'pages under 524', answer: {status: 524, body: '<html>SUCCESSFUL</html>'}},
    {what: 'empty answers under 200', answer: {status: 200, body: ''}},
    {what: 'throttling', answer: {status: 429, body: {error_code: 'APIGW.0308', error_msg: 'too many'}}}
  ])('of $what end in the verdict of the answer after it', async ({answer}) => {
    for (const [end, status] of [
      ['SUCCESSFUL', 'succeeded'],
      ['FAILED', 'failed']
    ] as const) {
      const acted = await through(() => answer, 10 * minuteMs, end);
      expect(acted.outputs.status).toBe(status);
      // Neither in a hurry nor asleep: a look each 15 s, or each minute where the cloud wants fewer.
      expect(acted.requests.length).toBeGreaterThanOrEqual(11);
      expect(acted.requests.length).toBeLessThanOrEqual(100);
      expect(acted.clock.now()).toBeLessThan(11.5 * minuteMs);
      expect(acted.log.length).toBeLessThan(25);
    }
  });

  it('of pages in place of answers ends after five minutes of nothing else', async () => {
    const page = {status: 200, body: '<html>SUCCESSFUL</html>'};
    const acted = await through(() => page, 4.5 * minuteMs);
    expect(acted.outputs.status).toBe('succeeded');
    const given = await through(() => page, 10 * minuteMs);
    expect(given.outputs).toMatchObject({
      status: 'error',
      message: expect.stringMatching(/For 5 minutes no answer of this API came from DataArts Studio/)
    });
    expect(given.clock.now()).toBeLessThan(5.5 * minuteMs);
  });

  it('of a proxy that wants another password are not waited for, for repetitions can lock an account', async () => {
    const acted = await through(() => ({status: 407, body: '<html>proxy</html>'}), 10 * minuteMs);
    expect(acted.outputs.status).toBe('error');
    expect(acted.requests).toHaveLength(2);
  });

  it('of a certificate that is not trusted are given half a minute, after which repetitions are of no use', async () => {
    const untrusted = new TransportError('bad', {isFinal: true});
    const acted = await through(() => untrusted, 10 * minuteMs);
    expect(acted.outputs.status).toBe('error');
    expect(acted.requests.length).toBeLessThan(30);
    expect((await through(() => untrusted, 20_000)).outputs.status).toBe('succeeded');
  });

  it('of a hundred resets in a row end so too', async () => {
    const reset = new TransportError('was broken off (ECONNRESET)');
    const acted = await act({...dataartsInputs, timeout: '2h'}, [
      task('RUNNING'),
      ...Array.from({length: 100}, () => reset),
      task('SUCCESSFUL')
    ]);
    expect(acted.outputs.status).toBe('succeeded');
    expect(acted.outputs.polls).toBe('102');
  });
});

describe('throttling', () => {
  const date = 'Thu, 15 Jan 2026 08:30:00 GMT';
  it.each([
    {told: 'nothing', headers: {}, fromS: 4, toS: 6},
    {told: 'seconds', headers: {'retry-after': '20'}, fromS: 20, toS: 20},
    {told: 'a date', headers: {date, 'retry-after': 'Thu, 15 Jan 2026 08:30:40 GMT'}, fromS: 40, toS: 40},
    {told: 'a date in the past', headers: {date, 'retry-after': 'Thu, 15 Jan 2026 08:00:00 GMT'}, fromS: 4, toS: 6},
    {told: '31 years', headers: {'retry-after': '1000000000'}, fromS: 300, toS: 300},
    {told: 'more than a number holds', headers: {'retry-after': '9'.repeat(400)}, fromS: 300, toS: 300},
    {told: 'a negative number', headers: {'retry-after': '-5'}, fromS: 4, toS: 6},
    {told: 'zero', headers: {'retry-after': '0'}, fromS: 4, toS: 6},
    {told: 'garbage', headers: {'retry-after': 'soon, 5, Infinity'}, fromS: 4, toS: 6},
    {told: 'a window', headers: {}, text: 'policy, limit:60,time:1 minute', fromS: 60, toS: 60},
    {told: 'an absurd window', headers: {}, text: 'limit:1,time:9999 minute', fromS: 300, toS: 300},
    {told: 'a window of nothing', headers: {}, text: 'limit:1,time:0 second', fromS: 4, toS: 6}
  ])('that tells $told pauses within bounds', async ({headers, text = 'too many', fromS, toS}) => {
    const clock = fakeClock();
    const atMs: number[] = [];
    const answer: Scripted = {status: 429, headers, body: {error_code: 'APIGW.0308', error_msg: text}};
    const acted = await act(
      dataartsInputs,
      (_, index) => {
        atMs.push(clock.now());
        return index === 1 ? answer : task(index === 0 ? 'RUNNING' : 'SUCCESSFUL');
      },
      {clock}
    );
    expect(acted.outputs.status).toBe('succeeded');
    const pauseMs = (atMs[2] ?? Number.NaN) - (atMs[1] ?? Number.NaN);
    expect(pauseMs).toBeGreaterThanOrEqual(fromS * 1000);
    expect(pauseMs).toBeLessThanOrEqual(toS * 1000);
  });

  it('that never ends is told as the limit of the wait', async () => {
    const acted = await act({...dataartsInputs, timeout: '10m'}, [
      task('RUNNING'),
      {status: 429, headers: {'retry-after': '1e9'}, body: {}}
    ]);
    expect(acted.outputs.status).toBe('timed-out');
    expect(acted.clock.now()).toBe(10 * minuteMs);
  });
});
