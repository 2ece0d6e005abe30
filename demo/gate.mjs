/** The gateway of the stand-in cloud: which credentials it refuses, and in which words. */
import {createHash} from 'node:crypto';
import {accessKeyOf, iamTime} from './ledger.mjs';

const signatureLifeMs = 15 * 60_000;
const maxRefusals = 5;
const maxHeaderBytes = 32 * 1024;

/** All that the gateway says about wrong credentials begins like this, with one exception. */
const incorrect = 'Incorrect IAM authentication information: ';
const unauthorized = `${incorrect}Unauthorized`;
const refused = (text, code = 'APIGW.0301') => ({http: 401, code, text});

/**
 * @param {object} options
 * @param {ReturnType<import('./ledger.mjs').createLedger>} options.ledger
 * @param {() => number} options.now the cloud's clock
 * @param {Function} options.verifySignature see createCloud
 */
export function createGate({ledger, now, verifySignature}) {
  const refusals = new Map();

  /** Why credentials that were good once are not any more; undefined if they are. */
  function ended(held) {
    if (!held.revoked && held.endsMs > now()) return undefined;
    if (held.kind === 'keys') return refused(unauthorized);
    if (held.revoked) return refused('The token must be updated', 'APIGW.0307');
    return refused(`${incorrect}token expires, expires_at:${iamTime(held.endsMs)}`);
  }

  /** The error for a request that the gateway refuses; undefined if it lets it pass. */
  function refusal(request) {
    const {headers} = request;
    if (Object.values(headers).some(value => value.length > maxHeaderBytes)) {
      return {http: 494, code: 'APIGW.0201', text: 'Request headers too large'};
    }
    if (headers['x-auth-token'] !== undefined) {
      const token = ledger.tokens.get(headers['x-auth-token']);
      return token === undefined ? refused(`${incorrect}decrypt token fail`) : ended(token);
    }
    const accessKey = accessKeyOf(request);
    if (accessKey === undefined) return refused(`${incorrect}x-auth-token not found`);
    const why = signatureRefusal(request, accessKey);
    if (why === undefined) return undefined;
    // Whoever repeats a refused signature blindly locks the key.
    const count = (refusals.get(accessKey) ?? 0) + 1;
    refusals.set(accessKey, count);
    return count > maxRefusals ? refused(`${incorrect}AK access failed to reach the limit`) : why;
  }

  function signatureRefusal(request, accessKey) {
    const keys = ledger.keys.get(accessKey);
    if (keys === undefined) return refused(`${incorrect}ak ${accessKey} not exist`);
    const expired = ended(keys);
    if (expired) return expired;
    const sent = request.headers['x-sdk-date'] ?? '';
    const sentMs = Date.parse(sent.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (!(Math.abs(now() - sentMs) <= signatureLifeMs)) {
      const time = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '');
      return refused(
        `${incorrect}calc aksk signature fail:signature expired, signature time:${sent},server time:${time}`
      );
    }
    if (!verifySignature(request, keys)) return wrongSignature(request);
    return keys.securityTokens.includes(request.headers['x-security-token']) ? undefined : refused(unauthorized);
  }

  return {refusal, ended};
}

/** The gateway's error for a wrong signature. Its text repeats every signed header, with its value. */
export function wrongSignature(request) {
  const {url, body} = request;
  const signed = /SignedHeaders=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const headers = signed.split(';').map(name => `${name}:${request.headers[name] ?? ''}`);
  const query = url.search.slice(1).split('&').sort().join('&');
  const hash = createHash('sha256').update(body).digest('hex');
  const canonical = [request.method, `${url.pathname}/`, query, ...headers, '', signed, hash].join('|');
  return refused(`${incorrect}verify aksk signature fail, canonicalRequest:${canonical}`);
}
