import {describe, expect, it} from '@jest/globals';
import {describeClaims, idToken} from '../../src/auth/github.ts';
import {createClient} from '../../src/http/client.ts';
import {en} from '../../src/words/en.ts';
import {failureOf} from '../helpers/failure-of.ts';
import {fakeCloud, issuer, plainSecrets, subject} from '../helpers/fake-cloud.ts';
import {fakeTransport, type Script} from '../helpers/fake-transport.ts';
import {inEnglish} from '../helpers/in-english.ts';

const signal = new AbortController().signal;
const source = {url: 'https://run-actions.example/token?api-version=2.0', requestToken: plainSecrets.requestToken};

function stage(script: Script = fakeCloud().answer) {
  const {transport, requests} = fakeTransport(script);
  const client = createClient({transport, clean: text => text, debug: () => undefined});
  const secrets: string[] = [];
  const ask = (from: Parameters<typeof idToken>[1] = source, audience = 'sts.huaweicloud.com') =>
    idToken(client, from, audience, secret => secrets.push(secret), signal);
  return {ask, requests, secrets};
}

describe('the id token', () => {
  it('is asked for with the token of the job, and for the audience', async () => {
    const {ask, requests, secrets} = stage();
    const token = await ask(source, 'a b&c');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url.href).toBe('https://run-actions.example/token?api-version=2.0&audience=a+b%26c');
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${plainSecrets.requestToken}`);
    expect(inEnglish(describeClaims(token))).toBe(`iss ${issuer}, aud a b&c, sub ${subject}`);
    expect(secrets).toContain(token);
  });

  it.each([
    ['address', {...source, url: undefined}],
    ['address that is empty', {...source, url: ''}],
    ['address that is none', {...source, url: 'token'}],
    ['token of the job', {...source, requestToken: undefined}],
    ['token of the job that is empty', {...source, requestToken: ''}]
  ])('is not to be had without %s: no request, and the lines to add', async (_, from) => {
    const {ask, requests} = stage();
    const {kind, party, message, explanation} = await failureOf(ask(from));
    expect({kind, party, message}).toEqual({kind: 'denied', party: 'github', message: 'no id token'});
    expect(explanation?.(en).fix).toMatch(/permissions:.*id-token: write/);
    expect(requests).toEqual([]);
  });

  it('is asked for over https, or on the machine itself, alone', async () => {
    const {ask, requests} = stage([{body: {value: 'T'}}]);
    const {kind, party, message, explanation} = await failureOf(
      ask({...source, url: 'http://run-actions.example/token'})
    );
    expect({kind, party, message}).toEqual({kind: 'denied', party: 'github', message: 'its address is not safe'});
    expect(explanation?.(en).cause).toContain('ACTIONS_ID_TOKEN_REQUEST_URL is neither https nor on this machine');
    expect(requests).toEqual([]);
    expect(await ask({...source, url: 'http://127.0.0.1:8642/token'})).toBe('T');
  });

  it.each([{}, {value: ''}, {value: 1}, []])('is not taken from an answer such as %j', async body => {
    expect(await failureOf(stage([{body}]).ask())).toMatchObject({
      kind: 'malformed',
      party: 'github'
    });
  });

  it('may be in an answer that cannot be read, so nothing of that is told', async () => {
    const answer = {headers: {'x-request-id': 'a-secret'}, body: {error_code: 'a-secret'}};
    expect(JSON.stringify(await failureOf(stage([answer]).ask()))).not.toContain('a-secret');
  });
});

describe('the claims of an id token', () => {
  const tokenWith = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

  it.each<[string, string, string]>([
    ['all', tokenWith({iss: 'i', aud: 'a', sub: 's', ref: 'x'}), 'iss i, aud a, sub s'],
    ['several audiences', tokenWith({iss: 'i', aud: ['a', 'b'], sub: 's'}), 'iss i, aud a b, sub s'],
    ['letters of any script', tokenWith({iss: 'i', aud: 'a', sub: 'repo:größe/店'}), 'iss i, aud a, sub repo:größe/店'],
    ['none', tokenWith({}), 'iss (none), aud (none), sub (none)'],
    ['no object', tokenWith('text'), 'claims that cannot be read'],
    ['no token', 'secret-without-dots', 'claims that cannot be read'],
    ['no JSON', 'a.b.c', 'claims that cannot be read'],
    ['nothing', '', 'claims that cannot be read']
  ])('are told with %s', (_, token, words) => {
    expect(inEnglish(describeClaims(token))).toBe(words);
  });
});
