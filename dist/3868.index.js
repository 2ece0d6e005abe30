export const id = 3868;
export const ids = [3868];
export const modules = {

/***/ 3868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   swrSync: () => (/* binding */ swrSync)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2297);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2082);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4715);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6209);





const states = {
    waiting: 'running',
    running: 'running',
    success: 'succeeded',
    existed: 'warning',
    failed: 'failed',
    timeout: 'failed',
    cancel: 'stopped'
};
const newestFirst = 'limit::100|offset::0|order::desc';
/**
 * The synchronization of one image tag to one organization in another region. The call that starts it returns no id, so
 * it goes by what that call is given; the newest job of that tag and target counts.
 */
const swrSync = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .defineService */ .Pt)({
    name: 'swr-sync',
    title: { en: 'Software Repository for Container', zh: '容器镜像服务 SWR' },
    noun: { en: 'synchronization', zh: '镜像同步任务' },
    taskId: {
        pattern: /^\w[\w.-]{0,127}$/,
        form: { en: 'the tag of the image, such as v1.2.0', zh: '镜像版本（tag），例如 v1.2.0' }
    },
    parentId: {
        pattern: /^[a-z][a-z0-9._-]{0,63}\/[a-z0-9][a-z0-9._$-]{0,127}\/[a-z0-9-]{1,64}\/[a-z][a-z0-9._-]{0,63}$/,
        form: {
            en: 'organization/repository/target-region/target-organization, such as team/app/cn-north-1/team (a "$" for each slash within the name of the repository)',
            zh: '组织/仓库/目标区域/目标组织，例如 team/app/cn-north-1/team（仓库名中的斜杠写成“$”）'
        }
    },
    needsProjectId: false,
    hosts: (0,_hosts_js__WEBPACK_IMPORTED_MODULE_2__/* .hostsOf */ .PP)('swr.v2', { usual: 'swr-api' }),
    request: ({ parentId }) => {
        const { organization, repository } = placesOf(parentId);
        return {
            path: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .path */ .Ae) `/v2/manage/namespaces/${organization}/repos/${repository}/sync_job?filter=${newestFirst}`
        };
    },
    states,
    find,
    read,
    repeats: {
        namespace: ({ parentId }) => placesOf(parentId).organization,
        // A slash in the name of a repository is a "$" in the path.
        repoName: ({ parentId }) => {
            const { repository } = placesOf(parentId);
            return [repository, repository.replaceAll('$', '/')];
        }
    },
    answersWithId: false,
    settleMs: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2,
    runsOverlap: true,
    advice: {
        again: { en: 'synchronize the image again', zh: '重新同步镜像' },
        verdicts: {
            warning: {
                en: 'The target had this tag already, maybe for another image: compare the two, or synchronize again and override it.',
                zh: '目标中原本已有该镜像标签，可能对应另一个镜像：请比较两者，或选择覆盖后重新同步。'
            },
            'not-found': {
                en: 'Check the organization, the repository, the region and organization of the target, and the tag. A new job takes a while to be listed, and only the newest 100 of a repository are looked at.',
                zh: '检查组织、镜像仓库、目标区域、目标组织和镜像标签。新任务要过一会儿才会列出，而且每个仓库只查看最近的 100 个。'
            }
        }
    }
});
function placesOf(parentId) {
    const [organization = '', repository = '', targetRegion = '', targetOrganization = ''] = parentId.split('/');
    return { organization, repository, targetRegion, targetOrganization };
}
/** The newest job of the tag and target; several of them where they were created at the same time. */
function find(body, { parentId, taskId: tag }) {
    if (body === null)
        return [];
    const { targetRegion, targetOrganization } = placesOf(parentId);
    const wanted = { tag, remoteRegionId: targetRegion, remoteNamespace: targetOrganization };
    const jobs = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .records */ .V0)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .theList */ .O_)(body), 'job')
        .filter(job => {
        // All are read before any is compared: a job with one that is no text could be the one asked for.
        for (const key of Object.keys(wanted))
            (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(job, key);
        return Object.entries(wanted).every(([key, value]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(job, key) === value);
    })
        .map(job => ({ job, createdMs: createdMs(job) }));
    const newestMs = jobs.reduce((newest, { createdMs }) => Math.max(newest, createdMs), 0);
    return jobs.filter(({ createdMs }) => createdMs === newestMs).map(({ job }) => job);
}
function read(job, { parentId, taskId: tag }) {
    const { organization, repository } = placesOf(parentId);
    return {
        name: `${organization}/${repository}:${tag}`,
        ...(0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .wordAndState */ .PG)(states, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .statusIn */ .em)(job, 'status')),
        startMs: createdMs(job),
        endMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(job, 'updatedAt'))
    };
}
/** Without it the newest job cannot be told from an old one. */
function createdMs(job) {
    const ms = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isoMs */ .Ec)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(job, 'createdAt'));
    if (ms === undefined) {
        const found = JSON.stringify((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(job, 'createdAt')) ?? '';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MalformedAnswer */ .ol(({ malformed }) => malformed.noTime('"createdAt"', found));
    }
    return ms;
}


/***/ })

};
