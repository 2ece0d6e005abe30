import {describe, expect, it} from '@jest/globals';
import type {Ending} from '../../../src/polling/judge.ts';
import type {Task} from '../../../src/task.ts';
import {zh} from '../../../src/words/zh.ts';
import {subtaskIn, taskIn, waitEnding} from '../results.ts';
import {saidOf} from './said.ts';

type Because = Extract<Ending, {verdict: 'failed' | 'stopped'}>['because'];

const said = (
  because: Because,
  task: Task,
  ...more: Parameters<typeof saidOf> extends [unknown, ...infer R] ? R : []
) => saidOf([waitEnding({verdict: task.state === 'stopped' ? 'stopped' : 'failed', because}, task)], ...more);

const one = subtaskIn('succeeded', 'one');
const two = subtaskIn('failed', 'two', {message: 'No such job'});
const three = subtaskIn('warning', 'three');
const four = subtaskIn('stopped', 'four');

const server = {service: 'ecs-server', 'task-id': '0f58c8dc-4a78-42e6-9811-565679de8e9e'};
const script = {service: 'coc-script', 'project-id': ''};
const image = {service: 'swr-sync', 'task-id': 'team/app/cn-north-1/team/v1'};
const call = {
  service: 'functiongraph',
  'task-id': 'urn:fss:cn-north-4:b384b9e9ab9b4ee8994c8633aabc9505:function:default:f:latest/6e2bfa4c-2b1f-4a3d-8d5e-1'
};

const again = [
  'If this workflow only waits: start the task again, then start a new run with the new id in task-id. A re-run would wait for the old id.',
  'If a job of this workflow starts the task: re-run that job; if you changed files of this repository, start a new run instead.'
];
const find = 'Look for the cause in DataArts Studio, and fix it.';
const fix = 'Fix the cause. For more about it, look at the task in DataArts Studio.';
const leftovers = 'Check there also whether the failed task has left anything behind, and remove that first.';
const repeats = 'A new start may repeat the subtasks that succeeded: check first that this does no harm.';
const side = 'Whether this lies with the service or with what it was asked to do, this step cannot tell.';
const findCause = [`${find} ${leftovers}`];
const fixCause = [`${fix} ${leftovers}`];
const acceptParts = [
  'If you can do without the subtasks that did not succeed: set strict-subtasks: false, and start a new run, because a re-run keeps the old workflow file. If a new run would start the task a second time: instead, run this step and the later ones in a workflow that does not start it, with the same task-id and strict-subtasks: false. If you need these subtasks, do the following.'
];
const acceptWarnings = [
  'If you accept the warning: set allow-warnings: true, and start a new run, because a re-run keeps the old workflow file. If a new run would start the task a second time: instead, run this step and the later ones in a workflow that does not start it, with the same task-id and allow-warnings: true.'
];

describe('of a task that failed', () => {
  const long = `${'x'.repeat(90)} ${'y'.repeat(80)}`;
  const cases: readonly {
    readonly name: string;
    readonly task: Partial<Task>;
    /** Behind `DataArts Studio task T1 failed`. */
    readonly why: string;
    /** Behind `DataArts Studio reports FAILED.`, in the whole message and below the headline. */
    readonly message: string;
    readonly below: string;
    readonly look?: readonly string[];
  }[] = [
    {
      name: 'that no reason is given, also below a headline without one',
      task: {},
      why: '',
      message: ` The answer gives no reason. ${side}`,
      below: ` The answer gives no reason. ${side}`,
      look: findCause
    },
    {
      name: 'a reason once, where the headline has room for it',
      task: {message: 'The import failed'},
      why: ': The import failed',
      message: ` Reason: The import failed. ${side}`,
      below: ` ${side}`
    },
    {
      name: 'the whole of a long reason below the headline that cuts it',
      task: {message: long},
      why: `: ${long.slice(0, 159)}…`,
      message: ` Reason: ${long}. ${side}`,
      below: ` Reason: ${long}. ${side}`
    },
    {
      name: 'beside its reason that of a subtask, if it is another one',
      task: {message: 'The import failed', subtasks: [one, two]},
      why: ': The import failed',
      message: ` Reason: The import failed. ${side} What failed: two. Reason: No such job. Already done, and not rolled back: one.`,
      below: ` ${side} What failed: two. Reason: No such job. Already done, and not rolled back: one.`,
      look: [`${fix} ${repeats}`]
    },
    {
      name: 'of several subtasks that did not succeed whose reason it is',
      task: {message: 'The import failed', subtasks: [two, three]},
      why: ': The import failed',
      message: ` Reason: The import failed. ${side} What failed: two. What ended with a warning: three. Reason of two: No such job.`,
      below: ` ${side} What failed: two. What ended with a warning: three. Reason of two: No such job.`
    },
    {
      name: 'the reason of a subtask once, where that of the task has it',
      task: {message: 'Job two: No such job', subtasks: [one, two]},
      why: ': Job two: No such job',
      message: ` Reason: Job two: No such job. ${side} What failed: two. Already done, and not rolled back: one.`,
      below: ` ${side} What failed: two. Already done, and not rolled back: one.`,
      look: [`${fix} ${repeats}`]
    },
    {
      name: 'the reason of a subtask as its own, where it has none',
      task: {subtasks: [one, two]},
      why: ': No such job',
      message: ` Reason: No such job. ${side} What failed: two. Already done, and not rolled back: one.`,
      below: ` ${side} What failed: two. Already done, and not rolled back: one.`,
      look: [`${fix} ${repeats}`]
    },
    {
      name: 'nothing of the reason of subtasks that have none',
      task: {message: 'The import failed', subtasks: [four]},
      why: ': The import failed',
      message: ` Reason: The import failed. ${side} What was stopped: four.`,
      below: ` ${side} What was stopped: four.`
    },
    {
      name: 'a cause of which nobody knows what failed as the reason',
      task: {causes: [{message: 'No quota'}]},
      why: ': No quota',
      message: ` Reason: No quota. ${side}`,
      below: ` ${side}`
    },
    {
      name: 'beside a cause as the reason the next one, with its word where it has no more',
      task: {causes: [{message: 'No quota'}, {name: 'web', type: 'server', serviceStatus: 'CREATION_FAILED'}]},
      why: ': No quota',
      message: ` Reason: No quota. Cause: server web (CREATION_FAILED). ${side}`,
      below: ` Cause: server web (CREATION_FAILED). ${side}`
    },
    {
      name: 'the only cause, without a reason to it, below a headline that has none',
      task: {causes: [{name: 'web', type: 'server', serviceStatus: 'CREATION_FAILED'}]},
      why: '',
      message: ` Cause: server web (CREATION_FAILED). ${side}`,
      below: ` Cause: server web (CREATION_FAILED). ${side}`,
      look: findCause
    },
    {
      name: 'the only cause once, where the headline has it',
      task: {causes: [{name: 'web', type: 'server', message: 'No quota'}]},
      why: ': No quota',
      message: ` Cause, server web: No quota. ${side}`,
      below: ` ${side}`
    },
    {
      name: 'the first of several causes, and that there are more',
      task: {
        causes: [
          {name: 'web', type: 'server', message: 'No quota'},
          {name: 'db', message: 'No network'}
        ]
      },
      why: ': No quota',
      message: ` Cause 1 of 2, server web: No quota. ${side}`,
      below: ` Cause 1 of 2, server web: No quota. ${side}`
    },
    {
      name: 'its reason and then the cause, if it is another one',
      task: {message: 'The deployment failed', causes: [{name: 'web', type: 'server', message: 'No quota'}]},
      why: ': The deployment failed',
      message: ` Reason: The deployment failed. Cause, server web: No quota. ${side}`,
      below: ` Cause, server web: No quota. ${side}`
    },
    {
      name: 'no cause that says the same as its reason',
      task: {message: 'No quota', causes: [{message: 'No quota'}, {name: 'db', message: 'No network'}]},
      why: ': No quota',
      message: ` Reason: No quota. Cause, db: No network. ${side}`,
      below: ` Cause, db: No network. ${side}`
    }
  ];

  it.each(cases)('it says $name', ({task, why, message, below, look = fixCause}) => {
    const all = said('task', taskIn('failed', task));
    expect(all.headline).toBe(`DataArts Studio task T1 failed${why}`);
    expect(all.message).toBe(`DataArts Studio reports FAILED.${message}`);
    expect(all.below).toBe(`DataArts Studio reports FAILED.${below}`);
    expect(all.toDo).toEqual([look, again]);
  });

  it('it says the same in Chinese', () => {
    const task = taskIn('failed', {message: 'The import failed', subtasks: [one, two]});
    expect(said('task', task, {}, zh)).toMatchObject({
      headline: '数据治理中心 DataArts Studio 任务 T1 失败：The import failed',
      message:
        '数据治理中心 DataArts Studio 返回的状态为 FAILED。服务给出的原因：The import failed。是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。失败的子任务：two。原因：No such job。已成功的子任务（没有回滚）：one。'
    });
  });
});

it('of a task whose id names a thing, nothing is said of what it has left', () => {
  const [look] = said('task', taskIn('failed', {message: 'No such tag'}), image).toDo;
  expect(look).toEqual([
    'Fix the cause. For more about it, look at the synchronization in Software Repository for Container.'
  ]);
});

describe('of a task that was stopped', () => {
  it('it says why, and to go on only if that was not meant', () => {
    expect(said('task', taskIn('stopped', {message: 'By a person'}))).toMatchObject({
      headline: 'DataArts Studio task T1 was stopped (By a person)',
      message: `DataArts Studio reports STOPPED. Reason: By a person. ${side}`,
      below: `DataArts Studio reports STOPPED. ${side}`,
      now: 'No longer running: STOPPED, seen at 09:00:00 UTC. The service gives no end time.',
      toDo: [
        [
          'Look in DataArts Studio why it was stopped. If that was on purpose, nothing more is to be done. If not, do the following.'
        ],
        again
      ]
    });
  });

  it('it says to fix what failed in it', () => {
    const task = taskIn('stopped', {causes: [{name: 'publish', type: 'job', message: 'Rejected'}]});
    expect(said('task', task)).toMatchObject({
      headline: 'DataArts Studio task T1 was stopped (Rejected)',
      message: `DataArts Studio reports STOPPED. Cause, job publish: Rejected. ${side}`,
      toDo: [
        [
          'The service reports a stop and names a failure, and does not tell which came first. Look in DataArts Studio, and fix the failure.'
        ],
        again
      ]
    });
  });

  it('it says what its service knows of that', () => {
    expect(said('task', taskIn('stopped'), call).toDo).toEqual([
      ['The service discarded the request, or a person stopped it: the function gave no result.'],
      [
        'If this workflow only waits: invoke the function again, then start a new run with the new id in task-id. A re-run would wait for the old id.',
        'If a job of this workflow starts the invocation: re-run that job; if you changed files of this repository, start a new run instead.'
      ]
    ]);
  });
});

describe('of a resource that failed', () => {
  const failedAs = (serviceStatus: string, before?: string) =>
    waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {serviceStatus, message: 'No valid host'}), {
      lastRunning: before === undefined ? undefined : taskIn('running', {serviceStatus: before})
    });
  const look = ['Fix the cause. For more about it, look at the resource in the console.'];
  const create = [
    'If this workflow creates the resource: delete it, then re-run the job that creates it; if you changed files of this repository, start a new run instead.',
    'If the resource is created elsewhere: delete it, create it again there, put its new id in task-id, and start a new run.'
  ];
  const change = [
    'If the creation failed, and this workflow creates the resource: delete it, then re-run the job that creates it; if you changed files of this repository, start a new run instead.',
    'If the creation failed, and the resource is created elsewhere: delete it, create it again there, put its new id in task-id, and start a new run.',
    'If another operation failed, and this workflow does it: re-run the job that does it; if you changed files of this repository, start a new run instead.',
    'If another operation failed, and it is done elsewhere: repeat it there, then re-run this job. The id of the resource stays the same.'
  ];

  it('it says the state and the one before, and what to do whatever had been done with it', () => {
    expect(saidOf([failedAs('ERROR', 'RESIZE (resize_migrating)')], server)).toMatchObject({
      headline: `Elastic Cloud Server instance ${server['task-id']} is in state ERROR: No valid host`,
      message: `Elastic Cloud Server reports ERROR. Before that, it was in state RESIZE (resize_migrating). Reason: No valid host. ${side}`,
      below: `Elastic Cloud Server reports ERROR. Before that, it was in state RESIZE (resize_migrating). ${side}`,
      toDo: [look, change]
    });
  });

  it('it says that its creation failed, where the state before tells so, and what to do then', () => {
    expect(saidOf([failedAs('ERROR', 'BUILD (spawning)')], server)).toMatchObject({
      message: `Elastic Cloud Server reports ERROR. Before that, it was in state BUILD (spawning), so its creation failed. Reason: No valid host. ${side}`,
      below: `Elastic Cloud Server reports ERROR. Before that, it was in state BUILD (spawning), so its creation failed. ${side}`,
      toDo: [look, create]
    });
  });

  it.each([
    ['dcs-instance', 'CREATEFAILED', undefined, create],
    ['dcs-instance', 'CREATEFAILED', 'RESTARTING', create],
    ['dcs-instance', 'ERROR', 'CREATING', create],
    ['dcs-instance', 'FROZEN', 'CREATING', change],
    ['dcs-instance', 'ERROR', 'RESTARTING', change],
    ['dcs-instance', 'ERROR_OF_ANOTHER_KIND', 'CREATING', change],
    ['dcs-instance', 'ANOTHER ERROR', 'CREATING', change],
    ['dcs-instance', 'ERROR', undefined, change],
    ['rds-instance', 'CREATE FAIL', undefined, create],
    ['rds-instance', 'FAILED', 'BUILD', create],
    ['dws-cluster', 'CREATE_FAILED', undefined, create],
    ['kafka-instance', 'CREATEFAILED', undefined, create],
    ['elb-loadbalancer', 'ERROR', 'PENDING_CREATE', create],
    ['elb-loadbalancer', 'ERROR', 'PENDING_DELETE', change],
    ['cce-cluster', 'Error', 'Creating', create]
  ] as const)(
    'its creation is told from other operations by the words of %s: %s after %s',
    (service, word, before, steps) => {
      expect(saidOf([failedAs(word, before)], {...server, service}).toDo.at(-1)).toEqual(steps);
    }
  );

  it('it concludes nothing from a state before that is of another operation', () => {
    const {message} = saidOf([failedAs('CREATEFAILED', 'RESTARTING')], {...server, service: 'dcs-instance'});
    expect(message).toMatch(/ reports CREATEFAILED\. Before that, it was in state RESTARTING\. Reason: /);
  });

  it('it says so in Chinese', () => {
    expect(saidOf([failedAs('ERROR', 'REBOOT')], server, zh)).toMatchObject({
      headline: `弹性云服务器 ECS 实例 ${server['task-id']} 处于 ERROR 状态：No valid host`,
      message:
        '弹性云服务器 ECS 返回的状态为 ERROR。此前的状态为 REBOOT。服务给出的原因：No valid host。是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。'
    });
    expect(saidOf([failedAs('ERROR', 'BUILD')], server, zh)).toMatchObject({
      message:
        '弹性云服务器 ECS 返回的状态为 ERROR。此前的状态为 BUILD，说明失败的是创建。服务给出的原因：No valid host。是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。',
      toDo: [
        ['请解决问题；详情见控制台中的该资源。'],
        [
          '如果由本工作流创建：删除该资源，再重新运行负责创建的 CI job；如果改动了代码仓库，请触发新的运行（重新运行使用旧的提交）。',
          '如果不由本工作流创建：删除该资源，用原来的方式重新创建，在 task-id 中填写新资源的 ID，再触发新的运行。'
        ]
      ]
    });
  });
});

describe('of a resource or a task that failed', () => {
  it.each([
    ['a resource that was not seen running', server, 'Elastic Cloud Server', undefined],
    ['a task', {}, 'DataArts Studio', taskIn('running')]
  ])('it says nothing of a state before: %s', (_, given, title, lastRunning) => {
    const result = waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {message: 'No'}), {lastRunning});
    expect(saidOf([result], given).message).toBe(`${title} reports FAILED. Reason: No. ${side}`);
  });
});

describe('of a task that ended with a warning', () => {
  const counts =
    'DataArts Studio reports WARNING: the task ended with a warning. This step counts that as a failure, because allow-warnings is false.';

  it('it says which subtasks did, which succeeded, and what to do either way', () => {
    const task = taskIn('warning', {message: 'One job was skipped', subtasks: [one, three]});
    expect(said('warning', task)).toMatchObject({
      headline: 'DataArts Studio task T1 ended with a warning',
      message: `${counts} Reason: One job was skipped. ${side} What ended with a warning: three. Succeeded: one.`,
      toDo: [
        ['Check the task in DataArts Studio.'],
        acceptWarnings,
        ['If you do not accept the warning: fix the cause, and then:', ...again]
      ]
    });
  });

  it('it names no subtasks where all have succeeded', () => {
    expect(said('warning', taskIn('warning', {message: 'One job was skipped', subtasks: [one]})).message).toBe(
      `${counts} Reason: One job was skipped. ${side}`
    );
  });

  it('it says what its service knows of that', () => {
    expect(said('warning', taskIn('warning'), script).toDo).toEqual([
      [
        'The script may have failed on some of the servers, as its success_rate allows: look at the batches of this ticket in Cloud Operations Center.'
      ],
      acceptWarnings,
      [
        'If you do not accept the warning: fix the cause, and then:',
        'If this workflow only waits: run the script again, then start a new run with the new id in task-id. A re-run would wait for the old id.',
        'If a job of this workflow starts the script ticket: re-run that job; if you changed files of this repository, start a new run instead.'
      ]
    ]);
  });

  it('it says that the id stays, where it names a thing', () => {
    expect(said('warning', taskIn('warning'), image).toDo.at(-1)).toEqual([
      'If you do not accept the warning: fix the cause, and then:',
      'If this workflow only waits: synchronize the image again, then re-run this job. The task-id stays the same, as this service uses one id for all executions.',
      'If a job of this workflow starts the synchronization: re-run that job; if you changed files of this repository, start a new run instead.'
    ]);
  });
});

describe('of a task whose subtasks did not succeed', () => {
  const counts = (some: string) =>
    `DataArts Studio reports SUCCEEDED for the task, but ${some} did not succeed. This step counts that as a failure, because strict-subtasks is true.`;
  const cases: readonly (readonly [
    name: string,
    task: Partial<Task>,
    some: readonly [headline: string, message: string],
    message: string,
    look: readonly string[]
  ])[] = [
    [
      'how many they are and how each of them ended',
      {subtasks: [one, two, three]},
      ['2 of 3 subtasks', '2 of its 3 subtasks'],
      `What failed: two. What ended with a warning: three. Reason of two: No such job. Already done, and not rolled back: one. ${side}`,
      [`${fix} ${repeats}`]
    ],
    [
      'how many they are of all, also of those that are not kept',
      {subtasks: [one, two], subtasksLeftOut: 3},
      ['1 of 5 subtasks', '1 of its 5 subtasks'],
      `What failed: two. Reason: No such job. Already done, and not rolled back: one. ${side}`,
      [`${fix} ${repeats}`]
    ],
    [
      'that no reason is given',
      {subtasks: [three]},
      ['1 of 1 subtask', '1 of its 1 subtask'],
      `The answer gives no reason. What ended with a warning: three. ${side}`,
      [find]
    ],
    [
      'the cause in place of the reason of a subtask',
      {subtasks: [two], causes: [{name: 'db', message: 'No network'}]},
      ['1 of 1 subtask', '1 of its 1 subtask'],
      `Cause, db: No network. What failed: two. ${side}`,
      [fix]
    ],
    [
      'the cause in place of a reason that none of them has',
      {subtasks: [three], causes: [{name: 'db', message: 'No network'}]},
      ['1 of 1 subtask', '1 of its 1 subtask'],
      `Cause, db: No network. What ended with a warning: three. ${side}`,
      [fix]
    ]
  ];

  it.each(cases)('it says %s', (_, task, [inHeadline, inMessage], message, look) => {
    const all = said('subtasks', taskIn('succeeded', task));
    expect(all.headline).toBe(`DataArts Studio task T1 counts as failed: ${inHeadline} did not succeed`);
    expect(all.message).toBe(`${counts(inMessage)} ${message}`);
    expect(all.toDo).toEqual([acceptParts, look, again]);
  });

  it('it says that these decide, and not to do without them, where the word of the task tells no success', () => {
    const task = taskIn('failed', {serviceStatus: 'task_done', isDecidedByParts: true, subtasks: [one, two]});
    const cdn = {service: 'cdn', 'project-id': ''};
    expect(said('subtasks', task, cdn)).toMatchObject({
      headline: 'Content Delivery Network task T1 failed: 1 of 2 subtasks did not succeed',
      message:
        'Content Delivery Network reports task_done. That only says that the task is over: 1 of its 2 subtasks did not succeed. What failed: two. Reason: No such job. Succeeded: one. Whether this lies with the service or with what it was asked to do, this step cannot tell.',
      toDo: [
        ['Fix the cause for the URLs that failed. ORIGIN_ERROR means that it is at the origin server.'],
        [
          'If this workflow only waits: submit the URLs that failed again, then start a new run with the new id in task-id. A re-run would wait for the old id.',
          'If a job of this workflow starts the task: re-run that job; if you changed files of this repository, start a new run instead.'
        ]
      ]
    });
    expect(said('subtasks', task, cdn, zh)).toMatchObject({
      headline: '内容分发网络 CDN 任务 T1 失败：2 个子任务中有 1 个未成功',
      message:
        '内容分发网络 CDN 返回的状态为 task_done。该状态只表示任务已结束，不表示成功：2 个子任务中有 1 个未成功。失败的子任务：two。原因：No such job。成功的子任务：one。是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。'
    });
  });
});

describe('of a task whose work was undone', () => {
  const undone =
    'DataArts Studio reports SUCCEEDED, but during this wait the task was undoing its work: what it was to do is not done.';

  it('it says so, and nothing where the service says nothing', () => {
    expect(said('undone', taskIn('succeeded'))).toMatchObject({
      headline: 'DataArts Studio task T1 failed: its work was undone',
      message: undone,
      toDo: [[find], again]
    });
  });

  it('it does not say of its subtasks that they were not rolled back', () => {
    const subtasks = [subtaskIn('succeeded', 'one'), subtaskIn('failed', 'two')];
    expect(said('undone', taskIn('succeeded', {subtasks}))).toMatchObject({
      message: `${undone} What failed: two. Succeeded: one.`
    });
  });

  it('it says what the service says', () => {
    expect(said('undone', taskIn('succeeded', {message: 'Rolled back'}))).toMatchObject({
      message: `${undone} It says: Rolled back.`,
      toDo: [[fix], again]
    });
  });
});
