import {mapAll, type NonEmpty} from '../non-empty.ts';
import {subtaskFailed} from '../polling/verdict.ts';
import {loadServices} from '../services/index.ts';
import {fullId, kindOf, type TaskReference} from '../services/service.ts';
import {inWords} from '../text.ts';
import type {Words} from '../words/en.ts';
import {causeInWords, causesOf} from './causes.ts';
import type {Sink} from './core.ts';
import {endingText} from './ending.ts';
import {factsOf} from './facts/facts.ts';
import {decisiveOf} from './facts/rank.ts';
import {factsOfAll} from './facts/several.ts';
import {type Asked, type Facts, hasSucceeded, type ToldTask, unsuccessfulFirst} from './facts/told.ts';
import type {Warning} from './log.ts';
import type {Redact} from './output-names.ts';
import {outputsOf} from './outputs.ts';
import {failedFirst, nameOf, shownState, summarizeSubtasks} from './subtasks.ts';
import {summaryOf} from './summary.ts';
import {type OutputProblem, setOutputs, stepFor, tell, writeSummary} from './tell.ts';
import {listed, oneLine, padded, widthOf} from './text.ts';
import {type Piece, type Tone, toneOf} from './tone.ts';

/** Says how the wait ended: outputs, log, summary, annotation. */
export async function reportResults(
  results: NonEmpty<TaskResult>,
  asked: Asked,
  {jobSummary, warnings}: {readonly jobSummary: boolean; readonly warnings: readonly Warning[]},
  {sink, redact, words}: {readonly sink: Sink; readonly redact: Redact; readonly words: Words}
): Promise<'green' | 'red'> {
  const isAnyNotFound = results.some(({result}) => result.ending.verdict === 'not-found');
  const allServices = isAnyNotFound ? await loadServices() : [];
  const shown = {...withCleanTexts(asked, sink.clean), allServices};
  const {strictness} = asked.judging;
  const told = mapAll(results, ({reference, result}): ToldTask => {
    const clean = cleanReference(reference, sink.clean);
    return {reference: clean, result, facts: factsOf(result, clean, shown)};
  });
  const {verdict} = decisiveOf(told).result.ending;
  const reached = factsOfAll(told, shown);
  const outputProblem = setOutputs(outputsOf(told, strictness, redact, words), sink, words);
  const facts = outputProblem === undefined ? reached : withoutOutputs(reached, outputProblem);
  // Later steps cannot read the verdict, so the step is an error.
  const shownVerdict = outputProblem === undefined ? verdict : 'error';
  const ending = endingText(facts, words, told);
  const notes = notesOn(told, shown, words);
  listSubtasksOrTasks(told, asked, sink, words);
  listCauses(told, sink, words);
  for (const note of notes) sink.info(note);
  if (jobSummary) {
    const cleanWarnings = warnings
      .filter(warning => !needsNoWarning(warning, results))
      .map(({text}) => sink.clean(text));
    const markdown = summaryOf(
      {verdict: shownVerdict, ending, notes: [...cleanWarnings, ...notes]},
      told,
      shown,
      words
    );
    await writeSummary(markdown, sink, words);
  }
  tell(shownVerdict, ending, sink, words);
  return shownVerdict === 'succeeded' ? 'green' : 'red';
}

/** What a workflow gives can hold a secret by mistake. */
function withCleanTexts(asked: Asked, clean: Sink['clean']): Asked {
  const {service, place} = asked;
  const {title} = service;
  const {endpoint, region} = place;
  return {
    ...asked,
    service: {...service, title: typeof title === 'string' ? clean(title) : title},
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

function withoutOutputs({besides: _, reasons, ...facts}: Facts, problem: OutputProblem): Facts {
  return {
    ...facts,
    ...(reasons && {reasons: (words: Words) => [words.happened.outputs(problem.what), ...reasons(words)]}),
    headline: words => words.headline.withoutOutputs(inWords(facts.headline, words)),
    happened: words => words.sentences([words.happened.outputs(problem.what), inWords(facts.happened, words)]),
    toDo: [[words => stepFor(problem, words)], ...facts.toDo]
  };
}

/** One task of the step, and how the wait for it ended. */
type TaskResult = Omit<ToldTask, 'facts'>;

/** What makes a success less certain than others. */
function notesOn(told: readonly ToldTask[], {service}: Asked, {summary}: Words): readonly string[] {
  const doubtful = told.filter(({result: {ending, lastRunning}}) => {
    const mayBeOlder = ending.verdict === 'succeeded' && ending.because !== 'gone' && lastRunning === undefined;
    return mayBeOlder && service.settleMs > 0;
  });
  if (doubtful.length === 0) return [];
  const kind = kindOf(service);
  return [
    told.length === 1 ? summary.neverRunning[kind] : summary.someNeverRunning[kind](doubtful.length, told.length)
  ];
}

/** Whether all tasks of an unknown word succeeded after it, or ended in it, which the ending says. */
function needsNoWarning({unknown}: Warning, results: readonly TaskResult[]): boolean {
  if (unknown === undefined) return false;
  const own = results.filter(({reference}) => unknown.taskIds.has(fullId(reference)));
  return own.every(({result}) => hasSucceeded({result}) || result.last?.task.serviceStatus === unknown.word);
}

const maxListed = 50;
const maxGrouped = 200;

/** Folded, the subtasks of the task, or all tasks of the step. */
function listSubtasksOrTasks(
  told: NonEmpty<ToldTask>,
  {service, judging}: Pick<Asked, 'service' | 'judging'>,
  sink: Sink,
  words: Words
): void {
  const [first, ...others] = told;
  if (others.length > 0) listTasks(told, words.log.manyTitle[kindOf(service)], sink, words);
  else listSubtasks(first, judging.strictness.allowWarnings, sink, words);
}

function listSubtasks({result, facts}: ToldTask, allowWarnings: boolean, sink: Sink, words: Words): void {
  const subtasks = result.last?.task.subtasks ?? [];
  if (subtasks.length === 0) return;
  const sorted = failedFirst(subtasks, allowWarnings);
  const width = Math.max(...sorted.slice(0, maxGrouped).map(subtask => widthOf(shownState(subtask, words, 40))));
  const lines = listed(sorted, maxGrouped, moreIn(words), subtask => {
    const tone = subtaskFailed(subtask, allowWarnings) ? 'bad' : toneOf(subtask.state);
    const message = subtask.message ? ` · ${oneLine(subtask.message, 300)}` : '';
    return [inColumn(tone, shownState(subtask, words, 40), width), `${nameOf(subtask, words)}${message}`];
  });
  const title = words.log[facts.now.is === 'ended' ? 'subtasksTitle' : 'subtasksLastSeen'];
  sink.group(title(summarizeSubtasks(subtasks, allowWarnings, words)), lines);
}

function listTasks(
  told: NonEmpty<ToldTask>,
  titleOf: (succeeded: number, all: number) => string,
  sink: Sink,
  words: Words
): void {
  const width = Math.max(...told.map(({result}) => widthOf(words.verdicts[result.ending.verdict])));
  const lines = listed(unsuccessfulFirst(told), maxGrouped, moreIn(words), each => {
    const {ending, last} = each.result;
    const names = [last?.task.resourceName, last?.task.name].map(name => name && oneLine(name, 200));
    return [
      inColumn(hasSucceeded(each) ? 'good' : 'bad', words.verdicts[ending.verdict], width),
      [fullId(each.reference), ...new Set(names)].filter(Boolean).join('  ')
    ];
  });
  sink.group(titleOf(told.filter(hasSucceeded).length, told.length), lines);
}

/** In plain sight, for the message has the first one alone. */
function listCauses(told: NonEmpty<ToldTask>, sink: Sink, words: Words): void {
  const causes = told.flatMap(({reference, result}) =>
    causesOf(result).map(cause => ({cause, owner: told.length > 1 ? fullId(reference) : undefined}))
  );
  const lines = listed(causes, maxListed, moreIn(words), ({cause, owner}): readonly Piece[] => [
    ['bad', words.log.cause(owner)],
    oneLine(causeInWords(cause, words))
  ]);
  for (const line of lines) sink.info(...line);
}

const inColumn = (tone: Tone, word: string, width: number): Piece => [tone, `${padded(word, width)}  `];

const moreIn =
  ({log}: Words) =>
  (rest: number): readonly Piece[] => [log.more(rest)];
