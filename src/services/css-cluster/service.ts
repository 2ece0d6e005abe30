import {hostsOf} from '../../hosts.ts';
import {resourceService, uuidOf} from '../families/resource.ts';
import {path} from '../service.ts';

const words = {underWay: ['100'], good: ['200'], bad: ['303']};

/** A cluster of Cloud Search Service: its state, what is being done with it, and all its nodes. */
export const cssCluster = resourceService({
  name: 'css-cluster',
  title: {en: 'Cloud Search Service', zh: '云搜索服务 CSS'},
  noun: {en: 'cluster', zh: '集群'},
  taskId: uuidOf({en: 'the id of the cluster', zh: '集群的 ID'}, '5c77b71c-5b35-4f50-8984-76387e42451a'),
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('css.v1', {more: {css: 'eu-de'}, usual: 'css'}),
  request: ({projectId, taskId}) => ({path: path`/v1.0/${projectId}/clusters/${taskId}`}),
  words,
  fields: {
    id: 'id',
    name: 'name',
    word: 'status',
    reasons: ['failedReason.errorCode', 'failedReason.errorMsg'],
    doing: ['actions', 'actionProgress']
  },
  nodes: {key: 'instances', words},
  errors: ['failedReason'],
  gone: {codes: ['CSS.3027'], things: ['cluster']},
  // Under 403: no such resource, or no permission; it does not say which.
  codes: {'CSS.0015': 'not-found'},
  advice: {
    codes: {
      'CSS.0015': {
        en: 'The service does not say which of the two it is: the cluster does not exist (any more), or these credentials may not read it. Look at the clusters in the console.',
        zh: '服务没有说明是哪一种情况：集群不存在（或已删除），或者当前凭证无权查询。请在控制台查看集群列表。'
      }
    }
  }
});
