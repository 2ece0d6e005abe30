import type {LoadedServices} from '../../src/inputs/inputs.ts';
import * as index from '../../src/services/index.ts';
import type {Service} from '../../src/services/service.ts';

export const services = await index.loadServices();

export const loaded: LoadedServices = {services, areAll: true};

export function findService(name: string): Service | undefined {
  return index.findService(services, name);
}
