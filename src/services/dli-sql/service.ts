import {endMsAfter, epochMs, type JsonRecord, optional, optionalText, statusIn} from '../../json.ts';
import {dliCodes, dliHosts} from '../families/dli.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** The vendor's SDK has FINISH in its list of words for this call, and FINISHED everywhere else, as all documents have. */
const states: StateTable = {
  LAUNCHING: 'running',
  RUNNING: 'running',
  SCALING: 'running',
  FINISHED: 'succeeded',
  FINISH: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'stopped'
};

/** A SQL job of Data Lake Insight. */
export const dliSql = defineService({
  name: 'dli-sql',
  title: {en: 'Data Lake Insight', zh: '数据湖探索 DLI'},
  noun: {en: 'SQL job', zh: 'SQL 作业'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 208b08d4-0dc2-4dd7-8879-ddd4c020d7aa',
      zh: '字母、数字和“-”，例如 208b08d4-0dc2-4dd7-8879-ddd4c020d7aa'
    }
  },
  hosts: dliHosts,
  request: ({projectId, taskId}) => ({path: path`/v1.0/${projectId}/jobs/${taskId}/status`}),
  states,
  read,
  // It is about the request and not about the job, so a true proves nothing.
  flags: ['is_success'],
  idsAreHexadecimal: true,
  codes: dliCodes
});

function read(job: JsonRecord): Reading {
  const startMs = epochMs(optional(job, 'start_time'));
  return {
    id: optionalText(job, 'job_id'),
    ...wordAndState(states, statusIn(job, 'status')),
    startMs,
    endMs: endMsAfter(startMs, optional(job, 'duration')),
    message: optionalText(job, 'message')
  };
}
