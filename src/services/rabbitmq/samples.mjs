import {messageEvidence, messageUnconfirmed} from '../families/dms.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {en: 'background tasks of an instance, such as a change of plug-ins', zh: '实例的后台任务，如开启插件'},
    id: {
      en: 'the id of the instance, a slash, and `job_id` of `PUT /v2/{project_id}/instances/{instance_id}/rabbitmq/plugins` and of the calls that resize or restore it',
      zh: '实例 ID、斜杠，以及 `PUT /v2/{project_id}/instances/{instance_id}/rabbitmq/plugins` 以及变更规格、恢复实例的接口返回的 `job_id`'
    },
    permission: {
      en: '`dms:instance:getBackgroundTask`',
      zh: '`dms:instance:getBackgroundTask`'
    },
    unconfirmed: messageUnconfirmed
  },
  start: {
    method: 'PUT',
    path: '/v2/{project_id}/instances/{instance_id}/rabbitmq/plugins',
    body: {enable: true, plugins: '{story}'},
    answer: {body: {job_id: '{task_id}'}}
  },
  ...messageEvidence('RabbitMQ')
};
