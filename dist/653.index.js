export const id = 653;
export const ids = [653];
export const modules = {

/***/ 653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cocScript: () => (/* binding */ cocScript)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4715);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



const states = {
    READY: 'running',
    PROCESSING: 'running',
    PAUSED: 'running',
    FINISHED: 'succeeded',
    ABNORMAL: 'failed',
    ERROR: 'failed',
    ROLLBACKED: 'failed',
    CANCELED: 'stopped'
};
/** A script that Cloud Operations Center runs on servers, in batches: a script service ticket. */
const cocScript = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .defineService */ .Pt)({
    name: 'coc-script',
    title: { en: 'Cloud Operations Center', zh: '云运维中心 COC' },
    noun: { en: 'script ticket', zh: '脚本工单' },
    taskId: {
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .plainId */ .zS,
        form: {
            en: 'the execution id of the script, such as SCT2023083109562601af694bf',
            zh: '脚本的执行 ID，例如 SCT2023083109562601af694bf'
        }
    },
    scope: 'domain',
    needsProjectId: false,
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .globalHostsOf */ .EL)('coc.v1'),
    request: ({ taskId, language }) => ({
        path: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .path */ .Ae) `/v1/job/script/orders/${taskId}`,
        headers: { 'x-language': language }
    }),
    states,
    find: (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .objectUnder */ .oz)('data'),
    read,
    // Under HTTP 400.
    codes: { 'COC.00040709': 'not-found' },
    advice: {
        again: { en: 'run the script again', zh: '重新执行脚本' },
        // PAUSE_ORDER, CONTINUE_ORDER and CANCEL_ORDER of support.huaweicloud.com/api-coc/UpdateScriptOrder.html.
        words: {
            PAUSED: {
                en: 'The ticket is paused: continue or cancel it in Cloud Operations Center.',
                zh: '工单已暂停：请在云运维中心继续执行或取消该工单。'
            }
        },
        verdicts: {
            warning: {
                en: 'The script may have failed on some of the servers, as its success_rate allows: look at the batches of this ticket in Cloud Operations Center.',
                zh: '按 success_rate 的设置，脚本可能在部分服务器上执行失败：请在云运维中心查看该工单的各批次。'
            },
            failed: {
                en: 'Open the script ticket in Cloud Operations Center: its batches have a log for each server. Fix the cause.',
                zh: '在云运维中心打开该脚本工单：各批次中有每台服务器的日志。请解决问题。'
            },
            'not-found': {
                en: 'Check task-id, and that the keys or the token are of the account that ran the script. Check the site too: for the international one, give a region outside China, or endpoint: https://coc-intl.myhuaweicloud.com.',
                zh: '检查 task-id；确认密钥或 Token 属于执行该脚本的账号；并检查站点：国际站请填写中国大陆以外的 region，或在 endpoint 中填写 https://coc-intl.myhuaweicloud.com 。'
            }
        }
    }
});
function read(ticket) {
    const properties = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalRecord */ .oN)(ticket, 'properties');
    const told = {
        id: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(ticket, 'execute_uuid'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(properties, 'script_name'),
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .statusIn */ .em)(ticket, 'status')),
        startMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(ticket, 'gmt_created')),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .epochMs */ .e9)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(ticket, 'gmt_finished'))
    };
    if (told.state !== 'succeeded')
        return told;
    const successRate = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(ticket, 'properties.execute_param.success_rate') ?? 100;
    if (successRate === 100)
        return told;
    return { ...told, state: 'warning', message: `success_rate: ${JSON.stringify(successRate)}` };
}


/***/ })

};
