import {formatDuration} from '../duration.ts';
import type {Inputs} from '../inputs.ts';
import type {NonEmpty} from '../non-empty.ts';
import type {WaitResult} from '../poller.ts';
import {fullId} from '../services/service.ts';
import type {Subtask} from '../task.ts';
import type {Verdict} from '../verdict.ts';
import type {Explanation, ToldTask} from './explain.ts';
import {detectionLagSeconds, isoTime, timesOf} from './outputs.ts';
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

const maxRows = 200;
/** GitHub drops a summary of more than a mebibyte as a whole; what stands beside the subtasks needs less than the rest. */
const maxRowBytes = 512 * 1024;

/** The job summary of a wait that took place. */
export function summaryOf(
  verdict: Verdict,
  explanation: Explanation,
  notes: readonly string[],
  told: NonEmpty<ToldTask>,
  inputs: Inputs
): string {
  const [first, ...others] = told;
  const {allowWarnings} = inputs.strictness;
  return [
    headline(verdict, explanation),
    others.length > 0 ? tasksTable(told, inputs) : taskTable(first, inputs),
    subtaskSection(
      told.flatMap(({result}) => result.last?.task.subtasks ?? []),
      allowWarnings
    ),
    ...notes.map(note => `> ${markdown(note, 500)}`),
    nextStep(explanation)
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

function taskTable({reference, result}: ToldTask, inputs: Inputs): string {
  const task = result.last?.task;
  const {startMs, endMs} = timesOf(task);
  const lagSeconds = detectionLagSeconds(result);
  const rows: readonly (readonly [string, string])[] = [
    ['Task', [task?.name && markdown(task.name), code(fullId(reference))].filter(Boolean).join('<br>')],
    ['Service', `${inputs.service.title}${task ? `, says ${code(task.serviceStatus)}` : ''}`],
    ['Progress', task?.progress === undefined ? '' : `${task.progress} %`],
    ['Started', isoTime(startMs)],
    ['Ended', isoTime(endMs)],
    ['Took', startMs !== undefined && endMs !== undefined ? formatDuration(endMs - startMs) : ''],
    ['Waited', `${formatDuration(result.elapsedMs)}, ${looks(result)}`],
    ['End seen after', lagSeconds === null ? '' : `${lagSeconds.toFixed(1)} s`]
  ];
  return factTable(rows.filter(([, value]) => value !== ''));
}

/** One row for each task, those that did not succeed first. */
function tasksTable(told: readonly ToldTask[], inputs: Inputs): string {
  const isGood = ({result}: ToldTask) => result.ending.verdict === 'succeeded';
  const inOrder = [...told.filter(each => !isGood(each)), ...told.filter(isGood)];
  const rows = inOrder.slice(0, maxRows).map(({reference, result, explanation}) => {
    const task = result.last?.task;
    const {startMs, endMs} = timesOf(task);
    const {verdict} = result.ending;
    return [
      `${icons[verdict]} ${verdict}`,
      [task?.name && markdown(task.name), code(fullId(reference))].filter(Boolean).join('<br>'),
      task ? code(task.serviceStatus) : '',
      task?.progress === undefined ? '' : `${task.progress} %`,
      startMs !== undefined && endMs !== undefined ? formatDuration(endMs - startMs) : '',
      isGood({reference, result, explanation}) ? '' : markdown(explanation.message)
    ];
  });
  const more = told.length > rows.length ? `\n\n… and ${told.length - rows.length} more.` : '';
  const columns = ['Verdict', 'Task', `${inputs.service.title} says`, 'Progress', 'Took', 'Why'];
  return `${table(columns, rows)}${more}`;
}

/** The job summary of a step that never came to wait. */
export function summaryWithoutWait(explanation: Explanation, problems: readonly string[]): string {
  const list = problems.length > 1 ? problems.map(problem => `- ${markdown(problem, 1000)}`).join('\n') : '';
  return [headline('error', list ? {...explanation, message: ''} : explanation), list, nextStep(explanation)]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

function headline(verdict: Verdict, {title, message, reason = message}: Explanation): string {
  return [`### ${icons[verdict]} ${markdown(title)}`, markdown(reason, 2000)].filter(part => part !== '').join('\n\n');
}

function looks({looks: count, failedPolls, throttledPolls}: WaitResult): string {
  const parts = [
    `${count} ${count === 1 ? 'look' : 'looks'}`,
    failedPolls > 0 ? `${failedPolls} without a usable answer` : '',
    throttledPolls > 0 ? `${throttledPolls} of these throttled` : ''
  ];
  return parts.filter(part => part !== '').join(', ');
}

function subtaskSection(subtasks: readonly Subtask[], allowWarnings: boolean): string {
  if (subtasks.length === 0) return '';
  const hasMessages = subtasks.some(({message}) => message);
  const rows: (readonly string[])[] = [];
  let bytes = 0;
  for (const subtask of failedFirst(subtasks, allowWarnings).slice(0, maxRows)) {
    const row = [markdown(nameOf(subtask)), code(subtask.serviceStatus || subtask.state)];
    if (hasMessages) row.push(markdown(subtask.message ?? ''));
    bytes += Buffer.byteLength(row.join());
    if (bytes > maxRowBytes) break;
    rows.push(row);
  }
  const more = subtasks.length > rows.length ? `\n\n… and ${subtasks.length - rows.length} more.` : '';
  const header = hasMessages ? ['Subtask', 'State', 'Message'] : ['Subtask', 'State'];
  return `**Subtasks:** ${markdown(summarizeSubtasks(subtasks, allowWarnings), 1000)}\n\n${table(header, rows)}${more}`;
}

/** The first fact serves as the header, which a table must have. */
function factTable([first = [], ...others]: readonly (readonly string[])[]): string {
  return table(first, others);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');
}

function nextStep(explanation: Explanation): string {
  return explanation.nextStep ? `**What to do next:** ${markdown(explanation.nextStep, 1000)}` : '';
}
