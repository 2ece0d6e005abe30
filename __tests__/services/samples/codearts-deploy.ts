import {madeFor, openApi, type Sample} from './sample.ts';

const definitions = `${openApi}, schemas/CodeArtsDeploy/src`;
const asked = {taskId: '2c82ffe8d00d4968a4e5f7a36d87ae17', parentId: 'e700f15965694253940502911220d76b'};
const read = {id: asked.taskId, name: 'test', subtasks: []};
const wrapped = (status: unknown) => ({
  result: {record_id: asked.taskId, task_id: asked.parentId, task_name: 'test', status, step: 'finish'},
  status: 'success'
});

export const codeartsDeploy: readonly Sample[] = [
  {
    name: 'a deployment that succeeded, without its times, which have no zone',
    source: `${definitions}/CheckDeployStatus.json, answer 200`,
    asked,
    body: {file: 'codearts-deploy-state-succeeded'},
    expected: {...read, state: 'succeeded', serviceStatus: 'succeeded'}
  },
  ...(
    [
      ['running', 'running'],
      ['succeeded', 'succeeded'],
      ['failed', 'failed']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `a deployment in the state ${status}`,
      source: 'support.huaweicloud.com, api-deployman, ShowDeployStatus',
      asked,
      body: {json: wrapped(status)},
      expected: {...read, state, serviceStatus: status}
    })
  ),
  ...(
    [
      ['pending', 'running'],
      ['timeout', 'failed'],
      ['abort', 'stopped'],
      ['not_started', 'stopped'],
      ['success', 'unknown'],
      ['finish', 'unknown'],
      ['SUCCEEDED', 'unknown']
    ] as const
  ).map(
    ([status, state]): Sample => ({
      name: `a deployment in the state ${status}`,
      source: 'github.com/huaweicloud/huaweicloud-sdk-go-v3, services/codeartsdeploy/v2, states of ListAllApp',
      asked,
      body: {json: wrapped(status)},
      expected: {...read, state, serviceStatus: status}
    })
  ),
  {
    name: 'a request that failed, whatever else the answer says',
    source: 'support.huaweicloud.com, api-deployman, ShowDeployStatus: the status of a request is success or error',
    asked,
    body: {json: {...wrapped('succeeded'), status: 'error'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'the history of an application, which is not asked for',
    source: `${definitions}/ListDeployTaskHistoryByDate.json, answer 200`,
    asked,
    body: {file: 'codearts-deploy-history'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no state of the deployment, beside that of the request',
    source: madeFor('an optional field left out'),
    asked,
    body: {json: wrapped(undefined)},
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
    name: 'a record that does not exist',
    source: 'github.com/huaweicloud/terraform-provider-huaweicloud, services/codeartsdeploy, parameters of a record',
    asked,
    status: 400,
    body: {json: {error_code: 'Deploy.00011303', error_msg: 'an error'}},
    expected: {failure: 'not-found', code: 'Deploy.00011303'}
  }
];
