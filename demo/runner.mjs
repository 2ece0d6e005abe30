/**
 * Runs the built action as a runner of GitHub Actions would: a child process with INPUT_* variables and files for
 * outputs and summary, whose output is searched for workflow commands.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {constants, platform, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';

const actionFolder = fileURLToPath(new URL('..', import.meta.url));
/** What action.yml declares. */
export const action = parseActionYml(readFileSync(join(actionFolder, 'action.yml'), 'utf8'));
const actionMain = join(actionFolder, action.runs.main);

/** A cancelled run: SIGINT, 7.5 seconds later SIGTERM, 2.5 seconds later the end. */
const cancelSteps = [
  {afterMs: 0, signal: 'SIGINT'},
  {afterMs: 7_500, signal: 'SIGTERM'},
  {afterMs: 10_000, signal: 'SIGKILL'}
];

const fileCommands = ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'];

/**
 * Runs the action once, as startAction does, and waits for its end.
 * @param {Record<string, string>} inputs
 * @param {object} [options] those of startAction, and
 * @param {AbortSignal} [options.signal] cancels the run as GitHub does: SIGINT first
 */
export async function runAction(inputs, {signal, ...options} = {}) {
  const step = await startAction(inputs, options);
  let timers = [];
  const cancel = () => {
    timers = cancelSteps.map(({signal: name, afterMs}) => setTimeout(() => step.kill(name), afterMs));
  };
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, {once: true});
  return step.ended.finally(() => {
    signal?.removeEventListener('abort', cancel);
    for (const timer of timers) clearTimeout(timer);
  });
}

/**
 * Starts the built action as a child process.
 * @param {Record<string, string>} inputs what stands under `with:`
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] what stands under `env:`; RUNNER_DEBUG: '1' shows the debug lines.
 *   Nothing of the caller's own environment reaches the action but what a program needs to run at all
 * @param {(line: LogLine) => void} [options.onLine] gets each line of the log that a person would see, as it comes
 * @param {string} [options.main] the built file, by default the one of action.yml
 * @param {number} [options.stuckAfterMs] when a step that does not end is ended by SIGKILL
 * @returns {Promise<{kill: (signal: NodeJS.Signals) => void, says: (text: string) => Promise<void>, ended: Promise<Ran>}>}
 *   `says` resolves when the log holds the text, and rejects when the step ends without it
 *
 * @typedef {object} Ran a step that has ended
 * @property {number} exitCode of a process that a signal ended, 128 more than its number
 * @property {NodeJS.Signals | null} signal
 * @property {string} stdout this and the next as the process wrote them
 * @property {string} stderr
 * @property {LogLine[]} lines what a person would see
 * @property {string} log the same in one text
 * @property {object[]} annotations
 * @property {Record<string, string>} outputs
 * @property {string} summary as the process wrote it
 * @property {number} endedAtMs by `performance.now()`
 * @property {number} durationMs
 *
 * @typedef {{kind: 'text' | 'group' | 'debug' | 'notice' | 'warning' | 'error', text: string, continued?: boolean,
 *   grouped?: boolean}} LogLine `continued` is a further line of the same message, `grouped` one that a group holds
 */
export async function startAction(inputs, {env = {}, onLine = () => {}, main = actionMain, stuckAfterMs} = {}) {
  if (!existsSync(main)) throw new Error(`${main} is missing. Build it with: npm ci && npm run package`);
  const variables = inputVariables(inputs);
  const folder = await mkdtemp(join(tmpdir(), 'await-huawei-cloud-task-'));
  const files = Object.fromEntries(fileCommands.map(name => [`GITHUB_${name}`, join(folder, name.toLowerCase())]));
  await Promise.all(Object.values(files).map(file => writeFile(file, '')));
  const commands = commandReader({debug: env.RUNNER_DEBUG === '1', onLine});

  const startedMs = performance.now();
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: {...runnerEnvironment(folder), ...files, ...variables, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for the runner, which tells the action itself.
    detached: platform() !== 'win32'
  });
  const stuck = stuckAfterMs && setTimeout(() => child.kill('SIGKILL'), stuckAfterMs);
  let endedAtMs;
  child.once('exit', () => {
    endedAtMs = performance.now();
  });
  const texts = {stdout: '', stderr: ''};
  const readers = Object.keys(texts).map(name => {
    const reader = lineReader(commands.read);
    child[name].setEncoding('utf8').on('data', text => {
      texts[name] += text;
      reader.write(text);
    });
    return reader;
  });

  async function result() {
    try {
      const [code, signal] = await once(child, 'close');
      for (const reader of readers) reader.end();
      if (signal !== null) commands.read(`The action was ended by ${signal}.`);
      const {lines, annotations} = commands;
      return {
        exitCode: code ?? 128 + constants.signals[signal],
        signal,
        ...texts,
        lines,
        log: lines.map(labeled).join('\n'),
        annotations,
        outputs: {...commands.outputs, ...parseFileCommand(await readFile(files.GITHUB_OUTPUT, 'utf8'))},
        summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
        endedAtMs,
        durationMs: endedAtMs - startedMs
      };
    } finally {
      clearTimeout(stuck);
      await rm(folder, {recursive: true, force: true});
    }
  }

  return {
    ended: result(),
    kill: signal => child.kill(signal),
    says: text =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (texts.stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.once('close', () =>
          reject(new Error(`The step ended and never said ${text}:\n${texts.stdout}${texts.stderr}`))
        );
        look();
      })
  };
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
  return (line.grouped ? '  ' : '') + (color && code !== undefined ? `\u001B[${code}m${text}\u001B[0m` : text);
}

/** Control characters in a visible form; only colors reach the terminal. */
function visible(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/\u001B\[[0-9;]*m|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g, found =>
    found.length > 1 ? found : `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`
  );
}

/** Hands lines on, ended as for a runner: by CR, LF or both, and by no other separator. */
function lineReader(read) {
  let rest = '';
  return {
    write(text) {
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop();
      for (const line of lines) read(line);
    },
    end() {
      if (rest !== '') read(rest.replace(/\r$/, ''));
    }
  };
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
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder
  };
}

/** As a runner names them: each declared input, with what was given, else its default, else nothing. */
export function inputVariables(inputs) {
  const unknown = Object.keys(inputs).filter(name => !Object.hasOwn(action.inputs, name));
  if (unknown.length > 0) throw new Error(`action.yml declares no input named ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, {default: value}]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      String(inputs[name] ?? value ?? '')
    ])
  );
}

/** Reads the output of an action line by line, and does what its workflow commands say. */
function commandReader({debug, onLine}) {
  const secrets = new Set();
  const lines = [];
  const annotations = [];
  const outputs = {};
  let stoppedUntil;
  let grouped = false;

  const masked = text =>
    [...secrets].sort((a, b) => b.length - a.length).reduce((rest, s) => rest.replaceAll(s, '***'), text);

  function show(kind, text) {
    if (kind === 'debug' && !debug) return;
    for (const [index, part] of masked(text)
      .split(/\r\n|\r|\n/)
      .entries()) {
      const line = {kind, text: part, continued: index > 0, grouped};
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
    group({data}) {
      grouped = false;
      show('group', data);
      grouped = true;
    },
    endgroup() {
      grouped = false;
    },
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

  return {read, lines, annotations, outputs};
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
function parseFileCommand(text) {
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

/** Reads action.yml: mappings, two blanks deeper each, of texts on one line. */
function parseActionYml(text) {
  const open = [{}];
  for (const line of text.split('\n').filter(each => !/^\s*(#.*)?$/.test(each))) {
    const form = /^((?: {2})*)([\w-]+):(?: (?:'((?:[^']|'')*)'|"([^"\\]*)"|([^\s'"|>&*{[].*)))?$/;
    const [, indent, key, single, double, plain] = form.exec(line) ?? [];
    const depth = indent === undefined ? Number.POSITIVE_INFINITY : indent.length / 2;
    if (depth >= open.length) throw new Error(`action.yml has a line that this reader does not know: ${line}`);
    open.length = depth + 1;
    const value = single?.replaceAll("''", "'") ?? double ?? plain;
    open[depth][key] = value ?? {};
    if (value === undefined) open.push(open[depth][key]);
  }
  return open[0];
}
