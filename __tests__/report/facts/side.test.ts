import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../../../src/errors.ts';
import {sideOf, sideOfFailure} from '../../../src/report/facts/side.ts';
import {taskIn, waitEnding} from '../results.ts';

describe('the side of a failed request', () => {
  const cases: readonly (readonly [Partial<RequestFailure> & Pick<RequestFailure, 'kind'>, string])[] = [
    [{kind: 'denied', status: 403}, 'request'],
    [{kind: 'denied', status: 403, explanation: words => words.refusals.noIdToken}, 'request'],
    [{kind: 'blocked'}, 'runner'],
    [{kind: 'unreached'}, 'runner'],
    [{kind: 'rejected', status: 299}, 'request'],
    [{kind: 'rejected', status: 300}, 'between'],
    [{kind: 'rejected', status: 399}, 'between'],
    [{kind: 'rejected', status: 400}, 'request']
  ];
  it.each(cases)('of %j is %s', (failure, side) => {
    expect(sideOfFailure(failure as RequestFailure)).toBe(side);
  });
});

it('of a wait that timed out without an answer is on nobody', () => {
  const timedOut = {verdict: 'timed-out'} as const;
  expect(sideOf(waitEnding(timedOut), {})).toBe('nobody');
  expect(sideOf(waitEnding(timedOut, taskIn('unknown')), {})).toBe('action');
  expect(sideOf(waitEnding(timedOut, taskIn('unknown')), {isDefinedByWorkflow: true})).toBe('inputs');
});
