import {describe, expect, it} from '@jest/globals';
import {type Credentials, environmentFamilies} from '../../src/auth/credentials.ts';
import {secretsIn} from '../../src/auth/sources.ts';
import {InputError} from '../../src/errors.ts';
import {parseInputs} from '../../src/inputs.ts';
import {agencyUrn, projectId, providerUrn, taskInputs} from '../helpers/fake-cloud.ts';

type Values = Readonly<Record<string, string>>;

function parse(inputs: Values, environment: Values = {}) {
  const all: Values = {...taskInputs, ...inputs};
  return parseInputs(name => all[name] ?? '', environment);
}

function problemsOf(inputs: Values, environment: Values = {}): readonly string[] {
  try {
    parse(inputs, environment);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const keys = {kind: 'access-key', accessKey: 'AK', secretKey: 'SK', securityToken: undefined};
const temporaryKeys = {...keys, securityToken: 'ST'};
const token = {kind: 'token', token: 'T'};
const password = {kind: 'password', username: 'U', password: 'P w', domainName: 'D'};

describe('inputs', () => {
  it.each<[string, Values, object]>([
    ['keys', {'access-key': 'AK', 'secret-key': 'SK'}, keys],
    ['temporary keys', {'access-key': 'AK', 'secret-key': 'SK', 'security-token': 'ST'}, temporaryKeys],
    ['keys with white space around', {'access-key': ' AK\n', 'secret-key': '\tSK '}, keys],
    ['a token', {token: 'T'}, token],
    ['a password', {username: 'U', password: 'P w', 'domain-name': 'D'}, password],
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
    ['what is written beside an agency that is not wanted', {'ecs-agency': 'false', token: 'T'}, token]
  ])('are read as %s', (_, inputs, credentials) => {
    expect(parse(inputs).access.credentials).toEqual(credentials);
    expect(parse(inputs).access.origin).toMatch(/from the inputs$/);
  });

  it.each<[Values, readonly string[], readonly string[]]>([
    [{'access-key': 'AK'}, ['secret-key'], ['access-key']],
    [{'secret-key': 'SK'}, ['access-key'], ['secret-key']],
    [{'security-token': 'ST'}, ['access-key', 'secret-key'], ['security-token']],
    [{'access-key': 'AK', 'security-token': 'ST'}, ['secret-key'], ['access-key', 'security-token']],
    [{username: 'U'}, ['password', 'domain-name'], ['username']],
    [{password: 'P'}, ['username', 'domain-name'], ['password']],
    [{username: 'U', password: 'P'}, ['domain-name'], ['username', 'password']],
    [{'provider-urn': providerUrn}, ['agency-urn'], ['provider-urn']],
    [{'agency-urn': agencyUrn}, ['provider-urn'], ['agency-urn']]
  ])('with half a kind, %j, are an error that says what is missing', (inputs, missing, given) => {
    // Neither does a complete family of the environment mend it.
    for (const environment of [{}, {HUAWEICLOUD_SDK_AK: 'AK', HUAWEICLOUD_SDK_SK: 'SK'}]) {
      const problems = problemsOf(inputs, environment);
      expect(problems).toHaveLength(1);
      for (const name of [...missing, ...given]) expect(problems[0]).toContain(name);
    }
  });

  it.each<[Values, readonly string[]]>([
    [{token: 'T', 'access-key': 'AK', 'secret-key': 'SK'}, ['token', 'access-key']],
    [{token: 'T', 'access-key': 'AK'}, ['token', 'access-key']],
    [{token: 'T', password: 'P'}, ['token', 'password']],
    [{token: 'T', 'ecs-agency': 'true'}, ['token', 'ecs-agency']],
    [{'access-key': 'AK', 'secret-key': 'SK', 'domain-name': 'D'}, ['access-key', 'domain-name']],
    [
      {'provider-urn': providerUrn, 'agency-urn': agencyUrn, 'identity-provider': 'gh'},
      ['provider-urn', 'identity-provider']
    ],
    [{'provider-urn': providerUrn, 'access-key': 'AK', username: 'U'}, ['provider-urn', 'access-key', 'username']]
  ])('with two kinds, %j, are an error that names them', (inputs, names) => {
    const problems = problemsOf(inputs);
    expect(problems).toHaveLength(1);
    for (const name of names) expect(problems[0]).toContain(name);
  });

  it('are needed where the environment has none, and the error names the ways', () => {
    const [problem, ...more] = problemsOf({});
    expect(more).toEqual([]);
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
      expect(problem).toContain(word);
    }
  });

  it.each<[string, Values]>([
    ['access-key', {'access-key': 'A K', 'secret-key': 'SK'}],
    ['secret-key', {'access-key': 'AK', 'secret-key': 'S\r\nK'}],
    ['security-token', {'access-key': 'AK', 'secret-key': 'SK', 'security-token': 'S\u0000T'}],
    ['token', {token: 'tö-ken'}],
    ['password', {username: 'U', password: 'one\ntwo', 'domain-name': 'D'}]
  ])('with a %s that no header takes are an error that does not show it', (name, inputs) => {
    const problems = problemsOf(inputs);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).not.toContain(inputs[name]);
  });

  it.each<[string, Values]>([
    ['username', {username: 'a\nb', password: 'P', 'domain-name': 'D'}],
    ['domain-name', {username: 'U', password: 'P', 'domain-name': 'a\nb'}],
    ['provider-urn', {'provider-urn': 'github', 'agency-urn': agencyUrn}],
    ['agency-urn', {'provider-urn': providerUrn, 'agency-urn': 'iam::1:user:x'}],
    ['identity-provider', {'identity-provider': 'a b'}],
    ['ecs-agency', {'ecs-agency': 'maybe', token: 'T'}]
  ])('with a %s of another form are an error', (name, inputs) => {
    const problems = problemsOf(inputs);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is `));
  });
});

describe('the environment', () => {
  it.each<[Values, object, string]>([
    [{HUAWEI_CLOUD_ACCESS_KEY_ID: 'AK', HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'SK'}, keys, 'HUAWEI_CLOUD_'],
    [{HUAWEICLOUD_SDK_AK: 'AK', HUAWEICLOUD_SDK_SK: 'SK'}, keys, 'HUAWEICLOUD_SDK_'],
    [
      {HUAWEICLOUD_SDK_AK: 'AK', HUAWEICLOUD_SDK_SK: 'SK', HUAWEICLOUD_SDK_SECURITY_TOKEN: 'ST'},
      temporaryKeys,
      'HUAWEICLOUD_SDK_'
    ],
    [{HW_ACCESS_KEY: 'AK', HW_SECRET_KEY: 'SK', HW_SECURITY_TOKEN: 'ST'}, temporaryKeys, 'HW_'],
    [{HW_AUTH_TOKEN: 'T'}, token, 'HW_'],
    [{HW_USER_NAME: 'U', HW_USER_PASSWORD: 'P w', HW_DOMAIN_NAME: 'D'}, password, 'HW_'],
    [{OS_ACCESS_KEY: 'AK', OS_SECRET_KEY: 'SK', OS_SECURITY_TOKEN: 'ST'}, temporaryKeys, 'OS_'],
    [{OS_ACCESS_KEY_ID: 'AK', OS_ACCESS_KEY_SECRET: 'SK', OS_AKSK_SECURITY_TOKEN: 'ST'}, temporaryKeys, 'OS_'],
    [{OS_AK: 'AK', OS_SK: 'SK', OS_ST: 'ST'}, temporaryKeys, 'OS_'],
    [{OS_TOKEN: 'T'}, token, 'OS_'],
    [{OS_AUTH_TOKEN: 'T'}, token, 'OS_'],
    [{OS_USERNAME: 'U', OS_PASSWORD: 'P w', OS_DOMAIN_NAME: 'D'}, password, 'OS_'],
    [{OS_USERNAME: 'U', OS_PASSWORD: 'P w', OS_USER_DOMAIN_NAME: 'D'}, password, 'OS_'],
    // Several kinds in one family: token, then keys, then password.
    [{OS_TOKEN: 'T', OS_ACCESS_KEY: 'AK', OS_SECRET_KEY: 'SK'}, token, 'OS_'],
    [
      {HW_ACCESS_KEY: 'AK', HW_SECRET_KEY: 'SK', HW_USER_NAME: 'U', HW_USER_PASSWORD: 'P w', HW_DOMAIN_NAME: 'D'},
      keys,
      'HW_'
    ],
    // Half a kind beside a complete one in the family.
    [{HW_ACCESS_KEY: 'AK', HW_USER_NAME: 'U', HW_USER_PASSWORD: 'P w', HW_DOMAIN_NAME: 'D'}, password, 'HW_'],
    // The first complete family.
    [{OS_TOKEN: 'other', HW_AUTH_TOKEN: 'T'}, token, 'HW_'],
    [
      {HW_AUTH_TOKEN: 'other', HUAWEI_CLOUD_ACCESS_KEY_ID: 'AK', HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'SK'},
      keys,
      'HUAWEI_CLOUD_'
    ]
  ])('%j is read as %j of %s*', (environment, credentials, family) => {
    const {access} = parse({}, environment);
    expect(access.credentials).toEqual(credentials);
    expect(access.origin).toContain(`from ${family}*`);
  });

  it('never lends a part to another family', () => {
    const halves = {
      HUAWEI_CLOUD_ACCESS_KEY_ID: 'a',
      HUAWEICLOUD_SDK_SK: 'b',
      HW_SECURITY_TOKEN: 'c',
      OS_ACCESS_KEY: 'd'
    };
    expect(problemsOf({}, halves)).toHaveLength(1);
    const {access, notes} = parse({}, {...halves, OS_SECRET_KEY: 'e'});
    expect(access.credentials).toEqual({...keys, accessKey: 'd', secretKey: 'e'});
    expect(notes).toHaveLength(3);
    for (const family of ['HUAWEI_CLOUD_*', 'HUAWEICLOUD_SDK_*', 'HW_*']) {
      expect(notes.filter(note => note.includes(family))).toHaveLength(1);
    }
  });

  it('never has a say where the inputs have credentials', () => {
    const environment = {HUAWEICLOUD_SDK_AK: 'x', HUAWEICLOUD_SDK_SK: 'y', HUAWEICLOUD_SDK_SECURITY_TOKEN: 'z'};
    expect(parse({'access-key': 'AK', 'secret-key': 'SK'}, environment).access.credentials).toEqual(keys);
  });

  it('is never read for AWS_*', () => {
    const aws = {AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'SK', AWS_SESSION_TOKEN: 'ST', AWS_REGION: 'eu-de'};
    expect(problemsOf({}, aws)).toHaveLength(1);
    expect(JSON.stringify(environmentFamilies)).not.toContain('"AWS_');
  });

  it('takes empty variables and blanks for absent', () => {
    expect(problemsOf({}, {HUAWEICLOUD_SDK_AK: '', HUAWEICLOUD_SDK_SK: '  '})).toHaveLength(1);
    expect(parse({}, {OS_TOKEN: ' ', OS_AUTH_TOKEN: 'T'}).access.credentials).toEqual(token);
  });

  it('with a secret that no header takes is an error that names the variable and does not show it', () => {
    const [problem] = problemsOf({}, {HW_AUTH_TOKEN: 'to ken'});
    expect(problem).toContain('HW_AUTH_TOKEN');
    expect(problem).not.toContain('to ken');
  });

  it.each<[string, Values, Values, string]>([
    ['the input', {}, {HW_PROJECT_ID: 'other', HW_AUTH_TOKEN: 'T'}, projectId],
    [
      'the family of the credentials',
      {'project-id': ''},
      {HUAWEI_CLOUD_PROJECT_ID: 'other', HW_PROJECT_ID: 'own', HW_AUTH_TOKEN: 'T'},
      'own'
    ],
    ['no other family', {'project-id': ''}, {HUAWEI_CLOUD_PROJECT_ID: 'other', HW_AUTH_TOKEN: 'T'}, ''],
    [
      'the first family that has one, for credentials of the inputs',
      {'project-id': '', token: 'T'},
      {OS_TENANT_ID: 'second', HW_PROJECT_ID: 'first'},
      'first'
    ],
    ['its other spelling', {'project-id': ''}, {OS_TENANT_ID: 'own', OS_TOKEN: 'T'}, 'own']
  ])('the project comes from %s', (_, inputs, environment, project) => {
    expect(parse(inputs, environment).tasks[0].projectId).toBe(project);
  });

  it.each<[string, Values, Values, string]>([
    ['the input', {token: 'T'}, {HW_REGION_NAME: 'eu-de'}, 'cn-north-4'],
    [
      'any family, in their order',
      {region: '', token: 'T'},
      {OS_REGION_NAME: 'eu-nl', HW_REGION_NAME: 'eu-de'},
      'eu-de'
    ],
    ['a family without credentials', {region: ''}, {HUAWEI_CLOUD_REGION: 'eu-de', OS_TOKEN: 'T'}, 'eu-de'],
    ['its other spelling', {region: ''}, {OS_REGION: 'eu-de', OS_TOKEN: 'T'}, 'eu-de']
  ])('the region comes from %s', (_, inputs, environment, region) => {
    expect(parse(inputs, environment).region).toBe(region);
  });

  it.each<[Values, Values, string]>([
    [{}, {OS_TOKEN: 'T', OS_AUTH_URL: 'https://iam.example.com/v3'}, 'https://iam.example.com'],
    [{}, {OS_TOKEN: 'T', OS_AUTH_URL: 'https://iam.example.com/v3/'}, 'https://iam.example.com'],
    [{}, {OS_TOKEN: 'T', OS_AUTH_URL: 'https://iam.example.com:443/v3.0'}, 'https://iam.example.com'],
    [{}, {HW_AUTH_TOKEN: 'T', OS_AUTH_URL: 'https://evil.example/v3'}, 'https://iam.cn-north-4.myhuaweicloud.com'],
    [
      {'iam-endpoint': 'https://iam.mine.example'},
      {OS_TOKEN: 'T', OS_AUTH_URL: 'https://iam.example.com/v3'},
      'https://iam.mine.example'
    ]
  ])('IAM is where %j and %j say, never where another family says', (inputs, environment, url) => {
    expect(parse({'project-id': '', ...inputs}, environment).access.iamEndpoint).toBe(url);
  });

  it('with an address that is none is an error that names the variable', () => {
    const problems = problemsOf({'project-id': ''}, {OS_TOKEN: 'T', OS_AUTH_URL: 'http://iam.example.com/v3'});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('OS_AUTH_URL');
  });
});

describe('addresses of IAM and STS', () => {
  const sts = {'provider-urn': providerUrn, 'agency-urn': agencyUrn};
  const login = {username: 'U', password: 'P', 'domain-name': 'D'};

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
    [{'access-key': 'AK', 'secret-key': 'SK'}, '', '']
  ])('%j: IAM at %p, STS at %p', (inputs, iamEndpoint, stsEndpoint) => {
    expect(parse(inputs).access).toMatchObject({iamEndpoint, stsEndpoint});
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
      'access-key': 'i1',
      'secret-key': 'i2',
      'security-token': 'i3',
      token: 'i4',
      password: 'i 5'
    };
    const names = environmentFamilies.flatMap(
      ({names: {accessKey, secretKey, securityToken, token: tokens, password: passwords}}) =>
        [accessKey, secretKey, securityToken, tokens, passwords].flatMap(spellings => spellings ?? [])
    );
    const environment = Object.fromEntries(names.map((name, index) => [name, `e${index}`]));
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
