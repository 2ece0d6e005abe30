// Runs the tests in build/: `node scripts/jest.mjs [--long] [arguments of Jest]`; --long plays many more random ones.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** Jest loads modules by an interface of Node that is experimental. Node can be told not to warn of that since 20.11. */
export const nodeArguments = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'].filter(argument =>
  process.allowedNodeEnvironmentFlags.has(argument.split('=', 1)[0])
);

/** The tests that write action.yml, pages of docs and parts of the READMEs anew where UPDATE_README is set. */
const writers = ['metadata', 'service-pages', 'readme-troubleshooting'];

function run(given, env) {
  const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
  const {status} = spawnSync(process.execPath, [...nodeArguments, jest, ...given], {stdio: 'inherit', env});
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const isLong = given[0] === '--long';
  if (isLong) given.splice(0, 1, 'no-false-green', 'mutated');
  const many = isLong ? {FALSE_GREEN_RUNS: '200000', MUTATED_RUNS: '500000'} : {};
  const {UPDATE_README: update, ...env} = {...many, ...process.env};
  // All is written before anything reads it, and by one after the other.
  const written =
    update === '1' ? run(['--runInBand', '-t', 'UPDATE_README', ...writers], {...env, UPDATE_README: update}) : 0;
  process.exitCode = run(given, env) || written;
}
