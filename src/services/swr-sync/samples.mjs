import {madeFor, malformedAnswers, openApi, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

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

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'containers',
    what: {en: 'synchronization of an image to another region', zh: '镜像跨区域同步'},
    id: {
      en: 'what `POST /v2/manage/namespaces/{namespace}/repos/{repository}/sync_images` is given, for it returns no id: the organization (`namespace`), the repository, the region and the organization of the target (`remoteRegionId`, `remoteNamespace`) and the tag, with slashes between them',
      zh: '调用 `POST /v2/manage/namespaces/{namespace}/repos/{repository}/sync_images` 时给出的内容，因为它不返回 ID：组织（`namespace`）、镜像仓库、目标区域（`remoteRegionId`）、目标组织（`remoteNamespace`）和镜像标签，以斜杠分隔'
    },
    success: {en: 'of several such entries, the newest counts', zh: '有多条时以最新的一条为准'},
    permission: {
      en: '`swr:repo:getSyncRepoJobInfo`, or none: the sources disagree',
      zh: '`swr:repo:getSyncRepoJobInfo`，或者不需要：各资料说法不一'
    },
    unconfirmed: {
      en: 'Whether `existed` (the tag is in the target already) proves the same content: it is a warning here; the largest page of the list',
      zh: '`existed`（目标中已有该镜像标签）能否证明内容相同（这里视为警告）；列表每页最多多少条'
    }
  },
  id: '{organization}/{repository}/{target_region}/{target_organization}/{tag}',
  example: 'team/app/cn-north-1/team/v1.2.0',
  ids: {
    accepted: ['a.b/nginx$alpine/eu-west-101/c_d/v1'],
    refused: [
      'team/app/v1',
      'team/app/cn-north-1/v1',
      'team/../cn-north-1/team/v1',
      'Team/app/r/team/v1',
      'team/app/r/team/more/v1',
      '/app/r/team/v1'
    ]
  },
  poll: {
    path: '/v2/manage/namespaces/{organization}/repos/{repository}/sync_job?filter=limit::100|offset::0|order::desc'
  },
  start: {
    path: '/v2/manage/namespaces/{organization}/repos/{repository}/sync_images',
    body: {
      imageTag: ['{tag}'],
      remoteRegionId: '{target_region}',
      remoteNamespace: '{target_organization}',
      override: true
    },
    answer: {body: {}}
  },
  settles: {
    en: 'The list still has the jobs of before when a new one is not yet in it',
    zh: '新任务尚未列出时，列表中仍有以前的任务'
  },
  runsOverlap: 'the list has all jobs of a repository, and no source says that one begins only after another has ended',
  hosts: {
    'cn-north-4': 'swr-api.cn-north-4.myhuaweicloud.com',
    'eu-west-101': 'swr-api.eu-west-101.myhuaweicloud.eu',
    'eu-de': null
  },
  usualHost: 'swr-api',
  sdk: {
    client: 'swr.v2',
    method: 'show_sync_job',
    arguments: {namespace: '{organization}', repository: '{repository}', filter: 'limit::100|offset::0|order::desc'}
  },
  needs: {
    list: '',
    id: 'tag',
    word: 'status',
    words: ['success'],
    repeats: {namespace: 0, repoName: 1, remoteRegionId: 2, remoteNamespace: 3}
  },
  altered: [
    [{'0.repoName': null}, 'succeeded'],
    [{'0.repoName': 'other'}, 'other: repoName other'],
    [{'0.namespace': 'other'}, 'other: namespace other'],
    // Another job, which failed: one that cannot be placed may be of this tag and target.
    ...['tag', 'remoteRegionId', 'remoteNamespace'].flatMap(key => [
      ...[8, ['8'], null].map(
        /** @returns {Altered} */ value => [{1: {...job, status: 'failed', [key]: value}}, 'malformed']
      ),
      ...['N', ' r ', '9'].map(
        /** @returns {Altered} */ value => [{1: {...job, status: 'failed', [key]: value}}, 'succeeded']
      )
    ])
  ],
  answers: [
    {
      name: 'a job that succeeded, in a list without an envelope',
      source: `the example of answer 200 in ${definition}, without the account`,
      asked,
      body: {json: [job]},
      expected: {...read, state: 'succeeded', serviceStatus: 'success', end: '2020-03-12T08:11:41.505Z'}
    },
    ...['a$b', 'a/b'].map(
      /** @returns {Sample} */ repoName => ({
        name: `a repository whose name has a slash, written as ${repoName}`,
        source: madeFor('the path has "$" instead of the slash'),
        asked: {...asked, parentId: asked.parentId.replace('/testrepo/', '/a$b/')},
        body: {json: [{...job, repoName}]},
        expected: {
          ...read,
          name: 'test/a$b:8',
          state: 'succeeded',
          serviceStatus: 'success',
          end: '2020-03-12T08:11:41.505Z'
        }
      })
    ),
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
      name: 'null instead of the list, which is an empty one',
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
    .../** @type {const} */ (['waiting', 'running', 'SUCCESS']).map(
      /** @returns {Sample} */ status => ({
        name: `a job in the state ${status}`,
        source: definition,
        asked,
        body: {json: [{...job, status}]},
        expected: {...read, state: status === 'SUCCESS' ? 'unknown' : 'running', serviceStatus: status}
      })
    ),
    .../** @type {const} */ ([
      ['failed', 'failed'],
      ['timeout', 'failed'],
      ['cancel', 'stopped']
    ]).map(
      /** @returns {Sample} */ ([status, state]) => ({
        name: `a job in the state ${status}`,
        source: definition,
        asked,
        body: {json: [{...job, status}]},
        expected: {...read, state, serviceStatus: status, end: '2020-03-12T08:11:41.505Z'}
      })
    ),
    {
      name: 'a tag that the target had already',
      source: `${definition}, where the default is not to override`,
      asked,
      body: {json: [{...job, status: 'existed'}]},
      expected: {
        ...read,
        state: 'warning',
        serviceStatus: 'existed',
        end: '2020-03-12T08:11:41.505Z'
      }
    },
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
    ...malformedAnswers(
      {
        'job 1 should be an object and is null': [null],
        '"createdAt" is not a time: "today"': [{...job, createdAt: 'today'}],
        '"createdAt" is not a time: ': [{...job, createdAt: undefined}]
      },
      asked
    ),
    unknownAccessKey,
    {
      name: 'a repository that does not exist',
      source: `${definition}, answer 404, in the form that Terraform's provider reads`,
      asked,
      status: 404,
      body: {json: {errors: [{errorCode: 'SVCSTG.SWR.4040001', errorMessage: 'an error'}]}},
      expected: {failure: 'not-found', code: 'SVCSTG.SWR.4040001'}
    }
  ]
};
