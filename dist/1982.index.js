export const id = 1982;
export const ids = [1982];
export const modules = {

/***/ 1982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeartsPipeline: () => (/* binding */ codeartsPipeline)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = {
    RUNNING: 'running',
    PAUSED: 'running',
    SUSPEND: 'running',
    COMPLETED: 'succeeded',
    FAILED: 'failed',
    CANCELED: 'stopped',
    IGNORED: 'stopped'
};
/** Stages and their jobs have more words than a run, and one that was passed over on purpose does not spoil the run. */
const stageStates = {
    ...states,
    INIT: 'running',
    QUEUED: 'running',
    ASYNC_RUNNING: 'running',
    REDISPATCH: 'running',
    ASYNC_FAILED: 'failed',
    IGNORED: 'skipped',
    SKIPPED: 'skipped',
    UNSELECTED: 'skipped'
};
/** A run of a pipeline of CodeArts Pipeline; its stages are the subtasks. */
const codeartsPipeline = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'codearts-pipeline',
    aliases: ['cloudpipeline'],
    title: { en: 'CodeArts Pipeline', zh: '流水线 CodeArts Pipeline' },
    noun: { en: 'run', zh: '运行' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of the run, such as 7ba7be7de80c4b819f4c9e3c8ea79c7b',
            zh: '运行的 ID，例如 7ba7be7de80c4b819f4c9e3c8ea79c7b'
        }
    },
    parentId: {
        pattern: /^(?:[A-Za-z0-9_-]{1,128}\/)?[A-Za-z0-9_-]{1,128}$/,
        form: {
            en: 'the id of the pipeline, such as 7bcedd0f556a4baead77105f8b238dde (before it the id of the CodeArts project and a slash, where project-id is another one)',
            zh: '流水线的 ID，例如 7bcedd0f556a4baead77105f8b238dde（如果 project-id 是另一个项目，则前面加上 CodeArts 项目 ID 和斜杠）'
        }
    },
    // The vendor's SDK table, its API reference for cn-northeast-1, and its European one: one API under three names.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('codeartspipeline.v2', {
        more: { 'cloudpipeline-ext': 'cn-northeast-1', 'pipeline-external': 'eu-west-101' }
    }),
    request: ({ projectId, parentId, taskId }) => {
        const [pipeline = '', project = projectId] = parentId.split('/').reverse();
        return {
            path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v5/${project}/api/pipelines/${pipeline}/pipeline-runs/detail?pipeline_run_id=${taskId}`
        };
    },
    states,
    read,
    parts: partsOf,
    causes: { read: run => causesIn((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(run)) },
    repeats: { pipeline_id: ({ parentId }) => parentId.slice(parentId.lastIndexOf('/') + 1) },
    idsAreHexadecimal: true,
    // Of a pipeline, and of its project; all of them can come under HTTP 200 as well.
    codes: {
        'DEVPIPE.00011401': 'not-found',
        'DEVPIPE.00011412': 'not-found',
        'DEVPIPE.30021001': 'not-found',
        DEV_21_100169: 'not-found',
        'DEVPIPE.30011011': 'denied'
    },
    advice: {
        again: { en: 'run the pipeline again', zh: '重新运行流水线' },
        words: {
            PAUSED: {
                en: 'The run is paused: resume it, or give the approval that it waits for, in CodeArts Pipeline.',
                zh: '运行已暂停：请在 CodeArts Pipeline 中恢复运行，或完成它所等待的审批。'
            },
            SUSPEND: {
                en: 'The run is suspended: resume it in CodeArts Pipeline.',
                zh: '运行已挂起：请在 CodeArts Pipeline 中恢复运行。'
            }
        },
        verdicts: {
            'not-found': {
                en: 'Check both ids, and the project: the path takes the id of the CodeArts project, which is not that of the IAM project. Give it before the pipeline: project/pipeline/run.',
                zh: '检查两个 ID 以及项目：路径中使用的是 CodeArts 项目 ID，它与 IAM 项目 ID 不同。请写在流水线之前：project/pipeline/run。'
            },
            failed: {
                en: 'Fix the cause. The log of what failed is in CodeArts Pipeline, under the run.',
                zh: '解决问题。失败之处的日志见 CodeArts Pipeline 中的该次运行。'
            }
        },
        codes: {
            'DEVPIPE.30011011': {
                en: 'Give the user of these credentials the right to view this pipeline.',
                zh: '为凭证所属的用户授予查看该流水线的权限。'
            }
        }
    }
});
function read(run) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(run, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(run, 'name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(run, 'status')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(run, 'start_time')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(run, 'end_time'))
    };
}
/** The stages, and of one that has succeeded also the jobs and steps in it that have not. */
function partsOf(run) {
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsIn */ .gw)(run, 'stages', 'stage', stage => [
        { ...observe(stage, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(stage, 'status')), message: firstMessage(stage) },
        ...oddPartsOf(stage)
    ]);
}
/**
 * What stages and jobs hold. The checks before and after a stage come last: a job or step that failed says more.
 * Steps have some of the words of jobs, by the vendor's SDK.
 */
const lists = { jobs: 'job', steps: 'step', pre: 'check', post: 'check' };
/** Of a stage, or of a job in it, that says it succeeded, or nothing: its errors, and what is in it and says something else. */
function oddPartsOf(part) {
    const own = observe(part, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalWord */ .zJ)(part, 'status'));
    if (own.state !== 'succeeded' && own.state !== 'untold')
        return [];
    const inside = Object.entries(lists).flatMap(([key, kind]) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsIn */ .gw)(part, key, kind, inner => {
        const seen = observe(inner, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalWord */ .zJ)(inner, 'status'));
        const isOdd = seen.state !== 'succeeded' && seen.state !== 'skipped' && seen.state !== 'untold';
        return isOdd ? [{ ...seen, message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(inner, 'message') }] : oddPartsOf(inner);
    }));
    return [...(0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorsIn */ .R4)(part, _parts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorNames */ .tD, own), ...inside];
}
/** What stages, jobs and steps have in common. */
function observe(part, serviceStatus) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(part, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(part, 'name'),
        serviceStatus,
        state: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(stageStates, serviceStatus),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(part, 'start_time')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(part, 'end_time'))
    };
}
/**
 * What failed in a run, on the lowest level that shows it. What was stopped, or tells no state, counts where it has a
 * message; what was stopped comes last, for mostly another failure is the reason.
 */
function causesIn(run) {
    const causes = failuresIn(run);
    const isStopped = ({ serviceStatus = '' }) => (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(stageStates, serviceStatus) === 'stopped';
    return [...causes.filter(cause => !isStopped(cause)), ...causes.filter(isStopped)];
}
function failuresIn(part, outerName) {
    return Object.entries({ stages: 'stage', ...lists }).flatMap(([key, type]) => recordsIn(part, key).flatMap(inner => {
        const { serviceStatus, state, name = outerName, startMs, endMs } = observe(inner, wordOf(inner));
        if (state !== 'failed' && state !== 'stopped' && state !== 'untold')
            return [];
        const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(inner, 'message');
        const inside = failuresIn(inner, name).map(cause => ({ ...cause, message: cause.message ?? message }));
        if (inside.length > 0 || (message === undefined && state !== 'failed'))
            return inside;
        return [{ name, type, serviceStatus: serviceStatus || undefined, message, timeMs: endMs ?? startMs }];
    }));
}
/**
 * Stages have no message of their own: that of the first step, job or check in them which has one. One that failed, or
 * tells no state, goes before one that was stopped, and that before all others.
 */
function firstMessage(stage) {
    const jobs = recordsIn(stage, 'jobs');
    const steps = jobs.flatMap(job => recordsIn(job, 'steps'));
    const checks = ['pre', 'post'].flatMap(key => recordsIn(stage, key));
    const told = [...steps, ...jobs, ...checks].filter(part => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(part, 'message') !== undefined);
    const inState = (...wanted) => told.find(part => wanted.includes((0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(stageStates, wordOf(part))));
    const part = inState('failed', 'untold') ?? inState('stopped') ?? told[0];
    return part && (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(part, 'message');
}
/** Where it is of another form, there is none. */
function wordOf(part) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(part, 'status') ?? '';
}
function recordsIn(from, key) {
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(from, key);
    return Array.isArray(list) ? list.filter(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4) : [];
}


/***/ })

};
