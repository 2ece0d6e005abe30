import {describe, expect, it} from '@jest/globals';
import {TransportError} from '../src/http/transport.ts';
import {type Acted, actInCloud, type Visit} from './helpers/act.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import {
  type CloudSettings,
  from,
  issuer,
  type Kind,
  kinds,
  type Place,
  plainSecrets,
  projectId,
  region,
  subject
} from './helpers/fake-cloud.ts';
import type {Scripted} from './helpers/fake-transport.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const lookUp = {'project-id': ''};
const renewable = ['password', 'sts', 'federation', 'instance'] as const satisfies readonly Kind[];

/** An outage of one host: its connections are refused. */
function down(place: Place, fromMs = 0, untilMs = Number.POSITIVE_INFINITY): CloudSettings['meddle'] {
  return (_, asked, {clock}) =>
    asked === place && clock.now() >= fromMs && clock.now() < untilMs
      ? new TransportError(`${place} refused the connection (ECONNREFUSED)`)
      : undefined;
}

function answering(place: Place, answer: Scripted): CloudSettings['meddle'] {
  return (_, asked) => (asked === place ? answer : undefined);
}

function warningsOf({log}: Acted): readonly string[] {
  return log.filter(line => line.includes('Warning:'));
}

function messageOf({annotations}: Acted): string {
  return annotations.map(({message}) => message).join('\n');
}

/** Requests before the first look, and the first look. */
async function wayToFirstLook(kind: Kind, visit: Visit = {}): Promise<readonly string[]> {
  const {requests} = await actInCloud(kind, visit);
  const first = requests.findIndex(({url}) => url.pathname.includes('/system-tasks/'));
  return requests.slice(0, first).map(({method, url}) => `${method} ${url.host.split('.')[0]}${url.pathname}`);
}

describe('every kind of credentials', () => {
  it.each(kinds)('%s: is green when the task has succeeded', async kind => {
    const {colour, outputs, annotations, log, cloud} = await actInCloud(kind);
    expect(colour).toBe('green');
    expect(outputs).toMatchObject({status: 'succeeded', message: '', 'service-status': 'SUCCESSFUL'});
    expect(annotations).toEqual([]);
    expect(outputs.polls).toBe(String(cloud.requestsTo('service').length));
    expect(log[3]).toMatch(/^sign-in: .*; set by the inputs$/);
  });

  it.each(kinds)('%s: finds the project of the region where none is given', async kind => {
    const {colour, cloud} = await actInCloud(kind, {inputs: lookUp});
    expect(colour).toBe('green');
    expect(cloud.requestsTo('service')[0]?.url.pathname).toContain(`/v1/${projectId}/`);
    expect(
      cloud.requests.filter(({request}) => request.method === 'POST' && request.url.pathname === '/v3/projects')
    ).toEqual([]);
  });

  it.each(kinds.filter(kind => kind !== 'instance'))('%s: asks nothing of the address of instances', async kind => {
    expect((await actInCloud(kind, {inputs: lookUp})).cloud.requestsTo('metadata')).toEqual([]);
  });

  it.each<[Kind, string]>([
    ['keys', 'access key'],
    ['temporary keys', 'temporary keys'],
    ['token', 'token'],
    ['password', 'password'],
    ['sts', 'keyless'],
    ['federation', 'keyless'],
    ['instance', 'agency']
  ])('%s: is named in the log', async (kind, words) => {
    expect((await actInCloud(kind)).log[3]).toContain(words);
  });

  it('reads a token that is larger than the usual limit of headers', async () => {
    const {colour, cloud} = await actInCloud('password', {mint: () => 'M'.repeat(20_000)});
    expect(colour).toBe('green');
    expect(cloud.requestsTo('service')[0]?.headers['x-auth-token']).toHaveLength(20_000);
  });
});

describe('before the first look', () => {
  it.each<[Kind, Visit, readonly string[]]>([
    ['keys', {}, []],
    ['temporary keys', {}, []],
    ['keys', {inputs: lookUp}, ['GET iam/v3/projects']],
    ['temporary keys', {inputs: lookUp}, ['GET iam/v3/projects']],
    ['password', {}, ['POST iam/v3/auth/tokens']],
    ['password', {inputs: lookUp}, ['POST iam/v3/auth/tokens']],
    ['sts', {}, ['GET run-actions/token', 'POST sts/v5/agencies/assume-with-oidc']],
    [
      'sts',
      {inputs: lookUp},
      ['GET run-actions/token', 'POST sts/v5/agencies/assume-with-oidc', 'GET iam/v3/projects']
    ],
    ['federation', {}, ['GET run-actions/token', 'POST iam/v3.0/OS-AUTH/id-token/tokens']],
    ['federation', {inputs: lookUp}, ['GET run-actions/token', 'POST iam/v3.0/OS-AUTH/id-token/tokens']],
    ['instance', {}, ['PUT 169/meta-data/latest/api/token', 'GET 169/openstack/latest/securitykey']]
  ])('%s with %j asks for no more than it needs', async (kind, visit, way) => {
    expect(await wayToFirstLook(kind, visit)).toEqual(way);
  });
});

describe('a wait that outlives its credentials', () => {
  it.each(renewable)(
    '%s: six hours on sessions of fifteen minutes end well, with at most 35 sessions',
    async kind => {
      const acted = await actInCloud(kind, {
        taskMs: 6 * hourMs,
        keysMs: 15 * minuteMs,
        tokensMs: 15 * minuteMs,
        inputs: {timeout: '7h', ...lookUp}
      });
      const {colour, cloud} = acted;
      const refusedLooks = acted.debug.filter(line => line.includes('HTTP 4'));
      expect(colour).toBe('green');
      expect(refusedLooks).toEqual([]);
      expect(warningsOf(acted)).toEqual([
        expect.stringContaining('timeout is 7h 00m 00s, but a job ends after 6 hours')
      ]);
      const issues = /\/auth\/tokens|assume-with-oidc|id-token\/tokens|securitykey/;
      const sessions = cloud.requests.filter(({request}) => issues.test(request.url.pathname));
      expect(sessions.length).toBeLessThanOrEqual(35);
      expect(sessions.length).toBeGreaterThanOrEqual(24);
    },
    60_000
  );

  it('sends a fresh id token for each session', async () => {
    const {cloud} = await actInCloud('sts', {taskMs: hourMs, keysMs: 15 * minuteMs, inputs: {timeout: '2h'}});
    const sent = cloud.requestsTo('sts').map(({body}) => JSON.parse(body).id_token);
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent.length).toBeGreaterThan(3);
  });

  it.each(renewable)('%s: renews once what dies in mid-wait, and once more at the next incident', async kind => {
    const dying = (atMs: number) =>
      from(atMs, ({tokens, keys}) => {
        for (const token of tokens.keys()) if (!token.startsWith('issued-metadata')) tokens.delete(token);
        keys.clear();
      });
    const incidents = [dying(3 * minuteMs), dying(6 * minuteMs)];
    const {colour, cloud} = await actInCloud(kind, {
      meddle: (...asked) => {
        for (const incident of incidents) incident(...asked);
        return undefined;
      }
    });
    expect(colour).toBe('green');
    const sessions = cloud.issued.filter(({name}) => name === 'token' || name === 'secret-key');
    expect(sessions).toHaveLength(3);
  });

  it.each(renewable)('%s: denied twice in a row is `denied`', async kind => {
    const meddle: CloudSettings['meddle'] = (_, place, {clock}) =>
      place === 'service' && clock.now() > minuteMs
        ? {status: 401, body: {error_code: 'APIGW.0307', error_msg: 'The token must be updated'}}
        : undefined;
    const {colour, outputs, annotations, cloud} = await actInCloud(kind, {meddle});
    const late = cloud.requests.filter(({place, atMs}) => place === 'service' && atMs > minuteMs);
    expect(colour).toBe('red');
    expect(outputs.status).toBe('denied');
    expect(annotations).toHaveLength(1);
    expect(late).toHaveLength(2);
  });

  it.each<[number, string, number]>([
    [400, 'DLF.6888', 0],
    [200, 'DLF.6888', 0],
    [403, 'DLF.6888', 0],
    [403, 'APIGW.0302', 0],
    [403, 'APIGW.0301', 1],
    [400, 'APIGW.0307', 1],
    [401, 'DLF.9999', 1]
  ])('under HTTP %i with %s in mid-wait gets a new token %i times', async (status, code, renewals) => {
    const {outputs, cloud} = await actInCloud('password', {
      meddle: (_, place, {clock}) =>
        place === 'service' && clock.now() > minuteMs ? {status, body: {error_code: code, error_msg: 'No.'}} : undefined
    });
    expect(outputs.status).toBe('denied');
    expect(cloud.requestsTo('iam')).toHaveLength(1 + renewals);
  });

  it('a failure that says nothing between two refusals does not end the incident', async () => {
    const refused = {status: 401, body: {error_code: 'APIGW.0307', error_msg: 'The token must be updated'}};
    const answers = [refused, {status: 503, body: ''}, refused, {status: 503, body: ''}, refused];
    const {outputs, cloud} = await actInCloud('password', {
      meddle: (_, place) => (place === 'service' ? answers.shift() : undefined)
    });
    expect(cloud.requestsTo('iam').length).toBeLessThanOrEqual(2);
    expect(outputs.status).toBe('denied');
  });

  it.each<[Kind, Place]>([
    ['password', 'iam'],
    ['sts', 'sts'],
    ['sts', 'github'],
    ['federation', 'iam'],
    ['instance', 'metadata']
  ])('%s: an outage of %s does not matter while the old session is good', async (kind, place) => {
    const acted = await actInCloud(kind, {
      taskMs: 40 * minuteMs,
      keysMs: 15 * minuteMs,
      tokensMs: 15 * minuteMs,
      // From before the renewal at twelve minutes until shortly before the end.
      meddle: down(place, 11 * minuteMs, 14 * minuteMs)
    });
    expect(acted.colour).toBe('green');
    expect(acted.log.filter(line => line.includes('no usable answer'))).toEqual([]);
    expect(acted.cloud.requests.filter(({atMs}) => atMs >= 11 * minuteMs && atMs < 14 * minuteMs).length).toBeLessThan(
      30
    );
  });

  it.each<[Kind, Place]>([
    ['password', 'iam'],
    ['sts', 'sts'],
    ['sts', 'github'],
    ['federation', 'iam'],
    ['instance', 'metadata']
  ])('%s: an outage of %s that outlasts the session is sat out', async (kind, place) => {
    const {colour, log} = await actInCloud(kind, {
      taskMs: 40 * minuteMs,
      keysMs: 15 * minuteMs,
      tokensMs: 15 * minuteMs,
      meddle: down(place, 11 * minuteMs, 20 * minuteMs)
    });
    expect(colour).toBe('green');
    expect(log.join('\n')).toContain('requests succeed again');
  });

  it('does not repeat a log-in that was refused while nothing has changed', async () => {
    const {cloud} = await actInCloud('password', {
      taskMs: 40 * hourMs,
      inputs: {timeout: '40h'},
      meddle: from(hourMs, ({settings}) => {
        settings.secrets = {...settings.secrets, password: 'changed in mid-wait'};
      })
    });
    const logIns = cloud.requestsTo('iam');
    // The first one, the renewal, and at most one more when the old token has ended.
    expect(logIns.length).toBeLessThanOrEqual(3);
  }, 60_000);
});

describe('credentials that are refused', () => {
  it('end the step after exactly one request for a dead access key', async () => {
    const {outputs, requests, annotations} = await actInCloud('keys', {
      meddle: from(0, ({keys}) => keys.clear())
    });
    expect(outputs.status).toBe('denied');
    expect(requests).toHaveLength(1);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.message).toContain('For this cloud the access key does not exist');
  });

  it.each<[string, Kind, Visit['inputs'], string]>([
    ['a wrong secret key', 'keys', {'secret-key': 'another'}, 'The secret key does not belong to the access key.'],
    [
      'a wrong secret key at the look-up',
      'keys',
      {'secret-key': 'another', ...lookUp},
      'The secret key does not belong'
    ],
    ['a wrong security token', 'temporary keys', {'security-token': 'another'}, 'missing, wrong or expired'],
    ['a wrong token', 'token', {token: 'another', 'iam-endpoint': ''}, 'The token was cut'],
    ['a wrong password', 'password', {password: 'another'}, 'IAM refuses the log-in']
  ])('%s: one refused request, no repetition, cause and fix', async (_, kind, inputs, cause) => {
    const acted = await actInCloud(kind, {inputs: {timeout: '0', ...inputs}});
    expect(acted.outputs.status).toBe('denied');
    expect(acted.requests).toHaveLength(1);
    expect(messageOf(acted)).toContain(cause);
    expect(acted.summary).toContain('What to do:');
  });

  it('are shown once, by whatever name the service goes', async () => {
    const definition = {
      title: 'IAM',
      path: '/v1/{project_id}/system-tasks/{task_id}',
      status: 'status',
      succeeded: ['SUCCESSFUL'],
      failed: ['FAILED'],
      running: ['RUNNING']
    };
    const acted = await actInCloud('password', {
      inputs: {
        service: 'custom',
        definition: JSON.stringify(definition),
        endpoint: `https://dayu-dlf.${region}.myhuaweicloud.com`,
        'task-id': 'a,b,c,d,e'
      },
      meddle: answering('iam', {status: 403, body: {error_code: 'IAM.0061', error_msg: 'The account is locked.'}})
    });
    expect(acted.outputs.status).toBe('denied');
    expect(acted.requests).toHaveLength(1);
    expect(messageOf(acted)).toContain('IAM refuses the log-in');
  });

  it.each(['sts', 'federation'] as const)('%s: without the permission no request, and the lines to add', async kind => {
    for (const missing of ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
      const acted = await actInCloud(kind, {environment: {[missing]: ''}});
      expect(acted.outputs.status).toBe('denied');
      expect(acted.requests).toEqual([]);
      const shown = [messageOf(acted), ...acted.log].join('\n');
      expect(shown).toContain('permissions:');
      expect(shown).toContain('id-token: write');
      expect(acted.summary).toContain('id-token: write');
    }
  });

  it.each<[Kind, Partial<Visit>]>([
    ['sts', {trust: {aud: 'sts.huaweicloud.com', sub: 'repo:octo/other:ref:refs/heads/main'}}],
    ['sts', {trust: {aud: 'another', sub: subject}}],
    ['federation', {trust: {aud: 'sts.huaweicloud.com', sub: 'repo:octo/other:ref:refs/heads/main'}}],
    ['federation', {inputs: {'identity-provider': 'gitlab'}}]
  ])('%s: the claims of the id token are told and the token is not (%j)', async (kind, visit) => {
    const acted = await actInCloud(kind, visit);
    expect(acted.outputs.status).toBe('denied');
    expect(acted.requests).toHaveLength(2);
    for (const shown of [messageOf(acted), acted.outputs.message]) {
      expect(shown).toContain(`iss ${issuer}`);
      expect(shown).toContain('aud sts.huaweicloud.com');
      expect(shown).toContain(`sub ${subject}`);
    }
    const idToken = acted.cloud.issued[0]?.secret ?? 'none';
    expect(acted.secrets).toContain(idToken);
    expect(JSON.stringify([acted.log, acted.debug, acted.annotations, acted.outputs, acted.summary])).not.toContain(
      idToken.slice(0, 20)
    );
  });

  it('name the condition keys of the trust policy when STS refuses', async () => {
    const {annotations, summary} = await actInCloud('sts', {trust: {aud: 'sts.huaweicloud.com', sub: 'another'}});
    for (const key of ['oidc:iss', 'oidc:aud', 'oidc:sub']) {
      expect(annotations[0]?.message).toContain(key);
      expect(summary).toContain(key);
    }
  });

  it('take the audience that was given', async () => {
    const {colour, cloud} = await actInCloud('sts', {
      inputs: {audience: 'huawei-cloud'},
      trust: {aud: 'huawei-cloud', sub: subject}
    });
    expect(colour).toBe('green');
    expect(cloud.requestsTo('github')[0]?.url.searchParams.get('audience')).toBe('huawei-cloud');
    expect(cloud.requestsTo('github')[0]?.url.searchParams.get('api-version')).toBe('2.0');
  });

  it('say what an instance without an agency needs', async () => {
    const acted = await actInCloud('instance', {hasAgency: false});
    expect(acted.outputs.status).toBe('denied');
    expect(acted.requests).toHaveLength(2);
    expect(acted.summary).toContain('Give the ECS instance of the runner an agency');
  });
});

describe('a page in place of an answer', () => {
  const page = (status: number): Scripted => ({
    status,
    headers: {'content-type': 'text/html'},
    body: '<html>no</html>'
  });

  it.each<[Kind, Place, number]>([
    ['password', 'iam', 401],
    ['password', 'iam', 403],
    ['federation', 'iam', 401],
    ['sts', 'sts', 403]
  ])('%s: a log-in at %s is not repeated after a page under %i', async (kind, place, status) => {
    const acted = await actInCloud(kind, {meddle: answering(place, page(status))});
    expect(acted.outputs.status).toBe('denied');
    expect(acted.cloud.requestsTo(place)).toHaveLength(1);
    expect(messageOf(acted)).toContain('A log-in is not repeated');
  });

  it.each<[Kind, Place, Visit['inputs']]>([
    ['password', 'iam', {}],
    ['sts', 'github', {}],
    ['keys', 'iam', lookUp],
    ['instance', 'metadata', {}],
    ['token', 'service', {}]
  ])('%s: one page under 404, 418 or 200 at %s does not matter', async (kind, place, inputs) => {
    for (const status of place === 'metadata' ? [418, 200] : [404, 418, 200]) {
      const pages = [page(status), page(status)];
      const meddle: CloudSettings['meddle'] = (_, asked) => (asked === place ? pages.shift() : undefined);
      expect((await actInCloud(kind, {inputs: {...inputs}, meddle})).colour).toBe('green');
    }
  });

  it('under 401 renews the session once', async () => {
    const pages = [page(401), page(401), page(401)];
    const {colour, cloud} = await actInCloud('password', {
      meddle: (_, place, {clock}) => (place === 'service' && clock.now() > minuteMs ? pages.shift() : undefined)
    });
    expect(colour).toBe('green');
    expect(cloud.requestsTo('iam')).toHaveLength(2);
  });
});

describe('keys that were issued just now', () => {
  const unknown: Scripted = {status: 401, body: {error_code: 'APIGW.0301', error_msg: 'ak ABC not exist'}};

  it.each<[number, number, readonly number[]]>([
    [3, 1, [0, 1000, 4000, 10_000]],
    [4, 2, [0, 1000, 4000, 10_000, 10_000]]
  ])('are shown again where the cloud does not know them %i times, with %i sessions', async (times, sessions, atMs) => {
    const refusals = Array.from({length: times}, () => unknown);
    const {colour, cloud} = await actInCloud('sts', {
      meddle: (_, place) => (place === 'service' ? refusals.shift() : undefined)
    });
    expect(colour).toBe('green');
    expect(cloud.requestsTo('sts')).toHaveLength(sessions);
    const shown = cloud.requests.filter(({place}) => place === 'service').map(request => request.atMs);
    expect(shown.slice(0, times + 1)).toEqual(atMs);
  });

  it('are shown again once by a step that does not wait', async () => {
    const {outputs, cloud} = await actInCloud('sts', {inputs: {timeout: '0'}, meddle: answering('service', unknown)});
    expect(outputs.status).toBe('denied');
    expect(cloud.requests.filter(({place}) => place === 'service').map(({atMs}) => atMs)).toEqual([0, 1000]);
  });

  it.each([1800, 2800])('are refused within the time limit, where each answer takes %i ms', async answerMs => {
    const {outputs, clock} = await actInCloud('sts', {
      inputs: {timeout: '5s', 'request-timeout': '3s'},
      meddle: (_, place, {clock}) => {
        clock.advance(answerMs);
        return place === 'service' ? unknown : undefined;
      }
    });
    expect(outputs.status).toBe('denied');
    expect(clock.now()).toBeLessThanOrEqual(11_000);
  });

  it('are not shown again after a wrong signature', async () => {
    const wrong = {status: 401, body: {error_code: 'APIGW.0301', error_msg: 'verify aksk signature fail'}};
    const {outputs, cloud} = await actInCloud('sts', {meddle: answering('service', wrong)});
    expect(outputs.status).toBe('denied');
    expect(cloud.requestsTo('service')).toHaveLength(1);
  });
});

describe('credentials that worked and are refused later', () => {
  const late = (place: Place, answer: Scripted): CloudSettings['meddle'] => {
    return (_, asked, {clock}) => (asked === place && clock.now() > 2 * minuteMs ? answer : undefined);
  };
  const ended = {status: 401, body: {error_code: 'APIGW.0301', error_msg: 'token expires'}};

  it.each<[Kind, Place, Scripted, string]>([
    ['token', 'service', ended, 'The token was accepted before and is rejected now: it has expired.'],
    [
      'temporary keys',
      'service',
      ended,
      'The keys were accepted before and are rejected now: they expired, or were deleted or disabled.'
    ],
    ['sts', 'github', {status: 401, body: {}}, "the runner's own token"],
    ['password', 'iam', {status: 401, body: {}}, 'It worked before and is refused now']
  ])('%s: %s, and that is said', async (kind, place, answer, words) => {
    const visit = {keysMs: 5 * minuteMs, tokensMs: kind === 'token' ? 24 * hourMs : 5 * minuteMs};
    const acted = await actInCloud(kind, {...visit, meddle: late(place, answer)});
    expect(acted.outputs.status).toBe('denied');
    expect(messageOf(acted)).toContain(words);
  });
});

describe('a clock that is off', () => {
  const skews: readonly (readonly [string, number, string])[] = [
    ['behind', hourMs, '1h 00m 00s behind'],
    ['ahead', -hourMs, '1h 00m 00s ahead of']
  ];

  it.each(
    skews.flatMap(([name, skewMs, words]) =>
      (['keys', 'temporary keys', 'sts', 'instance'] as const).map(kind => [kind, name, skewMs, words] as const)
    )
  )('%s: an hour %s brings one warning that tells it, and green', async (kind, _, skewMs, words) => {
    const acted = await actInCloud(kind, {skewMs});
    expect(acted.colour).toBe('green');
    expect(warningsOf(acted)).toHaveLength(1);
    expect(warningsOf(acted)[0]).toContain(words);
    expect(acted.summary).toContain(words);
    expect(acted.debug.filter(line => line.includes('HTTP 401'))).toHaveLength(1);
  });

  it.each(['password', 'federation', 'token'] as const)('%s: an hour does not matter', async kind => {
    const acted = await actInCloud(kind, {skewMs: hourMs, tokensMs: 2 * hourMs});
    expect(acted.colour).toBe('green');
    expect(warningsOf(acted)).toEqual([]);
  });

  it('is corrected in mid-wait when it is set wrong meanwhile', async () => {
    const acted = await actInCloud('keys', {
      meddle: from(5 * minuteMs, ({clock, dateMs}) => clock.setDate(dateMs() + 20 * minuteMs))
    });
    expect(acted.colour).toBe('green');
    expect(warningsOf(acted)).toHaveLength(1);
    expect(warningsOf(acted)[0]).toContain('ahead of');
  });

  it('that is right is not blamed for a dead key, however long the answer takes', async () => {
    const {requests, outputs} = await actInCloud('keys', {
      inputs: {'request-timeout': '10m'},
      meddle: (_, __, {clock, keys}) => {
        clock.advance(6 * minuteMs);
        keys.clear();
        return undefined;
      }
    });
    expect(outputs.status).toBe('denied');
    expect(requests).toHaveLength(1);
  });
});

describe('the project', () => {
  const own = {id: projectId, name: region};
  const sub = {id: 'c'.repeat(32), name: `${region}_shop`};
  const twin = {id: 'd'.repeat(32), name: region};

  it.each(['keys', 'token', 'instance'] as const)('%s: comes from the list without permission on 403', async kind => {
    const {colour, cloud} = await actInCloud(kind, {inputs: lookUp, mayListProjects: false, projects: [sub, own]});
    expect(colour).toBe('green');
    expect(cloud.requestsTo('service')[0]?.url.pathname).toContain(projectId);
  });

  it.each(['sts', 'instance'] as const)('%s: a list that is refused costs no second session', async kind => {
    const {colour, cloud} = await actInCloud(kind, {inputs: lookUp, mayListProjects: false});
    expect(colour).toBe('green');
    expect(cloud.issued.filter(({name}) => name === 'secret-key')).toHaveLength(1);
    expect(cloud.requestsTo('iam').map(({url}) => url.pathname)).toEqual(['/v3/projects', '/v3/auth/projects']);
  });

  it.each<[string, Visit, readonly string[]]>([
    ['none', {projects: []}, ['with the name of the region, cn-north-4: these credentials see none with this name']],
    [
      'none but a sub-project',
      {projects: [sub]},
      ['with the name of the region, cn-north-4: these credentials see none with this name', sub.name, sub.id]
    ],
    ['several', {projects: [own, twin, sub]}, [own.id, twin.id]],
    ['several in the list', {projects: [own, twin, sub], mayListProjects: false}, [own.id, twin.id, sub.name, sub.id]]
  ])('%s of the region found is an error that lists what was found', async (_, visit, words) => {
    const acted = await actInCloud('keys', {inputs: lookUp, ...visit});
    expect(acted.outputs.status).toBe('error');
    for (const word of words) expect(messageOf(acted)).toContain(word);
    expect(acted.summary).toContain('project-id');
    expect(acted.cloud.requestsTo('service')).toEqual([]);
    expect(acted.requests.every(({method}) => method === 'GET')).toBe(true);
  });

  it('that was found stands in no output', async () => {
    const acted = await actInCloud('keys', {
      inputs: lookUp,
      meddle: (_, place) =>
        place === 'service'
          ? {status: 403, body: {error_code: 'APIGW.0302', error_msg: `project ${projectId} in ${region}`}}
          : undefined
    });
    expect(acted.outputs.status).toBe('denied');
    expect(JSON.stringify(acted.outputs)).not.toContain(projectId);
    expect(JSON.stringify(acted.outputs)).not.toContain(region);
    expect(messageOf(acted)).toContain(projectId);
  });

  it('is looked up once', async () => {
    const {cloud} = await actInCloud('keys', {inputs: lookUp});
    expect(cloud.requestsTo('iam')).toHaveLength(1);
    expect(cloud.requestsTo('service').length).toBeGreaterThan(5);
  });
});

describe('IAM, STS and GitHub', () => {
  it.each<[Kind, Place, string]>([
    ['keys', 'iam', 'IAM'],
    ['password', 'iam', 'IAM'],
    ['federation', 'iam', 'IAM'],
    ['sts', 'sts', 'STS'],
    ['sts', 'iam', 'IAM'],
    ['sts', 'github', 'GitHub'],
    ['instance', 'metadata', 'metadata service']
  ])('%s: %s down from the start is an error after a minute that names it', async (kind, place, name) => {
    const acted = await actInCloud(kind, {inputs: lookUp, meddle: down(place)});
    expect(acted.outputs.status).toBe('error');
    expect(messageOf(acted)).toContain(name);
    expect(acted.clock.now()).toBeGreaterThanOrEqual(minuteMs);
    expect(acted.clock.now()).toBeLessThan(2 * minuteMs);
    expect(acted.cloud.requestsTo('service')).toEqual([]);
    expect(acted.outputs.polls).toBe('0');
  });

  it.each<[Kind, Place]>([
    ['keys', 'iam'],
    ['password', 'iam'],
    ['federation', 'iam'],
    ['federation', 'github'],
    ['sts', 'sts'],
    ['sts', 'iam'],
    ['sts', 'github'],
    ['instance', 'metadata'],
    ['instance', 'iam']
  ])('%s: a 404 of %s is never a task that is not found', async (kind, place) => {
    for (const body of [
      {error: {code: 404, message: 'Could not find it', title: 'Not Found'}},
      {error_code: 'IAM.0004'}
    ]) {
      const acted = await actInCloud(kind, {inputs: lookUp, meddle: answering(place, {status: 404, body})});
      expect(['error', 'denied']).toContain(acted.outputs.status);
      expect(acted.log.join('\n')).not.toContain('not visible (yet)');
      expect(acted.clock.now()).toBeLessThan(minuteMs);
    }
  });

  it.each<[Kind, Place]>([
    ['password', 'iam'],
    ['federation', 'iam'],
    ['sts', 'sts'],
    ['sts', 'github'],
    ['instance', 'metadata']
  ])('%s: a redirect by %s is an error, no refusal, and never followed', async (kind, place) => {
    const location = 'https://evil.example/';
    const acted = await actInCloud(kind, {meddle: answering(place, {status: 302, headers: {location}, body: ''})});
    expect(acted.outputs.status).toBe('error');
    expect(messageOf(acted)).toContain('redirect');
  });

  it.each<[Kind, Place]>([
    ['password', 'iam'],
    ['federation', 'iam'],
    ['sts', 'sts'],
    ['sts', 'github'],
    ['instance', 'metadata']
  ])('%s: 500, 503 and throttling by %s at the start are sat out', async (kind, place) => {
    for (const status of [429, 500, 502, 504]) {
      const answers: Scripted[] = [
        {status, body: ''},
        {status, body: {error_code: 'IAM.0006', error_msg: 'no'}}
      ];
      const {colour} = await actInCloud(kind, {
        meddle: (_, asked) => (asked === place ? answers.shift() : undefined)
      });
      expect(`${status} ${colour}`).toBe(`${status} green`);
    }
  });

  it.each<[Kind, Place]>([
    ['password', 'iam'],
    ['federation', 'iam'],
    ['sts', 'sts'],
    ['sts', 'github']
  ])('%s: answers of another form by %s are an error that names it', async (kind, place) => {
    const acted = await actInCloud(kind, {meddle: answering(place, {body: {}})});
    expect(acted.outputs.status).toBe('error');
    expect(messageOf(acted)).toMatch({iam: /IAM/, sts: /STS/, github: /GitHub/}[place as 'iam']);
  });

  it('403 by GitHub is a matter of the permission for id tokens, not for the task', async () => {
    const acted = await actInCloud('sts', {meddle: answering('github', {status: 403, body: {message: 'Forbidden'}})});
    expect(acted.outputs.status).toBe('denied');
    expect(messageOf(acted)).not.toContain('read this task');
    expect(acted.summary).toContain('id-token: write');
  });

  it('a cancellation while IAM is silent is `cancelled`', async () => {
    const cancellation = new AbortController();
    const acted = await actInCloud('password', {
      signal: cancellation.signal,
      meddle: () => {
        cancellation.abort(new Error('cancelled by SIGINT'));
        return undefined;
      }
    });
    expect(acted.outputs.status).toBe('cancelled');
  });
});

describe('the host of the service', () => {
  it.each(kinds)('%s: counts as never reached, whatever IAM, STS and GitHub have answered', async kind => {
    const acted = await actInCloud(kind, {meddle: down('service')});
    expect(acted.outputs.status).toBe('error');
    expect(messageOf(acted)).toContain(`dayu-dlf.${region}.myhuaweicloud.com`);
    expect(acted.clock.now()).toBeGreaterThanOrEqual(minuteMs);
    expect(acted.clock.now()).toBeLessThan(2 * minuteMs);
  });
});

describe('a ready-made token', () => {
  it('whose end lies before the end of the wait brings one warning', async () => {
    const acted = await actInCloud('token', {tokensMs: 30 * minuteMs, inputs: {timeout: '2h'}});
    expect(acted.colour).toBe('green');
    expect(warningsOf(acted)).toHaveLength(1);
    expect(warningsOf(acted)[0]).toMatch(
      /At the start of the step, IAM said that the token would expire at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, before the timeout \(2h 00m 00s\) was over\./
    );
    expect(acted.summary).toContain('IAM said that the token would expire at');
  });

  it('that lives long enough brings none', async () => {
    expect(warningsOf(await actInCloud('token', {tokensMs: 3 * hourMs, inputs: {timeout: '2h'}}))).toEqual([]);
  });

  it.each<[string, CloudSettings['meddle']]>([
    ['down', down('iam')],
    ['without an answer to that', answering('iam', {status: 404, body: {}})],
    ['answering in another form', answering('iam', {body: {token: {expires_at: 'soon'}}})],
    ['redirecting', answering('iam', {status: 302, headers: {location: 'https://evil.example'}, body: ''})]
  ])('needs no IAM: it may be %s', async (_, meddle) => {
    const acted = await actInCloud('token', {meddle});
    expect(acted.colour).toBe('green');
    expect(warningsOf(acted)).toEqual([]);
  });

  it('is not shown to the IAM of a region when the service is elsewhere', async () => {
    const {cloud} = await actInCloud('token', {
      inputs: {endpoint: 'https://dayu-dlf.cn-north-4.myhuaweicloud.com', token: plainSecrets.token}
    });
    expect(cloud.requestsTo('iam')).toEqual([]);
  });

  it('that ends in mid-wait is `denied`, after one refusal', async () => {
    const {outputs, debug} = await actInCloud('token', {tokensMs: 5 * minuteMs});
    expect(outputs.status).toBe('denied');
    expect(debug.filter(line => line.includes('HTTP 401'))).toHaveLength(1);
  });
});

it('several hours of a changed system clock end no session', async () => {
  const {colour, cloud} = await actInCloud('sts', {
    clock: fakeClock(),
    taskMs: hourMs,
    meddle: from(10 * minuteMs, ({clock}) => clock.setDate(clock.date() + 10 * minuteMs))
  });
  expect(colour).toBe('green');
  expect(cloud.requestsTo('sts').length).toBeLessThanOrEqual(2);
});
