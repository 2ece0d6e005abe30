export const id = 3306;
export const ids = [3306];
export const modules = {

/***/ 3306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   functiongraph: () => (/* binding */ functiongraph)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9324);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = {
    WAIT: 'running',
    RUNNING: 'running',
    SUCCESS: 'succeeded',
    FAIL: 'failed',
    DISCARD: 'stopped'
};
/** An asynchronous invocation of a function of FunctionGraph. */
const functiongraph = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'functiongraph',
    title: { en: 'FunctionGraph', zh: '函数工作流 FunctionGraph' },
    noun: { en: 'invocation', zh: '函数调用' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of the request, such as 1167bf8c-87b0-43ab-8f5f-26b16c64f252',
            zh: '请求的 ID，例如 1167bf8c-87b0-43ab-8f5f-26b16c64f252'
        }
    },
    parentId: {
        pattern: /^urn:fss(?::!?[A-Za-z0-9_.-]{1,128}){5,6}$/,
        form: {
            en: 'the URN of the function, such as urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest',
            zh: '函数的 URN，例如 urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest'
        }
    },
    // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('functiongraph.v2', { more: { functiongraph: 'eu-de' }, usual: 'functiongraph' }),
    request: ({ projectId, parentId, taskId }, { dateMs }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/${projectId}/fgs/functions/${parentId}/async-invocations?request_id=${taskId}&query_begin_time=${listedFrom(dateMs)}`
    }),
    states,
    find: (body, { taskId }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(body), 'invocations'), 'invocation').filter(item => (0,_task_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameId */ .WB)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(item, 'request_id'), taskId, true)),
    read,
    errors: ['error_message'],
    counts: { count: 'invocations' },
    idsAreHexadecimal: true,
    advice: {
        again: { en: 'invoke the function again', zh: '重新调用函数' },
        verdicts: {
            'not-found': {
                en: 'Check the URN of the function, including its version, and the id of the request. The service keeps the states of invocations only where the asynchronous configuration of the function says so (enable_async_status_log), and this step asks for those of the last seven days.',
                zh: '检查函数 URN（包括其中的版本）和请求 ID。只有在函数的异步配置中开启了状态持久化（enable_async_status_log），服务才会保存调用的状态；本步骤查询最近七天的调用。'
            },
            failed: {
                en: 'Fix the cause. The log of the invocation is in FunctionGraph, under the function.',
                zh: '解决问题。调用日志见 FunctionGraph 中的该函数。'
            },
            stopped: {
                en: 'The service discarded the request, or a person stopped it: the function gave no result.',
                zh: '服务丢弃了该请求，或有人停止了它：函数没有给出结果。'
            }
        }
    }
});
/**
 * The service lists the invocations since then, and without it those of the last hour, while one can wait and run for
 * more than a day. Longer than any wait, for which five days are the limit. The end of the span stays open: it is now, by
 * the service's own clock.
 */
const listedMs = 7 * 86_400_000;
/** `2019-10-25T15:37:27`, in UTC. */
function listedFrom(dateMs) {
    return new Date(dateMs - listedMs).toISOString().slice(0, 19);
}
/** The code that a request gets which was stopped by a person (CancelAsyncInvocation). */
const cancelled = '4208';
function read(invocation) {
    const told = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(invocation, 'status'));
    const isCancelled = told.state === 'failed' && String((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(invocation, 'error_code')) === cancelled;
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(invocation, 'request_id'),
        ...told,
        state: isCancelled ? 'stopped' : told.state,
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMs */ .bp)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(invocation, 'start_time')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMs */ .bp)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(invocation, 'end_time')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(invocation, 'error_message')
    };
}


/***/ })

};
