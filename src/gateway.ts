import type {CodeMeaning, RequestFailure} from './errors.ts';

/** Why credentials are refused, and what helps. */
export interface Refusal {
  /** Of the answer; absent for any. */
  readonly text?: RegExp;
  readonly cause: string;
  readonly fix: string;
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
        cause: "The clock of the runner is more than 15 minutes off the cloud's.",
        fix: "Set the runner's clock, by NTP for instance."
      },
      {
        text: wrongSignature,
        cause: 'The secret key does not belong to the access key.',
        fix: 'Check that secret-key and access-key are a pair and were copied whole.'
      },
      {
        text: unknownKey,
        cause: 'The access key does not exist in this cloud: it was deleted, mistyped, or belongs to another cloud.',
        fix: 'Check access-key, and that region, cloud or endpoint name the cloud that it belongs to. Temporary keys need their security-token as well.',
        mayBeEnd: true
      },
      {
        text: locked,
        cause: 'Too many refused signatures have locked the access key for five minutes.',
        fix: 'Check secret-key, wait five minutes, and run the job again.'
      },
      {
        text: /decrypt token fail/i,
        cause: 'The token was cut, or comes from another region or cloud.',
        fix: 'Get the token from the IAM endpoint of the same region, and pass it whole.',
        mayBeEnd: true
      },
      {
        text: /token expires/i,
        cause: 'The token has expired.',
        fix: 'Get a new token; tokens live 24 hours at most.',
        mayBeEnd: true
      },
      {
        cause: 'The credentials are missing, wrong or expired.',
        fix: 'Check the credentials; temporary keys have to outlive the wait.',
        mayBeEnd: true
      }
    ]
  },
  '0302': {meaning: 'denied'},
  '0303': {
    meaning: 'unauthenticated',
    refusals: [
      {
        cause: 'This API wants another kind of authentication.',
        fix: 'Check that endpoint is the API of this service.'
      }
    ]
  },
  '0304': {meaning: 'denied'},
  '0305': {
    meaning: 'unauthenticated',
    refusals: [
      {
        cause: 'This API wants another kind of authentication.',
        fix: 'Check that endpoint is the API of this service.'
      }
    ]
  },
  '0306': {meaning: 'denied'},
  '0307': {
    meaning: 'unauthenticated',
    refusals: [
      {
        cause: 'The token has expired, or comes from another region.',
        fix: 'Get a new token from the IAM endpoint of the same region.',
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
    refusals: [{cause: 'The IAM user is disabled in this region.', fix: 'Enable the user there, or use another one.'}]
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
