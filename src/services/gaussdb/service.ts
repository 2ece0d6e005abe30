import {hostsOf} from '../../hosts.ts';
import type {JsonRecord} from '../../json.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from '../families/task-centre.ts';
import {defineService} from '../service.ts';

/** The vendor's SDK table. In the regions of the first name, `gaussdb` can be TaurusDB's. */
const hosts = hostsOf('gaussdbforopengauss.v3');

/** A task of GaussDB's task centre (formerly GaussDB(for openGauss)); not of TaurusDB's, GaussDB(for MySQL) of old. */
export const gaussdb = defineService({
  name: 'gaussdb',
  aliases: ['gaussdb-opengauss'],
  title: {en: 'GaussDB', zh: '云数据库 GaussDB'},
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task)}),
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
        en: 'Check task-id, project-id, region and service: the tasks of GaussDB(for MySQL), now TaurusDB, are asked for with taurusdb.',
        zh: '检查 task-id、project-id、region 和 service：GaussDB(for MySQL)（现名 TaurusDB）的任务要用 taurusdb 查询。'
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
