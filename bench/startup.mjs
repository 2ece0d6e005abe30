import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {median, quantile, round, table, target} from './numbers.mjs';
import {startCloud} from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = `${root}build/startup`;
const rounds = 30;
const ncc = `${root}node_modules/@vercel/ncc/dist/ncc/cli.js`;
const bundle = (entry, out, ...more) => execFileSync(process.execPath, [ncc, 'build', entry, '--out', out, ...more]);

/** What an action on the same two packages cannot do without. */
const noOp = `import * as core from '@actions/core';
import {HttpClient} from '@actions/http-client';
new HttpClient('no-op');
core.setOutput('seen', core.getInput('nothing'));
`;

/** Runs once: milliseconds from the start to the exit, and to the first request where one comes. */
function start(args, environment, cloud) {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    let requestMs;
    cloud.heard = () => {
      requestMs ??= performance.now() - startedMs;
    };
    const child = spawn(process.execPath, args, {
      stdio: 'ignore',
      env: {PATH: process.env.PATH, GITHUB_OUTPUT: '', ...environment}
    });
    child.on('error', reject);
    child.on('exit', () => resolve({exitMs: performance.now() - startedMs, requestMs}));
  });
}

/** Processor time of one run, by bash's own clock; nothing where there is no bash. */
function processorMs(args, environment) {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null 2>&1';
  const {stderr, error} = spawnSync('bash', ['--norc', '-c', script, 'bash', process.execPath, ...args], {
    encoding: 'utf8',
    env: {PATH: process.env.PATH, LC_ALL: 'C', GITHUB_OUTPUT: '', ...environment}
  });
  const [user, system] = error ? [] : (stderr.match(/\d+\.\d+/g)?.slice(-2) ?? []);
  return system === undefined ? undefined : (Number(user) + Number(system)) * 1000;
}

export async function run() {
  rmSync(work, {recursive: true, force: true});
  mkdirSync(work, {recursive: true});
  writeFileSync(`${work}/no-op.js`, noOp);
  bundle(`${work}/no-op.js`, `${work}/no-op`);
  bundle(`${root}build/src/index.js`, `${work}/action`);
  bundle(`${root}build/src/index.js`, `${work}/minified`, '--minify');
  cpSync(`${root}build/src`, `${work}/few`, {recursive: true});
  const list = `${work}/few/services/index.js`;
  const kept = new Set(['dataartsStudio', 'taurusdb', 'codeartsCheck']);
  writeFileSync(
    list,
    readFileSync(list, 'utf8')
      .replace(/import \{ (\w+) \} from [^;]+;\n/g, (line, name) => (kept.has(name) ? line : ''))
      .replace(/export const services = \[[^\]]*\]/, `export const services = [${[...kept].join(', ')}]`)
  );
  bundle(`${work}/few/index.js`, `${work}/three`);

  const cloud = {heard: () => undefined};
  const server = await startCloud({endAfter: 0, onRequest: () => cloud.heard()});
  const inputs = {
    INPUT_SERVICE: 'dataarts-studio',
    'INPUT_TASK-ID': '008aae2e67abe2ff0167abe3a28f0000',
    'INPUT_PROJECT-ID': 'b384b9e9ab9b4ee8994c8633aabc9505',
    INPUT_ENDPOINT: server.url,
    INPUT_TOKEN: 'example-token-value'
  };
  const kinds = {
    'bare node': [['-e', '0'], {}],
    'no-op action': [[`${work}/no-op/index.js`], {}],
    'input error': [[`${work}/action/index.js`], {}],
    'input error, minified': [[`${work}/minified/index.js`], {}],
    'input error, three services': [[`${work}/three/index.js`], {}],
    'first request': [[`${work}/action/index.js`], inputs],
    'first request, minified': [[`${work}/minified/index.js`], inputs]
  };
  const times = Object.fromEntries(Object.keys(kinds).map(kind => [kind, []]));
  const processor = Object.fromEntries(Object.keys(kinds).map(kind => [kind, []]));
  // Interleaved, and the first round not counted: it fills the caches of files.
  for (let i = 0; i <= rounds; i++) {
    for (const [kind, [args, environment]] of Object.entries(kinds)) {
      const {exitMs, requestMs} = await start(args, environment, cloud);
      if (i === 0) continue;
      times[kind].push(kind.startsWith('first request') ? requestMs : exitMs);
      // Not to the first request: the server is in this process, which waits for the child here.
      const ms = kind.startsWith('first request') ? undefined : processorMs(args, environment);
      if (ms !== undefined) processor[kind].push(ms);
    }
  }
  server.close();
  const ratio = kind => median(times[kind].map((ms, i) => ms / times['no-op action'][i]));
  const cheapest = processor['input error'].length > 0 ? processor : times;
  const growth = median(cheapest['input error'].map((ms, i) => ms - cheapest['input error, three services'][i]));
  const data = {
    rounds,
    times: Object.fromEntries(
      Object.entries(times).map(([kind, all]) => [
        kind,
        {
          medianMs: round(median(all), 1),
          quartilesMs: [round(quantile(all, 0.25), 1), round(quantile(all, 0.75), 1)],
          leastMs: round(Math.min(...all), 1),
          timesNoOp: round(ratio(kind), 3),
          ...(processor[kind].length > 0 && {
            processorMs: median(processor[kind]),
            processorTimesNoOp: round(median(processor[kind].map((ms, i) => ms / processor['no-op action'][i])), 3)
          })
        }
      ])
    )
  };
  return {
    data,
    targets: [
      target('to the input error, times the no-op action', ratio('input error'), 1.1, '×'),
      target('to the first request, times the no-op action', ratio('first request'), 1.25, '×'),
      target('all services instead of three, processor time to the input error', growth, 2, 'ms')
    ]
  };
}

export function report({rounds: count, times}) {
  return [
    `Medians of ${count} rounds in which each kind runs once, one after the other; ratios are taken within a round. From the start of the process to its exit, or to the arrival of its first request at a server on the same machine. The no-op action is a bundle on the same two packages that reads an input and sets an output. Processor time, user and system, is less disturbed by what else the machine does; what all services add to three is read from it. Minified bundles are measured for comparison: what is shipped stays readable. A profile says where the time goes: for the most part to undici, which both packages load at once, also in the no-op action; what the action adds is above all the reading of its larger file, which is why minifying takes most of it away.`,
    table(
      ['', 'Median, ms', 'Quartiles, ms', 'Least, ms', '× no-op action', 'Processor, ms', '× no-op action'],
      Object.entries(times).map(
        ([kind, {medianMs, quartilesMs, leastMs, timesNoOp, processorMs: cpu, processorTimesNoOp}]) => [
          kind,
          medianMs,
          quartilesMs.join(' to '),
          leastMs,
          timesNoOp,
          cpu === undefined ? '' : round(cpu, 0),
          processorTimesNoOp ?? ''
        ]
      )
    )
  ].join('\n\n');
}
