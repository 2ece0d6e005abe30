import {openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/CCE/src/ShowCluster.json`;
const errorTable = `${otcDocs}/cloud-container-engine, api-ref/source/appendix/error_codes.rst`;
const id = '4d1ecb2c-229a-11e8-9c75-0255ac100ceb';
const read = {id, name: 'mycluster', resourceName: 'mycluster', subtasks: []};
/**
 * @param {unknown} phase
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const cluster = (phase, more = {}) => ({
  kind: 'Cluster',
  apiVersion: 'v3',
  metadata: {name: 'mycluster', uid: id, creationTimestamp: '2018-08-02 03:48:58.968214406 +0000 UTC'},
  spec: {type: 'VirtualMachine', flavor: 'cce.s1.small', version: 'v1.7.3-r13'},
  status: {phase, endpoints: [{url: 'https://192.168.0.11:5443', type: 'Internal'}], ...more}
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'containers',
    what: {en: 'cluster', zh: '集群'},
    id: {
      en: '`metadata.uid` of `POST /api/v3/projects/{project_id}/clusters`, the id of the cluster. Its creation, change and deletion return `status.jobID`: wait for that with `cce`, which says more',
      zh: '`POST /api/v3/projects/{project_id}/clusters` 返回的 `metadata.uid`，即集群 ID。创建、变更和删除都返回 `status.jobID`：请优先用 `cce` 等待它，可以得到更多信息'
    },
    // support.huaweicloud.com/intl/en-us/api-cce/cce_02_0238.html.
    permission: {
      en: '`cce:cluster:getCluster` (identity policy) or `cce:cluster:get` (role or policy)',
      zh: '`cce:cluster:getCluster`（身份策略授权）或 `cce:cluster:get`（角色与策略授权）'
    },
    limits: {
      en: 'Its `conditions` and locks do not count; clusters of CCE Autopilot have another path: for their jobs use `cce-autopilot`',
      zh: '不考虑 `conditions` 和锁定状态；CCE Autopilot 集群的路径不同：其任务请用 `cce-autopilot` 等待'
    }
  },
  id: '{cluster_id}',
  example: id,
  poll: {path: '/api/v3/projects/{project_id}/clusters/{cluster_id}', headers: {'content-type': 'application/json'}},
  start: {
    path: '/api/v3/projects/{project_id}/clusters',
    body: {kind: 'Cluster', apiVersion: 'v3', metadata: {name: '{story}'}, spec: {type: 'VirtualMachine'}},
    answer: {status: 201, body: {kind: 'Cluster', metadata: {name: '{story}', uid: '{cluster_id}'}}}
  },
  settles,
  hosts: {'cn-north-4': 'cce.cn-north-4.myhuaweicloud.com', 'eu-nl': 'cce.eu-nl.otc.t-systems.com'},
  usualHost: 'cce',
  sdk: {client: 'cce.v3', method: 'show_cluster', arguments: {cluster_id: '{cluster_id}'}},
  needs: {id: 'metadata.uid', word: 'status.phase', words: ['Available']},
  answers: [
    {
      name: 'a cluster that is available',
      source: `${definition}, answer 200, without what plays no part`,
      body: {json: cluster('Available')},
      expected: {...read, state: 'succeeded', serviceStatus: 'Available'}
    },
    {
      name: 'a cluster with an error',
      source: `made from ${definition}, reason and message`,
      body: {json: cluster('Error', {reason: 'CreateFailed', message: 'No node could be created.'})},
      expected: {...read, state: 'failed', serviceStatus: 'Error', message: 'CreateFailed; No node could be created.'}
    },
    ...resourceSamples({
      source: definition,
      thing: cluster,
      read,
      words: {
        running: [
          'Creating',
          'Deleting',
          'ScalingUp',
          'ScalingDown',
          'Upgrading',
          'Resizing',
          'RollingBack',
          'Hibernating',
          'Awaking',
          'Hibernation'
        ],
        failed: ['Unavailable', 'RollbackFailed', 'Error']
      },
      noWord: {metadata: {uid: id, name: 'mycluster'}, status: {}}
    }),
    unknownResource(errorTable, 404, 'CCE.01404001', 'Resource not found.'),
    unknownResource(errorTable, 404, 'CCE.02404001', 'Resource not found.'),
    unknownResource(errorTable, 404, 'CCE.03404001', 'Resource not found.'),
    bare404(`${provider}, services/cce`, 'The cluster does not exist.'),
    empty404
  ]
};
