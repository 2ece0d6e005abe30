import {formatDuration, secondMs} from '../duration.ts';
import {errorCode, type RequestError} from '../errors.ts';
import {groupsOf} from '../non-empty.ts';
import {inWords, textIn} from '../text.ts';
import {instant, shownBetweenMs, timeOf} from '../time.ts';
import {version} from '../version.ts';
import type {Words} from '../words/en.ts';
import {
  type Facts,
  firstIds,
  isOver,
  type LastRequest,
  maxIds,
  nowOfAll,
  openSubtaskCount,
  type Seen,
  type Support,
  stateIn,
  type TaskNow,
  type ToldTask
} from './facts/told.ts';
import {shownState} from './subtasks.ts';
import {listed, oneLine} from './text.ts';

/** The headline and the four lines below it, in words. */
export interface EndingText {
  readonly headline: string;
  readonly happened: string;
  /** What is shown in the place of that, where there is more than one thing to tell. */
  readonly reasons: readonly string[];
  /** What holds for all of them. */
  readonly ofReasons: string;
  /** All that happened, also what the headline has. */
  readonly whole: string;
  readonly now: string;
  /** The label of `now`. */
  readonly nowLabel: string;
  /** Whether the task is not known to have ended. */
  readonly isOpen: boolean;
  /** Lines of each thing to do. */
  readonly toDo: readonly (readonly string[])[];
  readonly support: string;
}

export function endingText(facts: Facts, words: Words, told: readonly ToldTask[] = []): EndingText {
  return {
    headline: oneLine(inWords(facts.headline, words), 300),
    happened: oneLine(inWords(facts.besides ?? facts.happened, words), 4000),
    reasons: (facts.reasons?.(words) ?? []).map(reason => oneLine(reason, 4000)),
    ofReasons: inWords(facts.ofReasons ?? '', words),
    whole: oneLine(inWords(facts.happened, words), 4000),
    now: told.length > 1 ? nowOfAllIn(told, facts.support, words) : nowIn(facts.now, facts.support.kind, words),
    isOpen: told.length > 1 ? nowOfAll(told).ended < told.length : !isOver(facts.now),
    nowLabel: words.labels.now[facts.support.kind](facts.support.ids.length),
    toDo: facts.toDo.map(step => step.map(line => oneLine(inWords(line, words), 4000))),
    support: oneLine(supportIn(facts.support, words), 4000)
  };
}

function nowOfAllIn(told: readonly ToldTask[], {kind, endedDateMs}: Support, {now, ...words}: Words): string {
  const {ended, running, unknown, polledDateMs} = nowOfAll(told);
  return words.sentences([
    ended > 0 ? now.countEnded[kind](ended) : '',
    running > 0 ? now.countRunning[kind](running, timeOf(polledDateMs, endedDateMs ?? polledDateMs)) : '',
    unknown > 0 ? now.countUnknown[kind](unknown) : ''
  ]);
}

function nowIn(fact: TaskNow, kind: Support['kind'], words: Words): string {
  const {now} = words;
  switch (fact.is) {
    case 'ended':
      if (kind === 'resource') {
        const [state, at] = seenIn(fact.seen, words);
        return now.inState(state, at);
      }
      return endedIn(fact, words);
    case 'gone':
      return now.gone(
        timeOf(fact.seen.dateMs, fact.seen.dateMs),
        timeOf(fact.seen.dateMs + fact.seen.ageMs, fact.seen.dateMs)
      );
    case 'running':
      return now.running[kind](...seenIn(fact.seen, words));
    case 'not-proven':
      return now.notProven[kind](...seenIn(fact.seen, words));
    case 'unknown':
      return words.sentences([now.unknown(...seenIn(fact.seen, words)), now.mayRun[kind]]);
    case 'never-seen':
      return now.neverSeen[kind];
    case 'not-asked':
      return now.notAsked;
    case 'lost':
      return now.lost;
    default:
      return fact satisfies never;
  }
}

function endedIn({atMs, seen: {task, dateMs}}: Extract<TaskNow, {is: 'ended'}>, words: Words): string {
  const {now} = words;
  if (atMs === undefined) return now.endedSeen(shownState(task, words), timeOf(dateMs, dateMs));
  return now[openSubtaskCount(task) > 0 ? 'mayHaveEnded' : 'ended'](timeOf(atMs, dateMs));
}

function seenIn({task, dateMs, ageMs}: Seen, words: Words): readonly [state: string, at: string, ago: string] {
  const agoMs = ageMs < secondMs ? 0 : shownBetweenMs(dateMs, dateMs + ageMs);
  return [stateIn(task, words), timeOf(dateMs, dateMs), agoMs > 0 ? formatDuration(agoMs) : ''];
}

const maxFailuresShown = 5;

function supportIn(facts: Support, words: Words): string {
  const {title, ids, places, requestIds, failedPolls, isGone, endedDateMs} = facts;
  const {support} = words;
  return [
    title === undefined ? '' : textIn(title, words.language),
    tasksIn(ids, facts, words),
    ...places.map(place => inWords(place, words)),
    requestIds.length > 0 ? requestsIn(facts, words) : '',
    failedPolls === 0 ? '' : isGone ? support.notFound(failedPolls) : failuresIn(facts, words),
    endedDateMs === undefined ? '' : support.ended(instant(endedDateMs)),
    support.version(version)
  ]
    .filter(Boolean)
    .join(' · ');
}

function requestsIn(facts: Support, words: Words): string {
  const {requestIds} = facts;
  const {support, parties} = words;
  const lines = listed(requestIds, maxIds, support.andMore, request => {
    const {id, party = 'service', taskIds} = request;
    const whose = party === 'service' ? '' : parties[party];
    const facets = [tasksIn(taskIds, facts, words), whose, whichIn(request, facts, words)].filter(Boolean);
    return oneLine(id, 100) + (facets.length > 0 ? words.inBrackets(words.list(facets)) : '');
  });
  return support.requestIds(requestIds.length, words.list(lines));
}

/** Which request it was, where some have failed. */
function whichIn({brought, taskIds}: LastRequest, {failures}: Support, words: Words): string {
  if (brought === undefined) return '';
  if (brought === 'good') return words.support.ofAnswer;
  const failure = broughtBy(brought, words);
  const isLast = taskIds.length > 0 || brought === failures.at(-1)?.error;
  return isLast ? failure : words.support.ofEarlier(failure);
}

function tasksIn(ids: readonly string[], {kind, noun}: Support, words: Words): string {
  const [id, ...others] = ids;
  if (id === undefined) return '';
  return others.length > 0
    ? words.support.several[kind](firstIds(ids, words))
    : words.support.one(inWords(noun, words), id);
}

/** The last failed requests, by what they brought. */
function failuresIn(facts: Support, words: Words): string {
  const {failures, firstFailedDateMs, failedIds, failedPolls, throttledPolls, failuresDecide, endedDateMs} = facts;
  const shown = failures.slice(-maxFailuresShown);
  const told = shown.map(({error, dateMs}) => ({
    text: shortly(error, words),
    time: timeOf(dateMs, endedDateMs ?? dateMs)
  }));
  const some = groupsOf(told, ({text}) => text).map(group => {
    const last = group.length - 1;
    return words.support.at(
      group[0].text,
      group.map(({time}, index) => (index === last ? time : time.replace(/ UTC$/, '')))
    );
  });
  const about = tasksIn(failedIds, facts, words);
  const isCut = shown.length > 0 && shown.length < failedPolls && firstFailedDateMs !== undefined;
  const since = isCut ? timeOf(firstFailedDateMs, endedDateMs ?? firstFailedDateMs) : '';
  const last = {since, count: shown.length, some: words.names(some)};
  return words.support.failures(failedPolls, throttledPolls, last, failuresDecide, about);
}

/** A failure by its status or code, and whose it is where that is not the service. */
function shortly(error: RequestError, words: Words): string {
  const {party = 'service'} = error.failure;
  return broughtBy(error, words) + (party === 'service' ? '' : words.inBrackets(words.parties[party]));
}

function broughtBy({failure: {status, code, isPage}, what, cause}: RequestError, words: Words): string {
  const page = isPage ? words.answer.notJson : '';
  const parts = [status === undefined ? '' : `HTTP ${status}${page}`, code === String(status) ? '' : (code ?? '')];
  return oneLine(parts.filter(Boolean).join(' ') || (rootCode(cause) ?? inWords(what, words)), 100);
}

/** The system's code for why no answer came. */
function rootCode(error: unknown): string | undefined {
  return errorCode(error) ?? (error instanceof Error && error.cause ? rootCode(error.cause) : undefined);
}

/** What is said of an ending in one line, by an annotation. */
export function inOneLine(
  {whole, now, nowLabel, isOpen, toDo}: Pick<EndingText, 'whole' | 'now' | 'nowLabel' | 'isOpen' | 'toDo'>,
  words: Words
): string {
  const said = whole.toLowerCase();
  return words.sentences([
    whole,
    isOpen ? nowLabel + words.colon + now : '',
    ...toDo.flat().filter(line => !said.includes(line.toLowerCase()))
  ]);
}
