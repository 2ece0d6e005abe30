export const id = 2690;
export const ids = [2690];
export const modules = {

/***/ 2690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cceUpgrade: () => (/* binding */ cceUpgrade)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = {
    Init: 'running',
    Queuing: 'running',
    Running: 'running',
    Pause: 'running',
    Success: 'succeeded',
    Failed: 'failed'
};
/** The upgrade of a cluster of Cloud Container Engine. */
const cceUpgrade = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
    name: 'cce-upgrade',
    title: { en: 'Cloud Container Engine', zh: '云容器引擎 CCE' },
    noun: { en: 'cluster upgrade', zh: '集群升级任务' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of the upgrade task, such as 976a33e2-f545-11ed-87af-0255ac1002c2',
            zh: '升级任务的 ID，例如 976a33e2-f545-11ed-87af-0255ac1002c2'
        }
    },
    parentId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
        form: {
            en: 'the id of the cluster, such as 4d1ecb2c-229a-11e8-9c75-0255ac100ceb',
            zh: '集群的 ID，例如 4d1ecb2c-229a-11e8-9c75-0255ac100ceb'
        }
    },
    // The vendor's SDK table: Open Telekom Cloud's documents do not have this API.
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)('cce.v3', { usual: 'cce' }),
    // In this call the vendor's SDKs have no parameter for the content type.
    request: ({ projectId, parentId, taskId }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/api/v3/projects/${projectId}/clusters/${parentId}/operation/upgrade/tasks/${taskId}`
    }),
    states,
    read,
    errors: _parts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorNames */ .tD.map(name => `status.${name}`),
    idsAreHexadecimal: true,
    advice: {
        again: { en: 'start a new upgrade', zh: '重新发起升级' },
        words: {
            Pause: {
                en: 'The upgrade is paused: continue it in Cloud Container Engine, under the cluster.',
                zh: '升级已暂停：请在云容器引擎 CCE 中该集群下继续升级。'
            }
        },
        verdicts: {
            failed: {
                en: 'Look for the cause in Cloud Container Engine, under the cluster, and fix it. After a retry of the upgrade there, check its id: the vendor does not document whether a retry changes it.',
                zh: '在云容器引擎 CCE 控制台打开该集群，查找原因并解决。如果在那里重试升级，请核对任务 ID 是否改变：华为云文档对此没有说明。'
            },
            'not-found': {
                en: 'Check task-id, which takes the ids of the cluster and of the upgrade task with a slash between them, project-id and region.',
                zh: '检查 task-id（应填写集群 ID 和升级任务 ID，以斜杠分隔）、project-id 和 region。'
            }
        }
    }
});
/** A task that has not begun has a time of completion too. */
function read(task) {
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalRecord */ .oN)(task, 'metadata');
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .recordIn */ .Rn)(task, 'status');
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(metadata, 'uid'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(status, 'phase')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .goMs */ .$2)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(metadata, 'creationTimestamp')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .goMs */ .$2)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(status, 'completionTime'))
    };
}


/***/ })

};
