import {describe, expect, it} from '@jest/globals';
import {type CauseTools, withCauses} from '../src/causes.ts';
import type {HttpRequest, Transport} from '../src/http/transport.ts';
import {run} from '../src/main.ts';
import type {NonEmpty} from '../src/non-empty.ts';
import type {WaitResult} from '../src/polling/poller.ts';
import type {ReadCause} from '../src/services/samples.ts';
import type {TaskReference} from '../src/services/service.ts';
import {inWords, type Message} from '../src/text.ts';
import {en} from '../src/words/en.ts';
import {act} from './helpers/act.ts';
import {evidence} from './helpers/evidence.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import {fakeCore} from './helpers/fake-core.ts';
import type {Script, Scripted} from './helpers/fake-transport.ts';
import {services} from './helpers/services.ts';
import {load} from './helpers/stand-in.ts';
import {taskIn, waitEnding} from './report/results.ts';

const {createCloud} = await load('cloud');
const {demoCredentials} = await load('credentials');
const {services: standIns} = await load('evidence');
const {storyNamed} = await load('stories');

/** The whole step, where a task has failed and its service is asked why. */

const inputs = (service: string, ...ids: readonly string[]) => ({
  service,
  'task-id': ids.join('\n'),
  'project-id': 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: 'cn-north-4',
  token: 'example-token-value'
});
const stack = inputs('rfs-stack', 'net');
const failedStack = {stack_name: 'net', status: 'DEPLOYMENT_FAILED'};
const event = (name: string, message: string) => ({
  event_type: 'CREATION_FAILED',
  resource_type: 'huaweicloud_vpc',
  resource_name: name,
  event_message: message
});

const isEvents = (path: string) => path.endsWith('/events');

/** A stack that is seen running and then has failed; its events are answered as given. */
function failing(events: Scripted | Error, last: Readonly<Record<string, unknown>> = failedStack): Script {
  let polls = 0;
  return ({url}) => {
    if (isEvents(url.pathname)) return events as Scripted;
    polls += 1;
    return {body: polls === 1 ? {stack_name: 'net', status: 'DEPLOYMENT_IN_PROGRESS'} : last};
  };
}

const paths = ({requests}: Awaited<ReturnType<typeof act>>) => requests.map(({url}) => url.pathname.split('/').at(-1));
const causesOf = ({outputs}: Awaited<ReturnType<typeof act>>) => JSON.parse(outputs.causes ?? '');

describe('why a task failed', () => {
  it('is read once, and told in the log, the message, the summary and the outputs', async () => {
    const events = [event('network', 'The quota is exceeded.'), event('backup', 'No such zone: z|9')];
    const acted = await act(stack, failing({body: {stack_events: events}}));
    expect(acted.colour).toBe('red');
    expect(paths(acted)).toEqual(['metadata', 'metadata', 'events']);
    expect(acted.outputs).toMatchObject({
      status: 'failed',
      polls: '2',
      message:
        'Resource Formation Service reports DEPLOYMENT_FAILED. Cause 1 of 2, huaweicloud_vpc network (CREATION_FAILED): The quota is exceeded. Whether this lies with the service or with what it was asked to do, this step cannot tell.'
    });
    const causes = [
      {name: 'network', message: 'The quota is exceeded.'},
      {name: 'backup', message: 'No such zone: z|9'}
    ].map(({name, message}) => ({
      name,
      type: 'huaweicloud_vpc',
      serviceStatus: 'CREATION_FAILED',
      message,
      time: ''
    }));
    expect(causesOf(acted)).toEqual(causes);
    expect(JSON.parse(acted.outputs.tasks ?? '')).toMatchObject([{id: 'net', causes}]);
    expect(acted.log.join('\n')).toContain('Cause: huaweicloud_vpc backup (CREATION_FAILED): No such zone: z|9');
    expect(acted.annotations).toHaveLength(1);
    expect(acted.summary).toContain(
      '| huaweicloud_vpc network<br><code>CREATION_FAILED</code> | The quota is exceeded. |'
    );
    expect(acted.summary).toContain('No such zone: z&#124;9');
    expect(acted.log.join('\n')).toContain(
      'If this workflow only waits: deploy the stack again, then re-run this job. The task-id stays the same, as this service uses one id for all executions.'
    );
  });

  it('is not read for a task that succeeded, nor where the wait ended in another way', async () => {
    const succeeded = await act(stack, failing({}, {stack_name: 'net', status: 'DEPLOYMENT_COMPLETE'}));
    expect(succeeded.outputs).toMatchObject({status: 'succeeded', causes: '[]'});
    const denied = await act(stack, [{status: 403, body: {error_msg: 'No permission.'}}]);
    expect(denied.outputs).toMatchObject({status: 'denied', causes: '[]'});
    for (const acted of [succeeded, denied]) expect(paths(acted)).not.toContain('events');
  });

  it('is at most five causes', async () => {
    const events = Array.from({length: 9}, (_, index) => event(`r${index}`, 'no'));
    expect(causesOf(await act(stack, failing({body: {stack_events: events}})))).toHaveLength(5);
  });

  it('is read also where the step looks once', async () => {
    const acted = await act({...stack, timeout: '0', settle: '0'}, ({url}) =>
      isEvents(url.pathname) ? {body: {stack_events: [event('network', 'no')]}} : {body: failedStack}
    );
    expect(acted.outputs).toMatchObject({status: 'failed', polls: '1'});
    expect(causesOf(acted)).toHaveLength(1);
  });

  it('is told at the same length, and so cleaned, however long the texts are', async () => {
    const token = 'example-token-value';
    const message = `${'x'.repeat(1990)}${token}${'y'.repeat(100_000)}`;
    const acted = await act(stack, failing({body: {stack_events: [event('network', message)]}}));
    const [cause] = causesOf(acted);
    expect(cause.message).toHaveLength(1000);
    expect(cause.message).toMatch(/^x+…$/);
    expect([...acted.log, acted.summary, ...Object.values(acted.outputs)].join()).not.toContain(token.slice(0, 12));
  });

  it('is told without secrets and commands', async () => {
    const hostile = 'used example-token-value\n::error::forged\u001b[31m';
    const {outputs, summary, log} = await act(
      stack,
      failing({body: {stack_events: [{...event(hostile, hostile), resource_type: hostile, event_type: 'ERROR'}]}})
    );
    expect(outputs.causes).toContain('forged');
    const told = [...log, summary, ...Object.values(outputs)].join('\n');
    expect(told).not.toContain('example-token-value');
    expect(told).not.toContain('\u001b[31m');
    expect(log.filter(line => /^\s*::error::forged/m.test(line))).toEqual([]);
  });

  it.each<[string, Scripted | Error]>([
    ['a refusal', {status: 403, body: {error_msg: 'No permission.'}}],
    ['an unknown stack', {status: 404, body: {error_code: 'RFS.0000000', error_msg: 'The stack does not exist.'}}],
    ['a fault', {status: 500, body: {error_msg: 'an error'}}],
    ['too many requests', {status: 429, body: {error_msg: 'slow down'}}],
    ['a page', {body: '<html>log in</html>'}],
    ['another form', {body: {stack_events: {}}}],
    ['a list of other things', {body: {stack_events: [7]}}],
    ['no JSON', {body: '{'}]
  ])('may not be had, which changes nothing: %s', async (_, answer) => {
    const silent = await act(stack, failing({body: {stack_events: []}}));
    const acted = await act(stack, failing(answer));
    expect(acted.outputs).toEqual(silent.outputs);
    expect(acted.outputs).toMatchObject({status: 'failed', causes: '[]'});
    expect(acted.summary).toBe(silent.summary);
    expect(acted.annotations).toEqual(silent.annotations);
    expect(acted.debug.join('\n')).toContain('Why the task failed could not be read');
    expect(paths(acted)).toEqual(['metadata', 'metadata', 'events']);
  });

  /** The step where no answer comes to the request for the causes, and what happens at it. */
  async function actInSilence(signal: AbortSignal, atRequest: () => void) {
    const clock = fakeClock();
    const {core, seen} = fakeCore(stack);
    const script = failing({}) as (request: HttpRequest) => Scripted;
    let askedAtMs = Number.NaN;
    const transport: Transport = (request, ended) => {
      if (!isEvents(request.url.pathname)) {
        return Promise.resolve({status: 200, header: () => undefined, text: JSON.stringify(script(request).body)});
      }
      askedAtMs = clock.now();
      atRequest();
      return new Promise((_, reject) => {
        if (ended.aborted) reject(ended.reason);
        ended.addEventListener('abort', () => reject(ended.reason), {once: true});
      });
    };
    const colour = await run({
      core,
      environment: {},
      clock,
      random: () => 0.5,
      signal,
      createTransport: () => transport
    });
    return {...seen, colour, waitedMs: clock.now() - askedAtMs};
  }

  it('is waited for ten seconds at most', async () => {
    const acted = await actInSilence(new AbortController().signal, () => undefined);
    expect(acted).toMatchObject({colour: 'red', waitedMs: 10_000, outputs: {status: 'failed', causes: '[]'}});
  });

  it('is not waited for any more when the step is told to stop', async () => {
    const stop = new AbortController();
    const acted = await actInSilence(stop.signal, () => stop.abort());
    expect(acted).toMatchObject({colour: 'red', waitedMs: 0, outputs: {status: 'failed', causes: '[]'}});
  });

  it('is not asked where the step was told to stop before', async () => {
    const stop = new AbortController();
    let polls = 0;
    const acted = await act(
      inputs('rfs-stack', 'net', 'web'),
      ({url}) => {
        polls += 1;
        if (polls === 8) stop.abort();
        const name = url.pathname.split('/').at(-2);
        const hasFailed = name === 'net' && polls > 2;
        return {body: {stack_name: name, status: hasFailed ? 'ROLLBACK_COMPLETE' : 'DEPLOYMENT_IN_PROGRESS'}};
      },
      {signal: stop.signal}
    );
    expect(JSON.parse(acted.outputs.tasks ?? '').map(({status}: {status: string}) => status)).toContain('failed');
    expect(acted.outputs.status).toBe('cancelled');
    expect(paths(acted)).not.toContain('events');
  });
});

describe('for several tasks', () => {
  const failedBuild = (url: URL): Scripted => {
    const [info, stages] = evidence['codearts-build'].causes ?? [];
    const [answer] = (url.pathname.endsWith('/full-stages') ? stages : info)?.answers ?? [];
    if (url.pathname.endsWith('/build-info')) {
      return {body: {status: 'success', result: {building: false, build_result: 'FAILURE'}}};
    }
    return {body: answer && 'json' in answer.body ? answer.body.json : ''};
  };

  it('takes three requests at most, each task after the other', async () => {
    const acted = await act(inputs('codearts-build', 'J1/1', 'J1/2', 'J1/3'), ({url}) => failedBuild(url));
    expect(paths(acted).filter(path => path !== 'build-info')).toEqual(['record-info', 'full-stages', 'record-info']);
    const tasks = JSON.parse(acted.outputs.tasks ?? '') as {causes: unknown[]}[];
    expect(tasks.map(({causes}) => causes.length)).toEqual([2, 1, 0]);
    expect(acted.outputs.polls).toBe('3');
    expect(acted.log.join('\n')).toContain('Cause of J1/2: The build of the project failed.');
    expect(acted.summary).toContain('| stage Maven<br><code>FAILURE</code> | <code>J1/1</code> |  |');
  });

  it('is asked for those that failed before those that were stopped', async () => {
    const acted = await act(inputs('codearts-build', 'J1/1', 'J1/2'), ({url}) =>
      url.pathname.endsWith('/1/build-info')
        ? {body: {status: 'success', result: {building: false, build_result: 'ABORTED'}}}
        : failedBuild(url)
    );
    expect(acted.requests.map(({url}) => url.pathname).slice(2)).toEqual([
      '/v1/record/J1/2/record-info',
      expect.stringMatching(/full-stages$/),
      '/v1/record/J1/1/record-info'
    ]);
  });

  it('counts what is sent again, after a renewal of the credentials, say', async () => {
    const {rfsStack} = await import('../src/services/rfs-stack/service.ts');
    let sentCount = 0;
    const debug: string[] = [];
    const get: CauseTools['get'] = async (_, __, sent) => {
      for (let i = 0; i < 2; i += 1) {
        sent();
        sentCount += 1;
      }
      throw new Error('refused');
    };
    const ended = [1, 2, 3].map(id => ({
      reference: {taskId: `T${id}`, parentId: '', projectId: 'P1', language: 'en-us'} as const,
      result: waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed'))
    })) as unknown as NonEmpty<{reference: TaskReference; result: WaitResult}>;
    const tools = {
      get,
      clock: fakeClock(),
      clean: (text: string) => text,
      debug: (line: Message) => void debug.push(inWords(line, en))
    };
    expect(await withCauses(ended, rfsStack, tools, new AbortController().signal)).toEqual(ended);
    expect(sentCount).toBe(3);
    expect(debug).toEqual([
      'Why the task failed could not be read: refused',
      'Why the task failed could not be read: no further request is sent for it'
    ]);
  });
});

const telling = services.filter(({causes}) => causes !== undefined).map(({name}) => name);

describe('a task that fails in the stand-in cloud', () => {
  /** The story `fails` of the service, as `npm start` plays it. */
  async function playFailure(name: string) {
    const clock = fakeClock();
    const cloud = createCloud({services: standIns, storyNamed, clock: clock.date});
    const service = standIns.find(each => each.name === name);
    if (!service) throw new Error(`no service ${name}`);
    const values = service.newValues({project_id: demoCredentials.projectId, story: 'fails'});
    const {method, path, headers, body} = service.start(values);
    const {text} = cloud.answer({
      method,
      url: new URL(`${path}${path.includes('?') ? '&' : '?'}play=fails`, 'https://cloud.example'),
      headers: {...headers, 'x-auth-token': demoCredentials.token},
      body: JSON.stringify(body)
    });
    const given = {
      service: name,
      'task-id': service.idOf(values, JSON.parse(text)),
      'project-id': demoCredentials.projectId,
      endpoint: 'https://cloud.example',
      token: demoCredentials.token,
      'min-interval': '1s'
    };
    const answers: Script = request => {
      const {text: body, ...answer} = cloud.answer(request);
      return {...answer, body};
    };
    return act(given, answers, {clock});
  }

  it.each(telling)('says why in the log, the message, the summary and the output: %s', async name => {
    const acted = await playFailure(name);
    expect(acted.outputs.status).toBe('failed');
    const {about, answers, causes: reads = []} = evidence[name];
    const samples =
      reads.length > 0
        ? reads.map(read => read.answers[0]?.expected)
        : answers.map(({expected}) => ('causes' in expected ? expected.causes : undefined));
    const expected = (
      reads.length > 0 ? samples.flat() : (samples.find(causes => causes !== undefined) ?? [])
    ) as readonly ReadCause[];
    const causes = causesOf(acted) as ReadCause[];
    expect(about.causes).toBeDefined();
    expect(causes.map(({message}) => message)).toEqual(expected.map(({message = ''}) => message));
    expect(causes.map(({name: subject}) => subject)).toEqual(expected.map(({name: subject = ''}) => subject));
    expect(causes.length).toBeGreaterThan(0);
    const said = causes[0]?.message || causes[0]?.name || 'nothing';
    const log = acted.log.join('\n');
    expect(log.match(/^Cause: /gm)).toHaveLength(causes.length);
    for (const text of [log, acted.outputs.message, acted.summary, acted.annotations[0]?.message]) {
      expect(text).toContain(said.replace(/\.$/, ''));
    }
    expect(acted.summary).toContain('**Why it failed:**');
  });
});

describe('every service', () => {
  it('that tells why a task failed has samples of it', () => {
    expect(telling).toContain('rfs-stack');
    for (const {name, causes} of services) {
      expect([name, (evidence[name].causes?.length ?? 0) > 0]).toEqual([name, causes?.request !== undefined]);
    }
  });
});
