import {Agent, type IncomingMessage, type OutgoingHttpHeaders, type RequestOptions} from 'node:http';
import {HttpClient} from '@actions/http-client';

/** Header names are in lower case. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly text: string;
}

/** Sends one request, once. Rejects with a TransportError, or with the signal's reason when that aborts. */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** No complete answer came. The message is one clause about the host. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** The host's certificate is not to be trusted, or the proxy wants another password, which no repetition fixes. */
  readonly isFinal: boolean;
  /** The connection was kept from an earlier request and the server had closed it. */
  readonly staleConnection: boolean;

  constructor(message: string, options: {isFinal?: boolean; staleConnection?: boolean; cause?: unknown} = {}) {
    super(message, {cause: options.cause});
    this.isFinal = options.isFinal ?? false;
    this.staleConnection = options.staleConnection ?? false;
  }
}

const maxBodyBytes = 8 * 1024 * 1024;
/** Tokens come in headers and can be larger than Node's own limit of 16 KiB. */
const maxHeaderBytes = 256 * 1024;

/**
 * A transport over the client that actions share, which brings proxies and the runner's certificates. Its traps are
 * closed here: it would follow redirects with `X-Auth-Token`, and it has no limit for the whole of a request.
 */
export function createTransport({timeoutMs}: {readonly timeoutMs: number}): Transport {
  const clients = new Map<string, HttpClient>();

  function clientFor({origin}: URL): HttpClient {
    let client = clients.get(origin);
    if (!client) {
      client = new HttpClient('await-huawei-cloud-task', [], {
        allowRedirects: false,
        allowRetries: false,
        keepAlive: true,
        socketTimeout: timeoutMs
      });
      clients.set(origin, client);
    }
    return client;
  }

  return async (request, signal) => {
    signal.throwIfAborted();
    const attempt = new AbortController();
    const stopped = new Promise<never>((_, reject) => {
      attempt.signal.addEventListener('abort', () => reject(attempt.signal.reason), {once: true});
    });
    const tooLate = `${request.url.host} gave no complete answer within ${timeoutMs / 1000} s`;
    const timer = setTimeout(() => attempt.abort(new TransportError(tooLate)), timeoutMs);
    const onAbort = () => attempt.abort(signal.reason);
    signal.addEventListener('abort', onAbort, {once: true});
    try {
      // The race is needed because a silent proxy holds a request without heeding its signal.
      return await Promise.race([send(clientFor(request.url), request, attempt.signal), stopped]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  };
}

async function send(client: HttpClient, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const {host} = request.url;
  let idleConnections: readonly Destroyable[] = [];
  // Read at once by request(), so that several requests in flight do not meet in it.
  client.handlers = [
    {
      prepareRequest(options: RequestOptions) {
        if (isOwnMachine(request.url)) options.agent = direct;
        idleConnections = idleConnectionsOf(options.agent);
        options.signal = signal;
        options.maxHeaderSize = maxHeaderBytes;
        options.host = options.host?.replace(/^\[(.*)\]$/, '$1');
      },
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error('not used'))
    }
  ];
  let message: IncomingMessage;
  try {
    const headers: OutgoingHttpHeaders = {...request.headers};
    ({message} = await client.request(request.method, request.url.href, request.body || null, headers));
  } catch (error) {
    const code = errorCode(error);
    const staleConnection = (code === 'ECONNRESET' || code === 'EPIPE') && idleConnections.length > 0;
    if (staleConnection) for (const connection of idleConnections) connection.destroy();
    throw new TransportError(connectionProblem(host, code, error), {
      isFinal: isCertificateProblem(code) || /\b407\b/.test(tunnelProblem(error)),
      staleConnection,
      cause: error
    });
  }
  return {
    status: message.statusCode ?? 0,
    header: name => {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    text: await readText(message, host)
  };
}

const direct = new Agent();

/** The link-local address of a machine's own metadata means nothing to a proxy, which would ask its own. */
function isOwnMachine({hostname}: URL): boolean {
  return hostname.startsWith('169.254.');
}

interface Destroyable {
  destroy(): unknown;
}

function idleConnectionsOf(agent: RequestOptions['agent']): readonly Destroyable[] {
  const pools = typeof agent === 'object' ? (agent as Partial<Agent>).freeSockets : undefined;
  return Object.values(pools ?? {}).flatMap(sockets => sockets ?? []);
}

async function readText(message: IncomingMessage, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = Number(message.headers['content-length'] ?? 0) > maxBodyBytes ? Number.POSITIVE_INFINITY : 0;
  try {
    if (bytes === 0) {
      for await (const chunk of message as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        if (bytes > maxBodyBytes) break;
        chunks.push(chunk);
      }
    }
  } catch (error) {
    throw new TransportError(`${host} broke off its answer half-way (${errorCode(error) ?? 'closed'})`, {cause: error});
  }
  if (bytes > maxBodyBytes) {
    message.destroy();
    throw new TransportError(`${host} sent an answer of more than ${maxBodyBytes / 1024 / 1024} MiB`);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // With several addresses Node gathers the errors of all of them.
  return 'errors' in error && Array.isArray(error.errors) ? errorCode(error.errors[0]) : undefined;
}

const certificateCodes: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);

function isCertificateProblem(code: string | undefined): boolean {
  return code !== undefined && (certificateCodes.has(code) || code.startsWith('CERT_'));
}

function connectionProblem(host: string, code: string | undefined, error: unknown): string {
  if (isCertificateProblem(code)) return `the certificate of ${host} is not to be trusted (${code})`;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${host} could not be looked up (${code})`;
    case 'ECONNREFUSED':
      return `${host} refused the connection (${code})`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `the connection to ${host} was broken off (${code}${tunnelProblem(error)})`;
    default:
      return `the connection to ${host} failed (${code ?? (error instanceof Error ? error.message : String(error))})`;
  }
}

/** The tunnel through a proxy reports every problem as a reset; its text has the cause. */
function tunnelProblem(error: unknown): string {
  return error instanceof Error && /tunneling socket/.test(error.message) ? `, proxy: ${error.message}` : '';
}
