import type {Scope} from './iam.ts';
import type {Ticket} from './session.ts';

/** Exactly one kind; after the inputs are read nobody but the authorizer asks which. */
export type Credentials =
  /** Ready-made: they go on requests as they are. */
  | Ticket
  | {readonly kind: 'password'; readonly username: string; readonly password: string; readonly domainName: string}
  /** Keyless: GitHub's id token for temporary keys of a trust agency, by STS. */
  | {
      readonly kind: 'oidc-agency';
      readonly providerUrn: string;
      readonly agencyUrn: string;
      readonly audience: string;
    }
  /** Keyless: GitHub's id token for an IAM token, by the older federation of IAM v3. */
  | {readonly kind: 'oidc-federation'; readonly identityProvider: string; readonly audience: string}
  /** The temporary keys of the agency of the ECS instance that the runner is. */
  | {readonly kind: 'ecs-agency'};

export type CredentialKind = Credentials['kind'];

/** Whether requests are signed by keys; else they carry a token, which is for a project or an account itself. */
export function signsRequests(kind: CredentialKind): boolean {
  return kind === 'access-key' || kind === 'oidc-agency' || kind === 'ecs-agency';
}

/** How requests get their credentials. Addresses are base URLs without a version, empty where they are not needed. */
export interface Access {
  readonly credentials: Credentials;
  readonly iamEndpoint: string;
  readonly stsEndpoint: string;
  /** What tokens are to be good for. */
  readonly scope: Scope;
}
