import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, normalize, relative} from 'node:path/posix';
import {describe, expect, it} from '@jest/globals';
import {anchorsOf, type Element, headingsOf, renderAsGitHub} from './helpers/github-markdown.ts';

const documents = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'examples/README.md',
  '__tests__/README.md',
  ...readdirSync('docs', {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .filter(name => !name.includes('node_modules'))
    .map(name => `docs/${name.replaceAll('\\', '/')}`)
];

const elementsOf = new Map<string, readonly Element[]>();
function elements(file: string): readonly Element[] {
  const known = elementsOf.get(file) ?? renderAsGitHub(readFileSync(file, 'utf8')).asked;
  elementsOf.set(file, known);
  return known;
}

const anchorsIn = (file: string) => anchorsOf(headingsOf(elements(file)));

/** Addresses in links and pictures that lead to this repository itself. */
function ownLinks(file: string): readonly string[] {
  const addresses = elements(file).flatMap(({properties: {href, src, srcSet}}) =>
    [href, src, ...[srcSet].flat().map(each => String(each ?? '').split(/\s+/)[0])].filter(
      (address): address is string => typeof address === 'string' && address !== ''
    )
  );
  return [...new Set(addresses)].filter(address => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address));
}

/** Files and folders of this repository that a document names in code. */
function pathsNamed(file: string): readonly string[] {
  return elements(file)
    .filter(({name, text}) => name === 'code' && /^(\.ci|\.github|[a-z]+|__tests__)\/[\w./-]*$/.test(text))
    .map(({text}) => text)
    .filter(path => existsSync(path.split('/')[0] ?? ''));
}

/** What is wrong with a link, or nothing. */
function fault(file: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#').map(decodeURIComponent);
  // A page of GitHub itself, beside the files of the repository.
  if (dirname(file) === '.' && path === '../../issues/new/choose') return undefined;
  const target = path === '' ? file : normalize(join(dirname(file), path));
  if (relative('.', target).startsWith('..')) return `${target} is not in the repository`;
  if (!existsSync(target)) return `there is no ${target}`;
  if (anchor === undefined) return undefined;
  if (!target.endsWith('.md') || !statSync(target).isFile()) return `${target} has no headings`;
  return anchorsIn(target).includes(anchor) ? undefined : `${target} has no heading with the anchor ${anchor}`;
}

describe.each(documents)('%s', file => {
  it('has links that lead to files and headings that are there', () => {
    const faults = ownLinks(file).map(link => [link, fault(file, link)] as const);
    expect(Object.fromEntries(faults.filter(([, wrong]) => wrong !== undefined))).toEqual({});
  });

  it('names files and folders that are there', () => {
    expect(pathsNamed(file).filter(path => !existsSync(path))).toEqual([]);
  });
});

describe('the check of links', () => {
  it('finds links at all', () => {
    for (const file of ['README.md', 'README.zh-CN.md']) expect(ownLinks(file).length).toBeGreaterThan(30);
  });

  it.each([
    ['#sign-in', undefined],
    ['README.zh-CN.md#认证方式', undefined],
    [`README.zh-CN.md#${encodeURIComponent('认证方式')}`, undefined],
    ['docs', undefined],
    ['#sign', 'README.md has no heading with the anchor sign'],
    ['README.zh-CN.md#sign-in', 'README.zh-CN.md has no heading with the anchor sign-in'],
    ['docs/nothing.md', 'there is no docs/nothing.md'],
    ['../issues', '../issues is not in the repository'],
    ['LICENSE#mit', 'LICENSE has no headings']
  ])('judges %s in README.md', (link, expected) => {
    expect(fault('README.md', link)).toBe(expected);
  });

  it('makes anchors as GitHub does', () => {
    expect(
      anchorsOf([
        'Limits, and what is not confirmed',
        'Limits and what is not confirmed',
        'TaurusDB 与 CodeArts Check 示例',
        '失败、超时、取消与重新运行',
        '`snake_case` — done!',
        'Limits and what is not confirmed'
      ])
    ).toEqual([
      'limits-and-what-is-not-confirmed',
      'limits-and-what-is-not-confirmed-1',
      'taurusdb-与-codearts-check-示例',
      '失败超时取消与重新运行',
      'snake_case--done',
      'limits-and-what-is-not-confirmed-2'
    ]);
  });
});
