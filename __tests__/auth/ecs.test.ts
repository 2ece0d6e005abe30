import {describe, expect, it} from '@jest/globals';
import {instanceKeys, metadataUrlIn} from '../../src/auth/ecs.ts';
import type {FailureKind} from '../../src/errors.ts';
import {createClient} from '../../src/http/client.ts';
import {TransportError} from '../../src/http/transport.ts';
import {en} from '../../src/words/en.ts';
import {failureOf} from '../helpers/failure-of.ts';
import {type CloudSettings, fakeCloud} from '../helpers/fake-cloud.ts';
import {fakeTransport, type Scripted} from '../helpers/fake-transport.ts';

const signal = new AbortController().signal;

function stage(settings: Partial<CloudSettings> = {}) {
  const cloud = fakeCloud(settings);
  const {transport, requests} = fakeTransport(cloud.answer);
  const client = createClient({transport, clean: text => text, debug: () => undefined});
  const secrets: string[] = [];
  const keys = (until = signal) => instanceKeys(client, metadataUrlIn({}), secret => secrets.push(secret), until);
  return {cloud, requests, secrets, keys};
}

/** One answer for the request of a token, and one for that of the keys. */
function answering(
  put: Scripted | TransportError | undefined,
  get?: Scripted | TransportError
): CloudSettings['meddle'] {
  return ({method}) => (method === 'PUT' ? put : get);
}

const credential = {
  access: 'ak',
  expires_at: '2026-01-15T09:30:00.000000Z',
  secret: 'sk',
  securitytoken: 'st'
};

describe('the address of the metadata', () => {
  it.each(['http://127.0.0.1:8642', 'http://127.0.0.1:1'])('can be one on the machine itself: %s', url => {
    expect(metadataUrlIn({AWAIT_HUAWEI_CLOUD_TASK_METADATA_URL: url})).toBe(url);
  });

  it.each([
    undefined,
    '',
    'https://127.0.0.1:8642',
    'http://127.0.0.1:port',
    'http://127.0.0.1:80@another.example',
    'http://another.example/?http://127.0.0.1:80'
  ])('is no other: %p', url => {
    expect(metadataUrlIn({AWAIT_HUAWEI_CLOUD_TASK_METADATA_URL: url})).toBe('http://169.254.169.254');
  });
});

describe('the keys of an instance', () => {
  it('are read with a token, and masked with it', async () => {
    const {keys, requests, secrets} = stage();
    expect(await keys()).toEqual({
      ticket: {
        kind: 'access-key',
        accessKey: 'issued-access-key-1',
        secretKey: 'issued-secret-key-2',
        securityToken: 'issued-security-token-3'
      },
      lifeMs: 3_600_000
    });
    expect(requests.map(({method, url, body}) => `${method} ${url.href} ${body}`)).toEqual([
      'PUT http://169.254.169.254/meta-data/latest/api/token ',
      'GET http://169.254.169.254/openstack/latest/securitykey '
    ]);
    expect(requests[0]?.headers).toMatchObject({'x-metadata-token-ttl-seconds': '21600'});
    expect(requests[1]?.headers['x-metadata-token']).toBe('issued-metadata-token-0');
    expect(secrets).toEqual([
      'issued-metadata-token-0',
      'issued-access-key-1',
      'issued-secret-key-2',
      'issued-security-token-3'
    ]);
  });

  it.each([400, 404, 405, 503])('are read without a token where asking for one brings %i', async status => {
    const {keys, requests} = stage({meddle: answering({status, body: 'no'}, {body: {credential}})});
    expect((await keys()).ticket).toEqual({kind: 'access-key', accessKey: 'ak', secretKey: 'sk', securityToken: 'st'});
    expect(requests).toHaveLength(2);
    expect(requests[1]?.headers).not.toHaveProperty('x-metadata-token');
  });

  it.each<[string, Scripted | TransportError, FailureKind]>([
    ['401', {status: 401, body: ''}, 'denied'],
    ['401 in words', {status: 401, body: 'Unauthorized'}, 'denied'],
    ['403', {status: 403, body: ''}, 'denied'],
    ['429', {status: 429, body: ''}, 'throttled'],
    ['500', {status: 500, body: '{"error_message":"internal error"}'}, 'transient'],
    ['502', {status: 502, body: ''}, 'transient'],
    ['no connection', new TransportError('169.254.169.254 gave no answer'), 'unreached']
  ])('are not asked for without a token where asking for one brings %s', async (_, put, kind) => {
    const {keys, requests} = stage({meddle: answering(put, {body: {credential}})});
    expect(await failureOf(keys())).toMatchObject({kind, party: 'metadata'});
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Scripted, string]>([
    ['a page', {body: '<html>sign in</html>'}, 'not JSON'],
    ['nothing', {body: ''}, 'empty'],
    ['two words', {body: 'no token'}, 'it is not a token'],
    ['of other letters', {body: 'tökén'}, 'it is not a token']
  ])('are not asked for with a token that is %s', async (_, put, words) => {
    const {keys, requests} = stage({meddle: answering(put)});
    expect((await failureOf(keys())).message).toContain(words);
    expect(requests).toHaveLength(1);
  });

  it('are asked for with the token without its end of line', async () => {
    const {keys, requests, secrets} = stage({meddle: answering({body: 'the-token\n'}, {body: {credential}})});
    await keys();
    expect(requests[1]?.headers['x-metadata-token']).toBe('the-token');
    expect(secrets[0]).toBe('the-token');
  });

  it.each<[string, CloudSettings['meddle']]>([
    ['token', answering({headers: {'x-request-id': 'a-secret'}, body: '<html>a-secret</html>'})],
    ['keys', answering(undefined, {headers: {'x-request-id': 'a-secret'}, body: {error_code: 'a-secret'}})]
  ])('may be in an answer with the %s that cannot be read, so nothing of that is told', async (_, meddle) => {
    expect(JSON.stringify(await failureOf(stage({meddle}).keys()))).not.toContain('a-secret');
  });

  it.each(['PUT', 'GET'])('are not said to be refused where the step is cancelled at its %s', async cancelled => {
    const reason = new Error('cancelled');
    const cancel = ({method}: {readonly method: string}) => {
      if (method === cancelled) throw reason;
      return undefined;
    };
    await expect(stage({meddle: cancel}).keys()).rejects.toBe(reason);
  });

  it.each<[string, Scripted, FailureKind, string?]>([
    ['no agency', {status: 401, body: 'Please configure Cloud Service Agency first'}, 'denied'],
    ['404, another cloud', {status: 404, body: 'not here'}, 'denied'],
    ['404 alone', {status: 404, body: ''}, 'denied'],
    ['503', {status: 503, body: 'The request is too frequent. Please try again later!'}, 'transient'],
    ['429', {status: 429, body: ''}, 'throttled'],
    ['another form', {body: {credentials: credential}}, 'malformed', '"credential"'],
    ['half the keys', {body: {credential: {access: 'ak'}}}, 'malformed', '"secret"']
  ])('fail with %s', async (_, get, kind, words = '') => {
    const failure = await failureOf(stage({meddle: answering(undefined, get)}).keys());
    expect(failure).toMatchObject({kind, party: 'metadata'});
    expect(failure.message).toContain(words);
  });

  it.each<[string, Partial<CloudSettings>]>([
    ['an instance without an agency', {hasAgency: false}],
    ['a machine of another cloud', {meddle: answering({body: '<html></html>'})}]
  ])('tell what %s needs', async (_, settings) => {
    const {explanation} = await failureOf(stage(settings).keys());
    expect(explanation?.(en).fix).toContain('Give the ECS instance of the runner an agency');
  });

  it.each<[unknown, number | undefined]>([
    ['2026-01-15T09:30:00.000000Z', 3_600_000],
    ['2026-01-15T09:30:00.000Z', 3_600_000],
    ['2026-01-15T09:30:00Z', 3_600_000],
    [undefined, undefined]
  ])('with an end %p live %p ms', async (expires, lifeMs) => {
    const {keys} = stage({meddle: answering(undefined, {body: {credential: {...credential, expires_at: expires}}})});
    expect((await keys()).lifeMs).toBe(lifeMs);
  });
});
