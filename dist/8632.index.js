export const id = 8632;
export const ids = [8632];
export const modules = {

/***/ 9163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ messageService)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9324);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6209);




const states = {
    CREATED: 'running',
    EXECUTING: 'running',
    SUCCESS: 'succeeded',
    FAILED: 'failed',
    DELETED: 'stopped',
    CANCELLED: 'stopped'
};
/** The message services run the background tasks of their instances on one platform: the same path, host and answer. */
function messageService({ name, title, client, more = '' }) {
    return (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .defineService */ .Pt)({
        name,
        title,
        taskId: {
            pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
            form: {
                en: 'the id of the task, such as 8abfa7b272adc5b40172b73130065ae7',
                zh: '任务的 ID，例如 8abfa7b272adc5b40172b73130065ae7'
            }
        },
        parentId: {
            pattern: _service_js__WEBPACK_IMPORTED_MODULE_3__/* .plainId */ .zS,
            form: {
                en: 'the id of the instance, such as 9b6b7173-d1d8-4604-86a8-43b732715a03',
                zh: '实例的 ID，例如 9b6b7173-d1d8-4604-86a8-43b732715a03'
            }
        },
        hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(client, { more: { dms: more }, usual: 'dms' }),
        request: ({ projectId, parentId, taskId }) => ({
            path: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae) `/v2/${projectId}/instances/${parentId}/tasks/${taskId}`
        }),
        states,
        find: (body, { taskId }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .theAnswer */ .Im)(body), 'tasks'), 'task').filter(task => (0,_task_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameId */ .WB)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(task, 'id'), taskId, true)),
        read,
        idsAreHexadecimal: true,
        advice: {
            verdicts: {
                failed: {
                    en: 'Fix the cause. The background tasks of the instance, in its console, may say more.',
                    zh: '解决问题。更多信息可查看控制台中该实例的后台任务。'
                },
                'not-found': {
                    en: 'Check task-id, which takes the ids of the instance and of the task with a slash between them, project-id and region. Scheduled tasks are not listed here until they run.',
                    zh: '检查 task-id（应填写实例 ID 和任务 ID，以斜杠分隔）、project-id 和 region。定时任务在执行之前不在此列出。'
                }
            }
        }
    });
}
/** A task that is executing has a time of its last update too. */
function read(task) {
    return {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'id'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(task, 'name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(task, 'status')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, 'created_at')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(task, 'updated_at'))
    };
}


/***/ }),

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kafka: () => (/* binding */ kafka)
/* harmony export */ });
/* harmony import */ var _families_dms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9163);

/** A background task of a Kafka instance: a reassignment of partitions, an extension, a quota, say. */
const kafka = (0,_families_dms_js__WEBPACK_IMPORTED_MODULE_0__/* .messageService */ .T)({
    name: 'kafka',
    title: { en: 'Distributed Message Service for Kafka', zh: '分布式消息服务 Kafka 版' },
    client: 'kafka.v2',
    // Open Telekom Cloud's list of endpoints; its instances are Kafka's.
    more: 'eu-de eu-nl'
});


/***/ })

};
