import {hostsOf} from '../../hosts.ts';
import type {JsonRecord} from '../../json.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from '../families/task-centre.ts';
import {defineService} from '../service.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = hostsOf('rds.v3', {more: {rds: 'eu-de eu-nl'}, usual: 'rds'});

/** A task of RDS's task centre: the creation of an instance or the growth of its disk, say. */
export const rds = defineService({
  name: 'rds',
  title: {en: 'RDS', zh: '云数据库 RDS'},
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task), headers: {'x-language': task.language}}),
  states: databaseStates,
  find: findJob,
  read: (job: JsonRecord) => readJob(job, databaseStates),
  codes: {
    ...databaseCodes,
    'DBS.200543': 'not-found',
    'DBS.280056': 'denied'
  },
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. The task centre keeps tasks for one month and does not list all kinds of them.',
        zh: '检查 task-id、project-id 和 region。任务中心只保留一个月内的任务，而且并非所有类型都会列出。'
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
