import {errorSample, madeFor, malformedAnswers, openApi, otcDocs, refusedByTheGateway} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const log = {id: '4827f2da-b008-4507-ab7d-42d0df5ed912', operation_type: 'backup'};
const read = {id: log.id, name: 'backup'};
const sdk = 'github.com/huaweicloud/huaweicloud-sdk-python-v3, cbr v1';

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'storage',
    what: {en: 'backups, restores and replications', zh: '备份、恢复与复制任务'},
    id: {
      en: '`operation_log_id` in the list `sync` of `POST /v3/{project_id}/backups/sync`; for a backup or a restore, `id` in `GET /v3/{project_id}/operation-logs?resource_id=…`',
      zh: '`POST /v3/{project_id}/backups/sync` 返回的列表 `sync` 中的 `operation_log_id`；备份和恢复则为 `GET /v3/{project_id}/operation-logs?resource_id=…` 中的 `id`'
    },
    success: {
      en: 'a success with failed parts (`fail_count` or `err_sync_backup_num` above 0 in `extra_info`) is an end with a warning',
      zh: '带有失败部分的成功（`extra_info` 中的 `fail_count` 或 `err_sync_backup_num` 大于 0）视为以警告结束'
    },
    // The last part: support.huaweicloud.com/api-cbr/ShowOpLog.html.
    permission: {
      en: '`cbr:tasks:get` (role or policy). With identity policies, the call needs no permission',
      zh: '`cbr:tasks:get`（角色与策略授权）；使用身份策略授权时无需权限'
    },
    unconfirmed: {
      en: 'That a success with failed parts (`fail_count`, `err_sync_backup_num`) is sent at all: it is a warning here; the host in eu-west-101; the zone of the times that come without one, which are left out',
      zh: '是否真的会返回带有失败部分（`fail_count`、`err_sync_backup_num`）的成功，这里视为警告；eu-west-101 的主机名；不带时区的时间属于哪个时区，因此不输出这些时间'
    }
  },
  id: '{operation_log_id}',
  example: '4827f2da-b008-4507-ab7d-42d0df5ed912',
  poll: {path: '/v3/{project_id}/operation-logs/{operation_log_id}'},
  start: {
    path: '/v3/{project_id}/backups/sync',
    body: {
      sync: [
        {
          backup_id: '3d1efba4-1f5e-4027-9381-80d51fe821fd',
          backup_name: '{story}',
          bucket_name: 'demo',
          image_path: 'demo'
        }
      ]
    },
    answer: {
      body: {sync: [{backup_id: '3d1efba4-1f5e-4027-9381-80d51fe821fd', operation_log_id: '{operation_log_id}'}]}
    }
  },
  hosts: {'eu-nl': 'cbr.eu-nl.otc.t-systems.com', 'cn-southwest-3': 'cbr.cn-southwest-3.myhuaweicloud.com'},
  usualHost: 'cbr',
  sdk: {client: 'cbr.v1', method: 'show_op_log', arguments: {operation_log_id: '{operation_log_id}'}},
  needs: {task: 'operation_log', id: 'id', word: 'status', words: ['success'], errors: ['error_info.code']},
  altered: [
    [{'operation_log.error_info': {code: 'BackupService.9999', message: ''}}, 'unproven: "'],
    [{'operation_log.error_info': {code: '', message: 'locked'}}, 'unproven: "'],
    ...['boom', ['boom'], [{code: 'X'}], {error_code: 'X.1'}, {reason: 'locked'}, true, 7].map(
      /** @returns {Altered} */ error => [{'operation_log.error_info': error}, 'unproven: "error_info"']
    )
  ],
  answers: [
    {
      name: 'a backup that succeeded, with zones and an empty error',
      source: `${otcDocs}/cloud-backup-recovery, api-ref/source/cbr_apis/tasks/querying_a_single_task.rst`,
      body: {
        json: {
          operation_log: {
            status: 'success',
            provider_id: '0daac4c5-6707-4851-97ba-169e36266b66',
            checkpoint_id: 'b432511f-d889-428f-8b0e-5f47c524c6b6',
            updated_at: '2019-05-23T14:35:23.584+00:00',
            error_info: {
              message: '',
              code: ''
            },
            started_at: '2019-05-23T14:31:36.007+00:00',
            id: '4827f2da-b008-4507-ab7d-42d0df5ed912',
            extra_info: {
              resource: {
                type: 'OS::Nova::Server',
                id: '1dab32fa-ebf2-415a-ab0b-eabe6353bc86',
                name: 'ECS-0001'
              },
              backup: {
                backup_name: 'manualbk_1234',
                backup_id: '0e5d0ef6-7f0a-4890-b98c-cb12490e31c1'
              },
              common: {
                progress: 100,
                request_id: 'req-cdb98cc4-e87b-4f40-9b4a-57ec036620bc'
              }
            },
            ended_at: '2019-05-23T14:35:23.511+00:00',
            created_at: '2019-05-23T14:31:36.039+00:00',
            operation_type: 'backup',
            project_id: '04f1829c788037ac2fb8c01eb2b04b95'
          }
        }
      },
      expected: {
        ...read,
        resourceName: 'ECS-0001',
        state: 'succeeded',
        serviceStatus: 'success',
        progress: 100,
        start: '2019-05-23T14:31:36.007Z',
        end: '2019-05-23T14:35:23.511Z',
        subtasks: []
      }
    },
    {
      name: 'times without a zone, which are left out',
      source: `made from ${openApi}, schemas/CBR/src/ShowOpLog.json, answer 200`,
      body: {
        json: {
          operation_log: {
            ...log,
            status: 'success',
            created_at: '2019-05-23T14:31:36.039365',
            started_at: '2019-05-23T14:31:36.007230',
            ended_at: '2019-05-23T14:35:23.511155',
            error_info: {code: '', message: ''},
            extra_info: {common: {progress: 100, request_id: 'R1'}},
            policy_id: null
          }
        }
      },
      expected: {...read, state: 'succeeded', serviceStatus: 'success', progress: 100, subtasks: []}
    },
    .../** @type {const} */ ([
      ['waiting', 'running'],
      ['running', 'running'],
      ['success', 'succeeded'],
      ['skipped', 'warning'],
      ['failed', 'failed'],
      ['timeout', 'failed'],
      ['SUCCESS', 'unknown'],
      ['aborted', 'unknown']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `the state ${status}`,
        source: madeFor('the words of the table, another spelling of one, and a word that it does not hold'),
        body: {json: {operation_log: {...log, status}}},
        expected: {...read, state, serviceStatus: status, subtasks: []}
      })
    ),
    {
      name: 'a failed backup with its reason and a time in UTC',
      source: madeFor('error_info, and times as their descriptions print them'),
      body: {
        json: {
          operation_log: {
            ...log,
            status: 'failed',
            created_at: '2020-02-23T01:00:32Z',
            error_info: {code: 'BackupService.9999', message: 'The server is locked.'},
            extra_info: {common: {progress: 0}}
          }
        }
      },
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'failed',
        progress: 0,
        start: '2020-02-23T01:00:32.000Z',
        message: 'BackupService.9999: The server is locked.',
        subtasks: []
      }
    },
    .../** @type {const} */ ([
      ['remove_resources', {total_count: 2, fail_count: 1}, 'remove_resources.fail_count: 1'],
      ['vault_delete', {total_count: 3, fail_count: 2}, 'vault_delete.fail_count: 2'],
      ['sync', {sync_backup_num: 4, err_sync_backup_num: 3}, 'sync.err_sync_backup_num: 3']
    ]).map(
      /** @returns {Sample} */ ([part, counts, message]) => ({
        name: `a success of which a part failed, as its ${part} tells`,
        source: `made from ${sdk}, OpExtraInfo`,
        body: {json: {operation_log: {...log, status: 'success', extra_info: {[part]: counts}}}},
        expected: {...read, state: 'warning', serviceStatus: 'success', message, subtasks: []}
      })
    ),
    {
      name: 'a success of which no part failed',
      source: `made from ${sdk}, OpExtraInfo`,
      body: {
        json: {operation_log: {...log, status: 'success', extra_info: {sync: {err_sync_backup_num: 0}, common: {}}}}
      },
      expected: {...read, state: 'succeeded', serviceStatus: 'success', subtasks: []}
    },
    {
      name: 'a failure that tells of failed parts too',
      source: madeFor('a number of failed parts makes a warning of a success alone'),
      body: {json: {operation_log: {...log, status: 'failed', extra_info: {sync: {err_sync_backup_num: 3}}}}},
      expected: {
        ...read,
        state: 'failed',
        serviceStatus: 'failed',
        message: 'sync.err_sync_backup_num: 3',
        subtasks: []
      }
    },
    {
      name: 'a number of failed parts that is a text',
      source: madeFor('a field of another type'),
      body: {json: {operation_log: {...log, status: 'success', extra_info: {sync: {err_sync_backup_num: '3'}}}}},
      expected: {failure: 'malformed', because: '"sync.err_sync_backup_num" should be a number'}
    },
    {
      name: 'a task without its envelope',
      source: madeFor('the content without its envelope'),
      body: {json: {...log, status: 'success'}},
      expected: {failure: 'malformed'}
    },
    {
      name: 'a list of tasks',
      source: madeFor('the form of a related call'),
      body: {json: {operation_logs: [{...log, status: 'success'}], count: 1}},
      expected: {failure: 'malformed'}
    },
    ...malformedAnswers({
      '"operation_log" should be an object and is missing': {}
    }),
    {
      name: 'no status',
      source: madeFor('a mandatory field left out'),
      body: {json: {operation_log: {...log, extra_info: {common: {progress: 100}}}}},
      expected: {failure: 'malformed'}
    },
    errorSample(
      `${openApi}, schemas/CBR/src/ShowOpLog.json, answer 404`,
      404,
      'BackupService.6500',
      'Operation log does not exist.',
      'not-found'
    ),
    errorSample(
      `${otcDocs}/cloud-backup-recovery, api-ref/source, the error codes`,
      500,
      'BackupService.9998',
      'Authentication failed.',
      'unauthenticated'
    ),
    refusedByTheGateway
  ]
};
