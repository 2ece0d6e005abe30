import {type ChildProcess, fork} from 'node:child_process';
import {generateKeyPairSync, type KeyObject, randomBytes, sign} from 'node:crypto';
import {EventEmitter, once} from 'node:events';
import {createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import {fileURLToPath} from 'node:url';

/** Answers one request, or does what an answer should not do. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Number of the connection that it came over, from 1 on. */
  readonly connection: number;
  /** By `performance.now()`. */
  readonly atMs: number;
  /** How long the exchange was open; absent while it is. */
  openMs?: number;
}

export interface LoopbackServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** Resolves when so many requests have come. */
  received(count: number): Promise<void>;
  /** Ends the server and all its connections. */
  stop(): void;
}

export interface ServerOptions {
  readonly host?: '127.0.0.1' | '::1';
  /** Default: any that is free. */
  readonly port?: number;
  readonly tls?: Identity;
}

const stops = new Set<() => void>();

/** Ends all servers and proxies that were started. */
export function stopAll(): void {
  for (const stop of stops) stop();
  stops.clear();
}

/** A server on loopback that gives these answers in turn; the last one repeats. */
export async function startServer(
  answers: readonly [Answer, ...Answer[]],
  {host = '127.0.0.1', port: wantedPort = 0, tls}: ServerOptions = {}
): Promise<LoopbackServer> {
  const requests: SeenRequest[] = [];
  const connections = new Map<Socket, number>();
  const events = new EventEmitter();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const {method = '', url: path = '', headers, socket} = request;
    const seen: SeenRequest = {
      method,
      path,
      headers,
      connection: connections.get(socket) ?? 0,
      atMs: performance.now()
    };
    response.once('close', () => {
      seen.openMs = performance.now() - seen.atMs;
    });
    requests.push(seen);
    (answers[requests.length - 1] ?? answers.at(-1) ?? answers[0])(response, request);
    events.emit('request');
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  // Longer than any test, so that only a test itself closes a connection.
  server.keepAliveTimeout = 60_000;
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections.set(socket, connections.size + 1);
    socket.on('error', () => socket.destroy());
  });
  server.listen(wantedPort, host);
  await once(server, 'listening');
  const stop = () => {
    server.close();
    server.closeAllConnections();
    for (const socket of connections.keys()) socket.destroy();
  };
  stops.add(stop);
  const {port} = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host}:${port}`,
    port,
    requests,
    received: async count => {
      while (requests.length < count) await once(events, 'request');
    },
    stop
  };
}

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether this machine can listen on the address. */
export async function canListenOn(host: string): Promise<boolean> {
  const server = createServer().listen(0, host);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

// Answers.

export interface Head {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(body: unknown, {status = 200, headers = {}}: Head = {}): Answer {
  return response => {
    response.writeHead(status, {'content-type': 'application/json', ...headers}).end(JSON.stringify(body));
  };
}

export function redirect(status: number, location: string): Answer {
  return response => {
    response.writeHead(status, {location, 'content-length': 0}).end();
  };
}

/** Takes the request and says nothing. */
export const silence: Answer = () => {};

/** Ends the connection as a crashed peer does. */
export const reset: Answer = (_, {socket}) => {
  socket.resetAndDestroy();
};

/** Ends the connection without an answer. */
export const hangUp: Answer = (_, {socket}) => {
  socket.destroy();
};

/** Promises more than it sends, then ends the connection. What it sends is complete JSON. */
export function cutBody(body: unknown): Answer {
  const text = JSON.stringify(body);
  return response => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': Buffer.byteLength(text) + 1});
    response.write(text, () => response.destroy());
  };
}

/** Ends the connection without the last chunk. What came before is complete JSON. */
export function cutChunks(body: unknown): Answer {
  return response => {
    response.writeHead(200, {'content-type': 'application/json', 'transfer-encoding': 'chunked'});
    response.write(JSON.stringify(body), () => response.destroy());
  };
}

/** Promises more than it sends, and leaves the connection open. */
export function stalledBody(body: unknown): Answer {
  const text = JSON.stringify(body);
  return response => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': Buffer.byteLength(text) + 1});
    response.write(text);
  };
}

/** A byte each 200 ms, without end. */
export function drippingBody(body: unknown): Answer {
  return response => {
    response.writeHead(200, {'content-type': 'application/json', 'transfer-encoding': 'chunked'});
    response.write(JSON.stringify(body));
    const drip = setInterval(() => response.write(' '), 200);
    response.once('close', () => clearInterval(drip));
  };
}

/** A byte each 200 ms, without ever coming to the end of the headers. */
export const drippingHead: Answer = (_, {socket}) => {
  socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
  const drip = setInterval(() => socket.write('.'), 200);
  socket.once('close', () => clearInterval(drip));
};

export interface Flood {
  readonly answer: Answer;
  /** Bytes of the body that have left this process. */
  readonly sentBytes: () => number;
}

/** A body that begins as that JSON does, goes on with white space, and has as many bytes as are taken. */
export function flood(body: unknown, headers: Readonly<Record<string, string | number>>): Flood {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let sent = 0;
  const answer: Answer = response => {
    response.writeHead(200, {'content-type': 'application/json', ...headers});
    const more = (error?: Error | null): void => {
      if (error || response.destroyed) return;
      sent += chunk.length;
      response.write(chunk, more);
    };
    response.write(JSON.stringify(body), more);
  };
  return {answer, sentBytes: () => sent};
}

// A forward proxy.

export interface SeenConnect {
  /** Host and port, as the client names them. */
  readonly target: string;
  readonly authorization?: string;
}

export interface ForwardProxy {
  /** Host and port. */
  readonly host: string;
  readonly connects: readonly SeenConnect[];
  /** Resolves when so many CONNECTs have come. */
  received(count: number): Promise<void>;
  stop(): void;
}

/** Starts the program in proxy.ts. */
export async function startProxy(behaviour: 'tunnel' | 'interim' | 'silent' | `${number}`): Promise<ForwardProxy> {
  const child: ChildProcess = fork(fileURLToPath(new URL('proxy.js', import.meta.url)), [behaviour], {execArgv: []});
  stops.add(() => child.kill());
  const connects: SeenConnect[] = [];
  const port = await new Promise<number>(resolve => {
    child.on('message', (message: {port?: number; connect?: SeenConnect}) => {
      if (message.connect) connects.push(message.connect);
      if (message.port !== undefined) resolve(message.port);
    });
  });
  return {
    host: `127.0.0.1:${port}`,
    connects,
    received: async count => {
      while (connects.length < count) await once(child, 'message');
    },
    stop: () => {
      child.kill();
    }
  };
}

// A private certificate authority.

/** What a TLS server shows. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

export interface Validity {
  /** How many days from now on it is valid; it ended in the past if negative. */
  readonly days?: number;
  /** How many days from now on it begins; in the past if negative. */
  readonly fromDays?: number;
}

export interface Authority {
  /** PEM, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  issue(hostName: string, options?: Validity): Identity;
}

export function createAuthority(): Authority {
  const keys = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const issuer = distinguishedName('Private authority of the tests');
  const isAuthority = extension('551d13', true, der(0x30, Buffer.from('0101ff', 'hex')));
  const maySignCertificates = extension('551d0f', true, Buffer.from('03020204', 'hex'));
  const make = (
    subject: Buffer,
    publicKey: KeyObject,
    {days = 1, fromDays = -7}: Validity,
    extensions: readonly Buffer[]
  ) => certificate({issuer, subject, publicKey, days, fromDays, extensions}, keys.privateKey);
  return {
    certificate: make(issuer, keys.publicKey, {days: 2}, [isAuthority, maySignCertificates]),
    issue: (hostName, validity = {}) => {
      const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
      const alternativeName = extension('551d11', false, der(0x30, der(0x82, Buffer.from(hostName))));
      return {
        key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
        cert: make(distinguishedName(hostName), publicKey, validity, [alternativeName])
      };
    }
  };
}

interface CertificateParts extends Required<Validity> {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

/** X.509 version 3, signed by ECDSA with SHA-256. */
function certificate(
  {issuer, subject, publicKey, days, fromDays, extensions}: CertificateParts,
  signer: KeyObject
): string {
  const dayMs = 86_400_000;
  const algorithm = der(0x30, objectId('2a8648ce3d040302'));
  const content = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    issuer,
    der(0x30, time(Date.now() + fromDays * dayMs), time(Date.now() + days * dayMs)),
    subject,
    publicKey.export({type: 'spki', format: 'der'}),
    der(0xa3, der(0x30, ...extensions))
  );
  const signed = der(0x30, content, algorithm, bitString(sign('sha256', content, signer)));
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function distinguishedName(commonName: string): Buffer {
  return der(0x30, der(0x31, der(0x30, objectId('550403'), der(0x0c, Buffer.from(commonName)))));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return der(0x30, objectId(id), isCritical ? Buffer.from('0101ff', 'hex') : Buffer.alloc(0), der(0x04, value));
}

function time(epochMs: number): Buffer {
  return der(0x18, Buffer.from(new Date(epochMs).toISOString().replace(/[-:T]|\.\d{3}/g, '')));
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function bitString(bytes: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), bytes);
}

/** One element in the distinguished encoding rules of ASN.1: tag, length, content. */
function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  const {length} = bytes;
  const lengthBytes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), bytes]);
}
