import {createTaskApi} from './ask.ts';
import {secretsIn} from './auth/sources.ts';
import type {Random} from './backoff.ts';
import type {Clock} from './clock.ts';
import {formatDuration} from './duration.ts';
import {InputError} from './errors.ts';
import type {Environment} from './input-reader.ts';
import {type Inputs, parseInputs, placesIn} from './inputs.ts';
import {pollUntilDone, type WaitResult} from './poller.ts';
import {type Core, createSink, type Sink} from './report/core.ts';
import {type Explanation, explain} from './report/explain.ts';
import {createWaitLog} from './report/log.ts';
import {outputsOf, outputsWithoutWait, type Redact} from './report/outputs.ts';
import {summaryOf, summaryWithoutWait} from './report/summary.ts';
import {oneLine} from './report/text.ts';
import type {Transport} from './transport.ts';

export interface Dependencies {
  readonly core: Core;
  readonly environment: Environment;
  readonly createTransport: (options: {readonly timeoutMs: number}) => Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the step is told to stop. */
  readonly signal: AbortSignal;
}

type Replacement = readonly [placeholder: string, value: string];

/** Runs the step and tells whether it is green. Whatever happens, the outputs are set and the verdict is told. */
export async function run(dependencies: Dependencies): Promise<'green' | 'red'> {
  const {core, environment} = dependencies;
  const sink = createSink(core);
  for (const secret of secretsIn(core.getInput, environment)) sink.addSecret(secret);
  const places = placesIn(core.getInput, environment);
  try {
    const inputs = parseInputs(core.getInput, environment);
    const endpoints = [inputs.endpoint.url, inputs.access.iamEndpoint, inputs.access.stsEndpoint].filter(
      url => url !== ''
    );
    const used = endpoints
      .flatMap(url => [url, new URL(url).host, new URL(url).hostname])
      .map(value => ['<endpoint>', value] as const);
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
  let result: WaitResult;
  try {
    result = await pollUntilDone(api.ask, {
      ...inputs,
      taskId: inputs.task.taskId,
      endTimeMeansEnd: inputs.service.endTimeMeansEnd,
      clock,
      random,
      signal,
      observer: log
    });
  } finally {
    companions.abort();
    await accompanied;
  }
  const asked = {...inputs, task: {...inputs.task, projectId: api.projectId()}};
  return await reportResult(
    {...result, polls: api.requests()},
    asked,
    log.warnings,
    sink,
    redactor([...places, ['<project>', api.projectId()]])
  );
}

function announce({service, task, endpoint, region, access, timeoutMs, notes}: Inputs, sink: Sink): void {
  const limit = timeoutMs === 0 ? 'looking once' : `waiting for at most ${formatDuration(timeoutMs)}`;
  sink.info(`${service.title} task ${task.taskId}: ${limit}`);
  const places = [
    task.workspace && `workspace ${task.workspace}`,
    task.projectId && `project ${task.projectId}`,
    region && `region ${region}`
  ];
  sink.info([endpoint.url, ...places.filter(Boolean), access.origin].join(', '));
  for (const note of notes) sink.debug(note);
}

async function reportResult(
  result: WaitResult,
  inputs: Inputs,
  warnings: readonly string[],
  sink: Sink,
  redact: Redact
): Promise<'green' | 'red'> {
  const {verdict} = result.ending;
  const explanation = explain(result, inputs);
  const outputs = outputsOf(verdict, explanation.message, result, inputs, redact);
  for (const [name, value] of Object.entries(outputs)) sink.setOutput(name, value);
  const notes = [...warnings];
  if (verdict === 'succeeded' && inputs.service.settleMs > 0 && !result.seenRunning) {
    notes.push(
      `The task was never seen running: this can be the success of an earlier run, which the service cannot tell apart.`
    );
  }
  for (const note of notes.slice(warnings.length)) sink.info(note);
  if (inputs.jobSummary) await writeSummary(summaryOf(verdict, explanation, notes, result, inputs), sink);
  tell(verdict, explanation, sink);
  return verdict === 'succeeded' ? 'green' : 'red';
}

/** For everything that kept the step from waiting, an error in this program included. */
async function reportTrouble(error: unknown, sink: Sink, redact: Redact, withSummary: boolean): Promise<'red'> {
  const isInput = error instanceof InputError;
  const problems = (isInput ? error.problems : [error instanceof Error ? error.message : String(error)]).map(
    sink.clean
  );
  const explanation: Explanation = isInput
    ? {title: 'Await Huawei Cloud Task cannot start', message: problems.join(' ')}
    : {
        title: 'Await Huawei Cloud Task: an unexpected error',
        message: problems.join(' '),
        nextStep: 'Run the job again with debug logging, and report this to the maintainers of the action if it stays.'
      };
  if (error instanceof Error && !isInput) sink.debug(oneLine(sink.clean(error.stack ?? ''), 8000));
  // First of all, for what comes after it can fail for the same reason.
  tell('error', explanation, sink);
  try {
    const outputs = outputsWithoutWait(explanation.message, redact);
    for (const [name, value] of Object.entries(outputs)) sink.setOutput(name, value);
  } catch (outputError) {
    sink.info(`Warning: the outputs could not be set: ${oneLine(sink.clean(String(outputError)))}`);
  }
  if (withSummary) await writeSummary(summaryWithoutWait(explanation, problems), sink);
  return 'red';
}

function tell(verdict: WaitResult['ending']['verdict'], {title, message, nextStep}: Explanation, sink: Sink): void {
  if (verdict === 'succeeded') {
    sink.info(`${title}.`);
    return;
  }
  const annotate = verdict === 'unfinished' ? sink.notice : sink.error;
  annotate(oneLine(message, 4000), title);
  if (nextStep) sink.info(`What to do next: ${nextStep}`);
}

async function writeSummary(markdown: string, sink: Sink): Promise<void> {
  try {
    await sink.writeSummary(markdown);
  } catch (error) {
    sink.info(
      `Warning: the job summary could not be written: ${oneLine(sink.clean(error instanceof Error ? error.message : String(error)))}`
    );
  }
}

/** Replaces values that huaweicloud/auth-action masks: GitHub drops a job output in which a masked value stands. */
function redactor(places: readonly Replacement[]): Redact {
  const byLength = [...places].filter(([, value]) => value.length > 2).sort(([, a], [, b]) => b.length - a.length);
  return text => byLength.reduce((result, [placeholder, value]) => result.replaceAll(value, placeholder), text);
}
