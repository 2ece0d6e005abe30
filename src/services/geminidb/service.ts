import {hostsOf} from '../../hosts.ts';
import type {JsonRecord} from '../../json.ts';
import {databaseCodes, databaseStates, findListedJob, jobPath, readJob, taskCentre} from '../families/task-centre.ts';
import {defineService} from '../service.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
const hosts = hostsOf('gaussdbfornosql.v3', {more: {'gaussdb-nosql': 'eu-de'}, usual: 'gaussdb-nosql'});

/** A task of GeminiDB's task centre (formerly GaussDB NoSQL), which answers with a list. */
export const geminidb = defineService({
  name: 'geminidb',
  aliases: ['gaussdb-nosql'],
  title: {en: 'GeminiDB', zh: '云数据库 GeminiDB'},
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task)}),
  states: databaseStates,
  find: findListedJob,
  read: (job: JsonRecord) => readJob(job, databaseStates),
  counts: {total_count: 'jobs'},
  // Both come under HTTP 400.
  codes: {
    ...databaseCodes,
    'DBS.200010': 'denied',
    'DBS.280015': 'denied'
  },
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. Without dates the service searches the last 30 days.',
        zh: '检查 task-id、project-id 和 region。不指定日期时，服务只查找最近 30 天。'
      }
    }
  }
});
