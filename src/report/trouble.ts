import {InputError} from '../errors.ts';
import {inWords, type Message} from '../text.ts';
import {en, type Words} from '../words/en.ts';
import {begin} from './begin.ts';
import type {Sink} from './core.ts';
import {type EndingText, endingText} from './ending.ts';
import {afterFix, type Facts, type Told} from './facts/told.ts';
import type {OutputName, Redact} from './output-names.ts';
import {document, endingParts, supportPart} from './summary-form.ts';
import {setOutputs, stepFor, tell, thrownInWords, writeSummary} from './tell.ts';
import {oneLine} from './text.ts';

/** For everything that kept the step from waiting or from reporting, an error in this program included. */
export async function reportTrouble(
  error: unknown,
  {sink, redact, words}: {readonly sink: Sink; readonly redact: Redact; readonly words: Words},
  begun: Begun,
  withSummary: boolean
): Promise<'red'> {
  const isInput = error instanceof InputError;
  const problems: readonly Message[] = isInput ? error.problems : [thrownInWords(error, words)];
  const shown = problems.map(problem => sink.clean(inWords(problem, words)));
  const known = plainOf(begun, problems, sink.clean);
  const facts = isInput ? wrongInputs(shown, error, known) : unexpected(shown.join(' '), known);
  const ending = endingText(facts, words);
  // Each of these may fail for the same reason as what came before, and nothing else may fail with it.
  const parts: readonly (() => unknown)[] = [
    // Else it was said when the wait began.
    () => isInput && begun.dateMs !== undefined && begin(sink, words, begun.dateMs),
    () => tell('error', ending, sink, words),
    () => {
      const problem = setOutputs(outputsWithoutWait(ending.whole, redact), sink, words);
      if (problem !== undefined) {
        sink.info(`${words.log.warning}${words.log.outputsNotSet(problem.what)} ${stepFor(problem, words)}`);
      }
    },
    () => {
      if (error instanceof Error && !isInput) sink.debug(error.stack ?? '', 8000);
    },
    () => withSummary && writeSummary(summaryWithoutWait(ending, words), sink, words)
  ];
  for (const part of parts) {
    try {
      await part();
    } catch {
      // Nobody is left to hear of it.
    }
  }
  return 'red';
}

/** What was given is shown where it is plain, and is not itself what is wrong. */
function plainOf({dateMs, service, taskId}: Begun, problems: readonly Message[], clean: Sink['clean']): Begun {
  const told = problems.map(problem => inWords(problem, en));
  const plain = (name: string, form: RegExp, value = '') =>
    form.test(value.trim()) && !told.some(problem => problem.startsWith(`${name} `))
      ? oneLine(clean(value.trim()), 200)
      : undefined;
  return {
    dateMs,
    service: plain('service', /^[a-z-]{1,40}$/, service),
    taskId: plain('task-id', /^[\w-]{1,128}(\/[\w-]{1,128})*$/, taskId)
  };
}

/** What is wrong, before what helps: the first sentence. */
const whatIsWrong = /^(.*?)(?:[.?] |[。？]|\.$)(.*)$/s;
/** Where that is long: up to the first colon, behind where it stands in a definition. */
const inShort = /^((?:definition[^:：]*(?:: |：))?.*?)(?:: |：|[.?] |[。？])(.*)$/s;

/** As much of what is wrong as a headline has room for. */
const maxWrong = 160;

function wrongInputs(problems: readonly string[], {choices, questions}: InputError, begun: Begun): Facts {
  const [first = '', ...others] = problems;
  const whole = whatIsWrong.exec(first);
  const isShort = whole !== null && (whole[1]?.length ?? 0) <= maxWrong;
  const [, wrong = first.replace(/[.。]$/, ''), helps = ''] = (isShort ? whole : inShort.exec(first)) ?? [];
  const headline = oneLine(wrong, 200);
  const isInHeadline = others.length === 0 && headline === wrong;
  return factsWithoutWait(
    {
      headline: words =>
        others.length > 0 ? words.headline.wrongInputs(problems.length) : words.headline.cannotStart(headline),
      // One line, in which it shows where each of several begins.
      happened: words =>
        others.length > 0
          ? words.sentences(problems.map((problem, index) => words.numbered(index + 1, problem)))
          : first,
      ...(others.length > 0 && {reasons: () => problems}),
      ...(isInHeadline && {besides: questions.length > 0 ? ({beginning}: Words) => beginning(helps) : ''}),
      toDo: [
        ...questions.map(question => [question] as const),
        ...(isInHeadline && helps !== '' && questions.length === 0
          ? [[({beginning}: Words) => beginning(helps)] as const]
          : []),
        // Where nothing was given, there is nothing to correct.
        ...(questions.length > 0
          ? choices.map(choice => [choice] as const)
          : [
              [({toDo}: Words) => toDo.fixInputs, ...choices] as const,
              [
                ({toDo}: Words) => toDo.firstThatFits,
                ...afterFix('task'),
                ({toDo}: Words) => toDo.afterInputs(begun.taskId ?? '')
              ] as const
            ])
      ]
    },
    'inputs',
    begun
  );
}

function unexpected(problem: string, begun: Begun): Facts {
  return factsWithoutWait(
    {
      headline: ({headline}) => headline.unexpected,
      happened: problem,
      toDo: [[({toDo}) => toDo.reportBug]]
    },
    'action',
    begun
  );
}

/** A step that never came to wait: for the inputs, or for an error of this action. */
function factsWithoutWait(told: Told, side: 'inputs' | 'action', {dateMs, service, taskId}: Begun): Facts {
  return {
    ...told,
    now: {is: side === 'inputs' ? 'not-asked' : 'lost'},
    support: {
      ids: taskId === undefined ? [] : [taskId],
      places: [],
      ...(service !== undefined && {title: `service ${service}`}),
      kind: 'task',
      noun: ({nouns}) => nouns.task,
      requestIds: [],
      failedPolls: 0,
      throttledPolls: 0,
      isGone: false,
      failuresDecide: false,
      failures: [],
      failedIds: [],
      endedDateMs: dateMs
    }
  };
}

/** What is known of a step without a wait: its time, and inputs as they were given, where they may be shown. */
interface Begun {
  readonly dateMs?: number | undefined;
  readonly service?: string | undefined;
  readonly taskId?: string | undefined;
}

/** The outputs of a step that never came to wait, because of its inputs or an error of its own. */
export function outputsWithoutWait(message: string, redact: Redact): Record<OutputName, string> {
  return {
    status: 'error',
    'service-status': '',
    'task-name': '',
    'resource-name': '',
    'start-time': '',
    'end-time': '',
    'duration-seconds': '',
    message: redact(oneLine(message, 4000)),
    progress: '',
    'subtask-summary': '',
    subtasks: '[]',
    'failed-subtasks': '[]',
    causes: '[]',
    tasks: '[]',
    polls: '0',
    'detection-lag-seconds': ''
  };
}

/** The job summary of a step that never came to wait. */
export function summaryWithoutWait(ending: EndingText, words: Words = en): string {
  return document([...endingParts('error', ending, words), supportPart(ending, words)]);
}
