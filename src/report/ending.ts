import {formatDuration} from '../duration.ts';
import type {RequestError} from '../errors.ts';
import {inWords, textIn} from '../text.ts';
import {version} from '../version.ts';
import type {Words} from '../words/en.ts';
import {maxIds, nowOfAll} from './facts/several.ts';
import {type Facts, type Seen, type Support, stateIn, type TaskNow, type ToldTask} from './facts/told.ts';
import {oneLine} from './text.ts';
import {timeOf} from './time.ts';

/** The four lines below the headline, in words. */
export interface EndingText {
  readonly headline: string;
  readonly happened: string;
  /** All that happened, also what the headline has. */
  readonly whole: string;
  readonly now: string;
  /** Lines of each thing to do. */
  readonly toDo: readonly (readonly string[])[];
  readonly support: string;
}

export function endingText(facts: Facts, words: Words, told: readonly ToldTask[] = []): EndingText {
  return {
    headline: oneLine(inWords(facts.headline, words), 300),
    happened: oneLine(inWords(facts.besides ?? facts.happened, words), 4000),
    whole: oneLine(inWords(facts.happened, words), 4000),
    now: told.length > 1 ? nowOfAllIn(told, words) : nowIn(facts.now, words),
    toDo: facts.toDo.map(step => step.map(line => oneLine(inWords(line, words), 4000))),
    support: oneLine(supportIn(facts.support, words), 4000)
  };
}

function nowOfAllIn(told: readonly ToldTask[], {now, ...words}: Words): string {
  const {ended, running, unknown} = nowOfAll(told);
  return words.sentences([
    ended > 0 ? now.countEnded(ended) : '',
    running > 0 ? now.countRunning(running) : '',
    unknown > 0 ? now.countUnknown(unknown) : ''
  ]);
}

function nowIn(fact: TaskNow, words: Words): string {
  const {now} = words;
  switch (fact.is) {
    case 'ended':
      return fact.atMs === undefined
        ? now.endedSeen(timeOf(fact.seen.dateMs, fact.seen.dateMs))
        : now.ended(timeOf(fact.atMs, fact.seen.dateMs));
    case 'gone':
      return now.gone(timeOf(fact.seen.dateMs + fact.seen.ageMs, fact.seen.dateMs));
    case 'running':
      return now.running(...seenIn(fact.seen, words));
    case 'not-proven':
      return now.notProven(...seenIn(fact.seen, words));
    case 'unknown':
      return words.sentences([now.unknown(...seenIn(fact.seen, words)), now.checkFirst[fact.kind]]);
    case 'never-seen':
      return now.neverSeen[fact.kind];
    case 'not-asked':
      return now.notAsked;
    case 'lost':
      return now.lost;
    default:
      return fact satisfies never;
  }
}

function seenIn({task, dateMs, ageMs}: Seen, words: Words): readonly [state: string, at: string, ago: string] {
  return [stateIn(task, words), timeOf(dateMs, dateMs), ageMs < 500 ? '' : formatDuration(ageMs)];
}

const maxFailuresShown = 3;

function supportIn(facts: Support, words: Words): string {
  const {title, ids, places, requestId, failedRequests, failures, endedDateMs} = facts;
  const {support} = words;
  const shown = ids.slice(0, maxIds);
  const more = ids.length > shown.length ? [support.andMore(ids.length - shown.length)] : [];
  const failed = failures
    .slice(-maxFailuresShown)
    .map(({error, dateMs}) => support.at(shortly(error, words), timeOf(dateMs, endedDateMs)));
  return [
    title === undefined ? '' : textIn(title, words.language),
    shown.length === 0
      ? ''
      : shown.length === 1
        ? support.task(shown.join())
        : support.tasks(words.list([...shown, ...more])),
    ...places.map(place => inWords(place, words)),
    requestId ? support.requestId(oneLine(requestId, 100)) : '',
    failedRequests > 0 ? support.failures(failedRequests, words.list(failed)) : '',
    support.version(version)
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A failure by its status or code. */
function shortly({failure: {status, code}, what}: RequestError, words: Words): string {
  const parts = [status === undefined ? '' : `HTTP ${status}`, code === String(status) ? '' : (code ?? '')];
  return oneLine(parts.filter(Boolean).join(' ') || inWords(what, words), 100);
}

/** What is said of an ending in one line, by an annotation. */
export function inOneLine({whole, toDo}: Pick<EndingText, 'whole' | 'toDo'>, words: Words): string {
  return words.sentences([whole, ...toDo.flat()]);
}
