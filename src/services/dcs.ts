import {epochMs, type JsonRecord, optional, optionalText, stateWord} from '../json.ts';
import {reasonOf} from './job-family.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {INIT: 'running', RUNNING: 'running', SUCCESS: 'succeeded', FAIL: 'failed'};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = {
  byRegion: labelByRegion({
    dcs: `
      ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2
      cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-12 cn-south-1
      cn-south-2 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1
      ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de eu-nl`
  }),
  usual: 'dcs'
};

/** A job of the cache: the creation, backup or extension of an instance, or a switch to its standby, say. */
export const dcs = {
  name: 'dcs',
  aliases: [],
  title: 'Distributed Cache Service',
  taskId: {pattern: plainId, form: 'letters and digits, such as ff8080818822bbf70188235afc24141a'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: `/v2/${encodeURIComponent(projectId)}/jobs/${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  read,
  errors: ['error_code', 'fail_reason', 'fail_resson'],
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: true,
  codes: {},
  advice: {},
  about: {
    id: '`job_id` of `PUT /v2/{project_id}/instances/{instance_id}/async-swap` and of the other calls that answer with one',
    permission: '`dcs:job:get`',
    unconfirmed: 'The code under which an unknown id is refused'
  }
} as const satisfies Service;

/** The times are digits in a text; the reason of a failure also comes under a misspelt name. */
function read(job: JsonRecord): Reading {
  const serviceStatus = stateWord(job, 'status');
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: epochMs(optional(job, 'begin_time')),
    endMs: epochMs(optional(job, 'end_time')),
    message: reasonOf(
      optionalText(job, 'error_code'),
      optionalText(job, 'fail_reason') ?? optionalText(job, 'fail_resson')
    )
  };
}
