import {familySamples, otcDocs, pendingPayment} from './job-family.ts';
import type {Sample} from './sample.ts';

export const ecs: readonly Sample[] = [
  {
    name: 'the creation of a server, with one sub-job',
    source: `${otcDocs}/elastic-cloud-server, api-ref/source/apis_recommended/job_status_management/querying_job_execution_status.rst`,
    body: {file: 'ecs-create-success'},
    expected: {
      id: '2c9eb2c5544cbf6101544f0602af2b4f',
      name: 'createServer',
      state: 'succeeded',
      serviceStatus: 'SUCCESS',
      start: '2016-04-25T20:04:34.604Z',
      end: '2016-04-25T20:08:41.593Z',
      subtasks: [
        {
          id: '2c9eb2c5544cbf6101544f0635672b60',
          name: 'createSingleServer',
          state: 'succeeded',
          serviceStatus: 'SUCCESS',
          start: '2016-04-25T20:04:47.591Z',
          end: '2016-04-25T20:08:21.328Z'
        }
      ]
    }
  },
  pendingPayment('support.huaweicloud.com/intl/en-us/api-ecs/ecs_02_0901.html'),
  ...familySamples
];
