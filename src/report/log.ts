import type {Clock} from '../clock.ts';
import {formatDuration} from '../duration.ts';
import type {Inputs} from '../inputs.ts';
import type {Doubt, Observer} from '../poller.ts';
import type {Task} from '../task.ts';
import type {Sink} from './core.ts';
import {describeFailure} from './explain.ts';
import {summarizeSubtasks} from './subtasks.ts';
import {oneLine} from './text.ts';

const heartbeatMs = 60_000;

/** What a person reads while the step waits: a line for each change, and one a minute where nothing changes. */
export interface WaitLog extends Observer {
  /** Writes heartbeats until the signal aborts. */
  heartbeats(signal: AbortSignal): Promise<void>;
  warn(text: string): void;
  /** What was worth a warning, for the summary. */
  readonly warnings: readonly string[];
}

export function createWaitLog(sink: Pick<Sink, 'info'>, clock: Clock, inputs: Inputs): WaitLog {
  const startedMs = clock.now();
  let lastLineMs = startedMs;
  let looks = 0;
  /** What was last seen: what counts as a change, and all of it in words. */
  let seen = {key: '', text: ''};
  /** Since when no usable answer has come, and what was told of it. */
  let failing: {readonly sinceMs: number; readonly told: Set<string>; readonly isNotFound: boolean} | undefined;
  const warnings: string[] = [];

  function line(text: string): void {
    lastLineMs = clock.now();
    sink.info(`${formatDuration(lastLineMs - startedMs).padStart(11)}  ${text}`);
  }

  function warn(text: string): void {
    warnings.push(text);
    line(`Warning: ${text}`);
  }

  return {
    warnings,
    warn,

    looked(task, doubt) {
      looks += 1;
      const next = describe(task, doubt, inputs.strictness.allowWarnings);
      const prefix = failing ? (failing.isNotFound ? 'found: ' : 'answers again: ') : '';
      if (next.key !== seen.key || failing) line(`${prefix}${next.text}`);
      seen = next;
      failing = undefined;
    },

    failed(error, pauseMs) {
      looks += 1;
      const isNotFound = error.failure.kind === 'not-found';
      failing ??= {sinceMs: clock.now(), told: new Set(), isNotFound};
      // The request id differs each time and is no news.
      const news = `${error.message} ${error.failure.code}`;
      if (failing.told.has(news)) return;
      failing.told.add(news);
      const what = isNotFound ? 'not visible (yet)' : 'no usable answer';
      line(
        `${what}: ${describeFailure(error, inputs.service.title)}; next look in ${formatDuration(Math.max(pauseMs, 1000))}`
      );
    },

    unknownWord(word) {
      warn(`The state "${oneLine(word, 100)}" is not known here and counts as still running.`);
    },

    async heartbeats(signal) {
      while (!signal.aborted) {
        const restMs = lastLineMs + heartbeatMs - clock.now();
        if (restMs > 0) {
          await clock.sleep(restMs, signal);
          continue;
        }
        const failure = failing ? `, no usable answer for ${formatDuration(clock.now() - failing.sinceMs)}` : '';
        line(
          `still ${seen.text || 'waiting for the first answer'}${failure} (${looks} ${looks === 1 ? 'look' : 'looks'})`
        );
      }
    }
  };
}

/** Messages are shown, but a new message alone is no change: some services count in them. */
function describe(
  task: Task,
  doubt: Doubt | undefined,
  allowWarnings: boolean
): {readonly key: string; readonly text: string} {
  const changing = [
    oneLine(task.serviceStatus, 100),
    task.progress === undefined ? '' : `${task.progress} %`,
    task.subtasks.length > 0 ? `subtasks ${oneLine(summarizeSubtasks(task.subtasks, allowWarnings))}` : '',
    doubt === 'settling' ? 'may still be the run before, looking again' : '',
    doubt === 'open-subtasks' ? 'no proof while a subtask has not ended, looking again' : ''
  ].filter(part => part !== '');
  const message = task.message ? [oneLine(task.message, 300)] : [];
  return {key: changing.join(' · '), text: [...changing, ...message].join(' · ')};
}
