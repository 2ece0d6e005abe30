// Prints what act's JSON log of the self-test workflow says, and checks which steps ran and how they ended.
// node check-act.mjs <log> <exit code of act>
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';

const [log, exitCode] = process.argv.slice(2);
const events = readFileSync(log, 'utf8')
  .split('\n')
  .filter(line => line.startsWith('{'))
  .map(line => JSON.parse(line))
  .map(event => ({...event, id: (event.stepID ?? []).join('/'), msg: stripVTControlCharacters(event.msg).trimEnd()}));

for (const {id, msg} of events) {
  console.log(`${id.padEnd(14)} | ${msg}`);
}
console.log(`\nact ended with exit code ${exitCode}`);

const started = '⭐ Run Main ';
const ran = events.filter(event => !event.raw_output && event.msg.startsWith(started));
assert.deepEqual(
  ran.map(({msg}) => msg.slice(started.length).replace(/@[0-9a-f]{40}$/, '')),
  [
    'actions/checkout',
    'Start the demo cloud',
    'Start the import',
    'Wait for the import',
    'Deploy',
    'Start another import',
    'Wait for it keyless',
    'Deploy keyless',
    'The same with an import that fails',
    'Start the import',
    'Wait for the import',
    // not: Deploy
    'Tell what went wrong',
    'Check the three gates',
    'Stop the demo cloud'
  ],
  'the steps that ran'
);

const ended = id => events.find(event => event.id === id && event.stage === 'Main' && event.stepResult)?.stepResult;
const outputs = id =>
  Object.fromEntries(
    events.filter(event => event.id === id && event.command === 'set-output').map(({name, arg}) => [name, arg])
  );
const printed = id => events.filter(event => event.id === id && event.raw_output).map(({msg}) => msg);
const hasSummary = id => events.some(event => event.id === id && event.command === 'summary');

assert.equal(ended('wait'), 'success', 'the wait for the import that succeeds');
assert.equal(outputs('wait').status, 'succeeded', 'its status');
assert.ok(hasSummary('wait'), 'its job summary');
assert.equal(ended('deploy'), 'success', 'its deployment');

assert.equal(ended('keyless'), 'success', 'the keyless wait');
assert.equal(outputs('keyless').status, 'succeeded', 'its status');
assert.ok(
  printed('keyless').some(line => line.includes('keyless (temporary keys of STS')),
  'the way in that it tells'
);
assert.equal(ended('deploy-keyless'), 'success', 'its deployment');
assert.ok(
  printed('stop').some(line => line.includes('POST /v5/agencies/assume-with-oidc → 200')),
  'the keys that the demo cloud gave it'
);

const {status, message, 'failed-subtasks': failedSubtasks} = outputs('failing/wait');
assert.equal(ended('failing/wait'), 'failure', 'the wait for the import that fails');
assert.equal(status, 'failed', 'its status');
assert.ok(message, 'its message');
assert.ok(JSON.parse(failedSubtasks ?? '[]').length > 0, 'its failed subtasks');
assert.ok(hasSummary('failing/wait'), 'its job summary');
assert.equal(outputs('failing').deploy, 'skipped', 'its deployment');
assert.equal(ended('failing/report'), 'success', 'its report');
assert.ok(
  printed('failing/report').includes(`Not deployed. The import ended as failed: ${message}`),
  'what its report says'
);
assert.equal(ended('failing'), 'failure', 'the action around it');

assert.equal(events.findLast(event => event.jobResult)?.jobResult, 'success', 'the job');
assert.equal(Number(exitCode), 0, 'exit code of act');
console.log(
  '\nThe gate opened for the imports that succeeded, the keyless one too, and stayed shut for the one that failed.'
);
