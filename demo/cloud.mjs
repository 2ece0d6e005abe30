/**
 * A small stand-in for the cloud, on loopback: its gateway, and the services of services.mjs, whose tasks play the
 * stories of stories.mjs. It is as nasty as the real one is known to be.
 */
import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';
import {demoRegion, services} from './services.mjs';
import {demoWorkspace, storyNamed} from './stories.mjs';

/** The credentials that the stand-in cloud accepts. They are worth nothing anywhere else. */
export const demoCredentials = {
  accessKey: 'DEMOACCESSKEY0000000',
  secretKey: 'demo-secret-key-that-opens-nothing-at-all',
  token: 'MIIDemoTokenThatOpensNothingAtAll',
  temporary: {
    accessKey: 'DEMOTEMPORARYKEY0000',
    secretKey: 'demo-temporary-secret-key-that-opens-nothing',
    securityToken: 'demo-security-token-that-opens-nothing-at-all'
  },
  projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: demoRegion,
  workspace: demoWorkspace
};

const MiB = 1024 * 1024;
const keptRequests = 1000;
const signatureLifeMs = 15 * 60_000;

const requestId = () => randomBytes(16).toString('hex');

/**
 * Starts the stand-in cloud.
 * @param {object} [options]
 * @param {number} [options.port] 0 for any free one
 * @param {number} [options.speed] 2 plays every story twice as fast
 * @param {(line: string) => void} [options.log] gets one line for each answer
 * @param {(request: import('node:http').IncomingMessage, body: string) => boolean | Promise<boolean>}
 *   [options.verifySignature] checks a signature; without it, any well-formed one of a known access key is accepted
 * @returns {Promise<{url: string, port: number, requests: object[], close: () => Promise<void>}>} `requests` are the
 *   last ones, {method, url, headers, body, at, elsewhere}; `elsewhere` are those that followed a redirect
 */
export async function startCloud({port = 0, speed = 1, log = () => {}, verifySignature = () => true} = {}) {
  const tasks = new Map();
  const refusals = new Map();
  const requests = [];
  const closing = new AbortController();
  let elsewhereUrl = '';

  async function handle(request, response) {
    const body = await text(request);
    record(request, body, false);
    const id = requestId();
    response.setHeader('server', 'api-gateway');
    response.setHeader('x-request-id', id);
    const reply = await answerTo(request, body);
    const language = request.headers['x-language'] ?? '';
    await send(response, reply, {id, language, url: request.url, speed, elsewhereUrl, signal: closing.signal});
    log(`${request.method} ${request.url} → ${told(reply)}`);
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
    const route = routeOf(request);
    if (route === undefined) {
      return {
        error: {
          http: 404,
          code: 'APIGW.0101',
          text: 'The API does not exist or has not been published in the environment'
        }
      };
    }
    const refused = await refusal(request, body);
    if (refused !== undefined) return {error: {http: 401, code: 'APIGW.0301', text: refused}};
    const call = {...route, headers: request.headers, body: parsed(body)};
    return route.asks === 'start' ? start(call) : look(call, request);
  }

  /** Why the gateway refuses these credentials; undefined if it does not. */
  async function refusal(request, body) {
    const {headers} = request;
    const incorrect = 'Incorrect IAM authentication information: ';
    if (headers['x-auth-token'] !== undefined) {
      return headers['x-auth-token'] === demoCredentials.token ? undefined : `${incorrect}decrypt token fail`;
    }
    const signed = /^SDK-HMAC-SHA256 Access=([^\s,]+), ?SignedHeaders=[a-z0-9;_-]+, ?Signature=[0-9a-f]{64}$/.exec(
      headers.authorization ?? ''
    );
    if (signed === null) return `${incorrect}x-auth-token not found`;
    const accessKey = signed[1];
    const why = await signatureRefusal(request, accessKey, body);
    if (why === undefined) return undefined;
    // Whoever repeats a refused signature blindly locks the key.
    const count = (refusals.get(accessKey) ?? 0) + 1;
    refusals.set(accessKey, count);
    return incorrect + (count > 5 ? 'AK access failed to reach the limit' : why);
  }

  async function signatureRefusal(request, accessKey, body) {
    const {temporary} = demoCredentials;
    if (accessKey !== demoCredentials.accessKey && accessKey !== temporary.accessKey) {
      return `ak ${accessKey} not exist`;
    }
    const securityToken = accessKey === temporary.accessKey ? temporary.securityToken : undefined;
    if (request.headers['x-security-token'] !== securityToken) return 'Get secretKey failed';
    const sent = request.headers['x-sdk-date'] ?? '';
    const sentMs = Date.parse(sent.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (!(Math.abs(Date.now() - sentMs) <= signatureLifeMs)) {
      const now = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
      return `calc aksk signature fail:signature expired, signature time:${sent},server time:${now}`;
    }
    return (await verifySignature(request, body)) ? undefined : signatureFault(request, body);
  }

  function start(call) {
    const {service} = call;
    const word = call.query.get('play') ?? service.start.word(call);
    const story = storyNamed(service.name, word) ?? storyNamed(service.name, unchosen(call, service));
    if (story === undefined) return {error: service.start.refuse(word, call), note: `no story is named ${word}`};
    const startedMs = Date.now();
    const task = {
      id: call.task ?? service.start.newId(),
      project: call.project,
      workspace: story.workspace ?? call.headers.workspace,
      story,
      looks: 0,
      startedMs,
      timeAt: seconds => Math.round(startedMs + (seconds * 1000) / speed)
    };
    tasks.set(`${service.name} ${task.id.toLowerCase()}`, task);
    const {http, body} = service.start.answer(task);
    return {http, body, note: `${story.name}: ${story.description}`};
  }

  function look(call, request) {
    const {service} = call;
    const unknownWorkspace =
      service.unknownWorkspace && ![undefined, 'default', demoWorkspace].includes(call.headers.workspace);
    if (unknownWorkspace) return {error: service.unknownWorkspace(call.headers.workspace)};
    const task = tasks.get(`${service.name} ${call.task.toLowerCase()}`);
    const here =
      task !== undefined &&
      task.project === call.project &&
      (task.workspace ?? 'default') === (call.headers.workspace ?? 'default');
    if (!here) return {error: service.missing(call.task)};

    task.looks += 1;
    const now = Date.now();
    const steps = task.story.timeline.filter(({at}) => task.timeAt(at) <= now);
    const current = steps.at(-1);
    const answer = task.story.weather[task.looks] ?? current;
    // What the service says in good weather, and what a fault carries.
    const state = answer.says ?? (isState(answer) ? answer : undefined);
    const said = state === undefined ? steps : [...steps.slice(0, -1), {...state, at: current.at}];
    const body = () => service.body(task, said.filter(isState), call);
    if (answer.missing) {
      return {error: service.missing(call.task, answer.missing === true ? undefined : answer.missing)};
    }
    if (answer.error) return {error: answer.error};
    if (answer.refuse === 'signature') {
      const text = `Incorrect IAM authentication information: ${signatureFault(request, '')}`;
      return {error: {http: 401, code: 'APIGW.0301', text}};
    }
    if (answer.fault) return {fault: answer.fault, seconds: answer.seconds, body: body()};
    if (answer.page || answer.text !== undefined || answer.redirect) return answer;
    return {http: 200, body: body()};
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      if (!closing.signal.aborted) log(`${request.method} ${request.url} → ${error.message}`);
      response.destroy();
    });
  });
  const elsewhere = createServer((request, response) => {
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
    async close() {
      closing.abort();
      await Promise.all([server, elsewhere].map(end));
    }
  };
}

/**
 * Starts the task that plays a story, as the step before the action would.
 * @returns {Promise<{method: string, path: string, taskId: string}>} the call, and the id to wait for
 */
export async function startTask(url, story) {
  const service = services.find(({name}) => name === story.service);
  const {path, headers, body} = service.start.call(story, demoCredentials);
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {'x-auth-token': demoCredentials.token, 'content-type': 'application/json', ...headers},
    body: JSON.stringify(body)
  });
  const answer = await response.json();
  if (answer.error_code !== undefined) throw new Error(`${path}: ${answer.error_code} ${answer.error_msg}`);
  return {method: 'POST', path, taskId: service.start.idIn(answer, path)};
}

const isState = step => step.status !== undefined || step.task_status !== undefined;

/** The story for a start call that names none: only a service whose start call has no place for a name has one. */
const unchosen = (call, service) => (call.query.has('play') ? '' : (service.start.otherwise ?? ''));

/** The service that a request is for, with the parts of its path; undefined if no service has such a path. */
function routeOf(request) {
  const url = new URL(request.url, 'http://cloud');
  for (const service of services) {
    for (const asks of ['start', 'poll']) {
      if (request.method !== (asks === 'start' ? 'POST' : 'GET')) continue;
      const [path, query] = service[asks].path.split('?');
      const wanted = path.split('/');
      const given = url.pathname.split('/');
      if (wanted.length !== given.length) continue;
      if (!wanted.every((part, i) => part === given[i] || (part.startsWith(':') && given[i] !== ''))) continue;
      const parts = Object.fromEntries(wanted.map((part, i) => [part.slice(1), decoded(given[i])]));
      const task = query === undefined ? parts.task : (url.searchParams.get(query.split('=')[0]) ?? '');
      return {service, asks, query: url.searchParams, project: parts.project, task};
    }
  }
  return undefined;
}

/** The gateway's text for a wrong signature. It repeats every signed header, with its value. */
function signatureFault(request, body) {
  const url = new URL(request.url, 'http://cloud');
  const signed = /SignedHeaders=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const headers = signed.split(';').map(name => `${name}:${request.headers[name] ?? ''}`);
  const query = url.search.slice(1).split('&').sort().join('&');
  const hash = createHash('sha256').update(body).digest('hex');
  const canonical = [request.method, `${url.pathname}/`, query, ...headers, '', signed, hash].join('|');
  return `verify aksk signature fail, canonicalRequest:${canonical}`;
}

/** Sends a reply, in the weather that it asks for. */
async function send(response, reply, {id, language, url, speed, elsewhereUrl, signal}) {
  const json = value => Buffer.from(JSON.stringify(value));
  const head = {'content-type': 'application/json;charset=UTF-8'};
  if (reply.error) {
    const {http, headers} = reply.error;
    response.writeHead(http, {...head, ...headers}).end(json(errorBody(reply.error, language, id)));
  } else if (reply.page) {
    const {http, title} = reply.page;
    const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;
    response.writeHead(http, {'content-type': 'text/html'}).end(page);
  } else if (reply.redirect) {
    response.writeHead(reply.redirect, {location: elsewhereUrl + url}).end();
  } else if (reply.text !== undefined) {
    response.writeHead(200, head).end(reply.text);
  } else if (reply.fault) {
    const whole = json(reply.body);
    await faults[reply.fault](response, whole, {head, speed, seconds: reply.seconds, signal});
  } else {
    response.writeHead(reply.http, head).end(json(reply.body));
  }
}

/** What goes wrong between the service and the one who asks. */
const faults = {
  async reset(response) {
    response.socket.resetAndDestroy();
  },

  async cut(response, whole, {head}) {
    response.writeHead(200, {...head, 'content-length': whole.length});
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  },

  async stall(response, whole, {head, seconds, speed, signal}) {
    response.writeHead(200, {...head, 'content-length': whole.length});
    response.write(whole.subarray(0, whole.length / 2));
    await sleep((seconds * 1000) / speed, undefined, {signal});
    response.destroy();
  },

  async drip(response, whole, {head, speed, signal}) {
    response.writeHead(200, {...head, 'content-length': whole.length});
    for (const byte of whole) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await sleep(100 / speed, undefined, {signal});
    }
    response.end();
  },

  async flood(response, whole, {head}) {
    response.writeHead(200, head);
    const blanks = Buffer.alloc(MiB / 4, ' ');
    for (let sent = 0; sent < 9 * MiB && !response.destroyed; sent += blanks.length) {
      await new Promise(resolve => response.write(blanks, resolve));
    }
    response.end(whole);
  }
};

function errorBody(error, language, id) {
  const {code, camelCase} = error;
  const text = typeof error.text === 'string' ? error.text : error.text[/^en/i.test(language) ? 'en' : 'zh'];
  if (code.startsWith('APIGW.')) return {error_msg: text, error_code: code, request_id: id};
  return camelCase ? {errorCode: code, errorMsg: text} : {error_code: code, error_msg: text};
}

/** A reply in a few words, for the one who watches. */
function told({error, page, fault, redirect, http, body, note}) {
  if (error) return `${error.http} ${error.code} ${note ?? ''}`.trimEnd();
  if (page) return `${page.http} a page: ${page.title}`;
  if (fault) return `a fault: ${fault}`;
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

function decoded(part) {
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
