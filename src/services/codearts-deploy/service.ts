import {hostsOf} from '../../hosts.ts';
import {type JsonRecord, optionalText, statusIn} from '../../json.ts';
import {resultOf} from '../families/codearts.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** The first three from the documentation of this call, the others from the SDK's list of states of applications. */
const states: StateTable = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  pending: 'running',
  not_executed: 'running',
  timeout: 'failed',
  abort: 'stopped',
  not_started: 'stopped'
};

/** A deployment of CodeArts Deploy, by its deployment task and the record of its execution. */
export const codeartsDeploy = defineService({
  name: 'codearts-deploy',
  aliases: ['clouddeploy'],
  title: {en: 'CodeArts Deploy', zh: '部署 CodeArts Deploy'},
  noun: {en: 'deployment', zh: '部署'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of the record, such as 2c82ffe8d00d4968a4e5f7a36d87ae17',
      zh: '部署记录的 ID，例如 2c82ffe8d00d4968a4e5f7a36d87ae17'
    }
  },
  parentId: {
    pattern: plainId,
    form: {
      en: 'the id of the deployment task, such as e700f15965694253940502911220d76b',
      zh: '部署任务的 ID，例如 e700f15965694253940502911220d76b'
    }
  },
  needsProjectId: false,
  // The vendor's SDK table, and its European documentation for eu-west-101.
  hosts: hostsOf('codeartsdeploy.v2', {more: {'codearts-deploy': 'eu-west-101'}}),
  request: ({parentId, taskId}) => ({path: path`/v2/tasks/${parentId}/state?record_id=${taskId}`}),
  states,
  find: body => [resultOf(body)],
  read,
  repeats: {task_id: ({parentId}) => parentId},
  idsAreHexadecimal: true,
  codes: {'Deploy.00011303': 'not-found'},
  advice: {
    again: {en: 'deploy again', zh: '重新部署'},
    verdicts: {
      failed: {
        en: 'Fix the cause. The log is in CodeArts Deploy, under the application and its record.',
        zh: '解决问题。日志见 CodeArts Deploy 中该应用的部署记录。'
      }
    }
  }
});

function read(result: JsonRecord): Reading {
  return {
    id: optionalText(result, 'record_id'),
    name: optionalText(result, 'task_name'),
    ...wordAndState(states, statusIn(result, 'status'))
  };
}
