export const id = 1332;
export const ids = [1332];
export const modules = {

/***/ 1332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dliSql: () => (/* binding */ dliSql)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _families_dli_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



/** The vendor's SDK has FINISH in its list of words for this call, and FINISHED everywhere else, as all documents have. */
const states = {
    LAUNCHING: 'running',
    RUNNING: 'running',
    SCALING: 'running',
    FINISHED: 'succeeded',
    FINISH: 'succeeded',
    FAILED: 'failed',
    CANCELLED: 'stopped'
};
/** A SQL job of Data Lake Insight. */
const dliSql = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
    name: 'dli-sql',
    title: { en: 'Data Lake Insight', zh: '数据湖探索 DLI' },
    noun: { en: 'SQL job', zh: 'SQL 作业' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as 208b08d4-0dc2-4dd7-8879-ddd4c020d7aa',
            zh: '字母、数字和“-”，例如 208b08d4-0dc2-4dd7-8879-ddd4c020d7aa'
        }
    },
    hosts: _families_dli_js__WEBPACK_IMPORTED_MODULE_1__/* .dliHosts */ .N,
    request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v1.0/${projectId}/jobs/${taskId}/status` }),
    states,
    read,
    // It is about the request and not about the job, so a true proves nothing.
    flags: ['is_success'],
    idsAreHexadecimal: true,
    codes: _families_dli_js__WEBPACK_IMPORTED_MODULE_1__/* .dliCodes */ .C
});
function read(job) {
    const startMs = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'start_time'));
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'job_id'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(job, 'status')),
        startMs,
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .endMsAfter */ .WC)(startMs, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'duration')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'message')
    };
}


/***/ }),

/***/ 60:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ dliCodes),
/* harmony export */   N: () => (/* binding */ dliHosts)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
const dliHosts = (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('dli.v1', { more: { dli: 'eu-de' }, usual: 'dli' });
/** Open Telekom Cloud's table of error codes, in which nearly all come under HTTP 400. */
const dliCodes = {
    'DLI.0002': 'not-found',
    'DLI.0023': 'not-found',
    'DLI.0015': 'unauthenticated',
    'DLI.0016': 'denied',
    'DLI.0999': 'transient'
};


/***/ })

};
