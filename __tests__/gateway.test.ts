import {describe, expect, it} from '@jest/globals';
import {gatewayCodes, gatewayNumber, isUnknownApi, isUnknownKey, isWrongSignature} from '../src/gateway.ts';
import {en} from '../src/words/en.ts';

describe('a code of the gateway', () => {
  it.each([
    ['APIGW.0301', '0301'],
    ['APIG.0301', '0301'],
    ['APIC.0301', '0301'],
    ['API.0301', undefined],
    ['XAPIGW.0301', undefined],
    ['APIGW0301', undefined],
    ['APIGW.301', undefined],
    ['APIGW.03010', undefined],
    ['APIGW.030x', undefined],
    ['0301', undefined],
    [undefined, undefined]
  ])('%s has the number %s', (code, number) => {
    expect(gatewayNumber(code)).toBe(number);
  });

  it('can say that there is no such API', () => {
    expect(['APIGW.0101', 'APIG.0101', 'APIGW.0103', '0101', undefined].map(isUnknownApi)).toEqual([
      true,
      true,
      false,
      false,
      false
    ]);
  });
});

describe('a refusal by the gateway', () => {
  const signatures = 'Incorrect IAM authentication information: verify aksk signature fail';

  it.each([
    ['Incorrect IAM authentication information: ak HPUA not exist', {key: true, signature: false}],
    ['Incorrect IAM authentication information: Get secretKey failed', {key: true, signature: false}],
    [signatures, {key: false, signature: true}],
    [signatures.toUpperCase(), {key: false, signature: true}],
    ['AK access failed to reach the limit', {key: false, signature: true}],
    ['Incorrect IAM authentication information: decrypt token fail', {key: false, signature: false}],
    [undefined, {key: false, signature: false}]
  ])('with %p is of an unknown key or a wrong signature: %j', (text, {key, signature}) => {
    const refusal = {kind: 'denied', code: 'APIGW.0301', text} as const;
    expect([isUnknownKey(refusal), isWrongSignature(refusal)]).toEqual([key, signature]);
    const other = {...refusal, code: 'APIGW.0302'};
    expect([isUnknownKey(other), isWrongSignature(other)]).toEqual([false, false]);
  });

  it.each<[string, string, cause: RegExp, mayBeEnd: boolean]>([
    ['0301', 'signature expired, signature time:20260115T073000Z', /clock/, false],
    ['0301', 'verify aksk signature fail', /does not belong/, false],
    ['0301', 'ak HPUA not exist', /does not exist/, true],
    ['0301', 'Get secretKey failed', /does not exist/, true],
    ['0301', 'AK access failed to reach the limit', /locked/, false],
    ['0301', 'decrypt token fail', /was cut/, true],
    ['0301', 'token expires, expires_at:2026-01-15T08:30:00.000000Z', /has expired/, true],
    ['0301', 'Unauthorized', /missing, wrong or expired/, true],
    ['0303', 'Incorrect app authentication information', /another kind/, false],
    ['0305', 'Incorrect authentication information', /another kind/, false],
    ['0307', 'The token must be updated.', /expired, or comes from another region/, true],
    ['0802', 'The IAM user is forbidden in the current region', /disabled in this region/, false]
  ])('with %s and %j has its cause %s, which may be an end: %s', (number, said, cause, mayBeEnd) => {
    const refusal = gatewayCodes[number]?.refusals?.find(({text}) => text === undefined || text.test(said));
    expect(refusal?.says(en).cause).toMatch(cause);
    expect(refusal?.mayBeEnd ?? false).toBe(mayBeEnd);
  });
});
