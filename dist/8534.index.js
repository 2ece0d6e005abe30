export const id = 8534;
export const ids = [8534];
export const modules = {

/***/ 8534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   order: () => (/* binding */ order)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = {
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
const order = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'order',
    title: { en: 'Billing Center', zh: '费用中心' },
    noun: { en: 'order', zh: '订单' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: { en: 'the id of the order, such as CS19040119281JMYC', zh: '订单的 ID，例如 CS19040119281JMYC' }
    },
    scope: 'domain',
    needsProjectId: false,
    // Each site has a client of its own in the SDK.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .globalHostsOf */ .EL)('bss.v2', 'bssintl.v2'),
    request: ({ taskId, language }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/orders/customer-orders/details/${taskId}`,
        headers: { 'x-language': language === 'zh-cn' ? 'zh_CN' : 'en_US' }
    }),
    states,
    find: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .objectUnder */ .oz)('order_info'),
    read: observe,
    // Those of a combined order.
    parts: (own) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsIn */ .gw)(own, 'sub_order_infos', 'order', each => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .withErrors */ .u$)(observe(each), each)),
    advice: {
        again: { en: 'place the order again', zh: '重新下单' },
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
function observe(own) {
    const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(own, 'status') === null ? '' : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .digits */ .vm)(own, 'status');
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(own, 'order_id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(own, 'service_type_name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, serviceStatus),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(own, 'create_time'))
    };
}


/***/ })

};
