import {errorSample, madeFor, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const documents = `${otcDocs}/data-arts-studio, api-ref/source`;
const page = `${documents}/dataarts_factory_apis/script_development_apis/querying_the_execution_result_of_a_script_instance.rst`;
const errorTable = `${documents}/appendix/error_codes/dataarts_factory_error_codes.rst`;
const definition = `${openApi}, schemas/DGC/src/ListScriptResults.json`;
const asked = {taskId: 'a1ad-448a-9d56-4154193d49c5', parentId: 'dwsscript'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'run of a script', zh: '脚本实例'},
    id: {
      en: 'the name of the script, a slash, and `instanceId` of `POST /v1/{project_id}/scripts/{script_name}/execute`',
      zh: '脚本名称、斜杠，以及 `POST /v1/{project_id}/scripts/{script_name}/execute` 返回的 `instanceId`'
    },
    permission: {
      en: 'None with identity policies; no source names the role in the workspace',
      zh: '使用身份策略授权时无需权限；没有资料说明所需的工作空间角色'
    },
    unconfirmed: {
      en: 'Whether a script of several statements is `FINISHED` when one of them failed; what an instance that was stopped shows',
      zh: '包含多条语句的脚本在其中一条失败时是否仍为 `FINISHED`；被停止的实例显示什么'
    }
  },
  id: '{script_name}/{instance_id}',
  example: `${asked.parentId}/${asked.taskId}`,
  ids: {accepted: ['dws_sql/i1', 'a.b/i1', '日报/i1', 'ä/i1'], refused: ['../a/i1', '日/报/i1', '日 报/i1']},
  poll: {
    path: '/v1/{project_id}/scripts/{script_name}/instances/{instance_id}',
    variants: [{given: {workspace: 'W1'}, headers: {workspace: 'W1'}}]
  },
  start: {
    path: '/v1/{project_id}/scripts/{script_name}/execute',
    body: {params: {story: '{story}'}},
    answer: {body: {instanceId: '{instance_id}'}}
  },
  hosts: {
    'eu-de': 'dayu-dlf.eu-de.otc.t-systems.com',
    'cn-north-4': 'dayu-dlf.cn-north-4.myhuaweicloud.com',
    'cn-east-4': null
  },
  usualHost: 'dayu-dlf',
  sdk: {
    client: 'dgc.v1',
    method: 'list_script_results',
    arguments: {script_name: '{script_name}', instance_id: '{instance_id}'}
  },
  needs: {word: 'status', words: ['FINISHED']},
  answers: [
    {
      name: 'a query of DWS that finished, with its rows',
      source: `${page}, its columns but three left out`,
      asked,
      body: {
        json: {
          results: [
            {
              message: '',
              duration: 0.5,
              rowCount: 1,
              rows: [[913460, 765, '8/31/2015 23:26']],
              schema: [{TripID: 'int'}, {Duration: 'int'}, {StartDate: 'string'}]
            }
          ],
          status: 'FINISHED'
        }
      },
      expected: {state: 'succeeded', serviceStatus: 'FINISHED', subtasks: []}
    },
    {
      name: 'a run that finished with a message, which is no reason',
      source: `made from ${definition}, where it is the information of a result`,
      asked,
      body: {json: {status: 'FINISHED', results: [{message: 'One row.', rowCount: 1}]}},
      expected: {state: 'succeeded', serviceStatus: 'FINISHED', subtasks: []}
    },
    .../** @type {const} */ ([
      ['LAUNCHING', 'running'],
      ['RUNNING', 'running'],
      ['SUCCESSFUL', 'unknown'],
      ['finished', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: `made from ${definition}, the list of states, and words that it does not hold`,
        asked,
        body: {json: {status, results: []}},
        expected: {state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a failed run with its reason',
      source: `made from ${definition}, message`,
      asked,
      body: {json: {status: 'FAILED', message: 'The connection is refused.', results: null}},
      expected: {state: 'failed', serviceStatus: 'FAILED', message: 'The connection is refused.', subtasks: []}
    },
    {
      name: 'a failed run with its reason in the result',
      source: `made from ${page}, where the message of a result is that of the failure`,
      asked,
      body: {json: {status: 'FAILED', results: [{message: 'The table does not exist.'}]}},
      expected: {state: 'failed', serviceStatus: 'FAILED', message: 'The table does not exist.', subtasks: []}
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      asked,
      body: {json: {results: []}},
      expected: {failure: 'malformed'}
    },
    errorSample(errorTable, 400, 'DLF.6201', 'The script does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DLF.6205', 'The script execution instance does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DLF.6888', 'The account permissions are invalid.', 'denied'),
    refusedByTheGateway
  ]
};
