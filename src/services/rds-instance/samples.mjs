import {errorSample, madeFor, malformedAnswers, openApi, otcDocs} from '../evidence.mjs';
import {resourceSamples, settles} from '../families/resource.samples.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const definition = `${openApi}, schemas/RDS/src/ListInstances.json`;
const documents = `${otcDocs}/relational-database-service, api-ref/source/api_v3_recommended/db_instance_management/querying_db_instances.rst`;
const errorTable = `${otcDocs}/relational-database-service, api-ref/source/appendix/error_codes.rst`;
const id = 'ed7cc6166ec24360a5ed5c5c9c2ed726in01';
const read = {id, name: 'mysql-0820-022709-01', resourceName: 'mysql-0820-022709-01', subtasks: []};
/** @param {unknown} status */
const instance = status => ({
  id,
  name: 'mysql-0820-022709-01',
  status,
  type: 'Single',
  created: '2018-08-20T02:33:49+0800',
  nodes: [
    {id: '06f1c2ad57604ae89e153e4d27f4e4b8no01', name: 'mysql-0820-022709-01_node0', role: 'master', status: 'ACTIVE'}
  ]
});
/** @param {unknown} status */
const listed = status => ({instances: [instance(status)], total_count: 1});

/** @type {readonly Sample[]} */
const answers = [
  {
    name: 'an instance that is normal',
    source: `${definition}, answer 200, without what plays no part`,
    body: {json: listed('ACTIVE')},
    expected: {...read, state: 'succeeded', serviceStatus: 'ACTIVE'}
  },
  ...resourceSamples({
    source: `${definition} and ${documents}`,
    thing: listed,
    read,
    words: {
      running: [
        'BUILD',
        'MODIFYING',
        'REBOOTING',
        'RESTORING',
        'MODIFYING INSTANCE TYPE',
        'SWITCHOVER',
        'MIGRATING',
        'BACKING UP',
        'MODIFYING DATABASE PORT',
        'SHUTDOWN'
      ],
      failed: ['CREATE FAIL', 'FAILED', 'FROZEN', 'STORAGE FULL']
    },
    noWord: {instances: [{id, name: 'mysql-0820-022709-01'}], total_count: 1}
  }),
  {
    name: 'a list in which nothing is',
    source: `${documents}: the id is matched exactly, and total_count counts what matches`,
    body: {json: {instances: [], total_count: 0}},
    expected: {failure: 'not-found'},
    provesGone: true
  },
  {
    name: 'an empty list whose count says that there is more',
    source: madeFor('a page beyond the last one'),
    body: {json: {instances: [], total_count: 1}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'an empty list without a count',
    source: madeFor('a field left out'),
    body: {json: {instances: []}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'null instead of a list',
    source: madeFor('no list'),
    body: {json: {instances: null, total_count: 0}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'a list of others',
    source: madeFor('an answer that does not heed the id'),
    body: {json: {instances: [{...instance('ACTIVE'), id: 'aaaac6166ec24360a5ed5c5c9c2ed726in01'}], total_count: 1}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'a list of others whose count says that there is nothing',
    source: madeFor('a list and its count that contradict each other, which prove nothing'),
    body: {json: {instances: [{...instance('ACTIVE'), id: 'aaaac6166ec24360a5ed5c5c9c2ed726in01'}], total_count: 0}},
    expected: {failure: 'not-found'}
  },
  {
    name: 'no list',
    source: madeFor('a field left out'),
    body: {json: {total_count: 0}},
    expected: {failure: 'malformed'}
  },
  ...malformedAnswers({'instance 1 should be an object and is null': {instances: [null], total_count: 1}}),
  errorSample(errorTable, 403, 'DBS.200044', 'Resource not found or permission denied.', 'denied'),
  errorSample(errorTable, 403, 'DBS.280015', 'Resource not found or permission denied.', 'denied')
];

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'instance', zh: '实例'},
    id: {
      en: '`instance.id` of `POST /v3/{project_id}/instances`, the id of the instance. To wait for its creation alone, `rds` with the `job_id` of the same answer says more',
      zh: '`POST /v3/{project_id}/instances` 返回的 `instance.id`，即实例 ID。只等待创建时，用 `rds` 和同一响应中的 `job_id` 可以得到更多信息'
    },
    permission: {en: '`rds:instance:list` (role or policy)', zh: '`rds:instance:list`（角色与策略授权）'},
    unconfirmed: {
      en: 'The words of its nodes, which are not read. `CREATE FAIL` and `SHUTDOWN`, which the documents of Open Telekom Cloud alone name. The action of identity policies',
      zh: '节点的状态词，因此不读取节点。`CREATE FAIL` 和 `SHUTDOWN` 只见于 Open Telekom Cloud 的文档。身份策略授权的授权项'
    }
  },
  id: '{instance_id}',
  example: id,
  ids: {refused: ['mysql-0820-022709-01']},
  poll: {path: '/v3/{project_id}/instances?id={instance_id}'},
  start: {
    path: '/v3/{project_id}/instances',
    body: {name: '{story}', datastore: {type: 'MySQL', version: '8.0'}, flavor_ref: 'rds.mysql.s1.large'},
    answer: {status: 202, body: {instance: {id: '{instance_id}', name: '{story}', status: 'BUILD'}}}
  },
  settles,
  hosts: {'cn-north-4': 'rds.cn-north-4.myhuaweicloud.com', 'eu-nl': 'rds.eu-nl.otc.t-systems.com'},
  usualHost: 'rds',
  sdk: {client: 'rds.v3', method: 'list_instances', arguments: {id: '{instance_id}'}},
  needs: {list: 'instances', id: 'id', word: 'status', words: ['ACTIVE']},
  altered: [[{total_count: 2}, 'unproven: "', 'succeeded']],
  answers: answers.map(sample => ({...sample, asked: {taskId: id}}))
};
