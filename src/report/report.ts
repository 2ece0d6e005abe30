import {InputError, wordsOf} from '../errors.ts';
import type {Replacement} from '../inputs/inputs.ts';
import {mapAll, type NonEmpty} from '../non-empty.ts';
import {type Strictness, subtaskFailed, type Verdict} from '../polling/verdict.ts';
import {loadServices} from '../services/index.ts';
import {fullId, type TaskReference} from '../services/service.ts';
import {inWords, type Message} from '../text.ts';
import {en, type Words} from '../words/en.ts';
import {causeInWords, causesOf} from './causes.ts';
import type {Sink} from './core.ts';
import {type EndingText, endingText, inOneLine} from './ending.ts';
import {type Begun, factsOf, factsWithoutWait} from './facts/facts.ts';
import {decisiveOf} from './facts/rank.ts';
import {factsOfAll, firstIds} from './facts/several.ts';
import {type Asked, type Facts, hasSucceeded, type ToldTask, unsuccessfulFirst} from './facts/told.ts';
import {begin, type Warning} from './log.ts';
import {type OutputName, outputsOf, outputsWithoutWait, ownOutputs, type Redact} from './outputs.ts';
import {failedFirst, nameOf, shownState, summarizeSubtasks} from './subtasks.ts';
import {summaryOf, summaryWithoutWait} from './summary.ts';
import {oneLine, padded, widthOf} from './text.ts';
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
  // What later steps need to know of it does not reach them.
  const shownVerdict = outputProblem === undefined ? verdict : 'error';
  const ending = endingText(facts, words, told);
  const notes = notesOn(told, shown, words);
  listParts(told, strictness, sink, words);
  listCauses(told, sink, words);
  for (const note of notes) sink.info(note);
  if (jobSummary) {
    const cleanWarnings = warnings.filter(warning => !isSettled(warning, results)).map(({text}) => sink.clean(text));
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

interface OutputProblem {
  readonly what: string;
  readonly isFull: boolean;
}

/** Sets all of them, or says why that cannot be done. What gates are made of comes last: it is there with all others alone. */
function setOutputs({status, ...others}: Outputs, sink: Sink, words: Words): OutputProblem | undefined {
  try {
    for (const [name, value] of Object.entries({...others, status}) as [OutputName, string][]) {
      if (ownOutputs.has(name)) sink.setOwnOutput(name, value);
      else sink.setOutput(name, value);
    }
    return undefined;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    return {what: oneLine(sink.clean(thrownInWords(error, words))), isFull: code === 'ENOSPC' || code === 'EDQUOT'};
  }
}

type Outputs = Readonly<Record<OutputName, string>>;

function stepFor({isFull}: OutputProblem, {toDo}: Words): string {
  return isFull ? toDo.diskFull : toDo.outputs;
}

function withoutOutputs({besides: _, ...facts}: Facts, problem: OutputProblem): Facts {
  return {
    ...facts,
    headline: words => words.headline.withoutOutputs(inWords(facts.headline, words)),
    happened: words => words.sentences([words.happened.outputs(problem.what), inWords(facts.happened, words)]),
    toDo: [[words => stepFor(problem, words)], ...facts.toDo]
  };
}

function thrownInWords(error: unknown, words: Words): string {
  try {
    return inWords(wordsOf(error), words);
  } catch {
    return words.log.noWords;
  }
}

/** One task of the step, and how the wait for it ended. */
export type TaskResult = Omit<ToldTask, 'facts'>;

/** What makes a success less certain than others. */
function notesOn(told: readonly ToldTask[], {service}: Asked, {summary}: Words): readonly string[] {
  const doubtful = told.filter(each => hasSucceeded(each) && service.settleMs > 0 && !each.result.seenRunning);
  if (doubtful.length === 0) return [];
  return [told.length === 1 ? summary.neverRunning : summary.someNeverRunning(doubtful.length, told.length)];
}

/** A word of tasks that succeeded after it, or ended in it, which the ending says. */
function isSettled({unknown}: Warning, results: readonly TaskResult[]): boolean {
  if (unknown === undefined) return false;
  const own = results.filter(({reference}) => unknown.taskIds.has(fullId(reference)));
  return own.every(({result}) => hasSucceeded({result}) || result.last?.task.serviceStatus === unknown.word);
}

const maxListed = 50;
const maxGrouped = 200;

/** Folded, the subtasks of the task, or all tasks of the step; of these in plain sight each that did not succeed. */
function listParts(told: NonEmpty<ToldTask>, {allowWarnings}: Strictness, sink: Sink, words: Words): void {
  const [first, ...others] = told;
  if (others.length > 0) listTasks(told, sink, words);
  else listSubtasks(first, allowWarnings, sink, words);
}

function listSubtasks({result, facts}: ToldTask, allowWarnings: boolean, sink: Sink, words: Words): void {
  const subtasks = result.last?.task.subtasks ?? [];
  if (subtasks.length === 0) return;
  const states = subtasks.slice(0, maxGrouped).map(subtask => shownState(subtask, words, 40));
  const width = Math.max(...states.map(widthOf));
  const lines = listed(failedFirst(subtasks, allowWarnings), maxGrouped, words, subtask => {
    const tone = subtaskFailed(subtask, allowWarnings) ? 'bad' : toneOf(subtask.state);
    const message = subtask.message ? ` · ${oneLine(subtask.message, 300)}` : '';
    return [inColumn(tone, shownState(subtask, words, 40), width), `${nameOf(subtask, words)}${message}`];
  });
  const title = words.log[facts.now.is === 'ended' ? 'subtasksTitle' : 'subtasksLastSeen'];
  sink.group(title(summarizeSubtasks(subtasks, allowWarnings, words)), lines);
}

function listTasks(told: NonEmpty<ToldTask>, sink: Sink, words: Words): void {
  const bad = told.filter(each => !hasSucceeded(each));
  const width = Math.max(...told.map(({result}) => widthOf(words.verdicts[result.ending.verdict])));
  const lines = listed(unsuccessfulFirst(told), maxGrouped, words, each => {
    const {ending, last} = each.result;
    const names = [last?.task.resourceName, last?.task.name].map(name => name && oneLine(name, 200));
    return [
      inColumn(hasSucceeded(each) ? 'good' : 'bad', words.verdicts[ending.verdict], width),
      [fullId(each.reference), ...new Set(names)].filter(Boolean).join('  ')
    ];
  });
  sink.group(words.log.tasksTitle(told.length - bad.length, told.length), lines);
  // That of the step's own verdict stands in the ending.
  const others = bad.filter(each => each !== decisiveOf(told));
  const reasonOf = ({facts}: ToldTask) => oneLine(inWords(facts.happened, words));
  const reasons = listed([...new Set(others.map(reasonOf))], maxListed, words, reason => {
    const alike = others.filter(each => reasonOf(each) === reason);
    const ids = alike.map(({reference}) => fullId(reference));
    const verdicts = new Set(alike.map(({result: {ending}}) => words.verdicts[ending.verdict]));
    return [['strong', firstIds(ids, words)], words.colon, ['bad', words.list([...verdicts])], words.colon + reason];
  });
  for (const line of reasons) sink.info(...line);
}

/** In plain sight, for the message has the first one alone. */
function listCauses(told: NonEmpty<ToldTask>, sink: Sink, words: Words): void {
  const causes = told.flatMap(({reference, result}) =>
    causesOf(result).map(cause => ({cause, owner: told.length > 1 ? fullId(reference) : undefined}))
  );
  const lines = listed(causes, maxListed, words, ({cause, owner}) => [
    ['bad', words.log.cause(owner)],
    oneLine(causeInWords(cause, words))
  ]);
  for (const line of lines) sink.info(...line);
}

const inColumn = (tone: Tone, word: string, width: number): Piece => [tone, `${padded(word, width)}  `];

/** A line for each of the first so many, and how many more there are. */
function listed<T>(
  subjects: readonly T[],
  most: number,
  words: Words,
  lineOf: (subject: T) => readonly Piece[]
): readonly (readonly Piece[])[] {
  const lines = subjects.slice(0, most).map(lineOf);
  const rest = subjects.length - lines.length;
  return rest > 0 ? [...lines, [words.log.more(rest)]] : lines;
}

/** For everything that kept the step from waiting or from reporting, an error in this program included. */
export async function reportTrouble(
  error: unknown,
  {sink, redact, words}: {readonly sink: Sink; readonly redact: Redact; readonly words: Words},
  begun: Begun,
  withSummary: boolean
): Promise<'red'> {
  const isInput = error instanceof InputError;
  const problems: readonly Message[] = isInput ? error.problems : [thrownInWords(error, words)];
  const shown = problems.map(problem => sink.clean(inWords(problem, words)));
  const known = plainOf(begun, problems, sink.clean);
  const facts = isInput ? wrongInputs(shown, error, known) : unexpected(shown.join(' '), known);
  const ending = endingText(facts, words);
  // Each of these may fail for the same reason as what came before, and nothing else may fail with it.
  const parts: readonly (() => unknown)[] = [
    // Else it was said when the wait began.
    () => isInput && begun.dateMs !== undefined && begin(sink, words, begun.dateMs),
    () => tell('error', ending, sink, words, shown),
    () => {
      const problem = setOutputs(outputsWithoutWait(ending.whole, redact), sink, words);
      if (problem !== undefined) {
        sink.info(`${words.log.warning}${words.log.outputsNotSet(problem.what)} ${stepFor(problem, words)}`);
      }
    },
    () => {
      if (error instanceof Error && !isInput) sink.debug(error.stack ?? '', 8000);
    },
    () => withSummary && writeSummary(summaryWithoutWait(ending, shown, words), sink, words)
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

/** What was given is shown where it is plain, and is not itself what is wrong. */
function plainOf({dateMs, service, taskId}: Begun, problems: readonly Message[], clean: Sink['clean']): Begun {
  const told = problems.map(problem => inWords(problem, en));
  const plain = (name: string, form: RegExp, value = '') =>
    form.test(value.trim()) && !told.some(problem => problem.startsWith(`${name} `))
      ? oneLine(clean(value.trim()), 200)
      : undefined;
  return {
    dateMs,
    service: plain('service', /^[a-z-]{1,40}$/, service),
    taskId: plain('task-id', /^[\w-]{1,128}(\/[\w-]{1,128})*$/, taskId)
  };
}

/** What is wrong, before what helps: up to the first colon or stop, behind where it stands in a definition. */
const whatIsWrong = /^((?:definition[^:：]*(?:: |：))?.*?)(?:: |：|[.?] |[。？])(.*)$/s;

function wrongInputs(problems: readonly string[], {choices, questions}: InputError, begun: Begun): Facts {
  const [first = '', ...others] = problems;
  const [, wrong = first.replace(/[.。]$/, ''), helps = ''] = whatIsWrong.exec(first) ?? [];
  const headline = oneLine(wrong, 200);
  const isInHeadline = others.length === 0 && headline === wrong;
  return factsWithoutWait(
    {
      headline: words =>
        others.length > 0 ? words.headline.wrongInputs(problems.length) : words.headline.cannotStart(headline),
      // One line, in which it shows where each of several begins.
      happened: words =>
        others.length > 0
          ? words.sentences(problems.map((problem, index) => words.numbered(index + 1, problem)))
          : first,
      ...(isInHeadline && {besides: questions.length > 0 ? ({beginning}: Words) => beginning(helps) : ''}),
      toDo: [
        ...questions.map(question => [question] as const),
        ...(isInHeadline && helps !== '' && questions.length === 0
          ? [[({beginning}: Words) => beginning(helps)] as const]
          : []),
        // Where nothing was given, there is nothing to correct.
        ...(questions.length > 0 ? [] : [[({toDo}: Words) => toDo.fixInputs] as const]),
        ...choices.map(choice => [choice] as const)
      ]
    },
    'inputs',
    begun
  );
}

function unexpected(problem: string, begun: Begun): Facts {
  return factsWithoutWait(
    {
      headline: ({headline}) => headline.unexpected,
      happened: problem,
      toDo: [[({toDo}) => toDo.reportBug]]
    },
    'action',
    begun
  );
}

/** The ending in the log, and as an annotation where the step is red. */
function tell(verdict: Verdict, ending: EndingText, sink: Sink, words: Words, problems: readonly string[] = []): void {
  const isGood = verdict === 'succeeded';
  sink.info([isGood ? 'good' : 'bad', `${isGood ? '✓' : '✗'} ${ending.headline}`]);
  for (const line of endingLines(ending, words, problems)) sink.info(...line);
  if (isGood) return;
  const annotate = verdict === 'unfinished' ? sink.notice : sink.error;
  annotate(oneLine(inOneLine(ending, words), 4000), ending.headline);
}

/** The four lines with their labels, and further ones below where there is more than one thing. */
function endingLines(
  {happened, now, nowLabel, toDo, support}: EndingText,
  {labels}: Words,
  problems: readonly string[]
): readonly (readonly Piece[])[] {
  const width = Math.max(...[labels.happened, nowLabel, labels.toDo, labels.support].map(widthOf)) + 2;
  const steps = toDo.flatMap((lines, index) => {
    const mark = toDo.length > 1 ? `${index + 1}. ` : '';
    return lines.map((line, number) => (number === 0 ? mark + line : ' '.repeat(mark.length) + line));
  });
  const rows: readonly (readonly [label: string, lines: readonly string[]])[] = [
    [labels.happened, problems.length > 1 ? problems.map((problem, index) => `${index + 1}. ${problem}`) : [happened]],
    [nowLabel, [now]],
    [labels.toDo, steps],
    [labels.support, [support]]
  ];
  return rows.flatMap(([label, lines]) =>
    lines
      .filter(line => line !== '')
      .map((line, index): readonly Piece[] => [['strong', padded(index === 0 ? label : '', width)], line])
  );
}

async function writeSummary(markdown: string, sink: Sink, words: Words): Promise<void> {
  try {
    await sink.writeSummary(markdown);
  } catch (error) {
    sink.info(`${words.log.warning}${words.log.summaryNotWritten(oneLine(sink.clean(thrownInWords(error, words))))}`);
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
