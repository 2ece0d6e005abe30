import {InputError} from '../../src/errors.ts';
import {parseInputs} from '../../src/inputs/inputs.ts';
import type {WaitResult} from '../../src/polling/poller.ts';
import {createWaitLog} from '../../src/report/log.ts';
import {inWords, type Text} from '../../src/text.ts';
import {en, type Words} from '../../src/words/en.ts';
import {zh} from '../../src/words/zh.ts';
import {everyEnding, explain, failureOf, inputsFor, taskIn, waitEnding} from '../report/results.ts';
import {fakeClock} from './fake-clock.ts';
import {tableOf} from './markdown-table.ts';
import {asInReadme} from './pages.ts';
import {loaded} from './services.ts';
import {quotedInChinese, troubleshootingInChinese} from './troubleshooting-in-chinese.ts';

/** A symptom of the table: words of a message of the action, and why they are met. */
interface Symptom {
  readonly says: string;
  readonly cause: string;
  /** What helps, where the action's own text is too long for a cell, or says it of one case alone. */
  readonly fix?: string;
}

const waitAgain =
  'If the job only waits, re-run it. If it also starts the task, do not: wait for the same id in another job.';

/** By the name of the ending; `elsewhere` for those that another row or table covers. */
const symptoms: Readonly<Record<string, Symptom | 'elsewhere'>> = {
  success: 'elsewhere',
  'a failed task with a reason': {
    says: 'Reason: Failed to read the file',
    cause: 'The task failed in the cloud. The message has the reason that the service tells'
  },
  'a failed task without a reason': {
    says: 'The answer gives no reason',
    cause: 'The task failed, and its API does not tell why'
  },
  'a failed task with the cause alone': 'elsewhere',
  'a failed task with its reason and several causes': {
    says: 'Cause 1 of 2',
    cause:
      'The task failed in the cloud, and its service tells [why](outputs.md#causes). The output `causes` has all causes'
  },
  'a failed subtask of a task that succeeded, with its cause': 'elsewhere',
  'a stopped task with a cause': 'elsewhere',
  'a failed subtask of a task that succeeded': {
    says: 'subtasks did not succeed',
    cause: 'The task as a whole says success, a part of it does not'
  },
  'a warning': {
    says: 'the task ended with a warning',
    cause: 'An end that the service itself marks as not clean'
  },
  'a success after a rollback': {
    says: 'was undoing its work',
    cause: 'The task rolled back what it had done (`elb`), and the word for its end does not tell so'
  },
  'a stopped task': {
    says: 'reports STOPPED',
    cause: 'Somebody or something stopped the task there'
  },
  'the limit of the wait': {
    says: 'The wait reached its limit',
    cause: 'The task takes longer than `timeout`. It may still succeed',
    fix: `${waitAgain} Raise \`timeout\` for the next runs.`
  },
  'the limit of the wait while requests fail': {
    says: 'The last request failed',
    cause: 'The service, or the way to it, was out of order at the end of the wait',
    fix: waitAgain
  },
  'the limit of the wait without a single answer': {
    says: 'No request brought an answer about the task',
    cause: 'The host was there, but each request failed until the end of the wait',
    fix: waitAgain
  },
  'the limit of the wait while an end was doubted': {
    says: 'Some of its subtasks have not ended',
    cause: 'The task says success, and subtasks still ran when `timeout` was over',
    fix: `${waitAgain} With \`strict-subtasks: false\`, only the task itself counts.`
  },
  'the one poll of timeout 0': {
    says: 'the step polls once, and the task has not ended',
    cause: 'The task still runs'
  },
  'the one poll of timeout 0 at an end that was doubted': {
    says: 'This may be the end of an earlier run',
    cause: 'The id names a thing and not a run, and one poll cannot tell its last run from the one before'
  },
  'a cancelled run': {
    says: 'GitHub told the step to stop',
    cause:
      'Somebody cancelled the run, a newer one took its place by `concurrency`, a job of its matrix failed, or `timeout-minutes` ran out',
    fix: 'Where a newer run took its place, look at that one. Else, if the job only waits, re-run it; if it also starts the task, wait for the same id in another job.'
  },
  'a cancelled run without an answer': 'elsewhere',
  'a task that was never found': {
    says: 'does not know',
    cause:
      'The id is not one of this service, project, region or (DataArts Studio) workspace, or the task is too old or deleted',
    fix: 'Check `task-id`, `project-id` and `region`; for DataArts Studio also `workspace`.'
  },
  'a task that vanished': {
    says: 'does not know it now',
    cause: 'The task was deleted, or the service keeps ended tasks for a short time only'
  },
  'refused credentials': {
    says: 'For this cloud the access key does not exist',
    cause: 'One of the [refusals below](#when-access-is-denied), each with its own cause'
  },
  'credentials that expired while the task ran': {
    says: 'The credentials are missing, wrong or expired',
    cause: 'Keys or a token that nobody renews ended before the task did'
  },
  'missing permission': 'elsewhere',
  'a host that never answered': {
    says: 'No answer ever came from',
    cause:
      'A typing error in the address, a firewall or a proxy. The message says which inputs the address was made from'
  },
  'a certificate that is not trusted': {
    says: 'is not trusted',
    cause: 'A proxy or an endpoint with a certificate of a private authority'
  },
  'a redirect': {
    says: 'a redirect to',
    cause:
      'A proxy with a log-in page, or an old address. Redirects are never followed, for credentials would follow too'
  },
  'an API that does not exist there': {
    says: 'APIGW.0101',
    cause: 'The gateway at this address does not have this API'
  },
  'a workspace that does not exist': 'elsewhere',
  'answers without sense': {
    says: 'do not have the form of this API',
    cause: 'Something else than this API answers there'
  },
  'an answer for another task': {
    says: 'answered about another id',
    cause: 'What was read is about another id, and proves nothing about this one'
  },
  'an end in a word that is not known': {
    says: 'a state that this action does not know',
    cause: 'A word that no source names, with an end time. It is not taken for success'
  },
  'an answer that contradicts itself': {
    says: 'has contradicted that',
    cause:
      'The task says success, and its own error, the number of its parts or another entry with its id says something else'
  },
  'an answer without a state': {
    says: 'answered without a state',
    cause: 'The place of the state is there and empty'
  },
  'pages alone': {
    says: 'For 5 minutes no answer of this API came from',
    cause: 'A gateway, a proxy or a log-in page writes pages where answers of the service should come'
  },
  'subtasks that do not end': {
    says: 'had still not ended',
    cause: 'The task says success, and a minute later a part of it has still not ended'
  }
};

/** Ways to end that the tests of the report do not go through. */
const moreEndings: readonly (Symptom & {readonly result: WaitResult})[] = [
  {
    says: 'Another task of this step did not succeed',
    cause: 'In `tasks` alone: another task of the step did not succeed',
    fix: waitAgain,
    result: waitEnding({verdict: 'unfinished', because: 'fail-fast'}, taskIn('running'))
  },
  {
    says: 'the step polls once, and that request failed',
    cause: 'The service was throttling or out of order at that moment',
    result: waitEnding({verdict: 'error', problem: 'request', cause: failureOf({kind: 'transient', status: 503})})
  },
  {
    says: 'HTTP 494',
    cause: 'A token with the list of all services in it. Ask for one with `?nocatalog=1`',
    result: waitEnding({verdict: 'error', problem: 'request', cause: failureOf({kind: 'rejected', status: 494})})
  }
];

/** Inputs that are refused before anything is asked. Without a `fix`, what helps is what their message says after these words. */
const refusedInputs: readonly (Symptom & {readonly given: Readonly<Record<string, string>>})[] = [
  {
    says: 'task-id is missing or empty',
    cause: 'The step before did not set its output, or a job output was dropped because it holds a masked value',
    fix: 'Check that the step that starts the task sets the output, and that `steps` or `needs` has its id. Between jobs, pass on the task id alone.',
    given: {'task-id': ''}
  },
  {
    says: 'task-id is "null"',
    cause: '`jq` without `--exit-status` found no id in the answer: the start was refused, or answers otherwise',
    fix: 'Look at the answer of the starting call in the log, and let that step fail: `jq --exit-status`.',
    given: {'task-id': 'null'}
  },
  {
    says: 'has an empty one beside a comma',
    cause: 'One of several ids is missing',
    fix: 'Check that each step whose id stands in the list sets its output.',
    given: {'task-id': 'T1, , T3'}
  },
  {
    says: 'region is missing',
    cause: 'Neither an input nor the environment says where the service is',
    given: {region: ''}
  },
  {
    says: 'which is in no cloud that this action knows',
    cause: 'A typing error, or a region that [the tables](how-it-waits.md#where-requests-go) do not have',
    given: {region: 'xx-private-1'}
  },
  {
    says: 'no host of CodeArts Check is known there, nor in any other region of otc.t-systems.com',
    cause: 'The service is not offered there, or no source names its host',
    given: {service: 'codearts-check', region: 'eu-de', 'task-id': '0123456789abcdef0123456789abcdef'}
  },
  {
    says: 'no credentials were given',
    cause: 'The secrets are empty: they are not set, or the run is for a pull request from a fork',
    fix: 'Set the secrets, and give the inputs of one kind of [sign-in](../README.md#sign-in).',
    given: {token: ''}
  },
  {
    says: 'access-key needs secret-key as well, which is empty',
    cause: 'Half a kind of credentials. Often one of two secrets is not set',
    given: {token: '', 'access-key': 'AKAK'}
  },
  {
    says: 'belong to different kinds of credentials',
    cause: 'Two kinds of credentials were given',
    given: {'access-key': 'AKAK', 'secret-key': 'SKSK'}
  }
];

/** What no message of the action can tell, for GitHub decides it. */
const onGitHub: readonly (readonly [verdict: string, says: string, cause: string, fix: string])[] = [
  [
    '`succeeded`',
    'a later job does not see an output',
    'GitHub drops a job output that holds a masked value, such as a token.',
    'Pass the task id on, and let the other job wait with credentials of its own.'
  ],
  [
    '`succeeded`',
    'the deploy step is skipped although the wait is green',
    'Its `if` has a wrong word, such as `success` instead of `succeeded`, the step that waits has no `id:`, or its job passes no `outputs:` on to the next job.',
    'Leave the `if` out: a red step stops the job by itself. Else write `id: wait`, pass `status` on by `outputs:`, and compare with `succeeded`.'
  ],
  [
    'any',
    'a deploy step or job runs although the wait is red',
    'Its `if` has `always()` or `!cancelled()`, or `continue-on-error` is set on the wait.',
    "Take them out, or gate it by `if: steps.wait.outputs.status == 'succeeded'`."
  ],
  [
    'any',
    '`Unexpected input(s)`, a warning of GitHub',
    'The name of an input is misspelt. GitHub drops it, and its default counts.',
    'Write it as in the [table of inputs](inputs.md).'
  ],
  [
    'none',
    '`Unable to resolve action` or `using: node24` is not supported',
    '`OWNER` was not replaced, or the runner is older than 2.327.1.',
    'Put in the account that holds this repository; update the runner.'
  ]
];

/** Inputs in whose messages the service has no name and no advice of its own. */
function neutralInputs(): ReturnType<typeof inputsFor> {
  const inputs = inputsFor();
  return {...inputs, service: {...inputs.service, title: {en: 'the service', zh: '服务'}, advice: {}}};
}

/** What both messages are to say, quoted from the English one. */
function quoted(messages: Readonly<Record<keyof Text, string>>, says: string): string {
  const inChinese = quotedInChinese[says] ?? says;
  for (const [message, words] of [
    [messages.en, says],
    [messages.zh, inChinese]
  ] as const) {
    if (!message.includes(words)) throw new Error(`The action does not say "${words}" but "${message}"`);
  }
  return `“${says}”`;
}

/** A cell in Chinese, a quotation in both languages. */
function cellInChinese(cell: string): string {
  const [, says = ''] = /^“(.*)”$/.exec(cell) ?? [];
  const inChinese = quotedInChinese[says];
  return inChinese === undefined ? (troubleshootingInChinese[cell] ?? cell) : `“${inChinese}”（英文：${cell}）`;
}

type Row = readonly [verdict: string, says: string, cause: string, fix: string];

function endingRow(result: WaitResult, {says, cause, fix}: Symptom, words: Words): Row {
  const inputs = neutralInputs();
  const inEnglish = explain(result, inputs.tasks[0], inputs);
  const inChinese = explain(result, inputs.tasks[0], inputs, zh);
  const {nextStep} = {en: inEnglish, zh: inChinese}[words === en ? 'en' : 'zh'];
  return [
    `\`${result.ending.verdict}\``,
    quoted({en: inEnglish.message, zh: inChinese.message}, says),
    `${cause}.`,
    fix ??
      nextStep
        .replace('task-id: T1', 'task-id: …')
        .replaceAll(inputs.place.endpoint.url, 'endpoint')
        .replaceAll('。 ', '。')
  ];
}

function inputRow({given, says, cause, fix}: (typeof refusedInputs)[number], words: Words): Row {
  const values: Readonly<Record<string, string>> = {
    service: 'dataarts-studio',
    'task-id': 'T1',
    'project-id': 'P1',
    region: 'eu-de',
    token: 'example-token-value',
    ...given
  };
  try {
    parseInputs(name => values[name] ?? '', {}, loaded);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const inChinese = [...error.problems, ...error.choices].map(problem => inWords(problem, zh)).join('');
    const said = quoted({en: error.message, zh: inChinese}, says);
    const advice =
      words === en
        ? error.message.slice(error.message.indexOf(says) + says.length).replace(/^[:.,] /, '')
        : [
            ...error.problems.map(problem => inWords(problem, words).replace(/^.*?[：。]/, '')),
            ...error.questions.map(question => inWords(question, words)),
            ...error.choices.map(choice => inWords(choice, words))
          ].join('');
    return ['`error`', said, `${cause}.`, fix ?? sentence(advice)];
  }
  throw new Error(`These inputs are taken: ${JSON.stringify(given)}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The warning about a word that no table has. */
function unknownWordRow(): Row {
  const inputs = inputsFor();
  const warningIn = (words: Words) => {
    const core = {info: () => undefined, debug: () => undefined, clean: (text: string) => text};
    const log = createWaitLog(core, fakeClock(), inputs, words);
    log.observe(inputs.tasks[0]).unknownWord('PAUSED');
    return log.warnings.map(({text}) => text).join();
  };
  return [
    'a warning',
    quoted({en: warningIn(en), zh: warningIn(zh)}, 'This action does not know the state'),
    'The service has a word that no source names.',
    'Report the word to the maintainers of this action, and say whether it is final; the wait goes on to its limit meanwhile.'
  ];
}

/** What is met most often, by what is said. */
const metOften: readonly string[] = [
  '“task-id is missing or empty”',
  '“task-id is "null"”',
  '“The wait reached its limit”',
  '“does not know”',
  'the deploy step is skipped although the wait is green'
];

/** The table of symptoms in a README: those that are met most often. */
export function shortSymptomsTable(language: keyof Text): string {
  return asInReadme(symptomsTable(language, ([, says]) => metOften.includes(says)));
}

/** The table of symptoms in docs/. Each symptom stands in a message of the action in both languages. */
export function symptomsTable(language: keyof Text, isShown: (row: Row) => boolean = () => true): string {
  const words = {en, zh}[language];
  const ofEndings = everyEnding.flatMap(({name, result}) => {
    const symptom = symptoms[name];
    if (symptom === undefined) throw new Error(`No symptom is named for the ending "${name}"`);
    return symptom === 'elsewhere' ? [] : [endingRow(result, symptom, words)];
  });
  const all: readonly Row[] = [
    ...refusedInputs.map(row => inputRow(row, words)),
    ...ofEndings,
    ...moreEndings.map(({result, ...symptom}) => endingRow(result, symptom, words)),
    unknownWordRow(),
    ...onGitHub
  ];
  const rows = all.filter(isShown);
  return tableOf(symptomsHeader[language], language === 'en' ? rows : rows.map(cells => cells.map(cellInChinese)));
}

const symptomsHeader: Readonly<Record<keyof Text, readonly string[]>> = {
  en: ['Verdict', 'What is said', 'Cause', 'What to do'],
  zh: ['判定', '出现的文字', '原因', '怎么办']
};
