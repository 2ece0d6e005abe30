import {otcDocs} from './job-family.ts';
import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/ELB/src/ShowJob.json`;
const job = {job_id: 'ef6da45b-35d9-4c18-8c35-0b80d94ab9e6', job_type: 'UPGRADE'};
const readJob = {id: job.job_id, name: job.job_type};

export const elb: readonly Sample[] = [
  {
    name: 'an upgrade that is complete, with three subtasks and empty errors',
    source: `${definition}, answer 200`,
    body: {file: 'elb-job-complete'},
    expected: {
      ...readJob,
      state: 'succeeded',
      serviceStatus: 'COMPLETE',
      start: '2024-03-23T08:20:42.000Z',
      end: '2024-03-23T08:49:11.000Z',
      subtasks: [
        {
          id: '481a5ab3-b3ff-46fa-b074-d3b8e09ab9cb',
          name: 'UPGRADE_TRAFFIC_SWITCH',
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          start: '2024-03-23T08:47:11.000Z',
          end: '2024-03-23T08:47:11.000Z'
        },
        {
          id: 'c4cf4e5b-fa53-427d-ad43-497e7a876c2e',
          name: 'UPGRADE_INIT',
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          start: '2024-03-23T08:20:42.000Z',
          end: '2024-03-23T08:46:44.000Z'
        },
        {
          id: 'ee56e027-5d52-4bd9-abba-9821a742a466',
          name: 'UPGRADE_COMPLETE',
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          start: '2024-03-23T08:49:11.000Z',
          end: '2024-03-23T08:49:11.000Z'
        }
      ]
    }
  },
  ...(
    [
      ['INIT', 'running'],
      ['RUNNING', 'running'],
      ['ROLLBACKING', 'running'],
      ['SUCCESS', 'succeeded'],
      ['COMPLETE', 'succeeded'],
      ['FAIL', 'failed'],
      ['ROLLBACK_FAIL', 'failed'],
      ['CANCEL', 'stopped'],
      ['COMPLETED', 'unknown'],
      ['constructor', 'unknown']
    ] as const
  ).map(
    ([word, state]): Sample => ({
      name: `the word ${word}, of a job and of a subtask`,
      source: state === 'unknown' ? madeFor('a state that no definition lists') : `made from ${definition}, the states`,
      body: {json: {job: {...job, status: word, end_time: '', sub_jobs: [{job_id: 'S1', status: word}]}}},
      expected: {...readJob, state, serviceStatus: word, subtasks: [{id: 'S1', state, serviceStatus: word}]}
    })
  ),
  {
    name: 'a failed job with its code and its reason',
    source: `made from ${definition}: error_code and error_msg within the job`,
    body: {json: {job: {...job, status: 'FAIL', error_code: 'ELB.8904', error_msg: 'pool could not be found.'}}},
    expected: {
      ...readJob,
      state: 'failed',
      serviceStatus: 'FAIL',
      message: 'ELB.8904: pool could not be found.',
      subtasks: []
    }
  },
  ...(
    [
      ['no job', {}],
      ['a job that is null', {job: null}],
      ['a job without its envelope', {...job, status: 'SUCCESS'}],
      ['a list of jobs', {job: [{...job, status: 'SUCCESS'}]}],
      ['no status', {job: {...job, end_time: '2024-03-23T08:49:11Z'}}],
      ['subtasks that are no list', {job: {...job, status: 'SUCCESS', sub_jobs: {}}}]
    ] as const
  ).map(
    ([name, json]): Sample => ({
      name,
      source: madeFor('a mandatory field left out or of another type'),
      body: {json},
      expected: {failure: 'malformed'}
    })
  ),
  {
    name: 'an unknown id',
    source: `made from ${otcDocs}/elastic-load-balancing, api-ref/source/appendix/error_codes.rst, row ELB.8904`,
    status: 404,
    body: {json: {error_code: 'ELB.8904', error_msg: 'job J1 could not be found.', request_id: 'R1'}},
    expected: {failure: 'not-found', code: 'ELB.8904'}
  },
  {
    name: 'no permission',
    source: madeFor('a refusal in the form of this service'),
    status: 403,
    body: {json: {error_msg: 'No permission.'}},
    expected: {failure: 'denied'}
  }
];
