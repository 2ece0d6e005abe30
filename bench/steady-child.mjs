// Waits with the real transport, client and poller, in a process of its own, and prints what it took.
import {readFileSync} from 'node:fs';
// Not used here, and yet a part of what ships.
import '@actions/core';
import {createTransport} from '../build/src/http/transport.js';
import {run} from '../build/src/main.js';
import {fastClock} from './clocks.mjs';
import {quietCore, taskInputs} from './core.mjs';

const [endpoint, taskId, speed] = process.argv.slice(2);
const samples = {};
/** The part of resident memory that is Node's own program, of which all its processes share one copy; as Linux tells it. */
const programBytes = () => {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kib] = /^RssFile:\s+(\d+) kB$/m.exec(status) ?? [];
  return kib && Number(kib) * 1024;
};
const loadedBytes = process.memoryUsage.rss();
let peakBytes;
let polls = 0;
const {core, outputs} = quietCore({
  ...taskInputs,
  endpoint,
  'task-id': taskId,
  timeout: '120h'
});
const green = await run({
  core,
  environment: {},
  createTransport: options => {
    const send = createTransport(options);
    return async (request, signal) => {
      const answer = await send(request, signal);
      polls += 1;
      // Before the collections below, which take memory themselves and are none of the step's.
      if (polls === 1000) peakBytes = process.resourceUsage().maxRSS * 1024;
      if (polls === 100 || polls === 1000) {
        globalThis.gc();
        globalThis.gc();
        const {heapUsed, rss} = process.memoryUsage();
        samples[polls] = {heapUsed, rss, cpuMs: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000};
      }
      return answer;
    };
  },
  clock: fastClock(Number(speed)),
  random: () => 0.5,
  signal: new AbortController().signal
});
console.log(
  JSON.stringify({
    green,
    polls,
    samples,
    status: outputs.status,
    loadedBytes,
    programBytes: programBytes(),
    peakBytes
  })
);
process.exit();
