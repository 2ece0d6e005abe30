import {hostsOf} from '../../hosts.ts';
import {databaseJobs, scheduledStates} from '../families/task-centre.ts';

/** A task of the task centre of Document Database Service. */
export const dds = databaseJobs({
  name: 'dds',
  title: {en: 'Document Database Service', zh: '文档数据库服务 DDS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('dds.v3', {more: {dds: 'eu-de eu-nl'}, usual: 'dds'}),
  moreStates: scheduledStates
});
