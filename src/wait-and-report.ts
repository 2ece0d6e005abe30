import {withCauses} from './causes.ts';
import type {Inputs} from './inputs/inputs.ts';
import type {Dependencies} from './main.ts';
import {mapAll} from './non-empty.ts';
import {waitForAll, withCompanions} from './polling/wait.ts';
import type {Sink} from './report/core.ts';
import {announce, createWaitLog} from './report/log.ts';
import type {Redactor} from './report/redactor.ts';
import {reportResults} from './report/report.ts';
import {createTaskApi} from './task-api.ts';
import {inWords, type Message} from './text.ts';
import type {Words} from './words/en.ts';

/** Wires the parts together, waits for the tasks, and reports how it ended. */
export async function waitAndReport(
  inputs: Inputs,
  {
    environment,
    createTransport,
    clock,
    random
  }: Pick<Dependencies, 'environment' | 'createTransport' | 'clock' | 'random'>,
  {sink, redactor, words}: {readonly sink: Sink; readonly redactor: Redactor; readonly words: Words},
  signal: AbortSignal
): Promise<'green' | 'red'> {
  const {service, tasks, place, access, limits, judging, failFast, reporting} = inputs;
  announce(sink, inputs, access.origin, words);
  const log = createWaitLog(sink, clock, {service, tasks, judging}, words);
  const transport = createTransport({timeoutMs: limits.requestTimeoutMs, environment});
  const {clean} = sink;
  const debug = (message: Message) => sink.debug(inWords(message, words));
  const api = createTaskApi(
    {service, place, access, limits, strictness: judging.strictness},
    {transport, clock, environment, sink: {...sink, debug}, warn: log.warn}
  );
  for (const warning of reporting.warnings) log.warn(warning);

  const {timeoutMs, requestTimeoutMs} = limits;
  const polled = mapAll(tasks, task => ({reference: task, observer: log.observe(task), poll: api.of(task)}));
  const waited = await withCompanions([log.heartbeats, api.warnOfEnd], signal, own =>
    waitForAll(polled, {judging, timeoutMs, requestTimeoutMs, failFast, clock, random, signal: own})
  );

  const projectId = api.projectId();
  redactor.hide([
    ['<project>', projectId],
    ['<account>', api.domainId()]
  ]);
  const results = mapAll(waited, ({task: {reference}, result}) => ({reference: {...reference, projectId}, result}));
  const explained = await withCauses(results, service, {get: api.get, clock, clean, debug}, signal);
  const asked = {service, place, limits, judging, credentialKind: access.credentials.kind};
  const {jobSummary} = reporting;
  const {redact} = redactor;
  return await reportResults(explained, asked, {jobSummary, warnings: log.warnings}, {sink, redact, words});
}
