import {MalformedAnswer, RequestError} from '../errors.ts';
import type {ApiRequest, Authorize, Client} from '../http/client.ts';
import {isoMs, isRecord, type JsonRecord, optional, optionalList, record, recordIn, text, theAnswer} from '../json.ts';
import {plainId} from '../task.ts';
import {inWords} from '../text.ts';
import type {Words} from '../words/en.ts';
import type {Credentials} from './credentials.ts';
import {describeClaims} from './github.ts';
import {asCredentialError, notTheTask} from './refusals.ts';
import {type Issued, lifeOf} from './session.ts';

type Named = {readonly id: string} | {readonly name: string};

/**
 * What tokens are to be good for, in the form of IAM: a project, by its id or its name, which for a region's own project
 * is the region, or an account, which IAM calls a domain.
 */
export type Scope = {readonly project: Named} | {readonly domain: Named};

interface TokenOptions {
  /** Base URL of IAM, without the version. */
  readonly endpoint: string;
  readonly scope: Scope;
  readonly addSecret: (secret: string) => void;
}

/** A token by user and password. */
export async function logIn(
  client: Client,
  {username, password, domainName}: Extract<Credentials, {kind: 'password'}>,
  options: TokenOptions,
  signal: AbortSignal
): Promise<Issued> {
  const request = {
    method: 'POST' as const,
    // Without the catalog of services, which can be as large as the rest of the answer by far.
    url: new URL(`${options.endpoint}/v3/auth/tokens?nocatalog=1`),
    body: {
      auth: {
        identity: {
          methods: ['password'],
          password: {user: {name: username, password, domain: {name: domainName}}}
        },
        scope: options.scope
      }
    }
  };
  try {
    return await token(client, request, options, signal);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    throw asCredentialError(error, words => words.refusals.logIn);
  }
}

/** A token by GitHub's id token, through an identity provider of IAM v3. */
export async function federate(
  client: Client,
  idToken: string,
  {identityProvider}: Extract<Credentials, {kind: 'oidc-federation'}>,
  options: TokenOptions,
  signal: AbortSignal
): Promise<Issued> {
  const request = {
    method: 'POST' as const,
    url: new URL(`${options.endpoint}/v3.0/OS-AUTH/id-token/tokens`),
    headers: {'x-idp-id': identityProvider},
    body: {auth: {id_token: {id: idToken}, scope: options.scope}}
  };
  try {
    return await token(client, request, options, signal);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const claims = describeClaims(idToken);
    throw asCredentialError(error, words => words.refusals.federation(inWords(claims, words)));
  }
}

async function token(
  client: Client,
  request: ApiRequest,
  {addSecret}: TokenOptions,
  signal: AbortSignal
): Promise<Issued> {
  const {value} = await client<Issued>(
    request,
    {
      party: 'iam',
      codes: {},
      isLogIn: true,
      issuesSecrets: true,
      learn: header => {
        const issued = header('x-subject-token');
        if (issued) addSecret(issued);
      },
      read: (body, {header, serverDateMs}) => {
        const issued = header('x-subject-token');
        if (!issued) throw new MalformedAnswer(words => words.malformed.noHeader('X-Subject-Token'));
        const details = recordIn(theAnswer(body), 'token');
        const expiresMs = isoMs(optional(details, 'expires_at'));
        const project = optional(details, 'project');
        return {
          ticket: {kind: 'token', token: issued},
          lifeMs: lifeOf(expiresMs, serverDateMs),
          projectId: isRecord(project) && project.id !== undefined ? idIn(project, 'project') : undefined
        };
      }
    },
    signal
  );
  return value;
}

/** When a ready-made token ends by the clock of IAM, and in how long; absent where IAM does not say. Needs no permission. */
export async function endOfToken(
  client: Client,
  endpoint: string,
  readyMade: string,
  signal: AbortSignal
): Promise<{readonly atMs: number | undefined; readonly lifeMs: number | undefined}> {
  const {value} = await client(
    {
      url: new URL(`${endpoint}/v3/auth/tokens?nocatalog=1`),
      headers: {'x-auth-token': readyMade, 'x-subject-token': readyMade}
    },
    {
      party: 'iam',
      codes: {},
      read: (body, {serverDateMs}) => {
        const atMs = isoMs(optional(recordIn(theAnswer(body), 'token'), 'expires_at'));
        return {atMs, lifeMs: lifeOf(atMs, serverDateMs)};
      }
    },
    signal
  );
  return value;
}

/** What IAM calls a project or a domain. */
interface Entry {
  readonly id: string;
  readonly name: string;
}

/**
 * The id of the project of this name; a region's own project is named like the region. Where IAM refuses the search by
 * name, or finds nothing, the list that needs no permission is searched.
 */
export async function findProject(
  client: Client,
  authorize: Authorize,
  endpoint: string,
  name: string,
  signal: AbortSignal
): Promise<string> {
  const list = (path: string) => listed(client, authorize, new URL(endpoint + path), 'project', signal);
  let found: readonly Entry[];
  try {
    found = await list(`/v3/projects?name=${encodeURIComponent(name)}`);
    if (found.length === 0) found = await list('/v3/auth/projects');
  } catch (error) {
    if (!isForbidden(error)) throw error;
    try {
      found = await list('/v3/auth/projects');
    } catch (secondError) {
      if (!isForbidden(secondError)) throw secondError;
      throw asCredentialError(secondError, words => words.refusals.noProjects);
    }
  }
  const [project, ...others] = found.filter(project => project.name === name);
  if (project && others.length === 0) return project.id;
  const count = project ? others.length + 1 : 0;
  throw new RequestError(({refusals}) => (project ? refusals.severalProjects : refusals.noProject), {
    kind: 'rejected',
    party: 'iam',
    explanation: words => words.refusals.project(name, count, described(found, 'project', words))
  });
}

/** The id of the account that the credentials belong to. The list needs no permission of a policy; it is empty for some identities. */
export async function findDomain(
  client: Client,
  authorize: Authorize,
  endpoint: string,
  signal: AbortSignal
): Promise<string> {
  let found: readonly Entry[];
  try {
    found = await listed(client, authorize, new URL(`${endpoint}/v3/auth/domains`), 'domain', signal);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw asCredentialError(error, words => words.refusals.noAccounts);
  }
  const [domain, ...others] = found;
  if (domain && others.length === 0) return domain.id;
  throw new RequestError(({refusals}) => (domain ? refusals.severalAccounts : refusals.noAccount), {
    kind: 'rejected',
    party: 'iam',
    explanation: words => words.refusals.account(described(found, 'domain', words))
  });
}

async function listed(
  client: Client,
  authorize: Authorize,
  url: URL,
  what: 'project' | 'domain',
  signal: AbortSignal
): Promise<readonly Entry[]> {
  const form = {party: 'iam' as const, codes: {}, read: (body: unknown) => readEntries(body, what)};
  try {
    return (await client({url}, form, signal, authorize)).value;
  } catch (error) {
    throw error instanceof RequestError ? notTheTask(error) : error;
  }
}

function isForbidden(error: unknown): error is RequestError {
  return error instanceof RequestError && error.failure.status === 403;
}

function described(entries: readonly Entry[], what: 'project' | 'domain', {refusals}: Words): string {
  if (entries.length === 0) return refusals.foundNone[what];
  const shown = entries.slice(0, 10).map(({name, id}) => `${name} (${id})`);
  return refusals.found(shown, shown.length === entries.length);
}

function readEntries(body: unknown, what: 'project' | 'domain'): readonly Entry[] {
  const list = optional(theAnswer(body), `${what}s`);
  if (list === undefined) throw new MalformedAnswer(words => words.malformed.missing(`"${what}s"`));
  return optionalList(list, `"${what}s"`).map(item => {
    const entry = record(item, words => words.malformed.oneOf(`"${what}s"`));
    return {id: idIn(entry, what), name: text(entry, 'name')};
  });
}

/** It becomes a part of a path or a header, which nothing that came from elsewhere may change. */
function idIn(entry: JsonRecord, what: 'project' | 'domain'): string {
  const id = text(entry, 'id');
  if (!plainId.test(id)) throw new MalformedAnswer(words => words.malformed.badId[what]);
  return id;
}
