export const id = 7350;
export const ids = [7350];
export const modules = {

/***/ 7350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeartsCheck: () => (/* binding */ codeartsCheck)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2297);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4715);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/** Null says that the task has not been checked yet, by the API reference, which is how it begins. */
const states = { null: 'running', 0: 'running', 1: 'failed', 2: 'succeeded', 3: 'stopped' };
/**
 * A code check of CodeArts Check (formerly CodeCheck). The id names the check task, which can have run many times. With the
 * id of a run behind it, the query names that run; no answer repeats it, and an older service may ignore it.
 */
const codeartsCheck = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'codearts-check',
    aliases: ['codecheck'],
    title: { en: 'CodeArts Check', zh: '代码检查 CodeArts Check' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the exec_id of a run, such as 6d4f370c981f95fc0c6641e1c45e764c',
            zh: '一次运行的 exec_id，例如 6d4f370c981f95fc0c6641e1c45e764c'
        }
    },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of a check task, such as 2b31ed520f1c4bbaa8f5d2ebedb6e57a',
            zh: '检查任务的 ID，例如 2b31ed520f1c4bbaa8f5d2ebedb6e57a'
        }
    },
    parentCanStandAlone: true,
    needsProjectId: false,
    // The vendor's SDK table, and its European documentation for eu-west-101. Older documents print other names.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsOf */ .PP)('codeartscheck.v2', { more: { check: 'eu-west-101' } }),
    request: ({ parentId: task, taskId }) => ({
        path: task === '' ? (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/tasks/${taskId}/progress` : (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/tasks/${task}/progress?job_id=${taskId}`
    }),
    states,
    read,
    // No source has this field; where an answer has it, it has to be the id of the check task.
    repeats: { task_id: ({ parentId, taskId }) => parentId || taskId },
    answersWithId: false,
    idsAreHexadecimal: true,
    settleMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2,
    // The first two come under HTTP 400 and 401, the family CC.0005 under HTTP 200.
    codes: {
        'CC.00000000': 'transient',
        'CC.00000003': 'unauthenticated',
        'CC.00050007': 'unauthenticated',
        'CC.00050010': 'denied',
        'CC.00050012': 'transient',
        'CC.00050014': 'transient'
    },
    advice: {
        again: { en: 'run the check again', zh: '重新执行代码检查' },
        caveat: {
            en: 'This says that the check has ended: it does not say what it found, nor whether its quality gate was passed.',
            zh: '这只说明检查已经结束：并不说明发现了什么问题，也不说明是否通过了质量门禁。'
        },
        verdicts: {
            failed: {
                en: 'The check broke off and has no result. Fix the cause; the log is in CodeArts Check, under the task.',
                zh: '代码检查没有跑完，因此没有结果。请解决问题；日志见 CodeArts Check 中的该任务。'
            }
        },
        codes: {
            'CC.00000003': {
                en: 'Get a new token or new temporary keys: the service says that these credentials have expired.',
                zh: '获取新的 Token 或新的临时密钥：服务认为当前的凭证已过期。'
            },
            'CC.00050010': {
                en: 'Give the user of these credentials the right to read check tasks in their CodeArts project.',
                zh: '为凭证所属的用户授予在其 CodeArts 项目中查看检查任务的权限。'
            },
            'CC.00050011': {
                en: 'Add the user of these credentials to the CodeArts project of the check task.',
                zh: '将凭证所属的用户加入检查任务所在的 CodeArts 项目。'
            }
        }
    }
});
function read(answer) {
    const details = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(answer, 'progress');
    return {
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, wordOf(answer)),
        progress: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(details, 'ratio')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(details, 'info')
    };
}
function wordOf(answer) {
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .property */ .MZ)(answer, 'task_status');
    if (typeof status === 'string' && status.trim() === '')
        return '';
    return status === null ? 'null' : String((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(answer, 'task_status'));
}


/***/ })

};
