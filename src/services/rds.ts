import type {JsonRecord} from '../json.ts';
import {labelByRegion, type Service} from './service.ts';
import {databaseCodes, databaseStates, findJob, jobPath, readJob, taskCentre} from './task-centre.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = {
  byRegion: labelByRegion({
    rds: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-north-12
      cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1
      my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de eu-nl`
  }),
  usual: 'rds'
};

/** A task of RDS's task centre: the creation of an instance or the growth of its disk, say. */
export const rds = {
  name: 'rds',
  aliases: [],
  title: 'RDS',
  ...taskCentre,
  hosts,
  request: task => ({path: jobPath(task), headers: {'x-language': task.language}}),
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
      'Check task-id, project-id and region. The task centre keeps tasks for one month and does not list all kinds of them.',
    'DBS.280056': 'Give a fresh token: the service says that this one is invalid.'
  },
  about: {
    id: '`job_id` of `POST /v3/{project_id}/instances` and of the calls that change or restore an instance',
    permission: '`rds:task:listAll` (identity policy) or `rds:task:list` (role or policy)',
    unconfirmed: 'Which of two documented codes an unknown id gets (`DBS.200543` or `RDS.5041`); both are understood'
  }
} as const satisfies Service;
