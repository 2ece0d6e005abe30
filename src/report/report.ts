import {InputError} from '../errors.ts';
import type {Replacement} from '../inputs/inputs.ts';
import {mapAll, type NonEmpty} from '../non-empty.ts';
import type {WaitResult} from '../polling/poller.ts';
import type {Strictness} from '../polling/verdict.ts';
import {subtaskFailed} from '../polling/verdict.ts';
import {fullId, type TaskReference} from '../services/service.ts';
import type {Subtask} from '../task.ts';
import {textIn} from '../text.ts';
import {causeInWords, causesOf} from './causes.ts';
import type {Sink} from './core.ts';
import {
  type Asked,
  decisiveOf,
  type Explanation,
  explain,
  explainAll,
  hasSucceeded,
  type ToldTask,
  unsuccessfulFirst
} from './explain.ts';
import {type OutputName, outputsOf, outputsWithoutWait, ownOutputs, type Redact} from './outputs.ts';
import {failedFirst, nameOf, summarizeSubtasks} from './subtasks.ts';
import {summaryOf, summaryWithoutWait} from './summary.ts';
import {oneLine} from './text.ts';
import {type Piece, type Tone, toneOf} from './tone.ts';

/** Tells how the wait ended: outputs, summary, annotation. */
export async function reportResults(
  results: NonEmpty<TaskResult>,
  asked: Asked,
  {jobSummary, warnings}: {readonly jobSummary: boolean; readonly warnings: readonly string[]},
  sink: Sink,
  redact: Redact
): Promise<'green' | 'red'> {
  const shown = withCleanTexts(asked, sink.clean);
  const {strictness} = asked.judging;
  const inWords = ({reference, result}: TaskResult): ToldTask => {
    const clean = cleanReference(reference, sink.clean);
    return {reference: clean, result, explanation: explain(result, clean, shown)};
  };
  const told = mapAll(results, inWords);
  const {verdict} = decisiveOf(told).result.ending;
  const reached = explainAll(told, shown);
  const outputProblem = setOutputs(outputsOf(told, strictness, redact), sink);
  const explanation = outputProblem === undefined ? reached : withoutOutputs(reached, outputProblem);
  // What later steps need to know of it does not reach them.
  const shownVerdict = outputProblem === undefined ? verdict : 'error';
  const notes = notesOn(told, shown);
  listParts(told, strictness, sink);
  listCauses(told, sink);
  for (const note of notes) sink.info(note);
  if (jobSummary) {
    const cleanWarnings = warnings.map(sink.clean);
    await writeSummary(summaryOf(shownVerdict, explanation, [...cleanWarnings, ...notes], told, shown), sink);
  }
  tell(shownVerdict, explanation, sink);
  return shownVerdict === 'succeeded' ? 'green' : 'red';
}

/** What a workflow gives can hold a secret by mistake. */
function withCleanTexts(asked: Asked, clean: Sink['clean']): Asked {
  const {service, place} = asked;
  const {endpoint, region} = place;
  return {
    ...asked,
    service: {...service, title: clean(textIn(service.title))},
    place: {endpoint: {...endpoint, url: clean(endpoint.url)}, region: region && clean(region)}
  };
}

function cleanReference(reference: TaskReference, clean: Sink['clean']): TaskReference {
  const {taskId, parentId, projectId, workspace, enterpriseProjectId} = reference;
  return {
    ...reference,
    taskId: clean(taskId),
    parentId: clean(parentId),
    projectId: clean(projectId),
    workspace: workspace && clean(workspace),
    enterpriseProjectId: enterpriseProjectId && clean(enterpriseProjectId)
  };
}

/** Sets all of them, or tells why that cannot be done. */
function setOutputs(outputs: Readonly<Record<OutputName, string>>, sink: Sink): string | undefined {
  try {
    for (const [name, value] of Object.entries(outputs) as [OutputName, string][]) {
      if (ownOutputs.has(name)) sink.setOwnOutput(name, value);
      else sink.setOutput(name, value);
    }
    return undefined;
  } catch (error) {
    return oneLine(sink.clean(messageOf(error)));
  }
}

const outputAdvice =
  'Let the step write the file that GITHUB_OUTPUT names. In a job with a container whose user may not, set options: --user under container to the user of the runner, or to root.';

function withoutOutputs({title, message, reason = message}: Explanation, problem: string): Explanation {
  return {
    title: `${title}, but the outputs could not be set`,
    message: `The outputs could not be set, so that later steps know nothing of this: ${problem}. ${reason} ${outputAdvice}`,
    reason: `The outputs could not be set, so that later steps know nothing of this: ${problem}. ${reason}`,
    nextStep: outputAdvice
  };
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'an error without words';
  }
}

/** One task of the step, and how the wait for it ended. */
export type TaskResult = Omit<ToldTask, 'explanation'>;

/** What makes a success less certain than others. */
function notesOn(told: readonly ToldTask[], {service}: Asked): readonly string[] {
  const doubtful = told.filter(each => hasSucceeded(each) && service.settleMs > 0 && !each.result.seenRunning);
  if (doubtful.length === 0) return [];
  const who = told.length === 1 ? 'The task was' : `${doubtful.length} of ${told.length} tasks were`;
  return [`${who} never seen running: this can be the success of an earlier run, which the service cannot tell apart.`];
}

const maxListed = 50;
const maxGrouped = 200;

/** Folded, the subtasks of the task, or all tasks of the step; of these in plain sight each that did not succeed. */
function listParts(told: NonEmpty<ToldTask>, {allowWarnings}: Strictness, sink: Sink): void {
  const [{result}, ...others] = told;
  if (others.length > 0) listTasks(told, sink);
  else listSubtasks(result.last?.task.subtasks ?? [], allowWarnings, sink);
}

function listSubtasks(subtasks: readonly Subtask[], allowWarnings: boolean, sink: Sink): void {
  if (subtasks.length === 0) return;
  const lines = listed(failedFirst(subtasks, allowWarnings), maxGrouped, subtask => {
    const tone = subtaskFailed(subtask, allowWarnings) ? 'bad' : toneOf(subtask.state);
    const message = subtask.message ? ` · ${oneLine(subtask.message, 300)}` : '';
    return [inColumn(tone, oneLine(subtask.serviceStatus || subtask.state, 40)), `${nameOf(subtask)}${message}`];
  });
  sink.group(`Subtasks: ${summarizeSubtasks(subtasks, allowWarnings)}`, lines);
}

function listTasks(told: readonly ToldTask[], sink: Sink): void {
  const bad = told.filter(each => !hasSucceeded(each));
  const lines = listed(unsuccessfulFirst(told), maxGrouped, each => {
    const {ending, last} = each.result;
    const name = last?.task.name && oneLine(last.task.name, 200);
    return [
      inColumn(hasSucceeded(each) ? 'good' : 'bad', ending.verdict),
      [fullId(each.reference), name].filter(Boolean).join('  ')
    ];
  });
  sink.group(`Tasks: ${told.length - bad.length} of ${told.length} succeeded`, lines);
  const reasons = listed(bad, maxListed, ({reference, result: {ending}, explanation}) => [
    ['strong', fullId(reference)],
    ': ',
    ['bad', ending.verdict],
    `: ${oneLine(explanation.message)}`
  ]);
  for (const line of reasons) sink.info(...line);
}

/** In plain sight, for the message has the first one alone. */
function listCauses(told: NonEmpty<ToldTask>, sink: Sink): void {
  const causes = told.flatMap(({reference, result}) =>
    causesOf(result).map(cause => ({cause, label: told.length > 1 ? ` of ${fullId(reference)}` : ''}))
  );
  const lines = listed(causes, maxListed, ({cause, label}) => [
    ['bad', `Cause${label}:`],
    ` ${oneLine(causeInWords(cause))}`
  ]);
  for (const line of lines) sink.info(...line);
}

const columnWidth = 12;
const inColumn = (tone: Tone, word: string): Piece => [tone, `${word.padEnd(columnWidth)}  `];

/** A line for each of the first so many, and how many more there are. */
function listed<T>(
  subjects: readonly T[],
  most: number,
  lineOf: (subject: T) => readonly Piece[]
): readonly (readonly Piece[])[] {
  const lines = subjects.slice(0, most).map(lineOf);
  const rest = subjects.length - lines.length;
  return rest > 0 ? [...lines, [`… and ${rest} more.`]] : lines;
}

/** For everything that kept the step from waiting or from telling, an error in this program included. */
export async function reportTrouble(error: unknown, sink: Sink, redact: Redact, withSummary: boolean): Promise<'red'> {
  const isInput = error instanceof InputError;
  const problems = (isInput ? error.problems : [messageOf(error)]).map(sink.clean);
  const explanation: Explanation = isInput
    ? {title: 'Await Huawei Cloud Task cannot start', message: counted(problems)}
    : {
        title: 'Await Huawei Cloud Task: an unexpected error',
        message: problems.join(' '),
        nextStep: 'Run the job again with debug logging, and report this to the maintainers of the action if it stays.'
      };
  // Each of these may fail for the same reason as what came before, and nothing else may fail with it.
  const parts: readonly (() => unknown)[] = [
    () => tell('error', explanation, sink),
    () => {
      const problem = setOutputs(outputsWithoutWait(explanation.message, redact), sink);
      if (problem !== undefined) sink.info(`Warning: the outputs could not be set: ${problem}. ${outputAdvice}`);
    },
    () => {
      if (error instanceof Error && !isInput) sink.debug(error.stack ?? '', 8000);
    },
    () => withSummary && writeSummary(summaryWithoutWait(explanation, problems), sink)
  ];
  for (const part of parts) {
    try {
      await part();
    } catch {
      // Nobody is left to hear of it.
    }
  }
  return 'red';
}

/** One line, in which it shows where each of several begins. */
function counted(problems: readonly string[]): string {
  return problems.length > 1
    ? problems.map((problem, index) => `(${index + 1}) ${problem}`).join(' ')
    : problems.join();
}

function tell(
  verdict: WaitResult['ending']['verdict'],
  {title, message, nextStep, caveat}: Explanation,
  sink: Sink
): void {
  if (verdict === 'succeeded') {
    sink.info(['good', `${title}.`], caveat ? ` ${caveat}` : '');
    return;
  }
  const annotate = verdict === 'unfinished' ? sink.notice : sink.error;
  annotate(oneLine(message, 4000), title);
  if (nextStep && !message.includes(nextStep)) sink.info(['strong', 'What to do next:'], ` ${nextStep}`);
}

async function writeSummary(markdown: string, sink: Sink): Promise<void> {
  try {
    await sink.writeSummary(markdown);
  } catch (error) {
    sink.info(`Warning: the job summary could not be written: ${oneLine(sink.clean(messageOf(error)))}`);
  }
}

/** Replaces values that huaweicloud/auth-action masks: GitHub drops a job output in which a masked value stands. */
export interface Redactor {
  hide(values: readonly Replacement[]): void;
  readonly redact: Redact;
}

export function createRedactor(): Redactor {
  const places: Replacement[] = [];
  return {
    hide(more) {
      places.push(...more.filter(([, value]) => value.length > 2));
      places.sort(([, a], [, b]) => b.length - a.length);
    },
    redact: text => places.reduce((rest, [placeholder, value]) => rest.replaceAll(value, placeholder), text)
  };
}
