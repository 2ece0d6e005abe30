import type {ServiceName} from '../../../src/services/index.ts';
import {cbr} from './cbr.ts';
import {cce} from './cce.ts';
import {codeartsCheck} from './codearts-check.ts';
import {dataartsJob} from './dataarts-job.ts';
import {dataartsStudio} from './dataarts-studio.ts';
import {dds} from './dds.ts';
import {gaussdb} from './gaussdb.ts';
import {geminidb} from './geminidb.ts';
import {rds} from './rds.ts';
import {rfsStack} from './rfs-stack.ts';
import type {Sample} from './sample.ts';
import {taurusdb} from './taurusdb.ts';

/** A service without samples does not compile. */
export const samples: Readonly<Record<ServiceName, readonly Sample[]>> = {
  'dataarts-studio': dataartsStudio,
  taurusdb,
  'codearts-check': codeartsCheck,
  rds,
  dds,
  gaussdb,
  geminidb,
  cce,
  cbr,
  'rfs-stack': rfsStack,
  'dataarts-job': dataartsJob
};
