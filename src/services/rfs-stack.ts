import {type JsonRecord, optionalText, stateWord} from '../json.ts';
import {labelByRegion, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/**
 * A stack that was rolled back stands as it did before the deployment, which has failed. An empty stack is complete as
 * such, but nothing has been deployed: what comes is waited for.
 */
const states: StateTable = {
  CREATION_COMPLETE: 'running',
  DEPLOYMENT_IN_PROGRESS: 'running',
  DEPLOYMENT_COMPLETE: 'succeeded',
  DEPLOYMENT_FAILED: 'failed',
  ROLLBACK_IN_PROGRESS: 'running',
  ROLLBACK_COMPLETE: 'failed',
  ROLLBACK_FAILED: 'failed',
  DELETION_IN_PROGRESS: 'running',
  DELETION_FAILED: 'failed'
};

/** The vendor's SDK table. In eu-west-101 the service has one host for all regions, which is given as an endpoint. */
const hosts = {
  byRegion: labelByRegion({
    rfs: `
      af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-3
      cn-east-4 cn-east-5 cn-north-4 cn-north-9 cn-north-11 cn-north-12 cn-south-1 cn-southwest-2 cn-southwest-3
      la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 sa-brazil-1 tr-west-1`
  })
};

/** The deployment of a stack of Resource Formation Service. The id names the stack, which can be deployed many times. */
export const rfsStack = {
  name: 'rfs-stack',
  aliases: [],
  title: 'Resource Formation Service',
  taskId: {
    pattern: /^[\u4e00-\u9fa5A-Za-z0-9_-]{1,128}$/,
    form: 'the name of a stack: Chinese or Latin letters, digits, "_" and "-", such as my_hello_world_stack'
  },
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}, requestId) => ({
    path: `/v1/${encodeURIComponent(projectId)}/stacks/${encodeURIComponent(taskId)}/metadata`,
    headers: {'client-request-id': requestId}
  }),
  states,
  read,
  answersWithId: true,
  idsAreHexadecimal: false,
  endTimeMeansEnd: false,
  settleMs: 60_000,
  tasksHaveErrorCodes: false,
  codes: {},
  advice: {
    failed: "The stack's events name the resource that failed: see the stack in Resource Formation Service.",
    'not-found':
      'Check task-id, which takes the name of the stack and not its id, project-id and region. A stack that has been deleted is not known any more.'
  },
  about: {
    id: 'the name of the stack, which is in the path of `POST /v1/{project_id}/stacks/{stack_name}/deployments`; neither its `stack_id` nor a `deployment_id`',
    permission: 'No source names the action',
    unconfirmed:
      'Whether a deployment that waits in the queue of the service, which can take six hours, shows already: where it does not, the end of the one before counts after `settle`'
  }
} as const satisfies Service;

/** Its times are those of the stack, not of the deployment. */
function read(stack: JsonRecord): Reading {
  const name = optionalText(stack, 'stack_name');
  const serviceStatus = stateWord(stack, 'status');
  return {
    id: name,
    name,
    serviceStatus,
    state: stateOf(states, serviceStatus),
    message: optionalText(stack, 'status_message')
  };
}
