import {readFileSync, statSync} from 'node:fs';
import {TunnelError} from './tunnel.ts';

/** Why no answer came, as a clause, and whether another request would meet the same. */
export interface ConnectionProblem {
  readonly message: string;
  readonly isFinal: boolean;
  /** What the proxy answered in place of a connection. */
  readonly proxyStatus?: number;
}

/** What the words tell besides: the runner's time, and the file that NODE_EXTRA_CA_CERTS names. */
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
  const name = `the proxy ${proxy.url.host} (${proxy.variable}), through which ${host} is reached,`;
  if (status === 407) {
    const message = `${name} refuses the user and password (HTTP 407): check those in ${proxy.variable}, percent-encoded`;
    return {...final(message), proxyStatus: status};
  }
  if (status !== undefined) return passing(`${name} answered HTTP ${status} in place of a connection`);
  if (proxy.url.protocol === 'https:' && isPlainHttp(cause)) {
    return final(`${name} speaks plain HTTP: ${proxy.variable} begins with https://, and http:// is probably meant`);
  }
  const proxyHost = `the proxy ${proxy.url.host} (${proxy.variable})`;
  const {message, isFinal} = tlsProblem(proxyHost, cause, surroundings) ?? networkProblem(proxyHost, cause);
  return {message: `${message}; it is the way to ${host}`, isFinal};
}

function networkProblem(host: string, error: unknown): ConnectionProblem {
  const code = errorCode(error);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return passing(`the name ${host} could not be looked up (${code})`);
    case 'ECONNREFUSED':
      return passing(`${host} refused the connection (${code})`);
    case 'ECONNRESET':
    case 'EPIPE':
      return passing(`the connection to ${host} was broken off (${code})`);
    case 'HPE_HEADER_OVERFLOW':
      return passing(`${host} sent an answer with too large headers (${code})`);
    case 'HPE_INVALID_EOF_STATE':
    case 'HPE_CLOSED_CONNECTION':
      return passing(`${host} broke off its answer half-way (${code})`);
    default:
      if (code?.startsWith('HPE_')) {
        return final(
          `what came from ${host} is no HTTP (${code}): something else listens there, or something between the runner and ${host} answers in its place`
        );
      }
      return passing(`the connection to ${host} failed (${code ?? messageOf(error)})`);
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

/** Others that have no common beginning. */
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

function tlsProblem(host: string, error: unknown, {date, extraCertificates}: Surroundings) {
  const code = errorCode(error);
  const certificate = `the certificate of ${host}`;
  const clock = `by the runner's clock, which says ${date.toISOString().replace('T', ' ').slice(0, 16)} UTC`;
  if (code === undefined) return undefined;
  if (untrusted.has(code)) return final(`${certificate} is not trusted (${code})${extraProblem(extraCertificates)}`);
  if (code === 'CERT_NOT_YET_VALID') return final(`${certificate} is not yet valid ${clock} (${code})`);
  if (code === 'CERT_HAS_EXPIRED') return final(`${certificate} has expired ${clock} (${code})`);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return final(`${certificate} is for another name (${code})`);
  }
  if (code.startsWith('CERT_') || otherCertificateCodes.has(code)) {
    return final(`${certificate} is refused: ${messageOf(error)} (${code})`);
  }
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return undefined;
  if (passingTls.test(`${code} ${messageOf(error)}`)) return undefined;
  return isPlainHttp(error)
    ? final(`${host} speaks plain HTTP or another protocol where TLS belongs (${code}): check its port`)
    : final(`${host} and this runner agree on no TLS connection (${code}: ${reasonOf(error)})`);
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
function extraProblem(path: string | undefined): string {
  if (!path) return '';
  try {
    const file = statSync(path);
    if (file.isDirectory()) return '; NODE_EXTRA_CA_CERTS names a folder, and takes a file';
    if (file.isFile() && /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(readFileSync(path, 'latin1'))) return '';
    return '; the file that NODE_EXTRA_CA_CERTS names holds no certificate in PEM';
  } catch (error) {
    return `; the file that NODE_EXTRA_CA_CERTS names cannot be read (${errorCode(error)})`;
  }
}

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // With several addresses Node gathers the errors of all of them.
  return 'errors' in error && Array.isArray(error.errors) ? errorCode(error.errors[0]) : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim() : String(error);
}

function final(message: string): ConnectionProblem {
  return {message, isFinal: true};
}

function passing(message: string): ConnectionProblem {
  return {message, isFinal: false};
}
