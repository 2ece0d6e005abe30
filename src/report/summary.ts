import {formatDuration} from '../duration.ts';
import type {NonEmpty} from '../non-empty.ts';
import {subtaskFailed, type Verdict} from '../polling/verdict.ts';
import {fullId, kindOf} from '../services/service.ts';
import {type Cause, isTerminal, type Subtask, type SubtaskState} from '../task.ts';
import {instant, shownBetweenMs} from '../time.ts';
import {en, type Words} from '../words/en.ts';
import {causesOf, subjectOf} from './causes.ts';
import {type Bar, ganttChart} from './chart.ts';
import type {EndingText} from './ending.ts';
import {type Asked, hasSucceeded, isOver, type ToldTask, unsuccessfulFirst, waitedMs} from './facts/told.ts';
import {detectionLagSeconds, timesOf} from './outputs.ts';
import {failedFirst, nameOf, shownState, summarizeSubtasks} from './subtasks.ts';
import {document, endingParts, icons, paragraphs, supportPart} from './summary-form.ts';
import {code, markdown} from './text.ts';

const subtaskIcons: Readonly<Record<SubtaskState, string>> = {
  succeeded: '✅',
  failed: '❌',
  stopped: '⏹️',
  warning: '⚠️',
  running: '⏳',
  unknown: '❔',
  skipped: '⏭️',
  untold: '▫️'
};

const maxRows = 200;
/** Of a table. GitHub drops a summary of more than a mebibyte as a whole; three at most are of this size, beside one of ten rows. */
const maxRowBytes = 256 * 1024;
const maxNotes = 20;
/** More subtasks are folded, except the first of those that failed. */
const maxUnfolded = 10;

/** The ending, with what else is worth knowing. */
interface Told {
  readonly verdict: Verdict;
  readonly ending: EndingText;
  readonly notes: readonly string[];
}

/** The job summary of a wait that took place. */
export function summaryOf(
  {verdict, ending, notes}: Told,
  told: NonEmpty<ToldTask>,
  asked: Asked,
  words: Words = en
): string {
  const [first, ...others] = told;
  const isOne = others.length === 0;
  const sorted = unsuccessfulFirst(told);
  return document([
    ...endingParts(verdict, ending, words),
    ...(isOne
      ? [
          taskTable(first, asked, words),
          causeSection(told, words),
          subtaskSection(told, asked, words),
          subtaskChart(first, asked, words)
        ]
      : [
          tasksTable(sorted, asked, words),
          causeSection(sorted, words),
          ganttChart(sorted.map(taskBar), words),
          subtaskSection(sorted, asked, words)
        ]),
    ...notes.slice(0, maxNotes).map(note => `> ${markdown(note, 500)}`),
    supportPart(ending, words),
    footer(told, asked, words)
  ]);
}

/** What the lines of the ending do not have. */
function taskTable(told: ToldTask, asked: Asked, words: Words): string {
  const task = told.result.last?.task;
  const {startMs, endMs} = timesOf(task);
  const {now} = told.facts;
  const toldEndMs = now.is === 'ended' ? now.atMs : endMs;
  const {summary} = words;
  const rows: readonly (readonly [string, string])[] = [
    [summary[kindOf(asked.service)], named(told)],
    [now.is === 'ended' ? summary.state : summary.lastState, task ? code(shownState(task, words)) : ''],
    [summary.progress, progressOf(told, asked, words)],
    [summary.started, startMs === undefined ? '' : instant(startMs)],
    // With subtasks that have not ended, the time alone tells no end.
    [
      now.is === 'ended' && !isOver(now) ? summary.endInAnswer : summary.ended,
      toldEndMs === undefined ? '' : instant(toldEndMs)
    ],
    [summary.took, took(told)]
  ];
  // The first fact serves as the header, which a table must have.
  const [header = ['', ''], ...others] = rows.filter(([, value]) => value !== '');
  return table(header, others);
}

/** One row for each task, those that did not succeed first. */
function tasksTable(told: readonly ToldTask[], asked: Asked, words: Words): string {
  const {summary} = words;
  return fittingTable(
    [summary.verdict, summary[kindOf(asked.service)], summary.progress, summary.took],
    told,
    words,
    each => {
      const {result} = each;
      const {verdict} = result.ending;
      return [
        lines(
          `${icons[verdict]}\u00a0${words.verdicts[verdict]}`,
          result.last ? code(shownState(result.last.task, words)) : ''
        ),
        named(each),
        progressOf(each, asked, words),
        took(each)
      ];
    }
  );
}

/** Inside a cell. */
function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('<br>');
}

function named({reference, result}: ToldTask): string {
  const {resourceName, name} = result.last?.task ?? {};
  const names = [...new Set([resourceName, name])].map(each => each && markdown(each));
  return lines(...names, code(fullId(reference)));
}

function took({result}: ToldTask): string {
  const {startMs, endMs} = timesOf(result.last?.task);
  return startMs !== undefined && endMs !== undefined && endMs >= startMs
    ? formatDuration(shownBetweenMs(startMs, endMs))
    : '';
}

/** As the service has it, else by the subtasks that have ended well; a task that succeeded is through. */
function progressOf(
  told: ToldTask,
  {
    judging: {
      strictness: {allowWarnings}
    }
  }: Asked,
  words: Words
): string {
  const task = told.result.last?.task;
  if (task === undefined || told.facts.now.is === 'gone') return '';
  if (task.progress !== undefined) return `${bar(task.progress)} ${task.progress}\u00a0%`;
  const ended = task.subtasks.filter(each => isTerminal(each.state) && !subtaskFailed(each, allowWarnings)).length;
  const all = task.subtasks.filter(({state}) => state !== 'untold').length;
  if (all > 0) return `${bar((100 * ended) / all)} ${words.summary.of(ended, all)}`;
  return hasSucceeded(told) ? bar(100) : '';
}

/** A bar of ten parts. What is not complete never looks it. */
function bar(percent: number): string {
  const full = Math.max(0, Math.min(10, Math.floor(percent / 10)));
  return code('█'.repeat(full) + '░'.repeat(10 - full));
}

/** Why tasks failed, as their service says. */
function causeSection(told: readonly ToldTask[], words: Words): string {
  const {summary} = words;
  const causes = told.flatMap(({reference, result}) =>
    causesOf(result).map(cause => ({...cause, owner: fullId(reference)}))
  );
  if (causes.length === 0) return '';
  const columns: readonly (readonly [header: string, cell: (cause: (typeof causes)[number]) => string])[] = [
    ...(causes.some(subjectOf) ? [[summary.whatFailed, subject] as const] : []),
    ...(told.length > 1 ? [[summary.task, ({owner}: (typeof causes)[number]) => code(owner)] as const] : []),
    [summary.message, ({message = ''}) => markdown(message, 1000)]
  ];
  const rows = fittingTable(
    columns.map(([header]) => header),
    causes,
    words,
    cause => columns.map(([, cell]) => cell(cause))
  );
  const noneFailed = told.every(({result: {ending}}) => ending.verdict !== 'failed');
  return `${noneFailed ? summary.whatItSays : summary.whyFailed}\n\n${rows}`;
}

/** With the service's word for how it failed. */
function subject(cause: Cause): string {
  const {serviceStatus} = cause;
  return lines(markdown(subjectOf(cause)), serviceStatus && code(serviceStatus));
}

/** The subtasks of all tasks, failed ones first; folded where they are many. */
function subtaskSection(
  told: readonly ToldTask[],
  {
    judging: {
      strictness: {allowWarnings}
    }
  }: Asked,
  words: Words
): string {
  const owners = new Map(
    told.flatMap(({reference, result}) =>
      (result.last?.task.subtasks ?? []).map(subtask => [subtask, fullId(reference)] as const)
    )
  );
  if (owners.size === 0) return '';
  const groups = owners.size > maxUnfolded ? [[...owners.keys()]] : told.map(({result}) => result.last?.task.subtasks);
  const subtasks = groups.flatMap(group => failedFirst(group ?? [], allowWarnings));
  const hasMessages = subtasks.some(({message}) => message);
  const columns: readonly (readonly [header: string, cell: (subtask: Subtask) => string])[] = [
    [words.summary.subtask, subtask => markdown(nameOf(subtask, words))],
    [words.summary.state, subtask => `${subtaskIcons[subtask.state]}\u00a0${code(shownState(subtask, words))}`],
    ...(told.length > 1 ? [[words.summary.task, (subtask: Subtask) => code(owners.get(subtask) ?? '')] as const] : []),
    ...(hasMessages ? [[words.summary.message, ({message}: Subtask) => markdown(message ?? '')] as const] : [])
  ];
  const tableOf = (listed: readonly Subtask[]) =>
    fittingTable(
      columns.map(([header]) => header),
      listed,
      words,
      subtask => columns.map(([, cell]) => cell(subtask))
    );
  const title = words.summary.subtasks(markdown(summarizeSubtasks(subtasks, allowWarnings, words), 1000));
  if (subtasks.length <= maxUnfolded) return `${title}\n\n${tableOf(subtasks)}`;
  const open = subtasks.slice(0, maxUnfolded).filter(subtask => subtaskFailed(subtask, allowWarnings));
  const others = subtasks.slice(open.length);
  const fold =
    open.length === 0 ? words.summary.allSubtasks(others.length) : words.summary.otherSubtasks(others.length);
  return paragraphs([title, open.length > 0 ? tableOf(open) : '', folded(fold, tableOf(others))]);
}

function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** Of the subtasks of a task, by their own times; one that goes on is drawn to where it was last seen. */
function subtaskChart({result}: ToldTask, asked: Asked, words: Words): string {
  const seenMs = result.last?.serverDateMs;
  const subtasks = failedFirst(result.last?.task.subtasks ?? [], asked.judging.strictness.allowWarnings);
  const bars = subtasks.map((subtask): Bar => {
    const {state, startMs} = subtask;
    const name = nameOf(subtask, words);
    if (state === 'untold') return {name, state};
    return {name, state, startMs, endMs: isTerminal(state) ? subtask.endMs : seenMs};
  });
  return ganttChart(bars, words);
}

/** A task among several; one that goes on is drawn to where it was last seen. */
function taskBar({reference, result: {last, ending}}: ToldTask): Bar {
  const name = last?.task.name ?? fullId(reference);
  const {verdict} = ending;
  if (!last) return {name, state: 'untold'};
  // A success that did not count is none.
  const seen = last.task.state === 'succeeded' ? 'unknown' : last.task.state;
  const state = isEnd(verdict) ? verdict : seen;
  const {startMs, endMs = isTerminal(state) ? undefined : last.serverDateMs} = timesOf(last.task);
  return {name, state, startMs, endMs};
}

/** Whether the task is known to have ended, and how. */
function isEnd(verdict: Verdict): verdict is 'succeeded' | 'failed' | 'stopped' {
  return verdict === 'succeeded' || verdict === 'failed' || verdict === 'stopped';
}

/** What the wait took: its time, polls and lag. */
function footer(told: NonEmpty<ToldTask>, {limits}: Asked, {summary}: Words): string {
  const results = told.map(({result}) => result);
  const sum = (of: (result: ToldTask['result']) => number) => results.reduce((total, each) => total + of(each), 0);
  const ended = results.filter(({ending: {verdict}}) => isEnd(verdict));
  const lags = ended.flatMap(result => detectionLagSeconds(result) ?? []);
  // The server's time of an answer is in whole seconds.
  const lagMs = Math.max(1000, ...lags.map(lag => 1000 * lag));
  const lag = told.length === 1 ? summary.lag(lagMs) : summary.lags(lags.length, lagMs);
  const parts = [
    summary.waited(Math.max(...results.map(result => waitedMs(result, limits)))),
    // None, where no credentials were got to poll with.
    sum(({requests}) => requests) > 0 && summary.polls(sum(({polls}) => polls)),
    lags.length > 0 && lag
  ];
  return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}

/** As many rows as fit, and how many more there are. */
function fittingTable<T>(
  header: readonly string[],
  subjects: readonly T[],
  words: Words,
  rowOf: (subject: T) => readonly string[]
): string {
  let bytes = 0;
  const fitting = subjects
    .slice(0, maxRows)
    .map(rowOf)
    .filter(row => {
      bytes += Buffer.byteLength(row.join(' | '));
      return bytes <= maxRowBytes;
    });
  const rest = subjects.length - fitting.length;
  return `${table(header, fitting)}${rest > 0 ? `\n\n${words.log.more(rest)}` : ''}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');
}
