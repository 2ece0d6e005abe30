import {describe, expect, it} from '@jest/globals';
import type {Credentials} from '../../src/auth/credentials.ts';
import {secretsIn} from '../../src/inputs/credentials.ts';
import {environmentFamilies} from '../../src/inputs/families.ts';
import {inWords} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {agencyUrn, projectId, providerUrn, taskInputs} from '../helpers/fake-cloud.ts';
import {choicesIn, parsed, problemsIn, type Given as Values} from '../helpers/parsed-inputs.ts';

const parse = (inputs: Values, environment: Values = {}) => parsed({...taskInputs, ...inputs}, environment);
const problemsOf = (inputs: Values, environment: Values = {}) => problemsIn({...taskInputs, ...inputs}, environment);

const keys = {kind: 'access-key', accessKey: 'AKAK', secretKey: 'SKSK', securityToken: undefined};
const temporaryKeys = {...keys, securityToken: 'STST'};
const token = {kind: 'token', token: 'TTTT'};
const password = {kind: 'password', username: 'U', password: 'Pa w', domainName: 'D'};

describe('inputs', () => {
  it.each<[string, Values, object]>([
    ['keys', {'access-key': 'AKAK', 'secret-key': 'SKSK'}, keys],
    ['temporary keys', {'access-key': 'AKAK', 'secret-key': 'SKSK', 'security-token': 'STST'}, temporaryKeys],
    ['keys with white space around', {'access-key': ' AKAK\n', 'secret-key': '\tSKSK '}, keys],
    ['a token', {token: 'TTTT'}, token],
    ['a password', {username: 'U', password: 'Pa w', 'domain-name': 'D'}, password],
    [
      'keyless by STS',
      {'provider-urn': providerUrn, 'agency-urn': agencyUrn},
      {kind: 'oidc-agency', providerUrn, agencyUrn, audience: 'sts.huaweicloud.com'}
    ],
    [
      'keyless with an audience',
      {'provider-urn': providerUrn, 'agency-urn': agencyUrn, audience: 'a'},
      {kind: 'oidc-agency', providerUrn, agencyUrn, audience: 'a'}
    ],
    [
      'keyless by IAM',
      {'identity-provider': 'gh'},
      {kind: 'oidc-federation', identityProvider: 'gh', audience: 'sts.huaweicloud.com'}
    ],
    ['the agency of the instance', {'ecs-agency': 'true'}, {kind: 'ecs-agency'}],
    ['what is written beside an agency that is not wanted', {'ecs-agency': 'false', token: 'TTTT'}, token]
  ])('are read as %s', (_, inputs, credentials) => {
    expect(parse(inputs).access.credentials).toEqual(credentials);
    expect(parse(inputs).access.origin).toMatch(/; set by the inputs$/);
  });

  it.each<[Values, readonly string[], readonly string[]]>([
    [{'access-key': 'AKAK'}, ['secret-key'], ['access-key']],
    [{'secret-key': 'SKSK'}, ['access-key'], ['secret-key']],
    [{'security-token': 'STST'}, ['access-key', 'secret-key'], ['security-token']],
    [{'access-key': 'AKAK', 'security-token': 'STST'}, ['secret-key'], ['access-key', 'security-token']],
    [{username: 'U'}, ['password', 'domain-name'], ['username']],
    [{password: 'PPPP'}, ['username', 'domain-name'], ['password']],
    [{username: 'U', password: 'PPPP'}, ['domain-name'], ['username', 'password']],
    [{'provider-urn': providerUrn}, ['agency-urn'], ['provider-urn']],
    [{'agency-urn': agencyUrn}, ['provider-urn'], ['agency-urn']]
  ])('with half a kind, %j, are an error that says what is missing', (inputs, missing, given) => {
    // Neither does a complete family of the environment mend it.
    for (const environment of [{}, {HUAWEICLOUD_SDK_AK: 'AKAK', HUAWEICLOUD_SDK_SK: 'SKSK'}]) {
      const problems = problemsOf(inputs, environment);
      expect(problems).toHaveLength(1);
      for (const name of [...missing, ...given]) expect(problems[0]).toContain(name);
    }
  });

  it.each<[Values, readonly string[]]>([
    [{token: 'TTTT', 'access-key': 'AKAK', 'secret-key': 'SKSK'}, ['token', 'access-key']],
    [{token: 'TTTT', 'access-key': 'AKAK'}, ['token', 'access-key']],
    [{token: 'TTTT', password: 'PPPP'}, ['token', 'password']],
    [{token: 'TTTT', 'ecs-agency': 'true'}, ['token', 'ecs-agency']],
    [{'access-key': 'AKAK', 'secret-key': 'SKSK', 'domain-name': 'D'}, ['access-key', 'domain-name']],
    [
      {'provider-urn': providerUrn, 'agency-urn': agencyUrn, 'identity-provider': 'gh'},
      ['provider-urn', 'identity-provider']
    ],
    [{'provider-urn': providerUrn, 'access-key': 'AKAK', username: 'U'}, ['provider-urn', 'access-key', 'username']]
  ])('with two kinds, %j, are an error that names them', (inputs, names) => {
    const problems = problemsOf(inputs);
    expect(problems).toHaveLength(1);
    for (const name of names) expect(problems[0]).toContain(name);
  });

  it('are needed where the environment has none, and the error names the ways', () => {
    expect(problemsOf({})).toHaveLength(1);
    const choices = choicesIn(taskInputs).join(' ');
    for (const word of [
      'provider-urn',
      'access-key',
      'token',
      'password',
      'HUAWEI_CLOUD_',
      'HUAWEICLOUD_SDK_',
      'HW_',
      'OS_'
    ]) {
      expect(choices).toContain(word);
    }
  });

  it.each<[string, Values]>([
    ['access-key', {'access-key': 'A KAK', 'secret-key': 'SKSK'}],
    ['secret-key', {'access-key': 'AKAK', 'secret-key': 'S\r\nKSK'}],
    ['security-token', {'access-key': 'AKAK', 'secret-key': 'SKSK', 'security-token': 'S\u0000TST'}],
    ['token', {token: 'tö-ken'}],
    ['password', {username: 'U', password: 'one\ntwo', 'domain-name': 'D'}]
  ])('with a %s that no header takes are an error that does not show it', (name, inputs) => {
    const problems = problemsOf(inputs);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).not.toContain(inputs[name]);
  });

  it.each<[string, Values]>([
    ['username', {username: 'a\nb', password: 'PPPP', 'domain-name': 'D'}],
    ['domain-name', {username: 'U', password: 'PPPP', 'domain-name': 'a\nb'}],
    ['provider-urn', {'provider-urn': 'github', 'agency-urn': agencyUrn}],
    ['agency-urn', {'provider-urn': providerUrn, 'agency-urn': 'iam::1:user:x'}],
    ['identity-provider', {'identity-provider': 'a b'}],
    ['ecs-agency', {'ecs-agency': 'maybe', token: 'TTTT'}]
  ])('with a %s of another form are an error', (name, inputs) => {
    const problems = problemsOf(inputs);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is `));
  });
});

describe('the environment', () => {
  it.each<[Values, object, string]>([
    [{HUAWEI_CLOUD_ACCESS_KEY_ID: 'AKAK', HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'SKSK'}, keys, 'HUAWEI_CLOUD_'],
    [{HUAWEICLOUD_SDK_AK: 'AKAK', HUAWEICLOUD_SDK_SK: 'SKSK'}, keys, 'HUAWEICLOUD_SDK_'],
    [
      {HUAWEICLOUD_SDK_AK: 'AKAK', HUAWEICLOUD_SDK_SK: 'SKSK', HUAWEICLOUD_SDK_SECURITY_TOKEN: 'STST'},
      temporaryKeys,
      'HUAWEICLOUD_SDK_'
    ],
    [{HW_ACCESS_KEY: 'AKAK', HW_SECRET_KEY: 'SKSK', HW_SECURITY_TOKEN: 'STST'}, temporaryKeys, 'HW_'],
    [{HW_AUTH_TOKEN: 'TTTT'}, token, 'HW_'],
    [{HW_USER_NAME: 'U', HW_USER_PASSWORD: 'Pa w', HW_DOMAIN_NAME: 'D'}, password, 'HW_'],
    [{OS_ACCESS_KEY: 'AKAK', OS_SECRET_KEY: 'SKSK', OS_SECURITY_TOKEN: 'STST'}, temporaryKeys, 'OS_'],
    [{OS_ACCESS_KEY_ID: 'AKAK', OS_ACCESS_KEY_SECRET: 'SKSK', OS_AKSK_SECURITY_TOKEN: 'STST'}, temporaryKeys, 'OS_'],
    [{OS_AK: 'AKAK', OS_SK: 'SKSK', OS_ST: 'STST'}, temporaryKeys, 'OS_'],
    [{OS_TOKEN: 'TTTT'}, token, 'OS_'],
    [{OS_AUTH_TOKEN: 'TTTT'}, token, 'OS_'],
    [{OS_USERNAME: 'U', OS_PASSWORD: 'Pa w', OS_DOMAIN_NAME: 'D'}, password, 'OS_'],
    [{OS_USERNAME: 'U', OS_PASSWORD: 'Pa w', OS_USER_DOMAIN_NAME: 'D'}, password, 'OS_'],
    // Several kinds in one family: token, then keys, then password.
    [{OS_TOKEN: 'TTTT', OS_ACCESS_KEY: 'AKAK', OS_SECRET_KEY: 'SKSK'}, token, 'OS_'],
    [
      {HW_ACCESS_KEY: 'AKAK', HW_SECRET_KEY: 'SKSK', HW_USER_NAME: 'U', HW_USER_PASSWORD: 'Pa w', HW_DOMAIN_NAME: 'D'},
      keys,
      'HW_'
    ],
    // Half a kind beside a complete one in the family.
    [{HW_ACCESS_KEY: 'AKAK', HW_USER_NAME: 'U', HW_USER_PASSWORD: 'Pa w', HW_DOMAIN_NAME: 'D'}, password, 'HW_'],
    // The first complete family.
    [{OS_TOKEN: 'other', HW_AUTH_TOKEN: 'TTTT'}, token, 'HW_'],
    [
      {HW_AUTH_TOKEN: 'other', HUAWEI_CLOUD_ACCESS_KEY_ID: 'AKAK', HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'SKSK'},
      keys,
      'HUAWEI_CLOUD_'
    ]
  ])('%j is read as %j of %s*', (environment, credentials, family) => {
    const {access} = parse({}, environment);
    expect(access.credentials).toEqual(credentials);
    expect(access.origin).toContain(`set by ${family}*`);
  });

  it('never lends a part to another family', () => {
    const halves = {
      HUAWEI_CLOUD_ACCESS_KEY_ID: 'aaaa',
      HUAWEICLOUD_SDK_SK: 'bbbb',
      HW_SECURITY_TOKEN: 'cccc',
      OS_ACCESS_KEY: 'dddd'
    };
    expect(problemsOf({}, halves)).toHaveLength(1);
    const {
      access,
      reporting: {notes}
    } = parse({}, {...halves, OS_SECRET_KEY: 'eeee'});
    expect(access.credentials).toEqual({...keys, accessKey: 'dddd', secretKey: 'eeee'});
    expect(notes).toHaveLength(3);
    for (const family of ['HUAWEI_CLOUD_*', 'HUAWEICLOUD_SDK_*', 'HW_*']) {
      expect(notes.filter(note => inWords(note, en).includes(family))).toHaveLength(1);
    }
  });

  it('never has a say where the inputs have credentials', () => {
    const environment = {
      HUAWEICLOUD_SDK_AK: 'xxxx',
      HUAWEICLOUD_SDK_SK: 'yyyy',
      HUAWEICLOUD_SDK_SECURITY_TOKEN: 'zzzz'
    };
    expect(parse({'access-key': 'AKAK', 'secret-key': 'SKSK'}, environment).access.credentials).toEqual(keys);
  });

  it('is never read for AWS_*', () => {
    const aws = {
      AWS_ACCESS_KEY_ID: 'AKAK',
      AWS_SECRET_ACCESS_KEY: 'SKSK',
      AWS_SESSION_TOKEN: 'STST',
      AWS_REGION: 'eu-de'
    };
    expect(problemsOf({}, aws)).toHaveLength(1);
    expect(JSON.stringify(environmentFamilies)).not.toContain('"AWS_');
  });

  it('takes empty variables and blanks for absent', () => {
    expect(problemsOf({}, {HUAWEICLOUD_SDK_AK: '', HUAWEICLOUD_SDK_SK: '  '})).toHaveLength(1);
    expect(parse({}, {OS_TOKEN: ' ', OS_AUTH_TOKEN: 'TTTT'}).access.credentials).toEqual(token);
  });

  it('with a secret that no header takes is an error that names the variable and does not show it', () => {
    const [problem] = problemsOf({}, {HW_AUTH_TOKEN: 'to ken'});
    expect(problem).toContain('HW_AUTH_TOKEN');
    expect(problem).not.toContain('to ken');
  });

  it.each<[string, Values, Values, string]>([
    ['the input', {}, {HW_PROJECT_ID: 'other', HW_AUTH_TOKEN: 'TTTT'}, projectId],
    [
      'the family of the credentials',
      {'project-id': ''},
      {HUAWEI_CLOUD_PROJECT_ID: 'other', HW_PROJECT_ID: 'own', HW_AUTH_TOKEN: 'TTTT'},
      'own'
    ],
    ['no other family', {'project-id': ''}, {HUAWEI_CLOUD_PROJECT_ID: 'other', HW_AUTH_TOKEN: 'TTTT'}, ''],
    [
      'the first family that has one, for credentials of the inputs',
      {'project-id': '', token: 'TTTT'},
      {OS_TENANT_ID: 'second', HW_PROJECT_ID: 'first'},
      'first'
    ],
    ['its other spelling', {'project-id': ''}, {OS_TENANT_ID: 'own', OS_TOKEN: 'TTTT'}, 'own']
  ])('the project comes from %s', (_, inputs, environment, project) => {
    expect(parse(inputs, environment).tasks[0].projectId).toBe(project);
  });

  it.each<[string, Values, Values, string]>([
    ['the input', {token: 'TTTT'}, {HW_REGION_NAME: 'eu-de'}, 'cn-north-4'],
    [
      'any family, in their order',
      {region: '', token: 'TTTT'},
      {OS_REGION_NAME: 'eu-nl', HW_REGION_NAME: 'eu-de'},
      'eu-de'
    ],
    ['a family without credentials', {region: ''}, {HUAWEI_CLOUD_REGION: 'eu-de', OS_TOKEN: 'TTTT'}, 'eu-de'],
    ['its other spelling', {region: ''}, {OS_REGION: 'eu-de', OS_TOKEN: 'TTTT'}, 'eu-de']
  ])('the region comes from %s', (_, inputs, environment, region) => {
    expect(parse(inputs, environment).place.region).toBe(region);
  });

  it.each<[Values, Values, string]>([
    [{}, {OS_TOKEN: 'TTTT', OS_AUTH_URL: 'https://iam.example.com/v3'}, 'https://iam.example.com'],
    [{}, {OS_TOKEN: 'TTTT', OS_AUTH_URL: 'https://iam.example.com/v3/'}, 'https://iam.example.com'],
    [{}, {OS_TOKEN: 'TTTT', OS_AUTH_URL: 'https://iam.example.com:443/v3.0'}, 'https://iam.example.com'],
    [{}, {HW_AUTH_TOKEN: 'TTTT', OS_AUTH_URL: 'https://evil.example/v3'}, 'https://iam.cn-north-4.myhuaweicloud.com'],
    [
      {'iam-endpoint': 'https://iam.mine.example'},
      {OS_TOKEN: 'TTTT', OS_AUTH_URL: 'https://iam.example.com/v3'},
      'https://iam.mine.example'
    ]
  ])('IAM is where %j and %j say, never where another family says', (inputs, environment, url) => {
    expect(parse({'project-id': '', ...inputs}, environment).access.iamEndpoint).toBe(url);
  });

  it('with an address that is none is an error that names the variable', () => {
    const problems = problemsOf({'project-id': ''}, {OS_TOKEN: 'TTTT', OS_AUTH_URL: 'http://iam.example.com/v3'});
    expect(problems).toEqual([
      expect.stringMatching(/^OS_AUTH_URL takes a base URL such as https:\/\/iam\.eu-de\.otc\.t-systems\.com:/)
    ]);
  });

  it('with an address of STS that is none is an error with an example of such an address', () => {
    const inputs = {'provider-urn': providerUrn, 'agency-urn': agencyUrn, region: 'eu-de'};
    const problems = problemsOf(inputs, {HUAWEICLOUD_SDK_STS_ENDPOINT: 'sts.example.com'});
    expect(problems).toEqual([
      expect.stringMatching(
        /^HUAWEICLOUD_SDK_STS_ENDPOINT takes a base URL such as https:\/\/sts\.cn-north-4\.myhuaweicloud\.com:/
      )
    ]);
  });
});

describe('a wrong value in the environment', () => {
  const elsewhere = {region: '', endpoint: 'https://service.example', 'iam-endpoint': 'https://iam.example.com'};

  it.each<[string, Values, Values]>([
    ['HW_REGION_NAME', {region: '', token: 'TTTT'}, {HW_REGION_NAME: 'CN North'}],
    ['HW_PROJECT_ID', {...elsewhere, token: 'TTTT'}, {HW_PROJECT_ID: 'a b'}],
    ['HW_DOMAIN_ID', {...elsewhere, service: 'cdn', 'task-id': '1', 'identity-provider': 'gh'}, {HW_DOMAIN_ID: 'zz'}]
  ])('of %s is not said to be missing as well', (name, inputs, environment) => {
    const problems = problemsOf({'project-id': '', ...inputs}, environment);
    expect(problems).toEqual([expect.stringMatching(`^${name} is `)]);
  });
});

describe('a value that is no credential', () => {
  it.each(['***', '*****', 'null', 'undefined', 'abc'])('is an error in an input: %s', value => {
    const problems = problemsOf({token: value});
    expect(problems).toEqual([expect.stringMatching(/^token holds no credential/)]);
  });

  it.each(['***', '*****', 'null', 'undefined', 'abc'])('is passed over in the environment: %s', value => {
    expect(parse({}, {OS_TOKEN: value, OS_AUTH_TOKEN: 'TTTT'}).access.credentials).toEqual(token);
    expect(problemsOf({}, {HW_AUTH_TOKEN: value})).toHaveLength(1);
  });
});

describe('a project by name', () => {
  const noProject = {'project-id': ''};

  it.each(['OS_PROJECT_NAME', 'OS_TENANT_NAME', 'HW_PROJECT_NAME'])('comes from %s', name => {
    const {access, tasks} = parse({...noProject, token: 'TTTT'}, {[name]: 'cn-north-4_shop'});
    expect([access.scope, tasks[0].projectId]).toEqual([{project: {name: 'cn-north-4_shop'}}, '']);
  });

  it('yields to an id, and counts as absent where it is blank', () => {
    const environment = {OS_PROJECT_NAME: 'shop', OS_PROJECT_ID: 'own', OS_TOKEN: 'TTTT'};
    expect(parse(noProject, environment).access.scope).toEqual({project: {id: 'own'}});
    expect(parse({}, environment).access.scope).toEqual({project: {id: projectId}});
    const blank = {OS_PROJECT_NAME: ' ', OS_TOKEN: 'TTTT'};
    expect(parse(noProject, blank).access.scope).toEqual({project: {name: 'cn-north-4'}});
  });
});

describe('addresses of IAM and STS', () => {
  const sts = {'provider-urn': providerUrn, 'agency-urn': agencyUrn};
  const login = {username: 'U', password: 'PPPP', 'domain-name': 'D'};

  it.each<[Values, string, string]>([
    [sts, '', 'https://sts.cn-north-4.myhuaweicloud.com'],
    [
      {...sts, 'project-id': ''},
      'https://iam.cn-north-4.myhuaweicloud.com',
      'https://sts.cn-north-4.myhuaweicloud.com'
    ],
    [{...sts, region: 'eu-de', 'sts-endpoint': 'https://sts.example'}, '', 'https://sts.example'],
    [login, 'https://iam.cn-north-4.myhuaweicloud.com', ''],
    [{...login, region: 'eu-de'}, 'https://iam.eu-de.otc.t-systems.com', ''],
    [{...login, region: 'eu-west-101'}, 'https://iam.eu-west-101.myhuaweicloud.eu', ''],
    [{'access-key': 'AKAK', 'secret-key': 'SKSK'}, '', '']
  ])('%j: IAM at %p, STS at %p', (inputs, iamEndpoint, stsEndpoint) => {
    expect(parse(inputs).access).toMatchObject({iamEndpoint, stsEndpoint});
  });

  it.each(['cn-north-9', 'me-east-1'])('STS of another region serves %s, and the log says so', region => {
    const {access} = parse({...sts, region});
    expect(access.stsEndpoint).toBe('https://sts.cn-north-4.myhuaweicloud.com');
    expect(access.origin).toContain(`; with the STS of cn-north-4, because none is known in ${region}`);
  });

  it.each<[string, Values, Values, string]>([
    ['of the same cloud', {}, {OS_AUTH_URL: 'https://iam2.myhuaweicloud.com/v3'}, 'https://iam2.myhuaweicloud.com'],
    [
      'of another cloud',
      {},
      {OS_AUTH_URL: 'https://iam.eu-de.otc.t-systems.com/v3'},
      'https://iam.cn-north-4.myhuaweicloud.com'
    ],
    [
      'of a name like the cloud',
      {},
      {OS_AUTH_URL: 'https://evilmyhuaweicloud.com'},
      'https://iam.cn-north-4.myhuaweicloud.com'
    ],
    [
      'where no IAM is known',
      {region: 'eu-west-1', cloud: 'prod-cloud-ocb.orange-business.com'},
      {OS_AUTH_URL: 'https://iam.elsewhere.example/v3'},
      'https://iam.elsewhere.example'
    ],
    [
      'of no matter for the Swiss region',
      {region: 'eu-ch2', endpoint: 'https://service.example'},
      {},
      'https://iam-pub.eu-ch2.sc.otc.t-systems.com'
    ]
  ])('IAM for a password among the inputs, beside an address in the environment %s', (_, inputs, environment, url) => {
    expect(parse({...login, ...inputs}, environment).access.iamEndpoint).toBe(url);
  });

  it('a ready-made token is shown to no guessed IAM', () => {
    const place = {region: 'zz-1', cloud: 'cloud.example', token: 'TTTT'};
    const {
      access,
      place: {endpoint}
    } = parse(place);
    expect([access.iamEndpoint, endpoint.url]).toEqual(['', 'https://dayu-dlf.zz-1.cloud.example']);
    expect(problemsOf({...place, 'project-id': ''})).toEqual([expect.stringMatching(/^project-id is missing/)]);
    const named = {...place, 'project-id': '', 'iam-endpoint': 'https://iam.cloud.example'};
    expect(parse(named).access.iamEndpoint).toBe('https://iam.cloud.example');
  });

  it('the cloud can come from HW_CLOUD', () => {
    const environment = {HW_CLOUD: 'cloud.example', HW_AUTH_TOKEN: 'TTTT'};
    expect(parse({region: 'zz-1'}, environment).place.endpoint.url).toBe('https://dayu-dlf.zz-1.cloud.example');
  });

  it('keyless can come from the variables of the newest SDK', () => {
    const environment = {HUAWEICLOUD_OIDC_PROVIDER_URN: providerUrn, HUAWEICLOUD_OIDC_AGENCY_URN: agencyUrn};
    expect(parse({}, environment).access.credentials).toMatchObject({kind: 'oidc-agency', providerUrn, agencyUrn});
  });

  it('STS, and IAM for a project of which the environment has the name alone, are asked for without a region', () => {
    const nowhere = {region: '', endpoint: 'https://service.example'};
    expect(problemsOf({...sts, ...nowhere, service: 'codearts-check', 'project-id': ''})).toEqual([
      'sts-endpoint is missing: give it, or region, to say where STS is.'
    ]);
    const environment = {HW_PROJECT_NAME: 'p', OS_PROJECT_NAME: 'p'};
    expect(problemsOf({...nowhere, 'project-id': '', token: 'TTTT'}, environment)).toEqual([
      'project-id is missing, and it cannot be looked up, because no IAM is known. Give project-id, or iam-endpoint.'
    ]);
    expect(problemsOf({...nowhere, 'project-id': '', 'identity-provider': 'gh'}, environment)).toEqual([
      'iam-endpoint is missing: give it, or region, to say where IAM is.'
    ]);
  });

  it.each(['eu-de', 'eu-nl', 'eu-west-101'])('STS is asked for in %s, where no source has it', region => {
    const endpoint = 'https://service.example';
    const problems = problemsOf({...sts, region, endpoint});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('sts-endpoint');
  });
});

describe('all secrets', () => {
  it('of inputs and environment are told before anything is logged, used or not', () => {
    const inputs: Values = {
      'access-key': 'input1',
      'secret-key': 'input2',
      'security-token': 'input3',
      token: 'input4',
      password: 'input5'
    };
    const names = environmentFamilies.flatMap(({names}) =>
      (['access-key', 'secret-key', 'security-token', 'token', 'password'] as const).flatMap(name => names[name] ?? [])
    );
    const environment = Object.fromEntries(names.map((name, index) => [name, `value${index}`]));
    const found = secretsIn(name => inputs[name] ?? '', environment);
    expect([...found].sort()).toEqual([...Object.values(inputs), ...Object.values(environment)].sort());
    expect(names.length).toBeGreaterThan(20);
  });
});

/** The kinds are a closed list, so that a new one has to be thought of here. */
const allKinds = {
  'access-key': true,
  token: true,
  password: true,
  'oidc-agency': true,
  'oidc-federation': true,
  'ecs-agency': true
} as const satisfies Record<Credentials['kind'], true>;

it('there are six kinds', () => {
  expect(Object.keys(allKinds)).toHaveLength(6);
});
