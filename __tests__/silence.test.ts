import {describe, expect, it} from '@jest/globals';
import {type Dependencies, run} from '../src/main.ts';
import {dataartsInputs} from './helpers/act.ts';
import {fakeClock} from './helpers/fake-clock.ts';
import {fakeCore} from './helpers/fake-core.ts';
import {fakeTransport} from './helpers/fake-transport.ts';

const ids = ['a1', 'b2', 'c3'];
const answer = (id: string, status: string) => ({body: {id, name: 'Import', status}});

type Change = (dependencies: Dependencies) => Partial<Dependencies>;

function bug(): never {
  throw new TypeError('a bug');
}

/** Throws in the call that the nth line with these words makes. */
function throwingAt(words: RegExp): Change {
  let isThrown = false;
  return ({core}) => ({
    core: {
      ...core,
      info: line => {
        if (words.test(line) && !isThrown) {
          isThrown = true;
          bug();
        }
        core.info(line);
      }
    }
  });
}

const changes: readonly (readonly [string, Change])[] = [
  ['the first line', throwingAt(/3 tasks of/)],
  ['an observer', throwingAt(/RUNNING/)],
  ['a heartbeat', throwingAt(/not seen yet|running \(|done, /)],
  ['the list of the tasks', throwingAt(/succeeded {2}/)],
  ['the transport', () => ({createTransport: bug})],
  [
    'one request of one task',
    dependencies => ({
      createTransport: options => {
        const transport = dependencies.createTransport(options);
        return async (request, signal) => (request.url.pathname.endsWith('b2') ? bug() : transport(request, signal));
      }
    })
  ],
  ['the random numbers', () => ({random: bug})],
  ['the clock of the system', ({clock}) => ({clock: {...clock, date: bug}})],
  ['an input', ({core}) => ({core: {...core, getInput: name => (name === 'timeout' ? bug() : core.getInput(name))}})],
  ['a mask', ({core}) => ({core: {...core, setSecret: bug}})],
  ['a promise that nobody waits for', () => ({failure: AbortSignal.abort(new TypeError('a bug'))})]
];

describe('a throw', () => {
  it.each(changes)('in %s still sets all outputs, one annotation and the summary', async (_, change) => {
    const {core, seen} = fakeCore({...dataartsInputs, 'task-id': ids.join(','), timeout: '5m'});
    let looks = 0;
    const {transport} = fakeTransport(request => {
      const id = request.url.pathname.split('/').at(-1) ?? '';
      looks += 1;
      return request.url.hostname.startsWith('iam.')
        ? {status: 404}
        : answer(id, looks > 90 ? 'SUCCESSFUL' : 'RUNNING');
    });
    const dependencies: Dependencies = {
      core,
      environment: {},
      createTransport: () => transport,
      clock: fakeClock(),
      random: () => 0.5,
      signal: new AbortController().signal
    };
    expect(await run({...dependencies, ...change(dependencies)})).toBe('red');
    expect(seen.outputs.status).toBe('error');
    expect(Object.keys(seen.outputs)).toHaveLength(16);
    expect(seen.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringMatching(/^a bug Task now: Not known: .* run it again/)
      })
    ]);
    expect(seen.summary).toMatch(/^### 💥 Unexpected error/);
  });

  it('while the summary is written is told once, and nothing else after it', async () => {
    const {core, seen} = fakeCore({...dataartsInputs, timeout: '5m'});
    const failure = new AbortController();
    const {transport} = fakeTransport([answer(dataartsInputs['task-id'], 'SUCCESSFUL')]);
    const color = await run({
      core: {
        ...core,
        summary: {
          addRaw: text => ({
            write: async () => {
              failure.abort(new TypeError('a bug'));
              seen.summary = text;
              await new Promise(setImmediate);
            }
          })
        }
      },
      environment: {},
      createTransport: () => transport,
      clock: fakeClock(),
      random: () => 0.5,
      signal: new AbortController().signal,
      failure: failure.signal
    });
    expect([color, seen.outputs.status]).toEqual(['red', 'error']);
    expect(seen.annotations).toHaveLength(1);
    expect(seen.log.join()).not.toContain('task succeeded');
  });
});
