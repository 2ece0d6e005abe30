// `npm run package`: bundles build/ into dist/ and puts the licences of all chunks into one licenses.txt.
// What stands behind it goes to ncc: `npm run package -- --stats-out stats.json`.
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const dist = 'dist';
/** For packages that come without the text of their licence. */
const texts = new Map([['MIT-0', 'scripts/MIT-0.txt']]);
/** Our own code under another package's name. */
const standIns = new Set(['@actions/exec', 'undici']);

const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
rmSync(dist, {recursive: true, force: true});
// ncc writes the licences once for each chunk; under one name, only those of the last one would be left.
const options = ['--out', dist, '--license', 'licenses-[name].txt', ...process.argv.slice(2)];
execFileSync(process.execPath, [ncc, 'build', 'build/src/index.js', ...options], {stdio: 'inherit'});

const entries = new Map();
for (const file of readdirSync(dist).filter(name => /^licenses-.*\.txt$/.test(name))) {
  const path = join(dist, file);
  for (const [name, entry] of entriesOf(readFileSync(path, 'utf8'))) entries.set(name, entry);
  rmSync(path);
}
const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
writeFileSync(join(dist, 'licenses.txt'), `${sorted.join('\n\n')}\n`);

/** An entry is the name of a package on a line of its own, the id of its licence on the next one, and the text. */
function entriesOf(licenses) {
  return licenses
    .replaceAll('\r\n', '\n')
    .split(/(?:^|\n\n)(?=(?:@[\w.-]+\/)?[\w.-]+\n[\w.() -]+(?:\n|$))/)
    .filter(text => text.trim() !== '' && !standIns.has(text.trim().split('\n', 1)[0]))
    .map(text => {
      const [name, license, ...rest] = text.trim().split('\n');
      const own = texts.get(license);
      if (rest.length === 0 && own === undefined) throw new Error(`${name} comes without the text of ${license}`);
      return [name, rest.length > 0 ? text.trim() : `${name}\n${license}\n${readFileSync(own, 'utf8').trim()}`];
    });
}
