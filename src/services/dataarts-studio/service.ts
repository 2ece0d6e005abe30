import {epochMs, type JsonRecord, optional, optionalText, stateWord, text} from '../../json.ts';
import {dataartsFactoryHosts} from '../families/dataarts.ts';
import {nestedPartsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf} from '../service.ts';

const states: StateTable = {RUNNING: 'running', SUCCESSFUL: 'succeeded', FAILED: 'failed', WARNING: 'warning'};

/** A system task of DataArts Factory (formerly DLF, then DGC): an import of jobs or connections, say. */
export const dataartsStudio = defineService({
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
    path: path`/v1/${projectId}/system-tasks/${taskId}`,
    headers: {'x-language': language.replace('-', '_'), ...(workspace ? {workspace} : {})}
  }),
  states,
  read,
  parts: (task: JsonRecord) =>
    nestedPartsIn(task, ['subtasks', 'subTasks'], 'subtask', subtask => {
      const changedMs = epochMs(optional(subtask, 'lastUpdate'));
      return withErrors({...observe(subtask, text(subtask, 'status')), changedMs}, subtask);
    }),
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: true,
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
  }
});

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
