import {type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage} from 'node:http';
import {Agent as HttpsAgent, request as httpsRequest} from 'node:https';
import {HttpClient} from '@actions/http-client';
import type {Environment} from '../environment.ts';
import {errorCode} from '../errors.ts';
import {inWords, type Message} from '../text.ts';
import {en} from '../words/en.ts';
import {type BodyText, bodyText, decodeBody} from './body.ts';
import {connectionProblem} from './connection-problem.ts';
import {type ForwardProxy, proxyFor} from './proxy.ts';
import {addressOf, TunnelAgent} from './tunnel.ts';

/** Header names are in lower case. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpAnswer extends BodyText {
  readonly status: number;
  header(name: string): string | undefined;
}

/** Sends one request, once. Rejects with a TransportError, or with the signal's reason when that aborts. */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** No complete answer came: in one clause about the host. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** The message in any language; `message` is English. */
  readonly what: Message;
  /** Something below the API keeps every request out: a certificate, TLS, a proxy's password, what is no HTTP. */
  readonly isFinal: boolean;
  /** The connection was kept from an earlier request, and the server had closed it, or nobody knew it any more. */
  readonly staleConnection: boolean;
  /** What a proxy answered instead of a connection. */
  readonly proxyStatus: number | undefined;
  readonly isUntrusted: true | undefined;

  constructor(
    what: Message,
    options: {
      isFinal?: boolean;
      staleConnection?: boolean;
      proxyStatus?: number | undefined;
      isUntrusted?: true | undefined;
      cause?: unknown;
    } = {}
  ) {
    super(inWords(what, en), {cause: options.cause});
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

export interface TransportOptions {
  readonly timeoutMs: number;
  /** Names the proxies. */
  readonly environment: Environment;
}

/**
 * A transport that uses a single method of `@actions/http-client`, `requestRaw`, which follows no redirects (they would take
 * `X-Auth-Token` along), repeats nothing and reads no proxy from the environment.
 */
export function createTransport({timeoutMs, environment}: TransportOptions): Transport {
  const client = new HttpClient('await-huawei-cloud-task', [], {socketTimeout: timeoutMs});
  /** Connections by origin. */
  const agents = new Map<string, HttpAgent>();
  const turn = createTurns();

  function agentFor(url: URL): HttpAgent {
    const agent = agents.get(url.origin) ?? createAgent(url, proxyFor(url, environment), timeoutMs);
    agents.set(url.origin, agent);
    return agent;
  }

  return async (request, signal) => {
    signal.throwIfAborted();
    const {host} = request.url;
    const attempt = new AbortController();
    const agent = agentFor(request.url);
    const exchange = createExchange(client, agent, request, attempt.signal);
    const stopped = new Promise<never>((_, reject) => {
      attempt.signal.addEventListener('abort', () => reject(attempt.signal.reason), {once: true});
    });
    const tooLate = () => {
      const staleConnection = exchange.isSilentOnKeptConnection();
      if (staleConnection) dropIdle(agent);
      const proxy = proxyFor(request.url, environment);
      const what: Message = ({connection}) =>
        proxy
          ? connection.timeoutThrough(connection.proxy(proxy.url.host, proxy.variable), host, timeoutMs / 1000)
          : connection.timeout(host, timeoutMs / 1000);
      attempt.abort(new TransportError(what, {staleConnection}));
    };
    const timer = setTimeout(tooLate, timeoutMs);
    const onAbort = () => attempt.abort(signal.reason);
    signal.addEventListener('abort', onAbort, {once: true});
    const answer = async (): Promise<HttpAnswer> => {
      let message: IncomingMessage;
      try {
        message = await exchange.send();
      } catch (error) {
        const {
          message: problem,
          isFinal,
          proxyStatus,
          isUntrusted
        } = connectionProblem(host, error, {
          date: new Date(),
          extraCertificates: environment.NODE_EXTRA_CA_CERTS
        });
        const staleConnection = exchange.isOnKeptConnection() && isBrokenConnection(errorCode(error));
        if (staleConnection) dropIdle(agent);
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
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  };
}

function createAgent({protocol}: URL, proxy: ForwardProxy | undefined, timeoutMs: number): HttpAgent {
  const options = {keepAlive: true, autoSelectFamilyAttemptTimeout: addressAttemptMs};
  if (proxy) return new TunnelAgent(proxy, {...options, timeout: timeoutMs});
  return protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
}

/** One request and its connection. */
function createExchange(client: HttpClient, agent: HttpAgent, request: HttpRequest, signal: AbortSignal) {
  const {method, url, headers, body} = request;
  let sent: ClientRequest | undefined;
  let bytesBefore = 0;
  const isOnKeptConnection = () => sent?.reusedSocket === true;
  return {
    isOnKeptConnection,
    isSilentOnKeptConnection: () => isOnKeptConnection() && sent?.socket?.bytesRead === bytesBefore,
    async send(): Promise<IncomingMessage> {
      const module = {
        request(options: Parameters<typeof httpsRequest>[0], onAnswer: (answer: IncomingMessage) => void) {
          sent = (url.protocol === 'https:' ? httpsRequest : httpRequest)(options, onAnswer);
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
        headers: {'user-agent': client.userAgent, ...headers},
        agent,
        signal,
        maxHeaderSize: maxHeaderBytes
      };
      const info = {options, parsedUrl: url, httpModule: module as unknown as typeof import('node:https')};
      return (await client.requestRaw(info, body || null)).message;
    }
  };
}

/** A rest of an earlier answer on a kept connection is no HTTP either. */
function isBrokenConnection(code: string | undefined): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE' || code?.startsWith('HPE_') === true;
}

/** What met one kept connection has met the others, so that the next request gets a new one. */
function dropIdle(agent: HttpAgent): void {
  for (const socket of Object.values(agent.freeSockets).flatMap(sockets => sockets ?? [])) socket.destroy();
}

/** A turn of the event loop for each that waits, with timers and signals between them. */
function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise(resolve => setImmediate(resolve)));
    return last;
  };
}

/** Text is made of a large body in a turn of its own, so that timers and signals come in between. */
async function readBody(message: IncomingMessage, host: string, turn: () => Promise<void>): Promise<BodyText> {
  const tooLarge = () => {
    message.destroy();
    return new TransportError(words => words.connection.tooLarge(host, maxBodyBytes / 1024 / 1024));
  };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (Number(message.headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge();
  try {
    for await (const chunk of message as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maxBodyBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    const code = errorCode(error) ?? 'closed';
    throw new TransportError(words => words.connection.halfWay(host, code), {cause: error});
  }
  if (bytes > maxBodyBytes) throw tooLarge();
  const decoded = await decodeBody(Buffer.concat(chunks), message.headers['content-encoding'] ?? '', maxBodyBytes);
  if (decoded === 'too-large') throw tooLarge();
  if (bytes > largeBodyBytes || ('length' in decoded && decoded.length > largeBodyBytes)) await turn();
  return 'problem' in decoded
    ? {text: '', problem: decoded.problem}
    : bodyText(decoded, message.headers['content-type'] ?? '');
}
