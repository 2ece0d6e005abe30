import type {Clock} from '../clock.ts';
import {formatDuration, minuteMs} from '../duration.ts';
import type {RequestError} from '../errors.ts';
import type {Inputs} from '../inputs/inputs.ts';
import type {Doubt} from '../polling/judge.ts';
import type {Observer} from '../polling/poller.ts';
import type {Proof} from '../polling/verdict.ts';
import {fullId, kindOf, olderKindOf, type Service, type TaskReference} from '../services/service.ts';
import type {Task} from '../task.ts';
import {textIn} from '../text.ts';
import type {Sink} from './core.ts';
import {describeFailure} from './explain.ts';
import {placesOf} from './places.ts';
import {summarizeSubtasks} from './subtasks.ts';
import {oneLine} from './text.ts';
import {type Piece, toneOf} from './tone.ts';

const heartbeatMs = minuteMs;
/** Of the column in which the states stand. */
const maxWordWidth = 12;

/** What a person reads while the step waits: a line for each change, and one a minute where nothing changes. */
export interface WaitLog {
  /** Hears of one of the tasks. */
  observe(reference: TaskReference): Observer;
  /** Writes heartbeats until the signal aborts. */
  heartbeats(signal: AbortSignal): Promise<void>;
  warn(text: string): void;
  /** What was worth a warning, for the summary. */
  readonly warnings: readonly string[];
}

/** What was last heard of a task. */
interface Heard {
  looks: number;
  /** What counts as a change, and all of it in words. */
  key: string;
  word: string;
  details: string;
  /** What the last answer proves. */
  proof: Proof['kind'] | undefined;
  /** Since when no usable answer has come, and what was told of it. */
  failing: {readonly sinceMs: number; readonly told: Set<string>; readonly isNotFound: boolean} | undefined;
}

export function createWaitLog(
  sink: Pick<Sink, 'info' | 'clean'>,
  clock: Clock,
  {service, tasks, judging}: Pick<Inputs, 'service' | 'tasks' | 'judging'>
): WaitLog {
  const {strictness} = judging;
  const startedMs = clock.now();
  const isOne = tasks.length === 1;
  const labels = shortIds(tasks.map(fullId), sink.clean);
  const wordWidth = Math.min(maxWordWidth, Math.max(...Object.keys(service.states).map(({length}) => length)));
  const heard: Heard[] = [];
  /** News of failures that some task has told and not got over. An outage hits all of them, and is told once. */
  const toldNews = new Set<string>();
  const warnings: string[] = [];
  const warned = new Set<string>();
  let lastLineMs = startedMs;

  function line(label: string | undefined, ...pieces: readonly Piece[]): void {
    lastLineMs = clock.now();
    const who: readonly Piece[] = label === undefined || isOne ? [] : [['strong', label], '  '];
    sink.info(['quiet', formatDuration(lastLineMs - startedMs).padStart(11)], '  ', ...who, ...pieces);
  }

  function warn(text: string): void {
    if (warned.has(text)) return;
    warned.add(text);
    warnings.push(text);
    line(undefined, ['doubtful', 'Warning:'], ` ${text}`);
  }

  function failed(task: Heard, label: string | undefined, error: RequestError, pauseMs: number): void {
    const isNotFound = error.failure.kind === 'not-found';
    task.failing ??= {sinceMs: clock.now(), told: new Set(), isNotFound};
    // The request id differs each time and is no news.
    const news = `${error.message} ${error.failure.code}`;
    if (task.failing.told.has(news) || (toldNews.has(news) && !isNotFound)) return;
    task.failing.told.add(news);
    if (!isNotFound) toldNews.add(news);
    const what = isNotFound ? unseen(task) : 'no usable answer';
    const pause = formatDuration(Math.max(pauseMs, 1000));
    line(label, ['doubtful', what], `: ${describeFailure(error)}; next look in ${pause}`);
  }

  function unseen({proof}: Heard): string {
    return proof !== undefined && strictness.expectation?.kind === 'gone' ? 'no longer known' : 'not visible (yet)';
  }

  function polled(before: Heard, label: string | undefined, task: Task, doubt: Doubt | undefined, proven: Proof): void {
    const next = describe(task, doubt, {service, judging}, isOne);
    const proof = doubt ? 'unproven' : proven.kind;
    const {failing} = before;
    const hasTold = failing !== undefined && failing.told.size > 0;
    const again = hasTold ? (failing.isNotFound ? 'found' : 'answers again') : '';
    if (next.key !== before.key || hasTold) {
      const details = joined([again, next.details]);
      const word = details === '' ? next.word : next.word.padEnd(wordWidth);
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
    const count = (...proofs: Heard['proof'][]) => heard.filter(({proof}) => proofs.includes(proof)).length;
    const done = count('succeeded');
    const others = [
      [count('running', 'unproven'), 'running'],
      [count('failed', 'stopped'), 'failed'],
      [count(undefined), 'not seen yet']
    ] as const;
    const parts = others.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
    return [`${done} of ${heard.length} done`, ...parts].join(', ');
  }

  function withoutAnswer(): string {
    const goesOn = ({proof}: Heard) => proof === undefined || proof === 'running' || proof === 'unproven';
    const sinceMs = heard.flatMap(each => (each.failing && goesOn(each) ? each.failing.sinceMs : []));
    if (sinceMs.length === 0) return '';
    const lasting = formatDuration(clock.now() - Math.min(...sinceMs));
    return isOne ? `, no usable answer for ${lasting}` : `, no usable answer on ${sinceMs.length} for up to ${lasting}`;
  }

  return {
    warnings,
    warn,

    observe(reference) {
      const label = labels.get(fullId(reference));
      const task: Heard = {looks: 0, key: '', word: '', details: '', proof: undefined, failing: undefined};
      heard.push(task);
      return {
        polled: (seen, doubt, proof) => {
          task.looks += 1;
          if (seen.subtasksLeftOut !== undefined) {
            const kept = seen.subtasks.length;
            warn(`A task has more than ${kept} subtasks: all of them are judged, and ${kept} are kept to be shown.`);
          }
          polled(task, label, seen, doubt, proof);
        },
        failed: (error, pauseMs) => {
          task.looks += 1;
          failed(task, label, error, pauseMs);
        },
        unknownWord: word => warn(`The state "${oneLine(word, 100)}" is not known here and counts as still running.`)
      };
    },

    async heartbeats(signal) {
      while (!signal.aborted) {
        const restMs = lastLineMs + heartbeatMs - clock.now();
        if (restMs > 0) {
          await clock.sleep(restMs, signal);
          continue;
        }
        const looks = heard.reduce((sum, task) => sum + task.looks, 0);
        const still = isOne ? 'still ' : '';
        const counted = `${looks} ${looks === 1 ? 'look' : 'looks'}`;
        line(undefined, [
          'quiet',
          `${still}${standing() || 'waiting for the first answer'}${withoutAnswer()} (${counted})`
        ]);
      }
    }
  };
}

/** The first lines: what is waited for, where, with which credentials, and for how long. */
export function announce(
  sink: Pick<Sink, 'info' | 'debug'>,
  {service, tasks, place, limits, reporting}: Pick<Inputs, 'service' | 'tasks' | 'place' | 'limits' | 'reporting'>,
  origin: string
): void {
  const [task] = tasks;
  const isOne = tasks.length === 1;
  const title = textIn(service.title);
  const kind = kindOf(service);
  const what = isOne ? `${title} ${kind} ${fullId(task)}` : `${tasks.length} ${kind}s of ${title}`;
  const limit = limits.timeoutMs === 0 ? 'looking once' : `waiting for at most ${formatDuration(limits.timeoutMs)}`;
  sink.info(['strong', what], `: ${limit}`);
  const places = placesOf(task, place.region).map(words => words.join(' '));
  sink.info([place.endpoint.url, ...places, origin].join(', '));
  for (const sentence of reporting.unused) sink.info(sentence);
  for (const note of reporting.notes) sink.debug(note);
}

function doubtIn(doubt: Doubt | undefined, service: Pick<Service, 'resource'>): string {
  switch (doubt) {
    case undefined:
      return '';
    case 'settling':
      return `may still be ${olderKindOf(service)}, looking again`;
    case 'cached':
      return 'from a cache, made before this step, looking again';
    case 'open-subtasks':
      return 'no proof while a subtask has not ended, looking again';
    case 'contradiction':
      return 'no proof while the answer contradicts itself, looking again';
    case 'no-state':
      return 'no state yet, looking again';
    default:
      return doubt satisfies never;
  }
}

/**
 * What was seen, and what of it counts as a change. A message alone is none, for some services count in them; nor are
 * the steps of one among several tasks, which would drown the log.
 */
function describe(
  task: Task,
  doubt: Doubt | undefined,
  {
    service,
    judging: {
      strictness: {allowWarnings}
    }
  }: Pick<Inputs, 'service' | 'judging'>,
  isOne: boolean
): Pick<Heard, 'key' | 'word' | 'details'> {
  const word = oneLine(task.serviceStatus, 100) || '(no state)';
  const steps = [
    task.progress === undefined ? '' : `${task.progress} %`,
    task.subtasks.length > 0 ? `subtasks ${oneLine(summarizeSubtasks(task.subtasks, allowWarnings))}` : ''
  ];
  const why = doubt === 'contradiction' ? oneLine((task.contradictions ?? []).join('; '), 300) : '';
  const inDoubt = [doubtIn(doubt, service), why];
  const message = task.message ? oneLine(task.message, 300) : '';
  return {
    key: joined(isOne ? [word, ...steps, ...inDoubt] : [word, ...inDoubt]),
    word,
    details: joined([...steps, ...inDoubt, message])
  };
}

const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(' · ');

const shortLength = 8;

/** The first or the last letters of each id where these tell them apart; else the ids themselves. */
function shortIds(ids: readonly string[], clean: Sink['clean']): ReadonlyMap<string, string> {
  const shown = ids.map(clean);
  const forms = [(id: string) => id.slice(0, shortLength), (id: string) => id.slice(-shortLength), (id: string) => id];
  const form = forms.find(short => new Set(shown.map(short)).size === ids.length);
  return new Map(ids.map((id, index) => [id, form?.(shown[index] ?? '') ?? shown[index] ?? '']));
}
