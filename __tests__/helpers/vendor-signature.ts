import {createRequire} from 'node:module';
import type {HttpRequest} from '../../src/http/transport.ts';
import type {Keys} from './stand-in.ts';

const {AKSKSigner} = createRequire(import.meta.url)('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js') as {
  AKSKSigner: {
    sign(request: object, credential: {getAk(): string; getSk(): string}): {readonly Authorization: string};
  };
};

/** Whether the vendor's own signer makes the same signature of this request, and all is signed that has to be. */
export function isSignedAsVendorSigns({method, url, headers, body}: HttpRequest, keys: Keys): boolean {
  const {authorization = '', host = ''} = headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const hasToBeSigned = Object.keys(headers).filter(name => name === 'host' || name.startsWith('x-'));
  if (hasToBeSigned.some(name => !names.includes(name))) return false;
  // The signer takes its date only in this spelling.
  const signed = names.map(name => [name === 'x-sdk-date' ? 'X-Sdk-Date' : name, headers[name] ?? '']);
  const wanted = AKSKSigner.sign(
    {
      method,
      endpoint: `${url.protocol}//${host}${url.pathname}`,
      queryParams: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(signed),
      ...(body && {data: JSON.parse(body)})
    },
    {getAk: () => keys.accessKey, getSk: () => keys.secretKey}
  );
  return wanted.Authorization === authorization;
}
