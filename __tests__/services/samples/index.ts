import type {ServiceName} from '../../../src/services/index.ts';
import {codeartsCheck} from './codearts-check.ts';
import {dataartsStudio} from './dataarts-studio.ts';
import type {Sample} from './sample.ts';
import {taurusdb} from './taurusdb.ts';

/** A service without samples does not compile. */
export const samples: Readonly<Record<ServiceName, readonly Sample[]>> = {
  'dataarts-studio': dataartsStudio,
  taurusdb,
  'codearts-check': codeartsCheck
};
