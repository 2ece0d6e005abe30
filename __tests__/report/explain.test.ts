import {describe, expect, it} from '@jest/globals';
import {refusals} from '../../src/auth/refusals.ts';
import type {RequestFailure} from '../../src/errors.ts';
import type {Ending} from '../../src/polling/judge.ts';
import type {Verdict} from '../../src/polling/verdict.ts';
import {sideOf, sideOfFailure} from '../../src/report/facts/side.ts';
import type {Side} from '../../src/report/facts/told.ts';
import {describeFailure} from '../../src/report/failure.ts';
import type {Task} from '../../src/task.ts';
import {en} from '../../src/words/en.ts';
import {everyEnding, explain, failureOf, inputsFor, subtaskIn, taskIn, waitEnding} from './results.ts';

const inputs = inputsFor();
const explained = (ending: Ending, ...rest: Parameters<typeof waitEnding> extends [unknown, ...infer R] ? R : never) =>
  explain(waitEnding(ending, ...rest), inputs.tasks[0], inputs);

describe('explain', () => {
  it.each(everyEnding)('says what happened and what to do next: $name', ({verdict, result, says, advises = []}) => {
    const {title, message, nextStep = ''} = explain(result, inputs.tasks[0], inputs);
    expect(result.ending.verdict).toBe(verdict);
    expect(title).toMatch(/^DataArts Studio task T1\b.*\w/);
    for (const pattern of says) expect(message).toMatch(pattern);
    for (const pattern of advises) expect(nextStep).toMatch(pattern);
    expect(nextStep !== '').toBe(verdict !== 'succeeded');
    expect(`${title} ${message} ${nextStep}`).not.toMatch(/undefined|null|NaN|\[object|\.\.(?!\.)|: ?\.| {2}|\n/);
  });

  it('has a case for each verdict', () => {
    const verdicts: readonly Verdict[] = [
      'succeeded',
      'failed',
      'stopped',
      'timed-out',
      'unfinished',
      'cancelled',
      'not-found',
      'denied',
      'error'
    ];
    expect([...new Set(everyEnding.map(({verdict}) => verdict))].sort()).toEqual([...verdicts].sort());
  });

  it('has another headline and another message for each ending', () => {
    const all = everyEnding.map(({result}) => explain(result, inputs.tasks[0], inputs));
    expect(new Set(all.map(({title, message}) => `${title} ${message}`)).size).toBe(
      new Set(everyEnding.map(({result}) => result)).size - 1
    );
  });

  it('says of each ending whether the task is running, and never of one that was not seen that it is', () => {
    for (const {verdict, result} of everyEnding) {
      const {now} = explain(result, inputs.tasks[0], inputs);
      const forms = /^(Ended|No longer running: |Still running when last polled |Not known)/;
      expect([verdict, now]).toEqual([verdict, expect.stringMatching(forms)]);
      if (!result.last)
        expect(now).toBe('Not known: this step never saw it. It may be running: check before you start another.');
    }
  });

  it('says of a success about which the service has no message what it reports', () => {
    const {title, message, belowHeadline, nextStep} = explained({verdict: 'succeeded'}, taskIn('succeeded'));
    expect([title, message, nextStep]).toEqual(['DataArts Studio task T1 succeeded', '', '']);
    expect(belowHeadline).toBe('DataArts Studio reports SUCCEEDED.');
  });

  it('never calls a wait that ran out a failure of the task', () => {
    for (const {verdict, result} of everyEnding.filter(each => each.verdict === 'timed-out')) {
      const {title, message} = explain(result, inputs.tasks[0], inputs);
      expect(title).toMatch(/^DataArts Studio task T1: wait timed out after 1h 00m 00s, /);
      const isKnown = result.ending.verdict === 'timed-out' && result.ending.cause === undefined;
      const said = isKnown
        ? 'The task has not failed so far.'
        : 'Whether the task succeeded, failed or still runs is not known.';
      const doubted = result.last?.task.state === 'succeeded' && isKnown;
      if (!doubted) expect([verdict, message]).toEqual(['timed-out', expect.stringContaining(said)]);
      expect(message).not.toMatch(/task failed/);
    }
  });

  it.each([
    [0, '09:00:00 UTC'],
    [1, '08:59:59 UTC'],
    [999, '08:59:59 UTC'],
    [1000, '08:59:59 UTC, 1s before the wait ended'],
    [32_000, '08:59:28 UTC, 32s before the wait ended'],
    [32_001, '08:59:27 UTC, 33s before the wait ended'],
    [33_000, '08:59:27 UTC, 33s before the wait ended']
  ])(
    'says how long before the end the task was seen, by the clock times that are shown: %d ms',
    (beforeEndMs, seen) => {
      expect(explained({verdict: 'timed-out'}, taskIn('running'), {look: {beforeEndMs}}).now).toBe(
        `Still running when last polled (RUNNING, ${seen}). This step did not stop it.`
      );
    }
  );

  it('names the workspace where one was given, and warns of the default where none was', () => {
    const result = waitEnding({verdict: 'not-found', cause: failureOf({kind: 'not-found', status: 400})});
    const elsewhere = inputsFor({workspace: 'ws-1'});
    expect(explain(result, elsewhere.tasks[0], elsewhere).message).toContain('in workspace ws-1, project ');
    expect(explain(result, elsewhere.tasks[0], elsewhere).nextStep).toContain('searches only the workspace ws-1.');
    expect(explain(result, inputs.tasks[0], inputs).message).toContain('in workspace default (none given), project ');
    expect(explain(result, inputs.tasks[0], inputs).nextStep).toContain(
      'it is not given, so the service searches only'
    );
  });

  it.each([
    ['taurusdb', {kind: 'not-found', status: 400, code: 'DBS.200543'}, /one month/],
    ['taurusdb', {kind: 'denied', status: 403, code: 'DBS.280056'}, /fresh token/],
    ['codearts-check', {kind: 'denied', status: 200, code: 'CC.00050010'}, /right to read check tasks/],
    ['codearts-check', {kind: 'not-found', status: 404}, /Check task-id/]
  ] as const)('gives the advice of %s for %j', (service, failure, advice) => {
    const cause = failureOf(failure);
    const ending: Ending = {verdict: failure.kind, cause};
    expect(explain(waitEnding(ending), inputs.tasks[0], inputsFor({service})).nextStep).toMatch(advice);
  });

  it.each([
    ['never worked', {}, /fresh token/],
    ['worked until now', {workedBefore: true}, /keyless sign-in, or username and password/]
  ] as const)('tells what helps where refused credentials %s', (_, more, nextStep) => {
    const cause = failureOf({kind: 'denied', status: 403, code: 'DBS.280056', unauthenticated: true, ...more});
    expect(
      explain(waitEnding({verdict: 'denied', cause}), inputs.tasks[0], inputsFor({service: 'rds'})).nextStep
    ).toMatch(nextStep);
  });

  it('tells where a failed check is to be looked at', () => {
    const result = waitEnding({verdict: 'failed', because: 'task'}, taskIn('failed', {serviceStatus: '1'}));
    expect(explain(result, inputs.tasks[0], inputsFor({service: 'codearts-check'})).nextStep).toMatch(
      /log is in CodeArts Check/
    );
  });

  it('says of a success what it does not say, where the service knows', () => {
    const check = inputsFor({service: 'codearts-check'});
    const {message} = explain(
      waitEnding({verdict: 'succeeded'}, taskIn('succeeded', {message: 'done'})),
      check.tasks[0],
      check
    );
    expect(message).toMatch(/^done\. .*nor whether its quality gate was passed\.$/);
  });

  it.each([
    [{verdict: 'timed-out'}, /^Pay the order, .* If this job only waits/],
    [{verdict: 'unfinished', because: 'polled-once'}, /^Pay the order, .* Poll again later/]
  ] as const)('says what to do about a task that can wait for ever: %j', (ending, advice) => {
    const ecs = inputsFor({service: 'ecs'});
    const nextStep = (serviceStatus: string) =>
      explain(waitEnding(ending, taskIn('running', {serviceStatus})), ecs.tasks[0], ecs).nextStep;
    expect(nextStep('PENDING_PAYMENT')).toMatch(advice);
    expect(nextStep('RUNNING')).not.toMatch(/Pay/);
    expect(nextStep('constructor')).not.toMatch(/Pay|function/);
  });

  it('is one line of harmless characters, whatever the service says', () => {
    const text = 'a\n::error::b \u001b[31m\u202e##[error]c';
    const task = taskIn('failed', {
      serviceStatus: text,
      message: text,
      subtasks: [subtaskIn('failed', text, {message: text})]
    });
    const cause = failureOf({kind: 'rejected', status: 400, code: text, text, requestId: text});
    const endings: readonly Ending[] = [
      {verdict: 'succeeded'},
      {verdict: 'failed', because: 'task'},
      {verdict: 'failed', because: 'warning'},
      {verdict: 'failed', because: 'subtasks'},
      {verdict: 'stopped', because: 'task'},
      {verdict: 'timed-out', cause},
      {verdict: 'unfinished', because: 'polled-once'},
      {verdict: 'cancelled'},
      {verdict: 'not-found', cause},
      {verdict: 'denied', cause},
      {verdict: 'error', problem: 'request', cause},
      {verdict: 'error', problem: 'other-task', answeredId: text},
      {verdict: 'error', problem: 'ended-in-unknown-word'},
      {verdict: 'error', problem: 'open-subtasks', open: task.subtasks}
    ];
    for (const ending of endings) {
      const {message, nextStep = ''} = explained(ending, task);
      expect(message + nextStep).not.toMatch(/[\p{Cc}\u202e]|##\[/u);
    }
  });

  it('gives the reason of a failed subtask where the task has none of its own', () => {
    const task = taskIn('failed', {subtasks: [subtaskIn('failed', 'the stage', {message: 'The gate is shut.'})]});
    const silent = {...task, message: undefined};
    expect(explained({verdict: 'failed', because: 'task'}, silent).message).toContain('Reason: The gate is shut.');
  });

  it('names five failed subtasks at most', () => {
    const subtasks = Array.from({length: 300}, (_, index) => subtaskIn('failed', `job ${index}.`));
    const {message} = explained({verdict: 'failed', because: 'subtasks'}, taskIn('succeeded', {subtasks}));
    expect(message).toContain('300 of its 300 subtasks');
    expect(message).toContain('job 4.');
    expect(message).not.toContain('job 5.');
  });
});

describe('the side of an ending', () => {
  const sides: Readonly<Partial<Record<Side, readonly string[]>>> = {
    nobody: [
      ...['success', 'the limit of the wait', 'the limit of the wait while an end was doubted'],
      ...['the one poll of timeout 0', 'the one poll of timeout 0 at an end that was doubted'],
      ...['a cancelled run', 'a cancelled run without an answer']
    ],
    request: [
      ...['refused credentials', 'credentials that expired while the task ran', 'missing permission'],
      ...['an API that does not exist there', 'a workspace that does not exist']
    ],
    inputs: ['a task that was never found'],
    runner: ['a host that never answered', 'a certificate that is not trusted'],
    between: ['a redirect', 'an answer for another task', 'pages alone'],
    action: ['an end in a word that is not known']
  };

  it.each(everyEnding)('is decided once: $name', ({name, result}) => {
    const [side = 'service'] = Object.entries(sides).flatMap(([each, names]) => (names.includes(name) ? [each] : []));
    expect(sideOf(result, inputs.service)).toBe(side);
  });

  it('is that of a definition, where a word is in none of its lists', () => {
    const service = {...inputs.service, isDefinedByWorkflow: true as const};
    const result = waitEnding({verdict: 'timed-out'}, taskIn('unknown'));
    expect(sideOf(result, service)).toBe('inputs');
    expect(sideOf(result, inputs.service)).toBe('action');
  });

  it.each<[RequestFailure, Side]>([
    [{kind: 'transient', status: 503}, 'service'],
    [{kind: 'transient'}, 'runner'],
    [{kind: 'throttled', status: 429}, 'service'],
    [{kind: 'transient', status: 200, isPage: true}, 'between'],
    [{kind: 'blocked', status: 407}, 'between'],
    [{kind: 'rejected', status: 511}, 'between'],
    [{kind: 'denied', status: 403}, 'request'],
    [{kind: 'denied', status: 403, isPage: true}, 'between'],
    [{kind: 'rejected', explanation: words => words.refusals.noProjects}, 'inputs'],
    [{kind: 'not-found', status: 404}, 'inputs']
  ])('of a request that failed, %j, is %s', (failure, side) => {
    expect(sideOfFailure(failure)).toBe(side);
  });

  it.each<[RequestFailure, RegExp, RegExp]>([
    [{kind: 'transient', status: 503}, /while requests to the service failed$/, /^If this job only waits/],
    [{kind: 'transient'}, /while requests to the service failed$/, /^If this job only waits/],
    [
      {kind: 'transient', status: 200, isPage: true},
      /the last answers probably did not come from the service$/,
      /^Check the proxy or firewall between the runner and https:/
    ]
  ])(
    'is in the headline of a wait that ran out while requests failed, and in what to do: %j',
    (failure, says, advises) => {
      const {title, nextStep} = explained({verdict: 'timed-out', cause: failureOf(failure)}, taskIn('running'));
      expect(title).toMatch(says);
      expect(nextStep).toMatch(advises);
    }
  );

  it('that is another than the service does not leave a task that was seen to be started again', () => {
    const ending = {verdict: 'denied', cause: failureOf({kind: 'denied', status: 401})} as const;
    const advice =
      'If a job of this workflow starts the task: run this step and the later ones in a workflow that does not start it, with task-id: T1. A new run of this workflow would start it a second time.';
    expect(explained(ending, taskIn('running')).nextStep).toContain(advice);
    expect(explained(ending).nextStep).not.toContain('wait again');
  });
});

describe('the reason of a refusal', () => {
  const denied = (failure: Partial<RequestFailure>) =>
    explained({verdict: 'denied', cause: failureOf({kind: 'denied', ...failure})});

  it.each([
    ['APIGW.0301', 'calc aksk signature fail:signature expired, signature time:1', /clock/i, /NTP/],
    ['APIG.0301', 'verify aksk signature fail', /secret key does not belong/, /pair/],
    ['APIGW.0301', 'ak AK1 not exist', /does not exist/, /access-key/],
    ['APIGW.0301', 'Incorrect IAM authentication information: decrypt token fail', /token was cut/, /IAM endpoint/],
    ['APIGW.0301', 'token expires', /token has expired/i, /new token/],
    ['APIGW.0301', 'ak failed to reach the limit, forbidden: AK1', /locked/, /five minutes/],
    ['APIGW.0301', 'something new', /missing, wrong or expired/, /Check the credentials/],
    ['APIGW.0307', undefined, /expired/, /new token/],
    ['APIGW.0303', undefined, /another kind of authentication/, /endpoint/],
    ['APIGW.0802', undefined, /disabled in this region/, /Enable/]
  ])('is known for %s with %j', (code, text, cause, fix) => {
    const {message, nextStep} = denied({status: 401, code, text});
    expect(message).toMatch(cause);
    expect(message).toContain(code);
    expect(nextStep).toMatch(fix);
  });

  it.each([
    [401, /missing, wrong or expired/],
    [403, /no permission/],
    [400, /refuses these credentials/]
  ])('is told by HTTP %d where no code tells it', (status, cause) => {
    expect(denied({status}).message).toMatch(cause);
  });

  it('always has a cause and a fix', () => {
    for (const {says} of refusals) {
      const {cause, fix} = says(en);
      expect(cause).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('describeFailure', () => {
  it.each([
    [{kind: 'transient'}, 'HTTP 503'],
    [{kind: 'transient', code: 'APIGW.0613'}, 'HTTP 503, APIGW.0613'],
    [{kind: 'transient', text: 'Down.'}, 'HTTP 503, Down'],
    [{kind: 'transient', code: 'C', text: 'Down.\nNow', requestId: 'R'}, 'HTTP 503, C: Down. Now (request id R)'],
    [{kind: 'transient', code: 'C\n::error::x'}, 'HTTP 503, C ::error::x'],
    [{kind: 'transient', requestId: 'R\n::error::x'}, 'HTTP 503 (request id R ::error::x)']
  ] as const)('tells code, text and request id where they are there: %j', (failure, expected) => {
    expect(describeFailure(failureOf(failure, 'HTTP 503'), en)).toBe(expected);
  });

  it('names who was asked where it is not the one that is clear', () => {
    const failure = failureOf({kind: 'transient', party: 'sts'}, 'HTTP 503');
    expect(describeFailure(failure, en)).toBe('STS: HTTP 503');
    expect(describeFailure(failure, en, {named: 'sts'})).toBe('HTTP 503');
  });
});

describe('of a resource', () => {
  const id = '0f58c8dc-4a78-42e6-9811-565679de8e9e';
  const server = (given: Readonly<Record<string, string>> = {}) =>
    inputsFor({service: 'ecs-server', 'task-id': id, ...given});
  const told = (ending: Ending, task: Task | undefined, given: Readonly<Record<string, string>> = {}) => {
    const asked = server(given);
    return explain(waitEnding(ending, task, {look: {beforeEndMs: 32_000}}), asked.tasks[0], asked);
  };
  const notFound = failureOf({kind: 'not-found', status: 404, code: 'Ecs.0114'});
  const deleting = taskIn('running', {serviceStatus: 'ACTIVE (deleting)'});

  it('that is gone, a success says so', () => {
    const {title, message, now} = told({verdict: 'succeeded', because: 'gone'}, deleting, {expect: 'gone'});
    expect(title).toBe(`Elastic Cloud Server instance ${id} is gone, as expected`);
    expect(message).toBe(
      'Earlier polls of this step found it; now Elastic Cloud Server answers that it does not exist.'
    );
    expect(now).toBe(
      'Gone: last seen at 08:59:28 UTC, and not found by any poll since (the last was at 09:00:00 UTC).'
    );
  });

  it('that was never seen, a wait for its end tells that it may have been gone before', () => {
    const {title, message} = told({verdict: 'not-found', cause: notFound}, undefined, {expect: 'gone'});
    expect(title).toBe(`Elastic Cloud Server instance ${id}: never found by any poll, so its deletion is not proven`);
    expect(message).toMatch(
      /waits for the deletion of .* Either it was gone before the first poll, or an input is wrong/
    );
    expect(told({verdict: 'not-found', cause: notFound}, undefined).message).not.toContain('gone before');
  });

  it('that is not known any more by an answer that proves nothing, a wait for its end says so', () => {
    const {message} = told({verdict: 'not-found', cause: notFound}, deleting, {expect: 'gone'});
    expect(message).toMatch(/does not know it now: .* does not prove that it is gone\.$/);
    expect(told({verdict: 'not-found', cause: notFound}, deleting).message).not.toContain('prove');
  });

  it('that rests in a state, a wait that ran out names the input that expects it', () => {
    const {nextStep} = told({verdict: 'timed-out'}, taskIn('running', {serviceStatus: 'SHUTOFF'}));
    expect(nextStep).toMatch(/^It stays in this state .* give it in expect\. If this job only waits/);
  });

  it('that failed, the advice starts no task again', () => {
    const {message, nextStep} = told({verdict: 'failed', because: 'task'}, taskIn('failed', {serviceStatus: 'ERROR'}));
    expect(message).toMatch(/^Elastic Cloud Server reports ERROR\./);
    expect(nextStep).toMatch(/If another operation failed, and this workflow does it: re-run the job that does it/);
    expect(nextStep).not.toMatch(/start a new task/);
  });
});
