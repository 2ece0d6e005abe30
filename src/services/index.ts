import {loaders} from './list.ts';
import {isIdOf, type Service} from './service.ts';

/** The value of the input `service`, but for `custom`. */
export type ServiceName = keyof typeof loaders;

type NamedService = Service & {readonly name: ServiceName};

export const serviceNames = Object.keys(loaders) as readonly ServiceName[];

export function isServiceName(name: string): name is ServiceName {
  return Object.hasOwn(loaders, name);
}

export function loadService(name: ServiceName): Promise<Service> {
  return loaders[name]();
}

export async function loadServices(names = serviceNames): Promise<readonly NamedService[]> {
  const services: NamedService[] = [];
  // One after the other: Jest fails where modules that share others are loaded at the same time.
  for (const name of names) services.push(await loaders[name]());
  return services;
}

/** The service that goes by this name or alias. */
export function findService(services: readonly Service[], name: string): Service | undefined {
  return services.find(service => service.name === name || service.aliases.includes(name));
}

/** The services whose ids have this form; none where so many have it that it means nothing. */
export function servicesWithIdLike(services: readonly Service[], item: string): readonly string[] {
  const names = services.filter(service => isIdOf(service, item)).map(({name}) => name);
  return names.length <= 3 ? names : [];
}

/** The services of which this is the usual form of ids, where it is not that of the one asked. */
export function servicesWithUsualId(
  services: readonly Service[],
  {taskId: {usual}}: Service,
  taskId: string
): readonly string[] {
  if (usual === undefined || usual.test(taskId)) return [];
  return services.filter(service => service.taskId.usual?.test(taskId)).map(({name}) => name);
}
