import {authorizerFor} from './auth/authorizer.ts';
import type {Random} from './backoff.ts';
import {createClient} from './client.ts';
import type {Clock} from './clock.ts';
import {formatDuration} from './duration.ts';
import {InputError, MalformedAnswer} from './errors.ts';
import {type Environment, type Inputs, parseInputs, placesIn, secretsIn} from './inputs.ts';
import {type Ask, pollUntilDone, type WaitResult} from './poller.ts';
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

/** Runs the step and tells whether it is green. Whatever happens, the outputs are set and the verdict is told. */
export async function run(dependencies: Dependencies): Promise<'green' | 'red'> {
  const {core, environment} = dependencies;
  const sink = createSink(core);
  for (const secret of secretsIn(core.getInput, environment)) sink.addSecret(secret);
  const places = placesIn(core.getInput, environment);
  try {
    const inputs = parseInputs(core.getInput, environment);
    const redact = redactor([
      ['<endpoint>', inputs.endpoint.url],
      ['<endpoint>', new URL(inputs.endpoint.url).host],
      ...places
    ]);
    return await wait(inputs, sink, redact, dependencies);
  } catch (error) {
    return await reportTrouble(error, sink, redactor(places));
  }
}

async function wait(inputs: Inputs, sink: Sink, redact: Redact, dependencies: Dependencies): Promise<'green' | 'red'> {
  const {clock, random, signal} = dependencies;
  announce(inputs, sink);
  const log = createWaitLog(sink, clock, inputs);
  const heartbeat = new AbortController();
  const heartbeats = log.heartbeats(heartbeat.signal);
  let result: WaitResult;
  try {
    result = await pollUntilDone(askFor(inputs, sink, dependencies), {
      ...inputs,
      taskId: inputs.task.taskId,
      endTimeMeansEnd: inputs.service.endTimeMeansEnd,
      clock,
      random,
      signal,
      observer: log
    });
  } finally {
    heartbeat.abort();
    await heartbeats;
  }
  return await reportResult(result, inputs, log.warnings, sink, redact);
}

function announce({service, task, endpoint, region, credentialsOrigin, timeoutMs, notes}: Inputs, sink: Sink): void {
  const limit = timeoutMs === 0 ? 'looking once' : `waiting for at most ${formatDuration(timeoutMs)}`;
  sink.info(`${service.title} task ${task.taskId}: ${limit}`);
  const places = [
    task.workspace && `workspace ${task.workspace}`,
    task.projectId && `project ${task.projectId}`,
    region && `region ${region}`
  ];
  sink.info([endpoint.url, ...places.filter(Boolean), credentialsOrigin].join(', '));
  for (const note of notes) sink.debug(note);
}

/** How this task is asked for: the service's request, authorised, and its answer as an observation of the task. */
function askFor(inputs: Inputs, sink: Sink, {createTransport, clock}: Dependencies): Ask {
  const {service, task, endpoint} = inputs;
  const client = createClient({
    transport: createTransport({timeoutMs: inputs.requestTimeoutMs}),
    authorize: authorizerFor(inputs.credentials, {projectId: task.projectId, clock}),
    debug: line => sink.debug(oneLine(line))
  });
  const {path, headers} = service.request(task);
  const url = new URL(endpoint.url + path);
  const form = {
    codes: service.codes,
    read: (body: unknown) => {
      const observed = service.read(body);
      if (service.answersWithId && observed.id === undefined) throw new MalformedAnswer('it names no task id');
      return observed;
    }
  };
  return async signal => {
    const {value, serverDateMs} = await client(url, headers, form, signal);
    return {task: value, serverDateMs};
  };
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
async function reportTrouble(error: unknown, sink: Sink, redact: Redact): Promise<'red'> {
  const isInput = error instanceof InputError;
  const problems = isInput ? error.problems : [error instanceof Error ? error.message : String(error)];
  const explanation: Explanation = isInput
    ? {title: 'Await Huawei Cloud Task: the inputs cannot be used', message: problems.join(' ')}
    : {
        title: 'Await Huawei Cloud Task: an unexpected error',
        message: problems.join(' '),
        nextStep: 'Run the job again with debug logging, and report this to the maintainers of the action if it stays.'
      };
  if (error instanceof Error && !isInput) sink.debug(oneLine(error.stack ?? '', 8000));
  tell('error', explanation, sink);
  for (const [name, value] of Object.entries(outputsWithoutWait(explanation.message, redact)))
    sink.setOutput(name, value);
  await writeSummary(summaryWithoutWait(explanation, problems), sink);
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
      `Warning: the job summary could not be written: ${oneLine(error instanceof Error ? error.message : String(error))}`
    );
  }
}

/** Replaces values that huaweicloud/auth-action masks: GitHub drops a job output in which a masked value stands. */
function redactor(places: readonly (readonly [string, string])[]): Redact {
  const byLength = [...places].filter(([, value]) => value.length > 2).sort(([, a], [, b]) => b.length - a.length);
  return text => byLength.reduce((result, [placeholder, value]) => result.replaceAll(value, placeholder), text);
}
