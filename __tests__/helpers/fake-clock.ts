import type {Clock} from '../../src/clock.ts';

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
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
  const sleepers = new Set<Sleeper>();
  const sleeps: number[] = [];
  let nowMs = 0;
  let offsetMs = startDateMs;
  let jump: NodeJS.Immediate | undefined;

  /** Waits some turns of the event loop, so that promises which are under way get through. */
  function jumpSoon(turns = 3): void {
    if (jump || sleepers.size === 0) return;
    const turn = (left: number): void => {
      jump = setImmediate(() => {
        if (left > 0) return turn(left - 1);
        jump = undefined;
        const next = [...sleepers].sort((a, b) => a.untilMs - b.untilMs)[0];
        if (!next) return;
        nowMs = Math.max(nowMs, next.untilMs);
        next.wake();
        jumpSoon();
      });
    };
    turn(turns);
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
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = {untilMs: nowMs + ms, wake};
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake, {once: true});
        jumpSoon();
      })
  };
}
