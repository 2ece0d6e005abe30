// Checks that licenses.txt has the name and the licence of every package of which a module is in the bundle or in one
// of its chunks.
// node check-licenses.mjs <ncc's statistics> <folder with node_modules and dist>
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const [statistics, folder] = process.argv.slice(2);
const folders = new Set();

function collect({nameForCondition, identifier = '', modules = []}) {
  // An identifier has the loaders first, which are not in the bundle.
  const path =
    nameForCondition ??
    identifier
      .split('!')
      .at(-1)
      .replace(/^[^|]*\|(?=.*node_modules)/, '');
  // The innermost package, for one can lie in another.
  const [packageFolder] = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/|?]+/.exec(path) ?? [];
  if (packageFolder) folders.add(resolve(folder, packageFolder));
  modules.forEach(collect);
}
const {modules, chunks = []} = JSON.parse(readFileSync(statistics, 'utf8'));
modules.forEach(collect);
for (const chunk of chunks) chunk.modules?.forEach(collect);

const words = text => text.split(/\s+/).filter(Boolean).join(' ');
const licenses = readFileSync(join(folder, 'dist', 'licenses.txt'), 'utf8');
const names = licenses.split(/\r?\n/);

/** From the name of a package to that of the next one. */
function entryOf(name) {
  const lines = names.slice(names.indexOf(name) + 1);
  const next = lines.findIndex((line, index) => lines[index - 1] === '' && /^(@[\w.-]+\/)?[\w.-]+$/.test(line));
  return lines.slice(0, next === -1 ? undefined : next).join('\n');
}

assert.ok(folders.size > 0, 'the statistics name no package');
for (const packageFolder of folders) {
  const {name, version, license} = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const files = readdirSync(packageFolder).filter(file => /^licen[cs]e/i.test(file));
  assert.equal(names.filter(line => line === name).length, 1, `dist/licenses.txt does not name ${name} once`);
  // A package may come without the text; packaging has those of some licences.
  const paths = files.length > 0 ? files.map(file => join(packageFolder, file)) : [`scripts/${license}.txt`];
  for (const path of paths) {
    const text = words(readFileSync(path, 'utf8'));
    assert.ok(words(entryOf(name)).includes(text), `dist/licenses.txt lacks the text of ${path} for ${name}`);
  }
  console.log(`${name} ${version}: ${files.join(', ') || license}`);
}
