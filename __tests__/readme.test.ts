import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {pages} from './helpers/pages.ts';
import {load} from './helpers/stand-in.ts';

const {demoCredentials} = await load('credentials');

const textOf = (file: string) => readFileSync(file, 'utf8').trimEnd();

describe.each(['README.md', 'README.zh-CN.md'])('%s', file => {
  it('has at most 400 lines', () => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(400);
  });

  it('opens the stand-in with what opens it, at the port where it listens', () => {
    const [, code = ''] = /<!-- try -->\n```yaml\n(.*?)^```/ms.exec(textOf(file)) ?? [];
    const {env} = parse(code) as {env: Readonly<Record<string, string>>};
    const [, port] = /usualPort = (\d+)/.exec(readFileSync('demo/serve.mjs', 'utf8')) ?? [];
    const {projectId, token} = demoCredentials;
    expect(env).toEqual({CLOUD: `http://127.0.0.1:${port}`, PROJECT_ID: projectId, TOKEN: token});
  });
});

it.each(pages)('%s has no table of more than six columns', file => {
  const columns = (line: string) => line.split(/(?<!\\)\|/).length - 2;
  const headers = textOf(file)
    .split('\n')
    .filter((_, index, lines) => /^\| --- /.test(lines[index + 1] ?? ''));
  expect(headers.filter(header => columns(header) > 6)).toEqual([]);
});
