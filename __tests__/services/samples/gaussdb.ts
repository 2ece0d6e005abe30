import type {Sample} from './sample.ts';
import {errorSample, taskCentreSamples} from './task-centre.ts';

const documents = 'github.com/opentelekomcloud-docs/gaussdb-opengauss, api-ref/source';
const errorTable = `${documents}/appendix/error_codes.rst`;

export const gaussdb: readonly Sample[] = [
  {
    name: 'a creation that completed, with an empty progress',
    source: `${documents}/apis_recommended/task_management/obtaining_task_information.rst`,
    body: {file: 'gaussdb-opengauss-completed'},
    expected: {
      id: '5cbb8a90-2253-4cff-8a13-49aa8f31dfb5',
      name: 'CreateGaussDBV5Instance',
      state: 'succeeded',
      serviceStatus: 'Completed',
      start: '2021-07-12T01:22:04.000Z',
      end: '2021-07-12T02:10:13.000Z',
      subtasks: []
    }
  },
  ...taskCentreSamples('progress'),
  errorSample(errorTable, 400, 'DBS.200543', 'The job does not exist.', 'not-found'),
  errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'denied'),
  errorSample(errorTable, 403, 'DBS.200010', 'The operation is not authorized.', 'denied')
];
