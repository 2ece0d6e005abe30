import type {Environment} from '../environment.ts';
import {RequestError} from '../errors.ts';
import {isSafe} from '../hosts.ts';
import type {AnswerForm, Client} from '../http/client.ts';
import {isRecord, optional, text, theAnswer} from '../json.ts';
import type {Message} from '../text.ts';
import type {Words} from '../words/en.ts';
import {asCredentialError} from './refusals.ts';

/** Where the runner hands out id tokens; absent where the job may not have any. */
interface IdTokenSource {
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

const noIdToken = (words: Words) => words.refusals.noIdToken;
const unsafeIdTokenUrl = (words: Words) => words.refusals.unsafeIdTokenUrl;

/** Gets an id token from GitHub, which lives for a few minutes. The client's own limits apply, unlike those of getIDToken. */
export async function idToken(
  client: Client,
  {url, requestToken}: IdTokenSource,
  audience: string,
  addSecret: (secret: string) => void,
  signal: AbortSignal
): Promise<string> {
  if (!url || !requestToken || !URL.canParse(url)) {
    throw new RequestError(words => words.refusals.noIdTokenToGet, {
      kind: 'denied',
      party: 'github',
      explanation: noIdToken
    });
  }
  const address = new URL(url);
  if (!isSafe(address)) {
    throw new RequestError(words => words.refusals.unsafeAddress, {
      kind: 'denied',
      party: 'github',
      explanation: unsafeIdTokenUrl
    });
  }
  address.searchParams.set('audience', audience);
  const form: AnswerForm<string> = {
    party: 'github',
    codes: {},
    issuesSecrets: true,
    read: body => {
      const token = text(theAnswer(body), 'value');
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

/** The claims that a trust policy compares, for the message when it refuses. Never the token itself. */
export function describeClaims(token: string): Message {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    if (!isRecord(claims)) return words => words.refusals.noClaims;
    return ({refusals}) => {
      const claim = (name: string) => [optional(claims, name) ?? refusals.noClaim].flat().join(' ');
      return refusals.claims(claim('iss'), claim('aud'), claim('sub'));
    };
  } catch {
    return words => words.refusals.noClaims;
  }
}
