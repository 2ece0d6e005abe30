import {inWords, type Message} from './text.ts';
import {en, type Refused, type Words} from './words/en.ts';

/** The workflow gave something that cannot be used. Carries every problem found, each naming its input. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Message[];
  /** What an input takes, where that is too long to stand with its problem. */
  readonly choices: readonly Message[];
  /** What to look at before anything is corrected. */
  readonly questions: readonly Message[];

  constructor(problems: readonly Message[], choices: readonly Message[] = [], questions: readonly Message[] = []) {
    super();
    this.problems = problems;
    this.choices = choices;
    this.questions = questions;
  }

  /** In English, put together only where it is asked for. */
  override get message(): string {
    return [...this.problems, ...this.questions, ...this.choices].map(message => inWords(message, en)).join(' ');
  }
}

/**
 * What a failed request means for the wait:
 * - `transient`: says nothing about the task; poll again.
 * - `unreached`: says nothing about the task either, and the host has never answered: a typing error or a proxy is likely.
 * - `throttled`: too many requests.
 * - `malformed`: an answer that is not what this API answers.
 * - `not-found`: the service does not know the id (yet).
 * - `denied`: credentials refused, expired or without permission.
 * - `rejected`: anything else that another request would not change.
 * - `blocked`: something below the API keeps every request out: a certificate, TLS, a proxy's 407, an answer that is no HTTP.
 */
export type FailureKind =
  | 'transient'
  | 'unreached'
  | 'throttled'
  | 'malformed'
  | 'not-found'
  | 'denied'
  | 'rejected'
  | 'blocked';

/** What an error code means: a failure, or `unauthenticated`, which is `denied` because of the credentials themselves. */
export type CodeMeaning = FailureKind | 'unauthenticated';

/** Who was asked: the service of the task, or one of those who give credentials. */
export type Party = 'service' | 'iam' | 'sts' | 'github' | 'metadata';

export interface RequestFailure {
  readonly kind: FailureKind;
  /** Who was asked; the service where it is absent. */
  readonly party?: Party | undefined;
  /** Where the code that asked knows better than the general tables why it failed and what helps. */
  readonly explanation?: ((words: Words) => Refused) | undefined;
  /** The code says that the credentials themselves are refused, whatever the HTTP status says. */
  readonly unauthenticated?: true | undefined;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The service's or the gateway's error code, e.g. `DLF.0810`. */
  readonly code?: string | undefined;
  /** The service's text, as data: neither escaped nor shortened. */
  readonly text?: string | undefined;
  readonly requestId?: string | undefined;
  /** The server's time of the answer, epoch milliseconds. */
  readonly serverDateMs?: number | undefined;
  /** What the `Retry-After` header asks for. */
  readonly retryAfterMs?: number | undefined;
  /** How many requests in which time the text of a throttled answer allows. */
  readonly quota?: Quota | undefined;
  /** The body is a page: HTML or a bare text, mostly by something between. Never set under 429 and 5xx. */
  readonly isPage?: true | undefined;
  /** The request carried a header of more than 8 KiB, such as a large token. */
  readonly hasLargeHeader?: boolean | undefined;
  /** The certificate was issued by nobody who is trusted. */
  readonly isUntrusted?: true | undefined;
  /** The variable of the environment that names the proxy which the request went through. */
  readonly proxyVariable?: string | undefined;
  /** Its address has no user. */
  readonly proxyHasNoUser?: boolean | undefined;
  /** The same credentials, or the same way to get them, were accepted earlier in this step. */
  readonly workedBefore?: true | undefined;
  /** A whole list came, as long as its own count says, and nothing is in it. */
  readonly emptyList?: true | undefined;
  /** For how long a cache on the way has kept the answer. */
  readonly cachedForMs?: number | undefined;
  /** A kept-alive connection that the server had closed: ask again at once. */
  readonly staleConnection?: boolean | undefined;
}

/** So many requests in a window of time. */
export interface Quota {
  readonly limit: number;
  readonly windowMs: number;
}

/**
 * Whether a refusal is one of the credentials, by its code or as HTTP 401, which meets every other request as well. Any
 * other means a permission that is missing.
 */
export function isOfCredentials({status, unauthenticated}: RequestFailure): boolean {
  return status === 401 || unauthenticated === true;
}

/** Whether a service that answers like this has let the request in. A page says nothing of it. */
export function showsAcceptance({kind, isPage}: RequestFailure): boolean {
  return !isPage && (kind === 'not-found' || kind === 'rejected' || kind === 'malformed');
}

/** A request that brought no usable answer: in one clause, without the service's code, text and request id. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** The message in any language; `message` is English. */
  readonly what: Message;
  readonly failure: RequestFailure;

  constructor(what: Message, failure: RequestFailure, options?: ErrorOptions) {
    super(inWords(what, en), options);
    this.what = what;
    this.failure = failure;
  }

  /** The same, with more that is known of the failure. */
  with(more: Partial<RequestFailure>): RequestError {
    return new RequestError(this.what, {...this.failure, ...more}, {cause: this.cause ?? this});
  }
}

/** An answer whose JSON does not have the form that the API promises. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
  /** The message in any language; `message` is English. */
  readonly what: Message;

  constructor(what: Message, options?: ErrorOptions) {
    super(inWords(what, en), options);
    this.what = what;
  }
}

/** A list came, as the API promises, and the task is not in it. */
export class TaskNotListed extends Error {
  override readonly name = 'TaskNotListed';
  /** Nothing else is in it either, and its own count says so. */
  readonly isEmpty: boolean;

  constructor({isEmpty = false} = {}) {
    super();
    this.isEmpty = isEmpty;
  }
}

/** What ended the step although nothing in the workflow or the cloud is wrong with it. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
  /** The message in any language; `message` is English. */
  readonly what: Message;

  constructor(what: Message) {
    super(inWords(what, en));
    this.what = what;
  }
}

/** What was thrown, in words: those of the action in each language, others as they came. */
export function wordsOf(error: unknown): Message {
  const hasWords = error instanceof RequestError || error instanceof MalformedAnswer || error instanceof InternalError;
  if (hasWords) return error.what;
  return messageOf(error);
}

/** The code of an error of Node or the system, such as `ECONNRESET`. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // With several addresses Node gathers the errors of all of them.
  return 'errors' in error && Array.isArray(error.errors) ? errorCode(error.errors[0]) : undefined;
}

/** The message of what was thrown, as it came. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim() : String(error);
}
