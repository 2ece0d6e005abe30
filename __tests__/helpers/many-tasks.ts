import type {HttpAnswer} from '../../src/http/transport.ts';
import {type Dependencies, run} from '../../src/main.ts';
import {type FakeClock, fakeClock} from './fake-clock.ts';
import {fakeCore} from './fake-core.ts';

/** Whether a request gets in at this time; where not, `told` is what the answer says of it. */
export interface Limiter {
  admits(nowMs: number): boolean;
  readonly told: {readonly headers?: Readonly<Record<string, string>>; readonly text: string};
}

const gatewayText = (limit: number) =>
  `The throttling threshold has been reached: policy user over ratelimit,limit:${limit},time:1 minute`;
const minuteMs = 60_000;

/** The ways in which services count requests a minute. */
export const limiters: Readonly<Record<string, (limit: number) => Limiter>> = {
  'in windows that begin at full minutes': limit => {
    let window = {index: -1, count: 0};
    return {
      told: {text: gatewayText(limit)},
      admits(nowMs) {
        const index = Math.floor((nowMs + 17_000) / minuteMs);
        if (index !== window.index) window = {index, count: 0};
        window.count += 1;
        return window.count <= limit;
      }
    };
  },
  'over the last minute': limit => {
    const admitted: number[] = [];
    return {
      told: {text: gatewayText(limit)},
      admits(nowMs) {
        while ((admitted[0] ?? nowMs) <= nowMs - minuteMs) admitted.shift();
        if (admitted.length >= limit) return false;
        admitted.push(nowMs);
        return true;
      }
    };
  },
  'by a bucket that fills up evenly': limit => {
    let tokens = limit;
    let filledMs = 0;
    return {
      told: {text: gatewayText(limit)},
      admits(nowMs) {
        tokens = Math.min(limit, tokens + ((nowMs - filledMs) * limit) / minuteMs);
        filledMs = nowMs;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
      }
    };
  }
};

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

/** Runs the whole step for many tasks of DataArts Studio on virtual time. */
export async function awaitMany(options: ManyOptions) {
  const {courses, inputs = {}, limiter, latencyMs = 100, random = Math.random, answer} = options;
  const clock: FakeClock = fakeClock();
  const startDateMs = clock.date();
  const seenEndMs: Record<string, number> = {};
  const looks: Record<string, number> = {};
  const requestedAtMs: number[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  let throttled = 0;

  const createTransport: Dependencies['createTransport'] = () => async (request, signal) => {
    if (request.url.hostname.startsWith('iam.')) return {status: 404, header: () => undefined, text: '{}'};
    const id = decodeURIComponent(request.url.pathname.split('/').at(-1) ?? '');
    looks[id] = (looks[id] ?? 0) + 1;
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    requestedAtMs.push(clock.now());
    try {
      await clock.sleep(latencyMs / 2, signal);
      const nowMs = clock.now();
      const headers: Record<string, string> = {date: new Date(clock.date()).toUTCString()};
      const reply = (status: number, body: unknown): HttpAnswer => ({
        status,
        header: name => headers[name],
        text: JSON.stringify(body)
      });
      let replied: HttpAnswer;
      const special = answer?.(id, nowMs, looks[id] ?? 0);
      const course = courses[id];
      if (limiter && !limiter.admits(nowMs)) {
        throttled += 1;
        Object.assign(headers, limiter.told.headers);
        replied = reply(429, {error_code: 'APIGW.0308', error_msg: limiter.told.text});
      } else if (special) replied = {...reply(200, {}), ...special};
      else if (!course) replied = reply(400, {error_code: 'DLF.0810', error_msg: 'The task does not exist.'});
      else {
        const hasEnded = nowMs >= course.lastsMs;
        if (hasEnded) seenEndMs[id] ??= nowMs + latencyMs / 2;
        replied = reply(200, {
          id,
          name: `Import ${id}`,
          status: hasEnded ? course.ends : 'RUNNING',
          startTime: startDateMs,
          ...(hasEnded && {endTime: startDateMs + course.lastsMs}),
          subtasks: []
        });
      }
      await clock.sleep(latencyMs / 2, signal);
      signal.throwIfAborted();
      return replied;
    } finally {
      inFlight -= 1;
    }
  };

  const {core, seen} = fakeCore({
    service: 'dataarts-studio',
    'task-id': Object.keys(courses).join(','),
    'project-id': 'p1',
    endpoint: 'https://cloud.example',
    token: 'example-token-value',
    ...inputs
  });
  const {signal = new AbortController().signal} = options;
  const colour = await run({core, environment: {}, createTransport, clock, random, signal});
  const lagsMs = Object.entries(seenEndMs)
    .map(([id, ms]) => ms - (courses[id]?.lastsMs ?? 0))
    .sort((a, b) => a - b);
  // The log lists as many as two hundred, which the output tasks has no room for.
  const statuses = new Map(
    seen.log.flatMap(line => {
      const [, status, id] = /^([a-z-]+) {2,}(\S+)/.exec(line) ?? [];
      return status !== undefined && id !== undefined ? [[id, status] as const] : [];
    })
  );
  return {
    ...seen,
    colour,
    clock,
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
