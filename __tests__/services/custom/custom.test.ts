import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {MalformedAnswer} from '../../../src/errors.ts';
import {observe} from '../../../src/observe.ts';
import {customService} from '../../../src/services/custom/custom.ts';
import {dataartsStudio} from '../../../src/services/dataarts-studio/service.ts';
import {rds} from '../../../src/services/rds/service.ts';
import type {Service, TaskReference} from '../../../src/services/service.ts';
import type {Task} from '../../../src/task.ts';
import {inWords} from '../../../src/text.ts';
import {en} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {act, actInCloud, dataartsInputs} from '../../helpers/act.ts';
import {evidence, textOf} from '../../helpers/evidence.ts';
import {projectId, taskId} from '../../helpers/fake-cloud.ts';
import {inEnglish} from '../../helpers/in-english.ts';

const page = readFileSync('docs/custom.md', 'utf8');
const definition = /<!-- definition -->\n```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};

function observed(service: Service, body: unknown): Task {
  const strictness = {strictSubtasks: true, allowWarnings: false};
  const {other, ...task} = observe({...service, answersWithId: false}, {body, httpStatus: 200}, reference, strictness);
  return task;
}

function made(text: string): Service {
  const service = customService(text);
  if ('problems' in service) throw new Error(inEnglish(service.problems).join('\n'));
  return service;
}

function problemsOf(text: string): readonly string[] {
  const service = customService(text);
  return 'problems' in service ? service.problems.map(problem => inWords(problem, en)) : [];
}

function readBy(service: Service, body: unknown): Task | 'malformed' {
  try {
    return JSON.parse(JSON.stringify(inEnglish(observed(service, body))));
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    return 'malformed';
  }
}

/** Why an answer cannot be read. */
function problemIn(service: Service, body: unknown): MalformedAnswer {
  try {
    observed(service, body);
  } catch (error) {
    if (error instanceof MalformedAnswer) return error;
  }
  throw new Error('no MalformedAnswer');
}

/** A definition has no place for the name of the thing that the task works on. */
function withoutThing(task: Task | 'malformed'): Task | 'malformed' {
  if (task === 'malformed') return task;
  const {resourceName, ...others} = task;
  return others;
}

/** RDS anew, from its table of words and codes. */
const rdsDefinition = `
title: RDS
path: /v3/{project_id}/jobs?id={task_id}
headers: {x-language: en-us}
id: job.id
name: job.name
status: job.status
message: job.fail_reason
progress: job.process
start-time: job.created
end-time: job.ended
running: [Running, Pending, Initing, Unauthorized]
succeeded: [Completed]
failed: [Failed]
stopped: [Canceled]
transient: [DBS.200998]
not-found: [DBS.200543]
denied: [DBS.280056]
`;

describe.each([
  {builtIn: dataartsStudio, text: definition},
  {builtIn: rds, text: rdsDefinition}
])('a definition of $builtIn.name', ({builtIn: service, text}) => {
  it.each(evidence[service.name].answers)('gives the same as the built-in service: $name', async sample => {
    const script = [{status: sample.status ?? 200, body: textOf(sample)}];
    const id = ('state' in sample.expected && sample.expected.id) || 'T1';
    const inputs = {
      ...dataartsInputs,
      service: service.name,
      'task-id': id,
      timeout: '0',
      endpoint: 'https://cloud.example'
    };
    const builtIn = await act(inputs, script);
    const custom = await act({...inputs, service: 'custom', definition: text}, script);
    expect([custom.colour, custom.outputs.status]).toEqual([builtIn.colour, builtIn.outputs.status]);
    expect(custom.requests.map(({url}) => url.href)).toEqual(builtIn.requests.map(({url}) => url.href));
    if ((sample.status ?? 200) !== 200 || 'text' in sample.body) return;
    const body = JSON.parse(textOf(sample));
    const expected = withoutThing(readBy(service, body));
    // The expression makes another word of a warning that has not ended.
    const isOpenWarning =
      expected !== 'malformed' && expected.serviceStatus === 'WARNING' && expected.state === 'running';
    expect(readBy(made(text), body)).toEqual(isOpenWarning ? {...expected, serviceStatus: 'RUNNING'} : expected);
  });
});

const least = 'path: /v1/{task_id}\nstatus: status\nsucceeded: [DONE, 2]\nfailed: [no]\n';

describe('a definition', () => {
  it.each([
    ['a: [', /line 1.*YAML/],
    ['- a', /takes a map/],
    [`${least}statsu: x`, /line 5, column 1: statsu is not a key. Did you mean status/],
    [`${least}running: [DONE]`, /line 3.*"DONE" stands in running and in succeeded/],
    [`${least}message: a..b`, /line 5.*message is "a\.\.b".*character 3/],
    [`${least}message: lenght(a)`, /no function lenght\(\)\. Did you mean length/],
    [`${least}headers: {Authorization: x}`, /headers\.Authorization is set by the action/],
    [`${least}---\na: b`, /more than one YAML document/],
    [`${least}path: /x`, /second time/],
    [`${least}stopped: &a [X]\nwarning: *a`, /alias \*a/],
    [`${least}settle: soon`, /settle takes a duration/],
    [`${least}success: [OK]`, /success is not a key. Did you mean succeeded/],
    [`${least}fail: [X]`, /fail is not a key. Did you mean failed/],
    [`${least}error_codes: [X]`, /error_codes is not a key. Did you mean not-found or transient or denied/],
    [`${least}endpoint: https://a.example`, /endpoint is not a key. It is an input of the step/],
    [`${least}stopped: CANCELED`, /the key "stopped" takes a list, such as \[CANCELED\]/],
    [`${least}<<: {a: b}`, /line 5.*Merge keys are not taken/],
    [`${least}\tmessage: a`, /line 5, column 1: .*tab/],
    [`${least}message: "a`, /line 5.*quote that begins before here is never closed/],
    [`${least}message: a: b`, /line 5, column 10: .*second ": "/],
    [`${least}message: "a" || b`, /line 5, column 14: .*goes between quotes as a whole/],
    [`${least}message: !a`, /line 5, column 10: .*begins with "!" goes between quotes/],
    [`${least}message: @`, /line 5, column 10: .*"@"/],
    [`${least}message: &a`, /message takes a JMESPath expression.*Put it between quotes/],
    [`${least}message: $.a`, /no "\$"/],
    [`${least}message: .a`, /Leave out the "\."/],
    [`${least}message: a-b`, /A name with "-" in it/],
    [`a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]`, /alias \*b/],
    [`${least}title: "${'x'.repeat(20_000)}"`, /^definition has 20\d+ characters and takes at most 16384\.$/],
    ['['.repeat(10_000), /^definition is nested too deep\.$/],
    ['{a: '.repeat(4_000), /^definition is nested too deep\.$/],
    [`${least}message: ${'('.repeat(400)}a`, /message is .*takes a JMESPath expression/],
    [`${least}path: '/\${task_id}'`, /second time|"\$"/],
    [`${least}message: ${'a'.repeat(1001)}`, /more than 1000 characters/],
    ...['[@,@][] | ', 'merge(@,{a:@,b:@}) | ', 'to_string([@]) | ', 'join(@, to_array(@)) | '].map(
      (step): [string, RegExp] => [
        `${least}message: '${step.repeat(10)}@'`,
        /message is .* could make an answer more than 100 times as large/
      ]
    ),
    [`${least}headers: {x: "{tsk_id}"}`, /\{tsk_id\} is not a placeholder. Did you mean \{task_id\}/],
    ...['https://evil.example/{task_id}', '//evil/{task_id}', '/a/../{task_id}', 'v1/{task_id}', '/a\\{task_id}'].map(
      (path): [string, RegExp] => [least.replace('/v1/{task_id}', `'${path}'`), /line 1, column 7: path is/]
    )
  ])('that is wrong is told of: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  it('has all its problems told', () => {
    expect(problemsOf('title: T')).toHaveLength(4);
  });

  it('takes numbers and no as words', () => {
    const service = made(least);
    expect([2, '2', 'no', 3, 'x'].map(status => observed(service, {status}).state)).toEqual([
      'succeeded',
      'succeeded',
      'failed',
      'unknown',
      'unknown'
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a.__proto__'])('does not reach a prototype by %s', expression => {
    const service = made(least.replace('status: status', `status: ${expression}`));
    expect(readBy(service, {a: {}})).toBe('malformed');
  });

  it.each<[string, unknown, readonly string[]]>([
    ['job.status', {job: {status: 'DONE', error_code: 'X.1'}}, ['"error_code" is X.1']],
    ['job.status', {job: {status: 'DONE', errorCode: 7}}, ['"errorCode" is 7']],
    ['job.status', {job: {status: 'DONE', errCode: 'X'}}, ['"errCode" is X']],
    ['job.status', {job: {status: 'DONE', error: {a: 'b'}}}, ['"error" is {"a":"b"}']],
    ['job."status"', {job: {status: 'DONE', error: 'bad'}}, ['"error" is bad']],
    ['data.job.status', {data: {error: 'bad', job: {status: 'DONE'}}}, ['"error" is bad']],
    ['job.status || status', {status: 'DONE', job: {error: 'bad'}}, ['"error" is bad']],
    ['[0].status', [{status: 'DONE', error_code: 'X.1'}], ['"error_code" is X.1']],
    ['@ | [0] | status', [{status: 'DONE', error_code: 'X.1'}], ['"error_code" is X.1']],
    ["[?id == 'T1'].status | [0]", [{id: 'T1', status: 'DONE', error_code: 'X.1'}], ['"error_code" is X.1']],
    ['jobs[-1].status', {jobs: [{error: 'old'}, {status: 'DONE', error: 'bad'}]}, ['"error" is bad']],
    ['sort_by(@, &at)[-1].status', [{at: 1, status: 'DONE', error: 'bad'}], ['"error" is bad']],
    ['status', {status: 'DONE', code: 'ABC.0404'}, ['"code" is ABC.0404']],
    ['job.status', {job: {status: 'DONE', code: 'ABC.0403'}}, ['"code" is ABC.0403']],
    ['job.status', {job: {status: 'DONE', code: 503}}, ['"code" is 503']]
  ])('is not green by %s beside an error: %j', (status, body, contradictions) => {
    const codes = 'not-found: [ABC.0404]\ndenied: [ABC.0403]\ntransient: [503]';
    const expression = status.replaceAll("'", "''");
    const service = made(`${least.replace('status: status', `status: '${expression}'`)}${codes}`);
    expect(inEnglish(observed(service, body))).toMatchObject({serviceStatus: 'DONE', contradictions});
  });

  it.each<[string, unknown]>([
    ['job.status', {job: {status: 'DONE', error_code: '', errorCode: null, errCode: 0, error: {}, code: 200}}],
    ['jobs[-1].status', {jobs: [{error: 'old'}, {status: 'DONE'}]}],
    ["jobs[?id == 'T1'].status | [0]", {jobs: [{status: 'DONE', id: 'T1'}, {error: 'other'}]}],
    ['job.status', {job: {status: 'DONE'}, other: {error: 'bad'}}]
  ])('is green by %s with no error around the state: %j', (status, body) => {
    const service = made(least.replace('status: status', `status: '${status.replaceAll("'", "''")}'`));
    expect(observed(service, body)).not.toHaveProperty('contradictions');
  });

  it('is not green beside an error in a subtask that has succeeded', () => {
    const parts = 'subtasks: {list: steps, status: state.word}\nnot-found: [ABC.0404]';
    const contradictionsOf = (step: unknown) =>
      inEnglish(observed(made(least + parts), {status: 'DONE', steps: [step]}).contradictions);
    expect(contradictionsOf({state: {word: 'DONE'}, error: false, code: 'OK'})).toBeUndefined();
    expect(contradictionsOf({state: {word: 'DONE'}, error_code: 'X'})).toEqual(['"error_code" of a subtask is X']);
    expect(contradictionsOf({state: {word: 'DONE', errCode: 'X'}})).toEqual(['"errCode" of a subtask is X']);
    expect(contradictionsOf({state: {word: 'DONE'}, code: 'ABC.0404'})).toEqual(['"code" of a subtask is ABC.0404']);
  });

  it('is green beside an error in a subtask that was skipped', () => {
    const service = made(`${least}subtasks: {list: steps, status: status, succeeded: [DONE], skipped: [left]}`);
    const steps = [{status: 'DONE'}, {status: 'left', error_code: 'X'}];
    expect(observed(service, {status: 'DONE', steps})).not.toHaveProperty('contradictions');
  });

  it('is green by the first of many entries beside an error in a later one', () => {
    const service = made(least.replace('status: status', 'status: jobs[0].status'));
    const jobs = Array.from({length: 30}, (_, index) => (index === 25 ? {error: 'bad'} : {status: 'DONE'}));
    expect(observed(service, {jobs})).not.toHaveProperty('contradictions');
  });

  const mixed = [1, 'a'];
  const noOrder = 'cannot be read: only numbers alone, or texts alone, have an order';
  const noWord = 'status should find one of the words and finds';

  it.each<[string, string, unknown]>([
    ['status: status', `${noWord} nothing`, {}],
    ['status: status', `${noWord} an object`, {status: {}}],
    ['status: max(mixed)', `status ${noOrder}`, {mixed}],
    ['status: status\nid: max(mixed)', `id ${noOrder}`, {status: 'DONE', mixed}],
    ['status: status\nlist: tasks\nid: id', 'list should find a list and finds an object', {tasks: {}}],
    ['status: status\nlist: sort(mixed)\nid: id', `list ${noOrder}`, {mixed}],
    ['status: status\nlist: tasks\nid: max(mixed)', `the id of an entry of the list ${noOrder}`, {tasks: [{mixed}]}],
    ...[
      {what: `${noWord} nothing`, part: {}},
      {what: `${noWord} an empty text`, part: {status: ''}},
      {what: `${noWord} an empty text`, part: {status: ' '}},
      {what: `id ${noOrder}`, part: {status: 'DONE', mixed}}
    ].map(({what, part}): [string, string, unknown] => [
      'status: status\nsubtasks: {list: parts, status: status, id: mixed && max(mixed)}',
      `subtask 2: ${what}`,
      {status: 'DONE', parts: [{status: 'DONE'}, part]}
    ]),
    [
      'status: status',
      'the answer cannot be read: it has more than 50000 values or 1000000 characters, which is too much for expressions',
      {status: 'DONE', text: 'x'.repeat(1_000_001)}
    ]
  ])('with %j says of an answer that proves nothing: %s', (lines, message, body) => {
    const service = made(least.replace('status: status', lines));
    expect(problemIn(service, body).message).toBe(message);
  });

  it('takes no answer without an id where it says where that is', async () => {
    const definition = `${least}id: id`;
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition};
    const colours = [{id: 'T1', status: 'DONE'}, {status: 'DONE'}].map(
      async body => (await act({...inputs, 'task-id': 'T1'}, [{body}])).colour
    );
    expect(await Promise.all(colours)).toEqual(['green', 'red']);
  });

  it('is where a word is to be added that its lists lack', async () => {
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition: least};
    const {annotations} = await act({...inputs, timeout: '0'}, [{body: {status: 'NEW'}}]);
    expect(annotations.map(({message}) => message)).toEqual([
      expect.stringContaining('add it to the matching list of the definition')
    ]);
  });

  it.each([
    ['path: /v1/{project_id}/{task_id}', [`/v1/${projectId}/${taskId}`, undefined, 1]],
    ['path: /v1/{project_id}/{task_id}\nheaders: {x-place: here}', [`/v1/${projectId}/${taskId}`, 'here', 1]],
    ['path: /v1/{task_id}\nheaders: {x-place: "{project_id}"}', [`/v1/${taskId}`, projectId, 1]],
    ['path: /v1/{task_id}\nheaders: {x-place: here}', [`/v1/${taskId}`, 'here', 0]]
  ])('has the project looked up where it asks for it and project-id is not given: %j', async (lines, expected) => {
    const definition = `host: dayu-dlf\n${least.replace('path: /v1/{task_id}', lines)}`;
    const {cloud, colour} = await actInCloud('keys', {
      inputs: {service: 'custom', 'project-id': '', definition},
      meddle: (_, place) => (place === 'service' ? {body: {status: 'DONE'}} : undefined)
    });
    const [request] = cloud.requestsTo('service');
    const lookUps = cloud.requestsTo('iam').filter(({url}) => url.pathname === '/v3/projects');
    expect(colour).toBe('green');
    expect([request?.url.pathname, request?.headers['x-place'], lookUps.length]).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ['steps', '', 'an empty text'],
    ['steps', {}, 'an object'],
    ['steps', false, 'a boolean'],
    ['steps[*]', {a: {status: 'no'}}, 'an object'],
    ['steps[*]', 'x', 'a string'],
    ['steps[]', {a: {status: 'no'}}, 'an object'],
    ['steps[?a]', {a: {status: 'no'}}, 'an object'],
    ['steps[:2]', 'x', 'a string'],
    ['steps | [*]', {a: {status: 'no'}}, 'an object'],
    ['steps.*', [{status: 'no'}], 'a list'],
    ['steps.items', [{items: []}], 'a list'],
    ['steps.items', 'x', 'a string'],
    ['steps.items[*]', 'x', 'a string'],
    ['steps."items"', 7, 'a number'],
    ['steps || parts', '', 'an empty text'],
    ['steps || parts', {}, 'an object'],
    ['steps || parts', false, 'a boolean'],
    ['status && steps || parts', {a: {status: 'no'}}, 'an object'],
    ['parts || steps[*]', {a: {status: 'no'}}, 'an object'],
    ['steps[*] || parts', {a: {status: 'no'}}, 'an object']
  ])('is not green where subtasks.list is %s and finds, in place of a list, %j', (list, steps, kind) => {
    const service = made(`${least}subtasks: {list: '${list}', status: status}`);
    const message = `subtasks.list should find a list and finds ${kind}`;
    expect(() => observed(service, {status: 'DONE', steps})).toThrow(new MalformedAnswer(message));
  });

  it.each<[string, unknown]>([
    ['steps', {}],
    ['steps', {steps: null}],
    ['steps', {steps: []}],
    ['steps[*]', {}],
    ['steps.*', {steps: {}}],
    ['steps.items[]', {steps: {}}],
    ['steps[0].items', {steps: []}],
    ['steps[*].items[]', {steps: [{}]}],
    ['steps || parts', {parts: []}],
    ['many && steps || parts', {many: false, parts: []}],
    ['steps || parts | [*]', {parts: []}],
    ['values(steps)', {steps: {}}]
  ])('has no subtasks where subtasks.list is %s and the answer has %j', (list, more) => {
    const service = made(`${least}subtasks: {list: '${list}', status: status}`);
    expect(observed(service, {status: 'DONE', ...(more as object)}).subtasks).toEqual([]);
  });

  describe('with a list', () => {
    const text = `${least}list: data.tasks\nid: id\nsubtasks: {list: parts, status: status}`;
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition: text};
    const other = {id: 'T2', status: 'no'};

    it.each<[string, unknown, string]>([
      ['the entry with its id', {data: {tasks: [other, {id: '7', status: 'DONE'}]}}, 'succeeded'],
      ['an id that is a number', {data: {tasks: [{id: 7, status: 'DONE'}, other, {}, null, 7]}}, 'succeeded'],
      ['entries that agree', {data: {tasks: Array.from({length: 2}, () => ({id: 7, status: 'DONE'}))}}, 'succeeded'],
      [
        'a failure',
        {
          data: {
            tasks: [
              {id: 7, status: 'no'},
              {id: 8, status: 'DONE'}
            ]
          }
        },
        'failed'
      ],
      ['entries that contradict each other', {data: {tasks: ['DONE', 2].map(status => ({id: 7, status}))}}, 'error'],
      [
        'a failed part of an entry that says the same',
        {data: {tasks: ['DONE', 'no'].map(part => ({id: 7, status: 'DONE', parts: [{status: part}]}))}},
        'failed'
      ],
      ['an error beside the list', {error: 'bad', data: {tasks: [{id: 7, status: 'DONE'}]}}, 'error'],
      ['an error between the body and the list', {data: {error: 'bad', tasks: [{id: 7, status: 'DONE'}]}}, 'error'],
      ['such an error that says nothing', {data: {error: '', tasks: [{id: 7, status: 'DONE'}]}}, 'succeeded'],
      [
        'an error in another entry',
        {
          data: {
            tasks: [
              {id: 7, status: 'DONE'},
              {...other, error: 'bad'}
            ]
          }
        },
        'succeeded'
      ],
      ['an error in the entry', {data: {tasks: [{id: 7, status: 'DONE', error: 'bad'}]}}, 'error'],
      ['a failed part', {data: {tasks: [{id: 7, status: 'DONE', parts: [{status: 'no'}]}]}}, 'failed'],
      ['no such entry', {data: {tasks: [{id: 77, status: 'DONE'}]}}, 'not-found'],
      ['an empty list', {data: {tasks: []}}, 'not-found'],
      ['null', {data: {tasks: null}}, 'not-found'],
      ['no list', {data: {tasks: {7: {id: 7, status: 'DONE'}}}}, 'error']
    ])('finds the task: %s', async (_, body, verdict) => {
      const {outputs, colour} = await act({...inputs, 'task-id': '7'}, [{body}]);
      expect([outputs.status, colour]).toEqual([verdict, verdict === 'succeeded' ? 'green' : 'red']);
    });
  });

  describe.each(['groups[].tasks[]', "'groups[].tasks[].{id: id, status: status}'"])('with the list %s', list => {
    const definition = `${least}list: ${list}\nid: id`;
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition};
    const done = {id: 'T1', status: 'DONE'};

    it.each([
      ['in the group of the task', {groups: [{error: 'bad', tasks: [done]}, {tasks: []}]}, 'error'],
      ['in another group', {groups: [{error: 'bad', tasks: []}, {tasks: [done]}]}, 'succeeded'],
      ['beside the groups', {error: 'bad', groups: [{tasks: [done]}]}, 'error']
    ])('an error %s', async (_, body, verdict) => {
      const {outputs} = await act({...inputs, 'task-id': 'T1'}, [{body}]);
      expect(outputs.status).toBe(verdict);
    });
  });

  describe('with success-in: subtasks', () => {
    const text = `${least}success-in: subtasks\nsubtasks: {list: parts, status: status, id: id, skipped: [left], succeeded: [fine], failed: [no], running: [goes]}`;
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition: text};
    const parts = (...statuses: readonly string[]) => statuses.map(status => ({status}));

    it.each<[string, unknown, string]>([
      ['all of them good', {status: 'DONE', parts: parts('fine', 'left', 'fine')}, 'succeeded'],
      ['none of them', {status: 'DONE', parts: []}, 'error'],
      ['no list', {status: 'DONE'}, 'error'],
      ['only skipped ones', {status: 'DONE', parts: parts('left')}, 'error'],
      ['a failed one', {status: 'DONE', parts: parts('fine', 'no')}, 'failed'],
      ['an open one', {status: 'DONE', parts: parts('fine', 'goes')}, 'error'],
      ['one with an error', {status: 'DONE', parts: [{status: 'fine', error_code: 'X'}]}, 'error'],
      ['a state that is none', {status: 'no', parts: parts('fine')}, 'failed']
    ])('counts a word for success with %s, whatever strict-subtasks says', async (_, body, verdict) => {
      for (const strict of ['true', 'false']) {
        const {outputs} = await act({...inputs, 'strict-subtasks': strict}, [{body}]);
        expect(outputs.status).toBe(verdict);
      }
    });
  });

  it.each([
    ['', undefined],
    ['scope: project', undefined],
    ['scope: domain', '0a1b2c3d4e5f60718293a4b5c6d7e8f9']
  ])('asks for the tasks of a whole account where it says so: %j', async (scope, domain) => {
    const {token, 'project-id': _, ...others} = dataartsInputs;
    const keys = {'access-key': 'EXAMPLEKEY0123456789', 'secret-key': 'example-secret-key-value'};
    const {requests, colour} = await act(
      {
        ...others,
        ...keys,
        service: 'custom',
        endpoint: 'https://cloud.example',
        definition: least + scope,
        'domain-id': '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
      },
      [{body: {status: 'DONE'}}]
    );
    expect(colour).toBe('green');
    expect(requests[0]?.headers['x-domain-id']).toBe(domain);
  });

  it.each<[string, string, unknown, string]>([
    ['blank', 'status', {status: ' '}, 'untold'],
    ['null', 'status', {status: null}, 'untold'],
    ['found in place of what is null', 'not_null(a, b)', {a: null, b: 2}, 'succeeded']
  ])('reads a status that is %s', (_, status, body, state) => {
    expect(observed(made(least.replace('status: status', `status: ${status}`)), body).state).toBe(state);
  });

  it.each([
    ['1.5', 'unknown'],
    ['-1', 'unknown'],
    ['12', 'unknown'],
    ['1.25', 'unknown'],
    ['v7', 'malformed'],
    ['7th', 'malformed']
  ])('takes a number for a status where its words have numbers: %s', (word, state) => {
    const task = readBy(made(`path: /{task_id}\nstatus: status\nsucceeded: [${word}]\nfailed: []`), {status: 7});
    expect(task === 'malformed' ? task : task.state).toBe(state);
  });

  it.each([
    [true, 'succeeded'],
    [false, 'malformed']
  ])('takes a truth value for a status where its words have it: %j', (status, state) => {
    const task = readBy(made(least.replace('[DONE, 2]', '[true]')), {status});
    expect(task === 'malformed' ? task : task.state).toBe(state);
  });

  it('does not know the state of a task that was skipped', () => {
    expect(observed(made(`${least}skipped: [left]`), {status: 'left'}).state).toBe('unknown');
  });

  it.each([
    ['', undefined],
    [' ', undefined],
    [' a ', 'a'],
    [7, undefined]
  ])('tells a name that is a text with something in it: %j', (name, told) => {
    expect(observed(made(`${least}name: name`), {status: 'DONE', name}).name).toBe(told);
  });

  it('is not green with an error in an object that a function goes through', () => {
    const service = made(least.replace('status: status', 'status: not_null(job.status)'));
    expect(readBy(service, {job: {status: 'DONE', error_code: 'X'}})).toHaveProperty('contradictions');
    expect(readBy(service, {job: {status: 'DONE'}})).not.toHaveProperty('contradictions');
  });

  it.each([
    [' E1 ', true],
    ['E2', false],
    ['constructor', false]
  ])('is not green with a code of its lists: %j', (code, isListed) => {
    const service = made(`${least}denied: [E1]`);
    expect('contradictions' in Object(readBy(service, {status: 'DONE', code}))).toBe(isListed);
  });

  it('says in both languages why an answer cannot be read, with its cause', () => {
    const [mixed, deep] = [{list: [1, 'a']}, {list: JSON.parse('['.repeat(40_000) + ']'.repeat(40_000))}];
    const service = made(least.replace('status: status', 'status: max(list)'));
    expect(problemIn(service, mixed).message).toContain('only numbers alone, or texts alone, have an order');
    expect(inWords(problemIn(service, mixed).what, zh)).toContain('只有全为数字或全为文本时才能排序');
    expect(problemIn(service, mixed).cause).toBeInstanceOf(MalformedAnswer);
    expect(problemIn(service, deep).message).toContain('it is too large, or nested too deep');
    expect(problemIn(service, deep).cause).toBeInstanceOf(RangeError);
  });

  it('has ids in headers as they are given', () => {
    const {request} = made(`${least}headers: {x-task: '{task_id}'}`);
    const moment = {requestId: '', dateMs: 0};
    expect(request({...reference, taskId: 'a:b'}, moment)).toEqual({path: '/v1/a%3Ab', headers: {'x-task': 'a:b'}});
  });

  it('reads the same run each time', () => {
    const service = made(least.replace('status: status', 'status: reverse(runs)[0].status\nid: reverse(runs)[0].id'));
    const body = {
      runs: [
        {id: 'T1', status: 'DONE'},
        {id: 'T2', status: 'no'}
      ]
    };
    expect(observed(service, body)).toMatchObject({id: 'T2', serviceStatus: 'no', state: 'failed'});
  });

  it('is green for no answer whose status is no word for success', () => {
    const service = made(least);
    fc.assert(
      fc.property(fc.record({status: fc.oneof(fc.jsonValue(), fc.constantFrom('DONE', 2, 'no'))}), body => {
        const task = readBy(service, body);
        const isWord = typeof body.status === 'string' || typeof body.status === 'number';
        const isSuccess = isWord && ['DONE', '2'].includes(String(body.status).trim());
        expect(task !== 'malformed' && task.state === 'succeeded').toBe(isSuccess);
      })
    );
  });

  it('is not said to lack what it has under another name', () => {
    const text = least.replace('succeeded:', 'success:').replace('status:', 'state:').replace('{task_id}', '{taskid}');
    expect(problemsOf(text)).toEqual([
      'definition, line 1, column 7: {taskid} is not a placeholder. Did you mean {task_id}?',
      'definition, line 2, column 1: state is not a key. Did you mean status?',
      'definition, line 3, column 1: success is not a key. Did you mean succeeded?'
    ]);
  });

  it('has at most twenty of its problems told', () => {
    const problems = problemsOf(Array.from({length: 100}, (_, index) => `k${index}: x`).join('\n'));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatch(/has \d+ more/);
  });

  it('takes lists and objects in an expression that stay small', () => {
    const service = made(least.replace('status: status', `status: "{a: [x, y][0], b: 'c'}.a"`));
    expect(readBy(service, {x: 'DONE'})).toMatchObject({state: 'succeeded'});
  });

  it.each([
    ['many values', {status: 'DONE', list: Array.from({length: 60_000}, () => 1)}],
    ['a long text', {status: 'DONE', text: 'x'.repeat(1_000_001)}],
    ['many long keys', {status: 'DONE', ...Object.fromEntries([...'ab'].map(key => [key.repeat(600_000), 1]))}],
    ['deep nesting', {status: 'DONE', list: JSON.parse('['.repeat(40_000) + ']'.repeat(40_000))}]
  ])('is never green for an answer with %s', (_, body) => {
    expect(readBy(made(least), body)).toBe('malformed');
  });

  it('has a task-id of two parts where it has {parent_id}', async () => {
    const text = `${least.replace('{task_id}', '{parent_id}/jobs/{task_id}')}headers: {x-language: en-us}`;
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition: text};
    const good = await act({...inputs, 'task-id': 'P.1/T:2'}, [{status: 200, body: '{"status": "DONE"}'}]);
    expect(good.colour).toBe('green');
    expect(good.requests.map(({url}) => url.href)).toEqual(['https://cloud.example/v1/P.1/jobs/T%3A2']);
    for (const id of ['T2', '/T2', '../T2', 'a/b/c']) {
      expect((await act({...inputs, 'task-id': id}, [])).annotations[0]?.message).toContain('task-id');
    }
  });

  it.each([
    ['.a', 'green'],
    ['..a', 'green'],
    ['.', 'red'],
    ['..', 'red']
  ])('takes dots in a task-id that is more than dots: %s', async (id, expected) => {
    const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition: least};
    const {colour, requests} = await act({...inputs, 'task-id': id}, [{body: {status: 'DONE'}}]);
    expect(colour).toBe(expected);
    expect(requests.map(({url}) => url.pathname)).toEqual(expected === 'green' ? [`/v1/${id}`] : []);
  });

  it('reads subtasks by words of their own', () => {
    const service = made(`${least}subtasks: {list: parts, status: s, succeeded: [fine], skipped: [left]}`);
    const states = (body: unknown) => {
      const task = readBy(service, body);
      return task === 'malformed' ? task : task.subtasks.map(({state}) => state);
    };
    expect(states({status: 'DONE', parts: [{s: 'fine'}, {s: 'left'}, {s: 'DONE'}]})).toEqual([
      'succeeded',
      'skipped',
      'unknown'
    ]);
    expect(states({status: 'DONE'})).toEqual([]);
    expect(states({status: 'DONE', parts: 'none'})).toBe('malformed');
    expect(states({status: 'DONE', parts: [{}]})).toBe('malformed');
  });
});

describe('times', () => {
  const endedAt = (more: string, end: unknown) =>
    observed(made(`${least}end-time: end\n${more}`), {status: 'DONE', end}).endMs;
  const ms = Date.UTC(2023, 6, 26, 9, 33, 58);

  it.each<[unknown, number]>([
    [ms, ms],
    [`${ms}`, ms],
    [ms / 1000, ms],
    [ms / 1000 + 0.5, ms + 500],
    [` ${ms / 1000} `, ms],
    ['2023-07-26T09:33:58Z', ms],
    ['2023-07-26T09:33:58+08:00', ms - 8 * 3_600_000]
  ])('are read as they are written, whatever time-zone says: %j', (end, expected) => {
    for (const more of ['', 'time-zone: -03:30']) expect(endedAt(more, end)).toBe(expected);
  });

  it.each([
    ['2023-07-26 09:33:58', '+08:00', ms - 8 * 3_600_000],
    ['2023-07-26T09:33:58.250', '-03:30', ms + 3.5 * 3_600_000 + 250],
    ['  2023-07-26T09:33:58  ', '+00:00', ms]
  ])('without a zone have the one of time-zone: %s', (end, zone, expected) => {
    expect(endedAt(`time-zone: ${zone}`, end)).toBe(expected);
    expect(endedAt('', end)).toBeUndefined();
  });

  it.each([
    [12],
    ['12'],
    [true],
    [{}],
    [[]],
    ['soon'],
    [1e30],
    [0],
    ['169036'],
    ['1690364038.5'],
    ['1690364038.123456789']
  ])('are none: %j', end => {
    expect(endedAt('time-zone: +08:00', end)).toBeUndefined();
  });

  it('of subtasks have it as well', () => {
    const service = made(`${least}time-zone: +08:00\nsubtasks: {list: l, status: status, start-time: at}`);
    const {subtasks} = observed(service, {status: 'DONE', l: [{status: 'DONE', at: '2023-07-26 17:33:58'}]});
    expect(subtasks.map(({startMs}) => startMs)).toEqual([ms]);
  });
});

describe('a host in the definition', () => {
  const definition = `host: dms\n${least}`;
  const {region, ...others} = dataartsInputs;
  const inputs = {...others, service: 'custom', definition};
  const done = [{status: 200, body: '{"status": "DONE"}'}];

  it.each([
    [{region: 'eu-de'}, 'https://dms.eu-de.otc.t-systems.com'],
    [{region: 'cn-north-4'}, 'https://dms.cn-north-4.myhuaweicloud.com'],
    [{region: 'eu-west-101'}, 'https://dms.eu-west-101.myhuaweicloud.eu'],
    [{region: 'xx-1', cloud: 'cloud.example'}, 'https://dms.xx-1.cloud.example'],
    [{region: 'eu-de', cloud: 'cloud.example'}, 'https://dms.eu-de.cloud.example'],
    [{region: 'eu-de', endpoint: 'https://service.example'}, 'https://service.example']
  ])('is asked where region, cloud and endpoint say: %j', async (where, address) => {
    const {colour, requests} = await act({...inputs, ...where}, done);
    expect(requests.map(({url}) => url.href)).toEqual([`${address}/v1/${inputs['task-id']}`]);
    expect(colour).toBe('green');
  });

  it.each([
    [{}, 'region is missing: give region, or endpoint'],
    [{region: 'xx-1'}, 'region is "xx-1", which is in no cloud']
  ])('is not enough: %j', async (where, message) => {
    const {colour, annotations, requests} = await act({...inputs, ...where}, []);
    expect({colour, requests}).toEqual({colour: 'red', requests: []});
    expect(annotations.map(({message}) => message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('the inputs beside', () => {
  const inputs = {...dataartsInputs, service: 'custom', endpoint: 'https://cloud.example', definition: least};
  it.each([
    [{service: 'rds'}, 'definition is given, but only service: custom takes one'],
    [{definition: ''}, 'definition is missing or empty'],
    [{expect: 'gone'}, 'expect is given, but custom waits for tasks, which end by themselves'],
    [{endpoint: ''}, 'endpoint is missing or empty: service custom takes the base URL'],
    [{service: 'costum'}, 'Did you mean custom?']
  ])('%j is told of before any request', async (changed, message) => {
    const {colour, annotations, requests} = await act({...inputs, ...changed}, []);
    expect({colour, requests}).toEqual({colour: 'red', requests: []});
    expect(annotations.map(({message}) => message)).toEqual([expect.stringContaining(message)]);
  });
});
