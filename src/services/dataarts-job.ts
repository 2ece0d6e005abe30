import {digits, epochMs, type JsonRecord, optional, optionalText, stateWord, text} from '../json.ts';
import type {SubtaskState} from '../task.ts';
import {dataartsFactoryHosts} from './dataarts-studio.ts';
import {partsIn} from './parts.ts';
import {plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/** A forced success and an ignored failure are listed by the API as kinds of success; a skipped instance has not run. */
const states: StateTable = {
  waiting: 'running',
  running: 'running',
  'waiting-confirm': 'running',
  freeze: 'running',
  pause: 'running',
  success: 'succeeded',
  forceSuccess: 'succeeded',
  ignoreSuccess: 'succeeded',
  'skip-by-depend': 'warning',
  fail: 'failed',
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
export const dataartsJob = {
  name: 'dataarts-job',
  aliases: [],
  title: 'DataArts Factory',
  taskId: {pattern: plainId, form: 'the number of an instance, such as 34765'},
  parentId: {
    pattern: /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}_.-]{1,128}$/u,
    form: 'the name of a job, in letters, Chinese ones too, digits, "-", "_" and ".", such as job_batch'
  },
  needsProjectId: true,
  hosts: dataartsFactoryHosts,
  request: ({projectId, parentId, taskId, workspace}) => ({
    path: `/v1/${encodeURIComponent(projectId)}/jobs/${encodeURIComponent(parentId)}/instances/${encodeURIComponent(taskId)}`,
    headers: workspace ? {workspace} : {}
  }),
  states,
  read,
  parts: (instance: JsonRecord) =>
    partsIn(instance, 'nodes', 'node', node => {
      const word = text(node, 'status');
      return [{name: optionalText(node, 'nodeName'), serviceStatus: word, state: nodeStateOf(word), ...timesOf(node)}];
    }),
  repeats: {jobName: ({parentId}) => parentId},
  counts: {total: 'nodes'},
  answersWithId: true,
  idsAreHexadecimal: false,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: {
    'DLF.0100': 'not-found',
    'DLF.0137': 'not-found',
    'DLF.6888': 'denied'
  },
  advice: {
    'not-found':
      'Check task-id, project-id, region and above all workspace: without it the service looks in the workspace named default.',
    'DLF.0100':
      'Check the name of the job, before the slash in task-id, and workspace: the service knows no such job there.',
    'DLF.0819': 'Check workspace: it takes the id of a workspace of this project.',
    'DLF.20819': 'Check workspace: it takes the id of a workspace of this project.',
    'DLF.6888': 'Give the account of these credentials the right to read DataArts Factory jobs in this workspace.'
  },
  about: {
    id: 'the name of the job, a slash, and `instanceId` of `POST /v1/{project_id}/jobs/{job_name}/run-immediate`',
    permission:
      'A workspace role such as Viewer, beside the system role `DataArts Studio User` (`DARTS User` on Open Telekom Cloud); IAM policies have no action for it',
    unconfirmed:
      'What `skip-by-depend` means, which is a warning here; that `running-exception` is an end; that the role Viewer is enough'
  }
} as const satisfies Service;

function read(instance: JsonRecord): Reading {
  const serviceStatus = stateWord(instance, 'status');
  return {
    id: digits(instance, 'instanceId'),
    name: optionalText(instance, 'jobName'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    isForced: serviceStatus === 'forceSuccess' || undefined,
    ...timesOf(instance)
  };
}

function nodeStateOf(word: string): SubtaskState {
  return word === 'skip' ? 'skipped' : stateOf(nodeStates, word);
}

function timesOf(from: JsonRecord) {
  return {startMs: epochMs(optional(from, 'startTime')), endMs: epochMs(optional(from, 'endTime'))};
}
