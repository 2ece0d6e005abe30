import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from '@jest/globals';
import {annotated, dataartsTask, endingOf, green, inputsFor, red, runBundle} from '../helpers/bundle.ts';
import {json, startServer, stopAll} from '../helpers/server.ts';

afterAll(stopAll);

const definition = `
title: Importer
path: /v1/{project_id}/system-tasks/{task_id}
status: status
message: message
running: [RUNNING]
succeeded: [SUCCESSFUL]
failed: [FAILED]`;

const custom = {service: 'custom', definition};

test.concurrent('a service that the workflow defines is green when its task has succeeded', async () => {
  const server = await startServer([json(dataartsTask('RUNNING')), json(dataartsTask('SUCCESSFUL'))]);
  const ran = await runBundle(inputsFor(server.url, custom));
  expect(endingOf(ran)).toEqual(green);
  expect(ran.stdout).toContain('Importer task');
  expect(server.requests).toHaveLength(2);
});

test.concurrent('it is red when its task has failed, with the reason', async () => {
  const server = await startServer([json(dataartsTask('FAILED', {message: 'No such file.'}))]);
  const ran = await runBundle(inputsFor(server.url, custom));
  expect(endingOf(ran)).toEqual(red('failed'));
  expect(annotated(ran)).toContain('No such file.');
});

test.concurrent('a definition with mistakes is told of before any request', async () => {
  const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
  const ran = await runBundle(inputsFor(server.url, {service: 'custom', definition: `${definition}\nstatsu: x`}));
  expect(endingOf(ran)).toEqual(red('error'));
  expect(annotated(ran)).toContain('statsu is not a key. Did you mean status');
  expect(server.requests).toHaveLength(0);
});

test.concurrent('a step loads what its own service needs, and nothing that only others need', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  try {
    await cp('dist', folder, {recursive: true});
    const chunks = (await readdir(folder)).filter(name => name !== 'index.js' && name.endsWith('.js'));
    const texts = await Promise.all(chunks.map(name => readFile(join(folder, name), 'utf8')));
    const others = chunks.filter((_, index) => !texts[index]?.includes("name: 'dataarts-studio'"));
    expect(others).toHaveLength(chunks.length - 1);
    await Promise.all(others.map(name => rm(join(folder, name))));
    const server = await startServer([json(dataartsTask('SUCCESSFUL'))]);
    const main = join(folder, 'index.js');
    expect(endingOf(await runBundle(inputsFor(server.url), {main}))).toEqual(green);
    expect(endingOf(await runBundle(inputsFor(server.url, custom), {main}))).toEqual(red('error'));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});
