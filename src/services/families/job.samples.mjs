import {alteredParts, failureBy, madeFor, malformedAnswers, otcDocs} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Sample} Sample
 * @typedef {import('../samples.ts').ReadTask} ReadTask
 * @typedef {import('../samples.ts').ReadFailure} ReadFailure
 */

export const job = {job_id: '2c9eb2c5544cbf6101544f0602af2b4f', job_type: 'createServer'};
export const readJob = {id: job.job_id, name: job.job_type};

/** The words of the family, and what answers of another form are read as: the same for each member. */
/** @type {readonly Sample[]} */
export const familySamples = [
  {
    name: 'a job that is not yet running, with null instead of what it does not know',
    source: madeFor('INIT is the word for a job that is being initialized'),
    body: {
      json: {
        ...job,
        status: 'INIT',
        begin_time: null,
        end_time: null,
        entities: null,
        error_code: null,
        fail_reason: ''
      }
    },
    expected: {...readJob, state: 'running', serviceStatus: 'INIT', subtasks: []}
  },
  {
    name: 'a running job with an empty end time',
    source: madeFor('end_time is an empty text while the job runs'),
    body: {json: {...job, status: 'RUNNING', begin_time: '2016-03-08T07:40:13.219Z', end_time: '', entities: {}}},
    expected: {
      ...readJob,
      state: 'running',
      serviceStatus: 'RUNNING',
      start: '2016-03-08T07:40:13.219Z',
      subtasks: []
    }
  },
  {
    name: 'a running job of which one sub-job failed and one has not begun',
    source: madeFor('sub_jobs, and the reason in the entities of a sub-job'),
    body: {
      json: {
        ...job,
        status: 'RUNNING',
        begin_time: '2016-03-08T07:40:13.219Z',
        end_time: '',
        entities: {
          sub_jobs_total: 2,
          sub_jobs: [
            {
              status: 'FAIL',
              job_id: 'S1',
              job_type: 'createSingleServer',
              begin_time: '2016-03-08T07:40:14.000Z',
              end_time: '2016-03-08T07:40:20.000Z',
              error_code: 'Ecs.0219',
              fail_reason: null,
              entities: {server_id: 'V1', errorcode_message: 'No valid host was found.'}
            },
            {status: 'INIT', job_id: 'S2', job_type: 'createSingleServer', begin_time: '', end_time: '', entities: {}}
          ]
        }
      }
    },
    expected: {
      ...readJob,
      state: 'running',
      serviceStatus: 'RUNNING',
      start: '2016-03-08T07:40:13.219Z',
      subtasks: [
        {
          id: 'S1',
          name: 'createSingleServer',
          state: 'failed',
          serviceStatus: 'FAIL',
          start: '2016-03-08T07:40:14.000Z',
          end: '2016-03-08T07:40:20.000Z',
          message: 'Ecs.0219: No valid host was found.'
        },
        {id: 'S2', name: 'createSingleServer', state: 'running', serviceStatus: 'INIT'}
      ]
    }
  },
  {
    name: 'a job that succeeded',
    source: madeFor('error_code and fail_reason are null after success'),
    body: {json: {...job, status: 'SUCCESS', entities: {}, error_code: null, fail_reason: null}},
    expected: {...readJob, state: 'succeeded', serviceStatus: 'SUCCESS', subtasks: []}
  },
  {
    name: "a job that failed, whose code is the task's and no refusal of the request",
    source: madeFor('error_code and fail_reason under HTTP 200'),
    body: {
      json: {
        ...job,
        status: 'FAIL',
        begin_time: '2016-04-25T20:04:34.604Z',
        end_time: '2016-04-25T20:08:41.593Z',
        entities: {},
        error_code: 'Ecs.0011',
        fail_reason: 'subJob [createSingleServer] is FAIL.'
      }
    },
    expected: {
      ...readJob,
      state: 'failed',
      serviceStatus: 'FAIL',
      start: '2016-04-25T20:04:34.604Z',
      end: '2016-04-25T20:08:41.593Z',
      message: 'Ecs.0011: subJob [createSingleServer] is FAIL.',
      subtasks: []
    }
  },
  {
    name: 'a job that failed with a code alone',
    source: madeFor('error_code without fail_reason'),
    body: {json: {...job, status: 'FAIL', error_code: 'Ecs.0011', fail_reason: ''}},
    expected: {...readJob, state: 'failed', serviceStatus: 'FAIL', message: 'Ecs.0011', subtasks: []}
  },
  {
    name: 'a job that failed for a reason that repeats its code',
    source: madeFor('error_code within fail_reason'),
    body: {json: {...job, status: 'FAIL', error_code: 'Ecs.0011', fail_reason: 'Ecs.0011 no host'}},
    expected: {...readJob, state: 'failed', serviceStatus: 'FAIL', message: 'Ecs.0011 no host', subtasks: []}
  },
  ...['success', 'SUCCESSFUL', 'constructor'].map(
    /** @returns {Sample} */ word => ({
      name: `the word ${word}, which no definition lists`,
      source: madeFor('a state that no definition lists'),
      body: {json: {...job, status: word, end_time: '2016-04-25T20:08:41.593Z'}},
      expected: {
        ...readJob,
        state: 'unknown',
        serviceStatus: word,
        end: '2016-04-25T20:08:41.593Z',
        subtasks: []
      }
    })
  ),
  .../** @type {const} */ ([
    ['no status', {}],
    ['a status of another type', {status: 1}],
    ['sub-jobs that are no list', {status: 'SUCCESS', entities: {sub_jobs: {status: 'SUCCESS'}}}],
    ['a sub-job that is no object', {status: 'SUCCESS', entities: {sub_jobs: ['SUCCESS']}}],
    ['a sub-job without a status', {status: 'SUCCESS', entities: {sub_jobs: [{job_id: 'S1'}]}}],
    ['sub-jobs at the top that are no list', {status: 'SUCCESS', sub_jobs: {}}],
    ['entities in a list of lists', {status: 'SUCCESS', entities: [[{sub_jobs: [{job_id: 'S1', status: 'FAIL'}]}]]}],
    ['entities that are a text', {status: 'SUCCESS', entities: 'none'}],
    ['a number of sub-jobs that is a text', {status: 'SUCCESS', entities: {sub_jobs_total: '1'}}]
  ]).map(
    /** @returns {Sample} */ ([name, fields]) => ({
      name,
      source: madeFor('a mandatory field left out or of another type'),
      body: {json: {...job, ...fields}},
      expected: {failure: 'malformed'}
    })
  ),
  ...malformedAnswers({
    '"sub_jobs" should be a list and is an object': {...job, status: 'SUCCESS', entities: {sub_jobs: {}}},
    'sub-job 1 should be an object and is null': {...job, status: 'SUCCESS', entities: {sub_jobs: [null]}},
    '"sub_jobs_result" should be a list and is an object': {...job, status: 'SUCCESS', entities: {sub_jobs_result: {}}},
    '"results" should be a list and is an object': {...job, status: 'SUCCESS', entities: {results: {}}},
    'result 1 should be an object and is null': {...job, status: 'SUCCESS', entities: {results: [null]}}
  }),
  ...[null, '', ' '].map(
    /** @returns {Sample} */ status => ({
      name: `the state ${JSON.stringify(status)}, which is none yet`,
      source: madeFor('a mandatory field that is there and empty'),
      body: {json: {...job, status}},
      expected: {...readJob, state: 'untold', serviceStatus: '', subtasks: []}
    })
  ),
  {
    name: 'an error instead of the job, under HTTP 200',
    source: `${otcDocs}/elastic-volume-service, api-ref/source/apis_recommended/task_management/querying_task_status.rst`,
    body: {json: {error: {message: 'XXXX', code: 'XXX'}}},
    expected: {failure: 'malformed', code: 'XXX'}
  },
  refusal('an id that is unknown', 400, 'Common.0011', 'Failed to query system tasks.', 'not-found'),
  refusal(
    'a fault while the job was looked up',
    400,
    'Common.0025',
    'Query job Error because of timeout.',
    'transient'
  ),
  refusal('a fault of the system', 400, 'Common.0020', 'System exception.', 'transient'),
  refusal('the flow limit, under HTTP 202', 202, 'Common.0024', 'Exceeds flow over limit.', 'throttled'),
  refusal('an invalid token, under HTTP 400', 400, 'Common.0013', 'Invalid token in the header.', 'unauthenticated'),
  refusal('an invalid token, under HTTP 401', 401, 'Common.0013', 'Invalid token.', 'unauthenticated'),
  refusal('the id of another project', 400, 'Common.0018', 'Another project than that of the token.', 'rejected'),
  refusal('throttling by the service itself', 429, 'Common.1503', 'Api flow control Error.', 'throttled'),
  refusal('a fault of the server', 500, 'Common.0001', 'A system exception occurred.', 'transient')
];

/**
 * A refusal in the form that this family gives it, nested under `error`.
 * @param {string} name
 * @param {number} status
 * @param {string} code
 * @param {string} message
 * @param {import('../../errors.ts').CodeMeaning} meaning
 * @param {string} [source]
 * @returns {Sample}
 */
export function refusal(
  name,
  status,
  code,
  message,
  meaning,
  source = `made from ${otcDocs}/elastic-cloud-server and elastic-volume-service, api-ref/source/appendix/error_codes.rst`
) {
  return {name, source, status, body: {json: {error: {code, message}}}, expected: failureBy(code, meaning)};
}

/**
 * The state of a service that waits for its order to be paid.
 * @param {string} source
 * @returns {Sample}
 */
export function pendingPayment(source) {
  /** @type {ReadTask} */
  const expected = {...readJob, state: 'running', serviceStatus: 'PENDING_PAYMENT', subtasks: []};
  return {
    name: 'a job whose order is not yet paid',
    source: `made from ${source}, the list of states`,
    body: {json: {...job, status: 'PENDING_PAYMENT', begin_time: '', end_time: '', entities: {}}},
    expected
  };
}

/** What an answer of this family needs to prove success.
 * @type {import('../samples.ts').Needs} */
export const jobNeeds = {
  id: 'job_id',
  word: 'status',
  errors: ['error_code', 'fail_reason'],
  words: ['SUCCESS'],
  parts: [
    {word: 'status', words: ['success'], nested: true, at: 'entities.sub_jobs', count: 'entities.sub_jobs_total'},
    {word: 'status', words: ['success'], nested: true, at: 'entities.sub_jobs_result'},
    {word: 'status', words: ['success'], nested: true, at: 'sub_jobs'},
    {at: 'entities.results', word: 'status', words: ['success']}
  ]
};

const good = {job_id: 'S1', status: 'SUCCESS'};
const bad = {job_id: 'S2', status: 'FAIL'};

/** What a success of this family comes to with other values in it.
 * @type {readonly Altered[]} */
export const alteredJob = [
  // Errors of its own.
  [{fail_reason: 'no room'}, 'unproven: "fail_reason" is no room'],
  [{entities: {errorcode_message: 'No valid host was found.'}}, 'unproven: "'],
  [{entities: {addition_error_msg: 'empty file'}}, 'unproven: "'],
  [{entities: [{}, {error_code: 'VPC.1'}]}, 'unproven: "'],
  ...[['boom'], [[{error_code: 'X'}]], [7]].map(/** @returns {Altered} */ entities => [{entities}, 'malformed']),
  // Sub-jobs, wherever they stand.
  ...['sub_jobs', 'sub_jobs_result'].flatMap(
    /** @returns {readonly Altered[]} */ key => [
      ...alteredParts(key, good, bad, key),
      [{[key]: [good, bad]}, 'failed', 'succeeded'],
      [{entities: {[key]: [good, bad]}}, 'failed', 'succeeded'],
      [{entities: [{}, {[key]: [{...good, sub_jobs: [bad]}]}]}, 'failed', 'succeeded'],
      [{entities: {[key]: [good]}}, 'succeeded'],
      [{entities: {[key]: null}}, 'succeeded']
    ]
  ),
  [{entities: {results: [['x']]}}, 'malformed', 'succeeded'],
  [{entities: 'none'}, 'malformed'],
  // Their number.
  ...[1, null, undefined].map(
    /** @returns {Altered} */ count => [{entities: {sub_jobs_total: count, sub_jobs: [good]}}, 'succeeded']
  ),
  ...[0, 3].map(
    /** @returns {Altered} */ count => [
      {entities: {sub_jobs_total: count, sub_jobs: [good]}},
      'unproven: "sub_jobs_total" is',
      'succeeded'
    ]
  ),
  ...['3', 1.5, true, [1], {}].map(
    /** @returns {Altered} */ count => [{entities: {sub_jobs_total: count, sub_jobs: [good]}}, 'malformed', 'succeeded']
  ),
  [{sub_jobs_total: 1}, 'unproven: "', 'succeeded'],
  [{entities: [{sub_jobs_total: 1}]}, 'unproven: "', 'succeeded'],
  [{entities: {sub_jobs_total: 0}}, 'succeeded']
];

/** The same for members that tell the code of an error under `code` as well.
 * @type {readonly Altered[]} */
export const alteredJobWithCode = [
  ...alteredJob,
  [{code: 'Common.0011', message: 'No such job.'}, 'unproven: "'],
  [{entities: {sub_jobs: [{...good, code: 'BMS.0006'}]}}, 'unproven: "', 'succeeded']
];
