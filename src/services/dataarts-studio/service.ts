import {epochMs, type JsonRecord, optional, optionalText, statusIn, text} from '../../json.ts';
import {dataartsFactory} from '../families/dataarts.ts';
import {nestedPartsIn, withErrors} from '../parts.ts';
import {defineService, hexId, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {RUNNING: 'running', SUCCESSFUL: 'succeeded', FAILED: 'failed', WARNING: 'warning'};

/** A system task of DataArts Factory (formerly DLF, then DGC): an import of jobs or connections, say. */
export const dataartsStudio = defineService({
  name: 'dataarts-studio',
  aliases: ['dlf', 'dgc'],
  title: {en: 'DataArts Studio', zh: '数据治理中心 DataArts Studio'},
  taskId: {
    pattern: plainId,
    usual: hexId,
    form: {
      en: 'letters, digits, "-" and "_", such as 008aae2e67abe2ff0167abe3a28f0000',
      zh: '字母、数字、“-”和“_”，例如 008aae2e67abe2ff0167abe3a28f0000'
    }
  },
  usualWorkspace: 'default',
  hosts: dataartsFactory.hosts,
  request: ({projectId, taskId, workspace, language}) => ({
    path: path`/v1/${projectId}/system-tasks/${taskId}`,
    headers: {'x-language': language.replace('-', '_'), ...(workspace ? {workspace} : {})}
  }),
  states,
  read,
  parts: (task: JsonRecord) =>
    nestedPartsIn(task, ['subtasks', 'subTasks'], 'subtask', subtask =>
      withErrors(observe(subtask, text(subtask, 'status')), subtask)
    ),
  idsAreHexadecimal: true,
  endTimeMeansEnd: true,
  codes: {
    'DLF.0810': 'not-found',
    'DLF.20810': 'not-found',
    ...dataartsFactory.codes
  },
  advice: {codes: dataartsFactory.codeAdvice}
});

function read(task: JsonRecord): Reading {
  const observed = observe(task, statusIn(task, 'status'));
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
    ...wordAndState(states, serviceStatus),
    startMs: epochMs(optional(from, 'startTime')),
    endMs: epochMs(optional(from, 'endTime')),
    message: optionalText(from, 'message')
  };
}
