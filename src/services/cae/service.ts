import {hostsOf} from '../../hosts.ts';
import {isoMs, type JsonRecord, optional, optionalText, record, stateWord, text} from '../../json.ts';
import {isTerminal, type Subtask} from '../../task.ts';
import {isFlaw, nestedPartsIn, type Part, withErrors} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf} from '../service.ts';

const states: StateTable = {
  init: 'running',
  running: 'running',
  terminating: 'running',
  success: 'succeeded',
  failed: 'failed',
  timeout: 'failed',
  skip: 'stopped',
  terminated: 'stopped'
};

/** The vendor's SDK table. */
const hosts = hostsOf('cae.v1');

/** A job of Cloud Application Engine: the deployment or upgrade of a component, say. */
export const cae = defineService({
  name: 'cae',
  title: {en: 'Cloud Application Engine', zh: '云应用引擎 CAE'},
  taskId: {pattern: plainId, form: 'the id of the job, such as 15cbf4ff-e6a8-4504-a5e0-574b9c21493a'},
  parentId: {pattern: plainId, form: 'the id of the environment, such as 5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898'},
  needsProjectId: true,
  hosts,
  request: ({projectId, parentId, taskId}) => ({
    path: path`/v1/${projectId}/cae/jobs/${taskId}`,
    headers: {'x-environment-id': parentId}
  }),
  states,
  find: body => [record(optional(record(body, 'the answer'), 'spec'), '"spec"')],
  read,
  parts: partsOf,
  answersWithId: false,
  // Under HTTP 400.
  codes: {'CAE.01500404': 'not-found', 'CAE.01500005': 'not-found'},
  advice: {
    codes: {
      'CAE.01500404': {
        en: 'Check the id of the environment: it is not found in the enterprise project `default`, the only one that is looked in.',
        zh: '检查环境 ID：在企业项目 `default` 中没有找到，而本步骤只在该企业项目中查找。'
      }
    }
  }
});

function read(spec: JsonRecord): Reading {
  const serviceStatus = stateWord(spec, 'status');
  const failed = partsOf(spec).find(part => !isFlaw(part) && part.state === 'failed');
  return {
    serviceStatus,
    state: stateOf(states, serviceStatus),
    message: failed && !isFlaw(failed) ? failed.message : undefined
  };
}

function partsOf(spec: JsonRecord): readonly Part[] {
  return nestedPartsIn(spec, ['tasks'], 'task', task => withErrors(readSubtask(task), task));
}

function readSubtask(task: JsonRecord): Subtask {
  const serviceStatus = text(task, 'status');
  const state = serviceStatus === 'skip' ? 'skipped' : stateOf(states, serviceStatus);
  return {
    name: optionalText(task, 'name'),
    serviceStatus,
    state,
    startMs: isoMs(optional(task, 'created_at')),
    endMs: isTerminal(state) ? isoMs(optional(task, 'updated_at')) : undefined,
    message: optionalText(task, 'detail')
  };
}
