import {madeFor, unknownAccessKey} from '../../src/services/evidence.mjs';
import type {Sample} from '../../src/services/samples.ts';

export const gatewaySamples: readonly Sample[] = [
  unknownAccessKey,
  {
    name: 'too many requests',
    source: 'recorded and published by a user',
    status: 429,
    body: {
      json: {
        error_msg: 'The throttling threshold has been reached: policy api over ratelimit,limit:2000,time:1 minute',
        error_code: 'APIGW.0308',
        request_id: 'd58d1fe6196832aebb76f1c43c169128'
      }
    },
    expected: {failure: 'throttled', code: 'APIGW.0308', quota: {limit: 2000, windowMs: 60_000}}
  },
  {
    name: 'too many requests under another HTTP status',
    source: madeFor('the code of the gateway decides'),
    status: 400,
    body: {json: {error_code: 'APIG.0308', error_msg: 'limit:5,time:1 second'}},
    expected: {failure: 'throttled', code: 'APIG.0308', quota: {limit: 5, windowMs: 1000}}
  },
  {
    name: 'a quota of a day, whose window is not waited for',
    source: madeFor('a window that is longer than any pause'),
    status: 429,
    body: {json: {error_code: 'APIGW.0308', error_msg: 'over ratelimit,limit:5,time:1 day'}},
    expected: {failure: 'throttled', code: 'APIGW.0308'}
  },
  {
    name: 'an API that does not exist there',
    source: madeFor('the one 404 that says nothing about the task'),
    status: 404,
    body: {json: {error_code: 'APIGW.0101', error_msg: 'The API does not exist or has not been published'}},
    expected: {failure: 'rejected', code: 'APIGW.0101'}
  },
  {
    name: 'an API that does not exist there, told by the gateway of another cloud',
    source: madeFor('the one 404 that says nothing about the task'),
    status: 404,
    body: {json: {error_code: 'APIG.0101', error_msg: 'The API does not exist or has not been published'}},
    expected: {failure: 'rejected', code: 'APIG.0101'}
  },
  ...(
    [
      [400, 'rejected'],
      [413, 'rejected'],
      [500, 'transient'],
      [502, 'transient'],
      [504, 'transient']
    ] as const
  ).map(
    ([status, failure]): Sample => ({
      name: `the code 0201, which means what its HTTP status ${status} means`,
      source: 'developer guide of API signing, error codes',
      status,
      body: {json: {error_code: 'APIGW.0201', error_msg: 'Backend error'}},
      expected: {failure, code: 'APIGW.0201'}
    })
  ),
  ...(
    [
      [400, 'rejected'],
      [401, 'denied'],
      [403, 'denied'],
      [404, 'not-found'],
      [405, 'rejected'],
      [408, 'transient'],
      [425, 'transient'],
      [429, 'throttled'],
      [500, 'transient'],
      [501, 'transient'],
      [502, 'transient'],
      [503, 'transient'],
      [504, 'transient']
    ] as const
  ).map(
    ([status, failure]): Sample => ({
      name: `HTTP ${status} without a code`,
      source: madeFor('an answer without a body that tells more'),
      status,
      body: {json: {}},
      expected: {failure}
    })
  ),
  {
    name: 'a redirect',
    source: madeFor('it would carry the token to another host'),
    status: 302,
    body: {text: ''},
    expected: {failure: 'rejected'}
  },
  {
    name: 'broken JSON under HTTP 200',
    source: madeFor('an answer that was cut'),
    body: {text: '{"status": "SUCCESSFUL"'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a text under HTTP 200',
    source: madeFor('JSON of another form'),
    body: {text: '"SUCCESSFUL"'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'null under HTTP 200',
    source: madeFor('JSON of another form'),
    body: {text: 'null'},
    expected: {failure: 'malformed'}
  },
  {
    name: 'a page under HTTP 200 of a host that never answered in JSON',
    source: madeFor('a proxy that answers in place of the cloud'),
    body: {text: '<html>SUCCESSFUL</html>'},
    expected: {failure: 'unreached'}
  }
];
