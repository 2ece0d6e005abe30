import {hostsOf} from '../../hosts.ts';
import {isoMs, type JsonRecord, optional, optionalRecord, optionalText, percent, stateWord} from '../../json.ts';
import {errorsIn} from '../parts.ts';
import {defineService, objectUnder, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** By the API reference of 2025-12-05, `skipped` is a task that some check kept from starting: nothing was backed up. */
const states: StateTable = {
  waiting: 'running',
  running: 'running',
  success: 'succeeded',
  skipped: 'warning',
  failed: 'failed',
  timeout: 'failed'
};

/** How many of its parts failed, by the vendor's SDK: that of a clean-up, of the removal of a vault, and of a comparison. */
const failedParts = [
  'extra_info.remove_resources.fail_count',
  'extra_info.vault_delete.fail_count',
  'extra_info.sync.err_sync_backup_num'
];

/** A task of Cloud Backup and Recovery, which the API calls an operation log: a backup or a restoration, say. */
export const cbr = defineService({
  name: 'cbr',
  title: {en: 'Cloud Backup and Recovery', zh: '云备份 CBR'},
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 4827f2da-b008-4507-ab7d-42d0df5ed912'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('cbr.v1', {more: {cbr: 'eu-de eu-nl'}, usual: 'cbr'}),
  request: ({projectId, taskId}) => ({path: path`/v3/${projectId}/operation-logs/${taskId}`}),
  states,
  find: objectUnder('operation_log'),
  read,
  parts: (log: JsonRecord) => errorsIn(log, failedParts),
  idsAreHexadecimal: true,
  // Whatever its form: a good answer has an empty code and message in it, or none.
  errors: ['error_info'],
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. It takes the id of a task: neither that of a backup nor that of a restore point.',
        zh: '检查 task-id、project-id 和 region。应填写任务 ID，既不是备份 ID，也不是还原点 ID。'
      }
    }
  }
});

function read(log: JsonRecord): Reading {
  return {
    id: optionalText(log, 'id'),
    name: optionalText(log, 'operation_type'),
    resourceName: optionalText(optionalRecord(optionalRecord(log, 'extra_info'), 'resource'), 'name'),
    ...wordAndState(states, stateWord(log, 'status')),
    progress: percent(optional(optionalRecord(optionalRecord(log, 'extra_info'), 'common'), 'progress')),
    startMs: isoMs(optional(log, 'started_at', 'created_at')),
    endMs: isoMs(optional(log, 'ended_at')),
    message: optionalText(optionalRecord(log, 'error_info'), 'message')
  };
}
