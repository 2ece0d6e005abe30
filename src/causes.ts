import {randomUUID} from 'node:crypto';
import {type Clock, within} from './clock.ts';
import {secondMs} from './duration.ts';
import {MalformedAnswer, RequestError, wordsOf} from './errors.ts';
import {mapAll, type NonEmpty} from './non-empty.ts';
import type {WaitResult} from './polling/poller.ts';
import type {Service, TaskReference, TaskRequest} from './services/service.ts';
import {type Cause, isTerminal, type TaskState} from './task.ts';
import {inWords, type Message} from './text.ts';

/** At most so many causes of one task are kept. */
const maxCauses = 5;
/** At most so many requests in the whole step, and for so long. */
const maxRequests = 3;
const limitMs = 10 * secondMs;

/** Why a task in this state failed, read from the task's own object. */
export function causesIn(
  {causes: source}: Service,
  own: unknown,
  state: TaskState,
  task: TaskReference
): readonly Cause[] {
  if (source === undefined || source.request || !isTerminal(state)) return [];
  try {
    return source.read(own, task).slice(0, maxCauses);
  } catch (error) {
    // It decides nothing.
    if (error instanceof MalformedAnswer) return [];
    throw error;
  }
}

interface Ended {
  readonly reference: TaskReference;
  readonly result: WaitResult;
}

export interface CauseTools {
  readonly get: (request: TaskRequest, signal: AbortSignal, sent: () => void) => Promise<unknown>;
  readonly clock: Pick<Clock, 'sleep' | 'date'>;
  readonly clean: (text: string) => string;
  readonly debug: (line: Message) => void;
}

/**
 * The tasks with why they failed, where this takes requests of its own: a few and for some seconds, those that failed
 * before those that were stopped. Whatever comes of them, nothing else changes.
 */
export async function withCauses<T extends Ended>(
  ended: NonEmpty<T>,
  {causes: source}: Service,
  {get, clock, clean, debug}: CauseTools,
  signal: AbortSignal
): Promise<NonEmpty<T>> {
  if (!source?.request || signal.aborted) return ended;
  let requestsLeft = maxRequests;
  const found = new Map<T, readonly Cause[]>();

  async function readOf(each: T, limited: AbortSignal): Promise<void> {
    for (let from = source; from?.request && requestsLeft > 0; ) {
      const answer = await get(
        from.request(each.reference, {requestId: randomUUID(), dateMs: clock.date()}),
        limited,
        countSent
      );
      const causes = [...(found.get(each) ?? []), ...from.read(answer, each.reference)];
      found.set(each, causes.slice(0, maxCauses));
      from = from.next?.(answer);
    }
  }

  function countSent(): void {
    if (requestsLeft === 0) throw new RequestError(words => words.debug.noMoreForCauses, {kind: 'transient'});
    requestsLeft -= 1;
  }

  const withVerdict = (verdict: string) => ended.filter(({result}) => result.ending.verdict === verdict);
  await within(limitMs, clock, signal, async limited => {
    for (const each of [...withVerdict('failed'), ...withVerdict('stopped')]) {
      if (requestsLeft === 0 || limited.aborted) return;
      try {
        await readOf(each, limited);
      } catch (error) {
        debug(words => words.debug.noCauses(inWords(wordsOf(error), words)));
      }
    }
  });
  return mapAll(ended, each => {
    const {last} = each.result;
    const causes = found.get(each)?.map(cause => cleanCause(cause, clean));
    if (!last || !causes?.length) return each;
    return {...each, result: {...each.result, last: {...last, task: {...last.task, causes}}}};
  });
}

export function cleanCause(cause: Cause, clean: (text: string) => string): Cause {
  const cleaned = (text: string | undefined) => (text && clean(text)) || undefined;
  const {name, type, serviceStatus, message} = cause;
  return {
    ...cause,
    name: cleaned(name),
    type: cleaned(type),
    serviceStatus: cleaned(serviceStatus),
    message: cleaned(message)
  };
}
