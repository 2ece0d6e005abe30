import {familySamples, job, otcDocs, pendingPayment, readJob, refusal} from './job-family.ts';
import {openApi, type Sample} from './sample.ts';

const errorCodes = `made from ${otcDocs}/bare-metal-server, api-ref/source/public_parameters/error_codes.rst`;

export const bms: readonly Sample[] = [
  {
    name: 'the creation of a bare metal server, with one sub-job',
    source: `${otcDocs}/bare-metal-server, api-ref/source/bms_apis/task_management/querying_task_statuses.rst`,
    body: {file: 'bms-create-success'},
    expected: {
      id: '2c9eb2c5544cbf6101544f0602af2b4f',
      name: 'baremetalBatchCreate',
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      start: '2019-04-25T20:04:34.604Z',
      end: '2019-04-25T20:08:41.593Z',
      subtasks: [
        {
          id: '2c9eb2c5544cbf6101544f0635672b60',
          name: 'baremetalSingleCreate',
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          start: '2019-04-25T20:04:47.591Z',
          end: '2019-04-25T20:08:21.328Z'
        }
      ]
    }
  },
  {
    name: 'a sub-job with its error under message',
    source: `made from ${openApi}, schemas/BMS/src/ShowJobInfos.json, which gives sub-jobs a message`,
    body: {
      json: {
        ...job,
        status: 'FAIL',
        entities: {sub_jobs_total: 1, sub_jobs: [{job_id: 'S1', status: 'FAIL', code: 'BMS.0006', message: 'No host.'}]}
      }
    },
    expected: {
      ...readJob,
      state: 'failed',
      serviceStatus: 'FAIL',
      subtasks: [{id: 'S1', state: 'failed', serviceStatus: 'FAIL', message: 'No host.'}]
    }
  },
  pendingPayment('support.huaweicloud.com/intl/en-us/api-bms/bms_api_0640.html'),
  refusal('no permission', 403, 'BMS.0033', 'Fail to check roles.', 'denied', errorCodes),
  refusal('no permission, by a policy', 403, 'BMS.0288', "Policy doesn't allow it.", 'denied', errorCodes),
  ...familySamples
];
