import type {ServiceName} from '../../../src/services/index.ts';

/** Parts of a task, each with a state of its own. */
export interface Parts {
  /** Path of the list. A list on the way is gone through. */
  readonly at: string;
  /** Path of the state in a part. */
  readonly word: string;
  /** The states that leave a success whole, in small letters. */
  readonly words: readonly string[];
  /** A part may come without a state. */
  readonly untold?: true;
  /** Parts have parts themselves, at the same places. */
  readonly nested?: true;
  /** Path of the number of parts, which is as long as the list where it is there. */
  readonly count?: string;
}

/**
 * What an answer must have, at the least, to prove success: by the sources of the samples, and not by what is under
 * test. Paths are keys with dots.
 */
export interface Conditions {
  /** HTTP statuses. Default: 200 alone. */
  readonly statuses?: readonly number[];
  /** Path of the list in which the task is looked up by its id; empty for the answer itself. */
  readonly list?: string;
  /** Path of the task, where it is not the answer or the entry of the list. */
  readonly task?: string;
  /** Path of the id in the task, for a service whose answers carry one. */
  readonly id?: string;
  /** Path of the state in the task. */
  readonly word: string;
  readonly words: readonly (string | number)[];
  /** The words may be in any letters. */
  readonly anyLetters?: true;
  /** Values that must be there, by their paths in the task. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Values where anything is there, by their paths in the task. */
  readonly flags?: Readonly<Record<string, unknown>>;
  /** Texts that are as asked where they are there, by their paths in the task; `n` is a part of what stands before the id. */
  readonly repeats?: Readonly<Record<string, number>>;
  /** Paths in the task of what says why it failed. */
  readonly errors?: readonly string[];
  readonly parts?: readonly Parts[];
}

const job = {id: 'job_id', word: 'status', errors: ['error_code', 'fail_reason']} as const;
const subJob = {word: 'status', words: ['success'], nested: true} as const;
const jobFamily: Conditions = {
  ...job,
  words: ['SUCCESS'],
  parts: [
    {...subJob, at: 'entities.sub_jobs', count: 'entities.sub_jobs_total'},
    {...subJob, at: 'entities.sub_jobs_result'},
    {...subJob, at: 'sub_jobs'},
    {at: 'entities.results', word: 'status', words: ['success']}
  ]
};
const database: Conditions = {
  task: 'job',
  id: 'id',
  word: 'status',
  words: ['Completed'],
  errors: ['fail_reason']
};

/** A service without conditions does not compile. */
export const conditions: Readonly<Record<ServiceName, Conditions>> = {
  'dataarts-studio': {
    id: 'id',
    word: 'status',
    words: ['SUCCESSFUL'],
    parts: ['subtasks', 'subTasks'].map(at => ({at, word: 'status', words: ['successful']}))
  },
  taurusdb: database,
  rds: database,
  dds: database,
  gaussdb: database,
  geminidb: {...database, task: '', list: 'jobs'},
  'codearts-check': {word: 'task_status', words: [2]},
  ecs: jobFamily,
  evs: jobFamily,
  ims: jobFamily,
  bms: jobFamily,
  eip: jobFamily,
  dcs: {...job, words: ['SUCCESS']},
  'sfs-turbo': {...job, words: ['success'], parts: [{at: 'sub_jobs', word: 'status', words: ['success']}]},
  dws: {...job, words: ['SUCCESS'], errors: ['failed_code', 'failed_detail']},
  elb: {
    ...job,
    task: 'job',
    words: ['SUCCESS', 'COMPLETE'],
    errors: ['error_code'],
    parts: [{at: 'sub_jobs', word: 'status', words: ['success', 'complete']}]
  },
  cce: {
    id: 'metadata.uid',
    word: 'status.phase',
    words: ['Success'],
    parts: [{at: 'spec.subJobs', word: 'status.phase', words: ['success'], untold: true, nested: true}]
  },
  cbr: {task: 'operation_log', id: 'id', word: 'status', words: ['success'], errors: ['error_info.code']},
  'rfs-stack': {id: 'stack_name', word: 'status', words: ['DEPLOYMENT_COMPLETE']},
  'dataarts-job': {
    id: 'instanceId',
    word: 'status',
    words: ['success', 'forceSuccess', 'ignoreSuccess'],
    repeats: {jobName: 0}
  },
  'codearts-pipeline': {
    id: 'id',
    word: 'status',
    words: ['COMPLETED'],
    repeats: {pipeline_id: 0},
    parts: [{at: 'stages', word: 'status', words: ['completed', 'ignored', 'skipped', 'unselected']}]
  },
  mrs: {
    statuses: [200, 202],
    task: 'job_detail',
    id: 'job_id',
    word: 'job_result',
    words: ['SUCCEEDED'],
    fixed: {job_state: 'FINISHED'}
  },
  'dli-sql': {id: 'job_id', word: 'status', words: ['FINISHED'], flags: {is_success: true}},
  'dli-spark': {id: 'id', word: 'state', words: ['success'], anyLetters: true},
  functiongraph: {list: 'invocations', id: 'request_id', word: 'status', words: ['SUCCESS'], errors: ['error_code']},
  sms: {id: 'id', word: 'state', words: ['MIGRATE_SUCCESS', 'SYNC_SUCCESS']},
  'modelarts-training': {id: 'metadata.id', word: 'status.phase', words: ['Completed']},
  'swr-sync': {
    list: '',
    id: 'tag',
    word: 'status',
    words: ['success', 'existed'],
    repeats: {namespace: 0, repoName: 1, remoteRegionId: 2, remoteNamespace: 3}
  },
  'codearts-build': {task: 'result', word: 'build_result', words: ['SUCCESS'], fixed: {building: false}},
  'codearts-deploy': {task: 'result', id: 'record_id', word: 'status', words: ['succeeded'], repeats: {task_id: 0}},
  cae: {
    task: 'spec',
    word: 'status',
    words: ['success'],
    parts: [{at: 'tasks', word: 'status', words: ['success', 'skip']}]
  }
};
