import {describe, expect, it} from '@jest/globals';
import {type Acted, actInCloud, type Visit} from './helpers/act.ts';
import {agencyUrn, domainId, type Kind, kinds, projectId, providerUrn, taskId} from './helpers/fake-cloud.ts';
import {parsed, problemsIn, type Given as Values} from './helpers/parsed-inputs.ts';

/** The task of a service whose tasks are those of a whole account, and nothing of its place. */
const task = {service: 'cdn', 'task-id': taskId, region: '', 'project-id': ''};
const signing = ['keys', 'temporary keys', 'sts', 'instance'] as const satisfies readonly Kind[];
const given = {'domain-id': domainId};

function wait(kind: Kind, {inputs, ...visit}: Visit = {}) {
  return actInCloud(kind, {isTokenOfDomain: true, ...visit, inputs: {...task, ...inputs}});
}

/** By IAM v3 the account has to be given. */
const needed = (kind: Kind): Values => (kind === 'federation' ? given : {});

const pathsOf = ({requests}: Acted) => requests.map(({url}) => `${url.host}${url.pathname}`);
const messageOf = ({annotations}: Acted) => annotations.map(({message}) => message).join('\n');

describe('a task of a whole account', () => {
  it.each(kinds)('%s: is green, without region and project', async kind => {
    const {colour, outputs, cloud} = await wait(kind, {inputs: needed(kind)});
    expect([colour, outputs.status, outputs['service-status']]).toEqual(['green', 'succeeded', 'task_done']);
    const polls = cloud.requestsTo('service');
    expect(polls.length).toBeGreaterThan(3);
    for (const {url, headers} of polls) {
      expect(url.href).toBe(
        `https://cdn.myhuaweicloud.com/v1.0/cdn/historytasks/${taskId}/detail?page_size=10000&page_number=1`
      );
      expect(headers).not.toHaveProperty('x-project-id');
    }
  });

  it.each(signing)('%s: names the account in a header, which is signed', async kind => {
    for (const inputs of [given, {}]) {
      const {cloud} = await wait(kind, {inputs});
      for (const {headers} of cloud.requestsTo('service')) {
        expect(headers['x-domain-id']).toBe(domainId);
        expect(headers.authorization).toMatch(/SignedHeaders=\S*x-domain-id/);
      }
    }
  });

  it.each<[Kind, number]>([
    ['keys', 1],
    ['temporary keys', 1],
    ['instance', 1],
    // The account stands in the name of the agency.
    ['sts', 0],
    ['token', 0],
    ['password', 0]
  ])('%s: looks the account up %d times, and never where it is given', async (kind, times) => {
    const lookUps = async (inputs: Values) =>
      pathsOf(await wait(kind, {inputs})).filter(path => path === 'iam.myhuaweicloud.com/v3/auth/domains').length;
    expect([await lookUps({}), await lookUps(given)]).toEqual([times, 0]);
  });

  it.each<[Kind, Values, object]>([
    ['password', {}, {domain: {name: 'octo'}}],
    ['password', given, {domain: {id: domainId}}],
    ['federation', given, {domain: {id: domainId}}]
  ])('%s with %j: asks for a token of the account', async (kind, inputs, scope) => {
    const {cloud} = await wait(kind, {inputs});
    const logIn = cloud.requestsTo('iam').find(({method}) => method === 'POST');
    expect(JSON.parse(logIn?.body ?? '').auth.scope).toEqual(scope);
  });

  it.each(signing)('%s: is not asked for in the name of another account', async kind => {
    const other = {'domain-id': 'f'.repeat(32)};
    if (kind === 'sts') {
      expect(messageOf(await wait(kind, {inputs: other}))).toContain('agency-urn is of the account');
      return;
    }
    const {colour, outputs} = await wait(kind, {inputs: other});
    expect([colour, outputs.status]).toEqual(['red', 'denied']);
  });

  it('a token of a project is refused', async () => {
    const acted = await wait('token', {isTokenOfDomain: false});
    expect([acted.colour, acted.outputs.status]).toEqual(['red', 'denied']);
    expect(messageOf(acted)).toContain('a token is for the account and not for a project');
  });

  it.each([
    ['no account', [], 'These credentials see no account at all.'],
    [
      'several accounts',
      [
        {id: 'a1', name: 'one'},
        {id: 'b2', name: 'two'}
      ],
      'These credentials see: one (a1), two (b2).'
    ]
  ])('%s is an error that asks for domain-id', async (_, domains, told) => {
    const acted = await wait('keys', {domains});
    expect([acted.colour, acted.outputs.status, acted.cloud.requestsTo('service')]).toEqual(['red', 'error', []]);
    expect(messageOf(acted)).toContain(told);
    expect(messageOf(acted)).toContain('Give domain-id');
  });

  it('a look-up that is refused asks for domain-id', async () => {
    const acted = await wait('keys', {
      meddle: ({url}) =>
        url.pathname === '/v3/auth/domains'
          ? {status: 403, body: {error_code: 'IAM.0003', error_msg: "Policy doesn't allow it."}}
          : undefined
    });
    expect(acted.outputs.status).toBe('denied');
    expect(messageOf(acted)).toContain('Give domain-id.');
  });

  it('has no account and no enterprise project in its outputs', async () => {
    const enterprise = '8a3bd1e0-2f5d-4ef1-958b-3fc1ed0b0898';
    const {outputs, cloud} = await wait('keys', {
      inputs: {...given, 'enterprise-project-id': enterprise},
      meddle: (_, place) =>
        place === 'service'
          ? {status: 400, body: {error_code: 'X.1', error_msg: `not for ${domainId} in ${enterprise}`}}
          : undefined
    });
    expect(outputs.message).toContain('not for <account> in <enterprise-project>');
    expect(cloud.requestsTo('service')[0]?.url.search).toBe(
      `?page_size=10000&page_number=1&enterprise_project_id=${enterprise}`
    );
  });
});

const keys = {'access-key': 'AKAK', 'secret-key': 'SKSK'};
const sts = {'provider-urn': providerUrn, 'agency-urn': agencyUrn};
const login = {username: 'U', password: 'PPPP', 'domain-name': 'D'};

const parse = (inputs: Values, environment: Values = {}) => parsed({...task, ...inputs}, environment);
const problemsOf = (inputs: Values, environment: Values = {}) => problemsIn({...task, ...inputs}, environment);

describe('where a service without regions is', () => {
  it.each<[Values, string]>([
    [{}, 'cdn.myhuaweicloud.com'],
    [{region: 'cn-north-4'}, 'cdn.myhuaweicloud.com'],
    [{region: 'ap-southeast-3'}, 'cdn.myhuaweicloud.com'],
    [{region: 'eu-west-101'}, 'cdn.myhuaweicloud.eu'],
    [{cloud: 'myhuaweicloud.eu'}, 'cdn.myhuaweicloud.eu'],
    [{endpoint: 'https://cdn.example'}, 'cdn.example']
  ])('%j: %s', (place, host) => {
    expect(parse({...keys, ...given, ...place}).place.endpoint.url).toBe(`https://${host}`);
  });

  it.each<[string, Values, string]>([
    ['order', {}, 'bss.myhuaweicloud.com'],
    ['order', {region: 'cn-east-3'}, 'bss.myhuaweicloud.com'],
    ['order', {region: 'ap-southeast-3'}, 'bss-intl.myhuaweicloud.com'],
    ['order', {region: 'la-north-2'}, 'bss-intl.myhuaweicloud.com'],
    ['order', {region: 'eu-west-101'}, 'bss.myhuaweicloud.eu'],
    ['coc-script', {}, 'coc.myhuaweicloud.com'],
    ['coc-script', {region: 'me-east-1'}, 'coc-intl.myhuaweicloud.com'],
    ['coc-script', {region: 'eu-west-101'}, 'coc-eu-west-101-open-api.myhuaweicloud.eu']
  ])('%s with %j, where the sites have a host each: %s', (service, place, host) => {
    const inputs = parse({...keys, ...given, service, ...place});
    expect([inputs.place.endpoint.url, inputs.reporting.unused]).toEqual([`https://${host}`, []]);
  });

  it.each<[Values, string]>([
    [
      {region: 'eu-de'},
      'region is "eu-de": no host of Content Delivery Network is known in its cloud, otc.t-systems.com. Give endpoint, its base URL there.'
    ],
    [
      {cloud: 'cloud.example'},
      'Content Delivery Network has no known host in cloud.example: give endpoint, its base URL there.'
    ],
    [
      {region: 'cn-nort-4'},
      'region is "cn-nort-4", which is in no cloud that this action knows. Did you mean cn-north-4? Otherwise give cloud (the domain, such as myhuaweicloud.com) or endpoint (the base URL of Content Delivery Network).'
    ],
    [{region: 'a/b'}, 'region is "a/b": it takes a region id such as eu-de or cn-north-4.']
  ])('%j is one error', (place, problem) => {
    expect(problemsOf({...keys, ...given, ...place})).toEqual([problem]);
  });

  it.each<[string, Values, Values, {iamEndpoint: string; stsEndpoint: string}]>([
    ['no region', keys, {}, {iamEndpoint: 'https://iam.myhuaweicloud.com', stsEndpoint: ''}],
    ['no region', login, {}, {iamEndpoint: 'https://iam.myhuaweicloud.com', stsEndpoint: ''}],
    ['no region', sts, {}, {iamEndpoint: '', stsEndpoint: 'https://sts.cn-north-4.myhuaweicloud.com'}],
    [
      'a region',
      {...keys, region: 'ap-southeast-3'},
      {},
      {iamEndpoint: 'https://iam.ap-southeast-3.myhuaweicloud.com', stsEndpoint: ''}
    ],
    [
      'a region',
      {...sts, region: 'ap-southeast-3'},
      {},
      {iamEndpoint: '', stsEndpoint: 'https://sts.ap-southeast-3.myhuaweicloud.com'}
    ],
    [
      'the European cloud',
      {...login, region: 'eu-west-101'},
      {},
      {iamEndpoint: 'https://iam.eu-west-101.myhuaweicloud.eu', stsEndpoint: ''}
    ],
    [
      "another tool's address of another cloud",
      login,
      {OS_AUTH_URL: 'https://iam.eu-de.otc.t-systems.com/v3', HUAWEICLOUD_SDK_STS_ENDPOINT: 'https://sts.example'},
      {iamEndpoint: 'https://iam.myhuaweicloud.com', stsEndpoint: ''}
    ],
    [
      'an endpoint in the same cloud',
      {...keys, endpoint: 'https://cdn2.myhuaweicloud.com'},
      {},
      {iamEndpoint: 'https://iam.myhuaweicloud.com', stsEndpoint: ''}
    ],
    ['an account that is given', {...keys, ...given}, {}, {iamEndpoint: '', stsEndpoint: ''}],
    ['a token', {token: 'TTTT'}, {}, {iamEndpoint: '', stsEndpoint: ''}]
  ])('with %s, %j and %j, IAM and STS are known', (_, inputs, environment, access) => {
    expect(parse(inputs, environment).access).toMatchObject(access);
  });

  it.each([keys, {'ecs-agency': 'true'}])(
    'at an endpoint elsewhere %j are shown to no guessed IAM for the account',
    inputs => {
      expect(problemsOf({...inputs, endpoint: 'https://cdn.example'})).toEqual([
        'domain-id is missing, and it cannot be looked up, because no IAM is known. Give domain-id, or iam-endpoint.'
      ]);
    }
  );

  it('at an endpoint elsewhere a password is sent to no guessed IAM', () => {
    expect(problemsOf({...login, endpoint: 'https://cdn.example'})).toEqual([
      'iam-endpoint is missing: give it, or region, to say where IAM is.'
    ]);
  });
});

describe('the account', () => {
  const scopeOf = (inputs: Values, environment: Values = {}) => parse(inputs, environment).access.scope;
  const [own, other] = ['1'.repeat(32), '2'.repeat(32)];

  it.each(['HUAWEICLOUD_SDK_DOMAIN_ID', 'HW_DOMAIN_ID', 'OS_DOMAIN_ID', 'OS_USER_DOMAIN_ID', 'OS_PROJECT_DOMAIN_ID'])(
    'comes from %s',
    name => {
      expect(scopeOf(keys, {[name]: own})).toEqual({domain: {id: own}});
      expect(scopeOf({...keys, ...given}, {[name]: own})).toEqual({domain: {id: domainId}});
    }
  );

  it('comes from the family of the credentials, and from no other', () => {
    const environment = {HW_ACCESS_KEY: 'AKAK', HW_SECRET_KEY: 'SKSK', HUAWEICLOUD_SDK_DOMAIN_ID: other};
    expect(scopeOf({}, {...environment, HW_DOMAIN_ID: own})).toEqual({domain: {id: own}});
    expect(scopeOf({}, environment)).toEqual({domain: {name: ''}});
  });

  it('comes from the agency rather than from the environment', () => {
    expect(scopeOf(sts, {HW_DOMAIN_ID: other})).toEqual({domain: {id: domainId}});
  });

  it('is not read from the environment for a service of a project', () => {
    const project = {service: 'rds', region: 'cn-north-4', 'project-id': 'p1', 'task-id': taskId, ...keys};
    expect(scopeOf(project, {HW_DOMAIN_ID: 'not an id'})).toEqual({project: {id: 'p1'}});
  });

  it.each(['octo', 'My Company', 'OTC00000000001000000447', 'a/b', 'null', '***'])(
    'is one error where %j is given, an account by its name or half of an id',
    value => {
      expect(problemsOf({...keys, 'domain-id': value})).toEqual([
        expect.stringMatching(/^domain-id is ".*": it takes the id of the account, .* and not its name[.;]/)
      ]);
      expect(problemsOf(keys, {HW_DOMAIN_ID: value})).toEqual([expect.stringMatching(/^HW_DOMAIN_ID is /)]);
      expect(problemsOf({'identity-provider': 'gh', 'domain-id': value})).toHaveLength(1);
    }
  );

  it.each<[Values, string]>([
    [keys, 'access-key and domain-name belong to different kinds of credentials'],
    [{}, 'domain-name needs username and password as well']
  ])('is one error where the name is given for the id, beside %j', (inputs, told) => {
    const problems = problemsOf({...inputs, 'domain-name': 'octo'});
    expect(problems).toEqual([expect.stringContaining(told)]);
    expect(problems[0]).toMatch(/not given by its name, but by its id: domain-id\.$/);
  });

  it('is asked for where a log-in of IAM v3 cannot do without it', () => {
    expect(problemsOf({'identity-provider': 'gh'})).toEqual([
      expect.stringMatching(/^domain-id is missing: .*\(HUAWEICLOUD_SDK_DOMAIN_ID, HW_DOMAIN_ID, OS_DOMAIN_ID\)\.$/)
    ]);
  });

  it('that differs from that of the agency is one error', () => {
    expect(problemsOf({...sts, 'domain-id': own})).toEqual([
      `domain-id is "${own}", but agency-urn is of the account ${domainId}: leave domain-id out, or give that account's.`
    ]);
  });
});

describe('the enterprise project', () => {
  const id = '8a3bd1e0-2f5d-4ef1-958b-3fc1ed0b0898';
  const idOf = (inputs: Values, environment: Values = {}) =>
    parse({...keys, ...given, ...inputs}, environment).tasks[0].enterpriseProjectId;

  it('is the input, else what the environment has', () => {
    for (const value of [id, '0', 'all']) expect(idOf({'enterprise-project-id': value})).toBe(value);
    expect(idOf({}, {HW_ENTERPRISE_PROJECT_ID: id})).toBe(id);
    expect(idOf({'enterprise-project-id': '0'}, {HW_ENTERPRISE_PROJECT_ID: id})).toBe('0');
    expect(idOf({})).toBeUndefined();
  });

  it.each(['default', 'a/b', '1', `${id}0`, 'ALL'])('in the form %j is one error', value => {
    expect(problemsOf({...keys, ...given, 'enterprise-project-id': value})).toEqual([
      expect.stringMatching(/^enterprise-project-id is ".*": it takes the id of an enterprise project/)
    ]);
  });

  it('is left out for a service that is not asked by it', () => {
    const rds = {service: 'rds', region: 'cn-north-4', 'project-id': 'p1'};
    expect(idOf({...rds, 'enterprise-project-id': id})).toBeUndefined();
    expect(idOf(rds, {HW_ENTERPRISE_PROJECT_ID: 'not an id'})).toBeUndefined();
  });
});

describe('an input that has no say', () => {
  const unusedIn = (inputs: Values, environment: Values = {}) => parse(inputs, environment).reporting.unused;
  const oneHost = 'region is not used: Content Delivery Network has one host for all regions.';

  it.each<[string, Values, readonly string[]]>([
    ['a region', {...keys, ...given, region: 'cn-north-4'}, [oneHost]],
    ['a region that says where IAM is', {...keys, region: 'cn-north-4'}, []],
    ['a region that says where IAM is, which knows how long a token lives', {token: 'TTTT', region: 'cn-north-4'}, []],
    ['a region that says where STS is', {...sts, region: 'cn-north-4'}, []],
    ['a region of another cloud', {...keys, ...given, region: 'eu-west-101'}, []],
    [
      'a project',
      {...keys, ...given, 'project-id': projectId},
      ['project-id is not used: the tasks of Content Delivery Network are those of the whole account.']
    ],
    [
      'an account beside a token',
      {token: 'TTTT', ...given},
      ['domain-id is not used: a ready-made token is for an account or a project by itself.']
    ],
    [
      'an account and an enterprise project',
      {
        ...keys,
        ...given,
        service: 'dcs',
        region: 'cn-north-4',
        'project-id': 'p1',
        'enterprise-project-id': '0'
      },
      [
        'domain-id is not used: the tasks of Distributed Cache Service are those of a project.',
        'enterprise-project-id is not used: Distributed Cache Service does not take it.'
      ]
    ]
  ])('is told: %s', (_, inputs, sentences) => {
    expect(unusedIn(inputs)).toEqual(sentences);
  });

  it('is told with the cloud of the environment as with the input', () => {
    const inputs = {...keys, ...given, region: 'eu-west-101'};
    expect(unusedIn({...inputs, cloud: 'myhuaweicloud.eu'})).toEqual([oneHost]);
    expect(unusedIn(inputs, {HW_CLOUD: 'myhuaweicloud.eu'})).toEqual([oneHost]);
  });

  it('is passed over in silence in the environment', () => {
    const environment = {HW_REGION_NAME: 'cn-north-4', HW_PROJECT_ID: 'a b', OS_PROJECT_NAME: 'shop'};
    const {reporting, tasks, place} = parse({...keys, ...given}, environment);
    expect([reporting.unused, tasks[0].projectId, place.region]).toEqual([[], '', undefined]);
  });

  it('stands in the log', async () => {
    const {log} = await wait('keys', {inputs: {...given, region: 'cn-north-4', 'project-id': projectId}});
    expect(log.slice(2, 6)).toEqual([
      'https://cdn.myhuaweicloud.com',
      'sign-in: an access key; set by the inputs',
      oneHost,
      'project-id is not used: the tasks of Content Delivery Network are those of the whole account.'
    ]);
  });
});
