import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../../../src/errors.ts';
import type {Doubt, Ending} from '../../../src/polling/judge.ts';
import type {WaitResult} from '../../../src/polling/poller.ts';
import {endingText} from '../../../src/report/ending.ts';
import {factsOf} from '../../../src/report/facts/facts.ts';
import {en, type Words} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {failureOf, inputsFor, places, subtaskIn, taskIn, waitEnding} from '../results.ts';

type Given = Readonly<Record<string, string>>;

interface Said {
  readonly headline: string;
  readonly message: string;
  /** Below the headline, where that is not the message. */
  readonly below?: string;
  readonly toDo: readonly (readonly string[])[];
}

interface Told {
  readonly given?: Given;
  readonly words?: Words;
  /** Its states are those of a definition. */
  readonly isCustom?: boolean;
}

function told(result: WaitResult, {given = {}, words = en, isCustom = false}: Told = {}): Said {
  const {service, ...others} = inputsFor(given);
  const asked = isCustom ? {...service, title: 'Importer', isDefinedByWorkflow: true as const} : service;
  const {headline, happened, whole, toDo} = endingText(
    factsOf(result, others.tasks[0], {...others, service: asked}),
    words
  );
  return {headline, message: whole, ...(happened !== whole && {below: happened}), toDo};
}

const timedOut = (more: {doubt?: Doubt; cause?: ReturnType<typeof failureOf>} = {}): Ending => ({
  verdict: 'timed-out',
  ...more
});
const polledOnce = (doubt?: Doubt): Ending => ({verdict: 'unfinished', because: 'polled-once', doubt});
const failing = (failure: RequestFailure) => timedOut({cause: failureOf(failure)});

const serverId = '00000000-0000-4000-8000-000000000001';
const server = {service: 'ecs-server', 'task-id': serverId};
const check = {service: 'codearts-check'};
const once = {timeout: '0'};

const after = 'DataArts Studio task T1: wait timed out after 1h 00m 00s';
const limit = 'The wait reached its limit, timeout: 1h 00m 00s.';
const networkOrService = 'The reason can lie with the service, or with the network or proxy between it and the runner.';
const outcomeUnknown = 'Whether the task succeeded, failed or still runs is not known.';
const shortOrSlow = 'Whether timeout is too short for such a task, or this one is unusually slow, is not known.';
const longerUnknown =
  'If the state is final, this step is red because this action does not know it; if not, timeout may be too short.';
const cached = 'The answer was made before this step began and may be about the run before.';
const settling = 'This may be the end of an earlier run, so it only counts once settle (1m 00s) is over.';

const onlyWaits = 'If this job only waits: re-run this job alone. The task-id stays the same.';
const startsOnce =
  'If this job also starts the task: do not re-run this job or start a new run, because that starts the task a second time. Run this step and the later ones in a workflow that does not start it, with task-id: T1.';
const startsUnseen =
  'If this job also starts the task: look first whether the service has this task. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1. If not, start a new run of this workflow.';
const makesOnce = `If this job also makes the awaited change: do not re-run this job or start a new run, because that makes the change a second time. Run this step and the later ones in a workflow that does not make it, with task-id: ${serverId}.`;
const again = [onlyWaits, startsOnce];
const inNewRun = [
  'If no job of this workflow starts the task: start a new run, because a re-run keeps the old workflow file.',
  'If a job of this workflow starts the task: run this step and the later ones in a workflow that does not start it, with task-id: T1. A new run of this workflow would start it a second time.'
];
const raiseOfChange = ['If such a change usually takes longer, raise timeout for later runs.'];
const raise = ['If such a task usually takes longer, raise timeout for later runs.'];
const minutes = ['If you meant 30 minutes, write timeout: 30m. If you meant seconds, that is too short: raise it.'];
const network = [
  `If requests keep failing, check the network and the proxy between the runner and https://${places.host}, and the status of the service.`
];
const pay = [
  'Pay the order, or start another job: when an order is cancelled, its job stays in this state until the service deletes it, 14 days later.'
];
const pollLater = 'Poll again later: re-run this job if it only waits, or use a scheduled workflow.';
const settleLater = [
  'With timeout: 0, an end counts at once only with settle: 0, and can then be the end of the run before.'
];
const polled =
  'With timeout: 0 the step polls once, and the task has not ended. The step is red to keep later steps from running; the task has not failed.';
const inDoubt = 'With timeout: 0 the step polls once, and that answer proves no end.';

const runningInChinese = {
  headline: '数据治理中心 DataArts Studio 任务 T1：等待 1h 00m 00s 后超时，任务仍处于 RUNNING，60 %',
  message:
    '等待达到上限（timeout: 1h 00m 00s）。任务本身并没有失败。是 timeout 对这类任务来说太短，还是这次任务异常缓慢，无法判断。'
};
const againInChinese = [
  '如果本 CI job 只负责等待：只重新运行这个 job 即可，task-id 不变。',
  '如果本 CI job 也负责启动任务：不要重新运行，也不要触发新的运行，否则任务会再启动一次。请在不启动任务的工作流中执行本步骤和后续步骤，填写 task-id: T1。'
];

describe('the limit of the wait says', () => {
  const cases: readonly (readonly [string, WaitResult, Said, Told?])[] = [
    [
      'that the task still runs, how far it is, and that it did not fail',
      waitEnding(timedOut(), taskIn('running', {progress: 60})),
      {
        headline: `${after}, task still RUNNING, 60 %`,
        message: `${limit} The task has not failed so far. ${shortOrSlow}`,
        toDo: [again, raise]
      }
    ],
    [
      'the same in Chinese',
      waitEnding(timedOut(), taskIn('running', {progress: 60})),
      {...runningInChinese, toDo: [againInChinese, ['如果这类任务通常需要更久，请为以后的运行增大 timeout。']]},
      {words: zh}
    ],
    [
      'how long it took where the last request went on for a second',
      waitEnding(timedOut(), taskIn('running'), {elapsedMs: 3_601_000}),
      {
        headline: 'DataArts Studio task T1: wait timed out (limit 1h 00m 00s, took 1h 00m 01s), task still RUNNING',
        message:
          'The wait reached its limit, timeout: 1h 00m 00s, while the last request was under way; that request ended 1h 00m 01s after the start of the wait. The task has not failed so far. Whether timeout is too short for such a task, or this one is unusually slow, is not known.',
        toDo: [again, raise]
      }
    ],
    [
      'how long it took as between the clock times that are shown',
      waitEnding(timedOut(), taskIn('running'), {elapsedMs: 3_601_001}),
      {
        headline: 'DataArts Studio task T1: wait timed out (limit 1h 00m 00s, took 1h 00m 02s), task still RUNNING',
        message:
          'The wait reached its limit, timeout: 1h 00m 00s, while the last request was under way; that request ended 1h 00m 02s after the start of the wait. The task has not failed so far. Whether timeout is too short for such a task, or this one is unusually slow, is not known.',
        toDo: [again, raise]
      }
    ],
    [
      'nothing of less than a second more',
      waitEnding(timedOut(), taskIn('running'), {elapsedMs: 3_600_999}),
      {
        headline: `${after}, task still RUNNING`,
        message: `${limit} The task has not failed so far. ${shortOrSlow}`,
        toDo: [again, raise]
      }
    ],
    [
      'of a resource that it is in no failed state',
      waitEnding(timedOut(), taskIn('running', {serviceStatus: 'BUILD'})),
      {
        headline: `Elastic Cloud Server instance ${serverId}: wait timed out after 1h 00m 00s, resource still BUILD`,
        message: `${limit} The resource is in no failed state. Whether timeout is too short for such a change, or this one is unusually slow, is not known.`,
        toDo: [[onlyWaits, makesOnce], raiseOfChange]
      },
      {given: server}
    ],
    [
      'of a task that undoes its work neither that it did not fail nor to raise timeout',
      waitEnding(timedOut(), taskIn('running', {isUndoing: true})),
      {headline: `${after}, task still RUNNING`, message: limit, toDo: [again]}
    ],
    [
      'not that a task did not fail of which a part did',
      waitEnding(timedOut(), taskIn('running', {subtasks: [subtaskIn('succeeded', 'a'), subtaskIn('failed', 'b')]})),
      {headline: `${after}, task still RUNNING`, message: limit, toDo: [again, raise]}
    ],
    [
      'not that a task did not fail whose word is one for a warning',
      waitEnding(timedOut(), taskIn('running', {serviceStatus: 'WARNING'})),
      {headline: `${after}, task still WARNING`, message: limit, toDo: [again, raise]}
    ],
    [
      'not that a task did not fail whose word is one for a stop',
      waitEnding(timedOut(), taskIn('running', {serviceStatus: 'Canceled'})),
      {
        headline: 'RDS task T1: wait timed out after 1h 00m 00s, task still Canceled',
        message: limit,
        toDo: [again, raise]
      },
      {given: {service: 'rds'}}
    ],
    [
      'why an end does not count yet',
      waitEnding(timedOut({doubt: 'cached'}), taskIn('succeeded')),
      {
        headline: `${after}, its state SUCCEEDED does not count yet`,
        message: `${limit} ${cached}`,
        toDo: [again, raise]
      }
    ],
    [
      'of an end that may be that of an earlier run what timeout has to be',
      waitEnding(timedOut({doubt: 'settling'}), taskIn('succeeded')),
      {
        headline: 'CodeArts Check task T1: wait timed out after 1h 00m 00s, its state SUCCEEDED does not count yet',
        message: `${limit} ${settling}`,
        toDo: [
          again,
          [
            'Make timeout longer than settle (1m 00s). This takes effect in a new run; a re-run keeps the old workflow file.'
          ]
        ]
      },
      {given: check}
    ],
    [
      'that the state is in no list of the action, and what to do either way',
      waitEnding(timedOut(), taskIn('unknown', {serviceStatus: 'DONE'})),
      {
        headline: `${after}, the state "DONE" is not known to this action`,
        message: `DataArts Studio reports "DONE", which is not in this action's list of states. It is not known whether that is the end, so this step went on polling. ${limit} ${longerUnknown}`,
        below: `It is not known whether this state is final, so this step went on polling. ${limit} ${longerUnknown}`,
        toDo: [
          ['Look in DataArts Studio what became of the task.'],
          raise,
          [
            'Once its state has changed, if this job only waits: re-run this job alone. The task-id stays the same.',
            'Once its state has changed, if this job also starts it: run this step and the later ones in a workflow that does not start it, with task-id: T1. A re-run of this job would start it again.'
          ],
          [
            'If its state stays "DONE", a wait for it stays red: find out yourself what the state means. If the work is done: run the commands of the later steps yourself. If it has failed: fix the cause, start the task again, and wait for its new id.'
          ],
          ['Report the word "DONE" in an issue of this action\'s repository. If you know what it means, say that too.']
        ]
      }
    ],
    [
      'that the state is in no list of the definition, and to start a new run with it there',
      waitEnding(timedOut(), taskIn('unknown', {serviceStatus: 'DONE'})),
      {
        headline:
          'Importer task T1: wait timed out after 1h 00m 00s, the state "DONE" is in none of the lists of the definition',
        message: `Importer reports "DONE", which is in none of the lists of states in the definition. It is not known whether that is the end, so this step went on polling. ${limit} ${longerUnknown.replace('this action', 'the definition')}`,
        below: `The state is in none of the lists of the definition. It is not known whether it is final, so this step went on polling. ${limit} ${longerUnknown.replace('this action', 'the definition')}`,
        toDo: [
          [
            'Find out in the API\'s documentation what "DONE" means, and add it to the matching list of the definition (running, succeeded, failed and so on).'
          ],
          raise,
          inNewRun
        ]
      },
      {isCustom: true}
    ],
    [
      'of a task that a definition is for, and that runs, what it says of others',
      waitEnding(timedOut(), taskIn('running')),
      {
        headline: 'Importer task T1: wait timed out after 1h 00m 00s, task still RUNNING',
        message: `${limit} The task has not failed so far. ${shortOrSlow}`,
        toDo: [again, raise]
      },
      {isCustom: true}
    ],
    [
      'what a short number without a unit means, in place of the limit',
      waitEnding(timedOut(), taskIn('running'), {elapsedMs: 30_000}),
      {
        headline: 'DataArts Studio task T1: wait timed out after 30s, task still RUNNING',
        message: 'You wrote timeout: 30, which is 30 seconds. The task has not failed so far.',
        toDo: [minutes, inNewRun]
      },
      {given: {timeout: '30'}}
    ],
    [
      'the same of a state that is not known, and not to raise timeout twice',
      waitEnding(timedOut(), taskIn('unknown', {serviceStatus: 'DONE'}), {elapsedMs: 30_000}),
      {
        headline: 'DataArts Studio task T1: wait timed out after 30s, the state "DONE" is not known to this action',
        message: `DataArts Studio reports "DONE", which is not in this action's list of states. It is not known whether that is the end, so this step went on polling. You wrote timeout: 30, which is 30 seconds. ${longerUnknown}`,
        below: `It is not known whether this state is final, so this step went on polling. You wrote timeout: 30, which is 30 seconds. ${longerUnknown}`,
        toDo: [
          minutes,
          ['Look in DataArts Studio what became of the task.'],
          ...[1, 2, 3].map(() => expect.anything() as unknown as readonly string[])
        ]
      },
      {given: {timeout: '30'}}
    ],
    [
      'the same where requests failed at the end',
      waitEnding(failing({kind: 'transient', status: 503}), taskIn('running'), {elapsedMs: 30_000}),
      {
        headline: 'DataArts Studio task T1: wait timed out after 30s, while requests to the service failed',
        message: `You wrote timeout: 30, which is 30 seconds. The last request failed: HTTP 503. ${outcomeUnknown}`,
        toDo: [minutes, inNewRun, network]
      },
      {given: {timeout: '30'}}
    ],
    [
      'who has to act, where the task can stay in its state for ever',
      waitEnding(timedOut(), taskIn('running', {serviceStatus: 'PENDING_PAYMENT'})),
      {
        headline: 'Elastic Cloud Server task T1: wait timed out after 1h 00m 00s, task still PENDING_PAYMENT',
        message: `${limit} The task has not failed so far.`,
        toDo: [pay, again]
      },
      {given: {service: 'ecs'}}
    ],
    [
      'how requests failed at the end, which a longer wait may outlast',
      waitEnding(failing({kind: 'transient', status: 503}), taskIn('running')),
      {
        headline: `${after}, while requests to the service failed`,
        message: `${limit} The last request failed: HTTP 503. ${outcomeUnknown}`,
        toDo: [again, network, raise]
      }
    ],
    [
      'the same where no answer came',
      waitEnding(timedOut({cause: failureOf({kind: 'transient'}, 'the connection was closed')}), taskIn('running')),
      {
        headline: `${after}, while requests to the service failed`,
        message: `${limit} The last request failed: the connection was closed. ${networkOrService} ${outcomeUnknown}`,
        toDo: [again, network, raise]
      }
    ],
    [
      'the same in Chinese where requests failed',
      waitEnding(failing({kind: 'transient', status: 503}), taskIn('running')),
      {
        headline: '数据治理中心 DataArts Studio 任务 T1：等待 1h 00m 00s 后超时，当时对服务的请求失败',
        message:
          '等待达到上限（timeout: 1h 00m 00s）。最后一次请求失败：HTTP 503。任务成功、失败还是仍在运行，目前未知。',
        toDo: [
          againInChinese,
          [`如果请求持续失败，请检查 Runner 与 https://${places.host} 之间的网络和代理，以及服务的状态。`],
          ['如果这类任务通常需要更久，请为以后的运行增大 timeout。']
        ]
      },
      {words: zh}
    ],
    [
      'nothing of the network where the service refused the requests',
      waitEnding(failing({kind: 'denied', status: 403}), taskIn('running')),
      {
        headline: `${after}, while the service refused the requests`,
        message: `${limit} The last request failed: HTTP 403. ${outcomeUnknown}`,
        toDo: [again]
      }
    ],
    [
      'first what to check where something between answered',
      waitEnding(failing({kind: 'transient', status: 200, isPage: true}), taskIn('running')),
      {
        headline: `${after}, the last answers probably did not come from the service`,
        message: `${limit} The last request failed: HTTP 200. It may also be the service itself that sent this answer. ${outcomeUnknown}`,
        toDo: [[`Check the proxy or firewall between the runner and https://${places.host}.`], again]
      }
    ],
    [
      'of a resource that its state may change, and not to make anything anew',
      waitEnding(timedOut(), taskIn('unknown', {serviceStatus: 'DONE'})),
      {
        headline: `Elastic Cloud Server instance ${serverId}: wait timed out after 1h 00m 00s, the state "DONE" is not known to this action`,
        message: `Elastic Cloud Server reports "DONE", which is not in this action's list of states. It is not known whether that is the end, so this step went on polling. ${limit} ${longerUnknown}`,
        below: `It is not known whether this state is final, so this step went on polling. ${limit} ${longerUnknown}`,
        toDo: [
          ['Look in Elastic Cloud Server what became of the instance.'],
          raiseOfChange,
          [
            'If this job only waits: re-run this job alone once the state is another one. The task-id stays the same.',
            makesOnce
          ],
          ['Report the word "DONE" in an issue of this action\'s repository. If you know what it means, say that too.']
        ]
      },
      {given: server}
    ],
    [
      'nothing of a word that is not known where requests failed since',
      waitEnding(failing({kind: 'transient', status: 503}), taskIn('unknown', {serviceStatus: 'DONE'})),
      {
        headline: `${after}, while requests to the service failed`,
        message: `${limit} The last request failed: HTTP 503. ${outcomeUnknown}`,
        toDo: [again, network, raise]
      }
    ],
    [
      'nothing of who has to act where requests failed since',
      waitEnding(failing({kind: 'denied', status: 403}), taskIn('running', {serviceStatus: 'PENDING_PAYMENT'})),
      {
        headline:
          'Elastic Cloud Server task T1: wait timed out after 1h 00m 00s, while the service refused the requests',
        message: `${limit} The last request failed: HTTP 403. ${outcomeUnknown}`,
        toDo: [again]
      },
      {given: {service: 'ecs'}}
    ],
    [
      'that no answer ever came, and that the task may not have been started',
      waitEnding(failing({kind: 'transient', status: 503})),
      {
        headline: `${after}, no answer about the task ever came`,
        message: `${limit} The last request failed: HTTP 503. No request brought an answer about the task. ${outcomeUnknown}`,
        toDo: [[onlyWaits, startsUnseen], network, raise]
      }
    ]
  ];

  for (const [what, result, said, how] of cases) {
    it(what, () => {
      expect(told(result, how)).toEqual(said);
    });
  }

  it('that the same id is to be waited for after a state that is not known, where the service keeps it', () => {
    const result = waitEnding(timedOut(), taskIn('unknown', {serviceStatus: 'DONE'}));
    const toDoIn = (words: Words) => told(result, {given: check, words}).toDo.flat();
    expect(toDoIn(en)).toContain(
      'If its state stays "DONE", a wait for it stays red: find out yourself what the state means. If the work is done: run the commands of the later steps yourself. If it has failed: fix the cause, run the check again, and wait for it again.'
    );
    expect(toDoIn(zh)).toContainEqual(
      expect.stringMatching(/。如果已失败：请解决问题，重新执行代码检查，再重新等待。$/)
    );
  });

  it('that there was no time left for the one poll', () => {
    const {headline, message, toDo} = told(waitEnding(timedOut(), undefined, {elapsedMs: 0, requests: 0}), {
      given: once
    });
    expect(headline).toMatch(/, no answer about the task ever came$/);
    expect(message).toMatch(/^With timeout: 0 each task is polled once, and there was no time left for this one\./);
    expect(message).not.toContain('has not failed');
    expect(toDo[0]).toEqual([onlyWaits, startsUnseen]);
  });

  it('that there is no state yet, and not that a state does not count', () => {
    const {headline, message, toDo} = told(
      waitEnding(timedOut({doubt: 'no-state'}), taskIn('untold', {serviceStatus: ''}))
    );
    expect(headline).not.toContain('does not count');
    expect(message).toBe(`${limit} The answer has no state yet.`);
    expect(toDo).toEqual([again, raise]);
  });
});

describe('the one poll of timeout 0 says', () => {
  const cases: readonly (readonly [string, WaitResult, Said, Told?])[] = [
    [
      'that the task has not ended, and how far it is',
      waitEnding(polledOnce(), taskIn('running', {progress: 60})),
      {
        headline: 'DataArts Studio task T1 has not ended yet (RUNNING, 60 %)',
        message: polled,
        toDo: [[pollLater, startsOnce]]
      }
    ],
    [
      'the same in Chinese',
      waitEnding(polledOnce(), taskIn('running')),
      {
        headline: '数据治理中心 DataArts Studio 任务 T1 尚未结束（RUNNING）',
        message: 'timeout: 0 表示只查询一次，而任务尚未结束。步骤标红是为了不执行后续步骤；任务本身没有失败。',
        toDo: [
          [
            '稍后再查询：如果本 CI job 只负责等待，只重新运行这个 job 即可，也可以使用定时触发的工作流。',
            againInChinese[1] as string
          ]
        ]
      },
      {words: zh}
    ],
    [
      'that an answer from before the step proves no end',
      waitEnding(polledOnce('cached'), taskIn('succeeded')),
      {
        headline: 'DataArts Studio task T1 has not ended yet (SUCCEEDED)',
        message: `${inDoubt} ${cached}`,
        toDo: [[pollLater, startsOnce]]
      }
    ],
    [
      'when an end counts that may be that of an earlier run',
      waitEnding(polledOnce('settling'), taskIn('succeeded')),
      {
        headline: 'CodeArts Check task T1 has not ended yet (SUCCEEDED)',
        message: `${inDoubt} ${settling}`,
        toDo: [[pollLater, startsOnce], settleLater]
      },
      {given: check}
    ],
    [
      'who has to act, where the task can stay in its state for ever',
      waitEnding(polledOnce(), taskIn('running', {serviceStatus: 'PENDING_PAYMENT'})),
      {
        headline: 'Elastic Cloud Server task T1 has not ended yet (PENDING_PAYMENT)',
        message: polled,
        toDo: [pay, [pollLater, startsOnce]]
      },
      {given: {service: 'ecs'}}
    ]
  ];

  for (const [what, result, said, {given, ...how} = {}] of cases) {
    it(what, () => {
      expect(told(result, {...how, given: {...given, ...once}})).toEqual(said);
    });
  }

  it('nothing of who has to act about the state that is waited for', () => {
    const result = waitEnding(polledOnce('settling'), taskIn('succeeded', {serviceStatus: 'SHUTOFF'}));
    const {toDo} = told(result, {given: {...server, ...once, expect: 'SHUTOFF'}});
    expect(toDo).toEqual([[pollLater, makesOnce], settleLater]);
  });

  it.each([
    [false, 'DataArts Studio reports "DONE", which is not in this action\'s list of states.'],
    [true, 'Importer reports "DONE", which is in none of the lists of states in the definition.']
  ])('in whose list the word is missing: in that of a definition, %s', (isCustom, sentence) => {
    const result = waitEnding(polledOnce(), taskIn('unknown', {serviceStatus: 'DONE'}));
    const {headline, message, toDo} = told(result, {given: once, isCustom});
    expect(headline).toMatch(
      isCustom ? /: the state "DONE" is in none of the lists of the definition$/ : /: the state "DONE" is not known to/
    );
    expect(message).toBe(
      `With timeout: 0 the step polls once, and that answer proves no end. ${sentence} It is not known whether that is the end.`
    );
    expect(toDo[0]?.[0]).toContain(
      isCustom ? 'add it to the matching list' : 'Look in DataArts Studio what became of the task.'
    );
  });

  it('nothing of a list for a word that is known', () => {
    expect(told(waitEnding(polledOnce(), taskIn('running')), {given: once}).message).toBe(polled);
  });
});

it('where the state that is expected does not count yet, nobody is told to act, but to wait longer than settle', () => {
  const result = waitEnding(timedOut({doubt: 'settling'}), taskIn('succeeded', {serviceStatus: 'SHUTOFF'}));
  const {toDo} = told(result, {given: {...server, expect: 'SHUTOFF'}});
  expect(toDo).toEqual([[onlyWaits, makesOnce], [expect.stringMatching(/^Make timeout longer than settle/)]]);
});

describe('a wait that ended because another task did not succeed says', () => {
  const failFast: Ending = {verdict: 'unfinished', because: 'fail-fast'};
  const cases: readonly (readonly [string, WaitResult, Said, Words])[] = [
    [
      'so, and how to wait again',
      waitEnding(failFast, taskIn('running')),
      {
        headline: 'DataArts Studio task T1: wait ended because another task did not succeed',
        message: 'Another task of this step did not succeed. Because fail-fast is true, the wait ended here as well.',
        toDo: [again]
      },
      en
    ],
    [
      'the same in Chinese',
      waitEnding(failFast, taskIn('running')),
      {
        headline: '数据治理中心 DataArts Studio 任务 T1：另一个任务未成功，等待提前结束',
        message: '本步骤的另一个任务未成功；由于 fail-fast 为 true，等待随之结束。',
        toDo: [againInChinese]
      },
      zh
    ],
    [
      'of a task that no poll found that it may not have been started',
      waitEnding(failFast),
      {
        headline: 'DataArts Studio task T1: wait ended because another task did not succeed',
        message: 'Another task of this step did not succeed. Because fail-fast is true, the wait ended here as well.',
        toDo: [[onlyWaits, startsUnseen]]
      },
      en
    ]
  ];

  it.each(cases)('%s', (_, result, said, words) => {
    expect(told(result, {words})).toEqual(said);
  });
});

it('the support is told that the title of a definition is one', () => {
  const {service, ...others} = inputsFor({});
  const asked = {
    ...others,
    service: {...service, name: 'custom', title: {en: 'Importer', zh: '导入器'}, isDefinedByWorkflow: true as const}
  };
  const facts = factsOf(waitEnding(timedOut(), taskIn('running')), others.tasks[0], asked);
  expect(endingText(facts, en).support).toMatch(/^Importer \(service: custom\) · task T1 · /);
  expect(endingText(facts, zh).support).toMatch(/^导入器（service: custom） · 任务 T1 · /);
});

describe('a wait that was cancelled says', () => {
  const cancelled: Ending = {verdict: 'cancelled'};
  const headline = 'DataArts Studio task T1: wait was cancelled';
  const stopped =
    'After 2m 00s of waiting, GitHub told the step to stop. Either the run or the job was cancelled, or a newer run replaced this one, or timeout-minutes ran out. The page of the run says which.';
  const replaced = [
    'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also starts the task, check that the task does not run twice.'
  ];
  const raiseJobTimeout = [
    'If timeout-minutes ran out, and the wait usually takes longer, raise timeout-minutes for later runs.'
  ];

  it('why that can be, and what to do in each case', () => {
    expect(told(waitEnding(cancelled, taskIn('running')))).toEqual({
      headline,
      message: stopped,
      toDo: [replaced, ['Otherwise:', onlyWaits, startsOnce], raiseJobTimeout]
    });
  });

  it('of a task that no poll found that it may not have been started', () => {
    expect(told(waitEnding(cancelled))).toEqual({
      headline,
      message: stopped,
      toDo: [replaced, ['Otherwise:', onlyWaits, startsUnseen], raiseJobTimeout]
    });
  });

  it('of a resource that the change may be made twice', () => {
    const result = waitEnding(cancelled, taskIn('running', {serviceStatus: 'BUILD'}));
    expect(told(result, {given: server}).toDo).toEqual([
      [
        'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also makes the awaited change, check that the change is not made twice.'
      ],
      ['Otherwise:', onlyWaits, makesOnce],
      raiseJobTimeout
    ]);
  });

  it('the same in Chinese', () => {
    const {message, toDo} = told(waitEnding(cancelled, taskIn('running')), {words: zh});
    expect(message).toBe(
      '等待开始 2m 00s 后，GitHub 要求步骤停止。可能的原因：运行或 job 被取消，或本次运行被较新的运行取代，或 timeout-minutes 到时。具体是哪一种，见该运行的页面。'
    );
    expect(toDo).toEqual([
      ['如果被较新的运行取代：不要重新运行这一次，请查看较新的运行。如果它也会启动任务，请确认任务没有被启动两次。'],
      ['否则：', ...againInChinese],
      ['如果是 timeout-minutes 到时，且通常需要等待更久，请为以后的运行增大 timeout-minutes。']
    ]);
    const ofServer = told(waitEnding(cancelled, taskIn('running')), {given: server, words: zh});
    expect(ofServer.toDo[0]).toEqual([
      '如果被较新的运行取代：不要重新运行这一次，请查看较新的运行。如果它也会执行所等待的变更，请确认变更没有被执行两次。'
    ]);
  });

  it('how long it lasted as between the clock times that it names', () => {
    const result = waitEnding(cancelled, taskIn('running'), {elapsedMs: 32_001, look: {beforeEndMs: 32_001}});
    expect(told(result).message).toMatch(/^After 33s of waiting, /);
  });
});
