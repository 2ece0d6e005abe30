export const id = 3600;
export const ids = [3600];
export const modules = {

/***/ 3600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dataartsScript: () => (/* binding */ dataartsScript)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1817);
/* harmony import */ var _families_job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = { LAUNCHING: 'running', RUNNING: 'running', FINISHED: 'succeeded', FAILED: 'failed' };
/** One run of a script of DataArts Factory, an instance of it. The answer repeats no id, and holds the rows of its result. */
const dataartsScript = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'dataarts-script',
    title: { en: 'DataArts Factory', zh: '数据开发 DataArts Factory' },
    noun: { en: 'script run', zh: '脚本实例' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of an instance, such as a1ad-448a-9d56-4154193d49c5',
            zh: '实例的 ID，例如 a1ad-448a-9d56-4154193d49c5'
        }
    },
    parentId: {
        pattern: _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.name,
        form: {
            en: 'the name of a script, in letters, Chinese ones too, digits, "-", "_" and ".", such as dwsscript',
            zh: '脚本名称，由字母（含汉字）、数字、“-”、“_”和“.”组成，例如 dwsscript'
        }
    },
    usualWorkspace: 'default',
    hosts: _families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.hosts,
    request: ({ projectId, parentId, taskId, workspace }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v1/${projectId}/scripts/${parentId}/instances/${taskId}`,
        headers: workspace ? { workspace } : {}
    }),
    states,
    read,
    answersWithId: false,
    // All of them come under HTTP 400.
    codes: {
        'DLF.6201': 'not-found',
        'DLF.6205': 'not-found',
        ..._families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.codes
    },
    advice: {
        caveat: {
            en: 'Of a script with several statements this does not say that each of them succeeded: look at the results of the instance in DataArts Factory.',
            zh: '脚本包含多条语句时，这并不说明每条语句都已成功：请在数据开发 DataArts Factory 中查看该实例的结果。'
        },
        codes: {
            'DLF.6201': {
                en: 'Check the name of the script, before the slash in task-id, and workspace: the service knows no such script there.',
                zh: '检查 task-id 中斜杠之前的脚本名称，以及 workspace：服务在那里没有找到该脚本。'
            },
            ..._families_dataarts_js__WEBPACK_IMPORTED_MODULE_1__/* .dataartsFactory */ .j.codeAdvice
        }
    }
});
/** The results of a run that did not fail have messages as well, which are no reasons. */
function read(instance) {
    const told = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(instance, 'status'));
    const results = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(instance, 'results')].flat().filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
    const reasons = told.state === 'failed' ? results.map(result => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(result, 'message')) : [];
    return { ...told, message: (0,_families_job_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(undefined, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'message'), ...reasons) };
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
