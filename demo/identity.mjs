/**
 * Where the stand-in cloud hands out credentials: IAM v3, STS v5, and the metadata service of an instance. GitHub's
 * service for id tokens is here too, so that everything which keyless access needs is on one address.
 *
 * Each answer is a reply as cloud.mjs writes it, to a call: a request with its `url` read, and its body as `json` too. `form` says how an error is written: `keystone` for the older parts of
 * IAM, `flat` for its federation, `sts` for the new IAM.
 */
import {randomBytes} from 'node:crypto';
import {iamTime} from './ledger.mjs';

const issuer = 'https://token.actions.githubusercontent.com';
const maxWrongPasswords = 5;
/** An audience that the identity provider knows, and that is in no trust policy. */
const otherClientId = 'another-client-id';

/** What GitHub says of the job. */
const usualClaims = {
  iss: issuer,
  sub: 'repo:demo/demo:ref:refs/heads/main',
  ref: 'refs/heads/main',
  repository: 'demo/demo',
  repository_owner: 'demo',
  event_name: 'workflow_dispatch'
};

/**
 * @param {object} options
 * @param {ReturnType<import('./ledger.mjs').createLedger>} options.ledger
 * @param {ReturnType<import('./gate.mjs').createGate>} options.gate
 * @param {() => number} options.now the cloud's clock
 * @param {typeof import('./credentials.mjs').demoCredentials} options.credentials
 * @param {object} [options.claims] claims of GitHub's id tokens that are not the usual ones
 * @param {{aud: string, sub: string}} [options.trust] what the trust policy of the agency wants of an id token, as the
 *   administrator has set it up; in `sub`, `*` stands for anything
 * @param {{id: string, name: string, parent?: string}[]} [options.projects] by default the region's own project, one
 *   inside it, and one that other services keep
 * @param {{id: string, name: string}[]} [options.domains] what IAM shows of accounts
 * @param {boolean} [options.mayListProjects] whether GET /v3/projects is allowed
 * @param {{tokenStatus?: number, agency?: boolean, keptShare?: number}} [options.metadata] what the metadata service
 *   answers to the one who asks for its token, e.g. 404 for an older one, whether the instance has an agency, and for
 *   which share of their life it hands the same keys out again, which is not documented
 */
export function createIdentity({
  ledger,
  gate,
  now,
  credentials,
  claims = {},
  trust = {aud: credentials.github.audience, sub: 'repo:demo/demo:ref:refs/heads/*'},
  projects = [
    {id: credentials.projectId, name: credentials.region},
    {id: 'd0a7c6f1b2e34958a6b7c8d9e0f1a2b3', name: `${credentials.region}_team`, parent: credentials.projectId},
    {id: '5f4e3d2c1b0a49f8e7d6c5b4a3928170', name: 'MOS'}
  ],
  domains = [{id: credentials.account, name: credentials.user.domainName}],
  mayListProjects = true,
  metadata: {tokenStatus = 200, agency = true, keptShare = 5 / 6} = {}
}) {
  const {account, github} = credentials;
  const ownDomain = {id: account, name: credentials.user.domainName};
  let wrongPasswords = 0;
  let instanceKeys;

  function idToken({url, headers}) {
    if (headers.authorization !== `Bearer ${github.requestToken}`) {
      return {http: 401, body: {message: 'Authorization has been denied for this request.'}};
    }
    const aud = url.searchParams.get('audience') || 'https://github.com/demo';
    return {http: 200, body: {value: ledger.issueIdToken({...usualClaims, aud, ...claims})}, note: `for ${aud}`};
  }

  /** IAM v3: a token by user and password. */
  function logIn({json}) {
    const {user} = credentials;
    const {identity, scope} = Object(json.auth);
    const given = Object(identity?.password?.user);
    const complete = [given.name, given.password, given.domain?.name].every(isText);
    if (!identity?.methods?.includes('password') || !complete) {
      return keystone(400, 'Expecting to find valid JSON in request body: auth.identity.password.user.');
    }
    if (wrongPasswords >= maxWrongPasswords) return keystone(401, 'The account is locked.');
    if (given.name !== user.username || given.domain.name !== user.domainName || given.password !== user.password) {
      wrongPasswords += 1;
      return keystone(401, 'The username or password is wrong.');
    }
    const owner = ownerIn(scope);
    // Keystone itself does not tell a project that is not there from one that is not open.
    if (owner === null) return keystone(401, 'The request you have made requires authentication.');
    return issued(ledger.issueToken({user: user.username, ...owner}), {methods: ['password']});
  }

  /** IAM v3: a token by an id token, through an identity provider. Which claim leads to which error is not documented. */
  function federate({headers, json}) {
    const idp = headers['x-idp-id'] ?? '';
    const token = Object(json.auth).id_token?.id;
    if (!isText(token)) return flat(400, 'IAM.0011', 'Request body is invalid.');
    if (idp !== github.identityProvider) return flat(404, 'IAM.0004', `Could not find identity_provider: ${idp}.`);
    const said = ledger.claimsOf(token);
    if (said === undefined || said.iss !== issuer || said.aud !== trust.aud) {
      return flat(401, 'IAM.0001', 'The request you have made requires authentication.');
    }
    // Stands for the conversion rules.
    if (!matches(trust.sub, said.sub)) {
      return flat(403, 'IAM.0003', "Policy doesn't allow federation to be performed.");
    }
    const owner = ownerIn(Object(json.auth).scope);
    if (owner === null) return flat(404, 'IAM.0004', 'Could not find project.');
    return issued(ledger.issueToken({user: 'FederationUser', ...owner}), {methods: ['mapped']});
  }

  /** STS v5: temporary keys of a trust agency by an id token. Not signed, and without any other credentials. */
  function assume({json}) {
    const {provider_urn, agency_urn, agency_session_name: session, id_token, duration_seconds: seconds} = json;
    const complete = [provider_urn, agency_urn, session, id_token].every(isText);
    const durable = seconds === undefined || (seconds >= 900 && seconds <= 43_200);
    // No document names the code; this one belongs to the same API.
    if (!complete || session.length < 2 || session.length > 128 || !durable) {
      return sts(400, 'PAP5.0011', 'The request body is invalid.');
    }
    const said = ledger.claimsOf(id_token);
    // The two codes of STS are known from other users' reports alone, the status of the second one not even from them.
    if (said !== undefined && ![trust.aud, otherClientId].includes(said.aud)) {
      return sts(403, 'STS5.2001', `audience ${said.aud} is not registered in the identity provider`);
    }
    const isMeant = provider_urn === github.providerUrn && agency_urn === github.agencyUrn;
    if (!isMeant || said?.iss !== issuer || said.aud !== trust.aud || !matches(trust.sub, said.sub)) {
      const details = {encoded_authorization_message: randomBytes(300).toString('base64')};
      return sts(403, 'STS5.1001', 'no identity-based policy allows sts:agencies:assumeWithOIDC', details);
    }
    const keys = ledger.issueKeys(Math.min(seconds ?? ledger.lives.keys, ledger.lives.keys));
    const answer = {
      credentials: {
        access_key_id: keys.accessKey,
        secret_access_key: keys.secretKey,
        security_token: keys.securityToken,
        expiration: new Date(keys.endsMs).toISOString()
      },
      assumed_agency: {
        urn: `sts::${account}:assumed-agency:${github.agencyUrn.split(':').at(-1)}/${session}`,
        id: `${account}:${session}`
      },
      subject_from_id_token: said.sub,
      audience: said.aud,
      provider: github.providerUrn
    };
    return {http: 200, body: answer, note: `keys until ${answer.credentials.expiration}`};
  }

  /** IAM v3: when a token ends. Everybody may ask that of a token of their own. */
  function validate(call) {
    const subject = ledger.tokens.get(call.headers['x-subject-token']);
    return (
      unauthorized(call) ??
      (subject === undefined || gate.ended(subject)
        ? keystone(404, 'Could not find token.')
        : {...issued(subject, {methods: ['password']}), http: 200})
    );
  }

  function listProjects(call) {
    const refusal = unauthorized(call);
    if (refusal) return refusal;
    if (!mayListProjects) {
      return keystone(403, 'You are not authorized to perform the requested action: identity:list_projects');
    }
    return list(
      '/v3/projects',
      projects.filter(({name}) => name === (call.url.searchParams.get('name') ?? name))
    );
  }

  /** The projects that these credentials may use. Needs no permission. */
  function listOwnProjects(call) {
    return unauthorized(call) ?? list('/v3/auth/projects', projects);
  }

  /** IAM is behind the gateway for signatures, and looks at tokens itself. */
  function unauthorized(request) {
    const error = gate.refusal(request);
    if (error === undefined) return undefined;
    if (request.headers['x-auth-token'] === undefined || error.http !== 401) return {error};
    return keystone(401, 'The request you have made requires authentication.');
  }

  /** The metadata service, newer form: a token that goes along with each question. */
  function metadataToken({headers}) {
    // What its errors look like is not documented.
    if (tokenStatus !== 200) return {http: tokenStatus, body: {error_message: 'error'}};
    if (!(Number(headers['x-metadata-token-ttl-seconds']) > 0)) return plain(400, 'Bad Request');
    return plain(200, ledger.issueMetadataToken());
  }

  /** The keys of the instance's agency. */
  function securityKey({headers}) {
    const token = headers['x-metadata-token'];
    if (token !== undefined && !ledger.isMetadataToken(token)) return plain(401, 'Unauthorized');
    if (!agency) return plain(401, 'Please configure Cloud Service Agency first');
    const lifeMs = ledger.lives.instance * 1000;
    const isKnown = instanceKeys !== undefined && ledger.keys.get(instanceKeys.accessKey) === instanceKeys;
    if (!isKnown || now() >= instanceKeys.endsMs - (1 - keptShare) * lifeMs) {
      instanceKeys = ledger.issueKeys(ledger.lives.instance);
    }
    const {accessKey, secretKey, securityToken, endsMs} = instanceKeys;
    return {
      http: 200,
      body: {
        credential: {access: accessKey, secret: secretKey, securitytoken: securityToken, expires_at: iamTime(endsMs)}
      },
      note: `keys until ${iamTime(endsMs)}`
    };
  }

  /** IAM's answer with a token: itself in a header, what is known of it in the body. */
  function issued({token, user: name, project, domain: whole, issuedMs, endsMs}, more) {
    const domain = ownDomain;
    const details = {
      expires_at: iamTime(endsMs),
      issued_at: iamTime(issuedMs),
      user: {domain, id: '7116d09f88fa41908676fdd4b039e95b', name, password_expires_at: ''},
      roles: [{id: '0', name: 'readonly'}],
      ...(project === undefined ? {} : {project: {domain, id: project.id, name: project.name}}),
      ...(whole === undefined ? {} : {domain: whole}),
      ...more
    };
    return {
      http: 201,
      headers: {'x-subject-token': token},
      body: {token: details},
      note: `a token until ${details.expires_at}`
    };
  }

  /** The project or the account that a scope names, nothing if it names none, null if there is no such one. */
  function ownerIn({project: wanted, domain} = {}) {
    if (domain) return domain.id === ownDomain.id || domain.name === ownDomain.name ? {domain: ownDomain} : null;
    if (wanted === undefined) return {};
    const project = projects.find(({id, name}) => id === wanted.id || name === wanted.name);
    return project ? {project} : null;
  }

  /** The accounts that these credentials belong to. Needs no permission. */
  function listDomains(call) {
    const links = {self: 'https://iam.example.com/v3/auth/domains', previous: null, next: null};
    const shown = domains.map(domain => ({...domain, description: '', enabled: true, links: {self: links.self}}));
    return unauthorized(call) ?? {http: 200, body: {links, domains: shown}, note: `${shown.length} found`};
  }

  function list(path, found) {
    const self = `https://iam.example.com${path}`;
    const shown = found.map(({id, name, parent = account}) => ({
      is_domain: false,
      description: '',
      links: {self: `https://iam.example.com/v3/projects/${id}`},
      enabled: true,
      id,
      parent_id: parent,
      domain_id: account,
      name
    }));
    return {
      http: 200,
      body: {links: {self, previous: null, next: null}, projects: shown},
      note: `${found.length} found`
    };
  }

  const endpoints = [
    {name: 'id-token', of: 'github', call: 'GET /github/id-token', answer: idToken},
    {name: 'log-in', of: 'iam', call: 'POST /v3/auth/tokens', answer: logIn},
    {name: 'validate', of: 'iam', call: 'GET /v3/auth/tokens', answer: validate},
    {name: 'federate', of: 'iam', call: 'POST /v3.0/OS-AUTH/id-token/tokens', answer: federate},
    {name: 'projects', of: 'iam', call: 'GET /v3/projects', answer: listProjects},
    {name: 'own-projects', of: 'iam', call: 'GET /v3/auth/projects', answer: listOwnProjects},
    {name: 'domains', of: 'iam', call: 'GET /v3/auth/domains', answer: listDomains},
    {name: 'assume', of: 'sts', call: 'POST /v5/agencies/assume-with-oidc', answer: assume},
    {name: 'metadata-token', of: 'instance', call: 'PUT /meta-data/latest/api/token', answer: metadataToken},
    {name: 'security-key', of: 'instance', call: 'GET /openstack/latest/securitykey', answer: securityKey}
  ];

  return {
    /** What answers a request; undefined if it is for none of these. */
    endpointFor: ({method, url}) => endpoints.find(({call}) => call === `${method} ${url.pathname}`)
  };
}

/** A pattern in which `*` stands for anything. */
function matches(pattern, text) {
  const parts = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}

const isText = value => typeof value === 'string' && value !== '';
const plain = (http, text) => ({http, text, headers: {'content-type': 'text/plain'}});
const keystone = (http, text) => ({error: {http, text, form: 'keystone'}});
const flat = (http, code, text) => ({error: {http, code, text, form: 'flat'}});
const sts = (http, code, text, details) => ({error: {http, code, text, form: 'sts', details}});
