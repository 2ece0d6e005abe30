import {hostsOf} from '../../hosts.ts';
import {isoMs, type JsonRecord, list, optional, optionalText, records, statusIn, text, theAnswer} from '../../json.ts';
import {invalidToken} from '../families/advice.ts';
import {databaseCodes} from '../families/task-centre.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** A backup that somebody deletes is none to go back to. */
const states: StateTable = {BUILDING: 'running', COMPLETED: 'succeeded', FAILED: 'failed', DELETING: 'stopped'};

/** A manual backup of an instance of RDS, which has no job. */
export const rdsBackup = defineService({
  name: 'rds-backup',
  title: {en: 'RDS', zh: '云数据库 RDS'},
  noun: {en: 'backup', zh: '备份'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of the backup, such as 43e4feaab48f11e89039fa163ebaa7e4br01',
      zh: '备份的 ID，例如 43e4feaab48f11e89039fa163ebaa7e4br01'
    }
  },
  parentId: {
    pattern: plainId,
    form: {
      en: 'the id of the instance, such as a48e43ff268f4c0e879652d65e63d0fbin01',
      zh: '实例的 ID，例如 a48e43ff268f4c0e879652d65e63d0fbin01'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('rds.v3', {more: {rds: 'eu-de eu-nl'}, usual: 'rds'}),
  request: ({projectId, parentId, taskId, language}) => ({
    path: path`/v3/${projectId}/backups?instance_id=${parentId}&backup_id=${taskId}`,
    headers: {'x-language': language}
  }),
  states,
  find: (body, {taskId}) =>
    records(list(theAnswer(body), 'backups'), 'backup').filter(backup => text(backup, 'id') === taskId),
  read,
  repeats: {instance_id: ({parentId}) => parentId},
  counts: {total_count: 'backups'},
  codes: {
    ...databaseCodes,
    // Under HTTP 400, by Open Telekom Cloud's table of RDS's codes: the backup does not exist.
    'DBS.201203': 'not-found',
    'DBS.280214': 'not-found',
    'RDS.3026': 'not-found'
  },
  advice: {
    again: {en: 'make a new backup', zh: '重新创建备份'},
    verdicts: {
      stopped: {
        en: 'The backup is being deleted and cannot be used. Find out why before you make a new one.',
        zh: '该备份正在被删除，无法使用。请先查明原因，再重新创建备份。'
      },
      'not-found': {
        en: 'Check task-id, which takes the ids of the instance and of the backup with a slash between them, project-id and region. A backup that has been deleted is not listed any more.',
        zh: '检查 task-id（应填写实例 ID 和备份 ID，以斜杠分隔）、project-id 和 region。已删除的备份不再列出。'
      }
    },
    codes: {
      'DBS.280056': invalidToken
    }
  }
});

function read(backup: JsonRecord): Reading {
  return {
    id: optionalText(backup, 'id'),
    name: optionalText(backup, 'name'),
    ...wordAndState(states, statusIn(backup, 'status')),
    startMs: isoMs(optional(backup, 'begin_time')),
    endMs: isoMs(optional(backup, 'end_time'))
  };
}
