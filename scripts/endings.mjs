/**
 * `npm run endings -- folder`: plays endings of every kind on the built action, and writes what a person reads of each
 * into the folder, the log and the summary apart. To be read without knowing the action: what happened, on whose side,
 * is the task still running, what to do now, where is the evidence?
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {play} from '../demo/stage.mjs';
import {stories} from '../demo/stories.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run endings -- folder');

/** Stories by group and name, with inputs put over theirs. */
const endings = [
  ['dataarts-studio/succeeds'],
  ['dataarts-studio/fails'],
  ['taurusdb/fails'],
  ['dataarts-studio/failed-subtask-under-success'],
  ['dataarts-studio/warning'],
  ['codearts-check/stopped'],
  ['dataarts-studio/never-ends'],
  ['dataarts-studio/never-ends', {timeout: '4'}],
  ['dataarts-studio/html'],
  ['dataarts-studio/looks-once'],
  ['dataarts-studio/cancelled'],
  ['dataarts-studio/ten-tasks'],
  ['dataarts-studio/not-found'],
  ['dataarts-studio/not-found', {'task-id': '31b8ae23-c687-4d80-b7b4-42a66c9bb886'}],
  ['dataarts-studio/vanishes'],
  ['dataarts-studio/unknown-workspace'],
  ['dataarts-studio/unknown-end'],
  ['dataarts-studio/wrong-id'],
  ['dataarts-studio/redirect'],
  ['dataarts-studio/denied'],
  ['dataarts-studio/unknown-key'],
  ['dataarts-studio/wrong-secret-key'],
  ['credentials/trust-refused'],
  ['credentials/no-id-token-permission'],
  ['credentials/wrong-password'],
  ['credentials/instance-without-agency'],
  ['credentials/token-expires'],
  ['credentials/temporary-keys-expire'],
  ['credentials/no-project'],
  ['credentials/half-a-kind'],
  ['custom/custom-mistaken'],
  ['dataarts-studio/succeeds', {timeout: 'soon', service: 'dataart-studio', 'secret-key': ''}],
  ['dataarts-studio/succeeds', {'access-key': '', 'secret-key': ''}],
  ['dataarts-studio/succeeds', {'task-id': '{"taskId": "008aae2e67abe2ff0167abe3a28f0000"}'}],
  ['dataarts-studio/succeeds', {'access-key': '', 'secret-key': '', token: 'Bearer MIIabcdef'}]
];

await mkdir(folder, {recursive: true});
let number = 0;
for (const language of ['en-us', 'zh-cn']) {
  for (const [name, inputs = {}] of endings) {
    const story = stories.find(({group, name: own}) => `${group}/${own}` === name);
    if (story === undefined) throw new Error(`there is no story ${name}`);
    const {log, summary, outputs} = await play({...story, inputs: {...story.inputs, ...inputs, language}});
    number += 1;
    const file = join(folder, `${String(number).padStart(2, '0')}-${name.replace('/', '-')}-${language}`);
    await writeFile(`${file}.log.txt`, `${stripVTControlCharacters(log)}\n`);
    await writeFile(`${file}.summary.md`, summary);
    process.stdout.write(`${file}: ${outputs.status}\n`);
  }
}
