import {hostsOf} from '../../hosts.ts';
import {type JsonRecord, optionalText, recordIn, statusIn, text} from '../../json.ts';
import type {SubtaskState} from '../../task.ts';
import {errorNames, partsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf, wordAndState} from '../service.ts';

/** Of a job and of its tasks. What was rolled back stands as it did before the job, which has failed. */
const states: StateTable = {
  SUBMITTED: 'running',
  SCHEDULED: 'running',
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  PARTIALLY_FAILED: 'failed',
  CANCELLED: 'stopped',
  ROLLBACKING: 'running',
  ROLLBACKED: 'failed',
  UNKNOWN: 'failed'
};

/** A job of ServiceStage: the deployment, upgrade, restart or deletion of a component, say. Its tasks are the subtasks. */
export const servicestage = defineService({
  name: 'servicestage',
  title: {en: 'ServiceStage', zh: '应用管理与运维平台 ServiceStage'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as JOB66761060-f209-407c-a093-4df6f531b9dc',
      zh: '字母、数字和“-”，例如 JOB66761060-f209-407c-a093-4df6f531b9dc'
    }
  },
  hosts: hostsOf('servicestage.v3'),
  // Twenty tasks come without a limit.
  request: ({projectId, taskId}) => ({path: path`/v3/${projectId}/cas/jobs/${taskId}?limit=50`}),
  states,
  undoingWords: ['ROLLBACKING'],
  read,
  parts: (answer: JsonRecord) =>
    partsIn(answer, 'tasks', 'task', task => {
      const serviceStatus = text(task, 'task_status');
      const part = {
        id: optionalText(task, 'task_id'),
        name: optionalText(task, 'task_name'),
        serviceStatus,
        state: taskStateOf(serviceStatus),
        message: optionalText(task, 'messages')
      };
      return withErrors(part, task);
    }),
  errors: errorNames.map(name => `job.${name}`),
  counts: {task_count: 'tasks'},
  // The resource that does not exist, under HTTP 401.
  codes: {'SVCSTG.00100401': 'not-found'},
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id, which takes a job_id of the API of version 3, project-id and region.',
        zh: '检查 task-id（应填写 v3 接口返回的 job_id）、project-id 和 region。'
      }
    }
  }
});

function read(answer: JsonRecord): Reading {
  const job = recordIn(answer, 'job');
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    ...wordAndState(states, statusIn(job, 'execution_status'))
  };
}

function taskStateOf(word: string): SubtaskState {
  return word === 'SKIPPED' ? 'skipped' : stateOf(states, word);
}
