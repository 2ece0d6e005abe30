export const id = 6320;
export const ids = [6320];
export const modules = {

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dataartsJob: () => (/* binding */ dataartsJob)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1817);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/** `forceSuccess`: a person declared it. `ignoreSuccess`: a failure was ignored. `skip-by-depend`: it has not run. */
const states = {
    waiting: 'running',
    running: 'running',
    'waiting-confirm': 'running',
    freeze: 'running',
    pause: 'running',
    success: 'succeeded',
    forceSuccess: 'succeeded',
    ignoreSuccess: 'warning',
    'skip-by-depend': 'warning',
    fail: 'failed',
    // Terraform's provider gives up at it (dataarts_factory_job_action).
    'running-exception': 'failed',
    'manual-stop': 'stopped'
};
const nodeStates = {
    waiting: 'running',
    running: 'running',
    pause: 'running',
    success: 'succeeded',
    fail: 'failed',
    'manual-stop': 'stopped'
};
/** One run of a job of DataArts Factory, an instance of it. Its nodes are the subtasks. */
const dataartsJob = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'dataarts-job',
    title: { en: 'DataArts Factory', zh: '数据开发 DataArts Factory' },
    noun: { en: 'job run', zh: '作业实例' },
    taskId: { pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS, form: { en: 'the number of an instance, such as 34765', zh: '实例编号，例如 34765' } },
    parentId: {
        pattern: _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.name,
        form: {
            en: 'the name of a job, in letters, Chinese ones too, digits, "-", "_" and ".", such as job_batch',
            zh: '作业名称，由字母（含汉字）、数字、“-”、“_”和“.”组成，例如 job_batch'
        }
    },
    usualWorkspace: 'default',
    hosts: _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.hosts,
    request: ({ projectId, parentId, taskId, workspace }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/${projectId}/jobs/${parentId}/instances/${taskId}`,
        headers: workspace ? { workspace } : {}
    }),
    states,
    read,
    parts: (instance) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .nestedPartsIn */ .tZ)(instance, ['nodes'], 'node', node => {
        const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(node, 'status');
        const state = nodeStateOf(serviceStatus, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(instance, 'status'));
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .withErrors */ .u$)({ name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(node, 'nodeName'), serviceStatus, state, ...timesOf(node) }, node);
    }),
    repeats: { jobName: ({ parentId }) => parentId },
    counts: { total: 'nodes' },
    codes: {
        'DLF.0100': 'not-found',
        'DLF.0137': 'not-found',
        ..._families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.codes
    },
    advice: {
        words: {
            'waiting-confirm': {
                en: 'The instance waits for a person: confirm it in DataArts Factory, under the job.',
                zh: '作业实例等待人工确认：请在数据开发 DataArts Factory 中该作业下确认。'
            },
            freeze: {
                en: 'The instance is frozen: unfreeze it in DataArts Factory, under the job.',
                zh: '作业实例已冻结：请在数据开发 DataArts Factory 中该作业下解冻。'
            },
            pause: {
                en: 'The instance is paused: resume it in DataArts Factory, under the job.',
                zh: '作业实例已暂停：请在数据开发 DataArts Factory 中该作业下恢复。'
            }
        },
        codes: {
            'DLF.0100': {
                en: 'Check the name of the job, before the slash in task-id, and workspace: the service knows no such job there.',
                zh: '检查 task-id 中斜杠之前的作业名称，以及 workspace：服务在那里没有找到该作业。'
            },
            ..._families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.codeAdvice
        }
    }
});
function read(instance) {
    const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(instance, 'status');
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digits */ .vm)(instance, 'instanceId'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'jobName'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, serviceStatus),
        isForced: serviceStatus === 'forceSuccess' || undefined,
        ...timesOf(instance)
    };
}
/** Whether a failure is ignored, the instance's word tells: its fields forceSuccess and ignoreSuccess decide nothing. */
function nodeStateOf(word, instanceWord) {
    if (word === 'skip')
        return 'skipped';
    const state = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(nodeStates, word);
    return state === 'failed' && instanceWord === 'ignoreSuccess' ? 'warning' : state;
}
function timesOf(from) {
    return { startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(from, 'startTime')), endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(from, 'endTime')) };
}


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ dataartsFactory)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);

const anotherWorkspace = {
    en: 'Check workspace: it takes the id of the workspace that the task is in.',
    zh: '检查 workspace：应填写任务所在工作空间的 ID。'
};
/** What the services of DataArts Factory have in common. */
const dataartsFactory = {
    /** The vendor's SDK table for this API; it names cn-east-4 with another module's host, so that region is left out. */
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('dgc.v1', { more: { 'dayu-dlf': 'eu-de' }, without: 'cn-east-4', usual: 'dayu-dlf' }),
    /** Names of jobs and scripts. Chinese ones are common. */
    name: /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}_.-]{1,128}$/u,
    codes: { 'DLF.6888': 'denied' },
    codeAdvice: {
        'DLF.0819': anotherWorkspace,
        'DLF.20819': anotherWorkspace,
        'DLF.6888': {
            en: 'Give the user of these credentials the right to read jobs and scripts of DataArts Factory in this workspace.',
            zh: '为凭证所属的用户授予在该工作空间读取数据开发（DataArts Factory）作业和脚本的权限。'
        }
    }
};


/***/ })

};
