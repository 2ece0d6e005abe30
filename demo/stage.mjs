/** Plays one story: a cloud, its tasks, and the built action waiting for them. */
import {demoCredentials, settled, waysIn} from './credentials.mjs';
import {services} from './evidence.mjs';
import {runAction} from './runner.mjs';
import {startCloud, startTasks} from './server.mjs';

/** What a story puts under `with:` and into the environment. */
function settingsFor(story, url, taskId) {
  const way = waysIn[story.access];
  const {scope} = services.find(({name}) => name === story.service) ?? {};
  const owner = scope === 'domain' ? {'domain-id': demoCredentials.account} : {'project-id': demoCredentials.projectId};
  const inputs = {
    service: story.service,
    'task-id': taskId,
    endpoint: url,
    ...owner,
    ...way.inputs,
    timeout: '2m',
    'min-interval': '1s',
    'max-interval': '2s',
    ...story.inputs
  };
  return {inputs: settled(inputs, url), env: settled({...way.env, ...story.env}, url)};
}

/**
 * Plays a story on a cloud of its own: starts its tasks, and runs the action on them.
 * @param {object} story
 * @param {object} [options]
 * @param {(tasks: object[], inputs: object, env: object) => void} [options.onStart]
 * @param {(line: import('./runner.mjs').LogLine) => void} [options.onLine] of the log, as it comes
 * @param {AbortSignal} [options.signal] cancels the run
 * @returns what runAction returns, with the requests that the cloud was sent, and whether the verdict is the story's
 */
export async function play(story, {onStart, onLine, signal} = {}) {
  return withCloud(story.cloud, async cloud => {
    const tasks = await startTasks(cloud.url, story);
    const ids = tasks.map(({taskId}) => taskId).join('\n');
    const {inputs, env} = settingsFor(story, cloud.url, ids);
    onStart?.(tasks, inputs, env);
    const startedMs = performance.now();
    const before = cloud.requests.length;
    const cancel = new AbortController();
    const timer = story.cancelAfter && setTimeout(() => cancel.abort(), story.cancelAfter * 1000);
    const signals = signal ? [signal, cancel.signal] : [cancel.signal];
    const result = await runAction(inputs, {env, onLine, signal: AbortSignal.any(signals)}).finally(() =>
      clearTimeout(timer)
    );
    const requests = cloud.requests.slice(before).map(({method, path, atMs}) => ({
      method,
      path,
      afterMs: atMs - startedMs
    }));
    return {...result, requests, asDeclared: isAsDeclared(story, result)};
  });
}

/** Whether the verdict is the story's, and the step green for success alone. */
function isAsDeclared(story, {outputs, exitCode}) {
  return outputs.status === story.verdict && (exitCode === 0) === (story.verdict === 'succeeded');
}

/** Runs a stand-in cloud for as long as it is used. */
export async function withCloud(options, use) {
  const cloud = await startCloud(options);
  try {
    return await use(cloud);
  } finally {
    cloud.stop();
  }
}
