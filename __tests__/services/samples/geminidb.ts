import {madeFor, type Sample} from './sample.ts';
import {errorSample, refusedByTheGateway} from './task-centre.ts';

const documents = 'github.com/opentelekomcloud-docs/geminidb, api-ref/source';
const errorTable = `${documents}/appendixes/error_codes.rst`;

const job = {id: '6f85e061-04dd-42e7-86d6-d3b1e40aac2e', name: 'CreateCassandra'};
const other = {id: '89a0cde6-9c46-4b89-a92c-573e1083ff23', name: 'RestartInstance'};
const asked = {taskId: job.id};

export const geminidb: readonly Sample[] = [
  {
    name: 'a running task that has an end time already',
    source: `${documents}/apis_v3/task_management/querying_tasks_and_details.rst`,
    asked,
    body: {file: 'geminidb-running-list'},
    expected: {
      ...job,
      state: 'running',
      serviceStatus: 'Running',
      progress: 14,
      start: '2023-09-12T06:44:01.000Z',
      end: '2023-09-12T06:44:03.000Z',
      subtasks: []
    }
  },
  ...(
    [
      ['Running', 'running'],
      ['Completed', 'succeeded'],
      ['Failed', 'failed'],
      ['Canceled', 'unknown'],
      ['completed', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `the state ${status}, of the task that is not the first in the list`,
      source: madeFor('the list is searched by id'),
      asked,
      body: {
        json: {
          total_count: 2,
          jobs: [
            {...other, status: status === 'Completed' ? 'Failed' : 'Completed'},
            {...job, status}
          ]
        }
      },
      expected: {...job, state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'a failed task with its reason, its id in other letters',
    source: madeFor('ids are compared without case'),
    asked: {taskId: job.id.toUpperCase()},
    body: {
      json: {
        total_count: 1,
        jobs: [{...job, status: 'Failed', end_time: '2023-09-12T06:44:03+0800', progress: '', fail_reason: 'No room.'}]
      }
    },
    expected: {
      ...job,
      state: 'failed',
      serviceStatus: 'Failed',
      end: '2023-09-11T22:44:03.000Z',
      message: 'No room.',
      subtasks: []
    }
  },
  {
    name: 'an empty list',
    source: madeFor('the list is filtered by id'),
    asked,
    body: {json: {total_count: 0, jobs: []}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'a list of other tasks, one of them without an id',
    source: madeFor('the list is searched by id'),
    asked,
    body: {json: {total_count: 3, jobs: [{...other, status: 'Completed'}, {status: 'Completed'}, null]}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'no list',
    source: madeFor('a mandatory field left out'),
    asked,
    body: {json: {total_count: 0}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'one job in place of the list',
    source: madeFor('the form of a related service'),
    asked,
    body: {json: {job: {...job, status: 'Completed'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    asked,
    body: {json: {total_count: 1, jobs: [{...job, progress: '100%'}]}},
    expected: {failure: 'malformed'}
  },
  refusedByTheGateway,
  errorSample(errorTable, 400, 'DBS.200010', 'Authentication failed.', 'denied'),
  errorSample(errorTable, 400, 'DBS.280015', 'Insufficient permissions.', 'denied'),
  errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'denied')
];
