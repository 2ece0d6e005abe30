import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ signsRequests)
/* harmony export */ });
/** Whether requests are signed by keys; else they carry a token, which is for a project or an account itself. */
function signsRequests(kind) {
    return kind === 'access-key' || kind === 'oidc-agency' || kind === 'ecs-agency';
}


/***/ }),

/***/ 7701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ idTokenSourceIn),
/* harmony export */   Zs: () => (/* binding */ describeClaims),
/* harmony export */   ed: () => (/* binding */ idTokenVariables),
/* harmony export */   fN: () => (/* binding */ idToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4715);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3203);




/** Names of the variables that the runner sets for a job that may ask for id tokens. */
const idTokenVariables = {
    url: 'ACTIONS_ID_TOKEN_REQUEST_URL',
    requestToken: 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'
};
function idTokenSourceIn(environment) {
    return { url: environment[idTokenVariables.url], requestToken: environment[idTokenVariables.requestToken] };
}
const noIdToken = (words) => words.refusals.noIdToken;
const unsafeIdTokenUrl = (words) => words.refusals.unsafeIdTokenUrl;
/** Gets an id token from GitHub, which lives for a few minutes. The client's own limits apply, unlike those of getIDToken. */
async function idToken(client, { url, requestToken }, audience, addSecret, signal) {
    if (!url || !requestToken || !URL.canParse(url)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI(words => words.refusals.noIdTokenToGet, {
            kind: 'denied',
            party: 'github',
            explanation: noIdToken
        });
    }
    const address = new URL(url);
    if (!(0,_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .isSafe */ .IP)(address)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI(words => words.refusals.unsafeAddress, {
            kind: 'denied',
            party: 'github',
            explanation: unsafeIdTokenUrl
        });
    }
    address.searchParams.set('audience', audience);
    const form = {
        party: 'github',
        codes: {},
        issuesSecrets: true,
        read: body => {
            const token = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .theAnswer */ .Im)(body), 'value');
            addSecret(token);
            return token;
        }
    };
    try {
        return (await client({ url: address, headers: { authorization: `Bearer ${requestToken}` } }, form, signal)).value;
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .GI ? (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .asCredentialError */ .sG)(error, noIdToken) : error;
    }
}
/** The claims that a trust policy compares, for the message when it refuses. Never the token itself. */
function describeClaims(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(claims))
            return words => words.refusals.noClaims;
        return ({ refusals }) => {
            const claim = (name) => [(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(claims, name) ?? refusals.noClaim].flat().join(' ');
            return refusals.claims(claim('iss'), claim('aud'), claim('sub'));
        };
    }
    catch {
        return words => words.refusals.noClaims;
    }
}


/***/ }),

/***/ 3203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ explainRefusal),
/* harmony export */   LI: () => (/* binding */ explainDenial),
/* harmony export */   __: () => (/* binding */ notTheTask),
/* harmony export */   sG: () => (/* binding */ asCredentialError),
/* harmony export */   wk: () => (/* binding */ denied)
/* harmony export */ });
/* unused harmony export refusals */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _gateway_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1027);


/** The first row that matches counts. */
const refusals = [
    ...Object.entries(_gateway_js__WEBPACK_IMPORTED_MODULE_1__/* .gatewayCodes */ .x_).flatMap(([code, own]) => (own.refusals ?? []).map(refusal => ({ code, ...refusal }))),
    { code: 'IAM.0066', says: words => words.refusals.expiredToken, mayBeEnd: true },
    { code: 'IAM.0067', says: words => words.refusals.invalidToken, mayBeEnd: true },
    { code: 'IAM.0061', says: words => words.refusals.lockedAccount },
    { code: 'IAM.0062', says: words => words.refusals.wrongPassword },
    { code: 'IAM.0001', says: words => words.refusals.notAccepted, mayBeEnd: true },
    { code: 'IAM.0002', says: words => words.refusals.notAuthorized },
    { code: 'IAM.0003', says: words => words.refusals.noPolicy },
    { code: 'IAM.0080', says: words => words.refusals.disabledUser },
    { code: 'IAM.0081', says: words => words.refusals.consoleOnly },
    { code: 'CBC.0150', says: words => words.refusals.otherSite },
    { code: 'STS5.1001', says: words => words.refusals.trustPolicy },
    { code: 'STS5.2001', says: words => words.refusals.audience, fixIsComplete: true }
];
const byStatus = {
    401: {
        says: words => words.refusals.unauthenticated,
        mayBeEnd: true
    },
    403: {
        says: words => words.refusals.forbidden
    }
};
const permission = {
    says: words => words.refusals.permission
};
function explainRefusal({ code, text, status = 0, unauthenticated }) {
    const gatewayCode = (0,_gateway_js__WEBPACK_IMPORTED_MODULE_1__/* .gatewayNumber */ ._8)(code);
    const known = refusals.find(row => (row.code === code || row.code === gatewayCode) && (!row.text || row.text.test(text ?? '')));
    return known ?? byStatus[unauthenticated ? 401 : status] ?? permission;
}
/** What is said of credentials that worked earlier in the step. */
const ends = {
    token: words => words.refusals.tokenEnded,
    'access-key': words => words.refusals.keysEnded,
    password: words => words.refusals.renewedInVain,
    'oidc-agency': words => words.refusals.renewedInVain,
    'oidc-federation': words => words.refusals.renewedInVain,
    'ecs-agency': words => words.refusals.renewedInVain
};
/** Why access is denied and what helps, where `hasSeen` says whether the task was read before, with these credentials. */
function explainDenial(failure, kind, hasSeen) {
    const { party = 'service', workedBefore } = failure;
    const refusal = failure.explanation ?? explainRefusal(failure).says;
    if (party === 'service') {
        if (workedBefore && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfCredentials */ .SD)(failure) && explainRefusal(failure).mayBeEnd)
            return ends[kind];
        return hasSeen && !(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfCredentials */ .SD)(failure) ? words => words.refusals.permissionEnded(refusal(words)) : refusal;
    }
    if (!workedBefore)
        return refusal;
    return words => (party === 'github' ? words.refusals.idTokensEnded : words.refusals.changedSince(refusal(words)));
}
/**
 * A failure to get credentials, as the wait should take it: an answer of IAM or STS that is final means that access is
 * denied, never that the task is not found.
 */
function asCredentialError(error, explanation) {
    const { failure } = error;
    const { kind, status = 0, code } = failure;
    if (kind === 'denied' && failure.isPage) {
        return denied(error, words => words.refusals.pageAtLogIn(explanation(words)));
    }
    const isRefusal = kind === 'denied' || kind === 'not-found' || kind === 'rejected';
    // A page instead of an API's answer, or a redirect, comes from a wrong address.
    const isElsewhere = (status >= 300 && status < 400) ||
        status === 511 ||
        ((status === 404 || status === 405) && code === undefined && failure.text === undefined);
    if (!isRefusal || status === 0 || isElsewhere || (0,_gateway_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknownApi */ .d5)(code))
        return notTheTask(error);
    const known = refusals.find(row => row.code === code);
    if (!known)
        return denied(error, explanation);
    return denied(error, words => words.refusals.both(known.says(words), explanation(words), known.fixIsComplete === true));
}
function denied(error, explanation) {
    return error.with({ kind: 'denied', explanation });
}
/** IAM and STS know nothing of tasks: what they do not find is a wrong address. */
function notTheTask(error) {
    return error.failure.kind === 'not-found' ? error.with({ kind: 'rejected' }) : error;
}


/***/ }),

/***/ 1053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  systemClock: () => (/* binding */ systemClock),
  within: () => (/* binding */ within)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
;// CONCATENATED MODULE: ./build/src/clock.js


const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal }).catch(() => undefined)
};
/** Nobody reads it: without a reason, each signal makes an error with a stack of calls. */
const over = 'over';
/** What comes of the work, whose signal aborts when its time is over. */
async function within(limitMs, clock, signal, work) {
    const own = new AbortController();
    const stop = () => own.abort(signal.reason);
    if (signal.aborted)
        stop();
    signal.addEventListener('abort', stop, { once: true });
    clock.sleep(Math.max(0, limitMs), own.signal).then(() => {
        if (!own.signal.aborted)
            own.abort(new errors/* RequestError */.GI(words => words.answer.tooLate, { kind: 'transient' }));
    });
    try {
        return await work(own.signal);
    }
    finally {
        own.abort(over);
        signal.removeEventListener('abort', stop);
    }
}


/***/ }),

/***/ 2297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ hourMs),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   J2: () => (/* binding */ minuteMs),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fj: () => (/* binding */ secondMs)
/* harmony export */ });
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const form = /^(?:(?<plain>\d{1,9})|(?=\d)(?:(?<hours>\d{1,9})h)?(?:(?<minutes>\d{1,9})m)?(?:(?<seconds>\d{1,9})s)?)$/;
/** Reads `90` (seconds), `90s`, `15m`, `1h30m` as milliseconds; `undefined` for anything else. */
function parseDuration(text) {
    const parts = form.exec(text)?.groups;
    if (!parts)
        return undefined;
    const [plain, hours, minutes, seconds] = [parts.plain, parts.hours, parts.minutes, parts.seconds].map(part => Number(part ?? 0));
    return (plain + seconds) * secondMs + minutes * minuteMs + hours * hourMs;
}
/** Whole seconds as `1h 02m 05s`, `4m 05s` or `12s`. */
function formatDuration(ms) {
    const total = Math.max(0, Math.round(ms / 1000));
    const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
    const padded = (value) => String(value).padStart(2, '0');
    if (hours > 0)
        return `${hours}h ${padded(minutes)}m ${padded(seconds)}s`;
    return minutes > 0 ? `${minutes}m ${padded(seconds)}s` : `${seconds}s`;
}


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   GI: () => (/* binding */ RequestError),
/* harmony export */   Gd: () => (/* binding */ InternalError),
/* harmony export */   SD: () => (/* binding */ isOfCredentials),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   iz: () => (/* binding */ showsAcceptance),
/* harmony export */   kP: () => (/* binding */ TaskNotListed),
/* harmony export */   ol: () => (/* binding */ MalformedAnswer)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(706);
/* harmony import */ var _words_en_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6112);


/** The workflow gave something that cannot be used. Carries every problem found, each naming its input. */
class InputError extends Error {
    name = 'InputError';
    problems;
    /** What an input takes, where that is too long to stand with its problem. */
    choices;
    /** What to look at before anything is corrected. */
    questions;
    constructor(problems, choices = [], questions = []) {
        super();
        this.problems = problems;
        this.choices = choices;
        this.questions = questions;
    }
    /** In English, put together only where it is asked for. */
    get message() {
        return [...this.problems, ...this.questions, ...this.choices].map(message => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(message, _words_en_js__WEBPACK_IMPORTED_MODULE_0__.en)).join(' ');
    }
}
/**
 * Whether a refusal is one of the credentials, by its code or as HTTP 401, which meets every other request as well. Any
 * other means a permission that is missing.
 */
function isOfCredentials({ status, unauthenticated }) {
    return status === 401 || unauthenticated === true;
}
/** Whether a service that answers like this has let the request in. A page says nothing of it. */
function showsAcceptance({ kind, isPage }) {
    return !isPage && (kind === 'not-found' || kind === 'rejected' || kind === 'malformed');
}
/** A request that brought no usable answer: in one clause, without the service's code, text and request id. */
class RequestError extends Error {
    name = 'RequestError';
    /** The message in any language; `message` is English. */
    what;
    failure;
    constructor(what, failure, options) {
        super((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(what, _words_en_js__WEBPACK_IMPORTED_MODULE_0__.en), options);
        this.what = what;
        this.failure = failure;
    }
    /** The same, with more that is known of the failure. */
    with(more) {
        return new RequestError(this.what, { ...this.failure, ...more }, { cause: this.cause ?? this });
    }
}
/** An answer whose JSON does not have the form that the API promises. */
class MalformedAnswer extends Error {
    name = 'MalformedAnswer';
    /** The message in any language; `message` is English. */
    what;
    constructor(what, options) {
        super((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(what, _words_en_js__WEBPACK_IMPORTED_MODULE_0__.en), options);
        this.what = what;
    }
}
/** A list came, as the API promises, and the task is not in it. */
class TaskNotListed extends Error {
    name = 'TaskNotListed';
    /** Nothing else is in it either, and its own count says so. */
    isEmpty;
    constructor({ isEmpty = false } = {}) {
        super();
        this.isEmpty = isEmpty;
    }
}
/** What ended the step although nothing in the workflow or the cloud is wrong with it. */
class InternalError extends Error {
    name = 'InternalError';
    /** The message in any language; `message` is English. */
    what;
    constructor(what) {
        super((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(what, _words_en_js__WEBPACK_IMPORTED_MODULE_0__.en));
        this.what = what;
    }
}
/** What was thrown, in words: those of the action in each language, others as they came. */
function wordsOf(error) {
    const hasWords = error instanceof RequestError || error instanceof MalformedAnswer || error instanceof InternalError;
    if (hasWords)
        return error.what;
    return messageOf(error);
}
/** The code of an error of Node or the system, such as `ECONNRESET`. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null)
        return undefined;
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    // With several addresses Node gathers the errors of all of them.
    return 'errors' in error && Array.isArray(error.errors) ? errorCode(error.errors[0]) : undefined;
}
/** The message of what was thrown, as it came. */
function messageOf(error) {
    return error instanceof Error ? error.message.trim() : String(error);
}


/***/ }),

/***/ 1027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _8: () => (/* binding */ gatewayNumber),
/* harmony export */   d5: () => (/* binding */ isUnknownApi),
/* harmony export */   oz: () => (/* binding */ isWrongSignature),
/* harmony export */   qG: () => (/* binding */ isUnknownKey),
/* harmony export */   x_: () => (/* binding */ gatewayCodes)
/* harmony export */ });
const unknownKey = /not exist|get secretkey failed/i;
const wrongSignature = /verify aksk signature fail/i;
const locked = /failed to reach the limit/i;
/** The numbers of the API gateway that mean the same under each HTTP status; the others are judged by the status. */
const gatewayCodes = {
    '0101': { meaning: 'rejected' },
    '0103': { meaning: 'rejected' },
    '0104': { meaning: 'rejected' },
    '0105': { meaning: 'rejected' },
    '0202': { meaning: 'transient' },
    '0203': { meaning: 'transient' },
    '0301': {
        meaning: 'unauthenticated',
        refusals: [
            {
                text: /signature expired/i,
                says: words => words.refusals.clock
            },
            {
                text: wrongSignature,
                says: words => words.refusals.wrongSecret
            },
            {
                text: unknownKey,
                says: words => words.refusals.unknownKey,
                mayBeEnd: true
            },
            {
                text: locked,
                says: words => words.refusals.lockedKey
            },
            {
                text: /decrypt token fail/i,
                says: words => words.refusals.cutToken,
                mayBeEnd: true
            },
            {
                text: /token expires/i,
                says: words => words.refusals.expiredToken,
                mayBeEnd: true
            },
            {
                says: words => words.refusals.gatewayCredentials,
                mayBeEnd: true
            }
        ]
    },
    '0302': { meaning: 'denied' },
    '0303': {
        meaning: 'unauthenticated',
        refusals: [
            {
                says: words => words.refusals.otherAuthentication
            }
        ]
    },
    '0304': { meaning: 'denied' },
    '0305': {
        meaning: 'unauthenticated',
        refusals: [
            {
                says: words => words.refusals.otherAuthentication
            }
        ]
    },
    '0306': { meaning: 'denied' },
    '0307': {
        meaning: 'unauthenticated',
        refusals: [
            {
                says: words => words.refusals.foreignToken,
                mayBeEnd: true
            }
        ]
    },
    '0308': { meaning: 'throttled' },
    '0310': { meaning: 'denied' },
    '0401': { meaning: 'denied' },
    '0402': { meaning: 'denied' },
    '0403': { meaning: 'denied' },
    '0404': { meaning: 'denied' },
    '0405': { meaning: 'denied' },
    '0501': { meaning: 'rejected' },
    '0502': { meaning: 'rejected' },
    '0601': { meaning: 'transient' },
    '0605': { meaning: 'transient' },
    '0606': { meaning: 'transient' },
    '0608': { meaning: 'transient' },
    '0610': { meaning: 'transient' },
    '0613': { meaning: 'transient' },
    '0802': {
        meaning: 'denied',
        refusals: [{ says: words => words.refusals.disabledInRegion }]
    }
};
/** The number in a code of the API gateway (`APIGW.0301` → `0301`); absent for the codes of services. */
function gatewayNumber(code) {
    return /^API(?:GW|G|C)\.(\d{4})$/.exec(code ?? '')?.[1];
}
/** Whether the gateway has no such API at this address. */
function isUnknownApi(code) {
    return gatewayNumber(code) === '0101';
}
/** Whether the gateway does not know the access key. */
function isUnknownKey({ code, text }) {
    return gatewayNumber(code) === '0301' && unknownKey.test(text ?? '');
}
/** Whether the secret key does not fit, which locks the access key for some minutes when it happens five times. */
function isWrongSignature({ code, text }) {
    return gatewayNumber(code) === '0301' && (wrongSignature.test(text ?? '') || locked.test(text ?? ''));
}


/***/ }),

/***/ 2082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  hH: () => (/* binding */ cloudOf),
  X5: () => (/* binding */ endpointOf),
  Ro: () => (/* binding */ fallbackSts),
  OV: () => (/* binding */ globalEndpointOf),
  EL: () => (/* binding */ globalHostsOf),
  TU: () => (/* binding */ homeCloud),
  PP: () => (/* binding */ hostsOf),
  c4: () => (/* binding */ iam),
  IL: () => (/* binding */ iamOfNoRegion),
  IP: () => (/* binding */ isSafe),
  px: () => (/* binding */ sts),
  Nq: () => (/* binding */ stsOfNoRegion)
});

// EXTERNAL MODULE: ./build/src/loopback.js
var loopback = __nccwpck_require__(4144);
// EXTERNAL MODULE: ./build/src/nearest.js
var nearest = __nccwpck_require__(7707);
;// CONCATENATED MODULE: ./build/src/sdk-hosts.js
/** Made by scripts/sdk-hosts.py of version 3.1.219 of the vendor's SDK for Python: regions by the first label of the host, or by all of it. */
const sdkHosts = {
    // Left out, for its form is another one: eu-west-101 https://aos.myhuaweicloud.eu
    'aos.v1': {
        rfs: 'af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-3 cn-east-4 cn-east-5 cn-north-11 cn-north-12 cn-north-4 cn-north-9 cn-south-1 cn-southwest-2 cn-southwest-3 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 sa-brazil-1 tr-west-1'
    },
    'bms.v1': {
        bms: 'af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'bss.v2': { 'bss.myhuaweicloud.com': 'cn-north-1' },
    'bssintl.v2': { 'bss-intl.myhuaweicloud.com': 'ap-southeast-1', 'bss.myhuaweicloud.eu': 'eu-west-101' },
    'cae.v1': { cae: 'af-south-1 ap-southeast-3 cn-east-3 cn-north-4 cn-south-1 la-north-2 me-east-1 tr-west-1' },
    'cbr.v1': {
        cbr: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'cce.v3': {
        cce: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'cdn.v2': { 'cdn.myhuaweicloud.com': 'ap-southeast-1 cn-north-1', 'cdn.myhuaweicloud.eu': 'eu-west-101' },
    'coc.v1': {
        'coc-eu-west-101-open-api.myhuaweicloud.eu': 'eu-west-101',
        'coc-intl.myhuaweicloud.com': 'ap-southeast-3',
        'coc.myhuaweicloud.com': 'cn-north-4'
    },
    'codeartsbuild.v3': {
        'cloudbuild-ext': 'ap-southeast-3 cn-east-2 cn-east-3 cn-north-1 cn-north-4 cn-south-1 cn-south-2 cn-southwest-2 la-north-2 la-south-2 sa-brazil-1 tr-west-1'
    },
    'codeartscheck.v2': {
        'codearts-check': 'ap-southeast-3 cn-east-2 cn-east-3 cn-north-1 cn-north-4 cn-south-1 la-north-2 sa-brazil-1'
    },
    'codeartsdeploy.v2': {
        'codearts-deploy': 'ap-southeast-3 cn-east-2 cn-east-3 cn-north-1 cn-north-4 cn-south-1 la-north-2 sa-brazil-1 tr-west-1'
    },
    'codeartspipeline.v2': {
        'cloudpipeline-ext': 'ap-southeast-3 cn-east-2 cn-east-3 cn-north-1 cn-north-4 cn-south-1 cn-south-2 cn-southwest-2 la-north-2 sa-brazil-1',
        pipeline: 'af-north-1 af-south-1 me-east-1',
        'pipeline-external': 'la-south-2 tr-west-1'
    },
    'css.v1': {
        css: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-3 cn-east-4 cn-east-5 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1',
        es: 'cn-east-2 cn-north-1'
    },
    'dcs.v2': {
        dcs: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'dds.v3': {
        dds: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'dgc.v1': {
        dayu: 'cn-east-4',
        'dayu-dlf': 'ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-north-1 cn-north-11 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'dli.v1': {
        dli: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    // Left out, for its form is another one: ap-southeast-4 https://dws.ap-southeast-4.myhuaweicloud.cn
    // Left out, for its form is another one: cn-east-4 https://dws.cn-east-4.myhuaweicloud.cn
    // Left out, for its form is another one: cn-north-12 https://dws.cn-north-12.myhuaweicloud.cn
    // Left out, for its form is another one: cn-south-4 https://dws.cn-south-4.myhuaweicloud.cn
    // Left out, for its form is another one: tr-west-1 https://dws.tr-west-1.myhuaweicloud.cn
    'dws.v2': {
        dws: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-5 cn-east-2 cn-east-3 cn-east-5 cn-north-1 cn-north-11 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1'
    },
    'ecs.v2': {
        ecs: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'eip.v2': {
        vpc: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'elb.v3': {
        elb: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'evs.v2': {
        evs: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'functiongraph.v2': {
        functiongraph: 'ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-north-1 cn-north-11 cn-north-4 cn-north-9 cn-south-1 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'gaussdb.v3': {
        gaussdb: 'ap-southeast-3 ap-southeast-4 cn-east-3 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-4 cn-southwest-2 ru-northwest-2 sa-brazil-1',
        'gaussdb-mysql': 'af-south-1 cn-east-5 cn-southwest-3 la-north-2',
        gaussdbformysql: 'ap-southeast-1 ap-southeast-2 cn-north-11 me-east-1 tr-west-1'
    },
    'gaussdbfornosql.v3': {
        'gaussdb-nosql': 'af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-north-1 cn-north-11 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'gaussdbforopengauss.v3': {
        gaussdb: 'af-north-1 ap-southeast-5 cn-east-2 cn-east-4 cn-east-5 cn-north-12 me-east-1 tr-west-1',
        'gaussdb-opengauss': 'af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-3 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 la-north-2 la-south-2 ru-northwest-2 sa-brazil-1'
    },
    'iam.v3': {
        iam: 'ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'ims.v2': {
        ims: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'kafka.v2': {
        dms: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    // Left out, for its form is another one: ap-southeast-1 https://modelarts.ap-southeast-1.myhuaweicloud.cn
    'modelarts.v1': {
        modelarts: 'af-north-1 af-south-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-3 cn-east-4 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-southwest-2 cn-southwest-3 la-north-2 la-south-2 me-east-1 sa-brazil-1 tr-west-1'
    },
    // Left out, for its form is another one: ap-southeast-1 https://mrs.ap-southeast-1.myhuaweicloud.cn
    // Left out, for its form is another one: ap-southeast-4 https://mrs.ap-southeast-4.myhuaweicloud.cn
    // Left out, for its form is another one: ru-northwest-2 https://mrs.ru-northwest-2.myhuaweicloud.cn
    'mrs.v1': {
        mrs: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-2 ap-southeast-3 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    // Left out, for its form is another one: ap-southeast-1 https://mrs.ap-southeast-1.myhuaweicloud.cn
    // Left out, for its form is another one: ap-southeast-4 https://mrs.ap-southeast-4.myhuaweicloud.cn
    // Left out, for its form is another one: ru-northwest-2 https://mrs.ru-northwest-2.myhuaweicloud.cn
    'mrs.v2': {
        mrs: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-2 ap-southeast-3 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'rabbitmq.v2': {
        dms: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'rds.v3': {
        rds: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'rocketmq.v2': {
        dms: 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1'
    },
    'servicestage.v3': {
        servicestage: 'af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-east-4 cn-north-1 cn-north-12 cn-north-4 cn-north-9 cn-south-1 cn-south-4 cn-southwest-2 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'sfsturbo.v1': {
        'sfs-turbo': 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1'
    },
    'sms.v3': { sms: 'ap-southeast-3 cn-north-4 my-kualalumpur-1', 'sms-api': 'ru-moscow-1' },
    'sts.v1': {
        sts: 'af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-3 cn-north-4 cn-south-1 cn-southwest-2 la-south-2 sa-brazil-1 tr-west-1'
    },
    'swr.v2': {
        'swr-api': 'ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 sa-peru-1 tr-west-1'
    }
};

// EXTERNAL MODULE: ./build/src/text.js
var src_text = __nccwpck_require__(706);
;// CONCATENATED MODULE: ./build/src/hosts.js




/**
 * The hosts of a client of the vendor's SDK, with corrections by hand, each with its source: `more` regions, which come
 * before those of the SDK, and regions `without` a host. Looked up when asked for.
 */
function hostsOf(client, { more = {}, without = '', usual } = {}) {
    const isLeftOut = (region) => without.split(' ').includes(region);
    const labels = () => [more, sdkHosts[client] ?? {}].flatMap(table => Object.entries(table).map(([label, regions]) => [label, regions.split(' ')]));
    return {
        byRegion: region => (isLeftOut(region) ? undefined : labels().find(([, regions]) => regions.includes(region))?.[0]),
        regions: () => labels().flatMap(([, regions]) => regions.filter(region => !isLeftOut(region))),
        ...(usual !== undefined && { usual })
    };
}
/** The hosts without a region of clients of the vendor's SDK. */
function globalHostsOf(...clients) {
    const tables = clients.map(client => sdkHosts[client]);
    return { byRegion: () => undefined, global: Object.assign({}, ...tables) };
}
const huaweiCloudRegions = new Set(`ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2
   cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-north-12 cn-south-1
   cn-northeast-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 la-north-2 la-south-2 me-east-1 my-kualalumpur-1
   na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 sa-peru-1 tr-central-201 tr-west-1`.split(/\s+/));
/** The cloud of a service without regions, where nothing else is said. */
const homeCloud = 'myhuaweicloud.com';
const openTelekomCloudRegions = new Set(['eu-de', 'eu-nl']);
const [otc, european, international] = ['otc.t-systems.com', 'myhuaweicloud.eu', homeCloud];
const clouds = new Set([otc, european, international]);
/** The domain of the cloud that a region belongs to; `undefined` for a region that no source names. */
function cloudOf(region) {
    if (openTelekomCloudRegions.has(region))
        return otc;
    if (/^eu-west-1\d\d$/.test(region))
        return european;
    return huaweiCloudRegions.has(region) ? international : undefined;
}
function partOfWorld(region) {
    return region.split('-', 1)[0];
}
/**
 * The host in a region, or a problem that asks for the input which is missing. The region and cloud that a person names
 * together are taken at their word for a service that has one name everywhere.
 */
function endpointOf(addressee, region, cloud) {
    const { title, hosts, alone, input = 'endpoint' } = addressee;
    const knownCloud = cloudOf(region);
    const domain = cloud ?? knownCloud ?? (alone?.region === region ? alone.cloud : undefined);
    if (domain === undefined) {
        // Of the same part of the world: other clouds have regions with names like these.
        const candidates = [...openTelekomCloudRegions, ...huaweiCloudRegions].filter(candidate => partOfWorld(candidate) === partOfWorld(region));
        const [near] = (0,nearest/* nearest */.p)(region, candidates, 1);
        return {
            problem: words => words.hosts.unknownRegion(region, near, input, (0,src_text/* textIn */.r7)(title, words.language))
        };
    }
    if (hosts.global)
        return globalEndpointOf(addressee, region, domain);
    const label = hosts.byRegion(region) ?? (knownCloud === undefined ? hosts.usual : undefined);
    if (label === undefined) {
        return {
            problem: ({ hosts: { noHost }, language }) => noHost(region, (0,src_text/* textIn */.r7)(title, language), { ...elsewhere(hosts, region, domain), domain, input })
        };
    }
    return {
        url: `https://${label}.${region}.${domain}`,
        origin: words => (cloud === undefined ? words.hosts.fromRegion(region) : words.hosts.fromBoth(region, cloud))
    };
}
/**
 * The host of a service without regions. Where a cloud has two sites, a Chinese and an international one, each with a
 * host of its own, that of the site that runs the region; without a region, the Chinese one.
 */
function globalEndpointOf({ title, hosts: { global = {} }, input = 'endpoint' }, region, cloud = homeCloud) {
    const isChinese = (name = 'cn') => name.startsWith('cn');
    const inCloud = Object.entries(global).filter(([host]) => host.endsWith(`.${cloud}`));
    const ofSite = inCloud.find(([, regions]) => regions.split(' ').some(name => isChinese(name) === isChinese(region)));
    const [host] = ofSite ?? inCloud[0] ?? [];
    if (host === undefined) {
        return {
            problem: words => {
                const name = (0,src_text/* textIn */.r7)(title, words.language);
                return region === undefined
                    ? words.hosts.noGlobalHost(name, cloud, input)
                    : words.hosts.noGlobalHostOfRegion(region, name, cloud, input);
            }
        };
    }
    return { url: `https://${host}`, origin: words => words.hosts.forAllRegions((0,src_text/* textIn */.r7)(title, words.language), cloud) };
}
const maxNamed = 6;
/** The regions of the same cloud in which there is a known host, those of the same part of the world first. */
function elsewhere({ regions }, region, domain) {
    const isNear = (other) => partOfWorld(other) === partOfWorld(region);
    const own = (regions?.() ?? [])
        .filter(other => cloudOf(other) === domain)
        .sort((a, b) => Number(isNear(b)) - Number(isNear(a)) || a.localeCompare(b));
    const known = own.slice(0, maxNamed);
    return { known, more: own.length - known.length, isNowhere: own.length === 0 && clouds.has(domain) };
}
/** Beside the SDK's regions that of Dalian (the vendor's list of IAM's hosts) and those of Open Telekom Cloud, the Swiss one among them. */
const iam = {
    title: 'IAM',
    input: 'iam-endpoint',
    hosts: hostsOf('iam.v3', { more: { iam: 'cn-northeast-1 eu-de eu-nl', 'iam-pub': 'eu-ch2' }, usual: 'iam' }),
    alone: { region: 'eu-ch2', cloud: 'sc.otc.t-systems.com' }
};
/** No source has this API on the European cloud or on Open Telekom Cloud. */
const sts = { title: 'STS', input: 'sts-endpoint', hosts: hostsOf('sts.v1') };
/** What the SDKs take where no region is given. */
const iamOfNoRegion = {
    ...iam,
    hosts: { byRegion: () => undefined, global: { 'iam.myhuaweicloud.com': '' } }
};
const stsOfNoRegion = {
    ...sts,
    hosts: { byRegion: () => undefined, global: { 'sts.cn-north-4.myhuaweicloud.com': '' } }
};
/** Where a region of Huawei Cloud has no STS, that of any other will do (usermanual-iam5, iam_01_1237); the SDKs take this one. */
const fallbackSts = { region: 'cn-north-4', cloud: homeCloud };
/** Whether secrets may be sent there: over TLS, or to this machine. */
function isSafe({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && (0,loopback/* isLoopback */.U)(hostname));
}


/***/ }),

/***/ 6522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ proxyProblems),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   iJ: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(706);
/* harmony import */ var _words_en_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6112);




/** As curl and others do: lower case first, and the variable for all schemes last. */
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
const exceptionVariables = ['no_proxy', 'NO_PROXY'];
/** Not used here, but a password in them is a secret as well. */
const otherVariables = ['http_proxy', 'HTTP_PROXY'];
/** The proxy for this address. Throws where its variable cannot be read, which `proxyProblems` has reported before. */
function proxyFor(url, environment) {
    const setting = settingFor(url, environment);
    if (setting === undefined)
        return undefined;
    const { variable, value } = setting;
    const proxy = readProxy(value);
    if ('problem' in proxy)
        throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .inWords */ .r4)(proxy.problem(variable), _words_en_js__WEBPACK_IMPORTED_MODULE_1__.en)}.`);
    return { variable, url: proxy.url, authorization: authorizationOf(proxy.url) };
}
function settingFor(url, environment) {
    // Without TLS nothing but the machine itself is asked.
    if (url.protocol !== 'https:' || isOwnMachine(url))
        return undefined;
    const exceptions = firstSet(exceptionVariables, environment);
    return exceptions !== undefined && isException(url, exceptions.value)
        ? undefined
        : firstSet(proxyVariables, environment);
}
/**
 * What keeps requests to these addresses from going through their proxy, a sentence for each variable. It shows no value. What
 * is no address has its problem elsewhere.
 */
function proxyProblems(urls, environment) {
    const problems = urls
        .flatMap(url => (url !== undefined && URL.canParse(url) ? [new URL(url)] : []))
        .flatMap(url => {
        const setting = settingFor(url, environment);
        if (setting === undefined)
            return [];
        const { variable, value } = setting;
        const proxy = readProxy(value);
        if (!('problem' in proxy))
            return [];
        const problem = proxy.problem(variable);
        const message = words => words.proxy.problem((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .inWords */ .r4)(problem, words), url.hostname);
        return [[variable, message]];
    });
    return [...new Map(problems).values()];
}
/** Passwords of proxies, in the forms in which they may appear. */
function proxySecrets(environment) {
    return [...proxyVariables, ...otherVariables].flatMap(variable => {
        const value = environment[variable]?.trim() ?? '';
        // Less is rather a setting's word than a key.
        const inQuery = [...new URLSearchParams(/\?([^#]*)/.exec(value)?.[1]).values()].filter(({ length }) => length >= 8);
        const at = value.lastIndexOf('@');
        if (at === -1)
            return inQuery;
        const userInfo = value.slice(0, at).replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
        const [user = '', ...rest] = userInfo.split(':');
        const behindUser = rest.join(':');
        // A token can stand alone, before or instead of a password.
        const password = ['', 'x-oauth-basic'].includes(behindUser) ? user : behindUser;
        const proxy = readProxy(value);
        const authorization = 'url' in proxy ? authorizationOf(proxy.url) : undefined;
        return [...new Set([password, decoded(password), authorization?.slice('Basic '.length) ?? '', ...inQuery])].filter(Boolean);
    });
}
function firstSet(names, environment) {
    return names
        .map(variable => ({ variable, value: environment[variable]?.trim() ?? '' }))
        .find(({ value }) => value !== '');
}
/** The problem is of the variable that it is given. */
function readProxy(value) {
    if (/^socks/i.test(value) && value.includes('://')) {
        return { problem: variable => words => words.proxy.socks(variable) };
    }
    const unreadable = { problem: (variable) => (words) => words.proxy.unreadable(variable) };
    const text = value.includes('://') ? value : `http://${value}`;
    // A typing error such as "http:/proxy" would make a host of the scheme.
    if (/[\s\\]|^https?:(?!\/\/)/i.test(value) || !URL.canParse(text))
        return unreadable;
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return unreadable;
    // Where a password has a slash in it, the rest of it is taken for a path.
    return /@/.test(url.pathname + url.search + url.hash) ? unreadable : { url };
}
function authorizationOf({ username, password }) {
    if (username === '' && password === '')
        return undefined;
    return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** The link-local addresses of a machine's own metadata mean nothing to a proxy, which would ask its own. */
function isOwnMachine({ hostname }) {
    return (0,_loopback_js__WEBPACK_IMPORTED_MODULE_3__/* .isLoopback */ .U)(hostname) || /^169\.254(\.\d+){2}$/.test(hostname);
}
/** Whether NO_PROXY names the address: by its domain, its host, its IP address, a network, each also with a port. */
function isException(url, list) {
    const host = bareName(url.hostname);
    const port = url.port || '443';
    return list
        .toLowerCase()
        .split(/[\s,]/)
        .some(item => {
        if (item === '*')
            return true;
        // Of an IPv6 address only brackets show where the port begins.
        const text = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(item) === 6 ? `[${item}]` : item;
        const itemPort = /:(\d+)$/.exec(text)?.[1] ?? port;
        if (Number(itemPort) !== Number(port))
            return false;
        const name = bareName(text.replace(/:\d+$/, ''));
        if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0)
            return isInNetwork(host, name);
        const domain = name.replace(/^\*?\.?/, '');
        return host === domain || host.endsWith(`.${domain}`);
    });
}
/** Without the brackets of an IPv6 address, and without the dot at the end of a whole name. */
function bareName(name) {
    return name.replace(/^\[|\]$|\.$/g, '');
}
/** An address is a network of its own. */
function isInNetwork(host, network) {
    const [address = '', bits, ...more] = network.replace(/[[\]]/g, '').split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
    const longest = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 0 || prefix < 0 || prefix > longest || more.length > 0)
        return false;
    const networks = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    networks.addSubnet(address, prefix, family);
    return networks.check(host, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 6 ? 'ipv6' : 'ipv4');
}


/***/ }),

/***/ 9778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  TransportError: () => (/* binding */ TransportError),
  createTransport: () => (/* binding */ createTransport)
});

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(9338);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/text.js
var src_text = __nccwpck_require__(706);
// EXTERNAL MODULE: ./build/src/words/en.js
var en = __nccwpck_require__(6112);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./build/src/http/body.js

/** Loaded with the first coded body: none is asked for, and loading takes time that each step would pay. */
async function loadDecoders() {
    const { brotliDecompress, gunzip, inflate, inflateRaw } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    // With `info` they give more than their types say.
    const gzip = (0,external_node_util_namespaceObject.promisify)(gunzip);
    const wrapped = (0,external_node_util_namespaceObject.promisify)(inflate);
    const bare = (0,external_node_util_namespaceObject.promisify)(inflateRaw);
    return {
        gzip,
        'x-gzip': gzip,
        br: (0,external_node_util_namespaceObject.promisify)(brotliDecompress),
        // Some servers leave out the wrapper, whose first two bytes are a multiple of 31.
        deflate: (bytes, options) => {
            const [first = 0, second = 0] = bytes;
            return ((first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? wrapped : bare)(bytes, options);
        }
    };
}
/** Codings that change nothing, the last two by mistake. */
const noCodings = new Set(['', 'identity', 'none', 'utf-8']);
const maxCodings = 3;
/** Undoes the codings, the last one first; none may give more than `maxBytes`, else `too-large`. */
async function decodeBody(bytes, contentEncoding, maxBytes) {
    const codings = contentEncoding
        .toLowerCase()
        .split(',', maxCodings + 1)
        .map(coding => coding.trim())
        .filter(coding => !noCodings.has(coding));
    if (bytes.length === 0 || codings.length === 0)
        return bytes;
    const decoders = await loadDecoders();
    let decoded = bytes;
    for (const coding of codings.reverse()) {
        const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
        if (!decoder || codings.length > maxCodings)
            return { problem: words => words.answer.wrongCompression };
        const problem = words => words.answer.compression(coding);
        try {
            const { buffer, engine } = await decoder(decoded, { maxOutputLength: maxBytes, info: true });
            // What stands behind the end is not unpacked, and zeros alone are no more than padding.
            if (decoded.subarray(engine.bytesWritten).some(byte => byte !== 0))
                return { problem };
            decoded = buffer;
        }
        catch (error) {
            return error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : { problem };
        }
    }
    return decoded;
}
/** UTF-8 where the bytes are that, else what the answer declares. */
function bodyText(bytes, contentType) {
    const charset = /charset\s*=\s*["']?([^\s;"',]+)/i.exec(contentType)?.[1];
    const mark = bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
            ? 'utf-16be'
            : undefined;
    // In UTF-16, ASCII is UTF-8 too, with a zero after each letter.
    const candidates = [mark, /^utf-16/i.test(charset ?? '') ? charset : 'utf-8', charset];
    for (const candidate of candidates) {
        const text = candidate === undefined ? undefined : decodedAs(candidate, bytes);
        if (text !== undefined)
            return { text };
    }
    return {
        text: Buffer.from(bytes)
            .toString()
            .replace(/[^\0-\x7f]+/g, '?'),
        problem: ({ answer }) => charset === undefined || /^utf-?8$/i.test(charset)
            ? answer.notUtf8
            : answer.charset(/^[\w.-]{1,20}$/.test(charset) ? charset : undefined)
    };
}
function decodedAs(charset, bytes) {
    try {
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: ./build/src/loopback.js
var loopback = __nccwpck_require__(4144);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./build/src/http/tunnel.js




/** No tunnel came about: the proxy could not be reached (`cause`), or answered with another status than 2xx. */
class TunnelError extends Error {
    name = 'TunnelError';
    proxy;
    status;
    constructor(proxy, reason) {
        super(`no tunnel through the proxy ${proxy.url.host}`, { cause: reason.cause });
        this.proxy = proxy;
        this.status = reason.status;
    }
}
/** TLS connections through a proxy's CONNECT, kept for further requests as direct ones are. */
class TunnelAgent extends external_node_https_namespaceObject.Agent {
    #proxy;
    #options;
    /** `timeout` limits the silence of the proxy. */
    constructor(proxy, { timeout, ...options }) {
        super(options);
        this.#proxy = proxy;
        this.#options = { ...options, timeout };
    }
    createConnection(options, connected = () => undefined) {
        const fail = (reason) => connected(new TunnelError(this.#proxy, reason), undefined);
        const connecting = this.#connect(options);
        connecting.once('connect', async (response, socket, head) => {
            connecting.removeAllListeners('timeout');
            if (head.length > 0)
                socket.unshift(head);
            const { statusCode: first = 0 } = response;
            const status = isInterim(first) ? await finalStatus(socket) : first;
            if (status === undefined || status < 200 || status > 299) {
                socket.destroy();
                fail(status === undefined ? { cause: Object.assign(new Error('no final answer'), { code: 'ECONNRESET' }) } : { status });
                return;
            }
            socket.removeAllListeners('timeout');
            connected(null, (0,external_node_tls_namespaceObject.connect)({ ALPNProtocols: ['http/1.1'], ...options, socket }));
        });
        connecting.once('timeout', () => connecting.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
        connecting.once('error', cause => fail({ cause }));
        connecting.end();
    }
    #connect({ host, port }) {
        const { url, authorization } = this.#proxy;
        const target = `${(0,external_node_net_.isIP)(host ?? '') === 6 ? `[${host}]` : host}:${port}`;
        const connect = url.protocol === 'https:' ? external_node_https_namespaceObject.request : external_node_http_namespaceObject.request;
        return connect({
            ...this.#options,
            method: 'CONNECT',
            ...addressOf(url),
            path: target,
            headers: { host: target, ...(authorization !== undefined && { 'proxy-authorization': authorization }) },
            agent: false
        });
    }
}
/** The host and port of an address, as Node takes them: IPv6 without brackets. */
function addressOf({ hostname, port, protocol }) {
    return { host: hostname.replace(/^\[|\]$/g, ''), port: port || (protocol === 'https:' ? 443 : 80) };
}
/** A proxy may say first that it has begun. */
function isInterim(status) {
    return status >= 100 && status < 200 && status !== 101;
}
const maxHeadBytes = 16 * 1024;
/**
 * The status of the final answer. Node takes the first interim answer for the whole, so the rest is read here; absent where
 * none comes. What follows it stays in the socket.
 */
function finalStatus(socket) {
    let text = '';
    return new Promise(resolve => {
        const end = (status) => {
            socket.off('readable', read).off('close', close).off('error', close).off('timeout', close);
            resolve(status);
        };
        const close = () => end();
        const read = () => {
            for (let chunk = socket.read(); chunk !== null; chunk = socket.read()) {
                text += chunk.toString('latin1');
                for (let at = text.indexOf('\r\n\r\n'); at !== -1; at = text.indexOf('\r\n\r\n')) {
                    const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(text)?.[1] ?? 0);
                    text = text.slice(at + 4);
                    if (isInterim(status))
                        continue;
                    end(status);
                    if (text !== '')
                        socket.unshift(Buffer.from(text, 'latin1'));
                    return;
                }
                if (text.length > maxHeadBytes)
                    return end();
            }
        };
        socket.on('readable', read).on('close', close).on('error', close).on('timeout', close);
        read();
    });
}

;// CONCATENATED MODULE: ./build/src/http/connection-problem.js





function connectionProblem(host, error, surroundings) {
    return error instanceof TunnelError
        ? tunnelProblem(host, error, surroundings)
        : (tlsProblem(host, error, surroundings) ?? networkProblem(host, error));
}
function tunnelProblem(host, error, surroundings) {
    const { proxy, status, cause } = error;
    const { variable } = proxy;
    const name = ({ connection }) => connection.proxy(proxy.url.host, variable);
    if (status === 407) {
        const kind = proxy.authorization === undefined ? 'proxyNoPassword' : 'proxyPassword';
        const refusal = connection_problem_final(words => words.connection[kind](name(words), host, variable));
        return { ...refusal, proxyStatus: status };
    }
    if (status !== undefined)
        return passing(words => words.connection.proxyStatus(name(words), host, status));
    if (proxy.url.protocol === 'https:' && isPlainHttp(cause)) {
        return connection_problem_final(words => words.connection.proxyPlain(name(words), host, variable));
    }
    const { message, ...problem } = tlsProblem(name, cause, surroundings) ?? networkProblem(name, cause);
    return { message: words => words.connection.wayTo((0,src_text/* inWords */.r4)(message, words), host), ...problem };
}
function networkProblem(host, error) {
    const code = (0,errors/* errorCode */.CA)(error) ?? '';
    const about = (kind) => words => words.connection[kind]((0,src_text/* inWords */.r4)(host, words), code);
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return passing(about('noName'));
        case 'ECONNREFUSED':
            return passing(about(typeof host === 'string' && (0,loopback/* isLoopback */.U)(host) ? 'loopbackRefused' : 'refused'));
        case 'ECONNRESET':
        case 'EPIPE':
            return passing(about('broken'));
        case 'HPE_HEADER_OVERFLOW':
            return passing(about('largeHeaders'));
        case 'HPE_INVALID_EOF_STATE':
        case 'HPE_CLOSED_CONNECTION':
            return passing(about('halfWay'));
        default:
            if (code.startsWith('HPE_'))
                return connection_problem_final(about('noHttp'));
            return passing(words => words.connection.failed((0,src_text/* inWords */.r4)(host, words), code || (0,errors/* messageOf */.bD)(error)));
    }
}
/** The words of Node and OpenSSL for a certificate that was issued by nobody who is trusted. */
const untrusted = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'INVALID_CA',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);
/** Codes of bad certificates that do not begin with `CERT_`. */
const otherCertificateCodes = new Set([
    'CA_KEY_TOO_SMALL',
    'CA_MD_TOO_WEAK',
    'EE_KEY_TOO_SMALL',
    'ERROR_IN_CERT_NOT_AFTER_FIELD',
    'ERROR_IN_CERT_NOT_BEFORE_FIELD',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
    'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
    'UNSPECIFIED'
]);
/** A connection that was cut or disturbed, or a server in trouble: the next one may be good. */
const passingTls = /unexpected.eof|bad.record.mac|alert.internal.error/i;
function tlsProblem(host, error, { date, extraCertificates }) {
    const code = (0,errors/* errorCode */.CA)(error);
    const time = `${date.toISOString().replace('T', ' ').slice(0, 16)} UTC`;
    if (code === undefined)
        return undefined;
    const problem = (about) => connection_problem_final(words => about(words.connection, (0,src_text/* inWords */.r4)(host, words)));
    if (untrusted.has(code)) {
        const extra = extraProblem(extraCertificates);
        const problem = connection_problem_final(words => words.connection.untrusted((0,src_text/* inWords */.r4)(host, words), code, (0,src_text/* inWords */.r4)(extra, words)));
        return { ...problem, isUntrusted: true };
    }
    if (code === 'CERT_NOT_YET_VALID')
        return problem((words, name) => words.notYetValid(name, time, code));
    if (code === 'CERT_HAS_EXPIRED')
        return problem((words, name) => words.expired(name, time, code));
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
        return problem((words, name) => words.otherName(name, code));
    }
    if (code.startsWith('CERT_') || otherCertificateCodes.has(code)) {
        return problem((words, name) => words.certificate(name, (0,errors/* messageOf */.bD)(error), code));
    }
    if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_'))
        return undefined;
    if (passingTls.test(`${code} ${(0,errors/* messageOf */.bD)(error)}`))
        return undefined;
    return isPlainHttp(error)
        ? problem((words, name) => words.plainHttp(name, code))
        : problem((words, name) => words.noTls(name, `${code}: ${reasonOf(error)}`));
}
function isPlainHttp(error) {
    return /wrong.version.number|packet.length.too.long|http.request/i.test(`${(0,errors/* errorCode */.CA)(error)} ${(0,errors/* messageOf */.bD)(error)}`);
}
/** OpenSSL's reason in its line `…:error:0A000152:SSL routines:where:reason:file:line:`, else the whole. */
function reasonOf(error) {
    const { reason } = error;
    return typeof reason === 'string' ? reason : ((0,errors/* messageOf */.bD)(error).split(':')[5] ?? (0,errors/* messageOf */.bD)(error)).trim();
}
/** Node passes over such a file with a warning at most. */
function extraProblem(path) {
    if (!path)
        return '';
    try {
        const file = (0,external_node_fs_namespaceObject.statSync)(path);
        if (file.isDirectory())
            return words => words.connection.extraFolder;
        if (file.isFile() && /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test((0,external_node_fs_namespaceObject.readFileSync)(path, 'latin1')))
            return '';
        return words => words.connection.extraNoPem;
    }
    catch (error) {
        return words => words.connection.extraUnread((0,errors/* errorCode */.CA)(error));
    }
}
function connection_problem_final(message) {
    return { message, isFinal: true };
}
function passing(message) {
    return { message, isFinal: false };
}

// EXTERNAL MODULE: ./build/src/http/proxy.js
var http_proxy = __nccwpck_require__(6522);
;// CONCATENATED MODULE: ./build/src/http/transport.js










/** No complete answer came: in one clause about the host. */
class TransportError extends Error {
    name = 'TransportError';
    /** The message in any language; `message` is English. */
    what;
    /** Something below the API keeps every request out: a certificate, TLS, a proxy's password, what is no HTTP. */
    isFinal;
    /** The connection was kept from an earlier request, and the server had closed it, or nobody knew it any more. */
    staleConnection;
    /** What a proxy answered instead of a connection. */
    proxyStatus;
    isUntrusted;
    constructor(what, options = {}) {
        super((0,src_text/* inWords */.r4)(what, en.en), { cause: options.cause });
        this.what = what;
        this.isFinal = options.isFinal ?? false;
        this.staleConnection = options.staleConnection ?? false;
        this.proxyStatus = options.proxyStatus;
        this.isUntrusted = options.isUntrusted;
    }
}
/** The largest body, both as it comes and decoded. */
const maxBodyBytes = 4 * 1024 * 1024;
/** To make text and JSON of more takes long enough for others to notice. */
const largeBodyBytes = 256 * 1024;
/** Tokens come in headers and can be larger than Node's own limit of 16 KiB. */
const maxHeaderBytes = 256 * 1024;
/** How long one of several addresses is tried before the next; Node's own 250 ms is too short for a slow link. */
const addressAttemptMs = 2500;
/**
 * A transport that uses a single method of `@actions/http-client`, `requestRaw`, which follows no redirects (they would take
 * `X-Auth-Token` along), repeats nothing and reads no proxy from the environment.
 */
function createTransport({ timeoutMs, environment }) {
    const client = new lib/* HttpClient */.Qq('await-huawei-cloud-task', [], { socketTimeout: timeoutMs });
    /** Connections by origin. */
    const agents = new Map();
    const turn = createTurns();
    function agentFor(url) {
        const agent = agents.get(url.origin) ?? createAgent(url, (0,http_proxy/* proxyFor */.iJ)(url, environment), timeoutMs);
        agents.set(url.origin, agent);
        return agent;
    }
    return async (request, signal) => {
        signal.throwIfAborted();
        const { host } = request.url;
        const attempt = new AbortController();
        const agent = agentFor(request.url);
        const exchange = createExchange(client, agent, request, attempt.signal);
        const stopped = new Promise((_, reject) => {
            attempt.signal.addEventListener('abort', () => reject(attempt.signal.reason), { once: true });
        });
        const tooLate = () => {
            const staleConnection = exchange.isSilentOnKeptConnection();
            if (staleConnection)
                dropIdle(agent);
            const proxy = (0,http_proxy/* proxyFor */.iJ)(request.url, environment);
            const what = ({ connection }) => proxy
                ? connection.timeoutThrough(connection.proxy(proxy.url.host, proxy.variable), host, timeoutMs / 1000)
                : connection.timeout(host, timeoutMs / 1000);
            attempt.abort(new TransportError(what, { staleConnection }));
        };
        const timer = setTimeout(tooLate, timeoutMs);
        const onAbort = () => attempt.abort(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        const answer = async () => {
            let message;
            try {
                message = await exchange.send();
            }
            catch (error) {
                const { message: problem, isFinal, proxyStatus, isUntrusted } = connectionProblem(host, error, {
                    date: new Date(),
                    extraCertificates: environment.NODE_EXTRA_CA_CERTS
                });
                const staleConnection = exchange.isOnKeptConnection() && isBrokenConnection((0,errors/* errorCode */.CA)(error));
                if (staleConnection)
                    dropIdle(agent);
                throw new TransportError(problem, {
                    isFinal: isFinal && !staleConnection,
                    staleConnection,
                    proxyStatus,
                    isUntrusted,
                    cause: error
                });
            }
            return {
                status: message.statusCode ?? 0,
                header: name => {
                    const value = message.headers[name];
                    return Array.isArray(value) ? value.join(', ') : value;
                },
                ...(await readBody(message, host, turn))
            };
        };
        try {
            // The race is needed because a silent proxy holds a request without heeding its signal.
            return await Promise.race([answer(), stopped]);
        }
        finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
        }
    };
}
function createAgent({ protocol }, proxy, timeoutMs) {
    const options = { keepAlive: true, autoSelectFamilyAttemptTimeout: addressAttemptMs };
    if (proxy)
        return new TunnelAgent(proxy, { ...options, timeout: timeoutMs });
    return protocol === 'https:' ? new external_node_https_namespaceObject.Agent(options) : new external_node_http_namespaceObject.Agent(options);
}
/** One request and its connection. */
function createExchange(client, agent, request, signal) {
    const { method, url, headers, body } = request;
    let sent;
    let bytesBefore = 0;
    const isOnKeptConnection = () => sent?.reusedSocket === true;
    return {
        isOnKeptConnection,
        isSilentOnKeptConnection: () => isOnKeptConnection() && sent?.socket?.bytesRead === bytesBefore,
        async send() {
            const module = {
                request(options, onAnswer) {
                    sent = (url.protocol === 'https:' ? external_node_https_namespaceObject.request : external_node_http_namespaceObject.request)(options, onAnswer);
                    sent.once('socket', socket => {
                        bytesBefore = socket.bytesRead;
                    });
                    return sent;
                }
            };
            const options = {
                method,
                ...addressOf(url),
                path: url.pathname + url.search,
                headers: { 'user-agent': client.userAgent, ...headers },
                agent,
                signal,
                maxHeaderSize: maxHeaderBytes
            };
            const info = { options, parsedUrl: url, httpModule: module };
            return (await client.requestRaw(info, body || null)).message;
        }
    };
}
/** A rest of an earlier answer on a kept connection is no HTTP either. */
function isBrokenConnection(code) {
    return code === 'ECONNRESET' || code === 'EPIPE' || code?.startsWith('HPE_') === true;
}
/** What met one kept connection has met the others, so that the next request gets a new one. */
function dropIdle(agent) {
    for (const socket of Object.values(agent.freeSockets).flatMap(sockets => sockets ?? []))
        socket.destroy();
}
/** A turn of the event loop for each that waits, with timers and signals between them. */
function createTurns() {
    let last = Promise.resolve();
    return () => {
        last = last.then(() => new Promise(resolve => setImmediate(resolve)));
        return last;
    };
}
/** Text is made of a large body in a turn of its own, so that timers and signals come in between. */
async function readBody(message, host, turn) {
    const tooLarge = () => {
        message.destroy();
        return new TransportError(words => words.connection.tooLarge(host, maxBodyBytes / 1024 / 1024));
    };
    const chunks = [];
    let bytes = 0;
    if (Number(message.headers['content-length'] ?? 0) > maxBodyBytes)
        throw tooLarge();
    try {
        for await (const chunk of message) {
            bytes += chunk.length;
            if (bytes > maxBodyBytes)
                break;
            chunks.push(chunk);
        }
    }
    catch (error) {
        const code = (0,errors/* errorCode */.CA)(error) ?? 'closed';
        throw new TransportError(words => words.connection.halfWay(host, code), { cause: error });
    }
    if (bytes > maxBodyBytes)
        throw tooLarge();
    const decoded = await decodeBody(Buffer.concat(chunks), message.headers['content-encoding'] ?? '', maxBodyBytes);
    if (decoded === 'too-large')
        throw tooLarge();
    if (bytes > largeBodyBytes || ('length' in decoded && decoded.length > largeBodyBytes))
        await turn();
    return 'problem' in decoded
        ? { text: '', problem: decoded.problem }
        : bodyText(decoded, message.headers['content-type'] ?? '');
}


/***/ }),

/***/ 6857:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
// What a library uses that Node has deprecated is no news for a workflow's log.
process.noDeprecation = true;
// Red until proven green: also when nothing is left to do before the verdict was reported.
process.exitCode = 1;
const cancellation = new AbortController();
// A runner sends SIGINT, and 7.5 s later SIGTERM: on Windows Ctrl+C, which is SIGINT here, and then Ctrl+Break. Others
// come from a terminal that goes away, or from whoever runs the runner.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP', 'SIGQUIT']) {
    // Not once: a second one must not end the step before outputs and summary are written.
    process.on(signal, () => cancellation.abort(new Error(`cancelled by ${signal}`)));
}
const failure = new AbortController();
process.on('uncaughtException', error => failure.abort(error));
process.on('unhandledRejection', error => failure.abort(error));
process.on('beforeExit', () => failure.abort('nothing-left'));
// A log whose reader went away, or that has no room, ends the log alone.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
// Loaded only now, for a signal that comes while they load has to find its handler.
const [core, { run }, { systemClock }, { createTransport }] = await Promise.all([
    Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 150)),
    Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1501)),
    Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1053)),
    Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9778))
]);
const dependencies = {
    core,
    environment: process.env,
    createTransport,
    clock: systemClock,
    random: Math.random,
    signal: cancellation.signal,
    failure: failure.signal
};
const color = await run(dependencies).catch(() => 'red');
process.exitCode = color === 'green' && !failure.signal.aborted ? 0 : 1;
// A request that was cut off may hold its connection, a silent proxy above all. What was written goes out first.
process.stdout.write('', () => process.exit());


__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2297);
/* harmony import */ var _services_service_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6209);


const form = (name) => words => words.inputs.forms[name];
/** What may stand in a header as it is. */
const word = /^[\x21-\x7e]+$/;
/** What JSON takes on one line. */
const line = /^[^\p{Cc}]+$/u;
const oneLine = [line, form('oneLine')];
/**
 * Every input. A default is also what an empty text stands for: the runner passes those of action.yml, but an input
 * whose expression is empty arrives empty. What is said of each input is in descriptions.ts; action.yml and the READMEs
 * are made from both.
 */
const table = {
    service: { kind: 'text', isRequired: true },
    'task-id': { kind: 'text', isRequired: true },
    definition: { kind: 'text' },
    region: { kind: 'text', form: [/^[a-z0-9]+(-[a-z0-9]+)*$/, form('region')] },
    'project-id': { kind: 'text', form: [_services_service_js__WEBPACK_IMPORTED_MODULE_1__/* .plainId */ .zS, form('projectId')] },
    'domain-id': {
        kind: 'text',
        form: [/^[0-9a-f]{16,64}$/, form('domainId')]
    },
    'enterprise-project-id': {
        kind: 'text',
        form: [/^(0|all|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, form('enterpriseProjectId')]
    },
    workspace: { kind: 'text', form: [_services_service_js__WEBPACK_IMPORTED_MODULE_1__/* .plainId */ .zS, form('workspace')] },
    cloud: { kind: 'text', form: [/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, form('cloud')] },
    endpoint: { kind: 'url', example: 'https://dayu-dlf.eu-de.otc.t-systems.com' },
    'access-key': { kind: 'secret', pattern: word },
    'secret-key': { kind: 'secret', pattern: word },
    'security-token': { kind: 'secret', pattern: word },
    token: { kind: 'secret', pattern: word },
    username: { kind: 'text', form: oneLine },
    password: { kind: 'secret', pattern: line },
    'domain-name': { kind: 'text', form: oneLine },
    'provider-urn': {
        kind: 'text',
        form: [/^iam::[^\s:]+:oidcProvider:\S{1,1400}$/, form('providerUrn')]
    },
    'agency-urn': {
        kind: 'text',
        form: [/^iam::[^\s:]+:agency:\S{1,1400}$/, form('agencyUrn')]
    },
    audience: {
        kind: 'text',
        form: [word, form('audience')],
        default: 'sts.huaweicloud.com'
    },
    'identity-provider': { kind: 'text', form: [/^[\x21-\x7e]{1,128}$/, form('identityProvider')] },
    'ecs-agency': { kind: 'boolean', default: 'false' },
    'iam-endpoint': { kind: 'url', example: 'https://iam.eu-de.otc.t-systems.com' },
    'sts-endpoint': { kind: 'url', example: 'https://sts.cn-north-4.myhuaweicloud.com' },
    timeout: { kind: 'duration', minMs: 0, maxMs: 120 * _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, default: '1h' },
    'min-interval': { kind: 'duration', minMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, maxMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, default: '2s' },
    'max-interval': { kind: 'duration', minMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, maxMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, default: '15s' },
    'request-timeout': { kind: 'duration', minMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, maxMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, default: '30s' },
    'not-found-grace': { kind: 'duration', minMs: 0, maxMs: 24 * _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, default: '60s' },
    settle: { kind: 'duration', minMs: 0, maxMs: 24 * _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0 },
    expect: { kind: 'text' },
    'strict-subtasks': { kind: 'boolean', default: 'true' },
    'allow-warnings': { kind: 'boolean', default: 'false' },
    'fail-fast': { kind: 'boolean', default: 'false' },
    language: { kind: 'choice', choices: ['en-us', 'zh-cn'], default: 'en-us' },
    'job-summary': { kind: 'boolean', default: 'true' }
};
/** The row of an input, with all that rows of its kind can have. */
function rowOf(name) {
    return table[name];
}
function isSecretName(name) {
    return table[name].kind === 'secret';
}
const secretNames = Object.keys(table).filter(isSecretName);


/***/ }),

/***/ 4715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ goMs),
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Ec: () => (/* binding */ isoMs),
/* harmony export */   Im: () => (/* binding */ theAnswer),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   MZ: () => (/* binding */ property),
/* harmony export */   O_: () => (/* binding */ theList),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   R2: () => (/* binding */ optionalList),
/* harmony export */   Rn: () => (/* binding */ recordIn),
/* harmony export */   V0: () => (/* binding */ records),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   WC: () => (/* binding */ endMsAfter),
/* harmony export */   bp: () => (/* binding */ utcMs),
/* harmony export */   e9: () => (/* binding */ epochMs),
/* harmony export */   eY: () => (/* binding */ plausibleMs),
/* harmony export */   em: () => (/* binding */ statusIn),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mR: () => (/* binding */ optionalText),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   oN: () => (/* binding */ optionalRecord),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   vm: () => (/* binding */ digits),
/* harmony export */   zJ: () => (/* binding */ optionalWord)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(706);


/** Own properties alone: an answer may carry keys such as `__proto__` or `constructor`. */
function property(from, key) {
    return Object.hasOwn(from, key) ? from[key] : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kindOf(value, { malformed: { kinds } }) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    return kinds[kind] ?? kind;
}
/** What has another form than the API promises. */
function otherForm(form, what, value) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedAnswer */ .ol(words => words.malformed[form]((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(what, words), kindOf(value, words)));
}
/** The body of an answer as an object. */
function theAnswer(body) {
    return record(body, words => words.malformed.theAnswer);
}
/** The body of an answer as a list. */
function theList(body) {
    if (!Array.isArray(body))
        throw otherForm('list', words => words.malformed.theAnswer, body);
    return body;
}
/** The value as an object, or an error that names what was expected to be one. */
function record(value, what) {
    if (!isRecord(value))
        throw otherForm('object', what, value);
    return value;
}
/** The object under a key, which must be there. */
function recordIn(from, key) {
    return record(optional(from, key), `"${key}"`);
}
/** A list of objects of a kind. */
function records(items, kind) {
    return items.map((item, index) => record(item, partOf(kind, index)));
}
/** One of a list, for what is wrong with it. */
function partOf(kind, index) {
    return ({ malformed: { part, parts } }) => part(parts[kind], index + 1);
}
/** A text that must be there and must not be empty. */
function text(from, key) {
    const value = property(from, key);
    if (typeof value !== 'string')
        throw otherForm('text', `"${key}"`, value);
    if (value.trim() === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedAnswer */ .ol(words => words.malformed.empty(`"${key}"`));
    return value.trim();
}
/** A service's word for a state: it must be there and can still be blank or null, which gives an empty text. */
function statusIn(from, key) {
    const value = property(from, key);
    return value === null || (typeof value === 'string' && value.trim() === '') ? '' : text(from, key);
}
/** A word that may be missing, which gives an empty text, and is never blank. */
function optionalWord(from, key) {
    return property(from, key) === undefined ? '' : text(from, key);
}
/** An integer that must be there. */
function integer(from, key) {
    const value = property(from, key);
    if (!Number.isSafeInteger(value))
        throw otherForm('integer', `"${key}"`, value);
    return value;
}
/** The digits of an integer that must be there. One that JavaScript cannot hold comes as a text. */
function digits(from, key) {
    const value = property(from, key);
    return typeof value === 'string' && /^-?\d{16,}$/.test(value) ? value : String(integer(from, key));
}
/** A text for people: absent when missing, of another type, or without anything to see, for it decides nothing. */
function optionalText(from, key) {
    const value = property(from, key);
    return typeof value === 'string' && /[^\p{Cc}\p{Cf}\p{Z}]/u.test(value) ? value.trim() : undefined;
}
/** The value of the first of these keys that is there. */
function optional(from, ...keys) {
    for (const key of keys) {
        const value = property(from, key);
        if (value !== undefined && value !== null)
            return value;
    }
    return undefined;
}
/** An object that decides nothing by itself: empty when missing or of another type. */
function optionalRecord(from, key) {
    const value = property(from, key);
    return isRecord(value) ? value : {};
}
/** A list that must be there; null is an empty one. */
function list(from, key) {
    const value = property(from, key);
    if (value === null)
        return [];
    if (!Array.isArray(value))
        throw otherForm('list', `"${key}"`, value);
    return value;
}
/** A list that may be missing or null, which both mean an empty one. */
function optionalList(value, what) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw otherForm('list', what, value);
    return value;
}
/**
 * The value under a path such as `error_info.code`, or those in a list on the way; absent where a key is missing or null.
 * Throws MalformedAnswer where something else than an object stands on the way.
 */
function valueAt(from, path) {
    const keys = path.split('.');
    let value = from;
    for (const [index, key] of keys.entries()) {
        const what = `"${keys.slice(0, index).join('.')}"`;
        value = Array.isArray(value)
            ? value.map(item => item === null
                ? undefined
                : optional(record(item, words => words.malformed.oneOf(what)), key))
            : optional(record(value, what), key);
        if (value === undefined)
            return undefined;
    }
    return value;
}
/** Whether a field for an error shows none: it holds nothing, or nothing but what says nothing. */
function isAbsent(value) {
    if (typeof value === 'string')
        return saysNothing(value.trim());
    if (typeof value === 'object' && value !== null)
        return Object.values(value).every(isAbsent);
    return value === undefined || value === null || value === false || value === 0;
}
/** Some services send JSON as a text. A number in it, other than 0 as such, can be a code: `0e5`. */
function saysNothing(text) {
    if (text === '' || text === '0')
        return true;
    if (!/^["[{n]/.test(text))
        return false;
    try {
        return isAbsent(JSON.parse(text));
    }
    catch {
        return false;
    }
}
/** Outside of these no task of a cloud ran; far outside, a `Date` cannot even be made. */
const epochRangeMs = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2200, 0, 1) };
/** The time, unless it is no number or out of range. */
function plausibleMs(ms) {
    return ms >= epochRangeMs.from && ms < epochRangeMs.to ? ms : undefined;
}
/** Epoch milliseconds given as a number or as digits. */
function epochMs(value) {
    if (typeof value === 'number')
        return plausibleMs(value);
    return typeof value === 'string' && /^\d{12,14}$/.test(value.trim()) ? plausibleMs(Number(value)) : undefined;
}
/** The time at the end of a duration in milliseconds. */
function endMsAfter(startMs, durationMs) {
    return startMs !== undefined && typeof durationMs === 'number' ? plausibleMs(startMs + durationMs) : undefined;
}
const isoForm = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)? ?(Z|[+-]\d\d:?\d\d)$/;
/** An ISO 8601 time with a zone, whose offset may come without its colon (`2018-08-06T10:41:14+0800`). */
function isoMs(value) {
    const parts = typeof value === 'string' ? isoForm.exec(value.trim()) : null;
    if (!parts)
        return undefined;
    const [, day, time, fraction = '', zone = 'Z'] = parts;
    const ms = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
    return Number.isNaN(ms) ? undefined : plausibleMs(ms);
}
/** A time without a zone (`2023-07-26 09:33:58`, `2022-11-09T20:25:00.123`) that a source says to be in UTC. */
function utcMs(value) {
    return typeof value === 'string' ? isoMs(`${value.trim()}Z`) : undefined;
}
/** A time as Go prints it: `2018-08-02 08:12:40.672772389 +0000 UTC`. */
function goMs(value) {
    return typeof value === 'string' ? isoMs(value.trim().replace(/ [A-Z]{3,4}( m=\S+)?$/, '')) : undefined;
}
/** A percentage such as `"60%"`, `"60"` or `60`; absent when it is none between 0 and 100. */
function percent(value) {
    const number = typeof value === 'string' ? Number(/^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(value.trim())?.[1] ?? Number.NaN) : value;
    return typeof number === 'number' && number >= 0 && number <= 100 ? number : undefined;
}


/***/ }),

/***/ 4144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether a host, also with a port, is this machine itself. */
function isLoopback(host) {
    return /^(localhost|\[::1\]|127(\.\d+){3})(:\d+)?$/.test(host);
}


/***/ }),

/***/ 1501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/auth/github.js
var github = __nccwpck_require__(7701);
// EXTERNAL MODULE: ./build/src/duration.js
var duration = __nccwpck_require__(2297);
// EXTERNAL MODULE: ./build/src/hosts.js + 1 modules
var src_hosts = __nccwpck_require__(2082);
// EXTERNAL MODULE: ./build/src/http/proxy.js
var proxy = __nccwpck_require__(6522);
// EXTERNAL MODULE: ./build/src/nearest.js
var nearest = __nccwpck_require__(7707);
// EXTERNAL MODULE: ./build/src/services/index.js + 1 modules
var services = __nccwpck_require__(1446);
// EXTERNAL MODULE: ./build/src/services/service.js
var services_service = __nccwpck_require__(6209);
// EXTERNAL MODULE: ./build/src/text.js
var src_text = __nccwpck_require__(706);
// EXTERNAL MODULE: ./build/src/auth/credentials.js
var auth_credentials = __nccwpck_require__(186);
// EXTERNAL MODULE: ./build/src/secrets.js + 1 modules
var secrets = __nccwpck_require__(8732);
;// CONCATENATED MODULE: ./build/src/inputs/families.js
/** In the order in which they are read. Never `AWS_*`: on runners these belong to another cloud. */
const environmentFamilies = [
    {
        title: 'authAction',
        names: {
            'access-key': ['HUAWEI_CLOUD_ACCESS_KEY_ID'],
            'secret-key': ['HUAWEI_CLOUD_SECRET_ACCESS_KEY'],
            'project-id': ['HUAWEI_CLOUD_PROJECT_ID'],
            region: ['HUAWEI_CLOUD_REGION']
        }
    },
    {
        title: 'sdk',
        names: {
            'access-key': ['HUAWEICLOUD_SDK_AK'],
            'secret-key': ['HUAWEICLOUD_SDK_SK'],
            'security-token': ['HUAWEICLOUD_SDK_SECURITY_TOKEN'],
            'provider-urn': ['HUAWEICLOUD_OIDC_PROVIDER_URN'],
            'agency-urn': ['HUAWEICLOUD_OIDC_AGENCY_URN'],
            'project-id': ['HUAWEICLOUD_SDK_PROJECT_ID'],
            'domain-id': ['HUAWEICLOUD_SDK_DOMAIN_ID'],
            'iam-endpoint': ['HUAWEICLOUD_SDK_IAM_ENDPOINT'],
            'sts-endpoint': ['HUAWEICLOUD_SDK_STS_ENDPOINT']
        }
    },
    {
        title: 'terraform',
        names: {
            token: ['HW_AUTH_TOKEN'],
            'access-key': ['HW_ACCESS_KEY'],
            'secret-key': ['HW_SECRET_KEY'],
            'security-token': ['HW_SECURITY_TOKEN'],
            username: ['HW_USER_NAME'],
            password: ['HW_USER_PASSWORD'],
            'domain-name': ['HW_DOMAIN_NAME'],
            'project-id': ['HW_PROJECT_ID'],
            'project-name': ['HW_PROJECT_NAME'],
            'domain-id': ['HW_DOMAIN_ID'],
            'enterprise-project-id': ['HW_ENTERPRISE_PROJECT_ID'],
            region: ['HW_REGION_NAME'],
            cloud: ['HW_CLOUD'],
            'iam-endpoint': ['HW_AUTH_URL']
        }
    },
    {
        title: 'openStack',
        names: {
            token: ['OS_TOKEN', 'OS_AUTH_TOKEN', 'OS_TOKEN_ID'],
            'access-key': ['OS_ACCESS_KEY', 'OS_ACCESS_KEY_ID', 'OS_AK'],
            'secret-key': ['OS_SECRET_KEY', 'OS_ACCESS_KEY_SECRET', 'OS_SK'],
            'security-token': ['OS_SECURITY_TOKEN', 'OS_AKSK_SECURITY_TOKEN', 'OS_ST'],
            username: ['OS_USERNAME'],
            password: ['OS_PASSWORD'],
            'domain-name': ['OS_DOMAIN_NAME', 'OS_USER_DOMAIN_NAME', 'OS_PROJECT_DOMAIN_NAME'],
            'project-id': ['OS_PROJECT_ID', 'OS_TENANT_ID'],
            'project-name': ['OS_PROJECT_NAME', 'OS_TENANT_NAME'],
            'domain-id': ['OS_DOMAIN_ID', 'OS_USER_DOMAIN_ID', 'OS_PROJECT_DOMAIN_ID'],
            region: ['OS_REGION_NAME', 'OS_REGION', 'OS_REGION_ID'],
            'iam-endpoint': ['OS_AUTH_URL']
        }
    }
];

// EXTERNAL MODULE: ./build/src/inputs/table.js
var table = __nccwpck_require__(5835);
;// CONCATENATED MODULE: ./build/src/inputs/reader.js




function createReader(get) {
    const problems = [];
    const given = (name) => get(name).trim() || undefined;
    function fail(name, value, accepted) {
        problems.push(wrongForm(name, value, accepted));
    }
    return {
        problems,
        choices: [],
        questions: [],
        given,
        required(name, problem) {
            const value = given(name);
            if (value === undefined)
                problems.push(problem);
            return value;
        },
        text(name) {
            const row = (0,table/* rowOf */.OB)(name);
            const value = given(name) ?? row.default;
            if (value === undefined)
                return undefined;
            const { form } = row;
            if (form && /^(?:null|undefined)$/.test(value)) {
                return fail(name, value, words => words.inputs.lookUpFailed((0,src_text/* inWords */.r4)(form[1], words)));
            }
            return checked({ name, value }, form, problems);
        },
        duration(name) {
            const { minMs, maxMs, ...row } = (0,table/* rowOf */.OB)(name);
            const value = given(name) ?? row.default;
            if (value === undefined)
                return undefined;
            const ms = (0,duration/* parseDuration */.E9)(value);
            if (ms !== undefined && ms >= minMs && ms <= maxMs)
                return ms;
            return fail(name, value, words => words.inputs.forms.duration(minMs / duration/* secondMs */.fj, maxMs / duration/* hourMs */.$0));
        },
        boolean(name) {
            const value = given(name) ?? (0,table/* rowOf */.OB)(name).default;
            if (/^(true|True|TRUE|false|False|FALSE)$/.test(value))
                return value.toLowerCase() === 'true';
            return fail(name, value, words => words.inputs.forms.boolean);
        },
        choice(name) {
            const row = (0,table/* rowOf */.OB)(name);
            const value = given(name) ?? row.default;
            if (row.choices.includes(value))
                return value;
            return fail(name, value, words => words.inputs.forms.oneOf(row.choices));
        },
        url(name) {
            const value = given(name);
            const url = value === undefined ? undefined : baseUrl(value);
            if (value !== undefined && url === undefined)
                problems.push(wrongUrl(name, (0,table/* rowOf */.OB)(name).example));
            return url;
        }
    };
}
/** The problem of a value in a form that is not accepted. Not for secrets: it shows the value, whole or not at all. */
function wrongForm(name, value, accepted) {
    return words => words.inputs.wrongForm(name, shown(value, words), (0,src_text/* inWords */.r4)(accepted, words));
}
/** A part of a secret that stands in a long value by mistake would not be known for one. */
function shown(value, words) {
    return value.length > 80 ? words.inputs.longText(value.length) : JSON.stringify(value);
}
/** Does not show the value, in which a password may stand. */
function wrongUrl(name, example) {
    return words => words.inputs.wrongUrl(name, example);
}
/** The value, if it has the form, or if there is none; else a problem. */
function checked({ name, value }, form, problems) {
    if (form === undefined || form[0].test(value))
        return value;
    problems.push(wrongForm(name, value, form[1]));
    return undefined;
}
function baseUrl(text) {
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    // A question mark or the like without anything behind it leaves no trace in the parsed URL.
    return (0,src_hosts/* isSafe */.IP)(url) && !/[?#@%\\\s]/.test(text) ? url.href.replace(/(?<!\/)\/+$/, '') : undefined;
}
/** The values, where none of them is missing. */
function complete(values) {
    return Object.values(values).includes(undefined) ? undefined : values;
}
/** The endpoint, or none and its problem. */
function usable(endpoint, { problems }) {
    if (!('problem' in endpoint))
        return endpoint;
    problems.push(endpoint.problem);
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/inputs/credentials.js






/** In the order of preference, what each kind of credentials is made of. */
const kinds = [
    { kind: 'token', title: 'token', needed: ['token'] },
    { kind: 'access-key', title: 'accessKey', needed: ['access-key', 'secret-key'], optional: 'security-token' },
    { kind: 'password', title: 'password', needed: ['username', 'password', 'domain-name'] },
    { kind: 'oidc-agency', title: 'oidcAgency', needed: ['provider-urn', 'agency-urn'] },
    { kind: 'oidc-federation', title: 'oidcFederation', needed: ['identity-provider'] },
    { kind: 'ecs-agency', title: 'ecsAgency', needed: ['ecs-agency'] }
];
const piecesOfKind = (kind) => [...kind.needed, ...('optional' in kind ? [kind.optional] : [])];
const pieces = kinds.flatMap(piecesOfKind);
function readFamilies(environment) {
    return environmentFamilies.map(({ title, names }) => {
        const values = {};
        for (const [input, candidates] of Object.entries(names)) {
            const name = candidates.find(candidate => isUsable(input, environment[candidate]));
            if (name !== undefined)
                values[input] = { name, value: environment[name]?.trim() ?? '' };
        }
        return { title, values };
    });
}
/** A variable that holds no credential, such as the mask of one, is passed over like an empty one. */
function isUsable(input, value = '') {
    const piece = pieces.find(each => each === input);
    return value.trim() !== '' && !(piece && isNoValue(piece, value.trim()));
}
/** What stands for no value, or is too short for a secret. */
function isNoValue(piece, value) {
    return (0,table/* isSecretName */.eh)(piece) ? !(0,secrets/* isSecret */.$f)(value) : (0,secrets/* isPlaceholder */.wK)(value);
}
/** The variable in the first of these families in which it is set. */
function firstVariable(families, of) {
    return families.map(({ values }) => values[of]).find(value => value !== undefined);
}
/** Whether an input has a value, there or in one of these families, right or wrong. */
function isSet(name, { given }, families) {
    return given(name) !== undefined || firstVariable(families, name) !== undefined;
}
/** All variables that stand for an input. */
function variablesOf(of) {
    return environmentFamilies.flatMap(({ names }) => names[of] ?? []);
}
/** The variables to set, one of each family, for a message. */
function variablesToSet(of) {
    return environmentFamilies.flatMap(({ names }) => names[of]?.slice(0, 1) ?? []).join(', ');
}
/** Every secret in the inputs and the environment, whether it will be used or not, to be masked before anything is logged. */
function secretsIn(get, environment) {
    const variables = [github/* idTokenVariables */.ed.requestToken, ...table/* secretNames */.XG.flatMap(variablesOf)];
    return [...table/* secretNames */.XG.map(get), ...variables.map(name => environment[name] ?? '')]
        .map(value => value.trim())
        .filter(secrets/* isSecret */.$f);
}
/** Inputs win as a whole, else the first family with a complete kind; kinds and families are never mixed. */
function chooseCredentials(read, families) {
    const { problems } = read;
    const audience = read.text('audience');
    const given = inputPieces(read);
    const [begun, ...others] = kindsIn(given);
    if (begun && others.length > 0) {
        const all = [begun, ...others];
        const names = all.flatMap(({ given: [name] }) => name ?? []);
        const hasNameAlone = all.some(({ given }) => given.length === 1 && given[0] === 'domain-name');
        problems.push(({ inputs }) => inputs.otherKinds(names) + (hasNameAlone ? inputs.accountById : ''));
        return undefined;
    }
    if (begun && begun.missing.length > 0) {
        const isNameAlone = begun.given.join() === 'domain-name';
        problems.push(({ inputs, and }) => inputs.half(and(begun.given), and(begun.missing)) + (isNameAlone ? inputs.accountById : ''));
        return undefined;
    }
    if (begun)
        return chosen(begun.kind, given, audience, words => words.kinds.inputs);
    for (const family of families) {
        const found = piecesOf(family);
        const whole = kindsIn(found).find(({ missing }) => missing.length === 0);
        if (!whole)
            continue;
        for (const piece of whole.given) {
            const value = family.values[piece];
            if (value)
                checkPiece(piece, value, problems);
        }
        return { ...chosen(whole.kind, found, audience, ({ kinds }) => kinds.families[family.title]), family };
    }
    problems.push(words => words.inputs.noCredentials);
    read.questions.push(words => words.inputs.whyNoCredentials);
    read.choices.push(words => words.inputs.kindsOfCredentials(families.map(({ title }) => words.kinds.families[title])));
    return undefined;
}
/** The kinds that are complete or begun, in the order of preference. */
function kindsIn(found) {
    return kinds
        .map(kind => ({
        kind,
        given: piecesOfKind(kind).filter(piece => found[piece] !== undefined),
        missing: kind.needed.filter((piece) => found[piece] === undefined)
    }))
        .filter(({ given }) => given.length > 0);
}
function chosen({ kind, title }, found, audience, source) {
    const shown = kind === 'access-key' && found['security-token'] !== undefined ? 'temporaryKey' : title;
    const origin = words => words.kinds.from(words.kinds[shown], (0,src_text/* inWords */.r4)(source, words));
    return { kind, credentials: credentialsOf(kind, found, audience), origin };
}
function credentialsOf(kind, found, audience) {
    const { token, username, password } = found;
    switch (kind) {
        case 'token':
            return complete({ kind, token });
        case 'access-key': {
            const keys = complete({ kind, accessKey: found['access-key'], secretKey: found['secret-key'] });
            return keys && { ...keys, securityToken: found['security-token'] };
        }
        case 'password':
            return complete({ kind, username, password, domainName: found['domain-name'] });
        case 'oidc-agency':
            return complete({ kind, providerUrn: found['provider-urn'], agencyUrn: found['agency-urn'], audience });
        case 'oidc-federation':
            return complete({ kind, identityProvider: found['identity-provider'], audience });
        case 'ecs-agency':
            return { kind };
        default:
            return kind;
    }
}
/** One line for each family of which a kind was begun and passed over. */
function passedOver(families, used) {
    return families
        .filter(family => family !== used && kindsIn(piecesOf(family)).some(({ missing }) => missing.length > 0))
        .map(({ title }) => words => words.kinds.passedOver(words.kinds.families[title]));
}
function piecesOf({ values }) {
    return Object.fromEntries(pieces.map(piece => [piece, values[piece]?.value]));
}
function inputPieces(read) {
    const found = {};
    for (const piece of pieces) {
        if (piece === 'ecs-agency') {
            if (read.boolean(piece))
                found[piece] = 'true';
            continue;
        }
        const value = read.given(piece);
        if (value === undefined)
            continue;
        found[piece] = value;
        if (isNoValue(piece, value)) {
            read.problems.push(words => words.inputs.noCredential(piece));
        }
        else
            checkPiece(piece, { name: piece, value }, read.problems);
    }
    return found;
}
function checkPiece(piece, value, problems) {
    if (piece === 'ecs-agency')
        return;
    if (!(0,table/* isSecretName */.eh)(piece))
        checked(value, (0,table/* rowOf */.OB)(piece).form, problems);
    else if (!(0,table/* rowOf */.OB)(piece).pattern.test(value.value)) {
        const isBearer = piece === 'token' && /^bearer\s/i.test(value.value);
        problems.push(({ inputs }) => (isBearer ? inputs.bearer(value.name) : inputs.wrongSecret(value.name)));
    }
}

;// CONCATENATED MODULE: ./build/src/inputs/access.js






const fallbackStsUrl = `https://sts.${src_hosts/* fallbackSts */.Ro.region}.${src_hosts/* fallbackSts */.Ro.cloud}`;
/** Which addresses are needed follows from the kind of credentials, and from whether the project is to be looked up. */
function readAccess(read, context) {
    const { service, chosen, families, region, projectId, projectName, domainId } = context;
    const given = {
        'iam-endpoint': withoutVersion(read.url('iam-endpoint')),
        'sts-endpoint': read.url('sts-endpoint')
    };
    if (!chosen || !service)
        return undefined;
    const { kind, credentials, origin, family } = chosen;
    const owners = family ? [family] : families;
    const logsIn = kind === 'password' || kind === 'oidc-federation';
    const isOfDomain = service.scope === 'domain';
    const looksUpProject = !isOfDomain && service.needsProjectId && projectId === undefined;
    const lacksDomain = isOfDomain && domainId === undefined && !isSet('domain-id', read, owners);
    const looksUpDomain = lacksDomain && (0,auth_credentials/* signsRequests */.H)(kind);
    const cloud = context.cloud ?? (service.hosts.global && region === undefined ? homeOf(read) : undefined);
    const isRegionSet = isSet('region', read, families);
    const lacksProject = !isOfDomain && (looksUpProject || logsIn) && projectId === undefined && (projectName ?? region) === undefined;
    if (lacksDomain && kind === 'oidc-federation') {
        read.problems.push(words => words.inputs.domainIdMissing(variablesToSet('domain-id')));
    }
    if (lacksProject && !isRegionSet && !isSet('project-id', read, owners)) {
        read.problems.push(words => words.inputs.projectIdMissing(variablesToSet('project-id')));
    }
    /** Without an endpoint, or a project, the missing region is a problem already. */
    const lacksRegionAlone = !isRegionSet && read.given('endpoint') !== undefined && !lacksProject;
    const search = { read, given, family, families, region, cloud };
    /** Built from the cloud that the user gave, or a problem. */
    const built = (addressee, input) => {
        const endpoint = endpointAt(addressee, region, cloud);
        if (!endpoint && lacksRegionAlone) {
            const { title } = addressee;
            read.problems.push(words => words.inputs.addressMissing(input, (0,src_text/* textIn */.r7)(title, words.language)));
        }
        return endpoint && usable(endpoint, read)?.url;
    };
    /** Tokens and keys are shown to no guessed host for the sake of an id. */
    const withoutLookUp = () => {
        const input = isOfDomain ? 'domain-id' : 'project-id';
        if (region !== undefined || isOfDomain || lacksRegionAlone) {
            read.problems.push(words => words.inputs.noLookUp(input, region));
        }
    };
    const [iamHere, stsHere] = region === undefined && isOfDomain ? [src_hosts/* iamOfNoRegion */.IL, src_hosts/* stsOfNoRegion */.Nq] : [src_hosts/* iam */.c4, src_hosts/* sts */.px];
    const knownSts = kind === 'oidc-agency' ? knownAddress(stsHere, 'sts-endpoint', search) : { url: '' };
    const usesFallback = !knownSts && isInFallbackCloud(region, cloud);
    const stsEndpoint = knownSts ? knownSts.url : usesFallback ? fallbackStsUrl : built(stsHere, 'sts-endpoint');
    const needsIam = logsIn || looksUpProject || looksUpDomain;
    const knownIam = needsIam
        ? knownAddress(iamHere, 'iam-endpoint', search)
        : { url: iamForLife(read, context, given['iam-endpoint']) };
    const iamEndpoint = knownIam ? knownIam.url : logsIn ? built(iamHere, 'iam-endpoint') : withoutLookUp();
    return complete({
        credentials,
        origin: usesFallback
            ? (words) => words.kinds.otherSts((0,src_text/* inWords */.r4)(origin, words), src_hosts/* fallbackSts */.Ro.region, region ?? '')
            : origin,
        iamEndpoint,
        stsEndpoint,
        scope: lacksProject ? undefined : scopeOf(context)
    });
}
/**
 * An input, then the family of the credentials, then what is known, or another family's where that is safe. Without
 * `url` where it is wrong, which is a problem; absent where there is none.
 */
function knownAddress(addressee, input, { read, given, family, families, region, cloud }) {
    const own = family ? [family] : [];
    if (isSet(input, read, own))
        return { url: given[input] ?? addressFromFamilies(own, input, read) };
    // Other tools' variables may speak of another cloud.
    const near = families
        .map(({ values }) => withoutVersion(baseUrl(values[input]?.value ?? '')))
        .find(candidate => isInCloud(candidate, region, cloud));
    if (near !== undefined)
        return { url: near };
    if (!isKnownIn(addressee, region, cloud)) {
        return firstVariable(families, input) && { url: addressFromFamilies(families, input, read) };
    }
    const endpoint = endpointAt(addressee, region, cloud);
    return endpoint && 'url' in endpoint ? endpoint : undefined;
}
/** Whether any STS of the cloud will do for a region that has none. */
function isInFallbackCloud(region, cloud) {
    return (region !== undefined && (0,src_hosts/* cloudOf */.hH)(region) === src_hosts/* fallbackSts */.Ro.cloud && (cloud ?? src_hosts/* fallbackSts */.Ro.cloud) === src_hosts/* fallbackSts */.Ro.cloud);
}
/** A project by its id or its name, or an account by its id, else by the name with which a user logs in. */
function scopeOf({ service, chosen, region, projectId, projectName = region, domainId }) {
    if (service?.scope !== 'domain')
        return { project: projectId === undefined ? { name: projectName ?? '' } : { id: projectId } };
    if (domainId !== undefined)
        return { domain: { id: domainId } };
    const credentials = chosen?.credentials;
    return { domain: { name: credentials?.kind === 'password' ? credentials.domainName : '' } };
}
/** The cloud of a service without regions; unknown where an endpoint elsewhere is given. */
function homeOf(read) {
    const url = read.given('endpoint') === undefined ? undefined : baseUrl(read.given('endpoint') ?? '');
    const isHome = url === undefined || new URL(url).hostname.endsWith(`.${src_hosts/* homeCloud */.TU}`);
    return isHome ? src_hosts/* homeCloud */.TU : undefined;
}
/** Absent where no region is known, unless the addressee has one host for all regions of a known cloud. */
function endpointAt(addressee, region, cloud) {
    if (region !== undefined)
        return (0,src_hosts/* endpointOf */.X5)(addressee, region, cloud);
    return addressee.hosts.global && cloud !== undefined ? (0,src_hosts/* globalEndpointOf */.OV)(addressee, undefined, cloud) : undefined;
}
/** IAM says how long a ready-made token lives. It is shown to the IAM of its own cloud, or to the one that was named. */
function iamForLife(read, { chosen, region, cloud }, given = '') {
    if (chosen?.kind !== 'token' || given !== '' || region === undefined)
        return given;
    if (read.given('endpoint') !== undefined || !isKnownIn(src_hosts/* iam */.c4, region, cloud))
        return '';
    const endpoint = (0,src_hosts/* endpointOf */.X5)(src_hosts/* iam */.c4, region, cloud);
    return 'problem' in endpoint ? '' : endpoint.url;
}
/** Whether a source names the host: what is built from a cloud that no table covers is a guess. */
function isKnownIn(addressee, region, cloud) {
    const { hosts, alone } = addressee;
    if (hosts.global)
        return 'url' in (endpointAt(addressee, region, cloud) ?? {});
    if (region === undefined || hosts.byRegion(region) === undefined)
        return false;
    return cloud === undefined || cloud === ((0,src_hosts/* cloudOf */.hH)(region) ?? alone?.cloud);
}
function isInCloud(url, region, cloud) {
    const domain = cloud ?? (region === undefined ? undefined : (0,src_hosts/* cloudOf */.hH)(region));
    return url !== undefined && domain !== undefined && new URL(url).hostname.endsWith(`.${domain}`);
}
/** IAM's address is given with or without its version. */
function withoutVersion(url) {
    return url?.replace(/\/v3(\.0)?$/, '');
}
/** The address from the first of these families that has one; a problem where that is no address. */
function addressFromFamilies(families, name, { problems }) {
    const variable = firstVariable(families, name);
    if (!variable)
        return undefined;
    const url = withoutVersion(baseUrl(variable.value));
    if (url === undefined)
        problems.push(wrongUrl(variable.name, (0,table/* rowOf */.OB)(name).example));
    return url;
}

;// CONCATENATED MODULE: ./build/src/inputs/inputs.js













const projectNameForm = [/^[^\p{Cc}]{1,64}$/u, words => words.inputs.forms.projectName];
/** Of a job whose timeout-minutes says nothing, and of every job on a runner of GitHub's own. */
const usualJobLimitMs = 6 * duration/* hourMs */.$0;
/** Thrown where a problem with an input has to name services that are not loaded. */
class OtherServicesNeeded extends Error {
}
/** Has every secret masked before anything is said, and reads the inputs. `clean` takes secrets out of what is shown of them. */
async function readInputs(get, environment, { addSecret, clean }) {
    for (const secret of [...secretsIn(get, environment), ...(0,proxy/* proxySecrets */.Wm)(environment)])
        addSecret(secret);
    const loaded = await loadOne(get('service').trim(), clean);
    try {
        return parseInputs(get, environment, loaded);
    }
    catch (error) {
        if (!(error instanceof OtherServicesNeeded))
            throw error;
        return parseInputs(get, environment, { ...loaded, services: await (0,services/* loadServices */.rZ)(), areAll: true });
    }
}
/** What the wait needs: all services would take longer to load than the rest of the action. `clean` takes secrets out of what is shown of a definition. */
async function loadOne(name, clean) {
    if (name === 'custom') {
        const { customService } = await Promise.all(/* import() */[__nccwpck_require__.e(6036), __nccwpck_require__.e(5355)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5355));
        return { services: [], areAll: false, customService: definition => customService(definition, clean) };
    }
    return { services: (0,services/* isServiceName */.tN)(name) ? [await (0,services/* loadService */.oV)(name)] : [], areAll: false };
}
function allOf({ services, areAll }) {
    if (!areAll)
        throw new OtherServicesNeeded();
    return services;
}
/** Throws one InputError with every problem, before any request, or OtherServicesNeeded. */
function parseInputs(get, environment, loaded) {
    const read = createReader(get);
    const families = readFamilies(environment);
    const { service, needsEndpoint } = readService(read, loaded);
    const chosen = chooseCredentials(read, families);
    const region = read.text('region') ?? fromFamilies(families, 'region', read);
    const owners = chosen?.family ? [chosen.family] : families;
    const project = readProject(read, service, owners);
    const domainId = readDomain(read, service, chosen, owners);
    const enterpriseProjectId = readEnterpriseProject(read, service, owners);
    const cloud = read.text('cloud') ?? fromFamilies(families, 'cloud', read);
    const tasks = readTasks(read, service, loaded, { projectId: project.projectId ?? '', enterpriseProjectId });
    const endpoint = needsEndpoint ? undefined : readEndpoint(read, service, families, region, cloud);
    const access = readAccess(read, { service, chosen, families, region, cloud, domainId, ...project });
    const timeoutMs = read.duration('timeout');
    const bounds = readBounds(read);
    const required = complete({ timeoutMs, requestTimeoutMs: read.duration('request-timeout') });
    const limits = required && { ...required, bareTimeout: /^\d+$/.exec(read.given('timeout') ?? '')?.[0] };
    const judging = readJudging(read, service, loaded, bounds);
    const failFast = read.boolean('fail-fast');
    const jobSummary = read.boolean('job-summary');
    const notes = passedOver(families, chosen?.family);
    const addresses = [
        endpoint?.url,
        access?.iamEndpoint,
        access?.stsEndpoint,
        access && idTokenUrl(access, environment)
    ];
    read.problems.push(...(0,proxy/* proxyProblems */.Dg)(addresses, environment));
    const inputs = complete({
        service,
        tasks,
        place: endpoint && { endpoint, region: service?.hosts.global ? undefined : region },
        access,
        limits,
        judging,
        failFast,
        reporting: complete({
            jobSummary,
            notes,
            warnings: limits && warningsOf(limits),
            unused: service && endpoint && access && unusedIn(read, service, endpoint, access, cloud)
        })
    });
    if (read.problems.length > 0 || !inputs)
        throw new errors/* InputError */.dz(read.problems, read.choices, read.questions);
    return inputs;
}
function warningsOf({ timeoutMs }) {
    return timeoutMs < usualJobLimitMs ? [] : [words => words.warnings.longTimeout(timeoutMs)];
}
/** Which inputs that were given are not used for this service: not wrong, but whoever gave them may believe otherwise. */
function unusedIn({ given }, service, endpoint, access, cloud) {
    const { scope, hosts, enterpriseProject } = service;
    const about = (kind) => words => words.inputs[kind]((0,src_text/* textIn */.r7)(service.title, words.language));
    const region = given('region');
    const isRegionUnused = Object.keys(hosts.global ?? {}).filter(host => host.endsWith(`.${cloud ?? src_hosts/* homeCloud */.TU}`)).length === 1 &&
        access.iamEndpoint === '' &&
        access.stsEndpoint === '' &&
        endpoint.url === urlOf((0,src_hosts/* globalEndpointOf */.OV)(service, undefined, cloud));
    return [
        region !== undefined && isRegionUnused && about('unusedRegion'),
        given('project-id') !== undefined && scope === 'domain' && about('unusedProject'),
        given('domain-id') !== undefined && scope === 'project' && about('unusedDomain'),
        given('domain-id') !== undefined &&
            scope === 'domain' &&
            access.credentials.kind === 'token' &&
            ((words) => words.inputs.unusedDomainOfToken),
        given('enterprise-project-id') !== undefined && !enterpriseProject && about('unusedEnterpriseProject')
    ].filter(message => message !== false);
}
function urlOf(endpoint) {
    return 'url' in endpoint ? endpoint.url : undefined;
}
/** Also where the inputs as a whole cannot be used. */
function wantsSummary(get) {
    return get('job-summary').trim().toLowerCase() !== 'false';
}
/** Where GitHub is asked for an id token, if it is. */
function idTokenUrl({ credentials: { kind } }, environment) {
    return kind === 'oidc-agency' || kind === 'oidc-federation' ? environment[github/* idTokenVariables */.ed.url] : undefined;
}
function readService(read, loaded) {
    const name = read.required('service', words => words.inputs.serviceMissing);
    const definition = read.given('definition');
    if (name === 'custom') {
        const service = readDefinition(read, definition, loaded);
        // Without the service it is not known whether it has a host.
        return { service, needsEndpoint: !service || (service.hosts.usual === undefined && lacksEndpoint(read)) };
    }
    if (definition !== undefined) {
        read.problems.push(words => words.inputs.definitionUnused);
    }
    const service = name === undefined ? undefined : ((0,services/* findService */.Ln)(loaded.services, name) ?? (0,services/* findService */.Ln)(allOf(loaded), name));
    if (name !== undefined && !service) {
        const known = [...loaded.services.flatMap(({ name, aliases }) => [name, ...aliases]), 'custom'];
        read.problems.push(words => words.inputs.unknownService(shown(name, words), (0,nearest/* nearest */.p)(name, known)));
    }
    if (!service)
        read.choices.push(words => words.inputs.services([...services/* serviceNames */._m, 'custom']));
    return { service };
}
function readDefinition({ problems }, definition, { customService }) {
    if (definition === undefined || !customService) {
        problems.push(words => words.inputs.definitionMissing);
        return undefined;
    }
    const service = customService(definition);
    if (!('problems' in service))
        return service;
    problems.push(...service.problems);
    return undefined;
}
function lacksEndpoint({ given, problems }) {
    if (given('endpoint') !== undefined)
        return false;
    problems.push(words => words.inputs.endpointMissing);
    return true;
}
/** `1.23456789012346E+18`: the digits behind are lost. */
const exponentForm = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/i;
function readTasks(read, service, loaded, owner) {
    const workspace = read.text('workspace');
    const language = read.choice('language');
    const ids = readIds(read, service, loaded);
    if (language === undefined)
        return undefined;
    const [task, ...tasks] = ids.map(each => ({ ...each, ...owner, workspace, language }));
    return task && [task, ...tasks];
}
/** More would not be awaited in time: four at a time are asked for. */
const maxIds = 1000;
/**
 * The ids, each of them once. An item that is empty, or that a failed look-up left, is a problem and not passed over: a
 * task that drops out of the list without notice would open the gate.
 */
function readIds(read, service, loaded) {
    const forms = service ?? { taskId: { pattern: /^\S+$/, form: '' } };
    const accepted = words => (service ? (0,services_service/* formOf */.QU)(service, words) : words.inputs.anyId);
    const given = read.required('task-id', words => words.inputs.taskIdMissing((0,src_text/* inWords */.r4)(accepted, words))) ?? '';
    if (/^[[{]/.test(given)) {
        read.problems.push(words => words.inputs.wholeAnswer(idFieldIn(given)));
        return [];
    }
    const problem = (value, form) => read.problems.push(wrongForm('task-id', value, form));
    const items = given.split(/[ \t\r\n]*,[ \t\r\n]*|[ \t\r\n]+/);
    if (given !== '' && items.includes(''))
        problem(given, words => words.inputs.emptyId);
    const ids = [...new Set(items)].filter(item => item !== '');
    if (ids.length > maxIds) {
        read.problems.push(({ inputs }) => inputs.wrongForm('task-id', inputs.manyIds(ids.length), inputs.atMost(maxIds)));
    }
    return ids.flatMap(id => {
        const { parentId, taskId } = (0,services_service/* idsIn */.Sd)(id, forms);
        if ([parentId, taskId].some(part => part === 'null' || part === 'undefined')) {
            problem(id, words => words.inputs.lookUpFailed((0,src_text/* inWords */.r4)(accepted, words)));
        }
        else if (exponentForm.test(taskId)) {
            problem(id, words => words.inputs.exponent((0,src_text/* inWords */.r4)(accepted, words)));
        }
        else if (!(0,services_service/* isIdOf */.d4)(forms, id)) {
            const others = (0,services/* servicesWithIdLike */.HI)(allOf(loaded), id);
            problem(id, words => others.length > 0 ? words.inputs.likeOthers((0,src_text/* inWords */.r4)(accepted, words), others) : (0,src_text/* inWords */.r4)(accepted, words));
        }
        else
            return [{ taskId, parentId }];
        return [];
    });
}
/** The field of a starting call's answer that its id is in, by the names that services use. */
function idFieldIn(answer) {
    const fields = ['taskId', 'task_id', 'jobId', 'job_id', 'id'];
    return fields.find(name => answer.includes(`"${name}"`));
}
function readEndpoint(read, service, families, region, cloud) {
    const url = read.url('endpoint');
    if (url !== undefined)
        return { url, origin: words => words.hosts.fromEndpoint, isGiven: true };
    if (read.given('endpoint') !== undefined)
        return undefined;
    if (region !== undefined)
        return service && usable((0,src_hosts/* endpointOf */.X5)(service, region, cloud), read);
    // A region that is there but wrong has its problem already.
    if (isSet('region', read, families))
        return undefined;
    if (service?.hosts.global)
        return usable((0,src_hosts/* globalEndpointOf */.OV)(service, undefined, cloud), read);
    read.problems.push(words => words.inputs.regionMissing(variablesToSet('region')));
    return undefined;
}
/** The input, else what the first of these families has that has an id or a name; none where a whole account is asked. */
function readProject(read, service, families) {
    const given = read.text('project-id');
    if (service?.scope === 'domain')
        return { projectId: undefined, projectName: undefined };
    const family = families.find(({ values }) => values['project-id'] ?? values['project-name']);
    if (given !== undefined || read.given('project-id') !== undefined || !family) {
        return { projectId: given, projectName: undefined };
    }
    return {
        projectId: fromFamilies([family], 'project-id', read),
        projectName: family.values['project-id'] ? undefined : fromFamilies([family], 'project-name', read)
    };
}
/** The account's id for a service that is asked for a whole account: the input, else that of a keyless agency, else the environment's. */
function readDomain(read, service, chosen, families) {
    const given = read.text('domain-id');
    if (service?.scope !== 'domain')
        return undefined;
    const credentials = chosen?.credentials;
    const ofAgency = credentials?.kind === 'oidc-agency' ? /^iam::([\w-]+):/.exec(credentials.agencyUrn)?.[1] : undefined;
    if (given !== undefined && ofAgency !== undefined && given !== ofAgency) {
        read.problems.push(words => words.inputs.otherAccount(JSON.stringify(given), ofAgency));
    }
    if (read.given('domain-id') !== undefined)
        return given;
    return ofAgency ?? fromFamilies(families, 'domain-id', read);
}
function readEnterpriseProject(read, service, families) {
    const given = read.text('enterprise-project-id');
    if (!service?.enterpriseProject)
        return undefined;
    if (read.given('enterprise-project-id') !== undefined)
        return given;
    return fromFamilies(families, 'enterprise-project-id', read);
}
function fromFamilies(families, name, { problems }) {
    const variable = firstVariable(families, name);
    const form = name === 'project-name' ? projectNameForm : (0,table/* rowOf */.OB)(name).form;
    return variable && checked(variable, form, problems);
}
function readBounds(read) {
    const bounds = complete({ minMs: read.duration('min-interval'), maxMs: read.duration('max-interval') });
    if (bounds && bounds.minMs > bounds.maxMs) {
        read.problems.push(words => words.inputs.intervals);
    }
    return bounds;
}
/** What is expected of a resource, where it is not the usual. */
function readExpectation({ given, problems }, service, loaded) {
    const text = given('expect');
    if (text === undefined || !service)
        return undefined;
    const { resource, states } = service;
    if (!resource) {
        const names = allOf(loaded)
            .filter(each => each.resource)
            .map(({ name }) => name);
        problems.push(words => words.expect.onlyResources(service.name, names));
        return undefined;
    }
    const items = [...new Set(text.split(/[\s,]+/).filter(item => item !== ''))];
    const accepted = words => words.expect.form((0,src_text/* textIn */.r7)(service.title, words.language), resource.ends);
    if (items.length === 0)
        problems.push(wrongForm('expect', text, accepted));
    if (items.includes('gone')) {
        if (items.length === 1)
            return { kind: 'gone', signs: resource.gone };
        problems.push(words => words.expect.goneAlone(shown(text, words)));
        return undefined;
    }
    for (const word of items.filter(item => !resource.ends.includes(item))) {
        const [near] = (0,nearest/* nearest */.p)(word, ['gone', ...resource.ends], 1);
        problems.push(words => {
            const [item, takes] = [shown(word, words), (0,src_text/* inWords */.r4)(accepted, words)];
            if (Object.hasOwn(states, word))
                return words.expect.noEnd(item, states[word] === 'failed', takes);
            if (near === undefined)
                return words.expect.unknown(item, takes);
            if (near.toLowerCase() === word.toLowerCase())
                return words.expect.letters(item, near);
            return words.expect.near(item, near, takes);
        });
    }
    return { kind: 'words', words: items };
}
function readJudging(read, service, loaded, bounds) {
    const notFoundGraceMs = read.duration('not-found-grace');
    const givenSettleMs = read.duration('settle');
    const given = complete({
        strictSubtasks: read.boolean('strict-subtasks'),
        allowWarnings: read.boolean('allow-warnings')
    });
    const expectation = readExpectation(read, service, loaded);
    const strictness = given && { ...given, ...(expectation && { expectation }) };
    if (!service)
        return undefined;
    const { endTimeMeansEnd, settleMs, runsOverlap = false } = service;
    return complete({
        bounds,
        notFoundGraceMs,
        settleMs: givenSettleMs ?? settleMs,
        endTimeMeansEnd,
        idNamesThing: Math.max(settleMs, givenSettleMs ?? 0) > 0,
        runsOverlap,
        strictness
    });
}
/** An address as it may stand in a text, with the placeholder for it in outputs. */
function addressReplacements(url) {
    if (!URL.canParse(url))
        return [['<endpoint>', url]];
    const { host, hostname } = new URL(url);
    return [url, host, hostname].map(value => ['<endpoint>', value]);
}
/** The addresses that this step uses. */
function replacementsUsed({ endpoint }, access) {
    return [endpoint.url, access.iamEndpoint, access.stsEndpoint].flatMap(addressReplacements);
}
/** Project, region and endpoints as they were given anywhere, each with the placeholder that stands for it in outputs. */
function replacementsIn(get, environment) {
    const given = (input) => [get(input), ...variablesOf(input).map(name => environment[name] ?? '')].map(value => value.trim());
    return [
        ...['endpoint', 'iam-endpoint', 'sts-endpoint'].flatMap(given).flatMap(addressReplacements),
        ...given('project-id').map(value => ['<project>', value]),
        ...given('domain-id').map(value => ['<account>', value]),
        ...given('enterprise-project-id').map(value => ['<enterprise-project>', value]),
        ...given('region').map(value => ['<region>', value])
    ];
}

// EXTERNAL MODULE: ./build/src/report/begin.js
var begin = __nccwpck_require__(4505);
// EXTERNAL MODULE: ./build/src/report/text.js
var report_text = __nccwpck_require__(4913);
// EXTERNAL MODULE: ./build/src/report/tone.js
var report_tone = __nccwpck_require__(5690);
;// CONCATENATED MODULE: ./build/src/report/core.js



/** GitHub's log shows colors; what else collects the output of a step may not. */
function showsColors(environment) {
    return environment.GITHUB_ACTIONS === 'true' && !environment.NO_COLOR;
}
/** The runner masks the log alone; outputs and summary need it done here. */
function createSink(core, { cleaner, inColor, isOpen = () => true }) {
    const safe = (text) => (0,report_text/* harmless */.Is)(cleaner.clean(text));
    const say = (line) => {
        if (isOpen())
            core.info(line);
    };
    const info = (...line) => {
        const pieces = line.map(piece => {
            const [tone, text] = typeof piece === 'string' ? [undefined, piece] : piece;
            return { tone, text };
        });
        // What must not come through can begin in one piece and end in another.
        const whole = (0,report_text/* noCommand */.hh)(safe(pieces.map(({ text }) => text).join('')));
        if (!inColor)
            return say(whole);
        const safePieces = pieces.map(({ tone, text }) => ({ tone, text: safe(text) }));
        const isSafeInPieces = safePieces.map(({ text }) => text).join('') === whole;
        say(isSafeInPieces ? safePieces.map(({ tone, text }) => (0,report_tone/* colored */.d)(tone, text)).join('') : whole);
    };
    return {
        clean: cleaner.cleanText,
        info,
        group: (title, lines) => {
            if (!isOpen())
                return;
            core.startGroup(safe(title));
            for (const line of lines)
                info(...line);
            core.endGroup();
        },
        debug: (text, maxLength) => {
            if (isOpen())
                core.debug(safe((0,report_text/* oneLine */.TN)(cleaner.cleanText(text), maxLength)));
        },
        error: (message, title) => {
            if (isOpen())
                core.error(safe(message), { title: safe(title) });
        },
        notice: (message, title) => {
            if (isOpen())
                core.notice(safe(message), { title: safe(title) });
        },
        setOutput: (name, value) => {
            if (isOpen())
                core.setOutput(name, cleaner.clean(value));
        },
        setOwnOutput: (name, value) => {
            if (isOpen())
                core.setOutput(name, value);
        },
        writeSummary: async (markdown) => {
            if (isOpen())
                await core.summary.addRaw(cleaner.cleanLong(markdown)).write();
        },
        addSecret: (secret, lifeMs) => {
            if (!cleaner.add(secret, lifeMs))
                return;
            core.setSecret(secret);
            // The runner knows the other forms of a value by itself.
            const unpadded = secret.replace(/={1,2}$/, '');
            if (unpadded !== secret && (0,secrets/* isSecret */.$f)(unpadded))
                core.setSecret(unpadded);
        }
    };
}

;// CONCATENATED MODULE: ./build/src/report/redactor.js
function createRedactor() {
    const places = [];
    return {
        hide(more) {
            places.push(...more.filter(([, value]) => value.length > 2 && !/^[a-z]+$/i.test(value)));
            places.sort(([, a], [, b]) => b.length - a.length);
        },
        redact: text => places.reduce((rest, [placeholder, value]) => rest.replaceAll(value, placeholder), text)
    };
}

// EXTERNAL MODULE: ./build/src/words/en.js
var en = __nccwpck_require__(6112);
;// CONCATENATED MODULE: ./build/src/words/index.js

/** The words of a language, as the input `language` names it; English for what is no language. */
async function wordsFor(language) {
    if (language !== 'zh-cn')
        return en.en;
    // Most steps are English, and start without the other.
    return __nccwpck_require__.e(/* import() */ 2749).then(__nccwpck_require__.bind(__nccwpck_require__, 2749)).then(({ zh }) => zh, () => en.en);
}

;// CONCATENATED MODULE: ./build/src/main.js







/** Runs the step and says whether it is green. Whatever happens, the outputs are set and the verdict is said. */
async function run(dependencies) {
    const { core, environment, clock, signal, failure } = dependencies;
    const sinkOptions = { cleaner: (0,secrets/* createCleaner */.rd)(clock.now), inColor: showsColors(environment) };
    const redactor = createRedactor();
    const words = await wordsFor(core.getInput('language').trim());
    /** Ends what goes on while trouble is reported, and keeps it from saying anything more. */
    const trouble = new AbortController();
    const sink = createSink(core, { ...sinkOptions, isOpen: () => !trouble.signal.aborted });
    const stop = AbortSignal.any([signal, trouble.signal]);
    try {
        return await Promise.race([awaitTasks(dependencies, { sink, redactor, words }, stop), rejectionBy(failure)]);
    }
    catch (error) {
        trouble.abort();
        const begun = { dateMs: dateOf(clock), service: core.getInput('service'), taskId: core.getInput('task-id') };
        const channel = { sink: createSink(core, sinkOptions), redact: redactor.redact, words };
        const { reportTrouble } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6791));
        return await reportTrouble(error, channel, begun, wantsSummary(core.getInput));
    }
}
/** Reads what the workflow asks for; then wires, waits and reports. */
async function awaitTasks({ core, environment, createTransport, clock, random }, { sink, redactor, words }, signal) {
    redactor.hide(replacementsIn(core.getInput, environment));
    const inputs = await readInputs(core.getInput, environment, sink);
    redactor.hide(replacementsUsed(inputs.place, inputs.access));
    (0,begin/* begin */.q)(sink, words, clock.date());
    // Not before, for a step that cannot start has no use for it.
    const { waitAndReport } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3053));
    return waitAndReport(inputs, { environment, createTransport, clock, random }, { sink, redactor, words }, signal);
}
/** Absent where the clock itself is what fails. */
function dateOf(clock) {
    try {
        return clock.date();
    }
    catch {
        return undefined;
    }
}
/** Rejects as soon as the signal aborts, with what it stands for. */
function rejectionBy(signal) {
    return new Promise((_, reject) => {
        const rejectNow = () => reject(signal?.reason === 'nothing-left' ? new errors/* InternalError */.Gd(words => words.happened.nothingLeft) : signal?.reason);
        if (signal?.aborted)
            rejectNow();
        else
            signal?.addEventListener('abort', rejectNow, { once: true });
    });
}


/***/ }),

/***/ 7707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Longer than any candidate, and short enough that the comparison takes no time. */
const maxLetters = 80;
/** The candidates that a mistyped word was most likely meant to be, the likeliest first; none when nothing is like it. */
function nearest(word, candidates, max = 3) {
    const typed = word.slice(0, maxLetters).toLowerCase();
    return candidates
        .map(candidate => ({ candidate, letters: candidate.toLowerCase() }))
        .map(({ candidate, letters }) => ({ candidate, letters, distance: distance(typed, letters) }))
        .filter(({ letters, distance }) => distance <= Math.max(2, letters.length / 3) || letters.includes(typed))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, max)
        .map(({ candidate }) => candidate);
}
/** Number of letters to insert, remove or replace (Levenshtein). */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (const [index, letter] of [...a].entries()) {
        let left = index + 1;
        const next = [left];
        for (const [column, other] of [...b].entries()) {
            left = Math.min(left + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1));
            next.push(left);
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ groupsOf),
/* harmony export */   g: () => (/* binding */ mapAll)
/* harmony export */ });
function mapAll([first, ...others], change) {
    return [change(first), ...others.map(element => change(element))];
}
/** The elements with the same key together, in the order in which the keys appear. */
function groupsOf(elements, keyOf) {
    const groups = new Map();
    for (const element of elements) {
        const key = keyOf(element);
        const group = groups.get(key);
        if (group)
            group.push(element);
        else
            groups.set(key, [element]);
    }
    return [...groups.values()];
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ claimsSuccess),
/* harmony export */   jF: () => (/* binding */ subtaskFailed),
/* harmony export */   jH: () => (/* binding */ keptForShow),
/* harmony export */   oX: () => (/* binding */ proofOf)
/* harmony export */ });
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9324);

function subtaskFailed({ state }, allowWarnings) {
    return state === 'failed' || state === 'stopped' || (state === 'warning' && !allowWarnings);
}
function isOpen({ state }) {
    return !(0,_task_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(state) && state !== 'untold';
}
/** Whether a state is one that counts as success, where nothing speaks against it. */
function claimsSuccess(state, { allowWarnings }) {
    return state === 'succeeded' || (state === 'warning' && allowWarnings);
}
const maxShown = 10_000;
/** All subtasks are judged; of very many, those are kept that speak against a success, then the first ones. */
function keptForShow(task, allowWarnings) {
    const { subtasks } = task;
    if (subtasks.length <= maxShown)
        return task;
    const rank = (subtask) => (subtaskFailed(subtask, allowWarnings) ? 0 : isOpen(subtask) ? 1 : 2);
    const kept = new Set([...subtasks].sort((a, b) => rank(a) - rank(b)).slice(0, maxShown));
    return {
        ...task,
        subtasks: subtasks.filter(subtask => kept.has(subtask)),
        subtasksLeftOut: subtasks.length - maxShown
    };
}
/** `wasUndoing`: the task was seen undoing its work before. */
function proofOf(task, { strictSubtasks, allowWarnings }, wasUndoing = false) {
    switch (task.state) {
        case 'running':
        case 'unknown':
            return { kind: 'running' };
        case 'untold':
            return { kind: 'untold' };
        case 'failed':
        case 'stopped':
            return { kind: task.state, because: task.isDecidedByParts ? 'subtasks' : 'task' };
        case 'warning':
            if (!allowWarnings)
                return { kind: 'failed', because: 'warning' };
            break;
        case 'succeeded':
            break;
        default:
            return task.state;
    }
    if (wasUndoing)
        return { kind: 'failed', because: 'undone' };
    const { isDecidedByParts = false } = task;
    const subtasks = isDecidedByParts || (strictSubtasks && !task.isForced) ? task.subtasks : [];
    if (subtasks.some(subtask => subtaskFailed(subtask, allowWarnings)))
        return { kind: 'failed', because: 'subtasks' };
    const open = subtasks.filter(each => isOpen(each) || (isDecidedByParts && each.state === 'untold'));
    const { contradictions = [] } = task;
    return open.length + contradictions.length > 0 ? { kind: 'unproven', open, contradictions } : { kind: 'succeeded' };
}


/***/ }),

/***/ 4505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ begin)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4184);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8009);


/** The first line: this action, and when the step began. */
function begin(sink, words, dateMs) {
    sink.info(['quiet', words.log.begin(_version_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .r, (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR)(dateMs))]);
}


/***/ }),

/***/ 9113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ inOneLine),
/* harmony export */   p: () => (/* binding */ endingText)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2297);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7406);
/* harmony import */ var _non_empty_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(898);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(706);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4184);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8009);
/* harmony import */ var _facts_told_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1047);
/* harmony import */ var _subtasks_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(254);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4913);









function endingText(facts, words, told = []) {
    return {
        headline: (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(facts.headline, words), 300),
        happened: (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(facts.besides ?? facts.happened, words), 4000),
        reasons: (facts.reasons?.(words) ?? []).map(reason => (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(reason, 4000)),
        ofReasons: (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(facts.ofReasons ?? '', words),
        whole: (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(facts.happened, words), 4000),
        now: told.length > 1 ? nowOfAllIn(told, facts.support, words) : nowIn(facts.now, facts.support.kind, words),
        isOpen: told.length > 1 ? (0,_facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .nowOfAll */ .bl)(told).ended < told.length : !(0,_facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .isOver */ .PU)(facts.now),
        nowLabel: words.labels.now[facts.support.kind](facts.support.ids.length),
        toDo: facts.toDo.map(step => step.map(line => (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(line, words), 4000))),
        support: (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(supportIn(facts.support, words), 4000)
    };
}
function nowOfAllIn(told, { kind, endedDateMs }, { now, ...words }) {
    const { ended, running, unknown, polledDateMs } = (0,_facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .nowOfAll */ .bl)(told);
    return words.sentences([
        ended > 0 ? now.countEnded[kind](ended) : '',
        running > 0 ? now.countRunning[kind](running, (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(polledDateMs, endedDateMs ?? polledDateMs)) : '',
        unknown > 0 ? now.countUnknown[kind](unknown) : ''
    ]);
}
function nowIn(fact, kind, words) {
    const { now } = words;
    switch (fact.is) {
        case 'ended':
            if (kind === 'resource') {
                const [state, at] = seenIn(fact.seen, words);
                return now.inState(state, at);
            }
            return endedIn(fact, words);
        case 'gone':
            return now.gone((0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(fact.seen.dateMs, fact.seen.dateMs), (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(fact.seen.dateMs + fact.seen.ageMs, fact.seen.dateMs));
        case 'running':
            return now.running[kind](...seenIn(fact.seen, words));
        case 'not-proven':
            return now.notProven[kind](...seenIn(fact.seen, words));
        case 'unknown':
            return words.sentences([now.unknown(...seenIn(fact.seen, words)), now.mayRun[kind]]);
        case 'never-seen':
            return now.neverSeen[kind];
        case 'not-asked':
            return now.notAsked;
        case 'lost':
            return now.lost;
        default:
            return fact;
    }
}
function endedIn({ atMs, seen: { task, dateMs } }, words) {
    const { now } = words;
    if (atMs === undefined)
        return now.endedSeen((0,_subtasks_js__WEBPACK_IMPORTED_MODULE_3__/* .shownState */ .B5)(task, words), (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(dateMs, dateMs));
    return now[(0,_facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .openSubtaskCount */ .rE)(task) > 0 ? 'mayHaveEnded' : 'ended']((0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(atMs, dateMs));
}
function seenIn({ task, dateMs, ageMs }, words) {
    const agoMs = ageMs < _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj ? 0 : (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .shownBetweenMs */ .Gt)(dateMs, dateMs + ageMs);
    return [(0,_facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .stateIn */ .pQ)(task, words), (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(dateMs, dateMs), agoMs > 0 ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(agoMs) : ''];
}
const maxFailuresShown = 5;
function supportIn(facts, words) {
    const { title, ids, places, requestIds, failedPolls, isGone, endedDateMs } = facts;
    const { support } = words;
    return [
        title === undefined ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textIn */ .r7)(title, words.language),
        tasksIn(ids, facts, words),
        ...places.map(place => (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(place, words)),
        requestIds.length > 0 ? requestsIn(facts, words) : '',
        failedPolls === 0 ? '' : isGone ? support.notFound(failedPolls) : failuresIn(facts, words),
        endedDateMs === undefined ? '' : support.ended((0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .instant */ .uR)(endedDateMs)),
        support.version(_version_js__WEBPACK_IMPORTED_MODULE_7__/* .version */ .r)
    ]
        .filter(Boolean)
        .join(' · ');
}
function requestsIn(facts, words) {
    const { requestIds } = facts;
    const { support, parties } = words;
    const lines = (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(requestIds, _facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .maxIds */ .JU, support.andMore, request => {
        const { id, party = 'service', taskIds } = request;
        const whose = party === 'service' ? '' : parties[party];
        const facets = [tasksIn(taskIds, facts, words), whose, whichIn(request, facts, words)].filter(Boolean);
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(id, 100) + (facets.length > 0 ? words.inBrackets(words.list(facets)) : '');
    });
    return support.requestIds(requestIds.length, words.list(lines));
}
/** Which request it was, where some have failed. */
function whichIn({ brought, taskIds }, { failures }, words) {
    if (brought === undefined)
        return '';
    if (brought === 'good')
        return words.support.ofAnswer;
    const failure = broughtBy(brought, words);
    const isLast = taskIds.length > 0 || brought === failures.at(-1)?.error;
    return isLast ? failure : words.support.ofEarlier(failure);
}
function tasksIn(ids, { kind, noun }, words) {
    const [id, ...others] = ids;
    if (id === undefined)
        return '';
    return others.length > 0
        ? words.support.several[kind]((0,_facts_told_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIds */ .pW)(ids, words))
        : words.support.one((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(noun, words), id);
}
/** The last failed requests, by what they brought. */
function failuresIn(facts, words) {
    const { failures, firstFailedDateMs, failedIds, failedPolls, throttledPolls, failuresDecide, endedDateMs } = facts;
    const shown = failures.slice(-maxFailuresShown);
    const told = shown.map(({ error, dateMs }) => ({
        text: shortly(error, words),
        time: (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(dateMs, endedDateMs ?? dateMs)
    }));
    const some = (0,_non_empty_js__WEBPACK_IMPORTED_MODULE_8__/* .groupsOf */ .c)(told, ({ text }) => text).map(group => {
        const last = group.length - 1;
        return words.support.at(group[0].text, group.map(({ time }, index) => (index === last ? time : time.replace(/ UTC$/, ''))));
    });
    const about = tasksIn(failedIds, facts, words);
    const isCut = shown.length > 0 && shown.length < failedPolls && firstFailedDateMs !== undefined;
    const since = isCut ? (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .timeOf */ .nR)(firstFailedDateMs, endedDateMs ?? firstFailedDateMs) : '';
    const last = { since, count: shown.length, some: words.names(some) };
    return words.support.failures(failedPolls, throttledPolls, last, failuresDecide, about);
}
/** A failure by its status or code, and whose it is where that is not the service. */
function shortly(error, words) {
    const { party = 'service' } = error.failure;
    return broughtBy(error, words) + (party === 'service' ? '' : words.inBrackets(words.parties[party]));
}
function broughtBy({ failure: { status, code, isPage }, what, cause }, words) {
    const page = isPage ? words.answer.notJson : '';
    const parts = [status === undefined ? '' : `HTTP ${status}${page}`, code === String(status) ? '' : (code ?? '')];
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(parts.filter(Boolean).join(' ') || (rootCode(cause) ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r4)(what, words)), 100);
}
/** The system's code for why no answer came. */
function rootCode(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error) ?? (error instanceof Error && error.cause ? rootCode(error.cause) : undefined);
}
/** What is said of an ending in one line, by an annotation. */
function inOneLine({ whole, now, nowLabel, isOpen, toDo }, words) {
    const said = whole.toLowerCase();
    return words.sentences([
        whole,
        isOpen ? nowLabel + words.colon + now : '',
        ...toDo.flat().filter(line => !said.includes(line.toLowerCase()))
    ]);
}


/***/ }),

/***/ 512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   O3: () => (/* binding */ decisiveOf),
/* harmony export */   O5: () => (/* binding */ byRank)
/* harmony export */ });
/** What is known to have failed outranks what is not known. What `fail-fast` left behind never decides: another task did. */
const byRank = [
    'cancelled',
    'failed',
    'stopped',
    'error',
    'denied',
    'not-found',
    'timed-out',
    'unfinished',
    'succeeded'
];
function rankOf({ result }) {
    return byRank.indexOf(result.ending.verdict);
}
/** The task whose verdict is that of the step: the first of those with the verdict that ranks highest. */
function decisiveOf(told) {
    return told.reduce((decisive, next) => (rankOf(next) < rankOf(decisive) ? next : decisive), told[0]);
}


/***/ }),

/***/ 1047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ unknownWord),
/* harmony export */   BZ: () => (/* binding */ advised),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   DS: () => (/* binding */ reportWord),
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   EZ: () => (/* binding */ caveatOf),
/* harmony export */   JU: () => (/* binding */ maxIds),
/* harmony export */   Ke: () => (/* binding */ answerIn),
/* harmony export */   OM: () => (/* binding */ againIn),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   Qx: () => (/* binding */ maxCause),
/* harmony export */   Qy: () => (/* binding */ unsuccessfulFirst),
/* harmony export */   X: () => (/* binding */ thenWait),
/* harmony export */   _0: () => (/* binding */ keepsId),
/* harmony export */   _l: () => (/* binding */ lookAtTask),
/* harmony export */   a2: () => (/* binding */ nounOf),
/* harmony export */   bl: () => (/* binding */ nowOfAll),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fm: () => (/* binding */ waitFor),
/* harmony export */   h0: () => (/* binding */ waitedMs),
/* harmony export */   ht: () => (/* binding */ aboutTask),
/* harmony export */   hx: () => (/* binding */ plainWord),
/* harmony export */   mS: () => (/* binding */ afterFix),
/* harmony export */   n3: () => (/* binding */ waitBy),
/* harmony export */   oj: () => (/* binding */ judgeWord),
/* harmony export */   op: () => (/* binding */ waitInNewRun),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   pW: () => (/* binding */ firstIds),
/* harmony export */   rE: () => (/* binding */ openSubtaskCount),
/* harmony export */   uE: () => (/* binding */ reports),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   wp: () => (/* binding */ onceChanged),
/* harmony export */   yO: () => (/* binding */ hasSucceeded),
/* harmony export */   zL: () => (/* binding */ waitAfterFix)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2297);
/* harmony import */ var _services_service_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6209);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(706);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4184);
/* harmony import */ var _words_en_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6112);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1522);
/* harmony import */ var _subtasks_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(254);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4913);
/* harmony import */ var _rank_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(512);









function hasSucceeded({ result }) {
    return result.ending.verdict === 'succeeded';
}
/** Those that did not succeed first, failures before the others: they are to be read, and the last to be cut off. */
function unsuccessfulFirst(told) {
    return told.toSorted((a, b) => (0,_rank_js__WEBPACK_IMPORTED_MODULE_6__/* .rankOf */ .IQ)(a) - (0,_rank_js__WEBPACK_IMPORTED_MODULE_6__/* .rankOf */ .IQ)(b));
}
/** As between the times that are shown: never less than what lies between two of these. At its limit, this limit. */
function waitedMs({ elapsedMs, endedDateMs }, { timeoutMs }) {
    const isAtLimit = elapsedMs >= timeoutMs && elapsedMs < timeoutMs + _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    return isAtLimit ? timeoutMs : (0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .shownBetweenMs */ .Gt)(endedDateMs - elapsedMs, endedDateMs);
}
/** A headline about the task of the case. */
function about(own, make) {
    return words => make(words, who(own, words));
}
/** A headline with what is said of the task of the case. */
function aboutTask(own, what) {
    return about(own, (words, name) => words.headline.about(name, what(words)));
}
/** The name of the thing and of the task, where the answer has them; else the id. */
function who({ result, service, id, title }, words) {
    const { name, resourceName } = result.last?.task ?? {};
    const [first, second] = [...new Set([resourceName, name].flatMap(text => (text ? shortened(text, 80) : [])))];
    const shown = first === undefined ? shortenedId(id) : words.quoted(first);
    const one = words.one(title(words), nounOf(service, words), shown);
    return second === undefined ? one : one + words.inBrackets(second);
}
/** Of a long id both ends tell most. */
function shortenedId(id) {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(id, 200);
    return shown.length <= 80 ? shown : `${shown.slice(0, 35)}…${shown.slice(-44)}`;
}
/** What the service is asked for, in a word. */
function nounOf(service, words) {
    return service.noun === undefined ? words.nouns[(0,_services_service_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(service)] : (0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textIn */ .r7)(service.noun, words.language);
}
/** What a success of the service does not say. */
function caveatOf({ advice: { caveat } }) {
    return caveat === undefined ? '' : ({ language }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textIn */ .r7)(caveat, language);
}
/** How the work is done anew, inside a sentence. */
function againIn({ advice: { again } }, { language, toDo }) {
    return again ? (0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textIn */ .r7)(again, language) : toDo.again;
}
/** Whether work that is done anew has the id that it had. */
function keepsId({ settleMs, advice }) {
    return settleMs > 0 && !advice.again?.givesNewId;
}
/** For a task that may be running: what to do first, and then to wait for it again. */
function thenWait(before, wait) {
    return { toDo: [...before, wait.step], wait };
}
/** To wait for the task after something was put right, which can be in the workflow file. */
function waitAfterFix(own, fixed = () => undefined) {
    if (fixed(_words_en_js__WEBPACK_IMPORTED_MODULE_2__.en)?.isInWorkflow)
        return waitInNewRun(own);
    return waitOr(own, false, ({ toDo }) => toDo.firstThatFits, ...afterFix((0,_services_service_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(own.service)));
}
/** In which cases nothing is started a second time. The first that fits holds. */
function afterFix(change) {
    return [({ toDo }) => toDo.unedited, ({ toDo }) => toDo.edited(change)];
}
/** After an edit of the workflow file. */
function waitInNewRun(own) {
    return waitOr(own, false, ({ toDo }) => toDo.noneStarts((0,_services_service_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(own.service)));
}
/** By a re-run of this job. */
function waitFor(own, ...onlyWaits) {
    return waitOr(own, true, ...onlyWaits);
}
/** Many workflows start the task in the job that waits, or in one beside it. `isThisJob`: of the first alone, for a re-run. */
function waitOr({ id, service, result }, isThisJob, ...onlyWaits) {
    const starts = result.last ? 'startsOnce' : 'startsUnseen';
    return waitBy(id, ids => [...onlyWaits, ({ toDo }) => toDo[starts][(0,_services_service_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(service)](ids, isThisJob)]);
}
/** To wait again by these steps; with the others where those have to be done first. */
function waitBy(id, steps) {
    const of = (ids, withOthers) => withOthers ? [({ toDo }) => toDo.waitWithOthers(ids.length)] : steps(ids.join(', '));
    return { step: of([id], false), of };
}
/** The service's word alone: behind that of a resource stands what is being done with it, in brackets. */
function plainWord({ serviceStatus }) {
    return serviceStatus.split(' (', 1)[0] ?? '';
}
function reports({ result, title }, words) {
    return words.happened.reports(title(words), stateIn(result.last?.task, words));
}
function stateIn(task, words) {
    if (!task)
        return words.states.untold;
    const progress = task.progress === undefined ? '' : words.list(['', `${task.progress} %`]);
    return (0,_subtasks_js__WEBPACK_IMPORTED_MODULE_4__/* .shownState */ .B5)(task, words) + progress;
}
/** The first names, and how many more there are. */
function names(subtasks, words) {
    const shown = subtasks.slice(0, _subtasks_js__WEBPACK_IMPORTED_MODULE_4__/* .maxNames */ .$g);
    return [words.names(shown.map(each => (0,_subtasks_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(each, words))), subtasks.length - shown.length];
}
/** In a line, without a full stop. */
function shortened(text, maxLength) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(text.trim().replace(/[.。]$/, ''), maxLength);
}
/** As much of a reason as a headline has room for. */
const maxCause = 160;
/** For a task in a state that nobody has told the meaning of: it can have ended in it, or run on. */
function unknownWord(word, own, more = []) {
    const { service, id } = own;
    if (service.isDefinedByWorkflow) {
        return thenWait([[({ toDo }) => toDo.defineWord(word)], ...more], waitInNewRun(own));
    }
    const wait = service.resource ? waitFor(own, ({ toDo }) => toDo.onlyWaitsUnknown) : waitBy(id, onceChanged);
    return { toDo: [lookAtTask(own), ...more, wait.step, ...judgeWord(word, own), reportWord(word)], wait };
}
/** Where only the service can tell how it did. */
function lookAtTask({ service, title }) {
    return [words => words.toDo.lookAtTask(title(words), nounOf(service, words))];
}
/** To wait again, which helps once its state is one that is known. */
function onceChanged(ids) {
    return [({ toDo }) => toDo.onceChanged.onlyWaits, ({ toDo }) => toDo.onceChanged.starts(ids)];
}
/** What holds as long as it stays in this state. */
function judgeWord(word, { service }) {
    return service.resource ? [] : [[words => words.toDo.judged(word, againIn(service, words), !keepsId(service))]];
}
function reportWord(word) {
    return [({ toDo }) => toDo.reportMeaning(word)];
}
function adviceFor({ service }, { failure: { code = '' } }) {
    const { codes = {} } = service.advice;
    return Object.hasOwn(codes, code) ? advised(codes[code]) : [];
}
function advised(text) {
    return text === undefined ? [] : [[({ language }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textIn */ .r7)(text, language)]];
}
function sentence(text, words) {
    return words.sentence((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(text));
}
function answerIn(cause, words) {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFailure */ .I)(cause, words, { withId: false });
}
/** Of the ids that a line names. */
const maxIds = 10;
/** The first ids, and how many more there are. */
function firstIds(ids, words) {
    return words.list((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(ids, maxIds, words.support.andMore, id => id));
}
/** How many subtasks still run of a task that is taken to have ended by its end time alone. */
function openSubtaskCount({ state, subtasks }) {
    return state === 'unknown' ? subtasks.filter(subtask => subtask.state === 'running').length : 0;
}
/** Whether the task is known to have ended. */
function isOver(now) {
    return now.is === 'gone' || (now.is === 'ended' && openSubtaskCount(now.seen.task) === 0);
}
/** How many of several tasks have ended, run, or are in a state that is not known, and when those that run were last polled. */
function nowOfAll(told) {
    const ended = told.filter(({ facts }) => isOver(facts.now)).length;
    const polled = told.flatMap(({ facts: { now } }) => (now.is === 'running' ? now.seen.dateMs : []));
    return {
        ended,
        running: polled.length,
        polledDateMs: Math.max(...polled),
        unknown: told.length - ended - polled.length
    };
}


/***/ }),

/***/ 1522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(706);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4913);


/**
 * What a failed request brought, for people: status, the service's code and text, and the id that its support needs.
 * Says who was asked, unless that one is `named` already.
 */
function describeFailure({ what, failure }, words, { named = 'service', withId = true } = {}) {
    const { status, code, text, requestId, isPage, party = 'service' } = failure;
    // Keystone repeats the HTTP status as its code.
    const said = [code === String(status) ? '' : code && (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(code, 100), text && (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).replace(/[.。]$/, '')]
        .filter(Boolean)
        .join(words.colon);
    const who = party === named || party === 'service' ? '' : words.parties[party] + words.colon;
    const answer = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(what, words);
    // What no service has answered has no id of the service.
    const id = withId && requestId && !isPage ? words.answer.requestId((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(requestId, 100)) : '';
    return who + (said ? words.answer.code(answer, said) : answer) + id;
}


/***/ }),

/***/ 254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ maxNames),
/* harmony export */   B5: () => (/* binding */ shownState),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   Yk: () => (/* binding */ failedFirst),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   w8: () => (/* binding */ summarizeSubtasks)
/* harmony export */ });
/* harmony import */ var _polling_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5876);
/* harmony import */ var _words_en_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6112);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4913);



const others = [
    'failed',
    'stopped',
    'warning',
    'running',
    'skipped',
    'unknown',
    'untold'
];
/** Of the subtasks that a text names. */
const maxNames = 5;
/** One line such as `1/3 succeeded, 1 failed (Import the job_batch job.), 1 RUNNING`: those that count as failed have names. */
function summarizeSubtasks(subtasks, allowWarnings, words = _words_en_js__WEBPACK_IMPORTED_MODULE_1__.en) {
    if (subtasks.length === 0)
        return words.subtasks.none;
    const inState = (wanted) => subtasks.filter(({ state }) => state === wanted);
    const counted = others
        .map(state => [inState(state), state])
        .filter(([{ length }]) => length > 0)
        .map(([own, state]) => {
        const failed = own.filter(subtask => (0,_polling_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .subtaskFailed */ .jF)(subtask, allowWarnings));
        const names = failed.length > 0 ? words.inBrackets(namesOf(failed, words)) : '';
        return words.subtasks[state](own.length, wordOf(own)) + names;
    });
    return words.list([words.subtasks.succeeded(inState('succeeded').length, subtasks.length), ...counted]);
}
/** The service's word for them, where it has one alone, and no number. */
function wordOf([first, ...others]) {
    const word = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(first?.serviceStatus ?? '', 40);
    return /^-?\d+$/.test(word) || others.some(({ serviceStatus }) => serviceStatus !== first?.serviceStatus) ? '' : word;
}
/** The first few names. */
function namesOf(subtasks, words) {
    const names = subtasks.slice(0, maxNames).map(subtask => nameOf(subtask, words));
    return words.names(subtasks.length > maxNames ? [...names, '…'] : names);
}
function nameOf({ name, id }, words = _words_en_js__WEBPACK_IMPORTED_MODULE_1__.en) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(name ?? id ?? words.subtasks.noName, 200);
}
/** Failed ones first, else in the service's order. */
function failedFirst(subtasks, allowWarnings) {
    const isFirst = (subtask) => (0,_polling_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .subtaskFailed */ .jF)(subtask, allowWarnings);
    return [...subtasks.filter(isFirst), ...subtasks.filter(subtask => !isFirst(subtask))];
}
/** The service's word, with what it means where it is a number, which means nothing to a reader. */
function shownState({ state, serviceStatus }, words, maxLength = 100) {
    const word = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(serviceStatus, maxLength);
    if (word === '')
        return words.states[state];
    // Behind a number, a resource has what is being done with it.
    const [, code, more] = /^(-?\d+)(?: \((.+)\))?$/.exec(word) ?? [];
    return code === undefined ? word : (more ?? words.states[state]) + words.inBrackets(words.stateCode(code));
}


/***/ }),

/***/ 5899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ document),
/* harmony export */   Pf: () => (/* binding */ supportPart),
/* harmony export */   Pt: () => (/* binding */ icons),
/* harmony export */   qN: () => (/* binding */ paragraphs),
/* harmony export */   s3: () => (/* binding */ endingParts)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4913);

const icons = {
    succeeded: '✅',
    failed: '❌',
    stopped: '⏹️',
    'timed-out': '⏱️',
    unfinished: '⏳',
    cancelled: '🚫',
    'not-found': '❓',
    denied: '🔒',
    error: '💥'
};
function document(parts) {
    return `${paragraphs(parts)}\n`;
}
function paragraphs(parts) {
    return parts.filter(part => part !== '').join('\n\n');
}
/** The lines of the ending but the one for support, which stands last. */
function endingParts(verdict, { headline, happened, reasons, ofReasons, now, nowLabel, toDo }, words) {
    const { labels, colon } = words;
    const labelled = (label, content) => (content ? `**${label}${colon.trim()}** ${content}` : '');
    const steps = toDo.map(lines => lines.map(line => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(line, 1000)));
    const [only, ...others] = steps;
    return [
        `### ${icons[verdict]} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(headline)}`,
        reasons.length > 0
            ? `**${labels.happened}${colon.trim()}**\n\n${reasonList(reasons, words)}`
            : labelled(labels.happened, (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(happened, 2000)),
        ofReasons,
        labelled(nowLabel, (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(now, 1000)),
        others.length > 0
            ? `**${labels.toDo}${colon.trim()}**\n\n${steps.map((lines, index) => `${index + 1}. ${lines.join('<br>')}`).join('\n')}`
            : labelled(labels.toDo, (only ?? []).join('<br>'))
    ];
}
/** GitHub drops a summary of more than a mebibyte as a whole, and an escaped letter is up to twenty bytes. */
const maxReasons = 20;
const maxReasonLength = 700;
function reasonList(reasons, { log }) {
    const lines = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(reasons, maxReasons, log.more, reason => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(reason, maxReasonLength));
    return lines.map(line => `- ${line}`).join('\n');
}
function supportPart({ support }, { labels, colon }) {
    return support ? `<sub>${labels.support}${colon}${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(support, 2000)}</sub>` : '';
}


/***/ }),

/***/ 7244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n0: () => (/* binding */ setOutputs),
  y5: () => (/* binding */ stepFor),
  qz: () => (/* binding */ tell),
  nT: () => (/* binding */ thrownInWords),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/text.js
var src_text = __nccwpck_require__(706);
// EXTERNAL MODULE: ./build/src/report/ending.js
var report_ending = __nccwpck_require__(9113);
;// CONCATENATED MODULE: ./build/src/report/output-names.js
/** Of ours alone, or put together from texts that were cleaned one by one, so that they stay what they are. */
const ownOutputs = new Set([
    'status',
    'start-time',
    'end-time',
    'duration-seconds',
    'progress',
    'subtask-summary',
    'subtasks',
    'failed-subtasks',
    'causes',
    'tasks',
    'polls',
    'detection-lag-seconds'
]);

// EXTERNAL MODULE: ./build/src/report/text.js
var report_text = __nccwpck_require__(4913);
;// CONCATENATED MODULE: ./build/src/report/tell.js





/** Sets all outputs, or says why that cannot be done. `status` comes last: later steps see it only where all others are set. */
function setOutputs({ status, ...others }, sink, words) {
    try {
        for (const [name, value] of Object.entries({ ...others, status })) {
            if (ownOutputs.has(name))
                sink.setOwnOutput(name, value);
            else
                sink.setOutput(name, value);
        }
        return undefined;
    }
    catch (error) {
        const { code } = error;
        return { what: (0,report_text/* oneLine */.TN)(sink.clean(thrownInWords(error, words))), isFull: code === 'ENOSPC' || code === 'EDQUOT' };
    }
}
function stepFor({ isFull }, { toDo }) {
    return isFull ? toDo.diskFull : toDo.outputs;
}
function thrownInWords(error, words) {
    try {
        return (0,src_text/* inWords */.r4)((0,errors/* wordsOf */.Z9)(error), words);
    }
    catch {
        return words.log.noWords;
    }
}
/** The ending in the log, and as an annotation where the step is red. */
function tell(verdict, ending, sink, words) {
    const isGood = verdict === 'succeeded';
    sink.info([isGood ? 'good' : 'bad', `${isGood ? '✓' : '✗'} ${ending.headline}`]);
    for (const line of endingLines(ending, words))
        sink.info(...line);
    if (isGood)
        return;
    const annotate = verdict === 'unfinished' ? sink.notice : sink.error;
    annotate((0,report_text/* oneLine */.TN)((0,report_ending/* inOneLine */.U)(ending, words), 4000), ending.headline);
}
/** The four lines with their labels, and further ones below where there is more than one thing. */
function endingLines({ happened, reasons, ofReasons, now, nowLabel, toDo, support }, { labels }) {
    const width = Math.max(...[labels.happened, nowLabel, labels.toDo, labels.support].map(report_text/* widthOf */.qz)) + 2;
    const steps = toDo.flatMap((lines, index) => {
        const mark = toDo.length > 1 ? `${index + 1}. ` : '';
        return lines.map((line, number) => (number === 0 ? mark + line : ' '.repeat(mark.length) + line));
    });
    const rows = [
        [labels.happened, reasons.length > 0 ? [...reasons.map(reason => `- ${reason}`), ofReasons] : [happened]],
        [nowLabel, [now]],
        [labels.toDo, steps],
        [labels.support, [support]]
    ];
    return rows.flatMap(([label, lines]) => lines
        .filter(line => line !== '')
        .map((line, index) => [['strong', (0,report_text/* padded */.jC)(index === 0 ? label : '', width)], line]));
}
async function writeSummary(markdown, sink, words) {
    try {
        await sink.writeSummary(markdown);
    }
    catch (error) {
        sink.info(`${words.log.warning}${words.log.summaryNotWritten((0,report_text/* oneLine */.TN)(sink.clean(thrownInWords(error, words))))}`);
    }
}


/***/ }),

/***/ 4913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hh: () => (/* binding */ noCommand),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   wD: () => (/* binding */ markdown),
/* harmony export */   yd: () => (/* binding */ cutTo)
/* harmony export */ });
/** Texts of a service are data: nothing in them may act on the log, on Markdown or on HTML. */
// Control characters, line separators, what turns the reading direction, and letters that nobody sees; but not what
// joins or varies the parts of an emoji or of a script.
const unsafe = /(?:(?![\u200c\u200d]|[\ufe00-\ufe0f])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cf}])+/gu;
/** Without control characters. `##[` would start a command of the runner anywhere in a line. */
function harmless(text) {
    return text.replace(unsafe, ' ').replaceAll('##[', '## [');
}
/** A line of the log that the runner takes for none of its commands, which begin it with `::`. */
function noCommand(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ');
}
/** One line of at most so many characters. */
function oneLine(text, maxLength = 1000) {
    // Cut before the expensive part: a service may send megabytes.
    const line = harmless(text.slice(0, maxLength * 2))
        .replace(/ {2,}/g, ' ')
        .trim();
    return line.length > maxLength || text.length > maxLength * 2
        ? `${wellFormed(line.slice(0, maxLength - 1))}…`
        : wellFormed(line);
}
/** A line for each of the first so many, and how many more there are. */
function listed(all, most, more, lineOf) {
    const lines = all.slice(0, most).map(lineOf);
    return all.length > most ? [...lines, more(all.length - most)] : lines;
}
/** Without halves of characters, which a cut or the service can leave. */
function wellFormed(text) {
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
/** Text inside Markdown, table cells included: each mark that could become markup is an HTML entity. */
function markdown(text, maxLength = 300) {
    return oneLine(text, maxLength).replace(marks, mark => {
        const entity = `&#${mark.charCodeAt(0)};`;
        return mark === '.' ? apart + entity : linking.has(mark) ? entity + apart : entity;
    });
}
/** Addresses, mentions and references are linked also after entities were read, but not over the border of an element. */
const apart = '<span></span>';
const linking = new Set([':', '@', '#']);
// Underscores inside words, and colons that begin neither an address nor an emoji, mean nothing. What would begin a
// list, a line or a heading does so only at the start.
const marks = /[&<>`*~|\\[\]#$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/|[\w+-]+:)|(?<=www)\.|^[-+=]|(?<=^\d{1,9})[.)]/gi;
/** Text in the typewriter face, for ids and words of the service. */
function code(text) {
    return `<code>${markdown(text)}</code>`;
}
const isWide = (character) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\p{Emoji_Presentation}]/u.test(character);
/** How many columns a text takes in a typewriter face, where Chinese letters take two. */
function widthOf(text) {
    return [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}
/** With blanks behind it, as wide as this. */
function padded(text, width) {
    return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
/** So much of a text as fits into this width. */
function cutTo(text, width) {
    if (widthOf(text) <= width)
        return text;
    let kept = '';
    for (const character of text) {
        if (widthOf(kept + character) >= width)
            break;
        kept += character;
    }
    return `${kept.trimEnd()}…`;
}


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ toneOf),
/* harmony export */   d: () => (/* binding */ colored)
/* harmony export */ });
/** As codes of ANSI, which GitHub shows in both its themes. */
const ansiCodes = { quiet: 90, strong: 1, going: 36, good: 32, doubtful: 33, bad: 31 };
const tones = {
    running: 'going',
    succeeded: 'good',
    warning: 'doubtful',
    failed: 'bad',
    stopped: 'bad',
    unknown: 'doubtful',
    skipped: 'quiet',
    untold: 'quiet'
};
function toneOf(state) {
    return tones[state];
}
/** To be used on harmless text alone, and last: nothing lets an escape sequence through after it. */
function colored(tone, text) {
    return tone === undefined || text.trim() === '' ? text : `\u001b[${ansiCodes[tone]}m${text}\u001b[0m`;
}


/***/ }),

/***/ 6791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   reportTrouble: () => (/* binding */ reportTrouble)
/* harmony export */ });
/* unused harmony exports outputsWithoutWait, summaryWithoutWait */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(706);
/* harmony import */ var _words_en_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6112);
/* harmony import */ var _begin_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4505);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9113);
/* harmony import */ var _facts_told_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1047);
/* harmony import */ var _summary_form_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5899);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7244);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4913);









/** For everything that kept the step from waiting or from reporting, an error in this program included. */
async function reportTrouble(error, { sink, redact, words }, begun, withSummary) {
    const isInput = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz;
    const problems = isInput ? error.problems : [(0,_tell_js__WEBPACK_IMPORTED_MODULE_5__/* .thrownInWords */ .nT)(error, words)];
    const shown = problems.map(problem => sink.clean((0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .inWords */ .r4)(problem, words)));
    const known = plainOf(begun, problems, sink.clean);
    const facts = isInput ? wrongInputs(shown, error, known) : unexpected(shown.join(' '), known);
    const ending = (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .endingText */ .p)(facts, words);
    // Each of these may fail for the same reason as what came before, and nothing else may fail with it.
    const parts = [
        // Else it was said when the wait began.
        () => isInput && begun.dateMs !== undefined && (0,_begin_js__WEBPACK_IMPORTED_MODULE_8__/* .begin */ .q)(sink, words, begun.dateMs),
        () => (0,_tell_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .qz)('error', ending, sink, words),
        () => {
            const problem = (0,_tell_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutputs */ .n0)(outputsWithoutWait(ending.whole, redact), sink, words);
            if (problem !== undefined) {
                sink.info(`${words.log.warning}${words.log.outputsNotSet(problem.what)} ${(0,_tell_js__WEBPACK_IMPORTED_MODULE_5__/* .stepFor */ .y5)(problem, words)}`);
            }
        },
        () => {
            if (error instanceof Error && !isInput)
                sink.debug(error.stack ?? '', 8000);
        },
        () => withSummary && (0,_tell_js__WEBPACK_IMPORTED_MODULE_5__/* .writeSummary */ .Sy)(summaryWithoutWait(ending, words), sink, words)
    ];
    for (const part of parts) {
        try {
            await part();
        }
        catch {
            // Nobody is left to hear of it.
        }
    }
    return 'red';
}
/** What was given is shown where it is plain, and is not itself what is wrong. */
function plainOf({ dateMs, service, taskId }, problems, clean) {
    const told = problems.map(problem => (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .inWords */ .r4)(problem, _words_en_js__WEBPACK_IMPORTED_MODULE_1__.en));
    const plain = (name, form, value = '') => form.test(value.trim()) && !told.some(problem => problem.startsWith(`${name} `))
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(clean(value.trim()), 200)
        : undefined;
    return {
        dateMs,
        service: plain('service', /^[a-z-]{1,40}$/, service),
        taskId: plain('task-id', /^[\w-]{1,128}(\/[\w-]{1,128})*$/, taskId)
    };
}
/** What is wrong, before what helps: the first sentence. */
const whatIsWrong = /^(.*?)(?:[.?] |[。？]|\.$)(.*)$/s;
/** Where that is long: up to the first colon, behind where it stands in a definition. */
const inShort = /^((?:definition[^:：]*(?:: |：))?.*?)(?:: |：|[.?] |[。？])(.*)$/s;
/** As much of what is wrong as a headline has room for. */
const maxWrong = 160;
function wrongInputs(problems, { choices, questions }, begun) {
    const [first = '', ...others] = problems;
    const whole = whatIsWrong.exec(first);
    const isShort = whole !== null && (whole[1]?.length ?? 0) <= maxWrong;
    const [, wrong = first.replace(/[.。]$/, ''), helps = ''] = (isShort ? whole : inShort.exec(first)) ?? [];
    const headline = (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(wrong, 200);
    const isInHeadline = others.length === 0 && headline === wrong;
    return factsWithoutWait({
        headline: words => others.length > 0 ? words.headline.wrongInputs(problems.length) : words.headline.cannotStart(headline),
        // One line, in which it shows where each of several begins.
        happened: words => others.length > 0
            ? words.sentences(problems.map((problem, index) => words.numbered(index + 1, problem)))
            : first,
        ...(others.length > 0 && { reasons: () => problems }),
        ...(isInHeadline && { besides: questions.length > 0 ? ({ beginning }) => beginning(helps) : '' }),
        toDo: [
            ...questions.map(question => [question]),
            ...(isInHeadline && helps !== '' && questions.length === 0
                ? [[({ beginning }) => beginning(helps)]]
                : []),
            // Where nothing was given, there is nothing to correct.
            ...(questions.length > 0
                ? choices.map(choice => [choice])
                : [
                    [({ toDo }) => toDo.fixInputs, ...choices],
                    [
                        ({ toDo }) => toDo.firstThatFits,
                        ...(0,_facts_told_js__WEBPACK_IMPORTED_MODULE_3__/* .afterFix */ .mS)('task'),
                        ({ toDo }) => toDo.afterInputs(begun.taskId ?? '')
                    ]
                ])
        ]
    }, 'inputs', begun);
}
function unexpected(problem, begun) {
    return factsWithoutWait({
        headline: ({ headline }) => headline.unexpected,
        happened: problem,
        toDo: [[({ toDo }) => toDo.reportBug]]
    }, 'action', begun);
}
/** A step that never came to wait: for the inputs, or for an error of this action. */
function factsWithoutWait(told, side, { dateMs, service, taskId }) {
    return {
        ...told,
        now: { is: side === 'inputs' ? 'not-asked' : 'lost' },
        support: {
            ids: taskId === undefined ? [] : [taskId],
            places: [],
            ...(service !== undefined && { title: `service ${service}` }),
            kind: 'task',
            noun: ({ nouns }) => nouns.task,
            requestIds: [],
            failedPolls: 0,
            throttledPolls: 0,
            isGone: false,
            failuresDecide: false,
            failures: [],
            failedIds: [],
            endedDateMs: dateMs
        }
    };
}
/** The outputs of a step that never came to wait, because of its inputs or an error of its own. */
function outputsWithoutWait(message, redact) {
    return {
        status: 'error',
        'service-status': '',
        'task-name': '',
        'resource-name': '',
        'start-time': '',
        'end-time': '',
        'duration-seconds': '',
        message: redact((0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(message, 4000)),
        progress: '',
        'subtask-summary': '',
        subtasks: '[]',
        'failed-subtasks': '[]',
        causes: '[]',
        tasks: '[]',
        polls: '0',
        'detection-lag-seconds': ''
    };
}
/** The job summary of a step that never came to wait. */
function summaryWithoutWait(ending, words = _words_en_js__WEBPACK_IMPORTED_MODULE_1__.en) {
    return (0,_summary_form_js__WEBPACK_IMPORTED_MODULE_4__/* .document */ .Al)([...(0,_summary_form_js__WEBPACK_IMPORTED_MODULE_4__/* .endingParts */ .s3)('error', ending, words), (0,_summary_form_js__WEBPACK_IMPORTED_MODULE_4__/* .supportPart */ .Pf)(ending, words)]);
}


/***/ }),

/***/ 8732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  pG: () => (/* binding */ copied),
  rd: () => (/* binding */ createCleaner),
  wK: () => (/* binding */ isPlaceholder),
  $f: () => (/* binding */ isSecret)
});

// UNUSED EXPORTS: maxKeptLength, maxTextLength

// EXTERNAL MODULE: ./build/src/duration.js
var duration = __nccwpck_require__(2297);
;// CONCATENATED MODULE: ./build/src/letters.js
const strayByte = 0x10000;
/** How many letters one call of `fromCharCode` takes. */
const lettersAtOnce = 4096;
const longestEntity = 16;
const longestColor = 32;
const longestTag = 32;
/** Looked up once: where tests run, that takes longer than the call itself. */
const { fromCharCode } = String;
const codeOf = (letter) => letter.charCodeAt(0);
const backslash = codeOf('\\');
const percent = codeOf('%');
const ampersand = codeOf('&');
const hash = codeOf('#');
const lessThan = codeOf('<');
const semicolon = codeOf(';');
const equals = codeOf('=');
const upperU = codeOf('U');
const lowerU = codeOf('u');
const lowerX = codeOf('x');
/** Of the marks of ASCII, by the names of HTML. */
const entities = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    equals: '=',
    plus: '+',
    sol: '/',
    bsol: '\\',
    num: '#',
    dollar: '$',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    ast: '*',
    midast: '*',
    comma: ',',
    period: '.',
    colon: ':',
    semi: ';',
    excl: '!',
    quest: '?',
    commat: '@',
    lsqb: '[',
    lbrack: '[',
    rsqb: ']',
    rbrack: ']',
    Hat: '^',
    lowbar: '_',
    UnderBar: '_',
    grave: '`',
    lcub: '{',
    lbrace: '{',
    rcub: '}',
    rbrace: '}',
    verbar: '|',
    vert: '|',
    VerticalLine: '|',
    hyphen: '-',
    dash: '-',
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    hairsp: ' ',
    ThinSpace: ' ',
    NonBreakingSpace: ' ',
    ZeroWidthSpace: '\u200b',
    NoBreak: '\u2060',
    Tab: '\t',
    NewLine: '\n',
    shy: '\u00ad',
    zwj: '\u200d',
    zwnj: '\u200c'
};
/** For a stray byte, what no text has. */
const shown = (unit) => (unit < strayByte ? unit : 0xfdd0);
function digitOf(unit) {
    if (unit >= 0x30 && unit <= 0x39)
        return unit - 0x30;
    const lower = unit | 0x20;
    return lower >= 0x61 && lower <= 0x66 && unit < 0x80 ? lower - 0x57 : -1;
}
function isBlank(unit) {
    return ((unit >= 0x09 && unit <= 0x0d) ||
        unit === 0x20 ||
        unit === 0x85 ||
        unit === 0xa0 ||
        unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000);
}
/** Control characters, and what takes no room. */
function isUnseen(unit) {
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit === 0xad)
        return true;
    if (unit < 0x34f)
        return false;
    return (unit === 0x34f ||
        unit === 0x61c ||
        unit === 0x115f ||
        unit === 0x1160 ||
        (unit >= 0x17b4 && unit <= 0x17b5) ||
        (unit >= 0x180b && unit <= 0x180f) ||
        (unit >= 0x200b && unit <= 0x200f) ||
        (unit >= 0x202a && unit <= 0x202e) ||
        (unit >= 0x2060 && unit <= 0x206f) ||
        unit === 0x3164 ||
        (unit >= 0xfe00 && unit <= 0xfe0f) ||
        unit === 0xfeff ||
        unit === 0xffa0 ||
        (unit >= 0xfff0 && unit <= 0xfffb));
}
/** The last letter of what sets colors in a terminal, or the place where it would begin. */
function endOfColor(text, start) {
    if (text.charCodeAt(start + 1) !== 0x5b)
        return start;
    for (let at = start + 2; at < text.length && at < start + longestColor; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit >= 0x40 && unit <= 0x7e)
            return at;
        if (unit < 0x20 || unit > 0x3f)
            return start;
    }
    return start;
}
function isLetterOrDigit(unit) {
    if (unit >= 0x80)
        return unit >= strayByte || /[\p{L}\p{N}]/u.test(fromCharCode(unit));
    const lower = unit | 0x20;
    return (unit >= 0x30 && unit <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}
/**
 * Reads letter by letter. As soon as the last ones make an escape, they become the letter that they stand for, which can
 * be the last one of another escape: each step takes letters away, so that all of it is linear in the text.
 */
class LetterReader {
    units = new Int32Array(256);
    starts = new Int32Array(256);
    ends = new Int32Array(256);
    /** How many letters or bytes, as they came, became each one: folds between them do not count. */
    #widths = new Int32Array(256);
    length = 0;
    /** For short texts: blanks count, each as one. */
    #keepsBlanks;
    /**
     * Letters and digits alone, without their case, and more escapes: those that could as well stand for themselves, so that
     * what they stand for is searched for beside what stands there.
     */
    #isLoose;
    constructor({ keepsBlanks = false, isLoose = false } = {}) {
        this.#keepsBlanks = keepsBlanks;
        this.#isLoose = isLoose;
    }
    /** The letters are good until the next text is read. */
    read(text) {
        this.length = 0;
        for (let at = 0; at < text.length; at += 1) {
            const unit = text.charCodeAt(at);
            // The letters of planes that are never seen: tags and variants.
            if (unit === 0xdb40)
                at += 1;
            else if (unit === 0x1b)
                at = endOfColor(text, at);
            else
                this.add(unit, at, at + 1);
        }
        return this.end();
    }
    begin() {
        this.length = 0;
    }
    addByte(byte, start, end) {
        this.add(byte < 0x80 ? byte : strayByte + byte, start, end);
    }
    /** Backslashes that are left can be one, or several for one. */
    end() {
        if (this.#isLoose)
            this.#endEntity(-1);
        let length = 0;
        for (let index = 0; index < this.length; index += 1) {
            const unit = this.units[index];
            if (this.#isLoose ? !isLetterOrDigit(unit) : unit === backslash)
                continue;
            this.units[length] = this.#isLoose && unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
            this.starts[length] = this.starts[index];
            this.ends[length] = this.ends[index];
            length += 1;
        }
        this.length = length;
        return this;
    }
    toString() {
        let text = '';
        for (let from = 0; from < this.length; from += lettersAtOnce) {
            const part = this.units.slice(from, from + lettersAtOnce < this.length ? from + lettersAtOnce : this.length);
            for (let index = 0; index < part.length; index += 1)
                part[index] = shown(part[index]);
            text += fromCharCode(...part);
        }
        return text;
    }
    add(unit, start, end, width = 1) {
        if (isBlank(unit)) {
            if (this.#keepsBlanks)
                this.#append(0x20, start, end, width);
            return;
        }
        if (isUnseen(unit))
            return;
        // ASCII in full width.
        if (this.#isLoose && unit > 0xff00 && unit < 0xff5f) {
            this.add(unit - 0xfee0, start, end, width);
            return;
        }
        if (this.#isLoose && this.length > 1)
            this.#endEntity(unit);
        this.#append(unit, start, end, width);
        if (unit >= strayByte)
            this.#joinBytes();
        else if (unit < 0x80 && this.length > 1)
            this.#readEscape(unit);
    }
    #append(unit, start, end, width) {
        if (this.length === this.units.length)
            this.#grow();
        this.units[this.length] = unit;
        this.starts[this.length] = start;
        this.ends[this.length] = end;
        this.#widths[this.length] = width;
        this.length += 1;
    }
    #grow() {
        const longer = (old) => {
            const grown = new Int32Array(2 * old.length);
            grown.set(old);
            return grown;
        };
        this.units = longer(this.units);
        this.starts = longer(this.starts);
        this.ends = longer(this.ends);
        this.#widths = longer(this.#widths);
    }
    /** The unit so many places before the end; 1 is the last. */
    #back(count) {
        return count <= this.length ? this.units[this.length - count] : -1;
    }
    #readEscape(unit) {
        switch (unit) {
            case 0x22: // "
            case 0x27: // '
            case 0x2f: // /
                if (this.#back(2) === backslash)
                    this.#replace(this.#withBackslashes(2), unit);
                return;
            case 0x3b: // ;
                this.#readEntity();
                return;
            case 0x3e: // >
                if (this.#isLoose)
                    this.#readTag();
                else
                    this.#readLineBreak();
                return;
            case 0x7d: // }
                this.#readBraces();
                return;
            case 0x62: // b
            case 0x66: // f
            case 0x6e: // n
            case 0x72: // r
            case 0x74: // t
            case 0x76: // v
                // Not where a line was folded behind a backslash.
                if (this.#back(2) === backslash && this.ends[this.length - 2] === this.starts[this.length - 1]) {
                    this.#replace(this.#withBackslashes(2), 0x20);
                    return;
                }
                break;
        }
        if (digitOf(unit) >= 0)
            this.#readDigits();
    }
    /** `%3d`, `\x3d`, `\u003d`, `%u003d`, and `=3D`, `\075`, `\U0000003d` */
    #readDigits() {
        if (this.#isLoose) {
            const isOctal = [1, 2, 3].every(back => this.#back(back) >= 0x30 && this.#back(back) <= 0x37);
            if (this.#back(3) === equals) {
                this.#replaceByDigits(3, 2);
                return;
            }
            if (this.#back(4) === backslash && isOctal && this.#back(3) < 0x34) {
                const value = 64 * (this.#back(3) - 0x30) + 8 * (this.#back(2) - 0x30) + this.#back(1) - 0x30;
                this.#replace(this.#withBackslashes(4), value < 0x80 ? value : strayByte + value);
                return;
            }
            if (this.#back(9) === upperU && this.#back(10) === backslash) {
                this.#replaceByDigits(10, 8);
                return;
            }
        }
        if (this.#back(3) === percent)
            this.#replaceByDigits(3, 2);
        else if (this.#back(3) === lowerX && this.#back(4) === backslash)
            this.#replaceByDigits(4, 2);
        else if (this.#back(5) === lowerU && (this.#back(6) === backslash || this.#back(6) === percent)) {
            this.#replaceByDigits(6, 4);
        }
    }
    #replaceByDigits(count, digits) {
        let value = 0;
        for (let back = digits; back > 0; back -= 1) {
            const digit = digitOf(this.#back(back));
            if (digit < 0)
                return;
            value = 16 * value + digit;
        }
        const isByte = digits === 2 && value >= 0x80;
        if (value > 0xffff)
            return;
        this.#replace(this.#withBackslashes(count), isByte ? strayByte + value : value);
    }
    /** `&#61`, `&#x3d`, without the mark that ends it: what comes is none of its digits. */
    #endEntity(next) {
        if (next === semicolon || digitOf(this.#back(1)) < 0)
            return;
        let count = 1;
        while (count <= longestEntity && digitOf(this.#back(count)) >= 0)
            count += 1;
        const isHexadecimal = (this.#back(count) | 0x20) === 0x78;
        if (isHexadecimal)
            count += 1;
        if (this.#back(count) !== hash || this.#back(count + 1) !== ampersand)
            return;
        if (isHexadecimal ? digitOf(next) >= 0 : next >= 0x30 && next <= 0x39)
            return;
        const end = this.ends[this.length - 1];
        this.#append(semicolon, end, end, 0);
        this.#readEntity();
    }
    /** `&#61;`, `&#x3d;`, `&equals;` */
    #readEntity() {
        let count = 2;
        while (count <= longestEntity + 2 && this.#back(count) !== ampersand) {
            if (count > this.length)
                return;
            count += 1;
        }
        if (this.#back(count) !== ampersand || count < 4)
            return;
        let name = '';
        for (let back = count - 1; back > 1; back -= 1)
            name += fromCharCode(this.#back(back));
        const isNumber = this.#back(count - 1) === hash;
        const number = /^#(?:0*(\d{1,7})|x0*([\da-f]{1,6}))$/i.exec(name);
        if (number)
            this.#replaceByPoint(count, number[1] ? Number(number[1]) : Number.parseInt(number[2] ?? '', 16));
        else if (!isNumber && Object.hasOwn(entities, name))
            this.#replace(count, codeOf(entities[name] ?? ''));
    }
    /** `\u{3d}` */
    #readBraces() {
        let value = 0;
        let factor = 1;
        let back = 2;
        for (let digit = digitOf(this.#back(back)); digit >= 0 && back <= 7; digit = digitOf(this.#back(back))) {
            value += factor * digit;
            factor *= 16;
            back += 1;
        }
        const isEscape = this.#back(back) === 0x7b && this.#back(back + 1) === lowerU && this.#back(back + 2) === backslash;
        if (isEscape && back > 2)
            this.#replaceByPoint(this.#withBackslashes(back + 2), value);
    }
    /** `<em>`, `</span>`, `<!-- -->` */
    #readTag() {
        let count = 2;
        while (count < longestTag && this.#back(count) !== lessThan && count <= this.length)
            count += 1;
        if (this.#back(count) === lessThan)
            this.length -= count;
    }
    /** `<br>`, `<br/>`, `<wbr>` */
    #readLineBreak() {
        let back = this.#back(2) === 0x2f ? 3 : 2;
        for (const letter of [0x72, 0x62]) {
            if ((this.#back(back) | 0x20) !== letter)
                return;
            back += 1;
        }
        if ((this.#back(back) | 0x20) === 0x77)
            back += 1;
        if (this.#back(back) === 0x3c)
            this.#replace(back, 0x20);
    }
    /** Bytes of UTF-8 that are complete. */
    #joinBytes() {
        let value = 0;
        for (let back = 1; back <= 4; back += 1) {
            const byte = this.#back(back) - strayByte;
            if (byte < 0x80)
                return;
            if (byte < 0xc0) {
                value |= (byte & 0x3f) << (6 * (back - 1));
                continue;
            }
            const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
            if (length !== back)
                return;
            this.#replaceByPoint(back, value | ((byte & (0x7f >> length)) << (6 * (back - 1))));
            return;
        }
    }
    #replaceByPoint(count, point) {
        if (point > 0x10ffff)
            return;
        if (point < 0x10000) {
            this.#replace(count, point);
            return;
        }
        const start = this.starts[this.length - count];
        const end = this.ends[this.length - 1];
        const width = this.#widthOfLast(count);
        this.length -= count;
        const pair = String.fromCodePoint(point);
        // The planes that are never seen.
        if (pair.charCodeAt(0) === 0xdb40)
            return;
        this.#append(pair.charCodeAt(0), start, end, width);
        this.#append(pair.charCodeAt(1), start, end, width);
    }
    /** Instead of the last letters, the one that they stand for, which is read in its turn. */
    #replace(count, unit) {
        const start = this.starts[this.length - count];
        const end = this.ends[this.length - 1];
        const width = this.#widthOfLast(count);
        this.length -= count;
        this.add(unit, start, end, width);
    }
    #widthOfLast(count) {
        let width = 0;
        for (let back = 1; back <= count; back += 1)
            width += this.#widths[this.length - back];
        return width;
    }
    /** With all the backslashes before the one that an escape begins with, which escape it once more, written like it. */
    #withBackslashes(count) {
        const widthAt = (back) => this.#widths[this.length - back];
        if (this.#back(count) !== backslash)
            return count;
        let all = count;
        while (this.#back(all + 1) === backslash && widthAt(all + 1) === widthAt(count))
            all += 1;
        return all;
    }
}

;// CONCATENATED MODULE: ./build/src/secrets.js


/** Whether a value is what a log that masked one leaves, or a look-up that found none. */
function isPlaceholder(value) {
    return /^(?:\*+|null|undefined)$/.test(value);
}
/** Whether a value can be kept out of texts without taking them apart. */
function isSecret(value) {
    return value.length >= leastLetters && !isPlaceholder(value);
}
/** Looked up once: where tests run, that takes longer than the sum itself. */
const { imul, min } = Math;
const leastLetters = 4;
const leastLettersOfCut = 6;
/** From so many letters on, a secret goes in pieces as well. */
const longLetters = 16;
/** With fewer, a short secret would be found across two neighbouring words. */
const lettersThroughBlanks = 8;
/** How many of its letters in a row are a piece: as they are, in base64 and in hexadecimal digits, where 16 stand for as many. */
const pieceLetters = { plain: 12, base64: 9, hexadecimal: 8 };
/** Base64 of base64 and the like. */
const maxDepth = 2;
/** So much of a text is read: a large token and what stands around it. */
const maxTextLength = 16 * 1024;
/** So many letters before a cut are dropped too, for a short secret can begin in them. Of longer ones, pieces are found. */
const longestShortForm = 1024;
/** More of a text is shown nowhere. */
const maxKeptLength = 2000;
/** What a text that repeats the signature of a request calls it. With the rest of the request, it is good for minutes. */
const signatureName = /(?<![a-z])(?:sig|sign|signed|signature|authorization)(?![a-z])/i;
const signatureForm = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi;
/** The same among letters without the blanks, with few marks between: `Signature=…`, `"signature":"…"`, `signature is '…'`. */
const namedSignatureForm = /signature[^0-9a-z]{0,8}(?:(?:is|was)[^0-9a-z]{0,8})?[0-9a-f]{64}/gi;
/** What is searched for. */
function nothingLearned() {
    return {
        short: [],
        leastShort: Number.POSITIVE_INFINITY,
        pieces: createPieces(),
        /** Of secrets with letters that are not seen as such: some of them make fewer than 12. */
        loosePieces: createPieces(),
        /** Without marks and case. */
        foldedShort: [],
        foldedPieces: createPieces(),
        cut: [],
        hasWide: false
    };
}
const leastSignatureLetters = 'signature'.length + 64;
function findSignatures(where, marks) {
    if (where.length < leastSignatureLetters)
        return;
    for (const { index, 0: found } of where.toString().matchAll(namedSignatureForm)) {
        const last = index + found.length;
        marks.add(where.starts[last - 64], where.ends[last - 1]);
    }
}
/** `now` in monotonic milliseconds. */
function createCleaner(now) {
    /** With the time when each is forgotten. */
    const known = new Map();
    let learned = nothingLearned();
    let nextEndMs = Number.POSITIVE_INFINITY;
    function learn(secret) {
        // A form on the web sends a blank as a plus.
        for (const value of new Set([secret, secret.replaceAll(' ', '+')])) {
            const letters = reader.read(value);
            const isWhole = letters.length === value.length;
            for (let index = 0; index < letters.length; index += 1)
                learned.hasWide ||= letters.units[index] >= 0x80;
            if (value.length >= longLetters && letters.length >= pieceLetters.plain) {
                (isWhole ? learned.pieces : learned.loosePieces).add(letters);
            }
            else {
                const meant = { letters: letters.toString(), exact: exactReader.read(value).toString() };
                learned.short.push({ forms: [...new Set(commonForms(value))], ...meant });
                learned.leastShort = Math.min(learned.leastShort, Math.max(leastLetters, meant.letters.length));
            }
            learnCut(letters.toString());
            const folded = foldedReader.read(value);
            if (value.length >= longLetters && folded.length >= pieceLetters.plain)
                learned.foldedPieces.add(folded);
            else if (value.length >= lettersThroughBlanks && folded.length >= leastLettersOfCut && !isLikeWord(value)) {
                learned.foldedShort.push(folded.toString());
            }
        }
    }
    function learnCut(letters) {
        const least = Math.max(leastLettersOfCut, Math.ceil(0.6 * letters.length));
        // Of longer ones, pieces go.
        if (letters.length < lettersThroughBlanks || least >= pieceLetters.plain)
            return;
        const unlessLikeWord = (part) => (isLikeWord(part) ? undefined : part);
        const [beginning, ending] = [letters.slice(0, least), letters.slice(-least)].map(unlessLikeWord);
        learned.cut.push({ letters, least, beginning, ending });
        learned.leastShort = Math.min(learned.leastShort, least);
    }
    function forget() {
        // Without an end no clock is asked, which takes time to load.
        if (nextEndMs === Number.POSITIVE_INFINITY)
            return;
        const nowMs = now();
        if (nowMs < nextEndMs)
            return;
        for (const [secret, untilMs] of known)
            if (untilMs <= nowMs)
                known.delete(secret);
        nextEndMs = [...known.values()].reduce((soonest, ms) => Math.min(soonest, ms), Number.POSITIVE_INFINITY);
        learned = nothingLearned();
        for (const secret of known.keys())
            learn(secret);
    }
    function findPieces(letters, least, marks) {
        learned.pieces.find(letters, least, marks);
        if (!learned.loosePieces.isEmpty())
            learned.loosePieces.find(letters, pieceLetters.hexadecimal, marks);
    }
    const hasShort = () => learned.short.length + learned.cut.length > 0;
    function findShort(letters, text, marks) {
        if (text === undefined && letters.length < learned.leastShort)
            return;
        const meant = letters.toString();
        findCut(letters, meant, marks);
        // Of few letters, those with blanks between are words beside each other.
        const isFew = ({ letters: wanted }) => text !== undefined && wanted.length < lettersThroughBlanks;
        const exactLetters = text !== undefined && learned.short.some(isFew) ? exactReader.read(text) : letters;
        const exactMeant = exactLetters === letters ? meant : exactLetters.toString();
        for (const secret of learned.short) {
            if (text !== undefined) {
                for (const form of secret.forms) {
                    for (const index of placesOf(form, text))
                        marks.add(index, index + form.length);
                }
            }
            if (secret.letters.length < leastLetters)
                continue;
            const [where, whole, wanted] = isFew(secret)
                ? [exactLetters, exactMeant, secret.exact]
                : [letters, meant, secret.letters];
            for (const index of placesOf(wanted, whole)) {
                marks.add(where.starts[index], where.ends[index + wanted.length - 1]);
            }
        }
    }
    function findCut(where, meant, marks) {
        for (const { letters, least, beginning, ending } of learned.cut) {
            if (beginning !== undefined) {
                for (const index of placesOf(beginning, meant)) {
                    let end = least;
                    while (end < letters.length && meant[index + end] === letters[end])
                        end += 1;
                    marks.add(where.starts[index], where.ends[index + end - 1]);
                }
            }
            if (ending !== undefined) {
                for (const index of placesOf(ending, meant)) {
                    let more = 0;
                    while (least + more < letters.length &&
                        index > more &&
                        meant[index - more - 1] === letters.at(-least - more - 1))
                        more += 1;
                    marks.add(where.starts[index - more], where.ends[index + least - 1]);
                }
            }
        }
    }
    function findFolded(text, withShort, marks) {
        const wanted = withShort ? learned.foldedShort : [];
        if (learned.foldedPieces.isEmpty() && wanted.length === 0)
            return;
        const letters = foldedReader.read(text);
        learned.foldedPieces.find(letters, pieceLetters.plain, marks);
        const folded = wanted.length > 0 ? letters.toString() : '';
        for (const secret of wanted) {
            for (const index of placesOf(secret, folded)) {
                marks.add(letters.starts[index], letters.ends[index + secret.length - 1]);
            }
        }
    }
    /** What digits in base64 or hexadecimal stand for, each stretch that looks like a text. */
    function findDecoded(letters, depth, withShort, marks) {
        const inner = nested[depth];
        const places = placesAt[depth];
        if (!inner || !places)
            return;
        const { hasWide } = learned;
        const leastBytes = withShort && hasShort() ? leastLetters : pieceLetters.hexadecimal;
        const decode = (bits, length) => {
            const digitsInByte = bits === 4 ? 2 : 4;
            if ((length * bits) / 8 < leastBytes)
                return;
            for (let phase = 0; phase < digitsInByte; phase += 1) {
                let count = 0;
                inner.begin();
                const flush = () => {
                    if (count >= leastBytes)
                        look(inner.end(), bits === 4 ? pieceLetters.hexadecimal : pieceLetters.base64);
                    if (count > 0)
                        inner.begin();
                    count = 0;
                };
                let buffer = 0;
                let bufferBits = 0;
                for (let index = phase; index < length; index += 1) {
                    buffer = ((buffer << bits) | places.digits[index]) & 0xffff;
                    bufferBits += bits;
                    if (bufferBits < 8)
                        continue;
                    bufferBits -= 8;
                    const byte = (buffer >> bufferBits) & 0xff;
                    if (isOfText(byte, hasWide)) {
                        count += 1;
                        const first = places.indices[index - 1];
                        const last = places.indices[index];
                        inner.addByte(byte, letters.starts[first], letters.ends[last]);
                    }
                    else
                        flush();
                }
                flush();
            }
        };
        const look = (found, least) => {
            findPieces(found, least, marks);
            findSignatures(found, marks);
            if (withShort && hasShort())
                findShort(found, undefined, marks);
            findDecoded(found, depth + 1, withShort, marks);
        };
        /** Numbers of bytes: `[77, 73]`, or as Go prints them, `[77 73]`. */
        const decodeList = () => {
            let count = 0;
            let value = -1;
            let first = 0;
            inner.begin();
            for (let index = 0; index <= letters.length; index += 1) {
                const unit = index < letters.length ? letters.units[index] : 0;
                const isDigit = unit >= 0x30 && unit <= 0x39;
                const isApart = index > 0 && letters.starts[index] > letters.ends[index - 1];
                if (!isDigit || (isApart && value !== -1)) {
                    const isByte = value !== -1 && value < 0x100 && isOfText(value, hasWide);
                    if (isByte) {
                        inner.addByte(value, letters.starts[first], letters.ends[index - 1]);
                        count += 1;
                    }
                    value = -1;
                    if (!isByte || !(unit === comma || isDigit)) {
                        if (count >= leastBytes)
                            look(inner.end(), pieceLetters.hexadecimal);
                        if (count > 0)
                            inner.begin();
                        count = 0;
                    }
                }
                if (!isDigit)
                    continue;
                if (value === -1)
                    first = index;
                value = value === -1 ? unit - 0x30 : min(0x100, 10 * value + unit - 0x30);
            }
        };
        decodeList();
        for (const bits of [6, 4]) {
            const table = bits === 6 ? base64Digits : hexadecimalDigits;
            places.length = 0;
            for (let index = 0; index < letters.length; index += 1) {
                const unit = letters.units[index];
                const digit = unit < 0x80 ? table[unit] : noDigit;
                if (digit >= 0)
                    places.add(digit, index);
                // `0x4d`
                else if (bits === 4 && (unit | 0x20) === 0x78 && places.length > 0 && letters.units[index - 1] === zero) {
                    places.length -= 1;
                }
                else if (digit === noDigit && places.length > 0) {
                    decode(bits, places.length);
                    places.length = 0;
                }
            }
            decode(bits, places.length);
        }
    }
    function cleaned(text, withShort, isCut = false) {
        if (text.length < leastLetters)
            return text;
        forget();
        const mayRepeatSignature = signatureName.test(text);
        const shownLength = isCut ? text.length - longestShortForm : text.length;
        if (known.size === 0 && !mayRepeatSignature)
            return text.slice(0, shownLength);
        const marks = new Marks();
        const letters = reader.read(text);
        if (known.size > 0) {
            findPieces(letters, pieceLetters.plain, marks);
            if (withShort && hasShort())
                findShort(letters, text, marks);
            findDecoded(letters, 0, withShort, marks);
            findFolded(text, withShort, marks);
        }
        if (mayRepeatSignature) {
            for (const { index, 0: found } of text.matchAll(signatureForm))
                marks.add(index, index + found.length);
            findSignatures(letters, marks);
        }
        return marks.replacedIn(text, shownLength);
    }
    return {
        add(secret, lifeMs = Number.POSITIVE_INFINITY) {
            if (!isSecret(secret))
                return false;
            const isNew = !known.has(secret);
            const untilMs = lifeMs === Number.POSITIVE_INFINITY ? lifeMs : now() + lifeMs + duration/* hourMs */.$0;
            if (known.get(secret) !== Number.POSITIVE_INFINITY)
                known.set(secret, untilMs);
            nextEndMs = Math.min(nextEndMs, untilMs);
            if (isNew)
                learn(secret);
            forget();
            return isNew;
        },
        clean: text => cleaned(text, true),
        cleanLong: text => cleaned(text, false),
        cleanText: text => {
            const isCut = text.length > maxTextLength;
            const clean = cleaned(isCut ? text.slice(0, maxTextLength) : text, true, isCut);
            return copied(clean.slice(0, maxKeptLength));
        }
    };
}
/** A part of a text keeps the whole of it in memory, unless it is made anew. */
function copied(part) {
    return JSON.parse(JSON.stringify(part));
}
/** Where it stands in the text, each place, also those that overlap. Nothing stands nowhere. */
function* placesOf(wanted, text) {
    if (wanted === '')
        return;
    for (let index = text.indexOf(wanted); index !== -1; index = text.indexOf(wanted, index + 1))
        yield index;
}
const comma = 0x2c;
const zero = 0x30;
const noDigit = -1;
/** Stands between digits without ending them. */
const between = -2;
function digitTable(alphabets, separators) {
    const table = new Int8Array(0x80).fill(noDigit);
    for (const alphabet of alphabets) {
        for (const [digit, letter] of [...alphabet].entries())
            table[letter.charCodeAt(0)] = digit;
    }
    for (const letter of separators)
        table[letter.charCodeAt(0)] = between;
    return table;
}
const sixtyTwo = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64Digits = digitTable([`${sixtyTwo}+/`, `${sixtyTwo}-_`], '');
const hexadecimalDigits = digitTable(['0123456789abcdef', '0123456789ABCDEF'], ':-,="\'');
/** A zero is the other half of a letter in UTF-16. */
function isOfText(byte, hasWide) {
    if (byte >= 0x80)
        return hasWide;
    return (byte >= 0x20 && byte !== 0x7f) || byte === 0 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
/** Whether it has no digit, no mark but those between words, and no capitals but the first or all. */
function isLikeWord(text) {
    return /^(?:\p{L}?\p{Ll}*|\p{Lu}*|\P{L}*)$/u.test(text.replace(/[-_./\s]/g, ''));
}
/** For what has too few letters to be read as it is meant, or ends in a part of an escape. */
function commonForms(secret) {
    const inJson = (text) => JSON.stringify(text).slice(1, -1);
    const inAddress = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, ''));
    return [secret, inJson(secret), inJson(inJson(secret)), inAddress, inAddress.toLowerCase()];
}
/** Digits, and at which letters they stand. */
class Places {
    digits = new Uint8Array(256);
    indices = new Int32Array(256);
    length = 0;
    add(digit, index) {
        if (this.length === this.digits.length) {
            const [digits, indices] = [this.digits, this.indices];
            this.digits = new Uint8Array(2 * digits.length);
            this.digits.set(digits);
            this.indices = new Int32Array(2 * indices.length);
            this.indices.set(indices);
        }
        this.digits[this.length] = digit;
        this.indices[this.length] = index;
        this.length += 1;
    }
}
/** What one text is read with, and then the next. */
const reader = new LetterReader();
const foldedReader = new LetterReader({ isLoose: true });
const exactReader = new LetterReader({ keepsBlanks: true });
const nested = Array.from({ length: maxDepth }, () => new LetterReader());
const placesAt = Array.from({ length: maxDepth }, () => new Places());
/** Stretches of a text that have to go. */
class Marks {
    #stretches = [];
    add(start, end) {
        const last = this.#stretches.at(-1);
        if (last && start >= last.start && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            this.#stretches.push({ start, end });
    }
    /** No more than so many letters of the text as it was. */
    replacedIn(text, length) {
        let result = '';
        let shownTo = 0;
        let isHidden = false;
        for (const { start, end } of this.#stretches.sort((a, b) => a.start - b.start)) {
            if (start >= length)
                break;
            if (start > shownTo || !isHidden)
                result += `${text.slice(shownTo, start)}***`;
            isHidden = true;
            shownTo = Math.max(shownTo, end);
        }
        return result + text.slice(shownTo, Math.max(shownTo, length));
    }
}
/** Each run of 8 letters holds one of the grams that begin at every fourth letter. */
const gramLetters = 5;
const gramStride = 4;
/** A run of 12 letters ends no farther from a gram in it. */
const around = pieceLetters.plain - gramLetters;
/**
 * Finds runs of letters by an index of short grams: the secrets one after the other, and a hash table of places in them.
 * What stands there several times in the same surroundings, such as the beginning of all tokens of a cloud, is there once.
 */
function createPieces() {
    let store = new Uint16Array(256);
    /** The first place stays free: 0 stands between the secrets and around them. */
    let stored = around;
    let table = new Int32Array(256);
    let entries = 0;
    const hashOf = (units, at) => {
        let value = 0;
        for (let index = 0; index < gramLetters; index += 1)
            value = imul(value ^ units[at + index], 0x01000193);
        value ^= value >>> 15;
        return imul(value, 0x2c1b3c6d) >>> 7;
    };
    function insert(place) {
        const mask = table.length - 1;
        let slot = hashOf(store, place) & mask;
        for (let other = table[slot]; other !== 0; other = table[slot]) {
            if (isSameAround(other, place))
                return;
            slot = (slot + 1) & mask;
        }
        table[slot] = place;
        entries += 1;
    }
    function isSameAround(a, b) {
        for (let offset = -around; offset < gramLetters + around; offset += 1) {
            if (store[a + offset] !== store[b + offset])
                return false;
        }
        return true;
    }
    function makeRoom(length) {
        if (stored + length + around > store.length) {
            const old = store;
            store = new Uint16Array(2 * (stored + length + around));
            store.set(old);
        }
        const wanted = 2 * (entries + length / gramStride);
        if (wanted <= table.length)
            return;
        const old = table;
        table = new Int32Array(2 ** Math.ceil(Math.log2(2 * wanted)));
        entries = 0;
        for (const place of old)
            if (place !== 0)
                insert(place);
    }
    return {
        isEmpty: () => entries === 0,
        add(letters) {
            makeRoom(letters.length);
            const start = stored;
            for (let index = 0; index < letters.length; index += 1) {
                const unit = letters.units[index];
                store[stored + index] = unit <= 0xffff ? unit : 0xfdd0;
            }
            stored += letters.length + around;
            for (let at = 0; at + gramLetters <= letters.length; at += gramStride)
                insert(start + at);
        },
        find({ units, starts, ends, length }, least, marks) {
            if (entries === 0)
                return;
            const mask = table.length - 1;
            for (let at = 0; at + gramLetters <= length; at += 1) {
                let slot = hashOf(units, at) & mask;
                for (let place = table[slot]; place !== 0; place = table[slot]) {
                    slot = (slot + 1) & mask;
                    let before = 0;
                    while (before < around && at - before > 0 && units[at - before - 1] === store[place - before - 1])
                        before += 1;
                    let after = 0;
                    while (after < gramLetters + around && at + after < length && units[at + after] === store[place + after])
                        after += 1;
                    if (after >= gramLetters && before + after >= least) {
                        marks.add(starts[at - before], ends[at + after - 1]);
                    }
                }
            }
        }
    };
}


/***/ }),

/***/ 1446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ln: () => (/* binding */ findService),
  tN: () => (/* binding */ isServiceName),
  oV: () => (/* binding */ loadService),
  rZ: () => (/* binding */ loadServices),
  _m: () => (/* binding */ serviceNames),
  HI: () => (/* binding */ servicesWithIdLike),
  kv: () => (/* binding */ servicesWithUsualId)
});

;// CONCATENATED MODULE: ./build/src/services/list.js
// All services, a line each: the name and where it is loaded from. Each is a chunk of the bundle, loaded when it is asked for.
const loaders = {
    bms: async () => (await __nccwpck_require__.e(/* import() */ 7580).then(__nccwpck_require__.bind(__nccwpck_require__, 7580))).bms,
    cae: async () => (await __nccwpck_require__.e(/* import() */ 5389).then(__nccwpck_require__.bind(__nccwpck_require__, 5389))).cae,
    cbr: async () => (await __nccwpck_require__.e(/* import() */ 4735).then(__nccwpck_require__.bind(__nccwpck_require__, 4735))).cbr,
    cce: async () => (await __nccwpck_require__.e(/* import() */ 8703).then(__nccwpck_require__.bind(__nccwpck_require__, 8703))).cce,
    'cce-addon': async () => (await __nccwpck_require__.e(/* import() */ 888).then(__nccwpck_require__.bind(__nccwpck_require__, 888))).cceAddon,
    'cce-autopilot': async () => (await __nccwpck_require__.e(/* import() */ 6569).then(__nccwpck_require__.bind(__nccwpck_require__, 6569))).cceAutopilot,
    'cce-cluster': async () => (await __nccwpck_require__.e(/* import() */ 4300).then(__nccwpck_require__.bind(__nccwpck_require__, 4300))).cceCluster,
    'cce-upgrade': async () => (await __nccwpck_require__.e(/* import() */ 2690).then(__nccwpck_require__.bind(__nccwpck_require__, 2690))).cceUpgrade,
    cdn: async () => (await __nccwpck_require__.e(/* import() */ 8449).then(__nccwpck_require__.bind(__nccwpck_require__, 8449))).cdn,
    'cdn-domain': async () => (await __nccwpck_require__.e(/* import() */ 678).then(__nccwpck_require__.bind(__nccwpck_require__, 678))).cdnDomain,
    'coc-script': async () => (await __nccwpck_require__.e(/* import() */ 653).then(__nccwpck_require__.bind(__nccwpck_require__, 653))).cocScript,
    'codearts-build': async () => (await __nccwpck_require__.e(/* import() */ 2082).then(__nccwpck_require__.bind(__nccwpck_require__, 9701))).codeartsBuild,
    'codearts-check': async () => (await __nccwpck_require__.e(/* import() */ 7350).then(__nccwpck_require__.bind(__nccwpck_require__, 7350))).codeartsCheck,
    'codearts-deploy': async () => (await __nccwpck_require__.e(/* import() */ 3883).then(__nccwpck_require__.bind(__nccwpck_require__, 3883))).codeartsDeploy,
    'codearts-pipeline': async () => (await __nccwpck_require__.e(/* import() */ 1982).then(__nccwpck_require__.bind(__nccwpck_require__, 1982))).codeartsPipeline,
    'css-cluster': async () => (await __nccwpck_require__.e(/* import() */ 2802).then(__nccwpck_require__.bind(__nccwpck_require__, 2802))).cssCluster,
    'dataarts-job': async () => (await __nccwpck_require__.e(/* import() */ 6320).then(__nccwpck_require__.bind(__nccwpck_require__, 6320))).dataartsJob,
    'dataarts-script': async () => (await __nccwpck_require__.e(/* import() */ 3600).then(__nccwpck_require__.bind(__nccwpck_require__, 3600))).dataartsScript,
    'dataarts-studio': async () => (await __nccwpck_require__.e(/* import() */ 6405).then(__nccwpck_require__.bind(__nccwpck_require__, 6405))).dataartsStudio,
    dcs: async () => (await __nccwpck_require__.e(/* import() */ 2708).then(__nccwpck_require__.bind(__nccwpck_require__, 2708))).dcs,
    'dcs-instance': async () => (await __nccwpck_require__.e(/* import() */ 9782).then(__nccwpck_require__.bind(__nccwpck_require__, 9782))).dcsInstance,
    dds: async () => (await __nccwpck_require__.e(/* import() */ 1675).then(__nccwpck_require__.bind(__nccwpck_require__, 1675))).dds,
    'dli-spark': async () => (await __nccwpck_require__.e(/* import() */ 4497).then(__nccwpck_require__.bind(__nccwpck_require__, 4497))).dliSpark,
    'dli-sql': async () => (await __nccwpck_require__.e(/* import() */ 1332).then(__nccwpck_require__.bind(__nccwpck_require__, 1332))).dliSql,
    dws: async () => (await __nccwpck_require__.e(/* import() */ 1456).then(__nccwpck_require__.bind(__nccwpck_require__, 1456))).dws,
    'dws-cluster': async () => (await __nccwpck_require__.e(/* import() */ 3955).then(__nccwpck_require__.bind(__nccwpck_require__, 3955))).dwsCluster,
    ecs: async () => (await __nccwpck_require__.e(/* import() */ 9171).then(__nccwpck_require__.bind(__nccwpck_require__, 9171))).ecs,
    'ecs-server': async () => (await __nccwpck_require__.e(/* import() */ 8719).then(__nccwpck_require__.bind(__nccwpck_require__, 8719))).ecsServer,
    eip: async () => (await __nccwpck_require__.e(/* import() */ 7716).then(__nccwpck_require__.bind(__nccwpck_require__, 7716))).eip,
    elb: async () => (await __nccwpck_require__.e(/* import() */ 3155).then(__nccwpck_require__.bind(__nccwpck_require__, 3155))).elb,
    'elb-loadbalancer': async () => (await __nccwpck_require__.e(/* import() */ 606).then(__nccwpck_require__.bind(__nccwpck_require__, 606))).elbLoadbalancer,
    evs: async () => (await __nccwpck_require__.e(/* import() */ 1206).then(__nccwpck_require__.bind(__nccwpck_require__, 1206))).evs,
    functiongraph: async () => (await __nccwpck_require__.e(/* import() */ 3306).then(__nccwpck_require__.bind(__nccwpck_require__, 3306))).functiongraph,
    gaussdb: async () => (await __nccwpck_require__.e(/* import() */ 1449).then(__nccwpck_require__.bind(__nccwpck_require__, 1449))).gaussdb,
    geminidb: async () => (await __nccwpck_require__.e(/* import() */ 8457).then(__nccwpck_require__.bind(__nccwpck_require__, 8457))).geminidb,
    ims: async () => (await __nccwpck_require__.e(/* import() */ 8321).then(__nccwpck_require__.bind(__nccwpck_require__, 8321))).ims,
    kafka: async () => (await __nccwpck_require__.e(/* import() */ 8632).then(__nccwpck_require__.bind(__nccwpck_require__, 8632))).kafka,
    'kafka-instance': async () => (await __nccwpck_require__.e(/* import() */ 5658).then(__nccwpck_require__.bind(__nccwpck_require__, 5658))).kafkaInstance,
    'modelarts-training': async () => (await __nccwpck_require__.e(/* import() */ 2304).then(__nccwpck_require__.bind(__nccwpck_require__, 2304))).modelartsTraining,
    mrs: async () => (await __nccwpck_require__.e(/* import() */ 5082).then(__nccwpck_require__.bind(__nccwpck_require__, 5082))).mrs,
    'mrs-cluster': async () => (await __nccwpck_require__.e(/* import() */ 297).then(__nccwpck_require__.bind(__nccwpck_require__, 297))).mrsCluster,
    order: async () => (await __nccwpck_require__.e(/* import() */ 8534).then(__nccwpck_require__.bind(__nccwpck_require__, 8534))).order,
    rabbitmq: async () => (await __nccwpck_require__.e(/* import() */ 7838).then(__nccwpck_require__.bind(__nccwpck_require__, 7838))).rabbitmq,
    rds: async () => (await __nccwpck_require__.e(/* import() */ 13).then(__nccwpck_require__.bind(__nccwpck_require__, 13))).rds,
    'rds-backup': async () => (await __nccwpck_require__.e(/* import() */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 488))).rdsBackup,
    'rds-instance': async () => (await __nccwpck_require__.e(/* import() */ 2069).then(__nccwpck_require__.bind(__nccwpck_require__, 2069))).rdsInstance,
    'rfs-plan': async () => (await __nccwpck_require__.e(/* import() */ 783).then(__nccwpck_require__.bind(__nccwpck_require__, 783))).rfsPlan,
    'rfs-stack': async () => (await __nccwpck_require__.e(/* import() */ 6110).then(__nccwpck_require__.bind(__nccwpck_require__, 6110))).rfsStack,
    'rfs-stack-set': async () => (await __nccwpck_require__.e(/* import() */ 4315).then(__nccwpck_require__.bind(__nccwpck_require__, 4315))).rfsStackSet,
    rocketmq: async () => (await __nccwpck_require__.e(/* import() */ 8962).then(__nccwpck_require__.bind(__nccwpck_require__, 8962))).rocketmq,
    servicestage: async () => (await __nccwpck_require__.e(/* import() */ 1891).then(__nccwpck_require__.bind(__nccwpck_require__, 1891))).servicestage,
    'sfs-turbo': async () => (await __nccwpck_require__.e(/* import() */ 9433).then(__nccwpck_require__.bind(__nccwpck_require__, 9433))).sfsTurbo,
    sms: async () => (await __nccwpck_require__.e(/* import() */ 9703).then(__nccwpck_require__.bind(__nccwpck_require__, 9703))).sms,
    'swr-sync': async () => (await __nccwpck_require__.e(/* import() */ 3868).then(__nccwpck_require__.bind(__nccwpck_require__, 3868))).swrSync,
    taurusdb: async () => (await __nccwpck_require__.e(/* import() */ 9486).then(__nccwpck_require__.bind(__nccwpck_require__, 9486))).taurusdb
};

// EXTERNAL MODULE: ./build/src/services/service.js
var services_service = __nccwpck_require__(6209);
;// CONCATENATED MODULE: ./build/src/services/index.js


const serviceNames = Object.keys(loaders);
function isServiceName(name) {
    return Object.hasOwn(loaders, name);
}
function loadService(name) {
    return loaders[name]();
}
async function loadServices(names = serviceNames) {
    const services = [];
    // One after the other: Jest fails where modules that share others are loaded at the same time.
    for (const name of names)
        services.push(await loaders[name]());
    return services;
}
/** The service that goes by this name or alias. */
function findService(services, name) {
    return services.find(service => service.name === name || service.aliases.includes(name));
}
/** The services whose ids have this form; none where so many have it that it means nothing. */
function servicesWithIdLike(services, item) {
    const names = services.filter(service => (0,services_service/* isIdOf */.d4)(service, item)).map(({ name }) => name);
    return names.length <= 3 ? names : [];
}
/** The services of which this is the usual form of ids, where it is not that of the one asked. */
function servicesWithUsualId(services, { taskId: { usual } }, taskId) {
    if (usual === undefined || usual.test(taskId))
        return [];
    return services.filter(service => service.taskId.usual?.test(taskId)).map(({ name }) => name);
}


/***/ }),

/***/ 1380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   R4: () => (/* binding */ errorsIn),
/* harmony export */   Rh: () => (/* binding */ isFlaw),
/* harmony export */   gw: () => (/* binding */ partsIn),
/* harmony export */   jD: () => (/* binding */ countAgrees),
/* harmony export */   qX: () => (/* binding */ contradiction),
/* harmony export */   tD: () => (/* binding */ errorNames),
/* harmony export */   tZ: () => (/* binding */ nestedPartsIn),
/* harmony export */   u$: () => (/* binding */ withErrors)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4715);


function isFlaw(part) {
    return 'flaw' in part;
}
function contradiction(what) {
    return { flaw: 'contradiction', what };
}
/** What has another form than promised becomes a flaw. */
function attempt(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedAnswer */ .ol))
            throw error;
        return [{ flaw: 'malformed', what: error.what }];
    }
}
/** After so many parts of another form, the others of a list are not read. */
const maxMalformed = 100;
/** The parts in a list that may be missing or null. */
function partsIn(from, key, kind, read) {
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(from, key);
    return attempt(() => {
        let malformed = 0;
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalList */ .R2)(list, `"${key}"`).flatMap((item, index) => {
            if (malformed === maxMalformed)
                return [];
            const parts = attempt(() => read((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(item, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .partOf */ .BU)(kind, index))));
            const [first] = parts;
            if (first && isFlaw(first) && first.flaw === 'malformed')
                malformed += 1;
            return parts;
        });
    });
}
/** As `partsIn`, from several lists, each part followed by those in it under the same keys, unless it was passed over. */
function nestedPartsIn(from, keys, kind, read) {
    return keys.flatMap(key => partsIn(from, key, kind, part => {
        const parts = read(part);
        const isSkipped = parts.some(own => !isFlaw(own) && own.state === 'skipped');
        return isSkipped ? parts : [...parts, ...nestedPartsIn(part, keys, kind, read)];
    }));
}
/** Under these names every service of the cloud reports an error. The texts beside them are left out: good answers have some. */
const errorNames = ['error_code', 'errorCode', 'errCode', 'error'];
/** Fields, by their paths, that hold an error or its reason. */
function errorsIn(from, paths, part) {
    return paths.flatMap(path => {
        const [first = path] = path.split('.', 1);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbsent */ .W0)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(from, first)))
            return [];
        return attempt(() => {
            const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(from, path);
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbsent */ .W0)(value))
                return [];
            const told = typeof value === 'string' ? value.trim() : JSON.stringify(value);
            return [
                contradiction(({ against }) => against.error(path, part && (part.name ?? part.id ?? against.subtask), told))
            ];
        });
    });
}
/** A part with what it says against a success of its own: under the usual names, and under others of its service. */
function withErrors(part, from, paths = []) {
    if (part.state !== 'succeeded' && part.state !== 'untold')
        return [part];
    return [part, ...errorsIn(from, [...new Set([...paths, ...errorNames])], part)];
}
/** A number of the service, where it gives one, and the length of its list agree. */
function countAgrees(from, count, list) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(from, count) === undefined)
        return [];
    return attempt(() => {
        const counted = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(from, count);
        const { length } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalList */ .R2)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(from, list), `"${list}"`);
        return counted === length ? [] : [contradiction(words => words.against.count(count, counted, list, length))];
    });
}


/***/ }),

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   FX: () => (/* binding */ hexId),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   PG: () => (/* binding */ wordAndState),
/* harmony export */   Pt: () => (/* binding */ defineService),
/* harmony export */   QU: () => (/* binding */ formOf),
/* harmony export */   Sd: () => (/* binding */ idsIn),
/* harmony export */   d4: () => (/* binding */ isIdOf),
/* harmony export */   fo: () => (/* binding */ requestOf),
/* harmony export */   oz: () => (/* binding */ objectUnder),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   xQ: () => (/* binding */ fullId),
/* harmony export */   zS: () => (/* reexport safe */ _task_js__WEBPACK_IMPORTED_MODULE_2__.Sd)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4715);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(706);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9324);


/** As the input `task-id` takes it. */
function fullId({ parentId, taskId }) {
    return parentId === '' ? taskId : `${parentId}/${taskId}`;
}
/** The ids in an item of the input `task-id`, whatever their form. */
function idsIn(item, { parentId: parentForm }) {
    const slash = parentForm ? item.lastIndexOf('/') : -1;
    return { parentId: item.slice(0, Math.max(slash, 0)), taskId: item.slice(slash + 1) };
}
/** Whether an item of the input `task-id` has the form of a service's ids. */
function isIdOf(forms, item) {
    const { parentId, taskId } = idsIn(item, forms);
    if (!forms.parentId)
        return forms.taskId.pattern.test(taskId);
    if (forms.parentCanStandAlone && !item.includes('/'))
        return forms.parentId.pattern.test(taskId);
    return forms.parentId.pattern.test(parentId) && forms.taskId.pattern.test(taskId);
}
/** The accepted form in words. */
function formOf({ taskId, parentId, parentCanStandAlone }, { inputs, language }) {
    const own = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(taskId.form, language);
    if (!parentId)
        return own;
    return (parentCanStandAlone ? inputs.oneOrTwoIds : inputs.twoIds)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(parentId.form, language), own);
}
/** What a service is asked for, in a word. */
function kindOf({ resource }) {
    return resource ? 'resource' : 'task';
}

/** 32 hexadecimal digits. */
const hexId = /^[0-9a-f]{32}$/i;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function stateOf(states, word) {
    if (word === '')
        return 'untold';
    return Object.hasOwn(states, word) ? (states[word] ?? 'unknown') : 'unknown';
}
/** A word of the service, and what it means. */
function wordAndState(states, serviceStatus) {
    return { serviceStatus, state: stateOf(states, serviceStatus) };
}
/** For `find`: the object under a key of the body. */
function objectUnder(key) {
    return body => [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .theAnswer */ .Im)(body), key)];
}
/** What most services have. */
const defaults = {
    aliases: [],
    needsProjectId: true,
    answersWithId: true,
    scope: 'project',
    endTimeMeansEnd: false,
    settleMs: 0,
    tasksHaveErrorCodes: false,
    idsAreHexadecimal: false,
    codes: {},
    advice: {}
};
/** A service with what it does not say for itself. */
function defineService(given) {
    return { ...defaults, ...given };
}
/** What is sent to read a task: the service's request, with the enterprise project where one was given. */
function requestOf(service, task, moment) {
    const request = service.request(task, moment);
    const { enterpriseProject: place } = service;
    const { enterpriseProjectId: id } = task;
    if (place === undefined || id === undefined)
        return request;
    if ('header' in place)
        return { ...request, headers: { ...request.headers, [place.header]: id } };
    const mark = request.path.includes('?') ? '&' : '?';
    return { ...request, path: request.path + mark + path `${place.query}=${id}` };
}
/** A path with its query, in which no value can leave its place. */
function path(texts, ...values) {
    return String.raw({ raw: texts }, ...values.map(encodeURIComponent));
}


/***/ }),

/***/ 9324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Sd: () => (/* binding */ plainId),
/* harmony export */   WB: () => (/* binding */ isSameId)
/* harmony export */ });
/** Ids of ASCII letters, digits, `_` and `-`: nothing in them changes the path or the header that they stand in. */
const plainId = /^[A-Za-z0-9_-]{1,128}$/;
/** Ids are compared as they are written; only hexadecimal ones, UUIDs among them, can be written in letters of both cases. */
function isSameId(answered, asked, areHexadecimal) {
    const ignoresCase = areHexadecimal && /^[0-9a-f-]+$/i.test(asked);
    return answered === asked || (ignoresCase && answered.toLowerCase() === asked.toLowerCase());
}
const terminalStates = new Set(['succeeded', 'warning', 'failed', 'stopped', 'skipped']);
/** Whether a state is an end. Says nothing about whether the end is a good one. */
function isTerminal(state) {
    return terminalStates.has(state);
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r4: () => (/* binding */ inWords),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   tD: () => (/* binding */ changed)
/* harmony export */ });
/** A string is the same in each language, as a brand name can be. */
function textIn(text, language = 'en') {
    return typeof text === 'string' ? text : (text[language] ?? text.en);
}
function inWords(message, words) {
    return typeof message === 'string' ? message : message(words);
}
/** The message as something makes it of its words: without secrets, for instance. */
function changed(message, change) {
    return words => change(inWords(message, words));
}


/***/ }),

/***/ 4184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ shownBetweenMs),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   uR: () => (/* binding */ instant)
/* harmony export */ });
/** `2018-12-14 08:44:43 UTC` */
function instant(ms) {
    return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** Without the date, where it is that of the other time. */
function timeOf(ms, otherMs) {
    const time = instant(ms);
    const date = instant(otherMs).slice(0, 11);
    return time.startsWith(date) ? time.slice(date.length) : time;
}
/** Between two times as they are shown, in full seconds. */
function shownBetweenMs(fromMs, toMs) {
    return (Math.floor(toMs / 1000) - Math.floor(fromMs / 1000)) * 1000;
}


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Of this action, as in `package.json`, which a test compares. */
const version = '0.1.0';


/***/ }),

/***/ 3053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  waitAndReport: () => (/* binding */ waitAndReport)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./build/src/clock.js + 1 modules
var src_clock = __nccwpck_require__(1053);
// EXTERNAL MODULE: ./build/src/duration.js
var duration = __nccwpck_require__(2297);
// EXTERNAL MODULE: ./build/src/errors.js
var src_errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/non-empty.js
var non_empty = __nccwpck_require__(898);
// EXTERNAL MODULE: ./build/src/task.js
var src_task = __nccwpck_require__(9324);
// EXTERNAL MODULE: ./build/src/text.js
var src_text = __nccwpck_require__(706);
;// CONCATENATED MODULE: ./build/src/causes.js







/** At most so many causes of one task are kept. */
const maxCauses = 5;
/** At most so many requests in the whole step, and for so long. */
const maxRequests = 3;
const limitMs = 10 * duration/* secondMs */.fj;
/** Why a task in this state failed, read from the task's own object. */
function causesIn({ causes: source }, own, state, task) {
    if (source === undefined || source.request || !(0,src_task/* isTerminal */.Hd)(state))
        return [];
    try {
        return source.read(own, task).slice(0, maxCauses);
    }
    catch (error) {
        // It decides nothing.
        if (error instanceof src_errors/* MalformedAnswer */.ol)
            return [];
        throw error;
    }
}
/**
 * The tasks with why they failed, where this takes requests of its own: a few and for some seconds, those that failed
 * before those that were stopped. Whatever comes of them, nothing else changes.
 */
async function withCauses(ended, { causes: source }, { get, clock, clean, debug }, signal) {
    if (!source?.request || signal.aborted)
        return ended;
    let requestsLeft = maxRequests;
    const found = new Map();
    async function readOf(each, limited) {
        for (let from = source; from?.request && requestsLeft > 0;) {
            const answer = await get(from.request(each.reference, { requestId: (0,external_node_crypto_.randomUUID)(), dateMs: clock.date() }), limited, countSent);
            const causes = [...(found.get(each) ?? []), ...from.read(answer, each.reference)];
            found.set(each, causes.slice(0, maxCauses));
            from = from.next?.(answer);
        }
    }
    function countSent() {
        if (requestsLeft === 0)
            throw new src_errors/* RequestError */.GI(words => words.debug.noMoreForCauses, { kind: 'transient' });
        requestsLeft -= 1;
    }
    const withVerdict = (verdict) => ended.filter(({ result }) => result.ending.verdict === verdict);
    await (0,src_clock.within)(limitMs, clock, signal, async (limited) => {
        for (const each of [...withVerdict('failed'), ...withVerdict('stopped')]) {
            if (requestsLeft === 0 || limited.aborted)
                return;
            try {
                await readOf(each, limited);
            }
            catch (error) {
                debug(words => words.debug.noCauses((0,src_text/* inWords */.r4)((0,src_errors/* wordsOf */.Z9)(error), words)));
            }
        }
    });
    return (0,non_empty/* mapAll */.g)(ended, each => {
        const { last } = each.result;
        const causes = found.get(each)?.map(cause => cleanCause(cause, clean));
        if (!last || !causes?.length)
            return each;
        return { ...each, result: { ...each.result, last: { ...last, task: { ...last.task, causes } } } };
    });
}
function cleanCause(cause, clean) {
    const cleaned = (text) => (text && clean(text)) || undefined;
    const { name, type, serviceStatus, message } = cause;
    return {
        ...cause,
        name: cleaned(name),
        type: cleaned(type),
        serviceStatus: cleaned(serviceStatus),
        message: cleaned(message)
    };
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./build/src/polling/backoff.js

/**
 * Spreads polls of parallel waits: 0.9 to 1.1 times the pause. No pause is over the bound, so more would only shorten some,
 * which costs polls.
 */
function jitter(ms, random) {
    return ms * (0.9 + 0.2 * random());
}
function clamp(ms, { minMs, maxMs }) {
    return Math.min(Math.max(ms, minMs), maxMs);
}
/**
 * A tenth of the task's age, within the bounds: an end is seen late by about a tenth of what it took. Where an end is
 * expected, half of the time until then, and at most a fifth of the age; after it, half of the time since then, and at most
 * a tenth.
 */
function pauseWhileRunning(ageMs, bounds, random, endAgeMs) {
    const usualMs = ageMs * 0.1;
    const leftMs = endAgeMs === undefined ? undefined : endAgeMs - ageMs;
    const pauseMs = leftMs === undefined ? usualMs : Math.min(leftMs > 0 ? 2 * usualMs : usualMs, Math.abs(leftMs) / 2);
    return clamp(jitter(clamp(pauseMs, bounds), random), bounds);
}
/** The pace after one more poll. A progress that falls behind its beginning begins anew. */
function paceAfter(pace, percent, ageMs) {
    if (percent === undefined)
        return undefined;
    if (pace === undefined || percent < pace.from.percent) {
        return { from: { percent, ageMs }, percent, sinceAgeMs: ageMs, polledAgeMs: ageMs };
    }
    const sinceAgeMs = percent === pace.percent ? pace.sinceAgeMs : (pace.polledAgeMs + ageMs) / 2;
    return { from: pace.from, percent, sinceAgeMs, polledAgeMs: ageMs };
}
/** How old the task will be at its end, if it goes on as it did. Nobody knows before its progress has moved. */
function expectedEndAgeMs(pace) {
    if (pace === undefined || pace.percent === pace.from.percent)
        return undefined;
    const msPerPercent = (pace.sinceAgeMs - pace.from.ageMs) / (pace.percent - pace.from.percent);
    return pace.sinceAgeMs + (100 - pace.percent) * msPerPercent;
}
/**
 * While nothing shows how far the task is (not found, malformed, rejected, blocked, an empty state): as for a task of at
 * most 50 seconds. `ageMs` is that of the wait.
 */
function pauseWhileUnclear(ageMs, bounds, random) {
    return pauseWhileRunning(Math.min(ageMs, 50 * duration/* secondMs */.fj), bounds, random);
}
/** After the nth failed request in a streak: 1 s, doubling to 15 s. */
function pauseAfterFailure(failureStreak, random) {
    return jitter(Math.min(duration/* secondMs */.fj * 2 ** (failureStreak - 1), 15 * duration/* secondMs */.fj), random);
}
/** After the nth throttled answer in a streak, where nothing says how long: 5 s, doubling to 60 s. */
function pauseWhenThrottled(throttleStreak, random) {
    return jitter(Math.min(5 * duration/* secondMs */.fj * 2 ** (throttleStreak - 1), 60 * duration/* secondMs */.fj), random);
}
/** No server makes a pause last for hours. */
function capped(ms) {
    return Math.min(ms, 300 * duration/* secondMs */.fj);
}
/** A server can only lengthen a pause. */
function lengthenedBy(retryAfterMs, pauseMs) {
    return Math.max(pauseMs, capped(retryAfterMs ?? 0));
}

;// CONCATENATED MODULE: ./build/src/polling/expectation.js
/**
 * What a state means where something else than the usual is expected. A word that is expected is never a bad one.
 * `isUsual`: whether the word is a success as a rule.
 */
function expectedState(state, word, expectation, isUsual = false) {
    switch (expectation?.kind) {
        case undefined:
            return state;
        case 'words':
            // A usual success whose nodes are still on the way is one that is not there yet.
            if (expectation.words.includes(word))
                return isUsual ? state : 'succeeded';
            return state === 'succeeded' ? 'running' : state;
        case 'gone':
            if (expectation.signs.words.includes(word))
                return 'succeeded';
            return state === 'unknown' ? state : 'running';
        default:
            return expectation;
    }
}
/** Whether a failed request is one of the answers that prove, several in a row, that a resource is gone. */
function saysGone({ kind, party = 'service', status = 0, code, text, isPage, emptyList }, expectation) {
    if (expectation?.kind !== 'gone' || kind !== 'not-found' || party !== 'service' || isPage)
        return false;
    const { codes, things, lists } = expectation.signs;
    if (status === 200 && emptyList)
        return lists;
    // Some services repeat the HTTP status as their code.
    if (code !== undefined && code !== String(status))
        return codes.includes(code) && status >= 400 && status < 500;
    return status === 404 && text !== undefined && things.length > 0 && isMissing(text.toLowerCase(), things);
}
const someId = '(?: ["\'[]?[0-9a-f-]{8,}["\'\\]]?)?';
const isNotThere = "(?:(?:could|can) ?not be found|(?:is |was )?not found|does not exist|doesn't exist|no longer exists)";
/** Whether the whole text says that such a thing is not there, and nothing of a route, an address or another thing. */
function isMissing(text, things) {
    const thing = `(?:${things.join('|')})`;
    const said = `(?:(?:the |this |requested |specified )*${thing}${someId} ${isNotThere}|no such ${thing}${someId})`;
    return new RegExp(`^${said}[.! ]*$`).test(text.trim());
}

// EXTERNAL MODULE: ./build/src/polling/verdict.js
var verdict = __nccwpck_require__(5876);
;// CONCATENATED MODULE: ./build/src/polling/judge.js





/** How long a host that never answered, or an answer that is no proof and could be, is given. */
const patienceMs = duration/* minuteMs */.J2;
/** How many answers of one kind in a row are final, where a single one can be a passing fault. */
const finalStreak = 3;
/** A gateway that reloads its configuration takes some seconds. */
const finalAfterMs = 30 * duration/* secondMs */.fj;
const onlyPagesMs = 5 * duration/* minuteMs */.J2;
function beginning(startedMs) {
    return {
        startedMs,
        unknownEnds: 0,
        unknownWords: [],
        serverClock: { startMs: Number.NEGATIVE_INFINITY, isConfirmed: false },
        failures: 0,
        repeatsAtOnce: false
    };
}
/** What is known after one more poll. */
function remember(before, polled, judging) {
    const { answer } = polled;
    return answer instanceof src_errors/* RequestError */.GI
        ? rememberFailure(before, answer.failure, polled, judging)
        : rememberSnapshot(before, answer, polled, judging);
}
/** Whether the wait ends after the answer remembered last, and else how long to pause. Pure, but for `random`. */
function decide(memory, answer, judging, now) {
    if (answer instanceof src_errors/* RequestError */.GI)
        return decideOnFailure(memory, answer, judging, now);
    if (answer.task.other !== undefined) {
        return { ending: { verdict: 'error', problem: 'other-task', answeredId: answer.task.other } };
    }
    return decideOnTask(memory, memory.seen, judging, now);
}
function rememberSnapshot(before, snapshot, polled, judging) {
    const { task } = snapshot;
    const answered = {
        ...before,
        firstAnsweredMs: before.firstAnsweredMs ?? polled.sentMs,
        streak: undefined,
        gone: undefined,
        failures: 0,
        repeatsAtOnce: false,
        onlyPagesSinceMs: undefined
    };
    if (task.other !== undefined)
        return answered;
    const sinceStartMs = polled.atMs - before.startedMs;
    const { serverDateMs, cachedForMs } = snapshot;
    const serverClock = clockAfter(before.serverClock, serverDateMs, polled.sentMs - before.startedMs);
    const isOlder = (made) => judging.idNamesThing && madeAfterMs(made, serverClock) < 0;
    const made = { serverDateMs, cachedForMs, sentAfterMs: polled.sentMs - before.startedMs };
    const isOld = isOlder(made) || isBefore(made, before.running, serverClock, judging);
    const isKeptFromBefore = (cachedForMs ?? 0) > made.sentAfterMs;
    const running = task.state === 'running' && !isOld ? { ...made, task } : before.running;
    const ageMs = taskAgeMs(snapshot, polled.dateMs, sinceStartMs);
    const undoing = task.isUndoing === true && !isOld ? made : before.undoing;
    const proof = (0,verdict/* proofOf */.oX)(task, judging.strictness, undoing !== undefined && !isOlder(undoing));
    const doubt = proof.kind === 'untold' || proof.kind === 'unproven' ? noProof(proof).problem : undefined;
    const endedInUnknownWord = task.state === 'unknown' && task.endMs !== undefined && judging.endTimeMeansEnd;
    return {
        ...answered,
        seen: { snapshot, made, atMs: polled.atMs, ageMs, proof, isOld },
        newestDateMs: isKeptFromBefore
            ? before.newestDateMs
            : Math.max(before.newestDateMs ?? Number.NEGATIVE_INFINITY, serverDateMs ?? Number.POSITIVE_INFINITY),
        running,
        lastRunning: running !== undefined && !isOlder(running) ? running.task : undefined,
        undoing,
        pace: paceAfter(before.pace, task.progress, ageMs),
        doubtful: doubt && (before.doubtful?.doubt === doubt ? before.doubtful : { doubt, sinceMs: polled.atMs }),
        unknownEnds: endedInUnknownWord ? before.unknownEnds + 1 : 0,
        unknownWords: withUnknownWord(before.unknownWords, task),
        serverClock
    };
}
/** Whether an end was made before the last answer that showed the task running: that was the end of another run. */
function isBefore(made, running, clock, { idNamesThing }) {
    return idNamesThing && running !== undefined && madeAfterMs(made, clock) < madeAfterMs(running, clock);
}
/** How the wait ends where a task goes on to show an end, or no state, that is no proof. */
function noProof(proof) {
    if (proof.kind === 'untold')
        return { verdict: 'error', problem: 'no-state' };
    const { open, contradictions } = proof;
    return contradictions.length > 0
        ? { verdict: 'error', problem: 'contradiction', contradictions }
        : { verdict: 'error', problem: 'open-subtasks', open };
}
/** The words so far that no source names, each once. */
function withUnknownWord(words, { state, serviceStatus }) {
    return state === 'unknown' && !words.includes(serviceStatus) ? [...words, serviceStatus] : words;
}
/** Two dates and the time between them, each in full seconds, and the way of two answers. */
const clockSlackMs = 2 * duration/* secondMs */.fj;
/**
 * With one more date. Where two in a row do not agree, the latest beginning that any has shown is the safe one, for kept
 * answers can have any date from before. `sentAfterMs`: of the request, for the date was made after it.
 */
function clockAfter(clock, dateMs, sentAfterMs) {
    if (dateMs === undefined)
        return clock;
    const { last } = clock;
    const startMs = dateMs - sentAfterMs;
    const advances = last !== undefined && dateMs !== last.dateMs && Math.abs(startMs - last.startMs) <= clockSlackMs;
    return {
        startMs: Math.max(startMs, advances ? last.startMs : clock.startMs),
        last: { dateMs, startMs },
        isConfirmed: clock.isConfirmed || advances
    };
}
/**
 * When an answer was made, counted from the beginning of the wait: when it was asked for, less the time that a cache has
 * kept it, and no later than its date, which has full seconds, allows. Negative where it was made before the wait.
 */
function madeAfterMs({ serverDateMs = Number.POSITIVE_INFINITY, cachedForMs = 0, sentAfterMs }, { startMs }) {
    return Math.min(sentAfterMs - cachedForMs, serverDateMs + duration/* secondMs */.fj - 1 - startMs);
}
/** By the start that the service states, so that a wait for an old task does not hurry; else by the beginning of the wait. */
function taskAgeMs({ task, serverDateMs }, dateMs, sinceStartMs) {
    const { startMs = Number.POSITIVE_INFINITY } = task;
    const clocksAgree = Math.abs(dateMs - (serverDateMs ?? dateMs)) <= duration/* minuteMs */.J2;
    return startMs <= dateMs && clocksAgree ? dateMs - startMs : sinceStartMs;
}
function rememberFailure(before, failure, { sentMs }, judging) {
    const { kind, party = 'service', serverDateMs } = failure;
    const isPage = isPageInPlaceOfAnswer(failure);
    // A page has the clock of whoever wrote it, and IAM another one than the service.
    const isOfService = party === 'service' && !failure.isPage;
    const memory = {
        ...before,
        // What brought nothing at all is no answer either.
        onlyPagesSinceMs: isPage
            ? (before.onlyPagesSinceMs ?? sentMs)
            : failure.status === undefined
                ? before.onlyPagesSinceMs
                : undefined,
        serverClock: isOfService
            ? clockAfter(before.serverClock, serverDateMs, sentMs - before.startedMs)
            : before.serverClock
    };
    const calmed = { ...memory, failures: 0, repeatsAtOnce: false };
    if (countsInStreak(kind)) {
        const firstAnsweredMs = before.firstAnsweredMs ?? (kind === 'not-found' ? sentMs : undefined);
        return {
            ...calmed,
            firstAnsweredMs,
            streak: streakAfter(before.streak, kind, sentMs),
            gone: saysGone(failure, judging.strictness.expectation) ? goneAfter(memory, failure, sentMs) : undefined
        };
    }
    if (kind === 'throttled')
        return calmed;
    // Once in a row: the pool of connections is empty after it, so that a second one is no kept connection's fault.
    const repeatsAtOnce = failure.staleConnection === true && !before.repeatsAtOnce;
    return { ...memory, repeatsAtOnce, failures: before.failures + (repeatsAtOnce ? 0 : 1) };
}
/**
 * One more answer that says that the resource is gone. None counts that was made before the wait, as later dates may
 * show, and a kept answer counts once.
 */
function goneAfter({ gone, startedMs, serverClock }, { serverDateMs, cachedForMs }, sentMs) {
    const made = { serverDateMs, cachedForMs, sentAfterMs: sentMs - startedMs };
    const after = (one) => madeAfterMs(one, serverClock);
    if (after(made) < 0)
        return undefined;
    if (!gone || after(gone.first) < 0)
        return { length: 1, first: made, last: made };
    if (after(made) <= after(gone.last))
        return gone;
    return { length: gone.length + 1, first: gone.first, last: made };
}
/** Whether the task was seen by an answer that was not made before the wait. */
function wasSeenInWait({ newestDateMs, serverClock }) {
    if (newestDateMs === undefined)
        return false;
    // By a single date nobody can tell a kept answer from a new one.
    const isDated = serverClock.isConfirmed || !Number.isFinite(newestDateMs);
    return isDated && madeAfterMs({ serverDateMs: newestDateMs, sentAfterMs: 0 }, serverClock) >= 0;
}
/** Whether enough answers, made over enough time, say that it is gone. */
function isProvenGone({ serverClock }, { length, first, last }) {
    const overMs = madeAfterMs(last, serverClock) - madeAfterMs(first, serverClock);
    return length >= finalStreak && overMs >= finalAfterMs;
}
/** Kinds of failures that end the wait when several come in a row. */
function countsInStreak(kind) {
    return kind === 'not-found' || kind === 'malformed' || kind === 'rejected' || kind === 'blocked';
}
/** Pages of other kinds have a patience of their own. */
function isPageInPlaceOfAnswer({ kind, isPage }) {
    return kind === 'transient' && isPage === true;
}
function streakAfter(streak, kind, sentMs) {
    return streak?.kind === kind ? { ...streak, length: streak.length + 1 } : { kind, length: 1, sinceMs: sentMs };
}
function decideOnTask(memory, { made, ageMs, proof, isOld }, judging, now) {
    const pauseMs = pauseWhileRunning(ageMs, judging.bounds, now.random, expectedEndAgeMs(memory.pace));
    if (memory.unknownEnds >= 2)
        return { ending: { verdict: 'error', problem: 'ended-in-unknown-word' } };
    switch (proof.kind) {
        case 'untold':
            return doubted(memory, now, unclearMs(memory, judging, now), noProof(proof));
        case 'unproven':
            return doubted(memory, now, pauseMs, noProof(proof));
        case 'running':
            return { pauseMs };
        default: {
            if (isOld)
                return { pauseMs, doubt: 'cached' };
            const leftMs = settleLeftMs(memory, made, judging);
            return leftMs > 0 ? { pauseMs: Math.min(pauseMs, leftMs), doubt: 'settling' } : { ending: endingOf(proof) };
        }
    }
}
function endingOf(proof) {
    return proof.kind === 'succeeded' ? { verdict: 'succeeded' } : { verdict: proof.kind, because: proof.because };
}
/** Polls again for a minute, for the doubt may pass. */
function doubted({ doubtful }, now, pauseMs, ending) {
    const leftMs = (doubtful?.sinceMs ?? now.ms) + patienceMs - now.ms;
    return leftMs <= 0 ? { ending } : { pauseMs: Math.min(pauseMs, leftMs), doubt: ending.problem };
}
/** For how long an end may still be the one of the run before: not once this run was seen. A kept answer is as old as it was. */
function settleLeftMs({ lastRunning, firstAnsweredMs, startedMs, serverClock }, made, { settleMs, runsOverlap }) {
    if (settleMs === 0)
        return 0;
    // An end without a date, where others have one, may have been made before the task was seen running.
    const isDated = made.serverDateMs !== undefined || serverClock.last === undefined;
    if (lastRunning !== undefined && !runsOverlap && isDated)
        return 0;
    const firstAfterMs = (firstAnsweredMs ?? startedMs) - startedMs;
    return settleMs - (madeAfterMs(made, serverClock) - firstAfterMs);
}
function sinceAnsweredMs({ firstAnsweredMs }, { ms }) {
    return ms - (firstAnsweredMs ?? ms);
}
function decideOnFailure(memory, cause, judging, now) {
    const ending = finalEnding(memory, cause, judging, now);
    if (ending)
        return { ending };
    return { pauseMs: lengthenedBy(cause.failure.retryAfterMs, pauseAfter(memory, cause.failure, judging, now)), cause };
}
/** The ending, where polling again after this failure would be of no use. */
function finalEnding(memory, cause, judging, now) {
    const wasSeen = memory.seen !== undefined;
    const broken = { verdict: 'error', problem: 'request', cause };
    switch (cause.failure.kind) {
        case 'denied':
            return { verdict: 'denied', cause };
        case 'not-found': {
            if (wasSeenInWait(memory) && memory.gone) {
                return isProvenGone(memory, memory.gone) ? { verdict: 'succeeded', because: 'gone' } : undefined;
            }
            const isFinal = wasSeen
                ? isEnoughOverTime(memory.streak, now)
                : isEnough(memory.streak) && !mayStillAppear(memory, judging, now);
            return isFinal ? { verdict: 'not-found', cause } : undefined;
        }
        case 'malformed':
            return isEnoughOverTime(memory.streak, now) ? broken : undefined;
        case 'rejected':
        case 'blocked':
            // A refused user of the proxy can be locked. Else one bad connection says little where others were good.
            return !wasSeen || cause.failure.status === 407 || isEnoughOverTime(memory.streak, now) ? broken : undefined;
        case 'unreached':
            return now.ms - (now.unreachedSinceMs ?? now.ms) >= patienceMs ? broken : undefined;
        case 'transient':
            return isPageInPlaceOfAnswer(cause.failure) && isHopeless(memory, now)
                ? { verdict: 'error', problem: 'pages', cause }
                : undefined;
        case 'throttled':
            return undefined;
        default:
            return cause.failure.kind;
    }
}
function isEnough(streak) {
    return streak !== undefined && streak.length >= finalStreak;
}
function isEnoughOverTime(streak, { ms }) {
    return isEnough(streak) && ms - streak.sinceMs >= finalAfterMs;
}
/** Grace: a task that was started a moment ago is not known everywhere yet. */
function mayStillAppear(memory, { notFoundGraceMs }, now) {
    return sinceAnsweredMs(memory, now) < notFoundGraceMs;
}
function isHopeless({ onlyPagesSinceMs }, { ms }) {
    return ms - (onlyPagesSinceMs ?? ms) >= onlyPagesMs;
}
function pauseAfter(memory, { kind }, judging, now) {
    if (countsInStreak(kind))
        return unclearMs(memory, judging, now);
    if (kind === 'throttled')
        return Math.max(1, now.heldMs);
    if (memory.repeatsAtOnce)
        return 0;
    const unreachedLeftMs = (now.unreachedSinceMs ?? Number.POSITIVE_INFINITY) + patienceMs - now.ms;
    return Math.min(pauseAfterFailure(memory.failures, now.random), Math.max(1, unreachedLeftMs));
}
function unclearMs({ startedMs }, { bounds }, now) {
    return pauseWhileUnclear(now.ms - startedMs, bounds, now.random);
}

;// CONCATENATED MODULE: ./build/src/polling/throttle.js

/** Below what the service allows: its clock and ours do not count the same. */
const usedShare = 0.98;
/** After a pause, requests go out at twice the rate that would last: soon, and yet not all at once. */
const burst = 2;
/** Fewer answers say nothing about how many the service allows. */
const tellingAnswers = 10;
const keptTimes = 5000;
function createThrottle({ clock, random }) {
    let heldUntilMs = 0;
    let throttledAtMs = Number.NEGATIVE_INFINITY;
    let throttleStreak = 0;
    let inFlight = 0;
    let lastSentMs = Number.NEGATIVE_INFINITY;
    /** When each request that was not throttled was over, the oldest first: the service may have counted it. */
    const answeredAtMs = [];
    /** What came through since the last throttling was over, to learn a quota that the service does not state. */
    let sinceOpen = { atMs: clock.now(), answers: 0 };
    let quota;
    /** The part of the quota that others leave, when it was last throttled. */
    let share = 1;
    /** Grows by an eighth with each window without throttling; beyond the whole only where the quota is an estimate. */
    function currentLimit({ limit, windowMs, isStated }) {
        const grown = share + Math.floor((clock.now() - throttledAtMs) / windowMs) / 8;
        return Math.max(1, Math.floor(limit * usedShare * (isStated ? Math.min(1, grown) : grown)));
    }
    /** When the oldest of the last `limit` requests leaves the window, so that another may come in. */
    function slotAtMs(limit, windowMs) {
        const answers = limit - inFlight;
        if (answers <= 0)
            return Number.POSITIVE_INFINITY;
        const oldest = answeredAtMs.at(-answers);
        return oldest === undefined ? clock.now() : oldest + windowMs;
    }
    function learn(stated) {
        const nowMs = clock.now();
        const used = answeredAtMs.filter(ms => ms > nowMs - stated.windowMs).length + inFlight;
        // Throttled below the limit: others send as well.
        const limit = quota?.isStated && quota.limit === stated.limit ? currentLimit(quota) : stated.limit;
        share = used < stated.limit * 0.9 ? Math.max(limit / stated.limit / 2, 1 / stated.limit) : 1;
        quota = { ...stated, isStated: true };
    }
    /**
     * Without a `Retry-After`, until the window is over that the text states. Else doubling, and at least what the header
     * asks for.
     */
    function pauseMs({ quota: stated, retryAfterMs }) {
        if (stated === undefined || retryAfterMs !== undefined) {
            return lengthenedBy(retryAfterMs, pauseWhenThrottled(throttleStreak, random));
        }
        const nowMs = clock.now();
        // The rest of a window in which the service has already said so.
        if (heldUntilMs > nowMs)
            return heldUntilMs - nowMs;
        // In the future only where the quota was used up by us; else by others, of whose requests we know nothing.
        const opensMs = slotAtMs(stated.limit, stated.windowMs);
        return capped(opensMs > nowMs && Number.isFinite(opensMs) ? opensMs - nowMs : stated.windowMs);
    }
    return {
        opensAtMs() {
            const nowMs = clock.now();
            if (heldUntilMs > nowMs)
                return heldUntilMs;
            if (quota === undefined)
                return nowMs;
            const limit = currentLimit(quota);
            const opensMs = Math.max(lastSentMs + quota.windowMs / limit / burst, slotAtMs(limit, quota.windowMs));
            return lastSentMs + capped(opensMs - lastSentMs);
        },
        heldMs: () => Math.max(0, heldUntilMs - clock.now()),
        sent() {
            inFlight += 1;
            lastSentMs = clock.now();
        },
        answered(sentAtMs, isGood) {
            const nowMs = clock.now();
            inFlight -= 1;
            answeredAtMs.push(nowMs);
            if (answeredAtMs.length > 2 * keptTimes)
                answeredAtMs.splice(0, keptTimes);
            sinceOpen.answers += 1;
            // What was in flight with a throttled request does not lift the throttling.
            if (!isGood || sentAtMs < throttledAtMs || throttleStreak === 0)
                return;
            if (!quota?.isStated && sinceOpen.answers > tellingAnswers) {
                quota = { limit: sinceOpen.answers - 1, windowMs: nowMs - sinceOpen.atMs, isStated: false };
                share = 1;
            }
            sinceOpen = { atMs: nowMs, answers: 1 };
            throttleStreak = 0;
            heldUntilMs = 0;
        },
        throttled(failure, sentAtMs) {
            const nowMs = clock.now();
            inFlight -= 1;
            // Requests that were in flight together count as one.
            const isNews = sentAtMs >= throttledAtMs;
            if (isNews) {
                throttleStreak += 1;
                if (failure.quota)
                    learn(failure.quota);
                heldUntilMs = nowMs + pauseMs(failure);
                throttledAtMs = nowMs;
            }
            else {
                heldUntilMs = Math.max(heldUntilMs, nowMs + capped(failure.retryAfterMs ?? 0));
            }
        }
    };
}

;// CONCATENATED MODULE: ./build/src/polling/pool.js



/**
 * No lease was given: the pool is closed, or after the deadline one request after the other failed, the last of them with
 * `cause`.
 */
class GivenUp {
    cause;
    constructor(cause) {
        this.cause = cause;
    }
}
/** For how long one task alone finds out whether the credentials are good, before it is the turn of the next one. */
const aloneMs = 30 * duration/* secondMs */.fj;
const maxInFlight = 4;
/** So many failures in a row after the deadline, and the polls that are still to come are given up. */
const hopelessStreak = maxInFlight;
function createPool({ clock, random, deadlineMs, closesAtMs }) {
    const startedMs = clock.now();
    const throttle = createThrottle({ clock, random });
    const members = new Set();
    let waiting = [];
    let inFlight = 0;
    /** Bad credentials that are shown several times can lock their owner out: until they were accepted, one task alone is polled. */
    let isAccepted = false;
    let unreached;
    let failuresAfterDeadline = 0;
    let alarm;
    /** Whose turn it is to ask alone. */
    function turn() {
        return Math.floor((clock.now() - startedMs) / aloneMs);
    }
    /** The first in line that may be polled now. */
    function next() {
        if (isAccepted || clock.now() >= deadlineMs)
            return 0;
        const alone = [...members][turn() % members.size];
        return waiting.findIndex(({ leases }) => leases === alone);
    }
    function start() {
        inFlight += 1;
        throttle.sent();
        return { sentMs: clock.now() };
    }
    function release(sentMs, outcome) {
        inFlight -= 1;
        const failure = outcome instanceof src_errors/* RequestError */.GI ? outcome.failure : undefined;
        if (failure?.kind === 'throttled')
            throttle.throttled(failure, sentMs);
        else
            throttle.answered(sentMs, failure === undefined && outcome !== 'aborted');
        if (outcome !== 'aborted') {
            if (failure?.kind !== 'unreached')
                unreached = undefined;
            else if (!unreached || unreached.party !== failure.party)
                unreached = { party: failure.party, sinceMs: sentMs };
            isAccepted ||= failure === undefined || (0,src_errors/* showsAcceptance */.iz)(failure);
            const failed = outcome instanceof src_errors/* RequestError */.GI && !wasJudged(outcome.failure);
            failuresAfterDeadline = failed && clock.now() >= deadlineMs ? failuresAfterDeadline + 1 : 0;
            if (failed && failuresAfterDeadline >= hopelessStreak)
                giveUp(new GivenUp(outcome));
        }
        // A task that is denied or kept out ends now, and may end the others with it: none is polled before it has left.
        if (failure?.kind !== 'denied' && failure?.kind !== 'blocked')
            serve();
    }
    function giveUp(grant) {
        const waiters = waiting;
        waiting = [];
        for (const { resolve } of waiters)
            resolve(grant);
    }
    function lease(leases, dueMs, signal) {
        return new Promise(resolve => {
            if (signal.aborted)
                return resolve('aborted');
            const onAbort = () => {
                waiting = waiting.filter(other => other !== waiter);
                resolve('aborted');
                serve();
            };
            const waiter = {
                leases,
                dueMs,
                resolve: grant => {
                    signal.removeEventListener('abort', onAbort);
                    resolve(grant);
                }
            };
            signal.addEventListener('abort', onAbort, { once: true });
            const after = waiting.findIndex(other => other.dueMs > dueMs);
            waiting.splice(after === -1 ? waiting.length : after, 0, waiter);
            serve();
        });
    }
    function serve() {
        alarm?.abort();
        alarm = undefined;
        if (clock.now() >= closesAtMs) {
            giveUp(new GivenUp());
            return;
        }
        while (inFlight < (isAccepted ? maxInFlight : 1)) {
            const index = next();
            const waiter = waiting[index];
            if (waiter === undefined)
                break;
            const opensAtMs = Math.min(throttle.opensAtMs(), deadlineMs);
            if (opensAtMs > clock.now()) {
                serveAt(opensAtMs);
                return;
            }
            waiting.splice(index, 1);
            waiter.resolve(start());
        }
        // Those that have to wait for the first one's credentials are polled at the deadline all the same.
        const othersAtMs = Math.min(startedMs + (turn() + 1) * aloneMs, deadlineMs);
        if (!isAccepted && waiting.length > 0 && clock.now() < othersAtMs)
            serveAt(othersAtMs);
    }
    function serveAt(ms) {
        const own = new AbortController();
        alarm = own;
        clock.sleep(ms - clock.now(), own.signal).then(() => {
            if (!own.signal.aborted)
                serve();
        });
    }
    return {
        join() {
            const leases = {
                async run(dueMs, signal, poll) {
                    const grant = await lease(leases, dueMs, signal);
                    if (grant === 'aborted' || grant instanceof GivenUp)
                        return grant;
                    let outcome = 'aborted';
                    try {
                        if (!signal.aborted)
                            outcome = await poll();
                        return outcome;
                    }
                    finally {
                        release(grant.sentMs, outcome);
                    }
                },
                heldMs: throttle.heldMs,
                unreachedSinceMs: () => unreached?.sinceMs,
                leave: () => {
                    members.delete(leases);
                    serve();
                }
            };
            members.add(leases);
            return leases;
        }
    };
}
/** Whether the request came through and was judged: no outage, throttling, page or broken connection. */
function wasJudged(failure) {
    return (0,src_errors/* showsAcceptance */.iz)(failure) || failure.kind === 'denied';
}

;// CONCATENATED MODULE: ./build/src/polling/poller.js



/** The reason of a signal that ends a wait before its time, with the ending that it gives. */
class Stop {
    ending;
    constructor(ending) {
        this.ending = ending;
    }
}
/** So many of the last failures are kept. */
const maxFailures = 5;
/**
 * Polls until the task has ended, the limit has passed, the signal aborts, or polling again would be of no use. All of
 * these are values; it rejects only with what is not a RequestError.
 */
async function pollUntilDone(poll, options) {
    const { judging, clock, random, signal, timeoutMs, observer, leases } = options;
    const startedMs = clock.now();
    const deadlineMs = startedMs + timeoutMs;
    const counts = { polls: 0, requests: 0, failedPolls: 0, throttledPolls: 0, notFoundPolls: 0 };
    const failures = [];
    let firstFailedDateMs;
    let identified = {};
    let memory = beginning(startedMs);
    let open = {};
    let dueMs = startedMs;
    for (let isLastPoll = false;;) {
        let sentMs = dueMs;
        const answer = await leases.run(dueMs, signal, () => {
            counts.polls += 1;
            sentMs = clock.now();
            return outcomeOf(poll(signal, countSent), signal);
        });
        if (answer === 'aborted')
            return end(endingBy(signal));
        if (answer instanceof GivenUp) {
            return end(outOfTime(answer.cause ? { cause: answer.cause } : open, memory, timeoutMs));
        }
        identified = identify(answer, identified);
        const before = memory;
        const atMs = clock.now();
        memory = remember(before, { sentMs, atMs, dateMs: clock.date(), answer }, judging);
        if (answer instanceof src_errors/* RequestError */.GI && !memory.repeatsAtOnce)
            countFailure(answer);
        const now = { ms: atMs, random, heldMs: leases.heldMs(), unreachedSinceMs: leases.unreachedSinceMs() };
        const decision = decide(memory, answer, judging, now);
        // The last poll begins at the limit or after it: an answer before it can be old, where the process stood still.
        const isOver = isLastPoll || sentMs >= deadlineMs;
        const leftMs = isOver ? 0 : Math.max(0, deadlineMs - atMs);
        const newWords = memory.unknownWords.slice(before.unknownWords.length);
        inform(observer, answer, newWords, memory.seen?.proof, decision, leftMs);
        if ('ending' in decision)
            return end(decision.ending);
        open = decision;
        // At once, also at the deadline: it was not the poll that failed.
        if (decision.pauseMs === 0)
            continue;
        if (isOver)
            return end(outOfTime(decision, memory, timeoutMs));
        const nowMs = clock.now();
        const remainingMs = deadlineMs - nowMs;
        // Never past the deadline: the last poll is at it, not before it.
        isLastPoll = decision.pauseMs >= remainingMs;
        const pauseMs = Math.max(0, Math.min(decision.pauseMs, remainingMs));
        // A poll that was throttled away stays due, before those of other tasks that have become due since.
        if (decision.cause?.failure.kind !== 'throttled')
            dueMs = nowMs + pauseMs;
        await clock.sleep(pauseMs, signal);
    }
    function countSent() {
        counts.requests += 1;
    }
    function countFailure(error) {
        const { failure } = error;
        const dateMs = clock.date();
        firstFailedDateMs ??= dateMs;
        failures.push({ error, dateMs });
        if (failures.length > maxFailures)
            failures.shift();
        counts.failedPolls += 1;
        if (failure.kind === 'throttled')
            counts.throttledPolls += 1;
        if (failure.kind === 'not-found')
            counts.notFoundPolls += 1;
    }
    function end(ending) {
        observer.ended(ending.verdict);
        const nowMs = clock.now();
        const { seen, lastRunning } = memory;
        const last = seen && { ...seen.snapshot, beforeEndMs: nowMs - seen.atMs };
        const elapsedMs = nowMs - startedMs;
        const failed = { failures, firstFailedDateMs };
        return { ending, last, ...counts, ...failed, ...identified, elapsedMs, endedDateMs: clock.date(), lastRunning };
    }
}
function identify(answer, before) {
    if (!(answer instanceof src_errors/* RequestError */.GI)) {
        const { requestId } = answer;
        return requestId === undefined ? before : { requestId };
    }
    const { requestId, party, isPage } = answer.failure;
    const isOfService = before.requestId !== undefined && !before.requestIdError?.failure.isPage;
    if (requestId === undefined || (isPage && isOfService))
        return before;
    return { requestId, requestIdParty: party, requestIdError: answer };
}
/** Passes on what the last poll brought, after it was judged. */
function inform(observer, answer, newWords, proof, decision, leftMs) {
    if (answer instanceof src_errors/* RequestError */.GI) {
        if ('pauseMs' in decision && decision.pauseMs > 0)
            observer.failed(answer, Math.min(decision.pauseMs, leftMs));
        return;
    }
    if (answer.task.other !== undefined || !proof)
        return;
    for (const word of newWords)
        observer.unknownWord(word);
    observer.polled(answer.task, 'doubt' in decision ? decision.doubt : undefined, proof, answer);
}
function endingBy({ reason }) {
    return reason instanceof Stop ? reason.ending : { verdict: 'cancelled' };
}
/** The promise's outcome, or `aborted` as soon as the signal aborts, whatever the promise still does. */
async function outcomeOf(promise, signal) {
    let onAbort;
    const aborted = new Promise(resolve => {
        onAbort = () => resolve('aborted');
        signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
        return await Promise.race([promise, aborted]);
    }
    catch (error) {
        if (signal.aborted)
            return 'aborted';
        if (error instanceof src_errors/* RequestError */.GI)
            return error;
        throw error;
    }
    finally {
        if (onAbort)
            signal.removeEventListener('abort', onAbort);
    }
}
function outOfTime({ doubt, cause }, { seen }, timeoutMs) {
    if (cause !== undefined && seen === undefined) {
        if (cause.failure.kind === 'not-found')
            return { verdict: 'not-found', cause };
        if (cause.failure.kind === 'unreached')
            return { verdict: 'error', problem: 'request', cause };
    }
    // Given up before its only poll, nothing is known of it.
    const wasPolled = cause !== undefined || seen !== undefined;
    if (timeoutMs > 0 || !wasPolled)
        return { verdict: 'timed-out', doubt, cause };
    return cause === undefined
        ? { verdict: 'unfinished', because: 'polled-once', doubt }
        : { verdict: 'error', problem: 'request', cause };
}

;// CONCATENATED MODULE: ./build/src/polling/wait.js






/** A request that met a stale connection at the deadline is repeated as soon as it has failed. */
const repeatMs = duration/* secondMs */.fj;
/** Waits for all tasks at the same time, and gives their results in the same order. */
async function waitForAll(tasks, options) {
    const { judging, timeoutMs, failFast, requestTimeoutMs, clock, random } = options;
    const deadlineMs = clock.now() + timeoutMs;
    const pool = createPool({ clock, random, deadlineMs, closesAtMs: deadlineMs + requestTimeoutMs + repeatMs });
    const others = new AbortController();
    const signal = AbortSignal.any([options.signal, others.signal]);
    // Every task listens to it, and a wait for many is no leak.
    (0,external_node_events_namespaceObject.setMaxListeners)(Number.POSITIVE_INFINITY, signal);
    // All of them before the first one is polled: its place in the pool is the first.
    const joined = (0,non_empty/* mapAll */.g)(tasks, task => ({ task, leases: pool.join() }));
    try {
        return await Promise.all((0,non_empty/* mapAll */.g)(joined, async ({ task, leases }) => {
            const { poll, observer } = task;
            const result = await pollUntilDone(poll, { judging, timeoutMs, clock, random, signal, observer, leases });
            const { ending } = result;
            if (meetsAll(ending))
                others.abort(new Stop(ending));
            else if (failFast && ending.verdict !== 'succeeded') {
                others.abort(new Stop({ verdict: 'unfinished', because: 'fail-fast' }));
            }
            leases.leave();
            return { task, result };
        }));
    }
    finally {
        others.abort(new Stop({ verdict: 'cancelled' }));
    }
}
/**
 * Whether every other task would meet the same: bad credentials, which are not to be shown again and again, a wrong
 * host, or something that keeps all requests out.
 */
function meetsAll(ending) {
    if (!('cause' in ending) || ending.cause === undefined)
        return false;
    const { failure } = ending.cause;
    const isOfService = (failure.party ?? 'service') === 'service';
    if (ending.verdict === 'denied')
        return !isOfService || (0,src_errors/* isOfCredentials */.SD)(failure);
    return ending.verdict === 'error' && (!isOfService || failure.kind === 'unreached' || failure.kind === 'blocked');
}
/**
 * Gives what comes of the work, beside which the companions run. They are told to stop when it is over. An error of one of
 * them ends the work too.
 */
async function withCompanions(companions, signal, work) {
    const over = new AbortController();
    const underWay = companions.map(companion => companion(over.signal));
    try {
        const worked = work(AbortSignal.any([signal, over.signal]));
        return await Promise.race([worked, Promise.all(underWay).then(() => worked)]);
    }
    finally {
        over.abort();
        await Promise.allSettled(underWay);
    }
}

// EXTERNAL MODULE: ./build/src/services/service.js
var services_service = __nccwpck_require__(6209);
// EXTERNAL MODULE: ./build/src/time.js
var time = __nccwpck_require__(4184);
// EXTERNAL MODULE: ./build/src/report/facts/told.js
var facts_told = __nccwpck_require__(1047);
// EXTERNAL MODULE: ./build/src/report/failure.js
var report_failure = __nccwpck_require__(1522);
;// CONCATENATED MODULE: ./build/src/report/places.js
/** Where a task is searched for, as far as that is known, the narrowest place first. */
function placesOf({ workspace, projectId, enterpriseProjectId }, region, { usualWorkspace }) {
    const places = [
        workspace !== undefined
            ? words => words.places.workspace(workspace)
            : usualWorkspace && (words => words.places.workspaceUnset(usualWorkspace)),
        projectId ? words => words.places.project(projectId) : undefined,
        enterpriseProjectId && (words => words.places.enterpriseProject(enterpriseProjectId)),
        region && (words => words.places.region(region))
    ];
    return places.filter(place => place !== undefined && place !== '');
}

// EXTERNAL MODULE: ./build/src/report/subtasks.js
var report_subtasks = __nccwpck_require__(254);
// EXTERNAL MODULE: ./build/src/report/text.js
var report_text = __nccwpck_require__(4913);
// EXTERNAL MODULE: ./build/src/report/tone.js
var report_tone = __nccwpck_require__(5690);
;// CONCATENATED MODULE: ./build/src/report/log.js











const heartbeatMs = duration/* minuteMs */.J2;
/** Of the column in which the states stand. */
const maxWordWidth = 30;
function createWaitLog(sink, clock, { service, tasks, judging }, words) {
    const { strictness } = judging;
    const startedMs = clock.now();
    const startedDateMs = clock.date();
    const isOne = tasks.length === 1;
    const labels = shortIds(tasks.map(services_service/* fullId */.xQ), sink.clean);
    const wordWidth = widthOfStates(service, words);
    const heard = [];
    /** News of failures that some task has told and not got over. An outage hits all of them, and is told once. */
    const toldNews = new Set();
    const warnings = [];
    let lastLineMs = startedMs;
    /** As between the clock times that other lines have. */
    const waited = () => (0,duration/* formatDuration */.a3)((0,time/* shownBetweenMs */.Gt)(startedDateMs, startedDateMs + clock.now() - startedMs));
    /** `label`: of a task, where there are several. */
    function line(label, ...pieces) {
        lastLineMs = clock.now();
        const who = label === '' ? [] : [['strong', label], '  '];
        sink.info(['quiet', waited().padStart(11)], '  ', ...who, ...pieces);
    }
    function warn(message) {
        const text = (0,src_text/* inWords */.r4)(message, words);
        if (warnings.some(warning => warning.text === text))
            return;
        warnings.push({ text });
        line('', ['doubtful', words.log.warning], text);
    }
    /** Once for each word, with the first task that was seen in it. */
    function warnOfWord(word, taskId, label) {
        const told = warnings.find(({ unknown }) => unknown?.word === word)?.unknown;
        if (told) {
            told.taskIds.add(taskId);
            return;
        }
        const text = words.warnings.unknownWord((0,report_text/* oneLine */.TN)(word, 100), label);
        warnings.push({ text, unknown: { word, taskIds: new Set([taskId]) } });
        line('', ['doubtful', words.log.warning], text);
    }
    /** Counts a poll, and tells of it those who run the job with debug logging. */
    function trace(task, label, what) {
        task.polls += 1;
        sink.debug(words.debug.poll(label, task.polls, waited(), what));
    }
    function failed(task, label, error, pauseMs) {
        const isNotFound = error.failure.kind === 'not-found';
        task.failing ??= { sinceMs: clock.now(), told: new Set(), isNotFound };
        // The request id differs each time and is no news.
        const news = `${error.message} ${error.failure.code}`;
        if (task.failing.told.has(news) || (toldNews.has(news) && !isNotFound))
            return;
        task.failing.told.add(news);
        if (!isNotFound)
            toldNews.add(news);
        const what = isNotFound ? unseen(task) : words.log.requestFailed;
        const answer = (0,report_failure/* describeFailure */.I)(error, words);
        const told = pauseMs > 0 ? words.log.nextPoll(answer, pauseMs) : words.log.lastPoll(answer);
        line(label, ['doubtful', what], words.colon + told);
    }
    function unseen({ proof }) {
        const isGoneExpected = strictness.expectation?.kind === 'gone';
        if (proof === undefined)
            return isGoneExpected ? words.log.notKnown : words.log.notVisible(judging.notFoundGraceMs);
        return isGoneExpected ? words.log.noLongerKnown : words.log.vanished;
    }
    function polled(before, label, task, doubt, proven) {
        const next = describe(task, { doubt, service, judging, isOne }, words);
        const proof = doubt ? 'unproven' : proven.kind;
        const { failing } = before;
        const hasTold = failing !== undefined && failing.told.size > 0;
        const again = hasTold ? (failing.isNotFound ? words.log.foundAgain : words.log.answersAgain) : '';
        if (next.key !== before.key || hasTold) {
            const details = joined([again, next.details]);
            const word = details === '' ? next.word : (0,report_text/* padded */.jC)((0,report_text/* cutTo */.yd)(next.word, wordWidth), wordWidth);
            const tone = proof === 'failed' || proof === 'stopped' ? 'bad' : (0,report_tone/* toneOf */.Y)(task.state);
            line(label, [doubt ? 'doubtful' : tone, word], details && `  ${details}`);
        }
        for (const news of failing?.told ?? [])
            toldNews.delete(news);
        Object.assign(before, next, { proof, failing: undefined });
    }
    /** How the one task was last seen, or how many of several have come how far. */
    function standing() {
        const [first] = heard;
        if (isOne)
            return first ? joined([first.word, first.details]) : '';
        const count = (isOne) => heard.filter(isOne).length;
        const goesOn = heard.filter(({ verdict }) => verdict === undefined);
        const notSeen = goesOn.filter(({ proof }) => proof === undefined).length;
        const failed = count(({ verdict }) => verdict === 'failed' || verdict === 'stopped');
        const succeeded = count(({ verdict }) => verdict === 'succeeded');
        const others = [
            [goesOn.length - notSeen, words.log.running],
            [failed, words.log.failed],
            [heard.length - goesOn.length - failed - succeeded, words.log.givenUp],
            [notSeen, words.log.notSeen]
        ];
        const parts = others.filter(([number]) => number > 0).map(([number, told]) => told(number));
        return words.list([words.log.done(succeeded, heard.length), ...parts]);
    }
    function withoutAnswer() {
        // That something is not found is an answer.
        const sinceMs = heard.flatMap(({ failing, verdict }) => failing && !failing.isNotFound && verdict === undefined ? failing.sinceMs : []);
        if (sinceMs.length === 0)
            return [];
        const lastingMs = clock.now() - Math.min(...sinceMs);
        return [isOne ? words.log.noAnswerFor(lastingMs) : words.log.noAnswerOn(sinceMs.length, lastingMs)];
    }
    return {
        warnings,
        warn,
        observe(reference) {
            const label = isOne ? '' : (labels.get((0,services_service/* fullId */.xQ)(reference)) ?? '');
            const task = {
                polls: 0,
                key: '',
                word: '',
                details: '',
                proof: undefined,
                failing: undefined,
                verdict: undefined
            };
            heard.push(task);
            return {
                polled: (seen, doubt, proof, { httpStatus, requestId } = {}) => {
                    const id = requestId ? words.answer.requestId((0,report_text/* oneLine */.TN)(requestId, 100)) : '';
                    trace(task, label, words.debug.answer(httpStatus, (0,report_text/* oneLine */.TN)(shownWord(seen, words), 100), id));
                    if (seen.subtasksLeftOut !== undefined) {
                        const kept = seen.subtasks.length;
                        warn(({ warnings }) => warnings.leftOut(kept));
                    }
                    polled(task, label, seen, doubt, proof);
                },
                failed: (error, pauseMs) => {
                    trace(task, label, (0,report_failure/* describeFailure */.I)(error, words));
                    failed(task, label, error, pauseMs);
                },
                unknownWord: word => warnOfWord(word, (0,services_service/* fullId */.xQ)(reference), label),
                ended: verdict => {
                    task.verdict = verdict;
                }
            };
        },
        async heartbeats(signal) {
            while (!signal.aborted) {
                const restMs = lastLineMs + heartbeatMs - clock.now();
                if (restMs > 0) {
                    await clock.sleep(restMs, signal);
                    continue;
                }
                const polls = heard.reduce((sum, task) => sum + task.polls, 0);
                const [first] = heard;
                const waiting = isOne && first?.failing?.isNotFound ? unseen(first) : words.log.firstAnswer;
                const now = standing() || waiting;
                const told = words.list([isOne ? words.log.still(now) : now, ...withoutAnswer()]);
                line('', ['quiet', told + words.inBrackets(words.log.polls(polls))]);
            }
        }
    };
}
/** So wide as the longest state that this service has. */
function widthOfStates({ states }, words) {
    const shown = Object.entries(states).map(([serviceStatus, state]) => (0,report_subtasks/* shownState */.B5)({ serviceStatus, state }, words));
    return Math.min(maxWordWidth, Math.max(...shown.map(report_text/* widthOf */.qz)));
}
/** The next lines: what it waits for, where, with which credentials, and for how long. */
function announce(sink, { service, tasks, place, limits, judging, reporting }, origin, words) {
    const [task] = tasks;
    const { log } = words;
    const title = (0,src_text/* textIn */.r7)(service.title, words.language);
    const kind = (0,services_service/* kindOf */.I)(service);
    const what = tasks.length === 1 ? words.one(title, (0,facts_told/* nounOf */.a2)(service, words), (0,services_service/* fullId */.xQ)(task)) : words.many[kind](title, tasks.length);
    const untilGone = judging.strictness.expectation?.kind === 'gone';
    const waiting = log[untilGone ? 'waitingUntilGone' : 'waiting'](what, limits.timeoutMs);
    sink.info(['strong', limits.timeoutMs === 0 ? log.pollingOnce(what) : waiting]);
    const places = placesOf(task, place.region, service).map(message => (0,src_text/* inWords */.r4)(message, words));
    sink.info(words.list([place.endpoint.url, ...places]));
    sink.info(log.signsIn((0,src_text/* inWords */.r4)(origin, words)));
    for (const message of reporting.unused)
        sink.info((0,src_text/* inWords */.r4)(message, words));
    for (const note of reporting.notes)
        sink.debug((0,src_text/* inWords */.r4)(note, words));
}
function doubtIn(doubt, service, { settleMs, runsOverlap }, { log: { doubts } }) {
    if (doubt === undefined)
        return '';
    if (doubt !== 'settling')
        return doubts[doubt];
    return doubts.settling[runsOverlap ? 'overlapping' : (0,services_service/* kindOf */.I)(service)](settleMs);
}
/**
 * What was seen, and what of it counts as a change. A message alone is none, for some services count in them; nor are
 * the steps of one among several tasks before it ends, which would drown the log.
 */
function describe(task, { doubt, service, judging, isOne }, words) {
    const { allowWarnings } = judging.strictness;
    const word = shownWord(task, words);
    const steps = [
        task.progress === undefined ? '' : `${task.progress} %`,
        task.subtasks.length > 0 ? words.log.subtasks((0,report_text/* oneLine */.TN)((0,report_subtasks/* summarizeSubtasks */.w8)(task.subtasks, allowWarnings, words))) : ''
    ];
    const against = (task.contradictions ?? []).map(message => (0,src_text/* inWords */.r4)(message, words));
    const why = doubt === 'contradiction' ? (0,report_text/* oneLine */.TN)(words.names(against), 300) : '';
    // A word for an end, of a task that goes on.
    const isEarly = doubt === undefined &&
        task.state === 'running' &&
        (0,src_task/* isTerminal */.Hd)((0,services_service/* stateOf */.L4)(service.states, task.serviceStatus)) &&
        task.subtasks.some(({ state }) => state === 'running');
    const inDoubt = [isEarly ? words.log.goesOn : doubtIn(doubt, service, judging, words), why];
    const message = task.message ? (0,report_text/* oneLine */.TN)(task.message, 300) : '';
    return {
        key: joined(isOne || (0,src_task/* isTerminal */.Hd)(task.state) ? [word, ...steps, ...inDoubt] : [word, ...inDoubt]),
        word,
        details: joined([...steps, ...inDoubt, message])
    };
}
function shownWord(task, words) {
    return task.serviceStatus.trim() === '' ? words.log.noState : (0,report_subtasks/* shownState */.B5)(task, words);
}
const joined = (parts) => parts.filter(part => part !== '').join(' · ');
const shortLength = 8;
/** The first or the last letters of each id where these distinguish them; else the ids themselves. */
function shortIds(ids, clean) {
    const shown = ids.map(clean);
    const forms = [(id) => id.slice(0, shortLength), (id) => id.slice(-shortLength), (id) => id];
    const form = forms.find(short => new Set(shown.map(short)).size === ids.length);
    return new Map(ids.map((id, index) => [id, form?.(shown[index] ?? '') ?? shown[index] ?? '']));
}

// EXTERNAL MODULE: ./build/src/services/index.js + 1 modules
var services = __nccwpck_require__(1446);
;// CONCATENATED MODULE: ./build/src/report/causes.js

/** Why a task failed or was stopped. Under other verdicts what failed in it is no cause of anything. */
function causesOf({ ending: { verdict }, last }) {
    return verdict === 'failed' || verdict === 'stopped' ? (last?.task.causes ?? []) : [];
}
/** What failed: `huaweicloud_vpc network`. Empty where the service says no more than why. */
function subjectOf({ type = '', name = '' }) {
    return (0,report_text/* oneLine */.TN)(`${type} ${name}`, 200);
}
/** What failed, with the service's word for how: `huaweicloud_vpc network (CREATION_FAILED)`. */
function placeOf(cause, words) {
    const word = cause.serviceStatus ? words.inBrackets((0,report_text/* oneLine */.TN)(cause.serviceStatus, 100)) : '';
    return (subjectOf(cause) + word).trim();
}
/** In one line: `huaweicloud_vpc network (CREATION_FAILED): The quota is exceeded.` */
function causeInWords(cause, words) {
    return [placeOf(cause, words), cause.message && (0,report_text/* oneLine */.TN)(cause.message)].filter(Boolean).join(words.colon);
}

// EXTERNAL MODULE: ./build/src/report/ending.js
var report_ending = __nccwpck_require__(9113);
;// CONCATENATED MODULE: ./build/src/report/facts/failed.js





/** Of subtasks that did not succeed. */
const badStates = ['failed', 'stopped', 'warning'];
function notSucceeded(ending, own) {
    const { result, service, title, judging } = own;
    const task = result.last?.task;
    const subtasks = task?.subtasks ?? [];
    const failed = subtasks.filter(subtask => (0,verdict/* subtaskFailed */.jF)(subtask, judging.strictness.allowWarnings));
    const done = subtasks.filter(({ state }) => state === 'succeeded');
    const all = subtasks.length + (task?.subtasksLeftOut ?? 0);
    const causes = causesOf(result);
    const { message } = task ?? {};
    const [firstOfAll] = causes;
    const ownReason = message ?? (firstOfAll && subjectOf(firstOfAll) === '' ? firstOfAll.message : undefined);
    // One of the causes can be what the task itself says.
    const more = causes.filter(cause => ownReason === undefined || cause.message !== ownReason);
    const shown = badStates.flatMap(bad => failed.filter(({ state }) => state === bad));
    const told = shown.find(each => each.message);
    const partMessage = told?.message;
    // Else it is the reason that the task has.
    const isOfPartsAlone = (text) => ending.because === 'subtasks' ? causes.length === 0 : message !== undefined && !message.includes(text);
    const parts = (words) => [
        ...badStates.map(bad => {
            const alike = shown.filter(({ state }) => state === bad);
            return alike.length > 0 ? words.happened.badParts[bad](...(0,facts_told/* names */.Dy)(alike, words)) : '';
        }),
        partMessage !== undefined && isOfPartsAlone(partMessage)
            ? words.happened.partReason((0,facts_told/* sentence */.em)(partMessage, words), told && failed.length > 1 ? (0,report_subtasks/* nameOf */.Vb)(told, words) : '')
            : '',
        failed.length > 0 && done.length > 0
            ? words.happened[service.successInParts || ending.because === 'warning' || ending.because === 'undone'
                ? 'goodParts'
                : 'doneParts'](...(0,facts_told/* names */.Dy)(done, words))
            : ''
    ];
    const isCreation = failedInCreation(task, own);
    /** Which change of a resource failed, the state before tells best. */
    const before = (words) => service.resource && result.lastRunning
        ? words.happened.before((0,report_subtasks/* shownState */.B5)(result.lastRunning, words), isCreation && saysCreation(result.lastRunning, service))
        : '';
    const reason = (words) => {
        const text = ownReason ?? (causes.length > 0 ? undefined : partMessage);
        if (text !== undefined)
            return words.happened.reason((0,facts_told/* sentence */.em)(text, words));
        if (causes.length > 0)
            return '';
        return words.happened[ending.verdict === 'stopped' ? 'noReasonOfStop' : 'noReason'];
    };
    const firstCause = (words) => {
        const [first] = more;
        if (!first)
            return '';
        const why = first.message ? (0,facts_told/* sentence */.em)(first.message, words) : '';
        const what = placeOf(first, words);
        return words.happened.cause(more.length, why ? what : (0,facts_told/* sentence */.em)(what, words), why);
    };
    const given = message ?? causes[0]?.message ?? partMessage ?? '';
    const cause = (0,facts_told/* shortened */.vI)(given, facts_told/* maxCause */.Qx);
    const isWhole = given !== '' && cause === (0,facts_told/* shortened */.vI)(given, given.length + 1);
    const state = (words) => (0,facts_told/* stateIn */.pQ)(task, words);
    const isSideKnown = ending.verdict === 'stopped' && given === '';
    const sideOfReason = (words) => (isSideKnown ? '' : words.happened.sideUnknown);
    /** What happened, and the same as one of several tasks, which say once that nobody tells whose side it is on. */
    const happening = (tell) => ({
        happened: (words) => tell(words, sideOfReason(words)),
        ...(!isSideKnown && { briefly: (words) => tell(words, '') })
    });
    const { verdicts } = service.advice;
    const idStays = (0,facts_told/* keepsId */._0)(service);
    const how = (words) => (0,facts_told/* againIn */.OM)(service, words);
    const starts = words => {
        const noun = (0,facts_told/* nounOf */.a2)(service, words);
        const { alsoStarts, alsoStartsOther } = words.toDo;
        return service.advice.again?.givesNewId ? alsoStartsOther(noun, how(words)) : alsoStarts(noun);
    };
    const waits = words => words.toDo[idStays ? 'sameId' : 'newId'](how(words));
    const startAnew = service.resource ? changeAnew(isCreation) : [waits, starts];
    const alone = (steps, more, ...others) => service.resource ? [...steps, changeAnewAlone(isCreation), ...others] : [...withSentence(steps, more), ...others];
    const thisOneOnly = words => words.toDo.anewAlone(how(words));
    /** What can be in the way of a new start. Executions of one thing leave nothing that is. */
    const caution = (words) => {
        if (idStays)
            return '';
        if (done.length > 0)
            return words.toDo.repeats;
        return ending.because === 'task' ? words.toDo.leftovers((0,facts_told/* nounOf */.a2)(service, words)) : '';
    };
    const causeStep = words => {
        if (service.resource)
            return words.toDo[given === '' ? 'checkResource' : 'fixResource'];
        const { findCause, fixCause } = words.toDo;
        const fix = given === '' ? findCause(title(words)) : fixCause(title(words), (0,facts_told/* nounOf */.a2)(service, words));
        return words.sentences([fix, caution(words)]);
    };
    const look = verdicts?.failed ? (0,facts_told/* advised */.BZ)(verdicts.failed) : [[causeStep]];
    const fix = [...look, startAnew];
    const checkStop = verdicts?.stopped
        ? (0,facts_told/* advised */.BZ)(verdicts.stopped)
        : [[words => words.toDo[causes.length > 0 ? 'stoppedWithFailure' : 'checkStop'](title(words))]];
    switch (ending.because) {
        case 'task': {
            const first = ending.verdict === 'failed' ? look : checkStop;
            return {
                headline: (0,facts_told/* about */.Cv)(own, (words, name) => {
                    if (ending.verdict === 'stopped')
                        return words.headline.stopped(name, cause);
                    return service.resource && task
                        ? words.headline.inState(name, (0,report_subtasks/* shownState */.B5)(task, words), cause)
                        : words.headline.failed(name, cause);
                }),
                ...happening((words, side) => words.sentences([(0,facts_told/* reports */.uE)(own, words), before(words), reason(words), firstCause(words), side, ...parts(words)])),
                ...(isWhole && {
                    besides: (words) => words.sentences([
                        (0,facts_told/* reports */.uE)(own, words),
                        before(words),
                        // Below a headline that has the only one.
                        ...(ownReason === undefined && causes.length === 1 ? [] : [firstCause(words)]),
                        sideOfReason(words),
                        ...parts(words)
                    ])
                }),
                toDo: [...first, startAnew],
                alone: alone(first, thisOneOnly)
            };
        }
        case 'warning': {
            const check = verdicts?.warning
                ? (0,facts_told/* advised */.BZ)(verdicts.warning)
                : [[words => words.toDo.checkTask(title(words), (0,facts_told/* nounOf */.a2)(service, words))]];
            return {
                headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.warning(name)),
                ...happening((words, side) => words.sentences([words.happened.warning(title(words), state(words)), reason(words), side, ...parts(words)])),
                toDo: [...check, [({ toDo }) => toDo.acceptWarnings], [({ toDo }) => toDo.notAccepted, ...startAnew]],
                alone: alone(check, words => words.toDo.notAcceptedAlone(how(words)), [({ toDo }) => toDo.acceptWarningsAlone])
            };
        }
        case 'subtasks': {
            const byParts = task?.isDecidedByParts === true;
            return {
                headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline[byParts ? 'failed' : 'countsAsFailed'](name, headline.parts(failed.length, all))),
                ...happening((words, side) => {
                    const { partsDecide, partsFailed, partsFailedOf } = words.happened;
                    const say = service.resource ? partsFailedOf : byParts ? partsDecide : partsFailed;
                    return words.sentences([
                        say(title(words), state(words), failed.length, all),
                        firstCause(words),
                        causes.length === 0 && partMessage === undefined ? words.happened.noReason : '',
                        ...parts(words),
                        side
                    ]);
                }),
                toDo: [...(byParts ? [] : [[({ toDo }) => toDo.acceptParts]]), ...fix],
                alone: alone(look, thisOneOnly, ...(byParts ? [] : [[({ toDo }) => toDo.acceptPartsAlone]]))
            };
        }
        case 'undone':
            return {
                headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.failed(name, headline.undone)),
                happened: words => words.sentences([
                    words.happened.undone(title(words), state(words)),
                    message === undefined ? '' : words.happened.says((0,facts_told/* sentence */.em)(message, words)),
                    ...parts(words)
                ]),
                toDo: fix,
                alone: alone(look, thisOneOnly)
            };
        default:
            return ending.because;
    }
}
/** Others come of something else even during a creation: `FROZEN` of arrears. */
const plainFailure = /^(error|failed)$/i;
/** Whether what failed of a resource is known to be its creation. */
function failedInCreation(task, { result: { lastRunning }, service }) {
    if (saysCreation(task, service))
        return true;
    return task !== undefined && plainFailure.test((0,facts_told/* plainWord */.hx)(task)) && saysCreation(lastRunning, service);
}
function saysCreation(task, { resource }) {
    return task !== undefined && resource?.creation.includes((0,facts_told/* plainWord */.hx)(task)) === true;
}
/** For a resource, whichever change of it failed. */
function changeAnew(isCreation) {
    if (isCreation)
        return [({ toDo }) => toDo.createAnew.here, ({ toDo }) => toDo.createAnew.elsewhere];
    return [
        ({ toDo }) => toDo.changeAnew.creation.here,
        ({ toDo }) => toDo.changeAnew.creation.elsewhere,
        ({ toDo }) => toDo.changeAnew.other.here,
        ({ toDo }) => toDo.changeAnew.other.elsewhere
    ];
}
function changeAnewAlone(isCreation) {
    const creation = ({ toDo }) => toDo.changeAnewAlone.creation;
    return isCreation ? [creation] : [creation, ({ toDo }) => toDo.changeAnewAlone.other];
}
/** With one more sentence in the first of them. */
function withSentence([first, ...others], more) {
    if (!first)
        return [];
    const [line, ...lines] = first;
    return [[words => words.sentences([(0,src_text/* inWords */.r4)(line, words), (0,src_text/* inWords */.r4)(more, words)]), ...lines], ...others];
}

// EXTERNAL MODULE: ./build/src/gateway.js
var gateway = __nccwpck_require__(1027);
// EXTERNAL MODULE: ./build/src/loopback.js
var loopback = __nccwpck_require__(4144);
;// CONCATENATED MODULE: ./build/src/report/facts/request-failed.js





function requestFailed(cause, own) {
    const told = failedRequest(cause, own);
    const { explanation } = cause.failure;
    return {
        ...told,
        ...(0,facts_told/* thenWait */.X)(told.toDo, (0,facts_told/* waitAfterFix */.zL)(own, explanation))
    };
}
function failedRequest(cause, own) {
    const { place, side } = own;
    const { failure } = cause;
    const { kind, party = 'service', explanation, status = 0 } = failure;
    const isService = party === 'service';
    const whom = (words) => partyName(failure, own, words);
    const address = (words) => isService ? place.endpoint.url + words.inBrackets((0,src_text/* inWords */.r4)(place.endpoint.origin, words)) : whom(words);
    const answer = (words) => (0,report_failure/* describeFailure */.I)(cause, words, { named: party, withId: false });
    const headline = (what) => (0,facts_told/* aboutTask */.ht)(own, what);
    const inputs = (words) => inputsOf(party, place, words);
    const check = [words => words.toDo.checkAddress(inputs(words), isService ? place.endpoint.url : whom(words))];
    const way = wayStep(isService ? place.endpoint.url : whom);
    const advice = (0,facts_told/* adviceFor */.cp)(own, cause);
    if (explanation) {
        return {
            headline: headline(words => explanation(words).headline),
            happened: words => explanation(words).cause,
            toDo: [[words => explanation(words).fix]]
        };
    }
    if (side === 'between' && kind !== 'unreached' && kind !== 'blocked') {
        const isRedirect = !failure.isPage && status < 400;
        return {
            headline: headline(words => (isRedirect ? words.headline.redirected : words.headline.notTheService(whom(words)))),
            happened: words => isRedirect
                ? words.sentences([words.happened.answered(address(words), answer(words)), words.happened.redirected])
                : words.happened.page(whom(words), answer(words)),
            toDo: failure.hasLargeHeader
                ? [[({ toDo }) => toDo.largeToken]]
                : failure.isPage
                    ? [check, way]
                    : advice.length > 0
                        ? advice
                        : [rejectionStep(failure, inputs)]
        };
    }
    switch (kind) {
        case 'unreached': {
            const host = new URL(place.endpoint.url).host;
            if (status !== 0) {
                return {
                    headline: headline(words => words.headline.notTheService(whom(words))),
                    happened: words => words.happened.page(address(words), answer(words)),
                    toDo: [check, way]
                };
            }
            const { proxyVariable } = failure;
            const useProxy = [({ toDo }) => (proxyVariable ? toDo.proxyVariable(proxyVariable) : toDo.useProxy)];
            return {
                headline: headline(words => isService && (0,loopback/* isLoopback */.U)(host)
                    ? (0,facts_told/* shortened */.vI)((0,src_text/* inWords */.r4)(cause.what, words), facts_told/* maxCause */.Qx)
                    : words.headline.noAnswerFrom(whom(words))),
                happened: words => words.happened.unreached(address(words), answer(words)),
                toDo: isService && (0,loopback/* isLoopback */.U)(host) ? [[({ toDo }) => toDo.loopback(host)]] : [check, useProxy]
            };
        }
        case 'blocked':
            return {
                headline: headline(words => status === 407
                    ? words.headline[refusesUser(failure) ? 'proxyRefuses' : 'proxyWantsUser'](failure.proxyVariable ?? '')
                    : (0,facts_told/* shortened */.vI)((0,src_text/* inWords */.r4)(cause.what, words), facts_told/* maxCause */.Qx)),
                happened: words => words.happened[status === 407 ? 'noConnection' : 'connectionEnded'](address(words), answer(words)),
                ...(status !== 407 && {
                    besides: (words) => {
                        const isInHeadline = (0,src_text/* inWords */.r4)(cause.what, words).length <= facts_told/* maxCause */.Qx;
                        return words.happened.connectionEnded(address(words), isInHeadline ? '' : answer(words));
                    }
                }),
                toDo: blockedSteps(failure, [words => words.toDo.checkInputs(inputs(words))])
            };
        case 'malformed':
            return {
                headline: headline(words => words.headline.wrongAnswers(whom(words))),
                happened: words => words.happened.malformed(whom(words), own.result.polls >= 3, answer(words)),
                toDo: advice.length > 0
                    ? advice
                    : [
                        [
                            words => isService
                                ? words.toDo.wrongApi((0,src_text/* inWords */.r4)(place.endpoint.origin, words))
                                : words.toDo.noProxyAnswers(inputs(words), whom(words))
                        ]
                    ]
            };
        case 'transient':
        case 'throttled':
            return {
                headline: headline(words => status === 0 ? words.headline.noAnswerFrom(whom(words)) : words.headline.requestFailed),
                happened: words => words.happened.polledOnceInVain(answer(words)),
                toDo: [[({ toDo }) => toDo.pollWithTime]]
            };
        default:
    }
    return {
        headline: headline(words => words.headline.rejected((0,facts_told/* shortened */.vI)(failure.text ?? '', facts_told/* maxCause */.Qx))),
        happened: words => words.happened.rejected(whom(words), isService ? address(words) : '', answer(words)),
        toDo: advice.length > 0 ? advice : [rejectionStep(failure, inputs)]
    };
}
/** Of a proxy that the runner is not told of, no user was tried. */
function refusesUser({ proxyVariable, proxyHasNoUser }) {
    return proxyVariable !== undefined && !proxyHasNoUser;
}
function blockedSteps(failure, check) {
    const { status, proxyVariable, isUntrusted } = failure;
    if (status === 407) {
        return [[({ toDo }) => toDo[refusesUser(failure) ? 'proxyPassword' : 'proxyUser'](proxyVariable ?? 'HTTPS_PROXY')]];
    }
    return [
        ...(isUntrusted ? [[({ toDo }) => toDo.certificate]] : []),
        check,
        ...(proxyVariable ? [[({ toDo }) => toDo.proxyVariable(proxyVariable)]] : [])
    ];
}
function rejectionStep({ code, status = 0 }, inputs) {
    return [
        words => {
            const { toDo } = words;
            if ((0,gateway/* isUnknownApi */.d5)(code))
                return toDo.unknownApi(inputs(words));
            if (status === 494)
                return toDo.tooLargeToken;
            if (status === 511)
                return toDo.networkLogIn;
            return status >= 300 && status < 400 ? toDo.redirect(inputs(words)) : toDo.readTheAnswer;
        }
    ];
}
/** The inputs that the address of the one who was asked comes from. */
function inputsOf(party, { endpoint }, { toDo }) {
    return party === 'service' && endpoint.isGiven ? toDo.endpoint : toDo.inputsOf[party];
}
function partyName({ party = 'service' }, { title }, words) {
    return party === 'service' ? title(words) : words.parties[party];
}
function wayStep(whom) {
    return [words => words.toDo.checkWay((0,src_text/* inWords */.r4)(whom, words))];
}

;// CONCATENATED MODULE: ./build/src/report/facts/no-proof.js





function broken(ending, own) {
    const { result, title, id, place } = own;
    const task = result.last?.task;
    const noun = (words) => (0,facts_told/* nounOf */.a2)(own.service, words);
    const state = (words) => (0,facts_told/* stateIn */.pQ)(task, words);
    const word = (0,report_text/* oneLine */.TN)(task?.serviceStatus ?? '', 100);
    const open = task === undefined ? 0 : (0,facts_told/* openSubtaskCount */.rE)(task);
    const headline = (what) => (0,facts_told/* aboutTask */.ht)(own, what);
    const { strictSubtasks } = own.judging.strictness;
    const isAboutParts = strictSubtasks && !task?.isDecidedByParts && (task?.subtasks ?? []).length > 0;
    const acceptParts = isAboutParts ? [[({ toDo }) => toDo.acceptParts]] : [];
    const wait = (0,facts_told/* waitFor */.fm)(own, ({ toDo }) => toDo.onlyWaitsAfterThat);
    switch (ending.problem) {
        case 'request':
            return requestFailed(ending.cause, own);
        case 'other-task': {
            const { toDo, wait } = (0,facts_told/* thenWait */.X)([[words => words.toDo.otherTask]], (0,facts_told/* waitAfterFix */.zL)(own));
            return {
                headline: headline(words => words.headline.otherTask),
                happened: words => words.happened.otherTask(title(words), id, (0,report_text/* oneLine */.TN)(ending.answeredId, 128)),
                toDo: [...toDo, [words => words.toDo.otherTaskAgain]],
                wait
            };
        }
        case 'ended-in-unknown-word':
            return {
                headline: (0,facts_told/* about */.Cv)(own, (words, name) => words.headline.endedUnknown(name, word, open > 0)),
                happened: words => words.happened.endedUnknown(title(words), word, open),
                besides: words => words.happened.takenAsEnded(title(words), open),
                toDo: [(0,facts_told/* lookAtTask */._l)(own), ...(0,facts_told/* judgeWord */.oj)(word, own), (0,facts_told/* onceChanged */.wp)(id), (0,facts_told/* reportWord */.DS)(word)]
            };
        case 'open-subtasks':
            return {
                headline: headline(words => words.headline.openParts(state(words), ending.open.length)),
                happened: words => {
                    const shown = (0,facts_told/* sentence */.em)((0,report_subtasks/* namesOf */.eZ)(ending.open, words), words);
                    return words.happened.openParts(title(words), state(words), ending.open.length, shown);
                },
                toDo: [...acceptParts, [words => words.toDo.checkParts(title(words))], wait.step],
                wait
            };
        case 'contradiction':
            return {
                headline: headline(words => words.headline.contradiction(state(words))),
                happened: words => {
                    const against = words.names(ending.contradictions.map(message => (0,src_text/* inWords */.r4)(message, words)));
                    return words.happened.contradiction(title(words), state(words), (0,facts_told/* sentence */.em)(against, words));
                },
                toDo: [...acceptParts, [words => words.toDo.oneIsWrong(title(words), noun(words))], wait.step],
                wait
            };
        case 'no-state':
            return {
                headline: headline(words => words.headline.noState),
                happened: words => words.happened.noState(title(words)),
                toDo: [[words => words.toDo.waitForState(title(words), noun(words))], wait.step],
                wait
            };
        case 'pages':
            return {
                headline: headline(words => words.headline.notTheService(title(words))),
                happened: words => words.happened.onlyPages(title(words), (0,facts_told/* answerIn */.Ke)(ending.cause, words)),
                ...(0,facts_told/* thenWait */.X)([
                    [words => words.toDo.checkAddress(inputsOf('service', place, words), place.endpoint.url)],
                    wayStep(place.endpoint.url)
                ], (0,facts_told/* waitAfterFix */.zL)(own))
            };
        default:
            return ending;
    }
}

// EXTERNAL MODULE: ./build/src/auth/refusals.js
var refusals = __nccwpck_require__(3203);
// EXTERNAL MODULE: ./build/src/inputs/table.js
var table = __nccwpck_require__(5835);
;// CONCATENATED MODULE: ./build/src/report/facts/not-answered.js










function notFound(cause, own) {
    const isGoneExpected = own.judging.strictness.expectation?.kind === 'gone';
    return own.result.last ? vanished(cause, own, isGoneExpected) : neverFound(cause, own, isGoneExpected);
}
function vanished(cause, own, isGoneExpected) {
    const { service, title, id } = own;
    const kind = (0,services_service/* kindOf */.I)(service);
    return {
        headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.vanished(name)),
        happened: words => words.sentences([
            words.happened.vanished[kind](title(words), (0,facts_told/* answerIn */.Ke)(cause, words)),
            isGoneExpected ? words.happened.notProvenGone : ''
        ]),
        ...(0,facts_told/* thenWait */.X)([
            ...(0,facts_told/* adviceFor */.cp)(own, cause),
            ...(isGoneExpected
                ? [[({ toDo }) => toDo.lookWhetherGone], [({ toDo }) => toDo.deletionDone(true)]]
                : [[(words) => words.toDo.vanished[kind](title(words))]])
        ], (0,facts_told/* waitBy */.n3)(id, ids => [({ toDo }) => toDo.ifItExists.onlyWaits, ({ toDo }) => toDo.ifItExists.starts[kind](ids)]))
    };
}
function neverFound(cause, own, isGoneExpected) {
    const { result, reference, service, place, title, id, judging } = own;
    const { projectId, workspace, taskId } = reference;
    const { usualWorkspace } = service;
    const isName = projectId !== '' && !/^[0-9a-f]{32}$/i.test(projectId);
    const others = (0,services/* servicesWithUsualId */.kv)(own.allServices ?? [], service, taskId);
    const checks = [
        ...(others.length > 0 ? [[({ toDo }) => toDo.otherService(others, service.name)]] : []),
        ...(isName ? [[({ toDo }) => toDo.projectName(projectId)]] : []),
        ...(place.endpoint.isGiven ? [[({ toDo }) => toDo.checkEndpoint(place.endpoint.url)]] : []),
        ...(usualWorkspace === undefined
            ? []
            : [
                [
                    ({ toDo }) => workspace === undefined ? toDo.workspaceUnset(usualWorkspace) : toDo.workspaceGiven(workspace)
                ]
            ])
    ];
    const kind = (0,services_service/* kindOf */.I)(service);
    const { notFoundGraceMs } = judging;
    const usualGrace = table/* table */.tp['not-found-grace'].default;
    const isGraceShort = notFoundGraceMs < Number((0,duration/* parseDuration */.E9)(usualGrace));
    const change = isGoneExpected ? 'deletion' : kind;
    const wait = (0,facts_told/* waitBy */.n3)(id, () => [
        ({ toDo }) => toDo.corrected.after[change],
        ...(0,facts_told/* afterFix */.mS)(change),
        ({ toDo }) => toDo.corrected.starts[change]
    ]);
    const ofCode = (0,facts_told/* adviceFor */.cp)(own, cause);
    const advice = ofCode.length > 0 ? ofCode : (0,facts_told/* advised */.BZ)(service.advice.verdicts?.['not-found']);
    // A code can say why it is not found.
    const isOfInputs = !isGoneExpected && ofCode.length === 0;
    return {
        headline: isGoneExpected
            ? (0,facts_told/* aboutTask */.ht)(own, ({ headline }) => headline.neverFound)
            : (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.notFound(name)),
        happened: words => {
            const places = placesOf(reference, place.region, service).map(message => (0,src_text/* inWords */.r4)(message, words));
            const told = words.happened[isGoneExpected ? 'perhapsGone' : 'notFound'](title(words), (0,facts_told/* nounOf */.a2)(service, words), id, words.happened.in(places), (0,facts_told/* answerIn */.Ke)(cause, words));
            const why = result.elapsedMs < own.limits.timeoutMs
                ? isGoneExpected
                    ? words.happened.graceOverGone((0,facts_told/* nounOf */.a2)(service, words), notFoundGraceMs)
                    : words.happened.graceOver(notFoundGraceMs)
                : words.happened.polledFor(result.elapsedMs);
            const either = isOfInputs ? words.happened.inputOrNone((0,facts_told/* nounOf */.a2)(service, words), isGraceShort) : '';
            return words.sentences([told, either, why]);
        },
        wait,
        toDo: [
            ...(isGoneExpected ? [[({ toDo }) => toDo.lookWhetherGone]] : []),
            ...checks,
            ...(advice.length > 0 ? advice : [[({ toDo }) => toDo.checkPlace[kind]]]),
            ...(isOfInputs && isGraceShort
                ? [[({ toDo }) => toDo.mayAppear[kind](notFoundGraceMs, usualGrace)]]
                : []),
            wait.step,
            ...(isGoneExpected ? [[({ toDo }) => toDo.deletionDone(false)]] : []),
            ...(isOfInputs ? [noSuch(service, isGraceShort)] : [])
        ]
    };
}
/** Where no input is wrong. */
function noSuch(service, isGraceShort) {
    return [words => words.toDo.noSuch((0,facts_told/* nounOf */.a2)(service, words), { givesNewId: !(0,facts_told/* keepsId */._0)(service), isGraceShort })];
}
function refused(cause, own) {
    const { result, credentialKind } = own;
    const { failure } = cause;
    const { party, isPage } = failure;
    const refusal = (0,refusals/* explainDenial */.LI)(failure, credentialKind, result.last !== undefined);
    // What the service says of refused credentials is of no use where these have ended by themselves.
    const hasEnded = failure.workedBefore && failure.unauthenticated;
    const advice = hasEnded ? [] : (0,facts_told/* adviceFor */.cp)(own, cause);
    const whatCame = (words) => {
        if (failure.status === undefined)
            return '';
        const answer = (0,report_failure/* describeFailure */.I)(cause, words, { named: party, withId: false });
        const { answered, answeredElsewhere } = words.happened;
        return isPage ? answeredElsewhere(answer) : answered(partyName(failure, own, words), answer);
    };
    return {
        headline: (0,facts_told/* aboutTask */.ht)(own, words => refusal(words).headline),
        happened: words => {
            const { cause: why, meaning = '' } = refusal(words);
            return words.sentences([why, whatCame(words), meaning]);
        },
        besides: words => {
            const { headline, cause: why, meaning = '' } = refusal(words);
            const isSame = words.sentence(headline).toLowerCase() === why.toLowerCase();
            return words.sentences([isSame && whatCame(words) !== '' ? '' : why, whatCame(words), meaning]);
        },
        ...(0,facts_told/* thenWait */.X)(advice.length > 0 ? advice : refusalSteps(words => refusal(words).fix, own, failure), (0,facts_told/* waitAfterFix */.zL)(own, refusal))
    };
}
/** Where a service refuses what is of a whole account, its scope may be the reason; what helps in a project does not. */
function refusalSteps(fix, { service }, failure) {
    const { status, party = 'service' } = failure;
    if (service.scope !== 'domain' || party !== 'service' || status !== 403)
        return [[fix]];
    const hasOwnReason = 'code' in (0,refusals/* explainRefusal */.GC)(failure);
    return [...(hasOwnReason ? [[fix]] : []), [({ toDo }) => toDo.wholeAccount]];
}

;// CONCATENATED MODULE: ./build/src/report/facts/side.js
function sideOf({ ending, last }, { isDefinedByWorkflow }) {
    // The states of a custom service are listed in its definition, all others in this action.
    const wordSide = isDefinedByWorkflow ? 'inputs' : 'action';
    switch (ending.verdict) {
        case 'succeeded':
        case 'unfinished':
        case 'cancelled':
            return 'nobody';
        case 'failed':
        case 'stopped':
            return 'service';
        case 'timed-out':
            if (ending.cause !== undefined)
                return sideOfFailure(ending.cause.failure);
            return last?.task.state === 'unknown' ? wordSide : 'nobody';
        case 'not-found':
            return last === undefined ? 'inputs' : 'service';
        case 'denied':
            return sideOfFailure(ending.cause.failure);
        case 'error':
            switch (ending.problem) {
                case 'request':
                    return sideOfFailure(ending.cause.failure);
                case 'pages':
                case 'other-task':
                    return 'between';
                case 'ended-in-unknown-word':
                    return wordSide;
                default:
                    return 'service';
            }
        default:
            return ending;
    }
}
/** Whose side a request failed on. */
function sideOfFailure({ kind, status = 0, isPage, explanation }) {
    const isDiverted = (status >= 300 && status < 400) || status === 407 || status === 511;
    if (isPage || isDiverted)
        return 'between';
    switch (kind) {
        case 'denied':
            return 'request';
        case 'rejected':
            return explanation ? 'inputs' : 'request';
        case 'not-found':
            return 'inputs';
        case 'unreached':
        case 'blocked':
            return 'runner';
        case 'transient':
            return status === 0 ? 'runner' : 'service';
        case 'throttled':
        case 'malformed':
            return 'service';
        default:
            return kind;
    }
}

;// CONCATENATED MODULE: ./build/src/report/facts/not-ended.js







function timedOut({ doubt, cause }, own) {
    const { result, service, limits, title, side, place, judging } = own;
    const { timeoutMs, bareTimeout = '' } = limits;
    const task = result.last?.task;
    const isUnknown = cause === undefined && task?.state === 'unknown';
    const word = (0,report_text/* oneLine */.TN)(task?.serviceStatus ?? '', 100);
    const isShortNumber = bareTimeout !== '' && timeoutMs > 0 && timeoutMs < 5 * duration/* minuteMs */.J2;
    const kind = (0,services_service/* kindOf */.I)(service);
    const tookMs = (0,facts_told/* waitedMs */.h0)(result, limits);
    const overMs = tookMs > timeoutMs ? tookMs : undefined;
    const why = (words) => {
        const { headline } = words;
        const state = (0,facts_told/* stateIn */.pQ)(task, words);
        if (cause !== undefined)
            return task ? headline.whileFailing[sideOfFailure(cause.failure)] : headline.neverAnswered[kind];
        if (isUnknown)
            return headline.unknownWord(word, isCustom);
        if (doubt === 'no-state')
            return headline.noState;
        if (doubt !== undefined)
            return headline.notProven(state);
        return task ? headline.stillIn[kind](state) : headline.neverAnswered[kind];
    };
    const acts = cause === undefined && doubt === undefined ? waitingAdvice(own) : [];
    const isCustom = service.isDefinedByWorkflow === true;
    const unknown = isUnknown ? (0,facts_told/* unknownWord */.$5)(word, own, isShortNumber ? [] : [raiseTimeout(own)]) : undefined;
    const wait = unknown?.wait ?? (isShortNumber ? (0,facts_told/* waitInNewRun */.op)(own) : (0,facts_told/* waitFor */.fm)(own, ({ toDo }) => toDo.onlyWaits));
    const happened = (unknown) => (words) => words.sentences([
        isUnknown ? unknown(words) : '',
        isShortNumber ? words.happened.limitInSeconds(bareTimeout) : words.happened.limit(timeoutMs, overMs),
        isUnknown ? words.happened.longerUnknown(isCustom) : '',
        ...(side === 'nobody' && isGoingWell(own)
            ? [words.happened.noFailure[kind], isShortNumber || acts.length > 0 ? '' : words.happened.shortOrSlow[kind]]
            : []),
        cause ? words.happened.lastFailed((0,facts_told/* answerIn */.Ke)(cause, words)) : '',
        cause && side === 'runner' ? words.happened.networkOrService : '',
        cause?.failure.isPage ? words.happened.pageSide : '',
        task ? '' : words.happened.neverAnswered[kind],
        cause ? words.happened.outcomeUnknown[kind] : '',
        doubt ? not_ended_doubtIn(doubt, own, words) : ''
    ]);
    return {
        headline: (0,facts_told/* about */.Cv)(own, (words, name) => words.headline.timedOut(name, timeoutMs, overMs, why(words))),
        happened: happened(words => words.happened.unknownWord(title(words), word, { isCustom, goesOn: true })),
        ...(isUnknown && { besides: happened(words => words.happened.unknownCounts(isCustom)) }),
        toDo: [
            ...(isShortNumber ? [[({ toDo }) => toDo.minutes(bareTimeout, `${bareTimeout}m`)]] : []),
            ...acts,
            ...(cause !== undefined && side === 'between' ? [wayStep(place.endpoint.url)] : []),
            ...(unknown?.toDo ?? [wait.step]),
            ...(cause !== undefined && (side === 'runner' || side === 'service')
                ? [
                    [({ toDo }) => toDo.checkNetwork(place.endpoint.url)],
                    ...(isShortNumber ? [] : [raiseTimeout(own)])
                ]
                : []),
            ...(cause === undefined && acts.length === 0 && !isUnknown && !isShortNumber && !task?.isUndoing
                ? [
                    doubt === 'settling'
                        ? [({ toDo }) => toDo.outlastSettle(judging.settleMs)]
                        : raiseTimeout(own)
                ]
                : [])
        ],
        wait
    };
}
function raiseTimeout({ service }) {
    return [({ toDo }) => toDo.raiseTimeout[(0,services_service/* kindOf */.I)(service)]];
}
/** Whether the last answer shows the task running, and nothing in it speaks of a failure. */
function isGoingWell({ result: { last }, service, judging: { strictness } }) {
    if (last?.task.state !== 'running' || last.task.isUndoing)
        return false;
    const { subtasks } = last.task;
    const meaning = (0,services_service/* stateOf */.L4)(service.states, (0,facts_told/* plainWord */.hx)(last.task));
    const isBad = meaning === 'failed' || meaning === 'stopped' || meaning === 'warning';
    return !isBad && !subtasks.some(each => (0,verdict/* subtaskFailed */.jF)(each, strictness.allowWarnings));
}
/** For a task that was last seen in a state in which it can stay for ever: who has to act. */
function waitingAdvice({ service, result }) {
    const { words = {} } = service.advice;
    const word = result.last?.task.serviceStatus ?? '';
    return Object.hasOwn(words, word) ? (0,facts_told/* advised */.BZ)(words[word]) : [];
}
function not_ended_doubtIn(doubt, { service, judging: { settleMs } }, { happened: { doubts } }) {
    return doubt === 'settling' ? doubts.settling[(0,services_service/* kindOf */.I)(service)](settleMs) : doubts[doubt];
}
function polledOnce({ doubt }, own) {
    const task = own.result.last?.task;
    const kind = (0,services_service/* kindOf */.I)(own.service);
    const isUnknown = task?.state === 'unknown';
    const isCustom = own.service.isDefinedByWorkflow === true;
    const word = (0,report_text/* oneLine */.TN)(task?.serviceStatus ?? '', 100);
    const isPlain = doubt === undefined && !isUnknown;
    const unknown = isUnknown ? (0,facts_told/* unknownWord */.$5)(word, own) : undefined;
    const wait = unknown?.wait ?? (0,facts_told/* waitFor */.fm)(own, ({ toDo }) => toDo.pollLater);
    return {
        headline: isUnknown
            ? (0,facts_told/* aboutTask */.ht)(own, words => words.headline.unknownWord(word, isCustom))
            : (0,facts_told/* about */.Cv)(own, (words, name) => words.headline.polledOnce[kind](name, (0,facts_told/* stateIn */.pQ)(task, words))),
        happened: words => words.sentences([
            isPlain ? words.happened.polledOnce[kind] : words.happened.polledOnceInDoubt,
            isUnknown ? words.happened.unknownWord(own.title(words), word, { isCustom, goesOn: false }) : '',
            doubt ? not_ended_doubtIn(doubt, own, words) : ''
        ]),
        toDo: [
            ...(isPlain ? waitingAdvice(own) : []),
            ...(unknown?.toDo ?? [wait.step]),
            ...(doubt === 'settling' ? [[({ toDo }) => toDo.settleLater]] : [])
        ],
        wait
    };
}
/** GitHub gives no reason to the step: a newer run has taken over, or the work is still wanted here. */
function cancelled(own) {
    const { result, service, limits } = own;
    const kind = (0,services_service/* kindOf */.I)(service);
    const { toDo, wait } = (0,facts_told/* thenWait */.X)([[words => words.toDo.replaced[kind]]], (0,facts_told/* waitFor */.fm)(own, words => words.toDo.otherwise, words => words.toDo.onlyWaits));
    return {
        headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.cancelled(name)),
        happened: ({ happened }) => happened.cancelled((0,facts_told/* waitedMs */.h0)(result, limits)),
        toDo: [...toDo, [words => words.toDo.raiseJobTimeout]],
        wait
    };
}
function leftBehind(own) {
    return {
        headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.failFast(name)),
        happened: ({ happened }) => happened.failFast,
        ...(0,facts_told/* thenWait */.X)([], (0,facts_told/* waitFor */.fm)(own, ({ toDo }) => toDo.onlyWaits))
    };
}

;// CONCATENATED MODULE: ./build/src/report/facts/facts.js












function factsOf(result, reference, asked) {
    const { service } = asked;
    const title = ({ language }) => (0,src_text/* textIn */.r7)(service.title, language);
    const side = sideOf(result, service);
    const own = { ...asked, result, reference, id: (0,services_service/* fullId */.xQ)(reference), title, side };
    return {
        ...whatHappened(own),
        now: taskNow(result),
        support: supportOf([{ reference, result }], asked)
    };
}
function whatHappened(own) {
    const { result } = own;
    const { ending } = result;
    switch (ending.verdict) {
        case 'succeeded': {
            if (ending.because === 'gone') {
                return {
                    headline: (0,facts_told/* about */.Cv)(own, ({ headline }, name) => headline.gone(name)),
                    happened: words => words.happened.gone(own.title(words)),
                    toDo: []
                };
            }
            const { service, judging } = own;
            const task = result.last?.task;
            const { message } = task ?? {};
            const caveat = (0,facts_told/* caveatOf */.EZ)(service);
            return {
                headline: (0,facts_told/* about */.Cv)(own, (words, name) => {
                    if (!service.resource)
                        return words.headline.succeeded(name);
                    return words.headline[judging.strictness.expectation ? 'expected' : 'ready'](name, (0,facts_told/* stateIn */.pQ)(task, words));
                }),
                happened: words => words.sentences([message ? (0,facts_told/* sentence */.em)(message, words) : '', passedOver(own, words), (0,src_text/* inWords */.r4)(caveat, words)]),
                besides: words => words.sentences([
                    (0,facts_told/* reports */.uE)(own, words),
                    passedOver(own, words),
                    (0,src_text/* inWords */.r4)(caveat, words),
                    message ? words.happened.says((0,facts_told/* sentence */.em)(message, words)) : ''
                ]),
                toDo: []
            };
        }
        case 'failed':
        case 'stopped':
            return notSucceeded(ending, own);
        case 'timed-out':
            return timedOut(ending, own);
        case 'unfinished':
            return ending.because === 'fail-fast' ? leftBehind(own) : polledOnce(ending, own);
        case 'cancelled':
            return cancelled(own);
        case 'not-found':
            return notFound(ending.cause, own);
        case 'denied':
            return refused(ending.cause, own);
        case 'error':
            return broken(ending, own);
        default:
            return ending;
    }
}
/** What speaks against the success and does not count, because an input says so. */
function passedOver({ result, judging }, { happened, sentences }) {
    const { strictness } = judging;
    const { state, subtasks = [], subtasksLeftOut = 0 } = result.last?.task ?? {};
    const failed = subtasks.filter(subtask => (0,verdict/* subtaskFailed */.jF)(subtask, strictness.allowWarnings)).length;
    return sentences([
        state === 'warning' ? happened.warningAllowed : '',
        failed > 0 && !strictness.strictSubtasks ? happened.partsAllowed(failed, subtasks.length + subtasksLeftOut) : ''
    ]);
}
function taskNow({ ending, last, endedDateMs, failures }) {
    if (!last)
        return { is: 'never-seen' };
    const seen = { task: last.task, ageMs: last.beforeEndMs, dateMs: endedDateMs - last.beforeEndMs };
    const haveFailedSince = failures.some(({ dateMs }) => dateMs > seen.dateMs);
    switch (ending.verdict) {
        case 'succeeded':
            if (ending.because === 'gone')
                return { is: 'gone', seen };
            return { is: 'ended', atMs: last.task.endMs, seen };
        case 'failed':
        case 'stopped':
            return { is: 'ended', atMs: last.task.endMs, seen };
        case 'timed-out':
            return { is: ending.cause === undefined ? whileWaiting(last) : 'unknown', seen };
        case 'unfinished':
        case 'cancelled':
            return { is: haveFailedSince ? 'unknown' : whileWaiting(last), seen };
        default: {
            // Its end time is all that is known of the end.
            const hasEnded = ending.verdict === 'error' && ending.problem === 'ended-in-unknown-word';
            return hasEnded ? { is: 'ended', atMs: last.task.endMs, seen } : { is: 'unknown', seen };
        }
    }
}
/** A last answer that was good: it showed the task running, or an end that does not count. */
function whileWaiting({ task }) {
    return task.state === 'running' ? 'running' : 'not-proven';
}
/** The name that a definition gives is nobody else's. */
function titleOfDefinition({ name, title }) {
    return { en: `${(0,src_text/* textIn */.r7)(title)} (service: ${name})`, zh: `${(0,src_text/* textIn */.r7)(title, 'zh')}（service: ${name}）` };
}
function supportOf(told, { service, place }) {
    const isGone = told.every(({ result: { ending } }) => ending.verdict === 'succeeded' && ending.because === 'gone');
    const sum = (of) => told.reduce((total, { result }) => total + of(result), 0);
    return {
        title: service.isDefinedByWorkflow ? titleOfDefinition(service) : service.title,
        ids: told.map(each => (0,services_service/* fullId */.xQ)(each.reference)),
        places: [
            ...placesOf(told[0].reference, place.region, service),
            ...(place.endpoint.isGiven ? [({ support }) => support.endpoint(place.endpoint.url)] : []),
            ...answeredAbout(told, service)
        ],
        kind: (0,services_service/* kindOf */.I)(service),
        noun: words => (0,facts_told/* nounOf */.a2)(service, words),
        requestIds: lastRequestsOf(told, isGone),
        failedPolls: isGone
            ? sum(({ notFoundPolls }) => notFoundPolls)
            : sum(result => result.failedPolls - result.failures.length + failuresOf(result).length),
        throttledPolls: sum(({ throttledPolls }) => throttledPolls),
        isGone,
        failuresDecide: told.some(({ result: { ending } }) => 'cause' in ending && ending.cause !== undefined),
        failures: told.flatMap(({ result }) => failuresOf(result)).sort((a, b) => a.dateMs - b.dateMs),
        firstFailedDateMs: told.flatMap(({ result }) => result.firstFailedDateMs ?? []).sort((a, b) => a - b)[0],
        failedIds: told.length > 1
            ? told.flatMap(({ reference, result }) => (failuresOf(result).length > 0 ? (0,services_service/* fullId */.xQ)(reference) : []))
            : [],
        endedDateMs: Math.max(...told.map(({ result: { endedDateMs } }) => endedDateMs))
    };
}
/** Which others the service answered about. */
function answeredAbout(told, service) {
    const ids = told.flatMap(({ result: { ending } }) => ending.verdict === 'error' && ending.problem === 'other-task' ? (0,report_text/* oneLine */.TN)(ending.answeredId, 128) : []);
    return ids.length > 0 ? [words => words.support.answeredAbout((0,facts_told/* nounOf */.a2)(service, words), (0,facts_told/* firstIds */.pW)(ids, words))] : [];
}
/** `isGone`: answers that it is not there are no failures. */
function lastRequestsOf(told, isGone) {
    const bad = (0,facts_told/* unsuccessfulFirst */.Qy)(told).filter(each => !(0,facts_told/* hasSucceeded */.yO)(each));
    const known = (bad.length > 0 ? bad : [told[0]]).flatMap(({ reference, result }) => {
        const { requestId: id, requestIdParty: party, requestIdError: error } = result;
        const brought = failuresOf(result).length > 0 && !isGone ? (error ?? 'good') : undefined;
        return id === undefined ? [] : { id, party, brought, taskId: (0,services_service/* fullId */.xQ)(reference) };
    });
    // What gives credentials answers all tasks at once.
    return (0,non_empty/* groupsOf */.c)(known, ({ id }) => id).map(alike => {
        const [{ id, party, brought }] = alike;
        return { id, party, brought, taskIds: told.length > 1 ? alike.map(({ taskId }) => taskId) : [] };
    });
}
/** Without what was found wrong on the way to a request: what the job lacks, or a project that is not there. */
function failuresOf({ failures }) {
    return failures.filter(({ error: { failure } }) => failure.explanation === undefined || failure.status !== undefined);
}

// EXTERNAL MODULE: ./build/src/report/facts/rank.js
var rank = __nccwpck_require__(512);
// EXTERNAL MODULE: ./build/src/words/en.js
var en = __nccwpck_require__(6112);
;// CONCATENATED MODULE: ./build/src/report/facts/several.js








/** Several tasks: how many ended how, the reason of the one that decides, and what to do about each group. */
function factsOfAll(told, asked) {
    const decisive = (0,rank/* decisiveOf */.O3)(told);
    if (told.length === 1)
        return decisive.facts;
    const groups = rank/* byRank */.O5.flatMap(verdict => {
        const members = told.filter(({ result: { ending } }) => ending.verdict === verdict);
        return members.length > 0 ? [{ verdict, members }] : [];
    });
    const counts = (words) => groups.map(({ verdict, members }) => words.headline.count[verdict](members.length));
    const hasSuccess = groups.some(({ verdict }) => verdict === 'succeeded');
    const isAll = groups.length === 1 && hasSuccess;
    const hasFailed = groups.some(({ verdict }) => verdict === 'failed' || verdict === 'stopped');
    const givesNewIds = !(asked.service.resource || (0,facts_told/* keepsId */._0)(asked.service));
    const noDuplicates = noDuplicatesOf(told, { hasFailed, givesNewIds }, asked.service);
    return {
        headline: words => words.headline.several(words.many[(0,services_service/* kindOf */.I)(asked.service)]((0,src_text/* textIn */.r7)(asked.service.title, words.language), told.length), counts(words)),
        happened: words => isAll
            ? (0,src_text/* inWords */.r4)((0,facts_told/* caveatOf */.EZ)(asked.service), words)
            : words.happened.several(words.list(counts(words)), words.support.one((0,facts_told/* nounOf */.a2)(asked.service, words), (0,services_service/* fullId */.xQ)(decisive.reference)), (0,src_text/* inWords */.r4)(decisive.facts.happened, words)),
        ...(!isAll && {
            reasons: (words) => reasonsOf(told, words),
            ...(isSideOfSeveral(told) && { ofReasons: ({ happened }) => happened.sidesUnknown })
        }),
        now: decisive.facts.now,
        toDo: isAll
            ? []
            : [
                ...groups.flatMap(({ verdict, members }) => verdict === 'succeeded'
                    ? []
                    : (0,non_empty/* groupsOf */.c)(members, adviceIn).flatMap(each => stepsOf(verdict, each, { hasFailed, isAmongOthers: noDuplicates.length > 0 }))),
                ...(hasSuccess ? [[({ toDo }) => toDo.group.succeeded(hasFailed && givesNewIds)]] : []),
                ...noDuplicates
            ],
        support: supportOf(told, asked)
    };
}
const maxReasons = 50;
/** Failures first, for these have to be read. */
function reasonsOf(told, words) {
    const bad = (0,facts_told/* unsuccessfulFirst */.Qy)(told).filter(each => !(0,facts_told/* hasSucceeded */.yO)(each));
    const isBrief = isSideOfSeveral(told);
    const reasonOf = ({ facts: { happened, briefly } }) => (0,src_text/* inWords */.r4)((isBrief && briefly) || happened, words);
    const groups = (0,non_empty/* groupsOf */.c)(bad, each => (0,report_text/* oneLine */.TN)(reasonOf(each)));
    return (0,report_text/* listed */.KE)(groups, maxReasons, words.log.more, alike => {
        const ids = alike.map(({ reference }) => (0,services_service/* fullId */.xQ)(reference));
        const verdicts = new Set(alike.map(({ result: { ending } }) => words.verdicts[ending.verdict]));
        return [(0,facts_told/* firstIds */.pW)(ids, words), words.list([...verdicts]), reasonOf(alike[0])].join(words.colon);
    });
}
/** Whether that nobody tells whose side it is on holds for more than one, and is told once. */
function isSideOfSeveral(told) {
    return told.filter(({ facts }) => facts.briefly !== undefined).length > 1;
}
/** Where some have succeeded or still run, and others have not. */
function noDuplicatesOf(told, { hasFailed, givesNewIds }, service) {
    const hasDone = told.some(facts_told/* hasSucceeded */.yO);
    const mayRun = told.some(({ facts: { now } }) => now.is === 'running' || now.is === 'not-proven' || (hasFailed && !(0,facts_told/* isOver */.PU)(now)));
    if (!hasDone && !mayRun)
        return [];
    const what = hasDone && mayRun ? 'both' : hasDone ? 'done' : 'running';
    const ids = givesNewIds ? 'newIds' : 'sameIds';
    // A re-run is of a job alone; new ids need a new run, which is of all jobs.
    const starter = hasFailed && givesNewIds ? 'workflow' : 'job';
    const line = ({ toDo }) => toDo.noDuplicates[(0,services_service/* kindOf */.I)(service)][what](toDo.starters[starter]);
    if (!hasFailed)
        return [[line]];
    const waits = ({ toDo }) => toDo.afterAll[ids];
    // Of a resource nobody knows which change failed.
    if (service.resource)
        return [[waits, line]];
    return [[waits, words => words.sentences([(0,src_text/* inWords */.r4)(line, words), words.toDo.waitForAll[ids]])]];
}
/** What is to do about a task, but for its id: what helps one helps all others of whom the same is said. */
function adviceIn({ facts: { toDo, wait } }) {
    return toDo
        .flatMap(step => (wait && step === wait.step ? wait.of([], false) : step))
        .map(line => (0,src_text/* inWords */.r4)(line, en.en))
        .join('\n');
}
/** What to do about tasks with one verdict and the same advice; where others have failed, to wait for them with those. */
function stepsOf(verdict, members, { hasFailed, isAmongOthers }) {
    const ids = members.map(({ reference }) => (0,services_service/* fullId */.xQ)(reference));
    const { toDo, alone, wait } = members[0].facts;
    const own = isAmongOthers ? (alone ?? toDo) : toDo;
    const waits = wait?.of(ids, hasFailed);
    const forAll = own.map(step => (waits && step === wait?.step ? waits : step));
    const [first, ...more] = forAll.flat();
    if (first === undefined)
        return [];
    const { ending } = members[0].result;
    const label = ending.verdict === 'failed' && ending.because === 'warning' ? 'warning' : verdict;
    return [[words => words.toDo.group[label]((0,facts_told/* firstIds */.pW)(ids, words), (0,src_text/* inWords */.r4)(first, words)), ...more]];
}

;// CONCATENATED MODULE: ./build/src/report/outputs.js










/**
 * Of a list, as it stands in the JSON of all outputs: with the other ones that is less than 100 KiB, and a variable of
 * the environment has room for 32,767 letters on Windows and for 128 KiB on Linux.
 */
const maxListBytes = 24 * 1024;
/** The causes are few, and the other lists leave them less room. */
const maxCausesBytes = 8 * 1024;
/** The outputs of a wait that took place: over all tasks of the step, and for each of them in `tasks`. */
function outputsOf(told, { allowWarnings }, redact, words = en.en) {
    const text = (value) => redact((0,report_text/* oneLine */.TN)(value ?? ''));
    const joined = (values) => text(values.filter(Boolean).join(', '));
    const decisive = (0,rank/* decisiveOf */.O3)(told);
    const seen = told.flatMap(({ result }) => result.last?.task ?? []);
    const all = seen.flatMap(({ subtasks }) => subtasks);
    const subtasks = (0,report_subtasks/* failedFirst */.Yk)(all, allowWarnings);
    const failed = subtasks.filter(subtask => (0,verdict/* subtaskFailed */.jF)(subtask, allowWarnings));
    const listed = (list, leftOut = 0) => fitting(list.length, count => withRest(list.slice(0, count).map(subtask => subtaskJson(subtask, text)), list.length + leftOut));
    const leftOut = seen.reduce((sum, { subtasksLeftOut = 0 }) => sum + subtasksLeftOut, 0);
    const times = timesOfAll(told.map(({ result }) => result.last?.task));
    const lags = told.flatMap(({ result }) => detectionLagSeconds(result) ?? []);
    const jsons = (0,facts_told/* unsuccessfulFirst */.Qy)(told).map(each => taskJson(each, allowWarnings, redact, words));
    const tasks = (most) => jsons.map(json => json(most));
    const mostSubtasks = Math.max(...seen.map(({ subtasks, causes = [] }) => Math.max(subtasks.length, causes.length)), 0);
    const causes = told.flatMap(({ result }) => causesOf(result).map(cause => causeJson(cause, text)));
    return {
        status: decisive.result.ending.verdict,
        'service-status': joined(seen.map(({ serviceStatus }) => serviceStatus)),
        'task-name': joined(seen.map(({ name }) => name)),
        'resource-name': joined(seen.map(({ resourceName }) => resourceName)),
        'start-time': isoTime(times.startMs),
        'end-time': isoTime(times.endMs),
        'duration-seconds': numberText(durationSeconds(times)),
        message: text((0,src_text/* inWords */.r4)(decisive.facts.happened, words)),
        progress: numberText(meanProgress(told)),
        'subtask-summary': seen.length > 0 ? redact((0,report_subtasks/* summarizeSubtasks */.w8)(all, allowWarnings)) : '',
        subtasks: listed(subtasks, leftOut),
        'failed-subtasks': listed(failed),
        causes: fitting(causes.length, count => withRest(causes.slice(0, count), causes.length), maxCausesBytes),
        tasks: fittingTasks(tasks, mostSubtasks),
        polls: String(told.reduce((sum, { result }) => sum + result.requests, 0)),
        'detection-lag-seconds': lags.length > 0 ? String(Math.max(...lags)) : ''
    };
}
/** All that the step says about one task, with so many of its subtasks. */
function taskJson(told, allowWarnings, redact, words) {
    const { reference, result, facts } = told;
    const task = result.last?.task;
    const text = (value) => redact((0,report_text/* oneLine */.TN)(value ?? ''));
    const all = (0,report_subtasks/* failedFirst */.Yk)(task?.subtasks ?? [], allowWarnings);
    const failedCount = all.filter(subtask => (0,verdict/* subtaskFailed */.jF)(subtask, allowWarnings)).length;
    const times = timesOf(task);
    const before = {
        id: redact((0,services_service/* fullId */.xQ)(reference)),
        status: result.ending.verdict,
        serviceStatus: text(task?.serviceStatus),
        taskName: text(task?.name),
        resourceName: text(task?.resourceName),
        startTime: isoTime(times.startMs),
        endTime: isoTime(times.endMs),
        durationSeconds: durationSeconds(times),
        message: text((0,src_text/* inWords */.r4)(facts.happened, words)),
        progress: task?.progress ?? null,
        subtaskSummary: task ? redact((0,report_subtasks/* summarizeSubtasks */.w8)(task.subtasks, allowWarnings)) : ''
    };
    const causes = causesOf(result).map(cause => causeJson(cause, text));
    const after = { polls: result.requests, detectionLagSeconds: detectionLagSeconds(result) };
    return (most) => {
        const subtasks = all.slice(0, most).map(subtask => subtaskJson(subtask, text));
        return {
            ...before,
            subtasks: withRest(subtasks, all.length + (task?.subtasksLeftOut ?? 0)),
            failedSubtasks: withRest(subtasks.slice(0, failedCount), failedCount),
            // The first one stays where the subtasks give way.
            causes: withRest(causes.slice(0, Math.max(1, most)), causes.length),
            ...after
        };
    };
}
/** From the first start to the last end; no end while one of them has none. */
function timesOfAll(tasks) {
    const times = tasks.map(timesOf);
    const starts = times.flatMap(({ startMs }) => startMs ?? []);
    const ends = times.flatMap(({ endMs }) => endMs ?? []);
    return {
        startMs: starts.length > 0 ? Math.min(...starts) : undefined,
        endMs: ends.length === times.length ? Math.max(...ends) : undefined
    };
}
/** Of all tasks, where each says how far it is. */
function meanProgress(told) {
    const percentages = told.flatMap(({ result }) => result.last?.task.progress ?? []);
    if (percentages.length < told.length)
        return null;
    return Math.floor(percentages.reduce((sum, percent) => sum + percent, 0) / told.length);
}
/** An end time in a word that is not known here is not set: the task may still run. */
function timesOf(task) {
    return { startMs: task?.startMs, endMs: task && (0,src_task/* isTerminal */.Hd)(task.state) ? task.endMs : undefined };
}
function durationSeconds({ startMs, endMs }) {
    return startMs !== undefined && endMs !== undefined && endMs >= startMs ? (endMs - startMs) / 1000 : null;
}
/** `Date` headers count whole seconds, so that an end can seem to lie up to a second ahead. */
const dateHeaderStepMs = 1000;
/** Between two times of the server: of the answer that showed the end, and of the end. */
function detectionLagSeconds({ last }) {
    const { endMs } = timesOf(last?.task);
    if (endMs === undefined || last?.serverDateMs === undefined || last.serverDateMs + dateHeaderStepMs < endMs)
        return null;
    return Math.max(0, last.serverDateMs - endMs) / 1000;
}
function subtaskJson(subtask, text) {
    return {
        id: text(subtask.id),
        name: text(subtask.name),
        status: subtask.state,
        serviceStatus: text(subtask.serviceStatus),
        startTime: isoTime(subtask.startMs),
        endTime: isoTime(subtask.endMs),
        message: text(subtask.message)
    };
}
function causeJson({ name, type, serviceStatus, message, timeMs }, text) {
    return {
        name: text(name),
        type: text(type),
        serviceStatus: text(serviceStatus),
        message: text(message),
        time: isoTime(timeMs)
    };
}
function isoTime(ms) {
    return ms === undefined ? '' : new Date(ms).toISOString();
}
function numberText(value) {
    return value === null ? '' : String(value);
}
/** A list that was cut ends with the number of what it lacks. */
function withRest(kept, length) {
    return length > kept.length ? [...kept, { truncated: length - kept.length }] : kept;
}
/** The subtasks give way first, then whole tasks. */
function fittingTasks(tasksWith, mostSubtasks) {
    const bare = tasksWith(0);
    if (bytesOf(JSON.stringify(bare)) > maxListBytes) {
        return fitting(bare.length, count => withRest(bare.slice(0, count), bare.length));
    }
    return fitting(mostSubtasks, tasksWith);
}
/**
 * The JSON of as many elements as fit into an output: people pass outputs on through the environment. Never tries more
 * than twice as many as fit, for there can be millions.
 */
function fitting(length, listOf, maxBytes = maxListBytes) {
    const json = (count) => JSON.stringify(listOf(count));
    const doesFit = (count) => bytesOf(json(count)) <= maxBytes;
    let fits = 0;
    let tooMany = 1;
    while (tooMany <= length && doesFit(tooMany)) {
        fits = tooMany;
        tooMany *= 2;
    }
    tooMany = Math.min(tooMany, length + 1);
    while (tooMany - fits > 1) {
        const middle = Math.floor((fits + tooMany) / 2);
        if (doesFit(middle))
            fits = middle;
        else
            tooMany = middle;
    }
    return json(fits);
}
/** As they count where the text stands in JSON itself, as in `toJSON(steps.wait.outputs)`. */
function bytesOf(text) {
    return Buffer.byteLength(JSON.stringify(text));
}

;// CONCATENATED MODULE: ./build/src/report/chart.js




/** Whether it can be drawn. */
function isSound(bar) {
    return bar.startMs !== undefined && bar.endMs !== undefined && bar.endMs >= bar.startMs;
}
/** More would not be read, nor drawn: by its documentation, Mermaid takes 50,000 characters if not told otherwise. */
const maxBars = 200;
const maxNameWidth = 26;
/** Of a letter beside the chart, on average. */
const letterPx = 6.3;
/** Mermaid has three colours for tags and one without; the mark shows a state where colours do not. */
const appearances = {
    succeeded: { tag: 'done', mark: '✓' },
    failed: { tag: 'crit', mark: '✗' },
    stopped: { tag: 'crit', mark: '■' },
    running: { tag: 'active', mark: '…' },
    unknown: { tag: 'active', mark: '?' },
    warning: { tag: '', mark: '!' },
    skipped: { tag: '', mark: '»' },
    untold: { tag: '', mark: '·' }
};
const legends = [
    ['crit', 'crit'],
    ['', 'plain'],
    ['active', 'active'],
    ['done', 'done']
];
/** Dark letters on all of them; what stands beside a bar has the colour of the reader's theme. */
const colors = {
    taskTextDarkColor: '#1f2328',
    taskTextColor: '#1f2328',
    taskTextLightColor: '#1f2328',
    doneTaskBkgColor: '#4ac26b',
    doneTaskBorderColor: '#2da44e',
    critBkgColor: '#ff8182',
    critBorderColor: '#cf222e',
    activeTaskBkgColor: '#80ccff',
    activeTaskBorderColor: '#218bff',
    taskBkgColor: '#eac54f',
    taskBorderColor: '#bf8700',
    sectionBkgColor: '#8c959f',
    sectionBkgColor2: '#8c959f',
    altSectionBkgColor: 'transparent'
};
/**
 * A Gantt chart in Mermaid with a legend; empty where there is nothing to draw. The bars stand in the order in which
 * they are given; of too many, the first are kept.
 */
function ganttChart(bars, words = en.en) {
    const sound = bars.filter(isSound);
    const drawn = sound.slice(0, maxBars);
    const originMs = Math.min(...drawn.map(({ startMs }) => startMs));
    const spanMs = Math.max(...drawn.map(({ endMs }) => endMs)) - originMs;
    if (drawn.length === 0 || spanMs === 0 || spanMs >= maxSpanMs)
        return '';
    const names = distinct(withRoom(drawn.map(({ name }) => plain(name))), words.subtasks.noName);
    const labelPx = Math.ceil(24 + letterPx * Math.max(...names.map(report_text/* widthOf */.qz)));
    const size = drawn.length > 40 ? { barHeight: 12, barGap: 3, fontSize: 9 } : { barHeight: 18, barGap: 4, fontSize: 11 };
    const config = {
        gantt: { leftPadding: labelPx, rightPadding: 16, ...size },
        themeVariables: colors
    };
    const { every, format } = axisFor(spanMs);
    // What takes no time would not be seen.
    const leastMs = Math.ceil(spanMs / 200);
    const lines = drawn.flatMap(({ state, startMs, endMs }, index) => {
        const { tag, mark } = appearances[state];
        const times = [startMs, Math.max(endMs, startMs + leastMs)].map(ms => elapsed(ms - originMs));
        // How long one lasts that has not ended is not known.
        const text = tag === 'active' ? mark : `${mark} ${(0,duration/* formatDuration */.a3)((0,time/* shownBetweenMs */.Gt)(startMs, endMs))}`;
        return [`  section ${names[index]}`, `  ${text} : ${[tag, ...times].filter(Boolean).join(', ')}`];
    });
    const used = new Set(drawn.map(({ state }) => appearances[state].tag));
    const missing = bars.length - drawn.length;
    const rest = missing > 0 ? [words.chart.notDrawn(missing)] : [];
    const legend = [...legends.filter(([tag]) => used.has(tag)).map(([, meaning]) => words.chart[meaning]), ...rest];
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify(config)}}%%`,
        'gantt',
        `  title ${words.chart.since((0,time/* instant */.uR)(originMs)).replaceAll(':', '∶')}`,
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${format}`,
        `  tickInterval ${every}`,
        '  todayMarker off',
        ...lines,
        '```',
        '',
        `<sub>${legend.join(' · ')}</sub>`
    ].join('\n');
}
/**
 * Mermaid reads and writes times in the reader's time zone. Counted from a midnight at which no clock is changed, they
 * are the time that has passed, wherever the reader is.
 */
function elapsed(ms) {
    return new Date(Date.UTC(2001, 0, 1) + Math.round(ms)).toISOString().slice(0, 23).replace('T', ' ');
}
const dayMs = 24 * duration/* hourMs */.$0;
/** Longer than any task: a time that far off is a fault of the answer. */
const maxSpanMs = 365 * dayMs;
const steps = [
    ...[1, 2, 5, 10, 15, 30].map(count => [count * duration/* secondMs */.fj, `${count}second`]),
    ...[1, 2, 5, 10, 15, 30].map(count => [count * duration/* minuteMs */.J2, `${count}minute`]),
    ...[1, 2, 3, 6, 12].map(count => [count * duration/* hourMs */.$0, `${count}hour`])
];
/** The distance of the ticks and their form, for as many as have room on a narrow screen. */
function axisFor(spanMs) {
    // Mermaid counts days anew in each month.
    if (spanMs > 31 * dayMs)
        return { every: spanMs > 93 * dayMs ? '3month' : '1month', format: 'day %-j' };
    const [mostTicks, format] = spanMs < duration/* hourMs */.$0 ? [5, '%M:%S'] : spanMs < dayMs ? [5, '%H:%M'] : [3, 'day %-j, %H:%M'];
    const [, every] = steps.find(([ms]) => spanMs / ms <= mostTicks) ?? [
        dayMs,
        `${Math.ceil(spanMs / mostTicks / dayMs)}day`
    ];
    return { every, format };
}
/** Names that Mermaid, which keeps the sections as keys of an object, would put before all others, or lose. */
const unlikeOthers = /^(?:\d+|__proto__)$/;
/** One line without the marks that would end a name or begin something else in Mermaid, such as `:`, `;`, `#` and `%%`. */
function plain(name) {
    return (0,report_text/* oneLine */.TN)(name, 4 * maxNameWidth)
        .replaceAll(':', '∶')
        .replace(/[\x20-\x7e]/g, mark => (/[A-Za-z0-9 _.,()[\]/=+*-]/.test(mark) ? mark : ' '))
        .replace(/ {2,}/g, ' ')
        .trim()
        .replace(unlikeOthers, '“$&”');
}
/** So much of the names as has room beside the chart. Where there is too little, a beginning that all have goes first. */
function withRoom(names) {
    if (names.every(name => (0,report_text/* widthOf */.qz)(name) <= maxNameWidth))
        return names;
    const common = names.length > 1 ? names.reduce(commonStart).search(/[^ /]*$/) : 0;
    return names.map(name => (0,report_text/* cutTo */.yd)(common > 3 && name.length > common ? `…${name.slice(common)}` : name, maxNameWidth));
}
function commonStart(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length])
        length += 1;
    return a.slice(0, length);
}
/** With a number after each name that was there before: Mermaid would put bars of one name together. */
function distinct(names, noName) {
    const taken = new Set();
    return names.map(name => {
        const shown = name || noName;
        let free = shown;
        for (let count = 2; taken.has(free); count += 1)
            free = `${shown} (${count})`;
        taken.add(free);
        return free;
    });
}

// EXTERNAL MODULE: ./build/src/report/summary-form.js
var summary_form = __nccwpck_require__(5899);
;// CONCATENATED MODULE: ./build/src/report/summary.js













const subtaskIcons = {
    succeeded: '✅',
    failed: '❌',
    stopped: '⏹️',
    warning: '⚠️',
    running: '⏳',
    unknown: '❔',
    skipped: '⏭️',
    untold: '▫️'
};
const maxRows = 200;
/** Of a table. GitHub drops a summary of more than a mebibyte as a whole; three at most are of this size, beside one of ten rows. */
const maxRowBytes = 256 * 1024;
const maxNotes = 20;
/** More subtasks are folded, except the first of those that failed. */
const maxUnfolded = 10;
/** The job summary of a wait that took place. */
function summaryOf({ verdict, ending, notes }, told, asked, words = en.en) {
    const [first, ...others] = told;
    const isOne = others.length === 0;
    const sorted = (0,facts_told/* unsuccessfulFirst */.Qy)(told);
    return (0,summary_form/* document */.Al)([
        ...(0,summary_form/* endingParts */.s3)(verdict, ending, words),
        ...(isOne
            ? [
                taskTable(first, asked, words),
                causeSection(told, words),
                subtaskSection(told, asked, words),
                subtaskChart(first, asked, words)
            ]
            : [
                tasksTable(sorted, asked, words),
                causeSection(sorted, words),
                ganttChart(sorted.map(taskBar), words),
                subtaskSection(sorted, asked, words)
            ]),
        ...notes.slice(0, maxNotes).map(note => `> ${(0,report_text/* markdown */.wD)(note, 500)}`),
        (0,summary_form/* supportPart */.Pf)(ending, words),
        footer(told, asked, words)
    ]);
}
/** What the lines of the ending do not have. */
function taskTable(told, asked, words) {
    const task = told.result.last?.task;
    const { startMs, endMs } = timesOf(task);
    const { now } = told.facts;
    const toldEndMs = now.is === 'ended' ? now.atMs : endMs;
    const { summary } = words;
    const rows = [
        [summary[(0,services_service/* kindOf */.I)(asked.service)], named(told)],
        [now.is === 'ended' ? summary.state : summary.lastState, task ? (0,report_text/* code */.aY)((0,report_subtasks/* shownState */.B5)(task, words)) : ''],
        [summary.progress, progressOf(told, asked, words)],
        [summary.started, startMs === undefined ? '' : (0,time/* instant */.uR)(startMs)],
        // With subtasks that have not ended, the time alone tells no end.
        [
            now.is === 'ended' && !(0,facts_told/* isOver */.PU)(now) ? summary.endInAnswer : summary.ended,
            toldEndMs === undefined ? '' : (0,time/* instant */.uR)(toldEndMs)
        ],
        [summary.took, took(told)]
    ];
    // The first fact serves as the header, which a table must have.
    const [header = ['', ''], ...others] = rows.filter(([, value]) => value !== '');
    return summary_table(header, others);
}
/** One row for each task, those that did not succeed first. */
function tasksTable(told, asked, words) {
    const { summary } = words;
    return fittingTable([summary.verdict, summary[(0,services_service/* kindOf */.I)(asked.service)], summary.progress, summary.took], told, words, each => {
        const { result } = each;
        const { verdict } = result.ending;
        return [
            lines(`${summary_form/* icons */.Pt[verdict]}\u00a0${words.verdicts[verdict]}`, result.last ? (0,report_text/* code */.aY)((0,report_subtasks/* shownState */.B5)(result.last.task, words)) : ''),
            named(each),
            progressOf(each, asked, words),
            took(each)
        ];
    });
}
/** Inside a cell. */
function lines(...parts) {
    return parts.filter(Boolean).join('<br>');
}
function named({ reference, result }) {
    const { resourceName, name } = result.last?.task ?? {};
    const names = [...new Set([resourceName, name])].map(each => each && (0,report_text/* markdown */.wD)(each));
    return lines(...names, (0,report_text/* code */.aY)((0,services_service/* fullId */.xQ)(reference)));
}
function took({ result }) {
    const { startMs, endMs } = timesOf(result.last?.task);
    return startMs !== undefined && endMs !== undefined && endMs >= startMs
        ? (0,duration/* formatDuration */.a3)((0,time/* shownBetweenMs */.Gt)(startMs, endMs))
        : '';
}
/** As the service has it, else by the subtasks that have ended well; a task that succeeded is through. */
function progressOf(told, { judging: { strictness: { allowWarnings } } }, words) {
    const task = told.result.last?.task;
    if (task === undefined || told.facts.now.is === 'gone')
        return '';
    if (task.progress !== undefined)
        return `${bar(task.progress)} ${task.progress}\u00a0%`;
    const ended = task.subtasks.filter(each => (0,src_task/* isTerminal */.Hd)(each.state) && !(0,verdict/* subtaskFailed */.jF)(each, allowWarnings)).length;
    const all = task.subtasks.filter(({ state }) => state !== 'untold').length;
    if (all > 0)
        return `${bar((100 * ended) / all)} ${words.summary.of(ended, all)}`;
    return (0,facts_told/* hasSucceeded */.yO)(told) ? bar(100) : '';
}
/** A bar of ten parts. What is not complete never looks it. */
function bar(percent) {
    const full = Math.max(0, Math.min(10, Math.floor(percent / 10)));
    return (0,report_text/* code */.aY)('█'.repeat(full) + '░'.repeat(10 - full));
}
/** Why tasks failed, as their service says. */
function causeSection(told, words) {
    const { summary } = words;
    const causes = told.flatMap(({ reference, result }) => causesOf(result).map(cause => ({ ...cause, owner: (0,services_service/* fullId */.xQ)(reference) })));
    if (causes.length === 0)
        return '';
    const columns = [
        ...(causes.some(subjectOf) ? [[summary.whatFailed, subject]] : []),
        ...(told.length > 1 ? [[summary.task, ({ owner }) => (0,report_text/* code */.aY)(owner)]] : []),
        [summary.message, ({ message = '' }) => (0,report_text/* markdown */.wD)(message, 1000)]
    ];
    const rows = fittingTable(columns.map(([header]) => header), causes, words, cause => columns.map(([, cell]) => cell(cause)));
    const noneFailed = told.every(({ result: { ending } }) => ending.verdict !== 'failed');
    return `${noneFailed ? summary.whatItSays : summary.whyFailed}\n\n${rows}`;
}
/** With the service's word for how it failed. */
function subject(cause) {
    const { serviceStatus } = cause;
    return lines((0,report_text/* markdown */.wD)(subjectOf(cause)), serviceStatus && (0,report_text/* code */.aY)(serviceStatus));
}
/** The subtasks of all tasks, failed ones first; folded where they are many. */
function subtaskSection(told, { judging: { strictness: { allowWarnings } } }, words) {
    const owners = new Map(told.flatMap(({ reference, result }) => (result.last?.task.subtasks ?? []).map(subtask => [subtask, (0,services_service/* fullId */.xQ)(reference)])));
    if (owners.size === 0)
        return '';
    const groups = owners.size > maxUnfolded ? [[...owners.keys()]] : told.map(({ result }) => result.last?.task.subtasks);
    const subtasks = groups.flatMap(group => (0,report_subtasks/* failedFirst */.Yk)(group ?? [], allowWarnings));
    const hasMessages = subtasks.some(({ message }) => message);
    const columns = [
        [words.summary.subtask, subtask => (0,report_text/* markdown */.wD)((0,report_subtasks/* nameOf */.Vb)(subtask, words))],
        [words.summary.state, subtask => `${subtaskIcons[subtask.state]}\u00a0${(0,report_text/* code */.aY)((0,report_subtasks/* shownState */.B5)(subtask, words))}`],
        ...(told.length > 1 ? [[words.summary.task, (subtask) => (0,report_text/* code */.aY)(owners.get(subtask) ?? '')]] : []),
        ...(hasMessages ? [[words.summary.message, ({ message }) => (0,report_text/* markdown */.wD)(message ?? '')]] : [])
    ];
    const tableOf = (listed) => fittingTable(columns.map(([header]) => header), listed, words, subtask => columns.map(([, cell]) => cell(subtask)));
    const title = words.summary.subtasks((0,report_text/* markdown */.wD)((0,report_subtasks/* summarizeSubtasks */.w8)(subtasks, allowWarnings, words), 1000));
    if (subtasks.length <= maxUnfolded)
        return `${title}\n\n${tableOf(subtasks)}`;
    const open = subtasks.slice(0, maxUnfolded).filter(subtask => (0,verdict/* subtaskFailed */.jF)(subtask, allowWarnings));
    const others = subtasks.slice(open.length);
    const fold = open.length === 0 ? words.summary.allSubtasks(others.length) : words.summary.otherSubtasks(others.length);
    return (0,summary_form/* paragraphs */.qN)([title, open.length > 0 ? tableOf(open) : '', folded(fold, tableOf(others))]);
}
function folded(title, content) {
    return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** Of the subtasks of a task, by their own times; one that goes on is drawn to where it was last seen. */
function subtaskChart({ result }, asked, words) {
    const seenMs = result.last?.serverDateMs;
    const subtasks = (0,report_subtasks/* failedFirst */.Yk)(result.last?.task.subtasks ?? [], asked.judging.strictness.allowWarnings);
    const bars = subtasks.map((subtask) => {
        const { state, startMs } = subtask;
        const name = (0,report_subtasks/* nameOf */.Vb)(subtask, words);
        if (state === 'untold')
            return { name, state };
        return { name, state, startMs, endMs: (0,src_task/* isTerminal */.Hd)(state) ? subtask.endMs : seenMs };
    });
    return ganttChart(bars, words);
}
/** A task among several; one that goes on is drawn to where it was last seen. */
function taskBar({ reference, result: { last, ending } }) {
    const name = last?.task.name ?? (0,services_service/* fullId */.xQ)(reference);
    const { verdict } = ending;
    if (!last)
        return { name, state: 'untold' };
    // A success that did not count is none.
    const seen = last.task.state === 'succeeded' ? 'unknown' : last.task.state;
    const state = isEnd(verdict) ? verdict : seen;
    const { startMs, endMs = (0,src_task/* isTerminal */.Hd)(state) ? undefined : last.serverDateMs } = timesOf(last.task);
    return { name, state, startMs, endMs };
}
/** Whether the task is known to have ended, and how. */
function isEnd(verdict) {
    return verdict === 'succeeded' || verdict === 'failed' || verdict === 'stopped';
}
/** What the wait took: its time, polls and lag. */
function footer(told, { limits }, { summary }) {
    const results = told.map(({ result }) => result);
    const sum = (of) => results.reduce((total, each) => total + of(each), 0);
    const ended = results.filter(({ ending: { verdict } }) => isEnd(verdict));
    const lags = ended.flatMap(result => detectionLagSeconds(result) ?? []);
    // The server's time of an answer is in whole seconds.
    const lagMs = Math.max(1000, ...lags.map(lag => 1000 * lag));
    const lag = told.length === 1 ? summary.lag(lagMs) : summary.lags(lags.length, lagMs);
    const parts = [
        summary.waited(Math.max(...results.map(result => (0,facts_told/* waitedMs */.h0)(result, limits)))),
        // None, where no credentials were got to poll with.
        sum(({ requests }) => requests) > 0 && summary.polls(sum(({ polls }) => polls)),
        lags.length > 0 && lag
    ];
    return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}
/** As many rows as fit, and how many more there are. */
function fittingTable(header, subjects, words, rowOf) {
    let bytes = 0;
    const fitting = subjects
        .slice(0, maxRows)
        .map(rowOf)
        .filter(row => {
        bytes += Buffer.byteLength(row.join(' | '));
        return bytes <= maxRowBytes;
    });
    const rest = subjects.length - fitting.length;
    return `${summary_table(header, fitting)}${rest > 0 ? `\n\n${words.log.more(rest)}` : ''}`;
}
function summary_table(header, rows) {
    const row = (cells) => `| ${cells.join(' | ')} |`;
    return [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');
}

// EXTERNAL MODULE: ./build/src/report/tell.js + 1 modules
var tell = __nccwpck_require__(7244);
;// CONCATENATED MODULE: ./build/src/report/report.js

















/** Says how the wait ended: outputs, log, summary, annotation. */
async function reportResults(results, asked, { jobSummary, warnings }, { sink, redact, words }) {
    const isAnyNotFound = results.some(({ result }) => result.ending.verdict === 'not-found');
    const allServices = isAnyNotFound ? await (0,services/* loadServices */.rZ)() : [];
    const shown = { ...withCleanTexts(asked, sink.clean), allServices };
    const { strictness } = asked.judging;
    const told = (0,non_empty/* mapAll */.g)(results, ({ reference, result }) => {
        const clean = cleanReference(reference, sink.clean);
        return { reference: clean, result, facts: factsOf(result, clean, shown) };
    });
    const { verdict } = (0,rank/* decisiveOf */.O3)(told).result.ending;
    const reached = factsOfAll(told, shown);
    const outputProblem = (0,tell/* setOutputs */.n0)(outputsOf(told, strictness, redact, words), sink, words);
    const facts = outputProblem === undefined ? reached : withoutOutputs(reached, outputProblem);
    // Later steps cannot read the verdict, so the step is an error.
    const shownVerdict = outputProblem === undefined ? verdict : 'error';
    const ending = (0,report_ending/* endingText */.p)(facts, words, told);
    const notes = notesOn(told, shown, words);
    listSubtasksOrTasks(told, asked, sink, words);
    listCauses(told, sink, words);
    for (const note of notes)
        sink.info(note);
    if (jobSummary) {
        const cleanWarnings = warnings
            .filter(warning => !needsNoWarning(warning, results))
            .map(({ text }) => sink.clean(text));
        const markdown = summaryOf({ verdict: shownVerdict, ending, notes: [...cleanWarnings, ...notes] }, told, shown, words);
        await (0,tell/* writeSummary */.Sy)(markdown, sink, words);
    }
    (0,tell/* tell */.qz)(shownVerdict, ending, sink, words);
    return shownVerdict === 'succeeded' ? 'green' : 'red';
}
/** What a workflow gives can hold a secret by mistake. */
function withCleanTexts(asked, clean) {
    const { service, place } = asked;
    const { title } = service;
    const { endpoint, region } = place;
    return {
        ...asked,
        service: { ...service, title: typeof title === 'string' ? clean(title) : title },
        place: { endpoint: { ...endpoint, url: clean(endpoint.url) }, region: region && clean(region) }
    };
}
function cleanReference(reference, clean) {
    const { taskId, parentId, projectId, workspace, enterpriseProjectId } = reference;
    return {
        ...reference,
        taskId: clean(taskId),
        parentId: clean(parentId),
        projectId: clean(projectId),
        workspace: workspace && clean(workspace),
        enterpriseProjectId: enterpriseProjectId && clean(enterpriseProjectId)
    };
}
function withoutOutputs({ besides: _, reasons, ...facts }, problem) {
    return {
        ...facts,
        ...(reasons && { reasons: (words) => [words.happened.outputs(problem.what), ...reasons(words)] }),
        headline: words => words.headline.withoutOutputs((0,src_text/* inWords */.r4)(facts.headline, words)),
        happened: words => words.sentences([words.happened.outputs(problem.what), (0,src_text/* inWords */.r4)(facts.happened, words)]),
        toDo: [[words => (0,tell/* stepFor */.y5)(problem, words)], ...facts.toDo]
    };
}
/** What makes a success less certain than others. */
function notesOn(told, { service }, { summary }) {
    const doubtful = told.filter(({ result: { ending, lastRunning } }) => {
        const mayBeOlder = ending.verdict === 'succeeded' && ending.because !== 'gone' && lastRunning === undefined;
        return mayBeOlder && service.settleMs > 0;
    });
    if (doubtful.length === 0)
        return [];
    const kind = (0,services_service/* kindOf */.I)(service);
    return [
        told.length === 1 ? summary.neverRunning[kind] : summary.someNeverRunning[kind](doubtful.length, told.length)
    ];
}
/** Whether all tasks of an unknown word succeeded after it, or ended in it, which the ending says. */
function needsNoWarning({ unknown }, results) {
    if (unknown === undefined)
        return false;
    const own = results.filter(({ reference }) => unknown.taskIds.has((0,services_service/* fullId */.xQ)(reference)));
    return own.every(({ result }) => (0,facts_told/* hasSucceeded */.yO)({ result }) || result.last?.task.serviceStatus === unknown.word);
}
const maxListed = 50;
const maxGrouped = 200;
/** Folded, the subtasks of the task, or all tasks of the step. */
function listSubtasksOrTasks(told, { service, judging }, sink, words) {
    const [first, ...others] = told;
    if (others.length > 0)
        listTasks(told, words.log.manyTitle[(0,services_service/* kindOf */.I)(service)], sink, words);
    else
        listSubtasks(first, judging.strictness.allowWarnings, sink, words);
}
function listSubtasks({ result, facts }, allowWarnings, sink, words) {
    const subtasks = result.last?.task.subtasks ?? [];
    if (subtasks.length === 0)
        return;
    const sorted = (0,report_subtasks/* failedFirst */.Yk)(subtasks, allowWarnings);
    const width = Math.max(...sorted.slice(0, maxGrouped).map(subtask => (0,report_text/* widthOf */.qz)((0,report_subtasks/* shownState */.B5)(subtask, words, 40))));
    const lines = (0,report_text/* listed */.KE)(sorted, maxGrouped, moreIn(words), subtask => {
        const tone = (0,verdict/* subtaskFailed */.jF)(subtask, allowWarnings) ? 'bad' : (0,report_tone/* toneOf */.Y)(subtask.state);
        const message = subtask.message ? ` · ${(0,report_text/* oneLine */.TN)(subtask.message, 300)}` : '';
        return [inColumn(tone, (0,report_subtasks/* shownState */.B5)(subtask, words, 40), width), `${(0,report_subtasks/* nameOf */.Vb)(subtask, words)}${message}`];
    });
    const title = words.log[facts.now.is === 'ended' ? 'subtasksTitle' : 'subtasksLastSeen'];
    sink.group(title((0,report_subtasks/* summarizeSubtasks */.w8)(subtasks, allowWarnings, words)), lines);
}
function listTasks(told, titleOf, sink, words) {
    const width = Math.max(...told.map(({ result }) => (0,report_text/* widthOf */.qz)(words.verdicts[result.ending.verdict])));
    const lines = (0,report_text/* listed */.KE)((0,facts_told/* unsuccessfulFirst */.Qy)(told), maxGrouped, moreIn(words), each => {
        const { ending, last } = each.result;
        const names = [last?.task.resourceName, last?.task.name].map(name => name && (0,report_text/* oneLine */.TN)(name, 200));
        return [
            inColumn((0,facts_told/* hasSucceeded */.yO)(each) ? 'good' : 'bad', words.verdicts[ending.verdict], width),
            [(0,services_service/* fullId */.xQ)(each.reference), ...new Set(names)].filter(Boolean).join('  ')
        ];
    });
    sink.group(titleOf(told.filter(facts_told/* hasSucceeded */.yO).length, told.length), lines);
}
/** In plain sight, for the message has the first one alone. */
function listCauses(told, sink, words) {
    const causes = told.flatMap(({ reference, result }) => causesOf(result).map(cause => ({ cause, owner: told.length > 1 ? (0,services_service/* fullId */.xQ)(reference) : undefined })));
    const lines = (0,report_text/* listed */.KE)(causes, maxListed, moreIn(words), ({ cause, owner }) => [
        ['bad', words.log.cause(owner)],
        (0,report_text/* oneLine */.TN)(causeInWords(cause, words))
    ]);
    for (const line of lines)
        sink.info(...line);
}
const inColumn = (tone, word, width) => [tone, `${(0,report_text/* padded */.jC)(word, width)}  `];
const moreIn = ({ log }) => (rest) => [log.more(rest)];

// EXTERNAL MODULE: ./build/src/json.js
var json = __nccwpck_require__(4715);
;// CONCATENATED MODULE: ./build/src/auth/session.js


/** The time left, by the server's own clock; unknown where one of the two is. */
function lifeOf(endsMs, serverDateMs) {
    return endsMs === undefined || serverDateMs === undefined ? undefined : endsMs - serverDateMs;
}
/** Temporary keys out of an answer, masked before anything else happens to them. */
function temporaryKeys(from, names, addSecret) {
    for (const name of Object.values(names)) {
        const secret = Object.hasOwn(from, name) ? from[name] : undefined;
        if (typeof secret === 'string')
            addSecret(secret.trim());
    }
    return {
        kind: 'access-key',
        accessKey: (0,json/* text */.Qq)(from, names.accessKey),
        secretKey: (0,json/* text */.Qq)(from, names.secretKey),
        securityToken: (0,json/* text */.Qq)(from, names.securityToken)
    };
}
/** While the old ticket is still good, a renewal that failed is tried again after this part of its life. */
const retryAfterShare = 1 / 50;
/** Keeps one ticket at a time. Lives are measured on the monotonic clock, so that a changed system clock ends none. */
function createSession(issue, clock) {
    let held;
    let hasIssued = false;
    let underWay;
    /** Why no other ticket can be got. None is asked for again in this step, for refusals can lock a user. */
    let refusal;
    async function renew(signal) {
        try {
            const issued = { ...(await issue(signal)), issuedAtMs: clock.now() };
            hasIssued = true;
            // A life that is over when it begins is a clock's fault; a refusal shows when it is really over.
            const { lifeMs: toldMs = 0 } = issued;
            const lifeMs = toldMs > 0 ? toldMs : Number.POSITIVE_INFINITY;
            held = { issued, renewAtMs: clock.now() + lifeMs * 0.8, endsAtMs: clock.now() + lifeMs };
            return issued;
        }
        catch (error) {
            if (!(error instanceof src_errors/* RequestError */.GI))
                throw error;
            const { kind } = error.failure;
            const cause = kind === 'denied' && hasIssued ? error.with({ workedBefore: true }) : error;
            if (kind === 'denied' || kind === 'blocked')
                refusal = cause;
            // The old ticket, unless it was dropped meanwhile.
            if (!held || clock.now() >= held.endsAtMs)
                throw cause;
            held.renewAtMs = refusal ? held.endsAtMs : clock.now() + (held.issued.lifeMs ?? 0) * retryAfterShare;
            return held.issued;
        }
    }
    return {
        current(signal) {
            if (held && clock.now() < held.renewAtMs)
                return Promise.resolve(held.issued);
            if (refusal)
                return Promise.reject(refusal);
            underWay ??= renew(signal).finally(() => {
                underWay = undefined;
            });
            return underWay;
        },
        holds: issued => held?.issued === issued,
        drop({ keepsLast = false } = {}) {
            if (keepsLast && refusal)
                return false;
            held = undefined;
            return true;
        }
    };
}

;// CONCATENATED MODULE: ./build/src/auth/ecs.js




/**
 * Where every instance reaches its own metadata. On a machine of another cloud the same address is another service's.
 * For tests of this action, which have no instance, the environment can name an address on the machine itself, and no other.
 */
function metadataUrlIn({ AWAIT_HUAWEI_CLOUD_TASK_METADATA_URL: url = '' }) {
    return /^http:\/\/127\.0\.0\.1:\d+$/.test(url) ? url : 'http://169.254.169.254';
}
/** Instances on which the variant with a token is not there answer its request with one of these. */
const withoutTokenVariant = new Set([400, 404, 405, 503]);
const noAgency = (words) => words.refusals.noAgency;
/**
 * The temporary keys of the agency of this ECS instance. They live for an hour; the service has new ones ten minutes
 * before the end. Requests as the vendor's SDKs for Go, Java and Python send them (core, metadata accessor), and as
 * Open Telekom Cloud's ECS user guide documents them ("Obtaining ECS Details Using Metadata").
 */
async function instanceKeys(client, baseUrl, addSecret, signal) {
    const token = await metadataToken(client, baseUrl, addSecret, signal);
    const form = {
        party: 'metadata',
        codes: {},
        refusesInText: true,
        issuesSecrets: true,
        read: (body, { serverDateMs }) => {
            const keys = (0,json/* recordIn */.Rn)((0,json/* theAnswer */.Im)(body), 'credential');
            const names = { accessKey: 'access', secretKey: 'secret', securityToken: 'securitytoken' };
            const ticket = temporaryKeys(keys, names, addSecret);
            const expiresMs = (0,json/* isoMs */.Ec)((0,json/* optional */.lq)(keys, 'expires_at'));
            return { ticket, lifeMs: lifeOf(expiresMs, serverDateMs) };
        }
    };
    const headers = token === undefined ? {} : { 'x-metadata-token': token };
    try {
        return (await client({ url: new URL(`${baseUrl}/openstack/latest/securitykey`), headers }, form, signal)).value;
    }
    catch (error) {
        if (!(error instanceof src_errors/* RequestError */.GI))
            throw error;
        // The address cannot be wrong: a 404 says that there is no agency.
        throw error.failure.status === 404 ? (0,refusals/* denied */.wk)(error, noAgency) : (0,refusals/* asCredentialError */.sG)(withAdvice(error), noAgency);
    }
}
/** A page comes from the service of another cloud: nothing is between a machine and its own metadata. */
function withAdvice(error) {
    return error.failure.isPage ? error.with({ explanation: noAgency }) : error;
}
async function metadataToken(client, baseUrl, addSecret, signal) {
    const form = {
        party: 'metadata',
        codes: {},
        isPlainText: true,
        refusesInText: true,
        issuesSecrets: true,
        read: body => {
            const token = String(body).trim();
            if (!/^[\x21-\x7e]+$/.test(token))
                throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.noToken);
            addSecret(token);
            return token;
        }
    };
    const url = new URL(`${baseUrl}/meta-data/latest/api/token`);
    try {
        return (await client({ method: 'PUT', url, headers: { 'x-metadata-token-ttl-seconds': '21600' } }, form, signal)).value;
    }
    catch (error) {
        if (!(error instanceof src_errors/* RequestError */.GI))
            throw error;
        if (withoutTokenVariant.has(error.failure.status ?? 0))
            return undefined;
        throw (0,refusals/* asCredentialError */.sG)(withAdvice(error), noAgency);
    }
}

// EXTERNAL MODULE: ./build/src/auth/github.js
var github = __nccwpck_require__(7701);
;// CONCATENATED MODULE: ./build/src/auth/iam.js







/** A token by user and password. */
async function logIn(client, { username, password, domainName }, options, signal) {
    const request = {
        method: 'POST',
        // Without the catalog of services, which can be as large as the rest of the answer by far.
        url: new URL(`${options.endpoint}/v3/auth/tokens?nocatalog=1`),
        body: {
            auth: {
                identity: {
                    methods: ['password'],
                    password: { user: { name: username, password, domain: { name: domainName } } }
                },
                scope: options.scope
            }
        }
    };
    try {
        return await token(client, request, options, signal);
    }
    catch (error) {
        if (!(error instanceof src_errors/* RequestError */.GI))
            throw error;
        throw (0,refusals/* asCredentialError */.sG)(error, words => words.refusals.logIn);
    }
}
/** A token by GitHub's id token, through an identity provider of IAM v3. */
async function federate(client, idToken, { identityProvider }, options, signal) {
    const request = {
        method: 'POST',
        url: new URL(`${options.endpoint}/v3.0/OS-AUTH/id-token/tokens`),
        headers: { 'x-idp-id': identityProvider },
        body: { auth: { id_token: { id: idToken }, scope: options.scope } }
    };
    try {
        return await token(client, request, options, signal);
    }
    catch (error) {
        if (!(error instanceof src_errors/* RequestError */.GI))
            throw error;
        const claims = (0,github/* describeClaims */.Zs)(idToken);
        throw (0,refusals/* asCredentialError */.sG)(error, words => words.refusals.federation((0,src_text/* inWords */.r4)(claims, words)));
    }
}
async function token(client, request, { addSecret }, signal) {
    const { value } = await client(request, {
        party: 'iam',
        codes: {},
        isLogIn: true,
        issuesSecrets: true,
        learn: header => {
            const issued = header('x-subject-token');
            if (issued)
                addSecret(issued);
        },
        read: (body, { header, serverDateMs }) => {
            const issued = header('x-subject-token');
            if (!issued)
                throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.noHeader('X-Subject-Token'));
            const details = (0,json/* recordIn */.Rn)((0,json/* theAnswer */.Im)(body), 'token');
            const expiresMs = (0,json/* isoMs */.Ec)((0,json/* optional */.lq)(details, 'expires_at'));
            const project = (0,json/* optional */.lq)(details, 'project');
            return {
                ticket: { kind: 'token', token: issued },
                lifeMs: lifeOf(expiresMs, serverDateMs),
                projectId: (0,json/* isRecord */.u4)(project) && project.id !== undefined ? idIn(project, 'project') : undefined
            };
        }
    }, signal);
    return value;
}
/** When a ready-made token ends by the clock of IAM, and in how long; absent where IAM does not say. Needs no permission. */
async function endOfToken(client, endpoint, readyMade, signal) {
    const { value } = await client({
        url: new URL(`${endpoint}/v3/auth/tokens?nocatalog=1`),
        headers: { 'x-auth-token': readyMade, 'x-subject-token': readyMade }
    }, {
        party: 'iam',
        codes: {},
        read: (body, { serverDateMs }) => {
            const atMs = (0,json/* isoMs */.Ec)((0,json/* optional */.lq)((0,json/* recordIn */.Rn)((0,json/* theAnswer */.Im)(body), 'token'), 'expires_at'));
            return { atMs, lifeMs: lifeOf(atMs, serverDateMs) };
        }
    }, signal);
    return value;
}
/**
 * The id of the project of this name; a region's own project is named like the region. Where IAM refuses the search by
 * name, or finds nothing, the list that needs no permission is searched.
 */
async function findProject(client, authorize, endpoint, name, signal) {
    const list = (path) => listed(client, authorize, new URL(endpoint + path), 'project', signal);
    let found;
    try {
        found = await list(`/v3/projects?name=${encodeURIComponent(name)}`);
        if (found.length === 0)
            found = await list('/v3/auth/projects');
    }
    catch (error) {
        if (!isForbidden(error))
            throw error;
        try {
            found = await list('/v3/auth/projects');
        }
        catch (secondError) {
            if (!isForbidden(secondError))
                throw secondError;
            throw (0,refusals/* asCredentialError */.sG)(secondError, words => words.refusals.noProjects);
        }
    }
    const [project, ...others] = found.filter(project => project.name === name);
    if (project && others.length === 0)
        return project.id;
    const count = project ? others.length + 1 : 0;
    throw new src_errors/* RequestError */.GI(({ refusals }) => (project ? refusals.severalProjects : refusals.noProject), {
        kind: 'rejected',
        party: 'iam',
        explanation: words => words.refusals.project(name, count, described(found, 'project', words))
    });
}
/** The id of the account that the credentials belong to. The list needs no permission of a policy; it is empty for some identities. */
async function findDomain(client, authorize, endpoint, signal) {
    let found;
    try {
        found = await listed(client, authorize, new URL(`${endpoint}/v3/auth/domains`), 'domain', signal);
    }
    catch (error) {
        if (!isForbidden(error))
            throw error;
        throw (0,refusals/* asCredentialError */.sG)(error, words => words.refusals.noAccounts);
    }
    const [domain, ...others] = found;
    if (domain && others.length === 0)
        return domain.id;
    throw new src_errors/* RequestError */.GI(({ refusals }) => (domain ? refusals.severalAccounts : refusals.noAccount), {
        kind: 'rejected',
        party: 'iam',
        explanation: words => words.refusals.account(described(found, 'domain', words))
    });
}
async function listed(client, authorize, url, what, signal) {
    const form = { party: 'iam', codes: {}, read: (body) => readEntries(body, what) };
    try {
        return (await client({ url }, form, signal, authorize)).value;
    }
    catch (error) {
        throw error instanceof src_errors/* RequestError */.GI ? (0,refusals/* notTheTask */.__)(error) : error;
    }
}
function isForbidden(error) {
    return error instanceof src_errors/* RequestError */.GI && error.failure.status === 403;
}
function described(entries, what, { refusals }) {
    if (entries.length === 0)
        return refusals.foundNone[what];
    const shown = entries.slice(0, 10).map(({ name, id }) => `${name} (${id})`);
    return refusals.found(shown, shown.length === entries.length);
}
function readEntries(body, what) {
    const list = (0,json/* optional */.lq)((0,json/* theAnswer */.Im)(body), `${what}s`);
    if (list === undefined)
        throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.missing(`"${what}s"`));
    return (0,json/* optionalList */.R2)(list, `"${what}s"`).map(item => {
        const entry = (0,json/* record */.g1)(item, words => words.malformed.oneOf(`"${what}s"`));
        return { id: idIn(entry, what), name: (0,json/* text */.Qq)(entry, 'name') };
    });
}
/** It becomes a part of a path or a header, which nothing that came from elsewhere may change. */
function idIn(entry, what) {
    const id = (0,json/* text */.Qq)(entry, 'id');
    if (!src_task/* plainId */.Sd.test(id))
        throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.badId[what]);
    return id;
}

;// CONCATENATED MODULE: ./build/src/auth/signature.js

const algorithm = 'SDK-HMAC-SHA256';
/** Time in the form of the header `X-Sdk-Date`, e.g. `20260115T083000Z`. */
function sdkDate(epochMs) {
    return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
/**
 * The header `Authorization` by Huawei Cloud's scheme SDK-HMAC-SHA256, for a request whose headers hold `x-sdk-date`.
 * The key signs as it is: no key is derived from it, and neither region nor service take part.
 */
function authorization(request, { accessKey, secretKey }) {
    const headers = Object.entries(request.headers).sort(byName);
    const signedHeaders = headers.map(([name]) => name).join(';');
    const canonicalRequest = [
        request.method,
        canonicalPath(request.url),
        canonicalQuery(request.url),
        ...headers.map(([name, value]) => `${name}:${value.trim()}`),
        '',
        signedHeaders,
        request.headers['x-sdk-content-sha256'] ?? sha256(request.body)
    ].join('\n');
    const stringToSign = [algorithm, request.headers['x-sdk-date'], sha256(canonicalRequest)].join('\n');
    const signature = (0,external_node_crypto_.createHmac)('sha256', secretKey).update(stringToSign).digest('hex');
    return `${algorithm} Access=${accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
/** Each segment encoded once, with a slash at the end that the request itself need not have. */
function canonicalPath({ pathname }) {
    const path = pathname
        .split('/')
        .map(segment => encode(decodeURIComponent(segment)))
        .join('/');
    return path.endsWith('/') ? path : `${path}/`;
}
function canonicalQuery({ searchParams }) {
    return [...searchParams]
        .sort((a, b) => byName(a, b) || compare(a[1], b[1]))
        .map(([name, value]) => `${encode(name)}=${encode(value)}`)
        .join('&');
}
/** RFC 3986: all but the unreserved characters. */
function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
function byName([a], [b]) {
    return compare(a, b);
}
/** By code units, as the scheme sorts; localeCompare would not. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/auth/signing-clock.js

/**
 * A refused signature is blamed on the clock where that is farther off than this. The gateway takes 15 minutes (the
 * vendor's API Request Signing Guide, `devg-apisign`).
 */
const toleratedSkewMs = 5 * duration/* minuteMs */.J2;
function createSigningClock(clock, warn) {
    let offsetMs = 0;
    return {
        date: () => clock.date() + offsetMs,
        offsetMs: () => offsetMs,
        correctedBy(serverDateMs) {
            if (serverDateMs === undefined)
                return false;
            const skewMs = serverDateMs - (clock.date() + offsetMs);
            if (Math.abs(skewMs) <= toleratedSkewMs)
                return false;
            offsetMs += skewMs;
            const shownMs = Math.round(Math.abs(skewMs) / duration/* minuteMs */.J2) * duration/* minuteMs */.J2;
            warn(words => words.warnings.clock(shownMs, skewMs > 0));
            return true;
        }
    };
}

;// CONCATENATED MODULE: ./build/src/auth/sts.js






/** Temporary keys of a trust agency for GitHub's id token (STS v5). The call itself needs no credentials. */
async function assumeAgency(client, idToken, { providerUrn, agencyUrn }, { endpoint, sessionName, addSecret }, signal) {
    try {
        const { value } = await client({
            method: 'POST',
            url: new URL(`${endpoint}/v5/agencies/assume-with-oidc`),
            body: {
                provider_urn: providerUrn,
                agency_urn: agencyUrn,
                agency_session_name: sessionName,
                id_token: idToken
            }
        }, {
            party: 'sts',
            codes: {},
            isLogIn: true,
            issuesSecrets: true,
            read: (body, { serverDateMs }) => readKeys(body, serverDateMs, addSecret)
        }, signal);
        return value;
    }
    catch (error) {
        if (!(error instanceof src_errors/* RequestError */.GI))
            throw error;
        const claims = (0,github/* describeClaims */.Zs)(idToken);
        throw (0,refusals/* asCredentialError */.sG)(error, words => words.refusals.sts((0,src_text/* inWords */.r4)(claims, words), agencyUrn, providerUrn));
    }
}
function readKeys(body, serverDateMs, addSecret) {
    const credentials = (0,json/* recordIn */.Rn)((0,json/* theAnswer */.Im)(body), 'credentials');
    const names = { accessKey: 'access_key_id', secretKey: 'secret_access_key', securityToken: 'security_token' };
    const ticket = temporaryKeys(credentials, names, addSecret);
    const expirationMs = (0,json/* isoMs */.Ec)((0,json/* optional */.lq)(credentials, 'expiration'));
    return { ticket, lifeMs: lifeOf(expirationMs, serverDateMs) };
}

;// CONCATENATED MODULE: ./build/src/auth/authorizer.js










/** Keys that were issued within this time may not be known everywhere yet: they are shown again after these pauses. */
const freshMs = duration/* minuteMs */.J2;
const freshPausesMs = [1000, 3000, 6000];
/** Puts these credentials on requests: gets them where they have to be got, renews them, and keeps the signing clock. */
function authorizerFor(access, options) {
    const session = sessionFor(access, options);
    const signingClock = createSigningClock(options.clock, options.warn);
    /** From a refusal to the next good answer there is one renewal, whatever comes between. */
    let isRenewed = false;
    const hostsThatAccepted = new Set();
    async function remedy(failure, { issued, offsetMs }, waits, signal) {
        // New credentials of the same kind lack the same permission, and five wrong signatures lock a key.
        if (!(0,src_errors/* isOfCredentials */.SD)(failure) || (0,gateway/* isWrongSignature */.oz)(failure))
            return 'nothing';
        if (options.pollsOnce && waits > 0)
            return 'nothing';
        // Another request in flight can have had them replaced already, or the clock corrected.
        if (!session.holds(issued) || signingClock.offsetMs() !== offsetMs)
            return 'changed';
        if (isRenewed)
            return 'nothing';
        const { ticket, issuedAtMs = Number.NEGATIVE_INFINITY } = issued;
        const pauseMs = freshPausesMs[waits];
        if ((0,gateway/* isUnknownKey */.qG)(failure) && pauseMs !== undefined && (waits > 0 || options.clock.now() - issuedAtMs < freshMs)) {
            await options.clock.sleep(pauseMs, signal);
            return 'waited';
        }
        // A page may say nothing of the credentials, so the last ones are kept; and its clock is not the cloud's.
        const isPage = failure.isPage === true;
        const isTimed = ticket.kind === 'access-key' && !isPage;
        isRenewed = (isTimed && signingClock.correctedBy(serverTimeIn(failure))) || session.drop({ keepsLast: isPage });
        return isRenewed ? 'changed' : 'nothing';
    }
    return {
        authorize: (owner = {}) => async (request, signal) => {
            const issued = await session.current(signal);
            const offsetMs = signingClock.offsetMs();
            return {
                request: withTicket(request, issued.ticket, owner, signingClock.date()),
                workedBefore: hostsThatAccepted.has(request.url.host),
                refused: (failure, waits, signal) => remedy(failure, { issued, offsetMs }, waits, signal),
                accepted: () => {
                    isRenewed = false;
                    hostsThatAccepted.add(request.url.host);
                }
            };
        },
        issuedProjectId: async (signal) => (await session.current(signal)).projectId
    };
}
/** Nothing issued lives longer. */
const longestLifeMs = 24 * duration/* hourMs */.$0;
function sessionFor({ credentials, iamEndpoint, stsEndpoint, scope }, options) {
    const { client, clock, environment } = options;
    const addSecret = (secret) => options.addSecret(secret, longestLifeMs);
    const iam = { endpoint: iamEndpoint, scope, addSecret };
    const idTokenSource = (0,github/* idTokenSourceIn */.Xg)(environment);
    const sessionName = `github-${environment.GITHUB_RUN_ID ?? 'run'}-${environment.GITHUB_RUN_ATTEMPT ?? '1'}`;
    const sts = { endpoint: stsEndpoint, sessionName, addSecret };
    const renewable = (issue) => createSession(async (signal) => {
        const issued = await issue(signal);
        const { ticket, lifeMs = 0 } = issued;
        const { kind, ...secrets } = ticket;
        if (lifeMs > 0)
            for (const secret of Object.values(secrets))
                options.addSecret(secret ?? '', lifeMs);
        return issued;
    }, clock);
    const idTokenFor = (audience, signal) => (0,github/* idToken */.fN)(client, idTokenSource, audience, addSecret, signal);
    switch (credentials.kind) {
        case 'access-key':
        case 'token':
            return fixedSession(credentials);
        case 'password':
            return renewable(signal => logIn(client, credentials, iam, signal));
        case 'oidc-agency':
            return renewable(async (signal) => assumeAgency(client, await idTokenFor(credentials.audience, signal), credentials, sts, signal));
        case 'oidc-federation':
            return renewable(async (signal) => federate(client, await idTokenFor(credentials.audience, signal), credentials, iam, signal));
        case 'ecs-agency':
            return renewable(signal => instanceKeys(client, metadataUrlIn(environment), addSecret, signal));
        default:
            return credentials;
    }
}
/** Credentials that were given as they are and that nobody can renew. */
function fixedSession(ticket) {
    const issued = { ticket };
    return { current: () => Promise.resolve(issued), holds: () => true, drop: () => false };
}
function withTicket(request, ticket, owner, dateMs) {
    switch (ticket.kind) {
        case 'token':
            return { ...request, headers: { ...request.headers, 'x-auth-token': ticket.token } };
        case 'access-key':
            return signed(request, ticket, owner, dateMs);
        default:
            return ticket;
    }
}
/** From the text of a refused signature (`…,server time:20260115T083000Z`), else from the header `Date`. */
function serverTimeIn({ text, serverDateMs }) {
    const [, year, month, day, hour, minute, second] = /server time:\s*(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(text ?? '') ?? [];
    // Without a match these are no time.
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) || serverDateMs;
}
function signed(request, keys, owner, dateMs) {
    const headers = { ...request.headers, host: request.url.host, 'x-sdk-date': sdkDate(dateMs) };
    for (const [name, id] of Object.entries(owner))
        if (id)
            headers[name] = id;
    if (keys.securityToken !== undefined)
        headers['x-security-token'] = keys.securityToken;
    // A proxy may change the others, and a changed header would break the signature.
    const signedHeaders = Object.fromEntries(Object.entries(headers).filter(([name]) => name === 'host' || name.startsWith('x-')));
    return { ...request, headers: { ...headers, authorization: authorization({ ...request, headers: signedHeaders }, keys) } };
}

// EXTERNAL MODULE: ./build/src/auth/credentials.js
var credentials = __nccwpck_require__(186);
;// CONCATENATED MODULE: ./build/src/http/json-text.js
const maxJsonDepth = 100;
const maxJsonValues = 200_000;
/**
 * Reads JSON without loss. One pass over the text finds what JSON.parse hides, and stops before what blocks it for long:
 * the same key twice with different values, too many levels, too many values. A number beyond the safe integers becomes
 * its text as it was written, in whatever form, because it is an id more often than a quantity.
 */
function parseJson(text) {
    const scanned = scan(text);
    if (typeof scanned !== 'string')
        return scanned;
    try {
        return { value: JSON.parse(scanned) };
    }
    catch {
        return { problem: words => words.answer.brokenJson };
    }
}
/** So many keys are looked through faster than a map is made. */
const fewKeys = 16;
/** Keys of all open objects, the innermost last, with where their values stand. */
class OpenKeys {
    #names = [];
    starts = [];
    ends = [];
    get length() {
        return this.#names.length;
    }
    /** The place of the object's key, or -1. */
    find({ firstKey, byName }, name) {
        if (byName)
            return byName.get(name) ?? -1;
        for (let place = firstKey; place < this.length; place++)
            if (this.#names[place] === name)
                return place;
        return -1;
    }
    add(object, name, start, end) {
        const place = this.#names.push(name) - 1;
        this.starts.push(start);
        this.ends.push(end);
        if (object.byName)
            object.byName.set(name, place);
        else if (place - object.firstKey === fewKeys) {
            object.byName = new Map(this.#names.slice(object.firstKey).map((own, index) => [own, object.firstKey + index]));
        }
    }
    close({ firstKey }) {
        this.#names.length = firstKey;
        this.starts.length = firstKey;
        this.ends.length = firstKey;
    }
}
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
/** The text with unsafe numbers in quotes. It takes what is no JSON as well, and leaves that to JSON.parse. */
function scan(text) {
    /** Absent for a list. */
    const open = [];
    const keys = new OpenKeys();
    let object;
    let expectsKey = false;
    let values = 0;
    let tokenEnd = 0;
    const pieces = [];
    let copiedTo = 0;
    /** Notes where the value that ends here is. Says whether its key had another one before. */
    const contradicts = (object) => {
        const { key, valueStart: start } = object;
        if (key === undefined)
            return false;
        const before = keys.find(object, key);
        if (before === -1)
            keys.add(object, key, start, tokenEnd);
        return before !== -1 && text.slice(keys.starts[before], keys.ends[before]) !== text.slice(start, tokenEnd);
    };
    for (let at = 0; at < text.length; at = Math.max(at + 1, tokenEnd)) {
        const code = text.charCodeAt(at);
        if (isBlank(code))
            continue;
        if (code === comma || code === closeBrace || code === closeBracket) {
            if (object && contradicts(object))
                return { problem: twice(object.key) };
            if (object)
                object.key = undefined;
            if (code !== comma) {
                if (object)
                    keys.close(object);
                open.pop();
                object = open.at(-1);
                tokenEnd = at + 1;
            }
            expectsKey = code === comma && object !== undefined;
            continue;
        }
        if (code === colon) {
            expectsKey = false;
            if (object)
                object.valueStart = -1;
            continue;
        }
        if (object?.valueStart === -1)
            object.valueStart = at;
        if (code === quote && expectsKey && object) {
            tokenEnd = endOfText(text, at);
            object.key = unescaped(text, at, tokenEnd);
            continue;
        }
        values += 1;
        if (values > maxJsonValues)
            return { problem: words => words.answer.values(maxJsonValues) };
        if (code === openBrace || code === openBracket) {
            object =
                code === openBrace ? { firstKey: keys.length, byName: undefined, key: undefined, valueStart: at } : undefined;
            open.push(object);
            if (open.length > maxJsonDepth)
                return { problem: words => words.answer.levels(maxJsonDepth) };
            expectsKey = object !== undefined;
        }
        else if (code === quote) {
            tokenEnd = endOfText(text, at);
        }
        else {
            tokenEnd = endOfWord(text, at);
            if (!expectsKey && isUnsafeNumber(text, at, tokenEnd)) {
                pieces.push(text.slice(copiedTo, at), '"', text.slice(at, tokenEnd), '"');
                copiedTo = tokenEnd;
            }
        }
    }
    return pieces.join('') + text.slice(copiedTo);
}
function isBlank(code) {
    return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
function endOfText(text, start) {
    for (let at = start + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === backslash)
            at += 1;
        else if (code === quote)
            return at + 1;
    }
    return text.length;
}
/** Of a number, a literal, or what is neither and no JSON. */
function endOfWord(text, start) {
    for (let at = start + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === comma || code === closeBrace || code === closeBracket || isBlank(code))
            return at;
    }
    return text.length;
}
function isUnsafeNumber(text, start, end) {
    // So few digits are safe, unless there is an exponent, which takes two characters more.
    if (end - start < 3)
        return false;
    const word = text.slice(start, end);
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word) && Math.abs(Number(word)) > Number.MAX_SAFE_INTEGER;
}
/** Absent where the text is broken. */
function unescaped(text, start, end) {
    const key = text.slice(start + 1, end - 1);
    if (!key.includes('\\'))
        return key;
    try {
        return JSON.parse(text.slice(start, end));
    }
    catch {
        return undefined;
    }
}
/** A long key is not shown: cut, it could show a part of a secret. */
function twice(key = '') {
    return words => words.answer.twice(key.length <= 64 ? JSON.stringify(key) : undefined);
}

// EXTERNAL MODULE: ./build/src/http/proxy.js
var http_proxy = __nccwpck_require__(6522);
// EXTERNAL MODULE: ./build/src/http/transport.js + 8 modules
var http_transport = __nccwpck_require__(9778);
;// CONCATENATED MODULE: ./build/src/http/client.js








function proxyOf(url, environment) {
    const proxy = (0,http_proxy/* proxyFor */.iJ)(url, environment);
    return proxy ? { proxyVariable: proxy.variable, proxyHasNoUser: proxy.authorization === undefined } : {};
}
/** Asks for JSON: a value, or a RequestError that says what the failure means. */
function createClient({ transport, clean, debug, environment = {} }) {
    const reachedHosts = new Set();
    async function ask(request, form, signal) {
        const { url } = request;
        const asked = client_describe(request, form);
        let raw;
        try {
            raw = await transport(request, signal);
        }
        catch (error) {
            if (!(error instanceof http_transport.TransportError))
                throw error;
            debug(words => words.debug.request(asked, (0,src_text/* inWords */.r4)(error.what, words)));
            const failure = {
                ...connectionFailure(error, reachedHosts.has(url.host)),
                party: form.party,
                ...proxyOf(url, environment)
            };
            throw new src_errors/* RequestError */.GI(error.what, failure, { cause: error });
        }
        form.learn?.(raw.header);
        const bringsSecrets = mayBringSecrets(raw, form);
        const cleaned = bringsSecrets ? (text) => text : clean;
        const header = (name) => {
            const value = raw.header(name);
            return value === undefined ? undefined : cleaned(value);
        };
        const { status } = raw;
        const head = {
            header,
            httpStatus: status,
            serverDateMs: httpDateMs(header('date')),
            cachedForMs: cachedForMs(header('age')),
            requestId: bringsSecrets ? undefined : (header('x-request-id') ?? header('x-iam-trace-id'))
        };
        debug(words => words.debug.request(asked, words.debug.httpStatus(status, head.requestId)));
        const body = bodyOf(raw, form);
        if (body.kind === 'json' || status === 429 || status >= 500)
            reachedHosts.add(url.host);
        try {
            return readAnswer({ head, body, bringsSecrets, reached: reachedHosts.has(url.host) }, form, clean);
        }
        catch (error) {
            if (!(error instanceof src_errors/* RequestError */.GI))
                throw error;
            const { kind, isPage } = error.failure;
            const more = {
                ...(kind === 'blocked' && proxyOf(url, environment)),
                ...(kind === 'malformed' && isPage && { hasLargeHeader: hasLargeHeader(request) })
            };
            throw error.with(more);
        }
    }
    return async ({ method = 'GET', url, headers = {}, body }, form, signal, authorize) => {
        const request = {
            method,
            url,
            headers: {
                accept: 'application/json',
                'accept-encoding': 'identity',
                'cache-control': 'no-cache',
                ...(body !== undefined && { 'content-type': 'application/json' }),
                ...headers
            },
            body: body === undefined ? '' : JSON.stringify(body)
        };
        let waits = 0;
        let refusal;
        for (let isChanged = false;;) {
            let authorized;
            try {
                authorized = await authorize?.(request, signal);
                const answer = await ask(authorized?.request ?? request, form, signal);
                authorized?.accepted();
                return answer;
            }
            catch (error) {
                if (!(error instanceof src_errors/* RequestError */.GI))
                    throw error;
                // Without the time to ask once more, the refusal stands.
                if (signal.aborted && refusal)
                    throw refusal;
                const { failure } = error;
                if ((0,src_errors/* showsAcceptance */.iz)(failure))
                    authorized?.accepted();
                const remedy = authorized && !isChanged && isRefused(failure) ? await authorized.refused(failure, waits, signal) : 'nothing';
                refusal = failure.kind === 'denied' && authorized?.workedBefore ? error.with({ workedBefore: true }) : error;
                if (remedy === 'nothing')
                    throw refusal;
                isChanged = remedy === 'changed';
                waits += 1;
                const again = isChanged ? 'againOtherwise' : 'again';
                debug(words => words.debug.request(client_describe(request, form), words.debug[again]));
            }
        }
    };
}
/** The request, for the debug log. An address at which secrets are issued can have some of its own. */
function client_describe({ method, url }, { issuesSecrets }) {
    return `${method} ${issuesSecrets ? url.origin + url.pathname : url.href}`;
}
function isGood(status) {
    return status >= 200 && status < 300;
}
/** Whether new secrets should have come, of which nobody knows yet what is one. */
function mayBringSecrets({ status }, { issuesSecrets }) {
    return isGood(status) && issuesSecrets === true;
}
/** A page under 401 may stand for the gateway's own answer, so credentials that can be renewed are. */
function isRefused({ kind, status, isPage }) {
    return kind === 'denied' || (isPage === true && status === 401);
}
/** Gateways take 4 to 16 KiB of headers. */
const largeHeaderBytes = 8 * 1024;
function hasLargeHeader({ headers }) {
    return Object.values(headers).some(value => Buffer.byteLength(value) > largeHeaderBytes);
}
/** Before the host's first answer a typing error or a proxy is the likeliest cause, after it a passing fault. */
function connectionFailure({ isFinal, staleConnection, proxyStatus, isUntrusted }, reached) {
    if (isFinal)
        return { kind: 'blocked', status: proxyStatus, ...(isUntrusted && { isUntrusted }) };
    return reached ? { kind: 'transient', staleConnection } : { kind: 'unreached', staleConnection };
}
function bodyOf({ text, status, problem }, form) {
    const isHtml = /^\s*</.test(text);
    if (problem !== undefined)
        return isHtml ? { kind: 'page' } : { kind: 'broken', problem };
    if (text.trim() === '')
        return { kind: 'empty' };
    if (form.isPlainText && isGood(status) && !isHtml)
        return { kind: 'json', value: text };
    const parsed = parseJson(text);
    if ('value' in parsed)
        return { kind: 'json', value: parsed.value };
    if (/^\s*[{[]/.test(text))
        return { kind: 'broken', problem: parsed.problem };
    return form.refusesInText && !isHtml ? { kind: 'text', text: text.trim() } : { kind: 'page' };
}
/**
 * The value, or what the failure means, by the first of these that holds: a proxy's 407, a redirect, throttling, a refused
 * log-in, the code of a failure, a page, a broken body, the status, an empty body or a bare text, the error in a good answer.
 */
function readAnswer({ head, body, bringsSecrets, reached }, form, clean) {
    const { header, ...answer } = head;
    const { httpStatus: status, serverDateMs, cachedForMs } = answer;
    const told = errorDetails(body, status);
    const meaning = told.code === undefined ? undefined : meaningOf(told.code, status, form.codes);
    const kindByCode = meaning === 'unauthenticated' ? 'denied' : meaning;
    const details = bringsSecrets ? {} : { ...told, requestId: head.requestId ?? told.requestId };
    const fail = (what, kind, more) => new src_errors/* RequestError */.GI(words => words.answer.status(status, (0,src_text/* inWords */.r4)(what, words)), {
        kind,
        party: form.party,
        unauthenticated: meaning === 'unauthenticated' || undefined,
        status,
        isPage: more?.isPage,
        emptyList: more?.emptyList,
        cachedForMs,
        // Only now, for reading the answer can have brought new secrets.
        ...cleanDetails(details, clean),
        serverDateMs,
        retryAfterMs: retryAfterMs(header('retry-after'), serverDateMs),
        quota: kind === 'throttled' ? quotaIn(details.text) : undefined
    }, more);
    const bodyWords = words => {
        if (body.kind === 'page' || body.kind === 'empty')
            return words.answer[body.kind];
        if (body.kind !== 'broken')
            return '';
        return words.answer.broken(bringsSecrets ? words.answer.unreadable : (0,src_text/* inWords */.r4)(body.problem, words));
    };
    if (status === 407)
        throw fail(words => words.answer.proxyAsks, 'blocked');
    if (status === 511 || (status >= 300 && status < 400))
        throw fail(diversion(head, clean), 'rejected');
    // Credentials that are refused for being shown too often are still refused.
    if (status === 429)
        throw fail(bodyWords, kindByCode === 'denied' ? 'denied' : 'throttled');
    const isPage = body.kind === 'page' && status < 500 ? { isPage: true } : undefined;
    if (form.isLogIn && (status === 401 || status === 403))
        throw fail(bodyWords, 'denied', isPage);
    if (!isGood(status) && kindByCode)
        throw fail('', kindByCode);
    // Also under 403 and 404: whoever writes pages instead of the service knows neither the credentials nor the task.
    if (isPage)
        throw fail(bodyWords, kindOfPage(status, reached), isPage);
    if (body.kind === 'broken' && status < 500)
        throw fail(bodyWords, 'malformed');
    if (!isGood(status))
        throw fail(bodyWords, kindOfStatus(status));
    if (body.kind !== 'json')
        throw fail(bodyWords, reached ? 'transient' : 'unreached');
    if (told.isError && !form.valuesHaveErrorCodes)
        throw fail(words => words.answer.error, kindByCode ?? 'rejected');
    try {
        return { value: form.read(body.value, head), ...answer };
    }
    catch (error) {
        // Where tasks have error codes of their own, one without a task is a refusal all the same.
        if (error instanceof src_errors/* TaskNotListed */.kP) {
            const more = error.isEmpty ? { emptyList: true } : undefined;
            throw fail(words => words.answer.withoutTask, kindByCode ?? 'not-found', more);
        }
        if (!(error instanceof src_errors/* MalformedAnswer */.ol))
            throw error;
        const { what } = error;
        throw fail(words => words.answer.otherForm((0,src_text/* inWords */.r4)(what, words)), kindByCode ?? 'malformed', { cause: error });
    }
}
/** Under these a page is about the request itself, such as headers that are too large for a gateway. */
const requestFaults = new Set([400, 405, 413, 414, 431, 494]);
function kindOfPage(status, reached) {
    if (requestFaults.has(status))
        return 'malformed';
    return reached ? 'transient' : 'unreached';
}
/** The service's own table comes first, for it gives codes that contradict their HTTP status. */
function meaningOf(code, status, codes) {
    if (Object.hasOwn(codes, code))
        return codes[code];
    const number = (0,gateway/* gatewayNumber */._8)(code);
    return number === undefined ? undefined : (gateway/* gatewayCodes */.x_[number]?.meaning ?? kindOfStatus(status));
}
function kindOfStatus(status) {
    switch (status) {
        case 401:
        case 403:
            return 'denied';
        case 404:
            return 'not-found';
        case 408:
        case 425:
            return 'transient';
        default:
            return status >= 500 ? 'transient' : 'rejected';
    }
}
/** Here, before a text is cut or escaped, which would leave parts of a secret. */
function cleanDetails({ code, text, requestId }, clean) {
    const cleaned = (value) => value && clean(value);
    return { code: cleaned(code), text: cleaned(text), requestId: cleaned(requestId) };
}
const errorCodeKeys = ['error_code', 'errorCode', 'errCode'];
const errorTextKeys = ['error_msg', 'errorMsg', 'errMsg', 'errorMessage', 'externalMessage', 'message'];
/**
 * Reads the error bodies that the cloud sends: flat, under `error`, or one level below any other key, also in a list. In
 * a good answer a flat `code` or `message` and what stands below other keys can belong to the task.
 */
function errorDetails(body, status) {
    if (body.kind === 'text')
        return { text: body.text };
    if (body.kind !== 'json' || !(0,json/* isRecord */.u4)(body.value))
        return {};
    const { value } = body;
    const requestId = word(value, 'request_id');
    const { error, ...others } = value;
    const inError = [error].flat().filter(json/* isRecord */.u4);
    const inGood = isGood(status);
    const below = inGood ? [] : Object.values(others).flat().filter(json/* isRecord */.u4);
    const holder = [value, ...inError].find(candidate => word(candidate, ...errorCodeKeys)) ??
        (inGood ? inError : [value, ...inError]).find(candidate => word(candidate, 'code')) ??
        below.find(candidate => word(candidate, ...errorCodeKeys, 'code')) ??
        (inGood ? inError : [value, ...inError, ...below]).find(candidate => word(candidate, ...errorTextKeys)) ??
        {};
    return {
        code: word(holder, ...errorCodeKeys, 'code'),
        text: withoutEchoedRequest(word(holder, ...errorTextKeys) ?? word(value, 'error')),
        requestId,
        isError: !(0,json/* isAbsent */.W0)(error) || errorCodeKeys.some(key => !(0,json/* isAbsent */.W0)((0,json/* property */.MZ)(value, key)))
    };
}
/** The first of these keys that holds a text or a number other than 0, as text. */
function word(from, ...keys) {
    for (const key of keys) {
        const value = (0,json/* property */.MZ)(from, key);
        if ((typeof value === 'string' || typeof value === 'number') && !(0,json/* isAbsent */.W0)(value))
            return String(value).trim();
    }
    return undefined;
}
/** The gateway repeats the signed headers, the security token among them, in the text of a refused signature. */
function withoutEchoedRequest(text) {
    if (text === undefined)
        return undefined;
    let end = text.search(/canonicalRequest:/i);
    if (end === -1)
        return text;
    while (/[\s,;]/.test(text.charAt(end - 1)))
        end -= 1;
    return text.slice(0, end);
}
/** Where somebody between the runner and the API wants the request to go. */
function diversion({ httpStatus, header }, clean) {
    if (httpStatus === 511)
        return words => words.answer.networkLogIn;
    const location = header('location') ?? '';
    const host = hostIn(location, clean);
    const hasTarget = URL.canParse(location);
    // Log-in portals redirect for the time being, never for good.
    const isLogIn = [302, 303, 307].includes(httpStatus) && /log-?[io]n|sign-?in|sso|auth|portal|captive/i.test(location);
    return ({ answer: { redirect, anotherHost } }) => redirect(hasTarget ? (host ?? anotherHost) : undefined, isLogIn);
}
/**
 * The host as it is written: decoded by `URL`, it could become a secret again. Absent where it has not the form of a host,
 * or holds a secret.
 */
function hostIn(location, clean) {
    const [, host] = /^https?:\/\/([a-z\d.-]{1,100}(?::\d{1,5})?)(?:[/?#]|$)/i.exec(location) ?? [];
    const isSecret = [host, host?.toLowerCase(), host?.toUpperCase()].some(text => text && clean(text) !== text);
    return isSecret ? undefined : host?.toLowerCase();
}
function httpDateMs(value) {
    // Date.parse alone would take "-5" for a year.
    const ms = /^[A-Z][a-z]{2}/.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN;
    return (0,json/* plausibleMs */.eY)(ms);
}
/** For how long a cache has kept the answer, by its header `Age` in seconds; for ever where that cannot be read. */
function cachedForMs(age) {
    if (age === undefined)
        return undefined;
    return /^\d+$/.test(age.trim()) ? Number(age) * 1000 : Number.POSITIVE_INFINITY;
}
/** `Retry-After` in seconds or as a date, which is compared with the server's own clock. */
function retryAfterMs(value, nowMs) {
    if (value === undefined)
        return undefined;
    if (/^\d+(\.\d+)?$/.test(value.trim()))
        return Number(value) * 1000;
    const untilMs = httpDateMs(value);
    return untilMs === undefined || nowMs === undefined ? undefined : Math.max(0, untilMs - nowMs);
}
/** What the gateway's text allows: `…,limit:120,time:1 minute`. */
function quotaIn(text) {
    const [, limit, count, unit] = /limit:(\d{1,9}),time:(\d{1,4}) (second|minute)/i.exec(text ?? '') ?? [];
    const windowMs = Number(count) * (unit?.toLowerCase() === 'minute' ? duration/* minuteMs */.J2 : duration/* secondMs */.fj);
    return windowMs > 0 ? { limit: Math.max(1, Number(limit)), windowMs } : undefined;
}

// EXTERNAL MODULE: ./build/src/services/parts.js
var services_parts = __nccwpck_require__(1380);
;// CONCATENATED MODULE: ./build/src/observe.js










/**
 * What an answer shows of the task asked for: the service's reading of it, held against what the service's data says of
 * such answers. Throws MalformedAnswer where it has not the promised form, and TaskNotListed where it is a list without
 * this task.
 */
function observe(service, answer, asked, strictness) {
    const body = service.prepare ? service.prepare(answer.body) : answer.body;
    const found = service.find?.(body, asked) ?? [(0,json/* theAnswer */.Im)(body)];
    const { expectation } = strictness;
    const told = found.map((own) => {
        const reading = service.read(own, asked);
        const isUsual = (0,services_service/* stateOf */.L4)(service.states, reading.serviceStatus) === 'succeeded';
        const state = expectedState(reading.state, reading.serviceStatus, expectation, isUsual);
        return { own, reading: withoutEarlyEnd({ ...reading, state }, service) };
    });
    const claims = ({ reading }) => (0,verdict/* claimsSuccess */.Bt)(reading.state, strictness);
    const decisive = told.find(claims) ?? told[0];
    if (!decisive)
        throw new src_errors/* TaskNotListed */.kP();
    const { own, reading } = decisive;
    if (service.answersWithId && reading.id === undefined)
        throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.noTaskId);
    const isClaimed = claims(decisive);
    const { httpStatus } = answer;
    const goodStatuses = [200, ...(service.httpStatuses ?? []), ...(isClaimed ? [] : [201, 202])];
    if (!goodStatuses.includes(httpStatus))
        throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.httpStatus(httpStatus));
    // Of what is gone, nothing else matters.
    const isGone = expectation?.kind === 'gone';
    const parts = told.map(each => (isGone ? [] : (service.parts?.(each.own) ?? [])));
    const subtasks = parts.flat().filter((part) => !(0,services_parts/* isFlaw */.Rh)(part));
    const isUndoing = service.undoingWords?.includes(reading.serviceStatus) || undefined;
    const causes = causesIn(service, own, reading.state, asked);
    const task = {
        ...reading,
        isUndoing,
        subtasks,
        ...(causes.length > 0 && { causes }),
        other: otherThan(service, own, reading, asked)
    };
    if (!isClaimed || isGone)
        return (0,verdict/* keptForShow */.jH)(task, strictness.allowWarnings);
    const { successInParts = false } = service;
    const countsParts = successInParts || (strictness.strictSubtasks && !reading.isForced);
    const flaws = [
        ...told.flatMap(({ own, reading }) => flawsOf(service, own, reading)),
        ...errorsAround(service, body, own),
        ...told.flatMap(({ own }) => service.flaws?.(own, body, asked) ?? []),
        ...differingStates(told),
        ...(successInParts && subtasks.every(({ state }) => state === 'skipped')
            ? [(0,services_parts/* contradiction */.qX)(words => words.against.noGoodPart)]
            : []),
        ...(countsParts ? [...parts.flat().filter(services_parts/* isFlaw */.Rh), ...disagreeingCounts(service, body)] : [])
    ];
    const malformed = flaws.find(({ flaw }) => flaw === 'malformed');
    if (malformed)
        throw new src_errors/* MalformedAnswer */.ol(malformed.what);
    const contradictions = observe_distinct(flaws.map(({ what }) => what)).slice(0, maxContradictions);
    const hasFailed = subtasks.some(subtask => (0,verdict/* subtaskFailed */.jF)(subtask, strictness.allowWarnings));
    const decided = successInParts ? { ...task, isDecidedByParts: true } : task;
    const judged = successInParts && hasFailed
        ? { ...decided, state: 'failed' }
        : { ...decided, ...(contradictions.length > 0 && { contradictions }) };
    return (0,verdict/* keptForShow */.jH)(judged, strictness.allowWarnings);
}
/** Some services send an end time, or what reads like one, while the task runs. In a word that is not known it can be the end. */
function withoutEarlyEnd(reading, { endTimeMeansEnd }) {
    const mayHaveEnded = (0,src_task/* isTerminal */.Hd)(reading.state) || (endTimeMeansEnd && reading.state === 'unknown');
    return mayHaveEnded ? reading : { ...reading, endMs: undefined };
}
/** Those that say the same once. */
function observe_distinct(messages) {
    return [...new Map(messages.map(message => [(0,src_text/* inWords */.r4)(message, en.en), message])).values()];
}
/** More would say no more. */
const maxContradictions = 3;
/** What the answer names instead of what it should repeat. */
function otherThan(service, own, { id }, asked) {
    const isSame = (answered, expected) => (0,src_task/* isSameId */.WB)(answered, expected, service.idsAreHexadecimal);
    if (id !== undefined && !isSame(id, asked.taskId))
        return id;
    for (const [path, expectedOf] of Object.entries(service.repeats ?? {})) {
        const value = (0,json/* isRecord */.u4)(own) ? (0,json/* valueAt */.fK)(own, path) : undefined;
        if (value === undefined || value === '')
            continue;
        if (typeof value !== 'string' && typeof value !== 'number')
            throw new src_errors/* MalformedAnswer */.ol(words => words.malformed.noText(`"${path}"`));
        const answered = String(value).trim();
        if (![expectedOf(asked)].flat().some(expected => isSame(answered, expected)))
            return `${path} ${answered}`;
    }
    return undefined;
}
/** What the task's own fields say against its success. */
function flawsOf({ errors = [], flags = [] }, own, { message }) {
    if (!(0,json/* isRecord */.u4)(own))
        return [];
    return [
        ...(0,services_parts/* errorsIn */.R4)(own, errors),
        ...flags.flatMap(flag => (0,services_parts/* attempt */.CD)(() => {
            const value = (0,json/* valueAt */.fK)(own, flag);
            if (value === undefined || value === true)
                return [];
            throw new src_errors/* MalformedAnswer */.ol(words => value === false ? words.against.isFalse(flag, message) : words.malformed.boolean(`"${flag}"`));
        }))
    ];
}
/** Errors under the usual names, in the task and in the objects around it, or a code that this service has for errors. */
function errorsAround({ codes }, body, own) {
    return (wayTo(own, body) ?? [body, own])
        .filter(json/* isRecord */.u4)
        .flatMap(object => [
        ...(0,services_parts/* errorsIn */.R4)(object, [...services_parts/* errorNames */.tD, 'errors']),
        ...(Object.hasOwn(codes, String((0,json/* optional */.lq)(object, 'code'))) ? (0,services_parts/* errorsIn */.R4)(object, ['code']) : [])
    ]);
}
/** The objects and lists from an outer one to one in it, both included; absent where it is not in it. */
function wayTo(inner, outer) {
    if (outer === inner)
        return [outer];
    if (typeof outer !== 'object' || outer === null)
        return undefined;
    for (const value of Object.values(outer)) {
        const way = wayTo(inner, value);
        if (way)
            return [outer, ...way];
    }
    return undefined;
}
function disagreeingCounts({ counts = {} }, body) {
    return (0,json/* isRecord */.u4)(body) ? Object.entries(counts).flatMap(([count, list]) => (0,services_parts/* countAgrees */.jD)(body, count, list)) : [];
}
/** Several entries of a list can have the id of the task; they have to agree. */
function differingStates(told) {
    const words = [...new Set(told.map(({ reading }) => reading.serviceStatus))];
    return words.length > 1 ? [(0,services_parts/* contradiction */.qX)(({ against, and }) => against.differing(and(words.slice(0, 5))))] : [];
}

// EXTERNAL MODULE: ./build/src/secrets.js + 1 modules
var secrets = __nccwpck_require__(8732);
;// CONCATENATED MODULE: ./build/src/task-api.js













/**
 * Polls tasks with the same connections and credentials: finds out whose they are, sends the service's request, and makes a
 * task of its answer.
 */
function createTaskApi({ service, place: { endpoint }, access, limits, strictness }, { transport, clock, environment, sink, warn }) {
    const { clean, debug, addSecret } = sink;
    const { timeoutMs } = limits;
    const deadlineMs = clock.now() + timeoutMs;
    const client = createClient({ transport, environment, clean, debug });
    const pollsOnce = timeoutMs === 0;
    const authorizer = authorizerFor(access, { client, clock, environment, pollsOnce, addSecret, warn });
    const { project, domain } = { project: {}, domain: {}, ...access.scope };
    let projectId = 'id' in project ? project.id : '';
    let domainId = 'id' in domain ? domain.id : '';
    const projectName = 'name' in project ? project.name : '';
    /** Whose the tasks are, for requests that keys sign. What is not known is looked up. */
    async function owner(signal) {
        if (service.scope === 'domain') {
            if ((0,credentials/* signsRequests */.H)(access.credentials.kind) && domainId === '') {
                domainId = await findDomain(client, authorizer.authorize(), access.iamEndpoint, signal);
            }
            return { 'x-domain-id': domainId };
        }
        if (service.needsProjectId && projectId === '') {
            projectId =
                (await authorizer.issuedProjectId(signal)) ??
                    (await findProject(client, authorizer.authorize(), access.iamEndpoint, projectName, signal));
        }
        return { 'x-project-id': projectId };
    }
    const isOfService = { party: 'service', codes: service.codes };
    /**
     * Calls `sent` for each request to the service, after it got its credentials. What is asked for is known after whose the
     * tasks are.
     */
    async function ask(requestNow, form, signal, sent) {
        const whose = await owner(signal);
        const authorize = async (request, authorizing) => {
            const authorized = await authorizer.authorize(whose)(request, authorizing);
            sent();
            return authorized;
        };
        const { path, headers = {} } = requestNow();
        return client({ url: new URL(endpoint.url + path), headers }, form, signal, authorize);
    }
    return {
        projectId: () => projectId,
        domainId: () => domainId,
        of(task) {
            const form = {
                ...isOfService,
                valuesHaveErrorCodes: service.tasksHaveErrorCodes,
                read: (body, { httpStatus }) => withoutSecrets(observe(service, { body, httpStatus }, task, strictness), clean)
            };
            const limitMs = pollLimits(limits, deadlineMs);
            return (signal, sent) => {
                const nowMs = clock.now();
                return (0,src_clock.within)(limitMs(nowMs) - nowMs, clock, signal, limited => read(limited, sent)).catch(error => Promise.reject(cleanError(error, clean)));
            };
            async function read(signal, sent) {
                const request = () => (0,services_service/* requestOf */.fo)(service, { ...task, projectId }, { requestId: (0,external_node_crypto_.randomUUID)(), dateMs: clock.date() });
                const { value, ...answer } = await ask(request, form, signal, sent);
                return { task: value, ...answer };
            }
        },
        async get(request, signal, sent) {
            const form = { ...isOfService, read: (body) => body };
            return (await ask(() => request, form, signal, sent)).value;
        },
        async warnOfEnd(signal) {
            if (access.credentials.kind !== 'token' || access.iamEndpoint === '' || pollsOnce)
                return;
            try {
                const { atMs, lifeMs } = await endOfToken(client, access.iamEndpoint, access.credentials.token, signal);
                if (atMs !== undefined && lifeMs !== undefined && lifeMs < timeoutMs) {
                    const at = (0,time/* instant */.uR)(atMs);
                    warn(words => words.warnings.tokenEnds(at, timeoutMs));
                }
            }
            catch {
                // It only serves a warning, so nothing may come of its failure.
                debug(words => words.debug.noTokenLife);
            }
        }
    };
}
/**
 * When a poll that begins at a time has to be over, with all that its request leads to: log-ins, pauses and repetitions.
 * The poll that is under way at the deadline has one `request-timeout` from there, so that as much is left for the last
 * one. Of many tasks some are polled later, for as long.
 */
function pollLimits({ requestTimeoutMs }, deadlineMs) {
    let lastPollMs;
    return (nowMs) => {
        if (nowMs < deadlineMs)
            return deadlineMs + requestTimeoutMs;
        lastPollMs ??= nowMs;
        return Math.max(deadlineMs + 2 * requestTimeoutMs, lastPollMs + requestTimeoutMs);
    };
}
/** Of the subtasks of one task so many letters are kept, which thousands of tasks have room for. */
const maxSubtaskLetters = 256 * 1024;
/** A service may repeat what it was sent. What decides is taken as it came: the state, and the id where it is the right one. */
function withoutSecrets(task, clean) {
    let left = maxSubtaskLetters;
    const kept = (text) => {
        if (left <= 0)
            return '';
        const cleaned = clean(text);
        left -= cleaned.length;
        return cleaned;
    };
    const subtasks = [...task.subtasks];
    const worstFirst = [...subtasks.entries()].sort(([, a], [, b]) => badnessOf(b) - badnessOf(a));
    for (const [index, subtask] of worstFirst)
        subtasks[index] = cleanTexts(subtask, kept);
    return {
        ...cleanTexts(task, clean),
        // The requested id is no secret.
        id: task.id && (task.other === undefined ? (0,secrets/* copied */.pG)(task.id) : clean(task.id)),
        other: task.other && clean(task.other),
        contradictions: task.contradictions?.map(message => (0,src_text/* changed */.tD)(message, clean)),
        ...(task.causes && { causes: task.causes.map(cause => cleanCause(cause, clean)) }),
        subtasks
    };
}
function cleanTexts(from, clean) {
    return {
        ...from,
        serviceStatus: clean(from.serviceStatus),
        id: (from.id && clean(from.id)) || undefined,
        name: (from.name && clean(from.name)) || undefined,
        ...('resourceName' in from && { resourceName: (from.resourceName && clean(from.resourceName)) || undefined }),
        message: (from.message && clean(from.message)) || undefined
    };
}
function badnessOf({ state }) {
    return state === 'failed' || state === 'stopped' ? 2 : state === 'warning' ? 1 : 0;
}
/** The failure of a request can repeat, in its message or in a better explanation, what the answer said. */
function cleanError(error, clean) {
    if (!(error instanceof src_errors/* RequestError */.GI))
        return error;
    const { failure, what } = error;
    const { explanation } = failure;
    const cleaned = {
        ...failure,
        ...(explanation && {
            explanation: (words) => {
                const refused = explanation(words);
                const { headline, cause, fix } = refused;
                return { ...refused, headline: clean(headline), cause: clean(cause), fix: clean(fix) };
            }
        })
    };
    return new src_errors/* RequestError */.GI((0,src_text/* changed */.tD)(what, clean), cleaned, { cause: error.cause });
}

;// CONCATENATED MODULE: ./build/src/wait-and-report.js







/** Wires the parts together, waits for the tasks, and reports how it ended. */
async function waitAndReport(inputs, { environment, createTransport, clock, random }, { sink, redactor, words }, signal) {
    const { service, tasks, place, access, limits, judging, failFast, reporting } = inputs;
    announce(sink, inputs, access.origin, words);
    const log = createWaitLog(sink, clock, { service, tasks, judging }, words);
    const transport = createTransport({ timeoutMs: limits.requestTimeoutMs, environment });
    const { clean } = sink;
    const debug = (message) => sink.debug((0,src_text/* inWords */.r4)(message, words));
    const api = createTaskApi({ service, place, access, limits, strictness: judging.strictness }, { transport, clock, environment, sink: { ...sink, debug }, warn: log.warn });
    for (const warning of reporting.warnings)
        log.warn(warning);
    const { timeoutMs, requestTimeoutMs } = limits;
    const polled = (0,non_empty/* mapAll */.g)(tasks, task => ({ reference: task, observer: log.observe(task), poll: api.of(task) }));
    const waited = await withCompanions([log.heartbeats, api.warnOfEnd], signal, own => waitForAll(polled, { judging, timeoutMs, requestTimeoutMs, failFast, clock, random, signal: own }));
    const projectId = api.projectId();
    redactor.hide([
        ['<project>', projectId],
        ['<account>', api.domainId()]
    ]);
    const results = (0,non_empty/* mapAll */.g)(waited, ({ task: { reference }, result }) => ({ reference: { ...reference, projectId }, result }));
    const explained = await withCauses(results, service, { get: api.get, clock, clean, debug }, signal);
    const asked = { service, place, limits, judging, credentialKind: access.credentials.kind };
    const { jobSummary } = reporting;
    const { redact } = redactor;
    return await reportResults(explained, asked, { jobSummary, warnings: log.warnings }, { sink, redact, words });
}


/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   en: () => (/* binding */ en)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2297);

const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const someNames = (names, more) => more > 0 ? `${names} and ${more} more.` : `${names}${/[.!?…。！？]$/.test(names) ? '' : '.'}`;
const isList = (names) => names.includes(' and ');
const inNewRun = (input) => `and start a new run, because a re-run keeps the old workflow file. If a new run would start the task a second time: instead, run this step and the later ones in a workflow that does not start it, with the same task-id and ${input}.`;
const capital = (text) => text.replace(/^[a-z](?=[a-z]* )/, letter => letter.toUpperCase());
const starts = {
    task: 'starts the task',
    resource: 'makes the awaited change',
    deletion: 'starts the deletion'
};
const ifStarts = (change, isThisJob = false) => `If ${isThisJob ? 'this job also' : 'a job of this workflow'} ${starts[change]}`;
const startIt = 'start it';
const makeIt = 'make it';
const elsewhere = (doIt, id) => `run this step and the later ones in a workflow that does not ${doIt}${id && `, with ${id}`}.`;
const given = (ids) => ids && `task-id: ${ids}`;
const startsTwice = (ids) => `do not re-run this job or start a new run, because that starts the task a second time. ${capital(elsewhere(startIt, given(ids)))}`;
const makesTwice = (ids) => `do not re-run this job or start a new run, because that makes the change a second time. ${capital(elsewhere(makeIt, given(ids)))}`;
const orNewRun = 'if you changed files of this repository, start a new run instead.';
/** A resource that was not created. */
const recreate = {
    here: `delete it, then re-run the job that creates it; ${orNewRun}`,
    elsewhere: 'delete it, create it again there, put its new id in task-id, and start a new run.'
};
/** Of a task that is gone, or was never there. */
const finishOrStart = (noun) => `Check whether the work is done: if so, run the commands of the later steps yourself; if not, start the ${noun} again, and wait for its new id.`;
const appearsLater = (graceMs, usual) => `it may appear later than not-found-grace (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(graceMs)}). Raise that; the default is ${usual}.`;
const orStartIt = 'If not, start a new run of this workflow.';
/** Of a task with an id. */
const lookForTask = (ids) => `look first whether the service has this task. If so, ${elsewhere(startIt, given(ids))} ${orStartIt}`;
/** Of a task whose id is missing or may be wrong, or with the id that was given. */
const lookWhetherStarted = (id = '') => `look first whether the task was started. If so, ${elsewhere(startIt, given(id) || "the task's id in task-id")} ${orStartIt}`;
const lookWhetherMade = (ids = '') => `look first whether the change was made. If so, ${elsewhere(makeIt, given(ids))} ${orStartIt}`;
const waitsNoLonger = (open) => `The answer has an end time, so this step waits no longer${open > 0 ? `, although the same answer has ${plural(open, 'subtask')} that ${open === 1 ? 'has' : 'have'} not ended` : ''}`;
const sideOfEnd = 'Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell.';
const en = {
    language: 'en',
    list: (items) => items.join(', '),
    /** Names, which can have commas in them. */
    names: (items) => items.join('; '),
    and: (items) => items.join(' and '),
    sentences: (parts) => parts.filter(Boolean).join(' '),
    /** A text of a service as a sentence. */
    sentence: (text) => (/[.!?…。！？]$/.test(text) ? text : `${text}.`),
    inBrackets: (text) => ` (${text})`,
    /** A state that the service gives as a number. */
    stateCode: (code) => `code ${code}`,
    quoted: (text) => `"${text}"`,
    /** What stood within a sentence, as one of its own. */
    beginning: capital,
    colon: ': ',
    numbered: (number, text) => `(${number}) ${text}`,
    labels: {
        happened: 'What happened',
        now: {
            task: (count) => (count > 1 ? 'Tasks now' : 'Task now'),
            resource: (count) => (count > 1 ? 'Resources now' : 'Resource now')
        },
        toDo: 'What to do',
        support: 'For support'
    },
    /** Of a task or a subtask. */
    states: {
        running: 'running',
        succeeded: 'succeeded',
        warning: 'ended with a warning',
        failed: 'failed',
        stopped: 'stopped',
        unknown: 'unknown',
        untold: 'no state',
        skipped: 'skipped'
    },
    verdicts: {
        succeeded: 'succeeded',
        failed: 'failed',
        stopped: 'stopped',
        'timed-out': 'timed out',
        unfinished: 'not ended',
        cancelled: 'cancelled',
        'not-found': 'not found',
        denied: 'access refused',
        error: 'error'
    },
    parties: {
        iam: 'IAM',
        sts: 'STS',
        github: "GitHub's id token service",
        metadata: 'the metadata service of the instance'
    },
    /** What is waited for, by its name in quotes or its id. */
    one: (title, noun, name) => `${title} ${noun} ${name}`,
    /** Where a service has no word of its own for what it is asked for. */
    nouns: { task: 'task', resource: 'resource' },
    many: {
        task: (title, count) => `${count} tasks of ${title}`,
        resource: (title, count) => `${count} resources of ${title}`
    },
    /** The first line, about a task or several. */
    headline: {
        gone: (who) => `${who} is gone, as expected`,
        succeeded: (who) => `${who} succeeded`,
        /** Of a resource. */
        ready: (who, state) => `${who} is ready: ${state}`,
        expected: (who, state) => `${who} is in the expected state: ${state}`,
        failed: (who, why) => `${who} failed${why && `: ${why}`}`,
        /** Where the service itself tells a success. */
        countsAsFailed: (who, why) => `${who} counts as failed: ${why}`,
        warning: (who) => `${who} ended with a warning`,
        stopped: (who, why) => `${who} was stopped${why && ` (${why})`}`,
        /** Of a resource. */
        inState: (who, state, why) => `${who} is in state ${state}${why && `: ${why}`}`,
        undone: 'its work was undone',
        parts: (failed, all) => `${failed} of ${plural(all, 'subtask')} did not succeed`,
        /** `overMs` is what the wait took, where that is more than its limit. */
        timedOut: (who, limitMs, overMs, why) => `${who}: wait timed out ${overMs === undefined ? `after ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limitMs)}` : `(limit ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limitMs)}, took ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(overMs)})`}${why && `, ${why}`}`,
        stillIn: {
            task: (state) => `task still ${state}`,
            resource: (state) => `resource still ${state}`
        },
        unknownWord: (word, isCustom) => `the state "${word}" is ${isCustom ? 'in none of the lists of the definition' : 'not known to this action'}`,
        notProven: (state) => `its state ${state} does not count yet`,
        /** Of a wait that ran out while requests failed, by whose side that was on. */
        whileFailing: {
            service: 'while requests to the service failed',
            request: 'while the service refused the requests',
            inputs: 'while the service did not know the id',
            runner: 'while requests to the service failed',
            between: 'the last answers probably did not come from the service'
        },
        neverAnswered: {
            task: 'no answer about the task ever came',
            resource: 'no answer about the resource ever came'
        },
        polledOnce: {
            task: (who, state) => `${who} has not ended yet${state && ` (${state})`}`,
            resource: (who, state) => `${who} is not in the state to wait for${state && ` (${state})`}`
        },
        failFast: (who) => `${who}: wait ended because another task did not succeed`,
        cancelled: (who) => `${who}: wait was cancelled`,
        notFound: (who) => `${who} was not found`,
        vanished: (who) => `${who} is no longer found`,
        /** Of a resource whose deletion is waited for. */
        neverFound: 'never found by any poll, so its deletion is not proven',
        about: (who, what) => `${who}: ${what}`,
        proxyRefuses: (variable) => `the proxy rejects the user and password in ${variable}`,
        proxyWantsUser: (variable) => `the proxy${variable && ` in ${variable}`} wants a user and password`,
        wrongAnswers: (whom) => `the answers of ${whom} cannot be read`,
        notTheService: (whom) => `the answer probably did not come from ${whom}`,
        redirected: 'the request was redirected',
        rejected: (why) => `request rejected${why && `: ${why}`}`,
        noAnswerFrom: (whom) => `${whom} did not answer`,
        requestFailed: 'the only request failed',
        otherTask: 'the answer is about another id',
        endedUnknown: (who, word, isOpen) => `${who} ${isOpen ? 'may' : 'seems to'} have ended in "${word}", a state that this action does not know`,
        openParts: (state, open) => `its state is ${state}, but ${plural(open, 'subtask')} did not end`,
        contradiction: (state) => `its state is ${state}, but the rest of the answer contradicts it`,
        noState: 'the service gives no state',
        several: (who, counts) => `${who}: ${counts.join(', ')}`,
        count: {
            succeeded: (count) => `${count} succeeded`,
            failed: (count) => `${count} failed`,
            stopped: (count) => `${count} ${count === 1 ? 'was' : 'were'} stopped`,
            'timed-out': (count) => `wait timed out for ${count}`,
            unfinished: (count) => `${count} not ended`,
            cancelled: (count) => `wait cancelled for ${count}`,
            'not-found': (count) => `${count} not found`,
            denied: (count) => `access refused for ${count}`,
            error: (count) => `error for ${count}`
        },
        withoutOutputs: (headline) => `${headline}, but the outputs could not be set`,
        cannotStart: (problem) => `The wait did not start: ${problem}`,
        wrongInputs: (count) => `The wait did not start: ${count} problems with the inputs`,
        unexpected: 'Unexpected error in this action'
    },
    /** The line "What happened". */
    happened: {
        reports: (title, state) => `${title} reports ${state}.`,
        before: (state, isCreation) => `Before that, it was in state ${state}${isCreation ? ', so its creation failed' : ''}.`,
        reason: (text) => `Reason: ${text}`,
        says: (text) => `It says: ${text}`,
        noReason: 'The answer gives no reason.',
        noReasonOfStop: 'The answer does not say who stopped it, or why.',
        /** Of a failure, whose reason is told in the service's own words alone. */
        sideUnknown: 'Whether this lies with the service or with what it was asked to do, this step cannot tell.',
        sidesUnknown: 'Whether these failures lie with the service or with what it was asked to do, this step cannot tell.',
        /** Of a page in the place of an answer. */
        pageSide: 'It may also be the service itself that sent this answer.',
        /** Subtasks that did not succeed, by how they ended. */
        badParts: {
            failed: (names, more) => `What failed: ${someNames(names, more)}`,
            stopped: (names, more) => `What was stopped: ${someNames(names, more)}`,
            warning: (names, more) => `What ended with a warning: ${someNames(names, more)}`
        },
        doneParts: (names, more) => `Already done, and not rolled back: ${someNames(names, more)}`,
        goodParts: (names, more) => `Succeeded: ${someNames(names, more)}`,
        /** `name`: of the subtask, where several did not succeed. */
        partReason: (text, name) => `Reason${name && ` of ${name}`}: ${text}`,
        /** `subject`: what failed, such as a step. */
        cause: (count, subject, why) => `Cause${count > 1 ? ` 1 of ${count}` : ''}${subject && why ? `, ${subject}` : ''}: ${why || subject}`,
        /** What a success passes over, because an input says so. */
        partsAllowed: (failed, all) => `${failed} of its ${plural(all, 'subtask')} did not succeed. With strict-subtasks: false this step does not count that.`,
        warningAllowed: 'It ended with a warning, which allow-warnings: true lets pass.',
        gone: (title) => `Earlier polls of this step found it; now ${title} answers that it does not exist.`,
        notProvenGone: 'Such an answer does not prove that it is gone.',
        perhapsGone: (title, noun, id, where, answer) => `This step waits for the deletion of ${noun} ${id}${where}, but none of its polls found it: ${title} answers with ${answer}. Either it was gone before the first poll, or an input is wrong. The service answers the same in both cases.`,
        warning: (title, state) => `${title} reports ${state}: the task ended with a warning. This step counts that as a failure, because allow-warnings is false.`,
        partsFailed: (title, state, failed, all) => `${title} reports ${state} for the task, but ${failed} of its ${plural(all, 'subtask')} did not succeed. This step counts that as a failure, because strict-subtasks is true.`,
        /** Of a resource. */
        partsFailedOf: (title, state, failed, all) => `${title} reports ${state}, but ${failed} of its ${plural(all, 'part')} ${failed === 1 ? 'has' : 'have'} failed.`,
        partsDecide: (title, state, failed, all) => `${title} reports ${state}. That only says that the task is over: ${failed} of its ${plural(all, 'subtask')} did not succeed.`,
        undone: (title, state) => `${title} reports ${state}, but during this wait the task was undoing its work: what it was to do is not done.`,
        /** `overMs` is what the wait took, where that is more than its limit. */
        limit: (limitMs, overMs) => limitMs === 0
            ? 'With timeout: 0 each task is polled once, and there was no time left for this one.'
            : `The wait reached its limit, timeout: ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limitMs)}${overMs === undefined ? '' : `, while the last request was under way; that request ended ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(overMs)} after the start of the wait`}.`,
        noFailure: { task: 'The task has not failed so far.', resource: 'The resource is in no failed state.' },
        /** Of a limit that is not known to be too short. */
        shortOrSlow: {
            task: 'Whether timeout is too short for such a task, or this one is unusually slow, is not known.',
            resource: 'Whether timeout is too short for such a change, or this one is unusually slow, is not known.'
        },
        outcomeUnknown: {
            task: 'Whether the task succeeded, failed or still runs is not known.',
            resource: 'The state of the resource is not known.'
        },
        limitInSeconds: (given) => `You wrote timeout: ${given}, which is ${given} seconds.`,
        lastFailed: (answer) => `The last request failed: ${answer}.`,
        /** Of a request that no answer came to. */
        networkOrService: 'The reason can lie with the service, or with the network or proxy between it and the runner.',
        neverAnswered: {
            task: 'No request brought an answer about the task.',
            resource: 'No request brought an answer about the resource.'
        },
        /** `goesOn`: the wait did, until its limit. */
        unknownWord: (title, word, { isCustom, goesOn }) => `${title} reports "${word}", which is ${isCustom ? 'in none of the lists of states in the definition' : "not in this action's list of states"}. It is not known whether that is the end${goesOn ? ', so this step went on polling' : ''}.`,
        longerUnknown: (isCustom) => `If the state is final, this step is red because ${isCustom ? 'the definition' : 'this action'} does not know it; if not, timeout may be too short.`,
        /** Below a headline that has the word. */
        unknownCounts: (isCustom) => isCustom
            ? 'The state is in none of the lists of the definition. It is not known whether it is final, so this step went on polling.'
            : 'It is not known whether this state is final, so this step went on polling.',
        polledOnce: {
            task: 'With timeout: 0 the step polls once, and the task has not ended. The step is red to keep later steps from running; the task has not failed.',
            resource: 'With timeout: 0 the step polls once, and the resource is not in the state to wait for. The step is red to keep later steps from running; the resource has not failed.'
        },
        /** Before what the doubt is. */
        polledOnceInDoubt: 'With timeout: 0 the step polls once, and that answer proves no end.',
        failFast: 'Another task of this step did not succeed. Because fail-fast is true, the wait ended here as well.',
        cancelled: (elapsedMs) => `After ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(elapsedMs)} of waiting, GitHub told the step to stop. Either the run or the job was cancelled, or a newer run replaced this one, or timeout-minutes ran out. The page of the run says which.`,
        notFound: (title, noun, id, where, answer) => `${title} does not know ${noun} ${id}${where}. The last answer: ${answer}.`,
        inputOrNone: (noun, isGraceShort) => `Either an input is wrong, or the service has no such ${noun}${isGraceShort ? ', or does not show it yet; which of these' : '; which of the two'} is not known.`,
        polledFor: (elapsedMs) => `This step polled for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(elapsedMs)}.`,
        graceOver: (graceMs) => `It was not found within not-found-grace (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(graceMs)}), so the wait ended.`,
        /** Of a resource whose deletion is waited for. */
        graceOverGone: (noun, graceMs) => `This step has to find the ${noun} once before it can prove the deletion. No poll found it within not-found-grace (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(graceMs)}), so the wait ended.`,
        vanished: {
            task: (title, answer) => `${title} knew the task earlier in this step and does not know it now: ${answer}. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended.`,
            resource: (title, answer) => `${title} knew the resource earlier in this step and does not know it now: ${answer}. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended.`
        },
        in: (places) => (places.length > 0 ? ` in ${places.join(', ')}` : ''),
        answered: (whom, answer) => `${capital(whom)} answered: ${answer}.`,
        redirected: 'Either the address is wrong, or a proxy or the network redirects; which of the two is not known.',
        answeredElsewhere: (answer) => `The answer: ${answer}.`,
        onlyPages: (whom, answer) => `For 5 minutes no answer of this API came from ${whom}, only this: ${answer}.`,
        page: (whom, answer) => `No answer of this API came from ${whom}, only this: ${answer}.`,
        unreached: (address, answer) => `No answer ever came from ${address}: ${answer}.`,
        connectionEnded: (address, answer) => `This step ended the connection to ${address}${answer && `: ${answer}`}.`,
        noConnection: (address, answer) => `No connection to ${address} was made: ${answer}.`,
        malformed: (whom, isRow, answer) => `${isRow ? `Three or more answers in a row from ${whom} do` : `The answer of ${whom} does`} not have the form of this API: ${answer}.`,
        polledOnceInVain: (answer) => `With timeout: 0 the step polls once, and that request failed: ${answer}.`,
        rejected: (whom, address, answer) => `${capital(whom)} rejected the request${address && ` to ${address}`}: ${answer}.`,
        otherTask: (title, asked, answered) => `${title} was asked about ${asked} and answered about another id: ${answered}. Where the mix-up arose is not known.`,
        endedUnknown: (title, word, open) => `${title} reports "${word}", a state that this action does not know. ${waitsNoLonger(open)}. ${sideOfEnd}`,
        /** Below a headline that has the word. */
        takenAsEnded: (title, open) => `This action does not know the state that ${title} reports. ${waitsNoLonger(open)}. ${sideOfEnd}`,
        openParts: (title, state, open, names) => `${title} reports ${state}, but after a minute ${plural(open, 'subtask')} had still not ended: ${names}`,
        contradiction: (title, state, against) => `${title} reports ${state}, but for a minute the same answer has contradicted that: ${against}`,
        noState: (title) => `For a minute ${title} answered without a state.`,
        /** `id`: of the task whose verdict is that of the step. */
        several: (counts, id, reason) => `${capital(counts)}. ${capital(id)}: ${reason}`,
        doubts: {
            settling: {
                task: (settleMs) => `This may be the end of an earlier run, so it only counts once settle (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settleMs)}) is over.`,
                resource: (settleMs) => `This may be the state before a change, so it only counts once settle (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settleMs)}) is over.`
            },
            'open-subtasks': 'Some of its subtasks have not ended.',
            contradiction: 'Something else in the answer contradicts it.',
            cached: 'The answer was made before this step began and may be about the run before.',
            'no-state': 'The answer has no state yet.'
        },
        nothingLeft: 'The step had nothing left to do, and no verdict.',
        outputs: (problem) => `Not all outputs could be set, and status is missing for later steps: ${problem}.`
    },
    /** The line "Task now", or "Tasks now". */
    now: {
        gone: (from, until) => `Gone: last seen at ${from}, and not found by any poll since (the last was at ${until}).`,
        ended: (at) => `Ended at ${at}.`,
        mayHaveEnded: (at) => `Not known for certain: it may have ended at ${at}. Check before you start another.`,
        endedSeen: (state, at) => `No longer running: ${state}, seen at ${at}. The service gives no end time.`,
        /** Of a resource, which does not end. */
        inState: (state, at) => `No longer changing: ${state}, seen at ${at}.`,
        running: {
            task: (state, at, ago) => `Still running when last polled (${state}, ${at}${ago && `, ${ago} before the wait ended`}). This step did not stop it.`,
            resource: (state, at, ago) => `In state ${state} when last polled (${at}${ago && `, ${ago} before the wait ended`}). This step changed nothing.`
        },
        notProven: {
            task: (state, at, ago) => `Not known for certain: ${state} when last polled at ${at}${ago && `, ${ago} before the wait ended`}. This step did not stop it.`,
            resource: (state, at, ago) => `Not known for certain: ${state} when last polled at ${at}${ago && `, ${ago} before the wait ended`}. This step changed nothing.`
        },
        unknown: (state, at, ago) => `Not known. Last seen ${state} at ${at}${ago && `, ${ago} before the wait ended`}.`,
        /** Behind it, where the task may be running. */
        mayRun: { task: 'It may still be running.', resource: '' },
        neverSeen: {
            task: 'Not known: this step never saw it. It may be running: check before you start another.',
            resource: 'Not known: this step never saw it.'
        },
        notAsked: 'Not known: the step ended before its first request. The work that the step was to wait for may be running: check before you start it again.',
        lost: 'Not known: the error ended this step. The task may be running: check before you start another.',
        countEnded: {
            task: (count) => `${count} ended.`,
            resource: (count) => (count === 1 ? '1 is in its final state.' : `${count} are in their final state.`)
        },
        countRunning: {
            task: (count, at) => `${count} still running when last polled (${at}); this step did not stop ${count === 1 ? 'it' : 'them'}.`,
            resource: (count, at) => `${count} not yet in the state to wait for when last polled (${at}).`
        },
        countUnknown: {
            task: (count) => `The state of ${plural(count, 'task')} is not known: ${count === 1 ? 'it' : 'they'} may be running, so check before you start another.`,
            resource: (count) => `The state of ${plural(count, 'resource')} is not known.`
        }
    },
    /** The lines "What to do". */
    toDo: {
        findCause: (title) => `Look for the cause in ${title}, and fix it.`,
        fixCause: (title, noun) => `Fix the cause. For more about it, look at the ${noun} in ${title}.`,
        /** Of a task that a new one takes the place of. */
        repeats: 'A new start may repeat the subtasks that succeeded: check first that this does no harm.',
        leftovers: (noun) => `Check there also whether the failed ${noun} has left anything behind, and remove that first.`,
        checkStop: (title) => `Look in ${title} why it was stopped. If that was on purpose, nothing more is to be done. If not, do the following.`,
        stoppedWithFailure: (title) => `The service reports a stop and names a failure, and does not tell which came first. Look in ${title}, and fix the failure.`,
        /** How the work is done anew, inside other sentences, where its service has no words of its own. */
        again: 'start the task again',
        /** Among others that have succeeded or still run. */
        anewAlone: (again) => `Then ${again} (only this one: by hand, or in another workflow).`,
        alsoStarts: (noun) => `If a job of this workflow starts the ${noun}: re-run that job; ${orNewRun}`,
        alsoStartsOther: (noun, again) => `If a job of this workflow starts the ${noun}: let it ${again}, in a new run.`,
        newId: (again) => `If this workflow only waits: ${again}, then start a new run with the new id in task-id. A re-run would wait for the old id.`,
        sameId: (again) => `If this workflow only waits: ${again}, then re-run this job. The task-id stays the same, as this service uses one id for all executions.`,
        checkTask: (title, noun) => `Check the ${noun} in ${title}.`,
        checkResource: 'Look at the resource in the console and fix the cause.',
        /** Where a reason is known. */
        fixResource: 'Fix the cause. For more about it, look at the resource in the console.',
        createAnew: {
            here: `If this workflow creates the resource: ${recreate.here}`,
            elsewhere: `If the resource is created elsewhere: ${recreate.elsewhere}`
        },
        /** Of a resource nobody knows which change failed. */
        changeAnew: {
            creation: {
                here: `If the creation failed, and this workflow creates the resource: ${recreate.here}`,
                elsewhere: `If the creation failed, and the resource is created elsewhere: ${recreate.elsewhere}`
            },
            other: {
                here: `If another operation failed, and this workflow does it: re-run the job that does it; ${orNewRun}`,
                elsewhere: 'If another operation failed, and it is done elsewhere: repeat it there, then re-run this job. The id of the resource stays the same.'
            }
        },
        /** Among others that are done or under way. */
        changeAnewAlone: {
            creation: 'If its creation failed: delete the resource, and create it again (only this one: by hand, or in another workflow). The new id of the resource in the input task-id needs a new run.',
            other: 'If another operation failed: repeat it (only for this one: by hand, or in another workflow). Its id stays the same.'
        },
        acceptWarnings: `If you accept the warning: set allow-warnings: true, ${inNewRun('allow-warnings: true')}`,
        acceptWarningsAlone: 'If you accept the warning: take its id out of task-id. Nothing else is to be done about this task.',
        notAccepted: 'If you do not accept the warning: fix the cause, and then:',
        notAcceptedAlone: (again) => `If you do not accept the warning: fix the cause, and ${again} (only this one: by hand, or in another workflow).`,
        acceptParts: `If you can do without the subtasks that did not succeed: set strict-subtasks: false, ${inNewRun('strict-subtasks: false')} If you need these subtasks, do the following.`,
        acceptPartsAlone: 'If you can do without the subtasks that did not succeed: take its id out of task-id. Nothing else is to be done about this task.',
        checkParts: (title) => `Check these subtasks in ${title}.`,
        onlyWaits: 'If this job only waits: re-run this job alone. The task-id stays the same.',
        /** After a cancellation, of which nobody tells the step why. */
        replaced: {
            task: 'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also starts the task, check that the task does not run twice.',
            resource: 'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also makes the awaited change, check that the change is not made twice.'
        },
        otherwise: 'Otherwise:',
        raiseJobTimeout: 'If timeout-minutes ran out, and the wait usually takes longer, raise timeout-minutes for later runs.',
        onlyWaitsAfterThat: 'If this job only waits: once that is done, re-run this job alone. The task-id stays the same.',
        /** Above cases, for a fix that can be in the workflow file. */
        firstThatFits: 'Then do the first of these that fits:',
        unedited: 'If this job only waits, and you changed no file of this repository: re-run this job alone.',
        edited: (change) => `If you changed files, and no job of this workflow ${starts[change]}: start a new run (a re-run uses the old files).`,
        /** After a change of the workflow file. */
        noneStarts: (change) => `If no job of this workflow ${starts[change]}: start a new run, because a re-run keeps the old workflow file.`,
        /** Of a resource in a state that the action does not know. */
        onlyWaitsUnknown: 'If this job only waits: re-run this job alone once the state is another one. The task-id stays the same.',
        startsOnce: {
            task: (ids, isThisJob) => `${ifStarts('task', isThisJob)}: ${isThisJob ? startsTwice(ids) : `${elsewhere(startIt, given(ids))} A new run of this workflow would start it a second time.`}`,
            resource: (ids, isThisJob) => `${ifStarts('resource', isThisJob)}: ${isThisJob ? makesTwice(ids) : `${elsewhere(makeIt, given(ids))} A new run of this workflow would make it a second time.`}`
        },
        /** Of a task that no poll has found. */
        startsUnseen: {
            task: (ids, isThisJob) => `${ifStarts('task', isThisJob)}: ${lookForTask(ids)}`,
            resource: (ids, isThisJob) => `${ifStarts('resource', isThisJob)}: ${lookWhetherMade(ids)}`
        },
        /** Where a short grace was given. */
        mayAppear: {
            task: (graceMs, usual) => `If the task was started just before this step: ${appearsLater(graceMs, usual)}`,
            resource: (graceMs, usual) => `If the resource was created just before this step: ${appearsLater(graceMs, usual)}`
        },
        /** Of what was never found. */
        noSuch: (noun, { givesNewId, isGraceShort }) => `If the inputs are right${isGraceShort ? ', and a longer not-found-grace does not help' : ''}, the service has no such ${noun}${givesNewId ? ': it may have been removed after its end, or never been started' : ''}. A wait for this id stays red.${givesNewId ? ` ${finishOrStart(noun)}` : ''}`,
        /** Of a task that was never found, as its id may be wrong. */
        corrected: {
            after: {
                task: 'After a correction, do the first of these that fits:',
                resource: 'After a correction, do the first of these that fits:',
                deletion: 'If the resource is still there: correct the input, and do the first of these that fits:'
            },
            starts: {
                task: `${ifStarts('task')}: ${lookWhetherStarted()}`,
                resource: `${ifStarts('resource')}: ${lookWhetherMade()}`,
                deletion: `${ifStarts('deletion')}: look first whether the deletion is under way. If so, ${elsewhere(startIt, '')} ${orStartIt}`
            }
        },
        /** For what may still run beside what failed: a re-run would be red again. */
        waitWithOthers: (count) => `Keep ${count === 1 ? 'its id' : 'their ids'} for the next wait.`,
        raiseTimeout: {
            task: 'If such a task usually takes longer, raise timeout for later runs.',
            resource: 'If such a change usually takes longer, raise timeout for later runs.'
        },
        outlastSettle: (settleMs) => `Make timeout longer than settle (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settleMs)}). This takes effect in a new run; a re-run keeps the old workflow file.`,
        minutes: (given, minutes) => `If you meant ${given} minutes, write timeout: ${minutes}. If you meant seconds, that is too short: raise it.`,
        checkNetwork: (url) => `If requests keep failing, check the network and the proxy between the runner and ${url}, and the status of the service.`,
        pollLater: 'Poll again later: re-run this job if it only waits, or use a scheduled workflow.',
        settleLater: 'With timeout: 0, an end counts at once only with settle: 0, and can then be the end of the run before.',
        defineWord: (word) => `Find out in the API's documentation what "${word}" means, and add it to the matching list of the definition (running, succeeded, failed and so on).`,
        wholeAccount: 'The tasks of this service are those of a whole account, not of a project. Give this IAM user (or agency) read permission for the service in the account. Check domain-id, and that a token is for the account and not for a project.',
        checkPlace: {
            task: 'Check task-id, project-id and region.',
            resource: 'Check task-id (the id of the resource), project-id and region.'
        },
        checkEndpoint: (url) => `Check endpoint: all requests go to ${url}.`,
        otherService: (services, own) => `Check "service: ${own}", which may be wrong: ids of this form are used by ${services.join(', ')}.`,
        projectName: (id) => `Check project-id: "${id}" is not 32 hexadecimal digits. It may be the name of a project; this input takes its id.`,
        workspaceUnset: (name) => `Check workspace: it is not given, so the service searches only the workspace "${name}".`,
        workspaceGiven: (id) => `Check workspace: the service searches only the workspace ${id}.`,
        vanished: {
            task: (title) => `Check in ${title} whether the task was deleted. If it was deleted, a wait for its id stays red. ${finishOrStart('task')}`,
            resource: (title) => `Check in ${title} whether the resource was deleted. If it was, this step cannot turn green.`
        },
        /** Of what may have been deleted. */
        ifItExists: {
            onlyWaits: 'If it still exists, and this job only waits: re-run this job alone. The task-id stays the same.',
            starts: {
                task: (ids) => `If it still exists, and this job also starts the task: ${startsTwice(ids)}`,
                resource: (ids) => `If it still exists, and this job also makes the awaited change: ${makesTwice(ids)}`
            }
        },
        /** Of a resource that may have been deleted, as this step expects. */
        lookWhetherGone: 'Look in the console whether the resource is still there.',
        /** `areInputsSure`: no wrong input can be the reason why it is not found. */
        deletionDone: (areInputsSure) => `If the resource is not there${areInputsSure ? '' : ', and the inputs are right'}: the deletion is done, but this step stays red in each re-run. Run the commands of the later steps yourself, or take this step and the deletion out of the workflow file for this once, and start a new run.`,
        lookAtTask: (title, noun) => `Look in ${title} what became of the ${noun}.`,
        judged: (word, again, givesNewId) => `If its state stays "${word}", a wait for it stays red: find out yourself what the state means. If the work is done: run the commands of the later steps yourself. If it has failed: fix the cause, ${again}, and wait for ${givesNewId ? 'its new id' : 'it again'}.`,
        onceChanged: {
            onlyWaits: 'Once its state has changed, if this job only waits: re-run this job alone. The task-id stays the same.',
            starts: (ids) => `Once its state has changed, if this job also starts it: ${elsewhere(startIt, given(ids))} A re-run of this job would start it again.`
        },
        reportMeaning: (word) => `Report the word "${word}" in an issue of this action's repository. If you know what it means, say that too.`,
        checkInputs: (inputs) => `Check ${inputs}.`,
        checkAddress: (inputs, whom) => `Check ${inputs}, and that the runner can reach ${whom}.`,
        checkWay: (whom) => `Check the proxy or firewall between the runner and ${whom}.`,
        useProxy: 'If the runner is behind a proxy, set HTTPS_PROXY (and NO_PROXY) for it.',
        loopback: (host) => `Correct the address, if it is not meant to be on the runner. If ${host} is meant, start what has to listen there.`,
        /** Where the address of the service is given as it is. */
        endpoint: 'the input "endpoint"',
        inputsOf: {
            service: 'the inputs region and cloud',
            iam: 'the inputs region, cloud and iam-endpoint',
            sts: 'the inputs region, cloud and sts-endpoint',
            github: 'ACTIONS_ID_TOKEN_REQUEST_URL',
            metadata: 'ecs-agency'
        },
        proxyUser: (variable) => `Give the user and password of the proxy in ${variable}: http://user:password@host:port. Special characters must be percent-encoded.`,
        proxyPassword: (variable) => `Check the user and password of the proxy in ${variable}: special characters must be percent-encoded. The step tried them once, because refused passwords can lock an account.`,
        certificate: "If you trust the certificate (self-signed, or of a private authority), set NODE_EXTRA_CA_CERTS in the runner's environment to a file with this certificate, or with that of its authority.",
        proxyVariable: (variable) => `Check the proxy in ${variable}.`,
        largeToken: 'Use an access key instead: the token is larger than 8 KiB, which may be too large for the gateway.',
        tooLargeToken: 'Use an access key instead: the token is too large for the gateway.',
        wrongApi: (origin) => `Check that service and endpoint belong together (the address is ${origin}), and that no proxy answers for the service.`,
        noProxyAnswers: (inputs, whom) => `Check ${inputs}, and that no proxy answers in place of ${whom}.`,
        unknownApi: (inputs) => `There is no such API at this address. Check ${inputs}, and that service is the one that started the task.`,
        networkLogIn: "Log in to the runner's network, or ask its administrator to let the runner out.",
        redirect: (inputs) => `Check ${inputs}: requests have to go to the API itself, which does not redirect. If the address is right, a proxy or the network redirects: change its settings.`,
        readTheAnswer: 'Compare the inputs with what the answer says.',
        pollWithTime: 'Poll again later, or set timeout above 0 so that the step can wait.',
        otherTask: 'Check endpoint, and whether a proxy or cache between the runner and the cloud mixes up answers.',
        otherTaskAgain: 'If the answer is about another id again: ask the support of the service.',
        oneIsWrong: (title, noun) => `Check the ${noun} in ${title}: the state or the rest of the answer is wrong.`,
        waitForState: (title, noun) => `Check the ${noun} in ${title}, until it has a state there.`,
        diskFull: "Free space on the runner's disk: there is no room left for the outputs.",
        outputs: 'Let the step write the file that GITHUB_OUTPUT names. In a job with a container whose user may not, set options: --user under container to the user of the runner, or to root.',
        fixInputs: 'Correct this in the workflow, or where the value comes from: a secret, a variable, an earlier step, or the environment of the runner.',
        afterInputs: (id) => `${ifStarts('task')}: ${lookWhetherStarted(id)}`,
        reportBug: "If this job only waits, run it again with debug logging. If the error stays, report it in an issue of this action's repository.",
        group: {
            /** `canStay`: in the next wait. */
            succeeded: (canStay) => `Succeeded: nothing to do${canStay ? '; their ids can stay in task-id' : ''}.`,
            /** Of those that failed, what the service calls a warning. */
            warning: (ids, advice) => `Failed by a warning (${ids}): ${advice}`,
            failed: (ids, advice) => `Failed (${ids}): ${advice}`,
            stopped: (ids, advice) => `Stopped (${ids}): ${advice}`,
            'timed-out': (ids, advice) => `Timed out (${ids}): ${advice}`,
            unfinished: (ids, advice) => `Not ended (${ids}): ${advice}`,
            cancelled: (ids, advice) => `Cancelled (${ids}): ${advice}`,
            'not-found': (ids, advice) => `Not found (${ids}): ${advice}`,
            denied: (ids, advice) => `Access refused (${ids}): ${advice}`,
            error: (ids, advice) => `Error (${ids}): ${advice}`
        },
        /** After what is to do about each, where some have failed. */
        afterAll: {
            newIds: 'Then, if this workflow starts none of the tasks: start a new run, with each new id in the place of its old one in task-id. A re-run would wait for the old ids.',
            sameIds: 'If this job only waits: after these points, re-run it. Before that it would be red again.'
        },
        /** Behind `noDuplicates`, where some have failed. */
        waitForAll: {
            newIds: 'Run this step and the later ones in a workflow that starts none of the tasks, with each new id in the place of its old one in task-id.',
            sameIds: 'After these points, run this step and the later ones in a workflow that starts none of the tasks.'
        },
        /** Who starts the tasks. */
        starters: { job: 'If this job', workflow: 'If this workflow' },
        noDuplicates: {
            task: {
                done: (who) => `${who} starts the tasks, do not run it again: those that succeeded would run twice.`,
                running: (who) => `${who} starts the tasks, do not run it again: those that may still be running would run twice.`,
                both: (who) => `${who} starts the tasks, do not run it again: those that succeeded or may still be running would run twice.`
            },
            resource: {
                done: (who) => `${who} makes the changes, do not run it again: those that are done would be made a second time.`,
                running: (who) => `${who} makes the changes, do not run it again: those under way would be made a second time.`,
                both: (who) => `${who} makes the changes, do not run it again: those that are done or under way would be made a second time.`
            }
        }
    },
    /** The line "For support". */
    support: {
        one: (noun, id) => `${noun} ${id}`,
        several: { task: (ids) => `tasks ${ids}`, resource: (ids) => `resources ${ids}` },
        andMore: (count) => `and ${count} more`,
        /** Of answers that are about others than the ones asked for. */
        answeredAbout: (noun, ids) => `answered about ${noun} ${ids}`,
        /** Which request the last id is of, where some failed. */
        ofAnswer: 'of the last good answer',
        /** Where later ones brought no id. */
        ofEarlier: (what) => `of an earlier request, ${what}`,
        requestIds: (count, ids) => `request ${count === 1 ? 'id' : 'ids'}: ${ids}`,
        endpoint: (url) => `endpoint ${url}`,
        /** `since`: when the first was, where only the last are told. `isDecisive`: the verdict comes from the last of them. */
        failures: (count, throttled, last, isDecisive, about) => `${plural(count, 'failed request')} in all${about && `, of ${about}`}${isDecisive ? '' : ', without effect on the verdict'}${throttled > 0 ? ` (${throttled} throttled)` : ''}${last.since && `, listed are the first (${last.since}) and the last${last.count > 1 ? ` ${last.count}` : ''}`}${last.some && `: ${last.some}`}`,
        notFound: (count) => `${plural(count, 'poll')} did not find it`,
        at: (what, times) => `${what} at ${times.join(', ')}`,
        ended: (at) => `step ended ${at}`,
        version: (version) => `await-huawei-cloud-task ${version}`
    },
    places: {
        workspace: (id) => `workspace ${id}`,
        workspaceUnset: (name) => `workspace ${name} (none given)`,
        project: (id) => `project ${id}`,
        enterpriseProject: (id) => `enterprise project ${id}`,
        region: (id) => `region ${id}`
    },
    log: {
        begin: (version, time) => `await-huawei-cloud-task ${version}, ${time}`,
        waiting: (what, limitMs) => `waiting at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limitMs)} for ${what}`,
        waitingUntilGone: (what, limitMs) => `waiting at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limitMs)} until ${what} is gone`,
        pollingOnce: (what) => `polling ${what} once (timeout: 0)`,
        signsIn: (how) => `sign-in: ${how}`,
        /** Before a warning, with what stands between them. */
        warning: 'Warning: ',
        noState: '(no state)',
        noLongerKnown: 'no longer known (proof that it is gone needs three such answers over at least 30s)',
        notKnown: 'not found (gone already, or an input is wrong)',
        cause: (owner) => (owner === undefined ? 'Cause: ' : `Cause of ${owner}: `),
        notVisible: (graceMs) => graceMs > 0 ? `not found yet (not-found-grace: ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(graceMs)})` : 'not found yet',
        vanished: 'no longer found',
        requestFailed: 'request failed',
        /** Of a failure, which is told once. */
        nextPoll: (what, ms) => `${what}; next poll in ${ms < 1000 ? 'less than 1s' : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)} (repeats are not logged)`,
        lastPoll: (what) => `${what}; this was the last poll`,
        /** Beside the word for an end, of a task that goes on. */
        goesOn: 'not the end yet: a subtask is still running',
        foundAgain: 'found',
        answersAgain: 'requests succeed again',
        still: (what) => `still ${what}`,
        firstAnswer: 'waiting for the first answer',
        done: (done, all) => `${done} of ${all} done`,
        running: (count) => `${count} running`,
        failed: (count) => `${count} failed`,
        /** A wait that ended without telling how the task did. */
        givenUp: (count) => `${count} given up`,
        notSeen: (count) => `${count} not seen yet`,
        noAnswerFor: (ms) => `no answer for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`,
        noAnswerOn: (count, ms) => `no answer about ${count} for up to ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`,
        polls: (count) => plural(count, 'poll'),
        subtasks: (summary) => `subtasks ${summary}`,
        doubts: {
            settling: {
                overlapping: (settleMs) => `may be the end of another run, because runs overlap; polling again for at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settleMs)} (settle)`,
                task: (settleMs) => `may be an earlier run's end; polling again for at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settleMs)} (settle)`,
                resource: (settleMs) => `may be the state before a change; polling again for at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settleMs)} (settle)`
            },
            cached: 'from a cache, made before this step, polling again',
            'open-subtasks': 'not a success yet: a subtask is still running, polling again',
            contradiction: 'not a success yet: the answer contradicts itself, polling again',
            'no-state': 'no state yet, polling again'
        },
        subtasksTitle: (summary) => `Subtasks: ${summary}`,
        subtasksLastSeen: (summary) => `Subtasks when last seen: ${summary}`,
        manyTitle: {
            task: (succeeded, all) => `Tasks: ${succeeded} of ${all} succeeded`,
            resource: (succeeded, all) => `Resources: ${succeeded} of ${all} succeeded`
        },
        more: (count) => `… and ${count} more.`,
        outputsNotSet: (problem) => `The outputs could not be set: ${problem}.`,
        summaryNotWritten: (problem) => `The job summary could not be written: ${problem}`,
        noWords: 'an error without words'
    },
    subtasks: {
        none: 'no subtasks',
        succeeded: (count, all) => `${count}/${all} succeeded`,
        failed: (count) => `${count} failed`,
        stopped: (count) => `${count} stopped`,
        warning: (count) => `${count} with a warning`,
        /** `word`: of the service, where they have one. */
        running: (count, word) => `${count} ${word || 'not ended'}`,
        skipped: (count) => `${count} skipped`,
        unknown: (count) => `${count} in an unknown state`,
        untold: (count) => `${count} without a state`,
        noName: '(no name)'
    },
    summary: {
        task: 'Task',
        resource: 'Resource',
        state: 'State',
        lastState: 'State (last seen)',
        progress: 'Progress',
        started: 'Started',
        ended: 'Ended',
        /** Of what may run on all the same. */
        endInAnswer: 'End in the answer',
        took: 'Took',
        verdict: 'Verdict',
        subtask: 'Subtask',
        message: 'Message',
        whatFailed: 'What failed',
        whyFailed: '**Why it failed:**',
        whatItSays: '**What the service says:**',
        of: (count, all) => `${count}\u00a0of\u00a0${all}`,
        subtasks: (summary) => `**Subtasks:** ${summary}`,
        allSubtasks: (count) => `All ${count} subtasks`,
        otherSubtasks: (count) => (count === 1 ? 'The other subtask' : `The other ${count} subtasks`),
        waited: (ms) => `Waited ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`,
        polls: (count) => plural(count, 'poll'),
        lag: (ms) => `noticed within about ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)} of its end`,
        lags: (count, ms) => `${count === 1 ? 'end of 1 task noticed within about' : `ends of ${count} tasks noticed, each within about`} ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`,
        neverRunning: {
            task: 'The task was never seen running: this can be the success of an earlier run, which the service cannot tell apart.',
            resource: 'The resource was in this state when it was first seen. After a change of a resource that was there before, that can be the state before the change; after a creation it cannot.'
        },
        someNeverRunning: {
            task: (count, all) => `${count} of ${all} tasks ${count === 1 ? 'was' : 'were'} never seen running: ${count === 1 ? 'its success' : 'each success'} can be that of an earlier run, which the service cannot tell apart.`,
            resource: (count, all) => `${count} of ${all} resources ${count === 1 ? 'was' : 'were'} in this state when first seen. After a change of a resource that was there before, that can be the state before the change; after a creation it cannot.`
        }
    },
    chart: {
        since: (time) => `Since ${time}`,
        crit: '🟥 failed or stopped',
        plain: '🟨 with a warning, skipped, or without a state',
        active: '🟦 running or not known (when last polled)',
        done: '🟩 succeeded',
        notDrawn: (count) => `not drawn: ${count} more`
    },
    warnings: {
        leftOut: (kept) => `A task has more than ${kept} subtasks: all of them are judged, and ${kept} are kept to be shown.`,
        /** `owner`: the task, where there are several. */
        unknownWord: (word, owner) => `This action does not know the state "${word}"${owner && ` (task ${owner})`}.`,
        tokenEnds: (at, timeoutMs) => `At the start of the step, IAM said that the token would expire at ${at}, before the timeout (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(timeoutMs)}) was over. This token cannot be renewed; with keyless sign-in, or username and password, the step signs in again by itself.`,
        clock: (skewMs, isBehind) => `The clock of the runner is ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(skewMs)} ${isBehind ? 'behind' : 'ahead of'} the cloud's. From here on requests are signed with the cloud's time.`,
        longTimeout: (timeoutMs) => `timeout is ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(timeoutMs)}, but a job ends after 6 hours unless its timeout-minutes says more, and GitHub's own runners never go beyond.`
    },
    /** For those who run the job with debug logging. */
    debug: {
        poll: (owner, number, at, what) => `${owner && `${owner}: `}poll ${number} at ${at}: ${what}`,
        answer: (httpStatus, state, requestId) => `${httpStatus === undefined ? '' : `HTTP ${httpStatus} `}${state}${requestId}`,
        request: (request, what) => `${request}: ${what}`,
        httpStatus: (status, requestId) => `HTTP ${status}${requestId === undefined ? '' : `, request id ${requestId}`}`,
        again: 'refused, sent once more',
        againOtherwise: 'refused, sent once more with other credentials',
        noCauses: (problem) => `Why the task failed could not be read: ${problem}`,
        noMoreForCauses: 'no further request is sent for it',
        noTokenLife: 'How long the token is valid could not be read.'
    },
    /** What a failed request brought, as a clause. */
    answer: {
        status: (status, what) => `HTTP ${status}${what}`,
        page: ', not JSON (probably from a gateway or proxy between the runner and the service)',
        notJson: ', not JSON',
        empty: ' with an empty body',
        broken: (problem) => ` with ${problem}`,
        unreadable: 'an answer that cannot be read',
        error: ' with an error',
        otherForm: (problem) => ` with an answer of another form: ${problem}`,
        withoutTask: ' with a list without this task',
        proxyAsks: ', a proxy on the way wants a user and password',
        networkLogIn: ", the log-in page of the runner's network",
        redirect: (host, isLogIn) => `, a redirect${host === undefined ? '' : ` to ${host}`}${isLogIn ? ', which looks like the log-in page of a network' : ''}; this step does not follow redirects`,
        anotherHost: 'another host',
        tooLate: 'the time limit passed before its answer came',
        code: (what, said) => `${what}, ${said}`,
        requestId: (id) => ` (request id ${id})`,
        brokenJson: 'broken JSON',
        twice: (key) => `the key ${key === undefined ? '' : `${key} `}twice in one object, with different values`,
        values: (most) => `more than ${most.toLocaleString('en')} values`,
        levels: (most) => `more than ${most} levels of nesting`,
        wrongCompression: 'an answer in a compression that was not asked for',
        compression: (coding) => `an answer that says it is compressed (${coding}) and cannot be unpacked`,
        notUtf8: 'an answer whose text is not UTF-8',
        charset: (charset) => `an answer whose text is neither UTF-8 nor readable as ${charset ?? 'what it declares'}`
    },
    /** Why no answer came, as a clause. */
    connection: {
        noName: (host, code) => `the name ${host} could not be looked up (${code})`,
        refused: (host, code) => `${host} refused the connection (${code})`,
        loopbackRefused: (host, code) => `nothing listens at ${host}, which is the runner itself (${code})`,
        broken: (host, code) => `the connection to ${host} was broken off (${code})`,
        largeHeaders: (host, code) => `${host} sent an answer with too large headers (${code})`,
        halfWay: (host, code) => `${host} broke off its answer half-way (${code})`,
        noHttp: (host, code) => `what came from ${host} is not HTTP (${code}): something else listens there, or something between the runner and ${host} answers for it`,
        failed: (host, why) => `the connection to ${host} failed (${why})`,
        timeout: (host, seconds) => `${host} gave no complete answer within ${seconds} s`,
        timeoutThrough: (proxy, host, seconds) => `${host} gave no complete answer within ${seconds} s, by way of ${proxy}`,
        tooLarge: (host, mebibytes) => `${host} sent an answer of more than ${mebibytes} MiB`,
        untrusted: (host, code, extra) => `the certificate of ${host} is not trusted (${code})${extra}`,
        notYetValid: (host, time, code) => `the certificate of ${host} is not yet valid by the runner's clock, which says ${time} (${code})`,
        expired: (host, time, code) => `the certificate of ${host} has expired by the runner's clock, which says ${time} (${code})`,
        otherName: (host, code) => `the certificate of ${host} is for another name (${code})`,
        certificate: (host, why, code) => `the certificate of ${host} is refused: ${why} (${code})`,
        plainHttp: (host, code) => `${host} speaks plain HTTP or another protocol where TLS belongs (${code}): check its port`,
        noTls: (host, why) => `${host} and this runner agree on no TLS connection (${why})`,
        extraFolder: '; NODE_EXTRA_CA_CERTS names a folder, and takes a file',
        extraNoPem: '; the file that NODE_EXTRA_CA_CERTS names holds no certificate in PEM',
        extraUnread: (code) => `; the file that NODE_EXTRA_CA_CERTS names cannot be read (${code})`,
        proxy: (address, variable) => `the proxy ${address} (${variable})`,
        proxyPassword: (proxy, host, variable) => `${proxy}, through which ${host} is reached, rejects the user and password in ${variable} (HTTP 407)`,
        proxyNoPassword: (proxy, host, variable) => `${proxy}, through which ${host} is reached, wants a user and password, and ${variable} has none (HTTP 407)`,
        proxyStatus: (proxy, host, status) => `${proxy}, through which ${host} is reached, answered HTTP ${status} instead of opening a connection`,
        proxyPlain: (proxy, host, variable) => `${proxy}, through which ${host} is reached, speaks plain HTTP: ${variable} begins with https://, and http:// is probably meant`,
        wayTo: (what, host) => `${what}; it is the way to ${host}`
    },
    proxy: {
        socks: (variable) => `${variable} names a SOCKS proxy, which cannot be used here: set it to the address of an HTTP proxy such as http://proxy.example:3128`,
        unreadable: (variable) => `${variable} cannot be read: set it to the address of an HTTP proxy such as http://proxy.example:3128; percent-encode special characters in its user and password`,
        problem: (what, host) => `${what}, or name ${host} in NO_PROXY.`
    },
    /** What is wrong with an answer's JSON, as a clause. */
    malformed: {
        kinds: {
            null: 'null',
            list: 'a list',
            object: 'an object',
            string: 'a string',
            number: 'a number',
            boolean: 'a boolean',
            bigint: 'a bigint',
            symbol: 'a symbol',
            function: 'a function',
            undefined: 'missing'
        },
        theAnswer: 'the answer',
        /** What an answer lists. */
        parts: {
            backup: 'backup',
            check: 'check',
            event: 'event',
            instance: 'instance',
            invocation: 'invocation',
            job: 'job',
            node: 'node',
            order: 'order',
            result: 'result',
            stackInstance: 'stack instance',
            stage: 'stage',
            step: 'step',
            subJob: 'sub-job',
            subtask: 'subtask',
            task: 'task',
            url: 'URL'
        },
        part: (what, number) => `${what} ${number}`,
        oneOf: (what) => `one of ${what}`,
        object: (what, kind) => `${what} should be an object and is ${kind}`,
        text: (what, kind) => `${what} should be a string and is ${kind}`,
        empty: (what) => `${what} is empty`,
        integer: (what, kind) => `${what} should be an integer and is ${kind}`,
        list: (what, kind) => `${what} should be a list and is ${kind}`,
        boolean: (what) => `${what} should be true or false`,
        number: (what) => `${what} should be a number`,
        texts: (what, found) => `${what} should hold strings and holds ${found}`,
        noTime: (what, found) => `${what} is not a time: ${found}`,
        requestStatus: (status) => `the "status" of the request is ${status}`,
        missing: (what) => `${what} is missing`,
        noTaskId: 'it names no task id',
        httpStatus: (status) => `nothing is proven under HTTP ${status}`,
        noText: (what) => `${what} is not a string`,
        noToken: 'it is not a token',
        noHeader: (name) => `the header ${name} is missing`,
        badId: {
            project: 'the id of the project has characters that no such id has',
            domain: 'the id of the account has characters that no such id has'
        }
    },
    /** What an answer says against the success that it claims, as a clause. */
    against: {
        noGoodPart: 'none of its subtasks shows a success',
        isFalse: (name, reason) => `"${name}" is false: ${reason ?? 'no reason'}`,
        differing: (states) => `entries of its list with its id say ${states}`,
        error: (path, whose, told) => `"${path}"${whose === undefined ? '' : ` of ${whose}`} is ${told}`,
        subtask: 'a subtask',
        count: (count, counted, list, length) => `"${count}" is ${counted} and "${list}" has ${length}`,
        lengths: (one, length, other, otherLength) => `"${one}" has ${length} entries and "${other}" has ${otherLength}, or other ones`,
        expected: (count, counted, expected) => `"${count}" is ${counted} and should be ${expected}`
    },
    /** Credentials: how the step signs in, and why they are refused. */
    kinds: {
        token: 'a ready-made token',
        accessKey: 'an access key',
        temporaryKey: 'temporary keys',
        password: 'user and password',
        oidcAgency: "keyless (temporary keys of STS, in exchange for GitHub's id token)",
        oidcFederation: "keyless (a token of IAM, in exchange for GitHub's id token)",
        ecsAgency: "the ECS instance's agency",
        from: (kind, source) => `${kind}; set by ${source}`,
        inputs: 'the inputs',
        /** Names of environment variables, and whose they are. */
        families: {
            authAction: 'HUAWEI_CLOUD_* (huaweicloud/auth-action)',
            sdk: 'HUAWEICLOUD_SDK_* (the SDKs of Huawei Cloud)',
            terraform: 'HW_* (Terraform for Huawei Cloud)',
            openStack: 'OS_* (OpenStack, Open Telekom Cloud)'
        },
        otherSts: (what, stsRegion, region) => `${what}; with the STS of ${stsRegion}, because none is known in ${region}`,
        passedOver: (family) => `${family} holds only a part of some credentials and was passed over.`
    },
    refusals: {
        clock: {
            headline: "the runner's clock is wrong",
            cause: "The clock of the runner is more than 15 minutes off the cloud's.",
            fix: "Set the runner's clock, by NTP for instance."
        },
        wrongSecret: {
            headline: 'the secret key does not belong to the access key',
            cause: 'The secret key does not belong to the access key.',
            fix: 'Check that secret-key and access-key are a pair and were copied whole.'
        },
        unknownKey: {
            headline: 'this cloud does not know the access key',
            cause: 'For this cloud the access key does not exist: it was deleted or mistyped, belongs to another cloud, or is a temporary key without its security-token.',
            fix: 'Check access-key. Check also that region, cloud and endpoint point to the cloud of this key, and that a temporary key has its security-token.'
        },
        lockedKey: {
            headline: 'the access key is locked for five minutes',
            cause: 'Too many refused signatures have locked the access key for five minutes.',
            fix: 'Check secret-key, wait five minutes, and run the job again.'
        },
        cutToken: {
            headline: 'the token is incomplete or from elsewhere',
            cause: 'The token was cut, or comes from another region or cloud.',
            fix: 'Get the token from the IAM endpoint of the region that the service is in, and pass it whole.'
        },
        expiredToken: {
            headline: 'the token has expired',
            cause: 'The token has expired.',
            fix: 'Get a new token; tokens live 24 hours at most.'
        },
        gatewayCredentials: {
            headline: 'the credentials are missing, wrong or expired',
            cause: 'The credentials are missing, wrong or expired.',
            fix: 'Check the credentials; temporary keys have to outlive the wait.'
        },
        otherAuthentication: {
            headline: 'the API wants another kind of authentication',
            cause: 'This API wants another kind of authentication.',
            fix: 'Check that endpoint is the API of this service.'
        },
        foreignToken: {
            headline: 'the token has expired or is from another region',
            cause: 'The token has expired, or comes from another region.',
            fix: 'Get a new token from the IAM endpoint of the region that the service is in.'
        },
        disabledInRegion: {
            headline: 'the IAM user is disabled in this region',
            cause: 'The IAM user is disabled in this region.',
            fix: 'Enable the user there, or use another one.'
        },
        invalidToken: {
            headline: 'the token is invalid',
            cause: 'The token is invalid.',
            fix: 'Get a new token from the IAM endpoint of the region that the service is in, and pass it whole.'
        },
        lockedAccount: {
            headline: 'the account is locked',
            cause: 'The account is locked.',
            fix: 'Unlock it, or wait until its lock ends, and check the password.'
        },
        wrongPassword: {
            headline: 'the password is wrong',
            cause: 'The password is wrong.',
            fix: 'Check username, password and domain-name. Do not try again before that: refused log-ins lock the user.'
        },
        notAccepted: {
            headline: 'IAM does not accept these credentials',
            cause: 'IAM does not accept these credentials.',
            fix: 'Check the credentials, and that they belong to this cloud and region.'
        },
        notAuthorized: {
            headline: 'access denied: the user is not authorized',
            cause: 'The user is not authorized.',
            fix: 'Give this IAM user (or agency) read permission for the service in this project.'
        },
        noPolicy: {
            headline: 'access denied: no policy allows this',
            cause: 'No policy allows this.',
            fix: 'Grant the action that the message of IAM names.'
        },
        disabledUser: {
            headline: 'the IAM user is disabled',
            cause: 'The IAM user is disabled.',
            fix: 'Enable the user, or use another one.'
        },
        consoleOnly: {
            headline: 'the IAM user may log in to the console only',
            cause: 'The IAM user may log in to the console only.',
            fix: 'Give the user programmatic access.'
        },
        otherSite: {
            headline: 'the account belongs to another site of the cloud',
            cause: 'The account belongs to another site of the cloud (international or Chinese).',
            fix: "Use the region or endpoint of the account's own site."
        },
        trustPolicy: {
            headline: 'STS refuses this job',
            cause: 'This answer of STS can mislead. Users report that the reason is usually the trust policy of the agency, not an identity-based policy: the trust policy does not fit this job, or does not allow sts:agencies:assumeWithOIDC.',
            fix: "Check the agency's trust policy: it has to fit this job's id token, and to allow sts:agencies:assumeWithOIDC."
        },
        audience: {
            headline: 'the audience is not registered',
            cause: "In other words, the audience of this job's id token is not among the client ids of the identity provider.",
            fix: 'Add the audience to the client ids of the provider, or set the input "audience" of this step to a registered client id.'
        },
        unauthenticated: {
            headline: 'the credentials are missing, wrong or expired',
            cause: 'The credentials are missing, wrong or expired.',
            fix: 'Check the credentials; temporary keys and tokens have to outlive the wait.'
        },
        forbidden: {
            headline: 'access denied: no permission to read the task',
            cause: 'These credentials have no permission to read this task.',
            fix: 'Give this IAM user (or agency) read permission for the service in this project, and check project-id and region.'
        },
        permission: {
            headline: 'the service refuses these credentials',
            cause: 'The service refuses these credentials.',
            fix: 'Check the permissions of this IAM user (or agency) for the service and the project.'
        },
        renewedInVain: {
            headline: 'the credentials ended during the wait and could not be renewed',
            cause: 'The credentials were accepted before and are rejected now; the new ones in their place are rejected as well.',
            fix: 'Check that the user, agency or identity provider is still there and enabled, and that its permissions are the same.'
        },
        tokenEnded: {
            headline: 'the token expired during the wait',
            cause: 'The token was accepted before and is rejected now: it has expired.',
            fix: 'Get a new token. Tokens live 24 hours at most: for a long wait use keyless sign-in, or username and password. With these, the step signs in again by itself.'
        },
        keysEnded: {
            headline: 'the keys became invalid during the wait',
            cause: 'The keys were accepted before and are rejected now: they expired, or were deleted or disabled.',
            fix: 'Get new keys. For a long wait use permanent keys, or a sign-in that the step repeats by itself: keyless sign-in, or username and password.'
        },
        idTokensEnded: {
            headline: 'GitHub gives this job no more id tokens',
            cause: "GitHub gave this job id tokens until now, so the runner's own token, with which it gets them, has ended.",
            fix: 'For a wait that outlives it, use a password, or ecs-agency on an ECS instance; or limit it by timeout and wait again in a new job.'
        },
        permissionEnded: (refused) => ({
            ...refused,
            headline: 'access denied: a permission ended during the wait',
            cause: `The task could be read before and cannot be read now: a permission has ended. ${refused.cause}`
        }),
        changedSince: (refused) => ({
            ...refused,
            cause: `It worked before and is refused now: something has changed or expired. ${refused.cause}`
        }),
        /** What a code says, and what is known of who refused; the code's fix alone, where `fixIsComplete`. */
        both: (known, own, fixIsComplete) => ({
            headline: known.headline,
            cause: own.cause,
            meaning: known.cause,
            fix: fixIsComplete ? known.fix : `${known.fix} ${own.fix}`
        }),
        pageAtLogIn: (own) => ({
            headline: 'something between the runner and the cloud answered the log-in',
            cause: 'A page came instead of the answer to the log-in. A log-in is not repeated, because refusals lock accounts.',
            fix: `Something between the runner and the cloud writes such pages: check the proxy and the address. ${own.fix}`
        }),
        logIn: {
            headline: 'IAM refuses the user and password',
            cause: 'IAM refuses the log-in with this user and password.',
            fix: 'Check username, password and domain-name (the name of the account). The project (region or project-id) has to belong to that account, and the user needs programmatic access. Do not try again before that: refused log-ins can lock the user.'
        },
        federation: (claims) => ({
            headline: 'IAM gives no token for this job',
            cause: `IAM gives no token for this job, whose id token has ${claims}.`,
            fix: "Compare iss, aud and sub above with the identity provider's client id and conversion rules. Its signing keys are a copy of GitHub's, made when it was set up: after GitHub has changed its keys, copy them again."
        }),
        sts: (claims, agency, provider) => ({
            headline: 'STS gives no keys for this job',
            cause: `STS gave this job no temporary keys for the agency ${agency} (identity provider ${provider}). The job's id token has ${claims}.`,
            fix: `Compare iss, aud and sub above with the trust policy of the agency (oidc:iss, oidc:aud, oidc:sub), and aud with the client ids of the identity provider.${/repo:[^/]*@/.test(claims) ? ' This sub has the ids of owner and repository (@): the policy has to have them too.' : ''}`
        }),
        claims: (iss, aud, sub) => `iss ${iss}, aud ${aud}, sub ${sub}`,
        noClaim: '(none)',
        noClaims: 'claims that cannot be read',
        noIdToken: {
            headline: 'this job has no id token',
            cause: 'GitHub gives this job no id token, which keyless access needs.',
            isInWorkflow: true,
            fix: `Add to the job the two lines "permissions:" and "id-token: write" (and "contents: read", if the job uses actions/checkout). This does not help runs of pull requests from forks, which never get an id token: leave the wait out of such runs.`
        },
        noIdTokenToGet: 'no id token',
        unsafeIdTokenUrl: {
            headline: "the address of GitHub's id token service is not safe",
            cause: "The address of GitHub's id token service in ACTIONS_ID_TOKEN_REQUEST_URL is neither https nor on this machine: the job's own token is not sent there.",
            fix: 'Check what sets this variable: on GitHub it is the runner alone.'
        },
        unsafeAddress: 'its address is not safe',
        noAgency: {
            headline: 'the ECS instance of the runner has no agency',
            cause: 'The ECS instance of the runner has no agency.',
            fix: 'Give the ECS instance of the runner an agency in its settings, or use other credentials.'
        },
        noProjects: {
            headline: 'the project cannot be looked up',
            cause: 'IAM lets these credentials see no project.',
            fix: 'Give project-id.'
        },
        project: (name, count, found) => ({
            headline: count > 1 ? `there are ${count} projects named ${name}` : `no project named ${name} can be seen`,
            cause: `project-id is not given, so this step looked for a project with the name of the region, ${name}: ${count > 1 ? `there are ${count} such projects` : 'these credentials see none with this name'}. ${found}`,
            fix: 'Set project-id to the id of the project that the task is in. This may be a sub-project, whose name begins with the region and an underscore.'
        }),
        severalProjects: 'several projects found',
        noProject: 'no project found',
        noAccounts: {
            headline: 'the account cannot be looked up',
            cause: 'IAM lets these credentials see no account.',
            fix: 'Give domain-id.'
        },
        account: (found) => ({
            headline: 'which account to use is not known',
            cause: `The service needs a whole account, and IAM does not say which. ${found}`,
            fix: 'Give domain-id, the id of the account.'
        }),
        severalAccounts: 'several accounts found',
        noAccount: 'no account found',
        found: (entries, isAll) => `These credentials see: ${entries.join(', ')}${isAll ? '' : ', …'}.`,
        foundNone: { project: 'These credentials see no project at all.', domain: 'These credentials see no account at all.' }
    },
    /** Where requests go, and what is missing to know it. */
    hosts: {
        fromEndpoint: 'given in the input "endpoint"',
        fromRegion: (region) => `built from region "${region}"`,
        fromBoth: (region, cloud) => `built from region "${region}" and cloud "${cloud}"`,
        forAllRegions: (title, cloud) => `the one of ${title} for all regions of ${cloud}`,
        unknownRegion: (region, near, input, title) => `region is "${region}", which is in no cloud that this action knows.${near ? ` Did you mean ${near}? Otherwise give` : ' Give'} cloud (the domain, such as myhuaweicloud.com) or ${input} (the base URL of ${title}).`,
        noHost: (region, title, { known, more, isNowhere, domain, input }) => {
            const some = known.length > 0 ? `, only in ${known.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : '';
            const none = isNowhere ? `, nor in any other region of ${domain}` : '';
            return `region is "${region}": no host of ${title} is known there${some}${none}. Give ${input}, its base URL there, such as https://….${region}.${domain}.`;
        },
        noGlobalHost: (title, cloud, input) => `${title} has no known host in ${cloud}: give ${input}, its base URL there.`,
        noGlobalHostOfRegion: (region, title, cloud, input) => `region is "${region}": no host of ${title} is known in its cloud, ${cloud}. Give ${input}, its base URL there.`
    },
    /** Problems of the input `expect`. */
    expect: {
        onlyResources: (service, names) => `expect is given, but ${service} waits for tasks, which end by themselves: leave it out. It is for resources: ${names.join(', ')}.`,
        form: (title, ends) => `gone, or states of ${title}: ${ends.join(', ')}`,
        goneAlone: (shown) => `expect is ${shown}: gone cannot be expected together with other words.`,
        noEnd: (word, isFailure, takes) => `expect has ${word}, which ${isFailure ? 'is a failure' : 'passes into another state by itself'}: it takes ${takes}.`,
        unknown: (word, takes) => `expect has ${word}, which is no state to wait for: it takes ${takes}.`,
        /** Where the case of the letters alone is wrong. */
        letters: (word, near) => `expect has ${word}. Did you mean "${near}"? Upper and lower case count.`,
        near: (word, near, takes) => `expect has ${word}, which is no state to wait for. Did you mean ${near}? It takes ${takes}.`
    },
    /** Problems of inputs, each a sentence that names the input. */
    inputs: {
        wrongForm: (name, shown, accepted) => `${name} is ${shown}: it takes ${accepted}.`,
        longText: (characters) => `a text of ${characters} characters`,
        missing: (name, accepted) => `${name} is missing or empty: it takes ${accepted}.`,
        taskIdMissing: (accepted) => `task-id is missing or empty: it takes ${accepted}. Did the step before it set its output?`,
        wrongUrl: (name, example) => `${name} takes a base URL such as ${example}: https (http for a loopback host alone), no user or password, no query.`,
        unknownService: (name, near) => near.length > 0
            ? `service is ${name}. Did you mean ${near.join(' or ')}?`
            : `service is ${name}, which this action does not know.`,
        serviceMissing: 'service is missing or empty.',
        services: (names) => `Services that this action knows: ${names.join(', ')}.`,
        definitionUnused: 'definition is given, but only service: custom takes one. Give service: custom, or leave definition out.',
        definitionMissing: 'definition is missing or empty: service custom takes a map in YAML or JSON that says how to read the task and what the answers mean, beginning with path: /v1/….',
        endpointMissing: 'endpoint is missing or empty: service custom takes the base URL of the service, such as https://service.example.com, or a definition with host, and region.',
        regionMissing: (variables) => `region is missing: give region, or endpoint, or set it in the environment (${variables}).`,
        emptyId: 'ids separated by commas, blanks or new lines, and has an empty one beside a comma',
        manyIds: (count) => `${count} ids`,
        atMost: (count) => `at most ${count}`,
        twoIds: (parent, own) => `parent/id: ${parent}, a slash, and ${own}`,
        oneOrTwoIds: (parent, own) => `${parent}; or this, a slash, and ${own}`,
        likeOthers: (accepted, others) => `${accepted}; it looks like an id of ${others.join(' or ')}`,
        anyId: 'the id that the starting call returned',
        lookUpFailed: (accepted) => `${accepted}; this is what a look-up leaves that found nothing`,
        exponent: (accepted) => `${accepted}; this is what becomes of a long number that something reads as a number: pass it on as a text, in quotes`,
        wholeAnswer: (field) => `task-id is the whole JSON of an answer: pass its id alone${field === undefined ? '' : `, .${field} (for instance with jq --raw-output .${field})`}.`,
        otherAccount: (given, ofAgency) => `domain-id is ${given}, but agency-urn is of the account ${ofAgency}: leave domain-id out, or give that account's.`,
        intervals: 'min-interval is longer than max-interval: raise max-interval or lower min-interval.',
        unusedRegion: (title) => `region is not used: ${title} has one host for all regions.`,
        unusedProject: (title) => `project-id is not used: the tasks of ${title} are those of the whole account.`,
        unusedDomain: (title) => `domain-id is not used: the tasks of ${title} are those of a project.`,
        unusedDomainOfToken: 'domain-id is not used: a ready-made token is for an account or a project by itself.',
        unusedEnterpriseProject: (title) => `enterprise-project-id is not used: ${title} does not take it.`,
        otherKinds: (names) => `${names.join(' and ')} belong to different kinds of credentials: give the inputs of one kind alone.`,
        accountById: ' The account of a service is not given by its name, but by its id: domain-id.',
        half: (present, missing) => `${present} ${isList(present) ? 'need' : 'needs'} ${missing} as well, which ${isList(missing) ? 'are' : 'is'} empty: give ${isList(present + missing) ? 'all of these inputs, or none' : 'both, or none'}.`,
        noCredentials: 'no credentials were given: all inputs for them are empty, and the environment has none.',
        whyNoCredentials: 'Was a secret not set? Set it; then a re-run is enough, where the job only waits. Runs for pull requests from forks get no secrets. Does the value come from another job? GitHub drops a job output that holds a masked value.',
        kindsOfCredentials: (families) => `Give one kind: token; or access-key and secret-key; or provider-urn and agency-urn; or identity-provider; or ecs-agency; or username, password and domain-name. They can also come from the environment: ${families.join(', ')}.`,
        noCredential: (part) => `${part} holds no credential: it is ***, null, undefined, or shorter than 4 characters. Check the secret or the step that it comes from.`,
        bearer: (name) => `${name} begins with "Bearer": leave that word out and give the token alone.`,
        wrongSecret: (name) => `${name} holds white space, a line break or a character that no such secret has: was it copied whole?`,
        domainIdMissing: (variables) => `domain-id is missing: an identity provider gives tokens for a whole account by its id alone. Give domain-id, or set it in the environment (${variables}).`,
        projectIdMissing: (variables) => `project-id is missing: give project-id, or region for the region's own project, or set it in the environment (${variables}).`,
        addressMissing: (input, title) => `${input} is missing: give it, or region, to say where ${title} is.`,
        noLookUp: (input, region) => `${input} is missing, and it cannot be looked up, because no IAM${region === undefined ? '' : ` of region "${region}"`} is known. Give ${input}, or iam-endpoint.`,
        forms: {
            projectName: 'the name of an IAM project: one line of at most 64 characters',
            oneLine: 'one line of text',
            region: 'a region id such as eu-de or cn-north-4',
            projectId: 'the id of an IAM project: letters, digits, "-" and "_"',
            domainId: 'the id of the account, hexadecimal digits such as 0a1b2c3d4e5f60718293a4b5c6d7e8f9, and not its name',
            enterpriseProjectId: 'the id of an enterprise project: a UUID, 0 for the default one, or all where the service takes that',
            workspace: 'the id of a workspace: letters, digits, "-" and "_"',
            cloud: 'a domain such as myhuaweicloud.com',
            providerUrn: 'a URN such as iam::<account id>:oidcProvider:<name>',
            agencyUrn: 'a URN such as iam::<account id>:agency:<name>',
            audience: 'characters without white space or line breaks',
            identityProvider: 'the name of an identity provider in IAM',
            duration: (minSeconds, maxHours) => `a duration from ${minSeconds}${minSeconds > 0 ? 's' : ''} to ${maxHours}h, such as 90 (seconds), ${maxHours > 1 ? '90s, 15m or 1h30m' : '90s or 15m'}`,
            boolean: 'true or false',
            oneOf: (choices) => choices.join(' or ')
        }
    }
};


/***/ }),

/***/ 150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ExitCode: () => (/* binding */ ExitCode),
  addPath: () => (/* binding */ addPath),
  debug: () => (/* binding */ debug),
  endGroup: () => (/* binding */ endGroup),
  error: () => (/* binding */ error),
  exportVariable: () => (/* binding */ exportVariable),
  getBooleanInput: () => (/* binding */ getBooleanInput),
  getIDToken: () => (/* binding */ getIDToken),
  getInput: () => (/* binding */ getInput),
  getMultilineInput: () => (/* binding */ getMultilineInput),
  getState: () => (/* binding */ getState),
  group: () => (/* binding */ group),
  info: () => (/* binding */ info),
  isDebug: () => (/* binding */ isDebug),
  markdownSummary: () => (/* reexport */ markdownSummary),
  notice: () => (/* binding */ notice),
  platform: () => (/* reexport */ platform_namespaceObject),
  saveState: () => (/* binding */ saveState),
  setCommandEcho: () => (/* binding */ setCommandEcho),
  setFailed: () => (/* binding */ setFailed),
  setOutput: () => (/* binding */ setOutput),
  setSecret: () => (/* binding */ setSecret),
  startGroup: () => (/* binding */ startGroup),
  summary: () => (/* reexport */ summary),
  toPlatformPath: () => (/* reexport */ toPlatformPath),
  toPosixPath: () => (/* reexport */ toPosixPath),
  toWin32Path: () => (/* reexport */ toWin32Path),
  warning: () => (/* binding */ warning)
});

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(9338);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new lib/* HttpClient */.Qq('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./scripts/actions-exec/index.js
// @actions/core loads @actions/exec, and @actions/io with it, for its `platform` alone, which nothing here uses.
// Without them the bundle is smaller, starts sooner, and has no code that could start a process.
function getExecOutput() {
  throw new Error(
    '@actions/exec is not bundled, for nothing used it: see scripts/actions-exec and the overrides in package.json'
  );
}

;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 9338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./scripts/undici/index.js
// @actions/http-client loads undici at once, and uses it for `getAgentDispatcher` alone, which nothing here calls.
// Without it the bundle is less than a third as large, starts sooner and needs less memory.
class ProxyAgent {
  constructor() {
    throw new Error('undici is not bundled, for nothing used it: see scripts/undici and the overrides in package.json');
  }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6857);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
