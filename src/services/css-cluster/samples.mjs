import {errorSample, madeFor, openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, doing, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/CSS/src/ShowClusterDetail.json`;
const errorTable = `${otcDocs}/cloud-search-service, api-ref, table of error codes`;
const id = '5c77b71c-5b35-4f50-8984-76387e42451a';

/** @param {string} status */
const node = status => ({
  id: '3c7fe582-a9f6-46fd-9d01-956bed4a8bbc',
  name: 'ES-1-16-test17-ess-esn-1-1',
  type: 'ess',
  status
});
/**
 * @param {unknown} status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const cluster = (status, more = {}) => ({
  id,
  name: 'ES-1-16-test17',
  status,
  actions: [],
  actionProgress: {},
  created: '2018-01-16T08:37:18',
  updated: '2018-01-16T08:37:18',
  instances: [node('200')],
  ...more
});
/**
 * @param {import('../../task.ts').SubtaskState} state
 * @param {string} serviceStatus
 */
const part = (state, serviceStatus) => ({
  id: '3c7fe582-a9f6-46fd-9d01-956bed4a8bbc',
  name: 'ES-1-16-test17-ess-esn-1-1',
  state,
  serviceStatus
});
const read = {id, name: 'ES-1-16-test17', resourceName: 'ES-1-16-test17', subtasks: [part('succeeded', '200')]};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'data',
    what: {en: 'search cluster', zh: '搜索集群'},
    id: {
      en: '`cluster.id` of `POST /v2.0/{project_id}/clusters`, the id of the cluster',
      zh: '`POST /v2.0/{project_id}/clusters` 返回的 `cluster.id`，即集群 ID'
    },
    // huaweicloudsdkcss 3.1.219, v1, ShowClusterDetailResponse.
    words: {
      100: {en: 'an operation is in progress', zh: '操作进行中'},
      200: {en: 'available', zh: '可用'},
      303: {en: 'unavailable', zh: '不可用'}
    },
    // support.huaweicloud.com/api-css/ShowClusterDetail.html, which calls the second an alias.
    permission: {
      en: '`css:cluster:get` (identity policy) or `css:cluster:getInstance` (role or policy)',
      zh: '`css:cluster:get`（身份策略授权）或 `css:cluster:getInstance`（角色与策略授权）'
    },
    limits: {
      en: '`CSS.0015` (403) can also mean a missing permission, so it does not prove that the cluster is gone',
      zh: '`CSS.0015`（403）也可能表示没有权限，因此不能证明集群已删除'
    },
    unconfirmed: {
      en: 'That a deleted cluster is answered with HTTP 404, with or without `CSS.3027`.',
      zh: '已删除的集群是否返回 HTTP 404（带或不带 `CSS.3027`）'
    }
  },
  id: '{cluster_id}',
  example: id,
  ids: {refused: ['my-cluster']},
  poll: {path: '/v1.0/{project_id}/clusters/{cluster_id}'},
  start: {
    path: '/v2.0/{project_id}/clusters',
    body: {cluster: {name: '{story}'}},
    answer: {body: {cluster: {id: '{cluster_id}', name: '{story}'}}}
  },
  settles,
  hosts: {
    'cn-north-4': 'css.cn-north-4.myhuaweicloud.com',
    'eu-west-101': 'css.eu-west-101.myhuaweicloud.eu',
    'eu-de': 'css.eu-de.otc.t-systems.com',
    'eu-nl': null
  },
  usualHost: 'css',
  sdk: {client: 'css.v1', method: 'show_cluster_detail', arguments: {cluster_id: '{cluster_id}'}},
  needs: {
    id: 'id',
    word: 'status',
    words: ['200'],
    errors: ['actions', 'actionProgress', 'failedReason'],
    parts: [{at: 'instances', word: 'status', words: ['200'], some: true}]
  },
  altered: [
    [{instances: [{status: '200'}]}, 'succeeded'],
    [{instances: [{status: '200'}, {status: '303'}]}, 'failed'],
    [{instances: [{status: '200', error_code: 'X.1'}]}, 'unproven: "'],
    [{instances: {}}, 'malformed']
  ],
  answers: [
    {
      name: 'a cluster that is available',
      source: `${definition}, answer 200, without what plays no part`,
      body: {
        json: {
          datastore: {type: 'elasticsearch', version: 'x.x.x', supportSecuritymode: false},
          instances: [
            {
              status: '200',
              type: 'ess',
              id: '3c7fe582-a9f6-46fd-9d01-956bed4a8bbc',
              name: 'ES-1-16-test17-ess-esn-1-1',
              specCode: 'ess.spec-4u16g',
              azCode: 'xx-xxx-xx',
              ip: '192.168.0.x'
            }
          ],
          updated: '2018-01-16T08:37:18',
          name: 'ES-1-16-test17',
          created: '2018-01-16T08:37:18',
          id: '5c77b71c-5b35-4f50-8984-76387e42451a',
          status: '200',
          endpoint: '192.168.0.x:9200',
          backupAvailable: true,
          actionProgress: {},
          actions: []
        }
      },
      expected: {...read, state: 'succeeded', serviceStatus: '200'}
    },
    doing(`made from ${definition}, the actions`, cluster('200', {actions: ['GROWING']}), {
      ...read,
      state: 'running',
      serviceStatus: '200 (GROWING)'
    }),
    doing(
      madeFor('an action that goes on in two fields'),
      cluster('100', {actions: ['REBOOTING'], actionProgress: {REBOOTING: '20%'}}),
      {
        ...read,
        state: 'running',
        serviceStatus: '100 (REBOOTING)'
      }
    ),
    doing(
      madeFor('an action that its progress alone shows'),
      cluster('200', {actions: [], actionProgress: {REBOOTING: '20%'}}),
      {...read, state: 'running', serviceStatus: '200 (REBOOTING)'}
    ),
    {
      name: 'a node on its way in a cluster that is available',
      source: `${provider}, services/css: every node has to be available`,
      body: {json: cluster('200', {instances: [node('200'), node('100')]})},
      expected: {
        ...read,
        state: 'running',
        serviceStatus: '200',
        subtasks: [part('succeeded', '200'), part('running', '100')]
      }
    },
    {
      name: 'a node that is unavailable in a cluster that is available',
      source: `made from ${definition}, the words of nodes`,
      body: {json: cluster('200', {instances: [node('200'), node('303')]})},
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: '200',
        subtasks: [part('succeeded', '200'), part('failed', '303')]
      }
    },
    {
      name: 'a cluster that could not be created',
      source: `made from ${definition}, failedReason`,
      body: {
        json: cluster('303', {
          instances: [node('303')],
          failedReason: {errorCode: 'CSS.6000', errorMsg: 'Failed to create the cluster.'}
        })
      },
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: '303',
        message: 'CSS.6000; Failed to create the cluster.',
        subtasks: [part('failed', '303')]
      }
    },
    {
      name: 'a reason for a failure beside a good state',
      source: madeFor('an older failure, or a contradiction'),
      body: {json: cluster('200', {failedReason: {errorCode: 'CSS.6001', errorMsg: 'Failed to scale out.'}})},
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: '200',
        message: 'CSS.6001; Failed to scale out.',
        contradictions: ['"failedReason" is {"errorCode":"CSS.6001","errorMsg":"Failed to scale out."}']
      }
    },
    {
      name: 'a cluster without nodes',
      source: `${provider}, services/css: without nodes it is not ready`,
      body: {json: cluster('200', {instances: []})},
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: '200',
        contradictions: ['none of its subtasks shows a success'],
        subtasks: []
      }
    },
    {
      name: 'an action of another form',
      source: madeFor('numbers instead of words'),
      body: {json: cluster('200', {actions: [7]})},
      expected: {failure: 'malformed'}
    },
    ...resourceSamples({
      source: definition,
      thing: cluster,
      read,
      words: {running: ['100'], failed: ['303']},
      noWord: {id, name: 'ES-1-16-test17', instances: [node('200')]}
    }),
    unknownResource(errorTable, 404, 'CSS.3027', 'The cluster does not exist!'),
    bare404(`${definition}, answer 404, and ${provider}, services/css`, 'The cluster does not exist.'),
    empty404,
    errorSample(errorTable, 403, 'CSS.0015', 'No resources are found or the access is denied.', 'not-found')
  ]
};
