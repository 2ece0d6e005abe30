export const id = 783;
export const ids = [783];
export const modules = {

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tx: () => (/* binding */ rfsName),
/* harmony export */   X0: () => (/* binding */ rfsRequest),
/* harmony export */   ZW: () => (/* binding */ rfsHosts)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);

/**
 * The vendor's SDK table. For eu-west-101 it has aos.myhuaweicloud.eu, which does not resolve, and this one answers, by
 * github.com/kestra-io/plugin-huawei, rfs/RfsUtils.java.
 */
const rfsHosts = (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('aos.v1', { more: { rfs: 'eu-west-101' } });
/** What a stack, an execution plan and a stack set are called by. */
function rfsName({ en, zh }, example) {
    return {
        pattern: /^[\u4e00-\u9fa5A-Za-z0-9_-]{1,128}$/,
        form: {
            en: `the name of ${en}, in Chinese or Latin letters, digits, "_" and "-", such as ${example}`,
            zh: `${zh}的名称，由汉字、字母、数字、“_”和“-”组成，例如 ${example}`
        }
    };
}
/** Each request has an id of its own. */
function rfsRequest(path, { requestId }) {
    return { path, headers: { 'client-request-id': requestId } };
}


/***/ }),

/***/ 783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rfsPlan: () => (/* binding */ rfsPlan)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2297);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _families_rfs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(622);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/** A plan that is applied does not say how the deployment ended, which is the stack's state: no proof of anything. */
const states = {
    CREATION_IN_PROGRESS: 'running',
    CREATION_FAILED: 'failed',
    AVAILABLE: 'succeeded',
    APPLY_IN_PROGRESS: 'running',
    APPLIED: 'warning'
};
/** The creation of an execution plan. The id names the plan, whose name can be used again after it was deleted. */
const rfsPlan = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'rfs-plan',
    title: { en: 'Resource Formation Service', zh: '资源编排服务 RFS' },
    noun: { en: 'plan', zh: '执行计划' },
    taskId: (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsName */ .Tx)({ en: 'an execution plan', zh: '执行计划' }, 'my_first_execution_plan'),
    parentId: (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsName */ .Tx)({ en: 'a stack', zh: '资源栈' }, 'my_hello_world_stack'),
    hosts: _families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsHosts */ .ZW,
    request: ({ projectId, parentId, taskId }, moment) => (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsRequest */ .X0)((0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/${projectId}/stacks/${parentId}/execution-plans/${taskId}/metadata`, moment),
    states,
    read,
    repeats: { stack_name: ({ parentId }) => parentId },
    errors: ['status_message'],
    causes: { read: plan => causesOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(plan)) },
    settleMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2,
    advice: {
        again: { en: 'create the plan again under another name', zh: '用另一个名称重新创建执行计划', givesNewId: true },
        caveat: {
            en: 'This says that the plan has been created, and nothing of a deployment: for that, wait for the stack with rfs-stack.',
            zh: '这只说明执行计划已创建，并不说明部署结果：部署结果请用 rfs-stack 等待资源栈。'
        },
        verdicts: {
            failed: {
                en: 'Correct the template or its variables.',
                zh: '修正模板或其变量。'
            },
            'not-found': {
                en: 'Check task-id, which takes the names of the stack and of the plan with a slash between them and not their ids, project-id and region.',
                zh: '检查 task-id（应填写资源栈名称和执行计划名称，以斜杠分隔，而不是它们的 ID）、project-id 和 region。'
            }
        }
    }
});
function read(plan) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(plan, 'execution_plan_name');
    return {
        id: name,
        name,
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(plan, 'status')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(plan, 'create_time')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(plan, 'status_message')
    };
}
/** There is one, in the plan itself. */
function causesOf(plan) {
    const { name, state, serviceStatus, message } = read(plan);
    return state === 'failed' && message ? [{ name, type: 'execution plan', serviceStatus, message }] : [];
}


/***/ })

};
