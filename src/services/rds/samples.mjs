import {errorSample, otcDocs} from '../evidence.mjs';
import {alteredDatabase, databaseNeeds, taskCentreSamples} from '../families/task-centre.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const documents = `${otcDocs}/relational-database-service, api-ref/source`;
const scheduledTasks = `made from ${documents}/api_v3_recommended/obtaining_task_information/querying_scheduled_tasks.rst, the list of states`;
const errorTable = `${documents}/appendix/error_codes.rst`;

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'tasks on instances, such as their creation or a larger disk', zh: '实例任务，如创建、磁盘扩容'},
    id: {
      en: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change or restore an instance',
      zh: '`POST /v3/{project_id}/instances` 以及变更、恢复实例的接口返回的 `job_id`'
    },
    permission: {
      en: '`rds:task:listAll` (identity policy) or `rds:task:list` (role or policy)',
      zh: '`rds:task:listAll`（身份策略授权）或 `rds:task:list`（角色与策略授权）'
    },
    unconfirmed: {
      en: 'Which of two documented codes an unknown id gets (`DBS.200543` or `RDS.5041`, which are both understood). That a task by its id can be `Initing`, `Pending`, `Unauthorized` or `Canceled`, which are words of scheduled tasks',
      zh: '查询未知 ID 时返回文档所列两个错误码中的哪一个（`DBS.200543` 或 `RDS.5041`），两者都能识别；按 ID 查询的任务是否会是 `Initing`、`Pending`、`Unauthorized` 或 `Canceled`，它们是定时任务的状态'
    }
  },
  id: '{job_id}',
  example: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
  poll: {
    path: '/v3/{project_id}/jobs?id={job_id}',
    headers: {'x-language': 'en-us'},
    variants: [{given: {language: 'zh-cn'}, headers: {'x-language': 'zh-cn'}}]
  },
  start: {
    path: '/v3/{project_id}/instances',
    body: {name: '{story}', datastore: {type: 'MySQL'}, region: 'eu-de'},
    answer: {
      status: 202,
      body: {
        instance: {
          id: '06a51aee6662f30bc718b91958348314in07',
          name: '{story}',
          status: 'BUILD',
          datastore: {type: 'MySQL'}
        },
        job_id: '{job_id}'
      }
    }
  },
  hosts: {
    'eu-nl': 'rds.eu-nl.otc.t-systems.com',
    'tr-central-201': 'rds.tr-central-201.myhuaweicloud.com',
    'eu-west-101': 'rds.eu-west-101.myhuaweicloud.eu',
    'cn-north-12': 'rds.cn-north-12.myhuaweicloud.com'
  },
  usualHost: 'rds',
  sdk: {client: 'rds.v3', method: 'list_job_info', arguments: {id: '{job_id}'}},
  needs: databaseNeeds,
  altered: alteredDatabase,
  answers: [
    {
      name: 'a creation that completed, with an empty progress',
      source: `${documents}/api_v3_recommended/obtaining_task_information/obtaining_information_about_a_task_with_a_specified_id.rst`,
      body: {
        json: {
          job: {
            id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
            name: 'CreateMysqlSingleHAInstance',
            status: 'Completed',
            created: '2018-08-06T10:41:14+0000',
            ended: '2018-08-06T16:41:14+0000',
            process: '',
            instance: {
              id: 'a48e43ff268f4c0e879652d65e63d0fbin01',
              name: 'DO-NOT-TOUCH-mgr2-mysql-single'
            },
            entities: {
              instance: {
                endpoint: '192.168.1.203:3306',
                type: 'Single',
                datastore: {
                  type: 'mysql',
                  version: '5.7'
                }
              },
              resource_ids: ['a48e43ff268f4c0e879652d65e63d0fbin01.vm', 'a48e43ff268f4c0e879652d65e63d0fbin01.volume']
            }
          }
        }
      },
      expected: {
        id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
        name: 'CreateMysqlSingleHAInstance',
        resourceName: 'DO-NOT-TOUCH-mgr2-mysql-single',
        state: 'succeeded',
        serviceStatus: 'Completed',
        start: '2018-08-06T10:41:14.000Z',
        end: '2018-08-06T16:41:14.000Z',
        subtasks: []
      }
    },
    ...taskCentreSamples('process', [
      ['Initing', 'running', scheduledTasks],
      ['Pending', 'running', scheduledTasks],
      ['Unauthorized', 'running', scheduledTasks],
      ['Canceled', 'stopped', scheduledTasks]
    ]),
    errorSample(errorTable, 400, 'DBS.200998', 'The system is busy. Please try again later.', 'transient'),
    errorSample(errorTable, 400, 'DBS.200543', 'The job does not exist.', 'not-found'),
    errorSample(errorTable, 404, 'RDS.5041', 'The job does not exist.', 'not-found'),
    errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'unauthenticated'),
    errorSample(errorTable, 403, 'DBS.200044', 'Resource not found or permission denied.', 'denied')
  ]
};
