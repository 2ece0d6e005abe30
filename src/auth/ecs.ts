import type {Client} from '../client.ts';
import {RequestError} from '../errors.ts';
import {isoMs, optional, record, text} from '../json.ts';
import {type Transport, TransportError} from '../transport.ts';
import type {Issued} from './session.ts';

/** Where every instance reaches its own metadata. On a machine of another cloud the same address is another service's. */
export const metadataUrl = 'http://169.254.169.254';

/** Instances on which the variant with a token is not there answer its request with one of these. */
const withoutTokenVariant: ReadonlySet<number> = new Set([400, 404, 405, 503]);

export interface InstanceKeyOptions {
  readonly transport: Transport;
  readonly metadataUrl: string;
  readonly addSecret: (secret: string) => void;
}

/**
 * The temporary keys of the agency of this ECS instance. They live for an hour; the service has new ones ten minutes
 * before the end. Requests as the vendor's SDKs for Go, Java and Python send them (core, metadata accessor), and as
 * Open Telekom Cloud's ECS user guide documents them ("Obtaining ECS Details Using Metadata").
 */
export async function instanceKeys(client: Client, options: InstanceKeyOptions, signal: AbortSignal): Promise<Issued> {
  const {addSecret} = options;
  const token = await metadataToken(options, signal);
  try {
    const {value} = await client(
      {
        url: new URL(`${options.metadataUrl}/openstack/latest/securitykey`),
        headers: token === undefined ? {} : {'x-metadata-token': token}
      },
      {
        from: 'The metadata service of the instance',
        codes: {},
        issuesSecrets: true,
        read: (body, _, serverDateMs): Issued => {
          const keys = record(optional(record(body, 'the answer'), 'credential'), '"credential"');
          const ticket = {
            kind: 'access-key' as const,
            accessKey: text(keys, 'access'),
            secretKey: text(keys, 'secret'),
            securityToken: text(keys, 'securitytoken')
          };
          for (const secret of [ticket.accessKey, ticket.secretKey, ticket.securityToken]) addSecret(secret);
          const expiresMs = isoMs(optional(keys, 'expires_at'));
          return {ticket, lifeMs: expiresMs && expiresMs - (serverDateMs ?? Date.now())};
        }
      },
      signal
    );
    return value;
  } catch (error) {
    if (!(error instanceof RequestError) || error.failure.status === undefined || error.failure.kind === 'transient')
      throw error;
    throw denied(error.message, error.failure.status, error);
  }
}

async function metadataToken(options: InstanceKeyOptions, signal: AbortSignal): Promise<string | undefined> {
  const url = new URL(`${options.metadataUrl}/meta-data/latest/api/token`);
  const headers = {'x-metadata-token-ttl-seconds': '21600'};
  try {
    const answer = await options.transport({method: 'PUT', url, headers, body: ''}, signal);
    if (withoutTokenVariant.has(answer.status)) return undefined;
    if (answer.status >= 500) {
      throw new RequestError(`HTTP ${answer.status}`, {
        kind: 'transient',
        from: 'The metadata service of the instance',
        status: answer.status
      });
    }
    const token = answer.text.trim();
    if (answer.status !== 200 || !/^[\x21-\x7e]+$/.test(token)) throw denied(`HTTP ${answer.status}`, answer.status);
    options.addSecret(token);
    return token;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    throw new RequestError(
      error.message,
      {kind: 'unreached', from: 'The metadata service of the instance'},
      {cause: error}
    );
  }
}

function denied(message: string, status: number, cause?: unknown): RequestError {
  return new RequestError(
    message,
    {
      kind: 'denied',
      from: 'The metadata service of the instance',
      status,
      explanation: {
        cause: 'This machine gives no keys of an agency.',
        fix: 'ecs-agency is for self-hosted runners on ECS instances: give the instance an agency in its settings, or use other credentials.'
      }
    },
    {cause}
  );
}
