import {alteredParts, errorSample, madeFor, malformedAnswers, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const documents = `${otcDocs}/data-arts-studio, api-ref/source`;
const page = `${documents}/dataarts_factory_apis/job_development_apis/viewing_job_instance_details.rst`;
const errorTable = `${documents}/appendix/error_codes/dataarts_factory_error_codes.rst`;

const instance = {jobName: 'job_batch', instanceId: 34765};
const read = {id: '34765', name: 'job_batch'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'run of a job', zh: '作业实例'},
    id: {
      en: 'the name of the job, a slash, and `instanceId` of `POST /v1/{project_id}/jobs/{job_name}/run-immediate`',
      zh: '作业名称、斜杠，以及 `POST /v1/{project_id}/jobs/{job_name}/run-immediate` 返回的 `instanceId`'
    },
    permission: {
      en: 'A workspace role such as Viewer, beside the system role `DAYU User` or the narrower `DataArts Studio User` (`DARTS User` on Open Telekom Cloud); IAM policies have no action for it',
      zh: '工作空间中的角色（如访客 Viewer），外加系统角色 `DAYU User` 或范围更小的 `DataArts Studio User`（Open Telekom Cloud 上为 `DARTS User`）；IAM 策略中没有对应的授权项'
    },
    unconfirmed: {
      en: 'What `skip-by-depend` means, which is a warning here; in which combinations the word and the fields `forceSuccess` and `ignoreSuccess` are sent: the word alone counts; that the role Viewer is enough',
      zh: '`skip-by-depend` 的含义，这里视为警告；状态与字段 `forceSuccess`、`ignoreSuccess` 会以何种组合返回：只以状态为准；访客角色是否足够'
    }
  },
  id: '{job_name}/{instance_id}',
  example: 'job_batch/34765',
  ids: {accepted: ['J1/7', 'a.b/7', '日报/7', 'ä/7'], refused: ['../a/7', '日/报/7', '日 报/7']},
  poll: {
    path: '/v1/{project_id}/jobs/{job_name}/instances/{instance_id}',
    variants: [
      {given: {workspace: 'W1'}, headers: {workspace: 'W1'}},
      // Names in Chinese, of up to 128 letters: the vendor's user guide of DataArts Factory, Creating a Job.
      {
        given: {parentId: '日报_a.b', taskId: '7'},
        path: '/v1/P1/jobs/%E6%97%A5%E6%8A%A5_a.b/instances/7',
        headers: {}
      }
    ]
  },
  start: {
    path: '/v1/{project_id}/jobs/{job_name}/run-immediate',
    body: {},
    answer: {body: {instanceId: '{instance_id}'}}
  },
  hosts: {'eu-de': 'dayu-dlf.eu-de.otc.t-systems.com', 'cn-east-4': null},
  usualHost: 'dayu-dlf',
  sdk: {
    client: 'dgc.v1',
    method: 'show_job_instance',
    arguments: {job_name: '{job_name}', instance_id: '{instance_id}'}
  },
  needs: {id: 'instanceId', word: 'status', words: ['success', 'forceSuccess'], repeats: {jobName: 0}},
  altered: [
    ...alteredParts('nodes', {status: 'success'}, {status: 'fail'}, 'nodes'),
    [{total: 2}, 'unproven: "total" is 2 and "nodes" has 0', 'succeeded'],
    [{jobName: 'Other'}, 'other: jobName Other'],
    // Under a success that a person forced nothing counts.
    [{status: 'forceSuccess', nodes: [{nodeName: 'N', status: 'fail'}], total: 9}, 'succeeded'],
    [{status: 'success', nodes: [{nodeName: 'N', status: 'fail'}], total: 9}, 'failed', 'succeeded']
  ],
  answers: [
    {
      name: 'a failed instance whose nodes all succeeded',
      source: page,
      body: {
        json: {
          jobName: 'job_batch',
          instanceId: 34765,
          status: 'fail',
          planTime: 1551425326540,
          startTime: 1551425327000,
          endTime: 1551425387000,
          executeTime: 1,
          forceSuccess: false,
          ignoreSuccess: false,
          total: 2,
          nodes: [
            {
              endTime: 1551671590000,
              inputRowCount: 0,
              instanceId: 34765,
              nodeName: 'Dummy_8556',
              planTime: 1551671580000,
              retryTimes: 0,
              startTime: 1551671584000,
              status: 'success',
              type: 'Dummy'
            },
            {
              endTime: 1551671598000,
              inputRowCount: 0,
              instanceId: 34765,
              logPath: 'obs://dlf-test-log/job_batch/2019-03-04 11_53_00.000/error/error.job',
              nodeName: 'error',
              planTime: 1551671580000,
              retryTimes: 0,
              startTime: 1551671594000,
              status: 'success',
              type: 'DWS SQL'
            }
          ]
        }
      },
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'fail',
        start: '2019-03-01T07:28:47.000Z',
        end: '2019-03-01T07:29:47.000Z',
        subtasks: [
          {
            name: 'Dummy_8556',
            state: 'succeeded',
            serviceStatus: 'success',
            start: '2019-03-04T03:53:04.000Z',
            end: '2019-03-04T03:53:10.000Z'
          },
          {
            name: 'error',
            state: 'succeeded',
            serviceStatus: 'success',
            start: '2019-03-04T03:53:14.000Z',
            end: '2019-03-04T03:53:18.000Z'
          }
        ]
      }
    },
    .../** @type {const} */ ([
      ['waiting', 'running'],
      ['running', 'running'],
      ['waiting-confirm', 'running'],
      ['freeze', 'running'],
      ['pause', 'running'],
      ['success', 'succeeded'],
      ['forceSuccess', 'succeeded'],
      ['ignoreSuccess', 'warning'],
      ['skip-by-depend', 'warning'],
      ['fail', 'failed'],
      ['running-exception', 'failed'],
      ['manual-stop', 'stopped'],
      ['SUCCESS', 'unknown'],
      ['skip', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: madeFor('the words of the definition, another spelling of one, and a word of nodes alone'),
        body: {json: {...instance, status, nodes: []}},
        expected: {...read, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a node in each state',
      source: madeFor('the words for nodes, and words that only instances have'),
      body: {
        json: {
          ...instance,
          status: 'running',
          startTime: 1551425327000,
          nodes: 'waiting running pause success fail skip manual-stop forceSuccess'
            .split(' ')
            .map((status, index) => ({nodeName: `N${index}`, status, startTime: 0}))
        }
      },
      expected: {
        ...read,
        state: 'running',
        serviceStatus: 'running',
        start: '2019-03-01T07:28:47.000Z',
        subtasks: [
          {name: 'N0', state: 'running', serviceStatus: 'waiting'},
          {name: 'N1', state: 'running', serviceStatus: 'running'},
          {name: 'N2', state: 'running', serviceStatus: 'pause'},
          {name: 'N3', state: 'succeeded', serviceStatus: 'success'},
          {name: 'N4', state: 'failed', serviceStatus: 'fail'},
          {name: 'N5', state: 'skipped', serviceStatus: 'skip'},
          {name: 'N6', state: 'stopped', serviceStatus: 'manual-stop'},
          {name: 'N7', state: 'unknown', serviceStatus: 'forceSuccess'}
        ]
      }
    },
    {
      name: 'an ignored failure, whose node has failed',
      source: madeFor('the word of the instance, which says what is ignored, and not the fields of the same names'),
      body: {
        json: {
          ...instance,
          status: 'ignoreSuccess',
          forceSuccess: true,
          ignoreSuccess: false,
          nodes: [
            {nodeName: 'N0', status: 'fail'},
            {nodeName: 'N1', status: 'success'}
          ]
        }
      },
      expected: {
        ...read,
        state: 'warning',
        serviceStatus: 'ignoreSuccess',
        subtasks: [
          {name: 'N0', state: 'warning', serviceStatus: 'fail'},
          {name: 'N1', state: 'succeeded', serviceStatus: 'success'}
        ]
      }
    },
    {
      name: 'no instance id',
      source: madeFor('a mandatory field left out'),
      body: {json: {jobName: 'job_batch', status: 'success', nodes: []}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no status',
      source: madeFor('a mandatory field left out'),
      body: {json: {...instance, forceSuccess: true, nodes: []}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a node without a status',
      source: madeFor('a mandatory field left out'),
      body: {json: {...instance, status: 'success', nodes: [{nodeName: 'N0'}]}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"nodes" should be a list and is an object': {...instance, status: 'success', nodes: {}},
      'node 1 should be an object and is null': {...instance, status: 'success', nodes: [null]}
    }),
    errorSample(page, 400, 'DLF.0137', 'Job instance does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DLF.0100', 'The job does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DLF.6888', 'Invalid account permissions.', 'denied'),
    {
      name: 'an error whose fields have other names',
      source: 'made from github.com/mingyang91/huawei-cloud-api-definitions, schemas/DGC/src/ListJobInstances.json',
      status: 400,
      body: {json: {errorCode: 'DLF.0819', errorMsg: 'The workspace does not exist.'}},
      expected: {failure: 'rejected', code: 'DLF.0819'}
    },
    refusedByTheGateway
  ]
};
