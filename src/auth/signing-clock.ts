import type {Clock} from '../clock.ts';

/** The gateway takes signatures that are at most 15 minutes off; well before that the clock is corrected. */
const minute = 60_000;
const toleratedSkewMs = 5 * minute;

/** The time that signatures carry: the system's, until the cloud shows that it is far off. */
export interface SigningClock {
  date(): number;
  /**
   * Hears the server's time that came with a refused signature of `signedMs`. True when a signature made now would
   * carry another time. The clock is corrected once.
   */
  correctedBy(serverDateMs: number | undefined, signedMs: number): boolean;
}

export function createSigningClock(clock: Pick<Clock, 'date'>, warn: (text: string) => void): SigningClock {
  let offsetMs = 0;
  const date = () => clock.date() + offsetMs;
  return {
    date,
    correctedBy(serverDateMs, signedMs) {
      // Another request in flight can have corrected the clock since this one was signed.
      if (Math.abs(date() - signedMs) > toleratedSkewMs) return true;
      if (serverDateMs === undefined || offsetMs !== 0) return false;
      const skewMs = serverDateMs - clock.date();
      if (Math.abs(skewMs) <= toleratedSkewMs) return false;
      offsetMs = skewMs;
      const direction = skewMs > 0 ? 'behind' : 'ahead of';
      warn(
        `The clock of the runner is ${Math.round(Math.abs(skewMs) / minute)} minutes ${direction} the cloud's. Requests are signed with the cloud's time from here on.`
      );
      return true;
    }
  };
}
