/**
 * @typedef {import('./samples.ts').Sample} Sample
 * @typedef {import('./samples.ts').Altered} Altered
 */

/** Where answers were published, in the words of the samples. */

export const openApi = 'github.com/mingyang91/huawei-cloud-api-definitions';
export const otcDocs = 'github.com/opentelekomcloud-docs';
export const provider = 'github.com/huaweicloud/terraform-provider-huaweicloud';

/** @param {string} quirk */
export const madeFor = quirk => `made from the documented fields: ${quirk}`;

/** @type {Sample} */
export const refusedByTheGateway = {
  name: 'credentials that the gateway refuses',
  source: madeFor('the gateway answers instead of the service'),
  status: 401,
  body: {json: {error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information'}},
  expected: failureBy('APIGW.0301', 'unauthenticated')
};

/**
 * What an error must be read as.
 * @param {string} code
 * @param {import('../errors.ts').CodeMeaning} meaning
 * @returns {import('./samples.ts').ReadFailure}
 */
export function failureBy(code, meaning) {
  return meaning === 'unauthenticated' ? {failure: 'denied', unauthenticated: true, code} : {failure: meaning, code};
}

/**
 * An error of a service as its table of codes prints it.
 * @param {string} source
 * @param {number} status
 * @param {string} code
 * @param {string} text
 * @param {import('../errors.ts').CodeMeaning} meaning
 * @returns {Sample}
 */
export function errorSample(source, status, code, text, meaning) {
  return {
    name: `the error ${code} under HTTP ${status}`,
    source,
    status,
    body: {json: {error_code: code, error_msg: text}},
    expected: failureBy(code, meaning)
  };
}

/**
 * Answers of another form than the documented one, by what is said of each.
 * @param {Readonly<Record<string, unknown>>} bodies
 * @param {Sample['asked']} [asked]
 * @returns {readonly Sample[]}
 */
export function malformedAnswers(bodies, asked) {
  return Object.entries(bodies).map(([because, json]) => ({
    name: `another form: ${because}`,
    source: madeFor('a field left out or of another type'),
    ...(asked && {asked}),
    body: {json},
    expected: {failure: 'malformed', because}
  }));
}

/** The names under which every service can tell an error. */
export const errorNames = ['error_code', 'errorCode', 'errCode', 'error'];

/**
 * A success with parts that are good, have failed, have an error of their own or another form.
 * @param {string} path of their list in the body
 * @param {Readonly<Record<string, unknown>>} good
 * @param {Readonly<Record<string, unknown>>} bad
 * @param {string} [within] the key under which a part has parts itself
 * @returns {readonly Altered[]}
 */
export function alteredParts(path, good, bad, within) {
  /** @param {unknown[]} list @returns {Readonly<Record<string, unknown>>} */
  const parts = (...list) => ({[path]: list});
  /** @param {(part: unknown) => Readonly<Record<string, unknown>>} place @returns {readonly Altered[]} */
  const each = place => [
    [place(good), 'succeeded'],
    [place({...good, error: null}), 'succeeded'],
    [place(bad), 'failed', 'succeeded'],
    ...errorNames.map(/** @returns {Altered} */ name => [place({...good, [name]: 'X.1'}), 'unproven: "', 'succeeded'])
  ];
  return [
    ...each(part => parts(part)),
    ...(within === undefined ? [] : each(part => parts({...good, [within]: [part]}))),
    [{[path]: null}, 'succeeded'],
    ...[{}, bad, ['failed'], [['failed']], [null], 7].map(
      /** @returns {Altered} */ list => [{[path]: list}, 'malformed', 'succeeded']
    )
  ];
}

/** @type {Sample} */
export const unknownAccessKey = {
  name: 'an access key that does not exist',
  source: 'github.com/jeessy2/ddns-go/issues/844, recorded by a user, the key masked',
  status: 401,
  body: {
    json: {
      error_msg: 'Incorrect IAM authentication information: ak LTAI**** not exist',
      error_code: 'APIGW.0301',
      request_id: '8080d377bffeb6d519b0567c09cebe6b'
    }
  },
  expected: failureBy('APIGW.0301', 'unauthenticated')
};
