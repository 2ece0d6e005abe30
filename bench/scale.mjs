import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {limiters} from './cloud.mjs';
import {round, table, target} from './numbers.mjs';

const child = fileURLToPath(new URL('scale-child.mjs', import.meta.url));
const unsupported = 'several ids: not supported by this build';

async function step(settings) {
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

export async function run() {
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
      target(
        'peak memory of 100 tasks with 50 subtasks each',
        steps['100 tasks, 50 subtasks each'].peakMib,
        100,
        'MiB'
      ),
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
    'Whole steps on virtual time against a cloud in memory, each in a process of its own: tasks of 30 s to 30 min, a round trip of 100 ms, and where it is said 120 requests a minute, counted in three ways.',
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
