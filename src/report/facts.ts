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
  readonly headline: Message;
  /** The whole of it, as it is said without the headline. */
  readonly happened: Message;
  /** What of it the headline does not have, where that is less. */
  readonly besides?: Message;
  readonly now: TaskNow;
  readonly toDo: readonly Step[];
  readonly support: Support;
}

/** One thing to do: a line, or one for each case where it depends on what the job does. */
export type Step = NonEmpty<Message>;

/** Whether the task is running, as far as this step knows. `endedMs` is when the wait ended. */
export type TaskNow =
  | {readonly is: 'ended'; readonly atMs?: number | undefined; readonly seen: Seen}
  | {readonly is: 'gone' | 'running' | 'not-proven' | 'unknown'; readonly seen: Seen}
  /** `lost`: an error of this action's own ended the step. */
  | {readonly is: 'never-seen' | 'not-asked' | 'lost'};

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
}

export function factsOf(result: WaitResult, reference: TaskReference, asked: Asked): Facts {
  const {service} = asked;
  const title = ({language}: Words) => textIn(service.title, language);
  const own: Case = {...asked, result, reference, id: fullId(reference), title};
  return {
    ...whatHappened(own),
    now: taskNow(result),
    support: supportOf([{reference, result}], asked)
  };
}

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
  const parts = (words: Words) => [
    failed.length > 0 ? words.happened.failedParts(...names(failed, words)) : '',
    partMessage !== undefined && message !== undefined && !message.includes(partMessage)
      ? words.happened.partReason(sentence(partMessage, words))
      : '',
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
          const partReason = partMessage === undefined ? '' : words.happened.partReason(sentence(partMessage, words));
          const why = firstCause(words) || partReason;
          return words.sentences([told(title(words), state(words), failed.length, all), why, ...parts(words)]);
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
  const {result, service, limits, title} = own;
  const {timeoutMs, bareTimeout = ''} = limits;
  const task = result.last?.task;
  const isUnknown = cause === undefined && task?.state === 'unknown';
  const word = oneLine(task?.serviceStatus ?? '', 100);
  const isShortNumber = bareTimeout !== '' && timeoutMs < 5 * minuteMs;
  const why = ({headline, ...words}: Words): string => {
    const state = stateIn(task, {headline, ...words});
    if (cause !== undefined) return task ? headline.noAnswer : headline.neverAnswered;
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
        isShortNumber ? words.happened.limitInSeconds(bareTimeout) : '',
        cause ? words.happened.lastFailed(answerIn(cause, words)) : '',
        task ? '' : words.happened.neverAnswered,
        isUnknown ? words.happened.unknownWord(title(words), word, service.isDefinedByWorkflow === true) : '',
        doubt ? doubtIn(doubt, own, words) : ''
      ]),
    toDo: [
      ...(isShortNumber ? [[({toDo}: Words) => toDo.minutes(bareTimeout, `${bareTimeout}m`)] as const] : []),
      ...(isUnknown ? unknownWord(word, own) : []),
      ...acts,
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
  return {
    headline: about(own, (words, name) => words.headline.about(name, refusal(words).headline)),
    happened: words => {
      const answer = describeFailure(cause, words, {named: party, withId: false});
      const {answered, answeredElsewhere} = words.happened;
      const told = isPage ? answeredElsewhere(answer) : answered(partyName(failure, own, words), answer);
      return words.sentences([refusal(words).cause, failure.status === undefined ? '' : told]);
    },
    toDo: advice.length > 0 ? advice : [[words => refusal(words).fix], ...ownerSteps(own, failure)]
  };
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
        toDo: unknownWord(word, own)
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
        toDo: [[words => words.toDo.lookAtParts(title(words))], ...acceptParts]
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
          [words => words.toDo.checkWay(place.endpoint.url)]
        ]
      };
    default:
      return ending satisfies never;
  }
}

function requestFailed(cause: RequestError, own: Case): Told {
  const {place} = own;
  const {failure} = cause;
  const {kind, party = 'service', explanation} = failure;
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
  if (failure.isPage && kind !== 'unreached') {
    return {
      headline: headline(words => words.headline.notTheService(whom(words))),
      happened: words => words.happened.page(whom(words), answer(words)),
      toDo: failure.hasLargeHeader ? [[({toDo}) => toDo.largeToken]] : [check, way]
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
        headline: headline(words => words.headline.noConnection(whom(words))),
        happened: words => words.happened.blocked(address(words), answer(words)),
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

function taskNow({ending, last, endedDateMs}: WaitResult): TaskNow {
  if (!last) return {is: 'never-seen'};
  const seen = {task: last.task, ageMs: last.ageMs, dateMs: endedDateMs - last.ageMs};
  switch (ending.verdict) {
    case 'succeeded':
      if (ending.because === 'gone') return {is: 'gone', seen};
      return {is: 'ended', atMs: last.task.endMs, seen};
    case 'failed':
    case 'stopped':
      return {is: 'ended', atMs: last.task.endMs, seen};
    case 'timed-out':
      return {is: ending.cause === undefined ? whileWaiting(last, ending.doubt) : 'unknown', seen};
    case 'unfinished':
      return {is: whileWaiting(last, ending.because === 'polled-once' ? ending.doubt : undefined), seen};
    case 'cancelled':
      return {is: whileWaiting(last, undefined), seen};
    default: {
      // Its end time is all that is known of the end.
      const hasEnded = ending.verdict === 'error' && ending.problem === 'ended-in-unknown-word';
      return hasEnded ? {is: 'ended', atMs: last.task.endMs, seen} : {is: 'unknown', seen};
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
          ...groups.flatMap(({verdict, members}) => (verdict === 'succeeded' ? [] : stepsOf(verdict, members))),
          ...(hasSuccess ? [[({toDo}: Words) => toDo.group.succeeded] as const] : []),
          ...(groups.some(({verdict}) => verdict !== 'failed' && verdict !== 'stopped')
            ? [[({toDo}: Words) => toDo.noDuplicates] as const]
            : [])
        ],
    support: supportOf(told, asked)
  };
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

/** A step that never came to wait. */
export function factsWithoutWait(told: Told, is: 'not-asked' | 'lost'): Facts {
  return {
    ...told,
    now: {is},
    support: {ids: [], places: [], failedRequests: 0, failures: [], endedDateMs: 0}
  };
}
