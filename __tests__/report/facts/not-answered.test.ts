import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../../../src/errors.ts';
import {endingText} from '../../../src/report/ending.ts';
import {factsOf} from '../../../src/report/facts/facts.ts';
import type {Message} from '../../../src/text.ts';
import {en, type Words} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {failureOf, inputsFor, places, taskIn, type Wait, waitEnding} from '../results.ts';

interface NotAnswered {
  readonly failure?: Partial<RequestFailure>;
  readonly what?: Message;
  readonly given?: Readonly<Record<string, string>>;
  readonly wait?: Wait;
  /** Whether a poll has found it before. */
  readonly isSeen?: boolean;
  /** Whether nothing is known of other services. */
  readonly isAlone?: boolean;
}

function said(
  kind: 'not-found' | 'denied',
  {failure, what, given, wait, isSeen = false, isAlone = false}: NotAnswered,
  words: Words = en
) {
  const {allServices = [], ...inputs} = inputsFor(given);
  const cause = failureOf({kind, status: 404, ...failure}, what);
  const result = waitEnding({verdict: kind, cause}, isSeen ? taskIn('running') : undefined, wait);
  const facts = factsOf(result, inputs.tasks[0], {...inputs, ...(!isAlone && {allServices})});
  const {headline, whole, happened, toDo} = endingText(facts, words);
  return {headline, message: whole, below: happened, toDo};
}

const serverId = '0f58c8dc-4a78-42e6-9811-565679de8e9e';
const server = {service: 'ecs-server', 'task-id': serverId};
const waitFor = (id: string) => [
  'If it still exists, and this job only waits: re-run this job alone. The task-id stays the same.',
  `If it still exists, and this job also starts the task: do not re-run this job or start a new run, because that starts the task a second time. Run this step and the later ones in a workflow that does not start it, with task-id: ${id}.`
];
const waitForServer = [
  'If it still exists, and this job only waits: re-run this job alone. The task-id stays the same.',
  `If it still exists, and this job also makes the awaited change: do not re-run this job or start a new run, because that makes the change a second time. Run this step and the later ones in a workflow that does not make it, with task-id: ${serverId}.`
];
const corrected = (starts: string, look: string, first = 'After a correction,') => [
  `${first} do the first of these that fits:`,
  'If this job only waits, and you changed no file of this repository: re-run this job alone.',
  `If you changed files, and no job of this workflow ${starts}: start a new run (a re-run uses the old files).`,
  `If a job of this workflow ${starts}: look first ${look}`
];
const afterCorrection = corrected(
  'starts the task',
  "whether the task was started. If so, run this step and the later ones in a workflow that does not start it, with the task's id in task-id. If not, start a new run of this workflow."
);
const afterCorrectionOfServer = corrected(
  'makes the awaited change',
  'whether the change was made. If so, run this step and the later ones in a workflow that does not make it. If not, start a new run of this workflow.'
);
const afterCorrectionOfDeletion = corrected(
  'starts the deletion',
  'whether the deletion is under way. If so, run this step and the later ones in a workflow that does not start it. If not, start a new run of this workflow.',
  'If the resource is still there: correct the input, and'
);
const lookWhetherGone = 'Look in the console whether the resource is still there.';
const deletionDone =
  'the deletion is done, but this step stays red in each re-run. Run the commands of the later steps yourself, or take this step and the deletion out of the workflow file for this once, and start a new run.';
const checkUnsetWorkspace = 'Check workspace: it is not given, so the service searches only the workspace "default".';
const inputOrNoTask = 'Either an input is wrong, or the service has no such task; which of the two is not known.';
const noSuchTask = [
  'If the inputs are right, the service has no such task: it may have been removed after its end, or never been started. A wait for this id stays red. Check whether the work is done: if so, run the commands of the later steps yourself; if not, start the task again, and wait for its new id.'
];
const noSuchServer = ['If the inputs are right, the service has no such instance. A wait for this id stays red.'];
const graceOver = 'It was not found within not-found-grace (1m 00s), so the wait ended.';
const inPlace = `project ${places.project}, region ${places.region}`;

describe('of what was found before and is not found now', () => {
  const vanished = (own: NotAnswered, words?: Words) => said('not-found', {isSeen: true, ...own}, words);

  it('it is told that it is no longer found, with the last answer', () => {
    const message =
      'DataArts Studio knew the task earlier in this step and does not know it now: HTTP 404, DLF.0810: Task does not exist. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended.';
    expect(vanished({failure: {code: 'DLF.0810', text: 'Task does not exist.'}})).toEqual({
      headline: 'DataArts Studio task T1 is no longer found',
      message,
      below: message,
      toDo: [
        [
          'Check in DataArts Studio whether the task was deleted. If it was deleted, a wait for its id stays red. Check whether the work is done: if so, run the commands of the later steps yourself; if not, start the task again, and wait for its new id.'
        ],
        waitFor('T1')
      ]
    });
  });

  it('it is a resource where the service has no tasks', () => {
    const message =
      'Elastic Cloud Server knew the resource earlier in this step and does not know it now: HTTP 404. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended.';
    expect(vanished({given: server})).toEqual({
      headline: `Elastic Cloud Server instance ${serverId} is no longer found`,
      message,
      below: message,
      toDo: [
        ['Check in Elastic Cloud Server whether the resource was deleted. If it was, this step cannot turn green.'],
        waitForServer
      ]
    });
  });

  it('it is not proven that it is gone, where that was to be waited for', () => {
    const message =
      'Elastic Cloud Server knew the resource earlier in this step and does not know it now: HTTP 404. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended. Such an answer does not prove that it is gone.';
    expect(vanished({given: {...server, expect: 'gone'}})).toEqual({
      headline: `Elastic Cloud Server instance ${serverId} is no longer found`,
      message,
      below: message,
      toDo: [[lookWhetherGone], [`If the resource is not there: ${deletionDone}`], waitForServer]
    });
  });

  it('all is told in Chinese', () => {
    expect(vanished({}, zh).message).toBe(
      '本步骤先前在数据治理中心 DataArts Studio 查询到过该任务，现在查询不到：HTTP 404。可能已被删除，也可能是响应有误，无法判断是哪一种，也无法判断原因在哪一方。连续至少 30s 查询不到，因此不再等待。'
    );
  });
});

describe('of what was never found', () => {
  const neverFound = (own: NotAnswered, words?: Words) => said('not-found', own, words);

  it('it is told where it was searched for, with the last answer and what to check', () => {
    const message = `DataArts Studio does not know task T1 in workspace default (none given), ${inPlace}. The last answer: HTTP 404, DLF.0810: Task does not exist. ${inputOrNoTask} ${graceOver}`;
    expect(neverFound({failure: {code: 'DLF.0810', text: 'Task does not exist.'}})).toEqual({
      headline: 'DataArts Studio task T1 was not found',
      message,
      below: message,
      toDo: [[checkUnsetWorkspace], ['Check task-id, project-id and region.'], afterCorrection, noSuchTask]
    });
  });

  it('it is told that its deletion is not proven, where that was to be waited for', () => {
    const message = `This step waits for the deletion of instance ${serverId} in ${inPlace}, but none of its polls found it: Elastic Cloud Server answers with HTTP 404. Either it was gone before the first poll, or an input is wrong. The service answers the same in both cases. This step has to find the instance once before it can prove the deletion. No poll found it within not-found-grace (1m 00s), so the wait ended.`;
    expect(neverFound({given: {...server, expect: 'gone', endpoint: 'https://ecs.example'}})).toEqual({
      headline: `Elastic Cloud Server instance ${serverId}: never found by any poll, so its deletion is not proven`,
      message,
      below: message,
      toDo: [
        [lookWhetherGone],
        ['Check endpoint: all requests go to https://ecs.example.'],
        ['Check task-id (the id of the resource), project-id and region.'],
        afterCorrectionOfDeletion,
        [`If the resource is not there, and the inputs are right: ${deletionDone}`]
      ]
    });
  });

  it.each([
    ['one letter more before them', `p${'0'.repeat(32)}`],
    ['one digit more', `${'0'.repeat(32)}1`]
  ])('its project is checked where project-id is 32 hexadecimal digits with %s', (_, project) => {
    expect(neverFound({given: {...server, 'project-id': project}}).toDo).toEqual([
      [
        `Check project-id: "${project}" is not 32 hexadecimal digits. It may be the name of a project; this input takes its id.`
      ],
      ['Check task-id (the id of the resource), project-id and region.'],
      afterCorrectionOfServer,
      noSuchServer
    ]);
  });

  it('neither workspace, project nor region is checked for a service without them', () => {
    const {message, toDo} = neverFound({
      given: {service: 'cdn', 'task-id': '123', 'project-id': '', region: ''}
    });
    expect(message).toBe(
      `Content Delivery Network does not know task 123. The last answer: HTTP 404. ${inputOrNoTask} ${graceOver}`
    );
    expect(toDo).toEqual([
      [
        'Check task-id, the account of the credentials (it must own the domain name) and, for an IAM user, enterprise-project-id. Only tasks of the last 7 days are found.'
      ],
      afterCorrection,
      noSuchTask
    ]);
  });

  it('the advice of the service for the code comes before its advice for what is not found', () => {
    const toDo = (failure: Partial<RequestFailure>) =>
      neverFound({given: {service: 'codearts-pipeline', 'task-id': 'p/r'}, failure}).toDo;
    expect(toDo({code: 'DEVPIPE.30011011'})).toEqual([
      ['Give the user of these credentials the right to view this pipeline.'],
      afterCorrection
    ]);
    expect(toDo({})).toEqual([
      [expect.stringMatching(/^Check both ids, and the project: /)],
      afterCorrection,
      [expect.stringMatching(/^If the inputs are right, the service has no such run: /)]
    ]);
  });

  const ofOtherForm = {given: {service: 'dcs', 'task-id': serverId}};

  it('the services are told whose ids have its form, where those of the one asked have another', () => {
    expect(neverFound(ofOtherForm).toDo[0]).toEqual([
      expect.stringMatching(/^Check "service: dcs", which may be wrong: ids of this form are used by [a-z, -]+\.$/)
    ]);
  });

  it('no other service is told where none is known', () => {
    expect(neverFound({...ofOtherForm, isAlone: true}).toDo).toEqual([
      ['Check task-id, project-id and region.'],
      afterCorrection,
      noSuchTask
    ]);
  });

  it.each([
    [599_999, 'It was not found within not-found-grace (2m 00s), so the wait ended.'],
    [600_000, 'This step polled for 10m 00s.'],
    [601_000, 'This step polled for 10m 01s.']
  ])(
    'it is told whether not-found-grace or timeout ended the wait, here after %d ms of ten minutes',
    (elapsedMs, why) => {
      const {message} = neverFound({given: {timeout: '10m', 'not-found-grace': '2m'}, wait: {elapsedMs}});
      expect(message).toBe(
        `DataArts Studio does not know task T1 in workspace default (none given), ${inPlace}. The last answer: HTTP 404. ${inputOrNoTask} ${why}`
      );
    }
  );

  it('a short not-found-grace is told, as what was just started may appear after it', () => {
    const shortGrace = {'not-found-grace': '59s'};
    expect(neverFound({given: shortGrace}).message).toContain(
      'Either an input is wrong, or the service has no such task, or does not show it yet; which of these is not known.'
    );
    expect(neverFound({given: shortGrace}, zh).message).toContain(
      '可能是某个输入有误，也可能服务中没有这个任务，或者暂时还查询不到，无法判断是哪一种。'
    );
    expect(neverFound({given: shortGrace}).toDo).toContainEqual([
      'If the task was started just before this step: it may appear later than not-found-grace (59s). Raise that; the default is 60s.'
    ]);
    expect(neverFound({given: {...server, ...shortGrace}}).toDo).toContainEqual([
      'If the resource was created just before this step: it may appear later than not-found-grace (59s). Raise that; the default is 60s.'
    ]);
    expect(neverFound({given: shortGrace}).toDo.flat()).toContainEqual(
      expect.stringMatching(
        /^If the inputs are right, and a longer not-found-grace does not help, the service has no such task: /
      )
    );
    expect(neverFound({given: shortGrace}, zh).toDo.flat()).toContainEqual(
      expect.stringMatching(/^如果各项输入无误，增大 not-found-grace 后也查询不到，说明服务中没有这个任务：/)
    );
    expect(neverFound({given: shortGrace}, zh).toDo).toContainEqual([
      '如果任务是在本步骤之前刚启动的，服务可能要晚于 not-found-grace（59s）才能查询到：请增大它（默认为 60s）。'
    ]);
    expect(neverFound({given: {...server, ...shortGrace}}, zh).toDo).toContainEqual([
      '如果资源是在本步骤之前刚创建的，服务可能要晚于 not-found-grace（59s）才能查询到：请增大它（默认为 60s）。'
    ]);
  });

  it('a short not-found-grace is not told where a deletion is waited for, and the default is not short', () => {
    const ofGrace = expect.stringContaining('may appear later than not-found-grace');
    const given = {...server, expect: 'gone', 'not-found-grace': '59s'};
    expect(neverFound({given}).toDo.flat()).not.toContainEqual(ofGrace);
    expect(neverFound({}).toDo.flat()).not.toContainEqual(ofGrace);
  });

  it('not-found-grace did not end a wait that reached a shorter timeout', () => {
    const {message} = neverFound({given: {timeout: '1m', 'not-found-grace': '2m'}, wait: {elapsedMs: 60_000}});
    expect(message).toMatch(/\. This step polled for 1m 00s\.$/);
  });

  it('all is told in Chinese', () => {
    const {message, toDo} = neverFound({given: {...server, expect: 'gone'}}, zh);
    expect(message).toBe(
      `本步骤等待实例 ${serverId} 被删除（查询范围：项目 ${places.project}，区域 ${places.region}），但每次查询都没有找到它，弹性云服务器 ECS 的响应为：HTTP 404。可能在第一次查询之前就已删除，也可能是输入填错了。两种情况下服务的响应相同。本步骤必须先查询到该实例，之后才能证明它已被删除；而在 not-found-grace（1m 00s）内一直没有查到，因此不再等待。`
    );
    expect(toDo.at(-2)).toEqual([
      '如果资源仍然存在：请更正输入，再从上到下，按第一个符合的情况处理：',
      '如果本 CI job 只负责等待，且解决问题时没有修改本仓库的文件：只重新运行这个 job。',
      '如果解决问题时修改了本仓库的文件，且本工作流中没有 job 执行删除：触发新的运行（重新运行仍使用旧的文件）。',
      '如果本工作流中有 job 执行删除：请先确认删除是否正在进行。如果是，请在不执行删除的工作流中执行本步骤和后续步骤。如果不是，请触发本工作流的新运行。'
    ]);
  });
});

describe('of a refusal', () => {
  const refused = (own: NotAnswered, words?: Words) => said('denied', own, words);

  interface Case extends NotAnswered {
    readonly name: string;
    readonly headline: string;
    readonly message: string;
    /** What stands below the headline, where that is not the message. */
    readonly below?: string;
    readonly toDo: string;
  }

  const cases: readonly Case[] = [
    {
      name: 'credentials that are refused, whose reason the headline has',
      failure: {status: 401},
      headline: 'the credentials are missing, wrong or expired',
      message: 'The credentials are missing, wrong or expired. DataArts Studio answered: HTTP 401.',
      below: 'DataArts Studio answered: HTTP 401.',
      toDo: 'Check the credentials; temporary keys and tokens have to outlive the wait.'
    },
    {
      name: 'credentials that a page refuses',
      failure: {status: 401, isPage: true},
      what: ({answer}) => answer.status(401, answer.page),
      headline: 'the credentials are missing, wrong or expired',
      message:
        'The credentials are missing, wrong or expired. The answer: HTTP 401, not JSON (probably from a gateway or proxy between the runner and the service).',
      below: 'The answer: HTTP 401, not JSON (probably from a gateway or proxy between the runner and the service).',
      toDo: 'Check the credentials; temporary keys and tokens have to outlive the wait.'
    },
    {
      name: 'a permission that is missing',
      failure: {status: 403, text: 'No.'},
      headline: 'access denied: no permission to read the task',
      message: 'These credentials have no permission to read this task. DataArts Studio answered: HTTP 403, No.',
      toDo: 'Give this IAM user (or agency) read permission for the service in this project, and check project-id and region.'
    },
    {
      name: 'a permission that ended after the task was seen',
      failure: {status: 403},
      isSeen: true,
      headline: 'access denied: a permission ended during the wait',
      message:
        'The task could be read before and cannot be read now: a permission has ended. These credentials have no permission to read this task. DataArts Studio answered: HTTP 403.',
      toDo: 'Give this IAM user (or agency) read permission for the service in this project, and check project-id and region.'
    },
    {
      name: 'a log-in that IAM refuses',
      failure: {status: 401, party: 'iam', explanation: ({refusals}) => refusals.logIn},
      headline: 'IAM refuses the user and password',
      message: 'IAM refuses the log-in with this user and password. IAM answered: HTTP 401.',
      toDo: 'Check username, password and domain-name (the name of the account). The project (region or project-id) has to belong to that account, and the user needs programmatic access. Do not try again before that: refused log-ins can lock the user.'
    },
    {
      name: 'a job without an id token, of which nobody was asked',
      failure: {status: undefined, party: 'github', explanation: ({refusals}) => refusals.noIdToken},
      what: ({refusals}) => refusals.noIdTokenToGet,
      headline: 'this job has no id token',
      message: 'GitHub gives this job no id token, which keyless access needs.',
      toDo: 'Add to the job the two lines "permissions:" and "id-token: write" (and "contents: read", if the job uses actions/checkout). This does not help runs of pull requests from forks, which never get an id token: leave the wait out of such runs.'
    },
    {
      name: 'a reason that the headline has, where nothing else is to be told',
      failure: {status: undefined, party: 'metadata', explanation: ({refusals}) => refusals.noAgency},
      headline: 'the ECS instance of the runner has no agency',
      message: 'The ECS instance of the runner has no agency.',
      toDo: 'Give the ECS instance of the runner an agency in its settings, or use other credentials.'
    }
  ];

  it.each(cases)('headline, message and what to do tell of $name', ({name, headline, message, below, toDo, ...own}) => {
    const told = refused(own);
    expect({...told, toDo: told.toDo.slice(0, -1)}).toEqual({
      headline: `DataArts Studio task T1: ${headline}`,
      message,
      below: below ?? message,
      toDo: [[toDo]]
    });
  });

  const ofAccount = {given: {service: 'cdn-domain', 'task-id': 'www.example.com', 'project-id': '', region: ''}};
  const checkAccount = [
    'The tasks of this service are those of a whole account, not of a project. Give this IAM user (or agency) read permission for the service in the account. Check domain-id, and that a token is for the account and not for a project.'
  ];

  it('the account is to be checked where the service has the tasks of a whole account', () => {
    const {toDo} = refused({...ofAccount, failure: {status: 403}});
    expect(toDo[0]).toEqual(checkAccount);
    expect(toDo).toHaveLength(2);
  });

  it('the account is to be checked behind what helps against a code that is known', () => {
    const {toDo} = refused({...ofAccount, failure: {status: 403, code: 'IAM.0081'}});
    expect(toDo[0]).toEqual([expect.stringMatching(/console|programmatic/i)]);
    expect(toDo[1]).toEqual(checkAccount);
    expect(toDo).toHaveLength(3);
  });

  it.each<[string, NotAnswered]>([
    ['the credentials themselves are refused', {...ofAccount, failure: {status: 401}}],
    ['IAM refuses', {...ofAccount, failure: {status: 403, party: 'iam', explanation: ({refusals}) => refusals.logIn}}],
    ['the tasks are those of a project', {failure: {status: 403}}]
  ])('the account is not to be checked where %s', (_, own) => {
    const {toDo} = refused(own);
    expect(toDo).not.toContainEqual(checkAccount);
    expect(toDo).toHaveLength(2);
  });

  it('all is told in Chinese, and nothing twice', () => {
    const {headline, message, below} = refused({failure: {status: 401, code: 'APIGW.0301', text: 'token expires'}}, zh);
    expect([headline, message, below]).toEqual([
      '数据治理中心 DataArts Studio 任务 T1：Token 已过期',
      'Token 已过期。数据治理中心 DataArts Studio 返回：HTTP 401，APIGW.0301：token expires。',
      '数据治理中心 DataArts Studio 返回：HTTP 401，APIGW.0301：token expires。'
    ]);
  });
});
