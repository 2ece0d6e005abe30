/** What the stand-in cloud has issued, and until when each is good: tokens, keys, and GitHub's id tokens. */
import {randomBytes, randomUUID} from 'node:crypto';
import {starterToken} from './credentials.mjs';

/** Lives in seconds. `ready` are the token and the temporary keys that nobody had to ask for. */
const usualLives = {token: 24 * 3600, keys: 3600, instance: 3600, idToken: 300, ready: 24 * 3600};

/**
 * @param {object} options
 * @param {() => number} options.now the cloud's clock
 * @param {typeof import('./credentials.mjs').demoCredentials} options.credentials what is good without being issued
 * @param {Partial<typeof usualLives>} [options.lives]
 * @param {number} [options.tokenLength] characters of a token; real ones can have more than 16 KiB
 * @param {(name: string, count: number) => string} [options.mint] makes a secret: an access-key, secret-key,
 *   security-token, token, metadata-token, or the signature of an id token; `count` were issued before
 */
export function createLedger({
  now,
  credentials,
  lives: otherLives = {},
  tokenLength = 1500,
  mint = minter(tokenLength)
}) {
  const lives = {...usualLives, ...otherLives};
  const tokens = new Map();
  const keys = new Map();
  const idTokens = new Map();
  const metadataTokens = new Set();
  /** What was handed out, in its order. */
  const issued = [];

  const endOf = seconds => now() + seconds * 1000;

  function issue(name, secret = mint(name, issued.length)) {
    issued.push({name, secret});
    return secret;
  }

  function addToken(token, details, seconds) {
    const held = {kind: 'token', token, issuedMs: now(), endsMs: endOf(seconds), revoked: false, ...details};
    tokens.set(token, held);
    return held;
  }

  function addKeys({accessKey, secretKey, securityToken}, seconds) {
    const secrets = {accessKey, secretKey, securityToken, securityTokens: [securityToken]};
    const held = {kind: 'keys', ...secrets, issuedMs: now(), endsMs: endOf(seconds), revoked: false};
    keys.set(accessKey, held);
    return held;
  }

  const {accessKey, secretKey, temporary, token, account, projectId, region, user} = credentials;
  addKeys({accessKey, secretKey}, Number.POSITIVE_INFINITY);
  if (temporary) addKeys(temporary, lives.ready);
  const project = {id: projectId, name: region};
  addToken(token, {user: user.username, project}, lives.ready);
  const domain = {id: account, name: user.domainName};
  addToken(starterToken, {user: user.username, project, domain}, Number.POSITIVE_INFINITY);

  return {
    lives,
    tokens,
    keys,
    issued,

    /** A token for a user, and a project or the whole account (`domain`); without either it opens IAM alone. */
    issueToken: details => addToken(issue('token'), details, lives.token),

    issueKeys(seconds = lives.keys) {
      const pair = {accessKey: issue('access-key'), secretKey: issue('secret-key')};
      return addKeys({...pair, securityToken: issue('security-token')}, seconds);
    },

    /** A JWT whose signature nobody can check: it is good because it is known here. */
    issueIdToken(claims) {
      const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
      const iat = Math.floor(now() / 1000);
      const all = {jti: randomUUID(), ...claims, nbf: iat - 600, exp: iat + lives.idToken, iat};
      const signature = Buffer.from(mint('signature', issued.length)).toString('base64url');
      const idToken = issue('id-token', `${part({typ: 'JWT', alg: 'RS256', kid: 'demo'})}.${part(all)}.${signature}`);
      idTokens.set(idToken, {claims: all, endsMs: endOf(lives.idToken)});
      return idToken;
    },

    /** Everything that is good or was issued, and that nobody but its owner may ever read. */
    secrets: () => [
      ...tokens.keys(),
      ...idTokens.keys(),
      ...metadataTokens,
      ...[...keys.values()].flatMap(held => [held.secretKey, held.securityToken ?? []].flat())
    ],

    /** A token that the metadata service of the instance wants to see with each question. */
    issueMetadataToken() {
      const token = issue('metadata-token');
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
    presentedBy(request) {
      const token = request.headers['x-auth-token'];
      return token === undefined ? keys.get(accessKeyOf(request)) : tokens.get(token);
    }
  };
}

/** Makes secrets in the forms of the real ones. */
function minter(tokenLength) {
  const word = length => randomBytes(length).toString('base64url').slice(0, length);
  const capitals = length =>
    randomBytes(length)
      .map(byte => 65 + (byte % 26))
      .toString('latin1');
  const forms = {
    'access-key': () => `HST${capitals(17)}`,
    'secret-key': () => word(40),
    'security-token': () => `ggp${word(800)}`,
    token: () => `MII${word(tokenLength - 3)}`,
    'metadata-token': () => word(56),
    signature: () => word(256)
  };
  return name => forms[name]();
}

/** The access key of a signed request; undefined where it has no signature of the right form. */
export function accessKeyOf({headers}) {
  const form = /^SDK-HMAC-SHA256 Access=(\S+), ?SignedHeaders=[a-z0-9;_-]+, ?Signature=[0-9a-f]{64}$/;
  return form.exec(headers.authorization ?? '')?.[1];
}

/** Time as IAM writes it: UTC with six decimals. */
export const iamTime = epochMs => new Date(epochMs).toISOString().replace('Z', '000Z');
