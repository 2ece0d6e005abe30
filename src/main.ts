import {createTaskApi} from './ask.ts';
import {secretsIn} from './auth/sources.ts';
import type {Random} from './backoff.ts';
import type {Clock} from './clock.ts';
import {formatDuration} from './duration.ts';
import type {Environment} from './input-reader.ts';
import {addressPlaces, type Inputs, loadCustomService, parseInputs, placesIn} from './inputs.ts';
import {mapAll} from './non-empty.ts';
import {type Core, createSink, type Sink} from './report/core.ts';
import {createWaitLog} from './report/log.ts';
import {type Replacement, redactor, reportResults, reportTrouble} from './report/report.ts';
import {oneLine} from './report/text.ts';
import {fullId} from './services/service.ts';
import type {Transport} from './transport.ts';
import {waitForAll} from './wait.ts';

export interface Dependencies {
  readonly core: Core;
  readonly environment: Environment;
  readonly createTransport: (options: {readonly timeoutMs: number}) => Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the step is told to stop. */
  readonly signal: AbortSignal;
}

/** Runs the step and tells whether it is green. Whatever happens, the outputs are set and the verdict is told. */
export async function run(dependencies: Dependencies): Promise<'green' | 'red'> {
  const {core, environment} = dependencies;
  // GitHub's log shows colors; what else collects the output of a step may not.
  const inColor = environment.GITHUB_ACTIONS === 'true' && !environment.NO_COLOR;
  const sink = createSink(core, {inColor});
  for (const secret of secretsIn(core.getInput, environment)) sink.addSecret(secret);
  const places = placesIn(core.getInput, environment);
  try {
    const inputs = parseInputs(core.getInput, environment, await loadCustomService(core.getInput));
    const {endpoint, access} = inputs;
    const used = [endpoint.url, access.iamEndpoint, access.stsEndpoint].flatMap(addressPlaces);
    return await wait(inputs, sink, [...used, ...places], dependencies);
  } catch (error) {
    const withSummary = core.getInput('job-summary').toLowerCase() !== 'false';
    return await reportTrouble(error, sink, redactor(places), withSummary);
  }
}

async function wait(
  inputs: Inputs,
  sink: Sink,
  places: readonly Replacement[],
  dependencies: Dependencies
): Promise<'green' | 'red'> {
  const {clock, random, signal, environment, createTransport} = dependencies;
  announce(inputs, sink);
  const log = createWaitLog(sink, clock, inputs);
  const api = createTaskApi(inputs, {
    transport: createTransport({timeoutMs: inputs.requestTimeoutMs}),
    clock,
    environment,
    clean: sink.clean,
    debug: line => sink.debug(oneLine(sink.clean(line))),
    warn: log.warn,
    addSecret: sink.addSecret
  });
  const companions = new AbortController();
  const accompanied = Promise.all([log.heartbeats(companions.signal), api.warnOfEnd(companions.signal)]);
  const tasks = mapAll(inputs.tasks, reference => ({
    reference,
    taskId: reference.taskId,
    observer: log.observe(reference),
    ...api.of(reference)
  }));
  let waited: Awaited<ReturnType<typeof waitForAll<(typeof tasks)[0]>>>;
  try {
    waited = await waitForAll(tasks, {
      ...inputs,
      endTimeMeansEnd: inputs.service.endTimeMeansEnd,
      idNamesThing: inputs.service.settleMs > 0 || inputs.settleMs > 0,
      clock,
      random,
      signal
    });
  } finally {
    companions.abort();
    await accompanied;
  }
  const projectId = api.projectId();
  const results = mapAll(waited, ({task: {reference, requests}, result}) => ({
    reference: {...reference, projectId},
    result: {...result, polls: requests()}
  }));
  return await reportResults(results, inputs, log.warnings, sink, redactor([...places, ['<project>', projectId]]));
}

function announce({service, tasks, endpoint, region, access, timeoutMs, notes}: Inputs, sink: Sink): void {
  const limit = timeoutMs === 0 ? 'looking once' : `waiting for at most ${formatDuration(timeoutMs)}`;
  const [task] = tasks;
  const what =
    tasks.length === 1 ? `${service.title} task ${fullId(task)}` : `${tasks.length} tasks of ${service.title}`;
  sink.info(['strong', what], `: ${limit}`);
  const places = [
    task.workspace && `workspace ${task.workspace}`,
    task.projectId && `project ${task.projectId}`,
    region && `region ${region}`
  ];
  sink.info([endpoint.url, ...places.filter(Boolean), access.origin].join(', '));
  for (const note of notes) sink.debug(note);
}
