import {openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, doing, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/MRS/src/ShowClusterDetails.json`;
const errorTable = `${otcDocs}/mapreduce-service, api-ref/source/appendix/error_code.rst`;
const id = 'bdb064ff-2855-4624-90d5-e9a6376abd6e';
const read = {id, name: 'c17022001', resourceName: 'c17022001'};
/**
 * @param {unknown} clusterState
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const cluster = (clusterState, more = {}) => ({
  cluster: {
    clusterId: id,
    clusterName: 'c17022001',
    clusterState,
    createAt: '1487570757',
    scale: '',
    errorInfo: null,
    ...more
  }
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'cluster', zh: '集群'},
    id: {
      en: '`cluster_id` of `POST /v1.1/{project_id}/run-job-flow`, the id of the cluster',
      zh: '`POST /v1.1/{project_id}/run-job-flow` 返回的 `cluster_id`，即集群 ID'
    },
    // support.huaweicloud.com/api-mrs/ShowClusterDetails.md.
    permission: {en: 'None with identity policies', zh: '使用身份策略授权时无需权限'},
    limits: {
      en: 'By the Terraform provider, a cluster that could not be created is removed after a while',
      zh: '据 Terraform provider，创建失败的集群过一段时间会被删除'
    },
    unconfirmed: {
      en: 'The permission with roles and policies; the hosts in ap-southeast-1, ap-southeast-4 and ru-northwest-2',
      zh: '角色与策略授权所需的授权项；ap-southeast-1、ap-southeast-4 和 ru-northwest-2 的主机名'
    }
  },
  id: '{cluster_id}',
  example: id,
  poll: {path: '/v1.1/{project_id}/cluster_infos/{cluster_id}'},
  start: {
    path: '/v1.1/{project_id}/run-job-flow',
    body: {cluster_name: '{story}'},
    answer: {body: {cluster_id: '{cluster_id}', result: true, msg: ''}}
  },
  settles,
  hosts: {'cn-north-4': 'mrs.cn-north-4.myhuaweicloud.com', 'eu-de': 'mrs.eu-de.otc.t-systems.com', 'eu-nl': null},
  usualHost: 'mrs',
  sdk: {client: 'mrs.v1', method: 'show_cluster_details', arguments: {cluster_id: '{cluster_id}'}},
  needs: {task: 'cluster', id: 'clusterId', word: 'clusterState', words: ['running']},
  altered: [[{'cluster.errorInfo': 'The node failed.'}, 'unproven: "']],
  answers: [
    {
      name: 'a cluster that is being scaled in',
      source: `${definition}, answer 200, without what plays no part`,
      body: {json: cluster('scaling-in', {azName: 'az1.dc1', clusterVersion: 'MRS 2.1.0', scale: ''})},
      expected: {...read, state: 'running', serviceStatus: 'scaling-in', subtasks: []}
    },
    .../** @type {const} */ ([
      ['scaling-out', 'running'],
      ['scaling-in', 'running'],
      ['scaling-up', 'running'],
      ['scaling_up_first', 'running'],
      ['scaled_up_first', 'running'],
      ['scaling-wobbling', 'running'],
      ['scaling-error', 'failed']
    ]).map(([scale, state]) =>
      doing(`made from ${definition}, the words of scale`, cluster('running', {scale}), {
        ...read,
        state,
        serviceStatus: `running (${scale})`
      })
    ),
    {
      name: 'a cluster whose masters were scaled up',
      source: `made from ${definition}, the words of scale`,
      body: {json: cluster('running', {scale: 'scaled-up-success'})},
      expected: {...read, state: 'succeeded', serviceStatus: 'running', subtasks: []}
    },
    {
      name: 'a cluster that goes after a change that failed',
      source: `made from ${definition}, the words of scale`,
      body: {json: cluster('terminating', {scale: 'scaling-error'})},
      expected: {...read, state: 'running', serviceStatus: 'terminating', subtasks: []}
    },
    {
      name: 'a cluster that could not be installed',
      source: `made from ${definition}, errorInfo`,
      body: {json: cluster('failed', {errorInfo: 'Cluster installation failed.'})},
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'failed',
        message: 'Cluster installation failed.',
        subtasks: []
      }
    },
    ...resourceSamples({
      source: definition,
      thing: cluster,
      read,
      words: {
        running: ['starting', 'scaling-out', 'scaling-in', 'terminating'],
        succeeded: ['running'],
        failed: ['failed', 'abnormal', 'frozen', 'terminated']
      },
      noWord: {cluster: {clusterId: id, clusterName: 'c17022001'}}
    }),
    unknownResource(errorTable, 400, '12000003', 'The cluster does not exist.'),
    bare404(`${provider}, services/mrs`, 'The cluster does not exist.'),
    empty404
  ]
};
