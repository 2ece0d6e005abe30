export const id = 6110;
export const ids = [6110];
export const modules = {

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tx: () => (/* binding */ rfsName),
/* harmony export */   X0: () => (/* binding */ rfsRequest),
/* harmony export */   ZW: () => (/* binding */ rfsHosts)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);

/**
 * The vendor's SDK table. For eu-west-101 it has aos.myhuaweicloud.eu, which does not resolve, and this one answers, by
 * github.com/kestra-io/plugin-huawei, rfs/RfsUtils.java.
 */
const rfsHosts = (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('aos.v1', { more: { rfs: 'eu-west-101' } });
/** What a stack, an execution plan and a stack set are called by. */
function rfsName({ en, zh }, example) {
    return {
        pattern: /^[\u4e00-\u9fa5A-Za-z0-9_-]{1,128}$/,
        form: {
            en: `the name of ${en}, in Chinese or Latin letters, digits, "_" and "-", such as ${example}`,
            zh: `${zh}的名称，由汉字、字母、数字、“_”和“-”组成，例如 ${example}`
        }
    };
}
/** Each request has an id of its own. */
function rfsRequest(path, { requestId }) {
    return { path, headers: { 'client-request-id': requestId } };
}


/***/ }),

/***/ 6110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rfsStack: () => (/* binding */ rfsStack)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2297);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _families_rfs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(622);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




/**
 * A stack that was rolled back stands as it did before the deployment, which has failed. An empty stack is complete as
 * such, but nothing has been deployed: what comes is waited for.
 */
const states = {
    CREATION_COMPLETE: 'running',
    DEPLOYMENT_IN_PROGRESS: 'running',
    DEPLOYMENT_COMPLETE: 'succeeded',
    DEPLOYMENT_FAILED: 'failed',
    ROLLBACK_IN_PROGRESS: 'running',
    ROLLBACK_COMPLETE: 'failed',
    ROLLBACK_FAILED: 'failed',
    DELETION_IN_PROGRESS: 'running',
    DELETION_FAILED: 'failed'
};
/** Events of a failure. */
const failures = ['ERROR', 'CREATION_FAILED', 'UPDATE_FAILED', 'DELETION_FAILED'];
/** The event that sums up what was changed: before it, other changes were made. */
const boundary = 'SUMMARY';
/** The deployment of a stack of Resource Formation Service. The id names the stack, which can be deployed many times. */
const rfsStack = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'rfs-stack',
    title: { en: 'Resource Formation Service', zh: '资源编排服务 RFS' },
    noun: { en: 'stack', zh: '资源栈' },
    taskId: (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsName */ .Tx)({ en: 'a stack', zh: '资源栈' }, 'my_hello_world_stack'),
    hosts: _families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsHosts */ .ZW,
    request: ({ projectId, taskId }, moment) => (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsRequest */ .X0)((0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/${projectId}/stacks/${taskId}/metadata`, moment),
    states,
    // By the vendor's SDK the deployment has failed then: a success that follows is that of another one.
    undoingWords: ['ROLLBACK_IN_PROGRESS'],
    read,
    causes: {
        request: ({ projectId, taskId }, moment) => {
            const filter = `event_type==${[...failures, boundary].join('|')}`;
            return (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsRequest */ .X0)((0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/${projectId}/stacks/${taskId}/events?filter=${filter}&limit=100`, moment);
        },
        read: answer => causesIn((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(answer), 'stack_events'), 'event'))
    },
    settleMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2,
    advice: {
        again: { en: 'deploy the stack again', zh: '重新部署资源栈' },
        words: {
            CREATION_COMPLETE: {
                en: 'The stack is empty, and no deployment of it shows: deploy it.',
                zh: '资源栈为空，也没有正在进行的部署：请部署该资源栈。'
            }
        },
        verdicts: {
            failed: {
                en: "Fix the cause. The stack's events in Resource Formation Service have the details.",
                zh: '解决问题。详情见资源编排服务 RFS 中该资源栈的事件。'
            },
            'not-found': {
                en: 'Check task-id, which takes the name of the stack and not its id, project-id and region. A stack that has been deleted is not known any more.',
                zh: '检查 task-id（应填写资源栈名称，而不是 ID）、project-id 和 region。已删除的资源栈无法再查询。'
            }
        }
    }
});
/** Its times are those of the stack, not of the deployment. */
function read(stack) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(stack, 'stack_name');
    return {
        id: name,
        name,
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(stack, 'status')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(stack, 'status_message')
    };
}
/**
 * The events of all deployments are in one list, the newest first, and no answer has the id of the last deployment.
 * Its failures are those before the first summary that comes after one.
 */
function causesIn(events) {
    const typeOf = (event) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'event_type');
    const isFailure = (event) => failures.some(failure => failure === typeOf(event));
    // Where none is a failure, the last event is left, which is none either.
    const since = events.slice(events.findIndex(isFailure));
    const end = since.findIndex(event => typeOf(event) === boundary);
    const last = since.slice(0, end === -1 ? undefined : end);
    return last.filter(isFailure).map(event => {
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'resource_name');
        const key = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'resource_key');
        return {
            name: name && key ? `${name}[${key}]` : name,
            type: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'resource_type'),
            serviceStatus: typeOf(event),
            message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(event, 'event_message'),
            timeMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(event, 'time'))
        };
    });
}


/***/ })

};
