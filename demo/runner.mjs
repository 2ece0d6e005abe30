/**
 * Runs the built action as a runner of GitHub Actions would: a child process with INPUT_* variables and files for
 * outputs and summary, whose output is searched for workflow commands.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {access, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {arch, constants, platform, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';

const actionFolder = fileURLToPath(new URL('..', import.meta.url));

/** A cancelled run: SIGINT, 7.5 seconds later SIGTERM, 2.5 seconds later the end. */
const cancelSteps = [
  {afterMs: 0, signal: 'SIGINT'},
  {afterMs: 7_500, signal: 'SIGTERM'},
  {afterMs: 10_000, signal: 'SIGKILL'}
];

const fileCommands = ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'];

/**
 * Runs the action once.
 * @param {Record<string, string>} inputs what stands under `with:`
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] what stands under `env:`; RUNNER_DEBUG: '1' shows the debug lines.
 *   Nothing of the caller's own environment reaches the action but what a program needs to run at all
 * @param {(line: LogLine) => void} [options.onLine] gets each line of the log that a person would see, as it comes
 * @param {AbortSignal} [options.signal] cancels the run as GitHub does: SIGINT first
 * @param {string} [options.bundle] the built action, by default the one of action.yml
 * @returns {Promise<{exitCode: number, log: string, lines: LogLine[], annotations: object[], outputs:
 *   Record<string, string>, summary: string, durationMs: number}>}
 *
 * @typedef {{kind: 'text' | 'group' | 'debug' | 'notice' | 'warning' | 'error', text: string, continued?: boolean}}
 *   LogLine `continued` is a further line of the same message
 */
export async function runAction(inputs, {env = {}, onLine = () => {}, signal, bundle} = {}) {
  const action = parseActionYml(await readFile(join(actionFolder, 'action.yml'), 'utf8'));
  const main = bundle ?? join(actionFolder, action.runs.main);
  await access(main).catch(() => {
    throw new Error(`${main} is missing. Build it with: npm ci && npm run package`);
  });
  const folder = await mkdtemp(join(tmpdir(), 'await-huawei-cloud-task-'));
  try {
    const files = Object.fromEntries(fileCommands.map(name => [`GITHUB_${name}`, join(folder, name.toLowerCase())]));
    await Promise.all(Object.values(files).map(file => writeFile(file, '')));
    const commands = commandReader({debug: env.RUNNER_DEBUG === '1', onLine});

    const started = performance.now();
    const child = spawn(process.execPath, [main], {
      cwd: folder,
      env: {...runnerEnvironment(folder), ...files, ...inputVariables(action, inputs), ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C is for the runner, which tells the action itself.
      detached: platform() !== 'win32'
    });
    const ended = once(child, 'close');
    const read = [child.stdout, child.stderr].map(async stream => {
      for await (const line of linesOf(stream)) commands.read(line);
    });
    const stopCancelling = cancelOn(signal, child);
    const [code, killedBy] = await ended.finally(stopCancelling);
    await Promise.all(read);
    const durationMs = performance.now() - started;
    if (killedBy !== null) commands.read(`The action was ended by ${killedBy}.`);

    const outputs = {...commands.outputs, ...parseFileCommand(await readFile(files.GITHUB_OUTPUT, 'utf8'))};
    const summary = commands.masked(await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'));
    const {lines, annotations} = commands;
    return {
      exitCode: code ?? 128 + constants.signals[killedBy],
      log: lines.map(labeled).join('\n'),
      lines,
      annotations,
      outputs,
      summary,
      durationMs
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const labels = {error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ', debug: '##[debug]', group: '▼ '};
const colors = {error: 31, warning: 33, notice: 36, debug: 35, group: 1};

/** A line of the log as GitHub shows it, as plain text and with whatever characters it has. */
function labeled({kind, text, continued}) {
  return continued ? text : (labels[kind] ?? '') + text;
}

/** The same for a terminal, on which it can do nothing but be read. */
export function showLine(line, color) {
  const text = visible(color ? labeled(line) : stripVTControlCharacters(labeled(line)));
  const code = colors[line.kind];
  return color && code !== undefined ? `\u001B[${code}m${text}\u001B[0m` : text;
}

/** Control characters in a visible form; only colors reach the terminal. */
function visible(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/\u001B\[[0-9;]*m|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g, found =>
    found.length > 1 ? found : `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`
  );
}

/** The lines of a stream, ended as for a runner: by CR, LF or both, and by no other separator. */
async function* linesOf(stream) {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** The environment of a runner, without anything that is the caller's own. */
function runnerEnvironment(folder) {
  const kept = ['PATH', 'Path', 'SystemRoot', 'SYSTEMROOT', 'PATHEXT', 'ComSpec', 'LANG', 'TZ'];
  const own = Object.fromEntries(kept.filter(name => name in process.env).map(name => [name, process.env[name]]));
  return {
    ...own,
    HOME: folder,
    USERPROFILE: folder,
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'wait',
    GITHUB_ACTOR: 'demo',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_JOB: 'demo',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'demo/demo',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_WORKFLOW: 'demo',
    GITHUB_WORKSPACE: folder,
    RUNNER_ARCH: arch().toUpperCase(),
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'demo',
    RUNNER_OS: {linux: 'Linux', darwin: 'macOS', win32: 'Windows'}[platform()] ?? platform(),
    RUNNER_TEMP: folder,
    RUNNER_TOOL_CACHE: folder
  };
}

/** Each declared input, with what was given, else its default, else nothing. */
function inputVariables(action, inputs) {
  const unknown = Object.keys(inputs).filter(name => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml declares no input named ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, {default: value}]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      String(inputs[name] ?? value ?? '')
    ])
  );
}

function cancelOn(signal, child) {
  let timers = [];
  const cancel = () => {
    timers = cancelSteps.map(step => setTimeout(() => child.kill(step.signal), step.afterMs));
  };
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, {once: true});
  return () => {
    signal?.removeEventListener('abort', cancel);
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Reads the output of an action line by line, and does what its workflow commands say. */
function commandReader({debug, onLine}) {
  const secrets = new Set();
  const lines = [];
  const annotations = [];
  const outputs = {};
  let stoppedUntil;

  const masked = text =>
    [...secrets].sort((a, b) => b.length - a.length).reduce((rest, s) => rest.replaceAll(s, '***'), text);

  function show(kind, text) {
    if (kind === 'debug' && !debug) return;
    for (const [index, part] of masked(text)
      .split(/\r\n|\r|\n/)
      .entries()) {
      const line = {kind, text: part, continued: index > 0};
      lines.push(line);
      onLine(line);
    }
  }

  const commands = {
    'add-mask'({data}) {
      for (const secret of [data, ...data.split(/\r?\n/)]) if (secret.trim() !== '') secrets.add(secret);
    },
    // Old ways of setting an output, which runners still obey: a text that gets here unescaped can do that too.
    'set-output'({data, properties}) {
      outputs[properties.name] = data;
      show('warning', 'The `set-output` command is deprecated');
    },
    'save-state'() {},
    'add-matcher'() {},
    'remove-matcher'() {},
    echo() {},
    group: ({data}) => show('group', data),
    endgroup() {},
    debug: ({data}) => show('debug', data),
    'stop-commands'({data}) {
      stoppedUntil = data;
    }
  };
  for (const level of ['notice', 'warning', 'error']) {
    commands[level] = ({data, properties}) => {
      annotations.push({level, title: masked(properties.title ?? ''), message: masked(data)});
      show(level, data);
    };
  }

  function read(line) {
    if (stoppedUntil !== undefined) {
      if (line.trim() !== `::${stoppedUntil}::`) return show('text', line);
      stoppedUntil = undefined;
      return undefined;
    }
    const command = parseCommand(line, '::', '::', ',') ?? parseCommand(line, '##[', ']', ';');
    return command !== undefined && Object.hasOwn(commands, command.name)
      ? commands[command.name](command)
      : show('text', line);
  }

  return {read, masked, lines, annotations, outputs};
}

/** A workflow command: `::name key=value,key=value::data`, or the older `##[name key=value;key=value]data`. */
function parseCommand(line, open, close, separator) {
  // A command of the newer form begins the line; one of the older form may stand anywhere in it.
  const from = open === '::' ? line.length - line.trimStart().length : line.indexOf(open);
  if (from < 0 || !line.startsWith(open, from)) return undefined;
  const to = line.indexOf(close, from + open.length);
  if (to < 0) return undefined;
  const [name, ...rest] = line.slice(from + open.length, to).split(' ');
  const pairs = rest
    .join(' ')
    .split(separator)
    .filter(pair => pair.includes('='))
    .map(pair => [pair.slice(0, pair.indexOf('=')).trim(), unescaped(pair.slice(pair.indexOf('=') + 1))]);
  return {name, properties: Object.fromEntries(pairs), data: unescaped(line.slice(to + close.length))};
}

const unescaped = text =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * Reads a file of `name=value` and `name<<delimiter` entries, the form of GITHUB_OUTPUT.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseFileCommand(text) {
  const values = {};
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === '') continue;
    const [, name, sign, rest] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`Invalid format '${line}'`);
    if (sign === '=') {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, i + 1);
    if (end < 0) throw new Error(`Matching delimiter not found '${rest}'`);
    values[name] = lines.slice(i + 1, end).join('\n');
    i = end;
  }
  return values;
}

/**
 * Reads action.yml, and only what stands in this project's: mappings, two blanks deeper each, of scalars on one line.
 * @param {string} text
 * @returns {Record<string, any>} every scalar is text, `true` too
 */
export function parseActionYml(text) {
  const root = {};
  const open = [root];
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const fail = why => {
      throw new Error(`action.yml, line ${index + 1}: ${why}: ${line}`);
    };
    const [, indent, key, rest] = /^( *)([A-Za-z][\w-]*):(?: (.+))?$/.exec(line) ?? fail('not "key: value"');
    const depth = indent.length / 2;
    if (!Number.isInteger(depth) || depth >= open.length) fail('unexpected indentation');
    open.length = depth + 1;
    if (Object.hasOwn(open[depth], key)) fail('this key was there before');
    if (rest === undefined) {
      open[depth][key] = {};
      open.push(open[depth][key]);
    } else {
      open[depth][key] = scalar(rest, fail);
    }
  }
  return root;
}

function scalar(text, fail) {
  const single = /^'((?:[^']|'')*)'$/.exec(text);
  if (single) return single[1].replaceAll("''", "'");
  const double = /^"([^"\\]*)"$/.exec(text);
  if (double) return double[1];
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) || /: | #|:$|\s$/.test(text)) fail('a value that this reader does not know');
  return text;
}
