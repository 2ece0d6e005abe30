import {type ChildProcess, fork} from 'node:child_process';
import {generateKeyPairSync, type KeyObject, randomBytes, sign} from 'node:crypto';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {type Answer, type Fault, type Head, type LoopbackServer, load, type ServerOptions} from './stand-in.ts';

const {faults} = await load('faults');
const {listen} = await load('listen');

export type {Answer, Head, LoopbackServer, SeenRequest} from './stand-in.ts';

const stops = new Set<() => void>();

/** Ends all servers and proxies that were started. */
export function stopAll(): void {
  for (const stop of stops) stop();
  stops.clear();
}

/** A server on loopback that gives these answers in turn; the last one repeats. */
export async function startServer(
  answers: readonly [Answer, ...Answer[]],
  options: ServerOptions = {}
): Promise<LoopbackServer> {
  let count = 0;
  const server = await listen((response, request) => {
    const answer = answers[count] ?? answers.at(-1) ?? answers[0];
    count += 1;
    answer(response, request);
  }, options);
  stops.add(server.stop);
  return server;
}

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  const {port, stop} = await listen(silence);
  stop();
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

/** An answer with a fault of the stand-in cloud. What it sends is complete JSON. */
const spoilt =
  (fault: Fault) =>
  (body?: unknown, headers: NonNullable<Head['headers']> = {}): Answer =>
  response => {
    faults[fault](response, JSON.stringify(body), {headers});
  };

export const silence = spoilt('silence')();
export const reset = spoilt('reset')();
export const hangUp = spoilt('hangUp')();
export const drippingHead = spoilt('dripHead')();
export const cutBody = spoilt('cut');
export const cutChunks = spoilt('cutChunks');
export const stalledBody = spoilt('stall');
export const drippingBody = spoilt('drip');
export const flood = spoilt('flood');

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
