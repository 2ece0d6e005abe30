import type {Clock} from '../clock.ts';
import {minuteMs} from '../duration.ts';
import type {Message} from '../text.ts';

/**
 * A refused signature is blamed on the clock where that is farther off than this. The gateway takes 15 minutes (the
 * vendor's API Request Signing Guide, `devg-apisign`).
 */
const toleratedSkewMs = 5 * minuteMs;

/** The time that signatures carry: the system's, until the cloud shows that it is far off. */
interface SigningClock {
  date(): number;
  /** By how much that differs from the system's time. */
  offsetMs(): number;
  /** Hears the server's time that came with a refused signature. True when the clock was corrected by it. */
  correctedBy(serverDateMs: number | undefined): boolean;
}

export function createSigningClock(clock: Pick<Clock, 'date'>, warn: (message: Message) => void): SigningClock {
  let offsetMs = 0;
  return {
    date: () => clock.date() + offsetMs,
    offsetMs: () => offsetMs,
    correctedBy(serverDateMs) {
      if (serverDateMs === undefined) return false;
      const skewMs = serverDateMs - (clock.date() + offsetMs);
      if (Math.abs(skewMs) <= toleratedSkewMs) return false;
      offsetMs += skewMs;
      const shownMs = Math.round(Math.abs(skewMs) / minuteMs) * minuteMs;
      warn(words => words.warnings.clock(shownMs, skewMs > 0));
      return true;
    }
  };
}
