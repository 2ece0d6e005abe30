import type {FailureKind, RequestFailure} from './errors.ts';
import type {Refused, Words} from './words/en.ts';

/** Why credentials are refused, and what helps. */
export interface Refusal {
  /** Of the answer; absent for any. */
  readonly text?: RegExp;
  /** Why, and what helps. */
  says(words: Words): Refused;
  /** Whether credentials that worked before are refused like this when they have ended. */
  readonly mayBeEnd?: true;
}

interface GatewayCode {
  readonly kind: FailureKind;
  /** The first whose text matches counts. */
  readonly refusals?: readonly Refusal[];
}

const unknownKey = /not exist|get secretkey failed/i;
const wrongSignature = /verify aksk signature fail/i;
const locked = /failed to reach the limit/i;

/** The numbers of the API gateway that mean the same under each HTTP status; the others are judged by the status. */
export const gatewayCodes: Readonly<Record<string, GatewayCode>> = {
  '0101': {kind: 'rejected'},
  '0103': {kind: 'rejected'},
  '0104': {kind: 'rejected'},
  '0105': {kind: 'rejected'},
  '0202': {kind: 'transient'},
  '0203': {kind: 'transient'},
  '0301': {
    kind: 'denied',
    refusals: [
      {
        text: /signature expired/i,
        says: words => words.refusals.clock
      },
      {
        text: wrongSignature,
        says: words => words.refusals.wrongSecret
      },
      {
        text: unknownKey,
        says: words => words.refusals.unknownKey,
        mayBeEnd: true
      },
      {
        text: locked,
        says: words => words.refusals.lockedKey
      },
      {
        text: /decrypt token fail/i,
        says: words => words.refusals.cutToken,
        mayBeEnd: true
      },
      {
        text: /token expires/i,
        says: words => words.refusals.expiredToken,
        mayBeEnd: true
      },
      {
        says: words => words.refusals.gatewayCredentials,
        mayBeEnd: true
      }
    ]
  },
  '0302': {kind: 'denied'},
  '0303': {
    kind: 'denied',
    refusals: [
      {
        says: words => words.refusals.otherAuthentication
      }
    ]
  },
  '0304': {kind: 'denied'},
  '0305': {
    kind: 'denied',
    refusals: [
      {
        says: words => words.refusals.otherAuthentication
      }
    ]
  },
  '0306': {kind: 'denied'},
  '0307': {
    kind: 'denied',
    refusals: [
      {
        says: words => words.refusals.foreignToken,
        mayBeEnd: true
      }
    ]
  },
  '0308': {kind: 'throttled'},
  '0310': {kind: 'denied'},
  '0401': {kind: 'denied'},
  '0402': {kind: 'denied'},
  '0403': {kind: 'denied'},
  '0404': {kind: 'denied'},
  '0405': {kind: 'denied'},
  '0501': {kind: 'rejected'},
  '0502': {kind: 'rejected'},
  '0601': {kind: 'transient'},
  '0605': {kind: 'transient'},
  '0606': {kind: 'transient'},
  '0608': {kind: 'transient'},
  '0610': {kind: 'transient'},
  '0613': {kind: 'transient'},
  '0802': {
    kind: 'denied',
    refusals: [{says: words => words.refusals.disabledInRegion}]
  }
};

/** The number in a code of the API gateway (`APIGW.0301` → `0301`); absent for the codes of services. */
export function gatewayNumber(code: string | undefined): string | undefined {
  return /^API(?:GW|G|C)\.(\d{4})$/.exec(code ?? '')?.[1];
}

/** Whether the gateway has no such API at this address. */
export function isUnknownApi(code: string | undefined): boolean {
  return gatewayNumber(code) === '0101';
}

/** Whether the gateway does not know the access key. */
export function isUnknownKey({code, text}: RequestFailure): boolean {
  return gatewayNumber(code) === '0301' && unknownKey.test(text ?? '');
}

/** Whether the secret key does not fit, which locks the access key for some minutes when it happens five times. */
export function isWrongSignature({code, text}: RequestFailure): boolean {
  return gatewayNumber(code) === '0301' && (wrongSignature.test(text ?? '') || locked.test(text ?? ''));
}
