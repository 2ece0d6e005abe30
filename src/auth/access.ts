import {baseUrl, type Reader, wrongUrl} from '../input-reader.ts';
import {type Addressee, endpointOf} from '../services/endpoint.ts';
import type {Service} from '../services/service.ts';
import {iam, sts} from './addresses.ts';
import type {Credentials} from './credentials.ts';
import type {ProjectScope} from './iam.ts';
import {type ChosenCredentials, type FamilyValues, firstVariable, inputName, variablesOf} from './sources.ts';

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
  readonly cloud: string | undefined;
}

/** Which addresses are needed follows from the kind of credentials, and from whether the project is to be looked up. */
export function readAccess(read: Reader, context: AccessContext): Access | undefined {
  const {service, chosen, families, region, projectId, cloud} = context;
  const given = {
    iamEndpoint: withoutVersion(read.baseUrl('iam-endpoint', 'https://iam.eu-de.otc.t-systems.com')),
    stsEndpoint: read.baseUrl('sts-endpoint', 'https://sts.cn-north-4.myhuaweicloud.com')
  };
  if (!chosen || !service) return undefined;
  const {credentials, origin, family} = chosen;
  const find = (addressee: Addressee, name: 'iamEndpoint' | 'stsEndpoint'): string => {
    const url = given[name] ?? (family && addressFromFamilies([family], name, read));
    if (url !== undefined || read.given(inputName(name)) !== undefined) return url ?? '';
    const known = region === undefined ? undefined : endpointOf(addressee, region, cloud);
    if (known && !('problem' in known)) return known.url;
    // Other tools' variables may speak of another cloud, so they come last where the credentials are not theirs.
    const elsewhere = addressFromFamilies(families, name, read);
    if (elsewhere !== undefined) return elsewhere;
    if (known) {
      read.problems.push(known.problem);
    } else if (read.given('region') === undefined && read.given('endpoint') !== undefined && projectId !== undefined) {
      // Without an endpoint, or a project, the missing region is a problem already.
      read.problems.push(`${inputName(name)} is missing: give it, or region, to say where ${addressee.title} is.`);
    }
    return '';
  };
  const logsIn = credentials.kind === 'password' || credentials.kind === 'oidc-federation';
  const looksUpProject = service.needsProjectId && projectId === undefined;
  const isPlaceGiven = read.given('project-id') !== undefined || read.given('region') !== undefined;
  if ((looksUpProject || logsIn) && projectId === undefined && region === undefined && !isPlaceGiven) {
    read.problems.push(
      `project-id is missing: give project-id, or region for the region's own project, or set it in the environment (${variablesOf('projectId')}).`
    );
  }
  return {
    credentials,
    origin,
    iamEndpoint:
      logsIn || looksUpProject
        ? find(iam, 'iamEndpoint')
        : (optionalIamEndpoint(read, context, given.iamEndpoint) ?? ''),
    stsEndpoint: credentials.kind === 'oidc-agency' ? find(sts, 'stsEndpoint') : '',
    scope: projectId === undefined ? {name: region ?? ''} : {id: projectId}
  };
}

/** A ready-made token can tell IAM how long it lives. It is shown to the IAM of its own cloud, or to the one that was named. */
function optionalIamEndpoint(
  read: Reader,
  {chosen, region, cloud}: AccessContext,
  given: string | undefined
): string | undefined {
  if (chosen?.credentials.kind !== 'token' || given !== undefined || region === undefined) return given;
  if (read.given('endpoint') !== undefined) return undefined;
  const endpoint = endpointOf(iam, region, cloud);
  return 'problem' in endpoint ? undefined : endpoint.url;
}

/** IAM's address is given with or without its version. */
function withoutVersion(url: string | undefined): string | undefined {
  return url?.replace(/\/v3(\.0)?$/, '');
}

/** The first of these families that has the address. */
function addressFromFamilies(
  families: readonly FamilyValues[],
  name: 'iamEndpoint' | 'stsEndpoint',
  {problems}: Reader
): string | undefined {
  const variable = firstVariable(families, name);
  if (!variable) return undefined;
  const url = withoutVersion(baseUrl(variable.value));
  if (url === undefined) problems.push(wrongUrl(variable.name, 'https://iam.eu-de.otc.t-systems.com/v3'));
  return url;
}
