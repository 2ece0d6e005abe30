/** The stand-in cloud on loopback, and its tasks. */
import {createCloud} from './cloud.mjs';
import {demoCredentials, starterToken} from './credentials.mjs';
import {services} from './evidence.mjs';
import {faults} from './faults.mjs';
import {listen} from './listen.mjs';
import {storyNamed} from './stories.mjs';

/**
 * Starts the stand-in cloud on loopback.
 * @param {object} [options] those of createCloud, and
 * @param {number} [options.port] 0 for any free one
 * @param {(line: string) => void} [options.log] gets one line for each answer
 * @returns `url`, `requests` and `stop` as of listen, and `addTask` as of createCloud; `secrets()` are all that it has issued
 */
export async function startCloud({port = 0, log = () => {}, ...options} = {}) {
  const cloud = createCloud({services, storyNamed, ...options});
  const server = await listen(
    (response, {method, url, headers}, body) => {
      const answer = cloud.answer({method, url, headers, body});
      log(`${method} ${url} → ${answer.note}`);
      const {status, text, fault} = answer;
      if (fault) return faults[fault](response, text, answer);
      const location = answer.elsewhere && {location: elsewhere.url + answer.headers.location};
      return response.writeHead(status, {...answer.headers, ...location}).end(text);
    },
    {port}
  );
  /** The host that a redirect points to: it calls everything a success. */
  const elsewhere = await listen((response, {method, url}) => {
    log(`elsewhere: ${method} ${url}`);
    const id = url.match(/[^/=]+$/)?.[0];
    const body = {id, name: 'a lie', status: 'SUCCESSFUL', job: {id, status: 'Completed'}, task_status: 2};
    response.writeHead(200, {'content-type': 'application/json;charset=UTF-8'}).end(JSON.stringify(body));
  });
  return {
    url: server.url,
    requests: server.requests,
    secrets: cloud.ledger.secrets,
    addTask: cloud.addTask,
    stop() {
      server.stop();
      elsewhere.stop();
    }
  };
}

/**
 * Starts the tasks that play a story, as the step before the action would.
 * @returns {Promise<Awaited<ReturnType<typeof startTask>>[]>}
 */
export function startTasks(url, story) {
  return Promise.all((story.tasks ?? [story.name]).map(name => startTask(url, {...story, name})));
}

/**
 * Starts one task that plays a story.
 * @returns {Promise<{method: string, path: string, headers: Record<string, string>, body: string, taskId: string,
 *   idFrom: string}>} the call, the id to wait for, and in words where that comes from
 */
export async function startTask(url, story) {
  const service = services.find(({name}) => name === story.service);
  const values = service.newValues({project_id: demoCredentials.projectId, story: story.name});
  const {method, ...start} = service.start(values);
  // Not every start call has a place for a name.
  const path = `${start.path}${service.playsByName ? '' : `?play=${story.name}`}`;
  const headers = {
    'x-auth-token': starterToken,
    'content-type': 'application/json',
    ...(story.workspace && {workspace: story.workspace}),
    ...start.headers
  };
  const body = JSON.stringify(start.body);
  const response = await fetch(`${url}${path}`, {method, headers, body});
  const answer = await response.json();
  if (!response.ok || answer.error_code !== undefined) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return {method, path, headers, body, taskId: service.idOf(values, answer), idFrom: service.idFrom};
}
