export const id = 8703;
export const ids = [8703];
export const modules = {

/***/ 8703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cce: () => (/* binding */ cce)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _families_cce_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4790);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



/** A job of Cloud Container Engine: the creation of a cluster or a node, say. */
const cce = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
    name: 'cce',
    title: { en: 'Cloud Container Engine', zh: '云容器引擎 CCE' },
    ..._families_cce_js__WEBPACK_IMPORTED_MODULE_1__/* .cceJobs */ .a,
    // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('cce.v3', { more: { cce: 'eu-de eu-nl' }, usual: 'cce' }),
    request: ({ projectId, taskId }) => (0,_families_cce_js__WEBPACK_IMPORTED_MODULE_1__/* .cceRequest */ .J)((0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/api/v3/projects/${projectId}/jobs/${taskId}`)
});


/***/ }),

/***/ 4790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cceRequest),
/* harmony export */   a: () => (/* binding */ cceJobs)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



const states = { Initializing: 'running', Running: 'running', Success: 'succeeded', Failed: 'failed' };
/** Beside the status, in a job and in those within it. */
const errors = _parts_js__WEBPACK_IMPORTED_MODULE_1__/* .errorNames */ .tD.map(name => `status.${name}`);
/** The content type is mandatory, although there is no content. */
function cceRequest(path) {
    return { path, headers: { 'content-type': 'application/json' } };
}
/** The jobs of both kinds of clusters: another path, the same answer. */
const cceJobs = {
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
        form: {
            en: 'letters, digits and "-", such as 354331b2-229a-11e8-9c75-0255ac100ceb',
            zh: '字母、数字和“-”，例如 354331b2-229a-11e8-9c75-0255ac100ceb'
        }
    },
    states,
    read,
    parts: partsOf,
    flaws: (job) => differingWords((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalRecord */ .oN)(job, 'status')),
    errors,
    idsAreHexadecimal: true
};
/** Two words that differ contradict each other. */
function differingWords(status) {
    const [phase, word] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(status, 'phase'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(status, 'status')];
    if (phase === undefined || word === undefined || phase === word)
        return [];
    return [(0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)(({ against, and }) => against.differing(and([String(phase), String(word)])))];
}
/** An answer of the older API (v2) has the word under another name. */
function wordKeyIn(status) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(status, 'phase') === undefined && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(status, 'status') !== undefined ? 'status' : 'phase';
}
function read(job) {
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)(job, 'status');
    return { ...observe(job), ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(status, wordKeyIn(status))) };
}
/** The jobs within a job, each followed by those within it. Their statuses are no mandatory fields, but never blank. */
function partsOf(job) {
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsIn */ .gw)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'spec') ?? {}, '"spec"'), 'subJobs', 'subJob', subJob => {
        const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(subJob, 'status') ?? {}, '"status"');
        const serviceStatus = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalWord */ .zJ)(status, wordKeyIn(status));
        const part = { ...observe(subJob), ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, serviceStatus) };
        return [...(0,_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .withErrors */ .u$)(part, subJob, errors), ...differingWords(status), ...partsOf(subJob)];
    }));
}
/** What a job and those within it have in common. The time of the last update is no end. */
function observe(job) {
    const spec = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalRecord */ .oN)(job, 'spec');
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalRecord */ .oN)(job, 'metadata'), 'uid'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(spec, 'type'),
        resourceName: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(spec, 'resourceName'),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .goMs */ .$2)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalRecord */ .oN)(job, 'metadata'), 'creationTimestamp')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalRecord */ .oN)(job, 'status'), 'reason')
    };
}


/***/ })

};
