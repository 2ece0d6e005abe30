import {describe, expect, it} from '@jest/globals';
import {isServiceName, loadService, servicesWithIdLike, servicesWithUsualId} from '../../src/services/index.ts';
import {defineService, type IdForm, type Service, wordAndState} from '../../src/services/service.ts';

function serviceWith(name: string, taskId: Partial<IdForm>): Service {
  return defineService({
    name,
    title: 'A',
    taskId: {pattern: /^A\d+$/, form: 'a form', ...taskId},
    hosts: {byRegion: () => undefined},
    request: () => ({path: '/'}),
    states: {},
    read: () => wordAndState({}, 'A')
  });
}

describe('a name of a service', () => {
  it('is one that the list has', () => {
    expect(isServiceName('ecs')).toBe(true);
  });

  it.each(['', 'ECS', 'no-service', 'toString'])('is no other: %j', name => {
    expect(isServiceName(name)).toBe(false);
  });

  it('loads the service that goes by it', async () => {
    expect(await loadService('ecs')).toMatchObject({name: 'ecs'});
  });
});

describe('an id that may be of other services', () => {
  const letter = serviceWith('letter', {pattern: /^A\d+$/});
  const digit = serviceWith('digit', {pattern: /^\d+$/});

  it.each([
    ['A1', ['letter']],
    ['1', ['digit']],
    ['B', []]
  ])('names those whose ids have its form: %s', (id, names) => {
    expect(servicesWithIdLike([letter, digit], id)).toEqual(names);
  });

  it('names three of them, but none of four', () => {
    const named = (count: number) => Array.from({length: count}, (_, index) => serviceWith(`s${index}`, {}));
    expect(servicesWithIdLike([...named(3), digit], 'A1')).toEqual(['s0', 's1', 's2']);
    expect(servicesWithIdLike([...named(4), digit], 'A1')).toEqual([]);
  });
});

describe('an id that a service does not know', () => {
  const asked = serviceWith('asked', {usual: /^A/});
  const other = serviceWith('other', {usual: /^B/});
  const another = serviceWith('another', {usual: /^C/});
  const withoutUsual = serviceWith('without-usual', {});
  const all = [asked, other, another, withoutUsual];

  it('names the services whose ids usually have its form', () => {
    expect(servicesWithUsualId(all, asked, 'B1')).toEqual(['other']);
  });

  it('names none where no service usually has such ids', () => {
    expect(servicesWithUsualId(all, asked, 'D1')).toEqual([]);
  });

  it('names none where it has the usual form of the service asked', () => {
    expect(servicesWithUsualId([...all, serviceWith('same', {usual: /^A/})], asked, 'A1')).toEqual([]);
  });

  it('names none where the service asked has no usual form', () => {
    expect(servicesWithUsualId(all, withoutUsual, 'B1')).toEqual([]);
  });
});
