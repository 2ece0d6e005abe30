import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path/posix';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {anchorsOf, headingsOf, renderAsGitHub} from './helpers/github-markdown.ts';
import {pages, pagesInBothLanguages} from './helpers/pages.ts';

interface Cell {
  readonly text: string;
  readonly codes: string[];
}

interface CodeBlock {
  readonly language: string;
  readonly code: string;
}

/** A heading and what stands between it and the next one. */
interface Section {
  readonly level: string;
  readonly heading: string;
  /** Of paragraphs, list items and cells. */
  readonly texts: string[];
  readonly codeBlocks: CodeBlock[];
  /** Tables, their rows, and the cells of these. */
  readonly tables: Cell[][][];
  readonly codes: string[];
  readonly links: string[];
  readonly pictures: string[];
  readonly listItems: string[];
}

const inputNames = Object.keys((parse(readFileSync('action.yml', 'utf8')) as {inputs: object}).inputs);

const known = new Map<string, readonly string[]>();
function anchorsIn(file: string): readonly string[] {
  const anchors = known.get(file) ?? anchorsOf(headingsOf(renderAsGitHub(readFileSync(file, 'utf8')).asked));
  known.set(file, anchors);
  return anchors;
}

/** What both languages have for a link: the page, and which of its headings. The vendor's help is there in both. */
function placeOf(file: string, address: string): string {
  if (/^[a-z]+:/.test(address)) return address.replace('/intl/en-us/', '/');
  const [path = '', anchor] = decodeURIComponent(address).split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path));
  const heading = anchor === undefined ? '' : `, heading ${anchorsIn(target).indexOf(anchor) + 1}`;
  return `${target.replace('.zh-CN.md', '.md')}${heading}`;
}

function sectionsOf(file: string): readonly Section[] {
  const {asked} = renderAsGitHub(readFileSync(file, 'utf8'));
  const sections: Section[] = [];
  let cell: Cell | undefined;
  let inBlock = false;
  for (const {name, text, properties} of asked) {
    if (/^h[1-6]$/.test(name)) {
      const empty = {texts: [], codeBlocks: [], tables: [], codes: [], links: [], pictures: [], listItems: []};
      sections.push({level: name, heading: text, ...empty});
    }
    const section = sections.at(-1);
    if (section === undefined) continue;
    if (/^(h[1-6]|p|li|pre)$/.test(name)) cell = undefined;
    if (/^(p|li|td|th)$/.test(name)) section.texts.push(text);
    if (name === 'li') section.listItems.push(text);
    if (name === 'pre') inBlock = true;
    if (name === 'code' && inBlock) {
      section.codeBlocks.push({language: [properties.className].flat().join(' '), code: text});
      inBlock = false;
    } else if (name === 'code') {
      section.codes.push(text);
      cell?.codes.push(text);
    }
    if (name === 'a') section.links.push(placeOf(file, String(properties.href)));
    if (name === 'img') section.pictures.push(String(properties.src));
    if (name === 'table') section.tables.push([]);
    if (name === 'tr') section.tables.at(-1)?.push([]);
    if (name === 'td' || name === 'th') {
      cell = {text, codes: []};
      section.tables.at(-1)?.at(-1)?.push(cell);
    }
  }
  return sections;
}

/**
 * A code block without what may be translated: comments, in steps their names, descriptions, what they echo and the
 * input `language`, and in drawings the words.
 */
function codeOf({language, code}: CodeBlock): string {
  if (language === 'language-mermaid') return code.replace(/(: | as ).*$/gm, '$1…');
  const isStep = /^ *(- )?(uses|run):/m.test(code);
  const lines = code.split('\n').map(line => line.replace(/(^|\s+)# .*$/, ''));
  const told = isStep
    ? lines.map(line =>
        line
          .replace(/^( *(?:- )?(?:name|description): ).*$/, '$1…')
          .replace(
            /\becho "(?!::)([^"]*)"$/,
            (_, text: string) => `echo "${(text.match(/\$\w+|\$\{\{.*?\}\}/g) ?? []).join(' ')}"`
          )
      )
    : lines;
  const isSame = (line: string) => line.trim() !== '' && !/^ *language: /.test(line);
  return [language, ...told.filter(isSame)].join('\n');
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** Numbers in digits, those of months included. */
function numbersIn(text: string): readonly string[] {
  return (
    text
      .replace(new RegExp(`\\b(${months.join('|')})(?= \\d{4})`, 'g'), month => `${months.indexOf(month) + 1}`)
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(/\d+(?:\.\d+)*/g) ?? []
  );
}

/** Names of the interface that stay as they are, also where they are not marked as code. */
function namesIn(text: string): readonly string[] {
  const words = text.match(/[a-z]+(?:-[a-z]+)+|[A-Z]+(?:_[A-Z]+)+/g) ?? [];
  return [...new Set(words.filter(word => /_/.test(word) || inputNames.includes(word)))].sort();
}

const sorted = (values: readonly string[]) => [...values].sort();
const set = (values: readonly string[]) => sorted([...new Set(values)]);
const cellsOf = ({tables}: Section, told: (cell: Cell) => unknown) =>
  tables.map(rows => rows.map(cells => cells.map(told)));

it.each(pages)('%s has no mark-up that shows', file => {
  const texts = sectionsOf(file).flatMap(({texts: all}) => all);
  expect(texts.filter(text => /\*\*|`|\]\(/.test(text))).toEqual([]);
});

it('each page for users is there in both languages', () => {
  expect(pagesInBothLanguages.length).toBeGreaterThan(10);
  expect(pages.filter(file => !existsSync(file))).toEqual([]);
});

describe.each(pagesInBothLanguages)('%s', (file, translated) => {
  const english = sectionsOf(file);
  const chinese = sectionsOf(translated);

  it(`has its headings in ${translated}, in their order`, () => {
    const outline = (sections: readonly Section[]) => sections.map(({level}, index) => `${index + 1} ${level}`);
    expect(outline(chinese)).toEqual(outline(english));
  });

  it('leads to its translation in the first line, and back', () => {
    const name = (path: string) => path.split('/').at(-1);
    expect(readFileSync(file, 'utf8')).toMatch(`English | [简体中文](${name(translated)})\n`);
    expect(readFileSync(translated, 'utf8')).toMatch(`[English](${name(file)}) | 简体中文\n`);
  });

  describe.each(english.map((section, index) => [section.heading, section, chinese[index]] as const))(
    'in the place of "%s"',
    (_, original, translation) => {
      if (translation === undefined) return;

      it('has the same code', () => {
        expect(translation.codeBlocks.map(codeOf)).toEqual(original.codeBlocks.map(codeOf));
      });

      it('has the same lists, and tables with the same names in the same cells', () => {
        const form = (section: Section) => ({
          listItems: section.listItems.length,
          tables: cellsOf(section, ({text, codes}) => (text === '' ? 'empty' : set(codes)))
        });
        expect(form(translation)).toEqual(form(original));
      });

      it('quotes the same messages in the cells of its tables', () => {
        const quotes = cellsOf(original, ({text}) => text.match(/“[^”]+”/g) ?? []);
        const found = cellsOf(translation, ({text}) => text);
        const missing = quotes
          .flat(2)
          .map((messages, index) => ({messages: messages as string[], text: String(found.flat(2)[index])}))
          .flatMap(({messages, text}) => messages.filter(message => !text.includes(message)));
        expect(missing).toEqual([]);
      });

      it('names the same inputs and variables in the cells of its tables', () => {
        expect(cellsOf(translation, ({text}) => namesIn(text))).toEqual(cellsOf(original, ({text}) => namesIn(text)));
      });

      it('leads to the same places, and shows the same pictures', () => {
        expect(sorted(translation.links)).toEqual(sorted(original.links));
        const inChinese = (file: string) => file.replace(/(-(?:light|dark))?\.png$/, '-zh-cn$1.png');
        expect(translation.pictures).toEqual(original.pictures.map(inChinese));
      });

      it('has the same numbers', () => {
        // A message quoted in Chinese stands before the English one.
        const told = ({texts}: Section) => texts.join('\n').replace(/“[^“”]*”（英文：(“[^“”]*”)）/g, '$1');
        const numbers = (section: Section) => sorted(numbersIn(told(section)));
        expect(numbers(translation)).toEqual(numbers(original));
      });

      // The first screen is worded anew in each language.
      it('has the same names in code', () => {
        expect(set(translation.codes)).toEqual(set(original.codes));
      });
    }
  );
});
