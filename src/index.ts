import * as core from '@actions/core';
import {systemClock} from './clock.ts';
import {run} from './main.ts';
import {createTransport} from './transport.ts';

// The tunnel through a proxy with a password uses what Node has deprecated; that is no news for a workflow's log.
process.noDeprecation = true;
// Red until proven green: also when nothing is left to do before the verdict was told.
process.exitCode = 1;

const cancellation = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Not once: a second one must not end the step before outputs and summary are written.
  process.on(signal, () => cancellation.abort(new Error(`cancelled by ${signal}`)));
}

const colour = await run({
  core,
  environment: process.env,
  createTransport,
  clock: systemClock,
  random: Math.random,
  signal: cancellation.signal
});
process.exitCode = colour === 'green' ? 0 : 1;
// A request that was cut off may hold its connection, a silent proxy above all. What was written goes out first.
process.stdout.write('', () => process.exit());
