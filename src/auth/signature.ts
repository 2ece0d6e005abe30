import {createHash, createHmac} from 'node:crypto';

interface SigningKeys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What takes part in a signature: all of `headers`, whose names are in lower case, and the exact bytes of the body. */
interface SignedParts {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const algorithm = 'SDK-HMAC-SHA256';

/** Time in the form of the header `X-Sdk-Date`, e.g. `20260115T083000Z`. */
export function sdkDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/**
 * The header `Authorization` by Huawei Cloud's scheme SDK-HMAC-SHA256, for a request whose headers hold `x-sdk-date`.
 * The key signs as it is: no key is derived from it, and neither region nor service take part.
 */
export function authorization(request: SignedParts, {accessKey, secretKey}: SigningKeys): string {
  const headers = Object.entries(request.headers).sort(byName);
  const signedHeaders = headers.map(([name]) => name).join(';');
  const canonicalRequest = [
    request.method,
    canonicalPath(request.url),
    canonicalQuery(request.url),
    ...headers.map(([name, value]) => `${name}:${value.trim()}`),
    '',
    signedHeaders,
    request.headers['x-sdk-content-sha256'] ?? sha256(request.body)
  ].join('\n');
  const stringToSign = [algorithm, request.headers['x-sdk-date'], sha256(canonicalRequest)].join('\n');
  const signature = createHmac('sha256', secretKey).update(stringToSign).digest('hex');
  return `${algorithm} Access=${accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

/** Each segment encoded once, with a slash at the end that the request itself need not have. */
function canonicalPath({pathname}: URL): string {
  const path = pathname
    .split('/')
    .map(segment => encode(decodeURIComponent(segment)))
    .join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

function canonicalQuery({searchParams}: URL): string {
  return [...searchParams]
    .sort((a, b) => byName(a, b) || compare(a[1], b[1]))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** RFC 3986: all but the unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function byName([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return compare(a, b);
}

/** By code units, as the scheme sorts; localeCompare would not. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
