import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';

/** This file runs from build/__tests__/helpers. */
const root = new URL('../../../', import.meta.url);

interface ActionDeclaration {
  readonly inputs: Readonly<Record<string, {readonly default?: unknown}>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: {readonly main: string};
}

const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as ActionDeclaration;

/** What stands under `with:`. */
export type Inputs = Readonly<Record<string, string>>;

export interface Options {
  /** What stands under `env:`, and what the runner's machine has set. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The built file to run, where it is not the action's own. */
  readonly main?: string;
}

/** A step that has ended. */
export interface Ran {
  /** `null` where a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** By `performance.now()`. */
  readonly endedAtMs: number;
  readonly durationMs: number;
}

export interface Running {
  readonly ended: Promise<Ran>;
  /** Resolves when the log holds the text. Rejects when the step ends without it. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Nothing here runs that long: what does is stuck, and its end by SIGKILL fails the test. */
const stuckAfterMs = 17_000;

/**
 * Starts the built action as a runner does. Of the environment that the tests run in nothing gets through, so that no
 * credentials and no proxy of a developer take part.
 */
export async function startBundle(
  inputs: Inputs,
  {environment = {}, main = fileURLToPath(new URL(action.runs.main, root))}: Options = {}
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  const outputFile = join(folder, 'output');
  const summaryFile = join(folder, 'summary');
  await Promise.all([outputFile, summaryFile].map(file => writeFile(file, '')));
  const startedMs = performance.now();
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: {
      ...(process.env.SystemRoot === undefined ? {} : {SystemRoot: process.env.SystemRoot}),
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...inputVariables(inputs),
      ...environment
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const stuck = setTimeout(() => child.kill('SIGKILL'), stuckAfterMs);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  let endedAtMs = 0;
  child.once('exit', () => {
    endedAtMs = performance.now();
  });

  async function result(): Promise<Ran> {
    try {
      const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
      const outputs = parseOutputs(await readFile(outputFile, 'utf8'));
      const summary = await readFile(summaryFile, 'utf8');
      return {exitCode, signal, stdout, stderr, outputs, summary, endedAtMs, durationMs: endedAtMs - startedMs};
    } finally {
      clearTimeout(stuck);
      await rm(folder, {recursive: true, force: true});
    }
  }

  return {
    ended: result(),
    kill: signal => {
      child.kill(signal);
    },
    says: text =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`The step ended and never said ${text}:\n${stdout}${stderr}`)));
        look();
      })
  };
}

/** Runs the built action to its end. */
export async function runBundle(inputs: Inputs, options?: Options): Promise<Ran> {
  return (await startBundle(inputs, options)).ended;
}

/** As a runner names them: upper case, blanks replaced, hyphens kept; each declared input is there. */
function inputVariables(inputs: Inputs): Record<string, string> {
  const unknown = Object.keys(inputs).filter(name => !Object.hasOwn(action.inputs, name));
  if (unknown.length > 0) throw new Error(`action.yml declares no input named ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, declared]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? String(declared.default ?? '')
    ])
  );
}

/** Entries of the form `name<<delimiter`, value, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const entries = text.matchAll(/^(?<name>[^\n<]+)<<(?<delimiter>\S+)\r?\n(?<value>[\s\S]*?)\r?\n\k<delimiter>\r?$/gm);
  return Object.fromEntries([...entries].map(({groups}) => [groups?.name ?? '', groups?.value ?? '']));
}

/** The lines that a runner would obey, in whichever of its two forms. */
export function commandsIn(stdout: string): readonly string[] {
  return stdout.split(/\r\n|\r|\n/).filter(line => line.trimStart().startsWith('::') || line.includes('##['));
}

/** The message of an annotation, unescaped as the runner does it. */
export function annotationsOf({stdout}: Ran): readonly {readonly level: string; readonly message: string}[] {
  return commandsIn(stdout).flatMap(line => {
    const {level, data} = /^::(?<level>error|warning|notice)(?: [^:]*)?::(?<data>.*)$/.exec(line)?.groups ?? {};
    if (level === undefined || data === undefined) return [];
    return [{level, message: data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')}];
  });
}

/** The one annotation's message; empty where there is none. */
export function annotated(ran: Ran): string {
  return annotationsOf(ran)[0]?.message ?? '';
}

/** How a step ended, in what every ending has: to be compared with `green` or `red(status)`. */
export function endingOf(ran: Ran) {
  return {
    status: ran.outputs.status,
    exitCode: ran.exitCode,
    signal: ran.signal,
    annotations: annotationsOf(ran).map(({level}) => level),
    outputs: Object.keys(ran.outputs).sort(),
    /** The summary's first line has the verdict's icon. */
    summary: ran.summary.split(' ', 2).join(' '),
    stderr: ran.stderr
  };
}

type Ending = ReturnType<typeof endingOf>;

const icons = {
  succeeded: '✅',
  failed: '❌',
  stopped: '⏹️',
  'timed-out': '⏱️',
  unfinished: '⏳',
  cancelled: '🚫',
  'not-found': '❓',
  denied: '🔒',
  error: '💥'
};

function ending(status: keyof typeof icons, exitCode: number, annotations: readonly string[]): Ending {
  return {
    status,
    exitCode,
    signal: null,
    annotations: [...annotations],
    outputs: Object.keys(action.outputs).sort(),
    summary: `### ${icons[status]}`,
    stderr: ''
  };
}

/** Exit code 0, every output that action.yml declares, a summary, and no annotation. */
export const green = ending('succeeded', 0, []);

/** Exit code 1, every output that action.yml declares, a summary, and exactly one annotation. */
export function red(status: Exclude<keyof typeof icons, 'succeeded'>): Ending {
  return ending(status, 1, [status === 'unfinished' ? 'notice' : 'error']);
}

export const taskId = '008aae2e67abe2ff0167abe3a28f0000';
export const projectId = 'b384b9e9ab9b4ee8994c8633aabc9505';
export const token = 'MIIExampleTokenThatIsNoWord';

/** Inputs that are complete for a task of DataArts Studio, with the shortest pauses that are allowed. */
export function inputsFor(endpoint: string, more: Inputs = {}): Inputs {
  return {
    service: 'dataarts-studio',
    'task-id': taskId,
    'project-id': projectId,
    endpoint,
    token,
    'min-interval': '1s',
    'max-interval': '1s',
    ...more
  };
}

/** An answer of DataArts Studio for that task. */
export function dataartsTask(status: string, more: Readonly<Record<string, unknown>> = {}) {
  const hasEnded = status !== 'RUNNING';
  return {
    id: taskId,
    name: 'Import the job from obs://aaaaa/job_batch.zip.',
    projectId,
    startTime: 1544777081000,
    ...(hasEnded ? {endTime: 1544777083000} : {}),
    lastUpdate: 1544777083000,
    status,
    subtasks: [],
    ...more
  };
}
