import {hostsOf} from '../../hosts.ts';
import type {JsonRecord} from '../../json.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from '../families/task-centre.ts';
import {defineService, type StateTable} from '../service.ts';

/** The last two stand in the Chinese API reference of 2026-02-10 alone: a task waits for authorization, or was cancelled. */
const states: StateTable = {Pending: 'running', ...databaseStates, Unauthorized: 'running', Canceled: 'stopped'};

/**
 * The service has another name in almost every region, and in some regions the name `gaussdb` belongs to another
 * database product. Source: the vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de.
 */
const hosts = hostsOf('gaussdb.v3', {more: {'gaussdb-mysql': 'eu-de'}});

/** A task of TaurusDB's task centre (formerly GaussDB(for MySQL)): the creation of an instance or a backup, say. */
export const taurusdb = defineService({
  name: 'taurusdb',
  aliases: ['gaussdb-mysql'],
  title: {en: 'TaurusDB', zh: '云数据库 TaurusDB'},
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task), headers: {'x-language': task.language}}),
  states,
  find: findJob,
  read: (job: JsonRecord) => readJob(job, states),
  codes: {
    ...databaseCodes,
    'DBS.200543': 'not-found',
    'DBS.280056': 'denied'
  },
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. The task centre keeps tasks for one month, and a prepaid order may not leave a job_id that can be asked for.',
        zh: '检查 task-id、project-id 和 region。任务中心只保留一个月内的任务；包年/包月订单可能没有可供查询的 job_id。'
      }
    },
    codes: {
      'DBS.280056': {
        en: 'Give a fresh token: the service says that this one is invalid.',
        zh: '提供新的 Token：服务认为当前的 Token 无效。'
      }
    }
  }
});
