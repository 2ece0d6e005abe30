import type {Ending} from '../../polling/judge.ts';
import {subtaskFailed} from '../../polling/verdict.ts';
import type {Words} from '../../words/en.ts';
import {causeInWords, causesOf} from '../causes.ts';
import {
  about,
  advised,
  type Case,
  maxCause,
  names,
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
  const idNamesThing = service.settleMs > 0;
  const fix: Step = [
    words => {
      if (idNamesThing) return words.toDo.restartThing;
      return told === '' ? words.toDo.findCause(title(words)) : words.toDo.restart;
    }
  ];
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
            : [
                ...advised(service.advice.verdicts?.stopped),
                [({toDo}) => (idNamesThing ? toDo.restartStoppedThing : toDo.restartStopped)]
              ]
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
            causes.length === 0 && partMessage === undefined ? words.happened.noReason : '',
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
