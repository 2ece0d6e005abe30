import type {Clock} from '../clock.ts';
import {formatDuration, minuteMs} from '../duration.ts';
import type {RequestError} from '../errors.ts';
import type {Inputs} from '../inputs/inputs.ts';
import type {Doubt} from '../polling/judge.ts';
import type {Observer} from '../polling/poller.ts';
import type {Proof, Verdict} from '../polling/verdict.ts';
import {fullId, kindOf, type Service, stateOf, type TaskReference} from '../services/service.ts';
import {isTerminal, type Task} from '../task.ts';
import {inWords, type Message, textIn} from '../text.ts';
import {shownBetweenMs} from '../time.ts';
import type {Words} from '../words/en.ts';
import type {Sink} from './core.ts';
import {nounOf} from './facts/told.ts';
import {describeFailure} from './failure.ts';
import {placesOf} from './places.ts';
import {shownState, summarizeSubtasks} from './subtasks.ts';
import {cutTo, oneLine, padded, widthOf} from './text.ts';
import {type Piece, toneOf} from './tone.ts';

const heartbeatMs = minuteMs;
/** Of the column in which the states stand. */
const maxWordWidth = 30;

/** What a person reads while the step waits: a line for each change, and one a minute where nothing changes. */
interface WaitLog {
  /** Hears of one of the tasks. */
  observe(reference: TaskReference): Observer;
  /** Writes heartbeats until the signal aborts. */
  heartbeats(signal: AbortSignal): Promise<void>;
  warn(message: Message): void;
  /** What was worth a warning, for the summary. */
  readonly warnings: readonly Warning[];
}

export interface Warning {
  readonly text: string;
  /** The word that is not known, and the ids of the tasks that were seen in it, where that is what it warns of. */
  readonly unknown?: {readonly word: string; readonly taskIds: Set<string>};
}

/** What was last heard of a task. */
interface Heard {
  polls: number;
  /** What counts as a change, and all of it in words. */
  key: string;
  word: string;
  details: string;
  /** What the last answer proves. */
  proof: Proof['kind'] | undefined;
  /** Where the wait for it is over. */
  verdict: Verdict | undefined;
  /** Since when no good answer has come, and what was said of it. */
  failing: {readonly sinceMs: number; readonly told: Set<string>; readonly isNotFound: boolean} | undefined;
}

export function createWaitLog(
  sink: Pick<Sink, 'info' | 'debug' | 'clean'>,
  clock: Clock,
  {service, tasks, judging}: Pick<Inputs, 'service' | 'tasks' | 'judging'>,
  words: Words
): WaitLog {
  const {strictness} = judging;
  const startedMs = clock.now();
  const startedDateMs = clock.date();
  const isOne = tasks.length === 1;
  const labels = shortIds(tasks.map(fullId), sink.clean);
  const wordWidth = widthOfStates(service, words);
  const heard: Heard[] = [];
  /** News of failures that some task has told and not got over. An outage hits all of them, and is told once. */
  const toldNews = new Set<string>();
  const warnings: Warning[] = [];
  let lastLineMs = startedMs;

  /** As between the clock times that other lines have. */
  const waited = () => formatDuration(shownBetweenMs(startedDateMs, startedDateMs + clock.now() - startedMs));

  /** `label`: of a task, where there are several. */
  function line(label: string, ...pieces: readonly Piece[]): void {
    lastLineMs = clock.now();
    const who: readonly Piece[] = label === '' ? [] : [['strong', label], '  '];
    sink.info(['quiet', waited().padStart(11)], '  ', ...who, ...pieces);
  }

  function warn(message: Message): void {
    const text = inWords(message, words);
    if (warnings.some(warning => warning.text === text)) return;
    warnings.push({text});
    line('', ['doubtful', words.log.warning], text);
  }

  /** Once for each word, with the first task that was seen in it. */
  function warnOfWord(word: string, taskId: string, label: string): void {
    const told = warnings.find(({unknown}) => unknown?.word === word)?.unknown;
    if (told) {
      told.taskIds.add(taskId);
      return;
    }
    const text = words.warnings.unknownWord(oneLine(word, 100), label);
    warnings.push({text, unknown: {word, taskIds: new Set([taskId])}});
    line('', ['doubtful', words.log.warning], text);
  }

  /** Counts a poll, and tells of it those who run the job with debug logging. */
  function trace(task: Heard, label: string, what: string): void {
    task.polls += 1;
    sink.debug(words.debug.poll(label, task.polls, waited(), what));
  }

  function failed(task: Heard, label: string, error: RequestError, pauseMs: number): void {
    const isNotFound = error.failure.kind === 'not-found';
    task.failing ??= {sinceMs: clock.now(), told: new Set(), isNotFound};
    // The request id differs each time and is no news.
    const news = `${error.message} ${error.failure.code}`;
    if (task.failing.told.has(news) || (toldNews.has(news) && !isNotFound)) return;
    task.failing.told.add(news);
    if (!isNotFound) toldNews.add(news);
    const what = isNotFound ? unseen(task) : words.log.requestFailed;
    const answer = describeFailure(error, words);
    const told = pauseMs > 0 ? words.log.nextPoll(answer, pauseMs) : words.log.lastPoll(answer);
    line(label, ['doubtful', what], words.colon + told);
  }

  function unseen({proof}: Heard): string {
    const isGoneExpected = strictness.expectation?.kind === 'gone';
    if (proof === undefined) return isGoneExpected ? words.log.notKnown : words.log.notVisible(judging.notFoundGraceMs);
    return isGoneExpected ? words.log.noLongerKnown : words.log.vanished;
  }

  function polled(before: Heard, label: string, task: Task, doubt: Doubt | undefined, proven: Proof): void {
    const next = describe(task, {doubt, service, judging, isOne}, words);
    const proof = doubt ? 'unproven' : proven.kind;
    const {failing} = before;
    const hasTold = failing !== undefined && failing.told.size > 0;
    const again = hasTold ? (failing.isNotFound ? words.log.foundAgain : words.log.answersAgain) : '';
    if (next.key !== before.key || hasTold) {
      const details = joined([again, next.details]);
      const word = details === '' ? next.word : padded(cutTo(next.word, wordWidth), wordWidth);
      const tone = proof === 'failed' || proof === 'stopped' ? 'bad' : toneOf(task.state);
      line(label, [doubt ? 'doubtful' : tone, word], details && `  ${details}`);
    }
    for (const news of failing?.told ?? []) toldNews.delete(news);
    Object.assign(before, next, {proof, failing: undefined});
  }

  /** How the one task was last seen, or how many of several have come how far. */
  function standing(): string {
    const [first] = heard;
    if (isOne) return first ? joined([first.word, first.details]) : '';
    const count = (isOne: (task: Heard) => boolean) => heard.filter(isOne).length;
    const goesOn = heard.filter(({verdict}) => verdict === undefined);
    const notSeen = goesOn.filter(({proof}) => proof === undefined).length;
    const failed = count(({verdict}) => verdict === 'failed' || verdict === 'stopped');
    const succeeded = count(({verdict}) => verdict === 'succeeded');
    const others = [
      [goesOn.length - notSeen, words.log.running],
      [failed, words.log.failed],
      [heard.length - goesOn.length - failed - succeeded, words.log.givenUp],
      [notSeen, words.log.notSeen]
    ] as const;
    const parts = others.filter(([number]) => number > 0).map(([number, told]) => told(number));
    return words.list([words.log.done(succeeded, heard.length), ...parts]);
  }

  function withoutAnswer(): readonly string[] {
    // That something is not found is an answer.
    const sinceMs = heard.flatMap(({failing, verdict}) =>
      failing && !failing.isNotFound && verdict === undefined ? failing.sinceMs : []
    );
    if (sinceMs.length === 0) return [];
    const lastingMs = clock.now() - Math.min(...sinceMs);
    return [isOne ? words.log.noAnswerFor(lastingMs) : words.log.noAnswerOn(sinceMs.length, lastingMs)];
  }

  return {
    warnings,
    warn,

    observe(reference) {
      const label = isOne ? '' : (labels.get(fullId(reference)) ?? '');
      const task: Heard = {
        polls: 0,
        key: '',
        word: '',
        details: '',
        proof: undefined,
        failing: undefined,
        verdict: undefined
      };
      heard.push(task);
      return {
        polled: (seen, doubt, proof, {httpStatus, requestId} = {}) => {
          const id = requestId ? words.answer.requestId(oneLine(requestId, 100)) : '';
          trace(task, label, words.debug.answer(httpStatus, oneLine(shownWord(seen, words), 100), id));
          if (seen.subtasksLeftOut !== undefined) {
            const kept = seen.subtasks.length;
            warn(({warnings}) => warnings.leftOut(kept));
          }
          polled(task, label, seen, doubt, proof);
        },
        failed: (error, pauseMs) => {
          trace(task, label, describeFailure(error, words));
          failed(task, label, error, pauseMs);
        },
        unknownWord: word => warnOfWord(word, fullId(reference), label),
        ended: verdict => {
          task.verdict = verdict;
        }
      };
    },

    async heartbeats(signal) {
      while (!signal.aborted) {
        const restMs = lastLineMs + heartbeatMs - clock.now();
        if (restMs > 0) {
          await clock.sleep(restMs, signal);
          continue;
        }
        const polls = heard.reduce((sum, task) => sum + task.polls, 0);
        const [first] = heard;
        const waiting = isOne && first?.failing?.isNotFound ? unseen(first) : words.log.firstAnswer;
        const now = standing() || waiting;
        const told = words.list([isOne ? words.log.still(now) : now, ...withoutAnswer()]);
        line('', ['quiet', told + words.inBrackets(words.log.polls(polls))]);
      }
    }
  };
}

/** So wide as the longest state that this service has. */
function widthOfStates({states}: Service, words: Words): number {
  const shown = Object.entries(states).map(([serviceStatus, state]) => shownState({serviceStatus, state}, words));
  return Math.min(maxWordWidth, Math.max(...shown.map(widthOf)));
}

/** The next lines: what it waits for, where, with which credentials, and for how long. */
export function announce(
  sink: Pick<Sink, 'info' | 'debug'>,
  {
    service,
    tasks,
    place,
    limits,
    judging,
    reporting
  }: Pick<Inputs, 'service' | 'tasks' | 'place' | 'limits' | 'judging' | 'reporting'>,
  origin: Message,
  words: Words
): void {
  const [task] = tasks;
  const {log} = words;
  const title = textIn(service.title, words.language);
  const kind = kindOf(service);
  const what =
    tasks.length === 1 ? words.one(title, nounOf(service, words), fullId(task)) : words.many[kind](title, tasks.length);
  const untilGone = judging.strictness.expectation?.kind === 'gone';
  const waiting = log[untilGone ? 'waitingUntilGone' : 'waiting'](what, limits.timeoutMs);
  sink.info(['strong', limits.timeoutMs === 0 ? log.pollingOnce(what) : waiting]);
  const places = placesOf(task, place.region, service).map(message => inWords(message, words));
  sink.info(words.list([place.endpoint.url, ...places]));
  sink.info(log.signsIn(inWords(origin, words)));
  for (const message of reporting.unused) sink.info(inWords(message, words));
  for (const note of reporting.notes) sink.debug(inWords(note, words));
}

function doubtIn(
  doubt: Doubt | undefined,
  service: Pick<Service, 'resource'>,
  {settleMs, runsOverlap}: Pick<Inputs['judging'], 'settleMs' | 'runsOverlap'>,
  {log: {doubts}}: Words
): string {
  if (doubt === undefined) return '';
  if (doubt !== 'settling') return doubts[doubt];
  return doubts.settling[runsOverlap ? 'overlapping' : kindOf(service)](settleMs);
}

/**
 * What was seen, and what of it counts as a change. A message alone is none, for some services count in them; nor are
 * the steps of one among several tasks before it ends, which would drown the log.
 */
function describe(
  task: Task,
  {
    doubt,
    service,
    judging,
    isOne
  }: {readonly doubt: Doubt | undefined; service: Service; judging: Inputs['judging']; isOne: boolean},
  words: Words
): Pick<Heard, 'key' | 'word' | 'details'> {
  const {allowWarnings} = judging.strictness;
  const word = shownWord(task, words);
  const steps = [
    task.progress === undefined ? '' : `${task.progress} %`,
    task.subtasks.length > 0 ? words.log.subtasks(oneLine(summarizeSubtasks(task.subtasks, allowWarnings, words))) : ''
  ];
  const against = (task.contradictions ?? []).map(message => inWords(message, words));
  const why = doubt === 'contradiction' ? oneLine(words.names(against), 300) : '';
  // A word for an end, of a task that goes on.
  const isEarly =
    doubt === undefined &&
    task.state === 'running' &&
    isTerminal(stateOf(service.states, task.serviceStatus)) &&
    task.subtasks.some(({state}) => state === 'running');
  const inDoubt = [isEarly ? words.log.goesOn : doubtIn(doubt, service, judging, words), why];
  const message = task.message ? oneLine(task.message, 300) : '';
  return {
    key: joined(isOne || isTerminal(task.state) ? [word, ...steps, ...inDoubt] : [word, ...inDoubt]),
    word,
    details: joined([...steps, ...inDoubt, message])
  };
}

function shownWord(task: Task, words: Words): string {
  return task.serviceStatus.trim() === '' ? words.log.noState : shownState(task, words);
}

const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(' · ');

const shortLength = 8;

/** The first or the last letters of each id where these distinguish them; else the ids themselves. */
function shortIds(ids: readonly string[], clean: Sink['clean']): ReadonlyMap<string, string> {
  const shown = ids.map(clean);
  const forms = [(id: string) => id.slice(0, shortLength), (id: string) => id.slice(-shortLength), (id: string) => id];
  const form = forms.find(short => new Set(shown.map(short)).size === ids.length);
  return new Map(ids.map((id, index) => [id, form?.(shown[index] ?? '') ?? shown[index] ?? '']));
}
