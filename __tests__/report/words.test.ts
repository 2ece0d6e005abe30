import {describe, expect, it} from '@jest/globals';
import {RequestError, type RequestFailure} from '../../src/errors.ts';
import type {NonEmpty} from '../../src/non-empty.ts';
import type {WaitResult} from '../../src/polling/poller.ts';
import {endingText} from '../../src/report/ending.ts';
import {factsOf} from '../../src/report/facts/facts.ts';
import {factsOfAll} from '../../src/report/facts/several.ts';
import type {ToldTask} from '../../src/report/facts/told.ts';
import {inWords, type Message} from '../../src/text.ts';
import {version} from '../../src/version.ts';
import {en, type Words} from '../../src/words/en.ts';
import {wordsFor} from '../../src/words/index.ts';
import {zh} from '../../src/words/zh.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import {
  everyEnding,
  explain,
  explainAll,
  failureOf,
  inputsFor,
  places,
  subtaskIn,
  taskIn,
  waitEnding
} from './results.ts';

const id = dataartsInputs['task-id'];
const running = {id, name: 'Import', status: 'RUNNING'};
const failed = {...running, status: 'FAILED', endTime: 1768465802000};

const serverId = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

/** All sentences of some words, by where they stand: functions are told apart by how many values they take. */
function formOf(words: object): unknown {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? formOf(value) : typeof value
    ])
  );
}

describe('the words', () => {
  it('have the same sentences in each language', () => {
    // Of kinds of values, Chinese leaves out those that no JSON has.
    const {malformed: english, ...others} = formOf(en) as Record<string, Record<string, unknown>>;
    const {malformed: chinese, ...same} = formOf(zh) as Record<string, Record<string, unknown>>;
    expect(same).toEqual(others);
    expect({...chinese, kinds: {}}).toEqual({...english, kinds: {}});
  });

  it('are English for what is no language, and Chinese for zh-cn alone', async () => {
    for (const language of ['', 'en-us', 'fr', 'zh']) expect(await wordsFor(language)).toBe(en);
    expect(await wordsFor('zh-cn')).toBe(zh);
  });

  it.each(everyEnding)('say each ending in Chinese, without English sentences: $name', ({result}) => {
    const inputs = inputsFor({language: 'zh-cn'});
    const {title, now, nextStep} = explain(result, inputs.tasks[0], inputs, zh);
    for (const text of [title, now, nextStep].filter(Boolean)) {
      expect(text).toMatch(/[\u4e00-\u9fff]/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\b(the|and|is|not) [a-z]+ [a-z]+\b/);
    }
  });
});

describe('language: zh-cn', () => {
  const script = [{body: running}, {body: failed}];

  it('is the language of log, annotation, summary and message', async () => {
    const {log, groups, annotations, summary, outputs} = await act({...dataartsInputs, language: 'zh-cn'}, script);
    const own = [...log.slice(1), ...groups].filter(line => !/^ +\ds {2}|^https/.test(line));
    for (const line of own) expect(line).toMatch(/[\u4e00-\u9fff]/);
    expect(annotations[0]?.message).toMatch(/返回的状态为 FAILED。响应中没有给出原因。/);
    expect(summary).toMatch(/\*\*任务现状：\*\* 已于 .* 结束。/);
    expect(outputs.message).toMatch(/返回的状态为 FAILED/);
  });

  it('changes no output but message', async () => {
    const [{message: inEnglish, tasks: some, ...english}, {message: inChinese, tasks: same, ...chinese}] =
      (await Promise.all(
        ['en-us', 'zh-cn'].map(async language => (await act({...dataartsInputs, language}, script)).outputs)
      )) as [Record<string, string>, Record<string, string>];
    expect(chinese).toEqual(english);
    expect(inChinese).not.toBe(inEnglish);
    const withoutMessage = (json = '') => JSON.parse(json).map(({message, ...task}: {message: string}) => task);
    expect(withoutMessage(same)).toEqual(withoutMessage(some));
  });

  it.each([
    ['en-us', [/^poll 1 at 0s: HTTP 200 RUNNING \(request id r1\)$/, /^poll 2 at \d+s: HTTP 503$/]],
    ['zh-cn', [/^第 1 次查询（0s）：HTTP 200 RUNNING（请求 ID r1）$/, /^第 2 次查询（\d+s）：HTTP 503$/]]
  ])('is that of the debug log: %s', async (language, lines) => {
    const {debug} = await act({...dataartsInputs, language}, [
      {body: running, headers: {'x-request-id': 'r1'}},
      {status: 503, body: {}},
      {body: failed}
    ]);
    for (const line of lines) expect(debug).toContainEqual(expect.stringMatching(line));
    const english = debug.filter(line => /\b(the|and|could|poll|refused|sent) [a-z0-9]+\b/.test(line));
    expect(english.length > 0).toBe(language === 'en-us');
  });

  it('is that of what is wrong with a definition, and of where credentials come from', async () => {
    const definition = 'path: /v1/{taskid}\nstatus: s\nsucceeded: [A]\nfail: [B]';
    const custom = {...dataartsInputs, service: 'custom', endpoint: 'https://jobs.example', definition};
    const {annotations} = await act({...custom, language: 'zh-cn'}, []);
    expect(annotations[0]?.message).toMatch(
      /\{taskid\} 不是可用的占位符。是否应为 \{task_id\}？.*definition 第 4 行第 1 列：fail 不是可用的键。是否应为 failed？/
    );
    const none = await act({...dataartsInputs, token: '', language: 'zh-cn'}, []);
    expect(none.annotations[0]?.message).toContain('HUAWEICLOUD_SDK_*（华为云 SDK）');
  });

  it('is the language of bad inputs', async () => {
    const {annotations, summary} = await act({...dataartsInputs, timeout: 'soon', language: 'zh-cn'}, []);
    expect(annotations[0]?.message).toMatch(/^timeout 为 "soon"：应为 0 到 120h 之间的时长/);
    expect(summary).toContain('等待没有开始');
  });
});

/** The first line of each thing to do about several tasks. */
function toDoOfAll(endings: readonly WaitResult[], inputs: ReturnType<typeof inputsFor>): readonly string[] {
  const all = endings.map((result, index) => {
    const reference = inputs.tasks[index] ?? inputs.tasks[0];
    return {reference, result, facts: factsOf(result, reference, inputs)};
  });
  return factsOfAll(all as unknown as NonEmpty<ToldTask>, inputs).toDo.map(lines =>
    lines.map(line => inWords(line, en)).join(' ')
  );
}

describe('what is known', () => {
  const told = (
    ending: Parameters<typeof waitEnding>[0],
    task: Parameters<typeof waitEnding>[1],
    given: Readonly<Record<string, string>> = {},
    words: Words = en
  ) => {
    const inputs = inputsFor(given);
    return explain(waitEnding(ending, task), inputs.tasks[0], inputs, words);
  };
  const notFound = {verdict: 'not-found', cause: failureOf({kind: 'not-found', status: 400})} as const;

  it('says first that the word at the end of the wait is in no list', () => {
    const {title, message, nextStep} = told({verdict: 'timed-out'}, taskIn('unknown', {serviceStatus: 'DONE'}));
    expect(title).toContain('the state "DONE" is not known to this action');
    expect(message).toContain('reports "DONE", which is not in this action\'s list of states');
    expect(nextStep).toMatch(
      /^Look in DataArts Studio what became of the task\. .* Report the word "DONE" in an issue of /
    );
    expect(nextStep).toContain('If such a task usually takes longer, raise timeout for later runs.');
  });

  it('says of a word in no list of a definition that it is to be added there', () => {
    const inputs = inputsFor();
    const custom = {
      ...inputs,
      service: {...inputs.service, name: 'custom', title: 'Importer', isDefinedByWorkflow: true as const}
    };
    const result = waitEnding({verdict: 'timed-out'}, taskIn('unknown', {serviceStatus: 'DONE'}));
    const {message, nextStep} = explain(result, custom.tasks[0], custom);
    expect(message).toContain('"DONE", which is in none of the lists of states in the definition');
    expect(nextStep).toMatch(/^Find out .* what "DONE" means, and add it to the matching list/);
  });

  it('says of an end in a word in no list that it has ended, and that no more is known', () => {
    const task = taskIn('unknown', {serviceStatus: 'HALF_DONE', endMs: Date.UTC(2018, 11, 14, 8, 59, 0)});
    const {message, now, nextStep} = told({verdict: 'error', problem: 'ended-in-unknown-word'}, task);
    expect(message).toMatch(
      /has an end time, so this step waits no longer\. Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell\.$/
    );
    expect(now).toBe('Ended at 08:59:00 UTC.');
    expect(nextStep).toContain('Report the word');
  });

  it('says of an id that is not found which service has such ids', () => {
    const uuid = '31b8ae23-c687-4d80-b7b4-42a66c9bb886';
    expect(told(notFound, undefined, {'task-id': uuid}).nextStep).toMatch(
      /Check "service: dataarts-studio", which may be wrong: ids of this form are used by .*taurusdb\./
    );
    expect(told(notFound, undefined, {'task-id': '008aae2e67abe2ff0167abe3a28f0000'}).nextStep).not.toContain(
      'looks like'
    );
  });

  it('says to check the endpoint first, where one was given', () => {
    const {nextStep} = told(notFound, undefined, {endpoint: 'https://dlf.example'});
    expect(nextStep).toMatch(/^Check endpoint: all requests go to https:\/\/dlf\.example\./);
    expect(told(notFound, undefined).nextStep).not.toContain('endpoint');
  });

  it('says that a project id may be a name', () => {
    expect(told(notFound, undefined, {'project-id': 'eu-de_shop'}).nextStep).toMatch(
      /Check project-id: "eu-de_shop" is not 32 hexadecimal digits\. It may be the name of a project/
    );
    expect(told(notFound, undefined).nextStep).not.toContain('hexadecimal');
  });

  it('says which workspace was looked in', () => {
    expect(told(notFound, undefined).nextStep).toContain(
      'it is not given, so the service searches only the workspace "default"'
    );
    expect(told(notFound, undefined, {workspace: 'ws-1'}).nextStep).toContain('searches only the workspace ws-1');
  });

  it.each([
    ['10', true],
    ['0', false],
    ['299', true],
    ['300', false],
    ['10s', false],
    ['10m', false]
  ])('says of timeout: %s that a bare number is in seconds: %s', (timeout, isSaid) => {
    const {message, nextStep} = told({verdict: 'timed-out'}, taskIn('running'), {timeout});
    expect(message.includes(`You wrote timeout: ${timeout}, which is ${timeout} seconds.`)).toBe(isSaid);
    expect(nextStep.startsWith(`If you meant ${timeout} minutes, write timeout: ${timeout}m. `)).toBe(isSaid);
  });

  it('says who has to act on a state that does not end by itself', () => {
    const inputs = inputsFor({service: 'ecs'});
    const result = waitEnding({verdict: 'timed-out'}, taskIn('running', {serviceStatus: 'PENDING_PAYMENT'}));
    const {nextStep} = explain(result, inputs.tasks[0], inputs);
    expect(nextStep).toMatch(/^Pay the order/);
    expect(nextStep).not.toContain('raise timeout');
  });

  it.each([
    ['token', {token: 'Bearer MIIabcdef'}, /^token begins with "Bearer": leave that word out/],
    [
      'task-id',
      {'task-id': '{"taskId": "T1"}'},
      /^task-id is the whole JSON of an answer: pass its id alone, \.taskId /
    ],
    ['credentials', {token: ''}, /^no credentials were given: all inputs for them are empty.* forks get no secrets/]
  ])('says what is wrong with %s', async (_, given, problem) => {
    const {annotations} = await act({...dataartsInputs, ...given}, []);
    expect(annotations[0]?.message).toMatch(problem);
  });

  it('says that nothing listens on the runner itself', () => {
    const cause = failureOf({kind: 'unreached'}, words =>
      words.connection.loopbackRefused('127.0.0.1:8080', 'ECONNREFUSED')
    );
    const ending = {verdict: 'error', problem: 'request', cause} as const;
    const {message, nextStep} = told(ending, undefined, {endpoint: 'http://127.0.0.1:8080'});
    expect(message).toContain('nothing listens at 127.0.0.1:8080, which is the runner itself');
    expect(nextStep).toBe(
      'Correct the address, if it is not meant to be on the runner. If 127.0.0.1:8080 is meant, start what has to listen there. Then do the first of these that fits: If this job only waits, and you changed no file of this repository: re-run this job alone. If you changed files, and no job of this workflow starts the task: start a new run (a re-run uses the old files). If a job of this workflow starts the task: look first whether the service has this task. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1. If not, start a new run of this workflow.'
    );
  });

  it('says of a number what it means', () => {
    const task = taskIn('stopped', {serviceStatus: '3', subtasks: [subtaskIn('failed', 'a', {serviceStatus: '1'})]});
    expect(told({verdict: 'stopped', because: 'task'}, task, {service: 'codearts-check'}).message).toContain(
      'reports stopped (code 3).'
    );
  });

  it('says who probably wrote what is no JSON', async () => {
    const {log, annotations} = await act({...dataartsInputs, timeout: '1s'}, [
      {body: running},
      ...Array.from({length: 5}, () => ({status: 503, body: '<html>'}))
    ]);
    const told = 'HTTP 503, not JSON (probably from a gateway or proxy between the runner and the service)';
    expect(log.join('\n')).toContain(told);
    expect(annotations[0]?.message).toContain(told);
  });

  it.each<[RequestFailure, Message, RegExp]>([
    [
      {kind: 'blocked', isUntrusted: true, proxyVariable: 'HTTPS_PROXY'},
      words => words.connection.untrusted('dlf.example', 'SELF_SIGNED_CERT_IN_CHAIN', ''),
      /the certificate of dlf\.example is not trusted .* NODE_EXTRA_CA_CERTS/
    ],
    [
      {kind: 'blocked', status: 407, proxyVariable: 'HTTPS_PROXY'},
      words => words.answer.status(407, words.answer.proxyAsks),
      /HTTP 407, a proxy on the way wants a user and password.* Check the user and password of the proxy in HTTPS_PROXY: special characters must be percent-encoded/
    ]
  ])('says what keeps requests out, and what helps: %j', (failure, what, says) => {
    const ending = {verdict: 'error', problem: 'request', cause: failureOf(failure, what)} as const;
    const {message, nextStep} = told(ending, undefined);
    expect(`${message} ${nextStep}`).toMatch(says);
  });

  it('says of several tasks what helps each group, and to wait for none that has to be started again', () => {
    const inputs = inputsFor({'task-id': 'a1 b2 c3 d4'});
    const endings = [
      waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed')),
      waitEnding({verdict: 'failed', because: 'warning'}, taskIn('warning')),
      waitEnding({verdict: 'timed-out'}, taskIn('running')),
      waitEnding({verdict: 'succeeded'}, taskIn('succeeded'))
    ];
    const toDo = toDoOfAll(endings, inputs);
    expect(toDo).toEqual([
      expect.stringMatching(
        /^Failed \(a1\): Look for the cause in DataArts Studio, and fix it\. Check there also whether the failed task has left anything behind, and remove that first\. Then start the task again \(only this one: by hand, or in another workflow\)\.$/
      ),
      expect.stringMatching(
        /^Failed by a warning \(b2\): Check the task in DataArts Studio\. If you do not accept the warning: fix the cause, and start the task again \(only this one: by hand, or in another workflow\)\. If you accept the warning: take its id out of task-id\. Nothing else is to be done about this task\.$/
      ),
      expect.stringMatching(/^Timed out \(c3\): Keep its id for the next wait\./),
      'Succeeded: nothing to do; their ids can stay in task-id.',
      expect.stringMatching(
        /^Then, if this workflow starts none of the tasks: start a new run, with each new id in the place of its old one in task-id\. A re-run would wait for the old ids\. If this workflow starts the tasks, do not run it again: those that succeeded or may still be running would run twice\. Run this step and the later ones in a workflow that starts none of the tasks, with each new id in the place of its old one in task-id\.$/
      )
    ]);
  });

  it('says of one of several that its id stays, where the id names a thing', () => {
    const image = 'team/app/cn-north-1/team';
    const inputs = inputsFor({service: 'swr-sync', 'task-id': `${image}/v1 ${image}/v2`});
    const endings = [
      waitEnding({verdict: 'failed', because: 'warning'}, taskIn('warning')),
      waitEnding({verdict: 'succeeded'}, taskIn('succeeded'))
    ];
    const toDo = toDoOfAll(endings, inputs);
    expect(toDo[0]).toMatch(
      /fix the cause, and synchronize the image again \(only this one: by hand, or in another workflow\)\./
    );
  });

  it('names subtasks by how they ended', () => {
    const subtasks = (['warning', 'failed', 'stopped', 'succeeded'] as const).map(state => subtaskIn(state, state));
    const {message} = told({verdict: 'failed', because: 'task'}, taskIn('failed', {subtasks}));
    expect(message).toMatch(
      /What failed: failed\. What was stopped: stopped\. What ended with a warning: warning\. Already done, and not rolled back: succeeded\.$/
    );
  });

  it('says all that is wrong with inputs, one in each line, and the long list of services below what to correct', async () => {
    const {log} = await act({...dataartsInputs, service: 'dataart-studio', timeout: 'soon'}, []);
    const lines = log.slice(log.findIndex(line => line.startsWith('What happened')));
    expect(lines[0]).toMatch(/^What happened +- service is "dataart-studio"\. Did you mean dataarts-studio\?$/);
    expect(lines[1]).toMatch(/^ +- timeout is "soon": it takes a duration/);
    const correct = lines.findIndex(line => line.includes('1. Correct this in the workflow'));
    expect(lines[correct + 1]).toMatch(/^ +Services that this action knows: /);
    expect(lines[correct + 2]).toMatch(/^ +2\. Then do the first of these that fits:$/);
  });

  it('names the id that was given where a job that starts the task is to wait for it, unless that is what is wrong', async () => {
    const startsIn = async (more: Readonly<Record<string, string>>) => {
      const {log} = await act({...dataartsInputs, ...more}, []);
      return log.find(line => line.includes('If a job of this workflow starts the task: '));
    };
    const id = dataartsInputs['task-id'];
    expect(await startsIn({timeout: 'soon'})).toContain(
      `look first whether the task was started. If so, run this step and the later ones in a workflow that does not start it, with task-id: ${id}. If not, start`
    );
    expect(await startsIn({'task-id': 'T 1 ?'})).toContain(
      "does not start it, with the task's id in task-id. If not, start a new run"
    );
    const {log} = await act({...dataartsInputs, timeout: 'soon', language: 'zh-cn'}, []);
    expect(log.join('\n')).toContain(`请在不启动任务的工作流中执行本步骤和后续步骤，填写 task-id: ${id}。`);
  });

  it('says of one bad input what helps under what to do, and all of it once in the annotation', async () => {
    const {log, annotations} = await act({...dataartsInputs, timeout: 'soon'}, []);
    expect(log.slice(0, 3)).toEqual([
      expect.stringMatching(/^await-huawei-cloud-task \S+, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
      '✗ The wait did not start: timeout is "soon": it takes a duration from 0 to 120h, such as 90 (seconds), 90s, 15m or 1h30m',
      expect.stringMatching(/^Task now +Not known: the step ended before its first request/)
    ]);
    expect(log[3]).toMatch(/^What to do +1\. Correct this in the workflow/);
    expect(annotations[0]?.message).toMatch(/^timeout is "soon": it takes a duration from 0 to 120h/);
    expect(annotations[0]?.message.match(/it takes a duration/gi)).toHaveLength(1);
  });

  it.each([
    [{timeout: 'soon'}, /^For support +service dataarts-studio · task 008aae2e\w+ · step ended \d{4}-/],
    [{'task-id': '!'}, /^For support +service dataarts-studio · step ended/],
    [{service: 'dataart-studio'}, /^For support +task 008aae2e\w+ · step ended/],
    [{timeout: 'soon', service: 'dataarts studio'}, /^For support +task 008aae2e\w+ · step ended/],
    [{timeout: 'soon', 'task-id': dataartsInputs.token}, /^For support +service dataarts-studio(?! · task \w)/]
  ])('has for the support what was given, unless it is wrong, not plain, or a secret: %j', async (given, support) => {
    const {log} = await act({...dataartsInputs, ...given}, []);
    expect(log.find(line => line.startsWith('For support'))).toMatch(support);
  });

  it('asks about a secret first where there are no credentials', async () => {
    const {log} = await act({...dataartsInputs, token: ''}, []);
    expect(log.find(line => line.startsWith('What to do'))).toMatch(/1\. Was a secret not set\? .* a re-run is enough/);
  });

  it('says of tasks that were refused together to wait again for all of them', () => {
    const inputs = inputsFor({'task-id': 'a1 b2'});
    const ending = {verdict: 'denied', cause: failureOf({kind: 'denied', status: 401})} as const;
    const [only, ...more] = toDoOfAll([waitEnding(ending), waitEnding(ending)], inputs);
    expect(only).toMatch(
      /^Access refused \(a1, b2\): .* does not start it, with task-id: a1, b2\. If not, start a new run of this workflow\.$/
    );
    expect(more).toEqual([]);
    const beside = toDoOfAll(
      [waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed')), waitEnding(ending)],
      inputs
    );
    expect(beside[1]).toMatch(/^Access refused \(b2\): .* Keep its id for the next wait\.$/);
  });

  it('says of several resources nothing that only holds for tasks', () => {
    const inputs = inputsFor({service: 'ecs-server', 'task-id': [serverId(1), serverId(2)].join(' ')});
    const endings = [
      waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {serviceStatus: 'ERROR'})),
      waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {serviceStatus: 'ACTIVE'}))
    ];
    const toDo = toDoOfAll(endings, inputs);
    expect(toDo.at(-1)).toBe(
      'If this job only waits: after these points, re-run it. Before that it would be red again. If this job makes the changes, do not run it again: those that are done would be made a second time.'
    );
    expect(toDo.join(' ')).not.toMatch(/start the task|run twice/);
  });

  it('keeps two words apart that are not known', () => {
    const inputs = inputsFor({'task-id': 'a1 b2'});
    const endings = ['ONE', 'TWO'].map(serviceStatus =>
      waitEnding({verdict: 'error', problem: 'ended-in-unknown-word'}, taskIn('unknown', {serviceStatus, endMs: 1}))
    );
    expect(toDoOfAll(endings, inputs)).toEqual([
      expect.stringMatching(/^Error \(a1\): .* the word "ONE"/),
      expect.stringMatching(/^Error \(b2\): .* the word "TWO"/)
    ]);
  });

  it('counts none of several as ended whose end time stands beside subtasks that run', () => {
    const inputs = inputsFor({'task-id': 'a1 b2'});
    const open = taskIn('unknown', {endMs: Date.UTC(2018, 11, 14, 8), subtasks: [subtaskIn('running', 'a')]});
    const results = [
      waitEnding({verdict: 'error', problem: 'ended-in-unknown-word'}, open),
      waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {endMs: Date.UTC(2018, 11, 14, 8)}))
    ];
    const all = results.map((result, index) => {
      const reference = inputs.tasks[index] ?? inputs.tasks[0];
      return {reference, result, facts: factsOf(result, reference, inputs)};
    });
    expect(explainAll(all as unknown as NonEmpty<ToldTask>, inputs).now).toMatch(
      /^1 ended\. The state of 1 task is not known: it may be running/
    );
  });

  it('has the whole of a long problem of a connection, where the headline has no room for it', () => {
    const host = `${'a'.repeat(60)}.example`;
    const cause = failureOf({kind: 'blocked'}, words => words.connection.noHttp(host, 'HPE_INVALID_CONSTANT'));
    const {title, belowHeadline} = told({verdict: 'error', problem: 'request', cause}, undefined);
    expect(title).toMatch(/…$/);
    expect(belowHeadline).toContain('something between the runner and');
  });

  it('does not say of an answer under timeout: 0 that none came', () => {
    const ending = {verdict: 'error', problem: 'request', cause: failureOf({kind: 'transient', status: 503})} as const;
    expect(told(ending, undefined, {timeout: '0'}).title).toMatch(/: the only request failed$/);
    const none = {...ending, cause: failureOf({kind: 'transient'})};
    expect(told(none, undefined, {timeout: '0'}).title).toMatch(/ did not answer$/);
  });

  it('says of a resource that no failed state was seen only where that is so, whatever is being done with it', () => {
    const messageOf = (serviceStatus: string) =>
      told({verdict: 'timed-out'}, taskIn('running', {serviceStatus}), {service: 'ecs-server', 'task-id': serverId(1)})
        .message;
    expect(messageOf('ACTIVE (resizing)')).toContain('The resource is in no failed state.');
    expect(messageOf('ERROR (resizing)')).not.toContain('The resource is in no failed state.');
  });

  it('says what to do where a resource that is to be gone vanished without proof', () => {
    const inputs = {service: 'ecs-server', 'task-id': serverId(1), expect: 'gone'};
    const {nextStep} = told(notFound, taskIn('running'), inputs);
    expect(nextStep).toMatch(
      /^Look in the console whether the resource is still there\. If the resource is not there: the deletion is done, .* If it still exists, and this job only waits: re-run this job alone\./
    );
  });

  it('names by its code in the system why no answer came, behind a proxy as well', () => {
    const reset = Object.assign(new Error('read ECONNRESET'), {code: 'ECONNRESET'});
    const cause = new Error('no tunnel', {cause: new Error('through a proxy', {cause: reset})});
    const error = new RequestError(
      words => words.connection.broken(words.connection.proxy('p:3128', 'HTTPS_PROXY'), 'ECONNRESET'),
      {kind: 'transient'},
      {cause}
    );
    const inputs = inputsFor();
    const result = waitEnding({verdict: 'timed-out'}, taskIn('running'), {
      failedPolls: 1,
      failures: [{error, dateMs: 0}]
    });
    expect(explain(result, inputs.tasks[0], inputs).support).toMatch(/1 failed request[^:]*: ECONNRESET at /);
  });

  it('counts no answer as failed that proves what was waited for', () => {
    const inputs = inputsFor({service: 'ecs-server', 'task-id': serverId(1), expect: 'gone'});
    const error = failureOf({kind: 'not-found', status: 404, requestId: 'R7'});
    const result = waitEnding({verdict: 'succeeded', because: 'gone'}, taskIn('running'), {
      requestId: 'R7',
      notFoundPolls: 3,
      failures: [{error, dateMs: 0}]
    });
    expect(explain(result, inputs.tasks[0], inputs).support).toContain(
      ' · request id: R7 · 3 polls did not find it · '
    );
  });

  describe('says of several tasks', () => {
    const supportOf = (results: readonly WaitResult[], words?: Words) => {
      const inputs = inputsFor({'task-id': results.map((_, index) => `T${index + 1}`).join(' ')});
      const all = results.map((result, index) => {
        const reference = inputs.tasks[index] ?? inputs.tasks[0];
        return {reference, result, facts: factsOf(result, reference, inputs)};
      });
      return explainAll(all as unknown as NonEmpty<ToldTask>, inputs, words).support;
    };
    const failing = (requestId?: string) =>
      waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed'), {...(requestId && {requestId})});
    const timedOut = (requestId: string) => waitEnding({verdict: 'timed-out'}, taskIn('running'), {requestId});
    const succeeded = (requestId: string) => waitEnding({verdict: 'succeeded'}, taskIn('succeeded'), {requestId});

    it('who gave the last request id to all of them', () => {
      const ending = {verdict: 'denied', cause: failureOf({kind: 'denied', status: 401})} as const;
      const result = waitEnding(ending, undefined, {requestId: 'R1', requestIdParty: 'iam'});
      expect(supportOf([result, result])).toContain(' · request id: R1 (tasks T1, T2, IAM) · ');
    });

    it('the last request id of each that did not succeed, failures first', () => {
      const support = [succeeded('R1'), timedOut('R2'), failing('R3'), failing()];
      expect(supportOf(support)).toContain(' · request ids: R3 (task T3), R2 (task T2) · ');
      expect(supportOf(support, zh)).toContain(' · 请求 ID：R3（任务 T3），R2（任务 T2） · ');
    });

    it('ten of them, and how many more there are', () => {
      const ids = Array.from({length: 12}, (_, index) => `R${index + 1}`);
      expect(supportOf(ids.map(failing))).toMatch(/ids: R1 \(task T1\), .*, R10 \(task T10\), and 2 more · /);
    });

    it('that of the first where all succeeded', () => {
      expect(supportOf([succeeded('R1'), succeeded('R2')])).toContain(' · request id: R1 (task T1) · ');
    });

    it('which of them had requests that failed', () => {
      const error = failureOf({kind: 'transient', status: 503});
      const more = {failedPolls: 1, failures: [{error, dateMs: Date.UTC(2018, 11, 14, 8, 59, 1)}]};
      const weathered = waitEnding({verdict: 'succeeded'}, taskIn('succeeded'), more);
      const [one, two] = [
        [succeeded('R1'), weathered],
        [weathered, failing(), weathered]
      ];
      expect(supportOf(one)).toContain(
        ' · 1 failed request in all, of task T2, without effect on the verdict: HTTP 503 at '
      );
      expect(supportOf(two)).toContain(' · 2 failed requests in all, of tasks T1, T3, without effect on the verdict: ');
      expect(supportOf(two, zh)).toContain(' · 共 2 次请求失败，来自任务 T1，T3（不影响结果）：');
    });

    it('none where no answer had one', () => {
      expect(supportOf([failing(), failing()])).not.toMatch(/request id/);
    });
  });

  it('says failures of one kind once, with the time of each', () => {
    const errors = [
      failureOf({kind: 'transient', status: 503}),
      failureOf({kind: 'transient', status: 200, isPage: true}),
      failureOf({kind: 'transient', status: 200, isPage: true}),
      new RequestError(
        words => words.connection.refused('dlf.example', 'ECONNREFUSED'),
        {kind: 'transient'},
        {cause: {code: 'ECONNREFUSED'}}
      )
    ];
    const failures = errors.map((error, index) => ({error, dateMs: Date.UTC(2018, 11, 14, 8, 59, index)}));
    const inputs = inputsFor();
    const result = waitEnding({verdict: 'timed-out'}, taskIn('running'), {
      failedPolls: 6,
      throttledPolls: 2,
      failures,
      firstFailedDateMs: Date.UTC(2018, 11, 14, 8, 58, 1)
    });
    expect(explain(result, inputs.tasks[0], inputs).support).toContain(
      ' · 6 failed requests in all, without effect on the verdict (2 throttled), listed are the first (08:58:01 UTC) and the last 4: HTTP 503 at 08:59:00 UTC; HTTP 200, not JSON at 08:59:01, 08:59:02 UTC; ECONNREFUSED at 08:59:03 UTC · '
    );
  });

  it('says of several tasks when the first of all failed requests was', () => {
    const inputs = inputsFor({'task-id': 'T1 T2 T3'});
    const failures = [{error: failureOf({kind: 'transient', status: 503}), dateMs: Date.UTC(2018, 11, 14, 8, 59, 9)}];
    const seconds = [9, undefined, 2];
    const told = inputs.tasks.map((reference, index) => {
      const second = seconds[index];
      const failed = second !== undefined && {
        failedPolls: 3,
        failures,
        firstFailedDateMs: Date.UTC(2018, 11, 14, 8, 58, second)
      };
      const result = waitEnding({verdict: 'timed-out'}, taskIn('running'), {...failed});
      return {reference, result, facts: factsOf(result, reference, inputs)};
    }) as unknown as NonEmpty<ToldTask>;
    expect(endingText(factsOfAll(told, inputs), en, told).support).toContain(
      ' · 6 failed requests in all, of tasks T1, T3, without effect on the verdict, listed are the first (08:58:02 UTC) and the last 2: HTTP 503 at 08:59:09, 08:59:09 UTC · '
    );
  });

  it('lists five failures, and says when the first was, where that is another', () => {
    const error = failureOf({kind: 'transient', status: 503});
    const failures = Array.from({length: 6}, (_, index) => ({error, dateMs: Date.UTC(2018, 11, 14, 8, 59, index)}));
    const supportOf = (count: number, failedPolls: number, words = en) => {
      const result = waitEnding({verdict: 'succeeded'}, taskIn('succeeded'), {
        failedPolls,
        failures: failures.slice(0, count),
        firstFailedDateMs: Date.UTC(2018, 11, 13, 8, 58, 1)
      });
      return explain(result, inputsFor().tasks[0], inputsFor(), words).support;
    };
    const five = 'HTTP 503 at 08:59:00, 08:59:01, 08:59:02, 08:59:03, 08:59:04 UTC · ';
    expect(supportOf(5, 5)).toContain(` · 5 failed requests in all, without effect on the verdict: ${five}`);
    expect(supportOf(5, 6)).toContain(
      ` · 6 failed requests in all, without effect on the verdict, listed are the first (2018-12-13 08:58:01 UTC) and the last 5: ${five}`
    );
    expect(supportOf(6, 6)).toContain(
      ', listed are the first (2018-12-13 08:58:01 UTC) and the last 5: HTTP 503 at 08:59:01, 08:59:02, 08:59:03, 08:59:04, 08:59:05 UTC · '
    );
    expect(supportOf(5, 7, zh)).toContain(
      ' · 共 7 次请求失败（不影响结果），只列出第一次（2018-12-13 08:58:01 UTC）和最后 5 次：HTTP 503（08:59:00、08:59:01、08:59:02、08:59:03、08:59:04 UTC） · '
    );
  });

  it('says who gave the last request id, where that was not the service', () => {
    const inputs = inputsFor();
    const more = {requestId: 'R7', requestIdParty: 'iam'} as const;
    expect(explain(waitEnding({verdict: 'cancelled'}, undefined, more), inputs.tasks[0], inputs).support).toContain(
      ' · request id: R7 (IAM) · '
    );
  });

  it('says what a wait took, where that is more than its limit', () => {
    const inputs = inputsFor({timeout: '3s'});
    const toldAfter = (elapsedMs: number) =>
      explain(waitEnding({verdict: 'timed-out'}, taskIn('running'), {elapsedMs}), inputs.tasks[0], inputs);
    expect(toldAfter(5000).title).toContain('wait timed out (limit 3s, took 5s), ');
    expect(toldAfter(5000).message).toMatch(
      /^The wait reached its limit, timeout: 3s, while the last request was under way; that request ended 5s after the start of the wait\. /
    );
    expect(toldAfter(3400).title).toContain('wait timed out after 3s, ');
    expect(toldAfter(3400).message).toMatch(/^The wait reached its limit, timeout: 3s\. /);
  });

  it('says what a name is the name of', () => {
    const titleOf = (name: string) => told({verdict: 'cancelled'}, taskIn('running', {name})).title;
    expect(titleOf('Import the job')).toBe('DataArts Studio task "Import the job": wait was cancelled');
    expect(titleOf('CreateInstance')).toBe('DataArts Studio task "CreateInstance": wait was cancelled');
  });

  it('warns of a word in the summary only where the ending does not say it, and the task did not succeed', async () => {
    const odd = {...running, status: 'ODD'};
    const summaryOf = async (script: readonly object[], given = {}) =>
      (
        await act(
          {...dataartsInputs, ...given},
          script.map(body => ({body}))
        )
      ).summary;
    const note = '> This action does not know the state';
    expect(await summaryOf([odd, failed])).toContain(note);
    expect(await summaryOf([odd, {...failed, status: 'SUCCESSFUL'}])).not.toContain(note);
    expect(await summaryOf([odd, odd, odd], {timeout: '1s'})).not.toContain(note);
  });

  it('speaks of a resource that is gone as of one', () => {
    const inputs = inputsFor({
      service: 'ecs-server',
      'task-id': '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
      expect: 'gone'
    });
    const counts = {failedPolls: 21, notFoundPolls: 20};
    const result = waitEnding({verdict: 'succeeded', because: 'gone'}, taskIn('running'), counts);
    const {support} = explain(result, inputs.tasks[0], inputs);
    expect(support).toMatch(/ · instance 31b8ae23.* · 20 polls did not find it · step ended/);
  });

  it('has the id that the service answered about in place of the one asked for, for the support', () => {
    const inputs = inputsFor();
    const supportOf = (words: Words) =>
      explain(waitEnding({verdict: 'error', problem: 'other-task', answeredId: 'T2\n'}), inputs.tasks[0], inputs, words)
        .support;
    expect(supportOf(en)).toContain(' · region cn-north-4 · answered about task T2 · ');
    expect(supportOf(zh)).toContain(' · 返回的是任务 T2 · ');
  });

  it('says that red is no failure, where it is meant', () => {
    expect(told({verdict: 'unfinished', because: 'polled-once'}, taskIn('running')).message).toMatch(
      /The step is red to keep later steps from running; the task has not failed\.$/
    );
  });

  it.each([
    [true, 'HTTP 503 APIGW.0613'],
    [false, 'of the last good answer']
  ])('has the ids, the last request id and the failed requests for the support: %s, %s', (hasFailed, which) => {
    const requestId = 'R7';
    const error = failureOf({kind: 'transient', status: 503, code: 'APIGW.0613'});
    const inputs = inputsFor();
    const result = waitEnding({verdict: 'timed-out', cause: error}, taskIn('running'), {
      requestId,
      ...(hasFailed && {requestIdError: error}),
      failedPolls: 4,
      failures: [{error, dateMs: Date.UTC(2018, 11, 14, 8, 59, 1)}],
      firstFailedDateMs: Date.UTC(2018, 11, 14, 8, 58, 0)
    });
    expect(explain(result, inputs.tasks[0], inputs).support).toBe(
      `DataArts Studio · task T1 · workspace default (none given) · project ${places.project} · region cn-north-4 · request id: ${requestId} (${which}) · 4 failed requests in all, listed are the first (08:58:00 UTC) and the last: HTTP 503 APIGW.0613 at 08:59:01 UTC · step ended 2018-12-14 09:00:00 UTC · await-huawei-cloud-task ${version}`
    );
  });
});
