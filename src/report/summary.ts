import {formatDuration} from '../duration.ts';
import type {NonEmpty} from '../non-empty.ts';
import {subtaskFailed, type Verdict} from '../polling/verdict.ts';
import {fullId} from '../services/service.ts';
import {type Cause, isTerminal, type Subtask, type SubtaskState} from '../task.ts';
import {textIn} from '../text.ts';
import {causesOf, subjectOf} from './causes.ts';
import {type Bar, ganttChart, instant, isSound} from './chart.ts';
import {type Asked, type Explanation, hasSucceeded, type ToldTask, unsuccessfulFirst} from './explain.ts';
import {detectionLagSeconds, timesOf} from './outputs.ts';
import {placesOf} from './places.ts';
import {failedFirst, nameOf, summarizeSubtasks} from './subtasks.ts';
import {code, markdown} from './text.ts';

const icons: Readonly<Record<Verdict, string>> = {
  succeeded: '✅',
  failed: '❌',
  stopped: '⏹️',
  'timed-out': '⏱️',
  unfinished: '⏳',
  cancelled: '🚫',
  'not-found': '❓',
  denied: '🔒',
  error: '💥'
};

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
/** Of a table. GitHub drops a summary of more than a mebibyte as a whole, and there are three at most beside the rest. */
const maxRowBytes = 256 * 1024;
const maxNotes = 20;
/** More subtasks are folded, except the first of those that failed. */
const maxUnfolded = 10;

/** The job summary of a wait that took place. */
export function summaryOf(
  verdict: Verdict,
  explanation: Explanation,
  notes: readonly string[],
  told: NonEmpty<ToldTask>,
  asked: Asked
): string {
  const [first, ...others] = told;
  const isOne = others.length === 0;
  return document([
    headline(verdict, explanation),
    nextStep(explanation),
    ...(isOne
      ? [taskTable(first, asked), causeSection(told), subtaskSection(told, asked), subtaskChart(first)]
      : [tasksTable(told, asked), causeSection(told), ganttChart(told.map(taskBar)), subtaskSection(told, asked)]),
    ...notes.slice(0, maxNotes).map(note => `> ${markdown(note, 500)}`),
    footer(told)
  ]);
}

/** The job summary of a step that never came to wait. */
export function summaryWithoutWait(explanation: Explanation, problems: readonly string[]): string {
  const list = problems.length > 1 ? problems.map(problem => `- ${markdown(problem, 1000)}`).join('\n') : '';
  return document([headline('error', list ? {...explanation, message: ''} : explanation), list, nextStep(explanation)]);
}

function document(parts: readonly string[]): string {
  return `${paragraphs(parts)}\n`;
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

function headline(verdict: Verdict, {title, message, reason = message}: Explanation): string {
  return paragraphs([`### ${icons[verdict]} ${markdown(title)}`, markdown(reason, 2000)]);
}

function nextStep(explanation: Explanation): string {
  return explanation.nextStep ? `**What to do next:** ${markdown(explanation.nextStep, 1000)}` : '';
}

function taskTable(told: ToldTask, asked: Asked): string {
  const {reference, result} = told;
  const task = result.last?.task;
  const {startMs, endMs} = timesOf(task);
  const places = placesOf(reference, asked.place.region).toReversed();
  const rows: readonly (readonly [string, string])[] = [
    ['Task', named(told)],
    ['Service', `${markdown(textIn(asked.service.title))}${task ? `, says ${code(task.serviceStatus)}` : ''}`],
    ['Where', places.map(([kind, name]) => `${kind} ${code(name)}`).join(', ')],
    ['Progress', progressOf(told, asked)],
    ['Started', startMs === undefined ? '' : instant(startMs)],
    ['Ended', endMs === undefined ? '' : instant(endMs)],
    ['Took', took(told)]
  ];
  // The first fact serves as the header, which a table must have.
  const [header = ['', ''], ...others] = rows.filter(([, value]) => value !== '');
  return table(header, others);
}

/** One row for each task, those that did not succeed first. */
function tasksTable(told: readonly ToldTask[], asked: Asked): string {
  return fittingTable(['Verdict', 'Task', 'Progress', 'Took'], unsuccessfulFirst(told), each => {
    const {result, explanation} = each;
    const {verdict} = result.ending;
    const why = hasSucceeded(each) ? '' : markdown(explanation.reason ?? explanation.message, 500);
    return [
      lines(`${icons[verdict]}\u00a0${verdict}`, result.last ? code(result.last.task.serviceStatus) : ''),
      lines(named(each), why),
      progressOf(each, asked),
      took(each)
    ];
  });
}

/** Inside a cell. */
function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('<br>');
}

function named({reference, result}: ToldTask): string {
  const name = result.last?.task.name;
  return lines(name && markdown(name), code(fullId(reference)));
}

function took({result}: ToldTask): string {
  const {startMs, endMs} = timesOf(result.last?.task);
  return startMs !== undefined && endMs !== undefined && endMs >= startMs ? formatDuration(endMs - startMs) : '';
}

/** As the service tells it, else by the subtasks that have ended well; a task that succeeded is through. */
function progressOf(
  told: ToldTask,
  {
    judging: {
      strictness: {allowWarnings}
    }
  }: Asked
): string {
  const task = told.result.last?.task;
  if (task === undefined) return '';
  if (task.progress !== undefined) return `${bar(task.progress)} ${task.progress}\u00a0%`;
  const ended = task.subtasks.filter(each => isTerminal(each.state) && !subtaskFailed(each, allowWarnings)).length;
  const all = task.subtasks.filter(({state}) => state !== 'untold').length;
  if (all > 0) return `${bar((100 * ended) / all)} ${ended}\u00a0of\u00a0${all}`;
  return hasSucceeded(told) ? bar(100) : '';
}

/** A bar of ten parts. What is not complete never looks it. */
function bar(percent: number): string {
  const full = Math.max(0, Math.min(10, Math.floor(percent / 10)));
  return code('█'.repeat(full) + '░'.repeat(10 - full));
}

/** Why tasks failed, as their service tells it. */
function causeSection(told: readonly ToldTask[]): string {
  const causes = told.flatMap(({reference, result}) =>
    causesOf(result).map(cause => ({...cause, owner: fullId(reference)}))
  );
  if (causes.length === 0) return '';
  const columns: readonly (readonly [header: string, cell: (cause: (typeof causes)[number]) => string])[] = [
    ...(causes.some(subjectOf) ? [['What failed', subject] as const] : []),
    ...(told.length > 1 ? [['Task', ({owner}: (typeof causes)[number]) => code(owner)] as const] : []),
    ['Message', ({message = ''}) => markdown(message, 1000)]
  ];
  const rows = fittingTable(
    columns.map(([header]) => header),
    causes,
    cause => columns.map(([, cell]) => cell(cause))
  );
  return `**Why it failed:**\n\n${rows}`;
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
  }: Asked
): string {
  const owners = new Map(
    told.flatMap(({reference, result}) =>
      (result.last?.task.subtasks ?? []).map(subtask => [subtask, fullId(reference)] as const)
    )
  );
  const subtasks = failedFirst([...owners.keys()], allowWarnings);
  if (subtasks.length === 0) return '';
  const hasMessages = subtasks.some(({message}) => message);
  const columns: readonly (readonly [header: string, cell: (subtask: Subtask) => string])[] = [
    ['Subtask', subtask => markdown(nameOf(subtask))],
    ['State', ({state, serviceStatus}) => `${subtaskIcons[state]}\u00a0${code(serviceStatus || state)}`],
    ...(told.length > 1 ? [['Task', (subtask: Subtask) => code(owners.get(subtask) ?? '')] as const] : []),
    ...(hasMessages ? [['Message', ({message}: Subtask) => markdown(message ?? '')] as const] : [])
  ];
  const tableOf = (listed: readonly Subtask[]) =>
    fittingTable(
      columns.map(([header]) => header),
      listed,
      subtask => columns.map(([, cell]) => cell(subtask))
    );
  const title = `**Subtasks:** ${markdown(summarizeSubtasks(subtasks, allowWarnings), 1000)}`;
  if (subtasks.length <= maxUnfolded) return `${title}\n\n${tableOf(subtasks)}`;
  const open = subtasks.slice(0, maxUnfolded).filter(subtask => subtaskFailed(subtask, allowWarnings));
  const others = subtasks.slice(open.length);
  const fold =
    open.length === 0
      ? `All ${others.length} subtasks`
      : others.length === 1
        ? 'The other subtask'
        : `The other ${others.length} subtasks`;
  return paragraphs([title, open.length > 0 ? tableOf(open) : '', folded(fold, tableOf(others))]);
}

function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** Of the subtasks of a task; one that goes on is drawn to where it was last seen. */
function subtaskChart({result}: ToldTask): string {
  const task = result.last?.task;
  if (!task) return '';
  const seenMs = result.last?.serverDateMs;
  const bars = task.subtasks.map((subtask): Bar & {readonly hasOwnTimes?: boolean} => {
    const {state, startMs = task.startMs} = subtask;
    const name = nameOf(subtask);
    if (state === 'untold') return {name, state};
    const hasEnded = isTerminal(state);
    return {
      name,
      state,
      startMs,
      endMs: hasEnded ? (subtask.endMs ?? subtask.changedMs) : seenMs,
      hasOwnTimes: subtask.startMs !== undefined && !(hasEnded && subtask.endMs === undefined)
    };
  });
  const hasStandIns = bars.some(bar => isSound(bar) && !bar.hasOwnTimes);
  return ganttChart(
    bars,
    hasStandIns
      ? 'The service does not tell all times of the subtasks: in their place stand the start of the task and the last change.'
      : ''
  );
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

/** What the wait took: looks, lag and what went wrong on the way. */
function footer(told: NonEmpty<ToldTask>): string {
  const results = told.map(({result}) => result);
  const sum = (of: (result: ToldTask['result']) => number) => results.reduce((total, each) => total + of(each), 0);
  const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  const ended = results.filter(({ending: {verdict}}) => isEnd(verdict));
  const lags = ended.flatMap(result => detectionLagSeconds(result) ?? []);
  const ends =
    told.length === 1 ? 'end' : lags.length === ended.length ? 'each end' : `${lags.length} of ${ended.length} ends`;
  const failed = sum(({failedPolls}) => failedPolls);
  const throttled = sum(({throttledPolls}) => throttledPolls);
  const parts = [
    `Waited ${formatDuration(Math.max(...results.map(({elapsedMs}) => elapsedMs)))}`,
    counted(
      sum(({polls}) => polls),
      'look',
      'looks'
    ),
    failed > 0 && `${failed} without a usable answer${throttled > 0 ? `, ${throttled} of these throttled` : ''}`,
    // The server's time of an answer is in whole seconds.
    lags.length > 0 && `${ends} seen within about ${formatDuration(Math.max(1000, ...lags.map(lag => 1000 * lag)))}`
  ];
  return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}

/** As many rows as fit, and how many more there are. */
function fittingTable<T>(
  header: readonly string[],
  subjects: readonly T[],
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
  return `${table(header, fitting)}${rest > 0 ? `\n\n… and ${rest} more.` : ''}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');
}
