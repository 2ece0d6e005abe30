import type {Clock} from '../clock.ts';
import {formatDuration, minuteMs} from '../duration.ts';

/** The gateway takes signatures that are at most 15 minutes off; well before that the clock is corrected. */
const toleratedSkewMs = 5 * minuteMs;

/** The time that signatures carry: the system's, until the cloud shows that it is far off. */
export interface SigningClock {
  date(): number;
  /** By how much that differs from the system's time. */
  offsetMs(): number;
  /**
   * Hears the server's time that came with a refused signature. True when the clock was corrected by it.
   */
  correctedBy(serverDateMs: number | undefined): boolean;
}

export function createSigningClock(clock: Pick<Clock, 'date'>, warn: (text: string) => void): SigningClock {
  let offsetMs = 0;
  return {
    date: () => clock.date() + offsetMs,
    offsetMs: () => offsetMs,
    correctedBy(serverDateMs) {
      if (serverDateMs === undefined) return false;
      const skewMs = serverDateMs - (clock.date() + offsetMs);
      if (Math.abs(skewMs) <= toleratedSkewMs) return false;
      offsetMs += skewMs;
      const direction = skewMs > 0 ? 'behind' : 'ahead of';
      warn(
        `The clock of the runner is ${formatDuration(Math.round(Math.abs(skewMs) / minuteMs) * minuteMs)} ${direction} the cloud's. Requests are signed with the cloud's time from here on.`
      );
      return true;
    }
  };
}
