import type {ServiceName} from '../../../src/services/index.ts';
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
import type {Sample} from './sample.ts';
import {sms} from './sms.ts';
import {swrSync} from './swr-sync.ts';
import {taurusdb} from './taurusdb.ts';

/** A service without samples does not compile. */
export const samples: Readonly<Record<ServiceName, readonly Sample[]>> = {
  'dataarts-studio': dataartsStudio,
  taurusdb,
  'codearts-check': codeartsCheck,
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
