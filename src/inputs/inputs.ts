import {environmentFamilies, type Place} from '../auth/credentials.ts';
import {idTokenVariables} from '../auth/github.ts';
import type {Environment} from '../environment.ts';
import {InputError} from '../errors.ts';
import {type Endpoint, endpointOf, globalEndpointOf, homeCloud} from '../hosts.ts';
import {proxyProblems} from '../http/proxy.ts';
import {nearest} from '../nearest.ts';
import type {NonEmpty} from '../non-empty.ts';
import type {Bounds} from '../polling/backoff.ts';
import type {Strictness} from '../polling/verdict.ts';
import {findService, services} from '../services/index.ts';
import type {Service, TaskReference} from '../services/service.ts';
import {textIn} from '../text.ts';
import {type Access, readAccess} from './access.ts';
import {
  type ChosenCredentials,
  chooseCredentials,
  type FamilyValues,
  firstVariable,
  passedOver,
  readFamilies,
  variablesOf
} from './credentials.ts';
import {checked, createReader, type Form, type GetInput, type Reader, wrongForm} from './reader.ts';

/** Everything the workflow asked for, checked. */
export interface Inputs {
  readonly service: Service;
  /** None twice. */
  readonly tasks: NonEmpty<TaskReference>;
  /** Empty where none is known, and for a service without regions. */
  readonly region: string;
  readonly endpoint: Endpoint;
  readonly access: Access;
  readonly timeoutMs: number;
  readonly bounds: Bounds;
  readonly requestTimeoutMs: number;
  readonly notFoundGraceMs: number;
  readonly settleMs: number;
  readonly strictness: Strictness;
  readonly failFast: boolean;
  readonly jobSummary: boolean;
  /** What was passed over on the way, for the debug log. */
  readonly notes: readonly string[];
  /** Inputs that were given and have no say here, in a sentence each. */
  readonly unused: readonly string[];
}

/** The runner passes the defaults of action.yml, but an input whose expression is empty arrives as an empty text. */
export const defaults = {
  audience: 'sts.huaweicloud.com',
  'ecs-agency': 'false',
  timeout: '1h',
  'min-interval': '2s',
  'max-interval': '15s',
  'request-timeout': '30s',
  'not-found-grace': '60s',
  'strict-subtasks': 'true',
  'allow-warnings': 'false',
  'fail-fast': 'false',
  language: 'en-us',
  'job-summary': 'true'
} as const;

const hourMs = 3_600_000;
const regionForm: Form = [/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a region id such as eu-de or cn-north-4'];
const projectForm: Form = [/^[A-Za-z0-9_-]{1,128}$/, 'the id of an IAM project: letters, digits, "-" and "_"'];
const projectNameForm: Form = [/^[^\p{Cc}]{1,64}$/u, 'the name of an IAM project: one line of at most 64 characters'];
const domainForm: Form = [
  /^[0-9a-f]{16,64}$/,
  'the id of the account, hexadecimal digits such as 0a1b2c3d4e5f60718293a4b5c6d7e8f9, and not its name'
];
const enterpriseProjectForm: Form = [
  /^(0|all|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  'the id of an enterprise project: a UUID, 0 for the default one, or all where the service takes that'
];
const workspaceForm: Form = [/^[A-Za-z0-9_-]{1,128}$/, 'the id of a workspace: letters, digits, "-" and "_"'];
const cloudForm: Form = [/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as myhuaweicloud.com'];

/** Makes a service of the input `definition`, or tells all that is wrong with it. */
type CustomService = typeof import('../services/custom/custom.ts').customService;

/** What only a service that the workflow defines needs: loaded for it alone. `clean` takes secrets out of what is shown of its definition. */
export async function loadCustomService(
  get: GetInput,
  clean?: (text: string) => string
): Promise<CustomService | undefined> {
  if (get('service').trim() !== 'custom') return undefined;
  const {customService} = await import('../services/custom/custom.ts');
  return definition => customService(definition, clean);
}

/** Reads the inputs. Throws one InputError with every problem, before anything is asked of the cloud. */
export function parseInputs(get: GetInput, environment: Environment, customService?: CustomService): Inputs {
  const read = createReader(get, defaults);
  const families = readFamilies(environment);

  const {service, needsEndpoint} = readService(read, customService);
  const chosen = chooseCredentials(read, families);
  const region = read.matching('region', regionForm) ?? fromFamilies(families, 'region', regionForm, read);
  const owners = chosen?.family ? [chosen.family] : families;
  const project = readProject(read, service, owners);
  const domainId = readDomain(read, service, chosen, owners);
  const enterpriseProjectId = readEnterpriseProject(read, service, owners);
  const cloud = read.matching('cloud', cloudForm) ?? fromFamilies(families, 'cloud', cloudForm, read);
  const place = {
    projectId: project.projectId ?? '',
    enterpriseProjectId,
    workspace: read.matching('workspace', workspaceForm),
    language: read.oneOf('language', ['en-us', 'zh-cn'])
  };
  const inputs = {
    tasks: readIds(read, service).map(ids => ({...ids, ...place})),
    region: service?.hosts.global ? '' : (region ?? ''),
    endpoint: needsEndpoint ? undefined : readEndpoint(read, service, region, cloud),
    access: readAccess(read, {service, chosen, families, region, cloud, domainId, ...project}),
    timeoutMs: read.duration('timeout', {maxMs: 120 * hourMs}) ?? 0,
    bounds: readBounds(read),
    requestTimeoutMs: read.duration('request-timeout', {minMs: 1000, maxMs: hourMs}) ?? 0,
    notFoundGraceMs: read.duration('not-found-grace', {maxMs: 24 * hourMs}) ?? 0,
    settleMs: (read.given('settle') ? read.duration('settle', {maxMs: 24 * hourMs}) : service?.settleMs) ?? 0,
    strictness: {strictSubtasks: read.boolean('strict-subtasks'), allowWarnings: read.boolean('allow-warnings')},
    failFast: read.boolean('fail-fast'),
    jobSummary: read.boolean('job-summary'),
    notes: passedOver(families, chosen?.family)
  };
  const {endpoint, access} = inputs;
  const [task, ...tasks] = inputs.tasks;
  const addresses = [
    endpoint?.url,
    access?.iamEndpoint,
    access?.stsEndpoint,
    access && idTokenUrl(access, environment)
  ];
  read.problems.push(...proxyProblems(addresses, environment));
  if (read.problems.length > 0 || !service || !task || !endpoint || !access) throw new InputError(read.problems);
  const checkedInputs = {...inputs, service, tasks: [task, ...tasks] as const, endpoint, access};
  return {...checkedInputs, unused: unusedIn(read, checkedInputs)};
}

/** Which inputs that were given have no say for this service: not wrong, but not what whoever gave them may believe. */
function unusedIn({given}: Reader, {service, endpoint, access}: Pick<Inputs, 'service' | 'endpoint' | 'access'>) {
  const {scope, hosts, enterpriseProject} = service;
  const title = textIn(service.title);
  const region = given('region');
  const hasRegionNoSay =
    Object.keys(hosts.global ?? {}).filter(host => host.endsWith(`.${given('cloud') ?? homeCloud}`)).length === 1 &&
    access.iamEndpoint === '' &&
    access.stsEndpoint === '' &&
    endpoint.url === urlOf(globalEndpointOf(service, undefined, given('cloud')));
  return [
    region !== undefined && hasRegionNoSay && `region has no say: ${title} has one host for all regions.`,
    given('project-id') !== undefined &&
      scope === 'domain' &&
      `project-id has no say: the tasks of ${title} are those of the whole account.`,
    given('domain-id') !== undefined &&
      scope === 'project' &&
      `domain-id has no say: the tasks of ${title} are those of a project.`,
    given('enterprise-project-id') !== undefined &&
      !enterpriseProject &&
      `enterprise-project-id has no say: ${title} does not ask for it.`
  ].filter(sentence => sentence !== false);
}

function urlOf(endpoint: Endpoint | {readonly problem: string}): string | undefined {
  return 'url' in endpoint ? endpoint.url : undefined;
}

/** Where GitHub is asked for an id token, if it is. */
function idTokenUrl({credentials: {kind}}: Access, environment: Environment): string | undefined {
  return kind === 'oidc-agency' || kind === 'oidc-federation' ? environment[idTokenVariables.url] : undefined;
}

function readService(
  read: Reader,
  customService: CustomService | undefined
): {readonly service: Service | undefined; readonly needsEndpoint?: boolean} {
  const names = [...services.map(({name}) => name), 'custom'].join(', ');
  const name = read.required('service', `one of ${names}`);
  const definition = read.given('definition');
  if (name === 'custom') {
    return {service: readDefinition(read, definition, customService), needsEndpoint: lacksEndpoint(read)};
  }
  if (definition !== undefined) {
    read.problems.push(
      'definition is given, and only service: custom takes one: give service: custom, or leave it out.'
    );
  }
  const service = name === undefined ? undefined : findService(name);
  if (name !== undefined && !service) {
    const known = [...services.flatMap(({name, aliases}: Service) => [name, ...aliases]), 'custom'];
    const near = nearest(name.slice(0, 80), known).join(' or ');
    read.problems.push(
      near
        ? `service is ${JSON.stringify(name)}; was ${near} meant? It takes one of ${names}.`
        : wrongForm('service', name, `one of ${names}`)
    );
  }
  return {service};
}

function readDefinition(
  {problems}: Reader,
  definition: string | undefined,
  customService: CustomService | undefined
): Service | undefined {
  if (definition === undefined || !customService) {
    problems.push(
      'definition is missing or empty: service custom takes a map in YAML or JSON that says how the task is asked for and what the answers mean, beginning with path: /v1/….'
    );
    return undefined;
  }
  const service = customService(definition);
  if (!('problems' in service)) return service;
  problems.push(...service.problems);
  return undefined;
}

function lacksEndpoint({given, problems}: Reader): boolean {
  if (given('endpoint') !== undefined) return false;
  problems.push(
    'endpoint is missing or empty: service custom takes the base URL of the service, such as https://service.example.com.'
  );
  return true;
}

/** `1.23456789012346E+18`: the digits behind are lost. */
const exponentForm = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/i;

type Ids = Pick<TaskReference, 'taskId' | 'parentId'>;

/** More would not be awaited in time: four at a time are asked for. */
const maxIds = 1000;

/**
 * The ids, each of them once. An item that is empty, or that a failed look-up left, is a problem and not passed over: a
 * task that drops out of the list without notice would open the gate.
 */
function readIds(read: Reader, service: Service | undefined): readonly Ids[] {
  const {taskId: idForm, parentId: parentForm} = service ?? {
    taskId: {pattern: /^\S+$/, form: 'the id that the starting call returned'}
  };
  const accepted = parentForm ? `parent/id: ${parentForm.form}, a slash, and ${idForm.form}` : idForm.form;
  const given = read.required('task-id', accepted, 'Did the step before it set its output?') ?? '';
  const problem = (value: string, form: string) => read.problems.push(wrongForm('task-id', value, form));
  const items = given.split(/[ \t\r\n]*,[ \t\r\n]*|[ \t\r\n]+/);
  if (given !== '' && items.includes('')) {
    problem(given, 'ids separated by commas, blanks or new lines, and has an empty one beside a comma');
  }
  const ids = [...new Set(items)].filter(item => item !== '');
  if (ids.length > maxIds) problem(`${ids.length} ids`, `at most ${maxIds}`);
  return ids.flatMap(id => {
    const slash = parentForm ? id.lastIndexOf('/') : -1;
    const [parentId, taskId] = [id.slice(0, Math.max(slash, 0)), id.slice(slash + 1)];
    if ([parentId, taskId].some(part => part === 'null' || part === 'undefined')) {
      problem(id, `${accepted}; this is what a look-up leaves that found nothing`);
    } else if (exponentForm.test(taskId)) {
      problem(
        id,
        `${accepted}; this is what becomes of a long number that something reads as a number: pass it on as a text, in quotes`
      );
    } else if (!idForm.pattern.test(taskId) || (parentForm && !parentForm.pattern.test(parentId))) {
      problem(id, accepted);
    } else return [{taskId, parentId}];
    return [];
  });
}

function readEndpoint(
  read: Reader,
  service: Service | undefined,
  region: string | undefined,
  cloud: string | undefined
): Endpoint | undefined {
  const url = read.baseUrl('endpoint', 'https://dayu-dlf.eu-de.otc.t-systems.com');
  if (url !== undefined) return {url, origin: 'from the input endpoint'};
  if (read.given('endpoint') !== undefined) return undefined;
  if (region !== undefined) return service && usable(endpointOf(service, region, cloud), read);
  if (service?.hosts.global && read.given('region') === undefined) {
    return usable(globalEndpointOf(service, undefined, cloud), read);
  }
  // A region that is there but wrong has its problem already.
  if (read.given('region') === undefined) {
    read.problems.push(
      `region is missing: give region, or endpoint, or set it in the environment (${variablesOf('region')}).`
    );
  }
  return undefined;
}

function usable(endpoint: Endpoint | {readonly problem: string}, {problems}: Reader): Endpoint | undefined {
  if (!('problem' in endpoint)) return endpoint;
  problems.push(endpoint.problem);
  return undefined;
}

interface Project {
  readonly projectId: string | undefined;
  /** Where no id is known: a name other than the region's, by which it is looked up. */
  readonly projectName: string | undefined;
}

/** The input, else what the first of these families has that has an id or a name; none where a whole account is asked. */
function readProject(read: Reader, service: Service | undefined, families: readonly FamilyValues[]): Project {
  const given = read.matching('project-id', projectForm);
  if (service?.scope === 'domain') return {projectId: undefined, projectName: undefined};
  const family = families.find(({values}) => values.projectId ?? values.projectName);
  if (given !== undefined || read.given('project-id') !== undefined || !family) {
    return {projectId: given, projectName: undefined};
  }
  return {
    projectId: fromFamilies([family], 'projectId', projectForm, read),
    projectName: family.values.projectId ? undefined : fromFamilies([family], 'projectName', projectNameForm, read)
  };
}

/** The account's id for a service that is asked for a whole account: the input, else that of a keyless agency, else the environment's. */
function readDomain(
  read: Reader,
  service: Service | undefined,
  chosen: ChosenCredentials | undefined,
  families: readonly FamilyValues[]
): string | undefined {
  const given = read.matching('domain-id', domainForm);
  if (service?.scope !== 'domain') return undefined;
  const credentials = chosen?.credentials;
  const ofAgency = credentials?.kind === 'oidc-agency' ? /^iam::([\w-]+):/.exec(credentials.agencyUrn)?.[1] : undefined;
  if (given !== undefined && ofAgency !== undefined && given !== ofAgency) {
    read.problems.push(
      `domain-id is ${JSON.stringify(given)}, and agency-urn is of the account ${ofAgency}: leave domain-id out, or give that account's.`
    );
  }
  if (read.given('domain-id') !== undefined) return given;
  return ofAgency ?? fromFamilies(families, 'domainId', domainForm, read);
}

function readEnterpriseProject(
  read: Reader,
  service: Service | undefined,
  families: readonly FamilyValues[]
): string | undefined {
  const given = read.matching('enterprise-project-id', enterpriseProjectForm);
  if (!service?.enterpriseProject) return undefined;
  if (read.given('enterprise-project-id') !== undefined) return given;
  return fromFamilies(families, 'enterpriseProjectId', enterpriseProjectForm, read);
}

function fromFamilies(
  families: readonly FamilyValues[],
  name: 'projectId' | 'projectName' | 'domainId' | 'enterpriseProjectId' | 'region' | 'cloud',
  form: Form,
  {problems}: Reader
): string | undefined {
  const variable = firstVariable(families, name);
  return variable && checked(variable, form, problems);
}

function readBounds(read: Reader): Bounds {
  const limits = {minMs: 1000, maxMs: hourMs};
  const minMs = read.duration('min-interval', limits);
  const maxMs = read.duration('max-interval', limits);
  if (minMs !== undefined && maxMs !== undefined && minMs > maxMs) {
    read.problems.push('min-interval is longer than max-interval: raise max-interval or lower min-interval.');
  }
  return {minMs: minMs ?? 0, maxMs: maxMs ?? 0};
}

function namesOf(place: Place): readonly string[] {
  return environmentFamilies.flatMap(({names}) => names[place] ?? []);
}

/** An address as it may stand in a text, with the placeholder for it in outputs. */
export function addressPlaces(url: string): readonly (readonly [placeholder: string, value: string])[] {
  if (!URL.canParse(url)) return [['<endpoint>', url]];
  const {host, hostname} = new URL(url);
  return [url, host, hostname].map(value => ['<endpoint>', value]);
}

/** Project, region and endpoints as they were given anywhere, each with the placeholder that stands for it in outputs. */
export function placesIn(
  get: GetInput,
  environment: Environment
): readonly (readonly [placeholder: string, value: string])[] {
  const given = (input: string, place?: Place) =>
    [get(input), ...(place ? namesOf(place).map(name => environment[name] ?? '') : [])].map(value => value.trim());
  const endpoints = [
    ...given('endpoint'),
    ...given('iam-endpoint', 'iamEndpoint'),
    ...given('sts-endpoint', 'stsEndpoint')
  ];
  return [
    ...endpoints.flatMap(addressPlaces),
    ...given('project-id', 'projectId').map(value => ['<project>', value] as const),
    ...given('domain-id', 'domainId').map(value => ['<account>', value] as const),
    ...given('enterprise-project-id', 'enterpriseProjectId').map(value => ['<enterprise-project>', value] as const),
    ...given('region', 'region').map(value => ['<region>', value] as const)
  ];
}
