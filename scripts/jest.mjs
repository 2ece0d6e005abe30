// Runs the tests in build/: `node scripts/jest.mjs [--long] [arguments of Jest]`; --long plays many more random ones.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** Jest loads modules by an interface of Node that is experimental. */
export const nodeArguments = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const isLong = given[0] === '--long';
  if (isLong) given.splice(0, 1, 'no-false-green', 'mutated');
  // What is written into the READMEs and action.yml then must not be read by another test meanwhile.
  if (process.env.UPDATE_README === '1') given.unshift('--runInBand');
  const many = isLong ? {FALSE_GREEN_RUNS: '200000', MUTATED_RUNS: '500000'} : {};
  const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
  const {status} = spawnSync(process.execPath, [...nodeArguments, jest, ...given], {
    stdio: 'inherit',
    env: {...many, ...process.env}
  });
  process.exitCode = status ?? 1;
}
