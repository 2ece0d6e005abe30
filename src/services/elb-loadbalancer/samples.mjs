import {madeFor, openApi, otcDocs, provider} from '../evidence.mjs';
import {bare404, doing, empty404, resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const definition = `${openApi}, schemas/ELB/src/ShowLoadBalancer.json`;
const words = 'github.com/opentelekomcloud/gophertelekomcloud, openstack/elb/v3/loadbalancers/results.go';
const errorTable = `${otcDocs}/elastic-load-balancing, api-ref/source/appendix/error_codes.rst`;
const id = '3dbde7e5-c277-4ea3-a424-edd339357eff';
const read = {id, name: 'elb-l4-no-delete', resourceName: 'elb-l4-no-delete'};
/**
 * @param {unknown} provisioning_status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const loadbalancer = (provisioning_status, more = {}) => ({
  loadbalancer: {
    id,
    name: 'elb-l4-no-delete',
    admin_state_up: true,
    provisioning_status,
    operating_status: 'ONLINE',
    created_at: '2019-12-02T09:55:11Z',
    updated_at: '2019-12-02T09:55:11Z',
    ...more
  },
  request_id: '1a47cfbf-969f-4e40-8c0e-c2e60b14bcac'
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'network',
    what: {en: 'load balancer', zh: '负载均衡器'},
    id: {
      en: '`loadbalancer.id` of `POST /v3/{project_id}/elb/loadbalancers`, the id of the load balancer',
      zh: '`POST /v3/{project_id}/elb/loadbalancers` 返回的 `loadbalancer.id`，即负载均衡器 ID'
    },
    permission: {en: '`elb:loadbalancers:get` (role or policy)', zh: '`elb:loadbalancers:get`（角色与策略授权）'},
    unconfirmed: {
      en: '`PENDING_CREATE` and `ERROR`, which one SDK alone names; the action of identity policies',
      zh: '`PENDING_CREATE` 和 `ERROR` 只见于一个 SDK；身份策略授权的授权项'
    }
  },
  id: '{loadbalancer_id}',
  example: id,
  poll: {path: '/v3/{project_id}/elb/loadbalancers/{loadbalancer_id}'},
  start: {
    path: '/v3/{project_id}/elb/loadbalancers',
    body: {loadbalancer: {name: '{story}'}},
    answer: {status: 201, body: {loadbalancer: {id: '{loadbalancer_id}', name: '{story}'}}}
  },
  settles,
  hosts: {'cn-north-4': 'elb.cn-north-4.myhuaweicloud.com', 'eu-de': 'elb.eu-de.otc.t-systems.com'},
  usualHost: 'elb',
  sdk: {client: 'elb.v3', method: 'show_load_balancer', arguments: {loadbalancer_id: '{loadbalancer_id}'}},
  needs: {task: 'loadbalancer', id: 'id', word: 'provisioning_status', words: ['ACTIVE']},
  answers: [
    {
      name: 'a load balancer in use',
      source: `${definition}, answer 200, without what plays no part`,
      body: {json: loadbalancer('ACTIVE')},
      expected: {...read, state: 'succeeded', serviceStatus: 'ACTIVE', subtasks: []}
    },
    doing(
      `made from ${definition}, the words of operating_status`,
      loadbalancer('ACTIVE', {operating_status: 'FROZEN'}),
      {
        ...read,
        state: 'failed',
        serviceStatus: 'ACTIVE (FROZEN)'
      }
    ),
    doing(`made from ${definition}: no source has this word`, loadbalancer('ACTIVE', {operating_status: 'WOBBLING'}), {
      ...read,
      state: 'running',
      serviceStatus: 'ACTIVE (WOBBLING)'
    }),
    ...resourceSamples({
      source: `${definition} and ${words}`,
      thing: loadbalancer,
      read,
      words: {running: ['PENDING_CREATE', 'PENDING_DELETE'], failed: ['ERROR']},
      noWord: {loadbalancer: {id, name: 'elb-l4-no-delete'}}
    }),
    unknownResource(errorTable, 404, 'ELB.8904', 'LoadBalancer 3dbde7e5 could not be found.'),
    unknownResource(errorTable, 404, 'ELB.1002', 'The load balancer is not found.'),
    bare404(`${provider}, services/elb`, 'The load balancer does not exist.'),
    {
      ...bare404(errorTable, 'LoadBalancer 3dbde7e5 could not be found.'),
      name: 'a 404 without a code, in whose text it is one word',
      source: madeFor('the text of ELB.8904 without its code')
    },
    empty404
  ]
};
