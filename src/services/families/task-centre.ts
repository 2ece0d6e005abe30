import {
  isoMs,
  isRecord,
  type JsonRecord,
  list,
  optional,
  optionalList,
  optionalRecord,
  optionalText,
  percent,
  property,
  recordIn,
  records,
  statusIn,
  text,
  theAnswer
} from '../../json.ts';
import {isSameId} from '../../task.ts';
import type {Text} from '../../text.ts';
import {
  defineService,
  path,
  plainId,
  type Reading,
  type Service,
  type StateTable,
  type TaskReference,
  uuid,
  wordAndState
} from '../service.ts';
import {invalidToken} from './advice.ts';

/** What sets one database apart from the others. */
interface Member<Name extends string>
  extends Pick<Service, 'title' | 'hosts'>,
    Partial<Pick<Service, 'aliases' | 'request' | 'find' | 'counts' | 'advice'>> {
  readonly name: Name;
  /** Words that this database has beside those of all. */
  readonly moreStates?: StateTable;
  /** Whether its texts come in the language of a header. */
  readonly takesLanguage?: true;
}

/** What the databases' lists of scheduled tasks have besides; that a task by its id has them too is not confirmed. */
export const scheduledStates = {Pending: 'running', Canceled: 'stopped'} as const;

/** For what else RDS and TaurusDB can wait. */
export const authorizationAdvice = {
  Unauthorized: {
    en: 'The task waits for an authorization: give it in the task centre of the database, or cancel the task there.',
    zh: '任务等待授权：请在数据库的任务中心授权，或在那里取消任务。'
  }
} as const;

/**
 * The databases show their tasks by one API, the task centre. An end time is no evidence: DDS and GeminiDB send one
 * while the task runs.
 */
export function databaseJobs<Name extends string>({moreStates, takesLanguage, advice, ...own}: Member<Name>) {
  const states: StateTable = {Running: 'running', Completed: 'succeeded', Failed: 'failed', ...moreStates};
  return defineService({
    taskId: {
      pattern: plainId,
      usual: uuid,
      form: {
        en: 'letters, digits and "-", such as 31b8ae23-c687-4d80-b7b4-42a66c9bb886',
        zh: '字母、数字和“-”，例如 31b8ae23-c687-4d80-b7b4-42a66c9bb886'
      }
    },
    request: ({projectId, taskId, language}) => ({
      path: path`/v3/${projectId}/jobs?id=${taskId}`,
      ...(takesLanguage && {headers: {'x-language': language}})
    }),
    states,
    find: findJob,
    read: (job: JsonRecord) => readJob(job, states),
    errors: ['fail_reason'],
    idsAreHexadecimal: true,
    ...own,
    codes: databaseCodes,
    advice: {
      ...advice,
      verdicts: {'not-found': keptForAMonth, ...advice?.verdicts},
      codes: {'DBS.280056': invalidToken, 'DBS.280063': mayList, 'DBS.216003': mayList, ...advice?.codes}
    }
  });
}

/**
 * By the tables of error codes in Open Telekom Cloud's documents, where some come under HTTP 400. That DDS has the first
 * one too is known from Terraform's provider.
 */
export const databaseCodes = {
  'DBS.200543': 'not-found',
  // Of some resource, by the tables of DDS and GeminiDB.
  'DBS.280016': 'not-found',
  'DBS.200010': 'denied',
  'DBS.280015': 'denied',
  // By the tables of GeminiDB and GaussDB.
  'DBS.280063': 'denied',
  'DBS.216003': 'denied',
  'DBS.280056': 'unauthenticated',
  // The system is busy.
  'DBS.200998': 'transient'
} as const;

const keptForAMonth: Text = {
  en: 'Check task-id, project-id and region. The task centre of the database keeps tasks for one month, and some kinds of task are never in it: this action cannot wait for those.',
  zh: '检查 task-id、project-id 和 region。数据库的任务中心只保留一个月内的任务，有些类型的任务不会出现在其中，本 Action 无法等待这类任务。'
};

const mayList: Text = {
  en: 'Give the user of these credentials the right to list the tasks of this database.',
  zh: '为凭证所属的用户授予查询该数据库任务列表的权限。'
};

/** In the answer that holds one job. */
function findJob(body: unknown, {taskId}: TaskReference): readonly JsonRecord[] {
  const answer = theAnswer(body);
  const job = recordIn(answer, 'job');
  return [job, ...twins([answer, ...optionalList(optional(answer, 'jobs'), '"jobs"')], taskId)];
}

/** In the answer that lists jobs, in which the one asked for may be missing or not be the first. */
export function findListedJob(body: unknown, {taskId}: TaskReference): readonly JsonRecord[] {
  const answer = theAnswer(body);
  const jobs = list(answer, 'jobs');
  const found = jobs.filter(isRecord).filter(job => hasId(job, taskId));
  if (found.length === 0) return [];
  // Beside it, one whose id cannot be read could be the same.
  for (const job of records(jobs, 'job')) text(job, 'id');
  return [...found, ...twins([answer, optional(answer, 'job')], taskId)];
}

/** What else in the answer has a state under the id of the task: it has to agree. */
function twins(others: readonly unknown[], taskId: string): readonly JsonRecord[] {
  return others.filter(isRecord).filter(other => hasId(other, taskId) && property(other, 'status') !== undefined);
}

function hasId(job: JsonRecord, taskId: string): boolean {
  return isSameId(optionalText(job, 'id') ?? '', taskId, true);
}

/** One meaning has different names: `process` or `progress`, `created` or `start_time`, `ended` or `end_time`. */
function readJob(job: JsonRecord, states: StateTable): Reading {
  return {
    id: optionalText(job, 'id'),
    name: optionalText(job, 'name'),
    resourceName: instanceOf(job),
    ...wordAndState(states, statusIn(job, 'status')),
    progress: percent(optional(job, 'process', 'progress')),
    startMs: isoMs(optional(job, 'created', 'start_time')),
    endMs: isoMs(optional(job, 'ended', 'end_time')),
    message: optionalText(job, 'fail_reason')
  };
}

function instanceOf(job: JsonRecord): string | undefined {
  const instance = optionalRecord(job, 'instance');
  return optionalText(instance, 'name') ?? optionalText(instance, 'id');
}
