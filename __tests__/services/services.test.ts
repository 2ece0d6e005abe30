import {existsSync, readdirSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer, RequestError} from '../../src/errors.ts';
import {cloudOf, endpointOf} from '../../src/hosts.ts';
import {createClient} from '../../src/http/client.ts';
import {observe} from '../../src/observe.ts';
import {saysGone} from '../../src/polling/expectation.ts';
import {sdkHosts} from '../../src/sdk-hosts.ts';
import {findService, type ServiceName, services} from '../../src/services/index.ts';
import type {Evidence, ReadFailure, ReadTask, Sample} from '../../src/services/samples.ts';
import {
  type CauseSource,
  fullId,
  isIdOf,
  requestOf,
  type Service,
  type TaskReference
} from '../../src/services/service.ts';
import {type Cause, isTerminal, type Task} from '../../src/task.ts';
import {textIn} from '../../src/text.ts';
import {evidence, textOf} from '../helpers/evidence.ts';
import {fakeTransport} from '../helpers/fake-transport.ts';
import {gatewaySamples} from '../helpers/gateway-samples.ts';

const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};

const moment = {requestId: 'R1', dateMs: Date.UTC(2026, 0, 15, 8, 30)};

const strict = {strictSubtasks: true, allowWarnings: false};

/** Whatever the answer says of its id. */
function observed(service: Service, body: unknown, asked = reference): Task {
  return observe({...service, answersWithId: false}, {body, status: 200}, asked, strict);
}

function serviceNamed(name: string): Service {
  const service = findService(name);
  if (!service) throw new Error(`no service ${name}`);
  return service;
}

/** What the client and the service make of an answer. */
async function answered(service: Service, sample: Sample, asked: TaskReference): Promise<Task | RequestError> {
  const {transport} = fakeTransport([{status: sample.status ?? 200, body: textOf(sample)}]);
  const client = createClient({transport, clean: text => text, debug: () => undefined});
  const url = new URL(`https://service.example${service.request(reference, moment).path}`);
  try {
    const form = {
      party: 'service' as const,
      codes: service.codes,
      valuesHaveErrorCodes: service.tasksHaveErrorCodes,
      read: (body: unknown, _: unknown, __: unknown, status: number) => observe(service, {body, status}, asked, strict)
    };
    return (await client({url}, form, new AbortController().signal)).value;
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

/** In the form of the samples. */
async function readAs(service: Service, sample: Sample): Promise<ReadTask | ReadFailure> {
  const answer = await answered(service, sample, {...reference, ...sample.asked});
  if (!(answer instanceof RequestError)) return readable(answer);
  const {kind, unauthenticated, code, quota} = answer.failure;
  return {
    failure: kind,
    ...(unauthenticated && {unauthenticated}),
    ...(code === undefined ? {} : {code}),
    ...(quota === undefined ? {} : {quota})
  };
}

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

const readableCause = ({timeMs, ...cause}: Cause) => ({...cause, time: iso(timeMs)});

function readable({startMs, endMs, subtasks, causes, other, isForced, isDecidedByParts, ...task}: Task): ReadTask {
  const read = {
    ...task,
    causes: causes?.map(readableCause),
    start: iso(startMs),
    end: iso(endMs),
    subtasks: subtasks.map(({startMs: start, endMs: end, changedMs, ...subtask}) => ({
      ...subtask,
      start: iso(start),
      end: iso(end),
      changed: iso(changedMs)
    }))
  };
  // Without the fields that are undefined.
  return JSON.parse(JSON.stringify(read));
}

const shownCodes: ReadonlySet<unknown> = new Set(
  Object.values(evidence).flatMap(({answers}) => answers.map(({expected}) => 'code' in expected && expected.code))
);

describe.each(Object.entries(evidence))('an answer of %s', (name, {answers: itsSamples}) => {
  it.each(itsSamples)('is read rightly: $name', async sample => {
    expect(await readAs(serviceNamed(name), sample)).toEqual(sample.expected);
  });

  const others = gatewaySamples.filter(({name: of}) => name !== 'swr-sync' || !/^null/.test(of));
  it.each(others)('is what the gateway means by it: $name', async sample => {
    expect(await readAs(serviceNamed(name), sample)).toEqual(sample.expected);
  });

  it('names its task in every sample, or in none', () => {
    const {answersWithId} = serviceNamed(name);
    for (const {expected} of itsSamples) {
      if ('state' in expected) expect(expected.id !== undefined).toBe(answersWithId);
    }
  });

  it('shows each of its words, whatever its letters, so that each has a source (answers in samples.mjs)', () => {
    const shown = itsSamples.flatMap(({expected}) =>
      'state' in expected ? [expected, ...expected.subtasks].map(({serviceStatus}) => serviceStatus.toLowerCase()) : []
    );
    const words = Object.keys(serviceNamed(name).states);
    expect(words.filter(word => !shown.includes(word.toLowerCase()))).toEqual([]);
  });

  it('shows each of its codes, or another service does that shares it (answers in samples.mjs)', () => {
    expect(Object.keys(serviceNamed(name).codes).filter(code => !shownCodes.has(code))).toEqual([]);
  });

  it.each(['running', 'succeeded', 'failed or stopped', 'unknown', 'malformed', 'denied'])(
    'has an answer in samples.mjs that is read as %s',
    wanted => {
      const outcomes = itsSamples.map(({expected}) => ('failure' in expected ? expected.failure : expected.state));
      expect(outcomes.some(outcome => wanted.split(' or ').includes(outcome))).toBe(true);
    }
  );
});

describe('every service', () => {
  it('has its folder, and its line in src/services/list.ts', () => {
    const folders = readdirSync('src/services').filter(name => existsSync(`src/services/${name}/service.ts`));
    expect(services.map(({name}): string => name).sort()).toEqual(folders.sort());
  });

  it('has a name and aliases that no other has', () => {
    const names = services.flatMap(({name, aliases}: Service) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(services.map((service: Service) => ({service, name: service.name})))(
    'takes ids that stay inside their place in the path: $name',
    ({service}) => {
      for (const id of ['', '..', '.', 'a/b', 'a b', 'a?b', 'a#b', 'a%2fb', 'a\nb', 'a\n', 'ä', 'a'.repeat(129)]) {
        expect(service.taskId.pattern.test(id)).toBe(false);
      }
      for (const id of ['008aae2e67abe2ff0167abe3a28f0000', '31b8ae23-c687-4d80-b7b4-42a66c9bb886']) {
        expect(service.taskId.pattern.test(id)).toBe(true);
      }
    }
  );

  it.each<[ServiceName, readonly string[], readonly string[]]>([
    ['codearts-pipeline', ['7bcedd0f556a4baead77105f8b238dde', 'c1/l1'], ['c1/c2/l1', '/l1', 'c1/']],
    ['mrs', ['2b460e01-3351-4170-b0a7-57b9dd5ffef3'], ['c1/c2']],
    [
      'functiongraph',
      [
        'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test',
        'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest',
        'urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test-1_b:!prod'
      ],
      [
        'test',
        'urn:fss:cn-north-4',
        'urn:fss:r:p:function:default:a/b',
        'urn:fss:r:p:function:default:a?b',
        'urn:smn:r:p:a:b:c'
      ]
    ],
    [
      'swr-sync',
      ['team/app/cn-north-1/team', 'a.b/nginx$alpine/eu-west-101/c_d'],
      [
        'team/app',
        'team/app/cn-north-1',
        'team/../cn-north-1/team',
        'Team/app/r/team',
        'team/app/r/team/more',
        '/app/r/team'
      ]
    ],
    ['dataarts-job', ['J1', 'job_batch', 'a.b', '日报', 'ä'], ['a/b', '../a', '日/报', '日 报']],
    ['dataarts-script', ['dws_sql', 'a.b', '日报', 'ä'], ['a/b', '../a', '日/报', '日 报']],
    ['rfs-plan', ['my_hello_world_stack', '网络'], ['a/b', '网/络']],
    ['kafka', ['9b6b7173-d1d8-4604-86a8-43b732715a03'], ['a/b']],
    ['codearts-build', ['f5af662119404ad187437cd272b5099b'], ['a/b']],
    ['codearts-deploy', ['e700f15965694253940502911220d76b'], ['a/b']],
    ['cae', ['5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898'], ['a/b', 'a\r\nb']]
  ])('takes parents that stay inside their place in the path: %s', (name, good, bad) => {
    const pattern = serviceNamed(name).parentId?.pattern ?? /never^/;
    for (const id of good) expect([id, pattern.test(id)]).toEqual([id, true]);
    for (const id of [...bad, '', '..', '.', 'a b', 'a?b', 'a#b', 'a%2fb', 'a\nb', 'a\n', 'ä'].filter(
      id => !good.includes(id)
    )) {
      expect([id, pattern.test(id)]).toEqual([id, false]);
    }
  });

  it.each(services.map((service: Service) => ({service, name: service.name})))(
    'never lets an answer without a state pass as an end: $name',
    ({service}) => {
      for (const body of [{}, {status: null}, {job: {}}, {task_status: null}, [], null, '', 'SUCCESSFUL', 2, true]) {
        let task: Task | undefined;
        try {
          task = observed(service, body);
        } catch {}
        expect(task && isTerminal(task.state)).toBeFalsy();
      }
    }
  );

  it.each(services.map((service: Service) => ({service, name: service.name})))(
    'asks for a project where its request has one, and only there: $name',
    ({service}) => {
      const {path, headers = {}} = requestOf(service, {...reference, parentId: 'R1', projectId: 'the-project'}, moment);
      expect([path, ...Object.values(headers)].some(text => text.includes('the-project'))).toBe(service.needsProjectId);
    }
  );

  it.each<[ServiceName, unknown, string]>([
    ...services
      .filter(({name}) => name !== 'swr-sync')
      .map(({name}): [ServiceName, unknown, string] => [name, null, 'the answer should be an object and is null']),
    ['cae', {}, '"spec" should be an object and is missing'],
    ['cae', {spec: {status: 'success', tasks: {}}}, '"tasks" should be a list and is an object'],
    ['cae', {spec: {status: 'success', tasks: ['init']}}, 'task 1 should be an object and is a string'],
    ['cbr', {}, '"operation_log" should be an object and is missing'],
    ['cce', {}, '"status" should be an object and is missing'],
    ['cce', {status: {phase: 'Success'}, spec: {subJobs: {}}}, '"subJobs" should be a list and is an object'],
    ['cce', {status: {phase: 'Success'}, spec: {subJobs: [{}, null]}}, 'sub-job 2 should be an object and is null'],
    ['codearts-build', {status: 'success'}, '"result" should be an object and is missing'],
    ['codearts-build', {status: 'error', result: {building: false}}, 'the "status" of the request is error'],
    ['codearts-build', {status: 'success', result: {building: 'false'}}, '"building" should be true or false'],
    ['codearts-pipeline', {status: 'COMPLETED', stages: {}}, '"stages" should be a list and is an object'],
    ['codearts-pipeline', {status: 'COMPLETED', stages: [null]}, 'stage 1 should be an object and is null'],
    ['dataarts-job', {instanceId: 1, status: 'success', nodes: {}}, '"nodes" should be a list and is an object'],
    ['dataarts-job', {instanceId: 1, status: 'success', nodes: [null]}, 'node 1 should be an object and is null'],
    ['dataarts-studio', {status: 'SUCCESSFUL', subtasks: [null]}, 'subtask 1 should be an object and is null'],
    ['dli-sql', {is_success: false, status: 'FINISHED'}, '"is_success" is false: no reason'],
    ['dli-sql', {is_success: false, message: 'busy', status: 'FINISHED'}, '"is_success" is false: busy'],
    ['ecs', {status: 'SUCCESS', entities: {sub_jobs: {}}}, '"sub_jobs" should be a list and is an object'],
    ['ecs', {status: 'SUCCESS', entities: {sub_jobs: [null]}}, 'sub-job 1 should be an object and is null'],
    ['elb', {}, '"job" should be an object and is missing'],
    ['elb', {job: {status: 'COMPLETE', sub_jobs: [null]}}, 'subtask 1 should be an object and is null'],
    ['functiongraph', {}, '"invocations" should be a list and is missing'],
    ['functiongraph', {invocations: {}}, '"invocations" should be a list and is an object'],
    ['functiongraph', {invocations: [null]}, 'invocation 1 should be an object and is null'],
    [
      'ims',
      {status: 'SUCCESS', entities: {sub_jobs_result: {}}},
      '"sub_jobs_result" should be a list and is an object'
    ],
    ['ims', {status: 'SUCCESS', entities: {results: {}}}, '"results" should be a list and is an object'],
    ['ims', {status: 'SUCCESS', entities: {results: [null]}}, 'result 1 should be an object and is null'],
    ['modelarts-training', {}, '"metadata" should be an object and is missing'],
    ['modelarts-training', {metadata: {}}, '"status" should be an object and is missing'],
    [
      'modelarts-training',
      {metadata: {}, status: {phase: 'Completed', task_statuses: {}}},
      '"task_statuses" should be a list and is an object'
    ],
    [
      'modelarts-training',
      {metadata: {}, status: {phase: 'Completed', task_statuses: [null]}},
      'task 1 should be an object and is null'
    ],
    ['mrs', {}, '"job_detail" should be an object and is missing'],
    ['rds', {}, '"job" should be an object and is missing'],
    ['geminidb', {}, '"jobs" should be a list and is missing'],
    ['sfs-turbo', {status: 'success', sub_jobs: [null]}, 'subtask 1 should be an object and is null'],
    ['sms', {state: 'MIGRATE_SUCCESS', sub_tasks: [null]}, 'subtask 1 should be an object and is null'],
    ['swr-sync', [null], 'job 1 should be an object and is null'],
    [
      'swr-sync',
      [{tag: 'T1', remoteRegionId: 'r', remoteNamespace: 'n', createdAt: 'today'}],
      '"createdAt" of a job is no time: today'
    ]
  ])('says what is wrong with an answer of %s: %j', (name, body, message) => {
    const asked = {...reference, parentId: 'team/app/r/n'};
    expect(() => observed(serviceNamed(name), body, asked)).toThrow(new MalformedAnswer(message));
  });
});

/** The names of the id, and what they stand for in these tests. */
function valuesFor({id}: Evidence): Readonly<Record<string, string>> {
  return Object.fromEntries([...id.matchAll(/\{(\w+)\}/g)].map(([, name = ''], index) => [name, `I${index}`]));
}

const filled = (template: string, values: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

describe.each(Object.entries(evidence))('the evidence of %s', (name, own) => {
  const service = serviceNamed(name);
  const values = {...valuesFor(own), project_id: 'P1', request_id: 'R1', a_week_ago: '2026-01-08T08:30:00'};
  const ids = filled(own.id, values).split('/');
  const asked = {...reference, taskId: ids.at(-1) ?? '', parentId: ids.slice(0, -1).join('/')};

  it('has the request that is sent (poll in samples.mjs)', () => {
    const [path = '', query] = filled(own.poll.path, values).split('?');
    const sent = requestOf(service, asked, moment);
    const url = new URL(sent.path, 'https://service.example');
    expect(decodeURIComponent(url.pathname)).toBe(path);
    expect(Object.fromEntries(url.searchParams)).toEqual(Object.fromEntries(new URLSearchParams(query ?? '')));
    const headers = Object.entries(own.poll.headers ?? {}).map(([header, value]) => [header, filled(value, values)]);
    expect(sent.headers ?? {}).toEqual(Object.fromEntries(headers));
  });

  it('has what is sent for other inputs (poll.variants in samples.mjs)', () => {
    for (const {given, path, headers} of own.poll.variants ?? []) {
      const sent = requestOf(service, {...asked, ...given}, moment);
      expect(sent.headers ?? {}).toEqual(headers);
      if (path !== undefined) expect(sent.path).toBe(path);
    }
  });

  it('has an example that the input task-id takes', () => {
    const parts = own.example.split('/');
    expect(parts).toHaveLength(ids.length);
    expect(isIdOf(service, own.example)).toBe(true);
  });

  it('has a start call in which each part of the id stands (start in samples.mjs)', () => {
    const start = JSON.stringify(own.start);
    for (const part of Object.keys(valuesFor(own))) expect(start).toContain(`{${part}}`);
  });

  it.each(Object.entries(own.hosts))('has its host in %s (hosts in samples.mjs)', (region, host) => {
    expect(endpointOf(service, region, undefined)).toEqual(
      host === null
        ? {
            problem: expect.stringMatching(
              new RegExp(
                `^region "${region}" (has no known host of ${textIn(service.title)}|is in no cloud known here)`
              )
            )
          }
        : {
            url: `https://${host}`,
            origin: service.hosts.global
              ? expect.stringMatching(/^the one of .+ for all regions of \S+$/)
              : `built from region "${region}"`
          }
    );
  });

  it('has its client in src/sdk-hosts.ts (scripts/sdk-hosts.py writes it)', () => {
    expect(Object.keys(sdkHosts)).toContain(own.sdk.client);
  });

  it('has a host', () => {
    expect(Object.values(own.hosts).filter(host => host !== null)).not.toEqual([]);
  });

  it('has its grounds, and no others (settles, endTimeMeansEnd, tasksHaveErrorCodes in samples.mjs)', () => {
    expect({
      settles: own.settles !== undefined,
      endTimeMeansEnd: own.endTimeMeansEnd !== undefined,
      tasksHaveErrorCodes: own.tasksHaveErrorCodes !== undefined
    }).toEqual({
      settles: service.settleMs > 0,
      endTimeMeansEnd: service.endTimeMeansEnd,
      tasksHaveErrorCodes: service.tasksHaveErrorCodes
    });
  });

  it('proves that its resource is gone by the answers that say so, and by no other (provesGone in samples.mjs)', async () => {
    const expectation = service.resource && {kind: 'gone' as const, signs: service.resource.gone};
    const samples: readonly Sample[] = [...own.answers, ...gatewaySamples];
    for (const sample of samples) {
      const answer = await answered(service, sample, {...reference, ...sample.asked});
      const isGone = answer instanceof RequestError && saysGone(answer.failure, expectation);
      expect([sample.name, isGone]).toEqual([sample.name, sample.provesGone === true]);
    }
    const {codes = []} = service.resource?.gone ?? {};
    const shown = own.answers.flatMap(({provesGone, expected}) =>
      provesGone && 'code' in expected ? expected.code : []
    );
    expect(shown).toEqual(expect.arrayContaining([...codes]));
  });

  it('has the texts of the documents in English', () => {
    expect(own.about.id.en).not.toBe('');
  });
});

describe.each(Object.entries(evidence))('why a task of %s failed', (name, own) => {
  const service = serviceNamed(name);
  const reads = own.causes ?? [];
  const values = {...valuesFor(own), project_id: 'P1', request_id: 'R1'};
  const ids = filled(own.id, values).split('/');
  const asked = {...reference, taskId: ids.at(-1) ?? '', parentId: ids.slice(0, -1).join('/')};

  /** The sources one after the other, as the first answer to each leads to the next. */
  function sources(): readonly CauseSource[] {
    const found: CauseSource[] = [];
    let source = service.causes?.request ? service.causes : undefined;
    for (let index = 0; source; index += 1) {
      found.push(source);
      const answer = reads[index]?.answers[0];
      source = answer && source.next?.(JSON.parse(textOf(answer)));
    }
    return found;
  }

  it('is read by the requests of samples.mjs (causes), one after the other', () => {
    const sent = sources().map(source => {
      const {path = '', headers = {}} = source.request?.(asked, moment) ?? {};
      const url = new URL(path, 'https://service.example');
      return {path: decodeURIComponent(url.pathname), query: Object.fromEntries(url.searchParams), headers};
    });
    const wanted = reads.map(({request, values: more}) => {
      const all = {...values, ...more};
      const [path = '', query] = filled(request.path, all).split('?');
      const headers = Object.entries(request.headers ?? {}).map(([header, value]) => [header, filled(value, all)]);
      return {path, query: Object.fromEntries(new URLSearchParams(query)), headers: Object.fromEntries(headers)};
    });
    expect(sent).toEqual(wanted);
  });

  it('is read by requests that keep ids in their place, whatever is in them', () => {
    const pathsFor = (task: TaskReference, bodyOf: (text: string) => unknown) => {
      const paths: string[] = [];
      for (let source = service.causes; source?.request; ) {
        paths.push(source.request(task, moment).path);
        const answer = reads[paths.length - 1]?.answers[0];
        source = answer && source.next?.(bodyOf(textOf(answer)));
      }
      return paths.map(path => path.replace(/[^/?&=#]/g, ''));
    };
    const harmful = {...reference, taskId: 'T/?&#1', parentId: 'R/?&#1', projectId: 'P/?&#1'};
    const spoiled = (text: string) => JSON.parse(text.replace(/"[0-9a-f-]{32,36}"/g, '"../x?y&z#"'));
    expect(pathsFor(harmful, spoiled)).toEqual(pathsFor({...reference, parentId: 'R1'}, text => JSON.parse(text)));
  });

  it('is read from answers in samples.mjs, one of which tells no cause or is malformed', () => {
    for (const [index, source] of sources().entries()) {
      const answers = reads[index]?.answers ?? [];
      for (const answer of answers) {
        const read = () => {
          const causes = source.read(JSON.parse(textOf(answer)), {...asked, ...answer.asked});
          return JSON.parse(JSON.stringify(causes.map(readableCause)));
        };
        const {expected} = answer;
        if ('malformed' in expected) expect(read).toThrow(new MalformedAnswer(expected.malformed));
        else expect(read()).toEqual(expected);
      }
      expect(answers[0]?.expected).not.toEqual([]);
      expect(answers.some(({expected}) => 'malformed' in expected || expected.length === 0)).toBe(true);
      for (const body of [null, [], '', 7, {}]) expect(() => source.read(body, asked)).toThrow(MalformedAnswer);
    }
  });

  it('is described where it is told (about.causes in samples.mjs)', () => {
    expect(own.about.causes !== undefined).toBe(service.causes !== undefined);
  });

  it('is in a sample of the answer, where it is read from that', () => {
    const told = own.answers.filter(({expected}) => 'state' in expected && expected.causes);
    expect(told.length > 0).toBe(service.causes !== undefined && !service.causes.request);
  });
});

describe('requests', () => {
  it.each(services.map(({name}) => name))('of %s keep ids in their place, whatever is in them', name => {
    const plain = serviceNamed(name).request({...reference, parentId: 'R1'}, moment).path;
    const harmful = {...reference, taskId: 'T/?&#1', parentId: 'R/?&#1', projectId: 'P/?&#1'};
    const {path} = serviceNamed(name).request(harmful, moment);
    expect(path.replace(/[^/?&=#]/g, '')).toBe(plain.replace(/[^/?&=#]/g, ''));
  });
});

describe('hosts', () => {
  it.each(
    services.flatMap(({name}) => ['eu-ch2', 'eu-west-0', 'xx-private-1', 'constructor'].map(region => [name, region]))
  )('of %s in %s, which is in no known cloud, is asked for', (name = '', region = '') => {
    expect(endpointOf(serviceNamed(name), region, undefined)).toEqual({
      problem: expect.stringMatching(
        new RegExp(`^region "${region}" is in no cloud known here: give cloud .* or endpoint`)
      )
    });
  });

  it('in a region that is mistyped brings the region that was meant', () => {
    expect(endpointOf(serviceNamed('dataarts-studio'), 'eu-dee', undefined)).toEqual({
      problem: expect.stringMatching(
        /^region "eu-dee" is in no cloud known here; was eu-de meant\? Otherwise give cloud /
      )
    });
  });

  it.each<[ServiceName, string, string, string]>([
    ['dataarts-studio', 'cn-north-4', 'myhuaweicloud.cn', 'dayu-dlf.cn-north-4.myhuaweicloud.cn'],
    ['dataarts-studio', 'xx-private-1', 'cloud.example', 'dayu-dlf.xx-private-1.cloud.example'],
    ['taurusdb', 'ap-southeast-1', 'cloud.example', 'gaussdbformysql.ap-southeast-1.cloud.example'],
    ['codearts-check', 'eu-west-101', 'myhuaweicloud.com', 'check.eu-west-101.myhuaweicloud.com'],
    ['ecs', 'eu-west-0', 'cloud.example', 'ecs.eu-west-0.cloud.example'],
    ['eip', 'xx-private-1', 'cloud.example', 'vpc.xx-private-1.cloud.example'],
    ...(
      [
        ...['evs', 'ims', 'dcs', 'sfs-turbo', 'dws', 'elb', 'rds', 'dds', 'cce', 'cbr', 'mrs', 'functiongraph'].map(
          name => [name, name]
        ),
        ['geminidb', 'gaussdb-nosql'],
        ['dli-sql', 'dli'],
        ['dli-spark', 'dli'],
        ['modelarts-training', 'modelarts'],
        ['swr-sync', 'swr-api']
      ] as [ServiceName, string][]
    ).map(([name, label]): [ServiceName, string, string, string] => [
      name,
      'xx-private-1',
      'cloud.example',
      `${label}.xx-private-1.cloud.example`
    ])
  ])('of %s in %s are in the cloud %s where that is given', (name, region, cloud, host) => {
    expect(endpointOf(serviceNamed(name), region, cloud)).toEqual({
      url: `https://${host}`,
      origin: `built from region "${region}" and cloud "${cloud}"`
    });
  });

  it.each<[ServiceName, string, RegExp]>([
    [
      'cae',
      'cn-north-1',
      / of Cloud Application Engine \(known in cn-east-3, cn-north-4, cn-south-1, af-south-1, .* and \d more\): give /
    ],
    ['eip', 'eu-nl', / of Elastic IP, nor has any other region of otc\.t-systems\.com: give /],
    ['codearts-deploy', 'eu-west-102', / of CodeArts Deploy \(known in eu-west-101\): give endpoint/]
  ])('of %s that are not known in %s: the regions of the same cloud are named that have one', (name, region, words) => {
    expect(endpointOf(serviceNamed(name), region, undefined)).toEqual({problem: expect.stringMatching(words)});
  });

  it('are in regions that have a name', () => {
    for (const {hosts} of services) expect(hosts.byRegion('')).toBeUndefined();
  });

  it.each(['', 'xeu-west-101', 'eu-west-1011', 'eu-west-10x'])('of the region %j are in no known cloud', region => {
    expect(cloudOf(region)).toBeUndefined();
  });

  it.each<[ServiceName, string]>([
    ['taurusdb', 'cn-east-4'],
    ['taurusdb', 'xx-private-1'],
    ['codearts-check', 'xx-private-1'],
    ['dataarts-studio', 'cn-east-4'],
    ['bms', 'xx-private-1'],
    ['gaussdb', 'xx-private-1'],
    ['rfs-stack', 'xx-private-1']
  ])('of %s in %s are not guessed where a cloud is given', (name, region) => {
    expect(endpointOf(serviceNamed(name), region, 'cloud.example')).toEqual({
      problem: expect.stringContaining('give endpoint')
    });
  });
});

describe('what an answer tells beside a state', () => {
  const read = (name: ServiceName, body: unknown) => observed(serviceNamed(name), body);

  it('is no id, progress or message in another form than the promised one', () => {
    const task = read('sms', {
      state: 'RUNNING',
      sub_tasks: [{id: 'S1'}, {id: 7, progress: 40, process_trace: 'copying'}]
    });
    expect(task.subtasks).toMatchObject([
      {id: undefined, serviceStatus: '', message: undefined},
      {id: '7', serviceStatus: '40%', message: 'copying'}
    ]);
  });

  it('is no end where the duration is no number', () => {
    const startMs = 1544777083000;
    const sql = (duration: unknown) => read('dli-sql', {status: 'FINISHED', start_time: startMs, duration}).endMs;
    const training = (duration: unknown) =>
      read('modelarts-training', {metadata: {}, status: {phase: 'Completed', start_time: startMs, duration}}).endMs;
    for (const endOf of [sql, training])
      expect([5000, true, null].map(endOf)).toEqual([startMs + 5000, undefined, undefined]);
  });

  it('is no progress where the fraction is no number', () => {
    const progressOf = (fraction: unknown) =>
      read('ims', {status: 'RUNNING', entities: {process_percent: fraction}}).progress;
    expect([0.24, '0.24', true].map(progressOf)).toEqual([24, undefined, undefined]);
  });

  it('is no message of a stage where its jobs have another form', () => {
    const messageOf = (jobs: unknown) =>
      read('codearts-pipeline', {status: 'FAILED', stages: [{status: 'FAILED', jobs}]}).subtasks[0]?.message;
    expect(messageOf([null, 'text', {message: 'no runner'}])).toBe('no runner');
    expect(['text', {message: 'no list'}, undefined].map(messageOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('fullId', () => {
  it('is what the input task-id takes', () => {
    expect(fullId(reference)).toBe('T1');
    expect(fullId({...reference, parentId: 'L1'})).toBe('L1/T1');
  });
});

describe('findService', () => {
  it.each([
    ['dlf', 'dataarts-studio'],
    ['dgc', 'dataarts-studio'],
    ['gaussdb-mysql', 'taurusdb'],
    ['codecheck', 'codearts-check'],
    ['gaussdb-opengauss', 'gaussdb'],
    ['gaussdb-nosql', 'geminidb'],
    ['taurusdb', 'taurusdb']
  ])('finds %s', (alias, name) => {
    expect(findService(alias)?.name).toBe(name);
  });

  it.each(['', 'DLF', 'gauss', 'toString'])('does not find %j', name => {
    expect(findService(name)).toBeUndefined();
  });
});
