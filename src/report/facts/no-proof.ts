import type {Ending} from '../../polling/judge.ts';
import {inWords} from '../../text.ts';
import type {Words} from '../../words/en.ts';
import {namesOf} from '../subtasks.ts';
import {oneLine} from '../text.ts';
import {inputsOf, requestFailed, wayStep} from './request-failed.ts';
import {
  about,
  aboutTask,
  answerIn,
  type Case,
  judgeWord,
  lookAtTask,
  nounOf,
  onceChanged,
  openSubtaskCount,
  reportWord,
  type Step,
  sentence,
  stateIn,
  type Told,
  thenWait,
  waitAfterFix,
  waitFor
} from './told.ts';

export function broken(ending: Extract<Ending, {verdict: 'error'}>, own: Case): Told {
  const {result, title, id, place} = own;
  const task = result.last?.task;
  const noun = (words: Words) => nounOf(own.service, words);
  const state = (words: Words) => stateIn(task, words);
  const word = oneLine(task?.serviceStatus ?? '', 100);
  const open = task === undefined ? 0 : openSubtaskCount(task);
  const headline = (what: (words: Words) => string) => aboutTask(own, what);
  const {strictSubtasks} = own.judging.strictness;
  const isAboutParts = strictSubtasks && !task?.isDecidedByParts && (task?.subtasks ?? []).length > 0;
  const acceptParts: readonly Step[] = isAboutParts ? [[({toDo}) => toDo.acceptParts]] : [];
  const wait = waitFor(own, ({toDo}) => toDo.onlyWaitsAfterThat);
  switch (ending.problem) {
    case 'request':
      return requestFailed(ending.cause, own);
    case 'other-task': {
      const {toDo, wait} = thenWait([[words => words.toDo.otherTask]], waitAfterFix(own));
      return {
        headline: headline(words => words.headline.otherTask),
        happened: words => words.happened.otherTask(title(words), id, oneLine(ending.answeredId, 128)),
        toDo: [...toDo, [words => words.toDo.otherTaskAgain]],
        wait
      };
    }
    case 'ended-in-unknown-word':
      return {
        headline: about(own, (words, name) => words.headline.endedUnknown(name, word, open > 0)),
        happened: words => words.happened.endedUnknown(title(words), word, open),
        besides: words => words.happened.takenAsEnded(title(words), open),
        toDo: [lookAtTask(own), ...judgeWord(word, own), onceChanged(id), reportWord(word)]
      };
    case 'open-subtasks':
      return {
        headline: headline(words => words.headline.openParts(state(words), ending.open.length)),
        happened: words => {
          const shown = sentence(namesOf(ending.open, words), words);
          return words.happened.openParts(title(words), state(words), ending.open.length, shown);
        },
        toDo: [...acceptParts, [words => words.toDo.checkParts(title(words))], wait.step],
        wait
      };
    case 'contradiction':
      return {
        headline: headline(words => words.headline.contradiction(state(words))),
        happened: words => {
          const against = words.names(ending.contradictions.map(message => inWords(message, words)));
          return words.happened.contradiction(title(words), state(words), sentence(against, words));
        },
        toDo: [...acceptParts, [words => words.toDo.oneIsWrong(title(words), noun(words))], wait.step],
        wait
      };
    case 'no-state':
      return {
        headline: headline(words => words.headline.noState),
        happened: words => words.happened.noState(title(words)),
        toDo: [[words => words.toDo.waitForState(title(words), noun(words))], wait.step],
        wait
      };
    case 'pages':
      return {
        headline: headline(words => words.headline.notTheService(title(words))),
        happened: words => words.happened.onlyPages(title(words), answerIn(ending.cause, words)),
        ...thenWait(
          [
            [words => words.toDo.checkAddress(inputsOf('service', place, words), place.endpoint.url)],
            wayStep(place.endpoint.url)
          ],
          waitAfterFix(own)
        )
      };
    default:
      return ending satisfies never;
  }
}
