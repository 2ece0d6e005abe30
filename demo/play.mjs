/**
 * `npm start`: plays stories of the stand-in cloud against the built action, and shows what a person would see.
 */
import {parseArgs} from 'node:util';
import {demoCredentials, startCloud, startTask} from './cloud.mjs';
import {runAction, showLine} from './runner.mjs';
import {services} from './services.mjs';
import {stories} from './stories.mjs';

const firstStories = ['dataarts-studio/succeeds', 'dataarts-studio/fails'];
const actionName = './';
const secretInputs = new Set(['secret-key', 'security-token', 'token']);
const atOnce = 8;
const idleMinutes = 30;

const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = code => text => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
const [bold, dim, red, green] = [1, 2, 31, 32].map(paint);
const print = (text = '') => process.stdout.write(`${text}\n`);

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.abort(name));
// Whoever reads the output may leave early; `serve` goes on without.
process.stdout.on('error', () => {});

/** Does what the arguments say, and returns the exit code. */
async function main(args) {
  const {values, positionals, unknown} = parsed(args);
  if (unknown !== undefined) return misused(unknown);
  const [word] = positionals;
  if (values.help || word === 'help') {
    print(help());
    return 0;
  }
  if (positionals.length > 1) return misused(`one word at most, not ${positionals.length}: ${positionals.join(' ')}`);
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) return misused(`--port takes a number from 0 to 65535, not ${values.port}`);
  if (word === 'serve') return serve(port);
  if (word === 'all') return playAll();
  const chosen = storiesFor(word);
  if (chosen.length === 0) return misused(`there is no story or service named ${word}.${nearest(word)}`);
  return playEach(chosen);
}

function parsed(args) {
  const options = {help: {type: 'boolean', short: 'h'}, port: {type: 'string', default: '0'}};
  try {
    return parseArgs({args, allowPositionals: true, options});
  } catch (error) {
    return {unknown: error.message.split('. ')[0]};
  }
}

function misused(why) {
  process.stderr.write(`npm start: ${why}\nnpm start -- --help lists all.\n`);
  return 2;
}

const nameOf = story => `${story.service}/${story.name}`;

/** The stories that a word means: a service its best ones, a name the first story of that name. */
function storiesFor(word) {
  if (word === undefined) return firstStories.map(name => stories.find(story => nameOf(story) === name));
  const service = serviceNamed(word);
  if (service !== undefined) return stories.filter(story => story.service === service.name && story.best);
  const [name, of] = word.split('/').reverse();
  const found = stories.find(story => story.name === name && (!of || story.service === serviceNamed(of)?.name));
  return found === undefined ? [] : [found];
}

const serviceNamed = word => services.find(({name, aliases}) => name === word || aliases.includes(word));

/** The names that a mistyped word is likely to mean. */
function nearest(word) {
  const typed = word.split('/').at(-1);
  const known = ['all', 'serve', ...services.flatMap(({name, aliases}) => [name, ...aliases])];
  const near = [...new Set([...known, ...stories.map(({name}) => name)])]
    .map(name => ({name, far: name.includes(typed) ? 0 : distance(typed, name) / Math.max(typed.length, name.length)}))
    .filter(({far}) => far < 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3);
  return near.length === 0 ? '' : ` Near: ${near.map(({name}) => name).join(', ')}`;
}

/** How many letters must change to make one word of the other (Levenshtein). */
function distance(a, b) {
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

function help() {
  const wide = Math.max(...stories.map(({name}) => name.length));
  const list = services.flatMap(({name, title, aliases}) => [
    '',
    `${bold(title)}: ${name} (also ${aliases.join(', ')})`,
    ...stories
      .filter(({service}) => service === name)
      .map(story => `  ${story.name.padEnd(wide)}  ${story.verdict.padEnd(10)}  ${story.description}`)
  ]);
  return [
    'Plays tasks of a small stand-in cloud on this machine against the built action.',
    '',
    '  npm start                         an import that succeeds, and one that fails',
    '  npm start -- <service>            the best stories of a service',
    '  npm start -- <story>              one story; <service>/<story> where several services have one of that name',
    '  npm start -- all                  every story in short; exit code 1 if a verdict is not the one listed here',
    '  npm start -- serve [--port 8080]  leaves the cloud running, for use from elsewhere',
    '',
    'A story, the verdict that it leads to, and what happens in it:',
    ...list
  ].join('\n');
}

/** The inputs for a story, as they would stand under `with:`. */
function inputsFor(story, url, taskId) {
  const inputs = {
    service: story.service,
    'task-id': taskId,
    endpoint: url,
    'project-id': demoCredentials.projectId,
    'access-key': demoCredentials.accessKey,
    'secret-key': demoCredentials.secretKey,
    timeout: '1m',
    'min-interval': '1s',
    'max-interval': '2s',
    ...story.inputs
  };
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== ''));
}

/** Starts a story's task and runs the action on it. */
async function play(cloud, story, {onStart, onLine} = {}) {
  const task = await startTask(cloud.url, story);
  const inputs = inputsFor(story, cloud.url, task.taskId);
  onStart?.(task, inputs);
  const cancel = new AbortController();
  const timer = story.cancelAfter && setTimeout(() => cancel.abort(), story.cancelAfter * 1000);
  const onStop = () => cancel.abort();
  stop.signal.addEventListener('abort', onStop);
  const result = await runAction(inputs, {onLine, signal: cancel.signal});
  stop.signal.removeEventListener('abort', onStop);
  clearTimeout(timer);
  return {...result, asDeclared: isAsDeclared(story, result)};
}

/** Whether the verdict is the story's, and the step green for success alone. */
function isAsDeclared(story, {outputs, exitCode}) {
  return outputs.status === story.verdict && (exitCode === 0) === (story.verdict === 'succeeded');
}

async function withCloud(options, use) {
  const cloud = await startCloud(options);
  try {
    return await use(cloud);
  } finally {
    await cloud.close();
  }
}

/** Plays stories one after another, as a person would see them. */
async function playEach(chosen) {
  return withCloud({}, async cloud => {
    let exitCode = 0;
    for (const story of chosen) {
      const result = await play(cloud, story, {
        onStart: (task, inputs) => printStart(story, task, inputs),
        onLine: line => print(`  ${showLine(line, color)}`)
      });
      if (stop.signal.aborted) return 130;
      printEnd(story, result);
      if (!result.asDeclared) exitCode = 1;
    }
    return exitCode;
  });
}

function printStart(story, {method, path}, inputs) {
  const list = Object.entries(inputs).map(([name, value]) => `    ${name}: ${secretInputs.has(name) ? '***' : value}`);
  print(bold(`━━ ${nameOf(story)}: ${story.description}`));
  print(dim(`  ${method} ${path}`));
  print([`  - uses: ${actionName}`, '    id: wait', '    with:', ...list.map(line => `  ${line}`)].join('\n'));
  print();
  print(bold('log'));
}

function printEnd(story, {outputs, summary, exitCode, durationMs, asDeclared}) {
  const wide = Math.max(0, ...Object.keys(outputs).map(name => name.length));
  print();
  print(bold('outputs'));
  for (const [name, value] of Object.entries(outputs)) print(`  ${name.padEnd(wide)}  ${shortened(value)}`.trimEnd());
  print();
  print(bold('job summary'));
  for (const line of summary.trimEnd().split('\n')) print(`  ${showLine({kind: 'text', text: line}, false)}`.trimEnd());
  print();
  const step = `step: ${exitCode === 0 ? green('green') : red('red')}, exit code ${exitCode}, ${seconds(durationMs)}`;
  const gate = outputs.status === 'succeeded' && exitCode === 0 ? green('runs') : red('skipped');
  print(`${step} → deploy step: ${gate}`);
  if (!asDeclared) print(red(`The verdict should have been ${story.verdict}, not ${outputs.status ?? 'missing'}.`));
  print();
}

/** One line of a value, told where it is shortened. */
function shortened(value) {
  const most = 100;
  const line = showLine({kind: 'text', text: value.replaceAll('\n', '⏎')}, false);
  return line.length <= most ? line : `${line.slice(0, most - 30)}… ${dim(`(${value.length} characters)`)}`;
}

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

/** Plays every story, several at a time, a line for each. */
async function playAll() {
  return withCloud({}, async cloud => {
    const wide = Math.max(...stories.map(story => nameOf(story).length));
    const waiting = [...stories];
    const wrong = [];
    const worker = async () => {
      for (let story = waiting.shift(); story !== undefined && !stop.signal.aborted; story = waiting.shift()) {
        const result = await play(cloud, story);
        if (stop.signal.aborted) return;
        const mark = result.asDeclared ? green('ok   ') : red('WRONG');
        const verdict = (result.outputs.status ?? 'none').padEnd(10);
        print(`${mark} ${nameOf(story).padEnd(wide)}  ${verdict}  ${seconds(result.durationMs)}`);
        if (!result.asDeclared) wrong.push({story, result});
      }
    };
    await Promise.all(Array.from({length: atOnce}, worker));
    if (stop.signal.aborted) return 130;
    for (const {story, result} of wrong) {
      print(red(`\n${nameOf(story)} should be ${story.verdict}, and ended with exit code ${result.exitCode}:`));
      print(result.log);
    }
    print(`\n${stories.length - wrong.length} of ${stories.length} verdicts as declared`);
    return wrong.length === 0 ? 0 : 1;
  });
}

/** Leaves the cloud running until it is told to stop, or until nobody has asked it anything for a while. */
async function serve(port) {
  let idle;
  let ended;
  const until = new Promise(resolve => {
    ended = resolve;
  });
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(ended, idleMinutes * 60_000);
  };
  const log = line => {
    rest();
    print(showLine({kind: 'text', text: line}, false));
  };
  return withCloud({port, log}, async cloud => {
    rest();
    stop.signal.addEventListener('abort', ended);
    print(served(cloud.url));
    await until;
    clearTimeout(idle);
    return 0;
  });
}

function served(url) {
  const {accessKey, secretKey, token, projectId} = demoCredentials;
  const header = `-H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json'`;
  return `The stand-in cloud listens on ${url} until Ctrl-C, or ${idleMinutes} minutes after the last request.

Start a task and print its id; the name chooses the story:

  curl -sS ${url}/v1/${projectId}/jobs/import \\
    ${header} \\
    -d '{"path": "obs://demo/succeeds.zip"}' | jq -r .taskId

Other services: POST /v3/${projectId}/instances with {"name": "succeeds"} → job_id,
POST /v2/tasks/0123456789abcdef0123456789abcdef/run?play=succeeds → the id in the path.

Then wait for it:

  - uses: ${actionName}
    id: wait
    with:
      service: dataarts-studio
      task-id: <the id>
      endpoint: ${url}
      project-id: ${projectId}
      access-key: ${accessKey}
      secret-key: ${secretKey}

or with token: ${token} in place of the two keys.
npm start -- --help lists the stories.
`;
}

process.exitCode = await main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});
