import type {JsonRecord} from '../json.ts';
import {labelByRegion, type Service} from './service.ts';
import {databaseCodes, databaseStates, findListedJob, jobPath, readJob, taskCentre} from './task-centre.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
const hosts = {
  byRegion: labelByRegion({
    'gaussdb-nosql': `
      af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3
      cn-east-4 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2
      cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de`
  }),
  usual: 'gaussdb-nosql'
};

/** A task of GeminiDB's task centre (formerly GaussDB NoSQL), which answers with a list. */
export const geminidb = {
  name: 'geminidb',
  aliases: ['gaussdb-nosql'],
  title: 'GeminiDB',
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task), headers: {}}),
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
    'not-found': 'Check task-id, project-id and region. Without dates the service searches the last 30 days.'
  },
  about: {
    id: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change, back up or restore an instance',
    permission: '`gaussdbfornosql:task:list` (identity policy) or `nosql:task:list` (role or policy)',
    unconfirmed: 'What an unknown id is answered with, an empty list or an error'
  }
} as const satisfies Service;
