import {describe, expect, it} from '@jest/globals';
import {proxyFor, proxyProblems, proxySecrets} from '../../src/http/proxy.ts';
import {inEnglish} from '../helpers/in-english.ts';

const host = 'https://dayu-dlf.eu-de.otc.t-systems.com';
const wayTo = (url: string, environment: Readonly<Record<string, string>>) =>
  proxyFor(new URL(url), environment)?.url.href;
const isDirect = (url: string, noProxy: string) =>
  proxyFor(new URL(url), {HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: noProxy})?.variable === undefined;

describe('the variable that counts', () => {
  it.each([
    {environment: {}, variable: undefined},
    {environment: {HTTPS_PROXY: 'a:1', https_proxy: 'b:1', ALL_PROXY: 'c:1'}, variable: 'https_proxy'},
    {environment: {HTTPS_PROXY: 'a:1', all_proxy: 'c:1'}, variable: 'HTTPS_PROXY'},
    {environment: {https_proxy: ' ', HTTPS_PROXY: 'a:1'}, variable: 'HTTPS_PROXY'},
    {environment: {ALL_PROXY: 'a:1', all_proxy: 'b:1'}, variable: 'all_proxy'},
    {environment: {ALL_PROXY: 'a:1'}, variable: 'ALL_PROXY'},
    {environment: {HTTP_PROXY: 'a:1', http_proxy: 'a:1'}, variable: undefined},
    {environment: {HTTPS_PROXY: 'a:1', no_proxy: 'otc.t-systems.com', NO_PROXY: 'other.test'}, variable: undefined},
    {environment: {HTTPS_PROXY: 'a:1', no_proxy: 'other.test', NO_PROXY: '*'}, variable: 'HTTPS_PROXY'}
  ])('of $environment is $variable', ({environment, variable}) => {
    expect(proxyFor(new URL(host), environment)?.variable).toBe(variable);
  });

  it.each([
    'http://127.0.0.1:8080',
    'https://localhost:1',
    'https://127.1.2.3',
    'https://127.0.0.10',
    'https://169.254.169.254',
    'https://[::1]:8',
    'http://169.254.169.254'
  ])('is none for the machine itself, %s', url => {
    expect(proxyFor(new URL(url), {HTTPS_PROXY: 'a:1', HTTP_PROXY: 'a:1', ALL_PROXY: 'a:1'})?.variable).toBeUndefined();
  });
});

it.each([
  'https://127.0.0.1.example',
  'https://169.254.1.1.example',
  'https://localhost.example',
  'https://my-localhost',
  'https://[::1:1]',
  'https://169.253.1.1',
  'https://12.7.0.1',
  'https://12.127.0.1'
])('is there for an address that only looks like the machine itself, %s', url => {
  expect(proxyFor(new URL(url), {HTTPS_PROXY: 'a:1'})?.variable).toBe('HTTPS_PROXY');
});

it('is not asked without TLS', () => {
  const environment = {HTTPS_PROXY: 'a:1', ALL_PROXY: 'a:1'};
  expect(proxyFor(new URL('http://service.example'), environment)?.variable).toBeUndefined();
  expect(proxyFor(new URL('http://service.example'), environment)).toBeUndefined();
});

describe('an address of a proxy', () => {
  it.each([
    ['proxy.test:3128', 'http://proxy.test:3128/'],
    ['proxy.test', 'http://proxy.test/'],
    [' http://proxy.test:3128/ ', 'http://proxy.test:3128/'],
    ['HTTPS://proxy.test', 'https://proxy.test/'],
    ['http://[::1]:9', 'http://[::1]:9/'],
    ['[2001:db8::1]:3128', 'http://[2001:db8::1]:3128/'],
    ['user:p%40ss@proxy.test:3128', 'http://user:p%40ss@proxy.test:3128/'],
    ['user:http:pass@proxy.test', 'http://user:http%3Apass@proxy.test/'],
    ['socks.test:1080', 'http://socks.test:1080/'],
    ['http://socks.test', 'http://socks.test/']
  ])('%j is %s', (value, href) => {
    expect(wayTo(host, {HTTPS_PROXY: value})).toBe(href);
    expect(proxyProblems([host], {HTTPS_PROXY: value})).toEqual([]);
  });

  it('gives its user and password percent-decoded, or as they are where they are not encoded', () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    const of = (value: string) => proxyFor(new URL(host), {HTTPS_PROXY: value})?.authorization;
    expect(of('http://build:p%40ssw%3Ard@proxy.test')).toBe(basic('build:p@ssw:rd'));
    expect(of('http://build:100%@proxy.test')).toBe(basic('build:100%'));
    expect(of('http://build@proxy.test')).toBe(basic('build:'));
    expect(of('http://:alone@proxy.test')).toBe(basic(':alone'));
    expect(of('http://proxy.test')).toBeUndefined();
  });
});

describe('a value that is no address of an HTTP proxy', () => {
  const secret = 'S3cretS3cret';
  it.each([
    ['socks5://build:S3cretS3cret@proxy.test:1080', 'names a SOCKS proxy'],
    ['socks4a://proxy.test:1080', 'names a SOCKS proxy'],
    ['socks://proxy.test:1080', 'names a SOCKS proxy'],
    ['http://', 'cannot be read'],
    ['http://build:S3cretS3cret#x@proxy.test:3128', 'cannot be read'],
    ['http://build:12/S3cretS3cret@proxy.test:3128', 'cannot be read'],
    ['http://build:12?S3cretS3cret@proxy.test:3128', 'cannot be read'],
    ['http://proxy.test:port', 'cannot be read'],
    ['proxy.test\\x', 'cannot be read'],
    ['http:/proxy.test:3128', 'cannot be read'],
    ['http:proxy.test', 'cannot be read'],
    ['proxy.test:3128 other.test:3128', 'cannot be read'],
    ['ftp://build:S3cretS3cret@proxy.test', 'cannot be read'],
    [`http://build:${secret}@[::1`, 'cannot be read']
  ])('%j is a problem that names the variable and shows no value', (value, problem) => {
    const problems = inEnglish(proxyProblems([host, host, ''], {HTTPS_PROXY: value}));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^HTTPS_PROXY ${problem}.*http://proxy.example:3128.*NO_PROXY\\.$`));
    expect(problems[0]).not.toContain(secret);
    expect(() => wayTo(host, {HTTPS_PROXY: value})).toThrow(problem);
  });

  it('is none where no address goes through it', () => {
    const environment = {HTTPS_PROXY: 'socks5://proxy.test', NO_PROXY: 't-systems.com'};
    expect(proxyProblems([host, 'http://127.0.0.1:1', undefined, 'no address'], environment)).toEqual([]);
    expect(proxyProblems([host], {ALL_PROXY: 'socks5://proxy.test', HTTPS_PROXY: 'proxy.test:1'})).toEqual([]);
    expect(proxyProblems([host], {HTTP_PROXY: 'socks5://proxy.test'})).toEqual([]);
  });

  it('in ALL_PROXY is one where nothing comes before it', () => {
    expect(inEnglish(proxyProblems([host], {ALL_PROXY: 'socks5://proxy.test'}))[0]).toContain('ALL_PROXY');
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['https://a.example.test', 'example.test'],
    ['https://example.test', 'example.test'],
    ['https://a.example.test', '.example.test'],
    ['https://example.test', '.example.test'],
    ['https://a.b.example.test', '*.example.test'],
    ['https://A.example.test.', 'EXAMPLE.test.'],
    ['https://a.example.test', 'other.test, example.test'],
    ['https://a.example.test', 'other.test example.test'],
    ['https://a.example.test', 'other.test,,\n example.test,'],
    ['https://a.example.test', 'example.test:443'],
    ['https://a.example.test:8443', '.example.test:8443'],
    ['https://a.example.test', '*'],
    ['https://10.1.2.3', '10.1.2.3'],
    ['https://10.1.2.3:8443', '10.1.2.3:8443'],
    ['https://10.1.2.3', '10.0.0.0/8'],
    ['https://10.1.2.3', '0.0.0.0/0'],
    ['https://[fd00::1]', 'fd00::1'],
    ['https://[fd00::1]', '[fd00::1]'],
    ['https://[fd00::1]', 'fd00:0:0::0001'],
    ['https://[fd00::1]:8443', '[fd00::1]:8443'],
    ['https://[fd00::1]', 'fd00::/8'],
    ['https://[fd00::1]', '[fd00::]/8'],
    ['https://[fd00::1]', 'fd00::1/128'],
    ['https://10.1.2.3', '10.1.2.3/32'],
    ['https://10.1.2.3:8443', '10.0.0.0/8:8443'],
    ['https://a.example.test', '*example.test']
  ])('%s is asked directly with %j', (url, list) => {
    expect(isDirect(url, list)).toBe(true);
  });

  it.each([
    ['https://a.example.test', ''],
    ['https://notexample.test', 'example.test'],
    ['https://example.test.evil.test', 'example.test'],
    ['https://a.example.test', 'a'],
    ['https://a.example.test', '.'],
    ['https://a.example.test', '*.'],
    ['https://a.example.test', 'example.test:8443'],
    ['https://a.example.test:8443', 'example.test:443'],
    ['https://10.1.2.3', '10.1.2.30'],
    ['https://10.1.2.3', '2.3'],
    ['https://10.1.2.3', '11.0.0.0/8'],
    ['https://10.1.2.3', '10.0.0.0/33'],
    ['https://10.1.2.3', '10.0.0.0/'],
    ['https://10.1.2.3', '10.0.0.0/8/8'],
    ['https://10.1.2.3', 'x/8'],
    ['https://10.1.2.3', 'fd00::/8'],
    ['https://[fd00::1]', 'fe00::/8'],
    ['https://[fd00::1]', '[fd00::1]:8443'],
    ['https://a.example.test', '10.0.0.0/8'],
    ['https://a.example.test', 'exam[ple.test'],
    ['https://a.example.test', 'exam]ple.test'],
    ['https://a.example.test', 'example.test/8'],
    ['https://10.1.2.3', '10.0.0.0/x8'],
    ['https://10.1.2.3', '10.0.0.0/8x'],
    ['https://10.1.2.3', '10.0.0.0/0008'],
    ['https://[fd00::1]', 'fd00::/129'],
    ['https://10.1.2.3', '10.0.0.0/8:8443'],
    ['https://10.1.2.3', ':443'],
    ['https://a.example.test', ':443'],
    ['https://a.example.test', ',']
  ])('%s goes through the proxy with %j', (url, list) => {
    expect(isDirect(url, list)).toBe(false);
  });
});

it('tells the passwords of all proxies as secrets, in each form', () => {
  expect(proxySecrets({})).toEqual([]);
  expect(
    proxySecrets({
      HTTPS_PROXY: 'http://build:p%40ssw%3Ard@proxy.test',
      http_proxy: 'token-alone@proxy.test',
      ALL_PROXY: 'socks5://me:a/b@c@proxy.test',
      https_proxy: 'proxy.test:3128'
    })
  ).toEqual([
    'p%40ssw%3Ard',
    'p@ssw:rd',
    Buffer.from('build:p@ssw:rd').toString('base64'),
    'a/b@c',
    'token-alone',
    Buffer.from('token-alone:').toString('base64')
  ]);
  expect(
    proxySecrets({
      HTTPS_PROXY: 'http://token-first:@proxy.test',
      https_proxy: 'http://other-token:x-oauth-basic@proxy.test',
      ALL_PROXY: 'http://proxy.test:1/?key=key-in-query&tls=true'
    })
  ).toEqual([
    'other-token',
    Buffer.from('other-token:x-oauth-basic').toString('base64'),
    'token-first',
    Buffer.from('token-first:').toString('base64'),
    'key-in-query'
  ]);
  const secretsOf = (value: string) => proxySecrets({HTTPS_PROXY: value});
  const basic = (text: string) => Buffer.from(text).toString('base64');
  expect(secretsOf('me:a:b@proxy.test')).toEqual(['a:b', basic('me:a:b')]);
  expect(secretsOf('me:ab://c@proxy.test')).toEqual(['ab://c']);
  expect(secretsOf(' http://me:a-b@proxy.test\n')).toEqual(['a-b', basic('me:a-b')]);
  expect(secretsOf('http://me:first-part@p.test/?a=1234567&b=12345678&c=second-part#third-part')).toEqual([
    'first-part',
    basic('me:first-part'),
    '12345678',
    'second-part'
  ]);
});
