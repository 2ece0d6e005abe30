import {isOfCredentials, type RequestError, type RequestFailure} from '../errors.ts';
import {gatewayCodes, gatewayNumber, isUnknownApi, type Refusal} from '../gateway.ts';
import type {CredentialKind} from './credentials.ts';

type Explanation = NonNullable<RequestFailure['explanation']>;

/** A refusal by a code: the number of the gateway's, or a whole one. */
export interface CodedRefusal extends Refusal {
  readonly code: string;
}

/** The first row that matches counts. */
export const refusals: readonly CodedRefusal[] = [
  ...Object.entries(gatewayCodes).flatMap(([code, own]) => (own.refusals ?? []).map(refusal => ({code, ...refusal}))),
  {
    code: 'IAM.0066',
    cause: 'The token has expired.',
    fix: 'Get a new token; tokens live 24 hours at most.',
    mayBeEnd: true
  },
  {
    code: 'IAM.0067',
    cause: 'The token is invalid.',
    fix: 'Get a new token from the IAM endpoint of the same region, and pass it whole.',
    mayBeEnd: true
  },
  {
    code: 'IAM.0061',
    cause: 'The account is locked.',
    fix: 'Unlock it, or wait until its lock ends, and check the password.'
  },
  {
    code: 'IAM.0062',
    cause: 'The password is wrong.',
    fix: 'Check username, password and domain-name. Do not repeat it blindly: refusals lock a user.'
  },
  {
    code: 'IAM.0001',
    cause: 'IAM does not accept these credentials.',
    fix: 'Check the credentials, and that they belong to this cloud and region.',
    mayBeEnd: true
  },
  {
    code: 'IAM.0002',
    cause: 'The user is not authorized.',
    fix: "Give the user the service's read permission in this project."
  },
  {
    code: 'IAM.0003',
    cause: 'No policy allows this.',
    fix: 'Grant the action that the message of IAM names.'
  },
  {
    code: 'IAM.0080',
    cause: 'The IAM user is disabled.',
    fix: 'Enable the user, or use another one.'
  },
  {
    code: 'IAM.0081',
    cause: 'The IAM user may log in to the console only.',
    fix: 'Give the user programmatic access.'
  },
  {
    code: 'CBC.0150',
    cause: 'The account belongs to another site of the cloud (international or Chinese).',
    fix: "Use the region or endpoint of the account's own site."
  },
  {
    code: 'STS5.1001',
    cause: 'The trust policy of the agency, or the lack of a policy, keeps this job out.',
    fix: "Check the agency's trust policy and its other policies."
  },
  {
    code: 'STS5.2001',
    cause: 'The audience is not registered with the identity provider.',
    fix: 'Add the audience to the client ids of the provider.'
  }
];

const byStatus: Readonly<Record<number, Refusal>> = {
  401: {
    cause: 'The credentials are missing, wrong or expired.',
    fix: 'Check the credentials; temporary keys and tokens have to outlive the wait.',
    mayBeEnd: true
  },
  403: {
    cause: 'These credentials have no permission to read this task.',
    fix: "Give the account the service's read permission in this project, and check project-id and region."
  }
};

const permission: Refusal = {
  cause: 'The service refuses these credentials.',
  fix: "Check the account's permissions for this service and project."
};

export function explainRefusal({code, text, status = 0, unauthenticated}: RequestFailure): Refusal {
  const gatewayCode = gatewayNumber(code);
  const known = refusals.find(
    row => (row.code === code || row.code === gatewayCode) && (!row.text || row.text.test(text ?? ''))
  );
  return known ?? byStatus[unauthenticated ? 401 : status] ?? permission;
}

const renewedInVain: Explanation = {
  cause: 'The credentials worked until now, so they have ended: those that took their place are refused as well.',
  fix: 'Check that the user, agency or identity provider is still there and enabled, and that its permissions are the same.'
};

/** What is said of credentials that worked earlier in the step. */
const ends: Readonly<Record<CredentialKind, Explanation>> = {
  token: {
    cause: 'The token worked until now, so it has ended.',
    fix: 'Tokens live 24 hours at most and cannot be renewed: give a long wait keyless access or a password, whose sessions are renewed.'
  },
  'access-key': {
    cause: 'The keys worked until now, so they have ended: their time is over, or they were deleted or disabled.',
    fix: 'Temporary keys cannot be renewed here: give a long wait keyless access, a password, or keys that do not end.'
  },
  password: renewedInVain,
  'oidc-agency': renewedInVain,
  'oidc-federation': renewedInVain,
  'ecs-agency': renewedInVain
};

const endOfIdTokens: Explanation = {
  cause: "GitHub gave this job id tokens until now, so the runner's own token, with which it asks for them, has ended.",
  fix: 'Give a wait that outlives it a password, or ecs-agency on an ECS instance; or limit it by timeout and wait again in a new job.'
};

/** Why access is denied and what helps, where `hasSeen` tells whether the task was read before, with these credentials. */
export function explainDenial(failure: RequestFailure, kind: CredentialKind, hasSeen: boolean): Explanation {
  const {party = 'service', workedBefore} = failure;
  const refusal = failure.explanation ?? explainRefusal(failure);
  if (party === 'service') {
    if (workedBefore && isOfCredentials(failure) && explainRefusal(failure).mayBeEnd) return ends[kind];
    return hasSeen && !isOfCredentials(failure)
      ? {...refusal, cause: `The task could be read until now, so a permission has ended. ${refusal.cause}`}
      : refusal;
  }
  if (!workedBefore) return refusal;
  return party === 'github'
    ? endOfIdTokens
    : {...refusal, cause: `It worked until now, so something has changed or ended since. ${refusal.cause}`};
}

/**
 * A failure to get credentials, as the wait should take it: an answer of IAM or STS that is final means that access is
 * denied, never that the task is not found.
 */
export function asCredentialError(error: RequestError, explanation: Explanation): RequestError {
  const {failure} = error;
  const {kind, status = 0, code} = failure;
  if (kind === 'denied' && failure.isPage) {
    return denied(error, {
      cause:
        'A page came in place of the answer to the log-in, and a log-in is not repeated, for refusals lock accounts.',
      fix: `Something between the runner and the cloud writes such pages: check the proxy and the address. ${explanation.fix}`
    });
  }
  const isRefusal = kind === 'denied' || kind === 'not-found' || kind === 'rejected';
  // A page in place of an API's answer, or a redirect, comes from a wrong address.
  const isElsewhere =
    (status >= 300 && status < 400) ||
    status === 511 ||
    ((status === 404 || status === 405) && code === undefined && failure.text === undefined);
  if (!isRefusal || status === 0 || isElsewhere || isUnknownApi(code)) return notTheTask(error);
  const known = refusals.find(row => row.code === code);
  const told = {
    cause: known ? `${known.cause} ${explanation.cause}` : explanation.cause,
    fix: known ? `${known.fix} ${explanation.fix}` : explanation.fix
  };
  return denied(error, told);
}

export function denied(error: RequestError, explanation: Explanation): RequestError {
  return error.with({kind: 'denied', explanation});
}

/** IAM and STS know nothing of tasks: what they do not find is a wrong address. */
export function notTheTask(error: RequestError): RequestError {
  return error.failure.kind === 'not-found' ? error.with({kind: 'rejected'}) : error;
}
