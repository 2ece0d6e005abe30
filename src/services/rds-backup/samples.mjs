import {errorSample, madeFor, malformedAnswers, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const documents = `${otcDocs}/relational-database-service, api-ref/source`;
const definition = `${openApi}, schemas/RDS/src/ListBackups.json`;
const errorTable = `${documents}/appendix/error_codes.rst`;
const asked = {taskId: '43e4feaab48f11e89039fa163ebaa7e4br01', parentId: 'a48e43ff268f4c0e879652d65e63d0fbin01'};
const backup = {id: asked.taskId, name: 'before-migration', type: 'manual', instance_id: asked.parentId};
const read = {id: backup.id, name: backup.name};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'manual backup', zh: '手动备份'},
    id: {
      en: 'the id of the instance, a slash, and `backup.id` of `POST /v3/{project_id}/backups`',
      zh: '实例 ID、斜杠，以及 `POST /v3/{project_id}/backups` 返回的 `backup.id`'
    },
    permission: {en: '`rds:backup:list`', zh: '`rds:backup:list`'},
    unconfirmed: {
      en: 'Whether a new backup is listed at once (until then it counts as not found); that `end_time` comes with the end alone; what an unknown instance is answered with',
      zh: '新备份是否立即列出（在此之前视为未找到）；`end_time` 是否只在结束后出现；查询未知实例时返回什么'
    }
  },
  id: '{instance_id}/{backup_id}',
  example: `${asked.parentId}/${asked.taskId}`,
  poll: {
    path: '/v3/{project_id}/backups?instance_id={instance_id}&backup_id={backup_id}',
    headers: {'x-language': 'en-us'},
    variants: [{given: {language: 'zh-cn'}, headers: {'x-language': 'zh-cn'}}]
  },
  start: {
    path: '/v3/{project_id}/backups',
    body: {instance_id: '{instance_id}', name: '{story}'},
    answer: {
      body: {
        backup: {
          id: '{backup_id}',
          name: '{story}',
          instance_id: '{instance_id}',
          begin_time: '2016-09-12T01:17:05',
          status: 'BUILDING',
          type: 'manual'
        }
      }
    }
  },
  hosts: {
    'eu-nl': 'rds.eu-nl.otc.t-systems.com',
    'eu-west-101': 'rds.eu-west-101.myhuaweicloud.eu',
    'cn-north-12': 'rds.cn-north-12.myhuaweicloud.com'
  },
  usualHost: 'rds',
  sdk: {
    client: 'rds.v3',
    method: 'list_backups',
    arguments: {instance_id: '{instance_id}', backup_id: '{backup_id}'}
  },
  needs: {list: 'backups', id: 'id', word: 'status', words: ['COMPLETED'], repeats: {instance_id: 0}},
  altered: [[{'backups.0.instance_id': 'another'}, 'other: instance_id another']],
  answers: [
    {
      name: 'a backup of MySQL that is complete',
      source: `${documents}/api_v3_recommended/backup_and_restoration/obtaining_details_about_backups.rst`,
      asked,
      body: {
        json: {
          backups: [
            {
              id: '43e4feaab48f11e89039fa163ebaa7e4br01',
              name: 'xxxx.xxx',
              type: 'auto',
              size: 2803,
              status: 'COMPLETED',
              begin_time: '2018-08-06T12:41:14+0800',
              end_time: '2018-08-06T12:43:14+0800',
              datastore: {type: 'MySQL', version: '8.0'},
              instance_id: 'a48e43ff268f4c0e879652d65e63d0fbin01'
            }
          ],
          total_count: 1
        }
      },
      expected: {
        id: asked.taskId,
        name: 'xxxx.xxx',
        state: 'succeeded',
        serviceStatus: 'COMPLETED',
        start: '2018-08-06T04:41:14.000Z',
        end: '2018-08-06T04:43:14.000Z',
        subtasks: []
      }
    },
    {
      name: 'a backup of SQL Server, whose id the documents give a name with a blank at its end',
      source: `${definition}, answer 200, where this blank is taken to be a slip of the pen: an answer that has it names no id`,
      asked,
      body: {
        json: {
          backups: [{'id ': asked.taskId, name: 'xxxx.xxx', instance_id: asked.parentId, status: 'COMPLETED'}],
          total_count: 1
        }
      },
      expected: {failure: 'malformed'}
    },
    .../** @type {const} */ ([
      ['BUILDING', 'running'],
      ['FAILED', 'failed'],
      ['DELETING', 'stopped'],
      ['completed', 'unknown'],
      ['DELETED', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: `made from ${definition}, the list of states, and words that it does not hold`,
        asked,
        body: {json: {backups: [{...backup, status, begin_time: '2018-08-06T12:41:14+0800'}], total_count: 1}},
        expected: {...read, state, serviceStatus: status, start: '2018-08-06T04:41:14.000Z', subtasks: []}
      })
    ),
    {
      name: 'a list that counts more than it has',
      source: madeFor('a list that is cut'),
      asked,
      body: {json: {backups: [{...backup, status: 'COMPLETED'}], total_count: 2}},
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: 'COMPLETED',
        contradictions: ['"total_count" is 2 and "backups" has 1'],
        subtasks: []
      }
    },
    {
      name: 'a backup that is being made, behind another one that is complete',
      source: madeFor('a list is searched'),
      asked,
      body: {
        json: {
          backups: [
            {...backup, id: '1f2b7f1d5c9c4ec7a1c6d0d4fbd0f4d7br01', status: 'COMPLETED'},
            {...backup, status: 'BUILDING'}
          ],
          total_count: 2
        }
      },
      expected: {...read, state: 'running', serviceStatus: 'BUILDING', subtasks: []}
    },
    {
      name: 'a list without the backup',
      source: madeFor('an unknown id, or a backup that is not listed yet'),
      asked,
      body: {json: {backups: [], total_count: 0}},
      expected: {failure: 'not-found'}
    },
    {
      name: 'no list',
      source: madeFor('a field left out'),
      asked,
      body: {json: {total_count: 0}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'no status',
      source: madeFor('a field left out'),
      asked,
      body: {json: {backups: [{...backup, end_time: '2018-08-06T12:43:14+0800'}], total_count: 1}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({'backup 1 should be an object and is null': {backups: [null], total_count: 1}}, asked),
    errorSample(errorTable, 404, 'DBS.201010', 'The backup information does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DBS.201203', 'The backup file does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DBS.280214', 'The backup does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'RDS.3026', 'The backup file does not exist.', 'not-found'),
    errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'unauthenticated'),
    refusedByTheGateway
  ]
};
