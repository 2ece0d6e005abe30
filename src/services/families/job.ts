import {
  isoMs,
  isRecord,
  type JsonRecord,
  optional,
  optionalList,
  optionalText,
  percent,
  record,
  statusIn,
  text
} from '../../json.ts';
import {
  attempt,
  contradiction,
  countAgrees,
  type Flaw,
  nestedPartsIn,
  type Part,
  partsIn,
  withErrors
} from '../parts.ts';
import {
  defineService,
  hexId,
  path,
  plainId,
  type Reading,
  type Service,
  type StateTable,
  stateOf,
  wordAndState
} from '../service.ts';
import {invalidToken} from './advice.ts';

/** The words of all members. */
const familyStates: StateTable = {INIT: 'running', RUNNING: 'running', SUCCESS: 'succeeded', FAIL: 'failed'};

/** What sets one member apart from the others. */
interface Member<Name extends string> extends Pick<Service, 'title' | 'hosts'>, Partial<Pick<Service, 'advice'>> {
  readonly name: Name;
  /** Words that this member has beside those of the family. */
  readonly moreStates?: StateTable;
  /** Fields that hold an error, beside those of the family. */
  readonly moreErrors?: readonly string[];
}

/** A server with a yearly or monthly price waits for its order to be paid. */
export const orderStates = {PENDING_PAYMENT: 'running'} as const;
export const orderAdvice = {
  PENDING_PAYMENT: {
    en: 'Pay the order, or start another job: when an order is cancelled, its job stays in this state until the service deletes it, 14 days later.',
    zh: '请支付订单，或重新发起任务：订单取消后，其任务会一直停留在该状态，14 天后由服务删除。'
  }
} as const;

/** What a member's jobs are read with. */
interface JobTables {
  readonly states: StateTable;
  readonly errors: readonly string[];
}

/**
 * Servers, disks, images and public addresses run their jobs on one platform: the same path on a host of their own, the
 * same answer, and `Common` codes for the job query itself.
 */
export function jobService<Name extends string>({moreStates, moreErrors = [], advice, ...member}: Member<Name>) {
  const states: StateTable = {...familyStates, ...moreStates};
  const errors = [...familyErrors, ...moreErrors];
  return defineService({
    ...member,
    taskId: {
      pattern: plainId,
      usual: hexId,
      form: {
        en: 'letters, digits and "-", such as 2c9eb2c5544cbf6101544f0602af2b4f',
        zh: '字母、数字和“-”，例如 2c9eb2c5544cbf6101544f0602af2b4f'
      }
    },
    request: ({projectId, taskId}) => ({path: path`/v1/${projectId}/jobs/${taskId}`}),
    states,
    read: (job: JsonRecord) => read(job, states),
    parts: (job: JsonRecord) => partsOf(job, {states, errors}),
    errors,
    idsAreHexadecimal: true,
    // A running job has an empty end time.
    endTimeMeansEnd: true,
    tasksHaveErrorCodes: true,
    // Under HTTP 400 (Common.0013 also under 401), but for the flow limit, which comes under HTTP 202.
    codes: {
      'Common.0011': 'not-found',
      'Common.0013': 'unauthenticated',
      'Common.0020': 'transient',
      'Common.0024': 'throttled',
      'Common.0025': 'transient'
    },
    advice: {
      ...advice,
      codes: {
        'Common.0013': invalidToken,
        'Common.0018': {
          en: 'Check project-id: the credentials belong to another project.',
          zh: '检查 project-id：凭证属于另一个项目。'
        },
        ...advice?.codes
      }
    }
  });
}

/** Of a job and of its sub-jobs. Those among what it works on are the image service's, but for the text. */
const familyErrors = [
  'error_code',
  'fail_reason',
  'entities.errorcode_message',
  'entities.error_code',
  'entities.error',
  'entities.addition_error_code',
  'entities.addition_error_msg'
];

function read(job: JsonRecord, states: StateTable): Reading {
  return {...observe(job, statusIn(job, 'status'), states), progress: progressOf(job)};
}

/** What a job and its sub-jobs have in common. */
function observe(job: JsonRecord, serviceStatus: string, states: StateTable) {
  const [entities = {}] = entitiesOf(job);
  return {
    ...observeJob(job, serviceStatus, {states, timeMs: isoMs}),
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

/** The sub-jobs in a job and in what it works on, each followed by its own, and what is wrong with their number. */
function partsOf(job: JsonRecord, tables: JobTables): readonly Part[] {
  const entities = attempt(() =>
    [optional(job, 'entities') ?? []].flat().flatMap(item => holderParts(record(item, '"entities"'), tables))
  );
  return [...holderParts(job, tables), ...entities];
}

function holderParts(holder: JsonRecord, tables: JobTables): readonly Part[] {
  const subJobs = (key: string) =>
    partsIn(holder, key, 'subJob', subJob => [
      ...withErrors(observe(subJob, text(subJob, 'status'), tables.states), subJob, tables.errors),
      ...partsOf(subJob, tables)
    ]);
  return [
    ...subJobs('sub_jobs'),
    ...countAgrees(holder, 'sub_jobs_total', 'sub_jobs'),
    ...subJobs('sub_jobs_result'),
    ...unmetIds(holder),
    ...resultsOf(holder)
  ];
}

/** The image service lists the ids of sub-jobs beside the sub-jobs themselves. */
function unmetIds(holder: JsonRecord): readonly Flaw[] {
  if (optional(holder, 'sub_jobs_list') === undefined) return [];
  return attempt(() => {
    const ids = optionalList(optional(holder, 'sub_jobs_list'), '"sub_jobs_list"');
    const told = optionalList(optional(holder, 'sub_jobs_result'), '"sub_jobs_result"').filter(isRecord);
    const listed = ids.map(id => (typeof id === 'string' ? id.trim() : undefined)).sort();
    const toldIds = told.map(subJob => optionalText(subJob, 'job_id') ?? '').sort();
    if (ids.length === told.length && listed.every((id, index) => id !== '' && id === toldIds[index])) return [];
    const {length} = told;
    return [contradiction(({against}) => against.lengths('sub_jobs_list', ids.length, 'sub_jobs_result', length))];
  });
}

/** Of the image service's parts of a job on many images: its documentation has them in capitals, its answers do not. */
const resultStates: StateTable = Object.fromEntries(
  Object.entries(familyStates).flatMap(([word, state]) => [
    [word, state],
    [word.toLowerCase(), state]
  ])
);

function resultsOf(holder: JsonRecord): readonly Part[] {
  return partsIn(holder, 'results', 'result', result => {
    const serviceStatus = text(result, 'status');
    const part = {name: optionalText(result, 'image_id'), serviceStatus, state: stateOf(resultStates, serviceStatus)};
    return withErrors(part, result);
  });
}

/** The image service's `process_percent`, a fraction in spite of its name: the one published answer has 0.24. */
function progressOf(job: JsonRecord): number | undefined {
  const [entities = {}] = entitiesOf(job);
  const fraction = optional(entities, 'process_percent');
  return typeof fraction === 'number' ? percent(Math.round(fraction * 100)) : undefined;
}

/** How a service writes what jobs of many services have under the same names. */
interface JobForm {
  readonly states: StateTable;
  readonly timeMs: (value: unknown) => number | undefined;
  /** Fields, of which the first that is there says why a job failed. */
  readonly reasons?: readonly string[];
}

/** What a job, and a job within it, shows. */
export function observeJob(job: JsonRecord, serviceStatus: string, {states, timeMs, reasons = []}: JobForm) {
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    ...wordAndState(states, serviceStatus),
    startMs: timeMs(optional(job, 'begin_time')),
    endMs: timeMs(optional(job, 'end_time')),
    message: reasonOf(
      optionalText(job, 'error_code'),
      reasons.map(key => optionalText(job, key)).find(reason => reason !== undefined)
    )
  };
}

/** Jobs with jobs within them, under `sub_jobs`. */
export function jobWithSubJobs({reasons, ...form}: JobForm & {readonly reasons: readonly string[]}) {
  const errors = ['error_code', ...reasons];
  const observe = (job: JsonRecord, word: string) => observeJob(job, word, {...form, reasons});
  return {
    states: form.states,
    read: (job: JsonRecord) => observe(job, statusIn(job, 'status')),
    parts: (job: JsonRecord) =>
      nestedPartsIn(job, ['sub_jobs'], 'subtask', subJob =>
        withErrors(observe(subJob, text(subJob, 'status')), subJob, errors)
      ),
    errors,
    tasksHaveErrorCodes: true
  };
}

/** The texts that say why a job failed, each once, after the code unless they repeat it. */
export function reasonOf(code: string | undefined, ...texts: readonly (string | undefined)[]): string | undefined {
  const reason = [...new Set(texts.filter(part => part !== undefined))].join('; ');
  return code === undefined || reason.includes(code) ? reason || undefined : [code, reason].filter(Boolean).join(': ');
}
