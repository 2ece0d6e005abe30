import {afterAll, expect} from '@jest/globals';
import {authorization} from '../../src/auth/signature.ts';
import type {ServiceName} from '../../src/services/index.ts';
import {describe, test} from '../helpers/at-once.ts';
import {
  annotated,
  dataartsTask,
  endingOf,
  fast,
  green,
  inputsFor,
  projectId,
  red,
  runBundle,
  startBundle,
  taskId,
  token
} from '../helpers/bundle.ts';
import {canListenOn, json, type SeenRequest, startServer, stopAll} from '../helpers/server.ts';

afterAll(stopAll);

const hasIpv6 = await canListenOn('::1');
const testOnIpv6 = hasIpv6 ? test.concurrent : test.skip;
const unlessSkipped = hasIpv6 ? '' : ' (skipped: this machine has no IPv6)';

/** What each request has: nothing on the way is to keep an answer, or to compress it. */
const everyHeader = {accept: 'application/json', 'accept-encoding': 'identity', 'cache-control': 'no-cache'};

const workspace = '0b4a4a4c6d6c4d0f8c2c7d1f5f3c2a1b';

interface Sample {
  readonly taskId: string;
  readonly path: string;
  /** Headers that this API adds, `workspace` among them where it has workspaces. */
  readonly headers: Readonly<Record<string, string>>;
  readonly running: unknown;
  readonly succeeded: unknown;
  readonly failed: unknown;
  readonly words: readonly [running: string, succeeded: string, failed: string];
  readonly reason: string;
  /** What a success does not say. */
  readonly caveat?: string;
}

const jobId = '31b8ae23-c687-4d80-b7b4-42a66c9bb886';
const checkId = '2b31ed520f1c4bbaa8f5d2ebedb6e57a';

function taurusdbJob(status: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    job: {id: jobId, name: 'CreateGaussDBforMySQLInstance', status, created: '2018-08-06T10:41:14+0800', ...more}
  };
}

/** How the other services read their answers is tested without the bundle. */
const samples = {
  'dataarts-studio': {
    taskId,
    path: `/v1/${projectId}/system-tasks/${taskId}`,
    headers: {workspace, 'x-language': 'en_us'},
    running: dataartsTask('RUNNING'),
    succeeded: dataartsTask('SUCCESSFUL'),
    failed: dataartsTask('FAILED', {message: 'Failed to read the OBS file.'}),
    words: ['RUNNING', 'SUCCESSFUL', 'FAILED'],
    reason: 'Failed to read the OBS file.'
  },
  taurusdb: {
    taskId: jobId,
    path: `/v3/${projectId}/jobs?id=${jobId}`,
    headers: {'x-language': 'en-us'},
    running: taurusdbJob('Running', {process: '30%'}),
    succeeded: taurusdbJob('Completed', {process: '', ended: '2018-08-06T16:41:14+0000'}),
    failed: taurusdbJob('Failed', {
      ended: '2018-08-06T16:41:14+0000',
      fail_reason: 'No address is left in the subnet.'
    }),
    words: ['Running', 'Completed', 'Failed'],
    reason: 'No address is left in the subnet.'
  },
  'codearts-check': {
    taskId: checkId,
    path: `/v2/tasks/${checkId}/progress`,
    headers: {},
    running: {task_status: 0, progress: {ratio: '50%', info: 'Checking'}},
    succeeded: {task_status: 2, progress: {ratio: '100%', info: ''}},
    failed: {task_status: 1, progress: {ratio: '100%', info: 'The repository cannot be read.'}},
    words: ['0', '2', '1'],
    reason: 'The repository cannot be read.',
    caveat:
      'This says that the check has ended: it does not say what it found, nor whether its quality gate was passed.'
  }
} as const satisfies Readonly<Partial<Record<ServiceName, Sample>>>;

const table = Object.entries<Sample>(samples).map(([service, sample]) => ({service, ...sample}));

describe('a task of each service', () => {
  test.concurrent.each(table)(
    '$service: a task that runs and then succeeds is green, over one connection',
    async ({service, taskId: id, path, headers, running, succeeded, words, caveat = ''}) => {
      const server = await startServer([json(running), json(running), json(succeeded)]);
      const ran = await runBundle(inputsFor(server.url, {service, 'task-id': id, workspace}), {env: fast});
      expect(endingOf(ran)).toEqual(green);
      expect(ran.outputs).toMatchObject({'service-status': words[1], polls: '3', message: caveat});
      expect(ran.stdout).toContain(caveat);
      expect(ran.stdout).toContain(words[0]);
      expect(server.requests).toHaveLength(3);
      for (const request of server.requests) {
        expect(request).toMatchObject({method: 'GET', path, connection: 1});
        expect(ownHeaders(request)).toEqual({...everyHeader, 'x-auth-token': token, ...headers});
      }
    }
  );

  test.concurrent.each(table)(
    '$service: a task that runs and then fails is red, with the reason',
    async ({service, taskId: id, running, failed, words, reason}) => {
      const server = await startServer([json(running), json(failed)]);
      const ran = await runBundle(inputsFor(server.url, {service, 'task-id': id}), {env: fast});
      expect(endingOf(ran)).toEqual(red('failed'));
      expect(ran.outputs).toMatchObject({'service-status': words[2], polls: '2'});
      expect(ran.outputs.message).toContain(reason);
      expect(annotated(ran)).toContain(reason);
      expect(server.requests).toHaveLength(2);
    }
  );
});

/** Without those that belong to the connection or to the client. */
function ownHeaders({headers}: SeenRequest) {
  const {host, connection, 'user-agent': userAgent, ...own} = headers;
  return own;
}

const accessKey = 'EXAMPLEACCESSKEY0001';
const secretKey = 'ExampleSecretKeyThatIsNoSecret0123456789';
const securityToken = 'ExampleSecurityTokenOfTemporaryKeys';

/** Of the request as it came over the wire. */
function expectedSignature(url: string, {method, path, headers}: SeenRequest): string {
  const signed = Object.entries(headers).filter(([name]) => name === 'host' || name.startsWith('x-'));
  return authorization(
    {method, url: new URL(url + path), headers: Object.fromEntries(signed) as Record<string, string>, body: ''},
    {accessKey, secretKey}
  );
}

describe('requests with an access key', () => {
  test.concurrent.each([
    {keys: 'an access key', temporary: {}, more: {}},
    {
      keys: 'a temporary access key',
      temporary: {'security-token': securityToken},
      more: {'x-security-token': securityToken}
    }
  ])('carry a signature of what is sent: $keys', async ({temporary, more}) => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const keys = {token: '', 'access-key': accessKey, 'secret-key': secretKey, ...temporary};
    const ran = await runBundle(inputsFor(server.url, {...keys, workspace}));
    expect(endingOf(ran)).toEqual(green);
    const [request] = server.requests;
    expect(request && ownHeaders(request)).toEqual({
      ...everyHeader,
      workspace,
      'x-language': 'en_us',
      'x-project-id': projectId,
      'x-sdk-date': expect.stringMatching(/^\d{8}T\d{6}Z$/),
      authorization: request && expectedSignature(server.url, request),
      ...more
    });
  });

  test.concurrent('take it from the environment of the step too', async () => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url, {token: '', 'project-id': ''}), {
      env: {HW_ACCESS_KEY: accessKey, HW_SECRET_KEY: secretKey, HW_PROJECT_ID: projectId}
    });
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests[0]?.path).toContain(`/v1/${projectId}/`);
    expect(server.requests[0]?.headers.authorization).toContain(`Access=${accessKey}, `);
  });
});

describe('an endpoint http://[::1]', () => {
  testOnIpv6(`works${unlessSkipped}`, async () => {
    const server = await startServer([json(dataartsTask('RUNNING')), json(dataartsTask('SUCCESSFUL'))], {host: '::1'});
    const keys = {token: '', 'access-key': accessKey, 'secret-key': secretKey};
    const ran = await runBundle(inputsFor(server.url, keys));
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests).toHaveLength(2);
    for (const request of server.requests) {
      expect(request.headers.host).toBe(`[::1]:${server.port}`);
      expect(request.headers.authorization).toBe(expectedSignature(server.url, request));
    }
  });
});

describe('limits', () => {
  test.concurrent('a task that outlasts timeout is timed-out, which is no failure of the task', async () => {
    const server = await startServer([json(dataartsTask('RUNNING'))]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '2s'}));
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(ran.outputs).toMatchObject({'service-status': 'RUNNING', polls: String(server.requests.length)});
    expect(annotated(ran)).toMatch(/limit, timeout: 2s\. The task has not failed so far\./);
    // One at once, one at the deadline, and what fits between.
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  test.concurrent('timeout: 0 looks once, and a task that runs is unfinished', async () => {
    const server = await startServer([json(dataartsTask('RUNNING'))]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '0'}));
    expect(endingOf(ran)).toEqual(red('unfinished'));
    expect(ran.outputs.polls).toBe('1');
    expect(server.requests).toHaveLength(1);
  });

  test.concurrent('timeout: 0 is green for a task that has succeeded', async () => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url, {timeout: '0'}));
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests).toHaveLength(1);
  });

  test.concurrent('a success at the deadline that a previous run can have left is not green', async () => {
    const server = await startServer([json(samples['codearts-check'].succeeded)]);
    const ran = await runBundle(
      inputsFor(server.url, {service: 'codearts-check', 'task-id': checkId, timeout: '2s', settle: '1m'})
    );
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(ran.outputs['service-status']).toBe('2');
  });
});

describe('inputs that cannot be used', () => {
  test.concurrent.each([
    {bad: {service: 'dlff'}, named: ['service', 'dataarts-studio']},
    {bad: {'task-id': ''}, named: ['task-id']},
    {bad: {'task-id': 'null'}, named: ['task-id', 'null']},
    {bad: {'task-id': '../../x'}, named: ['task-id', '../../x']},
    {bad: {'project-id': 'a/../b'}, named: ['project-id', 'a/../b']},
    {bad: {workspace: 'x\r\nx-auth-token: y'}, named: ['workspace']},
    {bad: {region: 'evil.example/#'}, named: ['region', 'evil.example/#']},
    {bad: {token: ''}, named: ['credentials', 'access-key', 'token']},
    {bad: {'access-key': 'EXAMPLE'}, named: ['token', 'access-key']},
    {bad: {'min-interval': '5s', 'max-interval': '2s'}, named: ['min-interval', 'max-interval']},
    {
      bad: {service: 'x', 'task-id': '', timeout: '1 hour', language: 'de', 'strict-subtasks': 'yes'},
      named: ['service', 'task-id', 'timeout', 'language', 'strict-subtasks']
    }
  ])('$bad: no request, and one error that names $named', async ({bad, named}) => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url, bad));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(ran.outputs.polls).toBe('0');
    for (const name of named) expect(annotated(ran)).toContain(name);
    expect(server.requests).toHaveLength(0);
  });

  test.concurrent('an endpoint with a password in it: no request, and one error that names endpoint', async () => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url.replace('//', '//user:password@')));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain('endpoint');
    expect(server.requests).toHaveLength(0);
  });
});

describe('a runner with files that cannot be written', () => {
  test.concurrent('a summary that cannot be written is a warning, never a verdict', async () => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url), {env: {GITHUB_STEP_SUMMARY: '/nowhere/summary'}});
    expect(endingOf(ran)).toEqual({...green, summary: ''});
    expect(ran.stdout).toMatch(/^Warning: The job summary could not be written/m);
  });

  test.concurrent('a success whose outputs cannot be written is red', async () => {
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const step = await startBundle(inputsFor(server.url), {env: {GITHUB_OUTPUT: '/nowhere/output'}});
    const ran = await step.ended;
    expect(ran.exitCode).toBe(1);
    expect(annotated(ran)).not.toBe('');
  });
});
