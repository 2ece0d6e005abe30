import {MalformedAnswer} from '../errors.ts';
import {type JsonRecord, property, stateWord} from '../json.ts';
import {resultOf} from './codearts-result.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

/**
 * No source lists the words: SUCCESS and FAILURE are in the examples of this call and of the history, ABORTED and
 * SCHEDULE_FAILURE in those of the build records. That a build runs is told by a field of its own.
 */
const states: StateTable = {
  building: 'running',
  SUCCESS: 'succeeded',
  FAILURE: 'failed',
  SCHEDULE_FAILURE: 'failed',
  ABORTED: 'stopped'
};

/** The vendor's SDK table, and its European documentation for eu-west-101. */
const hosts = {
  byRegion: labelByRegion({
    'cloudbuild-ext': `
      cn-north-1 cn-north-4 cn-east-2 cn-east-3 cn-south-1 cn-south-2 cn-southwest-2 ap-southeast-3 sa-brazil-1
      la-north-2 la-south-2 tr-west-1`,
    'build-backend': 'eu-west-101'
  })
};

/** A build of CodeArts Build, by its build task and its number. */
export const codeartsBuild = {
  name: 'codearts-build',
  aliases: ['cloudbuild'],
  title: 'CodeArts Build',
  taskId: {pattern: plainId, form: 'the number of the build, such as 20'},
  parentId: {pattern: plainId, form: 'the id of the build task, such as f5af662119404ad187437cd272b5099b'},
  needsProjectId: false,
  hosts,
  request: ({parentId, taskId}) => ({
    path: `/v1/job/${encodeURIComponent(parentId)}/${encodeURIComponent(taskId)}/build-info`,
    headers: {}
  }),
  states,
  find: body => [resultOf(body)],
  read,
  answersWithId: false,
  idsAreHexadecimal: false,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: {'DEVCB.00031006': 'not-found'},
  advice: {
    failed: 'The log of the build is in CodeArts Build, under the build task and the number of the build.'
  },
  about: {
    id: '`job_id`, a slash, and `actual_build_number` of `POST /v1/job/execute`',
    permission: 'A role in the CodeArts project that may view the build task; the call needs no identity policy',
    unconfirmed:
      'The list of words: only those in the examples are known, and any other counts as running; what an unknown build is answered with'
  }
} as const satisfies Service;

function read(result: JsonRecord): Reading {
  const isBuilding = property(result, 'building');
  if (typeof isBuilding !== 'boolean' && isBuilding !== null) {
    throw new MalformedAnswer('"building" should be true or false');
  }
  const serviceStatus = isBuilding === null ? '' : isBuilding ? 'building' : stateWord(result, 'build_result');
  return {serviceStatus, state: stateOf(states, serviceStatus)};
}
