import {hostsOf} from '../../hosts.ts';
import {jobService} from '../families/job.ts';

/** A job of the disks: their creation, extension, change of type or removal. */
export const evs = jobService({
  name: 'evs',
  title: {en: 'Elastic Volume Service', zh: '云硬盘 EVS'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('evs.v2', {more: {evs: 'eu-de eu-nl'}, usual: 'evs'}),
  // The API reference of 2025-11-11 alone.
  moreStates: {WAITING_EXECUTE: 'running', LISTENING: 'running'},
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, project-id and region. The jobs of snapshots by API v5 and of snapshot groups have another path, /v2/{project_id}/jobs/{job_id}: wait for these with service: custom.',
        zh: '检查 task-id、project-id 和 region。v5 接口的快照和快照组的任务在另一个路径 /v2/{project_id}/jobs/{job_id} 下：请用 service: custom 等待它们。'
      }
    }
  }
});
