import {describe, expect, it} from '@jest/globals';
import {authorizerFor} from '../../src/auth/authorizer.ts';
import type {Credentials} from '../../src/auth/credentials.ts';
import type {RequestFailure} from '../../src/errors.ts';
import {createClient} from '../../src/http/client.ts';
import type {HttpRequest} from '../../src/http/transport.ts';
import {inWords} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {fakeClock} from '../helpers/fake-clock.ts';
import {fakeCloud, projectId, waysIn} from '../helpers/fake-cloud.ts';
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

function stage(credentials: Credentials) {
  const clock = fakeClock({startDateMs});
  const cloud = fakeCloud({clock});
  const {transport} = fakeTransport(cloud.answer);
  const warnings: string[] = [];
  const secrets: string[] = [];
  const access = {
    credentials,
    iamEndpoint: 'https://iam.cn-north-4.myhuaweicloud.com',
    stsEndpoint: 'https://sts.cn-north-4.myhuaweicloud.com',
    scope: {project: {id: projectId}}
  };
  const authorizer = authorizerFor(access, {
    client: createClient({transport, clean: text => text, debug: () => undefined}),
    clock,
    environment: {},
    addSecret: secret => secrets.push(secret),
    warn: message => warnings.push(inWords(message, en))
  });
  return {authorizer, clock, cloud, warnings, secrets};
}

const denied: RequestFailure = {kind: 'denied', status: 401};

describe('authorizerFor', () => {
  it('signs host, date and every x- header, and no other', async () => {
    const {authorizer} = stage({...keys, securityToken: 'ST'});
    const {headers} = (await authorizer.authorize({'x-project-id': 'p'})(request, signal)).request;
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
    const {password} = waysIn(fakeCloud().settings.secrets).password.inputs;
    const {authorizer, cloud, secrets} = stage({kind: 'password', username: 'waiter', password, domainName: 'octo'});
    const authorize = authorizer.authorize();
    const [first, alsoFirst] = await Promise.all([authorize(request, signal), authorize(request, signal)]);
    expect(alsoFirst.request.headers['x-auth-token']).toBe('issued-token-0');
    expect(await first.refused(denied, 0, signal)).toBe('changed');
    expect((await authorize(request, signal)).request.headers['x-auth-token']).toBe('issued-token-1');
    expect(await alsoFirst.refused(denied, 0, signal)).toBe('changed');
    expect((await authorize(request, signal)).request.headers['x-auth-token']).toBe('issued-token-1');
    expect(cloud.requestsTo('iam')).toHaveLength(2);
    expect(await authorizer.issuedProjectId(signal)).toBe(projectId);
    // Told as soon as it is there, and once more with its life.
    expect([...new Set(secrets)]).toEqual(['issued-token-0', 'issued-token-1']);
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
    const {authorizer, warnings} = stage(keys);
    const authorize = authorizer.authorize();
    const {refused} = await authorize(request, signal);
    expect(await refused({...denied, ...failure}, 0, signal)).toBe(signedAt === undefined ? 'nothing' : 'changed');
    const {headers} = (await authorize(request, signal)).request;
    expect(headers['x-sdk-date']).toBe(signedAt ?? '20260115T083000Z');
    expect(warnings).toHaveLength(signedAt === undefined ? 0 : 1);
  });
});
