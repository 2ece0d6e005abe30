import {spawn, spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {demoCredentials} from '../demo/credentials.mjs';
import {inputVariables} from '../demo/runner.mjs';
import {startCloud} from '../demo/server.mjs';
import {bundle, bundleNoOp, bundleNoOpWithStandIns, root} from './bundle.mjs';
import {median, quantile, round, table, target} from './numbers.mjs';

const work = `${root}build/startup`;
const rounds = 30;

/** Runs once: milliseconds from the start to the exit, and to the first request where one comes. */
function start(args, environment, {requests}) {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const before = requests.length;
    const child = spawn(process.execPath, args, {
      stdio: 'ignore',
      env: {PATH: process.env.PATH, GITHUB_OUTPUT: '', ...environment}
    });
    child.on('error', reject);
    child.on('exit', () => {
      const exitMs = performance.now() - startedMs;
      resolve({exitMs, requestMs: requests[before] && requests[before].atMs - startedMs});
    });
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
  const noOp = bundleNoOp(`${work}/no-op`);
  const withStandIns = bundleNoOpWithStandIns(`${work}/no-op-with-stand-ins`);
  const action = bundle(`${root}build/src/index.js`, `${work}/action`);
  const minified = bundle(`${root}build/src/index.js`, `${work}/minified`, '--minify');

  const cloud = await startCloud();
  const ids = {task_id: '008aae2e67abe2ff0167abe3a28f0000', project_id: demoCredentials.projectId};
  cloud.addTask('dataarts-studio', ids, {timeline: [{at: 0, status: 'SUCCESSFUL', subtasks: {}}], taskName: 'import'});
  const inputs = inputVariables({
    service: 'dataarts-studio',
    'task-id': ids.task_id,
    'project-id': ids.project_id,
    endpoint: cloud.url,
    token: demoCredentials.token
  });
  const kinds = {
    'bare node': [['-e', '0'], {}],
    'no-op action': [[noOp], {}],
    'no-op action, with stand-ins': [[withStandIns], {}],
    'input error': [[action], {}],
    'input error, minified': [[minified], {}],
    'first request': [[action], inputs],
    'first request, minified': [[minified], inputs]
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
  cloud.stop();
  const ratio = kind => median(times[kind].map((ms, i) => ms / times['no-op action'][i]));
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
      target('to the first request, times the no-op action', ratio('first request'), 1.25, '×')
    ]
  };
}

export function report({rounds: count, times}) {
  return [
    `Medians of ${count} rounds in which each kind runs once, one after the other; ratios are taken within a round. From the start of the process to its exit, or to the arrival of its first request at a server on the same machine. The no-op action is a bundle on the same two packages that reads an input and sets an output. Processor time, user and system, is less disturbed by what else the machine does. Minified bundles are measured for comparison: what is shipped stays readable.`,
    'The packages bring undici and @actions/exec, load them at once, and use each in one function that this action does not call. Its bundle has something else in their places ([scripts/undici](../scripts/undici/index.js), [scripts/actions-exec](../scripts/actions-exec/index.js)), which is how it starts sooner than the no-op action; a no-op action with the same stand-ins shows what is left for the action itself.',
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
