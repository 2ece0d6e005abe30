import {TaskNotListed} from '../../errors.ts';
import {hostsOf} from '../../hosts.ts';
import {type JsonRecord, list, optionalText, property, records, theAnswer} from '../../json.ts';
import {resourceService} from '../families/resource.ts';
import {path, type TaskReference} from '../service.ts';

/** An instance of RDS, which its service shows in a list that is asked for by the id. */
export const rdsInstance = resourceService({
  name: 'rds-instance',
  title: {en: 'RDS', zh: '云数据库 RDS'},
  noun: {en: 'instance', zh: '实例'},
  taskId: {
    pattern: /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}(in\d\d)?$/,
    form: {
      en: 'the id of the instance, such as ed7cc6166ec24360a5ed5c5c9c2ed726in01, and not its name',
      zh: '实例的 ID，例如 ed7cc6166ec24360a5ed5c5c9c2ed726in01，而不是名称'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('rds.v3', {more: {rds: 'eu-de eu-nl'}, usual: 'rds'}),
  request: ({projectId, taskId}) => ({path: path`/v3/${projectId}/instances?id=${taskId}`}),
  find: findInstance,
  counts: {total_count: 'instances'},
  words: {
    underWay: [
      ...['BUILD', 'MODIFYING', 'REBOOTING', 'RESTORING', 'MODIFYING INSTANCE TYPE', 'SWITCHOVER', 'MIGRATING'],
      ...['BACKING UP', 'MODIFYING DATABASE PORT']
    ],
    good: ['ACTIVE'],
    resting: ['SHUTDOWN'],
    bad: ['CREATE FAIL', 'FAILED', 'FROZEN', 'STORAGE FULL']
  },
  fields: {id: 'id', name: 'name', word: 'status'},
  idsAreHexadecimal: false,
  gone: {lists: true}
});

function findInstance(body: unknown, {taskId}: TaskReference): readonly JsonRecord[] {
  const answer = theAnswer(body);
  const instances = records(list(answer, 'instances'), 'instance');
  const found = instances.filter(instance => optionalText(instance, 'id') === taskId);
  if (found.length > 0) return found;
  const isWhole = Array.isArray(property(answer, 'instances')) && property(answer, 'total_count') === 0;
  throw new TaskNotListed({isEmpty: isWhole && instances.length === 0});
}
