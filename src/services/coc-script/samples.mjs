import {errorSample, madeFor, provider, refusedByTheGateway, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const reference = 'support.huaweicloud.com, api-coc, ShowScriptOrderBasicInfo';
const id = 'SCT2023083109562601af694bf';
const createdMs = 1697946452186;
const finishedMs = 1697946763469;
const start = new Date(createdMs).toISOString();
const end = new Date(finishedMs).toISOString();

/**
 * @param {unknown} status
 * @param {object} [more]
 * @param {unknown} [successRate]
 */
const ticket = (status, more = {}, successRate = 100) => ({
  json: {
    data: {
      execute_uuid: id,
      gmt_created: createdMs,
      creator: 'ci',
      status,
      properties: {
        script_uuid: 'SC2023101717000000000000',
        script_name: 'deploy',
        current_execute_batch_index: 1,
        execute_param: {
          resourceful: true,
          timeout: 300,
          execute_user: 'root',
          success_rate: successRate,
          script_params: []
        }
      },
      ...more
    }
  }
});

const read = {id, name: 'deploy', start};
const over = {gmt_finished: finishedMs, execute_costs: 311};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'management',
    what: {en: 'scripts that run on servers', zh: '在服务器上执行的脚本工单'},
    id: {
      en: '`data` of `POST /v1/job/scripts/{script_uuid}`',
      zh: '`POST /v1/job/scripts/{script_uuid}` 返回的 `data`'
    },
    permission: {
      en: '`coc:job:get` (identity policy)',
      zh: '`coc:job:get`（身份策略授权）'
    },
    unconfirmed: {
      en: 'Whether `FINISHED` follows where the script failed on some servers, as a `success_rate` below 100 allows: it is a warning then. Whether it follows where a person has skipped a batch or cancelled a server. `ERROR` and `ROLLBACKED` stand in older documents alone, where `ABNORMAL` is missing. The SDKs take credentials of an account or of a project, and here it is those of the account. The HTTP status of the code for an unknown id comes from one user of the API',
      zh: '`success_rate` 小于 100 时允许部分服务器执行失败，此时是否仍为 `FINISHED`（这里视为警告）。有人跳过批次或取消实例后是否仍为 `FINISHED`。`ERROR` 和 `ROLLBACKED` 只见于较早的文档，其中没有 `ABNORMAL`。SDK 可以使用账号级或项目级凭证，这里使用账号级。未知 ID 的错误码对应的 HTTP 状态码只有一个使用者提到'
    }
  },
  id: '{execute_uuid}',
  example: id,
  poll: {
    path: '/v1/job/script/orders/{execute_uuid}',
    headers: {'x-language': 'en-us'},
    variants: [{given: {language: 'zh-cn'}, headers: {'x-language': 'zh-cn'}}]
  },
  start: {
    path: '/v1/job/scripts/{script_uuid}',
    body: {
      execute_param: {timeout: 300, success_rate: 100, execute_user: 'root'},
      execute_batches: [{batch_index: 1, rotation_strategy: 'PAUSE', target_instances: []}]
    },
    answer: {body: {data: '{execute_uuid}'}}
  },
  hosts: {
    'cn-north-4': 'coc.myhuaweicloud.com',
    'ap-southeast-3': 'coc-intl.myhuaweicloud.com',
    'eu-west-101': 'coc-eu-west-101-open-api.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {client: 'coc.v1', method: 'get_script_job_info', arguments: {execute_uuid: '{execute_uuid}'}},
  needs: {
    task: 'data',
    id: 'execute_uuid',
    word: 'status',
    words: ['FINISHED'],
    flags: {'properties.execute_param.success_rate': 100}
  },
  altered: [
    [{'data.properties': '{}'}, 'malformed'],
    [{'data.properties.execute_param': '{"success_rate":50}'}, 'malformed']
  ],
  answers: [
    {
      name: 'a cancelled ticket',
      source: 'huaweicloud.com/guide, 云运维中心 COC-展示脚本工单基本信息:响应示例, its masked ids filled in',
      body: ticket('CANCELED', over),
      expected: {...read, state: 'stopped', serviceStatus: 'CANCELED', end, subtasks: []}
    },
    {
      name: 'a script that is running',
      source: reference,
      body: ticket('PROCESSING'),
      expected: {...read, state: 'running', serviceStatus: 'PROCESSING', subtasks: []}
    },
    {
      name: 'a script that is finished',
      source: reference,
      body: ticket('FINISHED', over),
      expected: {...read, state: 'succeeded', serviceStatus: 'FINISHED', end, subtasks: []}
    },
    .../** @type {const} */ ([99.9, 0, '100']).map(
      /** @returns {Sample} */ successRate => ({
        name: `a script that is finished, with the success rate ${JSON.stringify(successRate)}`,
        source: `${reference}, success_rate: with one decimal place`,
        body: ticket('FINISHED', over, successRate),
        expected: {
          ...read,
          state: 'warning',
          serviceStatus: 'FINISHED',
          end,
          message: `success_rate: ${JSON.stringify(successRate)}`,
          subtasks: []
        }
      })
    ),
    {
      name: 'a script that failed, whatever was allowed',
      source: madeFor('success_rate of a failure'),
      body: ticket('ABNORMAL', over, 80),
      expected: {...read, state: 'failed', serviceStatus: 'ABNORMAL', end, subtasks: []}
    },
    {
      name: 'a script that failed',
      source: `${reference}; ${provider}, services/coc, which fails on it`,
      body: ticket('ABNORMAL', over),
      expected: {...read, state: 'failed', serviceStatus: 'ABNORMAL', end, subtasks: []}
    },
    .../** @type {const} */ ([
      ['READY', 'running'],
      ['PAUSED', 'running'],
      ['SUCCESS', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a ticket in the state ${status}`,
        source: reference,
        body: ticket(status),
        expected: {...read, state, serviceStatus: status, subtasks: []}
      })
    ),
    .../** @type {const} */ (['ERROR', 'ROLLBACKED']).map(
      /** @returns {Sample} */ status => ({
        name: `a ticket in the state ${status}`,
        source: `${reference}, as of 2024-04-19`,
        body: ticket(status, over),
        expected: {...read, state: 'failed', serviceStatus: status, end, subtasks: []}
      })
    ),
    {
      name: 'no state',
      source: madeFor('a field left out'),
      body: {json: {data: {execute_uuid: id}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no ticket',
      source: madeFor('the envelope without its content'),
      body: {json: {data: null}},
      expected: {failure: 'malformed'}
    },
    errorSample(`${provider}, services/coc, coc_script_execute`, 400, 'COC.00040709', 'Script not found', 'not-found'),
    refusedByTheGateway,
    unknownAccessKey
  ]
};
