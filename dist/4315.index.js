export const id = 4315;
export const ids = [4315];
export const modules = {

/***/ 2119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ invalidToken)
/* harmony export */ });
const invalidToken = {
    en: 'Give a fresh token: the service says that this one is invalid.',
    zh: '提供新的 Token：服务认为当前的 Token 无效。'
};


/***/ }),

/***/ 7060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   D4: () => (/* binding */ jobService),
/* harmony export */   LL: () => (/* binding */ orderStates),
/* harmony export */   Rn: () => (/* binding */ orderAdvice),
/* harmony export */   cq: () => (/* binding */ observeJob),
/* harmony export */   iZ: () => (/* binding */ jobWithSubJobs)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2119);




/** The words of all members. */
const familyStates = { INIT: 'running', RUNNING: 'running', SUCCESS: 'succeeded', FAIL: 'failed' };
/** A server with a yearly or monthly price waits for its order to be paid. */
const orderStates = { PENDING_PAYMENT: 'running' };
const orderAdvice = {
    PENDING_PAYMENT: {
        en: 'Pay the order, or start another job: when an order is cancelled, its job stays in this state until the service deletes it, 14 days later.',
        zh: '请支付订单，或重新发起任务：订单取消后，其任务会一直停留在该状态，14 天后由服务删除。'
    }
};
/**
 * Servers, disks, images and public addresses run their jobs on one platform: the same path on a host of their own, the
 * same answer, and `Common` codes for the job query itself.
 */
function jobService({ moreStates, moreErrors = [], advice, ...member }) {
    const states = { ...familyStates, ...moreStates };
    const errors = [...familyErrors, ...moreErrors];
    return (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
        ...member,
        taskId: {
            pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
            usual: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .hexId */ .FX,
            form: {
                en: 'letters, digits and "-", such as 2c9eb2c5544cbf6101544f0602af2b4f',
                zh: '字母、数字和“-”，例如 2c9eb2c5544cbf6101544f0602af2b4f'
            }
        },
        request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v1/${projectId}/jobs/${taskId}` }),
        states,
        read: (job) => read(job, states),
        parts: (job) => partsOf(job, { states, errors }),
        errors,
        idsAreHexadecimal: true,
        // A running job has an empty end time.
        endTimeMeansEnd: true,
        tasksHaveErrorCodes: true,
        // Under HTTP 400 (Common.0013 also under 401), but for the flow limit, which comes under HTTP 202.
        codes: {
            'Common.0011': 'not-found',
            'Common.0013': 'unauthenticated',
            'Common.0020': 'transient',
            'Common.0024': 'throttled',
            'Common.0025': 'transient'
        },
        advice: {
            ...advice,
            codes: {
                'Common.0013': _advice_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidToken */ .R,
                'Common.0018': {
                    en: 'Check project-id: the credentials belong to another project.',
                    zh: '检查 project-id：凭证属于另一个项目。'
                },
                ...advice?.codes
            }
        }
    });
}
/** Of a job and of its sub-jobs. Those among what it works on are the image service's, but for the text. */
const familyErrors = [
    'error_code',
    'fail_reason',
    'entities.errorcode_message',
    'entities.error_code',
    'entities.error',
    'entities.addition_error_code',
    'entities.addition_error_msg'
];
function read(job, states) {
    return { ...observe(job, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(job, 'status'), states), progress: progressOf(job) };
}
/** What a job and its sub-jobs have in common. */
function observe(job, serviceStatus, states) {
    const [entities = {}] = entitiesOf(job);
    return {
        ...observeJob(job, serviceStatus, { states, timeMs: _json_js__WEBPACK_IMPORTED_MODULE_0__/* .isoMs */ .Ec }),
        message: reasonOf((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'error_code') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(entities, 'error_code'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'fail_reason') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'message'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(entities, 'errorcode_message'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(entities, 'addition_error_msg') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(entities, 'error'))
    };
}
/** What a job works on, and its sub-jobs: an object in all answers, and also a list in one edition of the documentation. */
function entitiesOf(job) {
    return [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'entities')].flat().filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
}
/** The sub-jobs in a job and in what it works on, each followed by its own, and what is wrong with their number. */
function partsOf(job, tables) {
    const entities = (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'entities') ?? []].flat().flatMap(item => holderParts((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)(item, '"entities"'), tables)));
    return [...holderParts(job, tables), ...entities];
}
function holderParts(holder, tables) {
    const subJobs = (key) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsIn */ .gw)(holder, key, 'subJob', subJob => [
        ...(0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .withErrors */ .u$)(observe(subJob, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(subJob, 'status'), tables.states), subJob, tables.errors),
        ...partsOf(subJob, tables)
    ]);
    return [
        ...subJobs('sub_jobs'),
        ...(0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .countAgrees */ .jD)(holder, 'sub_jobs_total', 'sub_jobs'),
        ...subJobs('sub_jobs_result'),
        ...unmetIds(holder),
        ...resultsOf(holder)
    ];
}
/** The image service lists the ids of sub-jobs beside the sub-jobs themselves. */
function unmetIds(holder) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(holder, 'sub_jobs_list') === undefined)
        return [];
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => {
        const ids = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalList */ .R2)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(holder, 'sub_jobs_list'), '"sub_jobs_list"');
        const told = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalList */ .R2)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(holder, 'sub_jobs_result'), '"sub_jobs_result"').filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
        const listed = ids.map(id => (typeof id === 'string' ? id.trim() : undefined)).sort();
        const toldIds = told.map(subJob => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(subJob, 'job_id') ?? '').sort();
        if (ids.length === told.length && listed.every((id, index) => id !== '' && id === toldIds[index]))
            return [];
        const { length } = told;
        return [(0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)(({ against }) => against.lengths('sub_jobs_list', ids.length, 'sub_jobs_result', length))];
    });
}
/** Of the image service's parts of a job on many images: its documentation has them in capitals, its answers do not. */
const resultStates = Object.fromEntries(Object.entries(familyStates).flatMap(([word, state]) => [
    [word, state],
    [word.toLowerCase(), state]
]));
function resultsOf(holder) {
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsIn */ .gw)(holder, 'results', 'result', result => {
        const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(result, 'status');
        const part = { name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(result, 'image_id'), serviceStatus, state: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(resultStates, serviceStatus) };
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .withErrors */ .u$)(part, result);
    });
}
/** The image service's `process_percent`, a fraction in spite of its name: the one published answer has 0.24. */
function progressOf(job) {
    const [entities = {}] = entitiesOf(job);
    const fraction = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(entities, 'process_percent');
    return typeof fraction === 'number' ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(Math.round(fraction * 100)) : undefined;
}
/** What a job, and a job within it, shows. */
function observeJob(job, serviceStatus, { states, timeMs, reasons = [] }) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'job_id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'job_type'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, serviceStatus),
        startMs: timeMs((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'begin_time')),
        endMs: timeMs((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'end_time')),
        message: reasonOf((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'error_code'), reasons.map(key => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, key)).find(reason => reason !== undefined))
    };
}
/** Jobs with jobs within them, under `sub_jobs`. */
function jobWithSubJobs({ reasons, ...form }) {
    const errors = ['error_code', ...reasons];
    const observe = (job, word) => observeJob(job, word, { ...form, reasons });
    return {
        states: form.states,
        read: (job) => observe(job, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(job, 'status')),
        parts: (job) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedPartsIn */ .tZ)(job, ['sub_jobs'], 'subtask', subJob => (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .withErrors */ .u$)(observe(subJob, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(subJob, 'status')), subJob, errors)),
        errors,
        tasksHaveErrorCodes: true
    };
}
/** The texts that say why a job failed, each once, after the code unless they repeat it. */
function reasonOf(code, ...texts) {
    const reason = [...new Set(texts.filter(part => part !== undefined))].join('; ');
    return code === undefined || reason.includes(code) ? reason || undefined : [code, reason].filter(Boolean).join(': ');
}


/***/ }),

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

/***/ 4315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rfsStackSet: () => (/* binding */ rfsStackSet)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _families_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7060);
/* harmony import */ var _families_rfs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(622);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = {
    QUEUE_IN_PROGRESS: 'running',
    OPERATION_IN_PROGRESS: 'running',
    OPERATION_COMPLETE: 'succeeded',
    OPERATION_FAILED: 'failed',
    STOP_IN_PROGRESS: 'running',
    STOP_COMPLETE: 'stopped',
    STOP_FAILED: 'failed'
};
/** An operation on the stacks of a stack set: their deployment, say. */
const rfsStackSet = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'rfs-stack-set',
    title: { en: 'Resource Formation Service', zh: '资源编排服务 RFS' },
    noun: { en: 'stack set operation', zh: '资源栈集操作' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of an operation, such as daa46d87-045b-4a50-a0d5-c167fc34b632',
            zh: '操作的 ID，例如 daa46d87-045b-4a50-a0d5-c167fc34b632'
        }
    },
    parentId: (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsName */ .Tx)({ en: 'a stack set', zh: '资源栈集' }, 'my_hello_world_stack_set'),
    needsProjectId: false,
    hosts: _families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsHosts */ .ZW,
    request: ({ parentId, taskId }, moment) => (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsRequest */ .X0)((0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/stack-sets/${parentId}/operations/${taskId}/metadata`, moment),
    states,
    read,
    repeats: { stack_set_name: ({ parentId }) => parentId },
    errors: ['status_message'],
    causes: {
        request: ({ parentId }, moment) => (0,_families_rfs_js__WEBPACK_IMPORTED_MODULE_2__/* .rfsRequest */ .X0)((0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/stack-sets/${parentId}/stack-instances?limit=1000`, moment),
        read: (answer, { taskId }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .theAnswer */ .Im)(answer), 'stack_instances'), 'stackInstance')
            .filter(instance => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'latest_stack_set_operation_id') === taskId)
            .flatMap(causeOf)
    },
    advice: {
        again: { en: 'repeat the operation', zh: '重新执行该操作' },
        verdicts: {
            warning: {
                en: 'Some of the stacks may have failed, as the preferences of the operation allow: see the status of the stack instances in Resource Formation Service.',
                zh: '按该操作的偏好设置，部分资源栈可能失败：请在资源编排服务 RFS 中查看资源栈实例的状态。'
            },
            failed: {
                en: 'Fix the cause. The stack instances of the set show more, in Resource Formation Service.',
                zh: '解决问题。详情见资源编排服务 RFS 中该资源栈集的资源栈实例。'
            },
            'not-found': {
                en: 'Check task-id, which takes the name of the stack set and the id of the operation with a slash between them, and region.',
                zh: '检查 task-id（应填写资源栈集名称和操作 ID，以斜杠分隔）和 region。'
            }
        }
    }
});
/** The time of the last update is no end. */
function read(operation) {
    const told = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(operation, 'status'));
    const tolerance = told.state === 'succeeded' ? toleranceIn(operation) : undefined;
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(operation, 'stack_set_operation_id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(operation, 'action'),
        ...told,
        // By the definition of status_message it fails where more stacks have failed than are tolerated.
        state: tolerance === undefined ? told.state : 'warning',
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(operation, 'create_time')),
        message: (0,_families_job_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(undefined, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(operation, 'status_message'), tolerance)
    };
}
/** Of a stack in another region, or of another account. */
function causeOf(instance) {
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'status');
    const serviceStatus = ['OPERATION_FAILED', 'INOPERABLE'].find(word => word === status);
    if (serviceStatus === undefined)
        return [];
    const places = ['stack_name', 'region', 'stack_domain_id'].map(key => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, key));
    return [
        {
            name: places.filter(Boolean).join('/') || undefined,
            type: 'stack',
            serviceStatus,
            message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'status_message'),
            timeMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(instance, 'update_time'))
        }
    ];
}
function toleranceIn(operation) {
    const toleranceAt = (name) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(operation, `operation_preferences.${name}`);
    const name = ['failure_tolerance_count', 'failure_tolerance_percentage'].find(each => (toleranceAt(each) ?? 0) !== 0);
    return name && `"${name}" is ${JSON.stringify(toleranceAt(name))}`;
}


/***/ })

};
