import {describe, expect, it} from '@jest/globals';
import {idToken} from '../../src/auth/github.ts';
import {assumeAgency} from '../../src/auth/sts.ts';
import type {FailureKind} from '../../src/errors.ts';
import {createClient} from '../../src/http/client.ts';
import {en} from '../../src/words/en.ts';
import {failureOf} from '../helpers/failure-of.ts';
import {
  agencyUrn,
  type CloudSettings,
  fakeCloud,
  issuer,
  plainSecrets,
  providerUrn,
  subject
} from '../helpers/fake-cloud.ts';
import {fakeTransport, type Scripted} from '../helpers/fake-transport.ts';

const signal = new AbortController().signal;
const credentials = {kind: 'oidc-agency', providerUrn, agencyUrn, audience: 'sts.huaweicloud.com'} as const;
const source = {url: 'https://run-actions.example/token?api-version=2.0', requestToken: plainSecrets.requestToken};

async function stage(settings: Partial<CloudSettings> = {}) {
  const cloud = fakeCloud(settings);
  const {transport} = fakeTransport(cloud.answer);
  const client = createClient({transport, clean: text => text, debug: () => undefined});
  const secrets: string[] = [];
  const token = await idToken(client, source, credentials.audience, () => undefined, signal);
  const options = {
    endpoint: 'https://sts.cn-north-4.myhuaweicloud.com',
    sessionName: 'github-42-1',
    addSecret: (secret: string) => secrets.push(secret)
  };
  const assume = (until = signal) => assumeAgency(client, token, credentials, options, until);
  return {cloud, token, secrets, assume};
}

function answering(answer: Scripted): CloudSettings['meddle'] {
  return (_, place) => (place === 'sts' ? answer : undefined);
}

describe('STS', () => {
  it('is asked with the id token, and without any signature', async () => {
    const {assume, cloud, token} = await stage();
    await assume();
    const [request] = cloud.requestsTo('sts');
    expect(request?.method).toBe('POST');
    expect(request?.url.href).toBe('https://sts.cn-north-4.myhuaweicloud.com/v5/agencies/assume-with-oidc');
    expect(request?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      'cache-control': 'no-cache',
      'content-type': 'application/json'
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      provider_urn: providerUrn,
      agency_urn: agencyUrn,
      agency_session_name: 'github-42-1',
      id_token: token
    });
  });

  it.each([0, 3_600_000, -3_600_000])(
    'gives keys whose life is told by its own clock, off by %i ms, and has them masked',
    async skewMs => {
      const {assume, secrets} = await stage({keysMs: 900_000, skewMs});
      expect(await assume()).toEqual({
        ticket: {
          kind: 'access-key',
          accessKey: 'issued-access-key-1',
          secretKey: 'issued-secret-key-2',
          securityToken: 'issued-security-token-3'
        },
        lifeMs: 900_000
      });
      expect(secrets).toEqual(['issued-access-key-1', 'issued-secret-key-2', 'issued-security-token-3']);
    }
  );

  it.each<[string, Partial<CloudSettings>]>([
    ['of the trust policy', {trust: {aud: credentials.audience, sub: 'another'}}],
    ['that it does not tell', {meddle: answering({status: 400, body: {error_code: 'IAM.0001', error_msg: 'Invalid'}})}],
    ['of a provider that is not there', {meddle: answering({status: 404, body: {error_code: 'PAP5.0404'}})}]
  ])('refuses because %s: denied, with the claims and the condition keys, without the token', async (_, settings) => {
    const {assume, token} = await stage(settings);
    const failure = await failureOf(assume());
    expect(failure.kind).toBe('denied');
    expect(failure.explanation?.(en).cause).toContain(`iss ${issuer}, aud sts.huaweicloud.com, sub ${subject}`);
    for (const key of ['oidc:iss', 'oidc:aud', 'oidc:sub']) expect(failure.explanation?.(en).fix).toContain(key);
    expect(JSON.stringify(failure)).not.toContain(token.slice(0, 20));
  });

  it('refuses because of the client ids: denied, with the claims, and no more to do than to register the audience', async () => {
    const {assume} = await stage({trust: {aud: 'another', sub: subject}});
    const {kind, explanation} = await failureOf(assume());
    expect(kind).toBe('denied');
    expect(explanation?.(en).cause).toContain(`iss ${issuer}, aud sts.huaweicloud.com, sub ${subject}`);
    expect(explanation?.(en).fix).toBe(
      'Add the audience to the client ids of the provider, or set the input "audience" of this step to a registered client id.'
    );
  });

  it('refuses an id token that is minutes old', async () => {
    const {assume, cloud} = await stage();
    cloud.clock.advance(6 * 60_000);
    expect((await failureOf(assume())).kind).toBe('denied');
  });

  it.each([401, 403])('is not asked twice where a page comes under HTTP %i instead of its answer', async status => {
    const {assume} = await stage({meddle: answering({status, body: '<html></html>'})});
    const {kind, isPage, explanation} = await failureOf(assume());
    expect({kind, isPage}).toEqual({kind: 'denied', isPage: true});
    expect(explanation?.(en).cause).toContain('A page came instead of the answer to the log-in.');
    expect(explanation?.(en).fix).toContain('oidc:sub');
  });

  it('may give secrets in an answer that cannot be read, so nothing of that is told', async () => {
    const answer = {headers: {'x-request-id': 'a-secret'}, body: {error_code: 'a-secret'}};
    const {assume} = await stage({meddle: answering(answer)});
    expect(JSON.stringify(await failureOf(assume()))).not.toContain('a-secret');
  });

  it('is not said to refuse where the step is cancelled', async () => {
    const {assume} = await stage();
    await expect(assume(AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
  });

  it.each<[string, Scripted, FailureKind, string?]>([
    ['no such API', {status: 404, body: {error_code: 'APIGW.0101', error_msg: 'The API does not exist'}}, 'rejected'],
    ['503', {status: 503, body: ''}, 'transient'],
    ['429', {status: 429, body: ''}, 'throttled'],
    ['a page', {status: 200, body: '<html></html>'}, 'unreached'],
    ['no credentials', {body: {}}, 'malformed', '"credentials"'],
    ['no secret', {body: {credentials: {access_key_id: 'a', security_token: 'c'}}}, 'malformed', '"secret_access_key"']
  ])('answering with %s is no refusal', async (_, answer, kind, words = '') => {
    const {assume} = await stage({meddle: answering(answer)});
    const failure = await failureOf(assume());
    expect(failure).toMatchObject({kind, party: 'sts'});
    expect(failure.message).toContain(words);
  });

  it('answering with an end that is no time gives keys of unknown life', async () => {
    const credentials = {access_key_id: 'a', secret_access_key: 'b', security_token: 'c', expiration: 'soon'};
    const {assume} = await stage({meddle: answering({body: {credentials}})});
    expect((await assume()).lifeMs).toBeUndefined();
  });
});
