// Runs the workflows of examples/, and those and the steps that stand in the README and in docs/, by act against the demo
// cloud, and checks which steps ran and how each run ended.
// node check-examples.mjs <empty folder> [<part of an example's name>]
// It needs act, bash, curl, git and jq, and runs them in the environment that it was given.
//
// In each example it replaces, by rules and not by hand: the addresses of the cloud and of GitHub's API, the archives by
// those that choose a story, and what `changes` of a run names. The action is put in place of OWNER/… by act itself, and
// in the same way stand-ins for the vendor's two actions, which need the real cloud.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {cp, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';
import {demoCredentials} from '../demo/credentials.mjs';
import {listen} from '../demo/listen.mjs';
import {startCloud, startTask} from '../demo/server.mjs';
import {stories} from '../demo/stories.mjs';

/** Most of a run is waiting. */
const atOnce = Math.max(4, availableParallelism());
const runTimeoutMs = 120_000;
const githubToken = 'demo-github-token-that-opens-nothing';
const account = demoCredentials.account;

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder, only = ''] = process.argv.slice(2);

const idToken = url => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/github/id-token?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: demoCredentials.github.requestToken
});
const trustAgency = {'agency:github-wait': 'agency:wait'};
const started = ['Start the import', 'Wait for the import'];
const checked = ['Refuse a run without secrets', 'Start the check', 'Wait for the check'];
const removed = ['Delete the instance', 'Wait until it is gone', 'Stop unless it is gone'];
const three = step => [step, step, step];

/**
 * The runs. `ran` are the steps that must have run, no others; `verdicts` those of our action. `archives` replace the
 * ones in the example, `says` are texts that the log must have, `task` is the story of the task that was started before
 * and whose id is the input task-id, or the variable `idIn`; `inputs` are given to our action beside those of the example.
 * A wait until something is gone takes half a minute: such a run (`isLong`) begins before the others.
 */
const runs = [
  {
    example: 'dataarts-import',
    archives: {jobs: 'succeeds'},
    ran: [...started, 'Deploy'],
    verdicts: ['succeeded']
  },
  {
    example: 'dataarts-import',
    archives: {jobs: 'fails'},
    ran: [...started, 'Tell what went wrong'],
    verdicts: ['failed']
  },
  {
    example: 'taurusdb-create',
    vars: {TAURUSDB_INSTANCE: '{"name": "succeeds"}'},
    ran: ['Create the instance', 'Wait for the instance', 'Migrate'],
    verdicts: ['succeeded']
  },
  {
    example: 'taurusdb-create',
    vars: {TAURUSDB_INSTANCE: '{"name": "fails"}'},
    ran: ['Create the instance', 'Wait for the instance'],
    verdicts: ['failed']
  },
  {
    example: 'codearts-check',
    vars: {CHECK_TASK_ID: '0'.repeat(32)},
    ran: [...checked, 'Count the issues'],
    verdicts: ['succeeded']
  },
  {
    example: 'codearts-check',
    why: 'with issues',
    vars: {CHECK_TASK_ID: '3'.repeat(32)},
    ran: [...checked, 'Count the issues'],
    verdicts: ['succeeded'],
    red: true
  },
  {
    example: 'codearts-check',
    why: 'without a number of issues',
    vars: {CHECK_TASK_ID: 'a'.repeat(32)},
    ran: [...checked, 'Count the issues'],
    verdicts: ['succeeded'],
    red: true
  },
  {
    example: 'codearts-check',
    vars: {CHECK_TASK_ID: 'f'.repeat(32)},
    changes: {'/run"': '/run?play=fails"'},
    ran: checked,
    verdicts: ['failed']
  },
  {
    example: 'codearts-check',
    why: 'from a fork',
    vars: {CHECK_TASK_ID: '0'.repeat(32)},
    secrets: {HUAWEICLOUD_TOKEN: ''},
    ran: checked.slice(0, 1),
    verdicts: [],
    red: true
  },
  {
    example: 'many-tasks-matrix',
    changes: {'[orders, customers, invoices]': '[succeeds, appears-late, success-before-subtasks]'},
    ran: [...three('Start the import'), ...three('Wait for the import'), 'Deploy'],
    verdicts: three('succeeded')
  },
  {
    example: 'many-tasks-matrix',
    changes: {'[orders, customers, invoices]': '[succeeds, fails, appears-late]'},
    ran: [...three('Start the import'), ...three('Wait for the import')],
    verdicts: ['failed', 'succeeded', 'succeeded']
  },
  {
    example: 'many-tasks-one-step',
    archives: {orders: 'succeeds', customers: 'appears-late', invoices: 'success-before-subtasks'},
    ran: ['Start the imports', 'Wait for the imports', 'Deploy'],
    verdicts: ['succeeded'],
    tasks: three('succeeded')
  },
  {
    example: 'many-tasks-one-step',
    archives: {orders: 'succeeds', customers: 'fails', invoices: 'appears-late'},
    ran: ['Start the imports', 'Wait for the imports', 'Tell which did not succeed'],
    verdicts: ['failed'],
    tasks: ['failed', 'succeeded', 'succeeded']
  },
  {
    example: 'css-index',
    vars: {CSS_CLUSTER: '{"cluster": {"name": "succeeds"}}'},
    inputs: {settle: '2s'},
    ran: ['Create the cluster', 'Wait for the cluster', 'Create the index'],
    verdicts: ['succeeded']
  },
  {
    example: 'css-index',
    vars: {CSS_CLUSTER: '{"cluster": {"name": "fails"}}'},
    inputs: {settle: '2s'},
    ran: ['Create the cluster', 'Wait for the cluster'],
    verdicts: ['failed']
  },
  {
    example: 'recreate-instance',
    isLong: true,
    task: 'dcs-instance/succeeds',
    idIn: 'DCS_INSTANCE_ID',
    vars: {DCS_INSTANCE: '{"name": "succeeds"}'},
    inputs: {settle: '2s'},
    ran: [...removed, 'Create the instance', 'Wait for the instance'],
    verdicts: ['succeeded', 'succeeded']
  },
  {
    example: 'recreate-instance',
    why: 'gone too soon',
    task: 'dcs-instance/succeeds',
    idIn: 'DCS_INSTANCE_ID',
    vars: {DCS_INSTANCE: '{"name": "fails"}'},
    changes: {'--request DELETE "$url"': '--request DELETE "$url?play=never-seen"'},
    inputs: {settle: '2s', 'not-found-grace': '3s'},
    ran: [...removed, 'Create the instance', 'Wait for the instance'],
    verdicts: ['not-found', 'failed']
  },
  {
    example: 'recreate-instance',
    why: 'an instance that stays',
    task: 'dcs-instance/succeeds',
    idIn: 'DCS_INSTANCE_ID',
    vars: {DCS_INSTANCE: '{"name": "succeeds"}'},
    changes: {'--request DELETE "$url"': '--request DELETE "$url?play=succeeds"'},
    inputs: {timeout: '5s'},
    ran: removed,
    verdicts: ['timed-out']
  },
  {
    example: 'two-jobs',
    archives: {jobs: 'succeeds'},
    ran: [...started, 'Deploy'],
    verdicts: ['succeeded']
  },
  {example: 'two-jobs', archives: {jobs: 'fails'}, ran: started, verdicts: ['failed']},
  ...['succeeds', 'fails'].flatMap(story => [
    {
      example: 'auth-action',
      task: `taurusdb/${story}`,
      vars: {TASK_REGION: demoCredentials.region},
      ran: ['Log in to Huawei Cloud', 'Wait for the instance', ...(story === 'succeeds' ? ['Deploy'] : [])],
      verdicts: [story === 'succeeds' ? 'succeeded' : 'failed']
    },
    {
      example: 'koocli',
      vars: {ECS_SERVER: `{"server": {"name": "${story}"}}`},
      ran: ['Set up KooCLI', 'Create the servers', 'Wait for the servers', ...(story === 'succeeds' ? ['Deploy'] : [])],
      verdicts: [story === 'succeeds' ? 'succeeded' : 'failed']
    },
    {
      example: 'keyless-environment',
      task: `taurusdb/${story}`,
      vars: {HUAWEICLOUD_ACCOUNT_ID: account},
      changes: trustAgency,
      keyless: true,
      ran: ['Wait for the instance', ...(story === 'succeeds' ? ['Deploy'] : [])],
      verdicts: [story === 'succeeds' ? 'succeeded' : 'failed']
    },
    {
      example: 'private-network',
      task: `dataarts-studio/${story}`,
      // Node warns where the file is missing, and goes on.
      ran: ['Wait for the import', ...(story === 'succeeds' ? ['Deploy'] : [])],
      verdicts: [story === 'succeeds' ? 'succeeded' : 'failed']
    },
    {
      example: 'open-telekom-cloud',
      archives: {jobs: story},
      keyless: true,
      ran: ['Get a token', ...started, ...(story === 'succeeds' ? ['Deploy'] : [])],
      verdicts: [story === 'succeeds' ? 'succeeded' : 'failed']
    }
  ]),
  ...['succeeds', 'fails'].map(story => ({
    example: 'rfs-stack',
    vars: {RFS_STACK: 'net', RFS_TEMPLATE_URI: 'https://my-bucket.obs.example/net.zip'},
    // The name cannot choose the story. What is seen late is believed sooner.
    changes: {
      '/deployments"': `/deployments?play=${story}"`,
      'service: rfs-stack': 'service: rfs-stack\n          settle: 5s'
    },
    ran: [
      ...['Start the deployment', 'Wait for the stack'],
      story === 'succeeds' ? 'Deploy the application' : 'Tell which resources failed'
    ],
    verdicts: [story === 'succeeds' ? 'succeeded' : 'failed'],
    says:
      story === 'succeeds'
        ? []
        : [
            'huaweicloud_vpc network, CREATION_FAILED: The quota of VPCs is exceeded.',
            'huaweicloud_compute_instance web[1], UPDATE_FAILED: The flavor is sold out.'
          ]
  })),
  ...[
    ['succeeds', 'succeeds'],
    ['fails', 'succeeds'],
    ['succeeds', 'fails'],
    ['fails', 'fails']
  ].map(stories => {
    const verdicts = stories.map(story => (story === 'succeeds' ? 'succeeded' : 'failed'));
    const isGreen = !verdicts.includes('failed');
    return {
      example: 'two-services',
      vars: {ECS_SERVERS: `{"server": {"name": "${stories[0]}"}}`, TAURUSDB_INSTANCE: `{"name": "${stories[1]}"}`},
      ran: [
        ...['Create both', 'Wait for the servers', 'Wait for the database'],
        isGreen ? 'Deploy' : 'Tell how both ended'
      ],
      verdicts,
      says: isGreen ? [] : [new RegExp(`Servers: ${verdicts[0]}\\. .*Database: ${verdicts[1]}\\. `)]
    };
  }),
  {
    example: 'keyless-environment',
    why: 'another agency',
    task: 'taurusdb/succeeds',
    vars: {HUAWEICLOUD_ACCOUNT_ID: account},
    keyless: true,
    ran: ['Wait for the instance'],
    verdicts: ['denied']
  }
];

/** The YAML of a document. Those without a workflow or steps are held by the tests. */
async function blocksOf(file) {
  const text = await readFile(join(root, file), 'utf8');
  return [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, block]) => block);
}

const needsRun = block => /^ *(- )?(uses|run):/m.test(block);

/**
 * Runs of what stands in documents, by file and number of the block: a workflow, or steps, which are put together and come
 * after one that leaves outputs. `before` has them by the id of that step: each is a story, whose task was started.
 */
const runsOfDocuments = [
  ...['succeeds', 'fails'].map(story => ({
    blocks: ['README.md 0'],
    archives: {jobs: story},
    ran: [...started, ...(story === 'succeeds' ? ['Deploy'] : [])],
    verdicts: [story === 'succeeds' ? 'succeeded' : 'failed']
  })),
  {
    blocks: ['README.md 1'],
    // A step without a name has that of what it runs.
    ran: [
      'answer=$(curl --silent --show-error "$CLOUD/v1/$PROJECT_ID/jobs/import" --header "X-Auth-Token: $TOKEN" \\',
      'OWNER/await-huawei-cloud-task@v1',
      'echo "The gate is open."'
    ],
    verdicts: ['succeeded']
  },
  {
    blocks: ['docs/sign-in.md 0'],
    task: 'taurusdb/succeeds',
    vars: {HUAWEICLOUD_ACCOUNT_ID: account},
    changes: trustAgency,
    keyless: true,
    ran: ['Wait for the instance', 'Deploy'],
    verdicts: ['succeeded']
  },
  {
    blocks: ['README.md 2'],
    before: {
      'create-orders': {'task-id': 'taurusdb/succeeds'},
      'create-billing': {'task-id': 'taurusdb/fails'}
    },
    ran: ['Wait for both instances'],
    verdicts: ['failed'],
    tasks: ['succeeded', 'failed']
  },
  ...['succeeds', 'fails'].map(story => ({
    blocks: ['README.md 3'],
    before: {create: {servers: 'ecs/succeeds', database: `taurusdb/${story}`}},
    ran: ['Wait for the servers', 'Wait for the database', ...(story === 'succeeds' ? ['Deploy'] : [])],
    verdicts: ['succeeded', story === 'succeeds' ? 'succeeded' : 'failed']
  })),
  {
    blocks: ['docs/custom.md 0'],
    before: {create: {'job-id': 'dcs/succeeds'}},
    endpoint: 'github',
    ran: ['Wait for the instance'],
    verdicts: ['succeeded']
  },
  {
    blocks: ['docs/resources.md 0'],
    before: {create: {'cluster-id': 'css-cluster/succeeds'}},
    ran: ['Wait for the cluster'],
    verdicts: ['succeeded']
  },
  {
    blocks: ['docs/resources.md 1'],
    isLong: true,
    before: {delete: {'instance-id': 'dcs-instance/gone'}},
    ran: ['Wait until the instance is deleted'],
    verdicts: ['succeeded']
  },
  {
    blocks: ['docs/sign-in.md 1', 'docs/how-it-waits.md 0', 'docs/troubleshooting.md 0'],
    before: {import: {'task-id': 'dataarts-studio/fails'}},
    keyless: true,
    ran: ['Wait for the import', 'Tell which ones failed', 'Tell what went wrong'],
    verdicts: ['failed'],
    says: [/: failed: .*dws_prod does not exist/, /^Not deployed \(failed\): /]
  },
  ...['docs/sign-in.md 2', 'docs/sign-in.md 3'].map(login => ({
    blocks: [login, 'docs/sign-in.md 1'],
    before: {import: {'task-id': 'dataarts-studio/succeeds'}},
    vars: {HUAWEICLOUD_ACCOUNT: demoCredentials.user.domainName, HUAWEICLOUD_IAM_USER: demoCredentials.user.username},
    secrets: {HUAWEICLOUD_PASSWORD: demoCredentials.user.password},
    keyless: true,
    ran: ['Get a token', 'Wait for the import'],
    verdicts: ['succeeded']
  }))
].map(run => ({
  example: run.blocks.join(' and '),
  ...run,
  ran: [...Object.keys(run.before ?? {}).map(id => `Leave the outputs of ${id}`), ...run.ran]
}));

/** The text of what a run plays. */
async function textOf({example, blocks, before}, cloud) {
  if (blocks === undefined) return await readFile(join(root, 'examples', `${example}.yml`), 'utf8');
  const texts = await Promise.all(
    blocks.map(async block => {
      const [file, number] = block.split(' ');
      return (await blocksOf(file))[number];
    })
  );
  if (before === undefined) return texts.join('');
  const steps = [];
  for (const [id, outputs] of Object.entries(before)) {
    steps.push(`      - name: Leave the outputs of ${id}\n        id: ${id}\n        run: |\n`);
    for (const [name, story] of Object.entries(outputs)) {
      steps.push(`          echo '${name}=${await startedTask(story, cloud)}' >> "$GITHUB_OUTPUT"\n`);
    }
  }
  return `on: workflow_dispatch
permissions:
  id-token: write
env:
  REGION: cn-north-4
  CLOUD: myhuaweicloud.com
  PROJECT_ID: \${{ vars.HUAWEICLOUD_PROJECT_ID }}
  WORKSPACE: ''
  HW_AUTH_TOKEN: \${{ secrets.HUAWEICLOUD_TOKEN }}
jobs:
  steps:
    runs-on: ubuntu-latest
    steps:
${[...steps, ...texts].join('').replaceAll('cn-north-4', demoCredentials.region)}`;
}

async function startedTask(task, cloud) {
  const [service, name] = task.split('/');
  const {taskId} = await startTask(
    cloud.url,
    stories.find(story => story.service === service && story.name === name)
  );
  return taskId;
}

const find = 'Find what waits';
const poll = [find, 'Poll once'];
const over = [...poll, 'Note that it is over'];
const ended = 'Note how the deployment ended';

/** Runs of scheduled-poll, one after the other: `after` are the states of the note. */
const scheduled = {
  'an import that succeeds': [
    {event: 'schedule', ran: [find], verdicts: [], after: []},
    {
      event: 'workflow_dispatch',
      archives: {jobs: 'succeeds'},
      ran: ['Start the import', 'Note its id'],
      verdicts: [],
      after: ['']
    },
    {event: 'schedule', ran: poll, verdicts: ['unfinished'], red: false, after: ['']},
    {
      event: 'schedule',
      minutes: 15,
      ran: [...over, 'Deploy', ended],
      verdicts: ['succeeded'],
      after: ['in_progress success']
    },
    {event: 'schedule', ran: [find], verdicts: [], after: ['in_progress success']}
  ],
  'an import that fails': [
    {
      event: 'workflow_dispatch',
      archives: {jobs: 'fails'},
      ran: ['Start the import', 'Note its id'],
      verdicts: [],
      after: ['']
    },
    {
      event: 'schedule',
      minutes: 15,
      ran: [...over, 'Tell what went wrong'],
      verdicts: ['failed'],
      after: ['failure']
    },
    {event: 'schedule', ran: [find], verdicts: [], after: ['failure']}
  ],
  'a deployment that fails, and one whose poll is refused': [
    {
      event: 'workflow_dispatch',
      archives: {jobs: 'succeeds'},
      ran: ['Start the import', 'Note its id'],
      verdicts: [],
      after: ['']
    },
    {
      event: 'schedule',
      why: 'refused',
      minutes: 15,
      secrets: {HUAWEICLOUD_ACCESS_KEY: 'UNKNOWNKEY0000000000'},
      ran: [...poll, 'Tell what went wrong'],
      verdicts: ['denied'],
      after: ['']
    },
    {
      event: 'schedule',
      changes: {'run: echo "The import has succeeded. Deploy here."': 'run: exit 1'},
      ran: [...over, 'Deploy', ended],
      verdicts: ['succeeded'],
      red: true,
      after: ['in_progress failure']
    },
    {event: 'schedule', ran: [find], verdicts: [], after: ['in_progress failure']}
  ]
};

/**
 * What the demo cloud lacks: deployments as GitHub's API has them, the number of issues that a check has found, and the
 * service that docs/custom.md defines.
 */
async function startGithub() {
  const deployments = [];
  const answer = (method, url, body) => {
    const [, , , , , id, statuses] = url.pathname.split('/');
    const deployment = deployments.find(one => String(one.id) === id);
    if (url.pathname.endsWith('/defects-summary')) {
      const issues = Number.parseInt(url.pathname.split('/')[3][0], 10);
      return [200, Number.isNaN(issues) ? {} : {issue_count: issues, last_check_time: '2026-01-01 00:00:00'}];
    }
    const [, job] = /^\/v3\/[^/]+\/jobs\/([^/]+)$/.exec(url.pathname) ?? [];
    if (job !== undefined) return [200, {job: {id: job, status: 'Completed'}}];
    if (method === 'PUT' && url.pathname === '/search/orders') return [200, {acknowledged: true, index: 'orders'}];
    if (!/^\/repos\/[^/]+\/[^/]+\/deployments(\/|$)/.test(url.pathname)) return [404, {message: 'Not Found'}];
    if (statuses !== undefined) {
      if (deployment === undefined) return [404, {message: 'Not Found'}];
      if (method === 'GET') return [200, deployment.statuses.toReversed()];
      // Otherwise a success ends all older deployments of the environment.
      assert.equal(body.auto_inactive, false, 'auto_inactive');
      deployment.statuses.push(body);
      return [201, body];
    }
    if (method === 'POST') {
      const made = {...body, id: deployments.length + 1, statuses: []};
      deployments.push(made);
      return [201, made];
    }
    const wanted = ['task', 'environment'].every(key => url.searchParams.has(key));
    assert.ok(wanted, `which deployments: ${url}`);
    const found = deployments.filter(one =>
      ['task', 'environment'].every(key => one[key] === url.searchParams.get(key))
    );
    return [200, found.toReversed().map(({statuses: _, ...shown}) => shown)];
  };
  const server = await listen((response, {method, url, headers}, text) => {
    const isOfSearch = url.startsWith('/search/');
    const isKnown =
      isOfSearch ||
      [`Bearer ${githubToken}`, demoCredentials.token].some(value =>
        [headers.authorization, headers['x-auth-token']].includes(value)
      );
    const [status, body] = isKnown
      ? answer(method, new URL(url, 'http://github'), text === '' ? {} : JSON.parse(text))
      : [401, {message: 'Bad credentials'}];
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
  });
  return {
    url: server.url,
    stop: server.stop,
    states: () => deployments.map(({statuses}) => statuses.map(({state}) => state).join(' '))
  };
}

/** Replaces each key by its value, and insists on finding it. */
function changed(text, changes) {
  return Object.entries(changes).reduce((rest, [from, to]) => {
    assert.ok(rest.includes(from), `the example has no ${from}`);
    return rest.replaceAll(from, to);
  }, text);
}

/** The example with the addresses of the stand-ins. */
function pointed(text, {cloud, github, endpoint = 'cloud', archives = {}, changes = {}, inputs = {}}) {
  const ours = 'uses: OWNER/await-huawei-cloud-task@v1\n        with:\n';
  assert.ok(text.includes(ours), 'the example does not use this action');
  const more = {
    'iam-endpoint': cloud.url,
    'sts-endpoint': cloud.url,
    'min-interval': '1s',
    ...inputs,
    ...(/^ {10}endpoint:/m.test(text) ? {} : {endpoint: {cloud, github}[endpoint].url})
  };
  const lines = Object.entries(more).map(([name, value]) => `          ${name}: '${value}'\n`);
  const named = Object.entries(archives).map(([from, to]) => [`obs://my-bucket/${from}.zip`, `obs://demo/${to}.zip`]);
  const result = changed(text, {...changes, ...Object.fromEntries(named)})
    .replaceAll(ours, ours + lines.join(''))
    .replaceAll(/https:\/\/[a-z-]+\.\$REGION\.\$CLOUD(\S*\/defects-summary)/g, `${github.url}$1`)
    .replaceAll(/https:\/\/[a-z-]+\.\$REGION\.\$CLOUD/g, cloud.url)
    .replaceAll('http://$address', `${github.url}/search`)
    .replaceAll('http://127.0.0.1:8642', cloud.url)
    .replaceAll('obs://my-bucket/', 'obs://demo/')
    // act has no concurrency, and takes a new key of it for a mistake.
    .replaceAll(/^ *queue: max\n/gm, '')
    .replaceAll(/\$\{\{ github\.api_url \}\}/g, github.url);
  const code = result.replaceAll(/^ *#.*$/gm, '');
  assert.doesNotMatch(code, /https:\/\//, 'an address that is not replaced');
  return result;
}

/** What stands in for the vendor's actions: they leave what the real ones leave. */
const vendors = {
  'huaweicloud/auth-action': () => `
name: auth-action
description: Leaves the environment variables of huaweicloud/auth-action, and masks what it masks
inputs:
  access_key_id: {description: id, required: true}
  secret_access_key: {description: key, required: true}
  region: {description: region, required: true}
  project_id: {description: project, required: false}
runs:
  using: composite
  steps:
    - shell: bash
      env:
        AK: \${{ inputs.access_key_id }}
        SK: \${{ inputs.secret_access_key }}
        REGION: \${{ inputs.region }}
        PROJECT: \${{ inputs.project_id }}
      run: |
        for value in "$AK" "$SK" "$REGION" "$PROJECT"; do echo "::add-mask::$value"; done
        echo "HUAWEI_CLOUD_ACCESS_KEY_ID=$AK" >> "$GITHUB_ENV"
        echo "HUAWEI_CLOUD_SECRET_ACCESS_KEY=$SK" >> "$GITHUB_ENV"
        echo "HUAWEI_CLOUD_REGION=$REGION" >> "$GITHUB_ENV"
        echo "HUAWEI_CLOUD_PROJECT_ID=$PROJECT" >> "$GITHUB_ENV"
`,
  'huaweicloud/huaweicloud-cli-action': ({url}) => `
name: huaweicloud-cli-action
description: Puts an hcloud into the path that knows one command
inputs:
  access_key: {description: id, required: false}
  secret_key: {description: key, required: false}
  region: {description: region, required: false}
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        mkdir -p "$RUNNER_TEMP/koocli"
        cat > "$RUNNER_TEMP/koocli/hcloud" << 'END'
        #!/usr/bin/env bash
        set -eu
        test "$1 $2" = 'ECS CreateServers'
        for option in "\${@:3}"; do
          case $option in --cli-jsonInput=*) file=\${option#*=} ;; --cli-region=*) ;; *) exit 2 ;; esac
        done
        curl --silent --fail "${url}/v1.1/$(jq -r .path.project_id "$file")/cloudservers" \\
          --header 'X-Auth-Token: ${demoCredentials.token}' --json "$(jq .body "$file")"
        END
        chmod +x "$RUNNER_TEMP/koocli/hcloud"
        echo "$RUNNER_TEMP/koocli" >> "$GITHUB_PATH"
`
};

/** Runs a program, and ends it with all that it started when it takes too long. */
function execute(program, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true});
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), runTimeoutMs);
    let stdout = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      all += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({code: code ?? signal, stdout, all});
    });
  });
}

async function git(cwd, ...args) {
  const {code, all} = await execute('git', args, cwd);
  assert.equal(code, 0, `git ${args.join(' ')}: ${all}`);
}

let count = 0;
const failures = [];
const covered = new Set();

/** Runs an example once, in a repository of its own. */
async function play(run, {cloud, github}) {
  const startedMs = performance.now();
  count += 1;
  const name = [run.example, run.event, run.why, run.verdicts.join(' ')].filter(Boolean).join(', ');
  const own = join(folder, String(count));
  const repository = join(own, 'repository');
  await mkdir(join(repository, '.github/workflows'), {recursive: true});
  const original = await textOf(run, cloud);
  const workflow = join(repository, '.github/workflows/example.yml');
  await writeFile(workflow, pointed(original, {...run, cloud, github}));
  await git(repository, 'init', '--quiet', '--initial-branch=main');
  await git(repository, 'remote', 'add', 'origin', 'https://github.com/demo/demo');
  await git(repository, 'add', '.');
  const author = ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com'];
  await git(repository, ...author, 'commit', '--quiet', '--message', run.example);

  const local = [`OWNER/await-huawei-cloud-task@v1=${join(folder, 'action')}`];
  for (const [, vendor, sha] of original.matchAll(/uses: (huaweicloud\/[a-z-]+)@([0-9a-f]{40})/g)) {
    const stand = join(own, vendor);
    await mkdir(stand, {recursive: true});
    await writeFile(join(stand, 'action.yml'), vendors[vendor](cloud).trimStart());
    local.push(`${vendor}@${sha}=${stand}`);
  }
  const inputs = {};
  const vars = {};
  if (run.task !== undefined) {
    const taskId = await startedTask(run.task, cloud);
    if (run.idIn) vars[run.idIn] = taskId;
    else inputs['task-id'] = taskId;
  }
  const event = run.event ?? /^on: (\w+)$/m.exec(original)?.[1] ?? 'workflow_dispatch';
  const flags = {
    var: {
      HUAWEICLOUD_PROJECT_ID: demoCredentials.projectId,
      SERVICE_ENDPOINT: cloud.url,
      ...run.vars,
      ...vars
    },
    secret: {
      GITHUB_TOKEN: githubToken,
      HUAWEICLOUD_TOKEN: demoCredentials.token,
      HUAWEICLOUD_ACCESS_KEY: demoCredentials.accessKey,
      HUAWEICLOUD_SECRET_KEY: demoCredentials.secretKey,
      TAURUSDB_PASSWORD: 'demo-database-password',
      ...run.secrets
    },
    input: inputs,
    env: run.keyless ? idToken(cloud.url) : {}
  };
  const {code, stdout, all} = await execute(
    'act',
    [
      event,
      ...['--workflows', workflow, '--json', '--rm', '--no-recurse', '--pull=false', '--no-cache-server'],
      ...['--action-offline-mode', '--action-cache-path', join(own, 'cache'), '--container-daemon-socket', '-'],
      ...['ubuntu-latest', 'self-hosted', 'linux'].flatMap(label => ['--platform', `${label}=-self-hosted`]),
      ...local.flatMap(one => ['--local-repository', one]),
      ...Object.entries(flags).flatMap(([flag, values]) =>
        Object.entries(values).flatMap(([key, value]) => [`--${flag}`, `${key}=${value}`])
      )
    ],
    repository
  );

  const events = stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));
  const mark = '⭐ Run Main ';
  const seen = {
    ran: events
      .filter(({raw_output, msg, stepID}) => !raw_output && msg.startsWith(mark) && stepID?.length === 1)
      .map(({msg}) => msg.slice(mark.length).trim().split('\n', 1)[0]),
    verdicts: events
      .filter(({command, name: output}) => command === 'set-output' && output === 'status')
      .map(({arg}) => arg),
    tasks: events
      .filter(({command, name: output}) => command === 'set-output' && output === 'tasks')
      .flatMap(({arg}) => JSON.parse(arg).map(({status}) => status)),
    red: code !== 0,
    after: github.states(),
    silent: (run.says ?? []).filter(text => !events.some(({msg}) => (text.test ? text.test(msg) : msg.includes(text))))
  };
  const wanted = {
    ran: run.ran,
    verdicts: run.verdicts,
    tasks: run.tasks ?? run.verdicts,
    red: run.red ?? run.verdicts.some(verdict => verdict !== 'succeeded'),
    after: run.after ?? [],
    silent: []
  };
  const sorted = ({ran, verdicts, tasks, ...others}) => ({
    ran: ran.toSorted(),
    verdicts: verdicts.toSorted(),
    tasks: tasks.toSorted(),
    ...others
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  try {
    assert.deepEqual(sorted(seen), sorted(wanted));
    for (const part of run.blocks ?? [run.example]) covered.add(part);
    console.log(`ok     ${name} → ${seen.red ? 'red' : 'green'}, ${seconds} s`);
  } catch (error) {
    failures.push(name);
    const log = events.map(
      ({stepID, msg}) => `  ${(stepID ?? []).join('/').padEnd(12)} | ${stripVTControlCharacters(msg).trimEnd()}`
    );
    console.log(
      `WRONG  ${name}, exit code ${code}, ${seconds} s\n${error.message}\n${events.length > 0 ? log.join('\n') : all}`
    );
  }
}

await mkdir(join(folder, 'action'), {recursive: true});
await cp(join(root, 'action.yml'), join(folder, 'action/action.yml'));
await cp(join(root, 'dist'), join(folder, 'action/dist'), {recursive: true});

const jobs = [...runs, ...runsOfDocuments]
  .filter(({example}) => example.includes(only))
  .toSorted((a, b) => Number(b.isLong ?? false) - Number(a.isLong ?? false))
  .map(run => async () => {
    const stands = {cloud: await startCloud({speed: 2}), github: await startGithub()};
    await play(run, stands);
    stands.cloud.stop();
    stands.github.stop();
  });
if ('scheduled-poll'.includes(only)) {
  for (const [why, chain] of Object.entries(scheduled)) {
    jobs.unshift(async () => {
      // The cloud's time stands still between the runs, so that a task is not over before it was looked at.
      let nowMs = Date.now();
      const stands = {cloud: await startCloud({clock: () => nowMs}), github: await startGithub()};
      for (const run of chain) {
        nowMs += (run.minutes ?? 0) * 60_000;
        await play({example: 'scheduled-poll', ...run, why: `${why}${run.why ? `, ${run.why}` : ''}`}, stands);
      }
      stands.cloud.stop();
      stands.github.stop();
    });
  }
}
const worker = async () => {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
};
await Promise.all(Array.from({length: atOnce}, worker));

assert.ok(count > 0, `no example is named like ${only}`);
assert.deepEqual(failures, [], 'runs that went wrong');
if (only === '') {
  const examples = (await readdir(join(root, 'examples'))).filter(name => name.endsWith('.yml'));
  const all = examples.map(name => name.replace('.yml', ''));
  const documents = (await readdir(join(root, 'docs'))).filter(name => /^[a-z-]+\.md$/.test(name));
  for (const file of ['README.md', ...documents.map(name => `docs/${name}`)]) {
    (await blocksOf(file)).forEach((block, number) => {
      if (needsRun(block)) all.push(`${file} ${number}`);
    });
  }
  assert.deepEqual([...covered].toSorted(), all.toSorted(), 'each example, workflow and step of a document is run');
}
console.log(`\n${count} runs of ${covered.size} examples and parts of documents ended as they should.`);
