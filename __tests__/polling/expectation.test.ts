import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../../src/errors.ts';
import {type Expectation, expectedState, saysGone} from '../../src/polling/expectation.ts';
import type {TaskState} from '../../src/task.ts';

const words: Expectation = {kind: 'words', words: ['SHUTOFF']};
const gone: Expectation = {
  kind: 'gone',
  signs: {words: ['DELETED'], codes: ['X.0404'], things: ['cluster', 'instance'], lists: false}
};
const inLists: Expectation = {kind: 'gone', signs: {words: [], codes: [], things: [], lists: true}};

describe('expectedState', () => {
  it.each<[string, TaskState, string, Expectation | undefined, TaskState]>([
    ['the usual one where nothing is expected', 'failed', 'ERROR', undefined, 'failed'],
    ['a word that is expected', 'running', 'SHUTOFF', words, 'succeeded'],
    ['the same word with what is being done', 'running', 'SHUTOFF (powering-on)', words, 'running'],
    ['the same word in other letters', 'running', 'shutoff', words, 'running'],
    ['a success that is not expected', 'succeeded', 'ACTIVE', words, 'running'],
    ['a failure where a word is expected', 'failed', 'ERROR', words, 'failed'],
    ['a stop where a word is expected', 'stopped', 'STOPPED', words, 'stopped'],
    ['no state where a word is expected', 'untold', '', words, 'untold'],
    ['an unknown word where another is expected', 'unknown', 'WOBBLING', words, 'unknown'],
    ['its own word for deleted', 'failed', 'DELETED', gone, 'succeeded'],
    ['a success where it is to be gone', 'succeeded', 'ACTIVE', gone, 'running'],
    ['a failure where it is to be gone', 'failed', 'ERROR', gone, 'running'],
    ['no state where it is to be gone', 'untold', '', gone, 'running'],
    ['an unknown word where it is to be gone', 'unknown', 'WOBBLING', gone, 'unknown']
  ])('%s', (_, state, word, expectation, expected) => {
    expect(expectedState(state, word, expectation)).toBe(expected);
  });
});

describe('saysGone', () => {
  it.each<[string, RequestFailure, boolean, Expectation?]>([
    ['a code for just that', {kind: 'not-found', status: 404, code: 'X.0404'}, true],
    ['under another status too', {kind: 'not-found', status: 400, code: 'X.0404', party: 'service'}, true],
    ['another code', {kind: 'not-found', status: 404, code: 'X.0403', text: 'The cluster is not found.'}, false],
    [
      'a code of the gateway',
      {kind: 'not-found', status: 404, code: 'APIGW.0404', text: 'The cluster is not found.'},
      false
    ],
    ['a 404 with a text', {kind: 'not-found', status: 404, text: 'The cluster is not found.'}, true],
    [
      'a 404 that repeats its status',
      {kind: 'not-found', status: 404, code: '404', text: 'The cluster is not found.'},
      true
    ],
    ['a 404 without a text', {kind: 'not-found', status: 404}, false],
    ['a text under another status', {kind: 'not-found', status: 400, text: 'The cluster is not found.'}, false],
    ['a 404 that names no such thing', {kind: 'not-found', status: 404, text: 'Not found.'}, false],
    ["a gateway's 404", {kind: 'not-found', status: 404, text: 'No route matched for the cluster'}, false],
    [
      'a 404 of Kubernetes',
      {kind: 'not-found', status: 404, text: 'the server could not find the cluster you asked'},
      false
    ],
    ['a text about a route', {kind: 'not-found', status: 404, text: 'Route GET:/v1/clusters/7 not found'}, false],
    [
      'a text about an address',
      {kind: 'not-found', status: 404, text: 'The URL /v1/cluster/7 was not found on this server.'},
      false
    ],
    ['a text about a host', {kind: 'not-found', status: 404, text: 'Upstream cluster not found'}, false],
    [
      'a text about a part of it',
      {kind: 'not-found', status: 404, text: 'The volume of the cluster could not be found.'},
      false
    ],
    ['the code under an outage', {kind: 'not-found', status: 503, code: 'X.0404'}, false],
    ['the code under HTTP 500', {kind: 'not-found', status: 500, code: 'X.0404'}, false],
    ['the code under HTTP 200', {kind: 'not-found', status: 200, code: 'X.0404'}, false],
    ['a text with blanks around it', {kind: 'not-found', status: 404, text: ' The cluster is not found. '}, true],
    ['a page', {kind: 'not-found', status: 404, text: 'The cluster is not found.', isPage: true}, false],
    ['another party', {kind: 'not-found', party: 'iam', status: 404, code: 'X.0404'}, false],
    ['another kind', {kind: 'denied', status: 403, code: 'X.0404'}, false],
    ['an empty list where lists say nothing', {kind: 'not-found', status: 200, emptyList: true}, false],
    ['an empty list', {kind: 'not-found', status: 200, emptyList: true}, true, inLists],
    ['an empty list under another status', {kind: 'not-found', status: 202, emptyList: true}, false, inLists],
    ['a list of others', {kind: 'not-found', status: 200}, false, inLists],
    [
      'a 404 where it says nothing',
      {kind: 'not-found', status: 404, text: 'The cluster is not found.'},
      false,
      inLists
    ],
    [
      'a text where no word is known for it',
      {kind: 'not-found', status: 404, text: 'The  does not exist.'},
      false,
      inLists
    ],
    ['the code where words are expected', {kind: 'not-found', status: 404, code: 'X.0404'}, false, words]
  ])('%s', (_, failure, says, expectation = gone) => {
    expect(saysGone(failure, expectation)).toBe(says);
    expect(saysGone(failure, undefined)).toBe(false);
  });

  it.each([
    'No such cluster',
    'The instance does not exist.',
    "Cluster 46b367b5-1b5d doesn't exist",
    'The cluster no longer exists',
    'The cluster could not be found'
  ])('takes a 404 without a code for one where it says: %s', text => {
    expect(saysGone({kind: 'not-found', status: 404, text}, gone)).toBe(true);
  });
});
