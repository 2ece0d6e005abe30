import type {Access} from '../auth/credentials.ts';
import {type Addressee, cloudOf, endpointOf, fallbackSts, iam, sts} from '../hosts.ts';
import type {Service} from '../services/service.ts';
import {type ChosenCredentials, type FamilyValues, firstVariable, variablesToSet} from './credentials.ts';
import {baseUrl, complete, type Reader, wrongUrl} from './reader.ts';

export interface GivenAccess extends Access {
  /** Kind of the credentials and where they came from, for the log. */
  readonly origin: string;
}

interface AccessContext {
  readonly service: Service | undefined;
  readonly chosen: ChosenCredentials | undefined;
  readonly families: readonly FamilyValues[];
  readonly region: string | undefined;
  readonly projectId: string | undefined;
  readonly projectName: string | undefined;
  readonly cloud: string | undefined;
}

type AddressName = 'iam-endpoint' | 'sts-endpoint';

/** Which addresses are needed follows from the kind of credentials, and from whether the project is to be looked up. */
export function readAccess(read: Reader, context: AccessContext): GivenAccess | undefined {
  const {service, chosen, families, region, projectId, projectName, cloud} = context;
  const given = {
    'iam-endpoint': withoutVersion(read.url('iam-endpoint')),
    'sts-endpoint': read.url('sts-endpoint')
  };
  if (!chosen || !service) return undefined;
  const {kind, credentials, origin, family} = chosen;
  const name = projectName ?? region;
  const logsIn = kind === 'password' || kind === 'oidc-federation';
  const looksUpProject = service.needsProjectId && projectId === undefined;
  const isRegionGiven = read.given('region') !== undefined;
  const isPlaceGiven = isRegionGiven || read.given('project-id') !== undefined;
  const needsScope = looksUpProject || logsIn;
  const lacksScope = needsScope && projectId === undefined && name === undefined;
  if (lacksScope && !isPlaceGiven) {
    read.problems.push(
      `project-id is missing: give project-id, or region for the region's own project, or set it in the environment (${variablesToSet('project-id')}).`
    );
  }

  /** Without an endpoint, or a project, the missing region is a problem already. */
  const lacksRegionAlone =
    region === undefined && !isRegionGiven && read.given('endpoint') !== undefined && !lacksScope;

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
    const endpoint = region === undefined ? undefined : endpointOf(addressee, region, cloud);
    if (isKnown && endpoint && !('problem' in endpoint)) return endpoint.url;
    return otherwise();
  };

  /** Where no address is known: one that is built from the cloud that the user gave, or a problem. */
  const built = (addressee: Addressee, input: AddressName): string | undefined => {
    const endpoint = region === undefined ? undefined : endpointOf(addressee, region, cloud);
    if (endpoint && !('problem' in endpoint)) return endpoint.url;
    if (endpoint) {
      read.problems.push(endpoint.problem);
    } else if (lacksRegionAlone) {
      read.problems.push(`${input} is missing: give it, or region, to say where ${addressee.title} is.`);
    }
    return undefined;
  };

  /** Tokens and keys are shown to no guessed host for the sake of a project. */
  const withoutLookUp = (): undefined => {
    const why =
      region !== undefined ? `no IAM of region "${region}" is known` : lacksRegionAlone && 'no region is given';
    if (why) {
      read.problems.push(
        `project-id is missing: it cannot be looked up, for ${why}. Give project-id, or iam-endpoint.`
      );
    }
  };

  let usesFallback = false;
  const stsFallback = (): string | undefined => {
    const isElsewhere = cloud !== undefined && cloud !== fallbackSts.cloud;
    if (region === undefined || isElsewhere || cloudOf(region) !== fallbackSts.cloud) return built(sts, 'sts-endpoint');
    usesFallback = true;
    return `https://sts.${fallbackSts.region}.${fallbackSts.cloud}`;
  };

  const stsEndpoint = kind === 'oidc-agency' ? find(sts, 'sts-endpoint', stsFallback) : '';
  const iamEndpoint = logsIn
    ? find(iam, 'iam-endpoint', () => built(iam, 'iam-endpoint'))
    : looksUpProject
      ? find(iam, 'iam-endpoint', withoutLookUp)
      : iamForLife(read, context, given['iam-endpoint']);
  return complete({
    credentials,
    origin: usesFallback ? `${origin}, by the STS of ${fallbackSts.region}, for none is known in ${region}` : origin,
    iamEndpoint,
    stsEndpoint,
    scope: projectId === undefined ? (lacksScope ? undefined : {name: name ?? ''}) : {id: projectId}
  });
}

/** A ready-made token can tell IAM how long it lives. It is shown to the IAM of its own cloud, or to the one that was named. */
function iamForLife(read: Reader, {chosen, region, cloud}: AccessContext, given = ''): string {
  if (chosen?.kind !== 'token' || given !== '' || region === undefined) return given;
  if (read.given('endpoint') !== undefined || !isKnownIn(iam, region, cloud)) return '';
  const endpoint = endpointOf(iam, region, cloud);
  return 'problem' in endpoint ? '' : endpoint.url;
}

/** Whether a source names the host: what is built from a cloud that no table covers is a guess. */
function isKnownIn({hosts, alone}: Addressee, region: string | undefined, cloud: string | undefined): boolean {
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
