import {madeFor, provider, refusedByTheGateway, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 * @typedef {import('../samples.ts').ReadTask} ReadTask
 */

const reference = 'support.huaweicloud.com, api-cdn, ShowHistoryTaskDetails';
const id = '8a29d3f05d0cbeee015d0cc1333c0007';
const createdMs = 1499157542180;
const start = new Date(createdMs).toISOString();

/**
 * @param {string} name
 * @param {string} status
 * @param {object} [more]
 */
const url = (name, status, more = {}) => ({
  id: `8a29d3f05d0cbeee015d0cc1334400${name.padStart(2, '0')}`,
  url: `https://www.example.com/${name}.png`,
  status,
  create_time: createdMs,
  task_id: id,
  task_type: 'REFRESH',
  ...more
});

/**
 * The part that such a URL must be read as.
 * @param {string} name
 * @param {import('../../task.ts').SubtaskState} state
 * @param {string} serviceStatus
 * @param {string} [message]
 */
const part = (name, state, serviceStatus, message) => ({
  id: `8a29d3f05d0cbeee015d0cc1334400${name.padStart(2, '0')}`,
  name: `https://www.example.com/${name}.png`,
  state,
  serviceStatus,
  start,
  ...(message === undefined ? {} : {message})
});

/**
 * @param {string} status
 * @param {readonly unknown[] | null} urls
 * @param {{processing?: number, succeed?: number, failed?: number, total?: number}} counts
 */
const task = (status, urls, {processing = 0, succeed = 0, failed = 0, total = urls?.length ?? 0}) => ({
  json: {
    id,
    task_type: 'refresh',
    status,
    urls,
    create_time: createdMs,
    processing,
    succeed,
    failed,
    total,
    file_type: 'file'
  }
});

/**
 * @param {Partial<ReadTask> & Pick<ReadTask, 'state' | 'serviceStatus' | 'subtasks'>} read
 * @returns {ReadTask}
 */
const read = read => ({id, name: 'refresh', start, ...read});

/**
 * A task in process with one URL in a state.
 * @param {string} word
 * @param {import('../../task.ts').SubtaskState} state
 * @returns {Sample}
 */
const running = (word, state) => ({
  name: `a task in process with a URL that is ${word}`,
  source: reference,
  body: task('task_inprocess', [url('1', word)], {processing: 1}),
  expected: read({state: 'running', serviceStatus: 'task_inprocess', progress: 0, subtasks: [part('1', state, word)]})
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'network',
    what: {en: 'refresh or preheating of cached files', zh: '缓存刷新与预热任务'},
    id: {
      en: '`refresh_task` of `POST /v1.0/cdn/content/refresh-tasks`, or `preheating_task` of `POST /v1.0/cdn/content/preheating-tasks`',
      zh: '`POST /v1.0/cdn/content/refresh-tasks` 返回的 `refresh_task`，或 `POST /v1.0/cdn/content/preheating-tasks` 返回的 `preheating_task`'
    },
    permission: {
      en: '`cdn:configuration:queryCacheHistoryTask` (identity policy, by the newer documents; by older ones the call needs none); with roles or policies see the table of the vendor. IAM users have to give `enterprise-project-id`',
      zh: '`cdn:configuration:queryCacheHistoryTask`（身份策略授权，见较新的文档；较早的文档说不需要）；角色与策略授权见厂商的授权项表。IAM 用户必须填写 `enterprise-project-id`'
    },
    unconfirmed: {
      en: 'Whether `task_done` ever comes while URLs are in work: then it is doubted for a minute. What is answered to a token of a project, or without `X-Domain-Id`. The HTTP status of the codes for missing permission',
      zh: '仍有 URL 在处理时是否会出现 `task_done`：出现后一分钟内不予采信。使用项目级 Token 或不带 `X-Domain-Id` 时如何响应。无权限错误码对应的 HTTP 状态码'
    }
  },
  id: '{task_id}',
  example: id,
  poll: {
    path: '/v1.0/cdn/historytasks/{task_id}/detail?page_size=10000&page_number=1',
    variants: [
      {
        given: {taskId: 'T1', enterpriseProjectId: 'all'},
        path: '/v1.0/cdn/historytasks/T1/detail?page_size=10000&page_number=1&enterprise_project_id=all',
        headers: {}
      }
    ]
  },
  start: {
    path: '/v1.0/cdn/content/refresh-tasks',
    body: {refresh_task: {type: 'file', urls: ['https://www.example.com/{story}']}},
    answer: {body: {refresh_task: '{task_id}'}}
  },
  hosts: {
    'cn-north-4': 'cdn.myhuaweicloud.com',
    'ap-southeast-3': 'cdn.myhuaweicloud.com',
    'eu-west-101': 'cdn.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {
    client: 'cdn.v2',
    method: 'show_history_task_details',
    arguments: {history_tasks_id: '{task_id}', page_size: '10000', page_number: '1'}
  },
  needs: {
    id: 'id',
    word: 'status',
    words: ['task_done'],
    fixed: {failed: 0, processing: 0},
    parts: [{at: 'urls', word: 'status', words: ['succeed'], count: ['total', 'succeed'], some: true}]
  },
  altered: [
    [{failed: 1, 'urls.0.status': 'failed'}, 'failed'],
    [{urls: []}, 'unproven: "'],
    [{total: 9}, 'unproven: "'],
    [{'urls.0.error_code': 'X.1'}, 'unproven: "'],
    [{'urls.0.fail_desc': 'origin returned 404'}, 'unproven: "fail_desc"'],
    [{urls: {}}, 'malformed: "urls" should be a list'],
    [{'urls.0': null}, 'malformed: URL 1 '],
    [{id: undefined}, 'malformed: it names no task id']
  ],
  answers: [
    {
      name: 'a task in process',
      source: madeFor('one URL is over, one is not'),
      body: task('task_inprocess', [url('1', 'succeed'), url('2', 'processing')], {processing: 1, succeed: 1}),
      expected: read({
        state: 'running',
        serviceStatus: 'task_inprocess',
        progress: 50,
        subtasks: [part('1', 'succeeded', 'succeed'), part('2', 'running', 'processing')]
      })
    },
    {
      name: 'a task that is done, and so are all its URLs',
      source: reference,
      body: task('task_done', [url('1', 'succeed'), url('2', 'succeed')], {succeed: 2}),
      expected: read({
        state: 'succeeded',
        serviceStatus: 'task_done',
        progress: 100,
        subtasks: [part('1', 'succeeded', 'succeed'), part('2', 'succeeded', 'succeed')]
      })
    },
    {
      name: 'a task that is done, one URL of which failed',
      source: `${reference}; ORIGIN_ERROR: an error of the origin server`,
      body: task(
        'task_done',
        [url('1', 'succeed'), url('2', 'failed', {fail_classify: 'ORIGIN_ERROR', fail_desc: 'origin returned 404'})],
        {succeed: 1, failed: 1}
      ),
      expected: read({
        state: 'failed',
        serviceStatus: 'task_done',
        progress: 100,
        subtasks: [
          part('1', 'succeeded', 'succeed'),
          part('2', 'failed', 'failed', 'ORIGIN_ERROR: origin returned 404')
        ]
      })
    },
    {
      name: 'a task that is done, all URLs of which failed, with counts of its own',
      source: 'github.com/huaweicloudsdk/sdk-python, openstack/tests/unit/cdn/v1/test_task.py',
      body: {
        json: {
          id: '8a29d3f05d0cbeee015d0cc1333c0007',
          task_type: 'preheating',
          status: 'task_done',
          total: 4,
          processing: 2,
          succeed: 0,
          failed: 4,
          urls: [
            {
              url: 'https://www.xxx.cn/test/dir.png',
              id: '8a29d3f05d0cbeee015d0cc133440009',
              status: 'failed',
              create_time: 1499157542180,
              task_id: '8a29d3f05d0cbeee015d0cc1333c0007'
            },
            {
              url: 'http://www.xxx.com/test15.jpg',
              id: '8a29d3f05d0cbeee015d0cc133430008',
              status: 'failed',
              create_time: 1499157542180,
              task_id: '8a29d3f05d0cbeee015d0cc1333c0007'
            }
          ],
          create_time: 1499157542180
        }
      },
      expected: read({
        name: 'preheating',
        state: 'failed',
        serviceStatus: 'task_done',
        progress: 100,
        subtasks: [
          {
            id: '8a29d3f05d0cbeee015d0cc133440009',
            name: 'https://www.xxx.cn/test/dir.png',
            state: 'failed',
            serviceStatus: 'failed',
            start
          },
          {
            id: '8a29d3f05d0cbeee015d0cc133430008',
            name: 'http://www.xxx.com/test15.jpg',
            state: 'failed',
            serviceStatus: 'failed',
            start
          }
        ]
      })
    },
    running('waiting', 'running'),
    running('refreshing', 'running'),
    running('preheating', 'running'),
    running('failed', 'failed'),
    running('wobbling', 'unknown'),
    {
      name: 'a task that is done beside a URL that goes on',
      source: madeFor('the task and its URL disagree'),
      body: task('task_done', [url('1', 'succeed'), url('2', 'refreshing')], {succeed: 2}),
      expected: read({
        state: 'succeeded',
        serviceStatus: 'task_done',
        progress: 100,
        subtasks: [part('1', 'succeeded', 'succeed'), part('2', 'running', 'refreshing')]
      })
    },
    {
      name: 'a count of failed URLs beside a list of good ones',
      source: madeFor('counts and list disagree'),
      body: task('task_done', [url('1', 'succeed'), url('2', 'succeed')], {succeed: 1, failed: 1}),
      expected: read({
        state: 'succeeded',
        serviceStatus: 'task_done',
        progress: 100,
        contradictions: ['"succeed" is 1 and should be 2', '"failed" is 1 and should be 0'],
        subtasks: [part('1', 'succeeded', 'succeed'), part('2', 'succeeded', 'succeed')]
      })
    },
    {
      name: 'a list that is only the first page',
      source: madeFor('30 of 31 URLs'),
      body: task(
        'task_done',
        Array.from({length: 30}, (_, index) => url(`${index}`, 'succeed')),
        {succeed: 31, total: 31}
      ),
      expected: read({
        state: 'succeeded',
        serviceStatus: 'task_done',
        progress: 100,
        contradictions: ['"total" is 31 and should be 30', '"succeed" is 31 and should be 30'],
        subtasks: Array.from({length: 30}, (_, index) => part(`${index}`, 'succeeded', 'succeed'))
      })
    },
    .../** @type {const} */ ([
      ['an empty list', []],
      ['null instead of a list', null]
    ]).map(
      /** @returns {Sample} */ ([what, urls]) => ({
        name: `a task that is done with ${what}`,
        source: madeFor(what),
        body: task('task_done', urls, {}),
        expected: read({
          state: 'succeeded',
          serviceStatus: 'task_done',
          contradictions: ['none of its subtasks shows a success'],
          subtasks: []
        })
      })
    ),
    {
      name: 'a reason for a failure at a URL that succeeded',
      source: madeFor('fail_classify belongs to failed URLs alone'),
      body: task('task_done', [url('1', 'succeed', {fail_classify: 'INNER_ERROR'})], {succeed: 1}),
      expected: read({
        state: 'succeeded',
        serviceStatus: 'task_done',
        progress: 100,
        contradictions: ['"fail_classify" of https://www.example.com/1.png is INNER_ERROR'],
        subtasks: [part('1', 'succeeded', 'succeed', 'INNER_ERROR')]
      })
    },
    .../** @type {const} */ (['task_failed', 'TASK_DONE']).map(
      /** @returns {Sample} */ status => ({
        name: `the word ${status}, which no source names`,
        source: madeFor('another word'),
        body: task(status, [url('1', 'failed')], {failed: 1}),
        expected: read({
          state: 'unknown',
          serviceStatus: status,
          progress: 100,
          subtasks: [part('1', 'failed', 'failed')]
        })
      })
    ),
    {
      name: 'an id that is a number',
      source: madeFor('ShowUrlTaskInfo has the ids of tasks as numbers'),
      body: {json: {id: 62826, task_type: 'refresh', status: 'task_inprocess', urls: [], total: 0}},
      expected: {id: '62826', name: 'refresh', state: 'running', serviceStatus: 'task_inprocess', subtasks: []}
    },
    {
      name: 'no state',
      source: madeFor('a field left out'),
      body: {json: {id, task_type: 'refresh', urls: [], total: 0}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a list without the counts that belong to it',
      source: madeFor('fields left out'),
      body: {json: {id, status: 'task_done', urls: [url('1', 'succeed')]}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a task that does not exist, under HTTP 200',
      source: `${provider}, services/cdn, cdn_cache_refresh`,
      body: {
        json: {
          error: {
            error_code: 'CDN.0108',
            error_msg: 'The URL domain name is not the acceleration domain name of the current tenant.'
          }
        }
      },
      expected: {failure: 'not-found', code: 'CDN.0108'}
    },
    .../** @type {const} */ ([
      ['CDN.0003', 'The object does not exist.', 'not-found'],
      ['CDN.0004', 'Insufficient permission.', 'denied'],
      ['CDN.0020', 'The user is not authorized to the enterprise project.', 'denied'],
      [
        'CDN.0021',
        'The user does not have operation permissions because the fine-grained authentication is not passed.',
        'denied'
      ]
    ]).map(
      /** @returns {Sample} */ ([code, text, failure]) => ({
        name: `the error ${code}`,
        source: "the vendor's table of the CDN's codes, of which the HTTP status is not known",
        status: 400,
        body: {json: {error: {error_code: code, error_msg: text}}},
        expected: {failure, code}
      })
    ),
    refusedByTheGateway,
    unknownAccessKey
  ]
};
