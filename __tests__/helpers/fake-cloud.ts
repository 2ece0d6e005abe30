import {createRequire} from 'node:module';

import {type HttpRequest, TransportError} from '../../src/http/transport.ts';
import {type FakeClock, fakeClock} from './fake-clock.ts';
import type {Scripted} from './fake-transport.ts';

export type Place = 'github' | 'sts' | 'iam' | 'metadata' | 'service';

export const region = 'cn-north-4';
export const projectId = 'b384b9e9ab9b4ee8994c8633aabc9505';
export const domainId = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const taskId = '008aae2e67abe2ff0167abe3a28f0000';
export const providerUrn = 'iam::0a1b2c3d4e5f60718293a4b5c6d7e8f9:oidcProvider:github';
export const agencyUrn = 'iam::0a1b2c3d4e5f60718293a4b5c6d7e8f9:agency:waiter';
export const subject = 'repo:octo/shop:ref:refs/heads/main';
export const issuer = 'https://token.actions.githubusercontent.com';

const hosts: Readonly<Record<Place, string>> = {
  github: 'run-actions.example',
  sts: `sts.${region}.myhuaweicloud.com`,
  iam: `iam.${region}.myhuaweicloud.com`,
  metadata: '169.254.169.254',
  service: `dayu-dlf.${region}.myhuaweicloud.com`
};

export function placeOf({url}: HttpRequest): Place | undefined {
  // One host for all regions.
  if (url.host === 'cdn.myhuaweicloud.com') return 'service';
  if (url.host === 'iam.myhuaweicloud.com') return 'iam';
  return (Object.keys(hosts) as Place[]).find(place => hosts[place] === url.host);
}

/** What a workflow may hold. Each is good in the cloud unless a test says otherwise. */
export interface Secrets {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken: string;
  readonly token: string;
  readonly password: string;
  /** GitHub's, with which a job asks for id tokens. */
  readonly requestToken: string;
}

export const plainSecrets: Secrets = {
  accessKey: 'HPUAEXAMPLEACCESSKEY',
  secretKey: 'exampleSecretKeyExampleSecretKey00000001',
  securityToken: 'gQpjbi1ub3J0aC00EXAMPLE',
  token: 'MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38EXAMPLE',
  password: 'correct horse battery staple',
  requestToken: 'ghs-request-token-example'
};

export interface WayIn {
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Every kind of credentials as a workflow gives it. */
export function waysIn(secrets: Secrets) {
  const keys = {'access-key': secrets.accessKey, 'secret-key': secrets.secretKey};
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://${hosts.github}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: secrets.requestToken,
    GITHUB_RUN_ID: '42'
  };
  return {
    keys: {inputs: keys},
    'temporary keys': {inputs: {...keys, 'security-token': secrets.securityToken}},
    token: {inputs: {token: secrets.token}},
    password: {inputs: {username: 'waiter', password: secrets.password, 'domain-name': 'octo'}},
    sts: {inputs: {'provider-urn': providerUrn, 'agency-urn': agencyUrn}, environment},
    federation: {inputs: {'identity-provider': 'github'}, environment},
    instance: {inputs: {'ecs-agency': 'true'}}
  } as const satisfies Record<string, WayIn>;
}

export type Kind = keyof ReturnType<typeof waysIn>;
export const kinds = Object.keys(waysIn(plainSecrets)) as readonly Kind[];

/** The task and its place, with the project given. */
export const taskInputs = {service: 'dataarts-studio', 'task-id': taskId, region, 'project-id': projectId};

interface Keys {
  readonly secretKey: string;
  /** One of these goes along; `undefined` stands for none. */
  readonly securityTokens: readonly (string | undefined)[];
  readonly endsMs: number;
}

export type IssuedName = 'id-token' | 'token' | 'access-key' | 'secret-key' | 'security-token' | 'metadata-token';

/** Tests may change it while the step runs: what it holds is looked at afresh for each request. */
export interface CloudState {
  readonly clock: FakeClock;
  /** Of the cloud's own clock, which a changed clock of the runner does not move. */
  dateMs(): number;
  /** By access key. */
  readonly keys: Map<string, Keys>;
  /** Ends of tokens, and of id tokens. */
  readonly tokens: Map<string, number>;
  readonly idTokens: Map<string, number>;
  /** Tokens that are for the whole account. */
  readonly ofDomain: Set<string>;
  readonly requests: {readonly place: Place; readonly request: HttpRequest; readonly atMs: number}[];
  /** Everything secret that was handed out. */
  readonly issued: {readonly name: IssuedName; readonly secret: string}[];
  readonly settings: CloudSettings;
}

/** Tests may change these too in mid-wait. */
export interface CloudSettings {
  secrets: Secrets;
  /** How much the cloud's clock is ahead of the runner's at the start. */
  skewMs: number;
  /** How long the task runs. */
  taskMs: number;
  /** Lives of issued keys and tokens, and of the ready-made token. */
  keysMs: number;
  tokensMs: number;
  /** What the trust policy and the identity provider want, and what the job's id token has. */
  trust: {readonly aud: string; readonly sub: string};
  subject: string;
  projects: readonly {readonly id: string; readonly name: string}[];
  /** What IAM shows of accounts, and whether the ready-made token is for the account. */
  domains: readonly {readonly id: string; readonly name: string}[];
  isTokenOfDomain: boolean;
  mayListProjects: boolean;
  hasAgency: boolean;
  /** Answers in place of the cloud, throws, or leaves the answer to the cloud. */
  meddle: (request: HttpRequest, place: Place, cloud: CloudState) => Scripted | TransportError | undefined;
  /** What a refusal repeats of the request. */
  echo: (request: HttpRequest) => string;
  /** A new secret. */
  mint: (name: string, count: number) => string;
}

export interface FakeCloud extends CloudState {
  /** A script for the fake transport. */
  readonly answer: (request: HttpRequest) => Scripted | TransportError;
  requestsTo(place: Place): readonly HttpRequest[];
}

const minuteMs = 60_000;

/** Meddling that changes the cloud once, at the first request from this time on. */
export function from(atMs: number, change: (cloud: CloudState) => void): CloudSettings['meddle'] {
  let isDone = false;
  return (_, __, cloud) => {
    if (!isDone && cloud.clock.now() >= atMs) {
      isDone = true;
      change(cloud);
    }
    return undefined;
  };
}

/** Huawei Cloud and GitHub in memory, on virtual time: issues credentials, ends them, and checks them on each request. */
export function fakeCloud(given: Partial<CloudSettings> & {readonly clock?: FakeClock} = {}): FakeCloud {
  const {clock = fakeClock(), ...changes} = given;
  const settings: CloudSettings = {
    secrets: plainSecrets,
    skewMs: 0,
    taskMs: 10 * minuteMs,
    keysMs: 60 * minuteMs,
    tokensMs: 24 * 60 * minuteMs,
    trust: {aud: 'sts.huaweicloud.com', sub: subject},
    subject,
    projects: [{id: projectId, name: region}],
    domains: [{id: domainId, name: 'octo'}],
    isTokenOfDomain: false,
    mayListProjects: true,
    hasAgency: true,
    meddle: () => undefined,
    echo: () => '',
    mint: (name, count) => `issued-${name}-${count}`,
    ...changes
  };
  const {accessKey, secretKey, securityToken, token} = settings.secrets;
  const startMs = clock.date() + settings.skewMs;
  const cloud: CloudState = {
    clock,
    dateMs: () => startMs + clock.now(),
    keys: new Map([
      [accessKey, {secretKey, securityTokens: [undefined, securityToken], endsMs: Number.POSITIVE_INFINITY}]
    ]),
    tokens: new Map([[token, startMs + settings.tokensMs]]),
    idTokens: new Map(),
    ofDomain: new Set(settings.isTokenOfDomain ? [token] : []),
    requests: [],
    issued: [],
    settings
  };
  return {
    ...cloud,
    requestsTo: place => cloud.requests.filter(seen => seen.place === place).map(({request}) => request),
    answer(request) {
      const place = placeOf(request);
      if (!place) throw new Error(`nothing may be asked of ${request.url.host}`);
      cloud.requests.push({place, request, atMs: clock.now()});
      const answer = settings.meddle(request, place, cloud) ?? places[place](request, cloud);
      if (answer instanceof TransportError) return answer;
      return {
        ...answer,
        headers: {date: new Date(cloud.dateMs()).toUTCString(), 'x-request-id': 'r1', ...answer.headers}
      };
    }
  };
}

const places: Readonly<Record<Place, (request: HttpRequest, cloud: CloudState) => Scripted>> = {
  github({url, headers}, {settings, clock, idTokens, issued, dateMs}) {
    if (headers.authorization !== `Bearer ${settings.secrets.requestToken}`) return {status: 401, body: 'no'};
    const claims = {iss: issuer, aud: url.searchParams.get('audience'), sub: settings.subject};
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signature = part(settings.mint('signature', issued.length));
    const idToken = `${part({alg: 'RS256', jti: clock.now()})}.${part(claims)}.${signature}`;
    issued.push({name: 'id-token', secret: idToken});
    idTokens.set(idToken, dateMs() + 5 * minuteMs);
    return {body: {value: idToken, count: 1}};
  },

  sts(request, cloud) {
    const {settings} = cloud;
    const asked = JSON.parse(request.body);
    const error = (status: number, code: string, text: string) => flatError(status, code, text, request, cloud);
    if (request.method !== 'POST' || request.url.pathname !== '/v5/agencies/assume-with-oidc')
      return error(404, 'APIGW.0101', 'The API does not exist');
    if (request.headers.authorization) return error(400, 'STS5.0001', 'This request takes no signature');
    const claims = claimsOf(asked.id_token, cloud);
    if (!claims) return error(401, 'STS5.1002', 'The id token is not valid');
    if (claims.aud !== settings.trust.aud) return error(400, 'STS5.2001', 'The audience is not registered');
    const trusted = asked.provider_urn === providerUrn && asked.agency_urn === agencyUrn;
    if (!trusted || claims.sub !== settings.trust.sub)
      return error(403, 'STS5.1001', 'no identity-based policy allows sts:agencies:assumeWithOIDC');
    const {accessKey, secretKey, securityToken, endsMs} = issueKeys(cloud);
    const credentials = {access_key_id: accessKey, secret_access_key: secretKey, security_token: securityToken};
    return {body: {credentials: {...credentials, expiration: new Date(endsMs).toISOString()}}};
  },

  iam(request, cloud) {
    const {settings, tokens} = cloud;
    const {method, url, headers} = request;
    switch (`${method} ${url.pathname}`) {
      case 'POST /v3/auth/tokens': {
        const {identity, scope} = JSON.parse(request.body).auth;
        const {name, password, domain} = identity.password.user;
        const isUser = name === 'waiter' && password === settings.secrets.password && domain.name === 'octo';
        if (!isUser) return keystoneError(401, 'The username or password is wrong.', request, cloud);
        return issueToken(scope, request, cloud);
      }
      case 'POST /v3.0/OS-AUTH/id-token/tokens': {
        const {id_token, scope} = JSON.parse(request.body).auth;
        const claims = claimsOf(id_token.id, cloud);
        const isTrusted = claims?.aud === settings.trust.aud && claims.sub === settings.trust.sub;
        if (headers['x-idp-id'] !== 'github' || !isTrusted)
          return flatError(401, 'IAM.0001', 'The request you have made requires authentication.', request, cloud);
        return issueToken(scope, request, cloud);
      }
      case 'GET /v3/auth/tokens': {
        const token = headers['x-subject-token'] ?? '';
        const endsMs = tokens.get(token);
        if (headers['x-auth-token'] !== token || endsMs === undefined)
          return keystoneError(401, 'Unauthorized.', request, cloud);
        return {
          headers: {'x-subject-token': token},
          body: {token: {expires_at: iamTime(endsMs), methods: ['password']}}
        };
      }
      case 'GET /v3/projects': {
        const refused = refusal(request, cloud);
        if (refused) return refused;
        if (!settings.mayListProjects)
          return flatError(403, 'IAM.0003', "Policy doesn't allow identity:list_projects.", request, cloud);
        return {body: {projects: settings.projects.filter(({name}) => name === url.searchParams.get('name'))}};
      }
      case 'GET /v3/auth/domains':
        return refusal(request, cloud) ?? {body: {domains: settings.domains}};
      case 'GET /v3/auth/projects':
        return refusal(request, cloud) ?? {body: {projects: settings.projects}};
      default:
        return keystoneError(404, `Could not find ${url.pathname}.`, request, cloud);
    }
  },

  metadata(request, cloud) {
    const {method, url, headers} = request;
    if (method === 'PUT' && url.pathname === '/meta-data/latest/api/token') {
      const token = cloud.settings.mint('metadata-token', cloud.issued.length);
      cloud.issued.push({name: 'metadata-token', secret: token});
      cloud.tokens.set(token, Number.POSITIVE_INFINITY);
      return {body: token};
    }
    if (url.pathname !== '/openstack/latest/securitykey') return {status: 404, body: 'not here'};
    if (!cloud.tokens.has(headers['x-metadata-token'] ?? '')) return {status: 401, body: 'a token is needed'};
    if (!cloud.settings.hasAgency) return {status: 401, body: 'Please configure Cloud Service Agency first'};
    const {accessKey, secretKey, securityToken, endsMs} = issueKeys(cloud);
    const credential = {
      access: accessKey,
      secret: secretKey,
      securitytoken: securityToken,
      expires_at: iamTime(endsMs)
    };
    return {body: {credential}};
  },

  service(request, cloud) {
    const refused = refusal(request, cloud);
    if (refused) return refused;
    if (request.url.host === 'cdn.myhuaweicloud.com') return cdnTask(request, cloud);
    const [, , project, , id] = request.url.pathname.split('/');
    if (!cloud.settings.projects.some(known => known.id === project))
      return flatError(403, 'APIGW.0302', 'The project is not yours', request, cloud);
    if (id !== taskId) return flatError(400, 'DLF.0810', 'The task does not exist', request, cloud);
    const startTime = cloud.dateMs() - cloud.clock.now();
    const isOver = cloud.clock.now() >= cloud.settings.taskMs;
    const state = isOver ? {status: 'SUCCESSFUL', endTime: startTime + cloud.settings.taskMs} : {status: 'RUNNING'};
    return {body: {id, name: 'Import', startTime, ...state}};
  }
};

/** A task of a service that is asked for a whole account. What the real one says to another scope is not documented. */
function cdnTask(request: HttpRequest, cloud: CloudState): Scripted {
  const token = request.headers['x-auth-token'];
  const isOfDomain = token === undefined ? request.headers['x-domain-id'] === domainId : cloud.ofDomain.has(token);
  if (!isOfDomain) return flatError(403, 'APIGW.0302', 'The account is not yours', request, cloud);
  const isOver = cloud.clock.now() >= cloud.settings.taskMs;
  const url = {id: 'u1', url: 'https://www.example.com/a', status: isOver ? 'succeed' : 'processing'};
  return {
    body: {
      id: taskId,
      task_type: 'refresh',
      status: isOver ? 'task_done' : 'task_inprocess',
      urls: [url],
      processing: isOver ? 0 : 1,
      succeed: isOver ? 1 : 0,
      failed: 0,
      total: 1
    }
  };
}

/** What the gateway says about the credentials on a request; nothing where they are good. */
function refusal(request: HttpRequest, cloud: CloudState): Scripted | undefined {
  const refuse = (code: string, text: string) =>
    flatError(401, code, `Incorrect IAM authentication information: ${text}`, request, cloud);
  const {headers} = request;
  const token = headers['x-auth-token'];
  if (token !== undefined) {
    const endsMs = cloud.tokens.get(token);
    if (endsMs === undefined) return refuse('APIGW.0301', 'decrypt token fail');
    return endsMs > cloud.dateMs() ? undefined : refuse('APIGW.0307', 'The token must be updated');
  }
  const parts = /^SDK-HMAC-SHA256 Access=(.+), SignedHeaders=(\S+), Signature=\S+$/.exec(headers.authorization ?? '');
  const [, accessKey = '', names = ''] = parts ?? [];
  if (!parts) return refuse('APIGW.0301', 'x-auth-token not found');
  const keys = cloud.keys.get(accessKey);
  if (!keys) return refuse('APIGW.0301', `ak ${accessKey} not exist`);
  const signedAt = headers['x-sdk-date'] ?? '';
  const signedMs = Date.parse(signedAt.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(signedMs - cloud.dateMs()) <= 15 * minuteMs)) {
    const serverTime = new Date(cloud.dateMs()).toISOString().replace(/[-:]|\.\d+/g, '');
    return refuse('APIGW.0301', `signature expired, signature time:${signedAt},server time:${serverTime}`);
  }
  const signed = names.split(';');
  const isRight = headers.authorization === signatureOf(request, accessKey, keys.secretKey, signed);
  const hasToBeSigned = Object.keys(headers).filter(name => name === 'host' || name.startsWith('x-'));
  if (!isRight || hasToBeSigned.some(name => !signed.includes(name)) || headers.host !== request.url.host)
    return refuse('APIGW.0301', `verify aksk signature fail, canonicalRequest:${canonical(request)}`);
  if (!keys.securityTokens.includes(headers['x-security-token']) || keys.endsMs <= cloud.dateMs())
    return refuse('APIGW.0301', 'Unauthorized');
  return undefined;
}

/** By the signer of the vendor's SDK, which takes its date header only in this spelling. */
function signatureOf(
  {method, url, headers}: HttpRequest,
  accessKey: string,
  secretKey: string,
  names: readonly string[]
): string | undefined {
  const signed = names.map(name => [name === 'x-sdk-date' ? 'X-Sdk-Date' : name, headers[name]]);
  const request = {
    method,
    endpoint: url.origin + url.pathname,
    queryParams: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(signed)
  };
  return AKSKSigner.sign(request, {getAk: () => accessKey, getSk: () => secretKey}).Authorization;
}

const {AKSKSigner} = createRequire(import.meta.url)('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js') as {
  AKSKSigner: {
    sign(
      request: Readonly<Record<string, unknown>>,
      credential: {getAk(): string; getSk(): string}
    ): Readonly<Record<string, string>>;
  };
};

function canonical({method, url, headers}: HttpRequest): string {
  return [method, url.pathname, ...Object.entries(headers).map(([name, value]) => `${name}:${value}`)].join('|');
}

function claimsOf(idToken: string, {idTokens, dateMs}: CloudState): {aud: string; sub: string} | undefined {
  if ((idTokens.get(idToken) ?? 0) <= dateMs()) return undefined;
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
}

function issueKeys({settings, keys, issued, dateMs}: CloudState) {
  const [accessKey, secretKey, securityToken] = ['access-key', 'secret-key', 'security-token'].map((name, index) =>
    settings.mint(name, issued.length + index)
  ) as [string, string, string];
  const endsMs = dateMs() + settings.keysMs;
  keys.set(accessKey, {secretKey, securityTokens: [securityToken], endsMs});
  issued.push(
    {name: 'access-key', secret: accessKey},
    {name: 'secret-key', secret: secretKey},
    {name: 'security-token', secret: securityToken}
  );
  return {accessKey, secretKey, securityToken, endsMs};
}

type Named = {readonly id?: string; readonly name?: string};

function issueToken(scope: {project?: Named; domain?: Named}, request: HttpRequest, cloud: CloudState): Scripted {
  const {settings, tokens, issued, dateMs} = cloud;
  const among = (all: readonly {id: string; name: string}[], wanted: Named | undefined) =>
    wanted && all.find(({id, name}) => id === wanted.id || name === wanted.name);
  const project = among(settings.projects, scope.project);
  const domain = among([{id: domainId, name: 'octo'}], scope.domain);
  if (!project && !domain) return keystoneError(404, 'Could not find project.', request, cloud);
  const token = settings.mint('token', issued.length);
  const endsMs = dateMs() + settings.tokensMs;
  tokens.set(token, endsMs);
  issued.push({name: 'token', secret: token});
  if (domain) cloud.ofDomain.add(token);
  return {
    status: 201,
    headers: {'x-subject-token': token},
    body: {token: {expires_at: iamTime(endsMs), project, domain}}
  };
}

/** With six decimals, as IAM writes times. */
function iamTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

function flatError(status: number, code: string, text: string, request: HttpRequest, {settings}: CloudState): Scripted {
  return {status, body: {error_code: code, error_msg: text + settings.echo(request), request_id: 'r1'}};
}

function keystoneError(code: number, text: string, request: HttpRequest, {settings}: CloudState): Scripted {
  return {status: code, body: {error: {code, message: text + settings.echo(request), title: 'Error'}}};
}
