import type {CodeMeaning, RequestFailure} from './errors.ts';
import type {Refused, Words} from './words/en.ts';

/** Why credentials are refused, and what helps. */
export interface Refusal {
  /** What the answer's text has to match; without it, any text does. */
  readonly text?: RegExp;
  /** Why, and what helps. */
  says(words: Words): Refused;
  /** Whether credentials that worked before are refused like this when they have ended. */
  readonly mayBeEnd?: true;
}

interface GatewayCode {
  readonly meaning: CodeMeaning;
  /** The first whose text matches counts. */
  readonly refusals?: readonly Refusal[];
}

const unknownKey = /not exist|get secretkey failed/i;
const wrongSignature = /verify aksk signature fail/i;
const locked = /failed to reach the limit/i;

/** The numbers of the API gateway that mean the same under each HTTP status; the others are judged by the status. */
export const gatewayCodes: Readonly<Record<string, GatewayCode>> = {
  '0101': {meaning: 'rejected'},
  '0103': {meaning: 'rejected'},
  '0104': {meaning: 'rejected'},
  '0105': {meaning: 'rejected'},
  '0202': {meaning: 'transient'},
  '0203': {meaning: 'transient'},
  '0301': {
    meaning: 'unauthenticated',
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
  '0302': {meaning: 'denied'},
  '0303': {
    meaning: 'unauthenticated',
    refusals: [
      {
        says: words => words.refusals.otherAuthentication
      }
    ]
  },
  '0304': {meaning: 'denied'},
  '0305': {
    meaning: 'unauthenticated',
    refusals: [
      {
        says: words => words.refusals.otherAuthentication
      }
    ]
  },
  '0306': {meaning: 'denied'},
  '0307': {
    meaning: 'unauthenticated',
    refusals: [
      {
        says: words => words.refusals.foreignToken,
        mayBeEnd: true
      }
    ]
  },
  '0308': {meaning: 'throttled'},
  '0310': {meaning: 'denied'},
  '0401': {meaning: 'denied'},
  '0402': {meaning: 'denied'},
  '0403': {meaning: 'denied'},
  '0404': {meaning: 'denied'},
  '0405': {meaning: 'denied'},
  '0501': {meaning: 'rejected'},
  '0502': {meaning: 'rejected'},
  '0601': {meaning: 'transient'},
  '0605': {meaning: 'transient'},
  '0606': {meaning: 'transient'},
  '0608': {meaning: 'transient'},
  '0610': {meaning: 'transient'},
  '0613': {meaning: 'transient'},
  '0802': {
    meaning: 'denied',
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
