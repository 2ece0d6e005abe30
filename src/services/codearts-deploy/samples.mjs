import {madeFor, openApi, provider, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definitions = `${openApi}, schemas/CodeArtsDeploy/src`;
const asked = {taskId: '2c82ffe8d00d4968a4e5f7a36d87ae17', parentId: 'e700f15965694253940502911220d76b'};
const read = {id: asked.taskId, name: 'test', subtasks: []};
/** @param {unknown} status */
const wrapped = status => ({
  result: {record_id: asked.taskId, task_id: asked.parentId, task_name: 'test', status, step: 'finish'},
  status: 'success'
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'codearts',
    what: {en: 'deployment', zh: '一次应用部署'},
    id: {
      en: 'the `task_id` in the path of `POST /v2/tasks/{task_id}/start`, a slash, and `id` of its answer',
      zh: '`POST /v2/tasks/{task_id}/start` 路径中的 `task_id`、斜杠，以及其响应中的 `id`'
    },
    permission: {
      en: 'A role in the CodeArts project that may view the application; no source names an IAM action',
      zh: 'CodeArts 项目中可查看该应用的角色；没有资料说明 IAM 授权项'
    },
    unconfirmed: {
      en: 'Whether this call answers with words beyond running, succeeded and failed; the zone of its times, which are left out',
      zh: '该接口是否会返回 running、succeeded、failed 之外的状态；时间的时区，因此不输出时间'
    }
  },
  id: '{task_id}/{record_id}',
  example: 'e700f15965694253940502911220d76b/2c82ffe8d00d4968a4e5f7a36d87ae17',
  poll: {path: '/v2/tasks/{task_id}/state?record_id={record_id}'},
  start: {
    path: '/v2/tasks/{task_id}/start',
    body: {params: [{name: 'demo', type: 'text', value: '{story}'}]},
    answer: {body: {id: '{record_id}'}}
  },
  hosts: {
    'ap-southeast-3': 'codearts-deploy.ap-southeast-3.myhuaweicloud.com',
    'eu-west-101': 'codearts-deploy.eu-west-101.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {client: 'codeartsdeploy.v2', none: 'The SDK has no call for the state of a record.'},
  needs: {task: 'result', id: 'record_id', word: 'status', words: ['succeeded'], repeats: {task_id: 0}},
  altered: [[{'result.task_id': 'd2'}, 'other: task_id d2']],
  answers: [
    {
      name: 'a deployment that succeeded, without its times, which have no zone',
      source: `${definitions}/CheckDeployStatus.json, answer 200`,
      asked,
      body: {
        json: {
          result: {
            end_time: '2025-07-09 11:36:43',
            executor: 'devcloud_test',
            nick_name: 'AB边账号',
            record_id: '2c82ffe8d00d4968a4e5f7a36d87ae17',
            start_time: '2025-07-09 11:36:28',
            status: 'succeeded',
            step: 'finish',
            task_id: 'e700f15965694253940502911220d76b',
            task_name: 'test'
          },
          status: 'success'
        }
      },
      expected: {...read, state: 'succeeded', serviceStatus: 'succeeded'}
    },
    .../** @type {const} */ ([
      ['running', 'running'],
      ['succeeded', 'succeeded'],
      ['failed', 'failed']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a deployment in the state ${status}`,
        source: 'support.huaweicloud.com, api-deployman, ShowDeployStatus',
        asked,
        body: {json: wrapped(status)},
        expected: {...read, state, serviceStatus: status}
      })
    ),
    .../** @type {const} */ ([
      ['pending', 'running'],
      ['not_executed', 'running'],
      ['timeout', 'failed'],
      ['abort', 'stopped'],
      ['not_started', 'stopped'],
      ['success', 'unknown'],
      ['finish', 'unknown'],
      ['SUCCEEDED', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a deployment in the state ${status}`,
        source: 'github.com/huaweicloud/huaweicloud-sdk-go-v3, services/codeartsdeploy/v2, states of ListAllApp',
        asked,
        body: {json: wrapped(status)},
        expected: {...read, state, serviceStatus: status}
      })
    ),
    {
      name: 'a request that failed, whatever else the answer says',
      source: 'support.huaweicloud.com, api-deployman, ShowDeployStatus: the status of a request is success or error',
      asked,
      body: {json: {...wrapped('succeeded'), status: 'error'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'the history of an application, which is not asked for',
      source: `${definitions}/ListDeployTaskHistoryByDate.json, answer 200`,
      asked,
      body: {
        json: {
          result: [
            {
              duration: '00:16:53',
              end_time: '2022-04-15 15:20:17',
              execution_id: '50f18ce454a64ea5a62a33d56617b831',
              nickname: 'AB边账号',
              operator: 'devcloud_devcloud_l00490255_01',
              release_id: 20,
              start_time: '2022-04-15 15:03:24',
              state: 'succeeded',
              type: 'install'
            },
            {
              duration: '00:15:31',
              end_time: '2022-04-15 15:18:46',
              execution_id: 'f757fbe93d35494ba0ff73b34e2f79aa',
              nickname: 'AB边账号',
              operator: 'devcloud_devcloud_l00490255_01',
              release_id: 19,
              start_time: '2022-04-15 15:03:15',
              state: 'failed',
              type: 'install'
            }
          ],
          total_num: 20
        }
      },
      expected: {failure: 'malformed'}
    },
    {
      name: 'no state of the deployment, beside that of the request',
      source: madeFor('an optional field left out'),
      asked,
      body: {json: wrapped(undefined)},
      expected: {failure: 'malformed'}
    },
    unknownAccessKey,
    {
      name: 'a record that does not exist',
      source: `${provider}, services/codeartsdeploy, parameters of a record`,
      asked,
      status: 400,
      body: {json: {error_code: 'Deploy.00011303', error_msg: 'an error'}},
      expected: {failure: 'not-found', code: 'Deploy.00011303'}
    }
  ]
};
