import {isoMs, type JsonRecord, optional, optionalText, stateWord} from '../../json.ts';
import {rfsHosts, rfsName, rfsRequest} from '../families/rfs.ts';
import {defineService, path, type Reading, type StateTable, stateOf} from '../service.ts';

/** A plan that is applied tells nothing of how the deployment ended, which is the stack's state: no proof of anything. */
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
  title: 'Resource Formation Service',
  taskId: rfsName('an execution plan', 'my_first_execution_plan'),
  parentId: rfsName('a stack', 'my_hello_world_stack'),
  needsProjectId: true,
  hosts: rfsHosts,
  request: ({projectId, parentId, taskId}, requestId) =>
    rfsRequest(path`/v1/${projectId}/stacks/${parentId}/execution-plans/${taskId}/metadata`, requestId),
  states,
  read,
  repeats: {stack_name: ({parentId}) => parentId},
  errors: ['status_message'],
  answersWithId: true,
  settleMs: 60_000,
  advice: {
    failed: 'Correct the template or its variables, and create the plan again under another name.',
    'not-found':
      'Check task-id, which takes the names of the stack and of the plan with a slash between them and not their ids, project-id and region.'
  }
});

function read(plan: JsonRecord): Reading {
  const name = optionalText(plan, 'execution_plan_name');
  const serviceStatus = stateWord(plan, 'status');
  return {
    id: name,
    name,
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: isoMs(optional(plan, 'create_time')),
    message: optionalText(plan, 'status_message')
  };
}
