import {openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/Kafka/src/ShowInstance.json`;
const statuses =
  'support.huaweicloud.com/eu/api-kafka/kafka-api-180514012.html and support.huaweicloud.com/en-us/api-kafka/kafka-api-180514012.html';
const errorTable = `${otcDocs}/distributed-message-service, api-ref/source/appendix/error_codes.rst`;
const id = '1afbd7e4-3d40-4ae1-8b2c-3c2f5e6a7b80';
/** @param {unknown} status */
const instance = status => ({
  instance_id: id,
  name: 'kafka-test',
  engine: 'kafka',
  status,
  kafka_public_status: 'closed',
  created_at: '1585518587831'
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'middleware',
    what: {en: 'Kafka instance', zh: 'Kafka 实例'},
    id: {
      en: '`instance_id` of `POST /v2/{engine}/{project_id}/instances`, the id of the instance',
      zh: '`POST /v2/{engine}/{project_id}/instances` 返回的 `instance_id`，即实例 ID'
    },
    // support.huaweicloud.com/api-kafka/ShowInstance.html.
    permission: {
      en: '`dms:instance:getDetail` (identity policy; it depends on `vpc:vpcs:get`, `vpc:ports:get`, `vpc:securityGroups:get`, `vpc:subnets:get` and `eip:publicIps:get`) or `dms:instance:get` (role or policy)',
      zh: '`dms:instance:getDetail`（身份策略授权；依赖 `vpc:vpcs:get`、`vpc:ports:get`、`vpc:securityGroups:get`、`vpc:subnets:get` 和 `eip:publicIps:get`）或 `dms:instance:get`（角色与策略授权）'
    }
  },
  id: '{instance_id}',
  example: id,
  poll: {path: '/v2/{project_id}/instances/{instance_id}'},
  start: {
    path: '/v2/kafka/{project_id}/instances',
    body: {name: '{story}', engine: 'kafka'},
    answer: {body: {instance_id: '{instance_id}'}}
  },
  settles,
  hosts: {'cn-north-4': 'dms.cn-north-4.myhuaweicloud.com', 'eu-nl': 'dms.eu-nl.otc.t-systems.com'},
  usualHost: 'dms',
  sdk: {client: 'kafka.v2', method: 'show_instance', arguments: {instance_id: '{instance_id}'}},
  needs: {id: 'instance_id', word: 'status', words: ['RUNNING']},
  answers: [
    ...resourceSamples({
      source: `${definition}, and ${statuses}`,
      thing: instance,
      read: {id, name: 'kafka-test', resourceName: 'kafka-test'},
      words: {
        running: [
          'CREATING',
          'RESTARTING',
          'STARTING',
          'EXTENDING',
          'UPGRADING',
          'ROLLINGBACK',
          'FREEZING',
          'DELETING'
        ],
        succeeded: ['RUNNING'],
        failed: ['CREATEFAILED', 'ERROR', 'EXTENDEDFAILED', 'FROZEN', 'DELETED']
      },
      noWord: {instance_id: id, name: 'kafka-test'}
    }),
    unknownResource(errorTable, 404, 'DMS.00404022', 'This instance does not exist.'),
    bare404(`${provider}, services/kafka`, 'The instance does not exist.'),
    empty404
  ]
};
