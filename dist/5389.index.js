export const id = 5389;
export const ids = [5389];
export const modules = {

/***/ 5389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cae: () => (/* binding */ cae)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9324);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);





const states = {
    init: 'running',
    running: 'running',
    terminating: 'running',
    success: 'succeeded',
    failed: 'failed',
    timeout: 'failed',
    skip: 'stopped',
    terminated: 'stopped'
};
/** A job of Cloud Application Engine: the deployment or upgrade of a component, say. */
const cae = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
    name: 'cae',
    title: { en: 'Cloud Application Engine', zh: '云应用引擎 CAE' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'the id of the job, such as 15cbf4ff-e6a8-4504-a5e0-574b9c21493a',
            zh: '任务的 ID，例如 15cbf4ff-e6a8-4504-a5e0-574b9c21493a'
        }
    },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'the id of the environment, such as 5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898',
            zh: '环境的 ID，例如 5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898'
        }
    },
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('cae.v1'),
    request: ({ projectId, parentId, taskId }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v1/${projectId}/cae/jobs/${taskId}`,
        headers: { 'x-environment-id': parentId }
    }),
    enterpriseProject: { header: 'x-enterprise-project-id' },
    states,
    find: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .objectUnder */ .oz)('spec'),
    read,
    parts: partsOf,
    answersWithId: false,
    // Under HTTP 400.
    codes: { 'CAE.01500404': 'not-found', 'CAE.01500005': 'not-found' },
    advice: {
        codes: {
            'CAE.01500404': {
                en: 'Check the id of the environment, and give enterprise-project-id if it is not in the enterprise project `default`, the only one that is looked in otherwise.',
                zh: '检查环境 ID；如果环境不在企业项目 `default` 中，请填写 enterprise-project-id，否则只在该企业项目中查找。'
            }
        }
    }
});
function read(spec) {
    const failed = partsOf(spec).find((part) => !(0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .isFlaw */ .Rh)(part) && part.state === 'failed');
    return { ...(0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(spec, 'status')), message: failed?.message };
}
function partsOf(spec) {
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .nestedPartsIn */ .tZ)(spec, ['tasks'], 'task', task => (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .withErrors */ .u$)(readSubtask(task), task));
}
function readSubtask(task) {
    const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(task, 'status');
    const state = serviceStatus === 'skip' ? 'skipped' : (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(states, serviceStatus);
    return {
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'name'),
        serviceStatus,
        state,
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, 'created_at')),
        endMs: (0,_task_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerminal */ .Hd)(state) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, 'updated_at')) : undefined,
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'detail')
    };
}


/***/ })

};
