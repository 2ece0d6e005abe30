import {type Access, signsRequests} from '../auth/credentials.ts';
import type {Scope} from '../auth/iam.ts';
import {
  type Addressee,
  cloudOf,
  type Endpoint,
  endpointOf,
  fallbackSts,
  globalEndpointOf,
  homeCloud,
  iam,
  iamOfNoRegion,
  sts,
  stsOfNoRegion
} from '../hosts.ts';
import type {Service} from '../services/service.ts';
import {inWords, type Message, textIn} from '../text.ts';
import type {Words} from '../words/en.ts';
import {type ChosenCredentials, type FamilyValues, firstVariable, variablesToSet} from './credentials.ts';
import {baseUrl, complete, type Reader, wrongUrl} from './reader.ts';

export interface GivenAccess extends Access {
  /** Kind of the credentials and where they came from, for the log. */
  readonly origin: Message;
}

interface AccessContext {
  readonly service: Service | undefined;
  readonly chosen: ChosenCredentials | undefined;
  readonly families: readonly FamilyValues[];
  readonly region: string | undefined;
  readonly projectId: string | undefined;
  readonly projectName: string | undefined;
  readonly domainId: string | undefined;
  readonly cloud: string | undefined;
}

type AddressName = 'iam-endpoint' | 'sts-endpoint';

/** Which addresses are needed follows from the kind of credentials, and from whether the project is to be looked up. */
export function readAccess(read: Reader, context: AccessContext): GivenAccess | undefined {
  const {service, chosen, families, region, projectId, projectName, domainId} = context;
  const given = {
    'iam-endpoint': withoutVersion(read.url('iam-endpoint')),
    'sts-endpoint': read.url('sts-endpoint')
  };
  if (!chosen || !service) return undefined;
  const {kind, credentials, origin, family} = chosen;
  const name = projectName ?? region;
  const logsIn = kind === 'password' || kind === 'oidc-federation';
  const isOfDomain = service.scope === 'domain';
  const looksUpProject = !isOfDomain && service.needsProjectId && projectId === undefined;
  const lacksDomain = isOfDomain && domainId === undefined && read.given('domain-id') === undefined;
  const looksUpDomain = lacksDomain && signsRequests(kind);
  const cloud = context.cloud ?? (service.hosts.global && region === undefined ? homeOf(read) : undefined);
  const isRegionGiven = read.given('region') !== undefined;
  const isPlaceGiven = isRegionGiven || read.given('project-id') !== undefined;
  const lacksProject = !isOfDomain && (looksUpProject || logsIn) && projectId === undefined && name === undefined;
  if (lacksDomain && kind === 'oidc-federation') {
    read.problems.push(words => words.inputs.domainIdMissing(variablesToSet('domain-id')));
  }
  if (lacksProject && !isPlaceGiven) {
    read.problems.push(words => words.inputs.projectIdMissing(variablesToSet('project-id')));
  }

  /** Without an endpoint, or a project, the missing region is a problem already. */
  const lacksRegionAlone =
    region === undefined && !isRegionGiven && read.given('endpoint') !== undefined && !lacksProject;

  /** An input, then the family of the credentials, then what is known, or another family's where that is safe. */
  const find = (addressee: Addressee, input: AddressName, otherwise: () => string | undefined): string | undefined => {
    const url = given[input] ?? (family && addressFromFamilies([family], input, read));
    if (url !== undefined || read.given(input) !== undefined) return url;
    const isKnown = isKnownIn(addressee, region, cloud);
    // Other tools' variables may speak of another cloud.
    const near = families
      .map(({values}) => withoutVersion(baseUrl(values[input]?.value ?? '')))
      .find(candidate => isInCloud(candidate, region, cloud));
    const elsewhere = near ?? (isKnown ? undefined : addressFromFamilies(families, input, read));
    if (elsewhere !== undefined) return elsewhere;
    const endpoint = placeOf(addressee, region, cloud);
    if (isKnown && endpoint && !('problem' in endpoint)) return endpoint.url;
    return otherwise();
  };

  /** Where no address is known: one that is built from the cloud that the user gave, or a problem. */
  const built = (addressee: Addressee, input: AddressName): string | undefined => {
    const endpoint = placeOf(addressee, region, cloud);
    if (endpoint && !('problem' in endpoint)) return endpoint.url;
    if (endpoint) {
      read.problems.push(endpoint.problem);
    } else if (lacksRegionAlone) {
      const {title} = addressee;
      read.problems.push(words => words.inputs.addressMissing(input, textIn(title, words.language)));
    }
    return undefined;
  };

  /** Tokens and keys are shown to no guessed host for the sake of an id. */
  const withoutLookUp = (): undefined => {
    const input = isOfDomain ? 'domain-id' : 'project-id';
    if (region !== undefined || isOfDomain || lacksRegionAlone) {
      read.problems.push(words => words.inputs.noLookUp(input, region));
    }
  };

  const [iamHere, stsHere] = region === undefined && isOfDomain ? [iamOfNoRegion, stsOfNoRegion] : [iam, sts];
  let usesFallback = false;
  const stsFallback = (): string | undefined => {
    const isElsewhere = cloud !== undefined && cloud !== fallbackSts.cloud;
    if (region === undefined || isElsewhere || cloudOf(region) !== fallbackSts.cloud)
      return built(stsHere, 'sts-endpoint');
    usesFallback = true;
    return `https://sts.${fallbackSts.region}.${fallbackSts.cloud}`;
  };

  const stsEndpoint = kind === 'oidc-agency' ? find(stsHere, 'sts-endpoint', stsFallback) : '';
  const iamEndpoint = logsIn
    ? find(iamHere, 'iam-endpoint', () => built(iamHere, 'iam-endpoint'))
    : looksUpProject || looksUpDomain
      ? find(iamHere, 'iam-endpoint', withoutLookUp)
      : iamForLife(read, context, given['iam-endpoint']);
  return complete({
    credentials,
    origin: usesFallback
      ? (words: Words) => words.kinds.otherSts(inWords(origin, words), fallbackSts.region, region ?? '')
      : origin,
    iamEndpoint,
    stsEndpoint,
    scope: lacksProject ? undefined : scopeOf(context)
  });
}

/** A project by its id or its name, or an account by its id, else by the name with which a user logs in. */
function scopeOf({service, chosen, region, projectId, projectName = region, domainId}: AccessContext): Scope {
  if (service?.scope !== 'domain')
    return {project: projectId === undefined ? {name: projectName ?? ''} : {id: projectId}};
  if (domainId !== undefined) return {domain: {id: domainId}};
  const credentials = chosen?.credentials;
  return {domain: {name: credentials?.kind === 'password' ? credentials.domainName : ''}};
}

/** The cloud of a service without regions; unknown where an endpoint elsewhere is given. */
function homeOf(read: Reader): string | undefined {
  const url = read.given('endpoint') === undefined ? undefined : baseUrl(read.given('endpoint') ?? '');
  const isHome = url === undefined || new URL(url).hostname.endsWith(`.${homeCloud}`);
  return isHome ? homeCloud : undefined;
}

/** Where somebody is; absent where neither the region is known nor a cloud in which the region has no say. */
function placeOf(
  addressee: Addressee,
  region: string | undefined,
  cloud: string | undefined
): Endpoint | {readonly problem: Message} | undefined {
  if (region !== undefined) return endpointOf(addressee, region, cloud);
  return addressee.hosts.global && cloud !== undefined ? globalEndpointOf(addressee, undefined, cloud) : undefined;
}

/** IAM says how long a ready-made token lives. It is shown to the IAM of its own cloud, or to the one that was named. */
function iamForLife(read: Reader, {chosen, region, cloud}: AccessContext, given = ''): string {
  if (chosen?.kind !== 'token' || given !== '' || region === undefined) return given;
  if (read.given('endpoint') !== undefined || !isKnownIn(iam, region, cloud)) return '';
  const endpoint = endpointOf(iam, region, cloud);
  return 'problem' in endpoint ? '' : endpoint.url;
}

/** Whether a source names the host: what is built from a cloud that no table covers is a guess. */
function isKnownIn(addressee: Addressee, region: string | undefined, cloud: string | undefined): boolean {
  const {hosts, alone} = addressee;
  if (hosts.global) return 'url' in (placeOf(addressee, region, cloud) ?? {});
  if (region === undefined || hosts.byRegion(region) === undefined) return false;
  return cloud === undefined || cloud === (cloudOf(region) ?? alone?.cloud);
}

function isInCloud(url: string | undefined, region: string | undefined, cloud: string | undefined): boolean {
  const domain = cloud ?? (region === undefined ? undefined : cloudOf(region));
  return url !== undefined && domain !== undefined && new URL(url).hostname.endsWith(`.${domain}`);
}

/** IAM's address is given with or without its version. */
function withoutVersion(url: string | undefined): string | undefined {
  return url?.replace(/\/v3(\.0)?$/, '');
}

/** The first of these families that has the address. */
function addressFromFamilies(
  families: readonly FamilyValues[],
  name: AddressName,
  {problems}: Reader
): string | undefined {
  const variable = firstVariable(families, name);
  if (!variable) return undefined;
  const url = withoutVersion(baseUrl(variable.value));
  if (url === undefined) problems.push(wrongUrl(variable.name, 'https://iam.eu-de.otc.t-systems.com/v3'));
  return url;
}
