import {describe, expect, it} from '@jest/globals';
import {type FailureKind, RequestError, type RequestFailure} from '../../src/errors.ts';
import {
  beginning,
  type Decision,
  decide,
  type Judging,
  type Memory,
  type Now,
  remember,
  type Snapshot
} from '../../src/polling/judge.ts';
import type {Task} from '../../src/task.ts';
import {judging} from '../helpers/judging.ts';

const dateMs = Date.UTC(2026, 0, 15, 8, 30);
/** By the monotonic clock: a process runs for a while before its wait begins. */
const startedMs = 7000;

const shown = (state: Task['state'], over: Partial<Task> = {}, answer: Partial<Snapshot> = {}): Snapshot => ({
  task: {state, serviceStatus: state.toUpperCase(), subtasks: [], ...over},
  ...answer
});
const failed = (kind: FailureKind, details: Partial<RequestFailure> = {}) =>
  new RequestError(`${kind} failure`, {kind, ...details});

const running = shown('running');
const succeeded = shown('succeeded');
const open = {state: 'running', serviceStatus: 'RUNNING'} as const;
const odd = shown('unknown', {endMs: 1});
const page = failed('transient', {isPage: true, status: 200});
const stale = failed('transient', {staleConnection: true});

/** What a resource is to be, and what shows that it is. */
const expectingGone: Partial<Judging> = {
  idNamesThing: true,
  settleMs: 60_000,
  strictness: {
    ...judging.strictness,
    expectation: {kind: 'gone', signs: {words: ['DELETED'], codes: ['X.0404'], things: ['cluster'], lists: true}}
  }
};
const gone = failed('not-found', {status: 404, code: 'X.0404'});
const notFound = failed('not-found', {status: 404, code: 'X.0403'});

/** What came of polls, and at which second of the wait each was sent; an answer takes no time. */
type Polls = readonly (readonly [atS: number, answer: Snapshot | RequestError])[];

function memoryOf(polls: Polls, over: Partial<Judging> = {}): Memory {
  return polls.reduce((memory, [atS, answer]) => {
    const atMs = startedMs + atS * 1000;
    return remember(memory, {sentMs: atMs, atMs, dateMs: dateMs + atS * 1000, answer}, {...judging, ...over});
  }, beginning(startedMs));
}

/** Decides at the time of the last poll. */
function decideAfter(polls: Polls, over: Partial<Judging> = {}, now: Partial<Now> = {}): Decision {
  const [atS, answer] = polls.at(-1) ?? [0, running];
  const ms = startedMs + atS * 1000;
  return decide(memoryOf(polls, over), answer, {...judging, ...over}, {ms, random: () => 0.5, heldMs: 0, ...now});
}

/** In short: the verdict, with the problem of an error and a success that is one for being gone; else the pause in seconds, with the doubt. */
function short(decision: Decision): string {
  if (!('ending' in decision)) return [decision.pauseMs / 1000, decision.doubt ?? []].flat().join(' ');
  const {ending} = decision;
  if (ending.verdict === 'succeeded') return [ending.verdict, ending.because ?? []].flat().join(' ');
  return ending.verdict === 'error' ? `error ${ending.problem}` : ending.verdict;
}

const many = (count: number, everyS: number, answer: Snapshot | RequestError): Polls =>
  Array.from({length: count}, (_, index) => [index * everyS, answer] as const);

describe('decide', () => {
  const rules: readonly (readonly [
    rule: string,
    polls: Polls,
    decision: string,
    over?: Partial<Judging>,
    now?: Partial<Now>
  ])[] = [
    ['pauses a tenth of the age of a task that runs', [[100, running]], '10'],
    ['ends with a proof of success', [[0, succeeded]], 'succeeded'],
    ['ends with a failure', [[0, shown('failed')]], 'failed'],
    ['ends with a stop', [[0, shown('stopped')]], 'stopped'],
    ['ends where the answer is of another task', [[0, shown('succeeded', {other: 'b'})]], 'error other-task'],

    ['settling: doubts an end no run was seen before', [[0, succeeded]], '2 settling', {settleMs: 60_000}],
    ['settling: pauses no longer than it lasts', many(2, 59, succeeded), '1 settling', {settleMs: 60_000}],
    ['settling: is over in time', many(2, 60, succeeded), 'succeeded', {settleMs: 60_000}],
    [
      'settling: is over once the task was seen running',
      [...many(1, 0, running), [2, succeeded]],
      'succeeded',
      {settleMs: 60_000}
    ],
    [
      'settling: a running state ends it not where runs overlap',
      [...many(1, 0, running), [2, succeeded]],
      '2 settling',
      {settleMs: 60_000, runsOverlap: true}
    ],
    [
      'settling: begins with the first that was said of the id',
      [
        [50, failed('not-found')],
        [60, succeeded]
      ],
      '6 settling',
      {settleMs: 60_000}
    ],
    [
      'settling: does not begin with an answer of another form',
      [
        [0, failed('malformed')],
        [60, succeeded]
      ],
      '6 settling',
      {settleMs: 60_000}
    ],

    ['a rollback: is waited for', [[0, shown('running', {isUndoing: true})]], '2'],
    [
      'a rollback: makes a later success a failure',
      [
        [0, shown('running', {isUndoing: true})],
        [2, running],
        [4, succeeded]
      ],
      'failed'
    ],
    [
      'a rollback: does not make up for what a later answer says against itself',
      [
        [0, shown('running', {isUndoing: true})],
        [2, shown('succeeded', {contradictions: ['a']})]
      ],
      'failed'
    ],
    [
      'a rollback: of the run before is none',
      [
        [5, shown('running', {isUndoing: true}, {cachedForMs: 9999})],
        [6, running],
        [8, succeeded]
      ],
      'succeeded',
      {idNamesThing: true}
    ],

    [
      'freshness: doubts what a cache kept from before',
      [[5, shown('succeeded', {}, {cachedForMs: 5001})]],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'freshness: believes what a cache kept since',
      [[5, shown('succeeded', {}, {cachedForMs: 5000})]],
      'succeeded',
      {idNamesThing: true}
    ],
    [
      'freshness: does not matter where the id names a run',
      [[5, shown('succeeded', {}, {cachedForMs: 5001})]],
      'succeeded'
    ],
    [
      'freshness: doubts a date before the wait',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 1000})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'freshness: takes an answer without a date for no beginning',
      [
        [0, running],
        [9, shown('failed', {}, {serverDateMs: dateMs - 99_000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: knows the beginning by the date of a failure too',
      [
        [5, failed('transient', {serverDateMs: dateMs + 5000})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 1000})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'freshness: takes from that no later beginning than it shows',
      [
        [5, failed('transient', {serverDateMs: dateMs + 5000})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 999})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: goes by the latest beginning',
      [
        [0, failed('transient', {party: 'service', serverDateMs: dateMs})],
        [5, failed('transient', {party: 'service', serverDateMs: dateMs})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 1000})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      "freshness: does not go by IAM's clock",
      [
        [0, failed('transient', {party: 'iam', serverDateMs: dateMs})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 1000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: does not go by the clock of a page',
      [
        [0, failed('transient', {isPage: true, serverDateMs: dateMs})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 1000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: an old run is none',
      [
        [5, shown('running', {}, {cachedForMs: 9999})],
        [6, succeeded]
      ],
      '2 settling',
      {idNamesThing: true, settleMs: 60_000}
    ],

    [
      'freshness: one wrong date makes the next end wait',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('running', {}, {serverDateMs: dateMs + 5000})],
        [7, failed('transient', {serverDateMs: dateMs + 3_600_000})],
        [9, shown('failed', {}, {serverDateMs: dateMs + 9000})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'freshness: and is forgotten as soon as two in a row agree',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('running', {}, {serverDateMs: dateMs + 5000})],
        [7, failed('transient', {serverDateMs: dateMs + 3_600_000})],
        [9, shown('failed', {}, {serverDateMs: dateMs + 9000})],
        [11, shown('failed', {}, {serverDateMs: dateMs + 11_000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: an end from before the last running answer is that of another run',
      [
        [0, shown('succeeded', {}, {serverDateMs: dateMs})],
        [2, shown('running', {}, {serverDateMs: dateMs + 2000})],
        [4, shown('running', {}, {serverDateMs: dateMs + 4000})],
        [6, shown('succeeded', {}, {serverDateMs: dateMs, cachedForMs: 6000})]
      ],
      '2 cached',
      {idNamesThing: true, settleMs: 60_000}
    ],
    [
      'freshness: an end that was kept since the last running answer is none',
      [
        [0, shown('running')],
        [2, shown('running')],
        [4, shown('succeeded', {}, {cachedForMs: 2000})]
      ],
      'succeeded',
      {idNamesThing: true, settleMs: 60_000}
    ],
    [
      'gone: not where a single date is all that tells when it was seen',
      [
        [0, shown('running', {}, {serverDateMs: dateMs - 132_000})],
        [2, gone],
        [9, gone],
        [32, gone]
      ],
      'not-found',
      expectingGone
    ],
    [
      'freshness: two kept copies make no clock that a later date does not share',
      [
        [0, shown('running', {}, {serverDateMs: dateMs - 600_000})],
        [2, shown('running', {}, {serverDateMs: dateMs - 599_000})],
        [4, shown('succeeded', {}, {serverDateMs: dateMs + 4000})]
      ],
      '2 settling',
      {idNamesThing: true, settleMs: 60_000}
    ],
    [
      'freshness: dates of failures do not move the beginning back',
      [
        [0, shown('running', {}, {serverDateMs: dateMs - 30_000})],
        [2, failed('transient', {serverDateMs: dateMs - 3_598_000})],
        [4, failed('transient', {serverDateMs: dateMs - 3_596_000})],
        [6, shown('succeeded', {}, {serverDateMs: dateMs + 6000})]
      ],
      '2 settling',
      {idNamesThing: true, settleMs: 60_000}
    ],
    [
      'freshness: an end without a date settles where others have one',
      [
        [0, shown('running', {}, {serverDateMs: dateMs - 600_000})],
        [2, shown('succeeded', {})]
      ],
      '2 settling',
      {idNamesThing: true, settleMs: 60_000}
    ],
    [
      'freshness: a rollback from before the wait is none of this run',
      [
        [0, shown('running', {isUndoing: true}, {serverDateMs: dateMs - 100_000})],
        [2, shown('running', {}, {serverDateMs: dateMs + 2000})],
        [4, shown('running', {}, {serverDateMs: dateMs + 4000})],
        [6, shown('succeeded', {}, {serverDateMs: dateMs + 6000})]
      ],
      'succeeded',
      {idNamesThing: true, settleMs: 60_000}
    ],
    [
      'freshness: a clock that was set back is known by two dates that advance',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('running', {}, {serverDateMs: dateMs - 3_595_000})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 3_591_000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: so is one that was set back after it was known',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('running', {}, {serverDateMs: dateMs + 5000})],
        [9, shown('running', {}, {serverDateMs: dateMs - 3_591_000})],
        [13, shown('failed', {}, {serverDateMs: dateMs - 3_587_000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: two dates may advance by 2 s more or less than the time',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('running', {}, {serverDateMs: dateMs - 3_595_000})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 3_589_000})]
      ],
      'failed',
      {idNamesThing: true}
    ],
    [
      'freshness: and no more',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('running', {}, {serverDateMs: dateMs - 3_595_000})],
        [9, shown('failed', {}, {serverDateMs: dateMs - 3_588_999})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'freshness: goes by the later beginning of two that agree',
      [
        [5, shown('running', {}, {serverDateMs: dateMs + 5000})],
        [9, shown('running', {}, {serverDateMs: dateMs + 11_000})],
        [10, shown('failed', {}, {serverDateMs: dateMs + 1000})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'freshness: the date of a kept answer does not advance, and shows no clock',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [5, shown('failed', {}, {serverDateMs: dateMs - 60_000})],
        [6, shown('failed', {}, {serverDateMs: dateMs - 60_000})]
      ],
      '2 cached',
      {idNamesThing: true}
    ],
    [
      'settling: a kept answer does not get older by waiting',
      [
        [0, shown('succeeded', {}, {serverDateMs: dateMs})],
        [99, shown('succeeded', {}, {serverDateMs: dateMs, cachedForMs: 99_000})]
      ],
      '9.9 settling',
      {idNamesThing: true, settleMs: 60_000}
    ],

    ['no state: doubts it for a minute', many(2, 59, shown('untold')), '1 no-state'],
    ['no state: then ends', many(2, 60, shown('untold')), 'error no-state'],
    [
      'no state: begins anew after a state',
      [...many(2, 30, shown('untold')), [40, running], [60, shown('untold')]],
      '5 no-state'
    ],
    [
      'open subtasks: doubts a success for a minute',
      many(2, 59, shown('succeeded', {subtasks: [open]})),
      '1 open-subtasks'
    ],
    ['open subtasks: then ends', many(2, 60, shown('succeeded', {subtasks: [open]})), 'error open-subtasks'],
    [
      'contradictions: doubts a success for a minute',
      many(2, 59, shown('succeeded', {contradictions: ['x']})),
      '1 contradiction'
    ],
    ['contradictions: then ends', many(2, 60, shown('succeeded', {contradictions: ['x']})), 'error contradiction'],
    [
      'contradictions: begin anew after open subtasks',
      [
        ...many(2, 40, shown('succeeded', {subtasks: [open]})),
        [44, shown('succeeded', {contradictions: ['x']})],
        [70, shown('succeeded', {contradictions: ['x']})]
      ],
      '7 contradiction'
    ],

    ['unknown words: count as running', [[0, shown('unknown')]], '2'],
    ['unknown words: one end is no end', [[0, odd]], '2'],
    ['unknown words: two ends in a row are', many(2, 2, odd), 'error ended-in-unknown-word'],
    [
      'unknown words: two ends apart are not',
      [
        [0, odd],
        [2, running],
        [4, odd]
      ],
      '2'
    ],
    ['unknown words: an end time may mean nothing', many(9, 2, odd), '2', {endTimeMeansEnd: false}],

    ['grace: gives a task time to appear', many(7, 9, failed('not-found')), '5'],
    ['grace: is over after it', many(4, 20, failed('not-found')), 'not-found'],
    ['grace: three are needed in any case', many(2, 99, failed('not-found')), '5'],
    [
      'streaks: three that say not found within 30 s end nothing once seen',
      [
        [0, running],
        [1, failed('not-found')],
        [9, failed('not-found')],
        [30, failed('not-found')]
      ],
      '3'
    ],
    [
      'streaks: in 30 s they do',
      [
        [0, running],
        [1, failed('not-found')],
        [9, failed('not-found')],
        [31, failed('not-found')]
      ],
      'not-found'
    ],
    [
      'streaks: another kind begins a new one',
      [
        [0, running],
        [1, failed('malformed')],
        [9, failed('not-found')],
        [31, failed('not-found')]
      ],
      '3.1'
    ],
    [
      'streaks: a failure that says nothing of the task does not interrupt',
      [
        [1, failed('malformed')],
        [9, failed('malformed')],
        [20, failed('transient')],
        [31, failed('malformed')]
      ],
      'error request'
    ],
    [
      'streaks: a good answer interrupts',
      [
        [1, failed('malformed')],
        [9, failed('malformed')],
        [20, running],
        [31, failed('malformed')]
      ],
      '3.1'
    ],
    [
      'gone: three answers over 30 s, once it was seen',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [31, gone]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: not within 30 s',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [30, gone]
      ],
      '3',
      expectingGone
    ],
    [
      'gone: not by two',
      [
        [0, running],
        [1, gone],
        [99, gone]
      ],
      '5',
      expectingGone
    ],
    ['gone: not where it was never seen', many(4, 20, gone), 'not-found', expectingGone],
    [
      'gone: not where it was seen before the wait alone',
      [
        [0, shown('running', {}, {cachedForMs: 99_000})],
        [1, gone],
        [9, gone],
        [31, gone]
      ],
      'not-found',
      {...expectingGone, idNamesThing: true}
    ],
    [
      'gone: not where it was seen before the wait alone, by its date',
      [
        [0, shown('running', {}, {serverDateMs: dateMs - 60_000})],
        ...[1, 9, 31].map(
          at => [at, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs + at * 1000})] as const
        )
      ],
      'not-found',
      {...expectingGone, idNamesThing: true}
    ],
    [
      'gone: where an answer with an older date came after one from the wait',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        [1, shown('running', {}, {serverDateMs: dateMs - 60_000})],
        ...[2, 9, 32].map(
          at => [at, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs + at * 1000})] as const
        )
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: where it was seen in an answer that a cache kept since the wait began',
      [
        [1, shown('running', {}, {cachedForMs: 1000})],
        [2, gone],
        [9, gone],
        [32, gone]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: where an answer from the wait came after one from before it',
      [
        [0, shown('running', {}, {cachedForMs: 99_000})],
        [1, running],
        [2, gone],
        [9, gone],
        [32, gone]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: where an answer from before the wait came after one from it',
      [
        [0, running],
        [1, shown('running', {}, {cachedForMs: 99_000})],
        [2, gone],
        [9, gone],
        [32, gone]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: by what a cache kept since the wait began',
      [
        [0, running],
        [1, failed('not-found', {status: 404, code: 'X.0404', cachedForMs: 1000})],
        [9, gone],
        [31, gone]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: not by two of which a cache repeats one',
      [
        [0, running],
        [1, gone],
        [11, failed('not-found', {status: 404, code: 'X.0404', cachedForMs: 10_000})],
        [41, gone]
      ],
      '4.1',
      expectingGone
    ],
    [
      'gone: an answer that a cache keeps counts once',
      [
        [0, running],
        [1, gone],
        [11, failed('not-found', {status: 404, code: 'X.0404', cachedForMs: 10_000})],
        [41, failed('not-found', {status: 404, code: 'X.0404', cachedForMs: 40_000})]
      ],
      '4.1',
      expectingGone
    ],
    [
      'gone: not where nobody expects it',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [31, gone]
      ],
      'not-found'
    ],
    [
      'gone: each kind of sign counts',
      [
        [0, running],
        [1, gone],
        [9, failed('not-found', {status: 200, emptyList: true})],
        [31, failed('not-found', {status: 404, text: 'No such cluster.'})]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: another answer that says not found begins anew',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [20, notFound],
        [31, gone]
      ],
      '3.1',
      expectingGone
    ],
    [
      'gone: answers that say not found and prove nothing end in it',
      [
        [0, running],
        [1, notFound],
        [9, notFound],
        [31, notFound]
      ],
      'not-found',
      expectingGone
    ],
    [
      'gone: three of both kinds end in nothing while the last one says that it is',
      [
        [0, running],
        [1, notFound],
        [9, notFound],
        [31, gone]
      ],
      '3.1',
      expectingGone
    ],
    [
      'gone: an answer of another form begins anew',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [20, failed('malformed')],
        [31, gone]
      ],
      '3.1',
      expectingGone
    ],
    [
      'gone: what is there again begins anew',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [20, running],
        [31, gone]
      ],
      '3.1',
      expectingGone
    ],
    [
      'gone: failures that say nothing of it do not interrupt',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [20, failed('transient')],
        [25, failed('throttled')],
        [31, gone]
      ],
      'succeeded gone',
      expectingGone
    ],
    [
      'gone: such a failure does not end it either',
      [
        [0, running],
        [1, gone],
        [9, gone],
        [20, gone],
        [31, failed('transient')]
      ],
      '1',
      expectingGone
    ],
    [
      'gone: not by what a cache kept from before',
      [
        [0, running],
        ...[1, 9, 31].map(at => [at, failed('not-found', {status: 404, code: 'X.0404', cachedForMs: 99_000})] as const)
      ],
      'not-found',
      expectingGone
    ],
    [
      'gone: nor by what it kept from just before',
      [
        [0, running],
        ...[1, 9, 31].map(
          at => [at, failed('not-found', {status: 404, code: 'X.0404', cachedForMs: at * 1000 + 1})] as const
        )
      ],
      'not-found',
      expectingGone
    ],
    [
      'gone: not by a date before the wait',
      [
        [0, shown('running', {}, {serverDateMs: dateMs})],
        ...[1, 9, 31].map(
          at => [at, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs - 1000})] as const
        )
      ],
      'not-found',
      expectingGone
    ],
    [
      'gone: not by dates that a later one shows to be before the wait',
      [
        [0, running],
        ...[1, 9, 31].map(
          at => [at, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs - 3_600_000})] as const
        ),
        [32, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs + 32_000})]
      ],
      '3.2',
      expectingGone
    ],
    [
      'gone: not by the first that is not from before',
      [
        [0, running],
        [1, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs - 3_600_000})],
        [20, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs - 3_585_000})],
        [50, failed('not-found', {status: 404, code: 'X.0404', serverDateMs: dateMs + 50_000})]
      ],
      '5',
      expectingGone
    ],
    [
      'gone: by its own word at once, once it was seen on the way',
      [
        [0, running],
        [2, succeeded]
      ],
      'succeeded',
      expectingGone
    ],
    ['gone: by its own word alone it settles', [[0, succeeded]], '2 settling', expectingGone],
    ['rejected: ends at once what was not seen', [[0, failed('rejected')]], 'error request'],
    [
      'rejected: is given time once seen',
      [
        [0, running],
        [2, failed('rejected')]
      ],
      '2'
    ],
    ['denied: ends at once', [[0, failed('denied')]], 'denied'],
    ['blocked: ends at once', [[0, failed('blocked')]], 'error request'],

    ['unreached: is given a minute', [[59, failed('unreached')]], '1', {}, {unreachedSinceMs: startedMs}],
    ['unreached: then ends', [[60, failed('unreached')]], 'error request', {}, {unreachedSinceMs: startedMs}],
    ['unreached: not where somebody was answered', [[60, failed('unreached')]], '1'],
    ['pages: are given five minutes', many(2, 299, page), '2'],
    ['pages: then end', many(2, 300, page), 'error pages'],
    [
      'pages: not where something else came between',
      [
        [0, page],
        [9, running],
        [300, page]
      ],
      '1'
    ],
    [
      'pages: not where an outage came between',
      [
        [0, page],
        [9, failed('transient', {status: 500})],
        [300, page]
      ],
      '4'
    ],
    [
      'pages: not by one that is about the request',
      [
        [0, failed('malformed', {isPage: true, status: 400})],
        [300, page]
      ],
      '1'
    ],
    [
      'pages: a request that brings nothing does not interrupt them',
      [
        [0, page],
        [9, failed('transient')],
        [300, page]
      ],
      'error pages'
    ],
    [
      'pages: nor does it end the wait in their place',
      [
        [0, page],
        [300, failed('transient')]
      ],
      '2'
    ],

    ['failures: pause 1 s, doubling', many(4, 1, failed('transient')), '8'],
    [
      'failures: begin anew after an answer',
      [...many(4, 1, failed('transient')), [5, running], [6, failed('transient')]],
      '1'
    ],
    [
      'failures: begin anew after one that says something of the task',
      [...many(4, 1, failed('transient')), [5, failed('not-found')], [6, failed('transient')]],
      '1'
    ],
    [
      'failures: begin anew after throttling',
      [...many(4, 1, failed('transient')), [5, failed('throttled')], [6, failed('transient')]],
      '1'
    ],
    ['failures: the service can lengthen a pause', [[0, failed('transient', {retryAfterMs: 7000})]], '7'],
    ['stale connection: is repeated at once', [[0, stale]], '0'],
    ['stale connection: but once', many(2, 1, stale), '1'],
    ...(['throttled', 'not-found'] as const).map(
      kind =>
        [
          `stale connection: again after an answer (${kind})`,
          [
            [0, stale],
            [1, failed(kind)],
            [2, stale]
          ],
          '0'
        ] as const
    ),
    ['throttled: pauses as long as all are held', [[0, failed('throttled')]], '9', {}, {heldMs: 9000}],
    ['throttled: pauses at least for a moment', [[0, failed('throttled')]], '0.001']
  ];
  for (const [rule, polls, decision, over, now] of rules) {
    it(rule, () => {
      expect(short(decideAfter(polls, over, now))).toBe(decision);
    });
  }
});

describe('remember', () => {
  it('changes no memory that it is given', () => {
    const before = Object.freeze(memoryOf([[0, running]]));
    const polled = {sentMs: 1000, atMs: 1000, dateMs, answer: succeeded};
    expect(remember(before, polled, judging).seen?.snapshot).toBe(succeeded);
    expect(before.seen?.snapshot).toBe(running);
  });

  it('keeps each word that no source names once', () => {
    const words = ['A', 'B', 'A'].map((serviceStatus, at) => [at, shown('unknown', {serviceStatus})] as const);
    expect(memoryOf(words).unknownWords).toEqual(['A', 'B']);
  });

  it('keeps the last good answer through failures, and takes none of another task', () => {
    const memory = memoryOf([
      [0, running],
      [1, failed('transient')],
      [2, shown('succeeded', {other: 'b'})]
    ]);
    expect(memory.seen).toMatchObject({snapshot: running, atMs: startedMs});
  });
});
