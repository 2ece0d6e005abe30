import {waitForAll} from '../build/src/polling/wait.js';
import {leapingClock} from './clocks.mjs';
import {mean, quantile, round, seeded, table, target} from './numbers.mjs';
import {laws, others, policyOf, simulate} from './policies.mjs';

const durations = {'5 s': 5, '30 s': 30, '3 min': 180, '15 min': 900, '1 h': 3600, '4 h': 14_400};
const runs = durationS => (durationS > 10_000 ? 100 : 400);

/** Durations around a typical one: a fifth either way, or log-normal with a long tail. */
const spreads = {
  even: (durationS, share) => durationS * (0.8 + 0.4 * share),
  tail: (durationS, share, random) =>
    durationS * Math.exp(Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * share))
};

/** What a service may tell of a task's progress, by the share of its time that has passed. */
const progresses = {
  'none told': () => () => undefined,
  'honest, whole percents': () => share => Math.floor(share * 100),
  'in steps of a quarter': () => share => 25 * Math.floor(share * 4),
  'stuck at 99 %': random => {
    const from = 0.3 + 0.5 * random();
    return share => Math.min(99, Math.floor((share / from) * 100));
  },
  'fast, then slow': () => share => Math.floor(Math.sqrt(share) * 100),
  'slow, then fast': () => share => Math.floor(share ** 2 * 100),
  'queued, then honest': random => {
    const queued = 0.5 * random();
    return share => (share < queued ? 0 : Math.floor(((share - queued) / (1 - queued)) * 100));
  },
  'uneven subtasks, as a share': random => {
    const parts = Array.from({length: 6}, () => -Math.log(1 - random()));
    const all = parts.reduce((sum, part) => sum + part, 0);
    const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, part) => sum + part, 0) / all);
    return share => (100 * ends.filter(end => end <= share).length) / 6;
  }
};

/** The real poller on virtual time, against a task that ends after so many seconds. */
async function wait(durationS, progress, random) {
  const clock = leapingClock();
  const startMs = clock.date();
  const task = {id: 'a', state: 'running', serviceStatus: 'RUNNING', startMs, subtasks: []};
  const poll = async () => {
    const share = clock.now() / 1000 / durationS;
    const seen = share >= 1 ? {...task, state: 'succeeded'} : {...task, progress: progress(share)};
    return {task: seen, serverDateMs: clock.date()};
  };
  const observer = {polled() {}, failed() {}, unknownWord() {}, ended() {}};
  const [{result}] = await waitForAll([{poll, observer}], {
    failFast: false,
    requestTimeoutMs: 30_000,
    timeoutMs: 120 * 3_600_000,
    judging: {
      bounds: {minMs: 2000, maxMs: 15_000},
      notFoundGraceMs: 60_000,
      settleMs: 0,
      endTimeMeansEnd: true,
      idNamesThing: false,
      strictness: {strictSubtasks: true, allowWarnings: false}
    },
    clock,
    random,
    signal: new AbortController().signal
  });
  const {polls, elapsedMs, ending} = result;
  if (ending.verdict !== 'succeeded') throw new Error(`the wait ended ${ending.verdict}`);
  return {lagS: elapsedMs / 1000 - durationS, polls};
}

async function measure(one, spread = spreads.even) {
  const results = {};
  for (const [name, typicalS] of Object.entries(durations)) {
    const random = seeded(7);
    const seen = [];
    for (let i = 0, count = runs(typicalS); i < count; i++) {
      seen.push(await one(spread(typicalS, (i + 0.5) / count, random), random));
    }
    const lags = seen.map(({lagS}) => lagS);
    results[name] = {
      meanLagS: round(mean(lags)),
      p95LagS: round(quantile(lags, 0.95)),
      polls: round(mean(seen.map(({polls}) => polls)), 1)
    };
  }
  return results;
}

const ours = kind => (durationS, random) => wait(durationS, progresses[kind](random), random);

export async function run() {
  const data = {peers: {}, tails: {}, progress: {}, laws: {}};
  for (const kind of Object.keys(progresses)) data.progress[kind] = await measure(ours(kind));
  for (const other of others) {
    data.peers[other.name] = await measure((durationS, random) => simulate(other, durationS, random));
    data.tails[other.name] = await measure((durationS, random) => simulate(other, durationS, random), spreads.tail);
  }
  data.tails['This action'] = await measure(ours('none told'), spreads.tail);
  for (const law of laws)
    data.laws[law.name] = await measure((durationS, random) => simulate(policyOf(law), durationS, random));
  const own = data.progress['none told'];
  const targets = [
    target('mean lag, 5 s', own['5 s'].meanLagS, 2, 's'),
    target('mean lag, 30 s', own['30 s'].meanLagS, 2, 's'),
    target('95th percentile of the lag, any length', Math.max(...Object.values(own).map(one => one.p95LagS)), 15, 's'),
    target('polls, 30 s', own['30 s'].polls, 16, 'polls'),
    target('polls, 15 min', own['15 min'].polls, 90, 'polls'),
    target('polls, 1 h', own['1 h'].polls, 270, 'polls')
  ];
  return {data, targets};
}

const rows = results =>
  Object.entries(results).map(([name, result]) => [
    name,
    ...Object.values(result).map(({meanLagS, p95LagS, polls}) => `${meanLagS} / ${p95LagS} / ${polls}`)
  ]);

export function report({peers, tails, progress, laws: compared}) {
  const heads = name => [name, ...Object.keys(durations)];
  const {'This action': own, ...otherTails} = tails;
  return [
    'Each cell: mean lag in seconds / its 95th percentile / mean number of polls. The lag is from the true end of the task to the poll that sees it, without the time of the request. This action is the real poller on virtual time; the others are written from their public descriptions.',
    '![Lag against polls for each policy](benchmark.svg)',
    '### Durations a fifth either way',
    table(heads('Policy'), rows({'**This action**': progress['none told'], ...peers})),
    '### Durations with a long tail (log-normal, the median at the head)',
    table(heads('Policy'), rows({'**This action**': own, ...otherTails})),
    '### Where the service tells a progress',
    'The pause is half of the time to the end that the progress lets expect, or since then. Shares of subtasks are not taken for a progress: where they are uneven, the last row, which shows what that would give, has more polls and hardly less lag in long tasks.',
    table(heads('Progress'), rows(progress)),
    '### The frontier without a progress',
    'Pauses within 2 to 15 s. Of the laws that keep to all targets, 10 % of the age has the least lag in tasks of 30 s. Slower growth trades that for less lag in tasks of minutes. A spread of a fifth costs the polls that an hour may take, for the bound cuts off its longer half.',
    table(heads('Law'), rows(compared)),
    '### Where the descriptions are',
    others.map(({name, who, source}) => `- ${name}: ${who}, <${source}>`).join('\n')
  ].join('\n\n');
}
