import {hostsOf} from '../../hosts.ts';
import {databaseJobs} from '../families/task-centre.ts';

/** A task of GaussDB's task centre (formerly GaussDB(for openGauss)); not of TaurusDB's, GaussDB(for MySQL) of old. */
export const gaussdb = databaseJobs({
  name: 'gaussdb',
  aliases: ['gaussdb-opengauss'],
  title: {en: 'GaussDB', zh: '云数据库 GaussDB'},
  // The vendor's SDK table. In the regions of the first name, `gaussdb` can be TaurusDB's.
  hosts: hostsOf('gaussdbforopengauss.v3'),
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id, region and service: the tasks of GaussDB(for MySQL), now TaurusDB, are asked for with taurusdb.',
        zh: '检查 task-id、project-id、region 和 service：GaussDB(for MySQL)（现名 TaurusDB）的任务要用 taurusdb 查询。'
      }
    }
  }
});
