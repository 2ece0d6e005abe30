export const id = 297;
export const ids = [297];
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

/***/ 6551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ resourceService),
/* harmony export */   p: () => (/* binding */ uuidOf)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2297);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7060);






/**
 * A resource, for calls that answer with no task: what its state is, and not how a change of it went. While the answer
 * says what is being done with it, that decides and not its state; and the state from before a change may still show
 * for a while after it.
 */
function resourceService({ words, fields, doingStates = {}, nodes, gone, codes, errors = [], advice, ...member }) {
    const states = statesOf(words);
    const { codes: goneCodes = [], things = [], lists = false } = gone;
    const nodesOf = (own) => (nodes ? partsOf(own, nodes) : []);
    return (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
        idsAreHexadecimal: true,
        ...member,
        states,
        read: (own) => read(own, { states, fields, doingStates }, nodesOf(own)),
        ...(nodes && { parts: nodesOf, successInParts: true }),
        errors: [...errors, ..._parts_js__WEBPACK_IMPORTED_MODULE_3__/* .errorNames */ .tD.map(name => fields.word.replace(/[^.]*$/, name))],
        settleMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2,
        codes: { ...Object.fromEntries(goneCodes.map(code => [code, 'not-found'])), ...codes },
        advice: {
            ...advice,
            words: { ...restingAdvice(words.resting ?? []), ...advice?.words }
        },
        resource: {
            ends: [...words.good, ...(words.resting ?? [])],
            creation: [...words.underWay, ...words.bad].filter(word => creationWords.has(word)),
            doing: { fields: fields.doing ?? [], states: doingStates },
            gone: { words: words.deleted ?? [], codes: goneCodes, things, lists }
        }
    });
}
/**
 * Words for a resource that is being created, or whose creation failed. `BUILD` is so for
 * [ECS](https://support.huaweicloud.com/en-us/api-ecs/ecs_08_0002.html) and, by the vendor's SDK, for RDS; the others
 * say it themselves.
 */
const creationWords = new Set([
    ...['BUILD', 'CREATING', 'Creating', 'PENDING_CREATE'],
    ...['CREATEFAILED', 'CREATE_FAILED', 'CREATE FAIL']
]);
/** For a wait that ends in such a word, which nobody gave as expected. */
function restingAdvice(resting) {
    return Object.fromEntries(resting.map(word => [
        word,
        {
            en: 'It stays in this state until somebody changes it. If that is the state to wait for, give it in expect.',
            zh: '在有人变更之前，资源会一直停留在该状态。如果要等待的就是该状态，请将它填入 expect。'
        }
    ]));
}
function statesOf({ underWay, good, resting = [], bad, deleted = [] }) {
    const mean = (state, ...lists) => lists.flat().map(word => [word, state]);
    return Object.fromEntries([
        ...mean('running', underWay, resting),
        ...mean('succeeded', good),
        ...mean('failed', bad, deleted)
    ]);
}
function read(own, { states, fields: { id, name, word, reasons = [], doing = [] }, doingStates }, nodes) {
    const ownName = name === undefined ? undefined : textAt(own, name);
    const reading = {
        id: textAt(own, id),
        name: ownName,
        resourceName: ownName,
        message: (0,_job_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonOf */ .A3)(undefined, ...reasons.map(path => textAt(own, path)))
    };
    const serviceStatus = wordAt(own, word);
    const actions = [...new Set(doing.flatMap(path => actionsAt(own, path)))];
    const meanings = actions.map(action => (Object.hasOwn(doingStates, action) ? doingStates[action] : 'running'));
    const decisive = meanings.includes('running') ? 'running' : meanings.find(state => state !== 'succeeded');
    const plain = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, serviceStatus);
    // What failed before says nothing of a change that is under way.
    if (serviceStatus !== '' && decisive !== undefined && (decisive === 'running' || plain.state === 'succeeded')) {
        return { ...reading, serviceStatus: `${serviceStatus} (${actions.join(', ')})`, state: decisive };
    }
    const unfinished = nodes.filter(node => !(0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .isFlaw */ .Rh)(node) && !endStates.has(node.state));
    return { ...reading, ...plain, state: plain.state === 'succeeded' && unfinished.length > 0 ? 'running' : plain.state };
}
const endStates = new Set(['succeeded', 'failed']);
function partsOf(own, { key, words }) {
    const states = statesOf(words);
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partsIn */ .gw)(own, key, 'node', node => {
        const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(node, 'status');
        const part = {
            id: textAt(node, 'id'),
            name: textAt(node, 'name'),
            serviceStatus,
            state: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(states, serviceStatus)
        };
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .withErrors */ .u$)(part, node);
    });
}
/** The object that holds the last key of a path, and this key. */
function placeOf(own, path, into) {
    const keys = path.split('.');
    const key = keys.pop() ?? '';
    return { holder: keys.reduce(into, own), key };
}
function wordAt(own, path) {
    const { holder, key } = placeOf(own, path, _json_js__WEBPACK_IMPORTED_MODULE_2__/* .recordIn */ .Rn);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .statusIn */ .em)(holder, key);
}
/** A text for people, or an id. */
function textAt(own, path) {
    const { holder, key } = placeOf(own, path, _json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR)(holder, key);
}
function actionsAt(own, path) {
    const { holder, key } = placeOf(own, path, _json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRecord */ .oN);
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(holder, key);
    // In an object the keys are what is being done, whatever their values are.
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return Object.keys(value).map(action => action.trim());
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(value))
        return [];
    if (value === true)
        return [key];
    const words = [value].flat();
    const actions = words.map(word => {
        if (typeof word !== 'string') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MalformedAnswer */ .ol(({ malformed }) => malformed.texts(`"${path}"`, JSON.stringify(word)));
        }
        return word.trim();
    });
    return actions.filter(action => action !== '');
}
const uuidPattern = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;
/** An id that cannot be taken for a name. The text says what it is: "the id of the cluster". */
function uuidOf({ en, zh }, example) {
    return {
        pattern: uuidPattern,
        form: { en: `${en}, such as ${example}, and not its name`, zh: `${zh}，例如 ${example}，而不是名称` }
    };
}


/***/ }),

/***/ 297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mrsCluster: () => (/* binding */ mrsCluster)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _families_resource_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6551);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



/** A cluster of MapReduce Service. */
const mrsCluster = (0,_families_resource_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceService */ .c)({
    name: 'mrs-cluster',
    title: { en: 'MapReduce Service', zh: 'MapReduce 服务 MRS' },
    noun: { en: 'cluster', zh: '集群' },
    taskId: (0,_families_resource_js__WEBPACK_IMPORTED_MODULE_1__/* .uuidOf */ .p)({ en: 'the id of the cluster', zh: '集群的 ID' }, 'bdb064ff-2855-4624-90d5-e9a6376abd6e'),
    // As for the jobs of the same service.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('mrs.v1', { more: { mrs: 'ap-southeast-1 ap-southeast-4 ru-northwest-2 eu-de' }, usual: 'mrs' }),
    request: ({ projectId, taskId }) => ({ path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v1.1/${projectId}/cluster_infos/${taskId}` }),
    find: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .objectUnder */ .oz)('cluster'),
    words: {
        underWay: ['starting', 'scaling-out', 'scaling-in', 'terminating'],
        good: ['running'],
        bad: ['failed', 'abnormal', 'frozen'],
        deleted: ['terminated']
    },
    fields: { id: 'clusterId', name: 'clusterName', word: 'clusterState', reasons: ['errorInfo'], doing: ['scale'] },
    doingStates: {
        'scaling-out': 'running',
        'scaling-in': 'running',
        'scaling-up': 'running',
        scaling_up_first: 'running',
        scaled_up_first: 'running',
        'scaled-up-success': 'succeeded',
        'scaling-error': 'failed'
    },
    errors: ['errorInfo'],
    gone: { codes: ['12000003'], things: ['cluster'] }
});


/***/ })

};
