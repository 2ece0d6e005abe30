/** Exactly one kind; after the inputs are read nobody but the authorizer asks which. */
export type Credentials =
  | {
      readonly kind: 'access-key';
      readonly accessKey: string;
      readonly secretKey: string;
      readonly securityToken?: string | undefined;
    }
  | {readonly kind: 'token'; readonly token: string};

/** What is given of each kind in one place: the inputs, or one family of environment variables. */
export interface CredentialParts {
  readonly token?: string | undefined;
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
  readonly securityToken?: string | undefined;
}

/** One tool's names of environment variables; where a name has several spellings, the first that is set counts. */
export interface EnvironmentFamily {
  readonly title: string;
  readonly names: Readonly<Record<keyof CredentialParts | 'projectId' | 'region', readonly string[]>>;
}

/** In the order in which they are looked at. Never `AWS_*`: on runners these belong to another cloud. */
export const environmentFamilies: readonly EnvironmentFamily[] = [
  {
    title: 'HUAWEI_CLOUD_* (huaweicloud/auth-action)',
    names: {
      token: [],
      accessKey: ['HUAWEI_CLOUD_ACCESS_KEY_ID'],
      secretKey: ['HUAWEI_CLOUD_SECRET_ACCESS_KEY'],
      securityToken: [],
      projectId: ['HUAWEI_CLOUD_PROJECT_ID'],
      region: ['HUAWEI_CLOUD_REGION']
    }
  },
  {
    title: 'HUAWEICLOUD_SDK_* (the SDKs of Huawei Cloud)',
    names: {
      token: [],
      accessKey: ['HUAWEICLOUD_SDK_AK'],
      secretKey: ['HUAWEICLOUD_SDK_SK'],
      securityToken: ['HUAWEICLOUD_SDK_SECURITY_TOKEN'],
      projectId: ['HUAWEICLOUD_SDK_PROJECT_ID'],
      region: ['HUAWEICLOUD_SDK_REGION']
    }
  },
  {
    title: 'HW_* (Terraform for Huawei Cloud)',
    names: {
      token: ['HW_AUTH_TOKEN'],
      accessKey: ['HW_ACCESS_KEY'],
      secretKey: ['HW_SECRET_KEY'],
      securityToken: ['HW_SECURITY_TOKEN'],
      projectId: ['HW_PROJECT_ID'],
      region: ['HW_REGION_NAME']
    }
  },
  {
    title: 'OS_* (OpenStack, Open Telekom Cloud)',
    names: {
      token: ['OS_TOKEN', 'OS_AUTH_TOKEN'],
      accessKey: ['OS_ACCESS_KEY', 'OS_ACCESS_KEY_ID', 'OS_AK'],
      secretKey: ['OS_SECRET_KEY', 'OS_ACCESS_KEY_SECRET', 'OS_SK'],
      securityToken: ['OS_SECURITY_TOKEN', 'OS_AKSK_SECURITY_TOKEN', 'OS_ST'],
      projectId: ['OS_PROJECT_ID', 'OS_TENANT_ID'],
      region: ['OS_REGION_NAME', 'OS_REGION']
    }
  }
];

export type CredentialKind = Credentials['kind'];

/** The kinds that are complete, in the order of preference, and those of which only a part is there. */
export function kindsOf(parts: CredentialParts): {
  readonly complete: readonly Credentials[];
  readonly partial: readonly CredentialKind[];
} {
  const {token, accessKey, secretKey, securityToken} = parts;
  const complete: Credentials[] = [];
  if (token !== undefined) complete.push({kind: 'token', token});
  if (accessKey !== undefined && secretKey !== undefined) {
    complete.push({kind: 'access-key', accessKey, secretKey, securityToken});
    return {complete, partial: []};
  }
  const begun = accessKey !== undefined || secretKey !== undefined || securityToken !== undefined;
  return {complete, partial: begun ? ['access-key'] : []};
}

/** How the log names a kind. */
export function describeCredentials(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'access-key':
      return credentials.securityToken === undefined ? 'access key' : 'temporary access key';
    case 'token':
      return 'token';
    default:
      return credentials satisfies never;
  }
}
