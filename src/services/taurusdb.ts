import type {JsonRecord} from '../json.ts';
import {labelByRegion, type Service, type StateTable} from './service.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from './task-centre.ts';

/** The last two stand in the Chinese API reference of 2026-02-10 alone: a task waits for authorization, or was cancelled. */
const states: StateTable = {Pending: 'running', ...databaseStates, Unauthorized: 'running', Canceled: 'stopped'};

/**
 * The service has another name in almost every region, and in some regions the name `gaussdb` belongs to another
 * database product. Source: the vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de.
 */
const hosts = {
  byRegion: labelByRegion({
    gaussdb: `
      cn-north-2 cn-north-4 cn-north-9 cn-east-3 cn-south-1 cn-south-4 cn-southwest-2 ap-southeast-3 ap-southeast-4
      sa-brazil-1 ru-northwest-2`,
    gaussdbformysql: 'ap-southeast-1 ap-southeast-2 cn-north-11 tr-west-1 me-east-1',
    'gaussdb-mysql': 'af-south-1 cn-east-5 la-north-2 eu-de'
  })
};

/** A task of TaurusDB's task centre (formerly GaussDB(for MySQL)): the creation of an instance or a backup, say. */
export const taurusdb = {
  name: 'taurusdb',
  aliases: ['gaussdb-mysql'],
  title: 'TaurusDB',
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
    'not-found':
      'Check task-id, project-id and region. The task centre keeps tasks for one month, and a prepaid order may not leave a job_id that can be asked for.',
    'DBS.280056': 'Give a fresh token: the service says that this one is invalid.'
  },
  about: {
    id: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change, back up or restore an instance',
    permission: '`gaussdbformysql:task:list` (identity policy) or `gaussdb:instance:list` (role or policy)',
    unconfirmed: 'A host in eu-west-101; the permission on Open Telekom Cloud'
  }
} as const satisfies Service;
