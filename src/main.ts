import type {Clock} from './clock.ts';
import {formatDuration} from './duration.ts';
import type {Environment} from './environment.ts';
import {proxySecrets} from './http/proxy.ts';
import type {Transport} from './http/transport.ts';
import {secretsIn} from './inputs/credentials.ts';
import {addressPlaces, type Inputs, loadCustomService, parseInputs, placesIn} from './inputs/inputs.ts';
import {mapAll} from './non-empty.ts';
import type {Random} from './polling/backoff.ts';
import {waitForAll} from './polling/wait.ts';
import {type Core, createSink, type Sink} from './report/core.ts';
import {createWaitLog} from './report/log.ts';
import {type Replacement, redactor, reportResults, reportTrouble} from './report/report.ts';
import {oneLine} from './report/text.ts';
import {createCleaner} from './secrets.ts';
import {fullId} from './services/service.ts';
import {createTaskApi} from './task-api.ts';
import {textIn} from './text.ts';

export interface Dependencies {
  readonly core: Core;
  readonly environment: Environment;
  readonly createTransport: (options: {readonly timeoutMs: number}) => Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the step is told to stop. */
  readonly signal: AbortSignal;
  /** Aborts, with the error, when something throws that nobody waits for. */
  readonly failure?: AbortSignal;
}

/** Of a job whose timeout-minutes says nothing, and of every job on a runner of GitHub's own. */
const longestJobMs = 6 * 3_600_000;

/** Runs the step and tells whether it is green. Whatever happens, the outputs are set and the verdict is told. */
export async function run(dependencies: Dependencies): Promise<'green' | 'red'> {
  const {core, environment, clock, signal, failure} = dependencies;
  // GitHub's log shows colors; what else collects the output of a step may not.
  const inColor = environment.GITHUB_ACTIONS === 'true' && !environment.NO_COLOR;
  const cleaner = createCleaner(clock.now);
  /** Ends what goes on while trouble is reported, and keeps it from saying anything more. */
  const trouble = new AbortController();
  const sink = createSink(core, {cleaner, inColor, isOpen: () => !trouble.signal.aborted});
  let places: readonly Replacement[] = [];

  async function work(): Promise<'green' | 'red'> {
    for (const secret of [...secretsIn(core.getInput, environment), ...proxySecrets(environment)]) {
      sink.addSecret(secret);
    }
    places = placesIn(core.getInput, environment);
    const inputs = parseInputs(core.getInput, environment, await loadCustomService(core.getInput, sink.clean));
    const {endpoint, access} = inputs;
    const used = [endpoint.url, access.iamEndpoint, access.stsEndpoint].flatMap(addressPlaces);
    const stop = AbortSignal.any([signal, trouble.signal]);
    return await wait(inputs, sink, [...used, ...places], {...dependencies, signal: stop});
  }

  try {
    return await Promise.race([work(), ...(failure ? [failed(failure)] : [])]);
  } catch (error) {
    trouble.abort();
    const withSummary = core.getInput('job-summary').toLowerCase() !== 'false';
    return await reportTrouble(error, createSink(core, {cleaner, inColor}), redactor(places), withSummary);
  }
}

/** Rejects with the reason of the signal as soon as it aborts. */
function failed(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), {once: true});
  });
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
  if (inputs.timeoutMs >= longestJobMs) {
    log.warn(
      `timeout is ${formatDuration(inputs.timeoutMs)}, but a job ends after 6 hours unless its timeout-minutes says more, and GitHub's own runners never go beyond.`
    );
  }
  const over = new AbortController();
  const companions = [log.heartbeats(over.signal), api.warnOfEnd(over.signal)];
  const tasks = mapAll(inputs.tasks, reference => ({
    reference,
    taskId: reference.taskId,
    observer: log.observe(reference),
    poll: api.of(reference)
  }));
  let waited: Awaited<ReturnType<typeof waitForAll<(typeof tasks)[0]>>>;
  try {
    const all = waitForAll(tasks, {
      ...inputs,
      endTimeMeansEnd: inputs.service.endTimeMeansEnd,
      idNamesThing: inputs.service.settleMs > 0 || inputs.settleMs > 0,
      clock,
      random,
      signal: AbortSignal.any([signal, over.signal])
    });
    // What goes along ends only when it is told to, or with an error of its own, which ends the wait.
    waited = await Promise.race([all, Promise.all(companions).then(() => all)]);
  } finally {
    over.abort();
    await Promise.allSettled(companions);
  }
  const projectId = api.projectId();
  const results = mapAll(waited, ({task: {reference}, result}) => ({
    reference: {...reference, projectId},
    result
  }));
  return await reportResults(results, inputs, log.warnings, sink, redactor([...places, ['<project>', projectId]]));
}

function announce({service, tasks, endpoint, region, access, timeoutMs, notes}: Inputs, sink: Sink): void {
  const limit = timeoutMs === 0 ? 'looking once' : `waiting for at most ${formatDuration(timeoutMs)}`;
  const [task] = tasks;
  const title = textIn(service.title);
  const what = tasks.length === 1 ? `${title} task ${fullId(task)}` : `${tasks.length} tasks of ${title}`;
  sink.info(['strong', what], `: ${limit}`);
  const places = [
    task.workspace && `workspace ${task.workspace}`,
    task.projectId && `project ${task.projectId}`,
    region && `region ${region}`
  ];
  sink.info([endpoint.url, ...places.filter(Boolean), access.origin].join(', '));
  for (const note of notes) sink.debug(note);
}
