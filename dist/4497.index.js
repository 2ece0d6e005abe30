export const id = 4497;
export const ids = [4497];
export const modules = {

/***/ 4497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dliSpark: () => (/* binding */ dliSpark)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _families_dli_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



/** In lower case: the definition prints them so, and its own example answers `Success`. */
const states = {
    starting: 'running',
    running: 'running',
    recovering: 'running',
    success: 'succeeded',
    dead: 'failed'
};
/** A batch processing (Spark) job of Data Lake Insight. */
const dliSpark = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
    name: 'dli-spark',
    title: { en: 'Data Lake Insight', zh: '数据湖探索 DLI' },
    noun: { en: 'Spark job', zh: 'Spark 作业' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as 0a324461-d9d9-45da-a52a-3b3c7a3d809e',
            zh: '字母、数字和“-”，例如 0a324461-d9d9-45da-a52a-3b3c7a3d809e'
        }
    },
    hosts: _families_dli_js__WEBPACK_IMPORTED_MODULE_1__/* .dliHosts */ .N,
    request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v2.0/${projectId}/batches/${taskId}/state` }),
    states,
    read,
    idsAreHexadecimal: true,
    codes: _families_dli_js__WEBPACK_IMPORTED_MODULE_1__/* .dliCodes */ .C,
    advice: {
        again: { en: 'submit the job again', zh: '重新提交作业' },
        verdicts: {
            failed: {
                en: 'Find the cause in the driver log of the job, in Data Lake Insight under Spark jobs, and fix it.',
                zh: '在数据湖探索 DLI 的 Spark 作业中查看 driver 日志，找到原因并解决。'
            }
        }
    }
});
function read(job) {
    const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(job, 'state');
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'id'),
        serviceStatus,
        state: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(states, serviceStatus.toLowerCase())
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
