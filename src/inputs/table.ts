import {hourMs, secondMs} from '../duration.ts';
import {plainId} from '../services/service.ts';
import type {Message} from '../text.ts';
import type {Words} from '../words/en.ts';

/** A pattern, and the accepted form in words. */
export type Form = readonly [pattern: RegExp, accepted: Message];

const form =
  (name: PlainForm): Message =>
  words =>
    words.inputs.forms[name];

type Forms = Words['inputs']['forms'];
/** Forms whose words need no values. */
type PlainForm = {[Name in keyof Forms]: Forms[Name] extends string ? Name : never}[keyof Forms];

type Row =
  | {readonly kind: 'text'; readonly isRequired?: true; readonly form?: Form; readonly default?: string}
  /** Never shown, and masked also where it is not used. The form is not said, for a message would show what is wrong. */
  | {readonly kind: 'secret'; readonly pattern: RegExp}
  /** Milliseconds. */
  | {readonly kind: 'duration'; readonly minMs: number; readonly maxMs: number; readonly default?: string}
  | {readonly kind: 'boolean'; readonly default: 'true' | 'false'}
  | {readonly kind: 'choice'; readonly choices: readonly string[]; readonly default: string}
  /** An `https:` address without a slash at the end; `http:` for a loopback host alone. */
  | {readonly kind: 'url'; readonly example: string};

/** What may stand in a header as it is. */
const word = /^[\x21-\x7e]+$/;
/** What JSON takes on one line. */
const line = /^[^\p{Cc}]+$/u;
const oneLine: Form = [line, form('oneLine')];

/**
 * Every input. A default is also what an empty text stands for: the runner passes those of action.yml, but an input
 * whose expression is empty arrives empty. What is said of each input is in descriptions.ts; action.yml and the READMEs
 * are made from both.
 */
export const table = {
  service: {kind: 'text', isRequired: true},
  'task-id': {kind: 'text', isRequired: true},
  definition: {kind: 'text'},
  region: {kind: 'text', form: [/^[a-z0-9]+(-[a-z0-9]+)*$/, form('region')]},
  'project-id': {kind: 'text', form: [plainId, form('projectId')]},
  'domain-id': {
    kind: 'text',
    form: [/^[0-9a-f]{16,64}$/, form('domainId')]
  },
  'enterprise-project-id': {
    kind: 'text',
    form: [/^(0|all|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, form('enterpriseProjectId')]
  },
  workspace: {kind: 'text', form: [plainId, form('workspace')]},
  cloud: {kind: 'text', form: [/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, form('cloud')]},
  endpoint: {kind: 'url', example: 'https://dayu-dlf.eu-de.otc.t-systems.com'},
  'access-key': {kind: 'secret', pattern: word},
  'secret-key': {kind: 'secret', pattern: word},
  'security-token': {kind: 'secret', pattern: word},
  token: {kind: 'secret', pattern: word},
  username: {kind: 'text', form: oneLine},
  password: {kind: 'secret', pattern: line},
  'domain-name': {kind: 'text', form: oneLine},
  'provider-urn': {
    kind: 'text',
    form: [/^iam::[^\s:]+:oidcProvider:\S{1,1400}$/, form('providerUrn')]
  },
  'agency-urn': {
    kind: 'text',
    form: [/^iam::[^\s:]+:agency:\S{1,1400}$/, form('agencyUrn')]
  },
  audience: {
    kind: 'text',
    form: [word, form('audience')],
    default: 'sts.huaweicloud.com'
  },
  'identity-provider': {kind: 'text', form: [/^[\x21-\x7e]{1,128}$/, form('identityProvider')]},
  'ecs-agency': {kind: 'boolean', default: 'false'},
  'iam-endpoint': {kind: 'url', example: 'https://iam.eu-de.otc.t-systems.com'},
  'sts-endpoint': {kind: 'url', example: 'https://sts.cn-north-4.myhuaweicloud.com'},
  timeout: {kind: 'duration', minMs: 0, maxMs: 120 * hourMs, default: '1h'},
  'min-interval': {kind: 'duration', minMs: secondMs, maxMs: hourMs, default: '2s'},
  'max-interval': {kind: 'duration', minMs: secondMs, maxMs: hourMs, default: '15s'},
  'request-timeout': {kind: 'duration', minMs: secondMs, maxMs: hourMs, default: '30s'},
  'not-found-grace': {kind: 'duration', minMs: 0, maxMs: 24 * hourMs, default: '60s'},
  settle: {kind: 'duration', minMs: 0, maxMs: 24 * hourMs},
  expect: {kind: 'text'},
  'strict-subtasks': {kind: 'boolean', default: 'true'},
  'allow-warnings': {kind: 'boolean', default: 'false'},
  'fail-fast': {kind: 'boolean', default: 'false'},
  language: {kind: 'choice', choices: ['en-us', 'zh-cn'], default: 'en-us'},
  'job-summary': {kind: 'boolean', default: 'true'}
} as const satisfies Readonly<Record<string, Row>>;

type Table = typeof table;
export type InputName = keyof Table;
/** The names of the inputs of a kind. */
export type NameOf<Kind extends Row['kind']> = {
  [Name in InputName]: Table[Name]['kind'] extends Kind ? Name : never;
}[InputName];
export type ChoiceOf<Name extends NameOf<'choice'>> = Table[Name]['choices'][number];

/** The row of an input, with all that rows of its kind can have. */
export function rowOf<Name extends InputName>(name: Name): Extract<Row, {kind: Table[Name]['kind']}> {
  return table[name] as Row as Extract<Row, {kind: Table[Name]['kind']}>;
}

export function isSecretName(name: InputName): name is NameOf<'secret'> {
  return table[name].kind === 'secret';
}

export const secretNames = (Object.keys(table) as InputName[]).filter(isSecretName);
