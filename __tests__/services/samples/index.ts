import type {ServiceName} from '../../../src/services/index.ts';
import {bms} from './bms.ts';
import {cae} from './cae.ts';
import {cbr} from './cbr.ts';
import {cce} from './cce.ts';
import {codeartsBuild} from './codearts-build.ts';
import {codeartsCheck} from './codearts-check.ts';
import {codeartsDeploy} from './codearts-deploy.ts';
import {codeartsPipeline} from './codearts-pipeline.ts';
import {dataartsJob} from './dataarts-job.ts';
import {dataartsStudio} from './dataarts-studio.ts';
import {dcs} from './dcs.ts';
import {dds} from './dds.ts';
import {dliSpark} from './dli-spark.ts';
import {dliSql} from './dli-sql.ts';
import {dws} from './dws.ts';
import {ecs} from './ecs.ts';
import {eip} from './eip.ts';
import {elb} from './elb.ts';
import {evs} from './evs.ts';
import {functiongraph} from './functiongraph.ts';
import {gaussdb} from './gaussdb.ts';
import {geminidb} from './geminidb.ts';
import {ims} from './ims.ts';
import {modelartsTraining} from './modelarts-training.ts';
import {mrs} from './mrs.ts';
import {rds} from './rds.ts';
import {rfsStack} from './rfs-stack.ts';
import type {Sample} from './sample.ts';
import {sfsTurbo} from './sfs-turbo.ts';
import {sms} from './sms.ts';
import {swrSync} from './swr-sync.ts';
import {taurusdb} from './taurusdb.ts';

/** A service without samples does not compile. */
export const samples: Readonly<Record<ServiceName, readonly Sample[]>> = {
  'dataarts-studio': dataartsStudio,
  taurusdb,
  'codearts-check': codeartsCheck,
  ecs,
  evs,
  ims,
  bms,
  eip,
  dcs,
  'sfs-turbo': sfsTurbo,
  dws,
  elb,
  rds,
  dds,
  gaussdb,
  geminidb,
  cce,
  cbr,
  'rfs-stack': rfsStack,
  'dataarts-job': dataartsJob,
  'codearts-pipeline': codeartsPipeline,
  mrs,
  'dli-sql': dliSql,
  'dli-spark': dliSpark,
  functiongraph,
  sms,
  'modelarts-training': modelartsTraining,
  'swr-sync': swrSync,
  'codearts-build': codeartsBuild,
  'codearts-deploy': codeartsDeploy,
  cae
};
