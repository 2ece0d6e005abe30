import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer, TaskNotListed} from '../src/errors.ts';
import {optionalText, record, text, valueAt} from '../src/json.ts';
import {observe} from '../src/observe.ts';
import {proofOf, type Strictness} from '../src/polling/verdict.ts';
import {findService, type ServiceName} from '../src/services/index.ts';
import {partsIn} from '../src/services/parts.ts';
import {defineService, stateOf, type TaskReference} from '../src/services/service.ts';
import type {Task} from '../src/task.ts';
import {inEnglish} from './helpers/in-english.ts';

const strict: Strictness = {strictSubtasks: true, allowWarnings: false};
const lax: Strictness = {strictSubtasks: false, allowWarnings: false};
const hex = '2c9eb2c5544cbf6101544f0602af2b4f';
const uuid = '354331b2-c229-11e8-9c75-0255ac100ceb';
const urn = 'urn:fss:cn-north-4:b384b9e9ab9b4ee8994c8633aabc9505:function:default:hello:latest';

function seen(
  name: ServiceName,
  body: unknown,
  ids: Partial<TaskReference> = {},
  {status = 200, strictness = strict}: {status?: number; strictness?: Strictness} = {}
): Task {
  const service = findService(name);
  if (!service) throw new Error(`no service ${name}`);
  const asked: TaskReference = {taskId: hex, parentId: '', projectId: 'P1', language: 'en-us', ...ids};
  return inEnglish(observe(service, {body, status}, asked, strictness));
}

/** What an answer comes to, in a word. */
function outcome(...args: Parameters<typeof seen>): string {
  try {
    const task = seen(...args);
    if (task.other !== undefined) return `other: ${task.other}`;
    const proof = proofOf(task, args[3]?.strictness ?? strict);
    return proof.kind === 'unproven' ? `unproven: ${proof.contradictions.join('; ')}` : proof.kind;
  } catch (error) {
    if (error instanceof TaskNotListed) return 'not listed';
    if (error instanceof MalformedAnswer) return `malformed: ${error.message}`;
    throw error;
  }
}

const job = {job_id: hex, job_type: 'createServer', status: 'SUCCESS', error_code: null, fail_reason: null};
const cce = (phase: unknown, spec: unknown = {type: 'CreateCluster'}) => ({
  metadata: {uid: uuid},
  spec,
  status: {phase}
});
const run = {id: hex, pipeline_id: 'L1', status: 'COMPLETED'};
const ofRun = {parentId: 'C1/L1'};
const log = {id: uuid, operation_type: 'backup', status: 'success', error_info: {code: '', message: ''}};
const database = (more: object = {}) => ({job: {id: uuid, name: 'CreateInstance', status: 'Completed', ...more}});
const family: readonly ServiceName[] = ['ecs', 'evs', 'ims', 'bms', 'eip'];

/** An answer of success of each service, to which an error or a part can be added. */
const successes: readonly (readonly [ServiceName, (own: object) => unknown, Partial<TaskReference>])[] = [
  ['dataarts-studio', own => ({id: hex, status: 'SUCCESSFUL', ...own}), {}],
  ...(['taurusdb', 'rds', 'dds', 'gaussdb'] as const).map(
    name => [name, (own: object) => database(own), {taskId: uuid}] as const
  ),
  ['geminidb', own => ({total_count: 1, jobs: [{id: uuid, status: 'Completed', ...own}]}), {taskId: uuid}],
  ['codearts-check', own => ({task_status: 2, ...own}), {}],
  ...family.map(name => [name, (own: object) => ({...job, ...own}), {}] as const),
  ['dcs', own => ({...job, ...own}), {}],
  ['sfs-turbo', own => ({...job, status: 'success', ...own}), {}],
  ['dws', own => ({job_id: hex, status: 'SUCCESS', ...own}), {}],
  ['elb', own => ({job: {...job, ...own}}), {}],
  ['cce', own => ({...cce('Success'), ...own}), {taskId: uuid}],
  ['cbr', own => ({operation_log: {...log, ...own}}), {taskId: uuid}],
  ['rfs-stack', own => ({stack_name: 'prod', status: 'DEPLOYMENT_COMPLETE', ...own}), {taskId: 'prod'}],
  [
    'dataarts-job',
    own => ({jobName: '日报', instanceId: 7, status: 'success', ...own}),
    {taskId: '7', parentId: '日报'}
  ],
  ['codearts-pipeline', own => ({...run, ...own}), ofRun],
  [
    'mrs',
    own => ({job_detail: {job_id: uuid, job_state: 'FINISHED', job_result: 'SUCCEEDED', ...own}}),
    {taskId: uuid}
  ],
  ['dli-sql', own => ({is_success: true, job_id: uuid, status: 'FINISHED', message: 'ok', ...own}), {taskId: uuid}],
  ['dli-spark', own => ({id: uuid, state: 'success', ...own}), {taskId: uuid}],
  [
    'functiongraph',
    own => ({invocations: [{request_id: uuid, status: 'SUCCESS', error_code: 0, ...own}], count: 1}),
    {taskId: uuid, parentId: urn}
  ],
  ['sms', own => ({id: uuid, state: 'MIGRATE_SUCCESS', error_json: '', ...own}), {taskId: uuid}],
  ['modelarts-training', own => ({metadata: {id: uuid}, status: {phase: 'Completed'}, ...own}), {taskId: uuid}],
  [
    'swr-sync',
    own => [
      {
        tag: '8',
        remoteRegionId: 'r',
        remoteNamespace: 'n',
        namespace: 'o',
        repoName: 'a',
        createdAt: '2020-03-12T08:11:36Z',
        status: 'success',
        ...own
      }
    ],
    {taskId: '8', parentId: 'o/a/r/n'}
  ],
  [
    'codearts-build',
    own => ({status: 'success', error: null, result: {building: false, build_result: 'SUCCESS', ...own}}),
    {}
  ],
  [
    'codearts-deploy',
    own => ({status: 'success', result: {record_id: hex, task_id: 'd1', status: 'succeeded', ...own}}),
    {parentId: 'd1'}
  ],
  ['cae', own => ({spec: {status: 'success', ...own}}), {}]
];

describe.each(successes)('a success of %s', (name, body, ids) => {
  it('is one under HTTP 200, and under no other status that its data does not name', () => {
    const named = name === 'mrs' ? [202] : [];
    for (const status of [200, ...named]) expect(outcome(name, body({}), ids, {status})).toBe('succeeded');
    for (const status of [201, 202, 203, 206, 226].filter(each => !named.includes(each))) {
      expect(outcome(name, body({}), ids, {status})).toBe(`malformed: nothing is proven under HTTP ${status}`);
    }
  });

  it.each([{error_code: 'X.1'}, {errorCode: 'X.1'}, {error: 'boom'}, {error: {code: 'X.1'}}])(
    'is no proof beside %j, also without subtasks that count',
    error => {
      for (const strictness of [strict, lax])
        expect(outcome(name, body(error), ids, {strictness})).toMatch(/^unproven/);
    }
  );

  it('is one beside errors that say nothing', () => {
    for (const nothing of [null, '', 0, '0', false, {}, [], {code: '', text: null}]) {
      expect(outcome(name, body({error_code: nothing, error: nothing}), ids)).toBe('succeeded');
    }
  });

  it('is one beside messages and details', () => {
    expect(outcome(name, body({message: 'done', info: 'x', detail: 'y'}), ids)).toBe('succeeded');
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
    return inEnglish(observe(service, {body: {data}, status: 200}, asked, strict).contradictions);
  };
  const tasks = [{status: 'good'}];

  it.each([{error_code: 'X.1'}, {errorCode: 'X.1'}, {error: 'X.1'}])('is no proof: %j', error => {
    const [name] = Object.keys(error);
    expect(flaws({...error, tasks})).toEqual([`"${name}" is X.1`]);
    expect(flaws([{tasks: []}, {...error, tasks}])).toEqual([`"${name}" is X.1`]);
  });

  it('is none where it says nothing, or stands in what the task is not in', () => {
    expect(flaws({error: '', other: {error: 'X.1'}, tasks})).toBeUndefined();
    expect(flaws([{error: 'X.1', tasks: []}, {tasks}])).toBeUndefined();
  });
});

describe('an error of its own beside a success', () => {
  it.each<[ServiceName, object]>([
    ...family.map((name): [ServiceName, object] => [name, {fail_reason: 'no room'}]),
    ['ims', {entities: {addition_error_msg: 'empty file'}}],
    ['eip', {entities: [{}, {error_code: 'VPC.1'}]}],
    ['ecs', {entities: {errorcode_message: 'No valid host was found.'}}],
    ['dcs', {fail_resson: 'out of reach'}],
    ['sfs-turbo', {fail_reason: 'server error'}],
    ['dws', {failed_code: 'DWS.0114'}],
    ['dws', {failed_detail: 'no address'}],
    ['elb', {error_msg: 'pool could not be found.'}],
    ['rds', {fail_reason: 'no room'}],
    ['geminidb', {fail_reason: 'no room'}],
    ['cbr', {error_info: {code: 'BackupService.9999', message: ''}}],
    ['cbr', {error_info: {code: '', message: 'locked'}}],
    ['sms', {error_json: '[{"error_code":"SMS.1904"}]'}],
    ['functiongraph', {error_code: 4001}],
    ['functiongraph', {error_message: 'threw'}]
  ])('of %s, %j, is no proof', (name, error) => {
    const [, body, ids] = successes.find(([of]) => of === name) ?? [];
    expect(outcome(name, body?.(error), ids)).toMatch(/^unproven: "/);
  });

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

  it.each(['boom', ['boom'], [{code: 'X'}], {error_code: 'X.1'}, {reason: 'locked'}, true, 7])(
    'can have another form: %j',
    error_info => {
      expect(outcome('cbr', {operation_log: {...log, error_info}}, {taskId: uuid})).toMatch(/^unproven: "error_info"/);
    }
  );

  it.each<[ServiceName, unknown, Partial<TaskReference>]>([
    ['cce', {...cce('Success'), status: {phase: 'Success', error_code: 'CCE.1'}}, {taskId: uuid}],
    ['modelarts-training', {metadata: {id: uuid}, status: {phase: 'Completed', error: 'boom'}}, {taskId: uuid}],
    ['ecs', {...job, code: 'Common.0011', message: 'No such job.'}, {}],
    ['bms', {...job, code: 'BMS.0006'}, {}],
    ['bms', {...job, entities: {sub_jobs: [{job_id: 'a', status: 'SUCCESS', code: 'BMS.0006'}]}}, {}]
  ])('of %s can stand beside the state: %j', (name, body, ids) => {
    expect(outcome(name, body, ids)).toMatch(/^unproven: "/);
  });

  it('is none where it is the text of JSON that holds nothing', () => {
    const told = (error_json: unknown) =>
      outcome('sms', {id: uuid, state: 'MIGRATE_SUCCESS', error_json}, {taskId: uuid});
    for (const nothing of ['null', '[null]', '""', '[]', '{}', ' [ ] ']) expect(told(nothing)).toBe('succeeded');
    for (const error of ['[1]', '{"a":"b"}', 'none']) expect(told(error)).toMatch(/^unproven/);
  });

  it('is malformed where a list on the way to it holds something else than objects', () => {
    for (const entities of [['boom'], [[{error_code: 'X'}]], [7]]) {
      for (const strictness of [strict, lax])
        expect(outcome('ecs', {...job, entities}, {}, {strictness})).toMatch(/^malformed/);
    }
  });
});

describe('parts of a success', () => {
  const good = {job_id: 'S1', status: 'SUCCESS'};
  const bad = {job_id: 'S2', status: 'FAIL'};

  it.each(family)('count for %s wherever they stand', name => {
    for (const key of ['sub_jobs', 'sub_jobs_result']) {
      expect(outcome(name, {...job, [key]: [good, bad]})).toBe('failed');
      expect(outcome(name, {...job, entities: {[key]: [good, bad]}})).toBe('failed');
      expect(outcome(name, {...job, entities: [{}, {[key]: [{...good, sub_jobs: [bad]}]}]})).toBe('failed');
      expect(outcome(name, {...job, entities: {[key]: [good]}})).toBe('succeeded');
      expect(outcome(name, {...job, entities: {[key]: null}})).toBe('succeeded');
    }
    expect(outcome(name, {...job, entities: {sub_jobs: [{...good, error_code: 'Ecs.1'}]}})).toMatch(/^unproven/);
  });

  it.each<[ServiceName, unknown, Partial<TaskReference>]>([
    ...family.flatMap((name): [ServiceName, unknown, Partial<TaskReference>][] =>
      [{sub_jobs: {}}, {entities: 'none'}, {entities: {results: [['x']]}}].map(more => [name, {...job, ...more}, {}])
    ),
    ['cce', cce('Success', []), {taskId: uuid}],
    ['cce', cce('Success', {subJobs: [{status: {phase: ['Failed']}}]}), {taskId: uuid}],
    ['cce', cce('Success', {subJobs: [{status: 'Failed'}]}), {taskId: uuid}],
    ['cce', cce('Success', {subJobs: [{spec: {subJobs: {}}}]}), {taskId: uuid}],
    ['elb', {job: {...job, sub_jobs: {status: 'FAIL'}}}, {}],
    ['sfs-turbo', {...job, status: 'success', sub_jobs: {}}, {}],
    ['cae', {spec: {status: 'success', tasks: [['failed']]}}, {}],
    ['sms', {id: uuid, state: 'MIGRATE_SUCCESS', sub_tasks: {}}, {taskId: uuid}],
    ['dataarts-studio', {id: hex, status: 'SUCCESSFUL', subtasks: {a: 1}}, {}],
    ['dataarts-studio', {id: hex, status: 'SUCCESSFUL', subTasks: [{status: ['FAILED']}]}, {}],
    ['codearts-pipeline', {...run, stages: [{status: 'COMPLETED', jobs: {status: 'FAILED'}}]}, ofRun],
    ['codearts-pipeline', {...run, stages: [{status: 'COMPLETED', jobs: [{status: ['FAILED']}]}]}, ofRun],
    ['modelarts-training', {metadata: {id: uuid}, status: {phase: 'Completed', task_statuses: {}}}, {taskId: uuid}]
  ])('of another form make an answer of %s malformed, unless they are left aside: %j', (name, body, ids) => {
    expect(outcome(name, body, ids)).toMatch(/^malformed/);
    if (!JSON.stringify(body).includes('"none"')) expect(outcome(name, body, ids, {strictness: lax})).toBe('succeeded');
  });

  it('can be garbage where the task runs or has failed', () => {
    expect(outcome('ecs', {...job, status: 'RUNNING', entities: {sub_jobs: {}, sub_jobs_total: 'x'}})).toBe('running');
    expect(outcome('cce', cce('Failed', 'x'), {taskId: uuid})).toBe('failed');
    const partly = seen('dataarts-studio', {
      id: hex,
      status: 'FAILED',
      subtasks: [null, {name: 'One', status: 'FAILED'}]
    });
    expect(partly.subtasks.map(({name}) => name)).toEqual(['One']);
  });

  it('of a stage that succeeded count down to its steps, but not below what was skipped', () => {
    const stage = (jobs: unknown, more: object = {}) => ({
      ...run,
      stages: [{name: 'S', status: 'COMPLETED', jobs, ...more}]
    });
    const step = {name: 'lint', status: 'FAILED', message: 'shut'};
    expect(outcome('codearts-pipeline', stage([{status: 'FAILED'}]), ofRun)).toBe('failed');
    expect(outcome('codearts-pipeline', stage([{status: 'COMPLETED', steps: [step]}]), ofRun)).toBe('failed');
    expect(outcome('codearts-pipeline', stage([{steps: [step]}]), ofRun)).toBe('failed');
    expect(outcome('codearts-pipeline', stage(null, {post: [step]}), ofRun)).toBe('failed');
    expect(outcome('codearts-pipeline', stage([{status: 'QUEUED'}]), ofRun)).toMatch(/^unproven/);
    expect(outcome('codearts-pipeline', stage([{status: 'IGNORED', steps: [step]}]), ofRun)).toBe('succeeded');
    expect(outcome('codearts-pipeline', stage([{steps: [{}]}]), ofRun)).toBe('succeeded');
    for (const status of [null, '', ' ']) {
      expect(outcome('codearts-pipeline', stage([{status}]), ofRun)).toMatch(/^malformed/);
      expect(outcome('codearts-pipeline', stage([{steps: [{status}]}]), ofRun)).toMatch(/^malformed/);
    }
    const skipped = {...run, stages: [{status: 'SKIPPED', jobs: [{status: 'FAILED'}]}]};
    expect(outcome('codearts-pipeline', skipped, ofRun)).toBe('succeeded');
    expect(seen('codearts-pipeline', stage([{status: 'COMPLETED', steps: [step]}]), ofRun).subtasks).toMatchObject([
      {name: 'S', state: 'succeeded'},
      {name: 'lint', state: 'failed', message: 'shut'}
    ]);
  });

  it.each([null, '', ' '])('of cce without a state prove nothing where its place is there: %j', phase => {
    expect(outcome('cce', cce('Success', {subJobs: [{status: {phase}}]}), {taskId: uuid})).toMatch(/^malformed/);
    expect(outcome('cce', cce('Success', {subJobs: [{status: {}}]}), {taskId: uuid})).toBe('succeeded');
  });

  it.each<[ServiceName, string, object, object]>([
    ['elb', 'sub_jobs', {status: 'SUCCESS'}, {status: 'FAIL'}],
    ['sfs-turbo', 'sub_jobs', {status: 'success'}, {status: 'failed'}],
    ['dataarts-studio', 'subtasks', {status: 'SUCCESSFUL'}, {status: 'FAILED'}],
    ['dataarts-studio', 'subTasks', {status: 'SUCCESSFUL'}, {status: 'FAILED'}],
    ['dataarts-job', 'nodes', {status: 'success'}, {status: 'fail'}]
  ])('of %s count within parts too, under %s, and so do their errors', (name, key, done, failed) => {
    const [, body, ids] = successes.find(([of]) => of === name) ?? [];
    const within = (part: object) => outcome(name, body?.({[key]: [{...done, [key]: [part]}]}), ids);
    expect(within(done)).toBe('succeeded');
    expect(within(failed)).toBe('failed');
    for (const error of ['error_code', 'errorCode', 'errCode', 'error']) {
      expect(outcome(name, body?.({[key]: [{...done, [error]: 'X.1'}]}), ids)).toMatch(/^unproven/);
      expect(within({...done, [error]: 'X.1'})).toMatch(/^unproven/);
      expect(within({...done, [error]: null})).toBe('succeeded');
    }
  });

  it.each<[ServiceName, (part: object) => unknown, Partial<TaskReference>]>([
    ['cae', part => ({spec: {status: 'success', tasks: [{status: 'success', tasks: [part]}]}}), {}],
    ['cae', part => ({spec: {status: 'success', tasks: [part]}}), {}],
    ['ims', part => ({...job, entities: {results: [part]}}), {}],
    ['cce', part => cce('Success', {subJobs: [{status: {phase: 'Success'}, ...part}]}), {taskId: uuid}],
    ['cce', part => cce('Success', {subJobs: [{status: {phase: 'Success', ...part}}]}), {taskId: uuid}],
    ['cce', part => cce('Success', {subJobs: [{status: part}]}), {taskId: uuid}],
    ['codearts-pipeline', part => ({...run, stages: [{status: 'COMPLETED', ...part}]}), ofRun],
    [
      'codearts-pipeline',
      part => ({...run, stages: [{status: 'COMPLETED', jobs: [{...part, status: 'COMPLETED'}]}]}),
      ofRun
    ],
    [
      'codearts-pipeline',
      part => ({...run, stages: [{status: 'COMPLETED', pre: [{...part, status: undefined}]}]}),
      ofRun
    ]
  ])('of %s with an error are no proof, in place %#', (name, body, ids) => {
    const status = name === 'codearts-pipeline' ? {status: 'COMPLETED'} : name === 'cce' ? {} : {status: 'success'};
    expect(outcome(name, body(status), ids)).toBe('succeeded');
    for (const error of ['error_code', 'errorCode', 'errCode', 'error'])
      expect(outcome(name, body({...status, [error]: 'X.1'}), ids)).toMatch(/^unproven: "/);
  });

  it('say nothing below one that was passed over', () => {
    const tasks = [{status: 'skip', tasks: [{status: 'failed'}]}];
    expect(outcome('cae', {spec: {status: 'success', tasks}})).toBe('succeeded');
  });

  it('of the image service are known by the words of both cases, and by no others', () => {
    const result = (status: string) => outcome('ims', {...job, entities: {results: [{status}]}});
    for (const word of ['SUCCESS', 'success']) expect(result(word)).toBe('succeeded');
    for (const word of ['Success', '\u017fuccess', 'succe\u00df', 'SUCCE\u00df'])
      expect(result(word)).toMatch(/^unproven/);
  });

  it('of an instance whose failures were ignored are warnings, by its word alone', () => {
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

  it('say nothing under a success that a person forced', () => {
    const body = {jobName: 'J1', instanceId: 7, nodes: [{nodeName: 'N', status: 'fail'}], total: 9};
    const ids = {taskId: '7', parentId: 'J1'};
    expect(outcome('dataarts-job', {...body, status: 'forceSuccess'}, ids)).toBe('succeeded');
    expect(outcome('dataarts-job', {...body, status: 'success'}, ids)).toBe('failed');
  });
});

describe('a count beside a success', () => {
  const sub = [{job_id: 'a', status: 'SUCCESS'}];
  it.each<[ServiceName, unknown, Partial<TaskReference>]>([
    ...family.flatMap((name): [ServiceName, unknown, Partial<TaskReference>][] => [
      [name, {...job, entities: {sub_jobs_total: 3, sub_jobs: sub}}, {}],
      [name, {...job, entities: {sub_jobs_total: 0, sub_jobs: sub}}, {}],
      [name, {...job, sub_jobs_total: 1}, {}],
      [name, {...job, entities: [{sub_jobs_total: 1}]}, {}]
    ]),
    ['ims', {...job, entities: {sub_jobs_list: ['a', 'b'], sub_jobs_result: sub}}, {}],
    ['ims', {...job, entities: {sub_jobs_list: ['b'], sub_jobs_result: sub}}, {}],
    ['ims', {...job, entities: {sub_jobs_list: ['b']}}, {}],
    [
      'ims',
      {...job, entities: {sub_jobs_list: ['a', 'a'], sub_jobs_result: [...sub, {job_id: 'z', status: 'SUCCESS'}]}},
      {}
    ],
    ['ims', {...job, entities: {sub_jobs_list: [null], sub_jobs_result: [{status: 'SUCCESS'}]}}, {}],
    ['ims', {...job, entities: {sub_jobs_list: [''], sub_jobs_result: [{status: 'SUCCESS'}]}}, {}],
    [
      'dataarts-job',
      {jobName: 'J', instanceId: 7, status: 'success', total: 2, nodes: []},
      {taskId: '7', parentId: 'J'}
    ],
    ['geminidb', {total_count: 2, jobs: [{id: uuid, status: 'Completed'}]}, {taskId: uuid}],
    ['functiongraph', {count: 2, invocations: [{request_id: uuid, status: 'SUCCESS'}]}, {taskId: uuid, parentId: urn}]
  ])('of %s that disagrees is no proof: %j', (name, body, ids) => {
    expect(outcome(name, body, ids)).toMatch(/^unproven: "/);
    expect(outcome(name, body, ids, {strictness: lax})).toBe('succeeded');
  });

  it.each([
    {remove_resources: {fail_count: 1, total_count: 2}},
    {vault_delete: {fail_count: 1}},
    {sync: {err_sync_backup_num: 3}}
  ])('of parts that failed makes it a warning: %j', counts => {
    const told = (strictness: Strictness) =>
      outcome('cbr', {operation_log: {...log, extra_info: counts}}, {taskId: uuid}, {strictness});
    for (const strictSubtasks of [true, false]) {
      expect(told({strictSubtasks, allowWarnings: false})).toBe('failed');
      expect(told({strictSubtasks, allowWarnings: true})).toBe('succeeded');
    }
  });

  it('that agrees, or is none, says nothing', () => {
    for (const count of [1, null, undefined]) {
      expect(outcome('ecs', {...job, entities: {sub_jobs_total: count, sub_jobs: sub}})).toBe('succeeded');
    }
    expect(outcome('bms', {...job, entities: {sub_jobs_total: 0}})).toBe('succeeded');
    expect(outcome('ims', {...job, entities: {sub_jobs_list: ['a'], sub_jobs_result: sub}})).toBe('succeeded');
  });

  it.each(['3', 1.5, true, [1], {}])('of another form makes the answer malformed: %j', count => {
    expect(outcome('ecs', {...job, entities: {sub_jobs_total: count, sub_jobs: sub}})).toMatch(/^malformed/);
  });
});

describe('another task', () => {
  it.each<[ServiceName, unknown, Partial<TaskReference>, string]>([
    ['rfs-stack', {stack_name: 'prod', status: 'DEPLOYMENT_COMPLETE'}, {taskId: 'Prod'}, 'prod'],
    [
      'dataarts-job',
      {jobName: 'Other', instanceId: 7, status: 'running'},
      {taskId: '7', parentId: 'J'},
      'jobName Other'
    ],
    [
      'codearts-deploy',
      {status: 'success', result: {record_id: hex, task_id: 'd2', status: 'running'}},
      {parentId: 'd1'},
      'task_id d2'
    ],
    ['codearts-pipeline', {...run, pipeline_id: 'L2'}, ofRun, 'pipeline_id L2'],
    [
      'mrs',
      {job_detail: {job_id: uuid, cluster_id: 'c2', job_state: 'RUNNING'}},
      {taskId: uuid, parentId: 'c1'},
      'cluster_id c2'
    ],
    ['codearts-check', {task_status: 2, task_id: uuid}, {}, `task_id ${uuid}`],
    ['dli-sql', {job_id: hex, status: 'FINISHED'}, {taskId: uuid}, hex]
  ])('of %s is known by what it repeats: %j', (name, body, ids, other) => {
    expect(outcome(name, body, ids)).toBe(`other: ${other}`);
  });

  it('of a repository is known by its name, with "$" or "/" in it', () => {
    const sync = (more: object) => [
      {
        tag: '8',
        remoteRegionId: 'r',
        remoteNamespace: 'n',
        createdAt: '2020-03-12T08:11:36Z',
        status: 'success',
        ...more
      }
    ];
    const ids = {taskId: '8', parentId: 'team/a$b/r/n'};
    for (const repoName of ['a$b', 'a/b', null]) {
      expect(outcome('swr-sync', sync({namespace: 'team', repoName}), ids)).toBe('succeeded');
    }
    expect(outcome('swr-sync', sync({namespace: 'team', repoName: 'a'}), ids)).toBe('other: repoName a');
    expect(outcome('swr-sync', sync({namespace: 'other', repoName: 'a$b'}), ids)).toBe('other: namespace other');
  });

  it('is none where hexadecimal ids and UUIDs have letters of the other case', () => {
    expect(outcome('ecs', {...job, job_id: hex.toUpperCase()})).toBe('succeeded');
    expect(outcome('cce', cce('Success'), {taskId: uuid.toUpperCase()})).toBe('succeeded');
    expect(outcome('ecs', {...job, job_id: 'JOB-1'}, {taskId: 'job-1'})).toBe('other: JOB-1');
  });
});

describe('a twin of the task', () => {
  const done = {id: uuid, status: 'Completed'};
  const failed = {id: uuid, status: 'Failed'};

  it.each(['taurusdb', 'rds', 'dds', 'gaussdb'] as const)('of %s has to agree, wherever it stands', name => {
    const told = (more: object) => outcome(name, {...database(), ...more}, {taskId: uuid});
    for (const more of [failed, {jobs: [failed]}, {jobs: [done, failed]}]) expect(told(more)).toMatch(/^unproven/);
    for (const more of [done, {status: 'ok'}, {jobs: [done]}, {jobs: [{id: 'x', status: 'Failed'}]}, {jobs: null}])
      expect(told(more)).toBe('succeeded');
  });

  it('of geminidb has to agree, and one that cannot be placed makes the answer malformed', () => {
    const told = (more: object, ...others: readonly unknown[]) =>
      outcome('geminidb', {jobs: [done, ...others], ...more}, {taskId: uuid});
    expect(told({}, {id: 'x', status: 'Failed'})).toBe('succeeded');
    for (const more of [failed, {job: failed}]) expect(told(more)).toMatch(/^unproven/);
    for (const other of [
      [failed],
      'x',
      null,
      7,
      {status: 'Failed'},
      ...[7, [uuid], {a: uuid}, null].map(id => ({...failed, id}))
    ])
      expect(told({}, other)).toMatch(/^malformed/);
  });

  it('of an invocation or a synchronization that cannot be placed makes the answer malformed', () => {
    for (const request_id of [7, [uuid], null]) {
      const invocations = [
        {request_id: uuid, status: 'SUCCESS'},
        {request_id, status: 'FAIL'}
      ];
      expect(outcome('functiongraph', {invocations}, {taskId: uuid, parentId: urn})).toMatch(/^malformed/);
    }
    const [, body, ids] = successes.find(([of]) => of === 'swr-sync') ?? [];
    const [sync] = [body?.({})].flat() as object[];
    for (const key of ['tag', 'remoteRegionId', 'remoteNamespace']) {
      for (const value of [8, ['8'], null])
        expect(outcome('swr-sync', [sync, {...sync, status: 'failed', [key]: value}], ids)).toMatch(/^malformed/);
      for (const value of ['N', ' r ', '9'])
        expect(outcome('swr-sync', [sync, {...sync, status: 'failed', [key]: value}], ids)).toBe('succeeded');
    }
  });
});

describe('a list', () => {
  const invocation = (status: string) => ({request_id: uuid, status});
  const ids = {taskId: uuid, parentId: urn};

  it.each([
    ['SUCCESS', 'FAIL'],
    ['FAIL', 'SUCCESS'],
    ['RUNNING', 'SUCCESS']
  ])('with entries of the same id that say %s and %s is no proof', (one, other) => {
    const both = [one, other];
    expect(outcome('functiongraph', {invocations: both.map(invocation)}, ids)).toMatch(/^unproven: .*with its id say/);
    const words = {SUCCESS: 'Completed', FAIL: 'Failed', RUNNING: 'Running'} as Readonly<Record<string, string>>;
    const jobs = both.map(word => ({id: uuid, status: words[word]}));
    expect(outcome('geminidb', {jobs}, {taskId: uuid})).toMatch(/^unproven: .*with its id say/);
  });

  it('can have the same entry twice', () => {
    expect(outcome('functiongraph', {invocations: [invocation('SUCCESS'), invocation('SUCCESS')]}, ids)).toBe(
      'succeeded'
    );
  });

  it('that is null is an empty one', () => {
    expect(outcome('functiongraph', {invocations: null}, ids)).toBe('not listed');
    expect(outcome('geminidb', {jobs: null}, {taskId: uuid})).toBe('not listed');
  });
});

describe('the state', () => {
  it.each<[ServiceName, (word: unknown) => unknown, Partial<TaskReference>]>([
    ['dataarts-studio', status => ({id: hex, status}), {}],
    ['rds', status => database({status}), {taskId: uuid}],
    ['geminidb', status => ({jobs: [{id: uuid, status}]}), {taskId: uuid}],
    ...family.map((name): [ServiceName, (word: unknown) => unknown, object] => [
      name,
      status => ({...job, status}),
      {}
    ]),
    ['dcs', status => ({...job, status}), {}],
    ['sfs-turbo', status => ({...job, status}), {}],
    ['dws', status => ({job_id: hex, status}), {}],
    ['elb', status => ({job: {...job, status}}), {}],
    ['cce', phase => cce(phase), {taskId: uuid}],
    ['cbr', status => ({operation_log: {...log, status}}), {taskId: uuid}],
    ['rfs-stack', status => ({stack_name: 'prod', status}), {taskId: 'prod'}],
    ['dataarts-job', status => ({instanceId: 7, status}), {taskId: '7'}],
    ['codearts-pipeline', status => ({...run, status}), ofRun],
    ['mrs', job_state => ({job_detail: {job_id: uuid, job_state}}), {taskId: uuid}],
    ['mrs', job_result => ({job_detail: {job_id: uuid, job_state: 'FINISHED', job_result}}), {taskId: uuid}],
    ['dli-sql', status => ({job_id: uuid, status}), {taskId: uuid}],
    ['dli-spark', state => ({id: uuid, state}), {taskId: uuid}],
    ['functiongraph', status => ({invocations: [{request_id: uuid, status}]}), {taskId: uuid, parentId: urn}],
    ['sms', state => ({id: uuid, state}), {taskId: uuid}],
    ['modelarts-training', phase => ({metadata: {id: uuid}, status: {phase}}), {taskId: uuid}],
    ['codearts-build', build_result => ({status: 'success', result: {building: false, build_result}}), {}],
    ['codearts-deploy', status => ({status: 'success', result: {record_id: hex, status}}), {}],
    ['cae', status => ({spec: {status}}), {}]
  ])('of %s can be there and empty, which is none yet; it cannot be missing', (name, body, ids) => {
    for (const word of [null, '', '  ']) expect(outcome(name, body(word), ids)).toBe('untold');
    for (const word of [undefined, ['SUCCESS'], {}, true]) expect(outcome(name, body(word), ids)).toMatch(/^malformed/);
  });

  it('of a check is null until it is checked', () => {
    expect(outcome('codearts-check', {task_status: null})).toBe('running');
    expect(outcome('codearts-check', {task_status: ''})).toBe('untold');
    expect(outcome('codearts-check', {})).toMatch(/^malformed/);
  });

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

describe('the flag of a request', () => {
  it('is true or absent under a success', () => {
    const answer = (is_success: unknown, status = 'FINISHED') =>
      outcome('dli-sql', {job_id: uuid, is_success, status}, {taskId: uuid});
    expect([true, null, undefined].map(flag => answer(flag))).toEqual(['succeeded', 'succeeded', 'succeeded']);
    for (const flag of [false, 'false', 'true', 0, 1, [], {}]) expect(answer(flag)).toMatch(/^malformed/);
    expect(answer('false', 'RUNNING')).toBe('running');
    expect(answer(false, 'FAILED')).toBe('failed');
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
      partsIn(record(own, 'it'), 'parts', 'part', part => [
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
      {body, status: 200},
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
    expectation: {kind: 'gone', signs: {words, codes: [], bare404: false, lists: false}}
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
