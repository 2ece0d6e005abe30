import {errorSample, otcDocs, provider} from '../evidence.mjs';
import {alteredDatabase, databaseNeeds, taskCentreSamples} from '../families/task-centre.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const documents = `${otcDocs}/document-database-service, api-ref/source`;
const page = `${documents}/apis_v3.0_recommended/task_management/obtaining_information_about_a_task_with_a_specified_id.rst`;
const scheduledTasks = `made from ${provider}, docs/data-sources/dds_scheduled_tasks.md, the list of states`;
const errorTable = `${documents}/appendix/error_code.rst`;

const running = {id: '9d10bfd1-affb-49c3-b977-298950a8d6fa', name: 'Create_MongoDB'};

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'databases',
    what: {en: 'tasks on instances, such as their creation or backup', zh: '实例任务，如创建、备份'},
    id: {
      en: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change, back up or restore an instance',
      zh: '`POST /v3/{project_id}/instances` 以及变更、备份、恢复实例的接口返回的 `job_id`'
    },
    permission: {
      en: '`dds:task:getDetail` (identity policy) or `dds:task:list` (role or policy)',
      zh: '`dds:task:getDetail`（身份策略授权）或 `dds:task:list`（角色与策略授权）'
    },
    unconfirmed: {
      en: "Which code an unknown id gets: `DBS.200543`, as Terraform's provider understands it, or `DBS.280016` (both are understood). That a task by its id can be `Pending` or `Canceled`, which are words of scheduled tasks",
      zh: '查询未知 ID 时返回哪个错误码：`DBS.200543`（Terraform 的 provider 这样理解）还是 `DBS.280016`，两者都能识别；按 ID 查询的任务是否会是 `Pending` 或 `Canceled`，它们是定时任务的状态'
    }
  },
  id: '{job_id}',
  example: '31b8ae23-c687-4d80-b7b4-42a66c9bb886',
  poll: {path: '/v3/{project_id}/jobs?id={job_id}'},
  start: {
    path: '/v3/{project_id}/instances',
    body: {name: '{story}', datastore: {type: 'DDS-Community'}, region: 'eu-de'},
    answer: {
      status: 202,
      body: {
        instance: {
          id: '06a51aee6662f30bc718b91958348314in07',
          name: '{story}',
          status: 'BUILD',
          datastore: {type: 'DDS-Community'}
        },
        job_id: '{job_id}'
      }
    }
  },
  hosts: {'eu-nl': 'dds.eu-nl.otc.t-systems.com', 'ap-southeast-3': 'dds.ap-southeast-3.myhuaweicloud.com'},
  usualHost: 'dds',
  sdk: {client: 'dds.v3', method: 'show_job_detail', arguments: {id: '{job_id}'}},
  needs: databaseNeeds,
  altered: alteredDatabase,
  answers: [
    {
      name: 'a creation that completed, with an empty progress',
      source: page,
      body: {
        json: {
          job: {
            id: 'f85104b5-4a9c-4e0f-9505-fc5409d8f7ae',
            name: 'Create_MongoDB',
            status: 'Completed',
            created: '2021-07-12T09:22:04+0000',
            ended: '2021-07-12T10:10:13+0000',
            progress: '',
            instance: {
              id: 'd87f5b33049144ec95f0cab0a5f22cfbin02',
              name: 'dds-5ff4-sh'
            },
            fail_reason: null
          }
        }
      },
      expected: {
        id: 'f85104b5-4a9c-4e0f-9505-fc5409d8f7ae',
        name: 'Create_MongoDB',
        resourceName: 'dds-5ff4-sh',
        state: 'succeeded',
        serviceStatus: 'Completed',
        start: '2021-07-12T09:22:04.000Z',
        end: '2021-07-12T10:10:13.000Z',
        subtasks: []
      }
    },
    {
      name: 'a running task that has an end time already',
      source: `made from ${page}, the example of a task that runs`,
      body: {
        json: {
          job: {
            ...running,
            status: 'Running',
            created: '2021-07-13T07:28:43+0000',
            ended: '2021-07-13T07:28:53+0000',
            progress: '9%',
            fail_reason: null
          }
        }
      },
      expected: {
        ...running,
        state: 'running',
        serviceStatus: 'Running',
        progress: 9,
        start: '2021-07-13T07:28:43.000Z',
        subtasks: []
      }
    },
    ...taskCentreSamples('progress', [
      ['Pending', 'running', scheduledTasks],
      ['Canceled', 'stopped', scheduledTasks]
    ]),
    errorSample(
      `${provider}, huaweicloud/services/dds/resource_huaweicloud_dds_backup.go`,
      400,
      'DBS.200543',
      'The job does not exist.',
      'not-found'
    ),
    errorSample(errorTable, 400, 'DBS.280016', 'Resource not found.', 'not-found'),
    errorSample(errorTable, 400, 'DBS.200998', 'The system is busy. Try again later.', 'transient'),
    errorSample(errorTable, 400, 'DBS.200010', 'Authentication failed.', 'denied'),
    errorSample(errorTable, 400, 'DBS.280015', 'Permission denied.', 'denied'),
    errorSample(errorTable, 401, 'DBS.280056', 'Invalid token.', 'unauthenticated')
  ]
};
