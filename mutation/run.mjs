// Changes the code in one place at a time and runs the tests: a change that no test notices is a gap in them.
// `npm run mutation` tries all changes, `npm run mutation -- client json` those of these parts, with `--survivors` only
// those that no test noticed before, and `--report` only sums up what was found. All end with docs/mutation.json.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Stryker} from '@stryker-mutator/core';
import {nodeArguments} from '../scripts/jest.mjs';

const leastScore = 90;

/** What is changed, and the tests that look at it: in memory and quick, for each of them runs hundreds of times. */
const parts = {
  services: {
    // What a workflow defines itself is read by the last three.
    mutate: ['src/services/**/*.ts', '!src/services/custom/*.ts', '!src/services/samples.ts'],
    tests: ['services/services']
  },
  json: {mutate: ['src/json.ts'], tests: ['json']},
  rules: {
    mutate: ['src/polling/verdict.ts', 'src/task.ts', 'src/polling/backoff.ts', 'src/observe.ts'],
    tests: ['polling/verdict', 'task', 'polling/backoff', 'polling/poller', 'observe']
  },
  client: {mutate: ['src/http/client.ts'], tests: ['http/client']},
  poller: {mutate: ['src/polling/poller.ts', 'src/polling/judge.ts'], tests: ['polling/poller', 'polling/judge']},
  many: {
    mutate: ['src/polling/pool.ts', 'src/polling/throttle.ts', 'src/polling/wait.ts'],
    tests: ['polling/pool', 'polling/throttle', 'polling/wait']
  }
};

/** Tests on virtual time. */
const waiting = new Set(['poller', 'pool', 'wait']);

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const reportFile = 'docs/mutation.json';
const resultsFile = part => `mutation/results/${part}.json`;
const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

const isAlive = ({status}) => status === 'Survived' || status === 'NoCoverage';

/** Tries what survived or took too long before once more, for a new test cannot let another mutant live. */
async function retest(part) {
  if (!existsSync(resultsFile(part))) return;
  const results = readJson(resultsFile(part));
  const alive = Object.entries(results.files).flatMap(([file, {mutants}]) =>
    mutants.filter(mutant => isAlive(mutant) || mutant.status === 'Timeout').map(mutant => ({file, mutant}))
  );
  if (alive.length === 0) return;
  const ranges = alive.map(({file, mutant: {location}}) => {
    const {start, end} = location;
    return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
  });
  const fileName = `mutation/results/${part}-again.json`;
  await test(part, {mutate: [...new Set(ranges)], fileName});
  const again = readJson(fileName);
  rmSync(fileName);
  const keyOf = ({location, replacement}) => JSON.stringify([location, replacement]);
  for (const {file, mutant} of alive) {
    const now = again.files[file]?.mutants.find(other => keyOf(other) === keyOf(mutant));
    assert(now, `${file}:${mutant.location.start.line} is not found again: npm run mutation -- ${part}`);
    mutant.status = now.status;
  }
  writeFileSync(resultsFile(part), JSON.stringify(results));
}

async function test(part, {mutate = parts[part].mutate, fileName = resultsFile(part)} = {}) {
  const {tests} = parts[part];
  await new Stryker({
    mutate,
    ignorers: ['prose'],
    plugins: ['@stryker-mutator/jest-runner', fileURLToPath(new URL('prose.mjs', import.meta.url))],
    // A mutant seldom has the right types.
    buildCommand: 'tsc --noCheck',
    // No such file: Stryker would rewrite ours with the compiler's former JavaScript API.
    tsconfigFile: 'none.json',
    testRunner: 'jest',
    testRunnerNodeArgs: nodeArguments,
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: {testMatch: tests.map(name => `**/__tests__/${name}.test.js`)}
    },
    coverageAnalysis: 'perTest',
    // On a busy machine the tests of all services take seconds. Where tests wait, a mutant may wait for ever.
    timeoutMS: tests.some(name => waiting.has(name)) ? 5000 : 30_000,
    ...(process.env.MUTATION_CONCURRENCY && {concurrency: Number(process.env.MUTATION_CONCURRENCY)}),
    ignorePatterns: ['build', 'demo', 'dist', 'docs', 'mutation'],
    tempDirName: '.stryker-tmp',
    reporters: ['progress-append-only', 'json'],
    jsonReporter: {fileName},
    allowConsoleColors: false
  }).runMutationTest();
}

/** The text that a mutant replaces. */
function originalOf(source, {start, end}) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push(lines.pop().slice(0, end.column - 1));
  return [lines[0].slice(start.column - 1), ...lines.slice(1)].join('\n');
}

/** The mutants of all parts, but for those in texts for people. */
function mutantsIn(part) {
  return Object.entries(readJson(resultsFile(part)).files).flatMap(([file, {source, mutants}]) => {
    assert.equal(source, readFileSync(file, 'utf8'), `${file} has changed: npm run mutation -- ${part}`);
    return mutants
      .filter(({status}) => status !== 'Ignored')
      .map(({status, replacement, location}) => ({
        file,
        line: location.start.line,
        code: source.split('\n')[location.start.line - 1].trim(),
        original: originalOf(source, location),
        replacement,
        status
      }));
  });
}

/** Whether this survivor is among those that are named as equivalent. A name goes by the text, and not by its place. */
const isNamedBy = mutant => entry =>
  entry.file === mutant.file &&
  entry.original === mutant.original &&
  entry.replacements.includes(mutant.replacement) &&
  (entry.code === undefined || entry.code === mutant.code);

function countsOf(mutants) {
  const number = status => mutants.filter(mutant => mutant.status === status).length;
  const [killed, timeout, survived, noCoverage] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(number);
  const total = killed + timeout + survived + noCoverage;
  return {
    score: total === 0 ? 100 : Math.floor((1000 * (killed + timeout)) / total) / 10,
    killed,
    survived,
    timeout,
    noCoverage,
    // No change to what the code does, so no part of the total.
    equivalent: number('Equivalent'),
    // The change kept the tests from starting: no part of the total either.
    broken: number('RuntimeError') + number('CompileError'),
    total
  };
}

function report() {
  const equivalent = readJson('mutation/equivalent.json');
  const found = Object.keys(parts).flatMap(mutantsIn);
  const mutants = found.map(mutant =>
    isAlive(mutant) && equivalent.some(isNamedBy(mutant)) ? {...mutant, status: 'Equivalent'} : mutant
  );
  const unnamed = mutants.filter(isAlive);
  for (const {file, line, original, replacement} of unnamed) {
    console.log(`survived: ${file}:${line} ${original} → ${replacement}`);
  }
  const stale = equivalent.flatMap(entry =>
    entry.replacements
      .filter(one => !found.some(mutant => isAlive(mutant) && isNamedBy(mutant)({...entry, replacements: [one]})))
      .map(one => `${entry.file} ${entry.original} → ${one}`)
  );
  for (const name of stale) console.log(`named as equivalent, but no survivor: ${name}`);

  const files = [...new Set(mutants.map(({file}) => file))];
  const result = {
    date: new Date(Math.min(...Object.keys(parts).map(part => statSync(resultsFile(part)).mtimeMs))).toISOString(),
    tool: `Stryker ${readJson('mutation/package.json').devDependencies['@stryker-mutator/core']}`,
    ...countsOf(mutants),
    files: files.map(file => ({file, ...countsOf(mutants.filter(mutant => mutant.file === file))}))
  };
  mkdirSync('docs', {recursive: true});
  writeFileSync(reportFile, `${JSON.stringify(result, null, 2)}\n`);
  for (const {file, score, total} of result.files) console.log(`${String(score).padStart(5)} % of ${total} ${file}`);
  console.log(`${String(result.score).padStart(5)} % of ${result.total}, ${result.equivalent} more are equivalent`);
  return result.score >= leastScore && unnamed.length === 0 && stale.length === 0;
}

const [flags, asked] = [true, false].map(isFlag => process.argv.slice(2).filter(it => it.startsWith('--') === isFlag));
assert.deepEqual(
  asked.filter(part => !Object.hasOwn(parts, part)),
  [],
  `the parts are ${Object.keys(parts).join(', ')}`
);
assert(
  flags.every(flag => flag === '--report' || flag === '--survivors'),
  'the flags are --report and --survivors'
);
const some = asked.length > 0 ? asked : Object.keys(parts);
if (!flags.includes('--report')) {
  for (const part of some) await (flags.includes('--survivors') ? retest(part) : test(part));
}
const missing = Object.keys(parts).filter(part => !existsSync(resultsFile(part)));
if (missing.length > 0) console.log(`No report yet: nothing was found so far for ${missing.join(', ')}`);
process.exitCode = missing.length === 0 && report() ? 0 : 1;
