/**
 * `npm start`: plays stories of the stand-in cloud against the built action, and shows what a person would see.
 */
import {readdirSync, statSync} from 'node:fs';
import {relative} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {secretValues} from './credentials.mjs';
import {services} from './evidence.mjs';
import {showLine} from './runner.mjs';
import {serve, usualPort} from './serve.mjs';
import {play} from './stage.mjs';
import {stories} from './stories.mjs';
import {writeSummary} from './summary.mjs';
import {bold, color, columns, dim, green, listed, plain, print, red, valueLines} from './terminal.mjs';

const firstStories = ['dataarts-studio/succeeds', 'dataarts-studio/fails'];
const actionName = './';
const atOnce = 16;
/** Under which the stories are listed: a service each, and the ones about credentials. */
const groups = [
  {name: 'credentials', title: 'Credentials', aliases: ['access']},
  ...services.map(({name, title, aliases}) => ({name, title, aliases})),
  {name: 'custom', title: 'A service of your own', aliases: []}
];

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.abort(name));
// Whoever reads the output may leave early; `serve` goes on without.
process.stdout.on('error', () => {});

/** Does what the arguments say, and returns the exit code. */
async function main(args) {
  const {values, positionals, unknown} = parsed(args);
  if (unknown !== undefined) return misused(unknown);
  const [word, ...more] = positionals;
  if (values.help || word === 'help') return tell(help());
  const most = word === 'list' ? 2 : 1;
  if (positionals.length > most) {
    const hint = most === 1 ? `; a story is one word, such as ${word}/${more[0]}` : '';
    return misused(`too many words: ${positionals.slice(most).join(' ')}${hint}`);
  }
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) return misused(`--port takes a number from 0 to 65535, not ${values.port}`);
  if (word === 'list') return list(more[0]);
  warnOfOldBundle();
  if (word === 'serve') return serve({port, outliveParent: values['outlive-parent'], signal: stop.signal});
  if (word === 'all') return playAll();
  const chosen = storiesFor(word);
  return chosen.length === 0 ? misused(`no story or service is named ${word}.${nearest(word)}`) : playEach(chosen);
}

function tell(text) {
  print(text);
  return 0;
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
  const options = {
    help: {type: 'boolean', short: 'h'},
    port: {type: 'string', default: String(usualPort)},
    'outlive-parent': {type: 'boolean', default: false}
  };
  try {
    return parseArgs({args, allowPositionals: true, options});
  } catch (error) {
    return {unknown: error.message.split('. ')[0]};
  }
}

function misused(why) {
  process.stderr.write(`npm start: ${why}\nAll stories: npm start -- list; how to use this: npm start -- --help\n`);
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

/** The names that a mistyped word is likely to mean: those that begin or go on alike, or have almost the same letters. */
function nearest(word) {
  const [typed, of] = word.split('/').reverse();
  const group = of && groupNamed(of);
  const known = group
    ? stories.filter(story => story.group === group.name).map(nameOf)
    : [...groups.flatMap(({name, aliases}) => [name, ...aliases]), ...stories.map(({name}) => name)];
  const near = [...new Set(known)]
    .map(name => ({name, last: name.split('/').at(-1)}))
    .map(({name, last}) => ({name, last, others: lettersBeyond(last, typed) + lettersBeyond(typed, last)}))
    .filter(({last, others}) => others <= 2 || last.includes(typed) || last.startsWith(typed.slice(0, 3)))
    .sort((a, b) => a.others - b.others)
    .slice(0, 5);
  if (near.length > 0) return ` Near: ${near.map(({name}) => name).join(', ')}`;
  return group ? ` Those of ${group.name}: npm start -- list ${group.name}` : '';
}

/** How many letters a word has that another has not, or not as often. */
const lettersBeyond = (word, other) => [...other].reduce((rest, letter) => rest.replace(letter, ''), word).length;

function help() {
  return [
    'Plays tasks of a small stand-in cloud on this machine against the built action.',
    '',
    '  npm start                    an import that succeeds, and one that fails',
    '  npm start -- <service>       the best stories of a service',
    '  npm start -- credentials     the best stories about credentials, the ways in',
    '  npm start -- <story>         one story; <service>/<story> where several services have one of that name',
    '  npm start -- list            names every story; list <service>: those of one service',
    '  npm start -- all             every story in short; exit code 1 if a verdict is not the one that list names',
    `  npm start -- serve           leaves the cloud running on port ${usualPort}, and says how a workflow uses it`,
    '     --port <port>             another port; 0 for any free one',
    '     --outlive-parent          goes on when what started it ends: for a step of a workflow',
    '',
    bold('Services'),
    ...listed(
      groups.map(({name}) => name).filter(name => name !== 'credentials'),
      columns - 2
    ).map(line => `  ${line}`)
  ].join('\n');
}

/** Names the stories of a group, or of all, with the verdict that each leads to. */
function list(word) {
  const group = word === undefined ? undefined : groupNamed(word);
  if (word !== undefined && group === undefined) return misused(`no service is named ${word}.${nearest(word)}`);
  const wide = Math.max(...stories.map(({name}) => name.length));
  const parts = (group ? [group] : groups).map(({name, title, aliases}) =>
    [
      `${bold(title)}: ${name}${aliases.length === 0 ? '' : ` (also ${aliases.join(', ')})`}`,
      ...stories
        .filter(story => story.group === name)
        .map(story => `  ${story.name.padEnd(wide)}  ${story.verdict.padEnd(10)}  ${story.description}`)
    ].join('\n')
  );
  return tell(parts.join('\n\n'));
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
    printEnd(story, result, await writeSummary(nameOf(story), result.summary));
    if (!result.asDeclared) exitCode = 1;
  }
  return exitCode;
}

function printStart(story, tasks, inputs, env) {
  const entries = values =>
    Object.entries(values).map(([name, value]) => `      ${name}: ${secretValues.has(value) ? '***' : block(value)}`);
  print(bold(`━━ ${nameOf(story)}: ${story.description}`));
  print(dim(startCall(tasks)));
  print([`  - uses: ${actionName}`, '    id: wait', '    with:', ...entries(inputs)].join('\n'));
  if (Object.keys(env).length > 0) print(['    # in the environment', ...entries(env)].join('\n'));
  print();
  print(bold('log'));
}

/** The call that starts the task, as a person can send it to the cloud that `serve` leaves running. */
function startCall([{method, path, headers, body, idFrom}, ...more]) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const options = [
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    `--data ${quoted(body)}`
  ];
  const times = more.length > 0 ? `, ${more.length + 1} times` : '';
  return [
    `  # the start${times}; this one asks npm start -- serve`,
    [
      `  curl --silent --show-error --request ${method} ${quoted(`http://127.0.0.1:${usualPort}${path}`)}`,
      ...options
    ].join(' \\\n    '),
    `  # task-id: ${idFrom}`
  ].join('\n');
}

/** A text of several lines as YAML has it. */
const block = value => (value.includes('\n') ? `|\n${value.replaceAll(/^/gm, '        ')}` : value);

function printEnd(story, {outputs, requests, exitCode, durationMs, asDeclared}, files) {
  const wide = Math.max(0, ...Object.keys(outputs).map(name => name.length));
  print();
  print(bold('outputs'));
  for (const [name, value] of Object.entries(outputs)) {
    const [first, ...rest] = valueLines(value, columns - wide - 4);
    print(`  ${name.padEnd(wide)}  ${first}`.trimEnd());
    for (const line of rest) print(`  ${' '.repeat(wide)}  ${line}`);
  }
  print();
  print(bold('job summary'));
  print(`  ${relative('.', files.markdown)}`);
  print(`  ${files.html ? pathToFileURL(files.html) : dim('after npm ci also as the page that GitHub shows')}`);
  print();
  if (story.group === 'credentials') {
    print(bold('requests'));
    if (requests.length === 0) print('  none');
    for (const {method, path, afterMs} of requests) {
      print(`  ${seconds(afterMs).padStart(6)}  ${plain(`${method} ${path}`)}`);
    }
    print();
  }
  const light = exitCode === 0 ? green('green') : red('red');
  const step = `step: ${light}, verdict ${outputs.status ?? 'missing'}, exit code ${exitCode}, ${seconds(durationMs)}`;
  const gate = outputs.status === 'succeeded' && exitCode === 0 ? green('runs') : red('skipped');
  print(`${step} → deploy step: ${gate}`);
  if (!asDeclared) print(red(`The verdict should have been ${story.verdict}, not ${outputs.status ?? 'missing'}.`));
  print();
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

process.exitCode = await main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});
