import {hostsOf} from '../../hosts.ts';
import {
  endMsAfter,
  epochMs,
  isoMs,
  type JsonRecord,
  list,
  optional,
  optionalText,
  recordIn,
  records,
  statusIn,
  theAnswer
} from '../../json.ts';
import type {Cause, Subtask} from '../../task.ts';
import {attempt, errorNames, partsIn} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** Of `phase`. The documentation warns not to rely on `secondary_phase`. */
const states: StateTable = {
  Creating: 'running',
  Pending: 'running',
  Running: 'running',
  Terminating: 'running',
  Completed: 'succeeded',
  Failed: 'failed',
  Abnormal: 'failed',
  Terminated: 'stopped'
};

/** A training job of ModelArts. */
export const modelartsTraining = defineService({
  name: 'modelarts-training',
  title: {en: 'ModelArts', zh: 'AI 开发平台 ModelArts'},
  noun: {en: 'training job', zh: '训练作业'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 3faf5c03-aaa1-4cbe-879d-24b05d997347',
      zh: '字母、数字和“-”，例如 3faf5c03-aaa1-4cbe-879d-24b05d997347'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. For ap-southeast-1 the SDK prints a domain
  // (.cn) that hardly any other service has there: the usual one is taken, which no source confirms.
  hosts: hostsOf('modelarts.v1', {more: {modelarts: 'ap-southeast-1 eu-de'}, usual: 'modelarts'}),
  request: ({projectId, taskId}) => ({path: path`/v2/${projectId}/training-jobs/${taskId}`}),
  states,
  read,
  parts: (job: JsonRecord) =>
    attempt(() => partsIn(recordIn(job, 'status'), 'task_statuses', 'task', worker => [readWorker(worker)])),
  // Beside the state.
  errors: errorNames.map(name => `status.${name}`),
  causes: {
    request: ({projectId, taskId}) => ({
      path: path`/v2/${projectId}/training-jobs/${taskId}/events?level=Error&order=asc&limit=100`
    }),
    read: answer =>
      records(list(theAnswer(answer), 'events'), 'event')
        .filter(event => (optionalText(event, 'level') ?? 'Error') === 'Error')
        .map(readEvent)
  },
  idsAreHexadecimal: true,
  codes: {'ModelArts.2775': 'not-found', 'ModelArts.0204': 'unauthenticated'},
  advice: {
    again: {en: 'create the training job again', zh: '重新创建训练作业'},
    verdicts: {
      failed: {
        en: 'Fix the cause. The log is in ModelArts, under the training job.',
        zh: '解决问题。日志见 ModelArts 中的该训练作业。'
      }
    },
    codes: {
      'ModelArts.0204': {
        en: 'Give a token of the project: this one names no project.',
        zh: '请提供项目级 Token：当前 Token 没有指定项目。'
      }
    }
  }
});

function read(job: JsonRecord): Reading {
  const metadata = recordIn(job, 'metadata');
  const status = recordIn(job, 'status');
  const startMs = epochMs(optional(status, 'start_time'));
  return {
    id: optionalText(metadata, 'id'),
    name: optionalText(metadata, 'name'),
    ...wordAndState(states, statusIn(status, 'phase')),
    startMs,
    endMs: endMsAfter(startMs, optional(status, 'duration'))
  };
}

/** A worker of the job. Its exit code is no state: a worker that still runs may have one as well. */
function readWorker(worker: JsonRecord): Subtask {
  const exitCode = optional(worker, 'exit_code');
  return {
    name: optionalText(worker, 'task'),
    serviceStatus: typeof exitCode === 'number' ? `exit code ${exitCode}` : '',
    state: 'untold',
    message: optionalText(worker, 'message')
  };
}

/** What the service itself says about the job, which is not its log. */
function readEvent(event: JsonRecord): Cause {
  return {
    message: optionalText(event, 'message'),
    timeMs: isoMs(optional(event, 'time'))
  };
}
