import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {Environment} from '../../src/environment.ts';
import {InputError} from '../../src/errors.ts';
import {secretsIn} from '../../src/inputs/credentials.ts';
import {type Inputs, replacementsIn} from '../../src/inputs/inputs.ts';
import {type NameOf, table} from '../../src/inputs/table.ts';
import type {ServiceName} from '../../src/services/index.ts';
import {formOf, type Service} from '../../src/services/service.ts';
import {en} from '../../src/words/en.ts';
import {evidence} from '../helpers/evidence.ts';
import {choicesIn, type Given, parsed, problemsIn, questionsIn} from '../helpers/parsed-inputs.ts';
import {services} from '../helpers/services.ts';

const complete = {
  service: 'dataarts-studio',
  'task-id': '008aae2e67abe2ff0167abe3a28f0000',
  'project-id': 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: 'eu-de',
  token: 'example-token-value'
};
const {token: _, ...withoutCredentials} = complete;

/** The problems of the complete inputs with these put over them. */
const problemsOf = (given: Given, environment: Environment = {}, base: Given = complete) =>
  problemsIn({...base, ...given}, environment);

const parsedWith = (given: Given, environment: Environment = {}) => parsed({...complete, ...given}, environment);

/** With an id of the service, at an address that each can have. */
function parsedFor(name: string, given: Given = {}): Inputs {
  return parsedWith({service: name, 'task-id': evidence[name as ServiceName].example, ...anyPlace, ...given});
}

const anyPlace = {region: '', endpoint: 'https://service.example'};

describe('complete inputs', () => {
  it('become what the wait needs', () => {
    const inputs = parsed({
      ...complete,
      workspace: 'ws-1',
      timeout: '15m',
      'min-interval': '5s',
      'max-interval': '1m',
      'request-timeout': '10',
      'not-found-grace': '0',
      settle: '2m',
      'strict-subtasks': 'false',
      'allow-warnings': 'true',
      language: 'zh-cn',
      'job-summary': 'false'
    });
    expect(inputs).toMatchObject({
      service: {name: 'dataarts-studio'},
      tasks: [
        {
          taskId: complete['task-id'],
          projectId: complete['project-id'],
          workspace: 'ws-1',
          language: 'zh-cn'
        }
      ],
      place: {region: 'eu-de', endpoint: {url: 'https://dayu-dlf.eu-de.otc.t-systems.com'}},
      access: {credentials: {kind: 'token', token: complete.token}, origin: 'a ready-made token; set by the inputs'},
      limits: {timeoutMs: 900_000, requestTimeoutMs: 10_000},
      judging: {
        bounds: {minMs: 5000, maxMs: 60_000},
        notFoundGraceMs: 0,
        settleMs: 120_000,
        idNamesThing: true,
        strictness: {strictSubtasks: false, allowWarnings: true}
      },
      failFast: false,
      reporting: {jobSummary: false, notes: [], warnings: []}
    });
  });

  it('need nothing but service, task, project, region and credentials', () => {
    expect(parsed(complete)).toMatchObject({
      tasks: [{workspace: undefined, language: 'en-us'}],
      limits: {timeoutMs: 3_600_000, requestTimeoutMs: 30_000},
      judging: {
        bounds: {minMs: 2000, maxMs: 15_000},
        notFoundGraceMs: 60_000,
        settleMs: 0,
        idNamesThing: false,
        strictness: {strictSubtasks: true, allowWarnings: false}
      },
      failFast: false,
      reporting: {jobSummary: true}
    });
  });

  it('mean the same with every other input as an empty text', () => {
    const optional = Object.keys(table).filter(name => !(name in complete));
    const empty = Object.fromEntries(optional.map(name => [name, '']));
    const blank = Object.fromEntries(optional.map(name => [name, ' \n ']));
    expect(parsedWith(empty)).toEqual(parsed(complete));
    expect(parsedWith(blank)).toEqual(parsed(complete));
  });

  it('mean the same with white space around each', () => {
    const padded = Object.fromEntries(Object.entries(complete).map(([name, value]) => [name, ` \n${value}\n`]));
    expect(parsed(padded)).toEqual(parsed(complete));
  });
});

describe('service', () => {
  it.each(services.flatMap(({name, aliases}: Service) => [name, ...aliases].map(service => [service, name] as const)))(
    'takes %s for %s',
    (service, name) => {
      expect(parsedFor(name, {service}).service.name).toBe(name);
    }
  );

  it.each(['', '   '])('is missing as %j', service => {
    expect(problemsOf({service})).toEqual([expect.stringMatching(/^service is missing or empty\.$/)]);
  });

  it.each(['DataArts-Studio', 'dataarts_studio', 'constructor', '__proto__', 'dlf,dgc', 'x'.repeat(5000)])(
    'refuses %s',
    service => {
      expect(problemsOf({service})).toEqual([
        expect.stringMatching(
          /^service is (".*"|a text of 5000 characters)(\. Did you mean .*\?|, which this action does not know\.)$/
        )
      ]);
    }
  );

  it.each([
    ['rsd', 'rds'],
    ['dataarts', 'dataarts-studio'],
    ['DATAARTS-STUDIO', 'dataarts-studio'],
    ['codecheckk', 'codecheck'],
    ['gaussdb-mysq', 'gaussdb-mysql']
  ])('is asked back for %s, with %s among the nearest', (service, near) => {
    expect(problemsOf({service})[0]).toMatch(
      new RegExp(`^service is "${service}"\\. Did you mean [^?]*\\b${near}\\b[^?]*\\?$`)
    );
  });
});

/** Would change the host or the path of a request, or end its line, if they got into a URL as they are. */
const harmful = [
  'evil.example/#',
  'evil.example#',
  'evil.example?',
  'evil.example:443',
  'user@evil.example',
  '../../x',
  '..',
  '.',
  'a/b',
  'a\\b',
  '%2e%2e',
  '%2e%2e%2f',
  'a b',
  'a\nb',
  'a\r\nhost: evil.example',
  'a\tb',
  'a\u0000b',
  'a\u2028b',
  'ä',
  '/',
  'a?id=b',
  'a&id=b',
  'a;b'
];

describe.each([
  ['task-id', 'letters'],
  ['project-id', 'the id of an IAM project'],
  ['region', 'a region id such as eu-de or cn-north-4'],
  ['workspace', 'the id of a workspace']
])('%s', (name, accepted) => {
  // Blanks and new lines separate ids.
  it.each(harmful.filter(value => name !== 'task-id' || !/[ \t\r\n]/.test(value)))(
    'refuses %j in one problem that tells the accepted form',
    value => {
      const problems = problemsOf({[name]: value});
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} is .*: it takes ${accepted}`, 's'));
      expect(problems[0]).toContain(JSON.stringify(value));
    }
  );

  it('refuses a value of great length without repeating all of it', () => {
    const problems = problemsOf({[name]: `${'a'.repeat(5000)}/`});
    expect(problems).toHaveLength(1);
    expect(problems[0]?.length).toBeLessThan(400);
  });
});

// Services of several kinds, as examples: each takes an id of letters.
describe.each(['dataarts-studio', 'taurusdb', 'codearts-check', 'cce', 'rfs-stack'])('ids for %s', service => {
  const base = {...complete, service, endpoint: 'https://service.example/base'};

  it('are as harmless in the request as they look, or refused', () => {
    const plain = parsed({...base, 'task-id': 'TTTT', 'project-id': 'PPPP', workspace: 'W'});
    const shape = ({pathname, search}: URL) => `${pathname}${search}`.split(/[/?&=]/).length;
    const moment = {requestId: 'R1', dateMs: 0};
    /** With and without a parent, where the service takes both. */
    const expected = (parentId: string) =>
      shape(
        new URL(
          plain.place.endpoint.url + plain.service.request({...plain.tasks[0], parentId: parentId && 'L'}, moment).path
        )
      );
    const id = fc.oneof(
      fc.constantFrom(...harmful),
      fc.string({minLength: 1}),
      fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
    );
    fc.assert(
      fc.property(id, id, id, (taskId, projectId, workspace) => {
        const given = {...base, 'task-id': taskId, 'project-id': projectId, workspace};
        if (problemsOf(given).length > 0) return;
        const {
          place: {endpoint},
          service: read,
          tasks: [task]
        } = parsed(given);
        const {path, headers = {}} = read.request(task, moment);
        const url = new URL(endpoint.url + path);
        expect(url.origin).toBe('https://service.example');
        expect(shape(url)).toBe(expected(task.parentId));
        expect(url.hash).toBe('');
        for (const value of Object.values(headers)) expect(value).toMatch(/^[\x21-\x7e]+$/);
      })
    );
  });

  it.each(['a1,b2,c3', 'a1 b2 c3', 'a1\nb2\nc3\n', ' a1 ,\n b2,\tc3', 'a1\r\nb2\r\n\r\nc3', 'a1,b2,a1,c3,b2'])(
    'are several where %j is given, each of them once',
    given => {
      expect(parsed({...base, 'task-id': given}).tasks.map(({taskId}) => taskId)).toEqual(['a1', 'b2', 'c3']);
    }
  );

  it.each(['a1,,b2', 'a1,', ',a1', 'a1, ,b2', ',', 'a1,\n,b2'])('have no empty one beside a comma, as in %j', given => {
    expect(problemsOf({'task-id': given}, {}, base)).toEqual([
      expect.stringMatching(/^task-id is ".*": it takes ids separated by .* an empty one beside a comma\.$/)
    ]);
  });

  it('are each checked, and each that is wrong is a problem of its own', () => {
    expect(problemsOf({'task-id': 'a1, b?2 null ../3'}, {}, base)).toEqual([
      expect.stringMatching(/^task-id is "b\?2": it takes /),
      expect.stringMatching(/^task-id is "null": it takes .*look-up/),
      expect.stringMatching(/^task-id is "..\/3": it takes /)
    ]);
  });

  it('are at most a thousand', () => {
    const ids = Array.from({length: 1001}, (_, index) => `t${index}`);
    expect(parsed({...base, 'task-id': ids.slice(1).join(',')}).tasks).toHaveLength(1000);
    expect(problemsOf({'task-id': ids.join(',')}, {}, base)).toEqual(['task-id is 1001 ids: it takes at most 1000.']);
  });

  it('can each have a parent', () => {
    const given = {...base, service: 'dataarts-job', 'task-id': 'job.a/1, job.b/2'};
    expect(parsed(given).tasks).toMatchObject([
      {parentId: 'job.a', taskId: '1'},
      {parentId: 'job.b', taskId: '2'}
    ]);
  });

  it('can be of a parent that stands alone as well, where the service takes both', () => {
    const given = {...base, service: 'codearts-check', 'task-id': 'c1, c1/e1'};
    expect(parsed(given).tasks).toMatchObject([
      {parentId: '', taskId: 'c1'},
      {parentId: 'c1', taskId: 'e1'}
    ]);
    const wrong = problemsOf({service: 'codearts-check', 'task-id': '/e1 c1/ c1/e1/f1'}, {}, base);
    expect(wrong).toHaveLength(3);
    expect(wrong[0]).toMatch(/takes the id of a check task, such as \w+; or this, a slash, and the exec_id of a run/);
  });

  it('that have the form of another service alone say so', () => {
    const urn = 'urn:fss:cn-north-4:p1:function:default:f1/1167bf8c';
    const given = {service: 'dcs', 'task-id': `${urn} a/b/cn-north-4/c/v1 x/y`};
    expect(problemsOf(given, {}, base)).toEqual([
      expect.stringMatching(/; it looks like an id of functiongraph\.$/),
      expect.stringMatching(/; it looks like an id of swr-sync\.$/),
      expect.not.stringContaining('looks like an id of')
    ]);
  });

  it.each(['1.23456789012346E+18', '1e+21', '1.2E18'])('are not %s, which a long number becomes', taskId => {
    expect(problemsOf({'task-id': taskId}, {}, base)).toEqual([
      expect.stringMatching(/^task-id is "1.*E?.*becomes of a long number.*in quotes/i)
    ]);
  });

  it('can be hexadecimal digits with an e in them', () => {
    for (const taskId of ['1e18', '12e45678', '1E5-2']) expect(problemsOf({'task-id': taskId}, {}, base)).toEqual([]);
  });

  it.each(['null', 'undefined'])('are not %s, which a look-up leaves that found nothing', taskId => {
    const problems = problemsOf({'task-id': taskId}, {}, base);
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^task-id is "${taskId}": it takes .*look-up`))]);
  });

  it('are not missing', () => {
    expect(problemsOf({'task-id': ''}, {}, base)).toEqual([
      expect.stringMatching(/^task-id is missing or empty: it takes /)
    ]);
  });
});

describe('region', () => {
  it('can only lead to a host of the cloud', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...harmful, 'eu-de', 'cn-north-4', 'eu-west-101')), region => {
        if (problemsOf({region}).length > 0) return;
        expect(new URL(parsedWith({region}).place.endpoint.url).host).toMatch(
          /^dayu-dlf\.[a-z0-9-]+\.(myhuaweicloud\.(com|eu)|otc\.t-systems\.com)$/
        );
      })
    );
  });

  it('is asked for where neither it nor an endpoint is given', () => {
    const problems = problemsOf({region: ''});
    expect(problems).toEqual([expect.stringMatching(/^region is missing: give region, or endpoint/)]);
    expect(problems[0]).toContain('HW_REGION_NAME');
  });

  it('is not needed where an endpoint is given', () => {
    expect(parsedWith({region: '', endpoint: 'https://service.example'})).toMatchObject({
      place: {region: undefined, endpoint: {url: 'https://service.example', origin: 'given in the input "endpoint"'}}
    });
  });

  it('is checked also where an endpoint is given', () => {
    expect(problemsOf({region: 'a/b', endpoint: 'https://service.example'})).toEqual([
      expect.stringMatching(/^region is "a\/b"/)
    ]);
  });
});

describe('project-id', () => {
  it('is asked for where the service needs it', () => {
    expect(problemsOf({'project-id': '', region: '', endpoint: 'https://gateway.example'})).toEqual([
      expect.stringMatching(/^project-id is missing: give project-id, or region .*HUAWEI_CLOUD_PROJECT_ID/)
    ]);
  });

  it('is looked up at the IAM of the region where it is not given', () => {
    const {
      tasks: [task],
      access
    } = parsed({...complete, 'project-id': ''});
    expect(task.projectId).toBe('');
    expect(access).toMatchObject({
      iamEndpoint: 'https://iam.eu-de.otc.t-systems.com',
      scope: {project: {name: 'eu-de'}}
    });
  });

  it.each(services.filter(({needsProjectId}) => !needsProjectId).map(({name}) => name))(
    'is not needed for %s',
    name => {
      expect(parsedFor(name, {'project-id': ''}).tasks[0].projectId).toBe('');
    }
  );
});

describe('cloud', () => {
  it('takes the place of the cloud of the region', () => {
    expect(parsedWith({region: 'cn-north-4', cloud: 'myhuaweicloud.cn'}).place.endpoint).toEqual({
      url: 'https://dayu-dlf.cn-north-4.myhuaweicloud.cn',
      origin: 'built from region "cn-north-4" and cloud "myhuaweicloud.cn"'
    });
  });

  it.each([
    'evil.example/#',
    'evil.example/',
    'a b.c',
    'com',
    'https://myhuaweicloud.cn',
    'x@y.z',
    'a.b:1',
    '.com',
    'a..b'
  ])('refuses %j', cloud => {
    expect(problemsOf({cloud})).toEqual([
      `cloud is ${JSON.stringify(cloud)}: it takes a domain such as myhuaweicloud.com.`
    ]);
  });

  it('is asked for, or an endpoint, where the region is in no known cloud', () => {
    for (const region of ['eu-ch2', 'eu-west-0', 'nowhere-1']) {
      const problems = problemsOf({region});
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^region is "${region}", .* Give cloud .* or endpoint`));
    }
  });
});

describe('endpoint', () => {
  it.each([
    ['https://dayu-dlf.eu-de.otc.t-systems.com', 'https://dayu-dlf.eu-de.otc.t-systems.com'],
    ['https://dayu-dlf.eu-de.otc.t-systems.com/', 'https://dayu-dlf.eu-de.otc.t-systems.com'],
    ['https://gateway.example/behind/a/path/', 'https://gateway.example/behind/a/path'],
    ['https://gateway.example:8443', 'https://gateway.example:8443'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://[::1]:8080', 'http://[::1]:8080']
  ])('takes %s', (endpoint, url) => {
    expect(parsedWith({endpoint}).place.endpoint).toEqual({
      url,
      origin: 'given in the input "endpoint"',
      isGiven: true
    });
  });

  it.each([
    'http://service.example',
    'http://10.0.0.1',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example/127.0.0.1',
    'http://[::2]',
    'http://0.0.0.0',
    'ftp://service.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user@service.example',
    'https://user:secret-word@service.example',
    'https://:secret-word@service.example',
    'https://service.example/?a=b',
    'https://service.example?',
    'https://service.example/#x',
    'https://service.example#',
    'service.example',
    '//service.example',
    'https://',
    'https:// service.example',
    'null'
  ])('refuses %s in one problem that tells the accepted form', endpoint => {
    const problems = problemsOf({endpoint});
    expect(problems).toEqual([
      expect.stringMatching(/^endpoint takes a base URL .*https \(http for a loopback host alone\)/)
    ]);
    expect(problems[0]).not.toContain('secret-word');
  });

  it('wins over region and cloud', () => {
    const endpoint = 'https://service.example';
    expect(parsedWith({endpoint, region: 'cn-north-4', cloud: 'myhuaweicloud.cn'}).place.endpoint.url).toBe(endpoint);
    expect(parsedWith({endpoint, region: 'eu-ch2'})).toMatchObject({
      place: {endpoint: {url: endpoint}, region: 'eu-ch2'}
    });
  });
});

describe('durations', () => {
  const limits = {
    timeout: ['0', '120h', '120h1s'],
    'min-interval': ['1s', '15s', '61m'],
    'max-interval': ['2s', '1h', '61m'],
    'request-timeout': ['1s', '1h', '61m'],
    'not-found-grace': ['0', '24h', '25h'],
    settle: ['0', '24h', '25h']
  } as const satisfies Readonly<Record<NameOf<'duration'>, readonly string[]>>;
  const names = Object.keys(limits) as (keyof typeof limits)[];

  it.each(names)('%s takes its bounds and everything between them', name => {
    for (const value of [limits[name][0], '10', '10s', limits[name][1]])
      expect(problemsOf({[name]: value})).toEqual([]);
  });

  it.each(
    names.flatMap(name =>
      ['abc', '-1', '1.5h', '1d', '1 h', '10ms', 'Infinity', 'NaN', '1h30', limits[name][2]].map(value => [name, value])
    )
  )('%s refuses %j in one problem that tells the accepted form', (name = '', value = '') => {
    const problems = problemsOf({[name]: value});
    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(`^${name} is .*: it takes a duration from \\d+s? to \\d+h, such as 90 \\(seconds\\), 90s`)
      )
    ]);
    expect(problems[0]).toContain(JSON.stringify(value));
  });

  it.each(['min-interval', 'max-interval', 'request-timeout'])('%s is no less than a second', name => {
    expect(problemsOf({[name]: '0'})).toEqual([expect.stringMatching(new RegExp(`^${name} is "0": .* from 1s to `))]);
  });

  it('min-interval is not longer than max-interval', () => {
    expect(problemsOf({'min-interval': '20s'})).toEqual([
      expect.stringMatching(/^min-interval is longer than max-interval/)
    ]);
    expect(problemsOf({'min-interval': '20s', 'max-interval': '20s'})).toEqual([]);
  });

  it.each(services.map(({name}) => name))('settle is that of %s unless it is given', name => {
    expect(parsedFor(name).judging.settleMs).toBe(evidence[name].settles === undefined ? 0 : 60_000);
    expect(parsedFor(name, {settle: '0'}).judging.settleMs).toBe(0);
    expect(parsedFor(name, {settle: '5s'}).judging.settleMs).toBe(5000);
  });
});

describe('booleans', () => {
  const names = ['strict-subtasks', 'allow-warnings', 'fail-fast', 'job-summary'];
  const flagsOf = ({judging: {strictness}, failFast, reporting}: Inputs): Readonly<Record<string, boolean>> => ({
    'strict-subtasks': strictness.strictSubtasks,
    'allow-warnings': strictness.allowWarnings,
    'fail-fast': failFast,
    'job-summary': reporting.jobSummary
  });

  it.each(names)('%s takes the spellings of YAML 1.2', name => {
    for (const value of ['true', 'True', 'TRUE']) expect(flagsOf(parsedWith({[name]: value}))[name]).toBe(true);
    for (const value of ['false', 'False', 'FALSE']) expect(flagsOf(parsedWith({[name]: value}))[name]).toBe(false);
  });

  it.each(names.flatMap(name => ['yes', 'no', 'on', '1', '0', 'tRUE', 'true false'].map(value => [name, value])))(
    '%s refuses %j',
    (name = '', value = '') => {
      expect(problemsOf({[name]: value})).toEqual([`${name} is "${value}": it takes true or false.`]);
    }
  );
});

describe('language', () => {
  it.each(['en-us', 'zh-cn'])('takes %s', language => {
    expect(parsedWith({language}).tasks[0].language).toBe(language);
  });

  it.each(['en', 'en_us', 'EN-US', 'de', 'en-us\nx: y'])('refuses %j', language => {
    expect(problemsOf({language})).toEqual([`language is ${JSON.stringify(language)}: it takes en-us or zh-cn.`]);
  });
});

describe('expect', () => {
  const id = '0f58c8dc-4a78-42e6-9811-565679de8e9e';
  const server = {service: 'ecs-server', 'task-id': id};
  const expectationOf = (given: Given) => parsedWith(given).judging.strictness.expectation;

  it('is nothing unusual where it is not given', () => {
    expect(expectationOf(server)).toBeUndefined();
    expect(expectationOf({...server, expect: '  '})).toBeUndefined();
  });

  it.each([
    ['SHUTOFF', ['SHUTOFF']],
    ['SHUTOFF, ACTIVE', ['SHUTOFF', 'ACTIVE']],
    [' SHUTOFF\nSHELVED,SHUTOFF ', ['SHUTOFF', 'SHELVED']]
  ])('takes words of the service: %j', (given, words) => {
    expect(expectationOf({...server, expect: given})).toEqual({kind: 'words', words});
  });

  it('takes gone, with what shows that', () => {
    expect(expectationOf({...server, expect: 'gone'})).toEqual({
      kind: 'gone',
      signs: {words: ['DELETED'], codes: ['Ecs.0114', 'Ecs.0614'], things: ['server', 'instance'], lists: false}
    });
  });

  it('stands beside what subtasks and warnings count for', () => {
    const {strictness} = parsedWith({...server, expect: 'gone', 'strict-subtasks': 'false'}).judging;
    expect(strictness).toMatchObject({strictSubtasks: false, allowWarnings: false, expectation: {kind: 'gone'}});
  });

  it.each([
    [
      'SHUTOF',
      /^expect has "SHUTOF", which is no state to wait for\. Did you mean SHUTOFF\? It takes gone, or states of Elastic Cloud Server: ACTIVE, SHUTOFF, /
    ],
    ['shutoff', /^expect has "shutoff"\. Did you mean "SHUTOFF"\? Upper and lower case count\.$/],
    ['Gone', /^expect has "Gone"\. Did you mean "gone"\? Upper and lower case count\.$/],
    [
      'AVAILABLE_NOW',
      /^expect has "AVAILABLE_NOW", which is no state to wait for: it takes gone, or states of Elastic Cloud Server: /
    ],
    ['ERROR', /^expect has "ERROR", which is a failure: it takes gone, or/],
    ['DELETED', /^expect has "DELETED", which is a failure: it takes gone, or/],
    ['REBOOT', /^expect has "REBOOT", which passes into another state by itself: it takes gone, or/],
    ['constructor', /^expect has "constructor", which is no state to wait for: it takes/],
    ['x'.repeat(500), /^expect has a text of 500 characters, which is no state to wait for: it takes/],
    ['gone SHUTOFF', /^expect is "gone SHUTOFF": gone cannot be expected together with other words\.$/],
    [',', /^expect is ",": it takes gone, or states of Elastic Cloud Server/]
  ])('refuses %j', (given, problem) => {
    expect(problemsOf({...server, expect: given})).toEqual([expect.stringMatching(problem)]);
  });

  it('tells each word that is wrong', () => {
    expect(problemsOf({...server, expect: 'SHUTOFF, REBOOT, ERROR'})).toHaveLength(2);
  });

  const withoutResource = services.filter(({resource}: Service) => !resource).map(({name}) => name);
  it.each(withoutResource)('is for resources alone, not for the tasks of %s', service => {
    expect(problemsOf({service, 'task-id': evidence[service].example, ...anyPlace, expect: 'gone'})).toEqual([
      expect.stringMatching(
        new RegExp(`^expect is given, but ${service} waits for tasks, .* It is for resources: .*ecs-server`)
      )
    ]);
  });

  const refused = services.flatMap(
    (service: Service) =>
      (service.resource && evidence[service.name as ServiceName].ids?.refused?.map(id => ({service, id}))) ?? []
  );
  it.each(refused)('goes with an id, and no name: $service.name takes no $id', ({service, id}) => {
    expect(problemsOf({service: service.name, 'task-id': id, ...anyPlace})).toEqual([
      expect.stringContaining(`: it takes ${formOf(service, en)}`)
    ]);
  });
});

describe('inputs of any kind', () => {
  const values: Readonly<Record<string, readonly string[]>> = {
    service: ['dataarts-studio', 'codearts-check', 'cdn', 'mrs', 'custom', 'x'],
    'task-id': ['T1', 'a/b', 'null'],
    'project-id': ['P1', 'a/b'],
    'domain-id': ['0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'x'],
    region: ['eu-de', 'eu-ch2', 'cn-north-4', 'zz-1', 'a/b'],
    cloud: ['cloud.example', 'x y'],
    endpoint: ['https://service.example', 'x'],
    'iam-endpoint': ['https://iam.example', 'x'],
    'sts-endpoint': ['https://sts.example', 'x'],
    token: ['TTTT', '***'],
    'identity-provider': ['gh'],
    'provider-urn': ['iam::1:oidcProvider:p', 'x'],
    'agency-urn': ['iam::1:agency:a'],
    audience: ['a b'],
    'ecs-agency': ['true', 'x'],
    settle: ['0', 'x'],
    'fail-fast': ['x']
  };
  const variables = {
    HW_PROJECT_NAME: ['p', 'a\nb'],
    HW_REGION_NAME: ['eu-de', 'a/b'],
    HW_AUTH_URL: ['https://iam.example/v3', 'x'],
    OS_PROJECT_ID: ['P2'],
    HTTPS_PROXY: ['proxy.example:3128', 'socks5://x']
  };
  const anyOf = (choices: Readonly<Record<string, readonly string[]>>) =>
    fc.record(Object.fromEntries(Object.entries(choices).map(([name, all]) => [name, fc.constantFrom(...all)])), {
      requiredKeys: []
    });

  it('are taken whole, or refused with at least one problem', () => {
    fc.assert(
      fc.property(anyOf(values), anyOf(variables), (given, environment) => {
        try {
          const {service, access, place, tasks, judging} = parsed({...given} as Given, environment as Environment);
          const {kind} = access.credentials;
          const {scope} = access;
          const looksUp = 'project' in scope && 'name' in scope.project && scope.project.name !== '';
          const urls = [
            place.endpoint.url,
            ...(kind === 'oidc-agency' ? [access.stsEndpoint] : []),
            ...(kind === 'oidc-federation' || (looksUp && service.needsProjectId) ? [access.iamEndpoint] : [])
          ];
          for (const url of urls) expect(url).toMatch(/^https:/);
          expect([tasks.length, judging.settleMs >= 0]).toEqual([1, true]);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
        }
      }),
      {numRuns: 2000}
    );
  });
});

it.each(['project-id', 'workspace', 'region', 'domain-id', 'enterprise-project-id'])(
  '%s is not what a look-up leaves that found nothing',
  name => {
    for (const value of ['null', 'undefined']) {
      const problems = problemsIn({...complete, [name]: value});
      expect(problems).toEqual([expect.stringMatching(/; this is what a look-up leaves that found nothing\.$/)]);
      expect(problems[0]).toContain(`${name} is "${value}": it takes `);
    }
  }
);

describe('several bad inputs', () => {
  const bad = {
    service: 'none-of-these',
    'task-id': 'null',
    region: 'evil.example/#',
    'project-id': 'a/b',
    workspace: '../x',
    cloud: 'x y',
    endpoint: 'ftp://service.example',
    'access-key': 'AKAK',
    timeout: 'soon',
    'min-interval': '0',
    'max-interval': 'x',
    'request-timeout': 'y',
    'not-found-grace': 'z',
    settle: 'w',
    'strict-subtasks': 'yes',
    'allow-warnings': 'maybe',
    language: 'de',
    'job-summary': '1'
  };

  it('are all told at once, each by one problem', () => {
    const problems = problemsOf(bad, {}, {});
    for (const name of Object.keys(bad).filter(each => each !== 'access-key')) {
      expect(problems.filter(problem => problem.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(problems.filter(problem => problem.includes('needs secret-key as well'))).toHaveLength(1);
    expect(problems).toHaveLength(Object.keys(bad).length);
  });

  it('stand in the message of the one error', () => {
    const problems = problemsOf(bad, {}, {});
    expect(() => parsed(bad)).toThrow(problems.join(' '));
  });

  it('are told with all that is missing where nothing is given', () => {
    const starts = problemsOf({}, {}, {}).map(problem => problem.split(' ', 2).join(' '));
    expect(starts.sort()).toEqual(['no credentials', 'region is', 'service is', 'task-id is']);
  });
});

const families = [
  {
    title: 'HUAWEI_CLOUD_* (huaweicloud/auth-action)',
    keys: {HUAWEI_CLOUD_ACCESS_KEY_ID: 'ak-1', HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'sk-1'},
    places: {HUAWEI_CLOUD_PROJECT_ID: 'project-1', HUAWEI_CLOUD_REGION: 'cn-north-1'},
    region: 'cn-north-1',
    credentials: {kind: 'access-key', accessKey: 'ak-1', secretKey: 'sk-1'}
  },
  {
    title: 'HUAWEICLOUD_SDK_* (the SDKs of Huawei Cloud)',
    keys: {HUAWEICLOUD_SDK_AK: 'ak-2', HUAWEICLOUD_SDK_SK: 'sk-2', HUAWEICLOUD_SDK_SECURITY_TOKEN: 'st-2'},
    // The SDKs have no variable for the region.
    places: {HUAWEICLOUD_SDK_PROJECT_ID: 'project-2', HW_REGION_NAME: 'cn-north-2'},
    region: 'cn-north-2',
    credentials: {kind: 'access-key', accessKey: 'ak-2', secretKey: 'sk-2', securityToken: 'st-2'}
  },
  {
    title: 'HW_* (Terraform for Huawei Cloud)',
    keys: {HW_ACCESS_KEY: 'ak-3', HW_SECRET_KEY: 'sk-3', HW_SECURITY_TOKEN: 'st-3'},
    places: {HW_PROJECT_ID: 'project-3', HW_REGION_NAME: 'cn-north-4'},
    region: 'cn-north-4',
    credentials: {kind: 'access-key', accessKey: 'ak-3', secretKey: 'sk-3', securityToken: 'st-3'}
  },
  {
    title: 'OS_* (OpenStack, Open Telekom Cloud)',
    keys: {OS_ACCESS_KEY: 'ak-4', OS_SECRET_KEY: 'sk-4', OS_SECURITY_TOKEN: 'st-4'},
    places: {OS_PROJECT_ID: 'project-4', OS_REGION_NAME: 'eu-de'},
    region: 'eu-de',
    credentials: {kind: 'access-key', accessKey: 'ak-4', secretKey: 'sk-4', securityToken: 'st-4'}
  }
];

describe('credentials from the environment', () => {
  const bare = {service: 'dataarts-studio', 'task-id': 'T1'};
  const fromEnvironment = (environment: Environment, given: Given = {}) => parsed({...bare, ...given}, environment);

  it.each(families)('can all come from $title', ({title, keys, places, region, credentials}) => {
    const inputs = fromEnvironment({...keys, ...places});
    expect(inputs.access.credentials).toEqual(credentials);
    expect(inputs.access.origin).toContain(title);
    expect(inputs.tasks[0].projectId).toBe(Object.values(places)[0]);
    expect(inputs.place.region).toBe(region);
  });

  it.each(families.map((family, index) => ({...family, index})))(
    'come from $title before all families that follow',
    ({credentials, region, places, index}) => {
      const environment = Object.assign(
        {},
        ...families
          .slice(index)
          .reverse()
          .map(family => ({...family.keys, ...family.places}))
      );
      const inputs = fromEnvironment(environment);
      expect(inputs.access.credentials).toEqual(credentials);
      expect(inputs.place.region).toBe(region);
      expect(inputs.tasks[0].projectId).toBe(Object.values(places)[0]);
      expect(inputs.reporting.notes).toEqual([]);
    }
  );

  it.each([
    [{OS_TOKEN: 'a-token'}, 'a-token'],
    [{OS_AUTH_TOKEN: 'a-token'}, 'a-token'],
    [{OS_TOKEN: 'first', OS_AUTH_TOKEN: 'other'}, 'first'],
    [{HW_AUTH_TOKEN: 'a-token'}, 'a-token']
  ])('can be a token: %j', (environment, token) => {
    expect(fromEnvironment({...environment, OS_PROJECT_ID: 'p', HW_PROJECT_ID: 'p', OS_REGION: 'eu-de'})).toMatchObject(
      {
        access: {credentials: {kind: 'token', token}}
      }
    );
  });

  it.each([
    ['OS_ACCESS_KEY', 'OS_SECRET_KEY', 'OS_SECURITY_TOKEN'],
    ['OS_ACCESS_KEY_ID', 'OS_ACCESS_KEY_SECRET', 'OS_AKSK_SECURITY_TOKEN'],
    ['OS_AK', 'OS_SK', 'OS_ST']
  ])('of OpenStack can be spelled %s, %s, %s', (accessKey, secretKey, securityToken) => {
    const environment = {
      [accessKey]: 'aaaa',
      [secretKey]: 'ssss',
      [securityToken]: 'tttt',
      OS_TENANT_ID: 'p',
      OS_REGION: 'eu-de'
    };
    expect(fromEnvironment(environment)).toMatchObject({
      access: {credentials: {kind: 'access-key', accessKey: 'aaaa', secretKey: 'ssss', securityToken: 'tttt'}},
      tasks: [{projectId: 'p'}],
      place: {region: 'eu-de'}
    });
  });

  it('are the token before the keys of one family', () => {
    const [, , terraform] = families;
    const environment = {...terraform?.keys, ...terraform?.places, HW_AUTH_TOKEN: 'a-token'};
    expect(fromEnvironment(environment).access.credentials).toEqual({kind: 'token', token: 'a-token'});
  });

  it('are the keys of an earlier family before the token of a later one', () => {
    const [first] = families;
    const environment = {...first?.keys, ...first?.places, OS_TOKEN: 'a-token', HW_AUTH_TOKEN: 'a-token'};
    expect(fromEnvironment(environment).access.credentials).toEqual(first?.credentials);
  });

  it('pass half a family over, with a note that names it', () => {
    const [first, second] = families;
    const inputs = fromEnvironment({HUAWEI_CLOUD_ACCESS_KEY_ID: 'half', ...second?.keys, ...second?.places});
    expect(inputs.access.credentials).toEqual(second?.credentials);
    expect(inputs.reporting.notes).toEqual([expect.stringContaining(first?.title ?? '?')]);
    expect(inputs.reporting.notes.join()).not.toContain('half-');
  });

  it('are never put together from two families', () => {
    const environment = {
      HUAWEI_CLOUD_ACCESS_KEY_ID: 'a',
      HUAWEICLOUD_SDK_SK: 's',
      HW_ACCESS_KEY: 'a',
      OS_SECRET_KEY: 's',
      HW_PROJECT_ID: 'p',
      HW_REGION_NAME: 'cn-north-4'
    };
    expect(problemsOf({}, environment, bare)).toEqual([expect.stringMatching(/^no credentials were given/)]);
  });

  it('are never put together from an input and a family', () => {
    const [first] = families;
    const environment = {...first?.keys, ...first?.places};
    expect(problemsOf({'access-key': 'aaaa'}, environment, bare)).toEqual([
      expect.stringMatching(/^access-key needs secret-key/)
    ]);
    expect(problemsOf({'secret-key': 'ssss'}, environment, bare)).toEqual([
      expect.stringMatching(/^secret-key needs access-key/)
    ]);
    expect(problemsOf({'security-token': 'ssss'}, environment, bare)).toEqual([
      expect.stringMatching(/^security-token needs access-key/)
    ]);
  });

  it('leave a security token of another family alone', () => {
    const [first] = families;
    const environment = {...first?.keys, ...first?.places, HW_SECURITY_TOKEN: 'st', OS_ST: 'st'};
    expect(fromEnvironment(environment).access.credentials).toEqual(first?.credentials);
  });

  it('yield to the inputs as a whole', () => {
    const [, second] = families;
    const environment = {...second?.keys, ...second?.places};
    const inputs = fromEnvironment(environment, {'access-key': 'aaaa', 'secret-key': 'ssss'});
    expect(inputs.access.credentials).toEqual({kind: 'access-key', accessKey: 'aaaa', secretKey: 'ssss'});
    expect(inputs.access.origin).toBe('an access key; set by the inputs');
    expect(inputs.tasks[0].projectId).toBe('project-2');
    expect(fromEnvironment(environment, {token: 'tttt'}).access.credentials).toEqual({kind: 'token', token: 'tttt'});
  });

  it('do not come from AWS_* variables, which on runners belong to another cloud', () => {
    const environment = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 's',
      AWS_SESSION_TOKEN: 't',
      AWS_REGION: 'eu-de',
      AWS_DEFAULT_REGION: 'eu-de'
    };
    const problems = problemsOf({'project-id': 'p'}, environment, bare);
    expect(problems.map(problem => problem.split(' ', 2).join(' ')).sort()).toEqual(['no credentials', 'region is']);
  });

  it("read no variable but those of the four families, and the runner's own secret", () => {
    const readNames = new Set<string>();
    const environment = new Proxy<Environment>(
      {},
      {
        get: (_target, name) => {
          readNames.add(String(name));
          return undefined;
        }
      }
    );
    expect(() => fromEnvironment(environment)).toThrow(InputError);
    secretsIn(() => '', environment);
    replacementsIn(() => '', environment);
    expect(
      [...readNames].filter(name => !/^(HUAWEI_CLOUD|HUAWEICLOUD_SDK|HUAWEICLOUD_OIDC|HW|OS)_/.test(name))
    ).toEqual(['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
    expect(readNames.size).toBeGreaterThan(20);
  });

  it('count as absent where a variable is empty or blank', () => {
    const [, second] = families;
    const environment = {
      HUAWEI_CLOUD_ACCESS_KEY_ID: '',
      HUAWEI_CLOUD_SECRET_ACCESS_KEY: ' ',
      HUAWEI_CLOUD_REGION: '',
      HUAWEI_CLOUD_PROJECT_ID: ' ',
      ...second?.keys,
      ...second?.places
    };
    expect(fromEnvironment(environment)).toMatchObject({
      access: {credentials: second?.credentials},
      place: {region: second?.region},
      reporting: {notes: []}
    });
  });

  it('bring the project of their own family, and no other', () => {
    const [first, second] = families;
    expect(fromEnvironment({...second?.keys, ...second?.places, ...first?.places}).tasks[0].projectId).toBe(
      'project-2'
    );
    expect(fromEnvironment({...second?.keys, ...first?.places}).tasks[0].projectId).toBe('');
  });

  it('take the project from the first family that has one where they are inputs', () => {
    const environment = {OS_PROJECT_ID: 'project-4', HW_PROJECT_ID: 'project-3', OS_REGION_NAME: 'eu-de'};
    expect(fromEnvironment(environment, {token: 'tttt'}).tasks[0].projectId).toBe('project-3');
  });

  it('yield to the inputs region and project-id', () => {
    const [first] = families;
    const inputs = fromEnvironment({...first?.keys, ...first?.places}, {region: 'eu-de', 'project-id': 'p'});
    expect([inputs.place.region, inputs.tasks[0].projectId]).toEqual(['eu-de', 'p']);
  });

  it('take the region from any family', () => {
    const [first] = families;
    const environment = {
      ...first?.keys,
      HUAWEI_CLOUD_PROJECT_ID: 'p',
      OS_REGION_NAME: 'eu-de',
      HW_REGION_NAME: 'cn-north-4'
    };
    expect(fromEnvironment(environment).place.region).toBe('cn-north-4');
  });

  it.each([
    ['HUAWEI_CLOUD_REGION', 'evil.example/#', 'a region id'],
    ['HUAWEI_CLOUD_PROJECT_ID', '../../x', 'the id of an IAM project']
  ])('are checked as strictly as inputs: %s', (variable, value, accepted) => {
    const [first] = families;
    const environment = {...first?.keys, ...first?.places, [variable]: value};
    expect(problemsOf({}, environment, bare)).toContainEqual(
      `${variable} is "${value}": it takes ${accepted}${variable.endsWith('REGION') ? ' such as eu-de or cn-north-4' : ': letters, digits, "-" and "_"'}.`
    );
  });
});

describe('credentials among the inputs', () => {
  const keys = {'access-key': 'AKAK', 'secret-key': 'SKSK'};

  it.each([
    [{'access-key': 'AKAK'}, 'access-key needs secret-key as well, which is empty: give both, or none.'],
    [{'secret-key': 'SKSK'}, 'secret-key needs access-key as well, which is empty: give both, or none.'],
    [
      {'security-token': 'STST'},
      'security-token needs access-key and secret-key as well, which are empty: give all of these inputs, or none.'
    ],
    [
      {'access-key': 'AKAK', 'security-token': 'STST'},
      'access-key and security-token need secret-key as well, which is empty: give all of these inputs, or none.'
    ],
    [
      {username: 'u', 'domain-name': 'd'},
      'username and domain-name need password as well, which is empty: give all of these inputs, or none.'
    ],
    [
      {'provider-urn': 'iam::1:oidcProvider:p'},
      'provider-urn needs agency-urn as well, which is empty: give both, or none.'
    ]
  ])('are no half kind: %j', (given, problem) => {
    expect(problemsOf(given, {}, withoutCredentials)).toEqual([problem]);
  });

  it.each([
    {...keys, token: 'TTTT'},
    {'access-key': 'AKAK', token: 'TTTT'},
    {'secret-key': 'SKSK', token: 'TTTT'},
    {'security-token': 'STST', token: 'TTTT'}
  ])('are not of two kinds: %j', given => {
    expect(problemsOf(given, {}, withoutCredentials)).toEqual([
      expect.stringMatching(/^token and (access|secret|security)-\w+ belong to different kinds of credentials: /)
    ]);
  });

  it.each([
    [keys, {kind: 'access-key', accessKey: 'AKAK', secretKey: 'SKSK'}, 'an access key; set by the inputs'],
    [
      {...keys, 'security-token': 'STST'},
      {kind: 'access-key', accessKey: 'AKAK', secretKey: 'SKSK', securityToken: 'STST'},
      'temporary keys; set by the inputs'
    ],
    [{token: 'TTTT'}, {kind: 'token', token: 'TTTT'}, 'a ready-made token; set by the inputs']
  ])('are one complete kind: %j', (given, credentials, origin) => {
    const inputs = parsed({...withoutCredentials, ...given});
    expect(inputs.access.credentials).toEqual(credentials);
    expect(inputs.access.origin).toBe(origin);
  });

  it('are asked for where there are none, with every family named', () => {
    const problems = problemsOf({}, {}, withoutCredentials);
    expect(problems).toEqual([expect.stringMatching(/^no credentials were given: all inputs for them are empty/)]);
    expect(questionsIn(withoutCredentials)).toEqual([
      expect.stringMatching(/^Was a secret not set\?.* forks get no secrets.* drops a job output/)
    ]);
    const choices = choicesIn(withoutCredentials);
    expect(choices).toEqual([
      expect.stringMatching(
        /^Give one kind: token; or access-key and secret-key; or provider-urn and agency-urn; or identity-provider; or ecs-agency; or username, password and domain-name\./
      )
    ]);
    for (const {title} of families) expect(choices[0]).toContain(title);
  });
});

describe('a secret', () => {
  const whole = 'hush-hush-secret';
  const broken = [`${whole}\nx`, `${whole} x`, `${whole}\r\nx-evil: 1`, `${whole}\u0000`, `${whole}ä`];

  it.each(
    ['token', 'access-key', 'secret-key', 'security-token'].flatMap(name => broken.map(value => ({name, value})))
  )('that would break its header is a problem that does not show it: $name', ({name, value}) => {
    const keys = name === 'token' ? {} : {'access-key': 'AKAK', 'secret-key': 'SKSK'};
    const problems = problemsOf({...keys, [name]: value}, {}, withoutCredentials);
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} holds white space`))]);
    expect(problems.join()).not.toContain(whole);
  });

  it.each(broken)('of a variable that would break its header is a problem that names the variable', value => {
    const environment = {HW_ACCESS_KEY: 'AKAK', HW_SECRET_KEY: value, HW_PROJECT_ID: 'p'};
    const problems = problemsOf({}, environment, withoutCredentials);
    expect(problems).toEqual([expect.stringMatching(/^HW_SECRET_KEY holds white space/)]);
    expect(problems.join()).not.toContain(whole);
  });

  it('stands in no problem, whatever else is wrong', () => {
    const secrets = {
      token: `${whole}-1`,
      'access-key': `${whole}-2`,
      'secret-key': `${whole}-3`,
      'security-token': `${whole}-4`
    };
    const variables = Object.fromEntries(
      ['HUAWEI_CLOUD_ACCESS_KEY_ID', 'HUAWEICLOUD_SDK_SK', 'HW_AUTH_TOKEN', 'OS_SECRET_KEY'].map(name => [
        name,
        `${whole} 5`
      ])
    );
    const endpoint = `https://user:${whole}@service.example`;
    const problems = problemsOf({...secrets, endpoint, timeout: 'x', region: '!'}, variables, {});
    expect(problems.length).toBeGreaterThan(3);
    expect(problems.join()).not.toContain(whole);
    expect(problemsOf({endpoint}, variables, {}).join()).not.toContain(whole);
  });
});

describe('secretsIn', () => {
  it('finds every secret of the inputs and of all families, used or not', () => {
    const given: Given = {
      token: 'TTTT',
      'access-key': 'AKAK',
      'secret-key': ' SKSK ',
      'security-token': 'STST',
      region: 'eu-de'
    };
    const environment = Object.assign({}, ...families.map(({keys, places}) => ({...keys, ...places})), {
      HW_AUTH_TOKEN: 'hw-token',
      OS_TOKEN: 'os-token',
      OS_AUTH_TOKEN: 'os-auth-token',
      OS_AK: 'os-ak',
      OS_SK: 'os-sk',
      OS_ST: ''
    });
    const expected = [
      ...['TTTT', 'AKAK', 'SKSK', 'STST', 'hw-token', 'os-token', 'os-auth-token', 'os-ak', 'os-sk'],
      ...families.flatMap(({keys}) => Object.values(keys))
    ];
    expect([...secretsIn(name => given[name] ?? '', environment)].sort()).toEqual(expected.sort());
  });
});

describe('replacementsIn', () => {
  it('finds project, region and endpoint wherever they were given', () => {
    const given: Given = {'project-id': 'p', region: 'eu-de', endpoint: 'https://service.example:8443/base/'};
    const environment = Object.assign({}, ...families.map(({places}) => places), {
      OS_TENANT_ID: 'tenant',
      OS_REGION: 'eu-nl'
    });
    const found = replacementsIn(name => given[name] ?? '', environment).map(
      ([placeholder, value]) => `${placeholder} ${value}`
    );
    expect(found).toEqual(
      expect.arrayContaining([
        '<endpoint> https://service.example:8443/base/',
        '<endpoint> service.example:8443',
        ...['p', 'project-1', 'project-2', 'project-3', 'project-4', 'tenant'].map(value => `<project> ${value}`),
        ...['eu-de', 'cn-north-1', 'cn-north-4', 'eu-nl'].map(value => `<region> ${value}`)
      ])
    );
  });
});
