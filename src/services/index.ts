import {bms} from './bms.ts';
import {cbr} from './cbr.ts';
import {cce} from './cce.ts';
import {codeartsCheck} from './codearts-check.ts';
import {dataartsJob} from './dataarts-job.ts';
import {dataartsStudio} from './dataarts-studio.ts';
import {dcs} from './dcs.ts';
import {dds} from './dds.ts';
import {dws} from './dws.ts';
import {ecs} from './ecs.ts';
import {eip} from './eip.ts';
import {elb} from './elb.ts';
import {evs} from './evs.ts';
import {gaussdb} from './gaussdb.ts';
import {geminidb} from './geminidb.ts';
import {ims} from './ims.ts';
import {rds} from './rds.ts';
import {rfsStack} from './rfs-stack.ts';
import type {Service} from './service.ts';
import {sfsTurbo} from './sfs-turbo.ts';
import {taurusdb} from './taurusdb.ts';

/** To add a service: write its file, list it here, give it samples in the tests. */
export const services = [
  dataartsStudio,
  taurusdb,
  codeartsCheck,
  ecs,
  evs,
  ims,
  bms,
  eip,
  dcs,
  sfsTurbo,
  dws,
  elb,
  rds,
  dds,
  gaussdb,
  geminidb,
  cce,
  cbr,
  rfsStack,
  dataartsJob
] as const satisfies readonly Service[];

export type ServiceName = (typeof services)[number]['name'];

/** The service that goes by this name or alias. */
export function findService(name: string): Service | undefined {
  return services.find((service: Service) => service.name === name || service.aliases.includes(name));
}
