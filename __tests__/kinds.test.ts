import {describe, expect, it} from '@jest/globals';
import {type Answer, type Good, goods, type Node} from './helpers/good-samples.ts';
import {playFor} from './helpers/play-for.ts';
import {services} from './helpers/services.ts';

/** One good sample of each service, whose state stands in it once. */
const each = services.map(({name}) => goods.find(({service}) => service === name) as Good);
const table = each.map(good => [good.service, good] as const);

/** The answer with another value, or none, at the path in the task. */
function changed({answer, needs}: Good, path: string, change: (value: Node | undefined) => Node | undefined): Answer {
  const body = JSON.parse(answer.text) as Record<string, Node>;
  const outer = (needs.list === undefined ? body : needs.list === '' ? body : body[needs.list]) as Record<string, Node>;
  const entries = needs.list === undefined ? [needs.task ? outer[needs.task] : outer] : Object.values(outer);
  for (const task of entries as Record<string, Node>[]) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let holder = task;
    for (const key of keys) {
      holder[key] ??= {};
      holder = holder[key] as Record<string, Node>;
    }
    holder[last] = change(holder[last]) as Node;
  }
  return {...answer, text: JSON.stringify(body)};
}

/** The answers with an error in one of the objects on the way from the body to the state, each with the place of that object. */
function errorsOnWay({answer, needs}: Good): readonly (readonly [place: string, Answer])[] {
  const keys = [needs.list, needs.task, needs.word].flatMap(path => (path ? path.split('.') : [])).slice(0, -1);
  return [...keys.keys(), keys.length].flatMap(depth => {
    const body = JSON.parse(answer.text) as Node;
    const within = (from: readonly Node[], key: string) =>
      from.flat().map(each => (each as Record<string, Node>)[key] ?? null);
    const holders = keys.slice(0, depth).reduce(within, [body]).flat() as Record<string, Node>[];
    for (const holder of holders) holder.error = 'X.0001';
    return [[keys.slice(0, depth).join('.'), {...answer, text: JSON.stringify(body)}] as const];
  });
}

async function verdictOf(good: Good, answers: readonly Answer[]) {
  const {outputs, colour} = await playFor(good, answers, '3m');
  return {colour, status: outputs.status, message: outputs.message};
}

const green = {colour: 'green', status: 'succeeded', message: expect.anything()};
const red = {colour: 'red', status: expect.not.stringMatching('succeeded'), message: expect.stringMatching(/\w/)};
/** `it.each` takes no empty list. */
const forEach = <T>(all: readonly T[]) => (all.length === 0 ? () => undefined : it.each(all));
const html = {'content-type': 'text/html'};
const page = (status: number): Answer => ({
  status,
  headers: html,
  text: '<!doctype html><html><body>Stop</body></html>'
});

describe.each(table)('%s', (_, good) => {
  const {answer, needs, taskId} = good;
  const allowed = needs.statuses ?? [200];

  forEach([201, 202, 203, 206, 207, 226].filter(status => !allowed.includes(status)))(
    'a success under HTTP %i is red',
    async status => {
      expect(await verdictOf(good, [{...answer, status}])).toEqual(red);
    }
  );

  it('a success under 206 once, then whole, is green', async () => {
    expect(await verdictOf(good, [{...answer, status: 206}, answer])).toEqual(green);
  });

  it.each([200, 401, 403, 404, 418, 500, 503, 520, 524])(
    'two pages under HTTP %i, then a success, are green',
    async status => {
      expect(await verdictOf(good, [page(status), page(status), answer])).toEqual(green);
    }
  );

  it('a state that is null for a while is no end', async () => {
    const waiting = changed(good, needs.word, () => null);
    expect(await verdictOf(good, [waiting, waiting, waiting, waiting, waiting, answer])).toEqual(green);
  });

  it('a state that stays null is red', async () => {
    expect(await verdictOf(good, [changed(good, needs.word, () => null)])).toEqual(red);
  });

  forEach(typeof needs.words[0] === 'string' ? ['', ' '] : [])(
    'a state that is "%s" for a while is no end',
    async blank => {
      const waiting = changed(good, needs.word, () => blank);
      expect(await verdictOf(good, [waiting, waiting, waiting, waiting, waiting, answer])).toEqual(green);
    }
  );

  it('a state in a list is red', async () => {
    expect(await verdictOf(good, [changed(good, needs.word, word => [word ?? null])])).toEqual(red);
  });

  it('a state that stands twice is red, in whichever order and however it is written', async () => {
    const key = needs.word.split('.').at(-1) ?? '';
    const texts = ['FAILED', null].flatMap(other =>
      [key, `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`].map(written =>
        answer.text.replace(
          new RegExp(`"${key}"(?=\\s*:\\s*[^{\\s])`, 'g'),
          `"${written}":${JSON.stringify(other)},"${key}"`
        )
      )
    );
    expect(texts).not.toContain(answer.text);
    for (const text of texts) expect(await verdictOf(good, [{...answer, text}])).toEqual(red);
  });

  it('three broken answers within some seconds, then a success, are green', async () => {
    const cut = {...answer, text: answer.text.slice(0, -2)};
    expect(await verdictOf(good, [cut, cut, cut, answer])).toEqual(green);
  });

  forEach(needs.list === '' ? [] : ['error', 'error_code', 'errorCode'])(
    'a success with %s beside is red',
    async key => {
      const text = JSON.stringify({
        ...JSON.parse(answer.text),
        [key]: key === 'error' ? {code: 'X.0001', message: 'No.'} : 'X.0001'
      });
      expect(await verdictOf(good, [{...answer, text}])).toEqual(red);
    }
  );

  forEach(needs.list === '' ? [] : [null, false, '', '0', 0, {}, [], {code: null, message: ''}])(
    'an error beside that is %j is none',
    async error => {
      const text = JSON.stringify({...JSON.parse(answer.text), error});
      expect(await verdictOf(good, [{...answer, text}])).toEqual(green);
    }
  );

  it.each(['error', 'error_code', 'errorCode', 'errCode'])(
    'a success with %s where its state stands is red',
    async key => {
      const path = needs.word.replace(/[^.]*$/, key);
      expect(await verdictOf(good, [changed(good, path, () => 'X.0001')])).toEqual(red);
      for (const nothing of [null, '', 'null', '[null]', '""', []])
        expect(await verdictOf(good, [changed(good, path, () => nothing)])).toEqual(green);
    }
  );

  it.each(errorsOnWay(good))('a success with an error on the way to its state, in "%s", is red', async (_, answer) => {
    expect(await verdictOf(good, [answer])).toEqual(red);
  });

  forEach(needs.errors ?? [])('a success with its own error %s is red', async path => {
    expect(await verdictOf(good, [changed(good, path, () => 'X.0001')])).toEqual(red);
  });

  forEach(needs.id === undefined ? [] : ['another', 'a longer', 'a shorter', 'no', 'an empty'])(
    '%s id is red',
    async which => {
      const ids = {
        another: 'ffffffff',
        'a longer': `${taskId}0`,
        'a shorter': taskId.slice(1) || '_',
        no: undefined,
        'an empty': ''
      };
      const told = ids[which as keyof typeof ids];
      const isNumber = needs.id === 'instanceId';
      const id = isNumber && told ? Number.parseInt(told, 16) : told;
      expect(await verdictOf(good, [changed(good, needs.id ?? '', () => id as Node)])).toEqual(red);
    }
  );

  forEach(Object.keys(needs.repeats ?? {}))('another %s than was asked for is red', async path => {
    expect(await verdictOf(good, [changed(good, path, () => 'other')])).toEqual(red);
  });

  forEach(Object.keys(needs.flags ?? {}))('a %s that says no, or is a text, is red', async path => {
    for (const flag of [false, 'false', 'true'])
      expect(await verdictOf(good, [changed(good, path, () => flag)])).toEqual(red);
  });

  forEach(needs.parts ?? [])(
    'parts at $at that are no list, or have failed, or no state that is a word, are red',
    async ({at, word}) => {
      const part = (state: Node) => word.split('.').reduceRight<Node>((inner, key) => ({[key]: inner}), state);
      const values: readonly Node[] = [
        'none',
        {a: 1},
        [['x']],
        ['x'],
        [part('FAILED')],
        [part(['FAILED'])],
        [part({a: 'FAILED'})],
        [part(1)]
      ];
      for (const value of values) expect(await verdictOf(good, [changed(good, at, () => value)])).toEqual(red);
    }
  );

  forEach((needs.parts ?? []).flatMap(({count}) => count ?? []))(
    'another count at %s than there are parts is red',
    async path => {
      for (const count of [7, 8, 'three', [2]])
        expect(await verdictOf(good, [changed(good, path, () => count)])).toEqual(red);
    }
  );
});
