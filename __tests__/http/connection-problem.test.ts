import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from '@jest/globals';
import {errorCode} from '../../src/errors.ts';
import {connectionProblem} from '../../src/http/connection-problem.ts';
import {type ForwardProxy, proxyFor} from '../../src/http/proxy.ts';
import {TunnelError} from '../../src/http/tunnel.ts';
import {inEnglish} from '../helpers/in-english.ts';

const host = 'ecs.test';
const date = new Date('2026-01-15T08:30:59.999Z');
const coded = (code: unknown, message = 'what Node says', more = {}) =>
  Object.assign(new Error(message), {code, ...more});
const problemOf = (error: unknown, extraCertificates?: string, asked = host) =>
  inEnglish(connectionProblem(asked, error, {date, extraCertificates}));

describe('a connection that fails', () => {
  it.each([
    ['ENOTFOUND', 'the name ecs.test could not be looked up (ENOTFOUND)'],
    ['EAI_AGAIN', 'the name ecs.test could not be looked up (EAI_AGAIN)'],
    ['ECONNREFUSED', 'ecs.test refused the connection (ECONNREFUSED)'],
    ['ECONNRESET', 'the connection to ecs.test was broken off (ECONNRESET)'],
    ['EPIPE', 'the connection to ecs.test was broken off (EPIPE)'],
    ['HPE_HEADER_OVERFLOW', 'ecs.test sent an answer with too large headers (HPE_HEADER_OVERFLOW)'],
    ['HPE_INVALID_EOF_STATE', 'ecs.test broke off its answer half-way (HPE_INVALID_EOF_STATE)'],
    ['HPE_CLOSED_CONNECTION', 'ecs.test broke off its answer half-way (HPE_CLOSED_CONNECTION)'],
    ['ETIMEDOUT', 'the connection to ecs.test failed (ETIMEDOUT)'],
    ['X_HPE_', 'the connection to ecs.test failed (X_HPE_)']
  ])('with %s may not the next time', (code, message) => {
    expect(problemOf(coded(code))).toEqual({message, isFinal: false});
  });

  it.each(['localhost', 'localhost:8080', '127.0.0.1', '127.1.2.3:8080', '[::1]:8080'])(
    'may say that %s is the runner itself',
    asked => {
      expect(problemOf(coded('ECONNREFUSED'), undefined, asked)).toEqual({
        message: `nothing listens at ${asked}, which is the runner itself (ECONNREFUSED)`,
        isFinal: false
      });
    }
  );

  it.each([
    ['its message, without a code', new Error(' what Node says\n'), 'what Node says'],
    ['its message, with a code that is no text', coded(5), 'what Node says'],
    ['itself, where it is no error', 'gone', 'gone'],
    ['itself, where it is nothing', null, 'null'],
    ['itself, where it is missing', undefined, 'undefined'],
    ['the first code of several addresses', new AggregateError([coded('ETIMEDOUT'), coded('EX')]), 'ETIMEDOUT'],
    ['the first code inside, where its own is no text', coded(5, '', {errors: [coded('ETIMEDOUT')]}), 'ETIMEDOUT'],
    ['its message, where no address has an error', new AggregateError([], 'none'), 'none'],
    ['its message, where the errors are no list', coded(5, 'odd', {errors: {0: coded('EX')}}), 'odd']
  ])('is told by %s', (_, error, told) => {
    expect(problemOf(error)).toEqual({message: `the connection to ecs.test failed (${told})`, isFinal: false});
  });

  it('is final where what comes is not HTTP', () => {
    expect(problemOf(coded('HPE_INVALID_CONSTANT'))).toEqual({
      message:
        'what came from ecs.test is not HTTP (HPE_INVALID_CONSTANT): something else listens there, or something between the runner and ecs.test answers for it',
      isFinal: true
    });
  });
});

describe('a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  afterAll(() => rmSync(folder, {recursive: true}));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it.each([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'INVALID_CA',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  ])('with %s is not trusted', code => {
    const message = `the certificate of ecs.test is not trusted (${code})`;
    expect(problemOf(coded(code))).toEqual({message, isFinal: true, isUntrusted: true});
  });

  it.each([
    ['no file', '', ''],
    ['a certificate', file('plain', '# mine\n-----BEGIN CERTIFICATE-----\nMIIB'), ''],
    ['a trusted certificate', file('trusted', '-----BEGIN TRUSTED CERTIFICATE-----'), ''],
    ['an X.509 certificate', file('x509', '-----BEGIN X509 CERTIFICATE-----'), ''],
    [
      'a request',
      file('request', '-----BEGIN CERTIFICATE REQUEST-----'),
      '; the file that NODE_EXTRA_CA_CERTS names holds no certificate in PEM'
    ],
    [
      'another kind',
      file('other', '-----BEGIN OTHER CERTIFICATE-----'),
      '; the file that NODE_EXTRA_CA_CERTS names holds no certificate in PEM'
    ],
    ['a folder', folder, '; NODE_EXTRA_CA_CERTS names a folder, and takes a file'],
    ['a missing file', join(folder, 'none'), '; the file that NODE_EXTRA_CA_CERTS names cannot be read (ENOENT)']
  ])('that is not trusted is told with what is wrong with NODE_EXTRA_CA_CERTS: %s', (_, path, told) => {
    expect(problemOf(coded('CERT_UNTRUSTED'), path).message).toBe(
      `the certificate of ecs.test is not trusted (CERT_UNTRUSTED)${told}`
    );
  });

  it.each([
    [
      'CERT_NOT_YET_VALID',
      "is not yet valid by the runner's clock, which says 2026-01-15 08:30 UTC (CERT_NOT_YET_VALID)"
    ],
    ['CERT_HAS_EXPIRED', "has expired by the runner's clock, which says 2026-01-15 08:30 UTC (CERT_HAS_EXPIRED)"],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'is for another name (ERR_TLS_CERT_ALTNAME_INVALID)'],
    ['HOSTNAME_MISMATCH', 'is for another name (HOSTNAME_MISMATCH)'],
    ...[
      'CERT_REVOKED',
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
    ].map(code => [code, `is refused: what Node says (${code})`])
  ])('with %s is final', (code, told) => {
    expect(problemOf(coded(code), folder)).toEqual({message: `the certificate of ecs.test ${told}`, isFinal: true});
  });
});

describe('a TLS connection that does not come about', () => {
  const line = (reason: string) => `00D0:error:0A000152:SSL routines:ssl_do:${reason}:../ssl/statem.c:1:\n`;

  it.each(['wrong version number', 'packet length too long', 'HTTP request'])(
    'is plain HTTP where OpenSSL says: %s',
    told => {
      expect(problemOf(coded('EPROTO', line(told)))).toEqual({
        message: 'ecs.test speaks plain HTTP or another protocol where TLS belongs (EPROTO): check its port',
        isFinal: true
      });
    }
  );

  it('is plain HTTP also where the code says it', () => {
    expect(problemOf(coded('ERR_SSL_WRONG_VERSION_NUMBER')).message).toContain('plain HTTP');
  });

  it.each([
    ['EPROTO', line('unexpected eof while reading')],
    ['EPROTO', line('sslv3 alert bad record mac')],
    ['EPROTO', line('tlsv1 alert internal error')],
    ['ERR_SSL_UNEXPECTED_EOF_WHILE_READING', 'cut'],
    ['ERR_SSL_BAD_RECORD_MAC', 'disturbed'],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'in trouble']
  ])('may the next time: %s, %j', (code, message) => {
    const told = `the connection to ecs.test failed (${code})`;
    expect(problemOf(coded(code, message))).toEqual({message: told, isFinal: false});
  });

  it.each([
    ['the reason', coded('EPROTO', line('other'), {reason: 'unsupported protocol'}), 'EPROTO: unsupported protocol'],
    ["the reason in OpenSSL's line", coded('EPROTO', line(' unsupported protocol ')), 'EPROTO: unsupported protocol'],
    ['the message', coded('ERR_SSL_DH_KEY_TOO_SMALL', 'too small'), 'ERR_SSL_DH_KEY_TOO_SMALL: too small'],
    ['the message, where the reason is no text', coded('EPROTO', 'too small', {reason: 5}), 'EPROTO: too small']
  ])('is final otherwise, and told by %s', (_, error, told) => {
    const message = `ecs.test and this runner agree on no TLS connection (${told})`;
    expect(problemOf(error)).toEqual({message, isFinal: true});
  });

  it('is one only by its own codes', () => {
    expect(problemOf(coded('X_ERR_SSL_', line('other'))).message).toBe(
      'the connection to ecs.test failed (X_ERR_SSL_)'
    );
    expect(problemOf(coded('X_CERT_')).message).toBe('the connection to ecs.test failed (X_CERT_)');
  });
});

describe('a tunnel that does not come about', () => {
  const through = (url: string, reason: ConstructorParameters<typeof TunnelError>[1]) =>
    problemOf(new TunnelError(proxyFor(new URL('https://ecs.test'), {HTTPS_PROXY: url}) as ForwardProxy, reason));

  it('is final where the proxy refuses the user', () => {
    expect(through('http://me:secret@proxy.test:3128', {status: 407})).toEqual({
      message:
        'the proxy proxy.test:3128 (HTTPS_PROXY), through which ecs.test is reached, rejects the user and password in HTTPS_PROXY (HTTP 407)',
      isFinal: true,
      proxyStatus: 407
    });
  });

  it('is final where the proxy wants a user, and says that none was given', () => {
    expect(through('http://proxy.test:3128', {status: 407})).toEqual({
      message:
        'the proxy proxy.test:3128 (HTTPS_PROXY), through which ecs.test is reached, wants a user and password, and HTTPS_PROXY has none (HTTP 407)',
      isFinal: true,
      proxyStatus: 407
    });
  });

  it('may the next time where the proxy has another answer', () => {
    expect(through('http://proxy.test:3128', {status: 502})).toEqual({
      message:
        'the proxy proxy.test:3128 (HTTPS_PROXY), through which ecs.test is reached, answered HTTP 502 instead of opening a connection',
      isFinal: false
    });
  });

  const plain = coded('EPROTO', 'wrong version number');
  it('is final where the proxy speaks plain HTTP', () => {
    expect(through('https://proxy.test:3128', {cause: plain})).toEqual({
      message:
        'the proxy proxy.test:3128 (HTTPS_PROXY), through which ecs.test is reached, speaks plain HTTP: HTTPS_PROXY begins with https://, and http:// is probably meant',
      isFinal: true
    });
  });

  it.each([
    [
      'something that is no TLS',
      'http:',
      plain,
      'the proxy proxy.test (HTTPS_PROXY) speaks plain HTTP or another protocol where TLS belongs (EPROTO): check its port',
      true
    ],
    [
      'a certificate',
      'https:',
      coded('INVALID_CA'),
      'the certificate of the proxy proxy.test (HTTPS_PROXY) is not trusted (INVALID_CA)',
      true
    ],
    [
      'a network',
      'http:',
      coded('ECONNREFUSED'),
      'the proxy proxy.test (HTTPS_PROXY) refused the connection (ECONNREFUSED)',
      false
    ]
  ])('is the fault of %s', (_, scheme, cause, told, isFinal) => {
    expect(through(`${scheme}//proxy.test`, {cause})).toEqual({
      message: `${told}; it is the way to ecs.test`,
      isFinal,
      ...(told.includes('not trusted') && {isUntrusted: true})
    });
  });
});

it('tells the code of an error, where there is one', () => {
  expect([undefined, null, 'EX', {}, {code: 'EX'}, {errors: [{code: 'EX'}]}].map(errorCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'EX',
    'EX'
  ]);
});
