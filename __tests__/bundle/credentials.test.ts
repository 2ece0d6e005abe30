import {describe, expect, it} from '@jest/globals';
import type {HttpRequest} from '../../src/http/transport.ts';
import {runBundle} from '../helpers/bundle.ts';
import {type Keys, load, type WayIn} from '../helpers/stand-in.ts';
import {isSignedAsVendorSigns} from '../helpers/vendor-signature.ts';

const {demoCredentials, settled, waysIn} = await load('credentials');
const {startCloud, startTask} = await load('server');
const {stories} = await load('stories');

async function waitBy(way: WayIn, over: Readonly<Record<string, string>> = {}) {
  const {service: wanted = 'dataarts-studio'} = over;
  const story = stories.find(({service, name}) => service === wanted && name === 'succeeds');
  if (!story) throw new Error('the demo has no such story');
  const signatures: string[] = [];
  const verifySignature = (request: HttpRequest, keys: Keys) => {
    signatures.push(request.headers.authorization ?? '');
    return isSignedAsVendorSigns(request, keys);
  };
  const cloud = await startCloud({verifySignature});
  try {
    const {taskId} = await startTask(cloud.url, story);
    const inputs = {
      service: 'dataarts-studio',
      'task-id': taskId,
      endpoint: cloud.url,
      'project-id': demoCredentials.projectId,
      'min-interval': '1s',
      timeout: '30s',
      ...way.inputs,
      ...over
    };
    const ran = await runBundle(settled(inputs, cloud.url), {env: settled(way.env ?? {}, cloud.url)});
    const requests = cloud.requests.slice(1).map(({method, path}) => `${method} ${new URL(path, cloud.url).pathname}`);
    return {...ran, signatures, requests, secrets: cloud.secrets()};
  } finally {
    cloud.stop();
  }
}

describe('the built action', () => {
  const kinds = Object.entries(waysIn).filter(([name]) => name !== 'environment');

  it.concurrent.each(kinds)('waits with %s', async (name, way) => {
    const {exitCode, outputs, log, summary, secrets, signatures} = await waitBy(way);
    expect([exitCode, outputs.status]).toEqual([0, 'succeeded']);
    const isSigned = !['token', 'password', 'keyless-federation'].includes(name);
    expect(signatures.length > 0).toBe(isSigned);
    const shown = log + summary + Object.values(outputs).join();
    for (const secret of [...secrets, way.inputs['secret-key'], way.inputs.password, way.inputs.token]) {
      if (secret) expect(shown).not.toContain(secret);
    }
  });

  it.concurrent('finds the project of the region before its first look, keyless, in three requests', async () => {
    const way = waysIn.keyless ?? {inputs: {}};
    const {outputs, requests} = await waitBy(way, {'project-id': '', region: 'eu-de', 'iam-endpoint': '<cloud>'});
    expect(outputs.status).toBe('succeeded');
    expect(requests.slice(0, 3)).toEqual([
      'GET /github/id-token',
      'POST /v5/agencies/assume-with-oidc',
      'GET /v3/projects'
    ]);
    expect(requests[3]).toMatch(/system-tasks/);
  });

  const ofAccount = {service: 'cdn', 'project-id': '', 'iam-endpoint': '<cloud>'};
  const accounts: readonly (readonly [string, string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['access-key', 'succeeded', {}, ['GET /v3/auth/domains']],
    ['temporary-keys', 'succeeded', {}, ['GET /v3/auth/domains']],
    ['keyless', 'succeeded', {}, ['GET /github/id-token', 'POST /v5/agencies/assume-with-oidc']],
    ['password', 'succeeded', {}, ['POST /v3/auth/tokens']],
    [
      'keyless-federation',
      'succeeded',
      {'domain-id': demoCredentials.account},
      ['GET /github/id-token', 'POST /v3.0/OS-AUTH/id-token/tokens']
    ],
    ['access-key', 'denied', {'domain-id': 'f'.repeat(32)}, []]
  ];

  it.concurrent.each(accounts)('waits for a task of a whole account with %s: %s', async (name, verdict, over, way) => {
    const {outputs, requests} = await waitBy(waysIn[name] ?? {inputs: {}}, {...ofAccount, ...over});
    expect(outputs.status).toBe(verdict);
    expect(requests.slice(0, way.length)).toEqual(way);
    expect(requests[way.length]).toMatch(/historytasks/);
  });

  it.concurrent('is refused a task of a whole account with the token of a project', async () => {
    const {outputs} = await waitBy(waysIn.token ?? {inputs: {}}, ofAccount);
    expect(outputs.status).toBe('denied');
  });

  it.concurrent('sends a wrong secret key once', async () => {
    const way = {inputs: {...waysIn['access-key']?.inputs, 'secret-key': 'not-the-one'}};
    const {exitCode, outputs, requests} = await waitBy(way);
    expect([exitCode, outputs.status]).toEqual([1, 'denied']);
    expect(requests).toHaveLength(1);
  });
});
