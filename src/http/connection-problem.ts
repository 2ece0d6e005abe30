import {readFileSync, statSync} from 'node:fs';
import {errorCode, messageOf} from '../errors.ts';
import {isLoopback} from '../loopback.ts';
import {inWords, type Message} from '../text.ts';
import type {Words} from '../words/en.ts';
import {TunnelError} from './tunnel.ts';

/** The sentences that need a host and a code alone. */
type AboutHost = 'noName' | 'refused' | 'loopbackRefused' | 'broken' | 'largeHeaders' | 'halfWay' | 'noHttp';

/** Why no answer came, as a clause, and whether another request would meet the same. */
export interface ConnectionProblem {
  readonly message: Message;
  readonly isFinal: boolean;
  /** The certificate was issued by nobody who is trusted. */
  readonly isUntrusted?: true;
  /** What the proxy answered instead of a connection. */
  readonly proxyStatus?: number;
}

/** What the words also say: the runner's time, and the file that NODE_EXTRA_CA_CERTS names. */
export interface Surroundings {
  readonly date: Date;
  readonly extraCertificates: string | undefined;
}

export function connectionProblem(host: string, error: unknown, surroundings: Surroundings): ConnectionProblem {
  return error instanceof TunnelError
    ? tunnelProblem(host, error, surroundings)
    : (tlsProblem(host, error, surroundings) ?? networkProblem(host, error));
}

function tunnelProblem(host: string, error: TunnelError, surroundings: Surroundings): ConnectionProblem {
  const {proxy, status, cause} = error;
  const {variable} = proxy;
  const name = ({connection}: Words) => connection.proxy(proxy.url.host, variable);
  if (status === 407) {
    const kind = proxy.authorization === undefined ? 'proxyNoPassword' : 'proxyPassword';
    const refusal = final(words => words.connection[kind](name(words), host, variable));
    return {...refusal, proxyStatus: status};
  }
  if (status !== undefined) return passing(words => words.connection.proxyStatus(name(words), host, status));
  if (proxy.url.protocol === 'https:' && isPlainHttp(cause)) {
    return final(words => words.connection.proxyPlain(name(words), host, variable));
  }
  const {message, ...problem} = tlsProblem(name, cause, surroundings) ?? networkProblem(name, cause);
  return {message: words => words.connection.wayTo(inWords(message, words), host), ...problem};
}

function networkProblem(host: Message, error: unknown): ConnectionProblem {
  const code = errorCode(error) ?? '';
  const about =
    (kind: AboutHost): Message =>
    words =>
      words.connection[kind](inWords(host, words), code);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return passing(about('noName'));
    case 'ECONNREFUSED':
      return passing(about(typeof host === 'string' && isLoopback(host) ? 'loopbackRefused' : 'refused'));
    case 'ECONNRESET':
    case 'EPIPE':
      return passing(about('broken'));
    case 'HPE_HEADER_OVERFLOW':
      return passing(about('largeHeaders'));
    case 'HPE_INVALID_EOF_STATE':
    case 'HPE_CLOSED_CONNECTION':
      return passing(about('halfWay'));
    default:
      if (code.startsWith('HPE_')) return final(about('noHttp'));
      return passing(words => words.connection.failed(inWords(host, words), code || messageOf(error)));
  }
}

/** The words of Node and OpenSSL for a certificate that was issued by nobody who is trusted. */
const untrusted: ReadonlySet<string> = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);

/** Codes of bad certificates that do not begin with `CERT_`. */
const otherCertificateCodes: ReadonlySet<string> = new Set([
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

function tlsProblem(
  host: Message,
  error: unknown,
  {date, extraCertificates}: Surroundings
): ConnectionProblem | undefined {
  const code = errorCode(error);
  const time = `${date.toISOString().replace('T', ' ').slice(0, 16)} UTC`;
  if (code === undefined) return undefined;
  const problem = (about: (words: Words['connection'], host: string) => string) =>
    final(words => about(words.connection, inWords(host, words)));
  if (untrusted.has(code)) {
    const extra = extraProblem(extraCertificates);
    const problem = final(words => words.connection.untrusted(inWords(host, words), code, inWords(extra, words)));
    return {...problem, isUntrusted: true};
  }
  if (code === 'CERT_NOT_YET_VALID') return problem((words, name) => words.notYetValid(name, time, code));
  if (code === 'CERT_HAS_EXPIRED') return problem((words, name) => words.expired(name, time, code));
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return problem((words, name) => words.otherName(name, code));
  }
  if (code.startsWith('CERT_') || otherCertificateCodes.has(code)) {
    return problem((words, name) => words.certificate(name, messageOf(error), code));
  }
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return undefined;
  if (passingTls.test(`${code} ${messageOf(error)}`)) return undefined;
  return isPlainHttp(error)
    ? problem((words, name) => words.plainHttp(name, code))
    : problem((words, name) => words.noTls(name, `${code}: ${reasonOf(error)}`));
}

function isPlainHttp(error: unknown): boolean {
  return /wrong.version.number|packet.length.too.long|http.request/i.test(`${errorCode(error)} ${messageOf(error)}`);
}

/** OpenSSL's reason in its line `…:error:0A000152:SSL routines:where:reason:file:line:`, else the whole. */
function reasonOf(error: unknown): string {
  const {reason} = error as {readonly reason?: unknown};
  return typeof reason === 'string' ? reason : (messageOf(error).split(':')[5] ?? messageOf(error)).trim();
}

/** Node passes over such a file with a warning at most. */
function extraProblem(path: string | undefined): Message {
  if (!path) return '';
  try {
    const file = statSync(path);
    if (file.isDirectory()) return words => words.connection.extraFolder;
    if (file.isFile() && /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(readFileSync(path, 'latin1'))) return '';
    return words => words.connection.extraNoPem;
  } catch (error) {
    return words => words.connection.extraUnread(errorCode(error));
  }
}

function final(message: Message): ConnectionProblem {
  return {message, isFinal: true};
}

function passing(message: Message): ConnectionProblem {
  return {message, isFinal: false};
}
