import {isOfCredentials, type RequestError, type RequestFailure} from '../errors.ts';
import {gatewayCodes, gatewayNumber, isUnknownApi, type Refusal} from '../gateway.ts';
import type {CredentialKind} from './credentials.ts';

type Explanation = NonNullable<RequestFailure['explanation']>;

/** A refusal by a code: a number of the gateway (`0301`), or the full code of a service. */
export interface CodedRefusal extends Refusal {
  readonly code: string;
  /** Its fix says all: that of the way to log in is not added. */
  readonly fixIsComplete?: true;
}

/** The first row that matches counts. */
export const refusals: readonly CodedRefusal[] = [
  ...Object.entries(gatewayCodes).flatMap(([code, own]) => (own.refusals ?? []).map(refusal => ({code, ...refusal}))),
  {code: 'IAM.0066', says: words => words.refusals.expiredToken, mayBeEnd: true},
  {code: 'IAM.0067', says: words => words.refusals.invalidToken, mayBeEnd: true},
  {code: 'IAM.0061', says: words => words.refusals.lockedAccount},
  {code: 'IAM.0062', says: words => words.refusals.wrongPassword},
  {code: 'IAM.0001', says: words => words.refusals.notAccepted, mayBeEnd: true},
  {code: 'IAM.0002', says: words => words.refusals.notAuthorized},
  {code: 'IAM.0003', says: words => words.refusals.noPolicy},
  {code: 'IAM.0080', says: words => words.refusals.disabledUser},
  {code: 'IAM.0081', says: words => words.refusals.consoleOnly},
  {code: 'CBC.0150', says: words => words.refusals.otherSite},
  {code: 'STS5.1001', says: words => words.refusals.trustPolicy},
  {code: 'STS5.2001', says: words => words.refusals.audience, fixIsComplete: true}
];

const byStatus: Readonly<Record<number, Refusal>> = {
  401: {
    says: words => words.refusals.unauthenticated,
    mayBeEnd: true
  },
  403: {
    says: words => words.refusals.forbidden
  }
};

const permission: Refusal = {
  says: words => words.refusals.permission
};

export function explainRefusal({code, text, status = 0, unauthenticated}: RequestFailure): Refusal {
  const gatewayCode = gatewayNumber(code);
  const known = refusals.find(
    row => (row.code === code || row.code === gatewayCode) && (!row.text || row.text.test(text ?? ''))
  );
  return known ?? byStatus[unauthenticated ? 401 : status] ?? permission;
}

/** What is said of credentials that worked earlier in the step. */
const ends: Readonly<Record<CredentialKind, Explanation>> = {
  token: words => words.refusals.tokenEnded,
  'access-key': words => words.refusals.keysEnded,
  password: words => words.refusals.renewedInVain,
  'oidc-agency': words => words.refusals.renewedInVain,
  'oidc-federation': words => words.refusals.renewedInVain,
  'ecs-agency': words => words.refusals.renewedInVain
};

/** Why access is denied and what helps, where `hasSeen` says whether the task was read before, with these credentials. */
export function explainDenial(failure: RequestFailure, kind: CredentialKind, hasSeen: boolean): Explanation {
  const {party = 'service', workedBefore} = failure;
  const refusal = failure.explanation ?? explainRefusal(failure).says;
  if (party === 'service') {
    if (workedBefore && isOfCredentials(failure) && explainRefusal(failure).mayBeEnd) return ends[kind];
    return hasSeen && !isOfCredentials(failure) ? words => words.refusals.permissionEnded(refusal(words)) : refusal;
  }
  if (!workedBefore) return refusal;
  return words => (party === 'github' ? words.refusals.idTokensEnded : words.refusals.changedSince(refusal(words)));
}

/**
 * A failure to get credentials, as the wait should take it: an answer of IAM or STS that is final means that access is
 * denied, never that the task is not found.
 */
export function asCredentialError(error: RequestError, explanation: Explanation): RequestError {
  const {failure} = error;
  const {kind, status = 0, code} = failure;
  if (kind === 'denied' && failure.isPage) {
    return denied(error, words => words.refusals.pageAtLogIn(explanation(words)));
  }
  const isRefusal = kind === 'denied' || kind === 'not-found' || kind === 'rejected';
  // A page instead of an API's answer, or a redirect, comes from a wrong address.
  const isElsewhere =
    (status >= 300 && status < 400) ||
    status === 511 ||
    ((status === 404 || status === 405) && code === undefined && failure.text === undefined);
  if (!isRefusal || status === 0 || isElsewhere || isUnknownApi(code)) return notTheTask(error);
  const known = refusals.find(row => row.code === code);
  if (!known) return denied(error, explanation);
  return denied(error, words =>
    words.refusals.both(known.says(words), explanation(words), known.fixIsComplete === true)
  );
}

export function denied(error: RequestError, explanation: Explanation): RequestError {
  return error.with({kind: 'denied', explanation});
}

/** IAM and STS know nothing of tasks: what they do not find is a wrong address. */
export function notTheTask(error: RequestError): RequestError {
  return error.failure.kind === 'not-found' ? error.with({kind: 'rejected'}) : error;
}
