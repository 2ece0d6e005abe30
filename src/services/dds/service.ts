import {hostsOf} from '../../hosts.ts';
import type {JsonRecord} from '../../json.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from '../families/task-centre.ts';
import {defineService} from '../service.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = hostsOf('dds.v3', {more: {dds: 'eu-de eu-nl'}, usual: 'dds'});

/** A task of the task centre of Document Database Service. */
export const dds = defineService({
  name: 'dds',
  title: {en: 'Document Database Service', zh: '文档数据库服务 DDS'},
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task)}),
  states: databaseStates,
  find: findJob,
  read: (job: JsonRecord) => readJob(job, databaseStates),
  // The last two come under HTTP 400.
  codes: {
    ...databaseCodes,
    'DBS.200543': 'not-found',
    'DBS.200010': 'denied',
    'DBS.280015': 'denied'
  },
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. The task centre keeps tasks for one month and does not list all kinds of them.',
        zh: '检查 task-id、project-id 和 region。任务中心只保留一个月内的任务，而且并非所有类型都会列出。'
      }
    }
  }
});
