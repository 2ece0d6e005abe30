import {hostsOf} from '../../hosts.ts';
import {databaseJobs} from '../families/task-centre.ts';

/** A task of GaussDB's task centre (formerly GaussDB(for openGauss)); not of TaurusDB's, GaussDB(for MySQL) of old. */
export const gaussdb = databaseJobs({
  name: 'gaussdb',
  aliases: ['gaussdb-opengauss'],
  title: {en: 'GaussDB', zh: '云数据库 GaussDB'},
  // The vendor's SDK table, and the examples of Open Telekom Cloud's API reference. In the regions of the name
  // `gaussdb-opengauss`, `gaussdb` can be TaurusDB's.
  hosts: hostsOf('gaussdbforopengauss.v3', {more: {gaussdb: 'eu-de'}}),
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id, region and service: the tasks of GaussDB(for MySQL), now TaurusDB, are asked for with taurusdb. The task centre keeps tasks for one month.',
        zh: '检查 task-id、project-id、region 和 service：GaussDB(for MySQL)（现名 TaurusDB）的任务要用 taurusdb 查询。任务中心只保留一个月内的任务。'
      }
    }
  }
});
