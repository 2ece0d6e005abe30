// Prints as JSON what .ci/oracle.py holds against the vendor's SDK: the defaults of the inputs, and by service the words
// what is sent to read why a task failed, and the hosts in the regions given. Reads build/.
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {endpointOf, iam, sts} from '../build/src/hosts.js';
import {loadServices} from '../build/src/services/index.js';
import {allEvidence} from '../scripts/evidence.mjs';

const regions = process.argv.slice(2);
const hostsOf = addressee =>
  Object.fromEntries(regions.map(region => [region, endpointOf(addressee, region, undefined).url ?? null]));

const [evidence, services] = [await allEvidence(), await loadServices()];

/** What is sent to read why a task failed, one request after the other, for the example. */
function causeRequests({name, causes}) {
  const {example, causes: reads = []} = evidence[name];
  const ids = example.split('/');
  const task = {taskId: ids.at(-1), parentId: ids.slice(0, -1).join('/'), projectId: '{project_id}', language: 'en-us'};
  const sent = [];
  for (let source = causes; source?.request && reads[sent.length]; ) {
    sent.push(source.request(task, {requestId: '{request_id}', dateMs: 0}));
    source = source.next?.(reads[sent.length - 1].answers[0].body.json);
  }
  return sent;
}

const {inputs} = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));
const defaults = Object.entries(inputs).map(([name, input]) => [name, String(input.default ?? '')]);

process.stdout.write(
  JSON.stringify({
    inputs: Object.fromEntries(defaults),
    causes: Object.fromEntries(services.map(service => [service.name, causeRequests(service)])),
    words: Object.fromEntries(services.map(({name, states}) => [name, Object.keys(states)])),
    scopes: Object.fromEntries(services.map(({name, scope}) => [name, scope])),
    global: services.filter(({hosts}) => hosts.global).map(({name}) => name),
    hosts: {
      iam: hostsOf(iam),
      sts: hostsOf(sts),
      ...Object.fromEntries(services.map(service => [service.name, hostsOf(service)]))
    }
  })
);
