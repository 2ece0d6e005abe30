import {afterAll, expect} from '@jest/globals';
import {describe, test} from '../helpers/at-once.ts';
import {annotated, dataartsTask, endingOf, inputsFor, red, runBundle} from '../helpers/bundle.ts';
import {json, startServer, stopAll} from '../helpers/server.ts';

afterAll(stopAll);

const running = json(dataartsTask('RUNNING'));

/** Code that runs in the step before the action does. */
function preloaded(code: string): Readonly<Record<string, string>> {
  return {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`};
}

describe('a step in which something throws that nobody waits for', () => {
  test.concurrent.each([
    ['an exception in a timer', "setTimeout(() => { throw new Error('a bug') }, 1500)"],
    ['a rejection', "setTimeout(() => Promise.reject(new Error('a bug')), 1500)"],
    ['what is no error', 'setTimeout(() => Promise.reject({toString() { throw 1 }}), 1500)'],
    [
      'a listener of a signal',
      "const {signal} = new AbortController(); setTimeout(() => { const own = new AbortController(); own.signal.addEventListener('abort', () => { throw new Error('a bug') }); own.abort() }, 1500)"
    ]
  ])('tells all the same: %s', async (_, code) => {
    const server = await startServer([running]);
    const ran = await runBundle(inputsFor(server.url), {env: preloaded(code)});
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toMatch(/a bug|an error without words/);
  });
});

describe('a log whose reader went away', () => {
  test.concurrent('ends the log and not the wait', async () => {
    const server = await startServer([running, running, json(dataartsTask('SUCCESSFUL'))]);
    const code =
      "const {stdout} = process; const write = stdout.write.bind(stdout); let lines = 0; stdout.write = (text, ...more) => { if (++lines < 4) return write(text, ...more); const error = Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}); process.nextTick(() => { stdout.emit('error', error); more.at(-1)?.(error) }); return false }";
    const ran = await runBundle(inputsFor(server.url), {env: preloaded(code)});
    expect([ran.exitCode, ran.outputs.status, ran.stderr]).toEqual([0, 'succeeded', '']);
    expect(ran.summary).toMatch(/^### ✅/);
    expect(ran.stdout).not.toContain('✓');
  });
});

describe('outputs that cannot be set', () => {
  test.concurrent('make the step red, with the verdict and what helps', async () => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url), {env: {GITHUB_OUTPUT: '/nowhere/output'}});
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toMatch(
      /^::error title=DataArts Studio task "Import the job from obs%3A\/\/aaaaa\/job_batch\.zip" succeeded%2C but the outputs could not be set::/m
    );
    expect(annotated(ran)).toMatch(/status is missing for later steps: .*options: --user/);
    expect(ran.summary).toMatch(/^### 💥/);
  });
});
