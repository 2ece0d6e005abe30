export const id = 4735;
export const ids = [4735];
export const modules = {

/***/ 4735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cbr: () => (/* binding */ cbr)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4715);
/* harmony import */ var _families_job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7060);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6209);






/** By the API reference of 2025-12-05, `skipped` is a task that some check kept from starting: nothing was backed up. */
const states = {
    waiting: 'running',
    running: 'running',
    success: 'succeeded',
    skipped: 'warning',
    failed: 'failed',
    timeout: 'failed'
};
/** Where it says how many of its parts failed, by the vendor's SDK: resources to remove, those of a vault, and copies. */
const failedParts = [
    ['remove_resources', 'fail_count'],
    ['vault_delete', 'fail_count'],
    ['sync', 'err_sync_backup_num']
];
/** A task of Cloud Backup and Recovery, which the API calls an operation log: a backup or a restoration, say. */
const cbr = (0,_service_js__WEBPACK_IMPORTED_MODULE_5__/* .defineService */ .Pt)({
    name: 'cbr',
    title: { en: 'Cloud Backup and Recovery', zh: '云备份 CBR' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_5__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as 4827f2da-b008-4507-ab7d-42d0df5ed912',
            zh: '字母、数字和“-”，例如 4827f2da-b008-4507-ab7d-42d0df5ed912'
        }
    },
    // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsOf */ .PP)('cbr.v1', { more: { cbr: 'eu-de eu-nl' }, usual: 'cbr' }),
    request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_5__/* .path */ .Ae) `/v3/${projectId}/operation-logs/${taskId}` }),
    states,
    find: (0,_service_js__WEBPACK_IMPORTED_MODULE_5__/* .objectUnder */ .oz)('operation_log'),
    read,
    flaws: (log) => failedParts.flatMap(place => malformedCount(log, place.join('.'))),
    idsAreHexadecimal: true,
    // Whatever its form: a good answer has an empty code and message in it, or none.
    errors: ['error_info'],
    // Under HTTP 500: authentication failed.
    codes: { 'BackupService.9998': 'unauthenticated' },
    advice: {
        verdicts: {
            'not-found': {
                en: 'Check task-id, project-id and region. It takes the id of a task: neither that of a backup nor that of a restore point.',
                zh: '检查 task-id、project-id 和 region。应填写任务 ID，既不是备份 ID，也不是还原点 ID。'
            }
        }
    }
});
function read(log) {
    const told = (0,_service_js__WEBPACK_IMPORTED_MODULE_5__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .statusIn */ .em)(log, 'status'));
    const extra = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(log, 'extra_info');
    const error = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(log, 'error_info');
    const failures = failuresIn(extra);
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(log, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(log, 'operation_type'),
        resourceName: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(extra, 'resource'), 'name'),
        ...told,
        // Some of what it was to do was not done.
        state: told.state === 'succeeded' && failures.length > 0 ? 'warning' : told.state,
        progress: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(extra, 'common'), 'progress')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(log, 'started_at', 'created_at')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(log, 'ended_at')),
        message: (0,_families_job_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(error, 'code'), (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(error, 'message'), ...failures)
    };
}
function failuresIn(extra) {
    return failedParts.flatMap(([part, count]) => {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN)(extra, part), count);
        return isSome(value) ? [`${part}.${count}: ${value}`] : [];
    });
}
function isSome(count) {
    return typeof count === 'number' && count > 0;
}
function malformedCount(log, place) {
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(log, `extra_info.${place}`);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(value) || isSome(value))
            return [];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedAnswer */ .ol(({ malformed }) => malformed.number(`"${place}"`));
    });
}


/***/ }),

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


/***/ })

};
