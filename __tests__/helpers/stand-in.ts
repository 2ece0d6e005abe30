/** The stand-in cloud and the runner of `demo/`, which is plain JavaScript, with the types that the tests need. */
import type {IncomingHttpHeaders, IncomingMessage, ServerResponse} from 'node:http';
import type {HttpRequest} from '../../src/http/transport.ts';

type Texts = Readonly<Record<string, string>>;

/** What is good without being issued; all of it can be given. */
export interface Credentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly token: string;
  readonly user: {readonly username: string; readonly password: string; readonly domainName: string};
  readonly account: string;
  readonly github: Readonly<
    Record<'providerUrn' | 'agencyUrn' | 'identityProvider' | 'audience' | 'requestToken', string>
  >;
  readonly projectId: string;
  readonly region: string;
}

/** Whether a request gets in at this time; where not, `told` is what the answer says of it. */
export interface Limiter {
  admits(nowMs: number): boolean;
  readonly told: {readonly headers?: Texts; readonly text: string};
}

export type IssuedName = 'id-token' | 'token' | 'access-key' | 'secret-key' | 'security-token' | 'metadata-token';

interface Ledger {
  readonly tokens: Map<string, unknown>;
  readonly keys: Map<string, {readonly securityTokens: (string | undefined)[]}>;
  readonly issued: readonly {readonly name: IssuedName; readonly secret: string}[];
}

export interface Cloud {
  answer(request: HttpRequest): {readonly status: number; readonly headers: Texts; readonly text: string};
  addTask(
    service: string,
    values: Texts,
    story: {readonly timeline: readonly object[]; readonly taskName: string}
  ): void;
  readonly ledger: Ledger;
}

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A service made of its evidence, as far as tests use it; demo/evidence.mjs explains all. */
export interface StandInService {
  readonly name: string;
  newValues(given: Texts): Texts;
  start(values: Texts): {
    readonly method: HttpRequest['method'];
    readonly path: string;
    readonly headers: Texts;
    readonly body: unknown;
  };
  idOf(values: Texts, answer: unknown): string;
}

/** Those that tests use; demo/cloud.mjs explains all. */
export interface CloudOptions {
  readonly services: readonly object[];
  readonly storyNamed?: (service: string, word: string) => object | undefined;
  readonly clock: () => number;
  readonly credentials?: Credentials;
  readonly verifySignature?: (request: HttpRequest, keys: Keys) => boolean;
  readonly requestId?: () => string;
  readonly limiter?: Limiter | undefined;
  readonly lives?: Readonly<Record<string, number>>;
  readonly mint?: (name: string, count: number) => string;
  readonly claims?: Texts;
  readonly trust?: {readonly aud: string; readonly sub: string};
  readonly projects?: readonly {readonly id: string; readonly name: string}[];
  readonly domains?: readonly {readonly id: string; readonly name: string}[];
  readonly mayListProjects?: boolean;
  readonly metadata?: {readonly agency: boolean; readonly keptShare: number};
  readonly echo?: (request: HttpRequest) => string;
}

export type Fault = 'silence' | 'reset' | 'hangUp' | 'cut' | 'cutChunks' | 'stall' | 'drip' | 'dripHead' | 'flood';

export interface Head {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | number>>;
}

/** Answers one request, or does what an answer should not do. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Number of the connection that it came over, from 1 on. */
  readonly connection: number;
  /** By `performance.now()`. */
  readonly atMs: number;
  /** How long the exchange was open, and what its connection has sent; absent while it is. */
  readonly openMs?: number;
  readonly sentBytes?: number;
}

export interface LoopbackServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** Resolves when so many requests have come. */
  received(count: number): Promise<void>;
  /** Ends the server and all its connections. */
  stop(): void;
}

export interface ServerOptions {
  readonly host?: '127.0.0.1' | '::1';
  /** Default: any that is free. */
  readonly port?: number;
  readonly tls?: {readonly key: string; readonly cert: string};
}

/** A step that has ended. */
export interface Ran {
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Texts;
  readonly summary: string;
  /** What a person would see. */
  readonly log: string;
  /** By `performance.now()`. */
  readonly endedAtMs: number;
  readonly durationMs: number;
}

export interface Running {
  readonly ended: Promise<Ran>;
  /** Resolves when the log holds the text. Rejects when the step ends without it. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface ActionOptions {
  /** What stands under `env:`, and what the runner's machine has set. */
  readonly env?: Texts;
  /** The built file to run, where it is not the action's own. */
  readonly main?: string;
  readonly stuckAfterMs?: number;
}

export interface Story {
  readonly service: string;
  readonly name: string;
}

export interface WayIn {
  readonly inputs: Texts;
  readonly env?: Texts;
}

interface Modules {
  cloud: {createCloud(options: CloudOptions): Cloud};
  credentials: {
    demoCredentials: Credentials;
    settled(values: Texts, url: string): Record<string, string>;
    waysIn: Readonly<Record<string, WayIn>>;
  };
  dataarts: {dataartsStudio: object};
  evidence: {services: readonly StandInService[]};
  faults: {faults: Readonly<Record<Fault, (response: ServerResponse, text: string, reply: Head) => void>>};
  limiters: {limiters: Readonly<Record<string, (limit: number) => Limiter>>};
  listen: {listen(answer: Answer, options?: ServerOptions): Promise<LoopbackServer>};
  runner: {
    action: {readonly outputs: object};
    startAction(inputs: Texts, options?: ActionOptions): Promise<Running>;
  };
  server: {
    startCloud(options: Partial<CloudOptions>): Promise<LoopbackServer & {secrets(): readonly string[]}>;
    startTask(url: string, story: Story): Promise<{readonly taskId: string}>;
  };
  stories: {stories: readonly Story[]; storyNamed(service: string, word: string): Story | undefined};
}

/** A module of `demo/`, for this file in build/__tests__/helpers. */
export async function load<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
  return (await import(new URL(`../../../demo/${name}.mjs`, import.meta.url).href)) as Modules[Name];
}
