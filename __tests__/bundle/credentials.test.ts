import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {describe, expect, it} from '@jest/globals';

interface Cloud {
  readonly url: string;
  readonly requests: readonly {readonly method: string; readonly url: string}[];
  close(): Promise<void>;
  secrets(): readonly string[];
}

interface WayIn {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Story {
  readonly service: string;
  readonly name: string;
}

interface Ran {
  readonly exitCode: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

type Headers = Readonly<Record<string, string>>;
type VerifySignature = (
  request: {readonly method: string; readonly url: string; readonly headers: Headers},
  body: string,
  keys: {readonly accessKey: string; readonly secretKey: string}
) => boolean;

const load = (file: string) => import(pathToFileURL(file).href);
const {startCloud, startTask} = (await load('demo/cloud.mjs')) as {
  startCloud(options: {verifySignature: VerifySignature}): Promise<Cloud>;
  startTask(url: string, story: Story): Promise<{readonly taskId: string}>;
};
const {demoCredentials, settled, waysIn} = (await load('demo/credentials.mjs')) as {
  demoCredentials: {readonly projectId: string; readonly account: string};
  settled(values: Readonly<Record<string, string>>, url: string): Record<string, string>;
  waysIn: Readonly<Record<string, WayIn>>;
};
const {runAction} = (await load('demo/runner.mjs')) as {
  runAction(inputs: Record<string, string>, options: {env: Record<string, string>}): Promise<Ran>;
};
const {stories} = (await load('demo/stories.mjs')) as {stories: readonly Story[]};

const {AKSKSigner} = createRequire(import.meta.url)('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js') as {
  AKSKSigner: {
    sign(request: object, credential: {getAk(): string; getSk(): string}): {readonly Authorization: string};
  };
};

/** The vendor's signer says what the signature has to be. */
function isSignedRightly(asked: string[]): VerifySignature {
  return ({method, url, headers}, body, {accessKey, secretKey}) => {
    const {authorization = '', 'x-sdk-date': date = '', host = ''} = headers;
    asked.push(authorization);
    const signedNames = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
    const {pathname, searchParams} = new URL(url, `http://${host}`);
    const signed = Object.fromEntries(
      signedNames.filter(name => name !== 'x-sdk-date').map(name => [name, headers[name] ?? ''])
    );
    const wanted = AKSKSigner.sign(
      {
        method,
        endpoint: `http://${host}${pathname}`,
        queryParams: Object.fromEntries(searchParams),
        headers: {...signed, 'X-Sdk-Date': date},
        ...(body && {data: JSON.parse(body)})
      },
      {getAk: () => accessKey, getSk: () => secretKey}
    );
    return wanted.Authorization === authorization;
  };
}

async function waitBy(way: WayIn, over: Readonly<Record<string, string>> = {}) {
  const {service: wanted = 'dataarts-studio'} = over;
  const story = stories.find(({service, name}) => service === wanted && name === 'succeeds');
  if (!story) throw new Error('the demo has no such story');
  const signatures: string[] = [];
  const cloud = await startCloud({verifySignature: isSignedRightly(signatures)});
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
    const ran = await runAction(settled(inputs, cloud.url), {env: settled(way.env ?? {}, cloud.url)});
    const requests = cloud.requests.slice(1).map(({method, url}) => `${method} ${new URL(url, cloud.url).pathname}`);
    return {...ran, signatures, requests, secrets: cloud.secrets()};
  } finally {
    await cloud.close();
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
