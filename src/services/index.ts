import {cae} from './cae.ts';
import {codeartsBuild} from './codearts-build.ts';
import {codeartsCheck} from './codearts-check.ts';
import {codeartsDeploy} from './codearts-deploy.ts';
import {codeartsPipeline} from './codearts-pipeline.ts';
import {dataartsStudio} from './dataarts-studio.ts';
import {dliSpark} from './dli-spark.ts';
import {dliSql} from './dli-sql.ts';
import {functiongraph} from './functiongraph.ts';
import {modelartsTraining} from './modelarts-training.ts';
import {mrs} from './mrs.ts';
import type {Service} from './service.ts';
import {sms} from './sms.ts';
import {swrSync} from './swr-sync.ts';
import {taurusdb} from './taurusdb.ts';

/** To add a service: write its file, list it here, give it samples in the tests. */
export const services = [
  dataartsStudio,
  taurusdb,
  codeartsCheck,
  codeartsPipeline,
  mrs,
  dliSql,
  dliSpark,
  functiongraph,
  sms,
  modelartsTraining,
  swrSync,
  codeartsBuild,
  codeartsDeploy,
  cae
] as const satisfies readonly Service[];

export type ServiceName = (typeof services)[number]['name'];

/** The service that goes by this name or alias. */
export function findService(name: string): Service | undefined {
  return services.find((service: Service) => service.name === name || service.aliases.includes(name));
}
