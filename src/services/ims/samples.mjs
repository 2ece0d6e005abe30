import {alteredParts, madeFor, openApi, otcDocs} from '../evidence.mjs';
import {alteredJob, familySamples, job, jobNeeds, readJob, refusal} from '../families/job.samples.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Sample} Sample
 */

const jobStatus = `${otcDocs}/image-management-service, api-ref/source/ims_apis/image_jobs/querying_the_status_of_an_asynchronous_job.rst`;
const errorCodes = `made from ${otcDocs}/image-management-service, api-ref/source/error_codes.rst`;

const subJob = {job_id: 'a', status: 'SUCCESS'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'compute',
    what: {
      en: 'jobs on images, such as their creation, import, copy or sharing',
      zh: '镜像任务，如制作、导入、复制、共享'
    },
    id: {
      en: '`job_id` of `POST /v2/cloudimages/action` and of the calls that import, export, copy or share images',
      zh: '`POST /v2/cloudimages/action` 以及导入、导出、复制、共享镜像的接口返回的 `job_id`'
    },
    unconfirmed: {
      en: 'The permission; what an unknown id is answered with; that the progress is a fraction; how long the path stays: Huawei Cloud calls it discarded, and its successor `GET /v1/cloudimages/job/{job_id}` (permission `ims:imageJobs:getPercentage`) does not tell of the single images of a job',
      zh: '所需的权限；查询未知 ID 时返回什么；进度是否以小数表示；该路径还会保留多久：华为云已将其标为废弃，而取代它的 `GET /v1/cloudimages/job/{job_id}`（权限 `ims:imageJobs:getPercentage`）不返回任务中各个镜像的结果'
    }
  },
  id: '{job_id}',
  example: '2c9eb2c5544cbf6101544f0602af2b4f',
  poll: {path: '/v1/{project_id}/jobs/{job_id}'},
  start: {
    path: '/v2/cloudimages/action',
    body: {name: '{story}', image_url: 'demo:{story}.ova', min_disk: 40},
    answer: {body: {job_id: '{job_id}'}}
  },
  endTimeMeansEnd: 'A running job has an empty end time.',
  tasksHaveErrorCodes: '`error_code` of the job, under HTTP 200.',
  hosts: {'ap-southeast-3': 'ims.ap-southeast-3.myhuaweicloud.com', 'eu-de': 'ims.eu-de.otc.t-systems.com'},
  usualHost: 'ims',
  sdk: {client: 'ims.v2', method: 'show_job', arguments: {job_id: '{job_id}'}},
  needs: jobNeeds,
  altered: [
    ...alteredJob,
    ...alteredParts('entities.results', {status: 'success'}, {status: 'fail'}),
    ...['SUCCESS', 'success'].map(/** @returns {Altered} */ status => [{'entities.results': [{status}]}, 'succeeded']),
    ...['Success', '\u017fuccess', 'succe\u00df', 'SUCCE\u00df'].map(
      /** @returns {Altered} */ status => [{'entities.results': [{status}]}, 'unproven', 'succeeded']
    ),
    // The ids of sub-jobs beside the sub-jobs themselves.
    [{entities: {sub_jobs_list: ['a'], sub_jobs_result: [subJob]}}, 'succeeded'],
    ...[['a', 'b'], ['b']].map(
      /** @returns {Altered} */ list => [
        {entities: {sub_jobs_list: list, sub_jobs_result: [subJob]}},
        'unproven: "',
        'succeeded'
      ]
    ),
    [{entities: {sub_jobs_list: ['b']}}, 'unproven: "', 'succeeded'],
    [
      {entities: {sub_jobs_list: ['a', 'a'], sub_jobs_result: [subJob, {...subJob, job_id: 'z'}]}},
      'unproven: "',
      'succeeded'
    ],
    ...[null, ''].map(
      /** @returns {Altered} */ id => [
        {entities: {sub_jobs_list: [id], sub_jobs_result: [{status: 'SUCCESS'}]}},
        'unproven: "',
        'succeeded'
      ]
    )
  ],
  answers: [
    {
      name: 'the creation of an image, without sub-jobs',
      source: jobStatus,
      body: {
        json: {
          job_id: '9a175ac792fa12d20193002100dd2762',
          job_type: 'imsCreateImageByInstance',
          begin_time: '2024-11-06T06:19:43.195Z',
          end_time: '2024-11-06T06:23:25.158Z',
          status: 'SUCCESS',
          error_code: null,
          fail_reason: null,
          entities: {
            image_name: 'test',
            image_id: '3f7185de-b59a-4bb8-aa1d-7a513528b0e9'
          }
        }
      },
      expected: {
        id: '9a175ac792fa12d20193002100dd2762',
        name: 'imsCreateImageByInstance',
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: '2024-11-06T06:19:43.195Z',
        end: '2024-11-06T06:23:25.158Z',
        subtasks: []
      }
    },
    {
      name: 'an import with a sub-job under the name that this service has for it',
      source: `made from ${jobStatus}, answer for imsImportOvaImageJob`,
      body: {
        json: {
          job_id: '9a175ac892fa13420193006a49173317',
          job_type: 'imsImportOvaImageJob',
          begin_time: '2024-11-06T07:39:45.814Z',
          end_time: '2024-11-06T07:49:45.814Z',
          status: 'SUCCESS',
          error_code: null,
          fail_reason: null,
          entities: {
            sub_jobs_result: [
              {
                job_id: '9a175ac892fa13420193006c29e133f0',
                job_type: 'imsImportImageJob',
                begin_time: '2024-11-06T07:41:48.896Z',
                end_time: '2024-11-06T07:49:45.814Z',
                status: 'SUCCESS',
                error_code: null,
                fail_reason: null,
                entities: {image_name: 'test', image_id: 'fc496c19-40c2-4220-8b1a-eba9d53fca7b'}
              }
            ],
            sub_jobs_list: ['9a175ac892fa13420193006c29e133f0']
          }
        }
      },
      expected: {
        id: '9a175ac892fa13420193006a49173317',
        name: 'imsImportOvaImageJob',
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        start: '2024-11-06T07:39:45.814Z',
        end: '2024-11-06T07:49:45.814Z',
        subtasks: [
          {
            id: '9a175ac892fa13420193006c29e133f0',
            name: 'imsImportImageJob',
            state: 'succeeded',
            serviceStatus: 'SUCCESS',
            start: '2024-11-06T07:41:48.896Z',
            end: '2024-11-06T07:49:45.814Z'
          }
        ]
      }
    },
    {
      name: 'a sharing of images, whose results have their states in small letters and in capitals',
      source: `made from ${jobStatus}, answer for imsAddImageMembersJob and list of states`,
      body: {
        json: {
          ...job,
          status: 'SUCCESS',
          entities: {
            results: [
              {image_id: 'I1', project_id: 'P2', status: 'success'},
              {image_id: 'I2', project_id: 'P2', status: 'FAIL'},
              {image_id: 'I3', project_id: 'P2', status: 'gone'}
            ]
          }
        }
      },
      expected: {
        ...readJob,
        state: 'succeeded',
        serviceStatus: 'SUCCESS',
        subtasks: [
          {name: 'I1', state: 'succeeded', serviceStatus: 'success'},
          {name: 'I2', state: 'failed', serviceStatus: 'FAIL'},
          {name: 'I3', state: 'unknown', serviceStatus: 'gone'}
        ]
      }
    },
    {
      name: 'a running import with its progress, a fraction',
      source: 'made from docs.otc.t-systems.com/en-us/api/ims/en-us_topic_0118717443.html, whose answer has 0.24',
      body: {
        json: {
          ...job,
          status: 'RUNNING',
          entities: {process_percent: 0.24, current_task: 'ImportImageTask:ObtainImageInfoTask'}
        }
      },
      expected: {...readJob, state: 'running', serviceStatus: 'RUNNING', progress: 24, subtasks: []}
    },
    ...[24, '0.24', true].map(
      /** @returns {Sample} */ fraction => ({
        name: `a progress that is no fraction: ${JSON.stringify(fraction)}`,
        source: madeFor('process_percent beyond 1, which could mean anything, or of another type'),
        body: {json: {...job, status: 'RUNNING', entities: {process_percent: fraction}}},
        expected: {...readJob, state: 'running', serviceStatus: 'RUNNING', subtasks: []}
      })
    ),
    {
      name: 'a failed import with its reason among the entities',
      source: `made from ${openApi}, schemas/IMS/src/ShowJob.json, which gives entities an error`,
      body: {
        json: {
          ...job,
          status: 'FAIL',
          error_code: null,
          fail_reason: null,
          entities: {error_code: 'IMG.0057', addition_error_msg: 'The image file is empty.'}
        }
      },
      expected: {
        ...readJob,
        state: 'failed',
        serviceStatus: 'FAIL',
        message: 'IMG.0057: The image file is empty.',
        subtasks: []
      }
    },
    {
      name: 'a failed import with two reasons',
      source: `made from ${openApi}, schemas/IMS/src/ShowJob.json, which gives entities an error`,
      body: {
        json: {
          ...job,
          status: 'FAIL',
          error_code: 'IMG.0057',
          fail_reason: 'Import failed.',
          entities: {error: 'The image file is empty.'}
        }
      },
      expected: {
        ...readJob,
        state: 'failed',
        serviceStatus: 'FAIL',
        message: 'IMG.0057: Import failed.; The image file is empty.',
        subtasks: []
      }
    },
    {
      name: 'sub-jobs that are no list',
      source: madeFor('a field of another type'),
      body: {json: {...job, status: 'SUCCESS', entities: {sub_jobs_result: 'SUCCESS'}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a result without a state',
      source: madeFor('a mandatory field left out'),
      body: {json: {...job, status: 'SUCCESS', entities: {results: [{image_id: 'I1'}]}}},
      expected: {failure: 'malformed'}
    },
    refusal('no permission', 403, 'IMG.0026', 'The role is invalid.', 'denied', errorCodes),
    refusal('a failed look-up', 400, 'IMG.0023', 'An exception occurred during task query.', 'rejected', errorCodes),
    ...familySamples
  ]
};
