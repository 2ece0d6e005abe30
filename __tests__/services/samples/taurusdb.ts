import {madeFor, openApi, type Sample} from './sample.ts';

const job = {id: '31b8ae23-c687-4d80-b7b4-42a66c9bb886', name: 'CreateGaussDBforMySQLInstance'};

export const taurusdb: readonly Sample[] = [
  {
    name: 'a creation that completed, with two offsets and an empty progress',
    source: `${openApi}, schemas/GaussDB/src/ShowGaussMySqlJobInfo.json, answer 200`,
    body: {file: 'taurusdb-create-completed'},
    expected: {
      ...job,
      state: 'succeeded',
      serviceStatus: 'Completed',
      start: '2018-08-06T02:41:14.000Z',
      end: '2018-08-06T16:41:14.000Z',
      subtasks: []
    }
  },
  {
    name: 'a task that does not exist',
    source:
      'made from github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst, row DBS.200543',
    status: 400,
    body: {file: 'taurusdb-job-not-found'},
    expected: {failure: 'not-found', code: 'DBS.200543'}
  },
  {
    name: 'a running task with its progress, an empty end and a name with a blank before it',
    source: madeFor('process is a percentage while the task runs'),
    body: {
      json: {
        job: {
          ...job,
          name: ' CreateGaussDBforMySQLInstance',
          status: 'Running',
          created: '2018-08-06T10:41:14+0800',
          ended: '',
          process: '60%',
          fail_reason: ''
        }
      }
    },
    expected: {
      ...job,
      state: 'running',
      serviceStatus: 'Running',
      progress: 60,
      start: '2018-08-06T02:41:14.000Z',
      subtasks: []
    }
  },
  {
    name: 'a pending task without times',
    source: madeFor('created can be empty while the instance is being created'),
    body: {json: {job: {...job, status: 'Pending', created: '', process: ''}}},
    expected: {...job, state: 'running', serviceStatus: 'Pending', subtasks: []}
  },
  {
    name: 'a failed task with its reason',
    source: madeFor('fail_reason'),
    body: {
      json: {
        job: {
          ...job,
          status: 'Failed',
          created: '2018-08-06T10:41:14-0330',
          ended: '2018-08-06T10:42:14+08:00',
          fail_reason: 'No free IP address.'
        }
      }
    },
    expected: {
      ...job,
      state: 'failed',
      serviceStatus: 'Failed',
      start: '2018-08-06T14:11:14.000Z',
      end: '2018-08-06T02:42:14.000Z',
      message: 'No free IP address.',
      subtasks: []
    }
  },
  {
    name: 'a task that waits for authorization',
    source: 'support.huaweicloud.com/api-taurusdb/ShowGaussMySqlJobInfo.html of 2026-02-10, the list of states',
    body: {json: {job: {...job, status: 'Unauthorized'}}},
    expected: {...job, state: 'running', serviceStatus: 'Unauthorized', subtasks: []}
  },
  {
    name: 'a task that was cancelled',
    source: 'support.huaweicloud.com/api-taurusdb/ShowGaussMySqlJobInfo.html of 2026-02-10, the list of states',
    body: {json: {job: {...job, status: 'Canceled'}}},
    expected: {...job, state: 'stopped', serviceStatus: 'Canceled', subtasks: []}
  },
  {
    name: 'a word in capitals, which is not the word that means success',
    source: madeFor('a state that no definition lists'),
    body: {json: {job: {...job, status: 'COMPLETED'}}},
    expected: {...job, state: 'unknown', serviceStatus: 'COMPLETED', subtasks: []}
  },
  {
    name: 'a word that every object has',
    source: madeFor('a state that no definition lists'),
    body: {json: {job: {...job, status: 'constructor'}}},
    expected: {...job, state: 'unknown', serviceStatus: 'constructor', subtasks: []}
  },
  {
    name: 'a job that is null',
    source: madeFor('the envelope without its content'),
    body: {json: {job: null}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no job',
    source: madeFor('the envelope without its content'),
    body: {json: {}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a list of jobs',
    source: madeFor('the form of a related service'),
    body: {json: {job: [{...job, status: 'Completed'}]}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a job without its envelope',
    source: madeFor('the content without its envelope'),
    body: {json: {...job, status: 'Completed'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    body: {json: {job: {...job, ended: '2018-08-06T16:41:14+0000'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a status of another type',
    source: madeFor('a mandatory field of another type'),
    body: {json: {job: {...job, status: true}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an invalid token',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 403,
    body: {json: {error_code: 'DBS.280056', error_msg: 'Invalid token.'}},
    expected: {failure: 'denied', code: 'DBS.280056'}
  },
  {
    name: 'no permission',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 403,
    body: {json: {error_code: 'DBS.200010', error_msg: 'Permission denied.'}},
    expected: {failure: 'denied', code: 'DBS.200010'}
  },
  {
    name: 'a fault of the server',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 500,
    body: {json: {error_code: 'DBS.108000', error_msg: 'Server failure.'}},
    expected: {failure: 'transient', code: 'DBS.108000'}
  },
  {
    name: 'a bad parameter',
    source: 'github.com/opentelekomcloud-docs/taurusdb, api-ref/source/appendix/error_codes.rst',
    status: 400,
    body: {json: {error_code: 'DBS.280001', error_msg: 'Parameter error.'}},
    expected: {failure: 'rejected', code: 'DBS.280001'}
  }
];
