import {gatewayNumber, RequestError, type RequestFailure} from '../errors.ts';

type Explanation = NonNullable<RequestFailure['explanation']>;

/** Why credentials are refused and what helps, by what the gateway or IAM says. */
export interface Refusal {
  /** Last part of the gateway's code (`APIGW.0301` → `0301`), a whole code, or absent for any. */
  readonly code?: string;
  /** Absent for any text. */
  readonly text?: RegExp;
  readonly cause: string;
  readonly fix: string;
}

/** The first row that matches counts. */
export const refusals: readonly Refusal[] = [
  {
    code: '0301',
    text: /signature expired/i,
    cause: "The clock of the runner is more than 15 minutes off the cloud's.",
    fix: "Set the runner's clock, by NTP for instance."
  },
  {
    code: '0301',
    text: /verify aksk signature fail/i,
    cause: 'The secret key does not belong to the access key.',
    fix: 'Check that secret-key and access-key are a pair and were copied whole.'
  },
  {
    code: '0301',
    text: /not exist|get secretkey failed/i,
    cause: 'The access key does not exist in this cloud: it was deleted, mistyped, or belongs to another cloud.',
    fix: 'Check access-key, and that region, cloud or endpoint name the cloud that it belongs to.'
  },
  {
    code: '0301',
    text: /failed to reach the limit/i,
    cause: 'Too many refused signatures have locked the access key for five minutes.',
    fix: 'Check secret-key, wait five minutes, and run the job again.'
  },
  {
    code: '0301',
    text: /decrypt token fail/i,
    cause: 'The token was cut, or comes from another region or cloud.',
    fix: 'Get the token from the IAM endpoint of the same region, and pass it whole.'
  },
  {
    code: '0301',
    text: /token expires/i,
    cause: 'The token has expired.',
    fix: 'Get a new token; tokens live 24 hours at most.'
  },
  {
    code: '0307',
    cause: 'The token has expired, or comes from another region.',
    fix: 'Get a new token from the IAM endpoint of the same region.'
  },
  {
    code: '0301',
    cause: 'The credentials are missing, wrong or expired.',
    fix: 'Check the credentials; temporary keys have to outlive the wait.'
  },
  {
    code: '0303',
    cause: 'This API wants another kind of authentication.',
    fix: 'Check that endpoint is the API of this service.'
  },
  {
    code: '0305',
    cause: 'This API wants another kind of authentication.',
    fix: 'Check that endpoint is the API of this service.'
  },
  {
    code: 'IAM.0066',
    cause: 'The token has expired.',
    fix: 'Get a new token; tokens live 24 hours at most.'
  },
  {
    code: 'IAM.0067',
    cause: 'The token is invalid.',
    fix: 'Get a new token from the IAM endpoint of the same region, and pass it whole.'
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
    fix: 'Check the credentials, and that they belong to this cloud and region.'
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
  },
  {code: '0802', cause: 'The IAM user is disabled in this region.', fix: 'Enable the user there, or use another one.'},
  {
    code: 'CC.00000003',
    cause: 'The credentials have expired.',
    fix: 'Get a new token or new temporary keys.'
  },
  {
    code: 'DBS.280056',
    cause: 'The token is invalid or has expired.',
    fix: 'Get a new token from the IAM endpoint of the same region.'
  }
];

const byStatus: Readonly<Record<number, Refusal>> = {
  401: {
    cause: 'The credentials are missing, wrong or expired.',
    fix: 'Check the credentials; temporary keys and tokens have to outlive the wait.'
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

export function explainRefusal({code, text, status}: RequestFailure): Refusal {
  const gatewayCode = gatewayNumber(code);
  const known = refusals.find(
    row =>
      (row.code === undefined || row.code === code || row.code === gatewayCode) &&
      (!row.text || row.text.test(text ?? ''))
  );
  return known ?? byStatus[status ?? 0] ?? permission;
}

/**
 * A failure to get credentials, as the wait should take it: an answer of IAM or STS that is final means that access is
 * denied, never that the task is not found.
 */
export function asCredentialError(error: RequestError, explanation: Explanation): RequestError {
  const {failure} = error;
  const {kind, status = 0, code} = failure;
  const isRefusal = kind === 'denied' || kind === 'not-found' || kind === 'rejected';
  // A page in place of an API's answer, or a redirect, comes from a wrong address.
  const isElsewhere =
    (status >= 300 && status < 400) ||
    ((status === 404 || status === 405) && code === undefined && failure.text === undefined);
  if (!isRefusal || status === 0 || isElsewhere || code?.endsWith('.0101')) return notTheTask(error);
  const known = refusals.find(row => row.code !== undefined && row.code === code);
  const told = {
    cause: known ? `${known.cause} ${explanation.cause}` : explanation.cause,
    fix: known ? `${known.fix} ${explanation.fix}` : explanation.fix
  };
  return denied(error, told);
}

export function denied(error: RequestError, explanation: Explanation): RequestError {
  return new RequestError(error.message, {...error.failure, kind: 'denied', explanation}, {cause: error});
}

/** IAM and STS know nothing of tasks: what they do not find is a wrong address. */
export function notTheTask(error: RequestError): RequestError {
  if (error.failure.kind !== 'not-found') return error;
  return new RequestError(error.message, {...error.failure, kind: 'rejected'}, {cause: error});
}
