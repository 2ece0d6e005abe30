/**
 * A small stand-in for the cloud, on loopback: its gateway (gate.mjs), what hands out credentials (identity.mjs), and the
 * services of services.mjs, whose tasks play the stories of stories.mjs. It is as nasty as the real one is known to be.
 */
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {createServer, STATUS_CODES} from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';
import {demoCredentials, starterToken} from './credentials.mjs';
import {rendered} from './evidence.mjs';
import {createGate, wrongSignature} from './gate.mjs';
import {createIdentity} from './identity.mjs';
import {createLedger} from './ledger.mjs';
import {services} from './services.mjs';
import {storyNamed} from './stories.mjs';

export {demoCredentials};

const MiB = 1024 * 1024;
const keptRequests = 1000;
/** What the gateway takes of headers in all. */
const maxHeaderSize = 128 * 1024;

const requestId = () => randomBytes(16).toString('hex');

/**
 * Starts the stand-in cloud.
 * @param {object} [options]
 * @param {number} [options.port] 0 for any free one
 * @param {number} [options.speed] 2 plays every story twice as fast; the lives of credentials stay as they are
 * @param {(line: string) => void} [options.log] gets one line for each answer
 * @param {(request: import('node:http').IncomingMessage, body: string, keys: {accessKey: string, secretKey: string,
 *   securityToken?: string}) => boolean | Promise<boolean>} [options.verifySignature] checks a signature that was made
 *   with these keys; without it, any well-formed one of a good access key is accepted
 * @param {() => number} [options.clock] milliseconds since 1970
 * @param {number} [options.clockOffsetMs] how far the cloud's clock is ahead of that one: it is in the header `Date`, and
 *   decides on signatures and on what has expired
 * @param {{token?: number, keys?: number, instance?: number, idToken?: number, ready?: number}} [options.lives]
 *   seconds for which tokens, temporary keys of STS, keys of the instance, id tokens, and the ready-made credentials of
 *   demoCredentials are good
 * @param {number} [options.tokenLength] characters of a token
 * @param {object} [options.claims] of GitHub's id tokens; this and the next three as in identity.mjs
 * @param {object[]} [options.projects]
 * @param {boolean} [options.mayListProjects]
 * @param {object} [options.metadata]
 * @param {Record<string, Record<number, object>>} [options.identityWeather] by the name of an endpoint of identity.mjs and
 *   the number of the call: an answer in its place, as in the weather of a story
 * @param {'headers' | 'request'} [options.echo] puts the headers of the request, or also its body, into every error text
 * @returns {Promise<{url: string, port: number, requests: object[], secrets: () => string[], close: () => Promise<void>}>}
 *   `requests` are the last ones, {method, url, headers, body, at, elsewhere}; `elsewhere` are those that followed a
 *   redirect. `secrets` are all that the cloud has issued
 */
export async function startCloud({
  port = 0,
  speed = 1,
  log = () => {},
  verifySignature = () => true,
  clock = Date.now,
  clockOffsetMs = 0,
  lives,
  tokenLength,
  identityWeather = {},
  echo,
  ...set
} = {}) {
  const now = () => clock() + clockOffsetMs;
  const ledger = createLedger({now, lives, tokenLength});
  const gate = createGate({ledger, now, verifySignature});
  const identity = createIdentity({ledger, gate, now, ...set});
  const tasks = [];
  const calls = new Map();
  const requests = [];
  const closing = new AbortController();
  let elsewhereUrl = '';

  async function handle(request, response) {
    const body = await text(request);
    record(request, body, false);
    const endpoint = identity.endpointFor(request);
    const id = requestId();
    const from = senders[endpoint?.of ?? 'gateway'];
    if (from.server) response.setHeader('server', from.server);
    if (from.idHeader) response.setHeader(from.idHeader, id);
    response.setHeader('date', new Date(now()).toUTCString());
    const answer =
      endpoint === undefined ? await answerTo(request, body) : await identityAnswer(endpoint, request, body);
    const reply = echo === undefined ? answer : echoing(answer, request, echo === 'request' ? body : '');
    const language = request.headers['x-language'] ?? '';
    await send(response, reply, {id, language, url: request.url, speed, elsewhereUrl, signal: closing.signal});
    log(`${request.method} ${request.url} → ${told(answer)}`);
  }

  function record(request, body, elsewhere) {
    const {method, url, headers} = request;
    requests.push({method, url, headers, body, at: new Date(), elsewhere});
    if (requests.length > keptRequests) requests.shift();
  }

  /** The host that a redirect points to: it remembers what it was sent, and calls everything a success. */
  async function lie(request, response) {
    record(request, await text(request), true);
    log(`elsewhere: ${request.method} ${request.url}`);
    const id = request.url.match(/[^/=]+$/)?.[0];
    const body = {id, name: 'a lie', status: 'SUCCESSFUL', job: {id, status: 'Completed'}, task_status: 2};
    response.writeHead(200, {'content-type': 'application/json;charset=UTF-8'}).end(JSON.stringify(body));
  }

  /** What the gateway answers, or the service behind it. */
  async function answerTo(request, body) {
    const call = callOf(request, parsed(body));
    if (call === undefined) {
      return {
        error: {
          http: 404,
          code: 'APIGW.0101',
          text: 'The API does not exist or has not been published in the environment'
        }
      };
    }
    const error = await gate.refusal(request, body);
    if (error !== undefined) return {error};
    // What the real gateway says to credentials of another scope is not documented.
    if (!isOfScope(call.service.scope, ledger.presentedBy(request), request.headers)) return {error: notAllowed};
    return call.asks === 'start' ? start(call) : poll(call, request);
  }

  /** The request as a call of a service; undefined if no service has such a path. */
  function callOf({method, url, headers}, body) {
    const call = {method, url: new URL(url, 'http://cloud'), headers, body};
    const starts = services.flatMap(service => match(service, 'start', service.startedBy(call)));
    const polls = services.flatMap(service => match(service, 'poll', service.polledBy(call)));
    // Several services have the same path, each on a host of its own. Here, what is sent or known tells them apart.
    const [found] = [
      ...starts.toSorted((one, other) => other.same - one.same),
      ...polls.filter(poll => taskOf(poll) !== undefined),
      ...polls,
      ...services.flatMap(service => match(service, 'causes', service.causesBy(call)))
    ];
    return found && {...call, ...found};
  }

  /** The task that a poll is for: of the same service, with the same ids. */
  function taskOf({service, values}) {
    const isSame = (one, other) => one.toLowerCase() === other.toLowerCase();
    return tasks.findLast(
      task =>
        task.service === service &&
        service.idNames.every(name => !(name in values) || isSame(values[name], task.values[name]))
    );
  }

  /** What hands out credentials answers, or the weather around it. */
  async function identityAnswer({name, answer}, request, body) {
    const count = (calls.get(name) ?? 0) + 1;
    calls.set(name, count);
    const query = new URL(request.url, 'http://cloud').searchParams;
    // Those that check a signature need the body as it came.
    const reply = await answer({request, query, headers: request.headers, body: parsed(body), rawBody: body});
    const weather = identityWeather[name]?.[count];
    return weather?.fault ? {...reply, ...weather} : (weather ?? reply);
  }

  function start({service, values: sent, url, headers}) {
    const word = url.searchParams.get('play') ?? sent.story ?? '';
    const story = storyNamed(service.name, word);
    if (story === undefined && word !== '') {
      return {
        error: {http: 400, code: 'Demo.0001', text: `No story is named ${word}.`},
        note: `no story is named ${word}`
      };
    }
    const values = service.newValues(sent);
    const startedMs = now();
    const task = {
      service,
      values,
      workspace: story?.workspace ?? headers.workspace,
      story: story ?? storyNamed(service.name, 'succeeds'),
      polls: 0,
      startedMs,
      timeAt: seconds => Math.round(startedMs + (seconds * 1000) / speed)
    };
    tasks.push(task);
    return {...service.started(values), note: `${task.story.name}: ${task.story.description}`};
  }

  function poll(call, request) {
    const {service, values, headers} = call;
    const unknownWorkspace =
      service.unknownWorkspace && ![undefined, 'default', demoCredentials.workspace].includes(headers.workspace);
    if (unknownWorkspace) return {error: service.unknownWorkspace(headers.workspace)};
    const task = taskOf(call);
    const here =
      task !== undefined &&
      (task.values.project_id ?? values.project_id) === values.project_id &&
      (task.workspace ?? 'default') === (headers.workspace ?? 'default');
    if (!here) return service.missing(values);

    const polledMs = now();
    if (call.asks === 'causes') return {...rendered(call.sample, task.values, polledMs), note: 'why it failed'};
    task.polls += 1;
    const steps = task.story.timeline.filter(({at}) => task.timeAt(at) <= polledMs);
    const current = steps.at(-1);
    const answer = task.story.weather[task.polls] ?? current;
    if (answer.sample) return rendered(answer.sample, task.values, task.timeAt(answer.at));
    // What the service says in good weather, and what a fault carries.
    const state = answer.says ?? (isState(answer) ? answer : undefined);
    const said = state === undefined ? steps : [...steps.slice(0, -1), {...state, at: current.at}];
    const body = () => service.body(task, said.filter(isState), call);
    if (answer.missing) return service.missing(values, answer.missing === true ? undefined : answer.missing);
    if (answer.error) return {error: answer.error};
    if (answer.refuse === 'signature') return {error: wrongSignature(request, '')};
    if (answer.refuse === 'revoked') {
      const held = ledger.presentedBy(request);
      held.revoked = true;
      return {error: gate.ended(held)};
    }
    if (answer.fault) return {fault: answer.fault, seconds: answer.seconds, body: body()};
    if (answer.page || answer.text !== undefined || answer.redirect) return answer;
    return {http: 200, body: body(), note: state?.status};
  }

  const server = createServer({maxHeaderSize}, (request, response) => {
    handle(request, response).catch(error => {
      if (!closing.signal.aborted) log(`${request.method} ${request.url} → ${error.message}`);
      response.destroy();
    });
  });
  const elsewhere = createServer({maxHeaderSize}, (request, response) => {
    lie(request, response).catch(() => response.destroy());
  });
  await listen(server, port);
  try {
    await listen(elsewhere, 0);
  } catch (error) {
    server.close();
    throw error;
  }
  elsewhereUrl = urlOf(elsewhere);

  return {
    url: urlOf(server),
    port: server.address().port,
    requests,
    secrets: ledger.secrets,
    async close() {
      closing.abort();
      await Promise.all([server, elsewhere].map(end));
    }
  };
}

/**
 * Starts the tasks that play a story, as the step before the action would.
 * @returns {Promise<{method: string, path: string, taskId: string}[]>} as of startTask
 */
export function startTasks(url, story) {
  return Promise.all((story.tasks ?? [story.name]).map(name => startTask(url, {...story, name})));
}

/**
 * Starts one task that plays a story.
 * @returns {Promise<{method: string, path: string, taskId: string}>} the call, and the id to wait for
 */
export async function startTask(url, story) {
  const service = services.find(({name}) => name === story.service);
  const values = service.newValues({project_id: demoCredentials.projectId, story: story.name});
  const {method, path, headers, body} = service.start(values);
  // Not every start call has a place for a name.
  const play = service.playsByName ? '' : `?play=${story.name}`;
  const response = await fetch(`${url}${path}${play}`, {
    method,
    headers: {
      'x-auth-token': starterToken,
      'content-type': 'application/json',
      ...(story.workspace && {workspace: story.workspace}),
      ...headers
    },
    body: JSON.stringify(body)
  });
  const answer = await response.json();
  if (!response.ok || answer.error_code !== undefined) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return {method, path: `${path}${play}`, taskId: service.idOf(values, answer)};
}

const isState = step => step.status !== undefined;

const match = (service, asks, found) => (found === undefined ? [] : [{service, asks, ...found}]);

/** Whether a token is for a project, or the whole account, as the service wants; keys are told for whom by a header. */
function isOfScope(scope, held, headers) {
  if (held.kind === 'token') return held[scope] !== undefined;
  return scope === 'project' || headers['x-domain-id'] === demoCredentials.account;
}

const notAllowed = {http: 403, code: 'APIGW.0302', text: 'The IAM user is not allowed to access the API'};

/** Who answers: the name of the program, and the header with the number of the request. */
const senders = {
  gateway: {server: 'api-gateway', idHeader: 'x-request-id'},
  sts: {server: 'api-gateway', idHeader: 'x-request-id'},
  iam: {idHeader: 'x-iam-trace-id'},
  instance: {},
  github: {}
};

/** An answer that repeats the request in its error text, as some gateways do. */
function echoing(answer, {headers}, body) {
  const heard = [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), body].join(' | ');
  const repeated = text => `Request: ${heard}; ${text}`;
  const {error, http, text} = answer;
  if (error && typeof error.text === 'object') {
    const texts = Object.entries(error.text).map(([language, said]) => [language, repeated(said)]);
    return {...answer, error: {...error, text: Object.fromEntries(texts)}};
  }
  if (error) return {...answer, error: {...error, text: repeated(error.text)}};
  return text !== undefined && http >= 400 ? {...answer, text: repeated(text)} : answer;
}

/** Sends a reply, in the weather that it asks for. */
async function send(response, reply, {id, language, url, speed, elsewhereUrl, signal}) {
  const json = value => Buffer.from(JSON.stringify(value));
  const {http = 200} = reply;
  const head = {'content-type': 'application/json;charset=UTF-8', ...reply.headers};
  if (reply.fault) {
    const whole = json(reply.body ?? {});
    await faults[reply.fault](response, whole, {http, head, speed, seconds: reply.seconds, signal});
  } else if (reply.error) {
    const {error} = reply;
    response.writeHead(error.http, {...head, ...error.headers}).end(json(errorBody(error, language, id)));
  } else if (reply.page) {
    const {http: status, title} = reply.page;
    const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;
    response.writeHead(status, {'content-type': 'text/html'}).end(page);
  } else if (reply.redirect) {
    response.writeHead(reply.redirect, {location: elsewhereUrl + url}).end();
  } else if (reply.text !== undefined) {
    response.writeHead(http, {...head, ...(reply.type ? {'content-type': reply.type} : {})}).end(reply.text);
  } else {
    response.writeHead(http, head).end(json(reply.body));
  }
}

/** What goes wrong between the service and the one who asks. */
const faults = {
  async reset(response) {
    response.socket.resetAndDestroy();
  },

  async cut(response, whole, {http, head}) {
    response.writeHead(http, {...head, 'content-length': whole.length});
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  },

  async stall(response, whole, {http, head, seconds, speed, signal}) {
    response.writeHead(http, {...head, 'content-length': whole.length});
    response.write(whole.subarray(0, whole.length / 2));
    await sleep((seconds * 1000) / speed, undefined, {signal});
    response.destroy();
  },

  async drip(response, whole, {http, head, speed, signal}) {
    response.writeHead(http, {...head, 'content-length': whole.length});
    for (const byte of whole) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await sleep(100 / speed, undefined, {signal});
    }
    response.end();
  },

  async flood(response, whole, {http, head}) {
    response.writeHead(http, head);
    const blanks = Buffer.alloc(MiB / 4, ' ');
    for (let sent = 0; sent < 9 * MiB && !response.destroyed; sent += blanks.length) {
      await new Promise(resolve => response.write(blanks, resolve));
    }
    response.end(whole);
  }
};

function errorBody({http, code, text, form, camelCase, details}, language, id) {
  const said = typeof text === 'string' ? text : text[/^en/i.test(language) ? 'en' : 'zh'];
  if (typeof form === 'function') return form(said, code);
  if (form === 'keystone') return {error: {message: said, code: http, title: STATUS_CODES[http]}};
  if (form === 'sts' || code.startsWith('APIGW.')) {
    return {error_msg: said, error_code: code, request_id: id, ...details};
  }
  return camelCase ? {errorCode: code, errorMsg: said} : {error_code: code, error_msg: said};
}

/** A reply in a few words, for the one who watches. */
function told({error, page, fault, redirect, http, body, note}) {
  if (fault) return `a fault: ${fault}`;
  if (error) return `${error.http} ${error.code ?? error.text} ${note ?? ''}`.trimEnd();
  if (page) return `${page.http} a page: ${page.title}`;
  if (redirect) return `${redirect} elsewhere`;
  return `${http ?? 200} ${note ?? body?.status ?? body?.job?.status ?? body?.task_status ?? ''}`.trimEnd();
}

async function text(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function parsed(body) {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}

function _decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const urlOf = server => `http://127.0.0.1:${server.address().port}`;

async function listen(server, port) {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function end(server) {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
