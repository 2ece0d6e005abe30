import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer} from '../../../src/errors.ts';
import {resourceService} from '../../../src/services/families/resource.ts';
import type {TaskReference} from '../../../src/services/service.ts';
import {inEnglish} from '../../helpers/in-english.ts';
import {outcomeOf} from '../../helpers/outcome.ts';

type Member = Parameters<typeof resourceService>[0];

const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};

const least: Member = {
  name: 'made-up',
  title: 'A service',
  noun: {en: 'thing'},
  taskId: {pattern: /^\w+$/, form: 'letters'},
  hosts: {byRegion: () => undefined},
  request: () => ({path: '/'}),
  words: {underWay: ['late'], good: ['good'], bad: ['bad']},
  fields: {id: 'id', word: 'status'},
  gone: {}
};

const doingStates = {halfway: 'running', done: 'succeeded', broken: 'failed'} as const;

const resting = ['still', 'asleep'];

const most: Member = {
  ...least,
  words: {...least.words, resting, deleted: ['deleted']},
  fields: {...least.fields, name: 'name', reasons: ['why.text', 'note'], doing: ['now.doing', 'next']},
  doingStates,
  nodes: {key: 'nodes', words: least.words},
  errors: ['why'],
  gone: {codes: ['X.1'], things: ['thing'], lists: true}
};

function readBy(member: Member, own: object) {
  return resourceService(member).read({id: 'T1', ...own}, reference);
}

describe('what is said of a resource', () => {
  it('has no name where no field for one is known, and none of its reasons', () => {
    expect(readBy(least, {name: 'A', status: 'bad', why: {text: 'B'}})).toEqual({
      id: 'T1',
      name: undefined,
      resourceName: undefined,
      message: undefined,
      serviceStatus: 'bad',
      state: 'failed'
    });
  });

  it('is its name and the reasons in the order of their fields', () => {
    expect(readBy(most, {name: 'A', status: 'bad', note: 'C', why: {text: 'B'}})).toMatchObject({
      name: 'A',
      resourceName: 'A',
      message: 'B; C'
    });
  });
});

describe('what is being done with a resource', () => {
  it.each([
    ['moving', 'good (moving)'],
    [' moving ', 'good (moving)'],
    [['moving', ' turning', 'moving'], 'good (moving, turning)'],
    [{}, 'good'],
    [{moving: 1, turning: 2}, 'good (moving, turning)'],
    [{moving: '0'}, 'good (moving)'],
    [{' moving ': 1}, 'good (moving)'],
    [{moving: ''}, 'good (moving)'],
    [['moving', ''], 'good (moving)'],
    ['0', 'good'],
    [true, 'good (doing)']
  ])('is taken from a text, a list of texts, the keys of an object or true, without blanks: %j', (doing, word) => {
    expect(readBy(most, {status: 'good', now: {doing}}).serviceStatus).toBe(word);
  });

  it.each([
    [['moving', 7], '7'],
    [[{a: null}, {b: 1}], '{"a":null}'],
    [12, '12']
  ])('is malformed where it is no text: %j', (doing, found) => {
    expect(() => readBy(most, {status: 'good', now: {doing}})).toThrow(
      new MalformedAnswer(`"now.doing" should hold strings and holds ${found}`)
    );
  });

  it.each([
    ['good', 'halfway', 'good (halfway)', 'running'],
    ['good', 'done', 'good', 'succeeded'],
    ['good', 'broken', 'good (broken)', 'failed'],
    ['bad', 'halfway', 'bad (halfway)', 'running'],
    ['bad', 'broken', 'bad', 'failed'],
    ['late', 'broken', 'late', 'running']
  ])('decides where it is under way, or speaks against a good state: %s, %s', (status, next, word, state) => {
    expect(readBy(most, {status, next})).toMatchObject({serviceStatus: word, state});
  });

  it('makes no state of a blank one', () => {
    expect(readBy(most, {status: ' ', next: 'moving'})).toMatchObject({serviceStatus: '', state: 'untold'});
  });
});

describe('the nodes of a resource', () => {
  it.each([
    ['good', 'late', 'running'],
    ['good', 'good', 'succeeded'],
    ['good', 'bad', 'succeeded'],
    ['bad', 'late', 'failed'],
    ['new', 'late', 'unknown'],
    ['', 'late', 'untold']
  ])('that are on the way hold up a good state and no other: %j with a node that is %s', (status, node, state) => {
    expect(readBy(most, {status, nodes: [{status: node}]}).state).toBe(state);
  });

  it('are objects, and the one that is none is named', () => {
    const parts = resourceService(most).parts?.({nodes: [{id: 'N1', status: 'good'}, 'N2']});
    expect(inEnglish(parts)).toEqual([
      {id: 'N1', name: undefined, serviceStatus: 'good', state: 'succeeded'},
      {flaw: 'malformed', what: 'node 2 should be an object and is a string'}
    ]);
  });
});

describe('the errors of a resource', () => {
  const deep: Member = {...least, fields: {id: 'id', word: 'in.status.phase'}};

  it.each([
    [{phase: 'good'}, 'succeeded'],
    [{phase: 'good', error_code: 'X.1'}, 'unproven: "in.status.error_code" is X.1'],
    [{phase: 'good', error: 'A'}, 'unproven: "in.status.error" is A']
  ])('stand beside its word, however deep: %j', (status, outcome) => {
    const answer = {body: {id: 'T1', in: {status}}, httpStatus: 200};
    expect(outcomeOf(resourceService(deep), answer, reference)).toBe(outcome);
  });

  it.each([
    [least, []],
    [most, ['why']]
  ])('are those under the usual names and in fields that its service names (%#)', (member, own) => {
    const usual = ['error_code', 'errorCode', 'errCode', 'error'];
    expect(resourceService(member).errors).toEqual([...own, ...usual]);
  });
});

describe('what can be expected of a resource', () => {
  it('is its good words alone where its service has no others, and no sign says that it is gone', () => {
    expect(resourceService(least).resource).toEqual({
      ends: ['good'],
      creation: [],
      doing: {fields: [], states: {}},
      gone: {words: [], codes: [], things: [], lists: false}
    });
  });

  it('is to rest as well, and that it is gone, by all signs that its service has', () => {
    expect(resourceService(most).resource).toEqual({
      ends: ['good', ...resting],
      creation: [],
      doing: {fields: ['now.doing', 'next'], states: doingStates},
      gone: {words: ['deleted'], codes: ['X.1'], things: ['thing'], lists: true}
    });
  });
});

describe('the words of a resource that is being created, or whose creation failed,', () => {
  it('are told from those of other operations', () => {
    const words = {
      underWay: ['BUILD', 'CREATING', 'Creating', 'PENDING_CREATE', 'REBUILD', 'PENDING_DELETE'],
      good: ['CREATED'],
      bad: ['CREATEFAILED', 'CREATE_FAILED', 'CREATE FAIL', 'ERROR', 'DELETE_FAILED']
    };
    expect(resourceService({...least, words}).resource?.creation).toEqual([
      ...['BUILD', 'CREATING', 'Creating', 'PENDING_CREATE'],
      ...['CREATEFAILED', 'CREATE_FAILED', 'CREATE FAIL']
    ]);
  });
});

describe('the advice for a resource', () => {
  it('names expect for each word that it rests in, unless its service says better what to do', () => {
    const better = {en: 'Wake it.'};
    const {words} = resourceService({...most, advice: {words: {asleep: better}}}).advice;
    expect(words).toEqual({
      still: {en: expect.stringContaining('give it in expect.'), zh: expect.stringContaining('expect')},
      asleep: better
    });
  });
});
