import {existsSync, readdirSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {serviceNames} from '../../src/services/index.ts';
import type {Service} from '../../src/services/service.ts';
import {evidence} from '../helpers/evidence.ts';
import {findService, services} from '../helpers/services.ts';

const shownCodes: ReadonlySet<unknown> = new Set(
  Object.values(evidence).flatMap(({answers}) => answers.map(({expected}) => 'code' in expected && expected.code))
);

describe('every service', () => {
  const folders = readdirSync('src/services').filter(name => existsSync(`src/services/${name}/service.ts`));

  it('has its line in src/services/list.ts, and a folder of its name', () => {
    const names = services.map(({name}): string => name);
    expect(names).toEqual(serviceNames);
    expect(folders.filter(name => !names.includes(name)).map(lineInList)).toEqual([]);
    expect(names.filter(name => !folders.includes(name))).toEqual([]);
  });

  it('has no definition in examples/definitions, for it is built in: delete it there, and where it is named', () => {
    expect(folders.filter(name => existsSync(`examples/definitions/${name}.yml`))).toEqual([]);
  });

  it('has a name and aliases that no other has', () => {
    const names = services.flatMap(({name, aliases}: Service) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(services.map((service: Service) => ({name: service.name, codes: service.codes})))(
    'shows each code of $name, or another service does that shares it (answers in samples.mjs)',
    ({codes}) => {
      expect(Object.keys(codes).filter(code => !shownCodes.has(code))).toEqual([]);
    }
  );
});

/** What has to be written into src/services/list.ts. */
function lineInList(name: string): string {
  const exported = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const key = name === exported ? name : `'${name}'`;
  return `${key}: async () => (await import('./${name}/service.ts')).${exported},`;
}

describe('findService', () => {
  it.each([
    ['dlf', 'dataarts-studio'],
    ['taurusdb', 'taurusdb']
  ])('finds %s', (alias, name) => {
    expect(findService(alias)?.name).toBe(name);
  });

  it.each(['', 'DLF', 'gauss', 'toString'])('does not find %j', name => {
    expect(findService(name)).toBeUndefined();
  });
});
