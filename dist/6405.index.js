export const id = 6405;
export const ids = [6405];
export const modules = {

/***/ 6405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dataartsStudio: () => (/* binding */ dataartsStudio)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1817);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = { RUNNING: 'running', SUCCESSFUL: 'succeeded', FAILED: 'failed', WARNING: 'warning' };
/** A system task of DataArts Factory (formerly DLF, then DGC): an import of jobs or connections, say. */
const dataartsStudio = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'dataarts-studio',
    aliases: ['dlf', 'dgc'],
    title: { en: 'DataArts Studio', zh: '数据治理中心 DataArts Studio' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        usual: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .hexId */ .FX,
        form: {
            en: 'letters, digits, "-" and "_", such as 008aae2e67abe2ff0167abe3a28f0000',
            zh: '字母、数字、“-”和“_”，例如 008aae2e67abe2ff0167abe3a28f0000'
        }
    },
    usualWorkspace: 'default',
    hosts: _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.hosts,
    request: ({ projectId, taskId, workspace, language }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/${projectId}/system-tasks/${taskId}`,
        headers: { 'x-language': language.replace('-', '_'), ...(workspace ? { workspace } : {}) }
    }),
    states,
    read,
    parts: (task) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .nestedPartsIn */ .tZ)(task, ['subtasks', 'subTasks'], 'subtask', subtask => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .withErrors */ .u$)(observe(subtask, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(subtask, 'status')), subtask)),
    idsAreHexadecimal: true,
    endTimeMeansEnd: true,
    codes: {
        'DLF.0810': 'not-found',
        'DLF.20810': 'not-found',
        ..._families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.codes
    },
    advice: { codes: _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.codeAdvice }
});
function read(task) {
    const observed = observe(task, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(task, 'status'));
    return {
        ...observed,
        // The documentation does not say whether WARNING is an end: only an end time proves it.
        state: observed.state === 'warning' && observed.endMs === undefined ? 'running' : observed.state
    };
}
/** What a task and its subtasks have in common. */
function observe(from, serviceStatus) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(from, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(from, 'name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, serviceStatus),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(from, 'startTime')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(from, 'endTime')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(from, 'message')
    };
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
