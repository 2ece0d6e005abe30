// One step that waits for many tasks, in a process of its own: on virtual time, or on real time that runs faster. Prints
// what it took.

import {fakeClock} from '../build/__tests__/helpers/fake-clock.js';
import {run} from '../build/src/main.js';
import {createCloud} from '../demo/cloud.mjs';
import {demoCredentials} from '../demo/credentials.mjs';
import {dataartsStudio} from '../demo/dataarts.mjs';
import {limiters} from '../demo/limiters.mjs';
import {fastClock} from './clocks.mjs';
import {quietCore, taskInputs} from './core.mjs';
import {mean, quantile, seeded} from './numbers.mjs';

const {count, subtasks = 0, limit, latencyMs = 100, speed} = JSON.parse(process.argv[2]);
const random = seeded(11);
const clock = speed === undefined ? fakeClock() : fastClock(speed);
const ids = Array.from({length: count}, (_, i) => `task-${i}`);
// From 30 s to 30 min, as many short ones as long ones on a logarithmic scale.
const durationsMs = new Map(ids.map(id => [id, 30_000 * 60 ** random()]));
const limiter = limit === undefined ? undefined : limiters[limit](120);
const cloud = createCloud({services: [dataartsStudio], clock: clock.date, limiter});
const startMs = clock.now();
for (const [id, durationMs] of durationsMs) {
  const parts = status => Object.fromEntries(Array.from({length: subtasks}, (_, i) => [`subtask ${i}`, status]));
  const step = (at, status) => ({at, status, subtasks: parts(status)});
  const timeline = [step(0, 'RUNNING'), step(durationMs / 1000, 'SUCCESSFUL')];
  const values = {task_id: id, project_id: demoCredentials.projectId};
  cloud.addTask('dataarts-studio', values, {timeline, taskName: `task ${id}`});
}
const seenMs = new Map();
let requests = 0;
let throttled = 0;

async function transport(request, signal) {
  requests += 1;
  await clock.sleep(latencyMs, signal);
  const {status, headers, text} = cloud.answer(request);
  if (status === 429) throttled += 1;
  const id = request.url.pathname.split('/').at(-1);
  if (text.includes('SUCCESSFUL') && !seenMs.has(id)) seenMs.set(id, clock.now() - startMs);
  return {status, header: name => headers[name], text};
}

const {core, outputs} = quietCore({...taskInputs, 'task-id': ids.join('\n')});
const colour = await run({
  core,
  environment: {},
  createTransport: () => transport,
  clock,
  random,
  signal: new AbortController().signal
});
/** How late each end was seen, in seconds. */
const lags = [...seenMs].map(([id, ms]) => (ms - durationsMs.get(id)) / 1000);
const {user, system} = process.cpuUsage();
console.log(
  JSON.stringify({
    colour,
    status: outputs.status,
    requests,
    throttled,
    seen: lags.length,
    ...(lags.length > 0 && {meanLagS: mean(lags), p95LagS: quantile(lags, 0.95), maxLagS: Math.max(...lags)}),
    cpuMs: (user + system) / 1000,
    peakMib: process.resourceUsage().maxRSS / 1024
  })
);
process.exit();
