import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer} from '../../../src/errors.ts';
import {cceJobs} from '../../../src/services/families/cce.ts';
import {inEnglish} from '../../helpers/in-english.ts';

const differing = {flaw: 'contradiction', what: 'entries of its list with its id say Success and Failed'};

const statuses: readonly (readonly [object, readonly object[]])[] = [
  [{phase: 'Success', status: 'Failed'}, [differing]],
  [{phase: 'Success', status: 'Success'}, []],
  [{phase: 'Success'}, []],
  [{phase: 'Success', status: null}, []],
  [{status: 'Success'}, []]
];

describe('the words for a state of CCE, under either name', () => {
  it.each(statuses)('contradict each other in a job where both are there and differ: %j', (status, flaws) => {
    expect(inEnglish(cceJobs.flaws({status}))).toEqual(flaws);
  });

  it.each(statuses)('contradict each other in a job within it in the same way: %j', (status, flaws) => {
    const parts = cceJobs.parts({spec: {subJobs: [{status}]}});
    expect(inEnglish(parts)).toEqual([expect.objectContaining({serviceStatus: 'Success'}), ...flaws]);
  });

  it('are missed under the newer name where both are missing', () => {
    expect(() => cceJobs.read({status: {}})).toThrow(new MalformedAnswer('"phase" should be a string and is missing'));
  });
});

describe('the jobs within a job of CCE', () => {
  it.each([
    [{spec: 'A'}, '"spec" should be an object and is a string'],
    [{spec: {subJobs: [{status: 'A'}]}}, '"status" should be an object and is a string'],
    [{spec: {subJobs: [{status: {phase: 'Success'}, spec: []}]}}, '"spec" should be an object and is a list']
  ])('are not read from %j, with the name of what is wrong', (job, what) => {
    expect(inEnglish(cceJobs.parts(job))).toContainEqual({flaw: 'malformed', what});
  });
});
