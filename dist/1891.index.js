export const id = 1891;
export const ids = [1891];
export const modules = {

/***/ 1891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   servicestage: () => (/* binding */ servicestage)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/** Of a job and of its tasks. What was rolled back stands as it did before the job, which has failed. */
const states = {
    SUBMITTED: 'running',
    SCHEDULED: 'running',
    RUNNING: 'running',
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    PARTIALLY_FAILED: 'failed',
    CANCELLED: 'stopped',
    ROLLBACKING: 'running',
    ROLLBACKED: 'failed',
    UNKNOWN: 'failed'
};
/** A job of ServiceStage: the deployment, upgrade, restart or deletion of a component, say. Its tasks are the subtasks. */
const servicestage = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'servicestage',
    title: { en: 'ServiceStage', zh: '应用管理与运维平台 ServiceStage' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as JOB66761060-f209-407c-a093-4df6f531b9dc',
            zh: '字母、数字和“-”，例如 JOB66761060-f209-407c-a093-4df6f531b9dc'
        }
    },
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('servicestage.v3'),
    // Twenty tasks come without a limit.
    request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v3/${projectId}/cas/jobs/${taskId}?limit=50` }),
    states,
    undoingWords: ['ROLLBACKING'],
    read,
    parts: (answer) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsIn */ .gw)(answer, 'tasks', 'task', task => {
        const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(task, 'task_status');
        const part = {
            id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'task_id'),
            name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'task_name'),
            serviceStatus,
            state: taskStateOf(serviceStatus),
            message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'messages')
        };
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .withErrors */ .u$)(part, task);
    }),
    errors: _parts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorNames */ .tD.map(name => `job.${name}`),
    counts: { task_count: 'tasks' },
    // The resource that does not exist, under HTTP 401.
    codes: { 'SVCSTG.00100401': 'not-found' },
    advice: {
        verdicts: {
            'not-found': {
                en: 'Check task-id, which takes a job_id of the API of version 3, project-id and region.',
                zh: '检查 task-id（应填写 v3 接口返回的 job_id）、project-id 和 region。'
            }
        }
    }
});
function read(answer) {
    const job = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .recordIn */ .Rn)(answer, 'job');
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(job, 'job_id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(job, 'job_type'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(job, 'execution_status'))
    };
}
function taskStateOf(word) {
    return word === 'SKIPPED' ? 'skipped' : (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(states, word);
}


/***/ })

};
