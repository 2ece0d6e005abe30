import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {round, table, target} from './numbers.mjs';
import {startCloud} from './server.mjs';

const mib = 2 ** 20;

export async function run() {
  const cloud = await startCloud({endAfter: 1000});
  const child = fileURLToPath(new URL('steady-child.mjs', import.meta.url));
  const {stdout} = await promisify(execFile)(process.execPath, ['--expose-gc', child, cloud.url]);
  cloud.close();
  const {green, samples, peakBytes} = JSON.parse(stdout);
  if (green !== 'green') throw new Error(`the wait was not green: ${stdout}`);
  const [early, late] = [samples[100], samples[1000]];
  const data = {
    heapGrowthMib: round((late.heapUsed - early.heapUsed) / mib),
    rssGrowthMib: round((late.rss - early.rss) / mib),
    peakMib: round(peakBytes / mib, 1),
    cpuMsPerLook: round((late.cpuMs - early.cpuMs) / 900, 3),
    connections: cloud.connections()
  };
  return {
    data,
    targets: [
      target('growth of the heap from look 100 to look 1,000', data.heapGrowthMib, 2, 'MiB'),
      target('peak memory of the process', data.peakMib, 80, 'MiB'),
      target('connections for 1,000 looks', data.connections, 1, 'connections')
    ]
  };
}

export function report({heapGrowthMib, rssGrowthMib, peakMib, cpuMsPerLook, connections}) {
  return [
    'A thousand looks of the whole step in a process of its own, with real connections to a server on the same machine, on a clock that runs 10,000 times as fast. Memory is read after garbage collection. The code is that of the bundle, loaded as single files.',
    table(
      ['', ''],
      [
        ['heap, look 100 to look 1,000', `${heapGrowthMib} MiB`],
        ['resident memory, look 100 to look 1,000', `${rssGrowthMib} MiB`],
        ['peak of resident memory', `${peakMib} MiB`],
        ['processor time of a look', `${cpuMsPerLook} ms`],
        ['connections opened', connections]
      ]
    )
  ].join('\n\n');
}
