import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {afterAll, beforeEach, describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';

const root = mkdtempSync(join(tmpdir(), 'workflow-scripts-'));
afterAll(() => rmSync(root, {recursive: true, force: true}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'repository-'));
});

/** Without the settings of whoever runs the tests. */
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: join(root, 'none'),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com'
};

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe'}).trim();
}

function commit(text: string): void {
  writeFileSync(join(folder, 'file'), text);
  git('add', '.');
  git('commit', '--quiet', '--message', text);
}

/** The script of a step as it stands in the workflow. */
function scriptOf(file: string, job: string, step: string): string {
  const {jobs} = parse(readFileSync(`.github/workflows/${file}`, 'utf8')) as {
    jobs: Readonly<Record<string, {steps: readonly {id?: string; run?: string}[]}>>;
  };
  const {run} = jobs[job]?.steps.find(({id}) => id === step) ?? {};
  if (run === undefined) throw new Error(`${file} has no step ${step}`);
  return run;
}

/** Runs it as GitHub does. `gh` is a script that stands in for GitHub's own tool. */
function execute(script: string, more: Readonly<Record<string, string>>, gh = 'exit 1') {
  const tools = join(folder, '.git', 'tools');
  mkdirSync(tools);
  writeFileSync(join(tools, 'gh'), `#!/usr/bin/env bash\n${gh}\n`);
  chmodSync(join(tools, 'gh'), 0o755);
  const PATH = `${tools}${delimiter}${process.env.PATH}`;
  const {status, stdout, stderr} = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: {...environment, PATH, ...more},
    encoding: 'utf8'
  });
  return {status, said: stdout + stderr};
}

// GitHub runs these scripts on Linux alone.
const isWindows = process.platform === 'win32';
(isWindows ? describe.skip : describe)(`a tag becomes a release${isWindows ? ' (skipped: no bash)' : ''}`, () => {
  it.each([
    ['on main', 'main', 0],
    ['before the newest commit of main', 'main~1', 0],
    ['on a branch releases/v1', 'releases/v1', 0],
    ['on a branch of somebody', 'feature', 1],
    ['on a branch releases/test', 'releases/test', 1],
    ['on a branch whose name ends like main', 'not/main', 1]
  ])('%s or not: %s', (_, branch, status) => {
    git('init', '--quiet', '--initial-branch=main');
    commit('first');
    commit('second');
    for (const name of ['releases/v1', 'releases/test', 'feature', 'not/main']) {
      git('checkout', '--quiet', '-b', name, 'main');
      commit(name);
    }
    for (const name of ['main', 'releases/v1', 'releases/test', 'feature', 'not/main'])
      git('update-ref', `refs/remotes/origin/${name}`, name);
    git('checkout', '--quiet', '--detach', branch);
    const ran = execute(scriptOf('release.yml', 'branch', 'branch'), {GITHUB_REF_NAME: 'v1.0.0'});
    expect(ran.status).toBe(status);
    expect(ran.said).toContain(status === 0 ? 'v1.0.0 is on ' : '::error::v1.0.0 is neither on main nor on');
  });

  it.each([
    ['v1.10.0', 0],
    ['v1.9.0', 1]
  ])('the major tag goes to %s, never back', (tag, status) => {
    git('init', '--quiet');
    const gh = `case "$*" in
      *matching-refs*) printf 'refs/tags/%s\\n' v1.2.0 v1.10.0 v1.9.0 v1.11.0-rc1 ;;
      *) echo "gh $*" ;;
    esac`;
    const ran = execute(
      scriptOf('release.yml', 'major-tag', 'move'),
      {GITHUB_REF: `refs/tags/${tag}`, GITHUB_REF_NAME: tag, GITHUB_SHA: 'abc', GH_REPO: 'o/r'},
      gh
    );
    expect(ran.status).toBe(status);
    expect(ran.said.includes('refs/tags/v1 --field sha=abc')).toBe(status === 0);
  });
});

(isWindows ? describe.skip : describe)(
  `dist that was built for Dependabot${isWindows ? ' (skipped: no bash)' : ''}`,
  () => {
    /** What the job would push, with that built: the files that differ from before. */
    function push(built: Readonly<Record<string, string>>) {
      const remote = mkdtempSync(join(root, 'remote-'));
      git('init', '--quiet', '--initial-branch=update');
      mkdirSync(join(folder, 'dist'));
      writeFileSync(join(folder, 'dist/index.js'), 'old');
      writeFileSync(join(folder, 'dist/1.index.js'), 'old');
      commit('before');
      const before = git('rev-parse', 'HEAD');
      execFileSync('git', ['init', '--quiet', '--bare', join(remote, 'o/r')], {env: environment});
      git('push', '--quiet', join(remote, 'o/r'), 'update');
      const artifact = mkdtempSync(join(root, 'artifact-'));
      for (const [name, text] of Object.entries(built)) {
        mkdirSync(join(artifact, name, '..'), {recursive: true});
        writeFileSync(join(artifact, name), text);
      }
      const ran = execute(
        scriptOf('dependabot-dist.yml', 'commit', 'commit'),
        {
          BRANCH: 'update',
          GH_REPO: 'o/r',
          GH_TOKEN: 't',
          GITHUB_RUN_ID: '1',
          GITHUB_SERVER_URL: `file://${remote}`
        },
        `cp -R '${artifact}' dist`
      );
      git('fetch', '--quiet', join(remote, 'o/r'), 'update');
      const changed = git('diff', '--name-status', before, 'FETCH_HEAD').split(/\s+/).filter(Boolean).join(' ');
      return {...ran, changed};
    }

    it('is committed where it differs, with what is new and without what is gone', () => {
      const {status, changed} = push({'index.js': 'new', '2.index.js': 'new', 'licenses.txt': 'new'});
      expect(status).toBe(0);
      expect(changed.split(/ (?=[AMD] )/).sort()).toEqual([
        'A dist/2.index.js',
        'A dist/licenses.txt',
        'D dist/1.index.js',
        'M dist/index.js'
      ]);
    });

    it('is left alone where it is the same', () => {
      expect(push({'index.js': 'old', '1.index.js': 'old'})).toMatchObject({status: 0, changed: ''});
    });

    it.each(['.git/config', '.gitattributes', 'sub/index.js', 'index.js.sh', 'other.js'])(
      'is refused with a file %s',
      name => {
        const {status, said, changed} = push({'index.js': 'new', [name]: 'x'});
        expect({status, changed}).toEqual({status: 1, changed: ''});
        expect(said).toContain('::error::What was built holds more than dist does');
      }
    );
  }
);
