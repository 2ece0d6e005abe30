import {digits, epochMs, type JsonRecord, optional, optionalText, statusIn, text} from '../../json.ts';
import type {SubtaskState} from '../../task.ts';
import {dataartsFactory} from '../families/dataarts.ts';
import {nestedPartsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf, wordAndState} from '../service.ts';

/** `forceSuccess`: a person declared it. `ignoreSuccess`: a failure was ignored. `skip-by-depend`: it has not run. */
const states: StateTable = {
  waiting: 'running',
  running: 'running',
  'waiting-confirm': 'running',
  freeze: 'running',
  pause: 'running',
  success: 'succeeded',
  forceSuccess: 'succeeded',
  ignoreSuccess: 'warning',
  'skip-by-depend': 'warning',
  fail: 'failed',
  // Terraform's provider gives up at it (dataarts_factory_job_action).
  'running-exception': 'failed',
  'manual-stop': 'stopped'
};

const nodeStates: StateTable = {
  waiting: 'running',
  running: 'running',
  pause: 'running',
  success: 'succeeded',
  fail: 'failed',
  'manual-stop': 'stopped'
};

/** One run of a job of DataArts Factory, an instance of it. Its nodes are the subtasks. */
export const dataartsJob = defineService({
  name: 'dataarts-job',
  title: {en: 'DataArts Factory', zh: '数据开发 DataArts Factory'},
  noun: {en: 'job run', zh: '作业实例'},
  taskId: {pattern: plainId, form: {en: 'the number of an instance, such as 34765', zh: '实例编号，例如 34765'}},
  parentId: {
    pattern: dataartsFactory.name,
    form: {
      en: 'the name of a job, in letters, Chinese ones too, digits, "-", "_" and ".", such as job_batch',
      zh: '作业名称，由字母（含汉字）、数字、“-”、“_”和“.”组成，例如 job_batch'
    }
  },
  usualWorkspace: 'default',
  hosts: dataartsFactory.hosts,
  request: ({projectId, parentId, taskId, workspace}) => ({
    path: path`/v1/${projectId}/jobs/${parentId}/instances/${taskId}`,
    headers: workspace ? {workspace} : {}
  }),
  states,
  read,
  parts: (instance: JsonRecord) =>
    nestedPartsIn(instance, ['nodes'], 'node', node => {
      const serviceStatus = text(node, 'status');
      const state = nodeStateOf(serviceStatus, statusIn(instance, 'status'));
      return withErrors({name: optionalText(node, 'nodeName'), serviceStatus, state, ...timesOf(node)}, node);
    }),
  repeats: {jobName: ({parentId}) => parentId},
  counts: {total: 'nodes'},
  codes: {
    'DLF.0100': 'not-found',
    'DLF.0137': 'not-found',
    ...dataartsFactory.codes
  },
  advice: {
    words: {
      'waiting-confirm': {
        en: 'The instance waits for a person: confirm it in DataArts Factory, under the job.',
        zh: '作业实例等待人工确认：请在数据开发 DataArts Factory 中该作业下确认。'
      },
      freeze: {
        en: 'The instance is frozen: unfreeze it in DataArts Factory, under the job.',
        zh: '作业实例已冻结：请在数据开发 DataArts Factory 中该作业下解冻。'
      },
      pause: {
        en: 'The instance is paused: resume it in DataArts Factory, under the job.',
        zh: '作业实例已暂停：请在数据开发 DataArts Factory 中该作业下恢复。'
      }
    },
    codes: {
      'DLF.0100': {
        en: 'Check the name of the job, before the slash in task-id, and workspace: the service knows no such job there.',
        zh: '检查 task-id 中斜杠之前的作业名称，以及 workspace：服务在那里没有找到该作业。'
      },
      ...dataartsFactory.codeAdvice
    }
  }
});

function read(instance: JsonRecord): Reading {
  const serviceStatus = statusIn(instance, 'status');
  return {
    id: digits(instance, 'instanceId'),
    name: optionalText(instance, 'jobName'),
    ...wordAndState(states, serviceStatus),
    isForced: serviceStatus === 'forceSuccess' || undefined,
    ...timesOf(instance)
  };
}

/** Whether a failure is ignored, the instance's word tells: its fields forceSuccess and ignoreSuccess decide nothing. */
function nodeStateOf(word: string, instanceWord: string): SubtaskState {
  if (word === 'skip') return 'skipped';
  const state = stateOf(nodeStates, word);
  return state === 'failed' && instanceWord === 'ignoreSuccess' ? 'warning' : state;
}

function timesOf(from: JsonRecord) {
  return {startMs: epochMs(optional(from, 'startTime')), endMs: epochMs(optional(from, 'endTime'))};
}
