import {
  type CredentialPart,
  type CredentialParts,
  type Credentials,
  credentialParts,
  credentialsOf,
  describeCredentials,
  environmentFamilies,
  kindsIn,
  type Place,
  secretParts,
  undocumentedVariables
} from '../auth/credentials.ts';
import {idTokenVariables} from '../auth/github.ts';
import type {Environment} from '../environment.ts';
import {checked, type Form, type GetInput, type Named, type Reader} from './reader.ts';

/** What one family of environment variables holds. Only what is used of it gets checked. */
export interface FamilyValues {
  readonly title: string;
  readonly values: Readonly<Partial<Record<CredentialPart | Place, Named>>>;
}

export interface ChosenCredentials {
  readonly credentials: Credentials;
  /** Kind and source, for the log. */
  readonly origin: string;
  /** The family that they came from; absent where they are inputs. */
  readonly family?: FamilyValues;
}

export function readFamilies(environment: Environment): readonly FamilyValues[] {
  return environmentFamilies.map(({title, names}) => {
    const values: Partial<Record<CredentialPart | Place, Named>> = {};
    for (const [part, candidates] of Object.entries(names) as [CredentialPart | Place, readonly string[]][]) {
      const name = candidates.find(candidate => isUsable(part, environment[candidate]));
      if (name !== undefined) values[part] = {name, value: environment[name]?.trim() ?? ''};
    }
    return {title, values};
  });
}

/** A variable that holds no credential, such as the mask of one, is passed over like an empty one. */
function isUsable(part: string, value = ''): boolean {
  return value.trim() !== '' && !(credentialParts.includes(part as CredentialPart) && isNoValue(part, value.trim()));
}

/** What a look-up leaves that found nothing, or a log that masked it; secrets are never that short. */
function isNoValue(part: string, value: string): boolean {
  return /^(\*{3}|null|undefined)$/.test(value) || (secretParts.includes(part as CredentialPart) && value.length < 4);
}

/** What the first of these families has that has any. */
export function firstVariable(families: readonly FamilyValues[], place: Place): Named | undefined {
  return families.map(({values}) => values[place]).find(value => value !== undefined);
}

/** The variables to set, one of each family, for a message. */
export function variablesOf(place: Place): string {
  return environmentFamilies
    .flatMap(({names}) => names[place]?.slice(0, 1) ?? [])
    .filter(name => !undocumentedVariables.has(name))
    .join(', ');
}

/** Every secret in the inputs and the environment, whether it will be used or not, to be masked before anything is logged. */
export function secretsIn(get: GetInput, environment: Environment): readonly string[] {
  const variables = environmentFamilies.flatMap(({names}) => secretParts.flatMap(part => names[part] ?? []));
  return [
    ...secretParts.map(inputName).map(get),
    ...[idTokenVariables.requestToken, ...variables].map(name => environment[name] ?? '')
  ]
    .map(value => value.trim())
    .filter(value => value !== '' && !isNoValue('token', value));
}

/** Inputs win as a whole, else the first family with a complete kind; kinds and families are never mixed. */
export function chooseCredentials(read: Reader, families: readonly FamilyValues[]): ChosenCredentials | undefined {
  const {problems} = read;
  const audience = read.matching('audience', secretForm) ?? '';
  const given = inputParts(read);
  const [kind, ...others] = kindsIn(given);
  if (kind && others.length > 0) {
    const all = [kind, ...others];
    const names = all.map(({given: [part = 'token']}) => inputName(part));
    const hasNameAlone = all.some(({given}) => given.length === 1 && given[0] === 'domainName');
    problems.push(
      `${names.join(' and ')} belong to different kinds of credentials: give the inputs of one kind alone.${hasNameAlone ? accountById : ''}`
    );
    return undefined;
  }
  if (kind && kind.missing.length > 0) {
    const [missing, present] = [kind.missing, kind.given].map(parts => parts.map(inputName).join(', '));
    const hint = present === 'domain-name' ? accountById : '';
    problems.push(`${present} needs ${missing} as well: give all of these inputs, or none.${hint}`);
    return undefined;
  }
  if (kind) return chosen(credentialsOf(kind.kind, given, audience), 'the inputs');
  for (const family of families) {
    const parts = partsOf(family);
    const complete = kindsIn(parts).find(({missing}) => missing.length === 0);
    if (!complete) continue;
    for (const part of complete.given) {
      const value = family.values[part];
      if (value) checkPart(part, value, problems);
    }
    return {...chosen(credentialsOf(complete.kind, parts, audience), family.title), family};
  }
  problems.push(
    `no credentials were given: set provider-urn and agency-urn, identity-provider, access-key and secret-key, token, ecs-agency, or username, password and domain-name, or one of these in the environment: ${families.map(({title}) => title).join(', ')}. A secret that is not set is empty, and so is each one in a run for a pull request from a fork.`
  );
  return undefined;
}

const accountById = ' The account that a service is asked for is not given by its name, but by its id: domain-id.';

function chosen(credentials: Credentials, source: string): ChosenCredentials {
  return {credentials, origin: `${describeCredentials(credentials)} from ${source}`};
}

/** One line for each family of which a kind was begun and passed over. */
export function passedOver(families: readonly FamilyValues[], used: FamilyValues | undefined): readonly string[] {
  return families
    .filter(family => family !== used && kindsIn(partsOf(family)).some(({missing}) => missing.length > 0))
    .map(({title}) => `${title} holds only a part of some credentials and was passed over.`);
}

function partsOf({values}: FamilyValues): CredentialParts {
  return Object.fromEntries(credentialParts.map(part => [part, values[part]?.value]));
}

function inputParts(read: Reader): CredentialParts {
  const parts: Partial<Record<CredentialPart, string | undefined>> = {};
  for (const part of credentialParts) {
    const name = inputName(part);
    if (part === 'ecsAgency') {
      if (read.boolean(name)) parts[part] = 'true';
      continue;
    }
    const value = read.given(name);
    if (value === undefined) continue;
    parts[part] = value;
    if (isNoValue(part, value)) {
      read.problems.push(
        `${name} holds no credential: it is ***, null, undefined, or shorter than 4 letters. Check the secret or the step that it comes from.`
      );
    } else checkPart(part, {name, value}, read.problems);
  }
  return parts;
}

/** `accessKey` → `access-key`. */
export function inputName(part: string): string {
  return part.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

const secretForm: Form = [/^[\x21-\x7e]+$/, 'characters without white space or line breaks'];
const textForm: Form = [/^[^\p{Cc}]+$/u, 'one line of text'];
const forms: Readonly<Partial<Record<CredentialPart, Form>>> = {
  username: textForm,
  domainName: textForm,
  password: textForm,
  providerUrn: [/^iam::[^\s:]+:oidcProvider:\S{1,1400}$/, 'a URN such as iam::<account id>:oidcProvider:<name>'],
  agencyUrn: [/^iam::[^\s:]+:agency:\S{1,1400}$/, 'a URN such as iam::<account id>:agency:<name>'],
  identityProvider: [/^[\x21-\x7e]{1,128}$/, 'the name of an identity provider in IAM']
};

/** Values go into headers as they are, so nothing may be in them that would end one. */
function checkPart(part: CredentialPart, value: Named, problems: string[]): void {
  const form = forms[part] ?? secretForm;
  if (!secretParts.includes(part)) checked(value, form, problems);
  else if (!form[0].test(value.value)) {
    problems.push(
      `${value.name} holds white space, a line break or a letter that no such secret has: was it copied whole?`
    );
  }
}
