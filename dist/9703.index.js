export const id = 9703;
export const ids = [9703];
export const modules = {

/***/ 9703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sms: () => (/* binding */ sms)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2297);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);





/** From the definition of the task; those of a rollback from that of the list of tasks. */
const states = {
    READY: 'running',
    RUNNING: 'running',
    SYNCING: 'running',
    ABORTING: 'running',
    SKIPPING: 'running',
    DELETING: 'running',
    RESETING: 'running',
    SYNC_F_ROLLBACKING: 'running',
    MIGRATE_SUCCESS: 'succeeded',
    SYNC_SUCCESS: 'succeeded',
    MIGRATE_FAIL: 'failed',
    SYNC_FAIL: 'failed',
    SYNC_F_ROLLBACK_SUCCESS: 'failed',
    ABORT: 'stopped'
};
/**
 * A migration task of Server Migration Service. It can be started again and again under its id, so an end that is seen
 * at once may be that of the run before.
 */
const sms = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
    name: 'sms',
    title: { en: 'Server Migration Service', zh: '主机迁移服务 SMS' },
    noun: { en: 'migration task', zh: '迁移任务' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as 7a9a9540-ff28-4869-b9e4-855fbe3b1c4d',
            zh: '字母、数字和“-”，例如 7a9a9540-ff28-4869-b9e4-855fbe3b1c4d'
        }
    },
    // The vendor's SDKs for Go and Java and its Terraform provider sign with X-Domain-Id, its SDK for Python refuses to. No
    // source says that the service needs it, and this step knows no domain id.
    needsProjectId: false,
    // The vendor's SDK table. The service has few addresses, each of which serves servers in other regions too.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsOf */ .PP)('sms.v3'),
    request: ({ taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v3/tasks/${taskId}` }),
    states,
    read,
    parts: (task) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partsIn */ .gw)(task, 'sub_tasks', 'subtask', subtask => [readSubtask(subtask)]),
    errors: ['error_json'],
    idsAreHexadecimal: true,
    settleMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2,
    advice: {
        again: { en: 'start the migration again', zh: '重新开始迁移' },
        words: {
            READY: {
                en: 'The task is ready and nobody has started it: start it in Server Migration Service.',
                zh: '任务已就绪但没有启动：请在主机迁移服务中启动它。'
            },
            SYNCING: {
                en: 'The task keeps copying what changes until somebody launches the target server: launch it, or raise timeout.',
                zh: '在有人启动目的端之前，任务会一直同步变化的数据：请启动目的端，或调大 timeout。'
            }
        },
        verdicts: {
            'not-found': {
                en: 'Check task-id and region: it is the region of the migration service (cn-north-4 or ap-southeast-3, say), not that of the servers.',
                zh: '检查 task-id 和 region：应填写迁移服务所在的区域（如 cn-north-4 或 ap-southeast-3），而不是服务器所在的区域。'
            }
        },
        codes: {
            'SMS.9004': {
                en: 'Give the user of these credentials the right to read migration tasks: sms:server:getTask (identity policy) or sms:server:queryServer (role or policy).',
                zh: '为凭证所属的用户授予读取迁移任务的权限：sms:server:getTask（身份策略授权）或 sms:server:queryServer（角色与策略授权）。'
            }
        }
    }
});
function read(task) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(task, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(task, 'name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .statusIn */ .em)(task, 'state')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(task, 'start_date')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(task, 'finish_date')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(task, 'error_json')
    };
}
/** A subtask has a progress and an end, and no word for its state. */
function readSubtask(subtask) {
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(subtask, 'id');
    const progress = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(subtask, 'progress');
    return {
        id: typeof id === 'number' ? String(id) : undefined,
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(subtask, 'name'),
        serviceStatus: typeof progress === 'number' ? `${progress}%` : '',
        state: 'untold',
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(subtask, 'start_date')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(subtask, 'end_date')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(subtask, 'process_trace')
    };
}


/***/ })

};
