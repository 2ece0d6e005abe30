/**
 * What the stand-in cloud lets in, and how a workflow hands it to the action. None of it is worth anything anywhere
 * else. What the cloud issues itself is in ledger.mjs.
 */
/** The region that the stand-in cloud pretends to be in. */
export const demoRegion = 'eu-de';

/** Values that the player shows as ***, as GitHub's log does. */
export const secretValues = new Set();
const secret = value => {
  secretValues.add(value);
  return value;
};

const account = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

export const demoCredentials = {
  accessKey: 'DEMOACCESSKEY0000000',
  secretKey: secret('demo-secret-key-that-opens-nothing-at-all'),
  token: secret('MIIDemoTokenThatOpensNothingAtAll'),
  temporary: {
    accessKey: 'DEMOTEMPAK0000000000',
    secretKey: secret('demo-secret-key-of-an-earlier-step-that-opens-nothing'),
    securityToken: secret('demo-security-token-that-opens-nothing-at-all')
  },
  user: {username: 'demo-user', password: secret('demo-password "that\\opens" nothing'), domainName: 'demo-account'},
  account,
  /** GitHub as an identity provider of this account: by STS v5, and by the older federation of IAM v3. */
  github: {
    providerUrn: `iam::${account}:oidcProvider:github`,
    agencyUrn: `iam::${account}:agency:wait`,
    identityProvider: 'github',
    audience: 'sts.huaweicloud.com',
    requestToken: secret('demo-id-token-request-token-that-opens-nothing')
  },
  projectId: 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: demoRegion,
  workspace: 'b8f6ad0b5a8b4c1f8e2a0d9c7b6e5f40'
};

/** The token of the step that starts a task: it outlives everything. */
export const starterToken = 'MIIDemoTokenOfTheStepBefore';

/** Stands for the address of the stand-in cloud, which is known once it runs. */
export const here = '<cloud>';

const {user, github, temporary, ...own} = demoCredentials;

/** On GitHub, the runner sets these for a job with `permissions: id-token: write`. */
const idTokens = {
  ACTIONS_ID_TOKEN_REQUEST_URL: `${here}/github/id-token?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: github.requestToken
};

/** The ways in: what stands under `with:`, and what is in the environment. */
export const waysIn = {
  'access-key': {inputs: {'access-key': own.accessKey, 'secret-key': own.secretKey}},
  'temporary-keys': {
    inputs: {
      'access-key': temporary.accessKey,
      'secret-key': temporary.secretKey,
      'security-token': temporary.securityToken
    }
  },
  token: {inputs: {token: own.token, 'iam-endpoint': here}},
  password: {
    inputs: {
      username: user.username,
      password: user.password,
      'domain-name': user.domainName,
      'iam-endpoint': here
    }
  },
  keyless: {
    inputs: {'provider-urn': github.providerUrn, 'agency-urn': github.agencyUrn, 'sts-endpoint': here},
    env: idTokens
  },
  'keyless-federation': {inputs: {'identity-provider': github.identityProvider, 'iam-endpoint': here}, env: idTokens},
  'instance-agency': {inputs: {'ecs-agency': 'true'}, env: {AWAIT_HUAWEI_CLOUD_TASK_METADATA_URL: here}},
  environment: {inputs: {}}
};

/** The same values with the cloud's address in its place, without those that are empty. */
export function settled(values, url) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, value.replaceAll(here, url)])
  );
}
