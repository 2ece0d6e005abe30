import {type JsonRecord, optionalText, statusIn} from '../../json.ts';
import {dliCodes, dliHosts} from '../families/dli.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf} from '../service.ts';

/** In lower case: the definition prints them so, and its own example answers `Success`. */
const states: StateTable = {
  starting: 'running',
  running: 'running',
  recovering: 'running',
  success: 'succeeded',
  dead: 'failed'
};

/** A batch processing (Spark) job of Data Lake Insight. */
export const dliSpark = defineService({
  name: 'dli-spark',
  title: {en: 'Data Lake Insight', zh: '数据湖探索 DLI'},
  noun: {en: 'Spark job', zh: 'Spark 作业'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 0a324461-d9d9-45da-a52a-3b3c7a3d809e',
      zh: '字母、数字和“-”，例如 0a324461-d9d9-45da-a52a-3b3c7a3d809e'
    }
  },
  hosts: dliHosts,
  request: ({projectId, taskId}) => ({path: path`/v2.0/${projectId}/batches/${taskId}/state`}),
  states,
  read,
  idsAreHexadecimal: true,
  codes: dliCodes,
  advice: {
    again: {en: 'submit the job again', zh: '重新提交作业'},
    verdicts: {
      failed: {
        en: 'Find the cause in the driver log of the job, in Data Lake Insight under Spark jobs, and fix it.',
        zh: '在数据湖探索 DLI 的 Spark 作业中查看 driver 日志，找到原因并解决。'
      }
    }
  }
});

function read(job: JsonRecord): Reading {
  const serviceStatus = statusIn(job, 'state');
  return {
    id: optionalText(job, 'id'),
    serviceStatus,
    state: stateOf(states, serviceStatus.toLowerCase())
  };
}
