import type {Clock} from '../clock.ts';
import {RequestError} from '../errors.ts';
import {type JsonRecord, text} from '../json.ts';

/** What goes on a request: keys that sign it, or a token. */
export type Ticket =
  | {
      readonly kind: 'access-key';
      readonly accessKey: string;
      readonly secretKey: string;
      readonly securityToken?: string | undefined;
    }
  | {readonly kind: 'token'; readonly token: string};

/** A ticket, with what is known of it where the cloud has issued it. */
export interface Issued {
  readonly ticket: Ticket;
  /** From the moment of the answer; absent where the cloud does not say. */
  readonly lifeMs?: number | undefined;
  /** The project that the ticket belongs to, where the cloud says so. */
  readonly projectId?: string | undefined;
  /** On the monotonic clock; absent where the ticket was given as it is. */
  readonly issuedAtMs?: number | undefined;
}

/** The time left, by the server's own clock; unknown where one of the two is. */
export function lifeOf(endsMs: number | undefined, serverDateMs: number | undefined): number | undefined {
  return endsMs === undefined || serverDateMs === undefined ? undefined : endsMs - serverDateMs;
}

/** Temporary keys out of an answer, masked before anything else happens to them. */
export function temporaryKeys(
  from: JsonRecord,
  names: {readonly accessKey: string; readonly secretKey: string; readonly securityToken: string},
  addSecret: (secret: string) => void
): Ticket {
  for (const name of Object.values(names)) {
    const secret = Object.hasOwn(from, name) ? from[name] : undefined;
    if (typeof secret === 'string') addSecret(secret.trim());
  }
  return {
    kind: 'access-key',
    accessKey: text(from, names.accessKey),
    secretKey: text(from, names.secretKey),
    securityToken: text(from, names.securityToken)
  };
}

/** Gets a new ticket. Rejects with a RequestError. */
export type Issue = (signal: AbortSignal) => Promise<Omit<Issued, 'issuedAtMs'>>;

export interface Session {
  /** The current ticket, or a new one where there is none or less than a fifth of its life is left. */
  current(signal: AbortSignal): Promise<Issued>;
  /** Whether this ticket is still the one that requests carry. */
  holds(issued: Issued): boolean;
  /**
   * Forgets the ticket. False where the next request would carry it again: it was given as it is, or, with `keepsLast`,
   * it is known that no other can be got.
   */
  drop(options?: {readonly keepsLast?: boolean}): boolean;
}

interface Held {
  readonly issued: Issued;
  renewAtMs: number;
  readonly endsAtMs: number;
}

/** While the old ticket is still good, a renewal that failed is tried again after this part of its life. */
const retryAfterShare = 1 / 50;

/** Keeps one ticket at a time. Lives are measured on the monotonic clock, so that a changed system clock ends none. */
export function createSession(issue: Issue, clock: Pick<Clock, 'now'>): Session {
  let held: Held | undefined;
  let hasIssued = false;
  let underWay: Promise<Issued> | undefined;
  /** Why no other ticket can be got. None is asked for again in this step, for refusals can lock a user. */
  let refusal: RequestError | undefined;

  async function renew(signal: AbortSignal): Promise<Issued> {
    try {
      const issued: Issued = {...(await issue(signal)), issuedAtMs: clock.now()};
      hasIssued = true;
      // A life that is over when it begins is a clock's fault; a refusal shows when it is really over.
      const {lifeMs: toldMs = 0} = issued;
      const lifeMs = toldMs > 0 ? toldMs : Number.POSITIVE_INFINITY;
      held = {issued, renewAtMs: clock.now() + lifeMs * 0.8, endsAtMs: clock.now() + lifeMs};
      return issued;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const {kind} = error.failure;
      const cause = kind === 'denied' && hasIssued ? error.with({workedBefore: true}) : error;
      if (kind === 'denied' || kind === 'blocked') refusal = cause;
      // The old ticket, unless it was dropped meanwhile.
      if (!held || clock.now() >= held.endsAtMs) throw cause;
      held.renewAtMs = refusal ? held.endsAtMs : clock.now() + (held.issued.lifeMs ?? 0) * retryAfterShare;
      return held.issued;
    }
  }

  return {
    current(signal) {
      if (held && clock.now() < held.renewAtMs) return Promise.resolve(held.issued);
      if (refusal) return Promise.reject(refusal);
      underWay ??= renew(signal).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    holds: issued => held?.issued === issued,
    drop({keepsLast = false} = {}) {
      if (keepsLast && refusal) return false;
      held = undefined;
      return true;
    }
  };
}
