import {afterAll, expect} from '@jest/globals';
import {describe, test} from '../helpers/at-once.ts';
import {
  annotationsOf,
  commandsIn,
  dataartsTask,
  endingOf,
  green,
  inputsFor,
  type Ran,
  red,
  runBundle
} from '../helpers/bundle.ts';
import {type Answer, type Head, json, startServer, stopAll} from '../helpers/server.ts';

afterAll(stopAll);

const lineEnds = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '%0A', '%0D%0A'];
const commands = [
  '::error::forged-command',
  '::set-output name=status::succeeded',
  '::add-mask::e',
  '::stop-commands::forged-command',
  '::save-state name=x::forged-command',
  '  ::warning::forged-command',
  '##[error]forged-command',
  '##[set-output name=status]succeeded'
];
const hostile = [
  ...lineEnds.flatMap(end => commands.map(command => `${end}${command}`)),
  '\u001B[31mred\u001B[2J\u001B[H\u0007\u009B31m',
  '\u202Egnp.troper\u202C',
  '\nstatus<<ghadelimiter\nsucceeded\nghadelimiter\n',
  '\ud800'
].join(' ');

const subtask = (status: string) => ({id: `s${hostile}`, name: hostile, status, message: hostile});
const hostileTask = (status: string, subtaskStates: readonly string[] = [status]) =>
  dataartsTask(status, {name: hostile, message: hostile, subtasks: subtaskStates.map(subtask)});
const hostileError = (status: number, error_code = hostile, headers: Head['headers'] = {}) =>
  json({error_code, error_msg: hostile}, {status, headers});

/** What a runner obeys, by name. Debug lines and masks are the step's own and as many as they may be. */
function obeyed({stdout}: Ran): readonly string[] {
  return commandsIn(stdout)
    .map(line => /^::([\w-]+)(?: title=[^:]*)?::/.exec(line)?.[1] ?? line)
    .filter(name => !['debug', 'add-mask', 'group', 'endgroup'].includes(name));
}

describe('texts of a service with commands in them', () => {
  test.concurrent.each([
    {where: 'a task that succeeds', answer: hostileTask('SUCCESSFUL'), verdict: 'succeeded'},
    {where: 'a task that fails', answer: hostileTask('FAILED'), verdict: 'failed'},
    {where: 'an unknown state', answer: dataartsTask(`PARTIAL ${hostile}`), verdict: 'error'},
    {where: 'the id', answer: dataartsTask('SUCCESSFUL', {id: hostile}), verdict: 'error'}
  ] as const)('are not obeyed in $where', async ({answer, verdict}) => {
    const server = await startServer([json(dataartsTask('RUNNING', {message: hostile})), json(answer)]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(verdict === 'succeeded' ? green : red(verdict));
    expectHarmless(ran);
  });

  test.concurrent.each([
    {where: 'an error', answer: hostileError(400), verdict: 'error'},
    {where: 'a refusal', answer: hostileError(401, 'APIGW.0301'), verdict: 'denied'},
    {where: 'a request id', answer: hostileError(403, 'APIGW.0302', {'x-request-id': '##[error]x'}), verdict: 'denied'},
    {where: 'an error under 200', answer: hostileError(200), verdict: 'error'},
    {
      where: 'a redirect',
      answer: json({}, {status: 302, headers: {location: 'https://x/##[error]y'}}),
      verdict: 'error'
    }
  ] as const)('are not obeyed in $where', async ({answer, verdict}) => {
    const server = await startServer([answer]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(red(verdict));
    expectHarmless(ran);
  });

  test.concurrent('are not obeyed in a state that begins a line without colors', async () => {
    const server = await startServer([json(hostileTask('FAILED', commands))]);
    const ran = await runBundle(inputsFor(server.url), {env: {NO_COLOR: '1'}});
    expect(endingOf(ran)).toEqual(red('failed'));
    expectHarmless(ran);
  });

  test.concurrent('are not obeyed while the service fails', async () => {
    const server = await startServer([hostileError(500), json(dataartsTask('SUCCESSFUL'))]);
    const ran = await runBundle(inputsFor(server.url));
    expect(endingOf(ran)).toEqual(green);
    expectHarmless(ran);
  });
});

function expectHarmless(ran: Ran): void {
  expect(obeyed(ran)).toEqual(annotationsOf(ran).map(({level}) => level));
  expect(ran.stdout).not.toContain('##[');
  expect(groupsIn(ran.stdout)).toBeLessThanOrEqual(1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/;
  expect(withoutOwnColors(ran.stdout.replaceAll('\r\n', '\n'))).not.toMatch(control);
  for (const [name, value] of Object.entries(ran.outputs)) expect(`${name}=${value}`).not.toMatch(control);
  for (const value of Object.values(ran.outputs)) expect(value).not.toContain('\n');
  for (const {message} of annotationsOf(ran)) expect(message).not.toMatch(/[\r\n]/);
}

/** Pairs of the marks that fold a part of the log. */
function groupsIn(stdout: string): number {
  const marks = stdout.split(/\r?\n/).flatMap(line => /^::(group|endgroup)::/.exec(line)?.[1] ?? []);
  expect(marks.join()).toMatch(/^(group,endgroup)?$/);
  return marks.length / 2;
}

/** The step colors one piece of a line at a time, and each color ends with its piece. */
function withoutOwnColors(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/\u001b\[(?:1|3[1-6]|90)m([^\u001b\n]*)\u001b\[0m/g, '$1');
}

// With every mark that means something in JSON, in Markdown or in an address.
const secrets = {
  'access-key': 'EXAMPLEACCESSKEY0002',
  'secret-key': 'Example/Secret+Key"With\\Marks=0123456789',
  'security-token': '_ExampleSecurityToken/Of+Temporary"Keys\\~*$#=='
};
const token = 'MIIExampleToken/With+Marks_-"And\\Backslash<a&b>|`$%25#==';

/** Repeats the headers of the request in its text. */
function echo(status: number, code: string, opening: string): Answer {
  return (response, request) => {
    const canonical = Object.entries(request.headers).map(([name, value]) => `${name}:${value}`);
    json({error_code: code, error_msg: `${opening}GET|${canonical.join('|')}`}, {status})(response, request);
  };
}

/** Repeats the headers of the request wherever a task has texts. */
function echoInTask(status: string, times = 1): Answer {
  return (response, request) => {
    const text = JSON.stringify(request.headers).repeat(times);
    const task = dataartsTask(status, {
      name: text,
      message: text,
      subtasks: [{id: 's', name: text, status, message: text}]
    });
    json(task)(response, request);
  };
}

describe('secrets', () => {
  const keyInputs = {token: '', ...secrets};
  const answers = [
    {
      where: 'a refused signature',
      answer: echo(
        401,
        'APIGW.0301',
        'Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:'
      ),
      verdict: 'denied'
    },
    {where: 'a bad request', answer: echo(400, 'DLF.0001', 'Bad request: '), verdict: 'error'},
    {where: 'a fault', answer: echo(500, 'DLF.0002', 'Fault: '), verdict: 'timed-out'},
    {where: 'a task that fails', answer: echoInTask('FAILED'), verdict: 'failed'},
    {where: 'a text that is cut', answer: echoInTask('FAILED', 100), verdict: 'failed'},
    {where: 'a task that succeeds', answer: echoInTask('SUCCESSFUL'), verdict: 'succeeded'}
  ] as const;
  const kinds = [
    {kind: 'temporary keys', inputs: keyInputs, given: Object.values(secrets)},
    {kind: 'a token', inputs: {token}, given: [token]}
  ];

  test.concurrent.each(answers.flatMap(answer => kinds.map(kind => ({...answer, ...kind}))))(
    'of $kind are masked, and nowhere else, when the server repeats them in $where',
    async ({answer, verdict, inputs, given}) => {
      const server = await startServer([answer]);
      const ran = await runBundle(inputsFor(server.url, {timeout: '1s', ...inputs}));
      expect(endingOf(ran)).toEqual(verdict === 'succeeded' ? green : red(verdict));
      expectSecret(ran, given);
    }
  );

  test.concurrent('that are longer than a line of the log are masked too', async () => {
    const longToken = `MIIExampleLongToken${'Ab9-+/'.repeat(1000)}`;
    const server = await startServer([echo(400, 'DLF.0001', 'Bad request: ')]);
    const ran = await runBundle(inputsFor(server.url, {token: longToken}));
    expect(endingOf(ran)).toEqual(red('error'));
    expectSecret(ran, [longToken]);
  });

  test.concurrent('are not all: of a request that the gateway repeats nothing is shown', async () => {
    const server = await startServer([answers[0].answer]);
    const ran = await runBundle(inputsFor(server.url, keyInputs));
    expect(endingOf(ran)).toEqual(red('denied'));
    expect(annotationsOf(ran)[0]?.message).toContain('verify aksk signature fail');
    for (const text of [ran.stdout, ran.summary, ...Object.values(ran.outputs)]) {
      expect(text).not.toMatch(/canonicalRequest|x-sdk-date|SDK-HMAC/i);
    }
  });

  test.concurrent('that a bad input holds are not shown', async () => {
    const given = {'access-key': 'EXAMPLE ACCESS KEY', 'secret-key': 'Example secret with blanks'};
    const ran = await runBundle(inputsFor('https://dayu-dlf.example.test', {token: '', ...given}));
    expect(endingOf(ran)).toEqual(red('error'));
    expectSecret(ran, Object.values(given));
  });

  test.concurrent('in the environment are masked, used or not', async () => {
    const environment = {
      HUAWEI_CLOUD_ACCESS_KEY_ID: 'EXAMPLEENVIRONMENT01',
      HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'ExampleEnvironmentSecret1',
      HW_AUTH_TOKEN: 'ExampleEnvironmentToken',
      OS_SECRET_KEY: 'ExampleEnvironmentSecret2'
    };
    const message = Object.values(environment).join(' ');
    const server = await startServer([json(dataartsTask('FAILED', {message}))]);
    const ran = await runBundle(inputsFor(server.url), {env: environment});
    expect(endingOf(ran)).toEqual(red('failed'));
    expectSecret(ran, Object.values(environment));
  });
});

function expectSecret(ran: Ran, given: readonly string[]): void {
  const lines = ran.stdout.split(/\r?\n/);
  const masks = lines.flatMap(line => (line.startsWith('::add-mask::') ? [line.slice('::add-mask::'.length)] : []));
  expect(masks.map(mask => mask.replaceAll('%25', '%'))).toEqual(expect.arrayContaining([...given]));
  // Masked before anything is said.
  expect(lines.slice(0, masks.length).every(line => line.startsWith('::add-mask::'))).toBe(true);
  const log = lines.filter(line => !line.startsWith('::add-mask::')).join('\n');
  const places = {log, stderr: ran.stderr, summary: ran.summary, ...ran.outputs};
  const leaks = Object.entries(places).flatMap(([place, text]) =>
    given.flatMap(secret => partsOf(secret).flatMap(part => (unescaped(text).includes(part) ? [{place, part}] : [])))
  );
  expect(leaks).toEqual([]);
}

/** Of a secret that was cut, too, nothing is to be seen. */
function partsOf(secret: string): readonly string[] {
  return [secret.slice(0, 12), secret.slice(-12)].map(unescaped);
}

/** Without the ways in which log, JSON and Markdown write marks. */
function unescaped(text: string): string {
  return text
    .replaceAll('%25', '%')
    .replaceAll('<span></span>', '')
    .replace(/&#(\d+);/g, (_, mark) => String.fromCharCode(Number(mark)))
    .replaceAll('\\', '');
}
