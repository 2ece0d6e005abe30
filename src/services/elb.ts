import {isoMs, type JsonRecord, optional, optionalText, record, stateWord, text} from '../json.ts';
import {reasonOf} from './job-family.ts';
import {partsIn, withErrors} from './parts.ts';
import {labelByRegion, plainId, type Service, type StateTable, stateOf} from './service.ts';

const errors = ['error_code', 'error_msg'];

const states: StateTable = {
  INIT: 'running',
  RUNNING: 'running',
  ROLLBACKING: 'running',
  SUCCESS: 'succeeded',
  COMPLETE: 'succeeded',
  FAIL: 'failed',
  ROLLBACK_FAIL: 'failed',
  CANCEL: 'stopped'
};

/** The vendor's SDK table. Open Telekom Cloud does not document these jobs. */
const hosts = {
  byRegion: labelByRegion({
    elb: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2
      cn-south-4 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1
      ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1`
  }),
  usual: 'elb'
};

/** A job of the load balancers: their copy, upgrade, or creation and removal of many at once. */
export const elb = {
  name: 'elb',
  aliases: [],
  title: 'Elastic Load Balance',
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as ef6da45b-35d9-4c18-8c35-0b80d94ab9e6'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: `/v3/${encodeURIComponent(projectId)}/elb/jobs/${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  find: body => [record(optional(record(body, 'the answer'), 'job'), '"job"')],
  read: (job: JsonRecord) => observe(job, stateWord(job, 'status')),
  parts: (job: JsonRecord) =>
    partsIn(job, 'sub_jobs', 'subtask', subJob => withErrors(observe(subJob, text(subJob, 'status')), subJob, errors)),
  errors,
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: true,
  codes: {},
  advice: {},
  about: {
    id: '`job_id` of `POST /v3/{project_id}/elb/loadbalancers/{loadbalancer_id}/clone` and of the batch calls',
    permission: 'None with identity policies',
    unconfirmed:
      'The state of a job after a rollback that went well; the permission with roles and policies; the code under which an unknown id is refused'
  }
} as const satisfies Service;

/** What a job and its subtasks have in common. */
function observe(job: JsonRecord, serviceStatus: string) {
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_type'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    startMs: isoMs(optional(job, 'begin_time')),
    endMs: isoMs(optional(job, 'end_time')),
    message: reasonOf(optionalText(job, 'error_code'), optionalText(job, 'error_msg'))
  };
}
