/** The gateway of the stand-in cloud: which credentials it refuses, and in which words. */
import {createHash} from 'node:crypto';
import {iamTime} from './ledger.mjs';

const signatureLifeMs = 15 * 60_000;
const maxRefusals = 5;
const maxHeaderBytes = 32 * 1024;

/** All that the gateway says about wrong credentials begins like this, with one exception. */
const incorrect = 'Incorrect IAM authentication information: ';
const refused = (text, code = 'APIGW.0301') => ({http: 401, code, text});

/**
 * @param {object} options
 * @param {ReturnType<import('./ledger.mjs').createLedger>} options.ledger
 * @param {() => number} options.now the cloud's clock
 * @param {Function} options.verifySignature see startCloud
 */
export function createGate({ledger, now, verifySignature}) {
  const refusals = new Map();

  /** Why credentials that were good once are not any more; undefined if they are. */
  function ended(held) {
    if (!held.revoked && held.endsMs > now()) return undefined;
    if (held.kind === 'keys') return refused(`${incorrect}Unauthorized`);
    if (held.revoked) return refused('The token must be updated', 'APIGW.0307');
    return refused(`${incorrect}token expires, expires_at:${iamTime(held.endsMs)}`);
  }

  /** The error for a request that the gateway refuses; undefined if it lets it pass. */
  async function refusal(request, body) {
    const {headers} = request;
    if (Object.values(headers).some(value => value.length > maxHeaderBytes)) {
      return {http: 494, code: 'APIGW.0201', text: 'Request headers too large'};
    }
    if (headers['x-auth-token'] !== undefined) {
      const token = ledger.token(headers['x-auth-token']);
      return token === undefined ? refused(`${incorrect}decrypt token fail`) : ended(token);
    }
    const signed = /^SDK-HMAC-SHA256 Access=([^\s,]+), ?SignedHeaders=[a-z0-9;_-]+, ?Signature=[0-9a-f]{64}$/.exec(
      headers.authorization ?? ''
    );
    if (signed === null) return refused(`${incorrect}x-auth-token not found`);
    const [, accessKey] = signed;
    const why = await signatureRefusal(request, accessKey, body);
    if (why === undefined) return undefined;
    // Whoever repeats a refused signature blindly locks the key.
    const count = (refusals.get(accessKey) ?? 0) + 1;
    refusals.set(accessKey, count);
    return count > maxRefusals ? refused(`${incorrect}AK access failed to reach the limit`) : why;
  }

  async function signatureRefusal(request, accessKey, body) {
    const keys = ledger.keys(accessKey);
    if (keys === undefined) return refused(`${incorrect}ak ${accessKey} not exist`);
    if (request.headers['x-security-token'] !== keys.securityToken) return refused(`${incorrect}Get secretKey failed`);
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
    return (await verifySignature(request, body, keys)) ? undefined : wrongSignature(request, body);
  }

  return {refusal, ended};
}

/** The gateway's error for a wrong signature. Its text repeats every signed header, with its value. */
export function wrongSignature(request, body) {
  const url = new URL(request.url, 'http://cloud');
  const signed = /SignedHeaders=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const headers = signed.split(';').map(name => `${name}:${request.headers[name] ?? ''}`);
  const query = url.search.slice(1).split('&').sort().join('&');
  const hash = createHash('sha256').update(body).digest('hex');
  const canonical = [request.method, `${url.pathname}/`, query, ...headers, '', signed, hash].join('|');
  return refused(`${incorrect}verify aksk signature fail, canonicalRequest:${canonical}`);
}
