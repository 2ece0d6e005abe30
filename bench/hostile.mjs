import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {timeExpressions} from '../build/__tests__/helpers/regular-expressions.js';
import {listen} from '../demo/listen.mjs';
import {startAction} from '../demo/runner.mjs';
import {bundle, root} from './bundle.mjs';
import {round, table, target} from './numbers.mjs';

const work = `${root}build/hostile`;
const manyTasks = 20;
const mebibyte = 2 ** 20;
const token = 'MIIExampleTokenThatIsNoWord0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const most = 3.9 * mebibyte;
const task = (id, status, more = {}) => ({id, name: 'import', status, startTime: 1544777081000, subtasks: [], ...more});
const repeated = (text, bytes = most) => text.repeat(Math.floor(bytes / text.length));
const withMessage = message => id => JSON.stringify(task(id, 'RUNNING', {message}));
const withMore = json => id => JSON.stringify(task(id, 'RUNNING', {more: '@'})).replace('"@"', () => json);
const subtask = i => ({id: `subtask-${i}`, name: `Import ${i}`, status: 'RUNNING', lastUpdate: 1544777083000});

/** Members of gzip in a row are one text. */
const zeros = Buffer.concat(Array.from({length: 16}, () => gzipSync(Buffer.alloc(64 * mebibyte))));

/** What the service answers from the second poll on, made once for each id. */
const bodies = {
  'a text of commas': withMessage(repeated(',')),
  'a text of blanks': withMessage(`a${repeated(' ')}b`),
  'a text of brackets': withMessage(repeated('[{(<')),
  'one long text': withMessage(repeated('x')),
  'a text of line breaks': withMessage(repeated('\n', most / 2)),
  'a text of percent escapes': withMessage(repeated('%41')),
  'a secret in pieces': withMessage(repeated(`${token.slice(0, 11)} `)),
  'a secret, again and again': withMessage(repeated(`${token} `)),
  'nothing but commas': () => `[${repeated(',')}]`,
  'nothing but blanks': () => repeated(' '),
  'nothing but brackets': () => repeated('['),
  '8 MiB': withMessage(repeated('x', 8 * mebibyte)),
  'just below 200,000 values': withMore(`[${'{},'.repeat(199_000)}0]`),
  'just below 200,000 keys': withMore(`{${Array.from({length: 199_000}, (_, i) => `"key${i}":0`).join()}}`),
  'a million values': withMore(`[${'{},'.repeat(1_000_000)}0]`),
  '100 subtasks': id =>
    JSON.stringify(task(id, 'RUNNING', {subtasks: Array.from({length: 100}, (_, i) => subtask(i))})),
  '35,000 subtasks': id =>
    JSON.stringify(task(id, 'RUNNING', {subtasks: Array.from({length: 35_000}, (_, i) => subtask(i))})),
  '1 GiB of zeros in gzip': () => zeros,
  '3.9 MiB of blanks in gzip': id => gzipSync(withMessage(`a${repeated(' ')}b`)(id))
};

/** Answers the first poll of each task plainly. */
function answering(body) {
  const made = new Map();
  const seen = new Set();
  return (response, request) => {
    const [id] = request.url.split('/').slice(-1);
    const isFirst = !seen.has(id);
    seen.add(id);
    if (!isFirst && !made.has(id)) made.set(id, body(id));
    const bytes = isFirst ? JSON.stringify(task(id, 'RUNNING')) : made.get(id);
    const headers = typeof bytes === 'string' ? {} : {'content-encoding': 'gzip'};
    response.writeHead(200, {'content-type': 'application/json', ...headers}).end(bytes);
  };
}

/** How long the step lives before it is told to stop: some hostile answers have come by then. */
const aliveMs = 4000;
const stuckAfterMs = 60_000;

async function play(main, body, count) {
  const server = await listen(answering(body));
  const probeFile = `${work}/probe`;
  writeFileSync(probeFile, '');
  const inputs = {
    service: 'dataarts-studio',
    'task-id': Array.from({length: count}, (_, i) => `${i}`.padStart(32, '0')).join(' '),
    'project-id': 'b384b9e9ab9b4ee8994c8633aabc9505',
    'min-interval': '1s',
    'max-interval': '1s',
    endpoint: server.url,
    token
  };
  const env = {NODE_OPTIONS: `--import ${root}bench/hostile-probe.mjs`, HOSTILE_PROBE: probeFile};
  const step = await startAction(inputs, {env, main, stuckAfterMs});
  await Promise.race([step.ended, new Promise(resolve => setTimeout(resolve, aliveMs))]);
  const toldMs = performance.now();
  step.kill('SIGINT');
  const {endedAtMs, outputs} = await step.ended;
  server.stop();
  const probe = readFileSync(probeFile, 'utf8');
  const {blockedMs, peakMib} = probe === '' ? {blockedMs: stuckAfterMs, peakMib: 0} : JSON.parse(probe);
  return {
    blockedMs: round(blockedMs, 0),
    exitMs: round(Math.max(0, endedAtMs - toldMs), 0),
    peakMib: round(peakMib, 0),
    status: outputs.status ?? 'none'
  };
}

export async function run() {
  rmSync(work, {recursive: true, force: true});
  mkdirSync(work, {recursive: true});
  const main = bundle(`${root}build/src/index.js`, `${work}/action`);
  const {times, last} = timeExpressions(`${root}src`);
  if (last !== 'END') throw new Error(`a regular expression does not end: ${last}`);
  const expressions = [...times]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 10)
    .map(({name, ms}) => ({name, ms: round(ms, 1)}));
  const plain = await play(main, id => JSON.stringify(task(id, 'RUNNING')), 1);
  const answers = {};
  for (const [name, body] of Object.entries(bodies)) {
    answers[name] = {one: await play(main, body, 1), many: await play(main, body, manyTasks)};
    console.log(name, JSON.stringify(answers[name]));
  }
  const all = Object.values(answers).flatMap(({one, many}) => [one, many]);
  const greatest = (plays, what) => Math.max(...plays.map(one => one[what]));
  const [ones, manies] = ['one', 'many'].map(kind => Object.values(answers).map(answer => answer[kind]));
  return {
    data: {plain, answers, expressions},
    targets: [
      target(
        'steps that ended green or without a status',
        all.filter(one => /none|succeeded/.test(one.status)).length,
        0,
        'steps'
      ),
      target('longest time that the event loop was blocked', greatest(all, 'blockedMs') / 1000, 0.3, 's'),
      target('from a signal to the exit, 1 task', greatest(ones, 'exitMs') / 1000, 1, 's'),
      target(`from a signal to the exit, ${manyTasks} tasks`, greatest(manies, 'exitMs') / 1000, 1, 's'),
      target('peak of memory', greatest(all, 'peakMib'), 300, 'MiB'),
      target('slowest regular expression on 64 KiB', expressions[0].ms, 50, 'ms')
    ]
  };
}

export function report({plain, answers, expressions}) {
  const cells = ({blockedMs, exitMs, peakMib}) => [blockedMs, exitMs, peakMib];
  return [
    `The bundle in a process of its own, against a server on the same machine that answers like this from the second poll on, each of 1 or ${manyTasks} tasks; texts are of 3.9 MiB. After ${aliveMs / 1000} s it gets SIGINT. Measured from inside: the longest time that the event loop was blocked, after the start-up, and the peak of resident memory. A step with one task and plain answers: blocked for ${plain.blockedMs} ms, exit after ${plain.exitMs} ms, peak ${plain.peakMib} MiB.`,
    table(
      ['Answer', 'Blocked, ms', 'Exit, ms', 'Peak, MiB', `Blocked, ${manyTasks} tasks`, 'Exit', 'Peak'],
      Object.entries(answers).map(([name, {one, many}]) => [name, ...cells(one), ...cells(many)])
    ),
    'The slowest regular expressions of `src/`, each on the worst of its texts of 64 KiB:',
    table(
      ['Expression', 'ms'],
      expressions.map(({name, ms}) => [`\`${name.replaceAll('|', '\\|')}\``, ms])
    )
  ].join('\n\n');
}
