import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {authorization, sdkDate} from '../../src/auth/signature.ts';

interface Vector {
  readonly id: string;
  readonly algorithm: string;
  readonly ak: string;
  readonly sk: string;
  readonly method: string;
  readonly scheme: string;
  readonly host: string;
  /** Decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly signedHeaders: Readonly<Record<string, string>>;
  readonly body: string;
  readonly expected: {readonly authorization: string};
}

const {vectors} = JSON.parse(readFileSync('__tests__/fixtures/signing-vectors.json', 'utf8')) as {
  vectors: readonly Vector[];
};

function urlOf({scheme, host, path, query}: Pick<Vector, 'scheme' | 'host' | 'path' | 'query'>): URL {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`
  );
  return new URL(`${scheme}://${host}${escaped}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`);
}

describe('authorization', () => {
  it.each(vectors.map(vector => [vector.id, vector] as const))('gives the signature of the vector %s', (_, vector) => {
    const {method, signedHeaders, body, ak, sk} = vector;
    const request = {method, url: urlOf(vector), headers: signedHeaders, body};
    expect(authorization(request, {accessKey: ak, secretKey: sk})).toBe(vector.expected.authorization);
  });

  it('hashes no body that is declared unsigned', () => {
    const headers = {host: 'a.example', 'x-sdk-date': '20260115T083000Z', 'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD'};
    const signed = (body: string) =>
      authorization(
        {method: 'POST', url: new URL('https://a.example/'), headers, body},
        {accessKey: 'a', secretKey: 's'}
      );
    expect(signed('one')).toBe(signed('two'));
  });

  it('sorts the values of one name, and trims those of headers', () => {
    const signed = (query: string, value: string) =>
      authorization(
        {
          method: 'GET',
          url: new URL(`https://a.example/?${query}`),
          headers: {host: 'a.example', 'x-a': value},
          body: ''
        },
        {accessKey: 'a', secretKey: 's'}
      );
    const plain = signed('a=1&a=2&a=3', 'v');
    expect(signed('a=2&a=3&a=1', 'v')).toBe(plain);
    expect(signed('a=3&a=2&a=1', ' v ')).toBe(plain);
  });

  it("agrees with the signer of the vendor's SDK on any request that it signs rightly", () => {
    // That signer escapes an escaped path twice and does not trim header values, so paths and values are plain here.
    const plain = fc.stringMatching(/^[A-Za-z0-9._~-]{1,20}$/);
    const segment = plain.filter(text => text !== '.' && text !== '..');
    const value = fc.string({unit: 'binary', maxLength: 20});
    const requests = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      host: fc.constantFrom('ecs.cn-north-4.myhuaweicloud.com', '127.0.0.1:8080', 'dayu-dlf.eu-de.otc.t-systems.com'),
      path: fc.array(segment, {maxLength: 5}).map(segments => `/${segments.join('/')}`),
      query: fc.dictionary(value, value, {maxKeys: 6, noNullPrototype: true}),
      headers: fc.dictionary(fc.constantFrom('x-project-id', 'x-domain-id', 'x-language', 'x-security-token'), plain, {
        noNullPrototype: true
      }),
      data: fc.option(fc.dictionary(fc.string(), fc.jsonValue(), {noNullPrototype: true}), {nil: undefined}),
      accessKey: plain,
      secretKey: plain,
      dateMs: fc
        .integer({min: Date.UTC(2001, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000})
        .map(seconds => seconds * 1000)
    });
    fc.assert(
      fc.property(requests, ({method, host, path, query, headers, data, accessKey, secretKey, dateMs}) => {
        const date = sdkDate(dateMs);
        const signed = sdkSign(
          {
            method,
            endpoint: `https://${host}${path}`,
            queryParams: query,
            headers: {...headers, host, 'X-Sdk-Date': date},
            ...(data && {data})
          },
          {getAk: () => accessKey, getSk: () => secretKey}
        );
        const request = {
          method,
          url: urlOf({scheme: 'https', host, path, query}),
          headers: {...headers, host, 'x-sdk-date': date},
          body: data ? JSON.stringify(data) : ''
        };
        expect(authorization(request, {accessKey, secretKey})).toBe(signed.Authorization);
      }),
      {numRuns: 1000}
    );
  });
});

type SdkSign = (
  request: Readonly<Record<string, unknown>>,
  credential: {getAk(): string; getSk(): string}
) => Readonly<Record<string, string>>;

const {AKSKSigner} = createRequire(import.meta.url)('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js') as {
  AKSKSigner: {sign: SdkSign};
};
const sdkSign: SdkSign = (request, credential) => AKSKSigner.sign(request, credential);
