import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {limiters} from '../demo/limiters.mjs';
import {bundle, root} from './bundle.mjs';
import {round, table, target} from './numbers.mjs';

const unsupported = 'several ids: not supported by this build';

async function stepOf(child, settings) {
  const {stdout} = await promisify(execFile)(process.execPath, [child, JSON.stringify(settings)], {
    maxBuffer: 2 ** 24
  });
  const rounded = Object.entries(JSON.parse(stdout)).map(([name, value]) => [
    name,
    typeof value === 'number' ? round(value) : value
  ]);
  return {...settings, ...Object.fromEntries(rounded)};
}

/** Whether all tasks, which all succeed, were seen to. */
const isRight = ({colour, seen, count}) => colour === 'green' && seen === count;

/** How many times as fast as in a real wait time runs where memory is what is measured. */
const memorySpeed = 10;

export async function run() {
  const child = bundle(`${root}bench/scale-child.mjs`, `${root}build/scale`);
  const step = settings => stepOf(child, settings);
  const steps = {'1 task': await step({count: 1})};
  // A build that takes one id alone refuses two before it asks for anything.
  const two = await step({count: 2});
  if (two.requests === 0) {
    console.log(unsupported);
    return {data: {supported: false, steps}, targets: []};
  }
  for (const count of [10, 100, 1000]) steps[`${count} tasks`] = await step({count});
  for (const limit of Object.keys(limiters)) steps[`100 tasks, ${limit}`] = await step({count: 100, limit});
  steps['100 tasks, 50 subtasks each'] = await step({count: 100, subtasks: 50});
  const paced = await step({count: 100, subtasks: 50, speed: memorySpeed});
  steps[`the same, ${memorySpeed} times as fast as in truth`] = paced;
  const limited = Object.values(steps).filter(({limit}) => limit !== undefined);
  const cost = name => (steps[name].cpuMs - steps['1 task'].cpuMs) / (steps[name].count - 1);
  return {
    data: {supported: true, steps},
    targets: [
      target('steps with a wrong verdict', Object.values(steps).filter(one => !isRight(one)).length, 0, 'steps'),
      target(
        'longest lag of 100 tasks at 120 requests a minute',
        Math.max(...limited.map(one => one.maxLagS)),
        60,
        's'
      ),
      target('95th percentile of the lag of 100 tasks without a limit', steps['100 tasks'].p95LagS, 15.1, 's'),
      target('peak memory of 100 tasks with 50 subtasks each', paced.peakMib, 100, 'MiB'),
      target(
        'processor time of each further task, 1,000 tasks against 100',
        cost('1000 tasks') / cost('100 tasks'),
        1,
        '×'
      )
    ]
  };
}

export function report({supported, steps}) {
  return [
    'Whole steps on virtual time against a cloud in memory, each in a process of its own: tasks of 30 s to 30 min, a round trip of 100 ms, and where it is said 120 requests a minute, counted in three ways. The code is bundled as what ships, and the cloud in memory is a part of each process.',
    `On virtual time half an hour of answers is read within a second, and V8 answers such a rush with more room for short-lived objects and with its optimising compilers: memory on virtual time is more than a real wait takes, and differs by 30 MiB from run to run. So the target for memory is measured in a step on a clock that runs ${memorySpeed} times as fast as the true one, which takes three minutes.`,
    ...(supported ? [] : [`**${unsupported}**`]),
    table(
      [
        'Step',
        'Verdict',
        'Requests',
        'Throttled',
        'Mean lag, s',
        '95th percentile',
        'Longest',
        'Processor time, ms',
        'Peak, MiB'
      ],
      Object.entries(steps).map(([name, one]) => [
        name,
        one.status,
        one.requests,
        one.throttled,
        one.meanLagS,
        one.p95LagS,
        one.maxLagS,
        one.cpuMs,
        one.peakMib
      ])
    )
  ].join('\n\n');
}
