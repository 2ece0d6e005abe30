import type {CredentialKind} from '../auth/credentials.ts';
import {explainDenial} from '../auth/refusals.ts';
import {minuteMs} from '../duration.ts';
import type {Party, RequestError, RequestFailure} from '../errors.ts';
import {isUnknownApi} from '../gateway.ts';
import type {Inputs} from '../inputs/inputs.ts';
import {isLoopback} from '../loopback.ts';
import type {NonEmpty} from '../non-empty.ts';
import type {Doubt, Ending} from '../polling/judge.ts';
import type {Sighting, WaitResult} from '../polling/poller.ts';
import {subtaskFailed, type Verdict} from '../polling/verdict.ts';
import {servicesWithUsualId} from '../services/index.ts';
import {fullId, kindOf, type Service, type TaskReference} from '../services/service.ts';
import type {Subtask, Task} from '../task.ts';
import {inWords, type Message, type Text, textIn} from '../text.ts';
import type {Words} from '../words/en.ts';
import {causeInWords, causesOf} from './causes.ts';
import {describeFailure} from './failure.ts';
import {putFirst} from './order.ts';
import {placesOf} from './places.ts';
import {nameOf, shownState} from './subtasks.ts';
import {oneLine} from './text.ts';

/** What is known at the end of a wait, before it has words. The log, the annotation, the summary and `message` are made of it. */
export interface Facts {
  /** Where the reason lies. What is said, and what to do, follows from it. */
  readonly side: Side;
  readonly headline: Message;
  /** The whole of it, as it is said without the headline. */
  readonly happened: Message;
  /** What of it the headline does not have, where that is less. */
  readonly besides?: Message;
  readonly now: TaskNow;
  readonly toDo: readonly Step[];
  readonly support: Support;
}

/**
 * On whose side an ending lies:
 * - `service`: it failed the task, or it does not answer as it should.
 * - `request`: it, or who gives credentials for it, refused what was asked.
 * - `inputs`: what the workflow gave.
 * - `runner`: the runner, or its way to the network.
 * - `between`: a proxy, gateway or log-in page that answers for the one who was asked.
 * - `nobody`: nothing is wrong; the wait succeeded, was cancelled, or reached its limit.
 * - `action`: this action.
 */
export type Side = 'service' | 'request' | 'inputs' | 'runner' | 'between' | 'nobody' | 'action';

/** One thing to do: a line, or one for each case where it depends on what the job does. */
export type Step = NonEmpty<Message>;

/** Whether the task is running, as far as this step knows. `endedMs` is when the wait ended. */
export type TaskNow =
  | {readonly is: 'ended'; readonly atMs?: number | undefined; readonly seen: Seen}
  | {readonly is: 'gone' | 'running' | 'not-proven'; readonly seen: Seen}
  | {readonly is: 'unknown'; readonly seen: Seen; readonly kind: 'task' | 'resource'}
  | {readonly is: 'never-seen'; readonly kind: 'task' | 'resource'}
  /** `lost`: an error of this action's own ended the step. */
  | {readonly is: 'not-asked' | 'lost'};

/** How the task was last seen, and how long before the end of the wait. */
export interface Seen {
  readonly task: Task;
  readonly dateMs: number;
  readonly ageMs: number;
}

/** What a person needs who asks the service or the maintainers. */
export interface Support {
  readonly title?: string | Text;
  readonly ids: readonly string[];
  readonly places: readonly Message[];
  readonly requestId?: string | undefined;
  readonly failedRequests: number;
  readonly failures: WaitResult['failures'];
  /** When the wait ended, in milliseconds since the epoch. */
  readonly endedDateMs: number;
}

/** One task of the step, how the wait for it ended, and what is known of that. */
export interface ToldTask {
  readonly reference: TaskReference;
  readonly result: WaitResult;
  readonly facts: Facts;
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
  /** Only needed where a task was not found: its id can be that of another one. */
  readonly allServices?: readonly Service[];
}

interface Case extends Asked {
  readonly result: WaitResult;
  readonly reference: TaskReference;
  readonly id: string;
  readonly title: (words: Words) => string;
  readonly side: Side;
}

export function factsOf(result: WaitResult, reference: TaskReference, asked: Asked): Facts {
  const {service} = asked;
  const title = ({language}: Words) => textIn(service.title, language);
  const side = sideOf(result, service);
  const own: Case = {...asked, result, reference, id: fullId(reference), title, side};
  return {
    side: own.side,
    ...whatHappened(own),
    now: taskNow(result, kindOf(service)),
    support: supportOf([{reference, result}], asked)
  };
}

function sideOf({ending, last}: WaitResult, {isDefinedByWorkflow}: Pick<Service, 'isDefinedByWorkflow'>): Side {
  // A definition of the workflow's own has lists of states, and else this action.
  const wordSide = isDefinedByWorkflow ? 'inputs' : 'action';
  switch (ending.verdict) {
    case 'succeeded':
    case 'unfinished':
    case 'cancelled':
      return 'nobody';
    case 'failed':
    case 'stopped':
      return 'service';
    case 'timed-out':
      if (ending.cause !== undefined) return sideOfFailure(ending.cause.failure);
      return last?.task.state === 'unknown' ? wordSide : 'nobody';
    case 'not-found':
      return last === undefined ? 'inputs' : 'service';
    case 'denied':
      return sideOfFailure(ending.cause.failure);
    case 'error':
      switch (ending.problem) {
        case 'request':
          return sideOfFailure(ending.cause.failure);
        case 'pages':
        case 'other-task':
          return 'between';
        case 'ended-in-unknown-word':
          return wordSide;
        default:
          return 'service';
      }
    default:
      return ending satisfies never;
  }
}

/** Whose side a request failed on. */
export function sideOfFailure({kind, status = 0, isPage, explanation}: RequestFailure): FailureSide {
  const isDiverted = (status >= 300 && status < 400) || status === 407 || status === 511;
  if (isPage || isDiverted) return 'between';
  switch (kind) {
    case 'denied':
      return 'request';
    case 'rejected':
      return explanation ? 'inputs' : 'request';
    case 'not-found':
      return 'inputs';
    case 'unreached':
    case 'blocked':
      return 'runner';
    case 'transient':
      return status === 0 ? 'runner' : 'service';
    case 'throttled':
    case 'malformed':
      return 'service';
    default:
      return kind satisfies never;
  }
}

type FailureSide = Exclude<Side, 'nobody' | 'action'>;

type Told = Pick<Facts, 'headline' | 'happened' | 'besides' | 'toDo'>;

/** The name of the thing and of the task, where the answer has them; else the id. */
function who({result, service, id, title}: Case, words: Words): string {
  const {name, resourceName} = result.last?.task ?? {};
  const [first, second] = [...new Set([resourceName, name].flatMap(text => (text ? shortened(text, 80) : [])))];
  if (first === undefined) return words.headline[kindOf(service)](title(words), oneLine(id, 80));
  return second === undefined ? first : first + words.inBrackets(second);
}

/** A headline about the task of the case. */
function about(own: Case, make: (words: Words, who: string) => string): Message {
  return words => make(words, who(own, words));
}

function whatHappened(own: Case): Told {
  const {result} = own;
  const {ending} = result;
  switch (ending.verdict) {
    case 'succeeded': {
      if (ending.because === 'gone') {
        return {
          headline: about(own, ({headline}, name) => headline.gone(name)),
          happened: words => words.happened.gone(own.title(words)),
          toDo: []
        };
      }
      const {message} = result.last?.task ?? {};
      const caveat = caveatOf(own.service);
      const besides = (words: Words) => words.sentences([reports(own, words), inWords(caveat, words)]);
      return {
        headline: about(own, ({headline}, name) => headline.succeeded(name)),
        happened: words => words.sentences([message ? sentence(message, words) : '', inWords(caveat, words)]),
        besides: words =>
          words.sentences([besides(words), message ? words.happened.says(sentence(message, words)) : '']),
        toDo: []
      };
    }
    case 'failed':
    case 'stopped':
      return notSucceeded(ending, own);
    case 'timed-out':
      return timedOut(ending, own);
    case 'unfinished':
      return ending.because === 'fail-fast' ? leftBehind(own) : polledOnce(ending, own);
    case 'cancelled':
      return {
        headline: about(own, ({headline}, name) => headline.cancelled(name)),
        happened: ({happened}) => happened.cancelled(result.elapsedMs),
        toDo: [waitAgain([own.id])]
      };
    case 'not-found':
      return notFound(ending.cause, own);
    case 'denied':
      return refused(ending.cause, own);
    case 'error':
      return broken(ending, own);
    default:
      return ending satisfies never;
  }
}

/** What a success of the service does not say. */
function caveatOf({advice: {caveat}}: Pick<Service, 'advice'>): Message {
  return caveat === undefined ? '' : ({language}) => textIn(caveat, language);
}

/** Many workflows start the task in the job that waits, and a re-run of that starts another one. */
export function waitAgain(ids: readonly string[]): Step {
  return [({toDo}) => toDo.onlyWaits, words => words.toDo.alsoStarts(words.list(ids))];
}

function reports({result, title}: Case, words: Words): string {
  return words.happened.reports(title(words), stateIn(result.last?.task, words));
}

export function stateIn(task: Task | undefined, words: Words): string {
  if (!task) return words.states.untold;
  const progress = task.progress === undefined ? '' : words.list(['', `${task.progress} %`]);
  return shownState(task, words) + progress;
}

/** Of subtasks that did not succeed. */
const badStates = ['failed', 'stopped', 'warning'] as const;
const maxNames = 5;

/** The first names, and how many more there are. */
function names(subtasks: readonly Subtask[], words: Words): readonly [names: string, more: number] {
  const shown = subtasks.slice(0, maxNames);
  return [words.names(shown.map(each => nameOf(each, words))), subtasks.length - shown.length];
}

function notSucceeded(ending: Extract<Ending, {verdict: 'failed' | 'stopped'}>, own: Case): Told {
  const {result, service, title, judging} = own;
  const task = result.last?.task;
  const subtasks = task?.subtasks ?? [];
  const failed = subtasks.filter(subtask => subtaskFailed(subtask, judging.strictness.allowWarnings));
  const done = subtasks.filter(({state}) => state === 'succeeded');
  const all = subtasks.length + (task?.subtasksLeftOut ?? 0);
  const causes = causesOf(result);
  // The first cause can be what the task itself says.
  const message = task?.message === causes[0]?.message ? undefined : task?.message;
  const causeIn = (words: Words) => (causes[0] ? causeInWords(causes[0], words) : '');
  const partMessage = failed.find(each => each.message)?.message;
  // Else it is the reason that the task has.
  const hasReasonOfParts =
    ending.because === 'subtasks'
      ? causes.length === 0
      : partMessage !== undefined && message !== undefined && !message.includes(partMessage);
  const parts = (words: Words) => [
    ...badStates.map(bad => {
      const own = failed.filter(({state}) => state === bad);
      return own.length > 0 ? words.happened.badParts[bad](...names(own, words)) : '';
    }),
    partMessage !== undefined && hasReasonOfParts ? words.happened.partReason(sentence(partMessage, words)) : '',
    failed.length > 0 && done.length > 0 ? words.happened.doneParts(...names(done, words)) : ''
  ];
  const reason = (words: Words) => {
    const told = message ?? (causes.length > 0 ? undefined : partMessage);
    if (told !== undefined) return words.happened.reason(sentence(told, words));
    return causes.length > 0 ? '' : words.happened.noReason;
  };
  const firstCause = (words: Words) =>
    causes.length > 0 ? words.happened.causes(causes.length, sentence(causeIn(words), words)) : '';
  const told = message ?? causes[0]?.message ?? partMessage ?? '';
  const cause = shortened(told, maxCause);
  const isWhole = told !== '' && cause === shortened(told, told.length + 1);
  const state = (words: Words) => stateIn(task, words);
  const fix: Step = [words => words.toDo.restart(title(words))];
  switch (ending.because) {
    case 'task':
      return {
        headline: about(own, ({headline}, name) =>
          ending.verdict === 'failed' ? headline.failed(name, cause) : headline.stopped(name, cause)
        ),
        happened: words => words.sentences([reports(own, words), reason(words), firstCause(words), ...parts(words)]),
        ...(isWhole &&
          causes.length < 2 && {besides: (words: Words) => words.sentences([reports(own, words), ...parts(words)])}),
        toDo:
          ending.verdict === 'failed'
            ? [...advised(service.advice.verdicts?.failed), ...(service.resource ? [] : [fix])]
            : [...advised(service.advice.verdicts?.stopped), [({toDo}) => toDo.restartStopped]]
      };
    case 'warning':
      return {
        headline: about(own, ({headline}, name) => headline.warning(name)),
        happened: words =>
          words.sentences([words.happened.warning(title(words), state(words)), reason(words), ...parts(words)]),
        toDo: [...advised(service.advice.verdicts?.warning), [words => words.toDo.acceptWarnings(title(words))]]
      };
    case 'subtasks': {
      const byParts = task?.isDecidedByParts === true;
      return {
        headline: about(own, ({headline}, name) => headline.failed(name, headline.parts(failed.length, all))),
        happened: words => {
          const {partsDecide, partsFailed} = words.happened;
          const told = byParts ? partsDecide : partsFailed;
          return words.sentences([
            told(title(words), state(words), failed.length, all),
            firstCause(words),
            ...parts(words)
          ]);
        },
        toDo: [
          ...(byParts ? advised(service.advice.verdicts?.failed) : []),
          fix,
          ...(byParts ? [] : [[({toDo}: Words) => toDo.acceptParts] as const])
        ]
      };
    }
    case 'undone':
      return {
        headline: about(own, ({headline}, name) => headline.failed(name, headline.undone)),
        happened: words =>
          words.sentences([
            words.happened.undone(title(words), state(words)),
            message === undefined ? '' : words.happened.says(sentence(message, words)),
            ...parts(words)
          ]),
        toDo: [...advised(service.advice.verdicts?.failed), fix]
      };
    default:
      return ending.because satisfies never;
  }
}

/** In a line, without a full stop. */
function shortened(text: string, maxLength: number): string {
  return oneLine(text.trim().replace(/[.。]$/, ''), maxLength);
}

/** As much of a reason as a headline has room for. */
const maxCause = 160;

function timedOut({doubt, cause}: Extract<Ending, {verdict: 'timed-out'}>, own: Case): Told {
  const {result, service, limits, title, side, place} = own;
  const {timeoutMs, bareTimeout = ''} = limits;
  const task = result.last?.task;
  const isUnknown = cause === undefined && task?.state === 'unknown';
  const word = oneLine(task?.serviceStatus ?? '', 100);
  const isShortNumber = bareTimeout !== '' && timeoutMs < 5 * minuteMs;
  const why = ({headline, ...words}: Words): string => {
    const state = stateIn(task, {headline, ...words});
    if (cause !== undefined) return task ? headline.whileFailing[sideOfFailure(cause.failure)] : headline.neverAnswered;
    if (isUnknown) return headline.unknownWord(word);
    if (doubt !== undefined && doubt !== 'no-state') return headline.notProven(state);
    return task ? headline.stillIn(state) : headline.neverAnswered;
  };
  const acts = cause === undefined ? waitingAdvice(own) : [];
  return {
    headline: about(own, (words, name) => words.headline.timedOut(name, timeoutMs, why(words))),
    happened: words =>
      words.sentences([
        words.happened.limit(timeoutMs),
        side === 'nobody' && task?.state === 'running' ? words.happened.noFailure : '',
        isShortNumber ? words.happened.limitInSeconds(bareTimeout) : '',
        cause ? words.happened.lastFailed(answerIn(cause, words)) : '',
        task ? '' : words.happened.neverAnswered,
        cause ? words.happened.outcomeUnknown : '',
        isUnknown ? words.happened.unknownWord(title(words), word, service.isDefinedByWorkflow === true) : '',
        doubt ? doubtIn(doubt, own, words) : ''
      ]),
    toDo: [
      ...(isShortNumber ? [[({toDo}: Words) => toDo.minutes(bareTimeout, `${bareTimeout}m`)] as const] : []),
      ...(isUnknown ? unknownWord(word, own) : []),
      ...acts,
      ...(cause !== undefined && side === 'between' ? [wayStep(place.endpoint.url)] : []),
      waitAgain([own.id]),
      ...(cause === undefined && acts.length === 0 && !isUnknown && !isShortNumber
        ? [[({toDo}: Words) => toDo.raiseTimeout] as const]
        : [])
    ]
  };
}

/** For a task that was last seen in a state in which it can stay for ever: who has to act. */
function waitingAdvice({service, result}: Case): readonly Step[] {
  const {words = {}} = service.advice;
  const word = result.last?.task.serviceStatus ?? '';
  return Object.hasOwn(words, word) ? advised(words[word]) : [];
}

function unknownWord(word: string, {service, title}: Case): readonly Step[] {
  return [
    [words => (service.isDefinedByWorkflow ? words.toDo.defineWord(word) : words.toDo.reportWord(title(words), word))]
  ];
}

function doubtIn(doubt: Doubt, {service, judging: {settleMs}}: Case, {happened: {doubts}}: Words): string {
  return doubt === 'settling' ? doubts.settling[kindOf(service)](settleMs) : doubts[doubt];
}

function polledOnce({doubt}: Extract<Ending, {because: 'polled-once'}>, own: Case): Told {
  const task = own.result.last?.task;
  return {
    headline: about(own, (words, name) => words.headline.polledOnce(name, task ? stateIn(task, words) : '')),
    happened: words =>
      words.sentences([
        words.happened.polledOnce,
        task?.state === 'unknown'
          ? words.happened.unknownWord(
              own.title(words),
              oneLine(task.serviceStatus, 100),
              own.service.isDefinedByWorkflow === true
            )
          : '',
        doubt ? doubtIn(doubt, own, words) : ''
      ]),
    toDo: [
      ...(doubt === undefined ? waitingAdvice(own) : []),
      [({toDo}) => toDo.pollLater],
      ...(doubt === 'settling' ? [[({toDo}: Words) => toDo.settleLater] as const] : [])
    ]
  };
}

function leftBehind(own: Case): Told {
  return {
    headline: about(own, ({headline}, name) => headline.failFast(name)),
    happened: ({happened}) => happened.failFast,
    toDo: [waitAgain([own.id])]
  };
}

function notFound(cause: RequestError, own: Case): Told {
  const {result, reference, service, place, title, id, judging} = own;
  const {projectId, workspace, taskId} = reference;
  const {usualWorkspace} = service;
  const isName = projectId !== '' && !/^[0-9a-f]{32}$/i.test(projectId);
  const others = servicesWithUsualId(own.allServices ?? [], service, taskId);
  const checks: readonly Step[] = [
    ...(place.endpoint.isGiven ? [[({toDo}: Words) => toDo.checkEndpoint(place.endpoint.url)] as const] : []),
    ...(others.length > 0 ? [[({toDo}: Words) => toDo.otherService(others, service.name)] as const] : []),
    ...(isName ? [[({toDo}: Words) => toDo.projectName(projectId)] as const] : []),
    ...(usualWorkspace === undefined
      ? []
      : [
          [
            ({toDo}: Words) =>
              workspace === undefined ? toDo.workspaceUnset(usualWorkspace) : toDo.workspaceGiven(workspace)
          ] as const
        ])
  ];
  const isGoneExpected = judging.strictness.expectation?.kind === 'gone';
  if (result.last) {
    return {
      headline: about(own, ({headline}, name) => headline.vanished(name)),
      happened: words =>
        words.sentences([
          words.happened.vanished(title(words), answerIn(cause, words)),
          isGoneExpected ? words.happened.notProvenGone : ''
        ]),
      toDo: [...adviceFor(own, cause), [words => words.toDo.vanished(title(words))]]
    };
  }
  const general = adviceFor(own, cause);
  const advice = general.length > 0 ? general : advised(service.advice.verdicts?.['not-found']);
  return {
    headline: about(own, ({headline}, name) => headline.notFound(name)),
    happened: words => {
      const places = placesOf(reference, place.region, service).map(message => inWords(message, words));
      const told = words.happened.notFound(
        title(words),
        id,
        words.happened.in(places),
        result.elapsedMs,
        answerIn(cause, words)
      );
      return words.sentences([told, isGoneExpected ? words.happened.perhapsGone : '']);
    },
    toDo: [...checks, ...(advice.length > 0 ? advice : [[({toDo}: Words) => toDo.checkPlace] as const])]
  };
}

function refused(cause: RequestError, own: Case): Told {
  const {result, credentialKind} = own;
  const {failure} = cause;
  const {party = 'service', isPage} = failure;
  const refusal = explainDenial(failure, credentialKind, result.last !== undefined);
  // What the service says of refused credentials is of no use where these have ended by themselves.
  const hasEnded = failure.workedBefore && failure.unauthenticated;
  const advice = hasEnded ? [] : adviceFor(own, cause);
  const answerIn = (words: Words) => {
    if (failure.status === undefined) return '';
    const answer = describeFailure(cause, words, {named: party, withId: false});
    const {answered, answeredElsewhere} = words.happened;
    return isPage ? answeredElsewhere(answer) : answered(partyName(failure, own, words), answer);
  };
  return {
    headline: about(own, (words, name) => words.headline.about(name, refusal(words).headline)),
    happened: words => words.sentences([refusal(words).cause, answerIn(words)]),
    besides: words => {
      const {headline, cause: why} = refusal(words);
      const isSame = words.sentence(headline).toLowerCase() === why.toLowerCase();
      return words.sentences([isSame && answerIn(words) !== '' ? '' : why, answerIn(words)]);
    },
    toDo: [
      ...(advice.length > 0 ? advice : [[(words: Words) => refusal(words).fix] as const, ...ownerSteps(own, failure)]),
      ...thenWait(own)
    ]
  };
}

/** For a task that was seen and may still be running: what follows once the cause is fixed. */
function thenWait({result, service, id}: Case): readonly Step[] {
  return result.last ? [[({toDo}) => toDo.thenWait[kindOf(service)](id)]] : [];
}

function wayStep(whom: string): Step {
  return [({toDo}) => toDo.checkWay(whom)];
}

/** For a service whose tasks are those of a whole account, what may be wrong with its scope. */
function ownerSteps({service}: Case, {status, party = 'service'}: RequestFailure): readonly Step[] {
  return service.scope === 'domain' && party === 'service' && status === 403 ? [[({toDo}) => toDo.wholeAccount]] : [];
}

function broken(ending: Extract<Ending, {verdict: 'error'}>, own: Case): Told {
  const {result, title, id, place} = own;
  const task = result.last?.task;
  const state = (words: Words) => stateIn(task, words);
  const word = oneLine(task?.serviceStatus ?? '', 100);
  const headline = (what: (words: Words) => string): Message =>
    about(own, (words, name) => words.headline.about(name, what(words)));
  const acceptParts: readonly Step[] = task?.isDecidedByParts ? [] : [[({toDo}) => toDo.acceptParts]];
  switch (ending.problem) {
    case 'request':
      return requestFailed(ending.cause, own);
    case 'other-task':
      return {
        headline: headline(words => words.headline.otherTask),
        happened: words => words.happened.otherTask(title(words), id, oneLine(ending.answeredId, 128)),
        toDo: [[({toDo}) => toDo.otherTask]]
      };
    case 'ended-in-unknown-word':
      return {
        headline: headline(words => words.headline.endedUnknown(word)),
        happened: words => words.happened.endedUnknown(title(words), word),
        toDo:
          own.side === 'inputs'
            ? unknownWord(word, own)
            : [[(words: Words) => words.toDo.judgeWord(title(words), word)] as const]
      };
    case 'open-subtasks':
      return {
        headline: headline(words => words.headline.openParts(state(words), ending.open.length)),
        happened: words => {
          const [shown] = names(ending.open, words);
          const more = ending.open.length > maxNames ? words.names(['', '…']) : '';
          return words.happened.openParts(
            title(words),
            state(words),
            ending.open.length,
            sentence(shown + more, words)
          );
        },
        toDo: [[words => words.toDo.checkParts(title(words))], ...acceptParts]
      };
    case 'contradiction':
      return {
        headline: headline(words => words.headline.contradiction(state(words))),
        happened: words => {
          const against = words.names(ending.contradictions.map(message => inWords(message, words)));
          return words.happened.contradiction(title(words), state(words), sentence(against, words));
        },
        toDo: [[words => words.toDo.oneIsWrong(title(words))], ...acceptParts]
      };
    case 'no-state':
      return {
        headline: headline(words => words.headline.noState),
        happened: words => words.happened.noState(title(words)),
        toDo: [[words => words.toDo.waitForState(title(words))]]
      };
    case 'pages':
      return {
        headline: headline(words => words.headline.notTheService(title(words))),
        happened: words => words.happened.onlyPages(title(words), answerIn(ending.cause, words)),
        toDo: [
          [words => words.toDo.checkAddress(words.toDo.inputsOf.service, place.endpoint.url)],
          wayStep(place.endpoint.url),
          ...thenWait(own)
        ]
      };
    default:
      return ending satisfies never;
  }
}

function requestFailed(cause: RequestError, own: Case): Told {
  const told = failedRequest(cause, own);
  return {...told, toDo: [...told.toDo, ...thenWait(own)]};
}

function failedRequest(cause: RequestError, own: Case): Told {
  const {place, side} = own;
  const {failure} = cause;
  const {kind, party = 'service', explanation, status = 0} = failure;
  const isService = party === 'service';
  const whom = (words: Words) => partyName(failure, own, words);
  const address = (words: Words) =>
    isService ? place.endpoint.url + words.inBrackets(inWords(place.endpoint.origin, words)) : whom(words);
  const answer = (words: Words) => describeFailure(cause, words, {named: party, withId: false});
  const headline = (what: (words: Words) => string): Message =>
    about(own, (words, name) => words.headline.about(name, what(words)));
  const check: Step = [
    words => words.toDo.checkAddress(words.toDo.inputsOf[party], isService ? place.endpoint.url : whom(words))
  ];
  const way: Step = [words => words.toDo.checkWay(isService ? place.endpoint.url : whom(words))];
  const advice = adviceFor(own, cause);
  if (explanation) {
    return {
      headline: headline(words => explanation(words).headline),
      happened: words => explanation(words).cause,
      toDo: [[words => explanation(words).fix]]
    };
  }
  if (side === 'between' && kind !== 'unreached' && kind !== 'blocked') {
    const isRedirect = !failure.isPage && status < 400;
    return {
      headline: headline(words => (isRedirect ? words.headline.redirected : words.headline.notTheService(whom(words)))),
      happened: words => words.happened.page(whom(words), answer(words)),
      toDo: failure.hasLargeHeader
        ? [[({toDo}) => toDo.largeToken]]
        : failure.isPage
          ? [check, way]
          : advice.length > 0
            ? advice
            : [rejectionStep(failure, party)]
    };
  }
  switch (kind) {
    case 'unreached': {
      const host = new URL(place.endpoint.url).host;
      return {
        headline: headline(words => words.headline.noAnswerFrom(whom(words))),
        happened: words => words.happened.unreached(address(words), answer(words)),
        toDo: isService && isLoopback(host) ? [[({toDo}) => toDo.loopback(host)]] : [check, [({toDo}) => toDo.useProxy]]
      };
    }
    case 'blocked':
      return {
        headline: headline(words =>
          status === 407 ? words.headline.proxyRefuses : shortened(inWords(cause.what, words), maxCause)
        ),
        happened: words => words.happened.blocked(address(words), answer(words)),
        // The headline has the cause.
        ...(status !== 407 && {besides: (words: Words) => words.happened.blocked(address(words), '')}),
        toDo: blockedSteps(failure, check)
      };
    case 'malformed':
      return {
        headline: headline(words => words.headline.wrongAnswers(whom(words))),
        happened: words => words.happened.malformed(whom(words), answer(words)),
        toDo:
          advice.length > 0
            ? advice
            : [
                [
                  words =>
                    isService
                      ? words.toDo.wrongApi(inWords(place.endpoint.origin, words))
                      : words.toDo.noProxyAnswers(words.toDo.inputsOf[party])
                ]
              ]
      };
    case 'transient':
    case 'throttled':
      return {
        headline: headline(words => words.headline.noAnswerFrom(whom(words))),
        happened: words => words.happened.polledOnceInVain(answer(words)),
        toDo: [[({toDo}) => toDo.pollWithTime]]
      };
    default:
  }
  return {
    headline: headline(words => words.headline.rejected(shortened(failure.text ?? '', maxCause))),
    happened: words => words.happened.rejected(whom(words), isService ? address(words) : '', answer(words)),
    toDo: advice.length > 0 ? advice : [rejectionStep(failure, party)]
  };
}

function blockedSteps({status, proxyVariable}: RequestFailure, check: Step): readonly Step[] {
  if (status === 407) return [[({toDo}) => toDo.proxyPassword(proxyVariable ?? '')]];
  return [
    check,
    ...(proxyVariable ? [[({toDo}: Words) => toDo.proxyVariable(proxyVariable)] as const] : []),
    [({toDo}) => toDo.certificate]
  ];
}

function rejectionStep({code, status = 0}: RequestFailure, party: Party): Step {
  return [
    ({toDo}) => {
      const inputs = toDo.inputsOf[party];
      if (isUnknownApi(code)) return toDo.unknownApi(inputs);
      if (status === 494) return toDo.tooLargeToken;
      if (status === 511) return toDo.networkLogIn;
      return status >= 300 && status < 400 ? toDo.redirect(inputs) : toDo.readTheAnswer;
    }
  ];
}

function partyName({party = 'service'}: RequestFailure, {title}: Case, words: Words): string {
  return party === 'service' ? title(words) : words.parties[party];
}

function answerIn(cause: RequestError, words: Words): string {
  return describeFailure(cause, words, {withId: false});
}

function adviceFor({service}: Case, {failure: {code = ''}}: RequestError): readonly Step[] {
  const {codes = {}} = service.advice;
  return Object.hasOwn(codes, code) ? advised(codes[code]) : [];
}

function advised(text: Text | undefined): readonly Step[] {
  return text === undefined ? [] : [[({language}) => textIn(text, language)]];
}

function sentence(text: string, words: Words): string {
  return words.sentence(oneLine(text));
}

function taskNow({ending, last, endedDateMs}: WaitResult, kind: 'task' | 'resource'): TaskNow {
  if (!last) return {is: 'never-seen', kind};
  const seen = {task: last.task, ageMs: last.ageMs, dateMs: endedDateMs - last.ageMs};
  switch (ending.verdict) {
    case 'succeeded':
      if (ending.because === 'gone') return {is: 'gone', seen};
      return {is: 'ended', atMs: last.task.endMs, seen};
    case 'failed':
    case 'stopped':
      return {is: 'ended', atMs: last.task.endMs, seen};
    case 'timed-out':
      return ending.cause === undefined ? {is: whileWaiting(last, ending.doubt), seen} : {is: 'unknown', seen, kind};
    case 'unfinished':
      return {is: whileWaiting(last, ending.because === 'polled-once' ? ending.doubt : undefined), seen};
    case 'cancelled':
      return {is: whileWaiting(last, undefined), seen};
    default: {
      // Its end time is all that is known of the end.
      const hasEnded = ending.verdict === 'error' && ending.problem === 'ended-in-unknown-word';
      return hasEnded ? {is: 'ended', atMs: last.task.endMs, seen} : {is: 'unknown', seen, kind};
    }
  }
}

/** A last answer that was good: it showed the task running, or an end that does not count. */
function whileWaiting({task}: Sighting, doubt: Doubt | undefined): 'running' | 'not-proven' {
  return task.state === 'running' && doubt === undefined ? 'running' : 'not-proven';
}

function supportOf(
  told: readonly Pick<ToldTask, 'reference' | 'result'>[],
  {service, place}: Pick<Asked, 'service' | 'place'>
): Support {
  const reference = told[0]?.reference;
  return {
    title: service.title,
    ids: told.map(each => fullId(each.reference)),
    places: reference ? placesOf(reference, place.region, service) : [],
    requestId: told.flatMap(({result: {requestId}}) => requestId ?? []).at(-1),
    failedRequests: told.reduce((sum, {result: {failedPolls}}) => sum + failedPolls, 0),
    failures: told.flatMap(({result: {failures}}) => failures).sort((a, b) => a.dateMs - b.dateMs),
    endedDateMs: Math.max(...told.map(({result: {endedDateMs}}) => endedDateMs))
  };
}

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

/** Of the ids that a line names. */
export const maxIds = 10;

/** Several tasks: how many ended how, the reason of the one that decides, and what to do about each group. */
export function factsOfAll(told: NonEmpty<ToldTask>, asked: Pick<Asked, 'service' | 'place'>): Facts {
  const decisive = decisiveOf(told);
  if (told.length === 1) return decisive.facts;
  const groups = byRank.flatMap(verdict => {
    const members = told.filter(({result: {ending}}) => ending.verdict === verdict);
    return members.length > 0 ? [{verdict, members}] : [];
  });
  const counts = (words: Words) => groups.map(({verdict, members}) => words.headline.count[verdict](members.length));
  const hasSuccess = groups.some(({verdict}) => verdict === 'succeeded');
  const isAll = groups.length === 1 && hasSuccess;
  const reason = (words: Words, before: string) =>
    words.happened.several(before, fullId(decisive.reference), inWords(decisive.facts.happened, words));
  return {
    side: isAll ? 'nobody' : decisive.facts.side,
    headline: words =>
      words.headline.several(
        words.headline[asked.service.resource ? 'resources' : 'tasks'](
          textIn(asked.service.title, words.language),
          told.length
        ),
        counts(words)
      ),
    happened: words => (isAll ? inWords(caveatOf(asked.service), words) : reason(words, words.list(counts(words)))),
    // The headline has the counts.
    ...(!isAll && {besides: (words: Words) => reason(words, '')}),
    now: decisive.facts.now,
    toDo: isAll
      ? []
      : [
          ...groups.flatMap(({verdict, members}) =>
            verdict === 'succeeded' ? [] : alike(members).flatMap(each => stepsOf(verdict, each))
          ),
          ...(hasSuccess ? [[({toDo}: Words) => toDo.group.succeeded] as const] : []),
          ...(groups.some(({verdict}) => verdict !== 'failed' && verdict !== 'stopped')
            ? [[({toDo}: Words) => toDo.noDuplicates] as const]
            : [])
        ],
    support: supportOf(told, asked)
  };
}

/** Tasks with one verdict, by why they have it: what helps one of them helps the others. */
function alike(members: readonly ToldTask[]): readonly (readonly ToldTask[])[] {
  const reasons = [...new Set(members.map(reasonOf))];
  return reasons.map(reason => members.filter(each => reasonOf(each) === reason));
}

function reasonOf({result: {ending}}: ToldTask): string {
  const {verdict} = ending;
  if (verdict === 'failed' || verdict === 'stopped') return ending.because;
  if (verdict !== 'error') return verdict;
  return ending.problem === 'request' ? `${ending.cause.failure.kind} ${ending.cause.failure.code}` : ending.problem;
}

/** What to do about the tasks with one verdict: what helps the first of them, or all to be waited for again. */
function stepsOf(verdict: Exclude<Verdict, 'succeeded'>, members: readonly ToldTask[]): readonly Step[] {
  const ids = members.map(({reference}) => fullId(reference));
  const isWait = verdict === 'timed-out' || verdict === 'unfinished' || verdict === 'cancelled';
  const steps = isWait ? [waitAgain(ids)] : (members[0]?.facts.toDo ?? []);
  return steps.flatMap(([first, ...more], index): readonly Step[] => {
    if (index > 0) return [[first, ...more]];
    const named = (words: Words) => {
      const rest = ids.length - maxIds;
      const shown = [...ids.slice(0, maxIds), ...(rest > 0 ? [words.support.andMore(rest)] : [])];
      return words.toDo.group[verdict](words.list(shown), inWords(first, words));
    };
    return [[named, ...more]];
  });
}

/** How many of several tasks have ended, run, or are in a state that is not known. */
export function nowOfAll(told: readonly ToldTask[]): Readonly<Record<'ended' | 'running' | 'unknown', number>> {
  const count = (...kinds: readonly TaskNow['is'][]) => told.filter(({facts}) => kinds.includes(facts.now.is)).length;
  return {
    ended: count('ended', 'gone'),
    running: count('running'),
    unknown: count('not-proven', 'unknown', 'never-seen')
  };
}

/** A step that never came to wait: for the inputs, or for an error of this action. */
export function factsWithoutWait(told: Told, side: 'inputs' | 'action'): Facts {
  return {
    side,
    ...told,
    now: {is: side === 'inputs' ? 'not-asked' : 'lost'},
    support: {ids: [], places: [], failedRequests: 0, failures: [], endedDateMs: 0}
  };
}
