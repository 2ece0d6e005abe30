import type {LoadedServices} from '../../src/inputs/inputs.ts';
import * as index from '../../src/services/index.ts';
import type {Service} from '../../src/services/service.ts';

/** All of them; one alone where `ONLY_SERVICE` names it, for mutation tests change one at a time. */
export const services = await index.loadServices(
  index.serviceNames.filter(name => name === (process.env.ONLY_SERVICE ?? name))
);

export const loaded: LoadedServices = {services, areAll: true};

export function findService(name: string): Service | undefined {
  return index.findService(services, name);
}
