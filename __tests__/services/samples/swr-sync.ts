import {madeFor, openApi, type Sample} from './sample.ts';

const definition = `${openApi}, schemas/SWR/src/ShowSyncJob.json`;
const asked = {taskId: '8', parentId: 'test/testrepo/cn-north-1/remtens'};
const job = {
  createdAt: '2020-03-12T08:11:36.518144Z',
  id: 1,
  namespace: 'test',
  override: false,
  remoteNamespace: 'remtens',
  remoteRegionId: 'cn-north-1',
  repoName: 'testrepo',
  status: 'success',
  tag: '8',
  updatedAt: '2020-03-12T08:11:41.505499Z'
};
const read = {name: 'test/testrepo:8', start: '2020-03-12T08:11:36.518Z', subtasks: []};

export const swrSync: readonly Sample[] = [
  {
    name: 'a job that succeeded, in a list without an envelope',
    source: `the example of answer 200 in ${definition}, without the account`,
    asked,
    body: {json: [job]},
    expected: {...read, state: 'succeeded', serviceStatus: 'success', end: '2020-03-12T08:11:41.505Z'}
  },
  {
    name: 'the newest job of the tag and target, whatever their order and those of others',
    source: madeFor('a list is searched'),
    asked,
    body: {
      json: [
        {...job, id: 9, tag: '9', createdAt: '2020-03-12T12:00:00Z'},
        {...job, id: 8, remoteRegionId: 'cn-east-3', createdAt: '2020-03-12T12:00:00Z'},
        {...job, id: 7, remoteNamespace: 'other', createdAt: '2020-03-12T12:00:00Z'},
        {...job, id: 2, createdAt: '2020-03-12T07:00:00.000000Z'},
        {...job, id: 6, createdAt: '2020-03-12T10:00:00.000000Z', status: 'running'},
        {...job, id: 5, createdAt: '2020-03-12T09:00:00.000000Z', status: 'failed'}
      ]
    },
    expected: {...read, start: '2020-03-12T10:00:00.000Z', state: 'running', serviceStatus: 'running'}
  },
  {
    name: 'a list without this tag',
    source: madeFor('a list without this task'),
    asked: {...asked, taskId: '80'},
    body: {json: [job]},
    expected: {failure: 'not-found'}
  },
  {
    name: 'an empty list',
    source: madeFor('a list without this task'),
    asked,
    body: {json: []},
    expected: {failure: 'not-found'}
  },
  {
    name: 'null in place of the list, which is an empty one',
    source: madeFor('a list without this task'),
    asked,
    body: {json: null},
    expected: {failure: 'not-found'}
  },
  {
    name: 'two jobs that were created at the same time and disagree',
    source: madeFor('the newest job counts'),
    asked,
    body: {json: [job, {...job, id: 2, status: 'failed'}]},
    expected: {
      ...read,
      state: 'succeeded',
      serviceStatus: 'success',
      end: '2020-03-12T08:11:41.505Z',
      contradictions: ['entries of its list with its id say success and failed']
    }
  },
  ...(['waiting', 'running', 'SUCCESS'] as const).map(
    (status): Sample => ({
      name: `a job in the state ${status}`,
      source: definition,
      asked,
      body: {json: [{...job, status}]},
      expected: {...read, state: status === 'SUCCESS' ? 'unknown' : 'running', serviceStatus: status}
    })
  ),
  ...(
    [
      ['existed', 'succeeded'],
      ['failed', 'failed'],
      ['timeout', 'failed'],
      ['cancel', 'stopped']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `a job in the state ${status}`,
      source: definition,
      asked,
      body: {json: [{...job, status}]},
      expected: {...read, state, serviceStatus: status, end: '2020-03-12T08:11:41.505Z'}
    })
  ),
  {
    name: 'a job without a state',
    source: madeFor('a mandatory field left out'),
    asked,
    body: {json: [{...job, status: undefined}]},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a job without the time of its creation, which may be an old one',
    source: madeFor('a mandatory field left out'),
    asked,
    body: {json: [job, {...job, createdAt: ''}]},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a job without its list',
    source: madeFor('another form'),
    asked,
    body: {json: job},
    expected: {failure: 'malformed'}
  },
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  },
  {
    name: 'a repository that does not exist',
    source: `${definition}, answer 404, in the form that Terraform's provider reads`,
    asked,
    status: 404,
    body: {json: {errors: [{errorCode: 'SVCSTG.SWR.4040001', errorMessage: 'an error'}]}},
    expected: {failure: 'not-found', code: 'SVCSTG.SWR.4040001'}
  }
];
