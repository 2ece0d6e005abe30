import {madeFor, provider, refusedByTheGateway, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

const reference = 'support.huaweicloud.com, api-oce, ShowCustomerOrderDetails (api_order_00014)';
const id = 'CS19040119281JMYC';
const start = '2019-05-06T08:05:01.000Z';

/**
 * @param {unknown} status
 * @param {object} [more]
 */
const order = (status, more = {}) => ({
  order_id: id,
  customer_id: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  service_type_code: 'hws.service.type.ec2',
  service_type_name: 'Elastic Cloud Server',
  status,
  order_type: 1,
  create_time: '2019-05-06T08:05:01Z',
  ...more
});

/** @param {object} own */
const answer = own => ({json: {total_count: 1, order_info: own, order_line_items: []}});

const read = {id, name: 'Elastic Cloud Server', start};

/**
 * @param {string} orderId
 * @param {number} status
 */
const subOrder = (orderId, status) => ({
  order_id: orderId,
  service_type_name: 'Elastic Volume Service',
  status,
  create_time: '2019-05-06T08:05:01Z'
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'management',
    what: {en: 'order of yearly or monthly resources', zh: '包年/包月资源的订单'},
    id: {
      en: '`order_id`, with which the calls that create or change yearly or monthly resources answer in many services, or one of `order_ids` of `POST /v2/orders/subscriptions/resources/renew`',
      zh: '许多服务创建或变更包年/包月资源的接口返回的 `order_id`，或 `POST /v2/orders/subscriptions/resources/renew` 返回的 `order_ids` 之一'
    },
    // huaweicloudsdkbss, v2, CustomerOrderV2.
    words: {
      1: {en: 'to be approved', zh: '待审核'},
      2: {en: 'to be refunded', zh: '待退款'},
      3: {en: 'processing', zh: '处理中'},
      4: {en: 'cancelled', zh: '已取消'},
      5: {en: 'completed', zh: '已完成'},
      6: {en: 'to be paid', zh: '待支付'},
      9: {en: 'to be confirmed', zh: '待确认'},
      10: {en: 'hardware to be shipped', zh: '待发货'},
      11: {en: 'hardware to be received', zh: '待收货'},
      12: {en: 'hardware to be picked up', zh: '待上门取货'},
      13: {en: 'hardware being replaced', zh: '换新中'}
    },
    permission: {
      en: '`billing:order:view` (identity policy)',
      zh: '`billing:order:view`（身份策略授权）'
    },
    unconfirmed: {
      en: 'State `3` (processing) also covers an order with a resource that could not be created, which is refunded by itself: whether such an order becomes `5` afterwards is not documented. What an unknown order is answered with',
      zh: '状态 `3`（处理中）也包括有资源开通失败的订单，失败的资源会自动退订：这样的订单之后是否会变为 `5`，没有文档说明。查询未知的订单时返回什么'
    }
  },
  id: '{order_id}',
  example: id,
  poll: {
    path: '/v2/orders/customer-orders/details/{order_id}',
    headers: {'x-language': 'en_US'},
    variants: [{given: {language: 'zh-cn'}, headers: {'x-language': 'zh_CN'}}]
  },
  start: {
    path: '/v2/orders/subscriptions/resources/renew',
    body: {resource_ids: ['{story}'], period_type: 2, period_num: 1, is_auto_pay: 1},
    answer: {body: {order_ids: ['{order_id}']}}
  },
  hosts: {
    'cn-north-4': 'bss.myhuaweicloud.com',
    'ap-southeast-3': 'bss-intl.myhuaweicloud.com',
    'eu-west-101': 'bss.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {client: 'bss.v2', method: 'show_customer_order_details', arguments: {order_id: '{order_id}'}},
  needs: {
    task: 'order_info',
    id: 'order_id',
    word: 'status',
    words: [5],
    parts: [{at: 'sub_order_infos', word: 'status', words: ['5']}]
  },
  altered: [
    [{'order_info.sub_order_infos': [{status: 5}]}, 'succeeded'],
    [{'order_info.sub_order_infos': [{status: 3}]}, 'unproven: ', 'succeeded'],
    [{'order_info.sub_order_infos': {}}, 'malformed', 'succeeded'],
    [{'order_info.sub_order_infos': [null]}, 'malformed: order 1 should be an object', 'succeeded']
  ],
  answers: [
    {
      name: 'an order in process',
      source: reference,
      body: answer(order(3)),
      expected: {...read, state: 'running', serviceStatus: '3', subtasks: []}
    },
    {
      name: 'an order that is completed',
      source: `${reference}; ${provider}, common.WaitOrderComplete`,
      body: answer(order(5, {sub_order_infos: null})),
      expected: {...read, state: 'succeeded', serviceStatus: '5', subtasks: []}
    },
    {
      name: 'an order that was cancelled',
      source: reference,
      body: answer(order(4)),
      expected: {...read, state: 'stopped', serviceStatus: '4', subtasks: []}
    },
    .../** @type {const} */ ([1, 2, 6, 9, 10, 11, 12, 13]).map(
      /** @returns {Sample} */ status => ({
        name: `an order in the state ${status}`,
        source: `${reference}, and the same in the SDKs of both sites`,
        body: answer(order(status)),
        expected: {...read, state: 'running', serviceStatus: String(status), subtasks: []}
      })
    ),
    {
      name: 'a combined order, one of whose orders was cancelled',
      source: madeFor('sub_order_infos of a combined order'),
      body: answer(order(5, {sub_order_infos: [subOrder('CS1', 5), subOrder('CS2', 4)]})),
      expected: {
        ...read,
        state: 'succeeded',
        serviceStatus: '5',
        subtasks: [
          {id: 'CS1', name: 'Elastic Volume Service', state: 'succeeded', serviceStatus: '5', start},
          {id: 'CS2', name: 'Elastic Volume Service', state: 'stopped', serviceStatus: '4', start}
        ]
      }
    },
    {
      name: 'a state that no source names',
      source: madeFor('another number'),
      body: answer(order(7)),
      expected: {...read, state: 'unknown', serviceStatus: '7', subtasks: []}
    },
    {
      name: 'no state yet',
      source: madeFor('null instead of the state'),
      body: answer(order(null)),
      expected: {...read, state: 'untold', serviceStatus: '', subtasks: []}
    },
    {
      name: 'a state that is a text',
      source: madeFor('another type'),
      body: answer(order('5')),
      expected: {failure: 'malformed'}
    },
    {
      name: 'no order',
      source: madeFor('the envelope without its content'),
      body: {json: {total_count: 0, order_info: null, order_line_items: []}},
      expected: {failure: 'malformed'}
    },
    {
      name: "an account of the cloud's other site",
      source: 'support.huaweicloud.com, api-oce, status codes',
      status: 403,
      body: {
        json: {
          error_code: 'CBC.0150',
          error_msg: 'Access denied. The customer does not belong to the website you are now at.'
        }
      },
      expected: {failure: 'denied', code: 'CBC.0150'}
    },
    refusedByTheGateway,
    unknownAccessKey
  ]
};
