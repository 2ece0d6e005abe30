export const id = 8449;
export const ids = [8449];
export const modules = {

/***/ 8449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cdn: () => (/* binding */ cdn)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _families_job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);





/** `task_done` says that no URL is in work any more, also where some or all of them failed. */
const states = { task_inprocess: 'running', task_done: 'succeeded' };
const urlStates = {
    waiting: 'running',
    processing: 'running',
    refreshing: 'running',
    preheating: 'running',
    succeed: 'succeeded',
    failed: 'failed'
};
/** The same for each code of a missing permission. */
function forAll(value) {
    return Object.fromEntries(['CDN.0004', 'CDN.0020', 'CDN.0021'].map(code => [code, value]));
}
/** The refresh (purge) of cached files, or their preheating (prefetch): one task with the URLs as its parts. */
const cdn = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
    name: 'cdn',
    title: { en: 'Content Delivery Network', zh: '内容分发网络 CDN' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'the id of the refresh or preheating task, such as 8a29d3f05d0cbeee015d0cc1333c0007',
            zh: '刷新或预热任务的 ID，例如 8a29d3f05d0cbeee015d0cc1333c0007'
        }
    },
    scope: 'domain',
    needsProjectId: false,
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .globalHostsOf */ .EL)('cdn.v2'),
    // Whole: both parameters have to be sent together, without them a page has 30 URLs. A task has at most 1000.
    request: ({ taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v1.0/cdn/historytasks/${taskId}/detail?page_size=10000&page_number=1` }),
    enterpriseProject: { query: 'enterprise_project_id' },
    states,
    read,
    parts: (task) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partsIn */ .gw)(task, 'urls', 'url', readUrl),
    flaws: countFlaws,
    successInParts: true,
    idsAreHexadecimal: true,
    // The first one also under HTTP 200.
    codes: {
        'CDN.0108': 'not-found',
        'CDN.0003': 'not-found',
        ...forAll('denied')
    },
    advice: {
        again: { en: 'submit the URLs that failed again', zh: '重新提交失败的 URL' },
        verdicts: {
            'not-found': {
                en: 'Check task-id, the account of the credentials (it must own the domain name) and, for an IAM user, enterprise-project-id. Only tasks of the last 7 days are found.',
                zh: '检查 task-id；确认密钥或 Token 属于拥有该域名的账号；使用 IAM 用户时还要检查 enterprise-project-id。只能查到最近 7 天的任务。'
            },
            failed: {
                en: 'Fix the cause for the URLs that failed. ORIGIN_ERROR means that it is at the origin server.',
                zh: '解决这些 URL 失败的原因。ORIGIN_ERROR 表示问题在源站。'
            }
        },
        codes: forAll({
            en: 'Give the IAM user the permission to query CDN tasks, and give enterprise-project-id: the id of the enterprise project that the domain name belongs to, or all. IAM users have to send it.',
            zh: '为 IAM 用户授予查询 CDN 任务的权限，并填写 enterprise-project-id：域名所属企业项目的 ID，或者 all。使用 IAM 用户时必须传入该参数。'
        })
    }
});
function read(body) {
    const task = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(body);
    return {
        // A text by the SDKs; a number in what the service answers elsewhere.
        id: typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(task, 'id') === 'number' ? String((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(task, 'id')) : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'task_type'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(task, 'status')),
        progress: progressOf(task),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, 'create_time'))
    };
}
/** The share of URLs that are over. */
function progressOf(task) {
    const counted = (name) => Number((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, name));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(Math.floor((100 * (counted('succeed') + counted('failed'))) / counted('total')));
}
function readUrl(url) {
    const message = (0,_families_job_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(url, 'fail_classify'), (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(url, 'fail_desc'));
    const part = {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(url, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(url, 'url'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(urlStates, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(url, 'status')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(url, 'create_time')),
        message
    };
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .withErrors */ .u$)(part, url, ['fail_classify', 'fail_desc']);
}
/** The counts of a task that is over, all of whose URLs succeeded. */
function countFlaws(task) {
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => {
        const { length } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalList */ .R2)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, 'urls'), '"urls"');
        return Object.entries({ total: length, succeed: length, failed: 0, processing: 0 }).flatMap(([name, expected]) => {
            const counted = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(task, name);
            return counted === expected ? [] : [(0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .contradiction */ .qX)(({ against }) => against.expected(name, counted, expected))];
        });
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
