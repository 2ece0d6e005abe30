import {hostsOf} from '../../hosts.ts';
import {isoMs, type JsonRecord, optional, optionalText, statusIn, text} from '../../json.ts';
import {isTerminal, type Subtask} from '../../task.ts';
import {isFlaw, nestedPartsIn, type Part, withErrors} from '../parts.ts';
import {
  defineService,
  objectUnder,
  path,
  plainId,
  type Reading,
  type StateTable,
  stateOf,
  wordAndState
} from '../service.ts';

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

/** A job of Cloud Application Engine: the deployment or upgrade of a component, say. */
export const cae = defineService({
  name: 'cae',
  title: {en: 'Cloud Application Engine', zh: '云应用引擎 CAE'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of the job, such as 15cbf4ff-e6a8-4504-a5e0-574b9c21493a',
      zh: '任务的 ID，例如 15cbf4ff-e6a8-4504-a5e0-574b9c21493a'
    }
  },
  parentId: {
    pattern: plainId,
    form: {
      en: 'the id of the environment, such as 5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898',
      zh: '环境的 ID，例如 5d3d1e90-2f5d-4ef1-958b-3fc1ed0b0898'
    }
  },
  hosts: hostsOf('cae.v1'),
  request: ({projectId, parentId, taskId}) => ({
    path: path`/v1/${projectId}/cae/jobs/${taskId}`,
    headers: {'x-environment-id': parentId}
  }),
  enterpriseProject: {header: 'x-enterprise-project-id'},
  states,
  find: objectUnder('spec'),
  read,
  parts: partsOf,
  answersWithId: false,
  // Under HTTP 400.
  codes: {'CAE.01500404': 'not-found', 'CAE.01500005': 'not-found'},
  advice: {
    codes: {
      'CAE.01500404': {
        en: 'Check the id of the environment, and give enterprise-project-id if it is not in the enterprise project `default`, the only one that is looked in otherwise.',
        zh: '检查环境 ID；如果环境不在企业项目 `default` 中，请填写 enterprise-project-id，否则只在该企业项目中查找。'
      }
    }
  }
});

function read(spec: JsonRecord): Reading {
  const failed = partsOf(spec).find((part): part is Subtask => !isFlaw(part) && part.state === 'failed');
  return {...wordAndState(states, statusIn(spec, 'status')), message: failed?.message};
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
