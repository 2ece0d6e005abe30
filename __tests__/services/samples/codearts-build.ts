import {madeFor, openApi, type Sample} from './sample.ts';

const definitions = `${openApi}, schemas/CodeArtsBuild/src`;
const asked = {taskId: '20', parentId: 'f5af662119404ad187437cd272b5099b'};
const wrapped = (result: unknown) => ({error: null, result, status: 'success'});

export const codeartsBuild: readonly Sample[] = [
  {
    name: 'a build that runs, whatever its result is',
    source: `${definitions}/ShowBuildDetails.json`,
    asked,
    body: {json: wrapped({building: true, build_result: 'SUCCESS', region: 'cn-north-4'})},
    expected: {state: 'running', serviceStatus: 'building', subtasks: []}
  },
  ...(
    [
      ['FAILURE', 'failed', 'ShowBuildDetails.json, answer 200'],
      ['SUCCESS', 'succeeded', 'ListBuildInfoRecord.json and ShowRecordDetail.json, answer 200'],
      ['ABORTED', 'stopped', 'ListRecords.json, answer 200'],
      ['SCHEDULE_FAILURE', 'failed', 'ListBriefRecord.json, answer 200'],
      ['Finished', 'unknown', 'ShowRunningStatus.json, where it tells that a build ended and not how'],
      ['success', 'unknown', 'ShowBuildDetails.json, where it tells of the request']
    ] as const
  ).map(
    ([result, state, file]): Sample => ({
      name: `a build that ended as ${result}`,
      source: `${definitions}/${file}`,
      asked,
      body: {json: wrapped({build_result: result, building: false, region: 'xx-xxxx-xx'})},
      expected: {state, serviceStatus: result, subtasks: []}
    })
  ),
  {
    name: 'the answer of the call for the running status, which tells of the last build and not of this one',
    source: `${definitions}/ShowRunningStatus.json, answer 200; Finished stands there beside the result aborted too`,
    asked,
    body: {file: 'codearts-build-running-status'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a build that ended with null for its result, which is none yet',
    source: madeFor('an optional field that is empty'),
    asked,
    body: {json: wrapped({building: false, build_result: null})},
    expected: {state: 'untold', serviceStatus: '', subtasks: []}
  },
  {
    name: 'a result without the word whether it runs',
    source: madeFor('an optional field left out'),
    asked,
    body: {json: wrapped({build_result: 'SUCCESS'})},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a request that failed',
    source: 'support.huaweicloud.com, api-codeci: the status of a request is success or fail',
    asked,
    body: {json: {...wrapped({building: false, build_result: 'SUCCESS'}), status: 'fail'}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no result',
    source: madeFor('the envelope without its content'),
    asked,
    body: {json: wrapped(null)},
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
    name: 'a build task that does not exist',
    source: 'github.com/huaweicloud/terraform-provider-huaweicloud, services/codeartsbuild',
    asked,
    status: 422,
    body: {json: {error_code: 'DEVCB.00031006', error_msg: 'an error'}},
    expected: {failure: 'not-found', code: 'DEVCB.00031006'}
  }
];
