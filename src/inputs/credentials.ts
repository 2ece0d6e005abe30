import type {CredentialKind, Credentials} from '../auth/credentials.ts';
import {idTokenVariables} from '../auth/github.ts';
import type {Environment} from '../environment.ts';
import {isPlaceholder, isSecret} from '../secrets.ts';
import {inWords, type Message} from '../text.ts';
import type {Words} from '../words/en.ts';
import {type EnvironmentFamily, environmentFamilies, type VariableOf} from './families.ts';
import {checked, complete, type GetInput, type Named, type Reader} from './reader.ts';
import {type InputName, isSecretName, rowOf, secretNames} from './table.ts';

/** In the order of preference, what each kind of credentials is made of. */
const kinds = [
  {kind: 'token', title: 'token', needed: ['token']},
  {kind: 'access-key', title: 'accessKey', needed: ['access-key', 'secret-key'], optional: 'security-token'},
  {kind: 'password', title: 'password', needed: ['username', 'password', 'domain-name']},
  {kind: 'oidc-agency', title: 'oidcAgency', needed: ['provider-urn', 'agency-urn']},
  {kind: 'oidc-federation', title: 'oidcFederation', needed: ['identity-provider']},
  {kind: 'ecs-agency', title: 'ecsAgency', needed: ['ecs-agency']}
] as const satisfies readonly {
  readonly kind: CredentialKind;
  /** How the log names it. */
  readonly title: keyof Words['kinds'];
  readonly needed: readonly InputName[];
  readonly optional?: InputName;
}[];

type Kind = (typeof kinds)[number];
type Piece = Kind['needed'][number] | Extract<Kind, {optional: InputName}>['optional'];
type Pieces = Readonly<Partial<Record<Piece, string | undefined>>>;

const piecesOfKind = (kind: Kind): readonly Piece[] => [...kind.needed, ...('optional' in kind ? [kind.optional] : [])];
const pieces = kinds.flatMap(piecesOfKind);

/** What one family of environment variables holds. Only what is used of it gets checked. */
export interface FamilyValues {
  readonly title: EnvironmentFamily['title'];
  readonly values: Readonly<Partial<Record<VariableOf, Named>>>;
}

export interface ChosenCredentials {
  readonly kind: CredentialKind;
  /** Absent where the audience is wrong. */
  readonly credentials: Credentials | undefined;
  /** Kind and source, for the log. */
  readonly origin: Message;
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
  const piece = pieces.find(each => each === input);
  return value.trim() !== '' && !(piece && isNoValue(piece, value.trim()));
}

/** What stands for no value, or is too short for a secret. */
function isNoValue(piece: Piece, value: string): boolean {
  return isSecretName(piece) ? !isSecret(value) : isPlaceholder(value);
}

/** The variable in the first of these families in which it is set. */
export function firstVariable(families: readonly FamilyValues[], of: VariableOf): Named | undefined {
  return families.map(({values}) => values[of]).find(value => value !== undefined);
}

/** Whether an input has a value, there or in one of these families, right or wrong. */
export function isSet(name: InputName, {given}: Reader, families: readonly FamilyValues[]): boolean {
  return given(name) !== undefined || firstVariable(families, name) !== undefined;
}

/** All variables that stand for an input. */
export function variablesOf(of: VariableOf): readonly string[] {
  return environmentFamilies.flatMap(({names}) => names[of] ?? []);
}

/** The variables to set, one of each family, for a message. */
export function variablesToSet(of: VariableOf): string {
  return environmentFamilies.flatMap(({names}) => names[of]?.slice(0, 1) ?? []).join(', ');
}

/** Every secret in the inputs and the environment, whether it will be used or not, to be masked before anything is logged. */
export function secretsIn(get: GetInput, environment: Environment): readonly string[] {
  const variables = [idTokenVariables.requestToken, ...secretNames.flatMap(variablesOf)];
  return [...secretNames.map(get), ...variables.map(name => environment[name] ?? '')]
    .map(value => value.trim())
    .filter(isSecret);
}

/** Inputs win as a whole, else the first family with a complete kind; kinds and families are never mixed. */
export function chooseCredentials(read: Reader, families: readonly FamilyValues[]): ChosenCredentials | undefined {
  const {problems} = read;
  const audience = read.text('audience');
  const given = inputPieces(read);
  const [begun, ...others] = kindsIn(given);
  if (begun && others.length > 0) {
    const all = [begun, ...others];
    const names = all.flatMap(({given: [name]}) => name ?? []);
    const hasNameAlone = all.some(({given}) => given.length === 1 && given[0] === 'domain-name');
    problems.push(({inputs}) => inputs.otherKinds(names) + (hasNameAlone ? inputs.accountById : ''));
    return undefined;
  }
  if (begun && begun.missing.length > 0) {
    const isNameAlone = begun.given.join() === 'domain-name';
    problems.push(
      ({inputs, and}) => inputs.half(and(begun.given), and(begun.missing)) + (isNameAlone ? inputs.accountById : '')
    );
    return undefined;
  }
  if (begun) return chosen(begun.kind, given, audience, words => words.kinds.inputs);
  for (const family of families) {
    const found = piecesOf(family);
    const whole = kindsIn(found).find(({missing}) => missing.length === 0);
    if (!whole) continue;
    for (const piece of whole.given) {
      const value = family.values[piece];
      if (value) checkPiece(piece, value, problems);
    }
    return {...chosen(whole.kind, found, audience, ({kinds}) => kinds.families[family.title]), family};
  }
  problems.push(words => words.inputs.noCredentials);
  read.questions.push(words => words.inputs.whyNoCredentials);
  read.choices.push(words => words.inputs.kindsOfCredentials(families.map(({title}) => words.kinds.families[title])));
  return undefined;
}

/** The kinds that are complete or begun, in the order of preference. */
function kindsIn(found: Pieces) {
  return kinds
    .map(kind => ({
      kind,
      given: piecesOfKind(kind).filter(piece => found[piece] !== undefined),
      missing: kind.needed.filter((piece: Piece) => found[piece] === undefined)
    }))
    .filter(({given}) => given.length > 0);
}

function chosen({kind, title}: Kind, found: Pieces, audience: string | undefined, source: Message): ChosenCredentials {
  const shown = kind === 'access-key' && found['security-token'] !== undefined ? 'temporaryKey' : title;
  const origin: Message = words => words.kinds.from(words.kinds[shown], inWords(source, words));
  return {kind, credentials: credentialsOf(kind, found, audience), origin};
}

function credentialsOf(kind: CredentialKind, found: Pieces, audience: string | undefined): Credentials | undefined {
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
export function passedOver(families: readonly FamilyValues[], used: FamilyValues | undefined): readonly Message[] {
  return families
    .filter(family => family !== used && kindsIn(piecesOf(family)).some(({missing}) => missing.length > 0))
    .map(
      ({title}) =>
        words =>
          words.kinds.passedOver(words.kinds.families[title])
    );
}

function piecesOf({values}: FamilyValues): Pieces {
  return Object.fromEntries(pieces.map(piece => [piece, values[piece]?.value]));
}

function inputPieces(read: Reader): Pieces {
  const found: Partial<Record<Piece, string>> = {};
  for (const piece of pieces) {
    if (piece === 'ecs-agency') {
      if (read.boolean(piece)) found[piece] = 'true';
      continue;
    }
    const value = read.given(piece);
    if (value === undefined) continue;
    found[piece] = value;
    if (isNoValue(piece, value)) {
      read.problems.push(words => words.inputs.noCredential(piece));
    } else checkPiece(piece, {name: piece, value}, read.problems);
  }
  return found;
}

function checkPiece(piece: Piece, value: Named, problems: Message[]): void {
  if (piece === 'ecs-agency') return;
  if (!isSecretName(piece)) checked(value, rowOf(piece).form, problems);
  else if (!rowOf(piece).pattern.test(value.value)) {
    const isBearer = piece === 'token' && /^bearer\s/i.test(value.value);
    problems.push(({inputs}) => (isBearer ? inputs.bearer(value.name) : inputs.wrongSecret(value.name)));
  }
}
