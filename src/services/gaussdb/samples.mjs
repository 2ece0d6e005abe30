import {errorSample, otcDocs} from '../evidence.mjs';
import {alteredDatabase, databaseNeeds, taskCentreSamples} from '../families/task-centre.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const documents = `${otcDocs}/gaussdb-opengauss, api-ref/source`;
const errorTable = `${documents}/appendix/error_codes.rst`;

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'tasks on instances, such as their creation or restoration', zh: '实例任务，如创建、恢复'},
    id: {
      en: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change or restore an instance',
      zh: '`POST /v3/{project_id}/instances` 以及变更、恢复实例的接口返回的 `job_id`'
    },
    permission: {en: 'No source names the action', zh: '没有资料说明授权项'},
    unconfirmed: {
      en: 'That the host on Open Telekom Cloud, which its API reference prints in examples alone, answers; the host in eu-west-101',
      zh: 'Open Telekom Cloud 的主机名（仅见于其 API 参考的示例）是否可用；eu-west-101 的主机名'
    }
  },
  id: '{job_id}',
  example: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
  poll: {path: '/v3/{project_id}/jobs?id={job_id}'},
  start: {
    path: '/v3/{project_id}/instances',
    body: {name: '{story}', datastore: {type: 'GaussDB(for openGauss)'}, region: 'eu-de'},
    answer: {
      status: 202,
      body: {
        instance: {
          id: '06a51aee6662f30bc718b91958348314in07',
          name: '{story}',
          status: 'BUILD',
          datastore: {type: 'GaussDB(for openGauss)'}
        },
        job_id: '{job_id}'
      }
    }
  },
  hosts: {
    'cn-north-4': 'gaussdb-opengauss.cn-north-4.myhuaweicloud.com',
    'ap-southeast-4': 'gaussdb-opengauss.ap-southeast-4.myhuaweicloud.com',
    'af-north-1': 'gaussdb.af-north-1.myhuaweicloud.com',
    'ap-southeast-5': 'gaussdb.ap-southeast-5.myhuaweicloud.com',
    'cn-east-2': 'gaussdb.cn-east-2.myhuaweicloud.com',
    'cn-east-4': 'gaussdb.cn-east-4.myhuaweicloud.com',
    'cn-east-5': 'gaussdb.cn-east-5.myhuaweicloud.com',
    'cn-north-12': 'gaussdb.cn-north-12.myhuaweicloud.com',
    'me-east-1': 'gaussdb.me-east-1.myhuaweicloud.com',
    'tr-west-1': 'gaussdb.tr-west-1.myhuaweicloud.com',
    'eu-de': 'gaussdb.eu-de.otc.t-systems.com',
    'eu-nl': null,
    'cn-north-1': null,
    'eu-west-101': null,
    'xx-private-1': null
  },
  sdk: {client: 'gaussdbforopengauss.v3', method: 'show_job_detail', arguments: {id: '{job_id}'}},
  needs: databaseNeeds,
  altered: alteredDatabase,
  answers: [
    {
      name: 'a creation that completed, with an empty progress',
      source: `${documents}/apis_recommended/task_management/obtaining_task_information.rst`,
      body: {
        json: {
          job: {
            id: '5cbb8a90-2253-4cff-8a13-49aa8f31dfb5',
            name: 'CreateGaussDBV5Instance',
            status: 'Completed',
            created: '2021-07-12T09:22:04+0800',
            ended: '2021-07-12T10:10:13+0800',
            progress: '',
            instance: {
              id: 'b34f8c791f2643578510c093aa2351a8in14',
              name: 'gauss-c1a3'
            },
            fail_reason: null
          }
        }
      },
      expected: {
        id: '5cbb8a90-2253-4cff-8a13-49aa8f31dfb5',
        name: 'CreateGaussDBV5Instance',
        resourceName: 'gauss-c1a3',
        state: 'succeeded',
        serviceStatus: 'Completed',
        start: '2021-07-12T01:22:04.000Z',
        end: '2021-07-12T02:10:13.000Z',
        subtasks: []
      }
    },
    ...taskCentreSamples('progress'),
    errorSample(errorTable, 400, 'DBS.200543', 'The job does not exist.', 'not-found'),
    errorSample(errorTable, 400, 'DBS.280063', 'No permission.', 'denied'),
    errorSample(errorTable, 400, 'DBS.216003', 'No permission.', 'denied'),
    errorSample(errorTable, 403, 'DBS.280056', 'Invalid token.', 'unauthenticated'),
    errorSample(errorTable, 403, 'DBS.200010', 'The operation is not authorized.', 'denied')
  ]
};
