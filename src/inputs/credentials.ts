import type {CredentialKind, Credentials} from '../auth/credentials.ts';
import {idTokenVariables} from '../auth/github.ts';
import type {Environment} from '../environment.ts';
import {isPlaceholder, isSecret} from '../secrets.ts';
import {environmentFamilies, undocumentedVariables, type VariableOf} from './families.ts';
import {checked, complete, type GetInput, type Named, type Reader} from './reader.ts';
import {type InputName, isSecretName, rowOf, secretNames} from './table.ts';

/** In the order of preference, what each kind of credentials is made of. */
const kinds = [
  {kind: 'token', title: 'token', needed: ['token']},
  {kind: 'access-key', title: 'access key', needed: ['access-key', 'secret-key'], optional: 'security-token'},
  {kind: 'password', title: 'password', needed: ['username', 'password', 'domain-name']},
  {kind: 'oidc-agency', title: 'keyless: temporary keys from STS', needed: ['provider-urn', 'agency-urn']},
  {kind: 'oidc-federation', title: 'keyless: tokens from IAM', needed: ['identity-provider']},
  {kind: 'ecs-agency', title: "the ECS instance's agency", needed: ['ecs-agency']}
] as const satisfies readonly {
  readonly kind: CredentialKind;
  /** How the log names it. */
  readonly title: string;
  readonly needed: readonly InputName[];
  readonly optional?: InputName;
}[];

type Kind = (typeof kinds)[number];
type Part = Kind['needed'][number] | Extract<Kind, {optional: InputName}>['optional'];
type Parts = Readonly<Partial<Record<Part, string | undefined>>>;

const partsOfKind = (kind: Kind): readonly Part[] => [...kind.needed, ...('optional' in kind ? [kind.optional] : [])];
const parts = kinds.flatMap(partsOfKind);

/** What one family of environment variables holds. Only what is used of it gets checked. */
export interface FamilyValues {
  readonly title: string;
  readonly values: Readonly<Partial<Record<VariableOf, Named>>>;
}

export interface ChosenCredentials {
  readonly kind: CredentialKind;
  /** Absent where something beside its parts is wrong. */
  readonly credentials: Credentials | undefined;
  /** Kind and source, for the log. */
  readonly origin: string;
  /** The family that they came from; absent where they are inputs. */
  readonly family?: FamilyValues;
}

export function readFamilies(environment: Environment): readonly FamilyValues[] {
  return environmentFamilies.map(({title, names}) => {
    const values: Partial<Record<VariableOf, Named>> = {};
    for (const [input, candidates] of Object.entries(names) as [VariableOf, readonly string[]][]) {
      const name = candidates.find(candidate => isUsable(input, environment[candidate]));
      if (name !== undefined) values[input] = {name, value: environment[name]?.trim() ?? ''};
    }
    return {title, values};
  });
}

/** A variable that holds no credential, such as the mask of one, is passed over like an empty one. */
function isUsable(input: VariableOf, value = ''): boolean {
  const part = parts.find(each => each === input);
  return value.trim() !== '' && !(part && isNoValue(part, value.trim()));
}

/** What stands for no value, or is too short for a secret. */
function isNoValue(part: Part, value: string): boolean {
  return isSecretName(part) ? !isSecret(value) : isPlaceholder(value);
}

/** What the first of these families has that has any. */
export function firstVariable(families: readonly FamilyValues[], of: VariableOf): Named | undefined {
  return families.map(({values}) => values[of]).find(value => value !== undefined);
}

/** All variables that stand for an input. */
export function variablesOf(of: VariableOf): readonly string[] {
  return environmentFamilies.flatMap(({names}) => names[of] ?? []);
}

/** The variables to set, one of each family, for a message. */
export function variablesToSet(of: VariableOf): string {
  return environmentFamilies
    .flatMap(({names}) => names[of]?.slice(0, 1) ?? [])
    .filter(name => !undocumentedVariables.has(name))
    .join(', ');
}

/** Every secret in the inputs and the environment, whether it will be used or not, to be masked before anything is logged. */
export function secretsIn(get: GetInput, environment: Environment): readonly string[] {
  const variables = [idTokenVariables.requestToken, ...secretNames.flatMap(variablesOf)];
  return [...secretNames.map(get), ...variables.map(name => environment[name] ?? '')]
    .map(value => value.trim())
    .filter(value => value !== '' && !isNoValue('token', value));
}

/** Inputs win as a whole, else the first family with a complete kind; kinds and families are never mixed. */
export function chooseCredentials(read: Reader, families: readonly FamilyValues[]): ChosenCredentials | undefined {
  const {problems} = read;
  const audience = read.text('audience');
  const given = inputParts(read);
  const [begun, ...others] = kindsIn(given);
  if (begun && others.length > 0) {
    const all = [begun, ...others];
    const names = all.map(({given: [name]}) => name);
    const hasNameAlone = all.some(({given}) => given.length === 1 && given[0] === 'domain-name');
    problems.push(
      `${names.join(' and ')} belong to different kinds of credentials: give the inputs of one kind alone.${hasNameAlone ? accountById : ''}`
    );
    return undefined;
  }
  if (begun && begun.missing.length > 0) {
    const present = begun.given.join(', ');
    const hint = present === 'domain-name' ? accountById : '';
    problems.push(`${present} needs ${begun.missing.join(', ')} as well: give all of these inputs, or none.${hint}`);
    return undefined;
  }
  if (begun) return chosen(begun.kind, given, audience, 'the inputs');
  for (const family of families) {
    const found = partsOf(family);
    const whole = kindsIn(found).find(({missing}) => missing.length === 0);
    if (!whole) continue;
    for (const part of whole.given) {
      const value = family.values[part];
      if (value) checkPart(part, value, problems);
    }
    return {...chosen(whole.kind, found, audience, family.title), family};
  }
  problems.push(
    `no credentials were given: set provider-urn and agency-urn, identity-provider, access-key and secret-key, token, ecs-agency, or username, password and domain-name, or one of these in the environment: ${families.map(({title}) => title).join(', ')}. A secret that is not set is empty, and so is each one in a run for a pull request from a fork.`
  );
  return undefined;
}

const accountById = ' The account that a service is asked for is not given by its name, but by its id: domain-id.';

/** The kinds that are complete or begun, in the order of preference. */
function kindsIn(found: Parts) {
  return kinds
    .map(kind => ({
      kind,
      given: partsOfKind(kind).filter(part => found[part] !== undefined),
      missing: kind.needed.filter((part: Part) => found[part] === undefined)
    }))
    .filter(({given}) => given.length > 0);
}

function chosen({kind, title}: Kind, found: Parts, audience: string | undefined, source: string): ChosenCredentials {
  const isTemporary = kind === 'access-key' && found['security-token'] !== undefined;
  const origin = `${isTemporary ? 'temporary ' : ''}${title} from ${source}`;
  return {kind, credentials: credentialsOf(kind, found, audience), origin};
}

function credentialsOf(kind: CredentialKind, found: Parts, audience: string | undefined): Credentials | undefined {
  const {token, username, password} = found;
  switch (kind) {
    case 'token':
      return complete({kind, token});
    case 'access-key': {
      const keys = complete({kind, accessKey: found['access-key'], secretKey: found['secret-key']});
      return keys && {...keys, securityToken: found['security-token']};
    }
    case 'password':
      return complete({kind, username, password, domainName: found['domain-name']});
    case 'oidc-agency':
      return complete({kind, providerUrn: found['provider-urn'], agencyUrn: found['agency-urn'], audience});
    case 'oidc-federation':
      return complete({kind, identityProvider: found['identity-provider'], audience});
    case 'ecs-agency':
      return {kind};
    default:
      return kind satisfies never;
  }
}

/** One line for each family of which a kind was begun and passed over. */
export function passedOver(families: readonly FamilyValues[], used: FamilyValues | undefined): readonly string[] {
  return families
    .filter(family => family !== used && kindsIn(partsOf(family)).some(({missing}) => missing.length > 0))
    .map(({title}) => `${title} holds only a part of some credentials and was passed over.`);
}

function partsOf({values}: FamilyValues): Parts {
  return Object.fromEntries(parts.map(part => [part, values[part]?.value]));
}

function inputParts(read: Reader): Parts {
  const found: Partial<Record<Part, string>> = {};
  for (const part of parts) {
    if (part === 'ecs-agency') {
      if (read.boolean(part)) found[part] = 'true';
      continue;
    }
    const value = read.given(part);
    if (value === undefined) continue;
    found[part] = value;
    if (isNoValue(part, value)) {
      read.problems.push(
        `${part} holds no credential: it is ***, null, undefined, or shorter than 4 letters. Check the secret or the step that it comes from.`
      );
    } else checkPart(part, {name: part, value}, read.problems);
  }
  return found;
}

function checkPart(part: Part, value: Named, problems: string[]): void {
  if (part === 'ecs-agency') return;
  if (!isSecretName(part)) checked(value, rowOf(part).form, problems);
  else if (!rowOf(part).pattern.test(value.value)) {
    problems.push(
      `${value.name} holds white space, a line break or a letter that no such secret has: was it copied whole?`
    );
  }
}
