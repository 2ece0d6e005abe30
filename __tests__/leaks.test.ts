import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {refusals} from '../src/auth/refusals.ts';
import {type HttpRequest, TransportError} from '../src/http/transport.ts';
import {type ActedInCloud, actInCloud, type Visit} from './helpers/act.ts';
import {
  type CloudSettings,
  type IssuedName,
  type Kind,
  kinds,
  type Place,
  placeOf,
  type Secrets,
  subject,
  taskInputs,
  waysIn
} from './helpers/fake-cloud.ts';

/** What a host does once, to one of its requests. Everything that it says repeats the request. */
const troubles = [
  'nothing',
  'refusal',
  'refusal in the form of Keystone',
  'redirect',
  'cut connection',
  'outage',
  'broken JSON',
  'another form',
  'an error under 200',
  'cancellation',
  'unexpected exception'
] as const;
type Trouble = (typeof troubles)[number];

const echoes: Readonly<Record<'raw' | 'as JSON', (request: HttpRequest) => string>> = {
  raw: ({method, url, headers, body}) =>
    ` ${method} ${url.href} ${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')} ${body}`,
  'as JSON': ({headers, body}) => ` ${JSON.stringify({headers, body})}`
};

interface Scene {
  readonly kind: Kind;
  readonly secrets: Secrets;
  /** The random parts of what is issued. */
  readonly issuedParts: readonly string[];
  readonly trouble: Trouble;
  /** Index into the places of the kind. */
  readonly place: number;
  /** Which of the host's requests it meets, from 0. */
  readonly turn: number;
  readonly row: number;
  readonly echo: keyof typeof echoes;
  readonly looksUpProject: boolean;
  readonly isTrusted: boolean;
}

/** Without white space, which no key or token has; the characters that mean something to shells, URLs, JSON, Markdown. */
const awkward = fc.constantFrom(...`"'\\$%&+/=<>|\`*_~#@!?;:,.{}[]()^-`);
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const opaque = (options: {minLength: number; maxLength: number}) =>
  fc.string({unit: fc.oneof({weight: 4, arbitrary: letter}, {weight: 1, arbitrary: awkward}), ...options});
const password = fc
  .string({
    unit: fc.oneof(
      {weight: 4, arbitrary: letter},
      {weight: 1, arbitrary: awkward},
      {weight: 1, arbitrary: fc.constantFrom(' ', '  ', 'ä', 'é', '密', '🔑')}
    ),
    minLength: 14,
    maxLength: 40
  })
  .map(text => text.trim())
  .filter(text => text.length > 12);
const key = opaque({minLength: 16, maxLength: 40});
const token = fc.oneof({weight: 3, arbitrary: key}, {weight: 1, arbitrary: opaque({minLength: 900, maxLength: 2500})});

/** Neither shrunk nor bent to edge cases, after which one secret would stand in another by chance. */
function asTheyAre<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.noShrink(fc.noBias(arbitrary));
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  kind: fc.constantFrom(...kinds),
  secrets: asTheyAre(
    fc.record({accessKey: key, secretKey: key, securityToken: token, token, password, requestToken: token})
  ),
  issuedParts: asTheyAre(fc.array(token, {minLength: 2, maxLength: 4})),
  trouble: fc.constantFrom(...troubles),
  place: fc.nat({max: 3}),
  turn: fc.nat({max: 2}),
  row: fc.nat({max: refusals.length - 1}),
  echo: fc.constantFrom('raw', 'as JSON'),
  looksUpProject: fc.boolean(),
  isTrusted: fc.boolean()
});

function play(scene: Scene): Promise<ActedInCloud> {
  const cancellation = new AbortController();
  const echo = echoes[scene.echo];
  const places = placesOf[scene.kind];
  const troubled = places[scene.place % places.length];
  let turns = 0;
  const meddle: CloudSettings['meddle'] = (request, place) => {
    if (place !== troubled || turns++ !== scene.turn) return undefined;
    const said = `something is wrong with${echo(request)}`;
    const {code = '0301'} = refusals[scene.row] ?? {};
    switch (scene.trouble) {
      case 'nothing':
        return undefined;
      case 'refusal':
        return {status: 401, body: {error_code: /^\d{4}$/.test(code) ? `APIGW.${code}` : code, error_msg: said}};
      case 'refusal in the form of Keystone':
        return {status: 403, body: {error: {code: 403, message: said, title: 'Forbidden'}}};
      case 'redirect':
        return {status: 302, headers: {location: `https://evil.example/?${encodeURIComponent(said)}`}, body: said};
      case 'cut connection': {
        const cause = new Error(said);
        cause.stack = `${said}\n    at somewhere (${said})`;
        return new TransportError(`the connection failed (${said})`, {cause});
      }
      case 'outage':
        return {status: 503, headers: {'x-request-id': said}, body: {error_code: 'X.1', error_msg: said}};
      case 'broken JSON':
        return {body: `{"said": "${said}"`};
      case 'another form':
        return {body: {id: said, status: said, token: said, said}};
      case 'an error under 200':
        return {body: {error_code: 'X.1', error_msg: said}};
      case 'cancellation':
        cancellation.abort(new Error(said));
        return undefined;
      case 'unexpected exception':
        throw new TypeError(said);
      default:
        return scene.trouble satisfies never;
    }
  };
  const visit: Visit = {
    secrets: scene.secrets,
    taskMs: 40_000,
    keysMs: 20_000,
    tokensMs: 20_000,
    mint: (_, count) => shifted(scene.issuedParts[count % scene.issuedParts.length] ?? '', count),
    trust: {aud: 'sts.huaweicloud.com', sub: scene.isTrusted ? subject : 'another'},
    signal: cancellation.signal,
    echo,
    meddle,
    inputs: {timeout: '2m', 'min-interval': '5s', ...(scene.looksUpProject && {'project-id': ''})}
  };
  return actInCloud(scene.kind, visit);
}

/** Another secret of the same kind of characters, which has nothing in common with the one that it was made from. */
function shifted(text: string, by: number): string {
  return text.replace(/[!-~]/g, mark => String.fromCharCode(((mark.charCodeAt(0) - 33 + by) % 94) + 33));
}

/** The places that a kind of credentials talks to. */
const placesOf: Readonly<Record<Kind, readonly [Place, ...Place[]]>> = {
  keys: ['service', 'iam'],
  'temporary keys': ['service', 'iam'],
  token: ['service', 'iam'],
  password: ['service', 'iam'],
  sts: ['service', 'iam', 'sts', 'github'],
  federation: ['service', 'iam', 'github'],
  instance: ['service', 'iam', 'metadata']
};

/** Where a secret may go. The key that signs goes nowhere. */
function mayGoTo(name: keyof Secrets | IssuedName, kind: Kind): readonly Place[] {
  switch (name) {
    case 'accessKey':
    case 'securityToken':
    case 'token':
    case 'access-key':
    case 'security-token':
      return ['service', 'iam'];
    case 'secretKey':
    case 'secret-key':
      return [];
    case 'password':
      return ['iam'];
    case 'requestToken':
      return ['github'];
    case 'id-token':
      return [kind === 'sts' ? 'sts' : 'iam'];
    case 'metadata-token':
      return ['metadata'];
    default:
      return name satisfies never;
  }
}

/** Everything that somebody can read after the step; what was masked alone is no text. */
function textsOf({log, debug, annotations, outputs, summary}: ActedInCloud): readonly (readonly [string, string])[] {
  return [
    ['log', log.join('\n')],
    ['debug', debug.join('\n')],
    ['annotation', annotations.map(({message, title}) => `${title}\n${message}`).join('\n')],
    ...Object.entries(outputs).map(([name, value]) => [`output ${name}`, value] as const),
    ['summary', summary]
  ];
}

/** The text as it stands, and as a reader of Markdown or of JSON (inside of JSON) gets it. */
function readings(text: string): readonly string[] {
  const rendered = text
    .replaceAll('<span></span>', '')
    .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)));
  return [text, rendered].flatMap(form => [form, unescaped(form), unescaped(unescaped(form))]).map(withoutBlanks);
}

function unescaped(json: string): string {
  return json.replace(/\\(?:u([0-9a-f]{4})|(["\\/]))/gi, (_, hex: string | undefined, mark: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : mark
  );
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A cut text shows the beginning of a secret or its end, which is as bad. */
function pieces(secret: string): readonly string[] {
  const whole = withoutBlanks(secret);
  return whole.length <= 24 ? [whole] : [whole.slice(0, 16), whole.slice(-16)];
}

/** One line for each secret that shows where it should not. */
function leaksIn(acted: ActedInCloud, kind: Kind): readonly string[] {
  const {secrets} = acted.cloud.settings;
  const given = Object.entries(secrets).map(([name, secret]) => ({name: name as keyof Secrets, secret}));
  const texts = textsOf(acted).flatMap(([where, text]) => readings(text).map(reading => [where, reading] as const));
  const sent = acted.requests.map(request => {
    const {url, headers, body} = request;
    const all = [url.href, decodeURIComponent(url.href), ...Object.values(headers), body].join('\n');
    return {place: placeOf(request), host: url.host, all: [withoutBlanks(all), withoutBlanks(unescaped(all))]};
  });
  const found = new Set<string>();
  for (const {name, secret} of [...given, ...acted.cloud.issued]) {
    const places = mayGoTo(name, kind);
    for (const piece of pieces(secret)) {
      for (const [where, text] of texts) if (text.includes(piece)) found.add(`${name} in ${where}`);
      for (const {place, host, all} of sent) {
        const isMeant = place !== undefined && places.includes(place);
        if (!isMeant && all.some(text => text.includes(piece))) found.add(`${name} in a request to ${host}`);
      }
    }
  }
  return [...found];
}

describe('no secret, and nothing derived from one', () => {
  it('shows anywhere, or goes to a host that it is not for', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async scene => {
        const acted = await play(scene);
        expect(leaksIn(acted, scene.kind)).toEqual([]);
        expect(acted.outputs.status).not.toBe('');
      }),
      {numRuns: 250, interruptAfterTimeLimit: 9000, markInterruptAsFailure: false}
    );
  });

  it.each(kinds)('%s: goes unmasked', async kind => {
    const acted = await actInCloud(kind);
    const {secrets} = acted.cloud.settings;
    const given = Object.values(secrets).filter(secret => JSON.stringify(waysIn(secrets)[kind]).includes(secret));
    expect(acted.colour).toBe('green');
    expect(acted.secrets).toEqual(expect.arrayContaining([...given, ...acted.cloud.issued.map(({secret}) => secret)]));
  });

  it('is cut in two by a region that stands in it', async () => {
    const secret = `before-${taskInputs.region}-after-the-region`;
    const acted = await actInCloud('token', {
      inputs: {token: secret},
      echo: ({headers}) => ` x-auth-token: ${headers['x-auth-token']}`
    });
    expect(acted.outputs.status).toBe('denied');
    expect(JSON.stringify(acted.outputs)).not.toContain('after-the-region');
  });
});
