import {madeFor, openApi, type Sample} from './sample.ts';

const docs = 'support.huaweicloud.com, api-cae, ShowJob';
const job = (spec: unknown) => ({api_version: 'v1', kind: 'Job', spec});

export const cae: readonly Sample[] = [
  {
    name: 'a running job with its task',
    source: `${openApi}, schemas/CAE/src/ShowJob.json, answer 200`,
    body: {file: 'cae-job-running'},
    expected: {
      state: 'running',
      serviceStatus: 'running',
      subtasks: [{name: 'upgrade', state: 'running', serviceStatus: 'init', start: '2023-02-16T11:24:07.950Z'}]
    }
  },
  {
    name: 'a failed job with the detail of the task that failed',
    source: "github.com/huaweicloud/terraform-provider-huaweicloud, services/cae, which reads a job's failure so",
    body: {
      json: job({
        status: 'failed',
        tasks: [
          {
            name: 'build',
            status: 'success',
            detail: 'done',
            created_at: '2023-02-16T11:24:07.950175Z',
            updated_at: '2023-02-16T11:25:07.950175Z'
          },
          {name: 'upgrade', status: 'failed', detail: 'no image'},
          {name: 'route', status: 'skip', detail: ''}
        ]
      })
    },
    expected: {
      state: 'failed',
      serviceStatus: 'failed',
      message: 'no image',
      subtasks: [
        {
          name: 'build',
          state: 'succeeded',
          serviceStatus: 'success',
          message: 'done',
          start: '2023-02-16T11:24:07.950Z',
          end: '2023-02-16T11:25:07.950Z'
        },
        {name: 'upgrade', state: 'failed', serviceStatus: 'failed', message: 'no image'},
        {name: 'route', state: 'skipped', serviceStatus: 'skip'}
      ]
    }
  },
  ...(
    [
      ['init', 'running'],
      ['terminating', 'running'],
      ['success', 'succeeded'],
      ['timeout', 'failed'],
      ['terminated', 'stopped'],
      ['skip', 'stopped'],
      ['finish', 'unknown'],
      ['Success', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `a job in the state ${status}`,
      source: docs,
      body: {json: job({status, progress: 50, tasks: null})},
      expected: {state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'no state',
    source: madeFor('a field left out'),
    body: {json: job({progress: 100, tasks: []})},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no content',
    source: madeFor('the envelope without its content'),
    body: {json: job(null)},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  },
  ...(['CAE.01500404', 'CAE.01500005'] as const).map(
    (code): Sample => ({
      name: `the error ${code}, an environment or resource that does not exist`,
      source: 'github.com/huaweicloud/terraform-provider-huaweicloud, services/cae',
      status: 400,
      body: {json: {error_code: code, error_msg: 'an error'}},
      expected: {failure: 'not-found', code}
    })
  )
];
