import {messageEvidence, messageUnconfirmed} from '../families/dms.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {
      en: 'background tasks of an instance, such as a reassignment of partitions',
      zh: '实例的后台任务，如分区重平衡'
    },
    id: {
      en: 'the id of the instance, a slash, and `job_id` of `POST /v2/kafka/{project_id}/instances/{instance_id}/reassign` and of the calls that resize, upgrade or configure it',
      zh: '实例 ID、斜杠，以及 `POST /v2/kafka/{project_id}/instances/{instance_id}/reassign` 以及变更规格、升级、配置实例的接口返回的 `job_id`'
    },
    permission: {
      en: '`dms:instance:getBackgroundTask`',
      zh: '`dms:instance:getBackgroundTask`'
    },
    unconfirmed: messageUnconfirmed
  },
  start: {
    path: '/v2/kafka/{project_id}/instances/{instance_id}/reassign',
    body: {reassignments: [{topic: '{story}', brokers: [0, 1, 2], replication_factor: 3}]},
    answer: {body: {job_id: '{task_id}'}}
  },
  ...messageEvidence('Kafka')
};
