import {minuteMs} from '../../duration.ts';
import type {Doubt, Ending} from '../../polling/judge.ts';
import {subtaskFailed} from '../../polling/verdict.ts';
import {kindOf, stateOf} from '../../services/service.ts';
import type {Words} from '../../words/en.ts';
import {oneLine} from '../text.ts';
import {wayStep} from './request-failed.ts';
import {sideOfFailure} from './side.ts';
import {
  about,
  aboutTask,
  advised,
  answerIn,
  type Case,
  plainWord,
  type Step,
  stateIn,
  type Told,
  thenWait,
  unknownWord,
  waitedMs,
  waitFor,
  waitInNewRun
} from './told.ts';

export function timedOut({doubt, cause}: Extract<Ending, {verdict: 'timed-out'}>, own: Case): Told {
  const {result, service, limits, title, side, place, judging} = own;
  const {timeoutMs, bareTimeout = ''} = limits;
  const task = result.last?.task;
  const isUnknown = cause === undefined && task?.state === 'unknown';
  const word = oneLine(task?.serviceStatus ?? '', 100);
  const isShortNumber = bareTimeout !== '' && timeoutMs > 0 && timeoutMs < 5 * minuteMs;
  const kind = kindOf(service);
  const tookMs = waitedMs(result, limits);
  const overMs = tookMs > timeoutMs ? tookMs : undefined;
  const why = (words: Words): string => {
    const {headline} = words;
    const state = stateIn(task, words);
    if (cause !== undefined)
      return task ? headline.whileFailing[sideOfFailure(cause.failure)] : headline.neverAnswered[kind];
    if (isUnknown) return headline.unknownWord(word, isCustom);
    if (doubt === 'no-state') return headline.noState;
    if (doubt !== undefined) return headline.notProven(state);
    return task ? headline.stillIn[kind](state) : headline.neverAnswered[kind];
  };
  const acts = cause === undefined && doubt === undefined ? waitingAdvice(own) : [];
  const isCustom = service.isDefinedByWorkflow === true;
  const unknown = isUnknown ? unknownWord(word, own, isShortNumber ? [] : [raiseTimeout(own)]) : undefined;
  const wait = unknown?.wait ?? (isShortNumber ? waitInNewRun(own) : waitFor(own, ({toDo}) => toDo.onlyWaits));
  const happened = (unknown: (words: Words) => string) => (words: Words) =>
    words.sentences([
      isUnknown ? unknown(words) : '',
      isShortNumber ? words.happened.limitInSeconds(bareTimeout) : words.happened.limit(timeoutMs, overMs),
      isUnknown ? words.happened.longerUnknown(isCustom) : '',
      ...(side === 'nobody' && isGoingWell(own)
        ? [words.happened.noFailure[kind], isShortNumber || acts.length > 0 ? '' : words.happened.shortOrSlow[kind]]
        : []),
      cause ? words.happened.lastFailed(answerIn(cause, words)) : '',
      cause && side === 'runner' ? words.happened.networkOrService : '',
      cause?.failure.isPage ? words.happened.pageSide : '',
      task ? '' : words.happened.neverAnswered[kind],
      cause ? words.happened.outcomeUnknown[kind] : '',
      doubt ? doubtIn(doubt, own, words) : ''
    ]);
  return {
    headline: about(own, (words, name) => words.headline.timedOut(name, timeoutMs, overMs, why(words))),
    happened: happened(words => words.happened.unknownWord(title(words), word, {isCustom, goesOn: true})),
    ...(isUnknown && {besides: happened(words => words.happened.unknownCounts(isCustom))}),
    toDo: [
      ...(isShortNumber ? [[({toDo}: Words) => toDo.minutes(bareTimeout, `${bareTimeout}m`)] as const] : []),
      ...acts,
      ...(cause !== undefined && side === 'between' ? [wayStep(place.endpoint.url)] : []),
      ...(unknown?.toDo ?? [wait.step]),
      ...(cause !== undefined && (side === 'runner' || side === 'service')
        ? [
            [({toDo}: Words) => toDo.checkNetwork(place.endpoint.url)] as const,
            ...(isShortNumber ? [] : [raiseTimeout(own)])
          ]
        : []),
      ...(cause === undefined && acts.length === 0 && !isUnknown && !isShortNumber && !task?.isUndoing
        ? [
            doubt === 'settling'
              ? ([({toDo}: Words) => toDo.outlastSettle(judging.settleMs)] as const)
              : raiseTimeout(own)
          ]
        : [])
    ],
    wait
  };
}

function raiseTimeout({service}: Case): Step {
  return [({toDo}) => toDo.raiseTimeout[kindOf(service)]];
}

/** Whether the last answer shows the task running, and nothing in it speaks of a failure. */
function isGoingWell({result: {last}, service, judging: {strictness}}: Case): boolean {
  if (last?.task.state !== 'running' || last.task.isUndoing) return false;
  const {subtasks} = last.task;
  const meaning = stateOf(service.states, plainWord(last.task));
  const isBad = meaning === 'failed' || meaning === 'stopped' || meaning === 'warning';
  return !isBad && !subtasks.some(each => subtaskFailed(each, strictness.allowWarnings));
}

/** For a task that was last seen in a state in which it can stay for ever: who has to act. */
function waitingAdvice({service, result}: Case): readonly Step[] {
  const {words = {}} = service.advice;
  const word = result.last?.task.serviceStatus ?? '';
  return Object.hasOwn(words, word) ? advised(words[word]) : [];
}

function doubtIn(doubt: Doubt, {service, judging: {settleMs}}: Case, {happened: {doubts}}: Words): string {
  return doubt === 'settling' ? doubts.settling[kindOf(service)](settleMs) : doubts[doubt];
}

export function polledOnce({doubt}: Extract<Ending, {because: 'polled-once'}>, own: Case): Told {
  const task = own.result.last?.task;
  const kind = kindOf(own.service);
  const isUnknown = task?.state === 'unknown';
  const isCustom = own.service.isDefinedByWorkflow === true;
  const word = oneLine(task?.serviceStatus ?? '', 100);
  const isPlain = doubt === undefined && !isUnknown;
  const unknown = isUnknown ? unknownWord(word, own) : undefined;
  const wait = unknown?.wait ?? waitFor(own, ({toDo}) => toDo.pollLater);
  return {
    headline: isUnknown
      ? aboutTask(own, words => words.headline.unknownWord(word, isCustom))
      : about(own, (words, name) => words.headline.polledOnce[kind](name, stateIn(task, words))),
    happened: words =>
      words.sentences([
        isPlain ? words.happened.polledOnce[kind] : words.happened.polledOnceInDoubt,
        isUnknown ? words.happened.unknownWord(own.title(words), word, {isCustom, goesOn: false}) : '',
        doubt ? doubtIn(doubt, own, words) : ''
      ]),
    toDo: [
      ...(isPlain ? waitingAdvice(own) : []),
      ...(unknown?.toDo ?? [wait.step]),
      ...(doubt === 'settling' ? [[({toDo}: Words) => toDo.settleLater] as const] : [])
    ],
    wait
  };
}

/** GitHub gives no reason to the step: a newer run has taken over, or the work is still wanted here. */
export function cancelled(own: Case): Told {
  const {result, service, limits} = own;
  const kind = kindOf(service);
  const {toDo, wait} = thenWait(
    [[words => words.toDo.replaced[kind]]],
    waitFor(
      own,
      words => words.toDo.otherwise,
      words => words.toDo.onlyWaits
    )
  );
  return {
    headline: about(own, ({headline}, name) => headline.cancelled(name)),
    happened: ({happened}) => happened.cancelled(waitedMs(result, limits)),
    toDo: [...toDo, [words => words.toDo.raiseJobTimeout]],
    wait
  };
}

export function leftBehind(own: Case): Told {
  return {
    headline: about(own, ({headline}, name) => headline.failFast(name)),
    happened: ({happened}) => happened.failFast,
    ...thenWait(
      [],
      waitFor(own, ({toDo}) => toDo.onlyWaits)
    )
  };
}
