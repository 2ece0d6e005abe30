import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {type Definition, parseDefinition, keys as table} from '../../../src/services/custom/definition.ts';
import {readYaml} from '../../../src/services/custom/yaml.ts';
import {inWords} from '../../../src/text.ts';
import {en} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {inEnglish} from '../../helpers/in-english.ts';

const least = 'path: /v1/{task_id}\nstatus: status\nsucceeded: [DONE]\nfailed: [BAD]\n';
const withPath = (path: string) => least.replace('/v1/{task_id}', path);

/** All that is wrong with a definition, each problem behind its line and column; empty where it is taken. */
function problemsOf(text: string): readonly string[] {
  const parsed = parseDefinition(text);
  if (!('problems' in parsed)) return [];
  for (const problem of parsed.problems) {
    const inChinese = inWords(problem, zh);
    expect(inChinese).toMatch(/^definition.*[\u4e00-\u9fff].*([。？]|不是有效的 YAML：[^。]+\.)$/s);
    expect(inChinese.replace(/不是有效的 YAML：.*/s, '')).not.toMatch(/\b(the|and|is|not|a) [a-z]+ [a-z]+\b/);
  }
  return parsed.problems.map(problem =>
    inWords(problem, en).replace(/^definition, line (\d+), column (\d+): /, '$1:$2 ')
  );
}

function definitionOf(text: string): Definition {
  const parsed = parseDefinition(text);
  if ('problems' in parsed) throw new Error(inEnglish(parsed.problems).join('\n'));
  return parsed;
}

const keys =
  'title, host, scope, path, headers, list, status, id, name, message, progress, start-time, end-time, time-zone, running, succeeded, failed, stopped, warning, skipped, subtasks, success-in, not-found, transient, denied, unauthenticated, error-codes-in-tasks, http-status, settle';
const subtaskKeys =
  'list, status, id, name, message, start-time, end-time, running, succeeded, failed, stopped, warning, skipped';
const expression = 'takes a JMESPath expression such as status or job.status.';
const wordsForm = (example: string) => `takes a list of words such as [${example}]`;
const codesForm = 'takes a list of error codes such as [ABC.0404]';
const settleForm = 'settle takes a duration such as 90, 90s, 15m or 1h30m, at most 24h.';
const hostForm =
  'host takes the name of the API before the region, such as dms in dms.eu-de.otc.t-systems.com: letters, digits, "-" and ".".';
const titleForm = 'title takes a text of one line, at most 80 characters.';
const pathForm = 'path takes the path of the GET request behind the endpoint, such as /v1/{project_id}/jobs/{task_id}.';
const notEmpty = 'succeeded is empty: without a word for success the step can never be green.';
const placeholders = 'They are {project_id}, {task_id}, {parent_id}.';
const tooDeep = 'definition is nested too deep.';
const long = 'x'.repeat(100);
const cut = 'x'.repeat(80);

it('shows no part of a secret that stands where it cuts what is given', () => {
  const clean = (text: string) => text.replaceAll('s3cret', '***');
  const name = `${'q'.repeat(76)}s3cret`;
  const parsed = parseDefinition(
    `${name}: x\npath: ${name}\nheaders: {"${name}": x}\nstatus: "${name}("\nsucceeded: "${name}"\nfailed: [F]`,
    clean
  );
  const problems = 'problems' in parsed ? parsed.problems.map(problem => inWords(problem, en)) : [];
  expect(problems.filter(problem => problem.includes('qqq'))).toHaveLength(5);
  // A whole one goes from the message.
  for (const problem of problems) expect(clean(problem)).not.toMatch(/qs/);
});

const subtasksForm = 'takes a map with list and status, such as {list: subtasks, status: status}.';

describe('a definition is told', () => {
  it.each<[string, readonly string[]]>([
    ['', ['definition: takes a map of keys and values in YAML or JSON, beginning with path: /v1/….']],
    ['- a', ['1:1 takes a map of keys and values in YAML or JSON, beginning with path: /v1/….']],
    [
      'title: T',
      [
        '1:1 path is missing: it takes the path of the GET request behind the endpoint, such as /v1/{project_id}/jobs/{task_id}.',
        '1:1 status is missing: it takes a JMESPath expression such as status or job.status.',
        '1:1 succeeded is missing: it takes a list of words such as [SUCCEEDED].',
        '1:1 failed is missing: it takes a list of words such as [FAILED].'
      ]
    ],
    ['x'.repeat(16_385), ['definition has 16385 characters and takes at most 16384.']],
    ['['.repeat(10_000), [tooDeep]],
    ['{a: '.repeat(4000), [tooDeep]]
  ])('what it lacks as a whole: %j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('that the largest one is not too large', () => {
    expect(problemsOf(`${least}#${'x'.repeat(16_384 - least.length - 1)}`)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['statsu: x', ['5:1 statsu is not a key. Did you mean status?']],
    ['STATSU: x', ['5:1 STATSU is not a key. Did you mean status?']],
    ['qqqqqq: x', [`5:1 qqqqqq is not a key. The keys are ${keys}.`]],
    [`qqqqqq${long}: x`, [`5:1 qqqqqq${'x'.repeat(74)} is not a key. The keys are ${keys}.`]],
    ['End_Time: x', ['5:1 End_Time is not a key. Did you mean end-time?']],
    ['region: eu-de', ['5:1 region is not a key. It is an input of the step, beside definition.']],
    ['Project_ID: x', ['5:1 Project_ID is not a key. It is an input of the step, beside definition.']],
    ['[a]: x', [`5:1 a key takes a text: one of ${keys}.`]],
    ['? {a: b}\n: x', [`5:3 a key takes a text: one of ${keys}.`]],
    [': x', [`5:1 a key takes a text: one of ${keys}.`]],
    ['error-code: [X]', ['5:1 error-code is not a key. Did you mean not-found or transient or denied?']],
    // Not read in place of the key that is there.
    ['id: x\nids: "?"', ['6:1 ids is not a key. Did you mean id?']],
    ['ids: x\nidd: "?"', ['5:1 ids is not a key. Did you mean id?', '6:1 idd is not a key. Did you mean id?']],
    [
      'task-id: "?"',
      [
        '5:1 task-id is not a key. Did you mean id?',
        '5:10 id is "?" and takes a JMESPath expression: unknown token "?" at character 1.'
      ]
    ]
  ])('which keys there are: %j', (text, problems) => {
    expect(problemsOf(least + text)).toEqual(problems);
  });

  it.each([
    ...['success', 'successful', 'successes', 'ok', 'done', 'complete', 'completed', 'finished'].map(word => [
      word,
      'succeeded'
    ]),
    ...['fail', 'fails', 'failure', 'failures', 'error', 'errors'].map(word => [word, 'failed']),
    ...['stop', 'cancel', 'canceled', 'cancelled', 'abort', 'aborted', 'terminated'].map(word => [word, 'stopped']),
    ...['run', 'pending', 'waiting', 'in-progress', 'processing', 'queued'].map(word => [word, 'running']),
    ...['warn', 'warnings', 'partial'].map(word => [word, 'warning']),
    ...['skip', 'ignored'].map(word => [word, 'skipped']),
    ...['http', 'status-code', 'http-code', 'http-statuses'].map(word => [word, 'http-status']),
    ...['state', 'phase', 'task-status', 'job-status'].map(word => [word, 'status']),
    ...['url', 'uri', 'route', 'request'].map(word => [word, 'path']),
    ...['task-id', 'job-id'].map(word => [word, 'id']),
    ...['reason', 'fail-reason', 'error-message', 'error-msg'].map(word => [word, 'message']),
    ...['percent', 'percentage', 'ratio'].map(word => [word, 'progress']),
    ...['start', 'started', 'started-at', 'begin-time', 'created', 'created-at'].map(word => [word, 'start-time']),
    ...['end', 'ended', 'ended-at', 'finished-at', 'completed-at'].map(word => [word, 'end-time']),
    ...['sub-tasks', 'sub-jobs', 'steps', 'children'].map(word => [word, 'subtasks']),
    ...['error-codes', 'codes'].map(word => [word, 'not-found or transient or denied']),
    ...['missing', 'not-exist'].map(word => [word, 'not-found']),
    ...['hostname', 'subdomain'].map(word => [word, 'host']),
    ...['timezone', 'zone', 'tz', 'utc-offset'].map(word => [word, 'time-zone']),
    ...['retry', 'temporary'].map(word => [word, 'transient']),
    ...['unauthorized', 'forbidden'].map(word => [word, 'denied']),
    ...['expired', 'invalid-token'].map(word => [word, 'unauthenticated'])
  ])('what is called otherwise here: %s', (word, meant) => {
    expect(problemsOf(`${least}${word}: x`)[0]).toBe(`5:1 ${word} is not a key. Did you mean ${meant}?`);
  });

  it.each(['items', 'path'])('what is called otherwise in subtasks: %s', word => {
    expect(problemsOf(`${least}subtasks: {${word}: l, status: s}`)).toEqual([
      `5:12 subtasks.${word} is not a key. Did you mean list?`
    ]);
  });

  it.each(['endpoint', 'region', 'project-id', 'timeout', 'token', 'service'])(
    'that %s is an input of the step',
    name => {
      expect(problemsOf(`${least}${name}: x`)).toEqual([
        `5:1 ${name} is not a key. It is an input of the step, beside definition.`
      ]);
    }
  );

  it('that it has no merge keys', () => {
    expect(problemsOf(`${least}<<: {a: b}`)[0]).toBe(
      '5:1 << is not a key. Merge keys are not taken: write out what is to be merged.'
    );
  });

  it.each<[string, readonly string[]]>([
    ['succeeded: []\nfailed: []', [`3:12 ${notEmpty}`]],
    [
      'succeeded: OK\nfailed: NO',
      ['3:12 the key "succeeded" takes a list, such as [OK].', '4:9 the key "failed" takes a list, such as [NO].']
    ],
    ['succeeded:\nfailed: {a: b}', [`3:11 succeeded ${wordsForm('SUCCEEDED')}.`, `4:9 failed ${wordsForm('FAILED')}.`]],
    [
      'succeeded: [A]\nfailed: []\nstopped: {}\nwarning: {}\nskipped: {}',
      [
        `5:10 stopped ${wordsForm('CANCELED')}.`,
        `6:10 warning ${wordsForm('WARNING')}.`,
        `7:10 skipped ${wordsForm('SKIPPED')}.`
      ]
    ],
    [`succeeded: [${'x'.repeat(200)}]\nfailed: [A, '1.0', true, no]`, []],
    ['succeeded: [A]\nfailed: [A]', ['4:10 "A" stands in succeeded and in failed: it can mean only one.']],
    // Words are read in another order than they are written.
    [
      'succeeded: [A]\nfailed: []\nrunning: [A]',
      ['3:13 "A" stands in running and in succeeded: it can mean only one.']
    ],
    ['succeeded: [A]\nfailed: [R, R]', ['4:13 failed has "R" twice.']],
    ...[
      ['1.0', '1'],
      ['002', '2'],
      ['0x02', '2'],
      ['+2', '2'],
      ['1e3', '1000'],
      ['.5', '0.5'],
      ['True', 'true'],
      ['FALSE', 'false']
    ].map(([word, form]): [string, readonly string[]] => [
      `succeeded: [A]\nfailed: [${word}]`,
      [`4:10 failed has ${word}, which in an answer is ${form}: write ${form}, or '${word}' for the text.`]
    ]),
    [
      'succeeded: [A]\nfailed: [1e400]',
      ["4:10 failed has 1e400, a number that is not read as one: write '1e400' for the text."]
    ],
    ["succeeded: ['1.0', 1, 1.5, -2, true, 12345678901234567890]\nfailed: ['True']", []],
    [
      `succeeded: [A]\nfailed: [[A], {a: b}, '', ~, ${'x'.repeat(201)}]`,
      [10, 15, 23, 27, 30].map(column => `4:${column} failed ${wordsForm('FAILED')}: texts or numbers.`)
    ],
    [`succeeded: [A]\nfailed: ${long}`, [`4:9 the key "failed" takes a list, such as [${cut}].`]],
    [
      'succeeded: [A]\nfailed: []\nnot-found: [A]\ndenied: [A]',
      ['6:10 "A" stands in not-found and in denied: it can mean only one.']
    ],
    ['succeeded: [A]\nfailed: []\ntransient: T', ['5:12 the key "transient" takes a list, such as [T].']],
    ['succeeded: [A]\nfailed: []\ndenied: {}', [`5:9 denied ${codesForm}.`]],
    ['succeeded: [A]\nfailed: []\nnot-found: [[]]', [`5:13 not-found ${codesForm}: texts or numbers.`]]
  ])('how lists are written: %j', (text, problems) => {
    expect(problemsOf(`path: /v1/{task_id}\nstatus: s\n${text}`)).toEqual(problems);
  });

  it.each<[string, readonly string[]]>([
    ['settle: soon', [`5:9 ${settleForm}`]],
    ['settle: 24h', []],
    ['settle: 86401', [`5:9 ${settleForm}`]],
    ['settle: [1]', [`5:9 ${settleForm}`]],
    ['settle:', [`5:8 ${settleForm}`]],
    ['error-codes-in-tasks: maybe', ['5:23 error-codes-in-tasks takes true or false.']],
    ['error-codes-in-tasks: [true]', ['5:23 error-codes-in-tasks takes true or false.']],
    ['error-codes-in-tasks:', ['5:22 error-codes-in-tasks takes true or false.']],
    ['error-codes-in-tasks: true', []],
    ['http-status: 202', []],
    ['http-status: [201, 202]', []],
    ...['200 OK', '[404]', '206', '[202, 203]', '204', '226', '{a: 202}'].map((value): [string, string[]] => [
      `http-status: ${value}`,
      ['5:14 http-status takes a list of numbers such as [202]: from 200 to 299, without 203 to 206 and 226.']
    ]),
    ...['dms', 'a-b', 'a--b', 'a.b', '1', 'ab-cd.ef--gh', `${'x'.repeat(63)}`].map((host): [string, string[]] => [
      `host: ${host}`,
      []
    ]),
    ...['Dms', 'dms.', '.dms', '-a', 'a-', 'a.-b', 'a/b', 'a@b', 'a:1', 'a..b', 'a_b', 'ä', 'a b', 'x'.repeat(64)].map(
      (host): [string, string[]] => [`host: '${host}'`, [`5:7 ${hostForm}`]]
    ),
    ['host: ""', [`5:7 ${hostForm}`]],
    ['host: [a]', [`5:7 ${hostForm} Put it between quotes.`]],
    ...['+08:00', '-03:30', '+14:00', "'+00:00'"].map((zone): [string, string[]] => [`time-zone: ${zone}`, []]),
    ...['Asia/Shanghai', '+8', '08:00', '+15:00', '+08:60', 'Z', 'UTC+08:00', '+08:00:00'].map(
      (zone): [string, string[]] => [
        `time-zone: ${zone}`,
        ['5:12 time-zone takes the zone of times that have none, as an offset such as +08:00 or +00:00.']
      ]
    ),
    ['title:', [`5:7 ${titleForm}`]],
    ["title: ''", [`5:8 ${titleForm}`]],
    [`title: ${'x'.repeat(80)}`, []],
    [`title: ${'x'.repeat(81)}`, [`5:8 ${titleForm}`]],
    ['title: "a\\nb"', [`5:8 ${titleForm}`]],
    ['title: "a\\u2028b"', [`5:8 ${titleForm}`]],
    ['title: "a\\u2029b"', [`5:8 ${titleForm}`]],
    ['title: [a]', [`5:8 ${titleForm} Put it between quotes.`]],
    ['title: {a: b}', [`5:8 ${titleForm} Put it between quotes.`]],
    ['title: &a', [`5:10 ${titleForm} Put it between quotes.`]]
  ])('how single values are written: %j', (text, problems) => {
    expect(problemsOf(least + text)).toEqual(problems);
  });

  it.each<[string, string | undefined]>([
    ['/v1/{task_id}', undefined],
    ['/a//b/{task_id}', undefined],
    ['/a%2F/{task_id}', undefined],
    ['/a%2f/{task_id}', undefined],
    ['/.../{task_id}', undefined],
    ['/.a/{task_id}', undefined],
    ['/a./{task_id}', undefined],
    ['/{task_id}?a=/../b', undefined],
    ['/{task_id}?a=https://b', undefined],
    ["'/!~/{task_id}'", undefined],
    ['/v1/x', 'neither path nor headers have {task_id}, so that nothing says which task is asked for.'],
    ['/v1/{project_id}', 'neither path nor headers have {task_id}, so that nothing says which task is asked for.'],
    ['/v1/{tsk_id}', '{tsk_id} is not a placeholder. Did you mean {task_id}?'],
    ['/v1/{zzzzzzzzzzzz}', `{zzzzzzzzzzzz} is not a placeholder. ${placeholders}`],
    [`/v1/{${long}}`, `{${long}} is not a placeholder. ${placeholders}`],
    ['/v1/{task_id', '{task_id is not a placeholder. Did you mean {task_id}?'],
    ['/v1/task_id}', '} is not a placeholder. Did you mean {task_id}?'],
    ['[a]', `${pathForm} Put it between quotes.`],
    ['~', pathForm],
    ...['https://h.example/{task_id}', 'HTTP://h/{task_id}', 'a+b-c.1://h/{task_id}', '//h/{task_id}'].map(
      (path): [string, string] => [
        path,
        `path is "${path}" and holds a host, which the input endpoint takes: path begins behind it, with one "/".`
      ]
    ),
    ...['v1/{task_id}', 'x/https://h/{task_id}', '1https://h/{task_id}', 'ht,tps://h/{task_id}'].map(
      (path): [string, string] => [path, `path is "${path}" and takes a text that begins with "/".`]
    ),
    ...['/$\u007btask_id}', '/$(task_id)'].map((path): [string, string] => [
      `'${path}'`,
      `path is "${path}" and has a "$" before "{": write {task_id} alone.`
    ]),
    ...['/a b/{task_id}', '/ä/{task_id}', '/a\\tb/{task_id}', '/\\x7f/{task_id}'].map((path): [string, string] => [
      `"${path}"`,
      `path is ${JSON.stringify(path).replaceAll('\\\\t', '\\t').replaceAll('\\\\x7f', '\x7f')} and takes printable ASCII without white space: encode other characters as %XX.`
    ]),
    ...[...'\\#"<>^`|'].map((mark): [string, string] => [
      `'/a${mark}/{task_id}'`,
      `path is ${JSON.stringify(`/a${mark}/{task_id}`)} and takes none of \\ # " < > ^ \` |.`
    ]),
    ...['/a%2/{task_id}', '/a%zz/{task_id}', '/a%g2/{task_id}', '/a%', '/v1/%E4/{task_id}'].map(
      (path): [string, string] => [path, `path is "${path}" and takes % only as percent-encoded UTF-8, such as %20.`]
    ),
    ...[
      '/.',
      '/..',
      '/./{task_id}',
      '/../{task_id}',
      '/%2e/{task_id}',
      '/%2E./a',
      '/{task_id}/..',
      '/{task_id}/.?x'
    ].map((path): [string, string] => [path, `path is "${path}" and takes no part "." or "..".`]),
    [`v${long}`, `path is "v${'x'.repeat(79)}" and takes a text that begins with "/".`]
  ])('which paths there are: %j', (path, problem) => {
    expect(problemsOf(withPath(path))).toEqual(problem === undefined ? [] : [`1:7 ${problem}`]);
  });

  it('that a whole account has no project', () => {
    expect(problemsOf(`${withPath('/v1/{project_id}/{task_id}')}scope: domain`)).toEqual([
      '5:8 scope is domain, and {project_id} is asked for: the tasks of a whole account have no project.'
    ]);
  });

  it('that a list may be asked for as a whole', () => {
    expect(problemsOf(`${withPath('/v1/tasks')}list: tasks\nid: id`)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['headers: x', ['5:10 headers takes a map of names and values, such as {x-language: en-us}.']],
    ['headers:', ['5:9 headers takes a map of names and values, such as {x-language: en-us}.']],
    ['headers: {}', []],
    ['headers: {a b: x}', ['5:11 headers.a b is not a name of a header.']],
    ['headers: {"": x}', ['5:11 headers. is not a name of a header.']],
    [`headers: {X-${'x'.repeat(62)}: y}`, []],
    [`headers: {${'x'.repeat(65)}: y}`, [`5:11 headers.${'x'.repeat(65)} is not a name of a header.`]],
    [`headers: {${long}: y}`, [`5:11 headers.${cut} is not a name of a header.`]],
    ['headers: {A: x, a: y}', ['5:17 headers.a stands here a second time.']],
    ['headers: {a: ä}', ['5:14 headers.a takes printable ASCII on one line.']],
    ['headers: {a: "x\\ny"}', ['5:14 headers.a takes printable ASCII on one line.']],
    [`headers: {a: '~${'x'.repeat(1022)}!'}`, []],
    [`headers: {a: ${'x'.repeat(1025)}}`, ['5:14 headers.a takes printable ASCII on one line.']],
    ['headers: {a: [b]}', ['5:14 headers.a takes a text of one line. Put it between quotes.']],
    ['headers: {a: }', ['5:14 headers.a takes a text of one line.']],
    ['headers: {a: "{nope}"}', [`5:14 {nope} is not a placeholder. ${placeholders}`]],
    ['headers: {[a]: x}', ['5:11 a key takes a text.']],
    // No second problem about a value that is none.
    [
      'headers: {host: }',
      [
        '5:11 headers.host is set by the action itself and cannot be given.',
        '5:17 headers.host takes a text of one line.'
      ]
    ]
  ])('which headers there are: %j', (text, problems) => {
    expect(problemsOf(least + text)).toEqual(problems);
  });

  it.each([
    ...['Authorization', 'X-Auth-Token', 'x-security-token', 'x-subject-token', 'x-sdk-', 'X-Sdk-Date', 'x-project-id'],
    ...[
      'x-domain-id',
      'host',
      'cookie',
      'Cookie2',
      'content-length',
      'content-encoding',
      'transfer-encoding',
      'accept'
    ],
    ...['accept-encoding', 'connection', 'keep-alive', 'upgrade', 'te', 'trailer', 'expect', 'proxy-', 'proxy-x']
  ])('that the action sets %s itself', name => {
    expect(problemsOf(`${least}headers: {${name}: x}`)).toEqual([
      `5:11 headers.${name} is set by the action itself and cannot be given.`
    ]);
  });

  it.each(['my-authorization', 'authorizations', 'x-proxy-a', 'accept-language', 'cookie3', 'x_sdk-date'])(
    'that it may set %s',
    name => {
      expect(definitionOf(`${least}headers: {${name}: x}`).headers).toEqual({[name]: 'x'});
    }
  );

  it.each<[string, readonly string[]]>([
    [
      'id: a..b',
      ['5:5 id is "a..b" and takes a JMESPath expression: found unexpected token "." (dot) at character 3.']
    ],
    ['id:', [`5:4 id ${expression}`]],
    ['id: [a]', [`5:5 id ${expression} Put it between quotes.`]],
    [
      `progress: '${'x'.repeat(90)} b'`,
      [
        `5:11 progress is "${cut}" and takes a JMESPath expression: found unexpected token "b" (unquoted_identifier) at character 92.`
      ]
    ],
    ['success-in: subtasks\nsubtasks: {list: l, status: s}', []],
    ['success-in: subtasks', ['5:13 success-in is given without subtasks, which say where they are.']],
    ...['parts', 'all-subtasks', 'subtasks-only'].map((word): [string, string[]] => [
      `success-in: ${word}`,
      [
        '5:13 success-in takes subtasks: a word for success counts only with at least one subtask then, and all of them good.'
      ]
    ]),
    ['scope: domain', []],
    [
      'scope: all',
      ['5:8 scope takes project or domain: whether the tasks are those of a project or of a whole account.']
    ],
    ['list: a\nid: b', []],
    ['list: a', ['5:7 list is given without id: it is by its id that the task is found in a list.']],
    ['list: a\ntask-id: b', ['6:1 task-id is not a key. Did you mean id?']],
    ['list: a\nid:', [`6:4 id ${expression}`]],
    ['success-in: subtasks\nsubtasks:', [`6:10 subtasks ${subtasksForm}`]],
    [
      'success-in: subtasks\nsteps: x',
      ['6:1 steps is not a key. Did you mean subtasks?', `6:8 subtasks ${subtasksForm}`]
    ],
    ['subtasks: x', [`5:11 subtasks ${subtasksForm}`]],
    ['subtasks:', [`5:10 subtasks ${subtasksForm}`]],
    [
      'subtasks: {}',
      [
        '5:11 subtasks.list is missing: it takes a JMESPath expression for the list, such as subtasks or data.tasks.',
        '5:11 subtasks.status is missing: it takes a JMESPath expression such as status or job.status.'
      ]
    ],
    [
      'subtasks: {list: l, status: s, progress: p}',
      [`5:32 subtasks.progress is not a key. The keys are ${subtaskKeys}.`]
    ],
    [
      'subtasks: {list: "?", status: "?", id: "?", succeeded: [X, X], failed: x}',
      [
        '5:18 subtasks.list is "?" and takes a JMESPath expression: unknown token "?" at character 1.',
        '5:31 subtasks.status is "?" and takes a JMESPath expression: unknown token "?" at character 1.',
        '5:40 subtasks.id is "?" and takes a JMESPath expression: unknown token "?" at character 1.',
        '5:60 subtasks.succeeded has "X" twice.',
        '5:72 the key "subtasks.failed" takes a list, such as [x].'
      ]
    ],
    [
      'subtasks: {list: l, status: s, running: [A], failed: [A]}',
      ['5:55 "A" stands in subtasks.running and in subtasks.failed: it can mean only one.']
    ],
    [
      'subtasks: {list: l, status: s, running: {}, failed: [[]]}',
      [
        `5:41 subtasks.running ${wordsForm('RUNNING')}.`,
        `5:54 subtasks.failed ${wordsForm('FAILED')}: texts or numbers.`
      ]
    ]
  ])('how answers are read: %j', (text, problems) => {
    expect(problemsOf(least + text)).toEqual(problems);
  });
});

const secondDocument = 'more than one YAML document; it takes one, without a line "---" or "..." behind it.';
const colon =
  'not valid YAML: a second ": " in one value, or a line that is indented too far. A value with ": " in it goes between quotes.';
const mark = 'not valid YAML: a value that begins with "@", "`" or "%" goes between quotes.';
const openQuote = 'not valid YAML: the quote that begins before here is never closed.';
const openBracket = 'not valid YAML: "[" or "{" is never closed, or a line of it is not indented.';
const more =
  'not valid YAML: a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.';

describe('a mistake of syntax is told', () => {
  it.each<[string, readonly string[]]>([
    ['a: b\n---\na: b', [`2:1 ${secondDocument}`]],
    ['a: b\n...\nx', [`3:1 ${secondDocument}`]],
    ['a: b\na: c', ['2:1 the same key stands here a second time.']],
    [
      '{a: 1, a: 2, a: 3}',
      ['1:8 the same key stands here a second time.', '1:14 the same key stands here a second time.']
    ],
    ['a: 1\n\tb: 2', ['2:1 not valid YAML: a tab indents this line. Use blanks.']],
    ['a: !a', ['1:4 a value that begins with "!" goes between quotes, else YAML takes it for a tag.']],
    ['a: @', [`1:4 ${mark}`]],
    ['a: %', [`1:4 ${mark}`]],
    ['a: `a', [`1:4 ${mark}`]],
    ['a: b: c', [`1:4 ${colon}`]],
    ['"a\nb": c', [`1:1 ${colon}`]],
    ['a: "b', [`1:6 ${openQuote}`]],
    ["a: 'b", [`1:6 ${openQuote}`]],
    ['a: "', [`1:5 ${openQuote}`]],
    ['[a,,b]', ['1:4 not valid YAML: Unexpected , in flow sequence.']],
    ['a: b\nc', ['2:1 not valid YAML: a key without ": " and a value behind it.']],
    ['a: [', [`1:5 ${openBracket}`]],
    ['a: {b', [`1:6 ${openBracket}`]],
    ['{a: 1', [`1:6 ${openBracket}`]],
    ['a:\n  b: [1\n]', [`3:1 ${openBracket}`]],
    ['a: [1,\n2]\nb: c', [`2:1 ${openBracket}`]],
    ['{a: "b', [`1:7 ${openQuote}`]],
    ['a: "b" ]', [`1:8 ${more}`]],
    ['a: ["b" "c"]', ['1:9 not valid YAML: a key without ": " and a value behind it.']],
    [`${least}  message: a`, ['5:1 not valid YAML: this line is not indented like the one before it.']],
    [`${least}  message: a\nname: "b`, ['5:1 not valid YAML: this line is not indented like the one before it.']],
    ['a: "b" || c', [`1:8 ${more}`]],
    ['- a\nb: c', [`2:1 ${more}`]],
    ['a: ]', ['1:4 not valid YAML: Unexpected flow-seq-end token in YAML stream: "]".']],
    ['%YAML 9.9\n---\na: b', ['1:7 not valid YAML: Unsupported YAML version 9.9.']],
    ['a: "\\q"', ['1:5 not valid YAML: Invalid escape sequence \\q.']],
    // The first alone, but for keys that stand there twice.
    ['a: "b\na: ]\nc: @', [`3:5 ${openQuote}`]],
    ['a: b\na: c\nd: @\ne: `', ['2:1 the same key stands here a second time.', `3:4 ${mark}`]],
    [
      'a: *b',
      [
        '1:4 the alias *b is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.'
      ]
    ],
    [
      `${least}stopped: &a [X]\nwarning: *a`,
      [
        '6:10 the alias *a is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.'
      ]
    ]
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each([
    [20, 20],
    [21, 21],
    [30, 21]
  ])('with at most twenty more: %d', (count, told) => {
    const wrong = Array.from({length: count}, (_, index) => `qqqqqqqq${index}: x`).join('\n');
    const problems = problemsOf(least + wrong);
    expect(problems).toHaveLength(told);
    expect(problems.at(-1)).toMatch(told > 20 ? `definition has ${count - 20} more such mistakes.` : /^24:1 /);
  });
});

describe('a definition is read', () => {
  it('as little as is needed', () => {
    expect(definitionOf(least)).toEqual({
      title: {en: 'Custom service', zh: '自定义服务'},
      host: undefined,
      list: undefined,
      scope: 'project',
      successInSubtasks: false,
      timeZone: undefined,
      path: '/v1/{task_id}',
      headers: {},
      task: {status: expect.any(Function)},
      words: {DONE: 'succeeded', BAD: 'failed'},
      subtasks: undefined,
      codes: {},
      httpStatuses: [],
      errorCodesInTasks: false,
      settleMs: 0
    });
  });

  it('with all that there is', () => {
    const all = `
title: Title
host: dms
scope: project
success-in: subtasks
path: /v1/{project_id}/{parent_id}
time-zone: +08:00
headers: {X-Task: " {task_id} ", n: 1.0}
list: a
status: a
id: a
name: a
message: a
progress: a
start-time: a
end-time: a
running: [R]
succeeded: ['1.0', true]
failed: [no, '0x1F']
stopped: [S]
warning: [W]
skipped: [K]
not-found: [N]
transient: [T]
denied: [D]
unauthenticated: [U]
settle: 1h30m
error-codes-in-tasks: true
http-status: [201, 202]
subtasks: {list: a, status: a, id: a, name: a, message: a, start-time: a, end-time: a, succeeded: [OK]}
`;
    const text = expect.any(Function);
    const each = {status: text, id: text, name: text, message: text, 'start-time': text, 'end-time': text};
    expect(definitionOf(all)).toEqual({
      title: 'Title',
      host: 'dms',
      list: text,
      scope: 'project',
      successInSubtasks: true,
      timeZone: '+08:00',
      path: '/v1/{project_id}/{parent_id}',
      headers: {'x-task': '{task_id}', n: '1.0'},
      task: {...each, progress: text},
      words: {
        R: 'running',
        '1.0': 'succeeded',
        true: 'succeeded',
        no: 'failed',
        '0x1F': 'failed',
        S: 'stopped',
        W: 'warning',
        K: 'skipped'
      },
      subtasks: {list: text, each, words: {OK: 'succeeded'}},
      codes: {N: 'not-found', T: 'transient', D: 'denied', U: 'unauthenticated'},
      httpStatuses: [201, 202],
      errorCodesInTasks: true,
      settleMs: 5_400_000
    });
  });

  it.each<[string, string]>([
    ['', 'DONE'],
    [', skipped: [X]', 'X']
  ])('with the words of the task for subtasks that have none: %j', (own, word) => {
    const {subtasks} = definitionOf(`${least}subtasks: {list: l, status: s${own}}`);
    expect(Object.keys(subtasks?.words ?? {})[0]).toBe(word);
  });

  it('as JSON', () => {
    expect(problemsOf('{"path": "/{task_id}", "status": "s", "succeeded": ["A"], "failed": []}')).toEqual([]);
  });

  it.each([
    ['false', false],
    ['true', true]
  ])('with error-codes-in-tasks: %s', (text, is) => {
    expect(definitionOf(`${least}error-codes-in-tasks: ${text}`).errorCodesInTasks).toBe(is);
  });
});

describe('what is wrong', () => {
  it('comes in the order of the definition, and last what has no place in it', () => {
    const problems = problemsOf('path: /{task_id}\nstatus: s\nsuccess: []\nfailed: []\nfoo: x');
    expect(problems.map(problem => problem.split(' ', 1)[0])).toEqual(['3:1', '5:1', 'definition:']);
    expect(problems.at(-1)).toContain(notEmpty);
  });

  it('with the syntax is said of the first mistake, whatever its kind', () => {
    expect(problemsOf(`${least}name: !a x\nmessage: "b`)).toEqual([expect.stringMatching(/^5:7 .*"!"/)]);
  });

  it.each([
    'error_codes: x',
    'list: l\nid: a..b',
    'success-in: subtasks\nsubtasks: x',
    'success-in: subtasks\nsteps: {list: l, status: s}',
    'scope: projects',
    'scope: a-domain',
    'settle: soon'
  ])('is said once: %j', more => {
    expect(problemsOf(least + more)).toHaveLength(1);
  });

  it('is no number that has too many digits for one', () => {
    expect(definitionOf(`${least}stopped: [9007199254740993]`).words).toHaveProperty('9007199254740993', 'stopped');
  });

  it('is no error of the program', () => {
    const read = () => {
      throw new TypeError('of the program');
    };
    expect(() => readYaml('a: b', text => text, read)).toThrow('of the program');
  });
});

it.each(['docs/custom.md', 'docs/custom.zh-CN.md'])('%s has each key in its table', file => {
  const [, section = ''] = /<!-- definition -->.*?\n## (.*?)\n## /s.exec(readFileSync(file, 'utf8')) ?? [];
  const rows = section.split('\n').filter(line => /^\| `(?!definition)/.test(line));
  const told = rows.flatMap(row => [...(row.split(' | ')[0] ?? '').matchAll(/`([a-z-]+):?`/g)].map(([, key]) => key));
  const ofDefinition = Object.entries(table).filter(([, key]) => 'task' in key);
  expect([...told].sort()).toEqual(ofDefinition.map(([key]) => key).sort());
});
