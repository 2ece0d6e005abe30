import {errorSample, madeFor, malformedAnswers, openApi, otcDocs, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/MRS/src/ShowSingleJobExe.json`;
const errorCodes = `${otcDocs}/mapreduce-service, api-ref/source/appendix/error_code.rst`;
const job = {job_id: '431b135e-c090-489f-b1db-0abe3822b855', job_name: 'pyspark1'};
const read = {id: job.job_id, name: job.job_name, subtasks: []};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'jobs in a cluster', zh: '集群中的作业'},
    id: {
      en: 'the id of the cluster, a slash, and `job_submit_result.job_id` of `POST /v2/{project_id}/clusters/{cluster_id}/job-executions`',
      zh: '集群 ID、斜杠，以及 `POST /v2/{project_id}/clusters/{cluster_id}/job-executions` 返回的 `job_submit_result.job_id`'
    },
    success: {
      en: '`job_state` tells how far the job is; once it is `FINISHED`, `job_result` tells how it ended',
      zh: '`job_state` 表示作业进行到哪一步；为 `FINISHED` 之后，由 `job_result` 说明结果'
    },
    permission: {
      en: '`mrs:cluster:getJob` (identity policy) or `mrs:job:get` (role or policy)',
      zh: '`mrs:cluster:getJob`（身份策略授权）或 `mrs:job:get`（角色与策略授权）'
    },
    unconfirmed: {
      en: 'Whether `job_result` can still be `UNDEFINED` after `job_state` has become `FINISHED` (waited for); whether `finished_time` is absent while the job runs; the hosts in ap-southeast-1, ap-southeast-4 and ru-northwest-2',
      zh: '`job_state` 变为 `FINISHED` 之后，`job_result` 是否仍可能为 `UNDEFINED`（遇到时继续等待）；作业运行期间是否没有 `finished_time`；ap-southeast-1、ap-southeast-4 和 ru-northwest-2 的主机名'
    }
  },
  id: '{cluster_id}/{job_id}',
  example: '2b460e01-3351-4170-b0a7-57b9dd5ffef3/431b135e-c090-489f-b1db-0abe3822b855',
  poll: {path: '/v2/{project_id}/clusters/{cluster_id}/job-executions/{job_id}'},
  start: {
    path: '/v2/{project_id}/clusters/{cluster_id}/job-executions',
    body: {job_type: 'SparkSubmit', job_name: '{story}', arguments: ['obs://demo/spark-examples.jar', '10000']},
    answer: {body: {job_submit_result: {job_id: '{job_id}', state: 'COMPLETE'}}}
  },
  hosts: {
    'cn-north-4': 'mrs.cn-north-4.myhuaweicloud.com',
    'eu-west-101': 'mrs.eu-west-101.myhuaweicloud.eu',
    'eu-de': 'mrs.eu-de.otc.t-systems.com',
    'eu-nl': null
  },
  usualHost: 'mrs',
  sdk: {
    client: 'mrs.v2',
    method: 'show_single_job_exe',
    arguments: {cluster_id: '{cluster_id}', job_execution_id: '{job_id}'}
  },
  needs: {
    statuses: [200, 202],
    task: 'job_detail',
    id: 'job_id',
    word: 'job_result',
    words: ['SUCCEEDED'],
    fixed: {job_state: 'FINISHED'}
  },
  altered: [
    [{'job_detail.cluster_id': 'c2'}, 'other: cluster_id c2'],
    [{'job_detail.cluster_id': '2b460e01-3351-4170-b0a7-57b9dd5ffef3'}, 'succeeded'],
    ...[null, '', '  '].map(/** @returns {Altered} */ state => [{'job_detail.job_state': state}, 'untold']),
    ...[undefined, ['SUCCESS'], {}, true].map(
      /** @returns {Altered} */ state => [{'job_detail.job_state': state}, 'malformed']
    )
  ],
  answers: [
    {
      name: 'a job that succeeded, under HTTP 202',
      source: `${otcDocs}/mapreduce-service, api-ref/source/apis/job_object_apis_v2/querying_information_about_a_job.rst`,
      status: 202,
      body: {
        json: {
          job_detail: {
            job_id: '431b135e-c090-489f-b1db-0abe3822b855',
            user: 'xxxx',
            job_name: 'pyspark1',
            job_result: 'SUCCEEDED',
            job_state: 'FINISHED',
            job_progress: 100,
            job_type: 'SparkSubmit',
            started_time: 1564626578817,
            submitted_time: 1564626561541,
            finished_time: 1564626664930,
            elapsed_time: 86113,
            queue: 'default',
            arguments:
              '[--class, org.apache.spark.examples.SparkPi, --driver-memory, 512MB, --num-executors, 1, --executor-cores, 1, --master, yarn-cluster, obs://obs-test/jobs/spark/spark-examples_2.11-2.1.0.jar, 10000]',
            launcher_id: 'application_1564622673393_0006',
            app_id: 'application_1564622673393_0007',
            properties: '{}'
          }
        }
      },
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: 'SUCCEEDED',
        progress: 100,
        start: '2019-08-01T02:29:38.817Z',
        end: '2019-08-01T02:31:04.930Z'
      }
    },
    .../** @type {const} */ ([
      ['NEW', 'UNDEFINED', 'running', 'NEW'],
      ['NEW_SAVING', 'UNDEFINED', 'running', 'NEW_SAVING'],
      ['SUBMITTED', 'UNDEFINED', 'running', 'SUBMITTED'],
      ['ACCEPTED', 'UNDEFINED', 'running', 'ACCEPTED'],
      ['RUNNING', 'UNDEFINED', 'running', 'RUNNING'],
      ['RUNNING', 'SUCCEEDED', 'running', 'RUNNING'],
      ['FAILED', 'FAILED', 'failed', 'FAILED'],
      ['FAILED', 'SUCCEEDED', 'failed', 'FAILED'],
      ['KILLED', 'KILLED', 'stopped', 'KILLED'],
      ['FINISHED', 'UNDEFINED', 'running', 'UNDEFINED'],
      ['FINISHED', 'FAILED', 'failed', 'FAILED'],
      ['FINISHED', 'KILLED', 'stopped', 'KILLED'],
      ['FINISHED', 'SUCCEEDED', 'succeeded', 'SUCCEEDED'],
      ['FINISHED', 'FINISHED', 'unknown', 'FINISHED'],
      ['SUCCEEDED', 'SUCCEEDED', 'unknown', 'SUCCEEDED'],
      ['finished', 'SUCCEEDED', 'unknown', 'finished']
    ]).map(
      /** @returns {Sample} */ ([jobState, jobResult, state, serviceStatus]) => ({
        name: `job_state ${jobState} with job_result ${jobResult}`,
        source: definition,
        status: 202,
        body: {json: {job_detail: {...job, job_state: jobState, job_result: jobResult, job_progress: 0.5}}},
        expected: {...read, state, serviceStatus, progress: 0.5}
      })
    ),
    {
      name: 'a job whose state is spelt New',
      source: `made from ${otcDocs}/mapreduce-service, api-ref/source/apis/job_object_apis_v2/querying_information_about_a_job.rst, the list of states`,
      status: 202,
      body: {json: {job_detail: {...job, job_state: 'New', job_result: 'UNDEFINED'}}},
      expected: {...read, state: 'running', serviceStatus: 'New'}
    },
    {
      name: 'a job that has finished without a result, which is no success',
      source: madeFor('an optional field left out'),
      status: 202,
      body: {json: {job_detail: {...job, job_state: 'FINISHED'}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a result without a state',
      source: madeFor('an optional field left out'),
      status: 202,
      body: {json: {job_detail: {...job, job_result: 'SUCCEEDED'}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no job',
      source: madeFor('the envelope without its content'),
      status: 202,
      body: {json: {job_detail: null}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"job_detail" should be an object and is missing': {}
    }),
    unknownAccessKey,
    .../** @type {const} */ ([
      [400, '12000003', 'not-found'],
      [500, '0176', 'not-found'],
      [500, '0201', 'not-found'],
      [500, '0192', 'denied'],
      [500, '0167', 'rejected'],
      [500, '0162', 'transient'],
      [401, '12000001', 'denied']
    ]).map(([status, code, failure]) => errorSample(errorCodes, status, code, 'an error', failure))
  ]
};
