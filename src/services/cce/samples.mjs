import {alteredCce, cceAnswers, cceNeeds} from '../families/cce.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'containers',
    what: {en: 'jobs on clusters and nodes', zh: '集群与节点任务'},
    id: {
      en: '`status.jobID` of the calls that create, change or delete a cluster or a node, such as `POST /api/v3/projects/{project_id}/clusters`',
      zh: '创建、变更、删除集群或节点的接口（如 `POST /api/v3/projects/{project_id}/clusters`）返回的 `status.jobID`'
    },
    // support.huaweicloud.com/api-cce/cce_02_0247.html.
    permission: {
      en: '`cce:job:get` (identity policy as well as role or policy)',
      zh: '`cce:job:get`（身份策略授权、角色与策略授权均为该授权项）'
    },
    unconfirmed: {
      en: 'What an unknown id is answered with',
      zh: '查询未知 ID 时返回什么'
    }
  },
  id: '{job_id}',
  example: '354331b2-229a-11e8-9c75-0255ac100ceb',
  poll: {path: '/api/v3/projects/{project_id}/jobs/{job_id}', headers: {'content-type': 'application/json'}},
  start: {
    path: '/api/v3/projects/{project_id}/clusters',
    body: {kind: 'Cluster', apiVersion: 'v3', metadata: {name: '{story}'}, spec: {flavor: 'cce.s1.small'}},
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
  hosts: {'eu-de': 'cce.eu-de.otc.t-systems.com', 'ae-ad-1': 'cce.ae-ad-1.myhuaweicloud.com', 'cn-southwest-3': null},
  usualHost: 'cce',
  sdk: {client: 'cce.v3', method: 'show_job', arguments: {job_id: '{job_id}'}},
  needs: cceNeeds,
  altered: alteredCce,
  answers: cceAnswers('ShowJob')
};
