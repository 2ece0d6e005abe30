import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/DWS/src/ListJobDetails.json`;
const job = {job_id: '2c9080e88459fa44018459fbeb600001', job_name: 'ecfClusterElbCreateJob'};
const readJob = {id: job.job_id, name: job.job_name};

export const dws: readonly Sample[] = [
  {
    name: 'a failed creation of a load balancer, whose times have no zone',
    source: `${definition}, answer 200`,
    body: {file: 'dws-fail'},
    expected: {
      ...readJob,
      state: 'failed',
      serviceStatus: 'FAIL',
      progress: 9,
      message: 'CreateELBTask-fail:DWS.0114: DWS.0114:ELB private IP is not configured.',
      subtasks: []
    }
  },
  ...(
    [
      ['INIT', 'running'],
      ['WAITING', 'running'],
      ['RUNNING', 'running'],
      ['DELAY_SCHEDULED', 'running'],
      ['SUCCESS', 'succeeded'],
      ['FAIL', 'failed'],
      ['STOP', 'stopped'],
      ['success', 'unknown'],
      ['toString', 'unknown']
    ] as const
  ).map(
    ([word, state]): Sample => ({
      name: `the word ${word}`,
      source: state === 'unknown' ? madeFor('a state that no definition lists') : `made from ${definition}, the states`,
      body: {json: {...job, status: word, begin_time: '2022-11-09T20:25:00', end_time: '2022-11-09T20:30:00'}},
      expected: {...readJob, state, serviceStatus: word, subtasks: []}
    })
  ),
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    body: {json: {...job, progress: '100%'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an unknown id',
    source: `made from ${definition}, answer 404`,
    status: 404,
    body: {json: {error_msg: 'The resource does not exist.'}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'no permission',
    source: `made from ${definition}, answer 403`,
    status: 403,
    body: {json: {error_msg: 'No permission.'}},
    expected: {failure: 'denied'}
  }
];
