import {execFileSync} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {
  annotated,
  dataartsTask,
  endingOf,
  green,
  inputsFor,
  type Ran,
  type Running,
  red,
  startBundle
} from '../helpers/bundle.ts';
import {type ForwardProxy, json, silence, stalledBody, startProxy, startServer, stopAll} from '../helpers/server.ts';

afterAll(stopAll);

const isWindows = process.platform === 'win32';
const testWithSignals = isWindows ? test.skip : test;
const unlessSkipped = isWindows ? ' (skipped: Windows ends a process without telling it)' : '';

const running = json(dataartsTask('RUNNING'));

interface Moment {
  readonly moment: string;
  /** Starts a step and resolves when it has come to that moment. */
  readonly begin: () => Promise<Running>;
  /** Whether the task was seen before. */
  readonly seen: boolean;
}

async function beginAtServer(answers: Parameters<typeof startServer>[0]): Promise<Running> {
  const server = await startServer(answers);
  const step = await startBundle(inputsFor(server.url));
  await server.received(answers.length);
  return step;
}

async function beginAtSilentProxy(): Promise<Running> {
  const proxy: ForwardProxy = await startProxy('silent');
  const step = await startBundle(inputsFor('https://dayu-dlf.example.test'), {
    env: {HTTPS_PROXY: `http://${proxy.host}`}
  });
  await proxy.received(1);
  return step;
}

async function beginPause(): Promise<Running> {
  const server = await startServer([running]);
  const step = await startBundle(inputsFor(server.url, {'min-interval': '1m', 'max-interval': '1m'}));
  await step.says('RUNNING');
  return step;
}

async function beginPauseAfterFailure(): Promise<Running> {
  const server = await startServer([json({error_code: 'APIGW.0308'}, {status: 429, headers: {'retry-after': '60'}})]);
  const step = await startBundle(inputsFor(server.url));
  await step.says('request failed');
  return step;
}

/** IAM is asked for a token, or for the project, and says nothing. */
async function beginAtIam(more: Readonly<Record<string, string>>): Promise<Running> {
  const iam = await startServer([silence]);
  const given = {token: '', 'project-id': '', region: 'eu-de', 'iam-endpoint': iam.url, ...more};
  const step = await startBundle(inputsFor('http://127.0.0.1:1', given));
  await iam.received(1);
  return step;
}

/** The token is refused in mid-wait, and IAM says nothing when it is asked for another one. */
async function beginAtRenewal(): Promise<Running> {
  const project = {id: 'P1', name: 'eu-de'};
  const lifeMs = 24 * 3_600_000;
  const token = {expires_at: new Date(Date.now() + lifeMs).toISOString(), project};
  const iam = await startServer([
    json({token}, {status: 201, headers: {'x-subject-token': 'ExampleToken0001'}}),
    silence
  ]);
  const server = await startServer([running, json({error_code: 'APIGW.0301'}, {status: 401})]);
  const given = {token: '', region: 'eu-de', 'iam-endpoint': iam.url, ...password};
  const step = await startBundle(inputsFor(server.url, given));
  await iam.received(2);
  return step;
}

const password = {username: 'waiter', password: 'ExamplePassword', 'domain-name': 'octo'};
const keys = {'access-key': 'EXAMPLEACCESSKEY0003', 'secret-key': 'ExampleSecretKey0003'};

const moments: readonly Moment[] = [
  {moment: 'a log-in', begin: () => beginAtIam(password), seen: false},
  {moment: 'the look-up of the project', begin: () => beginAtIam(keys), seen: false},
  {moment: 'a renewal of the token', begin: beginAtRenewal, seen: true},
  {moment: 'a pause', begin: beginPause, seen: true},
  {moment: 'a pause after a failed request', begin: beginPauseAfterFailure, seen: false},
  {moment: 'the first request', begin: () => beginAtServer([silence]), seen: false},
  {moment: 'a later request', begin: () => beginAtServer([running, silence]), seen: true},
  {moment: 'a half-read answer', begin: () => beginAtServer([stalledBody(dataartsTask('SUCCESSFUL'))]), seen: false},
  {moment: 'a CONNECT to a silent proxy', begin: beginAtSilentProxy, seen: false}
];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

async function killed(step: Running, signal: NodeJS.Signals): Promise<Ran & {readonly tookMs: number}> {
  const killedAtMs = performance.now();
  step.kill(signal);
  const ran = await step.ended;
  return {...ran, tookMs: ran.endedAtMs - killedAtMs};
}

// Each has to end within a second: no more than those that come to a moment together are told at once.
describe(`a step that is told to stop${unlessSkipped}`, () => {
  describe.each(moments)('during $moment', ({begin, seen}) => {
    let steps: readonly Running[] = [];
    beforeAll(async () => {
      if (!isWindows) steps = await Promise.all(signals.map(begin));
    });

    testWithSignals.each(signals)('by %s ends within a second', async signal => {
      const ran = await killed(steps[signals.indexOf(signal)] as Running, signal);
      expect(endingOf(ran)).toEqual(red('cancelled'));
      expect(ran.tookMs).toBeLessThan(1000);
      expect(annotated(ran)).toMatch(/told the step to stop.*If this job only waits: re-run this job alone/);
      expect(ran.outputs.message).toMatch(/^After \d+s of waiting, GitHub told the step to stop\. /);
      expect(ran.summary).toMatch(/\*\*Task now:\*\* (Not known|Still running when last polled)/);
      expect(ran.outputs['service-status']).toBe(seen ? 'RUNNING' : '');
      expect(ran.stdout).toMatch(/If this job only waits: re-run this job alone/);
      expect(ran.summary).toMatch(/If this job only waits: re-run this job alone/);
    });
  });

  testWithSignals.each([{signals: ['SIGINT', 'SIGTERM']}, {signals: ['SIGINT', 'SIGINT']}] as const)(
    'by $signals in a hurry has everything written all the same',
    async ({signals: [first, second]}) => {
      const step = await beginPause();
      step.kill(first);
      await delay(2);
      const ran = await killed(step, second);
      expect(endingOf(ran)).toEqual(red('cancelled'));
      expect(ran.tookMs).toBeLessThan(1000);
    }
  );

  // A pipe takes the summary when somebody reads it, which here is after the signal.
  testWithSignals('while it writes its summary keeps its verdict and writes on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'summary-'));
    const pipe = join(folder, 'pipe');
    try {
      execFileSync('mkfifo', [pipe]);
      const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
      const step = await startBundle(inputsFor(server.url), {env: {GITHUB_STEP_SUMMARY: pipe}});
      await step.says('SUCCESSFUL');
      await delay(200);
      step.kill('SIGINT');
      await delay(200);
      const [summary, ran] = await Promise.all([readFile(pipe, 'utf8'), step.ended]);
      expect(summary).toMatch(/^### ✅ [\s\S]*<\/sub>\n$/);
      expect({...endingOf(ran), summary: '### ✅'}).toEqual(green);
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  });

  testWithSignals('by the same signal again when it has told why keeps its exit code', async () => {
    const step = await beginPause();
    step.kill('SIGINT');
    await step.says('told the step to stop');
    step.kill('SIGINT');
    expect(endingOf(await step.ended)).toEqual(red('cancelled'));
  });
});
