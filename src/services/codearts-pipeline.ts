import {epochMs, isRecord, type JsonRecord, optional, optionalList, optionalText, record, text} from '../json.ts';
import type {Subtask, SubtaskState, Task} from '../task.ts';
import {labelByRegion, plainId, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {
  RUNNING: 'running',
  PAUSED: 'running',
  SUSPEND: 'running',
  COMPLETED: 'succeeded',
  FAILED: 'failed',
  CANCELED: 'stopped',
  IGNORED: 'stopped'
};

/** A stage has more words than a run, and one that was passed over on purpose does not spoil the run. */
const stageStates: Readonly<Record<string, SubtaskState>> = {
  ...states,
  INIT: 'running',
  QUEUED: 'running',
  ASYNC_RUNNING: 'running',
  REDISPATCH: 'running',
  ASYNC_FAILED: 'failed',
  IGNORED: 'skipped',
  SKIPPED: 'skipped',
  UNSELECTED: 'skipped'
};

/** The vendor's SDK table: one API under three names. */
const hosts = {
  byRegion: labelByRegion({
    'cloudpipeline-ext': `
      cn-north-1 cn-north-4 cn-south-1 cn-south-2 cn-east-2 cn-east-3 cn-southwest-2 ap-southeast-3 sa-brazil-1
      la-north-2`,
    'pipeline-external': 'tr-west-1 la-south-2',
    pipeline: 'af-north-1 me-east-1 af-south-1'
  })
};

/** A run of a pipeline of CodeArts Pipeline; its stages are the subtasks. */
export const codeartsPipeline = {
  name: 'codearts-pipeline',
  aliases: ['cloudpipeline'],
  title: 'CodeArts Pipeline',
  taskId: {pattern: plainId, form: 'the id of the run, such as 7ba7be7de80c4b819f4c9e3c8ea79c7b'},
  parentId: {
    pattern: /^(?:[A-Za-z0-9_-]{1,128}\/)?[A-Za-z0-9_-]{1,128}$/,
    form: 'the id of the pipeline, such as 7bcedd0f556a4baead77105f8b238dde (before it the id of the CodeArts project and a slash, where project-id is another one)'
  },
  needsProjectId: true,
  hosts,
  request: ({projectId, parentId, taskId}) => {
    const [, project = projectId, pipeline = ''] = /^(?:([^/]*)\/)?(.*)$/s.exec(parentId) ?? [];
    return {
      path: `/v5/${encodeURIComponent(project)}/api/pipelines/${encodeURIComponent(pipeline)}/pipeline-runs/detail?pipeline_run_id=${encodeURIComponent(taskId)}`,
      headers: {}
    };
  },
  states,
  read,
  answersWithId: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  // The first two can come under HTTP 200 as well.
  codes: {
    'DEVPIPE.00011401': 'not-found',
    'DEVPIPE.00011412': 'not-found',
    'DEVPIPE.30011011': 'denied'
  },
  advice: {
    'not-found':
      'Check both ids, and the project: the path takes the id of the CodeArts project, which is not that of the IAM project. Give it before the pipeline: project/pipeline/run.',
    failed: 'The log of the stage that failed is in CodeArts Pipeline, under the run.',
    'DEVPIPE.30011011': 'Give the account of these credentials the right to view this pipeline.'
  },
  about: {
    id: 'the id of the pipeline, a slash, and `pipeline_run_id` of `POST /v5/{project_id}/api/pipelines/{pipeline_id}/run`',
    permission:
      'The right to view the pipeline (`operation_query`), which a role in the CodeArts project or the pipeline itself gives',
    unconfirmed:
      'What an unknown run is answered with; whether IGNORED is ever the state of a run (read as stopped); an IAM action'
  }
} as const satisfies Service;

function read(body: unknown): Task {
  const run = record(body, 'the answer');
  const serviceStatus = text(run, 'status');
  return {
    id: optionalText(run, 'id'),
    name: optionalText(run, 'name'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: epochMs(optional(run, 'start_time')),
    endMs: epochMs(optional(run, 'end_time')),
    subtasks: optionalList(optional(run, 'stages'), '"stages"').map((stage, index) =>
      readStage(record(stage, `stage ${index + 1}`))
    )
  };
}

function readStage(stage: JsonRecord): Subtask {
  const serviceStatus = text(stage, 'status');
  return {
    id: optionalText(stage, 'id'),
    name: optionalText(stage, 'name'),
    serviceStatus,
    state: Object.hasOwn(stageStates, serviceStatus) ? (stageStates[serviceStatus] ?? 'unknown') : 'unknown',
    startMs: epochMs(optional(stage, 'start_time')),
    endMs: epochMs(optional(stage, 'end_time')),
    message: firstMessage(stage)
  };
}

/** Stages have no message of their own: that of their first job or step which has one. */
function firstMessage(stage: JsonRecord): string | undefined {
  const jobs = recordsIn(stage, 'jobs');
  const steps = jobs.flatMap(job => recordsIn(job, 'steps'));
  return [...steps, ...jobs].map(part => optionalText(part, 'message')).find(message => message !== undefined);
}

function recordsIn(from: JsonRecord, key: string): readonly JsonRecord[] {
  const list = optional(from, key);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
