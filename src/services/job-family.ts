import {
  isoMs,
  isRecord,
  type JsonRecord,
  optional,
  optionalList,
  optionalText,
  percent,
  record,
  text
} from '../json.ts';
import type {Subtask, Task} from '../task.ts';
import {plainId, type Service, type StateTable, stateOf} from './service.ts';

/** The words of all members. */
const familyStates: StateTable = {INIT: 'running', RUNNING: 'running', SUCCESS: 'succeeded', FAIL: 'failed'};

/** What sets one member apart from the others. */
interface Member<Name extends string> extends Pick<Service, 'title' | 'hosts' | 'advice' | 'about'> {
  readonly name: Name;
  /** Words that this member has beside those of the family. */
  readonly moreStates?: StateTable;
}

/**
 * Servers, disks, images and public addresses run their jobs on one platform: the same path on a host of their own, the
 * same answer, and `Common` codes for the job query itself.
 */
export function jobService<Name extends string>({moreStates, advice, ...member}: Member<Name>) {
  const states: StateTable = {...familyStates, ...moreStates};
  return {
    ...member,
    aliases: [],
    taskId: {pattern: plainId, form: 'letters, digits and "-", such as 2c9eb2c5544cbf6101544f0602af2b4f'},
    needsProjectId: true,
    request: ({projectId, taskId}) => ({
      path: `/v1/${encodeURIComponent(projectId)}/jobs/${encodeURIComponent(taskId)}`,
      headers: {}
    }),
    states,
    read: body => read(body, states),
    answersWithId: true,
    // A running job has an empty end time.
    endTimeMeansEnd: true,
    settleMs: 0,
    tasksHaveErrorCodes: true,
    // Under HTTP 400, Common.0024 under 202.
    codes: {
      'Common.0011': 'not-found',
      'Common.0013': 'denied',
      'Common.0020': 'transient',
      'Common.0024': 'throttled',
      'Common.0025': 'transient'
    },
    advice: {
      'Common.0013': 'Give a fresh token: the service says that this one is invalid.',
      'Common.0018': 'Check project-id: the credentials belong to another project.',
      ...advice
    }
  } as const satisfies Service;
}

function read(body: unknown, states: StateTable): Task {
  const job = record(body, 'the answer');
  return {...observe(job, states), progress: progressOf(job), subtasks: subtasksOf(job, states)};
}

/** What a job and its sub-jobs have in common. */
function observe(job: JsonRecord, states: StateTable) {
  const serviceStatus = text(job, 'status');
  const [entities = {}] = entitiesOf(job);
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: isoMs(optional(job, 'begin_time')),
    endMs: isoMs(optional(job, 'end_time')),
    message: reasonOf(
      optionalText(job, 'error_code') ?? optionalText(entities, 'error_code'),
      optionalText(job, 'fail_reason') ?? optionalText(job, 'message'),
      optionalText(entities, 'errorcode_message'),
      optionalText(entities, 'addition_error_msg') ?? optionalText(entities, 'error')
    )
  };
}

/** What a job works on, and its sub-jobs: an object in all answers, and also a list in one edition of the documentation. */
function entitiesOf(job: JsonRecord): readonly JsonRecord[] {
  return [optional(job, 'entities')].flat().filter(isRecord);
}

/** Sub-jobs, under the name that the image service has for them too, with their own sub-jobs after them. */
function subtasksOf(job: JsonRecord, states: StateTable): readonly Subtask[] {
  return entitiesOf(job).flatMap(entities => [
    ...[
      ...optionalList(optional(entities, 'sub_jobs'), '"sub_jobs"'),
      ...optionalList(optional(entities, 'sub_jobs_result'), '"sub_jobs_result"')
    ].flatMap((item, index) => {
      const subJob = record(item, `sub-job ${index + 1}`);
      return [observe(subJob, states), ...subtasksOf(subJob, states)];
    }),
    ...resultsOf(entities, states)
  ]);
}

/** The image service's parts of a job on many images: its documentation has the words in capitals, its answers do not. */
function resultsOf(entities: JsonRecord, states: StateTable): readonly Subtask[] {
  return optionalList(optional(entities, 'results'), '"results"').map((item, index) => {
    const result = record(item, `result ${index + 1}`);
    const serviceStatus = text(result, 'status');
    return {
      name: optionalText(result, 'image_id'),
      serviceStatus,
      state: stateOf(states, serviceStatus.toUpperCase())
    };
  });
}

/** The image service's `process_percent`, a fraction in spite of its name: the one published answer has 0.24. */
function progressOf(job: JsonRecord): number | undefined {
  const [entities = {}] = entitiesOf(job);
  const fraction = optional(entities, 'process_percent');
  return typeof fraction === 'number' ? percent(Math.round(fraction * 100)) : undefined;
}

/** The texts that say why a job failed, each once, after the code unless they repeat it. */
export function reasonOf(code: string | undefined, ...texts: readonly (string | undefined)[]): string | undefined {
  const reason = [...new Set(texts.filter(part => part !== undefined))].join('; ');
  return code === undefined || reason.includes(code) ? reason || undefined : [code, reason].filter(Boolean).join(': ');
}
