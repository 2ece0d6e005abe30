import type {Environment} from '../environment.ts';
import {MalformedAnswer, RequestError} from '../errors.ts';
import {isSafe} from '../hosts.ts';
import type {AnswerForm, Client} from '../http/client.ts';
import {isRecord, optional, record, text} from '../json.ts';
import {asCredentialError} from './refusals.ts';

/** Where the runner hands out id tokens; absent where the job may not have any. */
export interface IdTokenSource {
  readonly url: string | undefined;
  readonly requestToken: string | undefined;
}

/** Names of the variables that the runner sets for a job that may ask for id tokens. */
export const idTokenVariables = {
  url: 'ACTIONS_ID_TOKEN_REQUEST_URL',
  requestToken: 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'
} as const;

export function idTokenSourceIn(environment: Environment): IdTokenSource {
  return {url: environment[idTokenVariables.url], requestToken: environment[idTokenVariables.requestToken]};
}

const noIdToken = {
  cause: 'GitHub gives this job no id token, which keyless access needs.',
  fix: 'Add to the job the two lines "permissions:" and "id-token: write" (with "contents: read", where it checks out). Runs of pull requests from forks get none.'
};

const unsafeAddress = {
  cause: `The address of GitHub's id token service in ${idTokenVariables.url} is neither https nor on this machine: the job's own token is not sent there.`,
  fix: 'Check what sets this variable: on GitHub it is the runner alone.'
};

/** Asks GitHub for an id token, which lives for a few minutes. The client's own limits apply, unlike those of getIDToken. */
export async function idToken(
  client: Client,
  {url, requestToken}: IdTokenSource,
  audience: string,
  addSecret: (secret: string) => void,
  signal: AbortSignal
): Promise<string> {
  if (!url || !requestToken || !URL.canParse(url)) {
    throw new RequestError('no id token can be had', {kind: 'denied', party: 'github', explanation: noIdToken});
  }
  const address = new URL(url);
  if (!isSafe(address)) {
    throw new RequestError('its address is not safe', {kind: 'denied', party: 'github', explanation: unsafeAddress});
  }
  address.searchParams.set('audience', audience);
  const form: AnswerForm<string> = {
    party: 'github',
    codes: {},
    issuesSecrets: true,
    read: body => {
      const token = text(record(body, 'the answer'), 'value');
      addSecret(token);
      return token;
    }
  };
  try {
    return (await client({url: address, headers: {authorization: `Bearer ${requestToken}`}}, form, signal)).value;
  } catch (error) {
    throw error instanceof RequestError ? asCredentialError(error, noIdToken) : error;
  }
}

/** The claims that a trust policy looks at, for the message when it refuses. Never the token itself. */
export function describeClaims(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    if (!isRecord(claims)) throw new MalformedAnswer('no claims');
    const [iss, aud, sub] = ['iss', 'aud', 'sub'].map(name => [optional(claims, name) ?? '(none)'].flat().join(' '));
    return `iss ${iss}, aud ${aud}, sub ${sub}`;
  } catch {
    return 'claims that cannot be read';
  }
}
