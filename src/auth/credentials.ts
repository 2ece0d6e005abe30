import type {Ticket} from './session.ts';

/** Exactly one kind; after the inputs are read nobody but the authorizer asks which. */
export type Credentials =
  /** Ready-made: they go on requests as they are. */
  | Ticket
  | {readonly kind: 'password'; readonly username: string; readonly password: string; readonly domainName: string}
  /** Keyless: GitHub's id token for temporary keys of a trust agency, by STS. */
  | {
      readonly kind: 'oidc-agency';
      readonly providerUrn: string;
      readonly agencyUrn: string;
      readonly audience: string;
    }
  /** Keyless: GitHub's id token for an IAM token, by the older federation of IAM v3. */
  | {readonly kind: 'oidc-federation'; readonly identityProvider: string; readonly audience: string}
  /** The temporary keys of the agency of the ECS instance that the runner is. */
  | {readonly kind: 'ecs-agency'};

export type CredentialKind = Credentials['kind'];

/** The values that credentials are made of, each an input whose name is the same in kebab case. */
export const credentialParts = [
  'token',
  'accessKey',
  'secretKey',
  'securityToken',
  'username',
  'password',
  'domainName',
  'providerUrn',
  'agencyUrn',
  'identityProvider',
  'ecsAgency'
] as const;

export type CredentialPart = (typeof credentialParts)[number];
export type CredentialParts = Readonly<Partial<Record<CredentialPart, string | undefined>>>;

/** Those that nobody may read. The access key id is masked too, as huaweicloud/auth-action does. */
export const secretParts: readonly CredentialPart[] = ['token', 'accessKey', 'secretKey', 'securityToken', 'password'];

export type Place =
  | 'projectId'
  | 'projectName'
  | 'domainId'
  | 'enterpriseProjectId'
  | 'region'
  | 'cloud'
  | 'iamEndpoint'
  | 'stsEndpoint';

/** One tool's names of environment variables; where a name has several spellings, the first that is set counts. */
export interface EnvironmentFamily {
  readonly title: string;
  readonly names: Readonly<Partial<Record<CredentialPart | Place, readonly string[]>>>;
}

/** In the order in which they are looked at. Never `AWS_*`: on runners these belong to another cloud. */
export const environmentFamilies: readonly EnvironmentFamily[] = [
  {
    title: 'HUAWEI_CLOUD_* (huaweicloud/auth-action)',
    names: {
      accessKey: ['HUAWEI_CLOUD_ACCESS_KEY_ID'],
      secretKey: ['HUAWEI_CLOUD_SECRET_ACCESS_KEY'],
      projectId: ['HUAWEI_CLOUD_PROJECT_ID'],
      region: ['HUAWEI_CLOUD_REGION']
    }
  },
  {
    title: 'HUAWEICLOUD_SDK_* (the SDKs of Huawei Cloud)',
    names: {
      accessKey: ['HUAWEICLOUD_SDK_AK'],
      secretKey: ['HUAWEICLOUD_SDK_SK'],
      securityToken: ['HUAWEICLOUD_SDK_SECURITY_TOKEN'],
      providerUrn: ['HUAWEICLOUD_OIDC_PROVIDER_URN'],
      agencyUrn: ['HUAWEICLOUD_OIDC_AGENCY_URN'],
      projectId: ['HUAWEICLOUD_SDK_PROJECT_ID'],
      domainId: ['HUAWEICLOUD_SDK_DOMAIN_ID'],
      region: ['HUAWEICLOUD_SDK_REGION'],
      iamEndpoint: ['HUAWEICLOUD_SDK_IAM_ENDPOINT'],
      stsEndpoint: ['HUAWEICLOUD_SDK_STS_ENDPOINT']
    }
  },
  {
    title: 'HW_* (Terraform for Huawei Cloud)',
    names: {
      token: ['HW_AUTH_TOKEN'],
      accessKey: ['HW_ACCESS_KEY'],
      secretKey: ['HW_SECRET_KEY'],
      securityToken: ['HW_SECURITY_TOKEN'],
      username: ['HW_USER_NAME'],
      password: ['HW_USER_PASSWORD'],
      domainName: ['HW_DOMAIN_NAME'],
      projectId: ['HW_PROJECT_ID'],
      projectName: ['HW_PROJECT_NAME'],
      domainId: ['HW_DOMAIN_ID'],
      enterpriseProjectId: ['HW_ENTERPRISE_PROJECT_ID'],
      region: ['HW_REGION_NAME'],
      cloud: ['HW_CLOUD'],
      iamEndpoint: ['HW_AUTH_URL']
    }
  },
  {
    title: 'OS_* (OpenStack, Open Telekom Cloud)',
    names: {
      token: ['OS_TOKEN', 'OS_AUTH_TOKEN', 'OS_TOKEN_ID'],
      accessKey: ['OS_ACCESS_KEY', 'OS_ACCESS_KEY_ID', 'OS_AK'],
      secretKey: ['OS_SECRET_KEY', 'OS_ACCESS_KEY_SECRET', 'OS_SK'],
      securityToken: ['OS_SECURITY_TOKEN', 'OS_AKSK_SECURITY_TOKEN', 'OS_ST'],
      username: ['OS_USERNAME'],
      password: ['OS_PASSWORD'],
      domainName: ['OS_DOMAIN_NAME', 'OS_USER_DOMAIN_NAME', 'OS_PROJECT_DOMAIN_NAME'],
      projectId: ['OS_PROJECT_ID', 'OS_TENANT_ID'],
      projectName: ['OS_PROJECT_NAME', 'OS_TENANT_NAME'],
      domainId: ['OS_DOMAIN_ID', 'OS_USER_DOMAIN_ID', 'OS_PROJECT_DOMAIN_ID'],
      region: ['OS_REGION_NAME', 'OS_REGION', 'OS_REGION_ID'],
      iamEndpoint: ['OS_AUTH_URL']
    }
  }
];

/** Read because they were read from the beginning, and not documented: to the vendor's SDKs the name means nothing. */
export const undocumentedVariables: ReadonlySet<string> = new Set(['HUAWEICLOUD_SDK_REGION']);

/** The parts of each kind, in the order of preference. */
const shapes: readonly {
  readonly kind: CredentialKind;
  readonly needed: readonly CredentialPart[];
  readonly optional?: CredentialPart;
}[] = [
  {kind: 'token', needed: ['token']},
  {kind: 'access-key', needed: ['accessKey', 'secretKey'], optional: 'securityToken'},
  {kind: 'password', needed: ['username', 'password', 'domainName']},
  {kind: 'oidc-agency', needed: ['providerUrn', 'agencyUrn']},
  {kind: 'oidc-federation', needed: ['identityProvider']},
  {kind: 'ecs-agency', needed: ['ecsAgency']}
];

/** A kind of which at least one part is there. */
export interface BegunKind {
  readonly kind: CredentialKind;
  readonly given: readonly CredentialPart[];
  /** Empty when the kind is complete. */
  readonly missing: readonly CredentialPart[];
}

/** The kinds that are complete or begun, in the order of preference. */
export function kindsIn(parts: CredentialParts): readonly BegunKind[] {
  return shapes
    .map(({kind, needed, optional}) => ({
      kind,
      given: [...needed, ...(optional ? [optional] : [])].filter(part => parts[part] !== undefined),
      missing: needed.filter(part => parts[part] === undefined)
    }))
    .filter(({given}) => given.length > 0);
}

/** The credentials of a kind whose parts are complete. */
export function credentialsOf(kind: CredentialKind, parts: CredentialParts, audience: string): Credentials {
  const {token = '', accessKey = '', secretKey = '', securityToken} = parts;
  const {
    username = '',
    password = '',
    domainName = '',
    providerUrn = '',
    agencyUrn = '',
    identityProvider = ''
  } = parts;
  switch (kind) {
    case 'token':
      return {kind, token};
    case 'access-key':
      return {kind, accessKey, secretKey, securityToken};
    case 'password':
      return {kind, username, password, domainName};
    case 'oidc-agency':
      return {kind, providerUrn, agencyUrn, audience};
    case 'oidc-federation':
      return {kind, identityProvider, audience};
    case 'ecs-agency':
      return {kind};
    default:
      return kind satisfies never;
  }
}

/** Whether requests are signed by keys; else they carry a token, which is for a project or an account itself. */
export function signsRequests({kind}: Credentials): boolean {
  return kind === 'access-key' || kind === 'oidc-agency' || kind === 'ecs-agency';
}

/** How the log names a kind. */
export function describeCredentials(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'access-key':
      return credentials.securityToken === undefined ? 'access key' : 'temporary access key';
    case 'token':
      return 'token';
    case 'password':
      return 'password';
    case 'oidc-agency':
      return 'keyless: temporary keys from STS';
    case 'oidc-federation':
      return 'keyless: tokens from IAM';
    case 'ecs-agency':
      return "the ECS instance's agency";
    default:
      return credentials satisfies never;
  }
}
