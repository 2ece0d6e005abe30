// One step that waits for many tasks, in a process of its own: on virtual time, or on real time that runs faster. Prints
// what it took.
import {run} from '../build/src/main.js';
import {fastClock, sharedClock} from './clocks.mjs';
import {limiters, virtualCloud} from './cloud.mjs';
import {quietCore, taskInputs} from './core.mjs';
import {mean, quantile, seeded} from './numbers.mjs';

const {count, subtasks = 0, limit, latencyMs = 100, speed} = JSON.parse(process.argv[2]);
const random = seeded(11);
const clock = speed === undefined ? sharedClock() : fastClock(speed);
const ids = Array.from({length: count}, (_, i) => `task-${i}`);
// From 30 s to 30 min, as many short ones as long ones on a logarithmic scale.
const durationsMs = new Map(ids.map(id => [id, 30_000 * 60 ** random()]));
const limiter = limit === undefined ? undefined : limiters[limit](120);
const cloud = virtualCloud({clock, durationsMs, subtasks, latencyMs, limiter});
const {core, outputs} = quietCore({...taskInputs, 'task-id': ids.join('\n')});
const colour = await run({
  core,
  environment: {},
  createTransport: () => cloud.transport,
  clock,
  random,
  signal: new AbortController().signal
});
const lags = cloud.lagsS();
const {user, system} = process.cpuUsage();
console.log(
  JSON.stringify({
    colour,
    status: outputs.status,
    requests: cloud.requests(),
    throttled: cloud.throttled(),
    seen: lags.length,
    ...(lags.length > 0 && {meanLagS: mean(lags), p95LagS: quantile(lags, 0.95), maxLagS: Math.max(...lags)}),
    cpuMs: (user + system) / 1000,
    peakMib: process.resourceUsage().maxRSS / 1024
  })
);
process.exit();
