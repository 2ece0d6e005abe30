// Checks that licenses.txt has the name and the licence of every package of which a module is in the bundle.
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

assert.ok(folders.size > 0, 'the statistics name no package');
for (const packageFolder of folders) {
  const {name, version} = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const files = readdirSync(packageFolder).filter(file => /^licen[cs]e/i.test(file));
  assert.ok(files.length > 0, `${name} ${version} comes without its licence`);
  assert.ok(names.includes(name), `dist/licenses.txt does not name ${name}`);
  for (const file of files) {
    const text = words(readFileSync(join(packageFolder, file), 'utf8'));
    assert.ok(words(licenses).includes(text), `dist/licenses.txt lacks ${file} of ${name}`);
  }
  console.log(`${name} ${version}: ${files.join(', ')}`);
}
