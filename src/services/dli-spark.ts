import {type JsonRecord, optionalText, stateWord} from '../json.ts';
import {dliCodes, dliHosts, dliPermission} from './dli.ts';
import {plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/** In lower case: the definition prints them so, and its own example answers `Success`. */
const states: StateTable = {
  starting: 'running',
  running: 'running',
  recovering: 'running',
  success: 'succeeded',
  dead: 'failed'
};

/** A batch processing (Spark) job of Data Lake Insight. */
export const dliSpark = {
  name: 'dli-spark',
  aliases: [],
  title: 'Data Lake Insight',
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 0a324461-d9d9-45da-a52a-3b3c7a3d809e'},
  needsProjectId: true,
  hosts: dliHosts,
  request: ({projectId, taskId}) => ({
    path: `/v2.0/${encodeURIComponent(projectId)}/batches/${encodeURIComponent(taskId)}/state`,
    headers: {}
  }),
  states,
  read,
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: dliCodes,
  advice: {
    failed: 'The service gives no reason here: the driver log of the job is in Data Lake Insight, under Spark jobs.'
  },
  about: {
    id: '`id` of `POST /v2.0/{project_id}/batches`',
    permission: dliPermission,
    unconfirmed:
      'Whether a job that was cancelled is told from one that failed; which of its codes an unknown id is answered with; the permission on Open Telekom Cloud'
  }
} as const satisfies Service;

function read(job: JsonRecord): Reading {
  const serviceStatus = stateWord(job, 'state');
  return {
    id: optionalText(job, 'id'),
    serviceStatus,
    state: stateOf(states, serviceStatus.toLowerCase())
  };
}
