import {minuteMs} from '../../duration.ts';
import {hostsOf} from '../../hosts.ts';
import {epochMs, type JsonRecord, optional, optionalText, statusIn} from '../../json.ts';
import type {Subtask} from '../../task.ts';
import {partsIn} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** From the definition of the task; those of a rollback from that of the list of tasks. */
const states: StateTable = {
  READY: 'running',
  RUNNING: 'running',
  SYNCING: 'running',
  ABORTING: 'running',
  SKIPPING: 'running',
  DELETING: 'running',
  RESETING: 'running',
  SYNC_F_ROLLBACKING: 'running',
  MIGRATE_SUCCESS: 'succeeded',
  SYNC_SUCCESS: 'succeeded',
  MIGRATE_FAIL: 'failed',
  SYNC_FAIL: 'failed',
  SYNC_F_ROLLBACK_SUCCESS: 'failed',
  ABORT: 'stopped'
};

/**
 * A migration task of Server Migration Service. It can be started again and again under its id, so an end that is seen
 * at once may be that of the run before.
 */
export const sms = defineService({
  name: 'sms',
  title: {en: 'Server Migration Service', zh: '主机迁移服务 SMS'},
  noun: {en: 'migration task', zh: '迁移任务'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 7a9a9540-ff28-4869-b9e4-855fbe3b1c4d',
      zh: '字母、数字和“-”，例如 7a9a9540-ff28-4869-b9e4-855fbe3b1c4d'
    }
  },
  // The vendor's SDKs for Go and Java and its Terraform provider sign with X-Domain-Id, its SDK for Python refuses to. No
  // source says that the service needs it, and this step knows no domain id.
  needsProjectId: false,
  // The vendor's SDK table. The service has few addresses, each of which serves servers in other regions too.
  hosts: hostsOf('sms.v3'),
  request: ({taskId}) => ({path: path`/v3/tasks/${taskId}`}),
  states,
  read,
  parts: (task: JsonRecord) => partsIn(task, 'sub_tasks', 'subtask', subtask => [readSubtask(subtask)]),
  errors: ['error_json'],
  idsAreHexadecimal: true,
  settleMs: minuteMs,
  advice: {
    again: {en: 'start the migration again', zh: '重新开始迁移'},
    words: {
      READY: {
        en: 'The task is ready and nobody has started it: start it in Server Migration Service.',
        zh: '任务已就绪但没有启动：请在主机迁移服务中启动它。'
      },
      SYNCING: {
        en: 'The task keeps copying what changes until somebody launches the target server: launch it, or raise timeout.',
        zh: '在有人启动目的端之前，任务会一直同步变化的数据：请启动目的端，或调大 timeout。'
      }
    },
    verdicts: {
      'not-found': {
        en: 'Check task-id and region: it is the region of the migration service (cn-north-4 or ap-southeast-3, say), not that of the servers.',
        zh: '检查 task-id 和 region：应填写迁移服务所在的区域（如 cn-north-4 或 ap-southeast-3），而不是服务器所在的区域。'
      }
    },
    codes: {
      'SMS.9004': {
        en: 'Give the user of these credentials the right to read migration tasks: sms:server:getTask (identity policy) or sms:server:queryServer (role or policy).',
        zh: '为凭证所属的用户授予读取迁移任务的权限：sms:server:getTask（身份策略授权）或 sms:server:queryServer（角色与策略授权）。'
      }
    }
  }
});

function read(task: JsonRecord): Reading {
  return {
    id: optionalText(task, 'id'),
    name: optionalText(task, 'name'),
    ...wordAndState(states, statusIn(task, 'state')),
    startMs: epochMs(optional(task, 'start_date')),
    endMs: epochMs(optional(task, 'finish_date')),
    message: optionalText(task, 'error_json')
  };
}

/** A subtask has a progress and an end, and no word for its state. */
function readSubtask(subtask: JsonRecord): Subtask {
  const id = optional(subtask, 'id');
  const progress = optional(subtask, 'progress');
  return {
    id: typeof id === 'number' ? String(id) : undefined,
    name: optionalText(subtask, 'name'),
    serviceStatus: typeof progress === 'number' ? `${progress}%` : '',
    state: 'untold',
    startMs: epochMs(optional(subtask, 'start_date')),
    endMs: epochMs(optional(subtask, 'end_date')),
    message: optionalText(subtask, 'process_trace')
  };
}
