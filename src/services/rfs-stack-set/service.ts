import {isoMs, type JsonRecord, optional, optionalText, stateWord} from '../../json.ts';
import {rfsHosts, rfsName, rfsRequest} from '../families/rfs.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {
  QUEUE_IN_PROGRESS: 'running',
  OPERATION_IN_PROGRESS: 'running',
  OPERATION_COMPLETE: 'succeeded',
  OPERATION_FAILED: 'failed',
  STOP_IN_PROGRESS: 'running',
  STOP_COMPLETE: 'stopped',
  STOP_FAILED: 'failed'
};

/** An operation on the stacks of a stack set: their deployment, say. */
export const rfsStackSet = defineService({
  name: 'rfs-stack-set',
  title: {en: 'Resource Formation Service', zh: '资源编排服务 RFS（资源栈集）'},
  taskId: {pattern: plainId, form: 'the id of an operation, such as daa46d87-045b-4a50-a0d5-c167fc34b632'},
  parentId: rfsName('a stack set', 'my_hello_world_stack_set'),
  needsProjectId: false,
  hosts: rfsHosts,
  request: ({parentId, taskId}, moment) =>
    rfsRequest(path`/v1/stack-sets/${parentId}/operations/${taskId}/metadata`, moment),
  states,
  read,
  repeats: {stack_set_name: ({parentId}) => parentId},
  errors: ['status_message'],
  advice: {
    verdicts: {
      failed: {
        en: 'The stack instances of the set tell why: see their status in Resource Formation Service.',
        zh: '原因见该资源栈集的资源栈实例：在资源编排服务 RFS 中查看它们的状态。'
      },
      'not-found': {
        en: 'Check task-id, which takes the name of the stack set and the id of the operation with a slash between them, and region.',
        zh: '检查 task-id（应填写资源栈集名称和操作 ID，以斜杠分隔）和 region。'
      }
    }
  }
});

/** The time of the last update is no end. */
function read(operation: JsonRecord): Reading {
  return {
    id: optionalText(operation, 'stack_set_operation_id'),
    name: optionalText(operation, 'action'),
    ...wordAndState(states, stateWord(operation, 'status')),
    startMs: isoMs(optional(operation, 'create_time')),
    message: optionalText(operation, 'status_message')
  };
}
