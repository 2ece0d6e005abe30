import {type JsonRecord, list, optional, optionalText, record, stateWord, utcMs} from '../json.ts';
import {isSameId} from '../task.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {
  WAIT: 'running',
  RUNNING: 'running',
  SUCCESS: 'succeeded',
  FAIL: 'failed',
  DISCARD: 'stopped'
};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
const hosts = {
  byRegion: labelByRegion({
    functiongraph: `
      ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3
      cn-east-4 cn-north-1 cn-north-4 cn-north-9 cn-north-11 cn-south-1 cn-south-4 cn-southwest-2 cn-southwest-3
      eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1 eu-de`
  }),
  usual: 'functiongraph'
};

/** An asynchronous invocation of a function of FunctionGraph. */
export const functiongraph = {
  name: 'functiongraph',
  aliases: [],
  title: 'FunctionGraph',
  taskId: {pattern: plainId, form: 'the id of the request, such as 1167bf8c-87b0-43ab-8f5f-26b16c64f252'},
  parentId: {
    pattern: /^urn:fss(?::!?[A-Za-z0-9_.-]{1,128}){5,6}$/,
    form: 'the URN of the function, such as urn:fss:cn-north-4:46b6f338fc3445b8846c71dfb1fbd9e8:function:default:test:latest'
  },
  needsProjectId: true,
  hosts,
  request: ({projectId, parentId, taskId}) => ({
    path: `/v2/${encodeURIComponent(projectId)}/fgs/functions/${encodeURIComponent(parentId)}/async-invocations?request_id=${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  find: (body, {taskId}) =>
    list(record(body, 'the answer'), 'invocations')
      .map((item, index) => record(item, `invocation ${index + 1}`))
      .filter(item => isSameId(optionalText(item, 'request_id') ?? '', taskId, true)),
  read,
  errors: ['error_code', 'error_message'],
  counts: {count: 'invocations'},
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  // Each invocation has one, 0 for success, inside the list.
  tasksHaveErrorCodes: false,
  codes: {},
  advice: {
    'not-found':
      'Check the URN of the function, its version among it, and the id of the request. Without a time span, which is how this step asks, the service lists the invocations of the last hour.',
    failed: 'The log of the invocation is in FunctionGraph, under the function.',
    stopped: 'The service discarded the request without a result of the function: start it again.'
  },
  about: {
    id: 'the URN of the function, a slash, and `request_id` of `POST /v2/{project_id}/fgs/functions/{function_urn}/invocations-async`',
    permission: 'Read access to the function; no source names the action for its invocations',
    unconfirmed:
      'Whether an invocation that began more than an hour ago is still listed when it is asked for by its id; what a stopped one is called'
  }
} as const satisfies Service;

function read(invocation: JsonRecord): Reading {
  const serviceStatus = stateWord(invocation, 'status');
  return {
    id: optionalText(invocation, 'request_id'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: utcMs(optional(invocation, 'start_time')),
    endMs: utcMs(optional(invocation, 'end_time')),
    message: optionalText(invocation, 'error_message')
  };
}
