import {errorNames, madeFor, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/CCE/src/ShowUpgradeClusterTask.json`;
const metadata = {uid: '976a33e2-f545-11ed-87af-0255ac1002c2'};
const read = {id: metadata.uid, subtasks: []};
const asked = {taskId: metadata.uid, parentId: '4d1ecb2c-229a-11e8-9c75-0255ac100ceb'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'containers',
    what: {en: 'upgrade of a cluster', zh: '集群升级任务'},
    id: {
      en: 'the id of the cluster, a slash, and `metadata.uid` of `POST /api/v3/projects/{project_id}/clusters/{cluster_id}/operation/upgrade`, a call that the vendor opens on request',
      zh: '集群 ID、斜杠，以及 `POST /api/v3/projects/{project_id}/clusters/{cluster_id}/operation/upgrade` 返回的 `metadata.uid`（该接口受限开放）'
    },
    permission: {
      en: '`cce:cluster:getCluster` (identity policy) or `cce:cluster:get` (role or policy)',
      zh: '`cce:cluster:getCluster`（身份策略授权）或 `cce:cluster:get`（角色与策略授权）'
    },
    unconfirmed: {
      en: 'What an unknown id is answered with; whether a failed upgrade that is retried keeps its id',
      zh: '查询未知 ID 时返回什么；升级失败后重试是否沿用同一 ID'
    }
  },
  id: '{cluster_id}/{task_id}',
  example: `${asked.parentId}/${asked.taskId}`,
  poll: {path: '/api/v3/projects/{project_id}/clusters/{cluster_id}/operation/upgrade/tasks/{task_id}'},
  start: {
    path: '/api/v3/projects/{project_id}/clusters/{cluster_id}/operation/upgrade',
    body: {
      metadata: {apiVersion: 'v3', kind: 'UpgradeTask'},
      spec: {
        clusterUpgradeAction: {
          strategy: {type: 'inPlaceRollingUpdate', inPlaceRollingUpdate: {userDefinedStep: 20}},
          targetVersion: 'v1.23'
        }
      }
    },
    answer: {body: {metadata: {uid: '{task_id}'}}}
  },
  hosts: {'cn-north-4': 'cce.cn-north-4.myhuaweicloud.com', 'eu-de': null, 'cn-southwest-3': null},
  usualHost: 'cce',
  sdk: {
    client: 'cce.v3',
    method: 'show_upgrade_cluster_task',
    arguments: {cluster_id: '{cluster_id}', task_id: '{task_id}'}
  },
  needs: {id: 'metadata.uid', word: 'status.phase', words: ['Success']},
  altered: errorNames.map(name => [{[`status.${name}`]: 'X.1'}, `unproven: "status.${name}"`]),
  answers: [
    {
      name: 'a task that has not begun, with a time of completion',
      source: `${definition}, answer 200, with an id of the form of the definition UpgradeCluster instead of letters x`,
      asked,
      body: {
        json: {
          apiVersion: 'v3',
          kind: 'UpgradeTask',
          metadata: {
            creationTimestamp: '2022-12-16 13:40:20.75671 +0800 CST',
            uid: metadata.uid,
            updateTimestamp: '2022-12-16 13:40:20.756712 +0800 CST'
          },
          spec: {targetVersion: 'v1.23.5-r0', version: 'v1.19.16-r4'},
          status: {completionTime: '2022-12-16 13:40:20.756712 +0800 CST', phase: 'Init', progress: '0.00'}
        }
      },
      expected: {
        ...read,
        state: 'running',
        serviceStatus: 'Init',
        start: '2022-12-16T05:40:20.756Z'
      }
    },
    .../** @type {const} */ ([
      ['Queuing', 'running'],
      ['Running', 'running'],
      ['Pause', 'running'],
      ['Success', 'succeeded'],
      ['Failed', 'failed'],
      ['success', 'unknown'],
      ['Cancel', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([phase, state]) => ({
        name: `the state ${phase}`,
        source: `made from ${definition}, the list of states, and words that it does not hold`,
        asked,
        body: {json: {kind: 'UpgradeTask', apiVersion: 'v3', metadata, status: {phase}}},
        expected: {...read, state, serviceStatus: phase}
      })
    ),
    {
      name: 'a task that has ended, at its time of completion',
      source: madeFor('the time of completion counts under an end alone'),
      asked,
      body: {
        json: {
          metadata: {...metadata, creationTimestamp: '2022-12-16 13:40:20.75671 +0800 CST'},
          status: {completionTime: '2022-12-16 14:10:20.756712 +0800 CST', phase: 'Failed'}
        }
      },
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'Failed',
        start: '2022-12-16T05:40:20.756Z',
        end: '2022-12-16T06:10:20.756Z'
      }
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      asked,
      body: {json: {kind: 'UpgradeTask', metadata}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a resource that does not exist',
      source: `made from ${otcDocs}/cloud-container-engine, api-ref/source/appendix/error_codes.rst, row CCE.01404001`,
      status: 404,
      body: {json: {errorCode: 'CCE.01404001', errorMessage: 'Resource not found.'}},
      expected: {failure: 'not-found', code: 'CCE.01404001'}
    },
    {
      name: 'no permission',
      source: `made from ${otcDocs}/cloud-container-engine, api-ref/source/appendix/error_codes.rst, row CCE.01403001`,
      status: 403,
      body: {json: {errorCode: 'CCE.01403001', errorMessage: 'Forbidden.'}},
      expected: {failure: 'denied', code: 'CCE.01403001'}
    },
    refusedByTheGateway
  ]
};
