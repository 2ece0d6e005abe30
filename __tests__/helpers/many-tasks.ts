import type {HttpAnswer, Transport} from '../../src/http/transport.ts';
import {en} from '../../src/words/en.ts';
import {actOver, dataartsInputs} from './act.ts';
import {type FakeClock, fakeClock} from './fake-clock.ts';
import {type Limiter, load} from './stand-in.ts';

const {createCloud} = await load('cloud');
const {demoCredentials} = await load('credentials');
const {dataartsStudio} = await load('dataarts');
export const {limiters} = await load('limiters');

/** What a task does, by its id: it runs for so long from the start of the wait on, then ends so. */
export interface Course {
  readonly lastsMs: number;
  readonly ends: 'SUCCESSFUL' | 'FAILED';
}

export interface ManyOptions {
  readonly courses: Readonly<Record<string, Course>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly limiter?: Limiter;
  readonly latencyMs?: number;
  readonly random?: () => number;
  /** In place of the answer of the task. */
  readonly answer?: (id: string, nowMs: number, number: number) => Partial<HttpAnswer> | undefined;
  readonly signal?: AbortSignal;
}

const token = 'example-token-value';

/** Runs the whole step for many tasks of DataArts Studio on virtual time. */
export async function awaitMany(options: ManyOptions) {
  const {courses, inputs = {}, limiter, latencyMs = 100, random = Math.random, answer} = options;
  // No window of a limiter begins with the step.
  const clock: FakeClock = fakeClock({startDateMs: Date.UTC(2026, 0, 15, 8, 30, 17)});
  const seenEndMs: Record<string, number> = {};
  const looks: Record<string, number> = {};
  const requestedAtMs: number[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  let throttled = 0;
  const cloud = createCloud({
    services: [dataartsStudio],
    clock: clock.date,
    requestId: () => 'r1',
    credentials: {...demoCredentials, token, projectId: 'p1'},
    limiter
  });
  for (const [id, {lastsMs, ends}] of Object.entries(courses)) {
    const timeline = [
      {at: 0, status: 'RUNNING', subtasks: {}},
      {at: lastsMs / 1000, status: ends, subtasks: {}}
    ];
    cloud.addTask('dataarts-studio', {task_id: id, project_id: 'p1'}, {timeline, taskName: `Import ${id}`});
  }

  const transport: Transport = async (request, signal) => {
    if (request.url.hostname.startsWith('iam.')) return {status: 404, header: () => undefined, text: '{}'};
    const id = decodeURIComponent(request.url.pathname.split('/').at(-1) ?? '');
    looks[id] = (looks[id] ?? 0) + 1;
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    requestedAtMs.push(clock.now());
    try {
      await clock.sleep(latencyMs / 2, signal);
      const nowMs = clock.now();
      const special = answer?.(id, nowMs, looks[id] ?? 0);
      const {status, headers, text} = cloud.answer(request);
      if (status === 429) throttled += 1;
      else if (!special && nowMs >= (courses[id]?.lastsMs ?? Number.POSITIVE_INFINITY))
        seenEndMs[id] ??= nowMs + latencyMs / 2;
      await clock.sleep(latencyMs / 2, signal);
      signal.throwIfAborted();
      return {status, header: name => headers[name], text, ...(status === 429 ? {} : special)};
    } finally {
      inFlight -= 1;
    }
  };

  const many = {
    region: '',
    'task-id': Object.keys(courses).join(','),
    'project-id': 'p1',
    endpoint: 'https://cloud.example',
    token
  };
  const {signal = new AbortController().signal} = options;
  const acted = await actOver({transport}, {...dataartsInputs, ...many, ...inputs}, {clock, random, signal});
  const lagsMs = Object.entries(seenEndMs)
    .map(([id, ms]) => ms - (courses[id]?.lastsMs ?? 0))
    .sort((a, b) => a - b);
  // The log lists as many as two hundred, which the output tasks has no room for.
  const statuses = new Map(
    acted.log.flatMap(line => {
      const [, words, id] = /^([a-z ]+?) {2,}(\S+)/.exec(line) ?? [];
      const verdict = Object.entries(en.verdicts).find(([, shown]) => shown === words)?.[0];
      return verdict !== undefined && id !== undefined ? [[id, verdict] as const] : [];
    })
  );
  return {
    ...acted,
    looks,
    requestedAtMs,
    mostInFlight,
    throttled,
    lagsMs,
    statusOf: (id: string) => statuses.get(id)
  };
}

/** The smallest lag that so many percent do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}
