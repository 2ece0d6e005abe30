import {familySamples, job, readJob, refusal} from './job-family.ts';
import {openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/EIP/src/ShowResourcesJobDetail.json`;

export const eip: readonly Sample[] = [
  {
    name: 'the creation of addresses, with an empty list of sub-jobs',
    source: `made from ${definition}, answer 200`,
    body: {
      json: {
        job_id: 'ff808082843684110184e155fdb36461',
        job_type: 'createBatchPublicip',
        status: 'SUCCESS',
        begin_time: '2022-12-05T08:10:19.951Z',
        end_time: '2022-12-05T08:10:21.864Z',
        error_code: null,
        fail_reason: null,
        entities: {sub_jobs: []}
      }
    },
    expected: {
      id: 'ff808082843684110184e155fdb36461',
      name: 'createBatchPublicip',
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      start: '2022-12-05T08:10:19.951Z',
      end: '2022-12-05T08:10:21.864Z',
      subtasks: []
    }
  },
  {
    name: 'a sub-job that has a sub-job itself',
    source: `made from ${definition}, which gives sub-jobs the form of the job`,
    body: {
      json: {
        ...job,
        status: 'SUCCESS',
        entities: {
          sub_jobs: [
            {job_id: 'S1', status: 'SUCCESS', entities: {sub_jobs: [{job_id: 'S1.1', status: 'FAIL'}]}},
            {job_id: 'S2', status: 'SUCCESS', entities: {}}
          ]
        }
      }
    },
    expected: {
      ...readJob,
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      subtasks: [
        {id: 'S1', state: 'succeeded', serviceStatus: 'SUCCESS'},
        {id: 'S1.1', state: 'failed', serviceStatus: 'FAIL'},
        {id: 'S2', state: 'succeeded', serviceStatus: 'SUCCESS'}
      ]
    }
  },
  {
    name: 'sub-jobs in a list of entities',
    source: 'made from support.huaweicloud.com/api-eip/ShowResourcesJobDetail.html, where entities are a list',
    body: {
      json: {
        ...job,
        status: 'SUCCESS',
        entities: [{sub_jobs: [{job_id: 'S1', status: 'SUCCESS'}]}, {sub_jobs: [{job_id: 'S2', status: 'RUNNING'}]}]
      }
    },
    expected: {
      ...readJob,
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      subtasks: [
        {id: 'S1', state: 'succeeded', serviceStatus: 'SUCCESS'},
        {id: 'S2', state: 'running', serviceStatus: 'RUNNING'}
      ]
    }
  },
  refusal('no permission', 403, 'VPC.2201', 'No permission.', 'denied', `made from ${definition}, error codes`),
  refusal('an invalid token', 401, 'VPC.0008', 'Invalid token.', 'denied', `made from ${definition}, error codes`),
  ...familySamples
];
