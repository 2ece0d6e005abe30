import {describe, expect, it} from '@jest/globals';
import type {RequestError} from '../../src/errors.ts';
import {TransportError} from '../../src/http/transport.ts';
import type {Inputs} from '../../src/inputs/inputs.ts';
import type {Doubt} from '../../src/polling/judge.ts';
import type {Observer} from '../../src/polling/poller.ts';
import {proofOf} from '../../src/polling/verdict.ts';
import {createWaitLog} from '../../src/report/log.ts';
import type {Piece} from '../../src/report/tone.ts';
import type {Task} from '../../src/task.ts';
import {en} from '../../src/words/en.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import {fakeClock} from '../helpers/fake-clock.ts';
import {failureOf, inputsFor, subtaskIn, taskIn} from './results.ts';

const textOf = (piece: Piece) => (typeof piece === 'string' ? piece : piece[1]);

/** Told of an answer with what it proves where none came before it. */
function told(observer: Observer, {judging: {strictness}}: Pick<Inputs, 'judging'>) {
  return {
    ...observer,
    polled: (task: Task, doubt: Doubt | undefined) => observer.polled(task, doubt, proofOf(task, strictness))
  };
}

function startLog(given: Readonly<Record<string, string>> = {}, since: {readonly startDateMs?: number} = {}) {
  const clock = fakeClock(since);
  const lines: string[] = [];
  const inputs = inputsFor(given);
  const waitLog = createWaitLog(
    {info: (...line) => lines.push(line.map(textOf).join('')), debug: () => undefined, clean: text => text},
    clock,
    inputs,
    en
  );
  const log = {...waitLog, ...told(waitLog.observe(inputs.tasks[0]), inputs)};
  /** The lines without the time before each. */
  const texts = () => lines.map(line => line.slice(13));
  return {clock, log, lines, texts};
}

const id = dataartsInputs['task-id'];
const running = {id, name: 'Import', status: 'RUNNING'};
const done = {...running, status: 'SUCCESSFUL', endTime: 1768465802000};

describe('the log of a wait', () => {
  it('takes the short names of several tasks from ids without secrets', () => {
    const lines: string[] = [];
    const inputs = inputsFor({'task-id': `${id} ${id.replace(/^.{4}/, '0000')}`});
    const info = (...line: readonly Piece[]) => lines.push(line.map(textOf).join(''));
    const log = createWaitLog(
      {info, debug: () => undefined, clean: text => text.replace(id.slice(0, 16), '***')},
      fakeClock(),
      inputs,
      en
    );
    for (const task of inputs.tasks) told(log.observe(task), inputs).polled(taskIn('running'), undefined);
    expect(lines.map(line => line.slice(13, 21))).toEqual([`***${id.slice(16, 21)}`, `0000${id.slice(4, 8)}`]);
  });

  it.each([
    ['gone', 'no longer known (proof that it is gone needs three such answers over at least 30s)'],
    ['', 'no longer found']
  ])('tells by what is expected of a resource, "%s", what it means that it is not known', (expected, words) => {
    const {log, texts} = startLog({
      service: 'ecs-server',
      'task-id': '0f58c8dc-4a78-42e6-9811-565679de8e9e',
      expect: expected
    });
    const notFound = failureOf({kind: 'not-found', status: 404, code: 'Ecs.0114'});
    log.failed(notFound, 2000);
    log.polled(taskIn('running', {serviceStatus: 'ACTIVE (deleting)'}), undefined);
    log.failed(notFound, 3000);
    expect(texts().map(line => line.split(':')[0]?.trim())).toEqual([
      expected === 'gone' ? 'not found (gone already, or an input is wrong)' : 'not found yet (not-found-grace',
      expect.stringMatching(/^ACTIVE \(deleting\) +found$/),
      words
    ]);
  });

  it.each([
    ['ecs-server', '0f58c8dc-4a78-42e6-9811-565679de8e9e', 'the state before a change'],
    ['codearts-check', '0'.repeat(32), "an earlier run's end"]
  ])('tells what an end of %s that settles may still be', (service, taskId, what) => {
    const {log, texts} = startLog({service, 'task-id': taskId});
    log.polled(taskIn('succeeded'), 'settling');
    expect(texts()).toEqual([expect.stringContaining(`may be ${what}; polling again for at most 1m 00s (settle)`)]);
  });

  it('says beside the word for an end that the task goes on while a subtask runs', () => {
    const {log, texts} = startLog();
    log.polled(taskIn('running', {serviceStatus: 'WARNING', subtasks: [subtaskIn('running', 'a')]}), undefined);
    log.polled(taskIn('running', {serviceStatus: 'RUNNING', subtasks: [subtaskIn('running', 'a')]}), undefined);
    const goesOn = expect.stringContaining('not the end yet: a subtask is still running');
    expect(texts()).toEqual([goesOn, expect.not.stringContaining('not the end yet')]);
  });

  it('has one line for each change and none for what stays as it is', () => {
    const {clock, log, lines} = startLog();
    const polls = [
      taskIn('running', {progress: 10}),
      taskIn('running', {progress: 10}),
      taskIn('running', {progress: 60}),
      taskIn('running', {progress: 60, subtasks: [subtaskIn('running', 'one')]}),
      taskIn('running', {progress: 60, subtasks: [subtaskIn('running', 'one')]}),
      taskIn('running', {progress: 60, subtasks: [subtaskIn('failed', 'one')]}),
      taskIn('failed', {progress: 60, subtasks: [subtaskIn('failed', 'one')], message: 'No such job'}),
      taskIn('failed', {progress: 60, subtasks: [subtaskIn('failed', 'one')], message: 'No such job'})
    ];
    for (const task of polls) {
      log.polled(task, undefined);
      clock.advance(5000);
    }
    expect(lines).toEqual([
      '         0s  RUNNING     10 %',
      '        10s  RUNNING     60 %',
      '        15s  RUNNING     60 % · subtasks 0/1 succeeded, 1 RUNNING',
      '        25s  RUNNING     60 % · subtasks 0/1 succeeded, 1 failed (one)',
      '        30s  FAILED      60 % · subtasks 0/1 succeeded, 1 failed (one) · No such job'
    ]);
  });

  it('has times that are as far apart as the clock times of the first line and of the last', () => {
    const {clock, log, lines} = startLog({}, {startDateMs: Date.UTC(2026, 0, 15, 8, 30, 0, 900)});
    log.polled(taskIn('running', {progress: 10}), undefined);
    clock.advance(1200);
    log.polled(taskIn('running', {progress: 20}), undefined);
    clock.advance(800);
    log.polled(taskIn('running', {progress: 30}), undefined);
    expect(new Date(clock.date()).toISOString()).toBe('2026-01-15T08:30:02.900Z');
    expect(lines.map(line => line.slice(0, 11).trim())).toEqual(['0s', '2s', '2s']);
  });

  it('tells a doubted end', () => {
    const {log, texts} = startLog();
    log.polled(taskIn('succeeded'), 'settling');
    log.polled(taskIn('succeeded'), 'open-subtasks');
    log.polled(taskIn('succeeded', {contradictions: ['"total" is 3 and "nodes" has 1']}), 'contradiction');
    log.polled(taskIn('succeeded'), 'cached');
    log.polled(taskIn('untold', {serviceStatus: ''}), 'no-state');
    log.polled(taskIn('succeeded'), undefined);
    expect(texts()).toEqual([
      "SUCCEEDED   may be an earlier run's end; polling again for at most 0s (settle)",
      'SUCCEEDED   not a success yet: a subtask is still running, polling again',
      'SUCCEEDED   not a success yet: the answer contradicts itself, polling again · "total" is 3 and "nodes" has 1',
      'SUCCEEDED   from a cache, made before this step, polling again',
      '(no state)  no state yet, polling again',
      'SUCCEEDED'
    ]);
  });

  it('warns once of more subtasks than are kept', () => {
    const {log, texts} = startLog();
    const many = taskIn('running', {subtasks: [subtaskIn('running', 'one')], subtasksLeftOut: 11_999});
    for (const task of [many, {...many, subtasksLeftOut: 12_000}]) log.polled(task, undefined);
    expect(texts()[0]).toBe(
      'Warning: A task has more than 1 subtasks: all of them are judged, and 1 are kept to be shown.'
    );
    expect(texts()).toHaveLength(2);
  });

  it('tells a failure once while it repeats, and that it is over', () => {
    const {log, texts} = startLog();
    const failure = (requestId: string): RequestError =>
      failureOf({kind: 'transient', status: 503, code: 'APIGW.0613', text: 'IAM down', requestId}, 'HTTP 503');
    log.polled(taskIn('running'), undefined);
    for (const requestId of ['R1', 'R2', 'R3']) log.failed(failure(requestId), 4000);
    log.polled(taskIn('running'), undefined);
    log.polled(taskIn('running'), undefined);
    log.failed(failure('R4'), 1000);
    expect(texts()).toEqual([
      'RUNNING',
      'request failed: HTTP 503, APIGW.0613: IAM down (request id R1); next poll in 4s (repeats are not logged)',
      'RUNNING     requests succeed again',
      'request failed: HTTP 503, APIGW.0613: IAM down (request id R4); next poll in 1s (repeats are not logged)'
    ]);
  });

  it('tells another failure', () => {
    const {log, texts} = startLog();
    log.failed(failureOf({kind: 'transient', status: 503}), 1000);
    log.failed(failureOf({kind: 'transient', status: 502}), 2000);
    log.failed(failureOf({kind: 'transient', status: 504}), 999);
    log.failed(failureOf({kind: 'not-found', status: 400, code: 'DLF.0810'}), 2000);
    expect(texts()).toEqual([
      'request failed: HTTP 503; next poll in 1s (repeats are not logged)',
      'request failed: HTTP 502; next poll in 2s (repeats are not logged)',
      'request failed: HTTP 504; next poll in less than 1s (repeats are not logged)',
      'not found yet (not-found-grace: 1m 00s): HTTP 400, DLF.0810; next poll in 2s (repeats are not logged)'
    ]);
  });

  it('warns of a word that is not known, and keeps the warning for the summary', () => {
    const {log, texts} = startLog();
    log.unknownWord('HALF\n::error::DONE');
    const warning = 'This action does not know the state "HALF ::error::DONE".';
    expect(texts()).toEqual([`Warning: ${warning}`]);
    expect(log.warnings.map(({text}) => text)).toEqual([warning]);
  });

  it('has harmless lines, whatever the service sends', () => {
    const text = '\n::error::a\r::set-output name=status::succeeded\u001b[31m\u202e##[error]\u2028::stop-commands::x';
    const {log, lines} = startLog();
    log.polled(
      taskIn('unknown', {serviceStatus: text, message: text, subtasks: [subtaskIn('failed', text)]}),
      undefined
    );
    log.failed(failureOf({kind: 'transient', code: text, text, requestId: text}), 1000);
    log.unknownWord(text);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\u2028\u202e]|##\[/u);
      expect(line).toMatch(/^ +0s {2}/);
      expect(line.length).toBeLessThan(3500);
    }
  });
});

describe('the look of the log', () => {
  const subtasks = [
    {id: 's1', name: 'one', status: 'SUCCESSFUL'},
    {id: 's2', name: 'two', status: 'FAILED', message: 'No such job'}
  ];
  const script = [{body: running}, {body: {...done, status: 'FAILED', subtasks}}];

  it('is colored on GitHub, piece by piece', async () => {
    const {log} = await act(dataartsInputs, script, {environment: {GITHUB_ACTIONS: 'true'}});
    expect(log).toContain('\u001b[90m         0s\u001b[0m  \u001b[36mRUNNING\u001b[0m');
    expect(log).toContain('\u001b[31mFAILED      \u001b[0mtwo · No such job');
    expect(log).toContain('\u001b[32mSUCCESSFUL  \u001b[0mone');
  });

  it.each([
    ['elsewhere', {}],
    ['where nobody wants colors', {GITHUB_ACTIONS: 'true', NO_COLOR: '1'}]
  ])('is plain %s', async (_, environment) => {
    const {log} = await act(dataartsInputs, script, {environment});
    expect(log.join('\n')).not.toContain('\u001b');
    expect(log.slice(-9, -7)).toEqual(['FAILED      two · No such job', 'SUCCESSFUL  one']);
  });

  it('is red where a success has failed subtasks, and yellow where it is doubted', async () => {
    const {log} = await act(
      dataartsInputs,
      [
        {body: {...running, status: 'SUCCESSFUL', subtasks: [{...subtasks[0], status: 'RUNNING'}]}},
        {body: {...done, subtasks}}
      ],
      {environment: {GITHUB_ACTIONS: 'true'}}
    );
    const colors = log.flatMap(line => line.match(/(?<=s\S+ {2}).*SUCCESSFUL/) ?? []);
    expect(colors).toEqual(['\u001b[33mSUCCESSFUL', '\u001b[31mSUCCESSFUL']);
  });

  it('folds the subtasks of a task', async () => {
    const {groups} = await act(dataartsInputs, script);
    expect(groups).toEqual(['Subtasks: 1/2 succeeded, 1 failed (two)']);
    expect((await act(dataartsInputs, [{body: done}])).groups).toEqual([]);
  });

  it('folds the list of several tasks, and shows those that did not succeed', async () => {
    const {groups, log} = await act({...dataartsInputs, 'task-id': 'a1 b2'}, ({url}) => ({
      body: {...done, id: url.pathname.slice(-2), status: url.pathname.endsWith('a1') ? 'SUCCESSFUL' : 'FAILED'}
    }));
    expect(groups).toEqual(['Tasks: 1 of 2 succeeded']);
    expect(log).toContain('failed     b2  Import');
    expect(log).toContain('succeeded  a1  Import');
    expect(log).toContainEqual(expect.stringMatching(/^What happened +- b2: failed: DataArts Studio reports FAILED/));
  });

  it('says why each of several tasks did not succeed, once', async () => {
    const {log} = await act({...dataartsInputs, 'task-id': 'a1 b2 c3 d4'}, ({url}) => ({
      body: {
        ...done,
        id: url.pathname.slice(-2),
        status: url.pathname.endsWith('a1') ? 'SUCCESSFUL' : 'FAILED',
        subtasks: url.pathname.endsWith('d4') ? [{id: 's', name: 'last', status: 'FAILED'}] : []
      }
    }));
    expect(log.filter(line => /reports FAILED/.test(line) && !line.includes('::error'))).toEqual([
      expect.stringMatching(/^What happened +- b2, c3: failed: DataArts Studio reports FAILED\./),
      expect.stringMatching(/^ +- d4: failed: DataArts Studio reports FAILED\. .*What failed: last\.$/)
    ]);
  });

  it('folds no more than 200 lines', async () => {
    const many = Array.from({length: 300}, (_, index) => ({id: `s${index}`, name: `n${index}`, status: 'FAILED'}));
    const {log} = await act(dataartsInputs, [{body: {...done, status: 'FAILED', subtasks: many}}]);
    expect(log.filter(line => /^FAILED {2}n\d+$/.test(line))).toHaveLength(200);
    expect(log).toContain('… and 100 more.');
  });
});

describe('heartbeats', () => {
  const minutes = (count: number) => count * 60_000;

  it('come once a minute while nothing changes', async () => {
    const {clock, log, lines} = startLog();
    const stop = new AbortController();
    log.polled(taskIn('running'), undefined);
    const heartbeats = log.heartbeats(stop.signal);
    await clock.sleep(minutes(3.5), stop.signal);
    stop.abort();
    await heartbeats;
    expect(lines).toEqual([
      '         0s  RUNNING',
      '     1m 00s  still RUNNING (1 poll)',
      '     2m 00s  still RUNNING (1 poll)',
      '     3m 00s  still RUNNING (1 poll)'
    ]);
  });

  it('come a minute after the last line', async () => {
    const {clock, log, lines} = startLog();
    const stop = new AbortController();
    const heartbeats = log.heartbeats(stop.signal);
    await clock.sleep(45_000, stop.signal);
    log.polled(taskIn('running'), undefined);
    await clock.sleep(45_000, stop.signal);
    log.polled(taskIn('running'), undefined);
    await clock.sleep(30_000, stop.signal);
    stop.abort();
    await heartbeats;
    expect(lines).toEqual(['        45s  RUNNING', '     1m 45s  still RUNNING (2 polls)']);
  });

  it('tell for how long no answer came', async () => {
    const {clock, log, texts} = startLog();
    const stop = new AbortController();
    const heartbeats = log.heartbeats(stop.signal);
    log.failed(failureOf({kind: 'transient', status: 503}), 1000);
    await clock.sleep(minutes(2.5), stop.signal);
    stop.abort();
    await heartbeats;
    expect(texts().slice(1)).toEqual([
      'still waiting for the first answer, no answer for 1m 00s (1 poll)',
      'still waiting for the first answer, no answer for 2m 00s (1 poll)'
    ]);
  });

  it('count among several tasks how the waits that are over ended, and which tasks are still to be seen', async () => {
    const clock = fakeClock();
    const lines: string[] = [];
    const inputs = inputsFor({'task-id': 'T1 T2 T3 T4 T5 T6 T7 T8'});
    const info = (...line: readonly Piece[]) => lines.push(line.map(textOf).join(''));
    const log = createWaitLog({info, debug: () => undefined, clean: text => text}, clock, inputs, en);
    const [one, two, three, four, five, six, seven] = inputs.tasks.map(task => told(log.observe(task), inputs));
    one?.polled(taskIn('succeeded'), undefined);
    one?.ended('succeeded');
    two?.polled(taskIn('succeeded'), 'settling');
    three?.polled(taskIn('succeeded', {subtasks: [subtaskIn('running', 'a')]}), 'open-subtasks');
    three?.failed(failureOf({kind: 'transient', status: 503}), 1000);
    four?.polled(taskIn('succeeded', {subtasks: [subtaskIn('failed', 'a')]}), undefined);
    four?.ended('failed');
    five?.polled(taskIn('stopped'), undefined);
    five?.ended('stopped');
    six?.polled(taskIn('untold'), 'no-state');
    six?.failed(failureOf({kind: 'transient', status: 503}), 1000);
    // What kept failing is not counted any more once the wait for it is over.
    seven?.failed(failureOf({kind: 'transient', status: 503}), 1000);
    seven?.ended('error');
    const stop = new AbortController();
    const heartbeats = log.heartbeats(stop.signal);
    await clock.sleep(minutes(1.5), stop.signal);
    stop.abort();
    await heartbeats;
    expect(lines.at(-1)?.slice(13)).toBe(
      '1 of 8 done, 3 running, 2 failed, 1 given up, 1 not seen yet, no answer about 2 for up to 1m 00s (9 polls)'
    );
  });

  it('count a success after an undo as a failure, which has the color of one', async () => {
    const polls: Record<string, number> = {};
    const {log} = await act(
      {...dataartsInputs, service: 'elb', region: 'la-south-2', 'task-id': 'undone runs'},
      ({url}) => {
        const job_id = url.pathname.split('/').at(-1) ?? '';
        polls[job_id] = (polls[job_id] ?? 0) + 1;
        const [first, later] = job_id === 'undone' ? ['ROLLBACKING', 'COMPLETE'] : ['RUNNING', 'RUNNING'];
        const status = polls[job_id] === 1 ? first : polls[job_id] < 40 ? later : 'COMPLETE';
        return {body: {job: {job_id, job_type: 'cloneLoadbalancer', status, sub_jobs: []}}};
      },
      {environment: {GITHUB_ACTIONS: 'true'}}
    );
    expect(log).toContainEqual(expect.stringContaining('undone\u001b[0m  \u001b[31mCOMPLETE'));
    expect(log).toContainEqual(expect.stringMatching(/0 of 2 done, 1 running, 1 failed \(\d+ (?:looks|polls)\)/));
  });

  it('end at once with the wait', async () => {
    const {clock, log, lines} = startLog();
    const stop = new AbortController();
    const heartbeats = log.heartbeats(stop.signal);
    stop.abort();
    await heartbeats;
    expect(clock.now()).toBe(0);
    expect(lines).toEqual([]);
  });
});

describe('a quiet hour', () => {
  const hour = {...dataartsInputs, timeout: '1h'};
  const down = {status: 503, body: {error_code: 'APIGW.0613', error_msg: 'IAM down'}};

  it.each([
    ['a task that runs on', () => ({body: running})],
    [
      'a service that is down after the first answer',
      (index: number) => (index === 0 ? {body: running} : {...down, headers: {'x-request-id': `R${index}`}})
    ],
    [
      'connections that are broken off after the first answer',
      (index: number) => (index === 0 ? {body: running} : new TransportError('the connection was broken off'))
    ],
    ['a gateway that throttles', (index: number) => (index === 0 ? {body: running} : {status: 429, body: {}})]
  ])('is at most 75 lines: %s', async (_, script) => {
    const acted = await act(hour, (_request, index) => script(index));
    expect(acted.outputs.status).toBe('timed-out');
    expect(acted.clock.now()).toBeGreaterThanOrEqual(3_600_000);
    expect(acted.log.length).toBeGreaterThanOrEqual(60);
    expect(acted.log.length).toBeLessThanOrEqual(75);
    expect(acted.log.filter(line => line.includes('  still '))).not.toHaveLength(0);
  });

  it('tells the repeated failure once', async () => {
    const acted = await act(hour, (_request, index) => (index === 0 ? {body: running} : down));
    expect(acted.log.filter(line => /^ .*APIGW\.0613/.test(line)).length).toBeLessThanOrEqual(2);
  });
});

describe('annotations', () => {
  it('are none on green', async () => {
    const acted = await act(dataartsInputs, [{body: running}, {body: done}]);
    expect([acted.colour, acted.annotations]).toEqual(['green', []]);
  });

  it.each([
    ['a failed task', {...dataartsInputs}, {body: {...done, status: 'FAILED'}}, 'error'],
    ['refused credentials', {...dataartsInputs}, {status: 401, body: {}}, 'error'],
    ['a bad input', {...dataartsInputs, timeout: 'soon'}, {body: done}, 'error'],
    ['several bad inputs', {timeout: 'soon'}, {body: done}, 'error'],
    ['a wait that ran out', {...dataartsInputs, timeout: '5s'}, {body: running}, 'error'],
    ['the one look of timeout 0', {...dataartsInputs, timeout: '0'}, {body: running}, 'notice']
  ])('are exactly one on red: %s', async (_, given, answer, level) => {
    const acted = await act(given, [answer]);
    expect(acted.colour).toBe('red');
    expect(acted.annotations).toEqual([
      {level, message: expect.stringMatching(/\w/), title: expect.stringMatching(/\w/)}
    ]);
  });

  const text = 'x\n::error::a\r\n##[error]b\u001b[31m\u202e';
  it.each([
    ['a task', {body: {...done, status: 'FAILED', name: text, message: text, subtasks: [{name: text, status: text}]}}],
    ['a word that is not known', {body: {...running, status: text}}],
    ['the id of another task', {body: {...running, id: text}}],
    ['an error that passes', {status: 500, body: {error_code: text, error_msg: text, request_id: text}}],
    ['a task that is not found', {status: 404, body: {error_code: text, error_msg: text}}],
    ['an error that stays', {status: 400, body: {error_code: text, error_msg: text}, headers: {'x-request-id': text}}],
    ['throttling', {status: 429, body: {error_code: text, error_msg: text}}],
    ['refused credentials', {status: 401, body: {error_code: text, error_msg: text}}]
  ])('and log are one harmless line each where the service sends commands in %s', async (_, answer) => {
    const acted = await act({...dataartsInputs, timeout: '2m'}, [answer]);
    const lines = [...acted.log, ...acted.debug, ...acted.annotations.map(({message}) => message)];
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\u202e]|##\[/u);
      expect(line.trimStart()).not.toMatch(/^::/);
    }
  });
});

describe('the debug log', () => {
  it('has each request, and never its headers', async () => {
    const acted = await act({...dataartsInputs, workspace: 'ws-1'}, [{body: done, headers: {'x-request-id': 'R1'}}]);
    expect(
      acted.debug.filter(line => line.startsWith('GET https://dayu-dlf.eu-de.otc.t-systems.com/v1/'))
    ).toHaveLength(1);
    expect(acted.debug.join('\n')).toContain('HTTP 200, request id R1');
    expect(acted.debug.join('\n')).not.toMatch(/x-auth-token|authorization|example-token-value/i);
  });

  it('has no place in the log', async () => {
    const acted = await act(dataartsInputs, [{body: done}]);
    expect(acted.log.join('\n')).not.toContain('GET ');
  });
});
