import {hostsOf} from '../../hosts.ts';
import {epochMs, type JsonRecord, optional, optionalText, percent, statusIn} from '../../json.ts';
import {defineService, objectUnder, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** Words of `job_state`, except FINISHED, which says that the job has ended and not how: `job_result` says it. */
const jobStates: StateTable = {
  NEW: 'running',
  // As Open Telekom Cloud's documents spell it.
  New: 'running',
  NEW_SAVING: 'running',
  SUBMITTED: 'running',
  ACCEPTED: 'running',
  RUNNING: 'running',
  FAILED: 'failed',
  KILLED: 'stopped'
};

const jobResults: StateTable = {UNDEFINED: 'running', SUCCEEDED: 'succeeded', FAILED: 'failed', KILLED: 'stopped'};

/** A job in a cluster of MapReduce Service. The answer comes under HTTP 202. */
export const mrs = defineService({
  name: 'mrs',
  title: {en: 'MapReduce Service', zh: 'MapReduce 服务 MRS'},
  noun: {en: 'job', zh: '作业'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of the job, such as 431b135e-c090-489f-b1db-0abe3822b855',
      zh: '作业的 ID，例如 431b135e-c090-489f-b1db-0abe3822b855'
    }
  },
  parentId: {
    pattern: plainId,
    form: {
      en: 'the id of the cluster, such as 2b460e01-3351-4170-b0a7-57b9dd5ffef3',
      zh: '集群的 ID，例如 2b460e01-3351-4170-b0a7-57b9dd5ffef3'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. For the other three regions named here the
  // SDK prints a domain (.cn) that hardly any other service has there: the usual one is taken, which no source confirms.
  hosts: hostsOf('mrs.v2', {more: {mrs: 'ap-southeast-1 ap-southeast-4 ru-northwest-2 eu-de'}, usual: 'mrs'}),
  request: ({projectId, parentId, taskId}) => ({
    path: path`/v2/${projectId}/clusters/${parentId}/job-executions/${taskId}`
  }),
  states: {...jobStates, ...jobResults},
  find: objectUnder('job_detail'),
  read,
  httpStatuses: [202],
  // No source has this field; where an answer has it, it has to be the id of the cluster.
  repeats: {cluster_id: ({parentId}) => parentId},
  idsAreHexadecimal: true,
  // All but the cluster that does not exist (400) come under HTTP 500.
  codes: {
    '12000003': 'not-found',
    '0176': 'not-found',
    '0201': 'not-found',
    '0167': 'rejected',
    '0192': 'denied'
  },
  advice: {
    again: {en: 'submit the job again', zh: '重新提交作业'},
    verdicts: {
      failed: {
        en: 'Fix the cause. The log is in the cluster, under the job and in YARN.',
        zh: '解决问题。日志在集群中：见该作业以及 YARN。'
      }
    },
    codes: {
      '0167': {
        en: 'This cluster does not offer the API of jobs (v2) that this step asks.',
        zh: '该集群不提供本步骤所查询的作业 API（v2）。'
      },
      '0192': {
        en: 'The user of these credentials is not known in the cluster: synchronize the IAM users on the Dashboard of the cluster.',
        zh: '集群中没有凭证所属的用户：请在集群的概览页同步 IAM 用户。'
      }
    }
  }
});

function read(job: JsonRecord): Reading {
  const jobState = statusIn(job, 'job_state');
  const [serviceStatus, states] =
    jobState === 'FINISHED' ? [statusIn(job, 'job_result'), jobResults] : [jobState, jobStates];
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_name'),
    ...wordAndState(states, serviceStatus),
    progress: percent(optional(job, 'job_progress')),
    startMs: epochMs(optional(job, 'started_time')),
    endMs: epochMs(optional(job, 'finished_time'))
  };
}
