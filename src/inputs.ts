import {
  type CredentialParts,
  type Credentials,
  describeCredentials,
  type EnvironmentFamily,
  environmentFamilies,
  kindsOf
} from './auth/credentials.ts';
import type {Bounds} from './backoff.ts';
import {parseDuration} from './duration.ts';
import {InputError} from './errors.ts';
import {type Endpoint, endpointOf} from './services/endpoint.ts';
import {findService, services} from './services/index.ts';
import type {Service, TaskReference} from './services/service.ts';
import type {Strictness} from './verdict.ts';

/** Everything the workflow asked for, checked. */
export interface Inputs {
  readonly service: Service;
  readonly task: TaskReference;
  /** Empty where none is known. */
  readonly region: string;
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
  /** Kind of the credentials and where they came from, for the log. */
  readonly credentialsOrigin: string;
  readonly timeoutMs: number;
  readonly bounds: Bounds;
  readonly requestTimeoutMs: number;
  readonly notFoundGraceMs: number;
  readonly settleMs: number;
  readonly strictness: Strictness;
  readonly jobSummary: boolean;
  /** What was passed over on the way, for the debug log. */
  readonly notes: readonly string[];
}

export type GetInput = (name: string) => string;
export type Environment = Readonly<Record<string, string | undefined>>;

/** The runner passes the defaults of action.yml, but an input whose expression is empty arrives as an empty text. */
export const defaults = {
  timeout: '1h',
  'min-interval': '2s',
  'max-interval': '15s',
  'request-timeout': '30s',
  'not-found-grace': '60s',
  'strict-subtasks': 'true',
  'allow-warnings': 'false',
  language: 'en-us',
  'job-summary': 'true'
} as const;

type NameWithDefault = keyof typeof defaults;

const hourMs = 3_600_000;

/** Every secret in the inputs and the environment, whether it will be used or not, to be masked before anything is logged. */
export function secretsIn(get: GetInput, environment: Environment): readonly string[] {
  const variables = environmentFamilies.flatMap(({names}) =>
    [names.token, names.accessKey, names.secretKey, names.securityToken].flat()
  );
  return [
    ...['access-key', 'secret-key', 'security-token', 'token'].map(get),
    ...variables.map(name => environment[name])
  ]
    .map(value => value?.trim() ?? '')
    .filter(value => value !== '');
}

/** Reads the inputs. Throws one InputError with every problem, before anything is asked of the cloud. */
export function parseInputs(get: GetInput, environment: Environment): Inputs {
  const problems: string[] = [];
  const read = reader(get, problems);
  const families = environmentFamilies.map(family => readFamily(family, environment));

  const service = readService(read);
  const taskId = readTaskId(read, service);
  const chosen = chooseCredentials(read.credentialParts(), families, problems);
  const region =
    read.matching('region', ...regionForm) ??
    checked(first(families.map(family => family.region)), regionForm, problems);
  const projectId =
    read.matching('project-id', ...projectForm) ??
    checked(
      first((chosen?.family ? [chosen.family] : families).map(family => family.projectId)),
      projectForm,
      problems
    );
  if (service?.needsProjectId && projectId === undefined) {
    problems.push(
      `project-id is missing: ${service.title} needs the id of the IAM project, as an input or in the environment (${variables('projectId')}).`
    );
  }
  const inputs = {
    task: {
      taskId,
      projectId: projectId ?? '',
      workspace: read.matching('workspace', ...workspaceForm),
      language: read.oneOf('language', ['en-us', 'zh-cn'])
    },
    region: region ?? '',
    endpoint: readEndpoint(read, service, region, problems),
    timeoutMs: read.duration('timeout', {maxMs: 120 * hourMs}),
    bounds: readBounds(read, problems),
    requestTimeoutMs: read.duration('request-timeout', {minMs: 1000, maxMs: hourMs}),
    notFoundGraceMs: read.duration('not-found-grace', {maxMs: 24 * hourMs}),
    settleMs: read.given('settle') ? read.duration('settle', {maxMs: 24 * hourMs}) : (service?.settleMs ?? 0),
    strictness: {strictSubtasks: read.boolean('strict-subtasks'), allowWarnings: read.boolean('allow-warnings')},
    jobSummary: read.boolean('job-summary'),
    notes: families.flatMap(family => (family === chosen?.family ? [] : halfFamilyNote(family)))
  };
  const {task, endpoint} = inputs;
  if (problems.length > 0 || !service || !chosen || !endpoint) throw new InputError(problems);
  return {
    ...inputs,
    service,
    task,
    endpoint,
    credentials: chosen.credentials,
    credentialsOrigin: `${describeCredentials(chosen.credentials)} from ${chosen.family?.title ?? 'the inputs'}`
  };
}

type Form = readonly [pattern: RegExp, accepted: string];

const regionForm: Form = [/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a region id such as eu-de or cn-north-4'];
const projectForm: Form = [/^[A-Za-z0-9_-]{1,128}$/, 'the id of an IAM project: letters, digits, "-" and "_"'];
const workspaceForm: Form = [/^[A-Za-z0-9_-]{1,128}$/, 'the id of a workspace: letters, digits, "-" and "_"'];

/** The problem of a value in a form that is not accepted. Not for secrets: it shows the value. */
function wrongForm(name: string, value: string, accepted: string): string {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return `${name} is ${JSON.stringify(shown)} and takes ${accepted}.`;
}

type Reader = ReturnType<typeof reader>;

function reader(get: GetInput, problems: string[]) {
  const given = (name: string): string | undefined => get(name).trim() || undefined;
  const givenOrDefault = (name: NameWithDefault): string => given(name) ?? defaults[name];

  function matching(name: string, pattern: RegExp, accepted: string): string | undefined {
    const value = given(name);
    if (value === undefined || pattern.test(value)) return value;
    problems.push(wrongForm(name, value, accepted));
    return undefined;
  }

  function required(name: string, accepted: string): string | undefined {
    const value = given(name);
    if (value === undefined) problems.push(`${name} is missing or empty: it takes ${accepted}.`);
    return value;
  }

  function duration(name: string, {minMs = 0, maxMs}: {readonly minMs?: number; readonly maxMs: number}): number {
    const value = given(name) ?? (Object.hasOwn(defaults, name) ? defaults[name as NameWithDefault] : '');
    const ms = parseDuration(value);
    if (ms !== undefined && ms >= minMs && ms <= maxMs) return ms;
    const limits = `${minMs > 0 ? `at least ${minMs / 1000}s and ` : ''}at most ${maxMs / hourMs}h`;
    problems.push(wrongForm(name, value, `a duration such as 90, 90s, 15m or 1h30m, ${limits}`));
    return minMs;
  }

  function boolean(name: NameWithDefault): boolean {
    const value = givenOrDefault(name);
    if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value)) problems.push(wrongForm(name, value, 'true or false'));
    return value.toLowerCase() === 'true';
  }

  function oneOf<Choice extends string>(name: NameWithDefault, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = givenOrDefault(name);
    const choice = choices.find(candidate => candidate === value);
    if (choice === undefined) problems.push(wrongForm(name, value, choices.join(' or ')));
    return choice ?? choices[0];
  }

  function secret(name: string): string | undefined {
    return checkedSecret(name, given(name), problems);
  }

  const credentialParts = (): CredentialParts => ({
    token: secret('token'),
    accessKey: secret('access-key'),
    secretKey: secret('secret-key'),
    securityToken: secret('security-token')
  });

  return {given, matching, required, duration, boolean, oneOf, credentialParts};
}

/** Goes into a header as it is, so nothing may be in it that would end one. */
function checkedSecret(name: string, value: string | undefined, problems: string[]): string | undefined {
  if (value !== undefined && !/^[\x21-\x7e]+$/.test(value)) {
    problems.push(`${name} holds white space, a line break or a letter that no such secret has: was it copied whole?`);
  }
  return value;
}

function readService(read: Reader): Service | undefined {
  const known = services.map(({name, aliases}: Service) => `${name} (also ${aliases.join(', ')})`).join('; ');
  const name = read.required('service', known);
  const service = name === undefined ? undefined : findService(name);
  if (name !== undefined && !service) read.matching('service', /$^/, known);
  return service;
}

function readTaskId(read: Reader, service: Service | undefined): string {
  const accepted = service?.taskId.form ?? 'the id that the starting call returned';
  const taskId = read.required('task-id', `${accepted}. Did the step before it set its output?`);
  // The words that a failed look-up leaves in an expression.
  if (taskId === 'null' || taskId === 'undefined') {
    read.matching('task-id', /$^/, `${accepted}; this is what a look-up leaves that found nothing`);
  } else {
    read.matching('task-id', service?.taskId.pattern ?? /^\S+$/, accepted);
  }
  return taskId ?? '';
}

function readEndpoint(
  read: Reader,
  service: Service | undefined,
  region: string | undefined,
  problems: string[]
): Endpoint | undefined {
  const cloud = read.matching('cloud', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as myhuaweicloud.com');
  const given = read.given('endpoint');
  if (given !== undefined) {
    const url = baseUrl(given);
    if (url !== undefined) return {url, origin: 'from the input endpoint'};
    problems.push(
      'endpoint takes a base URL such as https://dayu-dlf.eu-de.otc.t-systems.com: https (http for a loopback host alone), no user or password, no query.'
    );
  } else if (region === undefined) {
    // A region that is there but wrong has its problem already.
    if (read.given('region') === undefined) {
      problems.push(
        `region is missing: give region, or endpoint, or set it in the environment (${variables('region')}).`
      );
    }
  } else if (service) {
    const endpoint = endpointOf(service, region, cloud);
    if (!('problem' in endpoint)) return endpoint;
    problems.push(endpoint.problem);
  }
  return undefined;
}

/** Without a slash at the end. */
function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const {protocol, hostname, username, password, search, hash, href} = new URL(text);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  const isPlain = !username && !password && !search && !hash && !/[?#@]/.test(text);
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback))
    ? href.replace(/\/+$/, '')
    : undefined;
}

function readBounds(read: Reader, problems: string[]): Bounds {
  const limits = {minMs: 1000, maxMs: hourMs};
  const bounds = {minMs: read.duration('min-interval', limits), maxMs: read.duration('max-interval', limits)};
  if (bounds.minMs > bounds.maxMs) {
    problems.push('min-interval is longer than max-interval: raise max-interval or lower min-interval.');
  }
  return bounds;
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** What one family of environment variables holds. Only what is used of it gets checked. */
interface FamilyValues {
  readonly title: string;
  readonly parts: CredentialParts;
  readonly partNames: Readonly<Partial<Record<keyof CredentialParts, string>>>;
  readonly projectId: Variable | undefined;
  readonly region: Variable | undefined;
}

function readFamily({title, names}: EnvironmentFamily, environment: Environment): FamilyValues {
  const find = (candidates: readonly string[]): Variable | undefined => {
    const name = candidates.find(candidate => environment[candidate]?.trim());
    return name === undefined ? undefined : {name, value: environment[name]?.trim() ?? ''};
  };
  const parts = (['token', 'accessKey', 'secretKey', 'securityToken'] as const).map(
    part => [part, find(names[part])] as const
  );
  return {
    title,
    parts: Object.fromEntries(parts.map(([part, variable]) => [part, variable?.value])),
    partNames: Object.fromEntries(parts.map(([part, variable]) => [part, variable?.name])),
    projectId: find(names.projectId),
    region: find(names.region)
  };
}

function checked(variable: Variable | undefined, [pattern, accepted]: Form, problems: string[]): string | undefined {
  if (variable && !pattern.test(variable.value)) problems.push(wrongForm(variable.name, variable.value, accepted));
  return variable?.value;
}

/** Inputs win as a whole, else the first family with a complete kind; kinds and families are never mixed. */
function chooseCredentials(
  inputs: CredentialParts,
  families: readonly FamilyValues[],
  problems: string[]
): {readonly credentials: Credentials; readonly family?: FamilyValues} | undefined {
  const {complete, partial} = kindsOf(inputs);
  if (complete.length + partial.length > 1) {
    problems.push('token and access-key are two kinds of credentials: give token, or access-key with secret-key.');
    return undefined;
  }
  if (partial.length > 0) {
    problems.push(
      inputs.accessKey === undefined
        ? 'access-key is missing: secret-key and security-token are of no use without it.'
        : 'secret-key is missing: access-key is of no use without it.'
    );
    return undefined;
  }
  const [given] = complete;
  if (given) return {credentials: given};
  for (const family of families) {
    const [credentials] = kindsOf(family.parts).complete;
    if (credentials) {
      const {kind, ...parts} = credentials;
      for (const part of Object.keys(parts) as (keyof CredentialParts)[]) {
        checkedSecret(family.partNames[part] ?? kind, family.parts[part], problems);
      }
      return {credentials, family};
    }
  }
  problems.push(
    `no credentials were given: set access-key and secret-key, or token, or one of these in the environment: ${families.map(({title}) => title).join(', ')}.`
  );
  return undefined;
}

function halfFamilyNote({title, parts}: FamilyValues): readonly string[] {
  return kindsOf(parts).partial.length > 0 ? [`${title} holds half an access key and was passed over.`] : [];
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find(value => value !== undefined);
}

function variables(name: 'projectId' | 'region'): string {
  return environmentFamilies.map(({names}) => names[name][0]).join(', ');
}

/** Project, region and endpoint as they were given anywhere, each with the placeholder that stands for it in outputs. */
export function placesIn(
  get: GetInput,
  environment: Environment
): readonly (readonly [placeholder: string, value: string])[] {
  const endpoint = get('endpoint').trim();
  const inVariables = (name: 'projectId' | 'region') =>
    environmentFamilies.flatMap(({names}) => names[name]).map(variable => environment[variable]?.trim() ?? '');
  return [
    ['<endpoint>', endpoint] as const,
    ['<endpoint>', URL.canParse(endpoint) ? new URL(endpoint).host : ''] as const,
    ...[get('project-id').trim(), ...inVariables('projectId')].map(value => ['<project>', value] as const),
    ...[get('region').trim(), ...inVariables('region')].map(value => ['<region>', value] as const)
  ];
}
