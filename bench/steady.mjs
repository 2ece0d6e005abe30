import {execFile} from 'node:child_process';
import {rmSync} from 'node:fs';
import {promisify} from 'node:util';
import {demoCredentials} from '../demo/credentials.mjs';
import {startCloud} from '../demo/server.mjs';
import {bundle, bundleNoOp, root} from './bundle.mjs';
import {round, table, target} from './numbers.mjs';

const mib = 2 ** 20;
const work = `${root}build/steady`;
const taskId = '008aae2e67abe2ff0167abe3a28f0000';
/** The longest pause, 15 s, takes a tenth of a second. */
const speed = 150;
const inNode = async (...args) => (await promisify(execFile)(process.execPath, args)).stdout;
const tellPeak = 'console.log("\\n" + process.resourceUsage().maxRSS / 1024);';
const lastNumber = text => Number(text.trim().split('\n').at(-1));

export async function run() {
  rmSync(work, {recursive: true, force: true});
  const child = bundle(`${root}bench/steady-child.mjs`, work);
  const noOp = bundleNoOp(`${work}/no-op`, tellPeak);
  const bareMib = lastNumber(await inNode('-e', tellPeak));
  const noOpMib = lastNumber(await inNode(noOp));
  const startedMs = Date.now();
  const cloud = await startCloud({clock: () => startedMs + (Date.now() - startedMs) * speed});
  const ids = {task_id: taskId, project_id: demoCredentials.projectId};
  cloud.addTask('dataarts-studio', ids, {
    taskName: 'import',
    timeline: [{at: 0, status: 'RUNNING', subtasks: {}}],
    weather: {1001: {status: 'SUCCESSFUL', subtasks: {}}}
  });
  const stdout = await inNode('--expose-gc', child, cloud.url, taskId, String(speed));
  const connections = cloud.requests.at(-1).connection;
  cloud.stop();
  const {green, samples, loadedBytes, programBytes, peakBytes} = JSON.parse(stdout);
  if (green !== 'green') throw new Error(`the wait was not green: ${stdout}`);
  const [early, late] = [samples[100], samples[1000]];
  const data = {
    heapGrowthMib: round((late.heapUsed - early.heapUsed) / mib),
    rssGrowthMib: round((late.rss - early.rss) / mib),
    bareMib: round(bareMib, 1),
    noOpMib: round(noOpMib, 1),
    loadedMib: round(loadedBytes / mib, 1),
    earlyMib: round(early.rss / mib, 1),
    peakMib: round(peakBytes / mib, 1),
    ...(programBytes && {programMib: round(programBytes / mib, 1)}),
    heapMib: round(late.heapUsed / mib, 1),
    cpuMsPerPoll: round((late.cpuMs - early.cpuMs) / 900, 3),
    connections
  };
  return {
    data,
    targets: [
      target('growth of the heap from poll 100 to poll 1,000', data.heapGrowthMib, 2, 'MiB'),
      target('peak memory of the process', data.peakMib, 80, 'MiB'),
      target('connections for 1,000 polls', data.connections, 1, 'connections')
    ]
  };
}

export function report(data) {
  const {heapGrowthMib, rssGrowthMib, cpuMsPerPoll, connections} = data;
  const {bareMib, noOpMib, loadedMib, earlyMib, peakMib, programMib, heapMib} = data;
  return [
    'A thousand polls of the whole step in a process of its own, with real connections to a server on the same machine, on a clock that runs 150 times as fast, and takes two minutes: in a rush of polls without pauses V8 takes 10 MiB more for short-lived objects than in a wait. What is used is read after garbage collection. The code is bundled as what ships.',
    table(
      ['', ''],
      [
        ['peak of resident memory: bare node', `${bareMib} MiB`],
        ['the no-op action', `${noOpMib} MiB`],
        ['**this step, 1,000 polls**', `${peakMib} MiB`],
        ['resident memory before the first poll', `${loadedMib} MiB`],
        ['after 100 polls, some 20 minutes of waiting', `${earlyMib} MiB`],
        ...(programMib === undefined
          ? []
          : [["of the resident memory in the end: Node's own program", `${programMib} MiB`]]),
        ['of the resident memory in the end: objects that are in use', `${heapMib} MiB`],
        ['growth of the heap, poll 100 to poll 1,000', `${heapGrowthMib} MiB`],
        ['growth of resident memory, poll 100 to poll 1,000', `${rssGrowthMib} MiB`],
        ['processor time of a poll', `${cpuMsPerPoll} ms`],
        ['connections opened', connections]
      ]
    ),
    `Of the peak, what the step uses itself is small and does not grow: ${heapMib} MiB of objects. The rest is Node's: its program and libraries, the room in which V8 lets short-lived objects pile up before it collects them (each poll leaves some 70 KB, nearly all by Node's HTTP client), and the memory of its optimising compilers, which take all code of a poll in hand together after some 500 polls. An action cannot set the options of Node that limit these.`
  ].join('\n\n');
}
