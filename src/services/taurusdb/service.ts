import {hostsOf} from '../../hosts.ts';
import {authorizationAdvice, databaseJobs, scheduledStates} from '../families/task-centre.ts';

/**
 * The service has another name in almost every region, and in some regions the name `gaussdb` belongs to another
 * database product. Source: the vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de.
 */
const hosts = hostsOf('gaussdb.v3', {more: {'gaussdb-mysql': 'eu-de'}});

/** A task of TaurusDB's task centre (formerly GaussDB(for MySQL)): the creation of an instance or a backup, say. */
export const taurusdb = databaseJobs({
  name: 'taurusdb',
  aliases: ['gaussdb-mysql'],
  title: {en: 'TaurusDB', zh: '云数据库 TaurusDB'},
  hosts,
  takesLanguage: true,
  // Canceled, and Unauthorized, which waits for an authorization, stand in the Chinese API reference of 2026-02-10 alone.
  moreStates: {...scheduledStates, Unauthorized: 'running'},
  advice: {
    words: authorizationAdvice,
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. The task centre keeps tasks for one month. The job_id of a prepaid order may not be findable at all.',
        zh: '检查 task-id、project-id 和 region。任务中心只保留一个月内的任务；包年/包月订单可能没有可供查询的 job_id。'
      }
    }
  }
});
