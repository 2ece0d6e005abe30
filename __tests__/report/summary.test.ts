import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {explain} from '../../src/report/explain.ts';
import {summaryOf, summaryWithoutWait} from '../../src/report/summary.ts';
import type {Subtask, Task} from '../../src/task.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import {everyEnding, inputsFor, places, subtaskIn, taskIn, toldTask, type Wait, waitEnding} from './results.ts';

const inputs = inputsFor();
const endMs = Date.UTC(2018, 11, 14, 8, 44, 43);

/** The summary of a wait whose task failed like this. */
function summaryFor(task: Task, wait: Wait = {}, notes: readonly string[] = []): string {
  const result = waitEnding({verdict: 'failed', because: 'task'}, task, wait);
  return summaryOf('failed', explain(result, inputs.tasks[0], inputs), notes, toldTask(result, inputs), inputs);
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
const rowNamed = (summary: string, name: string) => rowsOf(summary).find(([cell]) => cell === name)?.[1];

describe('the summary', () => {
  it.each(everyEnding)('has the verdict in its first line, and what to do next, after $name', ending => {
    const explanation = explain(ending.result, inputs.tasks[0], inputs);
    const summary = summaryOf(ending.verdict, explanation, [], toldTask(ending.result, inputs), inputs);
    const [first = ''] = summary.split('\n');
    expect(first).toMatch(/^### \S+ DataArts Studio task/);
    expect(first).toContain(explanation.title);
    expect(summary.includes('**What to do next:**')).toBe(ending.verdict !== 'succeeded');
    expect(rowNamed(summary, 'Task')).toContain('<code>T1</code>');
    expect(rowNamed(summary, 'Waited')).toContain('look');
  });

  it('has another icon for each verdict', () => {
    const icons = new Map(
      everyEnding.map(({verdict, result}) => [
        verdict,
        summaryOf(verdict, explain(result, inputs.tasks[0], inputs), [], toldTask(result, inputs), inputs).split(
          ' ',
          2
        )[1]
      ])
    );
    expect(icons.size).toBe(9);
    expect(new Set(icons.values()).size).toBe(9);
  });

  it('has a table of service, task, times, looks and lag', () => {
    const task = taskIn('failed', {name: 'Import the job', progress: 60, startMs: endMs - 65_000, endMs});
    const look = {serverDateMs: endMs + 3000};
    const summary = summaryFor(task, {look, polls: 12, failedPolls: 3, throttledPolls: 1});
    expect(rowNamed(summary, 'Task')).toBe('Import the job<br><code>T1</code>');
    expect(rowNamed(summary, 'Service')).toBe('DataArts Studio, says <code>FAILED</code>');
    expect(rowNamed(summary, 'Progress')).toBe('60 %');
    expect(rowNamed(summary, 'Started')).toBe('2018-12-14T08:43:38.000Z');
    expect(rowNamed(summary, 'Ended')).toBe('2018-12-14T08:44:43.000Z');
    expect(rowNamed(summary, 'Took')).toBe('1m 05s');
    expect(rowNamed(summary, 'Waited')).toBe('2m 00s, 12 looks, 3 without a usable answer, 1 of these throttled');
    expect(rowsOf(summary).find(([name]) => /seen/i.test(name ?? ''))?.[1]).toMatch(/^3(\.0)? ?s$/);
  });

  it('leaves out what is not known', () => {
    const summary = summaryFor(taskIn('failed'));
    for (const name of ['Progress', 'Started', 'Ended', 'Took']) expect(rowNamed(summary, name)).toBeUndefined();
    expect(rowsOf(summary).some(([name]) => /seen/i.test(name ?? ''))).toBe(false);
    expect(summary).not.toMatch(/undefined|null|NaN|Invalid|\*\*Subtasks/);
  });

  it('lists the subtasks, failed ones first', () => {
    const subtasks = [
      subtaskIn('succeeded', 'one'),
      subtaskIn('failed', 'two', {message: 'No such job'}),
      subtaskIn('untold', 'three', {serviceStatus: ''})
    ];
    const summary = summaryFor(taskIn('failed', {subtasks}));
    expect(summary).toContain('**Subtasks:** 1/3 succeeded, 1 failed, 1 without a state: two');
    expect(rowsOf(summary).slice(-3)).toEqual([
      ['two', '<code>FAILED</code>', 'No such job'],
      ['one', '<code>SUCCEEDED</code>', ''],
      ['three', '<code>untold</code>', '']
    ]);
  });

  it('has no column for messages where no subtask has one', () => {
    const summary = summaryFor(taskIn('failed', {subtasks: [subtaskIn('failed', 'one')]}));
    expect(rowsOf(summary).at(-1)).toEqual(['one', '<code>FAILED</code>']);
  });

  it('tells how many subtasks it leaves out', () => {
    const subtasks = Array.from({length: 10_000}, (_, index) => subtaskIn('failed', `job ${index}`));
    const summary = summaryFor(taskIn('failed', {subtasks}));
    const shown = rowsOf(summary).filter(([name]) => /^job \d+$/.test(name ?? '')).length;
    expect(shown).toBeGreaterThan(100);
    expect(summary).toContain(`and ${10_000 - shown} more.`);
  });

  it('has the warnings of the log', () => {
    expect(summaryFor(taskIn('failed'), {}, ['Warning: the state "X|Y" is not known'])).toContain(
      '\n> Warning: the state "X&#124;Y" is not known\n'
    );
  });

  it('names project, region and endpoint where they help', () => {
    const [ending] = everyEnding.filter(({name}) => name === 'a task that was never found');
    const summary =
      ending &&
      summaryOf(
        'not-found',
        explain(ending.result, inputs.tasks[0], inputs),
        [],
        toldTask(ending.result, inputs),
        inputs
      );
    expect(summary).toContain(places.project);
    expect(summary).toContain(places.region);
  });

  it('lists every problem of the inputs', () => {
    const explanation = {title: 'the inputs cannot be used', message: 'a is bad. b <is> bad.'};
    expect(summaryWithoutWait(explanation, ['a is bad.', 'b <is> bad.'])).toMatch(
      /^### \S+ the inputs cannot be used\n\n- a is bad\.\n- b &#60;is&#62; bad\.\n$/
    );
    expect(summaryWithoutWait({title: 'trouble', message: 'one *only*', nextStep: 'do so'}, ['one *only*'])).toMatch(
      /^### \S+ trouble\n\none &#42;only&#42;\n\n\*\*What to do next:\*\* do so\n$/
    );
  });
});

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
    expect(summary.replace(/<\/?code>|<br>|<span><\/span>/g, '')).not.toMatch(/[<`@]|\]\(|:\/\/evil/);
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
        expect(summary.replace(/<\/?code>|<br>|<span><\/span>/g, '')).not.toMatch(/[<`@]/);
      })
    );
  });

  it.each(['- a', '+ a', '1. a', '1) a', '---', '# a', '> a', '- [x] a', '* a'])(
    'is no list, line, heading or quotation at the start of a line: %s',
    message => {
      const result = waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {message}));
      const summary = summaryOf(
        'succeeded',
        explain(result, inputs.tasks[0], inputs),
        [],
        toldTask(result, inputs),
        inputs
      );
      const lines = summary.split('\n').slice(1);
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
});

describe('the step', () => {
  it('writes no summary where job-summary is false', async () => {
    const id = dataartsInputs['task-id'];
    const script = [{body: {id, status: 'SUCCESSFUL'}}];
    expect((await act(dataartsInputs, script)).summary).toContain('DataArts Studio task succeeded');
    expect((await act({...dataartsInputs, 'job-summary': 'false'}, script)).summary).toBe('');
  });

  it('keeps its verdict where the summary cannot be written', async () => {
    const id = dataartsInputs['task-id'];
    const acted = await act(dataartsInputs, [{body: {id, status: 'SUCCESSFUL'}}], {summaryFails: true});
    expect(acted.colour).toBe('green');
    expect(acted.outputs.status).toBe('succeeded');
    expect(acted.log.join('\n')).toMatch(/Warning: the job summary could not be written/);
  });
});
