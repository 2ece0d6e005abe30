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
import {type ChosenCredentials, type FamilyValues, firstVariable, isSet, variablesToSet} from './credentials.ts';
import {baseUrl, complete, type Reader, usable, wrongUrl} from './reader.ts';
import {rowOf} from './table.ts';

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

/** Where addresses are looked for. */
interface Search extends Pick<AccessContext, 'families' | 'region' | 'cloud'> {
  readonly read: Reader;
  readonly given: Readonly<Record<AddressName, string | undefined>>;
  /** Of the credentials. */
  readonly family: FamilyValues | undefined;
}

const fallbackStsUrl = `https://sts.${fallbackSts.region}.${fallbackSts.cloud}`;

/** Which addresses are needed follows from the kind of credentials, and from whether the project is to be looked up. */
export function readAccess(read: Reader, context: AccessContext): GivenAccess | undefined {
  const {service, chosen, families, region, projectId, projectName, domainId} = context;
  const given = {
    'iam-endpoint': withoutVersion(read.url('iam-endpoint')),
    'sts-endpoint': read.url('sts-endpoint')
  };
  if (!chosen || !service) return undefined;
  const {kind, credentials, origin, family} = chosen;
  const owners = family ? [family] : families;
  const logsIn = kind === 'password' || kind === 'oidc-federation';
  const isOfDomain = service.scope === 'domain';
  const looksUpProject = !isOfDomain && service.needsProjectId && projectId === undefined;
  const lacksDomain = isOfDomain && domainId === undefined && !isSet('domain-id', read, owners);
  const looksUpDomain = lacksDomain && signsRequests(kind);
  const cloud = context.cloud ?? (service.hosts.global && region === undefined ? homeOf(read) : undefined);
  const isRegionSet = isSet('region', read, families);
  const lacksProject =
    !isOfDomain && (looksUpProject || logsIn) && projectId === undefined && (projectName ?? region) === undefined;
  if (lacksDomain && kind === 'oidc-federation') {
    read.problems.push(words => words.inputs.domainIdMissing(variablesToSet('domain-id')));
  }
  if (lacksProject && !isRegionSet && !isSet('project-id', read, owners)) {
    read.problems.push(words => words.inputs.projectIdMissing(variablesToSet('project-id')));
  }

  /** Without an endpoint, or a project, the missing region is a problem already. */
  const lacksRegionAlone = !isRegionSet && read.given('endpoint') !== undefined && !lacksProject;

  const search = {read, given, family, families, region, cloud};
  /** Built from the cloud that the user gave, or a problem. */
  const built = (addressee: Addressee, input: AddressName): string | undefined => {
    const endpoint = endpointAt(addressee, region, cloud);
    if (!endpoint && lacksRegionAlone) {
      const {title} = addressee;
      read.problems.push(words => words.inputs.addressMissing(input, textIn(title, words.language)));
    }
    return endpoint && usable(endpoint, read)?.url;
  };

  /** Tokens and keys are shown to no guessed host for the sake of an id. */
  const withoutLookUp = (): undefined => {
    const input = isOfDomain ? 'domain-id' : 'project-id';
    if (region !== undefined || isOfDomain || lacksRegionAlone) {
      read.problems.push(words => words.inputs.noLookUp(input, region));
    }
  };

  const [iamHere, stsHere] = region === undefined && isOfDomain ? [iamOfNoRegion, stsOfNoRegion] : [iam, sts];
  const knownSts = kind === 'oidc-agency' ? knownAddress(stsHere, 'sts-endpoint', search) : {url: ''};
  const usesFallback = !knownSts && isInFallbackCloud(region, cloud);
  const stsEndpoint = knownSts ? knownSts.url : usesFallback ? fallbackStsUrl : built(stsHere, 'sts-endpoint');
  const needsIam = logsIn || looksUpProject || looksUpDomain;
  const knownIam = needsIam
    ? knownAddress(iamHere, 'iam-endpoint', search)
    : {url: iamForLife(read, context, given['iam-endpoint'])};
  const iamEndpoint = knownIam ? knownIam.url : logsIn ? built(iamHere, 'iam-endpoint') : withoutLookUp();
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

/**
 * An input, then the family of the credentials, then what is known, or another family's where that is safe. Without
 * `url` where it is wrong, which is a problem; absent where there is none.
 */
function knownAddress(
  addressee: Addressee,
  input: AddressName,
  {read, given, family, families, region, cloud}: Search
): {readonly url: string | undefined} | undefined {
  const own = family ? [family] : [];
  if (isSet(input, read, own)) return {url: given[input] ?? addressFromFamilies(own, input, read)};
  // Other tools' variables may speak of another cloud.
  const near = families
    .map(({values}) => withoutVersion(baseUrl(values[input]?.value ?? '')))
    .find(candidate => isInCloud(candidate, region, cloud));
  if (near !== undefined) return {url: near};
  if (!isKnownIn(addressee, region, cloud)) {
    return firstVariable(families, input) && {url: addressFromFamilies(families, input, read)};
  }
  const endpoint = endpointAt(addressee, region, cloud);
  return endpoint && 'url' in endpoint ? endpoint : undefined;
}

/** Whether any STS of the cloud will do for a region that has none. */
function isInFallbackCloud(region: string | undefined, cloud: string | undefined): boolean {
  return (
    region !== undefined && cloudOf(region) === fallbackSts.cloud && (cloud ?? fallbackSts.cloud) === fallbackSts.cloud
  );
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

/** Absent where no region is known, unless the addressee has one host for all regions of a known cloud. */
function endpointAt(
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
  if (hosts.global) return 'url' in (endpointAt(addressee, region, cloud) ?? {});
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

/** The address from the first of these families that has one; a problem where that is no address. */
function addressFromFamilies(
  families: readonly FamilyValues[],
  name: AddressName,
  {problems}: Reader
): string | undefined {
  const variable = firstVariable(families, name);
  if (!variable) return undefined;
  const url = withoutVersion(baseUrl(variable.value));
  if (url === undefined) problems.push(wrongUrl(variable.name, rowOf(name).example));
  return url;
}
