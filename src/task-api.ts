import {randomUUID} from 'node:crypto';
import {authorizerFor, type Owner} from './auth/authorizer.ts';
import {type Access, signsRequests} from './auth/credentials.ts';
import {endOfToken, findDomain, findProject} from './auth/iam.ts';
import {cleanCause} from './causes.ts';
import {type Clock, within} from './clock.ts';
import type {Environment} from './environment.ts';
import {RequestError} from './errors.ts';
import {type AnswerForm, type AnswerHead, type Authorize, createClient, type JsonAnswer} from './http/client.ts';
import type {Transport} from './http/transport.ts';
import type {Limits, Place} from './inputs/inputs.ts';
import {observe} from './observe.ts';
import type {Snapshot} from './polling/judge.ts';
import type {Poll} from './polling/poller.ts';
import type {Strictness} from './polling/verdict.ts';
import {copied} from './secrets.ts';
import {requestOf, type Service, type TaskReference, type TaskRequest} from './services/service.ts';
import type {Subtask, Task} from './task.ts';
import {changed, type Message} from './text.ts';
import {instant} from './time.ts';
import type {Words} from './words/en.ts';

export interface TaskApiOptions {
  readonly service: Service;
  readonly place: Place;
  readonly access: Access;
  readonly limits: Limits;
  readonly strictness: Strictness;
}

/** What the step runs with. */
export interface TaskApiTools {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly sink: {
    readonly clean: (text: string) => string;
    readonly debug: (line: Message) => void;
    readonly addSecret: (secret: string, lifeMs?: number) => void;
  };
  readonly warn: (message: Message) => void;
}

export interface TaskApi {
  /** How one task is polled. What has to be found out first is found out by the first poll, under the same patience. */
  of(task: TaskReference): Poll;
  /** What the service answers to a request that is no poll. */
  get(request: TaskRequest, signal: AbortSignal, sent: () => void): Promise<unknown>;
  /** Warns when ready-made credentials end before the wait does, where their end can be known. */
  warnOfEnd(signal: AbortSignal): Promise<void>;
  /** Given or found; empty while it is not known. */
  projectId(): string;
  domainId(): string;
}

/**
 * Polls tasks with the same connections and credentials: finds out whose they are, sends the service's request, and makes a
 * task of its answer.
 */
export function createTaskApi(
  {service, place: {endpoint}, access, limits, strictness}: TaskApiOptions,
  {transport, clock, environment, sink, warn}: TaskApiTools
): TaskApi {
  const {clean, debug, addSecret} = sink;
  const {timeoutMs} = limits;
  const deadlineMs = clock.now() + timeoutMs;
  const client = createClient({transport, environment, clean, debug});
  const pollsOnce = timeoutMs === 0;
  const authorizer = authorizerFor(access, {client, clock, environment, pollsOnce, addSecret, warn});
  const {project, domain} = {project: {}, domain: {}, ...access.scope};
  let projectId = 'id' in project ? project.id : '';
  let domainId = 'id' in domain ? domain.id : '';
  const projectName = 'name' in project ? project.name : '';

  /** Whose the tasks are, for requests that keys sign. What is not known is looked up. */
  async function owner(signal: AbortSignal): Promise<Owner> {
    if (service.scope === 'domain') {
      if (signsRequests(access.credentials.kind) && domainId === '') {
        domainId = await findDomain(client, authorizer.authorize(), access.iamEndpoint, signal);
      }
      return {'x-domain-id': domainId};
    }
    if (service.needsProjectId && projectId === '') {
      projectId =
        (await authorizer.issuedProjectId(signal)) ??
        (await findProject(client, authorizer.authorize(), access.iamEndpoint, projectName, signal));
    }
    return {'x-project-id': projectId};
  }

  const isOfService = {party: 'service' as const, codes: service.codes};

  /**
   * Calls `sent` for each request to the service, after it got its credentials. What is asked for is known after whose the
   * tasks are.
   */
  async function ask<T>(
    requestNow: () => TaskRequest,
    form: AnswerForm<T>,
    signal: AbortSignal,
    sent: () => void
  ): Promise<JsonAnswer<T>> {
    const whose = await owner(signal);
    const authorize: Authorize = async (request, authorizing) => {
      const authorized = await authorizer.authorize(whose)(request, authorizing);
      sent();
      return authorized;
    };
    const {path, headers = {}} = requestNow();
    return client({url: new URL(endpoint.url + path), headers}, form, signal, authorize);
  }

  return {
    projectId: () => projectId,
    domainId: () => domainId,

    of(task) {
      const form = {
        ...isOfService,
        valuesHaveErrorCodes: service.tasksHaveErrorCodes,
        read: (body: unknown, {httpStatus}: AnswerHead) =>
          withoutSecrets(observe(service, {body, httpStatus}, task, strictness), clean)
      };
      const limitMs = pollLimits(limits, deadlineMs);
      return (signal, sent) => {
        const nowMs = clock.now();
        return within(limitMs(nowMs) - nowMs, clock, signal, limited => read(limited, sent)).catch(error =>
          Promise.reject(cleanError(error, clean))
        );
      };

      async function read(signal: AbortSignal, sent: () => void): Promise<Snapshot> {
        const request = () => requestOf(service, {...task, projectId}, {requestId: randomUUID(), dateMs: clock.date()});
        const {value, ...answer} = await ask(request, form, signal, sent);
        return {task: value, ...answer};
      }
    },

    async get(request, signal, sent) {
      const form = {...isOfService, read: (body: unknown) => body};
      return (await ask(() => request, form, signal, sent)).value;
    },

    async warnOfEnd(signal) {
      if (access.credentials.kind !== 'token' || access.iamEndpoint === '' || pollsOnce) return;
      try {
        const {atMs, lifeMs} = await endOfToken(client, access.iamEndpoint, access.credentials.token, signal);
        if (atMs !== undefined && lifeMs !== undefined && lifeMs < timeoutMs) {
          const at = instant(atMs);
          warn(words => words.warnings.tokenEnds(at, timeoutMs));
        }
      } catch {
        // It only serves a warning, so nothing may come of its failure.
        debug(words => words.debug.noTokenLife);
      }
    }
  };
}

/**
 * When a poll that begins at a time has to be over, with all that its request leads to: log-ins, pauses and repetitions.
 * The poll that is under way at the deadline has one `request-timeout` from there, so that as much is left for the last
 * one. Of many tasks some are polled later, for as long.
 */
function pollLimits({requestTimeoutMs}: Limits, deadlineMs: number) {
  let lastPollMs: number | undefined;
  return (nowMs: number): number => {
    if (nowMs < deadlineMs) return deadlineMs + requestTimeoutMs;
    lastPollMs ??= nowMs;
    return Math.max(deadlineMs + 2 * requestTimeoutMs, lastPollMs + requestTimeoutMs);
  };
}

/** Of the subtasks of one task so many letters are kept, which thousands of tasks have room for. */
const maxSubtaskLetters = 256 * 1024;

/** A service may repeat what it was sent. What decides is taken as it came: the state, and the id where it is the right one. */
export function withoutSecrets(task: Task, clean: (text: string) => string): Task {
  let left = maxSubtaskLetters;
  const kept = (text: string): string => {
    if (left <= 0) return '';
    const cleaned = clean(text);
    left -= cleaned.length;
    return cleaned;
  };
  const subtasks = [...task.subtasks];
  const worstFirst = [...subtasks.entries()].sort(([, a], [, b]) => badnessOf(b) - badnessOf(a));
  for (const [index, subtask] of worstFirst) subtasks[index] = cleanTexts(subtask, kept);
  return {
    ...cleanTexts(task, clean),
    // The requested id is no secret.
    id: task.id && (task.other === undefined ? copied(task.id) : clean(task.id)),
    other: task.other && clean(task.other),
    contradictions: task.contradictions?.map(message => changed(message, clean)),
    ...(task.causes && {causes: task.causes.map(cause => cleanCause(cause, clean))}),
    subtasks
  };
}

function cleanTexts<T extends Subtask | Task>(from: T, clean: (text: string) => string): T {
  return {
    ...from,
    serviceStatus: clean(from.serviceStatus),
    id: (from.id && clean(from.id)) || undefined,
    name: (from.name && clean(from.name)) || undefined,
    ...('resourceName' in from && {resourceName: (from.resourceName && clean(from.resourceName)) || undefined}),
    message: (from.message && clean(from.message)) || undefined
  };
}

function badnessOf({state}: Subtask): number {
  return state === 'failed' || state === 'stopped' ? 2 : state === 'warning' ? 1 : 0;
}

/** The failure of a request can repeat, in its message or in a better explanation, what the answer said. */
function cleanError(error: unknown, clean: (text: string) => string): unknown {
  if (!(error instanceof RequestError)) return error;
  const {failure, what} = error;
  const {explanation} = failure;
  const cleaned = {
    ...failure,
    ...(explanation && {
      explanation: (words: Words) => {
        const refused = explanation(words);
        const {headline, cause, fix} = refused;
        return {...refused, headline: clean(headline), cause: clean(cause), fix: clean(fix)};
      }
    })
  };
  return new RequestError(changed(what, clean), cleaned, {cause: error.cause});
}
