import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize, sep} from 'node:path';
import {describe, expect, it} from '@jest/globals';

interface Import {
  /** Under `src/`, with slashes. */
  readonly file: string;
  /** A file under `src/`, or the name of a package. */
  readonly target: string;
  readonly isFile: boolean;
  readonly isType: boolean;
}

const posix = (path: string) => path.split(sep).join('/');

const files = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.ts'))
  .map(posix)
  .sort();

/** `import {…}` of types alone brings no code either. */
function bringsTypesAlone(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const [, named = ''] = /^\{(.*)\}$/s.exec(clause) ?? [];
  const names = named
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return names.length > 0 && names.every(name => name.startsWith('type '));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join('src', file), 'utf8');
  const told = [
    ...[...text.matchAll(/^(?:import|export)\s+([^;']*?)\s+from\s+'([^']+)'/gm)].map(([, clause = '', name = '']) => ({
      name,
      isType: bringsTypesAlone(clause)
    })),
    ...[...text.matchAll(/^import\s+'([^']+)'/gm)].map(([, name = '']) => ({name, isType: false})),
    ...[...text.matchAll(/(typeof\s+)?\bimport\([^')]*'([^']+)'\)/g)].map(([, isType, name = '']) => ({
      name,
      isType: isType !== undefined
    }))
  ];
  return told.map(({name, isType}) => {
    const isFile = name.startsWith('.');
    const target = isFile ? posix(normalize(join(dirname(file), name))) : name;
    return {file, target, isFile, isType};
  });
}

const imports = files.flatMap(importsOf);

const [, picture = ''] = /```mermaid\n(.*?)```/s.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
/** What each box of the picture holds: files, and folders with a slash at the end. */
const boxes = new Map(
  [...picture.matchAll(/^ {2}(\w+)\["<b>(.*?)<\/b>/gm)].map(([, box = '', names = '']) => [box, names.split(' ')])
);
const arrows = [...picture.matchAll(/^ {2}(\w+) (-->|-\.->) (\w+)$/gm)].map(([, from = '', line = '', to = '']) => ({
  from,
  to,
  line
}));

const boxesOf = (file: string) =>
  [...boxes].filter(([, names]) => names.some(name => name === file || (name.endsWith('/') && file.startsWith(name))));
const boxOf = (file: string) => boxesOf(file)[0]?.[0] ?? file;
const importersOf = (target: RegExp) => [
  ...new Set(imports.filter(each => target.test(each.target)).map(({file}) => file))
];
const packagesOf = (box: string) => [
  ...new Set(imports.filter(({file, isFile}) => !isFile && boxOf(file) === box).map(({target}) => target))
];

describe('the picture of the architecture', () => {
  it('is drawn with lines that are understood here', () => {
    const lines = picture.split('\n').filter(line => line.trim() !== '');
    expect(lines).toHaveLength(1 + boxes.size + arrows.length);
  });

  it.each(files)('has %s in one box', file => {
    expect(boxesOf(file)).toHaveLength(1);
  });

  it('has no box of files that are not there', () => {
    const missing = [...boxes.values()]
      .flat()
      .filter(name => !files.some(file => file === name || (name.endsWith('/') && file.startsWith(name))));
    expect(missing).toEqual([]);
  });

  it('has an arrow for each import between two boxes, dotted for types alone, and no other', () => {
    const between = new Map<string, '-->' | '-.->'>();
    for (const {file, target, isFile, isType} of imports) {
      const [from, to] = [boxOf(file), boxOf(target)];
      if (!isFile || from === to || to === 'basics') continue;
      const key = `${from} ${to}`;
      between.set(key, isType && between.get(key) !== '-->' ? '-.->' : '-->');
    }
    const imported = [...between].map(([key, line]) => key.replace(' ', ` ${line} `)).sort();
    expect(arrows.map(({from, line, to}) => `${from} ${line} ${to}`).sort()).toEqual(imported);
  });

  it('has no cycle', () => {
    const open = new Set([...boxes.keys()]);
    const next = () => [...open].find(box => !arrows.some(({from, to}) => from === box && open.has(to)));
    for (let box = next(); box !== undefined; box = next()) open.delete(box);
    expect([...open]).toEqual([]);
  });
});

describe('the rules of the architecture', () => {
  it('only the entry and the report know the runner', () => {
    expect(
      importersOf(/^@actions\/core$/)
        .map(boxOf)
        .sort()
    ).toEqual(['index', 'report']);
  });

  it('only its room knows HTTP', () => {
    const http = /^(@actions\/http-client|node:(http|https|http2|net|tls|dns|dgram)(\/.*)?|undici)$/;
    expect([...new Set(importersOf(http).map(boxOf))]).toEqual(['http']);
    expect(files.filter(file => /\bfetch\(/.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  it('nothing in dist/ can start a process', () => {
    const bundled = readdirSync('dist').filter(name => name.endsWith('.js'));
    expect(bundled.filter(name => readFileSync(join('dist', name), 'utf8').includes('child_process'))).toEqual([]);
    expect(bundled).toContain('index.js');
  });

  it('polling knows neither HTTP, nor the runner, nor a service', () => {
    expect(arrows.filter(({from}) => from === 'polling')).toEqual([]);
    expect(packagesOf('polling')).toEqual(['node:events']);
  });

  it('nothing that is bundled imports the evidence of a service, or what is said of the inputs', () => {
    expect(imports.filter(({target}) => target.endsWith('.mjs') || target === 'inputs/descriptions.ts')).toEqual([]);
  });

  it('the services do no I/O', () => {
    expect(packagesOf('services').sort()).toEqual([
      '@aws-lambda-powertools/jmespath',
      '@aws-lambda-powertools/jmespath/functions',
      'yaml'
    ]);
    const touching = /\bprocess\.|\bsetTimeout\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;
    const services = files.filter(file => boxOf(file) === 'services');
    expect(services.filter(file => touching.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  it('the basics import nothing of the others', () => {
    const others = imports.filter(
      ({file, target, isFile}) => isFile && boxOf(file) === 'basics' && boxOf(target) !== 'basics'
    );
    expect(others).toEqual([]);
  });

  it('only the clock and the limit of a request set timers', () => {
    const setting = files.filter(file => /setTimeout|setInterval/.test(readFileSync(join('src', file), 'utf8')));
    expect(setting).toEqual(['clock.ts', 'http/transport.ts']);
  });
});
