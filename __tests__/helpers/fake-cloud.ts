import {type HttpRequest, TransportError} from '../../src/http/transport.ts';
import {type FakeClock, fakeClock} from './fake-clock.ts';
import type {Scripted} from './fake-transport.ts';
import {type Cloud, type CloudOptions, type IssuedName, load} from './stand-in.ts';
import {isSignedAsVendorSigns} from './vendor-signature.ts';

const {createCloud} = await load('cloud');
const {dataartsStudio} = await load('dataarts');

export type {IssuedName};
export type Place = 'github' | 'sts' | 'iam' | 'metadata' | 'service';

export const region = 'cn-north-4';
export const projectId = 'b384b9e9ab9b4ee8994c8633aabc9505';
export const domainId = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const taskId = '008aae2e67abe2ff0167abe3a28f0000';
export const providerUrn = `iam::${domainId}:oidcProvider:github`;
export const agencyUrn = `iam::${domainId}:agency:waiter`;
export const subject = 'repo:octo/shop:ref:refs/heads/main';
export const issuer = 'https://token.actions.githubusercontent.com';
const audience = 'sts.huaweicloud.com';

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

/** Tests may change it while the step runs: what it holds is looked at afresh for each request. */
export interface CloudState extends Pick<Cloud['ledger'], 'keys' | 'tokens' | 'issued'> {
  readonly clock: FakeClock;
  /** Of the cloud's own clock, which a changed clock of the runner does not move. */
  dateMs(): number;
  readonly requests: {readonly place: Place; readonly request: HttpRequest; readonly atMs: number}[];
  readonly settings: CloudSettings;
}

export interface CloudSettings
  extends Required<Pick<CloudOptions, 'trust' | 'projects' | 'domains' | 'mayListProjects' | 'echo'>> {
  /** Whether the ready-made token is for the account. */
  isTokenOfDomain: boolean;
  /** Of these, the password may change in mid-wait. */
  secrets: Secrets;
  /** How much the cloud's clock is ahead of the runner's at the start. */
  skewMs: number;
  /** How long the task runs. */
  taskMs: number;
  /** Lives of issued keys and tokens, and of the ready-made token. */
  keysMs: number;
  tokensMs: number;
  hasAgency: boolean;
  /** Answers in place of the cloud, throws, or leaves the answer to the cloud. */
  meddle: (request: HttpRequest, place: Place, cloud: CloudState) => Scripted | TransportError | undefined;
  /** A new secret. */
  mint: (name: string, count: number) => string;
}

export interface FakeCloud extends CloudState {
  /** A script for the fake transport. */
  readonly answer: (request: HttpRequest) => Scripted | TransportError;
  requestsTo(place: Place): readonly HttpRequest[];
}

/** A service that is asked for a whole account, in the form of demo/evidence.mjs. */
const cdn = {
  name: 'cdn',
  scope: 'domain',
  idNames: ['task_id'],
  polledBy({url}: {readonly url: URL}) {
    const id = /^\/v1.0\/cdn\/historytasks\/(.+)\/detail$/.exec(url.pathname)?.[1];
    return id === undefined ? undefined : {values: {task_id: id}, same: 0};
  },
  body(_: unknown, steps: readonly {readonly status: string}[]) {
    const status = steps.at(-1)?.status;
    const isOver = status === 'task_done';
    const url = {id: 'u1', url: 'https://www.example.com/a', status: isOver ? 'succeed' : 'processing'};
    const counts = {processing: isOver ? 0 : 1, succeed: isOver ? 1 : 0, failed: 0, total: 1};
    return {id: taskId, task_type: 'refresh', status, urls: [url], ...counts};
  }
};

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

/** The stand-in cloud in memory, on virtual time, with each of its parts on a host of its own. */
export function fakeCloud(given: Partial<CloudSettings> & {readonly clock?: FakeClock} = {}): FakeCloud {
  const {clock = fakeClock(), ...changes} = given;
  const settings: CloudSettings = {
    secrets: plainSecrets,
    skewMs: 0,
    taskMs: 10 * minuteMs,
    keysMs: 60 * minuteMs,
    tokensMs: 24 * 60 * minuteMs,
    trust: {aud: audience, sub: subject},
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
  const startMs = clock.date() + settings.skewMs;
  const dateMs = () => startMs + clock.now();
  const {trust, projects, domains, mayListProjects, echo, mint} = settings;
  const {accessKey, secretKey, securityToken, token, requestToken} = settings.secrets;
  const cloud = createCloud({
    ...{trust, projects, domains, mayListProjects, echo, mint},
    services: [dataartsStudio, cdn],
    clock: dateMs,
    requestId: () => 'r1',
    credentials: {
      accessKey,
      secretKey,
      token,
      get user() {
        return {username: 'waiter', password: settings.secrets.password, domainName: 'octo'};
      },
      account: domainId,
      github: {providerUrn, agencyUrn, identityProvider: 'github', audience, requestToken},
      projectId,
      region
    },
    verifySignature: isSignedAsVendorSigns,
    lives: {
      token: settings.tokensMs / 1000,
      ready: settings.tokensMs / 1000,
      keys: settings.keysMs / 1000,
      instance: settings.keysMs / 1000
    },
    claims: {sub: subject},
    metadata: {agency: settings.hasAgency, keptShare: 0}
  });
  cloud.ledger.keys.get(accessKey)?.securityTokens.push(securityToken);
  const ids = {task_id: taskId, project_id: projectId};
  const end = {at: settings.taskMs / 1000, status: 'SUCCESSFUL'};
  cloud.addTask('dataarts-studio', ids, {timeline: [{at: 0, status: 'RUNNING'}, end], taskName: 'Import'});
  const cdnEnd = {...end, status: 'task_done'};
  cloud.addTask('cdn', {task_id: taskId}, {timeline: [{at: 0, status: 'task_inprocess'}, cdnEnd], taskName: ''});
  const {keys, tokens, issued} = cloud.ledger;
  if (settings.isTokenOfDomain) Object.assign(tokens.get(token) ?? {}, {domain: {id: domainId}});
  const state: CloudState = {clock, dateMs, keys, tokens, issued, requests: [], settings};
  return {
    ...state,
    requestsTo: place => state.requests.filter(seen => seen.place === place).map(({request}) => request),
    answer(request) {
      const place = placeOf(request);
      if (!place) throw new Error(`nothing may be asked of ${request.url.host}`);
      state.requests.push({place, request, atMs: clock.now()});
      const meddled = settings.meddle(request, place, state);
      if (meddled instanceof TransportError) return meddled;
      if (meddled) return {...meddled, headers: {date: new Date(dateMs()).toUTCString(), ...meddled.headers}};
      const url = place === 'github' ? new URL(`/github/id-token${request.url.search}`, request.url) : request.url;
      const {text: body, ...answer} = cloud.answer({...request, url});
      return {...answer, body};
    }
  };
}
