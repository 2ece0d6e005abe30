import type {JsonRecord} from '../json.ts';
import {labelByRegion, type Service} from './service.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from './task-centre.ts';

/** The vendor's SDK table. In the regions of the first name, `gaussdb` can be TaurusDB's. */
const hosts = {
  byRegion: labelByRegion({
    'gaussdb-opengauss': `
      af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-3 cn-north-2 cn-north-4 cn-north-9
      cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 la-north-2 la-south-2 ru-northwest-2 sa-brazil-1`,
    gaussdb: 'af-north-1 ap-southeast-5 cn-east-2 cn-east-4 cn-east-5 cn-north-12 me-east-1 tr-west-1'
  })
};

/** A task of GaussDB's task centre (formerly GaussDB(for openGauss)); not of TaurusDB's, GaussDB(for MySQL) of old. */
export const gaussdb = {
  name: 'gaussdb',
  aliases: ['gaussdb-opengauss'],
  title: 'GaussDB',
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task), headers: {}}),
  states: databaseStates,
  find: findJob,
  read: (job: JsonRecord) => readJob(job, databaseStates),
  codes: {
    ...databaseCodes,
    'DBS.200543': 'not-found',
    'DBS.280056': 'denied'
  },
  advice: {
    'not-found':
      'Check task-id, project-id, region and service: the tasks of GaussDB(for MySQL), now TaurusDB, are asked for with taurusdb.',
    'DBS.280056': 'Give a fresh token: the service says that this one is invalid.'
  },
  about: {
    id: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change or restore an instance',
    permission: 'No source names the action',
    unconfirmed: 'The host on Open Telekom Cloud and in eu-west-101; how long tasks are kept'
  }
} as const satisfies Service;
