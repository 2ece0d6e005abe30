import {describe, expect, it} from '@jest/globals';
import {TransportError} from '../src/http/transport.ts';
import type {Verdict} from '../src/polling/verdict.ts';
import {type Acted, act, dataartsInputs, type Stage} from './helpers/act.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import type {Script, Scripted} from './helpers/fake-transport.ts';

const startMs = Date.UTC(2026, 0, 15, 8, 30);
const asked = {id: dataartsInputs['task-id'], name: 'Import', startTime: startMs};
const task = (status: unknown, more: Readonly<Record<string, unknown>> = {}): Scripted => ({
  body: {...asked, status, ...more}
});
const running = task('RUNNING');
const succeeded = task('SUCCESSFUL', {endTime: startMs + 2000});
const subtask = (status: string) => ({id: status, name: `the ${status} one`, status});
const error = (code: string, text = 'text') => ({error_code: code, error_msg: text});
const notFound: Scripted = {status: 400, body: error('DLF.0810', 'Task does not exist')};
const check = (status: number): Scripted => ({body: {task_status: status}});
const checkInputs = {service: 'codearts-check', 'task-id': 'c1', endpoint: 'https://check.example', token: 'TTTT'};

interface Scene {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly script: Script;
  readonly stage?: () => Stage;
  readonly verdict: Verdict;
  /** Of the message. */
  readonly says?: RegExp;
  readonly looks?: number;
}

/** Inputs on top of a complete set. */
function play({inputs = {}, script, stage}: Scene): Promise<Acted> {
  return act(inputs.service === undefined ? {...dataartsInputs, ...inputs} : inputs, script, stage?.() ?? {});
}

const verdicts: readonly Scene[] = [
  {name: 'success', script: [running, succeeded], verdict: 'succeeded', looks: 2},
  {
    name: 'a failure that the service tells',
    script: [task('FAILED', {endTime: startMs, message: 'No such file'})],
    verdict: 'failed',
    says: /No such file/
  },
  {
    name: 'a success with a failed subtask',
    script: [task('SUCCESSFUL', {subtasks: [subtask('SUCCESSFUL'), subtask('FAILED')]})],
    verdict: 'failed',
    says: /1 of its 2 subtasks did not succeed\..* What failed: the FAILED one\./
  },
  {
    name: 'a task that was stopped in the cloud',
    inputs: {...checkInputs, settle: '0'},
    script: [check(3)],
    verdict: 'stopped'
  },
  {
    name: 'a limit that comes first',
    inputs: {timeout: '1m'},
    script: [running],
    verdict: 'timed-out',
    says: /limit, timeout: 1m 00s\. The task has not failed so far\./
  },
  {name: 'one look without an end', inputs: {timeout: '0'}, script: [running], verdict: 'unfinished', looks: 1},
  {
    name: 'a step that is told to stop',
    script: [running],
    stage: () => ({signal: AbortSignal.abort()}),
    verdict: 'cancelled',
    says: /told the step to stop.*If this job only waits: re-run this job alone\./,
    looks: 0
  },
  {
    name: 'an id that nobody knows',
    script: [notFound],
    verdict: 'not-found',
    says: /does not know .*project .*region eu-de.*DLF\.0810.*workspace/
  },
  {
    name: 'refused credentials',
    script: [{status: 401, body: error('APIGW.0301', 'ak X not exist')}],
    verdict: 'denied',
    says: /access key does not exist.*Check access-key/,
    looks: 1
  },
  {
    name: 'bad inputs',
    inputs: {region: 'evil.example/#'},
    script: [succeeded],
    verdict: 'error',
    says: /^region is/,
    looks: 0
  },
  {
    name: 'several bad inputs',
    inputs: {region: 'evil.example/#', timeout: 'soon'},
    script: [succeeded],
    verdict: 'error',
    says: /^\(1\) region is .*\. \(2\) timeout is .*\.$/,
    looks: 0
  }
];

const rules: readonly Scene[] = [
  {
    name: "1: the service's code before the HTTP status",
    inputs: checkInputs,
    script: [{status: 400, body: error('CC.00000000')}, check(0), check(2)],
    verdict: 'succeeded'
  },
  {
    name: '1: an error under HTTP 200',
    inputs: checkInputs,
    script: [{body: {...error('CC.00050000'), task_status: 2}}],
    verdict: 'error',
    says: /CC\.00050000/
  },
  {
    name: '1: no permission under HTTP 200',
    inputs: checkInputs,
    script: [{body: error('CC.00050010')}],
    verdict: 'denied'
  },
  {
    name: '2: what passes',
    script: [
      running,
      {status: 502, body: '<html></html>'},
      new TransportError('reset'),
      {body: '<html></html>'},
      {status: 408},
      {status: 425},
      {status: 500},
      {status: 503},
      {status: 504},
      succeeded
    ],
    verdict: 'succeeded',
    looks: 10
  },
  {name: '3: no permission', script: [running, {status: 403, body: {}}], verdict: 'denied', looks: 2},
  {name: '3: no permission by a code', script: [{status: 400, body: error('DLF.6888')}], verdict: 'denied', looks: 1},
  {name: '4: a task that appears late', script: [notFound, notFound, running, succeeded], verdict: 'succeeded'},
  {
    name: '4: a task that vanishes',
    script: [running, notFound],
    verdict: 'not-found',
    says: /does not know it now/,
    looks: 16
  },
  {name: '4: not found at the limit', inputs: {timeout: '10s'}, script: [notFound], verdict: 'not-found'},
  {
    name: '4: no such API',
    script: [{status: 404, body: error('APIGW.0101')}],
    verdict: 'error',
    says: /rejected the request/,
    looks: 1
  },
  {
    name: '5: a host that never answers',
    script: [new TransportError('the name could not be looked up')],
    verdict: 'error',
    says: /No answer ever came from https:\/\/dayu-dlf\.eu-de\.otc\.t-systems\.com \(built from region/
  },
  {
    name: '5: a certificate that is not trusted',
    script: [new TransportError('certificate', {isFinal: true})],
    verdict: 'error',
    looks: 1
  },
  {name: '5: a page under 200, and nothing else', script: [{body: '<html></html>'}], verdict: 'error'},
  {name: '6: a word that nobody knows', script: [task('ODD'), running, succeeded], verdict: 'succeeded'},
  {
    name: '6: a word that nobody knows, with an end',
    script: [task('ODD', {endTime: startMs})],
    verdict: 'error',
    says: /"ODD", a state that this action does not know/,
    looks: 2
  },
  {
    name: '6: no status for 30 s',
    script: [running, {body: asked}],
    verdict: 'error',
    says: /do not have the form of this API/,
    looks: 16
  },
  {name: '6: an empty status for a minute', script: [running, task('')], verdict: 'error', says: /without a state/},
  {name: '6: an empty status for a while', script: [task(''), task(null), task(''), succeeded], verdict: 'succeeded'},
  {name: '6: a status of another type for 30 s', script: [task(1)], verdict: 'error', looks: 16},
  {name: '6: a warning without an end', inputs: {timeout: '5s'}, script: [task('WARNING')], verdict: 'timed-out'},
  {name: '6: a warning with an end', script: [task('WARNING', {endTime: startMs})], verdict: 'failed'},
  {
    name: '6: a warning that is allowed',
    inputs: {'allow-warnings': 'true'},
    script: [task('WARNING', {endTime: startMs, subtasks: [subtask('WARNING')]})],
    verdict: 'succeeded'
  },
  {
    name: '7: another task',
    script: [{body: {...asked, id: 'another', status: 'SUCCESSFUL'}}],
    verdict: 'error',
    says: /answered about another id: another\./,
    looks: 1
  },
  {name: '7: no id for 30 s', script: [{body: {status: 'SUCCESSFUL', name: 'Import'}}], verdict: 'error', looks: 16},
  {
    name: '8: a success with a running subtask',
    script: [task('SUCCESSFUL', {subtasks: [subtask('RUNNING')]})],
    verdict: 'error',
    says: /after a minute 1 subtask had still not ended: the RUNNING one/
  },
  {
    name: '8: subtasks that are not to count',
    inputs: {'strict-subtasks': 'false'},
    script: [task('SUCCESSFUL', {subtasks: [subtask('RUNNING'), subtask('FAILED')]})],
    verdict: 'succeeded'
  },
  {
    name: '8: a success beside an error, which is the word on the request',
    script: [{body: {...asked, status: 'SUCCESSFUL', error: 'boom'}}],
    verdict: 'error',
    says: /HTTP 200 with an error, boom/
  },
  {
    name: '9: an end time without an end',
    inputs: {timeout: '5s'},
    script: [task('RUNNING', {endTime: startMs})],
    verdict: 'timed-out'
  },
  {
    name: "10: an end that can be the run's before",
    inputs: {...checkInputs, timeout: '30s'},
    script: [check(2)],
    verdict: 'timed-out'
  },
  {
    name: '10: an end that was seen coming',
    inputs: checkInputs,
    script: [check(2), check(0), check(1)],
    verdict: 'failed',
    looks: 3
  },
  {name: '10: one look', inputs: {...checkInputs, timeout: '0'}, script: [check(2)], verdict: 'unfinished'},
  {
    name: '11: a redirect',
    script: [{status: 302, headers: {location: 'https://evil.example/'}}],
    verdict: 'error',
    says: /redirect to evil\.example; this step does not follow redirects/,
    looks: 1
  },
  {
    name: '12: throttling',
    script: [{status: 429, body: error('APIGW.0308', 'limit:5,time:1 minute')}, running, {status: 429}, succeeded],
    verdict: 'succeeded'
  },
  {
    name: '12: rejections for 30 s after the task was seen',
    script: [running, {status: 400, body: error('DLF.3051')}],
    verdict: 'error',
    looks: 16
  }
];

describe.each([
  ['a verdict', verdicts],
  ['the meaning of answers, rule', rules]
])('%s', (_, scenes) => {
  it.each(scenes)('$name → $verdict', async scene => {
    const acted = await play(scene);
    const isGreen = scene.verdict === 'succeeded';
    expect([acted.outputs.status, acted.colour]).toEqual([scene.verdict, isGreen ? 'green' : 'red']);
    expect(acted.annotations.map(({level}) => level)).toEqual(
      isGreen ? [] : [scene.verdict === 'unfinished' ? 'notice' : 'error']
    );
    expect(Object.keys(acted.outputs)).toHaveLength(16);
    expect(acted.summary).toMatch(/^### /);
    if (scene.says) expect(acted.annotations[0]?.message).toMatch(scene.says);
    if (scene.looks !== undefined) expect(acted.requests).toHaveLength(scene.looks);
    if (!isGreen) expect(acted.outputs.message).not.toBe('');
  });
});

describe('the step', () => {
  it('looks at once, then after a tenth of the age', async () => {
    const clock = fakeClock({startDateMs: startMs});
    const acted = await act(dataartsInputs, [task('RUNNING', {startTime: startMs - 60_000}), succeeded], {clock});
    // The heartbeat, the limit of each look and the wait share the clock.
    expect(acted.clock.sleeps.map(Math.round)).toEqual([60_000, 3_630_000, 6000, 3_624_000]);
  });

  it('says that it has not seen a thing running whose success it reports', async () => {
    const acted = await act(checkInputs, [check(2)]);
    expect(acted.colour).toBe('green');
    expect(acted.log.join('\n')).toMatch(/never seen running/);
    expect(acted.summary).toMatch(/never seen running/);
  });

  it('warns once of a word that nobody knows, without an annotation', async () => {
    const acted = await act(dataartsInputs, [task('ODD'), task('ODD'), succeeded]);
    expect(acted.log.filter(line => /does not know the state "ODD"/.test(line))).toHaveLength(1);
    expect(acted.annotations).toEqual([]);
  });

  it('is as green as the task where the summary cannot be written', async () => {
    const acted = await act(dataartsInputs, [succeeded], {summaryFails: true});
    expect(acted.colour).toBe('green');
    expect(acted.log.join('\n')).toMatch(/summary could not be written/);
  });

  it('writes no summary where none is wanted', async () => {
    for (const inputs of [{}, {timeout: 'x'}]) {
      expect((await act({...dataartsInputs, 'job-summary': 'false', ...inputs}, [succeeded])).summary).toBe('');
    }
  });

  it('tells of an error of its own, with outputs and summary', async () => {
    const acted = await act(dataartsInputs, () => {
      throw new TypeError('a bug');
    });
    expect([acted.colour, acted.outputs.status]).toEqual(['red', 'error']);
    expect(acted.annotations).toHaveLength(1);
    expect(acted.summary).toMatch(/Unexpected error/);
  });

  it('names both ids of a task that has two', async () => {
    const inputs = {...dataartsInputs, service: 'dataarts-job', 'task-id': 'a_job/34765'};
    const acted = await act(inputs, [{body: {instanceId: 34765, status: 'running', nodes: []}}], {
      signal: AbortSignal.abort()
    });
    expect(acted.log[1]).toContain('job run a_job/34765');
    expect(acted.log.at(-1)).toContain('job run a_job/34765 ');
    expect(JSON.parse(acted.outputs.tasks ?? '[]')).toMatchObject([{id: 'a_job/34765'}]);
  });

  it('counts subtasks under both of their spellings', async () => {
    const both = task('SUCCESSFUL', {subtasks: [subtask('SUCCESSFUL')], subTasks: [subtask('FAILED')]});
    expect((await act(dataartsInputs, [both])).outputs.status).toBe('failed');
  });
});
