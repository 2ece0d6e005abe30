import {errorSample, madeFor, openApi, otcDocs} from '../evidence.mjs';
import {alteredDatabase, databaseNeeds, taskCentreSamples} from '../families/task-centre.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const reference = 'support.huaweicloud.com/api-taurusdb/ShowGaussMySqlJobInfo.html of 2026-02-10, the list of states';
const errorTable = `${otcDocs}/taurusdb, api-ref/source/appendix/error_codes.rst`;
const job = {id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886', name: 'CreateGaussDBforMySQLInstance'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'tasks on instances, such as their creation, restoration or backup', zh: '实例任务，如创建、恢复、备份'},
    id: {
      en: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change, back up or restore an instance',
      zh: '`POST /v3/{project_id}/instances` 以及变更、备份、恢复实例的接口返回的 `job_id`'
    },
    // The ready-made ones: support.huaweicloud.com/usermanual-taurusdb/taurusdb_03_0225.html and taurusdb_03_0021.html.
    permission: {
      en: '`gaussdbformysql:task:list` (identity policy; ready-made: `TaurusDBReadOnlyAccessPolicy`) or `gaussdb:instance:list` (role or policy; ready-made: `TaurusDB ReadOnlyAccess`)',
      zh: '`gaussdbformysql:task:list`（身份策略授权；系统身份策略：`TaurusDBReadOnlyAccessPolicy`）或 `gaussdb:instance:list`（角色与策略授权；系统策略：`TaurusDB ReadOnlyAccess`）'
    },
    unconfirmed: {
      en: 'A host in eu-west-101; the permission on Open Telekom Cloud',
      zh: 'eu-west-101 的主机名；Open Telekom Cloud 上所需的权限'
    }
  },
  id: '{job_id}',
  example: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
  poll: {
    path: '/v3/{project_id}/jobs?id={job_id}',
    headers: {'x-language': 'en-us'},
    variants: [{given: {workspace: 'W1', language: 'zh-cn'}, headers: {'x-language': 'zh-cn'}}]
  },
  start: {
    path: '/v3/{project_id}/instances',
    body: {name: '{story}', datastore: {type: 'gaussdb-mysql'}, region: 'eu-de'},
    answer: {
      status: 201,
      body: {
        instance: {
          id: '06a51aee6662f30bc718b91958348314in07',
          name: '{story}',
          status: 'BUILD',
          datastore: {type: 'gaussdb-mysql'}
        },
        job_id: '{job_id}'
      }
    }
  },
  hosts: {
    'eu-de': 'gaussdb-mysql.eu-de.otc.t-systems.com',
    'cn-north-2': 'gaussdb.cn-north-2.myhuaweicloud.com',
    'cn-north-4': 'gaussdb.cn-north-4.myhuaweicloud.com',
    'cn-north-9': 'gaussdb.cn-north-9.myhuaweicloud.com',
    'cn-east-3': 'gaussdb.cn-east-3.myhuaweicloud.com',
    'cn-south-1': 'gaussdb.cn-south-1.myhuaweicloud.com',
    'cn-south-4': 'gaussdb.cn-south-4.myhuaweicloud.com',
    'cn-southwest-2': 'gaussdb.cn-southwest-2.myhuaweicloud.com',
    'ap-southeast-3': 'gaussdb.ap-southeast-3.myhuaweicloud.com',
    'ap-southeast-4': 'gaussdb.ap-southeast-4.myhuaweicloud.com',
    'sa-brazil-1': 'gaussdb.sa-brazil-1.myhuaweicloud.com',
    'ru-northwest-2': 'gaussdb.ru-northwest-2.myhuaweicloud.com',
    'ap-southeast-1': 'gaussdbformysql.ap-southeast-1.myhuaweicloud.com',
    'ap-southeast-2': 'gaussdbformysql.ap-southeast-2.myhuaweicloud.com',
    'cn-north-11': 'gaussdbformysql.cn-north-11.myhuaweicloud.com',
    'tr-west-1': 'gaussdbformysql.tr-west-1.myhuaweicloud.com',
    'me-east-1': 'gaussdbformysql.me-east-1.myhuaweicloud.com',
    'af-south-1': 'gaussdb-mysql.af-south-1.myhuaweicloud.com',
    'cn-east-5': 'gaussdb-mysql.cn-east-5.myhuaweicloud.com',
    'la-north-2': 'gaussdb-mysql.la-north-2.myhuaweicloud.com',
    'cn-southwest-3': 'gaussdb-mysql.cn-southwest-3.myhuaweicloud.com',
    'cn-east-4': null,
    'cn-east-2': null,
    'ap-southeast-5': null,
    'af-north-1': null,
    'cn-north-12': null,
    'eu-west-101': null,
    'eu-nl': null,
    'xx-private-1': null
  },
  sdk: {client: 'gaussdb.v3', method: 'show_gauss_my_sql_job_info', arguments: {id: '{job_id}'}},
  needs: databaseNeeds,
  altered: alteredDatabase,
  answers: [
    {
      name: 'a creation that completed, with two offsets and an empty progress',
      source: `${openApi}, schemas/GaussDB/src/ShowGaussMySqlJobInfo.json, answer 200`,
      body: {
        json: {
          job: {
            created: '2018-08-06T10:41:14+0800',
            ended: '2018-08-06T16:41:14+0000',
            entities: {
              instance: {
                datastore: {
                  type: 'gaussdb-mysql',
                  version: '8.0'
                },
                endpoint: '192.168.1.203:3306',
                type: 'Cluster'
              },
              resource_ids: ['a48e43ff268f4c0e879652d65e63d0fbin07.vm', 'a48e43ff268f4c0e879652d65e63d0fbin07.volume']
            },
            id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
            instance: {
              id: 'a48e43ff268f4c0e879652d65e63d0fbin07',
              name: 'DO-NOT-TOUCH-mgr2-mysql-single'
            },
            name: 'CreateGaussDBforMySQLInstance',
            process: '',
            status: 'Completed'
          }
        }
      },
      expected: {
        ...job,
        resourceName: 'DO-NOT-TOUCH-mgr2-mysql-single',
        state: 'succeeded',
        serviceStatus: 'Completed',
        start: '2018-08-06T02:41:14.000Z',
        end: '2018-08-06T16:41:14.000Z',
        subtasks: []
      }
    },
    {
      name: 'a running task with its progress, an empty end and a name with a blank before it',
      source: madeFor('process is a percentage while the task runs'),
      body: {
        json: {
          job: {
            ...job,
            name: ' CreateGaussDBforMySQLInstance',
            status: 'Running',
            created: '2018-08-06T10:41:14+0800',
            ended: '',
            process: '60%',
            fail_reason: ''
          }
        }
      },
      expected: {
        ...job,
        state: 'running',
        serviceStatus: 'Running',
        progress: 60,
        start: '2018-08-06T02:41:14.000Z',
        subtasks: []
      }
    },
    {
      name: 'a failed task whose times have offsets of other forms',
      source: madeFor('an offset that is no full hour, and one with a colon'),
      body: {
        json: {
          job: {
            ...job,
            status: 'Failed',
            created: '2018-08-06T10:41:14-0330',
            ended: '2018-08-06T22:42:14+08:00',
            fail_reason: 'No free IP address.'
          }
        }
      },
      expected: {
        ...job,
        state: 'failed',
        serviceStatus: 'Failed',
        start: '2018-08-06T14:11:14.000Z',
        end: '2018-08-06T14:42:14.000Z',
        message: 'No free IP address.',
        subtasks: []
      }
    },
    {
      name: 'a job without its envelope',
      source: madeFor('the content without its envelope'),
      body: {json: {...job, status: 'Completed'}},
      expected: {failure: 'malformed'}
    },
    ...taskCentreSamples('process', [
      ['Pending', 'running', reference],
      ['Unauthorized', 'running', reference],
      ['Canceled', 'stopped', reference]
    ]),
    errorSample(errorTable, 400, 'DBS.200543', 'The job does not exist.', 'not-found'),
    errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'unauthenticated'),
    errorSample(errorTable, 403, 'DBS.200010', 'Permission denied.', 'denied'),
    errorSample(errorTable, 500, 'DBS.108000', 'Server failure.', 'transient'),
    errorSample(errorTable, 400, 'DBS.280001', 'Parameter error.', 'rejected')
  ]
};
