/** `npm start -- serve`: the stand-in cloud by itself. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {demoCredentials, settled, waysIn} from './credentials.mjs';
import {withCloud} from './stage.mjs';
import {plain, print} from './terminal.mjs';

/** The same at each start, so that a workflow can have it. */
export const usualPort = 8642;
const idleMinutes = 30;
const parentCheckMs = 500;
const actionFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Leaves the cloud running until it is told to stop, until what started it has ended, or until nobody has asked it
 * anything for a while.
 * @param {object} options
 * @param {number} options.port 0 for any free one
 * @param {boolean} options.outliveParent
 * @param {AbortSignal} options.signal
 * @returns {Promise<number>} the exit code
 */
export async function serve({port, outliveParent, signal}) {
  let idle;
  let ended;
  const until = new Promise(resolve => {
    ended = resolve;
  });
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(() => ended(`nothing was asked for ${idleMinutes} minutes`), idleMinutes * 60_000);
  };
  const log = line => {
    rest();
    print(plain(line));
  };
  const parents = outliveParent ? [] : startedBy();
  const watch = setInterval(() => {
    if (!parents.every(isThere)) ended('what started it has ended; with --outlive-parent it goes on');
  }, parentCheckMs);
  try {
    return await withCloud({port, log}, async cloud => {
      rest();
      signal.addEventListener('abort', () => ended(signal.reason));
      if (signal.aborted) ended(signal.reason);
      print(served(cloud.url));
      print(`The stand-in cloud has stopped: ${await until}.`);
      return 0;
    });
  } catch (error) {
    const reason = {EADDRINUSE: 'is taken, perhaps by another npm start -- serve', EACCES: 'may not be used'}[
      error.code
    ];
    if (reason === undefined) throw error;
    process.stderr.write(
      `npm start: port ${port} of 127.0.0.1 ${reason}.\nChoose another: npm start -- serve --port ${usualPort + 1}; any free one: --port 0\n`
    );
    return 1;
  } finally {
    clearTimeout(idle);
    clearInterval(watch);
  }
}

/**
 * The processes whose end is the end of the cloud: without this, one that was killed would leave the port taken. That
 * stdin closes says nothing: in the background, under nohup or in a step of a workflow it is closed from the start.
 */
function startedBy() {
  const parent = process.ppid;
  const npm = process.env.npm_lifecycle_event === 'start' ? npmBehind(parent) : undefined;
  return npm === undefined ? [parent] : [parent, npm];
}

/** The npm behind the shell in which it runs a script: some shells stay until the script ends, also without npm. */
function npmBehind(shell) {
  try {
    const [, option] = readFileSync(`/proc/${shell}/cmdline`, 'utf8').split('\0');
    const [, npm] = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${shell}/status`, 'utf8')) ?? [];
    return option === '-c' ? Number(npm) : undefined;
  } catch {
    // Not on Linux: there the shell makes way for the script.
    return undefined;
  }
}

/** Where the system gives the process another parent, the old id may soon be somebody else's. */
function isThere(pid, index) {
  if (index === 0 && process.ppid !== pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

function served(url) {
  const {accessKey, secretKey, token, projectId} = demoCredentials;
  const {keyless} = waysIn;
  const list = values =>
    Object.entries(settled(values, url))
      .map(([name, value]) => `      ${name}: ${value}`)
      .join('\n');
  return `The stand-in cloud listens on ${url} until Ctrl-C, the end of what started it, or ${idleMinutes} minutes
after the last request.

Start a task, and see its id:

  answer=$(curl --silent --show-error ${url}/v1/${projectId}/jobs/import \\
    --header 'X-Auth-Token: ${token}' --header 'Content-Type: application/json' \\
    --data '{"path": "obs://demo/succeeds.zip"}')
  task_id=$(jq --raw-output --exit-status .taskId <<< "$answer")
  test -n "$task_id" && echo "$task_id"

The name that is sent chooses the story, or ?play=<story> in the address; any other name plays succeeds, and the lines
below say so. npm start -- <service> prints the call that starts its task, and where the id is in the answer;
npm start -- list names the services and their stories.

Then wait for it:

  - uses: ./
    id: wait
    with:
      service: dataarts-studio
      task-id: <the id>
      endpoint: ${url}
      project-id: ${projectId}
      access-key: ${accessKey}
      secret-key: ${secretKey}

or with token: ${token} instead of the two keys.

Keyless, with no secret at all, instead of the two keys:

${list(keyless.inputs)}
    env: # for a job with "permissions: id-token: write", GitHub sets these two itself
${list(keyless.env)}

For a workflow with uses: OWNER/await-huawei-cloud-task@v1, put ${url} instead of the addresses
of the cloud and into endpoint, commit it, and run it on this machine by act (https://github.com/nektos/act), in the
repository that holds it. Without --workflows, act runs every workflow there that has this event:

  act workflow_dispatch --workflows .github/workflows/try.yml --platform ubuntu-latest=-self-hosted \\
    --local-repository OWNER/await-huawei-cloud-task@v1='${actionFolder}' \\
    --var HUAWEICLOUD_PROJECT_ID=${projectId} --secret HUAWEICLOUD_TOKEN=${token}

A workflow that signs in with keys takes, in place of the token:

  --secret HUAWEICLOUD_ACCESS_KEY=${accessKey} --secret HUAWEICLOUD_SECRET_KEY=${secretKey}
`;
}
