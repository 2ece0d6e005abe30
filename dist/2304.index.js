export const id = 2304;
export const ids = [2304];
export const modules = {

/***/ 2304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   modelartsTraining: () => (/* binding */ modelartsTraining)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/** Of `phase`. The documentation warns not to rely on `secondary_phase`. */
const states = {
    Creating: 'running',
    Pending: 'running',
    Running: 'running',
    Terminating: 'running',
    Completed: 'succeeded',
    Failed: 'failed',
    Abnormal: 'failed',
    Terminated: 'stopped'
};
/** A training job of ModelArts. */
const modelartsTraining = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'modelarts-training',
    title: { en: 'ModelArts', zh: 'AI 开发平台 ModelArts' },
    noun: { en: 'training job', zh: '训练作业' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as 3faf5c03-aaa1-4cbe-879d-24b05d997347',
            zh: '字母、数字和“-”，例如 3faf5c03-aaa1-4cbe-879d-24b05d997347'
        }
    },
    // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. For ap-southeast-1 the SDK prints a domain
    // (.cn) that hardly any other service has there: the usual one is taken, which no source confirms.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('modelarts.v1', { more: { modelarts: 'ap-southeast-1 eu-de' }, usual: 'modelarts' }),
    request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/${projectId}/training-jobs/${taskId}` }),
    states,
    read,
    parts: (job) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsIn */ .gw)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .recordIn */ .Rn)(job, 'status'), 'task_statuses', 'task', worker => [readWorker(worker)])),
    // Beside the state.
    errors: _parts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorNames */ .tD.map(name => `status.${name}`),
    causes: {
        request: ({ projectId, taskId }) => ({
            path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/${projectId}/training-jobs/${taskId}/events?level=Error&order=asc&limit=100`
        }),
        read: answer => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(answer), 'events'), 'event')
            .filter(event => ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'level') ?? 'Error') === 'Error')
            .map(readEvent)
    },
    idsAreHexadecimal: true,
    codes: { 'ModelArts.2775': 'not-found', 'ModelArts.0204': 'unauthenticated' },
    advice: {
        again: { en: 'create the training job again', zh: '重新创建训练作业' },
        verdicts: {
            failed: {
                en: 'Fix the cause. The log is in ModelArts, under the training job.',
                zh: '解决问题。日志见 ModelArts 中的该训练作业。'
            }
        },
        codes: {
            'ModelArts.0204': {
                en: 'Give a token of the project: this one names no project.',
                zh: '请提供项目级 Token：当前 Token 没有指定项目。'
            }
        }
    }
});
function read(job) {
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .recordIn */ .Rn)(job, 'metadata');
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .recordIn */ .Rn)(job, 'status');
    const startMs = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(status, 'start_time'));
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(metadata, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(metadata, 'name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(status, 'phase')),
        startMs,
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .endMsAfter */ .WC)(startMs, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(status, 'duration'))
    };
}
/** A worker of the job. Its exit code is no state: a worker that still runs may have one as well. */
function readWorker(worker) {
    const exitCode = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(worker, 'exit_code');
    return {
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(worker, 'task'),
        serviceStatus: typeof exitCode === 'number' ? `exit code ${exitCode}` : '',
        state: 'untold',
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(worker, 'message')
    };
}
/** What the service itself says about the job, which is not its log. */
function readEvent(event) {
    return {
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'message'),
        timeMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(event, 'time'))
    };
}


/***/ })

};
