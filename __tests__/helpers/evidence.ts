import {existsSync} from 'node:fs';
import type {ServiceName} from '../../src/services/index.ts';
import type {Evidence, Sample} from '../../src/services/samples.ts';
import {idsIn, type Service} from '../../src/services/service.ts';
import {services} from './services.ts';

/** What samples.mjs in the folder of each service says. */
export const evidence = {} as Record<ServiceName, Evidence>;
// One after the other: Jest loses modules that several of its imports at once have in common.
for (const {name} of services) {
  if (!existsSync(`src/services/${name}/samples.mjs`)) {
    throw new Error(
      `There is no src/services/${name}/samples.mjs: write it as CONTRIBUTING.md says under "Adding a service".`
    );
  }
  evidence[name] = (await import(`../../src/services/${name}/samples.mjs`)).evidence;
}

/** The body as it comes over the wire. */
export function textOf({body}: Pick<Sample, 'body'>): string {
  return 'text' in body ? body.text : JSON.stringify(body.json);
}

/** A parent that the service takes, for samples in which it plays no part: that of the example. */
export function anyParent(service: Service): string {
  return idsIn(evidence[service.name as ServiceName].example, service).parentId || 'P1';
}
