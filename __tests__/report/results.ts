import {RequestError, type RequestFailure} from '../../src/errors.ts';
import {type Inputs, parseInputs} from '../../src/inputs/inputs.ts';
import type {NonEmpty} from '../../src/non-empty.ts';
import type {Ending, Snapshot} from '../../src/polling/judge.ts';
import type {WaitResult} from '../../src/polling/poller.ts';
import type {Verdict} from '../../src/polling/verdict.ts';
import {endingText} from '../../src/report/ending.ts';
import {factsOf} from '../../src/report/facts/facts.ts';
import {factsOfAll} from '../../src/report/facts/several.ts';
import type {Asked, Facts, ToldTask} from '../../src/report/facts/told.ts';
import {summaryOf} from '../../src/report/summary.ts';
import type {TaskReference} from '../../src/services/service.ts';
import type {Subtask, SubtaskState, Task} from '../../src/task.ts';
import {inWords, type Message} from '../../src/text.ts';
import {en, type Words} from '../../src/words/en.ts';
import {loaded, services} from '../helpers/services.ts';

/** What the tests of the report start from: inputs, a task and a wait, each with what a test puts over it. */
export const places = {
  project: 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: 'cn-north-4',
  host: 'dayu-dlf.cn-north-4.myhuaweicloud.com'
};

export function inputsFor(given: Readonly<Record<string, string>> = {}): Inputs & Asked {
  const complete: Readonly<Record<string, string>> = {
    service: 'dataarts-studio',
    'task-id': 'T1',
    'project-id': places.project,
    region: places.region,
    token: 'example-token-value',
    ...given
  };
  const inputs = parseInputs(name => complete[name] ?? '', {}, loaded);
  return {...inputs, credentialKind: inputs.access.credentials.kind, allServices: services};
}

/** The one task that these inputs name. */
export function toldTask(result: WaitResult, inputs: Inputs & Asked, facts: Partial<Facts> = {}): readonly [ToldTask] {
  const [reference] = inputs.tasks;
  return [{reference, result, facts: {...factsOf(result, reference, inputs), ...facts}}];
}

/** Facts in words: the headline, all that happened, and the other lines. */
export function explain(result: WaitResult, reference: TaskReference, asked: Asked, words: Words = en) {
  return explainAll([{reference, result, facts: factsOf(result, reference, asked)}], asked, words);
}

export function explainAll(told: NonEmpty<ToldTask>, asked: Asked, words: Words = en) {
  const facts = factsOfAll(told, asked);
  const {headline: title, now, toDo, support, happened: belowHeadline} = endingText(facts, words, told);
  return {title, message: inWords(facts.happened, words), belowHeadline, now, nextStep: toDo.flat().join(' '), support};
}

/** The summary of tasks, which failed where nothing else is said. */
export function summaryFor(
  told: NonEmpty<ToldTask>,
  asked: Asked,
  {verdict = 'failed', notes = []}: {readonly verdict?: Verdict; readonly notes?: readonly string[]} = {}
): string {
  return summaryOf({verdict, ending: endingText(factsOfAll(told, asked), en, told), notes}, told, asked);
}

export function taskIn(state: Task['state'], more: Partial<Task> = {}): Task {
  return {id: 'T1', state, serviceStatus: state.toUpperCase(), subtasks: [], ...more};
}

export function subtaskIn(state: SubtaskState, name: string, more: Partial<Subtask> = {}): Subtask {
  return {id: `id of ${name}`, name, state, serviceStatus: state.toUpperCase(), ...more};
}

export interface Wait extends Partial<Omit<WaitResult, 'ending' | 'last'>> {
  readonly look?: Partial<Snapshot> & {readonly beforeEndMs?: number};
}

/** When the waits of these tests end. */
const endedMs = Date.UTC(2018, 11, 14, 9, 0, 0);

/** A wait of two minutes whose last answer showed this task. */
export function waitEnding(ending: Ending, task?: Task, {look, ...more}: Wait = {}): WaitResult {
  return {
    ending,
    last: task && {task, beforeEndMs: 0, ...look},
    polls: 12,
    requests: 12,
    failedPolls: 0,
    throttledPolls: 0,
    notFoundPolls: 0,
    failures: [],
    elapsedMs: 120_000,
    endedDateMs: endedMs,
    lastRunning: taskIn('running'),
    ...more
  };
}

export function failureOf(failure: RequestFailure, message: Message = `HTTP ${failure.status ?? 400}`): RequestError {
  return new RequestError(message, failure);
}

/** One wait for each way to end: the table that tests of the whole report go through. */
export const everyEnding: readonly {
  readonly name: string;
  readonly verdict: Verdict;
  readonly result: WaitResult;
  /** Words that the message must have, and the next step. */
  readonly says: readonly RegExp[];
  readonly advises?: readonly RegExp[];
}[] = [
  {
    name: 'success',
    verdict: 'succeeded',
    result: waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {message: 'All is imported'})),
    says: [/^All is imported\.$/]
  },
  {
    name: 'a failed task with a reason',
    verdict: 'failed',
    result: waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {message: 'Failed to read the file'})),
    says: [
      /^DataArts Studio reports FAILED\. Reason: Failed to read the file\. Whether this lies with the service or with what it was asked to do, this step cannot tell\.$/
    ],
    advises: [/^Fix the cause\. .* start the task again/]
  },
  {
    name: 'a failed task without a reason',
    verdict: 'failed',
    result: waitEnding(
      {verdict: 'failed', because: 'task'},
      taskIn('failed', {subtasks: [subtaskIn('failed', 'Import a job')]})
    ),
    says: [/reports FAILED/, /gives no reason/, /What failed: Import a job\./],
    advises: [/Look for the cause in DataArts Studio, and fix it\. .* start the task again/]
  },
  {
    name: 'a failed task with the cause alone',
    verdict: 'failed',
    result: waitEnding(
      {verdict: 'failed', because: 'task'},
      taskIn('failed', {
        subtasks: [subtaskIn('failed', 'check', {message: 'The gate is shut.'})],
        causes: [{name: 'lint', type: 'step', message: 'The gate is shut.'}]
      })
    ),
    says: [
      /reports FAILED\. Cause, step lint: The gate is shut\. Whether this lies with .*, this step cannot tell\. What failed: check\.$/
    ],
    advises: [/^Fix the cause\. .* start the task again/]
  },
  {
    name: 'a failed task with its reason and several causes',
    verdict: 'failed',
    result: waitEnding(
      {verdict: 'failed', because: 'task'},
      taskIn('failed', {
        message: 'The deployment failed.',
        causes: [{name: 'web', type: 'server', serviceStatus: 'CREATION_FAILED'}, {message: 'no quota'}]
      })
    ),
    says: [
      /FAILED\. Reason: The deployment failed\. Cause 1 of 2: server web \(CREATION_FAILED\)\. Whether this lies with .*, this step cannot tell\.$/
    ],
    advises: [/^Fix the cause/]
  },
  {
    name: 'a failed subtask of a task that succeeded, with its cause',
    verdict: 'failed',
    result: waitEnding(
      {verdict: 'failed', because: 'subtasks'},
      taskIn('succeeded', {
        subtasks: [subtaskIn('failed', 'two', {message: 'No such job'})],
        causes: [{name: 'three', message: 'No such job'}]
      })
    ),
    says: [
      /1 of its 1 subtask did not succeed\. .* Cause, three: No such job\. What failed: two\. Whether this lies with .*, this step cannot tell\.$/
    ],
    advises: [/strict-subtasks: false/]
  },
  {
    name: 'a stopped task with a cause',
    verdict: 'stopped',
    result: waitEnding(
      {verdict: 'stopped', because: 'task'},
      taskIn('stopped', {causes: [{name: 'publish', type: 'job', message: 'Rejected by a person.'}]})
    ),
    says: [
      /reports STOPPED\. Cause, job publish: Rejected by a person\. Whether this lies with .*, this step cannot tell\.$/
    ],
    advises: [/reports a stop and names a failure, .* start the task again/]
  },
  {
    name: 'a failed subtask of a task that succeeded',
    verdict: 'failed',
    result: waitEnding(
      {verdict: 'failed', because: 'subtasks'},
      taskIn('succeeded', {
        subtasks: [
          subtaskIn('succeeded', 'one'),
          subtaskIn('failed', 'two', {message: 'No such job'}),
          subtaskIn('stopped', 'three')
        ]
      })
    ),
    says: [
      /reports SUCCEEDED for the task, but 2 of its 3 subtasks did not succeed/,
      /strict-subtasks is true/,
      /What failed: two\. What was stopped: three\. Reason of two: No such job\. Already done, and not rolled back: one\./
    ],
    advises: [/^If you can do without .* Fix the cause\. .* start the task again/, /strict-subtasks: false/]
  },
  {
    name: 'a warning',
    verdict: 'failed',
    result: waitEnding({verdict: 'failed', because: 'warning'}, taskIn('warning', {message: 'One job was skipped.'})),
    says: [
      /reports WARNING: the task ended with a warning/,
      /Reason: One job was skipped\. Whether this lies with .*, this step cannot tell\.$/
    ],
    advises: [/allow-warnings: true/]
  },
  {
    name: 'a success after a rollback',
    verdict: 'failed',
    result: waitEnding({verdict: 'failed', because: 'undone'}, taskIn('succeeded', {serviceStatus: 'COMPLETE'})),
    says: [/reports COMPLETE, but .* was undoing its work/],
    advises: [/Look for the cause in DataArts Studio, and fix it\. .* start the task again/]
  },
  {
    name: 'a stopped task',
    verdict: 'stopped',
    result: waitEnding({verdict: 'stopped', because: 'task'}, taskIn('stopped')),
    says: [/^DataArts Studio reports STOPPED\./],
    advises: [/Look in DataArts Studio why it was stopped\. .* start the task again/]
  },
  {
    name: 'the limit of the wait',
    verdict: 'timed-out',
    result: waitEnding({verdict: 'timed-out'}, taskIn('running', {progress: 60}), {look: {beforeEndMs: 5000}}),
    says: [
      /^The wait reached its limit, timeout: 1h 00m 00s\. The task has not failed so far\. Whether timeout is too short for such a task, or this one is unusually slow, is not known\.$/
    ],
    advises: [
      /If this job only waits: re-run this job alone/,
      /do not re-run this job or start a new run, because that starts the task a second time/,
      /task-id: T1\./,
      /raise timeout/
    ]
  },
  {
    name: 'the limit of the wait while requests fail',
    verdict: 'timed-out',
    result: waitEnding(
      {
        verdict: 'timed-out',
        cause: failureOf({kind: 'transient', status: 503, code: 'APIGW.0613', text: 'IAM down.', requestId: 'R1'})
      },
      taskIn('running'),
      {look: {beforeEndMs: 600_000}}
    ),
    says: [
      /Whether the task succeeded, failed or still runs is not known/,
      /The last request failed: HTTP 503, APIGW\.0613: IAM down\./
    ],
    advises: [
      /If this job only waits: re-run this job alone/,
      /do not re-run this job or start a new run, because that starts the task a second time/,
      /task-id: T1\./
    ]
  },
  {
    name: 'the limit of the wait without a single answer',
    verdict: 'timed-out',
    result: waitEnding({verdict: 'timed-out', cause: failureOf({kind: 'transient', status: 500})}),
    says: [
      /Whether the task succeeded, failed or still runs is not known/,
      /No request brought an answer about the task/,
      /HTTP 500/
    ],
    advises: [
      /If this job only waits: re-run this job alone/,
      /look first whether the service has this task\. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1\. If not, start a new run of this workflow\./,
      /task-id: T1\./
    ]
  },
  {
    name: 'the limit of the wait while an end was doubted',
    verdict: 'timed-out',
    result: waitEnding({verdict: 'timed-out', doubt: 'open-subtasks'}, taskIn('succeeded')),
    says: [/Some of its subtasks have not ended/],
    advises: [
      /If this job only waits: re-run this job alone/,
      /do not re-run this job or start a new run, because that starts the task a second time/,
      /task-id: T1\./
    ]
  },
  {
    name: 'the one poll of timeout 0',
    verdict: 'unfinished',
    result: waitEnding({verdict: 'unfinished', because: 'polled-once'}, taskIn('running'), {requests: 1, elapsedMs: 0}),
    says: [/With timeout: 0 the step polls once/, /the task has not failed/],
    advises: [/Poll again later/]
  },
  {
    name: 'the one poll of timeout 0 at an end that was doubted',
    verdict: 'unfinished',
    result: waitEnding({verdict: 'unfinished', because: 'polled-once', doubt: 'settling'}, taskIn('succeeded'), {
      requests: 1
    }),
    says: [/may be the end of an earlier run/],
    advises: [/settle: 0/]
  },
  {
    name: 'a cancelled run',
    verdict: 'cancelled',
    result: waitEnding({verdict: 'cancelled'}, taskIn('running'), {look: {beforeEndMs: 3000}}),
    says: [/^After 2m 00s of waiting, GitHub told the step to stop\. /],
    advises: [
      /If this job only waits: re-run this job alone/,
      /do not re-run this job or start a new run, because that starts the task a second time/,
      /task-id: T1\./
    ]
  },
  {
    name: 'a cancelled run without an answer',
    verdict: 'cancelled',
    result: waitEnding({verdict: 'cancelled'}),
    says: [/^After 2m 00s of waiting, GitHub told the step to stop\. /],
    advises: [
      /If this job only waits: re-run this job alone/,
      /look first whether the service has this task\. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1\. If not, start a new run of this workflow\./,
      /task-id: T1\./
    ]
  },
  {
    name: 'a task that was never found',
    verdict: 'not-found',
    result: waitEnding({
      verdict: 'not-found',
      cause: failureOf({kind: 'not-found', status: 400, code: 'DLF.0810', text: 'Task does not exist', requestId: 'R2'})
    }),
    says: [
      /does not know task T1/,
      new RegExp(`project ${places.project}`),
      new RegExp(`region ${places.region}`),
      /HTTP 400, DLF\.0810: Task does not exist\./
    ],
    advises: [/workspace/, /project-id/, /region/]
  },
  {
    name: 'a task that vanished',
    verdict: 'not-found',
    result: waitEnding(
      {verdict: 'not-found', cause: failureOf({kind: 'not-found', status: 400, code: 'DLF.0810'})},
      taskIn('running'),
      {look: {beforeEndMs: 9000}}
    ),
    says: [/knew the task earlier in this step and does not know it now/, /DLF\.0810/],
    advises: [/whether the task was deleted/]
  },
  {
    name: 'refused credentials',
    verdict: 'denied',
    result: waitEnding({
      verdict: 'denied',
      cause: failureOf({
        kind: 'denied',
        status: 401,
        code: 'APIGW.0301',
        text: 'Incorrect IAM authentication information: ak AK1 not exist',
        requestId: 'R3'
      })
    }),
    says: [/access key does not exist/, /HTTP 401, APIGW\.0301: Incorrect IAM.* not exist\./],
    advises: [/access-key/]
  },
  {
    name: 'credentials that expired while the task ran',
    verdict: 'denied',
    result: waitEnding({verdict: 'denied', cause: failureOf({kind: 'denied', status: 401})}, taskIn('running')),
    says: [/credentials are missing, wrong or expired/],
    advises: [/outlive the wait/]
  },
  {
    name: 'missing permission',
    verdict: 'denied',
    result: waitEnding({verdict: 'denied', cause: failureOf({kind: 'denied', status: 400, code: 'DLF.6888'})}),
    says: [/DLF\.6888/],
    advises: [/right to read jobs and scripts of DataArts Factory/]
  },
  {
    name: 'a host that never answered',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'unreached'}, 'the name could not be looked up (ENOTFOUND)')
    }),
    says: [new RegExp(`https://${places.host}`), /built from region "cn-north-4"/, /ENOTFOUND/],
    advises: [/the inputs region and cloud/, /HTTPS_PROXY/]
  },
  {
    name: 'a certificate that is not trusted',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'blocked', isUntrusted: true}, words =>
        words.connection.untrusted('dlf.example', 'SELF_SIGNED_CERT_IN_CHAIN', '')
      )
    }),
    says: [
      new RegExp(`^This step ended the connection to https://${places.host} \\(built .*\\): `),
      /SELF_SIGNED_CERT_IN_CHAIN/
    ],
    advises: [/NODE_EXTRA_CA_CERTS/]
  },
  {
    name: 'a redirect',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'rejected', status: 302}, ({answer}) =>
        answer.status(302, answer.redirect('evil.example', false))
      )
    }),
    says: [/redirect to evil\.example/],
    advises: [/the inputs region and cloud/]
  },
  {
    name: 'an API that does not exist there',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'rejected', status: 404, code: 'APIGW.0101', text: 'The API does not exist'})
    }),
    says: [
      new RegExp(`^DataArts Studio rejected the request to https://${places.host} \\(built`),
      /HTTP 404, APIGW\.0101: The API does not exist/
    ],
    advises: [/the inputs region and cloud/]
  },
  {
    name: 'a workspace that does not exist',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'rejected', status: 400, code: 'DLF.0819', text: 'Workspace does not exist'})
    }),
    says: [/DLF\.0819: Workspace does not exist/],
    advises: [/Check workspace/]
  },
  {
    name: 'answers without sense',
    verdict: 'error',
    result: waitEnding(
      {
        verdict: 'error',
        problem: 'request',
        cause: failureOf({kind: 'malformed', status: 200, requestId: 'R4'}, 'HTTP 200 with broken JSON')
      },
      taskIn('running')
    ),
    says: [/do not have the form of this API: HTTP 200 with broken JSON\./],
    advises: [/service and endpoint belong together/]
  },
  {
    name: 'an answer for another task',
    verdict: 'error',
    result: waitEnding({verdict: 'error', problem: 'other-task', answeredId: 'T2'}),
    says: [/asked about T1 and answered about another id: T2\. Where the mix-up arose is not known\./],
    advises: [
      /^Check endpoint, and whether a proxy or cache /,
      /If the answer is about another id again: ask the support of the service\.$/
    ]
  },
  {
    name: 'an end in a word that is not known',
    verdict: 'error',
    result: waitEnding(
      {verdict: 'error', problem: 'ended-in-unknown-word'},
      taskIn('unknown', {serviceStatus: 'HALF_DONE', endMs: 1544777083000})
    ),
    says: [
      /"HALF_DONE", a state that this action does not know/,
      /Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell/
    ],
    advises: [/Report the word/]
  },
  {
    name: 'subtasks that do not end',
    verdict: 'error',
    result: waitEnding(
      {verdict: 'error', problem: 'open-subtasks', open: [subtaskIn('running', 'one'), subtaskIn('unknown', 'two')]},
      taskIn('succeeded', {subtasks: [subtaskIn('running', 'one'), subtaskIn('unknown', 'two')]})
    ),
    says: [/reports SUCCEEDED, but after a minute 2 subtasks had still not ended: one; two/],
    advises: [/strict-subtasks: false/]
  },
  {
    name: 'an answer that contradicts itself',
    verdict: 'error',
    result: waitEnding(
      {
        verdict: 'error',
        problem: 'contradiction',
        contradictions: ['"error_code" is X.1', '"total" is 3 and "nodes" has 1']
      },
      taskIn('succeeded')
    ),
    says: [/SUCCEEDED, but for a minute the same answer has contradicted that: "error_code" is X\.1; "total" is 3/],
    advises: [/the state or the rest of the answer is wrong/]
  },
  {
    name: 'an answer without a state',
    verdict: 'error',
    result: waitEnding({verdict: 'error', problem: 'no-state'}, taskIn('untold', {serviceStatus: ''})),
    says: [/For a minute DataArts Studio answered without a state/],
    advises: [/until it has a state there\. If this job only waits: once that is done, re-run this job alone\./]
  },
  {
    name: 'pages alone',
    verdict: 'error',
    result: waitEnding(
      {
        verdict: 'error',
        problem: 'pages',
        cause: failureOf({kind: 'transient', status: 403, isPage: true}, 'HTTP 403 without JSON')
      },
      taskIn('running')
    ),
    says: [/For 5 minutes no answer of this API came from DataArts Studio, only this: .*HTTP 403/],
    advises: [/the inputs region and cloud/, /proxy or firewall/]
  }
];
