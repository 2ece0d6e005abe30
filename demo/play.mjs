/**
 * `npm start`: plays stories of the stand-in cloud against the built action, and shows what a person would see.
 */
import {readdirSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {demoCredentials, secretValues, settled, waysIn} from './credentials.mjs';
import {services} from './evidence.mjs';
import {showLine} from './runner.mjs';
import {play, withCloud} from './stage.mjs';
import {stories} from './stories.mjs';

const firstStories = ['dataarts-studio/succeeds', 'dataarts-studio/fails'];
const actionName = './';
const actionFolder = fileURLToPath(new URL('..', import.meta.url));
const atOnce = 16;
const idleMinutes = 30;
/** Under which the stories are listed: a service each, and the ones about credentials. */
const groups = [
  {name: 'credentials', title: 'Credentials', aliases: ['access']},
  ...services.map(({name, title, aliases}) => ({name, title, aliases})),
  {name: 'custom', title: 'A service of your own', aliases: []}
];

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
  warnOfOldBundle();
  if (word === 'serve') return serve(port);
  if (word === 'all') return playAll();
  const chosen = storiesFor(word);
  if (chosen.length === 0) return misused(`there is no story or service named ${word}.${nearest(word)}`);
  return playEach(chosen);
}

/** A clone writes all files within moments; what is changed later was not packaged. */
function warnOfOldBundle() {
  const changedMs = file => statSync(new URL(`../${file}`, import.meta.url)).mtimeMs;
  const sources = readdirSync(new URL('../src', import.meta.url), {recursive: true}).filter(name =>
    name.endsWith('.ts')
  );
  const newest = Math.max(...sources.map(name => changedMs(`src/${name}`)));
  if (newest > changedMs('dist/index.js') + 10_000) {
    process.stderr.write('npm start: src/ is newer than dist/, which is what runs: npm run package\n');
  }
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

const nameOf = story => `${story.group}/${story.name}`;

/** The stories that a word means: a group its best ones, a name the first story of that name. */
function storiesFor(word) {
  if (word === undefined) return firstStories.map(name => stories.find(story => nameOf(story) === name));
  const group = groupNamed(word);
  if (group !== undefined) return stories.filter(story => story.group === group.name && story.best);
  const [name, of] = word.split('/').reverse();
  const found = stories.find(story => story.name === name && (!of || story.group === groupNamed(of)?.name));
  return found === undefined ? [] : [found];
}

const groupNamed = word => groups.find(({name, aliases}) => name === word || aliases.includes(word));

/** The names that a mistyped word is likely to mean: those that begin or go on alike. */
function nearest(word) {
  const typed = word.split('/').at(-1);
  const known = [...groups.flatMap(({name, aliases}) => [name, ...aliases]), ...stories.map(({name}) => name)];
  const near = [...new Set(known)].filter(name => name.includes(typed) || name.startsWith(typed.slice(0, 3)));
  return near.length === 0 ? '' : ` Near: ${near.slice(0, 5).join(', ')}`;
}

function help() {
  const wide = Math.max(...stories.map(({name}) => name.length));
  const list = groups.flatMap(({name, title, aliases}) => [
    '',
    `${bold(title)}: ${name}${aliases.length === 0 ? '' : ` (also ${aliases.join(', ')})`}`,
    ...stories
      .filter(({group}) => group === name)
      .map(story => `  ${story.name.padEnd(wide)}  ${story.verdict.padEnd(10)}  ${story.description}`)
  ]);
  return [
    'Plays tasks of a small stand-in cloud on this machine against the built action.',
    '',
    '  npm start                         an import that succeeds, and one that fails',
    '  npm start -- credentials          the best stories about credentials, the ways in',
    '  npm start -- <service>            the best stories of a service',
    '  npm start -- <story>              one story; <service>/<story> where several services have one of that name',
    '  npm start -- all                  every story in short; exit code 1 if a verdict is not the one listed here',
    '  npm start -- serve [--port 8080]  leaves the cloud running, for use from elsewhere',
    '',
    'A story, the verdict that it leads to, and what happens in it:',
    ...list
  ].join('\n');
}

/** Plays stories one after another, as a person would see them. */
async function playEach(chosen) {
  let exitCode = 0;
  for (const story of chosen) {
    const result = await play(story, {
      signal: stop.signal,
      onStart: (tasks, inputs, env) => printStart(story, tasks, inputs, env),
      onLine: line => print(`  ${showLine(line, color)}`)
    });
    if (stop.signal.aborted) return 130;
    printEnd(story, result);
    if (!result.asDeclared) exitCode = 1;
  }
  return exitCode;
}

function printStart(story, tasks, inputs, env) {
  const entries = values =>
    Object.entries(values).map(([name, value]) => `      ${name}: ${secretValues.has(value) ? '***' : block(value)}`);
  print(bold(`━━ ${nameOf(story)}: ${story.description}`));
  const [{method, path}] = tasks;
  print(dim(`  ${method} ${path}${tasks.length > 1 ? ` (${tasks.length} times)` : ''}`));
  print([`  - uses: ${actionName}`, '    id: wait', '    with:', ...entries(inputs)].join('\n'));
  if (Object.keys(env).length > 0) print(['    # in the environment', ...entries(env)].join('\n'));
  print();
  print(bold('log'));
}

/** A text of several lines as YAML has it. */
const block = value => (value.includes('\n') ? `|\n${value.replaceAll(/^/gm, '        ')}` : value);

function printEnd(story, {outputs, summary, requests, exitCode, durationMs, asDeclared}) {
  const wide = Math.max(0, ...Object.keys(outputs).map(name => name.length));
  print();
  print(bold('outputs'));
  for (const [name, value] of Object.entries(outputs)) print(`  ${name.padEnd(wide)}  ${shortened(value)}`.trimEnd());
  print();
  print(bold('job summary'));
  for (const line of summary.trimEnd().split('\n')) print(`  ${showLine({kind: 'text', text: line}, false)}`.trimEnd());
  print();
  if (story.group === 'credentials') {
    print(bold('requests'));
    if (requests.length === 0) print('  none');
    for (const {method, path, afterMs} of requests) {
      print(`  ${seconds(afterMs).padStart(6)}  ${showLine({kind: 'text', text: `${method} ${path}`}, false)}`);
    }
    print();
  }
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
  const wide = Math.max(...stories.map(story => nameOf(story).length));
  const waiting = [...stories];
  const wrong = [];
  const worker = async () => {
    for (let story = waiting.shift(); story !== undefined && !stop.signal.aborted; story = waiting.shift()) {
      const result = await play(story, {signal: stop.signal});
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
  const {keyless} = waysIn;
  const list = values =>
    Object.entries(settled(values, url))
      .map(([name, value]) => `      ${name}: ${value}`)
      .join('\n');
  const header = `-H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json'`;
  return `The stand-in cloud listens on ${url} until Ctrl-C, or ${idleMinutes} minutes after the last request.

Start a task and print its id; the name chooses the story:

  curl -sS ${url}/v1/${projectId}/jobs/import \\
    ${header} \\
    -d '{"path": "obs://demo/succeeds.zip"}' | jq -r .taskId

Other services: POST /v3/${projectId}/instances with {"name": "succeeds"} → job_id,
POST /v2/tasks/0123456789abcdef0123456789abcdef/run?play=succeeds → the id in the path.
For the start call of any service, see what npm start -- <service> prints; ?play=succeeds chooses a story in each.

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

Keyless, with no secret at all, in place of the two keys:

${list(keyless.inputs)}
    env: # for a job with "permissions: id-token: write", GitHub sets these two itself
${list(keyless.env)}

For a workflow with uses: OWNER/await-huawei-cloud-task@v1, put ${url} in place of the addresses of the cloud and into
endpoint, and run it on this machine by act (https://github.com/nektos/act), in the repository that holds it:

  act workflow_dispatch --platform ubuntu-latest=-self-hosted \\
    --local-repository OWNER/await-huawei-cloud-task@v1='${actionFolder}' \\
    --var HUAWEICLOUD_PROJECT_ID=${projectId} --secret HUAWEICLOUD_TOKEN=${token}

npm start -- --help lists the stories.
`;
}

process.exitCode = await main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});
