import {globalHostsOf} from '../../hosts.ts';
import {digits, isoMs, type JsonRecord, optional, optionalText, property} from '../../json.ts';
import {partsIn, withErrors} from '../parts.ts';
import {defineService, objectUnder, path, plainId, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {
  /** To be approved. */
  '1': 'running',
  /** To be refunded. */
  '2': 'running',
  /** Processing. */
  '3': 'running',
  /** Cancelled. */
  '4': 'stopped',
  /** Completed. */
  '5': 'succeeded',
  /** To be paid. */
  '6': 'running',
  /** To be confirmed. */
  '9': 'running',
  /** Those of hardware: to be shipped, received, picked up; being replaced. */
  '10': 'running',
  '11': 'running',
  '12': 'running',
  '13': 'running'
};

/** An order of yearly or monthly resources, with which many services answer instead of a job. */
export const order = defineService({
  name: 'order',
  title: {en: 'Billing Center', zh: '费用中心'},
  noun: {en: 'order', zh: '订单'},
  taskId: {
    pattern: plainId,
    form: {en: 'the id of the order, such as CS19040119281JMYC', zh: '订单的 ID，例如 CS19040119281JMYC'}
  },
  scope: 'domain',
  needsProjectId: false,
  // Each site has a client of its own in the SDK.
  hosts: globalHostsOf('bss.v2', 'bssintl.v2'),
  request: ({taskId, language}) => ({
    path: path`/v2/orders/customer-orders/details/${taskId}`,
    headers: {'x-language': language === 'zh-cn' ? 'zh_CN' : 'en_US'}
  }),
  states,
  find: objectUnder('order_info'),
  read: observe,
  // Those of a combined order.
  parts: (own: JsonRecord) => partsIn(own, 'sub_order_infos', 'order', each => withErrors(observe(each), each)),
  advice: {
    again: {en: 'place the order again', zh: '重新下单'},
    caveat: {
      en: 'This does not say that every resource of the order was created: one that could not be is refunded by itself. The Billing Center shows them.',
      zh: '这并不说明订单中的每个资源都已开通：开通失败的资源会自动退订，请在费用中心查看。'
    },
    words: {
      '1': {
        en: 'The order waits to be approved: see in the Billing Center by whom.',
        zh: '订单等待审核：请在费用中心查看由谁审核。'
      },
      '3': {
        en: 'An order in process can have a resource that could not be created and is refunded by itself: look at it in the Billing Center, and raise timeout if it only takes longer.',
        zh: '处理中的订单可能有资源开通失败，失败的资源会自动退订：请在费用中心查看；如果只是耗时较长，请调大 timeout。'
      },
      '6': {
        en: 'The order waits to be paid: pay it in the Billing Center.',
        zh: '订单等待付款：请在费用中心支付。'
      },
      '9': {
        en: 'The order waits to be confirmed: see in the Billing Center by whom.',
        zh: '订单等待确认：请在费用中心查看由谁确认。'
      }
    },
    verdicts: {
      stopped: {
        en: 'The order was cancelled, by a person or because it was not paid in time. Place it again only if you still want it.',
        zh: '订单已取消：可能是手动取消，也可能是未按时支付。只有在仍然需要时才重新下单。'
      },
      'not-found': {
        en: 'Check task-id, and that the keys or the token are of the account that placed the order. Check the site too: for the international one, give a region outside China, or endpoint: https://bss-intl.myhuaweicloud.com.',
        zh: '检查 task-id；确认密钥或 Token 属于下单的账号；并检查站点：国际站请填写中国大陆以外的 region，或在 endpoint 中填写 https://bss-intl.myhuaweicloud.com 。'
      }
    }
  }
});

function observe(own: JsonRecord) {
  const serviceStatus = property(own, 'status') === null ? '' : digits(own, 'status');
  return {
    id: optionalText(own, 'order_id'),
    name: optionalText(own, 'service_type_name'),
    ...wordAndState(states, serviceStatus),
    startMs: isoMs(optional(own, 'create_time'))
  };
}
