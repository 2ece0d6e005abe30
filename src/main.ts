import type {Clock} from './clock.ts';
import type {Environment} from './environment.ts';
import {InternalError} from './errors.ts';
import type {Transport, TransportOptions} from './http/transport.ts';
import {readInputs, replacementsIn, replacementsUsed, wantsSummary} from './inputs/inputs.ts';
import type {Random} from './polling/backoff.ts';
import {begin} from './report/begin.ts';
import {type Core, createSink, type Sink, showsColors} from './report/core.ts';
import {createRedactor, type Redactor} from './report/redactor.ts';
import {createCleaner} from './secrets.ts';
import type {Words} from './words/en.ts';
import {wordsFor} from './words/index.ts';

export interface Dependencies {
  readonly core: Core;
  readonly environment: Environment;
  readonly createTransport: (options: TransportOptions) => Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the step is told to stop. */
  readonly signal: AbortSignal;
  /** Aborts with the error when something throws that nobody waits for; with `nothing-left` when nothing is left to do before the verdict. */
  readonly failure?: AbortSignal;
}

type Color = 'green' | 'red';

/** Runs the step and says whether it is green. Whatever happens, the outputs are set and the verdict is said. */
export async function run(dependencies: Dependencies): Promise<Color> {
  const {core, environment, clock, signal, failure} = dependencies;
  const sinkOptions = {cleaner: createCleaner(clock.now), inColor: showsColors(environment)};
  const redactor = createRedactor();
  const words = await wordsFor(core.getInput('language').trim());
  /** Ends what goes on while trouble is reported, and keeps it from saying anything more. */
  const trouble = new AbortController();
  const sink = createSink(core, {...sinkOptions, isOpen: () => !trouble.signal.aborted});
  const stop = AbortSignal.any([signal, trouble.signal]);
  try {
    return await Promise.race([awaitTasks(dependencies, {sink, redactor, words}, stop), rejectionBy(failure)]);
  } catch (error) {
    trouble.abort();
    const begun = {dateMs: dateOf(clock), service: core.getInput('service'), taskId: core.getInput('task-id')};
    const channel = {sink: createSink(core, sinkOptions), redact: redactor.redact, words};
    const {reportTrouble} = await import(/* webpackMode: "eager" */ './report/trouble.ts');
    return await reportTrouble(error, channel, begun, wantsSummary(core.getInput));
  }
}

/** Reads what the workflow asks for; then wires, waits and reports. */
async function awaitTasks(
  {core, environment, createTransport, clock, random}: Dependencies,
  {sink, redactor, words}: {readonly sink: Sink; readonly redactor: Redactor; readonly words: Words},
  signal: AbortSignal
): Promise<Color> {
  redactor.hide(replacementsIn(core.getInput, environment));
  const inputs = await readInputs(core.getInput, environment, sink);
  redactor.hide(replacementsUsed(inputs.place, inputs.access));

  begin(sink, words, clock.date());
  // Not before, for a step that cannot start has no use for it.
  const {waitAndReport} = await import(/* webpackMode: "eager" */ './wait-and-report.ts');
  return waitAndReport(inputs, {environment, createTransport, clock, random}, {sink, redactor, words}, signal);
}

/** Absent where the clock itself is what fails. */
function dateOf(clock: Clock): number | undefined {
  try {
    return clock.date();
  } catch {
    return undefined;
  }
}

/** Rejects as soon as the signal aborts, with what it stands for. */
function rejectionBy(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const rejectNow = () =>
      reject(
        signal?.reason === 'nothing-left' ? new InternalError(words => words.happened.nothingLeft) : signal?.reason
      );
    if (signal?.aborted) rejectNow();
    else signal?.addEventListener('abort', rejectNow, {once: true});
  });
}
