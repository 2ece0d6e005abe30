import {hostsOf} from '../../hosts.ts';
import {type JsonRecord, optional, optionalText, percent, statusIn} from '../../json.ts';
import {reasonOf} from '../families/job.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {
  INIT: 'running',
  WAITING: 'running',
  RUNNING: 'running',
  DELAY_SCHEDULED: 'running',
  SUCCESS: 'succeeded',
  FAIL: 'failed',
  // Terraform's provider gives up at it (dws_ext_data_source).
  ERROR: 'failed',
  STOP: 'stopped'
};

/**
 * The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. For five regions the SDK prints a domain
 * (.cn) that hardly any other service has there: these are left out rather than guessed.
 */
const hosts = hostsOf('dws.v2', {more: {dws: 'eu-de'}, usual: 'dws'});

/** A job of a cluster: the change of its load balancers, nodes, snapshots or external data sources, say. */
export const dws = defineService({
  name: 'dws',
  title: {en: 'Data Warehouse Service', zh: '数据仓库服务 DWS'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters and digits, such as 2c9080e88459fa44018459fbeb600001',
      zh: '字母和数字，例如 2c9080e88459fa44018459fbeb600001'
    }
  },
  hosts,
  request: ({projectId, taskId}) => ({path: path`/v1.0/${projectId}/job/${taskId}`}),
  states,
  read,
  errors: ['failed_code', 'failed_detail'],
  idsAreHexadecimal: true,
  tasksHaveErrorCodes: true
});

/** No source names the zone of its times, so they are not read. */
function read(job: JsonRecord): Reading {
  return {
    id: optionalText(job, 'job_id'),
    name: optionalText(job, 'job_name'),
    ...wordAndState(states, statusIn(job, 'status')),
    progress: percent(optional(job, 'progress')),
    message: reasonOf(optionalText(job, 'failed_code'), optionalText(job, 'failed_detail'))
  };
}
