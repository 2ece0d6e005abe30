import {hostsOf} from '../../hosts.ts';
import {databaseJobs} from '../families/task-centre.ts';

/** A task of RDS's task centre: the creation of an instance or the growth of its disk, say. */
export const rds = databaseJobs({
  name: 'rds',
  title: {en: 'RDS', zh: '云数据库 RDS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('rds.v3', {more: {rds: 'eu-de eu-nl'}, usual: 'rds'}),
  takesLanguage: true
});
