import {describe, expect, it} from '@jest/globals';
import type {CredentialKind} from '../../src/auth/credentials.ts';
import {asCredentialError, explainDenial, explainRefusal, notTheTask, refusals} from '../../src/auth/refusals.ts';
import {type FailureKind, RequestError} from '../../src/errors.ts';
import type {Refusal} from '../../src/gateway.ts';
import {en, type Refused} from '../../src/words/en.ts';
import {actInCloud} from '../helpers/act.ts';
import {type Kind, type Place, projectId} from '../helpers/fake-cloud.ts';

/** What the cloud says, and a part of the cause that it means. */
const said: readonly (readonly [status: number, code: string, text: string, cause: RegExp])[] = [
  [401, 'APIGW.0301', 'signature expired, signature time:20260115T073000Z,server time:20260115T083000Z', /clock/],
  [401, 'APIGW.0301', 'Incorrect IAM authentication information: verify aksk signature fail', /does not belong/],
  [401, 'APIG.0301', 'Incorrect IAM authentication information: ak HPUA not exist', /does not exist/],
  [401, 'APIC.0301', 'Incorrect IAM authentication information: Get secretKey failed', /does not exist/],
  [401, 'APIGW.0301', 'AK access failed to reach the limit', /locked/],
  [401, 'APIGW.0301', 'Incorrect IAM authentication information: decrypt token fail', /cut/],
  [401, 'APIGW.0301', 'token expires, expires_at:2026-01-15T08:30:00.000000Z', /expired/],
  [401, 'APIGW.0301', 'Incorrect IAM authentication information: x-auth-token not found', /missing, wrong or expired/],
  [401, 'APIGW.0301', 'Unauthorized', /missing, wrong or expired/],
  [401, 'APIGW.0307', 'The token must be updated.', /expired, or comes from another region/],
  [401, 'APIGW.0303', 'Incorrect app authentication information', /another kind/],
  [401, 'APIGW.0305', 'Incorrect authentication information', /another kind/],
  [401, 'IAM.0001', 'The request you have made requires authentication.', /does not accept/],
  [401, 'IAM.0061', 'Account locked.', /locked/],
  [401, 'IAM.0062', 'Incorrect password.', /password/],
  [401, 'IAM.0066', 'The token has expired.', /expired/],
  [401, 'IAM.0067', 'Invalid token.', /invalid/],
  [403, 'IAM.0002', 'You are not authorized to perform the requested action.', /not authorized/],
  [403, 'IAM.0003', "Policy doesn't allow identity:list_projects to be performed.", /policy/],
  [403, 'IAM.0080', 'The user is disabled.', /disabled/],
  [403, 'IAM.0081', 'This user only supports console access.', /console/],
  [403, 'CBC.0150', 'The customer does not belong to the website.', /another site/],
  [403, 'STS5.1001', 'no identity-based policy allows sts:agencies:assumeWithOIDC', /trust policy/],
  [400, 'STS5.2001', 'The audience is not registered', /audience/],
  [403, 'APIGW.0802', 'The IAM user is forbidden in the current region', /disabled in this region/],
  [401, 'CC.00000003', 'The token is invalid or has expired', /expired/],
  [403, 'APIGW.0302', 'The IAM user is not authorized to access the API.', /permission/],
  [403, 'APIGW.0306', 'API access denied.', /permission/],
  [403, 'APIGW.0310', 'The project is unavailable.', /permission/],
  [401, 'X.1', 'no', /missing, wrong or expired/],
  [403, 'X.1', 'no', /permission/]
];

describe('the table of refusals', () => {
  it.each(said)('%i %s "%s" means %p', (status, code, text, cause) => {
    const row = explainRefusal({kind: 'denied', status, code, text});
    expect(row.says(en).cause).toMatch(cause);
    expect(row.says(en).fix).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('has no row that nothing reaches', () => {
    const reached = new Set(said.map(([status, code, text]) => explainRefusal({kind: 'denied', status, code, text})));
    expect(refusals.filter(row => !reached.has(row))).toEqual([]);
  });

  it('takes the service at its word that a 403 is one of the credentials', () => {
    const failure = {kind: 'denied', status: 403, code: 'X.1', text: 'Invalid token.'} as const;
    expect(explainRefusal({...failure, unauthenticated: true})).toBe(explainRefusal({...failure, status: 401}));
  });

  it('explains a refusal without code, text and status', () => {
    expect(explainRefusal({kind: 'denied'}).says(en).cause).toMatch(/refuses/);
  });
});

describe('a refusal of credentials that worked before', () => {
  const ended = /^The (token|keys|credentials) (was|were) accepted before and (is|are) rejected now/;
  const worked = {kind: 'denied', status: 401, workedBefore: true} as const;
  const {tokenEnded, keysEnded, renewedInVain, idTokensEnded} = en.refusals;

  it.each<[CredentialKind, Refused]>([
    ['token', tokenEnded],
    ['access-key', keysEnded],
    ['password', renewedInVain],
    ['oidc-agency', renewedInVain],
    ['oidc-federation', renewedInVain],
    ['ecs-agency', renewedInVain]
  ])('is their end: %s', (kind, expected) => {
    expect(explainDenial(worked, kind, false)(en)).toBe(expected);
    expect(explainDenial({...worked, workedBefore: undefined}, kind, false)(en).cause).not.toMatch(ended);
  });

  it.each<[string, boolean]>([
    ['IAM.0001', true],
    ['IAM.0066', true],
    ['IAM.0067', true],
    ['IAM.0061', false],
    ['IAM.0062', false]
  ])('under the code %s is their end: %p', (code, isEnd) => {
    expect(ended.test(explainDenial({...worked, code}, 'token', false)(en).cause)).toBe(isEnd);
  });

  it('by IAM is a change, and by GitHub the end of its own token', () => {
    const byIam = {...worked, party: 'iam', code: 'IAM.0062'} as const;
    const cause = explainDenial({...byIam, workedBefore: undefined}, 'password', false)(en).cause;
    expect(cause).toBe(en.refusals.wrongPassword.cause);
    expect(explainDenial(byIam, 'password', false)(en).cause).toBe(
      `It worked before and is refused now: something has changed or expired. ${cause}`
    );
    expect(explainDenial({...worked, party: 'iam'}, 'password', false)(en).cause).not.toMatch(ended);
    expect(explainDenial({...worked, party: 'github'}, 'oidc-agency', false)(en)).toBe(idTokensEnded);
  });
});

describe('a refusal of what could be read until now', () => {
  const hasEnded = /^The task could be read before and cannot be read now: a permission has ended\. /;

  it.each([200, 400, 403])('under HTTP %i is a permission that has ended', status => {
    expect(explainDenial({kind: 'denied', status, code: 'X.1'}, 'token', true)(en).cause).toMatch(hasEnded);
    expect(explainDenial({kind: 'denied', status, code: 'X.1'}, 'token', false)(en).cause).not.toMatch(hasEnded);
  });

  it('is none where the credentials themselves are refused', () => {
    for (const refused of [{status: 401}, {status: 403, unauthenticated: true as const}]) {
      expect(explainDenial({kind: 'denied', ...refused}, 'token', true)(en).cause).not.toMatch(hasEnded);
    }
  });
});

/** Who says it, to whom: IAM to somebody who logs in, or to a token that looks for its project. */
function scene(code: string): readonly [kind: Kind, place: Place, projectId: string] {
  if (code.startsWith('STS5')) return ['sts', 'sts', projectId];
  if (/^(IAM\.00(6[12]|8\d)|CBC)/.test(code)) return ['password', 'iam', projectId];
  return code.startsWith('IAM') ? ['token', 'iam', ''] : ['token', 'service', projectId];
}

describe('the message, the log and the summary of the step', () => {
  const rows = said.filter(([, code]) => !code.startsWith('X.'));

  it.each(rows)('have cause and fix of %i %s "%s"', async (status, code, text) => {
    const row: Refusal = explainRefusal({kind: 'denied', status, code, text});
    const [kind, place, project] = scene(code);
    const {outputs, annotations, summary} = await actInCloud(kind, {
      inputs: {timeout: '0', 'project-id': project},
      meddle: (_, asked) => (asked === place ? {status, body: {error_code: code, error_msg: text}} : undefined)
    });
    expect(outputs.status).toBe('denied');
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.message).toContain(row.says(en).cause);
    expect(annotations[0]?.message).toContain(code);
    // Where the headline has the whole cause, it stands there alone.
    const shown = summary
      .replaceAll('<span></span>', '')
      .replace(/&#(\d+);/g, (_, mark) => String.fromCharCode(Number(mark)))
      .toLowerCase();
    expect(shown).toContain(row.says(en).cause.replace(/\.$/, '').toLowerCase());
  });
});

describe('a failure to get credentials', () => {
  const explanation = () => ({headline: 'headline', cause: 'cause', fix: 'fix'});
  const error = (kind: FailureKind, status?: number, code?: string, text?: string) =>
    new RequestError('message', {kind, status, code, text});

  it.each<[FailureKind, number | undefined, string | undefined, FailureKind, string?]>([
    ['denied', 401, undefined, 'denied'],
    ['denied', 403, 'X.0003', 'denied'],
    ['not-found', 404, 'IAM.0004', 'denied'],
    ['rejected', 400, undefined, 'denied'],
    ['rejected', 404, 'APIGW.0101', 'rejected'],
    ['not-found', 404, 'APIG.0101', 'rejected'],
    ['rejected', undefined, undefined, 'rejected'],
    ['rejected', 200, 'X.0001', 'denied'],
    ['rejected', 300, undefined, 'rejected'],
    ['rejected', 302, undefined, 'rejected'],
    ['rejected', 511, undefined, 'rejected'],
    ['not-found', 404, undefined, 'rejected'],
    ['not-found', 404, undefined, 'denied', 'no such provider'],
    ['rejected', 405, undefined, 'rejected'],
    ['rejected', 405, 'X.0001', 'denied'],
    ['transient', 503, undefined, 'transient'],
    ['throttled', 429, undefined, 'throttled'],
    ['unreached', undefined, undefined, 'unreached'],
    ['malformed', 200, undefined, 'malformed']
  ])('that is %s with %p %p is %s', (kind, status, code, expected, ...[text]) => {
    const {failure, message} = asCredentialError(error(kind, status, code, text), explanation);
    expect(failure.kind).toBe(expected);
    expect(message).toBe('message');
    expect(failure.explanation).toBe(expected === 'denied' ? explanation : undefined);
  });

  it('tells more where the code is known', () => {
    const {failure} = asCredentialError(error('denied', 403, 'IAM.0061'), explanation);
    expect(failure.explanation?.(en)).toMatchObject({cause: 'cause', meaning: 'The account is locked.'});
    expect(failure.explanation?.(en).fix).toMatch(/^Unlock it.* fix$/);
  });

  it.each<[FailureKind, boolean]>([
    ['denied', true],
    ['unreached', false]
  ])('that is %s and came with a page says who writes pages: %p', (kind, isSaid) => {
    const {failure} = asCredentialError(new RequestError('message', {kind, status: 401, isPage: true}), explanation);
    expect(failure.kind).toBe(kind);
    expect(failure.explanation?.(en)).toEqual(isSaid ? en.refusals.pageAtLogIn(explanation()) : undefined);
  });

  it('is never a task that was not found', () => {
    expect(notTheTask(error('not-found', 404)).failure.kind).toBe('rejected');
    const other = error('denied', 401);
    expect(notTheTask(other)).toBe(other);
  });
});
