import type {Credentials} from '../auth/credentials.ts';
import type {ProjectScope} from '../auth/iam.ts';
import {type Addressee, cloudOf, endpointOf, fallbackSts, iam, sts} from '../hosts.ts';
import type {Service} from '../services/service.ts';
import {textIn} from '../text.ts';
import {type ChosenCredentials, type FamilyValues, firstVariable, inputName, variablesOf} from './credentials.ts';
import {baseUrl, type Reader, wrongUrl} from './reader.ts';

/** How requests get their credentials. Addresses are base URLs without a version, empty where they are not needed. */
export interface Access {
  readonly credentials: Credentials;
  /** Kind of the credentials and where they came from, for the log. */
  readonly origin: string;
  readonly iamEndpoint: string;
  readonly stsEndpoint: string;
  /** What tokens are to be good for. */
  readonly scope: ProjectScope;
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

type AddressName = 'iamEndpoint' | 'stsEndpoint';

/** Which addresses are needed follows from the kind of credentials, and from whether the project is to be looked up. */
export function readAccess(read: Reader, context: AccessContext): Access | undefined {
  const {service, chosen, families, region, projectId, projectName, cloud} = context;
  const given = {
    iamEndpoint: withoutVersion(read.baseUrl('iam-endpoint', 'https://iam.eu-de.otc.t-systems.com')),
    stsEndpoint: read.baseUrl('sts-endpoint', 'https://sts.cn-north-4.myhuaweicloud.com')
  };
  if (!chosen || !service) return undefined;
  const {credentials, origin, family} = chosen;
  const name = projectName ?? region;
  const logsIn = credentials.kind === 'password' || credentials.kind === 'oidc-federation';
  const looksUpProject = service.needsProjectId && projectId === undefined;
  const isPlaceGiven = read.given('project-id') !== undefined || read.given('region') !== undefined;
  if ((looksUpProject || logsIn) && projectId === undefined && name === undefined && !isPlaceGiven) {
    read.problems.push(
      `project-id is missing: give project-id, or region for the region's own project, or set it in the environment (${variablesOf('projectId')}).`
    );
  }

  /** An input, then the family of the credentials, then what is known, or another family's where that is safe. */
  const find = (addressee: Addressee, input: AddressName, otherwise: () => string): string => {
    const url = given[input] ?? (family && addressFromFamilies([family], input, read));
    if (url !== undefined || read.given(inputName(input)) !== undefined) return url ?? '';
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
  const built = (addressee: Addressee, input: AddressName): string => {
    const endpoint = region === undefined ? undefined : endpointOf(addressee, region, cloud);
    if (endpoint && !('problem' in endpoint)) return endpoint.url;
    if (endpoint) {
      read.problems.push(endpoint.problem);
    } else if (read.given('region') === undefined && read.given('endpoint') !== undefined && projectId !== undefined) {
      // Without an endpoint, or a project, the missing region is a problem already.
      read.problems.push(
        `${inputName(input)} is missing: give it, or region, to say where ${textIn(addressee.title)} is.`
      );
    }
    return '';
  };

  /** Tokens and keys are shown to no guessed host for the sake of a project. */
  const withoutLookUp = (): string => {
    if (region !== undefined) {
      read.problems.push(
        `project-id is missing: it cannot be looked up, for no IAM of region "${region}" is known. Give project-id, or iam-endpoint.`
      );
    }
    return '';
  };

  let usesFallback = false;
  const stsFallback = (): string => {
    const isElsewhere = cloud !== undefined && cloud !== fallbackSts.cloud;
    if (region === undefined || isElsewhere || cloudOf(region) !== fallbackSts.cloud) return built(sts, 'stsEndpoint');
    usesFallback = true;
    return `https://sts.${fallbackSts.region}.${fallbackSts.cloud}`;
  };

  const stsEndpoint = credentials.kind === 'oidc-agency' ? find(sts, 'stsEndpoint', stsFallback) : '';
  const iamEndpoint = logsIn
    ? find(iam, 'iamEndpoint', () => built(iam, 'iamEndpoint'))
    : looksUpProject
      ? find(iam, 'iamEndpoint', withoutLookUp)
      : iamForLife(read, context, given.iamEndpoint);
  return {
    credentials,
    origin: usesFallback ? `${origin}, by the STS of ${fallbackSts.region}, for none is known in ${region}` : origin,
    iamEndpoint,
    stsEndpoint,
    scope: projectId === undefined ? {name: name ?? ''} : {id: projectId}
  };
}

/** A ready-made token can tell IAM how long it lives. It is shown to the IAM of its own cloud, or to the one that was named. */
function iamForLife(read: Reader, {chosen, region, cloud}: AccessContext, given = ''): string {
  if (chosen?.credentials.kind !== 'token' || given !== '' || region === undefined) return given;
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
