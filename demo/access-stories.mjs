/**
 * Stories about credentials: the task is an import that runs and succeeds, and what differs is how the action gets in.
 *
 * Beside what every story has (stories.mjs), one of these has `access`, the way in (credentials.mjs); `inputs` and `env`
 * on top of it, where an empty text takes something away and `here` is the address of the cloud; and `cloud`, options of
 * createCloud.
 */
import {demoCredentials, demoRegion, here} from './credentials.mjs';

const {accessKey, secretKey, projectId} = demoCredentials;

/** Leaves it to the action to find the project of the region. */
const byRegion = {'project-id': '', region: demoRegion, 'iam-endpoint': here};

const imports = seconds => [
  {at: 0, status: 'RUNNING', subtasks: {'Import the job_batch job.': 'RUNNING'}},
  {at: seconds, status: 'SUCCESSFUL', subtasks: {'Import the job_batch job.': 'SUCCESSFUL'}}
];

const list = [
  {
    name: 'keyless',
    verdict: 'succeeded',
    best: true,
    access: 'keyless',
    description: "temporary keys of STS v5 for GitHub's id token; no secret is stored anywhere"
  },
  {
    name: 'keyless-federation',
    verdict: 'succeeded',
    best: true,
    access: 'keyless-federation',
    description: "an IAM token for GitHub's id token by IAM v3, as on Open Telekom Cloud; it brings the project id",
    inputs: byRegion
  },
  {
    name: 'expired-token-in-mid-wait',
    verdict: 'succeeded',
    best: true,
    access: 'keyless',
    description: 'sessions of four seconds in a wait of nine: they are renewed before they end',
    cloud: {lives: {keys: 4}},
    timeline: imports(9)
  },
  {
    name: 'revoked-in-mid-wait',
    verdict: 'succeeded',
    access: 'keyless-federation',
    description: 'a token that dies before its time (401 APIGW.0307) and is renewed once',
    weather: {2: {refuse: 'revoked'}}
  },
  {
    name: 'password',
    verdict: 'succeeded',
    best: true,
    access: 'password',
    description: 'a token by user and password, which brings the project id',
    inputs: byRegion
  },
  {
    name: 'password-renewed',
    verdict: 'succeeded',
    access: 'password',
    description: 'tokens of four seconds in a wait of nine',
    cloud: {lives: {token: 4}},
    timeline: imports(9)
  },
  {
    name: 'large-token',
    verdict: 'succeeded',
    access: 'password',
    description: 'a token of 20 KiB in one header',
    cloud: {tokenLength: 20 * 1024}
  },
  {
    name: 'instance-agency',
    verdict: 'succeeded',
    best: true,
    access: 'instance-agency',
    description: 'the keys of the agency of the ECS instance that the runner is, from its metadata service'
  },
  {
    name: 'instance-agency-older',
    verdict: 'succeeded',
    access: 'instance-agency',
    description: 'the same from a metadata service that has no tokens of its own (404), with keys of six seconds',
    cloud: {metadata: {tokenStatus: 404}, lives: {instance: 6}},
    timeline: imports(9)
  },
  {
    name: 'token',
    verdict: 'succeeded',
    access: 'token',
    description: 'a ready-made token that ends before the timeout: a warning at the start, and a good end in time',
    cloud: {lives: {ready: 30}}
  },
  {
    name: 'temporary-keys',
    verdict: 'succeeded',
    access: 'temporary-keys',
    description: 'temporary keys with their security token, from an earlier step'
  },
  {
    name: 'keys-of-an-earlier-step',
    verdict: 'succeeded',
    access: 'environment',
    description: 'keys, region and project as huaweicloud/auth-action leaves them in the environment',
    inputs: {'project-id': ''},
    env: {
      HUAWEI_CLOUD_ACCESS_KEY_ID: accessKey,
      HUAWEI_CLOUD_SECRET_ACCESS_KEY: secretKey,
      HUAWEI_CLOUD_REGION: demoRegion,
      HUAWEI_CLOUD_PROJECT_ID: projectId
    }
  },
  {
    name: 'project-by-region',
    verdict: 'succeeded',
    access: 'keyless',
    description: 'the project looked up by keys that may not search projects (403): the list that everybody may see',
    inputs: byRegion,
    cloud: {mayListProjects: false}
  },
  {
    name: 'clock-off',
    verdict: 'succeeded',
    access: 'access-key',
    description: "a runner whose clock is twenty minutes behind the cloud's: one refusal, and the clock is corrected",
    cloud: {clockOffsetMs: 20 * 60_000}
  },
  {
    name: 'sts-outage',
    verdict: 'succeeded',
    access: 'keyless',
    description: 'an error page and a cut answer of STS when the keys, good for six seconds, are to be renewed',
    cloud: {
      lives: {keys: 6},
      identityWeather: {assume: {2: {page: {http: 502, title: '502 Bad Gateway'}}, 3: {fault: 'cut'}}}
    },
    timeline: imports(9)
  },
  {
    name: 'trust-refused',
    verdict: 'denied',
    best: true,
    access: 'keyless',
    description: 'a pull request, which the trust policy of the agency does not name (403 STS5.1001)',
    cloud: {claims: {sub: 'repo:demo/demo:pull_request'}}
  },
  {
    name: 'wrong-audience',
    verdict: 'denied',
    access: 'keyless',
    description: 'an audience that the identity provider does not know (403 STS5.2001)',
    inputs: {audience: 'https://github.com/demo'}
  },
  {
    name: 'no-id-token-permission',
    verdict: 'denied',
    access: 'keyless',
    description: 'a job without permissions: id-token: write',
    env: {ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: ''}
  },
  {
    name: 'wrong-password',
    verdict: 'denied',
    access: 'password',
    description: 'a password that is wrong (401), asked once',
    inputs: {password: 'not-the-password-of-anybody'}
  },
  {
    name: 'instance-without-agency',
    verdict: 'denied',
    access: 'instance-agency',
    description: 'an instance that has no agency (401 from its metadata service)',
    cloud: {metadata: {agency: false}}
  },
  {
    name: 'token-expires',
    verdict: 'denied',
    access: 'token',
    description: 'a ready-made token that ends in mid-wait (401, "token expires"), as the warning at the start says',
    cloud: {lives: {ready: 5}},
    timeline: imports(60)
  },
  {
    name: 'temporary-keys-expire',
    verdict: 'denied',
    access: 'temporary-keys',
    description: 'temporary keys that end in mid-wait (401) and that nobody can renew',
    cloud: {lives: {ready: 5}},
    timeline: imports(60)
  },
  {
    name: 'echoing-cloud',
    verdict: 'denied',
    access: 'keyless',
    description: 'a refusal whose text repeats all headers of the request, secrets among them: the log stays clean',
    cloud: {
      echo: ({headers}) =>
        ` ${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join(' | ')}`
    },
    weather: {2: {refuse: 'revoked'}, 3: {refuse: 'revoked'}}
  },
  {
    name: 'no-project',
    verdict: 'error',
    access: 'access-key',
    description:
      'a region in which the account has only a project inside the usual one: the error lists what was found',
    inputs: byRegion,
    cloud: {projects: [{id: 'd0a7c6f1b2e34958a6b7c8d9e0f1a2b3', name: `${demoRegion}_team`, parent: projectId}]}
  },
  {
    name: 'half-a-kind',
    verdict: 'error',
    access: 'keyless',
    description: 'provider-urn without agency-urn: an input error, before anything is asked',
    inputs: {'agency-urn': ''}
  }
];

export const accessStories = list.map(story => ({group: 'credentials', timeline: imports(4), ...story}));
