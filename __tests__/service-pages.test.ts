import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {InputError} from '../src/errors.ts';
import {parseInputs} from '../src/inputs/inputs.ts';
import type {Service} from '../src/services/service.ts';
import {type Text, textIn} from '../src/text.ts';
import {evidence} from './helpers/evidence.ts';
import {renderAsGitHub} from './helpers/github-markdown.ts';
import {heldPart, marked} from './helpers/held-part.ts';
import {exampleExpectations} from './helpers/service-pages/example.ts';
import {allPages, serviceNames} from './helpers/service-pages/pages.ts';
import {loaded, services} from './helpers/services.ts';

const folder = 'docs/services';
const pages = allPages();
const howToWrite = 'UPDATE_README=1 npm test -- service-pages writes it';
const isUpdate = process.env.UPDATE_README === '1';

if (isUpdate) {
  mkdirSync(folder, {recursive: true});
  for (const path of strays()) rmSync(path);
  for (const [path, text] of Object.entries(pages)) writeFileSync(path, text);
}

/** Files that belong to no service. */
function strays(): readonly string[] {
  const paths = existsSync(folder) ? readdirSync(folder).map(name => `${folder}/${name}`) : [];
  return paths.filter(path => !Object.hasOwn(pages, path));
}

it(`has a page for each service that is there, and for no other (${howToWrite})`, () => {
  expect(strays()).toEqual([]);
});

it.each(Object.keys(pages))(`has %s as the folder of the service makes it (${howToWrite})`, path => {
  // In a few words, and not with both texts.
  const written = existsSync(path) ? readFileSync(path, 'utf8') : 'nothing';
  expect(written === pages[path] ? 'up to date' : `${path} is out of date: ${howToWrite}`).toBe('up to date');
});

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh']
] as const)(`%s names all services by group (UPDATE_README=1 npm test writes it)`, (file, language) => {
  expect(heldPart(file, marked('services'), serviceNames(language))).toBe(serviceNames(language));
});

describe.each(services.map(service => [service.name, service] as const))('the page of %s', (name, service) => {
  const texts = ['', '.zh-CN'].map(suffix => pages[`${folder}/${name}${suffix}.md`] ?? '');
  const [english, chinese] = texts.map(renderAsGitHub);

  it('has the same names, tables and headings in Chinese', () => {
    const form = (page = english) => ({
      headings: page?.elements.filter(({name: tag}) => /^h\d$/.test(tag)).length,
      items: page?.elements.filter(({name: tag}) => tag === 'li').length,
      rows: page?.rows.map(cells => cells.length),
      codes: [
        ...new Set(page?.elements.filter(({name: tag}) => tag === 'code').map(({text}) => uncommented(text)))
      ].sort()
    });
    expect(form(chinese)).toEqual(form(english));
  });

  it('has no mark-up that shows, no hole, and tables of three columns at most', () => {
    for (const text of texts) expect(text).not.toMatch(/undefined|\[object|\{story\}/);
    for (const page of [english, chinese]) {
      const told = page?.elements.filter(({name: tag}) => /^(p|li|td)$/.test(tag)).map(({text}) => text) ?? [];
      expect(told.filter(text => /\*\*|\]\(|``/.test(text))).toEqual([]);
      expect(Math.max(...(page?.rows ?? []).map(cells => cells.length))).toBeLessThanOrEqual(3);
    }
  });

  it('leaves nothing out that the service and its evidence tell', () => {
    const {aliases, states, codes, advice, resource}: Service = service;
    const {about} = evidence[name];
    const names = [
      ...[name, ...aliases, ...Object.keys(states), ...Object.keys(codes)],
      ...[...(resource?.gone.codes ?? []), ...(resource?.doing.fields ?? [])]
    ];
    const {caveat, verdicts, words, codes: byCode} = advice;
    const sentences = [
      ...[about.what, about.permission, about.causes, about.success, caveat],
      ...[verdicts, words, byCode, about.words].flatMap(group => Object.values<Text>(group ?? {}))
    ].filter(text => text !== undefined);
    for (const [index, text] of texts.entries()) {
      for (const each of names) expect(text).toMatch(new RegExp(`[\`.]${escaped(each)}[\`]|: ${escaped(each)}\\b`));
      for (const each of sentences) expect(text).toContain(textIn(each, index === 0 ? 'en' : 'zh').slice(1));
    }
  });

  it.each(['', ...exampleExpectations(service)])('has an example whose inputs are taken %s', expectation => {
    for (const text of texts) {
      const [, block = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
      const uncovered =
        expectation === '' ? block : block.replace(`# expect: ${expectation} #`, `expect: ${expectation} #`);
      expect(uncovered).toContain(`expect: ${expectation}`.replace(/expect: $/, ''));
      expect(problemsOf(uncovered, name)).toEqual([]);
    }
  });
});

/** For a regular expression. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Without comments, which are translated, nor the name of a step. */
function uncommented(text: string): string {
  return text.replace(/ # .*$/gm, '').replace(/^ *- name: .*$/m, '');
}

/** What is wrong with the inputs of a step, its variables filled in. */
function problemsOf(block: string, name: keyof typeof evidence): readonly unknown[] {
  const [step] = parse(block) as [{with: Record<string, string>}];
  const given: Readonly<Record<string, string>> = {
    ...step.with,
    token: 'example-token-value',
    'task-id': evidence[name].example,
    'project-id': step.with['project-id'] ? 'P1' : '',
    'domain-id': '',
    'enterprise-project-id': step.with['enterprise-project-id'] ? '0' : '',
    workspace: step.with.workspace ? 'W1' : ''
  };
  try {
    parseInputs(input => given[input] ?? '', {}, loaded);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.message];
  }
}
