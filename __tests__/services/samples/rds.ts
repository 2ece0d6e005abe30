import type {Sample} from './sample.ts';
import {errorSample, taskCentreSamples} from './task-centre.ts';

const documents = 'github.com/opentelekomcloud-docs/relational-database-service, api-ref/source';
const errorTable = `${documents}/appendix/error_codes.rst`;

export const rds: readonly Sample[] = [
  {
    name: 'a creation that completed, with an empty progress',
    source: `${documents}/api_v3_recommended/obtaining_task_information/obtaining_information_about_a_task_with_a_specified_id.rst`,
    body: {file: 'rds-create-completed'},
    expected: {
      id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
      name: 'CreateMysqlSingleHAInstance',
      state: 'succeeded',
      serviceStatus: 'Completed',
      start: '2018-08-06T10:41:14.000Z',
      end: '2018-08-06T16:41:14.000Z',
      subtasks: []
    }
  },
  ...taskCentreSamples('process'),
  errorSample(errorTable, 400, 'DBS.200543', 'The job does not exist.', 'not-found'),
  errorSample(errorTable, 404, 'RDS.5041', 'The job does not exist.', 'not-found'),
  errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'denied'),
  errorSample(errorTable, 403, 'DBS.200044', 'Resource not found or permission denied.', 'denied')
];
