import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {type AddressInfo, createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect} from '@jest/globals';
import {describe, test} from '../helpers/at-once.ts';
import {
  annotated,
  dataartsTask,
  endingOf,
  fast,
  green,
  inputsFor,
  red,
  runBundle,
  startBundle,
  taskId,
  token
} from '../helpers/bundle.ts';
import {
  closedPort,
  createAuthority,
  flood,
  type Identity,
  json,
  type LoopbackServer,
  redirect,
  startProxy,
  startServer,
  stopAll
} from '../helpers/server.ts';

/** Without what only the runner reads. */
const seenIn = (stdout: string) => stdout.replace(/^::add-mask::.*$/gm, '');

/** No such host exists: the proxy alone knows the way. */
const hostName = 'dayu-dlf.example.test';

const authority = createAuthority();
let folder: string;
let caFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-test-ca-'));
  caFile = join(folder, 'ca.pem');
  await writeFile(caFile, authority.certificate);
});

afterAll(async () => {
  stopAll();
  await rm(folder, {recursive: true, force: true});
});

const running = json(dataartsTask('RUNNING'));
const succeeded = json(dataartsTask('SUCCESSFUL'));

const startTlsServer = (name: string, identity: Identity = authority.issue(name)): Promise<LoopbackServer> =>
  startServer([running, succeeded], {tls: identity});

describe('a forward proxy', () => {
  // The longest first: of all tests that wait, ten do at the same time.
  test.concurrent('that ends in the middle of a wait is told when the wait has reached its limit', async () => {
    const identity = authority.issue(hostName);
    const [server, proxy] = await Promise.all([startServer([running], {tls: identity}), startProxy('tunnel')]);
    const step = await startBundle(inputsFor(`https://${hostName}:${server.port}`, {timeout: '4s'}), {
      env: {HTTPS_PROXY: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: caFile}
    });
    await step.says('RUNNING');
    proxy.stop();
    const ran = await step.ended;
    expect(endingOf(ran)).toEqual(red('timed-out'));
    expect(annotated(ran)).toMatch(/last request failed.*ECONNREFUSED/);
  });

  test.concurrent('that is silent after CONNECT is an error, each attempt at request-timeout', async () => {
    const proxy = await startProxy('silent');
    const ran = await runBundle(inputsFor(`https://${hostName}`, {timeout: '1s', 'request-timeout': '1s'}), {
      env: {HTTPS_PROXY: `http://${proxy.host}`}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`${hostName} gave no complete answer within 1 s`);
    expect(ran.outputs.polls).toBe('2');
    // One at the start and one at the limit, a second each.
    expect(ran.durationMs).toBeLessThan(6000);
  });

  test.concurrent.each(['HTTPS_PROXY', 'https_proxy'])(
    'in %s is the way to a host that only it knows',
    async variable => {
      const [server, proxy] = await Promise.all([startTlsServer(hostName), startProxy('tunnel')]);
      const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
        env: {[variable]: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: caFile, ...fast}
      });
      expect(endingOf(ran)).toEqual(green);
      expect(ran.outputs.polls).toBe('2');
      expect(proxy.connects[0]).toEqual({target: `${hostName}:${server.port}`});
      expect(server.requests).toHaveLength(2);
      for (const {headers} of server.requests) {
        expect(headers).toMatchObject({host: `${hostName}:${server.port}`, 'x-auth-token': token});
      }
    }
  );

  test.concurrent('may say first that it has begun', async () => {
    const [server, proxy] = await Promise.all([startTlsServer(hostName), startProxy('interim')]);
    const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
      env: {HTTPS_PROXY: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    expect(endingOf(ran)).toEqual(green);
    expect(proxy.connects).toHaveLength(1);
  });

  test.concurrent('gets the user and the password of its URL, which nobody else does', async () => {
    const [server, proxy] = await Promise.all([startTlsServer(hostName), startProxy('tunnel')]);
    const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
      env: {HTTPS_PROXY: `http://build:p%40ssw%3Ard@${proxy.host}`, NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    // The client's own tunnel makes Node warn of an old way to make a buffer.
    expect(endingOf({...ran, stderr: ''})).toEqual(green);
    expect(proxy.connects[0]?.authorization).toBe(`Basic ${Buffer.from('build:p@ssw:rd').toString('base64')}`);
    expect(server.requests[0]?.headers['proxy-authorization']).toBeUndefined();
    for (const text of [seenIn(ran.stdout), ran.stderr, ran.summary, JSON.stringify(ran.outputs)]) {
      expect(text).not.toMatch(/p(@|%40)ssw/);
    }
  });

  test.concurrent('keeps its connection for the next request', async () => {
    const [server, proxy] = await Promise.all([startTlsServer(hostName), startProxy('tunnel')]);
    const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
      env: {ALL_PROXY: proxy.host, NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    expect(endingOf(ran)).toEqual(green);
    expect(proxy.connects).toHaveLength(1);
    expect(server.requests.map(({connection}) => connection)).toEqual([1, 1]);
  });

  test.concurrent('that refuses the password is an error at once that names the variable', async () => {
    const proxy = await startProxy('407');
    const ran = await runBundle(inputsFor(`https://${hostName}`), {
      env: {https_proxy: `http://build:p%40ssw%3Ard@${proxy.host}`}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toMatch(/proxy.*https_proxy.*407/);
    expect(proxy.connects).toHaveLength(1);
    for (const text of [seenIn(ran.stdout), ran.summary, JSON.stringify(ran.outputs)])
      expect(text).not.toMatch(/p(@|%40)ssw/);
  });

  test.concurrent('that is given by https:// and speaks plain HTTP is an error at once', async () => {
    const proxy = await startProxy('tunnel');
    const ran = await runBundle(inputsFor(`https://${hostName}`), {
      env: {HTTPS_PROXY: `https://${proxy.host}`}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain('HTTPS_PROXY begins with https://, and http:// is probably meant');
    expect(ran.outputs.polls).toBe('1');
  });

  test.concurrent.each(['socks5://build:p%40ssw%3Ard@127.0.0.1:1080', 'http://build:p%40ssw%3Ard@proxy.test:x'])(
    'that cannot be used is an error before anything is sent',
    async value => {
      const ran = await runBundle(inputsFor(`https://${hostName}`), {env: {HTTPS_PROXY: value}});
      expect(endingOf(ran)).toEqual(red('error'));
      expect(annotated(ran)).toContain('HTTPS_PROXY');
      expect(ran.outputs.polls).toBe('0');
      expect(seenIn(ran.stdout) + ran.summary + JSON.stringify(ran.outputs)).not.toMatch(/p(@|%40)ssw/);
    }
  );

  test.concurrent('that cannot be used, and is not, is no error', async () => {
    const server = await startServer([succeeded]);
    const ran = await runBundle(inputsFor(server.url), {env: {ALL_PROXY: 'socks5://127.0.0.1:1080'}});
    expect(endingOf(ran)).toEqual(green);
  });

  test.concurrent('with a certificate of an unknown authority behind it: an error at once', async () => {
    const [server, proxy] = await Promise.all([startTlsServer(hostName), startProxy('tunnel')]);
    const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
      env: {HTTPS_PROXY: `http://${proxy.host}`}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`certificate of ${hostName}:${server.port}`);
    expect(ran.stdout).toContain('NODE_EXTRA_CA_CERTS');
    expect(ran.outputs.polls).toBe('1');
    expect(server.requests).toHaveLength(0);
  });

  test.concurrent('does not lead a redirect astray', async () => {
    const [other, proxy] = await Promise.all([startTlsServer('evil.example.test'), startProxy('tunnel')]);
    const server = await startServer([redirect(307, `https://evil.example.test:${other.port}/`)], {
      tls: authority.issue(hostName)
    });
    const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
      env: {HTTPS_PROXY: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(proxy.connects.map(({target}) => target)).toEqual([`${hostName}:${server.port}`]);
    expect(other.requests).toHaveLength(0);
  });

  test.concurrent('brings no endless body in', async () => {
    const proxy = await startProxy('tunnel');
    const server = await startServer([running, flood(dataartsTask('SUCCESSFUL')), succeeded], {
      tls: authority.issue(hostName)
    });
    const ran = await runBundle(inputsFor(`https://${hostName}:${server.port}`), {
      env: {HTTPS_PROXY: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    expect(endingOf(ran)).toEqual(green);
    expect(ran.outputs.polls).toBe('3');
    expect(server.requests[1]?.sentBytes).toBeLessThan(64 * 1024 * 1024);
  });

  test.concurrent.each([
    {list: 'example.test', name: 'a domain'},
    {list: `other.test, ${hostName}`, name: 'a host'}
  ])('is passed by for $name in NO_PROXY', async ({list}) => {
    const proxy = await startProxy('tunnel');
    const ran = await runBundle(inputsFor(`https://${hostName}`, {timeout: '1s'}), {
      env: {HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: list}
    });
    // Without the proxy nobody knows the host.
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`the name ${hostName} could not be looked up`);
    expect(proxy.connects).toHaveLength(0);
  });

  test.concurrent('is passed by for this machine', async () => {
    const [server, proxy] = await Promise.all([startTlsServer('localhost'), startProxy('tunnel')]);
    const ran = await runBundle(inputsFor(`https://localhost:${server.port}`), {
      env: {HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: 'localhost', NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    expect(endingOf(ran)).toEqual(green);
    expect(proxy.connects).toHaveLength(0);
  });

  test.concurrent.each(['403', '502'] as const)(
    'that answers CONNECT with %s is an error with that number',
    async status => {
      const proxy = await startProxy(status);
      const ran = await runBundle(inputsFor(`https://${hostName}`, {timeout: '1s'}), {
        env: {HTTPS_PROXY: `http://${proxy.host}`}
      });
      expect(endingOf(ran)).toEqual(red('error'));
      expect(annotated(ran)).toContain(hostName);
      expect(annotated(ran)).toMatch(new RegExp(`proxy.*${status}`));
      expect(proxy.connects[0]).toEqual({target: `${hostName}:443`});
      expect(proxy.connects).toHaveLength(Number(ran.outputs.polls));
    }
  );

  test.concurrent('that is down is an error, and the error speaks of a proxy', async () => {
    const ran = await runBundle(inputsFor(`https://${hostName}`, {timeout: '1s'}), {
      env: {HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}`}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(hostName);
    expect(annotated(ran)).toMatch(/proxy.*ECONNREFUSED/);
  });
});

describe('a private certificate authority', () => {
  test.concurrent('in NODE_EXTRA_CA_CERTS is trusted', async () => {
    const server = await startTlsServer('localhost');
    const ran = await runBundle(inputsFor(`https://localhost:${server.port}`), {
      env: {NODE_EXTRA_CA_CERTS: caFile, ...fast}
    });
    expect(endingOf(ran)).toEqual(green);
    expect(server.requests.map(({connection}) => connection)).toEqual([1, 1]);
  });

  test.concurrent.each([
    {certificate: 'of an unknown authority', trusted: false, issue: () => authority.issue('localhost')},
    {certificate: 'for another host', trusted: true, issue: () => authority.issue('other.example.test')},
    {certificate: 'that has expired', trusted: true, issue: () => authority.issue('localhost', {days: -1})},
    {
      certificate: 'that is not valid yet',
      trusted: true,
      issue: () => authority.issue('localhost', {days: 3, fromDays: 2}),
      named: /is not yet valid by the runner's clock, which says \d{4}-\d\d-\d\d \d\d:\d\d UTC/
    }
  ])('a certificate $certificate is an error at once, and nothing is sent', async ({trusted, issue, named = /./}) => {
    const server = await startTlsServer('localhost', issue());
    const ran = await runBundle(inputsFor(`https://localhost:${server.port}`), {
      env: trusted ? {NODE_EXTRA_CA_CERTS: caFile} : {}
    });
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`certificate of localhost:${server.port}`);
    expect(annotated(ran)).toMatch(named);
    expect(annotated(ran)).toContain('input "endpoint"');
    // It helps against a certificate by nobody who is trusted alone.
    expect(ran.stdout.includes('NODE_EXTRA_CA_CERTS')).toBe(!trusted);
    expect(/NODE(_|&#95;)EXTRA(_|&#95;)CA(_|&#95;)CERTS/.test(ran.summary)).toBe(!trusted);
    expect(ran.outputs.polls).toBe('1');
    expect(server.requests).toHaveLength(0);
  });
});

describe('NODE_EXTRA_CA_CERTS that brings no certificate', () => {
  test.concurrent.each([
    {value: 'folder', problem: 'names a folder'},
    {value: 'missing', problem: 'cannot be read (ENOENT)'},
    {value: 'empty', problem: 'holds no certificate'}
  ] as const)('($value) is told where a certificate is not trusted', async ({value, problem}) => {
    const empty = join(folder, 'empty.pem');
    await writeFile(empty, 'no certificate');
    const paths = {folder, missing: join(folder, 'missing.pem'), empty};
    const server = await startTlsServer('localhost');
    const ran = await runBundle(inputsFor(`https://localhost:${server.port}`), {
      env: {NODE_EXTRA_CA_CERTS: paths[value]}
    });
    // Node itself warns of a file that it cannot read.
    expect(endingOf({...ran, stderr: ''})).toEqual(red('error'));
    expect(annotated(ran)).toContain(problem);
  });
});

describe('what is below the API', () => {
  const listeners: Server[] = [];
  afterAll(() => {
    for (const listener of listeners) listener.close();
  });
  /** Takes a connection, hears the first bytes, and says this. */
  const startSpeaker = async (words: string): Promise<number> => {
    const listener = createServer(socket => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(words));
    }).listen(0, '127.0.0.1');
    listeners.push(listener);
    await once(listener, 'listening');
    return (listener.address() as AddressInfo).port;
  };

  test.concurrent('plain HTTP on the port of https is an error at once', async () => {
    const server = await startServer([running]);
    const ran = await runBundle(inputsFor(`https://127.0.0.1:${server.port}`));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`127.0.0.1:${server.port} speaks plain HTTP or another protocol`);
    expect(ran.outputs.polls).toBe('1');
  });

  test.concurrent('an answer that is no HTTP is an error at once', async () => {
    const port = await startSpeaker('SSH-2.0-OpenSSH_9.6\r\n');
    const ran = await runBundle(inputsFor(`http://127.0.0.1:${port}`));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`what came from 127.0.0.1:${port} is not HTTP`);
    expect(ran.outputs.polls).toBe('1');
  });

  test.concurrent('a TLS alert that the protocol is too old or too new is an error at once', async () => {
    const port = await startSpeaker('\x15\x03\x01\x00\x02\x02\x46');
    const ran = await runBundle(inputsFor(`https://127.0.0.1:${port}`));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toMatch(/agree on no TLS connection .*protocol version/);
    expect(ran.outputs.polls).toBe('1');
  });

  test.concurrent.each([
    {what: 'a connection that ends in the middle of the handshake', words: ''},
    {what: 'a TLS alert that the server is in trouble', words: '\x15\x03\x03\x00\x02\x02\x50'}
  ])('$what is tried again', async ({words}) => {
    const port = await startSpeaker(words);
    const ran = await runBundle(inputsFor(`https://127.0.0.1:${port}`, {timeout: '2s'}));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(Number(ran.outputs.polls)).toBeGreaterThan(1);
  });

  test.concurrent('an answer with headers without end is tried again', async () => {
    const port = await startSpeaker(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(300_000)}`);
    const ran = await runBundle(inputsFor(`http://127.0.0.1:${port}`, {timeout: '2s'}));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain('too large headers');
    expect(Number(ran.outputs.polls)).toBeGreaterThan(1);
  });
});

describe('a host that was never reached', () => {
  test.concurrent.each([
    {
      what: 'that no name server knows',
      inputs: {endpoint: 'https://no-such-host.invalid'},
      named: ['no-such-host.invalid could not be looked up', 'input "endpoint"']
    },
    {
      what: 'that the inputs region and cloud led to',
      inputs: {endpoint: '', region: 'eu-de', cloud: 'no-such-cloud.invalid'},
      named: ['dayu-dlf.eu-de.no-such-cloud.invalid could not be looked up', 'region "eu-de"', 'no-such-cloud.invalid"']
    }
  ])('$what is an error that names it and where it came from', async ({inputs, named}) => {
    const ran = await runBundle({...inputsFor('', {timeout: '1s'}), ...inputs});
    expect(endingOf(ran)).toEqual(red('error'));
    for (const text of named) expect(annotated(ran)).toContain(text);
    expect(ran.outputs.message).toContain('the name <endpoint> could not be looked up');
    expect(JSON.parse(ran.outputs.tasks ?? '')).toMatchObject([{id: taskId, status: 'error'}]);
  });

  test.concurrent('because nobody listens is an error too', async () => {
    const host = `127.0.0.1:${await closedPort()}`;
    const ran = await runBundle(inputsFor(`http://${host}`, {timeout: '1s'}));
    expect(endingOf(ran)).toEqual(red('error'));
    expect(annotated(ran)).toContain(`nothing listens at ${host}, which is the runner itself (ECONNREFUSED)`);
    expect(annotated(ran)).toContain('input "endpoint"');
  });
});
