// Waits with the real transport, client and poller, in a process of its own, and prints what it took.
import {run} from '../build/src/main.js';
import {createTransport} from '../build/src/transport.js';
import {fastClock} from './clocks.mjs';
import {quietCore, taskInputs} from './core.mjs';

const speed = 10_000;
const samples = {};
let looks = 0;
const {core, outputs} = quietCore({
  ...taskInputs,
  endpoint: process.argv[2],
  'task-id': '008aae2e67abe2ff0167abe3a28f0000',
  timeout: '120h'
});
const green = await run({
  core,
  environment: {},
  createTransport: options => {
    const send = createTransport(options);
    return async (request, signal) => {
      const answer = await send(request, signal);
      looks += 1;
      if (looks === 100 || looks === 1000) {
        globalThis.gc();
        globalThis.gc();
        const {heapUsed, rss} = process.memoryUsage();
        samples[looks] = {heapUsed, rss, cpuMs: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000};
      }
      return answer;
    };
  },
  clock: fastClock(speed),
  random: () => 0.5,
  signal: new AbortController().signal
});
console.log(
  JSON.stringify({green, looks, samples, status: outputs.status, peakBytes: process.resourceUsage().maxRSS * 1024})
);
process.exit();
