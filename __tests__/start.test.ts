import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, afterEach, describe, expect, it} from '@jest/globals';
import {renderAsGitHub} from './helpers/github-markdown.ts';

const root = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(root, {recursive: true, force: true}));

const player = 'demo/play.mjs';
const usualPort = 8642;

interface Played {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm start -- …` to its end, with its output in a pipe. */
function play(args: readonly string[], cwd = '.'): Promise<Played> {
  return new Promise(resolve => {
    const child = execFile(process.execPath, [player, ...args], {cwd}, (_, stdout, stderr) =>
      resolve({exitCode: child.exitCode ?? -1, stdout, stderr})
    );
  });
}

/** Each output under its name, with its lines joined. */
function outputsIn(stdout: string): ReadonlyMap<string, string> {
  const [, part = ''] = /^outputs\n([\s\S]*?)\n\n/m.exec(stdout) ?? [];
  const outputs = new Map<string, string>();
  let name = '';
  for (const line of part.split('\n')) {
    const [, own, value = ''] = /^ {2}(\S+)?\s*(.*)$/.exec(line) ?? [];
    name = own ?? name;
    outputs.set(name, `${outputs.get(name) ?? ''} ${value}`.trim());
  }
  return outputs;
}

describe('one story', () => {
  it.concurrent('shows the log, the outputs, the verdict, and where the summary is', async () => {
    const {exitCode, stdout, stderr} = await play(['cdn/fails']);
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(stdout).toContain(
      [
        "  curl --silent --show-error --request POST 'http://127.0.0.1:8642/v1.0/cdn/content/refresh-tasks' \\",
        "    --header 'x-auth-token: MIIDemoTokenOfTheStepBefore' \\",
        "    --header 'content-type: application/json' \\",
        `    --data '{"refresh_task":{"type":"file","urls":["https://www.example.com/fails"]}}'`,
        '  # task-id: {task_id}, with task_id from .refresh_task of the answer\n'
      ].join('\n')
    );

    const [, log = ''] = /^log\n([\s\S]*?)\n\n/m.exec(stdout) ?? [];
    expect(log).toContain('\n  ▼ Subtasks: 1/2 succeeded, 1 failed');
    expect(log).toMatch(/\n {4}succeed {2}https:\/\/www\.example\.com\/1\.png\n {2}✗/);
    expect(log).toMatch(/\n {2}Error: Content Delivery Network reports task_done/);
    expect(stdout).not.toMatch(/^\s*::/m);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toContain('demo-secret-key');

    const outputs = outputsIn(stdout);
    expect(outputs.get('status')).toBe('failed');
    expect(outputs.get('message')).toMatch(
      /^Content Delivery Network reports .* https:\/\/www\.example\.com\/1\.png\. Whether this lies with .*, this step cannot tell\.$/
    );
    expect(JSON.parse(outputs.get('failed-subtasks') ?? '')).toMatchObject([{name: 'https://www.example.com/2.png'}]);
    expect(outputs.get('tasks')).toMatch(/… \d+ more lines, \d+ characters in all$/);
    const [, shown = ''] = stdout.split('\noutputs\n');
    expect(Math.max(...shown.split('\n').map(line => line.length))).toBeLessThanOrEqual(110);
    expect(stdout).toMatch(/^step: red, verdict failed, exit code 1, \d+\.\d s → deploy step: skipped$/m);

    const [, markdownPath = '', page = ''] = /^job summary\n {2}(\S+\.md)\n {2}(file:\S+\.html)$/m.exec(stdout) ?? [];
    const markdown = readFileSync(markdownPath, 'utf8');
    expect(markdown).toMatch(
      /^### ❌ Content Delivery Network task "refresh" failed: 1 of 2 subtasks did not succeed\n/
    );
    const html = readFileSync(fileURLToPath(page), 'utf8');
    expect(html).toContain(
      '<h3>❌ Content Delivery Network task &quot;refresh&quot; failed: 1 of 2 subtasks did not succeed</h3>'
    );
    // The page's article is again what GitHub makes of the Markdown.
    const [, article = ''] = /<article>\n([\s\S]*)\n<\/article>/.exec(html) ?? [];
    const seen = renderAsGitHub(markdown);
    const again = renderAsGitHub(article);
    expect(again.rows).toEqual(seen.rows);
    expect(again.rows.length).toBeGreaterThan(5);
    expect(again.text.replace(/\s+/g, ' ').trim()).toBe(seen.text.replace(/\s+/g, ' ').trim());
  });

  it.concurrent('shows nothing of a hostile text but its letters, also on the page', async () => {
    const {stdout} = await play(['hostile-text']);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toMatch(/^\s*::/m);
    const [, page = ''] = /^ {2}(file:\S+\.html)$/m.exec(stdout) ?? [];
    const html = readFileSync(fileURLToPath(page), 'utf8');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<(script|img)|javascript:[^<]*"/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it.concurrent('names the Markdown alone, and how to get the page, where nothing is installed', async () => {
    const clone = join(root, 'clone');
    for (const part of ['demo', 'dist', 'src', 'scripts', 'action.yml', 'package.json']) {
      cpSync(part, join(clone, part), {recursive: true, preserveTimestamps: true});
    }
    const {exitCode, stdout, stderr} = await play(['cdn/not-found'], clone);
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(stdout).toMatch(
      /^job summary\n {2}build\/start\/cdn-not-found\.md\n {2}after npm ci also as the page that GitHub shows$/m
    );
    expect(readFileSync(join(clone, 'build/start/cdn-not-found.md'), 'utf8')).toMatch(/^### /);
    expect(stdout).toContain('step: red, verdict not-found, exit code 1');
  });
});

describe('help', () => {
  it('is short, and names the services and the list of stories', async () => {
    const {exitCode, stdout} = await play(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').length).toBeLessThan(30);
    expect(stdout).toContain('npm start -- list ');
    expect(stdout).toMatch(/^ {2}bms, .*\bcdn, /ms);
  });

  it('lists the stories of all, and of one', async () => {
    const [all, one] = await Promise.all([play(['list']), play(['list', 'cdn'])]);
    expect(one.stdout).toMatch(/^Content Delivery Network: cdn\n {2}succeeds +succeeded +\S/);
    expect(all.stdout).toContain(one.stdout.trim());
    expect(all.stdout).toMatch(/^Credentials: credentials/);
  });

  it.each([
    ['succeds', 'no story or service is named succeds. Near: succeeds'],
    ['cnd', 'no story or service is named cnd. Near: cdn'],
    ['cdn/fials', 'no story or service is named cdn/fials. Near: cdn/fails'],
    ['cdn/throttled', 'no story or service is named cdn/throttled. Those of cdn: npm start -- list cdn'],
    ['--prot', "Unknown option '--prot'"]
  ])('says for %s what is near, and how to list', async (word, expected) => {
    const {exitCode, stdout, stderr} = await play([word]);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(`npm start: ${expected}`);
    expect(stderr).toMatch(/\nAll stories: npm start -- list; how to use this: npm start -- --help\n$/);
  });
});

describe('serve', () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  /** A process that serves, by itself or through another one; nothing comes from its stdin. */
  async function serving(program: string, args: readonly string[]) {
    const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'inherit']});
    started.push(child);
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    // Of whoever holds the pipe, so of the cloud as well.
    const closed = once(child, 'close');
    while (!text.includes('\nThen wait for it:')) await once(child.stdout ?? child, 'data');
    const [, url = ''] = /listens on (http:\S+)/.exec(text) ?? [];
    const [, pid] = /^pid (\d+)$/m.exec(text) ?? [];
    return {
      child,
      url,
      text: () => text,
      /** Of the cloud, where it is another process. */
      pid: Number(pid),
      async end() {
        const [code] = await closed;
        return {code, last: text.trim().split('\n').at(-1)};
      }
    };
  }

  const serve = (...args: readonly string[]) => serving(process.execPath, [player, 'serve', ...args]);

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('has one address at each start, and ends by %s', async signal => {
    const port = await freePort();
    for (const _ of [1, 2]) {
      const cloud = await serve('--port', String(port));
      expect(cloud.url).toBe(`http://127.0.0.1:${port}`);
      expect((await fetch(cloud.url)).status).toBe(404);
      cloud.child.kill(signal);
      expect(await cloud.end()).toEqual({code: 0, last: `The stand-in cloud has stopped: ${signal}.`});
    }
  });

  const project = '/v3/b384b9e9ab9b4ee8994c8633aabc9505';

  it.each([
    [`${project}/instances`, {}, 'dds/succeeds', 'succeeds'],
    [`${project}/instances`, {name: 'shop-db', datastore: {type: 'gaussdb-mysql'}}, 'taurusdb/succeeds', 'shop-db'],
    [`${project}/instances`, {name: 'fails-1', datastore: {type: 'gaussdb-mysql'}}, 'taurusdb/fails', 'fails-1'],
    [`${project.replace('v3', 'v1')}/jobs/import`, {path: 'obs://my-bucket/jobs.zip'}, 'dataarts-studio/succeeds', ''],
    [`${project.replace('v3', 'v2')}/instances?play=fails`, {name: 'shop-cache'}, 'dcs-instance/fails', 'shop-cache']
  ])('plays for a start by %s with %j the story %s, and says so', async (path, body, story, name) => {
    const cloud = await serve('--port', '0');
    const response = await fetch(cloud.url + path, {
      method: 'POST',
      headers: {'x-auth-token': 'MIIDemoTokenThatOpensNothingAtAll'},
      body: JSON.stringify(body)
    });
    const answer = await response.text();
    expect(response.ok).toBe(true);
    expect(answer).toContain(name);
    expect(answer).not.toContain('{story}');
    while (!cloud.text().includes('POST /v')) await once(cloud.child.stdout ?? cloud.child, 'data');
    const [, note = ''] = / → 20\d (.*)/.exec(cloud.text().split('POST /v').at(-1) ?? '') ?? [];
    expect(note).toMatch(new RegExp(`^${story}: `));
    expect(note.includes('the call names no story')).toBe(!/fails/.test(path + name));
    expect(note.includes('MySQL (rds), MySQL (rds-instance), gaussdb-mysql (taurusdb)')).toBe(story.startsWith('dds'));
  });

  it('refuses a story that the address names and the service does not have', async () => {
    const cloud = await serve('--port', '0');
    const response = await fetch(`${cloud.url}${project}/backups?play=nope`, {
      method: 'POST',
      headers: {'x-auth-token': 'MIIDemoTokenThatOpensNothingAtAll'},
      body: '{}'
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error_code: 'Demo.0001',
      error_msg:
        'No story of rds-backup is named nope: npm start -- list rds-backup names those that ?play=<story> in the address chooses.'
    });
  });

  it('says that its usual port is taken, and how to choose another', async () => {
    const other = createServer().listen(usualPort, '127.0.0.1');
    // Where it is taken already, it is taken.
    await Promise.race([once(other, 'listening'), once(other, 'error').catch(() => {})]);
    try {
      const {exitCode, stdout, stderr} = await play(['serve']);
      expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''});
      expect(stderr).toBe(
        `npm start: port ${usualPort} of 127.0.0.1 is taken, perhaps by another npm start -- serve.\n` +
          `Choose another: npm start -- serve --port ${usualPort + 1}; any free one: --port 0\n`
      );
    } finally {
      other.close();
    }
  });

  const parent = (...args: readonly string[]) => {
    const all = JSON.stringify([player, 'serve', '--port', '0', ...args]);
    return `const child = require('node:child_process').spawn(process.execPath, ${all}, {stdio: 'inherit'});
      console.log('pid', child.pid);`;
  };
  const orphaned = 'The stand-in cloud has stopped: what started it has ended; with --outlive-parent it goes on.';

  it('ends when what started it is killed', async () => {
    const cloud = await serving(process.execPath, ['-e', parent()]);
    cloud.child.kill('SIGKILL');
    expect((await cloud.end()).last).toBe(orphaned);
    await expect(fetch(cloud.url)).rejects.toThrow();
  });

  it('ends when the npm that started it is killed, by a shell in between or not', async () => {
    const cloud = await serving('npm', ['start', '--silent', '--', 'serve', '--port', '0']);
    cloud.child.kill('SIGKILL');
    expect((await cloud.end()).last).toBe(orphaned);
  });

  it('goes on with --outlive-parent', async () => {
    const port = await freePort();
    const cloud = await serving(process.execPath, ['-e', parent('--port', String(port), '--outlive-parent')]);
    expect(cloud.url).toBe(`http://127.0.0.1:${port}`);
    cloud.child.kill('SIGKILL');
    await once(cloud.child, 'exit');
    // Longer than it takes to notice.
    await new Promise(resolve => setTimeout(resolve, 1500));
    expect((await fetch(cloud.url)).status).toBe(404);
    process.kill(cloud.pid, 'SIGTERM');
    expect((await cloud.end()).last).toBe('The stand-in cloud has stopped: SIGTERM.');
  });
});
