import {errorSample, madeFor, malformedAnswers, otcDocs, refusedByTheGateway} from '../evidence.mjs';
import {databaseNeeds} from '../families/task-centre.samples.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const documents = `${otcDocs}/geminidb, api-ref/source`;
const errorTable = `${documents}/appendixes/error_codes.rst`;

const job = {id: '6f85e061-04dd-42e7-86d6-d3b1e40aac2e', name: 'CreateCassandra'};
const other = {id: '89a0cde6-9c46-4b89-a92c-573e1083ff23', name: 'RestartInstance'};
const asked = {taskId: job.id};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'tasks on instances, such as their creation or backup', zh: '实例任务，如创建、备份'},
    id: {
      en: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change, back up or restore an instance',
      zh: '`POST /v3/{project_id}/instances` 以及变更、备份、恢复实例的接口返回的 `job_id`'
    },
    permission: {
      en: '`gaussdbfornosql:task:list` (identity policy) or `nosql:task:list` (role or policy)',
      zh: '`gaussdbfornosql:task:list`（身份策略授权）或 `nosql:task:list`（角色与策略授权）'
    },
    unconfirmed: {
      en: 'What an unknown id is answered with, an empty list or an error (`DBS.280016`, and `DBS.200543` as by other databases, are understood); that a task by its id can be `Pending` or `Canceled`, which are words of scheduled tasks',
      zh: '查询未知 ID 时返回空列表还是错误（能识别 `DBS.280016`，以及其他数据库返回的 `DBS.200543`）；按 ID 查询的任务是否会是 `Pending` 或 `Canceled`，它们是定时任务的状态'
    }
  },
  id: '{job_id}',
  example: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
  poll: {path: '/v3/{project_id}/jobs?id={job_id}'},
  start: {
    path: '/v3/{project_id}/instances',
    body: {name: '{story}', datastore: {type: 'GeminiDB-Cassandra'}, region: 'eu-de'},
    answer: {
      status: 202,
      body: {
        instance: {
          id: '06a51aee6662f30bc718b91958348314in07',
          name: '{story}',
          status: 'BUILD',
          datastore: {type: 'GeminiDB-Cassandra'}
        },
        job_id: '{job_id}'
      }
    }
  },
  hosts: {
    'eu-de': 'gaussdb-nosql.eu-de.otc.t-systems.com',
    'eu-west-101': 'gaussdb-nosql.eu-west-101.myhuaweicloud.eu',
    'ru-moscow-1': 'gaussdb-nosql.ru-moscow-1.myhuaweicloud.com',
    'eu-nl': null
  },
  usualHost: 'gaussdb-nosql',
  sdk: {client: 'gaussdbfornosql.v3', method: 'list_jobs', arguments: {id: '{job_id}'}},
  needs: {...databaseNeeds, task: '', list: 'jobs'},
  altered: [
    [{'jobs.1.fail_reason': 'no room'}, 'unproven: "'],
    [{total_count: 3}, 'unproven: "total_count" is 3 and "jobs" has 2', 'succeeded'],
    [{jobs: null}, 'not listed'],
    // Several entries of its id have to agree, wherever they stand; one that cannot be placed may be another of them.
    [{'jobs.0': {...job, status: 'Completed'}}, 'succeeded'],
    ...['Failed', 'Running'].map(
      /** @returns {Altered} */ status => [
        {'jobs.0': {...job, status}},
        `unproven: entries of its list with its id say ${status} and Completed`
      ]
    ),
    [{id: job.id, status: 'Failed'}, 'unproven'],
    [{job: {...job, status: 'Failed'}}, 'unproven'],
    ...[
      [{...job, status: 'Failed'}],
      'x',
      null,
      7,
      {status: 'Failed'},
      ...[7, [job.id], {a: job.id}, null].map(id => ({id, status: 'Failed'}))
    ].map(/** @returns {Altered} */ entry => [{'jobs.0': entry}, 'malformed'])
  ],
  answers: [
    {
      name: 'a running task that has an end time already',
      source: `${documents}/apis_v3/task_management/querying_tasks_and_details.rst`,
      asked,
      body: {
        json: {
          total_count: 1,
          jobs: [
            {
              id: '6f85e061-04dd-42e7-86d6-d3b1e40aac2e',
              name: 'CreateCassandra',
              status: 'Running',
              start_time: '2023-09-12T06:44:01+0000',
              end_time: '2023-09-12T06:44:03+0000',
              progress: '14%',
              instance: {
                id: '27a045b6bf9e46f691f81366d398cb04in06',
                name: 'nosql-12f5'
              },
              fail_reason: ''
            }
          ]
        }
      },
      expected: {
        ...job,
        resourceName: 'nosql-12f5',
        state: 'running',
        serviceStatus: 'Running',
        progress: 14,
        start: '2023-09-12T06:44:01.000Z',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['Running', 'running'],
      ['Completed', 'succeeded'],
      ['Failed', 'failed'],
      ['Cancelled', 'unknown'],
      ['completed', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
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
    .../** @type {const} */ ([
      ['Pending', 'running'],
      ['Canceled', 'stopped']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}, of a scheduled task`,
        source: 'made from support.huaweicloud.com/api-nosql/nosql_10_0102.html of 2025-11-27, the list of states',
        asked,
        body: {json: {total_count: 1, jobs: [{...job, status}]}},
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
          jobs: [
            {...job, status: 'Failed', end_time: '2023-09-12T06:44:03+0800', progress: '', fail_reason: 'No room.'}
          ]
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
      name: 'one job instead of the list',
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
    ...malformedAnswers(
      {
        '"jobs" should be a list and is missing': {}
      },
      asked
    ),
    refusedByTheGateway,
    errorSample(errorTable, 400, 'DBS.280016', 'Resource not found.', 'not-found'),
    errorSample(errorTable, 400, 'DBS.280063', 'No permission.', 'denied'),
    errorSample(errorTable, 400, 'DBS.216003', 'No permission.', 'denied'),
    errorSample(errorTable, 400, 'DBS.200010', 'Authentication failed.', 'denied'),
    errorSample(errorTable, 400, 'DBS.280015', 'Insufficient permissions.', 'denied'),
    errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'unauthenticated')
  ]
};
