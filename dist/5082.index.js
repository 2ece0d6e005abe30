export const id = 5082;
export const ids = [5082];
export const modules = {

/***/ 5082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mrs: () => (/* binding */ mrs)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



/** Words of `job_state`, except FINISHED, which says that the job has ended and not how: `job_result` says it. */
const jobStates = {
    NEW: 'running',
    // As Open Telekom Cloud's documents spell it.
    New: 'running',
    NEW_SAVING: 'running',
    SUBMITTED: 'running',
    ACCEPTED: 'running',
    RUNNING: 'running',
    FAILED: 'failed',
    KILLED: 'stopped'
};
const jobResults = { UNDEFINED: 'running', SUCCEEDED: 'succeeded', FAILED: 'failed', KILLED: 'stopped' };
/** A job in a cluster of MapReduce Service. The answer comes under HTTP 202. */
const mrs = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
    name: 'mrs',
    title: { en: 'MapReduce Service', zh: 'MapReduce 服务 MRS' },
    noun: { en: 'job', zh: '作业' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
        form: {
            en: 'the id of the job, such as 431b135e-c090-489f-b1db-0abe3822b855',
            zh: '作业的 ID，例如 431b135e-c090-489f-b1db-0abe3822b855'
        }
    },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
        form: {
            en: 'the id of the cluster, such as 2b460e01-3351-4170-b0a7-57b9dd5ffef3',
            zh: '集群的 ID，例如 2b460e01-3351-4170-b0a7-57b9dd5ffef3'
        }
    },
    // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. For the other three regions named here the
    // SDK prints a domain (.cn) that hardly any other service has there: the usual one is taken, which no source confirms.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('mrs.v2', { more: { mrs: 'ap-southeast-1 ap-southeast-4 ru-northwest-2 eu-de' }, usual: 'mrs' }),
    request: ({ projectId, parentId, taskId }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v2/${projectId}/clusters/${parentId}/job-executions/${taskId}`
    }),
    states: { ...jobStates, ...jobResults },
    find: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .objectUnder */ .oz)('job_detail'),
    read,
    httpStatuses: [202],
    // No source has this field; where an answer has it, it has to be the id of the cluster.
    repeats: { cluster_id: ({ parentId }) => parentId },
    idsAreHexadecimal: true,
    // All but the cluster that does not exist (400) come under HTTP 500.
    codes: {
        '12000003': 'not-found',
        '0176': 'not-found',
        '0201': 'not-found',
        '0167': 'rejected',
        '0192': 'denied'
    },
    advice: {
        again: { en: 'submit the job again', zh: '重新提交作业' },
        verdicts: {
            failed: {
                en: 'Fix the cause. The log is in the cluster, under the job and in YARN.',
                zh: '解决问题。日志在集群中：见该作业以及 YARN。'
            }
        },
        codes: {
            '0167': {
                en: 'This cluster does not offer the API of jobs (v2) that this step asks.',
                zh: '该集群不提供本步骤所查询的作业 API（v2）。'
            },
            '0192': {
                en: 'The user of these credentials is not known in the cluster: synchronize the IAM users on the Dashboard of the cluster.',
                zh: '集群中没有凭证所属的用户：请在集群的概览页同步 IAM 用户。'
            }
        }
    }
});
function read(job) {
    const jobState = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(job, 'job_state');
    const [serviceStatus, states] = jobState === 'FINISHED' ? [(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(job, 'job_result'), jobResults] : [jobState, jobStates];
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(job, 'job_id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(job, 'job_name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, serviceStatus),
        progress: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(job, 'job_progress')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(job, 'started_time')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(job, 'finished_time'))
    };
}


/***/ })

};
