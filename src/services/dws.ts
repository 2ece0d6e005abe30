import {type JsonRecord, optional, optionalText, percent, stateWord} from '../json.ts';
import {reasonOf} from './job-family.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {
  INIT: 'running',
  WAITING: 'running',
  RUNNING: 'running',
  DELAY_SCHEDULED: 'running',
  SUCCESS: 'succeeded',
  FAIL: 'failed',
  STOP: 'stopped'
};

/**
 * The vendor's SDK table, without the regions for which it names a domain that differs from that of its other services,
 * and Open Telekom Cloud's list of endpoints.
 */
const hosts = {
  byRegion: labelByRegion({
    dws: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-5 cn-east-2
      cn-east-3 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-south-1 cn-southwest-2
      cn-southwest-3 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1
      sa-brazil-1 eu-de`
  }),
  usual: 'dws'
};

/** A job of a cluster: the change of its load balancers, nodes, snapshots or external data sources, say. */
export const dws = {
  name: 'dws',
  aliases: [],
  title: 'Data Warehouse Service',
  taskId: {pattern: plainId, form: 'letters and digits, such as 2c9080e88459fa44018459fbeb600001'},
  needsProjectId: true,
  hosts,
  request: ({projectId, taskId}) => ({
    path: `/v1.0/${encodeURIComponent(projectId)}/job/${encodeURIComponent(taskId)}`,
    headers: {}
  }),
  states,
  read,
  errors: ['failed_code', 'failed_detail'],
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: true,
  codes: {},
  advice: {},
  about: {
    id: '`job_id` of `POST /v2/{project_id}/clusters/{cluster_id}/elbs/{elb_id}` and of the other calls that answer with one',
    permission: '`dws:service:listJobDetail` (identity policy)',
    unconfirmed:
      'The zone of its times, which are left out therefore; the hosts in ap-southeast-4, cn-east-4, cn-north-12, cn-south-4 and tr-west-1; the permission with roles and policies; the code under which an unknown id is refused'
  }
} as const satisfies Service;

/** No source tells the zone of its times, so they are not read. */
function read(job: JsonRecord): Reading {
  const serviceStatus = stateWord(job, 'status');
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_name'),
    serviceStatus,
    state: stateOf(states, serviceStatus),
    progress: percent(optional(job, 'progress')),
    message: reasonOf(optionalText(job, 'failed_code'), optionalText(job, 'failed_detail'))
  };
}
