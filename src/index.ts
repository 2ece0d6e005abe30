import type {Dependencies} from './main.ts';

// What a library uses that Node has deprecated is no news for a workflow's log.
process.noDeprecation = true;
// Red until proven green: also when nothing is left to do before the verdict was reported.
process.exitCode = 1;

const cancellation = new AbortController();
// A runner sends SIGINT, and 7.5 s later SIGTERM: on Windows Ctrl+C, which is SIGINT here, and then Ctrl+Break. Others
// come from a terminal that goes away, or from whoever runs the runner.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP', 'SIGQUIT'] as const) {
  // Not once: a second one must not end the step before outputs and summary are written.
  process.on(signal, () => cancellation.abort(new Error(`cancelled by ${signal}`)));
}

const failure = new AbortController();
process.on('uncaughtException', error => failure.abort(error));
process.on('unhandledRejection', error => failure.abort(error));
process.on('beforeExit', () => failure.abort('nothing-left'));
// A log whose reader went away, or that has no room, ends the log alone.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// Loaded only now, for a signal that comes while they load has to find its handler.
const [core, {run}, {systemClock}, {createTransport}] = await Promise.all([
  import(/* webpackMode: "eager" */ '@actions/core'),
  import(/* webpackMode: "eager" */ './main.ts'),
  import(/* webpackMode: "eager" */ './clock.ts'),
  import(/* webpackMode: "eager" */ './http/transport.ts')
]);
const dependencies: Dependencies = {
  core,
  environment: process.env,
  createTransport,
  clock: systemClock,
  random: Math.random,
  signal: cancellation.signal,
  failure: failure.signal
};
const color = await run(dependencies).catch(() => 'red');
process.exitCode = color === 'green' && !failure.signal.aborted ? 0 : 1;
// A request that was cut off may hold its connection, a silent proxy above all. What was written goes out first.
process.stdout.write('', () => process.exit());
