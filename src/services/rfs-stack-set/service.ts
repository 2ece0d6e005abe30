import {
  isoMs,
  type JsonRecord,
  list,
  optional,
  optionalText,
  records,
  statusIn,
  theAnswer,
  valueAt
} from '../../json.ts';
import type {Cause} from '../../task.ts';
import {reasonOf} from '../families/job.ts';
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
  title: {en: 'Resource Formation Service', zh: '资源编排服务 RFS'},
  noun: {en: 'stack set operation', zh: '资源栈集操作'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of an operation, such as daa46d87-045b-4a50-a0d5-c167fc34b632',
      zh: '操作的 ID，例如 daa46d87-045b-4a50-a0d5-c167fc34b632'
    }
  },
  parentId: rfsName({en: 'a stack set', zh: '资源栈集'}, 'my_hello_world_stack_set'),
  needsProjectId: false,
  hosts: rfsHosts,
  request: ({parentId, taskId}, moment) =>
    rfsRequest(path`/v1/stack-sets/${parentId}/operations/${taskId}/metadata`, moment),
  states,
  read,
  repeats: {stack_set_name: ({parentId}) => parentId},
  errors: ['status_message'],
  causes: {
    request: ({parentId}, moment) => rfsRequest(path`/v1/stack-sets/${parentId}/stack-instances?limit=1000`, moment),
    read: (answer, {taskId}) =>
      records(list(theAnswer(answer), 'stack_instances'), 'stackInstance')
        .filter(instance => optionalText(instance, 'latest_stack_set_operation_id') === taskId)
        .flatMap(causeOf)
  },
  advice: {
    again: {en: 'repeat the operation', zh: '重新执行该操作'},
    verdicts: {
      warning: {
        en: 'Some of the stacks may have failed, as the preferences of the operation allow: see the status of the stack instances in Resource Formation Service.',
        zh: '按该操作的偏好设置，部分资源栈可能失败：请在资源编排服务 RFS 中查看资源栈实例的状态。'
      },
      failed: {
        en: 'Fix the cause. The stack instances of the set show more, in Resource Formation Service.',
        zh: '解决问题。详情见资源编排服务 RFS 中该资源栈集的资源栈实例。'
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
  const told = wordAndState(states, statusIn(operation, 'status'));
  const tolerance = told.state === 'succeeded' ? toleranceIn(operation) : undefined;
  return {
    id: optionalText(operation, 'stack_set_operation_id'),
    name: optionalText(operation, 'action'),
    ...told,
    // By the definition of status_message it fails where more stacks have failed than are tolerated.
    state: tolerance === undefined ? told.state : 'warning',
    startMs: isoMs(optional(operation, 'create_time')),
    message: reasonOf(undefined, optionalText(operation, 'status_message'), tolerance)
  };
}

/** Of a stack in another region, or of another account. */
function causeOf(instance: JsonRecord): readonly Cause[] {
  const status = optionalText(instance, 'status');
  const serviceStatus = ['OPERATION_FAILED', 'INOPERABLE'].find(word => word === status);
  if (serviceStatus === undefined) return [];
  const places = ['stack_name', 'region', 'stack_domain_id'].map(key => optionalText(instance, key));
  return [
    {
      name: places.filter(Boolean).join('/') || undefined,
      type: 'stack',
      serviceStatus,
      message: optionalText(instance, 'status_message'),
      timeMs: isoMs(optional(instance, 'update_time'))
    }
  ];
}

function toleranceIn(operation: JsonRecord): string | undefined {
  const toleranceAt = (name: string) => valueAt(operation, `operation_preferences.${name}`);
  const name = ['failure_tolerance_count', 'failure_tolerance_percentage'].find(each => (toleranceAt(each) ?? 0) !== 0);
  return name && `"${name}" is ${JSON.stringify(toleranceAt(name))}`;
}
