import {readFileSync} from 'node:fs';
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib';
import {expect} from '@jest/globals';
import {test} from './at-once.ts';
import {endingOf, fast, type Inputs, projectId, type Ran, startBundle} from './bundle.ts';
import {type Answer, startServer} from './server.ts';

interface CaseAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A text in place of a body; `$TOKEN` and the names of `forms` in it stand for the token. */
  readonly raw?: string;
  /** `text` so many times where `@@` stands, and `end` where `##` stands. */
  readonly repeat?: {readonly text: string; readonly end?: string; readonly times: number};
  readonly encoding?: keyof typeof encodings;
  /** In real time. */
  readonly afterMs?: number;
}

/** What a service answers in turn, the last answer for ever, and how the step must end. */
export interface Case {
  readonly name: string;
  readonly service: string;
  readonly inputs: Inputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly answers: readonly CaseAnswer[];
  /** The verdict, one of several, or `red` for any but `succeeded`. */
  readonly want: string | readonly string[];
  readonly shown?: readonly string[];
  readonly notShown?: readonly string[];
  readonly secretShown?: false;
  readonly signal?: {readonly name: NodeJS.Signals; readonly afterMs: number; readonly maxMs: number};
  /** Of real time, for the whole step. */
  readonly maxMs?: number;
  /** For what is about the time that a request takes. */
  readonly realTime?: true;
}

const token = 'MIITokEnSECRET0123456789+/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP0123456789/+zyxw==';

/** As servers echo it, inside a text of JSON. */
const forms: Readonly<Record<string, string>> = {
  $TOKEN: token,
  '@GSON@': token.replaceAll('=', '\\\\u003d').replaceAll('/', '\\\\/'),
  '@FOLDED@': token.replace(/.{40}/g, '$&\\n'),
  '@ZEROWIDTH@': token.replace(/.{10}/g, '$&\u200b'),
  '@UNPADDED@': token.replace(/=+$/, ''),
  '@PERCENT@': encodeURIComponent(token).replace(/%../g, escaped => escaped.toLowerCase()),
  '@ENTITY@': token.replaceAll('=', '&#61;').replaceAll('+', '&#43;'),
  '@HEX@': Buffer.from(token).toString('hex'),
  '@BASE64@': Buffer.from(token).toString('base64')
};

const encodings = {gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync};

function answerOf({status = 200, headers, body, raw, repeat, encoding, afterMs = 0}: CaseAnswer): Answer {
  let text = raw ?? (body === undefined ? '' : JSON.stringify(body));
  if (repeat) {
    text = text.replace('@@', repeat.text.repeat(repeat.times)).replace('##', (repeat.end ?? '').repeat(repeat.times));
  }
  for (const [name, form] of Object.entries(forms)) text = text.replaceAll(name, form);
  const bytes = encoding ? encodings[encoding](text) : Buffer.from(text);
  const head = {'content-type': 'application/json', ...headers, ...(encoding && {'content-encoding': encoding})};
  return response => {
    const timer = setTimeout(() => response.writeHead(status, head).end(bytes), afterMs);
    response.once('close', () => clearTimeout(timer));
  };
}

/** Whether 16 characters of the token in a row are there, in any form that gives it away. */
function showsToken(text: string): boolean {
  const bare = text.replace(/[\s\u200b-\u200f\u2060\ufeff]|\\[rnt]/g, '');
  return ['$TOKEN', '@UNPADDED@', '@HEX@', '@BASE64@']
    .map(name => forms[name] ?? '')
    .some(form =>
      Array.from({length: form.length - 15}, (_, start) => form.slice(start, start + 16)).some(part =>
        bare.includes(part)
      )
    );
}

/** All that a person or a later step could read of a step, but for what the runner takes as a secret to mask. */
function shownBy({stdout, stderr, outputs, summary}: Ran): string {
  return [stdout.replace(/^::add-mask::.*$/gm, ''), stderr, JSON.stringify(outputs), summary].join('\n');
}

const isRed = (status: string) => status !== 'succeeded' && /^[a-z-]+$/.test(status);

/** Plays it on the built bundle, and expects what it wants. */
async function play({service, inputs, env, answers, signal, realTime, maxMs, ...wanted}: Case): Promise<void> {
  const [first = {}, ...rest] = answers;
  const server = await startServer([answerOf(first), ...rest.map(answerOf)]);
  const step = await startBundle(
    {
      service,
      endpoint: server.url,
      region: 'cn-north-4',
      'project-id': projectId,
      token,
      timeout: '60s',
      'min-interval': '1s',
      ...inputs
    },
    {env: {...(realTime || signal ? {} : fast), ...env}}
  );
  let signalledAtMs = Number.POSITIVE_INFINITY;
  if (signal) {
    setTimeout(() => {
      signalledAtMs = performance.now();
      step.kill(signal.name);
    }, signal.afterMs);
  }
  const ran = await step.ended;
  server.stop();
  const {status = `none: ${ran.stdout}${ran.stderr}`, message} = ran.outputs;
  const isWanted = [wanted.want].flat().some(want => want === status || (want === 'red' && isRed(status)));
  expect({status, message, isWanted}).toEqual({status, message, isWanted: true});
  expect(endingOf(ran).exitCode).toBe(status === 'succeeded' ? 0 : 1);
  const shown = shownBy(ran);
  for (const text of wanted.shown ?? []) expect(shown).toContain(text);
  for (const text of wanted.notShown ?? []) expect(shown).not.toContain(text);
  if (wanted.secretShown === false) expect(showsToken(shown)).toBe(false);
  if (maxMs !== undefined) expect(ran.durationMs).toBeLessThan(maxMs);
  if (signal && Number.isFinite(signalledAtMs)) expect(ran.endedAtMs - signalledAtMs).toBeLessThan(signal.maxMs);
}

/** A test for each case of a file in `__tests__/cases`. */
export function testCases(file: string): void {
  const cases = JSON.parse(readFileSync(`__tests__/cases/${file}.json`, 'utf8')) as readonly Case[];
  for (const one of cases) {
    // Windows ends a process at once in place of a signal.
    const isSkipped = one.signal !== undefined && process.platform === 'win32';
    const title = `${one.name}: ${[one.want].flat().join(' or ')}${isSkipped ? ' (skipped: no signals on Windows)' : ''}`;
    (isSkipped ? test.skip : test.concurrent)(title, () => play(one), 60_000);
  }
}
