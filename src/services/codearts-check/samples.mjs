import {errorSample, madeFor, openApi} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const errorTable = 'support.huaweicloud.com, error codes of CodeArts Check, which come under HTTP 200';

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'codearts',
    what: {en: 'code check', zh: '代码检查任务'},
    id: {
      en: 'the id of the check task, which is in the path of `POST /v2/tasks/{task_id}/run`; or this, a slash, and the `exec_id` of its answer, which asks for this one run',
      zh: '检查任务的 ID，即 `POST /v2/tasks/{task_id}/run` 路径中的 ID；或者该 ID、斜杠，以及其响应中的 `exec_id`，此时只查询这一次运行'
    },
    // huaweicloudsdkcodeartscheck 3.1.219, v2, ShowProgressDetailResponse; null by the API reference.
    words: {
      null: {en: 'not checked yet', zh: '尚未检查'},
      0: {en: 'checking', zh: '检查中'},
      1: {en: 'the check failed', zh: '检查失败'},
      2: {en: 'the check has finished', zh: '检查已结束'},
      3: {en: 'aborted', zh: '任务中止'}
    },
    // The roles: the table of default roles in the service's product description.
    permission: {
      en: '`codeartscheck:task:get` (identity policy). For users, a role in the CodeArts project that may view check tasks: project administrator, project manager, developer, product manager, system engineer or committer',
      zh: '`codeartscheck:task:get`（身份策略授权）。用户还需要 CodeArts 项目中可查看检查任务的角色：项目管理员、项目经理、开发人员、产品经理、系统工程师或 Committer'
    },
    unconfirmed: {
      en: "Whether a trust agency needs a role in the project too; which of the printed host names answer; what an unknown id is answered with; that the state can still be the previous run's; that the `exec_id` counts for checks without a quality gate too: the newer API references alone have it (`job_id`), and no answer repeats it",
      zh: '信任委托是否也需要项目中的角色；文档中的几个主机名哪个可用；查询未知 ID 时返回什么；状态是否可能仍是上一次运行的；`exec_id` 对没有质量门禁的检查是否也有效：只有较新的 API 参考中有它（`job_id`），且响应中不返回它'
    }
  },
  id: '{task_id}',
  example: '2b31ed520f1c4bbaa8f5d2ebedb6e57a',
  poll: {
    path: '/v2/tasks/{task_id}/progress',
    // The query is in support.huaweicloud.com/intl/en-us/api-codecheck/ShowProgressDetailV2.html of 2026-02-03.
    variants: [{given: {parentId: 'C1', taskId: 'E1'}, path: '/v2/tasks/C1/progress?job_id=E1', headers: {}}]
  },
  start: {path: '/v2/tasks/{task_id}/run', body: {}, answer: {body: {exec_id: '6d4f370c981f95fc0c6641e1c45e764c'}}},
  settles: {
    en: 'The id names the check task, which can have run many times',
    zh: '该 ID 指向检查任务，而检查任务可能执行过多次'
  },
  hosts: {
    'cn-north-4': 'codearts-check.cn-north-4.myhuaweicloud.com',
    'la-north-2': 'codearts-check.la-north-2.myhuaweicloud.com',
    'eu-west-101': 'check.eu-west-101.myhuaweicloud.eu',
    'cn-east-4': null,
    'eu-de': null,
    'eu-nl': null,
    'xx-private-1': null
  },
  sdk: {client: 'codeartscheck.v2', method: 'show_progress_detail', arguments: {task_id: '{task_id}'}},
  needs: {word: 'task_status', words: [2]},
  altered: [
    [{task_id: '354331b2-c229-11e8-9c75-0255ac100ceb'}, 'other: task_id 354331b2-c229-11e8-9c75-0255ac100ceb'],
    // It is null until the code is checked.
    [{task_status: null}, 'running'],
    [{task_status: ''}, 'untold'],
    [{task_status: ' '}, 'untold'],
    [{task_status: undefined}, 'malformed']
  ],
  answers: [
    {
      name: 'a running check',
      source: `${openApi}, schemas/CodeArtsCheck/src/ShowProgressDetail.json, answer 200`,
      body: {
        json: {
          progress: {
            info: '执行检查中',
            ratio: '50%'
          },
          task_status: 0
        }
      },
      expected: {state: 'running', serviceStatus: '0', progress: 50, message: '执行检查中', subtasks: []}
    },
    {
      name: 'a busy network under HTTP 400',
      source: `${openApi}, schemas/CodeArtsCheck/src/ShowProgressDetail.json, answer 400`,
      status: 400,
      body: {
        json: {
          error_code: 'CC.00000000',
          error_msg: '网络繁忙,请稍后再试'
        }
      },
      expected: {failure: 'transient', code: 'CC.00000000'}
    },
    {
      name: 'expired credentials',
      source: `${openApi}, schemas/CodeArtsCheck/src/ShowProgressDetail.json, answer 401`,
      status: 401,
      body: {
        json: {
          error_code: 'CC.00000003',
          error_msg: '认证信息过期'
        }
      },
      expected: {failure: 'denied', code: 'CC.00000003', unauthenticated: true}
    },
    .../** @type {const} */ ([
      [1, 'failed'],
      [2, 'succeeded'],
      [3, 'stopped'],
      [4, 'unknown'],
      [-1, 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: madeFor('task_status is a number'),
        body: {json: {task_status: status}},
        expected: {state, serviceStatus: String(status), subtasks: []}
      })
    ),
    {
      name: 'a task that has not been checked yet',
      source: 'support.huaweicloud.com/api-codeartscheck/ShowProgressDetail.html, which describes null so',
      body: {json: {task_status: null, progress: {}}},
      expected: {state: 'running', serviceStatus: 'null', subtasks: []}
    },
    {
      name: 'one run of a check task, whose answer names the check task',
      source: madeFor('the id of the run is in the query, and no field of the answer repeats it'),
      asked: {parentId: '2b31ed520f1c4bbaa8f5d2ebedb6e57a', taskId: '6d4f370c981f95fc0c6641e1c45e764c'},
      body: {json: {task_id: '2b31ed520f1c4bbaa8f5d2ebedb6e57a', task_status: 0, progress: {ratio: '20%'}}},
      expected: {state: 'running', serviceStatus: '0', progress: 20, subtasks: []}
    },
    {
      name: 'a progress that is no object',
      source: madeFor('an optional field of another type'),
      body: {json: {task_status: 2, progress: null}},
      expected: {state: 'succeeded', serviceStatus: '2', subtasks: []}
    },
    {
      name: 'an empty ratio',
      source: madeFor('an optional field that is empty'),
      body: {json: {task_status: 0, progress: {ratio: '', info: ''}}},
      expected: {state: 'running', serviceStatus: '0', subtasks: []}
    },
    {
      name: 'no state, which is neither running nor success',
      source: madeFor('an optional field left out'),
      body: {json: {progress: {ratio: '100%', info: 'done'}}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'an empty object',
      source: madeFor('all fields left out'),
      body: {json: {}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a state as a text',
      source: madeFor('a field of another type'),
      body: {json: {task_status: '2'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a list',
      source: madeFor('another form'),
      body: {json: [{task_status: 2}]},
      expected: {failure: 'malformed'}
    },
    .../** @type {const} */ ([
      ['CC.00050007', 'unauthenticated'],
      ['CC.00050010', 'denied'],
      ['CC.00050012', 'transient'],
      ['CC.00050014', 'transient'],
      ['CC.00050000', 'rejected'],
      ['CC.00050011', 'rejected'],
      ['CC.00050013', 'rejected']
    ]).map(([code, failure]) => errorSample(errorTable, 200, code, 'an error', failure)),
    {
      name: 'an error beside a success',
      source: madeFor('both forms in one answer'),
      body: {json: {task_status: 2, error_code: 'CC.00050014', error_msg: 'an error'}},
      expected: {failure: 'transient', code: 'CC.00050014'}
    }
  ]
};
