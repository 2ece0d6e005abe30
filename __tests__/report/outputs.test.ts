import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {Ending} from '../../src/polling/judge.ts';
import {factsOf} from '../../src/report/facts/facts.ts';
import type {OutputName} from '../../src/report/output-names.ts';
import {detectionLagSeconds, outputsOf} from '../../src/report/outputs.ts';
import {outputsWithoutWait} from '../../src/report/trouble.ts';
import type {Subtask, Task} from '../../src/task.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import type {Scripted} from '../helpers/fake-transport.ts';
import {
  everyEnding,
  failureOf,
  inputsFor,
  places,
  subtaskIn,
  taskIn,
  toldTask,
  type Wait,
  waitEnding
} from './results.ts';

const inputs = inputsFor();
const maxBytes = 24 * 1024;
/** As it counts inside the JSON of all outputs. */
const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text));
const endMs = Date.UTC(2018, 11, 14, 8, 44, 43);

const names: readonly OutputName[] = [
  'status',
  'service-status',
  'task-name',
  'resource-name',
  'start-time',
  'end-time',
  'duration-seconds',
  'message',
  'progress',
  'subtask-summary',
  'subtasks',
  'failed-subtasks',
  'causes',
  'tasks',
  'polls',
  'detection-lag-seconds'
];

/** The outputs of a wait that ended with this task. */
function outputsFor(task: Task | undefined, wait: Wait = {}, message = '', ending: Ending = {verdict: 'succeeded'}) {
  return outputsOf(
    toldTask(waitEnding(ending, task, wait), inputs, {happened: message}),
    inputs.judging.strictness,
    text => text
  );
}

describe('the outputs of a wait', () => {
  it('tell all that the service tells', () => {
    const task = taskIn('succeeded', {
      name: 'Import the job',
      resourceName: 'batch',
      serviceStatus: 'SUCCESSFUL',
      progress: 100,
      startMs: endMs - 2500,
      endMs,
      subtasks: [
        subtaskIn('succeeded', 'one', {startMs: endMs - 2000, endMs: endMs - 1000}),
        subtaskIn('failed', 'two', {message: 'No such job', serviceStatus: 'FAILED'})
      ]
    });
    const two = {
      id: 'id of two',
      name: 'two',
      status: 'failed',
      serviceStatus: 'FAILED',
      startTime: '',
      endTime: '',
      message: 'No such job'
    };
    const one = {
      id: 'id of one',
      name: 'one',
      status: 'succeeded',
      serviceStatus: 'SUCCEEDED',
      startTime: '2018-12-14T08:44:41.000Z',
      endTime: '2018-12-14T08:44:42.000Z',
      message: ''
    };
    const {
      subtasks,
      tasks,
      'failed-subtasks': failed,
      ...others
    } = outputsOf(
      toldTask(
        waitEnding({verdict: 'failed', because: 'subtasks'}, task, {look: {serverDateMs: endMs + 3000}, requests: 7}),
        inputs,
        {happened: 'why'}
      ),
      inputs.judging.strictness,
      text => text
    );
    expect(others).toEqual({
      status: 'failed',
      'service-status': 'SUCCESSFUL',
      'task-name': 'Import the job',
      'resource-name': 'batch',
      'start-time': '2018-12-14T08:44:40.500Z',
      'end-time': '2018-12-14T08:44:43.000Z',
      'duration-seconds': '2.5',
      message: 'why',
      progress: '100',
      'subtask-summary': '1/2 succeeded, 1 failed (two)',
      causes: '[]',
      polls: '7',
      'detection-lag-seconds': '3'
    });
    expect(JSON.parse(subtasks)).toEqual([two, one]);
    expect(JSON.parse(failed)).toEqual([two]);
    expect(JSON.parse(tasks)).toEqual([
      {
        id: 'T1',
        status: 'failed',
        serviceStatus: 'SUCCESSFUL',
        taskName: 'Import the job',
        resourceName: 'batch',
        startTime: '2018-12-14T08:44:40.500Z',
        endTime: '2018-12-14T08:44:43.000Z',
        durationSeconds: 2.5,
        message: 'why',
        progress: 100,
        subtaskSummary: '1/2 succeeded, 1 failed (two)',
        subtasks: [two, one],
        failedSubtasks: [two],
        causes: [],
        polls: 7,
        detectionLagSeconds: 3
      }
    ]);
  });

  it('are empty texts where the service tells nothing', () => {
    expect(outputsFor(taskIn('succeeded', {serviceStatus: '2'}))).toMatchObject({
      'service-status': '2',
      'task-name': '',
      'resource-name': '',
      'start-time': '',
      'end-time': '',
      'duration-seconds': '',
      message: '',
      progress: '',
      'subtask-summary': 'no subtasks',
      subtasks: '[]',
      'failed-subtasks': '[]',
      'detection-lag-seconds': ''
    });
  });

  it('are empty texts where no answer ever came', () => {
    expect(outputsFor(undefined)).toMatchObject({
      'service-status': '',
      'subtask-summary': '',
      subtasks: '[]',
      'failed-subtasks': '[]',
      polls: '12'
    });
  });

  it('keep a progress of 0', () => {
    expect(outputsFor(taskIn('running', {progress: 0})).progress).toBe('0');
  });

  it.each(everyEnding)('are all set, and are texts, after $name', ({verdict, result}) => {
    const outputs: Readonly<Record<string, string>> = outputsOf(
      toldTask(result, inputs, {happened: 'why'}),
      inputs.judging.strictness,
      text => text
    );
    expect(Object.keys(outputs).sort()).toEqual([...names].sort());
    for (const value of Object.values(outputs)) expect(typeof value).toBe('string');
    expect(outputs.status).toBe(verdict);
    expect(outputs.message).toBe('why');
    for (const name of ['subtasks', 'failed-subtasks', 'tasks']) {
      expect(Array.isArray(JSON.parse(outputs[name] ?? ''))).toBe(true);
    }
  });

  it('are all set where the step never came to wait', () => {
    const outputs = outputsWithoutWait('region is missing\nand more', text => text);
    expect(Object.keys(outputs).sort()).toEqual([...names].sort());
    expect(outputs).toMatchObject({status: 'error', message: 'region is missing and more', polls: '0', tasks: '[]'});
  });

  it.each(['running', 'unknown'] as const)('have no end while the task is %s, whatever the service sends', state => {
    const task = taskIn(state, {startMs: endMs - 1000, endMs});
    expect(outputsFor(task, {look: {serverDateMs: endMs + 1000}})).toMatchObject({
      'start-time': '2018-12-14T08:44:42.000Z',
      'end-time': '',
      'duration-seconds': '',
      'detection-lag-seconds': ''
    });
  });

  it('have no duration where the end lies before the start', () => {
    expect(outputsFor(taskIn('succeeded', {startMs: endMs + 1, endMs}))['duration-seconds']).toBe('');
    expect(outputsFor(taskIn('succeeded', {startMs: endMs, endMs}))['duration-seconds']).toBe('0');
  });

  it('count an allowed warning not among the failed', () => {
    const task = taskIn('warning', {subtasks: [subtaskIn('warning', 'one')]});
    const result = waitEnding({verdict: 'succeeded'}, task);
    const allowing = inputsFor({'allow-warnings': 'true'});
    expect(outputsOf(toldTask(result, allowing), allowing.judging.strictness, text => text)['failed-subtasks']).toBe(
      '[]'
    );
    expect(
      JSON.parse(outputsOf(toldTask(result, inputs), inputs.judging.strictness, text => text)['failed-subtasks'])
    ).toHaveLength(1);
  });

  it('are one line of harmless characters each', () => {
    const text = 'a\n::error::b\r\u001b[31m\u202e##[error]c';
    const task = taskIn('failed', {
      name: text,
      serviceStatus: text,
      message: text,
      subtasks: [subtaskIn('failed', text, {id: text, serviceStatus: text, message: text})]
    });
    for (const value of Object.values(outputsFor(task, {}, text))) {
      expect(value).not.toMatch(/[\p{Cc}\u202e]|##\[|\\[nru]/u);
    }
  });
});

describe('the lag', () => {
  const lagAt = (serverDateMs: number | undefined, task: Partial<Task> = {}) =>
    detectionLagSeconds(
      waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {endMs, ...task}), {look: {serverDateMs}})
    );

  it.each([
    ['is the time from the end to the answer', endMs + 2500, 2.5],
    ['is 0 for an answer in the same second', endMs, 0],
    ['is 0 where the date, which counts whole seconds, lies just before the end', endMs - 999, 0],
    ['is 0 where the date lies a whole second before the end', endMs - 1000, 0],
    ['is not told where the end lies in the future of the answer', endMs - 1001, null],
    ['is not told where the clocks are far apart', endMs - 3_600_000, null],
    ['is not told where the answer has no date', undefined, null]
  ])('%s', (_, serverDateMs, expected) => {
    expect(lagAt(serverDateMs)).toBe(expected);
  });

  it('is not told without an end', () => {
    expect(lagAt(endMs, {endMs: undefined})).toBeNull();
    expect(lagAt(endMs + 5000, {state: 'running'})).toBeNull();
    expect(detectionLagSeconds(waitEnding({verdict: 'cancelled'}))).toBeNull();
  });

  it('is never negative', () => {
    fc.assert(
      fc.property(fc.integer({min: -10_000, max: 10_000}), offsetMs => {
        expect(lagAt(endMs + offsetMs) ?? 0).toBeGreaterThanOrEqual(0);
      })
    );
  });
});

describe('the causes', () => {
  const failed: Ending = {verdict: 'failed', because: 'task'};
  const cause = {name: 'network', type: 'huaweicloud_vpc', serviceStatus: 'CREATION_FAILED', message: 'no quota'};

  it('are those of a task that failed or was stopped', () => {
    const task = taskIn('failed', {causes: [{...cause, timeMs: endMs}, {message: 'no\nmore'}]});
    const expected = [
      {...cause, time: '2018-12-14T08:44:43.000Z'},
      {name: '', type: '', serviceStatus: '', message: 'no more', time: ''}
    ];
    for (const ending of [failed, {verdict: 'stopped', because: 'task'} as const]) {
      const {causes, tasks} = outputsFor(task, {}, '', ending);
      expect(JSON.parse(causes)).toEqual(expected);
      expect(JSON.parse(tasks)[0].causes).toEqual(expected);
    }
    const others = everyEnding.filter(({result}) => !['failed', 'stopped'].includes(result.ending.verdict));
    expect(others.length).toBeGreaterThan(5);
    for (const {result} of others) {
      const {causes, tasks} = outputsFor(task, {}, '', result.ending);
      expect(causes).toBe('[]');
      expect(JSON.parse(tasks)[0].causes).toEqual([]);
    }
  });

  it('are cut to 8 KiB, and stay where the subtasks of a task give way', () => {
    const text = '\\'.repeat(900);
    const causes = Array.from({length: 5}, (_, index) => ({name: `r${index}`, message: text}));
    const subtasks = Array.from({length: 500}, (_, index) => subtaskIn('failed', `job ${index}`));
    const outputs = outputsFor(taskIn('failed', {causes, subtasks}), {}, '', failed);
    const kept = JSON.parse(outputs.causes);
    expect(bytesOf(outputs.causes)).toBeLessThanOrEqual(8 * 1024);
    expect(kept.at(-1)).toEqual({truncated: 5 - (kept.length - 1)});
    expect(kept.length).toBeGreaterThan(1);
    const [task] = JSON.parse(outputs.tasks);
    expect(task.causes.map(({name}: {name: string}) => name)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
    expect(task.subtasks.at(-1).truncated).toBeGreaterThan(0);
  });
});

describe('long lists', () => {
  type Element = {readonly status?: string; readonly name?: string; readonly truncated?: number};
  const parsed = (json: string) => JSON.parse(json) as Element[];
  const many = (count: number, failed: number, more: Partial<Subtask> = {}) =>
    Array.from({length: count}, (_, index) =>
      subtaskIn(index >= count - failed ? 'failed' : 'succeeded', `job ${index + 1}`, more)
    );

  function expectCut(json: string, total: number): readonly Element[] {
    expect(bytesOf(json)).toBeLessThanOrEqual(maxBytes);
    const list = parsed(json);
    const last = list.at(-1);
    expect(last).toEqual({truncated: total - (list.length - 1)});
    expect(list.slice(0, -1).every(element => element.truncated === undefined)).toBe(true);
    return list.slice(0, -1);
  }

  it('are not cut while they fit', () => {
    const outputs = outputsFor(taskIn('succeeded', {subtasks: many(120, 1)}));
    expect(bytesOf(outputs.subtasks)).toBeLessThanOrEqual(maxBytes);
    expect(parsed(outputs.subtasks)).toHaveLength(120);
    expect(outputs.subtasks).not.toContain('truncated');
  });

  it('are cut to 24 KiB, for one variable on Windows holds 32,767 letters, the failed ones kept first', () => {
    const outputs = outputsFor(taskIn('failed', {subtasks: many(10_000, 3)}));
    const kept = expectCut(outputs.subtasks, 10_000);
    expect(kept.length).toBeGreaterThan(120);
    expect(kept.slice(0, 4).map(({status}) => status)).toEqual(['failed', 'failed', 'failed', 'succeeded']);
    expect(parsed(outputs['failed-subtasks'])).toHaveLength(3);
    expect(outputs['subtask-summary']).toBe('9997/10000 succeeded, 3 failed (job 9998; job 9999; job 10000)');
  });

  it('are cut also where all of them failed', () => {
    const outputs = outputsFor(taskIn('failed', {subtasks: many(10_000, 10_000)}));
    expectCut(outputs['failed-subtasks'], 10_000);
    expectCut(outputs.subtasks, 10_000);
  });

  it('hold as many as fit', () => {
    const outputs = outputsFor(taskIn('failed', {subtasks: many(10_000, 3)}));
    const kept = expectCut(outputs.subtasks, 10_000);
    const longestElement = 160;
    expect(bytesOf(outputs.subtasks)).toBeGreaterThan(maxBytes - longestElement);
    expect(kept.length).toBeLessThan(10_000);
  });

  it('are cut inside the one element of tasks, which stays whole otherwise', () => {
    const {tasks} = outputsFor(taskIn('failed', {name: 'Import', subtasks: many(10_000, 3)}));
    expect(bytesOf(tasks)).toBeLessThanOrEqual(maxBytes);
    const [task, ...others] = JSON.parse(tasks) as {id: string; subtasks: Element[]; failedSubtasks: Element[]}[];
    expect(others).toEqual([]);
    expect(task).toMatchObject({id: 'T1', taskName: 'Import', subtaskSummary: expect.stringContaining('9997/10000')});
    expectCut(JSON.stringify(task?.subtasks), 10_000);
    expect(task?.subtasks[0]?.status).toBe('failed');
    expect(task?.failedSubtasks).toHaveLength(3);
  });

  it('fit together into one variable of the environment, whatever the texts are', () => {
    for (const letter of ['x', '读', '"', '\\', '🔑', '\u2028']) {
      const text = letter.repeat(5000);
      const subtasks = many(2000, 1000, {id: text, name: text, message: text, serviceStatus: text});
      const causes = Array(5).fill({name: text, type: text, serviceStatus: text, message: text});
      const task = taskIn('failed', {name: text, message: text, serviceStatus: text, subtasks, causes});
      const outputs = outputsFor(task, {}, text, {verdict: 'failed', because: 'task'});
      expect(Buffer.byteLength(JSON.stringify(outputs))).toBeLessThan(100 * 1024);
      expect(JSON.parse(outputs.causes)[0].message).not.toBe('');
    }
  });

  it.each([
    ['long texts', 'x'.repeat(3000)],
    ['texts of three bytes a character', '读'.repeat(3000)],
    ['texts that grow in JSON', '"\\'.repeat(1500)],
    ['line breaks', 'a\n'.repeat(3000)]
  ])('are counted in bytes: %s', (_, message) => {
    const outputs = outputsFor(
      taskIn('failed', {message, name: message, subtasks: many(200, 100, {message, serviceStatus: message})}),
      {},
      message
    );
    const kept = expectCut(outputs.subtasks, 200);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every(({status}) => status === 'failed')).toBe(true);
    expectCut(outputs['failed-subtasks'], 100);
    expect(bytesOf(outputs.tasks)).toBeLessThanOrEqual(maxBytes);
    expect(JSON.parse(outputs.tasks)).toHaveLength(1);
  });
});

describe('project, region and endpoint', () => {
  const given = {...dataartsInputs, region: places.region, 'project-id': places.project, timeout: '0'};
  const endpoint = 'https://gateway.example/base';

  function expectNone(outputs: Readonly<Record<string, string>>, host = places.host): void {
    expect(Object.keys(outputs)).toHaveLength(names.length);
    for (const value of Object.values(outputs)) {
      for (const place of [places.project, places.region, host]) expect(value).not.toContain(place);
    }
  }

  const fragment = fc.oneof(
    fc.constantFrom(
      places.project,
      places.region,
      places.host,
      `https://${places.host}/v1/${places.project}/system-tasks/x`,
      `urn:fss:${places.region}:${places.project}:function:default:f`,
      `${endpoint}/v1/${places.project}`,
      'gateway.example',
      '"',
      '\\',
      '\n',
      '<',
      ' '
    ),
    fc.string({maxLength: 5})
  );
  const text = fc.array(fragment, {maxLength: 6}).map(parts => parts.join(''));
  const subtask = fc.record({id: text, name: text, status: fc.constantFrom('FAILED', 'SUCCESSFUL'), message: text});
  const word = fc.oneof(
    fc.constantFrom('SUCCESSFUL', 'FAILED'),
    text.map(value => `S ${value}`)
  );
  const answer: fc.Arbitrary<Scripted> = fc.oneof(
    fc
      .record({name: text, message: text, status: word, subtasks: fc.array(subtask, {maxLength: 3})})
      .map(task => ({body: {...task, id: dataartsInputs['task-id'], endTime: 1768465802000}})),
    fc.record({name: text, message: text, status: word, id: text}).map(body => ({body})),
    fc
      .record({status: fc.constantFrom(200, 400, 401, 403, 404, 429, 500), code: text, message: text, id: text})
      .map(({status, code, message, id}) => ({
        status,
        headers: {'x-request-id': id},
        body: {error_code: code, error_msg: message}
      })),
    fc.record({status: fc.constantFrom(200, 302, 502), body: text}),
    text.map(location => ({status: 302, headers: {location: `https://${location}`}}))
  );

  it('stand in no output, whatever the service answers', async () => {
    await fc.assert(
      fc.asyncProperty(answer, fc.boolean(), async (scripted, withEndpoint) => {
        const acted = await act(withEndpoint ? {...given, endpoint} : given, [scripted]);
        expectNone(acted.outputs, withEndpoint ? 'gateway.example' : places.host);
      }),
      {numRuns: 200}
    );
  });

  it.each([
    ['the ones of the environment', {'project-id': '', region: ''}],
    ['the ones of the inputs', {}]
  ])('stand in no output: %s', async (_, more) => {
    const environment = {HUAWEI_CLOUD_PROJECT_ID: places.project, HUAWEI_CLOUD_REGION: places.region};
    const message = `Cannot read ${places.project} in ${places.region}`;
    const id = dataartsInputs['task-id'];
    const acted = await act({...given, ...more}, [{body: {id, name: message, status: 'FAILED', message}}], {
      environment
    });
    expectNone(acted.outputs);
    expect(acted.outputs['task-name']).toBe('Cannot read <project> in <region>');
    expect(acted.outputs.message).toContain('Cannot read <project> in <region>');
  });

  it('stand in no output where the inputs are bad', async () => {
    const acted = await act({...given, endpoint, timeout: `${places.project} ${places.region} gateway.example`}, []);
    expect(acted.outputs.status).toBe('error');
    expectNone(acted.outputs, 'gateway.example');
  });

  it('stand in no output where the project id was given for the task id', async () => {
    const acted = await act({...given, 'task-id': places.project}, [
      {status: 400, body: {error_code: 'DLF.0810', error_msg: `Task[${places.project}] does not exist`}}
    ]);
    expectNone(acted.outputs);
  });

  it('are told in log, annotation and summary, where they help', async () => {
    const notFound = {status: 400, body: {error_code: 'DLF.0810', error_msg: 'Task does not exist'}};
    const acted = await act(given, [notFound]);
    expect(acted.log.join('\n')).toContain(places.host);
    expect(acted.annotations[0]?.message).toContain(`project ${places.project}, region ${places.region}`);
    expect(acted.summary).toContain(`project ${places.project}, region ${places.region}`);
  });
});

describe('the outputs of several tasks', () => {
  const several = inputsFor({'task-id': 'T1,T2,T3'});
  const [one, two, three] = several.tasks;
  if (!two || !three) throw new Error('three tasks were given');
  const told = (
    reference: typeof one,
    ending: Parameters<typeof waitEnding>[0],
    task: Task | undefined,
    message: string,
    wait: Wait = {}
  ) => {
    const result = waitEnding(ending, task, wait);
    return {reference, result, facts: {...factsOf(result, reference, several), happened: message}};
  };
  const outputsOfAll = (...all: Parameters<typeof outputsOf>[0]) =>
    outputsOf(all, several.judging.strictness, text => text);
  const good = taskIn('succeeded', {
    name: 'first',
    serviceStatus: 'SUCCESSFUL',
    progress: 100,
    startMs: endMs - 60_000,
    endMs: endMs - 30_000,
    subtasks: [subtaskIn('succeeded', 'a')]
  });
  const bad = taskIn('failed', {
    name: 'second',
    serviceStatus: 'FAILED',
    progress: 51,
    startMs: endMs - 50_000,
    endMs,
    subtasks: [subtaskIn('succeeded', 'b'), subtaskIn('failed', 'c')]
  });

  it('are over all of them', () => {
    const {tasks, subtasks, ...others} = outputsOfAll(
      told(one, {verdict: 'succeeded'}, good, '', {requests: 3, look: {serverDateMs: endMs - 28_000}}),
      told(two, {verdict: 'failed', because: 'task'}, bad, 'why', {requests: 4, look: {serverDateMs: endMs + 7000}})
    );
    expect(others).toMatchObject({
      status: 'failed',
      'service-status': 'SUCCESSFUL, FAILED',
      'task-name': 'first, second',
      'resource-name': '',
      'start-time': new Date(endMs - 60_000).toISOString(),
      'end-time': new Date(endMs).toISOString(),
      'duration-seconds': '60',
      message: 'why',
      progress: '75',
      'subtask-summary': '2/3 succeeded, 1 failed (c)',
      polls: '7',
      'detection-lag-seconds': '7'
    });
    expect(JSON.parse(subtasks).map(({name}: {name: string}) => name)).toEqual(['c', 'a', 'b']);
    // Those that did not succeed come first.
    expect(JSON.parse(tasks)).toMatchObject([
      {id: 'T2', status: 'failed', message: 'why', polls: 4, detectionLagSeconds: 7, failedSubtasks: [{name: 'c'}]},
      {id: 'T1', status: 'succeeded', message: '', polls: 3, durationSeconds: 30, subtasks: [{name: 'a'}]}
    ]);
  });

  it('have no end while one of them has none, and no progress where one tells none', () => {
    const outputs = outputsOfAll(
      told(one, {verdict: 'succeeded'}, good, ''),
      told(two, {verdict: 'timed-out'}, taskIn('running', {endMs}), 'late')
    );
    expect(outputs).toMatchObject({status: 'timed-out', 'end-time': '', 'duration-seconds': '', progress: ''});
  });

  it('have the verdict of the one that ranks highest', () => {
    const cause = failureOf({kind: 'denied', status: 403});
    const ranked: readonly Parameters<typeof waitEnding>[0][] = [
      {verdict: 'cancelled'},
      {verdict: 'failed', because: 'task'},
      {verdict: 'stopped', because: 'task'},
      {verdict: 'error', problem: 'ended-in-unknown-word'},
      {verdict: 'denied', cause},
      {verdict: 'not-found', cause},
      {verdict: 'timed-out'},
      {verdict: 'unfinished', because: 'polled-once'},
      {verdict: 'succeeded'}
    ];
    for (const [index, higher] of ranked.entries()) {
      for (const lower of ranked.slice(index)) {
        const outputs = outputsOfAll(
          told(one, lower, taskIn('running'), 'lower'),
          told(two, higher, taskIn('running'), 'higher'),
          told(three, higher, taskIn('running'), 'last')
        );
        expect(outputs.status).toBe(higher.verdict);
        expect(outputs.message).toBe(lower === higher ? 'lower' : 'higher');
      }
    }
  });

  it('are cut to 24 KiB, the subtasks first and then those tasks that succeeded', () => {
    const many = Array.from({length: 400}, (_, index) => subtaskIn('succeeded', `subtask ${index}`));
    const withSubtasks = outputsOfAll(
      told(one, {verdict: 'succeeded'}, taskIn('succeeded', {subtasks: many}), ''),
      told(two, {verdict: 'failed', because: 'task'}, taskIn('failed', {subtasks: many}), 'why')
    );
    const [failed, succeeded] = JSON.parse(withSubtasks.tasks);
    expect([failed.id, succeeded.id]).toEqual(['T2', 'T1']);
    expect(failed.subtasks.at(-1).truncated).toBe(400 - failed.subtasks.length + 1);
    expect(Buffer.byteLength(withSubtasks.tasks)).toBeLessThanOrEqual(64 * 1024);

    const crowd = Array.from({length: 999}, () => told(one, {verdict: 'succeeded'}, taskIn('succeeded'), ''));
    const outputs = outputsOfAll(
      ...([...crowd, told(two, {verdict: 'failed', because: 'task'}, bad, 'why')] as [(typeof crowd)[0]])
    );
    const tasks = JSON.parse(outputs.tasks);
    expect(tasks[0].id).toBe('T2');
    expect(tasks.at(-1)).toEqual({truncated: 1000 - tasks.length + 1});
    for (const value of Object.values(outputs)) expect(bytesOf(value)).toBeLessThanOrEqual(maxBytes);
  });
});
