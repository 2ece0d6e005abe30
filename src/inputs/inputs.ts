import type {Access} from '../auth/credentials.ts';
import {idTokenVariables} from '../auth/github.ts';
import {hourMs} from '../duration.ts';
import type {Environment} from '../environment.ts';
import {InputError} from '../errors.ts';
import {type Endpoint, endpointOf, globalEndpointOf, homeCloud} from '../hosts.ts';
import {proxyProblems, proxySecrets} from '../http/proxy.ts';
import {nearest} from '../nearest.ts';
import type {NonEmpty} from '../non-empty.ts';
import type {Bounds} from '../polling/backoff.ts';
import type {Expectation} from '../polling/expectation.ts';
import type {Judging} from '../polling/judge.ts';
import {
  findService,
  isServiceName,
  loadService,
  loadServices,
  serviceNames,
  servicesWithIdLike
} from '../services/index.ts';
import {formOf, type Ids, idsIn, isIdOf, type Service, type TaskReference} from '../services/service.ts';
import {inWords, type Message, textIn} from '../text.ts';
import type {Words} from '../words/en.ts';
import {type GivenAccess, readAccess} from './access.ts';
import {
  type ChosenCredentials,
  chooseCredentials,
  type FamilyValues,
  firstVariable,
  isSet,
  passedOver,
  readFamilies,
  secretsIn,
  variablesOf,
  variablesToSet
} from './credentials.ts';
import {checked, complete, createReader, type GetInput, type Reader, shown, usable, wrongForm} from './reader.ts';
import {type Form, type InputName, rowOf} from './table.ts';

/** Everything the workflow asked for, checked, in the groups in which it is used. */
export interface Inputs {
  readonly service: Service;
  /** None twice. */
  readonly tasks: NonEmpty<TaskReference>;
  readonly place: Place;
  readonly access: GivenAccess;
  readonly limits: Limits;
  readonly judging: Judging;
  /** Whether the first task that does not succeed ends the waits for the others. */
  readonly failFast: boolean;
  readonly reporting: Reporting;
}

/** Where the service is asked. */
export interface Place {
  readonly endpoint: Endpoint;
  /** Absent also for a service without regions. */
  readonly region: string | undefined;
}

export interface Limits {
  /** 0 polls once. */
  readonly timeoutMs: number;
  /** The timeout as it was given, where it is a number without a unit, which counts as seconds. */
  readonly bareTimeout?: string | undefined;
  /** Of one request. */
  readonly requestTimeoutMs: number;
}

export interface Reporting {
  readonly jobSummary: boolean;
  /** What was passed over on the way, for the debug log. */
  readonly notes: readonly Message[];
  readonly warnings: readonly Message[];
  /** Inputs that were given and are not used here, in a sentence each. */
  readonly unused: readonly Message[];
}

const projectNameForm: Form = [/^[^\p{Cc}]{1,64}$/u, words => words.inputs.forms.projectName];
/** Of a job whose timeout-minutes says nothing, and of every job on a runner of GitHub's own. */
const usualJobLimitMs = 6 * hourMs;

/** Makes a service of the input `definition`, or says all that is wrong with it. */
type CustomService = typeof import('../services/custom/custom.ts').customService;

/** The services, as far as they are loaded. */
export interface LoadedServices {
  readonly services: readonly Service[];
  readonly areAll: boolean;
  readonly customService?: CustomService | undefined;
}

/** Thrown where a problem with an input has to name services that are not loaded. */
class OtherServicesNeeded extends Error {}

/** Has every secret masked before anything is said, and reads the inputs. `clean` takes secrets out of what is shown of them. */
export async function readInputs(
  get: GetInput,
  environment: Environment,
  {addSecret, clean}: {readonly addSecret: (secret: string) => void; readonly clean: (text: string) => string}
): Promise<Inputs> {
  for (const secret of [...secretsIn(get, environment), ...proxySecrets(environment)]) addSecret(secret);
  const loaded = await loadOne(get('service').trim(), clean);
  try {
    return parseInputs(get, environment, loaded);
  } catch (error) {
    if (!(error instanceof OtherServicesNeeded)) throw error;
    return parseInputs(get, environment, {...loaded, services: await loadServices(), areAll: true});
  }
}

/** What the wait needs: all services would take longer to load than the rest of the action. `clean` takes secrets out of what is shown of a definition. */
async function loadOne(name: string, clean: (text: string) => string): Promise<LoadedServices> {
  if (name === 'custom') {
    const {customService} = await import('../services/custom/custom.ts');
    return {services: [], areAll: false, customService: definition => customService(definition, clean)};
  }
  return {services: isServiceName(name) ? [await loadService(name)] : [], areAll: false};
}

function allOf({services, areAll}: LoadedServices): readonly Service[] {
  if (!areAll) throw new OtherServicesNeeded();
  return services;
}

/** Throws one InputError with every problem, before any request, or OtherServicesNeeded. */
export function parseInputs(get: GetInput, environment: Environment, loaded: LoadedServices): Inputs {
  const read = createReader(get);
  const families = readFamilies(environment);

  const {service, needsEndpoint} = readService(read, loaded);
  const chosen = chooseCredentials(read, families);
  const region = read.text('region') ?? fromFamilies(families, 'region', read);
  const owners = chosen?.family ? [chosen.family] : families;
  const project = readProject(read, service, owners);
  const domainId = readDomain(read, service, chosen, owners);
  const enterpriseProjectId = readEnterpriseProject(read, service, owners);
  const cloud = read.text('cloud') ?? fromFamilies(families, 'cloud', read);
  const tasks = readTasks(read, service, loaded, {projectId: project.projectId ?? '', enterpriseProjectId});
  const endpoint = needsEndpoint ? undefined : readEndpoint(read, service, families, region, cloud);
  const access = readAccess(read, {service, chosen, families, region, cloud, domainId, ...project});
  const timeoutMs = read.duration('timeout');
  const bounds = readBounds(read);
  const required = complete({timeoutMs, requestTimeoutMs: read.duration('request-timeout')});
  const limits = required && {...required, bareTimeout: /^\d+$/.exec(read.given('timeout') ?? '')?.[0]};
  const judging = readJudging(read, service, loaded, bounds);
  const failFast = read.boolean('fail-fast');
  const jobSummary = read.boolean('job-summary');
  const notes = passedOver(families, chosen?.family);

  const addresses = [
    endpoint?.url,
    access?.iamEndpoint,
    access?.stsEndpoint,
    access && idTokenUrl(access, environment)
  ];
  read.problems.push(...proxyProblems(addresses, environment));
  const inputs = complete({
    service,
    tasks,
    place: endpoint && {endpoint, region: service?.hosts.global ? undefined : region},
    access,
    limits,
    judging,
    failFast,
    reporting: complete({
      jobSummary,
      notes,
      warnings: limits && warningsOf(limits),
      unused: service && endpoint && access && unusedIn(read, service, endpoint, access, cloud)
    })
  });
  if (read.problems.length > 0 || !inputs) throw new InputError(read.problems, read.choices, read.questions);
  return inputs;
}

function warningsOf({timeoutMs}: Limits): readonly Message[] {
  return timeoutMs < usualJobLimitMs ? [] : [words => words.warnings.longTimeout(timeoutMs)];
}

/** Which inputs that were given are not used for this service: not wrong, but whoever gave them may believe otherwise. */
function unusedIn(
  {given}: Reader,
  service: Service,
  endpoint: Endpoint,
  access: Access,
  cloud: string | undefined
): readonly Message[] {
  const {scope, hosts, enterpriseProject} = service;
  const about =
    (kind: 'unusedRegion' | 'unusedProject' | 'unusedDomain' | 'unusedEnterpriseProject'): Message =>
    words =>
      words.inputs[kind](textIn(service.title, words.language));
  const region = given('region');
  const isRegionUnused =
    Object.keys(hosts.global ?? {}).filter(host => host.endsWith(`.${cloud ?? homeCloud}`)).length === 1 &&
    access.iamEndpoint === '' &&
    access.stsEndpoint === '' &&
    endpoint.url === urlOf(globalEndpointOf(service, undefined, cloud));
  return [
    region !== undefined && isRegionUnused && about('unusedRegion'),
    given('project-id') !== undefined && scope === 'domain' && about('unusedProject'),
    given('domain-id') !== undefined && scope === 'project' && about('unusedDomain'),
    given('domain-id') !== undefined &&
      scope === 'domain' &&
      access.credentials.kind === 'token' &&
      ((words: Words) => words.inputs.unusedDomainOfToken),
    given('enterprise-project-id') !== undefined && !enterpriseProject && about('unusedEnterpriseProject')
  ].filter(message => message !== false);
}

function urlOf(endpoint: Endpoint | {readonly problem: Message}): string | undefined {
  return 'url' in endpoint ? endpoint.url : undefined;
}

/** Also where the inputs as a whole cannot be used. */
export function wantsSummary(get: GetInput): boolean {
  return get('job-summary').trim().toLowerCase() !== 'false';
}

/** Where GitHub is asked for an id token, if it is. */
function idTokenUrl({credentials: {kind}}: Access, environment: Environment): string | undefined {
  return kind === 'oidc-agency' || kind === 'oidc-federation' ? environment[idTokenVariables.url] : undefined;
}

function readService(
  read: Reader,
  loaded: LoadedServices
): {readonly service: Service | undefined; readonly needsEndpoint?: boolean} {
  const name = read.required('service', words => words.inputs.serviceMissing);
  const definition = read.given('definition');
  if (name === 'custom') {
    const service = readDefinition(read, definition, loaded);
    // Without the service it is not known whether it has a host.
    return {service, needsEndpoint: !service || (service.hosts.usual === undefined && lacksEndpoint(read))};
  }
  if (definition !== undefined) {
    read.problems.push(words => words.inputs.definitionUnused);
  }
  const service =
    name === undefined ? undefined : (findService(loaded.services, name) ?? findService(allOf(loaded), name));
  if (name !== undefined && !service) {
    const known = [...loaded.services.flatMap(({name, aliases}) => [name, ...aliases]), 'custom'];
    read.problems.push(words => words.inputs.unknownService(shown(name, words), nearest(name, known)));
  }
  if (!service) read.choices.push(words => words.inputs.services([...serviceNames, 'custom']));
  return {service};
}

function readDefinition(
  {problems}: Reader,
  definition: string | undefined,
  {customService}: LoadedServices
): Service | undefined {
  if (definition === undefined || !customService) {
    problems.push(words => words.inputs.definitionMissing);
    return undefined;
  }
  const service = customService(definition);
  if (!('problems' in service)) return service;
  problems.push(...service.problems);
  return undefined;
}

function lacksEndpoint({given, problems}: Reader): boolean {
  if (given('endpoint') !== undefined) return false;
  problems.push(words => words.inputs.endpointMissing);
  return true;
}

/** `1.23456789012346E+18`: the digits behind are lost. */
const exponentForm = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/i;

function readTasks(
  read: Reader,
  service: Service | undefined,
  loaded: LoadedServices,
  owner: Pick<TaskReference, 'projectId' | 'enterpriseProjectId'>
): NonEmpty<TaskReference> | undefined {
  const workspace = read.text('workspace');
  const language = read.choice('language');
  const ids = readIds(read, service, loaded);
  if (language === undefined) return undefined;
  const [task, ...tasks] = ids.map(each => ({...each, ...owner, workspace, language}));
  return task && [task, ...tasks];
}

/** More would not be awaited in time: four at a time are asked for. */
const maxIds = 1000;

/**
 * The ids, each of them once. An item that is empty, or that a failed look-up left, is a problem and not passed over: a
 * task that drops out of the list without notice would open the gate.
 */
function readIds(read: Reader, service: Service | undefined, loaded: LoadedServices): readonly Ids[] {
  const forms = service ?? {taskId: {pattern: /^\S+$/, form: ''}};
  const accepted: Message = words => (service ? formOf(service, words) : words.inputs.anyId);
  const given = read.required('task-id', words => words.inputs.taskIdMissing(inWords(accepted, words))) ?? '';
  if (/^[[{]/.test(given)) {
    read.problems.push(words => words.inputs.wholeAnswer(idFieldIn(given)));
    return [];
  }
  const problem = (value: string, form: Message) => read.problems.push(wrongForm('task-id', value, form));
  const items = given.split(/[ \t\r\n]*,[ \t\r\n]*|[ \t\r\n]+/);
  if (given !== '' && items.includes('')) problem(given, words => words.inputs.emptyId);
  const ids = [...new Set(items)].filter(item => item !== '');
  if (ids.length > maxIds) {
    read.problems.push(({inputs}) => inputs.wrongForm('task-id', inputs.manyIds(ids.length), inputs.atMost(maxIds)));
  }
  return ids.flatMap(id => {
    const {parentId, taskId} = idsIn(id, forms);
    if ([parentId, taskId].some(part => part === 'null' || part === 'undefined')) {
      problem(id, words => words.inputs.lookUpFailed(inWords(accepted, words)));
    } else if (exponentForm.test(taskId)) {
      problem(id, words => words.inputs.exponent(inWords(accepted, words)));
    } else if (!isIdOf(forms, id)) {
      const others = servicesWithIdLike(allOf(loaded), id);
      problem(id, words =>
        others.length > 0 ? words.inputs.likeOthers(inWords(accepted, words), others) : inWords(accepted, words)
      );
    } else return [{taskId, parentId}];
    return [];
  });
}

/** The field of a starting call's answer that its id is in, by the names that services use. */
function idFieldIn(answer: string): string | undefined {
  const fields = ['taskId', 'task_id', 'jobId', 'job_id', 'id'];
  return fields.find(name => answer.includes(`"${name}"`));
}

function readEndpoint(
  read: Reader,
  service: Service | undefined,
  families: readonly FamilyValues[],
  region: string | undefined,
  cloud: string | undefined
): Endpoint | undefined {
  const url = read.url('endpoint');
  if (url !== undefined) return {url, origin: words => words.hosts.fromEndpoint, isGiven: true};
  if (read.given('endpoint') !== undefined) return undefined;
  if (region !== undefined) return service && usable(endpointOf(service, region, cloud), read);
  // A region that is there but wrong has its problem already.
  if (isSet('region', read, families)) return undefined;
  if (service?.hosts.global) return usable(globalEndpointOf(service, undefined, cloud), read);
  read.problems.push(words => words.inputs.regionMissing(variablesToSet('region')));
  return undefined;
}

interface Project {
  readonly projectId: string | undefined;
  /** Where no id is known: a name other than the region's, by which it is looked up. */
  readonly projectName: string | undefined;
}

/** The input, else what the first of these families has that has an id or a name; none where a whole account is asked. */
function readProject(read: Reader, service: Service | undefined, families: readonly FamilyValues[]): Project {
  const given = read.text('project-id');
  if (service?.scope === 'domain') return {projectId: undefined, projectName: undefined};
  const family = families.find(({values}) => values['project-id'] ?? values['project-name']);
  if (given !== undefined || read.given('project-id') !== undefined || !family) {
    return {projectId: given, projectName: undefined};
  }
  return {
    projectId: fromFamilies([family], 'project-id', read),
    projectName: family.values['project-id'] ? undefined : fromFamilies([family], 'project-name', read)
  };
}

/** The account's id for a service that is asked for a whole account: the input, else that of a keyless agency, else the environment's. */
function readDomain(
  read: Reader,
  service: Service | undefined,
  chosen: ChosenCredentials | undefined,
  families: readonly FamilyValues[]
): string | undefined {
  const given = read.text('domain-id');
  if (service?.scope !== 'domain') return undefined;
  const credentials = chosen?.credentials;
  const ofAgency = credentials?.kind === 'oidc-agency' ? /^iam::([\w-]+):/.exec(credentials.agencyUrn)?.[1] : undefined;
  if (given !== undefined && ofAgency !== undefined && given !== ofAgency) {
    read.problems.push(words => words.inputs.otherAccount(JSON.stringify(given), ofAgency));
  }
  if (read.given('domain-id') !== undefined) return given;
  return ofAgency ?? fromFamilies(families, 'domain-id', read);
}

function readEnterpriseProject(
  read: Reader,
  service: Service | undefined,
  families: readonly FamilyValues[]
): string | undefined {
  const given = read.text('enterprise-project-id');
  if (!service?.enterpriseProject) return undefined;
  if (read.given('enterprise-project-id') !== undefined) return given;
  return fromFamilies(families, 'enterprise-project-id', read);
}

function fromFamilies(
  families: readonly FamilyValues[],
  name: 'project-id' | 'project-name' | 'domain-id' | 'enterprise-project-id' | 'region' | 'cloud',
  {problems}: Reader
): string | undefined {
  const variable = firstVariable(families, name);
  const form = name === 'project-name' ? projectNameForm : rowOf(name).form;
  return variable && checked(variable, form, problems);
}

function readBounds(read: Reader): Bounds | undefined {
  const bounds = complete({minMs: read.duration('min-interval'), maxMs: read.duration('max-interval')});
  if (bounds && bounds.minMs > bounds.maxMs) {
    read.problems.push(words => words.inputs.intervals);
  }
  return bounds;
}

/** What is expected of a resource, where it is not the usual. */
function readExpectation(
  {given, problems}: Reader,
  service: Service | undefined,
  loaded: LoadedServices
): Expectation | undefined {
  const text = given('expect');
  if (text === undefined || !service) return undefined;
  const {resource, states} = service;
  if (!resource) {
    const names = allOf(loaded)
      .filter(each => each.resource)
      .map(({name}) => name);
    problems.push(words => words.expect.onlyResources(service.name, names));
    return undefined;
  }
  const items = [...new Set(text.split(/[\s,]+/).filter(item => item !== ''))];
  const accepted: Message = words => words.expect.form(textIn(service.title, words.language), resource.ends);
  if (items.length === 0) problems.push(wrongForm('expect', text, accepted));
  if (items.includes('gone')) {
    if (items.length === 1) return {kind: 'gone', signs: resource.gone};
    problems.push(words => words.expect.goneAlone(shown(text, words)));
    return undefined;
  }
  for (const word of items.filter(item => !resource.ends.includes(item))) {
    const [near] = nearest(word, ['gone', ...resource.ends], 1);
    problems.push(words => {
      const [item, takes] = [shown(word, words), inWords(accepted, words)];
      if (Object.hasOwn(states, word)) return words.expect.noEnd(item, states[word] === 'failed', takes);
      if (near === undefined) return words.expect.unknown(item, takes);
      if (near.toLowerCase() === word.toLowerCase()) return words.expect.letters(item, near);
      return words.expect.near(item, near, takes);
    });
  }
  return {kind: 'words', words: items};
}

function readJudging(
  read: Reader,
  service: Service | undefined,
  loaded: LoadedServices,
  bounds: Bounds | undefined
): Judging | undefined {
  const notFoundGraceMs = read.duration('not-found-grace');
  const givenSettleMs = read.duration('settle');
  const given = complete({
    strictSubtasks: read.boolean('strict-subtasks'),
    allowWarnings: read.boolean('allow-warnings')
  });
  const expectation = readExpectation(read, service, loaded);
  const strictness = given && {...given, ...(expectation && {expectation})};
  if (!service) return undefined;
  const {endTimeMeansEnd, settleMs, runsOverlap = false} = service;
  return complete({
    bounds,
    notFoundGraceMs,
    settleMs: givenSettleMs ?? settleMs,
    endTimeMeansEnd,
    idNamesThing: Math.max(settleMs, givenSettleMs ?? 0) > 0,
    runsOverlap,
    strictness
  });
}

/** What stands for a value in outputs, and the value. */
export type Replacement = readonly [placeholder: string, value: string];

/** An address as it may stand in a text, with the placeholder for it in outputs. */
function addressReplacements(url: string): readonly Replacement[] {
  if (!URL.canParse(url)) return [['<endpoint>', url]];
  const {host, hostname} = new URL(url);
  return [url, host, hostname].map(value => ['<endpoint>', value]);
}

/** The addresses that this step uses. */
export function replacementsUsed({endpoint}: Place, access: Access): readonly Replacement[] {
  return [endpoint.url, access.iamEndpoint, access.stsEndpoint].flatMap(addressReplacements);
}

/** Project, region and endpoints as they were given anywhere, each with the placeholder that stands for it in outputs. */
export function replacementsIn(get: GetInput, environment: Environment): readonly Replacement[] {
  const given = (input: InputName) =>
    [get(input), ...variablesOf(input).map(name => environment[name] ?? '')].map(value => value.trim());
  return [
    ...(['endpoint', 'iam-endpoint', 'sts-endpoint'] as const).flatMap(given).flatMap(addressReplacements),
    ...given('project-id').map(value => ['<project>', value] as const),
    ...given('domain-id').map(value => ['<account>', value] as const),
    ...given('enterprise-project-id').map(value => ['<enterprise-project>', value] as const),
    ...given('region').map(value => ['<region>', value] as const)
  ];
}
