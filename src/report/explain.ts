import type {CredentialKind} from '../auth/credentials.ts';
import {explainDenial} from '../auth/refusals.ts';
import {formatDuration} from '../duration.ts';
import type {Party, RequestError, RequestFailure} from '../errors.ts';
import {isUnknownApi} from '../gateway.ts';
import type {Inputs} from '../inputs/inputs.ts';
import type {NonEmpty} from '../non-empty.ts';
import type {Doubt, Ending} from '../polling/judge.ts';
import type {WaitResult} from '../polling/poller.ts';
import {subtaskFailed, type Verdict} from '../polling/verdict.ts';
import {fullId, kindOf, olderKindOf, type Service, type TaskReference} from '../services/service.ts';
import type {Cause, Subtask, Task} from '../task.ts';
import {type Text, textIn} from '../text.ts';
import {causeInWords, causesOf} from './causes.ts';
import {putFirst} from './order.ts';
import {placesOf} from './places.ts';
import {namesOf} from './subtasks.ts';
import {oneLine} from './text.ts';

/** A verdict in words: a headline, why in one line, and what to do next where the verdict is not success. */
export interface Explanation {
  readonly title: string;
  readonly message: string;
  /** The message without the next step, where it holds that as well. */
  readonly reason?: string | undefined;
  readonly nextStep?: string | undefined;
  /** What a success does not say. */
  readonly caveat?: string | undefined;
}

/** Behind what was waited for. */
const headlines: Readonly<Record<Verdict, string>> = {
  succeeded: ' succeeded',
  failed: ' failed',
  stopped: ' was stopped',
  'timed-out': ': the wait timed out',
  unfinished: ' has not ended yet',
  cancelled: ': the wait was cancelled',
  'not-found': ' was not found',
  denied: ': access denied',
  error: ': the wait failed'
};

function headlineOf(ending: Ending): string {
  return ending.verdict === 'succeeded' && ending.because === 'gone' ? ' is gone' : headlines[ending.verdict];
}

/** One task of the step, how the wait for it ended, and that in words. */
export interface ToldTask {
  readonly reference: TaskReference;
  readonly result: WaitResult;
  readonly explanation: Explanation;
}

export function hasSucceeded({result}: Pick<ToldTask, 'result'>): boolean {
  return result.ending.verdict === 'succeeded';
}

/** Those that did not succeed first: they are the ones to be read, and the last to be cut off. */
export function unsuccessfulFirst(told: readonly ToldTask[]): readonly ToldTask[] {
  return putFirst(told, each => !hasSucceeded(each));
}

/** What was asked for, as far as a wait is explained with it. */
export interface Asked extends Pick<Inputs, 'service' | 'place' | 'limits' | 'judging'> {
  readonly credentialKind: CredentialKind;
}

interface AskedTask extends Asked {
  readonly reference: TaskReference;
  readonly serviceTitle: string;
}

export function explain(result: WaitResult, reference: TaskReference, asked: Asked): Explanation {
  const serviceTitle = textIn(asked.service.title);
  const title = `${serviceTitle} ${kindOf(asked.service)}${headlineOf(result.ending)}`;
  return {title, ...reasons(result, {...asked, reference, serviceTitle})};
}

/** Several tasks in the words of the one that decided. */
export function explainAll(told: NonEmpty<ToldTask>, {service}: Pick<Asked, 'service'>): Explanation {
  const decisive = decisiveOf(told);
  if (told.length === 1) return decisive.explanation;
  const verdict = decisive.result.ending.verdict;
  const count = told.filter(({result}) => result.ending.verdict === verdict).length;
  const title = `${textIn(service.title)}: ${count} of ${told.length} ${kindOf(service)}s ${countedHeadlines[verdict]}`;
  const caveat = caveatOf(service);
  if (verdict === 'succeeded') return {title, message: caveat ?? '', caveat};
  const who = `${service.resource ? 'Resource' : 'Task'} ${fullId(decisive.reference)}: `;
  const {message, reason, nextStep} = decisive.explanation;
  return {
    title,
    message: `${who}${message}${othersBeside(decisive, told)}`,
    reason: `${who}${reason ?? message}`,
    nextStep
  };
}

const maxOthers = 5;

/** The other tasks that did not succeed, by their ids. */
function othersBeside(decisive: ToldTask, told: readonly ToldTask[]): string {
  const others = told.filter(each => each !== decisive && !hasSucceeded(each));
  if (others.length === 0) return '';
  const named = others
    .slice(0, maxOthers)
    .map(({reference, result}) => `${fullId(reference)} (${result.ending.verdict})`)
    .join(', ');
  const more = others.length > maxOthers ? ` and ${others.length - maxOthers} more` : '';
  return ` Not succeeded either: ${named}${more}.`;
}

const countedHeadlines: Readonly<Record<Verdict, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  stopped: 'were stopped',
  'timed-out': 'were still being waited for when the wait timed out',
  unfinished: 'have not ended yet',
  cancelled: 'were still being waited for when the wait was cancelled',
  'not-found': 'were not found',
  denied: 'could not be read: access denied',
  error: 'could not be waited for'
};

/** What is known to have failed outranks what is not known. What `fail-fast` left behind never decides: another task did. */
const byRank: readonly Verdict[] = [
  'cancelled',
  'failed',
  'stopped',
  'error',
  'denied',
  'not-found',
  'timed-out',
  'unfinished',
  'succeeded'
];

/** The task whose verdict is that of the step: the first of those with the verdict that ranks highest. */
export function decisiveOf<T extends {readonly result: Pick<WaitResult, 'ending'>}>(told: NonEmpty<T>): T {
  const rank = ({result}: T) => byRank.indexOf(result.ending.verdict);
  return told.reduce((decisive, next) => (rank(next) < rank(decisive) ? next : decisive), told[0]);
}

function reasons(result: WaitResult, inputs: AskedTask): Omit<Explanation, 'title'> {
  const {ending} = result;
  const {service, serviceTitle, place, reference} = inputs;
  const taskId = fullId(reference);
  const task = result.last?.task;
  switch (ending.verdict) {
    case 'succeeded':
      if (ending.because === 'gone') {
        return {message: `It is gone: ${serviceTitle} knew ${taskId}${lastSeen(result)}, and no longer does.`};
      }
      return {message: whySucceeded(task, caveatOf(service)), caveat: caveatOf(service)};
    case 'failed':
    case 'stopped':
      return whyNotSucceeded(ending, result, inputs);
    case 'timed-out':
      return whyTimedOut(ending, result, inputs);
    case 'unfinished':
      if (ending.because === 'fail-fast') {
        return {
          message: `Another task did not succeed, and fail-fast ended the wait for this one${lastSeen(result)}. The task itself goes on in the cloud.`,
          nextStep: waitAgain(taskId)
        };
      }
      return {
        message: `The one look (timeout: 0) saw no end: ${stateSeen(task)}${doubted(ending.doubt, inputs)}.`,
        nextStep:
          ending.doubt === 'settling'
            ? 'Look again later. With settle: 0 an end counts at the first look, which may be the end of the run before.'
            : [waitingAdvice(inputs, task), 'Look again later, by a re-run of this job or a scheduled workflow.']
                .filter(Boolean)
                .join(' ')
      };
    case 'cancelled':
      return withAdvice(
        `The step was told to stop after ${formatDuration(result.elapsedMs)}. The task itself goes on in the cloud${lastSeen(result)}.`,
        waitAgain(taskId)
      );
    case 'not-found':
      return withAdvice(
        (result.last
          ? `${serviceTitle} knew ${kindOf(service)} ${taskId}${lastSeen(result)}, and now knows it no more: ${describeFailure(ending.cause)}.`
          : `${serviceTitle} does not know ${kindOf(service)} ${taskId}, asked for ${formatDuration(result.elapsedMs)}${where(inputs)}: ${describeFailure(ending.cause)}.`) +
          notGone(result, inputs),
        adviceFor(inputs, ending.cause) ??
          inWords(service.advice.verdicts?.['not-found']) ??
          'Check task-id, project-id and region.'
      );
    case 'denied': {
      const {failure} = ending.cause;
      const refusal = explainDenial(failure, inputs.credentialKind, result.last !== undefined);
      const from = nameOf(failure, serviceTitle);
      const what = failure.isPage ? `In place of ${from}, something answered` : `${from} answered`;
      const answer = failure.status === undefined ? '' : ` ${what}: ${describeFailure(ending.cause, failure.party)}.`;
      // What the service says of refused credentials is of no use where these have ended by themselves.
      const hasEnded = failure.workedBefore && failure.unauthenticated;
      return withAdvice(
        `${refusal.cause}${answer}${unknownEnd(result)}`,
        (hasEnded ? undefined : adviceFor(inputs, ending.cause)) ?? `${refusal.fix}${ownerAdvice(inputs, failure)}`
      );
    }
    case 'error':
      return whyError(ending, result, inputs, place.endpoint.origin);
    default:
      return ending satisfies never;
  }
}

/** Why a resource that is not known is not taken for gone, which was expected. */
function notGone({last}: WaitResult, {judging: {strictness}}: AskedTask): string {
  if (strictness.expectation?.kind !== 'gone') return '';
  return last
    ? ' Such an answer does not prove that it is gone.'
    : ' It may have been gone before the first look; a wrong id, project or region would look the same.';
}

function caveatOf({advice}: Service): string | undefined {
  return inWords(advice.caveat);
}

/** What the service tells, and what its success does not say. */
function whySucceeded(task: Task | undefined, caveat: string | undefined): string {
  if (!task?.message) return caveat ?? '';
  return caveat ? `${sentence(task.message)} ${caveat}` : oneLine(task.message);
}

/** For a service that is asked for a whole account, what may be wrong with its scope. */
function ownerAdvice({service}: AskedTask, {status, party = 'service'}: RequestFailure): string {
  if (service.scope !== 'domain' || party !== 'service' || status !== 403) return '';
  return ' The tasks of this service are those of a whole account: check domain-id, and that a token is for the account and not for a project.';
}

/** For verdicts whose annotation alone has to tell what to do. */
function withAdvice(reason: string, advice: string): Omit<Explanation, 'title'> {
  return {message: `${reason} ${advice}`, reason, nextStep: advice};
}

/** Many workflows start the task in the same job, and a re-run of that would start another one. */
function waitAgain(taskId: string): string {
  return `Wait again for task ${taskId}: a re-run of this job picks the wait up, unless the same job starts the task and would start it anew.`;
}

function whyNotSucceeded(
  ending: Extract<Ending, {verdict: 'failed' | 'stopped'}>,
  result: WaitResult,
  {service, serviceTitle, judging: {strictness}}: AskedTask
): Omit<Explanation, 'title'> {
  const task = result.last?.task;
  const causes = causesOf(result);
  const word = task?.serviceStatus ?? '';
  const failed = (task?.subtasks ?? []).filter(subtask => subtaskFailed(subtask, strictness.allowWarnings));
  const told = task?.message ?? failed.find(({message}) => message)?.message;
  const cause = firstCause(causes);
  // The first cause can be what the task itself says.
  const reason =
    told && told !== causes[0]?.message
      ? `: ${sentence(told)}${cause}`
      : cause
        ? `.${cause}`
        : '. The service gives no reason.';
  const names = failed.length > 0 ? ` Failed subtasks: ${sentence(namesOf(failed))}` : '';
  const again = 'start the task again: a re-run of this step alone asks for the same task, which stays as it is';
  const restart = `mend the cause and ${again}`;
  const advice = inWords(service.advice.verdicts?.[ending.verdict]);
  const byCauses = causes.length > 0 ? [`Fix the cause and ${again}.`, advice].filter(Boolean).join(' ') : undefined;
  switch (ending.because) {
    case 'task':
      return ending.verdict === 'failed'
        ? {
            message: `The service says that the ${kindOf(service)} failed (${oneLine(word)})${reason}${names}`,
            nextStep: byCauses ?? advice ?? `Look at the task in ${serviceTitle}, ${restart}.`
          }
        : {
            message: `The task was stopped in the cloud (${oneLine(word)})${reason}${names}`,
            nextStep: advice ?? 'Start the task again if it was not meant to be stopped.'
          };
    case 'warning':
      return {
        message: `The task ended with a warning (${oneLine(word)}), which does not count as success${reason}${names}`,
        nextStep: `Look at the task in ${serviceTitle}. If such an end is good enough here, set allow-warnings: true.`
      };
    case 'subtasks':
      return {
        message: `The service says ${oneLine(word)}, but ${failed.length} of ${(task?.subtasks.length ?? 0) + (task?.subtasksLeftOut ?? 0)} subtasks did not succeed: ${sentence(namesOf(failed))}${cause || firstReason(failed)}`,
        nextStep:
          (task?.isDecidedByParts && inWords(service.advice.verdicts?.failed)) ||
          `Look at these subtasks in ${serviceTitle}, ${restart}.${unless(task, 'only the task itself counts')}`
      };
    case 'undone':
      return {
        message: `The service says ${oneLine(word)}, but during this wait the task was undoing its work: what it was to do is not done.${told ? ` ${sentence(told)}` : ''}${names}`,
        nextStep: inWords(service.advice.verdicts?.failed) ?? `Look at the task in ${serviceTitle}, ${restart}.`
      };
    default:
      return ending.because satisfies never;
  }
}

/** In a sentence of its own, with how many more there are. */
function firstCause([first, ...others]: readonly Cause[]): string {
  if (first === undefined) return '';
  return ` ${others.length > 0 ? `The first of ${others.length + 1} causes` : 'The cause'}: ${sentence(causeInWords(first))}`;
}

/** What an input would change, for a task whose success does not lie in its subtasks. */
function unless(task: Task | undefined, then: string): string {
  return task?.isDecidedByParts ? '' : ` With strict-subtasks: false ${then}.`;
}

function whyTimedOut(
  {doubt, cause}: Extract<Ending, {verdict: 'timed-out'}>,
  result: WaitResult,
  inputs: AskedTask
): Omit<Explanation, 'title'> {
  const limit = `The wait reached its limit of ${formatDuration(inputs.limits.timeoutMs)}, which is no failure of the task`;
  const failing = cause ? ` The last request failed: ${describeFailure(cause)}.` : '';
  const waiting = waitingAdvice(inputs, result.last?.task);
  const message = result.last
    ? `${limit}: it was last seen ${stateSeen(result.last.task)}${doubted(doubt, inputs)}, ${before(result.last.ageMs)}.${failing}`
    : `${limit}: no answer ever told its state.${failing}`;
  const again = waitAgain(fullId(inputs.reference));
  if (waiting !== undefined) return {message, nextStep: `${waiting} ${again}`};
  const nextStep = cause
    ? `${again} The task may have ended meanwhile.`
    : `${again} Raise timeout if such tasks take longer.`;
  return {message, nextStep};
}

/** For a task that was last seen in a word in which it can stay for ever. */
function waitingAdvice({service}: Asked, task: Task | undefined): string | undefined {
  const {words = {}} = service.advice;
  const word = task?.serviceStatus ?? '';
  return Object.hasOwn(words, word) ? inWords(words[word]) : undefined;
}

function whyError(
  ending: Extract<Ending, {verdict: 'error'}>,
  result: WaitResult,
  inputs: AskedTask,
  origin: string
): Omit<Explanation, 'title'> {
  const {serviceTitle} = inputs;
  const task = result.last?.task;
  switch (ending.problem) {
    case 'request':
      return whyRequestFailed(ending.cause, result, inputs, origin);
    case 'other-task':
      return {
        message: `${serviceTitle} answered for another task: ${oneLine(ending.answeredId, 128)} in place of ${fullId(inputs.reference)}.`,
        nextStep: 'Check task-id and endpoint; a proxy or cache between the runner and the cloud can mix answers up.'
      };
    case 'ended-in-unknown-word':
      return {
        message: `The task has ended in a state that is not known here: ${oneLine(task?.serviceStatus ?? '')}.`,
        nextStep: `Look at the task in ${serviceTitle}, and report the word to the maintainers of this action.`
      };
    case 'open-subtasks':
      return {
        message: `The service says ${oneLine(task?.serviceStatus ?? '')}, but for a minute already ${ending.open.length} of its subtasks have not ended: ${sentence(namesOf(ending.open))}`,
        nextStep: `Look at these subtasks in ${serviceTitle}.${unless(task, 'only the task itself counts')}`
      };
    case 'contradiction':
      return {
        message: `The service says ${oneLine(task?.serviceStatus ?? '')}, but for a minute already its answer contradicts that: ${sentence(ending.contradictions.join('; '))}`,
        nextStep: `Look at the task in ${serviceTitle}: one of the two is wrong.${unless(task, 'subtasks and their number do not count')}`
      };
    case 'no-state':
      return {
        message: `${serviceTitle} answers for the task, but for a minute already without a state.`,
        nextStep: `Look at the task in ${serviceTitle}, and wait again when it shows a state there.`
      };
    case 'pages':
      return {
        message: `Something between the runner and the service answers in its place, for minutes already: ${describeFailure(ending.cause)}.${unknownEnd(result)}`,
        nextStep: `Check endpoint, region and cloud (${origin}), and the proxy or gateway on the way.`
      };
    default:
      return ending satisfies never;
  }
}

function whyRequestFailed(
  cause: RequestError,
  result: WaitResult,
  inputs: AskedTask,
  origin: string
): Omit<Explanation, 'title'> {
  const {failure} = cause;
  const {kind, party = 'service', explanation} = failure;
  const from = nameOf(failure, inputs.serviceTitle);
  const isService = party === 'service';
  const address = isService ? `${inputs.place.endpoint.url} (${origin})` : from;
  const inputsToCheck = addressInputs[party] ?? 'that the runner can reach it';
  const advice = adviceFor(inputs, cause);
  const end = unknownEnd(result);
  if (explanation) return withAdvice(`${explanation.cause}${end}`, explanation.fix);
  if (failure.isPage && kind !== 'unreached') {
    return {
      message: `Something between the runner and ${from} answers in its place: ${describeFailure(cause, party)}.${end}`,
      nextStep: failure.hasLargeHeader
        ? 'The token is larger than 8 KiB, which may be too large for the gateway: use an access key in its place.'
        : `Check ${inputsToCheck}, and the proxy or firewall between the runner and ${address}.`
    };
  }
  switch (kind) {
    case 'unreached':
      return {
        message: `No usable answer ever came from ${address}: ${describeFailure(cause, party)}.`,
        nextStep: `Check ${inputsToCheck}. Behind a proxy, set HTTPS_PROXY (and NO_PROXY) for the runner.`
      };
    case 'blocked':
      return {
        message: `No connection to ${address}: ${describeFailure(cause, party)}.${end}`,
        nextStep: blockedAdvice(failure, inputsToCheck)
      };
    case 'malformed':
      return {
        message: `${from} gave at least three answers in a row that make no sense: ${describeFailure(cause, party)}.${end}`,
        nextStep:
          advice ??
          (isService
            ? `Check that service and endpoint belong together (${origin}), and that no proxy answers in the cloud's place.`
            : `Check ${inputsToCheck}, and that no proxy answers in its place.`)
      };
    case 'transient':
    case 'throttled':
      return {
        message: `The one look (timeout: 0) brought no answer about the task: ${describeFailure(cause)}.`,
        nextStep: 'Look again later, or give the wait some time by timeout.'
      };
    default:
      return {
        message: `${from} rejected the request${isService ? ` to ${address}` : ''}: ${describeFailure(cause, party)}.${end}`,
        nextStep: advice ?? rejectionAdvice(failure, inputsToCheck)
      };
  }
}

function blockedAdvice({status, proxyVariable}: RequestFailure, inputsToCheck: string): string {
  if (status === 407) {
    return `Check user and password of the proxy${proxyVariable ? ` in ${proxyVariable}` : ''}. It was asked once, for refused passwords can lock an account.`;
  }
  const proxy = proxyVariable ? `, and the proxy in ${proxyVariable}` : '';
  return `Check ${inputsToCheck}${proxy}. For a private certificate authority, set NODE_EXTRA_CA_CERTS for the runner to its certificate.`;
}

function rejectionAdvice({code, status = 0}: RequestFailure, inputsToCheck: string): string {
  if (isUnknownApi(code)) {
    return `There is no such API at this address: check ${inputsToCheck}, and that service is the one that started the task.`;
  }
  if (status === 494) return 'The token is too large for the gateway: use an access key in its place.';
  if (status === 511) return "Log in to the runner's network, or have its administrator let the runner out.";
  if (status >= 300 && status < 400) {
    return `Check ${inputsToCheck}: give the final address, or fix the proxy or network that redirects.`;
  }
  return 'Check the inputs against the message of the service.';
}

const names: Readonly<Record<Exclude<Party, 'service'>, string>> = {
  iam: 'IAM',
  sts: 'STS',
  github: "GitHub's id token service",
  metadata: 'The metadata service of the instance'
};

/** The inputs that say where somebody is. */
const addressInputs: Readonly<Partial<Record<Party, string>>> = {
  service: 'region, cloud and endpoint',
  iam: 'region, cloud and iam-endpoint',
  sts: 'region, cloud and sts-endpoint'
};

function nameOf({party = 'service'}: RequestFailure, serviceTitle: string): string {
  return party === 'service' ? serviceTitle : names[party];
}

/**
 * What a failed request brought, for people: status, the service's code and text, and the id that its support asks for.
 * Says who was asked, unless that one is named already.
 */
export function describeFailure({message, failure}: RequestError, named: Party = 'service'): string {
  const {status, code, text, requestId, party = 'service'} = failure;
  // Keystone repeats the HTTP status as its code.
  const said = [code === String(status) ? '' : code && oneLine(code, 100), text && oneLine(text).replace(/\.$/, '')]
    .filter(Boolean)
    .join(': ');
  const who = party === named || party === 'service' ? '' : `${names[party]}: `;
  return `${who}${message}${said && `, ${said}`}${requestId ? ` (request id ${oneLine(requestId, 100)})` : ''}`;
}

function firstReason(failed: readonly Subtask[]): string {
  const reason = failed.find(({message}) => message)?.message;
  return reason ? ` ${sentence(reason)}` : '';
}

function adviceFor({service}: AskedTask, {failure: {code = ''}}: RequestError): string | undefined {
  const {codes = {}} = service.advice;
  return Object.hasOwn(codes, code) ? inWords(codes[code]) : undefined;
}

function inWords(text: Text | undefined): string | undefined {
  return text === undefined ? undefined : textIn(text);
}

function stateSeen(task: Task | undefined): string {
  if (!task) return 'no state';
  const progress = task.progress === undefined ? '' : ` at ${task.progress} %`;
  return `${oneLine(task.serviceStatus, 100) || 'without a state'}${progress}`;
}

function lastSeen({last}: WaitResult): string {
  return last ? `, last seen ${stateSeen(last.task)} ${before(last.ageMs)}` : '';
}

function before(ageMs: number): string {
  const age = formatDuration(ageMs);
  return age === '0s' ? 'just before' : `${age} before`;
}

function unknownEnd({last}: WaitResult): string {
  return last ? ` The task was last seen ${stateSeen(last.task)}; how it ends is not known.` : '';
}

function doubted(doubt: Doubt | undefined, {service, judging: {settleMs}}: AskedTask): string {
  switch (doubt) {
    case 'settling':
      return `, which within ${formatDuration(settleMs)} of the first look may still be ${olderKindOf(service)}`;
    case 'open-subtasks':
      return ' with subtasks that have not ended';
    case 'contradiction':
      return ', which something else in the answer contradicts';
    case 'cached':
      return ', in an answer that was made before the wait began and may tell of the run before';
    case 'no-state':
      return '';
    default:
      return '';
  }
}

function where({reference, place: {region}}: AskedTask): string {
  const places = placesOf(reference, region).map(words => words.join(' '));
  return places.length > 0 ? ` in ${places.join(', ')}` : '';
}

function sentence(text: string): string {
  const line = oneLine(text);
  return /[.!?…。！？]$/.test(line) ? line : `${line}.`;
}
