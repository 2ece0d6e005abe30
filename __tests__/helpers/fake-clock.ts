import type {Clock} from '../../src/clock.ts';

interface Sleeper {
  readonly untilMs: number;
  readonly order: number;
  readonly wake: () => void;
  isAwake: boolean;
}

export interface FakeClock extends Clock {
  /** Every sleep that was begun, in order. */
  readonly sleeps: readonly number[];
  /** Moves both clocks on without waking anybody: time that passes inside a request, say. */
  advance(ms: number): void;
  /** Sets the wall clock alone, as an adjusted system clock does. */
  setDate(epochMs: number): void;
}

/**
 * Time that passes only while everybody sleeps: when nothing else is left to do, it jumps to the earliest end of a
 * sleep. So several loops can share it, and hours take no time.
 */
export function fakeClock({startDateMs = Date.UTC(2026, 0, 15, 8, 30)} = {}): FakeClock {
  /** A heap by the ends of their sleep; those that were woken before it stay until then. */
  const sleepers: Sleeper[] = [];
  const sleeps: number[] = [];
  let nowMs = 0;
  let offsetMs = startDateMs;
  let jump: NodeJS.Immediate | undefined;

  const isBefore = (a: Sleeper, b: Sleeper) => a.untilMs < b.untilMs || (a.untilMs === b.untilMs && a.order < b.order);

  function push(sleeper: Sleeper): void {
    let at = sleepers.push(sleeper) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = sleepers[above] as Sleeper;
      if (!isBefore(sleeper, parent)) break;
      sleepers[at] = parent;
      at = above;
    }
    sleepers[at] = sleeper;
  }

  function shift(): Sleeper | undefined {
    const first = sleepers[0];
    const last = sleepers.pop();
    if (!last || sleepers.length === 0) return last;
    let at = 0;
    for (;;) {
      const [left, right] = [sleepers[2 * at + 1], sleepers[2 * at + 2]];
      const isRight = left && right && isBefore(right, left);
      const child = isRight ? right : left;
      if (!child || !isBefore(child, last)) break;
      sleepers[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    sleepers[at] = last;
    return first;
  }

  /** After this turn of the event loop, so that promises which are under way get through. */
  function jumpSoon(): void {
    if (jump || sleepers.length === 0) return;
    jump = setImmediate(() => {
      jump = undefined;
      let next = shift();
      while (next?.isAwake) next = shift();
      if (!next) return;
      nowMs = Math.max(nowMs, next.untilMs);
      next.wake();
      jumpSoon();
    });
  }

  return {
    sleeps,
    now: () => nowMs,
    date: () => offsetMs + nowMs,
    advance: ms => {
      nowMs += ms;
    },
    setDate: epochMs => {
      offsetMs = epochMs - nowMs;
    },
    sleep: (ms, signal) =>
      new Promise<void>(resolve => {
        sleeps.push(ms);
        if (signal.aborted) return resolve();
        const wake = () => {
          sleeper.isAwake = true;
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = {untilMs: nowMs + ms, order: sleeps.length, wake, isAwake: false};
        push(sleeper);
        signal.addEventListener('abort', wake, {once: true});
        jumpSoon();
      })
  };
}
