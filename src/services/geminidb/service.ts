import {hostsOf} from '../../hosts.ts';
import {databaseJobs, findListedJob, scheduledStates} from '../families/task-centre.ts';

/** A task of GeminiDB's task centre (formerly GaussDB NoSQL), which answers with a list. */
export const geminidb = databaseJobs({
  name: 'geminidb',
  aliases: ['gaussdb-nosql'],
  title: {en: 'GeminiDB', zh: '云数据库 GeminiDB'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de.
  hosts: hostsOf('gaussdbfornosql.v3', {more: {'gaussdb-nosql': 'eu-de'}, usual: 'gaussdb-nosql'}),
  moreStates: scheduledStates,
  find: findListedJob,
  counts: {total_count: 'jobs'},
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. Without dates the service searches the last 30 days.',
        zh: '检查 task-id、project-id 和 region。不指定日期时，服务只查找最近 30 天。'
      }
    }
  }
});
