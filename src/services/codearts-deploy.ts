import {type JsonRecord, optionalText, stateWord} from '../json.ts';
import {resultOf} from './codearts-result.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/** The first three from the documentation of this call, the others from the SDK's list of states of applications. */
const states: StateTable = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  pending: 'running',
  timeout: 'failed',
  abort: 'stopped',
  not_started: 'stopped'
};

/** The vendor's SDK table. */
const hosts = {
  byRegion: labelByRegion({
    'codearts-deploy': `
      cn-north-1 cn-north-4 cn-east-2 cn-east-3 cn-south-1 ap-southeast-3 sa-brazil-1 la-north-2 tr-west-1`
  })
};

/** A deployment of CodeArts Deploy, by its deployment task and the record of its execution. */
export const codeartsDeploy = {
  name: 'codearts-deploy',
  aliases: ['clouddeploy'],
  title: 'CodeArts Deploy',
  taskId: {pattern: plainId, form: 'the id of the record, such as 2c82ffe8d00d4968a4e5f7a36d87ae17'},
  parentId: {pattern: plainId, form: 'the id of the deployment task, such as e700f15965694253940502911220d76b'},
  needsProjectId: false,
  hosts,
  request: ({parentId, taskId}) => ({
    path: `/v2/tasks/${encodeURIComponent(parentId)}/state?record_id=${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  find: body => [resultOf(body)],
  read,
  repeats: {task_id: ({parentId}) => parentId},
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: {'Deploy.00011303': 'not-found'},
  advice: {
    failed: 'The log of the deployment is in CodeArts Deploy, under the application and its record.'
  },
  about: {
    id: 'the `task_id` in the path of `POST /v2/tasks/{task_id}/start`, a slash, and `id` of its answer',
    permission: 'A role in the CodeArts project that may view the application; no source names an IAM action',
    unconfirmed:
      'Whether this call answers with words beyond running, succeeded and failed; the zone of its times, which are left out'
  }
} as const satisfies Service;

function read(result: JsonRecord): Reading {
  const serviceStatus = stateWord(result, 'status');
  return {
    id: optionalText(result, 'record_id'),
    name: optionalText(result, 'task_name'),
    serviceStatus,
    state: stateOf(states, serviceStatus)
  };
}
