import {alteredCce, cceAnswers, cceNeeds} from '../families/cce.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'containers',
    what: {en: 'jobs on Autopilot clusters', zh: 'Autopilot 集群任务'},
    id: {
      en: '`status.jobID` of the calls that create, change or delete an Autopilot cluster, such as `POST /autopilot/v3/projects/{project_id}/clusters`',
      zh: '创建、变更、删除 Autopilot 集群的接口（如 `POST /autopilot/v3/projects/{project_id}/clusters`）返回的 `status.jobID`'
    },
    // support.huaweicloud.com/api-cce-autopilot/ShowAutopilotJob.html.
    permission: {
      en: '`cce:job:get` (identity policy as well as role or policy)',
      zh: '`cce:job:get`（身份策略授权、角色与策略授权均为该授权项）'
    },
    unconfirmed: {
      en: 'What an unknown id is answered with; in which of the regions of CCE there are Autopilot clusters',
      zh: '查询未知 ID 时返回什么；CCE 的哪些区域提供 Autopilot 集群'
    }
  },
  id: '{job_id}',
  example: '354331b2-229a-11e8-9c75-0255ac100ceb',
  poll: {path: '/autopilot/v3/projects/{project_id}/jobs/{job_id}', headers: {'content-type': 'application/json'}},
  start: {
    path: '/autopilot/v3/projects/{project_id}/clusters',
    body: {kind: 'Cluster', apiVersion: 'v3', metadata: {name: '{story}'}, spec: {flavor: 'cce.autopilot.cluster'}},
    answer: {
      status: 201,
      body: {
        kind: 'Cluster',
        apiVersion: 'v3',
        metadata: {name: '{story}', uid: '800fe900-97dc-3516-9a50-4de62716069a'},
        status: {phase: 'Creating', jobID: '{job_id}'}
      }
    }
  },
  hosts: {'cn-north-4': 'cce.cn-north-4.myhuaweicloud.com', 'eu-de': null, 'cn-southwest-3': null},
  usualHost: 'cce',
  sdk: {client: 'cce.v3', method: 'show_autopilot_job', arguments: {job_id: '{job_id}'}},
  needs: cceNeeds,
  altered: alteredCce,
  answers: cceAnswers('ShowAutopilotJob')
};
