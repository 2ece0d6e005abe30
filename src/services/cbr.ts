import {isoMs, type JsonRecord, optional, optionalRecord, optionalText, percent, record, stateWord} from '../json.ts';
import {errorsIn} from './parts.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/** By the API reference of 2025-12-05, `skipped` is a task that some check kept from starting: nothing was backed up. */
const states: StateTable = {
  waiting: 'running',
  running: 'running',
  success: 'succeeded',
  skipped: 'warning',
  failed: 'failed',
  timeout: 'failed'
};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = {
  byRegion: labelByRegion({
    cbr: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-north-12
      cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1
      my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de eu-nl`
  }),
  usual: 'cbr'
};

/** How many of its parts failed, by the vendor's SDK: that of a clean-up, of the removal of a vault, and of a comparison. */
const failedParts = [
  'extra_info.remove_resources.fail_count',
  'extra_info.vault_delete.fail_count',
  'extra_info.sync.err_sync_backup_num'
];

/** A task of Cloud Backup and Recovery, which the API calls an operation log: a backup or a restoration, say. */
export const cbr = {
  name: 'cbr',
  aliases: [],
  title: 'Cloud Backup and Recovery',
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 4827f2da-b008-4507-ab7d-42d0df5ed912'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: `/v3/${encodeURIComponent(projectId)}/operation-logs/${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  find: body => [record(optional(record(body, 'the answer'), 'operation_log'), '"operation_log"')],
  read,
  parts: (log: JsonRecord) => errorsIn(log, failedParts),
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  errors: ['error_info.code', 'error_info.message'],
  tasksHaveErrorCodes: false,
  codes: {},
  advice: {
    'not-found':
      'Check task-id, project-id and region. It takes the id of a task: neither that of a backup nor that of a restore point.'
  },
  about: {
    id: '`operation_log_id` in the list `sync` of `POST /v3/{project_id}/backups/sync`; for a backup or a restore, `id` in `GET /v3/{project_id}/operation-logs?resource_id=…`',
    permission: '`cbr:tasks:get` (role or policy); none with identity policies',
    unconfirmed: 'The host in eu-west-101; the zone of the times that come without one, which are left out'
  }
} as const satisfies Service;

function read(log: JsonRecord): Reading {
  const serviceStatus = stateWord(log, 'status');
  return {
    id: optionalText(log, 'id'),
    name: optionalText(log, 'operation_type'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    progress: percent(optional(optionalRecord(optionalRecord(log, 'extra_info'), 'common'), 'progress')),
    startMs: isoMs(optional(log, 'started_at', 'created_at')),
    endMs: isoMs(optional(log, 'ended_at')),
    message: optionalText(optionalRecord(log, 'error_info'), 'message')
  };
}
