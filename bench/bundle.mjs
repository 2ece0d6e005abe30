import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const ncc = `${root}node_modules/@vercel/ncc/dist/ncc/cli.js`;

/** Makes one file of an entry and what it loads, as packaging does. Gives its path. */
export function bundle(entry, out, ...more) {
  execFileSync(process.execPath, [ncc, 'build', entry, '--out', out, ...more]);
  return `${out}/index.${entry.split('.').at(-1)}`;
}

/** What an action on the same two packages cannot do without. */
const noOp = `import * as core from '@actions/core';
import {HttpClient} from '@actions/http-client';
new HttpClient('no-op');
core.setOutput('seen', core.getInput('nothing'));
`;

/** Bundles it with all that the two packages bring, what is left out here too. What is in `more` comes behind it. */
export function bundleNoOp(folder, more = '') {
  const packages = `${folder}/node_modules`;
  for (const name of ['@actions', 'tunnel']) {
    cpSync(`${root}node_modules/${name}`, `${packages}/${name}`, {recursive: true});
  }
  for (const [name, itself] of [
    ['undici', 'undici-itself'],
    ['@actions/exec', 'exec-itself']
  ]) {
    rmSync(`${packages}/${name}`, {force: true});
    cpSync(`${root}node_modules/${itself}`, `${packages}/${name}`, {recursive: true});
  }
  writeFileSync(`${folder}/no-op.js`, `${noOp}${more}`);
  return bundle(`${folder}/no-op.js`, `${folder}/bundle`);
}

/** The same with what stands in for packages here. */
export function bundleNoOpWithStandIns(folder) {
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}/no-op.js`, noOp);
  return bundle(`${folder}/no-op.js`, `${folder}/bundle`);
}
