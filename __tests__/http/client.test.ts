import {describe, expect, it} from '@jest/globals';
import {
  type FailureKind,
  MalformedAnswer,
  type Quota,
  RequestError,
  type RequestFailure,
  TaskNotListed
} from '../../src/errors.ts';
import {type AnswerForm, type Authorize, type Authorized, createClient, type Remedy} from '../../src/http/client.ts';
import {type HttpAnswer, TransportError} from '../../src/http/transport.ts';
import {inWords} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {failureOf} from '../helpers/failure-of.ts';
import {fakeTransport, type Script, type Scripted} from '../helpers/fake-transport.ts';

const url = new URL('https://service.example/v1/tasks/1');
const signal = new AbortController().signal;

const always = {accept: 'application/json', 'accept-encoding': 'identity', 'cache-control': 'no-cache'};

const form: AnswerForm<string> = {
  party: 'service',
  codes: {
    'X.0001': 'not-found',
    'X.0002': 'transient',
    'X.0003': 'denied',
    'X.0004': 'throttled',
    'X.0005': 'unauthenticated'
  },
  read: body => {
    const {state} = body as {state?: string};
    if (state === undefined) throw new MalformedAnswer('"state" is missing');
    return state;
  }
};

const withToken: Authorize = async request => ({
  request: {...request, headers: {...request.headers, 'x-auth-token': 'secret'}},
  refused: async () => 'nothing',
  accepted: () => undefined
});

function clientFor(script: Script) {
  const debug: string[] = [];
  const {transport, requests} = fakeTransport(script);
  const client = createClient({
    clean: text => text,
    transport,
    debug: line => debug.push(inWords(line, en))
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
    expect(await ask()).toEqual({
      value: 'fine',
      serverDateMs: Date.UTC(2026, 0, 15, 8, 30, 5),
      requestId: 'r1',
      httpStatus: 200
    });
    expect(requests).toEqual([
      {method: 'GET', url, headers: {...always, workspace: 'w', 'x-auth-token': 'secret'}, body: ''}
    ]);
    expect(debug).toEqual(['GET https://service.example/v1/tasks/1: HTTP 200, request id r1']);
  });

  it('is told of in one line each, also where no answer came', async () => {
    const {ask, debug} = clientFor([new TransportError('the connection was refused'), {status: 503}]);
    await failureOf(ask());
    await failureOf(ask());
    expect(debug).toEqual([
      'GET https://service.example/v1/tasks/1: the connection was refused',
      'GET https://service.example/v1/tasks/1: HTTP 503'
    ]);
  });

  it('is good under any 2xx status', async () => {
    expect((await clientFor([{status: 202, body: {state: 'fine'}}]).ask()).value).toBe('fine');
  });

  it('passes on what is no failure of the connection', async () => {
    const {transport} = fakeTransport([{}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    const broken: Authorize = () => Promise.reject(new TypeError('a bug'));
    await expect(client({url}, form, signal, broken)).rejects.toThrow(TypeError);
    const ofTransport = createClient({
      transport: () => Promise.reject(new TypeError('a bug')),
      clean: text => text,
      debug: () => undefined
    });
    await expect(ofTransport({url}, form, signal)).rejects.toThrow(new TypeError('a bug'));
  });

  it('posts a body as JSON, and goes out as it is without credentials', async () => {
    const {transport, requests} = fakeTransport([{body: {state: 'fine'}}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    await client({method: 'POST', url, body: {a: 'ü'}}, form, signal);
    const headers = {...always, 'content-type': 'application/json'};
    expect(requests).toEqual([{method: 'POST', url, headers, body: '{"a":"ü"}'}]);
  });
});

describe('a request that is denied', () => {
  /** Each authorisation carries its number; whether a refusal has changed anything is told by the list. */
  function askWith(changed: readonly boolean[], script: Script) {
    const {transport, requests} = fakeTransport(script);
    const debug: string[] = [];
    const client = createClient({transport, clean: text => text, debug: line => debug.push(inWords(line, en))});
    const refusals: (string | undefined)[] = [];
    const accepted: number[] = [];
    let count = 0;
    const authorize: Authorize = async request => {
      count += 1;
      const number = count;
      return {
        request: {...request, headers: {...request.headers, 'x-auth-token': `T${number}`}},
        refused: async ({code}) => (changed[refusals.push(code) - 1] ? 'changed' : 'nothing'),
        accepted: () => accepted.push(number)
      };
    };
    const tokens = () => requests.map(({headers}) => headers['x-auth-token']);
    return {ask: () => client({url}, form, signal, authorize), tokens, refusals, accepted, debug};
  }
  const denied = {status: 401, body: error('APIGW.0301')};
  const fine = {body: {state: 'fine'}};

  it('is sent once more where the refusal has changed something', async () => {
    const {ask, tokens, refusals, accepted, debug} = askWith([true], [denied, fine]);
    expect((await ask()).value).toBe('fine');
    expect(tokens()).toEqual(['T1', 'T2']);
    expect(refusals).toEqual(['APIGW.0301']);
    expect(accepted).toEqual([2]);
    expect(debug).toContain('GET https://service.example/v1/tasks/1: refused, sent once more with other credentials');
  });

  it.each<[string, Scripted | TransportError, boolean]>([
    ['a good one', fine, true],
    ['one that the task is not found', {status: 404, body: {}}, true],
    ['one that the request is rejected', {status: 400, body: {}}, true],
    ['one of another form', {body: {}}, true],
    ['a denial', denied, false],
    ['one that too much was asked', {status: 429}, false],
    ['a fault of the server', {status: 500, body: {}}, false],
    ['none', new TransportError('reset'), false]
  ])('is told from one that was let in, by the answer: %s', async (_, answer, letIn) => {
    const {ask, accepted} = askWith([], [answer]);
    await (answer === fine ? ask() : failureOf(ask()));
    expect(accepted).toEqual(letIn ? [1] : []);
  });

  it('goes out without credentials only once', async () => {
    const {transport, requests} = fakeTransport([denied]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    expect((await failureOf(client({url}, form, signal))).kind).toBe('denied');
    expect(requests).toHaveLength(1);
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

  /** Each refusal has the next remedy. */
  function askWithRemedies(remedies: readonly Remedy[], script: Script, more: Partial<Authorized> = {}) {
    const {transport, requests} = fakeTransport(script);
    const debug: string[] = [];
    const client = createClient({transport, clean: text => text, debug: line => debug.push(inWords(line, en))});
    const waitsBefore: number[] = [];
    const authorize: Authorize = async request => ({
      request,
      refused: async (_, waits) => remedies[waitsBefore.push(waits) - 1] ?? 'nothing',
      accepted: () => undefined,
      ...more
    });
    return {ask: () => client({url}, form, signal, authorize), requests, waitsBefore, debug};
  }

  it('is sent with the same credentials after each wait, until there is nothing left to do', async () => {
    const {ask, requests, waitsBefore, debug} = askWithRemedies(['waited', 'waited', 'nothing'], [denied]);
    expect((await failureOf(ask())).kind).toBe('denied');
    expect(waitsBefore).toEqual([0, 1, 2]);
    expect(requests).toHaveLength(3);
    expect(debug).toContain('GET https://service.example/v1/tasks/1: refused, sent once more');
  });

  it('is sent only once with other credentials, also after waits', async () => {
    const {ask, requests, waitsBefore} = askWithRemedies(['waited', 'changed', 'changed'], [denied]);
    expect((await failureOf(ask())).kind).toBe('denied');
    expect(waitsBefore).toEqual([0, 1]);
    expect(requests).toHaveLength(3);
  });

  it('by a page under 401 is one as well, and by no other page', async () => {
    const page = '<html></html>';
    const renewed = askWithRemedies(['changed'], [{status: 401, body: page}, fine]);
    expect((await renewed.ask()).value).toBe('fine');
    for (const answer of [
      {status: 404, body: page},
      {status: 401, body: error('X.0002')},
      {status: 401, body: '{'}
    ]) {
      const other = askWithRemedies(['changed'], [answer]);
      await failureOf(other.ask());
      expect(other.waitsBefore).toEqual([]);
    }
  });

  it('is told as one of credentials that have worked before', async () => {
    const {ask} = askWithRemedies([], [denied], {workedBefore: true});
    const refusal = await ask().catch((reason: unknown) => reason);
    expect(refusal).toMatchObject({
      message: 'HTTP 401',
      failure: {kind: 'denied', code: 'APIGW.0301', workedBefore: true},
      cause: {failure: {kind: 'denied', code: 'APIGW.0301'}}
    });
    const others = [
      askWithRemedies([], [denied]),
      askWithRemedies([], [{status: 400, body: {}}], {workedBefore: true})
    ];
    for (const other of others) expect(await failureOf(other.ask())).not.toHaveProperty('workedBefore');
  });

  it('stands where the time is over before it could be sent once more', async () => {
    const late = new RequestError('the time is over', {kind: 'transient', party: 'iam'});
    const askUntil = async (isOver: boolean) => {
      const controller = new AbortController();
      const {transport} = fakeTransport([denied]);
      const client = createClient({transport, clean: text => text, debug: () => undefined});
      let count = 0;
      const authorize: Authorize = async request => {
        count += 1;
        if (count > 1) throw late;
        const refused = async (): Promise<Remedy> => {
          if (isOver) controller.abort();
          return 'waited';
        };
        return {request, refused, accepted: () => undefined};
      };
      return failureOf(client({url}, form, controller.signal, authorize));
    };
    expect(await askUntil(true)).toMatchObject({kind: 'denied', status: 401});
    expect(await askUntil(false)).toMatchObject({kind: 'transient', party: 'iam'});
    const aborted = AbortSignal.abort();
    const {transport} = fakeTransport([denied]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    expect(await failureOf(client({url}, form, aborted, () => Promise.reject(late)))).toMatchObject({party: 'iam'});
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
    ['403', {status: 403, body: {}}, 'denied'],
    ['407', {status: 407, body: '<html></html>'}, 'blocked'],
    ['404', {status: 404, body: {}}, 'not-found'],
    ['405', {status: 405, body: {}}, 'rejected'],
    ['408', {status: 408, body: {}}, 'transient'],
    ['409', {status: 409, body: {}}, 'rejected'],
    ['425', {status: 425, body: {}}, 'transient'],
    ['429', {status: 429, body: 'slow down'}, 'throttled'],
    ['500', {status: 500, body: {}}, 'transient'],
    ['501, as any 5xx', {status: 501, body: {}}, 'transient'],
    ['520', {status: 520, body: ''}, 'transient'],
    ['599', {status: 599, body: '<html></html>'}, 'transient'],
    ['511, a log-in page', {status: 511, body: '<html></html>'}, 'rejected'],
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
    expect(failure.message).toBe(`HTTP ${status}, a redirect to evil.example; this step does not follow redirects`);
  });

  it.each<[string, Scripted | TransportError, RequestFailure['kind']]>([
    ['a refused connection', new TransportError('refused'), 'unreached'],
    ['a page under a 200', {body: '<html></html>'}, 'unreached'],
    ['a certificate that is not trusted', new TransportError('certificate', {isFinal: true}), 'blocked'],
    ['a 502', {status: 502, body: '<html></html>'}, 'transient']
  ])('before the first answer of the host, for %s', async (_, answer, kind) => {
    expect((await failureAfter(answer, {reached: false})).kind).toBe(kind);
  });

  it.each<[FailureKind, string, TransportError]>([
    ['transient', 'a refused connection', new TransportError('refused')],
    ['blocked', 'a certificate that is not trusted', new TransportError('certificate', {isFinal: true})]
  ])('after the first answer of the host is %s for %s', async (kind, _, answer) => {
    expect((await failureAfter(answer)).kind).toBe(kind);
  });

  it.each<[string, Scripted, boolean]>([
    ['a JSON error', {status: 401, body: {}}, true],
    ['429', {status: 429}, true],
    ['503', {status: 503}, true],
    ['a 500 page', {status: 500, body: '<html></html>'}, true],
    ['a 499 page', {status: 499, body: '<html></html>'}, false],
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

describe('the codes of the gateway', () => {
  /** Under an HTTP status that alone would mean something else. */
  it.each<[string, number, FailureKind]>([
    ...['0101', '0103', '0104', '0105', '0501', '0502'].map((code): [string, number, FailureKind] => [
      code,
      404,
      'rejected'
    ]),
    ...['0202', '0203', '0601', '0605', '0606', '0608', '0610', '0613'].map((code): [string, number, FailureKind] => [
      code,
      400,
      'transient'
    ]),
    ...[
      ...['0301', '0302', '0303', '0304', '0305', '0306', '0307', '0310'],
      ...['0401', '0402', '0403', '0404', '0405', '0802']
    ].map((code): [string, number, FailureKind] => [code, 400, 'denied']),
    ['0308', 400, 'throttled'],
    // Not in the table: by the status, where that is no success.
    ['0201', 500, 'transient'],
    ['0999', 299, 'rejected'],
    ['0999', 200, 'rejected']
  ])('%s under HTTP %i: %s', async (code, status, kind) => {
    expect((await failureAfter({status, body: error(`APIGW.${code}`)})).kind).toBe(kind);
  });
});

describe('the message of a failure', () => {
  it.each<[Scripted | TransportError, string]>([
    [new TransportError('the connection was refused'), 'the connection was refused'],
    [{status: 500, body: {}}, 'HTTP 500'],
    [
      {status: 502, body: '<html></html>'},
      'HTTP 502, not JSON (probably from a gateway or proxy between the runner and the service)'
    ],
    [
      {status: 403, body: 'Forbidden'},
      'HTTP 403, not JSON (probably from a gateway or proxy between the runner and the service)'
    ],
    [{status: 503, body: ''}, 'HTTP 503 with an empty body'],
    [{status: 403, body: '{"error'}, 'HTTP 403 with broken JSON'],
    [{status: 407}, 'HTTP 407, a proxy on the way wants a user and password'],
    [{status: 511}, "HTTP 511, the log-in page of the runner's network"],
    [{status: 302}, 'HTTP 302, a redirect; this step does not follow redirects'],
    [{status: 302, headers: {location: '/v2/tasks'}}, 'HTTP 302, a redirect; this step does not follow redirects'],
    [
      {status: 302, headers: {location: 'https://wifi.example/login?x'}},
      'HTTP 302, a redirect to wifi.example, which looks like the log-in page of a network; this step does not follow redirects'
    ],
    [{status: 399, body: {}}, 'HTTP 399, a redirect; this step does not follow redirects'],
    [{status: 300, body: {}}, 'HTTP 300, a redirect; this step does not follow redirects'],
    [{status: 400, body: {}}, 'HTTP 400'],
    [{status: 199, body: {}}, 'HTTP 199'],
    [{body: ' {"state": "fine"'}, 'HTTP 200 with broken JSON'],
    [{body: '\n[1, '}, 'HTTP 200 with broken JSON'],
    [{body: ' \n'}, 'HTTP 200 with an empty body'],
    [
      {body: 'see {"state": "fine"}'},
      'HTTP 200, not JSON (probably from a gateway or proxy between the runner and the service)'
    ],
    [{body: error('X.9999')}, 'HTTP 200 with an error'],
    [{body: {}}, 'HTTP 200 with an answer of another form: "state" is missing']
  ])('of %j is: %s', async (answer, message) => {
    const failure = await failureAfter(answer);
    expect(failure.message).toBe(message);
    expect(failure.party).toBe('service');
  });

  it('says that a list has not the task', async () => {
    const {transport} = fakeTransport([{body: []}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    const read = () => {
      throw new TaskNotListed();
    };
    expect(await failureOf(client({url}, {...form, read}, signal))).toMatchObject({
      kind: 'not-found',
      message: 'HTTP 200 with a list without this task'
    });
  });

  it.each([
    [{isEmpty: true}, true],
    [{}, undefined]
  ])('says of a list %j whether it is empty', async (list, emptyList) => {
    const {transport} = fakeTransport([{body: []}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    const read = () => {
      throw new TaskNotListed(list);
    };
    expect((await failureOf(client({url}, {...form, read}, signal))).emptyList).toBe(emptyList);
  });

  it.each([
    [undefined, undefined],
    ['0', 0],
    ['17', 17_000],
    [' 17 ', 17_000],
    ['soon', Number.POSITIVE_INFINITY],
    ['17 s', Number.POSITIVE_INFINITY],
    ['-17', Number.POSITIVE_INFINITY]
  ])('says for how long a cache has kept it, by an age of %j', async (age, cachedForMs) => {
    const failure = await failureAfter({status: 404, body: {}, headers: age === undefined ? {} : {age}});
    expect(failure.cachedForMs).toBe(cachedForMs);
  });

  it('keeps the error that it was made of', async () => {
    const refused = new TransportError('refused');
    await expect(clientFor([refused]).ask()).rejects.toHaveProperty('cause', refused);
    await expect(clientFor([{body: {}}]).ask()).rejects.toHaveProperty(
      'cause',
      new MalformedAnswer('"state" is missing')
    );
  });

  it('is not made of a bug in what reads the answer', async () => {
    const {transport} = fakeTransport([{body: {}}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    const read = () => {
      throw new TypeError('a bug');
    };
    await expect(client({url}, {...form, read}, signal)).rejects.toThrow(new TypeError('a bug'));
  });
});

describe('an API whose values have error codes of their own', () => {
  const ask = (body: unknown) => {
    const {transport} = fakeTransport([{body}]);
    const client = createClient({transport, clean: text => text, debug: () => undefined});
    return client({url}, {...form, valuesHaveErrorCodes: true}, signal);
  };

  it('has its value beside a code', async () => {
    expect((await ask({state: 'failed', ...error('X.9999')})).value).toBe('failed');
  });

  it.each<[string, FailureKind]>([
    ['X.0001', 'not-found'],
    ['X.0003', 'denied'],
    ['APIGW.0301', 'denied'],
    ['X.9999', 'malformed']
  ])('has no value in an answer with %s alone, which is %s', async (code, kind) => {
    expect((await failureOf(ask(error(code)))).kind).toBe(kind);
  });
});

it.each<[string, FailureKind]>([
  ['APIGW.0301', 'denied'],
  ['X.0003', 'denied'],
  ['APIGW.0308', 'throttled'],
  ['X.0001', 'throttled']
])('under 429, %s is %s', async (code, kind) => {
  expect((await failureAfter({status: 429, body: error(code)})).kind).toBe(kind);
});

it.each([400, 403, 429, 500])('under %s, a code can say that the credentials themselves are refused', async status => {
  expect(await failureAfter({status, body: error('X.0005')})).toMatchObject({kind: 'denied', unauthenticated: true});
  expect((await failureAfter({status: 403, body: error('X.0003')})).unauthenticated).toBeUndefined();
});

it.each(['0301', '0303', '0305', '0307'])('the gateway says with %s that the credentials are refused', async code => {
  expect(await failureAfter({status: 403, body: error(`APIG.${code}`)})).toMatchObject({unauthenticated: true});
  expect((await failureAfter({status: 401, body: error('APIG.0302')})).unauthenticated).toBeUndefined();
});

describe('secrets', () => {
  const clean = (text: string) => text.replaceAll('s3cret', '***');
  const askFor = (more: Partial<AnswerForm<string>>, answer: Scripted) => {
    const {transport} = fakeTransport([answer]);
    const debug: string[] = [];
    const client = createClient({transport, clean, debug: line => debug.push(inWords(line, en))});
    return {answer: client({url}, {...form, ...more}, signal), debug};
  };

  it('are taken out of all that a failure tells', async () => {
    const body = {error_code: 'X.s3cret', error_msg: 'bad s3cret', request_id: 'r-s3cret'};
    expect(await failureOf(askFor({}, {status: 400, body}).answer)).toMatchObject({
      code: 'X.***',
      text: 'bad ***',
      requestId: 'r-***'
    });
    const headers = {'x-request-id': 'h-s3cret'};
    const {answer, debug} = askFor({}, {status: 400, body, headers});
    expect((await failureOf(answer)).requestId).toBe('h-***');
    expect(debug).toEqual(['GET https://service.example/v1/tasks/1: HTTP 400, request id h-***']);
  });

  it('come as they are where an answer brings new ones, and in no failure', async () => {
    const read: AnswerForm<string>['read'] = (_, {header}) => header('x-subject-token') ?? '';
    const headers = {'x-subject-token': 's3cret'};
    expect((await askFor({read, issuesSecrets: true}, {status: 299, headers, body: {}}).answer).value).toBe('s3cret');
    expect((await askFor({read}, {headers, body: {}}).answer).value).toBe('***');
    const body = error('X.1', 'a new secret');
    const good = askFor({issuesSecrets: true}, {headers: {'x-request-id': 'new'}, body: {...body, request_id: 'new'}});
    const issued = await failureOf(good.answer);
    expect(issued).toMatchObject({kind: 'rejected', code: undefined, text: undefined, requestId: undefined});
    expect(good.debug).toEqual(['GET https://service.example/v1/tasks/1: HTTP 200']);
    const twice = askFor({issuesSecrets: true}, {body: '{"new": 1, "new": 2}'});
    expect((await failureOf(twice.answer)).message).toBe('HTTP 200 with an answer that cannot be read');
    for (const status of [300, 400]) {
      const refused = await failureOf(askFor({issuesSecrets: true}, {status, body}).answer);
      expect(refused).toMatchObject({code: 'X.1', text: 'a new secret'});
    }
    for (const status of [300, 400]) {
      const {answer, debug} = askFor({issuesSecrets: true}, {status, headers: {'x-request-id': 's3cret'}, body});
      expect((await failureOf(answer)).requestId).toBe('***');
      expect(debug).toEqual([`GET https://service.example/v1/tasks/1: HTTP ${status}, request id ***`]);
    }
  });

  it('are learned from the headers under each status, before anything is told', async () => {
    for (const status of [201, 400, 401, 500]) {
      const headers: string[] = [];
      const learn = (header: HttpAnswer['header']) => headers.push(header('x-subject-token') ?? '');
      await failureOf(askFor({learn}, {status, headers: {'x-subject-token': 's3cret'}, body: {}}).answer);
      expect(headers).toEqual(['s3cret']);
    }
  });

  it('are not shown in the query of an address that issues some', async () => {
    const {transport} = fakeTransport([{status: 400}]);
    const debug: string[] = [];
    const client = createClient({transport, clean, debug: line => debug.push(inWords(line, en))});
    const address = new URL('https://github.example/token?key=1#part');
    await failureOf(client({url: address}, {...form, issuesSecrets: true}, signal));
    expect(debug).toEqual(['GET https://github.example/token: HTTP 400']);
  });

  it('are not shown there when such a request is refused and made once more either', async () => {
    const {transport} = fakeTransport([{status: 401, body: error('APIGW.0301')}, {status: 400}]);
    const debug: string[] = [];
    const client = createClient({transport, clean, debug: line => debug.push(inWords(line, en))});
    const authorize: Authorize = async request => ({request, refused: async () => 'changed', accepted: () => {}});
    const address = new URL('https://github.example/token?key=1#part');
    await failureOf(client({url: address}, {...form, issuesSecrets: true}, signal, authorize));
    expect(debug).toEqual([
      'GET https://github.example/token: HTTP 401',
      'GET https://github.example/token: refused, sent once more with other credentials',
      'GET https://github.example/token: HTTP 400'
    ]);
  });

  it.each([
    ['https://S3CRET.example/x', 'another host'],
    ['https://%733cret.example/x', 'another host'],
    ['https://s3cret.example/x', 'another host'],
    ['https://ｓ3cret.example/x', 'another host'],
    ['https://user:s3cret@wifi.example', 'another host'],
    [`https://${'a.'.repeat(50)}example/x`, 'another host'],
    ['https://Wifi.example:8443?s3cret', 'wifi.example:8443']
  ])('are not shown as the host of a redirect to %s', async (location, shown) => {
    const {message} = await failureOf(askFor({}, {status: 301, headers: {location}}).answer);
    expect(message).toBe(`HTTP 301, a redirect to ${shown}; this step does not follow redirects`);
  });

  it('are not shown in small letters either', async () => {
    const {transport} = fakeTransport([{status: 301, headers: {location: 'https://s3cret.example/x'}}]);
    const inCapitals = (text: string) => text.replaceAll('S3CRET', '***');
    const client = createClient({transport, clean: inCapitals, debug: () => undefined});
    expect((await failureOf(client({url}, form, signal))).message).toContain('a redirect to another host');
  });

  it('can be a bare text, where no JSON is promised', async () => {
    const read = (body: unknown) => String(body);
    expect((await askFor({read, isPlainText: true}, {body: '{a token'}).answer).value).toBe('{a token');
    const refused = await failureOf(
      askFor({read, isPlainText: true}, {status: 401, body: error('X.0004', 'b')}).answer
    );
    expect(refused).toMatchObject({kind: 'throttled', code: 'X.0004', text: 'b'});
    const redirected = await failureOf(askFor({read, isPlainText: true}, {status: 300, body: error('A', 'b')}).answer);
    expect(redirected).toMatchObject({code: 'A', text: 'b'});
  });
});

describe('the details of a failure', () => {
  it.each<[string, unknown, {code?: string; text?: string; requestId?: string}]>([
    ['error_code', {error_code: 'A', error_msg: 'b', request_id: 'c'}, {code: 'A', text: 'b', requestId: 'c'}],
    ['errorCode', {errorCode: 'A', errorMsg: 'b'}, {code: 'A', text: 'b'}],
    ['errCode', {errCode: 'A', errMsg: 'b'}, {code: 'A', text: 'b'}],
    ['externalMessage', {errCode: 'A', externalMessage: 'b'}, {code: 'A', text: 'b'}],
    ['code and message', {code: 'A', message: 'b'}, {code: 'A', text: 'b'}],
    ['a code and no message', {code: 'A'}, {code: 'A'}],
    ['error', {error: {code: 'A', message: 'b', title: 'c'}}, {code: 'A', text: 'b'}],
    ['a number as code', {error: {code: 401, message: 'b'}}, {code: '401', text: 'b'}],
    ['one level of any name', {badRequest: {code: 'A', message: 'b'}}, {code: 'A', text: 'b'}],
    ['a list', {errors: [{errorCode: 'A', errorMessage: 'b'}]}, {code: 'A', text: 'b'}],
    ['digits', {error_code: '0162', error_msg: 'b'}, {code: '0162', text: 'b'}],
    ['a list that has no code first', {errors: ['text', {x: 1}, {code: 'A', message: 'b'}]}, {code: 'A', text: 'b'}],
    ['a message alone', {message: 'b', request_id: 'c'}, {text: 'b', requestId: 'c'}],
    ['an errorCode within', {error: {errorCode: 'A'}}, {code: 'A'}],
    ['a text beside an empty code', {error_code: ' ', error_msg: ' b '}, {text: 'b'}],
    ['a text beside the code 0', {error_code: ' 0 ', error_msg: 'b'}, {text: 'b'}],
    ['a code alone', {error_code: 'A', error: {code: 'B', message: 'b'}}, {code: 'A'}],
    ['a text, and an error with a code', {error_msg: 'b', error: {code: 'B', message: 'c'}}, {code: 'B', text: 'c'}],
    ['a text alone', {error_msg: 'b'}, {text: 'b'}],
    ['an error that is a text', {error: 'b', status: 400}, {text: 'b'}],
    ['errorMessage', {errorCode: 'A', errorMessage: 'b'}, {code: 'A', text: 'b'}],
    ['an error_code within', {error: {error_code: 'A', error_msg: 'b'}}, {code: 'A', text: 'b'}],
    ['an error_code one level down', {fault: {error_code: 'A', error_msg: 'b'}}, {code: 'A', text: 'b'}],
    ['an error_code within, and a flat code', {code: 400, error: {error_code: 'A'}}, {code: 'A'}],
    ['a request id alone', {request_id: 'c'}, {requestId: 'c'}],
    ['a code that is a list', {error_code: ['A'], error_msg: 'b'}, {text: 'b'}],
    ['one level of any name beside others', {a: null, b: 'c', fault: {code: 'A'}}, {code: 'A'}],
    ['a list that has a text first', {errors: [{message: 'c'}, {code: 'A', message: 'b'}]}, {code: 'A', text: 'b'}],
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
    const absent = [null, false, '', 0, '0', {}, [], {a: null, b: [{}]}];
    const others = [{reason: {code: 'X.0001'}}, {code: 200, message: 'ok'}, {code: 'X.0001'}, {message: 'X.0001'}];
    for (const more of [...absent.flatMap(value => [{error: value}, {errorCode: value}]), ...others]) {
      const {ask} = clientFor([{body: {state: 'fine', ...more}}]);
      expect((await ask()).value).toBe('fine');
    }
  });

  it.each<[unknown, object]>([
    [{error: 'boom'}, {kind: 'rejected', text: 'boom'}],
    [{error: true}, {kind: 'rejected'}],
    [{error: {error_code: 'X.0001', error_msg: 'b'}}, {kind: 'not-found', code: 'X.0001', text: 'b'}],
    [{error: [{code: 'X.0002'}]}, {kind: 'transient', code: 'X.0002'}],
    [{error: {message: 'b'}}, {kind: 'rejected', text: 'b'}],
    [
      {errCode: 'X.0003', errorMessage: 'b'},
      {kind: 'denied', code: 'X.0003', text: 'b'}
    ],
    [{error_code: ['A']}, {kind: 'rejected'}]
  ])('are read under a 200 beside a good state from %j', async (more, expected) => {
    const failure = await failureAfter({body: {state: 'fine', ...(more as object)}});
    expect(failure).toMatchObject({...expected, message: 'HTTP 200 with an error'});
  });

  it('are no words of a good answer that has not the promised form', async () => {
    for (const body of [{code: 'X.0001', message: 'b'}, {fault: {code: 'X.0001', message: 'b'}}]) {
      expect(await failureAfter({body})).toMatchObject({kind: 'malformed', code: undefined, text: undefined});
    }
  });

  it('are read from a redirect as from any failure', async () => {
    expect(await failureAfter({status: 300, body: {code: 'A', message: 'b'}})).toMatchObject({code: 'A', text: 'b'});
  });

  it('prefer the request id of the header', async () => {
    const failure = await failureAfter({status: 500, headers: {'x-request-id': 'header'}, body: {request_id: 'body'}});
    expect(failure.requestId).toBe('header');
    const identity = await failureAfter({
      status: 500,
      headers: {'x-iam-trace-id': 'trace'},
      body: {request_id: 'body'}
    });
    expect(identity.requestId).toBe('trace');
  });

  it('have the HTTP status and the time of the server', async () => {
    const headers = {date: 'Thu, 15 Jan 2026 08:30:05 GMT'};
    expect(await failureAfter({status: 409, headers, body: {}})).toMatchObject({
      status: 409,
      serverDateMs: Date.UTC(2026, 0, 15, 8, 30, 5)
    });
    for (const date of [
      '2026-01-15',
      '-5',
      'thu, 15 Jan 2026 08:30:05 GMT',
      'We, 14 Jan 2026 08:30:05 GMT',
      'x Thu, 15 Jan 2026'
    ]) {
      expect((await failureAfter({status: 409, headers: {date}, body: {}})).serverDateMs).toBeUndefined();
    }
  });

  it.each([
    ['refused, canonicalRequest:GET|/v1/|\nx-security-token:secret', 'refused'],
    ['refused;  CanonicalRequest:GET', 'refused'],
    ['canonicalRequest:GET', '']
  ])('have of %j only %j', async (text, expected) => {
    const failure = await failureAfter({status: 401, body: error('APIGW.0301', text)});
    expect(failure.text).toBe(expected);
    expect((await failureAfter({status: 401, body: {error: {code: 'A', message: text}}})).text).toBe(expected);
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
    ['1.5', 1500],
    [' 20 ', 20_000],
    ['20.', undefined],
    ['1.25', 1250],
    ['20 s', undefined],
    ['Thu, 15 Jan 2026 08:32:00 GMT', 120_000],
    ['Thu, 15 Jan 2026 08:00:00 GMT', 0],
    ['99999999999999999999', 1e23],
    ['soon', undefined],
    ['-5', undefined]
  ])('have Retry-After %p as %p ms, dates by the clock of the server', async (value, ms) => {
    const headers = {date: 'Thu, 15 Jan 2026 08:30:00 GMT', ...(value !== undefined && {'retry-after': value})};
    expect((await failureAfter({status: 429, headers})).retryAfterMs).toBe(ms);
  });

  it('have no date as Retry-After without the time of the server', async () => {
    const headers = {'retry-after': 'Thu, 15 Jan 2026 08:32:00 GMT'};
    expect((await failureAfter({status: 429, headers})).retryAfterMs).toBeUndefined();
  });

  it.each<[string, Quota | undefined]>([
    ['policy user over ratelimit,limit:120,time:1 MINUTE', {limit: 120, windowMs: 60_000}],
    ['policy user over ratelimit,limit:120,time:1440 minute', {limit: 120, windowMs: 86_400_000}],
    ['policy user over ratelimit,limit:120,time:14400 minute', undefined],
    ['policy user over ratelimit,limit:many,time:1 minute', undefined],
    ['policy user over ratelimit,limit:1234567890,time:1 minute', undefined],
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

describe('what stands in place of an answer', () => {
  const page = '<html></html>';

  it.each([400, 405, 413, 414, 431, 494])('is about the request itself where it is a page under %i', async status => {
    for (const reached of [true, false]) {
      expect(await failureAfter({status, body: page}, {reached})).toMatchObject({
        kind: 'malformed',
        isPage: true,
        message: `HTTP ${status}, not JSON (probably from a gateway or proxy between the runner and the service)`
      });
    }
  });

  it.each([200, 401, 403, 404, 406, 415, 430, 432, 493, 495])(
    'says nothing where it is a page under %i',
    async status => {
      const [before, after] = [
        await failureAfter({status, body: page}, {reached: false}),
        await failureAfter({status, body: page})
      ];
      expect(before).toMatchObject({kind: 'unreached', isPage: true});
      expect(after).toMatchObject({kind: 'transient', isPage: true});
    }
  );

  it('is an outage where it is a page under 5xx, and throttling under 429', async () => {
    expect(await failureAfter({status: 500, body: page})).toMatchObject({kind: 'transient', isPage: undefined});
    expect(await failureAfter({status: 429, body: page})).toMatchObject({kind: 'throttled', isPage: undefined});
    expect((await failureAfter({status: 429, body: page})).message).toBe(
      'HTTP 429, not JSON (probably from a gateway or proxy between the runner and the service)'
    );
  });

  it('is transient where it is empty under 2xx, once the host has answered', async () => {
    expect((await failureAfter({status: 204})).kind).toBe('transient');
    expect((await failureAfter({status: 204}, {reached: false})).kind).toBe('unreached');
  });

  it('is malformed where it is broken JSON under anything but 5xx', async () => {
    expect(await failureAfter({status: 499, body: '{'})).toMatchObject({kind: 'malformed', isPage: undefined});
    const outage = await failureAfter({status: 500, body: '{'});
    expect(outage).toMatchObject({kind: 'transient', message: 'HTTP 500 with broken JSON'});
  });

  it('is told as a page with large headers where one has more than 8 KiB', async () => {
    const largeOf = async (value: string, scripted: Scripted) => {
      const {transport} = fakeTransport([scripted]);
      const client = createClient({transport, clean: text => text, debug: () => undefined});
      return failureOf(client({url, headers: {'x-auth-token': value, other: 'short'}}, form, signal));
    };
    const about = {status: 400, body: page};
    expect(await largeOf('a'.repeat(8192), about)).toMatchObject({hasLargeHeader: false});
    expect(await largeOf('a'.repeat(8193), about)).toMatchObject({hasLargeHeader: true});
    expect(await largeOf('ü'.repeat(4097), about)).toMatchObject({hasLargeHeader: true});
    for (const other of [{body: {}}, {status: 403, body: page}, {status: 400, body: {}}]) {
      expect(await largeOf('a'.repeat(8193), other)).not.toHaveProperty('hasLargeHeader');
    }
  });

  it.each([
    [200, '', 'malformed', undefined, 'HTTP 200 with an answer whose text is not UTF-8'],
    [200, 'see <p>', 'malformed', undefined, 'HTTP 200 with an answer whose text is not UTF-8'],
    [503, '{}', 'transient', undefined, 'HTTP 503 with an answer whose text is not UTF-8'],
    [
      200,
      '  \n <p>?</p>',
      'unreached',
      true,
      'HTTP 200, not JSON (probably from a gateway or proxy between the runner and the service)'
    ]
  ])('is no JSON where its text cannot be read: %i, %j', async (status, text, kind, isPage, message) => {
    const answer = {status, header: () => undefined, text, problem: 'an answer whose text is not UTF-8'};
    const client = createClient({transport: async () => answer, clean: it => it, debug: () => undefined});
    expect(await failureOf(client({url}, form, signal))).toMatchObject({kind, isPage, message});
  });

  const askAs = (more: Partial<AnswerForm<string>>, ...script: Scripted[]) => {
    const {transport} = fakeTransport(script);
    return createClient({transport, clean: it => it, debug: () => undefined})({url}, {...form, ...more}, signal);
  };

  it.each<[Scripted, object]>([
    [
      {status: 400, body: ' no such role\n'},
      {kind: 'rejected', text: 'no such role', isPage: undefined, message: 'HTTP 400'}
    ],
    [
      {status: 502, body: 'Bad Gateway'},
      {kind: 'transient', text: 'Bad Gateway', message: 'HTTP 502'}
    ],
    [
      {status: 400, body: '[1'},
      {kind: 'malformed', text: undefined, message: 'HTTP 400 with broken JSON'}
    ],
    [
      {status: 400, body: '\n<html></html>'},
      {kind: 'malformed', text: undefined, isPage: true}
    ],
    [
      {status: 200, body: 'fine'},
      {kind: 'unreached', message: 'HTTP 200'}
    ]
  ])('is a refusal where these are bare texts: %j', async (answer, failure) => {
    expect(await failureOf(askAs({refusesInText: true}, answer))).toMatchObject(failure);
  });

  it('is a page also where a bare text was promised', async () => {
    const read = (body: unknown) => String(body);
    for (const body of ['<html></html>', ' \n<html></html>']) {
      expect(await failureOf(askAs({read, isPlainText: true}, {body}))).toMatchObject({isPage: true});
    }
    expect(await askAs({read, isPlainText: true}, {body: 'a <b>'})).toMatchObject({value: 'a <b>'});
    expect(await failureOf(askAs({read, isPlainText: true}, {status: 400, body: 'a text'}))).toMatchObject({
      isPage: true
    });
  });

  it.each<[number, unknown, FailureKind, true | undefined]>([
    [401, error('X.0002'), 'denied', undefined],
    [403, error('X.0002'), 'denied', undefined],
    [401, page, 'denied', true],
    [403, page, 'denied', true],
    [403, '{', 'denied', undefined],
    [400, error('X.0002'), 'transient', undefined],
    [402, page, 'unreached', true]
  ])('is a refusal of a log-in under %i, whatever it is: %j', async (status, body, kind, isPage) => {
    expect(await failureOf(askAs({isLogIn: true}, {status, body}))).toMatchObject({kind, isPage});
  });

  it('is no refusal by its status alone where the request is no log-in', async () => {
    expect(await failureAfter({status: 401, body: error('X.0002')})).toMatchObject({kind: 'transient'});
    expect(await failureAfter({status: 403, body: page})).toMatchObject({kind: 'transient'});
  });

  it('tells why a list has not the task, where the service says it', async () => {
    const read = () => {
      throw new TaskNotListed();
    };
    const refused = askAs({read, valuesHaveErrorCodes: true}, {body: error('X.0003')});
    expect(await failureOf(refused)).toMatchObject({kind: 'denied', code: 'X.0003'});
  });

  it('is read with its headers, its date and its status', async () => {
    const read: AnswerForm<string>['read'] = (body, {header, serverDateMs, httpStatus}) =>
      JSON.stringify([body, header('etag'), serverDateMs, httpStatus]);
    const headers = {etag: '5', age: '7', date: 'Thu, 15 Jan 2026 08:30:05 GMT'};
    const {value, cachedForMs} = await askAs({read}, {status: 202, headers, body: {a: 1}});
    expect(JSON.parse(value)).toEqual([{a: 1}, '5', Date.UTC(2026, 0, 15, 8, 30, 5), 202]);
    expect(cachedForMs).toBe(7000);
  });
});

describe('a redirect', () => {
  const messageOf = async (status: number, location: string) =>
    (await failureAfter({status, headers: {location}})).message;
  const looks = ', which looks like the log-in page of a network';

  it.each([
    ...['login', 'logon', 'log-in', 'LOG-ON', 'signin', 'Sign-In', 'sso', 'oauth', 'portal', 'captive'].flatMap(word =>
      [302, 303, 307].map((status): [number, string, boolean] => [status, `/${word}`, true])
    ),
    [301, '/login', false],
    [308, '/login', false],
    [302, '/logan', false],
    [302, '/v2/tasks', false]
  ])('%i to %s looks like a log-in page: %s', async (status, location, isLogIn) => {
    expect((await messageOf(status, location)).includes(looks)).toBe(isLogIn);
    expect(await messageOf(status, location)).toMatch(/, a redirect.*; this step does not follow redirects$/);
  });

  it.each([
    ['http://a.example', 'a.example'],
    ['https://a.example/x', 'a.example'],
    ['https://a.example#x', 'a.example'],
    ['HTTPS://a-1.example:65535/', 'a-1.example:65535'],
    [`https://${'a.'.repeat(50)}`, 'a.'.repeat(50)],
    ['ftp://a.example/', 'another host'],
    ['xhttps://a.example/', 'another host'],
    ['https://a.example:/', 'another host'],
    ['https://a.example:000443/', 'another host'],
    ['https://a_b.example/', 'another host']
  ])('to %s names %s', async (location, shown) => {
    expect(await messageOf(301, location)).toBe(
      `HTTP 301, a redirect to ${shown}; this step does not follow redirects`
    );
  });
});

it('says of a certificate that it is not trusted, and nothing of others', async () => {
  const refused = (more: object) => failureAfter(new TransportError('refused', {isFinal: true, ...more}));
  expect(await refused({isUntrusted: true})).toMatchObject({kind: 'blocked', isUntrusted: true});
  expect(await refused({})).not.toHaveProperty('isUntrusted');
});

describe('a proxy', () => {
  const ask = (answer: Scripted | TransportError, proxy = 'proxy.test:3128') => {
    const {transport} = fakeTransport([answer]);
    const environment = {HTTPS_PROXY: proxy};
    const client = createClient({transport, clean: text => text, debug: () => undefined, environment});
    return failureOf(client({url}, form, signal));
  };

  it('is named where no answer came, or what it answered itself', async () => {
    const refused = new TransportError('refused', {isFinal: true, proxyStatus: 407});
    expect(await ask(refused)).toMatchObject({
      kind: 'blocked',
      party: 'service',
      status: 407,
      proxyVariable: 'HTTPS_PROXY'
    });
    expect(await ask(new TransportError('reset'))).toMatchObject({kind: 'unreached', proxyVariable: 'HTTPS_PROXY'});
    expect(await ask({status: 407})).toMatchObject({kind: 'blocked', proxyVariable: 'HTTPS_PROXY'});
  });

  it('without a user is said to have none', async () => {
    expect(await ask({status: 407})).toMatchObject({proxyHasNoUser: true});
    expect(await ask({status: 407}, 'http://me:secret@proxy.test:3128')).toMatchObject({proxyHasNoUser: false});
  });

  it('is not named where the API has answered, or there is none', async () => {
    expect(await ask({status: 400, body: {}})).not.toHaveProperty('proxyVariable');
    expect((await failureAfter(new TransportError('reset'))).proxyVariable).toBeUndefined();
  });
});

it('has the answer that a user published of a throttled call', async () => {
  const body = {
    error_msg: 'The throttling threshold has been reached: policy api over ratelimit,limit:2000,time:1 minute',
    error_code: 'APIGW.0308',
    request_id: 'd58d1fe6196832aebb76f1c43c169128'
  };
  expect(await failureAfter({status: 429, body})).toMatchObject({
    kind: 'throttled',
    code: 'APIGW.0308',
    quota: {limit: 2000, windowMs: 60_000},
    requestId: 'd58d1fe6196832aebb76f1c43c169128'
  });
});
