import type {Sample} from './sample.ts';
import {errorSample, taskCentreSamples} from './task-centre.ts';

const documents = 'github.com/opentelekomcloud-docs/document-database-service, api-ref/source';
const page = `${documents}/apis_v3.0_recommended/task_management/obtaining_information_about_a_task_with_a_specified_id.rst`;
const errorTable = `${documents}/appendix/error_code.rst`;

const running = {id: '9d10bfd1-affb-49c3-b977-298950a8d6fa', name: 'Create_MongoDB'};

export const dds: readonly Sample[] = [
  {
    name: 'a creation that completed, with an empty progress',
    source: page,
    body: {file: 'dds-completed'},
    expected: {
      id: 'f85104b5-4a9c-4e0f-9505-fc5409d8f7ae',
      name: 'Create_MongoDB',
      state: 'succeeded',
      serviceStatus: 'Completed',
      start: '2021-07-12T09:22:04.000Z',
      end: '2021-07-12T10:10:13.000Z',
      subtasks: []
    }
  },
  {
    name: 'a running task that has an end time already',
    source: `made from ${page}, the example of a task that runs`,
    body: {
      json: {
        job: {
          ...running,
          status: 'Running',
          created: '2021-07-13T07:28:43+0000',
          ended: '2021-07-13T07:28:53+0000',
          progress: '9%',
          fail_reason: null
        }
      }
    },
    expected: {
      ...running,
      state: 'running',
      serviceStatus: 'Running',
      progress: 9,
      start: '2021-07-13T07:28:43.000Z',
      end: '2021-07-13T07:28:53.000Z',
      subtasks: []
    }
  },
  ...taskCentreSamples('progress'),
  errorSample(
    'github.com/huaweicloud/terraform-provider-huaweicloud, huaweicloud/services/dds/resource_huaweicloud_dds_backup.go',
    400,
    'DBS.200543',
    'The job does not exist.',
    'not-found'
  ),
  errorSample(errorTable, 400, 'DBS.200010', 'Authentication failed.', 'denied'),
  errorSample(errorTable, 400, 'DBS.280015', 'Permission denied.', 'denied'),
  errorSample(errorTable, 401, 'DBS.280056', 'Invalid token.', 'denied')
];
