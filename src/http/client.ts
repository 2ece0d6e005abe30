import {minuteMs, secondMs} from '../duration.ts';
import type {Environment} from '../environment.ts';
import {
  type CodeMeaning,
  type FailureKind,
  MalformedAnswer,
  type Party,
  type Quota,
  RequestError,
  type RequestFailure,
  showsAcceptance,
  TaskNotListed
} from '../errors.ts';
import {gatewayCodes, gatewayNumber} from '../gateway.ts';
import {isAbsent, isRecord, type JsonRecord, plausibleMs, property} from '../json.ts';
import {inWords, type Message} from '../text.ts';
import {parseJson} from './json-text.ts';
import {proxyFor} from './proxy.ts';
import {type HttpAnswer, type HttpRequest, type Transport, TransportError} from './transport.ts';

/**
 * What a refusal has led to: `waited` for the same credentials, which the cloud may know by now; `changed` what the next
 * request will carry; or `nothing`, so that asking once more makes no sense.
 */
export type Remedy = 'waited' | 'changed' | 'nothing';

/** A request on which credentials have been put. */
export interface Authorized {
  readonly request: HttpRequest;
  /** Whether the same host has let an earlier request in. */
  readonly workedBefore?: boolean;
  /** Hears that the request was refused, after so many remedies of the kind `waited`. */
  refused(failure: RequestFailure, waits: number, signal: AbortSignal): Promise<Remedy>;
  /** Hears that the request was accepted. */
  accepted(): void;
}

/** Puts credentials on each request afresh. Rejects with a RequestError where it cannot get any. */
export type Authorize = (request: HttpRequest, signal: AbortSignal) => Promise<Authorized>;

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

export interface JsonAnswer<T> {
  readonly value: T;
  /** The server's time, from its `Date` header. */
  readonly serverDateMs?: number | undefined;
  /** For how long a cache on the way has kept the answer. */
  readonly cachedForMs?: number | undefined;
  readonly requestId?: string | undefined;
  readonly httpStatus: number;
}

/** What an answer shows beside its body. */
export interface AnswerHead extends Omit<JsonAnswer<unknown>, 'value'> {
  readonly header: HttpAnswer['header'];
}

/** How the answers of one API are read. */
export interface AnswerForm<T> {
  /** Who answers. */
  readonly party: Party;
  /** Error codes that mean something else than their HTTP status says. */
  readonly codes: Readonly<Record<string, CodeMeaning>>;
  /** Whether an error code in a good answer belongs to the value, and does not say that the request was refused. */
  readonly valuesHaveErrorCodes?: boolean;
  /** Whether the answer is a bare text instead of JSON. */
  readonly isPlainText?: true;
  /** Whether a refusal may be a bare text instead of JSON, so that HTML alone is a page of somebody else. */
  readonly refusesInText?: true;
  /**
   * Whether the request sends a password, an id token or an agency's name: a 401 or 403 is a refusal then, whoever wrote
   * it and whatever it says, for repeated ones lock an account.
   */
  readonly isLogIn?: true;
  /** Whether the answer brings new secrets, which its headers can hold as well. */
  readonly issuesSecrets?: true;
  /** Hears the headers under each status, before anything is said about the answer. */
  learn?(header: HttpAnswer['header']): void;
  /** Throws MalformedAnswer where the answer has not the promised form. */
  read(body: unknown, head: AnswerHead): T;
}

/** Without `authorize` the request goes out as it is. */
export type Client = <T>(
  request: ApiRequest,
  form: AnswerForm<T>,
  signal: AbortSignal,
  authorize?: Authorize
) => Promise<JsonAnswer<T>>;

export interface ClientOptions {
  readonly transport: Transport;
  /** Takes secrets out of a text: a service may repeat in its answer what it was sent. */
  readonly clean: (text: string) => string;
  /** Gets a line for each request, without headers. */
  readonly debug: (line: Message) => void;
  /** Names the proxy of an address. */
  readonly environment?: Environment;
}

function proxyOf(url: URL, environment: Environment): Pick<RequestFailure, 'proxyVariable' | 'proxyHasNoUser'> {
  const proxy = proxyFor(url, environment);
  return proxy ? {proxyVariable: proxy.variable, proxyHasNoUser: proxy.authorization === undefined} : {};
}

/** Asks for JSON: a value, or a RequestError that says what the failure means. */
export function createClient({transport, clean, debug, environment = {}}: ClientOptions): Client {
  const reachedHosts = new Set<string>();

  async function ask<T>(request: HttpRequest, form: AnswerForm<T>, signal: AbortSignal): Promise<JsonAnswer<T>> {
    const {url} = request;
    const asked = describe(request, form);
    let raw: HttpAnswer;
    try {
      raw = await transport(request, signal);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      debug(words => words.debug.request(asked, inWords(error.what, words)));
      const failure = {
        ...connectionFailure(error, reachedHosts.has(url.host)),
        party: form.party,
        ...proxyOf(url, environment)
      };
      throw new RequestError(error.what, failure, {cause: error});
    }
    form.learn?.(raw.header);
    const bringsSecrets = mayBringSecrets(raw, form);
    const cleaned = bringsSecrets ? (text: string) => text : clean;
    const header = (name: string) => {
      const value = raw.header(name);
      return value === undefined ? undefined : cleaned(value);
    };
    const {status} = raw;
    const head: AnswerHead = {
      header,
      httpStatus: status,
      serverDateMs: httpDateMs(header('date')),
      cachedForMs: cachedForMs(header('age')),
      requestId: bringsSecrets ? undefined : (header('x-request-id') ?? header('x-iam-trace-id'))
    };
    debug(words => words.debug.request(asked, words.debug.httpStatus(status, head.requestId)));
    const body = bodyOf(raw, form);
    if (body.kind === 'json' || status === 429 || status >= 500) reachedHosts.add(url.host);
    try {
      return readAnswer({head, body, bringsSecrets, reached: reachedHosts.has(url.host)}, form, clean);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const {kind, isPage} = error.failure;
      const more = {
        ...(kind === 'blocked' && proxyOf(url, environment)),
        ...(kind === 'malformed' && isPage && {hasLargeHeader: hasLargeHeader(request)})
      };
      throw error.with(more);
    }
  }

  return async ({method = 'GET', url, headers = {}, body}, form, signal, authorize) => {
    const request: HttpRequest = {
      method,
      url,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'cache-control': 'no-cache',
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers
      },
      body: body === undefined ? '' : JSON.stringify(body)
    };
    let waits = 0;
    let refusal: RequestError | undefined;
    for (let isChanged = false; ; ) {
      let authorized: Authorized | undefined;
      try {
        authorized = await authorize?.(request, signal);
        const answer = await ask(authorized?.request ?? request, form, signal);
        authorized?.accepted();
        return answer;
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        // Without the time to ask once more, the refusal stands.
        if (signal.aborted && refusal) throw refusal;
        const {failure} = error;
        if (showsAcceptance(failure)) authorized?.accepted();
        const remedy: Remedy =
          authorized && !isChanged && isRefused(failure) ? await authorized.refused(failure, waits, signal) : 'nothing';
        refusal = failure.kind === 'denied' && authorized?.workedBefore ? error.with({workedBefore: true}) : error;
        if (remedy === 'nothing') throw refusal;
        isChanged = remedy === 'changed';
        waits += 1;
        const again = isChanged ? 'againOtherwise' : 'again';
        debug(words => words.debug.request(describe(request, form), words.debug[again]));
      }
    }
  };
}

/** The request, for the debug log. An address at which secrets are issued can have some of its own. */
function describe<T>({method, url}: HttpRequest, {issuesSecrets}: AnswerForm<T>): string {
  return `${method} ${issuesSecrets ? url.origin + url.pathname : url.href}`;
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether new secrets should have come, of which nobody knows yet what is one. */
function mayBringSecrets<T>({status}: HttpAnswer, {issuesSecrets}: AnswerForm<T>): boolean {
  return isGood(status) && issuesSecrets === true;
}

/** A page under 401 may stand for the gateway's own answer, so credentials that can be renewed are. */
function isRefused({kind, status, isPage}: RequestFailure): boolean {
  return kind === 'denied' || (isPage === true && status === 401);
}

/** Gateways take 4 to 16 KiB of headers. */
const largeHeaderBytes = 8 * 1024;

function hasLargeHeader({headers}: HttpRequest): boolean {
  return Object.values(headers).some(value => Buffer.byteLength(value) > largeHeaderBytes);
}

/** Before the host's first answer a typing error or a proxy is the likeliest cause, after it a passing fault. */
function connectionFailure(
  {isFinal, staleConnection, proxyStatus, isUntrusted}: TransportError,
  reached: boolean
): RequestFailure {
  if (isFinal) return {kind: 'blocked', status: proxyStatus, ...(isUntrusted && {isUntrusted})};
  return reached ? {kind: 'transient', staleConnection} : {kind: 'unreached', staleConnection};
}

/** What came as the body: `page` is HTML or text, `broken` begins like JSON and is not. */
type Body =
  | {readonly kind: 'json'; readonly value: unknown}
  | {readonly kind: 'broken'; readonly problem: Message}
  | {readonly kind: 'page' | 'empty'}
  | {readonly kind: 'text'; readonly text: string};

function bodyOf<T>({text, status, problem}: HttpAnswer, form: AnswerForm<T>): Body {
  const isHtml = /^\s*</.test(text);
  if (problem !== undefined) return isHtml ? {kind: 'page'} : {kind: 'broken', problem};
  if (text.trim() === '') return {kind: 'empty'};
  if (form.isPlainText && isGood(status) && !isHtml) return {kind: 'json', value: text};
  const parsed = parseJson(text);
  if ('value' in parsed) return {kind: 'json', value: parsed.value};
  if (/^\s*[{[]/.test(text)) return {kind: 'broken', problem: parsed.problem};
  return form.refusesInText && !isHtml ? {kind: 'text', text: text.trim()} : {kind: 'page'};
}

interface Received {
  readonly head: AnswerHead;
  readonly body: Body;
  readonly bringsSecrets: boolean;
  /** Whether the host has ever answered. */
  readonly reached: boolean;
}

/** What a failure is more than its status and body say. */
interface FailureMore {
  readonly isPage?: true;
  readonly emptyList?: true;
  readonly cause?: unknown;
}

/**
 * The value, or what the failure means, by the first of these that holds: a proxy's 407, a redirect, throttling, a refused
 * log-in, the code of a failure, a page, a broken body, the status, an empty body or a bare text, the error in a good answer.
 */
function readAnswer<T>(
  {head, body, bringsSecrets, reached}: Received,
  form: AnswerForm<T>,
  clean: (text: string) => string
): JsonAnswer<T> {
  const {header, ...answer} = head;
  const {httpStatus: status, serverDateMs, cachedForMs} = answer;
  const told = errorDetails(body, status);
  const meaning = told.code === undefined ? undefined : meaningOf(told.code, status, form.codes);
  const kindByCode = meaning === 'unauthenticated' ? 'denied' : meaning;
  const details: ErrorDetails = bringsSecrets ? {} : {...told, requestId: head.requestId ?? told.requestId};
  const fail = (what: Message, kind: FailureKind, more?: FailureMore) =>
    new RequestError(
      words => words.answer.status(status, inWords(what, words)),
      {
        kind,
        party: form.party,
        unauthenticated: meaning === 'unauthenticated' || undefined,
        status,
        isPage: more?.isPage,
        emptyList: more?.emptyList,
        cachedForMs,
        // Only now, for reading the answer can have brought new secrets.
        ...cleanDetails(details, clean),
        serverDateMs,
        retryAfterMs: retryAfterMs(header('retry-after'), serverDateMs),
        quota: kind === 'throttled' ? quotaIn(details.text) : undefined
      },
      more
    );
  const bodyWords: Message = words => {
    if (body.kind === 'page' || body.kind === 'empty') return words.answer[body.kind];
    if (body.kind !== 'broken') return '';
    return words.answer.broken(bringsSecrets ? words.answer.unreadable : inWords(body.problem, words));
  };

  if (status === 407) throw fail(words => words.answer.proxyAsks, 'blocked');
  if (status === 511 || (status >= 300 && status < 400)) throw fail(diversion(head, clean), 'rejected');
  // Credentials that are refused for being shown too often are still refused.
  if (status === 429) throw fail(bodyWords, kindByCode === 'denied' ? 'denied' : 'throttled');
  const isPage = body.kind === 'page' && status < 500 ? {isPage: true as const} : undefined;
  if (form.isLogIn && (status === 401 || status === 403)) throw fail(bodyWords, 'denied', isPage);
  if (!isGood(status) && kindByCode) throw fail('', kindByCode);
  // Also under 403 and 404: whoever writes pages instead of the service knows neither the credentials nor the task.
  if (isPage) throw fail(bodyWords, kindOfPage(status, reached), isPage);
  if (body.kind === 'broken' && status < 500) throw fail(bodyWords, 'malformed');
  if (!isGood(status)) throw fail(bodyWords, kindOfStatus(status));
  if (body.kind !== 'json') throw fail(bodyWords, reached ? 'transient' : 'unreached');
  if (told.isError && !form.valuesHaveErrorCodes) throw fail(words => words.answer.error, kindByCode ?? 'rejected');
  try {
    return {value: form.read(body.value, head), ...answer};
  } catch (error) {
    // Where tasks have error codes of their own, one without a task is a refusal all the same.
    if (error instanceof TaskNotListed) {
      const more = error.isEmpty ? {emptyList: true as const} : undefined;
      throw fail(words => words.answer.withoutTask, kindByCode ?? 'not-found', more);
    }
    if (!(error instanceof MalformedAnswer)) throw error;
    const {what} = error;
    throw fail(words => words.answer.otherForm(inWords(what, words)), kindByCode ?? 'malformed', {cause: error});
  }
}

/** Under these a page is about the request itself, such as headers that are too large for a gateway. */
const requestFaults: ReadonlySet<number> = new Set([400, 405, 413, 414, 431, 494]);

function kindOfPage(status: number, reached: boolean): FailureKind {
  if (requestFaults.has(status)) return 'malformed';
  return reached ? 'transient' : 'unreached';
}

/** The service's own table comes first, for it gives codes that contradict their HTTP status. */
function meaningOf(
  code: string,
  status: number,
  codes: Readonly<Record<string, CodeMeaning>>
): CodeMeaning | undefined {
  if (Object.hasOwn(codes, code)) return codes[code];
  const number = gatewayNumber(code);
  return number === undefined ? undefined : (gatewayCodes[number]?.meaning ?? kindOfStatus(status));
}

function kindOfStatus(status: number): FailureKind {
  switch (status) {
    case 401:
    case 403:
      return 'denied';
    case 404:
      return 'not-found';
    case 408:
    case 425:
      return 'transient';
    default:
      return status >= 500 ? 'transient' : 'rejected';
  }
}

interface ErrorDetails {
  readonly code?: string | undefined;
  readonly text?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Here, before a text is cut or escaped, which would leave parts of a secret. */
function cleanDetails({code, text, requestId}: ErrorDetails, clean: (text: string) => string): ErrorDetails {
  const cleaned = (value: string | undefined) => value && clean(value);
  return {code: cleaned(code), text: cleaned(text), requestId: cleaned(requestId)};
}

const errorCodeKeys = ['error_code', 'errorCode', 'errCode'] as const;
const errorTextKeys = ['error_msg', 'errorMsg', 'errMsg', 'errorMessage', 'externalMessage', 'message'] as const;

/**
 * Reads the error bodies that the cloud sends: flat, under `error`, or one level below any other key, also in a list. In
 * a good answer a flat `code` or `message` and what stands below other keys can belong to the task.
 */
function errorDetails(body: Body, status: number): ErrorDetails & {readonly isError?: boolean} {
  if (body.kind === 'text') return {text: body.text};
  if (body.kind !== 'json' || !isRecord(body.value)) return {};
  const {value} = body;
  const requestId = word(value, 'request_id');
  const {error, ...others} = value;
  const inError = [error].flat().filter(isRecord);
  const inGood = isGood(status);
  const below = inGood ? [] : Object.values(others).flat().filter(isRecord);
  const holder =
    [value, ...inError].find(candidate => word(candidate, ...errorCodeKeys)) ??
    (inGood ? inError : [value, ...inError]).find(candidate => word(candidate, 'code')) ??
    below.find(candidate => word(candidate, ...errorCodeKeys, 'code')) ??
    (inGood ? inError : [value, ...inError, ...below]).find(candidate => word(candidate, ...errorTextKeys)) ??
    {};
  return {
    code: word(holder, ...errorCodeKeys, 'code'),
    text: withoutEchoedRequest(word(holder, ...errorTextKeys) ?? word(value, 'error')),
    requestId,
    isError: !isAbsent(error) || errorCodeKeys.some(key => !isAbsent(property(value, key)))
  };
}

/** The first of these keys that holds a text or a number other than 0, as text. */
function word(from: JsonRecord, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = property(from, key);
    if ((typeof value === 'string' || typeof value === 'number') && !isAbsent(value)) return String(value).trim();
  }
  return undefined;
}

/** The gateway repeats the signed headers, the security token among them, in the text of a refused signature. */
function withoutEchoedRequest(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  let end = text.search(/canonicalRequest:/i);
  if (end === -1) return text;
  while (/[\s,;]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Where somebody between the runner and the API wants the request to go. */
function diversion({httpStatus, header}: AnswerHead, clean: (text: string) => string): Message {
  if (httpStatus === 511) return words => words.answer.networkLogIn;
  const location = header('location') ?? '';
  const host = hostIn(location, clean);
  const hasTarget = URL.canParse(location);
  // Log-in portals redirect for the time being, never for good.
  const isLogIn = [302, 303, 307].includes(httpStatus) && /log-?[io]n|sign-?in|sso|auth|portal|captive/i.test(location);
  return ({answer: {redirect, anotherHost}}) => redirect(hasTarget ? (host ?? anotherHost) : undefined, isLogIn);
}

/**
 * The host as it is written: decoded by `URL`, it could become a secret again. Absent where it has not the form of a host,
 * or holds a secret.
 */
function hostIn(location: string, clean: (text: string) => string): string | undefined {
  const [, host] = /^https?:\/\/([a-z\d.-]{1,100}(?::\d{1,5})?)(?:[/?#]|$)/i.exec(location) ?? [];
  const isSecret = [host, host?.toLowerCase(), host?.toUpperCase()].some(text => text && clean(text) !== text);
  return isSecret ? undefined : host?.toLowerCase();
}

function httpDateMs(value: string | undefined): number | undefined {
  // Date.parse alone would take "-5" for a year.
  const ms = /^[A-Z][a-z]{2}/.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN;
  return plausibleMs(ms);
}

/** For how long a cache has kept the answer, by its header `Age` in seconds; for ever where that cannot be read. */
function cachedForMs(age: string | undefined): number | undefined {
  if (age === undefined) return undefined;
  return /^\d+$/.test(age.trim()) ? Number(age) * 1000 : Number.POSITIVE_INFINITY;
}

/** `Retry-After` in seconds or as a date, which is compared with the server's own clock. */
function retryAfterMs(value: string | undefined, nowMs: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
  const untilMs = httpDateMs(value);
  return untilMs === undefined || nowMs === undefined ? undefined : Math.max(0, untilMs - nowMs);
}

/** What the gateway's text allows: `…,limit:120,time:1 minute`. */
function quotaIn(text: string | undefined): Quota | undefined {
  const [, limit, count, unit] = /limit:(\d{1,9}),time:(\d{1,4}) (second|minute)/i.exec(text ?? '') ?? [];
  const windowMs = Number(count) * (unit?.toLowerCase() === 'minute' ? minuteMs : secondMs);
  return windowMs > 0 ? {limit: Math.max(1, Number(limit)), windowMs} : undefined;
}
