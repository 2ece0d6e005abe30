import {hostsOf} from '../../hosts.ts';
import {
  type JsonRecord,
  list,
  optional,
  optionalText,
  property,
  records,
  statusIn,
  text,
  theAnswer,
  utcMs
} from '../../json.ts';
import {isSameId} from '../../task.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {
  WAIT: 'running',
  RUNNING: 'running',
  SUCCESS: 'succeeded',
  FAIL: 'failed',
  DISCARD: 'stopped'
};

/** An asynchronous invocation of a function of FunctionGraph. */
export const functiongraph = defineService({
  name: 'functiongraph',
  title: {en: 'FunctionGraph', zh: '函数工作流 FunctionGraph'},
  noun: {en: 'invocation', zh: '函数调用'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of the request, such as 1167bf8c-87b0-43ab-8f5f-26b16c64f252',
      zh: '请求的 ID，例如 1167bf8c-87b0-43ab-8f5f-26b16c64f252'
    }
  },
  parentId: {
    pattern: /^urn:fss(?::!?[A-Za-z0-9_.-]{1,128}){5,6}$/,
    form: {
      en: 'the URN of the function, such as urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest',
      zh: '函数的 URN，例如 urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest'
    }
  },
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de.
  hosts: hostsOf('functiongraph.v2', {more: {functiongraph: 'eu-de'}, usual: 'functiongraph'}),
  request: ({projectId, parentId, taskId}, {dateMs}) => ({
    path: path`/v2/${projectId}/fgs/functions/${parentId}/async-invocations?request_id=${taskId}&query_begin_time=${listedFrom(dateMs)}`
  }),
  states,
  find: (body, {taskId}) =>
    records(list(theAnswer(body), 'invocations'), 'invocation').filter(item =>
      isSameId(text(item, 'request_id'), taskId, true)
    ),
  read,
  errors: ['error_message'],
  counts: {count: 'invocations'},
  idsAreHexadecimal: true,
  advice: {
    again: {en: 'invoke the function again', zh: '重新调用函数'},
    verdicts: {
      'not-found': {
        en: 'Check the URN of the function, including its version, and the id of the request. The service keeps the states of invocations only where the asynchronous configuration of the function says so (enable_async_status_log), and this step asks for those of the last seven days.',
        zh: '检查函数 URN（包括其中的版本）和请求 ID。只有在函数的异步配置中开启了状态持久化（enable_async_status_log），服务才会保存调用的状态；本步骤查询最近七天的调用。'
      },
      failed: {
        en: 'Fix the cause. The log of the invocation is in FunctionGraph, under the function.',
        zh: '解决问题。调用日志见 FunctionGraph 中的该函数。'
      },
      stopped: {
        en: 'The service discarded the request, or a person stopped it: the function gave no result.',
        zh: '服务丢弃了该请求，或有人停止了它：函数没有给出结果。'
      }
    }
  }
});

/**
 * The service lists the invocations since then, and without it those of the last hour, while one can wait and run for
 * more than a day. Longer than any wait, for which five days are the limit. The end of the span stays open: it is now, by
 * the service's own clock.
 */
const listedMs = 7 * 86_400_000;

/** `2019-10-25T15:37:27`, in UTC. */
function listedFrom(dateMs: number): string {
  return new Date(dateMs - listedMs).toISOString().slice(0, 19);
}

/** The code that a request gets which was stopped by a person (CancelAsyncInvocation). */
const cancelled = '4208';

function read(invocation: JsonRecord): Reading {
  const told = wordAndState(states, statusIn(invocation, 'status'));
  const isCancelled = told.state === 'failed' && String(property(invocation, 'error_code')) === cancelled;
  return {
    id: optionalText(invocation, 'request_id'),
    ...told,
    state: isCancelled ? 'stopped' : told.state,
    startMs: utcMs(optional(invocation, 'start_time')),
    endMs: utcMs(optional(invocation, 'end_time')),
    message: optionalText(invocation, 'error_message')
  };
}
