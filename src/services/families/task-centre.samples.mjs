import {madeFor, malformedAnswers, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Sample} Sample
 */

/**
 * What the answers of RDS, DDS and GaussDB have in common: one job. Its progress is `process` in RDS, else `progress`.
 * @param {'process' | 'progress'} progressKey
 * @param {readonly (readonly ['Pending' | 'Canceled' | 'Initing' | 'Unauthorized', 'running' | 'stopped', string])[]} [scheduled]
 *   words for scheduled tasks, with their meaning and their source
 * @returns {readonly Sample[]}
 */
export function taskCentreSamples(progressKey, scheduled = []) {
  const job = {id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886', name: 'CreateInstance'};
  return [
    .../** @type {const} */ ([
      ['Running', 'running'],
      ['Completed', 'succeeded'],
      ['Failed', 'failed'],
      ['Waiting', 'unknown'],
      ['COMPLETED', 'unknown'],
      ['constructor', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: madeFor('the words of the table, another spelling of one, and words that it does not hold'),
        body: {json: {job: {...job, status}}},
        expected: {...job, state, serviceStatus: status, subtasks: []}
      })
    ),
    ...scheduled.map(
      /** @returns {Sample} */ ([status, state, source]) => ({
        name: `the state ${status}, of a scheduled task`,
        source,
        body: {json: {job: {...job, status}}},
        expected: {...job, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a task on an instance that has an id and no name',
      source: madeFor('instance.name left out'),
      body: {json: {job: {...job, status: 'Running', instance: {id: 'a48e43ff268f4c0e879652d65e63d0fbin01'}}}},
      expected: {
        ...job,
        name: 'CreateInstance',
        resourceName: 'a48e43ff268f4c0e879652d65e63d0fbin01',
        state: 'running',
        serviceStatus: 'Running',
        subtasks: []
      }
    },
    {
      name: 'a running task with its progress and without an end',
      source: madeFor('the progress is a percentage while the task runs'),
      body: {json: {job: {...job, status: 'Running', created: '2021-07-12T09:22:04+0800', [progressKey]: '60%'}}},
      expected: {
        ...job,
        state: 'running',
        serviceStatus: 'Running',
        progress: 60,
        start: '2021-07-12T01:22:04.000Z',
        subtasks: []
      }
    },
    {
      name: 'a failed task with its reason',
      source: madeFor('fail_reason'),
      body: {json: {job: {...job, status: 'Failed', [progressKey]: '', fail_reason: 'No free IP address.'}}},
      expected: {...job, state: 'failed', serviceStatus: 'Failed', message: 'No free IP address.', subtasks: []}
    },
    {
      name: 'no job',
      source: madeFor('the envelope without its content'),
      body: {json: {job: null}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a list of jobs',
      source: madeFor('the form of a related service'),
      body: {json: {jobs: [{...job, status: 'Completed'}], total_count: 1}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no status',
      source: madeFor('a mandatory field left out'),
      body: {json: {job: {...job, ended: '2018-08-06T16:41:14+0000'}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a status of another type',
      source: madeFor('a mandatory field of another type'),
      body: {json: {job: {...job, status: true}}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"job" should be an object and is missing': {}
    }),
    refusedByTheGateway
  ];
}

/** What an answer of this family needs to prove success.
 * @type {import('../samples.ts').Needs} */
export const databaseNeeds = {task: 'job', id: 'id', word: 'status', words: ['Completed'], errors: ['fail_reason']};

const twin = {id: '{id}', status: 'Failed'};

/** What a success of this family comes to with other values in it: another entry of its id has to agree.
 * @type {readonly import('../samples.ts').Altered[]} */
export const alteredDatabase = [
  [{'job.fail_reason': 'no room'}, 'unproven: "'],
  [twin, 'unproven'],
  [{jobs: [twin]}, 'unproven'],
  [{jobs: [{...twin, status: 'Completed'}, twin]}, 'unproven'],
  [{...twin, status: 'Completed'}, 'succeeded'],
  [{status: 'ok'}, 'succeeded'],
  [{jobs: [{...twin, status: 'Completed'}]}, 'succeeded'],
  [{jobs: [{...twin, id: 'x'}]}, 'succeeded'],
  [{jobs: null}, 'succeeded']
];
