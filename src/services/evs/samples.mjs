import {otcDocs} from '../evidence.mjs';
import {alteredJob, familySamples, job, jobNeeds, readJob, refusal} from '../families/job.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

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

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'storage',
    what: {en: 'jobs on disks, such as their creation, extension or removal', zh: '云硬盘任务，如创建、扩容、删除'},
    id: {
      en: '`job_id` of `POST /v2.1/{project_id}/cloudvolumes` and of the calls that extend, change or delete disks; not of `/v5/{project_id}/snapshots` and snapshot groups, whose jobs have the path `/v2/{project_id}/jobs/{job_id}`: for these, `service: custom`',
      zh: '`POST /v2.1/{project_id}/cloudvolumes` 以及扩容、变更、删除云硬盘的接口返回的 `job_id`；不含 `/v5/{project_id}/snapshots` 和快照组，它们的任务路径是 `/v2/{project_id}/jobs/{job_id}`：请使用 `service: custom`'
    },
    permission: {en: 'None with identity policies', zh: '使用身份策略授权时无需权限'},
    unconfirmed: {
      en: 'The permission with roles and policies; what `LISTENING` means, which is waited for',
      zh: '角色与策略授权所需的授权项；`LISTENING` 的含义，遇到时继续等待'
    }
  },
  id: '{job_id}',
  example: '2c9eb2c5544cbf6101544f0602af2b4f',
  poll: {path: '/v1/{project_id}/jobs/{job_id}'},
  start: {
    path: '/v2.1/{project_id}/cloudvolumes',
    body: {volume: {name: '{story}', volume_type: 'SSD', size: 40, count: 2}},
    answer: {body: {job_id: '{job_id}'}}
  },
  endTimeMeansEnd: 'A running job has an empty end time.',
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {'ru-northwest-2': 'evs.ru-northwest-2.myhuaweicloud.com', 'eu-de': 'evs.eu-de.otc.t-systems.com'},
  usualHost: 'evs',
  sdk: {client: 'evs.v2', method: 'show_job', arguments: {job_id: '{job_id}'}},
  needs: jobNeeds,
  altered: alteredJob,
  answers: [
    {
      name: 'the creation of a disk that is still running, without sub-jobs',
      source: taskStatus,
      body: {
        json: {
          status: 'RUNNING',
          entities: {
            volume_id: 'bdf1bb37-f20f-4266-9a04-f43e0a127376'
          },
          job_id: '4010a32d535527910153552b492c0002',
          job_type: 'createVolume',
          begin_time: '2016-03-08T07:40:13.219Z',
          end_time: '',
          error_code: null,
          fail_reason: null
        }
      },
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
    ...['WAITING_EXECUTE', 'LISTENING'].map(
      /** @returns {import('../samples.ts').Sample} */ status => ({
        name: `a job in the state ${status}`,
        source: 'made from support.huaweicloud.com/api-evs/evs_04_0054.html of 2025-11-11, the list of states',
        body: {json: {...job, status, begin_time: '', end_time: '', entities: {}}},
        expected: {...readJob, state: 'running', serviceStatus: status, subtasks: []}
      })
    ),
    ...familySamples
  ]
};
