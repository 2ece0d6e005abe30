// Prints as JSON what .ci/oracle.py holds against the vendor's SDK: the defaults of the inputs, and by service the words
// and the hosts in the regions given. Reads build/.
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {endpointOf, iam, sts} from '../build/src/hosts.js';
import {services} from '../build/src/services/index.js';

const regions = process.argv.slice(2);
const hostsOf = addressee =>
  Object.fromEntries(regions.map(region => [region, endpointOf(addressee, region, undefined).url ?? null]));

const {inputs} = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));
const defaults = Object.entries(inputs).map(([name, input]) => [name, String(input.default ?? '')]);

process.stdout.write(
  JSON.stringify({
    inputs: Object.fromEntries(defaults),
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
