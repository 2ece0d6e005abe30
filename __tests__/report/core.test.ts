import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {run} from '../../src/main.ts';
import {createSink} from '../../src/report/core.ts';
import {createCleaner} from '../../src/secrets.ts';
import {act, dataartsInputs} from '../helpers/act.ts';
import {fakeClock} from '../helpers/fake-clock.ts';
import {fakeCore} from '../helpers/fake-core.ts';
import {fakeTransport} from '../helpers/fake-transport.ts';

function sinkWith(...secrets: readonly string[]) {
  return sinkLike({inColor: false}, ...secrets);
}

function sinkLike(look: {readonly inColor: boolean}, ...secrets: readonly string[]) {
  const {core, seen} = fakeCore({});
  const sink = createSink(core, {...look, cleaner: createCleaner(() => 0)});
  for (const secret of secrets) sink.addSecret(secret);
  return {sink, seen};
}

/** What a person can read somewhere: entities of the summary as their characters. */
const shown = (text: string) => text.replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)));

describe('the sink', () => {
  it('keeps a secret out of everything, short ones that can be words of ours out of the summary by its texts', async () => {
    const {sink, seen} = sinkWith('hush', 'hush-hush-hush-hush');
    sink.info('a hush b hush');
    sink.group('group hush', [['c ', ['bad', 'hush']]]);
    sink.debug('hush');
    sink.error('the hush', 'a title');
    sink.notice('hush!', 'a title');
    sink.setOutput('message', 'no hush here');
    await sink.writeSummary('# hush-hush-hush-hush');
    expect(seen).toEqual({
      log: ['a *** b ***', 'c ***'],
      groups: ['group ***'],
      debug: ['***'],
      annotations: [
        {level: 'error', message: 'the ***', title: 'a title'},
        {level: 'notice', message: '***!', title: 'a title'}
      ],
      secrets: ['hush', 'hush-hush-hush-hush'],
      outputs: {message: 'no *** here'},
      summary: '# ***'
    });
  });

  it('passes on as it is what holds no secret', async () => {
    const {sink, seen} = sinkWith();
    sink.info('a line');
    sink.setOutput('tasks', '[{"a": "\\n"}]');
    await sink.writeSummary('# a\n');
    expect([seen.log, seen.outputs, seen.summary]).toEqual([['a line'], {tasks: '[{"a": "\\n"}]'}, '# a\n']);
  });

  it('masks each secret for the runner, once and also without its padding, and never an empty text', () => {
    const {sink, seen} = sinkWith('hush', '', 'quiet', 'hush', 'padded==');
    sink.info('plain');
    expect(seen.secrets).toEqual(['hush', 'quiet', 'padded==', 'padded']);
    expect(seen.log).toEqual(['plain']);
  });

  it('keeps a secret out as it stands in JSON', () => {
    const secret = 'a"b\\c';
    const {sink, seen} = sinkWith(secret);
    sink.setOutput('tasks', JSON.stringify([{message: `the ${secret} is told`}]));
    expect(seen.outputs.tasks).toBe('[{"message":"the *** is told"}]');
  });

  it('keeps out a secret that has another one inside, in whatever order they came', () => {
    for (const secrets of [
      ['hush', 'hush-and-more'],
      ['hush-and-more', 'hush']
    ]) {
      const {sink, seen} = sinkWith(...secrets);
      sink.info('it is hush-and-more');
      expect(seen.log.join()).not.toContain('and-more');
    }
  });

  it('leaves nothing of any secret, whatever it is, also inside JSON', () => {
    const secret = fc.string({unit: fc.constantFrom(...'abc"\\/+=_-$&|'), minLength: 4, maxLength: 12});
    fc.assert(
      fc.property(secret, fc.string({maxLength: 5}), (hidden, around) => {
        const {sink, seen} = sinkWith(hidden);
        sink.info(`${around}x${hidden}y${around}`);
        sink.setOutput('tasks', JSON.stringify({message: `x${hidden}y`}));
        expect(seen.log.join()).toContain('x***y');
        expect(seen.outputs.tasks).toBe('{"message":"x***y"}');
      })
    );
  });
});

describe('a line of the log', () => {
  it.each([true, false])('is no command of the runner, whatever it begins with; in color: %s', inColor => {
    const {sink, seen} = sinkLike({inColor});
    for (const blanks of ['', '  ', '\u00a0\u3000']) {
      sink.info(['bad', `${blanks}::error::x`], 'y');
      sink.info(blanks, ['bad', ':'], ':stop-commands::y');
      sink.group('::endgroup::', [[['bad', `${blanks}::set-output name=status::succeeded`]]]);
    }
    sink.info(['bad', '##'], '[error]z');
    expect(seen.log).toHaveLength(10);
    for (const line of seen.log) expect(line).not.toMatch(/^\s*::|##\[/);
    expect(seen.log[0]).toBe(': :error::xy');
  });

  it.each([true, false])('has no secret that begins in one piece and ends in another; in color: %s', inColor => {
    const {sink, seen} = sinkLike({inColor}, 'two words: hush');
    sink.info('a ', ['bad', 'two words'], ': hush', ['good', ' b']);
    expect(seen.log).toEqual(['a *** b']);
  });

  it('keeps its colors where it has nothing but a secret within a piece', () => {
    const {sink, seen} = sinkLike({inColor: true}, 'hush');
    sink.info(['bad', 'a hush'], ' b');
    expect(seen.log).toEqual(['\u001b[31ma ***\u001b[0m b']);
  });
});

describe('a secret that the service repeats', () => {
  const id = dataartsInputs['task-id'];

  async function everythingAbout(token: string, message: string): Promise<string> {
    const [startTime, endTime] = [1544777081000, 1544777083000];
    const subtask = {id: message, name: message, status: message, message, startTime, endTime};
    const subtasks = [
      {...subtask, status: 'FAILED'},
      {...subtask, name: '', status: 'SUCCESSFUL'}
    ];
    const body = {id, name: message, status: 'FAILED', message, startTime, endTime, subtasks};
    const {log, debug, annotations, outputs, summary, secrets} = await act({...dataartsInputs, token}, [
      {body: {...body, subtasks: [...subtasks, subtask]}}
    ]);
    expect(secrets).toContain(token);
    expect(outputs.status).toBe('failed');
    expect(summary.match(/^ {2}section /gm)).toHaveLength(2);
    return shown(
      [...log, ...debug, ...annotations.map(each => each.message), ...Object.values(outputs), summary].join('\n')
    );
  }

  it('is told nowhere', async () => {
    const token = 'MIIExample-token+value/0123456789==';
    expect((await everythingAbout(token, `The token ${token} is bad`)).includes(token)).toBe(false);
  });

  it('is told nowhere, also where it has marks that are escaped in the summary', async () => {
    const token = 'tok*en|with~marks#and$more';
    expect((await everythingAbout(token, `The token ${token} is bad`)).includes(token)).toBe(false);
  });

  it('is told nowhere, also in the chart, which takes out and replaces marks, and cuts', async () => {
    for (const token of ['Zqxa:Kwvu#Yjpb;Hgzt%%Xkcd:Vbnm', 'MIIExample:QwertyUiop']) {
      for (const text of [token, `${token}x`, `a long text before the token ${token}`]) {
        const everything = await everythingAbout(token, text);
        for (const part of token.match(/[A-Za-z]{4,}/g) ?? []) expect(everything).not.toContain(part);
      }
    }
  });

  it('is told nowhere, also where it is longer than what is shown of a text', async () => {
    const token = Array.from({length: 600}, (_, index) => `${index}-`).join('');
    expect((await everythingAbout(token, `The token ${token} is bad`)).includes(token.slice(0, 40))).toBe(false);
  });

  it('is told nowhere where it is a security token in the text of a refused signature', async () => {
    const keys = {'access-key': 'AKEXAMPLE', 'secret-key': 'SKEXAMPLE', 'security-token': 'ST-example-0123456789'};
    const error_msg = `verify aksk signature fail, canonicalRequest:GET|/v1|x-security-token:${keys['security-token']}|`;
    const acted = await act({...dataartsInputs, token: '', ...keys}, [
      {status: 401, body: {error_code: 'APIGW.0301', error_msg}}
    ]);
    const everything = shown(JSON.stringify({...acted, requests: [], secrets: []}));
    expect(acted.outputs.status).toBe('denied');
    expect(acted.secrets).toEqual(expect.arrayContaining(Object.values(keys)));
    for (const secret of Object.values(keys)) expect(everything).not.toContain(secret);
    expect(everything).not.toContain('canonicalRequest');
  });

  it('is masked before the first line of the log', async () => {
    const {core, seen} = fakeCore({...dataartsInputs});
    const order: string[] = [];
    await run({
      core: {
        ...core,
        setSecret: secret => {
          order.push('secret');
          core.setSecret(secret);
        },
        info: line => {
          order.push('line');
          core.info(line);
        }
      },
      environment: {HW_SECRET_KEY: 'not-used-but-secret'},
      createTransport: () => fakeTransport([{body: {id, status: 'SUCCESSFUL'}}]).transport,
      clock: fakeClock(),
      random: () => 0.5,
      signal: new AbortController().signal
    });
    expect(seen.secrets.sort()).toEqual([dataartsInputs.token, 'not-used-but-secret'].sort());
    expect(order.lastIndexOf('secret')).toBeLessThan(order.indexOf('line'));
  });
});
