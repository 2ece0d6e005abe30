import {madeFor, type Sample} from './sample.ts';

const docs = 'github.com/opentelekomcloud-docs/data-lake-insight, api-ref/source';
const id = '0a324461-d9d9-45da-a52a-3b3c7a3d809e';

export const dliSpark: readonly Sample[] = [
  ...(
    [
      ['Success', 'succeeded'],
      ['success', 'succeeded'],
      ['SUCCESS', 'succeeded'],
      ['starting', 'running'],
      ['Running', 'running'],
      ['recovering', 'running'],
      ['dead', 'failed'],
      ['Dead', 'failed'],
      ['finished', 'unknown'],
      ['constructor', 'unknown']
    ] as const
  ).map(
    ([word, state]): Sample => ({
      name: `a job in the state ${word}`,
      source: `${docs}/spark_job-related_apis/querying_a_batch_processing_job_status.rst, whose example has a capital`,
      body: {json: {id, state: word}},
      expected: {id, state, serviceStatus: word, subtasks: []}
    })
  ),
  {
    name: 'no state',
    source: madeFor('an optional field left out'),
    body: {json: {id}},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a job that does not exist',
    source: `${docs}/public_parameters/error_codes.rst`,
    status: 400,
    body: {json: {error_code: 'DLI.0002', error_msg: 'The object does not exist.'}},
    expected: {failure: 'not-found', code: 'DLI.0002'}
  },
  {
    name: 'an access key that does not exist',
    source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
    status: 401,
    body: {file: 'apigw-401-ak-not-exist'},
    expected: {failure: 'denied', code: 'APIGW.0301'}
  }
];
