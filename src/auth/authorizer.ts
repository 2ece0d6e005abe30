import type {Clock} from '../clock.ts';
import {hourMs, minuteMs} from '../duration.ts';
import type {Environment} from '../environment.ts';
import {isOfCredentials, type RequestFailure} from '../errors.ts';
import {isUnknownKey, isWrongSignature} from '../gateway.ts';
import type {Authorize, Client, Remedy} from '../http/client.ts';
import type {HttpRequest} from '../http/transport.ts';
import type {Message} from '../text.ts';
import type {Access} from './credentials.ts';
import {instanceKeys, metadataUrlIn} from './ecs.ts';
import {idToken, idTokenSourceIn} from './github.ts';
import {federate, logIn} from './iam.ts';
import {createSession, type Issue, type Issued, type Session, type Ticket} from './session.ts';
import {authorization, sdkDate} from './signature.ts';
import {createSigningClock} from './signing-clock.ts';
import {assumeAgency} from './sts.ts';

interface AuthorizerOptions {
  readonly client: Client;
  readonly clock: Clock;
  /** Names the run, and says where the runner hands out id tokens. */
  readonly environment: Environment;
  /** Whether the step does not wait, so that a refused request is repeated once at most. */
  readonly pollsOnce?: boolean;
  /** `lifeMs` from now on, where the secret has an end. */
  readonly addSecret: (secret: string, lifeMs?: number) => void;
  readonly warn: (message: Message) => void;
}

export type Owner = Readonly<Partial<Record<'x-project-id' | 'x-domain-id', string>>>;

interface Authorizer {
  /** `owner` are headers that go along with signed requests and say whose they are. An empty one is left out. */
  authorize(owner?: Owner): Authorize;
  /** The project that the cloud says the credentials belong to, once some were issued. */
  issuedProjectId(signal: AbortSignal): Promise<string | undefined>;
}

/** Keys that were issued within this time may not be known everywhere yet: they are shown again after these pauses. */
const freshMs = minuteMs;
const freshPausesMs: readonly number[] = [1000, 3000, 6000];

/** Puts these credentials on requests: gets them where they have to be got, renews them, and keeps the signing clock. */
export function authorizerFor(access: Access, options: AuthorizerOptions): Authorizer {
  const session = sessionFor(access, options);
  const signingClock = createSigningClock(options.clock, options.warn);
  /** From a refusal to the next good answer there is one renewal, whatever comes between. */
  let isRenewed = false;
  const hostsThatAccepted = new Set<string>();

  async function remedy(
    failure: RequestFailure,
    {issued, offsetMs}: {readonly issued: Issued; readonly offsetMs: number},
    waits: number,
    signal: AbortSignal
  ): Promise<Remedy> {
    // New credentials of the same kind lack the same permission, and five wrong signatures lock a key.
    if (!isOfCredentials(failure) || isWrongSignature(failure)) return 'nothing';
    if (options.pollsOnce && waits > 0) return 'nothing';
    // Another request in flight can have had them replaced already, or the clock corrected.
    if (!session.holds(issued) || signingClock.offsetMs() !== offsetMs) return 'changed';
    if (isRenewed) return 'nothing';
    const {ticket, issuedAtMs = Number.NEGATIVE_INFINITY} = issued;
    const pauseMs = freshPausesMs[waits];
    if (isUnknownKey(failure) && pauseMs !== undefined && (waits > 0 || options.clock.now() - issuedAtMs < freshMs)) {
      await options.clock.sleep(pauseMs, signal);
      return 'waited';
    }
    // A page may say nothing of the credentials, so the last ones are kept; and its clock is not the cloud's.
    const isPage = failure.isPage === true;
    const isTimed = ticket.kind === 'access-key' && !isPage;
    isRenewed = (isTimed && signingClock.correctedBy(serverTimeIn(failure))) || session.drop({keepsLast: isPage});
    return isRenewed ? 'changed' : 'nothing';
  }

  return {
    authorize:
      (owner = {}) =>
      async (request, signal) => {
        const issued = await session.current(signal);
        const offsetMs = signingClock.offsetMs();
        return {
          request: withTicket(request, issued.ticket, owner, signingClock.date()),
          workedBefore: hostsThatAccepted.has(request.url.host),
          refused: (failure, waits, signal) => remedy(failure, {issued, offsetMs}, waits, signal),
          accepted: () => {
            isRenewed = false;
            hostsThatAccepted.add(request.url.host);
          }
        };
      },
    issuedProjectId: async signal => (await session.current(signal)).projectId
  };
}

/** Nothing issued lives longer. */
const longestLifeMs = 24 * hourMs;

function sessionFor({credentials, iamEndpoint, stsEndpoint, scope}: Access, options: AuthorizerOptions): Session {
  const {client, clock, environment} = options;
  const addSecret = (secret: string) => options.addSecret(secret, longestLifeMs);
  const iam = {endpoint: iamEndpoint, scope, addSecret};
  const idTokenSource = idTokenSourceIn(environment);
  const sessionName = `github-${environment.GITHUB_RUN_ID ?? 'run'}-${environment.GITHUB_RUN_ATTEMPT ?? '1'}`;
  const sts = {endpoint: stsEndpoint, sessionName, addSecret};
  const renewable = (issue: Issue) =>
    createSession(async signal => {
      const issued = await issue(signal);
      const {ticket, lifeMs = 0} = issued;
      const {kind, ...secrets} = ticket;
      if (lifeMs > 0) for (const secret of Object.values(secrets)) options.addSecret(secret ?? '', lifeMs);
      return issued;
    }, clock);
  const idTokenFor = (audience: string, signal: AbortSignal) =>
    idToken(client, idTokenSource, audience, addSecret, signal);
  switch (credentials.kind) {
    case 'access-key':
    case 'token':
      return fixedSession(credentials);
    case 'password':
      return renewable(signal => logIn(client, credentials, iam, signal));
    case 'oidc-agency':
      return renewable(async signal =>
        assumeAgency(client, await idTokenFor(credentials.audience, signal), credentials, sts, signal)
      );
    case 'oidc-federation':
      return renewable(async signal =>
        federate(client, await idTokenFor(credentials.audience, signal), credentials, iam, signal)
      );
    case 'ecs-agency':
      return renewable(signal => instanceKeys(client, metadataUrlIn(environment), addSecret, signal));
    default:
      return credentials satisfies never;
  }
}

/** Credentials that were given as they are and that nobody can renew. */
function fixedSession(ticket: Ticket): Session {
  const issued: Issued = {ticket};
  return {current: () => Promise.resolve(issued), holds: () => true, drop: () => false};
}

function withTicket(request: HttpRequest, ticket: Ticket, owner: Owner, dateMs: number): HttpRequest {
  switch (ticket.kind) {
    case 'token':
      return {...request, headers: {...request.headers, 'x-auth-token': ticket.token}};
    case 'access-key':
      return signed(request, ticket, owner, dateMs);
    default:
      return ticket satisfies never;
  }
}

/** From the text of a refused signature (`…,server time:20260115T083000Z`), else from the header `Date`. */
function serverTimeIn({text, serverDateMs}: RequestFailure): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /server time:\s*(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(text ?? '') ?? [];
  // Without a match these are no time.
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) || serverDateMs;
}

function signed(
  request: HttpRequest,
  keys: Extract<Ticket, {kind: 'access-key'}>,
  owner: Owner,
  dateMs: number
): HttpRequest {
  const headers: Record<string, string> = {...request.headers, host: request.url.host, 'x-sdk-date': sdkDate(dateMs)};
  for (const [name, id] of Object.entries(owner)) if (id) headers[name] = id;
  if (keys.securityToken !== undefined) headers['x-security-token'] = keys.securityToken;
  // A proxy may change the others, and a changed header would break the signature.
  const signedHeaders = Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'host' || name.startsWith('x-'))
  );
  return {...request, headers: {...headers, authorization: authorization({...request, headers: signedHeaders}, keys)}};
}
