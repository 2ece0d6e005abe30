import {hostsOf} from '../../hosts.ts';
import {authorizationAdvice, databaseJobs, scheduledStates} from '../families/task-centre.ts';

/** A task of RDS's task centre: the creation of an instance or the growth of its disk, say. */
export const rds = databaseJobs({
  name: 'rds',
  title: {en: 'RDS', zh: '云数据库 RDS'},
  // The vendor's SDK table, its API reference for tr-central-201, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('rds.v3', {more: {rds: 'eu-de eu-nl tr-central-201'}, usual: 'rds'}),
  takesLanguage: true,
  // All of these are words of scheduled tasks alone, by the vendor's SDK (ScheduleTaskInfo).
  moreStates: {...scheduledStates, Initing: 'running', Unauthorized: 'running'},
  advice: {words: authorizationAdvice}
});
