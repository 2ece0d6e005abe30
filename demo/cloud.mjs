/**
 * A small stand-in for the cloud: its gateway (gate.mjs), what hands out credentials (identity.mjs), and services whose
 * tasks play stories (stories.mjs). It is as nasty as the real one is known to be. It does no I/O: server.mjs puts it on
 * loopback, and tests ask it in memory on virtual time.
 */
import {randomUUID} from 'node:crypto';
import {STATUS_CODES} from 'node:http';
import {demoCredentials} from './credentials.mjs';
import {createGate, wrongSignature} from './gate.mjs';
import {createIdentity} from './identity.mjs';
import {createLedger} from './ledger.mjs';
import {rendered, textAt} from './templates.mjs';

/**
 * @param {object} options
 * @param {object[]} options.services as evidence.mjs describes them
 * @param {(service: string, word: string) => object | undefined} [options.storyNamed] the story that a start call means
 * @param {() => number} [options.clock] the cloud's clock, in milliseconds since 1970: it is in the header `Date`, and
 *   decides on signatures and on what has expired
 * @param {number} [options.speed] 2 plays every story twice as fast; the lives of credentials stay as they are
 * @param {typeof demoCredentials} [options.credentials] what is good without being issued
 * @param {(request: object, keys: {accessKey: string, secretKey: string}) => boolean} [options.verifySignature] checks a
 *   signature that was made with these keys; without it, any well-formed one of a good access key is accepted
 * @param {{admits: (nowMs: number) => boolean, told: {headers?: object, text: string}}} [options.limiter] as in limiters.mjs
 * @param {() => string} [options.requestId]
 * @param {object} [options.lives] this and the next two as in ledger.mjs
 * @param {number} [options.tokenLength]
 * @param {(name: string, count: number) => string} [options.mint]
 * @param {object} [options.claims] of GitHub's id tokens; this and the next five as in identity.mjs
 * @param {object} [options.trust]
 * @param {object[]} [options.projects]
 * @param {object[]} [options.domains]
 * @param {boolean} [options.mayListProjects]
 * @param {object} [options.metadata]
 * @param {Record<string, Record<number, object>>} [options.identityWeather] by the name of an endpoint of identity.mjs and
 *   the number of the call: an answer in its place, as in the weather of a story
 * @param {(request: object) => string} [options.echo] what every error text repeats of the request
 */
export function createCloud({
  services,
  storyNamed = () => undefined,
  clock: now = Date.now,
  speed = 1,
  credentials = demoCredentials,
  verifySignature = () => true,
  limiter,
  requestId = () => randomUUID().replaceAll('-', ''),
  lives,
  tokenLength,
  mint,
  identityWeather = {},
  echo = () => '',
  ...identitySettings
}) {
  const ledger = createLedger({now, credentials, lives, tokenLength, mint});
  const gate = createGate({ledger, now, verifySignature});
  const identity = createIdentity({ledger, gate, now, credentials, ...identitySettings});
  const tasks = [];
  const calls = new Map();

  /**
   * What a request is answered: status, headers and text, and `note`, which says it in a few words. `fault` names what
   * goes wrong on the way (faults.mjs), `elsewhere` says that this is a redirect to another host.
   * @param {{method: string, url: string | URL, headers: Record<string, string>, body: string}} request
   */
  function answer(request) {
    const call = {...request, url: new URL(request.url, 'http://cloud'), json: parsed(request.body)};
    const endpoint = identity.endpointFor(call);
    const reply = endpoint === undefined ? gatewayReply(call) : identityReply(endpoint, call);
    const id = requestId();
    const {server, idHeader} = senders[endpoint?.of ?? 'gateway'];
    const {status, headers, text} = written(reply, call, id);
    return {
      status,
      headers: {
        ...(server && {server}),
        ...(idHeader && {[idHeader]: id}),
        date: new Date(now()).toUTCString(),
        'content-type': 'application/json;charset=UTF-8',
        ...headers
      },
      text,
      ...(reply.fault && {fault: reply.fault}),
      elsewhere: reply.redirect !== undefined,
      note: noteOf(reply, status)
    };
  }

  /** Status, headers and text of a reply. */
  function written({http = 200, headers, body, text, error, page, redirect}, call, id) {
    if (error) {
      const json = errorBody({...error, text: error.text + echo(call)}, id);
      return {status: error.http, headers: {...headers, ...error.headers}, text: JSON.stringify(json)};
    }
    if (page) {
      const html = `<html>\r\n<head><title>${page.title}</title></head>\r\n<body><center><h1>${page.title}</h1></center></body>\r\n</html>\r\n`;
      return {status: page.http, headers: {'content-type': 'text/html'}, text: html};
    }
    if (redirect) return {status: redirect, headers: {location: call.url.pathname + call.url.search}, text: ''};
    return {status: http, headers, text: text ?? JSON.stringify(body ?? {})};
  }

  /** What the gateway answers, or the service behind it. */
  function gatewayReply(request) {
    const call = callOf(request);
    if (call === undefined) {
      return refused(404, 'APIGW.0101', 'The API does not exist or has not been published in the environment');
    }
    const error = gate.refusal(call);
    if (error !== undefined) return {error};
    // What the real gateway says to credentials of another scope is not documented.
    if (!isOfScope(call)) {
      return refused(403, 'APIGW.0302', 'The IAM user is not allowed to access the API');
    }
    if (call.asks === 'start') return start(call);
    if (call.asks === 'remove') return remove(call);
    if (limiter?.admits(now()) === false) {
      const {text, headers} = limiter.told;
      return {error: {http: 429, code: 'APIGW.0308', text, headers}};
    }
    return poll(call);
  }

  /** The request as a call of a service; undefined if no service has such a path. */
  function callOf(request) {
    const matches = (service, asks, found) => (found === undefined ? [] : [{service, asks, ...found}]);
    const starts = services.flatMap(service => matches(service, 'start', service.startedBy?.(request)));
    const told = untold(
      starts.map(({service}) => service),
      request.json
    );
    const removals = services.flatMap(service => matches(service, 'remove', service.removedBy?.(request)));
    const polls = services.flatMap(service => matches(service, 'poll', service.polledBy(request)));
    // Several services have the same path, each on a host of its own. Here, what is sent or known tells them apart.
    const [found] = [
      ...starts.toSorted((one, other) => other.same - one.same).map(call => ({...call, told})),
      ...[...removals, ...polls].filter(call => taskOf(call) !== undefined),
      ...polls,
      ...services.flatMap(service => matches(service, 'causes', service.causesBy?.(request)))
    ];
    return found && {...request, ...found};
  }

  /** Whether a token is for a project, or the whole account, as the service wants; keys are told for whom by a header. */
  function isOfScope({service: {scope}, ...request}) {
    const held = ledger.presentedBy(request);
    if (held.kind === 'token') return held[scope] !== undefined;
    return scope === 'project' || request.headers['x-domain-id'] === credentials.account;
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
  function identityReply({name, answer: usual}, call) {
    const count = (calls.get(name) ?? 0) + 1;
    calls.set(name, count);
    const reply = usual(call);
    const weather = identityWeather[name]?.[count];
    return weather?.fault ? {...reply, ...weather} : (weather ?? reply);
  }

  function start({service, values: sent, url, headers, told}) {
    const {name} = service;
    const chosen = url.searchParams.get('play');
    const story = storyNamed(name, chosen ?? sent.story ?? '');
    const howTo = `npm start -- list ${name} names those that ?play=<story> in the address chooses`;
    if (story === undefined && chosen) {
      return refused(400, 'Demo.0001', `No story of ${name} is named ${chosen}: ${howTo}.`);
    }
    const played = story ?? storyNamed(name, 'succeeds');
    const values = service.newValues({story: played.name, ...sent});
    addTask(name, values, {workspace: headers.workspace, ...played});
    const why = story === undefined ? [`the call names no story; ${howTo}`] : [];
    const note = [
      `${name}/${played.name}: ${played.description}`,
      ...why,
      ...told.map(text => `taken for ${name}, as ${text}`)
    ];
    return {...service.started(values), note: note.join('; ')};
  }

  /** A resource that is being removed plays another story from now on. */
  function remove({service, values, url}) {
    const story = storyNamed(service.name, url.searchParams.get('play') ?? 'gone');
    const {workspace} = taskOf({service, values});
    addTask(service.name, values, {workspace, ...story});
    return {...service.removed, note: `${story.name}: ${story.description}`};
  }

  /** A task of the service, by its name, that plays the story from now on. */
  function addTask(name, values, {workspace, ...story}) {
    const service = services.find(one => one.name === name);
    const startedMs = now();
    const timeAt = seconds => Math.round(startedMs + (seconds * 1000) / speed);
    tasks.push({service, values, workspace, story, polls: 0, timeAt});
  }

  function poll(call) {
    const {service, values, headers} = call;
    const unknownWorkspace =
      service.unknownWorkspace && ![undefined, 'default', credentials.workspace].includes(headers.workspace);
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
    const reply = task.story.weather?.[task.polls] ?? current;
    if (reply.sample) return rendered(reply.sample, task.values, task.timeAt(reply.at));
    // What the service says in good weather, and what a fault carries.
    const state = reply.says ?? (isState(reply) ? reply : undefined);
    const said = state === undefined ? steps : [...steps.slice(0, -1), {...state, at: current.at}];
    const body = () => service.body(task, said.filter(isState), call);
    if (reply.missing) return service.missing(values, reply.missing === true ? undefined : reply.missing);
    if (reply.refuse === 'signature') return {error: wrongSignature(call)};
    if (reply.refuse === 'revoked') {
      const held = ledger.presentedBy(call);
      held.revoked = true;
      return {error: gate.ended(held)};
    }
    if (reply.fault) return {fault: reply.fault, body: body()};
    if (reply.error || reply.page || reply.text !== undefined || reply.redirect) return reply;
    return {body: body(), note: state?.status};
  }

  return {answer, addTask, ledger};
}

const isState = step => step.status !== undefined;
const refused = (http, code, text) => ({error: {http, code, text}});

/**
 * The fields that tell apart services which are started by the same call, with what each has there; those alone of which
 * this call has none.
 */
function untold(services, json) {
  const marks = services.flatMap(({name, marks = []}) => marks.map(mark => ({...mark, name})));
  return [...new Set(marks.map(({path}) => path))]
    .map(path => marks.filter(mark => mark.path === path))
    .filter(those => new Set(those.map(({text}) => text)).size > 1)
    .filter(those => !those.some(({path, text}) => textAt(json, path) === text))
    .map(those => `${those[0].path} is none of ${those.map(({name, text}) => `${text} (${name})`).join(', ')}`);
}

/** Who answers: the name of the program, and the header with the number of the request. */
const senders = {
  gateway: {server: 'api-gateway', idHeader: 'x-request-id'},
  sts: {server: 'api-gateway', idHeader: 'x-request-id'},
  iam: {idHeader: 'x-iam-trace-id'},
  instance: {},
  github: {}
};

function errorBody({http, code, text, form, camelCase, details}, id) {
  if (form === 'keystone') return {error: {message: text, code: http, title: STATUS_CODES[http]}};
  if (form === 'sts' || code.startsWith('APIGW.')) {
    return {error_msg: text, error_code: code, request_id: id, ...details};
  }
  return camelCase ? {errorCode: code, errorMsg: text} : {error_code: code, error_msg: text};
}

/** A reply in a few words, for the one who watches. */
function noteOf({error, page, fault, redirect, body, note}, status) {
  if (fault) return `a fault: ${fault}`;
  if (page) return `${status} a page: ${page.title}`;
  if (redirect) return `${status} elsewhere`;
  const said = error ? (error.code ?? error.text) : (note ?? body?.status ?? body?.job?.status ?? body?.task_status);
  return `${status} ${said ?? ''}`.trimEnd();
}

function parsed(body) {
  if (body === '') return {};
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}
