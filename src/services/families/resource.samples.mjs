import {errorSample, madeFor, refusedByTheGateway, unknownAccessKey} from '../evidence.mjs';

/**
 * @typedef {import('../samples.ts').Sample} Sample
 * @typedef {import('../samples.ts').ReadTask} ReadTask
 * @typedef {import('../../task.ts').TaskState} TaskState
 */

/** Why an end that is seen at once may be an older one. */
export const settles = {
  en: 'The id names a resource: the state before a change may still show right after it',
  zh: '该 ID 指向资源：刚发起变更时，读到的可能还是变更之前的状态'
};

/**
 * The answers that every resource has, from one that is good.
 * @param {{
 *   source: string,
 *   thing: (word: unknown, more?: Readonly<Record<string, unknown>>) => unknown,
 *   read: Partial<ReadTask>,
 *   words: Readonly<Partial<Record<TaskState, readonly string[]>>>,
 *   noWord: unknown
 * }} resource
 * `thing` makes the answer of a word and of fields beside it
 * @returns {readonly Sample[]}
 */
export const resourceSamples = ({source, thing, read, words, noWord}) => [
  ...Object.entries({...words, unknown: ['WOBBLING', 'constructor']}).flatMap(([state, list]) =>
    list.map(
      /** @returns {Sample} */ word => ({
        name: `the word ${word}`,
        source: state === 'unknown' ? madeFor('a word that no source names') : `made from ${source}, the words`,
        body: {json: thing(word)},
        expected: {subtasks: [], ...read, state: /** @type {TaskState} */ (state), serviceStatus: word}
      })
    )
  ),
  {
    name: 'no state',
    source: madeFor('a mandatory field left out'),
    body: {json: noWord},
    expected: {failure: 'malformed'}
  },
  {
    name: 'no permission',
    source: madeFor('a refusal without a code of its own'),
    status: 403,
    body: {json: {error_msg: 'No permission.'}},
    expected: {failure: 'denied'}
  },
  refusedByTheGateway,
  unknownAccessKey
];

/**
 * While something is done with it, or was without success: that decides over its state.
 * @param {string} source
 * @param {unknown} json
 * @param {Partial<ReadTask> & Pick<ReadTask, 'state' | 'serviceStatus'>} read
 * @returns {Sample}
 */
export const doing = (source, json, read) => ({
  name: `what is being done: ${read.serviceStatus}`,
  source,
  body: {json},
  expected: {subtasks: [], ...read}
});

/**
 * The error that says that this very resource is unknown.
 * @param {string} source
 * @param {number} status
 * @param {string} code
 * @param {string} text
 * @returns {Sample}
 */
export const unknownResource = (source, status, code, text) => ({
  ...errorSample(source, status, code, text, 'not-found'),
  provesGone: true
});

/**
 * A 404 in which the service says so without a code.
 * @param {string} source
 * @param {string} error_msg
 * @returns {Sample}
 */
export const bare404 = (source, error_msg) => ({
  name: 'a 404 without a code',
  source: `${source}: a 404 says that it is gone. The text is made up`,
  status: 404,
  body: {json: {error_code: null, error_msg}},
  expected: {failure: 'not-found'},
  provesGone: true
});

/** @type {Sample} An empty 404 is no word of the service. */
export const empty404 = {
  name: 'a 404 without a text',
  source: madeFor('nothing shows who has written it'),
  status: 404,
  body: {json: {}},
  expected: {failure: 'not-found'}
};
