import {MalformedAnswer} from '../errors.ts';
import {epochMs, optional, optionalText, record, text} from '../json.ts';
import {isTerminal, type Task} from '../task.ts';
import {dliCodes, dliHosts, dliPermission} from './dli.ts';
import {plainId, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {
  LAUNCHING: 'running',
  RUNNING: 'running',
  SCALING: 'running',
  FINISHED: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'stopped'
};

/** A SQL job of Data Lake Insight. */
export const dliSql = {
  name: 'dli-sql',
  aliases: [],
  title: 'Data Lake Insight',
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 208b08d4-0dc2-4dd7-8879-ddd4c020d7aa'},
  needsProjectId: true,
  hosts: dliHosts,
  request: ({projectId, taskId}) => ({
    path: `/v1.0/${encodeURIComponent(projectId)}/jobs/${encodeURIComponent(taskId)}/status`,
    headers: {}
  }),
  states,
  read,
  answersWithId: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: dliCodes,
  advice: {},
  about: {
    id: '`job_id` of `POST /v1.0/{project_id}/jobs/submit-job`',
    permission: dliPermission,
    unconfirmed: 'Which of its codes an unknown id is answered with; the permission on Open Telekom Cloud'
  }
} as const satisfies Service;

function read(body: unknown): Task {
  const job = record(body, 'the answer');
  const message = optionalText(job, 'message');
  // It tells about the request and not about the job, so a true proves nothing and a false leaves nothing to be read.
  if (optional(job, 'is_success') === false)
    throw new MalformedAnswer(`"is_success" is false: ${message ?? 'no reason'}`);
  const serviceStatus = text(job, 'status');
  const state = stateOf(states, serviceStatus);
  const startMs = epochMs(optional(job, 'start_time'));
  const durationMs = optional(job, 'duration');
  return {
    id: optionalText(job, 'job_id'),
    serviceStatus,
    state,
    startMs,
    endMs:
      isTerminal(state) && startMs !== undefined && typeof durationMs === 'number'
        ? epochMs(startMs + durationMs)
        : undefined,
    message,
    subtasks: []
  };
}
