import {formatDuration, hourMs, minuteMs, secondMs} from '../duration.ts';
import type {SubtaskState} from '../task.ts';
import {instant, shownBetweenMs} from '../time.ts';
import {en, type Words} from '../words/en.ts';
import {cutTo, oneLine, widthOf} from './text.ts';

/** Something that lasts. Times are milliseconds since the epoch; without both of them it is not drawn. */
export interface Bar {
  readonly name: string;
  readonly state: SubtaskState;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
}

/** Whether it can be drawn. */
function isSound<T extends Bar>(bar: T): bar is T & {startMs: number; endMs: number} {
  return bar.startMs !== undefined && bar.endMs !== undefined && bar.endMs >= bar.startMs;
}

/** More would not be read, nor drawn: by its documentation, Mermaid takes 50,000 characters if not told otherwise. */
const maxBars = 200;
const maxNameWidth = 26;
/** Of a letter beside the chart, on average. */
const letterPx = 6.3;

/** Mermaid has three colours for tags and one without; the mark shows a state where colours do not. */
const appearances: Readonly<Record<SubtaskState, {readonly tag: string; readonly mark: string}>> = {
  succeeded: {tag: 'done', mark: '✓'},
  failed: {tag: 'crit', mark: '✗'},
  stopped: {tag: 'crit', mark: '■'},
  running: {tag: 'active', mark: '…'},
  unknown: {tag: 'active', mark: '?'},
  warning: {tag: '', mark: '!'},
  skipped: {tag: '', mark: '»'},
  untold: {tag: '', mark: '·'}
};

const legends: readonly (readonly [tag: string, legend: 'crit' | 'plain' | 'active' | 'done'])[] = [
  ['crit', 'crit'],
  ['', 'plain'],
  ['active', 'active'],
  ['done', 'done']
];

/** Dark letters on all of them; what stands beside a bar has the colour of the reader's theme. */
const colors = {
  taskTextDarkColor: '#1f2328',
  taskTextColor: '#1f2328',
  taskTextLightColor: '#1f2328',
  doneTaskBkgColor: '#4ac26b',
  doneTaskBorderColor: '#2da44e',
  critBkgColor: '#ff8182',
  critBorderColor: '#cf222e',
  activeTaskBkgColor: '#80ccff',
  activeTaskBorderColor: '#218bff',
  taskBkgColor: '#eac54f',
  taskBorderColor: '#bf8700',
  sectionBkgColor: '#8c959f',
  sectionBkgColor2: '#8c959f',
  altSectionBkgColor: 'transparent'
};

/**
 * A Gantt chart in Mermaid with a legend; empty where there is nothing to draw. The bars stand in the order in which
 * they are given; of too many, the first are kept.
 */
export function ganttChart(bars: readonly Bar[], words: Words = en): string {
  const sound = bars.filter(isSound);
  const drawn = sound.slice(0, maxBars);
  const originMs = Math.min(...drawn.map(({startMs}) => startMs));
  const spanMs = Math.max(...drawn.map(({endMs}) => endMs)) - originMs;
  if (drawn.length === 0 || spanMs === 0 || spanMs >= maxSpanMs) return '';
  const names = distinct(withRoom(drawn.map(({name}) => plain(name))), words.subtasks.noName);
  const labelPx = Math.ceil(24 + letterPx * Math.max(...names.map(widthOf)));
  const size = drawn.length > 40 ? {barHeight: 12, barGap: 3, fontSize: 9} : {barHeight: 18, barGap: 4, fontSize: 11};
  const config = {
    gantt: {leftPadding: labelPx, rightPadding: 16, ...size},
    themeVariables: colors
  };
  const {every, format} = axisFor(spanMs);
  // What takes no time would not be seen.
  const leastMs = Math.ceil(spanMs / 200);
  const lines = drawn.flatMap(({state, startMs, endMs}, index) => {
    const {tag, mark} = appearances[state];
    const times = [startMs, Math.max(endMs, startMs + leastMs)].map(ms => elapsed(ms - originMs));
    // How long one lasts that has not ended is not known.
    const text = tag === 'active' ? mark : `${mark} ${formatDuration(shownBetweenMs(startMs, endMs))}`;
    return [`  section ${names[index]}`, `  ${text} : ${[tag, ...times].filter(Boolean).join(', ')}`];
  });
  const used = new Set(drawn.map(({state}) => appearances[state].tag));
  const missing = bars.length - drawn.length;
  const rest = missing > 0 ? [words.chart.notDrawn(missing)] : [];
  const legend = [...legends.filter(([tag]) => used.has(tag)).map(([, meaning]) => words.chart[meaning]), ...rest];
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(config)}}%%`,
    'gantt',
    `  title ${words.chart.since(instant(originMs)).replaceAll(':', '∶')}`,
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${format}`,
    `  tickInterval ${every}`,
    '  todayMarker off',
    ...lines,
    '```',
    '',
    `<sub>${legend.join(' · ')}</sub>`
  ].join('\n');
}

/**
 * Mermaid reads and writes times in the reader's time zone. Counted from a midnight at which no clock is changed, they
 * are the time that has passed, wherever the reader is.
 */
function elapsed(ms: number): string {
  return new Date(Date.UTC(2001, 0, 1) + Math.round(ms)).toISOString().slice(0, 23).replace('T', ' ');
}

const dayMs = 24 * hourMs;
/** Longer than any task: a time that far off is a fault of the answer. */
const maxSpanMs = 365 * dayMs;

const steps: readonly (readonly [ms: number, every: string])[] = [
  ...[1, 2, 5, 10, 15, 30].map(count => [count * secondMs, `${count}second`] as const),
  ...[1, 2, 5, 10, 15, 30].map(count => [count * minuteMs, `${count}minute`] as const),
  ...[1, 2, 3, 6, 12].map(count => [count * hourMs, `${count}hour`] as const)
];

/** The distance of the ticks and their form, for as many as have room on a narrow screen. */
function axisFor(spanMs: number): {readonly every: string; readonly format: string} {
  // Mermaid counts days anew in each month.
  if (spanMs > 31 * dayMs) return {every: spanMs > 93 * dayMs ? '3month' : '1month', format: 'day %-j'};
  const [mostTicks, format] = spanMs < hourMs ? [5, '%M:%S'] : spanMs < dayMs ? [5, '%H:%M'] : [3, 'day %-j, %H:%M'];
  const [, every] = steps.find(([ms]) => spanMs / ms <= mostTicks) ?? [
    dayMs,
    `${Math.ceil(spanMs / mostTicks / dayMs)}day`
  ];
  return {every, format};
}

/** Names that Mermaid, which keeps the sections as keys of an object, would put before all others, or lose. */
const unlikeOthers = /^(?:\d+|__proto__)$/;

/** One line without the marks that would end a name or begin something else in Mermaid, such as `:`, `;`, `#` and `%%`. */
function plain(name: string): string {
  return oneLine(name, 4 * maxNameWidth)
    .replaceAll(':', '∶')
    .replace(/[\x20-\x7e]/g, mark => (/[A-Za-z0-9 _.,()[\]/=+*-]/.test(mark) ? mark : ' '))
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(unlikeOthers, '“$&”');
}

/** So much of the names as has room beside the chart. Where there is too little, a beginning that all have goes first. */
function withRoom(names: readonly string[]): readonly string[] {
  if (names.every(name => widthOf(name) <= maxNameWidth)) return names;
  const common = names.length > 1 ? names.reduce(commonStart).search(/[^ /]*$/) : 0;
  return names.map(name => cutTo(common > 3 && name.length > common ? `…${name.slice(common)}` : name, maxNameWidth));
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/** With a number after each name that was there before: Mermaid would put bars of one name together. */
function distinct(names: readonly string[], noName: string): readonly string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const shown = name || noName;
    let free = shown;
    for (let count = 2; taken.has(free); count += 1) free = `${shown} (${count})`;
    taken.add(free);
    return free;
  });
}
