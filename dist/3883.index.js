export const id = 3883;
export const ids = [3883];
export const modules = {

/***/ 3883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeartsDeploy: () => (/* binding */ codeartsDeploy)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _families_codearts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3884);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/** The first three from the documentation of this call, the others from the SDK's list of states of applications. */
const states = {
    running: 'running',
    succeeded: 'succeeded',
    failed: 'failed',
    pending: 'running',
    not_executed: 'running',
    timeout: 'failed',
    abort: 'stopped',
    not_started: 'stopped'
};
/** A deployment of CodeArts Deploy, by its deployment task and the record of its execution. */
const codeartsDeploy = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'codearts-deploy',
    aliases: ['clouddeploy'],
    title: { en: 'CodeArts Deploy', zh: '部署 CodeArts Deploy' },
    noun: { en: 'deployment', zh: '部署' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of the record, such as 2c82ffe8d00d4968a4e5f7a36d87ae17',
            zh: '部署记录的 ID，例如 2c82ffe8d00d4968a4e5f7a36d87ae17'
        }
    },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of the deployment task, such as e700f15965694253940502911220d76b',
            zh: '部署任务的 ID，例如 e700f15965694253940502911220d76b'
        }
    },
    needsProjectId: false,
    // The vendor's SDK table, and its European documentation for eu-west-101.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('codeartsdeploy.v2', { more: { 'codearts-deploy': 'eu-west-101' } }),
    request: ({ parentId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/tasks/${parentId}/state?record_id=${taskId}` }),
    states,
    find: body => [(0,_families_codearts_js__WEBPACK_IMPORTED_MODULE_2__/* .resultOf */ .B)(body)],
    read,
    repeats: { task_id: ({ parentId }) => parentId },
    idsAreHexadecimal: true,
    codes: { 'Deploy.00011303': 'not-found' },
    advice: {
        again: { en: 'deploy again', zh: '重新部署' },
        verdicts: {
            failed: {
                en: 'Fix the cause. The log is in CodeArts Deploy, under the application and its record.',
                zh: '解决问题。日志见 CodeArts Deploy 中该应用的部署记录。'
            }
        }
    }
});
function read(result) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(result, 'record_id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(result, 'task_name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(result, 'status'))
    };
}


/***/ }),

/***/ 3884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resultOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);


/** What CodeArts Build and Deploy put around an answer: its `status` says how the request went, not the task. */
function resultOf(body) {
    const answer = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(body);
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(answer, 'status');
    if (status !== 'success')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedAnswer */ .ol(({ malformed }) => malformed.requestStatus(status));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .recordIn */ .Rn)(answer, 'result');
}


/***/ })

};
