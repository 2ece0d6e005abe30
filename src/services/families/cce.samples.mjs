import {
  alteredParts,
  errorNames,
  madeFor,
  malformedAnswers,
  openApi,
  otcDocs,
  refusedByTheGateway
} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Altered} Altered
 * @typedef {import('../samples.ts').Evidence} Evidence
 * @typedef {import('../samples.ts').Sample} Sample
 */

/** Whose example has `status.status`; a public report has such an answer of Huawei Cloud as well. */
const oldAnswer = `${otcDocs}/cloud-container-engine, api-ref/source/apis/job_management/obtaining_job_details.rst`;
const metadata = {uid: '354331b2c-229a-11e8-9c75-0255ac100ceb'};

/**
 * A job in its newer form.
 * @param {string} uid
 * @param {string} type
 * @param {string} phase
 * @param {unknown[]} [subJobs]
 */
function job(uid, type, phase, subJobs) {
  return {kind: 'Job', metadata: {uid}, spec: {type, ...(subJobs && {subJobs})}, status: {phase}};
}

/** What an answer of this family needs to prove success.
 * @type {Evidence['needs']} */
export const cceNeeds = {
  id: 'metadata.uid',
  word: 'status.phase',
  olderWord: 'status.status',
  words: ['Success'],
  parts: [
    {
      at: 'spec.subJobs',
      word: 'status.phase',
      olderWord: 'status.status',
      words: ['success'],
      untold: true,
      nested: true
    }
  ]
};

/** What a success of this family comes to with other values in it.
 * @type {readonly Altered[]} */
export const alteredCce = [
  [{'status.error_code': 'CCE.1'}, 'unproven: "'],
  ...alteredParts('spec.subJobs', {status: {phase: 'Success'}}, {status: {phase: 'Failed'}}),
  ...errorNames.map(
    /** @returns {Altered} */ name => [
      {'spec.subJobs': [{status: {phase: 'Success', [name]: 'X.1'}}]},
      'unproven: "',
      'succeeded'
    ]
  ),
  [{'spec.subJobs': [{status: {}}]}, 'succeeded'],
  ...[null, '', ' ', ['Failed']].map(
    /** @returns {Altered} */ phase => [{'spec.subJobs': [{status: {phase}}]}, 'malformed', 'succeeded']
  ),
  [{'spec.subJobs': [{status: 'Failed'}]}, 'malformed', 'succeeded'],
  [{'spec.subJobs': [{spec: {subJobs: {}}}]}, 'malformed', 'succeeded'],
  [{spec: []}, 'malformed', 'succeeded']
];

/**
 * The answers about a job.
 * @param {string} definition that has the first one
 * @returns {readonly Sample[]}
 */
export const cceAnswers = definition => [
  {
    name: 'a cluster that is being created, with sub-jobs that are done',
    source: `${openApi}, schemas/CCE/src/${definition}.json, answer 200`,
    body: {
      json: {
        apiVersion: 'v3',
        kind: 'Job',
        metadata: {
          creationTimestamp: '2018-08-02 08:12:40.672772389 +0000 UTC',
          uid: '354331b2c-229a-11e8-9c75-0255ac100ceb',
          updateTimestamp: '2018-08-02 08:21:50.478108569 +0000 UTC'
        },
        spec: {
          clusterUID: '4d1ecb2c-229a-11e8-9c75-0255ac100ceb',
          extendParam: {
            serverID: 'bc467e3a-2338-11e8-825b-0255ac100c13'
          },
          resourceID: '6f4dcb2c-229a-11e8-9c75-0255ac100ceb',
          resourceName: 'cluster-name',
          subJobs: [
            {
              apiVersion: 'v3',
              kind: 'Job',
              metadata: {
                creationTimestamp: '2018-08-02 03:52:34.615819618 +0000 UTC',
                uid: 'fd474fab-9606-11e8-baa9-0255ac10215d',
                updateTimestamp: '2018-08-02 04:05:29.196243031 +0000 UTC'
              },
              spec: {
                clusterUID: 'fcc72de0-9606-11e8-baa8-0255ac10215d',
                extendParam: {
                  serverID: 'fd3b4ac0-9606-11e8-baa8-0255ac10215d'
                },
                resourceID: 'fd3b4ac0-9606-11e8-baa8-0255ac10215d',
                type: 'InstallMaster'
              },
              status: {
                phase: 'Success'
              }
            },
            {
              apiVersion: 'v3',
              kind: 'Job',
              metadata: {
                creationTimestamp: '2018-08-02 03:52:33.859150791 +0000 UTC',
                uid: 'fd474f82-9606-11e8-baa8-0255ac10215d',
                updateTimestamp: '2018-08-02 03:52:34.615655429 +0000 UTC'
              },
              spec: {
                clusterUID: 'fcc72de0-9606-11e8-baa8-0255ac10215d',
                type: 'CreatePSMCert'
              },
              status: {
                phase: 'Success'
              }
            }
          ],
          type: 'CreateCluster'
        },
        status: {
          phase: 'Running',
          reason: ''
        }
      }
    },
    expected: {
      id: '354331b2c-229a-11e8-9c75-0255ac100ceb',
      name: 'CreateCluster',
      resourceName: 'cluster-name',
      state: 'running',
      serviceStatus: 'Running',
      start: '2018-08-02T08:12:40.672Z',
      subtasks: [
        {
          id: 'fd474fab-9606-11e8-baa9-0255ac10215d',
          name: 'InstallMaster',
          state: 'succeeded',
          serviceStatus: 'Success',
          start: '2018-08-02T03:52:34.615Z'
        },
        {
          id: 'fd474f82-9606-11e8-baa8-0255ac10215d',
          name: 'CreatePSMCert',
          state: 'succeeded',
          serviceStatus: 'Success',
          start: '2018-08-02T03:52:33.859Z'
        }
      ]
    }
  },
  {
    name: 'sub-jobs within sub-jobs, one of them without a state',
    source: madeFor('subJobs is a list of jobs, which can have subJobs; the state is no mandatory field'),
    body: {
      json: job('J1', 'CreateCluster', 'Success', [
        job('J2', 'InstallMaster', 'Success', [
          job('J3', 'CreateVM', 'Initializing', [job('J4', 'CreatePort', 'Failed')]),
          {kind: 'Job', metadata: {uid: 'J5'}, spec: {type: 'CreateDNS'}}
        ]),
        job('J6', 'InstallAddons', 'Paused')
      ])
    },
    expected: {
      id: 'J1',
      name: 'CreateCluster',
      state: 'succeeded',
      serviceStatus: 'Success',
      subtasks: [
        {id: 'J2', name: 'InstallMaster', state: 'succeeded', serviceStatus: 'Success'},
        {id: 'J3', name: 'CreateVM', state: 'running', serviceStatus: 'Initializing'},
        {id: 'J4', name: 'CreatePort', state: 'failed', serviceStatus: 'Failed'},
        {id: 'J5', name: 'CreateDNS', state: 'untold', serviceStatus: ''},
        {id: 'J6', name: 'InstallAddons', state: 'unknown', serviceStatus: 'Paused'}
      ]
    }
  },
  .../** @type {const} */ ([
    ['Initializing', 'running'],
    ['Running', 'running'],
    ['Success', 'succeeded'],
    ['Failed', 'failed'],
    ['success', 'unknown'],
    ['Deleting', 'unknown']
  ]).map(
    /** @returns {Sample} */ ([phase, state]) => ({
      name: `the state ${phase}`,
      source: madeFor('the words of the table, another spelling of one, and a word that it does not hold'),
      body: {json: job('J1', 'CreateNode', phase)},
      expected: {id: 'J1', name: 'CreateNode', state, serviceStatus: phase, subtasks: []}
    })
  ),
  {
    name: 'a failed job with its reason; the time of the last update is no end',
    source: madeFor('status.reason, updateTimestamp'),
    body: {
      json: {
        metadata: {
          ...metadata,
          creationTimestamp: '2018-08-02 08:12:40.672772389 +0000 UTC',
          updateTimestamp: '2018-08-02 08:21:50.478108569 +0000 UTC'
        },
        spec: {type: 'CreateNode', subJobs: null},
        status: {phase: 'Failed', reason: 'No ECS is left of this flavor.'}
      }
    },
    expected: {
      id: metadata.uid,
      name: 'CreateNode',
      state: 'failed',
      serviceStatus: 'Failed',
      start: '2018-08-02T08:12:40.672Z',
      message: 'No ECS is left of this flavor.',
      subtasks: []
    }
  },
  .../** @type {const} */ ([
    ['Running', 'running'],
    ['Success', 'succeeded'],
    ['Failed', 'failed']
  ]).map(
    /** @returns {Sample} */ ([status, state]) => ({
      name: `the state ${status} of an older answer, under its older name`,
      source: `made from ${oldAnswer}`,
      body: {
        json: {
          kind: 'Job',
          apiVersion: 'v2',
          metadata: {uid: 'J1'},
          spec: {type: 'CreateNode', subJobs: [{metadata: {uid: 'J2'}, status: {status}}]},
          status: {status, completionTime: '2018-08-02T08:21:50Z'}
        }
      },
      expected: {
        id: 'J1',
        name: 'CreateNode',
        state,
        serviceStatus: status,
        subtasks: [{id: 'J2', state, serviceStatus: status}]
      }
    })
  ),
  {
    name: 'two states that disagree, of which the newer name counts',
    source: madeFor('status.phase beside the older status.status'),
    body: {json: {metadata: {uid: 'J1'}, spec: {type: 'CreateNode'}, status: {phase: 'Running', status: 'Success'}}},
    expected: {id: 'J1', name: 'CreateNode', state: 'running', serviceStatus: 'Running', subtasks: []}
  },
  {
    name: 'no status',
    source: madeFor('a field left out'),
    body: {json: {kind: 'Job', metadata, spec: {type: 'CreateNode'}}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a status that is a word',
    source: madeFor('a field of another type'),
    body: {json: {metadata, status: 'Success'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'sub-jobs that are no list',
    source: madeFor('a field of another type'),
    body: {json: {metadata, spec: {subJobs: {}}, status: {phase: 'Success'}}},
    expected: {failure: 'malformed'}
  },
  ...malformedAnswers({
    '"status" should be an object and is missing': {metadata},
    '"subJobs" should be a list and is an object': {metadata, spec: {subJobs: {}}, status: {phase: 'Success'}},
    'sub-job 2 should be an object and is null': {metadata, spec: {subJobs: [{}, null]}, status: {phase: 'Success'}}
  }),
  {
    name: 'a resource that does not exist',
    source:
      'made from github.com/opentelekomcloud-docs/cloud-container-engine, api-ref/source/appendix/error_codes.rst, row CCE.01404001',
    status: 404,
    body: {json: {errorCode: 'CCE.01404001', errorMessage: 'Resource not found.'}},
    expected: {failure: 'not-found', code: 'CCE.01404001'}
  },
  refusedByTheGateway
];
