import type {Authorize} from '../client.ts';
import type {Clock} from '../clock.ts';
import type {HttpRequest} from '../transport.ts';
import type {Credentials} from './credentials.ts';
import {authorization, sdkDate} from './signature.ts';

export interface AuthorizerOptions {
  /** Empty where none is known. */
  readonly projectId: string;
  readonly clock: Pick<Clock, 'date'>;
}

/** Puts these credentials on each request. */
export function authorizerFor(credentials: Credentials, {projectId, clock}: AuthorizerOptions): Authorize {
  switch (credentials.kind) {
    case 'access-key':
      return request => signed(request, credentials, projectId, clock.date());
    case 'token':
      return request => ({...request, headers: {...request.headers, 'x-auth-token': credentials.token}});
    default:
      return credentials satisfies never;
  }
}

function signed(
  request: HttpRequest,
  keys: Extract<Credentials, {kind: 'access-key'}>,
  projectId: string,
  dateMs: number
): HttpRequest {
  const headers: Record<string, string> = {...request.headers, host: request.url.host, 'x-sdk-date': sdkDate(dateMs)};
  if (projectId) headers['x-project-id'] = projectId;
  if (keys.securityToken !== undefined) headers['x-security-token'] = keys.securityToken;
  // A proxy may change the others, and a changed header would break the signature.
  const signedHeaders = Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'host' || name.startsWith('x-'))
  );
  return {...request, headers: {...headers, authorization: authorization({...request, headers: signedHeaders}, keys)}};
}
