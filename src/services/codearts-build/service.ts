import {MalformedAnswer} from '../../errors.ts';
import {hostsOf} from '../../hosts.ts';
import {
  isoMs,
  isRecord,
  type JsonRecord,
  optional,
  optionalRecord,
  optionalText,
  property,
  statusIn
} from '../../json.ts';
import type {Cause} from '../../task.ts';
import {resultOf} from '../families/codearts.ts';
import {defineService, path, plainId, type Reading, type StateTable, stateOf, wordAndState} from '../service.ts';

/**
 * No source lists the words: SUCCESS and FAILURE are in the examples of this call and of the history, ABORTED and
 * SCHEDULE_FAILURE in those of the build records. A field of its own says that a build runs.
 */
const states: StateTable = {
  building: 'running',
  SUCCESS: 'succeeded',
  FAILURE: 'failed',
  SCHEDULE_FAILURE: 'failed',
  ABORTED: 'stopped'
};

/** A build of CodeArts Build, by its build task and its number. */
export const codeartsBuild = defineService({
  name: 'codearts-build',
  aliases: ['cloudbuild'],
  title: {en: 'CodeArts Build', zh: '编译构建 CodeArts Build'},
  noun: {en: 'run', zh: '构建'},
  taskId: {pattern: plainId, form: {en: 'the number of the build, such as 20', zh: '构建编号，例如 20'}},
  parentId: {
    pattern: plainId,
    form: {
      en: 'the id of the build task, such as f5af662119404ad187437cd272b5099b',
      zh: '构建任务的 ID，例如 f5af662119404ad187437cd272b5099b'
    }
  },
  needsProjectId: false,
  // The vendor's SDK table, and its European documentation for eu-west-101.
  hosts: hostsOf('codeartsbuild.v3', {more: {'build-backend': 'eu-west-101'}}),
  request: ({parentId, taskId}) => ({path: path`/v1/job/${parentId}/${taskId}/build-info`}),
  states,
  find: body => [resultOf(body)],
  read,
  // Its record has the error and leads to its stages.
  causes: {
    request: ({parentId, taskId}) => ({path: path`/v1/record/${parentId}/${taskId}/record-info`}),
    read: answer => {
      const message = optionalText(resultOf(answer), 'err_msg');
      return message === undefined ? [] : [{message}];
    },
    next: answer => {
      const recordId = optionalText(resultOf(answer), 'build_record_id');
      return recordId === undefined
        ? undefined
        : {
            request: () => ({path: path`/v1/record/${recordId}/full-stages`}),
            read: stages => failedStages(resultOf(stages))
          };
    }
  },
  answersWithId: false,
  codes: {'DEVCB.00031006': 'not-found'},
  advice: {
    again: {en: 'run the build task again', zh: '重新执行构建任务'},
    verdicts: {
      failed: {
        en: 'Fix the cause. The log is in CodeArts Build, under the build task and the number of the build.',
        zh: '解决问题。日志：在 CodeArts Build 中打开该构建任务，选择对应编号的构建。'
      }
    }
  }
});

function read(result: JsonRecord): Reading {
  const isBuilding = property(result, 'building');
  if (typeof isBuilding !== 'boolean' && isBuilding !== null) {
    throw new MalformedAnswer(({malformed}) => malformed.boolean('"building"'));
  }
  const serviceStatus = isBuilding === null ? '' : isBuilding ? 'building' : statusIn(result, 'build_result');
  return wordAndState(states, serviceStatus);
}

/** The stages that failed. */
function failedStages(result: JsonRecord): readonly Cause[] {
  return ['build_stages', 'check_stages'].flatMap(key =>
    Object.values(optionalRecord(result, key))
      .filter(isRecord)
      .flatMap(stage => {
        const serviceStatus = optionalText(stage, 'status') ?? '';
        if (stateOf(states, serviceStatus) !== 'failed') return [];
        const timeMs = isoMs(optional(stage, 'finish_time'));
        return [{name: optionalText(stage, 'display_name'), type: 'stage', serviceStatus, timeMs}];
      })
  );
}
