import {errorSample, madeFor, malformedAnswers, openApi, otcDocs, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const docs = `${otcDocs}/modelarts, api-ref/source`;
const metadata = {id: '3faf5c03-aaa1-4cbe-879d-24b05d997347', name: 'trainjob--py14_mem06-byd-108'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'training job', zh: '训练作业'},
    id: {
      en: '`metadata.id` of `POST /v2/{project_id}/training-jobs`',
      zh: '`POST /v2/{project_id}/training-jobs` 返回的 `metadata.id`'
    },
    permission: {en: '`modelarts:trainJob:get`', zh: '`modelarts:trainJob:get`'},
    causes: {
      en: 'the events of the job that tell of an error, the earliest first',
      zh: '训练作业中级别为 Error 的事件，最早的在前'
    },
    unconfirmed: {
      en: 'The unit of `start_time` (read as milliseconds, like `create_time`, and left out where that is no date); the host in ap-southeast-1',
      zh: '`start_time` 的单位（与 `create_time` 一样按毫秒读取，不是有效日期时不输出）；ap-southeast-1 的主机名'
    }
  },
  id: '{training_job_id}',
  example: '3faf5c03-aaa1-4cbe-879d-24b05d997347',
  poll: {path: '/v2/{project_id}/training-jobs/{training_job_id}'},
  start: {
    path: '/v2/{project_id}/training-jobs',
    body: {kind: 'job', metadata: {name: '{story}', workspace_id: '0'}, algorithm: {command: 'python train.py'}},
    answer: {
      status: 201,
      body: {kind: 'job', metadata: {id: '{training_job_id}', name: '{story}'}, status: {phase: 'Creating'}}
    }
  },
  hosts: {
    'cn-north-4': 'modelarts.cn-north-4.myhuaweicloud.com',
    'eu-de': 'modelarts.eu-de.otc.t-systems.com',
    'eu-nl': null
  },
  usualHost: 'modelarts',
  sdk: {client: 'modelarts.v1', method: 'show_training_job_details', arguments: {training_job_id: '{training_job_id}'}},
  needs: {id: 'metadata.id', word: 'status.phase', words: ['Completed']},
  altered: [
    [{'status.error': 'boom'}, 'unproven: "'],
    [{'status.task_statuses': {}}, 'malformed', 'succeeded']
  ],
  answers: [
    {
      name: 'a job whose creation failed, without a start',
      source: `made from the example of answer 200 in ${openApi}, schemas/ModelArts/src/ListTrainingJobs.json`,
      body: {
        json: {
          kind: 'job',
          metadata: {...metadata, create_time: 1636447346315, workspace_id: '0'},
          status: {
            phase: 'Abnormal',
            secondary_phase: 'CreateFailed',
            duration: 0,
            start_time: 0,
            node_count_metrics: [[1636447746000, 0]],
            tasks: ['worker-0']
          }
        }
      },
      expected: {...metadata, state: 'failed', serviceStatus: 'Abnormal', subtasks: []}
    },
    {
      name: 'a completed job, whose end is its start and its duration',
      source: madeFor('duration and start_time'),
      body: {
        json: {metadata, status: {phase: 'Completed', duration: 5000, start_time: 1636447746000, task_statuses: null}}
      },
      expected: {
        ...metadata,
        state: 'succeeded',
        serviceStatus: 'Completed',
        start: '2021-11-09T08:49:06.000Z',
        end: '2021-11-09T08:49:11.000Z',
        subtasks: []
      }
    },
    ...[true, null].map(
      /** @returns {Sample} */ duration => ({
        name: `a completed job whose duration is ${duration}, which tells no end`,
        source: madeFor('a field of another type'),
        body: {json: {metadata, status: {phase: 'Completed', duration, start_time: 1636447746000}}},
        expected: {
          ...metadata,
          state: 'succeeded',
          serviceStatus: 'Completed',
          start: '2021-11-09T08:49:06.000Z',
          subtasks: []
        }
      })
    ),
    {
      name: 'a failed job with what its workers say',
      source: madeFor('task_statuses'),
      body: {
        json: {
          metadata,
          status: {
            phase: 'Failed',
            task_statuses: [
              {task: 'worker-0', exit_code: 137, message: 'out of memory'},
              {task: 'worker-1', exit_code: 0, message: ''},
              {task: 'worker-2'}
            ]
          }
        }
      },
      expected: {
        ...metadata,
        state: 'failed',
        serviceStatus: 'Failed',
        subtasks: [
          {name: 'worker-0', state: 'untold', serviceStatus: 'exit code 137', message: 'out of memory'},
          {name: 'worker-1', state: 'untold', serviceStatus: 'exit code 0'},
          {name: 'worker-2', state: 'untold', serviceStatus: ''}
        ]
      }
    },
    {
      name: 'a running job, whose second phase decides nothing and whose duration is no end',
      source: madeFor('the documentation warns not to rely on secondary_phase'),
      body: {
        json: {
          metadata,
          status: {phase: 'Running', secondary_phase: 'Completed', duration: 5000, start_time: 1636447746000}
        }
      },
      expected: {
        ...metadata,
        state: 'running',
        serviceStatus: 'Running',
        start: '2021-11-09T08:49:06.000Z',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['Creating', 'running'],
      ['Pending', 'running'],
      ['Terminating', 'running'],
      ['Terminated', 'stopped'],
      ['Succeeded', 'unknown'],
      ['completed', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([phase, state]) => ({
        name: `a job in the phase ${phase}`,
        source: `${docs}/training_management/querying_the_details_about_a_training_job.rst`,
        body: {json: {metadata, status: {phase}}},
        expected: {...metadata, state, serviceStatus: phase, subtasks: []}
      })
    ),
    {
      name: 'no phase',
      source: madeFor('a field left out'),
      body: {json: {metadata, status: {secondary_phase: 'Completed'}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      body: {json: {metadata}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no metadata',
      source: madeFor('a field left out'),
      body: {json: {status: {phase: 'Completed'}}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"metadata" should be an object and is missing': {},
      '"status" should be an object and is missing': {metadata},
      '"task_statuses" should be a list and is an object': {metadata, status: {phase: 'Completed', task_statuses: {}}},
      'task 1 should be an object and is null': {metadata, status: {phase: 'Completed', task_statuses: [null]}}
    }),
    unknownAccessKey,
    .../** @type {const} */ ([
      [400, 'ModelArts.2775', 'not-found'],
      [400, 'ModelArts.0204', 'unauthenticated'],
      [401, 'ModelArts.0202', 'denied'],
      [400, 'ModelArts.0101', 'rejected']
    ]).map(([status, code, failure]) =>
      errorSample(`${docs}/appendix/error_codes.rst`, status, code, 'an error', failure)
    )
  ],
  causes: [
    {
      request: {path: '/v2/{project_id}/training-jobs/{training_job_id}/events?level=Error&order=asc&limit=100'},
      sdk: {
        method: 'list_training_job_events',
        arguments: {training_job_id: '{training_job_id}', level: 'Error', order: 'asc', limit: '100'}
      },
      answers: [
        {
          name: 'the one event that tells of an error',
          source: `${openApi}, schemas/ModelArts/src/ListTrainingJobEvents.json, answer 200, of which the level asked for`,
          body: {
            json: {
              end_time: '2022-11-29T16:53:11+08:00',
              events: [{level: 'Error', message: 'Training job failed.', time: '2022-11-26T16:03:41+08:00'}],
              limit: 100,
              offset: 0,
              order: 'asc',
              start_time: '2022-11-26T16:01:36+08:00',
              total: 1
            }
          },
          expected: [{message: 'Training job failed.', time: '2022-11-26T08:03:41.000Z'}]
        },
        {
          name: 'events of other levels, which were not asked for',
          source: madeFor('an answer that pays no heed to the level'),
          body: {
            json: {
              events: [
                {level: 'Info', message: 'Training job is starting.'},
                {level: 'Error', message: 'Training job failed.'}
              ]
            }
          },
          expected: [{message: 'Training job failed.'}]
        },
        {
          name: 'an event that does not repeat its level, which was asked for',
          source: madeFor('a field left out'),
          body: {json: {events: [{message: 'Training job failed.'}]}},
          expected: [{message: 'Training job failed.'}]
        },
        {
          name: 'no event',
          source: madeFor('an empty list'),
          body: {json: {events: [], total: 0}},
          expected: []
        },
        {
          name: 'an event of another form',
          source: madeFor('a list of texts'),
          body: {json: {events: ['Training job failed.']}},
          expected: {malformed: 'event 1 should be an object and is a string'}
        }
      ]
    }
  ]
};
