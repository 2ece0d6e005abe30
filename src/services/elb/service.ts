import {hostsOf} from '../../hosts.ts';
import {isoMs, type JsonRecord, optional, optionalText, record, stateWord, text} from '../../json.ts';
import {reasonOf} from '../families/job.ts';
import {nestedPartsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type StateTable, stateOf} from '../service.ts';

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
const hosts = hostsOf('elb.v3', {usual: 'elb'});

/** A job of the load balancers: their copy, upgrade, or creation and removal of many at once. */
export const elb = defineService({
  name: 'elb',
  title: {en: 'Elastic Load Balance', zh: '弹性负载均衡 ELB'},
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as ef6da45b-35d9-4c18-8c35-0b80d94ab9e6'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: path`/v3/${projectId}/elb/jobs/${taskId}`
  }),
  states,
  find: body => [record(optional(record(body, 'the answer'), 'job'), '"job"')],
  read: (job: JsonRecord) => observe(job, stateWord(job, 'status')),
  parts: (job: JsonRecord) =>
    nestedPartsIn(job, ['sub_jobs'], 'subtask', subJob =>
      withErrors(observe(subJob, text(subJob, 'status')), subJob, errors)
    ),
  errors,
  answersWithId: true,
  idsAreHexadecimal: true,
  tasksHaveErrorCodes: true
});

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
