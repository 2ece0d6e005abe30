import {hostsOf} from '../../hosts.ts';
import {jobService, orderAdvice, orderStates} from '../families/job.ts';

/** A job of the servers: their creation, change or removal, or one on their disks and network cards. */
export const ecs = jobService({
  name: 'ecs',
  title: {en: 'Elastic Cloud Server', zh: '弹性云服务器 ECS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('ecs.v2', {more: {ecs: 'eu-de eu-nl'}, usual: 'ecs'}),
  moreStates: orderStates,
  // By the vendor's SDK, the code of an error in the query of a job.
  moreErrors: ['code'],
  advice: {
    words: orderAdvice,
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. The service deletes a job one day after its end.',
        zh: '检查 task-id、project-id 和 region。任务结束一天后会被服务删除。'
      }
    }
  }
});
