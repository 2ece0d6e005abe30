import {RequestError} from '../errors.ts';
import type {Client} from '../http/client.ts';
import {isoMs, optional, recordIn, theAnswer} from '../json.ts';
import {inWords} from '../text.ts';
import type {Credentials} from './credentials.ts';
import {describeClaims} from './github.ts';
import {asCredentialError} from './refusals.ts';
import {type Issued, lifeOf, temporaryKeys} from './session.ts';

interface AssumeOptions {
  /** Base URL of STS. */
  readonly endpoint: string;
  /** Shows in the cloud's audit log. */
  readonly sessionName: string;
  readonly addSecret: (secret: string) => void;
}

/** Temporary keys of a trust agency for GitHub's id token (STS v5). The call itself needs no credentials. */
export async function assumeAgency(
  client: Client,
  idToken: string,
  {providerUrn, agencyUrn}: Extract<Credentials, {kind: 'oidc-agency'}>,
  {endpoint, sessionName, addSecret}: AssumeOptions,
  signal: AbortSignal
): Promise<Issued> {
  try {
    const {value} = await client(
      {
        method: 'POST',
        url: new URL(`${endpoint}/v5/agencies/assume-with-oidc`),
        body: {
          provider_urn: providerUrn,
          agency_urn: agencyUrn,
          agency_session_name: sessionName,
          id_token: idToken
        }
      },
      {
        party: 'sts',
        codes: {},
        isLogIn: true,
        issuesSecrets: true,
        read: (body, {serverDateMs}) => readKeys(body, serverDateMs, addSecret)
      },
      signal
    );
    return value;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const claims = describeClaims(idToken);
    throw asCredentialError(error, words => words.refusals.sts(inWords(claims, words), agencyUrn, providerUrn));
  }
}

function readKeys(body: unknown, serverDateMs: number | undefined, addSecret: (secret: string) => void): Issued {
  const credentials = recordIn(theAnswer(body), 'credentials');
  const names = {accessKey: 'access_key_id', secretKey: 'secret_access_key', securityToken: 'security_token'};
  const ticket = temporaryKeys(credentials, names, addSecret);
  const expirationMs = isoMs(optional(credentials, 'expiration'));
  return {ticket, lifeMs: lifeOf(expirationMs, serverDateMs)};
}
