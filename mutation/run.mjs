// Changes the code in one place at a time and runs the tests: a change that no test notices is a gap in them.
// `npm run mutation` tries the parts whose files have changed since their committed result, `npm run mutation -- client`
// one in any case, with `--survivors` only what no test noticed before, and `--report` only writes docs/mutation.md.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {posix} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Stryker} from '@stryker-mutator/core';
import {nodeArguments} from '../scripts/jest.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const services = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/services'], {encoding: 'utf8'})
  .split('\n')
  .filter(existsSync);
const evidence = services.filter(file => file.endsWith('.mjs'));
const names = services
  .filter(file => /^src\/services\/[^/]+\/samples\.mjs$/.test(file))
  .map(file => file.split('/')[2]);
const cloud = readdirSync('demo').map(file => `demo/${file}`);

/** The code of a folder, apart from texts for people. */
function filesIn(folder, ...texts) {
  const names = readdirSync(folder).filter(name => name.endsWith('.ts') && !texts.includes(name));
  return names.map(name => `${folder}/${name}`);
}

function testsIn(folder) {
  const names = readdirSync(`__tests__/${folder}`).filter(name => name.endsWith('.test.ts'));
  return names.map(name => `${folder}/${name.replace('.test.ts', '')}`);
}

/** The data of a service makes all of its tests run again, so that they are of that service alone. */
const partOfService = name => [
  `services/${name}`,
  {
    mutate: [`src/services/${name}/service.ts`],
    tests: ['services/services'],
    data: evidence.filter(file => /services\/(families\/|[^/]+$)/.test(file) || file.includes(`/${name}/`)),
    environment: {ONLY_SERVICE: name}
  }
];

/**
 * What is changed, the tests that look at it, and what these read besides what they import. The tests are in memory and
 * quick, for each of them runs hundreds of times. On virtual time a mutant may wait for ever. `firstBy` names the
 * services whose tests try the changes of a file one by one before those of all services do. `ofAll` are tests that need all.
 */
const parts = {
  ...Object.fromEntries(names.map(partOfService)),
  families: {
    mutate: services.filter(file => /^src\/services\/(families\/\w[^/]*|index|parts|service)\.ts$/.test(file)),
    tests: [...testsIn('services'), ...testsIn('services/families')],
    data: evidence,
    ofAll: ['services/advice', 'services/list', 'services/translations'],
    firstBy: {
      cce: ['cce', 'cce-addon', 'cce-autopilot', 'cce-cluster'],
      codearts: ['codearts-build'],
      dataarts: ['dataarts-script', 'dataarts-studio', 'dataarts-job'],
      dli: ['dli-sql', 'dli-spark'],
      dms: ['kafka', 'rocketmq', 'rabbitmq'],
      job: ['ecs', 'rfs-stack-set', 'cdn', 'dataarts-script', 'eip', 'cbr', 'dws', 'sfs-turbo'],
      resource: ['ecs-server', 'cce-addon', 'cdn-domain', 'dws-cluster', 'elb-loadbalancer', 'kafka-instance'],
      rfs: ['rfs-stack', 'rfs-plan', 'rfs-stack-set'],
      'task-centre': ['rds', 'rds-backup', 'gaussdb', 'taurusdb', 'dds']
    }
  },
  json: {mutate: ['src/json.ts'], tests: ['json']},
  rules: {
    mutate: ['src/polling/verdict.ts', 'src/task.ts', 'src/polling/backoff.ts'],
    tests: ['polling/verdict', 'task', 'polling/backoff']
  },
  observe: {mutate: ['src/observe.ts'], tests: ['observe'], data: evidence},
  poller: {
    mutate: ['src/polling/poller.ts', 'src/polling/judge.ts', 'src/polling/expectation.ts'],
    tests: ['polling/poller', 'polling/judge', 'polling/expectation'],
    mayWaitForEver: true
  },
  many: {
    mutate: ['src/polling/pool.ts', 'src/polling/throttle.ts', 'src/polling/wait.ts'],
    tests: ['polling/pool', 'polling/throttle', 'polling/wait'],
    mayWaitForEver: true
  },
  client: {mutate: ['src/http/client.ts'], tests: ['http/client']},
  gateway: {mutate: ['src/gateway.ts'], tests: ['gateway', 'http/client']},
  body: {mutate: ['src/http/body.ts'], tests: ['http/body']},
  'json-text': {mutate: ['src/http/json-text.ts'], tests: ['http/json-text']},
  proxy: {mutate: ['src/http/proxy.ts'], tests: ['http/proxy']},
  connections: {mutate: ['src/http/connection-problem.ts'], tests: ['http/connection-problem']},
  auth: {mutate: filesIn('src/auth'), tests: testsIn('auth'), data: cloud},
  custom: {
    mutate: filesIn('src/services/custom', 'words.ts'),
    // Those of the ready definitions are whole runs, which take seconds.
    tests: testsIn('services/custom').filter(name => !name.endsWith('/definitions')),
    data: [...cloud, 'docs/custom.md', 'docs/custom.zh-CN.md'],
    mayWaitForEver: true
  },
  facts: {
    mutate: filesIn('src/report/facts'),
    tests: ['report/words', 'report/explain', ...testsIn('report/facts')]
  }
};

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
const resultFile = part => `mutation/results/${part}.json`;
const readResult = part => (existsSync(resultFile(part)) ? readJson(resultFile(part)) : undefined);

/** Survivors with a reason change nothing, and broken mutants kept the tests from running: no part of the total. */
function writeResult(part, {sources, tests, date, tool, minutes, killed, timeout, broken, survivors}) {
  const survived = survivors.filter(({reason}) => reason === undefined).length;
  const total = killed + timeout + survived;
  const counts = {
    score: scoreOf(total, survived),
    total,
    killed,
    timeout,
    survived,
    equivalent: survivors.length - survived,
    broken
  };
  const result = {sources, tests, date, tool, minutes: Math.ceil(minutes), ...counts, survivors};
  mkdirSync(posix.dirname(resultFile(part)), {recursive: true});
  writeFileSync(resultFile(part), `${JSON.stringify(result, null, 2)}\n`);
}

/** In percent, rounded down, so that 100 is all. */
function scoreOf(total, survived) {
  return total === 0 ? 100 : Math.floor((1000 * (total - survived)) / total) / 10;
}

/** The tests and all of their helpers. */
function testFilesOf(part) {
  const files = new Set(parts[part].tests.map(name => `__tests__/${name}.test.ts`));
  for (const file of files) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/ from '(\.{1,2}\/[^']+)'/g)) {
      const imported = posix.join(posix.dirname(file), path);
      if (imported.startsWith('__tests__/')) files.add(imported);
    }
  }
  return [...files];
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(`${file}\0${readFileSync(file, 'utf8')}\0`);
  return hash.digest('hex').slice(0, 16);
}

const sourcesHash = part => hashOf([...parts[part].mutate, 'mutation/prose.mjs']);
const testsHash = part => hashOf([...testFilesOf(part), ...(parts[part].data ?? [])]);

function isCurrent(part) {
  const result = readResult(part);
  return result?.sources === sourcesHash(part) && result.tests === testsHash(part);
}

const statuses = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'survived',
  // The change kept the tests from running.
  RuntimeError: 'broken',
  CompileError: 'broken'
};

async function test(part) {
  const hashes = {sources: sourcesHash(part), tests: testsHash(part)};
  const {mutate, firstBy, ofAll, environment} = parts[part];
  if (firstBy === undefined) {
    writeResult(part, {...hashes, ...now(), ...(await tried(part, mutate, {environment}))});
    return;
  }
  // The tests of all services take long: those of a few notice most changes one by one, and the others are for the rest.
  const results = [];
  let survivors = [];
  for (const file of mutate) {
    const [first = 'ecs', ...others] = firstBy[posix.basename(file, '.ts')] ?? [];
    const quick = service => ({
      environment: {ONLY_SERVICE: service},
      tests: parts[part].tests.filter(name => !ofAll.includes(name))
    });
    results.push(await tried(part, [file], quick(first)));
    let left = results.at(-1).survivors;
    for (const service of others) {
      if (left.length === 0) break;
      results.push(await triedAgain(part, left, quick(service)));
      left = results.at(-1).survivors;
    }
    survivors = [...survivors, ...left];
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  // That these change nothing is known.
  const equivalent = readJson('mutation/equivalent.json');
  const isNamed = survivor => entryOf(survivor, equivalent) !== undefined;
  const again = await triedAgain(
    part,
    survivors.filter(one => !isNamed(one))
  );
  writeResult(part, {
    ...hashes,
    ...now(),
    minutes: sum('minutes') + again.minutes,
    killed: sum('killed') + again.killed,
    timeout: sum('timeout') + again.timeout,
    broken: sum('broken') + again.broken,
    survivors: [...survivors.filter(isNamed), ...again.survivors]
  });
}

/** Tries once more what survived, for a new test cannot let another mutant live. */
async function retest(part) {
  const result = readResult(part);
  // The report says that such a part has to be tried as a whole.
  if (result?.sources !== sourcesHash(part)) return;
  const missed = result.survivors.filter(({reason}) => reason === undefined);
  if (missed.length === 0) return;
  const tests = testsHash(part);
  const again = await triedAgain(part, missed);
  writeResult(part, {
    ...result,
    tests,
    ...now(),
    killed: result.killed + again.killed,
    timeout: result.timeout + again.timeout,
    broken: result.broken + again.broken,
    survivors: result.survivors.filter(
      one => one.reason !== undefined || again.survivors.some(other => keyOf(other) === keyOf(one))
    )
  });
}

const keyOf = ({file, at, replacement}) => JSON.stringify([file, at, replacement]);

/** Only these mutants, by all tests of the part where no others are given. */
function triedAgain(part, missed, by = {environment: parts[part].environment}) {
  if (missed.length === 0) return {minutes: 0, killed: 0, timeout: 0, broken: 0, survivors: []};
  const keys = new Set(missed.map(keyOf));
  const places = new Set(missed.map(({file, at}) => `${file}:${at}`));
  return tried(part, [...places], {
    ...by,
    isWanted: ({survivor}) => keys.has(keyOf(survivor))
  });
}

function now() {
  const tool = `Stryker ${readJson('mutation/package.json').devDependencies['@stryker-mutator/core']}`;
  return {date: new Date().toISOString().slice(0, 10), tool};
}

/** Runs Stryker and counts the mutants that are wanted, but for those in texts for people. */
async function tried(part, mutate, {environment = {}, tests = parts[part].tests, isWanted = () => true}) {
  const startedMs = Date.now();
  Object.assign(process.env, environment);
  // In one file, for each file of tests loads the code anew for each mutant.
  const together = '__tests__/together.ts';
  writeFileSync(together, tests.map(name => `import './${name}.test.ts';\n`).join(''));
  const sources = new Map(parts[part].mutate.map(file => [file, readFileSync(file, 'utf8')]));
  const mutants = await new Stryker({
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
      config: {
        testMatch: ['**/__tests__/together.js'],
        // Stryker does not know what `<rootDir>` is.
        testEnvironment: fileURLToPath(new URL('../scripts/jest-environment.mjs', import.meta.url))
      }
    },
    coverageAnalysis: 'perTest',
    // On a busy machine the tests of all services take seconds.
    timeoutMS: parts[part].mayWaitForEver ? 10_000 : 30_000,
    ...(process.env.MUTATION_CONCURRENCY && {concurrency: Number(process.env.MUTATION_CONCURRENCY)}),
    ignorePatterns: ['build', 'dist', 'docs/pictures', 'mutation'],
    tempDirName: '.stryker-tmp',
    // What Jest leaves behind of each run slows the next ones down.
    maxTestRunnerReuse: 50,
    reporters: ['progress-append-only'],
    allowConsoleColors: false
  })
    .runMutationTest()
    .finally(() => rmSync(together));
  for (const name of Object.keys(environment)) delete process.env[name];
  const found = mutants
    .filter(({status}) => status !== 'Ignored')
    .map(({status, fileName, location: {start, end}, replacement}) => {
      const file = posix.normalize(fileName).replace(/^.*?(?=src\/)/, '');
      const original = textAt(sources.get(file), start, end);
      const at = `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
      return {outcome: statuses[status], survivor: {file, at, original, replacement}};
    })
    .filter(isWanted);
  const count = wanted => found.filter(({outcome}) => outcome === wanted).length;
  // To be looked at: an endless loop is noticed by nothing else, and a busy machine may be the reason as well.
  for (const one of found.filter(({outcome}) => outcome === 'timeout'))
    console.log(`timed out: ${nameOf(one.survivor)}`);
  return {
    minutes: (Date.now() - startedMs) / 60_000,
    killed: count('killed'),
    timeout: count('timeout'),
    broken: count('broken'),
    survivors: found.filter(({outcome}) => outcome === 'survived').map(({survivor}) => survivor)
  };
}

const nameOf = ({file, at, original, replacement}) => `${file}:${at} ${original} → ${replacement}`.replace(/\s+/g, ' ');

function textAt(source, start, end) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push(lines.pop().slice(0, end.column - 1));
  return [lines[0].slice(start.column - 1), ...lines.slice(1)].join('\n');
}

/** What says why a survivor changes nothing. */
function entryOf(one, equivalent) {
  const code = readFileSync(one.file, 'utf8').split('\n')[Number.parseInt(one.at, 10) - 1].trim();
  return equivalent.find(
    ({file, original, replacements, code: named = code}) =>
      file === one.file && original === one.original && replacements.includes(one.replacement) && named === code
  );
}

/** Writes the reasons why survivors do the same as the code into the results. Gives what is wrong with these. */
function explain(part, equivalent, used) {
  const result = readResult(part);
  if (!result) return [`nothing is known of ${part}: npm run mutation -- ${part}`];
  if (result.sources !== sourcesHash(part)) return [`${part} has changed: npm run mutation -- ${part}`];
  const survivors = result.survivors.map(({reason: _, ...one}) => {
    const entry = entryOf(one, equivalent);
    if (!entry) return one;
    used.add(keyOfEntry(entry, one.replacement));
    return {...one, reason: entry.reason};
  });
  writeResult(part, {...result, survivors});
  return [
    ...(isCurrent(part) ? [] : [`the tests of ${part} have changed: npm run mutation -- ${part}`]),
    ...survivors.filter(({reason}) => reason === undefined).map(one => `survived: ${nameOf(one)}`)
  ];
}

const keyOfEntry = ({file, code, original}, replacement) => JSON.stringify([file, code, original, replacement]);

function report() {
  const equivalent = readJson('mutation/equivalent.json');
  const used = new Set();
  const wrong = Object.keys(parts).flatMap(part => explain(part, equivalent, used));
  const isRead = file => Object.keys(parts).some(part => parts[part].mutate.includes(file) && isCurrent(part));
  for (const entry of equivalent.filter(({file}) => isRead(file))) {
    for (const replacement of entry.replacements.filter(one => !used.has(keyOfEntry(entry, one)))) {
      wrong.push(`named as equivalent, but no survivor: ${entry.file} ${entry.original} → ${replacement}`);
    }
  }
  for (const line of wrong) console.log(line);
  writeFileSync('docs/mutation.md', markdown());
  return wrong.length === 0;
}

/** The files, or their folder where there are many. */
function shownFiles(files) {
  if (files.length <= 4) return files.map(file => `\`${file}\``).join(' ');
  return [...new Set(files.map(file => `\`${posix.dirname(file)}/\``))].join(' ');
}

/** Of one part, or of all services together. */
function rowOf(part, files, results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const [total, survived] = [sum('total'), sum('survived')];
  const dates = [...new Set(results.map(({date}) => date))].sort();
  const counts = [`${scoreOf(total, survived)} %`, total, survived, sum('equivalent'), sum('minutes')];
  return `| ${[part, files, ...counts, `${dates.at(-1)}, ${results[0].tool}`].join(' | ')} |`;
}

function markdown() {
  const isKnown = part => existsSync(resultFile(part));
  const isOfService = part => part.startsWith('services/');
  const known = Object.keys(parts).filter(isKnown);
  const ofServices = known.filter(isOfService);
  const rows = [
    ...(ofServices.length > 0
      ? [rowOf('services', `\`service.ts\` of ${ofServices.length} services`, ofServices.map(readResult))]
      : []),
    ...known
      .filter(part => !ofServices.includes(part))
      .map(part => rowOf(part, shownFiles(parts[part].mutate), [readResult(part)]))
  ];
  const missing = Object.keys(parts).filter(part => !isKnown(part));
  const missingServices = missing.filter(isOfService).length;
  const notMeasured = [
    ...(missingServices > 0 ? [`${missingServices} services`] : []),
    ...missing.filter(part => !isOfService(part))
  ];
  return `# Mutation tests

Made by \`npm run mutation\`: it changes one place of the code after the other, and the tests have to notice. Each changed
place is a mutant. Those that change nothing do not count in the total: [equivalent.json](../mutation/equivalent.json) has
each of them with the reason why.

| Part | Files | Score | Mutants | Survived | Equivalent | Minutes | Measured |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
${rows.join('\n')}
${notMeasured.length > 0 ? `\nNot measured yet: ${notMeasured.join(', ')}.\n` : ''}`;
}

const [flags, named] = [true, false].map(isFlag => process.argv.slice(2).filter(it => it.startsWith('--') === isFlag));
const partsIn = name => Object.keys(parts).filter(part => part === name || part.startsWith(`${name}/`));
assert.deepEqual(
  named.filter(name => partsIn(name).length === 0),
  [],
  `the parts are ${Object.keys(parts).join(', ')}, and services for those of all services`
);
const asked = named.flatMap(partsIn);
assert(
  flags.every(flag => flag === '--report' || flag === '--survivors'),
  'the flags are --report and --survivors'
);
if (flags.includes('--survivors')) {
  for (const part of asked.length > 0 ? asked : Object.keys(parts)) await retest(part);
} else if (!flags.includes('--report')) {
  for (const part of asked.length > 0 ? asked : Object.keys(parts).filter(part => !isCurrent(part))) await test(part);
}
process.exitCode = report() ? 0 : 1;
