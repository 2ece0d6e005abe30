import {RequestError, type RequestFailure} from '../../src/errors.ts';
import {type Inputs, parseInputs} from '../../src/inputs/inputs.ts';
import type {Ending, Snapshot} from '../../src/polling/judge.ts';
import type {WaitResult} from '../../src/polling/poller.ts';
import type {Verdict} from '../../src/polling/verdict.ts';
import {type Asked, type Explanation, explain, type ToldTask} from '../../src/report/explain.ts';
import type {Subtask, SubtaskState, Task} from '../../src/task.ts';

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
  const inputs = parseInputs(name => complete[name] ?? '', {});
  return {...inputs, credentialKind: inputs.access.credentials.kind};
}

/** The one task that these inputs name, told in words of its own or in those of the report. */
export function toldTask(result: WaitResult, inputs: Inputs & Asked, explanation?: Explanation): readonly [ToldTask] {
  const [reference] = inputs.tasks;
  return [{reference, result, explanation: explanation ?? explain(result, reference, inputs)}];
}

export function taskIn(state: Task['state'], more: Partial<Task> = {}): Task {
  return {id: 'T1', state, serviceStatus: state.toUpperCase(), subtasks: [], ...more};
}

export function subtaskIn(state: SubtaskState, name: string, more: Partial<Subtask> = {}): Subtask {
  return {id: `id of ${name}`, name, state, serviceStatus: state.toUpperCase(), ...more};
}

export interface Wait extends Partial<Omit<WaitResult, 'ending' | 'last'>> {
  readonly look?: Partial<Snapshot> & {readonly ageMs?: number};
}

/** A wait of two minutes whose last answer showed this task. */
export function waitEnding(ending: Ending, task?: Task, {look, ...more}: Wait = {}): WaitResult {
  return {
    ending,
    last: task && {task, ageMs: 0, ...look},
    polls: 12,
    requests: 12,
    failedPolls: 0,
    throttledPolls: 0,
    elapsedMs: 120_000,
    seenRunning: true,
    ...more
  };
}

export function failureOf(failure: RequestFailure, message = `HTTP ${failure.status ?? 400}`): RequestError {
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
    says: [/^All is imported$/]
  },
  {
    name: 'a failed task with a reason',
    verdict: 'failed',
    result: waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {message: 'Failed to read the file'})),
    says: [/service says that the task failed \(FAILED\): Failed to read the file\./],
    advises: [/DataArts Studio/, /start the task again/]
  },
  {
    name: 'a failed task without a reason',
    verdict: 'failed',
    result: waitEnding(
      {verdict: 'failed', because: 'task'},
      taskIn('failed', {subtasks: [subtaskIn('failed', 'Import a job')]})
    ),
    says: [/\(FAILED\)/, /gives no reason/, /Failed subtasks: Import a job\./],
    advises: [/start the task again/]
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
    says: [/failed \(FAILED\)\. The cause: step lint: The gate is shut\. Failed subtasks: check\.$/],
    advises: [/^Fix the cause and start the task again: /]
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
    says: [/\(FAILED\): The deployment failed\. The first of 2 causes: server web \(CREATION_FAILED\)\.$/],
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
    says: [/1 of 1 subtasks did not succeed: two\. The cause: three: No such job\.$/],
    advises: [/strict-subtasks: false/]
  },
  {
    name: 'a stopped task with a cause',
    verdict: 'stopped',
    result: waitEnding(
      {verdict: 'stopped', because: 'task'},
      taskIn('stopped', {causes: [{name: 'publish', type: 'job', message: 'Rejected by a person.'}]})
    ),
    says: [/stopped in the cloud \(STOPPED\)\. The cause: job publish: Rejected by a person\.$/],
    advises: [/Start the task again/]
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
    says: [/service says SUCCEEDED, but 2 of 3 subtasks did not succeed: two; three\. No such job\./],
    advises: [/strict-subtasks: false/]
  },
  {
    name: 'a warning',
    verdict: 'failed',
    result: waitEnding({verdict: 'failed', because: 'warning'}, taskIn('warning', {message: 'One job was skipped.'})),
    says: [/ended with a warning \(WARNING\)/, /One job was skipped\.$/],
    advises: [/allow-warnings: true/]
  },
  {
    name: 'a success after a rollback',
    verdict: 'failed',
    result: waitEnding({verdict: 'failed', because: 'undone'}, taskIn('succeeded', {serviceStatus: 'COMPLETE'})),
    says: [/service says COMPLETE, but .* was undoing its work/],
    advises: [/start the task again/]
  },
  {
    name: 'a stopped task',
    verdict: 'stopped',
    result: waitEnding({verdict: 'stopped', because: 'task'}, taskIn('stopped')),
    says: [/stopped in the cloud \(STOPPED\)/],
    advises: [/Start the task again/]
  },
  {
    name: 'the limit of the wait',
    verdict: 'timed-out',
    result: waitEnding({verdict: 'timed-out'}, taskIn('running', {progress: 60}), {look: {ageMs: 5000}}),
    says: [/limit of 1h 00m 00s/, /no failure of the task/, /last seen RUNNING at 60 %, 5s before/],
    advises: [/a re-run/, /Raise timeout/]
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
      {look: {ageMs: 600_000}}
    ),
    says: [/no failure of the task/, /RUNNING, 10m 00s before/, /HTTP 503, APIGW\.0613: IAM down \(request id R1\)\./],
    advises: [/a re-run/]
  },
  {
    name: 'the limit of the wait without a single answer',
    verdict: 'timed-out',
    result: waitEnding({verdict: 'timed-out', cause: failureOf({kind: 'transient', status: 500})}),
    says: [/no failure of the task/, /no answer ever told its state/, /HTTP 500/],
    advises: [/a re-run/]
  },
  {
    name: 'the limit of the wait while an end was doubted',
    verdict: 'timed-out',
    result: waitEnding({verdict: 'timed-out', doubt: 'open-subtasks'}, taskIn('succeeded')),
    says: [/SUCCEEDED with subtasks that have not ended/],
    advises: [/a re-run/]
  },
  {
    name: 'the one look of timeout 0',
    verdict: 'unfinished',
    result: waitEnding({verdict: 'unfinished', because: 'polled-once'}, taskIn('running'), {requests: 1, elapsedMs: 0}),
    says: [/one look \(timeout: 0\) saw no end: RUNNING/],
    advises: [/Look again later/]
  },
  {
    name: 'the one look of timeout 0 at an end that was doubted',
    verdict: 'unfinished',
    result: waitEnding({verdict: 'unfinished', because: 'polled-once', doubt: 'settling'}, taskIn('succeeded'), {
      requests: 1
    }),
    says: [/SUCCEEDED/, /may still be the run before/],
    advises: [/settle: 0/]
  },
  {
    name: 'a cancelled run',
    verdict: 'cancelled',
    result: waitEnding({verdict: 'cancelled'}, taskIn('running'), {look: {ageMs: 3000}}),
    says: [/told to stop after 2m 00s/, /task itself goes on/, /last seen RUNNING 3s before/],
    advises: [/a re-run of this job/, /T1/]
  },
  {
    name: 'a cancelled run without an answer',
    verdict: 'cancelled',
    result: waitEnding({verdict: 'cancelled'}),
    says: [/task itself goes on/],
    advises: [/a re-run of this job/]
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
      /HTTP 400, DLF\.0810: Task does not exist \(request id R2\)/
    ],
    advises: [/workspace/, /project-id/, /region/]
  },
  {
    name: 'a task that vanished',
    verdict: 'not-found',
    result: waitEnding(
      {verdict: 'not-found', cause: failureOf({kind: 'not-found', status: 400, code: 'DLF.0810'})},
      taskIn('running'),
      {look: {ageMs: 9000}}
    ),
    says: [/knew task T1, last seen RUNNING 9s before, and now knows it no more/, /DLF\.0810/],
    advises: [/task-id/]
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
    says: [/access key does not exist/, /HTTP 401, APIGW\.0301: Incorrect IAM.*\(request id R3\)/],
    advises: [/access-key/]
  },
  {
    name: 'credentials that expired while the task ran',
    verdict: 'denied',
    result: waitEnding({verdict: 'denied', cause: failureOf({kind: 'denied', status: 401})}, taskIn('running')),
    says: [/credentials are missing, wrong or expired/, /last seen RUNNING; how it ends is not known/],
    advises: [/outlive the wait/]
  },
  {
    name: 'missing permission',
    verdict: 'denied',
    result: waitEnding({verdict: 'denied', cause: failureOf({kind: 'denied', status: 400, code: 'DLF.6888'})}),
    says: [/DLF\.6888/],
    advises: [/right to read DataArts Factory jobs/]
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
    advises: [/region, cloud and endpoint/, /HTTPS_PROXY/]
  },
  {
    name: 'a certificate that is not to be trusted',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'blocked'}, 'the certificate is not to be trusted (SELF_SIGNED_CERT_IN_CHAIN)')
    }),
    says: [new RegExp(`^No connection to https://${places.host} \\(built`), /SELF_SIGNED_CERT_IN_CHAIN/],
    advises: [/NODE_EXTRA_CA_CERTS/]
  },
  {
    name: 'a redirect',
    verdict: 'error',
    result: waitEnding({
      verdict: 'error',
      problem: 'request',
      cause: failureOf({kind: 'rejected', status: 302}, 'HTTP 302, a redirect to evil.example, which is never followed')
    }),
    says: [/redirect to evil\.example/],
    advises: [/endpoint/]
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
    advises: [/region, cloud and endpoint/]
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
    says: [/make no sense: HTTP 200 with broken JSON \(request id R4\)/, /how it ends is not known/],
    advises: [/service and endpoint belong together/]
  },
  {
    name: 'an answer for another task',
    verdict: 'error',
    result: waitEnding({verdict: 'error', problem: 'other-task', answeredId: 'T2'}),
    says: [/another task: T2 in place of T1/],
    advises: [/task-id and endpoint/]
  },
  {
    name: 'an end in a word that is not known',
    verdict: 'error',
    result: waitEnding(
      {verdict: 'error', problem: 'ended-in-unknown-word'},
      taskIn('unknown', {serviceStatus: 'HALF_DONE', endMs: 1544777083000})
    ),
    says: [/HALF_DONE/],
    advises: [/DataArts Studio/]
  },
  {
    name: 'subtasks that do not end',
    verdict: 'error',
    result: waitEnding(
      {verdict: 'error', problem: 'open-subtasks', open: [subtaskIn('running', 'one'), subtaskIn('unknown', 'two')]},
      taskIn('succeeded', {subtasks: [subtaskIn('running', 'one'), subtaskIn('unknown', 'two')]})
    ),
    says: [/SUCCEEDED/, /2 of its subtasks have not ended: one; two/],
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
    says: [/SUCCEEDED, but for a minute already its answer contradicts that: "error_code" is X\.1; "total" is 3/],
    advises: [/one of the two is wrong/]
  },
  {
    name: 'an answer without a state',
    verdict: 'error',
    result: waitEnding({verdict: 'error', problem: 'no-state'}, taskIn('untold', {serviceStatus: ''})),
    says: [/for a minute already without a state/],
    advises: [/wait again/]
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
    says: [/Something between the runner and the service answers in its place, for minutes already: .*HTTP 403/],
    advises: [/Check endpoint, region and cloud/]
  }
];
