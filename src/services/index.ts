import * as all from './list.ts';
import {isIdOf, type Service} from './service.ts';

/** The value of the input `service`, but for `custom`. */
export type ServiceName = (typeof all)[keyof typeof all]['name'];

export const services: readonly (Service & {readonly name: ServiceName})[] = Object.values(all);

/** The service that goes by this name or alias. */
export function findService(name: string): Service | undefined {
  return services.find(service => service.name === name || service.aliases.includes(name));
}

/** The services whose ids have this form; none where so many have it that it tells nothing. */
export function servicesWithIdLike(item: string): readonly ServiceName[] {
  const names = services.filter(service => isIdOf(service, item)).map(({name}) => name);
  return names.length <= 3 ? names : [];
}

/** The services, a few of them, of which this is the usual form of ids, where it is not that of the one asked. */
export function servicesWithUsualId({taskId: {usual}}: Service, taskId: string): readonly ServiceName[] {
  if (usual === undefined || usual.test(taskId)) return [];
  return services
    .filter((service: Service) => service.taskId.usual?.test(taskId))
    .map(({name}) => name)
    .slice(0, 5);
}
