import {describe, expect, it} from '@jest/globals';
import {authorizerFor} from '../../src/auth/authorizer.ts';
import {type CredentialKind, type Credentials, signsRequests} from '../../src/auth/credentials.ts';
import {hourMs, minuteMs} from '../../src/duration.ts';
import type {Environment} from '../../src/environment.ts';
import type {RequestFailure} from '../../src/errors.ts';
import {createClient} from '../../src/http/client.ts';
import type {HttpRequest} from '../../src/http/transport.ts';
import {inWords} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {fakeClock} from '../helpers/fake-clock.ts';
import {
  agencyUrn,
  type CloudSettings,
  fakeCloud,
  plainSecrets,
  projectId,
  providerUrn,
  waysIn
} from '../helpers/fake-cloud.ts';
import {fakeTransport} from '../helpers/fake-transport.ts';

const signal = new AbortController().signal;
const startDateMs = Date.UTC(2026, 0, 15, 8, 30);
const request: HttpRequest = {
  method: 'GET',
  url: new URL('https://dayu-dlf.eu-de.otc.t-systems.com/v1/p/system-tasks/1'),
  headers: {accept: 'application/json', workspace: 'w1', 'x-language': 'en_us'},
  body: ''
};
const keys = {kind: 'access-key', accessKey: 'AK', secretKey: 'SK'} as const;

const user = {kind: 'password', username: 'waiter', password: plainSecrets.password, domainName: 'octo'} as const;
const agency = {kind: 'oidc-agency', providerUrn, agencyUrn, audience: 'sts.huaweicloud.com'} as const;
const {environment: ofJob} = waysIn(plainSecrets).sts;

interface Scene extends Partial<CloudSettings> {
  readonly environment?: Environment;
  readonly pollsOnce?: boolean;
}

function stage(credentials: Credentials, {environment = ofJob, pollsOnce = false, ...settings}: Scene = {}) {
  const clock = fakeClock({startDateMs});
  const cloud = fakeCloud({clock, ...settings});
  const {transport} = fakeTransport(cloud.answer);
  const warnings: string[] = [];
  const secrets: [secret: string, lifeMs: number | undefined][] = [];
  const access = {
    credentials,
    iamEndpoint: 'https://iam.cn-north-4.myhuaweicloud.com',
    stsEndpoint: 'https://sts.cn-north-4.myhuaweicloud.com',
    scope: {project: {id: projectId}}
  };
  const authorizer = authorizerFor(access, {
    client: createClient({transport, clean: text => text, debug: () => undefined}),
    clock,
    environment,
    pollsOnce,
    addSecret: (secret, lifeMs) => secrets.push([secret, lifeMs]),
    warn: message => warnings.push(inWords(message, en))
  });
  const authorize = authorizer.authorize();
  /** The token or the access key that the next request carries. */
  const shown = async () => {
    const {headers} = (await authorize(request, signal)).request;
    return headers['x-auth-token'] ?? /Access=([^,]+)/.exec(headers.authorization ?? '')?.[1];
  };
  return {authorizer, authorize, shown, clock, cloud, warnings, secrets};
}

const denied: RequestFailure = {kind: 'denied', status: 401};
const gateway = (text: string): RequestFailure => ({...denied, code: 'APIGW.0301', text});
const unknownKey = gateway('Incorrect IAM authentication information: ak HPUA not exist');

describe('authorizerFor', () => {
  it('signs host, date and every x- header, and no other', async () => {
    const {authorizer} = stage({...keys, securityToken: 'ST'});
    const owner = {'x-project-id': 'p', 'x-domain-id': ''};
    const {headers} = (await authorizer.authorize(owner)(request, signal)).request;
    expect(headers).not.toHaveProperty('x-domain-id');
    expect(headers).toMatchObject({
      ...request.headers,
      host: 'dayu-dlf.eu-de.otc.t-systems.com',
      'x-project-id': 'p',
      'x-security-token': 'ST',
      'x-sdk-date': '20260115T083000Z'
    });
    expect(headers.authorization).toMatch(
      /^SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-language;x-project-id;x-sdk-date;x-security-token, Signature=[0-9a-f]{64}$/
    );
  });

  it('signs each request afresh', async () => {
    const {authorizer, clock} = stage(keys);
    const authorize = authorizer.authorize();
    const {request: first} = await authorize(request, signal);
    clock.advance(3_600_000);
    const {request: second} = await authorize(request, signal);
    expect(first.headers['x-sdk-date']).toBe('20260115T083000Z');
    expect(second.headers['x-sdk-date']).toBe('20260115T093000Z');
    expect(first.headers.authorization).not.toBe(second.headers.authorization);
    expect(first.headers).not.toHaveProperty('x-project-id');
    expect(first.headers).not.toHaveProperty('x-security-token');
  });

  it('puts a token on the request and leaves the rest as it is', async () => {
    const {authorizer} = stage({kind: 'token', token: 'T'});
    const authorized = await authorizer.authorize({'x-project-id': 'p'})(request, signal);
    expect(authorized.request).toEqual({...request, headers: {...request.headers, 'x-auth-token': 'T'}});
  });

  it.each<[string, Credentials]>([
    ['keys', keys],
    ['temporary keys', {...keys, securityToken: 'ST'}],
    ['a token', {kind: 'token', token: 'T'}]
  ])('can change nothing about refused %s', async (_, credentials) => {
    const {authorizer, cloud} = stage(credentials);
    const {refused} = await authorizer.authorize()(request, signal);
    expect(await refused(denied, 0, signal)).toBe('nothing');
    expect(await authorizer.issuedProjectId(signal)).toBeUndefined();
    expect(cloud.requests).toEqual([]);
  });

  it('gets another token for the one that was refused, and no further one for an older refusal', async () => {
    const {authorizer, authorize, shown, cloud} = stage(user);
    const [first, alsoFirst] = await Promise.all([authorize(request, signal), authorize(request, signal)]);
    expect(alsoFirst.request.headers['x-auth-token']).toBe('issued-token-0');
    expect(await first.refused(denied, 0, signal)).toBe('changed');
    expect(await shown()).toBe('issued-token-1');
    expect(await alsoFirst.refused(denied, 0, signal)).toBe('changed');
    expect(await shown()).toBe('issued-token-1');
    expect(cloud.requestsTo('iam')).toHaveLength(2);
    expect(await authorizer.issuedProjectId(signal)).toBe(projectId);
  });

  it('gets one other token until a request is accepted again', async () => {
    const {authorize, shown} = stage(user);
    const first = await authorize(request, signal);
    expect(await first.refused(denied, 0, signal)).toBe('changed');
    const second = await authorize(request, signal);
    expect(await second.refused(denied, 0, signal)).toBe('nothing');
    expect(await shown()).toBe('issued-token-1');
    second.accepted();
    expect(await second.refused(denied, 0, signal)).toBe('changed');
    expect(await shown()).toBe('issued-token-2');
  });

  it.each<[string, RequestFailure]>([
    ['a permission that is missing', {kind: 'denied', status: 403}],
    ['a wrong signature', gateway('verify aksk signature fail')],
    ['a key that is locked', gateway('AK access failed to reach the limit')]
  ])('gets nothing new for %s', async (_, failure) => {
    const {authorize, shown} = stage(agency);
    const {refused} = await authorize(request, signal);
    const before = await shown();
    expect(await refused(failure, 0, signal)).toBe('nothing');
    expect(await shown()).toBe(before);
  });

  it('keeps the last credentials where a page comes, and gives them up where the cloud refuses them', async () => {
    let isLocked = false;
    const {authorize, shown, clock} = stage(user, {
      tokensMs: hourMs,
      meddle: () => (isLocked ? {status: 403, body: {error_code: 'IAM.0061'}} : undefined)
    });
    await shown();
    isLocked = true;
    clock.advance(0.9 * hourMs);
    const {refused} = await authorize(request, signal);
    const page = {...denied, isPage: true} as const;
    expect(await refused(page, 0, signal)).toBe('nothing');
    expect(await shown()).toBe('issued-token-0');
    expect(await refused(denied, 0, signal)).toBe('changed');
    await expect(shown()).rejects.toThrow('HTTP 403');
  });

  it('knows of each host whether it has let a request in', async () => {
    const {authorize} = stage(keys);
    const other = {...request, url: new URL('https://ecs.eu-de.otc.t-systems.com/v1/p/jobs/1')};
    const first = await authorize(request, signal);
    expect(first.workedBefore).toBe(false);
    first.accepted();
    expect((await authorize(request, signal)).workedBefore).toBe(true);
    expect((await authorize(other, signal)).workedBefore).toBe(false);
  });

  describe('where the gateway does not know the key', () => {
    it.each([0, minuteMs - 1])('shows one that is %i ms old again after pauses, and then gets another', async ageMs => {
      const {authorize, shown, clock} = stage(agency);
      clock.advance(hourMs);
      const first = await shown();
      clock.advance(ageMs);
      const {refused} = await authorize(request, signal);
      for (const waits of [0, 1, 2]) expect(await refused(unknownKey, waits, signal)).toBe('waited');
      expect(clock.sleeps).toEqual([1000, 3000, 6000]);
      expect(await shown()).toBe(first);
      expect(await refused(unknownKey, 3, signal)).toBe('changed');
      expect(await shown()).not.toBe(first);
    });

    it('gets another at once where it is older, or the refusal another one', async () => {
      for (const [ageMs, failure] of [
        [minuteMs, unknownKey],
        [0, gateway('Unauthorized')]
      ] as const) {
        const {authorize, clock} = stage(agency);
        const {refused} = await authorize(request, signal);
        clock.advance(ageMs);
        expect(await refused(failure, 0, signal)).toBe('changed');
        expect(clock.sleeps).toEqual([]);
      }
    });

    it('does not wait for one that was given', async () => {
      const {authorize, clock} = stage(keys);
      expect(await (await authorize(request, signal)).refused(unknownKey, 0, signal)).toBe('nothing');
      expect(clock.sleeps).toEqual([]);
    });

    it('shows it once more where the step does not wait', async () => {
      const {authorize} = stage(agency, {pollsOnce: true});
      const {refused} = await authorize(request, signal);
      expect(await refused(unknownKey, 0, signal)).toBe('waited');
      expect(await refused(unknownKey, 1, signal)).toBe('nothing');
    });
  });

  it('has a token masked as soon as it is there, and again with its life where that is known', async () => {
    const issued = async (settings: Scene) => {
      const {shown, secrets} = stage(user, settings);
      await shown();
      return secrets;
    };
    expect(await issued({tokensMs: hourMs})).toEqual([
      ['issued-token-0', 24 * hourMs],
      ['issued-token-0', hourMs]
    ]);
    const withoutEnd = {status: 201, headers: {'x-subject-token': 'T'}, body: {token: {}}};
    expect(await issued({meddle: () => withoutEnd})).toEqual([['T', 24 * hourMs]]);
  });

  it.each<[string, Environment]>([
    ['github-42-2', {...ofJob, GITHUB_RUN_ATTEMPT: '2'}],
    ['github-run-1', {...ofJob, GITHUB_RUN_ID: undefined}]
  ])('names the session %s after the run', async (name, environment) => {
    const {shown, cloud} = stage(agency, {environment});
    await shown();
    expect(cloud.requestsTo('sts')[0]?.body).toContain(`"agency_session_name":"${name}"`);
  });

  it.each<[string, Partial<RequestFailure>, string | undefined]>([
    [
      'the text',
      {text: 'signature expired, signature time:20260115T083000Z,server time:20260115T093000Z'},
      '20260115T093000Z'
    ],
    ['the header Date', {serverDateMs: startDateMs + 3_600_000}, '20260115T093000Z'],
    [
      'the text before the header',
      {text: 'server time: 20260115T073000Z', serverDateMs: startDateMs},
      '20260115T073000Z'
    ],
    [
      'the header where the text has no time',
      {text: 'server time:99999999T999999Z', serverDateMs: startDateMs},
      undefined
    ],
    ['nothing', {}, undefined],
    ['a header that is near enough', {serverDateMs: startDateMs + 60_000}, undefined]
  ])("takes the cloud's time from %s", async (_, failure, signedAt) => {
    const {authorize, warnings} = stage(keys);
    const {refused} = await authorize(request, signal);
    expect(await refused({...denied, ...failure}, 0, signal)).toBe(signedAt === undefined ? 'nothing' : 'changed');
    const {headers} = (await authorize(request, signal)).request;
    expect(headers['x-sdk-date']).toBe(signedAt ?? '20260115T083000Z');
    expect(warnings).toHaveLength(signedAt === undefined ? 0 : 1);
  });

  const late = {...denied, serverDateMs: startDateMs + hourMs};

  it('signs again what was signed before the clock was corrected', async () => {
    const {authorize, warnings} = stage(keys);
    const [first, second] = await Promise.all([authorize(request, signal), authorize(request, signal)]);
    expect(await first.refused(late, 0, signal)).toBe('changed');
    expect(await second.refused(late, 0, signal)).toBe('changed');
    expect(warnings).toHaveLength(1);
  });

  it('takes no time from a page, nor for a token', async () => {
    for (const [credentials, failure, remedy] of [
      [keys, {...late, isPage: true}, 'nothing'],
      [user, late, 'changed']
    ] as const) {
      const {authorize, warnings} = stage(credentials);
      expect(await (await authorize(request, signal)).refused(failure, 0, signal)).toBe(remedy);
      expect((await authorize(request, signal)).request.headers['x-sdk-date'] ?? '20260115T083000Z').toBe(
        '20260115T083000Z'
      );
      expect(warnings).toEqual([]);
    }
  });
});

/** Each kind of credentials, and whether its requests are signed. */
const kinds: Readonly<Record<CredentialKind, readonly [Credentials, boolean]>> = {
  'access-key': [keys, true],
  token: [{kind: 'token', token: 'T'}, false],
  password: [user, false],
  'oidc-agency': [agency, true],
  'oidc-federation': [{kind: 'oidc-federation', identityProvider: 'github', audience: 'sts.huaweicloud.com'}, false],
  'ecs-agency': [{kind: 'ecs-agency'}, true]
};

describe('signsRequests', () => {
  it.each(Object.values(kinds))('of %j is %p, as requests go out', async (credentials, signs) => {
    expect(signsRequests(credentials.kind)).toBe(signs);
    const {headers} = (await stage(credentials).authorize(request, signal)).request;
    expect(Object.hasOwn(headers, 'authorization')).toBe(signs);
    expect(Object.hasOwn(headers, 'x-auth-token')).toBe(!signs);
  });
});
