import {madeFor, openApi, type Sample} from './sample.ts';
import {errorSample, refusedByTheGateway} from './task-centre.ts';

const log = {id: '4827f2da-b008-4507-ab7d-42d0df5ed912', operation_type: 'backup'};
const read = {id: log.id, name: 'backup'};

export const cbr: readonly Sample[] = [
  {
    name: 'a backup that succeeded, with zones and an empty error',
    source:
      'github.com/opentelekomcloud-docs/cloud-backup-recovery, api-ref/source/cbr_apis/tasks/querying_a_single_task.rst',
    body: {file: 'cbr-success-otc-zone'},
    expected: {
      ...read,
      state: 'succeeded',
      serviceStatus: 'success',
      progress: 100,
      start: '2019-05-23T14:31:36.007Z',
      end: '2019-05-23T14:35:23.511Z',
      subtasks: []
    }
  },
  {
    name: 'times without a zone, which are left out',
    source: `made from ${openApi}, schemas/CBR/src/ShowOpLog.json, answer 200`,
    body: {
      json: {
        operation_log: {
          ...log,
          status: 'success',
          created_at: '2019-05-23T14:31:36.039365',
          started_at: '2019-05-23T14:31:36.007230',
          ended_at: '2019-05-23T14:35:23.511155',
          error_info: {code: '', message: ''},
          extra_info: {common: {progress: 100, request_id: 'R1'}},
          policy_id: null
        }
      }
    },
    expected: {...read, state: 'succeeded', serviceStatus: 'success', progress: 100, subtasks: []}
  },
  ...(
    [
      ['waiting', 'running'],
      ['running', 'running'],
      ['success', 'succeeded'],
      ['skipped', 'warning'],
      ['failed', 'failed'],
      ['timeout', 'failed'],
      ['SUCCESS', 'unknown'],
      ['aborted', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `the state ${status}`,
      source: madeFor('the words of the table, another spelling of one, and a word that it does not hold'),
      body: {json: {operation_log: {...log, status}}},
      expected: {...read, state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'a failed backup with its reason and a time in UTC',
    source: madeFor('error_info, and times as their descriptions print them'),
    body: {
      json: {
        operation_log: {
          ...log,
          status: 'failed',
          created_at: '2020-02-23T01:00:32Z',
          error_info: {code: 'BackupService.9999', message: 'The server is locked.'},
          extra_info: {common: {progress: 0}}
        }
      }
    },
    expected: {
      ...read,
      state: 'failed',
      serviceStatus: 'failed',
      progress: 0,
      start: '2020-02-23T01:00:32.000Z',
      message: 'The server is locked.',
      subtasks: []
    }
  },
  {
    name: 'a task without its envelope',
    source: madeFor('the content without its envelope'),
    body: {json: {...log, status: 'success'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a list of tasks',
    source: madeFor('the form of a related call'),
    body: {json: {operation_logs: [{...log, status: 'success'}], count: 1}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    body: {json: {operation_log: {...log, extra_info: {common: {progress: 100}}}}},
    expected: {failure: 'malformed'}
  },
  errorSample(
    `${openApi}, schemas/CBR/src/ShowOpLog.json, answer 404`,
    404,
    'BackupService.6500',
    'Operation log does not exist.',
    'not-found'
  ),
  refusedByTheGateway
];
