import {
  type FailureKind,
  gatewayNumber,
  MalformedAnswer,
  type Quota,
  RequestError,
  type RequestFailure,
  TaskNotListed
} from './errors.ts';
import {isRecord, type JsonRecord, plausibleMs} from './json.ts';
import {parseJson} from './json-text.ts';
import {type HttpAnswer, type HttpRequest, type Transport, TransportError} from './transport.ts';

/** A request on which credentials have been put. */
export interface Authorized {
  readonly request: HttpRequest;
  /** Hears that the request was refused. Tells whether something has changed, so that asking once more makes sense. */
  refused(failure: RequestFailure): boolean;
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
}

/** How the answers of one API are read. */
export interface AnswerForm<T> {
  /** Who answers, for people. */
  readonly from: string;
  /** Error codes that mean something else than their HTTP status says. */
  readonly codes: Readonly<Record<string, FailureKind>>;
  /** Whether an error code in a good answer belongs to the value, and does not say that the request was refused. */
  readonly valuesHaveErrorCodes?: boolean;
  /** Whether the answer is a bare text in place of JSON. */
  readonly isPlainText?: true;
  /** Whether the answer brings new secrets, which its headers can hold as well. */
  readonly issuesSecrets?: true;
  /** Throws MalformedAnswer where the answer has not the promised form. */
  read(body: unknown, header: HttpAnswer['header'], serverDateMs: number | undefined): T;
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
  /** Told of each request in one line, without headers. */
  readonly debug: (line: string) => void;
}

/** Asks for JSON: a value, or a RequestError that says what the failure means. */
export function createClient({transport, clean, debug}: ClientOptions): Client {
  const reachedHosts = new Set<string>();

  async function ask<T>(request: HttpRequest, form: AnswerForm<T>, signal: AbortSignal): Promise<JsonAnswer<T>> {
    const {method, url} = request;
    let raw: HttpAnswer;
    try {
      raw = await transport(request, signal);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      debug(`${method} ${url.href}: ${error.message}`);
      const failure = {...connectionFailure(error, reachedHosts.has(url.host)), from: form.from};
      throw new RequestError(error.message, failure, {cause: error});
    }
    const issuesSecrets = raw.status < 300 && form.issuesSecrets === true;
    const cleaned = issuesSecrets ? (text: string) => text : clean;
    const answer: HttpAnswer = {
      ...raw,
      header: name => {
        const value = raw.header(name);
        return value === undefined ? undefined : cleaned(value);
      }
    };
    const requestId = requestIdOf(answer);
    debug(`${method} ${url.href}: HTTP ${answer.status}${requestId ? `, request id ${requestId}` : ''}`);
    const body: Body =
      form.isPlainText && answer.status < 300 && answer.problem === undefined
        ? {isJson: true, value: answer.text}
        : readBody(answer);
    if (body.isJson || answer.status === 429 || answer.status >= 500) reachedHosts.add(url.host);
    return readAnswer(answer, body, form, clean, reachedHosts.has(url.host));
  }

  return async ({method = 'GET', url, headers = {}, body}, form, signal, authorize) => {
    const request: HttpRequest = {
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers
      },
      body: body === undefined ? '' : JSON.stringify(body)
    };
    for (let isSecondTry = false; ; isSecondTry = true) {
      const authorized = await authorize?.(request, signal);
      try {
        const answer = await ask(authorized?.request ?? request, form, signal);
        authorized?.accepted();
        return answer;
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        if (isAnswerToAccepted(error.failure.kind)) authorized?.accepted();
        if (isSecondTry || error.failure.kind !== 'denied') throw error;
        if (!authorized?.refused(error.failure)) throw error;
        debug(`${method} ${url.href}: refused, asking once more with other credentials`);
      }
    }
  };
}

/** Whether a service that answers like this has let the request in. */
function isAnswerToAccepted(kind: FailureKind): boolean {
  return kind === 'not-found' || kind === 'rejected' || kind === 'malformed';
}

function requestIdOf(answer: HttpAnswer): string | undefined {
  return answer.header('x-request-id') ?? answer.header('x-iam-trace-id');
}

/** Before the host's first answer a typing error or a proxy is the likeliest cause, after it a passing fault. */
function connectionFailure({isFinal, staleConnection}: TransportError, reached: boolean): RequestFailure {
  if (reached) return {kind: 'transient', staleConnection};
  return {kind: isFinal ? 'rejected' : 'unreached'};
}

type Body =
  | {readonly isJson: true; readonly value: unknown}
  | {readonly isJson: false /** Absent where the body is empty or a page. */; readonly problem: string | undefined};

function readBody({text, problem}: HttpAnswer): Body {
  if (problem !== undefined) return {isJson: false, problem: /^\s*</.test(text) ? undefined : problem};
  const read = parseJson(text);
  return 'value' in read
    ? {isJson: true, value: read.value}
    : {isJson: false, problem: /^\s*[{[]/.test(text) ? read.problem : undefined};
}

function readAnswer<T>(
  answer: HttpAnswer,
  body: Body,
  form: AnswerForm<T>,
  clean: (text: string) => string,
  reached: boolean
): JsonAnswer<T> {
  const {status} = answer;
  const told = body.isJson ? errorDetails(body.value, status) : {};
  // Where new secrets should have come, nobody knows what is one.
  const details = status < 300 && form.issuesSecrets ? {...told, text: undefined} : told;
  const failure = (kind: FailureKind): RequestFailure => ({
    kind,
    from: form.from,
    status,
    // Only now, for reading the answer can have brought new secrets.
    ...cleanDetails({...details, requestId: requestIdOf(answer) ?? details.requestId}, clean),
    serverDateMs: httpDateMs(answer.header('date')),
    retryAfterMs: retryAfterMs(answer.header('retry-after'), answer.header('date')),
    quota: kind === 'throttled' ? quotaIn(details.text) : undefined
  });

  if (status >= 300 && status < 400) {
    throw new RequestError(
      `HTTP ${status}, a redirect${redirectTarget(answer)}, which is never followed`,
      failure('rejected')
    );
  }
  if (status >= 200 && status < 300) {
    if (!body.isJson && body.problem !== undefined)
      throw new RequestError(`HTTP ${status} with ${body.problem}`, failure('malformed'));
    if (!body.isJson) {
      const what = answer.text.trim() === '' ? 'an empty body' : 'a page that is not JSON';
      throw new RequestError(`HTTP ${status} with ${what}`, failure(reached ? 'transient' : 'unreached'));
    }
    if (details.code !== undefined && !form.valuesHaveErrorCodes) {
      throw new RequestError(
        `HTTP ${status} with an error`,
        failure(kindOfCode(details.code, status, form.codes) ?? 'rejected')
      );
    }
    try {
      const serverDateMs = httpDateMs(answer.header('date'));
      return {value: form.read(body.value, answer.header, serverDateMs), serverDateMs};
    } catch (error) {
      if (error instanceof TaskNotListed) {
        throw new RequestError(`HTTP ${status} with a list without this task`, failure('not-found'));
      }
      if (!(error instanceof MalformedAnswer)) throw error;
      // Where tasks have error codes of their own, one without a task is a refusal all the same.
      const kind = details.code === undefined ? undefined : kindOfCode(details.code, status, form.codes);
      throw new RequestError(
        `HTTP ${status} with an answer of another form: ${error.message}`,
        failure(kind ?? 'malformed'),
        {cause: error}
      );
    }
  }
  const kind = (details.code && kindOfCode(details.code, status, form.codes)) || kindOfStatus(status);
  throw new RequestError(`HTTP ${status}${body.isJson ? '' : ' without JSON'}`, failure(kind));
}

/** The service's own table comes first, for it gives codes that contradict their HTTP status. */
function kindOfCode(
  code: string,
  status: number,
  codes: Readonly<Record<string, FailureKind>>
): FailureKind | undefined {
  if (Object.hasOwn(codes, code)) return codes[code];
  const number = gatewayNumber(code);
  return number === undefined
    ? undefined
    : (gatewayCodes[number] ?? (status < 300 ? 'rejected' : kindOfStatus(status)));
}

/** Codes of the API gateway that mean the same under each HTTP status; the others are judged by the status. */
const gatewayCodes: Readonly<Record<string, FailureKind>> = {
  '0101': 'rejected',
  '0103': 'rejected',
  '0104': 'rejected',
  '0105': 'rejected',
  '0202': 'transient',
  '0203': 'transient',
  '0301': 'denied',
  '0302': 'denied',
  '0303': 'denied',
  '0304': 'denied',
  '0305': 'denied',
  '0306': 'denied',
  '0307': 'denied',
  '0308': 'throttled',
  '0310': 'denied',
  '0401': 'denied',
  '0402': 'denied',
  '0403': 'denied',
  '0404': 'denied',
  '0405': 'denied',
  '0501': 'rejected',
  '0502': 'rejected',
  '0601': 'transient',
  '0605': 'transient',
  '0606': 'transient',
  '0608': 'transient',
  '0610': 'transient',
  '0613': 'transient',
  '0802': 'denied'
};

function kindOfStatus(status: number): FailureKind {
  switch (status) {
    case 401:
    case 403:
      return 'denied';
    case 404:
      return 'not-found';
    case 429:
      return 'throttled';
    case 408:
    case 425:
    case 500:
    case 502:
    case 503:
    case 504:
      return 'transient';
    default:
      return 'rejected';
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

/** Reads the error bodies that the cloud sends: flat, under `error`, or under any other key, also in a list. */
function errorDetails(body: unknown, status: number): ErrorDetails {
  if (!isRecord(body)) return {};
  const requestId = word(body, 'request_id');
  const flat = {
    code: word(body, 'error_code', 'errorCode', 'errCode'),
    text: word(body, 'error_msg', 'errorMsg', 'errMsg', 'externalMessage')
  };
  if (flat.code !== undefined || flat.text !== undefined) return withoutEchoedRequest({...flat, requestId});
  // In a good answer `code`, `message` and nested objects other than `error` can belong to the task.
  const holders = status < 300 ? [body.error] : [body, ...Object.values(body).flat()];
  const holder = holders.filter(isRecord).find(candidate => word(candidate, 'code', 'message', 'errorCode'));
  if (!holder) return {requestId};
  return withoutEchoedRequest({
    code: word(holder, 'code', 'errorCode'),
    text: word(holder, 'message', 'errorMessage'),
    requestId
  });
}

/** The first of these keys that holds a text or a number other than 0, as text. */
function word(from: JsonRecord, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '' && value.trim() !== '0') return value.trim();
    if (typeof value === 'number' && value !== 0) return String(value);
  }
  return undefined;
}

/** The gateway repeats the signed headers, the security token among them, in the text of a refused signature. */
function withoutEchoedRequest(details: ErrorDetails): ErrorDetails {
  return {...details, text: details.text?.replace(/[\s,;]*canonicalRequest:.*/is, '')};
}

function redirectTarget(answer: HttpAnswer): string {
  const location = answer.header('location');
  return location && URL.canParse(location) ? ` to ${new URL(location).host}` : '';
}

function httpDateMs(value: string | undefined): number | undefined {
  // Date.parse alone would take "-5" for a year.
  const ms = /^[A-Z][a-z]{2}/.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN;
  return plausibleMs(ms);
}

/** `Retry-After` in seconds or as a date, which is compared with the server's own clock. */
function retryAfterMs(value: string | undefined, date: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
  const [untilMs, nowMs] = [httpDateMs(value), httpDateMs(date)];
  return untilMs === undefined || nowMs === undefined ? undefined : Math.max(0, untilMs - nowMs);
}

/** What the gateway's text allows: `…,limit:120,time:1 minute`. */
function quotaIn(text: string | undefined): Quota | undefined {
  const [, limit, count, unit] = /limit:(\d{1,9}),time:(\d{1,4}) (second|minute)/i.exec(text ?? '') ?? [];
  const windowMs = Number(count) * (unit?.toLowerCase() === 'minute' ? 60_000 : 1000);
  return windowMs > 0 ? {limit: Math.max(1, Number(limit)), windowMs} : undefined;
}
