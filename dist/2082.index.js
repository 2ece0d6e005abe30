export const id = 2082;
export const ids = [2082];
export const modules = {

/***/ 9701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeartsBuild: () => (/* binding */ codeartsBuild)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4715);
/* harmony import */ var _families_codearts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3884);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);





/**
 * No source lists the words: SUCCESS and FAILURE are in the examples of this call and of the history, ABORTED and
 * SCHEDULE_FAILURE in those of the build records. A field of its own says that a build runs.
 */
const states = {
    building: 'running',
    SUCCESS: 'succeeded',
    FAILURE: 'failed',
    SCHEDULE_FAILURE: 'failed',
    ABORTED: 'stopped'
};
/** A build of CodeArts Build, by its build task and its number. */
const codeartsBuild = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
    name: 'codearts-build',
    aliases: ['cloudbuild'],
    title: { en: 'CodeArts Build', zh: '编译构建 CodeArts Build' },
    noun: { en: 'run', zh: '构建' },
    taskId: { pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS, form: { en: 'the number of the build, such as 20', zh: '构建编号，例如 20' } },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'the id of the build task, such as f5af662119404ad187437cd272b5099b',
            zh: '构建任务的 ID，例如 f5af662119404ad187437cd272b5099b'
        }
    },
    needsProjectId: false,
    // The vendor's SDK table, and its European documentation for eu-west-101.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsOf */ .PP)('codeartsbuild.v3', { more: { 'build-backend': 'eu-west-101' } }),
    request: ({ parentId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v1/job/${parentId}/${taskId}/build-info` }),
    states,
    find: body => [(0,_families_codearts_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .B)(body)],
    read,
    // Its record has the error and leads to its stages.
    causes: {
        request: ({ parentId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v1/record/${parentId}/${taskId}/record-info` }),
        read: answer => {
            const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)((0,_families_codearts_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .B)(answer), 'err_msg');
            return message === undefined ? [] : [{ message }];
        },
        next: answer => {
            const recordId = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)((0,_families_codearts_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .B)(answer), 'build_record_id');
            return recordId === undefined
                ? undefined
                : {
                    request: () => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v1/record/${recordId}/full-stages` }),
                    read: stages => failedStages((0,_families_codearts_js__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .B)(stages))
                };
        }
    },
    answersWithId: false,
    codes: { 'DEVCB.00031006': 'not-found' },
    advice: {
        again: { en: 'run the build task again', zh: '重新执行构建任务' },
        verdicts: {
            failed: {
                en: 'Fix the cause. The log is in CodeArts Build, under the build task and the number of the build.',
                zh: '解决问题。日志：在 CodeArts Build 中打开该构建任务，选择对应编号的构建。'
            }
        }
    }
});
function read(result) {
    const isBuilding = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .property */ .MZ)(result, 'building');
    if (typeof isBuilding !== 'boolean' && isBuilding !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedAnswer */ .ol(({ malformed }) => malformed.boolean('"building"'));
    }
    const serviceStatus = isBuilding === null ? '' : isBuilding ? 'building' : (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .statusIn */ .em)(result, 'build_result');
    return (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, serviceStatus);
}
/** The stages that failed. */
function failedStages(result) {
    return ['build_stages', 'check_stages'].flatMap(key => Object.values((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(result, key))
        .filter(_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)
        .flatMap(stage => {
        const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(stage, 'status') ?? '';
        if ((0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(states, serviceStatus) !== 'failed')
            return [];
        const timeMs = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(stage, 'finish_time'));
        return [{ name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(stage, 'display_name'), type: 'stage', serviceStatus, timeMs }];
    }));
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
