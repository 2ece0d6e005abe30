import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {type AnswerForm, type Authorize, createClient} from '../src/client.ts';
import {MalformedAnswer, type Quota, type RequestFailure} from '../src/errors.ts';
import {TransportError} from '../src/transport.ts';
import {failureOf} from './helpers/failure-of.ts';
import {fakeTransport, type Script, type Scripted} from './helpers/fake-transport.ts';

const url = new URL('https://service.example/v1/tasks/1');
const signal = new AbortController().signal;

const form: AnswerForm<string> = {
  from: 'The service',
  codes: {'X.0001': 'not-found', 'X.0002': 'transient', 'X.0003': 'denied', 'X.0004': 'throttled'},
  read: body => {
    const {state} = body as {state?: string};
    if (state === undefined) throw new MalformedAnswer('"state" is missing');
    return state;
  }
};

const withToken: Authorize = async request => ({
  request: {...request, headers: {...request.headers, 'x-auth-token': 'secret'}},
  refused: () => false,
  accepted: () => undefined
});

function clientFor(script: Script) {
  const debug: string[] = [];
  const {transport, requests} = fakeTransport(script);
  const client = createClient({
    clean: text => text,
    transport,
    debug: line => debug.push(line)
  });
  const ask = () => client({url, headers: {workspace: 'w'}}, form, signal, withToken);
  return {ask, requests, debug};
}

/** The failure of one answer; `reached` lets a good answer come before it. */
function failureAfter(answer: Scripted | TransportError, {reached = true} = {}) {
  const {ask} = clientFor(reached ? [{body: {state: 'fine'}}, answer] : [answer]);
  return failureOf(reached ? ask().then(ask) : ask());
}

const error = (code: string, text = 'text') => ({error_code: code, error_msg: text});

describe('a request', () => {
  it('is authorised, asks for JSON, and brings the value with the time of the server', async () => {
    const {ask, requests, debug} = clientFor([
      {headers: {date: 'Thu, 15 Jan 2026 08:30:05 GMT', 'x-request-id': 'r1'}, body: {state: 'fine'}}
    ]);
    expect(await ask()).toEqual({value: 'fine', serverDateMs: Date.UTC(2026, 0, 15, 8, 30, 5)});
    expect(requests).toEqual([
      {method: 'GET', url, headers: {accept: 'application/json', workspace: 'w', 'x-auth-token': 'secret'}, body: ''}
    ]);
    expect(debug).toEqual(['GET https://service.example/v1/tasks/1: HTTP 200, request id r1']);
  });

  it('is good under any 2xx status', async () => {
    expect((await clientFor([{status: 202, body: {state: 'fine'}}]).ask()).value).toBe('fine');
  });

  it('passes on what is no failure of the connection', async () => {
    const {transport} = fakeTransport([{}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    const broken: Authorize = () => Promise.reject(new TypeError('a bug'));
    await expect(client({url}, form, signal, broken)).rejects.toThrow(TypeError);
  });

  it('posts a body as JSON, and goes out as it is without credentials', async () => {
    const {transport, requests} = fakeTransport([{body: {state: 'fine'}}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    await client({method: 'POST', url, body: {a: 'ü'}}, form, signal);
    const headers = {accept: 'application/json', 'content-type': 'application/json'};
    expect(requests).toEqual([{method: 'POST', url, headers, body: '{"a":"ü"}'}]);
  });
});

describe('a request that is denied', () => {
  /** Each authorisation carries its number; whether a refusal has changed anything is told by the list. */
  function askWith(changed: readonly boolean[], script: Script) {
    const {transport, requests} = fakeTransport(script);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    const refusals: (string | undefined)[] = [];
    let count = 0;
    const authorize: Authorize = async request => {
      count += 1;
      return {
        request: {...request, headers: {...request.headers, 'x-auth-token': `T${count}`}},
        refused: ({code}) => changed[refusals.push(code) - 1] ?? false,
        accepted: () => undefined
      };
    };
    const tokens = () => requests.map(({headers}) => headers['x-auth-token']);
    return {ask: () => client({url}, form, signal, authorize), tokens, refusals};
  }
  const denied = {status: 401, body: error('APIGW.0301')};
  const fine = {body: {state: 'fine'}};

  it('is sent once more where the refusal has changed something', async () => {
    const {ask, tokens, refusals} = askWith([true], [denied, fine]);
    expect((await ask()).value).toBe('fine');
    expect(tokens()).toEqual(['T1', 'T2']);
    expect(refusals).toEqual(['APIGW.0301']);
  });

  it('is not repeated where nothing has changed', async () => {
    const {ask, tokens} = askWith([false], [denied]);
    expect((await failureOf(ask())).kind).toBe('denied');
    expect(tokens()).toEqual(['T1']);
  });

  it('is not repeated twice', async () => {
    const {ask, tokens} = askWith([true, true], [denied]);
    expect((await failureOf(ask())).kind).toBe('denied');
    expect(tokens()).toEqual(['T1', 'T2']);
  });

  it.each([400, 404, 429, 500])('is another thing than one that fails with %i, which is not repeated', async status => {
    const {ask, tokens} = askWith([true], [{status, body: {}}]);
    await failureOf(ask());
    expect(tokens()).toEqual(['T1']);
  });
});

describe('the kind of a failure', () => {
  it.each<[string, Scripted, RequestFailure['kind']]>([
    [
      "the service's own code under a 400 that is no error of the caller",
      {status: 400, body: error('X.0002')},
      'transient'
    ],
    ["the service's own code for not found under a 400", {status: 400, body: error('X.0001')}, 'not-found'],
    ["the service's own code before the status", {status: 404, body: error('X.0003')}, 'denied'],
    ["the service's own code under a 200", {status: 200, body: error('X.0002')}, 'transient'],
    ['an unknown code under a 200', {status: 200, body: error('X.9999')}, 'rejected'],
    [
      'an unknown code under a 200 beside a state',
      {status: 200, body: {...error('X.9999'), state: 'fine'}},
      'rejected'
    ],
    ['a code of Object.prototype', {status: 400, body: error('constructor')}, 'rejected'],
    ['the gateway: no such API', {status: 404, body: error('APIGW.0101')}, 'rejected'],
    ['the gateway: backend unavailable', {status: 502, body: error('APIG.0202')}, 'transient'],
    ['the gateway: bad signature', {status: 401, body: error('APIGW.0301')}, 'denied'],
    ['the gateway: token to be renewed', {status: 401, body: error('APIC.0307')}, 'denied'],
    ['the gateway: throttled', {status: 429, body: error('APIGW.0308')}, 'throttled'],
    ['the gateway: user disabled', {status: 403, body: error('APIGW.0802')}, 'denied'],
    ['the gateway: 0201 by its status, 502', {status: 502, body: error('APIGW.0201')}, 'transient'],
    ['the gateway: 0201 by its status, 413', {status: 413, body: error('APIGW.0201')}, 'rejected'],
    ['the gateway under a 200', {status: 200, body: error('APIGW.0999')}, 'rejected'],
    ['400', {status: 400, body: error('X.9999')}, 'rejected'],
    ['401', {status: 401, body: {}}, 'denied'],
    ['403', {status: 403, body: 'a page'}, 'denied'],
    ['404', {status: 404, body: {}}, 'not-found'],
    ['405', {status: 405, body: {}}, 'rejected'],
    ['408', {status: 408, body: {}}, 'transient'],
    ['409', {status: 409, body: {}}, 'rejected'],
    ['425', {status: 425, body: {}}, 'transient'],
    ['429', {status: 429, body: 'slow down'}, 'throttled'],
    ['500', {status: 500, body: {}}, 'transient'],
    ['501', {status: 501, body: {}}, 'rejected'],
    ['502', {status: 502, body: '<html>bad gateway</html>'}, 'transient'],
    ['503', {status: 503, body: ''}, 'transient'],
    ['504', {status: 504, body: {}}, 'transient'],
    ['304', {status: 304, body: ''}, 'rejected'],
    ['a page under a 200', {status: 200, body: '<html>sign in</html>'}, 'transient'],
    ['an empty 204', {status: 204, body: ''}, 'transient'],
    ['broken JSON', {status: 200, body: '{"state": "fine" "id": 1}'}, 'malformed'],
    ['JSON of another form', {status: 200, body: {}}, 'malformed']
  ])('is told by %s', async (_, answer, kind) => {
    expect((await failureAfter(answer)).kind).toBe(kind);
  });

  it.each([301, 302, 303, 307, 308])('is a rejection for the redirect %i, which names the other host', async status => {
    const failure = await failureAfter({status, headers: {location: 'https://evil.example/x?y'}});
    expect(failure).toMatchObject({kind: 'rejected', status});
    expect(failure.message).toBe(`HTTP ${status}, a redirect to evil.example, which is never followed`);
  });

  it.each<[string, Scripted | TransportError, RequestFailure['kind']]>([
    ['a refused connection', new TransportError('refused'), 'unreached'],
    ['a page under a 200', {body: '<html></html>'}, 'unreached'],
    ['a certificate not to be trusted', new TransportError('certificate', {badCertificate: true}), 'rejected'],
    ['a 502', {status: 502, body: '<html></html>'}, 'transient']
  ])('before the first answer of the host, for %s', async (_, answer, kind) => {
    expect((await failureAfter(answer, {reached: false})).kind).toBe(kind);
  });

  it.each([
    ['a refused connection', new TransportError('refused')],
    ['a certificate not to be trusted', new TransportError('certificate', {badCertificate: true})]
  ])('after the first answer of the host is transient for %s', async (_, answer) => {
    expect((await failureAfter(answer)).kind).toBe('transient');
  });

  it.each<[string, Scripted, boolean]>([
    ['a JSON error', {status: 401, body: {}}, true],
    ['429', {status: 429}, true],
    ['503', {status: 503}, true],
    ['a 403 page', {status: 403, body: '<html></html>'}, false],
    ['a page under a 200', {body: '<html></html>'}, false]
  ])('counts %s as an answer of the host: %p', async (_, answer, counts) => {
    const {ask} = clientFor([answer, new TransportError('reset')]);
    await failureOf(ask());
    expect((await failureOf(ask())).kind).toBe(counts ? 'transient' : 'unreached');
  });

  it('tells a kept connection that was closed', async () => {
    expect(await failureAfter(new TransportError('reset', {staleConnection: true}))).toMatchObject({
      staleConnection: true
    });
  });
});

describe('the details of a failure', () => {
  it.each<[string, unknown, {code?: string; text?: string; requestId?: string}]>([
    ['error_code', {error_code: 'A', error_msg: 'b', request_id: 'c'}, {code: 'A', text: 'b', requestId: 'c'}],
    ['errorCode', {errorCode: 'A', errorMsg: 'b'}, {code: 'A', text: 'b'}],
    ['errCode', {errCode: 'A', errMsg: 'b'}, {code: 'A', text: 'b'}],
    ['externalMessage', {errCode: 'A', externalMessage: 'b'}, {code: 'A', text: 'b'}],
    ['code and message', {code: 'A', message: 'b'}, {code: 'A', text: 'b'}],
    ['error', {error: {code: 'A', message: 'b', title: 'c'}}, {code: 'A', text: 'b'}],
    ['a number as code', {error: {code: 401, message: 'b'}}, {code: '401', text: 'b'}],
    ['one level of any name', {badRequest: {code: 'A', message: 'b'}}, {code: 'A', text: 'b'}],
    ['a list', {errors: [{errorCode: 'A', errorMessage: 'b'}]}, {code: 'A', text: 'b'}],
    ['digits', {error_code: '0162', error_msg: 'b'}, {code: '0162', text: 'b'}],
    ['nothing', 'text', {}],
    ['nothing in a list', [], {}],
    ['null', null, {}]
  ])('are read from a body with %s', async (_, body, details) => {
    const {code, text, requestId} = await failureAfter({status: 400, body});
    expect({code, text, requestId}).toEqual({code: undefined, text: undefined, requestId: undefined, ...details});
  });

  it('take an empty code, null or 0 under a 200 for no error', async () => {
    for (const code of ['', null, 0]) {
      const {ask} = clientFor([{body: {state: 'fine', error_code: code}}]);
      expect((await ask()).value).toBe('fine');
    }
  });

  it('are read under a 200 from an error that has a code, and from nothing else within', async () => {
    const failure = await failureAfter({body: {state: 'fine', error: {code: 'X.0001', message: 'b'}}});
    expect(failure).toMatchObject({kind: 'not-found', code: 'X.0001', text: 'b'});
    for (const more of [{error: null}, {error: {}}, {error: 'text'}, {reason: {code: 'X.0001'}}, {code: 'X.0001'}]) {
      const {ask} = clientFor([{body: {state: 'fine', ...more}}]);
      expect((await ask()).value).toBe('fine');
    }
  });

  it('prefer the request id of the header', async () => {
    const failure = await failureAfter({status: 500, headers: {'x-request-id': 'header'}, body: {request_id: 'body'}});
    expect(failure.requestId).toBe('header');
  });

  it('leave out the request that the gateway repeats, for secrets stand in it', async () => {
    const text =
      'Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET|/v1/|x-security-token:secret';
    expect((await failureAfter({status: 401, body: error('APIGW.0301', text)})).text).toBe(
      'Incorrect IAM authentication information: verify aksk signature fail'
    );
  });

  it.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['120', 120_000],
    ['0', 0],
    ['Thu, 15 Jan 2026 08:32:00 GMT', 120_000],
    ['Thu, 15 Jan 2026 08:00:00 GMT', 0],
    ['99999999999999999999', 1e23],
    ['soon', undefined],
    ['-5', undefined]
  ])('have Retry-After %p as %p ms, dates by the clock of the server', async (value, ms) => {
    const headers = {date: 'Thu, 15 Jan 2026 08:30:00 GMT', ...(value !== undefined && {'retry-after': value})};
    expect((await failureAfter({status: 429, headers})).retryAfterMs).toBe(ms);
  });

  it.each<[string, Quota | undefined]>([
    ['policy user over ratelimit,limit:120,time:1 minute', {limit: 120, windowMs: 60_000}],
    ['policy api over ratelimit,limit:5,time:10 second', {limit: 5, windowMs: 10_000}],
    ['policy api over ratelimit,limit:0,time:1 second', {limit: 1, windowMs: 1000}],
    ['policy ip over ratelimit,limit:5,time:1 day', undefined],
    ['policy ip over ratelimit,limit:5,time:0 minute', undefined],
    ['try later', undefined]
  ])('have the quota of %p', async (text, quota) => {
    expect((await failureAfter({status: 429, body: error('APIGW.0308', text)})).quota).toEqual(quota);
  });

  it('have no quota where nothing is throttled', async () => {
    expect((await failureAfter({status: 400, body: error('X.9', 'limit:1,time:1 minute')})).quota).toBeUndefined();
  });
});

it('has the answer that a user published of a throttled call', async () => {
  const body = JSON.parse(readFileSync('__tests__/fixtures/apigw-429-throttled-api.fixture.json', 'utf8'));
  expect(await failureAfter({status: 429, body})).toMatchObject({
    kind: 'throttled',
    code: 'APIGW.0308',
    quota: {limit: 2000, windowMs: 60_000},
    requestId: 'd58d1fe6196832aebb76f1c43c169128'
  });
});
