import {madeFor, openApi, type Sample} from './sample.ts';
import {refusedByTheGateway} from './task-centre.ts';

const definition = `${openApi}, schemas/RFS/src/GetStackMetadata.json`;
const stack = {id: 'my_hello_world_stack', name: 'my_hello_world_stack'};

export const rfsStack: readonly Sample[] = [
  {
    name: 'a deployed stack, whose times are not those of the deployment',
    source: `${definition}, answer 200`,
    body: {file: 'rfs-stack-deployed'},
    expected: {...stack, state: 'succeeded', serviceStatus: 'DEPLOYMENT_COMPLETE', subtasks: []}
  },
  ...(
    [
      ['CREATION_COMPLETE', 'running'],
      ['DEPLOYMENT_IN_PROGRESS', 'running'],
      ['DEPLOYMENT_COMPLETE', 'succeeded'],
      ['DEPLOYMENT_FAILED', 'failed'],
      ['ROLLBACK_IN_PROGRESS', 'running'],
      ['ROLLBACK_COMPLETE', 'failed'],
      ['ROLLBACK_FAILED', 'failed'],
      ['DELETION_IN_PROGRESS', 'running'],
      ['DELETION_FAILED', 'failed'],
      ['DELETION_COMPLETE', 'unknown'],
      ['IMPORT_COMPLETE', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `the state ${status}`,
      source: madeFor('the words of the definition, and words that it does not hold'),
      body: {json: {stack_name: stack.name, status}},
      expected: {...stack, state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'a failed deployment with its reason, of a stack with a Chinese name',
    source: madeFor('status_message, which comes with the states that end with FAILED'),
    body: {json: {stack_name: '网络', status: 'DEPLOYMENT_FAILED', status_message: 'VPC quota exceeded.'}},
    expected: {
      id: '网络',
      name: '网络',
      state: 'failed',
      serviceStatus: 'DEPLOYMENT_FAILED',
      message: 'VPC quota exceeded.',
      subtasks: []
    }
  },
  {
    name: 'no status',
    source: madeFor('a field left out'),
    body: {json: {stack_name: stack.name, update_time: '2023-05-24T08:56:10Z'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an empty status, which is none yet',
    source: madeFor('a field that is empty'),
    body: {json: {stack_name: stack.name, status: ''}},
    expected: {...stack, state: 'untold', serviceStatus: '', subtasks: []}
  },
  {
    name: 'a stack that does not exist',
    source: `made from ${definition}, answer 404, whose code is not told`,
    status: 404,
    body: {json: {error_code: 'RFS.0000000', error_msg: 'The stack does not exist.'}},
    expected: {failure: 'not-found', code: 'RFS.0000000'}
  },
  {
    name: 'no permission',
    source: `made from ${definition}, answer 403, whose code is not told`,
    status: 403,
    body: {json: {error_msg: 'No permission.', encoded_authorization_message: 'EXAMPLE', details: []}},
    expected: {failure: 'denied'}
  },
  refusedByTheGateway
];
