/** What the stand-in cloud has issued, and until when each is good: tokens, keys, and GitHub's id tokens. */
import {randomBytes} from 'node:crypto';
import {demoCredentials, starterToken} from './credentials.mjs';

/** Lives in seconds. `ready` are the token and the temporary keys that nobody had to ask for. */
const usualLives = {token: 24 * 3600, keys: 3600, instance: 3600, idToken: 300, ready: 24 * 3600};

/**
 * @param {object} options
 * @param {() => number} options.now the cloud's clock
 * @param {Partial<typeof usualLives>} [options.lives]
 * @param {number} [options.tokenLength] characters of a token; real ones can have more than 16 KiB
 */
export function createLedger({now, lives: otherLives = {}, tokenLength = 1500}) {
  const lives = {...usualLives, ...otherLives};
  const tokens = new Map();
  const keys = new Map();
  const idTokens = new Map();
  const metadataTokens = new Set();

  const endOf = seconds => now() + seconds * 1000;
  const word = length => randomBytes(length).toString('base64url').slice(0, length);

  function addToken(token, details, seconds) {
    const held = {kind: 'token', token, issuedMs: now(), endsMs: endOf(seconds), revoked: false, ...details};
    tokens.set(token, held);
    return held;
  }

  function addKeys(pair, seconds) {
    const held = {kind: 'keys', ...pair, issuedMs: now(), endsMs: endOf(seconds), revoked: false};
    keys.set(held.accessKey, held);
    return held;
  }

  const {accessKey, secretKey, temporary, token, account, projectId, region, user} = demoCredentials;
  addKeys({accessKey, secretKey}, Number.POSITIVE_INFINITY);
  addKeys(temporary, lives.ready);
  const project = {id: projectId, name: region};
  addToken(token, {user: user.username, project}, lives.ready);
  const domain = {id: account, name: user.domainName};
  addToken(starterToken, {user: user.username, project, domain}, Number.POSITIVE_INFINITY);

  return {
    lives,

    /** A token for a user, and a project or the whole account (`domain`); without either it opens IAM alone. */
    issueToken: details => addToken(`MII${word(tokenLength - 3)}`, details, lives.token),

    issueKeys(seconds = lives.keys) {
      const id = randomBytes(17)
        .map(byte => 65 + (byte % 26))
        .toString('latin1');
      return addKeys({accessKey: `HST${id}`, secretKey: word(40), securityToken: `ggp${word(800)}`}, seconds);
    },

    /** A JWT whose signature nobody can check: it is good because it is known here. */
    issueIdToken(claims) {
      const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
      const iat = Math.floor(now() / 1000);
      const all = {jti: word(22), ...claims, nbf: iat - 600, exp: iat + lives.idToken, iat};
      const idToken = `${part({typ: 'JWT', alg: 'RS256', kid: word(27)})}.${part(all)}.${word(342)}`;
      idTokens.set(idToken, {claims: all, endsMs: endOf(lives.idToken)});
      return idToken;
    },

    token: value => tokens.get(value),
    keys: id => keys.get(id),

    /** Everything that was issued, and that nobody but its owner may ever read. */
    secrets: () => [
      ...tokens.keys(),
      ...idTokens.keys(),
      ...metadataTokens,
      ...[...keys.values()].flatMap(held => [held.secretKey, held.securityToken ?? []].flat())
    ],

    /** A token that the metadata service of the instance wants to see with each question. */
    issueMetadataToken() {
      const token = word(56);
      metadataTokens.add(token);
      return token;
    },
    isMetadataToken: value => metadataTokens.has(value),

    /** The claims of an id token that was issued here and is not too old. */
    claimsOf(idToken) {
      const held = idTokens.get(idToken);
      return held !== undefined && held.endsMs > now() ? held.claims : undefined;
    },

    /** What a request carries: a token or keys that were issued here, however long ago. */
    presentedBy({headers}) {
      if (headers['x-auth-token'] !== undefined) return tokens.get(headers['x-auth-token']);
      return keys.get(/ Access=([^\s,]+)/.exec(headers.authorization ?? '')?.[1]);
    }
  };
}

/** Time as IAM writes it: UTC with six decimals. */
export const iamTime = epochMs => new Date(epochMs).toISOString().replace('Z', '000Z');
