import {minuteMs} from '../../duration.ts';
import {isoMs, type JsonRecord, optional, optionalText, statusIn, theAnswer} from '../../json.ts';
import type {Cause} from '../../task.ts';
import {rfsHosts, rfsName, rfsRequest} from '../families/rfs.ts';
import {defineService, path, type Reading, type StateTable, wordAndState} from '../service.ts';

/** A plan that is applied does not say how the deployment ended, which is the stack's state: no proof of anything. */
const states: StateTable = {
  CREATION_IN_PROGRESS: 'running',
  CREATION_FAILED: 'failed',
  AVAILABLE: 'succeeded',
  APPLY_IN_PROGRESS: 'running',
  APPLIED: 'warning'
};

/** The creation of an execution plan. The id names the plan, whose name can be used again after it was deleted. */
export const rfsPlan = defineService({
  name: 'rfs-plan',
  title: {en: 'Resource Formation Service', zh: '资源编排服务 RFS'},
  noun: {en: 'plan', zh: '执行计划'},
  taskId: rfsName({en: 'an execution plan', zh: '执行计划'}, 'my_first_execution_plan'),
  parentId: rfsName({en: 'a stack', zh: '资源栈'}, 'my_hello_world_stack'),
  hosts: rfsHosts,
  request: ({projectId, parentId, taskId}, moment) =>
    rfsRequest(path`/v1/${projectId}/stacks/${parentId}/execution-plans/${taskId}/metadata`, moment),
  states,
  read,
  repeats: {stack_name: ({parentId}) => parentId},
  errors: ['status_message'],
  causes: {read: plan => causesOf(theAnswer(plan))},
  settleMs: minuteMs,
  advice: {
    again: {en: 'create the plan again under another name', zh: '用另一个名称重新创建执行计划', givesNewId: true},
    caveat: {
      en: 'This says that the plan has been created, and nothing of a deployment: for that, wait for the stack with rfs-stack.',
      zh: '这只说明执行计划已创建，并不说明部署结果：部署结果请用 rfs-stack 等待资源栈。'
    },
    verdicts: {
      failed: {
        en: 'Correct the template or its variables.',
        zh: '修正模板或其变量。'
      },
      'not-found': {
        en: 'Check task-id, which takes the names of the stack and of the plan with a slash between them and not their ids, project-id and region.',
        zh: '检查 task-id（应填写资源栈名称和执行计划名称，以斜杠分隔，而不是它们的 ID）、project-id 和 region。'
      }
    }
  }
});

function read(plan: JsonRecord): Reading {
  const name = optionalText(plan, 'execution_plan_name');
  return {
    id: name,
    name,
    ...wordAndState(states, statusIn(plan, 'status')),
    startMs: isoMs(optional(plan, 'create_time')),
    message: optionalText(plan, 'status_message')
  };
}

/** There is one, in the plan itself. */
function causesOf(plan: JsonRecord): readonly Cause[] {
  const {name, state, serviceStatus, message} = read(plan);
  return state === 'failed' && message ? [{name, type: 'execution plan', serviceStatus, message}] : [];
}
