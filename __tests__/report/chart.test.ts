import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {type Bar, ganttChart} from '../../src/report/chart.ts';
import type {SubtaskState} from '../../src/task.ts';
import {instant, timeOf} from '../../src/time.ts';

const originMs = Date.UTC(2026, 10, 26, 8, 44, 41);
const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

function barOf(name: string, startMs: number, lastsMs: number, state: SubtaskState = 'succeeded'): Bar {
  return {name, state, startMs: originMs + startMs, endMs: originMs + startMs + lastsMs};
}

/** Each bar of a chart as it stands in Mermaid: the section that names it, and the line of the bar. */
function barsIn(chart: string): readonly (readonly [section: string, line: string])[] {
  return [...chart.matchAll(/^ {2}section (.*)\n {2}(.*)$/gm)].map(([, section = '', line = '']) => [section, line]);
}
const namesIn = (chart: string) => barsIn(chart).map(([name]) => name);

describe('the chart', () => {
  it('counts from the first start, in the order in which the bars are given', () => {
    const chart = ganttChart([barOf('late', 5 * second, 10 * second, 'failed'), barOf('early', 0, 65 * second)]);
    const [fence, directive, ...lines] = chart.split('\n').slice(0, 8);
    expect(fence).toBe('```mermaid');
    expect(directive).toMatch(/^%%\{init: \{"gantt":\{"leftPadding":\d+,.*\},"themeVariables":\{.*\}\}\}%%$/);
    expect(lines).toEqual([
      'gantt',
      '  title Since 2026-11-26 08∶44∶41 UTC',
      '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      '  axisFormat %M:%S',
      '  tickInterval 15second',
      '  todayMarker off'
    ]);
    expect(barsIn(chart)).toEqual([
      ['late', '✗ 10s : crit, 2001-01-01 00:00:05.000, 2001-01-01 00:00:15.000'],
      ['early', '✓ 1m 05s : done, 2001-01-01 00:00:00.000, 2001-01-01 00:01:05.000']
    ]);
  });

  it.each<[SubtaskState, string, string]>([
    ['succeeded', '✓ 4s : done, ', '🟩 succeeded'],
    ['failed', '✗ 4s : crit, ', '🟥 failed or stopped'],
    ['stopped', '■ 4s : crit, ', '🟥 failed or stopped'],
    ['running', '… : active, ', '🟦 running or not known (when last polled)'],
    ['unknown', '? : active, ', '🟦 running or not known (when last polled)'],
    ['warning', '! 4s : 2001', '🟨 with a warning, skipped, or without a state'],
    ['skipped', '» 4s : 2001', '🟨 with a warning, skipped, or without a state'],
    ['untold', '· 4s : 2001', '🟨 with a warning, skipped, or without a state']
  ])('shows %s by color and by mark, and says what the color means', (state, line, legend) => {
    const chart = ganttChart([barOf('a', 0, 4 * second, state)]);
    expect(barsIn(chart)[0]?.[1]).toMatch(new RegExp(`^${line.replace('?', '\\?')}`));
    expect(chart.split('\n').at(-1)).toBe(`<sub>${legend}</sub>`);
  });

  it('counts from the second of the start to that of the end, as these are shown elsewhere', () => {
    expect(barsIn(ganttChart([barOf('a', 800, 4400)]))[0]?.[1]).toMatch(/^✓ 5s : /);
  });

  it.each([
    ['no bar', []],
    ['no time that has passed', [barOf('a', 0, 0), barOf('b', 0, 0)]],
    ['an end before the start', [barOf('a', 0, -5)]],
    ['no start that is told', [{name: 'a', state: 'succeeded', endMs: originMs}]],
    ['no end that is told', [{name: 'a', state: 'succeeded', startMs: originMs}]],
    ['a time that is far off', [barOf('a', 0, second), barOf('b', 365 * day - second, second)]]
  ] as const)('is none where there is %s', (_, bars) => {
    expect(ganttChart(bars)).toBe('');
  });

  it('has all letters on bars dark and each kind of bar in a color', () => {
    const chart = ganttChart([barOf('a', 0, second)]);
    const {themeVariables} = JSON.parse(/^%%\{init: (.*)\}%%$/m.exec(chart)?.[1] ?? '{}');
    for (const kind of ['taskTextDark', 'taskText', 'taskTextLight']) {
      expect(themeVariables[`${kind}Color`]).toBe('#1f2328');
    }
    const bars = ['doneTask', 'crit', 'activeTask', 'task'].map(kind => themeVariables[`${kind}BkgColor`]);
    for (const color of bars) expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(new Set(bars).size).toBe(4);
  });

  it('shows what took no time', () => {
    expect(barsIn(ganttChart([barOf('a', 0, 200 * second), barOf('b', 100 * second, 0)]))[1]?.[1]).toBe(
      '✓ 0s : done, 2001-01-01 00:01:40.000, 2001-01-01 00:01:41.000'
    );
    expect(barsIn(ganttChart([barOf('a', 0, 1), barOf('b', 0, 0)])).map(([, line]) => line)).toEqual([
      '✓ 0s : done, 2001-01-01 00:00:00.000, 2001-01-01 00:00:00.001',
      '✓ 0s : done, 2001-01-01 00:00:00.000, 2001-01-01 00:00:00.001'
    ]);
  });

  it('tells how many it lacks for want of sound times', () => {
    const chart = ganttChart([barOf('a', 0, second), barOf('ends before', 5, -1), {name: 'b', state: 'running'}]);
    expect(namesIn(chart)).toEqual(['a']);
    expect(chart).toMatch(/<sub>🟩 succeeded · not drawn: 2 more<\/sub>$/);
  });

  it('has lower bars where they are many', () => {
    const bars = Array.from({length: 41}, (_, index) => barOf(`job ${index}`, index, second));
    expect(ganttChart(bars.slice(1))).toContain('"barHeight":18,');
    expect(ganttChart(bars)).toContain('"barHeight":12,');
  });

  it('has room for the widest name', () => {
    const padding = (name: string) =>
      Number(/"leftPadding":(\d+)/.exec(ganttChart([barOf(name, 0, 1), barOf('a', 0, 1)]))?.[1]);
    expect([padding('abc'), padding('abcdefghij'), padding('读取文件任')]).toEqual([43, 87, 87]);
  });

  it.each([
    [4 * second, '1second', '%M:%S'],
    [20 * second, '5second', '%M:%S'],
    [5 * 60 * second, '1minute', '%M:%S'],
    [hour - second, '15minute', '%M:%S'],
    [hour, '15minute', '%H:%M'],
    [4 * hour, '1hour', '%H:%M'],
    [20 * hour, '6hour', '%H:%M'],
    [30 * hour, '12hour', 'day %-j, %H:%M'],
    [day, '12hour', 'day %-j, %H:%M'],
    [5 * day, '2day', 'day %-j, %H:%M'],
    [31 * day, '11day', 'day %-j, %H:%M'],
    [31 * day + 1, '1month', 'day %-j'],
    [93 * day, '1month', 'day %-j'],
    [93 * day + 1, '3month', 'day %-j'],
    [365 * day - 1, '3month', 'day %-j']
  ])('has few ticks over %d ms', (spanMs, every, format) => {
    const chart = ganttChart([barOf('a', 0, spanMs)]);
    expect(chart).toContain(`\n  axisFormat ${format}\n  tickInterval ${every}\n`);
  });

  it('has at most 200 bars, the first ones, and tells how many it lacks', () => {
    const bars = Array.from({length: 250}, (_, index) =>
      barOf(`job ${index}`, index * second, second, index >= 240 ? 'failed' : 'succeeded')
    );
    const chart = ganttChart(bars);
    expect(barsIn(chart)).toHaveLength(200);
    expect(namesIn(chart)).toEqual(bars.slice(0, 200).map(({name}) => name));
    expect(chart).toContain(' · not drawn: 50 more</sub>');
  });

  it('stays below the characters that Mermaid takes', () => {
    const name = '读取文件任务'.repeat(50);
    const bars = Array.from({length: 500}, (_, index) => barOf(name, index * 3 * hour, hour, 'running'));
    expect(ganttChart(bars).length).toBeLessThan(50_000);
  });
});

describe('names in the chart', () => {
  const named = (...names: readonly string[]) => namesIn(ganttChart(names.map((name, at) => barOf(name, at, second))));

  it('lose a beginning that all have where they are too long', () => {
    expect(named('Import the job from obs://demo/orders.zip', 'Import the job from obs://demo/stock.zip')).toEqual([
      '…orders.zip',
      '…stock.zip'
    ]);
    expect(named('Import the job_a job.', 'Import the job_b job.')).toEqual([
      'Import the job_a job.',
      'Import the job_b job.'
    ]);
  });

  it('keep a beginning that is all of one of them, or short', () => {
    expect(named('obs://demo/some/long/folder/', 'obs://demo/some/long/folder/orders.zip')).toEqual([
      'obs∶//demo/some/long/fold…',
      '…orders.zip'
    ]);
    expect(named('ab orders of the day before yesterday', 'ab stock')).toEqual([
      'ab orders of the day befo…',
      'ab stock'
    ]);
    expect(named('abc orders of the day before yesterday', 'abc stock')[1]).toBe('…stock');
    expect(named('One name that has no other beside it')).toEqual(['One name that has no othe…']);
  });

  it('are no numbers and no key of their own in Mermaid, which would draw others beside the bars', () => {
    expect(named('b', '10', '9', '0', '9', '__proto__', '9a')).toEqual([
      'b',
      '“10”',
      '“9”',
      '“0”',
      '“9” (2)',
      '“__proto__”',
      '9a'
    ]);
  });

  it('show that they were masked', () => {
    expect(named('***')).toEqual(['***']);
  });

  it('have a blank for each row of marks that Mermaid could take for its own', () => {
    expect(named('a{b', 'c;# %%{ }d', '"e"')).toEqual(['a b', 'c d', 'e']);
  });

  it('stay whole up to their width', () => {
    const whole = [`${'x'.repeat(10)}/${'y'.repeat(15)}`, 'xxxxxxxxxx/z'];
    expect(named(...whole)).toEqual(whole);
    expect(named('z', 'y'.repeat(26))[1]).toBe('y'.repeat(26));
    expect(named('z', 'y'.repeat(26), 'x'.repeat(27)).slice(1)).toEqual(['y'.repeat(26), `${'x'.repeat(25)}…`]);
    expect(named('z', `${'y'.repeat(24)} and more`)[1]).toBe(`${'y'.repeat(24)}…`);
  });

  it('are cut by their width on the screen', () => {
    expect(named('a'.repeat(40), 'b')).toEqual([`${'a'.repeat(25)}…`, 'b']);
    expect(named('读'.repeat(40), 'b')).toEqual([`${'读'.repeat(12)}…`, 'b']);
  });

  it('are told apart, for Mermaid puts bars of one name together', () => {
    expect(named('a', 'a', 'a (2)', 'a')).toEqual(['a', 'a (2)', 'a (2) (2)', 'a (3)']);
    expect(named('', ' ')).toEqual(['(no name)', '(no name) (2)']);
  });

  it('hold nothing that means something in Mermaid or ends the block, whatever they are', () => {
    const text = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.string({
        unit: fc.constantFrom(
          ...'`:;#%{}<>"\'\n\r\u2028|\\&$@^~ab ',
          '%%{',
          'section x',
          'click a call f()',
          '```',
          '__proto__',
          '1'
        ),
        maxLength: 20
      })
    );
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 4}), names => {
        const chart = ganttChart(names.map((name, at) => barOf(name, at, second)));
        const [, code = ''] = /^```mermaid\n([\s\S]*?)\n```\n\n<sub>[^<]*<\/sub>$/.exec(chart) ?? [];
        const lines = code.split('\n');
        expect(lines).toHaveLength(7 + 2 * names.length);
        for (const line of lines.filter(each => each.startsWith('  section '))) {
          expect(line.slice(10)).not.toMatch(/[`:;#%{}<>"'|\\&$@^~\p{Cc}\u2028\u2029\u202a-\u202e]|^\s*$/u);
          expect(line).not.toMatch(/^ {2}section (\d+|__proto__)$/);
          expect(line).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        }
      })
    );
  });
});

describe('an instant', () => {
  it('is told in UTC, to the second', () => {
    expect(instant(originMs + 999)).toBe('2026-11-26 08:44:41 UTC');
  });

  it('has its date only where that is another one', () => {
    expect(timeOf(originMs, originMs + hour)).toBe('08:44:41 UTC');
    expect(timeOf(originMs, originMs + day)).toBe('2026-11-26 08:44:41 UTC');
  });
});
