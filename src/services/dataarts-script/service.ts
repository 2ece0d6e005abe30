import {isRecord, type JsonRecord, optional, optionalText, statusIn} from '../../json.ts';
import {dataartsFactory} from '../families/dataarts.ts';
import {reasonOf} from '../families/job.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {LAUNCHING: 'running', RUNNING: 'running', FINISHED: 'succeeded', FAILED: 'failed'};

/** One run of a script of DataArts Factory, an instance of it. The answer repeats no id, and holds the rows of its result. */
export const dataartsScript = defineService({
  name: 'dataarts-script',
  title: {en: 'DataArts Factory', zh: '数据开发 DataArts Factory'},
  noun: {en: 'script run', zh: '脚本实例'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of an instance, such as a1ad-448a-9d56-4154193d49c5',
      zh: '实例的 ID，例如 a1ad-448a-9d56-4154193d49c5'
    }
  },
  parentId: {
    pattern: dataartsFactory.name,
    form: {
      en: 'the name of a script, in letters, Chinese ones too, digits, "-", "_" and ".", such as dwsscript',
      zh: '脚本名称，由字母（含汉字）、数字、“-”、“_”和“.”组成，例如 dwsscript'
    }
  },
  usualWorkspace: 'default',
  hosts: dataartsFactory.hosts,
  request: ({projectId, parentId, taskId, workspace}) => ({
    path: path`/v1/${projectId}/scripts/${parentId}/instances/${taskId}`,
    headers: workspace ? {workspace} : {}
  }),
  states,
  read,
  answersWithId: false,
  // All of them come under HTTP 400.
  codes: {
    'DLF.6201': 'not-found',
    'DLF.6205': 'not-found',
    ...dataartsFactory.codes
  },
  advice: {
    caveat: {
      en: 'Of a script with several statements this does not say that each of them succeeded: look at the results of the instance in DataArts Factory.',
      zh: '脚本包含多条语句时，这并不说明每条语句都已成功：请在数据开发 DataArts Factory 中查看该实例的结果。'
    },
    codes: {
      'DLF.6201': {
        en: 'Check the name of the script, before the slash in task-id, and workspace: the service knows no such script there.',
        zh: '检查 task-id 中斜杠之前的脚本名称，以及 workspace：服务在那里没有找到该脚本。'
      },
      ...dataartsFactory.codeAdvice
    }
  }
});

/** The results of a run that did not fail have messages as well, which are no reasons. */
function read(instance: JsonRecord): Reading {
  const told = wordAndState(states, statusIn(instance, 'status'));
  const results = [optional(instance, 'results')].flat().filter(isRecord);
  const reasons = told.state === 'failed' ? results.map(result => optionalText(result, 'message')) : [];
  return {...told, message: reasonOf(undefined, optionalText(instance, 'message'), ...reasons)};
}
