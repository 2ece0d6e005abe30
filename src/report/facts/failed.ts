import type {Ending} from '../../polling/judge.ts';
import {subtaskFailed} from '../../polling/verdict.ts';
import type {Task} from '../../task.ts';
import {inWords, type Message} from '../../text.ts';
import type {Words} from '../../words/en.ts';
import {causesOf, placeOf, subjectOf} from '../causes.ts';
import {nameOf, shownState} from '../subtasks.ts';
import {
  about,
  advised,
  againIn,
  type Case,
  keepsId,
  maxCause,
  names,
  nounOf,
  plainWord,
  reports,
  type Step,
  sentence,
  shortened,
  stateIn,
  type Told
} from './told.ts';

/** Of subtasks that did not succeed. */
const badStates = ['failed', 'stopped', 'warning'] as const;

export function notSucceeded(ending: Extract<Ending, {verdict: 'failed' | 'stopped'}>, own: Case): Told {
  const {result, service, title, judging} = own;
  const task = result.last?.task;
  const subtasks = task?.subtasks ?? [];
  const failed = subtasks.filter(subtask => subtaskFailed(subtask, judging.strictness.allowWarnings));
  const done = subtasks.filter(({state}) => state === 'succeeded');
  const all = subtasks.length + (task?.subtasksLeftOut ?? 0);
  const causes = causesOf(result);
  const {message} = task ?? {};
  const [firstOfAll] = causes;
  const ownReason = message ?? (firstOfAll && subjectOf(firstOfAll) === '' ? firstOfAll.message : undefined);
  // One of the causes can be what the task itself says.
  const more = causes.filter(cause => ownReason === undefined || cause.message !== ownReason);
  const shown = badStates.flatMap(bad => failed.filter(({state}) => state === bad));
  const told = shown.find(each => each.message);
  const partMessage = told?.message;
  // Else it is the reason that the task has.
  const isOfPartsAlone = (text: string) =>
    ending.because === 'subtasks' ? causes.length === 0 : message !== undefined && !message.includes(text);
  const parts = (words: Words) => [
    ...badStates.map(bad => {
      const alike = shown.filter(({state}) => state === bad);
      return alike.length > 0 ? words.happened.badParts[bad](...names(alike, words)) : '';
    }),
    partMessage !== undefined && isOfPartsAlone(partMessage)
      ? words.happened.partReason(sentence(partMessage, words), told && failed.length > 1 ? nameOf(told, words) : '')
      : '',
    failed.length > 0 && done.length > 0
      ? words.happened[
          service.successInParts || ending.because === 'warning' || ending.because === 'undone'
            ? 'goodParts'
            : 'doneParts'
        ](...names(done, words))
      : ''
  ];
  const isCreation = failedInCreation(task, own);
  /** Which change of a resource failed, the state before tells best. */
  const before = (words: Words) =>
    service.resource && result.lastRunning
      ? words.happened.before(
          shownState(result.lastRunning, words),
          isCreation && saysCreation(result.lastRunning, service)
        )
      : '';
  const reason = (words: Words) => {
    const text = ownReason ?? (causes.length > 0 ? undefined : partMessage);
    if (text !== undefined) return words.happened.reason(sentence(text, words));
    if (causes.length > 0) return '';
    return words.happened[ending.verdict === 'stopped' ? 'noReasonOfStop' : 'noReason'];
  };
  const firstCause = (words: Words) => {
    const [first] = more;
    if (!first) return '';
    const why = first.message ? sentence(first.message, words) : '';
    const what = placeOf(first, words);
    return words.happened.cause(more.length, why ? what : sentence(what, words), why);
  };
  const given = message ?? causes[0]?.message ?? partMessage ?? '';
  const cause = shortened(given, maxCause);
  const isWhole = given !== '' && cause === shortened(given, given.length + 1);
  const state = (words: Words) => stateIn(task, words);
  const isSideKnown = ending.verdict === 'stopped' && given === '';
  const sideOfReason = (words: Words) => (isSideKnown ? '' : words.happened.sideUnknown);
  /** What happened, and the same as one of several tasks, which say once that nobody tells whose side it is on. */
  const happening = (tell: (words: Words, side: string) => string) => ({
    happened: (words: Words) => tell(words, sideOfReason(words)),
    ...(!isSideKnown && {briefly: (words: Words) => tell(words, '')})
  });
  const {verdicts} = service.advice;
  const idStays = keepsId(service);
  const how = (words: Words) => againIn(service, words);
  const starts: Message = words => {
    const noun = nounOf(service, words);
    const {alsoStarts, alsoStartsOther} = words.toDo;
    return service.advice.again?.givesNewId ? alsoStartsOther(noun, how(words)) : alsoStarts(noun);
  };
  const waits: Message = words => words.toDo[idStays ? 'sameId' : 'newId'](how(words));
  const startAnew: Step = service.resource ? changeAnew(isCreation) : [waits, starts];
  const alone = (steps: readonly Step[], more: Message, ...others: readonly Step[]): readonly Step[] =>
    service.resource ? [...steps, changeAnewAlone(isCreation), ...others] : [...withSentence(steps, more), ...others];
  const thisOneOnly: Message = words => words.toDo.anewAlone(how(words));
  /** What can be in the way of a new start. Executions of one thing leave nothing that is. */
  const caution = (words: Words) => {
    if (idStays) return '';
    if (done.length > 0) return words.toDo.repeats;
    return ending.because === 'task' ? words.toDo.leftovers(nounOf(service, words)) : '';
  };
  const causeStep: Message = words => {
    if (service.resource) return words.toDo[given === '' ? 'checkResource' : 'fixResource'];
    const {findCause, fixCause} = words.toDo;
    const fix = given === '' ? findCause(title(words)) : fixCause(title(words), nounOf(service, words));
    return words.sentences([fix, caution(words)]);
  };
  const look: readonly Step[] = verdicts?.failed ? advised(verdicts.failed) : [[causeStep]];
  const fix: readonly Step[] = [...look, startAnew];
  const checkStop: readonly Step[] = verdicts?.stopped
    ? advised(verdicts.stopped)
    : [[words => words.toDo[causes.length > 0 ? 'stoppedWithFailure' : 'checkStop'](title(words))]];
  switch (ending.because) {
    case 'task': {
      const first = ending.verdict === 'failed' ? look : checkStop;
      return {
        headline: about(own, (words, name) => {
          if (ending.verdict === 'stopped') return words.headline.stopped(name, cause);
          return service.resource && task
            ? words.headline.inState(name, shownState(task, words), cause)
            : words.headline.failed(name, cause);
        }),
        ...happening((words, side) =>
          words.sentences([reports(own, words), before(words), reason(words), firstCause(words), side, ...parts(words)])
        ),
        ...(isWhole && {
          besides: (words: Words) =>
            words.sentences([
              reports(own, words),
              before(words),
              // Below a headline that has the only one.
              ...(ownReason === undefined && causes.length === 1 ? [] : [firstCause(words)]),
              sideOfReason(words),
              ...parts(words)
            ])
        }),
        toDo: [...first, startAnew],
        alone: alone(first, thisOneOnly)
      };
    }
    case 'warning': {
      const check: readonly Step[] = verdicts?.warning
        ? advised(verdicts.warning)
        : [[words => words.toDo.checkTask(title(words), nounOf(service, words))]];
      return {
        headline: about(own, ({headline}, name) => headline.warning(name)),
        ...happening((words, side) =>
          words.sentences([words.happened.warning(title(words), state(words)), reason(words), side, ...parts(words)])
        ),
        toDo: [...check, [({toDo}) => toDo.acceptWarnings], [({toDo}) => toDo.notAccepted, ...startAnew]],
        alone: alone(check, words => words.toDo.notAcceptedAlone(how(words)), [({toDo}) => toDo.acceptWarningsAlone])
      };
    }
    case 'subtasks': {
      const byParts = task?.isDecidedByParts === true;
      return {
        headline: about(own, ({headline}, name) =>
          headline[byParts ? 'failed' : 'countsAsFailed'](name, headline.parts(failed.length, all))
        ),
        ...happening((words, side) => {
          const {partsDecide, partsFailed, partsFailedOf} = words.happened;
          const say = service.resource ? partsFailedOf : byParts ? partsDecide : partsFailed;
          return words.sentences([
            say(title(words), state(words), failed.length, all),
            firstCause(words),
            causes.length === 0 && partMessage === undefined ? words.happened.noReason : '',
            ...parts(words),
            side
          ]);
        }),
        toDo: [...(byParts ? [] : [[({toDo}: Words) => toDo.acceptParts] as const]), ...fix],
        alone: alone(look, thisOneOnly, ...(byParts ? [] : [[({toDo}: Words) => toDo.acceptPartsAlone] as const]))
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
        toDo: fix,
        alone: alone(look, thisOneOnly)
      };
    default:
      return ending.because satisfies never;
  }
}

/** Others come of something else even during a creation: `FROZEN` of arrears. */
const plainFailure = /^(error|failed)$/i;

/** Whether what failed of a resource is known to be its creation. */
function failedInCreation(task: Task | undefined, {result: {lastRunning}, service}: Case): boolean {
  if (saysCreation(task, service)) return true;
  return task !== undefined && plainFailure.test(plainWord(task)) && saysCreation(lastRunning, service);
}

function saysCreation(task: Task | undefined, {resource}: Case['service']): boolean {
  return task !== undefined && resource?.creation.includes(plainWord(task)) === true;
}

/** For a resource, whichever change of it failed. */
function changeAnew(isCreation: boolean): Step {
  if (isCreation) return [({toDo}) => toDo.createAnew.here, ({toDo}) => toDo.createAnew.elsewhere];
  return [
    ({toDo}) => toDo.changeAnew.creation.here,
    ({toDo}) => toDo.changeAnew.creation.elsewhere,
    ({toDo}) => toDo.changeAnew.other.here,
    ({toDo}) => toDo.changeAnew.other.elsewhere
  ];
}

function changeAnewAlone(isCreation: boolean): Step {
  const creation: Message = ({toDo}) => toDo.changeAnewAlone.creation;
  return isCreation ? [creation] : [creation, ({toDo}) => toDo.changeAnewAlone.other];
}

/** With one more sentence in the first of them. */
function withSentence([first, ...others]: readonly Step[], more: Message): readonly Step[] {
  if (!first) return [];
  const [line, ...lines] = first;
  return [[words => words.sentences([inWords(line, words), inWords(more, words)]), ...lines], ...others];
}
