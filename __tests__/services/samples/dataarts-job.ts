import {madeFor, type Sample} from './sample.ts';
import {errorSample, refusedByTheGateway} from './task-centre.ts';

const documents = 'github.com/opentelekomcloud-docs/data-arts-studio, api-ref/source';
const page = `${documents}/dataarts_factory_apis/job_development_apis/viewing_job_instance_details.rst`;
const errorTable = `${documents}/appendix/error_codes/dataarts_factory_error_codes.rst`;

const instance = {jobName: 'job_batch', instanceId: 34765};
const read = {id: '34765', name: 'job_batch'};

export const dataartsJob: readonly Sample[] = [
  {
    name: 'a failed instance whose nodes all succeeded',
    source: page,
    body: {file: 'dataarts-job-instance-fail'},
    expected: {
      ...read,
      state: 'failed',
      serviceStatus: 'fail',
      start: '2019-03-01T07:28:47.000Z',
      end: '2019-03-01T07:29:47.000Z',
      subtasks: [
        {
          name: 'Dummy_8556',
          state: 'succeeded',
          serviceStatus: 'success',
          start: '2019-03-04T03:53:04.000Z',
          end: '2019-03-04T03:53:10.000Z'
        },
        {
          name: 'error',
          state: 'succeeded',
          serviceStatus: 'success',
          start: '2019-03-04T03:53:14.000Z',
          end: '2019-03-04T03:53:18.000Z'
        }
      ]
    }
  },
  ...(
    [
      ['waiting', 'running'],
      ['running', 'running'],
      ['waiting-confirm', 'running'],
      ['freeze', 'running'],
      ['pause', 'running'],
      ['success', 'succeeded'],
      ['forceSuccess', 'succeeded'],
      ['ignoreSuccess', 'succeeded'],
      ['skip-by-depend', 'warning'],
      ['fail', 'failed'],
      ['running-exception', 'failed'],
      ['manual-stop', 'stopped'],
      ['SUCCESS', 'unknown'],
      ['skip', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `the state ${status}`,
      source: madeFor('the words of the definition, another spelling of one, and a word of nodes alone'),
      body: {json: {...instance, status, nodes: []}},
      expected: {...read, state, serviceStatus: status, subtasks: []}
    })
  ),
  {
    name: 'a node in each state',
    source: madeFor('the words for nodes, and words that only instances have'),
    body: {
      json: {
        ...instance,
        status: 'running',
        startTime: 1551425327000,
        nodes: 'waiting running pause success fail skip manual-stop forceSuccess'
          .split(' ')
          .map((status, index) => ({nodeName: `N${index}`, status, startTime: 0}))
      }
    },
    expected: {
      ...read,
      state: 'running',
      serviceStatus: 'running',
      start: '2019-03-01T07:28:47.000Z',
      subtasks: [
        {name: 'N0', state: 'running', serviceStatus: 'waiting'},
        {name: 'N1', state: 'running', serviceStatus: 'running'},
        {name: 'N2', state: 'running', serviceStatus: 'pause'},
        {name: 'N3', state: 'succeeded', serviceStatus: 'success'},
        {name: 'N4', state: 'failed', serviceStatus: 'fail'},
        {name: 'N5', state: 'skipped', serviceStatus: 'skip'},
        {name: 'N6', state: 'stopped', serviceStatus: 'manual-stop'},
        {name: 'N7', state: 'unknown', serviceStatus: 'forceSuccess'}
      ]
    }
  },
  {
    name: 'no instance id',
    source: madeFor('a mandatory field left out'),
    body: {json: {jobName: 'job_batch', status: 'success', nodes: []}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no status',
    source: madeFor('a mandatory field left out'),
    body: {json: {...instance, forceSuccess: true, nodes: []}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a node without a status',
    source: madeFor('a mandatory field left out'),
    body: {json: {...instance, status: 'success', nodes: [{nodeName: 'N0'}]}},
    expected: {failure: 'malformed'}
  },
  errorSample(page, 400, 'DLF.0137', 'Job instance does not exist.', 'not-found'),
  errorSample(errorTable, 400, 'DLF.0100', 'The job does not exist.', 'not-found'),
  errorSample(errorTable, 400, 'DLF.6888', 'Invalid account permissions.', 'denied'),
  {
    name: 'an error whose fields have other names',
    source: 'made from github.com/mingyang91/huawei-cloud-api-definitions, schemas/DGC/src/ListJobInstances.json',
    status: 400,
    body: {json: {errorCode: 'DLF.0819', errorMsg: 'The workspace does not exist.'}},
    expected: {failure: 'rejected', code: 'DLF.0819'}
  },
  refusedByTheGateway
];
