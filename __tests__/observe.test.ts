import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer} from '../src/errors.ts';
import {optionalText, record, text, valueAt} from '../src/json.ts';
import {observe} from '../src/observe.ts';
import {proofOf, type Strictness} from '../src/polling/verdict.ts';
import type {ServiceName} from '../src/services/index.ts';
import {partsIn} from '../src/services/parts.ts';
import {defineService, type Service, stateOf, type TaskReference, wordAndState} from '../src/services/service.ts';
import type {Task} from '../src/task.ts';
import {forEach} from './helpers/for-each.ts';
import {type Good, goods} from './helpers/good-samples.ts';
import {inEnglish} from './helpers/in-english.ts';
import {lax, outcomeOf, strict, withValueAt} from './helpers/outcome.ts';
import {findService, services} from './helpers/services.ts';

// What is true of one service alone stands in its samples.mjs, in `answers` and `altered`. Services that are named here
// are examples of a rule.

const hex = '2c9eb2c5544cbf6101544f0602af2b4f';
const uuid = '354331b2-c229-11e8-9c75-0255ac100ceb';

function serviceNamed(name: ServiceName): Service {
  const service = findService(name);
  if (!service) throw new Error(`no service ${name}`);
  return service;
}

const reference: TaskReference = {taskId: hex, parentId: '', projectId: 'P1', language: 'en-us'};

interface Asking {
  readonly status?: number;
  readonly strictness?: Strictness;
}

function seen(
  name: ServiceName,
  body: unknown,
  ids: Partial<TaskReference> = {},
  {status = 200, strictness = strict}: Asking = {}
): Task {
  return inEnglish(observe(serviceNamed(name), {body, httpStatus: status}, {...reference, ...ids}, strictness));
}

function outcome(
  name: ServiceName,
  body: unknown,
  ids: Partial<TaskReference> = {},
  {status = 200, strictness = strict}: Asking = {}
): string {
  return outcomeOf(serviceNamed(name), {body, httpStatus: status}, {...reference, ...ids}, strictness);
}

const job = {job_id: hex, job_type: 'createServer', status: 'SUCCESS', error_code: null, fail_reason: null};
const database = (more: object = {}) => ({job: {id: uuid, name: 'CreateInstance', status: 'Completed', ...more}});

/** A good sample of each service. */
const successes = services.map(({name}) => {
  const good = goods.find(({service}) => service === name) as Good;
  return [name, good] as const;
});

/** The answer with other values in the object that tells of the task, and what it comes to. */
function outcomeWith(good: Good, values: object, asking: Asking = {}): string {
  const {service, answer, needs, taskId, parentId} = good;
  const body: unknown = JSON.parse(answer.text);
  const entries = needs.list === undefined ? [] : (valuesAt(body, needs.list) as readonly unknown[]);
  const index = entries.findIndex(
    entry => String(valuesAt(entry, needs.id ?? '')).toLowerCase() === taskId.toLowerCase()
  );
  const place = needs.list === undefined ? needs.task : needs.list === '' ? `${index}` : `${needs.list}.${index}`;
  const changed = Object.entries(values).reduce(
    (from, [path, value]) => withValueAt(from, place ? `${place}.${path}` : path, value),
    body
  );
  return outcome(service, changed, {taskId, parentId}, {status: answer.status, ...asking});
}

const valuesAt = (from: unknown, path: string): unknown =>
  path === ''
    ? from
    : path.split('.').reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)?.[key], from);

describe.each(successes)('a success of %s', (_, good) => {
  const {needs, service, taskId} = good;

  it('is one under HTTP 200, and under no other status that its data does not name', () => {
    const {statuses = [200]} = needs;
    for (const status of statuses) expect(outcomeWith(good, {}, {status})).toBe('succeeded');
    for (const status of [201, 202, 203, 206, 226].filter(each => !statuses.includes(each))) {
      expect(outcomeWith(good, {}, {status})).toBe(`malformed: nothing is proven under HTTP ${status}`);
    }
  });

  it.each([{error_code: 'X.1'}, {errorCode: 'X.1'}, {errCode: 'X.1'}, {error: 'boom'}, {error: {code: 'X.1'}}])(
    'is no proof beside %j, also without subtasks that count',
    error => {
      for (const strictness of [strict, lax]) expect(outcomeWith(good, error, {strictness})).toMatch(/^unproven/);
    }
  );

  it('is one beside errors that say nothing', () => {
    for (const nothing of [null, '', 0, '0', false, {}, [], {code: '', text: null}]) {
      expect(outcomeWith(good, {error_code: nothing, error: nothing})).toBe('succeeded');
    }
  });

  it('is one beside messages and details', () => {
    expect(outcomeWith(good, {message: 'done', info: 'x', detail: 'y'})).toBe('succeeded');
  });

  // What a number means where it is null, its service says.
  const isText = needs.words.every(word => typeof word === 'string');
  forEach(isText ? [needs.word] : [])(
    'is none without its %s: empty, it is none yet; missing or no word, malformed',
    () => {
      for (const word of [null, '', '  ']) expect(outcomeWith(good, {[needs.word]: word})).toBe('untold');
      for (const word of [undefined, ['SUCCESS'], {}, true])
        expect(outcomeWith(good, {[needs.word]: word})).toMatch(/^malformed/);
    }
  );

  const asked = taskId === taskId.toUpperCase() ? taskId.toLowerCase() : taskId.toUpperCase();
  forEach(needs.id === undefined || asked === taskId ? [] : [asked])(
    'is that of %s only where ids are hexadecimal',
    () => {
      const {idsAreHexadecimal} = serviceNamed(service);
      const isHex = /^[0-9a-f]+(-[0-9a-f]+)*$/i.test(taskId);
      expect(outcomeWith({...good, taskId: asked}, {})).toMatch(
        idsAreHexadecimal && isHex ? /^succeeded$/ : /^other: |^not listed$/
      );
    }
  );
});

describe('what the data of a service says of its answers', () => {
  const states = {good: 'succeeded', late: 'running', bad: 'failed', back: 'running'} as const;
  const service = defineService({
    name: 'made-up',
    title: 'A service',
    taskId: {pattern: /^\w+$/, form: 'letters'},
    hosts: {byRegion: () => undefined},
    request: () => ({path: '/'}),
    states,
    undoingWords: ['back'],
    read: own => {
      const task = record(own, 'it');
      return {...wordAndState(states, text(task, 'status')), message: optionalText(task, 'message')};
    },
    flags: ['isFine'],
    repeats: {name: ({parentId}) => [parentId, parentId.replace('$', '/')], number: () => '7'},
    errors: ['one', 'two', 'three', 'four'],
    causes: {read: own => [{message: text(record(own, 'it'), 'why')}]},
    answersWithId: false
  });
  const asked: TaskReference = {...reference, parentId: 'a$b'};
  const told = (values: object, status = 'good') =>
    outcomeOf(service, {body: {status, ...values}, httpStatus: 200}, asked);
  const read = (values: object) => inEnglish(observe(service, {body: values, httpStatus: 200}, asked, strict));

  it('lets a flag be true or absent under a success, and anything otherwise', () => {
    for (const isFine of [true, null, undefined]) expect(told({isFine})).toBe('succeeded');
    expect(told({isFine: false})).toBe('malformed: "isFine" is false: no reason');
    expect(told({isFine: false, message: 'busy'})).toBe('malformed: "isFine" is false: busy');
    for (const isFine of ['false', 'true', 0, 1, [], {}])
      expect(told({isFine})).toBe('malformed: "isFine" should be true or false');
    expect(told({isFine: 'false'}, 'late')).toBe('running');
    expect(told({isFine: false}, 'bad')).toBe('failed');
  });

  it('knows another task by what it repeats, where that is there, in one of its spellings', () => {
    for (const name of ['a$b', ' a/b ', '', null, undefined]) expect(told({name})).toBe('succeeded');
    for (const number of [7, '7']) expect(told({number})).toBe('succeeded');
    expect(told({name: 'a'}, 'late')).toBe('other: name a');
    expect(told({number: 8}, 'bad')).toBe('other: number 8');
    for (const name of [['a$b'], {}, true]) expect(told({name})).toBe('malformed: "name" is not a string');
  });

  it('knows the words of a task that undoes its work', () => {
    expect(read({status: 'back'}).isUndoing).toBe(true);
    for (const status of ['good', 'late', 'bad']) expect(read({status}).isUndoing).toBeUndefined();
  });

  it('finds the causes of a failure alone', () => {
    expect(read({status: 'bad', why: 'no room'}).causes).toEqual([{message: 'no room'}]);
    expect(read({status: 'bad'})).not.toHaveProperty('causes');
    expect(read({status: 'late', why: 'no room'})).not.toHaveProperty('causes');
  });

  it('has no parts where it names none', () => {
    expect(read({status: 'good'}).subtasks).toEqual([]);
  });

  it('tells three contradictions at most', () => {
    const {contradictions} = read({status: 'good', one: 1, two: 2, three: 3, four: 4});
    expect(contradictions).toEqual(['"one" is 1', '"two" is 2', '"three" is 3']);
  });
});

describe('an error between the body and the task', () => {
  const service = defineService({
    name: 'made-up',
    title: 'A service',
    taskId: {pattern: /^\w+$/, form: 'letters'},
    hosts: {byRegion: () => undefined},
    request: () => ({path: '/'}),
    states: {good: 'succeeded', late: 'running'},
    find: body => [valueAt(record(body, 'the answer'), 'data.tasks')].flat(2),
    read: own => ({serviceStatus: text(record(own, 'it'), 'status'), state: stateOf({good: 'succeeded'}, 'good')}),
    errors: ['error_code'],
    answersWithId: false
  });
  const flaws = (data: unknown) => {
    const asked = {taskId: 'T', parentId: '', projectId: '', language: 'en-us'} as const;
    return inEnglish(observe(service, {body: {data}, httpStatus: 200}, asked, strict).contradictions);
  };
  const tasks = [{status: 'good'}];

  it.each([{error_code: 'X.1'}, {errorCode: 'X.1'}, {error: 'X.1'}])('is no proof: %j', error => {
    const [name] = Object.keys(error);
    expect(flaws({...error, tasks})).toEqual([`"${name}" is X.1`]);
    expect(flaws([{tasks: []}, {...error, tasks}])).toEqual([`"${name}" is X.1`]);
  });

  it('is no proof either beside a task that was put together from the answer', () => {
    const made: Service = {...service, find: () => [{status: 'good'}]};
    const asked = {taskId: 'T', parentId: '', projectId: '', language: 'en-us'} as const;
    expect(outcomeOf(made, {body: {status: 'ok'}, httpStatus: 200}, asked)).toBe('succeeded');
    expect(outcomeOf(made, {body: {error: 'X.1'}, httpStatus: 200}, asked)).toBe('unproven: "error" is X.1');
    const withError: Service = {...service, find: () => [{status: 'good', errCode: 'X.2'}]};
    expect(outcomeOf(withError, {body: {}, httpStatus: 200}, asked)).toBe('unproven: "errCode" is X.2');
  });

  it('is no proof as a list, nor as a code that the service has for errors, and any other code says nothing', () => {
    const coded: Service = {...service, codes: {'X.0404': 'not-found', '7': 'denied'}};
    const asked = {taskId: 'T', parentId: '', projectId: '', language: 'en-us'} as const;
    const told = (more: object) => outcomeOf(coded, {body: {data: {tasks}, ...more}, httpStatus: 200}, asked);
    expect(told({code: 'X.0404'})).toBe('unproven: "code" is X.0404');
    expect(told({code: 7})).toBe('unproven: "code" is 7');
    for (const code of [200, '0', 'OK', null]) expect(told({code})).toBe('succeeded');
    expect(told({errors: [{code: 'X.1'}]})).toMatch(/^unproven: "errors" is/);
    expect(told({errors: []})).toBe('succeeded');
  });

  it('is none where it says nothing, or stands in what the task is not in', () => {
    expect(flaws({error: '', other: {error: 'X.1'}, tasks})).toBeUndefined();
    expect(flaws([{error: 'X.1', tasks: []}, {tasks}])).toBeUndefined();
  });
});

describe('an error of its own beside a success', () => {
  it('is told with its field', () => {
    expect(seen('ecs', {...job, error_code: 'Ecs.0319', fail_reason: 'no capacity'}).contradictions).toEqual([
      '"error_code" is Ecs.0319',
      '"fail_reason" is no capacity'
    ]);
  });

  it('is what a failure and a run can have', () => {
    expect(outcome('ecs', {...job, status: 'FAIL', error_code: 'Ecs.0319'})).toBe('failed');
    expect(outcome('ecs', {...job, status: 'RUNNING', error_code: 'Ecs.0319'})).toBe('running');
  });
});

describe('parts of a success', () => {
  it('can be garbage where the task runs or has failed', () => {
    expect(outcome('ecs', {...job, status: 'RUNNING', entities: {sub_jobs: {}, sub_jobs_total: 'x'}})).toBe('running');
    const failed = {metadata: {uid: uuid}, spec: 'x', status: {phase: 'Failed'}};
    expect(outcome('cce', failed, {taskId: uuid})).toBe('failed');
    const partly = seen('dataarts-studio', {
      id: hex,
      status: 'FAILED',
      subtasks: [null, {name: 'One', status: 'FAILED'}]
    });
    expect(partly.subtasks.map(({name}) => name)).toEqual(['One']);
  });

  it('whose failures the service ignored are warnings, by its word alone', () => {
    const ids = {taskId: '7', parentId: 'J1'};
    const told = (status: string, node: string, allowWarnings: boolean, more: object = {}) =>
      outcome('dataarts-job', {jobName: 'J1', instanceId: 7, nodes: [{status: node}], status, ...more}, ids, {
        strictness: {strictSubtasks: true, allowWarnings}
      });
    expect(told('ignoreSuccess', 'fail', false)).toBe('failed');
    expect(told('ignoreSuccess', 'fail', true)).toBe('succeeded');
    expect(told('ignoreSuccess', 'manual-stop', true)).toBe('failed');
    expect(told('ignoreSuccess', 'running', true)).toMatch(/^unproven/);
    expect(told('success', 'fail', true, {ignoreSuccess: true, forceSuccess: true})).toBe('failed');
  });
});

describe('a warning', () => {
  it.each([
    {remove_resources: {fail_count: 1, total_count: 2}},
    {vault_delete: {fail_count: 1}},
    {sync: {err_sync_backup_num: 3}}
  ])('counts whatever strict-subtasks says: %j', extra_info => {
    const log = {id: uuid, operation_type: 'backup', status: 'success', extra_info};
    const told = (strictness: Strictness) => outcome('cbr', {operation_log: log}, {taskId: uuid}, {strictness});
    for (const strictSubtasks of [true, false]) {
      expect(told({strictSubtasks, allowWarnings: false})).toBe('failed');
      expect(told({strictSubtasks, allowWarnings: true})).toBe('succeeded');
    }
  });
});

describe('a count beside a success', () => {
  it('that disagrees is no proof, unless parts are left aside; one that agrees, or is none, says nothing', () => {
    const listed = (count: unknown) => ({count, invocations: [{request_id: uuid, status: 'SUCCESS'}]});
    const ids = {taskId: uuid, parentId: 'urn:fss:r:p:function:default:f'};
    expect(outcome('functiongraph', listed(2), ids)).toBe('unproven: "count" is 2 and "invocations" has 1');
    expect(outcome('functiongraph', listed(2), ids, {strictness: lax})).toBe('succeeded');
    for (const count of [1, null, undefined]) expect(outcome('functiongraph', listed(count), ids)).toBe('succeeded');
    for (const count of ['3', 1.5, true, [1], {}])
      expect(outcome('functiongraph', listed(count), ids)).toMatch(/^malformed/);
  });
});

describe('a list', () => {
  it.each([
    ['SUCCESS', 'FAIL'],
    ['FAIL', 'SUCCESS'],
    ['RUNNING', 'SUCCESS']
  ])('with entries of the same id that say %s and %s is no proof', (...words) => {
    const invocations = words.map(status => ({request_id: uuid, status}));
    const ids = {taskId: uuid, parentId: 'urn:fss:r:p:function:default:f'};
    expect(outcome('functiongraph', {invocations}, ids)).toMatch(/^unproven: .*with its id say/);
  });

  it('with very many words for one id tells five of them', () => {
    const invocations = Array.from({length: 7}, (_, index) => ({
      request_id: uuid,
      status: index === 0 ? 'SUCCESS' : `word${index}`
    }));
    const told = outcome('functiongraph', {invocations}, {taskId: uuid, parentId: 'urn:fss:r:p:function:default:f'});
    expect(told).toContain('word4');
    expect(told).not.toContain('word5');
  });
});

describe('another task', () => {
  it('is known by its id, and by what it repeats of what was asked', () => {
    expect(outcome('ecs', {...job, job_id: 'JOB-1'}, {taskId: 'job-1'})).toBe('other: JOB-1');
    const instance = {jobName: 'Other', instanceId: 7, status: 'running'};
    expect(outcome('dataarts-job', instance, {taskId: '7', parentId: 'J'})).toBe('other: jobName Other');
  });
});

describe('the state', () => {
  it('of running and failed tasks counts under 200, 201 and 202', () => {
    for (const status of [200, 201, 202]) {
      expect(outcome('rds', database({status: 'Running'}), {taskId: uuid}, {status})).toBe('running');
      expect(outcome('rds', database({status: 'Failed'}), {taskId: uuid}, {status})).toBe('failed');
    }
    for (const status of [203, 206, 226]) {
      expect(outcome('rds', database({status: 'Failed'}), {taskId: uuid}, {status})).toMatch(/^malformed/);
    }
  });
});

describe('very many subtasks', () => {
  const many = (count: number, last: string) => ({
    id: hex,
    status: 'SUCCESSFUL',
    subtasks: Array.from({length: count}, (_, index) => ({
      id: `${index}`,
      status: index === count - 1 ? last : 'SUCCESSFUL'
    }))
  });

  it('are all judged, and the 10,000 that matter most are kept to be shown', () => {
    const task = seen('dataarts-studio', many(12_000, 'FAILED'));
    expect(proofOf(task, strict).kind).toBe('failed');
    expect(task.subtasks).toHaveLength(10_000);
    expect(task.subtasksLeftOut).toBe(2000);
    expect(task.subtasks.at(-1)).toMatchObject({id: '11999', state: 'failed'});
    expect(proofOf(seen('dataarts-studio', many(12_000, 'RUNNING')), strict).kind).toBe('unproven');
    expect(seen('dataarts-studio', many(10_000, 'SUCCESSFUL')).subtasksLeftOut).toBeUndefined();
  });
});

describe('an end time', () => {
  const endTime = Date.UTC(2026, 0, 1);
  const endOf = (status: string) => seen('dataarts-studio', {id: hex, status, endTime}).endMs;
  const endOfUpdate = (status: string) =>
    seen('kafka', {tasks: [{id: hex, status, updated_at: new Date(endTime).toISOString()}]}, {parentId: 'P1'}).endMs;

  it('is none before the end', () => {
    expect([endOf('SUCCESSFUL'), endOf('FAILED'), endOfUpdate('SUCCESS')]).toEqual([endTime, endTime, endTime]);
    expect([endOf('RUNNING'), endOfUpdate('EXECUTING')]).toEqual([undefined, undefined]);
  });

  it('in a word that is not known may be one only for a service where it comes with the end', () => {
    expect([endOf('HALF'), endOfUpdate('HALF')]).toEqual([endTime, undefined]);
  });
});

describe('success in the parts', () => {
  const states = {done: 'succeeded', going: 'running', good: 'succeeded', bad: 'failed', late: 'running'} as const;
  const service = defineService({
    name: 'made-up',
    title: 'A service',
    taskId: {pattern: /^\w+$/, form: 'letters'},
    needsProjectId: false,
    hosts: {byRegion: () => undefined},
    request: () => ({path: '/'}),
    states,
    read: own => ({
      serviceStatus: text(record(own, 'it'), 'status'),
      state: stateOf(states, text(record(own, 'it'), 'status'))
    }),
    parts: own =>
      partsIn(record(own, 'it'), 'parts', 'step', part => [
        {
          serviceStatus: optionalText(part, 'status') ?? '',
          state: part.status === 'skip' ? 'skipped' : stateOf(states, optionalText(part, 'status') ?? '')
        }
      ]),
    counts: {total: 'parts'},
    successInParts: true,
    answersWithId: false
  });
  const told = (body: unknown, strictness: Strictness = strict) => {
    const task = observe(
      service,
      {body, httpStatus: 200},
      {taskId: 'T', parentId: '', projectId: '', language: 'en-us'},
      strictness
    );
    return {proof: inEnglish(proofOf(task, strictness)), word: task.serviceStatus};
  };
  const parts = (...words: readonly (string | null)[]) => words.map(status => ({status}));
  const none = ['none of its subtasks shows a success'];

  it.each([
    ['every part is good', {total: 2, parts: parts('good', 'good')}, {kind: 'succeeded'}],
    ['a part was passed over', {parts: parts('good', 'skip')}, {kind: 'succeeded'}],
    ['one part is bad', {total: 2, parts: parts('good', 'bad')}, {kind: 'failed', because: 'subtasks'}],
    ['all are bad', {parts: parts('bad')}, {kind: 'failed', because: 'subtasks'}],
    ['there is no part', {total: 0, parts: []}, {kind: 'unproven', open: [], contradictions: none}],
    ['the list is missing', {}, {kind: 'unproven', open: [], contradictions: none}],
    ['all were passed over', {parts: parts('skip')}, {kind: 'unproven', open: [], contradictions: none}],
    [
      'the count disagrees',
      {total: 3, parts: parts('good')},
      {kind: 'unproven', open: [], contradictions: ['"total" is 3 and "parts" has 1']}
    ],
    [
      'a part goes on',
      {parts: parts('good', 'late')},
      {kind: 'unproven', open: [{state: 'running', serviceStatus: 'late'}], contradictions: []}
    ],
    [
      'a part has no state',
      {parts: parts('good', null)},
      {kind: 'unproven', open: [{state: 'untold', serviceStatus: ''}], contradictions: []}
    ],
    [
      'a part has a word that is not known',
      {parts: parts('good', 'odd')},
      {kind: 'unproven', open: [{state: 'unknown', serviceStatus: 'odd'}], contradictions: []}
    ]
  ])('%s, also with strict-subtasks: false', (_, body, proof) => {
    for (const strictness of [strict, lax])
      expect(told({status: 'done', ...body}, strictness)).toEqual({proof, word: 'done'});
  });

  it.each([
    ['good', 'succeeded'],
    ['bad', 'failed'],
    ['late', 'succeeded']
  ])('makes the state of a task that has a %s part %s', (word, state) => {
    const asked = {taskId: 'T', parentId: '', projectId: '', language: 'en-us'} as const;
    const task = observe(service, {body: {status: 'done', parts: parts('good', word)}, httpStatus: 200}, asked, strict);
    expect(task.state).toBe(state);
  });

  it('is looked for only when the service says that the task is over', () => {
    expect(told({status: 'going', total: 3, parts: parts('bad')})).toEqual({proof: {kind: 'running'}, word: 'going'});
  });

  it('is malformed where parts or counts have another form', () => {
    for (const body of [{parts: {}}, {parts: [null]}, {total: 'two', parts: parts('good')}]) {
      for (const strictness of [strict, lax])
        expect(() => told({status: 'done', ...body}, strictness)).toThrow(MalformedAnswer);
    }
  });
});

describe('what is expected of a resource', () => {
  const asked = {taskId: uuid};
  const server = (status: string, more: object = {}) => ({server: {id: uuid, name: 'web', status, ...more}});
  const cluster = (status: string, node: string) => ({cluster: {id: uuid, status, nodes: [{id: 'N1', status: node}]}});
  const shutoff: Strictness = {...strict, expectation: {kind: 'words', words: ['SHUTOFF']}};
  const goneBy = (words: readonly string[]): Strictness => ({
    ...strict,
    expectation: {kind: 'gone', signs: {words, codes: [], things: [], lists: false}}
  });

  it.each<[string, object, Strictness, string]>([
    ['a word that is expected', server('SHUTOFF'), shutoff, 'succeeded'],
    ['a usual success', server('ACTIVE'), shutoff, 'running'],
    ['a usual success beside the word', server('ACTIVE'), strict, 'succeeded'],
    ['a word that nobody expects', server('SHUTOFF'), strict, 'running'],
    ['a failure', server('ERROR'), shutoff, 'failed'],
    [
      'the word while something is being done',
      server('SHUTOFF', {'OS-EXT-STS:task_state': 'powering-on'}),
      shutoff,
      'running'
    ],
    ['the word beside an error', server('SHUTOFF', {fault: {code: 500}}), shutoff, 'unproven: "fault" is {"code":500}'],
    ['the word beside an error code', server('SHUTOFF', {error_code: 'X.1'}), shutoff, 'unproven: "error_code" is X.1'],
    ['a server that is deleted', server('DELETED'), goneBy(['DELETED']), 'succeeded'],
    [
      'a server that is deleted, with a fault',
      server('DELETED', {fault: {code: 500}}),
      goneBy(['DELETED']),
      'succeeded'
    ],
    ['a server that failed', server('ERROR'), goneBy(['DELETED']), 'running'],
    ['a server that is there', server('ACTIVE'), goneBy(['DELETED']), 'running']
  ])('%s', (_, body, strictness, expected) => {
    expect(outcome('ecs-server', body, asked, {strictness})).toBe(expected);
  });

  it('is no matter of nodes where it is to be gone', () => {
    const strictness = goneBy(['DELETED']);
    expect(outcome('dws-cluster', cluster('DELETED', '200'), asked, {strictness})).toBe('succeeded');
    expect(outcome('dws-cluster', cluster('AVAILABLE', '303'), asked, {strictness})).toBe('running');
    expect(seen('dws-cluster', cluster('DELETED', '303'), asked, {strictness}).subtasks).toEqual([]);
  });

  it('waits for the nodes where a usual success is expected', () => {
    const available: Strictness = {...strict, expectation: {kind: 'words', words: ['AVAILABLE']}};
    expect(outcome('dws-cluster', cluster('AVAILABLE', '100'), asked, {strictness: available})).toBe('running');
    expect(outcome('dws-cluster', cluster('AVAILABLE', '200'), asked, {strictness: available})).toBe('succeeded');
  });

  it('is of the very resource', () => {
    const strictness = goneBy(['DELETED']);
    const other = {server: {id: uuid.replace('3', '4'), status: 'DELETED'}};
    expect(outcome('ecs-server', other, asked, {strictness})).toMatch(/^other: /);
    expect(outcome('ecs-server', {server: {status: 'DELETED'}}, asked, {strictness})).toBe(
      'malformed: it names no task id'
    );
  });

  it('is proven under HTTP 200 alone', () => {
    const strictness = goneBy(['DELETED']);
    expect(outcome('ecs-server', server('DELETED'), asked, {strictness, status: 202})).toBe(
      'malformed: nothing is proven under HTTP 202'
    );
    expect(outcome('ecs-server', server('ERROR'), asked, {strictness, status: 202})).toBe('running');
  });
});
