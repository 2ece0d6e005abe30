import {errorSample, madeFor, openApi, provider} from '../evidence.mjs';
import {bare404, doing, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/DWS/src/ListClusterDetails.json`;
const id = '7d85f602-a948-4a30-afd4-e84f47471c15';
/** @param {string} status */
const node = status => ({id: 'acaf62a4-41b3-4106-bf6b-2f669d88291e', name: 'dws-1-dws-cn-cn-1-1', status});
/**
 * @param {import('../../task.ts').SubtaskState} state
 * @param {string} serviceStatus
 */
const part = (state, serviceStatus) => ({
  id: 'acaf62a4-41b3-4106-bf6b-2f669d88291e',
  name: 'dws-1-dws-cn-cn-1-1',
  state,
  serviceStatus
});
const read = {id, name: 'dws-1', resourceName: 'dws-1', subtasks: [part('succeeded', '200')]};
/**
 * @param {unknown} status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const cluster = (status, more = {}) => ({
  cluster: {
    id,
    name: 'dws-1',
    status,
    sub_status: 'NORMAL',
    task_status: null,
    action_progress: {},
    nodes: [node('200')],
    number_of_node: 3,
    ...more
  }
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'data warehouse cluster', zh: '数据仓库集群'},
    id: {
      en: '`cluster.id` of `POST /v1.0/{project_id}/clusters`, the id of the cluster',
      zh: '`POST /v1.0/{project_id}/clusters` 返回的 `cluster.id`，即集群 ID'
    },
    // support.huaweicloud.com/api-dws/ListClusterDetails.html.
    permission: {
      en: '`dws:cluster:getDetail` (identity policy) or `dws:openAPICluster:getDetail` (role or policy)',
      zh: '`dws:cluster:getDetail`（身份策略授权）或 `dws:openAPICluster:getDetail`（角色与策略授权）'
    },
    limits: {
      en: '`sub_status` (`READONLY`, `DEGRADED`, …) does not count',
      zh: '不考虑 `sub_status`（`READONLY`、`DEGRADED` 等）'
    },
    unconfirmed: {
      en: '`DWS.3027` for a cluster that was deleted, which the Terraform provider alone names. The hosts in ap-southeast-4, cn-east-4, cn-north-12, cn-south-4 and tr-west-1',
      zh: '表示集群已删除的 `DWS.3027` 只见于 Terraform provider。ap-southeast-4、cn-east-4、cn-north-12、cn-south-4 和 tr-west-1 的主机名'
    }
  },
  id: '{cluster_id}',
  example: id,
  poll: {path: '/v1.0/{project_id}/clusters/{cluster_id}'},
  start: {
    path: '/v1.0/{project_id}/clusters',
    body: {cluster: {name: '{story}', node_type: 'dws.m3.xlarge', number_of_node: 3}},
    answer: {body: {cluster: {id: '{cluster_id}'}}}
  },
  settles,
  hosts: {
    'cn-north-4': 'dws.cn-north-4.myhuaweicloud.com',
    'eu-de': 'dws.eu-de.otc.t-systems.com',
    'eu-nl': null,
    'cn-east-4': null
  },
  usualHost: 'dws',
  sdk: {client: 'dws.v2', method: 'list_cluster_details', arguments: {cluster_id: '{cluster_id}'}},
  needs: {
    task: 'cluster',
    id: 'id',
    word: 'status',
    words: ['AVAILABLE', 'ACTIVE'],
    errors: ['task_status', 'action_progress', 'failed_reasons'],
    parts: [{at: 'nodes', word: 'status', words: ['200'], some: true}]
  },
  altered: [
    [{'cluster.nodes': [{status: '200'}]}, 'succeeded'],
    [{'cluster.nodes': [{status: '200'}, {status: '303'}]}, 'failed'],
    [{'cluster.nodes': [{status: '200', error_code: 'X.1'}]}, 'unproven: "'],
    [{'cluster.nodes': {}}, 'malformed'],
    [
      {'cluster.failed_reasons': {error_code: 'DWS.6000', error_msg: 'Failed to resize it.'}},
      'unproven: "failed_reasons"'
    ]
  ],
  answers: [
    doing(
      `${definition}, answer 200, without what plays no part`,
      cluster('AVAILABLE', {
        action_progress: {SNAPSHOTTING: '20%'},
        task_status: 'SNAPSHOTTING',
        sub_status: 'READONLY'
      }),
      {...read, state: 'running', serviceStatus: 'AVAILABLE (SNAPSHOTTING)'}
    ),
    .../** @type {const} */ ([
      ['GROWING', 'running'],
      ['REDISTRIBUTION_PAUSED', 'running'],
      ['ORDER_PENDING', 'running'],
      ['WOBBLING', 'running'],
      ['REBOOT_FAILURE', 'failed'],
      ['RESIZE_FAILURE', 'failed'],
      ['CREATE_NODE_FAILED', 'failed'],
      ['DELETE_NODE_FAILED', 'failed'],
      ['REDISTRIBUTE_FAILURE', 'failed'],
      ['ELB_BIND_FAILED', 'failed'],
      ['ELB_UNBIND_FAILED', 'failed'],
      ['ELB_SWITCHING_FAILED', 'failed'],
      ['NETWORK_CONFIG_FAILED', 'failed'],
      ['DISK_EXPAND_FAILED', 'failed'],
      ['ACTIVE_STANDY_SWITCHOVER_FAILURE', 'failed'],
      ['CLUSTER_SHRINK_FAILED', 'failed'],
      ['SHRINK_CHECK_FAILED', 'failed'],
      ['FLAVOR_RESIZING_FAILED', 'failed'],
      ['MANAGE_IP_BIND_FAILED', 'failed']
    ]).map(([word, state]) =>
      doing(`made from ${definition}, the words of task_status`, cluster('AVAILABLE', {task_status: word}), {
        ...read,
        state,
        serviceStatus: `AVAILABLE (${word})`
      })
    ),
    doing(
      madeFor('an older failure while something else is done'),
      cluster('AVAILABLE', {task_status: 'RESIZE_FAILURE', action_progress: {REBOOTING: '1%'}}),
      {...read, state: 'running', serviceStatus: 'AVAILABLE (RESIZE_FAILURE, REBOOTING)'}
    ),
    {
      name: 'a cluster that could not be created',
      source: `made from ${definition}, failed_reasons`,
      body: {
        json: cluster('CREATE_FAILED', {
          nodes: [node('303')],
          failed_reasons: {error_code: 'DWS.6000', error_msg: 'Failed to create the cluster.'}
        })
      },
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'CREATE_FAILED',
        message: 'DWS.6000; Failed to create the cluster.',
        subtasks: [part('failed', '303')]
      }
    },
    .../** @type {const} */ ([
      ['100', 'running', 'running'],
      ['199', 'running', 'running'],
      ['304', 'running', 'running'],
      ['WOBBLING', 'unknown', 'running'],
      ['300', 'failed', 'failed'],
      ['305', 'failed', 'failed'],
      ['400', 'failed', 'failed']
    ]).map(
      /** @returns {import('../samples.ts').Sample} */ ([word, state, whole]) => ({
        name: `a node that is ${word}`,
        source: `made from ${definition}, the words of nodes`,
        body: {json: cluster('AVAILABLE', {nodes: [node('200'), node(word)]})},
        expected: {
          ...read,
          state: whole,
          serviceStatus: 'AVAILABLE',
          subtasks: [part('succeeded', '200'), part(state, word)]
        }
      })
    ),
    ...resourceSamples({
      source: definition,
      thing: cluster,
      read,
      words: {
        running: ['CREATING', 'DELETING'],
        succeeded: ['AVAILABLE', 'ACTIVE'],
        failed: ['FAILED', 'CREATE_FAILED', 'DELETE_FAILED', 'FROZEN', 'POLICE_FROZEN', 'DELETED']
      },
      noWord: {cluster: {id, name: 'dws-1', nodes: [node('200')]}}
    }),
    unknownResource(
      `${provider}, services/dws, parseClusterNotFoundError`,
      404,
      'DWS.3027',
      'The cluster does not exist.'
    ),
    bare404(`${definition}, answer 404, and ${provider}, services/dws`, 'The cluster does not exist.'),
    empty404,
    errorSample(
      `${provider}, services/dws, parseClusterNotFoundError`,
      403,
      'DWS.0015',
      'The cluster does not exist.',
      'not-found'
    )
  ]
};
