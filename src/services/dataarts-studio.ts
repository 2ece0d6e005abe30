import {epochMs, type JsonRecord, optional, optionalText, stateWord, text} from '../json.ts';
import {partsIn} from './parts.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {RUNNING: 'running', SUCCESSFUL: 'succeeded', FAILED: 'failed', WARNING: 'warning'};

/** The vendor's SDK table for this API; it names cn-east-4 with another module's host, so that region is left out. */
export const dataartsFactoryHosts = {
  byRegion: labelByRegion({
    'dayu-dlf': `
      ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-north-1
      cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-south-1 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1
      my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de`
  }),
  usual: 'dayu-dlf'
};

/** A system task of DataArts Factory (formerly DLF, then DGC): an import of jobs or connections, say. */
export const dataartsStudio = {
  name: 'dataarts-studio',
  aliases: ['dlf', 'dgc'],
  title: 'DataArts Studio',
  taskId: {
    pattern: plainId,
    form: 'letters, digits, "-" and "_", such as 008aae2e67abe2ff0167abe3a28f0000'
  },
  needsProjectId: true,
  hosts: dataartsFactoryHosts,
  request: ({projectId, taskId, workspace, language}) => ({
    path: `/v1/${encodeURIComponent(projectId)}/system-tasks/${encodeURIComponent(taskId)}`,
    headers: {'x-language': language.replace('-', '_'), ...(workspace ? {workspace} : {})}
  }),
  states,
  read,
  parts: (task: JsonRecord) =>
    ['subtasks', 'subTasks'].flatMap(key =>
      partsIn(task, key, 'subtask', subtask => [
        {...observe(subtask, text(subtask, 'status')), changedMs: epochMs(optional(subtask, 'lastUpdate'))}
      ])
    ),
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: true,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: {
    'DLF.0810': 'not-found',
    'DLF.20810': 'not-found',
    'DLF.6888': 'denied'
  },
  advice: {
    'not-found':
      'Check task-id, project-id, region and above all workspace: without it the service looks in the workspace named default, and the id of a task in another workspace does not exist there.',
    'DLF.0819': 'Check workspace: it takes the id of a workspace of this project.',
    'DLF.20819': 'Check workspace: it takes the id of a workspace of this project.',
    'DLF.6888': 'Give the account of these credentials the right to read DataArts Factory jobs in this workspace.'
  },
  about: {
    id: '`taskId` of `POST /v1/{project_id}/jobs/import`',
    permission:
      'A workspace role such as Viewer, beside the system role `DataArts Studio User` (`DARTS User` on Open Telekom Cloud); IAM policies have no action for it',
    unconfirmed: 'What `WARNING` means, and that it is an end; that the role Viewer is enough'
  }
} as const satisfies Service;

function read(task: JsonRecord): Reading {
  const observed = observe(task, stateWord(task, 'status'));
  return {
    ...observed,
    // The documentation does not say whether WARNING is an end: only an end time proves it.
    state: observed.state === 'warning' && observed.endMs === undefined ? 'running' : observed.state
  };
}

/** What a task and its subtasks have in common. */
function observe(from: JsonRecord, serviceStatus: string) {
  return {
    id: optionalText(from, 'id'),
    name: optionalText(from, 'name'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: epochMs(optional(from, 'startTime')),
    endMs: epochMs(optional(from, 'endTime')),
    message: optionalText(from, 'message')
  };
}
