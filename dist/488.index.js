export const id = 488;
export const ids = [488];
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

/***/ 5004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ findListedJob),
/* harmony export */   E4: () => (/* binding */ databaseCodes),
/* harmony export */   MS: () => (/* binding */ scheduledStates),
/* harmony export */   SY: () => (/* binding */ databaseJobs),
/* harmony export */   g8: () => (/* binding */ authorizationAdvice)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4715);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9324);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2119);




/** What the databases' lists of scheduled tasks have besides; that a task by its id has them too is not confirmed. */
const scheduledStates = { Pending: 'running', Canceled: 'stopped' };
/** For what else RDS and TaurusDB can wait. */
const authorizationAdvice = {
    Unauthorized: {
        en: 'The task waits for an authorization: give it in the task centre of the database, or cancel the task there.',
        zh: '任务等待授权：请在数据库的任务中心授权，或在那里取消任务。'
    }
};
/**
 * The databases show their tasks by one API, the task centre. An end time is no evidence: DDS and GeminiDB send one
 * while the task runs.
 */
function databaseJobs({ moreStates, takesLanguage, advice, ...own }) {
    const states = { Running: 'running', Completed: 'succeeded', Failed: 'failed', ...moreStates };
    return (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
        taskId: {
            pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
            usual: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .uuid */ .uR,
            form: {
                en: 'letters, digits and "-", such as 31b8ae23-c687-4d80-b7b4-42a66c9bb886',
                zh: '字母、数字和“-”，例如 31b8ae23-c687-4d80-b7b4-42a66c9bb886'
            }
        },
        request: ({ projectId, taskId, language }) => ({
            path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v3/${projectId}/jobs?id=${taskId}`,
            ...(takesLanguage && { headers: { 'x-language': language } })
        }),
        states,
        find: findJob,
        read: (job) => readJob(job, states),
        errors: ['fail_reason'],
        idsAreHexadecimal: true,
        ...own,
        codes: databaseCodes,
        advice: {
            ...advice,
            verdicts: { 'not-found': keptForAMonth, ...advice?.verdicts },
            codes: { 'DBS.280056': _advice_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidToken */ .R, 'DBS.280063': mayList, 'DBS.216003': mayList, ...advice?.codes }
        }
    });
}
/**
 * By the tables of error codes in Open Telekom Cloud's documents, where some come under HTTP 400. That DDS has the first
 * one too is known from Terraform's provider.
 */
const databaseCodes = {
    'DBS.200543': 'not-found',
    // Of some resource, by the tables of DDS and GeminiDB.
    'DBS.280016': 'not-found',
    'DBS.200010': 'denied',
    'DBS.280015': 'denied',
    // By the tables of GeminiDB and GaussDB.
    'DBS.280063': 'denied',
    'DBS.216003': 'denied',
    'DBS.280056': 'unauthenticated',
    // The system is busy.
    'DBS.200998': 'transient'
};
const keptForAMonth = {
    en: 'Check task-id, project-id and region. The task centre of the database keeps tasks for one month, and some kinds of task are never in it: this action cannot wait for those.',
    zh: '检查 task-id、project-id 和 region。数据库的任务中心只保留一个月内的任务，有些类型的任务不会出现在其中，本 Action 无法等待这类任务。'
};
const mayList = {
    en: 'Give the user of these credentials the right to list the tasks of this database.',
    zh: '为凭证所属的用户授予查询该数据库任务列表的权限。'
};
/** In the answer that holds one job. */
function findJob(body, { taskId }) {
    const answer = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .theAnswer */ .Im)(body);
    const job = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)(answer, 'job');
    return [job, ...twins([answer, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalList */ .R2)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(answer, 'jobs'), '"jobs"')], taskId)];
}
/** In the answer that lists jobs, in which the one asked for may be missing or not be the first. */
function findListedJob(body, { taskId }) {
    const answer = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .theAnswer */ .Im)(body);
    const jobs = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(answer, 'jobs');
    const found = jobs.filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4).filter(job => hasId(job, taskId));
    if (found.length === 0)
        return [];
    // Beside it, one whose id cannot be read could be the same.
    for (const job of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .records */ .V0)(jobs, 'job'))
        (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(job, 'id');
    return [...found, ...twins([answer, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(answer, 'job')], taskId)];
}
/** What else in the answer has a state under the id of the task: it has to agree. */
function twins(others, taskId) {
    return others.filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4).filter(other => hasId(other, taskId) && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(other, 'status') !== undefined);
}
function hasId(job, taskId) {
    return (0,_task_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameId */ .WB)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'id') ?? '', taskId, true);
}
/** One meaning has different names: `process` or `progress`, `created` or `start_time`, `ended` or `end_time`. */
function readJob(job, states) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'name'),
        resourceName: instanceOf(job),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIn */ .em)(job, 'status')),
        progress: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'process', 'progress')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'created', 'start_time')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(job, 'ended', 'end_time')),
        message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(job, 'fail_reason')
    };
}
function instanceOf(job) {
    const instance = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalRecord */ .oN)(job, 'instance');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'name') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(instance, 'id');
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rdsBackup: () => (/* binding */ rdsBackup)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _families_advice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2119);
/* harmony import */ var _families_task_centre_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5004);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);





/** A backup that somebody deletes is none to go back to. */
const states = { BUILDING: 'running', COMPLETED: 'succeeded', FAILED: 'failed', DELETING: 'stopped' };
/** A manual backup of an instance of RDS, which has no job. */
const rdsBackup = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
    name: 'rds-backup',
    title: { en: 'RDS', zh: '云数据库 RDS' },
    noun: { en: 'backup', zh: '备份' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'the id of the backup, such as 43e4feaab48f11e89039fa163ebaa7e4br01',
            zh: '备份的 ID，例如 43e4feaab48f11e89039fa163ebaa7e4br01'
        }
    },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_4__/* .plainId */ .zS,
        form: {
            en: 'the id of the instance, such as a48e43ff268f4c0e879652d65e63d0fbin01',
            zh: '实例的 ID，例如 a48e43ff268f4c0e879652d65e63d0fbin01'
        }
    },
    // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('rds.v3', { more: { rds: 'eu-de eu-nl' }, usual: 'rds' }),
    request: ({ projectId, parentId, taskId, language }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v3/${projectId}/backups?instance_id=${parentId}&backup_id=${taskId}`,
        headers: { 'x-language': language }
    }),
    states,
    find: (body, { taskId }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(body), 'backups'), 'backup').filter(backup => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(backup, 'id') === taskId),
    read,
    repeats: { instance_id: ({ parentId }) => parentId },
    counts: { total_count: 'backups' },
    codes: {
        ..._families_task_centre_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseCodes */ .E4,
        // Under HTTP 400, by Open Telekom Cloud's table of RDS's codes: the backup does not exist.
        'DBS.201203': 'not-found',
        'DBS.280214': 'not-found',
        'RDS.3026': 'not-found'
    },
    advice: {
        again: { en: 'make a new backup', zh: '重新创建备份' },
        verdicts: {
            stopped: {
                en: 'The backup is being deleted and cannot be used. Find out why before you make a new one.',
                zh: '该备份正在被删除，无法使用。请先查明原因，再重新创建备份。'
            },
            'not-found': {
                en: 'Check task-id, which takes the ids of the instance and of the backup with a slash between them, project-id and region. A backup that has been deleted is not listed any more.',
                zh: '检查 task-id（应填写实例 ID 和备份 ID，以斜杠分隔）、project-id 和 region。已删除的备份不再列出。'
            }
        },
        codes: {
            'DBS.280056': _families_advice_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidToken */ .R
        }
    }
});
function read(backup) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(backup, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(backup, 'name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(backup, 'status')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(backup, 'begin_time')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(backup, 'end_time'))
    };
}


/***/ })

};
