import {describe, expect, it} from '@jest/globals';
import {authorizerFor} from '../../src/auth/authorizer.ts';
import type {HttpRequest} from '../../src/transport.ts';

const request: HttpRequest = {
  method: 'GET',
  url: new URL('https://dayu-dlf.eu-de.otc.t-systems.com/v1/p/system-tasks/1'),
  headers: {accept: 'application/json', workspace: 'w1', 'x-language': 'en_us'},
  body: ''
};

function clockAt(...dates: readonly number[]) {
  const left = [...dates];
  return {date: () => left.shift() ?? 0};
}

describe('authorizerFor', () => {
  it('signs host, date and every x- header, and no other', async () => {
    const authorize = authorizerFor(
      {kind: 'access-key', accessKey: 'AK', secretKey: 'SK', securityToken: 'ST'},
      {projectId: 'p', clock: clockAt(Date.UTC(2026, 0, 15, 8, 30))}
    );
    const {headers} = await authorize(request);
    expect(headers).toMatchObject({
      ...request.headers,
      host: 'dayu-dlf.eu-de.otc.t-systems.com',
      'x-project-id': 'p',
      'x-security-token': 'ST',
      'x-sdk-date': '20260115T083000Z'
    });
    expect(headers.authorization).toMatch(
      /^SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-language;x-project-id;x-sdk-date;x-security-token, Signature=[0-9a-f]{64}$/
    );
  });

  it('signs each request afresh', async () => {
    const authorize = authorizerFor(
      {kind: 'access-key', accessKey: 'AK', secretKey: 'SK'},
      {projectId: '', clock: clockAt(Date.UTC(2026, 0, 15), Date.UTC(2026, 0, 16))}
    );
    const [first, second] = [await authorize(request), await authorize(request)];
    expect(first.headers['x-sdk-date']).toBe('20260115T000000Z');
    expect(second.headers['x-sdk-date']).toBe('20260116T000000Z');
    expect(first.headers.authorization).not.toBe(second.headers.authorization);
    expect(first.headers).not.toHaveProperty('x-project-id');
    expect(first.headers).not.toHaveProperty('x-security-token');
  });

  it('puts a token on the request and leaves the rest as it is', async () => {
    const authorize = authorizerFor({kind: 'token', token: 'T'}, {projectId: 'p', clock: clockAt(0)});
    expect(await authorize(request)).toEqual({...request, headers: {...request.headers, 'x-auth-token': 'T'}});
  });
});
