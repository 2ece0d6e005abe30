import {type ClientRequest, request as httpRequest, type IncomingMessage} from 'node:http';
import {type AgentOptions, Agent as HttpsAgent, request as httpsRequest, type RequestOptions} from 'node:https';
import {isIP, type Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import {type ConnectionOptions, connect as connectTls} from 'node:tls';
import type {ForwardProxy} from './proxy.ts';

/** No tunnel came about: the proxy could not be reached (`cause`), or answered with another status than 2xx. */
export class TunnelError extends Error {
  override readonly name = 'TunnelError';
  readonly proxy: ForwardProxy;
  readonly status: number | undefined;

  constructor(proxy: ForwardProxy, reason: {readonly cause?: unknown; readonly status?: number | undefined}) {
    super(`no tunnel through the proxy ${proxy.url.host}`, {cause: reason.cause});
    this.proxy = proxy;
    this.status = reason.status;
  }
}

/** TLS connections through a proxy's CONNECT, kept for further requests as direct ones are. */
export class TunnelAgent extends HttpsAgent {
  readonly #proxy: ForwardProxy;
  readonly #options: AgentOptions;

  /** `timeout` limits the silence of the proxy. */
  constructor(proxy: ForwardProxy, {timeout, ...options}: AgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#options = {...options, timeout};
  }

  override createConnection(
    options: RequestOptions,
    connected: (error: Error | null, socket: Duplex) => void = () => undefined
  ): undefined {
    const fail = (reason: ConstructorParameters<typeof TunnelError>[1]) =>
      connected(new TunnelError(this.#proxy, reason), undefined as never);
    const connecting = this.#connect(options);
    connecting.once('connect', async (response: IncomingMessage, socket: Socket, head: Buffer) => {
      connecting.removeAllListeners('timeout');
      if (head.length > 0) socket.unshift(head);
      const {statusCode: first = 0} = response;
      const status = isInterim(first) ? await finalStatus(socket) : first;
      if (status === undefined || status < 200 || status > 299) {
        socket.destroy();
        fail(
          status === undefined ? {cause: Object.assign(new Error('no final answer'), {code: 'ECONNRESET'})} : {status}
        );
        return;
      }
      socket.removeAllListeners('timeout');
      connected(null, connectTls({ALPNProtocols: ['http/1.1'], ...(options as ConnectionOptions), socket}));
    });
    connecting.once('timeout', () => connecting.destroy(Object.assign(new Error('silent'), {code: 'ETIMEDOUT'})));
    connecting.once('error', cause => fail({cause}));
    connecting.end();
  }

  #connect({host, port}: RequestOptions): ClientRequest {
    const {url, authorization} = this.#proxy;
    const target = `${isIP(host ?? '') === 6 ? `[${host}]` : host}:${port}`;
    const connect = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return connect({
      ...this.#options,
      method: 'CONNECT',
      ...addressOf(url),
      path: target,
      headers: {host: target, ...(authorization !== undefined && {'proxy-authorization': authorization})},
      agent: false
    });
  }
}

/** The host and port of an address, as Node takes them: IPv6 without brackets. */
export function addressOf({hostname, port, protocol}: URL): {readonly host: string; readonly port: string | number} {
  return {host: hostname.replace(/^\[|\]$/g, ''), port: port || (protocol === 'https:' ? 443 : 80)};
}

/** A proxy may say first that it has begun. */
function isInterim(status: number): boolean {
  return status >= 100 && status < 200 && status !== 101;
}

const maxHeadBytes = 16 * 1024;

/**
 * The status of the final answer. Node takes the first interim answer for the whole, so the rest is read here; absent where
 * none comes. What follows it stays in the socket.
 */
function finalStatus(socket: Socket): Promise<number | undefined> {
  let text = '';
  return new Promise(resolve => {
    const end = (status?: number) => {
      socket.off('readable', read).off('close', close).off('error', close).off('timeout', close);
      resolve(status);
    };
    const close = () => end();
    const read = () => {
      for (let chunk: Buffer | null = socket.read(); chunk !== null; chunk = socket.read()) {
        text += chunk.toString('latin1');
        for (let at = text.indexOf('\r\n\r\n'); at !== -1; at = text.indexOf('\r\n\r\n')) {
          const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(text)?.[1] ?? 0);
          text = text.slice(at + 4);
          if (isInterim(status)) continue;
          end(status);
          if (text !== '') socket.unshift(Buffer.from(text, 'latin1'));
          return;
        }
        if (text.length > maxHeadBytes) return end();
      }
    };
    socket.on('readable', read).on('close', close).on('error', close).on('timeout', close);
    read();
  });
}
