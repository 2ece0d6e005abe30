import {MalformedAnswer} from '../../errors.ts';
import {hostsOf} from '../../hosts.ts';
import {
  isAbsent,
  isoMs,
  type JsonRecord,
  optional,
  optionalRecord,
  optionalText,
  percent,
  property,
  statusIn,
  valueAt
} from '../../json.ts';
import {reasonOf} from '../families/job.ts';
import {attempt, type Flaw} from '../parts.ts';
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

/** Where it says how many of its parts failed, by the vendor's SDK: resources to remove, those of a vault, and copies. */
const failedParts = [
  ['remove_resources', 'fail_count'],
  ['vault_delete', 'fail_count'],
  ['sync', 'err_sync_backup_num']
] as const;

/** A task of Cloud Backup and Recovery, which the API calls an operation log: a backup or a restoration, say. */
export const cbr = defineService({
  name: 'cbr',
  title: {en: 'Cloud Backup and Recovery', zh: '云备份 CBR'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 4827f2da-b008-4507-ab7d-42d0df5ed912',
      zh: '字母、数字和“-”，例如 4827f2da-b008-4507-ab7d-42d0df5ed912'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('cbr.v1', {more: {cbr: 'eu-de eu-nl'}, usual: 'cbr'}),
  request: ({projectId, taskId}) => ({path: path`/v3/${projectId}/operation-logs/${taskId}`}),
  states,
  find: objectUnder('operation_log'),
  read,
  flaws: (log: JsonRecord) => failedParts.flatMap(place => malformedCount(log, place.join('.'))),
  idsAreHexadecimal: true,
  // Whatever its form: a good answer has an empty code and message in it, or none.
  errors: ['error_info'],
  // Under HTTP 500: authentication failed.
  codes: {'BackupService.9998': 'unauthenticated'},
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
  const told = wordAndState(states, statusIn(log, 'status'));
  const extra = optionalRecord(log, 'extra_info');
  const error = optionalRecord(log, 'error_info');
  const failures = failuresIn(extra);
  return {
    id: optionalText(log, 'id'),
    name: optionalText(log, 'operation_type'),
    resourceName: optionalText(optionalRecord(extra, 'resource'), 'name'),
    ...told,
    // Some of what it was to do was not done.
    state: told.state === 'succeeded' && failures.length > 0 ? 'warning' : told.state,
    progress: percent(optional(optionalRecord(extra, 'common'), 'progress')),
    startMs: isoMs(optional(log, 'started_at', 'created_at')),
    endMs: isoMs(optional(log, 'ended_at')),
    message: reasonOf(optionalText(error, 'code'), optionalText(error, 'message'), ...failures)
  };
}

function failuresIn(extra: JsonRecord): readonly string[] {
  return failedParts.flatMap(([part, count]) => {
    const value = property(optionalRecord(extra, part), count);
    return isSome(value) ? [`${part}.${count}: ${value}`] : [];
  });
}

function isSome(count: unknown): count is number {
  return typeof count === 'number' && count > 0;
}

function malformedCount(log: JsonRecord, place: string): readonly Flaw[] {
  return attempt(() => {
    const value = valueAt(log, `extra_info.${place}`);
    if (isAbsent(value) || isSome(value)) return [];
    throw new MalformedAnswer(({malformed}) => malformed.number(`"${place}"`));
  });
}
