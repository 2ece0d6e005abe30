import {describe, expect, it} from '@jest/globals';
import {idToken} from '../../src/auth/github.ts';
import {endOfToken, federate, findDomain, findProject, logIn, type Scope} from '../../src/auth/iam.ts';
import type {FailureKind} from '../../src/errors.ts';
import {type Authorize, createClient} from '../../src/http/client.ts';
import {en} from '../../src/words/en.ts';
import {failureOf} from '../helpers/failure-of.ts';
import {
  type CloudSettings,
  domainId,
  fakeCloud,
  issuer,
  plainSecrets,
  projectId,
  region,
  subject
} from '../helpers/fake-cloud.ts';
import {fakeTransport, type Scripted} from '../helpers/fake-transport.ts';

const signal = new AbortController().signal;
const endpoint = `https://iam.${region}.myhuaweicloud.com`;
const user = {kind: 'password', username: 'waiter', password: plainSecrets.password, domainName: 'octo'} as const;
const federation = {kind: 'oidc-federation', identityProvider: 'github', audience: 'sts.huaweicloud.com'} as const;
const source = {url: 'https://run-actions.example/token?api-version=2.0', requestToken: plainSecrets.requestToken};

function stage(settings: Partial<CloudSettings> = {}, scope: Scope = {project: {name: region}}) {
  const cloud = fakeCloud(settings);
  const {transport, requests} = fakeTransport(cloud.answer);
  const client = createClient({transport, clean: text => text, debug: () => undefined});
  const secrets: string[] = [];
  const options = {endpoint, scope, addSecret: (secret: string) => secrets.push(secret)};
  const withToken: Authorize = async request => ({
    request: {...request, headers: {...request.headers, 'x-auth-token': plainSecrets.token}},
    refused: async () => 'nothing',
    accepted: () => undefined
  });
  return {
    cloud,
    requests,
    secrets,
    logIn: (as: Parameters<typeof logIn>[1] = user) => logIn(client, as, options, signal),
    federate: async () => {
      const token = await idToken(client, source, federation.audience, () => undefined, signal);
      return federate(client, token, federation, options, signal);
    },
    findProject: () => findProject(client, withToken, endpoint, region, signal),
    findDomain: () => findDomain(client, withToken, endpoint, signal),
    endOf: (token: string = plainSecrets.token) => endOfToken(client, endpoint, token, signal)
  };
}

function answering(answer: Scripted): Partial<CloudSettings> {
  return {meddle: (_, place) => (place === 'iam' ? answer : undefined)};
}

const cancelling = () => {
  throw new Error('cancelled');
};

/** What both ways to a token do with answers that bring none. */
const fruitless: readonly (readonly [string, Scripted, FailureKind, string?])[] = [
  ['400', {status: 400, body: {error: {code: 400, message: 'bad', title: 'Bad Request'}}}, 'denied'],
  ['401', {status: 401, body: {error: {code: 401, message: 'Unauthorized.', title: 'Unauthorized'}}}, 'denied'],
  ['403', {status: 403, body: {error_code: 'IAM.0003', error_msg: "Policy doesn't allow it"}}, 'denied'],
  ['404', {status: 404, body: {error_code: 'IAM.0004', error_msg: 'Could not find it'}}, 'denied'],
  ['no such API', {status: 404, body: {error_code: 'APIGW.0101', error_msg: 'The API does not exist'}}, 'rejected'],
  ['429', {status: 429, body: ''}, 'throttled'],
  ['500', {status: 500, body: {error_code: 'IAM.0006', error_msg: 'An unexpected error'}}, 'transient'],
  ['503', {status: 503, body: ''}, 'transient'],
  ['a page', {body: '<html></html>'}, 'unreached'],
  // A log-in is not repeated, for refusals lock accounts.
  ['a page under 401', {status: 401, body: '<html></html>'}, 'denied'],
  ['a page under 403', {status: 403, body: '<html></html>'}, 'denied'],
  [
    'no token in the header',
    {status: 201, body: {token: {expires_at: '2026-01-16T08:30:00.000000Z'}}},
    'malformed',
    'X-Subject-Token'
  ],
  ['no token in the body', {status: 201, headers: {'x-subject-token': 'T'}, body: {}}, 'malformed', '"token"'],
  [
    'an id of a project that would change a path',
    {status: 201, headers: {'x-subject-token': 'T'}, body: {token: {project: {id: '../x'}}}},
    'malformed',
    'the id of the project has characters'
  ]
];

describe('a log-in by password', () => {
  it.each<[string, Scope]>([
    ['project by its id', {project: {id: projectId}}],
    ['project by its name', {project: {name: region}}],
    ['account by its id', {domain: {id: domainId}}],
    ['account by its name', {domain: {name: 'octo'}}]
  ])('asks for a token of the %s, without the catalog', async (_, scope) => {
    const {logIn, requests} = stage({}, scope);
    await logIn();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.method).toBe('POST');
    expect(requests[0]?.url.href).toBe(`${endpoint}/v3/auth/tokens?nocatalog=1`);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      auth: {
        identity: {
          methods: ['password'],
          password: {user: {name: 'waiter', password: plainSecrets.password, domain: {name: 'octo'}}}
        },
        scope
      }
    });
  });

  it('brings token, life by the clock of IAM, and project, and has the token masked', async () => {
    const {logIn, secrets} = stage({tokensMs: 7_200_000, skewMs: 3_600_000});
    expect(await logIn()).toEqual({ticket: {kind: 'token', token: 'issued-token-0'}, lifeMs: 7_200_000, projectId});
    expect(secrets).toEqual(['issued-token-0']);
  });

  it.each([{}, {project: {}}])('brings a token whose end or project IAM does not tell: %j', async token => {
    const {logIn} = stage(answering({status: 201, headers: {'x-subject-token': 'T'}, body: {token}}));
    expect(await logIn()).toEqual({ticket: {kind: 'token', token: 'T'}, lifeMs: undefined, projectId: undefined});
  });

  it('carries any password as it is', async () => {
    const password = `"ä  \\ 密$%&`;
    const {logIn} = stage({secrets: {...plainSecrets, password}});
    expect((await logIn({...user, password})).projectId).toBe(projectId);
  });

  it.each(['username', 'password', 'domainName'] as const)('with a wrong %s names the inputs to check', async part => {
    const {kind, explanation} = await failureOf(stage().logIn({...user, [part]: 'wrong'}));
    expect(kind).toBe('denied');
    for (const input of ['username', 'password', 'domain-name']) expect(explanation?.(en).fix).toContain(input);
  });

  it.each(fruitless)('that is answered with %s', async (_, answer, kind, words = '') => {
    const failure = await failureOf(stage(answering(answer)).logIn());
    expect(failure).toMatchObject({kind, party: 'iam'});
    expect(failure.message).toContain(words);
  });

  it('tells nothing of a good answer that it cannot read, which may hold the token', async () => {
    const answer = {status: 201, headers: {'x-request-id': 'a-secret'}, body: {error_code: 'a-secret'}};
    expect(JSON.stringify(await failureOf(stage(answering(answer)).logIn()))).not.toContain('a-secret');
  });

  it('is not said to be refused where the step is cancelled', async () => {
    const meddle: CloudSettings['meddle'] = (_, place) => (place === 'iam' ? cancelling() : undefined);
    await expect(stage({meddle}).logIn()).rejects.toThrow('cancelled');
  });
});

describe('a log-in by federation', () => {
  it('sends the id token and the name of the provider', async () => {
    const {federate, cloud} = stage({}, {project: {id: projectId}});
    await federate();
    const [request] = cloud.requestsTo('iam');
    expect(request?.url.href).toBe(`${endpoint}/v3.0/OS-AUTH/id-token/tokens`);
    expect(request?.headers['x-idp-id']).toBe('github');
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      auth: {id_token: {id: cloud.issued[0]?.secret}, scope: {project: {id: projectId}}}
    });
  });

  it('brings token, life and project, and has the token masked', async () => {
    const {federate, secrets} = stage({tokensMs: 7_200_000});
    expect(await federate()).toEqual({ticket: {kind: 'token', token: 'issued-token-1'}, lifeMs: 7_200_000, projectId});
    expect(secrets).toEqual(['issued-token-1']);
  });

  it('that is refused tells the claims, and what a change of the keys of GitHub does', async () => {
    const {kind, explanation} = await failureOf(stage({trust: {aud: 'x', sub: subject}}).federate());
    expect(kind).toBe('denied');
    expect(explanation?.(en).cause).toContain(`iss ${issuer}, aud sts.huaweicloud.com, sub ${subject}`);
    expect(explanation?.(en).fix).toContain('signing keys');
  });

  it.each(fruitless)('that is answered with %s', async (_, answer, kind, words = '') => {
    const failure = await failureOf(stage(answering(answer)).federate());
    expect(failure).toMatchObject({kind, party: 'iam'});
    expect(failure.message).toContain(words);
  });

  it('tells nothing of a good answer that it cannot read, which may hold the token', async () => {
    const answer = {status: 201, headers: {'x-request-id': 'a-secret'}, body: {error_code: 'a-secret'}};
    expect(JSON.stringify(await failureOf(stage(answering(answer)).federate()))).not.toContain('a-secret');
  });

  it('is not said to be refused where the step is cancelled', async () => {
    const meddle: CloudSettings['meddle'] = (_, place) => (place === 'iam' ? cancelling() : undefined);
    await expect(stage({meddle}).federate()).rejects.toThrow('cancelled');
  });
});

describe('the end of a ready-made token', () => {
  it('is told to the token itself, by the clock of IAM', async () => {
    const {endOf, requests} = stage({tokensMs: 7_200_000, skewMs: -3_600_000});
    // The clock of the runner begins at 08:30, and that of IAM is an hour behind it.
    expect(await endOf()).toEqual({atMs: Date.UTC(2026, 0, 15, 9, 30), lifeMs: 7_200_000});
    expect(requests[0]?.method).toBe('GET');
    expect(requests[0]?.url.href).toBe(`${endpoint}/v3/auth/tokens?nocatalog=1`);
    expect(requests[0]?.headers).toMatchObject({
      'x-auth-token': plainSecrets.token,
      'x-subject-token': plainSecrets.token
    });
  });

  it.each([{}, {expires_at: null}, {expires_at: 'soon'}, {expires_at: 5}])('is not known from %j', async token => {
    expect(await stage(answering({body: {token}})).endOf()).toEqual({atMs: undefined, lifeMs: undefined});
  });

  it('is not known where IAM has another answer, which is told', async () => {
    const {kind, party, message} = await failureOf(stage(answering({body: {}})).endOf());
    expect({kind, party}).toEqual({kind: 'malformed', party: 'iam'});
    expect(message).toContain('"token"');
  });
});

const forbidden: Scripted = {status: 403, body: {error_code: 'IAM.0003'}};

/** What comes instead of a list, and what it means. */
const unlisted = (what: 'project' | 'domain'): readonly (readonly [string, Scripted, FailureKind, string?])[] => [
  ['401', {status: 401, body: {error: {code: 401, message: 'Unauthorized.'}}}, 'denied'],
  ['404', {status: 404, body: {error_code: 'IAM.0004'}}, 'rejected'],
  ['503', {status: 503, body: ''}, 'transient'],
  ['no list', {body: {}}, 'malformed', `"${what}s"`],
  ['a text as the list', {body: {[`${what}s`]: 'x'}}, 'malformed', `"${what}s" should be a list`],
  ['a list of texts', {body: {[`${what}s`]: ['x']}}, 'malformed', `one of "${what}s" should be an object`],
  ['no id', {body: {[`${what}s`]: [{name: region}]}}, 'malformed', '"id"'],
  [
    'an id that would change a path',
    {body: {[`${what}s`]: [{id: '../x', name: region}]}},
    'malformed',
    'has characters that no such id has'
  ]
];

describe('the project of a region', () => {
  const own = {id: projectId, name: region};
  const twin = {id: 'd'.repeat(32), name: region};
  const sub = {id: 'c'.repeat(32), name: `${region}_shop`};
  const paths = (requests: readonly {url: URL}[]) => requests.map(({url}) => url.pathname + url.search);

  it('is asked for by its name', async () => {
    const {findProject, requests} = stage({projects: [sub, own]});
    expect(await findProject()).toBe(projectId);
    expect(paths(requests)).toEqual([`/v3/projects?name=${region}`]);
  });

  it('is looked for in the list that needs no permission where the other is refused', async () => {
    const {findProject, requests} = stage({mayListProjects: false, projects: [{id: 'm', name: 'MOS'}, sub, own]});
    expect(await findProject()).toBe(projectId);
    expect(paths(requests)).toEqual([`/v3/projects?name=${region}`, '/v3/auth/projects']);
  });

  it('is looked for in that list too where the search finds nothing', async () => {
    const {findProject, requests} = stage({
      meddle: ({url}) => (url.pathname === '/v3/projects' ? {body: {projects: []}} : undefined)
    });
    expect(await findProject()).toBe(projectId);
    expect(requests).toHaveLength(2);
  });

  it.each<[string, Partial<CloudSettings>, string, string]>([
    [
      'none at all',
      {projects: []},
      'no project found',
      'these credentials see none with this name. These credentials see no project at all.'
    ],
    [
      'another region alone',
      {projects: [{id: 'x1', name: 'eu-de'}]},
      'no project found',
      'These credentials see: eu-de (x1).'
    ],
    ['a sub-project alone', {projects: [sub]}, 'no project found', `These credentials see: ${sub.name} (${sub.id}).`],
    [
      'two of one name',
      {projects: [own, twin]},
      'several projects found',
      `there are 2 such projects. These credentials see: ${region} (${own.id}), ${region} (${twin.id}).`
    ],
    [
      'two of one name, by the list',
      {projects: [own, twin, sub], mayListProjects: false},
      'several projects found',
      `These credentials see: ${region} (${own.id}), ${region} (${twin.id}), ${sub.name} (${sub.id}).`
    ]
  ])('is an error with %s, which lists what was found', async (_, settings, message, cause) => {
    const {findProject, requests} = stage(settings);
    const failure = await failureOf(findProject());
    expect(failure).toMatchObject({kind: 'rejected', party: 'iam', message});
    expect(failure.explanation?.(en).cause).toContain(cause);
    expect(failure.explanation?.(en).fix).toContain('project-id');
    expect(requests.every(({method}) => method === 'GET')).toBe(true);
  });

  it('does not list hundreds', async () => {
    const projects = Array.from({length: 300}, (_, index) => ({id: `id${index}`, name: `${region}_${index}`}));
    const {explanation} = await failureOf(stage({projects}).findProject());
    expect(explanation?.(en).cause.length).toBeLessThan(1000);
    expect(explanation?.(en).cause).toContain('…');
  });

  it.each(unlisted('project'))('with %s', async (_, answer, kind, words = '') => {
    const {findProject, requests} = stage(answering(answer));
    const failure = await failureOf(findProject());
    expect(failure).toMatchObject({kind, party: 'iam'});
    expect(failure.message).toContain(words);
    expect(requests).toHaveLength(1);
  });

  it('cannot be found where both lists are refused', async () => {
    const {findProject, requests} = stage(answering(forbidden));
    const failure = await failureOf(findProject());
    expect(failure).toMatchObject({kind: 'denied', party: 'iam'});
    expect(failure.explanation?.(en).cause).toContain('IAM lets these credentials see no project.');
    expect(requests).toHaveLength(2);
  });

  it('is not said to be hidden where the second list fails otherwise', async () => {
    const {findProject} = stage({meddle: ({url}) => (url.search ? forbidden : {status: 401, body: ''})});
    const failure = await failureOf(findProject());
    expect(failure).toMatchObject({kind: 'denied', status: 401});
    expect(failure.explanation).toBeUndefined();
  });
});

describe('the account', () => {
  it('is the only one that IAM lists', async () => {
    const {findDomain, requests} = stage();
    expect(await findDomain()).toBe(domainId);
    expect(requests.map(({method, url}) => `${method} ${url.href}`)).toEqual([`GET ${endpoint}/v3/auth/domains`]);
  });

  it.each<[string, CloudSettings['domains'], string, string]>([
    ['none', [], 'no account found', 'These credentials see no account at all.'],
    [
      'several',
      [
        {id: 'd1', name: 'octo'},
        {id: 'd2', name: 'cat'}
      ],
      'several accounts found',
      'These credentials see: octo (d1), cat (d2).'
    ]
  ])('is not guessed where there are %s', async (_, domains, message, cause) => {
    const failure = await failureOf(stage({domains}).findDomain());
    expect(failure).toMatchObject({kind: 'rejected', party: 'iam', message});
    expect(failure.explanation?.(en).cause).toContain(cause);
    expect(failure.explanation?.(en).fix).toContain('domain-id');
  });

  it.each(unlisted('domain'))('with %s', async (_, answer, kind, words = '') => {
    const failure = await failureOf(stage(answering(answer)).findDomain());
    expect(failure).toMatchObject({kind, party: 'iam'});
    expect(failure.explanation).toBeUndefined();
    expect(failure.message).toContain(words);
  });

  it('cannot be found where the list is refused', async () => {
    const failure = await failureOf(stage(answering(forbidden)).findDomain());
    expect(failure).toMatchObject({kind: 'denied', party: 'iam'});
    expect(failure.explanation?.(en).cause).toContain('IAM lets these credentials see no account.');
  });
});
