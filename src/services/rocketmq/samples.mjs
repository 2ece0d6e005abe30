import {messageEvidence, messageUnconfirmed} from '../families/dms.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {
      en: 'background tasks of an instance, such as a change of consumer groups',
      zh: '实例的后台任务，如批量修改消费组'
    },
    id: {
      en: 'the id of the instance, a slash, and `job_id` of `PUT /v2/{project_id}/instances/{instance_id}/groups` and of the calls that resize or restore it',
      zh: '实例 ID、斜杠，以及 `PUT /v2/{project_id}/instances/{instance_id}/groups` 以及变更规格、恢复实例的接口返回的 `job_id`'
    },
    permission: {
      en: 'None with identity policies; no source names the action of roles and policies',
      zh: '使用身份策略授权时无需权限；没有资料说明角色与策略授权的授权项'
    },
    unconfirmed: messageUnconfirmed
  },
  start: {
    method: 'PUT',
    path: '/v2/{project_id}/instances/{instance_id}/groups',
    body: {groups: [{name: '{story}', enabled: true, retry_max_time: 16}]},
    answer: {body: {job_id: '{task_id}'}}
  },
  ...messageEvidence('RocketMQ')
};
