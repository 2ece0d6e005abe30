import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer, RequestError, TaskNotListed} from '../../src/errors.ts';
import {cloudOf, endpointOf} from '../../src/hosts.ts';
import {type AnswerHead, createClient} from '../../src/http/client.ts';
import {observe} from '../../src/observe.ts';
import {saysGone} from '../../src/polling/expectation.ts';
import type {Strictness} from '../../src/polling/verdict.ts';
import {sdkHosts} from '../../src/sdk-hosts.ts';
import type {ServiceName} from '../../src/services/index.ts';
import type {Evidence, ReadFailure, ReadTask, Sample} from '../../src/services/samples.ts';
import {
  type CauseSource,
  fullId,
  hexId,
  idsIn,
  isIdOf,
  requestOf,
  type Service,
  type TaskReference,
  uuid
} from '../../src/services/service.ts';
import {type Cause, isTerminal, type Task} from '../../src/task.ts';
import {textIn} from '../../src/text.ts';
import {anyParent, evidence, textOf} from '../helpers/evidence.ts';
import {fakeTransport} from '../helpers/fake-transport.ts';
import {forEach} from '../helpers/for-each.ts';
import {gatewaySamples} from '../helpers/gateway-samples.ts';
import {type Good, goods} from '../helpers/good-samples.ts';
import {inEnglish} from '../helpers/in-english.ts';
import {lax, outcomeOf, strict, withValueAt} from '../helpers/outcome.ts';
import {findService, services} from '../helpers/services.ts';

const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};

const languages = ['en', 'zh'] as const;

const moment = {requestId: 'R1', dateMs: Date.UTC(2026, 0, 15, 8, 30)};

/** Whatever the answer says of its id. */
function observed(service: Service, body: unknown, asked = reference): Task {
  return observe({...service, answersWithId: false}, {body, httpStatus: 200}, asked, strict);
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
      read: (body: unknown, {httpStatus}: AnswerHead) => observe(service, {body, httpStatus}, asked, strict)
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
  const {cause} = answer;
  return {
    failure: kind,
    ...('because' in sample.expected && cause instanceof Error && {because: cause.message}),
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
    subtasks: subtasks.map(({startMs: start, endMs: end, ...subtask}) => ({
      ...subtask,
      start: iso(start),
      end: iso(end)
    }))
  };
  // Without the fields that are undefined.
  return JSON.parse(JSON.stringify(inEnglish(read)));
}

describe.each(Object.entries(evidence))('an answer of %s', (name, {answers: itsSamples, needs}) => {
  it.each(itsSamples)('is read rightly: $name', async sample => {
    expect(await readAs(serviceNamed(name), sample)).toEqual(sample.expected);
  });

  // A list that is null is an empty one.
  const isList = needs.list === '';
  const others = gatewaySamples.filter(({body}) => !(isList && 'text' in body && body.text === 'null'));
  it.each(others)('is what the gateway means by it: $name', async sample => {
    expect(await readAs(serviceNamed(name), sample)).toEqual(sample.expected);
  });

  it('that is null is malformed, or an empty list', () => {
    const read = () => observed(serviceNamed(name), null);
    expect(read).toThrow(
      isList ? new TaskNotListed() : new MalformedAnswer('the answer should be an object and is null')
    );
  });

  it('tells of the very task where samples say which one was asked for', () => {
    for (const {name: of, asked, expected, ...sample} of itsSamples) {
      if (asked === undefined || !('state' in expected)) continue;
      const answer = {body: JSON.parse(textOf(sample)), httpStatus: sample.status ?? 200};
      const {other} = observe(serviceNamed(name), answer, {...reference, ...asked}, strict);
      expect([of, other]).toEqual([of, undefined]);
    }
  });

  it('ends in no sample before it starts', () => {
    for (const {name: of, expected} of itsSamples) {
      if (!('state' in expected)) continue;
      const times = [expected, ...expected.subtasks].map(({start = '', end}) => ({of, start, end: end ?? start}));
      expect(times.filter(({start, end}) => Date.parse(end) < Date.parse(start))).toEqual([]);
    }
  });

  it('that ends with a warning is a success where warnings are allowed', () => {
    for (const {name: of, asked, expected, ...sample} of itsSamples) {
      if (!('state' in expected) || expected.state !== 'warning') continue;
      const answer = {body: JSON.parse(textOf(sample)), httpStatus: sample.status ?? 200};
      const ids = {taskId: expected.id ?? reference.taskId, parentId: anyParent(serviceNamed(name)), ...asked};
      const strictness = {strictSubtasks: true, allowWarnings: true};
      const outcome = outcomeOf(serviceNamed(name), answer, {...reference, ...ids}, strictness);
      expect([of, outcome]).toEqual([of, 'succeeded']);
    }
  });

  it('names its task in every sample, or in none', () => {
    const {answersWithId} = serviceNamed(name);
    for (const {expected} of itsSamples) {
      if ('state' in expected) expect(expected.id !== undefined).toBe(answersWithId);
    }
  });

  it('shows what its parts and their errors come to (altered in samples.mjs), where it has parts', () => {
    const {parts} = serviceNamed(name);
    const rows = (evidence as Readonly<Record<string, Evidence>>)[name]?.altered ?? [];
    const outcomes = rows.map(([, proves]) => proves.split(':', 1)[0]);
    const shown = [outcomes.includes('failed') || outcomes.includes('unproven'), outcomes.includes('malformed')];
    expect(parts ? shown : [true, true]).toEqual([true, true]);
  });

  it('shows each of its words, whatever its letters, so that each has a source (answers in samples.mjs)', () => {
    const shown = itsSamples.flatMap(({expected}) =>
      'state' in expected ? [expected, ...expected.subtasks].map(({serviceStatus}) => serviceStatus.toLowerCase()) : []
    );
    const words = Object.keys(serviceNamed(name).states);
    expect(words.filter(word => !shown.includes(word.toLowerCase()))).toEqual([]);
  });

  it.each([
    ['running', 'an example of a source'],
    ['succeeded', 'an example of a source'],
    ['failed or stopped', 'an example of a source'],
    ['unknown', 'a word that no source lists'],
    ['malformed', 'malformedAnswers of evidence.mjs makes them'],
    ['denied', 'where no source has one, refusedByTheGateway of evidence.mjs']
  ])('has in samples.mjs an answer that is read as %s: %s', wanted => {
    const outcomes = itsSamples.map(({expected}) => ('failure' in expected ? expected.failure : expected.state));
    expect(outcomes.filter(outcome => wanted.split(' or ').includes(outcome))).not.toEqual([]);
  });

  it('is a success by the words of its samples alone, as they are spelt there (needs.words in samples.mjs)', () => {
    const spelt = (word: string | number) => (needs.anyLetters ? String(word).toLowerCase() : String(word));
    const shown = itsSamples.flatMap(({expected}) =>
      'state' in expected && expected.state === 'succeeded' ? [spelt(expected.serviceStatus)] : []
    );
    expect(new Set(needs.words.map(spelt))).toEqual(new Set(shown));
  });

  it('has each of its words for success in the table of its states (needs.words in samples.mjs; states)', () => {
    const {states} = serviceNamed(name);
    const meansSuccess = (word: string) => (states[word] ?? states[word.toLowerCase()]) === 'succeeded';
    expect(needs.words.map(String).filter(word => !meansSuccess(word))).toEqual([]);
  });

  it('has its id in the place that needs.id in samples.mjs names, where it has one', () => {
    expect(needs.id === undefined && serviceNamed(name).answersWithId).toBe(false);
  });
});

const withParent = services
  .filter((service: Service) => service.parentId)
  .map((service: Service & {name: ServiceName}) => ({name: service.name, service, evidence: evidence[service.name]}));

describe('every service', () => {
  it.each(services.map((service: Service) => ({service, name: service.name})))(
    'takes ids that stay inside their place in the path: $name',
    ({service}) => {
      for (const id of ['', '..', '.', 'a/b', 'a b', 'a?b', 'a#b', 'a%2fb', 'a\nb', 'a\n', 'ä', 'a'.repeat(129)]) {
        expect(service.taskId.pattern.test(id)).toBe(false);
      }
      for (const id of ['008aae2e67abe2ff0167abe3a28f0000', '31b8ae23-c687-4d80-b7b4-42a66c9bb886']) {
        expect(service.taskId.pattern.test(id)).toBe(true);
        for (const around of [`../${id}`, `${id}?a=b`]) expect(service.taskId.pattern.test(around)).toBe(false);
      }
    }
  );

  forEach(withParent)(
    'takes parents that stay inside their place in the path, beside those of samples.mjs (ids): $name',
    ({service, evidence: {example, ids}}) => {
      const accepted = [example, ...(ids?.accepted ?? [])].map(id => {
        const {parentId, taskId} = idsIn(id, service);
        return parentId || taskId;
      });
      const harmful = ['', '..', '.', 'a/b', 'a b', 'a?b', 'a#b', 'a%2fb', 'a\nb', 'a\r\nb', 'a\n', 'ä'];
      for (const id of harmful) expect([id, service.parentId?.pattern.test(id)]).toEqual([id, accepted.includes(id)]);
      for (const id of accepted.flatMap(id => [`../${id}`, `${id}?a=b`])) {
        expect([id, service.parentId?.pattern.test(id)]).toEqual([id, false]);
      }
    }
  );

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

  it.each(services.map((service: Service) => ({service, name: service.name})))(
    'has the tasks of a whole account where its host is one for all regions, and only there: $name',
    ({service: {scope, hosts}}) => {
      expect(scope).toBe(hosts.global ? 'domain' : 'project');
    }
  );

  it.each(services.map((service: Service) => ({service, name: service.name})))(
    'has the former names that workflows may still use, and no others: $name',
    ({service, name}) => {
      expect(service.aliases).toEqual(formerNames[name] ?? []);
    }
  );
});

const formerNames: Readonly<Record<string, readonly string[]>> = {
  'codearts-build': ['cloudbuild'],
  'codearts-check': ['codecheck'],
  'codearts-deploy': ['clouddeploy'],
  'codearts-pipeline': ['cloudpipeline'],
  'dataarts-studio': ['dlf', 'dgc'],
  gaussdb: ['gaussdb-opengauss'],
  geminidb: ['gaussdb-nosql'],
  taurusdb: ['gaussdb-mysql']
};

const altered = Object.entries(evidence).flatMap(([name, {altered = []}]) =>
  altered.map(([values, proves, withoutParts = proves]) => ({name, values, proves, withoutParts}))
);

describe('a success', () => {
  forEach(altered)('of $name with $values is $proves (altered in samples.mjs)', row => {
    const {name, values, proves, withoutParts} = row;
    const {service, answer, taskId, parentId} = goods.find(good => good.service === name) as Good;
    const body = Object.entries(values).reduce<unknown>((from, [path, value]) => {
      const filled = value === undefined ? value : JSON.parse(JSON.stringify(value).replaceAll('{id}', taskId));
      return withValueAt(from, path, filled);
    }, JSON.parse(answer.text));
    const comes = (strictness: Strictness) =>
      outcomeOf(serviceNamed(service), {body, httpStatus: answer.status}, {...reference, taskId, parentId}, strictness);
    expect([comes(strict), comes(lax)]).toEqual([
      expect.stringMatching(startOf(proves)),
      expect.stringMatching(startOf(withoutParts))
    ]);
  });
});

const startOf = (text: string) => new RegExp(`^${text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);

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

  it('has an example that the forms of its ids show as well, in each language', () => {
    const {taskId, parentId} = idsIn(own.example, service);
    const isOfParent = service.parentCanStandAlone && parentId === '';
    const shown = [
      ...(isOfParent ? [] : [[service.taskId.form, taskId] as const]),
      ...(service.parentId ? [[service.parentId.form, isOfParent ? taskId : parentId] as const] : [])
    ];
    for (const [form, example] of shown) {
      for (const text of languages.map(language => textIn(form, language))) {
        expect(text).toContain(example);
        // Each blank in it is filled.
        expect(text).toMatch(/^(?!的)\p{L}/u);
        expect(text).not.toMatch(/ ,|undefined/);
      }
    }
  });

  it('has a word for what it is asked for in each language, if it has one at all (noun)', () => {
    const {noun} = service;
    if (noun) for (const language of languages) expect(textIn(noun, language)).toMatch(/^\p{L}[\p{L} -]*$/u);
  });

  it('has ids that count in letters of both cases where all is hexadecimal that is compared with what was asked', () => {
    const asked = {...reference, ...idsIn(own.example, service)};
    const texts = [
      ...(service.answersWithId ? [asked.taskId] : []),
      ...Object.values(service.repeats ?? {}).flatMap(repeated => repeated(asked))
    ];
    const areHexadecimal = texts.length > 0 && texts.every(text => hexId.test(text) || uuid.test(text));
    expect(service.idsAreHexadecimal).toBe(areHexadecimal);
  });

  it('searches the workspace that is called default, where it sends one that is given (poll.variants in samples.mjs)', () => {
    const sendsWorkspace = own.poll.variants?.some(({headers}) => 'workspace' in headers);
    expect(service.usualWorkspace).toBe(sendsWorkspace ? 'default' : undefined);
  });

  it('has ids that task-id takes, and others that it refuses (ids in samples.mjs)', () => {
    const {accepted = [], refused = []} = own.ids ?? {};
    expect(accepted.filter(id => !isIdOf(service, id))).toEqual([]);
    expect(refused.filter(id => isIdOf(service, id))).toEqual([]);
  });

  it('counts ids in small and capital letters as the same where they are hexadecimal, and only there (example in samples.mjs)', () => {
    const {idsAreHexadecimal, answersWithId, repeats} = service;
    const areHexadecimal = own.example.split('/').map(id => hexId.test(id) || uuid.test(id));
    if (idsAreHexadecimal) expect(areHexadecimal.at(-1)).toBe(true);
    // Where no answer repeats an id, none is compared.
    else if (answersWithId || repeats) expect(areHexadecimal).toContain(false);
  });

  it('has a start call in which each part of the id stands (start in samples.mjs)', () => {
    const start = JSON.stringify(own.start);
    for (const part of Object.keys(valuesFor(own))) expect(start).toContain(`{${part}}`);
  });

  it('has its client in src/sdk-hosts.ts (scripts/sdk-hosts.py writes it)', () => {
    expect(Object.keys(sdkHosts)).toContain(own.sdk.client);
  });

  it('has a host (hosts in samples.mjs)', () => {
    expect(Object.values(own.hosts).filter(host => host !== null)).not.toEqual([]);
  });

  const {global} = service.hosts;
  const notKnown = (region: string) => ({
    problem: expect.stringMatching(
      new RegExp(`^region is "${region}"(: no host of ${textIn(service.title)} is known|, which is in no cloud)`)
    )
  });

  it.each(Object.entries(own.hosts))(
    'has its host in %s (hosts in samples.mjs; from src/sdk-hosts.ts, and `hosts` in service.ts)',
    (region, host) => {
      const origin = global
        ? expect.stringMatching(/^the one of .+ for all regions of \S+$/)
        : `built from region "${region}"`;
      expect(inEnglish(endpointOf(service, region, undefined))).toEqual(
        host === null ? notKnown(region) : {url: `https://${host}`, origin}
      );
    }
  );

  it('has the same host under a cloud that is given, and none is guessed', () => {
    const cloud = 'cloud.example';
    for (const [region, host] of Object.entries(own.hosts)) {
      if (cloudOf(region) === undefined) continue;
      expect(inEnglish(endpointOf(service, region, cloud))).toEqual(
        host === null || global
          ? notKnown(region)
          : {
              url: `https://${host.split('.', 1)[0]}.${region}.${cloud}`,
              origin: `built from region "${region}" and cloud "${cloud}"`
            }
      );
    }
  });

  it('has its usual host in a cloud of which no source has a list, if any (usualHost in samples.mjs, `usual` in service.ts)', () => {
    const [region, cloud] = ['xx-private-1', 'cloud.example'];
    expect(inEnglish(endpointOf(service, region, cloud))).toEqual(
      own.usualHost === undefined
        ? {problem: expect.stringContaining('Give endpoint')}
        : {
            url: `https://${own.usualHost}.${region}.${cloud}`,
            origin: `built from region "${region}" and cloud "${cloud}"`
          }
    );
  });

  it('has its grounds, and no others (settles, runsOverlap, endTimeMeansEnd, tasksHaveErrorCodes in samples.mjs)', () => {
    expect({
      settles: own.settles !== undefined,
      runsOverlap: own.runsOverlap !== undefined,
      endTimeMeansEnd: own.endTimeMeansEnd !== undefined,
      tasksHaveErrorCodes: own.tasksHaveErrorCodes !== undefined
    }).toEqual({
      settles: service.settleMs > 0,
      runsOverlap: service.runsOverlap === true,
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

  it('is asked no further where an answer lacks what the next request needs (values in samples.mjs)', () => {
    for (const [index, source] of sources().entries()) {
      const answer = reads[index]?.answers[0];
      for (const value of Object.values(reads[index + 1]?.values ?? {})) {
        const without = answer && JSON.parse(textOf(answer).replaceAll(JSON.stringify(value), 'null'));
        expect(source.next?.(without)).toBeUndefined();
      }
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

describe.each(services.map(({name}) => name))('hosts of %s', name => {
  it.each(['eu-ch2', 'eu-west-0', 'xx-private-1', 'constructor'])(
    'are asked for in %s, which is in no known cloud',
    region => {
      expect(inEnglish(endpointOf(serviceNamed(name), region, undefined))).toEqual({
        problem: expect.stringMatching(
          new RegExp(`^region is "${region}", which is in no cloud that this action knows\\. Give cloud .* or endpoint`)
        )
      });
    }
  );

  it('are none in a region without a name', () => {
    expect(serviceNamed(name).hosts.byRegion('')).toBeUndefined();
  });
});

describe('fullId', () => {
  it('is what the input task-id takes', () => {
    expect(fullId(reference)).toBe('T1');
    expect(fullId({...reference, parentId: 'L1'})).toBe('L1/T1');
  });
});
