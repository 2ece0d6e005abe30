import * as all from './list.ts';
import type {Service} from './service.ts';

/** The value of the input `service`, but for `custom`. */
export type ServiceName = (typeof all)[keyof typeof all]['name'];

export const services: readonly (Service & {readonly name: ServiceName})[] = Object.values(all);

/** The service that goes by this name or alias. */
export function findService(name: string): Service | undefined {
  return services.find(service => service.name === name || service.aliases.includes(name));
}
