import {familySamples, otcDocs, refusal} from './job-family.ts';
import type {Sample} from './sample.ts';

const taskStatus = `${otcDocs}/elastic-volume-service, api-ref/source/apis_recommended/task_management/querying_task_status.rst`;
const subJobs = [
  {
    job_id: '21917a8d52a19b040152a9f2f2e50041',
    begin_time: '2016-02-04T01:43:37.445Z',
    end_time: '2016-02-04T01:44:02.239Z'
  },
  {
    job_id: '21917a8d52a19b040152a9f2f2f60042',
    begin_time: '2016-02-04T01:43:37.462Z',
    end_time: '2016-02-04T01:44:02.245Z'
  }
];

export const evs: readonly Sample[] = [
  {
    name: 'the creation of a disk that is still running, without sub-jobs',
    source: taskStatus,
    body: {file: 'evs-running-empty-end'},
    expected: {
      id: '4010a32d535527910153552b492c0002',
      name: 'createVolume',
      state: 'running',
      serviceStatus: 'RUNNING',
      start: '2016-03-08T07:40:13.219Z',
      subtasks: []
    }
  },
  {
    name: 'the creation of two disks, with sub-jobs but without their number',
    source: `made from ${taskStatus}, second answer`,
    body: {
      json: {
        status: 'SUCCESS',
        job_id: '21917a8d52a19b040152a9f2f1eb003e',
        job_type: 'batchCreateVolume',
        begin_time: '2016-02-04T01:43:37.193Z',
        end_time: '2016-02-04T01:44:08.283Z',
        error_code: null,
        fail_reason: null,
        entities: {
          sub_jobs: subJobs.map(subJob => ({
            ...subJob,
            job_type: 'createVolume',
            status: 'SUCCESS',
            entities: {volume_id: 'V1'},
            error_code: null,
            fail_reason: null
          }))
        }
      }
    },
    expected: {
      id: '21917a8d52a19b040152a9f2f1eb003e',
      name: 'batchCreateVolume',
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      start: '2016-02-04T01:43:37.193Z',
      end: '2016-02-04T01:44:08.283Z',
      subtasks: subJobs.map(subJob => ({
        id: subJob.job_id,
        name: 'createVolume',
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: subJob.begin_time,
        end: subJob.end_time
      }))
    }
  },
  refusal('an id that is unknown, in the words of this service', 400, 'Common.0011', 'No jobs found.', 'not-found'),
  ...familySamples
];
