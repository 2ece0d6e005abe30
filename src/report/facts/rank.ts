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

interface Ended {
  readonly result: Pick<WaitResult, 'ending'>;
}

export function rankOf({result}: Ended): number {
  return byRank.indexOf(result.ending.verdict);
}

/** The task whose verdict is that of the step: the first of those with the verdict that ranks highest. */
export function decisiveOf<T extends Ended>(told: NonEmpty<T>): T {
  return told.reduce((decisive, next) => (rankOf(next) < rankOf(decisive) ? next : decisive), told[0]);
}
