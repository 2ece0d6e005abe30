import {type ActionOptions, load, type Ran, type Running} from './stand-in.ts';

const {action, startAction} = await load('runner');

export type {Ran, Running};

/** What stands under `with:`. */
export type Inputs = Readonly<Record<string, string>>;

/** Nothing here runs that long: what does is stuck, and its end by SIGKILL fails the test. */
const stuckAfterMs = 17_000;

/** Starts the built action as a runner does. */
export function startBundle(inputs: Inputs, options: ActionOptions = {}): Promise<Running> {
  return startAction(inputs, {stuckAfterMs, ...options});
}

/** The environment of a step whose clock goes faster; its requests take the time that they take. */
export function faster(speed: number, ...preloads: readonly URL[]) {
  const all = [new URL('fast-clock.js', import.meta.url), ...preloads];
  return {NODE_OPTIONS: all.map(preload => `--import ${preload}`).join(' '), CLOCK_SPEED: String(speed)};
}

/** A minute takes six seconds, and a request on a busy machine still no more than one. */
export const fast = faster(10);

/** Runs the built action to its end. */
export async function runBundle(inputs: Inputs, options?: ActionOptions): Promise<Ran> {
  return (await startBundle(inputs, options)).ended;
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
