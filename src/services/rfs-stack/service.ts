import {minuteMs} from '../../duration.ts';
import {isoMs, type JsonRecord, list, optional, optionalText, records, statusIn, theAnswer} from '../../json.ts';
import type {Cause} from '../../task.ts';
import {rfsHosts, rfsName, rfsRequest} from '../families/rfs.ts';
import {defineService, path, type Reading, type StateTable, wordAndState} from '../service.ts';

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

/** Events of a failure. */
const failures = ['ERROR', 'CREATION_FAILED', 'UPDATE_FAILED', 'DELETION_FAILED'];

/** The event that sums up what was changed: before it, other changes were made. */
const boundary = 'SUMMARY';

/** The deployment of a stack of Resource Formation Service. The id names the stack, which can be deployed many times. */
export const rfsStack = defineService({
  name: 'rfs-stack',
  title: {en: 'Resource Formation Service', zh: '资源编排服务 RFS'},
  noun: {en: 'stack', zh: '资源栈'},
  taskId: rfsName({en: 'a stack', zh: '资源栈'}, 'my_hello_world_stack'),
  hosts: rfsHosts,
  request: ({projectId, taskId}, moment) => rfsRequest(path`/v1/${projectId}/stacks/${taskId}/metadata`, moment),
  states,
  // By the vendor's SDK the deployment has failed then: a success that follows is that of another one.
  undoingWords: ['ROLLBACK_IN_PROGRESS'],
  read,
  causes: {
    request: ({projectId, taskId}, moment) => {
      const filter = `event_type==${[...failures, boundary].join('|')}`;
      return rfsRequest(path`/v1/${projectId}/stacks/${taskId}/events?filter=${filter}&limit=100`, moment);
    },
    read: answer => causesIn(records(list(theAnswer(answer), 'stack_events'), 'event'))
  },
  settleMs: minuteMs,
  advice: {
    again: {en: 'deploy the stack again', zh: '重新部署资源栈'},
    words: {
      CREATION_COMPLETE: {
        en: 'The stack is empty, and no deployment of it shows: deploy it.',
        zh: '资源栈为空，也没有正在进行的部署：请部署该资源栈。'
      }
    },
    verdicts: {
      failed: {
        en: "Fix the cause. The stack's events in Resource Formation Service have the details.",
        zh: '解决问题。详情见资源编排服务 RFS 中该资源栈的事件。'
      },
      'not-found': {
        en: 'Check task-id, which takes the name of the stack and not its id, project-id and region. A stack that has been deleted is not known any more.',
        zh: '检查 task-id（应填写资源栈名称，而不是 ID）、project-id 和 region。已删除的资源栈无法再查询。'
      }
    }
  }
});

/** Its times are those of the stack, not of the deployment. */
function read(stack: JsonRecord): Reading {
  const name = optionalText(stack, 'stack_name');
  return {
    id: name,
    name,
    ...wordAndState(states, statusIn(stack, 'status')),
    message: optionalText(stack, 'status_message')
  };
}

/**
 * The events of all deployments are in one list, the newest first, and no answer has the id of the last deployment.
 * Its failures are those before the first summary that comes after one.
 */
function causesIn(events: readonly JsonRecord[]): readonly Cause[] {
  const typeOf = (event: JsonRecord) => optionalText(event, 'event_type');
  const isFailure = (event: JsonRecord) => failures.some(failure => failure === typeOf(event));
  // Where none is a failure, the last event is left, which is none either.
  const since = events.slice(events.findIndex(isFailure));
  const end = since.findIndex(event => typeOf(event) === boundary);
  const last = since.slice(0, end === -1 ? undefined : end);
  return last.filter(isFailure).map(event => {
    const name = optionalText(event, 'resource_name');
    const key = optionalText(event, 'resource_key');
    return {
      name: name && key ? `${name}[${key}]` : name,
      type: optionalText(event, 'resource_type'),
      serviceStatus: typeOf(event),
      message: optionalText(event, 'event_message'),
      timeMs: isoMs(optional(event, 'time'))
    };
  });
}
