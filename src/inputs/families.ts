import type {Words} from '../words/en.ts';
import type {InputName} from './table.ts';

/** What a variable of the environment stands for: an input, or the name of a project, which is no input. */
export type VariableOf = InputName | 'project-name';

/** One tool's names of environment variables; where a name has several spellings, the first that is set counts. */
export interface EnvironmentFamily {
  readonly title: keyof Words['kinds']['families'];
  readonly names: Readonly<Partial<Record<VariableOf, readonly string[]>>>;
}

/** In the order in which they are read. Never `AWS_*`: on runners these belong to another cloud. */
export const environmentFamilies: readonly EnvironmentFamily[] = [
  {
    title: 'authAction',
    names: {
      'access-key': ['HUAWEI_CLOUD_ACCESS_KEY_ID'],
      'secret-key': ['HUAWEI_CLOUD_SECRET_ACCESS_KEY'],
      'project-id': ['HUAWEI_CLOUD_PROJECT_ID'],
      region: ['HUAWEI_CLOUD_REGION']
    }
  },
  {
    title: 'sdk',
    names: {
      'access-key': ['HUAWEICLOUD_SDK_AK'],
      'secret-key': ['HUAWEICLOUD_SDK_SK'],
      'security-token': ['HUAWEICLOUD_SDK_SECURITY_TOKEN'],
      'provider-urn': ['HUAWEICLOUD_OIDC_PROVIDER_URN'],
      'agency-urn': ['HUAWEICLOUD_OIDC_AGENCY_URN'],
      'project-id': ['HUAWEICLOUD_SDK_PROJECT_ID'],
      'domain-id': ['HUAWEICLOUD_SDK_DOMAIN_ID'],
      'iam-endpoint': ['HUAWEICLOUD_SDK_IAM_ENDPOINT'],
      'sts-endpoint': ['HUAWEICLOUD_SDK_STS_ENDPOINT']
    }
  },
  {
    title: 'terraform',
    names: {
      token: ['HW_AUTH_TOKEN'],
      'access-key': ['HW_ACCESS_KEY'],
      'secret-key': ['HW_SECRET_KEY'],
      'security-token': ['HW_SECURITY_TOKEN'],
      username: ['HW_USER_NAME'],
      password: ['HW_USER_PASSWORD'],
      'domain-name': ['HW_DOMAIN_NAME'],
      'project-id': ['HW_PROJECT_ID'],
      'project-name': ['HW_PROJECT_NAME'],
      'domain-id': ['HW_DOMAIN_ID'],
      'enterprise-project-id': ['HW_ENTERPRISE_PROJECT_ID'],
      region: ['HW_REGION_NAME'],
      cloud: ['HW_CLOUD'],
      'iam-endpoint': ['HW_AUTH_URL']
    }
  },
  {
    title: 'openStack',
    names: {
      token: ['OS_TOKEN', 'OS_AUTH_TOKEN', 'OS_TOKEN_ID'],
      'access-key': ['OS_ACCESS_KEY', 'OS_ACCESS_KEY_ID', 'OS_AK'],
      'secret-key': ['OS_SECRET_KEY', 'OS_ACCESS_KEY_SECRET', 'OS_SK'],
      'security-token': ['OS_SECURITY_TOKEN', 'OS_AKSK_SECURITY_TOKEN', 'OS_ST'],
      username: ['OS_USERNAME'],
      password: ['OS_PASSWORD'],
      'domain-name': ['OS_DOMAIN_NAME', 'OS_USER_DOMAIN_NAME', 'OS_PROJECT_DOMAIN_NAME'],
      'project-id': ['OS_PROJECT_ID', 'OS_TENANT_ID'],
      'project-name': ['OS_PROJECT_NAME', 'OS_TENANT_NAME'],
      'domain-id': ['OS_DOMAIN_ID', 'OS_USER_DOMAIN_ID', 'OS_PROJECT_DOMAIN_ID'],
      region: ['OS_REGION_NAME', 'OS_REGION', 'OS_REGION_ID'],
      'iam-endpoint': ['OS_AUTH_URL']
    }
  }
];
