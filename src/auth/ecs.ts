import type {Environment} from '../environment.ts';
import {MalformedAnswer, RequestError} from '../errors.ts';
import type {AnswerForm, Client} from '../http/client.ts';
import {isoMs, optional, recordIn, theAnswer} from '../json.ts';
import type {Words} from '../words/en.ts';
import {asCredentialError, denied} from './refusals.ts';
import {type Issued, lifeOf, temporaryKeys} from './session.ts';

/**
 * Where every instance reaches its own metadata. On a machine of another cloud the same address is another service's.
 * For tests of this action, which have no instance, the environment can name an address on the machine itself, and no other.
 */
export function metadataUrlIn({AWAIT_HUAWEI_CLOUD_TASK_METADATA_URL: url = ''}: Environment): string {
  return /^http:\/\/127\.0\.0\.1:\d+$/.test(url) ? url : 'http://169.254.169.254';
}

/** Instances on which the variant with a token is not there answer its request with one of these. */
const withoutTokenVariant: ReadonlySet<number> = new Set([400, 404, 405, 503]);

const noAgency = (words: Words) => words.refusals.noAgency;

/**
 * The temporary keys of the agency of this ECS instance. They live for an hour; the service has new ones ten minutes
 * before the end. Requests as the vendor's SDKs for Go, Java and Python send them (core, metadata accessor), and as
 * Open Telekom Cloud's ECS user guide documents them ("Obtaining ECS Details Using Metadata").
 */
export async function instanceKeys(
  client: Client,
  baseUrl: string,
  addSecret: (secret: string) => void,
  signal: AbortSignal
): Promise<Issued> {
  const token = await metadataToken(client, baseUrl, addSecret, signal);
  const form: AnswerForm<Issued> = {
    party: 'metadata',
    codes: {},
    refusesInText: true,
    issuesSecrets: true,
    read: (body, {serverDateMs}) => {
      const keys = recordIn(theAnswer(body), 'credential');
      const names = {accessKey: 'access', secretKey: 'secret', securityToken: 'securitytoken'};
      const ticket = temporaryKeys(keys, names, addSecret);
      const expiresMs = isoMs(optional(keys, 'expires_at'));
      return {ticket, lifeMs: lifeOf(expiresMs, serverDateMs)};
    }
  };
  const headers = token === undefined ? {} : {'x-metadata-token': token};
  try {
    return (await client({url: new URL(`${baseUrl}/openstack/latest/securitykey`), headers}, form, signal)).value;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // The address cannot be wrong: a 404 says that there is no agency.
    throw error.failure.status === 404 ? denied(error, noAgency) : asCredentialError(withAdvice(error), noAgency);
  }
}

/** A page comes from the service of another cloud: nothing is between a machine and its own metadata. */
function withAdvice(error: RequestError): RequestError {
  return error.failure.isPage ? error.with({explanation: noAgency}) : error;
}

async function metadataToken(
  client: Client,
  baseUrl: string,
  addSecret: (secret: string) => void,
  signal: AbortSignal
): Promise<string | undefined> {
  const form: AnswerForm<string> = {
    party: 'metadata',
    codes: {},
    isPlainText: true,
    refusesInText: true,
    issuesSecrets: true,
    read: body => {
      const token = String(body).trim();
      if (!/^[\x21-\x7e]+$/.test(token)) throw new MalformedAnswer(words => words.malformed.noToken);
      addSecret(token);
      return token;
    }
  };
  const url = new URL(`${baseUrl}/meta-data/latest/api/token`);
  try {
    return (await client({method: 'PUT', url, headers: {'x-metadata-token-ttl-seconds': '21600'}}, form, signal)).value;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (withoutTokenVariant.has(error.failure.status ?? 0)) return undefined;
    throw asCredentialError(withAdvice(error), noAgency);
  }
}
