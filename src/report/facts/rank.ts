import type {NonEmpty} from '../../non-empty.ts';
import type {WaitResult} from '../../polling/poller.ts';
import type {Verdict} from '../../polling/verdict.ts';

/** What is known to have failed outranks what is not known. What `fail-fast` left behind never decides: another task did. */
export const byRank: readonly Verdict[] = [
  'cancelled',
  'failed',
  'stopped',
  'error',
  'denied',
  'not-found',
  'timed-out',
  'unfinished',
  'succeeded'
];

/** The task whose verdict is that of the step: the first of those with the verdict that ranks highest. */
export function decisiveOf<T extends {readonly result: Pick<WaitResult, 'ending'>}>(told: NonEmpty<T>): T {
  const rank = ({result}: T) => byRank.indexOf(result.ending.verdict);
  return told.reduce((decisive, next) => (rank(next) < rank(decisive) ? next : decisive), told[0]);
}
