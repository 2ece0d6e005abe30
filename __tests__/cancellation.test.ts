import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {Transport} from '../src/http/transport.ts';
import type {Dependencies} from '../src/main.ts';
import {run} from '../src/main.ts';
import {fakeCloud, type Kind, kinds, taskInputs, waysIn} from './helpers/fake-cloud.ts';
import {fakeCore} from './helpers/fake-core.ts';
import {fakeTransport} from './helpers/fake-transport.ts';

interface Stopped {
  readonly colour: 'green' | 'red' | 'hangs';
  readonly status: string | undefined;
  readonly outputs: number;
  readonly levels: readonly string[];
  /** Whether the step was told to stop before it ended by itself. */
  readonly inTime: boolean;
}

/** Runs the step against the cloud in memory and tells it to stop at the nth thing that it does. */
async function stoppedAt(kind: Kind, nth: number, hangs: boolean): Promise<Stopped> {
  // Nobody renews a ready-made token.
  const tokensMs = kind === 'token' ? 24 * 3_600_000 : 10 * 60_000;
  const cloud = fakeCloud({taskMs: 20 * 60_000, keysMs: 10 * 60_000, tokensMs});
  const way = waysIn(cloud.settings.secrets)[kind];
  const inputs = {...taskInputs, ...way.inputs, 'project-id': '', 'max-interval': '3m', 'min-interval': '3m'};
  const stop = new AbortController();
  let done = 0;
  const happens = () => {
    done += 1;
    if (done === nth) stop.abort(new Error('cancelled by SIGTERM'));
  };
  const {transport: answering} = fakeTransport(cloud.answer);
  const transport: Transport = async (request, signal) => {
    happens();
    // A silent peer: nothing comes until the request is given up.
    if (hangs && stop.signal.aborted) {
      return new Promise((_, reject) => {
        const giveUp = () => reject(signal.reason);
        if (signal.aborted) giveUp();
        else signal.addEventListener('abort', giveUp, {once: true});
      });
    }
    const answer = await answering(request, signal);
    happens();
    return answer;
  };
  const {core, seen} = fakeCore(inputs);
  const dependencies: Dependencies = {
    core: {
      ...core,
      summary: {
        addRaw: text => {
          happens();
          return core.summary.addRaw(text);
        }
      }
    },
    environment: 'environment' in way ? way.environment : {},
    createTransport: () => transport,
    clock: {
      ...cloud.clock,
      sleep: async (ms, signal) => {
        happens();
        await cloud.clock.sleep(ms, signal);
      }
    },
    random: () => 0.5,
    signal: stop.signal
  };
  if (nth === 0) stop.abort(new Error('cancelled by SIGTERM'));
  const stuck = new Promise<'hangs'>(resolve => setTimeout(resolve, 5000, 'hangs').unref());
  const colour = await Promise.race([run(dependencies), stuck]);
  return {
    colour,
    status: seen.outputs.status,
    outputs: Object.keys(seen.outputs).length,
    levels: seen.annotations.map(({level}) => level),
    inTime: stop.signal.aborted && seen.outputs.status === 'cancelled'
  };
}

describe('a step that is told to stop', () => {
  it('ends at once with everything told, wherever it is, with every kind of credentials', async () => {
    const places = fc.record({kind: fc.constantFrom(...kinds), nth: fc.nat(60), hangs: fc.boolean()});
    let cancelled = 0;
    await fc.assert(
      fc.asyncProperty(places, async ({kind, nth, hangs}) => {
        const {colour, status, outputs, levels, inTime} = await stoppedAt(kind, nth, hangs);
        if (inTime) cancelled += 1;
        // A stop that comes when the verdict is there changes nothing: what was told stays true.
        expect([status, colour, levels]).toEqual(
          status === 'succeeded' ? ['succeeded', 'green', []] : ['cancelled', 'red', ['error']]
        );
        expect(outputs).toBe(16);
      }),
      {numRuns: 250}
    );
    expect(cancelled).toBeGreaterThan(100);
  }, 60_000);

  it.each(kinds)('before it has asked for anything, with %s, asks for nothing', async kind => {
    const {colour, status, levels} = await stoppedAt(kind, 0, false);
    expect([colour, status, levels]).toEqual(['red', 'cancelled', ['error']]);
  });
});
