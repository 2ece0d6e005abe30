import {groupsOf, type NonEmpty} from '../../non-empty.ts';
import type {Sighting, WaitResult} from '../../polling/poller.ts';
import {subtaskFailed} from '../../polling/verdict.ts';
import {fullId, kindOf, type Service, type TaskReference} from '../../services/service.ts';
import {inWords, type Message, type Text, textIn} from '../../text.ts';
import type {Words} from '../../words/en.ts';
import {placesOf} from '../places.ts';
import {oneLine} from '../text.ts';
import {notSucceeded} from './failed.ts';
import {broken} from './no-proof.ts';
import {notFound, refused} from './not-answered.ts';
import {cancelled, leftBehind, polledOnce, timedOut} from './not-ended.ts';
import {sideOf} from './side.ts';
import {
  type Asked,
  about,
  type Case,
  caveatOf,
  type EndedTask,
  type Facts,
  firstIds,
  hasSucceeded,
  type LastRequest,
  nounOf,
  reports,
  type Support,
  sentence,
  stateIn,
  type TaskNow,
  type Told,
  unsuccessfulFirst
} from './told.ts';

export function factsOf(result: WaitResult, reference: TaskReference, asked: Asked): Facts {
  const {service} = asked;
  const title = ({language}: Words) => textIn(service.title, language);
  const side = sideOf(result, service);
  const own: Case = {...asked, result, reference, id: fullId(reference), title, side};
  return {
    ...whatHappened(own),
    now: taskNow(result),
    support: supportOf([{reference, result}], asked)
  };
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
      const {service, judging} = own;
      const task = result.last?.task;
      const {message} = task ?? {};
      const caveat = caveatOf(service);
      return {
        headline: about(own, (words, name) => {
          if (!service.resource) return words.headline.succeeded(name);
          return words.headline[judging.strictness.expectation ? 'expected' : 'ready'](name, stateIn(task, words));
        }),
        happened: words =>
          words.sentences([message ? sentence(message, words) : '', passedOver(own, words), inWords(caveat, words)]),
        besides: words =>
          words.sentences([
            reports(own, words),
            passedOver(own, words),
            inWords(caveat, words),
            message ? words.happened.says(sentence(message, words)) : ''
          ]),
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
      return cancelled(own);
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

/** What speaks against the success and does not count, because an input says so. */
function passedOver({result, judging}: Case, {happened, sentences}: Words): string {
  const {strictness} = judging;
  const {state, subtasks = [], subtasksLeftOut = 0} = result.last?.task ?? {};
  const failed = subtasks.filter(subtask => subtaskFailed(subtask, strictness.allowWarnings)).length;
  return sentences([
    state === 'warning' ? happened.warningAllowed : '',
    failed > 0 && !strictness.strictSubtasks ? happened.partsAllowed(failed, subtasks.length + subtasksLeftOut) : ''
  ]);
}

function taskNow({ending, last, endedDateMs, failures}: WaitResult): TaskNow {
  if (!last) return {is: 'never-seen'};
  const seen = {task: last.task, ageMs: last.beforeEndMs, dateMs: endedDateMs - last.beforeEndMs};
  const haveFailedSince = failures.some(({dateMs}) => dateMs > seen.dateMs);
  switch (ending.verdict) {
    case 'succeeded':
      if (ending.because === 'gone') return {is: 'gone', seen};
      return {is: 'ended', atMs: last.task.endMs, seen};
    case 'failed':
    case 'stopped':
      return {is: 'ended', atMs: last.task.endMs, seen};
    case 'timed-out':
      return {is: ending.cause === undefined ? whileWaiting(last) : 'unknown', seen};
    case 'unfinished':
    case 'cancelled':
      return {is: haveFailedSince ? 'unknown' : whileWaiting(last), seen};
    default: {
      // Its end time is all that is known of the end.
      const hasEnded = ending.verdict === 'error' && ending.problem === 'ended-in-unknown-word';
      return hasEnded ? {is: 'ended', atMs: last.task.endMs, seen} : {is: 'unknown', seen};
    }
  }
}

/** A last answer that was good: it showed the task running, or an end that does not count. */
function whileWaiting({task}: Sighting): 'running' | 'not-proven' {
  return task.state === 'running' ? 'running' : 'not-proven';
}

/** The name that a definition gives is nobody else's. */
function titleOfDefinition({name, title}: Asked['service']): Text {
  return {en: `${textIn(title)} (service: ${name})`, zh: `${textIn(title, 'zh')}（service: ${name}）`};
}

export function supportOf(told: NonEmpty<EndedTask>, {service, place}: Pick<Asked, 'service' | 'place'>): Support {
  const isGone = told.every(({result: {ending}}) => ending.verdict === 'succeeded' && ending.because === 'gone');
  const sum = (of: (result: WaitResult) => number) => told.reduce((total, {result}) => total + of(result), 0);
  return {
    title: service.isDefinedByWorkflow ? titleOfDefinition(service) : service.title,
    ids: told.map(each => fullId(each.reference)),
    places: [
      ...placesOf(told[0].reference, place.region, service),
      ...(place.endpoint.isGiven ? [({support}: Words) => support.endpoint(place.endpoint.url)] : []),
      ...answeredAbout(told, service)
    ],
    kind: kindOf(service),
    noun: words => nounOf(service, words),
    requestIds: lastRequestsOf(told, isGone),
    failedPolls: isGone
      ? sum(({notFoundPolls}) => notFoundPolls)
      : sum(result => result.failedPolls - result.failures.length + failuresOf(result).length),
    throttledPolls: sum(({throttledPolls}) => throttledPolls),
    isGone,
    failuresDecide: told.some(({result: {ending}}) => 'cause' in ending && ending.cause !== undefined),
    failures: told.flatMap(({result}) => failuresOf(result)).sort((a, b) => a.dateMs - b.dateMs),
    firstFailedDateMs: told.flatMap(({result}) => result.firstFailedDateMs ?? []).sort((a, b) => a - b)[0],
    failedIds:
      told.length > 1
        ? told.flatMap(({reference, result}) => (failuresOf(result).length > 0 ? fullId(reference) : []))
        : [],
    endedDateMs: Math.max(...told.map(({result: {endedDateMs}}) => endedDateMs))
  };
}

/** Which others the service answered about. */
function answeredAbout(told: readonly EndedTask[], service: Service): readonly Message[] {
  const ids = told.flatMap(({result: {ending}}) =>
    ending.verdict === 'error' && ending.problem === 'other-task' ? oneLine(ending.answeredId, 128) : []
  );
  return ids.length > 0 ? [words => words.support.answeredAbout(nounOf(service, words), firstIds(ids, words))] : [];
}

/** `isGone`: answers that it is not there are no failures. */
function lastRequestsOf(told: NonEmpty<EndedTask>, isGone: boolean): readonly LastRequest[] {
  const bad = unsuccessfulFirst(told).filter(each => !hasSucceeded(each));
  const known = (bad.length > 0 ? bad : [told[0]]).flatMap(({reference, result}) => {
    const {requestId: id, requestIdParty: party, requestIdError: error} = result;
    const brought = failuresOf(result).length > 0 && !isGone ? (error ?? ('good' as const)) : undefined;
    return id === undefined ? [] : {id, party, brought, taskId: fullId(reference)};
  });
  // What gives credentials answers all tasks at once.
  return groupsOf(known, ({id}) => id).map(alike => {
    const [{id, party, brought}] = alike;
    return {id, party, brought, taskIds: told.length > 1 ? alike.map(({taskId}) => taskId) : []};
  });
}

/** Without what was found wrong on the way to a request: what the job lacks, or a project that is not there. */
function failuresOf({failures}: WaitResult): WaitResult['failures'] {
  return failures.filter(({error: {failure}}) => failure.explanation === undefined || failure.status !== undefined);
}
