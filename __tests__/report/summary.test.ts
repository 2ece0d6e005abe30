import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {mapAll} from '../../src/non-empty.ts';
import type {WaitResult} from '../../src/polling/poller.ts';
import {factsOf} from '../../src/report/facts/facts.ts';
import type {ToldTask} from '../../src/report/facts/told.ts';
import {summaryWithoutWait} from '../../src/report/trouble.ts';
import type {Subtask, SubtaskState, Task} from '../../src/task.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import {
  everyEnding,
  explain,
  explainAll,
  failureOf,
  inputsFor,
  places,
  subtaskIn,
  summaryFor as summaryOf,
  taskIn,
  toldTask,
  type Wait,
  waitEnding
} from './results.ts';

const inputs = inputsFor();
const endMs = Date.UTC(2018, 11, 14, 8, 44, 43);

/** The summary of a wait whose task failed like this. */
function summaryFor(task: Task, wait: Wait = {}, notes: readonly string[] = []): string {
  const result = waitEnding({verdict: 'failed', because: 'task'}, task, wait);
  return summaryOf(toldTask(result, inputs), inputs, {notes});
}

/** Cells of the rows of all tables in a summary. */
const rowsOf = (summary: string) =>
  summary
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim())
    );
const footerOf = (summary: string) => summary.trimEnd().split('\n').at(-1);
const rowNamed = (summary: string, name: string) => rowsOf(summary).find(([cell]) => cell === name)?.[1];

describe('the summary', () => {
  it.each(everyEnding)('has the verdict in its first line, and what to do next, after $name', ending => {
    const explanation = explain(ending.result, inputs.tasks[0], inputs);
    const summary = summaryOf(toldTask(ending.result, inputs), inputs, {verdict: ending.verdict});
    const [first = ''] = summary.split('\n');
    expect(first).toMatch(/^### \S+ DataArts Studio task/);
    expect(first).toContain(explanation.title);
    expect(summary.includes('**What to do:**')).toBe(ending.verdict !== 'succeeded');
    expect(rowNamed(summary, 'Task')).toContain('<code>T1</code>');
    expect(footerOf(summary)).toMatch(/^<sub>Waited \S+ (\S+ )?· 12 polls[^<]*<\/sub>$/);
  });

  it('has another icon for each verdict', () => {
    const icons = new Map(
      everyEnding.map(({verdict, result}) => [
        verdict,
        summaryOf(toldTask(result, inputs), inputs, {verdict}).split(' ', 2)[1]
      ])
    );
    expect(icons.size).toBe(9);
    expect(new Set(icons.values()).size).toBe(9);
  });

  it('has a table of task, state and times, the ids for support, and a footer of polls and lag', () => {
    const task = taskIn('failed', {name: 'Import the job', progress: 60, startMs: endMs - 65_000, endMs});
    const look = {serverDateMs: endMs + 3000};
    const summary = summaryFor(task, {look, requests: 14, failedPolls: 3, throttledPolls: 1});
    expect(rowNamed(summary, 'Task')).toBe('Import the job<br><code>T1</code>');
    expect(rowNamed(summary, 'State')).toBe('<code>FAILED</code>');
    expect(summary).toContain(
      `<sub>For support: DataArts Studio · task T1 · workspace default (none given) · project ${places.project} · region ${places.region} · 3 failed requests in all, without effect on the verdict (1 throttled)`
    );
    expect(rowNamed(summary, 'Progress')).toBe('<code>██████░░░░</code> 60\u00a0%');
    expect(rowNamed(summary, 'Started')).toBe('2018-12-14 08:43:38 UTC');
    expect(rowNamed(summary, 'Ended')).toBe('2018-12-14 08:44:43 UTC');
    expect(rowNamed(summary, 'Took')).toBe('1m 05s');
    expect(footerOf(summary)).toBe('<sub>Waited 2m 00s · 12 polls · noticed within about 3s of its end</sub>');
  });

  it.each([
    ['what the service tells', {progress: 99}, '<code>█████████░</code> 99\u00a0%'],
    [
      'what the service tells, beside subtasks',
      {progress: 0, subtasks: [subtaskIn('failed', 'a')]},
      '<code>░░░░░░░░░░</code> 0\u00a0%'
    ],
    [
      'the subtasks that have ended well',
      {
        subtasks: [
          subtaskIn('failed', 'a'),
          subtaskIn('skipped', 'b'),
          subtaskIn('running', 'c'),
          subtaskIn('untold', 'd')
        ]
      },
      '<code>███░░░░░░░</code> 1\u00a0of\u00a03'
    ]
  ])('has a bar of progress from %s', (_, more, progress) => {
    expect(rowNamed(summaryFor(taskIn('failed', more)), 'Progress')).toBe(progress);
  });

  it('has a full bar where the task is known to be through', () => {
    const result = waitEnding({verdict: 'succeeded'}, taskIn('succeeded'));
    const [told] = toldTask(result, inputs);
    expect(rowNamed(summaryOf([told], inputs, {verdict: 'succeeded'}), 'Progress')).toBe('<code>██████████</code>');
  });

  it('names the workspace where one is given', () => {
    const placed = inputsFor({workspace: 'ws-1'});
    const [told] = toldTask(waitEnding({verdict: 'cancelled'}), placed);
    expect(summaryOf([told], placed, {verdict: 'cancelled'})).toContain(
      ` · workspace ws-1 · project ${places.project} · region ${places.region} · `
    );
  });

  it.each<[number, string]>([
    [0, '░░░░░░░░░░'],
    [9.9, '░░░░░░░░░░'],
    [10, '█░░░░░░░░░'],
    [99.9, '█████████░'],
    [100, '██████████']
  ])('has a bar that never looks more complete than %d %%', (progress, bar) => {
    expect(rowNamed(summaryFor(taskIn('running', {progress})), 'Progress')).toBe(
      `<code>${bar}</code> ${progress}\u00a0%`
    );
  });

  it('counts a warning as progress only where warnings are allowed', () => {
    const result = waitEnding({verdict: 'timed-out'}, taskIn('running', {subtasks: [subtaskIn('warning', 'a')]}));
    const progressWith = (given: Readonly<Record<string, string>>) => {
      const [told] = toldTask(result, inputsFor(given));
      return rowNamed(summaryOf([told], inputsFor(given), {verdict: 'timed-out'}), 'Progress');
    };
    expect(progressWith({})).toBe('<code>░░░░░░░░░░</code> 0\u00a0of\u00a01');
    expect(progressWith({'allow-warnings': 'true'})).toBe('<code>██████████</code> 1\u00a0of\u00a01');
  });

  it('tells no duration where the end lies before the start', () => {
    const summary = summaryFor(taskIn('failed', {startMs: endMs + 1, endMs}));
    expect(rowNamed(summary, 'Started')).toBe('2018-12-14 08:44:43 UTC');
    expect(rowNamed(summary, 'Took')).toBeUndefined();
    expect(rowNamed(summaryFor(taskIn('failed', {startMs: endMs, endMs})), 'Took')).toBe('0s');
  });

  it.each<[string, SubtaskState]>([
    ['Ended', 'succeeded'],
    ['End in the answer', 'running']
  ])('names an end %s where the state is unknown and a subtask is %s', (name, state) => {
    const result = waitEnding(
      {verdict: 'error', problem: 'ended-in-unknown-word'},
      taskIn('unknown', {endMs, subtasks: [subtaskIn(state, 'a')]})
    );
    const summary = summaryOf(toldTask(result, inputs), inputs, {verdict: 'error'});
    const names = ['Ended', 'End in the answer'].filter(each => rowNamed(summary, each) !== undefined);
    expect(names).toEqual([name]);
    expect(rowNamed(summary, name)).toBe('2018-12-14 08:44:43 UTC');
  });

  it('tells no end of a task that goes on', () => {
    const result = waitEnding({verdict: 'timed-out'}, taskIn('running', {startMs: endMs - 9000, endMs}));
    const [told] = toldTask(result, inputs);
    const summary = summaryOf([told], inputs, {verdict: 'timed-out'});
    expect(rowNamed(summary, 'Ended')).toBeUndefined();
    expect(rowNamed(summary, 'Took')).toBeUndefined();
    expect(footerOf(summary)).toBe('<sub>Waited 2m 00s · 12 polls</sub>');
  });

  it('tells of no end seen where it did not count', () => {
    const task = taskIn('succeeded', {endMs});
    const result = waitEnding({verdict: 'timed-out', doubt: 'settling'}, task, {look: {serverDateMs: endMs}});
    const [told] = toldTask(result, inputs);
    expect(footerOf(summaryOf([told], inputs, {verdict: 'timed-out'}))).not.toContain('noticed');
  });

  it.each([
    [0, '1s'],
    [900, '1s'],
    [1600, '2s'],
    [36_000_000, '10h 00m 00s']
  ])('tells an end that was seen %d ms later by a clock of whole seconds', (lagMs, within) => {
    const summary = summaryFor(taskIn('failed', {endMs}), {look: {serverDateMs: endMs + lagMs}});
    expect(footerOf(summary)).toBe(`<sub>Waited 2m 00s · 12 polls · noticed within about ${within} of its end</sub>`);
  });

  it('says of a request id that it is of an earlier failure, where the last brought none', () => {
    const errors = [502, 504].map(status => failureOf({kind: 'transient', status}));
    const failures = errors.map((error, index) => ({error, dateMs: endMs + index}));
    const supportFor = (requestIdError: (typeof errors)[number] | undefined) =>
      summaryFor(taskIn('failed'), {requestId: 'R7', requestIdError, failedPolls: 2, failures});
    expect(supportFor(errors[0])).toContain('R7 (of an earlier request, HTTP 502)');
    expect(supportFor(errors[1])).toContain('R7 (HTTP 504)');
  });

  it('has twenty notes at most', () => {
    const notes = Array.from({length: 21}, (_, index) => `note ${index + 1}`);
    expect(summaryFor(taskIn('failed'), {}, notes).match(/^> note \d+$/gm)).toHaveLength(20);
  });

  it('counts one poll as one', () => {
    expect(footerOf(summaryFor(taskIn('failed'), {polls: 1, failedPolls: 1}))).toBe(
      '<sub>Waited 2m 00s · 1 poll</sub>'
    );
    expect(footerOf(summaryFor(taskIn('failed'), {polls: 0}))).toBe('<sub>Waited 2m 00s · 0 polls</sub>');
  });

  it.each([
    [3_599_001, '1h 00m 00s'],
    [3_600_000, '1h 00m 00s'],
    [3_600_999, '1h 00m 00s'],
    [3_601_000, '1h 00m 01s'],
    [3_601_001, '1h 00m 02s']
  ])('waited the limit where it ended less than a second after it: %d ms', (elapsedMs, waited) => {
    expect(footerOf(summaryFor(taskIn('failed'), {elapsedMs}))).toBe(`<sub>Waited ${waited} · 12 polls</sub>`);
  });

  it('has the title of a service that the workflow defines as a text', () => {
    const titled = {...inputs, service: {...inputs.service, title: 'Mine | <b>*all*</b>'}};
    const [told] = toldTask(waitEnding({verdict: 'cancelled'}), titled);
    const summary = summaryOf([told], titled, {verdict: 'cancelled'});
    expect(summary).toContain('For support: Mine &#124; &#60;b&#62;&#42;all&#42;&#60;/b&#62; ·');
    expect(summary).not.toContain('<b>');
  });

  it('tells what to do next before all details', () => {
    const summary = summaryFor(taskIn('failed', {subtasks: [subtaskIn('failed', 'one')]}));
    expect(summary.indexOf('**What to do:**')).toBeLessThan(summary.indexOf('| Task |'));
  });

  it('leaves out what is not known', () => {
    const summary = summaryFor(taskIn('failed'));
    for (const name of ['Progress', 'Started', 'Ended', 'Took']) expect(rowNamed(summary, name)).toBeUndefined();
    expect(footerOf(summary)).toBe('<sub>Waited 2m 00s · 12 polls</sub>');
    expect(summary).not.toMatch(/undefined|null|NaN|Invalid|\*\*Subtasks|mermaid/);
  });

  it('lists the subtasks, failed ones first', () => {
    const subtasks = [
      subtaskIn('succeeded', 'one'),
      subtaskIn('failed', 'two', {message: 'No such job'}),
      subtaskIn('untold', 'three', {serviceStatus: ''})
    ];
    const summary = summaryFor(taskIn('failed', {subtasks}));
    expect(summary).toContain('**Subtasks:** 1/3 succeeded, 1 failed (two), 1 without a state');
    expect(rowsOf(summary).slice(-3)).toEqual([
      ['two', '❌\u00a0<code>FAILED</code>', 'No such job'],
      ['one', '✅\u00a0<code>SUCCEEDED</code>', ''],
      ['three', '▫️\u00a0<code>no state</code>', '']
    ]);
    expect(summary).not.toContain('<details>');
  });

  it('folds many subtasks, except the first of those that failed', () => {
    const subtasks = Array.from({length: 30}, (_, index) =>
      subtaskIn(index % 2 === 0 ? 'failed' : 'succeeded', `job ${index}`)
    );
    const [open = '', fold = ''] = summaryFor(taskIn('failed', {subtasks})).split('<details>');
    const named = (text: string) => rowsOf(text).flatMap(([name = '']) => (name.startsWith('job ') ? [name] : []));
    const failed = subtasks.filter(({state}) => state === 'failed').map(({name}) => name);
    expect(named(open)).toEqual(failed.slice(0, 10));
    expect(named(fold)).toEqual([
      ...failed.slice(10),
      ...subtasks.flatMap(({state, name}) => (state === 'failed' ? [] : [name]))
    ]);
    expect(fold).toMatch(/^<summary>The other 20 subtasks<\/summary>\n\n\| Subtask \|/);
    expect(fold).toContain('|\n\n</details>\n\n');
  });

  it('folds all of many subtasks where none failed', () => {
    const subtasks = Array.from({length: 11}, (_, index) => subtaskIn('running', `job ${index}`));
    const [open = '', fold = ''] = summaryFor(taskIn('failed', {subtasks})).split('<details>');
    expect(open).not.toContain('| Subtask |');
    expect(fold).toContain('<summary>All 11 subtasks</summary>');
  });

  it('names the last one alone where ten others are open', () => {
    const subtasks = Array.from({length: 11}, (_, index) => subtaskIn('failed', `job ${index}`));
    expect(summaryFor(taskIn('failed', {subtasks}))).toContain('<summary>The other subtask</summary>');
    expect(summaryFor(taskIn('failed', {subtasks: subtasks.slice(1)}))).not.toContain('<details>');
  });

  it('has no column for messages where no subtask has one', () => {
    const summary = summaryFor(taskIn('failed', {subtasks: [subtaskIn('failed', 'one')]}));
    expect(rowsOf(summary).at(-1)).toEqual(['one', '❌\u00a0<code>FAILED</code>']);
  });

  it('tells how many subtasks it leaves out', () => {
    const subtasks = Array.from({length: 10_000}, (_, index) => subtaskIn('failed', `job ${index}`));
    const summary = summaryFor(taskIn('failed', {subtasks}));
    const shown = rowsOf(summary).filter(([name]) => /^job \d+$/.test(name ?? '')).length;
    expect(shown).toBe(10 + 200);
    expect(summary).toContain(`and ${10_000 - shown} more.`);
  });

  it('has the warnings of the log', () => {
    expect(summaryFor(taskIn('failed'), {}, ['Warning: the state "X|Y" is not known'])).toContain(
      '\n> Warning: the state "X&#124;Y" is not known\n'
    );
  });

  it('names project, region and endpoint where they help', () => {
    const [ending] = everyEnding.filter(({name}) => name === 'a task that was never found');
    const summary = ending && summaryOf(toldTask(ending.result, inputs), inputs, {verdict: 'not-found'});
    expect(summary).toContain(places.project);
    expect(summary).toContain(places.region);
  });

  it('lists every problem of the inputs', () => {
    const ending = {
      headline: 'cannot start',
      happened: '(1) a is bad. (2) b <is> bad.',
      reasons: ['a is bad.', 'b <is> bad.'],
      ofReasons: '',
      whole: '',
      now: 'not asked',
      isOpen: false,
      nowLabel: 'Task now',
      support: ''
    };
    expect(summaryWithoutWait({...ending, toDo: []})).toMatch(
      /^### \S+ cannot start\n\n\*\*What happened:\*\*\n\n- a is bad\.\n- b &#60;is&#62; bad\.\n\n\*\*Task now:\*\* not asked\n$/
    );
    const one = {
      ...ending,
      reasons: [],
      ofReasons: '',
      happened: 'one *only*',
      toDo: [['do so'], ['then this', 'or that']],
      support: 'ids'
    };
    expect(summaryWithoutWait(one)).toMatch(
      /^### \S+ cannot start\n\n\*\*What happened:\*\* one &#42;only&#42;\n\n\*\*Task now:\*\* not asked\n\n\*\*What to do:\*\*\n\n1\. do so\n2\. then this<br>or that\n\n<sub>For support: ids<\/sub>\n$/
    );
  });
});

describe('the chart in the summary', () => {
  const startMs = endMs - 60_000;
  const sectionsIn = (summary: string) => [...summary.matchAll(/^ {2}section (.*)$/gm)].map(([, name]) => name);
  const look = {serverDateMs: endMs - 10_000};

  it('has the subtasks whose times are told, and those that run until they were last seen', () => {
    const subtasks = [
      subtaskIn('succeeded', 'done', {startMs, endMs: startMs + 20_000}),
      subtaskIn('running', 'open', {startMs: startMs + 20_000}),
      subtaskIn('failed', 'without an end', {startMs}),
      subtaskIn('untold', 'without a state', {startMs, endMs})
    ];
    const summary = summaryFor(taskIn('failed', {startMs, endMs, subtasks}), {look});
    expect(sectionsIn(summary)).toEqual(['done', 'open']);
    expect(summary).toContain('… : active, 2001-01-01 00:00:20.000, 2001-01-01 00:00:50.000');
  });

  it('draws no subtask whose start or end the service does not give', () => {
    const subtasks = [
      subtaskIn('succeeded', 'told', {startMs, endMs: startMs + 3000}),
      subtaskIn('succeeded', 'without a start', {endMs: startMs + 5000}),
      subtaskIn('skipped', 'without times')
    ];
    const summary = summaryFor(taskIn('failed', {startMs, endMs, subtasks}), {look});
    expect(sectionsIn(summary)).toEqual(['told']);
    expect(summary).toContain('not drawn: 2 more');
  });

  it('says nothing of times that stand for others where they are not drawn', () => {
    const subtasks = [subtaskIn('succeeded', 'a', {startMs, endMs}), subtaskIn('succeeded', 'b')];
    const summary = summaryFor(taskIn('failed', {startMs, endMs, subtasks}), {look});
    expect(summary).toContain('<sub>🟩 succeeded · not drawn: 1 more</sub>');
  });

  it('is none where no time is told, nor for a task alone', () => {
    expect(summaryFor(taskIn('failed', {subtasks: [subtaskIn('failed', 'a')]}), {look})).not.toContain('mermaid');
    expect(summaryFor(taskIn('failed', {startMs, endMs}), {look})).not.toContain('mermaid');
  });
});

describe('the summary of several tasks', () => {
  const given = inputsFor({'task-id': 'T1 T2 T3'});
  const startMs = endMs - 60_000;
  const results: Readonly<Record<string, WaitResult>> = {
    T1: waitEnding(
      {verdict: 'succeeded'},
      taskIn('succeeded', {name: 'one', startMs, endMs, subtasks: [subtaskIn('succeeded', 'a')]}),
      {look: {serverDateMs: endMs + 2000}, polls: 3}
    ),
    T2: waitEnding(
      {verdict: 'failed', because: 'task'},
      taskIn('failed', {progress: 40, startMs, endMs: endMs - 30_000, message: 'No such job'}),
      {look: {serverDateMs: endMs - 25_000}, polls: 4, failedPolls: 1}
    ),
    T3: waitEnding({verdict: 'timed-out'}, taskIn('running', {startMs}), {look: {serverDateMs: endMs}, polls: 5})
  };
  const told = mapAll(given.tasks, reference => {
    const result = results[reference.taskId] ?? waitEnding({verdict: 'cancelled'});
    return {reference, result, facts: factsOf(result, reference, given)};
  });
  const summary = summaryOf(told, given);

  it('says below the reasons what holds for several of them', () => {
    const failed = mapAll(given.tasks, reference => {
      const message = `No job ${reference.taskId}`;
      const result = waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {message}));
      return {reference, result, facts: factsOf(result, reference, given)};
    });
    expect(summaryOf(failed, given)).toContain(
      '- T3: failed: DataArts Studio reports FAILED. Reason: No job T3.\n\nWhether these failures lie with the service or with what it was asked to do, this step cannot tell.\n\n'
    );
  });

  it('has a row for each, those that did not succeed first', () => {
    const rows = rowsOf(summary).filter(([verdict]) => /failed|timed out|succeeded/.test(verdict ?? ''));
    expect(rows).toEqual([
      ['❌\u00a0failed<br><code>FAILED</code>', '<code>T2</code>', '<code>████░░░░░░</code> 40\u00a0%', '30s'],
      ['⏱️\u00a0timed out<br><code>RUNNING</code>', '<code>T3</code>', '', ''],
      [
        '✅\u00a0succeeded<br><code>SUCCEEDED</code>',
        'one<br><code>T1</code>',
        '<code>██████████</code> 1\u00a0of\u00a01',
        '1m 00s'
      ]
    ]);
  });

  it('draws them by their verdicts, and tells whose each subtask is', () => {
    expect([...summary.matchAll(/^ {2}section (.*)\n {2}(\S+(?: \S+){0,2}) :/gm)].map(([, ...bar]) => bar)).toEqual([
      ['T2', '✗ 30s'],
      ['T3', '…'],
      ['one', '✓ 1m 00s']
    ]);
    expect(rowsOf(summary).at(-1)).toEqual(['a', '✅\u00a0<code>SUCCEEDED</code>', '<code>T1</code>']);
  });

  /** The bars of these results of T1, T2 and so on, and the last lines of the summary. */
  const drawnOf = (...all: readonly WaitResult[]) => {
    const asked = inputsFor({'task-id': all.map((_, index) => `T${index + 1}`).join(' ')});
    const each = mapAll(asked.tasks, (reference): ToldTask => {
      const result = all[Number(reference.taskId.slice(1)) - 1] ?? waitEnding({verdict: 'cancelled'});
      return {reference, result, facts: factsOf(result, reference, asked)};
    });
    const text = summaryOf(each, asked);
    const bars = [...text.matchAll(/^ {2}section (.*)\n {2}(.*?) :/gm)].map(([, ...bar]) => bar.join(' '));
    return {bars, legend: /^<sub>.*(?=<\/sub>$)/m.exec(text)?.[0], footer: footerOf(text)};
  };
  const openLook = {look: {serverDateMs: endMs}};

  it('draws no success that did not count as one, nor what has ended without a time of its end', () => {
    const open = [subtaskIn('running', 'a')];
    const succeeded = taskIn('succeeded', {startMs, endMs: endMs - 20_000, subtasks: open});
    const {bars, legend} = drawnOf(
      waitEnding({verdict: 'error', problem: 'open-subtasks', open}, succeeded, openLook),
      waitEnding({verdict: 'unfinished', because: 'fail-fast'}, taskIn('succeeded', {startMs}), openLook),
      waitEnding({verdict: 'failed', because: 'warning'}, taskIn('warning', {startMs, endMs}), openLook),
      waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {startMs}), openLook),
      waitEnding({verdict: 'timed-out'}, taskIn('running', {startMs: endMs + 60_000}), openLook),
      waitEnding({verdict: 'cancelled'})
    );
    expect(bars).toEqual(['T3 ✗ 1m 00s', 'T1 ?', 'T2 ?']);
    expect(legend).toBe('<sub>🟥 failed or stopped · 🟦 running or not known (when last polled) · not drawn: 3 more');
  });

  it('says why each did not succeed, those with the same reason in one line, without what to do next', () => {
    const asked = inputsFor({'task-id': Array.from({length: 26}, (_, index) => `T${index + 1}`).join(' ')});
    const each = mapAll(asked.tasks, (reference): ToldTask => {
      const number = Number(reference.taskId.slice(1));
      const result =
        number < 3
          ? waitEnding({verdict: 'cancelled'})
          : waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {message: `No job <${number}>.`}));
      return {reference, result, facts: factsOf(result, reference, asked)};
    });
    const [, list = ''] = /^\*\*What happened:\*\*\n\n((?:- .*\n)+)/m.exec(summaryOf(each, asked)) ?? [];
    const lines = list.trim().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[0]).toMatch(
      /^- T1, T2: cancelled: After 2m 00s of waiting, GitHub told the step to stop\. Either [^.]*\. The page of the run says which\.$/
    );
    expect(lines[1]).toBe('- T3: failed: DataArts Studio reports FAILED. Reason: No job &#60;3&#62;.');
    expect(lines.at(-1)).toBe('- … and 5 more.');
  });

  it('speaks of the tasks, or of the resources', () => {
    const nowOf = (given: Readonly<Record<string, string>>) => {
      const asked = inputsFor(given);
      const each = mapAll(asked.tasks, (reference): ToldTask => {
        const result = waitEnding({verdict: 'cancelled'}, taskIn('running'));
        return {reference, result, facts: factsOf(result, reference, asked)};
      });
      return /^\*\*(.* now:)\*\* 2 /m.exec(summaryOf(each, asked))?.[1];
    };
    const ids = ['31b8ae23-c687-4d80-b7b4-42a66c9bb886', '31b8ae23-c687-4d80-b7b4-42a66c9bb887'].join(' ');
    expect(nowOf({'task-id': 'T1 T2'})).toBe('Tasks now:');
    expect(nowOf({service: 'ecs-server', 'task-id': ids})).toBe('Resources now:');
  });

  it('tells of how many ends the time is known', () => {
    const ended = (task: Partial<Task>) =>
      waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', task), openLook);
    const soon = {endMs: endMs - 4000};
    const late = {endMs: endMs - 9000};
    expect(drawnOf(ended(late), ended({}), ended(soon)).footer).toMatch(
      / · ends of 2 tasks noticed, each within about 9s<\/sub>$/
    );
    expect(drawnOf(ended(soon), waitEnding({verdict: 'cancelled'})).footer).toMatch(
      / · end of 1 task noticed within about 4s<\/sub>$/
    );
    expect(drawnOf(ended({}), ended({})).footer).not.toContain('noticed');
    const stopped = waitEnding({verdict: 'stopped', because: 'task'}, taskIn('stopped', soon), openLook);
    expect(drawnOf(stopped, {...ended({}), elapsedMs: 5000}).footer).toBe(
      '<sub>Waited 2m 00s · 24 polls · end of 1 task noticed within about 4s</sub>'
    );
  });

  it('counts over all in the footer', () => {
    expect(footerOf(summary)).toBe(
      '<sub>Waited 2m 00s · 12 polls · ends of 2 tasks noticed, each within about 5s</sub>'
    );
  });

  it('counts in the message how all ended, and says what to do about each group', () => {
    const {title, message, now, nextStep} = explainAll(told, given);
    expect(title).toBe('3 tasks of DataArts Studio: 1 failed, wait timed out for 1, 1 succeeded');
    expect(message).toMatch(/^1 failed, wait timed out for 1, 1 succeeded\. Task T2: .*No such/);
    expect(now).toBe('2 ended. 1 still running when last polled (09:00:00 UTC); this step did not stop it.');
    expect(nextStep).toMatch(/^Failed \(T2\): Fix the cause\. .* Timed out \(T3\): Keep its id for the next wait\./);
    expect(nextStep).toMatch(
      / Succeeded: nothing to do; their ids can stay in task-id\. Then, if this workflow starts none of the tasks: start a new run, with each new id in the place of its old one in task-id\. A re-run would wait for the old ids\. If this workflow starts the tasks, do not run it again: .* run twice/
    );
    const many = inputsFor({'task-id': Array.from({length: 29}, (_, index) => `T${index}`).join(' ')});
    const result = waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed'));
    const all = mapAll(many.tasks, reference => ({reference, result, facts: factsOf(result, reference, many)}));
    expect(explainAll(all, many).nextStep).toMatch(/^Failed \(T0, T1, T2, .*T9, and 19 more\): /);
  });
});

/** What the summary itself writes. */
const ownTags = /<\/?code>|<\/?sub>|<br>|<span><\/span>/g;

describe('text of a service in the summary', () => {
  const hostile = 'a | b\n## c\n<script>d</script> <!-- [e](https://evil.example) `f` @g \u202e\u001b[31m ::error::h';
  const hostileSubtask: Subtask = {...subtaskIn('failed', hostile), serviceStatus: hostile, message: hostile};
  const hostileTask = taskIn('failed', {
    name: hostile,
    serviceStatus: hostile,
    message: hostile,
    subtasks: [hostileSubtask]
  });
  const plain = 'text';
  const plainTask = taskIn('failed', {
    name: plain,
    serviceStatus: plain,
    message: plain,
    subtasks: [{...subtaskIn('failed', plain), serviceStatus: plain, message: plain}]
  });
  const shapeOf = (summary: string) =>
    summary.split('\n').map(line => [line.replace(/[^|]/g, ''), line.startsWith('#'), line.startsWith('>')].join());

  it('leaves lines, cells and headings as they are', () => {
    expect(shapeOf(summaryFor(hostileTask, {}, [hostile]))).toEqual(shapeOf(summaryFor(plainTask, {}, [plain])));
  });

  it('brings no tag, link, comment, code, mention or control character', () => {
    const summary = summaryFor(hostileTask, {}, [hostile]);
    expect(summary.replace(ownTags, '')).not.toMatch(/[<`@]|\]\(|:\/\/evil/);
    expect(summary).not.toMatch(/[\p{Cf}]|(?!\n)\p{Cc}/u);
  });

  it('brings neither, whatever it is', () => {
    const text = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.string({unit: fc.constantFrom(...'|\n\r\u2028<>`#*_[]()!\\&-:@ ab'), minLength: 1, maxLength: 40})
    );
    fc.assert(
      fc.property(text, text, text, (name, word, message) => {
        const subtask = {...subtaskIn('failed', `n${name}`), serviceStatus: `w${word}`, message: `m${message}`};
        const task = taskIn('failed', {
          name: `n${name}`,
          serviceStatus: `w${word}`,
          message: `m${message}`,
          subtasks: [subtask]
        });
        const summary = summaryFor(task);
        expect(shapeOf(summary)).toEqual(shapeOf(summaryFor(plainTask)));
        expect(summary.replace(ownTags, '')).not.toMatch(/[<`@]/);
      })
    );
  });

  it.each(['- a', '+ a', '1. a', '1) a', '---', '# a', '> a', '- [x] a', '* a'])(
    'is no list, line, heading or quotation at the start of a line: %s',
    message => {
      const result = waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {message}));
      const summary = summaryOf(toldTask(result, inputs), inputs, {verdict: 'succeeded'});
      const lines = summary
        .split('\n')
        .slice(1)
        .map(line => line.replace(/^\*\*[\w ]+:\*\* /, ''));
      for (const line of lines) expect(line).not.toMatch(/^ *([-+*>#]|\d+[.)] )/);
    }
  );

  it.each(['https://evil.example', 'http://evil.example', 'ftp://evil.example', 'www.evil.example'])(
    'makes no link of an address: %s',
    address => {
      expect(summaryFor(taskIn('failed', {message: `see ${address} now`}))).not.toContain(address);
    }
  );
});

describe('the size of the summary', () => {
  it.each([
    ['marks, which grow sixfold', '|'.repeat(5000)],
    ['three bytes a character', '读'.repeat(5000)],
    ['four bytes a character', '😀'.repeat(5000)]
  ])('stays below 900 KiB: %s', (_, text) => {
    const subtasks = Array.from({length: 10_000}, () => ({
      ...subtaskIn('failed', text),
      serviceStatus: text,
      message: text
    }));
    const task = taskIn('failed', {name: text, serviceStatus: text, message: text, subtasks});
    const notes = Array.from({length: 20}, () => text);
    expect(Buffer.byteLength(summaryFor(task, {}, notes))).toBeLessThanOrEqual(900 * 1024);
  });

  it('stays below 900 KiB with a thousand tasks, each with many subtasks', () => {
    const text = '|'.repeat(5000);
    const given = inputsFor({'task-id': Array.from({length: 1000}, (_, index) => `T${index}`).join(' ')});
    const subtasks = Array.from({length: 20}, () => ({...subtaskIn('failed', text), startMs: endMs - 9000, endMs}));
    const task = taskIn('failed', {name: text, serviceStatus: text, message: text, startMs: endMs - 9000, endMs});
    const told = mapAll(given.tasks, reference => {
      // Each task with objects of its own, as from its own answer.
      const own = {...task, subtasks: subtasks.map(subtask => ({...subtask, message: text}))};
      const result = waitEnding({verdict: 'failed', because: 'task'}, own);
      return {reference, result, facts: factsOf(result, reference, given)};
    });
    const notes = Array.from({length: 2000}, () => text);
    const summary = summaryOf(told, given, {notes});
    expect(Buffer.byteLength(summary)).toBeGreaterThan(400 * 1024);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024);
    expect(summary).toMatch(/… and \d+ more\./);
  });
});

describe('the step', () => {
  it('writes no summary where job-summary is false', async () => {
    const id = dataartsInputs['task-id'];
    const script = [{body: {id, status: 'SUCCESSFUL'}}];
    expect((await act(dataartsInputs, script)).summary).toMatch(/### ✅ DataArts Studio task \w+ succeeded\n/);
    expect((await act({...dataartsInputs, 'job-summary': 'false'}, script)).summary).toBe('');
  });

  it('keeps its verdict where the summary cannot be written', async () => {
    const id = dataartsInputs['task-id'];
    const acted = await act(dataartsInputs, [{body: {id, status: 'SUCCESSFUL'}}], {summaryFails: true});
    expect(acted.colour).toBe('green');
    expect(acted.outputs.status).toBe('succeeded');
    expect(acted.log.join('\n')).toMatch(/Warning: The job summary could not be written/);
  });
});
