/**
 * `npm run endings -- folder`: plays endings of every kind on the built action, and writes what a person reads of each
 * into the folder, the log and the summary apart. To be read without knowing the action: what happened, on whose side,
 * is the task still running, what to do now, where is the evidence? Needs openssl, for a certificate that nobody trusts.
 */
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {play} from '../demo/stage.mjs';
import {stories} from '../demo/stories.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run endings -- folder');
const atOnce = 4;

const proxy = await startProxy();
const untrusted = await startUntrusted();

/** Stories by group and name, with inputs and variables of the environment put over theirs. */
const endings = [
  ['dataarts-studio/succeeds'],
  ['dataarts-studio/fails'],
  ['taurusdb/fails'],
  ['dataarts-studio/failed-subtask-under-success'],
  ['dataarts-studio/warning'],
  ['codearts-check/stopped'],
  ['dataarts-studio/never-ends'],
  ['dataarts-studio/never-ends', {timeout: '4'}],
  ['dataarts-studio/html'],
  ['dataarts-studio/outage', {timeout: '3s'}],
  ['dataarts-studio/looks-once'],
  ['dataarts-studio/cancelled'],
  ['dataarts-studio/ten-tasks'],
  ['dataarts-studio/not-found'],
  ['dataarts-studio/not-found', {'task-id': '31b8ae23-c687-4d80-b7b4-42a66c9bb886'}],
  ['dataarts-studio/vanishes'],
  ['dataarts-studio/unknown-workspace'],
  ['dataarts-studio/unknown-word', {timeout: '2s'}],
  ['dataarts-studio/unknown-end'],
  ['dataarts-studio/wrong-id'],
  ['dataarts-studio/redirect'],
  ['ecs-server/gone'],
  ['ecs-server/never-seen'],
  ['ecs-server/fails'],
  ['dataarts-studio/denied'],
  ['dataarts-studio/unknown-key'],
  ['dataarts-studio/wrong-secret-key'],
  ['dataarts-studio/unknown-token'],
  ['credentials/trust-refused'],
  ['credentials/wrong-audience'],
  ['credentials/no-id-token-permission'],
  ['credentials/wrong-password'],
  ['credentials/instance-without-agency'],
  ['credentials/token-expires'],
  ['credentials/temporary-keys-expire'],
  ['credentials/no-project'],
  ['credentials/half-a-kind'],
  ['dataarts-studio/succeeds', {endpoint: 'https://service.example'}, {HTTPS_PROXY: proxy.url}],
  ['dataarts-studio/succeeds', {endpoint: 'https://service.example'}, {HTTPS_PROXY: 'socks5://proxy.example:1080'}],
  ['dataarts-studio/succeeds', {endpoint: untrusted.url}],
  ['dataarts-studio/succeeds', {endpoint: 'http://127.0.0.1:9', timeout: '10s'}],
  ['custom/custom-mistaken'],
  ['custom/custom-fails'],
  ['dataarts-studio/succeeds', {timeout: 'soon', service: 'dataart-studio', 'secret-key': ''}],
  ['dataarts-studio/succeeds', {'access-key': '', 'secret-key': ''}],
  ['dataarts-studio/succeeds', {'task-id': '{"taskId": "008aae2e67abe2ff0167abe3a28f0000"}'}],
  ['dataarts-studio/succeeds', {'access-key': '', 'secret-key': '', token: 'Bearer MIIabcdef'}]
];

await mkdir(folder, {recursive: true});
const all = ['en-us', 'zh-cn'].flatMap(language => endings.map(ending => ({language, ending})));
const waiting = [...all.entries()];
await Promise.all(
  Array.from({length: atOnce}, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await write(next);
  })
);
proxy.stop();
untrusted.stop();

async function write([index, {language, ending}]) {
  const [name, inputs = {}, env = {}] = ending;
  const story = stories.find(({group, name: own}) => `${group}/${own}` === name);
  if (story === undefined) throw new Error(`there is no story ${name}`);
  const {log, summary, outputs} = await play({
    ...story,
    inputs: {...story.inputs, ...inputs, language},
    env: {...story.env, ...env}
  });
  const number = String(index + 1).padStart(String(all.length).length, '0');
  const file = join(folder, `${number}-${name.replace('/', '-')}-${language}`);
  await writeFile(`${file}.log.txt`, `${stripVTControlCharacters(log)}\n`);
  await writeFile(`${file}.summary.md`, summary);
  process.stdout.write(`${file}: ${outputs.status}\n`);
}

/** A proxy that wants another user. */
async function startProxy() {
  const server = createServer((_, response) => void response.writeHead(407).end());
  server.on('connect', (_, socket) => void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
  return started(server, 'http');
}

/** A service whose certificate is signed by itself. */
async function startUntrusted() {
  const files = await mkdtemp(join(tmpdir(), 'endings-'));
  const [key, cert] = [join(files, 'key.pem'), join(files, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-nodes', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', ...subject, ...made], {stdio: 'ignore'});
  const server = createTlsServer({key: await readFile(key), cert: await readFile(cert)});
  await rm(files, {recursive: true});
  return started(server, 'https');
}

async function started(server, scheme) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {url: `${scheme}://localhost:${server.address().port}`, stop: () => server.close()};
}
